//! What comes back of the offices → one workbook again, each cell with where it came from.

use std::collections::{BTreeMap, BTreeSet};

use crate::framework::Framework;
use crate::problem::{Checked, Place, Problem, Spot, finish};
use crate::statement::PartyName;
use crate::study::sendings::{Sent, number_of, settled};
use crate::text::form::Asked;
use crate::text::{Lang, label, list, say, shown};
use crate::view::form::{Entry, Filled};

use super::gathered::{Entered, Gathered, put};
use super::origin::Origin;
use super::owners::{Owner, Owners};
use super::pieces::codes;
use super::rounds::is_of_another;
use super::sent::{last, says_same, stands};
use super::slot::Slot;

/// A workbook that counts, by its office.
#[derive(Debug, Clone)]
pub struct Received {
    /// The office.
    pub office: String,
    /// The file as the user named it.
    pub file: String,
    /// How many cells came from it.
    pub cells: usize,
}

/// A workbook put together.
#[derive(Debug, Clone)]
pub struct Merged {
    /// What stands in its cells.
    pub filled: Filled,
    /// Where cells came from, in the order of the workbook.
    pub origins: Vec<Origin>,
    /// Whose workbooks came back.
    pub received: Vec<Received>,
    /// Offices of which nothing came back.
    pub missing: Vec<String>,
}

/// A part that counts.
struct Sender<'a> {
    part: &'a Gathered,
    owner: &'a Owner,
    number: Option<u32>,
    /// Whether it is later than what of its office came into the whole before.
    is_later: bool,
    cells: usize,
}

/// Puts the parts of offices into the whole.
///
/// # Errors
/// Parts of another region or round or of an office that owns no rows, two of one office that cannot be
/// told apart, two offices that say two things of one cell.
pub fn merged(whole: &Gathered, parts: &[Gathered], framework: &Framework) -> Checked<Merged> {
    let owners = Owners::of(whole, framework);
    let mut problems = Vec::new();
    let mut senders = senders(whole, (parts, framework), &owners, &mut problems);
    let mut filled = whole.filled();
    let mut origins: BTreeMap<Slot, Origin> = BTreeMap::new();
    let mut replaced = Vec::new();
    for sender in &senders {
        problems.extend(told_of_rows(sender, whole, framework));
    }
    for (slot, said) in said(&senders) {
        let before = whole.cells.get(&slot);
        let Some((at, new)) = settle(slot, &said, (whole, &senders, framework), &mut problems)
        else {
            continue;
        };
        if before.is_some() {
            replaced.push((slot, new.place.clone()));
        }
        put(&mut filled, slot, new.entry.clone());
        senders[at].cells += 1;
        let sender = &senders[at];
        origins.insert(slot, origin(slot, &new, (whole, sender, before), framework));
    }
    problems.extend(told_of_replaced(&replaced, whole, framework));
    let kept: Vec<Origin> = whole
        .origins
        .iter()
        .filter(|old| !origins.values().any(|it| it.cell == old.cell))
        .cloned()
        .collect();
    let is_back = |it: &&Owner| senders.iter().any(|sender| sender.owner.name == it.name);
    // What came into the whole before need not come again.
    let missing = owners
        .all
        .iter()
        .filter(|it| !is_back(it) && last(whole, it, framework).is_none());
    let out = Merged {
        filled,
        missing: missing.map(|it| it.name.to_string()).collect(),
        received: senders
            .iter()
            .map(|it| Received {
                office: it.owner.name.to_string(),
                file: it.part.file.clone(),
                cells: it.cells,
            })
            .collect(),
        origins: kept.into_iter().chain(origins.into_values()).collect(),
    };
    finish(out, problems)
}

