//! Series of a radar drawn over each other so that all stay visible.
//!
//! Where several regions have the same values their lines and markers coincide, and the last would hide the others.
//! Moving them apart would show values nobody has. So a shared line is striped in the colours of its regions, and a
//! shared marker divided among them.

use crate::render::figure::area::Point;
use crate::render::figure::scene::Scene;
use crate::render::figure::spokes::Web;
use crate::render::figure::style::{PAPER, Rgb, SERIES, SHARED_RADIUS, SHARED_WIDTH};

/// Points nearer than this coincide, in pixels.
const SAME: f64 = 0.8;
/// Length of a stripe.
const STRIPE: f64 = 8.0;

/// Values of each series, one for each spoke.
pub(crate) type Values = [Vec<Option<f64>>];

/// Draws lines, then markers; gives the series of the first place that several share.
pub(crate) fn draw(scene: &mut Scene, web: &Web, values: &Values) -> Vec<usize> {
    let mut shared = Vec::new();
    for spoke in 0..web.spokes {
        let next = (spoke + 1) % web.spokes;
        let edges = values.iter().map(|values| {
            let from = web.vertex(spoke, values.get(spoke).copied().flatten()?);
            let to = web.vertex(next, values.get(next).copied().flatten()?);
            Some(vec![from, to])
        });
        for (points, members) in groups(edges) {
            if let [only] = members.as_slice() {
                let style = &SERIES[only % SERIES.len()];
                scene.dashed(&points, style.dash, style.width, style.color);
            } else {
                stripes(scene, points[0], points[1], &members);
                note(&mut shared, &members);
            }
        }
    }
    for spoke in 0..web.spokes {
        let vertices = values.iter().map(|values| {
            let value = values.get(spoke).copied().flatten()?;
            Some(vec![web.vertex(spoke, value)])
        });
        for (points, members) in groups(vertices) {
            if let [only] = members.as_slice() {
                let style = &SERIES[only % SERIES.len()];
                scene.marker(style.marker, points[0], style.radius, style.color);
            } else {
                divided(scene, points[0], &members);
                note(&mut shared, &members);
            }
        }
    }
    shared
}

/// Draws the legend sample of a shared line and marker.
pub(crate) fn sample(scene: &mut Scene, from: Point, to: Point, members: &[usize]) {
    stripes(scene, from, to, members);
    divided(
        scene,
        ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0),
        members,
    );
}

fn note(shared: &mut Vec<usize>, members: &[usize]) {
    if shared.is_empty() {
        shared.extend_from_slice(members);
    }
}

/// The series that coincide at all their points, in order.
fn groups(places: impl Iterator<Item = Option<Vec<Point>>>) -> Vec<(Vec<Point>, Vec<usize>)> {
    let mut groups: Vec<(Vec<Point>, Vec<usize>)> = Vec::new();
    for (series, place) in places.enumerate() {
        let Some(place) = place else { continue };
        let near = |group: &&mut (Vec<Point>, Vec<usize>)| {
            group
                .0
                .iter()
                .zip(&place)
                .all(|(a, b)| (a.0 - b.0).hypot(a.1 - b.1) < SAME)
        };
        match groups.iter_mut().find(near) {
            Some((_, members)) => members.push(series),
            None => groups.push((place, vec![series])),
        }
    }
    groups
}

fn color(series: usize) -> Rgb {
    SERIES[series % SERIES.len()].color
}

/// A line in the colours of `members`, by turns.
fn stripes(scene: &mut Scene, from: Point, to: Point, members: &[usize]) {
    let length = (to.0 - from.0).hypot(to.1 - from.1);
    // At least two rounds of colours, or a short line would leave some out.
    let count = ((length / STRIPE).ceil() as usize).clamp(members.len() * 2, 400);
    let at = |part: f64| {
        (
            from.0 + (to.0 - from.0) * part,
            from.1 + (to.1 - from.1) * part,
        )
    };
    for (stripe, series) in (0..count).zip(members.iter().cycle()) {
        let (start, end) = (
            stripe as f64 / count as f64,
            (stripe + 1) as f64 / count as f64,
        );
        scene.line(at(start), at(end), SHARED_WIDTH, color(*series));
    }
}

/// A circle divided among `members`.
fn divided(scene: &mut Scene, centre: Point, members: &[usize]) {
    const STEPS: usize = 24;
    let at = |turn: f64, radius: f64| {
        let angle = turn * std::f64::consts::TAU;
        (
            centre.0 + angle.sin() * radius,
            centre.1 - angle.cos() * radius,
        )
    };
    scene.disc(centre, SHARED_RADIUS + 1.2, PAPER);
    let share = 1.0 / members.len().max(1) as f64;
    for (place, series) in members.iter().enumerate() {
        let start = place as f64 * share;
        let mut corners = vec![centre];
        corners.extend(
            (0..=STEPS).map(|step| at(start + share * step as f64 / STEPS as f64, SHARED_RADIUS)),
        );
        scene.polygon(corners, color(*series), 1.0);
    }
    for place in 0..members.len() {
        scene.line(
            centre,
            at(place as f64 * share, SHARED_RADIUS + 0.5),
            0.9,
            PAPER,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_places_are_grouped_and_missing_ones_left_out() {
        let places = [
            Some(vec![(0.0, 0.0)]),
            None,
            Some(vec![(0.1, 0.0)]),
            Some(vec![(5.0, 0.0)]),
        ];
        let members: Vec<Vec<usize>> = groups(places.into_iter())
            .into_iter()
            .map(|group| group.1)
            .collect();
        assert_eq!(members, [vec![0, 2], vec![3]]);
    }

    #[test]
    fn every_series_of_a_shared_line_is_seen() {
        let mut scene = Scene::default();
        stripes(&mut scene, (0.0, 0.0), (3.0, 0.0), &[0, 1, 2, 3, 4, 5]);
        for series in 0..6 {
            let found = scene.marks.iter().any(|mark| {
                matches!(mark, crate::render::figure::scene::Mark::Path { color: found, .. } if *found == color(series))
            });
            assert!(found, "series {series}");
        }
    }
}
