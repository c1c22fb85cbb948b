//! The results of groups of respondents, such as the units that were served.

use schemars::JsonSchema;
use serde::Serialize;

use crate::region;
use crate::scrutiny::survey::{self, Group};
use crate::statement::Stage;
use crate::study::Scored;
use crate::text::{Lang, label};
use crate::view::dataset::{Columns, Dataset, Row, Rows};
use crate::view::envelope::{Body, Envelope};
use crate::view::inputs::{InputRecord, inputs_of};
use crate::view::report::{Detail, Record, Report};
use crate::view::shown::remarks;
use crate::view::{Block, Cell, Column, Document, Table, words};

use super::lowest;

/// The results of groups of respondents under one framework.
pub struct Grouped<'a> {
    /// What was scored.
    pub scored: &'a Scored,
    /// What tells the groups apart, as the user wrote it.
    pub by: String,
    /// The groups, in the order in which they are told.
    pub groups: Vec<Group>,
    /// Language of the reader.
    pub lang: Lang,
}

impl Report for Grouped<'_> {
    fn name(&self) -> &str {
        self.scored.framework.id()
    }

    fn document(&self, detail: Detail) -> Document {
        let (scored, lang) = (self.scored, self.lang);
        let framework = &scored.framework;
        let mut blocks = Vec::new();
        for group in &self.groups {
            if let Some(line) = super::incomplete(scored, &group.assessment, lang) {
                let line = Block::Paragraph(line);
                // One column that is missing is missing in every group.
                if !blocks.contains(&line) {
                    blocks.push(line);
                }
            }
        }
        blocks.push(Block::Table(self.table()));
        blocks.push(Block::Paragraph(label::survey_by_key(lang).to_owned()));
        remarks(scored, None, (lang, detail), &mut blocks);
        Document {
            lang,
            title: label::survey_by_title(lang, framework.title(), self.by.as_str()),
            subtitle: std::iter::once(label::framework_line(
                lang,
                framework.id(),
                framework.version(),
            ))
            .chain(self.only_place())
            .collect::<Vec<_>>()
            .join(" · "),
            blocks,
        }
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![Dataset::new("groups", self.rows())]
    }

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        inputs_of(&self.scored.statements)
    }

    fn record(&self) -> Record<'_> {
        let body = GroupedRecord {
            by: &self.by,
            groups: Rows(self.rows()),
        };
        Box::new(Envelope::of_scored(body, self.scored, self.lang))
    }
}

impl Grouped<'_> {
    fn rows(&self) -> Vec<GroupRow<'_>> {
        let scored = self.scored;
        let row = |group| GroupRow { scored, group };
        self.groups.iter().map(row).collect()
    }

    /// Region, wave and stage, where all groups are of one.
    fn only_place(&self) -> Option<String> {
        let of = |it: &Group| words::heading(self.lang, &it.assessment);
        let first = of(self.groups.first()?);
        let is_one = self.groups.iter().all(|it| of(it) == first);
        is_one.then_some(first)
    }

    fn table(&self) -> Table {
        let (scored, lang) = (self.scored, self.lang);
        let framework = &scored.framework;
        let columns = vec![
            Column::text("region", words::region_heading(lang, framework)),
            Column::text("group", self.by.clone()),
            Column::number("respondents", label::survey_respondents(lang)),
            Column::number("told", words::whole(lang, framework)),
            Column::text("band", words::band_heading(lang, framework)),
            Column::text("lowest", label::survey_lowest(lang)),
        ];
        let row = |group: &Group| {
            let of = &group.assessment;
            let result = &of.nodes[0];
            let nameless = || label::survey_nameless(lang).to_owned();
            vec![
                Cell::text(words::heading(lang, of)),
                Cell::text(group.name.clone().unwrap_or_else(nameless)),
                Cell::count(result.informants),
                words::told_cell(lang, scored, result),
                words::band(lang, scored, 0, result).map_or_else(Cell::empty, Cell::text),
                Cell::text(lowest(scored, of, lang)),
            ]
        };
        let rows: Vec<Vec<Cell>> = self.groups.iter().map(row).collect();
        let table = Table { columns, rows };
        // The region of all of them is said once.
        let is_one = self.only_place().is_some();
        table.without(|id, _| id == "region" && is_one)
    }
}

/// The groups of a survey.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
pub struct GroupedRecord<'a> {
    /// What tells the groups apart, as the user wrote it.
    by: &'a str,
    /// By region, wave and stage; from the highest result to the lowest.
    groups: Rows<GroupRow<'a>>,
}

impl Body for GroupedRecord<'_> {
    const COMMAND: &'static str = "score";
    const NAME: &'static str = "score-by";
}

/// One group of respondents.
pub(super) struct GroupRow<'a> {
    scored: &'a Scored,
    group: &'a Group,
}

impl Row for GroupRow<'_> {
    const NAME: &'static str = "Group";
    const ABOUT: &'static str = "The result of one group of respondents.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text(
            "region",
            "official name where matched, else as given",
            |it| Some(&it.group.assessment.region.name),
        )
        .always();
        to.text("code", "Kemendagri code where matched", |it| {
            it.group.assessment.region.code.as_deref()
        });
        to.text("kind", "kind of region where known", |it| {
            it.group.assessment.region.kind.map(region::Kind::id)
        });
        to.text("wave", "round of assessment where rows name one", |it| {
            it.group.assessment.wave.as_deref()
        });
        to.text("stage", "stage of verification where rows name one", |it| {
            it.group.assessment.stage.map(Stage::id)
        });
        to.text(
            "group",
            "cell of the column; null where it is empty",
            |it| it.group.name.as_deref(),
        );
        to.count("respondents", "people who answered", |it| {
            it.group.assessment.nodes[0].informants
        });
        to.number(
            "told",
            "the index in the reporting unit, with its factor",
            |it| it.group.assessment.nodes[0].told,
        );
        to.text("band", "id of the band", |it| {
            let band = it.group.assessment.nodes[0].band()?;
            Some(&it.scored.framework.bands()[band].id)
        });
        to.words(
            "lowest",
            "ids of the three lowest elements, lowest first",
            |it| {
                ids(
                    it,
                    &survey::lowest(&it.scored.framework, &it.group.assessment),
                )
            },
        );
        to.words(
            "unanswered",
            "ids of the elements that nobody answered",
            |it| {
                ids(
                    it,
                    &survey::unanswered(&it.scored.framework, &it.group.assessment),
                )
            },
        );
    }
}

/// Ids of nodes with `; ` between them; nothing where there are none.
fn ids(of: &GroupRow<'_>, nodes: &[usize]) -> Option<String> {
    let ids = nodes.iter().map(|at| of.scored.framework.nodes()[*at].id());
    let ids: Vec<&str> = ids.collect();
    (!ids.is_empty()).then(|| ids.join("; "))
}
