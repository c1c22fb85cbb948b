//! The workbook of results: the answers on the first sheet, behind it the tables that they rest on.

use crate::assess::Assessment;
use crate::problem::Problem;
use crate::text::{Lang, label};
use crate::view::book::{Book, Sheet};
use crate::view::{Block, Cell, Column, Document, Table, comparison, score, words};

use super::cut::{Extent, Named, numbered};
use super::mark::mark;
use super::{Outcome, Regions, first, pages, who, why};

impl Outcome<'_> {
    /// The workbook of results; `told` are the warnings that stand beside it.
    #[must_use]
    pub fn book(&self, told: &[Problem]) -> Book {
        let lang = self.lang;
        let document = self.answers(Extent::Page);
        let mut sheets = vec![pages::page(label::result_summary(lang), &document)];
        let whole = Extent::Whole;
        sheets.extend(self.tables(
            &why::section(self, whole),
            label::outcome_sheet_changes,
            "Changes",
        ));
        sheets.extend(self.tables(
            &first::section(self, whole),
            label::outcome_sheet_steps,
            "Steps",
        ));
        if matches!(self.regions, Regions::Several(_)) {
            let found = who::section(self, whole);
            sheets.extend(self.tables(&found, label::outcome_sheet_who, "Who"));
        }
        sheets.extend(match &self.regions {
            Regions::One(at) => self.of_one(&self.scored.assessed.assessments[*at]),
            Regions::Several(_) => self.of_several(),
        });
        if !self.said.is_public {
            let notes = notes(told, lang);
            sheets.push(pages::page(label::outcome_sheet_notes(lang), &notes));
        }
        let framework = &self.scored.framework;
        sheets.push(mark([framework.id(), framework.version()], lang));
        Book {
            lang,
            title: document.title,
            sheets,
        }
    }

    /// The table that other sheets rest on as a sheet of its own, where it has rows.
    fn sheet(&self, name: &str, id: &str, table: &Table) -> Option<Sheet> {
        (!table.rows.is_empty()).then(|| pages::table(name, id, table, self.lang))
    }

    /// Each table of a section as a sheet of its own.
    fn tables(&self, blocks: &[Block], named: Named, id: &str) -> Vec<Sheet> {
        let tables = blocks.iter().filter_map(|it| match it {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let name = named(self.lang);
        tables
            .enumerate()
            .filter_map(|(at, table)| {
                let id = numbered(id, at + 1).replace(' ', "");
                self.sheet(&numbered(name, at + 1), &id, table)
            })
            .collect()
    }

    fn of_one(&self, assessment: &Assessment) -> Vec<Sheet> {
        let (scored, lang) = (self.scored, self.lang);
        let tree = score::whole_tree(scored, assessment, lang);
        let scores = self.sheet(label::outcome_sheet_scores(lang), "Scores", &tree);
        let evidence = who::items_of(self, assessment);
        let items = evidence.filter(|_| !self.said.is_public).and_then(|it| {
            let table = score::all_items(&scored.framework, &it, lang);
            let table = filled_down(table);
            self.sheet(label::sheet_items(lang), "Evidence", &table)
        });
        scores.into_iter().chain(items).collect()
    }

    fn of_several(&self) -> Vec<Sheet> {
        let Regions::Several(found) = &self.regions else {
            return Vec::new();
        };
        let (scored, lang) = (self.scored, self.lang);
        let shown = self.shown(found);
        let mut sheets = Vec::new();
        let mut blocks = Vec::new();
        comparison::headline(&shown, &mut blocks);
        if let Some(Block::Table(table)) = blocks.iter().find(|it| matches!(it, Block::Table(_))) {
            let name = label::outcome_sheet_ranking(lang);
            sheets.extend(self.sheet(name, "Ranking", table));
        }
        sheets.extend(self.sheet(label::outcome_sheet_matrix(lang), "Matrix", &self.matrix()));
        let mut all: Option<Table> = None;
        for at in self.about() {
            let assessment = &scored.assessed.assessments[at];
            let Some(evidence) = who::items_of(self, assessment) else {
                continue;
            };
            let table = filled_down(score::all_items(&scored.framework, &evidence, lang));
            let of = Cell::text(&*assessment.region.name);
            let rows = table
                .rows
                .into_iter()
                .map(|row| [vec![of.clone()], row].concat());
            let all = all.get_or_insert_with(|| {
                let region = words::region_heading(lang, &scored.framework);
                let region = Column::text("region", region);
                Table {
                    columns: [vec![region], table.columns].concat(),
                    rows: Vec::new(),
                }
            });
            all.rows.extend(rows);
        }
        if let Some(table) = all.filter(|_| !self.said.is_public) {
            sheets.extend(self.sheet(label::sheet_items(lang), "Evidence", &table));
        }
        sheets
    }

    /// Regions down, nodes across: what each has, in the unit in which it is told.
    fn matrix(&self) -> Table {
        let (scored, lang) = (self.scored, self.lang);
        let framework = &scored.framework;
        let nodes: Vec<usize> = (0..framework.nodes().len()).collect();
        let mut columns = vec![
            Column::text("region", words::region_heading(lang, framework)),
            Column::text("wave", words::capital(label::wave(lang))),
        ];
        columns.extend(nodes.iter().map(|at| {
            let title = match at {
                0 => words::whole(lang, framework),
                _ => words::title(lang, framework, *at),
            };
            Column::number(framework.nodes()[*at].id(), words::capital(title))
        }));
        let rows = self.about().into_iter().map(|at| {
            let assessment = &scored.assessed.assessments[at];
            let mut row = vec![
                Cell::text(&*assessment.region.name),
                assessment
                    .wave
                    .as_deref()
                    .map_or_else(Cell::empty, Cell::text),
            ];
            row.extend(
                nodes
                    .iter()
                    .map(|at| match framework.nodes()[*at].indicator() {
                        Some(_) => words::leaf_cell(lang, framework, assessment, *at),
                        None => words::told_cell(lang, scored, &assessment.nodes[*at]),
                    }),
            );
            row
        });
        Table {
            rows: rows.collect(),
            columns,
        }
    }
}

/// A table whose first column is written once for several rows, with it in each: it may be sorted.
fn filled_down(mut table: Table) -> Table {
    let mut last = Cell::empty();
    for row in &mut table.rows {
        match &row[0].content {
            crate::view::Content::Text(text) if text.is_empty() => row[0] = last.clone(),
            _ => last = row[0].clone(),
        }
    }
    table
}

/// Every warning with its place and what would mend it.
fn notes(told: &[Problem], lang: Lang) -> Document {
    let blocks = match told.is_empty() {
        true => vec![Block::Paragraph(label::outcome_no_notes(lang).to_owned())],
        false => vec![Block::Table(super::to_mend::places(
            told,
            &super::Senders::new(),
            lang,
        ))],
    };
    Document {
        lang,
        title: label::outcome_sheet_notes(lang).to_owned(),
        subtitle: String::new(),
        blocks,
    }
}
