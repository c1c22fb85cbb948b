//! What somebody is told who only dropped files: how much, why it changed, what first, who; in that order on
//! the screen and on the first sheet of the workbook of results, the tables behind it on the next.
//!
//! Every number comes from what the other commands show; nothing is reckoned here.

mod cut;
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

use cut::Extent;

pub use to_mend::{Senders, to_mend};

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

    /// The four answers.
    #[must_use]
    pub fn document(&self, detail: Detail) -> Document {
        self.answers(match detail {
            Detail::Brief => Extent::Screen,
            Detail::Full => Extent::Whole,
        })
    }

    fn answers(&self, extent: Extent) -> Document {
        let (scored, lang) = (self.scored, self.lang);
        let framework = &scored.framework;
        let mut blocks = Vec::new();
        if self.said.is_public {
            blocks.push(Block::Paragraph(label::outcome_public(lang).to_owned()));
        }
        let mut part = |heading: &str, found: Vec<Block>| {
            blocks.push(Block::heading(heading.to_owned()));
            blocks.extend(found);
        };
        part(label::outcome_how_much(lang), much::section(self, extent));
        part(label::outcome_why(lang), why::section(self, extent));
        part(label::outcome_first(lang), first::section(self, extent));
        part(label::outcome_who(lang), who::section(self, extent));
        if extent != Extent::Screen {
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
