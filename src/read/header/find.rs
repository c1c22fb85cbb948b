//! Which row is the header, and what stands above it.

use std::collections::BTreeSet;

use crate::problem::Problem;
use crate::read::number::{Shape, shape};
use crate::read::problems::Problems;
use crate::read::rows::{Headed, reach};
use crate::read::settings::{Defaults, Said};
use crate::statement::Field;
use crate::table::{At, Extent, Table};
use crate::text::say;

use super::behind::year_behind;
use super::meaning::{Headers, Meaning, is_part};
use crate::read::words::STAGE;

/// How many rows may stand above the header.
const ABOVE: usize = 25;

struct Line {
    at: At,
    end: usize,
    cells: Vec<String>,
}

/// What a line may be.
struct Seen {
    /// How many of its cells mean anything to us.
    known: usize,
    is_header: bool,
}

fn are_numbers(line: &Line) -> bool {
    let mut filled = line.cells.iter().filter(|it| !it.is_empty());
    filled.all(|it| it.bytes().all(|it| it.is_ascii_digit()))
}

/// Whether a line has a word, and as many cells as one below it.
fn heads(line: &Line, below: &Line) -> bool {
    let filled = |it: &Line| it.cells.iter().filter(|it| !it.is_empty()).count();
    let has_word = |it: &String| it.contains(char::is_alphabetic);
    filled(line) >= filled(below) && line.cells.iter().any(has_word)
}

