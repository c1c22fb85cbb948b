//! What can be had for which effort: the frontier of a node.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::Cost;

/// The effort of a plan, compared in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Key {
    pub(super) cost: Cost,
    pub(super) levels: u32,
    pub(super) indicators: u32,
}

impl Key {
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            cost: self.cost.plus(other.cost),
            levels: self.levels + other.levels,
            indicators: self.indicators + other.indicators,
        }
    }
}

/// What can be had for an effort, and how.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    pub(super) key: Key,
    /// A unit score, or what stands for it in a sum.
    pub(super) worth: f64,
    /// Position in [`Ways`].
    pub(super) way: u32,
}

/// Points of which each costs more than the one before and is worth more.
///
/// An effort is compared part by part, and two efforts keep their order whatever is added to both: what
/// is dearer and worth no more can be part of no better plan.
pub(super) type Frontier = Vec<Point>;

/// How a point is reached.
#[derive(Debug, Clone, Copy)]
enum Way {
    Nothing,
    /// An indicator (position among those that can be raised) by so many levels.
    Raise(usize, usize),
    Both(u32, u32),
}

/// Every way that a point of some frontier goes.
#[derive(Debug)]
pub(super) struct Ways {
    all: Vec<Way>,
    /// Pairs of points that may still be looked at.
    left: u64,
}

/// The search would take too long: too many different costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooFine;

impl Ways {
    /// So many pairs of points are looked at before the search is given up: some ten seconds.
    const MOST: u64 = 150_000_000;

    pub(super) fn new() -> Self {
        Self {
            all: vec![Way::Nothing],
            left: Self::MOST,
        }
    }

    fn add(&mut self, way: Way) -> u32 {
        self.all.push(way);
        u32::try_from(self.all.len() - 1).unwrap_or(u32::MAX)
    }

    pub(super) fn raise(&mut self, leaf: usize, levels: usize) -> u32 {
        match levels {
            0 => 0,
            _ => self.add(Way::Raise(leaf, levels)),
        }
    }

    pub(super) fn both(&mut self, first: u32, second: u32) -> u32 {
        match (first, second) {
            (only, 0) | (0, only) => only,
            _ => self.add(Way::Both(first, second)),
        }
    }

    /// Counts so much work.
    pub(super) fn spend(&mut self, work: usize) -> Result<(), TooFine> {
        self.left = self.left.checked_sub(work as u64).ok_or(TooFine)?;
        Ok(())
    }

    /// The indicators that a way raises, each with its levels, in their order.
    pub(super) fn raises(&self, way: u32) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        let mut open = vec![way];
        while let Some(way) = open.pop() {
            match self.all[way as usize] {
                Way::Nothing => {}
                Way::Raise(leaf, levels) => out.push((leaf, levels)),
                Way::Both(first, second) => open.extend([first, second]),
            }
        }
        out.sort_unstable();
        out
    }
}

/// Differences this small are noise of the arithmetic.
pub(super) fn is_more(more: f64, than: f64) -> bool {
    more > than + 1e-13 * than.abs().max(1.0)
}

/// The points that belong to a frontier.
pub(super) fn pruned(mut points: Vec<Point>) -> Frontier {
    points.sort_by(|a, b| {
        let by_key = a.key.cmp(&b.key);
        by_key.then_with(|| b.worth.total_cmp(&a.worth))
    });
    let mut out: Frontier = Vec::new();
    for point in points {
        if out
            .last()
            .is_none_or(|last| is_more(point.worth, last.worth))
        {
            out.push(point);
        }
    }
    out
}

/// A pair of points, ordered by what it costs together.
#[derive(PartialEq, Eq)]
struct Pair {
    key: Key,
    few: usize,
    many: usize,
}

impl Ord for Pair {
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |it: &Self| (it.key, it.few, it.many);
        rank(self).cmp(&rank(other))
    }
}

impl PartialOrd for Pair {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The frontier of two parts together, of which `join` makes one worth. Of equals that one stands which
/// does more in the first part.
pub(super) fn merged(
    first: &[Point],
    second: &[Point],
    join: impl Fn(f64, f64) -> f64,
    ways: &mut Ways,
) -> Result<Frontier, TooFine> {
    ways.spend(first.len() * second.len())?;
    let swapped = first.len() > second.len();
    let (few, many) = match swapped {
        true => (second, first),
        false => (first, second),
    };
    let pair = |few_at: usize, many_at: usize| Pair {
        key: few[few_at].key.plus(many[many_at].key),
        few: few_at,
        many: many_at,
    };
    let mut heap: BinaryHeap<Reverse<Pair>> =
        (0..few.len()).map(|at| Reverse(pair(at, 0))).collect();
    let mut out: Frontier = Vec::new();
    // The best of those that cost the same, with its parts: first, second.
    let mut best: Option<(Key, f64, usize, usize)> = None;
    let mut keep = |it: (Key, f64, usize, usize), ways: &mut Ways| {
        let (key, worth, a, b) = it;
        if out.last().is_none_or(|last| is_more(worth, last.worth)) {
            let way = ways.both(first[a].way, second[b].way);
            out.push(Point { key, worth, way });
        }
    };
    while let Some(Reverse(next)) = heap.pop() {
        if next.many + 1 < many.len() {
            heap.push(Reverse(pair(next.few, next.many + 1)));
        }
        let (a, b) = match swapped {
            true => (next.many, next.few),
            false => (next.few, next.many),
        };
        let worth = join(first[a].worth, second[b].worth);
        best = Some(match best {
            Some(known) if known.0 == next.key => {
                let is_same = !is_more(worth, known.1) && !is_more(known.1, worth);
                // Points of a frontier ascend: the later one does more.
                let is_better = match is_same {
                    true => a > known.2,
                    false => worth > known.1,
                };
                match is_better {
                    true => (next.key, worth, a, b),
                    false => known,
                }
            }
            known => {
                if let Some(known) = known {
                    keep(known, ways);
                }
                (next.key, worth, a, b)
            }
        });
    }
    if let Some(known) = best {
        keep(known, ways);
    }
    Ok(out)
}
