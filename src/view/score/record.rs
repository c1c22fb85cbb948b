//! Scores for programs: the nodes of every assessment, and the JSON of `score`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Conflict, Evidence, NodeResult, Reason};
use crate::compare;
use crate::framework::Node;
use crate::region;
use crate::statement::Stage;
use crate::study::Scored;
use crate::view::conflicts::{self, ConflictRecord};
use crate::view::dataset::{Columns, Row, Rows};
use crate::view::envelope::Body;
use crate::view::survey::{self, SurveyRecord};
use crate::view::targets::{self, TargetRecord};
use crate::view::verdicts::{self, VerdictRecord};
use crate::view::words;

use super::evidence::{self, EvidenceRecord};
use super::stages::{self, StagesRecord};

/// One node of one assessment.
pub(super) struct NodeRow<'a> {
    scored: &'a Scored,
    assessment: &'a Assessment,
    /// What the evidence items of the region and wave show, where rows name any.
    evidence: Option<&'a Evidence>,
    at: usize,
}

impl<'a> NodeRow<'a> {
    fn node(&self) -> &'a Node {
        &self.scored.framework.nodes()[self.at]
    }

    fn result(&self) -> &'a NodeResult {
        &self.assessment.nodes[self.at]
    }
}

impl Row for NodeRow<'_> {
    const NAME: &'static str = "Node";
    const ABOUT: &'static str = "One node of one assessment, in the order of the tree.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text(
            "region",
            "official name where matched, else as given",
            |it| Some(&it.assessment.region.name),
        )
        .always()
        .only_csv();
        to.text("code", "Kemendagri code where matched", |it| {
            it.assessment.region.code.as_deref()
        })
        .only_csv();
        to.text("kind", "kind of region where known", |it| {
            it.assessment.region.kind.map(region::Kind::id)
        })
        .only_csv();
        to.text("wave", "round of assessment where rows name one", |it| {
            it.assessment.wave.as_deref()
        })
        .only_csv();
        to.text("stage", "stage of verification where rows name one", |it| {
            it.assessment.stage.map(Stage::id)
        })
        .only_csv();
        to.text("id", "id of the node; `index` is the whole", |it| {
            Some(it.node().id())
        })
        .always();
        for (id, only_csv) in [("node", true), ("kind", false)] {
            let column = to.text(id, "`index`, `group` or `indicator`", |it| {
                Some(words::node_kind(it.node()))
            });
            match only_csv {
                true => column.always().only_csv(),
                false => column.always().only_json(),
            };
        }
        to.text("parent", "id of the node above; null of the index", |it| {
            Some(it.scored.framework.nodes()[it.node().parent()?].id())
        });
        to.number(
            "score",
            "0–100 (`z-score` may leave it); null: see `reason`",
            |it| it.result().score,
        );
        to.number("score_low", "with everything missing at the bottom", |it| {
            it.result().score_low
        });
        to.number("score_high", "with everything missing at the top", |it| {
            it.result().score_high
        });
        to.number("value", "on the scale that all leaves below share", |it| {
            it.result().value
        });
        to.number(
            "level",
            "where levels are bands of values, the level that the region gave itself",
            |it| it.result().level,
        );
        to.number("told", "in the reporting unit, with its factor", |it| {
            it.result().told
        });
        to.text("band", "id of the band", |it| {
            let band = &it.scored.framework.bands()[it.result().band()?];
            Some(&band.id)
        });
        to.text(
            "band_low",
            "the worst band that it could be while something is unknown",
            |it| Some(&it.scored.framework.bands()[it.result().grade?.low?].id),
        );
        to.text(
            "band_high",
            "the best band that it could be while something is unknown",
            |it| Some(&it.scored.framework.bands()[it.result().grade?.high?].id),
        );
        to.number(
            "coverage",
            "0–1: share of the weight below that has data",
            |it| it.result().coverage,
        );
        to.flag("reported", "whether the score is a reported number", |it| {
            Some(it.result().reported)
        })
        .always();
        to.number(
            "reported_value",
            "what a source reports for the node",
            |it| it.result().reported_value,
        );
        to.number(
            "computed",
            "in the reporting unit: what stands below comes to, where a reported number is the score",
            |it| it.result().computed,
        );
        to.flag(
            "cross",
            "whether a value was coded under this framework by others than its source",
            |it| Some(it.result().cross),
        );
        to.count(
            "statements",
            "what sources said, primary and supplementary, however many coders judged it",
            |it| it.result().statements,
        );
        to.count("codings", "rows of these: one for each coder", |it| {
            it.result().codings
        });
        to.count(
            "informants",
            "people who said it: named, or told apart by post or row",
            |it| it.result().informants,
        );
        to.count("documents", "written sources it stands in", |it| {
            it.result().documents
        });
        to.count("unnamed", "statements without a speaker", |it| {
            it.result().unnamed
        });
        to.number(
            "sd",
            "n − 1 deviation between sources, on the scale",
            |it| it.result().sd,
        );
        to.count("supporting", "statements in favour", |it| {
            it.result().supporting
        });
        to.count("inhibiting", "statements against", |it| {
            it.result().inhibiting
        });
        to.count("neutral", "statements that are neither", |it| {
            it.result().neutral
        });
        to.text("reason", "why there is no score", |it| {
            it.result().reason.map(Reason::id)
        });
        to.words(
            "unanswered",
            "of the index of a survey: ids of the elements that nobody answered",
            |it| unanswered(it),
        )
        .only_csv();
        to.number(
            "evidence_level",
            "what accepted evidence items show",
            |it| evidence::shown_level(it.evidence?, it.at),
        )
        .only_csv();
        to.whole("items_accepted", "accepted evidence items", |it| {
            evidence::accepted(it.evidence?, it.at)
        })
        .only_csv();
        to.words(
            "items_open",
            "open evidence items with state, owner, date",
            |it| evidence::open(&it.scored.framework, it.evidence?, it.at),
        )
        .only_csv();
    }
}

