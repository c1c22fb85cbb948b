//! A checked framework: a tree that holds together, whose parts are reached by getters.
//!
//! **Invariant:** node 0 is the index; every other node has a parent before it in
//! [`Framework::nodes`] (tree order); ids are unique; every group has an indicator below it; the
//! weights of siblings are not negative and not all zero; bands ascend.

use std::collections::BTreeMap;

use crate::stats::TOLERANCE;
use crate::text::{Text, code_at_front, folded};

use super::choices::{Aggregation, GroupRule, Reporting, ReportingUnit};
use super::indicator::Indicator;
use super::numbered::{Called, Numbered};
use super::raw::{Standing, TargetOp};
use super::scale::Scale;

/// Name of the root of every framework.
pub const INDEX: &str = "index";

/// The same in Indonesian, as people head their columns.
const INDEX_ID: &str = "indeks";

/// What an instrument calls things, where it has words of its own.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// The whole.
    pub index: Option<Text>,
    /// A named interval of the score.
    pub band: Option<Text>,
    /// An answer on a scale.
    pub level: Option<Text>,
    /// An evidence item.
    pub item: Option<Text>,
    /// Who is assessed.
    pub region: Option<Text>,
}

/// An assessment framework.
#[derive(Debug, Clone)]
pub struct Framework {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) title: Text,
    pub(super) notice: Option<Text>,
    pub(super) sources: Vec<Text>,
    pub(super) judgement: Vec<Text>,
    pub(super) level_names: Vec<Text>,
    pub(super) terms: Terms,
    pub(super) standing: Standing,
    pub(super) valid: Option<Valid>,
    pub(super) repealed_by: Option<String>,
    pub(super) aggregation: Aggregation,
    pub(super) reporting: Reporting,
    pub(super) bands: Vec<Band>,
    pub(super) minimums: Vec<Minimum>,
    pub(super) scales: Vec<Scale>,
    pub(super) nodes: Vec<Node>,
    pub(super) names: Names,
    pub(super) shared_scales: Vec<Option<usize>>,
    pub(super) targets: Vec<Target>,
    pub(super) sha256: String,
}

/// First and last year for which a framework holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Valid {
    /// First year.
    pub from: i64,
    /// Last year; `None`: still valid.
    pub to: Option<i64>,
}

impl Valid {
    /// Whether `year` is inside.
    #[must_use]
    pub fn holds(self, year: i64) -> bool {
        year >= self.from && self.to.is_none_or(|to| year <= to)
    }
}

/// A named interval of the score, from `from` (inclusive, reporting unit) up to the next band.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Name for programs.
    pub id: String,
    /// Lowest score, in the reporting unit.
    pub from: f64,
    /// Name for people.
    pub label: Text,
}

/// What a node must reach before a better band holds for the index than one.
#[derive(Debug, Clone, PartialEq)]
pub struct Minimum {
    /// Position in [`Framework::nodes`].
    pub node: usize,
    /// The least that it must reach: of a number in its unit, of levels on their scale, of a group in
    /// the reporting unit.
    pub value: f64,
    /// Position of the best band below that.
    pub band: usize,
}

/// What a node should reach, in the reporting unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Position in [`Framework::nodes`].
    pub node: usize,
    /// The value to reach.
    pub value: f64,
    /// Whether the value itself is enough.
    pub op: TargetOp,
    /// Wave by which it should be reached.
    pub wave: Option<String>,
}

/// The index, a group or an indicator.
#[derive(Debug, Clone)]
pub struct Node {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) aliases: Vec<String>,
    pub(super) parent: Option<usize>,
    pub(super) children: Vec<usize>,
    pub(super) depth: usize,
    pub(super) weight: f64,
    pub(super) body: Body,
}

#[derive(Debug, Clone)]
pub(super) enum Body {
    Group(Option<GroupRule>),
    Indicator(Box<Indicator>),
}

