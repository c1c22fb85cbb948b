//! Numbers that are shown and not scored, from wave to wave.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assess::{Assessed, RegionRef};
use crate::framework::Framework;
use crate::statement::Stage;

/// A number of one region over the waves that have it.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberTrend {
    /// Position of the indicator.
    pub node: usize,
    /// The region.
    pub region: RegionRef,
    /// Stage of verification of all points.
    pub stage: Option<Stage>,
    /// At least two, in the order of the waves.
    pub points: Vec<NumberPoint>,
}

/// A number in one wave.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberPoint {
    /// The wave.
    pub wave: Arc<str>,
    /// The number in the unit of its indicator.
    pub value: f64,
    /// Whether a source gives it as about so much.
    pub about: bool,
}

impl NumberTrend {
    /// Last number minus first, in the unit of the indicator.
    #[must_use]
    pub fn change(&self) -> f64 {
        let ends = self.points.last().zip(self.points.first());
        ends.map_or(0.0, |(last, first)| last.value - first.value)
    }

    /// The change as a share of the first number; `None` where that is not above zero.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        let first = self.points.first().map(|it| it.value)?;
        (first > 0.0).then(|| self.change() / first)
    }
}

/// Numbers that stand in at least two of `waves`, by indicator and region; stages stay apart.
pub(super) fn numbers(
    framework: &Framework,
    assessed: &Assessed,
    candidates: &[usize],
    waves: &[Arc<str>],
) -> Vec<NumberTrend> {
    let mut found: BTreeMap<(usize, &RegionRef, Option<Stage>), Vec<NumberPoint>> = BTreeMap::new();
    for (node, _, indicator) in framework.indicators() {
        if !indicator.kind.is_measured() || indicator.is_scored() {
            continue;
        }
        for wave in waves {
            let of_wave = candidates
                .iter()
                .map(|at| &assessed.assessments[*at])
                .filter(|it| it.wave.as_ref() == Some(wave));
            for assessment in of_wave {
                let pooled = &assessment.pooled[node];
                if let Some(value) = pooled.outcome.value() {
                    let key = (node, &assessment.region, assessment.stage);
                    found.entry(key).or_default().push(NumberPoint {
                        wave: Arc::clone(wave),
                        value,
                        about: pooled.about,
                    });
                }
            }
        }
    }
    found
        .into_iter()
        .filter(|(_, points)| points.len() > 1)
        .map(|((node, region, stage), points)| NumberTrend {
            node,
            region: region.clone(),
            stage,
            points,
        })
        .collect()
}
