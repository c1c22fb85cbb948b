//! Text for a terminal: tables that fit its width, colour that only repeats what the text says.

use std::borrow::Cow;

use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Width};
use unicode_width::UnicodeWidthStr;

use crate::text::{Lang, label, list};
use crate::view::report::{Detail, Report};
use crate::view::{Block, Cell, Document, Heading, Table, Tone};

use super::{Failure, Page, Renderer, clean, shown};

pub(super) const TABLE: Renderer = Renderer {
    name: "table",
    endings: &["txt"],
    holds_several: true,
    has_detail: true,
    is_binary: false,
    render: reports,
};

fn reports(reports: &[&dyn Report], page: Page) -> Result<Vec<u8>, Failure> {
    let parts: Vec<String> = reports
        .iter()
        .map(|it| {
            let document = it.document(page.detail);
            let whole = page.detail == Detail::Full;
            rendered(&document, page.width, page.colour, whole)
        })
        .collect();
    Ok(parts.join("\n").into_bytes())
}

/// Width used where the terminal does not tell its own.
pub const DEFAULT_WIDTH: usize = 100;
/// Narrower than this, tables would be unreadable: lines may then be longer than the terminal.
const LEAST_WIDTH: usize = 40;

/// The document, at most `width` columns wide where its words allow; with terminal colours where
/// `colour` is on.
#[must_use]
pub fn render(document: &Document, width: usize, colour: bool) -> String {
    rendered(document, width, colour, false)
}

/// As [`render`]; with all columns, in parts where they do not fit, where the document is told `whole`.
fn rendered(document: &Document, width: usize, colour: bool, whole: bool) -> String {
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
            Block::Heading(Heading { text: heading, .. }) => {
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
                for line in table(it, document.lang, width, whole).lines() {
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

/// Whether [`wrapped`] would leave the text as it is: most cells are a number or a short word.
fn is_one_line(text: &str, width: usize) -> bool {
    let bytes = text.as_bytes();
    !bytes.is_empty()
        && bytes.len() <= width
        && bytes.iter().all(|byte| matches!(byte, b' '..=b'~'))
        && !text.starts_with(' ')
        && !text.ends_with(' ')
        && !text.contains("  ")
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
    fn marks(self, line: &str) -> Cow<'_, str> {
        if !line.contains([STRONG, MUTED, END]) {
            return Cow::Borrowed(line);
        }
        let painted = line
            .replace(STRONG, if self.colour { "\u{1b}[1m" } else { "" })
            .replace(MUTED, if self.colour { "\u{1b}[2m" } else { "" })
            .replace(END, if self.colour { "\u{1b}[0m" } else { "" });
        Cow::Owned(painted)
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
const LONGEST_WORD: usize = 28;
/// No column becomes narrower than this to let a table fit.
const CUT_AT: usize = 6;
/// A table with a cell longer than this gets a line between its rows.
const LONG_CELL: usize = 120;
/// Columns between two columns of a table.
const GUTTER: usize = 2;
/// Columns of one step of indentation.
const INDENT: usize = 2;

/// A table as people read it: every cell written out once, for it is measured more than once.
struct Written<'a> {
    table: &'a Table,
    /// The texts of each row, in the order of the columns.
    rows: Vec<Vec<Cow<'a, str>>>,
    sizes: Vec<Size>,
    lang: Lang,
}

impl<'a> Written<'a> {
    fn new(table: &'a Table, lang: Lang) -> Self {
        let write = |cell: &'a Cell| shown(&cell.content, lang);
        let rows: Vec<Vec<Cow<str>>> = table
            .rows
            .iter()
            .map(|row| row.iter().map(write).collect())
            .collect();
        let sizes = table.columns.iter().enumerate();
        let sizes = sizes.map(|(at, column)| {
            let indents = table
                .rows
                .iter()
                .filter_map(|row| Some(row.get(at)?.indent));
            let indent = INDENT * indents.max().unwrap_or(0);
            let label = clean(&column.label);
            let texts = rows.iter().filter_map(|row| row.get(at)).map(|it| &**it);
            Size::of(texts.chain([&*label]), indent)
        });
        Self {
            sizes: sizes.collect(),
            table,
            rows,
            lang,
        }
    }
}

/// The table; one that is too wide even without its optional columns stands in parts, each with
/// the first column.
fn table(table: &Table, lang: Lang, width: usize, whole: bool) -> String {
    let written = Written::new(table, lang);
    let sizes = &written.sizes;
    let all: Vec<usize> = (0..sizes.len()).collect();
    let needed: Vec<usize> = all
        .iter()
        .copied()
        .filter(|at| whole || !table.columns[*at].optional)
        .collect();
    if least(&needed, sizes) <= width || sizes.len() < 3 {
        return part(&written, &all, width, whole);
    }
    let mut parts = Vec::new();
    let mut from = 1;
    let columns =
        |from: usize, to: usize| -> Vec<usize> { std::iter::once(0).chain(from..to).collect() };
    while from < sizes.len() {
        let mut to = from + 1;
        while to < sizes.len() && least(&columns(from, to + 1), sizes) <= width {
            to += 1;
        }
        parts.push(part(&written, &columns(from, to), width, whole));
        from = to;
    }
    parts.join("\n\n")
}

/// The table with the columns at the positions `columns`, as far as they fit.
fn part(written: &Written, columns: &[usize], width: usize, whole: bool) -> String {
    let Written { table, sizes, .. } = written;
    let mut kept: Vec<usize> = columns.to_vec();
    // What may be left out goes from the right until the rest fits with its words whole.
    while !whole && least(&kept, sizes) > width {
        let Some(last) = kept.iter().rposition(|at| table.columns[*at].optional) else {
            break;
        };
        kept.remove(last);
    }
    let sizes: Vec<&Size> = kept.iter().map(|at| &sizes[*at]).collect();
    let widths = widths(&sizes, width);
    let long = sizes.iter().any(|it| it.longest > LONG_CELL);
    let rule = |sign| LineStyle::none().fill(sign).junction(sign);
    let mut style = NOTHING.header_separator(rule('─'));
    if long {
        style = style.row_separator(rule('┄'));
    }
    let mut out = comfy_table::Table::new();
    out.load_style(style)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::MAX)
        .set_header(kept.iter().map(|at| clean(&table.columns[*at].label)));
    for (row, texts) in table.rows.iter().zip(&written.rows) {
        let cells = kept.iter().zip(&widths);
        out.add_row(cells.map(|(at, width)| match row.get(*at) {
            Some(cell) => lines(cell, &texts[*at], *width),
            None => String::new(),
        }));
    }
    let last = kept.len().saturating_sub(1);
    for (place, at) in kept.iter().enumerate() {
        let Some(it) = out.column_mut(place) else {
            continue;
        };
        // One column of the gutter is the junction that the table library draws itself.
        let padding = if place == last { 0 } else { GUTTER - 1 };
        it.set_padding((0, u16::try_from(padding).unwrap_or(0)));
        if table.columns[*at].numeric {
            it.set_cell_alignment(CellAlignment::Right);
        }
        let exact = u16::try_from(widths[place] + padding).unwrap_or(u16::MAX);
        it.set_constraint(ColumnConstraint::Absolute(Width::Fixed(exact)));
    }
    let mut text = out.to_string();
    if kept.len() < columns.len() {
        let hidden = columns.iter().filter(|at| !kept.contains(at));
        let names = list(hidden.map(|at| clean(&table.columns[*at].label)));
        for line in wrapped(&label::hidden_columns(written.lang, names), width) {
            text.push('\n');
            text.push_str(&line);
        }
    }
    text
}

/// The lines of a cell whose text is `text`, each indented and marked.
fn lines(cell: &Cell, text: &str, width: usize) -> String {
    let room = width.saturating_sub(INDENT * cell.indent);
    if cell.indent == 0 && cell.tone == Tone::Plain && is_one_line(text, room) {
        return text.to_owned();
    }
    // Spaces that do not break keep the indentation of every line.
    let indent = "\u{a0}".repeat(INDENT * cell.indent);
    let lines: Vec<String> = wrapped(text, room)
        .iter()
        .map(|line| format!("{indent}{}", marked(line, cell.tone)))
        .collect();
    lines.join("\n")
}

/// How wide a column wants to be, and how much text is in it.
struct Size {
    /// Its longest word.
    least: usize,
    /// Its longest line.
    wanted: usize,
    /// Its longest cell, all lines together.
    longest: usize,
    /// All its text.
    text: usize,
}

impl Size {
    fn of<'t>(texts: impl Iterator<Item = &'t str>, indent: usize) -> Self {
        let (mut word, mut line, mut longest, mut all) = (1, 1, 0, 0);
        for text in texts {
            let width = columns_of(text);
            all += width;
            longest = longest.max(width);
            for part in text.split('\n') {
                line = line.max(columns_of(part));
                for it in part.split(' ') {
                    word = word.max(columns_of(it));
                }
            }
        }
        Self {
            least: word.min(LONGEST_WORD) + indent,
            wanted: line + indent,
            longest,
            text: all,
        }
    }
}

/// Columns that a text takes on a terminal.
fn columns_of(text: &str) -> usize {
    // Nearly every text is plain letters, of which each takes one.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        text.len()
    } else {
        text.width()
    }
}

