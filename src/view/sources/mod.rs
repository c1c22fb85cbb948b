//! Who was heard: the table of informants and documents that a paper prints first, and the planned
//! posts against it.

mod rows;
mod tables;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::RegionRef;
use crate::study::{Project, Scored};
use crate::text::{Lang, label};

use super::dataset::{Dataset, Rows, in_csv};
use super::envelope::{Body, Envelope};
use super::heard::{Heard, heard};
use super::inputs::{InputRecord, inputs_of_all};
use super::plan::Plan;
use super::report::{Detail, Record, Report};
use super::shown::official_status_line;
use super::{Block, Document, corrections, words};

use rows::{RegionRow, SourceRow};

/// Who was heard in a study.
pub struct Sources<'a> {
    /// All that was read.
    project: &'a Project,
    /// By region, those asked for.
    regions: BTreeMap<&'a RegionRef, Heard>,
    lang: Lang,
}

impl<'a> Sources<'a> {
    /// Those who were heard in the assessments at some positions of each framework.
    #[must_use]
    pub fn new(project: &'a Project, shown: &[Vec<usize>], lang: Lang) -> Self {
        let parts = project.scored.iter().zip(shown);
        let all = parts.flat_map(|(scored, shown)| {
            let all = &scored.assessed.assessments;
            shown.iter().map(move |at| (scored, &all[*at]))
        });
        Self {
            project,
            regions: heard(all),
            lang,
        }
    }

    fn plan(&self, region: &str, heard: Option<&Heard>) -> Plan<'a> {
        Plan::of(&self.project.about.posts, region, heard)
    }

    /// The regions with their planned posts; where all regions of the data are shown also those that
    /// were planned and have no row.
    fn plans(&self) -> Vec<(&str, Option<&Heard>, Plan<'a>)> {
        let mut out: Vec<_> = self
            .regions
            .iter()
            .map(|(region, heard)| {
                let name: &str = &region.name;
                (name, Some(heard), self.plan(name, Some(heard)))
            })
            .collect();
        let known: std::collections::BTreeSet<&str> = self
            .project
            .scored
            .iter()
            .flat_map(|it| &it.assessed.assessments)
            .map(|it| &*it.region.name)
            .collect();
        if known.len() == self.regions.len() {
            let mut planned = self.project.about.posts.iter();
            let mut absent: Vec<&'a str> = Vec::new();
            for post in planned.by_ref() {
                let name = post.region.as_str();
                if !known.contains(name) && !absent.contains(&name) {
                    absent.push(name);
                }
            }
            out.extend(absent.into_iter().map(|it| (it, None, self.plan(it, None))));
        }
        out
    }

    /// What the frameworks call who is assessed.
    fn region_heading(&self) -> &str {
        let frameworks = self.project.scored.iter().map(|it| &it.framework);
        words::region_heading_of(self.lang, frameworks)
    }

    fn has_plan(&self) -> bool {
        !self.project.about.posts.is_empty()
    }

    fn only(&self) -> Option<&'a Scored> {
        match self.project.scored.as_slice() {
            [scored] => Some(scored),
            _ => None,
        }
    }
}

impl Report for Sources<'_> {
    fn name(&self) -> &str {
        "sources"
    }

    fn document(&self, detail: Detail) -> Document {
        let lang = self.lang;
        let mut blocks = tables::regions(self, detail);
        blocks.extend(tables::plan_lines(self));
        tables::people(self, detail, &mut blocks);
        tables::documents(self, detail, &mut blocks);
        tables::not_heard(self, detail, &mut blocks);
        blocks.push(Block::Paragraph(label::heard_key(lang).to_owned()));
        for scored in &self.project.scored {
            corrections::section(scored, None, (lang, detail), &mut blocks);
        }
        let frameworks = self.project.scored.iter().map(|it| &it.framework);
        let status = frameworks.filter_map(|it| official_status_line(it, lang));
        blocks.extend(status.map(Block::Paragraph));
        let title = match self.project.about.title(lang) {
            Some(title) => label::heard_title(lang, title),
            None => label::heard_heading(lang).to_owned(),
        };
        Document {
            lang,
            title,
            subtitle: words::heard_line(lang, self.regions.values()).join(" · "),
            blocks,
        }
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![
            Dataset::new("sources", rows::sources(self)),
            Dataset::new("regions", rows::regions(self)),
        ]
    }

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        inputs_of_all(self.project.scored.iter().map(|it| &it.statements))
    }

    fn record(&self) -> Record<'_> {
        let body = SourcesRecord {
            regions: Rows(rows::regions(self)),
            sources: Rows(rows::sources(self)),
        };
        Box::new(match self.only() {
            Some(scored) => Envelope::of_scored(body, scored, self.lang),
            None => {
                let all = self.project.scored.iter().map(|it| &it.statements);
                let scored = self.project.scored.iter();
                scored
                    .fold(Envelope::new(body), Envelope::corrected)
                    .reading_all(all)
                    .warned(&self.project.warnings(), self.lang)
            }
        })
    }
}

/// Who was heard.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("x-csv" = in_csv::<SourceRow>()))]
pub struct SourcesRecord<'a> {
    /// In the order of their names.
    regions: Rows<RegionRow<'a>>,
    /// By region: people, documents, statements without a speaker, planned posts that were not heard.
    sources: Rows<SourceRow<'a>>,
}

impl Body for SourcesRecord<'_> {
    const COMMAND: &'static str = "sources";
}
