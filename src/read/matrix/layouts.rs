//! Each layout of a table of codings, brought into units by coders.

use std::collections::BTreeMap;

use crate::problem::Problem;
use crate::read::plain::{Held, Plain, is_numbering, is_total};
use crate::read::problems::Problems;
use crate::table::Kind;
use crate::text::{folded, list, say, shown};

use super::columns::{columns, twice};
use super::model::{Cells, MatrixOptions, Sheet, unit_name, unit_twice};
use super::names::{count_of, is_unit, is_value, names_coders};
use super::values;

/// More codings than this are no table of counts that anybody made by hand.
const MOST: usize = 1_000_000;

/// How many names a message lists.
const SHOWN: usize = 12;

/// A row for each unit, a column for each coder.
pub(super) fn units(
    plain: &mut Plain<'_>,
    options: &MatrixOptions,
    problems: &mut Problems,
) -> Option<Sheet> {
    let of = columns(plain, options, problems)?;
    if of.coders.is_empty() {
        let place = plain.place_of_header(None);
        let problem = Problem::error(say::matrix_one_column()).at(place);
        problems.add(|| problem.help(say::matrix_columns_help()));
        return None;
    }
    twice(plain, &of.coders, problems);
    plain.without_totals(problems);
    let given = |at: &usize| plain.rows.iter().any(|row| !row[*at].is_empty());
    let (kept, empty): (Vec<usize>, Vec<usize>) = of.coders.iter().partition(|it| given(it));
    // A column may be empty only because its rows are wrong.
    for at in empty
        .into_iter()
        .filter(|_| !problems.any_error())
        .collect::<Vec<_>>()
    {
        let sentence = say::matrix_empty_column(shown(plain.name(at)));
        let place = plain.place_of_header(Some(at));
        problems.add(|| Problem::warning(sentence).at(place));
    }
    let names =
        |of: &[usize]| -> Vec<String> { of.iter().map(|at| plain.name(*at).to_owned()).collect() };
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut units = Vec::new();
    for row in &plain.rows {
        let line = row[0].at.row;
        let Some(unit) = of.unit.map(|at| &row[at]) else {
            units.push(unit_name("", line));
            continue;
        };
        match seen.get(&unit.text.to_lowercase()) {
            Some(first) => unit_twice(plain.table, unit, *first, problems),
            None if !unit.text.is_empty() => {
                seen.insert(unit.text.to_lowercase(), line);
            }
            None => {}
        }
        units.push(unit_name(&unit.text, line));
    }
    let cells = plain
        .rows
        .iter()
        .flat_map(|row| kept.iter().map(|at| row[*at].clone()));
    Some(Sheet {
        units,
        cells: cells.collect(),
        coders: names(&kept),
        unit_column: of.unit.map(|at| plain.name(at).to_owned()),
        left_out: names(&of.others),
    })
}

/// A row for each coder, a column for each unit.
pub(super) fn coders_in_rows(
    plain: &mut Plain<'_>,
    options: &MatrixOptions,
    problems: &mut Problems,
) -> Option<Sheet> {
    let before = problems.count();
    let left_out = plain.named(&options.leave_out, "--leave-out", problems);
    if problems.count() > before {
        return None;
    }
    plain.without_totals(problems);
    let named = |at: &usize| !plain.name(*at).is_empty() && !left_out.contains(at);
    let all = 1..plain.header().len();
    let (units, sums): (Vec<usize>, Vec<usize>) = all
        .filter(named)
        .partition(|at| !is_total(&folded(plain.name(*at))));
    let wanted: Vec<String> = options.coders.iter().map(|it| folded(it)).collect();
    let is_wanted = |row: &&Vec<Held>| wanted.is_empty() || wanted.contains(&folded(&row[0].text));
    let rows: Vec<&Vec<Held>> = plain.rows.iter().filter(is_wanted).collect();
    for (at, row) in rows.iter().enumerate() {
        let name = folded(&row[0].text);
        if rows[..at].iter().any(|it| folded(&it[0].text) == name) {
            let place = plain.table.place(row[0].at);
            let sentence = say::matrix_coder_twice(shown(&row[0].text));
            problems.add(|| Problem::error(sentence).at(place));
        }
    }
    let cells = units
        .iter()
        .flat_map(|at| rows.iter().map(|row| row[*at].clone()));
    Some(Sheet {
        units: units.iter().map(|at| plain.name(*at).to_owned()).collect(),
        coders: rows
            .iter()
            .map(|row| unit_name(&row[0].text, row[0].at.row))
            .collect(),
        cells: cells.collect(),
        unit_column: None,
        left_out: left_out
            .iter()
            .chain(&sums)
            .map(|at| plain.name(*at).to_owned())
            .collect(),
    })
}

