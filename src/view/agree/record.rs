//! The JSON of `agree`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::scrutiny::agree::{
    Basis, Family, FamilyAgreement, Part, Presence, Unit, UnitKind, UnitName,
};
use crate::stats::Undefined;
use crate::view::dataset::{OneRow, Rows};
use crate::view::envelope::Body;

use super::AgreeReport;
use super::chapter::chapter;
use super::rows::{self, CoefficientRow, Of, Scope};

/// How far coders agree.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
pub struct AgreeRecord<'a> {
    /// By name, without the consensus.
    coders: Vec<&'a str>,
    /// How the plain table was read; null of a study.
    read_as: Option<ReadAsRecord<'a>>,
    /// Of the draws of resampling.
    seed: u64,
    /// How many were asked for; 0: none.
    resamples: u32,
    /// `region` where resampling draws whole regions; null where it draws units.
    cluster: Option<&'static str>,
    /// The values that speak for the whole.
    #[serde(flatten)]
    leading: FamilyRecord<'a>,
    /// Values of other kinds: levels, numbers and directions are never taken together.
    other_families: Vec<FamilyRecord<'a>>,
    /// Who saw an indicator at all; null of a plain table, or without two coders of one interview.
    presence: Option<PresenceRecord>,
    /// What was counted and what was left out.
    counts: CountsRecord,
    /// A paragraph for the methods of a paper; null where fewer than two units have two coders.
    chapter: Option<String>,
}

impl Body for AgreeRecord<'_> {
    const COMMAND: &'static str = "agree";
}

/// How a plain table was read.
#[derive(Serialize, JsonSchema)]
struct ReadAsRecord<'a> {
    /// `units`, `counts`, `square`, `coders-in-rows` or `long`.
    shape: &'static str,
    /// Header of the column of the units; null where no column names them.
    unit: Option<&'a str>,
    /// Headers of columns that are neither unit nor coder.
    left_out: Vec<&'a str>,
}

/// The values of one kind: levels, numbers, directions or words.
#[derive(Serialize, JsonSchema)]
struct FamilyRecord<'a> {
    /// `levels`, `numbers`, `directions` or `words`.
    family: &'static str,
    /// What a unit is: `statement` (codings of one id, or of the same words of one source), `cell`
    /// (what one informant said of one indicator in one region, wave and stage, where each coder has
    /// one coding), or `mixed`; of a plain table, whose rows are the units, `statement`.
    unit: &'static str,
    /// Codings (values of named coders) that no other coder's coding was paired with.
    left_out: usize,
    /// The declared levels that all units share; null where they share none.
    scale: Option<Vec<f64>>,
    /// The figure that speaks for all units; null where there is none.
    headline: Option<HeadlineRecord<'a>>,
    /// Every coefficient, chance pooled over all units.
    coefficients: Rows<CoefficientRow<'a>>,
    /// Alpha with chance within each indicator; null where the units have one indicator, or none.
    within_indicators: Option<Rows<CoefficientRow<'a>>>,
    /// Fleiss' kappa of each level against all others.
    levels: Vec<LevelRecord>,
    /// In the order of the framework; empty of a plain table.
    by_indicator: Vec<NodeRecord<'a>>,
    /// In the order of the framework; empty of a plain table.
    by_group: Vec<NodeRecord<'a>>,
    /// Every two coders who gave a value to one unit at least.
    by_pair: Vec<PairRecord<'a>>,
    /// Units whose values differ, the greatest difference first.
    disagreements: Vec<UnitRecord<'a>>,
}

/// The figure that speaks for some units.
#[derive(Serialize, JsonSchema)]
struct HeadlineRecord<'a> {
    /// Where chance is taken: `within_indicators`, or `pooled` over all units.
    basis: &'static str,
    #[serde(flatten)]
    computed: OneRow<CoefficientRow<'a>>,
}

/// One level against all others.
#[derive(Serialize, JsonSchema)]
struct LevelRecord {
    /// On the scale of the values; of words the position of the word.
    level: f64,
    /// The word; null where values are no words.
    name: Option<String>,
    /// Fleiss' kappa, at most 1; null: see `reason`.
    value: Option<f64>,
    /// Why there is no value.
    reason: Option<&'static str>,
}

