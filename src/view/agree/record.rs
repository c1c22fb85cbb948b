//! The JSON of `agree`. Fields are only ever added.

use serde::Serialize;

use crate::problem::Problem;
use crate::scrutiny::agree::{
    Computed, FamilyAgreement, Part, Presence, Unit, UnitName, interval_of, no_interval,
};
use crate::stats::Undefined;
use crate::view::record::{
    FrameworkRecord, InputRecord, VERSION, WarningRecord, framework_record, inputs, warning,
};

use super::{About, AgreeShown, chapter};

/// How far coders agree.
#[derive(Debug, Serialize)]
pub struct AgreeRecord<'a> {
    siap: &'static str,
    framework: Option<FrameworkRecord<'a>>,
    inputs: Vec<InputRecord<'a>>,
    coders: Vec<&'a str>,
    seed: u64,
    resamples: u32,
    cluster: Option<&'static str>,
    #[serde(flatten)]
    leading: FamilyRecord<'a>,
    other_families: Vec<FamilyRecord<'a>>,
    presence: Option<PresenceRecord>,
    counts: CountsRecord,
    chapter: Option<String>,
    warnings: Vec<WarningRecord>,
}

/// The values of one kind: levels, numbers, directions or words.
#[derive(Debug, Serialize)]
struct FamilyRecord<'a> {
    family: &'static str,
    /// The declared levels that all units share.
    scale: Option<Vec<f64>>,
    headline: Option<HeadlineRecord>,
    coefficients: Vec<CoefficientRecord>,
    within_indicators: Option<Vec<CoefficientRecord>>,
    levels: Vec<LevelRecord>,
    by_indicator: Vec<NodeRecord<'a>>,
    by_group: Vec<NodeRecord<'a>>,
    by_pair: Vec<PairRecord<'a>>,
    disagreements: Vec<UnitRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct HeadlineRecord {
    basis: &'static str,
    #[serde(flatten)]
    computed: CoefficientRecord,
}

#[derive(Debug, Serialize)]
struct CoefficientRecord {
    name: &'static str,
    metric: Option<&'static str>,
    value: Option<f64>,
    se: Option<f64>,
    ci_low: Option<f64>,
    ci_high: Option<f64>,
    units: usize,
    raters: usize,
    reason: Option<&'static str>,
    interval: Option<&'static str>,
    interval_reason: Option<&'static str>,
    degenerate: u32,
}

#[derive(Debug, Serialize)]
struct LevelRecord {
    level: f64,
    name: Option<String>,
    value: Option<f64>,
    reason: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct NodeRecord<'a> {
    id: &'a str,
    #[serde(flatten)]
    part: PartRecord,
}

#[derive(Debug, Serialize)]
struct PartRecord {
    units: usize,
    headline: Option<HeadlineRecord>,
    coefficients: Vec<CoefficientRecord>,
    within_indicators: Option<Vec<CoefficientRecord>>,
}

#[derive(Debug, Serialize)]
struct PairRecord<'a> {
    coders: [&'a str; 2],
    mean_difference: Option<f64>,
    #[serde(flatten)]
    part: PartRecord,
}

#[derive(Debug, Serialize)]
struct UnitRecord<'a> {
    unit: Option<&'a str>,
    region: Option<&'a str>,
    indicator: Option<&'a str>,
    informant: Option<String>,
    wave: Option<&'a str>,
    stage: Option<&'static str>,
    values: Vec<Option<f64>>,
    rows: Vec<RowRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct RowRecord<'a> {
    file: &'a str,
    row: usize,
    id: Option<&'a str>,
    coder: Option<&'a str>,
    /// Not where it may not leave the team.
    quote: Option<&'a str>,
    finding: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct PresenceRecord {
    units: usize,
    all: usize,
    some: usize,
    none: usize,
    blind_sample: bool,
    percent_agreement: Option<f64>,
    positive_agreement: Option<f64>,
    krippendorff_alpha: Option<f64>,
    gwet_ac: Option<f64>,
    reason: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct CountsRecord {
    units: usize,
    pairable: usize,
    single: usize,
    consensus_rows: usize,
    rows_without_coder: usize,
    repeated: usize,
    regions: usize,
    indicators: usize,
}

/// The record of an agreement.
#[must_use]
pub fn agree<'a>(shown: &AgreeShown<'a>, warnings: &[Problem]) -> AgreeRecord<'a> {
    let agreement = shown.agreement;
    let counts = agreement.counts;
    let (framework, inputs) = match shown.about {
        About::Study {
            framework,
            method,
            statements,
            ..
        } => (
            Some(framework_record(framework, method)),
            inputs(statements),
        ),
        About::Table { name, sha256, .. } => (
            None,
            vec![InputRecord::of_table(name, sha256, counts.units)],
        ),
    };
    let mut families = agreement.families.iter().map(|it| family(shown, it));
    let leading = families.next().unwrap_or_else(FamilyRecord::none);
    AgreeRecord {
        siap: VERSION,
        framework,
        inputs,
        coders: agreement.coders.iter().map(|it| &**it).collect(),
        seed: agreement.choices.seed,
        resamples: agreement.choices.resamples,
        cluster: agreement.choices.by_region.then_some("region"),
        leading,
        other_families: families.collect(),
        presence: agreement.presence.as_ref().map(presence),
        counts: CountsRecord {
            units: counts.units,
            pairable: counts.pairable,
            single: counts.single,
            consensus_rows: counts.consensus_rows,
            rows_without_coder: counts.unnamed_rows,
            repeated: counts.repeated,
            regions: agreement.regions,
            indicators: agreement.indicators,
        },
        chapter: chapter(shown),
        warnings: warnings.iter().map(|it| warning(it, shown.lang)).collect(),
    }
}

