//! The record of a triangulation that programs read.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::scrutiny::triangulate::saturation::{BASE, THRESHOLD};
use crate::scrutiny::triangulate::{By, Meeting, Place, Verdict};
use crate::statement::Stage;
use crate::view::dataset::Rows;
use crate::view::envelope::Body;

use super::Triangulation;
use super::rows::{StatementRecord, VoiceRow, statements, voices_of};

/// Everything that is known of sources, methods and times.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
pub struct TriangulationRecord<'a> {
    /// One for each way to look at it that was asked for.
    views: Vec<ViewRecord<'a>>,
    /// Governments by offices; null with `--by method` and `--by time`.
    coverage: Option<CoverageRecord<'a>>,
    /// What each interview adds; null with `--by method` and `--by time`.
    saturation: Option<SaturationRecord<'a>>,
}

impl Body for TriangulationRecord<'_> {
    const COMMAND: &'static str = "triangulate";
}

#[derive(Serialize, JsonSchema)]
struct ViewRecord<'a> {
    /// `source`, `method` or `time`.
    by: &'static str,
    /// One for each region, wave and stage.
    places: Vec<PlaceRecord<'a>>,
}

/// A region in one wave and stage; over time in all waves.
#[derive(Serialize, JsonSchema)]
struct PlaceRecord<'a> {
    region: &'a str,
    /// Null where the register does not know it.
    code: Option<&'a str>,
    /// Null where rows name none, and where waves are what is compared.
    wave: Option<&'a str>,
    /// Null where rows name none.
    stage: Option<&'static str>,
    /// Verdict → number of indicators.
    verdicts: BTreeMap<&'static str, usize>,
    /// The indicators of which someone speaks, in the order of the tree.
    indicators: Vec<MeetingRecord<'a>>,
}

/// The voices on an indicator, or on a group or the whole of which rows speak directly.
#[derive(Serialize, JsonSchema)]
struct MeetingRecord<'a> {
    /// Its id.
    indicator: &'a str,
    /// `contradict`, `agree`, `unclear`, `single`, `unnamed` or `silent`.
    verdict: &'static str,
    /// The most certainly different voices of which none speaks against another, among those that
    /// say a level or a direction.
    agreeing: usize,
    /// The others among those.
    deviating: usize,
    voices: Rows<VoiceRow<'a>>,
    /// Context rows: listed, never counted.
    context: Vec<StatementRecord<'a>>,
}

/// Governments by offices.
#[derive(Serialize, JsonSchema)]
struct CoverageRecord<'a> {
    /// Names of the offices, planned ones first.
    agencies: &'a [String],
    /// What each region has from them.
    regions: Vec<RegionRecord<'a>>,
    /// Offices that were planned and do not speak.
    gaps: Vec<GapRecord<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct RegionRecord<'a> {
    region: &'a str,
    /// Counted statements.
    statements: usize,
    /// Those of them that name no office.
    without_agency: usize,
    /// How many statements name each office.
    agencies: Vec<OfficeRecord<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct OfficeRecord<'a> {
    agency: &'a str,
    /// Planned posts.
    planned: usize,
    /// Counted statements from the office; one from several counts for each.
    statements: usize,
}

#[derive(Serialize, JsonSchema)]
struct GapRecord<'a> {
    region: &'a str,
    agency: &'a str,
}

/// What each interview adds.
#[derive(Serialize, JsonSchema)]
struct SaturationRecord<'a> {
    /// `date`, or `rows` where some interview has no date.
    order: &'static str,
    /// In their order.
    interviews: Vec<InterviewRecord<'a>>,
    /// Interviews of the base.
    base: usize,
    /// Share of new information at which a run shows saturation, 0–1.
    threshold: f64,
    /// Whether base, run lengths and threshold were checked against their source.
    verified: bool,
    /// Runs behind the base; none where interviews cannot be told apart.
    runs: Vec<RunRecord>,
}

