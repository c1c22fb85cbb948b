//! Sizes, colours, line styles and the few words of the figures.
//!
//! Colours are those of Okabe and Ito (2008), distinguishable with the common forms of colour blindness, ordered and
//! partly darkened so that neighbours also differ in lightness; line style and marker repeat the difference, so that
//! no figure depends on colour.

use crate::text::Lang;

/// Outer width of a figure, in pixels, unless its content needs more.
pub(crate) const WIDTH: f64 = 820.0;
/// Space between content and edge.
pub(crate) const MARGIN: f64 = 24.0;
/// Width available to the content of a figure of normal width.
pub(crate) const INNER: f64 = WIDTH - 2.0 * MARGIN;
/// Distance between baselines, in ems.
pub(crate) const LEADING: f64 = 1.28;
/// Radius of a dot of the ranking.
pub(crate) const DOT: f64 = 4.6;

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rgb(pub(crate) u8, pub(crate) u8, pub(crate) u8);

/// Background.
pub(crate) const PAPER: Rgb = Rgb(255, 255, 255);
/// Text.
pub(crate) const INK: Rgb = Rgb(26, 26, 26);
/// Subtitle, headings of axes.
pub(crate) const SOFT: Rgb = Rgb(72, 72, 72);
/// Notes, tick labels, muted rows.
pub(crate) const MUTED: Rgb = Rgb(104, 104, 104);
/// Axis line, separators.
pub(crate) const RULE: Rgb = Rgb(140, 140, 140);
/// Grid.
pub(crate) const GRID: Rgb = Rgb(224, 224, 224);
/// Dots of a ranking, shape of a small radar.
pub(crate) const MAIN: Rgb = Rgb(0, 94, 148);
/// Range of a dot.
pub(crate) const RANGE: Rgb = Rgb(110, 164, 204);
/// Range of a muted dot.
pub(crate) const MUTED_RANGE: Rgb = Rgb(176, 176, 176);
/// Target line.
pub(crate) const TARGET: Rgb = Rgb(178, 72, 0);
/// Median line.
pub(crate) const MEDIAN: Rgb = Rgb(70, 70, 70);
/// Median of a small radar.
pub(crate) const BACKDROP: Rgb = Rgb(150, 150, 150);
/// Hatching of cells without data.
pub(crate) const HATCH: Rgb = Rgb(150, 150, 150);

/// Regular or bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    /// Regular.
    Regular,
    /// Bold.
    Bold,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Type {
    /// Font size in pixels.
    pub(crate) size: f64,
    /// Regular or bold.
    pub(crate) weight: Weight,
    /// Colour.
    pub(crate) color: Rgb,
}

impl Type {
    const fn regular(size: f64, color: Rgb) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            color,
        }
    }

    const fn bold(size: f64, color: Rgb) -> Self {
        Self {
            size,
            weight: Weight::Bold,
            color,
        }
    }

    /// The same in another colour.
    pub(crate) const fn in_color(self, color: Rgb) -> Self {
        Self { color, ..self }
    }

    /// Distance between two baselines.
    pub(crate) fn leading(self) -> f64 {
        self.size * LEADING
    }
}

/// Title of the figure.
pub(crate) const TITLE: Type = Type::bold(17.0, INK);
/// Line below the title.
pub(crate) const SUBTITLE: Type = Type::regular(12.5, SOFT);
/// Notes below the figure.
pub(crate) const NOTE: Type = Type::regular(10.5, MUTED);
/// Names of regions, legend entries.
pub(crate) const LABEL: Type = Type::regular(12.5, INK);
/// Names of spokes and of groups of columns.
pub(crate) const HEADING: Type = Type::bold(12.0, INK);
/// Values beside dots.
pub(crate) const VALUE: Type = Type::regular(12.0, INK);
/// Numbers on axes.
pub(crate) const TICK: Type = Type::regular(11.0, MUTED);
/// Name of an axis.
pub(crate) const AXIS: Type = Type::regular(11.5, SOFT);
/// Column labels of a heatmap.
pub(crate) const COLUMN: Type = Type::regular(10.5, INK);
/// Cells of a heatmap.
pub(crate) const CELL: Type = Type::regular(11.5, INK);
/// Legend of a heatmap, keys, remarks in a legend.
pub(crate) const SMALL: Type = Type::regular(11.0, SOFT);
/// Region above a small radar.
pub(crate) const SMALL_HEADING: Type = Type::bold(11.0, INK);
/// Spokes of a small radar, numbers on the rings.
pub(crate) const TINY: Type = Type::regular(9.5, SOFT);

