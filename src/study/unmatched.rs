//! What a study declares and nothing in the data answers to: told, for it was meant to have an effect.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use crate::problem::{Place, Problem, suggest};
use crate::read::is_header;
use crate::region::{Found, Register};
use crate::statement::Statements;
use crate::text::{folded, list, say};

use super::file::FILE;
use super::files::below;
use super::open::Opened;
use super::scored::{Scored, Tags};

/// Most names that a help lists.
const MOST_NAMED: usize = 12;

/// Warnings of `[columns]` that no header of any file fits, and of `[regions]` that no row names. A
/// column that the request itself declares and no file has is an error.
pub(super) fn of_rows(opened: &Opened, rows: &Statements) -> Vec<Problem> {
    let mut out = Vec::new();
    let headers: Vec<String> = rows
        .sources()
        .iter()
        .flat_map(|it| it.headers().iter().cloned())
        .collect::<BTreeSet<String>>()
        .into_iter()
        .collect();
    let not_met = |declared: &str, to: fn(crate::text::Sentence) -> Problem| {
        // The year of a second row of headers stands behind the first.
        let is_top = |it: &String| {
            let top = it.rsplit_once(' ').map(|(top, _)| top);
            top.is_some_and(|top| is_header(declared, top))
        };
        if headers
            .iter()
            .any(|it| is_header(declared, it) || is_top(it))
        {
            return None;
        }
        let problem = to(say::column_not_met(declared));
        let near = suggest(declared, headers.iter().map(String::as_str));
        Some(match near {
            Some(near) => problem.help(say::did_you_mean(near)),
            None => problem.help(say::headers_met(some_of(&headers))),
        })
    };
    for declared in opened.study.columns.keys() {
        if let Some(problem) = not_met(declared, Problem::warning) {
            out.push(opened.at(problem, "columns", declared));
        }
    }
    for (declared, _) in &opened.request.columns {
        out.extend(not_met(declared, Problem::error));
    }
    if opened.study.spellings.is_empty() {
        return out;
    }
    let written: BTreeSet<&str> = rows.rows().iter().map(|it| &*it.region).collect();
    let study = &opened.study;
    let elsewhere = study.tags.values().flatten();
    let elsewhere = elsewhere.chain(study.informants.iter().map(|it| &it.region));
    let known: BTreeSet<String> = written
        .iter()
        .copied()
        .chain(elsewhere.map(String::as_str))
        .map(folded)
        .collect();
    for spelling in study.spellings.keys() {
        if !known.contains(&folded(spelling)) {
            let near = suggest(spelling, written.iter().copied());
            let problem = Problem::warning(say::spelling_not_met(spelling))
                .maybe_help(near.map(say::did_you_mean));
            out.push(opened.at(problem, "regions", spelling));
        }
    }
    out
}

/// Warnings of `[tags]` none of whose regions was scored or is `named` in any row, and of names in them that no region has.
pub(super) fn of_tags(
    opened: &Opened,
    tags: &Tags,
    scored: &[Scored],
    named: Vec<Arc<str>>,
) -> Vec<Problem> {
    let all = scored.iter().flat_map(|it| &it.assessed.assessments);
    let all = all.map(|it| Arc::clone(&it.region.name));
    let present: BTreeSet<Arc<str>> = all.chain(named).collect();
    let register = Register::embedded();
    let mut out = Vec::new();
    for (tag, names) in tags {
        for name in names.iter().filter(|it| !present.contains(*it)) {
            if !matches!(register.find(name, None), Found::Region(_)) {
                let near = suggest(name, present.iter().map(|it| &**it));
                let problem = Problem::warning(say::tagged_region_unknown(name, tag))
                    .maybe_help(near.map(say::did_you_mean));
                out.push(opened.at(problem, "tags", tag));
            }
        }
        if !names.iter().any(|it| present.contains(it)) {
            let problem = Problem::warning(say::tag_not_met(tag));
            let named: Vec<String> = present.iter().map(ToString::to_string).collect();
            let problem = problem.help(say::regions_in_data(some_of(&named)));
            out.push(opened.at(problem, "tags", tag));
        }
    }
    out
}

/// The first names of a list.
fn some_of(names: &[String]) -> String {
    let first = list(names.iter().take(MOST_NAMED));
    if names.len() > MOST_NAMED {
        format!("{first}, …")
    } else {
        first
    }
}

impl Opened<'_> {
    /// The problem at a key of a section of the study file.
    fn at(&self, problem: Problem, section: &str, key: &str) -> Problem {
        let Some(folder) = &self.folder else {
            return problem;
        };
        let name = below(folder, FILE);
        let place = match span_of(&self.text, section, key) {
            Some(span) => Place::in_text(name, &self.text, span.start, span.end),
            None => Place::file(name),
        };
        problem.at(place)
    }
}

/// Where a key of a section stands; the case of spellings is lost on the way.
fn span_of(text: &str, section: &str, key: &str) -> Option<Range<usize>> {
    let (table, _) = DeTable::parse_recoverable(text);
    let sections = table.get_ref().iter();
    let (_, found) = sections
        .into_iter()
        .find(|(name, _)| &**name.get_ref() == section)?;
    let DeValue::Table(keys) = found.get_ref() else {
        return None;
    };
    let same = |it: &str| it == key || it.to_lowercase() == key.to_lowercase();
    keys.keys()
        .find(|it| same(it.get_ref()))
        .map(toml::Spanned::span)
}
