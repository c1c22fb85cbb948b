//! From statements to respondents: who gave which answer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::{Assessed, Assessment, level_of, opinion};
use crate::framework::{Framework, Indicator, Kind, Orientation, SurveyItem};
use crate::problem::{Problem, finish, suggest};
use crate::statement::field::FIELDS;
use crate::statement::identity::SpeakerSort;
use crate::statement::respondent::{Answering, answering};
use crate::statement::{Field, Origin, PartyName, Speaker, Statement, Statements, Usage};
use crate::text::{Sentence, Text, list, say};

use super::{Construct, Question, Questionnaire, Respondent, ToldApart, whole, whole_levels};

/// What respondents of a study can be split by.
pub const ATTRIBUTES: &[Field] = &[
    Field::Role,
    Field::Agency,
    Field::Region,
    Field::Kind,
    Field::Wave,
    Field::Stage,
    Field::Class,
    Field::Method,
];

/// The attribute called `name`, in either language.
///
/// # Errors
/// When respondents have no such attribute, with the nearest name as help.
pub fn attribute(name: &str) -> Result<Field, Vec<Problem>> {
    let found = Field::from_header(name).filter(|it| ATTRIBUTES.contains(it));
    found.ok_or_else(|| {
        let names = |language: usize| {
            let of = move |(column, names): &(Field, &'static [&'static str])| {
                ATTRIBUTES.contains(column).then(|| names[language])
            };
            FIELDS.iter().filter_map(of)
        };
        let near = suggest(name, names(0).chain(names(1)));
        let near = near.and_then(Field::from_header).map(|field| {
            let of = FIELDS.iter().find(|it| it.0 == field);
            let of = of.map_or(Text::same(name), |(_, it)| Text::new(it[1], it[0]));
            say::did_you_mean(called(of))
        });
        // Every column has its English name first and its Indonesian one second.
        let known = called(Text::new(list(names(1)), list(names(0))));
        vec![Problem::error(say::unknown_attribute(name, known)).maybe_help(near)]
    })
}

/// The round is called so everywhere but in the header that most tables have for it.
fn called(names: Text) -> Text {
    let [id, en] = names.both();
    let id: Vec<&str> = id
        .split(", ")
        .map(|it| if it == "tahun" { "periode" } else { it })
        .collect();
    Text::new(list(id), en)
}

/// What one respondent said, as it is gathered.
struct Gathering<'a> {
    first: Origin,
    is_named: bool,
    /// For each way in which respondents are split the values of their rows.
    attributes: Vec<BTreeSet<String>>,
    /// For each item the rows with their answers.
    answers: BTreeMap<usize, Vec<(&'a Statement, f64)>>,
}

/// Why statements make no questionnaire.
#[derive(Debug)]
pub enum NoQuestionnaire {
    /// The framework has no items: it is no questionnaire, and nothing is wrong with that.
    NoItems(Vec<Problem>),
    /// What is wrong with the answers.
    Unsound(Vec<Problem>),
}