impl FamilyRecord<'_> {
    fn none() -> Self {
        Self {
            family: "levels",
            scale: None,
            headline: None,
            coefficients: Vec::new(),
            within_indicators: None,
            levels: Vec::new(),
            by_indicator: Vec::new(),
            by_group: Vec::new(),
            by_pair: Vec::new(),
            disagreements: Vec::new(),
        }
    }
}

fn family<'a>(shown: &AgreeShown<'a>, of: &'a FamilyAgreement) -> FamilyRecord<'a> {
    let nodes = |parts: &[(usize, Part)]| -> Vec<NodeRecord<'a>> {
        let About::Study { framework, .. } = shown.about else {
            return Vec::new();
        };
        let node = |(node, it): &(usize, Part)| NodeRecord {
            id: framework.nodes()[*node].id(),
            part: part(it),
        };
        parts.iter().map(node).collect()
    };
    let names = match shown.about {
        About::Table { words, .. } if !words.is_empty() => Some(words),
        _ => None,
    };
    let coders = &shown.agreement.coders;
    FamilyRecord {
        family: of.family.code(),
        scale: of.levels.as_ref().map(|it| it.values().to_vec()),
        headline: headline(&of.whole),
        coefficients: of.whole.coefficients.iter().map(coefficient).collect(),
        within_indicators: within(&of.whole),
        levels: of
            .by_level
            .iter()
            .map(|it| LevelRecord {
                level: it.level,
                name: names.map(|_| shown.value(of.family, it.level)),
                value: it.value.ok(),
                reason: it.value.err().map(Undefined::code),
            })
            .collect(),
        by_indicator: nodes(&of.by_indicator),
        by_group: nodes(&of.by_group),
        by_pair: of
            .by_pair
            .iter()
            .map(|pair| PairRecord {
                coders: pair.coders.map(|at| &*coders[at]),
                mean_difference: pair.difference,
                part: part(&pair.part),
            })
            .collect(),
        disagreements: of
            .disagreements
            .iter()
            .map(|at| unit(shown, &of.units[*at]))
            .collect(),
    }
}

fn part(of: &Part) -> PartRecord {
    PartRecord {
        units: of.pairable,
        headline: headline(of),
        coefficients: of.coefficients.iter().map(coefficient).collect(),
        within_indicators: within(of),
    }
}

fn within(of: &Part) -> Option<Vec<CoefficientRecord>> {
    let within = of.within.as_ref()?;
    Some(within.iter().map(coefficient).collect())
}

fn headline(of: &Part) -> Option<HeadlineRecord> {
    Some(HeadlineRecord {
        basis: of.basis.code(),
        computed: coefficient(of.headline()?),
    })
}

fn coefficient(of: &Computed) -> CoefficientRecord {
    let interval = interval_of(of);
    CoefficientRecord {
        name: of.of.name,
        metric: of.variant.code(),
        value: of.value.ok(),
        se: of.se,
        ci_low: interval.map(|it| it.low),
        ci_high: interval.map(|it| it.high),
        units: of.units,
        raters: of.raters,
        reason: of.value.err().map(|it| it.code()),
        interval: interval.map(|it| it.method.code()),
        interval_reason: no_interval(of).map(Undefined::code),
        degenerate: interval.map_or(0, |it| it.degenerate),
    }
}

fn presence(of: &Presence) -> PresenceRecord {
    PresenceRecord {
        units: of.units,
        all: of.all,
        some: of.some,
        none: of.none,
        blind_sample: of.drawn,
        percent_agreement: of.percent.ok(),
        positive_agreement: of.positive,
        krippendorff_alpha: of.alpha.ok(),
        gwet_ac: of.ac1.ok(),
        reason: of.alpha.err().map(Undefined::code),
    }
}

fn unit<'a>(shown: &AgreeShown<'a>, of: &'a Unit) -> UnitRecord<'a> {
    let mut out = UnitRecord {
        unit: None,
        region: None,
        indicator: None,
        informant: None,
        wave: None,
        stage: None,
        values: of.values.clone(),
        rows: Vec::new(),
    };
    match (&of.name, shown.about) {
        (UnitName::Row(name), _) => out.unit = Some(name),
        (
            UnitName::Cell {
                node,
                assessment,
                speaker,
            },
            About::Study {
                framework,
                statements,
                assessed,
                ..
            },
        ) => {
            let at = &assessed.assessments[*assessment];
            out.region = Some(&at.region.name);
            out.indicator = Some(framework.nodes()[*node].id());
            out.informant = speaker.shown();
            out.wave = at.wave.as_deref();
            out.stage = at.stage.map(crate::statement::Stage::id);
            out.rows = of
                .rows
                .iter()
                .map(|row| {
                    let row = &statements.rows()[*row];
                    let evidence = row.evidence.as_deref();
                    let may_leave = evidence.and_then(|it| it.consent) != Some(false);
                    RowRecord {
                        file: statements.file(row),
                        row: row.origin().row,
                        id: row.id.as_deref(),
                        coder: row.coder.as_deref(),
                        quote: evidence
                            .and_then(|it| it.quote.as_deref())
                            .filter(|_| may_leave),
                        finding: evidence.and_then(|it| it.finding.as_deref()),
                    }
                })
                .collect();
        }
        (UnitName::Cell { .. }, About::Table { .. }) => {}
    }
    out
}
