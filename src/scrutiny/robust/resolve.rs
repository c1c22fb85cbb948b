//! What was asked to vary, held against what the data allow.

use crate::framework::Standing;

use super::error::LevelNoise;
use super::material::Material;
use super::plan::{Choice, Plan, Varied, WeightNoise, WeightPlan, WhyNot, beside, ways};

/// What varies of a plan, and why the rest does not.
pub(super) fn resolve(plan: &Plan, material: &Material) -> (Vec<Varied>, Vec<(Choice, WhyNot)>) {
    let mut varied = Vec::new();
    let mut not_varied = Vec::new();
    for choice in Choice::ALL {
        match one(choice, plan, material) {
            Ok(it) => varied.push(it),
            Err(why) => not_varied.push((choice, why)),
        }
    }
    (varied, not_varied)
}

fn one(choice: Choice, plan: &Plan, material: &Material) -> Result<Varied, WhyNot> {
    let asked = |asked: bool| if asked { Ok(()) } else { Err(WhyNot::NotAsked) };
    let there = |there: bool, why: WhyNot| if there { Ok(()) } else { Err(why) };
    match choice {
        Choice::Weights => {
            let noise = match (plan.weights, material.standing) {
                (WeightPlan::Asked(noise), _) => noise.ok_or(WhyNot::NotAsked)?,
                (WeightPlan::Usual, Standing::Own) => WeightNoise::Uniform(WeightPlan::USUAL),
                (WeightPlan::Usual, Standing::Regulation) => return Err(WhyNot::SetByRegulation),
                (WeightPlan::Usual, Standing::Copy) => return Err(WhyNot::OfficialInstrument),
            };
            let is_still = matches!(noise, WeightNoise::Uniform(share) if share <= 0.0);
            there(!is_still, WhyNot::NoWidth)?;
            there(material.weighs, WhyNot::NothingToWeigh)?;
            Ok(Varied::Weights(noise))
        }
        Choice::Rules => {
            asked(!plan.rules.is_empty())?;
            let rules = beside(material.choices.groups, plan.rules.iter().copied());
            there(material.takes_rule, WhyNot::OwnRules)?;
            there(rules.len() > 1, WhyNot::OnlyInUse)?;
            Ok(Varied::Rules(rules))
        }
        Choice::Normalisation => {
            asked(!plan.ways.is_empty())?;
            there(material.has_numbers, WhyNot::NoNumbers)?;
            Ok(Varied::Normalisation(ways(plan)))
        }
        Choice::Missing => {
            asked(!plan.missing.is_empty())?;
            there(material.has_holes, WhyNot::NothingMissing)?;
            let treatments = beside(material.choices.missing, plan.missing.iter().copied());
            there(treatments.len() > 1, WhyNot::OnlyInUse)?;
            Ok(Varied::Missing(treatments))
        }
        Choice::Informants => {
            asked(plan.informants)?;
            let opinions = material.opinions.as_ref().filter(|_| material.has_several);
            let opinions = opinions.ok_or(WhyNot::OneInformant)?;
            let (resampled, borrowed, spread) = opinions.extent();
            Ok(Varied::Informants {
                resampled,
                borrowed,
                spread,
            })
        }
        Choice::Levels => {
            asked(plan.levels != LevelNoise::Asked(0.0))?;
            let error = material.level_error.clone().ok_or(WhyNot::NoLevels)?;
            there(error.probability() > 0.0, WhyNot::CodersAgree)?;
            Ok(Varied::Levels {
                error,
                cells: material.level_cells.len(),
            })
        }
        Choice::Indicators => {
            asked(plan.without_indicators)?;
            there(material.tips.len() > 1, WhyNot::OneIndicator)?;
            Ok(Varied::Indicators(material.tips.len()))
        }
        Choice::Coders => {
            asked(plan.without_coders)?;
            let opinions = material.opinions.as_ref().ok_or(WhyNot::NoSharedCells)?;
            let (coders, cells) = opinions.shared();
            there(cells > 0, WhyNot::NoSharedCells)?;
            Ok(Varied::Coders { coders, cells })
        }
        Choice::Rounding => {
            asked(plan.rounding)?;
            let halves = || material.reported_cells.iter().map(|it| it.half_told);
            let ends = halves().reduce(f64::min).zip(halves().reduce(f64::max));
            Ok(Varied::Rounding {
                numbers: material.reported_cells.len(),
                halves: ends.ok_or(WhyNot::NothingPublished)?,
            })
        }
    }
}
