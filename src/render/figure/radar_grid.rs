//! Small radars side by side: one for each region, all on the same scale, with the median of the regions behind.

use crate::text::Lang;
use crate::view::chart::Radar;

use crate::render::figure::area::{Area, Point};
use crate::render::figure::font::{Fonts, clean};
use crate::render::figure::legend::{self, Legend};
use crate::render::figure::scene::{Align, Scene, centred};
use crate::render::figure::spokes::{self, Labels, Stand, Web};
use crate::render::figure::style::{
    BACKDROP, INK, INNER, MAIN, MUTED, SMALL, SMALL_HEADING, TINY, words,
};

/// Between neighbouring radars.
const GUTTER: f64 = 16.0;
/// Space below a radar.
const BELOW: f64 = 18.0;
/// Largest and smallest distance of the rim.
const RADII: (f64, f64) = (68.0, 44.0);
/// Width and lines of the name of a spoke.
const SPOKE_ROOM: (f64, usize) = (66.0, 2);
/// From the rim to the name of a spoke: usual, and beyond the mark of a missing value.
const GAPS: (f64, f64) = (5.0, 12.0);
/// From the rim to the mark of a missing value.
const MARK: f64 = 6.0;

/// Lays out a radar for each region.
pub(crate) fn layout(radar: &Radar, lang: Lang, fonts: &Fonts) -> Scene {
    let count = radar.spokes.len();
    let values: Vec<Vec<Option<f64>>> = radar
        .series
        .iter()
        .map(|series| spokes::values(series, count))
        .collect();
    let medians: Vec<Option<f64>> = (0..count).map(|spoke| median(&values, spoke)).collect();
    let (columns, width) = match radar.series.len() {
        9 => (3, INNER),
        ..=48 => (4, INNER),
        _ => (6, 1120.0),
    };
    let cell = (width - GUTTER * (columns - 1) as f64) / columns as f64;
    let design = Design::new(radar, &values, cell, lang, fonts);

    let mut scene = Scene {
        width,
        ..Scene::default()
    };
    let mut top = draw_legend(&mut scene, &design, &values, lang, fonts) + 12.0;
    if design.numbered {
        let names: Vec<String> = radar.spokes.iter().map(|spoke| clean(spoke)).collect();
        let key = legend::key(&names, width, fonts);
        let height = key.height;
        scene.append(key, 0.0, top - 4.0);
        top += height + 8.0;
    }
    let headings: Vec<Vec<String>> = radar
        .series
        .iter()
        .map(|series| fonts.balanced(&series.label, SMALL_HEADING, cell, 3))
        .collect();
    for (row, values) in values.chunks(columns).enumerate() {
        let headings = &headings[row * columns..row * columns + values.len()];
        let lines = headings.iter().map(Vec::len).max().unwrap_or(0);
        let heading = SMALL_HEADING.leading() * lines as f64;
        for (column, (values, lines)) in values.iter().zip(headings).enumerate() {
            let middle = column as f64 * (cell + GUTTER) + cell / 2.0;
            // Against the radar, where the names of a row have different numbers of lines.
            let start = top + heading - SMALL_HEADING.leading() * lines.len() as f64;
            scene.lines(lines, (middle, start), SMALL_HEADING, Align::Middle);
            let centre = (middle, top + heading + 6.0 - design.area.top);
            design.draw(&mut scene, centre, values, &medians, lang, fonts);
        }
        top += heading + 6.0 + design.area.bottom - design.area.top + BELOW;
    }
    scene.height = top - BELOW;
    scene
}

/// What all small radars share.
struct Design<'a> {
    web: Web,
    names: &'a [String],
    rings: Vec<(f64, String)>,
    numbered: bool,
    stand: Stand,
    /// Room of a radar around its centre, with marks and names.
    area: Area,
}

impl<'a> Design<'a> {
    /// The largest radar whose names fit into `room`; else numbers, and the largest radar of all.
    fn new(
        radar: &'a Radar,
        values: &[Vec<Option<f64>>],
        room: f64,
        lang: Lang,
        fonts: &Fonts,
    ) -> Self {
        let count = radar.spokes.len();
        let web = |radius: f64| Web {
            centre: (0.0, 0.0),
            radius,
            spokes: count,
            scale: spokes::scale(radar),
        };
        // The widest case: a name makes way in every radar in which its mark is needed.
        let gaps: Vec<f64> = (0..count)
            .map(|spoke| gap(values.iter().any(|values| values[spoke].is_none())))
            .collect();
        let mut radius = RADII.0;
        let (web, labels, stand) = loop {
            let found = [Stand::Beside, Stand::Over].into_iter().find_map(|stand| {
                let web = web(radius);
                let names =
                    Labels::named(&web, &radar.spokes, &gaps, TINY, SPOKE_ROOM, stand, fonts);
                let area = names.area(&web, fonts);
                // Twice the wider side: the heading stands over the centre.
                let fits = 2.0 * area.right.max(-area.left) <= room;
                (fits && names.readable(fonts)).then_some((web, names, stand))
            });
            if let Some(found) = found {
                break found;
            }
            radius -= 4.0;
            if radius < RADII.1 {
                let web = web((room / 2.0 - 24.0).min(RADII.0));
                break (web, Labels::numbered(&web, &gaps, TINY), Stand::Beside);
            }
        };
        Self {
            web,
            names: &radar.spokes,
            rings: web.scale.ticks(4, lang),
            numbered: labels.numbered,
            stand,
            area: labels.area(&web, fonts),
        }
    }

