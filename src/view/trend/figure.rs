//! A trend as a figure: a line for each region.

use std::sync::Arc;

use crate::compare::trend::{Change, ChangePlace, Point, RegionTrend, Trend};
use crate::framework::ReportingUnit;
use crate::stats::TOLERANCE;
use crate::study::Scored;
use crate::text::{Wording, label, list, short_number};

use super::{CROSS, TrendReport, cautions, reasons, subtitle, unsure_word};
use crate::view::chart::{Body, Chart, LineKey, LinePoint, LineSeries, LineTone, Lines};
use crate::view::shown::short_name;
use crate::view::{corrections, words};

/// With more regions than this, a figure shows the rest in the background.
const MOST_LINES: usize = 10;
/// How many that rose, and how many that fell, stand out then.
const STANDING_OUT: usize = 3;
/// A figure shows at least this share of the scale, so that small changes look small.
const LEAST_SPAN: f64 = 0.2;

/// Every region as a line through its waves.
pub(super) fn figure(report: &TrendReport) -> Chart {
    let lang = report.lang;
    let trend = &report.trend;
    let Scored {
        framework, method, ..
    } = report.scored;
    let (min, max) = words::axis(framework, method);
    let axis = match method.reporting.unit {
        ReportingUnit::Percent => label::score_axis(lang),
        ReportingUnit::Native => label::native_axis(lang, min, max),
    };
    let values: Vec<f64> = trend
        .regions
        .iter()
        .flat_map(|it| it.points.iter().filter_map(|point| point.told))
        .collect();
    let (low, high) = span(&values, min, max);
    let mut order: Vec<usize> = (0..trend.regions.len()).collect();
    let tones: Vec<LineTone> = order.iter().map(|at| tone(trend, *at)).collect();
    // Those in the background are drawn first, and so come last.
    order.sort_by_key(|at| tones[*at] == LineTone::Background);
    let series: Vec<LineSeries> = order
        .iter()
        .map(|at| line(report, &trend.regions[*at], tones[*at]))
        .collect();
    let mut notes = Vec::new();
    if low > min + TOLERANCE || high < max - TOLERANCE {
        let [low, high, min, max] =
            [low, high, min, max].map(|it| short_number(it, report.decimals(), lang));
        notes.push(label::trend_axis_note(lang, low, high, min, max));
    }
    let gap = |it: &RegionTrend| it.points.iter().any(|point| point.score.is_none());
    if trend.regions.iter().any(gap) {
        notes.push(label::trend_gap_note(lang));
    }
    let mut points = trend.regions.iter().flat_map(|it| &it.points);
    if points.any(|point| is_cross(report, point)) {
        notes.push(label::cross_key(lang).to_owned());
    }
    notes.extend(corrections::line(report.scored, report.lang));
    notes.extend(cautions(report));
    Chart {
        id: "trend".to_owned(),
        title: label::trend_title(lang, report.scored.title(lang)),
        subtitle: subtitle(report),
        notes,
        lang,
        body: Body::Lines(Lines {
            axis,
            min: low,
            max: high,
            waves: trend.waves.iter().map(|wave| wave.to_string()).collect(),
            places: places(&trend.waves),
            keys: keys(&report.wording(), trend, &series),
            series,
        }),
    }
}

/// The part of the scale that holds all values, and not less than a fifth of it.
fn span(values: &[f64], min: f64, max: f64) -> (f64, f64) {
    let low = values.iter().copied().reduce(f64::min).unwrap_or(min);
    let high = values.iter().copied().reduce(f64::max).unwrap_or(max);
    let lacking = (LEAST_SPAN * (max - min) - (high - low)).max(0.0) / 2.0;
    let (low, high) = (low - lacking, high + lacking);
    // What leaves the scale at one end is made up for at the other.
    let shift = (min - low).max(0.0) - (high - max).max(0.0);
    if lacking > 0.0 {
        (low + shift, high + shift)
    } else {
        (low, high)
    }
}

/// Waves whose names are numbers stand at their distances, others at equal ones.
fn places(waves: &[Arc<str>]) -> Vec<f64> {
    let numbers: Option<Vec<f64>> = waves.iter().map(|it| it.trim().parse().ok()).collect();
    match numbers.as_deref() {
        Some([first, .., last]) if last - first > 0.0 => numbers
            .iter()
            .flatten()
            .map(|number| (number - first) / (last - first))
            .collect(),
        _ => Vec::new(),
    }
}

