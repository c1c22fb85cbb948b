//! Delimited text (`csv`, `tsv`, `txt`): which delimiter, which row is which, and which rows do not
//! fit the header. `records` splits the text.

use std::borrow::Cow;

use crate::problem::{Checked, Place, Problem, Spot};
use crate::read::cells::{Assembler, Made};
use crate::read::dialect::Dialect;
use crate::read::header::{Headers, Layout};
use crate::read::number::Numbers;
use crate::read::parts::{Part, in_order, parts};
use crate::read::records::{Cells, Fault, Record, Records};
use crate::read::vote::Vote;
use crate::read::{At, Problems, ReadOptions, Reader, encoding, sha256};
use crate::statement::source::Body;
use crate::statement::{Source, Statement, Statements};
use crate::text::say;

/// How many bytes of text are read in one go; a smaller text is not worth a second processor.
const PART: usize = 1 << 20;
/// From how many rows the decimal sign is guessed and the number of all rows estimated.
const SAMPLE: usize = 1_000;

/// Delimited text.
pub(crate) const READER: Reader = Reader {
    name: "csv",
    extensions: &["csv", "tsv", "txt"],
    read,
};

fn read(bytes: Cow<'_, [u8]>, name: &str, options: &ReadOptions) -> Checked<Statements> {
    let encoding::Decoded {
        text,
        doubts,
        sha256: known,
    } = encoding::decode(bytes, name)?;
    let headers = Headers::new(options);
    let sheet = Sheet {
        name,
        text: &text,
        dialect: Dialect::of(&text, &headers),
    };
    let table = || {
        let mut problems = Problems::new(doubts);
        let table = sheet.statements(&headers, options, &mut problems);
        (table, problems)
    };
    let print = || known.unwrap_or_else(|| sha256(text.as_bytes()));
    let ((table, problems), print) = if text.len() > PART {
        rayon::join(table, print)
    } else {
        (table(), print())
    };
    let Some((layout, rows)) = table else {
        return problems.fail();
    };
    let delimiter = sheet.dialect.delimiter;
    let columns = layout.columns.into_iter().collect();
    let source = Source::new(name, print, Body::Text { text, delimiter }, columns);
    problems.finish(Statements::of(source, rows))
}

/// A text that is understood as a table.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'t> {
    pub(super) name: &'t str,
    pub(super) text: &'t str,
    pub(super) dialect: Dialect,
}

