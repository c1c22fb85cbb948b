//! Geometry of a radar: where spokes, rings, vertices and the names of the spokes lie, and drawing one shape.

use crate::view::chart::{Radar, Series};

use crate::render::figure::area::{Area, Point};
use crate::render::figure::font::Fonts;
use crate::render::figure::scale::{Scale, drawable};
use crate::render::figure::scene::{Align, Scene, area};
use crate::render::figure::style::{GRID, RULE, Rgb, Type};

/// A radar without its series: centre, size, number of spokes, scale.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Web {
    /// Centre.
    pub(crate) centre: Point,
    /// Distance of the rim.
    pub(crate) radius: f64,
    /// Number of spokes.
    pub(crate) spokes: usize,
    /// From value to distance.
    pub(crate) scale: Scale,
}

impl Web {
    /// Direction of a spoke, clockwise from the top, as a vector of length 1.
    pub(crate) fn direction(&self, spoke: usize) -> Point {
        let angle = std::f64::consts::TAU * spoke as f64 / self.spokes.max(1) as f64;
        (angle.sin(), -angle.cos())
    }

    /// The place on a spoke at `distance` from the centre.
    pub(crate) fn at(&self, spoke: usize, distance: f64) -> Point {
        let (x, y) = self.direction(spoke);
        (self.centre.0 + x * distance, self.centre.1 + y * distance)
    }

    /// The place of a value on a spoke.
    pub(crate) fn vertex(&self, spoke: usize, value: f64) -> Point {
        self.at(spoke, self.scale.part(value) * self.radius)
    }

    /// The room of spokes and rim.
    pub(crate) fn area(&self) -> Area {
        let (x, y) = self.centre;
        let centre = Area {
            left: x,
            top: y,
            right: x,
            bottom: y,
        };
        self.ring(self.radius)
            .into_iter()
            .map(|(x, y)| Area {
                left: x - 1.0,
                top: y - 1.0,
                right: x + 1.0,
                bottom: y + 1.0,
            })
            .fold(centre, Area::around)
    }

    /// Corners of the ring at `distance`, closed.
    fn ring(&self, distance: f64) -> Vec<Point> {
        (0..=self.spokes)
            .map(|spoke| self.at(spoke, distance))
            .collect()
    }

    /// Draws the rings within the rim.
    pub(crate) fn draw_rings(&self, scene: &mut Scene, rings: &[(f64, String)]) {
        for (value, _) in rings {
            let part = self.scale.part(*value);
            if part > 0.01 && part < 0.99 {
                scene.path(self.ring(part * self.radius), 1.0, GRID);
            }
        }
    }

    /// Draws spokes and rim.
    pub(crate) fn draw_spokes(&self, scene: &mut Scene) {
        for spoke in 0..self.spokes {
            scene.line(self.centre, self.at(spoke, self.radius), 1.0, GRID);
        }
        scene.path(self.ring(self.radius), 1.1, RULE);
    }

    /// The unbroken parts of the shape of a series: all vertices and back to the first where nothing is missing,
    /// else the runs of neighbouring vertices.
    pub(crate) fn runs(&self, values: &[Option<f64>]) -> Vec<Vec<Point>> {
        let places: Vec<Option<Point>> = (0..self.spokes)
            .map(|spoke| Some(self.vertex(spoke, values.get(spoke).copied().flatten()?)))
            .collect();
        let Some(gap) = places.iter().position(Option::is_none) else {
            let mut closed: Vec<Point> = places.into_iter().flatten().collect();
            closed.extend(closed.first().copied());
            return vec![closed];
        };
        // Started behind a gap, no run is cut at the first spoke.
        let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
        for step in 1..=places.len() {
            match places[(gap + step) % places.len()] {
                Some(place) => {
                    if let Some(run) = runs.last_mut() {
                        run.push(place);
                    }
                }
                None => runs.push(Vec::new()),
            }
        }
        runs.retain(|run| !run.is_empty());
        runs
    }

    /// Draws a line through the vertices of a series.
    pub(crate) fn draw_shape(
        &self,
        scene: &mut Scene,
        values: &[Option<f64>],
        width: f64,
        color: Rgb,
    ) {
        for run in self.runs(values) {
            scene.path(run, width, color);
        }
    }
}

/// The names or numbers at the ends of the spokes, for a radar around the origin.
pub(crate) struct Labels {
    /// Numbers instead of names: a key must tell the names.
    pub(crate) numbered: bool,
    /// Whether all names are shown in full.
    whole: bool,
    blocks: Vec<Block>,
    style: Type,
}

/// Where labels stand at their spokes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stand {
    /// Beside the end of the spoke, where they take width.
    Beside,
    /// Above or below the end of all but level spokes, where they take height.
    Over,
}

/// The lines at one spoke.
struct Block {
    lines: Vec<String>,
    at: Point,
    align: Align,
}

