//! Which sign separates the cells of a text, and where its header starts.

use std::collections::BTreeMap;

use crate::read::header::Headers;
use crate::table::Rows;

/// How a text is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dialect {
    pub(crate) delimiter: u8,
    /// Byte where the header starts.
    pub(crate) start: usize,
}

impl Dialect {
    /// What Excel's own `sep=;` line declares, else the candidate that makes most of the text.
    pub(crate) fn of(text: &str, headers: &Headers<'_>) -> Self {
        if let Some(declared) = Self::declared(text) {
            return declared;
        }
        let mut best = Self::with(b',');
        let mut most = best.merit(text, headers);
        for delimiter in [b';', b'\t', b'|'] {
            let dialect = Self::with(delimiter);
            let merit = dialect.merit(text, headers);
            if merit > most {
                (best, most) = (dialect, merit);
            }
        }
        best
    }

    fn with(delimiter: u8) -> Self {
        Self {
            delimiter,
            start: 0,
        }
    }

    fn declared(text: &str) -> Option<Self> {
        let line = text.lines().next()?;
        let bare = line.trim_matches(['"', ' ']);
        let sign = bare
            .get(..4)
            .filter(|head| head.eq_ignore_ascii_case("sep="))
            .map(|_| &bare[4..])?;
        let [delimiter] = *sign.as_bytes() else {
            return None;
        };
        let is_usable = delimiter == b'\t' || delimiter.is_ascii_punctuation() && delimiter != b'"';
        is_usable.then(|| Self {
            delimiter,
            start: text.find('\n').map_or(text.len(), |at| at + 1),
        })
    }

    /// How much of the text this delimiter makes sense of: known headers in one row, then rows
    /// with the same number of cells, then cells in them.
    fn merit(self, text: &str, headers: &Headers<'_>) -> (usize, usize, usize) {
        const ROWS: usize = 50;
        const HEADER_ROWS: usize = 10;
        const HEADER_CELLS: usize = 1_000;
        let mut rows = Rows::of_text(text, self.delimiter, 0..text.len(), 0);
        let mut known = 0;
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        for number in 0..ROWS {
            let Some(row) = rows.next() else { break };
            if number < HEADER_ROWS {
                let cells = row.texts().take(HEADER_CELLS);
                known = known.max(cells.filter(|cell| headers.knows(cell)).count());
            }
            if row.len() > 1 {
                *widths.entry(row.len()).or_default() += 1;
            }
        }
        let (rows, width) = widths
            .into_iter()
            .map(|(width, rows)| (rows, width))
            .max()
            .unwrap_or_default();
        (known, rows, width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::settings::ReadOptions;

    fn delimiter(text: &str) -> u8 {
        Dialect::of(text, &Headers::new(&ReadOptions::default())).delimiter
    }

    #[test]
    fn the_delimiter_is_the_one_that_makes_sense() {
        for (text, expected) in [
            ("region,indicator\nOKI,t1\n", b','),
            ("region;indicator;level\nOKI;t1;2,5\nOKU;t1;3,5\n", b';'),
            ("region\tindicator\tnote\nOKI\tt1\ta, b; c\n", b'\t'),
            ("region|indicator|note\nOKI|t1|a, b; c\n", b'|'),
            (
                "region,indicator,note\nOKI,t1,\"a; b; c\"\nOKU,t1,d; e; f\n",
                b',',
            ),
            ("\"region\";\"a,b,c\"\n\"x\";\"1,2,3\"\n", b';'),
            ("a;b\n1,5;2,5\n", b';'),
            ("Laporan, 2024\nregion;indicator\nOKI;t1\n", b';'),
            ("satu kolom\n", b','),
            ("sep=|\nregion,indicator\n", b'|'),
            ("\"sep=;\"\nregion,indicator\n", b';'),
            ("SEP=\t\nregion,indicator\n", b'\t'),
            ("sep=xy\nregion,indicator\nOKI,t1", b','),
        ] {
            assert_eq!(char::from(delimiter(text)), char::from(expected), "{text}");
        }
    }
}
