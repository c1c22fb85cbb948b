//! The columns of a heatmap: how wide they are, and the labels and group headings above them.
//!
//! Labels are broken horizontally where the columns can be wide enough for their longest word; else they run upwards.

use crate::view::chart::HeatColumn;

use crate::render::figure::font::{Fonts, clean};
use crate::render::figure::scene::{Align, Scene, first_baseline};
use crate::render::figure::style::{COLUMN, INNER, RULE, SMALL_HEADING, Type};

/// Least and largest width of a cell whose content would fit into less or fill more.
const CELL: (f64, f64) = (29.0, 104.0);
/// Widest figure for the sake of horizontal labels.
const WIDEST: f64 = 1000.0;
/// Most lines of a horizontal label.
const MOST_LINES: usize = 5;
/// Most lines of a label that runs upwards.
const MOST_TURNED: f64 = 3.0;
/// Longest label and heading that run upwards.
const LONGEST: f64 = 250.0;
/// White between the columns of different groups.
const GROUP_GAP: f64 = 8.0;
/// Between the labels and the cells, and between the headings and the labels.
const GAP: f64 = 6.0;

/// Places and labels of the columns.
pub(crate) struct Columns {
    /// Width of a cell.
    pub(crate) cell: f64,
    lefts: Vec<f64>,
    labels: Texts,
    groups: Vec<Group>,
    heading_height: f64,
}

/// Texts above columns, all horizontal or all running upwards.
struct Texts {
    lines: Vec<Vec<String>>,
    turned: bool,
    height: f64,
}

/// Neighbouring columns of one group.
struct Group {
    first: usize,
    last: usize,
    lines: Vec<String>,
    turned: bool,
}

impl Columns {
    /// Columns from `start` on, each at least `content` wide.
    pub(crate) fn new(columns: &[HeatColumn], start: f64, content: f64, fonts: &Fonts) -> Self {
        let spans = spans(columns);
        let gaps = GROUP_GAP * spans.len().saturating_sub(1) as f64;
        let count = columns.len().max(1) as f64;
        let share = ((INNER - start - gaps) / count)
            .clamp(CELL.0, CELL.1)
            .max(content);
        let room = ((WIDEST - start - gaps) / count)
            .min(CELL.1 + 10.0)
            .max(content);

        let labels: Vec<&str> = columns.iter().map(|column| column.label.as_str()).collect();
        let wide = longest_word(&labels, COLUMN, fonts) + 8.0;
        let horizontal = Texts::horizontal(&labels, wide.max(share) - 6.0, fonts);
        let (cell, labels) = match horizontal {
            Some(texts) if wide <= room => (wide.max(share), texts),
            _ => (share, Texts::turned(&labels, share, fonts)),
        };
        let cell = cell.ceil();
        let mut left = start.ceil();
        let mut lefts = Vec::with_capacity(columns.len());
        for (first, last) in &spans {
            for _ in *first..=*last {
                lefts.push(left);
                left += cell;
            }
            left += GROUP_GAP;
        }
        let groups: Vec<Group> = spans
            .iter()
            .map(|(first, last)| {
                let width = lefts[*last] + cell - lefts[*first];
                Group::new(*first, *last, &columns[*first].group, width, fonts)
            })
            .collect();
        let heading_height = groups
            .iter()
            .map(|group| group.height(fonts))
            .fold(0.0, f64::max);
        Self {
            cell,
            lefts,
            labels,
            groups,
            heading_height,
        }
    }

    /// Number of columns.
    pub(crate) fn count(&self) -> usize {
        self.lefts.len()
    }

    /// Left end of a column.
    pub(crate) fn left(&self, column: usize) -> f64 {
        self.lefts.get(column).copied().unwrap_or_default()
    }

    /// Right end of the last column.
    pub(crate) fn right(&self) -> f64 {
        self.lefts.last().map_or(0.0, |left| left + self.cell)
    }

    /// Height of labels and headings.
    pub(crate) fn height(&self) -> f64 {
        let headings = if self.heading_height > 0.0 {
            self.heading_height + 2.0 * GAP
        } else {
            0.0
        };
        (headings + self.labels.height + GAP).ceil()
    }

    /// Draws labels and headings, starting at `top`.
    pub(crate) fn draw(&self, scene: &mut Scene, top: f64) {
        let bottom = top + self.height() - GAP + 1.0;
        for (index, lines) in self.labels.lines.iter().enumerate() {
            let middle = self.left(index) + self.cell / 2.0;
            write(scene, lines, (middle, bottom), COLUMN, self.labels.turned);
        }
        let rule = top + self.heading_height + GAP;
        for group in &self.groups {
            let (left, right) = (self.left(group.first), self.left(group.last) + self.cell);
            if !group.lines.is_empty() {
                scene.rule((left + 2.0, rule), (right - 2.0, rule), RULE);
                write(
                    scene,
                    &group.lines,
                    ((left + right) / 2.0, rule - 4.0),
                    SMALL_HEADING,
                    group.turned,
                );
            }
        }
    }
}

