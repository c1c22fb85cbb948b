//! Which column of a table of units by coders names the unit, which are coders, and which are neither.

use std::collections::BTreeSet;

use crate::problem::Problem;
use crate::read::plain::{Column, Plain, is_note, is_numbering, is_total};
use crate::read::problems::Problems;
use crate::text::{folded, list, say, shell_word, shown};

use super::model::MatrixOptions;
use super::names::{is_coder, is_unit};

/// The columns of a table by what they are.
pub(super) struct Columns {
    /// Names the units; none where no column does.
    pub(super) unit: Option<usize>,
    pub(super) coders: Vec<usize>,
    /// Left out.
    pub(super) others: Vec<usize>,
}

/// Sorts the columns, as asked or as they look. Nothing, and a problem, where they cannot be sorted.
pub(super) fn columns(
    plain: &Plain<'_>,
    options: &MatrixOptions,
    problems: &mut Problems,
) -> Option<Columns> {
    let before = problems.count();
    let left_out = plain.named(&options.leave_out, "--leave-out", problems);
    let coders = plain.named(&options.coders, "--coders", problems);
    let unit: Vec<String> = options.unit.iter().cloned().collect();
    let unit = plain.named(&unit, "--unit", problems).first().copied();
    if problems.count() > before {
        return None;
    }
    let mut left: Vec<usize> = Vec::new();
    let mut unnamed = Vec::new();
    for (at, name) in plain.header().iter().enumerate() {
        if left_out.contains(&at) {
            continue;
        }
        if at > 0 && name.is_empty() && Some(at) != unit {
            unnamed.push(at + 1);
        } else {
            left.push(at);
        }
    }
    if !unnamed.is_empty() {
        let place = plain.place_of_header(None);
        problems.add(|| Problem::warning(say::unnamed_columns(list(unnamed))).at(place));
    }
    let of: Vec<(usize, Column)> = left.iter().map(|at| (*at, plain.column(*at))).collect();
    if !coders.is_empty() {
        let unit = unit.or_else(|| left.iter().copied().find(|it| !coders.contains(it)));
        let known = |it: &usize| coders.contains(it) || Some(*it) == unit;
        let others = left.into_iter().filter(|it| !known(it)).collect();
        return Some(Columns {
            unit,
            coders,
            others,
        });
    }
    let unit = match unit {
        Some(unit) => Some(unit),
        None => first_unit(plain, &of, problems)?,
    };
    let body: Vec<&(usize, Column)> = of.iter().filter(|it| Some(it.0) != unit).collect();
    let kept = kept(plain, &body);
    let others: Vec<usize> = body
        .iter()
        .map(|it| it.0)
        .filter(|it| !kept.contains(it))
        .collect();
    if !kept.is_empty() {
        let told: (fn(String) -> _, _) = (say::matrix_left_out, say::matrix_left_out_help());
        plain.tell_left_out(&others, told, problems);
    }
    Some(Columns {
        unit,
        coders: kept,
        others,
    })
}

/// The column of the units where none is named. `None` within: there is none; nothing at all where
/// that has to be asked.
fn first_unit(
    plain: &Plain<'_>,
    of: &[(usize, Column)],
    problems: &mut Problems,
) -> Option<Option<usize>> {
    let Some((first, column)) = of.first() else {
        return Some(None);
    };
    let rest = &of[1..];
    // A number of the row, and the unit behind it.
    if is_numbering(plain.name(*first), &column.key)
        && let Some((second, next)) = rest.first()
    {
        let named = is_unit(&next.key) && !is_numbering(plain.name(*second), &next.key);
        let only =
            next.is_words() && next.is_unique() && rest[1..].iter().any(|it| it.1.numbers > 0);
        if rest.len() > 2 && (named || only) && !is_coder(&next.key) {
            return Some(Some(*second));
        }
    }
    if is_unit(&column.key) || rest.is_empty() {
        return Some(Some(*first));
    }
    let values: BTreeSet<&String> = rest.iter().flat_map(|it| &it.1.values).collect();
    let span = |values: &mut dyn Iterator<Item = &String>| -> Option<(f64, f64)> {
        let mut numbers = values.filter_map(|it| it.replace(',', ".").parse::<f64>().ok());
        let first = numbers.next()?;
        Some(numbers.fold((first, first), |it, next| (it.0.min(next), it.1.max(next))))
    };
    let inside = column.values.iter().all(|it| values.contains(it)) && !column.values.is_empty();
    let near = match (
        span(&mut column.values.iter()),
        span(&mut values.iter().copied()),
    ) {
        (Some(mine), Some(theirs)) if column.is_numeric() => {
            mine.0 >= theirs.0 - 1.0
                && mine.1 <= theirs.1 + 1.0
                && column.values.len() <= values.len() + 1
        }
        _ => false,
    };
    let as_coder = is_coder(&column.key) && rest.iter().any(|it| is_coder(&it.1.key));
    let place = plain.place_of_header(Some(*first));
    let name = shown(plain.name(*first));
    if as_coder || !column.is_unique() && (inside || near) {
        if !as_coder {
            problems.add(|| {
                let problem = Problem::warning(say::matrix_no_unit(&name)).at(place);
                problem.help(say::matrix_no_unit_help(&name, shell_word(&name)))
            });
        }
        return Some(None);
    }
    if inside {
        let all = list(of.iter().map(|it| shown(plain.name(it.0)))).replace(", ", ",");
        problems.add(|| {
            Problem::error(say::matrix_unit_open(&name))
                .at(place)
                .help(say::matrix_unit_choice(shell_word(&name)))
                .help(say::matrix_coders_choice(shell_word(&all)))
        });
        return None;
    }
    Some(Some(*first))
}

