//! The informants behind the levels: who can be drawn again, whose spread is borrowed, what is left
//! without one of the coders.

use crate::assess::{Assessed, unit_on_scale};
use crate::framework::{Framework, Indicator, InformantRule, Method, Orientation};
use crate::statement::{PartyName, Statements};
use crate::stats::{self, Stream};

use super::flat::Flat;
use super::reach::Reach;

/// The informants of one cell whose indicator has levels.
#[derive(Debug, Clone, Copy)]
struct OpinionCell {
    /// Position in [`Sheet::unit`](crate::assess::Sheet).
    at: usize,
    /// Position of the node in the framework.
    node: usize,
    /// Where its informants stand in [`Opinions::pairs`].
    span: Span,
    /// By how much the unit score rises with a share of the scale; `None` where it does not do so
    /// evenly.
    slope: Option<f64>,
    /// Whether values are levels that are worth the upper edge of a band.
    claimed: bool,
}

/// A stretch of pairs.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Span {
    from: usize,
    to: usize,
}

impl Span {
    fn len(self) -> usize {
        self.to - self.from
    }
}

/// The informants of every cell with a level.
#[derive(Debug)]
pub(super) struct Opinions<'a> {
    framework: &'a Framework,
    method: &'a Method,
    cells: Vec<OpinionCell>,
    /// Value and weight of informants, on the scale of their indicator.
    pairs: Vec<(f64, f64)>,
    /// The same in unit scores: where these rise evenly, the mean may be taken of them.
    units: Vec<(f64, f64)>,
    /// For each coder the cells (positions in `cells`) that somebody else coded too, as they are
    /// without this coder.
    without: Vec<Vec<(usize, Span)>>,
    /// Deviations of informants from the mean of their cell, as shares of the scale: what cells with
    /// one informant borrow.
    pool: Vec<f64>,
    /// The pooled spread, n − 1, as a share of the scale.
    spread: f64,
}

/// Working space for draws.
#[derive(Debug, Clone, Default)]
pub(super) struct Scratch {
    spans: Vec<Span>,
    pairs: Vec<(f64, f64)>,
    values: Vec<f64>,
}

impl<'a> Opinions<'a> {
    /// The informants of the ranked regions; coders are looked at only where they vary.
    pub(super) fn new(
        framework: &'a Framework,
        statements: &Statements,
        assessed: &Assessed,
        method: &'a Method,
        (flat, reach, among): (&Flat, &Reach, &[usize]),
        with_coders: bool,
    ) -> Self {
        let mut out = Self {
            framework,
            method,
            cells: Vec::new(),
            pairs: Vec::new(),
            units: Vec::new(),
            without: Vec::new(),
            pool: Vec::new(),
            spread: 0.0,
        };
        let mut shared: Vec<(usize, &PartyName, Span)> = Vec::new();
        let Flat { tree, sheet, .. } = flat;
        for node in 0..tree.len() {
            let leaf = tree.at(node);
            let indicator = framework.nodes()[leaf].indicator();
            let Some(indicator) = indicator.filter(|it| it.has_levels()) else {
                continue;
            };
            let slope = match (indicator.kind.has_stages(), indicator.direction) {
                (true, _) => None,
                (_, Orientation::Lower) => Some(method.aggregation.floor - 1.0),
                _ => Some(1.0 - method.aggregation.floor),
            };
            for (region, (position, at)) in sheet.span(node).zip(among).enumerate() {
                if sheet.unit[position].is_nan() || !reach.reaches(node, region) {
                    continue;
                }
                let assessment = &assessed.assessments[*at];
                let opinions = |without: Option<&PartyName>| {
                    assessment.opinions(framework, statements, leaf, without)
                };
                let pooled = &assessment.pooled[leaf];
                let claimed = pooled.is_own_level();
                let span = match (pooled.opinions, pooled.outcome.value()) {
                    // Weights of informants matter only where there are several.
                    (1, Some(value)) => out.keep((indicator, claimed), &[(value, 1.0)]),
                    _ => out.keep((indicator, claimed), &opinions(None)),
                };
                if with_coders {
                    let coders = assessment.coders(framework, statements, leaf);
                    if coders.len() > 1 {
                        for coder in coders {
                            let span = out.keep((indicator, claimed), &opinions(Some(coder)));
                            shared.push((out.cells.len(), coder, span));
                        }
                    }
                }
                out.cells.push(OpinionCell {
                    at: position,
                    node: leaf,
                    span,
                    slope: slope.filter(|_| !claimed),
                    claimed,
                });
            }
        }
        let mut coders: Vec<&PartyName> = shared.iter().map(|(_, coder, _)| *coder).collect();
        coders.sort_unstable();
        coders.dedup();
        out.without = coders
            .iter()
            .map(|coder| {
                let mine = shared.iter().filter(|(_, it, _)| it == coder);
                mine.map(|(cell, _, span)| (*cell, *span)).collect()
            })
            .collect();
        out.pool_deviations();
        out
    }

