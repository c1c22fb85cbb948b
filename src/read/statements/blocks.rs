//! Tables in blocks: the header stands again further down, and labels above it say whose the rows below are.

use crate::problem::Problem;
use crate::read::problems::Problems;
use crate::read::settings::{Label, Placed};
use crate::statement::{Field, Share};
use crate::table::{At, Part, Row};
use crate::text::{say, shown};

use super::sieve::{Again, Sieve};
use super::{Portion, Shape, base};

/// Rows under one header, of all that a table has.
pub(super) struct Block<'t> {
    pub(super) shape: Shape<'t>,
    pub(super) parts: Vec<Part>,
    /// The rows behind them up to the end of the next header.
    passed: Passed,
}

/// Rows that stand above a header further down, and that header.
#[derive(Default)]
struct Passed {
    labels: Vec<At>,
    header: Vec<At>,
    blank: Share,
}

impl Block<'_> {
    /// Counts the rows that belong to no block.
    pub(super) fn count(&self, portion: &mut Portion) {
        let passed = &self.passed;
        portion.seen.filled += passed.labels.len() + passed.header.len();
        portion.seen.blank.join(passed.blank.clone());
        let aside = &mut portion.made.aside;
        passed.labels.iter().for_each(|it| aside.label(*it));
        passed.header.iter().for_each(|it| aside.header(*it));
    }
}

/// Where a block ends, and what stands above the next one.
struct Cut {
    /// Byte or row behind its last row.
    end: usize,
    labels: Vec<Placed>,
    passed: Passed,
    /// Where the next header stands and ends.
    top: At,
    next: usize,
    /// The first cell above it.
    first: (At, String),
}

/// What a row may be that stands above a header.
enum Above {
    Labels(Vec<Placed>),
    /// A note, or a title that stands above the first header as well.
    Known,
    /// Nobody knows what it says of the rows below.
    Title(At, String),
}

/// The blocks of a table of which some row repeats the header, or is another one; none where nothing but
/// headers is repeated.
///
/// # Errors
/// Another table, or a row above a repeated header of which nobody knows what it says.
pub(super) fn find<'t>(
    shape: &Shape<'t>,
    problems: &mut Problems,
) -> Result<Vec<Block<'t>>, Box<Problem>> {
    let cuts = cuts(shape)?;
    let Some(first) = cuts.first() else {
        return Ok(Vec::new());
    };
    let table = shape.headed.table;
    let start = shape.headed.end;
    let mut out = vec![Block {
        shape: shape.alike(),
        parts: table.parts_between(start, Some(first.end)),
        passed: Passed::default(),
    }];
    let ends = cuts.iter().skip(1).map(|it| Some(it.end));
    let ends: Vec<Option<usize>> = ends.chain([None]).collect();
    for (cut, end) in cuts.into_iter().zip(ends) {
        let Some(above) = out.last_mut() else { break };
        above.passed = cut.passed;
        let refused = || another_table(shape, &cut.first);
        let shape = above.shape.under(&cut.labels, cut.top, problems);
        out.push(Block {
            shape: shape.ok_or_else(refused)?,
            parts: table.parts_between(cut.next, end),
            passed: Passed::default(),
        });
    }
    Ok(out)
}

/// Where the blocks of a table end.
fn cuts(shape: &Shape<'_>) -> Result<Vec<Cut>, Box<Problem>> {
    let table = shape.headed.table;
    let mut sieve = Sieve::new(&shape.layout, shape.headers, &shape.headed);
    let mut out: Vec<Cut> = Vec::new();
    // The rows that may stand above a header, and where the first of them begins.
    let mut above = Vec::new();
    let mut begins = ((shape.headed.top, String::new()), 0);
    let mut passed = Passed::default();
    let mut was_header = false;
    for part in shape.headed.parts() {
        let mut rows = table.rows_of(part);
        while let Some(row) = rows.next() {
            if row.is_blank() {
                if !above.is_empty() {
                    passed.blank.add(row.at.row);
                }
                continue;
            }
            let again = sieve.again(&row);
            match again {
                Some(Again::Upper) if !above.is_empty() => {
                    let mut labels = Vec::new();
                    for it in above.drain(..) {
                        match it {
                            Above::Labels(more) => labels.extend(more),
                            Above::Known => {}
                            Above::Title(at, text) => return Err(unknown_title(shape, at, &text)),
                        }
                    }
                    let mut passed = std::mem::take(&mut passed);
                    passed.header.push(row.at);
                    out.push(Cut {
                        end: begins.1,
                        first: begins.0.clone(),
                        labels,
                        passed,
                        top: row.at,
                        next: row.span.end,
                    });
                }
                Some(Again::Upper) => {}
                // The lower row of the header that was met.
                Some(Again::Lower) if was_header => {
                    if let Some(it) = out.last_mut().filter(|it| it.next == row.span.start) {
                        it.next = row.span.end;
                        it.passed.header.push(row.at);
                    }
                }
                Some(Again::Lower | Again::Other) => {
                    let own = first_cell(&row);
                    let first = if above.is_empty() { &own } else { &begins.0 };
                    return Err(another_table(shape, first));
                }
                None => match shape.above(&row, &mut sieve) {
                    Some(it) => {
                        if above.is_empty() {
                            begins = (first_cell(&row), row.span.start);
                        }
                        above.push(it);
                        passed.labels.push(row.at);
                    }
                    None => {
                        above.clear();
                        passed = Passed::default();
                    }
                },
            }
            was_header = matches!(again, Some(Again::Upper));
        }
    }
    Ok(out)
}

