//! Bytes → text: byte order marks, UTF-8, UTF-16, Windows-1252, and what is no text at all.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use memchr::{memchr, memchr_iter};

use crate::problem::{Place, Problem};
use crate::table::sha256;
use crate::text::{BYTE_ORDER_MARK, say};

/// File formats that are mistaken for a text table, by their first bytes.
const FORMATS: &[(&[u8], &str)] = &[
    (b"%PDF-", "PDF"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Excel 97–2003 (.xls)"),
    (b"SQLite format 3\0", "SQLite"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"\x1F\x8B", "gzip"),
    (b"{\\rtf", "RTF"),
];

const XLSX: &str = "Excel (.xlsx)";
const ODS: &str = "OpenDocument (.ods)";

/// Formats that are a ZIP archive, by a name that stands uncompressed inside.
const ARCHIVES: &[(&[u8], &str)] = &[
    (b"xl/workbook", XLSX),
    (b"opendocument.spreadsheet", ODS),
    (b"word/document", "Word (.docx)"),
    (b".qde", "REFI-QDA (.qdpx)"),
];

/// An input as text.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// A warning where its encoding is doubtful.
    pub(crate) doubts: Vec<Problem>,
    /// Fingerprint of the bytes, where the text is not made of the same ones.
    pub(crate) sha256: Option<String>,
}

/// The text of an input. Bytes that are text already are kept as they are.
///
/// The text has no byte order mark, and a lone carriage return (old Macintosh) has become a line
/// feed, so that lines are counted alike everywhere; `\r\n` stays. Byte offsets of problems and
/// statements are those of this text.
///
/// # Errors
/// One problem, where it is no text or an empty one.
pub(crate) fn decode(bytes: Cow<'_, [u8]>, name: &str) -> Result<Decoded, Vec<Problem>> {
    let refused = |sentence| Problem::error(sentence).at(Place::file(name));
    if let Some(format) = foreign(&bytes) {
        let help = match format {
            XLSX => say::workbook_named_text_help(".xlsx"),
            ODS => say::workbook_named_text_help(".ods"),
            _ => say::save_as_csv(),
        };
        return Err(vec![refused(say::foreign_format(format)).help(help)]);
    }
    let wide = match *bytes {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        _ => None,
    };
    let is_settled = wide.is_none() && is_settled(&bytes);
    let mut print = (!is_settled).then(|| sha256(&bytes));
    let decoded = match wide {
        Some(encoding) => sixteen_bit(&bytes[2..], encoding).map(|text| (text, None)),
        None => eight_bit(bytes, &mut print),
    };
    let Some((text, broken)) = decoded else {
        return Err(vec![refused(say::binary_file()).help(say::save_as_csv())]);
    };
    let text = if is_settled { text } else { settled(text) };
    if text.trim_start().is_empty() {
        return Err(vec![refused(say::empty_file())]);
    }
    let doubt = broken.map(|at| {
        Problem::warning(say::mixed_encoding())
            .at(Place::in_text(name, &text, at, at + 1))
            .help(say::save_as_csv())
    });
    Ok(Decoded {
        text,
        doubts: doubt.into_iter().collect(),
        sha256: print,
    })
}

/// Text in an encoding of single bytes, and where it stops being plain UTF-8 although it began so.
///
/// Windows-1252 gives every byte a meaning, so it is taken only for what UTF-8 refuses. Text with
/// accented UTF-8 letters *and* other bytes is most likely damaged or joined from two files: each
/// stretch is read in its own encoding, and that is said.
///
/// Bytes that do not become the text have their fingerprint taken.
fn eight_bit(bytes: Cow<'_, [u8]>, print: &mut Option<String>) -> Option<(String, Option<usize>)> {
    if memchr(0, &bytes).is_some() {
        return None;
    }
    let bytes = match String::from_utf8(bytes.into_owned()) {
        Ok(text) => return Some((text, None)),
        Err(error) => error.into_bytes(),
    };
    print.get_or_insert_with(|| sha256(&bytes));
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut first_broken = None;
    let mut accented = false;
    for chunk in bytes.utf8_chunks() {
        // The byte order mark is no accented letter, yet it promises UTF-8 all the same.
        accented |= !chunk.valid().is_ascii();
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            let mark = if text.starts_with(BYTE_ORDER_MARK) {
                BYTE_ORDER_MARK.len_utf8()
            } else {
                0
            };
            first_broken.get_or_insert(text.len() - mark);
            let (letters, _) = WINDOWS_1252.decode_without_bom_handling(chunk.invalid());
            text.push_str(&letters);
        }
    }
    Some((text, first_broken.filter(|_| accented)))
}

fn sixteen_bit(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    let (text, is_malformed) = encoding.decode_without_bom_handling(bytes);
    (!is_malformed && !text.contains('\0')).then(|| text.into_owned())
}

/// Whether neither a byte order mark nor a lone carriage return is among the bytes.
fn is_settled(bytes: &[u8]) -> bool {
    let is_lone = |at: usize| bytes.get(at + 1) != Some(&b'\n');
    let mut mark = [0; 4];
    let mark = BYTE_ORDER_MARK.encode_utf8(&mut mark);
    !bytes.starts_with(mark.as_bytes()) && !memchr_iter(b'\r', bytes).any(is_lone)
}

