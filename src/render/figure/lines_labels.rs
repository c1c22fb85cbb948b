//! Labels at the two ends of lines: each as near to its line as the others leave room for.

use crate::view::chart::{LineSeries, Lines};

use crate::render::figure::font::Fonts;
use crate::render::figure::scale::drawable;
use crate::render::figure::scene::{Align, Scene, centred};
use crate::render::figure::style::{BACKDROP, LABEL, Type};

/// Widest label at the left end.
const WIDEST_LEFT: f64 = 300.0;
/// Widest label at the right end.
const WIDEST_RIGHT: f64 = 400.0;
/// Between a point and the line that leads to its label.
const NEAR: f64 = 9.0;
/// Between a point and its label.
pub(crate) const AWAY: f64 = 36.0;

/// Which end of the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// The first wave.
    Left,
    /// The last wave.
    Right,
}

/// The labels at one end.
pub(crate) struct Labels {
    end: End,
    /// From top to bottom.
    labels: Vec<Label>,
    /// Width of the widest.
    pub(crate) width: f64,
    /// Distance between two of them.
    pub(crate) pitch: f64,
}

/// One label.
struct Label {
    text: String,
    value: f64,
    style: Type,
    /// Whether the line has a point at this end; else the label names the wave of its last one.
    reaches: bool,
}

impl Labels {
    /// The labels of the series at the positions `named`, in the looks that `style` gives them.
    pub(crate) fn new(
        lines: &Lines,
        named: &[usize],
        end: End,
        style: impl Fn(&LineSeries) -> Type,
        fonts: &Fonts,
    ) -> Self {
        let last = lines.waves.len().saturating_sub(1);
        let mut labels = Vec::new();
        for at in named {
            let series = &lines.series[*at];
            let points = || {
                let all = series.points.iter().take(lines.waves.len()).enumerate();
                all.filter_map(|(wave, point)| {
                    let point = point.as_ref()?;
                    Some((wave, drawable(point.value)?, &point.label))
                })
            };
            let look = style(series);
            let (text, value, reaches) = match end {
                End::Left => match points().next() {
                    Some((0, value, label)) => (
                        fonts.fit(&format!("{}  {label}", series.label), look, WIDEST_LEFT),
                        value,
                        true,
                    ),
                    _ => continue,
                },
                End::Right => match points().next_back() {
                    Some((wave, value, label)) => {
                        let when = if wave == last {
                            String::new()
                        } else {
                            format!("{}: ", lines.waves[wave])
                        };
                        let change = match series.change_label.as_str() {
                            "" => String::new(),
                            change => format!(" ({change})"),
                        };
                        let text = format!("{when}{label}{change}  {}", series.label);
                        (fonts.fit(&text, look, WIDEST_RIGHT), value, wave == last)
                    }
                    None => continue,
                },
            };
            labels.push(Label {
                text,
                value,
                style: look,
                reaches,
            });
        }
        labels.sort_by(|a, b| b.value.total_cmp(&a.value));
        Self {
            end,
            width: labels
                .iter()
                .map(|label| fonts.width(&label.text, label.style))
                .fold(0.0, f64::max),
            pitch: labels
                .iter()
                .map(|label| label.style.leading())
                .fold(0.0, f64::max),
            labels,
        }
    }

    /// Height that the labels need.
    pub(crate) fn height(&self) -> f64 {
        self.labels.len() as f64 * self.pitch
    }

    /// Writes the labels beside the wave at `x`, between `top` and `bottom`; `place` gives the height of a value.
    pub(crate) fn draw(
        &self,
        scene: &mut Scene,
        x: f64,
        (top, bottom): (f64, f64),
        place: impl Fn(f64) -> f64,
    ) {
        let (side, align) = match self.end {
            End::Left => (-1.0, Align::End),
            End::Right => (1.0, Align::Start),
        };
        let wanted: Vec<f64> = self.labels.iter().map(|label| place(label.value)).collect();
        let half = self.pitch / 2.0;
        let found = spread(&wanted, self.pitch, top + half, bottom - half);
        for ((label, wanted), y) in self.labels.iter().zip(&wanted).zip(&found) {
            if label.reaches {
                let from = (x + side * NEAR, *wanted);
                scene.line(from, (x + side * (AWAY - 3.0), *y), 0.8, BACKDROP);
            }
            let at = (x + side * AWAY, centred(*y, label.style));
            scene.text(&label.text, at, label.style, align);
        }
    }
}

/// The look of a label: as large as so many labels allow.
pub(crate) fn look(count: usize) -> Type {
    let size = if count > 24 { 11.0 } else { 12.0 };
    Type { size, ..LABEL }
}

/// Places near `wanted` (ascending), at least `gap` apart and between `low` and `high`: least squares of all shifts.
fn spread(wanted: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    // Without the gaps it is a regression that may not fall: neighbours that would are averaged.
    let mut runs: Vec<(f64, usize)> = Vec::new();
    for (at, place) in wanted.iter().enumerate() {
        let mut run = (place - at as f64 * gap, 1);
        while let Some((sum, count)) = runs.last().copied()
            && sum / count as f64 > run.0 / run.1 as f64
        {
            runs.pop();
            run = (run.0 + sum, run.1 + count);
        }
        runs.push(run);
    }
    let highest = (high - wanted.len().saturating_sub(1) as f64 * gap).max(low);
    runs.into_iter()
        .flat_map(|(sum, count)| std::iter::repeat_n(sum / count as f64, count))
        .enumerate()
        .map(|(at, place)| place.clamp(low, highest) + at as f64 * gap)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_move_apart_as_little_as_needed_and_stay_inside() {
        let spread = |wanted: &[f64]| spread(wanted, 10.0, 0.0, 100.0);
        assert_eq!(spread(&[20.0, 60.0]), [20.0, 60.0]);
        assert_eq!(spread(&[50.0, 50.0]), [45.0, 55.0]);
        assert_eq!(spread(&[0.0, 0.0, 2.0]), [0.0, 10.0, 20.0]);
        assert_eq!(spread(&[99.0, 100.0]), [90.0, 100.0]);
        assert!(spread(&[]).is_empty());
        let many: Vec<f64> = (0..11).map(|_| 3.0).collect();
        let found = spread(&many);
        assert!(found.windows(2).all(|pair| pair[1] - pair[0] >= 9.999));
        assert!(found[0] >= 0.0 && found[10] <= 100.0);
    }
}
