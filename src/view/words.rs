//! Words for the values of other rooms, in the reader's language.

use std::collections::BTreeMap;

use crate::assess::minimum::{self, Held};
use crate::assess::{Assessment, ConflictKind, NodeResult, Reason};
use crate::compare::{Caution, Confidence, Outside, Places};
use crate::framework::{
    Framework, Kind, Method, Minimum, Node, Orientation, ReportingUnit, Standing,
};
use crate::region;
use crate::statement::{Direction, ItemStatus, Speaker, Stage, Statement, Usage};
use crate::stats::TOLERANCE;
use crate::study::Scored;
use crate::text::{
    Lang, Sentence, Text, Wording, label, list, number, percent, rounded, say, short_number,
};

use super::{Cell, Content, Heading, Number};

pub(super) use super::counts::{counts, heard_line};
pub(super) use crate::text::capital;

pub(super) use super::terms::{
    band_heading, item_heading, items_heading, level_heading, region_heading, region_heading_of,
    region_word, regions_heading, whole, wording, wording_of,
};

/// Why there is no score: the same words for the same state everywhere.
pub(super) fn reason(words: &Wording, reason: Option<Reason>) -> String {
    let lang = words.lang;
    let word = match reason {
        Some(Reason::NoLevel) => return label::no_level(words),
        Some(Reason::NoStatement) => label::no_statement(lang),
        Some(Reason::NotChecked) => label::not_checked(lang),
        Some(Reason::NotApplicable) => label::not_applicable(lang),
        Some(Reason::NotScored) => label::not_scored(lang),
        Some(Reason::NotIssued) => label::not_issued(lang),
        Some(Reason::NoData) | None => label::no_data(lang),
        Some(Reason::LowCoverage) => label::low_coverage(lang),
        Some(Reason::Profile) => label::profile(lang),
        Some(Reason::Constant) => label::constant(lang),
    };
    word.to_owned()
}

pub(super) fn stage(lang: Lang, stage: Stage) -> &'static str {
    match stage {
        Stage::SelfAssessed => label::stage_self(lang),
        Stage::Document => label::stage_document(lang),
        Stage::Interview => label::stage_interview(lang),
        Stage::Visit => label::stage_visit(lang),
        Stage::Final => label::stage_final(lang),
    }
}

pub(super) fn direction(lang: Lang, direction: Direction) -> &'static str {
    match direction {
        Direction::Supporting => label::supporting(lang),
        Direction::Inhibiting => label::inhibiting(lang),
        Direction::Neutral => label::neutral(lang),
    }
}

/// What an indicator is made of.
pub(super) fn kind_of_indicator(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Level => label::kind_level(lang),
        Kind::Likert => label::kind_likert(lang),
        Kind::Ladder => label::kind_ladder(lang),
        Kind::Check => label::kind_check(lang),
        Kind::Number => label::kind_number(lang),
        Kind::Inventory => label::kind_inventory(lang),
        Kind::Direction => label::kind_direction(lang),
    }
}

pub(super) fn conflict(words: &Wording, kind: ConflictKind) -> String {
    match kind {
        ConflictKind::Level => label::conflict_level(words),
        ConflictKind::Direction => label::conflict_direction(words.lang).to_owned(),
        ConflictKind::Contradicts => label::conflict_contradicts(words.lang).to_owned(),
        ConflictKind::Class => label::conflict_class(words.lang).to_owned(),
    }
}

pub(super) fn kind(lang: Lang, kind: Option<region::Kind>) -> String {
    match kind {
        Some(kind) => kind.label().get(lang).to_owned(),
        None => label::unknown_kind(lang).to_owned(),
    }
}

/// `Kabupaten Banyuasin · 2019 · nilai mandiri`, as far as wave and stage are known.
pub(super) fn heading(lang: Lang, assessment: &Assessment) -> String {
    let mut out = assessment.region.name.to_string();
    if let Some(wave) = &assessment.wave {
        out.push_str(" · ");
        out.push_str(wave);
    }
    if let Some(it) = assessment.stage {
        out.push_str(" · ");
        out.push_str(stage(lang, it));
    }
    out
}

