//! SVG: plotters' backend, and what it leaves out.
//!
//! plotters writes one element per line, with a size in backend units and nothing for people who cannot see the
//! figure. Here the header gets the size in pixels and a `viewBox` in units, a title and a description are added, and
//! every text gets the length it was laid out with, so that a machine without DejaVu Sans shows nothing overlapping.

use std::fmt::Write as _;

use plotters::prelude::SVGBackend;

use crate::render::figure::FigureError;
use crate::render::figure::canvas::{self, UNITS};
use crate::render::figure::describe::Description;
use crate::render::figure::font::{FAMILY, Fonts};
use crate::render::figure::scene::{Align, Scene, TextMark};
use crate::render::figure::style::{Rgb, Weight};

use super::Painter;

pub(super) const SVG: Painter = Painter {
    ending: "svg",
    encode,
};

/// Largest side in pixels; browsers stop drawing reliably far below it.
const LARGEST_SIDE: f64 = 1_000_000.0;

/// The scene as an SVG document, ready to be saved or placed inside HTML; an error where it would be too large to be
/// shown.
fn encode(scene: &Scene, description: &Description, fonts: &Fonts) -> Result<Vec<u8>, FigureError> {
    if !(scene.width <= LARGEST_SIDE && scene.height <= LARGEST_SIDE) {
        return Err(FigureError::new(format!(
            "a figure of {:.0} × {:.0} pixels is too large for an SVG image",
            scene.width, scene.height
        )));
    }
    let units = |pixels: f64| (pixels * UNITS).round() as u32;
    let size = (units(scene.width), units(scene.height));
    let mut drawn = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut drawn, size);
        canvas::paint(scene, &mut backend).map_err(FigureError::new)?;
    }
    Ok(finish(&drawn, size, description, scene, fonts).into_bytes())
}

/// Replaces the header and completes the texts, which come in the order of the scene.
fn finish(
    drawn: &str,
    size: (u32, u32),
    description: &Description,
    scene: &Scene,
    fonts: &Fonts,
) -> String {
    let mut out = String::with_capacity(drawn.len() + 1024);
    let pixels = |units: u32| f64::from(units) / UNITS;
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" role=\"img\" \
         font-family=\"{FAMILY}\" stroke-linejoin=\"round\" text-rendering=\"geometricPrecision\">",
        pixels(size.0),
        pixels(size.1),
        size.0,
        size.1
    );
    let _ = writeln!(out, "<title>{}</title>", escape(&description.title));
    let _ = writeln!(out, "<desc>{}</desc>", escape(&description.text));
    let mut texts = scene.texts();
    let mut lines = drawn.lines().skip(1);
    while let Some(line) = lines.next() {
        if let Some(text) = texts.next_if_text(line) {
            // plotters wrote the escaped text and the end tag on lines of their own.
            out.push_str(&start_tag(text, fonts));
            out.push_str(lines.next().unwrap_or_default());
            out.push_str(lines.next().unwrap_or_default());
        } else {
            out.push_str(&line.replace(" opacity=\"1\"", ""));
        }
        out.push('\n');
    }
    out
}

/// The start tag of a text. plotters sets it by its top, with a `dy` in ems that not every program understands; here it
/// stands on its baseline. Its length is given where the font knows all its letters.
fn start_tag(text: &TextMark, fonts: &Fonts) -> String {
    let units = |pixels: f64| (pixels * UNITS).round();
    let (x, y) = (units(text.at.0), units(text.at.1));
    let Rgb(red, green, blue) = text.style.color;
    let anchor = match text.align {
        Align::Start => "start",
        Align::Middle => "middle",
        Align::End => "end",
    };
    let size = units(text.style.size);
    let mut tag = format!(
        "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" font-size=\"{size}\" fill=\"#{red:02X}{green:02X}{blue:02X}\""
    );
    if text.style.weight == Weight::Bold {
        tag.push_str(" font-weight=\"bold\"");
    }
    if text.turned {
        let _ = write!(tag, " transform=\"rotate(270 {x} {y})\"");
    }
    if fonts.covers(&text.text, text.style.weight) && text.text.chars().count() > 1 {
        let length = units(fonts.width(&text.text, text.style));
        let _ = write!(
            tag,
            " textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\""
        );
    }
    tag.push('>');
    tag
}

/// Takes the next text of the scene only where plotters wrote one.
trait NextIfText<'scene> {
    fn next_if_text(&mut self, line: &str) -> Option<&'scene TextMark>;
}

impl<'scene, I: Iterator<Item = &'scene TextMark>> NextIfText<'scene> for I {
    fn next_if_text(&mut self, line: &str) -> Option<&'scene TextMark> {
        if line.starts_with("<text ") {
            self.next()
        } else {
            None
        }
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            other => out.push(other),
        }
    }
    out
}