/// The least width of these columns together.
fn least(kept: &[usize], sizes: &[Size]) -> usize {
    let gutters = GUTTER * kept.len().saturating_sub(1);
    kept.iter().map(|at| sizes[*at].least).sum::<usize>() + gutters
}

/// The width of each column: as wide as its content where all fit; else every column keeps its
/// longest word, and what is left goes where most text waits for it.
fn widths(sizes: &[&Size], width: usize) -> Vec<usize> {
    let room = width.saturating_sub(GUTTER * sizes.len().saturating_sub(1));
    let mut out: Vec<usize> = sizes.iter().map(|size| size.wanted).collect();
    if out.iter().sum::<usize>() <= room {
        return out;
    }
    out = sizes.iter().map(|size| size.least).collect();
    // Rather cut words than leave the terminal: the widest columns give way first.
    while out.iter().sum::<usize>() > room {
        let widest = (0..out.len())
            .filter(|at| out[*at] > CUT_AT)
            .max_by_key(|at| out[*at]);
        let Some(at) = widest else { break };
        out[at] -= 1;
    }
    let mut left = room.saturating_sub(out.iter().sum());
    // Short columns become whole first, as long as that costs at most half of what is left.
    let mut by_want: Vec<usize> = (0..out.len()).collect();
    by_want.sort_by_key(|at| sizes[*at].wanted);
    for at in by_want {
        let cost = sizes[at].wanted.saturating_sub(out[at]);
        if cost <= left / 2 {
            out[at] += cost;
            left -= cost;
        }
    }
    while left > 0 {
        let neediest = (0..out.len())
            .filter(|at| out[*at] < sizes[*at].wanted)
            .max_by_key(|at| sizes[*at].text * 1000 / out[*at]);
        let Some(at) = neediest else { break };
        out[at] += 1;
        left -= 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Cell, Column};

    fn sample() -> Document {
        Document {
            lang: Lang::Id,
            title: "Judul".to_owned(),
            subtitle: String::new(),
            blocks: vec![
                Block::heading("Bagian"),
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
