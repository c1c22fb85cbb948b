//! Rows of reruns: a region with its rank and the range of it.

use crate::assess::RegionRef;
use crate::region::Kind;
use crate::scrutiny::robust::{RankRange, RegionRange};
use crate::view::dataset::{Columns, Dataset, Row};
use crate::view::words;

use super::RobustReport;

/// A ranked region, or one outside the ranking.
pub(super) struct RegionRow<'a> {
    name: &'a str,
    /// None for a region without an assessment in the compared wave and stage.
    region: Option<&'a RegionRef>,
    /// Position in the ranking, with what is known there.
    ranked: Option<(usize, &'a RegionRange)>,
    /// Why it is outside the ranking, or why no ranks are told.
    outside: Option<&'static str>,
}

/// The ranked regions that are shown, best first; none where nothing may be said of their ranks.
pub(super) fn ranked<'a>(report: &'a RobustReport) -> impl Iterator<Item = RegionRow<'a>> {
    let told = report.robust.untold.is_none();
    let regions = report.shown().filter(move |_| told);
    regions.map(|(place, it)| {
        let region = &report.scored.assessed.assessments[it.assessment].region;
        RegionRow {
            name: &region.name,
            region: Some(region),
            ranked: Some((place, it)),
            outside: None,
        }
    })
}

/// The ranked regions, best first; where nothing may be said of their ranks they stand there with
/// the reason alone, as do those outside the ranking, who follow.
pub(super) fn dataset<'a>(report: &'a RobustReport) -> Dataset<'a> {
    let outside = report.comparison.unranked.iter().map(|it| {
        let assessment = |at: usize| &report.scored.assessed.assessments[at];
        RegionRow {
            name: &it.region,
            region: it.assessment.map(|at| &assessment(at).region),
            ranked: None,
            outside: Some(words::outside_id(&it.why)),
        }
    });
    let untold = report.robust.untold.into_iter().flat_map(|why| {
        report.shown().map(move |(_, it)| {
            let region = &report.scored.assessed.assessments[it.assessment].region;
            RegionRow {
                name: &region.name,
                region: Some(region),
                ranked: None,
                outside: Some(why.id()),
            }
        })
    });
    let rows = ranked(report).chain(untold).chain(outside).collect();
    Dataset::with("regions", rows, |to| {
        for reading in &report.robust.readings {
            let id = format!("rank_{}", reading.kind.id());
            to.whole(id, "rank under the reading of this name", move |it| {
                let (_, rank) = reading.regions[it.ranked?.0]?;
                Some(rank as usize)
            });
        }
    })
}

impl RegionRow<'_> {
    fn range(&self) -> Option<RankRange> {
        self.ranked?.1.range
    }
}

impl Row for RegionRow<'_> {
    const NAME: &'static str = "RankRange";
    const ABOUT: &'static str = "A region with its rank as assessed and its ranks over the reruns; \
         in CSV regions of whose ranks nothing may be said, and those outside the ranking, stand with \
         the reason and nothing else.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.whole("rank", "as assessed", |it| Some(it.ranked?.1.rank as usize));
        to.text("region", "its name", |it| Some(it.name)).always();
        to.text("code", "its code", |it| it.region?.code.as_deref());
        to.text("kind", "its kind", |it| it.region?.kind.map(Kind::id));
        to.number("score", "as assessed, 0–100", |it| {
            Some(it.ranked?.1.score)
        });
        to.number("median_rank", "over the runs with a result", |it| {
            Some(it.range()?.median)
        });
        to.number("p5", "5 % quantile of its ranks", |it| {
            Some(it.range()?.low)
        });
        to.number("p95", "95 % quantile of its ranks", |it| {
            Some(it.range()?.high)
        });
        to.number("mean_rank", "mean of its ranks", |it| {
            Some(it.range()?.mean)
        });
        to.number(
            "p_first",
            "share of runs in which it is first, 0–1; of k regions first together each counts 1/k",
            |it| Some(it.range()?.p_first),
        );
        to.number(
            "p_top",
            "share of runs in which it is among the best `top`, 0–1; a tie across the line is shared",
            |it| Some(it.range()?.p_top),
        );
        to.number(
            "p_bottom",
            "share of runs in which it is among the last `top`, 0–1; a tie across the line is shared",
            |it| Some(it.range()?.p_bottom),
        );
        to.text("reason", "why nothing is said of it", |it| it.outside)
            .only_csv();
    }
}
