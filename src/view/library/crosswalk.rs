//! One crosswalk in full: every line with its note, then judgement and sources.

use schemars::JsonSchema;
use serde::Serialize;

use crate::framework::{Crosswalk, Map, Relation};
use crate::text::{Lang, label};
use crate::view::dataset::{Columns, Dataset, Row, Rows};
use crate::view::envelope::{Body, Envelope};
use crate::view::report::{Detail, Record, Report};
use crate::view::{Block, Cell, Column, Document, Table};

use super::parts::{TitleRecord, texts, title_record};

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

    fn document(&self, _: Detail) -> Document {
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
