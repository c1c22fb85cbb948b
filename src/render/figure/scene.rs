//! The scene: what a figure consists of, in float pixels.
//!
//! Layouts fill it, [`canvas`](crate::render::figure::canvas) paints it, tests ask it where its texts stand.
//!
//! **Invariant:** every text of a scene is already cleaned (`font::clean`): the layouts get their lines from `wrap`.

use crate::render::figure::area::{Area, Point};
use crate::render::figure::font::{ASCENT, DESCENT, Fonts};
use crate::render::figure::style::{Marker, PAPER, Rgb, Type};

/// Which end of a text its place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// The place is where the text starts.
    Start,
    /// The place is the middle of the text.
    Middle,
    /// The place is where the text ends.
    End,
}

/// A line of text.
#[derive(Debug, Clone)]
pub(crate) struct TextMark {
    /// What is written.
    pub(crate) text: String,
    /// Place on the baseline.
    pub(crate) at: Point,
    /// Look.
    pub(crate) style: Type,
    /// Which end is at the place.
    pub(crate) align: Align,
    /// Whether it runs upwards.
    pub(crate) turned: bool,
}

/// Something drawn.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    /// A line through points.
    Path {
        /// The points.
        points: Vec<Point>,
        /// Line width.
        width: f64,
        /// Colour.
        color: Rgb,
    },
    /// A filled polygon.
    Polygon {
        /// The corners.
        points: Vec<Point>,
        /// Colour.
        color: Rgb,
        /// Opacity, 0–1.
        alpha: f64,
    },
    /// A filled rectangle.
    Rect {
        /// Upper left corner.
        from: Point,
        /// Lower right corner.
        to: Point,
        /// Colour.
        color: Rgb,
        /// Opacity, 0–1.
        alpha: f64,
    },
    /// A filled circle.
    Disc {
        /// Centre.
        centre: Point,
        /// Radius.
        radius: f64,
        /// Colour.
        color: Rgb,
    },
    /// A line of text.
    Text(TextMark),
}

/// A figure or a part of it: marks in drawing order, within a size.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scene {
    /// Width in pixels.
    pub(crate) width: f64,
    /// Height in pixels.
    pub(crate) height: f64,
    /// What is drawn, from back to front.
    pub(crate) marks: Vec<Mark>,
}

impl Scene {
    /// Draws a line.
    pub(crate) fn line(&mut self, from: Point, to: Point, width: f64, color: Rgb) {
        self.path(vec![from, to], width, color);
    }

    /// Draws a horizontal or vertical line on the pixel grid, where it is crisp.
    pub(crate) fn rule(&mut self, from: Point, to: Point, color: Rgb) {
        let snap = |at: Point| (at.0.floor() + 0.5, at.1.floor() + 0.5);
        self.line(snap(from), snap(to), 1.0, color);
    }

    /// Draws a line through points.
    pub(crate) fn path(&mut self, points: Vec<Point>, width: f64, color: Rgb) {
        if points.len() > 1 {
            self.marks.push(Mark::Path {
                points,
                width,
                color,
            });
        }
    }

    /// Draws a dashed line through points; `pattern` alternates dash and gap lengths, empty is solid.
    pub(crate) fn dashed(&mut self, points: &[Point], pattern: &[f64], width: f64, color: Rgb) {
        for points in dashes(points, pattern) {
            self.path(points, width, color);
        }
    }

    /// Fills a polygon.
    pub(crate) fn polygon(&mut self, points: Vec<Point>, color: Rgb, alpha: f64) {
        self.marks.push(Mark::Polygon {
            points,
            color,
            alpha,
        });
    }

    /// Fills a rectangle.
    pub(crate) fn rect(&mut self, area: Area, color: Rgb, alpha: f64) {
        self.marks.push(Mark::Rect {
            from: (area.left, area.top),
            to: (area.right, area.bottom),
            color,
            alpha,
        });
    }

