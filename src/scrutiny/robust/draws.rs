//! What a replicate draws, and how that changes the working space before it is scored.

use crate::assess::Assessed;
use crate::framework::{Framework, GroupRule, Method};
use crate::statement::Statements;
use crate::stats::{Gaps, Stream, TOLERANCE};

use super::engine::{Bench, Failure, Setting, Treatment, score};
use super::flat::Flat;
use super::opinions::{Hearing, Opinions};
use super::plan::{Choice, Plan, Varied, WeightNoise, ways};

/// A cell whose level can be off by one.
#[derive(Debug, Clone, Copy)]
pub(super) struct LevelCell {
    /// Position in the columns of [`Flat`].
    pub(super) at: usize,
    /// One step in unit score, floor applied.
    pub(super) step: f64,
}

/// The ranked regions, with everything that could vary about them.
#[derive(Debug)]
pub(super) struct Material<'a> {
    pub(super) flat: Flat,
    /// Weights as given.
    pub(super) weights: Vec<f64>,
    /// Rules as given.
    pub(super) setting: Setting,
    /// Nodes where scores come in.
    pub(super) tips: Vec<usize>,
    /// The parent of each node.
    parents: Vec<usize>,
    /// Nodes with a positive weight and a sibling that has one too.
    pub(super) families: Vec<Vec<usize>>,
    pub(super) level_cells: Vec<LevelCell>,
    pub(super) opinions: Option<Opinions<'a>>,
    /// Whether some cell has several informants.
    pub(super) has_several: bool,
    /// Whether weights matter.
    pub(super) weighs: bool,
    /// Whether a group follows the rule of the method.
    pub(super) takes_rule: bool,
    pub(super) has_numbers: bool,
    pub(super) has_holes: bool,
}

impl<'a> Material<'a> {
    /// The assessments at the positions `among`.
    pub(super) fn new(
        framework: &'a Framework,
        statements: &Statements,
        assessed: &Assessed,
        method: &'a Method,
        among: &[usize],
        plan: &Plan,
    ) -> Self {
        let flat = Flat::new(framework, assessed, method, among, &ways(plan));
        let indicator = |place: usize| framework.nodes()[flat.nodes[place].at].indicator();
        let weights = flat.weights(method);
        let tips = flat.tips();
        let mut level_cells = Vec::new();
        let mut has_several = false;
        let (mut has_numbers, mut has_holes) = (false, false);
        for place in 0..flat.nodes.len() {
            let Some(indicator) = indicator(place) else {
                continue;
            };
            has_numbers |= indicator.kind.is_measured();
            let scale = &framework.scales()[indicator.scale];
            #[expect(clippy::cast_precision_loss, reason = "a scale has few levels")]
            let step = match scale.levels().len() {
                0 | 1 => 1.0 / (scale.max() - scale.min()),
                levels => 1.0 / (levels - 1) as f64,
            };
            for (region, at) in flat.span(place).enumerate() {
                if !flat.unit[at].is_nan() && indicator.has_levels() {
                    level_cells.push(LevelCell {
                        at,
                        step: (1.0 - method.floor) * step,
                    });
                    let cell = &assessed.assessments[among[region]].pooled[flat.nodes[place].at];
                    has_several |= cell.opinions > 1;
                }
                has_holes |= flat.unit[at].is_nan() && flat.cover[at] <= 0.0;
            }
        }
        let setting = Setting {
            groups: method.groups,
            missing: Treatment::Policy(method.missing),
            min_coverage: method.min_coverage,
        };
        // A hole below a reported number is none: nobody looks below it.
        has_holes = has_holes && ends_differ(&flat, &weights, setting);
        let families: Vec<Vec<usize>> = flat
            .nodes
            .iter()
            .map(|node| {
                let children = node.children.iter().copied();
                children.filter(|it| weights[*it] > 0.0).collect()
            })
            .filter(|family: &Vec<usize>| family.len() > 1)
            .collect();
        let needs_opinions = has_several || plan.without_coders;
        let opinions = needs_opinions.then(|| {
            let place = (&flat, among);
            let with_coders = plan.without_coders;
            Opinions::new(framework, statements, assessed, method, place, with_coders)
        });
        let mut parents = vec![0; flat.nodes.len()];
        for (at, node) in flat.nodes.iter().enumerate() {
            for child in &node.children {
                parents[*child] = at;
            }
        }
        Self {
            parents,
            weighs: !families.is_empty() && !tips.is_empty(),
            takes_rule: !tips.is_empty()
                && flat.nodes.iter().any(|it| !it.is_leaf && it.rule.is_none()),
            setting,
            flat,
            weights,
            tips,
            families,
            level_cells,
            opinions,
            has_several,
            has_numbers,
            has_holes,
        }
    }
}

