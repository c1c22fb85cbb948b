//! From a framework as written to a framework that holds together.
//!
//! Every problem of a file is collected before anything is refused: a writer with five mistakes
//! gets five messages.

use std::collections::BTreeMap;
use std::ops::Range;

use sha2::{Digest, Sha256};
use toml::Spanned;

use crate::problem::{Checked, Place, Problem, finish, sort_by_place, suggest};
use crate::text::{Sentence, Text, say};

use super::method::{Aggregation, Method, Reporting, ReportingUnit};
use super::model::{
    Band, Body, Framework, INDEX, Indicator, Item, Level, Node, Normalisation, Recommend, Scale,
    Target, Valid,
};
use super::raw::{
    Kind, RawAggregation, RawBand, RawFramework, RawIndicator, RawReporting, RawScale, RawTarget,
    RawTexts,
};
use super::strict;

/// Loads a framework from the text of a TOML file called `name` in messages.
///
/// # Errors
/// Every problem of the file, each with line and column.
pub fn load(text: &str, name: &str) -> Checked<Framework> {
    let raw = strict::parse::<RawFramework>(text, name)?;
    let mut check = Checker {
        file: File { text, name },
        problems: Vec::new(),
    };
    let framework = check.framework(raw);
    sort_by_place(&mut check.problems);
    finish(framework, check.problems)
}

/// Every problem of a framework file, errors and warnings; empty when there is none.
#[must_use]
pub fn check(text: &str, name: &str) -> Vec<Problem> {
    match load(text, name) {
        Ok((_, warnings)) => warnings,
        Err(problems) => problems,
    }
}

/// What a study may replace in a framework: weights, aggregation, reporting, targets.
#[derive(Debug, Default)]
pub struct Overrides {
    /// Node → weight.
    pub weights: BTreeMap<String, Spanned<f64>>,
    /// Aggregation.
    pub aggregation: RawAggregation,
    /// Reporting.
    pub reporting: RawReporting,
    /// Further targets.
    pub targets: Vec<RawTarget>,
}

impl Overrides {
    /// The method and targets of `framework` with these replacements, written in the TOML `text`
    /// of the file `name`.
    ///
    /// # Errors
    /// Unknown nodes, negative weights, siblings whose weights are all zero, shares outside 0–1.
    pub fn apply(
        &self,
        framework: &Framework,
        text: &str,
        name: &str,
    ) -> Checked<(Method, Vec<Target>)> {
        let mut check = Checker {
            file: File { text, name },
            problems: Vec::new(),
        };
        let mut method = Method::of(framework);
        let mut changed: Vec<(usize, Range<usize>)> = Vec::new();
        for (node, weight) in &self.weights {
            match framework.find(node) {
                Some(at) if at > 0 => {
                    method.weights[at] = check.weight(Some(weight));
                    changed.push((at, weight.span()));
                }
                _ => check.unknown_node(node, &weight.span(), framework.nodes()),
            }
        }
        let mut told: Vec<Option<usize>> = Vec::new();
        for (at, span) in changed {
            let parent = framework.nodes()[at].parent;
            if told.contains(&parent) {
                continue;
            }
            told.push(parent);
            let siblings = framework.nodes()[at]
                .parent
                .map(|parent| framework.nodes()[parent].children.as_slice())
                .unwrap_or_default();
            if siblings.iter().all(|it| method.weights[*it] <= 0.0) {
                check.error(&span, say::weights_all_zero(siblings_name(framework, at)));
            }
        }
        let written = check.aggregation(&self.aggregation, framework.aggregation());
        method.informants = written.informants;
        method.groups = written.groups;
        method.missing = written.missing;
        method.min_coverage = written.min_coverage;
        method.rank_coverage = written.rank_coverage;
        method.floor = written.floor;
        method.reporting = check.reporting(&self.reporting, framework.reporting());
        let mut targets = framework.targets().to_vec();
        for target in check.targets(&self.targets, framework.nodes()) {
            targets.retain(|it| it.node != target.node || it.wave != target.wave);
            targets.push(target);
        }
        sort_by_place(&mut check.problems);
        finish((method, targets), check.problems)
    }
}