    fn draw(
        &self,
        scene: &mut Scene,
        centre: Point,
        values: &[Option<f64>],
        medians: &[Option<f64>],
        lang: Lang,
        fonts: &Fonts,
    ) {
        let web = Web { centre, ..self.web };
        web.draw_rings(scene, &self.rings);
        web.draw_spokes(scene);
        let runs = web.runs(values);
        if let ([only], true) = (runs.as_slice(), values.iter().all(Option::is_some)) {
            scene.polygon(only.clone(), MAIN, 0.13);
        }
        web.draw_shape(scene, medians, 1.2, BACKDROP);
        web.draw_shape(scene, values, 1.9, MAIN);
        let mut gaps = Vec::with_capacity(values.len());
        for (spoke, value) in values.iter().enumerate() {
            match value {
                Some(value) => scene.disc(web.vertex(spoke, *value), 2.5, MAIN),
                None => scene.ring(web.at(spoke, web.radius + MARK), 2.7, 1.2, INK),
            }
            gaps.push(gap(value.is_none()));
        }
        let labels = if self.numbered {
            Labels::numbered(&self.web, &gaps, TINY)
        } else {
            Labels::named(
                &self.web, self.names, &gaps, TINY, SPOKE_ROOM, self.stand, fonts,
            )
        };
        labels.draw(scene, centre);
        if values.iter().all(Option::is_none) {
            let baseline = centred(centre.1, SMALL);
            scene.text(
                words(lang).no_data,
                (centre.0, baseline),
                SMALL.in_color(MUTED),
                Align::Middle,
            );
        }
    }
}

fn gap(missing: bool) -> f64 {
    if missing { GAPS.1 } else { GAPS.0 }
}

/// Draws the legend; gives its bottom.
fn draw_legend(
    scene: &mut Scene,
    design: &Design<'_>,
    values: &[Vec<Option<f64>>],
    lang: Lang,
    fonts: &Fonts,
) -> f64 {
    const SAMPLE: f64 = 24.0;
    let words = words(lang);
    let mut legend = Legend::new(scene.width, 0.0);
    let (x, y) = legend.entry(scene, words.region, SAMPLE, fonts);
    scene.line((x, y), (x + SAMPLE, y), 1.9, MAIN);
    scene.disc((x + SAMPLE / 2.0, y), 2.5, MAIN);
    let (x, y) = legend.entry(scene, words.median, SAMPLE, fonts);
    scene.line((x, y), (x + SAMPLE, y), 1.2, BACKDROP);
    if values.iter().flatten().any(Option::is_none) {
        let (x, y) = legend.entry(scene, words.no_data, 8.0, fonts);
        scene.ring((x + 4.0, y), 2.7, 1.2, INK);
    }
    let rings: Vec<String> = design.rings.iter().map(|ring| ring.1.clone()).collect();
    legend.entry(
        scene,
        &format!("{}: {}", words.rings, rings.join(" · ")),
        0.0,
        fonts,
    );
    legend.bottom()
}

/// Median of a spoke over the regions that have a value.
fn median(values: &[Vec<Option<f64>>], spoke: usize) -> Option<f64> {
    let mut found: Vec<f64> = values
        .iter()
        .filter_map(|values| values.get(spoke).copied().flatten())
        .collect();
    found.sort_by(f64::total_cmp);
    let upper = *found.get(found.len() / 2)?;
    if found.len() % 2 == 1 {
        Some(upper)
    } else {
        Some((found.get(found.len() / 2 - 1)? + upper) / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_leaves_out_what_is_missing() {
        let values = [
            vec![Some(1.0)],
            vec![None],
            vec![Some(5.0)],
            vec![Some(2.0)],
            vec![Some(3.0)],
        ];
        assert_eq!(median(&values, 0), Some(2.5));
        assert_eq!(median(&values[..2], 0), Some(1.0));
        assert_eq!(median(&values[1..2], 0), None);
    }
}
