//! A large text is cut at the ends of records, and its parts are read side by side.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use memchr::{memchr, memchr_iter, memrchr};

use super::delimited::fields;

/// How many bytes of text are read in one go; a smaller text is not worth a second processor.
pub(super) const SIZE: usize = 1 << 20;

/// Some rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// Byte of the text, or row of the sheet, where the first one starts.
    pub(crate) start: usize,
    /// Byte or row behind the last one.
    pub(crate) end: usize,
    /// How many lines of text stand above.
    pub(crate) lines: usize,
}

/// Cuts the records from byte `start` on, which is the end of one, into parts of about `size` bytes.
///
/// Without a quotation mark every line ends a record. Where there are some, each of their records
/// is walked over, so that a line break inside quotes cuts nothing. Behind a quotation mark out of
/// place nothing is cut any more: who reads on from there is told what the whole text would tell.
pub(super) fn parts(text: &str, delimiter: u8, start: usize, size: usize) -> Vec<Part> {
    let bytes = text.as_bytes();
    let lines = |from: usize, to: usize| memchr_iter(b'\n', &bytes[from..to]).count();
    let mut part = Part {
        start,
        end: bytes.len(),
        lines: lines(0, start),
    };
    let mut out = Vec::new();
    let mut cuts = Cuts {
        text,
        delimiter,
        known: start,
        quote: None,
    };
    while bytes.len() - part.start > size + size / 2 {
        let Some(cut) = cuts.next(part.start + size) else {
            break;
        };
        out.push(Part { end: cut, ..part });
        part.lines += lines(part.start, cut);
        part.start = cut;
    }
    if part.start < part.end || out.is_empty() {
        out.push(part);
    }
    out
}

/// Finds ends of records, further and further down.
struct Cuts<'t> {
    text: &'t str,
    delimiter: u8,
    /// A byte where a record is known to start.
    known: usize,
    /// The first quotation mark behind `known`, once it was looked for; the length of the text
    /// where there is none.
    quote: Option<usize>,
}

impl Cuts<'_> {
    /// The start of the first record at byte `from` or behind it.
    fn next(&mut self, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        while self.known < from {
            let known = self.known;
            let quote = *self.quote.get_or_insert_with(|| find(bytes, b'"', known));
            // Up to the line of the next quotation mark every line ends a record.
            let line = memrchr(b'\n', &bytes[known..quote]).map_or(known, |end| known + end + 1);
            if line >= from {
                self.known = find(bytes, b'\n', from - 1) + 1;
            } else {
                self.known = record_end(self.text, line, self.delimiter)?;
                self.quote = None;
            }
        }
        Some(self.known).filter(|known| *known < bytes.len())
    }
}

/// Where `byte` stands first from `start` on; the length where it does not.
fn find(bytes: &[u8], byte: u8, start: usize) -> usize {
    memchr(byte, &bytes[start..]).map_or(bytes.len(), |length| start + length)
}

/// The byte behind the record that starts at `start`; nothing where its quotation marks are wrong.
fn record_end(text: &str, start: usize, delimiter: u8) -> Option<usize> {
    let mut cells = fields(text, start..text.len(), delimiter);
    let is_sound = cells.all(|cell| cell.fault.is_none());
    is_sound.then(|| cells.behind())
}

/// Does `work` on every part, with all processors where there are several parts, and hands the
/// results to `take` in the order of the parts. `start` makes what one processor works with.
pub(crate) fn in_order<W, R: Send>(
    parts: &[Part],
    start: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, Part) -> R + Sync,
    mut take: impl FnMut(R) + Send,
) {
    if parts.len() < 2 {
        let mut worker = start();
        for part in parts {
            take(work(&mut worker, *part));
        }
        return;
    }
    let next = AtomicUsize::new(0);
    // What is done before its turn waits here.
    let waiting = Mutex::new((0, BTreeMap::new(), take));
    rayon::scope(|scope| {
        for _ in 0..rayon::current_num_threads().min(parts.len()) {
            scope.spawn(|_| {
                let mut worker = start();
                while let Some(part) = parts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let done = work(&mut worker, *part);
                    let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
                    let (turn, early, take) = &mut *waiting;
                    early.insert(part.start, done);
                    while let Some(due) = parts.get(*turn).and_then(|it| early.remove(&it.start)) {
                        take(due);
                        *turn += 1;
                    }
                }
            });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::rows::Rows;
    use crate::table::rows::tests::short_texts;

    /// Where records start, as one reader sees the whole text.
    fn starts(text: &str) -> Vec<(usize, usize)> {
        let mut rows = Rows::of_text(text, b',', 0..text.len(), 0);
        let mut out = Vec::new();
        while let Some(row) = rows.next() {
            out.push((row.span.start, row.at.row));
        }
        out
    }

    /// The same from the parts of the text.
    fn starts_of_parts(text: &str, size: usize) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        for part in parts(text, b',', 0, size) {
            let mut rows = Rows::of_text(text, b',', part.start..part.end, part.lines);
            while let Some(row) = rows.next() {
                out.push((row.span.start, row.at.row));
            }
        }
        out
    }

    /// All texts of up to seven of the letters that matter, cut as finely as can be.
    #[test]
    fn parts_hold_the_records_of_the_whole() {
        for text in short_texts(&["\"", ",", "\n", "a"], 7) {
            for size in 1..=3 {
                assert_eq!(
                    starts_of_parts(&text, size),
                    starts(&text),
                    "{text:?} {size}"
                );
            }
        }
    }

    #[test]
    fn parts_are_about_as_large_as_wanted() {
        let lines = "a,b,c\n".repeat(1_000);
        let all = parts(&lines, b',', 0, 600);
        assert_eq!(all.len(), 10);
        assert!(all.iter().all(|part| part.end - part.start == 600));
        let quoted = lines.replace("c\n", "\"c\n\"\r\n");
        assert!(parts(&quoted, b',', 0, 600).len() > 10);
    }

    #[test]
    fn results_come_in_the_order_of_the_parts() {
        let text = "a\n".repeat(5_000);
        let all = parts(&text, b',', 0, 10);
        let mut taken = Vec::new();
        in_order(&all, || 0, |_, part| part, |part| taken.push(part));
        assert_eq!(taken, all);
    }
}
