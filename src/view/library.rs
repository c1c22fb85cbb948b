//! Frameworks as people read them: the list, and one framework in full.

use serde::Serialize;

use crate::framework::{Crosswalk, Framework, Indicator, Normalisation, Relation, ReportingUnit};
use crate::text::{Lang, label, list, short_number};

use super::{Block, Cell, Column, Document, Table, Tone, words};

/// One row for each framework.
#[must_use]
pub fn table(frameworks: &[Framework], lang: Lang) -> Table {
    Table {
        columns: vec![
            Column::text("id", label::id(lang)),
            Column::text("title", label::title(lang)),
            Column::text("contents", label::contents(lang)).optional(),
            Column::number("indicators", label::indicators(lang)),
        ],
        rows: frameworks
            .iter()
            .map(|framework| {
                vec![
                    Cell::text(framework.id()).tone(Tone::Strong),
                    Cell::text(framework.title().get(lang)),
                    Cell::text(list(top(framework, lang))),
                    Cell::count(framework.indicators().count()),
                ]
            })
            .collect(),
    }
}

fn top(framework: &Framework, lang: Lang) -> Vec<&str> {
    framework.nodes()[0]
        .children()
        .iter()
        .map(|at| words::title(lang, framework, *at))
        .collect()
}

fn status(framework: &Framework, lang: Lang) -> &'static str {
    if framework.official() {
        label::official(lang)
    } else {
        label::not_official(lang)
    }
}

/// One row for each crosswalk: what it joins, and how many lines have which relation.
#[must_use]
pub fn crosswalk_table(crosswalks: &[Crosswalk], lang: Lang) -> Table {
    Table {
        columns: vec![
            Column::text("id", label::id(lang)),
            Column::text("from", label::crosswalk_from(lang)),
            Column::text("to", label::crosswalk_to(lang)),
            Column::number("equal", label::relation_equal(lang)),
            Column::number("part", label::relation_part(lang)),
            Column::number("none", label::relation_none(lang)),
        ],
        rows: crosswalks
            .iter()
            .map(|crosswalk| {
                let [from, to] = crosswalk.ends();
                vec![
                    Cell::text(crosswalk.id().unwrap_or_default()).tone(Tone::Strong),
                    Cell::text(from),
                    Cell::text(to),
                    Cell::count(crosswalk.count(Relation::Equal)),
                    Cell::count(crosswalk.count(Relation::Part)),
                    Cell::count(crosswalk.count(Relation::None)),
                ]
            })
            .collect(),
    }
}

/// The list as a document: frameworks, then the crosswalks between them.
#[must_use]
pub fn list_document(
    frameworks: &[Framework],
    crosswalks: &[Crosswalk],
    title: String,
    lang: Lang,
) -> Document {
    let mut blocks = vec![
        Block::Table(table(frameworks, lang)),
        Block::Paragraph(standing(frameworks, lang)),
    ];
    if !crosswalks.is_empty() {
        blocks.push(Block::Heading(label::crosswalks_heading(lang).to_owned()));
        blocks.push(Block::Table(crosswalk_table(crosswalks, lang)));
        blocks.push(Block::Paragraph(label::crosswalks_note(lang).to_owned()));
    }
    Document {
        lang,
        title,
        subtitle: String::new(),
        blocks,
    }
}

/// Which of the frameworks are official instruments.
fn standing(frameworks: &[Framework], lang: Lang) -> String {
    let official: Vec<&str> = frameworks
        .iter()
        .filter(|it| it.official())
        .map(Framework::id)
        .collect();
    if official.is_empty() {
        label::none_official(lang)
    } else {
        label::some_official(lang, list(official))
    }
}

/// One crosswalk in full: every line with its note, then judgement and sources.
#[must_use]
pub fn crosswalk_document(crosswalk: &Crosswalk, lang: Lang) -> Document {
    let [from, to] = crosswalk.ends();
    let text = |text: Option<&str>| text.map_or_else(Cell::empty, Cell::text);
    let table = Table {
        columns: vec![
            Column::text("from", from),
            Column::text("relation", label::relation(lang)),
            Column::text("to", to),
            Column::text("note", label::crosswalk_note(lang)).optional(),
        ],
        rows: crosswalk
            .maps()
            .iter()
            .map(|map| {
                let relation = match map.relation {
                    Relation::Equal => label::relation_equal(lang),
                    Relation::Part => label::relation_part(lang),
                    Relation::None => label::relation_none(lang),
                };
                vec![
                    text(map.from.as_deref()),
                    Cell::text(relation),
                    text(map.to.as_deref()),
                    text(map.note.as_ref().map(|it| it.get(lang))),
                ]
            })
            .collect(),
    };
    let mut blocks = vec![
        Block::Table(table),
        Block::Paragraph(label::crosswalks_note(lang).to_owned()),
    ];
    texts(
        label::judgement(lang),
        crosswalk.judgement(),
        lang,
        &mut blocks,
    );
    texts(label::sources(lang), crosswalk.sources(), lang, &mut blocks);
    let ends = format!("{from} – {to}");
    Document {
        lang,
        title: match crosswalk.title() {
            Some(title) => title.get(lang).to_owned(),
            None => ends.clone(),
        },
        subtitle: ends,
        blocks,
    }
}

