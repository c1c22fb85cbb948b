//! Radar: groups per region on spokes, up to six regions over each other.
//!
//! More regions become small radars side by side (`radar_grid`). Fewer than three spokes make no shape, and more than
//! [`MOST_SPOKES`] cannot be told apart: those become rows of dots under a heading for each spoke.

use crate::text::{Lang, number};
use crate::view::chart::{DotRow, Radar, Series};

use crate::render::figure::area::{Area, Point};
use crate::render::figure::dots::{self, Panel};
use crate::render::figure::dots_row::Row;
use crate::render::figure::font::{Fonts, clean};
use crate::render::figure::legend;
use crate::render::figure::overlap;
use crate::render::figure::radar_grid;
use crate::render::figure::scale::drawable;
use crate::render::figure::scene::{Align, Scene, centred};
use crate::render::figure::spokes::{self, Labels, Stand, Web};
use crate::render::figure::style::{
    HEADING, INNER, LABEL, MUTED, OVERLAID, PAPER, SERIES, SMALL, TICK, words,
};

/// Most spokes of a radar.
const MOST_SPOKES: usize = 60;
/// Largest and smallest distance of the rim.
const RADII: (f64, f64) = (192.0, 118.0);
/// Widest name of a spoke before it is broken.
const SPOKE_WIDTH: f64 = 132.0;
/// Length of a line sample in the legend.
const SAMPLE: f64 = 38.0;
/// Widest text of the legend.
const LEGEND_WIDTH: f64 = 196.0;
/// Between radar and legend.
const GUTTER: f64 = 30.0;
/// First mark of a missing value, and the distance between marks, beyond the rim.
const MARK: (f64, f64) = (12.0, 10.0);

/// Lays out a radar in the form that fits its numbers of spokes and regions.
pub(crate) fn layout(radar: &Radar, lang: Lang, fonts: &Fonts) -> Scene {
    if !(3..=MOST_SPOKES).contains(&radar.spokes.len()) {
        rows(radar, lang, fonts)
    } else if radar.series.len() > OVERLAID {
        radar_grid::layout(radar, lang, fonts)
    } else {
        overlaid(radar, lang, fonts)
    }
}

/// Rows of dots under a heading for each spoke.
fn rows(radar: &Radar, lang: Lang, fonts: &Fonts) -> Scene {
    let scale = spokes::scale(radar);
    let decimals = if scale.max - scale.min >= 20.0 { 1 } else { 2 };
    let row = |series: &Series, spoke: usize| {
        let value = series
            .values
            .get(spoke)
            .copied()
            .flatten()
            .and_then(drawable);
        DotRow {
            // A double space would be read as the end of a rank.
            label: clean(&series.label),
            value,
            value_label: value.map_or_else(
                || words(lang).no_data.to_owned(),
                |value| number(value, decimals, lang),
            ),
            range: None,
            ranked: true,
            after_gap: false,
        }
    };
    let groups: Vec<(&String, Vec<DotRow>)> = radar
        .spokes
        .iter()
        .enumerate()
        .map(|(index, spoke)| {
            (
                spoke,
                radar
                    .series
                    .iter()
                    .map(|series| row(series, index))
                    .collect(),
            )
        })
        .collect();
    let rows = groups
        .iter()
        .flat_map(|(spoke, rows)| {
            std::iter::once(Row::Heading(spoke)).chain(rows.iter().map(Row::Region))
        })
        .collect();
    let panel = Panel {
        axis: "",
        min: radar.min,
        max: radar.max,
        rows,
        lines: &[],
    };
    dots::layout_panel(&panel, lang, fonts)
}

