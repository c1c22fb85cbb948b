//! A table of costs: what it takes to bring an indicator to a level.

use crate::problem::{Checked, Place, Problem};
use crate::table::At;
use crate::text::{folded, list, say, shown};

use super::plain::{Held, Plain};
use super::problems::Problems;
use super::settings::ReadOptions;
use super::table;

/// A row of a table of costs.
#[derive(Debug, Clone, PartialEq)]
pub struct CostRow {
    /// What it calls the indicator.
    pub indicator: String,
    /// The level that is reached, as it is written.
    pub level: String,
    /// What it costs to come to that level from the one before.
    pub cost: f64,
    /// Where the indicator stands.
    pub indicator_at: Place,
    /// Where the level stands.
    pub level_at: Place,
    /// Where the cost stands.
    pub cost_at: Place,
}

/// What the columns may be called, folded.
const INDICATOR: &[&str] = &["indicator", "indikator", "kode", "kodeindikator"];
const LEVEL: &[&str] = &["level", "tingkat", "tolevel", "kelevel", "ketingkat"];
const COST: &[&str] = &["cost", "biaya", "costs"];

/// Reads a table of costs.
///
/// # Errors
/// Every problem of the table, when at least one is an error.
pub fn read(bytes: &[u8], name: &str) -> Checked<Vec<CostRow>> {
    let (table, doubts) = table(bytes, name, &ReadOptions::default())?;
    let mut problems = Problems::new(doubts);
    let Some(plain) = Plain::of(&table, &mut problems) else {
        return problems.finish(Vec::new());
    };
    let column = |names: &[&str]| {
        let mut header = plain.header().iter();
        header.position(|it| names.contains(&folded(it).as_str()))
    };
    let [Some(indicator), Some(level), Some(cost)] = [INDICATOR, LEVEL, COST].map(column) else {
        let headers = list(plain.header().iter().map(|it| format!("`{}`", shown(it))));
        let place = plain.place_of_header(None);
        problems.add(|| {
            let problem = Problem::error(say::costs_columns()).at(place);
            problem.help(say::costs_columns_found(headers))
        });
        return problems.finish(Vec::new());
    };
    let mut out = Vec::new();
    for row in &plain.rows {
        let place = |at: At| table.place(at);
        let cell = &row[cost];
        let [named, reached] = [indicator, level].map(|at| row[at].text.trim());
        if named.is_empty() && reached.is_empty() && cell.text.trim().is_empty() {
            continue;
        }
        match number(cell) {
            Some(found) => out.push(CostRow {
                indicator: named.to_owned(),
                level: reached.to_owned(),
                cost: found,
                indicator_at: place(row[indicator].at),
                level_at: place(row[level].at),
                cost_at: place(cell.at),
            }),
            None => {
                let sentence = say::cost_wanted(shown(cell.text.trim()));
                problems.add(|| Problem::error(sentence).at(place(cell.at)));
            }
        }
    }
    problems.finish(out)
}

/// A number with a point or a comma before at most three decimals; no separators of thousands.
fn number(cell: &Held) -> Option<f64> {
    let text = cell.text.trim().replace(',', ".");
    let is_digit = |it: char| it.is_ascii_digit() || it == '.';
    let is_number = !text.is_empty() && text.chars().all(is_digit);
    text.parse().ok().filter(|_| is_number)
}