/// The parts that count.
fn senders<'a>(
    whole: &Gathered,
    (parts, framework): (&'a [Gathered], &Framework),
    owners: &'a Owners,
    problems: &mut Vec<Problem>,
) -> Vec<Sender<'a>> {
    let mut all: Vec<Sent<PartyName>> = Vec::new();
    let mut mine: Vec<Sender<'a>> = Vec::new();
    for part in parts {
        problems.extend(is_of_another(&whole.form, &part.form));
        let owner = match owner_of(part, owners) {
            Ok(owner) => owner,
            Err(problem) => {
                problems.push(*problem);
                continue;
            }
        };
        let wanted = [
            (part.has[0], part.had[0], label::sheet_answers(part.lang)),
            (part.has[1], part.had[1], label::sheet_items(part.lang)),
        ];
        for (_, _, sheet) in wanted.iter().filter(|(has, needs, _)| *needs && !has) {
            let problem = Problem::error(say::part_lacks_sheet(*sheet));
            let problem = problem.at(Place::file(&*part.file));
            problems.push(problem.help(say::part_lacks_sheet_help()));
        }
        match number_of(&part.form) {
            Ok(number) => {
                all.push(Sent {
                    whose: part.form.answers.get(&Asked::Office).cloned(),
                    key: owner.name.clone(),
                    file: part.file.clone(),
                    number,
                });
                mine.push(Sender {
                    part,
                    owner,
                    number,
                    is_later: number.unwrap_or(1) > last(whole, owner, framework).unwrap_or(1),
                    cells: 0,
                });
            }
            Err(problem) => problems.push(*problem),
        }
    }
    let same = |one: usize, other: usize| mine[one].part.says_same(mine[other].part);
    let settled = settled(&all, same);
    problems.extend(settled.problems);
    for (copy, first) in &settled.copies {
        let (copy, first) = (&*all[*copy].file, &*all[*first].file);
        let sentence = say::part_is_copy(shown(copy), shown(first));
        problems.push(Problem::warning(sentence).at(Place::file(copy)));
    }
    let counts = |at: &usize| {
        let is_out = settled.replaced.contains_key(at) || settled.copies.contains_key(at);
        !is_out && !settled.unsettled.contains(at)
    };
    let kept = mine.into_iter().enumerate();
    kept.filter(|(at, _)| counts(at)).map(|it| it.1).collect()
}

/// The office whose part it is.
fn owner_of<'a>(part: &Gathered, owners: &'a Owners) -> Result<&'a Owner, Box<Problem>> {
    let Some((name, place)) = part.form.answers.get(&Asked::Office) else {
        let sentence = say::part_without_office(label::form_office(part.lang));
        let problem = Problem::error(sentence).at(Place::file(&*part.file));
        return Err(problem.help(say::part_without_office_help()).into());
    };
    owners.find(name).ok_or_else(|| {
        let problem = Problem::error(say::part_of_unknown_office(shown(name))).at(place.clone());
        let problem = problem.maybe_help(owners.near(name).map(say::did_you_mean));
        problem.help(say::part_of_unknown_office_help()).into()
    })
}

/// What each cell is said to be, by the positions of those who say it.
fn said<'a>(senders: &[Sender<'a>]) -> BTreeMap<Slot, Vec<(usize, &'a Entered)>> {
    let mut out: BTreeMap<Slot, Vec<(usize, &Entered)>> = BTreeMap::new();
    for (at, sender) in senders.iter().enumerate() {
        for (slot, it) in &sender.part.cells {
            out.entry(*slot).or_default().push((at, it));
        }
    }
    out
}

/// Whether a cell of a part says nothing of its own: it is as it was handed out, and what the whole says by now
/// is not what came back of an earlier sending, to which a later one may have returned.
fn is_left_alone(slot: Slot, part: &Gathered, (whole, framework): (&Gathered, &Framework)) -> bool {
    if !part.is_left_alone(slot) {
        return false;
    }
    let cell = named(slot, whole.lang, framework);
    let now = whole.text(slot);
    let mut origins = whole.origins.iter();
    !origins.any(|it| it.cell == cell && Some(&it.content) == now.as_ref())
}

