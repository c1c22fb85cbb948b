//! The tables of one input: which of them hold statements, and what all of them say together.

use crate::problem::{Checked, Place, Problem, Spot, suggest};
use crate::statement::{Left, Share, Statements, Unread};
use crate::table::Table;
use crate::text::{folded, list, say, shown};

use super::form::{self, Form};
use super::header::Headers;
use super::problems::Problems;
use super::settings::{Defaults, ReadOptions};
use super::wanted::Wanted;
use super::{corrections, recaps, statements};

/// The statements of all tables of an input, of which `doubts` are known already: of workbooks the
/// sheets that hold answers, each a source of its own.
///
/// # Errors
/// Every problem of an input none of whose tables can be read.
pub(super) fn together(
    tables: Vec<Table>,
    doubts: Vec<Problem>,
    options: &ReadOptions,
) -> Checked<Statements> {
    let out_of_sight = out_of_sight(&tables, options);
    seen_together(tables, doubts, options).map_err(|problems| match out_of_sight {
        // It says more than that such sheets are not read.
        Some(cause) => {
            let others = problems.into_iter().filter(|it| it.code != "hidden_sheets");
            std::iter::once(cause).chain(others).collect()
        }
        None => problems,
    })
}

/// That what is looked for most likely stands on hidden sheets: no visible one has a header that means
/// anything.
fn out_of_sight(tables: &[Table], options: &ReadOptions) -> Option<Problem> {
    let first = hidden(tables).next()?;
    let headers = Headers::new(options);
    let means_anything = |table: &Table| {
        let mut defaults = options.defaults.clone();
        let headed = headers.find(table, &mut defaults, &mut Problems::default());
        headed.is_some_and(|it| it.header.iter().any(|cell| headers.knows(cell)))
    };
    if tables.iter().any(means_anything) {
        return None;
    }
    let names = list(hidden(tables).map(|it| format!("`{}`", shown(&it.sheet))));
    let sentence = say::answers_out_of_sight(names);
    let problem = Problem::error(sentence).at(Place::file(&first.file));
    Some(problem.help(say::hidden_sheets_help()))
}

/// As [`together`], of what is seen.
fn seen_together(
    tables: Vec<Table>,
    mut doubts: Vec<Problem>,
    options: &ReadOptions,
) -> Checked<Statements> {
    let form = Form::of(&tables);
    let tables = without_results(tables, form.as_ref())?;
    let file = tables.first().map_or("", Table::name);
    let (options, lacks) = match &form {
        Some(form) => form.options(options, file),
        None => (options.clone(), Vec::new()),
    };
    let options = &options;
    let hidden: Vec<Unread> = hidden(&tables).collect();
    let tables = match form {
        // What it was made with beside the answers is no table of answers, whatever is typed there.
        Some(_) => without_aside(tables),
        None => tables,
    };
    let (tables, others) = apart(tables, options);
    if tables.is_empty() {
        let found = without_answers(others, doubts, options);
        let (mut all, problems) = found.map_err(|it| [lacks.clone(), it].concat())?;
        all.set_aside(hidden);
        return Ok((all, [lacks, problems].concat()));
    }
    let Some(first) = tables.first() else {
        return Err(doubts);
    };
    // What begins with a line is ours: what levels mean, lists for drop-downs.
    let is_made = |it: &str| it.starts_with('_') || form.is_some() && Form::made(it);
    let is_theirs = |it: &&Table| it.sheet_name().is_none_or(|it| !is_made(it));
    if others.iter().any(|it| is_theirs(&it)) {
        let sentence = say::sheets_without_table(names(others.iter().filter(is_theirs)));
        doubts.push(Problem::warning(sentence).at(Place::file(first.name())));
    }
    // What is to be said of the cells of a sheet that is not read is of no use.
    let is_left = |it: &Problem| {
        let Some(Spot::Cell { sheet, .. }) = it.place.as_ref().map(|it| &it.spot) else {
            return false;
        };
        let mut left = others.iter().filter_map(Table::sheet_name);
        left.any(|it| it == sheet)
    };
    doubts.retain(|it| !is_left(it));
    doubts.splice(..0, lacks);
    let unread = others.iter().filter(is_theirs).filter_map(without_table);
    let unread: Vec<Unread> = unread.chain(hidden).collect();
    let wanted = shared_out(&tables, options, &mut doubts);
    let mut read = Vec::new();
    let mut failed = Vec::new();
    for (table, wanted) in tables.into_iter().zip(wanted) {
        let name = table.sheet_name().map(str::to_owned);
        let mut options = options.clone();
        options.corrections = wanted;
        match one(table, Vec::new(), &options) {
            Ok((statements, problems)) => read.push((name, statements, problems)),
            Err(problems) => failed.extend(problems),
        }
    }
    if read.is_empty() {
        return Err([failed, doubts].concat());
    }
    doubts.extend(failed);
    let all = joined(read, options, &mut doubts);
    let mut all = match &form {
        Some(form) => form.settled(all, &mut doubts),
        None => all,
    };
    all.set_aside(unread);
    Ok((all, doubts))
}