    /// Draws the edge of a rectangle.
    pub(crate) fn outline(&mut self, area: Area, width: f64, color: Rgb) {
        let Area {
            left,
            top,
            right,
            bottom,
        } = area;
        let corners = vec![
            (left, top),
            (right, top),
            (right, bottom),
            (left, bottom),
            (left, top),
        ];
        self.path(corners, width, color);
    }

    /// Fills a circle.
    pub(crate) fn disc(&mut self, centre: Point, radius: f64, color: Rgb) {
        self.marks.push(Mark::Disc {
            centre,
            radius,
            color,
        });
    }

    /// Draws a circle with a white centre.
    pub(crate) fn ring(&mut self, centre: Point, radius: f64, width: f64, color: Rgb) {
        self.disc(centre, radius + width / 2.0, color);
        self.disc(centre, radius - width / 2.0, PAPER);
    }

    /// Draws a marker with a thin white edge, which keeps it apart from what lies under it.
    pub(crate) fn marker(&mut self, marker: Marker, centre: Point, radius: f64, color: Rgb) {
        const EDGE: f64 = 1.0;
        match marker {
            Marker::Circle => {
                self.disc(centre, radius + EDGE, PAPER);
                self.disc(centre, radius, color);
            }
            Marker::Ring => {
                self.disc(centre, radius + EDGE, PAPER);
                self.ring(centre, radius - 0.8, 1.6, color);
            }
            _ => {
                self.polygon(shape(marker, centre, radius + EDGE * 1.3), PAPER, 1.0);
                self.polygon(shape(marker, centre, radius), color, 1.0);
            }
        }
    }

    /// Writes a line with `at` on its baseline.
    pub(crate) fn text(&mut self, text: &str, at: Point, style: Type, align: Align) {
        self.push_text(text, at, style, align, false);
    }

    /// Writes a line running upwards, `at` on its baseline.
    pub(crate) fn turned_text(&mut self, text: &str, at: Point, style: Type, align: Align) {
        self.push_text(text, at, style, align, true);
    }

    fn push_text(&mut self, text: &str, at: Point, style: Type, align: Align, turned: bool) {
        if !text.is_empty() {
            self.marks.push(Mark::Text(TextMark {
                text: text.to_owned(),
                at,
                style,
                align,
                turned,
            }));
        }
    }

    /// Writes lines below each other, the first with its top at `at`; gives the bottom of the last.
    pub(crate) fn lines(&mut self, lines: &[String], at: Point, style: Type, align: Align) -> f64 {
        let mut baseline = at.1 + first_baseline(style);
        for line in lines {
            self.text(line, (at.0, baseline), style, align);
            baseline += style.leading();
        }
        at.1 + style.leading() * lines.len() as f64
    }

    /// Adds the marks of another scene, moved.
    pub(crate) fn append(&mut self, other: Self, dx: f64, dy: f64) {
        let moved = |at: Point| (at.0 + dx, at.1 + dy);
        for mut mark in other.marks {
            match &mut mark {
                Mark::Path { points, .. } | Mark::Polygon { points, .. } => {
                    for point in points {
                        *point = moved(*point);
                    }
                }
                Mark::Rect { from, to, .. } => {
                    *from = moved(*from);
                    *to = moved(*to);
                }
                Mark::Disc { centre, .. } => *centre = moved(*centre),
                Mark::Text(text) => text.at = moved(text.at),
            }
            self.marks.push(mark);
        }
    }

    /// The texts in drawing order.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &TextMark> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Text(text) => Some(text),
            _ => None,
        })
    }
}

/// The room a text takes.
pub(crate) fn area(text: &TextMark, fonts: &Fonts) -> Area {
    let width = fonts.width(&text.text, text.style);
    let start = match text.align {
        Align::Start => 0.0,
        Align::Middle => -width / 2.0,
        Align::End => -width,
    };
    let (above, below) = (text.style.size * ASCENT, text.style.size * DESCENT);
    let (x, y) = text.at;
    if text.turned {
        Area {
            left: x - above,
            top: y - start - width,
            right: x + below,
            bottom: y - start,
        }
    } else {
        Area {
            left: x + start,
            top: y - above,
            right: x + start + width,
            bottom: y + below,
        }
    }
}