/// A row for each coding.
pub(super) fn long(
    plain: &Plain<'_>,
    options: &MatrixOptions,
    problems: &mut Problems,
) -> Option<Sheet> {
    let before = problems.count();
    let left_out = plain.named(&options.leave_out, "--leave-out", problems);
    let asked: Vec<String> = options.unit.iter().cloned().collect();
    let asked = plain.named(&asked, "--unit", problems);
    if problems.count() > before {
        return None;
    }
    let header: Vec<(usize, String)> = plain
        .header()
        .iter()
        .map(|it| folded(it))
        .enumerate()
        .filter(|it| !left_out.contains(&it.0))
        .collect();
    let find = |is: &dyn Fn(&str) -> bool| header.iter().find(|it| is(&it.1)).map(|it| it.0);
    let coder = find(&names_coders);
    let value = find(&is_value);
    let unit = asked.first().copied().or_else(|| {
        let counts = |at: &usize| is_numbering(plain.name(*at), &folded(plain.name(*at)));
        let free = |at: &usize| Some(*at) != coder && Some(*at) != value;
        let mut others = header.iter().map(|it| it.0).filter(free);
        // Its names come back, once for each coder.
        let repeats = |at: &usize| !plain.column(*at).is_unique();
        let unit = |at: &usize| is_unit(&folded(plain.name(*at))) && repeats(at);
        let named = others.clone().find(|it| unit(it) && !counts(it));
        named
            .or_else(|| others.clone().find(unit))
            .or_else(|| others.find(repeats))
    });
    let (Some(unit), Some(coder), Some(value)) = (unit, coder, value) else {
        let problem = Problem::error(say::matrix_no_long()).at(plain.place_of_header(None));
        problems.add(|| problem.help(say::matrix_no_long_help()));
        return None;
    };
    let is_wanted = |name: &str| {
        options.coders.is_empty() || options.coders.iter().any(|it| folded(it) == folded(name))
    };
    let mut units: Vec<String> = Vec::new();
    let mut coders: Vec<String> = Vec::new();
    let mut found: BTreeMap<(usize, usize), &Held> = BTreeMap::new();
    let position = |all: &mut Vec<String>, name: &str| {
        let known = all
            .iter()
            .position(|it| it.to_lowercase() == name.to_lowercase());
        known.unwrap_or_else(|| {
            all.push(name.to_owned());
            all.len() - 1
        })
    };
    for row in plain.rows.iter().filter(|row| is_wanted(&row[coder].text)) {
        let cell = &row[value];
        if row[coder].text.is_empty() {
            let place = plain.table.place(row[coder].at);
            problems.add(|| Problem::error(say::matrix_coding_unnamed()).at(place));
            continue;
        }
        let at = (
            position(&mut units, &unit_name(&row[unit].text, cell.at.row)),
            position(&mut coders, &row[coder].text),
        );
        if let Some(other) = found
            .get(&at)
            .filter(|it| !it.is_empty() && !cell.is_empty())
        {
            let (unit, coder) = (shown(&row[unit].text), shown(&row[coder].text));
            let sentence = say::matrix_coding_twice(coder, unit, other.at.row);
            let place = plain.table.place(cell.at);
            problems.add(|| match other.text == cell.text {
                true => Problem::warning(sentence).at(place),
                false => Problem::error(sentence).at(place),
            });
            continue;
        }
        found.insert(at, cell);
    }
    let mut cells = Vec::new();
    for unit in 0..units.len() {
        for coder in 0..coders.len() {
            cells.push(found.get(&(unit, coder)).map_or_else(
                || Held {
                    text: String::new(),
                    kind: Kind::Text,
                    at: plain.headed.top,
                },
                |it| (*it).clone(),
            ));
        }
    }
    let used = [unit, coder, value];
    let others = (0..plain.header().len()).filter(|it| !used.contains(it));
    Some(Sheet {
        units,
        coders,
        cells,
        unit_column: Some(plain.name(unit).to_owned()),
        left_out: plain.names(others),
    })
}

