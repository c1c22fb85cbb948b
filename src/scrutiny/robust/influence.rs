//! How much each indicator really moves the order, and the order under other readings of the data.

use crate::assess::{Assessed, Choices, LeafScore, Sheet, Treatment};
use crate::framework::{Framework, GroupRule, InformantRule, Method, MissingPolicy};
use crate::stats::{self, Ranker, TOLERANCE};
use crate::text::vocabulary;

use super::flat::Flat;
use super::material::Material;
use super::mean_shift;
use super::plan::Plan;

/// What one indicator, or a group known by a reported number, does to the order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Influence {
    /// Position of the node.
    pub node: usize,
    /// Its share of the index, 0–1: the product of the shares from the index down to it, among
    /// siblings that take part.
    pub weight: f64,
    /// The same if siblings weighed inversely to the variance of their scores.
    pub inverse_variance: Option<f64>,
    /// Pearson correlation of its score with the index over regions that have both.
    pub correlation: Option<f64>,
    /// Mean |rank change| when it is left out; `None` where that leaves no result.
    pub mean_shift: Option<f64>,
    /// Regions whose rank changes when it is left out.
    pub moved: Option<usize>,
}

vocabulary! {
    /// Another reading of the same data.
    pub enum ReadingKind {
        /// Every indicator of a group, and every group of a group, weighs the same.
        EqualWeights = "equal-weights",
        /// Indicators of a group weigh inversely to the variance of their scores.
        InverseVariance = "inverse-variance",
        /// Informants, indicators and groups combine by their median, which asks only for the order of
        /// levels.
        Median = "median",
        /// Directions alone: supporting statements among supporting and inhibiting ones.
        Direction = "direction",
    }
}

/// The order under another reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Which.
    pub kind: ReadingKind,
    /// Score (0–100) and rank of each region among those with a score; best first as assessed.
    pub regions: Vec<Option<(f64, u32)>>,
    /// Mean |rank − rank as assessed| of regions with a score, ranks as assessed taken among them.
    pub mean_shift: f64,
}

/// The share of each node in the index under `weights`: products of shares among siblings that take
/// part, from the index down.
fn effective(material: &Material, weights: &[f64]) -> Vec<f64> {
    let tree = &material.flat.tree;
    let mut out = vec![0.0; tree.len()];
    out[0] = 1.0;
    for node in 0..tree.len() {
        let children = tree.children(node);
        let total: f64 = children.iter().map(|it| weights[*it]).sum();
        for child in children {
            if total > 0.0 {
                out[*child] = out[node] * weights[*child] / total;
            }
        }
    }
    out
}

/// Weights of indicators inverse to the variance (n − 1) of their scores; those of one group sum to
/// what they did before, and an indicator that does not vary keeps none. `None` where no indicator
/// varies.
fn inverse_variance(material: &Material) -> Option<Vec<f64>> {
    let tree = &material.flat.tree;
    let mut weights = material.flat.sheet.weights.clone();
    let mut any = false;
    for node in 0..tree.len() {
        let tips: Vec<usize> = tree
            .children(node)
            .iter()
            .copied()
            .filter(|it| material.tips.contains(it) && weights[*it] > 0.0)
            .collect();
        let inverse: Vec<f64> = tips
            .iter()
            .map(|tip| {
                let spread = stats::deviation(&values(&material.flat, *tip)).unwrap_or_default();
                if spread > TOLERANCE {
                    1.0 / (spread * spread)
                } else {
                    0.0
                }
            })
            .collect();
        let total: f64 = inverse.iter().sum();
        let before: f64 = tips.iter().map(|it| weights[*it]).sum();
        if total > 0.0 {
            any = true;
            for (tip, inverse) in tips.iter().zip(&inverse) {
                weights[*tip] = before * inverse / total;
            }
        }
    }
    any.then_some(weights)
}

/// The unit scores that come in at a tip, of the regions that have one.
fn values(flat: &Flat, tip: usize) -> Vec<f64> {
    let regions = 0..flat.sheet.places();
    regions.filter_map(|it| flat.value(tip, it)).collect()
}

/// Pearson correlation; `None` below three pairs or where one side does not vary.
fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    if pairs.len() < 3 {
        return None;
    }
    let (x, y): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (mean_x, mean_y) = (stats::mean(&x)?, stats::mean(&y)?);
    let (spread_x, spread_y) = (stats::deviation(&x)?, stats::deviation(&y)?);
    if spread_x <= TOLERANCE || spread_y <= TOLERANCE {
        return None;
    }
    let products = x.iter().zip(&y).map(|(x, y)| (x - mean_x) * (y - mean_y));
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
    let freedom = (pairs.len() - 1) as f64;
    Some((products.sum::<f64>() / freedom / spread_x / spread_y).clamp(-1.0, 1.0))
}

/// What each indicator does, in the order of the tree; `scores` and `nominal` are as assessed.
pub(super) fn influence(material: &Material, scores: &[f64], nominal: &[u32]) -> Vec<Influence> {
    let flat = &material.flat;
    let given = effective(material, &flat.sheet.weights);
    let inverse = inverse_variance(material).map(|it| effective(material, &it));
    let mut sheet = flat.sheet.clone();
    let mut ranks = vec![0; sheet.places()];
    if flat.tree.score(material.choices, &mut sheet).is_err() {
        return Vec::new();
    }
    material
        .tips
        .iter()
        .map(|tip| {
            let regions = scores.iter().enumerate();
            let pair = |(region, score): (usize, &f64)| Some((flat.value(*tip, region)?, *score));
            let pairs: Vec<(f64, f64)> = regions.filter_map(pair).collect();
            material.leave_out(*tip, &mut sheet.weights);
            let index = ranked(material, *tip, &mut sheet, &mut ranks);
            sheet.weights.copy_from_slice(&flat.sheet.weights);
            // Back to what could be scored before; what stands beside the way up was not touched.
            let _ = flat.tree.score_above(*tip, material.choices, &mut sheet);
            Influence {
                node: flat.tree.at(*tip),
                weight: given[*tip],
                inverse_variance: inverse.as_ref().map(|it| it[*tip]),
                correlation: correlation(&pairs),
                mean_shift: index.map(|()| mean_shift(&ranks, nominal)),
                moved: index.map(|()| {
                    let both = ranks.iter().zip(nominal);
                    both.filter(|(rank, nominal)| rank != nominal).count()
                }),
            }
        })
        .collect()
}

