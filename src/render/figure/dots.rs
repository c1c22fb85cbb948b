//! The ranking: a dot for each region on one axis, its possible range, reference lines.
//!
//! Also draws the radar that has too few or too many spokes to be one: rows under a heading for each spoke.

use crate::text::Lang;
use crate::view::chart::{Dots, LineRole, ReferenceLine};

use crate::render::figure::dots_row::{Columns, Measured, Row};
use crate::render::figure::font::Fonts;
use crate::render::figure::reference::{self, Stem};
use crate::render::figure::scale::{Scale, drawable};
use crate::render::figure::scene::{Align, Scene, centred};
use crate::render::figure::style::{
    AXIS, GRID, INNER, LABEL, MEDIAN, MUTED, RULE, Rgb, TARGET, TICK, VALUE, words,
};

/// Room above and below the line that parts ranked from unranked rows.
const PARTING: f64 = 7.0;
/// From this many rows on the axis is repeated at the top.
const TALL: usize = 36;
/// Height of the labels of reference lines.
const LEVEL: f64 = 16.0;

/// What is laid out: [`Dots`], or the spokes of a radar as rows.
pub(crate) struct Panel<'a> {
    /// Name of the axis.
    pub(crate) axis: &'a str,
    /// Left end of the axis.
    pub(crate) min: f64,
    /// Right end of the axis.
    pub(crate) max: f64,
    /// From top to bottom.
    pub(crate) rows: Vec<Row<'a>>,
    /// Vertical lines.
    pub(crate) lines: &'a [ReferenceLine],
}

/// Lays out a ranking.
pub(crate) fn layout(dots: &Dots, lang: Lang, fonts: &Fonts) -> Scene {
    let panel = Panel {
        axis: &dots.axis,
        min: dots.min,
        max: dots.max,
        rows: dots.rows.iter().map(Row::Region).collect(),
        lines: &dots.lines,
    };
    layout_panel(&panel, lang, fonts)
}

/// Lays out rows of dots.
pub(crate) fn layout_panel(panel: &Panel<'_>, lang: Lang, fonts: &Fonts) -> Scene {
    let rows: Vec<Measured> = panel
        .rows
        .iter()
        .map(|row| Measured::new(row, fonts))
        .collect();
    let mut scene = Scene {
        width: INNER,
        ..Scene::default()
    };
    if rows.is_empty() {
        scene.text(
            words(lang).no_data,
            (0.0, 20.0),
            LABEL.in_color(MUTED),
            Align::Start,
        );
        scene.height = 28.0;
        return scene;
    }
    let lines: Vec<Line> = panel
        .lines
        .iter()
        .filter_map(|line| Line::new(line, fonts))
        .collect();
    let ends = rows
        .iter()
        .flat_map(Measured::ends)
        .chain(lines.iter().map(|line| line.value));
    let columns = Columns::new(&rows, Scale::new(panel.min, panel.max, ends));

    let stems: Vec<Stem> = lines
        .iter()
        .map(|line| Stem {
            x: columns.x(line.value),
            width: line.width,
        })
        .collect();
    let places = reference::place(&stems, 0.0, INNER);
    let levels = places
        .iter()
        .map(|place| place.level + 1)
        .max()
        .unwrap_or(0);
    let ticks = columns.scale.ticks(5, lang);

    let mut top = levels as f64 * LEVEL + 4.0;
    let tall = rows.len() >= TALL;
    if tall {
        for (value, text) in &ticks {
            let x = columns.x(*value);
            let half = fonts.width(text, TICK) / 2.0 + 3.0;
            if stems.iter().all(|stem| (stem.x - x).abs() > half) {
                scene.text(text, (x, top + 11.0), TICK, Align::Middle);
            }
        }
        top += 17.0;
    }
    let tops = row_tops(&rows, top + 4.0);
    let bottom =
        tops.last().copied().unwrap_or(top) + rows.last().map_or(0.0, |row| row.height) + 4.0;

    draw_grid(&mut scene, &columns, &ticks, top, bottom);
    for (row, row_top) in rows.iter().zip(&tops) {
        row.draw_guide(&mut scene, &columns, *row_top);
    }
    for ((line, stem), place) in lines.iter().zip(&stems).zip(&places) {
        let middle = (levels - place.level) as f64 * LEVEL - LEVEL / 2.0;
        line.draw(&mut scene, stem.x, middle - LEVEL / 2.0 + 2.0, bottom);
        scene.text(
            &line.label,
            (place.left, centred(middle, VALUE)),
            VALUE.in_color(line.color()),
            Align::Start,
        );
    }
    if let Some(parting) = parting(&rows, &tops) {
        scene.rule((0.0, parting), (INNER, parting), RULE);
    }
    let below = rows.iter().zip(&tops).skip(1);
    let gaps = below.filter(|(row, _)| row.after_gap);
    for gap in gaps.map(|(_, top)| top - PARTING) {
        scene.dashed(&[(0.0, gap), (INNER, gap)], &[2.0, 6.0], 2.0, MUTED);
    }
    for (row, row_top) in rows.iter().zip(&tops) {
        row.draw(&mut scene, &columns, *row_top, fonts);
    }
    scene.height = draw_axis(&mut scene, panel.axis, &columns, &ticks, bottom, fonts);
    scene
}

