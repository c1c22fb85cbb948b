//! What the ranks of many reruns say of each region and of each pair.

use crate::stats::{self, TOLERANCE};

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
    /// Share of runs in which it is first; of k tied regions each is first in 1/k of the run.
    pub p_first: f64,
    /// Share of runs in which it is among the top asked for, where a tie across the line counts for
    /// each of its regions by the places above the line over the regions tied.
    pub p_top: f64,
    /// The same among as many at the bottom.
    pub p_bottom: f64,
}

/// In how many runs a region has places of interest, a run that it shares counting in part.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Held {
    pub(super) first: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Held {
    fn add(&mut self, more: Self) {
        self.first += more.first;
        self.top += more.top;
        self.bottom += more.bottom;
    }

    /// Those of all regions, one run after the other, added up in this order.
    pub(super) fn sum(into: &mut [Self], more: &[Self]) {
        for (sum, more) in into.iter_mut().zip(more) {
            sum.add(*more);
        }
    }
}

/// Adds one run to what each region holds. k regions that share the rank r hold the places r to
/// r + k − 1 together, each of them 1/k of every place; `sharing` is working space.
pub(super) fn hold(ranks: &[u32], top: u32, sharing: &mut Vec<u32>, held: &mut [Held]) {
    let regions = u32::try_from(ranks.len()).unwrap_or(u32::MAX);
    sharing.clear();
    sharing.resize(ranks.len() + 1, 0);
    for rank in ranks {
        sharing[*rank as usize] += 1;
    }
    for (rank, held) in ranks.iter().zip(held) {
        let sharing = sharing[*rank as usize];
        let last = rank + sharing - 1;
        let within = |from: u32, to: u32| {
            let places = (last.min(to) + 1).saturating_sub((*rank).max(from));
            f64::from(places) / f64::from(sharing)
        };
        held.add(Held {
            first: within(1, 1),
            top: within(1, top),
            bottom: within(regions.saturating_sub(top) + 1, regions),
        });
    }
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

/// What the ranks of a region among `regions` say, and in how many of these runs it held which
/// places; `None` without any.
pub(super) fn rank_range(ranks: &[u32], regions: usize, held: Held) -> Option<RankRange> {
    let [median, low, high] = quantiles(ranks, regions, [0.5, 0.05, 0.95])?;
    let sum: u64 = ranks.iter().map(|it| u64::from(*it)).sum();
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let (sum, runs) = (sum as f64, ranks.len() as f64);
    Some(RankRange {
        median,
        low,
        high,
        mean: sum / runs,
        p_first: without_noise(held.first / runs),
        p_top: without_noise(held.top / runs),
        p_bottom: without_noise(held.bottom / runs),
    })
}

/// Shares of ties add up to all or nothing but for the last digit.
fn without_noise(share: f64) -> f64 {
    match share.round() {
        whole if (share - whole).abs() <= TOLERANCE => whole,
        _ => share,
    }
}

/// Quantiles (type 7) of the ranks of a region among `regions`; `None` without any.
#[must_use]
pub fn quantiles<const N: usize>(
    ranks: &[u32],
    regions: usize,
    probabilities: [f64; N],
) -> Option<[f64; N]> {
    // Counted, not sorted: there are far fewer ranks than runs.
    let mut up_to = vec![0_usize; regions + 1];
    for rank in ranks {
        up_to[(*rank as usize).min(regions)] += 1;
    }
    for at in 1..up_to.len() {
        up_to[at] += up_to[at - 1];
    }
    let order = |at: usize| {
        #[expect(clippy::cast_precision_loss, reason = "ranks are small")]
        let rank = up_to.partition_point(|it| *it <= at) as f64;
        rank
    };
    let mut out = [0.0; N];
    for (out, probability) in out.iter_mut().zip(probabilities) {
        *out = stats::quantile_by(ranks.len(), probability, order)?;
    }
    Some(out)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_quantiles_of_the_counted_ranks() {
        let ranks = [1, 1, 2, 4, 8];
        let held = Held {
            first: 1.5,
            top: 3.0,
            bottom: 1.0,
        };
        let found = rank_range(&ranks, 8, held).expect("ranks");
        let sorted: Vec<f64> = ranks.iter().map(|it| f64::from(*it)).collect();
        let near = |found: f64, probability: f64| {
            let wanted = stats::quantile(&sorted, probability).expect("values");
            assert!((found - wanted).abs() < 1e-12, "{found} is not {wanted}");
        };
        near(found.median, 0.5);
        near(found.low, 0.05);
        near(found.high, 0.95);
        let shares = [found.p_first, found.p_top, found.p_bottom];
        for (found, wanted) in shares.iter().zip([0.3, 0.6, 0.2]) {
            assert!((found - wanted).abs() < 1e-12, "{found} is not {wanted}");
        }
        assert_eq!(rank_range(&[], 8, held), None);
    }

    #[test]
    fn tied_regions_share_the_places_they_hold() {
        // Places 1 and 2 are shared by two, 3 to 5 by three; the sixth is last alone.
        let ranks = [1, 3, 1, 3, 6, 3];
        let mut held = [Held::default(); 6];
        hold(&ranks, 3, &mut Vec::new(), &mut held);
        let third = 1.0 / 3.0;
        let wanted = [
            (0.5, 1.0, 0.0),
            (0.0, third, 2.0 * third),
            (0.5, 1.0, 0.0),
            (0.0, third, 2.0 * third),
            (0.0, 0.0, 1.0),
            (0.0, third, 2.0 * third),
        ];
        for (held, (first, top, bottom)) in held.iter().zip(wanted) {
            for (found, wanted) in [(held.first, first), (held.top, top), (held.bottom, bottom)] {
                assert!((found - wanted).abs() < 1e-12, "{held:?}");
            }
        }
    }
}
