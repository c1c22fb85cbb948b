//! What a survey is reported by: its items as regulations tell them, who answered, and the results
//! of groups of respondents.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::assess::{Assessed, Assessment, Spellings, assess};
use crate::framework::{Framework, Method, ReportingUnit};
use crate::problem::Problem;
use crate::region::Register;
use crate::statement::identity::SpeakerSort;
use crate::statement::profile::Trait;
use crate::statement::respondent::answering;
use crate::statement::{Field, PartyName, Speaker, Statement, Statements};
use crate::stats::TOLERANCE;
use crate::text::{folded, trim};

/// Positions of the items that respondents answer and that count.
#[must_use]
pub fn items(framework: &Framework) -> Vec<usize> {
    let scored = framework.indicators().filter(|(.., it)| it.is_scored());
    let asked = scored.filter(|(.., it)| it.kind.asks_respondents());
    asked.map(|(at, ..)| at).collect()
}

/// Whether a framework is a survey: all that counts is answered by respondents, and its results are
/// told on a scale of their own (SKM: 25–100).
#[must_use]
pub fn is_survey(framework: &Framework, method: &Method) -> bool {
    let scored = framework.indicators().filter(|(.., it)| it.is_scored());
    let items = items(framework).len();
    items > 0
        && scored.count() == items
        && method.reporting.unit == ReportingUnit::Native
        && (method.reporting.factor - 1.0).abs() > TOLERANCE
}

/// The items of an assessment that nobody answered.
#[must_use]
pub fn unanswered(framework: &Framework, assessment: &Assessment) -> Vec<usize> {
    let is_open = |at: &usize| assessment.nodes[*at].told.is_none();
    items(framework).into_iter().filter(is_open).collect()
}

/// The three items (positions) with the lowest results, lowest first, with all that tie with the
/// third; none where all items are alike.
#[must_use]
pub fn lowest(framework: &Framework, assessment: &Assessment) -> Vec<usize> {
    const FEW: usize = 3;
    let told = |at: usize| assessment.nodes[at].told;
    let mut all: Vec<(usize, f64)> = items(framework)
        .into_iter()
        .filter_map(|at| Some((at, told(at)?)))
        .collect();
    all.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
    let (Some(first), Some(last)) = (all.first(), all.last()) else {
        return Vec::new();
    };
    if last.1 - first.1 <= TOLERANCE {
        return Vec::new();
    }
    let edge = all.get(FEW - 1).unwrap_or(last).1;
    let low = all
        .iter()
        .filter(|it| it.1 <= edge + TOLERANCE && it.1 < last.1 - TOLERANCE);
    low.map(|(at, _)| *at).collect()
}

/// One trait of the respondents of an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Which.
    pub of: Trait,
    /// Each group with how many are in it; ages from the youngest, others from the largest.
    pub groups: Vec<(String, usize)>,
    /// How many do not say.
    pub unsaid: usize,
}

/// The ages that numbers are told in: up to this one.
const AGES: [(f64, &str); 6] = [
    (17.0, "≤ 17"),
    (25.0, "18–25"),
    (35.0, "26–35"),
    (45.0, "36–45"),
    (55.0, "46–55"),
    (f64::INFINITY, "> 55"),
];

/// Who answered in an assessment, by the traits that the tables have.
#[must_use]
pub fn profile(
    framework: &Framework,
    statements: &Statements,
    assessment: &Assessment,
) -> Vec<Profile> {
    let respondents = respondents(framework, statements, assessment);
    let of_trait = |of: Trait| {
        let sources = statements.sources().iter();
        let columns: Vec<_> = sources
            .map(|it| it.texts_under(|header| Trait::of_header(header) == Some(of)))
            .collect();
        if columns.iter().all(Option::is_none) {
            return None;
        }
        let texts: Vec<Option<&str>> = respondents
            .iter()
            .map(|(source, row)| {
                let text = columns[*source].as_ref()?.get(row)?;
                Some(trim(text)).filter(|it| !matches!(*it, "" | "-"))
            })
            .collect();
        let unsaid = texts.iter().filter(|it| it.is_none()).count();
        let said: Vec<&str> = texts.into_iter().flatten().collect();
        let groups = if of == Trait::Age {
            ages(&said)
        } else {
            by_name(&said)
        };
        Some(Profile { of, groups, unsaid })
    };
    Trait::ALL.into_iter().filter_map(of_trait).collect()
}

/// Spellings that differ in case and spaces alone are one group.
fn by_name(said: &[&str]) -> Vec<(String, usize)> {
    let mut groups: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for text in said {
        let group = groups.entry(folded(text));
        group.or_insert_with(|| ((*text).to_owned(), 0)).1 += 1;
    }
    let mut groups: Vec<(String, usize)> = groups.into_values().collect();
    groups.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    groups
}

/// Numbers in groups of years; other words as they stand.
fn ages(said: &[&str]) -> Vec<(String, usize)> {
    let mut counts = [0_usize; AGES.len()];
    let mut others = Vec::new();
    for text in said {
        let number = text.split_whitespace().next().unwrap_or_default();
        let is_years = text.split_whitespace().skip(1).all(|it| {
            ["tahun", "th", "thn", "years"].contains(&it.to_lowercase().trim_end_matches('.'))
        });
        match number.parse::<f64>() {
            Ok(age) if is_years && (0.0..130.0).contains(&age) => {
                let at = AGES.iter().position(|(most, _)| age <= *most);
                counts[at.unwrap_or(AGES.len() - 1)] += 1;
            }
            _ => others.push(*text),
        }
    }
    let mut rest = by_name(&others);
    rest.sort();
    let groups = AGES.iter().zip(counts).filter(|(_, count)| *count > 0);
    let groups = groups.map(|((_, name), count)| ((*name).to_owned(), count));
    groups.chain(rest).collect()
}

