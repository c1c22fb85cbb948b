//! Rows of a trend: a region in a wave.

use crate::assess::{NodeResult, RegionRef};
use crate::compare::trend::{Change, Point, RegionTrend, Unjoined, top_groups};
use crate::region::Kind;
use crate::view::dataset::{Columns, Dataset, Row};

use super::{TrendReport, apart_id, gap_id};

/// A region in a wave, or one that is not joined.
pub(super) struct PointRow<'a> {
    region: &'a RegionRef,
    at: Option<InWave<'a>>,
    /// Id of the band of the index.
    band: Option<&'a str>,
    /// Why the region is not joined.
    apart: Option<&'static str>,
}

/// What is known of a region in a wave.
#[derive(Clone, Copy)]
struct InWave<'a> {
    wave: &'a str,
    point: &'a Point,
    /// Every node of the assessment, if there is one.
    nodes: Option<&'a [NodeResult]>,
    /// The change to this wave, with the name of the wave it starts from.
    step: Option<(&'a str, &'a Change)>,
}

/// One row for each region and wave; regions that are not joined follow with the reason.
pub(super) fn dataset<'a>(report: &'a TrendReport) -> Dataset<'a> {
    let trend = &report.trend;
    let joined = trend.regions.iter().flat_map(|it| points(report, it));
    let rows = joined.chain(trend.unjoined.iter().map(unjoined)).collect();
    Dataset::with("points", rows, |to| {
        let framework = &report.scored.framework;
        for node in top_groups(framework) {
            let id = framework.nodes()[node].id();
            to.number(
                id,
                "score of the top-level group of this id, 0–100",
                move |it| it.at?.nodes?[node].score,
            );
        }
    })
}

/// A region in every wave.
pub(super) fn points<'a>(
    report: &'a TrendReport,
    it: &'a RegionTrend,
) -> impl Iterator<Item = PointRow<'a>> {
    let (waves, assessed) = (&report.trend.waves, &report.scored.assessed);
    it.points.iter().enumerate().map(|(wave, point)| PointRow {
        region: &it.region,
        at: Some(InWave {
            wave: &waves[wave],
            point,
            nodes: point.assessment.map(|at| &*assessed.assessments[at].nodes),
            step: it.step_to(wave).map(|step| (&*waves[step.from], step)),
        }),
        band: point.assessment.and_then(|at| {
            let band = assessed.assessments[at].nodes[0].band()?;
            Some(&*report.scored.framework.bands()[band].id)
        }),
        apart: None,
    })
}

fn unjoined(it: &Unjoined) -> PointRow<'_> {
    PointRow {
        region: &it.region,
        at: None,
        band: None,
        apart: Some(apart_id(&it.why)),
    }
}

impl PointRow<'_> {
    /// The index in this wave.
    fn index(&self) -> Option<&NodeResult> {
        self.at?.nodes?.first()
    }

    /// Why there is no score in this wave.
    fn gap(&self) -> Option<&'static str> {
        self.at?.point.gap.map(gap_id)
    }

    fn step(&self) -> Option<&Change> {
        Some(self.at?.step?.1)
    }
}

impl Row for PointRow<'_> {
    const NAME: &'static str = "TrendPoint";
    const ABOUT: &'static str = "A region in a wave.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text("region", "its name", |it| Some(&it.region.name))
            .only_csv();
        to.text("code", "its code", |it| it.region.code.as_deref())
            .only_csv();
        to.text("kind", "its kind", |it| it.region.kind.map(Kind::id))
            .only_csv();
        to.text(
            "wave",
            "the wave; in CSV empty for a region that is not joined",
            |it| Some(it.at?.wave),
        );
        to.number("score", "0–100; null where there is none", |it| {
            it.at?.point.score
        });
        to.number(
            "score_low",
            "the score if all that is missing were lowest, 0–100",
            |it| it.index()?.score_low,
        );
        to.number(
            "score_high",
            "the score if all that is missing were highest, 0–100",
            |it| it.index()?.score_high,
        );
        to.number("value", "on the framework's own scale", |it| {
            it.index()?.value
        });
        to.number(
            "coverage",
            "share of the weight that has data, 0–1",
            |it| it.at?.point.coverage,
        );
        to.whole(
            "rank",
            "among all compared regions of the wave with enough coverage for a ranking, shown or not; null for \
             others, and where it would be the only one",
            |it| Some(it.at?.point.place?.rank),
        );
        to.whole("rank_low", "the best place it could take", |it| {
            Some(it.at?.point.place?.places.best)
        });
        to.whole(
            "rank_high",
            "the place it has for certain, the worst it could take",
            |it| Some(it.at?.point.place?.places.worst),
        );
        to.text("band", "its id", |it| it.band);
        to.flag(
            "reported",
            "whether the score is a published number",
            |it| it.index().map(|it| it.reported),
        );
        to.number(
            "computed",
            "in the reporting unit, what is computed from below where a published number counts",
            |it| it.index()?.computed,
        );
        to.flag(
            "cross",
            "whether a value below was coded under this framework by others than its source",
            |it| it.index().map(|it| it.cross),
        );
        to.text(
            "reason",
            "why there is no score: `no-statement` for no rows, `other-stage`, or a reason of the \
             methods; `needs-confirmation` beside a score that rests on a reported number below \
             its scale",
            |it| {
                let unconfirmed = it.at.is_some_and(|at| at.point.unconfirmed);
                it.gap().or(unconfirmed.then_some("needs-confirmation"))
            },
        )
        .only_json();
        to.text(
            "reason",
            "why there is no score, or why the region is not joined",
            |it| it.gap().or(it.apart),
        )
        .only_csv();
        to.text(
            "previous_wave",
            "the region's previous wave with a score",
            |it| Some(it.at?.step?.0),
        )
        .only_csv();
        to.number("change", "of the score since then, 0–100 scale", |it| {
            Some(it.step()?.score)
        })
        .only_csv();
        to.number(
            "rank_change",
            "places climbed since then among the regions ranked in both waves",
            |it| Some(it.step()?.rank?.climbed() as f64),
        )
        .only_csv();
        to.number(
            "change_on_common",
            "of the score worked out on what both waves have",
            |it| it.step()?.on_common(),
        )
        .only_csv();
        to.flag("certain", "whether the direction is certain", |it| {
            Some(it.step()?.is_certain())
        })
        .only_csv();
        to.text(
            "uncertain_because",
            "as in JSON; empty where the direction is certain",
            |it| Some(it.step()?.unsure?.id()),
        )
        .only_csv();
    }
}
