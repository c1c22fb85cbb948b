//! Would another coder have said the same?
//!
//! `pairing` finds the codings that judge one statement, `gather` makes units of them by coders,
//! `part` computes the coefficients of a set of units, `presence` asks who saw an indicator at
//! all, [`sample`] draws units for a second coder, and
//! [`of_study`] hands on how far the coders of a study differ. Informants are never pooled as coders: what two
//! people say of one place is no coding error.

mod computed;
mod gather;
mod measured;
mod pairing;
mod part;
mod presence;
mod rated;
mod reading;
pub mod sample;
mod scales;
mod units;
mod unnamed;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::Assessed;
use crate::framework::Framework;
use crate::statement::Statements;
use crate::stats::Undefined;
use crate::stats::agreement::{LevelKappa, Levels, fleiss_levels};

pub use computed::{Computed, Narrow, Why, interval_of};
pub use measured::{Difference, Measured};
pub use part::{Basis, Part};
pub use presence::Presence;
pub use reading::{RELIABLE, Reading, TENTATIVE, reading};
pub use units::{
    Choices, Counts, DEFAULT_INTERVAL, FEW_UNITS, Family, PlainTable, REGION_INTERVAL,
    TOO_FEW_UNITS, Unit, UnitKind, UnitName,
};

pub use unnamed::without_coder;

use part::part;
use rated::RatedUnits;
use scales::{Scale, Scales};

/// Two coders.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Positions of the two.
    pub coders: [usize; 2],
    /// Their figures.
    pub part: Part,
    /// Mean of the first coder's value minus the second's over the units both gave a value.
    pub difference: Option<f64>,
}

/// The agreement on values of one family.
#[derive(Debug, Clone, PartialEq)]
pub struct FamilyAgreement {
    /// What the values are.
    pub family: Family,
    /// The scale that all units share, with its declared levels.
    pub levels: Option<Levels>,
    /// The levels in use, where no scale is declared.
    pub used: Vec<f64>,
    /// All units together.
    pub whole: Part,
    /// Fleiss' kappa of each level against all others, pooled.
    pub by_level: Vec<LevelKappa>,
    /// By leaf (position in the framework), in its order.
    pub by_indicator: Vec<(usize, Part)>,
    /// By group (position in the framework), in its order.
    pub by_group: Vec<(usize, Part)>,
    /// By pair of coders.
    pub by_pair: Vec<Pair>,
    /// The units of the family.
    pub units: Vec<Unit>,
    /// What its pairable units are: statements, cells, or both.
    pub unit: UnitKind,
    /// Positions of units whose values differ, the greatest difference first.
    pub disagreements: Vec<usize>,
    /// What was counted of this family.
    pub counts: Counts,
    /// Regions behind its pairable units; 0 for a plain table.
    pub regions: usize,
    /// Indicators behind its pairable units; 0 for a plain table.
    pub indicators: usize,
}

/// How far coders agree.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// Whether values are only counted: coders are then as many as gave a value, and no people.
    pub counted: bool,
    /// Coders by name, without the consensus.
    pub coders: Vec<Arc<str>>,
    /// Those with pairable units first, levels before numbers before directions; at least one.
    pub families: Vec<FamilyAgreement>,
    /// Who saw an indicator at all; `None` for a plain table, or without two coders of one
    /// interview.
    pub presence: Option<Presence>,
    /// What was counted.
    pub counts: Counts,
    /// How figures were made.
    pub choices: Choices,
    /// Regions behind the pairable units; 0 for a plain table.
    pub regions: usize,
    /// Indicators behind the pairable units; 0 for a plain table.
    pub indicators: usize,
}

impl Agreement {
    /// The family that speaks for the whole.
    #[must_use]
    pub fn leading(&self) -> Option<&FamilyAgreement> {
        self.families.first()
    }
}

/// The agreement of the coders in the assessments at the positions `shown`.
#[must_use]
pub fn agree(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    shown: &[usize],
    choices: Choices,
) -> Agreement {
    let gathered = gather::gather(framework, statements, assessed, shown);
    let presence = presence::presence(framework, statements, assessed, shown);
    let mut families: Vec<FamilyAgreement> = gathered
        .families
        .into_iter()
        .map(|of| {
            let clusters = choices
                .by_region
                .then(|| gather::regions(assessed, &of.units));
            let counts = gathered.by_family.get(&of.family);
            let mut counts = counts.copied().unwrap_or_default();
            counts.of_units(of.units.iter());
            let (regions, indicators) = reach(assessed, of.units.iter());
            FamilyAgreement {
                counts,
                regions,
                indicators,
                ..family(framework, of, &gathered.coders, clusters, choices)
            }
        })
        .collect();
    families.sort_by_key(|it| (it.whole.pairable == 0, it.family));
    let mut counts = gathered.counts;
    let all = || families.iter().flat_map(|it| &it.units);
    counts.of_units(all());
    let (regions, indicators) = reach(assessed, all());
    Agreement {
        counted: false,
        coders: gathered.coders,
        families,
        presence,
        counts,
        choices,
        regions,
        indicators,
    }
}