/// Shape at a vertex.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Marker {
    /// Filled circle.
    Circle,
    /// Filled square.
    Square,
    /// Filled triangle, tip up.
    Up,
    /// Filled square on its tip.
    Diamond,
    /// Filled triangle, tip down.
    Down,
    /// Circle with a white centre.
    Ring,
}

/// Look of one series of a radar.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SeriesStyle {
    /// Colour of line and marker.
    pub(crate) color: Rgb,
    /// Lengths of dash and gap in pixels; empty is solid.
    pub(crate) dash: &'static [f64],
    /// Shape at the vertices.
    pub(crate) marker: Marker,
    /// Line width.
    pub(crate) width: f64,
    /// Radius of the marker.
    pub(crate) radius: f64,
}

/// Most series one radar shows on top of each other.
pub(crate) const OVERLAID: usize = SERIES.len();

/// Line width and marker radius where series coincide.
pub(crate) const SHARED_WIDTH: f64 = 2.6;
/// See [`SHARED_WIDTH`].
pub(crate) const SHARED_RADIUS: f64 = 6.6;

/// The looks of the series.
pub(crate) const SERIES: [SeriesStyle; 6] = [
    series(Rgb(0, 84, 134), &[], Marker::Circle, 2.2, 5.2),
    series(Rgb(219, 100, 4), &[9.0, 4.5], Marker::Square, 2.2, 5.2),
    series(Rgb(30, 30, 30), &[2.2, 3.6], Marker::Up, 2.2, 5.4),
    series(Rgb(104, 192, 240), &[], Marker::Diamond, 2.6, 5.0),
    series(
        Rgb(0, 140, 104),
        &[11.0, 3.5, 2.2, 3.5],
        Marker::Down,
        2.2,
        5.4,
    ),
    series(Rgb(204, 121, 167), &[5.0, 3.0], Marker::Ring, 2.0, 5.2),
];

const fn series(
    color: Rgb,
    dash: &'static [f64],
    marker: Marker,
    width: f64,
    radius: f64,
) -> SeriesStyle {
    SeriesStyle {
        color,
        dash,
        marker,
        width,
        radius,
    }
}

/// Fill of a heatmap cell: one blue hue whose lightness falls steadily from shade 0 to 1, so that a grey copy keeps
/// the order.
pub(crate) fn shade(value: f64) -> Rgb {
    const STOPS: [(f64, f64, f64); 6] = [
        (234.0, 242.0, 250.0),
        (198.0, 219.0, 239.0),
        (145.0, 190.0, 222.0),
        (78.0, 143.0, 194.0),
        (24.0, 94.0, 158.0),
        (8.0, 44.0, 98.0),
    ];
    let value = if value.is_nan() { 0.0 } else { value };
    let place = value.clamp(0.0, 1.0) * (STOPS.len() - 1) as f64;
    let index = (place.floor() as usize).min(STOPS.len() - 2);
    let part = place - index as f64;
    let (low, high) = (STOPS[index], STOPS[index + 1]);
    let mix = |low: f64, high: f64| (low + (high - low) * part).round() as u8;
    Rgb(mix(low.0, high.0), mix(low.1, high.1), mix(low.2, high.2))
}

/// Relative luminance after WCAG 2.1, 0 (black) to 1 (white).
pub(crate) fn luminance(color: Rgb) -> f64 {
    let linear = |channel: u8| {
        let channel = f64::from(channel) / 255.0;
        if channel <= 0.040_45 {
            channel / 12.92
        } else {
            ((channel + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(color.0) + 0.7152 * linear(color.1) + 0.0722 * linear(color.2)
}

/// The text colour that stands out more on `background`.
pub(crate) fn text_on(background: Rgb) -> Rgb {
    let ground = luminance(background);
    let with_ink = (ground + 0.05) / (luminance(INK) + 0.05);
    let with_paper = 1.05 / (ground + 0.05);
    if with_ink >= with_paper { INK } else { PAPER }
}

/// The words a figure adds by itself.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    /// A value is missing.
    pub(crate) no_data: &'static str,
    /// The thin line of small radars.
    pub(crate) median: &'static str,
    /// Introduces the values of the rings.
    pub(crate) rings: &'static str,
    /// The shape of one region in small radars.
    pub(crate) region: &'static str,
    /// Striped lines and divided markers.
    pub(crate) shared: &'static str,
}

/// The words in one language.
pub(crate) fn words(lang: Lang) -> Words {
    match lang {
        Lang::Id => Words {
            no_data: "tanpa skor",
            median: "median wilayah",
            rings: "pusat ke tepi",
            region: "wilayah",
            shared: "nilai sama (garis dan penanda terbagi)",
        },
        Lang::En => Words {
            no_data: "no score",
            median: "median of the regions",
            rings: "centre to rim",
            region: "region",
            shared: "equal values (divided line and marker)",
        },
    }
}
