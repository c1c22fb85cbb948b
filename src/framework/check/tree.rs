//! Groups and indicators in tree order: names, parents, circles, empty groups, weights.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

use crate::framework::model::{Body, INDEX, Node};
use crate::problem::{Problem, suggest};
use crate::text::{Text, say};

use super::Checker;

/// A group or indicator before it has its place in the tree.
pub(super) struct Draft {
    pub(super) id: Spanned<String>,
    pub(super) parent: Option<Spanned<String>>,
    pub(super) title: Text,
    pub(super) aliases: Vec<Spanned<String>>,
    pub(super) weight: f64,
    pub(super) body: Body,
}

impl Checker<'_> {
    pub(super) fn names_are_unique(&mut self, drafts: &[Draft]) {
        let mut ids: BTreeMap<&str, Range<usize>> = BTreeMap::new();
        for draft in drafts {
            self.name(&draft.id);
            let id = draft.id.get_ref().as_str();
            if id == INDEX {
                self.error(&draft.id.span(), say::reserved_id(id));
            } else if let Some(first) = ids.get(id) {
                let line = line_of(self.file.text, first.start);
                self.error(&draft.id.span(), say::duplicate_id(id, line));
            } else {
                ids.insert(id, draft.id.span());
            }
        }
        let mut aliases: BTreeMap<String, &str> = BTreeMap::new();
        for draft in drafts {
            let id = draft.id.get_ref().as_str();
            for alias in &draft.aliases {
                let folded = alias.get_ref().to_lowercase();
                let taken = match aliases.get(&folded) {
                    Some(other) => Some(*other),
                    None => ids.keys().find(|other| **other == folded).copied(),
                };
                if let Some(other) = taken.filter(|other| *other != id) {
                    let sentence = say::alias_of_two(alias.get_ref(), id, other);
                    self.error(&alias.span(), sentence);
                }
                aliases.insert(folded, id);
            }
        }
    }

    pub(super) fn parents_exist(&mut self, drafts: &[Draft]) {
        let groups: Vec<&str> = drafts
            .iter()
            .filter(|draft| matches!(draft.body, Body::Group(_)))
            .map(|draft| draft.id.get_ref().as_str())
            .collect();
        for draft in drafts {
            let Some(parent) = &draft.parent else {
                continue;
            };
            if !groups.contains(&parent.get_ref().as_str()) {
                let place = self.place(&parent.span());
                let near = suggest(parent.get_ref(), groups.iter().copied());
                let problem =
                    Problem::error(say::unknown_parent(parent.get_ref(), draft.id.get_ref()))
                        .at(place)
                        .maybe_help(near.map(say::did_you_mean));
                self.problems.push(problem);
            }
        }
    }

    /// Puts the drafts in tree order, the index first; tells circles and empty groups.
    pub(super) fn tree(&mut self, title: &Text, drafts: Vec<Draft>) -> Vec<Node> {
        let mut by_id: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, draft) in drafts.iter().enumerate() {
            by_id.entry(draft.id.get_ref()).or_insert(at);
        }
        let parents: Vec<Option<usize>> = drafts
            .iter()
            .map(|draft| {
                let parent = draft.parent.as_ref()?;
                by_id.get(parent.get_ref().as_str()).copied()
            })
            .collect();
        drop(by_id);
        let depths = depths(&parents);
        for (at, draft) in drafts.iter().enumerate() {
            let span = draft.parent.as_ref().map_or(0..0, Spanned::span);
            match depths[at] {
                Depth::Circle => self.error(&span, say::circular_parent(draft.id.get_ref())),
                // Told where the limit is passed, not for everything below.
                Depth::Steps(steps) if steps == MOST_LEVELS + 1 => {
                    self.error(&span, say::nested_too_deep(draft.id.get_ref(), MOST_LEVELS));
                }
                Depth::Steps(_) | Depth::BelowCircle => {}
            }
        }
        let sound = depths
            .iter()
            .all(|it| matches!(it, Depth::Steps(steps) if *steps <= MOST_LEVELS));
        let root = Node {
            id: INDEX.to_owned(),
            title: title.clone(),
            aliases: Vec::new(),
            parent: None,
            children: Vec::new(),
            depth: 0,
            weight: 1.0,
            body: Body::Group(None),
        };
        let mut nodes = vec![root];
        if !sound {
            // Without a tree there is nothing more to look at.
            return nodes;
        }
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); drafts.len()];
        let mut top = Vec::new();
        for (at, parent) in parents.iter().enumerate() {
            match parent {
                Some(parent) => children[*parent].push(at),
                None => top.push(at),
            }
        }
        if !drafts
            .iter()
            .any(|draft| matches!(draft.body, Body::Indicator(_)))
        {
            self.error(&(0..0), say::no_indicators());
        }
        for (at, draft) in drafts.iter().enumerate() {
            if matches!(draft.body, Body::Group(_)) {
                if !has_leaf(at, &drafts, &children) {
                    self.error(&draft.id.span(), say::empty_group(draft.id.get_ref()));
                }
                self.some_weight(&children[at], &drafts, draft.id.get_ref(), &draft.id.span());
            }
        }
        self.some_weight(&top, &drafts, INDEX, &(0..0));
        let mut drafts: Vec<Option<Draft>> = drafts.into_iter().map(Some).collect();
        plant(0, &top, &mut drafts, &children, &mut nodes);
        nodes
    }

    fn some_weight(
        &mut self,
        siblings: &[usize],
        drafts: &[Draft],
        parent: &str,
        span: &Range<usize>,
    ) {
        if !siblings.is_empty() && siblings.iter().all(|at| drafts[*at].weight <= 0.0) {
            self.error(span, say::weights_all_zero(parent));
        }
    }
}