impl Material<'_> {
    /// Takes the weight from a node, and from the groups that have nothing else: a number reported
    /// for such a group speaks of what is left out.
    pub(super) fn leave_out(&self, node: usize, weights: &mut [f64]) {
        weights[node] = 0.0;
        let parent = self.parents[node];
        let siblings = &self.flat.nodes[parent].children;
        if parent != 0 && siblings.iter().all(|it| weights[*it] <= 0.0) {
            self.leave_out(parent, weights);
        }
    }
}

/// Whether some region's index depends on what is missing.
fn ends_differ(flat: &Flat, weights: &[f64], setting: Setting) -> bool {
    let ends = [Treatment::Bottom, Treatment::Top].map(|missing| {
        let mut bench = Bench::new(flat, weights);
        let setting = Setting { missing, ..setting };
        score(flat, setting, &mut bench).map(|()| bench.index(flat).to_vec())
    });
    match ends {
        [Ok(low), Ok(high)] => low
            .iter()
            .zip(&high)
            .any(|(low, high)| high - low > TOLERANCE),
        _ => true,
    }
}

/// From which replicate each choice takes its draws.
#[derive(Debug, Clone, Copy)]
pub(super) struct Streams([u64; Choice::ALL.len()]);

impl Streams {
    /// Every choice as in the replicate `number`.
    pub(super) fn all(number: u64) -> Self {
        Self([number; Choice::ALL.len()])
    }

    /// The same with one choice as in another replicate.
    pub(super) fn with(mut self, choice: Choice, number: u64) -> Self {
        self.0[choice.position()] = number;
        self
    }
}

/// What varies, ready to draw.
#[derive(Debug)]
pub(super) struct Draws<'a> {
    pub(super) material: &'a Material<'a>,
    varied: &'a [Varied],
    seed: u64,
    gaps: Option<Gaps>,
}

/// The working space of one thread, with what a draw changed in it.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) bench: Bench,
    hearing: Hearing,
    touched: Vec<usize>,
    /// Which way of normalising stands in the columns.
    way: usize,
    cuts: Vec<f64>,
    /// Which of the options listed by a choice the last rerun drew.
    pub(super) drawn: Vec<(Choice, usize)>,
}

impl<'a> Draws<'a> {
    pub(super) fn new(material: &'a Material<'a>, varied: &'a [Varied], seed: u64) -> Self {
        let gaps = varied.iter().find_map(|it| match it {
            Varied::Levels { probability, .. } => Gaps::new(*probability),
            _ => None,
        });
        Self {
            material,
            varied,
            seed,
            gaps,
        }
    }

    pub(super) fn desk(&self) -> Desk {
        let material = self.material;
        Desk {
            bench: Bench::new(&material.flat, &material.weights),
            hearing: material
                .opinions
                .as_ref()
                .map(Opinions::hearing)
                .unwrap_or_default(),
            touched: Vec::new(),
            way: 0,
            cuts: Vec::new(),
            drawn: Vec::new(),
        }
    }

