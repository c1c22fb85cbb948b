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
    /// Why it is outside the ranking.
    outside: Option<&'static str>,
}

/// The ranked regions, best first.
pub(super) fn ranked<'a>(report: &'a RobustReport) -> impl Iterator<Item = RegionRow<'a>> {
    let regions = report.robust.regions.iter().enumerate();
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

/// The ranked regions, best first; those outside the ranking follow with the reason.
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
    let rows = ranked(report).chain(outside).collect();
    Dataset::with("ranking", rows, |to| {
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
         in CSV regions outside the ranking follow with the reason and nothing else.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.whole("rank", "as assessed", |it| Some(it.ranked?.1.rank as usize));
        to.text("region", "its name", |it| Some(it.name)).always();
        to.text("code", "its code", |it| it.region?.code.as_deref());
        to.text("kind", "its kind", |it| it.region?.kind.map(Kind::id));
        to.number("score", "as assessed, 0–100", |it| {
            Some(it.ranked?.1.score)
        });
        to.number(
            "median_rank",
            "over the runs with a result; this and what follows up to `p_top` is null where there is \
             none",
            |it| Some(it.range()?.median),
        );
        to.number("rank_low", "5 % quantile of its ranks", |it| {
            Some(it.range()?.low)
        });
        to.number("rank_high", "95 % quantile of its ranks", |it| {
            Some(it.range()?.high)
        });
        to.number("mean_rank", "mean of its ranks", |it| {
            Some(it.range()?.mean)
        });
        to.number(
            "p_first",
            "share of runs in which it is first, 0–1",
            |it| Some(it.range()?.p_first),
        );
        to.number(
            "p_top",
            "share of runs with a rank up to `top`, 0–1",
            |it| Some(it.range()?.p_top),
        );
        to.whole(
            "tier",
            "from 1; between regions of one tier no order holds in enough runs",
            |it| Some(it.ranked?.1.tier),
        );
        to.text("reason", "why it is outside the ranking", |it| it.outside)
            .only_csv();
    }
}