/// The sheets that people see.
///
/// # Errors
/// A workbook that holds results.
fn without_results(
    mut tables: Vec<Table>,
    form: Option<&Form>,
) -> Result<Vec<Table>, Vec<Problem>> {
    tables.retain(|it| !form::is_mark(it));
    if form.is_some_and(|it| it.kind == form::Kind::Result) {
        let file = tables.first().map_or("", Table::name);
        let problem = Problem::error(say::workbook_is_result()).at(Place::file(file));
        return Err(vec![problem.help(say::workbook_is_result_help())]);
    }
    if !tables.iter().all(form::is_list) {
        tables.retain(|it| !form::is_list(it));
    }
    Ok(tables)
}

/// The sheets of a form but those that hold no answers, if any are left.
fn without_aside(tables: Vec<Table>) -> Vec<Table> {
    let is_aside = |it: &Table| it.sheet_name().is_some_and(Form::is_aside);
    match tables.iter().all(is_aside) {
        true => tables,
        false => tables.into_iter().filter(|it| !is_aside(it)).collect(),
    }
}

/// The hidden sheets of a workbook; what begins with a line is ours.
fn hidden(tables: &[Table]) -> impl Iterator<Item = Unread> {
    let all = tables.iter().flat_map(|table| {
        let names = table.hidden().iter();
        names.map(|name| (table.name(), name))
    });
    let theirs = all.filter(|(_, name)| !name.starts_with('_'));
    theirs.map(|(file, name)| Unread {
        file: file.to_owned(),
        sheet: name.clone(),
        reason: Left::HiddenSheet,
        rows: None,
    })
}

/// A sheet that holds no table of answers, with its rows that hold anything.
fn without_table(table: &Table) -> Option<Unread> {
    let mut rows = Share::default();
    let mut all = table.rows();
    while let Some(row) = all.next() {
        if !row.is_blank() {
            rows.add(row.at.row);
        }
    }
    Some(Unread {
        file: table.name().to_owned(),
        sheet: table.sheet_name()?.to_owned(),
        reason: Left::NoAnswersInSheet,
        rows: Some(rows),
    })
}

/// The statements of one table.
fn one(table: Table, mut doubts: Vec<Problem>, options: &ReadOptions) -> Checked<Statements> {
    if options.corrections.is_empty() {
        let is_list = corrections::is_list(&table);
        let found = statements::of(table, doubts, options);
        return found.map_err(|problems| match is_list {
            true => corrections::told_as_list(problems),
            false => problems,
        });
    }
    // How numbers are read is settled by what was sent: a correction changes its own cell alone.
    let sign = || statements::decimal_of(&table, options);
    let as_sent = ReadOptions {
        decimal: options.decimal.or_else(sign),
        ..options.clone()
    };
    let (table, made) = corrections::apply(table, &as_sent, &mut doubts);
    let (mut statements, mut problems) = statements::of(table, doubts, &as_sent)?;
    problems.extend(corrections::without_effect(&statements, &made));
    // Who withdraws the last answer of a file means it.
    if made.iter().any(|(it, _)| it.to.is_empty()) {
        problems.retain(|it| it.code != "nothing_answered");
    }
    statements.corrected(made.into_iter().map(|(it, _)| it).collect());
    Ok((statements, problems))
}

