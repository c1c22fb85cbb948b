//! What the differences did: cells, scores, ranks, each as `assess` and `compare` give them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assess::{NodeResult, Reason};
use crate::compare::{Choice, Comparison, KindChoice, Places, WaveChoice, compare};
use crate::region::Tier;
use crate::statement::PartyName;
use crate::stats::TOLERANCE;

use super::{
    Axis, CellChange, Cells, Figure, RankChange, Ranks, ScoreChange, Side, StatementChange,
};

/// Where a side has no assessment at all nothing was said there.
const ABSENT: Figure = Figure {
    number: None,
    told: None,
    reason: Some(Reason::NoStatement),
};

/// The result of a node on either side.
fn results<'s>(
    sides: [&'s Side; 2],
    both: [Option<usize>; 2],
    node: usize,
) -> [Option<&'s NodeResult>; 2] {
    [0, 1].map(|at| Some(&sides[at].assessed.assessments[both[at]?].nodes[node]))
}

/// Whether one side has a number and the other has not, or another one.
fn differ(a: Figure, b: Figure) -> bool {
    match (a.number, b.number) {
        (Some(a), Some(b)) => (a - b).abs() > TOLERANCE,
        (None, None) => false,
        _ => true,
    }
}

/// Indicators with another value, or another reason why there is none.
pub(super) fn cells(
    sides: [&Side; 2],
    assessments: &[[Option<usize>; 2]],
    statements: &[StatementChange],
) -> Cells {
    let mut behind: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, it) in statements.iter().enumerate() {
        behind.entry((it.unit, it.node)).or_default().push(at);
    }
    let mut cells = Cells::default();
    for (unit, both) in assessments.iter().enumerate() {
        for (node, ..) in sides[0].framework.indicators() {
            let figure = |it: &NodeResult| Figure {
                number: it.answer(),
                told: it.told,
                reason: it.reason,
            };
            let found = results(sides, *both, node);
            let [a, b] = found.map(|it| it.map_or(ABSENT, figure));
            cells.of += usize::from(a.number.or(b.number).is_some());
            if let [Some(one), Some(other)] = found.map(|it| it.and_then(|it| it.score))
                && !differ(a, b)
                && (one - other).abs() > TOLERANCE
            {
                cells.counted_otherwise += 1;
            }
            // "Does not apply" is another state than "nobody spoke", though neither is a number.
            let other_reason = a.number.or(b.number).is_none() && a.reason != b.reason;
            let is_scored = ![a.reason, b.reason].contains(&Some(Reason::NotScored));
            if differ(a, b) || other_reason && is_scored {
                let statements = behind.remove(&(unit, node)).unwrap_or_default();
                cells.changes.push(CellChange {
                    unit,
                    node,
                    a,
                    b,
                    statements,
                });
            }
        }
    }
    cells
}

/// Groups and indexes with another score.
pub(super) fn scores(sides: [&Side; 2], assessments: &[[Option<usize>; 2]]) -> Vec<ScoreChange> {
    let nodes = sides[0].framework.nodes().iter().enumerate();
    let inner: Vec<usize> = nodes
        .filter(|(_, node)| node.indicator().is_none())
        .map(|(at, _)| at)
        .collect();
    let mut out = Vec::new();
    for (unit, both) in assessments.iter().enumerate() {
        for node in &inner {
            let figure = |it: &NodeResult| Figure {
                number: it.score,
                told: it.told,
                reason: it.reason,
            };
            let [a, b] = results(sides, *both, *node).map(|it| it.map_or(ABSENT, figure));
            if differ(a, b) {
                let node = *node;
                out.push(ScoreChange { unit, node, a, b });
            }
        }
    }
    out
}

