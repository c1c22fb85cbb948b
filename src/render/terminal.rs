//! Text for a terminal: tables that fit its width, colour that only repeats what the text says.

use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Width};
use unicode_width::UnicodeWidthStr;

use crate::view::{Block, Document, Table, Tone};

use super::{clean, shown};

/// Width used where the terminal does not tell its own.
pub const DEFAULT_WIDTH: usize = 100;
/// Narrower than this, tables would be unreadable: lines may then be longer than the terminal.
const LEAST_WIDTH: usize = 40;

/// The document, at most `width` columns wide where its words allow; with terminal colours where
/// `colour` is on.
#[must_use]
pub fn render(document: &Document, width: usize, colour: bool) -> String {
    let width = width.max(LEAST_WIDTH);
    let paint = Paint { colour };
    let mut out = String::new();
    text(&mut out, &document.title, width, paint, Tone::Strong);
    text(&mut out, &document.subtitle, width, paint, Tone::Muted);
    // A heading and what it heads stay together.
    let mut apart = !out.is_empty();
    for block in &document.blocks {
        if apart {
            out.push('\n');
        }
        apart = true;
        match block {
            Block::Heading(heading) => {
                text(&mut out, heading, width, paint, Tone::Strong);
                apart = false;
            }
            Block::Paragraph(words) => text(&mut out, words, width, paint, Tone::Plain),
            Block::List(lines) => {
                for line in lines {
                    for (at, part) in wrapped(&clean(line), width - 2).iter().enumerate() {
                        out.push_str(if at == 0 { "- " } else { "  " });
                        out.push_str(part);
                        out.push('\n');
                    }
                }
            }
            Block::Commands(pairs) => commands(&mut out, pairs, width, paint),
            Block::Table(it) => {
                for line in table(it, document, width).lines() {
                    out.push_str(&paint.marks(line.trim_end()));
                    out.push('\n');
                }
            }
        }
    }
    out
}

fn text(out: &mut String, words: &str, width: usize, paint: Paint, tone: Tone) {
    for line in wrapped(&clean(words), width) {
        out.push_str(&paint.line(&line, tone));
        out.push('\n');
    }
}

/// Commands on lines of their own, each with what it does below.
fn commands(out: &mut String, pairs: &[(String, String)], width: usize, paint: Paint) {
    for (command, what) in pairs {
        out.push_str("  ");
        out.push_str(&paint.line(&clean(command), Tone::Strong));
        out.push('\n');
        for line in wrapped(&clean(what), width - 6) {
            out.push_str("      ");
            out.push_str(&line);
            out.push('\n');
        }
    }
}

/// Lines of at most `width` columns, broken between words; a longer word stays whole.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        // Not at spaces that do not break: they hold a sign and its number together.
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            if !line.is_empty() && line.width() + 1 + word.width() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

#[derive(Clone, Copy)]
struct Paint {
    colour: bool,
}