fn unknown_title(shape: &Shape<'_>, at: At, text: &str) -> Box<Problem> {
    let problem = Problem::error(say::row_between_headers(shown(text)));
    let problem = problem.at(shape.headed.table.place(at));
    Box::new(
        problem
            .help(say::label_between_headers())
            .help(say::one_table_per_sheet()),
    )
}

/// That a table of its own begins at a cell.
fn another_table(shape: &Shape<'_>, (at, text): &(At, String)) -> Box<Problem> {
    let problem = Problem::error(say::another_table(shown(text)));
    let problem = problem.at(shape.headed.table.place(*at));
    Box::new(problem.help(say::one_table_per_sheet()))
}

/// The first cell of a row that holds anything.
fn first_cell(row: &Row<'_>) -> (At, String) {
    let mut cells = row.texts().enumerate();
    let first = cells.find(|it| !it.1.is_empty());
    let (at, text) = first.unwrap_or_default();
    (row.at.cell(at), text.to_owned())
}

impl<'t> Shape<'t> {
    /// What a row is if it may stand above a header; nothing for the rows of the table.
    fn above(&self, row: &Row<'_>, sieve: &mut Sieve<'_>) -> Option<Above> {
        let cells: Vec<String> = row.texts().map(str::to_owned).collect();
        let filled: Vec<usize> = (0..cells.len())
            .filter(|at| !cells[*at].is_empty())
            .collect();
        let labels = self.headers.labelled(&cells);
        if let Some(open) = labels.iter().find(|it| it.is_unfilled()) {
            return Some(Above::Title(
                row.at.cell(open.cell),
                cells[open.cell].clone(),
            ));
        }
        if !labels.is_empty() && !self.names_a_region(row) {
            let placed = |it: Label| (row.at.cell(it.cell), it);
            return Some(Above::Labels(labels.into_iter().map(placed).collect()));
        }
        let same = |other: &Vec<String>| {
            let texts = |of: &[String]| -> Vec<String> {
                of.iter().filter(|it| !it.is_empty()).cloned().collect()
            };
            texts(other) == texts(&cells)
        };
        if self.headed.above.iter().any(same) || sieve.is_aside(row) {
            return Some(Above::Known);
        }
        if filled.len() > 2 || self.fits(row, &filled) {
            return None;
        }
        let first = *filled.first()?;
        Some(Above::Title(row.at.cell(first), cells[first].clone()))
    }

    /// Whether a row has a region in the column of regions.
    fn names_a_region(&self, row: &Row<'_>) -> bool {
        let is_region = |it: usize| self.headers.names_region(row.text(it));
        self.layout.column(Field::Region).is_some_and(is_region)
    }

    /// Whether a row with one or two filled cells may be one of the table: it names a region or an
    /// indicator as the others do, or gives an answer beside what it is about.
    fn fits(&self, row: &Row<'_>, filled: &[usize]) -> bool {
        let is_heading = |at: &usize| {
            let text = row.text(*at);
            let behind = text
                .match_indices(' ')
                .take(3)
                .map(|it| text[it.0..].trim());
            let mut names = std::iter::once(text).chain(behind);
            names.any(|it| self.headers.whole(it).is_some())
                || self.headers.indicator(text).is_some()
        };
        if self.names_a_region(row) || filled.iter().any(is_heading) {
            return true;
        }
        let levels = [Field::Level, Field::Value].into_iter();
        let mut answers = levels
            .filter_map(|it| self.layout.column(it))
            .chain(self.layout.answers.iter().map(|it| it.index));
        answers.any(|at| {
            let is_number = row.text(at).starts_with(|it: char| it.is_ascii_digit());
            filled.contains(&at) && (is_number || filled.len() > 1)
        })
    }

    /// The same shape.
    fn alike(&self) -> Self {
        Self {
            headed: self.headed.clone(),
            headers: self.headers,
            layout: self.layout.clone(),
            options: self.options,
            base: self.base.clone(),
        }
    }

    /// The same columns under labels further down, which take the place of those above; nothing where the
    /// columns would mean something else.
    fn under(&self, labels: &[Placed], top: At, problems: &mut Problems) -> Option<Self> {
        let mut headed = self.headed.clone();
        let mut defaults = self.layout.defaults.clone();
        // Coarser regions stay what the new one lies in; an office was that of the region before.
        let finest = labels
            .iter()
            .filter(|it| it.1.is_of_region())
            .map(|it| it.1.tier())
            .min();
        let whose = labels
            .iter()
            .any(|it| it.1.is_of_region() || it.1.field == Field::Agency);
        let mut before = std::mem::take(&mut headed.said);
        let mut all = Vec::new();
        if whose {
            defaults.region.clone_from(&self.options.defaults.region);
            defaults.kind.clone_from(&self.options.defaults.kind);
            before.whose.retain(|it| {
                it.1.is_of_region() && finest.is_none_or(|finest| it.1.tier() > finest)
            });
            all.append(&mut before.whose);
        }
        all.extend(labels.iter().cloned());
        headed.top = top;
        let headers = self.headers;
        headers.say_above(&all, &[], &mut headed, &mut defaults, problems);
        if !whose {
            headed.said = before;
        }
        let mut layout = headers.layout(&self.headed, &defaults, &mut Problems::default())?;
        let own = &self.layout;
        layout.last_answer = own.last_answer;
        layout.rows_are_regions = own.rows_are_regions;
        let is_same = layout.columns == own.columns
            && layout.answers == own.answers
            && layout.second_indicator == own.second_indicator;
        if !is_same {
            return None;
        }
        let base = base(&layout, &headed, problems);
        Some(Self {
            headed,
            headers,
            layout,
            options: self.options,
            base,
        })
    }
}