/// What the coders of a study show about themselves, in the assessments at the positions `shown`:
/// from levels alone, consensus left out, as in [`agree`]. `None` where no unit has levels of two
/// coders.
///
/// The differences are those between two coders. Each of them errs, so the error of one coder is
/// smaller (with independent errors of one variance its variance is half of theirs). Adding a drawn
/// difference to a coded level therefore asks "what if another coder had coded this", and not "what
/// is the true level".
#[must_use]
pub fn of_study(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    shown: &[usize],
    choices: Choices,
) -> Option<Measured> {
    let gathered = gather::gather(framework, statements, assessed, shown);
    let mut families = gathered.families.into_iter();
    let of = families.find(|it| it.family == Family::Levels)?;
    let clusters = choices
        .by_region
        .then(|| gather::regions(assessed, &of.units));
    let coders = gathered.coders.len();
    let rated = rate(&of.units, of.family, of.scales, coders, clusters, choices);
    let all: Vec<usize> = (0..of.units.len()).collect();
    let unit = UnitKind::of_units(&of.units);
    // Only the metric of the scale gets an interval: of all metrics they take their time.
    let whole = part(&rated, &all, None, false);
    measured::measured(unit, &of.units, &rated.scales, &whole)
}

/// Regions and indicators behind the pairable ones of some units.
fn reach<'a>(assessed: &Assessed, units: impl Iterator<Item = &'a Unit>) -> (usize, usize) {
    let mut regions = BTreeSet::new();
    let mut nodes = BTreeSet::new();
    for unit in units.filter(|it| it.is_pairable()) {
        if let UnitName::Coded {
            node, assessment, ..
        } = unit.name
        {
            regions.insert(&*assessed.assessments[assessment].region.name);
            nodes.insert(node);
        }
    }
    (regions.len(), nodes.len())
}

fn node_of(unit: &Unit) -> Option<usize> {
    match unit.name {
        UnitName::Coded { node, .. } => Some(node),
        UnitName::Row(_) => None,
    }
}

/// Units with the leaf of each as its stratum.
fn rate(
    units: &[Unit],
    family: Family,
    scales: Scales,
    coders: usize,
    clusters: Option<Vec<usize>>,
    choices: Choices,
) -> RatedUnits {
    let stratum = |unit: &Unit| {
        let node = node_of(unit).unwrap_or_default();
        scales.nodes.binary_search(&node).unwrap_or_default()
    };
    let strata = units.iter().map(stratum).collect();
    RatedUnits::new(family, units, coders, strata, scales, clusters, choices)
}

/// The figures of one family.
fn family(
    framework: &Framework,
    of: gather::FamilyUnits,
    coders: &[Arc<str>],
    clusters: Option<Vec<usize>>,
    choices: Choices,
) -> FamilyAgreement {
    let gather::FamilyUnits {
        family,
        units,
        scales,
    } = of;
    let nodes = scales.nodes.clone();
    let rated = rate(&units, family, scales, coders.len(), clusters, choices);
    let all: Vec<usize> = (0..units.len()).collect();
    let whole = part(&rated, &all, None, true);
    let of_nodes = |inside: &dyn Fn(usize) -> bool| -> Vec<usize> {
        let is_inside = |at: &usize| node_of(&units[*at]).is_some_and(inside);
        all.iter().copied().filter(is_inside).collect()
    };
    let by_indicator = nodes
        .iter()
        .map(|node| {
            let mine = of_nodes(&|it| it == *node);
            (*node, part(&rated, &mine, None, false))
        })
        .collect();
    let by_group = groups(framework)
        .into_iter()
        .map(|(group, below)| (group, of_nodes(&|it| below.contains(&it))))
        .filter(|(_, mine)| !mine.is_empty())
        .map(|(group, mine)| (group, part(&rated, &mine, None, false)))
        .collect();
    let by_pair = pairs(&rated, &units, coders.len());
    let disagreements = rated.disagreements(&units);
    FamilyAgreement {
        family,
        levels: rated.levels(&all).cloned(),
        used: rated.ratings.levels().to_vec(),
        by_level: fleiss_levels(&rated.ratings).unwrap_or_default(),
        unit: UnitKind::of_units(&units),
        whole,
        by_indicator,
        by_group,
        by_pair,
        units,
        disagreements,
        counts: Counts::default(),
        regions: 0,
        indicators: 0,
    }
}