/// All regions in one radar, with the legend at its side.
fn overlaid(radar: &Radar, lang: Lang, fonts: &Fonts) -> Scene {
    let count = radar.spokes.len();
    let values: Vec<Vec<Option<f64>>> = radar
        .series
        .iter()
        .map(|series| spokes::values(series, count))
        .collect();
    let missing: Vec<usize> = (0..count)
        .map(|spoke| {
            values
                .iter()
                .filter(|values| values[spoke].is_none())
                .count()
        })
        .collect();
    let legend = legend_of(radar, &web_of(radar, RADII.0), &values, lang, fonts);
    let room = INNER - legend.width - GUTTER;

    let gaps: Vec<f64> = missing
        .iter()
        .map(|count| {
            if *count == 0 {
                12.0
            } else {
                MARK.0 + MARK.1 * *count as f64 + 3.0
            }
        })
        .collect();
    let (mut web, labels) = web_and_labels(radar, &gaps, room, fonts);
    let area = labels.area(&web, fonts);
    let height = (area.bottom - area.top).max(legend.height);
    let spare_width = (room - (area.right - area.left)).max(0.0) / 2.0;
    let spare_height = (height - (area.bottom - area.top)) / 2.0;
    let (dx, dy) = (spare_width - area.left, spare_height - area.top);
    web.centre = (dx, dy);

    let mut scene = Scene {
        width: INNER,
        height,
        ..Scene::default()
    };
    let rings = web.scale.ticks(4, lang);
    let numbers = RingNumbers::new(&web, &rings, &values, fonts);
    web.draw_rings(&mut scene, &rings);
    numbers.clear(&mut scene);
    web.draw_spokes(&mut scene);
    draw_missing(&mut scene, &web, &values);
    overlap::draw(&mut scene, &web, &values);
    // Above the series, on a veil: a number hidden among lines would make the scale a guess.
    numbers.draw(&mut scene);
    labels.draw(&mut scene, (dx, dy));
    let middle = (height - legend.height) / 2.0;
    scene.append(legend, room + GUTTER, middle.max(0.0));
    if labels.numbered {
        let names: Vec<String> = radar.spokes.iter().map(|spoke| clean(spoke)).collect();
        let key = legend::key(&names, INNER, fonts);
        scene.height += 16.0;
        let (top, key_height) = (scene.height, key.height);
        scene.append(key, 0.0, top);
        scene.height += key_height;
    }
    scene
}

/// The largest radar around the origin that fits into `room`; its spokes are numbered where their names do not fit.
fn web_and_labels(radar: &Radar, gaps: &[f64], room: f64, fonts: &Fonts) -> (Web, Labels) {
    let mut radius = RADII.0;
    while radius >= RADII.1 {
        let web = web_of(radar, radius);
        let labels = Labels::named(
            &web,
            &radar.spokes,
            gaps,
            HEADING,
            (SPOKE_WIDTH, 4),
            Stand::Beside,
            fonts,
        );
        let area = labels.area(&web, fonts);
        if labels.readable(fonts) && area.right - area.left <= room {
            return (web, labels);
        }
        radius -= 6.0;
    }
    let web = web_of(radar, RADII.0.min(room / 2.0 - 30.0).max(RADII.1));
    let labels = Labels::numbered(&web, gaps, HEADING);
    (web, labels)
}

/// A radar around the origin.
fn web_of(radar: &Radar, radius: f64) -> Web {
    Web {
        centre: (0.0, 0.0),
        radius,
        spokes: radar.spokes.len(),
        scale: spokes::scale(radar),
    }
}

/// Marks beyond the rim, one for each series without a value on the spoke.
fn draw_missing(scene: &mut Scene, web: &Web, values: &[Vec<Option<f64>>]) {
    for spoke in 0..web.spokes {
        let without = values
            .iter()
            .zip(&SERIES)
            .filter(|(values, _)| values[spoke].is_none());
        for (place, (_, style)) in without.enumerate() {
            let at = web.at(spoke, web.radius + MARK.0 + MARK.1 * place as f64);
            scene.ring(at, 3.4, 1.5, style.color);
        }
    }
}

/// The numbers of the rings beside the first spoke.
struct RingNumbers {
    texts: Vec<(String, Point)>,
    align: Align,
    grounds: Vec<Area>,
}

impl RingNumbers {
    /// On the side where fewer lines of the series run through them.
    fn new(web: &Web, rings: &[(f64, String)], values: &[Vec<Option<f64>>], fonts: &Fonts) -> Self {
        let left = Self::on(web, rings, Align::End, fonts);
        let right = Self::on(web, rings, Align::Start, fonts);
        if right.crossings(web, values) < left.crossings(web, values) {
            right
        } else {
            left
        }
    }

    fn on(web: &Web, rings: &[(f64, String)], align: Align, fonts: &Fonts) -> Self {
        let side = if align == Align::End { -9.0 } else { 9.0 };
        let mut numbers = Self {
            texts: Vec::new(),
            align,
            grounds: Vec::new(),
        };
        for (value, text) in rings {
            let (x, y) = web.vertex(0, *value);
            let start = x + side;
            let end = start + side.signum() * fonts.width(text, TICK);
            numbers
                .texts
                .push((text.clone(), (start, centred(y, TICK))));
            numbers.grounds.push(Area {
                left: start.min(end) - 2.0,
                top: y - 6.5,
                right: start.max(end) + 2.0,
                bottom: y + 6.5,
            });
        }
        numbers
    }