/// The columns of categories, and the one of the units.
fn categories(
    plain: &Plain<'_>,
    options: &MatrixOptions,
    problems: &mut Problems,
) -> Option<(Option<usize>, Vec<usize>, Vec<usize>)> {
    let before = problems.count();
    let mut left_out = plain.named(&options.leave_out, "--leave-out", problems);
    let asked: Vec<String> = options.unit.iter().cloned().collect();
    let asked = plain.named(&asked, "--unit", problems).first().copied();
    if problems.count() > before {
        return None;
    }
    let key = |at: usize| folded(plain.name(at));
    let is_number = |at: usize| plain.name(at).parse::<f64>().is_ok();
    let last = plain.header().len() - 1;
    // Without a column of units the first header is a category as the last one is.
    let unit = asked.or_else(|| (!(is_number(0) && is_number(last))).then_some(0));
    let sums = |at: usize| {
        let more = ["n", "pi", "p", "sigma", "raters", "jumlahpenilai"];
        is_total(&key(at)) || at == last && more.contains(&key(at).as_str())
    };
    let mut kept = Vec::new();
    for at in (0..=last).filter(|it| Some(*it) != unit) {
        if left_out.contains(&at) || plain.name(at).is_empty() {
            continue;
        }
        if sums(at) || is_numbering(plain.name(at), &key(at)) {
            left_out.push(at);
        } else {
            kept.push(at);
        }
    }
    Some((unit, kept, left_out))
}

/// What the headers of categories are as values.
fn category_values(
    plain: &Plain<'_>,
    kept: &[usize],
    options: &MatrixOptions,
    problems: &mut Problems,
) -> Cells {
    let held = |at: &usize| Held {
        text: plain.name(*at).to_owned(),
        kind: Kind::Text,
        at: plain.headed.top.cell(*at),
    };
    let held: Vec<Held> = kept.iter().map(held).collect();
    values::cells(plain.table, &held, options, problems)
}

/// The values of some categories, by their positions.
fn spread(of: Cells, at: &[Option<usize>]) -> Cells {
    let words = |cells: Vec<Option<usize>>| at.iter().map(|it| cells[(*it)?]).collect();
    match of {
        Cells::Numbers(cells) => Cells::Numbers(at.iter().map(|it| cells[(*it)?]).collect()),
        Cells::Words(names, cells) => Cells::Words(names, words(cells)),
        Cells::Levels(names, cells) => Cells::Levels(names, words(cells)),
    }
}

/// The counts of a row, category by category; what is no count is told.
fn counts_of(
    plain: &Plain<'_>,
    row: &[Held],
    kept: &[usize],
    problems: &mut Problems,
) -> Vec<usize> {
    let count = |at: &usize| match row[*at].text.as_str() {
        "" | "-" => 0,
        text => count_of(text).unwrap_or_else(|| {
            let place = plain.table.place(row[*at].at);
            let sentence = say::matrix_no_count(shown(text));
            problems.add(|| {
                Problem::error(sentence)
                    .at(place)
                    .help(say::matrix_no_count_help())
            });
            0
        }),
    };
    kept.iter().map(count).collect()
}

