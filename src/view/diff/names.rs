//! Words for what rows say: the name of a field, and its content for people and for programs.

use crate::advise::diff::Content;
use crate::framework::Framework;
use crate::statement::Field;
use crate::statement::field::FIELDS;
use crate::text::{Lang, label, list, short_number};

use crate::view::words;

/// What people call a field: the header of its column, or the instrument's own word.
pub(super) fn field(lang: Lang, framework: &Framework, field: Field) -> String {
    let words = words::wording(lang, framework);
    match field {
        Field::Level => words.level().to_owned(),
        Field::Region => words.region().to_owned(),
        Field::Wave => label::wave(lang).to_lowercase(),
        Field::Item => words::item_heading(lang, framework).to_lowercase(),
        Field::Agency => label::agency(lang).to_owned(),
        field => {
            let names = FIELDS.iter().find(|(it, _)| *it == field);
            let names = names.map_or(&[][..], |(_, names)| names);
            let at = usize::from(lang == Lang::Id);
            names.get(at).unwrap_or(&"").replace('_', " ")
        }
    }
}

/// What a field holds, for people.
pub(super) fn content(lang: Lang, content: &Content) -> String {
    match content {
        Content::Text(text) => text.clone(),
        Content::Withheld(_) => label::quote_withheld(lang).to_owned(),
        Content::Number(number) => short_number(*number, 6, lang),
        Content::NotApplicable => label::not_applicable(lang).to_owned(),
        Content::Names(names) => list(names),
        Content::Direction(it) => words::direction(lang, *it).to_owned(),
        Content::Stage(stage) => words::stage(lang, *stage).to_owned(),
        Content::Usage(usage) => words::lesser_use(lang, *usage).unwrap_or("–").to_owned(),
        Content::Basis(_) => label::diff_cross(lang).to_owned(),
        Content::Status(status) => words::item_status(lang, Some(*status)).to_owned(),
        Content::Consent(true) => label::diff_yes(lang).to_owned(),
        Content::Consent(false) => label::diff_no(lang).to_owned(),
    }
}

/// What a field holds, as it stands in files; nothing for words that may not leave the team.
pub(super) fn written(content: &Content) -> Option<String> {
    Some(match content {
        Content::Text(text) => text.clone(),
        Content::Withheld(_) => return None,
        Content::Number(number) => number.to_string(),
        Content::NotApplicable => "not-applicable".to_owned(),
        Content::Names(names) => list(names),
        Content::Direction(it) => it.id().to_owned(),
        Content::Stage(it) => it.id().to_owned(),
        Content::Usage(it) => it.id().to_owned(),
        Content::Basis(it) => it.id().to_owned(),
        Content::Status(it) => it.id().to_owned(),
        Content::Consent(it) => it.to_string(),
    })
}
