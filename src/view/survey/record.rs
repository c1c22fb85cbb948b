//! Surveys for programs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::Assessment;
use crate::scrutiny::survey;
use crate::statement::profile::Trait;
use crate::study::Scored;

/// What a survey is reported by, in one region, wave and stage.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::view) struct SurveyRecord<'a> {
    /// Official name where matched, else as given.
    region: &'a str,
    /// Round of assessment where rows name one.
    wave: Option<&'a str>,
    /// Stage of verification where rows name one.
    stage: Option<&'static str>,
    /// How many respondents answered.
    respondents: usize,
    /// How many elements there are.
    elements: usize,
    /// Ids of those that nobody answered: the index does not rest on them.
    unanswered: Vec<&'a str>,
    /// Ids of the lowest three, lowest first, with all that tie with the third.
    lowest: Vec<&'a str>,
    /// Who answered.
    profile: Vec<ProfileRecord>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ProfileRecord {
    /// `sex`, `age`, `education` or `occupation`.
    by: &'static str,
    /// As the table has it; null where it is left empty.
    group: Option<String>,
    /// Respondents.
    count: usize,
}

/// The records of a survey; none where the framework is none.
pub(in crate::view) fn records<'a>(
    scored: &'a Scored,
    assessments: impl Iterator<Item = &'a Assessment>,
) -> Vec<SurveyRecord<'a>> {
    let framework = &scored.framework;
    if !survey::is_survey(framework, &scored.method) {
        return Vec::new();
    }
    let ids = |all: Vec<usize>| -> Vec<&'a str> {
        all.into_iter()
            .map(|at| framework.nodes()[at].id())
            .collect()
    };
    assessments
        .map(|it| SurveyRecord {
            region: &it.region.name,
            wave: it.wave.as_deref(),
            stage: it.stage.map(crate::statement::Stage::id),
            respondents: it.nodes[0].informants,
            elements: survey::items(framework).len(),
            unanswered: ids(survey::unanswered(framework, it)),
            lowest: ids(survey::lowest(framework, it)),
            profile: profile(scored, it),
        })
        .collect()
}

fn profile(scored: &Scored, assessment: &Assessment) -> Vec<ProfileRecord> {
    let all = survey::profile(&scored.framework, &scored.statements, assessment);
    let mut out = Vec::new();
    for it in all {
        let by = match it.of {
            Trait::Sex => "sex",
            Trait::Age => "age",
            Trait::Education => "education",
            Trait::Occupation => "occupation",
        };
        let named = it
            .groups
            .into_iter()
            .map(|(group, count)| (Some(group), count));
        let unsaid = (it.unsaid > 0).then_some((None, it.unsaid));
        out.extend(
            named
                .chain(unsaid)
                .map(|(group, count)| ProfileRecord { by, group, count }),
        );
    }
    out
}
