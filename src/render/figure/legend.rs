//! A legend in running lines, and the key of numbered spokes.

use crate::render::figure::area::Point;
use crate::render::figure::font::Fonts;
use crate::render::figure::scene::{Align, Scene, centred};
use crate::render::figure::style::{INK, SMALL};

/// Height of a line of the legend.
pub(crate) const LINE: f64 = 19.0;
/// Space between entries.
const BETWEEN: f64 = 20.0;
/// Space between a sample and its text.
const BESIDE: f64 = 6.0;

/// Places entries one after the other, on new lines where the width ends.
pub(crate) struct Legend {
    width: f64,
    x: f64,
    top: f64,
}

impl Legend {
    /// A legend of `width` pixels starting at `top`.
    pub(crate) fn new(width: f64, top: f64) -> Self {
        Self { width, x: 0.0, top }
    }

    /// Writes an entry behind room for a sample of `sample` pixels; gives the left end of the sample, on its middle
    /// line.
    pub(crate) fn entry(
        &mut self,
        scene: &mut Scene,
        text: &str,
        sample: f64,
        fonts: &Fonts,
    ) -> Point {
        let lead = if sample > 0.0 { sample + BESIDE } else { 0.0 };
        let text = fonts.fit(text, SMALL, (self.width - lead).max(20.0));
        let width = lead + fonts.width(&text, SMALL);
        if self.x > 0.0 && self.x + width > self.width {
            self.x = 0.0;
            self.top += LINE;
        }
        let place = (self.x, self.top + LINE / 2.0);
        scene.text(
            &text,
            (place.0 + lead, centred(place.1, SMALL)),
            SMALL,
            Align::Start,
        );
        self.x += width + BETWEEN;
        place
    }

    /// Bottom of the last line; the start where nothing was written.
    pub(crate) fn bottom(&self) -> f64 {
        if self.x > 0.0 {
            self.top + LINE
        } else {
            self.top
        }
    }
}

/// The names behind the numbers of spokes, in columns of `width` pixels together.
pub(crate) fn key(names: &[String], width: f64, fonts: &Fonts) -> Scene {
    const NUMBER: f64 = 22.0;
    const GUTTER: f64 = 24.0;
    let widest = fonts
        .widest(names.iter().map(String::as_str), SMALL)
        .min(width);
    let room = |columns: usize| (width + GUTTER) / columns as f64 - GUTTER - NUMBER;
    let columns = (1..=4)
        .rev()
        .find(|columns| room(*columns) >= widest)
        .unwrap_or(2);
    let per_column = names.len().div_ceil(columns).max(1);
    let mut scene = Scene {
        width,
        ..Scene::default()
    };
    for (column, part) in names.chunks(per_column).enumerate() {
        let left = column as f64 * (room(columns) + NUMBER + GUTTER);
        let mut top = 0.0;
        for (index, name) in part.iter().enumerate() {
            let number = [(column * per_column + index + 1).to_string()];
            scene.lines(
                &number,
                (left + NUMBER - 7.0, top),
                SMALL.in_color(INK),
                Align::End,
            );
            let lines = fonts.wrap(name, SMALL, room(columns), 3).lines;
            let bottom = scene.lines(&lines, (left + NUMBER, top), SMALL, Align::Start);
            top = bottom.max(top + SMALL.leading()) + 2.0;
        }
        scene.height = scene.height.max(top);
    }
    scene
}
