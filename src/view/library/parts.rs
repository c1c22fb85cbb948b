//! What frameworks and crosswalks show alike.

use schemars::JsonSchema;
use serde::Serialize;

use crate::framework::Scale;
use crate::text::{Lang, Text, short_number};
use crate::view::{Block, words};

pub(super) fn texts(heading: &str, texts: &[Text], lang: Lang, blocks: &mut Vec<Block>) {
    if !texts.is_empty() {
        blocks.push(Block::heading(heading.to_owned()));
        blocks.push(Block::List(
            texts.iter().map(|it| it.get(lang).to_owned()).collect(),
        ));
    }
}

/// The names of the levels of a scale, lowest first, each with the band of values that it is.
pub(super) fn level_names(scale: &Scale, lang: Lang) -> Block {
    let names = scale
        .levels()
        .iter()
        .map(|it| level_name(scale, it.value, lang));
    Block::List(names.collect())
}

/// A level with its name and the band of values that it is, as far as it has them: `3 Berkembang (2,5–3,5)`.
pub(in crate::view) fn level_name(scale: &Scale, level: f64, lang: Lang) -> String {
    let mut out = words::level(lang, level);
    if let Some(label) = scale.label_of(level) {
        out.push(' ');
        out.push_str(label.get(lang));
    }
    if let Some((from, to)) = scale.band_of_level(level) {
        let [from, to] = [from, to].map(|it| short_number(it, 2, lang));
        out.push_str(&format!(" ({from}–{to})"));
    }
    out
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
