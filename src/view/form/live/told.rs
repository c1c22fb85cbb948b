//! What people are told of the index that a sheet works out, and in which band it lies.

use crate::framework::{Minimum, ReportingUnit, Scale, Standing};
use crate::stats::TOLERANCE;
use crate::text::label;
use crate::view::book::{Formula, Function, Operator};

use super::{Column, Live, REFUSED, Step};

/// A minimum, and what its node is answered with.
pub(super) type Held<'f> = (&'f Minimum, Formula);

/// Conditions that are settled.
const YES: Formula = Formula::Number(1.0);
const NO: Formula = Formula::Number(0.0);

impl Live<'_> {
    /// What people are told of the index.
    pub(super) fn told(&mut self, block: u16, own: bool, held: &[Held<'_>]) -> Step {
        let shown = self.cell(block, 0, Column::Shown);
        let reporting = self.method.reporting;
        let told = match reporting.unit {
            ReportingUnit::Percent => {
                Some(Formula::Number(100.0).with(Operator::Times, shown.clone()))
            }
            ReportingUnit::Native => self.framework.shared_scale(0).map(|scale| {
                let floor = self.method.aggregation.floor;
                let unit = match floor > 0.0 {
                    true => shown
                        .clone()
                        .with(Operator::Minus, floor.into())
                        .with(Operator::Over, (1.0 - floor).into()),
                    false => shown.clone(),
                };
                let way = unit.with(Operator::Times, (scale.max() - scale.min()).into());
                let value = Formula::Number(scale.min()).with(Operator::Plus, way);
                value.with(Operator::Times, reporting.factor.into())
            }),
        };
        let refused = shown.clone().with(Operator::Same, Formula::text(REFUSED));
        let without = Formula::either(
            refused,
            Formula::text(label::form_zero_refused(self.lang)),
            Formula::text(label::form_too_little(self.lang)),
        );
        let told = match told {
            _ if !self.takes_part(0) => Formula::text(label::profile(self.lang)),
            Some(told) => Formula::either(shown.clone().is_number(), told, without),
            None => Formula::text(label::form_no_index(self.lang)),
        };
        self.put(block, 0, Column::Value, told);
        let index = self.cell(block, 0, Column::Value);
        let coverage = self.cell(block, 0, Column::Coverage);
        Step {
            band: self.band(&index, &coverage, own, held),
            completeness: Formula::either(coverage.clone().is_number(), coverage, 0.0.into()),
            index,
        }
    }

    /// The band of what people are told, none above that of a minimum that is missed. Of an official
    /// instrument it is provisional while anything is missing, and where levels that a region claims may lie
    /// anywhere in a band of values; of any, where a minimum of which nothing is known may hold it down.
    fn band(&self, told: &Formula, coverage: &Formula, own: bool, held: &[Held<'_>]) -> Formula {
        let bands = self.framework.bands();
        let reaches = |at: usize| {
            let from = bands[at].from - TOLERANCE;
            let reached = told.clone().with(Operator::AtLeast, from.into());
            let lower = held.iter().filter(|it| it.0.band < at);
            let kept = lower.map(|(minimum, value)| {
                let least = minimum.value - TOLERANCE;
                let kept = value.clone().with(Operator::AtLeast, least.into());
                // What is not known misses nothing.
                Formula::either(value.clone().is_number(), kept, YES)
            });
            let all = std::iter::once(reached).chain(kept).collect();
            Formula::Call(Function::And, all)
        };
        let inside = (0..bands.len()).fold(Formula::nothing(), |below, at| {
            let label = Formula::text(bands[at].label.get(self.lang));
            Formula::either(reaches(at), label, below)
        });
        let mark = format!(" ({})", label::provisional(self.lang));
        let provisional = inside.clone().with(Operator::Then, Formula::text(mark));
        let may_fall = held.iter().filter(|it| it.0.band + 1 < bands.len());
        let may_fall = may_fall.map(|(minimum, value)| {
            let above = reaches(minimum.band + 1);
            Formula::either(value.clone().is_number(), NO, above)
        });
        let may_fall: Vec<Formula> = may_fall.collect();
        let inside = match may_fall.is_empty() {
            true => inside,
            false => {
                let any = Formula::Call(Function::Or, may_fall);
                Formula::either(any, provisional.clone(), inside)
            }
        };
        let inside = match self.framework.standing() {
            Standing::Own => inside,
            Standing::Regulation | Standing::Copy => {
                let is_open = own && self.framework.scales().iter().any(Scale::has_bands);
                let whole = coverage
                    .clone()
                    .with(Operator::AtLeast, (1.0 - TOLERANCE).into());
                match is_open {
                    true => provisional,
                    false => Formula::either(whole, inside, provisional),
                }
            }
        };
        Formula::either(told.clone().is_number(), inside, Formula::nothing())
    }
}
