//! What a figure shows: numbers, labels in the reader's language, and nothing about pixels.

use crate::text::Lang;

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// File name without extension, such as `ranking`.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Line below the heading: framework, wave, scale.
    pub subtitle: String,
    /// Lines below the figure: sources, warnings, how to read it.
    pub notes: Vec<String>,
    /// Language of the numbers on the axes.
    pub lang: Lang,
    /// What is drawn.
    pub body: Body,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Groups per region on spokes.
    Radar(Radar),
    /// Regions ranked on one axis.
    Dots(Dots),
    /// Region × indicator.
    Heatmap(Heatmap),
    /// Regions over waves.
    Lines(Lines),
}

/// Groups per region on spokes from the centre (`min`) to the rim (`max`).
#[derive(Debug, Clone, PartialEq)]
pub struct Radar {
    /// One label for each spoke, clockwise from the top.
    pub spokes: Vec<String>,
    /// Value at the centre.
    pub min: f64,
    /// Value at the rim.
    pub max: f64,
    /// One series for each region.
    pub series: Vec<Series>,
}

/// The values of one region, one for each spoke; `None` is no data (never drawn as zero).
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Region.
    pub label: String,
    /// Values in the order of the spokes.
    pub values: Vec<Option<f64>>,
}

/// Regions ranked on one axis: a dot each, with its possible range and reference lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Dots {
    /// Name and unit of the axis.
    pub axis: String,
    /// Left end of the axis.
    pub min: f64,
    /// Right end of the axis.
    pub max: f64,
    /// Rows from top to bottom.
    pub rows: Vec<DotRow>,
    /// Vertical lines: target, median.
    pub lines: Vec<ReferenceLine>,
}

/// One region of a [`Dots`] figure.
#[derive(Debug, Clone, PartialEq)]
pub struct DotRow {
    /// Region, with its rank where it has one (`1  Kabupaten Banyuasin`).
    pub label: String,
    /// Score; `None` is no data, shown as text and never as zero.
    pub value: Option<f64>,
    /// What is written beside the dot, or in its place where there is no value.
    pub value_label: String,
    /// Possible range given what is missing, `(low, high)`.
    pub range: Option<(f64, f64)>,
    /// False: shown below the ranking in a muted style.
    pub ranked: bool,
    /// Whether regions between the row above and this one are left out.
    pub after_gap: bool,
}

/// A vertical line of a [`Dots`] figure.
#[derive(Debug, Clone, PartialEq)]
pub struct ReferenceLine {
    /// What the line is (`median 45,8`, `target 60`).
    pub label: String,
    /// Where it stands.
    pub value: f64,
    /// How it is drawn.
    pub role: LineRole,
}

/// What a reference line stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineRole {
    /// Solid.
    Target,
    /// Dashed.
    Median,
}

/// Region × indicator, the level written in the cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Heatmap {
    /// Columns from left to right.
    pub columns: Vec<HeatColumn>,
    /// Rows from top to bottom; each has as many cells as there are columns.
    pub rows: Vec<HeatRow>,
    /// Legend entries for the shades, from low to high: label and shade 0–1.
    pub legend: Vec<(String, f64)>,
    /// Legend labels of cells without data.
    pub missing: Vec<(Missing, String)>,
    /// Legend label of a cell that does not apply.
    pub not_applicable_label: String,
}

/// A column of a [`Heatmap`].
#[derive(Debug, Clone, PartialEq)]
pub struct HeatColumn {
    /// Indicator.
    pub label: String,
    /// The group it belongs to; neighbours with the same group stand under one heading.
    pub group: String,
}

/// A row of a [`Heatmap`].
#[derive(Debug, Clone, PartialEq)]
pub struct HeatRow {
    /// Region.
    pub label: String,
    /// One cell for each column.
    pub cells: Vec<HeatCell>,
}

/// A cell of a [`Heatmap`].
#[derive(Debug, Clone, PartialEq)]
pub enum HeatCell {
    /// A level: what is written, and the shade from 0 (lowest) to 1 (highest).
    Level {
        /// Text in the cell.
        label: String,
        /// Shade; `None` for a value that is shown and not scored.
        shade: Option<f64>,
    },
    /// No data: hatched, each way of missing in its own way.
    Missing(Missing),
    /// Does not apply here: empty with a dash.
    NotApplicable,
}

/// Why a cell of a [`Heatmap`] has no data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// No statement speaks of it.
    NoStatement,
    /// Statements speak of it, none gives a level.
    NoLevel,
    /// A statement says that it was not checked.
    NotChecked,
    /// There is no score for another reason, such as too little data below a group.
    NoScore,
}

/// Regions over waves: a line each, broken where a wave is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// Name and unit of the vertical axis.
    pub axis: String,
    /// Lower end of the axis.
    pub min: f64,
    /// Upper end of the axis.
    pub max: f64,
    /// Names of the waves from left to right.
    pub waves: Vec<String>,
    /// Where each wave stands between the first (0) and the last (1).
    pub places: Vec<f64>,
    /// One series for each region; what comes first is drawn on top.
    pub series: Vec<LineSeries>,
    /// What the looks of lines and points mean, as far as they occur.
    pub keys: Vec<(LineKey, String)>,
}

/// One region of a [`Lines`] figure.
#[derive(Debug, Clone, PartialEq)]
pub struct LineSeries {
    /// Region.
    pub label: String,
    /// One for each wave; `None` is no score: the line is broken there.
    pub points: Vec<Option<LinePoint>>,
    /// Its change, written at the right end.
    pub change_label: String,
    /// How it is drawn.
    pub tone: LineTone,
}

/// One region in one wave.
#[derive(Debug, Clone, PartialEq)]
pub struct LinePoint {
    /// Score.
    pub value: f64,
    /// The score in words.
    pub label: String,
    /// False: too little data for a rank.
    pub ranked: bool,
    /// Whether the change from the wave before is certain.
    pub certain: bool,
}

/// What became of a region, and so how its line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineTone {
    /// Rose.
    Rose,
    /// Fell.
    Fell,
    /// The same as before.
    Same,
    /// Nobody knows: it may have risen or fallen.
    Open,
    /// In the background, where there are too many lines to follow each.
    Background,
}

/// An entry of the legend of a [`Lines`] figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKey {
    /// Look of a line.
    Tone(LineTone),
    /// A change that is not certain.
    Uncertain,
    /// A point with too little data for a rank.
    Unranked,
}
