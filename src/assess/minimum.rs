//! What must be reached before a band holds.
//!
//! Some instruments give no better verdict than one while an area stays below its minimum, whatever
//! the total. A minimum that was not reached holds the band of the index down; one of which nothing is
//! known leaves open whether it does.

use crate::framework::{Framework, Minimum};
use crate::stats::TOLERANCE;

use super::result::NodeResult;

/// What is known of a minimum.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Held {
    /// The node reaches it.
    Reached,
    /// It does not: its number.
    Missed(f64),
    /// The node has no number.
    Unknown,
}

/// Whether a node reaches its minimum.
#[must_use]
pub fn held(framework: &Framework, minimum: &Minimum, nodes: &[NodeResult]) -> Held {
    match number(framework, nodes, minimum.node) {
        Some(value) if value < minimum.value - TOLERANCE => Held::Missed(value),
        Some(_) => Held::Reached,
        None => Held::Unknown,
    }
}

/// The number of a node that a minimum is held against: of a leaf its value, of a group what people are
/// told.
fn number(framework: &Framework, nodes: &[NodeResult], at: usize) -> Option<f64> {
    match framework.nodes()[at].indicator() {
        Some(_) => nodes[at].value,
        None => nodes[at].told,
    }
}

/// Holds the band of the index down where a minimum was not reached.
pub(super) fn hold(framework: &Framework, nodes: &mut [NodeResult]) {
    for minimum in framework.minimums() {
        let held = held(framework, minimum, nodes);
        let Some(grade) = &mut nodes[0].grade else {
            return;
        };
        let down = |it: usize| it.min(minimum.band);
        match held {
            Held::Reached => {}
            Held::Missed(_) => {
                grade.band = down(grade.band);
                grade.low = grade.low.map(down);
                grade.high = Some(grade.high.map_or(minimum.band, down));
            }
            Held::Unknown => grade.low = grade.low.map(down),
        }
    }
}