    fn keep(&mut self, (indicator, claimed): (&Indicator, bool), pairs: &[(f64, f64)]) -> Span {
        let from = self.pairs.len();
        self.pairs.extend_from_slice(pairs);
        let unit = |value| unit_on_scale(self.framework, self.method, (indicator, claimed), value);
        let units = pairs.iter().map(|(value, weight)| (unit(*value), *weight));
        self.units.extend(units);
        Span {
            from,
            to: self.pairs.len(),
        }
    }

    fn scale(&self, node: usize) -> Option<(f64, f64)> {
        let indicator = self.framework.nodes()[node].indicator()?;
        let scale = &self.framework.scales()[indicator.scale];
        Some((scale.min(), scale.max()))
    }

    /// Deviations of cells with several informants, widened by √(k / (k − 1)) so that drawing from
    /// them has the spread that k informants estimate.
    fn pool_deviations(&mut self) {
        let (mut squares, mut freedom) = (0.0, 0.0);
        for cell in &self.cells {
            let said = &self.pairs[cell.span.from..cell.span.to];
            let Some((min, max)) = self.scale(cell.node).filter(|_| said.len() > 1) else {
                continue;
            };
            let values: Vec<f64> = said
                .iter()
                .map(|(it, _)| (it - min) / (max - min))
                .collect();
            let Some(mean) = stats::mean(&values) else {
                continue;
            };
            #[expect(clippy::cast_precision_loss, reason = "few informants")]
            let count = values.len() as f64;
            let widen = (count / (count - 1.0)).sqrt();
            freedom += count - 1.0;
            for value in values {
                squares += (value - mean) * (value - mean);
                self.pool.push(widen * (value - mean));
            }
        }
        if freedom > 0.0 {
            self.spread = (squares / freedom).sqrt();
        }
    }

    /// Cells with several informants, cells with one, and the pooled spread.
    pub(super) fn extent(&self) -> (usize, usize, f64) {
        let several = self.cells.iter().filter(|it| it.span.len() > 1).count();
        (several, self.cells.len() - several, self.spread)
    }

    /// Coders whose leaving out changes something, and the cells that two or more coded.
    pub(super) fn shared(&self) -> (usize, usize) {
        let mut cells: Vec<usize> = self.without.iter().flatten().map(|(at, _)| *at).collect();
        cells.sort_unstable();
        cells.dedup();
        (self.without.len(), cells.len())
    }

    /// Working space of one thread.
    pub(super) fn scratch(&self) -> Scratch {
        Scratch {
            spans: self.cells.iter().map(|it| it.span).collect(),
            ..Scratch::default()
        }
    }

    /// Leaves out a coder: of which cells and with which unit score is told to `write`.
    pub(super) fn leave_out(
        &self,
        coder: usize,
        scratch: &mut Scratch,
        mut write: impl FnMut(usize, f64),
    ) {
        for (cell, span) in &self.without[coder] {
            scratch.spans[*cell] = *span;
            scratch.pairs.clear();
            scratch
                .pairs
                .extend_from_slice(&self.pairs[span.from..span.to]);
            if let Some(unit) = self.unit(scratch, *cell) {
                write(self.cells[*cell].at, unit);
            }
        }
    }

    /// Takes a coder back in.
    pub(super) fn take_back(&self, coder: usize, scratch: &mut Scratch) {
        for (cell, _) in &self.without[coder] {
            scratch.spans[*cell] = self.cells[*cell].span;
        }
    }

