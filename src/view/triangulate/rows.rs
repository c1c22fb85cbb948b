//! Rows of a triangulation: a voice on an indicator.

use schemars::JsonSchema;
use serde::Serialize;

use crate::scrutiny::triangulate::{By, Key, Meeting, Place, Voice};
use crate::statement::{Direction, Speaker, Stage, Statement};
use crate::study::Scored;
use crate::view::dataset::{Columns, Row};

use super::Triangulation;

/// A voice on an indicator of a place.
pub(super) struct VoiceRow<'a> {
    report: &'a Triangulation<'a>,
    by: By,
    place: &'a Place,
    meeting: &'a Meeting,
    /// None where an indicator has no voice.
    voice: Option<&'a Voice>,
}

/// One row for each voice on an indicator; an indicator without any has one with an empty voice.
pub(super) fn voices<'a>(report: &'a Triangulation) -> Vec<VoiceRow<'a>> {
    let mut rows = Vec::new();
    for (by, places) in &report.views {
        for place in places {
            for meeting in &place.meetings {
                let of_voices = voices_of(report, *by, place, meeting);
                if of_voices.is_empty() {
                    rows.push(VoiceRow {
                        report,
                        by: *by,
                        place,
                        meeting,
                        voice: None,
                    });
                }
                rows.extend(of_voices);
            }
        }
    }
    rows
}

/// One row for each voice on one indicator.
pub(super) fn voices_of<'a>(
    report: &'a Triangulation,
    by: By,
    place: &'a Place,
    meeting: &'a Meeting,
) -> Vec<VoiceRow<'a>> {
    let voices = meeting.voices.iter().map(|voice| VoiceRow {
        report,
        by,
        place,
        meeting,
        voice: Some(voice),
    });
    voices.collect()
}

impl VoiceRow<'_> {
    /// The name of the voice; none where rows do not say.
    fn name(&self) -> Option<String> {
        match &self.voice?.key {
            Key::Source(source) => source.speaker.shown(),
            Key::Method(name) => name.clone(),
            Key::Wave(name) => name.as_deref().map(str::to_owned),
            Key::Date(date) => date.as_deref().map(str::to_owned),
        }
    }

    fn speaker(&self) -> Option<&Speaker> {
        match &self.voice?.key {
            Key::Source(source) => Some(&source.speaker),
            Key::Method(_) | Key::Wave(_) | Key::Date(_) => None,
        }
    }

    fn agencies(&self) -> Vec<&str> {
        let agencies = self.speaker().into_iter().flat_map(Speaker::agencies);
        agencies.map(|it| &**it).collect()
    }

    fn documents(&self) -> Vec<&str> {
        match self.voice.map(|it| &it.key) {
            Some(Key::Source(source)) => source.documents.iter().map(|it| &**it).collect(),
            _ => Vec::new(),
        }
    }

    fn levels(&self) -> &[f64] {
        self.voice.map_or(&[], |it| &it.levels)
    }

    fn statements(&self) -> Vec<StatementRecord<'_>> {
        let rows = self.voice.map_or(&[][..], |it| &it.rows);
        statements(self.report, self.meeting.node, rows)
    }
}

impl Row for VoiceRow<'_> {
    const NAME: &'static str = "Voice";
    const ABOUT: &'static str = "What a source, a method or a time says of an indicator; in CSV an indicator without any \
         has one row with an empty voice.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text("view", "source, method or time", |it| Some(it.by.id()))
            .only_csv();
        to.text("region", "name of the region", |it| {
            Some(&it.place.region.name)
        })
        .only_csv();
        to.text("code", "code of the region", |it| {
            it.place.region.code.as_deref()
        })
        .only_csv();
        to.text("wave", "empty where waves are compared", |it| {
            it.place.wave.as_deref()
        })
        .only_csv();
        to.text("stage", "stage of verification", |it| {
            it.place.stage.map(Stage::id)
        })
        .only_csv();
        to.text("indicator", "id of the indicator", |it| {
            Some(it.report.scored.framework.nodes()[it.meeting.node].id())
        })
        .only_csv();
        to.text("verdict", "what the voices come to", |it| {
            Some(it.meeting.verdict.id())
        })
        .only_csv();
        to.words("voice", "its name; empty where rows do not say", Self::name)
            .only_csv();
        to.words("name", "its name; null where rows do not say", Self::name)
            .only_json();
        to.text("informant", "of a source", |it| it.speaker()?.informant())
            .only_json();
        to.text("role", "of a source", |it| it.speaker()?.role())
            .only_json();
        to.record::<Vec<String>>("agencies", "of a source", |it| Box::new(it.agencies()));
        to.record::<Vec<String>>("documents", "of a source", |it| Box::new(it.documents()));
        to.whole("statements", "how many", |it| Some(it.voice?.rows.len()))
            .only_csv();
        to.number(
            "level",
            "the mean over informants of each one's mean over coders, on the scale of the \
             indicator; null where none is given",
            |it| it.voice?.level,
        );
        to.record::<Vec<f64>>(
            "levels",
            "the different levels or numbers it gives, ascending",
            |it| Box::new(it.levels()),
        );
        to.number("level_low", "the lowest level it gives", |it| {
            it.levels().first().copied()
        })
        .only_csv();
        to.number("level_high", "the highest level it gives", |it| {
            it.levels().last().copied()
        })
        .only_csv();
        to.whole("supporting", "supporting statements", |it| {
            Some(it.voice?.supporting)
        });
        to.whole("inhibiting", "inhibiting statements", |it| {
            Some(it.voice?.inhibiting)
        });
        to.whole("neutral", "neutral statements", |it| {
            Some(it.voice?.neutral)
        });
        to.record::<Vec<StatementRecord>>("statements", "its rows", |it| Box::new(it.statements()));
        to.count("context", "context rows on the indicator", |it| {
            it.meeting.context.len()
        })
        .only_csv();
    }
}

#[derive(Serialize, JsonSchema)]
pub(super) struct StatementRecord<'a> {
    file: &'a str,
    /// Sheet of a workbook; null for a text.
    sheet: Option<&'a str>,
    /// Line of the file.
    row: usize,
    id: Option<&'a str>,
    /// On the scale of the indicator; null where the row gives none.
    level: Option<f64>,
    /// `supporting`, `inhibiting` or `neutral`; null where the row gives none.
    direction: Option<&'static str>,
}

/// The statements at the positions `rows`, which speak of `node`.
pub(super) fn statements<'a>(
    report: &'a Triangulation,
    node: usize,
    rows: &[usize],
) -> Vec<StatementRecord<'a>> {
    let Scored {
        framework,
        statements,
        ..
    } = report.scored;
    let record = |row: &'a Statement| StatementRecord {
        file: statements.file(row),
        sheet: statements.sheet(row),
        row: row.origin().row,
        id: row.id.as_deref(),
        level: crate::assess::level_of(framework, node, row),
        direction: row.direction.map(Direction::id),
    };
    let rows = rows.iter().map(|at| record(&statements.rows()[*at]));
    rows.collect()
}
