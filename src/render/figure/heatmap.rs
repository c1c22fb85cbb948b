//! Heatmap: region × indicator, the level written in each cell.

use crate::text::Lang;
use crate::view::chart::{HeatCell, Heatmap, Missing};

use crate::render::figure::area::Area;
use crate::render::figure::font::Fonts;
use crate::render::figure::heatmap_columns::Columns;
use crate::render::figure::legend::Legend;
use crate::render::figure::scene::{Align, Scene, centred};
use crate::render::figure::style::{
    CELL, GRID, HATCH, INNER, LABEL, MUTED, PAPER, Rgb, luminance, shade, text_on, words,
};

/// Widest column of region names.
const WIDEST_NAME: f64 = 256.0;
/// Between names and cells.
const GUTTER: f64 = 10.0;
/// Least height of a row.
const ROW: f64 = 24.0;
/// White between cells.
const SEAM: f64 = 1.0;
/// Widest text of a cell that is given a line of its own.
const WIDEST_CELL: f64 = 96.0;
/// Distance of the lines of a hatching.
const HATCHING: f64 = 5.0;

/// Lays out a heatmap.
pub(crate) fn layout(heatmap: &Heatmap, lang: Lang, fonts: &Fonts) -> Scene {
    let mut scene = Scene {
        width: INNER,
        ..Scene::default()
    };
    if heatmap.rows.is_empty() || heatmap.columns.is_empty() {
        scene.text(
            words(lang).no_data,
            (0.0, 20.0),
            LABEL.in_color(MUTED),
            Align::Start,
        );
        scene.height = 28.0;
        return scene;
    }
    let names: Vec<Vec<String>> = heatmap
        .rows
        .iter()
        .map(|row| fonts.wrap(&row.label, LABEL, WIDEST_NAME, 2).lines)
        .collect();
    let name_width = fonts.widest(names.iter().flatten().map(String::as_str), LABEL);
    let content = cells(heatmap)
        .map(|cell| match cell {
            HeatCell::Level { label, .. } => fonts.width(label.trim(), CELL).min(WIDEST_CELL),
            HeatCell::Missing(_) | HeatCell::NotApplicable => 0.0,
        })
        .fold(0.0, f64::max);
    let columns = Columns::new(&heatmap.columns, name_width + GUTTER, content + 10.0, fonts);
    scene.width = columns.right().max(INNER);

    let mut top = draw_legend(&mut scene, heatmap, fonts) + 10.0;
    columns.draw(&mut scene, top);
    top += columns.height();
    for (row, name) in heatmap.rows.iter().zip(&names) {
        let texts: Vec<Vec<String>> = (0..columns.count())
            .map(|index| match row.cells.get(index) {
                Some(HeatCell::Level { label, .. }) => {
                    fonts.wrap(label, CELL, columns.cell - 6.0, 2).lines
                }
                _ => Vec::new(),
            })
            .collect();
        let lines = texts.iter().map(Vec::len).max().unwrap_or(0) as f64;
        let height = ROW
            .max(lines * CELL.leading() + 8.0)
            .max(name.len() as f64 * LABEL.leading() + 6.0)
            .ceil();
        let middle = top + height / 2.0;
        let name_top = middle - name.len() as f64 * LABEL.leading() / 2.0;
        scene.lines(name, (0.0, name_top), LABEL, Align::Start);
        for (index, text) in texts.iter().enumerate() {
            let left = columns.left(index);
            let area = Area {
                left: left + SEAM,
                top: top + SEAM,
                right: left + columns.cell - SEAM,
                bottom: top + height - SEAM,
            };
            // A row shorter than the heading has no data there; drawing it empty would say "does not apply".
            draw_cell(
                &mut scene,
                row.cells
                    .get(index)
                    .unwrap_or(&HeatCell::Missing(Missing::NoStatement)),
                text,
                area,
            );
        }
        top += height;
    }
    scene.height = top;
    scene
}

fn cells(heatmap: &Heatmap) -> impl Iterator<Item = &HeatCell> {
    let count = heatmap.columns.len();
    heatmap.rows.iter().flat_map(move |row| {
        let short = count.saturating_sub(row.cells.len());
        row.cells.iter().take(count).chain(std::iter::repeat_n(
            &HeatCell::Missing(Missing::NoStatement),
            short,
        ))
    })
}