impl Questionnaire {
    /// The questionnaire that the likert indicators of a framework are, its level indicators where
    /// there are none, answered in the assessments at the positions `shown`.
    ///
    /// A respondent is a row of a wide table; in a long table an informant within one region, wave
    /// and stage, known by name, else by post and offices. Primary rows count.
    /// Several coders of one answer are averaged, as in a score, unless one of them is the
    /// consensus.
    ///
    /// # Errors
    /// No item, fewer than two respondents, nothing to split by. Answers of nobody in particular
    /// and respondents who answer twice are warnings.
    pub fn of_study(
        framework: &Framework,
        statements: &Statements,
        assessed: &Assessed,
        shown: &[usize],
        by: &[Field],
    ) -> Result<(Self, Vec<Problem>), NoQuestionnaire> {
        let nodes = item_nodes(framework);
        if nodes.is_empty() {
            let problem = Problem::error(say::no_questionnaire_items(framework.id(), item_kinds()));
            return Err(NoQuestionnaire::NoItems(vec![problem]));
        }
        let is_likert = |at: &usize| {
            let indicator = framework.nodes()[*at].indicator();
            indicator.is_some_and(|it| it.kind.asks_respondents())
        };
        let is_questionnaire = nodes.iter().any(is_likert);
        let mut unknown = 0_usize;
        let mut gathered: BTreeMap<(usize, Speaker), Gathering> = BTreeMap::new();
        for at in shown {
            let assessment = &assessed.assessments[*at];
            let mut answering = respondents_of(statements, assessment, &nodes);
            for (item, node) in nodes.iter().enumerate() {
                for place in &assessment.rows[*node] {
                    let row = &statements.rows()[*place];
                    if row.usage != Usage::Primary {
                        continue;
                    }
                    let Some(level) = level_of(framework, *node, row) else {
                        continue;
                    };
                    // In a table that is no questionnaire by itself, a name tells more than a row.
                    let who = match row.informant {
                        Some(_) if !is_questionnaire => Speaker::of(row),
                        _ if is_questionnaire => match answering.remove(&(*place, item)) {
                            Some(it) if it.sort == SpeakerSort::Person => it.speaker,
                            _ => Speaker::Unnamed,
                        },
                        _ => Speaker::of_answer(row),
                    };
                    if !who.is_person() {
                        unknown += 1;
                        continue;
                    }
                    let entry = gathered.entry((*at, who)).or_insert_with(|| Gathering {
                        first: row.origin(),
                        is_named: row.informant.is_some(),
                        attributes: vec![BTreeSet::new(); by.len()],
                        answers: BTreeMap::new(),
                    });
                    entry.first = entry.first.min(row.origin());
                    for (values, by) in entry.attributes.iter_mut().zip(by) {
                        values.extend(value(*by, assessment, row));
                    }
                    entry.answers.entry(item).or_default().push((row, level));
                }
            }
        }
        let mut problems = Vec::new();
        if unknown > 0 {
            let problem = Problem::warning(say::respondents_unknown(unknown));
            problems.push(problem.help(say::respondents_unknown_help()));
        }
        if gathered.len() < 2 {
            let problem = Problem::error(say::too_few_respondents(gathered.len()));
            problems.push(problem.help(say::too_few_respondents_help()));
        }
        for (way, by) in by.iter().enumerate() {
            if gathered.values().all(|it| it.attributes[way].is_empty()) {
                problems.push(Problem::error(say::attribute_blank(by.header())));
            }
        }
        let items: Vec<Question> = nodes.iter().map(|at| question(framework, *at)).collect();
        let mut told_apart = told_apart(assessed, gathered.keys().map(|(at, _)| *at));
        let rows = gathered
            .values()
            .flat_map(|it| it.answers.values().flatten());
        told_apart.coded = rows.filter(|(row, _)| row.coder.is_some()).count();
        let mut ordered: Vec<(Origin, Respondent)> = Vec::new();
        for ((_, who), gathering) in &gathered {
            match who {
                _ if gathering.is_named => told_apart.named += 1,
                Speaker::Post(..) => told_apart.posts += 1,
                _ => told_apart.rows += 1,
            }
            problems.extend(answers_twice(who, gathering));
            let answer = |item: usize| {
                let rows = gathering.answers.get(&item)?;
                opinion(rows).map(|(it, _)| items[item].turned(it))
            };
            let respondent = Respondent {
                attributes: gathering
                    .attributes
                    .iter()
                    .map(|it| (!it.is_empty()).then(|| it.iter().cloned().collect::<Vec<_>>()))
                    .map(|it| it.map(|it| it.join("; ")))
                    .collect(),
                answers: (0..items.len()).map(answer).collect(),
            };
            ordered.push((gathering.first, respondent));
        }
        ordered.sort_by_key(|(first, _)| *first);
        let questionnaire = Self {
            constructs: constructs(framework, &nodes),
            items,
            respondents: ordered.into_iter().map(|(_, it)| it).collect(),
            told_apart,
        };
        finish(questionnaire, problems).map_err(NoQuestionnaire::Unsound)
    }
}

/// The nodes that are items: likert indicators, or level indicators where there are none.
fn item_nodes(framework: &Framework) -> Vec<usize> {
    let of = |item: SurveyItem| -> Vec<usize> {
        let fits =
            |it: &Indicator| it.kind.survey() == item && it.direction != Orientation::Descriptive;
        framework
            .indicators()
            .filter(|(_, _, it)| fits(it))
            .map(|(at, ..)| at)
            .collect()
    };
    let items = of(SurveyItem::Always);
    if items.is_empty() {
        of(SurveyItem::IfNoOthers)
    } else {
        items
    }
}

/// Whoever answers in each row (position, item), in the order of the table.
fn respondents_of(
    statements: &Statements,
    assessment: &Assessment,
    nodes: &[usize],
) -> BTreeMap<(usize, usize), Answering> {
    let mut rows: Vec<(usize, usize)> = nodes
        .iter()
        .enumerate()
        .flat_map(|(item, node)| assessment.rows[*node].iter().map(move |row| (*row, item)))
        .collect();
    rows.sort_unstable();
    let of_rows = rows
        .iter()
        .map(|(at, item)| (&statements.rows()[*at], *item));
    let answering = answering(of_rows, nodes.len());
    rows.iter().copied().zip(answering).collect()
}