/// The units of an indicator or group.
#[derive(Serialize, JsonSchema)]
struct NodeRecord<'a> {
    /// Id of the indicator or group.
    id: &'a str,
    #[serde(flatten)]
    part: PartRecord<'a>,
}

/// Some units.
#[derive(Serialize, JsonSchema)]
struct PartRecord<'a> {
    /// Units with values of two coders or more.
    units: usize,
    /// The figure that speaks for these units; null where there is none.
    headline: Option<HeadlineRecord<'a>>,
    /// Every coefficient, chance pooled over these units.
    coefficients: Rows<CoefficientRow<'a>>,
    /// Alpha with chance within each indicator; null where the units have one indicator, or none.
    within_indicators: Option<Rows<CoefficientRow<'a>>>,
}

/// The units of two coders.
#[derive(Serialize, JsonSchema)]
struct PairRecord<'a> {
    /// Their names.
    coders: [&'a str; 2],
    /// Mean of the first coder's value minus the second's, on their scale; null of values without
    /// distances or of several scales.
    mean_difference: Option<f64>,
    #[serde(flatten)]
    part: PartRecord<'a>,
}

/// A unit: a statement, a cell, or a row of a plain table.
#[derive(Serialize, JsonSchema)]
struct UnitRecord<'a> {
    /// Its name in a plain table; null in a study.
    unit: Option<&'a str>,
    /// `statement` or `cell`.
    paired_by: &'static str,
    /// Id of the statement; null where it has none.
    id: Option<&'a str>,
    /// Null of a plain table.
    region: Option<&'a str>,
    /// Id of the indicator; null of a plain table.
    indicator: Option<&'a str>,
    /// Who spoke; null where that is not known.
    informant: Option<String>,
    /// Null where rows name none.
    wave: Option<&'a str>,
    /// Null where rows name none.
    stage: Option<&'static str>,
    /// One for each coder; null where the coder gave none.
    values: Vec<Option<f64>>,
    /// The rows behind the values.
    rows: Vec<RowRecord<'a>>,
}

/// A row of the data.
#[derive(Serialize, JsonSchema)]
struct RowRecord<'a> {
    file: &'a str,
    /// Sheet of a workbook; null for a text.
    sheet: Option<&'a str>,
    row: usize,
    /// Null where it has none.
    id: Option<&'a str>,
    coder: Option<&'a str>,
    /// What was said; null where it may not leave the team.
    quote: Option<&'a str>,
    /// What the coder made of it.
    finding: Option<&'a str>,
}

/// Whether coders of one interview saw an indicator at all.
#[derive(Serialize, JsonSchema)]
struct PresenceRecord {
    /// Indicators in interviews that two coders or more were asked about.
    units: usize,
    /// Seen by all of them.
    all: usize,
    /// Seen by some of them.
    some: usize,
    /// Seen by none.
    none: usize,
    /// Whether some coder saw only what was drawn for a blind sample.
    blind_sample: bool,
    /// Share of pairs of coders that agree, 0–1; null where it is undefined.
    percent_agreement: Option<f64>,
    /// Of two coders, one of whom saw it: how probably the other did, 0–1; null where nobody did.
    positive_agreement: Option<f64>,
    /// Nominal, at most 1; null: see `reason`.
    krippendorff_alpha: Option<f64>,
    /// Gwet's AC1, at most 1; null where it is undefined.
    gwet_ac: Option<f64>,
    /// Why there is no alpha.
    reason: Option<&'static str>,
}

#[derive(Serialize, JsonSchema)]
struct CountsRecord {
    /// Units with a value of a named coder.
    units: usize,
    /// Units with values of two coders or more.
    pairable: usize,
    /// Units that one coder alone gave a value.
    single: usize,
    /// Rows of the agreed result, left out.
    consensus_rows: usize,
    /// Rows with a value that name no coder, left out.
    rows_without_coder: usize,
    /// Times a coder judged one statement more than once, so that the mean counts.
    repeated: usize,
    /// Codings left out because nothing tells which of several codings of one coder belongs to
    /// which of another: rows of one cell without a common id or text.
    unclear: usize,
    /// Regions behind the pairable units; 0 of a plain table.
    regions: usize,
    /// Indicators behind the pairable units; 0 of a plain table.
    indicators: usize,
}