    /// Reruns the scoring with the draws of `streams`; unit scores of the index stand in the bench.
    ///
    /// # Errors
    /// A rule that cannot be followed, or a region left without a score.
    pub(super) fn rerun(&self, streams: &Streams, desk: &mut Desk) -> Result<(), Failure> {
        let flat = &self.material.flat;
        let mut setting = self.material.setting;
        desk.bench.weights.copy_from_slice(&self.material.weights);
        desk.drawn.clear();
        let mut absent = None;
        for varied in self.varied {
            let choice = varied.choice();
            let place = choice.position();
            // Purpose 0 belongs to the resampling of intervals.
            let purpose = place as u64 + 1;
            let mut stream = Stream::new(self.seed, purpose, streams.0[place]);
            let mut any = |count: usize| {
                let count = u32::try_from(count).unwrap_or(u32::MAX);
                stream.below(count) as usize
            };
            match varied {
                Varied::Weights(noise) => self.weigh(*noise, &mut stream, desk),
                Varied::Rules(rules) => {
                    let option = any(rules.len());
                    desk.drawn.push((choice, option));
                    setting.groups = rules[option];
                }
                Varied::Normalisation(ways) => {
                    let option = any(ways.len());
                    desk.drawn.push((choice, option));
                    self.normalise(option, desk);
                }
                Varied::Missing(of) => {
                    let option = any(of.len());
                    desk.drawn.push((choice, option));
                    setting.missing = of[option];
                }
                Varied::Indicators(_) => {
                    let tips = &self.material.tips;
                    if let Some(tip) = tips.get(any(tips.len() + 1)) {
                        self.material.leave_out(*tip, &mut desk.bench.weights);
                    }
                }
                Varied::Coders { coders, .. } => {
                    absent = Some(any(coders + 1)).filter(|it| it < coders);
                }
                Varied::Informants { .. } | Varied::Levels { .. } => {}
            }
        }
        self.speak(streams, absent, desk);
        let done = score(flat, setting, &mut desk.bench);
        for at in desk.touched.drain(..) {
            desk.bench.unit[at] = flat.unit[at];
        }
        done?;
        if desk.bench.index(flat).iter().any(|it| it.is_nan()) {
            return Err(Failure::NoScore);
        }
        Ok(())
    }

    /// Changes what informants and coders said: a coder absent, informants drawn, then levels moved.
    fn speak(&self, streams: &Streams, absent: Option<usize>, desk: &mut Desk) {
        let Desk {
            bench,
            hearing,
            touched,
            ..
        } = desk;
        let mut write = |at: usize, unit: f64| {
            bench.unit[at] = unit;
            touched.push(at);
        };
        let stream = |choice: Choice| {
            let place = choice.position();
            Stream::new(self.seed, place as u64 + 1, streams.0[place])
        };
        let varies = |choice: Choice| self.varied.iter().any(|it| it.choice() == choice);
        if let Some(opinions) = &self.material.opinions {
            if let Some(coder) = absent {
                opinions.leave_out(coder, hearing, &mut write);
            }
            if varies(Choice::Informants) {
                opinions.draw(&mut stream(Choice::Informants), hearing, &mut write);
            }
            if let Some(coder) = absent {
                opinions.take_back(coder, hearing);
            }
        }
        if let Some(gaps) = &self.gaps {
            let mut stream = stream(Choice::Levels);
            let cells = &self.material.level_cells;
            let floor = self.material.flat.floor;
            let (mut next, mut up) = gaps.next(&mut stream);
            while let Some(cell) = cells.get(next) {
                let step = if up { cell.step } else { -cell.step };
                bench.unit[cell.at] = (bench.unit[cell.at] + step).clamp(floor, 1.0);
                touched.push(cell.at);
                let (gap, coin) = gaps.next(&mut stream);
                (next, up) = (next + 1 + gap, coin);
            }
        }
    }

    fn weigh(&self, noise: WeightNoise, stream: &mut Stream, desk: &mut Desk) {
        let weights = &mut desk.bench.weights;
        match noise {
            WeightNoise::Uniform(share) => {
                for weight in weights.iter_mut().skip(1) {
                    *weight *= 1.0 + share * (2.0 * stream.unit() - 1.0);
                }
            }
            WeightNoise::Dirichlet => {
                for family in &self.material.families {
                    desk.cuts.resize(family.len(), 0.0);
                    stream.shares(&mut desk.cuts);
                    for (node, share) in family.iter().zip(&desk.cuts) {
                        weights[*node] = *share;
                    }
                }
            }
        }
    }

    /// Puts the columns of numbers normalised in one way into place.
    fn normalise(&self, way: usize, desk: &mut Desk) {
        if desk.way == way {
            return;
        }
        let flat = &self.material.flat;
        for column in &flat.ways[way] {
            desk.bench.unit[flat.span(column.node)].copy_from_slice(&column.unit);
            desk.bench.cover[flat.span(column.node)].copy_from_slice(&column.cover);
            desk.bench.refresh(flat, column.node);
        }
        desk.way = way;
    }
}

/// The rule of a group without one of its own.
pub(super) fn with_rule(setting: Setting, groups: GroupRule) -> Setting {
    Setting { groups, ..setting }
}
