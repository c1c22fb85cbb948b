//! One rerun: arithmetic on the columns of [`Flat`], and nothing else.
//!
//! It follows the rules of the scoring in `assess` one by one (a test compares the two on random
//! frameworks), but allocates nothing and knows no names.

use crate::framework::{GroupRule, MissingPolicy};
use crate::stats::{self, TOLERANCE};
use crate::text::vocabulary;

use super::flat::Flat;

/// What becomes of missing data in a rerun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// As the policy says.
    Policy(MissingPolicy),
    /// Every missing indicator at the bottom of its scale, as in `score_low`; no coverage rule.
    Bottom,
    /// Every missing indicator at the top of its scale, as in `score_high`; no coverage rule.
    Top,
}

vocabulary! {
    /// Why a rerun has no result.
    #[derive(PartialOrd, Ord)]
    pub enum Failure {
        /// A geometric or harmonic rule met a score that is not above zero.
        ZeroUnderRule = "zero-under-rule",
        /// Data are missing where the policy does not allow it.
        MissingNotAllowed = "missing-not-allowed",
        /// A region is left without a score.
        NoScore = "no-score",
    }
}

/// The choices of one rerun; weights stand in the [`Bench`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// Rule of groups without one of their own.
    pub(super) groups: GroupRule,
    pub(super) missing: Treatment,
    pub(super) min_coverage: f64,
}

/// The working space of one thread.
#[derive(Debug, Clone)]
pub(super) struct Bench {
    /// As in [`Flat`], changed by draws at leaves and by [`score`] at groups.
    pub(super) unit: Vec<f64>,
    pub(super) cover: Vec<f64>,
    /// Whether every region has a score at a node and nothing is missing below it.
    pub(super) complete: Vec<bool>,
    /// Weight of each node relative to its siblings.
    pub(super) weights: Vec<f64>,
    is_profile: Vec<bool>,
    pairs: Vec<(f64, f64)>,
    sums: Vec<Sums>,
}

/// Sums over the children of a group in one region.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    /// Weight of those that take part.
    total: f64,
    /// The same times their coverage.
    covered: f64,
    /// Weight of those with a score.
    weight: f64,
    /// The same times their score.
    score: f64,
}

impl Bench {
    pub(super) fn new(flat: &Flat, weights: &[f64]) -> Self {
        let mut bench = Self {
            unit: flat.unit.clone(),
            cover: flat.cover.clone(),
            complete: vec![false; flat.nodes.len()],
            weights: weights.to_vec(),
            is_profile: match flat.has_profiles {
                true => vec![false; flat.unit.len()],
                false => Vec::new(),
            },
            pairs: Vec::new(),
            sums: vec![Sums::default(); flat.regions],
        };
        for node in 0..flat.nodes.len() {
            bench.refresh(flat, node);
        }
        bench
    }

    /// Takes note of whether the column of a leaf has holes.
    pub(super) fn refresh(&mut self, flat: &Flat, node: usize) {
        let full = |column: &[f64]| column.iter().all(|it| !it.is_nan());
        self.complete[node] = flat.nodes[node].is_leaf && full(&self.unit[flat.span(node)]);
    }

    /// The unit scores of the index.
    pub(super) fn index(&self, flat: &Flat) -> &[f64] {
        &self.unit[flat.span(0)]
    }
}

/// Scores every group from the back to the front; the index of each region stands in
/// [`Bench::index`], NaN where it has none.
///
/// # Errors
/// The first rule that cannot be followed.
pub(super) fn score(flat: &Flat, setting: Setting, bench: &mut Bench) -> Result<(), Failure> {
    for node in (0..flat.nodes.len()).rev() {
        if flat.nodes[node].is_leaf {
            continue;
        }
        let rule = flat.nodes[node].rule.unwrap_or(setting.groups);
        if rule == GroupRule::Arithmetic && is_plain(flat, bench, node) {
            whole(flat, bench, node);
            continue;
        }
        let adds_up = rule == GroupRule::Arithmetic
            && setting.missing != Treatment::Policy(MissingPolicy::Fail)
            && !flat.has_profiles;
        if adds_up {
            add_up(flat, setting, bench, node);
        }
        let mut complete = true;
        for region in 0..flat.regions {
            let worth = match adds_up {
                true => mean(flat, setting, bench.sums[region], node, region),
                false => group(flat, setting, rule, bench, node, region)?,
            };
            let at = node * flat.regions + region;
            bench.unit[at] = worth.unit;
            bench.cover[at] = worth.cover;
            if flat.has_profiles {
                bench.is_profile[at] = worth.is_profile;
            }
            complete &= !worth.unit.is_nan() && (worth.cover - 1.0).abs() <= f64::EPSILON;
        }
        bench.complete[node] = complete;
    }
    Ok(())
}

