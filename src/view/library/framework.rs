//! One framework in full: its tree with weights, rubric, bands and sources.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::framework::{
    Answers, Framework, Indicator, Node, Normalisation, ReportingUnit, Standing,
};
use crate::text::{Lang, label, list, short_number};
use crate::view::dataset::{Columns, Dataset, Row, Rows};
use crate::view::envelope::{Body, Envelope};
use crate::view::report::{Detail, Record, Report};
use crate::view::{Block, Cell, Column, Document, Table, Tone, words};

use super::parts::{TitleRecord, level_names, texts, title_record};
use super::rubric;

fn status(framework: &Framework, lang: Lang) -> &'static str {
    match framework.standing() {
        Standing::Regulation => label::official(lang),
        Standing::Copy => label::official_copy(lang),
        Standing::Own => label::not_official(lang),
    }
}

/// One framework: tree with weights, scales, bands; in full also rubric and sources.
fn document(framework: &Framework, (lang, detail): (Lang, Detail)) -> Document {
    let mut blocks = Vec::new();
    blocks.extend(notice(framework, lang));
    blocks.extend(words::validity(framework, lang).map(Block::Paragraph));
    let all: Vec<usize> = (1..framework.nodes().len()).collect();
    blocks.push(Block::Table(tree(framework, &all, lang)));
    scale(framework, lang, &mut blocks);
    if detail.is_full() {
        rubric::all(framework, &all, lang, &mut blocks);
    }
    if !framework.bands().is_empty() {
        let unit = match framework.reporting().unit {
            ReportingUnit::Percent => "%",
            ReportingUnit::Native => "",
        };
        let heading = match framework.terms().band {
            Some(_) => words::band_heading(lang, framework),
            None => label::bands(lang),
        };
        blocks.push(Block::heading(heading.to_owned()));
        blocks.push(Block::List(
            framework
                .bands()
                .iter()
                .map(|band| {
                    let from = format!("{}{unit}", short_number(band.from, 2, lang));
                    label::band_from(lang, &band.label, from)
                })
                .collect(),
        ));
        blocks.extend(minimums(framework, lang));
    }
    texts(
        label::judgement(lang),
        framework.judgement(),
        lang,
        &mut blocks,
    );
    texts(label::sources(lang), framework.sources(), lang, &mut blocks);
    if !detail.is_full() {
        let more = label::framework_show_more(&words::wording(lang, framework));
        blocks.push(Block::Paragraph(more));
    }
    Document {
        lang,
        title: framework.title().get(lang).to_owned(),
        subtitle: format!(
            "{} · {}",
            label::framework_line(lang, framework.id(), framework.version()),
            status(framework, lang)
        ),
        blocks,
    }
}

/// One indicator, or a group with all below it, with all that the framework says of it.
fn part_document(framework: &Framework, at: usize, lang: Lang) -> Document {
    let nodes = framework.nodes();
    let node = &nodes[at];
    let below = framework.below(at);
    let mut blocks = Vec::new();
    match node.indicator() {
        Some(indicator) => rubric::one(framework, indicator, lang, &mut blocks),
        None => {
            blocks.push(Block::Table(tree(framework, &below, lang)));
            rubric::all(framework, &below, lang, &mut blocks);
        }
    }
    blocks.extend(notice(framework, lang));
    let what = match node.indicator() {
        Some(indicator) => kind(framework, indicator, lang),
        None => label::group(lang).to_lowercase(),
    };
    let mut about = vec![
        label::framework_line(lang, framework.id(), framework.version()),
        status(framework, lang).to_owned(),
        what,
    ];
    about.extend(shares(framework)[at].map(|share| {
        let share = format!("{}%", short_number(100.0 * share, 2, lang));
        label::share_of_whole(&words::wording(lang, framework), share)
    }));
    Document {
        lang,
        title: format!("{} ({})", words::leaf_title(lang, node), node.id()),
        subtitle: about.join(" · "),
        blocks,
    }
}

