//! The choices under which groups score.

use crate::framework::{GroupRule, Method, MissingPolicy, Precedence};

/// What becomes of missing data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// As the policy says.
    Policy(MissingPolicy),
    /// Every missing indicator at the bottom of its scale; no coverage rule.
    Bottom,
    /// Every missing indicator at the top of its scale; no coverage rule.
    Top,
}

/// The choices under which groups score; weights stand in the sheet.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Choices {
    /// Rule of groups without one of their own.
    pub(crate) groups: GroupRule,
    pub(crate) missing: Treatment,
    /// Groups that have data for a smaller share of their weight show no score, 0–1; what they have
    /// still counts above them.
    pub(crate) min_coverage: f64,
    /// Unit score at the bottom of every scale.
    pub(crate) floor: f64,
    /// Which number counts for a group that has both a reported and a computed one.
    pub(crate) reported: Precedence,
}

impl Choices {
    /// The choices of a method.
    pub(crate) fn of(method: &Method) -> Self {
        Self {
            groups: method.aggregation.groups,
            missing: Treatment::Policy(method.aggregation.missing),
            min_coverage: method.aggregation.min_coverage,
            floor: method.aggregation.floor,
            reported: method.aggregation.reported,
        }
    }

    /// What a leaf without data counts as; NaN: nothing.
    pub(super) fn of_missing_leaf(self) -> f64 {
        match self.missing {
            Treatment::Policy(MissingPolicy::Zero) | Treatment::Bottom => self.floor,
            Treatment::Top => 1.0,
            Treatment::Policy(MissingPolicy::Rescale | MissingPolicy::Fail) => f64::NAN,
        }
    }

    /// The same of a group below the index. At bottom and top its leaves count instead.
    pub(super) fn of_missing_group(self) -> f64 {
        match self.missing {
            Treatment::Policy(MissingPolicy::Zero) => self.floor,
            _ => f64::NAN,
        }
    }
}
