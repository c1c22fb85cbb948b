//! Pooled values in, a result for each node out.

use crate::framework::{Framework, Method, ReportingUnit, Scale};

use super::leaf::{Leaf, floored};
use super::minimum;
use super::pooled::Pooled;
use super::result::{Grade, NodeResult, Reason};
use super::tree::{Choices, LeafScore, Obstacle, Sheet, State, Tree};

/// So many assessments are scored at once: their columns stay near at hand.
const BLOCK: usize = 256;

/// A framework ready to score with the choices of a method.
#[derive(Debug)]
pub(super) struct Scoring<'a> {
    framework: &'a Framework,
    method: &'a Method,
    tree: Tree,
    /// The leaf at each position that is one.
    leaves: Vec<Option<Leaf<'a>>>,
}

impl<'a> Scoring<'a> {
    /// `all` are the assessments loaded, each with what its nodes pool to: what they show is what
    /// some numbers are held against.
    pub(super) fn new<'b, I: Iterator<Item = &'b [Pooled]>>(
        framework: &'a Framework,
        method: &'a Method,
        all: impl Fn() -> I,
    ) -> Self {
        let nodes = framework.nodes();
        let leaf = |(at, indicator)| Leaf::new(framework, method, (at, indicator), None, all());
        let indicator = |at: usize| Some((at, nodes[at].indicator()?));
        Self {
            framework,
            method,
            tree: Tree::of(framework, |_| true),
            leaves: (0..nodes.len()).map(|at| indicator(at).map(leaf)).collect(),
        }
    }

    /// The results of each of `among`, and what stands in the way of some: the place of an obstacle
    /// is the position among these.
    pub(super) fn results(&self, among: &[&[Pooled]]) -> (Vec<Vec<NodeResult>>, Vec<Obstacle>) {
        let framework = self.framework;
        let mut results = Vec::with_capacity(among.len());
        let mut obstacles = Vec::new();
        for block in among.chunks(BLOCK) {
            let mut sheet = self.sheet(block, true);
            let found = self
                .tree
                .score_through(Choices::of(self.method), &mut sheet);
            let before = results.len();
            obstacles.extend(found.iter().map(|it| Obstacle {
                place: before + it.place,
                ..*it
            }));
            for (place, pooled) in block.iter().enumerate() {
                let nodes = pooled.iter().enumerate();
                let result = |(node, pooled)| self.result(&sheet, node, place, pooled);
                let mut nodes: Vec<NodeResult> = nodes.map(result).collect();
                minimum::hold(framework, &mut nodes);
                results.push(nodes);
            }
        }
        (results, obstacles)
    }

    pub(super) fn tree(&self) -> &Tree {
        &self.tree
    }

    /// A sheet for so many places, without anything in it.
    pub(super) fn empty_sheet(&self, places: usize) -> Sheet {
        Sheet::new(&self.tree, places, &self.method.weights, false)
    }

    /// The unit score of the number reported for the group at the position `node`.
    pub(super) fn reported_unit(&self, node: usize, pooled: &Pooled) -> Option<f64> {
        reported_unit(self.framework, self.method, node, pooled)
    }

    /// What comes in at the leaf at the position `node`.
    pub(super) fn leaf_score(&self, node: usize, pooled: &Pooled) -> LeafScore {
        let leaf = self.leaves[node].as_ref();
        leaf.map_or(LeafScore::Outside, |leaf| leaf.score(pooled))
    }

    /// The index of each of `among`, 0–100, on those of its nodes that `counts` says for it, leaves or
    /// reported numbers, as if the others were no part of the framework. What is missing of these is at
    /// the bottom.
    pub(super) fn index_where(
        &self,
        among: &[&[Pooled]],
        counts: &[Vec<bool>],
    ) -> Vec<Option<f64>> {
        let Self {
            framework,
            tree,
            method,
            ..
        } = self;
        // With bounds: a zero that a rule cannot take is a zero there, and no error.
        let mut sheet = Sheet::new(tree, among.len(), &method.weights, true);
        for (node, leaf) in self.leaves.iter().enumerate() {
            let column = among.iter().zip(counts);
            let column = column.map(|(it, counts)| counts[node].then(|| &it[node]));
            match leaf {
                Some(leaf) => {
                    let score = |it| match leaf.score(it) {
                        LeafScore::Missing | LeafScore::Between { .. } => {
                            LeafScore::Unit(method.aggregation.floor)
                        }
                        LeafScore::Within { unit, .. } | LeafScore::Assumed(unit) => {
                            LeafScore::Unit(unit)
                        }
                        found @ (LeafScore::Outside | LeafScore::Unit(_)) => found,
                    };
                    let scores = column.map(|it| it.map_or(LeafScore::Outside, score));
                    sheet.set_leaf(node, (method.aggregation.floor, false), scores);
                }
                None => {
                    let unit = |it| reported_unit(framework, method, node, it);
                    let numbers = column.map(|it| it.and_then(unit).unwrap_or(f64::NAN));
                    sheet.set_reported(node, numbers.collect());
                }
            }
        }
        tree.score_through(Choices::of(method), &mut sheet);
        let index = |place| sheet.bounds(0, place).map(|(low, _)| percent(low));
        (0..among.len()).map(index).collect()
    }

