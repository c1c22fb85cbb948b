//! Triangulation as a plain table, for programs.

use crate::statement::Stage;
use crate::view::{Cell, Column, Table};

use super::Shown;
use crate::scrutiny::triangulate::{Key, Voice};

/// One row for each voice on an indicator; an indicator without any has one with an empty voice.
#[must_use]
pub fn rows(shown: &Shown) -> Table {
    let ids = [
        "view",
        "region",
        "code",
        "wave",
        "stage",
        "indicator",
        "verdict",
        "voice",
        "statements",
        "level",
        "level_low",
        "level_high",
        "supporting",
        "inhibiting",
        "neutral",
        "context",
    ];
    let text = |text: Option<&str>| text.map_or_else(Cell::empty, Cell::text);
    let mut rows = Vec::new();
    for (by, places) in shown.views {
        for place in places {
            for it in &place.meetings {
                let head = vec![
                    Cell::text(by.id()),
                    Cell::text(&*place.region.name),
                    text(place.region.code.as_deref()),
                    text(place.wave.as_deref()),
                    text(place.stage.map(Stage::id)),
                    Cell::text(shown.framework.nodes()[it.node].id()),
                    Cell::text(it.verdict.id()),
                ];
                let context = Cell::count(it.context.len());
                if it.voices.is_empty() {
                    let mut row = head.clone();
                    row.resize(ids.len() - 1, Cell::empty());
                    row.push(context.clone());
                    rows.push(row);
                }
                for voice in &it.voices {
                    let mut row = head.clone();
                    row.extend(cells(voice));
                    row.push(context.clone());
                    rows.push(row);
                }
            }
        }
    }
    Table {
        columns: ids.iter().map(|id| Column::text(*id, *id)).collect(),
        rows,
    }
}

fn cells(voice: &Voice) -> [Cell; 8] {
    let maybe = |value: Option<f64>| value.map_or_else(Cell::empty, |it| Cell::number(it, 0));
    [
        voice_id(&voice.key).map_or_else(Cell::empty, Cell::text),
        Cell::count(voice.rows.len()),
        maybe(voice.level),
        maybe(voice.levels.first().copied()),
        maybe(voice.levels.last().copied()),
        Cell::count(voice.supporting),
        Cell::count(voice.inhibiting),
        Cell::count(voice.neutral),
    ]
}

/// The name of a voice in files; none where rows do not say.
pub(super) fn voice_id(key: &Key) -> Option<String> {
    match key {
        Key::Source(source) => source.speaker.shown(),
        Key::Method(name) => name.clone(),
        Key::Wave(name) => name.as_deref().map(str::to_owned),
        Key::Date(date) => date.as_deref().map(str::to_owned),
    }
}
