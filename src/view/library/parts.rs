//! What frameworks and crosswalks show alike.

use schemars::JsonSchema;
use serde::Serialize;

use crate::framework::Level;
use crate::text::{Lang, Text};
use crate::view::{Block, words};

pub(super) fn texts(heading: &str, texts: &[Text], lang: Lang, blocks: &mut Vec<Block>) {
    if !texts.is_empty() {
        blocks.push(Block::heading(heading.to_owned()));
        blocks.push(Block::List(
            texts.iter().map(|it| it.get(lang).to_owned()).collect(),
        ));
    }
}

/// The names of levels, lowest first.
pub(super) fn level_names(levels: &[Level], lang: Lang) -> Block {
    let names = levels.iter().map(|level| {
        let value = words::level(lang, level.value);
        format!("{value}  {}", level.label.get(lang))
    });
    Block::List(names.collect())
}

#[derive(Serialize, JsonSchema)]
pub(super) struct TitleRecord<'a> {
    /// In Indonesian.
    id: &'a str,
    /// In English.
    en: &'a str,
}

pub(super) fn title_record(text: &Text) -> TitleRecord<'_> {
    let [id, en] = text.both();
    TitleRecord { id, en }
}
