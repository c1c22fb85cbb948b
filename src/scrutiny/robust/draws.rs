//! What a replicate draws, and how that changes the working space before it is scored.

use crate::assess::Sheet;
use crate::stats::{Gaps, Stream};

use super::error::LevelError;
use super::failure::Failure;
use super::material::Material;
use super::opinions::{self, Opinions};
use super::plan::{Choice, Plan, Varied, WeightNoise};

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
    /// Up to which rank a region counts as among the top.
    pub(super) top: u32,
    levels: Option<(Gaps, &'a LevelError)>,
}

/// The working space of one thread, with what a draw changed in it.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) sheet: Sheet,
    opinions: opinions::Scratch,
    touched: Vec<usize>,
    /// Which way of normalising stands in the columns.
    way: usize,
    cuts: Vec<f64>,
    /// Which of the options listed by a choice the last rerun drew.
    pub(super) drawn: Vec<(Choice, usize)>,
}

impl<'a> Draws<'a> {
    pub(super) fn new(material: &'a Material<'a>, varied: &'a [Varied], plan: &Plan) -> Self {
        let levels = varied.iter().find_map(|it| match it {
            Varied::Levels { error, .. } => Some((Gaps::new(error.probability())?, error)),
            _ => None,
        });
        Self {
            material,
            varied,
            seed: plan.seed,
            top: plan.top,
            levels,
        }
    }

    pub(super) fn desk(&self) -> Desk {
        let material = self.material;
        Desk {
            sheet: material.flat.sheet.clone(),
            opinions: material
                .opinions
                .as_ref()
                .map(Opinions::scratch)
                .unwrap_or_default(),
            touched: Vec::new(),
            way: 0,
            cuts: Vec::new(),
            drawn: Vec::new(),
        }
    }

    /// Reruns the scoring with the draws of `streams`; unit scores of the index stand in the sheet.
    ///
    /// # Errors
    /// A rule that cannot be followed, or a region left without a score.
    pub(super) fn rerun(&self, streams: &Streams, desk: &mut Desk) -> Result<(), Failure> {
        let flat = &self.material.flat;
        let mut choices = self.material.choices;
        desk.sheet.weights.copy_from_slice(&flat.sheet.weights);
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
                    choices.groups = rules[option];
                }
                Varied::Normalisation(ways) => {
                    let option = any(ways.len());
                    desk.drawn.push((choice, option));
                    self.normalise(option, desk);
                }
                Varied::Missing(of) => {
                    let option = any(of.len());
                    desk.drawn.push((choice, option));
                    choices.missing = of[option];
                }
                Varied::Indicators(_) => {
                    let tips = &self.material.tips;
                    if let Some(tip) = tips.get(any(tips.len() + 1)) {
                        self.material.leave_out(*tip, &mut desk.sheet.weights);
                    }
                }
                Varied::Coders { coders, .. } => {
                    absent = Some(any(coders + 1)).filter(|it| it < coders);
                }
                Varied::Rounding { .. } => self.unround(&mut stream, &mut desk.sheet),
                Varied::Informants { .. } | Varied::Levels { .. } => {}
            }
        }
        self.speak(streams, absent, desk);
        let done = flat.tree.score(choices, &mut desk.sheet);
        for at in desk.touched.drain(..) {
            desk.sheet.unit[at] = flat.sheet.unit[at];
        }
        done?;
        if desk.sheet.index().iter().any(|it| it.is_nan()) {
            return Err(Failure::NoScore);
        }
        Ok(())
    }

    /// Changes what informants and coders said: a coder absent, informants drawn, then levels moved.
    fn speak(&self, streams: &Streams, absent: Option<usize>, desk: &mut Desk) {
        let Desk {
            sheet,
            opinions: scratch,
            touched,
            ..
        } = desk;
        let mut write = |at: usize, unit: f64| {
            sheet.unit[at] = unit;
            touched.push(at);
        };
        let stream = |choice: Choice| {
            let place = choice.position();
            Stream::new(self.seed, place as u64 + 1, streams.0[place])
        };
        let varies = |choice: Choice| self.varied.iter().any(|it| it.choice() == choice);
        if let Some(opinions) = &self.material.opinions {
            if let Some(coder) = absent {
                opinions.leave_out(coder, scratch, &mut write);
            }
            if varies(Choice::Informants) {
                opinions.draw(&mut stream(Choice::Informants), scratch, &mut write);
            }
            if let Some(coder) = absent {
                opinions.take_back(coder, scratch);
            }
        }
        if let Some((gaps, error)) = &self.levels {
            let mut stream = stream(Choice::Levels);
            let cells = &self.material.level_cells;
            let floor = self.material.flat.floor;
            let (mut next, mut up) = gaps.next(&mut stream, cells.len());
            while let Some(cell) = cells.get(next) {
                let steps = match error {
                    LevelError::Assumed(..) => 1,
                    LevelError::Measured(of) => of.steps(stream.unit()),
                };
                #[expect(clippy::cast_precision_loss, reason = "a scale has few levels")]
                let size = cell.step * steps as f64;
                let moved = if up { size } else { -size };
                sheet.unit[cell.at] = (sheet.unit[cell.at] + moved).clamp(floor, 1.0);
                touched.push(cell.at);
                let (gap, coin) = gaps.next(&mut stream, cells.len());
                (next, up) = (next + 1 + gap, coin);
            }
        }
    }

    /// Puts any number that rounds to it in the place of each published one, all as likely.
    fn unround(&self, stream: &mut Stream, sheet: &mut Sheet) {
        for cell in &self.material.reported_cells {
            let moved = cell.number + cell.half * (2.0 * stream.unit() - 1.0);
            let (low, high) = cell.ends;
            sheet.change_reported(cell.node, cell.place, moved.clamp(low, high));
        }
    }

    fn weigh(&self, noise: WeightNoise, stream: &mut Stream, desk: &mut Desk) {
        let weights = &mut desk.sheet.weights;
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
        for (leaf, scores) in &flat.ways[way] {
            desk.sheet
                .set_leaf(*leaf, (flat.floor, false), scores.iter().copied());
        }
        desk.way = way;
    }
}
