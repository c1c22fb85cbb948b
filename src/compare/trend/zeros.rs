//! Numbers that fall to exactly 0: in open data that often means that there is no number.

use std::sync::Arc;

use crate::assess::{Assessed, RegionRef};
use crate::framework::{Framework, Kind};

use super::Trend;

/// A number that is exactly 0 after a wave in which it was not.
#[derive(Debug, Clone, PartialEq)]
pub struct FellToZero {
    /// Position of the indicator, or of the group or index it is reported for.
    pub node: usize,
    /// The regions, each with the wave in which the number is 0, and the position of its assessment.
    pub places: Vec<(RegionRef, Arc<str>, usize)>,
}

/// The numbers of the regions shown in `trend` that fall to exactly 0.
pub(super) fn zeros(framework: &Framework, assessed: &Assessed, trend: &Trend) -> Vec<FellToZero> {
    let nodes = framework.nodes().iter().enumerate();
    nodes
        .filter(|(_, node)| node.indicator().is_none_or(|it| it.kind == Kind::Number))
        .filter_map(|(node, _)| {
            let value = |at: usize| assessed.assessments[at].pooled[node].outcome.value();
            let mut places = Vec::new();
            for it in &trend.regions {
                let mut before = None;
                for (wave, point) in it.points.iter().enumerate() {
                    let Some((at, now)) = point.assessment.and_then(|at| Some((at, value(at)?)))
                    else {
                        continue;
                    };
                    if now == 0.0 && before.is_some_and(|it: f64| it > 0.0) {
                        let wave = Arc::clone(&trend.waves[wave]);
                        places.push((it.region.clone(), wave, at));
                    }
                    before = Some(now);
                }
            }
            (!places.is_empty()).then_some(FellToZero { node, places })
        })
        .collect()
}