/// Baseline that centres one line of text on `middle`.
pub(crate) fn centred(middle: f64, style: Type) -> f64 {
    // Figures and capitals are 0.73 em high: half of that below the middle looks centred.
    middle + style.size * 0.365
}

/// From the top of a block of lines to its first baseline: capitals stand in the middle of each line.
pub(crate) fn first_baseline(style: Type) -> f64 {
    centred(style.leading() / 2.0, style)
}

/// Corners of a marker.
fn shape(marker: Marker, centre: Point, radius: f64) -> Vec<Point> {
    let (x, y) = centre;
    let corner = |dx: f64, dy: f64| (x + dx * radius, y + dy * radius);
    match marker {
        Marker::Up => vec![corner(0.0, -1.15), corner(1.05, 0.75), corner(-1.05, 0.75)],
        Marker::Down => vec![corner(0.0, 1.15), corner(1.05, -0.75), corner(-1.05, -0.75)],
        Marker::Diamond => vec![
            corner(0.0, -1.25),
            corner(1.25, 0.0),
            corner(0.0, 1.25),
            corner(-1.25, 0.0),
        ],
        Marker::Square | Marker::Circle | Marker::Ring => {
            vec![
                corner(-0.9, -0.9),
                corner(0.9, -0.9),
                corner(0.9, 0.9),
                corner(-0.9, 0.9),
            ]
        }
    }
}

/// The pieces of a line that a dash pattern leaves visible; corners inside a dash stay corners.
fn dashes(points: &[Point], pattern: &[f64]) -> Vec<Vec<Point>> {
    let period: f64 = pattern.iter().sum();
    let length: f64 = points
        .windows(2)
        .map(|pair| distance(pair[0], pair[1]))
        .sum();
    // A line of more dashes than this is not a line of a figure; drawing it solid keeps the output small.
    if pattern.len() < 2 || period < 0.1 || length / period > 5000.0 {
        return vec![points.to_vec()];
    }
    let mut pieces = Vec::new();
    let mut piece: Vec<Point> = points.first().copied().into_iter().collect();
    let mut index = 0;
    let mut left = pattern[0];
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut rest = distance(from, to);
        while rest > left {
            let part = left / rest;
            from = (
                from.0 + (to.0 - from.0) * part,
                from.1 + (to.1 - from.1) * part,
            );
            rest -= left;
            if index % 2 == 0 {
                piece.push(from);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![from];
            }
            index = (index + 1) % (pattern.len() / 2 * 2);
            left = pattern[index].max(0.05);
        }
        left -= rest;
        if index % 2 == 0 {
            piece.push(to);
        }
    }
    if index % 2 == 0 {
        pieces.push(piece);
    }
    pieces
}

fn distance(from: Point, to: Point) -> f64 {
    (to.0 - from.0).hypot(to.1 - from.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_cover_their_share_and_keep_corners() {
        let corner = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)];
        let pieces = dashes(&corner, &[6.0, 3.0]);
        assert_eq!(pieces.len(), 3);
        assert_eq!(pieces[1], vec![(9.0, 0.0), (10.0, 0.0), (10.0, 5.0)]);
        assert_eq!(dashes(&corner, &[]), vec![corner.to_vec()]);
    }

    #[test]
    fn turned_text_runs_upwards_from_its_place() {
        let fonts = Fonts::load().expect("embedded fonts");
        let mut scene = Scene::default();
        scene.turned_text(
            "Teknologi",
            (50.0, 100.0),
            crate::render::figure::style::LABEL,
            Align::Start,
        );
        let text = scene.texts().next().expect("one text");
        let area = area(text, &fonts);
        assert!((area.bottom - 100.0).abs() < 1e-9 && area.top < 60.0);
        assert!(area.left < 50.0 && area.right > 50.0);
    }
}
