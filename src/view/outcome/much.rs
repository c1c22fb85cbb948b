//! How much: the index with its category and how far it is filled in, or the order of several regions; who has
//! not sent.

use std::collections::BTreeSet;

use crate::assess::{Assessment, Reason};
use crate::framework::{Framework, Scale};
use crate::region::{Kind, Register};
use crate::text::{label, list};
use crate::view::shown::{not_sent, open_range, rows_of};
use crate::view::{Block, comparison, words};

use super::cut::Extent;
use super::{Outcome, Regions};

/// So many empty indicators are named.
const NAMED: usize = 12;
/// So many regions stand in the order.
const MOST: usize = 30;

pub(super) fn section(it: &Outcome<'_>, extent: Extent) -> Vec<Block> {
    let mut found = Vec::new();
    all(it, &mut found);
    extent.cut(found, (MOST, false), label::outcome_sheet_ranking, it.lang)
}

fn all(it: &Outcome<'_>, blocks: &mut Vec<Block>) {
    match &it.regions {
        Regions::One(at) => one(it, &it.scored.assessed.assessments[*at], blocks),
        Regions::Several(found) => {
            let shown = it.shown(found);
            comparison::headline(&shown, blocks);
            let missing = not_sent(&shown);
            match &it.scored.about.expected {
                Some(expected) if !missing.is_empty() => {
                    let (count, all) = (missing.len(), expected.len());
                    let line = label::not_sent_of(it.lang, count, all, list(missing));
                    blocks.push(Block::Paragraph(line));
                }
                Some(_) => {}
                None => blocks.extend(province(it).map(Block::Paragraph)),
            }
        }
    }
}

fn one(it: &Outcome<'_>, assessment: &Assessment, blocks: &mut Vec<Block>) {
    let (scored, lang) = (it.scored, it.lang);
    let framework = &scored.framework;
    let index = &assessment.nodes[0];
    let whole = words::capital(words::whole(lang, framework));
    let told = match index.told {
        Some(told) => words::told_text(lang, scored, told),
        None => words::reason(&words::wording(lang, framework), index.reason),
    };
    blocks.push(Block::Paragraph(
        match words::band(lang, scored, 0, index) {
            Some(band) => label::outcome_index(lang, whole, told, band),
            None => label::outcome_index_alone(lang, whole, told),
        },
    ));
    blocks.extend(
        words::minimums(lang, framework, assessment)
            .into_iter()
            .map(Block::Paragraph),
    );
    let (filled, empty) = filled(framework, assessment);
    // What is published whole has nothing below it to be filled in.
    if filled + empty.len() > 0 {
        let line = label::outcome_filled(lang, filled, filled + empty.len());
        blocks.push(Block::Paragraph(line));
    }
    if !empty.is_empty() {
        let names = empty
            .iter()
            .take(NAMED)
            .map(|at| words::title(lang, framework, *at));
        let mut names = list(names);
        if empty.len() > NAMED {
            names.push_str(", …");
        }
        blocks.push(Block::Paragraph(label::not_filled(
            lang,
            empty.len(),
            names,
        )));
    }
    if let Some((low, high)) = open_range(index) {
        let told = |score| {
            let told = scored.method.as_people_read(framework, 0, score);
            words::told_text(lang, scored, told)
        };
        let claims = assessment.nodes.iter().any(|it| it.level.is_some());
        let has_bands = claims && framework.scales().iter().any(Scale::has_bands);
        let line = match has_bands {
            true => label::outcome_range_bands(lang, told(low), told(high)),
            false => label::outcome_range(lang, told(low), told(high)),
        };
        blocks.push(Block::Paragraph(line));
    }
    let mut evidence = scored.assessed.evidence.iter();
    let evidence = evidence.find(|it| it.region == assessment.region && it.wave == assessment.wave);
    if let Some(proven) = evidence.and_then(|it| it.nodes.first()?.told) {
        let told = words::told_text(lang, scored, proven);
        blocks.push(Block::Paragraph(label::outcome_proven(lang, told)));
    }
    other_stages(it, assessment, blocks);
}

/// What the same round holds of other stages, which is not in the answer.
fn other_stages(it: &Outcome<'_>, assessment: &Assessment, blocks: &mut Vec<Block>) {
    let (scored, lang) = (it.scored, it.lang);
    let framework = &scored.framework;
    let stage = |of: &Assessment| {
        let named = of.stage.map(|it| words::stage(lang, it));
        named.unwrap_or_else(|| label::without_stage(lang))
    };
    let is_other = |of: &&Assessment| {
        let has_rows = |(leaf, ..): (usize, _, _)| of.nodes[leaf].statements > 0;
        // What says no round may be of this one.
        of.region.name == assessment.region.name
            && (of.wave == assessment.wave || of.wave.is_none())
            && (of.stage, &of.wave) != (assessment.stage, &assessment.wave)
            && (of.nodes[0].told.is_some() || framework.indicators().any(has_rows))
    };
    let others = scored.assessed.assessments.iter().filter(is_other);
    let lines: Vec<String> = others
        .map(|of| {
            let index = &of.nodes[0];
            let told = match index.told {
                Some(told) => words::told_text(lang, scored, told),
                None => words::reason(&words::wording(lang, framework), index.reason),
            };
            let (filled, empty) = filled(framework, of);
            match filled + empty.len() {
                0 => label::outcome_other_stage(lang, stage(of), told),
                all => label::outcome_other_stage_of(lang, stage(of), told, filled, all),
            }
        })
        .collect();
    if !lines.is_empty() {
        let line = label::outcome_other_stages(lang, stage(assessment));
        blocks.push(Block::Paragraph(line));
        blocks.push(Block::List(lines));
    }
}

/// How many scored indicators that apply have an answer, and which have none; below a group that stands by its
/// reported number nobody is asked.
pub(super) fn filled(framework: &Framework, assessment: &Assessment) -> (usize, Vec<usize>) {
    let is_scored = |at: &usize| {
        let indicator = framework.nodes()[*at].indicator();
        indicator.is_some_and(|it| it.is_scored())
    };
    let applies = |at: &usize| assessment.nodes[*at].reason != Some(Reason::NotApplicable);
    let asked = match assessment.nodes[0].reported && assessment.is_silent_below(framework, 0) {
        true => Vec::new(),
        false => rows_of(framework, &[assessment]),
    };
    let all = asked.into_iter().filter(is_scored).filter(applies);
    let (with, without): (Vec<usize>, Vec<usize>) =
        all.partition(|at| assessment.nodes[*at].score.is_some());
    (with.len(), without)
}

/// Where all that was read lies in one province, its other regencies and cities.
fn province(it: &Outcome<'_>) -> Option<String> {
    let register = Register::embedded();
    let regions = it.scored.assessed.assessments.iter().map(|it| &it.region);
    let codes: BTreeSet<Option<&str>> = regions.clone().map(|it| it.province()).collect();
    let sent: BTreeSet<&str> = regions.map(|it| &*it.name).collect();
    let [Some(code)] = Vec::from_iter(codes)[..] else {
        return None;
    };
    let of_tier = |it: &&crate::region::Region| matches!(it.kind(), Kind::Kabupaten | Kind::Kota);
    let all: Vec<&str> = register
        .within(code)
        .filter(of_tier)
        .map(|it| it.name())
        .collect();
    let missing: Vec<&str> = all
        .iter()
        .copied()
        .filter(|it| !sent.contains(it))
        .collect();
    let name = register.by_code(code)?.name();
    (!missing.is_empty() && missing.len() < all.len())
        .then(|| label::outcome_province(it.lang, name, missing.len(), all.len(), list(missing)))
}