/// Ranks where the weight of a tip or above it has changed; `None` where a rule fails or a region
/// has no score.
fn ranked(material: &Material, tip: usize, sheet: &mut Sheet, ranks: &mut [u32]) -> Option<()> {
    let tree = &material.flat.tree;
    tree.score_above(tip, material.choices, sheet).ok()?;
    let scores: Vec<f64> = index_scores(sheet).into_iter().collect::<Option<_>>()?;
    Ranker::default().rank(&scores, ranks);
    Some(())
}

/// The score of each region, 0–100.
pub(super) fn index_scores(sheet: &Sheet) -> Vec<Option<f64>> {
    let score = |unit: &f64| (!unit.is_nan()).then_some(100.0 * unit);
    sheet.index().iter().map(score).collect()
}

/// The order under every other reading that the data allow.
pub(super) fn readings(
    framework: &Framework,
    assessed: &Assessed,
    method: &Method,
    material: &Material,
    among: &[usize],
    nominal: &[u32],
    plan: &Plan,
) -> Vec<Reading> {
    let Flat { tree, sheet, .. } = &material.flat;
    let mut out = Vec::new();
    let mut read = |kind, choices, mut sheet: Sheet| {
        if tree.score(choices, &mut sheet).is_ok() {
            out.extend(reading(kind, &index_scores(&sheet), nominal));
        }
    };
    if material.weighs && !material.keeps_weights(plan) {
        let mut equal = sheet.clone();
        for weight in equal.weights.iter_mut().filter(|it| **it > 0.0) {
            *weight = 1.0;
        }
        read(ReadingKind::EqualWeights, material.choices, equal);
        if let Some(weights) = inverse_variance(material) {
            let mut inverse = sheet.clone();
            inverse.weights = weights;
            read(ReadingKind::InverseVariance, material.choices, inverse);
        }
    }
    if !material.level_cells.is_empty() {
        let mut sheet = sheet.clone();
        let medians = match (&material.opinions, method.aggregation.informants) {
            (Some(opinions), InformantRule::Mean) => opinions.under(InformantRule::Median),
            _ => Vec::new(),
        };
        for (at, unit) in medians {
            sheet.unit[at] = unit;
        }
        let choices = Choices {
            groups: GroupRule::Median,
            ..material.choices
        };
        read(ReadingKind::Median, choices, sheet);
    }
    if let Some(sheet) = directions(framework, assessed, material, among) {
        let choices = Choices {
            groups: GroupRule::Arithmetic,
            missing: Treatment::Policy(MissingPolicy::Rescale),
            ..material.choices
        };
        read(ReadingKind::Direction, choices, sheet);
    }
    out
}

/// The columns of supporting shares; `None` where fewer than two regions have any direction.
fn directions(
    framework: &Framework,
    assessed: &Assessed,
    material: &Material,
    among: &[usize],
) -> Option<Sheet> {
    let Flat {
        tree, sheet, floor, ..
    } = &material.flat;
    let mut out = sheet.clone();
    let mut has_direction = vec![false; among.len()];
    for node in (0..tree.len()).filter(|it| tree.is_leaf(*it)) {
        let leaf = tree.at(node);
        let is_level = framework.nodes()[leaf]
            .indicator()
            .is_some_and(|it| it.has_levels());
        let scores = among.iter().enumerate().map(|(region, at)| {
            let tally = &assessed.assessments[*at].pooled[leaf].tally;
            let (for_it, against) = (tally.supporting, tally.inhibiting);
            // What does not apply stays outside; everything else without a direction is missing.
            if sheet.coverage(node, region).is_none() {
                return LeafScore::Outside;
            }
            if !is_level || for_it + against == 0 {
                return LeafScore::Missing;
            }
            has_direction[region] = true;
            #[expect(clippy::cast_precision_loss, reason = "few statements")]
            let share = for_it as f64 / (for_it + against) as f64;
            LeafScore::Unit(share)
        });
        out.set_leaf(node, (*floor, false), scores);
    }
    (has_direction.iter().filter(|it| **it).count() > 1).then_some(out)
}

/// The ranks of those with a score; none where fewer than two have one.
fn reading(kind: ReadingKind, scores: &[Option<f64>], nominal: &[u32]) -> Option<Reading> {
    let with: Vec<usize> = (0..scores.len())
        .filter(|at| scores[*at].is_some())
        .collect();
    if with.len() < 2 {
        return None;
    }
    let ranks = |values: Vec<f64>| {
        let mut out = vec![0; values.len()];
        Ranker::default().rank(&values, &mut out);
        out
    };
    let mine = ranks(with.iter().filter_map(|at| scores[*at]).collect());
    // Ranks as assessed among the same regions: the best has the highest of negated ranks.
    let theirs = ranks(with.iter().map(|at| -f64::from(nominal[*at])).collect());
    let mut regions = vec![None; scores.len()];
    for (at, rank) in with.iter().zip(&mine) {
        regions[*at] = scores[*at].map(|score| (score, *rank));
    }
    Some(Reading {
        kind,
        regions,
        mean_shift: mean_shift(&mine, &theirs),
    })
}
