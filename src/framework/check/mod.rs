//! From a framework as written to a framework that holds together.
//!
//! Every problem of a file is collected before anything is refused: a writer with five mistakes
//! gets five messages.

use std::collections::BTreeMap;
use std::ops::Range;

use sha2::{Digest, Sha256};
use toml::Spanned;

use crate::problem::{Checked, Place, Problem, finish, sort_by_place, suggest};
use crate::stats::TOLERANCE;
use crate::text::{Sentence, Text, say};

mod leaf;
mod overrides;
mod tree;

pub use overrides::Overrides;

use tree::Draft;

use super::choices::{Aggregation, Graded, Normalise, Reporting, ReportingUnit};
use super::indicator::{Indicator, Normalisation};
use super::model::{
    Band, Body, Framework, INDEX, Minimum, Names, Node, Target, Terms, Valid, shared_scales,
};
use super::raw::{
    RawAggregation, RawBand, RawFramework, RawMinimum, RawReporting, RawTarget, RawTerms,
};
use super::raw_text::{RawText, RawTexts};
use super::scale::Scale;
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

/// What is wrong with a text as an id, if anything is.
#[must_use]
pub fn bad_id(id: &str) -> Option<Problem> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let fine = !id.is_empty() && id.bytes().all(plain);
    (!fine).then(|| Problem::error(say::bad_id(id)))
}

/// Sums and products of numbers up to this stay far from overflow.
const LARGEST: f64 = 1e15;

#[derive(Clone, Copy)]
struct File<'a> {
    text: &'a str,
    name: &'a str,
}

