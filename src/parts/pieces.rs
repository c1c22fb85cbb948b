//! The workbook of each office, and a message to send with it.

use std::collections::{BTreeMap, BTreeSet};

use crate::framework::Framework;
use crate::problem::{Place, Problem};
use crate::text::form::{AnswerColumn, Asked, ItemColumn};
use crate::text::{label, list, say};
use crate::view::form::{Filled, Wish};

use super::gathered::{Gathered, put};
use super::owners::{Owner, Owners};
use super::sent::{is_handed_in, next};
use super::slot::Slot;

/// A workbook split into those of its offices.
#[derive(Debug, Clone)]
pub struct Split {
    /// The workbooks.
    pub pieces: Vec<Piece>,
    /// What is to be said of it.
    pub warnings: Vec<Problem>,
}

/// The workbook of an office.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Name of the office.
    pub office: String,
    /// Name of the file, unique among those of one workbook whatever the case of its letters.
    pub file: String,
    /// What the workbook is to be.
    pub wish: Wish,
    /// Indicators: all, and those without an answer of the region.
    pub answers: (usize, usize),
    /// Evidence items: all, and those not handed in yet.
    pub items: (usize, usize),
    /// A message to paste.
    pub message: String,
}

/// Splits a workbook into one for each office that its rows name.
///
/// # Errors
/// A workbook whose rows name none.
pub fn split(whole: &Gathered, framework: &Framework) -> Result<Split, Vec<Problem>> {
    let lang = whole.lang;
    let owners = Owners::of(whole, framework);
    if owners.all.is_empty() {
        let problem = Problem::error(say::split_without_offices(label::form_responsible(lang)));
        let problem = problem.at(Place::file(&*whole.file));
        return Err(vec![problem.help(say::split_without_offices_help())]);
    }
    let mut warnings = owners.doubts(whole);
    warnings.extend(without_office(whole, framework, &owners));
    let mut names = BTreeSet::new();
    let pieces = owners.all.iter().map(|owner| {
        let base = format!("{} – {}", label::sheet_answers(lang), &*owner.name);
        let file = unique(&mut names, &file_name(&base), "xlsx");
        piece(whole, framework, owner, file)
    });
    Ok(Split {
        pieces: pieces.collect(),
        warnings,
    })
}

/// A name as every system takes it for a file: without signs that mean folders, drives or patterns, not
/// longer than most tools can copy.
fn file_name(name: &str) -> String {
    const MOST: usize = 100;
    let is_kept = |it: &char| !it.is_control() && !crate::text::is_invisible(*it);
    let plain = |it: char| match it {
        '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => ' ',
        it => it,
    };
    let name: String = name.chars().filter(is_kept).map(plain).collect();
    let words: Vec<&str> = name.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(MOST).collect();
    name.trim_end_matches(['.', ' ']).to_owned()
}

/// A name that stands in `names` in no case of its letters; it joins them.
fn unique(names: &mut BTreeSet<String>, base: &str, ending: &str) -> String {
    let numbered = (2u32..).map(|it| format!("{base} ({it}).{ending}"));
    let mut all = std::iter::once(format!("{base}.{ending}")).chain(numbered);
    let found = all.find(|it| names.insert(it.to_lowercase()));
    found.unwrap_or_default()
}

/// That rows are of no office: how many, and the first of them.
fn without_office(whole: &Gathered, framework: &Framework, owners: &Owners) -> Vec<Problem> {
    let place = |slot: Option<Slot>| {
        let slot = slot.map(Slot::office);
        let place = slot.and_then(|it| whole.rows.get(&it));
        place.cloned().unwrap_or_else(|| Place::file(&*whole.file))
    };
    let answers = owners.answers_left.iter();
    let answers: Vec<Slot> = answers
        .map(|at| Slot::Answer(*at, AnswerColumn::Office))
        .collect();
    let items = owners.items_left.iter();
    let items: Vec<Slot> = items
        .map(|(at, item)| Slot::Item(*at, *item, ItemColumn::Office))
        .collect();
    let mut out = Vec::new();
    if !answers.is_empty() {
        let sentence = say::indicators_without_office(answers.len(), codes(&answers, framework));
        out.push(Problem::warning(sentence).at(place(answers.first().copied())));
    }
    if !items.is_empty() {
        let sentence = say::items_without_office(items.len(), codes(&items, framework));
        out.push(Problem::warning(sentence).at(place(items.first().copied())));
    }
    out
}