fn draw_cell(scene: &mut Scene, cell: &HeatCell, text: &[String], area: Area) {
    let middle = (
        (area.left + area.right) / 2.0,
        (area.top + area.bottom) / 2.0,
    );
    match cell {
        HeatCell::Level { shade: value, .. } => {
            let ground = match value {
                Some(value) => draw_shade(scene, *value, area),
                None => {
                    scene.outline(inset(area), 1.0, GRID);
                    PAPER
                }
            };
            let style = CELL.in_color(text_on(ground));
            let height = text.len() as f64 * CELL.leading();
            if let [line] = text {
                scene.text(
                    line,
                    (middle.0, centred(middle.1, style)),
                    style,
                    Align::Middle,
                );
            } else {
                scene.lines(
                    text,
                    (middle.0, middle.1 - height / 2.0),
                    style,
                    Align::Middle,
                );
            }
        }
        HeatCell::Missing(why) => draw_missing(scene, *why, area),
        HeatCell::NotApplicable => {
            scene.outline(inset(area), 1.0, GRID);
            scene.text(
                "–",
                (middle.0, centred(middle.1, CELL)),
                CELL.in_color(MUTED),
                Align::Middle,
            );
        }
    }
}

/// Fills a cell; pale ones get an edge, or they would vanish on white. Gives the colour.
fn draw_shade(scene: &mut Scene, value: f64, area: Area) -> Rgb {
    let ground = if value.is_nan() { PAPER } else { shade(value) };
    scene.rect(area, ground, 1.0);
    if luminance(ground) > 0.8 {
        scene.outline(inset(area), 1.0, shade(0.25));
    }
    ground
}

/// Hatches a cell, each way of missing in its own way: no statement one way, no level crosswise, no
/// score the other way; what was not checked has a question mark.
fn draw_missing(scene: &mut Scene, why: Missing, area: Area) {
    match why {
        Missing::NoStatement => draw_hatching(scene, area),
        Missing::NoLevel => {
            draw_hatching(scene, area);
            draw_counter_hatching(scene, area);
        }
        Missing::NotChecked => {
            scene.outline(inset(area), 1.0, HATCH);
            let middle = (area.left + area.right) / 2.0;
            let height = centred((area.top + area.bottom) / 2.0, CELL);
            scene.text("?", (middle, height), CELL.in_color(MUTED), Align::Middle);
        }
        Missing::NoScore => {
            draw_counter_hatching(scene, area);
            scene.outline(inset(area), 1.0, HATCH);
        }
    }
}

fn draw_counter_hatching(scene: &mut Scene, area: Area) {
    let Area {
        left,
        top,
        right,
        bottom,
    } = area;
    let mut difference = ((left - bottom) / HATCHING).floor() * HATCHING + HATCHING;
    while difference < right - top {
        let from = left.max(difference + top);
        let to = right.min(difference + bottom);
        if to > from {
            scene.line((from, from - difference), (to, to - difference), 0.8, HATCH);
        }
        difference += HATCHING;
    }
}

fn draw_hatching(scene: &mut Scene, area: Area) {
    let Area {
        left,
        top,
        right,
        bottom,
    } = area;
    let mut sum = ((left + top) / HATCHING).floor() * HATCHING + HATCHING;
    while sum < right + bottom {
        let from = left.max(sum - bottom);
        let to = right.min(sum - top);
        if to > from {
            scene.line((from, sum - from), (to, sum - to), 0.8, HATCH);
        }
        sum += HATCHING;
    }
    scene.outline(inset(area), 1.0, HATCH);
}

/// The middle of an edge of one pixel drawn inside `area`.
fn inset(area: Area) -> Area {
    Area {
        left: area.left + 0.5,
        top: area.top + 0.5,
        right: area.right - 0.5,
        bottom: area.bottom - 0.5,
    }
}

/// Draws the shades, and missing and not applicable where they occur; gives the bottom.
fn draw_legend(scene: &mut Scene, heatmap: &Heatmap, fonts: &Fonts) -> f64 {
    const SAMPLE: f64 = 22.0;
    let mut legend = Legend::new(scene.width, 0.0);
    let sample = |(x, y): (f64, f64)| Area {
        left: x,
        top: (y - 7.0).floor(),
        right: x + SAMPLE,
        bottom: (y - 7.0).floor() + 14.0,
    };
    for (label, value) in &heatmap.legend {
        let place = legend.entry(scene, label, SAMPLE, fonts);
        draw_shade(scene, *value, sample(place));
    }
    for (why, label) in &heatmap.missing {
        if cells(heatmap).any(|cell| *cell == HeatCell::Missing(*why)) {
            let place = legend.entry(scene, label, SAMPLE, fonts);
            draw_missing(scene, *why, sample(place));
        }
    }
    if cells(heatmap).any(|cell| *cell == HeatCell::NotApplicable) {
        let place = legend.entry(scene, &heatmap.not_applicable_label, SAMPLE, fonts);
        draw_cell(scene, &HeatCell::NotApplicable, &[], sample(place));
    }
    if legend.bottom() > 0.0 {
        legend.bottom() + 5.0
    } else {
        0.0
    }
}
