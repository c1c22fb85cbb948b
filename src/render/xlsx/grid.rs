//! Tables of documents → columns of cells: what is a number becomes one, with the decimals that people
//! read as its format.

use std::collections::{BTreeMap, BTreeSet};

use unicode_width::UnicodeWidthStr;

use crate::render::{clean, shown};
use crate::text::{Lang, label, rounded};
use crate::view::book::{self, Format, Look, Seat, Width};
use crate::view::{Cell, Content, Link, Number, Tone};

use super::chapters::Part;

/// A column as it is written.
pub(super) struct Column {
    pub(super) label: String,
    pub(super) cells: Vec<book::Cell>,
    pub(super) width: Width,
}

/// The columns of a table.
pub(super) struct Grid {
    pub(super) columns: Vec<Column>,
    /// How many from the left say what a row is about.
    pub(super) keys: u16,
}

/// How the cells of a column are taken apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Split {
    /// Each is one cell.
    None,
    /// The lowest and the highest of a range.
    Range,
    /// Several values, which the heading names with the same sign between them.
    Parts(&'static str),
}

impl Grid {
    pub(super) fn new(part: &Part<'_>, anchors: &BTreeMap<String, Seat>, lang: Lang) -> Self {
        let mut columns = Vec::new();
        if let Some(things) = part.things {
            let cells = part.rows.iter().map(|(thing, _)| {
                let cell = book::Cell::from(clean(thing).into_owned());
                cell.look(Look::Wrapped)
            });
            columns.push(Column::new(things, cells.collect(), lang));
        }
        for (at, column) in part.columns.iter().enumerate() {
            let cells: Vec<Option<&Cell>> = part.rows.iter().map(|(_, it)| it[at]).collect();
            let split = split(&column.label, &cells, lang);
            for (nth, label) in labels(&column.label, split, lang).iter().enumerate() {
                let cells = cells.iter().map(|it| match it {
                    Some(cell) => written(cell, (split, nth), anchors, lang),
                    None => book::Content::Empty.into(),
                });
                columns.push(Column::new(label, cells.collect(), lang));
            }
        }
        told_apart(&mut columns, lang);
        Self {
            columns,
            keys: 1 + u16::from(part.things.is_some()),
        }
    }
}

/// How a column is taken apart: only where no cell would be left whole.
fn split(label: &str, cells: &[Option<&Cell>], lang: Lang) -> Split {
    let mut joined: Option<(usize, &'static str)> = None;
    let mut single = false;
    for cell in cells.iter().flatten() {
        match &cell.content {
            Content::Joined { parts, by } if parts.iter().all(is_number) => {
                if joined.is_some_and(|it| it != (parts.len(), *by)) {
                    return Split::None;
                }
                joined = Some((parts.len(), *by));
            }
            Content::Empty | Content::Missing(_) => {}
            other if is_number(other) => single = true,
            _ => return Split::None,
        }
    }
    match joined {
        Some((2, by)) if by == "–" || by == label::agree_to(lang) => Split::Range,
        Some((count, by)) if !single && pieces(label, by).len() == count => Split::Parts(by),
        _ => Split::None,
    }
}

fn is_number(content: &Content) -> bool {
    match content {
        Content::Number(it) => format(it).is_some(),
        Content::Count(_) => true,
        _ => false,
    }
}

/// A heading that names several values, such as `+ / −`, taken apart.
fn pieces<'l>(label: &'l str, by: &str) -> Vec<&'l str> {
    match by.trim() {
        "" => vec![label],
        by => {
            let parts = label.split(by).map(str::trim);
            parts.filter(|it| !it.is_empty()).collect()
        }
    }
}

fn labels(label: &str, split: Split, lang: Lang) -> Vec<String> {
    match split {
        Split::None => vec![label.to_owned()],
        Split::Range => vec![
            label::result_lowest(lang, label),
            label::result_highest(lang, label),
        ],
        Split::Parts(by) => {
            let parts = pieces(label, by).into_iter();
            parts.map(str::to_owned).collect()
        }
    }
}

