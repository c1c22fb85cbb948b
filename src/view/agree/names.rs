//! What coefficients, metrics, reasons and intervals are called.

use crate::scrutiny::agree::{Computed, Narrow, Why};
use crate::stats::agreement::{Metric, Variant, Weights};
use crate::stats::{IntervalMethod, Undefined, Wording};
use crate::text::{Lang, label};

/// The name of a coefficient.
pub(super) fn name(lang: Lang, of: &Computed) -> &'static str {
    wording(lang, of.of.label(of.variant))
}

pub(super) fn wording(lang: Lang, of: Wording) -> &'static str {
    match lang {
        Lang::En => of.en,
        Lang::Id => of.id,
    }
}

/// The name of a metric or of weights.
pub(super) fn metric(lang: Lang, variant: Variant) -> &'static str {
    match variant {
        Variant::Only => "",
        Variant::Weights(Weights::Identity) => label::metric_unweighted(lang),
        Variant::Weights(Weights::Linear) => label::metric_linear(lang),
        Variant::Weights(Weights::Quadratic) => label::metric_quadratic(lang),
        Variant::Distance(Metric::Nominal) => label::metric_nominal(lang),
        Variant::Distance(Metric::Ordinal) => label::metric_ordinal(lang),
        Variant::Distance(Metric::Interval) => label::metric_interval(lang),
        Variant::Distance(Metric::Ratio) => label::metric_ratio(lang),
    }
}

/// Why a coefficient has no value.
pub(super) fn why(lang: Lang, why: Why) -> &'static str {
    match why {
        Why::NoOrder => label::why_no_order(lang),
        Why::MixedScales => label::why_mixed_scales(lang),
        Why::MixedUnits => label::why_mixed_units(lang),
        Why::RatersUnknown => label::why_raters_unknown(lang),
        Why::Undefined(why) => undefined(lang, why),
    }
}

pub(super) fn undefined(lang: Lang, why: Undefined) -> &'static str {
    match why {
        Undefined::OneRater => label::why_one_rater(lang),
        Undefined::NotTwoRaters => label::why_not_two_raters(lang),
        Undefined::NoPairableUnits => label::why_no_pairable_units(lang),
        Undefined::TooFewUnits => label::why_too_few_units(lang),
        Undefined::TooFewClusters => label::why_too_few_regions(lang),
        Undefined::NoVariation => label::why_no_variation(lang),
        Undefined::NoUnitVariation => label::why_no_unit_variation(lang),
        Undefined::NegativeVariance => label::why_negative_variance(lang),
        Undefined::TooManyLevels => label::why_too_many_levels(lang),
        Undefined::OutsideScale => label::why_outside_scale(lang),
        Undefined::NegativeForRatio => label::why_negative_for_ratio(lang),
        Undefined::DegenerateResamples => label::why_degenerate(lang),
        _ => label::why_undefined(lang),
    }
}

/// Why an interval is too narrow.
pub(super) fn narrow(lang: Lang, why: Narrow) -> String {
    match why {
        Narrow::FewerThan(units) => label::agree_narrow(lang, units),
        Narrow::Normal => label::agree_narrow_normal(lang).to_owned(),
    }
}

/// How an interval was made.
pub(super) fn method(lang: Lang, method: IntervalMethod) -> &'static str {
    match method {
        IntervalMethod::Percentile => label::interval_percentile(lang),
        IntervalMethod::Bca => label::interval_bca(lang),
        IntervalMethod::JackknifeT => label::interval_jackknife(lang),
        _ => label::interval_analytic(lang),
    }
}
