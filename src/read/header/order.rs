//! Items whose numbers sheets in use have swapped: what a column named by its number alone means.

use std::sync::Arc;

use crate::problem::Problem;
use crate::read::problems::Problems;
use crate::read::rows::Headed;
use crate::read::settings::Swap;
use crate::statement::Name;
use crate::text::{Text, folded, list, say, shown};

use super::meaning::{Across, Headers};
use super::told::{cell_of, read_by_words};

/// Settles which of two items a column named by its number alone answers: by the words of its
/// answers, by the other item where that is named in words, and else as the framework counts, which
/// is told with the lines that settle it.
pub(super) fn settle(
    headers: &Headers<'_>,
    table: &Headed<'_>,
    answers: &mut [Across],
    problems: &mut Problems,
) {
    let of = |it: &Across| {
        let known = headers.indicator(it.of.indicator.as_deref()?)?.1;
        Some((known.id.clone(), known.swap.clone()?))
    };
    let is_open = |it: &Across| {
        let header = &table.header[it.index];
        headers.declared(header).is_none() && headers.is_number_alone(header)
    };
    let doubtful: Vec<(usize, String, Arc<Swap>)> = answers
        .iter()
        .enumerate()
        .filter(|(_, it)| is_open(it))
        .filter_map(|(at, it)| of(it).map(|(id, swap)| (at, id, swap)))
        .collect();
    if doubtful.is_empty() {
        return;
    }
    // Where one of the two is named in words, the other is what is left.
    let named: Vec<String> = answers
        .iter()
        .filter(|it| !is_open(it))
        .filter_map(|it| of(it).map(|(id, _)| id))
        .collect();
    let (mut as_counted, mut swapped) = (0_usize, 0_usize);
    for (at, id, swap) in &doubtful {
        swapped += usize::from(named.contains(id));
        as_counted += usize::from(named.contains(&swap.other));
        for cell in table.first_cells(answers[*at].index) {
            let word = words_of(&cell);
            as_counted += usize::from(swap.own.contains(&word));
            swapped += usize::from(swap.others.contains(&word));
        }
    }
    let headers_of: Vec<String> = doubtful
        .iter()
        .map(|(at, ..)| shown(&table.header[answers[*at].index]))
        .collect();
    let place = cell_of(table, answers[doubtful[0].0].index);
    if as_counted > 0 && swapped == 0 {
        return;
    }
    let is_swapped = swapped > 0 && as_counted == 0;
    let reading = |swapped: bool, lang: usize| {
        let parts = headers_of.iter().zip(&doubtful).map(|(header, it)| {
            let (id, title) = match swapped {
                true => (&it.2.other, &it.2.titles[1]),
                false => (&it.1, &it.2.titles[0]),
            };
            format!("`{header}` = {id} ({})", title.both()[lang])
        });
        list(parts)
    };
    let read = |swapped: bool| Text::new(reading(swapped, 0), reading(swapped, 1));
    if is_swapped {
        for (at, _, swap) in &doubtful {
            answers[*at].of.indicator = Some(Name::from(&*swap.other));
        }
        problems.add(|| Problem::warning(say::number_swapped(read(true))).at(place));
        return;
    }
    let lines = |swapped: bool| {
        let parts = headers_of.iter().zip(&doubtful).map(|(header, it)| {
            let id = if swapped { &it.2.other } else { &it.1 };
            format!("--column \"{header}={id}\"")
        });
        parts.collect::<Vec<_>>().join(" ")
    };
    problems.add(|| {
        Problem::warning(say::number_in_doubt(read(false), read(true)))
            .at(place)
            .help(say::number_stays(lines(false)))
            .help(say::number_moves(lines(true)))
    });
}

/// Tells which questions were understood by their words and not by a name.
pub(super) fn tell_questions(
    headers: &Headers<'_>,
    table: &Headed<'_>,
    answers: &[Across],
    problems: &mut Problems,
) {
    let asked: Vec<(usize, &str)> = answers
        .iter()
        .filter(|it| headers.declared(&table.header[it.index]).is_none())
        .filter_map(|it| {
            let (_, known) = headers.by_words(&table.header[it.index])?;
            Some((it.index, known.id.as_str()))
        })
        .collect();
    let Some((first, id)) = asked.first().copied() else {
        return;
    };
    let read = asked
        .iter()
        .map(|(at, id)| format!("`{}` = {id}", shown(&table.header[*at])));
    let problem = read_by_words(list(read), &table.header[first], id);
    problems.add(|| problem.at(cell_of(table, first)));
}

/// The words of an answer without the number or letter of the choice before them, folded.
fn words_of(cell: &str) -> String {
    let rest = match cell.find(['.', ')', '-', '–', ':']) {
        Some(at) if at <= 3 => cell[at..].trim_start_matches(|it: char| !it.is_alphanumeric()),
        _ => cell,
    };
    folded(rest)
}
