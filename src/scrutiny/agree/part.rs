//! The coefficients of a set of units.

use std::collections::BTreeSet;

use crate::stats::agreement::{
    Coefficient, Levels, Metric, Ratings, Strata, Weights, all, brennan_prediger, cohen_kappa,
    conger_kappa, fleiss_kappa, gwet_ac, icc, krippendorff_alpha, krippendorff_interval,
    krippendorff_intervals, percent_agreement, resampled_interval, scott_pi, units_per_stratum,
    within_alpha, within_interval,
};
use crate::stats::agreement::{Icc, kendall_w};
use crate::stats::{Interval, IntervalMethod, Resampling, Undefined};

use super::rated::RatedUnits;
use super::units::{Choices, FEW_UNITS, Family};

/// Why a figure has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The coefficient itself is undefined.
    Undefined(Undefined),
    /// The values have no order, or no distances.
    NoOrder,
    /// The units stand on different scales.
    MixedScales,
    /// The units are measured in different units of measurement.
    MixedUnits,
}

impl Why {
    /// The word of machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Undefined(why) => why.code(),
            Self::NoOrder => "no_order",
            Self::MixedScales => "mixed_scales",
            Self::MixedUnits => "mixed_units",
        }
    }
}

/// One coefficient.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// `krippendorff_alpha`, `gwet_ac`, …
    pub name: &'static str,
    /// Its metric or weights, where it has a choice of them.
    pub metric: Option<&'static str>,
    /// The figure, or why there is none.
    pub value: Result<f64, Why>,
    /// Standard error, where there is one.
    pub se: Option<f64>,
    /// The interval, or why there is none; `None` where none is offered or asked for.
    pub interval: Option<Result<Interval, Undefined>>,
    /// Units that entered, or would have.
    pub units: usize,
    /// Raters that entered, or would have.
    pub raters: usize,
}

/// Where chance agreement is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Within each indicator.
    Within,
    /// Over all units together.
    Pooled,
}

impl Basis {
    /// The word of machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Within => "within_indicators",
            Self::Pooled => "pooled",
        }
    }
}

/// The figures of a set of units.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Units with a value.
    pub units: usize,
    /// Units with two values or more.
    pub pairable: usize,
    /// Every coefficient, pooled over the units.
    pub figures: Vec<Figure>,
    /// Alpha with chance within each indicator, one figure for each metric; `None` where the units
    /// have one indicator, or none.
    pub within: Option<Vec<Figure>>,
    /// Indicators with one pairable unit, which [`Part::within`] leaves out.
    pub lonely: usize,
    /// The metric that suits the scale.
    pub metric: Metric,
    /// Where the headline takes chance.
    pub basis: Basis,
}

impl Part {
    /// The figure that speaks for the units: alpha with the metric of the scale.
    #[must_use]
    pub fn headline(&self) -> Option<&Figure> {
        match self.basis {
            Basis::Pooled => self.pooled(),
            Basis::Within => find(self.within.as_ref()?, self.metric),
        }
    }

    /// As the headline, pooled over indicators.
    #[must_use]
    pub fn pooled(&self) -> Option<&Figure> {
        find(&self.figures, self.metric)
    }

    /// Whether the pooled figure is higher than the one within indicators.
    #[must_use]
    pub fn pooled_is_higher(&self) -> bool {
        let value = |it: Option<&Figure>| it.and_then(|it| it.value.ok());
        match (self.basis, value(self.headline()), value(self.pooled())) {
            (Basis::Within, Some(within), Some(pooled)) => {
                pooled > within + crate::stats::TOLERANCE
            }
            _ => false,
        }
    }

    /// Whether the headline is pooled over several indicators, whose differences count as agreement.
    #[must_use]
    pub fn is_too_high(&self) -> bool {
        let defined = self.pooled().is_some_and(|it| it.value.is_ok());
        self.basis == Basis::Pooled && self.within.is_some() && self.lonely > 1 && defined
    }

    /// A coefficient by its names.
    #[must_use]
    pub fn figure(&self, name: &str, metric: Option<&str>) -> Option<&Figure> {
        let is = |it: &&Figure| it.name == name && it.metric == metric;
        self.figures.iter().find(is)
    }
}

