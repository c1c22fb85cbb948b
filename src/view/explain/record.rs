//! An explanation for programs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::advise::explain::{Gap, Part, Split};
use crate::assess::Assessment;
use crate::statement::Stage;
use crate::study::Scored;
use crate::view::dataset::{Columns, Row, Rows};
use crate::view::envelope::Body;
use crate::view::matrix::rows::{CellRow, SaidRow};
use crate::view::words;

/// A node of an explanation.
pub(super) struct PartRow<'a> {
    pub(super) scored: &'a Scored,
    pub(super) assessment: &'a Assessment,
    pub(super) part: &'a Part,
}

impl<'a> PartRow<'a> {
    /// The rows that speak of the node.
    pub(super) fn said(&self) -> Vec<SaidRow<'a>> {
        let cell = CellRow {
            scored: self.scored,
            assessment: self.assessment,
            at: self.part.node,
        };
        cell.said()
    }
}

impl Row for PartRow<'_> {
    const NAME: &'static str = "Part";
    const ABOUT: &'static str = "A node with what it gives the one above it.";

    fn columns(to: &mut Columns<'_, Self>) {
        let result = |it: &Self| &it.assessment.nodes[it.part.node];
        to.text(
            "region",
            "official name where matched, else as given",
            |it| Some(&it.assessment.region.name),
        )
        .always()
        .only_csv();
        to.text("id", "id of the node; `index` is the whole", move |it| {
            Some(it.scored.framework.nodes()[it.part.node].id())
        })
        .always();
        to.text("kind", "index, group or indicator", |it| {
            Some(words::node_kind(&it.scored.framework.nodes()[it.part.node]))
        });
        to.text("parent", "id of the node above", |it| {
            let nodes = it.scored.framework.nodes();
            Some(nodes[nodes[it.part.node].parent()?].id())
        });
        to.text("rule", "how a group combines its children", |it| {
            Some(it.part.rule?.id())
        });
        to.number("weight", "relative to its siblings", |it| {
            Some(it.scored.method.weights[it.part.node])
        });
        to.number(
            "share",
            "0–1: of the weight of the siblings that count; 0 for what is missing or does not apply",
            |it| Some(it.part.share),
        );
        to.number("score", "0–100; null: see `reason`", move |it| {
            result(it).score
        });
        to.number(
            "value",
            "on the scale that all leaves below share",
            move |it| result(it).value,
        );
        to.number("gives", "0–100: what it gives the node above", |it| {
            it.part.gives
        });
        to.number(
            "contribution",
            "to the score of its parent; null under another rule than an arithmetic mean",
            |it| it.part.contribution,
        );
        to.number("to_index", "what it adds to the index, likewise", |it| {
            it.part.to_index
        });
        to.number("level_up", "the answer one level better", |it| {
            Some(it.part.up?.0)
        });
        to.number("index_up", "0–100: the computed index with it", |it| {
            Some(it.part.up?.1)
        });
        to.number("level_down", "the answer one level worse", |it| {
            Some(it.part.down?.0)
        });
        to.number("index_down", "0–100: the computed index with it", |it| {
            Some(it.part.down?.1)
        });
        to.text("reason", "why there is no score", move |it| {
            Some(result(it).reason?.id())
        });
        to.record::<Rows<SaidRow<'_>>>("statements", "the rows that speak of it", |it| {
            Box::new(Rows(it.said()))
        });
    }
}

/// The explanation of one region.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
pub struct ExplainRecord<'a> {
    /// Official name where matched, else as given.
    pub(super) region: &'a str,
    /// Kemendagri code where matched.
    pub(super) code: Option<&'a str>,
    /// Round of assessment where rows name one.
    pub(super) wave: Option<&'a str>,
    /// Stage of verification where rows name one.
    pub(super) stage: Option<&'static str>,
    /// Id of the node that is explained.
    pub(super) node: &'a str,
    /// Its score, 0–100.
    pub(super) score: Option<f64>,
    /// The same before the corrections of the study, where something was corrected.
    pub(super) score_as_sent: Option<f64>,
    /// On the scale that all leaves below share.
    pub(super) value: Option<f64>,
    /// In the reporting unit: what is published less what is computed.
    pub(super) published_less_computed: Option<f64>,
    /// The node and all below it.
    pub(super) nodes: Rows<PartRow<'a>>,
    /// The other side, where there is one.
    pub(super) against: Option<SideRecord<'a>>,
    /// The other side, where it stands under another framework: no difference is made.
    pub(super) other_instrument: Option<&'a ElsewhereRecord>,
    /// The score of the first side less that of the other; null without one.
    pub(super) gap: Option<f64>,
    /// What makes the gap, summing to it.
    pub(super) contributions: Option<Vec<ContributionRecord<'a>>>,
}

impl Body for ExplainRecord<'_> {
    const COMMAND: &'static str = "explain";
}

/// The other side of an explanation.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SideRecord<'a> {
    region: &'a str,
    wave: Option<&'a str>,
    stage: Option<&'static str>,
    /// 0–100.
    score: Option<f64>,
    /// The score of the first side less this one.
    gap: f64,
    /// How it was split: `additive`, `shapley` (Owen values) or `sampled`.
    method: &'static str,
}

/// The index of the other side under another framework.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ElsewhereRecord {
    /// Id of the framework.
    framework: String,
    /// Its version.
    version: String,
    region: String,
    wave: Option<String>,
    stage: Option<&'static str>,
    /// 0–100.
    score: Option<f64>,
    /// In the reporting unit of that framework.
    told: Option<f64>,
}

pub(super) fn elsewhere(scored: &Scored, at: usize) -> ElsewhereRecord {
    let assessment = &scored.assessed.assessments[at];
    ElsewhereRecord {
        framework: scored.framework.id().to_owned(),
        version: scored.framework.version().to_owned(),
        region: assessment.region.name.to_string(),
        wave: assessment.wave.as_deref().map(str::to_owned),
        stage: assessment.stage.map(Stage::id),
        score: assessment.nodes[0].score,
        told: assessment.nodes[0].told,
    }
}

/// A part of a gap.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ContributionRecord<'a> {
    /// Id of the node; `published` is what published numbers add to what is computed.
    id: &'a str,
    /// In points of the score, 0–100.
    value: f64,
}

pub(super) fn side<'a>(assessment: &'a Assessment, node: usize, gap: &Gap) -> SideRecord<'a> {
    SideRecord {
        region: &assessment.region.name,
        wave: assessment.wave.as_deref(),
        stage: assessment.stage.map(Stage::id),
        score: assessment.nodes[node].score,
        gap: gap.gap,
        method: match gap.split {
            Split::Additive => "additive",
            Split::Shapley => "shapley",
            Split::Sampled(_) => "sampled",
        },
    }
}

pub(super) fn contributions<'a>(scored: &'a Scored, gap: &Gap) -> Vec<ContributionRecord<'a>> {
    let nodes = scored.framework.nodes();
    let parts = gap.parts.iter().map(|(at, value)| ContributionRecord {
        id: nodes[*at].id(),
        value: *value,
    });
    let published = ContributionRecord {
        id: "published",
        value: gap.published,
    };
    let is_published = gap.published.abs() > crate::stats::TOLERANCE;
    parts.chain(is_published.then_some(published)).collect()
}