/// The kinds of which items are: `likert or level`.
fn item_kinds() -> Text {
    let of = |item| {
        let all = Kind::ALL.iter();
        all.filter(move |it| it.survey() == item)
    };
    let kinds = of(SurveyItem::Always).chain(of(SurveyItem::IfNoOthers));
    let kinds: Vec<&str> = kinds.map(|it| it.id()).collect();
    Text::new(kinds.join(" atau "), kinds.join(" or "))
}

fn question(framework: &Framework, at: usize) -> Question {
    let node = &framework.nodes()[at];
    let scale = node
        .indicator()
        .and_then(|it| framework.scales().get(it.scale));
    let reversed = node
        .indicator()
        .is_some_and(|it| it.direction == Orientation::Lower);
    let levels = match scale {
        None => Vec::new(),
        Some(scale) if scale.levels().is_empty() => {
            let whole = whole_levels(scale.min(), scale.max());
            whole.into_iter().map(|it| (it, None)).collect()
        }
        Some(scale) => scale
            .levels()
            .iter()
            .map(|it| (it.value, Some(it.label.clone())))
            .collect(),
    };
    Question {
        id: node.id().to_owned(),
        title: node.title().clone(),
        ends: scale.map(|it| (it.min(), it.max())),
        levels,
        reversed,
    }
}

/// The whole, then every group with two items or more below it, in the order of the tree.
fn constructs(framework: &Framework, items: &[usize]) -> Vec<Construct> {
    let below = |group: usize, node: usize| {
        let mut at = Some(node);
        while let Some(here) = at {
            if here == group {
                return true;
            }
            at = framework.nodes()[here].parent();
        }
        false
    };
    let groups = framework.nodes().iter().enumerate().skip(1);
    let groups = groups.filter(|(_, node)| node.indicator().is_none());
    let constructs = groups.map(|(at, node)| Construct {
        id: node.id().to_owned(),
        title: node.title().clone(),
        items: (0..items.len())
            .filter(|item| below(at, items[*item]))
            .collect(),
    });
    std::iter::once(whole(items.len()))
        .chain(constructs.filter(|it| it.items.len() > 1))
        .collect()
}

/// What a respondent is in one respect.
fn value(by: Field, assessment: &Assessment, row: &Statement) -> Option<String> {
    let word = |it: &Option<Arc<str>>| it.as_deref().map(str::to_owned);
    match by {
        Field::Region => Some(assessment.region.name.to_string()),
        Field::Kind => assessment.region.kind.map(|it| it.id().to_owned()),
        Field::Wave => word(&assessment.wave),
        Field::Stage => assessment.stage.map(|it| it.id().to_owned()),
        Field::Role => row.role.as_deref().map(str::to_owned),
        Field::Class => word(&row.class),
        Field::Method => word(&row.method),
        // Offices named together are one value: a row is never multiplied by them.
        Field::Agency => {
            let mut names: Vec<&str> = row.agencies.iter().map(|it| &**it).collect();
            names.sort_unstable();
            (!names.is_empty()).then(|| names.join("; "))
        }
        _ => None,
    }
}

fn told_apart(assessed: &Assessed, at: impl Iterator<Item = usize>) -> ToldApart {
    let all: Vec<&Assessment> = at.map(|at| &assessed.assessments[at]).collect();
    let regions: BTreeSet<_> = all.iter().map(|it| &it.region).collect();
    let waves: BTreeSet<_> = all.iter().map(|it| &it.wave).collect();
    let stages: BTreeSet<_> = all.iter().map(|it| it.stage).collect();
    ToldApart {
        regions: regions.len(),
        waves: waves.len(),
        stages: stages.len(),
        ..ToldApart::default()
    }
}

/// Warns where one coder has one respondent answer an item more than once: several people may
/// hide behind one name.
fn answers_twice(who: &Speaker, gathering: &Gathering) -> Option<Problem> {
    let most = gathering.answers.values().map(|rows| {
        let mut by_coder: BTreeMap<Option<&PartyName>, usize> = BTreeMap::new();
        for (row, _) in rows {
            *by_coder.entry(row.coder.as_ref()).or_default() += 1;
        }
        by_coder.into_values().max().unwrap_or(0)
    });
    let most = most.max().unwrap_or(0);
    let sentence: Sentence = say::respondent_answers_twice(who.shown().unwrap_or_default(), most);
    (most > 1).then(|| Problem::warning(sentence).help(say::respondent_answers_twice_help()))
}