impl<'t> Sheet<'t> {
    pub(super) fn records(self) -> Records<'t> {
        self.dialect.records(self.text)
    }

    fn statements(
        self,
        headers: &Headers<'_>,
        options: &ReadOptions,
        problems: &mut Problems,
    ) -> Option<(Layout, Vec<Statement>)> {
        let mut records = self.records();
        let Some(first) = records.next() else {
            problems.add(|| Problem::error(say::empty_file()).at(Place::file(self.name)));
            return None;
        };
        let header: Vec<String> = first.cells.iter().map(str::to_owned).collect();
        let (top, fault, end) = (first.at, first.fault, first.end);
        if let Some(fault) = fault {
            problems.add(|| self.misquoted(fault, top));
            return None;
        }
        let places = |at: At| self.place(at);
        let below = || self.header_below(headers);
        let layout = headers.layout(&header, top, &places, &below, problems)?;
        let parts = parts(self.text, self.dialect.delimiter, end, PART);
        let sample = self.sample(&parts, &layout, options);

        // A cell near the end can decide how the first one is read. The sample has most likely
        // decided rightly, so that all are read by it and heard at the same time.
        let numbers = options
            .decimal
            .map_or(sample.numbers, |it| Numbers::with(Some(it)));
        let mut body = self.body(&parts, &layout, numbers, sample.rows, options);
        if options.decimal.is_none() {
            let settled = body.vote.settle(&places, problems);
            if settled != numbers {
                body = self.body(&parts, &layout, settled, sample.rows, options);
            }
        }
        problems.join(body.problems);
        if body.seen == 0 {
            problems.add(|| Problem::error(say::no_rows()).at(self.place(top)));
        }
        body.made.tell_unnamed(top, &places, problems);
        Some((layout, body.made.rows))
    }

    /// What the first rows say of the decimal sign and of the number of all rows.
    fn sample(self, parts: &[Part], layout: &Layout, options: &ReadOptions) -> Sample {
        let mut vote = Vote::new(layout, options);
        let mut heard = 0;
        let mut behind = 0;
        let first = parts.first().copied();
        if let Some(part) = first {
            let mut records = self.records_of(part);
            while heard < SAMPLE
                && let Some(record) = records.next()
            {
                heard += 1;
                behind = record.end - part.start;
                if record.fault.is_none() && record.fits(layout) {
                    vote.row(record.at, |index| record.cell(index));
                }
            }
        }
        let left = self.text.len() - first.map_or(0, |part| part.start);
        // What is wrong with the sign is told when all cells are heard.
        let numbers = vote.settle(&|at| self.place(at), &mut Problems::default());
        Sample {
            numbers,
            rows: left / behind.div_ceil(heard.max(1)).max(1),
        }
    }

    /// The rows under the header, with numbers read as `numbers` says.
    fn body(
        self,
        parts: &[Part],
        layout: &Layout,
        numbers: Numbers,
        expected: usize,
        options: &ReadOptions,
    ) -> Portion {
        let mut whole = Portion::new(layout, options);
        // Room for all of them at once: a table of millions is not moved about then. An estimate
        // may be far off, so that too little memory for it means nothing.
        if expected > SAMPLE {
            let each = layout.indicators.len().max(1);
            let _ = whole.made.rows.try_reserve(expected.saturating_mul(each));
        }
        let places = |at: At| self.place(at);
        in_order(
            parts,
            || Assembler::new(layout, numbers, options, &places),
            |assembler, part| self.portion(part, layout, assembler, options),
            |portion| whole.join(portion),
        );
        whole
    }

    fn portion(
        self,
        part: Part,
        layout: &Layout,
        assembler: &mut Assembler<'_>,
        options: &ReadOptions,
    ) -> Portion {
        let mut out = Portion::new(layout, options);
        let mut records = self.records_of(part);
        while let Some(record) = records.next() {
            if record.is_blank() {
                continue;
            }
            out.seen += 1;
            let cell = |index| record.cell(index);
            if let Some(fault) = record.fault {
                out.problems.add(|| self.misquoted(fault, record.at));
            } else if record.fits(layout) {
                out.vote.row(record.at, cell);
                assembler.row(record.at, cell, &mut out.problems);
            } else {
                out.problems.add(|| self.ragged(&record, layout));
            }
        }
        out.made = assembler.take();
        out
    }

    fn records_of(self, part: Part) -> Records<'t> {
        let range = part.start..part.end;
        Records::new(self.text, self.dialect.delimiter, range, part.lines)
    }

    /// Settles the decimal sign from all numeric cells, in a pass of its own.
    pub(super) fn vote(
        self,
        layout: &Layout,
        options: &ReadOptions,
        problems: &mut Problems,
    ) -> Numbers {
        let mut vote = Vote::new(layout, options);
        let mut records = self.records();
        records.next();
        while let Some(record) = records.next() {
            if record.fault.is_none() && record.fits(layout) {
                vote.row(record.at, |index| record.cell(index));
            }
        }
        vote.settle(&|at| self.place(at), problems)
    }

    /// The line of a row under the first one that looks like the header: reports put a title on top.
    fn header_below(self, headers: &Headers<'_>) -> Option<usize> {
        let mut records = self.records();
        records.next()?;
        for _ in 1..10 {
            let record = records.next()?;
            if headers.is_header(record.cells.iter()) {
                return Some(record.at.row);
            }
        }
        None
    }

    pub(super) fn ragged(self, record: &Record<'_>, layout: &Layout) -> Problem {
        let found = record.cells.len();
        let mut problem =
            Problem::error(say::ragged_row(layout.width, found)).at(self.place(record.at));
        if found > layout.width {
            problem = problem.help(say::quote_delimiter(self.dialect.shown()));
        }
        let raw = &self.text[record.at.byte..record.end];
        if raw.trim_end().contains('\n') {
            problem = problem.help(say::row_spans_lines());
        }
        problem
    }

    pub(super) fn misquoted(self, fault: Fault, row: At) -> Problem {
        match fault {
            Fault::Unclosed { open } => Problem::error(say::unclosed_quote())
                .at(self.stretch(row, open, open + 1))
                .help(say::double_quote()),
            Fault::Behind { open, text } => {
                let opened = self.stretch(row, open, open + 1).short();
                Problem::error(say::text_behind_quote())
                    .at(self.stretch(row, text, text + 1))
                    .help(say::quote_opened_at(opened))
                    .help(say::double_quote())
            }
        }
    }

    /// The place of a cell, or of the first line of a row.
    pub(super) fn place(self, at: At) -> Place {
        let cell = at
            .cell
            .and_then(|index| Cells::of(self.text, at.byte, self.dialect.delimiter).nth(index));
        match cell {
            Some(cell) => self.stretch(at, cell.start, cell.end),
            None => self.stretch(at, at.byte, self.text.len()),
        }
    }

    /// As [`Place::in_text`], which counts lines from the top of the text and would take time in
    /// the square of the length for a file with a mistake in every row.
    fn stretch(self, row: At, start: usize, end: usize) -> Place {
        let from = &self.text[row.byte..];
        let mut place = Place::in_text(self.name, from, start - row.byte, end - row.byte);
        if let Spot::Text { line, .. } = &mut place.spot {
            *line += row.row - 1;
        }
        place
    }
}

/// What the first rows say.
struct Sample {
    numbers: Numbers,
    /// About how many rows there are.
    rows: usize,
}

/// What some of the rows gave.
struct Portion {
    made: Made,
    problems: Problems,
    vote: Vote,
    /// How many rows are not blank.
    seen: usize,
}

impl Portion {
    fn new(layout: &Layout, options: &ReadOptions) -> Self {
        Self {
            made: Made::default(),
            problems: Problems::default(),
            vote: Vote::new(layout, options),
            seen: 0,
        }
    }

    /// Adds what the rows further down gave.
    fn join(&mut self, below: Self) {
        let Made { mut rows, unnamed } = below.made;
        self.made.rows.append(&mut rows);
        self.made.unnamed.extend(unnamed);
        self.problems.join(below.problems);
        self.vote.join(below.vote);
        self.seen += below.seen;
    }
}

#[cfg(test)]
mod tests;