    /// Draws the informants of every cell again, with replacement; one informant alone moves by a
    /// deviation from the pool, clipped at the ends of the scale.
    pub(super) fn draw(
        &self,
        stream: &mut Stream,
        scratch: &mut Scratch,
        mut write: impl FnMut(usize, f64),
    ) {
        let below = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let rule = self.method.aggregation.informants;
        let takes_mean = matches!(rule, InformantRule::Mean | InformantRule::Single);
        for cell in 0..self.cells.len() {
            let span = scratch.spans[cell];
            if let Some(slope) = self.cells[cell].slope.filter(|_| takes_mean) {
                if let Some(unit) = self.draw_unit(stream, span, slope) {
                    write(self.cells[cell].at, unit);
                }
                continue;
            }
            scratch.pairs.clear();
            if span.len() == 1 {
                let (value, weight) = self.pairs[span.from];
                let at = stream.below(below(self.pool.len())) as usize;
                let step = self.pool.get(at).copied().unwrap_or(0.0);
                let Some((min, max)) = self.scale(self.cells[cell].node) else {
                    continue;
                };
                let moved = (value + step * (max - min)).clamp(min, max);
                scratch.pairs.push((moved, weight));
            } else {
                for _ in 0..span.len() {
                    let at = stream.below(below(span.len())) as usize;
                    scratch.pairs.push(self.pairs[span.from + at]);
                }
            }
            if let Some(unit) = self.unit(scratch, cell) {
                write(self.cells[cell].at, unit);
            }
        }
    }

    /// The same of one cell where informants are averaged and unit scores rise evenly.
    fn draw_unit(&self, stream: &mut Stream, span: Span, slope: f64) -> Option<f64> {
        let below = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let said = &self.units[span.from..span.to];
        if let [(unit, _)] = said {
            let at = stream.below(below(self.pool.len())) as usize;
            let step = self.pool.get(at).copied().unwrap_or(0.0);
            return Some((unit + slope * step).clamp(self.method.aggregation.floor, 1.0));
        }
        let (mut sum, mut total) = (0.0, 0.0);
        for _ in said {
            let (unit, weight) = said[stream.below(below(said.len())) as usize];
            sum += weight * unit;
            total += weight;
        }
        (total > 0.0).then(|| sum / total)
    }

    /// The unit score of a cell in which the informants of `scratch` speak; none where weights are
    /// all zero.
    fn unit(&self, scratch: &mut Scratch, cell: usize) -> Option<f64> {
        let OpinionCell { node, claimed, .. } = self.cells[cell];
        let value = combine(self.method.aggregation.informants, scratch)?;
        let indicator = self.framework.nodes()[node].indicator()?;
        let unit = unit_on_scale(self.framework, self.method, (indicator, claimed), value);
        Some(unit)
    }

    /// The unit score of every cell under another rule for informants.
    pub(super) fn under(&self, rule: InformantRule) -> Vec<(usize, f64)> {
        let mut scratch = Scratch::default();
        let mut out = Vec::with_capacity(self.cells.len());
        for cell in &self.cells {
            scratch.pairs.clear();
            scratch
                .pairs
                .extend_from_slice(&self.pairs[cell.span.from..cell.span.to]);
            let value = combine(rule, &mut scratch);
            let indicator = self.framework.nodes()[cell.node].indicator();
            if let (Some(value), Some(indicator)) = (value, indicator) {
                let answered = (indicator, cell.claimed);
                let unit = unit_on_scale(self.framework, self.method, answered, value);
                out.push((cell.at, unit));
            }
        }
        out
    }
}

/// What the informants of `scratch` say together.
fn combine(rule: InformantRule, scratch: &mut Scratch) -> Option<f64> {
    let values = scratch.pairs.iter().map(|(value, _)| *value);
    match rule {
        InformantRule::Mean | InformantRule::Single => stats::arithmetic(&scratch.pairs),
        InformantRule::Median => stats::median_in_place(&mut scratch.pairs),
        InformantRule::Min => values.reduce(f64::min),
        InformantRule::Max => values.reduce(f64::max),
        InformantRule::Mode => {
            scratch.values.clear();
            scratch
                .values
                .extend(scratch.pairs.iter().map(|(value, _)| *value));
            stats::mode_in_place(&mut scratch.values)
        }
    }
}