/// The record of an agreement.
pub(super) fn body<'a>(report: &'a AgreeReport) -> AgreeRecord<'a> {
    let agreement = &report.agreement;
    let counts = agreement.counts;
    let mut families = agreement.families.iter().map(|it| family(report, it));
    let leading = families.next().unwrap_or_else(FamilyRecord::none);
    AgreeRecord {
        coders: agreement.coders.iter().map(|it| &**it).collect(),
        read_as: report.read_as.as_ref().map(|it| ReadAsRecord {
            shape: it.layout.id(),
            unit: it.unit_column.as_deref(),
            left_out: it.left_out.iter().map(String::as_str).collect(),
        }),
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
            unclear: counts.unclear,
            regions: agreement.regions,
            indicators: agreement.indicators,
        },
        chapter: chapter(report),
    }
}

impl FamilyRecord<'_> {
    /// No values of any kind.
    fn none() -> Self {
        Self {
            family: Family::Levels.code(),
            unit: UnitKind::Statement.code(),
            left_out: 0,
            scale: None,
            headline: None,
            coefficients: Rows(Vec::new()),
            within_indicators: None,
            levels: Vec::new(),
            by_indicator: Vec::new(),
            by_group: Vec::new(),
            by_pair: Vec::new(),
            disagreements: Vec::new(),
        }
    }
}

fn family<'a>(report: &'a AgreeReport, it: &'a FamilyAgreement) -> FamilyRecord<'a> {
    let of = |scope| Of {
        family: it.family,
        scope,
    };
    let node = |id, scope, it| NodeRecord {
        id,
        part: part(of(scope), it),
    };
    let whole = part(of(Scope::Overall), &it.whole);
    FamilyRecord {
        family: it.family.code(),
        unit: it.unit.code(),
        left_out: it.counts.left_out,
        scale: it.levels.as_ref().map(|it| it.values().to_vec()),
        headline: whole.headline,
        coefficients: whole.coefficients,
        within_indicators: whole.within_indicators,
        levels: it
            .by_level
            .iter()
            .map(|level| LevelRecord {
                level: level.level,
                name: (it.family == Family::Words).then(|| report.value(it.family, level.level)),
                value: level.value.ok(),
                reason: level.value.err().map(Undefined::code),
            })
            .collect(),
        by_indicator: it
            .by_indicator
            .iter()
            .map(|(at, it)| node(report.id(*at), Scope::Indicator(report.id(*at)), it))
            .collect(),
        by_group: it
            .by_group
            .iter()
            .map(|(at, it)| node(report.id(*at), Scope::Group(report.id(*at)), it))
            .collect(),
        by_pair: it
            .by_pair
            .iter()
            .map(|pair| {
                let coders = report.coders(pair);
                PairRecord {
                    coders,
                    mean_difference: pair.difference,
                    part: part(of(Scope::Pair(coders)), &pair.part),
                }
            })
            .collect(),
        disagreements: it
            .disagreements
            .iter()
            .map(|at| unit(report, &it.units[*at]))
            .collect(),
    }
}

fn part<'a>(of: Of<'a>, it: &'a Part) -> PartRecord<'a> {
    let within = it.within.as_ref();
    PartRecord {
        units: it.pairable,
        headline: rows::headline(of, it).map(|computed| HeadlineRecord {
            basis: it.basis.code(),
            computed: OneRow(computed),
        }),
        coefficients: Rows(rows::rows(of, Basis::Pooled, &it.coefficients)),
        within_indicators: within.map(|it| Rows(rows::rows(of, Basis::Within, it))),
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

fn unit<'a>(report: &'a AgreeReport, of: &'a Unit) -> UnitRecord<'a> {
    let mut out = UnitRecord {
        unit: None,
        paired_by: of.kind.code(),
        id: None,
        region: None,
        indicator: None,
        informant: None,
        wave: None,
        stage: None,
        values: of.values.clone(),
        rows: Vec::new(),
    };
    match (&of.name, report.scored()) {
        (UnitName::Row(name), _) => out.unit = Some(name),
        (
            UnitName::Coded {
                node,
                assessment,
                speaker,
                id,
            },
            Some(scored),
        ) => {
            let statements = &scored.statements;
            let at = &scored.assessed.assessments[*assessment];
            out.region = Some(&at.region.name);
            out.indicator = Some(report.id(*node));
            out.informant = speaker.shown();
            out.id = id.as_deref();
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
                        sheet: statements.sheet(row),
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
        (UnitName::Coded { .. }, None) => {}
    }
    out
}