/// Where the first row of each respondent of an assessment stands: source and row.
fn respondents(
    framework: &Framework,
    statements: &Statements,
    assessment: &Assessment,
) -> Vec<(usize, usize)> {
    let items = items(framework);
    let mut rows: Vec<(usize, usize)> = items
        .iter()
        .enumerate()
        .flat_map(|(item, node)| assessment.rows[*node].iter().map(move |at| (*at, item)))
        .collect();
    rows.sort_unstable();
    let of_rows = rows
        .iter()
        .map(|(at, item)| (&statements.rows()[*at], *item));
    let answering = answering(of_rows.clone(), items.len());
    let mut first: HashMap<Speaker, (usize, usize)> = HashMap::new();
    for ((row, _), who) in of_rows.zip(answering) {
        if who.sort == SpeakerSort::Person && row.is_counted() {
            let origin = row.origin();
            let place = (origin.source, origin.row);
            let known = first.entry(who.speaker).or_insert(place);
            *known = (*known).min(place);
        }
    }
    let mut all: Vec<(usize, usize)> = first.into_values().collect();
    all.sort_unstable();
    all
}

/// The result of the respondents of one group in one of the assessments.
#[derive(Debug, Clone)]
pub struct Group {
    /// What the column says of them, as first written; nothing where it is left empty.
    pub name: Option<String>,
    /// Their result.
    pub assessment: Assessment,
}

/// The results of groups of respondents: those of one cell of a column, by its header or by the name
/// of a column of ours. Only the assessments at the positions `shown` are told; groups from the
/// highest result to the lowest, those without one and those without a name last.
///
/// # Errors
/// Nothing where no table has the column. What scoring refuses.
pub fn groups(
    (framework, method): (&Framework, &Method),
    statements: &Statements,
    (assessed, shown): (&Assessed, &[usize]),
    spellings: &Spellings,
    by: &str,
) -> Result<Option<Vec<Group>>, Vec<Problem>> {
    let field = Field::from_header(by);
    let columns: Vec<Option<BTreeMap<usize, String>>> = statements
        .sources()
        .iter()
        .map(|it| {
            let named =
                it.texts_under(|header| trim(by) == trim(header) || folded(by) == folded(header));
            named.or_else(|| it.texts_of(field?))
        })
        .collect();
    if columns.iter().all(Option::is_none) {
        return Ok(None);
    }
    let name = |row: &Statement| -> Option<&str> {
        let origin = row.origin();
        let text = trim(columns[origin.source].as_ref()?.get(&origin.row)?);
        Some(text).filter(|it| !matches!(*it, "" | "-"))
    };
    let mut names: Vec<Option<&str>> = Vec::new();
    let mut known: HashMap<Option<PartyName>, usize> = HashMap::new();
    // What counts once in the whole (copies, rows that stand twice) counts once in its group.
    let counted: HashSet<usize> = assessed
        .assessments
        .iter()
        .flat_map(|it| it.rows.iter().flatten().copied())
        .collect();
    let owners: Vec<Option<usize>> = statements
        .rows()
        .iter()
        .enumerate()
        .map(|(at, row)| {
            if !counted.contains(&at) {
                return None;
            }
            let name = name(row);
            let next = names.len();
            let at = *known.entry(name.map(PartyName::from)).or_insert(next);
            if at == next {
                names.push(name);
            }
            Some(at)
        })
        .collect();
    let mut groups = Vec::new();
    let parts = statements.clone().split(&owners, names.len());
    for (name, part) in names.iter().zip(&parts) {
        let register = Register::embedded();
        let (of_group, _) = assess(framework, part, register, spellings, method)?;
        let is_shown = |it: &Assessment| {
            shown
                .iter()
                .map(|at| &assessed.assessments[*at])
                .any(|of| (&of.region, &of.wave, of.stage) == (&it.region, &it.wave, it.stage))
        };
        let told = of_group.assessments.into_iter().filter(is_shown);
        groups.extend(told.map(|assessment| Group {
            name: name.map(str::to_owned),
            assessment,
        }));
    }
    groups.sort_by(|one, other| {
        let place = |it: &Group| {
            let of = &it.assessment;
            (
                of.region.clone(),
                of.wave.clone(),
                of.stage,
                it.name.is_none(),
            )
        };
        let told = |it: &Group| it.assessment.nodes[0].told.unwrap_or(f64::NEG_INFINITY);
        place(one)
            .cmp(&place(other))
            .then(told(other).total_cmp(&told(one)))
            .then(one.name.cmp(&other.name))
    });
    Ok(Some(groups))
}

/// Headers of all tables, for a word that none of them is.
#[must_use]
pub fn headers(statements: &Statements) -> Vec<&str> {
    let mut all: Vec<&str> = statements
        .sources()
        .iter()
        .flat_map(|it| it.headers().iter().map(String::as_str))
        .filter(|it| !it.is_empty())
        .collect();
    let mut seen = HashSet::new();
    all.retain(|it| seen.insert(*it));
    all
}