impl Headers<'_> {
    /// The table under its header, which need not be the first row: titles and labelled cells
    /// (`Wilayah: Kab. OKI`) may stand above it. What they say joins `defaults`.
    pub(crate) fn find<'t>(
        &self,
        table: &'t Table,
        defaults: &mut Defaults,
        problems: &mut Problems,
    ) -> Option<Headed<'t>> {
        let lines = first_lines(table);
        let seen: Vec<Seen> = lines.iter().map(|it| self.look(&it.cells)).collect();
        let mut best = 0;
        for at in (0..lines.len()).filter(|at| seen[*at].is_header) {
            let above = at.checked_sub(1).map(|it| &lines[it]);
            if above.is_some_and(|it| self.is_lower_half(it, &lines[at])) {
                continue;
            }
            // Numbers alone under words that stand like a header are the first row of what that heads,
            // though it be unknown.
            if are_numbers(&lines[at]) && lines[..at].iter().any(|it| heads(it, &lines[at])) {
                continue;
            }
            let below = lines.get(at + 1).map(|it| &*it.cells);
            let is_numbering = |above: &Line| {
                seen[at - 1].is_header && self.is_numbering(&above.cells, &lines[at].cells, below)
            };
            if above.is_some_and(is_numbering) {
                continue;
            }
            let first_is_none = best == 0 && !seen[0].is_header;
            let better = best != at && seen[at].known > seen[best].known;
            // What stands under the rows of a table is the header of another one.
            let mut under = (best + 1..at).filter(|it| !seen[*it].is_header);
            if better && !first_is_none && under.any(|it| self.is_of_rows(&lines[it])) {
                break;
            }
            if better || first_is_none {
                best = at;
            }
        }
        if best == 0 {
            best = self.under_titles(&lines);
        }
        let Some(header) = lines.get(best).filter(|_| best > 0) else {
            let mut headed = Headed::of(table, problems)?;
            self.join_sub(&mut headed, lines.get(1));
            self.leave_numbering(&mut headed, &lines, problems);
            return Some(headed);
        };
        let mut cells = header.cells.clone();
        reach(&mut cells, table);
        let mut headed = Headed {
            table,
            extent: Extent::of(&cells),
            header: cells,
            sub: Vec::new(),
            upper: Vec::new(),
            above: lines[..best].iter().map(|it| it.cells.clone()).collect(),
            top: header.at,
            end: header.end,
            said: Said::default(),
        };
        let (mut labels, mut titles) = (Vec::new(), Vec::new());
        for line in &lines[..best] {
            let labelled = self.labelled(&line.cells);
            if labelled.is_empty() {
                titles.push(line.at.row);
            }
            labels.extend(labelled.into_iter().map(|it| (line.at.cell(it.cell), it)));
        }
        self.join_sub(&mut headed, lines.get(best + 1));
        self.say_above(&labels, &titles, &mut headed, defaults, problems);
        self.leave_numbering(&mut headed, &lines, problems);
        Some(headed)
    }

    /// Whether a line that is no header is a row of a table and nothing that stands above one: it names a
    /// region or holds a number, and is no label.
    fn is_of_rows(&self, line: &Line) -> bool {
        let is_number = |it: &&String| shape(it) != Shape::Broken && it.len() != 4;
        let mut filled = line.cells.iter().filter(|it| !it.is_empty());
        filled.clone().count() > 1
            && filled.any(|it| is_number(&it) || self.names_region(it))
            && self.labelled(&line.cells).is_empty()
    }

    /// Where no row is known as a header: the first one under titles and labels that stands like one.
    fn under_titles(&self, lines: &[Line]) -> usize {
        let filled = |it: &Line| it.cells.iter().filter(|it| !it.is_empty()).count();
        let is_above = |it: &Line| filled(it) < 2 || !self.labelled(&it.cells).is_empty();
        let first = lines.iter().take_while(|it| is_above(it)).count();
        let is_header = |it: &&Line| {
            let is_word = |it: &String| it.is_empty() || it.contains(char::is_alphabetic);
            it.cells.iter().all(is_word)
        };
        lines.get(first).filter(is_header).map_or(0, |_| first)
    }

    /// How many cells of a row are regions that answers stand under, where some other one is a header.
    pub(crate) fn regions_in(&self, cells: &[String]) -> usize {
        let is_ours = |it: &String| Field::from_header(it).is_some() || self.declared(it).is_some();
        if !cells.iter().any(is_ours) {
            return 0;
        }
        let is_region =
            |it: &&String| self.names_region(it) && self.meaning(it) == Meaning::Unknown;
        let regions = cells.iter().filter(is_region).count();
        if regions > 1 { regions } else { 0 }
    }

    /// Leaves out the row under the header that numbers its columns.
    fn leave_numbering(&self, headed: &mut Headed<'_>, lines: &[Line], problems: &mut Problems) {
        let mut under = lines.iter().filter(|it| it.end > headed.end);
        let Some(line) = under.next() else { return };
        let below = under.next().map(|it| &*it.cells);
        if self.is_numbering(&headed.header, &line.cells, below) {
            headed.end = line.end;
            problems.add(|| {
                let problem = Problem::warning(say::column_numbers_left_out());
                problem.at(headed.table.place(line.at))
            });
        }
    }

    /// Whether cells look like the header of a table of ours, and how many of them mean anything.
    fn look(&self, cells: &[String]) -> Seen {
        let meanings = cells.iter().map(|cell| self.meaning(cell));
        let known: Vec<Meaning<'_>> = meanings
            .filter(|meaning| !matches!(meaning, Meaning::Unnamed | Meaning::Unknown))
            .collect();
        let is_key = |it: &Meaning<'_>| match it {
            Meaning::Answers(it) => it.indicator.is_some(),
            Meaning::Field(it) => it.is_key(),
            _ => false,
        };
        let regions = match known.is_empty() {
            true => 0,
            false => self.regions_in(cells),
        };
        let is_header = known.len() + regions > 1
            && (known.iter().any(is_key) || regions > 1)
            && !self.is_answered(cells)
            && self.labelled(cells).is_empty();
        // No header has one number twice, as answers do: where numbers name indicators, `1;3;3;3` reads
        // like two of them.
        let mut numbers = BTreeSet::new();
        let is_number = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
        let named = cells.iter().filter(|it| is_number(it) && self.knows(it));
        let twice = named.filter(|it| !numbers.insert(*it)).count();
        Seen {
            known: known.len() + regions - twice,
            is_header,
        }
    }

    /// Whether cells are an indicator with its levels, and no header: where numbers name indicators as well,
    /// `i01;3;2` reads like three of them.
    fn is_answered(&self, cells: &[String]) -> bool {
        let mut filled = cells.iter().filter(|it| !it.is_empty());
        let names_indicator = |cell: &String| {
            let is_number = cell.bytes().all(|it| it.is_ascii_digit());
            let meaning = self.meaning(cell);
            !is_number && matches!(&meaning, Meaning::Answers(it) if it.indicator.is_some())
        };
        let has_name = filled.next().is_some_and(names_indicator);
        let mut known = filled.filter(|it| self.knows(it)).peekable();
        has_name
            && known.peek().is_some()
            && known.all(|it| it.bytes().all(|it| it.is_ascii_digit()))
    }

    /// Joins a second row of headers (years, stages) to the first.
    fn join_sub(&self, headed: &mut Headed<'_>, line: Option<&Line>) {
        let Some(line) = line.filter(|it| it.at > headed.top) else {
            return;
        };
        let top = &headed.header;
        let width = top.len().max(line.cells.len());
        let text =
            |cells: &[String], at: usize| -> String { cells.get(at).cloned().unwrap_or_default() };
        let subs = own_of(top, &line.cells);
        let regions = self.are_regions(top, &line.cells, &subs);
        if !(regions || self.tells_apart(top, &line.cells, &subs)) {
            return;
        }
        let header: Vec<String> = (0..width)
            .map(|at| match (subs.contains(&at), over(top, at)) {
                (false, _) => text(top, at),
                (true, above) if above.is_empty() || regions => text(&line.cells, at),
                (true, above) => format!("{above} {}", text(&line.cells, at)),
            })
            .collect();
        headed.upper.clone_from(&headed.header);
        headed.extent = Extent::of(&header);
        headed.header = header;
        headed.sub = (0..width).map(|at| text(&line.cells, at)).collect();
        headed.end = line.end;
    }

    /// Whether a lower row holds, besides what is merged over both, the regions of a table with its
    /// indicators down.
    fn are_regions(&self, top: &[String], line: &[String], subs: &[usize]) -> bool {
        if subs.len() < 2 || !subs.iter().all(|at| self.names_region(&line[*at])) {
            return false;
        }
        let is_indicator = |it: &String| self.meaning(it) == Meaning::Field(Field::Indicator);
        let names_one = top.iter().position(is_indicator);
        names_one.is_some_and(|it| !subs.contains(&it))
    }

    /// Whether the cells of a lower row that are its own tell the columns under one header apart: years,
    /// stages, the level of an indicator and what is said of that.
    fn tells_apart(&self, top: &[String], line: &[String], own: &[usize]) -> bool {
        let is_level = |at: &usize| {
            let field = Field::from_header(&line[*at]);
            matches!(field, Some(Field::Level | Field::Value)) && self.is_of_indicator(top, *at)
        };
        let any_level = own.iter().any(is_level);
        let fits = |at: &usize| {
            let cell = &line[*at];
            match Field::from_header(cell) {
                _ if is_sub(cell) => true,
                // A column of its own, whose name was written lower.
                Some(_) if over(top, *at).is_empty() => true,
                None if over(top, *at).is_empty() => any_level,
                Some(field) => is_part(field) && self.is_of_indicator(top, *at),
                None => {
                    any_level
                        && cell.contains(char::is_alphabetic)
                        && self.is_of_indicator(top, *at)
                }
            }
        };
        if own.is_empty() || !own.iter().all(fits) {
            return false;
        }
        let is_key = |it: &String| matches!(self.meaning(it), Meaning::Field(it) if it.is_key());
        let mut keys = (0..top.len()).filter(|at| is_key(&top[*at]));
        let leaves_keys = keys.clone().all(|at| !own.contains(&at));
        let is_lower_key = |at: &usize| over(top, *at).is_empty() && is_key(&line[*at]);
        let has_key = keys.next().is_some() || own.iter().any(is_lower_key);
        leaves_keys && has_key
    }

    /// Whether an indicator stands over a column.
    fn is_of_indicator(&self, top: &[String], at: usize) -> bool {
        matches!(self.meaning(over(top, at)), Meaning::Answers(it) if it.indicator.is_some())
    }

    /// Whether a row is the lower half of a header whose other cells are merged over both rows, or which
    /// names indicators.
    fn is_lower_half(&self, above: &Line, line: &Line) -> bool {
        let (top, line) = (&above.cells, &line.cells);
        let own = own_of(top, line);
        let filled = line.iter().filter(|it| !it.is_empty()).count();
        let is_merged = own.len() < filled && !own.is_empty();
        let mut under = own
            .iter()
            .filter(|at| !over(top, **at).is_empty())
            .peekable();
        is_merged && own.iter().all(|at| is_sub(&line[*at]))
            || under.peek().is_some()
                && under.all(|at| self.is_of_indicator(top, *at))
                && self.tells_apart(top, line, &own)
    }
}