/// Counts of units by categories: who gave what is not known.
pub(super) fn counts(
    plain: &mut Plain<'_>,
    options: &MatrixOptions,
    problems: &mut Problems,
) -> Option<(Sheet, Cells)> {
    let (unit, kept, left_out) = categories(plain, options, problems)?;
    plain.without_totals(problems);
    let rows: Vec<Vec<usize>> = plain
        .rows
        .iter()
        .map(|row| counts_of(plain, row, &kept, problems))
        .collect();
    let sums: Vec<usize> = rows.iter().map(|it| it.iter().sum()).collect();
    let most = sums.iter().copied().max().unwrap_or(0);
    if most * rows.len() > MOST {
        let place = plain.place_of_header(None);
        problems.add(|| Problem::error(say::matrix_too_many(most * rows.len(), MOST)).at(place));
        return None;
    }
    let least = sums.iter().copied().min().unwrap_or(0);
    if least < most && !problems.any_error() {
        let place = plain.place_of_header(None);
        problems.add(|| Problem::warning(say::matrix_counts_differ(least, most)).at(place));
    }
    let mut at: Vec<Option<usize>> = Vec::new();
    for row in &rows {
        let given = row
            .iter()
            .enumerate()
            .flat_map(|(at, count)| std::iter::repeat_n(Some(at), *count));
        at.extend(given.chain(std::iter::repeat(None)).take(most));
    }
    let name = |row: &Vec<Held>| unit_name(unit.map_or("", |at| &row[at].text), row[0].at.row);
    let sheet = Sheet {
        units: plain.rows.iter().map(name).collect(),
        coders: (1..=most).map(|it| format!("#{it}")).collect(),
        cells: Vec::new(),
        unit_column: unit.map(|at| plain.name(at).to_owned()),
        left_out: plain.names(left_out),
    };
    let values = category_values(plain, &kept, options, problems);
    Some((sheet, spread(values, &at)))
}

/// Two coders against each other: rows are what the one gave, columns what the other gave.
pub(super) fn square(
    plain: &mut Plain<'_>,
    options: &MatrixOptions,
    problems: &mut Problems,
) -> Option<(Sheet, Cells)> {
    let (unit, kept, left_out) = categories(plain, options, problems)?;
    let rows = unit.unwrap_or(0);
    plain.without_totals(problems);
    let place = plain.place_of_header(None);
    let across: Vec<String> = kept.iter().map(|at| folded(plain.name(*at))).collect();
    let down: Vec<Option<usize>> = plain
        .rows
        .iter()
        .map(|row| across.iter().position(|it| *it == folded(&row[rows].text)))
        .collect();
    let all = (0..across.len()).all(|it| down.contains(&Some(it)));
    if unit.is_none() || !all || down.len() != across.len() || across.len() < 2 {
        let some = |names: &mut dyn Iterator<Item = &str>| {
            let all: Vec<String> = names.map(shown).collect();
            let more = (all.len() > SHOWN).then(|| "…".to_owned());
            list(all.into_iter().take(SHOWN).chain(more))
        };
        let headers = some(&mut kept.iter().map(|at| plain.name(*at)));
        let names = some(&mut plain.rows.iter().map(|row| row[rows].text.as_str()));
        problems.add(|| {
            let problem = Problem::error(say::matrix_not_square()).at(place);
            problem.help(say::matrix_not_square_help(headers, names))
        });
        return None;
    }
    let corner = plain.name(rows).to_owned();
    let mut names: Vec<String> = match corner.split_once(['\\', '/', '|']) {
        Some((one, other)) if !one.trim().is_empty() && !other.trim().is_empty() => {
            vec![one.trim().to_owned(), other.trim().to_owned()]
        }
        _ => vec!["A".to_owned(), "B".to_owned()],
    };
    if let [one, other] = options.coders.as_slice() {
        names = vec![one.clone(), other.clone()];
    }
    let mut units = Vec::new();
    let mut at = Vec::new();
    let mut total = 0;
    for (row, own) in plain.rows.iter().zip(&down) {
        for (column, count) in counts_of(plain, row, &kept, problems)
            .into_iter()
            .enumerate()
        {
            total += count;
            if total > MOST {
                problems.add(|| Problem::error(say::matrix_too_many(total, MOST)).at(place));
                return None;
            }
            let unit = format!("{} / {}", row[rows].text, plain.name(kept[column]));
            units.extend(std::iter::repeat_n(unit, count));
            at.extend(std::iter::repeat_n([*own, Some(column)], count).flatten());
        }
    }
    let sheet = Sheet {
        units,
        coders: names,
        cells: Vec::new(),
        unit_column: None,
        left_out: plain.names(left_out),
    };
    let values = category_values(plain, &kept, options, problems);
    Some((sheet, spread(values, &at)))
}