/// Whether nothing is missing anywhere below a group that has some weight below it.
fn is_plain(flat: &Flat, bench: &Bench, node: usize) -> bool {
    let children = &flat.nodes[node].children;
    let weighty = |child: &&usize| bench.weights[**child] > 0.0;
    let mut some = children.iter().filter(weighty).peekable();
    some.peek().is_some() && some.all(|child| bench.complete[*child])
}

/// The arithmetic mean of complete columns, for all regions at once.
fn whole(flat: &Flat, bench: &mut Bench, node: usize) {
    let regions = flat.regions;
    // Children stand behind their parent.
    let (front, back) = bench.unit.split_at_mut((node + 1) * regions);
    let sums = &mut front[node * regions..];
    sums.fill(0.0);
    let mut total = 0.0;
    for child in &flat.nodes[node].children {
        let weight = bench.weights[*child];
        if weight > 0.0 {
            let from = (child - node - 1) * regions;
            for (sum, unit) in sums.iter_mut().zip(&back[from..from + regions]) {
                *sum += weight * unit;
            }
            total += weight;
        }
    }
    for sum in sums.iter_mut() {
        *sum /= total;
    }
    bench.cover[flat.span(node)].fill(1.0);
    bench.complete[node] = true;
    if flat.has_profiles {
        bench.is_profile[flat.span(node)].fill(false);
    }
}

/// Sums up the children of a group for all regions, column by column: what [`group`] does, for the
/// case that occurs most, a mean with holes.
fn add_up(flat: &Flat, setting: Setting, bench: &mut Bench, node: usize) {
    bench.sums.fill(Sums::default());
    for child in &flat.nodes[node].children {
        let weight = bench.weights[*child];
        if weight <= 0.0 {
            continue;
        }
        let is_leaf = flat.nodes[*child].is_leaf;
        let fill = match setting.missing {
            Treatment::Policy(MissingPolicy::Zero) => Some(flat.floor),
            Treatment::Policy(_) => None,
            Treatment::Bottom => Some(flat.floor).filter(|_| is_leaf),
            Treatment::Top => Some(1.0).filter(|_| is_leaf),
        };
        let (fill, filled) = fill.map_or((0.0, 0.0), |fill| (fill, weight));
        let column = flat.span(*child);
        let cells = bench.unit[column.clone()].iter().zip(&bench.cover[column]);
        for (sums, (unit, cover)) in bench.sums.iter_mut().zip(cells) {
            let takes_part = !cover.is_nan();
            let (part, share) = if takes_part {
                (weight, *cover)
            } else {
                (0.0, 0.0)
            };
            let (counted, score) = match (takes_part, unit.is_nan()) {
                (false, _) => (0.0, 0.0),
                (true, true) => (filled, fill),
                (true, false) => (weight, *unit),
            };
            sums.total += part;
            sums.covered += part * share;
            sums.weight += counted;
            sums.score += counted * score;
        }
    }
}

/// The mean of the children that [`add_up`] summed.
fn mean(flat: &Flat, setting: Setting, sums: Sums, node: usize, region: usize) -> Worth {
    let cover = match sums.total > 0.0 {
        true => sums.covered / sums.total,
        false => f64::NAN,
    };
    let has_data = !cover.is_nan() && cover > 0.0;
    if !has_data && let Some(reported) = reported(flat, node, region) {
        return reported;
    }
    let is_filled = matches!(setting.missing, Treatment::Bottom | Treatment::Top);
    let is_enough = is_filled || (has_data && cover + TOLERANCE >= setting.min_coverage);
    if cover.is_nan() || !is_enough || sums.weight <= 0.0 {
        return Worth::without(cover);
    }
    Worth {
        unit: sums.score / sums.weight,
        ..Worth::without(cover)
    }
}

