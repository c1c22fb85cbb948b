//! The coefficients of a set of units.

use std::collections::{BTreeMap, BTreeSet};

use crate::stats::agreement::{
    Base, COEFFICIENTS, Coefficient, KRIPPENDORFF_ALPHA, Levels, Metric, PERCENT_AGREEMENT,
    Ratings, Run, Strata, Variant, percent_agreement, resampled_interval, within_alpha,
    within_interval,
};
use crate::stats::{Interval, IntervalMethod, Resampling, Undefined};

use super::computed::{
    Computed, Narrow, WIDTH, Why, interval_of, sensible, with_error, with_width,
};
use super::rated::RatedUnits;
use super::units::{Choices, DEFAULT_INTERVAL, Family, REGION_INTERVAL};

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

/// The coefficients of a set of units.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Units with a value.
    pub units: usize,
    /// Units with two values or more.
    pub pairable: usize,
    /// Every coefficient, pooled over the units.
    pub coefficients: Vec<Computed>,
    /// Alpha with chance within each indicator, one for each metric; `None` where the units
    /// have one indicator, or none.
    pub within: Option<Vec<Computed>>,
    /// Indicators with one pairable unit, which [`Part::within`] leaves out.
    pub lonely: usize,
    /// The metric that suits the scale.
    pub metric: Metric,
    /// Where the headline takes chance.
    pub basis: Basis,
    /// The share of the most frequent value among those of pairable units, 0 to 1; where chance is
    /// taken within indicators, of the most frequent in each of them. 0 where no unit is pairable.
    pub prevailing: f64,
}

/// Percent agreement so far above alpha wants an explanation.
const PARADOX: f64 = 0.4;

/// The share from which on a value prevails.
const PREVAILS: f64 = 0.6;

impl Part {
    /// The figure that speaks for the units: alpha with the metric of the scale.
    #[must_use]
    pub fn headline(&self) -> Option<&Computed> {
        match self.basis {
            Basis::Pooled => self.pooled(),
            Basis::Within => alpha(self.within.as_ref()?, self.metric),
        }
    }

    /// As the headline, pooled over indicators.
    #[must_use]
    pub fn pooled(&self) -> Option<&Computed> {
        alpha(&self.coefficients, self.metric)
    }

    /// Whether the pooled figure is higher than the one within indicators.
    #[must_use]
    pub fn pooled_is_higher(&self) -> bool {
        let value = |it: Option<&Computed>| it.and_then(|it| it.value.ok());
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

    /// Whether coders mostly agree and alpha is low all the same, because one value prevails:
    /// agreement on it is expected by chance, and alpha rests on the few units with other values (the
    /// first paradox of Feinstein and Cicchetti 1990; the bounds of 0.4 and 0.6 are ours).
    #[must_use]
    pub fn is_paradox(&self) -> bool {
        let alpha = self.headline().and_then(|it| it.value.ok());
        let apart = self.share().zip(alpha).map(|(share, alpha)| share - alpha);
        apart.is_some_and(|it| it >= PARADOX) && self.prevailing >= PREVAILS
    }

    /// A coefficient with one of its variants.
    #[must_use]
    pub fn coefficient(&self, of: &Coefficient, variant: Variant) -> Option<&Computed> {
        let is = |it: &&Computed| it.of == of && it.variant == variant;
        self.coefficients.iter().find(is)
    }

    /// The share of pairs of coders that agree, 0 to 1.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        self.coefficient(&PERCENT_AGREEMENT, Variant::Only)?
            .value
            .ok()
    }
}

/// Alpha with one metric.
fn alpha(computed: &[Computed], metric: Metric) -> Option<&Computed> {
    let is =
        |it: &&Computed| *it.of == KRIPPENDORFF_ALPHA && it.variant == Variant::Distance(metric);
    computed.iter().find(is)
}

/// Confidence of every interval.
const CONFIDENCE: f64 = 0.95;

/// How the intervals of a set of units are made.
fn plan(choices: Choices, clusters: Option<&[usize]>) -> Option<Resampling<'_>> {
    let method = choices.interval.unwrap_or(match clusters {
        Some(_) => REGION_INTERVAL,
        None => DEFAULT_INTERVAL,
    });
    let asked = choices.resamples > 0 || method == IntervalMethod::JackknifeT;
    asked.then_some(Resampling {
        method,
        replicates: choices.resamples,
        seed: choices.seed,
        confidence: CONFIDENCE,
        clusters,
    })
}

