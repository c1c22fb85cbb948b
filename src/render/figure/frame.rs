//! Title, subtitle and notes around the body of a figure.

use crate::view::chart::{Body, Chart};

use crate::render::figure::font::Fonts;
use crate::render::figure::scene::{Align, Scene};
use crate::render::figure::style::{MARGIN, NOTE, SUBTITLE, TITLE, Type, WIDTH};
use crate::render::figure::{dots, heatmap, lines, radar};

/// Lines of text measure at most this wide, in pixels, also in a wide figure: longer ones are hard to read.
const WIDEST_TEXT: f64 = 1100.0;

/// Lays out a whole figure.
pub(crate) fn layout(chart: &Chart, fonts: &Fonts) -> Scene {
    let body = match &chart.body {
        Body::Radar(figure) => radar::layout(figure, chart.lang, fonts),
        Body::Dots(figure) => dots::layout(figure, chart.lang, fonts),
        Body::Heatmap(figure) => heatmap::layout(figure, chart.lang, fonts),
        Body::Lines(figure) => lines::layout(figure, chart.lang, fonts),
    };
    let mut scene = Scene {
        width: (body.width + 2.0 * MARGIN).max(WIDTH).ceil(),
        ..Scene::default()
    };
    let measure = (scene.width - 2.0 * MARGIN).min(WIDEST_TEXT);
    let mut top = MARGIN - 4.0;
    let paragraph = |scene: &mut Scene, text: &str, style: Type, most: usize, top: f64| {
        let wrapped = fonts.wrap(text, style, measure, most);
        scene.lines(&wrapped.lines, (MARGIN, top), style, Align::Start)
    };
    top = paragraph(&mut scene, &chart.title, TITLE, 4, top);
    top = paragraph(&mut scene, &chart.subtitle, SUBTITLE, 4, top + 3.0);
    top += 16.0;
    let height = body.height;
    scene.append(body, MARGIN, top);
    top += height;
    if !chart.notes.is_empty() {
        top += 14.0;
    }
    for note in &chart.notes {
        top = paragraph(&mut scene, note, NOTE, 12, top) + 2.0;
    }
    scene.height = (top + MARGIN - 6.0).ceil();
    scene
}