impl Paint {
    fn line(self, text: &str, tone: Tone) -> String {
        let code = match tone {
            Tone::Plain => return text.to_owned(),
            Tone::Strong => "1",
            Tone::Muted => "2",
        };
        if self.colour {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    /// Turns the marks that [`marked`] left into terminal codes.
    fn marks(self, line: &str) -> String {
        line.replace(STRONG, if self.colour { "\u{1b}[1m" } else { "" })
            .replace(MUTED, if self.colour { "\u{1b}[2m" } else { "" })
            .replace(END, if self.colour { "\u{1b}[0m" } else { "" })
    }
}

// Signs without width that stand for terminal codes while the table is laid out: the codes
// themselves would be counted as letters. `clean` keeps them out of users' texts.
const STRONG: char = '\u{2061}';
const MUTED: char = '\u{2062}';
const END: char = '\u{2063}';

/// The text with each word between marks, so that a line break never cuts a pair.
fn marked(text: &str, tone: Tone) -> String {
    let start = match tone {
        Tone::Plain => return text.to_owned(),
        Tone::Strong => STRONG,
        Tone::Muted => MUTED,
    };
    let mut out = String::with_capacity(text.len() + 8);
    for (at, word) in text.split(' ').enumerate() {
        if at > 0 {
            out.push(' ');
        }
        if !word.is_empty() {
            out.push(start);
            out.push_str(word);
            out.push(END);
        }
    }
    out
}

/// Words longer than this may be cut to let a table fit.
const LONGEST_WORD: usize = 18;
/// A table with a cell longer than this gets a line between its rows.
const LONG_CELL: usize = 120;
/// Columns between two columns of a table.
const GUTTER: usize = 2;
/// Columns of one step of indentation.
const INDENT: usize = 2;

fn table(table: &Table, document: &Document, width: usize) -> String {
    let texts: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| shown(&cell.content, document.lang)).collect())
        .collect();
    let labels: Vec<String> = table.columns.iter().map(|it| clean(&it.label)).collect();
    let indents: Vec<usize> = (0..labels.len())
        .map(|at| {
            let cells = table.rows.iter().filter_map(|row| row.get(at));
            cells.map(|cell| INDENT * cell.indent).max().unwrap_or(0)
        })
        .collect();
    let widths = widths(&labels, &texts, &indents, width);
    let rule = |sign| LineStyle::none().fill(sign).junction(sign);
    let mut style = NOTHING.header_separator(rule('─'));
    if texts.iter().flatten().any(|text| text.width() > LONG_CELL) {
        style = style.row_separator(rule('┄'));
    }
    let mut out = comfy_table::Table::new();
    out.load_style(style)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::MAX)
        .set_header(&labels);
    for (row, texts) in table.rows.iter().zip(&texts) {
        out.add_row(
            row.iter().zip(texts).zip(&widths).map(|((cell, text), width)| {
                // Spaces that do not break keep the indentation of every line.
                let indent = "\u{a0}".repeat(INDENT * cell.indent);
                let lines = wrapped(text, width.saturating_sub(INDENT * cell.indent));
                let lines: Vec<String> = lines
                    .iter()
                    .map(|line| format!("{indent}{}", marked(line, cell.tone)))
                    .collect();
                lines.join("\n")
            }),
        );
    }
    let last = table.columns.len().saturating_sub(1);
    for (at, column) in table.columns.iter().enumerate() {
        let Some(it) = out.column_mut(at) else {
            continue;
        };
        // One column of the gutter is the junction that the table library draws itself.
        let padding = if at == last { 0 } else { GUTTER - 1 };
        it.set_padding((0, u16::try_from(padding).unwrap_or(0)));
        if column.numeric {
            it.set_cell_alignment(CellAlignment::Right);
        }
        let exact = u16::try_from(widths[at] + padding).unwrap_or(u16::MAX);
        it.set_constraint(ColumnConstraint::Absolute(Width::Fixed(exact)));
    }
    out.to_string()
}

/// The width of each column: as wide as its content where all fit; else every column keeps its
/// longest word, and what is left goes where most text waits for it.
fn widths(
    labels: &[String],
    rows: &[Vec<String>],
    indents: &[usize],
    width: usize,
) -> Vec<usize> {
    let cells = |at: usize| {
        rows.iter()
            .filter_map(move |row| row.get(at))
            .map(String::as_str)
            .chain([labels[at].as_str()])
    };
    let mut wanted = Vec::new();
    let mut out = Vec::new();
    let mut text = Vec::new();
    for (at, indent) in indents.iter().enumerate() {
        let lines = cells(at).flat_map(str::lines).map(UnicodeWidthStr::width);
        wanted.push(lines.max().unwrap_or(0).max(1) + indent);
        let words = cells(at).flat_map(|text| text.split([' ', '\n']));
        let longest = words.map(UnicodeWidthStr::width).max().unwrap_or(0);
        out.push(longest.min(LONGEST_WORD).max(1) + indent);
        text.push(cells(at).map(UnicodeWidthStr::width).sum::<usize>());
    }
    let room = width.saturating_sub(GUTTER * labels.len().saturating_sub(1));
    if wanted.iter().sum::<usize>() <= room {
        return wanted;
    }
    let mut left = room.saturating_sub(out.iter().sum());
    while left > 0 {
        let neediest = (0..out.len())
            .filter(|at| out[*at] < wanted[*at])
            .max_by_key(|at| text[*at] * 1000 / out[*at]);
        let Some(at) = neediest else { break };
        out[at] += 1;
        left -= 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use crate::view::{Cell, Column};

    fn sample() -> Document {
        Document {
            lang: Lang::Id,
            title: "Judul".to_owned(),
            subtitle: String::new(),
            blocks: vec![
                Block::Heading("Bagian".to_owned()),
                Block::Table(Table {
                    columns: vec![Column::text("a", "Wilayah"), Column::number("b", "Skor")],
                    rows: vec![vec![
                        Cell::text("Kabupaten Penukal Abab Lematang Ilir").tone(Tone::Strong),
                        Cell::number(61.111, 1),
                    ]],
                }),
            ],
        }
    }

    #[test]
    fn a_narrow_terminal_wraps_long_names() {
        let text = render(&sample(), 40, false);
        assert!(text.lines().all(|line| line.width() <= 40), "{text}");
        assert!(text.contains("61,1"), "{text}");
    }

    #[test]
    fn colour_adds_nothing_but_codes() {
        let plain = render(&sample(), 60, false);
        let mut coloured = render(&sample(), 60, true);
        for code in ["\u{1b}[1m", "\u{1b}[2m", "\u{1b}[0m"] {
            coloured = coloured.replace(code, "");
        }
        assert_eq!(coloured, plain);
    }
}
