//! Figures: a [`Chart`] becomes an SVG text or the bytes of a PNG image.
//!
//! A format is one [`Painter`] in its own file and its line in [`PAINTERS`].
//!
//! Owns the way every figure is put together. A chart is first laid out as a `scene` (lines, shapes and texts in float
//! pixels, measured with the embedded `font`), and the scene is then painted by one function (`canvas`) over plotters'
//! `DrawingBackend`: plotters' own SVG backend (`vector`) or ours over tiny-skia (`raster`). What differs between the
//! two outputs is thus only the last step. Start at `frame` and then read the layout of one body: `radar`, `dots`,
//! `heatmap` or `lines`.
//!
//! Nothing here opens a file, reads the environment or uses a font of the machine: the same chart gives the same
//! bytes everywhere.
//!
//! Not here: what is shown and in which words (`view::chart`); no score is computed in this module.

mod area;
mod canvas;
mod describe;
mod dots;
mod dots_row;
mod font;
mod frame;
mod heatmap;
mod heatmap_columns;
mod legend;
mod lines;
mod lines_labels;
mod overlap;
mod radar;
mod radar_grid;
mod raster;
mod reference;
mod scale;
mod scene;
mod spokes;
mod style;
mod vector;

use std::fmt;

use crate::view::chart::Chart;

use describe::Description;
use font::Fonts;
use scene::Scene;

/// Every format of figures.
pub const PAINTERS: &[Painter] = &[vector::SVG, raster::PNG];

/// One format of figures.
#[derive(Debug)]
pub struct Painter {
    /// Ending of the names of its files, in lower case.
    pub ending: &'static str,
    encode: fn(&Scene, &Description, &Fonts) -> Result<Vec<u8>, FigureError>,
}

impl Painter {
    /// The format of a file whose name ends in a dot and `ending`, in any case.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<&'static Self> {
        PAINTERS
            .iter()
            .find(|it| it.ending.eq_ignore_ascii_case(ending))
    }

    /// The bytes of a file with the figure.
    ///
    /// # Errors
    /// If the figure would be too large for the format.
    pub fn paint(&self, chart: &Chart) -> Result<Vec<u8>, FigureError> {
        let fonts = Fonts::load()?;
        let scene = frame::layout(chart, &fonts);
        (self.encode)(&scene, &describe::text(chart), &fonts)
    }
}

/// Why a figure could not be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureError {
    message: String,
}

impl FigureError {
    fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }
}

impl fmt::Display for FigureError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for FigureError {}

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
