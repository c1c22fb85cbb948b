//! What somebody is told who only dropped files: how much, why it changed, what first, who; in that order on
//! the screen and on the first sheet of the workbook of results, the tables behind it on the next.
//!
//! Every number comes from what the other commands show; nothing is reckoned here.

mod first;
mod mark;
mod much;
mod pages;
mod sheets;
mod to_mend;
mod who;
mod why;

use std::collections::BTreeSet;

use crate::compare::Comparison;
use crate::problem::{Place, Problem};
use crate::study::{Files, Scored, selection};
use crate::text::{Lang, label};

use super::report::Detail;
use super::shown::{Shown, foot, subtitle};
use super::{Block, Document, words};

pub use to_mend::to_mend;

/// What is asked on the first page of a workbook beside region and wave.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// What is to be reached, and where that is said.
    pub target: Option<(String, Place)>,
    /// By when it has to be sent.
    pub deadline: Option<String>,
    /// Whether others than the team read the result.
    pub is_public: bool,
    /// Offices of which nothing has come back, where their workbooks were put together.
    pub not_back: Vec<String>,
}

impl Said {
    /// Whether the words for who reads the result mean people outside the team.
    #[must_use]
    pub fn means_public(audience: &str) -> bool {
        // Only what names the team is for the team: too little told can be told later.
        let team = [Lang::Id, Lang::En].map(label::form_audience_team);
        let audience = audience.trim().to_lowercase();
        !audience.is_empty() && !team.contains(&&*audience)
    }
}

/// The answer to a drop under one framework.
pub struct Outcome<'a> {
    /// What was scored.
    pub scored: &'a Scored,
    /// What was scored under other frameworks: last year's instrument may be among them.
    pub others: &'a [Scored],
    /// What the first page says.
    pub said: Said,
    /// Problems that are only said.
    pub warnings: Vec<Problem>,
    /// Where files come from.
    pub files: &'a dyn Files,
    /// Language of the reader.
    pub lang: Lang,
    regions: Regions,
}

/// Whom the answer is about.
enum Regions {
    /// The newest assessment of one region (position).
    One(usize),
    /// Several in one order.
    Several(Box<Comparison>),
}

impl<'a> Outcome<'a> {
    /// The answer of `scored`, beside what the same files hold under `others`.
    ///
    /// # Errors
    /// What cannot be shown.
    pub fn of(
        scored: &'a Scored,
        others: &'a [Scored],
        said: Said,
        files: &'a dyn Files,
        lang: Lang,
    ) -> Result<Self, Vec<Problem>> {
        let all = scored.assessed.assessments.iter();
        let names: BTreeSet<&str> = all.map(|it| &*it.region.name).collect();
        let everything = selection::Selection::default();
        let regions = match names.len() {
            0 | 1 => Regions::One(selection::one_of(scored, &everything, files)?),
            _ => {
                let choice = selection::choice(scored, &everything, files)?;
                Regions::Several(Box::new(scored.compare(&choice)))
            }
        };
        let mut out = Self {
            scored,
            others,
            said,
            warnings: Vec::new(),
            files,
            lang,
            regions,
        };
        out.warnings = first::doubts(&out);
        Ok(out)
    }

    fn shown<'s>(&'s self, comparison: &'s Comparison) -> Shown<'s> {
        Shown {
            scored: self.scored,
            comparison,
            lang: self.lang,
        }
    }

    /// The positions of the assessments that the answer is about.
    fn about(&self) -> Vec<usize> {
        match &self.regions {
            Regions::One(at) => vec![*at],
            Regions::Several(comparison) => comparison.shown.clone(),
        }
    }

    /// On the screen what is filled in with no table longer than can be looked over.
    fn cut(&self, detail: Detail, to: &mut Vec<Block>, fill: &dyn Fn(&mut Vec<Block>)) {
        const ROWS: usize = 30;
        let mut found = Vec::new();
        fill(&mut found);
        let most = if detail.is_full() { usize::MAX } else { ROWS };
        let found = found.into_iter();
        to.extend(found.flat_map(|it| shortened(it, most, false, self.lang)));
    }

    /// The four answers.
    #[must_use]
    pub fn document(&self, detail: Detail) -> Document {
        let (scored, lang) = (self.scored, self.lang);
        let framework = &scored.framework;
        let mut blocks = Vec::new();
        if self.said.is_public {
            blocks.push(Block::Paragraph(label::outcome_public(lang).to_owned()));
        }
        let mut part = |heading: &str, fill: &dyn Fn(&mut Vec<Block>)| {
            blocks.push(Block::heading(heading.to_owned()));
            fill(&mut blocks);
        };
        part(label::outcome_how_much(lang), &|to| {
            self.cut(detail, to, &|to| much::section(self, to));
        });
        part(label::outcome_why(lang), &|to| {
            self.cut(detail, to, &|to| why::section(self, to));
        });
        part(label::outcome_first(lang), &|to| {
            first::section(self, detail, to)
        });
        part(label::outcome_who(lang), &|to| {
            who::section(self, detail, to)
        });
        if detail.is_full() {
            foot(scored, lang, &mut blocks);
        }
        let line = label::framework_line(lang, framework.id(), framework.version());
        let (title, subtitle) = match &self.regions {
            Regions::One(at) => {
                let assessment = &scored.assessed.assessments[*at];
                let whole = words::whole(lang, framework);
                let place = words::heading(lang, assessment);
                (format!("{} · {place}", words::capital(whole)), line)
            }
            Regions::Several(comparison) => {
                let shown = self.shown(comparison);
                (
                    label::comparison_title(lang, shown.title()),
                    subtitle(&shown),
                )
            }
        };
        Document {
            lang,
            title,
            subtitle,
            blocks,
        }
    }
}

/// A table with its first rows alone, with `total` also its last, and how many are left out; anything else as
/// it is.
fn shortened(block: Block, most: usize, total: bool, lang: Lang) -> Vec<Block> {
    let kept_last = usize::from(total);
    match block {
        Block::Table(mut table) if table.rows.len() > most.saturating_add(kept_last) => {
            let more = table.rows.len() - most - kept_last;
            let last = table.rows.pop().filter(|_| total);
            table.rows.truncate(most);
            table.rows.extend(last);
            vec![
                Block::Table(table),
                Block::Paragraph(label::outcome_more_rows(lang, more)),
            ]
        }
        other => vec![other],
    }
}