/// Heading of a section that says something of each region: `Level · Kabupaten Banyuasin · 2019`.
pub(super) fn heading_of(
    lang: Lang,
    framework: &Framework,
    about: &str,
    place: impl Into<String>,
) -> Heading {
    let place = place.into();
    let things = region_heading(lang, framework);
    Heading::from(format!("{about} · {place}")).of(about, (things, place))
}

/// `Kabupaten Banyuasin · 2019`, as far as the wave is known.
pub(super) fn place(region: &str, wave: Option<&str>) -> String {
    match wave {
        Some(wave) => format!("{region} · {wave}"),
        None => region.to_owned(),
    }
}

/// A change with its sign: `+0,50`, `−1`; `short` leaves out zeros at the end.
pub(super) fn change(lang: Lang, change: f64, decimals: usize, short: bool) -> String {
    let size = if short {
        short_number(change.abs(), decimals, lang)
    } else {
        number(change.abs(), decimals, lang)
    };
    let sign = if change < 0.0 { '−' } else { '+' };
    format!("{sign}{size}")
}

/// The state of an evidence item.
pub(super) fn item_status(lang: Lang, status: Option<ItemStatus>) -> &'static str {
    match status {
        Some(ItemStatus::Drafting) => label::item_drafting(lang),
        Some(ItemStatus::Submitted) => label::item_submitted(lang),
        Some(ItemStatus::Accepted) => label::item_accepted(lang),
        Some(ItemStatus::Revise) => label::item_revise(lang),
        Some(ItemStatus::Rejected) => label::item_rejected(lang),
        Some(ItemStatus::Missing) => label::item_missing(lang),
        None => label::item_unknown(lang),
    }
}

/// What a row says: its finding, else its quote in quotation marks unless it may not leave the team;
/// its name where it says neither.
pub(super) fn said(lang: Lang, row: &Statement) -> String {
    let evidence = row.evidence.as_deref();
    let finding = evidence.and_then(|it| it.finding.as_deref());
    let quote = evidence.and_then(|it| it.quote.as_deref());
    match (finding, quote) {
        (Some(finding), _) => finding.to_owned(),
        (None, Some(_)) if evidence.and_then(|it| it.consent) == Some(false) => {
            label::quote_withheld(lang).to_owned()
        }
        (None, Some(quote)) => format!("“{quote}”"),
        (None, None) => row.id.as_deref().unwrap_or_default().to_owned(),
    }
}

/// The value of a leaf as people call it: the name of a stage or of a check, else the number, with
/// ≈ where a source says about; the reason where there is none.
pub(super) fn leaf_cell(
    lang: Lang,
    framework: &Framework,
    assessment: &Assessment,
    node: usize,
) -> Cell {
    let result = &assessment.nodes[node];
    let Some(value) = result.value else {
        return Cell::text(reason(&wording(lang, framework), result.reason));
    };
    if let Some(level) = result.level {
        let counted = format!("({})", number(value, 2, lang));
        return Cell::joined(
            [Cell::level(level).content, Content::Text(counted)],
            "\u{a0}",
        );
    }
    match stage_name(framework, node, value) {
        Some(name) => Cell::text(name.get(lang)),
        None => Number {
            short: true,
            about: assessment.pooled[node].about,
            ..Number::new(value, 2)
        }
        .into(),
    }
}

/// The name of the stage of a ladder, or of the answer of a check, that stands at a value.
fn stage_name(framework: &Framework, node: usize, value: f64) -> Option<&Text> {
    let indicator = framework.nodes()[node].indicator()?;
    if !indicator.kind.is_told_by_name() {
        return None;
    }
    framework.scales()[indicator.scale].label_of(value)
}

/// A level in short: `3`, `2,5`.
pub(super) fn level(lang: Lang, value: f64) -> String {
    short_number(value, 2, lang)
}

/// Statements in favour and against: `2 / 1`, never broken over two lines.
pub(super) fn directions_cell(result: &NodeResult) -> Cell {
    let counts = [result.supporting, result.inhibiting].map(Content::Count);
    Cell::joined(counts, "\u{a0}/\u{a0}")
}

/// The title of a node, with a remark where low levels are the good ones.
pub(super) fn leaf_title(lang: Lang, node: &Node) -> String {
    let title = node.title().get(lang);
    match node.indicator().map(|it| it.direction) {
        Some(Orientation::Lower) => label::reversed(lang, title),
        _ => title.to_owned(),
    }
}