/// `text` without byte order mark and with every line ending in a line feed.
fn settled(mut text: String) -> String {
    let marks = text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len();
    if marks > 0 {
        text.drain(..marks);
    }
    if is_settled(text.as_bytes()) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_lone = letter == '\r' && letters.peek() != Some(&'\n');
        out.push(if is_lone { '\n' } else { letter });
    }
    out
}

/// The name of the format that the bytes are certainly in, if it is no text.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"PK\x03\x04") {
        let inside = ARCHIVES.iter().find(|(mark, _)| contains(bytes, mark));
        return Some(inside.map_or("ZIP", |(_, format)| format));
    }
    FORMATS
        .iter()
        .find(|(mark, _)| bytes.starts_with(mark))
        .map(|(_, format)| *format)
}

fn contains(bytes: &[u8], mark: &[u8]) -> bool {
    // Names stand at the start (local headers) and at the end (directory) of an archive.
    const LOOKED_AT: usize = 64 << 10;
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let tail = &bytes[bytes.len().saturating_sub(LOOKED_AT)..];
    [head, tail]
        .iter()
        .any(|part| part.windows(mark.len()).any(|window| window == mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8]) -> String {
        decode(bytes.into(), "a.csv").expect("is text").text
    }

    fn code_of(bytes: &[u8]) -> &'static str {
        decode(bytes.into(), "a.csv").expect_err("is no text")[0].code
    }

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        std::iter::once(0xFEFF)
            .chain(text.encode_utf16())
            .flat_map(|unit: u16| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    }

    #[test]
    fn every_encoding_of_a_spreadsheet_gives_the_same_text() {
        let text = "wilayah;“SOP” — é\r\n";
        let mut marked = b"\xEF\xBB\xBF".to_vec();
        marked.extend(text.as_bytes());
        assert_eq!(text_of(text.as_bytes()), text);
        assert_eq!(text_of(&marked), text);
        assert_eq!(text_of(&utf16(text, true)), text);
        assert_eq!(text_of(&utf16(text, false)), text);
        assert_eq!(text_of(b"wilayah;\x93SOP\x94 \x97 \xE9\r\n"), text);
    }

    #[test]
    fn windows_1252_is_taken_without_a_word_and_a_mixture_is_said() {
        let read = |bytes: &[u8]| decode(bytes.into(), "a.csv").expect("is text");
        assert_eq!(read(b"a\n\x93b\x94").doubts, []);
        let mixed = read(b"caf\xC3\xA9\n\x93b");
        assert_eq!(mixed.text, "café\n“b");
        assert_eq!(
            said(&mixed.doubts),
            [("mixed_encoding", "a.csv:2:1".to_owned(), false)]
        );
    }

    fn said(problems: &[Problem]) -> Vec<(&'static str, String, bool)> {
        let said = |problem: &Problem| {
            let place = problem.place.as_ref().map(Place::short);
            (problem.code, place.unwrap_or_default(), problem.is_error())
        };
        problems.iter().map(said).collect()
    }

    #[test]
    fn a_byte_order_mark_does_not_shift_the_place_of_a_doubt() {
        let bytes = b"\xEF\xBB\xBFab\x93";
        let read = decode(bytes[..].into(), "a.csv").expect("is text");
        assert_eq!(said(&read.doubts)[0].1, "a.csv:1:3");
    }

    #[test]
    fn what_is_no_text_is_refused_by_name() {
        assert_eq!(code_of(b"a,b\0c"), "binary_file");
        assert_eq!(code_of(b"\xFF\xFEa"), "binary_file");
        assert_eq!(code_of(b"\xFF\xFE\0\0a\0\0\0"), "binary_file");
        assert_eq!(
            code_of(b"a\0,\0b\0"),
            "binary_file",
            "UTF-16 without a mark"
        );
        let workbook = &b"PK\x03\x04....xl/workbook.xml"[..];
        let workbook = decode(workbook.into(), "a.csv").expect_err("is no text");
        assert_eq!(workbook[0].code, "foreign_format");
        assert!(workbook[0].message.both()[1].contains("Excel"));
        assert_eq!(code_of(b"PK\x03\x04"), "foreign_format");
        assert_eq!(code_of(b"%PDF-1.7"), "foreign_format");
        assert_eq!(
            code_of(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
            "foreign_format"
        );
    }

    #[test]
    fn nothing_but_white_space_is_empty() {
        for bytes in [
            &b""[..],
            b" \r\n\t\n",
            b"\xEF\xBB\xBF",
            b"\xFF\xFE",
            b"\xEF\xBB\xBF\n",
        ] {
            assert_eq!(code_of(bytes), "empty_file");
        }
    }

    #[test]
    fn old_line_ends_become_line_feeds_of_the_same_length() {
        assert_eq!(text_of(b"a\rb\r\nc\r"), "a\nb\r\nc\n");
        assert_eq!(text_of("é\r\r\n".as_bytes()), "é\n\r\n");
    }
}