/// What somebody must know before using the framework.
fn notice(framework: &Framework, lang: Lang) -> Option<Block> {
    let notice = framework.notice()?;
    Some(Block::Paragraph(notice.get(lang).to_owned()))
}

/// What must be reached before a better band holds than one.
fn minimums(framework: &Framework, lang: Lang) -> Option<Block> {
    let mut by_band: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for minimum in framework.minimums() {
        let node = words::title(lang, framework, minimum.node);
        let value = short_number(minimum.value, 4, lang);
        let nodes = by_band.entry(minimum.band).or_default();
        nodes.push(format!("{node} {value}"));
    }
    let lines = by_band.into_iter().map(|(band, nodes)| {
        label::minimum_rule(
            &words::wording(lang, framework),
            list(nodes),
            words::held_at(lang, framework, band),
        )
    });
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then_some(Block::List(lines))
}

fn tree(framework: &Framework, shown: &[usize], lang: Lang) -> Table {
    let shares = shares(framework);
    Table {
        columns: vec![
            Column::text("title", label::title(lang)),
            Column::text("id", label::id(lang)),
            Column::text("kind", label::kind(lang)).optional(),
            Column::number("weight", label::weight(lang)),
        ],
        rows: framework
            .nodes()
            .iter()
            .enumerate()
            .filter(|(at, _)| shown.contains(at))
            .map(|(at, node)| {
                let tone = match node.indicator() {
                    Some(_) => Tone::Plain,
                    None => Tone::Strong,
                };
                let kind = match node.indicator() {
                    Some(indicator) => kind(framework, indicator, lang),
                    None => label::group(lang).to_lowercase(),
                };
                vec![
                    Cell::text(node.title().get(lang))
                        .tone(tone)
                        .indent(node.depth().saturating_sub(1)),
                    Cell::text(node.id()),
                    Cell::text(kind),
                    Cell::text(shares[at].map_or_else(String::new, |it| {
                        format!("{}%", short_number(100.0 * it, 2, lang))
                    })),
                ]
            })
            .collect(),
    }
}

/// The share of each node in the whole, going by the weights along its path; `None` where nothing
/// at or below it is scored.
pub(in crate::view) fn shares(framework: &Framework) -> Vec<Option<f64>> {
    let nodes = framework.nodes();
    let mut counts = vec![false; nodes.len()];
    // Children stand behind their parent.
    for at in (0..nodes.len()).rev() {
        counts[at] = match nodes[at].indicator() {
            Some(indicator) => indicator.is_scored(),
            None => nodes[at].children().iter().any(|it| counts[*it]),
        };
    }
    let mut shares = vec![Some(1.0); nodes.len()];
    for at in 1..nodes.len() {
        let parent = nodes[at].parent().unwrap_or(0);
        let siblings = nodes[parent].children().iter().filter(|it| counts[**it]);
        let total: f64 = siblings.map(|it| nodes[*it].weight()).sum();
        shares[at] = shares[parent]
            .filter(|_| counts[at])
            .map(|share| share * nodes[at].weight() / total);
    }
    shares
}

fn kind(framework: &Framework, indicator: &Indicator, lang: Lang) -> String {
    let word = words::kind_of_indicator(lang, indicator.kind);
    let number = |value: f64| short_number(value, 4, lang);
    match indicator.kind.answers() {
        Answers::Numbers => {
            let unit = indicator.unit.as_ref().map_or("", |unit| unit.get(lang));
            let mut words = match indicator.normalise {
                Some(Normalisation::Goalposts { low, high }) => {
                    format!("{word} {unit} {}–{}", number(low), number(high))
                }
                Some(Normalisation::Relative(_)) | None => {
                    format!("{word} {unit}").trim_end().to_owned()
                }
            };
            if let Some(transform) = indicator.transform {
                words.push(' ');
                words.push_str(transform.id());
            }
            words
        }
        Answers::Directions | Answers::Things => word.to_owned(),
        Answers::Levels(_) => {
            let scale = &framework.scales()[indicator.scale];
            let word = match indicator.kind.says_level() && framework.terms().level.is_some() {
                true => words::level_heading(lang, framework).to_lowercase(),
                false => word.to_owned(),
            };
            format!("{word} {}–{}", number(scale.min()), number(scale.max()))
        }
    }
}

