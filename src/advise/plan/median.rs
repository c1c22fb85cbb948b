//! The frontier of a group that takes the median of its children.
//!
//! With half of the weight h, the median is the middle of two values: the lowest at which h is reached,
//! and the lowest at which it is passed. The first is at least a where less than h of the weight lies
//! below a, the second at least b where no more than h lies below b. So for each a ≤ b among the values
//! that children can have, the cheapest plan under these two conditions is sought, and none is missed:
//! the best plan of any effort has an a and a b of its own.

use crate::stats::{self, TOLERANCE};

use super::frontier::{Frontier, Key, Point, TooFine, Ways, pruned};

/// Some children settled: the effort, the weight below a and below b, and the point of each.
struct Label {
    key: Key,
    below: [f64; 2],
    points: Vec<usize>,
}

/// The frontier of the median of children with these weights.
pub(super) fn median(children: &[(f64, Frontier)], ways: &mut Ways) -> Result<Frontier, TooFine> {
    let half = children.iter().map(|it| it.0).sum::<f64>() / 2.0;
    let mut values: Vec<f64> = children
        .iter()
        .flat_map(|it| it.1.iter().map(|point| point.worth))
        .collect();
    values.sort_unstable_by(f64::total_cmp);
    values.dedup();
    let splits = can_be_halved(children, half, ways)?;
    let mut points = Vec::new();
    let mut plain = Vec::new();
    for a in &values {
        if let Some(point) = cheapest(children, half, [*a, *a], ways)? {
            plain.push(point);
        }
    }
    points.extend(plain);
    if splits {
        for (at, a) in values.iter().enumerate() {
            for b in &values[at + 1..] {
                match cheapest(children, half, [*a, *b], ways)? {
                    Some(point) => points.push(point),
                    // Nor is a higher b to be had.
                    None => break,
                }
            }
        }
    }
    Ok(pruned(points))
}

/// Whether some of the children weigh exactly half: else there is one middle value.
fn can_be_halved(
    children: &[(f64, Frontier)],
    half: f64,
    ways: &mut Ways,
) -> Result<bool, TooFine> {
    let slack = TOLERANCE * half;
    let mut sums = vec![0.0];
    for (weight, _) in children {
        let more: Vec<f64> = sums.iter().map(|sum| sum + weight).collect();
        sums.extend(more);
        sums.retain(|sum| *sum <= half + slack);
        sums.sort_unstable_by(f64::total_cmp);
        sums.dedup_by(|a, b| (*a - *b).abs() <= slack / 1024.0);
        ways.spend(sums.len())?;
    }
    Ok(sums.iter().any(|sum| (sum - half).abs() <= slack))
}

/// The cheapest plan under which less than half of the weight lies below the first edge and no more than
/// half below the second.
fn cheapest(
    children: &[(f64, Frontier)],
    half: f64,
    edges: [f64; 2],
    ways: &mut Ways,
) -> Result<Option<Point>, TooFine> {
    let slack = TOLERANCE * half;
    let fits = |below: [f64; 2]| below[0] < half - slack && below[1] <= half + slack;
    let mut labels = vec![Label {
        key: Key::default(),
        below: [0.0; 2],
        points: Vec::new(),
    }];
    for (weight, points) in children {
        let mut options = vec![0];
        for edge in edges {
            let first = points.iter().position(|it| it.worth >= edge);
            options.extend(first.filter(|it| !options.contains(it)));
        }
        // What does more in an earlier child comes first among equals.
        options.sort_unstable_by(|a, b| b.cmp(a));
        ways.spend(labels.len() * options.len() * 4)?;
        let mut next: Vec<Label> = Vec::new();
        for label in &labels {
            for option in &options {
                let point = &points[*option];
                let add = |at: usize| {
                    label.below[at]
                        + if point.worth < edges[at] {
                            *weight
                        } else {
                            0.0
                        }
                };
                let below = [add(0), add(1)];
                if fits(below) {
                    let mut chosen = label.points.clone();
                    chosen.push(*option);
                    next.push(Label {
                        key: label.key.plus(point.key),
                        below,
                        points: chosen,
                    });
                }
            }
        }
        labels = undominated(next, slack / 1024.0, ways)?;
    }
    let worth = |label: &Label| {
        let mut pairs: Vec<(f64, f64)> = children
            .iter()
            .zip(&label.points)
            .map(|((weight, points), at)| (points[*at].worth, *weight))
            .collect();
        stats::median_in_place(&mut pairs).unwrap_or(f64::NEG_INFINITY)
    };
    let best = labels.iter().reduce(|best, it| {
        let is_better = it.key < best.key || it.key == best.key && worth(it) > worth(best);
        if is_better { it } else { best }
    });
    Ok(best.map(|label| Point {
        key: label.key,
        worth: worth(label),
        way: children
            .iter()
            .zip(&label.points)
            .fold(0, |way, ((_, points), at)| ways.both(way, points[*at].way)),
    }))
}

/// The labels to which no other is better or equal in everything.
fn undominated(mut labels: Vec<Label>, slack: f64, ways: &mut Ways) -> Result<Vec<Label>, TooFine> {
    labels.sort_by(|a, b| {
        let by_key = a.key.cmp(&b.key);
        by_key
            .then_with(|| a.below[0].total_cmp(&b.below[0]))
            .then_with(|| a.below[1].total_cmp(&b.below[1]))
    });
    let mut out: Vec<Label> = Vec::new();
    for label in labels {
        ways.spend(out.len())?;
        let beats = |it: &Label| (0..2).all(|at| it.below[at] <= label.below[at] + slack);
        if !out.iter().any(beats) {
            out.push(label);
        }
    }
    Ok(out)
}
