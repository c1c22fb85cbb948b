//! Several workbooks of one sender for one round: the highest sending counts.

use std::collections::{BTreeMap, BTreeSet};

use crate::problem::{Place, Problem};
use crate::read::form::{Asked, Form, Kind};
use crate::region::Register;
use crate::statement::{PartyName, Statements};
use crate::text::{folded, say, shown};

use super::data::DataFile;
use super::open::Opened;

/// A workbook as one of several that may be of one sender.
#[derive(Debug, Clone)]
pub struct Sent<K> {
    /// Workbooks with the same key are of the same sender for the same round.
    pub key: K,
    /// The file as the user named it.
    pub file: String,
    /// Which sending it says it is.
    pub number: Option<u32>,
    /// Whose it says it is, and where.
    pub whose: Option<(String, Place)>,
}

/// Which workbooks count.
#[derive(Debug, Default)]
pub struct Settled {
    /// Positions of those that do not, each with that of the one that counts in its place.
    pub replaced: BTreeMap<usize, usize>,
    /// Positions of those that say what an earlier one says, each with that one's.
    pub copies: BTreeMap<usize, usize>,
    /// Positions of those that cannot be told from one that says something else.
    pub unsettled: Vec<usize>,
    /// A warning for each that is replaced, an error for each that cannot be told from another.
    pub problems: Vec<Problem>,
}

/// Settles which workbook of each sender counts: the one with the highest number. One with the same
/// number or none is a copy where `same` says so of two positions, else an error.
pub fn settled<K: PartialEq>(all: &[Sent<K>], same: impl Fn(usize, usize) -> bool) -> Settled {
    let mut out = Settled::default();
    let mut is_done = vec![false; all.len()];
    for first in 0..all.len() {
        if is_done[first] {
            continue;
        }
        let is_mine = |it: &usize| all[*it].key == all[first].key;
        let group: Vec<usize> = (first..all.len()).filter(is_mine).collect();
        group.iter().for_each(|it| is_done[*it] = true);
        let highest = group.iter().filter_map(|it| all[*it].number).max();
        let best = group.iter().find(|it| all[**it].number == highest);
        let best = *best.unwrap_or(&first);
        for at in group {
            if at == best {
                continue;
            }
            let (mine, wins) = (&all[at], &all[best]);
            match (mine.number, highest) {
                (Some(number), Some(highest)) if number < highest => {
                    out.replaced.insert(at, best);
                    let [file, later] = named([&mine.file, &wins.file]);
                    let sentence = say::sending_replaced(file, number, later, highest);
                    out.problems
                        .push(Problem::warning(sentence).at(Place::file(&*mine.file)));
                }
                _ if same(best, at) => {
                    out.copies.insert(at, best);
                }
                _ => {
                    out.unsettled.push(at);
                    out.problems.push(unsettled(mine, wins));
                }
            }
        }
    }
    out
}

/// That nobody can tell which of two workbooks counts.
fn unsettled<K>(mine: &Sent<K>, other: &Sent<K>) -> Problem {
    let [file, first] = named([&mine.file, &other.file]);
    let sentence = match mine.number.or(other.number) {
        Some(number) if mine.number == other.number => {
            say::sendings_of_one_number(&*file, &*first, number)
        }
        _ => say::sendings_without_number(&*file, &*first),
    };
    let next = other.number.unwrap_or(1) + 1;
    let at = mine.whose.as_ref().map(|it| it.1.clone());
    let whose = mine
        .whose
        .as_ref()
        .map(|it| say::sendings_whose(shown(&it.0)));
    Problem::error(sentence)
        .at(at.unwrap_or_else(|| Place::file(&*mine.file)))
        .and_in(other.file.clone())
        .maybe_help(whose)
        .help(say::sendings_move_away(file, first, next))
}

/// Two files by their names without folders, where these tell them apart.
fn named(files: [&str; 2]) -> [String; 2] {
    let short = files.map(|it| it.rsplit(['/', '\\']).next().unwrap_or(it));
    match short[0] == short[1] {
        true => files.map(shown),
        false => short.map(str::to_owned),
    }
}