/// As [`leaf_title`], with a mark where a value was coded under this framework by others than its
/// source.
pub(super) fn scored_title(lang: Lang, node: &Node, result: &NodeResult) -> String {
    let title = leaf_title(lang, node);
    match result.cross {
        true => format!("{title}\u{a0}×"),
        false => title,
    }
}

/// A name with the mark of results that others than the source have coded.
pub(super) fn crossed(name: String, result: &NodeResult) -> String {
    match result.cross {
        true => format!("{name}\u{a0}×"),
        false => name,
    }
}

/// Who speaks in a row, with post and offices, or the document it stands in; nothing where nobody
/// is named.
pub(super) fn speaker(lang: Lang, row: &Statement) -> Option<String> {
    match Speaker::of(row) {
        Speaker::Person(name) => {
            let role = row.role.iter();
            let more = list(role.chain(&row.agencies));
            Some(match more.is_empty() {
                true => name.to_string(),
                false => format!("{name} ({more})"),
            })
        }
        Speaker::Document(None) => Some(label::document(lang).to_owned()),
        other => other.shown(),
    }
}

/// What a row is used for, where it gives no level.
pub(super) fn lesser_use(lang: Lang, usage: Usage) -> Option<&'static str> {
    match usage {
        Usage::Primary => None,
        Usage::Supplementary => Some(label::as_supplementary(lang)),
        Usage::Context => Some(label::as_context(lang)),
    }
}

/// The title of a node; of the whole what the framework calls it, where it has a word of its own.
pub(super) fn title(lang: Lang, framework: &Framework, node: usize) -> &str {
    match &framework.terms().index {
        Some(index) if node == 0 => index.get(lang),
        _ => framework.nodes()[node].title().get(lang),
    }
}

/// Ends of the axis on which results are told.
pub(super) fn axis(framework: &Framework, method: &Method) -> (f64, f64) {
    framework.ends(0, method.reporting)
}

/// For which years a framework holds, and what took its place: `berlaku 2021–2025; digantikan …`.
pub(super) fn validity(framework: &Framework, lang: Lang) -> Option<String> {
    let valid = framework.valid()?;
    let years = match valid.to {
        None => label::years_since(lang, valid.from),
        Some(to) if to == valid.from => to.to_string(),
        Some(to) => format!("{}–{to}", valid.from),
    };
    Some(match framework.repealed_by() {
        Some(next) => label::valid_and_repealed(lang, years, next),
        None => label::valid_line(lang, years),
    })
}

/// Heading of a column of results: a score of 0–100, or a value on the scale itself.
pub(super) fn told_heading(lang: Lang, method: &Method) -> &'static str {
    match method.reporting.unit {
        ReportingUnit::Percent => label::score(lang),
        ReportingUnit::Native => label::value(lang),
    }
}

/// What a node is: `index`, `group` or `indicator`.
pub(super) fn node_kind(node: &Node) -> &'static str {
    match (node.indicator(), node.parent()) {
        (Some(_), _) => "indicator",
        (None, Some(_)) => "group",
        (None, None) => "index",
    }
}

/// The stable name of why a region is outside the ranking.
pub(super) fn outside_id(why: &Outside) -> &'static str {
    match why {
        Outside::OtherKind(_) => "other-kind",
        Outside::OtherWave => "other-wave",
        Outside::OtherStage => "other-stage",
        Outside::NoScore(reason) => reason.map_or("no-data", crate::assess::Reason::id),
        Outside::LowCoverage(_) => "low-coverage",
        Outside::Unconfirmed(..) => "needs-confirmation",
    }
}

/// What a caution says.
pub(super) fn caution(scored: &Scored, caution: &Caution) -> Sentence {
    let Scored {
        framework,
        assessed,
        ..
    } = scored;
    let name = |at: &usize| &*assessed.assessments[*at].region.name;
    match caution {
        Caution::CrossBasis { wholly, partly } => {
            let names: Vec<Text> = wholly
                .iter()
                .map(|at| say::cross_basis_wholly(name(at)).text)
                .chain(
                    partly
                        .iter()
                        .map(|at| say::cross_basis_partly(name(at)).text),
                )
                .collect();
            let [id, en] = [0, 1].map(|lang| list(names.iter().map(|it| it.both()[lang])));
            say::cross_basis(Text::new(id, en))
        }
        Caution::UnevenCoverage { lowest, low, high } => {
            let share = |share: f64| {
                let decimals = share_decimals(share, &[1.0], 0);
                let [id, en] = [Lang::Id, Lang::En].map(|lang| percent(share, decimals, lang));
                Text::new(id, en)
            };
            let lowest = list(lowest.iter().map(name));
            say::uneven_coverage(lowest, share(*low), share(*high), region_word(framework))
        }
        Caution::DifferentSources => say::different_sources(region_word(framework)),
    }
}