/// Tables with answers, and the others; the only table of an input is looked at whatever it holds.
fn apart(tables: Vec<Table>, options: &ReadOptions) -> (Vec<Table>, Vec<Table>) {
    if tables.len() < 2 {
        return (tables, Vec::new());
    }
    let headers = Headers::new(options);
    let given = tables.iter().map(|it| {
        let mut defaults = options.defaults.clone();
        let headed = headers.find(it, &mut defaults, &mut Problems::default());
        headed.map_or(Given::default(), |it| headers.given(&it.header, &defaults))
    });
    let given: Vec<Given> = given.collect();
    // Answers across the columns without a region are a summary where other sheets say whose theirs are.
    let any = given.iter().any(|it| it.answers && it.region);
    let (mut ours, mut others) = (Vec::new(), Vec::new());
    for (table, it) in tables.into_iter().zip(given) {
        let is_ours = it.answers && (it.region || !(any && it.is_wide));
        let to = if is_ours { &mut ours } else { &mut others };
        to.push(table);
    }
    (ours, others)
}

/// What a table gives, by its header and what stands above.
#[derive(Debug, Clone, Copy, Default)]
struct Given {
    region: bool,
    /// Answers about something.
    answers: bool,
    /// Whether the headers of answers name the indicators.
    is_wide: bool,
}

/// That no table has answers: what is wrong with the first, and which there are.
fn without_answers(
    tables: Vec<Table>,
    doubts: Vec<Problem>,
    options: &ReadOptions,
) -> Checked<Statements> {
    let seen = say::sheets_seen(names(tables.iter()));
    let mut tables = tables.into_iter();
    let Some(first) = tables.next() else {
        return Err(doubts);
    };
    let mut problems = match one(first, doubts, options) {
        Ok((statements, problems)) => return Ok((statements, problems)),
        Err(problems) => problems,
    };
    if let Some(at) = problems.iter().position(Problem::is_error) {
        problems[at] = problems[at].clone().help(seen);
    }
    Err(problems)
}

/// The statements of sheets behind each other. One that sums up what the others hold is left out, and
/// one without rows is only mentioned where others have some.
fn joined(
    read: Vec<(Option<String>, Statements, Vec<Problem>)>,
    options: &ReadOptions,
    doubts: &mut Vec<Problem>,
) -> Statements {
    let headers = Headers::new(options);
    let is_of_indicator = |name: &str| {
        let found = headers.indicator(name);
        found.is_none_or(|(_, known)| known.is_indicator)
    };
    let has_indicators = |it: &Statements| {
        let mut rows = it.rows().iter();
        rows.any(|row| is_of_indicator(&row.indicator))
    };
    let any = read.iter().any(|(_, it, _)| has_indicators(it));
    let any_rows = read.iter().any(|(_, it, _)| !it.rows().is_empty());
    let named = read.iter().enumerate();
    let named = named.filter_map(|(at, (name, it, _))| Some((at, name.as_deref()?, it)));
    let named: Vec<(usize, &str, &Statements)> = named.collect();
    let sheets: Vec<(&str, &Statements)> = named.iter().map(|it| (it.1, it.2)).collect();
    let means = recaps::find(&sheets, &headers);
    let left: Vec<usize> = means.left.iter().map(|it| named[*it].0).collect();
    doubts.extend(means.told);
    let mut all = Statements::default();
    for (at, (name, statements, problems)) in read.into_iter().enumerate() {
        if let Some(name) = name.as_ref().filter(|_| left.contains(&at)) {
            all.set_aside(recap(&statements, name));
            continue;
        }
        let is_recap = any && !statements.rows().is_empty() && !has_indicators(&statements);
        if let Some(name) = name.as_ref().filter(|_| is_recap) {
            let place = statements.sources().first();
            let sentence = say::sheet_of_groups(shown(name));
            let problem = Problem::warning(sentence);
            doubts.push(match place {
                Some(it) => problem.at(Place::file(it.name())),
                None => problem,
            });
            all.set_aside(recap(&statements, name));
            continue;
        }
        let softened = problems.into_iter().map(|it| match it.code {
            "no_rows" if any_rows => it.as_warning(),
            _ => it,
        });
        doubts.extend(softened);
        all.append(statements);
    }
    all
}

