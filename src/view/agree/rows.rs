//! Coefficients as rows for programs.

use crate::scrutiny::agree::{
    Basis, Computed, Family, Narrow, Part, Why, interval_of, no_interval,
};
use crate::stats::Undefined;
use crate::view::dataset::{Columns, Row};

use super::AgreeReport;

/// One coefficient of some units.
pub(super) struct CoefficientRow<'a> {
    of: Of<'a>,
    basis: Basis,
    computed: &'a Computed,
}

/// Of which units coefficients are.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub(super) family: Family,
    pub(super) scope: Scope<'a>,
}

/// Which units of a family: all, or those of a leaf, of a group, of a pair of coders.
#[derive(Clone, Copy)]
pub(super) enum Scope<'a> {
    Overall,
    Indicator(&'a str),
    Group(&'a str),
    Pair([&'a str; 2]),
}

impl Row for CoefficientRow<'_> {
    const NAME: &'static str = "Coefficient";
    const ABOUT: &'static str = "One coefficient of some units.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text(
            "family",
            "what the values are: `levels`, `numbers`, `directions` or `words`",
            |it| Some(it.of.family.code()),
        )
        .only_csv();
        to.text(
            "scope",
            "`overall`, or the units of one `indicator`, `group` or `pair` of coders",
            |it| {
                Some(match it.of.scope {
                    Scope::Overall => "overall",
                    Scope::Indicator(_) => "indicator",
                    Scope::Group(_) => "group",
                    Scope::Pair(_) => "pair",
                })
            },
        )
        .only_csv();
        to.words(
            "id",
            "id of the indicator or group, names of the pair with ` | ` between them; empty overall",
            |it| match it.of.scope {
                Scope::Overall => None,
                Scope::Indicator(id) | Scope::Group(id) => Some(id.to_owned()),
                Scope::Pair(coders) => Some(coders.join(" | ")),
            },
        )
        .only_csv();
        to.text(
            "chance",
            "where chance is taken: `within_indicators`, or `pooled` over all units",
            |it| Some(it.basis.code()),
        )
        .only_csv();
        to.text("name", "name of the coefficient, such as `gwet_ac`", |it| {
            Some(it.computed.of.name)
        })
        .always();
        to.text(
            "metric",
            "metric or weights; null where the coefficient has no choice of them",
            |it| it.computed.variant.code(),
        );
        to.number(
            "value",
            "at most 1, below 0 where coders agree less than by chance; of `percent_agreement` a \
             share, 0–1; null: see `reason`",
            |it| it.computed.value.ok(),
        );
        to.number("se", "standard error; null where there is none", |it| {
            it.computed.se
        });
        to.number("ci_low", "lower end of the 95% interval", |it| {
            Some(interval_of(it.computed)?.low)
        });
        to.number("ci_high", "upper end of the 95% interval", |it| {
            Some(interval_of(it.computed)?.high)
        });
        to.text(
            "interval",
            "how the interval was made; null where there is none",
            |it| Some(interval_of(it.computed)?.method.code()),
        );
        to.text(
            "interval_reason",
            "why there is no interval, where one was asked for",
            |it| no_interval(it.computed).map(Undefined::code),
        )
        .only_json();
        to.text(
            "narrow",
            "why the interval holds the true value less often than it claims: `few_units`, or \
             `normal` where it assumes normal values; null where it does not",
            |it| {
                Some(match it.computed.narrow? {
                    Narrow::FewerThan(_) => "few_units",
                    Narrow::Normal => "normal",
                })
            },
        );
        to.count("degenerate", "resamples without a value", |it| {
            interval_of(it.computed).map_or(0, |it| it.degenerate as usize)
        })
        .only_json();
        to.count("units", "units that entered, or would have", |it| {
            it.computed.units
        });
        to.count("raters", "coders that entered, or would have", |it| {
            it.computed.raters
        });
        to.text("reason", "why there is no value", |it| {
            it.computed.value.err().map(Why::code)
        });
    }
}

/// Coefficients of the same units.
pub(super) fn rows<'a>(
    of: Of<'a>,
    basis: Basis,
    computed: &'a [Computed],
) -> Vec<CoefficientRow<'a>> {
    let row = |computed| CoefficientRow {
        of,
        basis,
        computed,
    };
    computed.iter().map(row).collect()
}

/// The figure that speaks for some units, with where it takes chance.
pub(super) fn headline<'a>(of: Of<'a>, part: &'a Part) -> Option<CoefficientRow<'a>> {
    Some(CoefficientRow {
        of,
        basis: part.basis,
        computed: part.headline()?,
    })
}

/// Every coefficient: overall, then by indicator, group and pair.
pub(super) fn all<'a>(report: &'a AgreeReport) -> Vec<CoefficientRow<'a>> {
    let mut out = Vec::new();
    for of_family in &report.agreement.families {
        let mut add = |scope: Scope<'a>, part: &'a Part| {
            let family = of_family.family;
            let of = Of { family, scope };
            let within = part.within.as_deref().unwrap_or_default();
            out.extend(rows(of, Basis::Within, within));
            out.extend(rows(of, Basis::Pooled, &part.coefficients));
        };
        add(Scope::Overall, &of_family.whole);
        for (node, part) in &of_family.by_indicator {
            add(Scope::Indicator(report.id(*node)), part);
        }
        for (node, part) in &of_family.by_group {
            add(Scope::Group(report.id(*node)), part);
        }
        for pair in &of_family.by_pair {
            add(Scope::Pair(report.coders(pair)), &pair.part);
        }
    }
    out
}
