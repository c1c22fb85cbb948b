//! Would another coder have said the same?
//!
//! `gather` sorts rows into units (region × wave × stage × informant × indicator) by coders,
//! `figure` computes the coefficients of a set of units, `presence` asks who saw an indicator at
//! all, [`sample`] draws units for a second coder. Informants are never pooled as coders: what two
//! people say of one place is no coding error.

mod data;
mod figure;
mod gather;
mod presence;
pub mod sample;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::{Assessed, InformantKey};
use crate::framework::Framework;
use crate::statement::Statements;
use crate::stats::agreement::{LevelKappa, Levels, Metric, fleiss_levels};
use crate::stats::{Interval, IntervalMethod, Undefined};

pub use figure::{Basis, Figure, Part, Why};
pub use presence::Presence;

use data::{Data, Scale};
use figure::part;

/// Fewer units than this, or clusters where those are drawn, get a jackknife interval by default:
/// with few, intervals by resampling are too short.
pub const FEW_UNITS: usize = 30;

/// With fewer pairable units than this a coefficient says little.
pub const TOO_FEW_UNITS: usize = 10;

/// How figures are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choices {
    /// Seed of the generator.
    pub seed: u64,
    /// Resamples for an interval; 0 for no interval, unless a jackknife is asked for.
    pub resamples: u32,
    /// Kind of interval; without it BCa, or jackknife-t below [`FEW_UNITS`].
    pub interval: Option<IntervalMethod>,
    /// Whether whole regions are drawn instead of units.
    pub by_region: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            seed: 1,
            resamples: 1000,
            interval: None,
            by_region: false,
        }
    }
}

/// What the values of units are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Levels of a scale.
    Levels,
    /// Measured numbers.
    Numbers,
    /// Supporting, inhibiting, neutral, or both.
    Directions,
    /// Words without order.
    Words,
}

impl Family {
    /// The word of machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Levels => "levels",
            Self::Numbers => "numbers",
            Self::Directions => "directions",
            Self::Words => "words",
        }
    }
}

/// What a unit is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitName {
    /// What one informant said of one indicator in one assessment (positions).
    Cell {
        /// Position of the leaf in the framework.
        node: usize,
        /// Position of the assessment: region, wave and stage.
        assessment: usize,
        /// Who spoke.
        informant: InformantKey,
    },
    /// A row of a plain table.
    Row(String),
}

/// One unit with what each coder gave it.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// What it is.
    pub name: UnitName,
    /// One value for each coder; the mean where a coder gave several.
    pub values: Vec<Option<f64>>,
    /// The rows behind the values (positions in the statements).
    pub rows: Vec<usize>,
}

/// What was counted and what was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Units with a value of a named coder.
    pub units: usize,
    /// Units with values of two coders or more.
    pub pairable: usize,
    /// Units that one coder alone gave a value.
    pub single: usize,
    /// Rows of the agreed result, left out.
    pub consensus_rows: usize,
    /// Rows with a value that name no coder, left out.
    pub unnamed_rows: usize,
    /// Units for which one coder gave several values, of which the mean counts.
    pub repeated: usize,
}

impl Unit {
    /// Whether two coders or more gave it a value.
    fn is_pairable(&self) -> bool {
        self.values.iter().flatten().count() > 1
    }
}

impl Counts {
    fn of_units<'a>(&mut self, units: impl Iterator<Item = &'a Unit>) {
        (self.units, self.pairable) = (0, 0);
        for unit in units {
            self.units += 1;
            self.pairable += usize::from(unit.is_pairable());
        }
        self.single = self.units - self.pairable;
    }

    /// Whether any row gives a value, under whatever name.
    #[must_use]
    pub fn any(&self) -> bool {
        self.units + self.consensus_rows + self.unnamed_rows > 0
    }
}

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
        coders: gathered.coders,
        families,
        presence,
        counts,
        choices,
        regions,
        indicators,
    }
}

