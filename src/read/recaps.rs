//! A sheet of one row for each region beside a sheet that says who answered: most likely its means.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use crate::problem::{Place, Problem};
use crate::statement::{Stage, Statement, Statements};
use crate::text::{folded, say, shown};

use super::header::Headers;

/// What a cell of a result is about.
type About = (String, String, Option<String>, Option<Stage>);

/// What the cells of a sheet say.
struct Said<'s> {
    name: &'s str,
    /// Every number of each cell.
    cells: BTreeMap<About, Vec<f64>>,
    /// Whether any of its rows names a person, and any names nobody.
    named: bool,
    nameless: bool,
    /// Whether all that it answers are numbers.
    is_all_numbers: bool,
}

impl<'s> Said<'s> {
    fn of(name: &'s str, statements: &Statements, headers: &Headers<'_>) -> Self {
        let mut said = Self {
            name,
            cells: BTreeMap::new(),
            named: false,
            nameless: false,
            is_all_numbers: true,
        };
        let mut ids: HashMap<&str, String> = HashMap::new();
        for row in statements.rows() {
            let is_named = names_anyone(row);
            said.named |= is_named;
            said.nameless |= !is_named;
            let Some(number) = row.number() else {
                said.is_all_numbers &= row.answer.is_missing();
                continue;
            };
            let id = match ids.entry(&row.indicator) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => {
                    let known = headers
                        .indicator(&row.indicator)
                        .map(|(_, it)| it.id.clone());
                    new.insert(known.unwrap_or_else(|| row.indicator.to_string()))
                }
            };
            let wave = row.wave.as_deref().map(str::to_owned);
            let about = (folded(&row.region), id.clone(), wave, row.stage);
            said.cells.entry(about).or_default().push(number);
        }
        said
    }

    /// How many of its cells another sheet has as well, and whether each is the mean of what that says.
    fn against(&self, detail: &Self) -> (usize, bool) {
        let mut both = 0;
        // That one person says the same proves nothing.
        let (mut are_means, mut proves) = (true, false);
        for (about, numbers) in &self.cells {
            let Some(others) = detail.cells.get(about) else {
                continue;
            };
            both += 1;
            are_means &= numbers.iter().all(|it| is_mean(*it, others));
            let differ = |it: &[f64]| (it[0] - it[1]).abs() > f64::EPSILON;
            proves |= others.windows(2).any(differ);
        }
        (both, are_means && proves)
    }
}

/// What is to become of the sheets of a workbook.
#[derive(Default)]
pub(super) struct Recaps {
    /// Positions of the sheets that give the means of another one.
    pub(super) left: Vec<usize>,
    pub(super) told: Vec<Problem>,
}

/// Finds sheets without any name of a person that answer what another sheet says of persons: those whose
/// numbers are the means of the other are left out, of others it is told that both count.
pub(super) fn find(sheets: &[(&str, &Statements)], headers: &Headers<'_>) -> Recaps {
    let mut found = Recaps::default();
    let names_one = |it: &Statements| it.rows().iter().any(names_anyone);
    let is_recap = |it: &Statements| !it.rows().is_empty() && !names_one(it);
    // Most workbooks name persons on all sheets or on none.
    let mut all = sheets.iter();
    if sheets.len() < 2 || !all.any(|it| names_one(it.1)) || !sheets.iter().any(|it| is_recap(it.1))
    {
        return found;
    }
    let said = sheets.iter().map(|(name, it)| Said::of(name, it, headers));
    let said: Vec<Said<'_>> = said.collect();
    for (at, recap) in said.iter().enumerate() {
        let is_one_each = recap.cells.values().all(|it| it.len() == 1);
        if recap.named || !recap.nameless || !is_one_each {
            continue;
        }
        let details = said.iter().filter(|it| it.named);
        let mut against = details.map(|it| (it, recap.against(it)));
        let Some((detail, (both, are_means))) = against.find(|(_, (both, _))| *both > 0) else {
            continue;
        };
        let names = [recap.name, detail.name].map(shown);
        // What the other sheet does not say, or says in words, would be lost.
        let is_whole = both == recap.cells.len() && recap.is_all_numbers;
        let are_means = are_means && is_whole;
        let sentence = match are_means {
            true => say::sheet_of_means(names[0].clone(), names[1].clone()),
            false => say::sheet_beside_persons(names[0].clone(), names[1].clone()),
        };
        let place = sheets[at]
            .1
            .sources()
            .first()
            .map(|it| Place::file(it.name()));
        let problem = Problem::warning(sentence);
        let problem = match place {
            Some(place) => problem.at(place),
            None => problem,
        };
        found.told.push(match are_means {
            true => problem,
            false => problem.help(say::sheet_beside_persons_help()),
        });
        if are_means {
            found.left.push(at);
        }
    }
    found
}

/// Whether a row says whose answer it is, or what it rests on.
fn names_anyone(row: &Statement) -> bool {
    let says = |it: &crate::statement::Evidence| it.source.is_some() || it.quote.is_some();
    row.informant.is_some()
        || row.role.is_some()
        || row.coder.is_some()
        || row.method.is_some()
        || !row.agencies.is_empty()
        || row.evidence.as_deref().is_some_and(says)
}

/// Whether a number is the mean of others, at one digit behind the sign or more.
fn is_mean(number: f64, others: &[f64]) -> bool {
    // An average of 3.25 may be written 3.2 and 3.3.
    const NEAR: f64 = 0.0501;
    let count = u32::try_from(others.len()).unwrap_or(u32::MAX);
    (number - others.iter().sum::<f64>() / f64::from(count)).abs() < NEAR
}
