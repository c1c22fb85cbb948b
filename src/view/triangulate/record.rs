//! Triangulation as the record that programs read. Fields are only ever added.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::problem::Problem;
use crate::scrutiny::triangulate::saturation::{BASE, THRESHOLD};
use crate::scrutiny::triangulate::{By, Key, Meeting, Place, VERDICTS, Voice};
use crate::statement::{Direction, Stage, Statement};
use crate::view::record::{
    FrameworkRecord, InputRecord, VERSION, WarningRecord, framework_record, inputs, warning,
};

use super::Shown;
use super::rows::voice_id;

/// Everything that is known of sources, methods and times.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    siap: &'static str,
    framework: FrameworkRecord<'a>,
    inputs: Vec<InputRecord<'a>>,
    views: Vec<ViewRecord<'a>>,
    coverage: Option<CoverageRecord<'a>>,
    saturation: Option<SaturationRecord<'a>>,
    warnings: Vec<WarningRecord>,
}

#[derive(Debug, Serialize)]
struct ViewRecord<'a> {
    by: &'static str,
    places: Vec<PlaceRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct PlaceRecord<'a> {
    region: &'a str,
    code: Option<&'a str>,
    wave: Option<&'a str>,
    stage: Option<&'static str>,
    verdicts: BTreeMap<&'static str, usize>,
    indicators: Vec<MeetingRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct MeetingRecord<'a> {
    indicator: &'a str,
    verdict: &'static str,
    voices: Vec<VoiceRecord<'a>>,
    context: Vec<RowRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct VoiceRecord<'a> {
    name: Option<String>,
    informant: Option<&'a str>,
    role: Option<&'a str>,
    agencies: Vec<&'a str>,
    documents: Vec<&'a str>,
    level: Option<f64>,
    levels: &'a [f64],
    supporting: usize,
    inhibiting: usize,
    neutral: usize,
    statements: Vec<RowRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct RowRecord<'a> {
    file: &'a str,
    row: usize,
    id: Option<&'a str>,
    level: Option<f64>,
    direction: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct CoverageRecord<'a> {
    agencies: &'a [String],
    regions: Vec<RegionRecord<'a>>,
    gaps: Vec<GapRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct RegionRecord<'a> {
    region: &'a str,
    statements: usize,
    without_agency: usize,
    agencies: Vec<OfficeRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct OfficeRecord<'a> {
    agency: &'a str,
    planned: usize,
    statements: usize,
}

#[derive(Debug, Serialize)]
struct GapRecord<'a> {
    region: &'a str,
    agency: &'a str,
}

#[derive(Debug, Serialize)]
struct SaturationRecord<'a> {
    order: &'static str,
    interviews: Vec<InterviewRecord<'a>>,
    base: usize,
    threshold: f64,
    /// Whether base, run lengths and threshold were checked against their source.
    verified: bool,
    runs: Vec<RunRecord>,
}

#[derive(Debug, Serialize)]
struct InterviewRecord<'a> {
    region: &'a str,
    informant: Option<&'a str>,
    role: Option<&'a str>,
    agencies: Vec<&'a str>,
    date: Option<&'a str>,
    statements: usize,
    indicators: usize,
    first: Vec<&'a str>,
    cumulative: usize,
}

#[derive(Debug, Serialize)]
struct RunRecord {
    length: usize,
    last: usize,
    new: usize,
    share: f64,
    reached: bool,
}

/// The record of a triangulation.
#[must_use]
pub fn record<'a>(shown: &Shown<'a>, warnings: &[Problem]) -> Record<'a> {
    Record {
        siap: VERSION,
        framework: framework_record(shown.framework, shown.method),
        inputs: inputs(shown.statements),
        views: shown
            .views
            .iter()
            .map(|(by, places)| ViewRecord {
                by: By::id(*by),
                places: places.iter().map(|it| place(shown, it)).collect(),
            })
            .collect(),
        coverage: shown.coverage.map(|it| CoverageRecord {
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
        saturation: shown.saturation.map(|it| SaturationRecord {
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
                    first: it
                        .first
                        .iter()
                        .map(|at| shown.framework.nodes()[*at].id())
                        .collect(),
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
        warnings: warnings.iter().map(|it| warning(it, shown.lang)).collect(),
    }
}

fn place<'a>(shown: &Shown<'a>, place: &'a Place) -> PlaceRecord<'a> {
    PlaceRecord {
        region: &place.region.name,
        code: place.region.code.as_deref(),
        wave: place.wave.as_deref(),
        stage: place.stage.map(Stage::id),
        verdicts: VERDICTS
            .iter()
            .map(|it| (it.id(), place.count(|verdict| verdict == *it)))
            .collect(),
        indicators: place.meetings.iter().map(|it| meeting(shown, it)).collect(),
    }
}

fn meeting<'a>(shown: &Shown<'a>, it: &'a Meeting) -> MeetingRecord<'a> {
    MeetingRecord {
        indicator: shown.framework.nodes()[it.node].id(),
        verdict: it.verdict.id(),
        voices: it
            .voices
            .iter()
            .map(|voice| voice_record(shown, it.node, voice))
            .collect(),
        context: rows(shown, it.node, &it.context),
    }
}

fn voice_record<'a>(shown: &Shown<'a>, node: usize, voice: &'a Voice) -> VoiceRecord<'a> {
    let source = match &voice.key {
        Key::Source(source) => Some(source),
        Key::Method(_) | Key::Wave(_) | Key::Date(_) => None,
    };
    let agencies = source.into_iter().flat_map(|it| it.speaker.agencies());
    let documents = source.into_iter().flat_map(|it| &it.documents);
    VoiceRecord {
        name: voice_id(&voice.key),
        informant: source.and_then(|it| it.speaker.informant()),
        role: source.and_then(|it| it.speaker.role()),
        agencies: agencies.map(|it| &**it).collect(),
        documents: documents.map(|it| &**it).collect(),
        level: voice.level,
        levels: &voice.levels,
        supporting: voice.supporting,
        inhibiting: voice.inhibiting,
        neutral: voice.neutral,
        statements: rows(shown, node, &voice.rows),
    }
}

fn rows<'a>(shown: &Shown<'a>, node: usize, rows: &[usize]) -> Vec<RowRecord<'a>> {
    let record = |row: &'a Statement| RowRecord {
        file: shown.statements.file(row),
        row: row.origin().row,
        id: row.id.as_deref(),
        level: crate::assess::level_of(shown.framework, node, row),
        direction: row.direction.map(Direction::id),
    };
    rows.iter()
        .map(|at| record(&shown.statements.rows()[*at]))
        .collect()
}