/// Which elements of a survey nobody answered, beside its index.
fn unanswered(of: &NodeRow<'_>) -> Option<String> {
    let framework = &of.scored.framework;
    if of.at != 0 || !crate::scrutiny::survey::is_survey(framework, &of.scored.method) {
        return None;
    }
    let open = crate::scrutiny::survey::unanswered(framework, of.assessment);
    let ids: Vec<&str> = open.iter().map(|at| framework.nodes()[*at].id()).collect();
    (!ids.is_empty()).then(|| ids.join("; "))
}

/// The nodes of an assessment.
pub(super) fn nodes<'a>(scored: &'a Scored, assessment: &'a Assessment) -> Vec<NodeRow<'a>> {
    let evidence = scored.assessed.evidence_of(assessment);
    (0..assessment.nodes.len())
        .map(|at| NodeRow {
            scored,
            assessment,
            evidence,
            at,
        })
        .collect()
}

/// Every assessment of a study.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
pub struct ScoreRecord<'a> {
    /// Sorted by region, wave and stage.
    assessments: Vec<AssessmentRecord<'a>>,
    /// What speaks against what.
    conflicts: Vec<ConflictRecord<'a>>,
    /// Each region and wave that was assessed at several stages.
    stages: Vec<StagesRecord<'a>>,
    /// Each region and wave that has rows of evidence items.
    evidence: Vec<EvidenceRecord<'a>>,
    /// What the authors of the sources conclude in words of groups and of the whole.
    verdicts: Vec<VerdictRecord<'a>>,
    /// Of a survey of satisfaction: elements, what is lowest, who answered.
    survey: Vec<SurveyRecord<'a>>,
}

impl Body for ScoreRecord<'_> {
    const COMMAND: &'static str = "score";
}

/// One region in one wave at one stage.
#[derive(Serialize, JsonSchema)]
struct AssessmentRecord<'a> {
    /// Official name where matched, else as given.
    region: &'a str,
    /// Kemendagri code where matched.
    code: Option<&'a str>,
    /// Kind of region where known.
    kind: Option<&'a str>,
    /// Round of assessment where rows name one.
    wave: Option<&'a str>,
    /// Stage of verification where rows name one.
    stage: Option<&'a str>,
    nodes: Rows<NodeRow<'a>>,
    /// How far it is from each target.
    targets: Vec<TargetRecord<'a>>,
}

/// The record of the assessments at the positions `shown`.
pub(super) fn score<'a>(scored: &'a Scored, shown: &[usize]) -> ScoreRecord<'a> {
    let Scored {
        framework,
        targets,
        assessed,
        ..
    } = scored;
    let shown_ones = || shown.iter().map(|at| &assessed.assessments[*at]);
    ScoreRecord {
        assessments: shown_ones()
            .map(|it| {
                let gaps = compare::target_gaps(framework, it, &scored.method, targets);
                AssessmentRecord {
                    region: &it.region.name,
                    code: it.region.code.as_deref(),
                    kind: it.region.kind.map(region::Kind::id),
                    wave: it.wave.as_deref(),
                    stage: it.stage.map(Stage::id),
                    nodes: Rows(nodes(scored, it)),
                    targets: gaps
                        .iter()
                        .map(|it| targets::record(framework, it))
                        .collect(),
                }
            })
            .collect(),
        conflicts: assessed
            .conflicts
            .iter()
            .filter(|conflict| shown_ones().any(|it| is_of(conflict, it)))
            .map(|it| conflicts::record(scored, it))
            .collect(),
        stages: stages::records(scored, shown),
        evidence: evidence::records(scored, shown),
        verdicts: verdicts::records(scored, shown_ones()),
        survey: survey::records(scored, shown_ones()),
    }
}

fn is_of(conflict: &Conflict, assessment: &Assessment) -> bool {
    conflict.region == assessment.region
        && conflict.wave == assessment.wave
        && conflict.stage == assessment.stage
}