impl Node {
    /// Name for programs.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Name for people.
    #[must_use]
    pub fn title(&self) -> &Text {
        &self.title
    }

    /// Other names.
    #[must_use]
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// Position of the node above; `None` for the index.
    #[must_use]
    pub fn parent(&self) -> Option<usize> {
        self.parent
    }

    /// Positions of the nodes right below, in the order of the file.
    #[must_use]
    pub fn children(&self) -> &[usize] {
        &self.children
    }

    /// Steps below the index, which has depth 0.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Weight relative to its siblings, as written in the framework.
    #[must_use]
    pub fn weight(&self) -> f64 {
        self.weight
    }

    /// What the leaf is made of; `None` for the index and groups.
    #[must_use]
    pub fn indicator(&self) -> Option<&Indicator> {
        match &self.body {
            Body::Indicator(indicator) => Some(indicator),
            Body::Group(_) => None,
        }
    }

    /// The group's own rule for its children.
    #[must_use]
    pub fn rule(&self) -> Option<GroupRule> {
        match &self.body {
            Body::Group(rule) => *rule,
            Body::Indicator(_) => None,
        }
    }
}

impl Framework {
    /// Name for programs.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Version of the file.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Name for people.
    #[must_use]
    pub fn title(&self) -> &Text {
        &self.title
    }

    /// What somebody must know before using it.
    #[must_use]
    pub fn notice(&self) -> Option<&Text> {
        self.notice.as_ref()
    }

    /// Where structure and weights come from.
    #[must_use]
    pub fn sources(&self) -> &[Text] {
        &self.sources
    }

    /// What this instrument calls things.
    #[must_use]
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// What here is our own judgement.
    #[must_use]
    pub fn judgement(&self) -> &[Text] {
        &self.judgement
    }

    /// What the tree levels are called, top down.
    #[must_use]
    pub fn level_names(&self) -> &[Text] {
        &self.level_names
    }

    /// Whose instrument it is.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// Years for which it holds.
    #[must_use]
    pub fn valid(&self) -> Option<Valid> {
        self.valid
    }

    /// Framework that took its place.
    #[must_use]
    pub fn repealed_by(&self) -> Option<&str> {
        self.repealed_by.as_deref()
    }

    /// The aggregation as written.
    #[must_use]
    pub fn aggregation(&self) -> Aggregation {
        self.aggregation
    }

    /// How results are told, as written.
    #[must_use]
    pub fn reporting(&self) -> Reporting {
        self.reporting
    }

    /// Bands, ascending.
    #[must_use]
    pub fn bands(&self) -> &[Band] {
        &self.bands
    }

    /// What must be reached before a better band holds for the index than one.
    #[must_use]
    pub fn minimums(&self) -> &[Minimum] {
        &self.minimums
    }

    /// Positions of a node and all below it, in the order of the tree.
    #[must_use]
    pub fn below(&self, at: usize) -> Vec<usize> {
        let mut inside = vec![false; self.nodes.len()];
        inside[at] = true;
        // Children stand behind their parent.
        for it in at + 1..inside.len() {
            inside[it] = self.nodes[it].parent().is_some_and(|parent| inside[parent]);
        }
        (at..inside.len()).filter(|it| inside[*it]).collect()
    }

    /// Scales; the first is the framework's own.
    #[must_use]
    pub fn scales(&self) -> &[Scale] {
        &self.scales
    }

    /// The tree, the index first, each group before what is below it.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Targets written in the framework.
    #[must_use]
    pub fn targets(&self) -> &[Target] {
        &self.targets
    }

    /// Hexadecimal SHA-256 of the file.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Positions and contents of the indicators, in tree order.
    pub fn indicators(&self) -> impl Iterator<Item = (usize, &Node, &Indicator)> {
        self.nodes
            .iter()
            .enumerate()
            .filter_map(|(at, node)| node.indicator().map(|indicator| (at, node, indicator)))
    }