/// Whose a workbook is, by the name in the register.
#[must_use]
pub fn region_of(form: &Form) -> Option<String> {
    let text = form.answer(Asked::Region)?;
    Some(Register::embedded().called(text))
}

/// Which sending a workbook says it is.
///
/// # Errors
/// Something else than a whole number.
pub fn number_of(form: &Form) -> Result<Option<u32>, Box<Problem>> {
    let Some((text, place)) = form.answers.get(&Asked::Sending) else {
        return Ok(None);
    };
    let plain = text.trim().to_lowercase();
    // `ke-2`; a minus alone is none of it.
    let plain = match plain.strip_prefix("ke") {
        Some(rest) => rest.trim_start_matches(['-', ' ', '.']),
        None => &plain,
    };
    match plain.parse() {
        Ok(number) if number > 0 => Ok(Some(number)),
        _ => {
            let problem = Problem::error(say::sending_no_number(shown(text)));
            let problem = problem.at(place.clone());
            Err(problem.help(say::sending_no_number_help()).into())
        }
    }
}

/// Whose workbook for which round it is.
#[derive(Debug, PartialEq)]
struct Sender {
    kind: Kind,
    framework: String,
    region: String,
    wave: String,
    office: Option<PartyName>,
    /// Of questionnaires the agencies whose users answered: one region collects many.
    agencies: BTreeSet<PartyName>,
}

impl Sender {
    /// Whether all is the same but the agencies.
    fn is_beside(&self, other: &Self) -> bool {
        let Self {
            kind,
            framework,
            region,
            wave,
            office,
            agencies: _,
        } = self;
        (kind, framework, region) == (&other.kind, &other.framework, &other.region)
            && (wave, office) == (&other.wave, &other.office)
    }
}

/// Makes a questionnaire and a later sending that holds all its agencies, and maybe more, one of one
/// sender. One that holds some of them may be another stack of answers: replacing the earlier one would
/// lose the agencies that it alone has, so that both count, and that is told.
fn follow(senders: &mut [Sent<Sender>]) -> Vec<Problem> {
    let sent: Vec<BTreeSet<PartyName>> = senders.iter().map(|it| it.key.agencies.clone()).collect();
    let mut later: Vec<usize> = (0..senders.len()).collect();
    later.sort_by_key(|it| std::cmp::Reverse(senders[*it].number));
    let mut doubts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut is_moved = vec![false; senders.len()];
    for by in later {
        for at in 0..senders.len() {
            let is_later = senders[at].number.is_some() && senders[at].number < senders[by].number;
            if !is_later || is_moved[at] || !senders[at].key.is_beside(&senders[by].key) {
                continue;
            }
            let (old, new) = (&sent[at], &sent[by]);
            let is_held = old == new || !old.is_empty() && old.is_subset(new);
            if is_held {
                senders[at].key.agencies = senders[by].key.agencies.clone();
                is_moved[at] = true;
            } else if old.is_empty() || new.is_empty() || !old.is_disjoint(new) {
                doubts.entry(at).or_insert(by);
            }
        }
    }
    let left = doubts.into_iter().filter(|it| !is_moved[it.0]);
    let told = left.map(|(at, by)| {
        let files = [at, by].map(|it| shown(&senders[it].file));
        let number = senders[by].number.unwrap_or(1);
        let sentence = say::sendings_of_other_agencies(&*files[0], &*files[1], number);
        let problem = Problem::warning(sentence).at(Place::file(&*senders[at].file));
        problem.help(say::sendings_of_other_agencies_help(&*files[0], &*files[1]))
    });
    told.collect()
}

