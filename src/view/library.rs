//! Frameworks as people read them: the list, and one framework in full.

use schemars::JsonSchema;
use serde::Serialize;

use crate::framework::{
    Answers, Crosswalk, Framework, Indicator, Map, Node, Normalisation, Relation, ReportingUnit,
    Standing,
};
use crate::text::{Lang, Text, label, list, short_number};

use super::dataset::{Columns, Dataset, Row, Rows, in_csv};
use super::envelope::{Body, Envelope};
use super::report::{Record, Report};
use super::{Block, Cell, Column, Document, Table, Tone, words};

/// One row for each framework.
fn table(frameworks: &[Framework], lang: Lang) -> Table {
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
    match framework.standing() {
        Standing::Regulation => label::official(lang),
        Standing::Copy => label::official_copy(lang),
        Standing::Own => label::not_official(lang),
    }
}

/// One row for each crosswalk: what it joins, and how many lines have which relation.
fn crosswalk_table(crosswalks: &[Crosswalk], lang: Lang) -> Table {
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
fn list_document(
    frameworks: &[Framework],
    crosswalks: &[Crosswalk],
    title: String,
    lang: Lang,
) -> Document {
    let mut blocks = vec![Block::Table(table(frameworks, lang))];
    standings(frameworks, lang, &mut blocks);
    if !crosswalks.is_empty() {
        blocks.push(Block::heading(label::crosswalks_heading(lang).to_owned()));
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

/// Which of the frameworks are official instruments, and which only copies of one.
fn standings(frameworks: &[Framework], lang: Lang, blocks: &mut Vec<Block>) {
    let of = |standing: Standing| -> Vec<&str> {
        let all = frameworks.iter().filter(|it| it.standing() == standing);
        all.map(Framework::id).collect()
    };
    let official = of(Standing::Regulation);
    blocks.push(Block::Paragraph(if official.is_empty() {
        label::none_official(lang)
    } else {
        label::some_official(lang, list(official))
    }));
    let copies = of(Standing::Copy);
    if !copies.is_empty() {
        let line = label::official_copies(lang, list(copies));
        blocks.push(Block::Paragraph(line));
    }
}

/// One crosswalk in full: every line with its note, then judgement and sources.
fn crosswalk_document(crosswalk: &Crosswalk, lang: Lang) -> Document {
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
fn document(framework: &Framework, lang: Lang) -> Document {
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
        blocks.push(Block::heading(label::bands(lang).to_owned()));
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
        blocks.push(Block::heading(heading.to_owned()));
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
    let word = indicator.kind.id();
    let number = |value: f64| short_number(value, 4, lang);
    match indicator.kind.answers() {
        Answers::Numbers => {
            let unit = indicator.unit.as_ref().map_or("", |unit| unit.get(lang));
            match indicator.normalise {
                Some(Normalisation::Goalposts { low, high }) => {
                    format!("{word} {unit} {}–{}", number(low), number(high))
                }
                Some(Normalisation::Relative(_)) | None => {
                    format!("{word} {unit}").trim_end().to_owned()
                }
            }
        }
        Answers::Directions | Answers::Things => word.to_owned(),
        Answers::Levels(_) => {
            let scale = &framework.scales()[indicator.scale];
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
            blocks.push(Block::heading(heading));
            blocks.push(Block::List(lines));
        }
    }
}

/// The library: what frameworks there are, and the crosswalks between them.
pub struct Library {
    /// The frameworks in the order in which they are listed.
    pub frameworks: Vec<Framework>,
    /// The crosswalks.
    pub crosswalks: Vec<Crosswalk>,
    /// Language of the reader.
    pub lang: Lang,
}

impl Report for Library {
    fn name(&self) -> &str {
        "frameworks"
    }

    fn document(&self) -> Document {
        let lang = self.lang;
        let title = label::library_title(lang).to_owned();
        list_document(&self.frameworks, &self.crosswalks, title, lang)
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        let frameworks = self.frameworks.iter().map(Entry).collect();
        vec![Dataset::new("frameworks", frameworks)]
    }

    fn record(&self) -> Record<'_> {
        let frameworks = self.frameworks.iter().map(framework_record).collect();
        Box::new(Envelope::new(LibraryRecord { frameworks }))
    }
}

/// The built-in frameworks.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("x-csv" = in_csv::<Entry>()))]
pub struct LibraryRecord<'a> {
    /// In the order of their ids.
    frameworks: Vec<FrameworkRecord<'a>>,
}

impl Body for LibraryRecord<'_> {
    const COMMAND: &'static str = "framework list";
}

#[derive(Serialize, JsonSchema)]
struct FrameworkRecord<'a> {
    /// Its id.
    id: &'a str,
    /// As its file says.
    version: &'a str,
    /// Of the framework file.
    sha256: &'a str,
    /// Its title.
    title: TitleRecord<'a>,
    /// Whose instrument it is.
    standing: Standing,
    nodes: Rows<NodeRow<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct TitleRecord<'a> {
    /// In Indonesian.
    id: &'a str,
    /// In English.
    en: &'a str,
}

