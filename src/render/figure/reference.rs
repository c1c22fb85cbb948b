//! Where the labels of vertical reference lines stand above a plot.
//!
//! Each label stands beside the upper end of its line, right of it where there is room, and higher where lines are
//! near each other, so that no label covers another label or a line.

/// Least distance between two labels and between a label and a line, in pixels.
const GAP: f64 = 6.0;
/// Distance between a line and its own label.
const BESIDE: f64 = 5.0;

/// A line and the width of its label.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stem {
    /// Where the line stands.
    pub(crate) x: f64,
    /// Width of its label.
    pub(crate) width: f64,
}

/// Where a label was placed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    /// Left end of the label.
    pub(crate) left: f64,
    /// 0 is the level nearest to the plot.
    pub(crate) level: usize,
}

impl Place {
    fn right_of(stem: Stem, level: usize) -> Self {
        Self {
            left: stem.x + BESIDE,
            level,
        }
    }

    fn left_of(stem: Stem, level: usize) -> Self {
        Self {
            left: stem.x - BESIDE - stem.width,
            level,
        }
    }
}

/// Places one label for each stem between `left` and `right`.
pub(crate) fn place(stems: &[Stem], left: f64, right: f64) -> Vec<Place> {
    let mut order: Vec<usize> = (0..stems.len()).collect();
    order.sort_by(|a, b| stems[*b].x.total_cmp(&stems[*a].x).then(a.cmp(b)));
    let fits = |stem: Stem, place: Place| place.left >= left && place.left + stem.width <= right;
    let all_fit = |places: &Vec<Place>| {
        stems
            .iter()
            .zip(places)
            .all(|(stem, place)| fits(*stem, *place))
    };
    near_the_plot(stems, &order, fits)
        .or_else(|| Some(stairs(stems, &order, true)).filter(all_fit))
        .or_else(|| Some(stairs(stems, &order, false)).filter(all_fit))
        .unwrap_or_else(|| pile(stems, left, right))
}

/// Each label on the lowest level that is free, if there is one for all.
fn near_the_plot(
    stems: &[Stem],
    order: &[usize],
    fits: impl Fn(Stem, Place) -> bool,
) -> Option<Vec<Place>> {
    // From right to left: a label on the right of its line then only meets lines already settled.
    let mut settled: Vec<(usize, Place)> = Vec::new();
    for (turn, &index) in order.iter().enumerate() {
        let stem = stems[index];
        let place = (0..=stems.len())
            .flat_map(|level| [Place::right_of(stem, level), Place::left_of(stem, level)])
            .find(|place| {
                let waiting = order[turn + 1..]
                    .iter()
                    .filter(|other| covers(*place, stem.width, stems[**other].x));
                fits(stem, *place)
                    && waiting.count() <= place.level
                    && settled
                        .iter()
                        .all(|(other, there)| free(stem, *place, stems[*other], *there))
            })?;
        settled.push((index, place));
    }
    settled.sort_by_key(|(index, _)| *index);
    Some(settled.into_iter().map(|(_, place)| place).collect())
}

/// Labels rising to the right, each left of its line, or falling to the right, each right of it: no line then reaches
/// up to the label of another.
fn stairs(stems: &[Stem], order: &[usize], rising: bool) -> Vec<Place> {
    let mut places: Vec<(usize, Place)> = order
        .iter()
        .enumerate()
        .map(|(turn, &index)| {
            let stem = stems[index];
            let place = if rising {
                Place::left_of(stem, order.len() - 1 - turn)
            } else {
                Place::right_of(stem, turn)
            };
            (index, place)
        })
        .collect();
    places.sort_by_key(|(index, _)| *index);
    places.into_iter().map(|(_, place)| place).collect()
}

/// A level for each label, within the width whatever line it crosses: labels too long for anything better.
fn pile(stems: &[Stem], left: f64, right: f64) -> Vec<Place> {
    stems
        .iter()
        .enumerate()
        .map(|(level, stem)| Place {
            left: (stem.x + BESIDE).min(right - stem.width).max(left),
            level,
        })
        .collect()
}

/// Whether two labels and their lines keep clear of each other.
fn free(stem: Stem, place: Place, other: Stem, there: Place) -> bool {
    let apart = place.level != there.level
        || place.left >= there.left + other.width + GAP
        || there.left >= place.left + stem.width + GAP;
    // A line reaches up to the level of its label, past the lower ones.
    let above = there.level < place.level || !covers(place, stem.width, other.x);
    let below = place.level < there.level || !covers(there, other.width, stem.x);
    apart && above && below
}

/// Whether a line at `x` would run through, or close by, a label.
fn covers(place: Place, width: f64, x: f64) -> bool {
    x > place.left - BESIDE + 0.5 && x < place.left + width + BESIDE - 0.5
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stems: &[Stem]) {
        let places = place(stems, 0.0, 700.0);
        for (i, a) in places.iter().enumerate() {
            assert!(
                a.left >= 0.0 && a.left + stems[i].width <= 700.0,
                "{places:?}"
            );
            for (j, b) in places.iter().enumerate().skip(i + 1) {
                let apart = a.level != b.level
                    || a.left + stems[i].width <= b.left
                    || b.left + stems[j].width <= a.left;
                assert!(apart, "{stems:?} {places:?}");
                let crossed = (b.level > a.level && covers(*a, stems[i].width, stems[j].x))
                    || (a.level > b.level && covers(*b, stems[j].width, stems[i].x));
                assert!(!crossed, "{stems:?} {places:?}");
            }
        }
    }

    #[test]
    fn near_far_equal_and_outer_lines_keep_apart() {
        let stem = |x: f64| Stem { x, width: 90.0 };
        check(&[stem(100.0), stem(400.0)]);
        check(&[stem(300.0), stem(310.0)]);
        check(&[stem(300.0), stem(300.0)]);
        check(&[stem(690.0), stem(695.0)]);
        check(&[stem(5.0), stem(0.0), stem(700.0)]);
        check(&[stem(300.0), stem(310.0), stem(320.0), stem(330.0)]);
        check(&[stem(600.0), stem(640.0), stem(660.0), stem(700.0)]);
    }
}