impl Texts {
    /// Labels in lines of `width` pixels, if every one can be shown in full.
    fn horizontal(labels: &[&str], width: f64, fonts: &Fonts) -> Option<Self> {
        let wrapped: Vec<_> = labels
            .iter()
            .map(|label| fonts.wrap(label, COLUMN, width, MOST_LINES))
            .collect();
        let most = wrapped
            .iter()
            .map(|label| label.lines.len())
            .max()
            .unwrap_or(0);
        wrapped.iter().all(|label| label.whole).then(|| Self {
            lines: wrapped.into_iter().map(|label| label.lines).collect(),
            turned: false,
            height: most as f64 * COLUMN.leading(),
        })
    }

    /// Labels running upwards, as short as their number of lines allows.
    fn turned(labels: &[&str], cell: f64, fonts: &Fonts) -> Self {
        let most = ((cell - 2.0) / COLUMN.leading())
            .floor()
            .clamp(1.0, MOST_TURNED) as usize;
        let mut length = 60.0;
        loop {
            let wrapped: Vec<_> = labels
                .iter()
                .map(|label| fonts.wrap(label, COLUMN, length, most))
                .collect();
            if length >= LONGEST || wrapped.iter().all(|label| label.whole) {
                let lines: Vec<Vec<String>> =
                    wrapped.into_iter().map(|label| label.lines).collect();
                let height = fonts.widest(lines.iter().flatten().map(String::as_str), COLUMN);
                return Self {
                    lines,
                    turned: true,
                    height,
                };
            }
            length += 10.0;
        }
    }
}

impl Group {
    fn new(first: usize, last: usize, name: &str, width: f64, fonts: &Fonts) -> Self {
        let horizontal = fonts.wrap(name, SMALL_HEADING, width - 4.0, 4);
        if horizontal.whole {
            return Self {
                first,
                last,
                lines: horizontal.lines,
                turned: false,
            };
        }
        // The gap between groups lends room at both sides.
        let most = (width / SMALL_HEADING.leading())
            .floor()
            .clamp(1.0, MOST_TURNED) as usize;
        let mut length = 60.0;
        loop {
            let turned = fonts.wrap(name, SMALL_HEADING, length, most);
            if turned.whole || length >= LONGEST {
                return Self {
                    first,
                    last,
                    lines: turned.lines,
                    turned: true,
                };
            }
            length += 10.0;
        }
    }

    fn height(&self, fonts: &Fonts) -> f64 {
        if self.turned {
            fonts.widest(self.lines.iter().map(String::as_str), SMALL_HEADING)
        } else {
            self.lines.len() as f64 * SMALL_HEADING.leading()
        }
    }
}

/// Writes lines that end (horizontal) or start (turned) at the bottom, around the middle of a column.
fn write(scene: &mut Scene, lines: &[String], at: (f64, f64), style: Type, turned: bool) {
    let size = style.leading() * lines.len() as f64;
    if turned {
        let mut baseline = at.0 - size / 2.0 + first_baseline(style);
        for line in lines {
            scene.turned_text(line, (baseline, at.1), style, Align::Start);
            baseline += style.leading();
        }
    } else {
        scene.lines(lines, (at.0, at.1 - size), style, Align::Middle);
    }
}

/// First and last column of each run of neighbours with the same group.
fn spans(columns: &[HeatColumn]) -> Vec<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        match spans.last_mut() {
            Some((first, last)) if columns[*first].group == column.group => *last = index,
            _ => spans.push((index, index)),
        }
    }
    spans
}

/// Width of the widest word of the labels.
fn longest_word(labels: &[&str], style: Type, fonts: &Fonts) -> f64 {
    labels
        .iter()
        .map(|label| {
            let label = clean(label);
            fonts.widest(
                label.split_inclusive([' ', '-', '/']).map(str::trim_end),
                style,
            )
        })
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_of_a_group_stand_under_one_heading() {
        let column = |group: &str| HeatColumn {
            label: String::new(),
            group: group.to_owned(),
        };
        let columns = [column("a"), column("a"), column("b"), column("a")];
        assert_eq!(spans(&columns), [(0, 1), (2, 2), (3, 3)]);
        assert!(spans(&[]).is_empty());
    }
}
