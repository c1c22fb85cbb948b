//! What `siap convert` gives: every answer of any input as one long table, and what became of each row.

mod counted;
mod long;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::statement::Left;
use crate::study::{Conversion, Fate};
use crate::text::{Lang, label};

use super::dataset::Dataset;
use super::envelope::{Body, Envelope};
use super::report::{Detail, Record, Report};
use super::{Block, Cell, Column, Document, Table};
use counted::Counted;
use long::{Long, LongRow};

/// One long table with what was taken into it.
pub struct Converted<'a> {
    of: &'a Conversion,
    lang: Lang,
    long: Long<'a>,
    rows: Vec<LongRow<'a>>,
    counted: Vec<Counted>,
}

impl<'a> Converted<'a> {
    /// The table of a conversion, told in a language.
    #[must_use]
    pub fn new(of: &'a Conversion, lang: Lang) -> Self {
        let (long, rows) = Long::of(of);
        let counted = counted::counted(of);
        Self {
            of,
            lang,
            long,
            rows,
            counted,
        }
    }

    /// One line for each file and sheet, one for all, and what should be known before the table is used:
    /// for who asks for the table alone.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.counted.iter().map(|it| it.line(self.lang)).collect();
        if lines.len() > 1 {
            lines.push(self.total());
        }
        lines.extend(self.notes());
        lines
    }

    fn total(&self) -> String {
        let sum = |of: fn(&Counted) -> usize| self.counted.iter().map(of).sum::<usize>();
        let files: BTreeSet<&str> = self.counted.iter().map(|it| &*it.file).collect();
        let read = sum(|it| it.read.unwrap_or(0));
        let (taken, left) = (sum(|it| it.taken), sum(Counted::left_out));
        let rows = self.rows.len();
        let total = label::convert_total(self.lang, files.len(), read, taken, left, rows);
        match left {
            0 => total,
            _ => {
                let why = counted::reasons(&self.counted, self.lang);
                label::convert_total_why(self.lang, total, why)
            }
        }
    }

    /// What was written otherwise than it stands, and what must not be passed on.
    fn notes(&self) -> Vec<String> {
        let lang = self.lang;
        let is_private = |at: &usize| {
            let evidence = self.of.statements.rows()[*at].evidence.as_deref();
            let is_written = matches!(self.of.fates[*at], Fate::Written(_));
            is_written && evidence.is_some_and(|it| it.quote.is_some() && it.consent == Some(false))
        };
        let private = (0..self.of.fates.len()).filter(is_private).count();
        let (settled, numbered) = (self.long.settled(), self.long.numbered());
        let all = [
            (settled > 0).then(|| label::convert_regions(lang, settled)),
            (numbered > 0).then(|| label::convert_respondents(lang, numbered)),
            (private > 0).then(|| label::convert_private(lang, private)),
        ];
        all.into_iter().flatten().collect()
    }

    fn table(&self) -> Table {
        let lang = self.lang;
        let has_sheets = self.counted.iter().any(|it| it.sheet.is_some());
        let mut columns = vec![Column::text("file", label::file(lang))];
        if has_sheets {
            columns.push(Column::text("sheet", label::convert_sheet(lang)));
        }
        columns.extend([
            Column::number("read", label::convert_read(lang)),
            Column::number("taken", label::convert_taken(lang)),
            Column::number("written", label::convert_written(lang)),
            Column::text("left", label::convert_left(lang)),
        ]);
        let rows = self.counted.iter().map(|it| {
            let mut row = vec![Cell::text(it.file.clone())];
            if has_sheets {
                let sheet = it.sheet.clone();
                row.push(sheet.map_or_else(Cell::empty, Cell::text));
            }
            row.extend([
                it.read.map_or_else(
                    || Cell::missing(label::convert_not_looked(lang)),
                    Cell::count,
                ),
                Cell::count(it.taken),
                Cell::count(it.written),
                match it.left.is_empty() {
                    true => Cell::missing(label::convert_nothing_left(lang)),
                    false => Cell::text(it.why(lang)),
                },
            ]);
            row
        });
        Table {
            rows: rows.collect(),
            columns,
        }
    }
}

impl Report for Converted<'_> {
    fn name(&self) -> &str {
        "convert"
    }

    fn document(&self, _: Detail) -> Document {
        let mut blocks = vec![Block::Table(self.table())];
        blocks.extend(self.notes().into_iter().map(Block::Paragraph));
        Document {
            lang: self.lang,
            title: label::convert_title(self.lang).to_owned(),
            subtitle: self.total(),
            blocks,
        }
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![self.long.dataset(self.rows.clone())]
    }

    fn record(&self) -> Record<'_> {
        let body = ConvertRecord {
            sources: self.counted.iter().map(source).collect(),
            written: self.rows.len(),
        };
        let envelope = Envelope::new(body)
            .reading(&self.of.statements)
            .warned(&self.of.warnings, self.lang);
        let scored = self.of.project.iter().flat_map(|it| &it.scored);
        let envelope = scored.clone().fold(envelope, Envelope::corrected);
        let mut all = scored;
        Box::new(match (all.next(), all.next()) {
            (Some(only), None) => envelope.of(&only.framework),
            _ => envelope,
        })
    }
}

/// What was taken into the table.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
pub struct ConvertRecord<'a> {
    /// Every file, and every sheet of a workbook.
    sources: Vec<SourceRecord<'a>>,
    /// How many rows the table has.
    written: usize,
}

#[derive(Serialize, JsonSchema)]
struct SourceRecord<'a> {
    /// Path, relative to the study.
    file: &'a str,
    /// Sheet of a workbook.
    sheet: Option<&'a str>,
    /// Rows below the header: those taken and those left out; null where nobody looked.
    read: Option<usize>,
    /// Rows of which at least one answer stands in the table.
    taken: usize,
    /// How many rows of the table they became.
    written: usize,
    /// Rows left out, by reason.
    left: Vec<LeftRecord<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct LeftRecord<'a> {
    /// Why.
    reason: Left,
    /// How many; null where nobody looked.
    rows: Option<usize>,
    /// Where the first of them stand: `file:line`.
    places: &'a [String],
}

fn source(it: &Counted) -> SourceRecord<'_> {
    let left = it.left.iter().map(|left| LeftRecord {
        reason: left.reason,
        rows: left.rows,
        places: &left.places,
    });
    SourceRecord {
        file: &it.file,
        sheet: it.sheet.as_deref(),
        read: it.read,
        taken: it.taken,
        written: it.written,
        left: left.collect(),
    }
}

impl Body for ConvertRecord<'_> {
    const COMMAND: &'static str = "convert";
}
