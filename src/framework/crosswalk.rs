//! Crosswalks: which node of one framework says the same as, or a part of, a node of another.
//!
//! A crosswalk names two frameworks and maps ids of their nodes. Both relations that carry a row
//! over are symmetric, so that one file serves either way: `equal` says that two nodes mean the
//! same, `part` that they overlap without being the same. `none` names a node of either side for
//! which the other framework has no place. What becomes of the rows is the business of
//! [`crate::assess::project`].

use std::collections::BTreeMap;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::problem::{Checked, Place, Problem, finish, sort_by_place, suggest};
use crate::text::{Sentence, Text, say, vocabulary};

use super::model::{Framework, Node};
use super::raw_text::RawText;
use super::strict;

/// A checked crosswalk between two frameworks.
#[derive(Debug, Clone)]
pub struct Crosswalk {
    id: Option<String>,
    version: Option<String>,
    title: Option<Text>,
    sources: Vec<Text>,
    judgement: Vec<Text>,
    from: String,
    to: String,
    maps: Vec<Map>,
}

/// One line of a crosswalk.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// Id of a node of the first framework; none only under [`Relation::None`].
    pub from: Option<String>,
    /// Id of a node of the second framework; none only under [`Relation::None`].
    pub to: Option<String>,
    /// What the two have to do with each other.
    pub relation: Relation,
    /// Why.
    pub note: Option<Text>,
    /// Who says so.
    pub source: Option<Text>,
}

vocabulary! {
    /// What two nodes have to do with each other.
    #[derive(PartialOrd, Ord, Deserialize)]
    pub enum Relation {
        /// They mean the same: a level given to one holds for the other.
        Equal = "equal",
        /// They overlap: evidence for one says something of the other, but no level.
        Part = "part",
        /// The other framework has no place for this node.
        None = "none",
    }
}

impl Crosswalk {
    /// Name for programs, where it has one.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Version of the file.
    #[must_use]
    pub fn version(&self) -> Option<&str> {
        self.version.as_deref()
    }

    /// Name for people.
    #[must_use]
    pub fn title(&self) -> Option<&Text> {
        self.title.as_ref()
    }

    /// Where the matches come from.
    #[must_use]
    pub fn sources(&self) -> &[Text] {
        &self.sources
    }

    /// What here is our own judgement.
    #[must_use]
    pub fn judgement(&self) -> &[Text] {
        &self.judgement
    }

    /// Ids of the two frameworks, in the order of the file.
    #[must_use]
    pub fn ends(&self) -> [&str; 2] {
        [&self.from, &self.to]
    }

    /// Every line, in the order of the file.
    #[must_use]
    pub fn maps(&self) -> &[Map] {
        &self.maps
    }

    /// How many lines have this relation.
    #[must_use]
    pub fn count(&self, relation: Relation) -> usize {
        self.maps
            .iter()
            .filter(|it| it.relation == relation)
            .count()
    }

    /// Whether the crosswalk joins these two frameworks, in either direction.
    #[must_use]
    pub fn joins(&self, one: &str, other: &str) -> bool {
        let ends = self.ends();
        ends == [one, other] || ends == [other, one]
    }

    /// The nodes of the other framework to which the node `id` of `framework` leads, with the
    /// relation; empty where it leads nowhere. Works in both directions.
    #[must_use]
    pub fn targets(&self, framework: &str, id: &str) -> Vec<(&str, Relation)> {
        let forwards = self.from == framework;
        self.maps
            .iter()
            .filter_map(|map| {
                let (here, there) = if forwards {
                    (&map.from, &map.to)
                } else {
                    (&map.to, &map.from)
                };
                match (here, there) {
                    (Some(here), Some(there)) if here == id => Some((there.as_str(), map.relation)),
                    _ => None,
                }
            })
            .collect()
    }
}