fn find(figures: &[Figure], metric: Metric) -> Option<&Figure> {
    figures
        .iter()
        .find(|it| it.name == ALPHA && it.metric == Some(metric_name(metric)))
}

const ALPHA: &str = "krippendorff_alpha";

/// The word of machine-readable output.
pub(super) fn metric_name(metric: Metric) -> &'static str {
    match metric {
        Metric::Nominal => "nominal",
        Metric::Ordinal => "ordinal",
        Metric::Interval => "interval",
        Metric::Ratio => "ratio",
    }
}

const METRICS: [Metric; 4] = [
    Metric::Nominal,
    Metric::Ordinal,
    Metric::Interval,
    Metric::Ratio,
];

/// Confidence of every interval.
const CONFIDENCE: f64 = 0.95;

/// How the intervals of a set of units are made. Parts of the whole get a jackknife unless another
/// is asked for: it is quick, and its coverage is the best of all with few units.
fn plan<'a>(
    choices: Choices,
    draws: f64,
    full: bool,
    clusters: Option<&'a [usize]>,
) -> Option<Resampling<'a>> {
    #[expect(clippy::cast_precision_loss, reason = "a small constant")]
    let few = draws < FEW_UNITS as f64;
    let method = match choices.interval {
        Some(method) => method,
        None if few || !full => IntervalMethod::JackknifeT,
        None => IntervalMethod::Bca,
    };
    let asked = choices.resamples > 0 || choices.interval == Some(IntervalMethod::JackknifeT);
    asked.then_some(Resampling {
        method,
        replicates: choices.resamples,
        seed: choices.seed,
        confidence: CONFIDENCE,
        clusters,
    })
}

/// The figures of some units, as given by all coders or by a pair of them. With `full` every alpha
/// gets an interval, else only the one with the metric of the scale.
pub(super) fn part(
    rated: &RatedUnits,
    units: &[usize],
    raters: Option<[usize; 2]>,
    full: bool,
) -> Part {
    let mut ratings = rated.ratings.of_units(units);
    if let Some(pair) = raters {
        ratings = ratings.of_raters(&pair);
    }
    let strata: Vec<usize> = units.iter().map(|at| rated.strata[*at]).collect();
    let clusters: Option<Vec<usize>> = rated
        .clusters
        .as_ref()
        .map(|of| units.iter().map(|at| of[*at]).collect());
    let clusters = clusters.as_deref();
    let metric = rated.metric(units);
    let mixed = !rated.is_one_scale(units);
    let pairable = percent_agreement(&ratings).map_or(0, |it| it.units);
    let active = ratings.active().len();
    let has_value =
        |unit: &usize| (0..ratings.raters()).any(|it| ratings.value(*unit, it).is_some());
    let valued = (0..ratings.units()).filter(has_value).count();
    let draws = match clusters {
        Some(of) => of.iter().collect::<BTreeSet<_>>().len(),
        None => pairable,
    };
    #[expect(clippy::cast_precision_loss, reason = "a count of units")]
    let pooled_plan = plan(rated.choices, draws as f64, full, clusters);
    let wanted = |it: Metric| full || it == metric;

    let refused = |name: &str, of: Option<&str>| refuse(rated, mixed, name, of);
    let drawn = pooled_plan.as_ref().map(|plan| {
        if full {
            krippendorff_intervals(&ratings, METRICS, plan).to_vec()
        } else {
            // Only the metric of the scale: a thousand draws for each indicator and pair add up.
            let found = krippendorff_interval(&ratings, metric, plan);
            METRICS.map(|_| found).to_vec()
        }
    });
    let mut figures = Vec::new();
    for found in coefficients(&ratings, rated.levels(units)) {
        let mut figure = Figure {
            name: found.name,
            metric: found.metric,
            value: found.value.map_err(Why::Undefined),
            se: found.se,
            interval: found.interval,
            units: found.units,
            raters: found.raters,
        };
        if let Some(why) = refused(found.name, found.metric).filter(|_| pairable > 0) {
            figure.value = Err(why);
        }
        if figure.value.is_err() {
            figure.se = None;
            figure.interval = None;
            figure.units = base(&ratings, found.name, pairable);
            figure.raters = active;
        } else if found.name == ALPHA {
            let of = METRICS
                .into_iter()
                .position(|it| Some(metric_name(it)) == found.metric);
            if let (Some(at), Some(drawn)) = (of.filter(|it| wanted(METRICS[*it])), &drawn) {
                let interval = sensible(drawn[at]);
                figure.se = interval.ok().and_then(|it| it.se);
                figure.interval = Some(interval);
            }
        } else if let (Some(plan), true) = (&pooled_plan, clusters.is_some()) {
            by_clusters(&ratings, rated.levels(units), plan, &mut figure);
        } else {
            figure.interval = figure.interval.map(with_width);
        }
        figures.push(figure);
    }

    let several = strata.iter().collect::<BTreeSet<_>>().len() > 1;
    let within = several.then(|| {
        let spans: Vec<f64> = rated.scales.scales.iter().map(|it| it.span).collect();
        let strata = Strata {
            of_unit: &strata,
            scale: &rated.scales.of_stratum,
            span: &spans,
        };
        let draws = match clusters {
            #[expect(clippy::cast_precision_loss, reason = "a count of regions")]
            Some(_) => draws as f64,
            None => units_per_stratum(&ratings, strata.of_unit).unwrap_or(0.0),
        };
        let plan = plan(rated.choices, draws, full, clusters);
        let plan = plan.as_ref();
        let figure = |it: Metric| {
            let why = within_refuses(rated, mixed, it).filter(|_| pairable > 0);
            inside(&ratings, strata, it, plan.filter(|_| wanted(it)), why)
        };
        METRICS.map(figure).to_vec()
    });
    let lonely = lonely(&ratings, &strata);
    let basis = match within.as_ref().and_then(|it| find(it, metric)) {
        None => Basis::Pooled,
        // One unit for each indicator leaves nothing to take chance from within them.
        Some(it) if it.value == Err(Why::Undefined(Undefined::TooFewUnits)) => Basis::Pooled,
        Some(_) => Basis::Within,
    };
    Part {
        units: valued,
        pairable,
        figures,
        within,
        lonely,
        metric,
        basis,
    }
}

