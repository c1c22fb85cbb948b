//! The library: what frameworks there are, and the crosswalks between them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::framework::{Crosswalk, Framework, Relation, Standing};
use crate::text::{Lang, label, list, shortened};
use crate::view::dataset::{Columns, Dataset, Row, Rows, in_csv};
use crate::view::envelope::{Body, Envelope};
use crate::view::report::{Detail, Record, Report};
use crate::view::{Block, Cell, Column, Document, Table, Tone, words};

use super::framework::{NodeRow, node_rows};
use super::parts::{TitleRecord, title_record};

/// Official instruments first, then copies of them, then our own.
fn place_of(standing: Standing) -> usize {
    match standing {
        Standing::Regulation => 0,
        Standing::Copy => 1,
        Standing::Own => 2,
    }
}

fn standing(framework: &Framework, lang: Lang) -> &'static str {
    match framework.standing() {
        Standing::Regulation => label::standing_official(lang),
        Standing::Copy => label::standing_copy(lang),
        Standing::Own => label::standing_own(lang),
    }
}

/// One line for each framework.
fn brief_document(
    frameworks: &[&Framework],
    crosswalks: &[Crosswalk],
    title: String,
    lang: Lang,
) -> Document {
    /// Letters of a title that stay on one line.
    const TITLE: usize = 48;
    let row = |it: &&Framework| {
        vec![
            Cell::text(it.id()).tone(Tone::Strong),
            Cell::text(shortened(it.title().get(lang), TITLE)),
            Cell::text(standing(it, lang)),
            Cell::count(it.indicators().count()),
        ]
    };
    let mut blocks = vec![Block::Table(Table {
        columns: vec![
            Column::text("id", label::id(lang)),
            Column::text("title", label::title(lang)),
            Column::text("standing", label::standing_heading(lang)),
            Column::number("indicators", label::indicators(lang)),
        ],
        rows: frameworks.iter().map(row).collect(),
    })];
    if !crosswalks.is_empty() {
        let ids = list(crosswalks.iter().filter_map(Crosswalk::id));
        let line = label::crosswalks_line(lang, crosswalks.len(), ids);
        blocks.push(Block::Paragraph(line));
    }
    if frameworks.iter().any(|it| it.standing() == Standing::Copy) {
        blocks.push(Block::Paragraph(label::copy_is(lang).to_owned()));
    }
    let more = label::framework_list_more(lang).to_owned();
    blocks.push(Block::Paragraph(more));
    Document {
        lang,
        title,
        subtitle: String::new(),
        blocks,
    }
}

/// One row for each framework.
fn table(frameworks: &[&Framework], lang: Lang) -> Table {
    Table {
        columns: vec![
            Column::text("id", label::id(lang)),
            Column::text("title", label::title(lang)),
            Column::text("contents", label::contents(lang)).optional(),
            Column::text("standing", label::standing_heading(lang)),
            Column::number("indicators", label::indicators(lang)),
        ],
        rows: frameworks
            .iter()
            .map(|framework| {
                vec![
                    Cell::text(framework.id()).tone(Tone::Strong),
                    Cell::text(framework.title().get(lang)),
                    Cell::text(list(top(framework, lang))),
                    Cell::text(standing(framework, lang)),
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
    frameworks: &[&Framework],
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
fn standings(frameworks: &[&Framework], lang: Lang, blocks: &mut Vec<Block>) {
    let of = |standing: Standing| -> Vec<&str> {
        let all = frameworks.iter().filter(|it| it.standing() == standing);
        all.map(|it| it.id()).collect()
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

    fn document(&self, detail: Detail) -> Document {
        let lang = self.lang;
        let title = label::library_title(lang).to_owned();
        let mut frameworks: Vec<&Framework> = self.frameworks.iter().collect();
        // What has been replaced comes after what replaced it.
        frameworks.sort_by_key(|it| (place_of(it.standing()), it.repealed_by().is_some()));
        match detail {
            Detail::Full => list_document(&frameworks, &self.crosswalks, title, lang),
            Detail::Brief => brief_document(&frameworks, &self.crosswalks, title, lang),
        }
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
        to.text("version", "as its file says", |it| Some(it.0.version()));
        to.text("standing", "`regulation`, `copy` or `own`", |it| {
            Some(it.0.standing().id())
        });
        to.count("indicators", "number of indicators", |it| {
            it.0.indicators().count()
        });
    }
}
