//! Regions over waves: a slope for two waves, a line through more, a name at either end.
//!
//! What rose and what fell differ in colour and in the direction of their marker, so that a grey copy keeps the
//! difference. A wave without a score breaks the line; nothing is drawn in between.

use crate::text::Lang;
use crate::view::chart::{LineKey, LinePoint, LineSeries, LineTone, Lines};

use crate::render::figure::area::{Area, Point};
use crate::render::figure::font::Fonts;
use crate::render::figure::legend::Legend;
use crate::render::figure::lines_labels::{AWAY, End, Labels, look};
use crate::render::figure::scale::{Scale, drawable};
use crate::render::figure::scene::{self, Align, Scene, centred};
use crate::render::figure::style::{
    AXIS, BACKDROP, GRID, HEADING, INNER, LABEL, MAIN, MEDIAN, MUTED, Marker, PAPER, RULE, Rgb,
    SMALL, TARGET, TICK, Type, Weight, words,
};

/// With more series than this, those in the background have no name.
const MOST_NAMED: usize = 44;
/// Least height of the plot.
const LEAST_HEIGHT: f64 = 300.0;
/// Least width of the plot.
const LEAST_WIDTH: f64 = 230.0;
/// Least distance of two waves, unless there are very many.
const STEP: f64 = 66.0;
/// The width up to which more waves widen the plot.
const WIDEST: f64 = 1500.0;
/// Column of the numbers of the axis.
const TICKS: f64 = 34.0;
/// Dashes of a change that is not certain.
const DASHES: [f64; 2] = [6.0, 4.0];

/// Where things stand.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    scale: Scale,
    places: Vec<f64>,
}

impl Plot {
    fn x(&self, wave: usize) -> f64 {
        let place = self.places.get(wave).copied().unwrap_or(0.0);
        self.left + (self.right - self.left) * place
    }

    fn y(&self, value: f64) -> f64 {
        // Room for markers and half a label above the highest and below the lowest value.
        let (top, bottom) = (self.top + 10.0, self.bottom - 10.0);
        bottom - (bottom - top) * self.scale.part(value)
    }
}

/// Lays out the lines.
pub(crate) fn layout(lines: &Lines, lang: Lang, fonts: &Fonts) -> Scene {
    let mut scene = Scene {
        width: INNER,
        ..Scene::default()
    };
    let drawn: Vec<usize> = (0..lines.series.len())
        .filter(|at| (0..lines.waves.len()).any(|wave| value(&lines.series[*at], wave).is_some()))
        .collect();
    if drawn.is_empty() {
        let style = LABEL.in_color(MUTED);
        scene.text(words(lang).no_data, (0.0, 20.0), style, Align::Start);
        scene.height = 28.0;
        return scene;
    }
    let mut named = drawn.clone();
    if named.len() > MOST_NAMED {
        named.retain(|at| lines.series[*at].tone != LineTone::Background);
        named.truncate(MOST_NAMED);
    }
    let base = look(named.len());
    let background = named
        .iter()
        .any(|at| lines.series[*at].tone == LineTone::Background);
    let style = |series: &LineSeries| match series.tone {
        LineTone::Background => base.in_color(MUTED),
        // Among muted names those that matter stand out without colour, too.
        _ if background => Type {
            weight: Weight::Bold,
            ..base
        },
        _ => base,
    };
    let left = Labels::new(lines, &named, End::Left, style, fonts);
    let right = Labels::new(lines, &named, End::Right, style, fonts);

    let many = lines.waves.len() > 2;
    let ticks_width = if many { TICKS } else { 0.0 };
    let from = (ticks_width + left.width + AWAY).max(60.0).ceil();
    let rest = (right.width + AWAY).max(60.0).ceil();
    let steps = lines.waves.len() - 1;
    let width = LEAST_WIDTH.max((STEP * steps as f64).min(WIDEST));
    scene.width = INNER.max(from + width + rest).ceil();
    let height = LEAST_HEIGHT
        .max(left.height() + 8.0)
        .max(right.height() + 8.0);
    let values = drawn.iter().flat_map(|at| {
        let series = &lines.series[*at];
        (0..lines.waves.len()).filter_map(|wave| value(series, wave))
    });
    let mut plot = Plot {
        left: from,
        right: scene.width - rest,
        top: 0.0,
        bottom: height,
        scale: Scale::new(lines.min, lines.max, values),
        places: places(lines),
    };
    let headings = headings(lines, &plot, scene.width, fonts);
    let most = headings.iter().map(|it| it.1.len()).max().unwrap_or(0);
    let shift = most as f64 * HEADING.leading() + 6.0;
    plot.top += shift;
    plot.bottom += shift;
    draw_frame(&mut scene, lines, &plot, &headings, lang);
    for at in drawn.iter().rev() {
        draw_series(&mut scene, &lines.series[*at], lines.waves.len(), &plot);
    }
    let span = (plot.top, plot.bottom);
    left.draw(&mut scene, plot.x(0), span, |value| plot.y(value));
    let end = plot.x(lines.waves.len() - 1);
    right.draw(&mut scene, end, span, |value| plot.y(value));
    if many && !background {
        draw_values(&mut scene, lines, &named, &plot, fonts);
    }
    let name = fonts.wrap(&lines.axis, AXIS, scene.width, 2).lines;
    let bottom = scene.lines(&name, (0.0, plot.bottom + 8.0), AXIS, Align::Start);
    scene.height = draw_legend(&mut scene, lines, bottom + 6.0, fonts);
    scene
}