    fn crossings(&self, web: &Web, values: &[Vec<Option<f64>>]) -> usize {
        const STEPS: usize = 40;
        let runs = values.iter().flat_map(|values| web.runs(values));
        let lines: Vec<Point> = runs
            .flat_map(|run| {
                let between = |pair: &[Point], step: usize| {
                    let part = step as f64 / STEPS as f64;
                    (
                        pair[0].0 + (pair[1].0 - pair[0].0) * part,
                        pair[0].1 + (pair[1].1 - pair[0].1) * part,
                    )
                };
                run.windows(2)
                    .flat_map(|pair| (0..=STEPS).map(move |step| between(pair, step)))
                    .collect::<Vec<_>>()
            })
            .collect();
        lines
            .iter()
            .filter(|at| self.grounds.iter().any(|ground| ground.holds(**at)))
            .count()
    }

    /// Clears the grid behind the numbers.
    fn clear(&self, scene: &mut Scene) {
        for ground in &self.grounds {
            scene.rect(*ground, PAPER, 1.0);
        }
    }

    fn draw(&self, scene: &mut Scene) {
        for ground in &self.grounds {
            let tight = Area {
                top: ground.top + 1.5,
                bottom: ground.bottom - 1.5,
                ..*ground
            };
            scene.rect(tight, PAPER, 0.72);
        }
        for (text, at) in &self.texts {
            scene.text(text, *at, TICK, self.align);
        }
    }
}

/// Samples and names of the series, and what each is missing.
fn legend_of(
    radar: &Radar,
    web: &Web,
    values: &[Vec<Option<f64>>],
    lang: Lang,
    fonts: &Fonts,
) -> Scene {
    let mut scene = Scene::default();
    let left = SAMPLE + 10.0;
    let mut top = 0.0;
    let mut widest: f64 = 0.0;
    for ((series, values), style) in radar.series.iter().zip(values).zip(&SERIES) {
        let lines = fonts.wrap(&series.label, LABEL, LEGEND_WIDTH, 3).lines;
        let middle = top + LABEL.leading() / 2.0;
        scene.dashed(
            &[(0.0, middle), (SAMPLE, middle)],
            style.dash,
            style.width,
            style.color,
        );
        scene.marker(
            style.marker,
            (SAMPLE / 2.0, middle),
            style.radius,
            style.color,
        );
        widest = widest.max(fonts.widest(lines.iter().map(String::as_str), LABEL));
        top = scene
            .lines(&lines, (left, top), LABEL, Align::Start)
            .max(top + LABEL.leading());

        let missing: Vec<String> = radar
            .spokes
            .iter()
            .zip(values)
            .filter(|(_, value)| value.is_none())
            .map(|(spoke, _)| clean(spoke))
            .collect();
        if !missing.is_empty() {
            let style_of_note = SMALL.in_color(MUTED);
            let text = format!("{}: {}", words(lang).no_data, missing.join(", "));
            let lines = fonts.wrap(&text, style_of_note, LEGEND_WIDTH, 4).lines;
            widest = widest.max(fonts.widest(lines.iter().map(String::as_str), style_of_note));
            scene.ring(
                (SAMPLE / 2.0, top + SMALL.leading() / 2.0),
                3.4,
                1.5,
                style.color,
            );
            top = scene.lines(&lines, (left, top), style_of_note, Align::Start);
        }
        top += 10.0;
    }
    let shared = overlap::draw(&mut Scene::default(), web, values);
    if !shared.is_empty() {
        let style = SMALL.in_color(MUTED);
        let lines = fonts.wrap(words(lang).shared, style, LEGEND_WIDTH, 3).lines;
        let middle = top + SMALL.leading() / 2.0;
        overlap::sample(&mut scene, (0.0, middle), (SAMPLE, middle), &shared);
        widest = widest.max(fonts.widest(lines.iter().map(String::as_str), style));
        top = scene.lines(&lines, (left, top), style, Align::Start) + 10.0;
    }
    scene.width = if widest > 0.0 { left + widest } else { 0.0 };
    scene.height = (top - 10.0).max(0.0);
    scene
}
