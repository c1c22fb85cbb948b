//! What a framework calls things: its own terms, else the usual ones.

use crate::framework::{Framework, Terms};
use crate::text::{Lang, Text, Wording, capital, inside_a_sentence, label};

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

/// As [`region_heading`], where several are counted.
pub(super) fn regions_heading(lang: Lang, framework: &Framework) -> &str {
    let usual = label::regions(lang);
    term(lang, framework.terms().region.as_ref(), usual)
}

/// What a framework calls an evidence item.
pub(super) fn item_heading(lang: Lang, framework: &Framework) -> String {
    let usual = label::evidence_item(lang);
    capital(term(lang, framework.terms().item.as_ref(), usual))
}

/// As [`item_heading`], above a list of them.
pub(super) fn items_heading(lang: Lang, framework: &Framework) -> &str {
    let usual = label::items_heading(lang);
    term(lang, framework.terms().item.as_ref(), usual)
}

fn term<'a>(lang: Lang, own: Option<&'a Text>, usual: &'a str) -> &'a str {
    own.map_or(usual, |it| it.get(lang))
}

/// The same words as they stand in a sentence.
pub(super) fn wording(lang: Lang, framework: &Framework) -> Wording {
    let Terms {
        index,
        band,
        level,
        item,
        region,
    } = framework.terms();
    let word = |own: &Option<Text>| own.as_ref().map(|it| inside_a_sentence(it, lang));
    Wording {
        lang,
        index: word(index),
        band: word(band),
        level: word(level),
        item: word(item),
        region: word(region),
    }
}

/// Who is assessed, in a sentence of both languages.
pub(super) fn region_word(framework: &Framework) -> Text {
    let [id, en] = [Lang::Id, Lang::En].map(|lang| wording(lang, framework).region().to_owned());
    Text::new(id, en)
}

/// As [`region_heading`] of several frameworks: their own word where all have the same.
pub(super) fn region_heading_of<'a>(
    lang: Lang,
    frameworks: impl Iterator<Item = &'a Framework>,
) -> &'a str {
    common(lang, frameworks).map_or(label::region(lang), |it| region_heading(lang, it))
}

/// As [`wording`] of several frameworks, for the word of who is assessed alone.
pub(super) fn wording_of<'a>(
    lang: Lang,
    frameworks: impl Iterator<Item = &'a Framework>,
) -> Wording {
    Wording {
        region: common(lang, frameworks).and_then(|it| wording(lang, it).region),
        ..Wording::usual(lang)
    }
}

/// One of the frameworks, where all call those who are assessed the same.
fn common<'a>(
    lang: Lang,
    mut frameworks: impl Iterator<Item = &'a Framework>,
) -> Option<&'a Framework> {
    let first = frameworks.next()?;
    let word = region_heading(lang, first);
    frameworks
        .all(|it| region_heading(lang, it) == word)
        .then_some(first)
}