impl Opened<'_> {
    /// Leaves out workbooks that a later sending replaces, and tells those that cannot be told apart.
    pub(super) fn settle_sendings(&self, files: &mut [DataFile]) {
        let mut senders: Vec<Sent<Sender>> = Vec::new();
        let mut places: Vec<usize> = Vec::new();
        for (at, file) in files.iter_mut().enumerate() {
            let Some(sender) = self.sender(file) else {
                continue;
            };
            let Some(form) = &file.form else { continue };
            match number_of(form) {
                Ok(number) => {
                    let whose = form.answers.get(&Asked::Region).cloned();
                    senders.push(Sent {
                        whose,
                        key: sender,
                        file: file.name.clone(),
                        number,
                    });
                    places.push(at);
                }
                Err(problem) => file.problems.push(*problem),
            }
        }
        let same = |one: usize, other: usize| {
            let rows = [one, other].map(|it| &files[places[it]]);
            // Questionnaires of one number are two stacks of paper; what cannot be read is told of anyway.
            let is_stack = rows.iter().any(|it| is_questionnaire(it));
            is_stack
                || match [&rows[0].statements, &rows[1].statements] {
                    [Some(one), Some(other)] => says_same(one, other),
                    _ => true,
                }
        };
        let doubts = follow(&mut senders);
        let settled = settled(&senders, same);
        for older in settled.replaced.keys() {
            let file = &mut files[places[*older]];
            // What is wrong with it no longer matters.
            file.statements = Some(Statements::default());
            file.problems.clear();
        }
        for twin in &settled.unsettled {
            // Each of its answers would be told as one more disagreement.
            files[places[*twin]].statements = Some(Statements::default());
        }
        for problem in doubts.into_iter().chain(settled.problems) {
            let mine = files.iter_mut().find(|it| {
                let place = problem.place.as_ref();
                place.is_some_and(|place| place.file == it.name)
            });
            if let Some(file) = mine {
                file.problems.push(problem);
            }
        }
    }

    /// Whose workbook a file is; nothing where it does not say.
    fn sender(&self, file: &DataFile) -> Option<Sender> {
        let form = file.form.as_ref().filter(|it| it.kind != Kind::Result)?;
        let region = form.answer(Asked::Region);
        let region = region.or(self.study.defaults.region.as_deref())?;
        let code = self.study.spellings.get(&region.to_lowercase());
        let default = self.study.defaults.wave.as_deref().map(folded);
        let mut agencies = BTreeSet::new();
        if is_questionnaire(file) {
            let rows = file.statements.iter().flat_map(Statements::rows);
            agencies.extend(rows.flat_map(|it| it.agencies.iter().cloned()));
        }
        Some(Sender {
            kind: form.kind,
            framework: form.framework.to_lowercase(),
            region: Register::embedded().called(code.map_or(region, |it| it)),
            wave: form.wave().or(default).unwrap_or_default(),
            office: form.answer(Asked::Office).map(PartyName::from),
            agencies,
        })
    }
}

/// Whether a file holds what respondents answered.
fn is_questionnaire(file: &DataFile) -> bool {
    let mut rows = file.statements.iter().flat_map(Statements::rows);
    rows.any(|it| it.informant.is_some())
}

/// Whether two workbooks hold the same rows in the same order.
fn says_same(one: &Statements, other: &Statements) -> bool {
    let (one, other) = (one.rows(), other.rows());
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.repeats(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(key: char, file: &str, number: Option<u32>) -> Sent<char> {
        Sent {
            key,
            file: file.to_owned(),
            number,
            whose: None,
        }
    }

    fn codes(settled: &Settled) -> Vec<&str> {
        settled.problems.iter().map(|it| it.code).collect()
    }

    #[test]
    fn the_highest_counts_and_the_others_are_told() {
        let all = [
            sent('a', "1", Some(1)),
            sent('b', "x", Some(1)),
            sent('a', "3", Some(3)),
            sent('a', "2", Some(2)),
        ];
        let settled = settled(&all, |_, _| false);
        assert_eq!(settled.replaced, BTreeMap::from([(0, 2), (3, 2)]));
        assert_eq!(codes(&settled), ["sending_replaced", "sending_replaced"]);
    }

    #[test]
    fn one_number_is_a_copy_or_an_error() {
        let all = [sent('a', "1", Some(2)), sent('a', "2", Some(2))];
        assert_eq!(
            codes(&settled(&all, |_, _| false)),
            ["sendings_of_one_number"]
        );
        assert_eq!(settled(&all, |_, _| true).copies, BTreeMap::from([(1, 0)]));
        let all = [sent('a', "1", None), sent('a', "2", Some(2))];
        assert_eq!(
            codes(&settled(&all, |_, _| false)),
            ["sendings_without_number"]
        );
    }
}
