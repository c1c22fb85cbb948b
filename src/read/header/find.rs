//! Which row is the header, and what stands above it.

use std::collections::BTreeSet;

use crate::problem::Problem;
use crate::read::problems::Problems;
use crate::read::rows::{Headed, reach};
use crate::read::settings::Defaults;
use crate::statement::Field;
use crate::table::{At, Extent, Table};
use crate::text::{folded, say, trim};

use super::behind::year_behind;
use super::meaning::{Headers, Meaning};
use super::told;
use crate::read::words::STAGE;

/// How many rows may stand above the header.
const ABOVE: usize = 25;

struct Line {
    at: At,
    end: usize,
    cells: Vec<String>,
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
        // No header has one number twice, as answers do: where numbers name indicators, `1;3;3;3` reads
        // like two of them.
        let known = |line: &Line| {
            let mut numbers = BTreeSet::new();
            let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
            let known = line.cells.iter().filter(|it| self.knows(it));
            known
                .filter(|it| !is_number(it) || numbers.insert(*it))
                .count()
        };
        let mut best = 0;
        for (at, line) in lines.iter().enumerate() {
            let above = at.checked_sub(1).map(|it| &lines[it]);
            if above.is_some_and(|it| is_lower_half(it, line)) {
                continue;
            }
            let below = lines.get(at + 1).map(|it| &*it.cells);
            let is_numbering = |above: &Line| {
                self.is_header(&above.cells) && self.is_numbering(&above.cells, &line.cells, below)
            };
            if above.is_some_and(is_numbering) {
                continue;
            }
            let better = best != at && known(line) > known(&lines[best]);
            let first_is_none = best == 0 && !self.is_header(&lines[0].cells);
            if self.is_header(&line.cells) && (better || first_is_none) {
                best = at;
            }
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
            top: header.at,
            end: header.end,
        };
        let (mut said, mut titles) = (Vec::new(), Vec::new());
        for line in &lines[..best] {
            let labelled = labelled(&line.cells);
            if labelled.is_empty() {
                titles.push(line.at.row);
            }
            said.extend(labelled);
        }
        for (field, text) in &said {
            let place = match field {
                Field::Region => &mut defaults.region,
                Field::Kind => &mut defaults.kind,
                Field::Wave => &mut defaults.wave,
                Field::Stage => &mut defaults.stage,
                Field::Framework => &mut defaults.framework,
                Field::Indicator => &mut defaults.indicator,
                _ => &mut defaults.coder,
            };
            *place = Some(text.clone());
        }
        told::above(&headed, &said, &titles, problems);
        self.join_sub(&mut headed, lines.get(best + 1));
        self.leave_numbering(&mut headed, &lines, problems);
        Some(headed)
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

    /// Whether cells look like the header of a table of ours.
    fn is_header(&self, cells: &[String]) -> bool {
        let known: Vec<Meaning<'_>> = cells
            .iter()
            .map(|cell| self.meaning(cell))
            .filter(|meaning| !matches!(meaning, Meaning::Unnamed | Meaning::Unknown))
            .collect();
        if self.is_answered(cells) {
            return false;
        }
        let is_key = |it: &Meaning<'_>| match it {
            Meaning::Answers(it) => it.indicator.is_some(),
            Meaning::Field(it) => matches!(
                it,
                Field::Region | Field::Province | Field::RegionCode | Field::Indicator
            ),
            _ => false,
        };
        known.len() > 1 && known.iter().any(is_key) && labelled(cells).is_empty()
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
        // What stands in both rows is merged over them.
        let subs: Vec<usize> = (0..width)
            .filter(|at| !text(&line.cells, *at).is_empty())
            .filter(|at| text(&line.cells, *at) != text(top, *at))
            .collect();
        let is_sub = |at: &usize| is_sub(&text(&line.cells, *at));
        let is_key = |at: usize| {
            matches!(
                self.meaning(&text(top, at)),
                Meaning::Field(
                    Field::Region | Field::Province | Field::RegionCode | Field::Indicator
                )
            )
        };
        let leaves_keys = (0..width).all(|at| !is_key(at) || !subs.contains(&at));
        if subs.is_empty() || !subs.iter().all(is_sub) || !leaves_keys || !(0..width).any(is_key) {
            return;
        }
        let mut above = String::new();
        let mut header = Vec::new();
        for at in 0..width {
            let own = text(top, at);
            if !own.is_empty() {
                above.clone_from(&own);
            }
            header.push(match subs.contains(&at) {
                true if above.is_empty() => text(&line.cells, at),
                true => format!("{above} {}", text(&line.cells, at)),
                false => own,
            });
        }
        headed.extent = Extent::of(&header);
        headed.header = header;
        headed.sub = (0..width).map(|at| text(&line.cells, at)).collect();
        headed.end = line.end;
    }
}