#[derive(Serialize, JsonSchema)]
struct InterviewRecord<'a> {
    region: &'a str,
    informant: Option<&'a str>,
    role: Option<&'a str>,
    agencies: Vec<&'a str>,
    /// Earliest date of its rows.
    date: Option<&'a str>,
    /// Counted rows.
    statements: usize,
    /// Indicators it speaks of.
    indicators: usize,
    /// Ids of the indicators of which no earlier interview speaks.
    first: Vec<&'a str>,
    /// Indicators spoken of so far.
    cumulative: usize,
}

/// Consecutive interviews behind the base.
#[derive(Serialize, JsonSchema)]
struct RunRecord {
    /// How many.
    length: usize,
    /// Number of the last, from 1.
    last: usize,
    /// New indicators in them.
    new: usize,
    /// New indicators / indicators of the base.
    share: f64,
    /// Whether that is at most the threshold.
    reached: bool,
}

/// The record of a triangulation.
pub(super) fn body<'a>(report: &'a Triangulation) -> TriangulationRecord<'a> {
    let nodes = report.scored.framework.nodes();
    TriangulationRecord {
        views: report
            .views
            .iter()
            .map(|(by, places)| ViewRecord {
                by: By::id(*by),
                places: places.iter().map(|it| place(report, *by, it)).collect(),
            })
            .collect(),
        coverage: report.coverage.as_ref().map(|it| CoverageRecord {
            agencies: &it.agencies,
            regions: it
                .regions
                .iter()
                .map(|region| RegionRecord {
                    region: &region.region,
                    statements: region.statements,
                    without_agency: region.unnamed,
                    agencies: it
                        .agencies
                        .iter()
                        .zip(&region.cells)
                        .map(|(agency, cell)| OfficeRecord {
                            agency,
                            planned: cell.planned,
                            statements: cell.statements,
                        })
                        .collect(),
                })
                .collect(),
            gaps: it
                .gaps()
                .map(|(region, agency)| GapRecord { region, agency })
                .collect(),
        }),
        saturation: report.saturation.as_ref().map(|it| SaturationRecord {
            order: if it.by_date { "date" } else { "rows" },
            interviews: it
                .interviews
                .iter()
                .map(|it| InterviewRecord {
                    region: &it.region.name,
                    informant: it.speaker.informant(),
                    role: it.speaker.role(),
                    agencies: it.speaker.agencies().iter().map(|it| &**it).collect(),
                    date: it.date.as_deref(),
                    statements: it.statements,
                    indicators: it.indicators,
                    first: it.first.iter().map(|at| nodes[*at].id()).collect(),
                    cumulative: it.cumulative,
                })
                .collect(),
            base: BASE,
            threshold: THRESHOLD,
            verified: false,
            runs: it
                .runs
                .iter()
                .map(|it| RunRecord {
                    length: it.length,
                    last: it.last,
                    new: it.new,
                    share: it.share,
                    reached: it.reached,
                })
                .collect(),
        }),
    }
}

fn place<'a>(report: &'a Triangulation, by: By, place: &'a Place) -> PlaceRecord<'a> {
    let meeting = |it: &'a Meeting| MeetingRecord {
        indicator: report.scored.framework.nodes()[it.node].id(),
        verdict: it.verdict.id(),
        agreeing: it.agreeing,
        deviating: it.deviating,
        voices: Rows(voices_of(report, by, place, it)),
        context: statements(report, it.node, &it.context),
    };
    PlaceRecord {
        region: &place.region.name,
        code: place.region.code.as_deref(),
        wave: place.wave.as_deref(),
        stage: place.stage.map(Stage::id),
        verdicts: Verdict::ALL
            .iter()
            .map(|it| (it.id(), place.count(|verdict| verdict == *it)))
            .collect(),
        indicators: place.meetings.iter().map(meeting).collect(),
    }
}
