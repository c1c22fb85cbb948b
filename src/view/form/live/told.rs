//! What people are told of the index that a sheet works out, and in which band it lies.

use crate::framework::{Minimum, ReportingUnit, Scale, Standing};
use crate::stats::TOLERANCE;
use crate::text::label;
use crate::view::book::{Formula, Function, Operator};

use super::{Column, Live, REFUSED, Step};

/// A minimum, and what its node is answered with.
pub(super) type Held<'f> = (&'f Minimum, Formula);

/// The position of a band as a number.
fn position(band: usize) -> f64 {
    f64::from(u32::try_from(band).unwrap_or(u32::MAX))
}

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
            band: self.band(block, (&index, &coverage), own, held),
            completeness: Formula::either(coverage.clone().is_number(), coverage, 0.0.into()),
            index,
        }
    }

    /// The band of what people are told, none above that of a minimum that is missed. Of an official
    /// instrument it is provisional while anything is missing, and where levels that a region claims may lie
    /// anywhere in a band of values; of any, where a minimum of which nothing is known may hold it down.
    fn band(
        &mut self,
        block: u16,
        (told, coverage): (&Formula, &Formula),
        own: bool,
        held: &[Held<'_>],
    ) -> Formula {
        let mark = format!(" ({})", label::provisional(self.lang));
        let provisional = |it: &Formula| it.clone().with(Operator::Then, Formula::text(&*mark));
        let (label, settled) = match held {
            [] => {
                let label =
                    self.chosen(|from, _| told.clone().with(Operator::AtLeast, from.into()));
                (label.clone(), label)
            }
            held => {
                let [band, least] = self.capped(block, told, held);
                let label = self.chosen(|_, at| band.clone().with(Operator::AtLeast, at.into()));
                let may_fall = band.with(Operator::Above, least);
                let settled = Formula::either(may_fall, provisional(&label), label.clone());
                (label, settled)
            }
        };
        let inside = match self.framework.standing() {
            Standing::Own => settled,
            Standing::Regulation | Standing::Copy => {
                let is_open = own && self.framework.scales().iter().any(Scale::has_bands);
                let whole = coverage
                    .clone()
                    .with(Operator::AtLeast, (1.0 - TOLERANCE).into());
                match is_open {
                    true => provisional(&label),
                    false => Formula::either(whole, settled, provisional(&label)),
                }
            }
        };
        Formula::either(told.clone().is_number(), inside, Formula::nothing())
    }

    /// The label of the highest band that `holds`, by its lower end and its position.
    fn chosen(&self, holds: impl Fn(f64, f64) -> Formula) -> Formula {
        let bands = self.framework.bands();
        (0..bands.len()).fold(Formula::nothing(), |below, at| {
            let label = Formula::text(bands[at].label.get(self.lang));
            let holds = holds(bands[at].from - TOLERANCE, position(at));
            Formula::either(holds, label, below)
        })
    }

    /// The position of the band that is reached, held down by the minimums that are missed; and the highest
    /// that it may have if all are missed of which nothing is known.
    fn capped(&mut self, block: u16, told: &Formula, held: &[Held<'_>]) -> [Formula; 2] {
        let bands = self.framework.bands();
        let none = Formula::Number(position(bands.len()));
        let most = |unknown: &dyn Fn(usize) -> Formula| {
            let all = held.iter().map(|(minimum, value)| {
                let least = minimum.value - TOLERANCE;
                let reached = value.clone().with(Operator::AtLeast, least.into());
                let band = Formula::Number(position(minimum.band));
                let known = Formula::either(reached, none.clone(), band);
                Formula::either(value.clone().is_number(), known, unknown(minimum.band))
            });
            Formula::Call(Function::Min, all.collect())
        };
        let reached = (0..bands.len()).fold(Formula::Number(-1.0), |below, at| {
            let from = bands[at].from - TOLERANCE;
            let holds = told.clone().with(Operator::AtLeast, from.into());
            Formula::either(holds, position(at).into(), below)
        });
        let band = Formula::Call(Function::Min, vec![reached, most(&|_| none.clone())]);
        let least = most(&|band| position(band).into());
        self.put(block, 0, Column::Band, band);
        self.put(block, 0, Column::Least, least);
        [Column::Band, Column::Least].map(|it| self.cell(block, 0, it))
    }
}
