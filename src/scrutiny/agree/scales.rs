//! The scales on which units stand.

use std::collections::BTreeMap;

use crate::framework::{Framework, Indicator};
use crate::stats::TOLERANCE;
use crate::stats::agreement::{Levels, Metric};
use crate::text::folded;

use super::units::{BOTH, Family, PlainTable, Unit, UnitName};

/// A scale on which units stand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    /// Its levels, where they are few and known.
    pub(super) levels: Option<Levels>,
    /// Highest minus lowest value, above 0.
    pub(super) span: f64,
    /// How many levels it has, where they are few.
    pub(super) count: usize,
}

/// More different values than this in a plain table are measurements rather than levels.
const FEW_VALUES: usize = 10;

impl Scale {
    /// The scale of a plain table: the declared one, else the values in use.
    pub(super) fn of_table(table: &PlainTable) -> Self {
        let mut used: Vec<f64> = table.cells.iter().flatten().copied().collect();
        used.sort_by(f64::total_cmp);
        used.dedup_by(|a, b| (*a - *b).abs() <= TOLERANCE);
        let levels = table.levels.as_ref().map_or(&*used, Levels::values);
        Self {
            span: span(levels),
            count: levels.len(),
            levels: table.levels.clone(),
        }
    }

    /// What the values of a plain table are: words, levels where they are declared or few and whole,
    /// else numbers; the distances asked for settle it.
    pub(super) fn family(&self, words: bool, metric: Option<Metric>) -> Family {
        if words {
            Family::Words
        } else if matches!(metric, Some(Metric::Nominal | Metric::Ordinal)) {
            // Whoever asks for these distances says that the values are levels or codes.
            Family::Levels
        } else if self.levels.is_some() || self.count <= FEW_VALUES {
            Family::Levels
        } else {
            Family::Numbers
        }
    }
}

/// Highest minus lowest, or 1 where that is nothing.
fn span(sorted: &[f64]) -> f64 {
    match (sorted.first(), sorted.last()) {
        (Some(low), Some(high)) if high > low && (high - low).is_finite() => high - low,
        _ => 1.0,
    }
}

/// Which scale each indicator has.
pub(super) struct Scales {
    /// The indicators that have units (positions in the framework), ascending.
    pub(super) nodes: Vec<usize>,
    /// For each indicator that has units, in the order of the framework, its scale.
    pub(super) of_stratum: Vec<usize>,
    pub(super) scales: Vec<Scale>,
    /// Whether different scales are different units of measurement.
    pub(super) mixed_units: bool,
}

impl Scales {
    /// The declared levels of an indicator.
    pub(super) fn levels_of(&self, node: usize) -> Option<&Levels> {
        let stratum = self.nodes.binary_search(&node).ok()?;
        self.scales[self.of_stratum[stratum]].levels.as_ref()
    }
}

/// The scale of each indicator of a family; equal scales are one.
pub(super) fn scales(framework: &Framework, family: Family, units: &[Unit]) -> Scales {
    let mut by_node: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for unit in units {
        if let UnitName::Coded { node, .. } = &unit.name {
            let values = by_node.entry(*node).or_default();
            values.extend(unit.values.iter().flatten());
        }
    }
    let mut out = Scales {
        nodes: Vec::new(),
        of_stratum: Vec::new(),
        scales: Vec::new(),
        mixed_units: family == Family::Numbers,
    };
    let mut measured: Vec<Option<String>> = Vec::new();
    for (node, mut values) in by_node {
        values.sort_by(f64::total_cmp);
        values.dedup();
        let Some(indicator) = framework.nodes()[node].indicator() else {
            continue;
        };
        let (scale, unit) = match family {
            Family::Levels => (level_scale(framework, indicator, &values), None),
            Family::Numbers => {
                let unit = indicator.unit.as_ref().map(|it| folded(it.both()[0]));
                // Without a unit of measurement an indicator is a measure of its own.
                let unit = unit.unwrap_or_else(|| framework.nodes()[node].id().to_owned());
                let scale = Scale {
                    levels: None,
                    span: span(&values),
                    count: values.len(),
                };
                (scale, Some(unit))
            }
            Family::Directions | Family::Words => {
                let scale = Scale {
                    levels: Levels::new(&[-1.0, 0.0, 1.0, BOTH]),
                    span: 1.0,
                    count: 4,
                };
                (scale, None)
            }
        };
        let same = |at: &usize| match &unit {
            Some(unit) => measured[*at].as_ref() == Some(unit),
            None => out.scales[*at] == scale,
        };
        let known = (0..out.scales.len()).find(same);
        let at = known.unwrap_or(out.scales.len());
        if known.is_none() {
            out.scales.push(scale);
            measured.push(unit);
        }
        out.nodes.push(node);
        out.of_stratum.push(at);
    }
    if out.scales.is_empty() {
        out.scales.push(Scale {
            levels: None,
            span: 1.0,
            count: 0,
        });
    }
    out
}

/// More levels than this are not counted out between the ends of a scale.
const MOST_LEVELS: f64 = 100.0;

/// The levels that an indicator allows: those named, and half-way where a check list says "partly";
/// else the whole numbers between whole ends.
fn level_scale(framework: &Framework, indicator: &Indicator, used: &[f64]) -> Scale {
    let scale = &framework.scales()[indicator.scale];
    let (min, max) = (scale.min(), scale.max());
    let mut levels: Vec<f64> = scale.levels().iter().map(|it| it.value).collect();
    let whole = |it: f64| it.fract().abs() < TOLERANCE;
    if levels.len() < 2 && whole(min) && whole(max) && max - min <= MOST_LEVELS {
        levels.clear();
        let mut level = min;
        while level <= max + TOLERANCE {
            levels.push(level);
            level += 1.0;
        }
    }
    let middle = f64::midpoint(min, max);
    let near = |values: &[f64]| values.iter().any(|it| (it - middle).abs() < TOLERANCE);
    if indicator.kind.marks_middle() && !near(&levels) && near(used) {
        levels.push(middle);
    }
    Scale {
        count: levels.len(),
        levels: Levels::new(&levels),
        span: max - min,
    }
}
