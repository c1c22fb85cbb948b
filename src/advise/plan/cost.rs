//! What a raise costs.

use std::collections::BTreeMap;

use crate::assess::{Assessed, Assessment, ItemState};
use crate::framework::Indicator;
use crate::statement::ItemStatus;
use crate::stats::TOLERANCE;

/// A cost in thousandths, so that sums are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cost(u64);

impl Cost {
    /// The most that one level may cost.
    pub const MOST: f64 = 1e12;

    /// So many.
    #[must_use]
    pub fn whole(count: usize) -> Self {
        Self(1000 * count as u64)
    }

    /// A number from 0 to [`Self::MOST`] with at most three decimals.
    #[must_use]
    pub fn new(number: f64) -> Option<Self> {
        let thousandths = number * 1000.0;
        let is_whole = (thousandths - thousandths.round()).abs() <= 1e-6 * thousandths.max(1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and 10^15"
        )]
        ((0.0..=Self::MOST).contains(&number) && is_whole).then(|| Self(thousandths.round() as u64))
    }

    /// As a number.
    #[must_use]
    pub fn number(self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "sums stay far below 2^53")]
        let thousandths = self.0 as f64;
        thousandths / 1000.0
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// How raises are counted.
#[derive(Debug, Clone, PartialEq)]
pub enum Costs {
    /// Each level by the evidence items that it still lacks; one where it names none.
    Items,
    /// Each level as one.
    Levels,
    /// As a table says: position of the indicator, level reached, cost.
    Listed(Vec<(usize, f64, Cost)>),
}

impl Costs {
    /// Stable name.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Items => "items",
            Self::Levels => "levels",
            Self::Listed(_) => "file",
        }
    }

    /// What it costs to come to a level that lacks so many items; `None`: a table does not say.
    pub(super) fn of(&self, leaf: usize, to: f64, lacking: Option<usize>) -> Option<Cost> {
        match self {
            Self::Levels => Some(Cost::whole(1)),
            Self::Items => Some(Cost::whole(lacking.unwrap_or(1))),
            Self::Listed(all) => {
                let found = all
                    .iter()
                    .find(|(node, level, _)| *node == leaf && (level - to).abs() <= TOLERANCE);
                found.map(|it| it.2)
            }
        }
    }
}

/// What is known of the evidence items of one region, by the position of the indicator.
pub(super) fn states<'a>(
    assessed: &'a Assessed,
    assessment: &Assessment,
) -> BTreeMap<usize, &'a [ItemState]> {
    // Whose task an item is stands also where no state was typed.
    let unjudged = assessed.unjudged_of(assessment).into_iter();
    let evidence = unjudged.chain(assessed.evidence_of(assessment));
    let proofs = evidence.flat_map(|it| &it.proofs);
    proofs.map(|it| (it.node, it.items.as_slice())).collect()
}

/// The items (positions) that a raise from one level to the next asks for and that are not accepted yet;
/// `None` where it names none.
pub(super) fn lacking(
    indicator: &Indicator,
    states: Option<&&[ItemState]>,
    (from, to): (f64, f64),
) -> Option<Vec<usize>> {
    let is_passed = |level: f64| match from <= to {
        true => level > from + TOLERANCE && level <= to + TOLERANCE,
        false => level < from - TOLERANCE && level >= to - TOLERANCE,
    };
    let asked: Vec<usize> = (0..indicator.items.len())
        .filter(|at| is_passed(indicator.items[*at].level))
        .collect();
    let is_accepted = |at: usize| {
        let mut known = states.iter().flat_map(|it| it.iter());
        known.any(|it| it.item == at && it.status == Some(ItemStatus::Accepted))
    };
    (!asked.is_empty()).then(|| asked.into_iter().filter(|at| !is_accepted(*at)).collect())
}
