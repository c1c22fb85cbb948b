//! Who rose and who fell, and who did so most: as much as the data bear.

use crate::stats::{self, TOLERANCE};

use super::{Change, RegionTrend};

/// Where a certain rise, or fall, stands among those of the regions ranked in both waves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangePlace {
    /// 1 is the greatest; equal changes share the best.
    pub rank: usize,
    /// How many have this change.
    pub alike: usize,
    /// Whether nothing that is missing could give it another place.
    pub sure: bool,
    /// Whether it is not among the smaller half of the changes that are certain, rises and falls
    /// together: a small change is not made much of because few others went that way.
    pub large: bool,
}

/// How many regions with the first and the last wave rose, fell or stayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// For certain.
    pub rose: usize,
    /// For certain.
    pub fell: usize,
    /// For certain.
    pub unchanged: usize,
    /// It may be otherwise.
    pub uncertain: usize,
}

impl Counts {
    /// All of them.
    #[must_use]
    pub fn all(self) -> usize {
        self.rose + self.fell + self.unchanged + self.uncertain
    }
}

/// Who rose and who fell among all regions that are joined.
pub(super) struct Claims {
    pub(super) rose: Vec<usize>,
    pub(super) fell: Vec<usize>,
    pub(super) unchanged: Vec<usize>,
    pub(super) uncertain: Vec<usize>,
    pub(super) shorter: Vec<usize>,
    pub(super) median: Option<f64>,
    pub(super) median_told: Option<f64>,
}

impl Claims {
    pub(super) fn counts(&self) -> Counts {
        Counts {
            rose: self.rose.len(),
            fell: self.fell.len(),
            unchanged: self.unchanged.len(),
            uncertain: self.uncertain.len(),
        }
    }
}

/// Sorts `joined` and gives each its place; `last` is the last wave.
pub(super) fn claims(joined: &mut [RegionTrend], last: usize) -> Claims {
    let whole = |it: &RegionTrend| it.change.from == 0 && it.change.to == last;
    // Ranks, so that noise of the last digit puts nobody before another.
    let changes: Vec<f64> = joined.iter().map(|it| it.change.score).collect();
    let ranks = stats::ranks(&changes);
    let mut keyed: Vec<(usize, RegionTrend)> =
        ranks.into_iter().zip(joined.iter().cloned()).collect();
    // What is not certain, and what is not ranked, never stands first.
    let weight = |it: &RegionTrend| {
        let certain = it.change.is_certain();
        (whole(it), certain, certain && it.change.rank.is_some())
    };
    keyed.sort_by(|(rank, a), (other, b)| {
        weight(b)
            .cmp(&weight(a))
            .then(rank.cmp(other))
            .then_with(|| a.region.cmp(&b.region))
    });
    for (place, (_, it)) in joined.iter_mut().zip(keyed) {
        *place = it;
    }
    let is = |at: &usize, wanted: &dyn Fn(&Change) -> bool| {
        whole(&joined[*at]) && joined[*at].change.is_certain() && wanted(&joined[*at].change)
    };
    let those = |wanted: &dyn Fn(&Change) -> bool| -> Vec<usize> {
        (0..joined.len()).filter(|at| is(at, wanted)).collect()
    };
    let mut rose = those(&|it| it.score > TOLERANCE);
    let mut fell = those(&|it| it.score < -TOLERANCE);
    let mut unchanged = those(&|it| it.score.abs() <= TOLERANCE);
    let all = (0..joined.len()).filter(|at| whole(&joined[*at]));
    let uncertain: Vec<usize> = all
        .clone()
        .filter(|at| !joined[*at].change.is_certain())
        .collect();
    let mut shorter: Vec<usize> = (0..joined.len())
        .filter(|at| !whole(&joined[*at]))
        .collect();
    for by_name in [&mut unchanged, &mut shorter] {
        by_name.sort_by(|a, b| joined[*a].region.cmp(&joined[*b].region));
    }
    let ranked = |at: &usize| joined[*at].change.rank.is_some();
    let certain: Vec<usize> = [&rose[..], &fell[..], &unchanged[..]].concat();
    let sizes = certain.iter().filter(|at| ranked(at));
    let sizes: Vec<(f64, f64)> = sizes
        .map(|at| (joined[*at].change.score.abs(), 1.0))
        .collect();
    let middle = stats::median(&sizes).unwrap_or(0.0);
    let rivals: Vec<usize> = all.filter(ranked).collect();
    let mut places = Vec::new();
    for (list, sign) in [(&mut rose, 1.0), (&mut fell, -1.0)] {
        let size = |at: usize| sign * joined[at].change.score;
        let among: Vec<usize> = list.iter().copied().filter(ranked).collect();
        let sizes: Vec<f64> = among.iter().map(|at| size(*at)).collect();
        let ranks = stats::ranks(&sizes);
        for (at, rank) in among.iter().zip(&ranks) {
            places.push((
                *at,
                ChangePlace {
                    rank: *rank,
                    alike: ranks.iter().filter(|it| *it == rank).count(),
                    sure: is_sure(joined, *at, &rivals, sign),
                    large: size(*at) + TOLERANCE >= middle,
                },
            ));
        }
        // Those whose size is not known well enough for a rank stand behind.
        let rank_of = |at: &usize| among.iter().position(|it| it == at).map(|it| ranks[it]);
        list.sort_by(|a, b| {
            let (mine, theirs) = (rank_of(a), rank_of(b));
            mine.is_none()
                .cmp(&theirs.is_none())
                .then(mine.cmp(&theirs))
                .then_with(|| match mine {
                    None => size(*b).total_cmp(&size(*a)),
                    Some(_) => std::cmp::Ordering::Equal,
                })
                .then_with(|| joined[*a].region.cmp(&joined[*b].region))
        });
    }
    let median = |of: fn(&Change) -> Option<f64>| {
        let changes = certain.iter().filter_map(|at| of(&joined[*at].change));
        stats::median(&changes.map(|it| (it, 1.0)).collect::<Vec<_>>())
    };
    let (median, median_told) = (median(|it| Some(it.score)), median(|it| it.told));
    for (at, place) in places {
        joined[at].place = Some(place);
    }
    Claims {
        rose,
        fell,
        unchanged,
        uncertain,
        shorter,
        median,
        median_told,
    }
}

/// Whether the change of the region at `at` is surely greater, in the direction `sign`, than those of
/// all rivals behind it, surely less than those before it, and the same as those it ties with.
fn is_sure(joined: &[RegionTrend], at: usize, rivals: &[usize], sign: f64) -> bool {
    let range = |at: usize| {
        let (least, greatest) = joined[at].change.range?;
        Some(if sign > 0.0 {
            (least, greatest)
        } else {
            (-greatest, -least)
        })
    };
    let size = |at: usize| sign * joined[at].change.score;
    let Some((least, greatest)) = range(at) else {
        return false;
    };
    rivals.iter().filter(|it| **it != at).all(|other| {
        let Some((their_least, their_greatest)) = range(*other) else {
            return false;
        };
        match size(at) - size(*other) {
            gap if gap > TOLERANCE => least > their_greatest + TOLERANCE,
            gap if gap < -TOLERANCE => greatest < their_least - TOLERANCE,
            _ => {
                let exact = |low: f64, high: f64| high - low <= TOLERANCE;
                exact(least, greatest) && exact(their_least, their_greatest)
            }
        }
    })
}
