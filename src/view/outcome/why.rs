//! Why it changed: against the round before, the parts of the difference.

use crate::advise::explain;
use crate::assess::Assessment;
use crate::compare::newer;
use crate::study::Scored;
use crate::text::{label, list};
use crate::view::explain::{Against, Elsewhere, Explanation, difference};
use crate::view::{Block, Cell, Column, Table, words};

use super::cut::Extent;
use super::{Outcome, Regions};

/// So many indicators that changed most are shown.
const MOST: usize = 8;
/// So many regions are shown.
const MOST_REGIONS: usize = 30;

pub(super) fn section(it: &Outcome<'_>, extent: Extent) -> Vec<Block> {
    let mut found = Vec::new();
    let most = match &it.regions {
        Regions::One(at) => {
            one(it, *at, &mut found);
            (MOST, true)
        }
        Regions::Several(_) => {
            several(it, &mut found);
            (MOST_REGIONS, false)
        }
    };
    extent.cut(found, most, label::outcome_sheet_changes, it.lang)
}

/// The newest assessment of the same region in an earlier wave: of the same stage where there is one.
fn earlier(scored: &Scored, at: usize) -> Option<usize> {
    let all = &scored.assessed.assessments;
    before(all.iter(), &all[at])
}

fn before<'a>(all: impl Iterator<Item = &'a Assessment>, mine: &Assessment) -> Option<usize> {
    let is_older = |it: &Assessment| {
        it.region.name == mine.region.name
            && it.wave.is_some()
            && newer(it.wave.as_deref(), mine.wave.as_deref()).is_lt()
    };
    let older = all.enumerate().filter(|(_, it)| is_older(it));
    let best = older.max_by(|(_, a), (_, b)| {
        newer(a.wave.as_deref(), b.wave.as_deref())
            .then_with(|| (a.stage == mine.stage).cmp(&(b.stage == mine.stage)))
    });
    best.map(|(at, _)| at)
}

fn one(it: &Outcome<'_>, at: usize, found: &mut Vec<Block>) {
    let (scored, lang) = (it.scored, it.lang);
    let alone = Explanation {
        scored,
        at,
        node: 0,
        parts: Vec::new(),
        sent: None,
        against: None,
        elsewhere: None,
        lang,
    };
    if let Some(other) = earlier(scored, at) {
        let sides = [at, other];
        let gap = explain::gap(
            &scored.framework,
            &scored.method,
            &scored.assessed,
            sides,
            0,
            1,
        );
        match gap {
            Some(gap) => {
                let against = Some(Against { at: other, gap });
                difference(&Explanation { against, ..alone }, found);
                let [now, before] = alone_in(scored, sides);
                if now + before > 0 {
                    let line = label::outcome_uneven(lang, now, before);
                    found.push(Block::Paragraph(line));
                }
            }
            None => found.push(Block::Paragraph(
                label::outcome_gap_unknown(lang).to_owned(),
            )),
        }
    } else {
        let mine = &scored.assessed.assessments[at];
        for other in it.others {
            if let Some(there) = before(other.assessed.assessments.iter(), mine) {
                let elsewhere = Some(Elsewhere::of(other, there, lang));
                let alone = Explanation {
                    elsewhere,
                    against: None,
                    parts: Vec::new(),
                    sent: None,
                    ..alone
                };
                difference(&alone, found);
            }
        }
    }
    if found.is_empty() {
        found.push(Block::Paragraph(label::outcome_no_earlier(lang).to_owned()));
    }
}

/// How many scored indicators only the first and only the second of two assessments has; none where one of
/// them has totals alone.
fn alone_in(scored: &Scored, sides: [usize; 2]) -> [usize; 2] {
    let framework = &scored.framework;
    let nodes = framework.nodes();
    let sides = sides.map(|at| &scored.assessed.assessments[at]);
    let has = |side: &Assessment, at: usize| side.nodes[at].score.is_some();
    // What is published of a group stands for all below it.
    let is_below_total = |side: &Assessment, at: usize| {
        let mut above = std::iter::successors(nodes[at].parent(), |it| nodes[*it].parent());
        above.any(|it| side.nodes[it].reported)
    };
    let leaves = framework.indicators().filter(|(.., it)| it.is_scored());
    let leaves: Vec<usize> = leaves.map(|(at, ..)| at).collect();
    let count = |with: &Assessment, without: &Assessment| {
        let is_alone =
            |at: &&usize| has(with, **at) && !has(without, **at) && !is_below_total(without, **at);
        leaves.iter().filter(is_alone).count()
    };
    let [mine, theirs] = sides;
    [count(mine, theirs), count(theirs, mine)]
}

/// For each region with an earlier round: before, now, the change, and what made most of it.
fn several(it: &Outcome<'_>, blocks: &mut Vec<Block>) {
    let (scored, lang) = (it.scored, it.lang);
    let (framework, method) = (&scored.framework, &scored.method);
    let decimals = method.reporting.decimals.max(2);
    let zero = method.as_people_read(framework, 0, 0.0);
    let read = |points: f64| method.as_people_read(framework, 0, points) - zero;
    let row = |at: usize| {
        let other = earlier(scored, at)?;
        let gap = explain::gap(framework, method, &scored.assessed, [at, other], 0, 1)?;
        let all = &scored.assessed.assessments;
        let (mine, theirs) = (&all[at], &all[other]);
        let most = gap
            .parts
            .iter()
            .max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()));
        Some(vec![
            Cell::text(&*mine.region.name),
            words::told_cell(lang, scored, &theirs.nodes[0]),
            words::told_cell(lang, scored, &mine.nodes[0]),
            Cell::change_of(read(gap.gap), decimals, false),
            most.map_or_else(Cell::empty, |it| {
                Cell::text(words::title(lang, framework, it.0))
            }),
        ])
    };
    let rows: Vec<Vec<Cell>> = it.about().into_iter().filter_map(row).collect();
    if rows.is_empty() {
        blocks.push(Block::Paragraph(label::outcome_no_earlier(lang).to_owned()));
        return;
    }
    let uneven = it.about().into_iter().filter_map(|at| {
        let [now, before] = alone_in(scored, [at, earlier(scored, at)?]);
        let region = &scored.assessed.assessments[at].region.name;
        (now + before > 0).then(|| format!("{region} ({})", now + before))
    });
    let uneven: Vec<String> = uneven.collect();
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("region", words::region_heading(lang, framework)),
            Column::number("before", label::outcome_earlier(lang)),
            Column::number("now", label::outcome_now(lang)),
            Column::number("change", label::outcome_change(lang)),
            Column::text("most", label::outcome_mostly(lang)),
        ],
        rows,
    }));
    if !uneven.is_empty() {
        let line = label::outcome_uneven_regions(lang, list(uneven));
        blocks.push(Block::Paragraph(line));
    }
}