/// Levels of groups that a framework may have; the deepest known has four.
const MOST_LEVELS: usize = 64;

/// How far a node is from the top.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// So many steps.
    Steps(usize),
    /// Part of a circle of parents.
    Circle,
    /// Below a circle.
    BelowCircle,
}

/// The depth of each node, every one looked at once.
fn depths(parents: &[Option<usize>]) -> Vec<Depth> {
    let mut known: Vec<Option<Depth>> = vec![None; parents.len()];
    let mut on_path = vec![false; parents.len()];
    for start in 0..parents.len() {
        let mut path = Vec::new();
        let mut at = Some(start);
        while let Some(node) = at.filter(|node| known[*node].is_none() && !on_path[*node]) {
            on_path[node] = true;
            path.push(node);
            at = parents[node];
        }
        let mut below = match at {
            None => Depth::Steps(0),
            Some(node) if on_path[node] => {
                let first = path.iter().position(|it| *it == node).unwrap_or(0);
                for member in path.drain(first..) {
                    known[member] = Some(Depth::Circle);
                    on_path[member] = false;
                }
                Depth::BelowCircle
            }
            Some(node) => match known[node] {
                Some(Depth::Steps(steps)) => Depth::Steps(steps + 1),
                _ => Depth::BelowCircle,
            },
        };
        for node in path.into_iter().rev() {
            known[node] = Some(below);
            on_path[node] = false;
            if let Depth::Steps(steps) = below {
                below = Depth::Steps(steps + 1);
            }
        }
    }
    known
        .into_iter()
        .map(|it| it.unwrap_or(Depth::BelowCircle))
        .collect()
}

fn has_leaf(at: usize, drafts: &[Draft], children: &[Vec<usize>]) -> bool {
    let mut open = vec![at];
    // A circle of parents would never end: no node is looked at twice.
    let mut seen = vec![false; drafts.len()];
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut seen[at], true) {
            continue;
        }
        if matches!(drafts[at].body, Body::Indicator(_)) {
            return true;
        }
        open.extend(&children[at]);
    }
    false
}

/// Moves `siblings` and all below them behind `parent`, depth first.
fn plant(
    parent: usize,
    siblings: &[usize],
    drafts: &mut [Option<Draft>],
    children: &[Vec<usize>],
    nodes: &mut Vec<Node>,
) {
    for sibling in siblings {
        let Some(draft) = drafts[*sibling].take() else {
            continue;
        };
        let at = nodes.len();
        let depth = nodes[parent].depth + 1;
        nodes[parent].children.push(at);
        nodes.push(Node {
            id: draft.id.into_inner(),
            title: draft.title,
            aliases: draft.aliases.into_iter().map(Spanned::into_inner).collect(),
            parent: Some(parent),
            children: Vec::new(),
            depth,
            weight: draft.weight,
            body: draft.body,
        });
        plant(at, &children[*sibling], drafts, children, nodes);
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.get(..at)
        .map_or(0, |before| before.matches('\n').count())
        + 1
}
