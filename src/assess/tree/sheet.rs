//! Columns of numbers for the nodes of a tree.

use std::ops::Range;

use super::layout::Tree;

/// What comes in at a leaf.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum LeafScore {
    /// It takes no part: not applicable, not scored, a number that does not vary.
    Outside,
    /// It has no data.
    Missing,
    /// It has no data of its own, but what is known of its parts leaves no more than this open.
    Between {
        /// The least that it could be.
        low: f64,
        /// The most that it could be.
        high: f64,
    },
    /// Its unit score, floor applied.
    Unit(f64),
    /// The same, known only to lie between two others.
    Within {
        /// What it counts as.
        unit: f64,
        /// The least that it could be.
        low: f64,
        /// The most that it could be.
        high: f64,
    },
    /// It has no data, and a unit score stands in its place until it has.
    Assumed(f64),
}

impl LeafScore {
    /// Unit score and coverage.
    fn numbers(self) -> (f64, f64) {
        match self {
            Self::Outside => (f64::NAN, f64::NAN),
            Self::Missing | Self::Between { .. } => (f64::NAN, 0.0),
            Self::Unit(unit) | Self::Within { unit, .. } => (unit, 1.0),
            Self::Assumed(unit) => (unit, 0.0),
        }
    }
}

/// How a node came by its score, or why it has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// A score from the data below.
    Scored,
    /// A reported number stands for it.
    Reported,
    /// Nothing below has data, or what is there cannot be combined.
    NoData,
    /// Too little of the weight below has data.
    LowCoverage,
    /// A profile: no total by design. It is not missing from its parent.
    Profile,
}

/// Why a group cannot be scored by its rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// A child is missing where that is not allowed.
    Missing,
    /// A child is not above zero under a geometric or harmonic rule.
    Zero,
}

/// A child that stands in the way of its group's rule.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Obstacle {
    pub(crate) place: usize,
    pub(crate) group: usize,
    pub(crate) child: usize,
    pub(crate) why: Refusal,
}

/// Sums over the children of a group in one place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sums {
    /// Weight of those that take part.
    pub(super) total: f64,
    /// The same times their coverage.
    pub(super) covered: f64,
    /// Weight of the leaves for which something stands until they have data.
    pub(super) assumed: f64,
    /// Weight of those that count.
    pub(super) weight: f64,
    /// What the rule made of them.
    pub(super) sum: f64,
}

/// Columns of numbers for the nodes of a [`Tree`], one place for each assessment.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(super) places: usize,
    /// What a node gives its parent to reckon with, node by node; leaves may be changed at will, but
    /// not between having data and having none (see [`Sheet::set_leaf`]). Where a node has no score
    /// of its own this may still be a number: as under [`MissingPolicy::Zero`], and where a group has
    /// too little data to be shown.
    pub(crate) unit: Vec<f64>,
    /// Weight of each node relative to its siblings.
    pub(crate) weights: Vec<f64>,
    /// Share of the weight with data; NaN where the node takes no part.
    pub(super) cover: Vec<f64>,
    pub(super) state: Vec<State>,
    /// Whether every place has a score at a node and nothing is missing below it.
    pub(super) complete: Vec<bool>,
    /// Unit scores of reported numbers; empty for nodes without any.
    reported: Vec<Vec<f64>>,
    /// What a node comes to without its reported number, where it has one; empty as above.
    computed: Vec<Vec<f64>>,
    /// Unit scores with everything missing at the bottom, and at the top; empty where not wanted.
    pub(super) bounds: Option<[Vec<f64>; 2]>,
    pub(super) obstacles: Vec<Obstacle>,
    pub(super) sums: Vec<Sums>,
    pub(super) pairs: Vec<(f64, f64)>,
}

impl Sheet {
    /// No leaf takes part yet. `weights` are those of the framework's nodes.
    pub(crate) fn new(tree: &Tree, places: usize, weights: &[f64], with_bounds: bool) -> Self {
        let empty = vec![f64::NAN; tree.len() * places];
        Self {
            places,
            weights: (0..tree.len()).map(|it| weights[tree.at(it)]).collect(),
            state: vec![State::NoData; empty.len()],
            complete: vec![false; tree.len()],
            reported: vec![Vec::new(); tree.len()],
            computed: vec![Vec::new(); tree.len()],
            bounds: with_bounds.then(|| [empty.clone(), empty.clone()]),
            cover: empty.clone(),
            unit: empty,
            obstacles: Vec::new(),
            sums: Vec::new(),
            pairs: Vec::new(),
        }
    }

