//! What coefficients, metrics, reasons and intervals are called.

use crate::scrutiny::agree::{Figure, Why};
use crate::stats::{IntervalMethod, Undefined};
use crate::text::{Lang, label};

/// The name of a coefficient.
pub(super) fn name(lang: Lang, figure: &Figure) -> String {
    let name = match (figure.name, figure.metric) {
        ("percent_agreement", _) => label::percent_agreement(lang),
        ("cohen_kappa", _) => label::cohen_kappa(lang),
        ("scott_pi", _) => label::scott_pi(lang),
        ("fleiss_kappa", _) => label::fleiss_kappa(lang),
        ("conger_kappa", _) => label::conger_kappa(lang),
        ("brennan_prediger", _) => label::brennan_prediger(lang),
        ("gwet_ac", Some("unweighted")) => label::gwet_ac1(lang),
        ("gwet_ac", _) => label::gwet_ac2(lang),
        ("krippendorff_alpha", _) => label::krippendorff_alpha(lang),
        ("kendall_w", _) => label::kendall_w(lang),
        ("icc1", _) => return label::agree_icc(lang, "1,1"),
        ("icc2", _) => return label::agree_icc(lang, "2,1"),
        ("icc3", _) => return label::agree_icc(lang, "3,1"),
        ("icc1k", _) => return label::agree_icc(lang, "1,k"),
        ("icc2k", _) => return label::agree_icc(lang, "2,k"),
        ("icc3k", _) => return label::agree_icc(lang, "3,k"),
        (other, _) => other,
    };
    name.to_owned()
}

/// The name of a metric or of weights.
pub(super) fn metric(lang: Lang, metric: Option<&str>) -> &'static str {
    match metric {
        Some("unweighted") => label::metric_unweighted(lang),
        Some("linear") => label::metric_linear(lang),
        Some("quadratic") => label::metric_quadratic(lang),
        Some("nominal") => label::metric_nominal(lang),
        Some("ordinal") => label::metric_ordinal(lang),
        Some("interval") => label::metric_interval(lang),
        Some("ratio") => label::metric_ratio(lang),
        _ => "",
    }
}

/// Why a figure has no value.
pub(super) fn why(lang: Lang, why: Why) -> &'static str {
    match why {
        Why::NoOrder => label::why_no_order(lang),
        Why::MixedScales => label::why_mixed_scales(lang),
        Why::MixedUnits => label::why_mixed_units(lang),
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

/// How an interval was made.
pub(super) fn method(lang: Lang, method: IntervalMethod) -> &'static str {
    match method {
        IntervalMethod::Percentile => label::interval_percentile(lang),
        IntervalMethod::Bca => label::interval_bca(lang),
        IntervalMethod::JackknifeT => label::interval_jackknife(lang),
        _ => label::interval_analytic(lang),
    }
}