fn title_record(text: &Text) -> TitleRecord<'_> {
    let [id, en] = text.both();
    TitleRecord { id, en }
}

fn framework_record(framework: &Framework) -> FrameworkRecord<'_> {
    FrameworkRecord {
        id: framework.id(),
        version: framework.version(),
        sha256: framework.sha256(),
        title: title_record(framework.title()),
        standing: framework.standing(),
        nodes: Rows(node_rows(framework)),
    }
}

/// One framework of the list.
struct Entry<'a>(&'a Framework);

impl Row for Entry<'_> {
    const NAME: &'static str = "Framework";
    const ABOUT: &'static str = "A framework of the library.";

    fn columns(to: &mut Columns<'_, Self>) {
        let contents = |it: &Self| Some(list(top(it.0, Lang::En)));

        to.text("id", "its id", |it| Some(it.0.id())).always();
        to.text("title", "its English title", |it| {
            Some(it.0.title().get(Lang::En))
        });
        to.words("contents", "titles of its top-level groups", contents);
        to.count("indicators", "number of indicators", |it| {
            it.0.indicators().count()
        });
    }
}

/// One node of a framework.
struct NodeRow<'a> {
    framework: &'a Framework,
    node: &'a Node,
    share: Option<f64>,
}

fn node_rows(framework: &Framework) -> Vec<NodeRow<'_>> {
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
    /// Language of the reader.
    pub lang: Lang,
}

impl Report for OneFramework {
    fn name(&self) -> &str {
        self.framework.id()
    }

    fn document(&self) -> Document {
        document(&self.framework, self.lang)
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        let nodes = node_rows(&self.framework);
        vec![Dataset::new("nodes", nodes)]
    }

    fn record(&self) -> Record<'_> {
        let body = OneFrameworkRecord {
            title: title_record(self.framework.title()),
            nodes: Rows(node_rows(&self.framework)),
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

/// One crosswalk in full.
pub struct OneCrosswalk {
    /// The crosswalk.
    pub crosswalk: Crosswalk,
    /// Language of the reader.
    pub lang: Lang,
}

impl Report for OneCrosswalk {
    fn name(&self) -> &str {
        self.crosswalk.id().unwrap_or("crosswalk")
    }

    fn document(&self) -> Document {
        crosswalk_document(&self.crosswalk, self.lang)
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        let maps = self.crosswalk.maps().iter().map(MapRow).collect();
        vec![Dataset::new("map", maps)]
    }

    fn record(&self) -> Record<'_> {
        let [from, to] = self.crosswalk.ends();
        let body = CrosswalkRecord {
            id: self.crosswalk.id(),
            version: self.crosswalk.version(),
            from,
            to,
            judgement: self
                .crosswalk
                .judgement()
                .iter()
                .map(title_record)
                .collect(),
            map: Rows(self.crosswalk.maps().iter().map(MapRow).collect()),
        };
        Box::new(Envelope::new(body))
    }
}

/// One crosswalk.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
pub struct CrosswalkRecord<'a> {
    /// Its id, if it has one.
    id: Option<&'a str>,
    /// As its file says.
    version: Option<&'a str>,
    /// Id of the framework whose rows are carried over.
    from: &'a str,
    /// Id of the framework under which they are shown.
    to: &'a str,
    /// What of it is our own judgement.
    judgement: Vec<TitleRecord<'a>>,
    map: Rows<MapRow<'a>>,
}

impl Body for CrosswalkRecord<'_> {
    const COMMAND: &'static str = "framework show";
    const NAME: &'static str = "framework show crosswalk";
}

/// One line of a crosswalk.
struct MapRow<'a>(&'a Map);

impl Row for MapRow<'_> {
    const NAME: &'static str = "Map";
    const ABOUT: &'static str = "A line of a crosswalk.";

    fn columns(to: &mut Columns<'_, Self>) {
        let note = |it: &Self, lang| Some(it.0.note.as_ref()?.get(lang).to_owned());

        to.text("from", "node it starts from", |it| it.0.from.as_deref());
        to.text("to", "node it leads to", |it| it.0.to.as_deref());
        to.text("relation", "equal, part or none", |it| {
            Some(it.0.relation.id())
        });
        to.record::<Option<TitleRecord>>("note", "remark", |it| {
            Box::new(it.0.note.as_ref().map(title_record))
        });
        to.record::<Option<TitleRecord>>("source", "where it comes from", |it| {
            Box::new(it.0.source.as_ref().map(title_record))
        });
        to.words("note_id", "remark in Indonesian", move |it| {
            note(it, Lang::Id)
        })
        .only_csv();
        to.words("note_en", "remark in English", move |it| note(it, Lang::En))
            .only_csv();
    }
}
