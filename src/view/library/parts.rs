//! What frameworks and crosswalks show alike.

use schemars::JsonSchema;
use serde::Serialize;

use crate::text::{Lang, Text};
use crate::view::Block;

pub(super) fn texts(heading: &str, texts: &[Text], lang: Lang, blocks: &mut Vec<Block>) {
    if !texts.is_empty() {
        blocks.push(Block::heading(heading.to_owned()));
        blocks.push(Block::List(
            texts.iter().map(|it| it.get(lang).to_owned()).collect(),
        ));
    }
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