/// How the line of a region is drawn: in a crowd only the greatest changes stand out, and of these
/// only what is certain and not small.
fn tone(trend: &Trend, at: usize) -> LineTone {
    let it = &trend.regions[at];
    let crowd = trend.regions.len() > MOST_LINES;
    let is_whole = it.change.from == 0 && it.change.to + 1 == trend.waves.len();
    let stands_out = is_whole
        && it.place.is_some_and(|place| {
            // Those that are alike stand out together, unless they are a crowd themselves.
            place.large && place.rank <= STANDING_OUT && place.alike <= 2 * STANDING_OUT
        });
    if crowd && !stands_out {
        return LineTone::Background;
    }
    match it.change.score {
        _ if !it.change.is_certain() => LineTone::Open,
        change if change > TOLERANCE => LineTone::Rose,
        change if change < -TOLERANCE => LineTone::Fell,
        _ => LineTone::Same,
    }
}

/// Whether the score was coded under this framework by others than its source.
fn is_cross(report: &TrendReport, point: &Point) -> bool {
    let index = point
        .assessment
        .map(|at| &report.scored.assessed.assessments[at].nodes[0]);
    point.score.is_some() && index.is_some_and(|it| it.cross)
}

fn line(report: &TrendReport, it: &RegionTrend, tone: LineTone) -> LineSeries {
    let point = |(wave, point): (usize, &Point)| {
        let value = point.told?;
        let step = it.step_to(wave);
        Some(LinePoint {
            value,
            label: {
                let told = words::told_text(report.lang, report.scored, value);
                format!("{told}{}", if is_cross(report, point) { CROSS } else { "" })
            },
            // One region alone has no rank, and lacks none.
            ranked: point.rankable,
            certain: step.is_none_or(Change::is_certain),
        })
    };
    LineSeries {
        label: short_name(&it.region.name),
        points: it.points.iter().enumerate().map(point).collect(),
        change_label: report.change(it),
        tone,
    }
}

/// The looks that occur, with their meaning.
fn keys(words: &Wording, trend: &Trend, series: &[LineSeries]) -> Vec<(LineKey, String)> {
    let lang = words.lang;
    let crowd = series.iter().any(|it| it.tone == LineTone::Background);
    let points = || series.iter().flat_map(|it| it.points.iter().flatten());
    let shown_first = |it: &ChangePlace| it.large && it.rank <= STANDING_OUT;
    let places = |of: &[usize]| -> Vec<ChangePlace> {
        let all = of.iter().filter_map(|at| trend.regions[*at].place);
        all.filter(shown_first).collect()
    };
    // In a crowd it is said that a line rose or fell most, as far as that is sure.
    let word = |of: &[usize], [alone, most, measured]: [&'static str; 3]| match crowd {
        false => alone,
        true if places(of).iter().all(|it| it.sure) => most,
        true => measured,
    };
    let rose = [
        label::trend_rose(lang),
        label::trend_rose_most(lang),
        label::trend_most_measured(lang),
    ];
    let fell = [
        label::trend_fell(lang),
        label::trend_fell_most(lang),
        label::trend_least_measured(lang),
    ];
    let background = label::trend_background(words);
    let tones = [
        (LineTone::Rose, word(&trend.rose, rose)),
        (LineTone::Fell, word(&trend.fell, fell)),
        (LineTone::Same, label::trend_same(lang)),
        (LineTone::Open, label::trend_open(lang)),
        (LineTone::Background, &background),
    ];
    let mut keys: Vec<(LineKey, String)> = tones
        .into_iter()
        .filter(|(tone, _)| series.iter().any(|it| it.tone == *tone))
        .map(|(tone, text)| (LineKey::Tone(tone), text.to_owned()))
        .collect();
    // The reasons of the lines that are dashed and of the changes with a mark, and no others.
    let changes = trend.regions.iter();
    let changes = changes.flat_map(|it| std::iter::once(&it.change).chain(&it.steps));
    let why = reasons(changes.map(|it| it.unsure));
    if !why.is_empty() {
        let why = list(why.into_iter().map(|it| unsure_word(words, it)));
        keys.push((LineKey::Uncertain, label::trend_uncertain(lang, why)));
    }
    if points().any(|point| !point.ranked) {
        keys.push((LineKey::Unranked, label::trend_unranked(lang).to_owned()));
    }
    keys
}