/// The value of a series in a wave, if it can be drawn.
fn value(series: &LineSeries, wave: usize) -> Option<f64> {
    point(series, wave).map(|(value, _)| value)
}

fn point(series: &LineSeries, wave: usize) -> Option<(f64, &LinePoint)> {
    let point = series.points.get(wave)?.as_ref()?;
    Some((drawable(point.value)?, point))
}

/// Where the waves stand, 0 to 1; at equal distances where what is asked for does not rise.
fn places(lines: &Lines) -> Vec<f64> {
    let count = lines.waves.len();
    let asked = &lines.places;
    let rising = asked.len() == count
        && asked.iter().all(|place| (0.0..=1.0).contains(place))
        && asked.windows(2).all(|pair| pair[0] < pair[1]);
    if rising {
        return asked.clone();
    }
    let last = count.saturating_sub(1).max(1) as f64;
    (0..count).map(|wave| wave as f64 / last).collect()
}

/// The names of the waves that have room, each with its place.
fn headings(lines: &Lines, plot: &Plot, width: f64, fonts: &Fonts) -> Vec<(f64, Vec<String>)> {
    let last = lines.waves.len().saturating_sub(1);
    let set = |wave: usize| {
        let x = plot.x(wave);
        let gap = |other: usize| (plot.x(other) - x).abs();
        let before = if wave > 0 { gap(wave - 1) } else { 2.0 * x };
        let after = if wave < last {
            gap(wave + 1)
        } else {
            2.0 * (width - x)
        };
        // A short name stays whole: where that has no room the name is left out.
        let short = fonts.width(&lines.waves[wave], HEADING).min(STEP) + 1.0;
        let room = (before.min(after).min(150.0) - 8.0).max(short);
        let text = fonts.balanced(&lines.waves[wave], HEADING, room, 2);
        let half = fonts.widest(text.iter().map(String::as_str), HEADING) / 2.0;
        (x, half, text)
    };
    // First and last wave always; those in between as far as they keep clear.
    let (end, end_half, end_text) = set(last);
    let mut out = Vec::new();
    let mut taken = f64::NEG_INFINITY;
    for wave in 0..last {
        let (x, half, text) = set(wave);
        let clear = x - half > taken + 4.0 && x + half + 4.0 < end - end_half;
        if wave == 0 || clear {
            taken = x + half;
            out.push((x, text));
        }
    }
    out.push((end, end_text));
    out
}

fn draw_frame(
    scene: &mut Scene,
    lines: &Lines,
    plot: &Plot,
    headings: &[(f64, Vec<String>)],
    lang: Lang,
) {
    if lines.waves.len() > 2 {
        for (value, text) in plot.scale.ticks(5, lang) {
            let y = plot.y(value);
            scene.rule((plot.left, y), (plot.right, y), GRID);
            scene.text(&text, (0.0, centred(y, TICK)), TICK, Align::Start);
        }
    }
    for wave in 0..lines.waves.len() {
        let x = plot.x(wave);
        scene.rule((x, plot.top), (x, plot.bottom), RULE);
    }
    for (x, text) in headings {
        let top = plot.top - 6.0 - text.len() as f64 * HEADING.leading();
        scene.lines(text, (*x, top), HEADING, Align::Middle);
    }
}

