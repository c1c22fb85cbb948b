//! What must be reached before a band holds.
//!
//! Some instruments give no better verdict than one while an area stays below its minimum, whatever
//! the total. A minimum that was not reached holds the band of the index down; one of which nothing is
//! known leaves open whether it does.

use crate::framework::{Framework, Minimum};
use crate::stats::TOLERANCE;

use super::result::NodeResult;

/// Whether what a minimum asks for was reached; `None`: nothing says.
#[must_use]
pub fn is_reached(framework: &Framework, minimum: &Minimum, nodes: &[NodeResult]) -> Option<bool> {
    let value = |at: usize| number(framework, nodes, at);
    let falls_short = |value: f64| value < minimum.value - TOLERANCE;
    match (value(minimum.node), minimum.part_of.and_then(value)) {
        (Some(own), _) => Some(!falls_short(own)),
        // A part is no more than its whole.
        (None, Some(whole)) if falls_short(whole) => Some(false),
        (None, _) => None,
    }
}

/// The number of a node that a minimum is held against: of a leaf its value, of a group what people are
/// told.
#[must_use]
pub fn number(framework: &Framework, nodes: &[NodeResult], at: usize) -> Option<f64> {
    match framework.nodes()[at].indicator() {
        Some(_) => nodes[at].value,
        None => nodes[at].told,
    }
}

/// Holds the band of the index down where a minimum was not reached.
pub(super) fn hold(framework: &Framework, nodes: &mut [NodeResult]) {
    for minimum in framework.minimums() {
        let reached = is_reached(framework, minimum, nodes);
        let Some(grade) = &mut nodes[0].grade else {
            return;
        };
        let down = |it: usize| it.min(minimum.band);
        match reached {
            Some(true) => {}
            Some(false) => {
                grade.band = down(grade.band);
                grade.low = grade.low.map(down);
                grade.high = Some(grade.high.map_or(minimum.band, down));
            }
            None => grade.low = grade.low.map(down),
        }
    }
}