/// What a number reported for a group is worth.
fn reported(flat: &Flat, node: usize, region: usize) -> Option<Worth> {
    let numbers = &flat.reported[node];
    let unit = numbers.get(region).filter(|it| !it.is_nan())?;
    Some(Worth {
        unit: *unit,
        ..Worth::without(1.0)
    })
}

/// What a group is worth in one region.
struct Worth {
    unit: f64,
    cover: f64,
    is_profile: bool,
}

impl Worth {
    fn without(cover: f64) -> Self {
        Self {
            unit: f64::NAN,
            cover,
            is_profile: false,
        }
    }
}

fn group(
    flat: &Flat,
    setting: Setting,
    rule: GroupRule,
    bench: &mut Bench,
    node: usize,
    region: usize,
) -> Result<Worth, Failure> {
    let fill = match setting.missing {
        Treatment::Policy(_) => None,
        Treatment::Bottom => Some(flat.floor),
        Treatment::Top => Some(1.0),
    };
    let (mut total, mut covered, mut refused) = (0.0, 0.0, false);
    bench.pairs.clear();
    for child in &flat.nodes[node].children {
        let weight = bench.weights[*child];
        let at = child * flat.regions + region;
        let cover = bench.cover[at];
        if weight <= 0.0 || cover.is_nan() {
            continue;
        }
        total += weight;
        covered += weight * cover;
        let unit = bench.unit[at];
        if !unit.is_nan() {
            bench.pairs.push((unit, weight));
        } else if flat.has_profiles && bench.is_profile[at] {
            // A profile has no score of its own: it is not missing.
        } else {
            match setting.missing {
                Treatment::Policy(MissingPolicy::Rescale) => {}
                Treatment::Policy(MissingPolicy::Zero) => bench.pairs.push((flat.floor, weight)),
                Treatment::Policy(MissingPolicy::Fail) => refused = true,
                Treatment::Bottom | Treatment::Top => {
                    let fill = fill.filter(|_| flat.nodes[*child].is_leaf);
                    bench.pairs.extend(fill.map(|fill| (fill, weight)));
                }
            }
        }
    }
    let cover = if total > 0.0 {
        covered / total
    } else {
        f64::NAN
    };
    if (cover.is_nan() || cover <= 0.0)
        && let Some(reported) = reported(flat, node, region)
    {
        return Ok(reported);
    }
    if cover.is_nan() {
        return Ok(Worth::without(cover));
    }
    let profile = Worth {
        is_profile: true,
        ..Worth::without(cover)
    };
    if rule == GroupRule::None {
        return Ok(profile);
    }
    if fill.is_none() {
        if cover <= 0.0 {
            return Ok(Worth::without(cover));
        }
        if refused {
            return Err(Failure::MissingNotAllowed);
        }
        if cover + TOLERANCE < setting.min_coverage {
            return Ok(Worth::without(cover));
        }
    }
    let needs_positive = matches!(rule, GroupRule::Geometric | GroupRule::Harmonic);
    if needs_positive && bench.pairs.iter().any(|(unit, _)| *unit <= 0.0) {
        return Err(Failure::ZeroUnderRule);
    }
    let unit = match rule {
        GroupRule::Arithmetic => stats::arithmetic(&bench.pairs),
        GroupRule::Geometric => stats::geometric(&bench.pairs),
        GroupRule::Harmonic => stats::harmonic(&bench.pairs),
        GroupRule::Median => stats::median_in_place(&mut bench.pairs),
        GroupRule::Min => bench.pairs.iter().map(|(unit, _)| *unit).reduce(f64::min),
        GroupRule::None => None,
    };
    Ok(match unit {
        Some(unit) => Worth {
            unit,
            ..Worth::without(cover)
        },
        None => profile,
    })
}