struct Checker<'a> {
    file: File<'a>,
    problems: Vec<Problem>,
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
        let aggregation = self.aggregation(
            &raw.aggregation,
            Aggregation {
                reported: raw.standing.precedence(),
                ..Aggregation::default()
            },
        );
        let plain = Reporting {
            unit: ReportingUnit::Percent,
            decimals: 2,
            factor: 1.0,
            graded: Graded::All,
            rounded_shares: None,
        };
        let reporting = self.reporting(&raw.reporting, plain);
        let bands = self.bands(&raw.band, reporting.unit);
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
        self.others_exist(&raw.indicator);
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
        self.titles_are_unique(&nodes);
        self.native_has_a_scale(&raw.reporting, reporting, &nodes, &scales);
        let written: Vec<&RawTarget> = raw.target.iter().collect();
        let scored = Scored {
            nodes: &nodes,
            scales: &scales,
            reporting,
        };
        let targets = self.targets(&written, &scored);
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
            notice: raw.notice.as_ref().map(RawText::text),
            sources: raw.sources.iter().map(RawText::text).collect(),
            judgement: raw.judgement.iter().map(RawText::text).collect(),
            level_names: raw.level_names.iter().map(RawText::text).collect(),
            terms: terms(&raw.terms),
            standing: raw.standing,
            valid: raw.valid.map(|valid| Valid {
                from: valid.get_ref().from,
                to: valid.get_ref().to,
            }),
            repealed_by: raw.repealed_by,
            aggregation,
            reporting,
            minimums: self.minimums(&raw.minimum, &nodes, &scales, &bands),
            bands,
            names: Names::of(&nodes, &terms(&raw.terms)),
            shared_scales: shared_scales(&nodes, &scales),
            scales,
            nodes,
            targets,
            sha256: hex(&Sha256::digest(self.file.text.as_bytes())),
        }
    }

    fn name(&mut self, id: &Spanned<String>) {
        if let Some(problem) = bad_id(id.get_ref()) {
            let place = self.place(&id.span());
            self.problems.push(problem.at(place));
        }
    }

    fn weight(&mut self, weight: Option<&Spanned<f64>>) -> f64 {
        let Some(weight) = weight else { return 1.0 };
        let value = *weight.get_ref();
        if !value.is_finite() || value < 0.0 {
            self.error(&weight.span(), say::bad_weight(value));
            return 1.0;
        }
        if value > 1e9 || (value > 0.0 && value < 1e-9) {
            let shown = format!("{value:e}");
            self.error(&weight.span(), say::number_too_large(shown));
            return 1.0;
        }
        value
    }

    /// Refuses numbers beyond what can be reckoned with; tells whether it did.
    fn too_large(&mut self, span: &Range<usize>, values: &[f64]) -> bool {
        let bad = values
            .iter()
            .find(|it| it.is_finite() && it.abs() > LARGEST);
        if let Some(bad) = bad {
            self.error(span, say::number_too_large(format!("{bad:e}")));
        }
        bad.is_some()
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
            reported: raw.reported.unwrap_or(default.reported),
            whole_levels: raw.whole_levels.unwrap_or(default.whole_levels),
            evidence: raw.evidence.unwrap_or(default.evidence),
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
        let unit = raw.unit.as_ref().map_or(default.unit, |it| *it.get_ref());
        // A study that tells results in percent has no use for the factor of native ones.
        let mut factor = match unit {
            ReportingUnit::Percent => 1.0,
            ReportingUnit::Native => default.factor,
        };
        if let Some(raw) = &raw.factor {
            let value = *raw.get_ref();
            let too_large = self.too_large(&raw.span(), &[value]);
            if unit == ReportingUnit::Percent {
                self.error(&raw.span(), say::factor_of_percent());
            } else if value.is_finite() && value >= 1e-6 {
                factor = value;
            } else if !too_large {
                self.error(
                    &raw.span(),
                    say::bad_factor(match value.abs() > 0.0 {
                        true => format!("{value:e}"),
                        false => "0".to_owned(),
                    }),
                );
            }
        }
        Reporting {
            unit,
            decimals,
            factor,
            graded: raw.graded.unwrap_or(default.graded),
            rounded_shares: raw
                .rounded_shares
                .map_or(default.rounded_shares, |it| Some(usize::from(it).min(6))),
        }
    }

    fn bands(&mut self, raw: &[RawBand], unit: ReportingUnit) -> Vec<Band> {
        let mut bands: Vec<Band> = Vec::new();
        for band in raw {
            let from = *band.from.get_ref();
            let id = band.id.get_ref();
            if !from.is_finite() {
                self.error(&band.from.span(), say::number_not_finite(from));
            }
            self.too_large(&band.from.span(), &[from]);
            if unit == ReportingUnit::Percent && from > 100.0 {
                self.error(&band.from.span(), say::band_out_of_reach(id, from));
            }
            if bands.iter().any(|it| it.id == *id) {
                self.error(&band.id.span(), say::duplicate_band(id));
            }
            if let Some(other) = bands.iter().find(|it| (it.from - from).abs() < TOLERANCE) {
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

    fn minimums(
        &mut self,
        raw: &[RawMinimum],
        nodes: &[Node],
        scales: &[Scale],
        bands: &[Band],
    ) -> Vec<Minimum> {
        let mut minimums = Vec::new();
        for minimum in raw {
            let value = *minimum.value.get_ref();
            let span = minimum.value.span();
            if !value.is_finite() {
                self.error(&span, say::number_not_finite(value));
            }
            self.too_large(&span, &[value]);
            if minimum.node.get_ref() == INDEX {
                self.error(&minimum.node.span(), say::minimum_of_index());
                continue;
            }
            let node = self.node_below_index(&minimum.node, nodes);
            let reachable = node.and_then(|it| reach(&nodes[it], scales));
            if let Some((_, most)) = reachable
                && value.is_finite()
                && value > most + TOLERANCE
            {
                self.error(
                    &span,
                    say::minimum_out_of_reach(minimum.node.get_ref(), value, most),
                );
            }
            let wanted = minimum.band.get_ref();
            let band = bands.iter().position(|it| it.id == *wanted);
            if band.is_none() {
                let near = suggest(wanted, bands.iter().map(|it| it.id.as_str()));
                let problem = Problem::error(say::unknown_band(wanted))
                    .at(self.place(&minimum.band.span()))
                    .maybe_help(near.map(say::did_you_mean));
                self.problems.push(problem);
            }
            if band.is_some() && band == bands.len().checked_sub(1) {
                self.error(&minimum.band.span(), say::minimum_holds_nothing(wanted));
            }
            if let (Some(node), Some(band)) = (node, band) {
                minimums.push(Minimum { node, value, band });
            }
        }
        minimums
    }

    /// The position of a group or indicator called by its id.
    fn node_below_index(&mut self, name: &Spanned<String>, nodes: &[Node]) -> Option<usize> {
        let id = name.get_ref();
        let found = nodes.iter().skip(1).position(|node| node.id == *id);
        if found.is_none() {
            self.unknown_node(id, &name.span(), nodes);
        }
        found.map(|at| at + 1)
    }

    fn targets(&mut self, raw: &[&RawTarget], scored: &Scored) -> Vec<Target> {
        let nodes = scored.nodes;
        let mut targets = Vec::new();
        for target in raw {
            let name = target.node.get_ref();
            self.too_large(&target.value.span(), &[*target.value.get_ref()]);
            if !target.value.get_ref().is_finite() {
                let sentence = say::number_not_finite(target.value.get_ref());
                self.error(&target.value.span(), sentence);
            }
            match nodes.iter().position(|node| node.id == *name) {
                Some(node) => {
                    let value = *target.value.get_ref();
                    if let Some((min, max)) = scored.ends(node)
                        && !(min - TOLERANCE..=max + TOLERANCE).contains(&value)
                    {
                        let sentence = say::target_out_of_reach(name, value, min, max);
                        self.error(&target.value.span(), sentence);
                    }
                    targets.push(Target {
                        node,
                        value,
                        op: target.op,
                        wave: target.wave.as_ref().map(|wave| wave.0.clone()),
                    });
                }
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

    /// Warns of titles that mean two nodes: rows cannot name either by it.
    fn titles_are_unique(&mut self, nodes: &[Node]) {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (at, node) in nodes.iter().enumerate().skip(1) {
            for title in node.title().both() {
                let first = *seen.entry(title.to_lowercase()).or_insert(at);
                if first != at {
                    let sentence = say::title_of_two(title, nodes[first].id(), node.id());
                    let known = self.problems.iter().any(|it| it.message == sentence.text);
                    if !known {
                        self.problems.push(Problem::warning(sentence));
                    }
                }
            }
        }
    }

    fn native_has_a_scale(
        &mut self,
        raw: &RawReporting,
        reporting: Reporting,
        nodes: &[Node],
        scales: &[Scale],
    ) {
        let scored = nodes
            .iter()
            .filter_map(Node::indicator)
            .any(|it| it.is_scored());
        if reporting.unit == ReportingUnit::Native
            && scored
            && shared_scales(nodes, scales)[0].is_none()
        {
            let span = raw.unit.as_ref().map_or(0..0, Spanned::span);
            self.error(&span, say::native_needs_one_scale());
        }
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
}

/// What is needed to know which results a node can have.
struct Scored<'a> {
    nodes: &'a [Node],
    scales: &'a [Scale],
    reporting: Reporting,
}

impl Scored<'_> {
    /// Lowest and highest result of a node in the reporting unit; none where a z-score or a number
    /// that is only shown has no ends.
    fn ends(&self, node: usize) -> Option<(f64, f64)> {
        let unbounded =
            |it: &Indicator| it.normalise == Some(Normalisation::Relative(Normalise::ZScore));
        if self.nodes.iter().filter_map(Node::indicator).any(unbounded) {
            return None;
        }
        if self.nodes[node]
            .indicator()
            .is_some_and(|it| !it.is_scored())
        {
            return None;
        }
        match self.reporting.unit {
            ReportingUnit::Percent => Some((0.0, 100.0)),
            ReportingUnit::Native => {
                let scale = shared_scales(self.nodes, self.scales)[node]?;
                let scale = &self.scales[scale];
                let factor = self.reporting.factor;
                Some((scale.min() * factor, scale.max() * factor))
            }
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn terms(raw: &RawTerms) -> Terms {
    // No `..`: a term that is not taken up does not build.
    let RawTerms {
        index,
        band,
        level,
        item,
        region,
    } = raw;
    let text = |it: &Option<RawText>| it.as_ref().map(RawText::text);
    Terms {
        index: text(index),
        band: text(band),
        level: text(level),
        item: text(item),
        region: text(region),
    }
}

/// Lowest and highest number of an indicator that has ends.
fn reach(node: &Node, scales: &[Scale]) -> Option<(f64, f64)> {
    let indicator = node.indicator()?;
    match indicator.normalise {
        Some(Normalisation::Goalposts { low, high }) => Some((low.min(high), low.max(high))),
        Some(Normalisation::Relative(_)) => None,
        None if !indicator.has_levels() => None,
        None => {
            let scale = &scales[indicator.scale];
            Some((scale.min(), scale.max()))
        }
    }
}