/// The groups of a framework, each with the leaves below it.
fn groups(framework: &Framework) -> Vec<(usize, Vec<usize>)> {
    let nodes = framework.nodes();
    let mut below: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (leaf, ..) in framework.indicators() {
        let mut above = nodes[leaf].parent();
        while let Some(group) = above.filter(|it| *it > 0) {
            below.entry(group).or_default().push(leaf);
            above = nodes[group].parent();
        }
    }
    below.into_iter().collect()
}

/// Every two coders who gave a value to one unit at least.
fn pairs(rated: &RatedUnits, units: &[Unit], coders: usize) -> Vec<Pair> {
    let mut out = Vec::new();
    for one in 0..coders {
        for other in one + 1..coders {
            let both: Vec<usize> = (0..units.len())
                .filter(|at| {
                    let values = &units[*at].values;
                    values[one].is_some() && values[other].is_some()
                })
                .collect();
            if both.is_empty() {
                continue;
            }
            let apart: Vec<f64> = both
                .iter()
                .filter_map(|at| Some(units[*at].values[one]? - units[*at].values[other]?))
                .collect();
            let ordered = matches!(rated.family, Family::Levels | Family::Numbers);
            let shared = rated.is_one_scale(&both);
            out.push(Pair {
                coders: [one, other],
                part: part(rated, &both, Some([one, other]), false),
                difference: crate::stats::mean(&apart).filter(|_| ordered && shared),
            });
        }
    }
    out
}

/// The agreement of the coders of a plain table.
#[must_use]
pub fn agree_plain(table: &PlainTable, choices: Choices) -> Agreement {
    let coders: Vec<Arc<str>> = table.coders.iter().map(|it| it.as_str().into()).collect();
    let units: Vec<Unit> = table
        .units
        .iter()
        .zip(table.cells.chunks_exact(coders.len().max(1)))
        .map(|(name, values)| Unit {
            name: UnitName::Row(name.clone()),
            kind: UnitKind::Statement,
            values: values.to_vec(),
            rows: Vec::new(),
        })
        .collect();
    let given = |unit: &Unit| unit.values.iter().flatten().count();
    let pairable = units.iter().filter(|it| given(it) > 1).count();
    let single = units.iter().filter(|it| given(it) == 1).count();
    let counts = Counts {
        units: pairable + single,
        pairable,
        single,
        left_out: single,
        ..Counts::default()
    };
    let scale = Scale::of_table(table);
    let mut rated = RatedUnits::new(
        scale.family(table.words, choices.metric),
        &units,
        coders.len(),
        vec![0; units.len()],
        Scales {
            nodes: Vec::new(),
            of_stratum: vec![0],
            scales: vec![scale],
            mixed_units: false,
        },
        None,
        choices,
    );
    rated.counted = table.counted;
    let all: Vec<usize> = (0..units.len()).collect();
    let mut whole = part(&rated, &all, None, true);
    whole.within = None;
    let by_pair = match table.counted {
        true => Vec::new(),
        false => pairs(&rated, &units, coders.len()),
    };
    let family = FamilyAgreement {
        family: rated.family,
        levels: table.levels.clone(),
        used: rated.ratings.levels().to_vec(),
        by_level: fleiss_levels(&rated.ratings).unwrap_or_default(),
        by_indicator: Vec::new(),
        by_group: Vec::new(),
        by_pair,
        disagreements: rated.disagreements(&units),
        unit: UnitKind::Statement,
        whole,
        units,
        counts,
        regions: 0,
        indicators: 0,
    };
    Agreement {
        counted: table.counted,
        coders,
        families: vec![family],
        presence: None,
        counts,
        choices,
        regions: 0,
        indicators: 0,
    }
}

/// Why a coefficient without an interval has none, where one was asked for.
#[must_use]
pub fn no_interval(of: &Computed) -> Option<Undefined> {
    of.interval.and_then(Result::err)
}

#[cfg(test)]
mod tests;