/// One framework in full: tree with weights, rubric, bands, sources.
#[must_use]
pub fn document(framework: &Framework, lang: Lang) -> Document {
    let mut blocks = Vec::new();
    blocks.extend(words::validity(framework, lang).map(Block::Paragraph));
    blocks.push(Block::Table(tree(framework, lang)));
    scale(framework, lang, &mut blocks);
    rubric(framework, lang, &mut blocks);
    if !framework.bands().is_empty() {
        let unit = match framework.reporting().unit {
            ReportingUnit::Percent => "%",
            ReportingUnit::Native => "",
        };
        blocks.push(Block::Heading(label::bands(lang).to_owned()));
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
    }
    texts(
        label::judgement(lang),
        framework.judgement(),
        lang,
        &mut blocks,
    );
    texts(label::sources(lang), framework.sources(), lang, &mut blocks);
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

fn texts(heading: &str, texts: &[crate::text::Text], lang: Lang, blocks: &mut Vec<Block>) {
    if !texts.is_empty() {
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.push(Block::List(
            texts.iter().map(|it| it.get(lang).to_owned()).collect(),
        ));
    }
}

fn tree(framework: &Framework, lang: Lang) -> Table {
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
            .skip(1)
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
                        .indent(node.depth() - 1),
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
fn shares(framework: &Framework) -> Vec<Option<f64>> {
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
    use crate::framework::Kind;
    let number = |value: f64| short_number(value, 4, lang);
    match indicator.kind {
        Kind::Number => {
            let unit = indicator.unit.as_ref().map_or("", |unit| unit.get(lang));
            match indicator.normalise {
                Some(Normalisation::Goalposts { low, high }) => {
                    format!("number {unit} {}–{}", number(low), number(high))
                }
                _ => format!("number {unit}").trim_end().to_owned(),
            }
        }
        Kind::Inventory => "inventory".to_owned(),
        Kind::Direction => "direction".to_owned(),
        Kind::Level | Kind::Likert | Kind::Ladder | Kind::Check => {
            let scale = &framework.scales()[indicator.scale];
            let name = match indicator.kind {
                Kind::Likert => "likert",
                Kind::Ladder => "ladder",
                Kind::Check => "check",
                _ => "level",
            };
            format!("{name} {}–{}", number(scale.min()), number(scale.max()))
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
        blocks.push(Block::Heading(heading));
        blocks.push(Block::List(
            scale
                .levels()
                .iter()
                .map(|level| {
                    let value = words::level(lang, level.value);
                    format!("{value}  {}", level.label.get(lang))
                })
                .collect(),
        ));
    }
}

fn rubric(framework: &Framework, lang: Lang, blocks: &mut Vec<Block>) {
    for (_, node, indicator) in framework.indicators() {
        let mut lines = Vec::new();
        if let Some(question) = &indicator.question {
            lines.push(format!("{}: {}", label::question(lang), question.get(lang)));
        }
        let scale = &framework.scales()[indicator.scale];
        for (step, text) in indicator.level_text.iter().enumerate() {
            let value = scale.value_at(step);
            lines.push(format!("{}  {}", words::level(lang, value), text.get(lang)));
        }
        for item in &indicator.items {
            let level = words::level(lang, item.level);
            lines.push(format!(
                "{} {}, {} {level}: {}",
                label::evidence_item(lang),
                item.code,
                label::level(lang).to_lowercase(),
                item.text.get(lang)
            ));
        }
        if let Some(lookup) = &indicator.lookup {
            let steps = lookup.steps.iter().map(|(from, level)| {
                let from = short_number(*from, 4, lang);
                format!("{} ≥ {from}", words::level(lang, *level))
            });
            lines.push(label::lookup_line(lang, &lookup.unit, list(steps)));
        }
        if indicator.external {
            lines.push(label::external(lang).to_owned());
        }
        if !indicator.evidence.is_empty() {
            let evidence = list(indicator.evidence.iter().map(|it| it.get(lang)));
            lines.push(format!("{}: {evidence}", label::evidence(lang)));
        }
        for advice in &indicator.recommend {
            let below = words::level(lang, advice.below);
            let source = match &advice.source {
                Some(source) => format!(" ({})", source.get(lang)),
                None => String::new(),
            };
            lines.push(format!(
                "{} {} {below}: {}{source}",
                label::advice(lang),
                label::below(lang),
                advice.text.get(lang)
            ));
        }
        if !lines.is_empty() {
            let heading = format!("{} ({})", node.title().get(lang), node.id());
            blocks.push(Block::Heading(heading));
            blocks.push(Block::List(lines));
        }
    }
}

/// A framework in short, for programs.
#[derive(Debug, Serialize)]
pub struct FrameworkRecord<'a> {
    id: &'a str,
    version: &'a str,
    sha256: &'a str,
    title: TitleRecord<'a>,
    official: bool,
    nodes: Vec<NodeRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct TitleRecord<'a> {
    id: &'a str,
    en: &'a str,
}

#[derive(Debug, Serialize)]
struct NodeRecord<'a> {
    id: &'a str,
    kind: &'static str,
    parent: Option<&'a str>,
    title: TitleRecord<'a>,
    aliases: &'a [String],
    weight: f64,
    share: Option<f64>,
}

/// The record of a framework.
#[must_use]
pub fn record(framework: &Framework) -> FrameworkRecord<'_> {
    let shares = shares(framework);
    FrameworkRecord {
        id: framework.id(),
        version: framework.version(),
        sha256: framework.sha256(),
        title: title_record(framework.title()),
        official: framework.official(),
        nodes: framework
            .nodes()
            .iter()
            .zip(shares)
            .map(|(node, share)| NodeRecord {
                id: node.id(),
                kind: words::node_kind(node),
                parent: node.parent().map(|parent| framework.nodes()[parent].id()),
                title: title_record(node.title()),
                aliases: node.aliases(),
                weight: node.weight(),
                share,
            })
            .collect(),
    }
}