/// The columns of a lower row with something of its own: what stands in both rows is merged over them.
fn own_of(top: &[String], line: &[String]) -> Vec<usize> {
    let filled = line.iter().enumerate().filter(|it| !it.1.is_empty());
    let own = filled.filter(|(at, it)| top.get(*at) != Some(*it));
    own.map(|it| it.0).collect()
}

/// What stands over a column in the upper of two rows: its own cell, else the next one to the left.
fn over(top: &[String], at: usize) -> &str {
    let to_the_left = top.iter().take(at + 1).rev();
    to_the_left
        .map(String::as_str)
        .find(|it| !it.is_empty())
        .unwrap_or_default()
}

/// Whether a cell of a lower row of headers tells columns under one header apart: a year, a stage.
fn is_sub(cell: &str) -> bool {
    let is_year = year_behind(cell).is_some_and(|(before, _)| before.len() <= 6);
    is_year || STAGE.get(&cell.to_lowercase()).is_some()
}

fn first_lines(table: &Table) -> Vec<Line> {
    let mut rows = table.rows();
    let mut lines = Vec::new();
    while lines.len() < ABOVE
        && let Some(row) = rows.next()
    {
        if row.is_blank() {
            continue;
        }
        lines.push(Line {
            at: row.at,
            end: row.span.end,
            cells: row.texts().map(str::to_owned).collect(),
        });
    }
    lines
}