/// The rankings of both sides, which are of one tier, and of one wave and stage where the sides are not
/// told apart by these.
pub(super) fn ranks([a, b]: [&Side; 2], axis: &Axis) -> Ranks {
    let second = match on_both([a, b], axis) {
        Some(second) => second,
        None => return Ranks::default(),
    };
    let mut choice = a.choice.clone();
    if choice.kind == KindChoice::Largest {
        choice.kind = kind_of(b, &second);
    }
    if !axis.drops_wave()
        && choice.wave == WaveChoice::Newest
        && let Some(wave) = &second.wave
    {
        choice.wave = WaveChoice::Named(wave.to_string());
    }
    if !axis.drops_stage() {
        choice.stage = choice.stage.or(second.stage);
    }
    let first = ranked(a, &choice);
    if !axis.drops_stage() && first.stage != second.stage && !first.whole.is_empty() {
        return Ranks::default();
    }
    type Both = (Arc<str>, [Option<(usize, Places)>; 2]);
    let mut met: BTreeMap<PartyName, Both> = BTreeMap::new();
    for (at, (side, found)) in [(a, &first), (b, &second)].into_iter().enumerate() {
        for it in &found.ranking {
            let name = &side.assessed.assessments[it.assessment].region.name;
            let entry = met.entry(PartyName::from(&**name));
            let both = entry.or_insert_with(|| (Arc::clone(name), [None, None]));
            both.1[at] = Some((it.rank, it.places));
        }
    }
    let mut regions: Vec<RankChange> = met
        .into_values()
        .map(|(region, [a, b])| RankChange { region, a, b })
        .collect();
    let place = |it: &RankChange| it.b.or(it.a).map(|it| it.0);
    regions.sort_by(|one, other| {
        let key = |it: &RankChange| (it.b.is_none(), place(it));
        key(one)
            .cmp(&key(other))
            .then_with(|| one.region.cmp(&other.region))
    });
    Ranks {
        wave: second.wave.clone().filter(|_| !axis.drops_wave()),
        stage: second.stage.filter(|_| !axis.drops_stage()),
        among: [first.among, second.among],
        regions,
    }
}

/// The ranking of the second side in a wave and stage that the first has as well; where the newest of
/// the second is new, in the newest of the first.
fn on_both([a, b]: [&Side; 2], axis: &Axis) -> Option<Comparison> {
    let name = |it: &Option<Arc<str>>| it.as_deref().map(PartyName::from);
    let has = |side: &Side, found: &Comparison| {
        let mut all = side.assessed.assessments.iter();
        all.any(|it| {
            (axis.drops_wave() || found.waves_mixed || name(&it.wave) == name(&found.wave))
                && (axis.drops_stage() || it.stage == found.stage)
        })
    };
    let second = ranked(b, &b.choice);
    // A wave or stage that was asked for is the one of both.
    if has(a, &second) || b.choice.wave != WaveChoice::Newest || b.choice.stage.is_some() {
        return Some(second);
    }
    let first = ranked(a, &a.choice);
    let wave = first.wave.as_ref().filter(|_| !axis.drops_wave());
    let choice = Choice {
        wave: wave.map_or(WaveChoice::Newest, |it| WaveChoice::Named(it.to_string())),
        stage: first.stage.filter(|_| !axis.drops_stage()),
        ..b.choice.clone()
    };
    has(b, &first).then(|| ranked(b, &choice))
}

fn ranked(side: &Side, choice: &Choice) -> Comparison {
    compare(
        side.framework,
        side.statements,
        side.assessed,
        side.method,
        side.targets,
        choice,
    )
}

/// The tier that stands in a ranking, so that the other side ranks the same.
fn kind_of(side: &Side, found: &Comparison) -> KindChoice {
    let assessments = &side.assessed.assessments;
    let mut kinds = found
        .whole
        .iter()
        .filter_map(|it| assessments[it.assessment].region.kind);
    match kinds.next().map(|it| it.tier()) {
        Some(Tier::KabKota) => KindChoice::KabKota,
        Some(Tier::Provinsi) => KindChoice::Provinsi,
        _ => KindChoice::Largest,
    }
}