/// The codes of rows, the first twelve of them.
pub(super) fn codes(slots: &[Slot], framework: &Framework) -> String {
    const NAMED: usize = 12;
    let mut seen: Vec<&str> = Vec::new();
    for slot in slots {
        let code = slot.code(framework);
        if !seen.contains(&code) {
            seen.push(code);
        }
    }
    let more = seen.len() > NAMED;
    let mut out = list(seen.iter().take(NAMED));
    if more {
        out.push_str(", …");
    }
    out
}

fn piece(whole: &Gathered, framework: &Framework, owner: &Owner, file: String) -> Piece {
    let mut filled = Filled {
        offices: whole.offices.clone(),
        ..Filled::default()
    };
    for (slot, it) in whole.cells.iter().filter(|it| owner.has(*it.0)) {
        put(&mut filled, *slot, it.entry.clone());
    }
    let carried = [
        Asked::Region,
        Asked::Wave,
        Asked::Target,
        Asked::Deadline,
        Asked::Audience,
    ];
    let page = carried.iter().filter_map(|what| {
        let text = whole.form.answer(*what)?;
        Some((*what, text.to_owned()))
    });
    filled.page = page.collect::<BTreeMap<_, _>>();
    filled.page.insert(Asked::Office, owner.name.to_string());
    if let Some(number) = next(whole, owner, framework) {
        filled.page.insert(Asked::Sending, number.to_string());
    }
    let before = whole.before.iter();
    let before = before.filter(|it| owner.rows.answers.contains(it.0));
    let wish = Wish {
        handed: Some(filled.clone()),
        filled,
        part: Some(owner.rows.clone()),
        before: before.map(|(at, it)| (*at, *it)).collect(),
        before_wave: whole.before_wave.clone(),
    };
    let answers = owner.rows.answers.iter();
    let open = answers.filter(|at| {
        let slot = Slot::Answer(**at, AnswerColumn::Own);
        let fed = Slot::Outside(**at, crate::text::form::OutsideColumn::Value);
        whole.text(slot).is_none() && whole.text(fed).is_none()
    });
    let answers = (owner.rows.answers.len(), open.count());
    let items = owner.rows.items.iter();
    let open = items.filter(|(at, item)| {
        let state = whole.text(Slot::Item(*at, *item, ItemColumn::State));
        !state.is_some_and(|it| is_handed_in(&it))
    });
    let items = (owner.rows.items.len(), open.count());
    let message = message(whole, framework, owner, (&file, answers, items));
    Piece {
        office: owner.name.to_string(),
        file,
        wish,
        answers,
        items,
        message,
    }
}

/// What to send with a workbook.
fn message(
    whole: &Gathered,
    framework: &Framework,
    owner: &Owner,
    (file, answers, items): (&str, (usize, usize), (usize, usize)),
) -> String {
    let lang = whole.lang;
    let said = |what| whole.form.answer(what);
    let of = [said(Asked::Region), said(Asked::Wave)];
    let of = list(of.into_iter().flatten());
    let title = framework.title().get(lang);
    let about = match of.is_empty() {
        true => title.to_owned(),
        false => label::reminder_about(lang, title, of),
    };
    let mut lines = vec![
        label::reminder_to(lang, &*owner.name),
        String::new(),
        label::reminder_ask(lang, about),
    ];
    if answers.0 > 0 {
        lines.push(label::reminder_answers(lang, answers.0, answers.1));
    }
    if items.0 > 0 {
        lines.push(label::reminder_items(lang, items.0, items.1));
    }
    lines.push(label::reminder_file(lang, file));
    if let Some(day) = said(Asked::Deadline) {
        lines.push(label::reminder_deadline(lang, day));
    }
    lines.push(match said(Asked::FilledBy) {
        Some(who) => label::reminder_send_to(lang, who),
        None => label::reminder_send_back(lang).to_owned(),
    });
    lines.push(label::reminder_sending(lang).to_owned());
    lines.push(String::new());
    lines.push(label::reminder_thanks(lang).to_owned());
    lines.join("\n")
}

impl Split {
    /// The messages of all offices in one text, each under its name and contact.
    #[must_use]
    pub fn messages(&self, whole: &Gathered) -> String {
        let lang = whole.lang;
        let mut out = String::new();
        for piece in &self.pieces {
            let name = crate::statement::PartyName::from(&*piece.office);
            let contact = whole
                .offices
                .iter()
                .find(|it| crate::statement::PartyName::from(&*it[0]) == name && !it[1].is_empty());
            let heading = match contact {
                Some([_, contact]) => label::reminder_heading(lang, &*piece.office, &**contact),
                None => piece.office.clone(),
            };
            out.push_str(&format!("=== {heading} ===\n\n{}\n\n\n", piece.message));
        }
        out
    }
}
