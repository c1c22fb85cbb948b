//! What the ranks of many reruns say of each region and of each pair.

use crate::stats;

/// With up to so many regions every pair is told, else neighbours only.
pub const ALL_PAIRS: usize = 60;

/// In this share of the runs one region must stand above another for their order to count as
/// supported.
pub const SUPPORT: f64 = 0.95;

/// The ranks of one region over many reruns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankRange {
    /// Median rank.
    pub median: f64,
    /// 5 % quantile (type 7).
    pub low: f64,
    /// 95 % quantile (type 7).
    pub high: f64,
    /// Mean rank.
    pub mean: f64,
    /// Share of runs with rank 1, ties included.
    pub p_first: f64,
    /// Share of runs with a rank up to the top asked for, ties included.
    pub p_top: f64,
}

/// How often one region stands above another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Position of the region that stands first in the order as assessed.
    pub first: usize,
    /// Position of the other.
    pub second: usize,
    /// Share of runs in which the first has the better rank.
    pub p_above: f64,
    /// Share of runs in which both have the same.
    pub p_tied: f64,
    /// Share of runs in which the second has it.
    pub p_below: f64,
}

fn share(count: usize, of: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
    let (count, of) = (count as f64, of as f64);
    count / of
}

/// What the ranks of a region among `regions` say; `None` without any. `top` is the rank up to
/// which it counts as among the top.
#[must_use]
pub fn rank_range(ranks: &[u32], regions: usize, top: u32) -> Option<RankRange> {
    // Counted, not sorted: there are far fewer ranks than runs.
    let mut up_to = vec![0_usize; regions + 1];
    for rank in ranks {
        up_to[(*rank as usize).min(regions)] += 1;
    }
    let sum: u64 = ranks.iter().map(|it| u64::from(*it)).sum();
    for at in 1..up_to.len() {
        up_to[at] += up_to[at - 1];
    }
    let order = |at: usize| {
        #[expect(clippy::cast_precision_loss, reason = "ranks are small")]
        let rank = up_to.partition_point(|it| *it <= at) as f64;
        rank
    };
    let quantile = |probability| stats::quantile_by(ranks.len(), probability, order);
    let within = |rank: u32| share(up_to[(rank as usize).min(regions)], ranks.len());
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let mean = sum as f64 / ranks.len() as f64;
    Some(RankRange {
        median: quantile(0.5)?,
        low: quantile(0.05)?,
        high: quantile(0.95)?,
        mean,
        p_first: within(1),
        p_top: within(top),
    })
}

fn pair(columns: &[Vec<u32>], first: usize, second: usize) -> Pair {
    let (mut above, mut below) = (0, 0);
    for (one, other) in columns[first].iter().zip(&columns[second]) {
        above += usize::from(one < other);
        below += usize::from(one > other);
    }
    let runs = columns[first].len();
    Pair {
        first,
        second,
        p_above: share(above, runs),
        p_tied: share(runs - above - below, runs),
        p_below: share(below, runs),
    }
}

/// Neighbours in the order as assessed; every pair where there are few regions.
pub(super) fn pairs(columns: &[Vec<u32>]) -> Vec<Pair> {
    let regions = columns.len();
    if columns.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    let last = |first: usize| match regions <= ALL_PAIRS {
        true => regions,
        false => (first + 2).min(regions),
    };
    (0..regions)
        .flat_map(|first| (first + 1..last(first)).map(move |second| (first, second)))
        .map(|(first, second)| pair(columns, first, second))
        .collect()
}