fn siblings_name(framework: &Framework, at: usize) -> &str {
    framework.nodes()[at]
        .parent
        .map_or(INDEX, |parent| framework.nodes()[parent].id())
}

#[derive(Clone, Copy)]
struct File<'a> {
    text: &'a str,
    name: &'a str,
}

struct Checker<'a> {
    file: File<'a>,
    problems: Vec<Problem>,
}

/// A group or indicator before it has its place in the tree.
struct Draft {
    id: Spanned<String>,
    parent: Option<Spanned<String>>,
    title: Text,
    aliases: Vec<Spanned<String>>,
    weight: f64,
    body: Body,
}

impl Checker<'_> {
    fn place(&self, span: &Range<usize>) -> Place {
        Place::in_text(self.file.name, self.file.text, span.start, span.end)
    }

    fn error(&mut self, span: &Range<usize>, sentence: Sentence) {
        let place = self.place(span);
        self.problems.push(Problem::error(sentence).at(place));
    }

    fn error_help(&mut self, span: &Range<usize>, sentence: Sentence, help: Sentence) {
        let place = self.place(span);
        self.problems
            .push(Problem::error(sentence).at(place).help(help));
    }

    fn warning(&mut self, span: &Range<usize>, sentence: Sentence) {
        let place = self.place(span);
        self.problems.push(Problem::warning(sentence).at(place));
    }

    fn framework(&mut self, raw: RawFramework) -> Framework {
        self.name(&raw.id);
        let mut scales = vec![self.default_scale(raw.scale.as_ref())];
        for (name, scale) in &raw.scales {
            let checked = self.scale(scale, Some(name.clone()));
            scales.push(checked);
        }
        let aggregation = self.aggregation(&raw.aggregation, Aggregation::default());
        let plain = Reporting {
            unit: ReportingUnit::Percent,
            decimals: 2,
        };
        let reporting = self.reporting(&raw.reporting, plain);
        let bands = self.bands(&raw.band);
        let flat = raw.group.is_empty();
        let mut drafts: Vec<Draft> = Vec::new();
        for group in raw.group {
            drafts.push(Draft {
                title: group.title.get_ref().text(),
                weight: self.weight(group.weight.as_ref()),
                id: group.id,
                parent: group.parent,
                aliases: group.aliases,
                body: Body::Group(group.groups),
            });
        }
        for indicator in raw.indicator {
            let body = Body::Indicator(Box::new(self.indicator(&indicator, &mut scales)));
            if indicator.group.is_none() && !flat {
                self.error(
                    &indicator.id.span(),
                    say::indicator_without_group(indicator.id.get_ref()),
                );
            }
            drafts.push(Draft {
                title: indicator.title.get_ref().text(),
                weight: self.weight(indicator.weight.as_ref()),
                id: indicator.id,
                parent: indicator.group,
                aliases: indicator.aliases,
                body,
            });
        }
        self.names_are_unique(&drafts);
        self.parents_exist(&drafts);
        let title = raw.title.get_ref().text();
        let nodes = self.tree(&title, drafts);
        let targets = self.targets(&raw.target, &nodes);
        if let Some(valid) = &raw.valid {
            let years = valid.get_ref();
            if years.to.is_some_and(|to| to < years.from) {
                self.error(&valid.span(), say::valid_ends_before_it_starts());
            }
        }
        Framework {
            id: raw.id.into_inner(),
            version: raw.version.into_inner(),
            title,
            sources: raw.sources.iter().map(super::RawText::text).collect(),
            judgement: raw.judgement.iter().map(super::RawText::text).collect(),
            level_names: raw.level_names.iter().map(super::RawText::text).collect(),
            official: raw.official,
            valid: raw.valid.map(|valid| Valid {
                from: valid.get_ref().from,
                to: valid.get_ref().to,
            }),
            repealed_by: raw.repealed_by,
            aggregation,
            reporting,
            bands,
            scales,
            nodes,
            targets,
            sha256: hex(&Sha256::digest(self.file.text.as_bytes())),
        }
    }

    fn name(&mut self, id: &Spanned<String>) {
        let text = id.get_ref();
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if text.is_empty() || !text.bytes().all(plain) {
            self.error(&id.span(), say::bad_id(text));
        }
    }

    fn names_are_unique(&mut self, drafts: &[Draft]) {
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

    fn parents_exist(&mut self, drafts: &[Draft]) {
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
    fn tree(&mut self, title: &Text, drafts: Vec<Draft>) -> Vec<Node> {
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
        for (at, draft) in drafts.iter().enumerate() {
            let mut above = parents[at];
            for _ in 0..drafts.len() {
                match above {
                    Some(it) if it == at => {
                        let span = draft.parent.as_ref().map_or(0..0, Spanned::span);
                        self.error(&span, say::circular_parent(draft.id.get_ref()));
                        break;
                    }
                    Some(it) => above = parents[it],
                    None => break,
                }
            }
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

    fn weight(&mut self, weight: Option<&Spanned<f64>>) -> f64 {
        let Some(weight) = weight else { return 1.0 };
        let value = *weight.get_ref();
        if !value.is_finite() || value < 0.0 {
            self.error(&weight.span(), say::bad_weight(value));
            return 1.0;
        }
        value
    }

    fn default_scale(&mut self, raw: Option<&Spanned<RawScale>>) -> Scale {
        match raw {
            Some(raw) => self.scale(raw, None),
            None => Scale {
                name: None,
                min: 0.0,
                max: 4.0,
                levels: Vec::new(),
            },
        }
    }

    fn scale(&mut self, raw: &Spanned<RawScale>, name: Option<String>) -> Scale {
        let scale = raw.get_ref();
        let values: Vec<f64> = scale.level.iter().map(|it| *it.value.get_ref()).collect();
        let lowest = values.iter().copied().reduce(f64::min).unwrap_or(0.0);
        let highest = values.iter().copied().reduce(f64::max).unwrap_or(4.0);
        let min = scale.min.unwrap_or(lowest);
        let max = scale.max.unwrap_or(highest);
        if !min.is_finite() || !max.is_finite() || min >= max {
            self.error(&raw.span(), say::bad_scale(min, max));
        }
        let mut levels: Vec<Level> = Vec::new();
        for level in &scale.level {
            let value = *level.value.get_ref();
            if !(value >= min && value <= max) {
                self.error(
                    &level.value.span(),
                    say::level_outside_scale(value, min, max),
                );
            }
            if levels.iter().any(|it| (it.value - value).abs() < 1e-9) {
                self.error(&level.value.span(), say::duplicate_level(value));
            }
            levels.push(Level {
                value,
                label: level.label.text(),
            });
        }
        levels.sort_by(|a, b| a.value.total_cmp(&b.value));
        Scale {
            name,
            min,
            max,
            levels,
        }
    }

    fn share(&mut self, raw: Option<&Spanned<f64>>, name: &str, default: f64, below: f64) -> f64 {
        let Some(raw) = raw else { return default };
        let value = *raw.get_ref();
        if !(0.0..=below).contains(&value) {
            self.error(&raw.span(), say::share_outside(name, value, below));
            return default;
        }
        value
    }

    fn aggregation(&mut self, raw: &RawAggregation, default: Aggregation) -> Aggregation {
        Aggregation {
            informants: raw.informants.unwrap_or(default.informants),
            groups: raw.groups.unwrap_or(default.groups),
            missing: raw.missing.unwrap_or(default.missing),
            min_coverage: self.share(
                raw.min_coverage.as_ref(),
                "min_coverage",
                default.min_coverage,
                1.0,
            ),
            rank_coverage: self.share(
                raw.rank_coverage.as_ref(),
                "rank_coverage",
                default.rank_coverage,
                1.0,
            ),
            floor: self.share(raw.floor.as_ref(), "floor", default.floor, 0.5),
        }
    }

    fn reporting(&mut self, raw: &RawReporting, default: Reporting) -> Reporting {
        let decimals = match &raw.decimals {
            Some(decimals) if *decimals.get_ref() > 6 => {
                let sentence = say::too_many_decimals(decimals.get_ref());
                self.error(&decimals.span(), sentence);
                default.decimals
            }
            Some(decimals) => usize::from(*decimals.get_ref()),
            None => default.decimals,
        };
        Reporting {
            unit: raw.unit.unwrap_or(default.unit),
            decimals,
        }
    }

    fn bands(&mut self, raw: &[RawBand]) -> Vec<Band> {
        let mut bands: Vec<Band> = Vec::new();
        for band in raw {
            let from = *band.from.get_ref();
            let id = band.id.get_ref();
            if !from.is_finite() {
                self.error(&band.from.span(), say::number_not_finite(from));
            }
            if bands.iter().any(|it| it.id == *id) {
                self.error(&band.id.span(), say::duplicate_band(id));
            }
            if let Some(other) = bands.iter().find(|it| (it.from - from).abs() < 1e-9) {
                let sentence = say::overlapping_bands(id, &other.id, from);
                self.error(&band.from.span(), sentence);
            }
            bands.push(Band {
                id: id.clone(),
                from,
                label: band.label.text(),
            });
        }
        bands.sort_by(|a, b| a.from.total_cmp(&b.from));
        bands
    }

    fn targets(&mut self, raw: &[RawTarget], nodes: &[Node]) -> Vec<Target> {
        let mut targets = Vec::new();
        for target in raw {
            let name = target.node.get_ref();
            if !target.value.get_ref().is_finite() {
                let sentence = say::number_not_finite(target.value.get_ref());
                self.error(&target.value.span(), sentence);
            }
            match nodes.iter().position(|node| node.id == *name) {
                Some(node) => targets.push(Target {
                    node,
                    value: *target.value.get_ref(),
                    op: target.op,
                    wave: target.wave.as_ref().map(|wave| wave.0.clone()),
                }),
                None => self.unknown_node(name, &target.node.span(), nodes),
            }
        }
        targets
    }

    fn unknown_node(&mut self, name: &str, span: &Range<usize>, nodes: &[Node]) {
        let near = suggest(name, nodes.iter().map(Node::id));
        let problem = Problem::error(say::unknown_node(name))
            .at(self.place(span))
            .maybe_help(near.map(say::did_you_mean));
        self.problems.push(problem);
    }

    fn texts(&mut self, raw: Option<&Spanned<RawTexts>>) -> Vec<Text> {
        let Some(raw) = raw else { return Vec::new() };
        match raw.get_ref().texts() {
            Ok(texts) => texts,
            Err((id, en)) => {
                self.error(&raw.span(), say::languages_differ(id, en));
                Vec::new()
            }
        }
    }

    fn indicator(&mut self, raw: &RawIndicator, scales: &mut Vec<Scale>) -> Indicator {
        let kind = raw.kind.unwrap_or(Kind::Level);
        let scale = self.scale_of(raw, kind, scales);
        let the_scale = scales[scale].clone();
        let level_text = self.texts(raw.level_text.as_ref());
        if let Some(span) = raw.level_text.as_ref().map(Spanned::span) {
            let steps = steps(&the_scale);
            if !level_text.is_empty() && steps != Some(level_text.len()) {
                let wanted = steps.map_or_else(|| "?".to_owned(), |steps| steps.to_string());
                self.error(&span, say::level_text_count(level_text.len(), wanted));
            }
        }
        if kind == Kind::Ladder && the_scale.levels.len() < 2 {
            self.error(&raw.id.span(), say::ladder_without_stages(raw.id.get_ref()));
        }
        let normalise = self.normalisation(raw, kind);
        let has_levels = matches!(
            kind,
            Kind::Level | Kind::Likert | Kind::Ladder | Kind::Check
        );
        let mut items = Vec::new();
        for item in &raw.item {
            self.on_scale(&item.level, &the_scale, has_levels);
            if items
                .iter()
                .any(|it: &Item| it.code == *item.code.get_ref())
            {
                let sentence = say::duplicate_item(item.code.get_ref(), raw.id.get_ref());
                self.error(&item.code.span(), sentence);
            }
            items.push(Item {
                code: item.code.get_ref().clone(),
                level: *item.level.get_ref(),
                text: item.text.text(),
            });
        }
        let mut recommend = Vec::new();
        for advice in &raw.recommend {
            self.on_scale(&advice.below, &the_scale, has_levels);
            recommend.push(Recommend {
                below: *advice.below.get_ref(),
                text: advice.text.text(),
                source: advice.source.as_ref().map(super::RawText::text),
            });
        }
        Indicator {
            kind,
            scale,
            direction: raw.direction.unwrap_or(super::Orientation::Higher),
            allow_na: raw.allow_na,
            external: raw.external,
            question: raw.question.as_ref().map(super::RawText::text),
            level_text,
            evidence: self.texts(raw.evidence.as_ref()),
            unit: raw.unit.as_ref().map(super::RawText::text),
            normalise,
            classes: raw.classes.iter().map(super::RawText::text).collect(),
            items,
            recommend,
        }
    }

    fn scale_of(&mut self, raw: &RawIndicator, kind: Kind, scales: &mut Vec<Scale>) -> usize {
        let Some(name) = &raw.scale else {
            return if kind == Kind::Check {
                check_scale(scales)
            } else {
                0
            };
        };
        let wanted = name.get_ref().as_str();
        if let Some(at) = scales.iter().position(|it| it.name() == Some(wanted)) {
            return at;
        }
        let place = self.place(&name.span());
        let near = suggest(wanted, scales.iter().filter_map(Scale::name));
        let problem = Problem::error(say::unknown_scale(wanted))
            .at(place)
            .maybe_help(near.map(say::did_you_mean));
        self.problems.push(problem);
        0
    }

    fn normalisation(&mut self, raw: &RawIndicator, kind: Kind) -> Option<Normalisation> {
        if kind != Kind::Number {
            let span = raw
                .goalposts
                .as_ref()
                .map(Spanned::span)
                .or_else(|| raw.normalise.as_ref().map(Spanned::span));
            if let Some(span) = span {
                self.error(&span, say::only_for_numbers(raw.id.get_ref()));
            }
            return None;
        }
        match (&raw.goalposts, &raw.normalise) {
            (Some(posts), other) => {
                let [low, high] = *posts.get_ref();
                if !(low.is_finite() && high.is_finite() && low < high) {
                    self.error(&posts.span(), say::bad_goalposts(low, high));
                }
                if let Some(other) = other {
                    self.error(&other.span(), say::two_normalisations(raw.id.get_ref()));
                }
                Some(Normalisation::Goalposts { low, high })
            }
            (None, Some(way)) => Some(Normalisation::Relative(*way.get_ref())),
            (None, None) => {
                if raw.unit.is_none() {
                    self.warning(&raw.id.span(), say::number_without_unit(raw.id.get_ref()));
                }
                None
            }
        }
    }

    fn on_scale(&mut self, value: &Spanned<f64>, scale: &Scale, has_levels: bool) {
        let number = *value.get_ref();
        if !number.is_finite() {
            self.error(&value.span(), say::number_not_finite(number));
        } else if has_levels && !scale.contains(number) {
            let sentence = say::level_outside_scale(number, scale.min(), scale.max());
            let named = match scale.name() {
                Some(name) => say::scale_called(name),
                None => say::scale_of_framework(),
            };
            self.error_help(&value.span(), sentence, named);
        }
    }
}

/// The built-in scale of check lists: absent, partly, present.
fn check_scale(scales: &mut Vec<Scale>) -> usize {
    let name = "check";
    if let Some(at) = scales.iter().position(|it| it.name() == Some(name)) {
        return at;
    }
    let level = |value, id: &str, en: &str| Level {
        value,
        label: Text::new(id, en),
    };
    scales.push(Scale {
        name: Some(name.to_owned()),
        min: 0.0,
        max: 1.0,
        levels: vec![
            level(0.0, "tidak", "absent"),
            level(0.5, "sebagian", "partly"),
            level(1.0, "ada", "present"),
        ],
    });
    scales.len() - 1
}

/// How many levels a scale has: its named ones, else the whole numbers from end to end.
fn steps(scale: &Scale) -> Option<usize> {
    if !scale.levels.is_empty() {
        return Some(scale.levels.len());
    }
    let span = scale.max - scale.min;
    ((span - span.round()).abs() < 1e-9 && span < 1000.0).then(|| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number between 0 and 1000"
        )]
        let whole = span.round() as usize;
        whole + 1
    })
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

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