fn title_record(text: &crate::text::Text) -> TitleRecord<'_> {
    let [id, en] = text.both();
    TitleRecord { id, en }
}

/// The nodes of a framework, one row each, for programs.
#[must_use]
pub fn rows(framework: &Framework) -> Table {
    let columns = [
        "id", "kind", "parent", "title_id", "title_en", "weight", "share",
    ];
    let shares = shares(framework);
    Table {
        columns: columns.iter().map(|id| Column::text(*id, *id)).collect(),
        rows: framework
            .nodes()
            .iter()
            .zip(shares)
            .map(|(node, share)| {
                let [id, en] = node.title().both();
                vec![
                    Cell::text(node.id()),
                    Cell::text(words::node_kind(node)),
                    match node.parent() {
                        Some(parent) => Cell::text(framework.nodes()[parent].id()),
                        None => Cell::empty(),
                    },
                    Cell::text(id),
                    Cell::text(en),
                    Cell::number(node.weight(), 4),
                    share.map_or_else(Cell::empty, |share| Cell::number(share, 4)),
                ]
            })
            .collect(),
    }
}

/// A crosswalk, for programs.
#[derive(Debug, Serialize)]
pub struct CrosswalkRecord<'a> {
    id: Option<&'a str>,
    version: Option<&'a str>,
    from: &'a str,
    to: &'a str,
    judgement: Vec<TitleRecord<'a>>,
    map: Vec<MapRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct MapRecord<'a> {
    from: Option<&'a str>,
    to: Option<&'a str>,
    relation: &'static str,
    note: Option<TitleRecord<'a>>,
    source: Option<TitleRecord<'a>>,
}

/// The record of a crosswalk.
#[must_use]
pub fn crosswalk_record(crosswalk: &Crosswalk) -> CrosswalkRecord<'_> {
    let [from, to] = crosswalk.ends();
    CrosswalkRecord {
        id: crosswalk.id(),
        version: crosswalk.version(),
        from,
        to,
        judgement: crosswalk.judgement().iter().map(title_record).collect(),
        map: crosswalk
            .maps()
            .iter()
            .map(|map| MapRecord {
                from: map.from.as_deref(),
                to: map.to.as_deref(),
                relation: map.relation.id(),
                note: map.note.as_ref().map(title_record),
                source: map.source.as_ref().map(title_record),
            })
            .collect(),
    }
}

/// The lines of a crosswalk, one row each, for programs.
#[must_use]
pub fn crosswalk_rows(crosswalk: &Crosswalk) -> Table {
    let columns = ["from", "to", "relation", "note_id", "note_en"];
    let text = |text: Option<&str>| text.map_or_else(Cell::empty, Cell::text);
    Table {
        columns: columns.iter().map(|id| Column::text(*id, *id)).collect(),
        rows: crosswalk
            .maps()
            .iter()
            .map(|map| {
                let note = map.note.as_ref().map(crate::text::Text::both);
                vec![
                    text(map.from.as_deref()),
                    text(map.to.as_deref()),
                    Cell::text(map.relation.id()),
                    text(note.map(|[id, _]| id)),
                    text(note.map(|[_, en]| en)),
                ]
            })
            .collect(),
    }
}
