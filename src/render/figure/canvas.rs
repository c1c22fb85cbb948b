//! Painting a scene on any plotters backend.
//!
//! plotters' coordinates are integers. A scene is painted at [`UNITS`] units per pixel and the backends scale down, so
//! that curves and letters do not sit on the pixel grid.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{
    Color as _, FontDesc, FontFamily, FontStyle, FontTransform, RGBColor, ShapeStyle, TextStyle,
};
use plotters_backend::BackendColor;

use crate::render::figure::area::Point;
use crate::render::figure::font::FAMILY;
use crate::render::figure::scene::{Align, Mark, Scene, TextMark};
use crate::render::figure::style::{PAPER, Rgb, Weight};

/// Backend units per pixel.
pub(crate) const UNITS: f64 = 10.0;

/// plotters' SVG backend divides font sizes by this.
pub(crate) const PLOTTERS_EM: f64 = 1.24;
/// plotters' SVG backend sets a text anchored at its top this many ems above its baseline.
pub(crate) const PLOTTERS_ASCENT: f64 = 0.76;

/// Paints a scene on white.
pub(crate) fn paint<B: DrawingBackend>(scene: &Scene, backend: &mut B) -> Result<(), String> {
    paint_marks(scene, backend).map_err(|error| error.to_string())
}

fn paint_marks<B: DrawingBackend>(
    scene: &Scene,
    backend: &mut B,
) -> Result<(), plotters_backend::DrawingErrorKind<B::ErrorType>> {
    backend.ensure_prepared()?;
    let paper = shape_style(PAPER, 1.0, 0.0);
    backend.draw_rect(
        (0, 0),
        unit_point((scene.width, scene.height)),
        &paper,
        true,
    )?;
    for mark in &scene.marks {
        match mark {
            Mark::Path {
                points,
                width,
                color,
            } => {
                let style = shape_style(*color, 1.0, *width);
                backend.draw_path(points.iter().copied().map(unit_point), &style)?;
            }
            Mark::Polygon {
                points,
                color,
                alpha,
            } => {
                let style = shape_style(*color, *alpha, 0.0);
                backend.fill_polygon(points.iter().copied().map(unit_point), &style)?;
            }
            Mark::Rect {
                from,
                to,
                color,
                alpha,
            } => {
                let style = shape_style(*color, *alpha, 0.0);
                backend.draw_rect(unit_point(*from), unit_point(*to), &style, true)?;
            }
            Mark::Disc {
                centre,
                radius,
                color,
            } => {
                let style = shape_style(*color, 1.0, 0.0);
                backend.draw_circle(
                    unit_point(*centre),
                    units(*radius).unsigned_abs(),
                    &style,
                    true,
                )?;
            }
            Mark::Text(text) => {
                backend.draw_text(&text.text, &text_style(text), text_place(text))?;
            }
        }
    }
    backend.present()
}

fn units(pixels: f64) -> i32 {
    (pixels * UNITS).round() as i32
}

fn unit_point(at: Point) -> (i32, i32) {
    (units(at.0), units(at.1))
}

fn shape_style(color: Rgb, alpha: f64, width: f64) -> ShapeStyle {
    ShapeStyle {
        color: RGBColor(color.0, color.1, color.2).mix(alpha),
        filled: true,
        stroke_width: units(width).unsigned_abs(),
    }
}

fn text_style(text: &TextMark) -> TextStyle<'static> {
    let Rgb(red, green, blue) = text.style.color;
    let style = match text.style.weight {
        Weight::Regular => FontStyle::Normal,
        Weight::Bold => FontStyle::Bold,
    };
    let size = text.style.size * UNITS * PLOTTERS_EM;
    let mut font = FontDesc::new(FontFamily::Name(FAMILY), size, style);
    if text.turned {
        font = font.transform(FontTransform::Rotate270);
    }
    let h_pos = match text.align {
        Align::Start => HPos::Left,
        Align::Middle => HPos::Center,
        Align::End => HPos::Right,
    };
    TextStyle {
        font,
        color: BackendColor {
            alpha: 1.0,
            rgb: (red, green, blue),
        },
        pos: Pos::new(h_pos, VPos::Top),
    }
}

/// Where plotters is told to put the top of a text so that its baseline comes to lie where we want it.
fn text_place(text: &TextMark) -> (i32, i32) {
    let rise = text.style.size * PLOTTERS_ASCENT;
    let (x, y) = text.at;
    if text.turned {
        unit_point((x - rise, y))
    } else {
        unit_point((x, y - rise))
    }
}
