//! What a framework calls things: its own terms, else the usual ones.

use crate::framework::Framework;
use crate::text::{Lang, Text, label};

/// What a framework calls the whole.
pub(super) fn whole(lang: Lang, framework: &Framework) -> &str {
    term(lang, framework.terms().index.as_ref(), label::whole(lang))
}

/// What a framework calls a named interval of the score.
pub(super) fn band_heading(lang: Lang, framework: &Framework) -> &str {
    term(lang, framework.terms().band.as_ref(), label::band(lang))
}

/// What a framework calls an answer on a scale.
pub(super) fn level_heading(lang: Lang, framework: &Framework) -> &str {
    term(lang, framework.terms().level.as_ref(), label::level(lang))
}

/// What a framework calls who is assessed.
pub(super) fn region_heading(lang: Lang, framework: &Framework) -> &str {
    term(lang, framework.terms().region.as_ref(), label::region(lang))
}

/// What a framework calls an evidence item.
pub(super) fn item_heading(lang: Lang, framework: &Framework) -> String {
    let usual = label::evidence_item(lang);
    capital(term(lang, framework.terms().item.as_ref(), usual))
}

fn term<'a>(lang: Lang, own: Option<&'a Text>, usual: &'a str) -> &'a str {
    own.map_or(usual, |it| it.get(lang))
}

/// A word as it stands at the head of a column.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => format!("{}{}", first.to_uppercase(), letters.as_str()),
        None => String::new(),
    }
}
