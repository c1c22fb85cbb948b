//! Answers that are merged over several columns of answers.

use std::collections::BTreeMap;

use crate::problem::Problem;
use crate::read::problems::Problems;
use crate::statement::{Answer, Statement};
use crate::table::{At, Merged};
use crate::text::{list, say, shown};

use super::Shape;

/// Tells where the cell of an answer is merged over those of others, which then have none.
pub(super) fn tell(shape: &Shape<'_>, rows: &[Statement], problems: &mut Problems) {
    let table = shape.headed.table;
    if table.merged_across().is_empty() || shape.layout.answers.len() < 2 {
        return;
    }
    let answers = || shape.layout.answers.iter().map(|it| it.index);
    // The answers of each column, by row.
    let mut told: BTreeMap<(usize, usize), &Statement> = BTreeMap::new();
    for row in rows {
        let origin = row.origin();
        let is_answer = matches!(row.answer, Answer::Number(_) | Answer::Label(_));
        let cell = origin.cell.filter(|_| is_answer);
        told.extend(cell.map(|it| ((it, origin.row), row)));
    }
    let found = table.merged_across().iter().filter_map(|it| {
        let inside = answers().filter(|at| (it.column..=it.last).contains(at));
        let mut of_rows = told.range((it.column, it.top)..=(it.column, it.bottom));
        let first = of_rows.next().filter(|_| inside.count() > 1)?;
        Some((first.0.1, it, *first.1))
    });
    let found: Vec<(usize, &Merged, &Statement)> = found.collect();
    let Some((row, stretch, answer)) = found.iter().min_by_key(|it| it.0) else {
        return;
    };
    let at = At {
        row: *row,
        cell: Some(stretch.column),
    };
    let headers = answers().filter(|it| (stretch.column..=stretch.last).contains(it));
    let headers = headers.map(|it| format!("`{}`", shown(&shape.headed.header[it])));
    let text = match &answer.answer {
        Answer::Number(number) => number.to_string(),
        Answer::Label(name) => shown(name),
        Answer::Missing | Answer::NotApplicable => String::new(),
    };
    problems.add(|| {
        let sentence = say::merged_over_answers(text, list(headers), found.len());
        let problem = Problem::warning(sentence).at(table.place(at));
        problem.help(say::merged_over_answers_help())
    });
}
