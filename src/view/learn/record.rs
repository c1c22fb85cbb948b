//! What regions could learn from each other, for programs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::advise::learn::{Lesson, Shared};
use crate::study::Scored;
use crate::view::dataset::{Columns, Row, Rows, in_csv};
use crate::view::envelope::Body;
use crate::view::matrix::rows::{CellRow, SaidRow};

/// A weakness that several regions share.
pub(super) struct SharedRow<'a> {
    pub(super) scored: &'a Scored,
    pub(super) shared: &'a Shared,
}

impl Row for SharedRow<'_> {
    const NAME: &'static str = "SharedWeakness";
    const ABOUT: &'static str =
        "An indicator in which two regions or more are below the middle of its scale.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text("node", "id of the indicator", |it| {
            Some(it.scored.framework.nodes()[it.shared.node].id())
        })
        .always();
        to.record::<Vec<String>>("regions", "the weakest first", |it| {
            let all = &it.scored.assessed.assessments;
            let names = it
                .shared
                .regions
                .iter()
                .map(|at| all[*at].region.name.to_string());
            Box::new(names.collect::<Vec<String>>())
        });
        to.number("mean", "of their scores, 0–100", |it| {
            Some(it.shared.mean)
        });
        to.number(
            "gain",
            "what one level more in each adds to their indices on average, 0–100",
            |it| Some(it.shared.gain),
        );
    }
}

/// A weak indicator of a region.
pub(super) struct PairRow<'a> {
    pub(super) scored: &'a Scored,
    pub(super) lesson: &'a Lesson,
}

/// A region that is strong in it.
#[derive(Serialize, JsonSchema)]
struct TeacherRecord<'a> {
    region: &'a str,
    /// Its answer, on the scale of the indicator.
    level: Option<f64>,
    /// 0–100: root mean square difference of scores on the other indicators that both have.
    distance: f64,
    /// Whether both lie in one province.
    same_province: bool,
    /// The rows that its level rests on.
    statements: Rows<SaidRow<'a>>,
}

impl Row for PairRow<'_> {
    const NAME: &'static str = "Lesson";
    const ABOUT: &'static str = "An indicator in which a region is below the middle of its scale, with those that are strong in it.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text(
            "region",
            "official name where matched, else as given",
            |it| Some(&it.scored.assessed.assessments[it.lesson.region].region.name),
        )
        .always();
        to.text("indicator", "its id", |it| {
            Some(it.scored.framework.nodes()[it.lesson.node].id())
        })
        .always();
        to.number("level", "the answer, on the scale of the indicator", |it| {
            it.scored.assessed.assessments[it.lesson.region].nodes[it.lesson.node].answer()
        });
        to.words("teachers", "who is strong in it, the nearest first", |it| {
            let all = &it.scored.assessed.assessments;
            let names = it.lesson.from.iter().map(|it| &*all[it.region].region.name);
            Some(names.collect::<Vec<_>>().join("; ")).filter(|it| !it.is_empty())
        })
        .only_csv();
        to.record::<Vec<TeacherRecord<'_>>>("from", "the nearest first", |it| {
            let scored = it.scored;
            let record = |teacher: &crate::advise::learn::Teacher| {
                let assessment = &scored.assessed.assessments[teacher.region];
                let cell = CellRow {
                    scored,
                    assessment,
                    at: it.lesson.node,
                };
                let said = teacher.rows.iter().map(|at| SaidRow {
                    cell,
                    row: &scored.statements.rows()[*at],
                });
                TeacherRecord {
                    region: &assessment.region.name,
                    level: assessment.nodes[it.lesson.node].answer(),
                    distance: teacher.distance,
                    same_province: teacher.is_neighbour,
                    statements: Rows(said.collect()),
                }
            };
            Box::new(it.lesson.from.iter().map(record).collect::<Vec<_>>())
        });
    }
}

/// What regions could learn from each other.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("x-csv" = in_csv::<PairRow>()))]
pub struct LearnRecord<'a> {
    /// The wave compared; null where rows name none or waves are mixed.
    pub(super) wave: Option<&'a str>,
    /// The stage compared.
    pub(super) stage: Option<&'static str>,
    /// Weaknesses of two ranked regions or more: those of most regions first, then by gain.
    pub(super) shared: Rows<SharedRow<'a>>,
    /// Weak indicators of the regions shown, in the order of the ranking.
    pub(super) pairs: Rows<PairRow<'a>>,
}

impl Body for LearnRecord<'_> {
    const COMMAND: &'static str = "learn";
}