/// A sentence of the catalogue as one that stands alone: capital letter, full stop.
pub(super) fn standing(lang: Lang, sentence: &Sentence) -> String {
    let text = sentence.text.get(lang);
    match text {
        "" => String::new(),
        text => format!("{}.", capital(text)),
    }
}

/// The places that a region could take, or its rank where there is only that one: `2–4`, `3`.
pub(super) fn place_cell(rank: usize, places: Places) -> Cell {
    let Places { best, worst } = places;
    match best == worst {
        true => Cell::count(rank),
        false => Cell::joined([best, worst].map(Content::Count), "–"),
    }
}

/// As [`place_cell`], as text.
pub(super) fn place_text(rank: usize, places: Places) -> String {
    let Places { best, worst } = places;
    match best == worst {
        true => rank.to_string(),
        false => format!("{best}–{worst}"),
    }
}

/// How many decimals a result needs so that rounding does not carry it over the edge of a band.
pub(super) fn told_decimals(framework: &Framework, told: f64, decimals: usize) -> usize {
    /// Beyond these the edge itself is meant.
    const MOST: usize = 8;
    let band = |it: f64| framework.band(it).map(|it| it.id.as_str());
    let keeps = |decimals: &usize| band(rounded(told, *decimals)) == band(told);
    (decimals..MOST).find(keeps).unwrap_or(decimals)
}

/// A result in the reporting unit, with one decimal more where rounding would carry it over the edge
/// of a band; the reason where there is none.
pub(super) fn told_cell(lang: Lang, scored: &Scored, result: &NodeResult) -> Cell {
    match result.told {
        Some(told) => Cell::number(told, digits(scored, told)),
        None => Cell::missing(reason(&wording(lang, &scored.framework), result.reason)),
    }
}

/// As [`told_cell`], as text.
pub(super) fn told_text(lang: Lang, scored: &Scored, told: f64) -> String {
    number(told, digits(scored, told), lang).replace('-', "−")
}

fn digits(scored: &Scored, told: f64) -> usize {
    told_decimals(&scored.framework, told, scored.method.reporting.decimals)
}

/// Whether an indicator is told by the name of its level: a regulation names those; its categories are
/// those of groups and the whole.
fn names_levels(framework: &Framework, node: usize) -> bool {
    let indicator = framework.nodes()[node].indicator();
    framework.standing() != Standing::Own
        && indicator.is_some_and(|it| !framework.scales()[it.scale].levels().is_empty())
}

/// The name of the level of an indicator of an official instrument.
pub(super) fn level_name(
    lang: Lang,
    scored: &Scored,
    node: usize,
    result: &NodeResult,
) -> Option<String> {
    let framework = &scored.framework;
    let indicator = framework.nodes()[node].indicator();
    // What is told by its name already needs no second one.
    let indicator = indicator.filter(|it| !it.kind.is_told_by_name())?;
    if !names_levels(framework, node) {
        return None;
    }
    let scale = &framework.scales()[indicator.scale];
    let level = result
        .level
        .or(result.value.map(|it| scale.level_of_value(it)))?;
    Some(scale.label_of(level)?.get(lang).to_owned())
}

/// The band of a result. Of an official instrument it is firm only where everything missing could not
/// change it.
pub(super) fn band(
    lang: Lang,
    scored: &Scored,
    node: usize,
    result: &NodeResult,
) -> Option<String> {
    let framework = &scored.framework;
    if names_levels(framework, node) {
        return level_name(lang, scored, node, result);
    }
    let is_official = framework.standing() != Standing::Own;
    let grade = result.grade?;
    let name = |at: usize| framework.bands()[at].label.get(lang);
    let band = name(grade.band);
    if grade.is_firm() || !is_official && framework.minimums().is_empty() {
        return Some(band.to_owned());
    }
    Some(match grade.low.zip(grade.high) {
        Some((low, high)) => label::band_between(lang, name(low), name(high)),
        None => format!("{band} ({})", label::provisional(lang)),
    })
}