impl Labels {
    /// Names in at most as many lines, of as many pixels, as `room` says, `gaps` pixels beyond the rim.
    pub(crate) fn named(
        web: &Web,
        names: &[String],
        gaps: &[f64],
        style: Type,
        room: (f64, usize),
        stand: Stand,
        fonts: &Fonts,
    ) -> Self {
        let wrapped: Vec<_> = names
            .iter()
            .map(|name| fonts.wrap(name, style, room.0, room.1))
            .collect();
        Self {
            numbered: false,
            whole: wrapped.iter().all(|name| name.whole),
            blocks: wrapped
                .into_iter()
                .enumerate()
                .map(|(spoke, name)| block(web, spoke, name.lines, gaps, style, stand))
                .collect(),
            style,
        }
    }

    /// Numbers from 1.
    pub(crate) fn numbered(web: &Web, gaps: &[f64], style: Type) -> Self {
        Self {
            numbered: true,
            whole: true,
            blocks: (0..web.spokes)
                .map(|spoke| {
                    block(
                        web,
                        spoke,
                        vec![(spoke + 1).to_string()],
                        gaps,
                        style,
                        Stand::Beside,
                    )
                })
                .collect(),
            style,
        }
    }

    /// Whether all names are shown in full and keep apart from each other.
    pub(crate) fn readable(&self, fonts: &Fonts) -> bool {
        let areas = self.areas(fonts);
        let apart = areas
            .iter()
            .enumerate()
            .all(|(index, area)| areas[index + 1..].iter().all(|other| !area.overlaps(other)));
        self.whole && apart
    }

    /// The room of rim and labels together.
    pub(crate) fn area(&self, web: &Web, fonts: &Fonts) -> Area {
        self.areas(fonts).into_iter().fold(web.area(), Area::around)
    }

    /// The room of each label that has a text.
    fn areas(&self, fonts: &Fonts) -> Vec<Area> {
        let mut scene = Scene::default();
        self.blocks
            .iter()
            .filter_map(|block| {
                scene.marks.clear();
                scene.lines(&block.lines, block.at, self.style, block.align);
                scene
                    .texts()
                    .map(|text| area(text, fonts))
                    .reduce(Area::around)
            })
            .collect()
    }

    /// Writes the labels of a radar whose centre is at `centre`.
    pub(crate) fn draw(&self, scene: &mut Scene, centre: Point) {
        for block in &self.blocks {
            let at = (block.at.0 + centre.0, block.at.1 + centre.1);
            scene.lines(&block.lines, at, self.style, block.align);
        }
    }
}

/// Sets lines beyond the end of a spoke.
fn block(
    web: &Web,
    spoke: usize,
    lines: Vec<String>,
    gaps: &[f64],
    style: Type,
    stand: Stand,
) -> Block {
    let gap = gaps.get(spoke).copied().unwrap_or(12.0);
    let (x, y) = web.at(spoke, web.radius + gap);
    let (across, down) = web.direction(spoke);
    let over = across.abs() < 0.2 || (stand == Stand::Over && down.abs() > 0.3);
    let align = match () {
        () if over => Align::Middle,
        () if across > 0.0 => Align::Start,
        () => Align::End,
    };
    let height = style.leading() * lines.len() as f64;
    // Text over a spoke stands wholly above or below its end; text beside it moves with the direction of the spoke.
    let lift = if over { down.signum() } else { down };
    Block {
        lines,
        at: (x, y - height * (1.0 - lift) / 2.0),
        align,
    }
}

/// The values of a series, one for each spoke, without those that cannot be drawn.
pub(crate) fn values(series: &Series, spokes: usize) -> Vec<Option<f64>> {
    (0..spokes)
        .map(|spoke| {
            series
                .values
                .get(spoke)
                .copied()
                .flatten()
                .and_then(drawable)
        })
        .collect()
}

/// The scale of a radar, widened where a value would leave it.
pub(crate) fn scale(radar: &Radar) -> Scale {
    let all = radar
        .series
        .iter()
        .flat_map(|series| series.values.iter().copied().flatten());
    Scale::new(radar.min, radar.max, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn web() -> Web {
        Web {
            centre: (0.0, 0.0),
            radius: 100.0,
            spokes: 4,
            scale: Scale {
                min: 0.0,
                max: 100.0,
            },
        }
    }

    #[test]
    fn a_full_shape_is_closed() {
        let runs = web().runs(&[Some(50.0); 4]);
        assert_eq!(runs.len(), 1);
        assert_eq!(runs[0].len(), 5);
        assert_eq!(runs[0][0], runs[0][4]);
    }

    #[test]
    fn a_missing_value_breaks_the_line_and_is_no_vertex() {
        let runs = web().runs(&[Some(50.0), None, Some(50.0), Some(50.0)]);
        assert_eq!(runs.len(), 1);
        assert_eq!(runs[0].len(), 3);
        let runs = web().runs(&[Some(50.0), None, Some(50.0), None]);
        assert_eq!(runs.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
        assert!(web().runs(&[None; 4]).is_empty());
    }
}