/// The coefficients of some units, as given by all coders or by a pair of them. With `full` every alpha
/// gets an interval, else only the one with the metric of the scale.
pub(super) fn part(
    rated: &RatedUnits,
    units: &[usize],
    raters: Option<[usize; 2]>,
    full: bool,
) -> Part {
    let of_raters = |units: &[usize]| {
        let ratings = rated.ratings.of_units(units);
        match raters {
            Some(pair) => ratings.of_raters(&pair),
            None => ratings,
        }
    };
    let mut ratings = of_raters(units);
    let given = |unit: usize| {
        let given = (0..ratings.raters()).filter(|it| ratings.value(unit, *it).is_some());
        given.count()
    };
    let valued = (0..units.len()).filter(|it| given(*it) > 0).count();
    // What one coder alone judged shows no disagreement, so it may say nothing of chance either: a
    // level that the second coder never met would make the others look rare. Alpha leaves such
    // units out by its definition; Gwet (2014) keeps them for the prevalence of his coefficients.
    let twice: Vec<usize> = (0..units.len()).filter(|it| given(*it) > 1).collect();
    let twice: Vec<usize> = twice.into_iter().map(|it| units[it]).collect();
    let pairable = twice.len();
    let units = match pairable {
        // Nothing to compare: the coefficients say why.
        0 => units,
        _ => &twice,
    };
    ratings = of_raters(units);
    let strata: Vec<usize> = units.iter().map(|at| rated.strata[*at]).collect();
    let clusters: Option<Vec<usize>> = rated
        .clusters
        .as_ref()
        .map(|of| units.iter().map(|at| of[*at]).collect());
    let clusters = clusters.as_deref();
    let metric = rated.metric(units);
    let mixed = !rated.is_one_scale(units);
    let active = ratings.active().len();
    let plan = plan(rated.choices, clusters);
    let regions = clusters.map(|of| of.iter().collect::<BTreeSet<_>>().len());
    // Elsewhere only the metric of the scale: a thousand draws for each indicator and pair add up.
    let wanted: &[Metric] = if full { &Metric::ALL } else { &[metric] };
    let levels = rated.levels(units);
    let mut coefficients = Vec::new();
    for of in COEFFICIENTS {
        let drawn = match (of.run, &plan) {
            (Run::Distances { intervals, .. }, Some(plan)) => intervals(&ratings, wanted, plan),
            _ => Vec::new(),
        };
        for variant in of.variants() {
            let refused = refuse(rated, mixed, of, variant).filter(|_| pairable > 0);
            let found = match refused {
                Some(why) => Err(why),
                None => of
                    .compute(&ratings, levels, variant)
                    // What one unit would give is the same whatever coders made of it.
                    .and_then(|it| match pairable {
                        1 if of.chance => Err(Undefined::TooFewUnits),
                        _ => Ok(it),
                    })
                    .map_err(Why::Undefined),
            };
            let mut computed = Computed {
                of,
                variant,
                value: found.map(|it| it.value),
                se: None,
                interval: None,
                narrow: None,
                units: found.map_or_else(|_| base(&ratings, of, pairable), |it| it.units),
                raters: found.map_or(active, |it| it.raters),
            };
            if let Ok(found) = found {
                let analytic = found.interval.map(|it| (found.se, with_width(Ok(it))));
                let interval = match (of.run, variant, &plan) {
                    (Run::Distances { .. }, Variant::Distance(it), _) => {
                        let at = wanted.iter().position(|wanted| *wanted == it);
                        let drawn = at.and_then(|at| drawn.get(at));
                        drawn.map(|it| with_error(sensible(*it)))
                    }
                    (_, _, Some(plan)) if clusters.is_some() => {
                        Some(with_error(by_clusters(&ratings, levels, plan, of, variant)))
                    }
                    _ => analytic,
                };
                // An error of nothing is as sure of itself as an interval of no width.
                let error = interval.map_or(found.se, |it| it.0);
                computed.se = error.filter(|it| *it > WIDTH);
                computed.interval = interval.map(|it| it.1);
                computed.narrow = interval_of(&computed)
                    .and_then(|it| Narrow::of(&it, of, variant, found.units, regions));
            }
            coefficients.push(computed);
        }
    }

    let several = strata.iter().collect::<BTreeSet<_>>().len() > 1;
    let within = several.then(|| {
        let spans: Vec<f64> = rated.scales.scales.iter().map(|it| it.span).collect();
        let strata = Strata {
            of_unit: &strata,
            scale: &rated.scales.of_stratum,
            span: &spans,
        };
        let plan = plan.as_ref();
        let computed = |it: Metric| {
            let why = within_refuses(rated, mixed, it).filter(|_| pairable > 0);
            let plan = plan.filter(|_| wanted.contains(&it));
            inside(&ratings, strata, it, plan, why, regions)
        };
        Metric::ALL.map(computed).to_vec()
    });
    let lonely = lonely(&ratings, &strata);
    let basis = match within.as_ref().and_then(|it| alpha(it, metric)) {
        None => Basis::Pooled,
        // One unit for each indicator leaves nothing to take chance from within them.
        Some(it) if it.value == Err(Why::Undefined(Undefined::TooFewUnits)) => Basis::Pooled,
        Some(_) => Basis::Within,
    };
    let prevailing = match (pairable, basis) {
        (0, _) => 0.0,
        (_, Basis::Within) => prevailing(&ratings, &strata),
        (_, Basis::Pooled) => prevailing(&ratings, &vec![0; strata.len()]),
    };
    Part {
        units: valued,
        pairable,
        coefficients,
        within,
        lonely,
        metric,
        basis,
        prevailing,
    }
}

