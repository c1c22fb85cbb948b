//! How much was said, by whom: what is counted beside every result.

use std::collections::BTreeMap;

use crate::assess::{Assessment, RegionRef};
use crate::statement::Usage;
use crate::study::Scored;
use crate::text::{Lang, label};

use super::heard::{Heard, heard};

/// What is counted beside every result.
#[derive(Debug, Default)]
struct Counts {
    statements: usize,
    codings: usize,
    people: usize,
    documents: usize,
    unnamed: usize,
    context: usize,
}

impl Counts {
    fn add_heard(&mut self, heard: &Heard) {
        self.statements += heard.statements;
        self.codings += heard.codings;
        self.people += heard.people();
        self.documents += heard.documents();
        self.unnamed += heard.unnamed();
        self.context += heard.context;
    }

    /// As [`Counts::add_heard`], of a region with one assessment, which has counted them.
    fn add_only(&mut self, scored: &Scored, it: &Assessment) {
        let index = &it.nodes[0];
        self.statements += index.statements;
        self.codings += index.codings;
        self.people += index.informants;
        self.documents += index.documents;
        self.unnamed += index.unnamed;
        let rows = it.rows.iter().flatten();
        let rows = rows.map(|at| &scored.statements.rows()[*at]);
        let context = rows.filter(|it| it.usage == Usage::Context && !it.is_blank());
        self.context += context.count();
    }

    fn lines(&self, lang: Lang) -> Vec<String> {
        let Self {
            statements,
            codings,
            people,
            documents,
            unnamed,
            context,
        } = *self;
        let mut out = vec![label::sources_line(
            lang, statements, people, documents, unnamed,
        )];
        if codings > statements {
            out.push(label::codings_line(lang, codings));
        }
        if context > 0 {
            out.push(label::context_line(lang, context));
        }
        out
    }
}

/// `statements: 40 (people 8, documents 3, without a speaker 29)`, how many codings where they are
/// more, and how many rows of context. The one place where these are counted: whoever speaks in two
/// rounds or stages of one region is one.
pub(super) fn counts<'a>(
    lang: Lang,
    scored: &'a Scored,
    assessments: impl Iterator<Item = &'a Assessment>,
) -> Vec<String> {
    let mut regions: BTreeMap<&RegionRef, Vec<&Assessment>> = BTreeMap::new();
    for it in assessments {
        regions.entry(&it.region).or_default().push(it);
    }
    let mut counts = Counts::default();
    for of_region in regions.values() {
        match of_region.as_slice() {
            [only] => counts.add_only(scored, only),
            several => {
                let several = several.iter().map(|it| (scored, *it));
                heard(several).values().for_each(|it| counts.add_heard(it));
            }
        }
    }
    counts.lines(lang)
}

/// As [`counts`], of regions in which it is known who was heard.
pub(super) fn heard_line<'a>(lang: Lang, regions: impl Iterator<Item = &'a Heard>) -> Vec<String> {
    let mut counts = Counts::default();
    regions.for_each(|it| counts.add_heard(it));
    counts.lines(lang)
}