/// Regions and indicators behind the pairable ones of some units.
fn reach<'a>(assessed: &Assessed, units: impl Iterator<Item = &'a Unit>) -> (usize, usize) {
    let mut regions = BTreeSet::new();
    let mut nodes = BTreeSet::new();
    for unit in units.filter(|it| it.is_pairable()) {
        if let UnitName::Cell {
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
        UnitName::Cell { node, .. } => Some(node),
        UnitName::Row(_) => None,
    }
}

/// The leaf of each unit as a stratum, and the scale of each stratum.
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
    let mut nodes: Vec<usize> = units.iter().filter_map(node_of).collect();
    nodes.sort_unstable();
    nodes.dedup();
    let stratum = |unit: &Unit| {
        let node = node_of(unit).unwrap_or_default();
        nodes.binary_search(&node).unwrap_or_default()
    };
    let data = Data::new(
        family,
        &units,
        coders.len(),
        units.iter().map(stratum).collect(),
        scales,
        clusters,
        choices,
    );
    let all: Vec<usize> = (0..units.len()).collect();
    let whole = part(&data, &all, None, true);
    let of_nodes = |inside: &dyn Fn(usize) -> bool| -> Vec<usize> {
        let is_inside = |at: &usize| node_of(&units[*at]).is_some_and(inside);
        all.iter().copied().filter(is_inside).collect()
    };
    let by_indicator = nodes
        .iter()
        .map(|node| {
            let mine = of_nodes(&|it| it == *node);
            (*node, part(&data, &mine, None, false))
        })
        .collect();
    let by_group = groups(framework)
        .into_iter()
        .map(|(group, below)| (group, of_nodes(&|it| below.contains(&it))))
        .filter(|(_, mine)| !mine.is_empty())
        .map(|(group, mine)| (group, part(&data, &mine, None, false)))
        .collect();
    let by_pair = pairs(&data, &units, coders.len());
    let disagreements = data.disagreements(&units);
    FamilyAgreement {
        family,
        levels: data.levels(&all).cloned(),
        used: data.ratings.levels().to_vec(),
        by_level: fleiss_levels(&data.ratings).unwrap_or_default(),
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
fn pairs(data: &Data, units: &[Unit], coders: usize) -> Vec<Pair> {
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
            let ordered = matches!(data.family, Family::Levels | Family::Numbers);
            let shared = data.is_one_scale(&both);
            out.push(Pair {
                coders: [one, other],
                part: part(data, &both, Some([one, other]), false),
                difference: crate::stats::mean(&apart).filter(|_| ordered && shared),
            });
        }
    }
    out
}

/// Units by coders without a framework.
#[derive(Debug, Clone, PartialEq)]
pub struct PlainTable {
    /// Coders.
    pub coders: Vec<String>,
    /// Units.
    pub units: Vec<String>,
    /// Values, unit by unit; for words their numbers.
    pub cells: Vec<Option<f64>>,
    /// Whether the values are words without order.
    pub words: bool,
    /// The declared levels.
    pub levels: Option<Levels>,
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
        ..Counts::default()
    };
    let scale = Scale::of_table(table);
    let data = Data::new(
        scale.family(table.words),
        &units,
        coders.len(),
        vec![0; units.len()],
        gather::Scales {
            of_stratum: vec![0],
            scales: vec![scale],
            mixed_units: false,
        },
        None,
        choices,
    );
    let all: Vec<usize> = (0..units.len()).collect();
    let mut whole = part(&data, &all, None, true);
    whole.within = None;
    let family = FamilyAgreement {
        family: data.family,
        levels: table.levels.clone(),
        used: data.ratings.levels().to_vec(),
        by_level: fleiss_levels(&data.ratings).unwrap_or_default(),
        by_indicator: Vec::new(),
        by_group: Vec::new(),
        by_pair: pairs(&data, &units, coders.len()),
        disagreements: data.disagreements(&units),
        whole,
        units,
        counts,
        regions: 0,
        indicators: 0,
    };
    Agreement {
        coders,
        families: vec![family],
        presence: None,
        counts,
        choices,
        regions: 0,
        indicators: 0,
    }
}

/// The interval of a figure, where there is one.
#[must_use]
pub fn interval_of(figure: &Figure) -> Option<Interval> {
    figure.interval.and_then(Result::ok)
}

/// Why a figure without an interval has none, where one was asked for.
#[must_use]
pub fn no_interval(figure: &Figure) -> Option<Undefined> {
    figure.interval.and_then(Result::err)
}

/// The metric that suits a family and its number of levels.
fn metric_of(family: Family, levels: usize) -> Metric {
    match family {
        Family::Directions | Family::Words => Metric::Nominal,
        Family::Numbers => Metric::Interval,
        Family::Levels if levels == 2 => Metric::Nominal,
        Family::Levels => Metric::Ordinal,
    }
}
