//! How much of an answer stands where: on the screen and on the first sheet the same short one, behind it
//! every table whole.

use crate::text::{Lang, label};
use crate::view::Block;

/// Where an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// On the screen: what is left out stands in the workbook.
    Screen,
    /// On the first sheet: what is left out stands on a sheet behind it.
    Page,
    /// Everything.
    Whole,
}

/// A name of the sheets that hold the tables of a section.
pub(super) type Named = fn(Lang) -> &'static str;

impl Extent {
    pub(super) fn is_whole(self) -> bool {
        self == Self::Whole
    }

    /// Blocks of a section whose tables are no longer than `most` rows; with `total` the last row of each is
    /// kept beside them.
    pub(super) fn cut(
        self,
        blocks: Vec<Block>,
        (most, total): (usize, bool),
        named: Named,
        lang: Lang,
    ) -> Vec<Block> {
        if self.is_whole() {
            return blocks;
        }
        let mut out = Vec::new();
        let mut tables = 0;
        for block in blocks {
            tables += usize::from(matches!(block, Block::Table(_)));
            let (block, more) = shortened(block, most, total);
            out.push(block);
            if more > 0 {
                out.push(Block::Paragraph(match self {
                    Self::Page => label::outcome_more_on(lang, more, numbered(named(lang), tables)),
                    _ => label::outcome_more_rows(lang, more),
                }));
            }
        }
        out
    }
}

/// The name of the sheet of the table `at` (from 1) of a section.
pub(super) fn numbered(name: &str, at: usize) -> String {
    match at {
        1 => name.to_owned(),
        _ => format!("{name} {at}"),
    }
}

/// A table with its first rows alone, with `total` also its last, and how many are left out; anything else as
/// it is.
fn shortened(block: Block, most: usize, total: bool) -> (Block, usize) {
    let kept_last = usize::from(total);
    match block {
        Block::Table(mut table) if table.rows.len() > most + kept_last => {
            let more = table.rows.len() - most - kept_last;
            let last = table.rows.pop().filter(|_| total);
            table.rows.truncate(most);
            table.rows.extend(last);
            (Block::Table(table), more)
        }
        other => (other, 0),
    }
}
