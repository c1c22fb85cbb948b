//! Answers that stand twice: copies of files and rows, and two different answers for one cell.
//!
//! What is said twice in the same words counts once. What is said twice in different words is never
//! settled here: it is told with both places, and it is an error where nothing tells the two apart.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::framework::{Framework, InformantRule};
use crate::problem::Problem;
use crate::statement::respondent::is_numbered;
use crate::statement::{Answer, Field, Statement, Statements, Usage};
use crate::stats::TOLERANCE;
use crate::text::{Lang, Text, Word, folded, say};

use super::pooled::{statement_value, statements_of};
use super::regions::RegionRef;
use super::row_value::RowValue;
use super::spoken::Spoken;
use super::warnings::MOST_PROBLEMS;

/// An input whose rows all stand in another one.
#[derive(Debug)]
pub(super) struct Copied {
    /// Position of the input.
    pub(super) source: usize,
    /// Position of the one before it that has the same rows.
    of: usize,
    /// Position of its first row.
    first: usize,
    /// How many rows it has.
    rows: usize,
}

/// The inputs that have exactly the rows of one before them, in the same order.
///
/// An input of a single line of a wide table is none: two respondents may well answer alike.
pub(super) fn copies(statements: &Statements) -> Vec<Copied> {
    if statements.sources().len() < 2 {
        return Vec::new();
    }
    let rows = statements.rows();
    let mut out: Vec<Copied> = Vec::new();
    let mut seen: HashMap<(usize, &str, &str), Vec<&[Statement]>> = HashMap::new();
    let mut start = 0;
    for mine in rows.chunk_by(|one, other| one.origin().source == other.origin().source) {
        let first = start;
        start += mine.len();
        let [head, .., tail] = mine else { continue };
        if head.origin().cell.is_some() && head.origin().row == tail.origin().row {
            continue;
        }
        let alike = seen
            .entry((mine.len(), &head.region, &head.indicator))
            .or_default();
        let same = |other: &&&[Statement]| mine.iter().zip(**other).all(|(a, b)| a.repeats(b));
        match alike.iter().find(same) {
            Some(other) => out.push(Copied {
                source: head.origin().source,
                of: other[0].origin().source,
                first,
                rows: mine.len(),
            }),
            None => alike.push(mine),
        }
    }
    out
}

/// The inputs (positions) whose rows all stand in one before them: they count once.
#[must_use]
pub fn copied_sources(statements: &Statements) -> HashSet<usize> {
    copies(statements).iter().map(|it| it.source).collect()
}

/// Warns of inputs that are copies, each once.
pub(super) fn warn_copies(statements: &Statements, copies: &[Copied]) -> Vec<Problem> {
    let path = |source: usize| statements.sources()[source].shown();
    let warn = |it: &Copied| {
        let sentence = say::copy_of_file(path(it.source), path(it.of), it.rows);
        let row = &statements.rows()[it.first];
        Problem::warning(sentence)
            .at(statements.place(row, Field::Region))
            .help(say::copy_of_file_help())
    };
    copies.iter().map(warn).collect()
}

/// A row (position) that repeats an earlier one (position) exactly.
pub(super) type Repeat = (usize, usize);

/// Those of `rows` (positions, ascending) that repeat an earlier one of them exactly; of items that
/// respondents answer only where a long table names who did.
pub(super) fn repeated<'a>(
    statements: &Statements,
    rows: impl Iterator<Item = (usize, &'a Statement)>,
    are_items: bool,
) -> Vec<Repeat> {
    let mut seen: HashMap<_, Vec<(usize, &Statement)>> = HashMap::new();
    let mut out = Vec::new();
    for (at, row) in rows {
        // Respondents may well answer alike; whole lines of them are compared by `repeated_lines`.
        let is_named = row.informant.is_some() || row.role.is_some() || row.id.is_some();
        if are_items && (row.origin().cell.is_some() || !is_named) {
            continue;
        }
        let evidence = row.evidence.as_deref();
        let words = evidence.map(|it| (&it.quote, &it.finding, &it.locator, &it.item));
        let number = match row.answer {
            Answer::Number(level) => Some(level.to_bits()),
            _ => None,
        };
        let numbers = (number, row.value.map(f64::to_bits));
        // Sheets number their respondents each from 1.
        let sheet = (are_items && is_numbered(row)).then(|| row.origin().source);
        let who = (&row.informant, &row.coder, &row.id, sheet);
        let key = (&row.region, &row.indicator, who, numbers, words);
        let alike = seen.entry(key).or_default();
        // Lines of one file that differ in a column nobody reads are two lines.
        let is_same_line = |other: &Statement| {
            row.origin().source != other.origin().source
                || folded(&statements.line(row)) == folded(&statements.line(other))
        };
        let same = |it: &&(usize, &Statement)| row.repeats(it.1) && is_same_line(it.1);
        match alike.iter().find(same) {
            Some((other, _)) => out.push((at, *other)),
            None => alike.push((at, row)),
        }
    }
    out
}