/// Strata with one pairable unit.
fn lonely(ratings: &Ratings, strata: &[usize]) -> usize {
    let mut units = std::collections::BTreeMap::new();
    for (unit, stratum) in strata.iter().enumerate() {
        let given = (0..ratings.raters()).filter(|it| ratings.value(unit, *it).is_some());
        if given.count() > 1 {
            *units.entry(stratum).or_insert(0) += 1;
        }
    }
    units.values().filter(|it| **it == 1).count()
}

/// Every coefficient, pooled. The declared levels reach those alone that count levels, so that a
/// mean between two levels leaves the others defined.
fn coefficients(ratings: &Ratings, levels: Option<&Levels>) -> Vec<Coefficient> {
    let mut out = all(ratings, None, None);
    for figure in out.iter_mut().filter(|_| levels.is_some()) {
        let found = match figure.name {
            "brennan_prediger" => brennan_prediger(ratings, levels, weights(figure.metric)),
            "gwet_ac" => gwet_ac(ratings, levels, weights(figure.metric)),
            _ => continue,
        };
        figure.value = found.map(|it| it.value);
        figure.se = found.ok().and_then(|it| it.se);
        figure.interval = found.ok().and_then(|it| it.interval(CONFIDENCE)).map(Ok);
        figure.units = found.map_or(0, |it| it.units);
        figure.raters = found.map_or(0, |it| it.raters);
    }
    out
}

fn weights(metric: Option<&str>) -> Weights {
    match metric {
        Some("linear") => Weights::Linear,
        Some("quadratic") => Weights::Quadratic,
        _ => Weights::Identity,
    }
}

/// Why a coefficient makes no sense for these units, whatever their values.
fn refuse(rated: &RatedUnits, mixed: bool, name: &str, metric: Option<&str>) -> Option<Why> {
    if name == "percent_agreement" {
        return None;
    }
    let plain = matches!(metric, Some("unweighted" | "nominal"));
    match rated.family {
        Family::Directions | Family::Words if !plain => Some(Why::NoOrder),
        Family::Numbers if mixed && rated.scales.mixed_units => Some(Why::MixedUnits),
        _ if mixed && (!plain || ["gwet_ac", "brennan_prediger"].contains(&name)) => {
            Some(Why::MixedScales)
        }
        _ => None,
    }
}