/// The share of values that are the most frequent one of their stratum.
fn prevailing(ratings: &Ratings, strata: &[usize]) -> f64 {
    let mut counts: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    let mut all = 0;
    for (unit, stratum) in strata.iter().enumerate() {
        let counts = counts
            .entry(*stratum)
            .or_insert_with(|| vec![0; ratings.levels().len()]);
        for value in (0..ratings.raters()).filter_map(|it| ratings.value(unit, it)) {
            // Values are those of the levels, so that each is found.
            counts[ratings.levels().partition_point(|it| *it < value)] += 1;
            all += 1;
        }
    }
    let most: u32 = counts.values().filter_map(|it| it.iter().max()).sum();
    f64::from(most) / f64::from(all.max(1))
}

/// Strata with one pairable unit.
fn lonely(ratings: &Ratings, strata: &[usize]) -> usize {
    let mut units = BTreeMap::new();
    for (unit, stratum) in strata.iter().enumerate() {
        let given = (0..ratings.raters()).filter(|it| ratings.value(unit, *it).is_some());
        if given.count() > 1 {
            *units.entry(stratum).or_insert(0) += 1;
        }
    }
    units.values().filter(|it| **it == 1).count()
}

/// Why a coefficient makes no sense for these units, whatever their values.
fn refuse(rated: &RatedUnits, mixed: bool, of: &Coefficient, variant: Variant) -> Option<Why> {
    let ordered = of.needs_order(variant);
    match rated.family {
        _ if rated.counted && of.names_raters => Some(Why::RatersUnknown),
        // Whether two coders agree can be asked of any values.
        _ if !of.chance => None,
        Family::Directions | Family::Words if ordered => Some(Why::NoOrder),
        Family::Numbers if mixed && rated.scales.mixed_units => Some(Why::MixedUnits),
        _ if mixed && (ordered || of.counts_levels) => Some(Why::MixedScales),
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
    regions: Option<usize>,
) -> Computed {
    let found = within_alpha(ratings, strata, metric);
    let value = match why {
        Some(why) => Err(why),
        None => found.map(|it| it.value).map_err(Why::Undefined),
    };
    let interval = plan
        .filter(|_| value.is_ok())
        .map(|plan| sensible(within_interval(ratings, strata, metric, plan)));
    let units = found.map_or_else(|_| pairable(ratings), |it| it.units);
    let variant = Variant::Distance(metric);
    let sure = interval.and_then(Result::ok);
    Computed {
        of: &KRIPPENDORFF_ALPHA,
        variant,
        value,
        se: sure.and_then(|it| it.se),
        interval,
        narrow: sure.and_then(|it| Narrow::of(&it, &KRIPPENDORFF_ALPHA, variant, units, regions)),
        units,
        raters: ratings.active().len(),
    }
}

fn pairable(ratings: &Ratings) -> usize {
    percent_agreement(ratings).map_or(0, |it| it.units)
}

/// The units on which an undefined coefficient would have stood.
fn base(ratings: &Ratings, of: &Coefficient, pairable: usize) -> usize {
    if of.base == Base::Complete && pairable > 0 {
        ratings.complete().units()
    } else {
        pairable
    }
}

/// A jackknife over the clusters, in place of what theory says of independent units: formulas for
/// those would be too sure.
fn by_clusters(
    ratings: &Ratings,
    levels: Option<&Levels>,
    plan: &Resampling,
    of: &Coefficient,
    variant: Variant,
) -> Result<Interval, Undefined> {
    let plan = Resampling {
        method: IntervalMethod::JackknifeT,
        ..*plan
    };
    let value = |it: &Ratings| of.compute(it, levels, variant).map(|it| it.value);
    with_width(
        resampled_interval(ratings, &plan, value).map(|it| Interval {
            high: it.high.min(1.0),
            ..it
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scrutiny::agree::scales::{Scale, Scales};
    use crate::scrutiny::agree::units::{Unit, UnitKind, UnitName};

    /// Units of two coders in seven regions, whose agreement differs from region to region.
    fn rated(choices: Choices) -> RatedUnits {
        let given: Vec<[f64; 2]> = (0..42)
            .map(|it| {
                let first = [0.0, 1.0, 2.0, 3.0, 4.0][it * 7 % 5];
                let apart = [0.0, 0.0, 1.0, 0.0, -1.0, 0.0, 2.0, 0.0][it * 3 % 8];
                [first, f64::clamp(first + apart, 0.0, 4.0)]
            })
            .collect();
        let unit = |(at, values): (usize, &[f64; 2])| Unit {
            name: UnitName::Row(at.to_string()),
            kind: UnitKind::Statement,
            values: values.map(Some).to_vec(),
            rows: Vec::new(),
        };
        let units: Vec<Unit> = given.iter().enumerate().map(unit).collect();
        let scale = Scale {
            levels: Levels::new(&[0.0, 1.0, 2.0, 3.0, 4.0]),
            span: 4.0,
            count: 5,
        };
        let scales = Scales {
            nodes: vec![0],
            of_stratum: vec![0],
            scales: vec![scale],
            mixed_units: false,
        };
        let regions = (0..units.len()).map(|it| it % 7).collect();
        let strata = vec![0; units.len()];
        RatedUnits::new(
            Family::Levels,
            &units,
            2,
            strata,
            scales,
            Some(regions),
            choices,
        )
    }

    /// Each coefficient of the list: one that is added has its own interval, or this fails.
    #[test]
    fn over_regions_every_coefficient_has_an_interval_of_its_own() {
        let choices = Choices {
            by_region: true,
            ..Choices::default()
        };
        let rated = rated(choices);
        let all: Vec<usize> = (0..rated.ratings.units()).collect();
        let part = part(&rated, &all, None, true);
        let plan = plan(choices, rated.clusters.as_deref()).expect("asked for");
        let mut tested = 0;
        for found in &part.coefficients {
            let (of, levels) = (found.of, rated.levels(&all));
            let value = |it: &Ratings| of.compute(it, levels, found.variant).map(|it| it.value);
            let wanted = resampled_interval(&rated.ratings, &plan, value).expect("an interval");
            let interval = interval_of(found).expect("an interval");
            let name = (of.name, found.variant);
            assert_eq!(interval.method, IntervalMethod::JackknifeT, "{name:?}");
            assert_eq!(found.narrow, None, "{name:?}");
            for (end, own) in [
                (
                    interval.low,
                    wanted.low.max(if of.chance { -9.0 } else { 0.0 }),
                ),
                (interval.high, wanted.high.min(1.0)),
            ] {
                assert!(
                    (end - own).abs() < 1e-9,
                    "{name:?}: {interval:?} {wanted:?}"
                );
            }
            tested += 1;
        }
        let listed: usize = COEFFICIENTS.iter().map(|it| it.variants().len()).sum();
        assert_eq!(tested, listed);
    }

    #[test]
    fn few_regions_drawn_again_say_that_the_interval_is_too_narrow() {
        let choices = Choices {
            by_region: true,
            interval: Some(IntervalMethod::Bca),
            ..Choices::default()
        };
        let rated = rated(choices);
        let all: Vec<usize> = (0..rated.ratings.units()).collect();
        let part = part(&rated, &all, None, true);
        let alpha = part.headline().expect("alpha");
        assert_eq!(alpha.narrow, Some(Narrow::FewerThan(16)));
    }

    #[test]
    fn an_interval_from_few_units_says_that_it_is_too_narrow() {
        let choices = Choices::default();
        let mut rated = rated(choices);
        rated.clusters = None;
        let narrow = |units: usize, of: &str, variant: &str| {
            let some: Vec<usize> = (0..units).collect();
            let part = part(&rated, &some, None, true);
            let mut all = part.coefficients.iter();
            let is =
                |it: &&Computed| it.of.name == of && it.variant.code().unwrap_or("") == variant;
            let found = all.find(is).expect("a coefficient");
            assert!(interval_of(found).is_some());
            found.narrow
        };
        for (units, of, variant, wanted) in [
            (42, "gwet_ac", "quadratic", Some(Narrow::FewerThan(80))),
            (42, "gwet_ac", "linear", None),
            (30, "gwet_ac", "linear", Some(Narrow::FewerThan(40))),
            (30, "gwet_ac", "unweighted", None),
            (19, "gwet_ac", "unweighted", Some(Narrow::FewerThan(20))),
            (30, "krippendorff_alpha", "ordinal", None),
            (
                19,
                "krippendorff_alpha",
                "ordinal",
                Some(Narrow::FewerThan(20)),
            ),
            (42, "icc2", "", Some(Narrow::Normal)),
        ] {
            assert_eq!(narrow(units, of, variant), wanted, "{units} {of} {variant}");
        }
    }
}