/// The rows of lines of a wide table in which a respondent with a name or an id answers all items as
/// in an earlier line.
pub(super) fn repeated_lines(all: &[Spoken<'_>]) -> Vec<Repeat> {
    let is_named = |it: &&Spoken<'_>| {
        it.row.origin().cell.is_some() && (it.row.informant.is_some() || it.row.id.is_some())
    };
    let named: Vec<&Spoken<'_>> = all.iter().filter(is_named).collect();
    let line = |it: &&Spoken<'_>| (it.row.origin().source, it.row.origin().row);
    let mut seen: HashMap<_, Vec<&[&Spoken<'_>]>> = HashMap::new();
    let mut out = Vec::new();
    for mine in named.chunk_by(|one, other| line(one) == line(other)) {
        let alike = seen
            .entry((&mine[0].row.informant, &mine[0].row.id, mine.len()))
            .or_default();
        let same = |other: &&&[&Spoken<'_>]| {
            let mut pairs = mine.iter().zip(**other);
            pairs.all(|(one, other)| one.row.repeats(other.row))
        };
        match alike.iter().find(same) {
            Some(other) => out.extend(mine.iter().zip(*other).map(|(a, b)| (a.at, b.at))),
            None => alike.push(mine),
        }
    }
    out
}

/// Warns of respondents of one name who answer all alike, once for all: they count as two.
pub(super) fn warn_echoes(statements: &Statements, mut rows: Vec<Repeat>) -> Option<Problem> {
    rows.sort_unstable();
    let (at, of) = *rows.first()?;
    let line = |at: usize| {
        let origin = statements.rows()[at].origin();
        (origin.source, origin.row)
    };
    let mut lines: Vec<(usize, usize)> = rows.iter().map(|(at, _)| line(*at)).collect();
    lines.dedup();
    let place = statements.place(&statements.rows()[of], Field::Region);
    let sentence = say::respondent_twice(line(at).1, place.short());
    let more = (lines.len() > 1).then(|| say::respondent_twice_more(lines.len() - 1));
    let problem = Problem::warning(sentence);
    let row = &statements.rows()[at];
    Some(
        problem
            .at(statements.place(row, Field::Region))
            .help(say::respondent_twice_help())
            .maybe_help(more),
    )
}

/// Warns of rows that repeat earlier ones, once for every two inputs.
pub(super) fn warn_repeated(statements: &Statements, mut rows: Vec<Repeat>) -> Vec<Problem> {
    rows.sort_unstable();
    let source = |at: usize| statements.rows()[at].origin().source;
    let mut by_files: BTreeMap<(usize, usize), Vec<Repeat>> = BTreeMap::new();
    for (at, of) in rows {
        let pair = (source(at), source(of));
        by_files.entry(pair).or_default().push((at, of));
    }
    let warn = |((mine, theirs), rows): ((usize, usize), Vec<Repeat>)| {
        let (at, of) = rows[0];
        let line = |at: usize| statements.rows()[at].origin().row;
        let mut lines: Vec<usize> = rows.iter().map(|(at, _)| line(*at)).collect();
        lines.dedup();
        let row = &statements.rows()[at];
        let place = statements.place(&statements.rows()[of], Field::Region);
        let path = |source: usize| statements.sources()[source].shown();
        let sentence = match lines.len() {
            1 => say::duplicate_row(lines[0], place.short()),
            count => say::duplicate_rows(count, path(mine), path(theirs), place.short()),
        };
        Problem::warning(sentence).at(statements.place(row, Field::Region))
    };
    by_files.into_iter().map(warn).collect()
}

/// Why two answers for one cell are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    /// Rows of two inputs that name nobody.
    Files,
    /// The framework takes one agreed answer.
    Single,
    /// Rows of one input that name nobody.
    Unnamed,
    /// Several numbers are reported for a group or the index.
    Reported,
    /// Coders of one statement, where the framework takes one agreed answer.
    Coders,
    /// Rows of two inputs that name the same people and say nothing else: most likely one replaces the
    /// other.
    SameVoice,
}

/// Two different answers for one cell.
#[derive(Debug, Clone)]
pub(super) struct Clash {
    why: Why,
    region: RegionRef,
    node: usize,
    /// Position of the earlier row, and what it says.
    earlier: (usize, RowValue),
    later: (usize, RowValue),
}