/// Who says what comes into a cell, if it changes.
fn settle<'a>(
    slot: Slot,
    said: &[(usize, &'a Entered)],
    (whole, senders, framework): (&Gathered, &[Sender<'a>], &Framework),
    problems: &mut Vec<Problem>,
) -> Option<(usize, Entered)> {
    let before = whole.cells.get(&slot);
    // What an office left alone it does not say: the whole may have been mended since.
    let is_new = |it: &&(usize, &Entered)| {
        let is_other = before.is_none_or(|old| !says_same(slot, &old.entry, &it.1.entry));
        is_other && !is_left_alone(slot, senders[it.0].part, (whole, framework))
    };
    let new: Vec<_> = said.iter().filter(is_new).collect();
    if slot.is_of_whole() {
        let first = new.first()?;
        problems.push(stays(slot, first, (senders, before, framework)));
        return None;
    }
    let of_owners = new.iter().filter(|it| senders[it.0].owner.has(slot));
    let of_owners: Vec<_> = of_owners.copied().collect();
    let counted = match of_owners.is_empty() {
        false => of_owners,
        // Of what others say of it only what nobody has said yet is taken.
        true if before.is_some() => return None,
        true => new,
    };
    let stands = |it: &&(usize, &Entered)| {
        let is_later = senders[it.0].is_later;
        before.is_some_and(|old| stands(slot, &old.entry, &it.1.entry, is_later))
    };
    let (shut, open): (Vec<_>, Vec<_>) = counted.into_iter().partition(stands);
    if let Some(first) = shut.first() {
        problems.push(stays(slot, first, (senders, before, framework)));
    }
    let (first, others) = open.split_first()?;
    if let Some(other) = others
        .iter()
        .find(|it| !says_same(slot, &it.1.entry, &first.1.entry))
    {
        let lang = senders[first.0].part.lang;
        if slot.is_words() {
            return Some((first.0, beside_each_other(slot, &open, senders)));
        }
        let [one, two] = [first, other].map(|it| it.1.entry.text());
        let offices = [first, other].map(|it| senders[it.0].owner.name.to_string());
        let sentence = say::parts_disagree(
            slot.code(framework),
            slot.column(lang),
            shown(&offices[0]),
            shown(&one),
            shown(&offices[1]),
            shown(&two),
        );
        let problem = Problem::error(sentence)
            .at(first.1.place.clone())
            .and_in(other.1.place.file.clone());
        problems.push(problem.help(say::parts_disagree_help(other.1.place.short())));
        return None;
    }
    Some((first.0, first.1.clone()))
}

/// The words of several offices in one cell, each with whose they are.
fn beside_each_other(slot: Slot, open: &[(usize, &Entered)], senders: &[Sender<'_>]) -> Entered {
    let mut said: Vec<&(usize, &Entered)> = Vec::new();
    for it in open {
        if !said
            .iter()
            .any(|known| says_same(slot, &known.1.entry, &it.1.entry))
        {
            said.push(it);
        }
    }
    let words = said
        .iter()
        .map(|it| format!("{}: {}", &*senders[it.0].owner.name, it.1.entry.text()));
    Entered {
        entry: Entry::Text(words.collect::<Vec<_>>().join("; ")),
        place: said[0].1.place.clone(),
    }
}

/// That a cell stays as it is in the whole.
fn stays(
    slot: Slot,
    (at, new): &(usize, &Entered),
    (senders, before, framework): (&[Sender<'_>], Option<&Entered>, &Framework),
) -> Problem {
    let sender = &senders[*at];
    let column = slot.column(sender.part.lang);
    let (code, says) = (slot.name(framework), new.entry.text());
    let sentence = match before {
        Some(old) => {
            let old = old.entry.text();
            say::part_against_whole(code, column, shown(&old), shown(&says))
        }
        None => say::part_against_empty(code, column, shown(&says)),
    };
    let problem = Problem::warning(sentence).at(new.place.clone());
    let would_count = |old: &Entered| !stands(slot, &old.entry, &new.entry, true);
    let is_of_sending = !slot.is_of_whole() && before.is_some_and(would_count);
    problem.maybe_help(is_of_sending.then(say::part_against_whole_help))
}

/// That cells of the whole say something else by now: how many, and the first of them.
fn told_of_replaced(
    replaced: &[(Slot, Place)],
    whole: &Gathered,
    framework: &Framework,
) -> Option<Problem> {
    const NAMED: usize = 6;
    let (_, first) = replaced.first()?;
    let named = replaced.iter().take(NAMED);
    let named = named.map(|(slot, place)| format!("{} ({})", slot.name(framework), place.short()));
    let mut places = list(named);
    if replaced.len() > NAMED {
        places.push_str(", …");
    }
    let sentence = say::whole_cells_replaced(replaced.len(), places);
    let problem = Problem::warning(sentence).at(first.clone());
    let sheet = label::sheet_origins(whole.lang);
    Some(problem.help(say::whole_cells_replaced_help(sheet)))
}

/// What is told of the rows of a part: those of others, and cells that were emptied.
fn told_of_rows(sender: &Sender<'_>, whole: &Gathered, framework: &Framework) -> Vec<Problem> {
    let (part, owner) = (sender.part, sender.owner);
    let mut out = Vec::new();
    let is_new = |slot: &Slot, it: &Entered| {
        let old = whole.cells.get(slot);
        let is_other = old.is_none_or(|old| !says_same(*slot, &old.entry, &it.entry));
        is_other && !is_left_alone(*slot, part, (whole, framework))
    };
    let foreign = part.cells.iter();
    let foreign = foreign.filter(|(slot, it)| !owner.has(**slot) && is_new(slot, it));
    let foreign: Vec<Slot> = foreign.map(|it| *it.0).collect();
    if let Some(first) = foreign.first() {
        let rows: BTreeSet<&str> = foreign.iter().map(|it| it.code(framework)).collect();
        let sentence = say::part_rows_of_others(rows.len(), codes(&foreign, framework));
        let problem = Problem::warning(sentence).at(part.cells[first].place.clone());
        out.push(problem.help(say::part_rows_of_others_help()));
    }
    let emptied = part.rows.iter().filter(|(slot, _)| {
        let is_empty = !part.cells.contains_key(slot) && !slot.is_of_whole();
        let was_filled =
            whole.cells.contains_key(slot) && !is_left_alone(**slot, part, (whole, framework));
        is_empty && was_filled && owner.has(**slot)
    });
    let emptied: Vec<(&Slot, &Place)> = emptied.collect();
    if let Some((_, place)) = emptied.first() {
        let slots: Vec<Slot> = emptied.iter().map(|it| *it.0).collect();
        let sentence = say::part_cells_emptied(slots.len(), codes(&slots, framework));
        let problem = Problem::warning(sentence).at((*place).clone());
        out.push(problem.help(say::part_cells_emptied_help()));
    }
    out
}

/// Sheet, row and column of a cell, as people call them.
fn named(slot: Slot, lang: Lang, framework: &Framework) -> [String; 3] {
    let (sheet, column) = (slot.sheet(lang), slot.column(lang));
    [sheet.to_owned(), slot.name(framework), column.to_owned()]
}

fn origin(
    slot: Slot,
    new: &Entered,
    (whole, sender, before): (&Gathered, &Sender<'_>, Option<&Entered>),
    framework: &Framework,
) -> Origin {
    let (sheet, cell) = match &new.place.spot {
        Spot::Cell { sheet, cell } => (sheet.clone(), cell.clone()),
        Spot::Text { line, .. } => (String::new(), line.to_string()),
        Spot::Whole => (String::new(), String::new()),
    };
    let name = new.place.file.rsplit(['/', '\\']).next();
    Origin {
        cell: named(slot, whole.lang, framework),
        content: new.entry.text(),
        from: [name.unwrap_or_default().to_owned(), sheet, cell],
        sending: sender.number.map(|it| it.to_string()).unwrap_or_default(),
        replaced: before.map(|it| it.entry.text()).unwrap_or_default(),
    }
}