/// The tier of each region, from 1: a new one starts only where every region above stands above
/// every region below in at least [`SUPPORT`] of the runs.
///
/// `nominal` are the ranks as assessed, best first; `columns` the ranks of each region over the same
/// runs. Regions tied as assessed share a tier, and without runs there is one tier.
pub(super) fn tier_of_each(nominal: &[u32], columns: &[Vec<u32>]) -> Vec<usize> {
    let regions = nominal.len();
    // Whether the boundary behind a region lies inside a tier.
    let mut joined = vec![false; regions];
    for at in 1..regions {
        joined[at - 1] = nominal[at - 1] == nominal[at];
    }
    let ends: Vec<Option<(u32, u32)>> = columns.iter().map(|it| ends(it)).collect();
    // Near pairs first: once every boundary between two regions is joined, their order is moot.
    for distance in 1..regions {
        for first in 0..regions - distance {
            let second = first + distance;
            if joined[first..second].iter().all(|it| *it) {
                continue;
            }
            let supported = match (ends[first], ends[second]) {
                // Each is inside these ends in 97.5 % of the runs, so both are in 95 %.
                (Some((_, high)), Some((low, _))) => {
                    high < low || pair(columns, first, second).p_above >= SUPPORT
                }
                _ => false,
            };
            if !supported {
                joined[first..second].fill(true);
            }
        }
        if joined[..regions - 1].iter().all(|it| *it) {
            break;
        }
    }
    let mut tier = 1;
    (0..regions)
        .map(|at| {
            tier += usize::from(at > 0 && !joined[at - 1]);
            tier
        })
        .collect()
}

/// Ranks below and above which 2.5 % of the runs lie at most.
fn ends(ranks: &[u32]) -> Option<(u32, u32)> {
    let mut sorted = ranks.to_vec();
    sorted.sort_unstable();
    let tail = sorted.len() / 40;
    Some((*sorted.get(tail)?, sorted[sorted.len() - 1 - tail]))
}

/// Positions of the assessments of each tier, best tier first: regions whose order is not supported
/// by at least [`SUPPORT`] of the runs stand in one.
///
/// Unlike the tiers of a comparison, which say what missing data leave open, these say what
/// other choices leave open.
#[must_use]
pub fn tiers(robust: &super::Robust) -> Vec<Vec<usize>> {
    let mut out: Vec<Vec<usize>> = Vec::new();
    for region in &robust.regions {
        if region.tier > out.len() {
            out.push(Vec::new());
        }
        if let Some(tier) = out.last_mut() {
            tier.push(region.assessment);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_quantiles_of_the_counted_ranks() {
        let ranks = [1, 1, 2, 4, 8];
        let found = rank_range(&ranks, 8, 2).expect("ranks");
        let sorted: Vec<f64> = ranks.iter().map(|it| f64::from(*it)).collect();
        let near = |found: f64, probability: f64| {
            let wanted = stats::quantile(&sorted, probability).expect("values");
            assert!((found - wanted).abs() < 1e-12, "{found} is not {wanted}");
        };
        near(found.median, 0.5);
        near(found.low, 0.05);
        near(found.high, 0.95);
        assert!((found.p_first - 0.4).abs() < 1e-12 && (found.p_top - 0.6).abs() < 1e-12);
        assert_eq!(rank_range(&[], 8, 1), None);
    }

    #[test]
    fn a_tier_ends_where_the_order_holds_in_enough_runs() {
        // The first two change places in one run of ten, the third is always behind.
        let column = |usual: u32, once: u32| -> Vec<u32> {
            (0..10)
                .map(|at| if at == 0 { once } else { usual })
                .collect()
        };
        let columns = [column(1, 2), column(2, 1), column(3, 3)];
        assert_eq!(tier_of_each(&[1, 2, 3], &columns), [1, 1, 2]);
        assert_eq!(
            tier_of_each(&[1, 2, 3], &[column(1, 1), column(2, 2), column(3, 3)]),
            [1, 2, 3]
        );
        // A pair far apart that is not supported joins all between.
        let columns = [column(1, 3), column(2, 2), column(3, 1)];
        assert_eq!(tier_of_each(&[1, 2, 3], &columns), [1, 1, 1]);
        // Ties share a tier, and without runs nothing is known.
        assert_eq!(tier_of_each(&[1, 1], &[column(1, 1), column(2, 2)]), [1, 1]);
        assert_eq!(tier_of_each(&[1, 2], &[Vec::new(), Vec::new()]), [1, 1]);
    }
}