/// The two different answers that the rows of one node give, if there are any that must be told.
pub(super) fn clash(
    framework: &Framework,
    statements: &Statements,
    region: &RegionRef,
    node: usize,
    rows: &[Spoken<'_>],
    rule: InformantRule,
) -> Option<Clash> {
    let mut answers = rows.iter().filter(is_answer);
    let first = answers.next()?;
    // Most cells have one answer, or the same one several times.
    if answers.all(|it| is_same(first.said, it.said)) {
        return None;
    }
    let answers: Vec<&Spoken<'_>> = rows.iter().filter(is_answer).collect();
    let clash = |why, one: &Spoken<'_>, other: &Spoken<'_>| Clash {
        why,
        region: region.clone(),
        node,
        earlier: (one.at, one.said),
        later: (other.at, other.said),
    };
    let nameless: Vec<&Spoken<'_>> = answers
        .iter()
        .copied()
        .filter(|it| names_nobody(it.row))
        .collect();
    let source = |it: &Spoken<'_>| it.row.origin().source;
    let is_apart = |one: &Spoken<'_>, other: &Spoken<'_>| is_apart(statements, one, other);
    let several = nameless.iter().any(|it| source(it) != source(nameless[0]));
    let found = several.then(|| pair(&nameless, is_apart));
    if let Some((one, other)) = found.flatten() {
        return Some(clash(Why::Files, one, other));
    }
    if rule == InformantRule::Single {
        return single(rows).map(|(why, one, other)| clash(why, one, other));
    }
    let again = pair(&answers, |one, other| {
        is_apart(one, other) && is_one_voice(one.row, other.row)
    });
    if let Some((one, other)) = again {
        return Some(clash(Why::SameVoice, one, other));
    }
    if framework.nodes()[node].indicator().is_none() {
        let found = pair(&answers, |_, _| true);
        return found.map(|(one, other)| clash(Why::Reported, one, other));
    }
    let found = pair(&nameless, |_, _| true);
    found.map(|(one, other)| clash(Why::Unnamed, one, other))
}

/// Whether two rows stand in different files; sheets of one workbook are one file.
fn is_apart(statements: &Statements, one: &Spoken<'_>, other: &Spoken<'_>) -> bool {
    let [one, other] = [one, other].map(|it| it.row.origin().source);
    one != other && !statements.sources()[one].is_beside(&statements.sources()[other])
}

/// Whether a row gives an answer that counts.
fn is_answer(it: &&Spoken<'_>) -> bool {
    it.counts
        && it.voice.usage == Usage::Primary
        && matches!(it.said, RowValue::Value(_) | RowValue::NotApplicable)
}

fn is_same(one: RowValue, other: RowValue) -> bool {
    match (one, other) {
        (RowValue::Value(one), RowValue::Value(other)) => (one - other).abs() <= TOLERANCE,
        (one, other) => one == other,
    }
}

/// Whether what two rows say is two answers for one cell. What a crosswalk carries here from two nodes is
/// none, and two columns of one line for one indicator are told by themselves.
fn differ(one: &Spoken<'_>, said: RowValue, other: &Spoken<'_>, also: RowValue) -> bool {
    let line = |it: &Spoken<'_>| (it.row.origin().source, it.row.origin().row);
    !is_same(said, also) && one.row.coded_as == other.row.coded_as && line(one) != line(other)
}

/// Whether two rows name the same people and documents, and no other words or ids that would make two
/// statements of theirs.
fn is_one_voice(one: &Statement, other: &Statement) -> bool {
    let document = |it: &Statement| it.evidence.as_deref().and_then(|it| it.source.clone());
    !names_nobody(one)
        && (&one.id, one.words()) == (&other.id, other.words())
        && (&one.informant, &one.role, &one.agencies, &one.coder)
            == (&other.informant, &other.role, &other.agencies, &other.coder)
        && document(one) == document(other)
}

/// Whether nothing in a row says whose answer it is: no person, post, office or coder, and no document.
fn names_nobody(row: &Statement) -> bool {
    let has_document = || {
        let evidence = row.evidence.as_deref();
        evidence.is_some_and(|it| it.source.is_some())
    };
    row.informant.is_none()
        && row.role.is_none()
        && row.agencies.is_empty()
        && row.coder.is_none()
        && !has_document()
}

/// The first two of `rows` that differ, were carried here from the same node, and are such as `fits`
/// asks.
fn pair<'r, 'a>(
    rows: &[&'r Spoken<'a>],
    fits: impl Fn(&Spoken<'a>, &Spoken<'a>) -> bool,
) -> Option<(&'r Spoken<'a>, &'r Spoken<'a>)> {
    rows.iter().enumerate().find_map(|(at, other)| {
        let clashes =
            |one: &&&Spoken<'a>| differ(one, one.said, other, other.said) && fits(one, other);
        Some((*rows[..at].iter().find(clashes)?, *other))
    })
}

/// Where one agreed answer is wanted: two statements that differ, or else two coders of one.
fn single<'r, 'a>(rows: &'r [Spoken<'a>]) -> Option<(Why, &'r Spoken<'a>, &'r Spoken<'a>)> {
    let mut agreed: Vec<(RowValue, &Spoken<'a>)> = Vec::new();
    let mut divided = None;
    for codings in statements_of(rows) {
        let codings: Vec<&'r Spoken<'a>> = codings.into_iter().filter(is_answer).collect();
        let valued: Vec<(&Statement, f64)> = codings
            .iter()
            .filter_map(|it| match it.said {
                RowValue::Value(value) => Some((it.row, value)),
                _ => None,
            })
            .collect();
        let Some(first) = codings.first() else {
            continue;
        };
        let value = statement_value(&valued, false);
        agreed.push((
            value.map_or(RowValue::NotApplicable, RowValue::Value),
            first,
        ));
        if !codings.iter().any(|it| it.row.is_consensus()) {
            divided = divided.or_else(|| pair(&codings, |_, _| true));
        }
    }
    let differ = agreed.iter().enumerate().find_map(|(at, (value, other))| {
        let clashes =
            |(before, one): &&(RowValue, &Spoken<'a>)| differ(one, *before, other, *value);
        let (_, one) = agreed[..at].iter().find(clashes)?;
        Some((*one, *other))
    });
    let by_coders = |(one, other)| {
        let [a, b]: [&Spoken<'a>; 2] = [one, other];
        let why = match a.row.coder == b.row.coder {
            true => Why::Single,
            false => Why::Coders,
        };
        (why, a, b)
    };
    let differ = differ.map(|(one, other)| (Why::Single, one, other));
    differ.or_else(|| divided.map(by_coders))
}

/// Tells of two answers for one cell, once for every two inputs and reason.
pub(super) fn tell(
    framework: &Framework,
    statements: &Statements,
    clashes: &[&Clash],
) -> Vec<Problem> {
    let source = |at: usize| statements.rows()[at].origin().source;
    let mut groups: BTreeMap<_, Vec<&Clash>> = BTreeMap::new();
    for it in clashes.iter().take(MOST_PROBLEMS) {
        let key = (it.why, source(it.earlier.0), source(it.later.0));
        groups.entry(key).or_default().push(it);
    }
    let tell_one = |((why, mine, theirs), mut all): ((Why, usize, usize), Vec<&Clash>)| {
        all.sort_by_key(|it| it.later.0);
        let first = all[0];
        let row = &statements.rows()[first.later.0];
        let before = &statements.rows()[first.earlier.0];
        let node = framework.nodes()[first.node].id();
        let region = &*first.region.name;
        let there = statements.place(before, Field::of_number(before)).short();
        let said = |value| answer(value);
        let (now, then) = (said(first.later.1), said(first.earlier.1));
        let path = |source: usize| statements.sources()[source].path().to_owned();
        let problem = match why {
            Why::Files => Problem::error(say::two_answers_of_files(region, node, now, then, there))
                .help(say::two_answers_of_files_help(path(mine), path(theirs))),
            Why::Single => {
                Problem::error(say::two_answers_where_one(region, node, now, then, there))
                    .help(say::two_answers_where_one_help())
            }
            Why::Unnamed => Problem::warning(say::two_answers(region, node, now, then, there))
                .help(say::two_answers_help()),
            Why::Reported => Problem::warning(say::reported_twice(region, node, now, then, there)),
            Why::Coders => Problem::warning(say::two_coders(region, node, now, then, there)),
            Why::SameVoice => Problem::warning(say::same_voice(region, node, now, then, there))
                .help(say::two_answers_of_files_help(path(mine), path(theirs))),
        };
        let more = (all.len() > 1).then(|| say::two_answers_more(all.len() - 1));
        problem
            .and_in(statements.place(before, Field::of_number(before)).file)
            .at(statements.place(row, Field::of_number(row)))
            .maybe_help(more)
    };
    groups.into_iter().map(tell_one).collect()
}

/// What a row says, for people.
fn answer(said: RowValue) -> Text {
    match said {
        RowValue::Value(value) => Text::new(value.word(Lang::Id), value.word(Lang::En)),
        _ => Text::new("tidak berlaku", "not applicable"),
    }
}