/// The cell of a column that came of the `nth` value of the cells of another.
fn written(
    cell: &Cell,
    (split, nth): (Split, usize),
    anchors: &BTreeMap<String, Seat>,
    lang: Lang,
) -> book::Cell {
    let content = match &cell.content {
        Content::Joined { parts, .. } if split != Split::None => {
            parts.get(nth).unwrap_or(&Content::Empty)
        }
        whole => whole,
    };
    let look = match (content, cell.tone) {
        (Content::Missing(_), _) | (_, Tone::Muted) => Look::Muted,
        (_, Tone::Strong) => Look::Main,
        (_, Tone::Plain) => Look::Wrapped,
    };
    let made = match content {
        Content::Empty => book::Content::Empty.into(),
        Content::Count(count) => {
            #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
            let count = *count as f64;
            book::Cell::shown(count, Format::Fixed(0))
        }
        Content::Number(it) => match format(it) {
            Some(Format::Percent(decimals)) => {
                book::Cell::shown(it.value / 100.0, Format::Percent(decimals))
            }
            Some(format) => book::Cell::shown(it.value, format),
            None => shown(content, lang).into_owned().into(),
        },
        _ => shown(content, lang).into_owned().into(),
    };
    let made = match &made.content {
        // Numbers stand at the right edge.
        book::Content::Text(_) => made.look(look).indent(cell.indent),
        _ => made.look(look),
    };
    match cell.link.as_deref() {
        Some(Link::To(id)) if matches!(made.content, book::Content::Text(_)) => {
            match anchors.get(id) {
                Some(seat) => made.leading_to(seat.clone()),
                None => made,
            }
        }
        _ => made,
    }
}

/// How a number is shown; nothing where only its text says what it is.
fn format(it: &Number) -> Option<Format> {
    if !it.value.is_finite() {
        return None;
    }
    let decimals = match it.short {
        true => needed(it.value, it.decimals),
        false => it.decimals,
    };
    match (it.suffix, it.signed, it.about) {
        ("", false, false) => Some(Format::Fixed(decimals)),
        ("", true, false) => Some(Format::Signed(decimals)),
        ("", false, true) => Some(Format::About(decimals)),
        ("%", false, false) => Some(Format::Percent(decimals)),
        _ => None,
    }
}

/// How many decimals of at most `most` are no zeros at the end.
fn needed(value: f64, most: usize) -> usize {
    let text = format!("{:.most$}", rounded(value, most));
    let decimals = text.split_once('.').map_or("", |it| it.1);
    decimals.trim_end_matches('0').len()
}

impl Column {
    fn new(label: &str, cells: Vec<book::Cell>, lang: Lang) -> Self {
        let label = super::super::clean_text(label, false);
        let width = width(&label, &cells, lang);
        Self {
            label,
            cells,
            width,
        }
    }
}

/// Gives every column a heading of its own.
fn told_apart(columns: &mut [Column], lang: Lang) {
    let mut given: BTreeSet<String> = BTreeSet::new();
    for (at, column) in columns.iter_mut().enumerate() {
        if column.label.trim().is_empty() {
            column.label = label::result_column(lang, at + 1);
        }
        let first = column.label.clone();
        let mut nth = 1;
        while !given.insert(column.label.to_lowercase()) {
            nth += 1;
            column.label = format!("{first} ({nth})");
        }
    }
}

/// As wide as its longest line, within bounds; a heading may take several lines.
fn width(label: &str, cells: &[book::Cell], lang: Lang) -> Width {
    const LEAST: usize = 7;
    const MOST: usize = 60;
    /// A text longer than this gets more room, so that its row is not higher than a screen.
    const LONG: usize = 900;
    /// The arrow for filtering, and space at both sides.
    const BESIDE: usize = 3;
    let mut widest = 0;
    let mut long = false;
    for cell in cells {
        let letters = match &cell.content {
            book::Content::Text(text) => {
                long |= text.len() > LONG;
                text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
            }
            book::Content::Number(value, format) => digits(*value, *format, lang),
            book::Content::Empty | book::Content::Formula(..) => 0,
        };
        widest = widest.max(letters + 2 * usize::from(cell.indent));
    }
    let words = label.split_whitespace().map(UnicodeWidthStr::width);
    let head = words.max().unwrap_or(0).max(label.width() / 3) + BESIDE;
    let most = if long { MOST * 3 / 2 } else { MOST };
    let letters = (widest + 2).clamp(LEAST, most).max(head.min(MOST));
    // Below 100 by its bounds.
    Width::of(f64::from(u8::try_from(letters).unwrap_or(u8::MAX)))
}

/// How many letters a number takes.
fn digits(value: f64, format: Format, lang: Lang) -> usize {
    let (value, decimals, more) = match format {
        Format::Plain => (value, 6, 0),
        Format::Fixed(decimals) => (value, decimals, 0),
        Format::Percent(decimals) => (value * 100.0, decimals, 1),
        Format::Signed(decimals) => (value.abs(), decimals, 1),
        Format::About(decimals) => (value, decimals, 2),
    };
    crate::text::number(value, decimals, lang).len() + more
}