fn scale(framework: &Framework, lang: Lang, blocks: &mut Vec<Block>) {
    for scale in framework.scales() {
        if scale.levels().is_empty() {
            continue;
        }
        let heading = match scale.name() {
            Some(name) => format!("{}: {name}", label::scale(lang)),
            None => label::scale(lang).to_owned(),
        };
        blocks.push(Block::heading(heading));
        blocks.push(level_names(scale, lang));
    }
}

/// One node of a framework.
pub(super) struct NodeRow<'a> {
    framework: &'a Framework,
    node: &'a Node,
    share: Option<f64>,
}

pub(super) fn node_rows(framework: &Framework) -> Vec<NodeRow<'_>> {
    let nodes = framework.nodes().iter().zip(shares(framework));
    nodes
        .map(|(node, share)| NodeRow {
            framework,
            node,
            share,
        })
        .collect()
}

impl Row for NodeRow<'_> {
    const NAME: &'static str = "FrameworkNode";
    const ABOUT: &'static str = "A node of a framework: the index, a group or an indicator.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text("id", "its id", |it| Some(it.node.id())).always();
        to.text("kind", "index, group or indicator", |it| {
            Some(words::node_kind(it.node))
        });
        to.text("parent", "id of the node above it", |it| {
            let parent = it.node.parent()?;
            Some(it.framework.nodes()[parent].id())
        });
        to.record::<TitleRecord>("title", "its title", |it| {
            Box::new(title_record(it.node.title()))
        });
        to.text("title_id", "its title in Indonesian", |it| {
            Some(it.node.title().get(Lang::Id))
        })
        .only_csv();
        to.text("title_en", "its title in English", |it| {
            Some(it.node.title().get(Lang::En))
        })
        .only_csv();
        to.record::<Vec<String>>("aliases", "further names", |it| Box::new(it.node.aliases()));
        to.number("weight", "relative to its siblings", |it| {
            Some(it.node.weight())
        });
        to.number(
            "share",
            "0–1 of the whole; null where nothing at or below it is scored",
            |it| it.share,
        );
    }
}

/// One framework in full.
pub struct OneFramework {
    /// The framework.
    pub framework: Framework,
    /// Position of the one node that is asked for; `None`: all of it.
    pub part: Option<usize>,
    /// Language of the reader.
    pub lang: Lang,
}

impl OneFramework {
    fn rows(&self) -> Vec<NodeRow<'_>> {
        let shown = self.framework.below(self.part.unwrap_or(0));
        let rows = node_rows(&self.framework).into_iter().enumerate();
        let rows = rows.filter(|(at, _)| shown.contains(at));
        rows.map(|(_, row)| row).collect()
    }
}

impl Report for OneFramework {
    fn name(&self) -> &str {
        self.framework.id()
    }

    fn document(&self, detail: Detail) -> Document {
        match self.part {
            Some(at) => part_document(&self.framework, at, self.lang),
            None => document(&self.framework, (self.lang, detail)),
        }
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![Dataset::new("nodes", self.rows())]
    }

    fn record(&self) -> Record<'_> {
        let body = OneFrameworkRecord {
            title: title_record(self.framework.title()),
            nodes: Rows(self.rows()),
        };
        Box::new(Envelope::new(body).of(&self.framework))
    }
}

/// One framework.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
pub struct OneFrameworkRecord<'a> {
    /// Its title.
    title: TitleRecord<'a>,
    nodes: Rows<NodeRow<'a>>,
}

impl Body for OneFrameworkRecord<'_> {
    const COMMAND: &'static str = "framework show";
}