/// Which of some columns are coders.
fn kept(plain: &Plain<'_>, of: &[&(usize, Column)]) -> Vec<usize> {
    let agreed = |key: &str| {
        [
            "konsensus",
            "consensus",
            "sepakat",
            "kesepakatan",
            "selisih",
            "difference",
            "diff",
            "agreement",
        ]
        .contains(&key)
    };
    let by_name = |(at, column): &(usize, Column)| {
        let named = is_note(&column.key) || is_unit(&column.key) && !column.key.is_empty();
        let counts = is_numbering(plain.name(*at), &column.key) && column.is_unique();
        let said = named && column.filled() > 0 && (column.is_unique() || column.is_words());
        counts || said || is_total(&column.key) || agreed(&column.key)
    };
    let left: Vec<&&(usize, Column)> = of.iter().filter(|it| !by_name(it)).collect();
    // Words that others use too are codings; words of their own are names and remarks.
    let shares = |at: usize, column: &Column| {
        let mut others = left.iter().filter(|it| it.0 != at && it.1.is_words());
        others.any(|it| it.1.values.iter().any(|word| column.values.contains(word)))
    };
    let numeric = left.iter().filter(|it| it.1.numbers > 0).count();
    let wordy = left
        .iter()
        .filter(|it| it.1.is_words() && shares(it.0, &it.1))
        .count();
    let is_words = numeric == 0 || wordy > 1 && wordy >= numeric;
    let rows = plain.rows.len();
    let most = |except: usize| {
        let others = left.iter().filter(|it| it.0 != except && it.1.is_numeric());
        others
            .flat_map(|it| &it.1.values)
            .filter_map(|it| it.parse::<f64>().ok())
            .fold(0.0, f64::max)
    };
    let runs = |at: usize, column: &Column| {
        // 1, 2, 3 … down a table that is longer than its scale.
        let mut cells = plain.rows.iter().enumerate();
        let number = |it: &str| it.parse::<usize>().ok();
        #[expect(clippy::cast_precision_loss, reason = "few rows")]
        let beyond = rows > 5 && rows as f64 > 2.0 * most(at);
        beyond
            && column.is_numeric()
            && cells.all(|(row, it)| number(&it[at].text) == Some(row + 1))
    };
    let is_coder = |at: usize, column: &Column| match is_words {
        true if column.filled() == 0 => true,
        true => {
            !column.is_numeric()
                && (rows < 3 || !column.is_unique() || shares(at, column) || left.len() < 3)
        }
        false => !column.is_words() && !runs(at, column),
    };
    let kept = left.iter().filter(|it| is_coder(it.0, &it.1));
    kept.map(|it| it.0).collect()
}

/// Tells of coders whose names are one.
pub(super) fn twice(plain: &Plain<'_>, coders: &[usize], problems: &mut Problems) {
    for (at, coder) in coders.iter().enumerate() {
        let name = plain.name(*coder);
        let same =
            |it: &&usize| folded(plain.name(**it)) == folded(name) && !folded(name).is_empty();
        if coders[..at]
            .iter()
            .any(|it| same(&it) || plain.name(*it) == name)
        {
            let place = plain.place_of_header(Some(*coder));
            problems.add(|| Problem::error(say::matrix_coder_twice(shown(name))).at(place));
        }
    }
}