/// What a region has not reached that a better band asks for, and of what that is not known.
pub(super) fn minimums(lang: Lang, framework: &Framework, assessment: &Assessment) -> Vec<String> {
    let grade = assessment.nodes[0].grade;
    let all = framework.minimums().iter().map(|it| {
        let held = minimum::held(framework, it, &assessment.nodes);
        (it, held)
    });
    // An unknown one could only hold down what stands higher; a missed one does before there is a total.
    let is_higher = |band: usize| grade.is_some_and(|it| it.band > band);
    let matters = all.filter(|(it, held)| *held != Held::Unknown || is_higher(it.band));
    not_reached(lang, framework, matters)
}

/// Says which minimums are missed and of which nothing is known.
pub(super) fn not_reached<'a>(
    lang: Lang,
    framework: &Framework,
    minimums: impl Iterator<Item = (&'a Minimum, Held)>,
) -> Vec<String> {
    let mut lines = Vec::new();
    let mut unknown: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (it, held) in minimums {
        let node = title(lang, framework, it.node);
        match held {
            Held::Reached => {}
            Held::Missed(value) => {
                let [value, wanted] = [value, it.value].map(|it| short_number(it, 4, lang));
                let called = wording(lang, framework);
                let result = held_at(lang, framework, it.band);
                lines.push(label::minimum_missed(&called, node, value, wanted, result));
            }
            Held::Unknown => unknown.entry(it.band).or_default().push(node),
        }
    }
    lines.extend(unknown.into_iter().map(|(band, nodes)| {
        label::minimum_unknown(lang, list(nodes), held_at(lang, framework, band))
    }));
    lines
}

/// What the result is where a band holds it down: that band, or at best that band where there are worse.
pub(super) fn held_at(lang: Lang, framework: &Framework, band: usize) -> String {
    let name = &framework.bands()[band].label;
    match band {
        0 => label::result_is(lang, name),
        _ => label::result_at_best(lang, name),
    }
}

/// How sure a coder was.
pub(super) fn confidence(lang: Lang, confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => label::confidence_low(lang),
        Confidence::Medium => label::confidence_medium(lang),
        Confidence::High => label::confidence_high(lang),
        Confidence::Unsaid => label::confidence_unsaid(lang),
    }
}

/// How it was collected, from its name in files.
pub(super) fn method(lang: Lang, id: &str) -> &str {
    match id {
        "interview" => label::tri_method_interview(lang),
        "fgd" => label::tri_method_fgd(lang),
        "document" => label::tri_method_document(lang),
        "observation" => label::tri_method_observation(lang),
        "survey" => label::tri_method_survey(lang),
        other => other,
    }
}

/// As many decimals as a share (0–1) needs, as a percentage, so that rounding does not carry it over one of
/// the `edges`, at least `least`.
pub(super) fn share_decimals(share: f64, edges: &[f64], least: usize) -> usize {
    /// Beyond these the edge itself is meant.
    const MOST: usize = 8;
    let keeps = |decimals: &usize| {
        let shown = rounded(100.0 * share, *decimals);
        edges.iter().all(|edge| {
            let edge = 100.0 * edge;
            let is_at = (100.0 * share - edge).abs() <= TOLERANCE;
            is_at || shown.partial_cmp(&edge) == (100.0 * share).partial_cmp(&edge)
        })
    };
    (least..MOST).find(keeps).unwrap_or(least)
}

/// The share of the weight that has data, never rounded over what a score or a rank needs.
pub(super) fn coverage_cell(method: &Method, share: f64) -> Cell {
    Cell::percent(share, share_decimals(share, &coverage_edges(method), 0))
}

/// As [`coverage_cell`], as text.
pub(super) fn coverage_text(lang: Lang, method: &Method, share: f64) -> String {
    percent(
        share,
        share_decimals(share, &coverage_edges(method), 0),
        lang,
    )
}

fn coverage_edges(method: &Method) -> [f64; 4] {
    let choices = &method.aggregation;
    [0.0, choices.min_coverage, choices.rank_coverage, 1.0]
}
