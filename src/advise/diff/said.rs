//! What a row says, field by field, so that two rows can be held against each other.

use std::sync::Arc;

use crate::assess::level_of;
use crate::statement::{
    Answer, Basis, Direction, Field, ItemStatus, PartyName, Qualifier, Stage, Statement, Usage,
};

use super::{Axis, Side};

/// Content of a field. Two are equal where they mean the same: case and dots make no new name.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A text as written, or an id.
    Text(String),
    /// Words that may not leave the team.
    Withheld(String),
    /// A number.
    Number(f64),
    /// The question does not apply.
    NotApplicable,
    /// Names of people, posts, offices, documents.
    Names(Vec<PartyName>),
    /// For or against.
    Direction(Direction),
    /// Stage of verification.
    Stage(Stage),
    /// What the row may be used for.
    Usage(Usage),
    /// Whether the source itself used the framework.
    Basis(Basis),
    /// State of an evidence item.
    Status(ItemStatus),
    /// Whether the quote may leave the team.
    Consent(bool),
}

/// A row of one side, and where it belongs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Coding<'a> {
    pub(super) row: &'a Statement,
    /// Position in the statements of its side.
    pub(super) position: usize,
    /// Position of the assessment of its side.
    pub(super) assessment: usize,
    /// Position of the node in the framework.
    pub(super) node: usize,
    /// Position of the assessment that it is held against, among those of both sides.
    pub(super) pair: usize,
}

/// Everything that a coding says, without what is its name or its place, and without what the two
/// sides are told apart by. Two coders who judge alike differ in nothing: their words are their own.
pub(super) fn said(side: &Side, coding: &Coding, axis: &Axis) -> Vec<(Field, Content)> {
    let (row, assessment) = (coding.row, &side.assessed.assessments[coding.assessment]);
    let mut out: Vec<(Field, Content)> = Vec::new();
    let mut add = |field: Field, content: Option<Content>| {
        if let Some(content) = content {
            out.push((field, content));
        }
    };
    let text = |it: &str| Content::Text(it.to_owned());
    let shared = |it: &Option<Arc<str>>| it.as_deref().map(text);
    let name = |it: &Option<PartyName>| it.clone().map(|it| Content::Names(vec![it]));
    let names = |all: &[PartyName]| {
        let mut all = all.to_vec();
        all.sort();
        all.dedup();
        (!all.is_empty()).then_some(Content::Names(all))
    };
    add(Field::Region, Some(text(&assessment.region.name)));
    if !axis.drops_wave() {
        let wave = assessment.wave.as_deref().map(PartyName::from);
        add(Field::Wave, name(&wave));
    }
    if !axis.drops_stage() {
        add(Field::Stage, row.stage.map(Content::Stage));
    }
    let id = side.framework.nodes()[coding.node].id();
    add(Field::Indicator, Some(text(id)));
    add(
        Field::Level,
        match &row.answer {
            Answer::Missing => None,
            Answer::NotApplicable => Some(Content::NotApplicable),
            Answer::Number(number) => Some(Content::Number(*number)),
            // `Berjalan` is the 3 that another hand wrote.
            Answer::Label(label) => Some(
                level_of(side.framework, coding.node, row)
                    .map_or_else(|| text(label), Content::Number),
            ),
        },
    );
    add(Field::Value, value(row));
    add(Field::Unit, shared(&row.unit));
    add(Field::Direction, row.direction.map(Content::Direction));
    add(Field::Class, shared(&row.class));
    let usage = (row.usage != Usage::Primary).then_some(Content::Usage(row.usage));
    add(Field::Use, usage);
    let basis = (row.basis != Basis::Native).then_some(Content::Basis(row.basis));
    add(Field::Basis, basis);
    let evidence = row.evidence.as_deref();
    add(
        Field::Item,
        evidence.and_then(|it| it.item.as_deref()).map(text),
    );
    let status = evidence.and_then(|it| it.status);
    add(Field::Status, status.map(Content::Status));
    if matches!(axis, Axis::Coder) {
        return out;
    }
    add(Field::Informant, name(&row.informant));
    add(Field::Role, name(&row.role));
    add(Field::Agency, names(&row.agencies));
    add(Field::Coder, name(&row.coder));
    add(Field::Method, shared(&row.method));
    add(
        Field::Weight,
        ((row.weight - 1.0).abs() > 0.0).then_some(Content::Number(row.weight)),
    );
    let contradicts: Vec<PartyName> = row.contradicts.iter().map(|it| (&**it).into()).collect();
    add(Field::Contradicts, names(&contradicts));
    let Some(it) = evidence else { return out };
    let own = |it: &Option<String>| it.as_deref().map(text);
    add(Field::Concerns, names(&it.concerns));
    let quote = it.quote.clone();
    add(
        Field::Quote,
        quote.map(|words| match it.consent {
            Some(false) => Content::Withheld(words),
            _ => Content::Text(words),
        }),
    );
    add(Field::Finding, own(&it.finding));
    add(Field::Rationale, own(&it.rationale));
    add(Field::Source, name(&it.source));
    add(Field::Locator, own(&it.locator));
    add(Field::Confidence, own(&it.confidence));
    add(Field::Date, it.date.as_deref().map(text));
    add(Field::Note, own(&it.note));
    add(Field::Owner, own(&it.owner));
    add(Field::Due, it.due.as_deref().map(text));
    add(Field::Consent, it.consent.map(Content::Consent));
    out
}

/// The number beside the level, or the words that stand for one.
fn value(row: &Statement) -> Option<Content> {
    let sign = match &row.qualifier {
        Some(Qualifier::Words(words)) => return Some(Content::Text(words.to_string())),
        None => return row.value.map(Content::Number),
        Some(Qualifier::About) => "≈",
        Some(Qualifier::MoreThan) => ">",
        Some(Qualifier::LessThan) => "<",
    };
    row.value.map(|it| Content::Text(format!("{sign} {it}")))
}

/// Why the row says what it says: its rationale, else its note.
#[must_use]
pub fn why(row: &Statement) -> Option<&str> {
    let evidence = row.evidence.as_deref()?;
    evidence.rationale.as_deref().or(evidence.note.as_deref())
}