fn within_refuses(rated: &RatedUnits, mixed: bool, metric: Metric) -> Option<Why> {
    match rated.family {
        Family::Directions | Family::Words if metric != Metric::Nominal => Some(Why::NoOrder),
        // A sum of squared rupiah and squared persons is nothing.
        Family::Numbers if mixed && metric == Metric::Interval => Some(Why::MixedUnits),
        _ => None,
    }
}

/// Alpha within strata.
fn inside(
    ratings: &Ratings,
    strata: Strata,
    metric: Metric,
    plan: Option<&Resampling>,
    why: Option<Why>,
) -> Figure {
    let found = within_alpha(ratings, strata, metric);
    let value = match why {
        Some(why) => Err(why),
        None => found.map(|it| it.value).map_err(Why::Undefined),
    };
    let interval = plan
        .filter(|_| value.is_ok())
        .map(|plan| sensible(within_interval(ratings, strata, metric, plan)));
    Figure {
        name: ALPHA,
        metric: Some(metric_name(metric)),
        value,
        se: interval.and_then(|it| it.ok()?.se),
        interval,
        units: found.map_or_else(|_| base(ratings, ALPHA, pairable(ratings)), |it| it.units),
        raters: ratings.active().len(),
    }
}

fn pairable(ratings: &Ratings) -> usize {
    percent_agreement(ratings).map_or(0, |it| it.units)
}

/// The units on which an undefined coefficient would have stood.
fn base(ratings: &Ratings, name: &str, pairable: usize) -> usize {
    let listwise =
        ["cohen_kappa", "scott_pi", "kendall_w"].contains(&name) || name.starts_with("icc");
    if listwise && pairable > 0 {
        ratings.complete().units()
    } else {
        pairable
    }
}

/// Replaces what theory says of independent units by a jackknife over the clusters: formulas for
/// independent units would be too sure.
fn by_clusters(ratings: &Ratings, levels: Option<&Levels>, plan: &Resampling, figure: &mut Figure) {
    let weights = weights(figure.metric);
    let forms = ["icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k"];
    let form = forms.iter().position(|it| *it == figure.name);
    let again = |it: &Ratings| -> Result<f64, Undefined> {
        match figure.name {
            "percent_agreement" => percent_agreement(it).map(|it| it.value),
            "cohen_kappa" => cohen_kappa(it, None, weights).map(|it| it.value),
            "scott_pi" => scott_pi(it, None, weights).map(|it| it.value),
            "fleiss_kappa" => fleiss_kappa(it, None, weights).map(|it| it.value),
            "conger_kappa" => conger_kappa(it, None, weights).map(|it| it.value),
            "brennan_prediger" => brennan_prediger(it, levels, weights).map(|it| it.value),
            "gwet_ac" => gwet_ac(it, levels, weights).map(|it| it.value),
            "kendall_w" => kendall_w(it).map(|it| it.value),
            _ => match form {
                Some(form) => icc(it, Icc::ALL[form]),
                None => krippendorff_alpha(it, Metric::Nominal).map(|it| it.value),
            },
        }
    };
    let plan = Resampling {
        method: IntervalMethod::JackknifeT,
        ..*plan
    };
    let interval = resampled_interval(ratings, &plan, again).map(|it| Interval {
        high: it.high.min(1.0),
        ..it
    });
    figure.se = interval.ok().and_then(|it| it.se);
    figure.interval = Some(with_width(interval));
}

/// The interval of an alpha, which is never below −1: Σ δ² between all values is not less than
/// within units, so that Dₒ < 2 Dₑ.
fn sensible(interval: Result<Interval, Undefined>) -> Result<Interval, Undefined> {
    with_width(interval.map(|it| Interval {
        low: it.low.max(-1.0),
        ..it
    }))
}

/// An interval without width claims certainty where the data only did not vary, as in perfect
/// agreement.
fn with_width(interval: Result<Interval, Undefined>) -> Result<Interval, Undefined> {
    interval.and_then(|it| {
        if it.high - it.low > crate::stats::TOLERANCE {
            Ok(it)
        } else {
            Err(Undefined::DegenerateResamples)
        }
    })
}