    pub(crate) fn places(&self) -> usize {
        self.places
    }

    /// Where the column of a node stands.
    pub(crate) fn span(&self, node: usize) -> Range<usize> {
        node * self.places..(node + 1) * self.places
    }

    /// What comes in at a leaf, in every place; `floor` is the unit score at the bottom. Scores that
    /// are `relative` to what others have could be any: they and all above them have no bounds.
    pub(crate) fn set_leaf(
        &mut self,
        leaf: usize,
        (floor, relative): (f64, bool),
        scores: impl IntoIterator<Item = LeafScore>,
    ) {
        let span = self.span(leaf);
        let mut complete = !(relative && self.bounds.is_some());
        for (at, score) in span.zip(scores) {
            (self.unit[at], self.cover[at]) = score.numbers();
            let is_unit = !self.unit[at].is_nan() && self.cover[at] > 0.0;
            complete &= matches!(score, LeafScore::Unit(_));
            self.state[at] = if is_unit {
                State::Scored
            } else {
                State::NoData
            };
            if let Some([low, high]) = &mut self.bounds {
                (low[at], high[at]) = match score {
                    _ if relative => (f64::NAN, f64::NAN),
                    LeafScore::Outside => (f64::NAN, f64::NAN),
                    LeafScore::Missing | LeafScore::Assumed(_) => (floor, 1.0),
                    LeafScore::Unit(unit) => (unit, unit),
                    LeafScore::Between { low, high } | LeafScore::Within { low, high, .. } => {
                        (low, high)
                    }
                };
            }
        }
        self.complete[leaf] = complete;
    }

    /// The unit scores of the numbers reported for a group, NaN where there is none.
    pub(crate) fn set_reported(&mut self, group: usize, numbers: Vec<f64>) {
        let has_any = numbers.iter().any(|it| !it.is_nan());
        self.computed[group] = vec![f64::NAN; if has_any { numbers.len() } else { 0 }];
        self.reported[group] = if has_any { numbers } else { Vec::new() };
    }

    /// What a node with a reported number comes to without it, in one place.
    pub(crate) fn computed(&self, group: usize, place: usize) -> Option<f64> {
        let number = self.computed[group].get(place).copied()?;
        (!number.is_nan()).then_some(number)
    }

    /// Notes what a node with a reported number comes to without it.
    pub(super) fn set_computed(&mut self, group: usize, place: usize, unit: f64) {
        self.computed[group][place] = unit;
    }

    /// The number reported for a group in one place.
    pub(crate) fn reported(&self, group: usize, place: usize) -> Option<f64> {
        let number = self.reported[group].get(place).copied()?;
        (!number.is_nan()).then_some(number)
    }

    /// Puts another number in the place of one that is reported for a group.
    pub(crate) fn change_reported(&mut self, group: usize, place: usize, number: f64) {
        self.reported[group][place] = number;
    }

    /// Whether a number is reported for a group in some place.
    pub(crate) fn has_reported(&self, group: usize) -> bool {
        !self.reported[group].is_empty()
    }

    /// The unit scores of the index, NaN where it has none.
    pub(crate) fn index(&self) -> &[f64] {
        &self.unit[self.span(0)]
    }

    pub(crate) fn state(&self, node: usize, place: usize) -> State {
        self.state[node * self.places + place]
    }

    /// The unit score of a node.
    pub(crate) fn score(&self, node: usize, place: usize) -> Option<f64> {
        let is_scored = matches!(self.state(node, place), State::Scored | State::Reported);
        is_scored.then(|| self.unit[node * self.places + place])
    }

    /// The least and the greatest unit score that a node could have.
    pub(crate) fn bounds(&self, node: usize, place: usize) -> Option<(f64, f64)> {
        let [low, high] = self.bounds.as_ref()?;
        let at = node * self.places + place;
        let has_both = !low[at].is_nan() && !high[at].is_nan();
        has_both.then(|| (low[at], high[at]))
    }

    /// The share of the weight below a node that has data; `None` where it takes no part.
    pub(crate) fn coverage(&self, node: usize, place: usize) -> Option<f64> {
        let cover = self.cover[node * self.places + place];
        (!cover.is_nan()).then_some(cover)
    }
}