fn draw_grid(scene: &mut Scene, columns: &Columns, ticks: &[(f64, String)], top: f64, bottom: f64) {
    for (value, _) in ticks {
        let x = columns.x(*value);
        scene.rule((x, top), (x, bottom), GRID);
    }
    scene.rule((columns.left, bottom), (columns.right, bottom), RULE);
}

/// Draws numbers and name of the axis; gives the bottom.
fn draw_axis(
    scene: &mut Scene,
    name: &str,
    columns: &Columns,
    ticks: &[(f64, String)],
    bottom: f64,
    fonts: &Fonts,
) -> f64 {
    for (value, text) in ticks {
        let x = columns.x(*value);
        scene.rule((x, bottom), (x, bottom + 4.0), RULE);
        scene.text(text, (x, bottom + 17.0), TICK, Align::Middle);
    }
    let name = fonts.wrap(name, AXIS, columns.right - columns.left, 3);
    let middle = (columns.left + columns.right) / 2.0;
    scene.lines(&name.lines, (middle, bottom + 23.0), AXIS, Align::Middle)
}

/// Where the rows start.
fn row_tops(rows: &[Measured], start: f64) -> Vec<f64> {
    let mut top = start;
    let mut ranked = true;
    rows.iter()
        .enumerate()
        .map(|(index, row)| {
            if index > 0 && (ranked && !row.ranked || row.after_gap) {
                top += 2.0 * PARTING;
            }
            ranked = row.ranked;
            let here = top;
            top += row.height;
            here
        })
        .collect()
}

/// Where the line between ranked and unranked rows stands.
fn parting(rows: &[Measured], tops: &[f64]) -> Option<f64> {
    let first = rows.iter().position(|row| !row.ranked)?;
    let below_ranked = first > 0;
    tops.get(first)
        .filter(|_| below_ranked)
        .map(|top| top - PARTING)
}

/// A reference line that can be drawn.
struct Line {
    label: String,
    width: f64,
    value: f64,
    role: LineRole,
}

impl Line {
    fn new(line: &ReferenceLine, fonts: &Fonts) -> Option<Self> {
        let label = fonts.fit(&line.label, VALUE, INNER / 2.0);
        Some(Self {
            width: fonts.width(&label, VALUE),
            label,
            value: drawable(line.value)?,
            role: line.role,
        })
    }

    fn color(&self) -> Rgb {
        match self.role {
            LineRole::Target => TARGET,
            LineRole::Median => MEDIAN,
        }
    }

    fn draw(&self, scene: &mut Scene, x: f64, top: f64, bottom: f64) {
        let pattern: &[f64] = match self.role {
            LineRole::Target => &[],
            LineRole::Median => &[5.0, 3.5],
        };
        scene.dashed(&[(x, top), (x, bottom)], pattern, 1.5, self.color());
    }
}