/// Whether a cell of a lower row of headers tells columns under one header apart: a year, a stage.
fn is_sub(cell: &str) -> bool {
    let is_year = year_behind(cell).is_some_and(|(before, _)| before.len() <= 6);
    is_year || STAGE.get(&cell.to_lowercase()).is_some()
}

/// Whether a row is the lower half of a header whose other cells are merged over both rows.
fn is_lower_half(above: &Line, line: &Line) -> bool {
    let cells = line.cells.iter().enumerate();
    let filled = cells.filter(|(_, it)| !it.is_empty());
    let (merged, own): (Vec<_>, Vec<_>) =
        filled.partition(|(at, it)| above.cells.get(*at) == Some(*it));
    !merged.is_empty() && !own.is_empty() && own.iter().all(|(_, it)| is_sub(it))
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

/// What the cells of a row above the header say of the whole table: `Wilayah: Kab. OKI` in one cell,
/// or a label with its value in the next.
pub(crate) fn labelled(cells: &[String]) -> Vec<(Field, String)> {
    let mut out = Vec::new();
    let mut filled = cells.iter().map(|it| trim(it)).filter(|it| !it.is_empty());
    let mut pairs = true;
    let mut first = true;
    while let Some(cell) = filled.next() {
        if let Some((label, text)) = cell.split_once(':') {
            if let Some(field) = label_of(label) {
                let text = match trim(text) {
                    "" => filled.next().unwrap_or_default(),
                    text => text.trim_start_matches(':'),
                };
                if !text.is_empty() {
                    out.push((field, trim(text).to_owned()));
                }
            } else {
                pairs = false;
            }
        } else if let (Some(field), true) = (label_of(cell), pairs) {
            match filled.next().map(|it| trim(it.trim_start_matches(':'))) {
                // A row of labels is a header.
                Some(text) if !text.is_empty() && Field::from_header(text).is_none() => {
                    out.push((field, text.to_owned()));
                }
                Some("") => {
                    if let Some(text) = filled.next() {
                        out.push((field, text.to_owned()));
                    }
                }
                _ => return Vec::new(),
            }
        } else if first {
            return Vec::new();
        } else {
            // A header has other names beside those of ours.
            let is_labelled = |it: &String| {
                let label = it.split_once(':').map(|it| it.0);
                label.is_some_and(|it| label_of(it).is_some())
            };
            return match out.is_empty() || cells.iter().any(is_labelled) {
                true => out,
                false => Vec::new(),
            };
        }
        first = false;
    }
    out
}

/// The columns of which a labelled cell can speak for a whole table.
fn label_of(label: &str) -> Option<Field> {
    match Field::from_header(label)? {
        Field::Province => Some(Field::Region),
        Field::Agency if folded(label).ends_with("instansi") => Some(Field::Region),
        field @ (Field::Region
        | Field::Kind
        | Field::Wave
        | Field::Stage
        | Field::Framework
        | Field::Indicator
        | Field::Coder) => Some(field),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labelled_cells_speak_for_the_table() {
        let of = |cells: &[&str]| {
            let cells: Vec<String> = cells.iter().map(|it| (*it).to_owned()).collect();
            labelled(&cells)
        };
        let region = |text: &str| vec![(Field::Region, text.to_owned())];
        assert_eq!(of(&["Wilayah: Kab. OKI", "", ""]), region("Kab. OKI"));
        assert_eq!(of(&["Wilayah", "Kab. OKI"]), region("Kab. OKI"));
        assert_eq!(of(&["Wilayah", ":", "Kab. OKI"]), region("Kab. OKI"));
        assert_eq!(
            of(&["Instansi: Pemerintah Kabupaten OKI", ""]),
            region("Pemerintah Kabupaten OKI")
        );
        let both = of(&["Wilayah", "Kab. OKI", "Tahun", "2025"]);
        assert_eq!(both.len(), 2);
        for header in [
            &["Wilayah", "IPM", "Tahun"][..],
            &["Code", "Indicator and question", "Group", "Level: self"],
            &["Laporan 2024"],
            &["Wilayah", "Indikator", "Skor"],
            &["Kab. OKI", "t1", "3"],
        ] {
            assert!(of(header).is_empty(), "{header:?}");
        }
    }
}
