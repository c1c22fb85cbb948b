//! The greeting: three kinds of user, and the command each would try first.

use crate::text::{Lang, label};

use super::envelope::VERSION;
use super::{Block, Document};

/// What `siap` alone says.
#[must_use]
pub fn document(lang: Lang) -> Document {
    let user = |heading: &str, lines: [&str; 3]| {
        let pair = |line: &str| {
            let (command, what) = line.split_once("    ").unwrap_or((line, ""));
            (command.to_owned(), what.to_owned())
        };
        [
            Block::heading(heading.to_owned()),
            Block::Commands(lines.map(pair).to_vec()),
        ]
    };
    let mut blocks = vec![Block::Paragraph(label::welcome_intro(lang).to_owned())];
    blocks.extend(user(
        label::welcome_researcher(lang),
        [
            label::welcome_researcher_first(lang),
            label::welcome_researcher_second(lang),
            label::welcome_researcher_third(lang),
        ],
    ));
    blocks.extend(user(
        label::welcome_planner(lang),
        [
            label::welcome_planner_first(lang),
            label::welcome_planner_second(lang),
            label::welcome_planner_third(lang),
        ],
    ));
    blocks.extend(user(
        label::welcome_province(lang),
        [
            label::welcome_province_first(lang),
            label::welcome_province_second(lang),
            label::welcome_province_third(lang),
        ],
    ));
    blocks.push(Block::Paragraph(label::welcome_help(lang).to_owned()));
    Document {
        lang,
        title: format!("siap {VERSION}"),
        subtitle: String::new(),
        blocks,
    }
}