/// Whether the text is meant to be a crosswalk: it has a key that only a crosswalk has.
#[must_use]
pub fn is_crosswalk(text: &str) -> bool {
    let (table, _) = toml::de::DeTable::parse_recoverable(text);
    table
        .get_ref()
        .keys()
        .any(|key| ["from", "to", "map"].contains(&key.get_ref().as_ref()))
}

/// Loads a crosswalk from the text of a TOML file called `name` in messages.
///
/// `find` gives the framework behind an id or a path, as the file writes it.
///
/// # Errors
/// Every problem of the file, each with line and column: unknown keys and frameworks, a framework
/// joined with itself, nodes that do not exist, pairs that stand twice, relations that do not fit
/// what they join, nodes with a place and without one.
pub fn load(
    text: &str,
    name: &str,
    find: &dyn Fn(&str) -> Result<Framework, Vec<Problem>>,
) -> Checked<Crosswalk> {
    let raw = strict::parse::<RawCrosswalk>(text, name)?;
    let mut check = Check {
        text,
        name,
        problems: Vec::new(),
    };
    let from = check.framework(&raw.from, find);
    let to = check.framework(&raw.to, find);
    if let (Some(from), Some(to)) = (&from, &to)
        && from.id() == to.id()
    {
        check.error(&raw.to.span(), say::crosswalk_with_itself(from.id()));
    }
    if let Some(id) = &raw.id {
        check.id(id);
    }
    if raw.map.is_empty() {
        check.error(&raw.from.span(), say::crosswalk_without_maps());
    }
    for map in &raw.map {
        check.map(map, from.as_ref(), to.as_ref());
    }
    check.twice(&raw.map);
    check.both_ways(&raw.map);
    let crosswalk = Crosswalk {
        id: raw.id.map(Spanned::into_inner),
        version: raw.version,
        title: raw.title.as_ref().map(RawText::text),
        sources: raw.sources.iter().map(RawText::text).collect(),
        judgement: raw.judgement.iter().map(RawText::text).collect(),
        from: from.map_or_else(String::new, |it| it.id().to_owned()),
        to: to.map_or_else(String::new, |it| it.id().to_owned()),
        maps: raw
            .map
            .into_iter()
            .map(|map| Map {
                from: map.from.map(Spanned::into_inner),
                to: map.to.map(Spanned::into_inner),
                relation: map.relation.into_inner(),
                note: map.note.as_ref().map(RawText::text),
                source: map.source.as_ref().map(RawText::text),
            })
            .collect(),
    };
    sort_by_place(&mut check.problems);
    finish(crosswalk, check.problems)
}

/// Crosswalk between two frameworks.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawCrosswalk {
    /// First framework: an id, or a path ending in `.toml` relative to this file.
    #[schemars(with = "String")]
    from: Spanned<String>,
    /// Second framework.
    #[schemars(with = "String")]
    to: Spanned<String>,
    /// Name of the crosswalk: small letters, digits and hyphens.
    #[schemars(with = "Option<String>")]
    id: Option<Spanned<String>>,
    /// Version of this file.
    version: Option<String>,
    /// What people call it.
    title: Option<RawText>,
    /// Where the matches come from.
    #[serde(default)]
    sources: Vec<RawText>,
    /// What here is our own judgement.
    #[serde(default)]
    judgement: Vec<RawText>,
    /// The lines.
    #[serde(default)]
    map: Vec<RawMap>,
}

/// One line of a crosswalk.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawMap {
    /// Node of the first framework.
    #[schemars(with = "Option<String>")]
    from: Option<Spanned<String>>,
    /// Node of the second framework.
    #[schemars(with = "Option<String>")]
    to: Option<Spanned<String>>,
    /// What the two have to do with each other.
    #[schemars(with = "Relation")]
    relation: Spanned<Relation>,
    /// Why.
    note: Option<RawText>,
    /// Who says so.
    source: Option<RawText>,
}

impl RawMap {
    fn sides(&self) -> [Option<&str>; 2] {
        [&self.from, &self.to].map(|side| side.as_ref().map(|it| it.get_ref().as_str()))
    }

