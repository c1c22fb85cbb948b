//! What every shape asks of a table first: its header, and the rows under it that are whole.

use crate::problem::{Place, Problem};
use crate::read::number::Numbers;
use crate::read::problems::Problems;
use crate::read::settings::{Decimal, Said};
use crate::read::vote::Vote;
use crate::statement::Share;
use crate::statement::answer::is_missing;
use crate::table::{At, Extent, Part, Row, Table};
use crate::text::say;

/// A table whose first row is its header.
#[derive(Clone)]
pub(crate) struct Headed<'t> {
    pub(crate) table: &'t Table,
    /// The texts of the header; those of two rows that make one are joined.
    pub(crate) header: Vec<String>,
    /// The texts of its lower row, where there are two.
    pub(crate) sub: Vec<String>,
    /// The texts of its upper row, where there are two.
    pub(crate) upper: Vec<String>,
    /// The texts of the rows above it.
    pub(crate) above: Vec<Vec<String>>,
    /// Where it stands.
    pub(crate) top: At,
    /// Where it ends.
    pub(crate) end: usize,
    /// How many cells the rows have.
    pub(crate) extent: Extent,
    /// What is said above it besides what rows are taken to be.
    pub(crate) said: Said,
}

/// Rows that were walked over.
#[derive(Default)]
pub(crate) struct Seen {
    /// How many are not blank.
    pub(crate) filled: usize,
    /// The others.
    pub(crate) blank: Share,
}

/// Makes a header as wide as its sheet: what stands beside the table is unread, not out of place.
pub(crate) fn reach(header: &mut Vec<String>, table: &Table) {
    let width = header.len().max(table.width());
    header.resize(width, String::new());
}

/// That a cell holds a formula whose result is not known.
pub(crate) fn uncalculated(table: &Table, at: At) -> Problem {
    let problem = Problem::error(say::uncalculated_formula()).at(table.place(at));
    problem.help(say::uncalculated_formula_help())
}

impl<'t> Headed<'t> {
    /// The table with its header; nothing, and a problem, where there is none.
    pub(crate) fn of(table: &'t Table, problems: &mut Problems) -> Option<Self> {
        let mut rows = table.rows();
        let Some(first) = rows.next() else {
            problems.add(|| Problem::error(say::empty_file()).at(Place::file(table.name())));
            return None;
        };
        let mut header: Vec<String> = first.texts().map(str::to_owned).collect();
        reach(&mut header, table);
        let extent = Extent::of(&header);
        if !first.is_whole(extent) {
            problems.add(|| table.wrong(&first, extent));
            return None;
        }
        Some(Self {
            table,
            top: first.at,
            end: first.span.end,
            header,
            sub: Vec::new(),
            upper: Vec::new(),
            above: Vec::new(),
            extent,
            said: Said::default(),
        })
    }

    /// The text of the first cell of a column, where it is the only one that holds any.
    pub(crate) fn first_alone(&self, index: usize) -> Option<String> {
        let mut first = None;
        let mut rows = 0;
        for part in self.parts() {
            let mut of_part = self.table.rows_of(part);
            while let Some(row) = of_part.next() {
                if row.is_blank() {
                    continue;
                }
                let text = row.text(index);
                match (rows, text.is_empty()) {
                    (0, false) => first = Some(text.to_owned()),
                    (0, true) | (_, false) => return None,
                    (_, true) => {}
                }
                rows += 1;
            }
        }
        first.filter(|_| rows > 1)
    }

    /// What stands in the first cells of a column under the header; empty ones are left out.
    pub(crate) fn first_cells(&self, index: usize) -> Vec<String> {
        const LOOKED_AT: usize = 50;
        let mut out = Vec::new();
        let mut rows = self.table.rows_of(self.table.from(self.end));
        for _ in 0..LOOKED_AT {
            let Some(row) = rows.next() else { break };
            let text = row.text(index);
            if row.is_whole(self.extent) && !is_missing(text) {
                out.push(text.to_owned());
            }
        }
        out
    }

    /// The rows under the header, in parts that can be read side by side.
    pub(crate) fn parts(&self) -> Vec<Part> {
        self.table.parts(self.end)
    }

    /// Hands the rows of a part that are whole to `take` and tells of the others. Gives how many
    /// there are that are not blank.
    pub(crate) fn each(
        &self,
        part: Part,
        problems: &mut Problems,
        mut take: impl FnMut(&Row<'_>, &mut Problems),
    ) -> usize {
        let mut take = |row: &Row<'_>, is_whole: bool, problems: &mut Problems| {
            if is_whole {
                take(row, problems);
            }
            is_whole
        };
        self.each_or(part, problems, &mut take).filled
    }

    /// As [`Self::each`], but of every row: `take` is told whether it is whole and says whether the row
    /// is dealt with.
    pub(crate) fn each_or(
        &self,
        part: Part,
        problems: &mut Problems,
        take: &mut dyn FnMut(&Row<'_>, bool, &mut Problems) -> bool,
    ) -> Seen {
        let mut seen = Seen::default();
        let mut rows = self.table.rows_of(part);
        while let Some(row) = rows.next() {
            if row.is_blank() {
                seen.blank.add(row.at.row);
                continue;
            }
            seen.filled += 1;
            if !take(&row, row.is_whole(self.extent), problems) {
                problems.add(|| self.table.wrong(&row, self.extent));
            }
        }
        seen
    }

    /// As [`Self::each`], of all rows in turn.
    pub(crate) fn all(
        &self,
        problems: &mut Problems,
        mut take: impl FnMut(&Row<'_>, &mut Problems),
    ) -> usize {
        let parts = self.parts().into_iter();
        parts.map(|part| self.each(part, problems, &mut take)).sum()
    }

    /// Numbers as declared or, in a pass of its own, as the cells of some columns decide.
    pub(crate) fn numbers(
        &self,
        decimal: Option<Decimal>,
        columns: Vec<usize>,
        problems: &mut Problems,
    ) -> Numbers {
        if decimal.is_some() {
            return Numbers::with(decimal);
        }
        let mut vote = Vote::new(columns, Vec::new(), &[]);
        // What is wrong with rows is told when they are read.
        self.all(&mut Problems::default(), |row, _| {
            vote.row(row, &|_, _| None)
        });
        vote.settle(self.table, problems)
    }
}