    /// Position of the node called `name`: its id, else an alias or title that only one node has;
    /// case and then separators are ignored, and of an indicator its number is enough where that
    /// means one alone. So is its code before a title: `1.1 Layanan publik`. The index goes by the
    /// name that the instrument has for it, too.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<usize> {
        let name = name.trim();
        let by = |names: &BTreeMap<String, Option<usize>>, word: &str| names.get(word).copied();
        by(&self.names.ids, name)
            .or_else(|| by(&self.names.words, &name.to_lowercase()))
            .or_else(|| by(&self.names.folded, &folded(name)))
            .or_else(|| self.names.numbered.find(name).map(Some))
            .or_else(|| {
                let code = code_at_front(name)?;
                // Sheets number by their own order: the words behind a number say more than it.
                let behind = name.split_once(char::is_whitespace).map_or("", |it| it.1);
                if let Some(Some(at)) = by(&self.names.folded, &folded(behind))
                    && self.nodes[at].indicator().is_some()
                {
                    return Some(Some(at));
                }
                // A bare number before a title counts the rows of a sheet.
                let short = || {
                    let is_named = code.bytes().any(|it| it.is_ascii_alphabetic());
                    let found = is_named.then(|| self.names.numbered.find(code));
                    found.flatten().map(Some)
                };
                let of_code = by(&self.names.ids, code)
                    .or_else(|| by(&self.names.words, &code.to_lowercase()))
                    .or_else(short)?;
                let node = of_code.filter(|at| self.nodes[*at].indicator().is_some());
                node.map(Some)
            })
            .flatten()
    }

    /// The indicators with the lowest and the highest number, where most are numbered.
    #[must_use]
    pub fn numbered(&self) -> Option<(&Node, &Node)> {
        let (first, last) = self.names.numbered.ends()?;
        Some((&self.nodes[first], &self.nodes[last]))
    }

    /// Every word by which a row or a column of a wide table may call a node, each with the position
    /// of its node: ids, aliases and titles of groups and indicators, the questions of indicators,
    /// and the index. A number alone heads many a column that is no indicator.
    #[must_use]
    pub fn node_words(&self) -> Vec<(usize, &str)> {
        let mut words = vec![(0, INDEX), (0, INDEX_ID)];
        for (at, node) in self.nodes.iter().enumerate().skip(1) {
            words.push((at, &node.id));
            words.extend(node.aliases.iter().map(|it| (at, it.as_str())));
            words.extend(node.title.both().map(|it| (at, it)));
            let question = node.indicator().and_then(|it| it.question.as_ref());
            words.extend(question.iter().flat_map(|it| it.both()).map(|it| (at, it)));
        }
        // The first of two meanings of a word counts: these come last.
        words.extend(self.names.numbered.words());
        let index = self.terms.index.iter().flat_map(Text::both);
        words.extend(index.map(|it| (0, it)));
        words.retain(|(_, word)| !word.is_empty());
        words
    }

    /// The band of `value` (reporting unit), with the tolerance of ranks.
    #[must_use]
    pub fn band(&self, value: f64) -> Option<&Band> {
        Some(&self.bands[self.band_at(value)?])
    }

    /// The position of the band of `value` (reporting unit).
    #[must_use]
    pub fn band_at(&self, value: f64) -> Option<usize> {
        let holds = |band: &Band| value >= band.from - TOLERANCE;
        self.bands.iter().rposition(holds)
    }

    /// Lowest and highest number that can be told of `node` in the unit of `reporting`.
    #[must_use]
    pub fn ends(&self, node: usize, reporting: Reporting) -> (f64, f64) {
        match reporting.unit {
            ReportingUnit::Percent => (0.0, 100.0),
            ReportingUnit::Native => {
                let scale = self.shared_scale(node).unwrap_or(&self.scales[0]);
                (scale.min * reporting.factor, scale.max * reporting.factor)
            }
        }
    }

    /// The scale that all scored indicators below `node` share, if they share one.
    #[must_use]
    pub fn shared_scale(&self, node: usize) -> Option<&Scale> {
        self.shared_scales[node].map(|scale| &self.scales[scale])
    }
}