    pub(super) fn sheet(&self, among: &[&[Pooled]], with_bounds: bool) -> Sheet {
        let Self { tree, method, .. } = self;
        let mut sheet = Sheet::new(tree, among.len(), &method.weights, with_bounds);
        for (node, leaf) in self.leaves.iter().enumerate() {
            let column = among.iter().map(|it| &it[node]);
            match leaf {
                Some(leaf) => {
                    let floor = (method.aggregation.floor, leaf.is_relative());
                    sheet.set_leaf(node, floor, column.map(|it| leaf.score(it)));
                }
                None => {
                    let unit = |it| reported_unit(self.framework, method, node, it);
                    let numbers = column.map(|it| unit(it).unwrap_or(f64::NAN));
                    sheet.set_reported(node, numbers.collect());
                }
            }
        }
        sheet
    }

    fn result(&self, sheet: &Sheet, node: usize, place: usize, pooled: &Pooled) -> NodeResult {
        let Self {
            framework, method, ..
        } = self;
        let unit = sheet.score(node, place);
        // A group with too little data shows no score, and still says where it could lie.
        let is_leaf = self.leaves[node].is_some();
        let bounds = sheet
            .bounds(node, place)
            .filter(|_| !is_leaf || unit.is_some());
        let state = sheet.state(node, place);
        let reported = state == State::Reported;
        let computed = sheet.computed(node, place).filter(|_| reported);
        let (value, reason) = match &self.leaves[node] {
            Some(leaf) => {
                let reason = unit.is_none().then(|| leaf.reason(pooled));
                (leaf.worth(pooled), reason)
            }
            None if reported && method.reporting.unit == ReportingUnit::Native => {
                let value = pooled.outcome.value();
                (value.map(|value| value / method.reporting.factor), None)
            }
            None => {
                let scale = framework.shared_scale(node);
                let value = unit
                    .zip(scale)
                    .map(|(unit, scale)| self.on_scale(unit, scale));
                (value, reason_of_group(state))
            }
        };
        // As people read it: more is better, also where the raw answer is the other way round.
        let told = match (method.reporting.unit, &self.leaves[node]) {
            (ReportingUnit::Percent, _) => unit.map(percent),
            (ReportingUnit::Native, Some(_)) => {
                let indicator = framework.nodes()[node].indicator();
                let scale = indicator.filter(|it| it.normalise.is_none());
                let scale = scale.map(|it| &framework.scales()[it.scale]);
                let told = unit
                    .zip(scale)
                    .map(|(unit, scale)| self.on_scale(unit, scale));
                told.map(|it| it * method.reporting.factor)
            }
            (ReportingUnit::Native, None) => value
                .filter(|_| unit.is_some())
                .map(|it| it * method.reporting.factor),
        };
        let mut out = NodeResult {
            score: unit.map(percent),
            score_low: bounds.map(|(low, _)| percent(low)),
            score_high: bounds.map(|(_, high)| percent(high)),
            value,
            told,
            reported_value: pooled.outcome.value().filter(|_| !is_leaf),
            computed: computed.map(|unit| method.as_people_read(framework, node, percent(unit))),
            coverage: sheet.coverage(node, place),
            reported,
            cross: pooled.tally.cross && (unit.is_some() || value.is_some()),
            sd: pooled.deviation.filter(|_| self.leaves[node].is_some()),
            reason,
            statements: pooled.tally.statements,
            codings: pooled.tally.codings,
            informants: pooled.tally.informants,
            documents: pooled.tally.documents,
            unnamed: pooled.tally.unnamed,
            supporting: pooled.tally.supporting,
            inhibiting: pooled.tally.inhibiting,
            neutral: pooled.tally.neutral,
            level: pooled.outcome.value().filter(|_| pooled.is_own_level()),
            grade: None,
        };
        out.grade = Grade::of(framework, method, node, &out);
        out
    }
}

impl Scoring<'_> {
    /// A unit score, its floor taken off, on a scale.
    fn on_scale(&self, unit: f64, scale: &Scale) -> f64 {
        let floor = self.method.aggregation.floor;
        scale.min() + (unit - floor) / (1.0 - floor) * (scale.max() - scale.min())
    }
}

fn percent(unit: f64) -> f64 {
    100.0 * unit
}

fn reason_of_group(state: State) -> Option<Reason> {
    match state {
        State::Scored | State::Reported => None,
        State::NoData => Some(Reason::NoData),
        State::LowCoverage => Some(Reason::LowCoverage),
        State::Profile => Some(Reason::Profile),
    }
}

/// The unit score of a number reported for a group or the index, in the reporting unit.
pub(super) fn reported_unit(
    framework: &Framework,
    method: &Method,
    at: usize,
    pooled: &Pooled,
) -> Option<f64> {
    let value = pooled.outcome.value()?;
    let (min, max) = framework.ends(at, method.reporting);
    let unit = (value - min) / (max - min);
    Some(match method.reporting.unit {
        ReportingUnit::Percent => unit,
        ReportingUnit::Native => floored(unit, method.aggregation.floor),
    })
}