/// Colour, marker, radius of the marker and width of the line.
fn looks(tone: LineTone) -> (Rgb, Marker, f64, f64) {
    match tone {
        LineTone::Rose => (MAIN, Marker::Up, 4.8, 2.2),
        LineTone::Fell => (TARGET, Marker::Down, 4.8, 2.2),
        LineTone::Same => (MEDIAN, Marker::Square, 4.2, 2.0),
        LineTone::Open => (MUTED, Marker::Diamond, 4.4, 1.6),
        LineTone::Background => (BACKDROP, Marker::Circle, 2.6, 1.1),
    }
}

fn draw_series(scene: &mut Scene, series: &LineSeries, waves: usize, plot: &Plot) {
    let (color, _, _, width) = looks(series.tone);
    for wave in 1..waves {
        if let (Some(before), Some((after, point))) = (value(series, wave - 1), point(series, wave))
        {
            let ends = [
                (plot.x(wave - 1), plot.y(before)),
                (plot.x(wave), plot.y(after)),
            ];
            let pattern: &[f64] = if point.certain { &[] } else { &DASHES };
            scene.dashed(&ends, pattern, width, color);
        }
    }
    for wave in 0..waves {
        if let Some((value, point)) = point(series, wave) {
            mark(
                scene,
                (plot.x(wave), plot.y(value)),
                series.tone,
                point.ranked,
            );
        }
    }
}

fn mark(scene: &mut Scene, at: Point, tone: LineTone, ranked: bool) {
    let (color, marker, radius, _) = looks(tone);
    if ranked {
        scene.marker(marker, at, radius, color);
    } else {
        scene.disc(at, radius + 1.0, PAPER);
        scene.ring(at, radius - 0.4, 1.4, color);
    }
}

/// Writes values between the ends where neither a text nor a point of another line is in the way.
fn draw_values(scene: &mut Scene, lines: &Lines, named: &[usize], plot: &Plot, fonts: &Fonts) {
    let last = lines.waves.len() - 1;
    let mut taken: Vec<Area> = scene.texts().map(|text| scene::area(text, fonts)).collect();
    for series in &lines.series {
        for wave in 0..=last {
            if let Some(value) = value(series, wave) {
                let (x, y) = (plot.x(wave), plot.y(value));
                taken.push(Area {
                    left: x - 5.0,
                    top: y - 5.0,
                    right: x + 5.0,
                    bottom: y + 5.0,
                });
            }
        }
    }
    for at in named {
        let series = &lines.series[*at];
        if series.tone == LineTone::Background {
            continue;
        }
        for wave in 1..last {
            let Some((value, point)) = point(series, wave) else {
                continue;
            };
            let (x, y) = (plot.x(wave), plot.y(value));
            // A point without neighbours has no line that would lead to its name.
            let alone =
                self::value(series, wave - 1).is_none() && self::value(series, wave + 1).is_none();
            let text = if alone {
                format!("{}  {}", series.label, point.label)
            } else {
                point.label.clone()
            };
            let text = fonts.fit(&text, SMALL, 220.0);
            let half = fonts.width(&text, SMALL) / 2.0;
            for middle in [y - 13.0, y + 13.0] {
                let area = Area {
                    left: x - half - 2.0,
                    top: middle - 6.5,
                    right: x + half + 2.0,
                    bottom: middle + 6.5,
                };
                let inside = area.top > plot.top && area.bottom < plot.bottom;
                if inside && taken.iter().all(|other| !other.overlaps(&area)) {
                    scene.rect(area, PAPER, 0.8);
                    let at = (x, centred(middle, SMALL));
                    scene.text(&text, at, SMALL, Align::Middle);
                    taken.push(area);
                    break;
                }
            }
        }
    }
}

fn draw_legend(scene: &mut Scene, lines: &Lines, top: f64, fonts: &Fonts) -> f64 {
    const SAMPLE: f64 = 30.0;
    let mut legend = Legend::new(scene.width, top);
    for (key, text) in &lines.keys {
        let (x, y) = legend.entry(scene, text, SAMPLE, fonts);
        let ends = [(x, y), (x + SAMPLE, y)];
        let middle = (x + SAMPLE / 2.0, y);
        match key {
            LineKey::Tone(tone) => {
                let (color, _, _, width) = looks(*tone);
                scene.line(ends[0], ends[1], width, color);
                mark(scene, middle, *tone, true);
            }
            LineKey::Uncertain => scene.dashed(&ends, &DASHES, 2.0, MEDIAN),
            LineKey::Unranked => mark(scene, middle, LineTone::Same, false),
        }
    }
    legend.bottom()
}