/// What nodes may be called; a name of two nodes means none of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    /// By id.
    ids: BTreeMap<String, Option<usize>>,
    /// By id, alias or title, in lower case.
    words: BTreeMap<String, Option<usize>>,
    /// The same without separators.
    folded: BTreeMap<String, Option<usize>>,
    /// By number.
    numbered: Numbered,
}

impl Names {
    pub(super) fn of(nodes: &[Node], terms: &Terms) -> Self {
        fn add(names: &mut BTreeMap<String, Option<usize>>, word: String, at: usize) {
            if word.is_empty() {
                return;
            }
            names
                .entry(word)
                .and_modify(|known| {
                    if *known != Some(at) {
                        *known = None;
                    }
                })
                .or_insert(Some(at));
        }
        let mut out = Self::default();
        add(&mut out.words, INDEX_ID.to_owned(), 0);
        add(&mut out.folded, INDEX_ID.to_owned(), 0);
        for (at, node) in nodes.iter().enumerate() {
            add(&mut out.ids, node.id.clone(), at);
            // The title of the whole is that of the framework: no row means the index by it.
            let titles: Vec<&str> = match at {
                0 => Vec::new(),
                _ => node.title.both().to_vec(),
            };
            let aliases = node.aliases.iter().map(String::as_str);
            for word in std::iter::once(node.id.as_str())
                .chain(aliases)
                .chain(titles)
            {
                add(&mut out.words, word.trim().to_lowercase(), at);
                add(&mut out.folded, folded(word), at);
            }
        }
        // What is printed over a published index is how people hand it back; a node of that name stays.
        for word in terms.index.iter().flat_map(Text::both) {
            out.words
                .entry(word.trim().to_lowercase())
                .or_insert(Some(0));
            out.folded.entry(folded(word)).or_insert(Some(0));
        }
        let called = nodes.iter().map(|node| {
            let aliases = node.aliases.iter().map(String::as_str);
            Called {
                words: std::iter::once(node.id.as_str()).chain(aliases).collect(),
                is_indicator: node.indicator().is_some(),
            }
        });
        out.numbered = Numbered::of(&called.collect::<Vec<_>>());
        out
    }
}

/// For each node the position of the scale that all scored indicators at or below it share; none
/// where the ends of scales differ or a number is among them. Scales with the same ends and other
/// names for their levels (SPBE: process and service) are one scale for that.
pub(super) fn shared_scales(nodes: &[Node], scales: &[Scale]) -> Vec<Option<usize>> {
    let same_ends = |one: usize, other: usize| {
        let (one, other) = (&scales[one], &scales[other]);
        (one.min - other.min).abs() < TOLERANCE && (one.max - other.max).abs() < TOLERANCE
    };
    /// What is known of the scales below a node.
    #[derive(Clone, Copy)]
    enum Below {
        Nothing,
        One(usize),
        Different,
    }
    let mut below = vec![Below::Nothing; nodes.len()];
    // Children stand behind their parents: from the back, every child is done before its parent.
    for (at, node) in nodes.iter().enumerate().rev() {
        if let Some(indicator) = node.indicator().filter(|it| it.is_scored()) {
            below[at] = if indicator.has_levels() {
                Below::One(indicator.scale)
            } else {
                Below::Different
            };
        }
        if let Some(parent) = node.parent() {
            below[parent] = match (below[parent], below[at]) {
                (known, Below::Nothing) => known,
                (Below::Nothing, known) => known,
                (Below::One(one), Below::One(other)) if same_ends(one, other) => {
                    Below::One(one.min(other))
                }
                _ => Below::Different,
            };
        }
    }
    below
        .into_iter()
        .map(|it| match it {
            Below::One(scale) => Some(scale),
            Below::Nothing | Below::Different => None,
        })
        .collect()
}
