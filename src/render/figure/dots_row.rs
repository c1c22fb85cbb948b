//! One row of a ranking: its texts broken into lines, the columns all rows share, and drawing it.

use crate::view::chart::DotRow;

use crate::render::figure::area::Area;
use crate::render::figure::font::{Fonts, clean};
use crate::render::figure::scale::{Scale, drawable};
use crate::render::figure::scene::{Align, Scene};
use crate::render::figure::style::{
    DOT, GRID, HEADING, INNER, LABEL, MAIN, MUTED, MUTED_RANGE, PAPER, RANGE, Type, VALUE,
};

/// Widest column of names.
const WIDEST_NAME: f64 = 300.0;
/// Widest text beside a dot.
const WIDEST_VALUE: f64 = 190.0;
/// Between names and plot.
const GUTTER: f64 = 12.0;
/// Between a dot or range and its value.
const BESIDE: f64 = 8.0;
/// Space above and below the text of a row.
const AIR: f64 = 3.5;

/// A row of a panel.
pub(crate) enum Row<'a> {
    /// A heading over the rows that follow.
    Heading(&'a str),
    /// A region.
    Region(&'a DotRow),
}

/// Columns of the figure and the scale of the plot.
pub(crate) struct Columns {
    /// Right end of the rank numbers.
    rank: f64,
    /// Left end of the names.
    name: f64,
    /// Left end of the plot.
    pub(crate) left: f64,
    /// Right end of the plot.
    pub(crate) right: f64,
    /// The axis.
    pub(crate) scale: Scale,
}

impl Columns {
    /// Columns as wide as the rows need.
    pub(crate) fn new(rows: &[Measured], scale: Scale) -> Self {
        let rank = rows.iter().map(|row| row.rank_width).fold(0.0, f64::max);
        let name = if rank > 0.0 { rank + 8.0 } else { 0.0 };
        let widest = rows
            .iter()
            .filter(|row| !row.heading)
            .map(|row| row.name_width)
            .fold(0.0, f64::max);
        let left = (name + widest + GUTTER).floor();
        // As wide as possible with the text beside every dot still inside; 14 is room for half a tick label.
        let mut right = INNER - 14.0;
        for row in rows {
            if let Some(end) = row.right_end() {
                let part = scale.part(end);
                let room = INNER - left - BESIDE - DOT - row.value_width;
                if part > 0.05 {
                    right = right.min(left + room / part);
                }
            }
        }
        Self {
            rank,
            name,
            left,
            right: right.max(left + 80.0).floor(),
            scale,
        }
    }

    /// Place of a value.
    pub(crate) fn x(&self, value: f64) -> f64 {
        self.left + (self.right - self.left) * self.scale.part(value)
    }
}

/// A row with its texts broken into lines.
pub(crate) struct Measured {
    heading: bool,
    /// Whether it belongs to the ranking.
    pub(crate) ranked: bool,
    /// Whether regions between the row above and this one are left out.
    pub(crate) after_gap: bool,
    rank: String,
    rank_width: f64,
    name: Vec<String>,
    name_width: f64,
    value: Option<f64>,
    range: Option<(f64, f64)>,
    value_lines: Vec<String>,
    value_width: f64,
    /// Height in pixels.
    pub(crate) height: f64,
}

impl Measured {
    /// Breaks the texts of a row.
    pub(crate) fn new(row: &Row<'_>, fonts: &Fonts) -> Self {
        match row {
            Row::Heading(text) => Self::heading(text, fonts),
            Row::Region(row) => Self::region(row, fonts),
        }
    }

    fn heading(text: &str, fonts: &Fonts) -> Self {
        let name = fonts.wrap(text, HEADING, INNER, 2).lines;
        Self {
            heading: true,
            ranked: true,
            after_gap: false,
            rank: String::new(),
            rank_width: 0.0,
            name_width: 0.0,
            value: None,
            range: None,
            value_lines: Vec::new(),
            value_width: 0.0,
            height: name.len() as f64 * HEADING.leading() + 14.0,
            name,
        }
    }

    fn region(row: &DotRow, fonts: &Fonts) -> Self {
        let (rank, name) = split_rank(&row.label);
        let rank = fonts.fit(&rank, LABEL, 60.0);
        let name = fonts.wrap(&name, LABEL, WIDEST_NAME, 2).lines;
        let value = row.value.and_then(drawable);
        let most = if value.is_some() { 1 } else { 2 };
        let value_lines = fonts
            .wrap(
                &row.value_label,
                VALUE,
                if value.is_some() { WIDEST_VALUE } else { 300.0 },
                most,
            )
            .lines;
        let range = row
            .range
            .and_then(|(low, high)| Some((drawable(low.min(high))?, drawable(low.max(high))?)))
            .filter(|(low, high)| value.is_some() && high - low > 1e-9 * high.abs().max(1.0));
        let texts = name.len().max(value_lines.len()).max(1);
        Self {
            heading: false,
            ranked: row.ranked,
            after_gap: row.after_gap,
            rank_width: fonts.width(&rank, LABEL),
            rank,
            name_width: fonts.widest(name.iter().map(String::as_str), LABEL),
            value,
            range,
            value_width: fonts.widest(value_lines.iter().map(String::as_str), VALUE),
            height: texts as f64 * LABEL.leading() + 2.0 * AIR,
            name,
            value_lines,
        }
    }

    /// Everything that must lie on the axis.
    pub(crate) fn ends(&self) -> impl Iterator<Item = f64> {
        let (low, high) = self.range.unzip();
        [self.value, low, high].into_iter().flatten()
    }

    /// Right end of dot and range.
    fn right_end(&self) -> Option<f64> {
        let value = self.value?;
        Some(self.range.map_or(value, |(_, high)| high.max(value)))
    }

    /// Draws the line along which the eye goes from name to dot.
    pub(crate) fn draw_guide(&self, scene: &mut Scene, columns: &Columns, top: f64) {
        if !self.heading {
            let middle = top + self.height / 2.0;
            scene.rule((columns.left, middle), (columns.right, middle), GRID);
        }
    }

    /// Draws name, range, dot and value.
    pub(crate) fn draw(&self, scene: &mut Scene, columns: &Columns, top: f64, fonts: &Fonts) {
        if self.heading {
            scene.lines(&self.name, (0.0, top + 10.0), HEADING, Align::Start);
            return;
        }
        let middle = top + self.height / 2.0;
        let tone = |style: Type| {
            if self.ranked {
                style
            } else {
                style.in_color(MUTED)
            }
        };
        let name_top = middle - self.name.len() as f64 * LABEL.leading() / 2.0;
        scene.lines(
            &self.name,
            (columns.name, name_top),
            tone(LABEL),
            Align::Start,
        );
        let rank = [self.rank.clone()];
        scene.lines(&rank, (columns.rank, name_top), tone(LABEL), Align::End);

        let Some(value) = self.value else {
            self.write(
                scene,
                columns.left + BESIDE,
                middle,
                VALUE.in_color(MUTED),
                fonts,
            );
            return;
        };
        // On the row's guide line, which sits on the pixel grid.
        let middle = middle.floor() + 0.5;
        let color = if self.ranked { MAIN } else { MUTED };
        if let Some((low, high)) = self.range {
            let range = if self.ranked { RANGE } else { MUTED_RANGE };
            let (low, high) = (columns.x(low), columns.x(high));
            scene.line((low, middle), (high, middle), 2.0, range);
            for end in [low, high] {
                scene.line((end, middle - 4.0), (end, middle + 4.0), 1.6, range);
            }
        }
        let x = columns.x(value);
        scene.disc((x, middle), DOT + 1.2, PAPER);
        if self.ranked {
            scene.disc((x, middle), DOT, color);
        } else {
            scene.ring((x, middle), DOT - 0.7, 1.4, color);
        }
        let right = self
            .right_end()
            .map_or(x, |end| columns.x(end))
            .max(x + DOT);
        self.write(scene, right + BESIDE, middle, tone(VALUE), fonts);
    }

    /// Writes the value on a white ground, which keeps lines out of the text.
    fn write(&self, scene: &mut Scene, left: f64, middle: f64, style: Type, fonts: &Fonts) {
        let height = style.leading() * self.value_lines.len() as f64;
        let width = fonts.widest(self.value_lines.iter().map(String::as_str), style);
        if width > 0.0 {
            let ground = Area {
                left: left - 3.0,
                top: middle - height / 2.0 + 1.0,
                right: left + width + 3.0,
                bottom: middle + height / 2.0 - 1.0,
            };
            scene.rect(ground, PAPER, 1.0);
        }
        scene.lines(
            &self.value_lines,
            (left, middle - height / 2.0),
            style,
            Align::Start,
        );
    }
}

/// Splits `1  Kabupaten Banyuasin` at its double space into rank and name.
fn split_rank(label: &str) -> (String, String) {
    match label.split_once("  ") {
        Some((rank, name))
            if !rank.is_empty() && rank.chars().count() <= 8 && !name.trim().is_empty() =>
        {
            (clean(rank), clean(name))
        }
        _ => (String::new(), clean(label)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rank_is_split_from_the_name() {
        assert_eq!(
            split_rank("1  Kota Palembang"),
            ("1".into(), "Kota Palembang".into())
        );
        assert_eq!(
            split_rank("Kota Palembang"),
            (String::new(), "Kota Palembang".into())
        );
        assert_eq!(split_rank("Kabupaten  Ogan Ilir").1, "Kabupaten Ogan Ilir");
        assert_eq!(split_rank("  "), (String::new(), String::new()));
    }
}