/// A sheet that sums up what others hold, with its rows.
fn recap(statements: &Statements, sheet: &str) -> Option<Unread> {
    let source = statements.sources().first()?;
    let first = statements.rows().first().map(|it| it.origin().row);
    let rows = Share {
        rows: source.tally().map_or(0, |it| it.read),
        first: first.into_iter().collect(),
    };
    Some(Unread {
        file: source.name().to_owned(),
        sheet: sheet.to_owned(),
        reason: Left::RecapSheet,
        rows: Some(rows),
    })
}

/// The corrections of each table, by the sheet that they name.
fn shared_out(
    tables: &[Table],
    options: &ReadOptions,
    doubts: &mut Vec<Problem>,
) -> Vec<Vec<Wanted>> {
    let mut out = vec![Vec::new(); tables.len()];
    for wanted in &options.corrections {
        match table_of(tables, wanted) {
            Ok(at) => out[at].push(wanted.clone()),
            Err(problem) => doubts.push(*problem),
        }
    }
    out
}

/// The position of the table that a correction is of.
fn table_of(tables: &[Table], wanted: &Wanted) -> Result<usize, Box<Problem>> {
    let file = &*wanted.file;
    let refused = |sentence| Problem::error(sentence).at(wanted.places.row.clone());
    let Some(sheet) = &wanted.sheet else {
        return match tables.len() {
            1 => Ok(0),
            _ => Err(refused(say::correction_which_sheet(file, names(tables.iter()))).into()),
        };
    };
    let is_called = |it: &Table| {
        it.sheet_name()
            .is_some_and(|it| folded(it) == folded(sheet))
    };
    if let Some(at) = tables.iter().position(is_called) {
        return Ok(at);
    }
    if tables.iter().all(|it| it.sheet_name().is_none()) {
        return Err(refused(say::correction_of_text(file)).into());
    }
    let sentence = say::correction_no_sheet(file, shown(sheet), names(tables.iter()));
    let near = suggest(sheet, tables.iter().filter_map(Table::sheet_name));
    Err(refused(sentence)
        .maybe_help(near.map(say::did_you_mean))
        .into())
}

/// The one table of an input that is read for something else than statements: the first that has rows.
///
/// # Errors
/// An input without any table.
pub(super) fn only(tables: Vec<Table>, mut doubts: Vec<Problem>) -> Checked<Table> {
    let form = Form::of(&tables);
    let tables = without_results(tables, form.as_ref())?;
    let several = tables.len() > 1;
    let (mut filled, empty): (Vec<Table>, Vec<Table>) =
        tables.into_iter().partition(|it| !several || has_rows(it));
    let first = match filled.is_empty() {
        true => empty.into_iter().next(),
        false => Some(filled.remove(0)),
    };
    let Some(first) = first else {
        return Err(doubts);
    };
    if let (Some(name), false) = (first.sheet_name(), filled.is_empty()) {
        let sentence = say::other_sheets(shown(name), names(filled.iter()));
        let problem = Problem::warning(sentence).at(Place::file(first.name()));
        doubts.push(problem.help(say::other_sheets_help()));
    }
    Ok((first, doubts))
}

/// Whether a table has a header and a row, each of two cells or more.
fn has_rows(table: &Table) -> bool {
    let mut rows = table.rows();
    let mut wide = 0;
    while wide < 2
        && let Some(row) = rows.next()
    {
        wide += usize::from(row.texts().filter(|it| !it.is_empty()).count() > 1);
    }
    wide > 1
}

/// The names of sheets.
fn names<'t>(tables: impl Iterator<Item = &'t Table>) -> String {
    let names = tables.filter_map(Table::sheet_name);
    list(names.map(|it| format!("`{}`", shown(it))))
}

impl Headers<'_> {
    /// What a table gives under a header.
    fn given(&self, header: &[String], defaults: &Defaults) -> Given {
        let (mut indicator, mut answers, mut is_wide) =
            (defaults.indicator.is_some(), false, false);
        for cell in header {
            let (names, gives) = self.gives(cell);
            indicator |= names;
            answers |= gives;
            is_wide |= names && gives;
        }
        let is_region = |it: &String| self.is_of_region(it);
        let region = defaults.region.is_some() || header.iter().any(is_region);
        Given {
            region,
            answers: answers && (indicator || region),
            is_wide,
        }
    }
}