    /// Where the line starts, as far as a message may point to it.
    fn span(&self) -> Range<usize> {
        let side = self.from.as_ref().or(self.to.as_ref());
        side.map_or_else(|| self.relation.span(), Spanned::span)
    }
}

struct Check<'a> {
    text: &'a str,
    name: &'a str,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn place(&self, span: &Range<usize>) -> Place {
        Place::in_text(self.name, self.text, span.start, span.end)
    }

    fn line(&self, span: &Range<usize>) -> usize {
        let start = span.start.min(self.text.len());
        self.text.as_bytes()[..start]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count()
            + 1
    }

    fn error(&mut self, span: &Range<usize>, sentence: Sentence) {
        let place = self.place(span);
        self.problems.push(Problem::error(sentence).at(place));
    }

    fn id(&mut self, id: &Spanned<String>) {
        let text = id.get_ref();
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if text.is_empty() || !text.bytes().all(plain) {
            self.error(&id.span(), say::bad_id(text));
        }
    }

    fn framework(
        &mut self,
        written: &Spanned<String>,
        find: &dyn Fn(&str) -> Result<Framework, Vec<Problem>>,
    ) -> Option<Framework> {
        match find(written.get_ref()) {
            Ok(framework) => Some(framework),
            Err(problems) => {
                let place = self.place(&written.span());
                self.problems.extend(problems.into_iter().map(|mut it| {
                    it.place.get_or_insert_with(|| place.clone());
                    it
                }));
                None
            }
        }
    }

    fn map(&mut self, map: &RawMap, from: Option<&Framework>, to: Option<&Framework>) {
        for (side, framework) in [(&map.from, from), (&map.to, to)] {
            if let (Some(id), Some(framework)) = (side, framework) {
                self.node(id, framework);
            }
        }
        let relation = *map.relation.get_ref();
        match (relation, map.sides()) {
            (Relation::None, [Some(_), Some(_)]) => {
                let span = map.to.as_ref().map_or(0..0, Spanned::span);
                self.error(&span, say::map_none_with_both());
            }
            (Relation::None, [None, None]) => {
                self.error(&map.relation.span(), say::map_without_node());
            }
            (Relation::Equal | Relation::Part, [_, None] | [None, _]) => {
                self.error(&map.relation.span(), say::map_with_one_side(relation.id()));
            }
            _ => {}
        }
    }

    fn node(&mut self, id: &Spanned<String>, framework: &Framework) {
        let ids = || framework.nodes().iter().map(Node::id);
        let name = id.get_ref().as_str();
        if ids().any(|it| it == name) {
            return;
        }
        let problem = Problem::error(say::no_such_node(name, framework.id()))
            .at(self.place(&id.span()))
            .maybe_help(suggest(name, ids()).map(say::did_you_mean));
        self.problems.push(problem);
    }

    /// Lines that repeat the two sides of an earlier one.
    fn twice(&mut self, maps: &[RawMap]) {
        let mut seen: BTreeMap<[Option<&str>; 2], usize> = BTreeMap::new();
        for map in maps {
            let line = self.line(&map.span());
            if let Some(first) = seen.get(&map.sides()) {
                let words: Vec<&str> = map.sides().into_iter().flatten().collect();
                let pair = words.join("` – `");
                self.error(&map.span(), say::map_twice(pair, *first));
            } else {
                seen.insert(map.sides(), line);
            }
        }
    }

    /// Nodes that one line maps and another says to have no counterpart.
    fn both_ways(&mut self, maps: &[RawMap]) {
        for side in [0, 1] {
            for none in maps {
                let Some(id) = none.sides()[side] else {
                    continue;
                };
                if *none.relation.get_ref() != Relation::None {
                    continue;
                }
                let mapped = maps.iter().find(|it| {
                    *it.relation.get_ref() != Relation::None && it.sides()[side] == Some(id)
                });
                if let Some(mapped) = mapped {
                    let line = self.line(&mapped.span());
                    self.error(&none.span(), say::map_none_and_mapped(id, line));
                }
            }
        }
    }
}
