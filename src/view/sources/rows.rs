//! Who was heard, for programs: one list of columns for CSV and JSON.

use std::collections::BTreeSet;
use std::fmt::Display;

use crate::statement::Speaker;
use crate::statement::identity::SpeakerSort;
use crate::study::Post;
use crate::view::dataset::{Columns, Row};
use crate::view::heard::{Heard, Voice};
use crate::view::plan::Plan;

use super::Sources;

/// What was counted in one region.
pub(super) struct RegionRow<'a> {
    region: &'a str,
    code: Option<&'a str>,
    heard: Option<&'a Heard>,
    plan: Plan<'a>,
}

/// Who was heard, or was to be heard.
pub(super) struct SourceRow<'a> {
    region: &'a str,
    code: Option<&'a str>,
    what: What<'a>,
}

enum What<'a> {
    Heard(&'a Speaker, &'a Voice, Option<&'a Post>),
    Unnamed(Option<&'a str>, usize),
    /// A planned post, and whether it is known that nobody spoke for it.
    NotHeard(&'a Post, bool),
}

/// What was counted in each region.
pub(super) fn regions<'a>(of: &'a Sources<'a>) -> Vec<RegionRow<'a>> {
    let plans = of.plans().into_iter();
    plans
        .map(|(region, heard, plan)| RegionRow {
            region,
            code: code(of, region),
            heard,
            plan,
        })
        .collect()
}

/// By region: people, documents, statements without a speaker, planned posts that were not heard.
pub(super) fn sources<'a>(of: &'a Sources<'a>) -> Vec<SourceRow<'a>> {
    let mut out = Vec::new();
    for (region, heard, plan) in of.plans() {
        let row = |what| SourceRow {
            region,
            code: code(of, region),
            what,
        };
        if let Some(heard) = heard {
            for sort in [SpeakerSort::Person, SpeakerSort::Document] {
                let voices = heard.voices.iter().filter(|(it, _)| it.sort() == sort);
                out.extend(voices.map(|(speaker, voice)| {
                    let post = plan.posts.iter().map(|(post, _)| *post);
                    let mut post =
                        post.filter(|post| heard.of_post(post).any(|it| it.0 == speaker));
                    row(What::Heard(speaker, voice, post.next()))
                }));
            }
            let unnamed = heard.unnamed.iter();
            out.extend(
                unnamed.map(|(method, count)| row(What::Unnamed(method.as_deref(), *count))),
            );
        }
        let silent = plan.posts.iter().filter(|(_, count)| *count == 0);
        out.extend(silent.map(|(post, _)| row(What::NotHeard(post, plan.knows_silent()))));
    }
    out
}

fn code<'a>(of: &'a Sources<'a>, region: &str) -> Option<&'a str> {
    let known = of.regions.keys().find(|it| *it.name == *region);
    known.and_then(|it| it.code.as_deref())
}

fn joined<T: Display>(names: &BTreeSet<T>) -> Option<String> {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    (!names.is_empty()).then(|| names.join("; "))
}

impl<'a> SourceRow<'a> {
    fn voice(&self) -> Option<&'a Voice> {
        match self.what {
            What::Heard(_, voice, _) => Some(voice),
            _ => None,
        }
    }

    fn post(&self) -> Option<&'a Post> {
        match self.what {
            What::Heard(_, _, post) => post,
            What::NotHeard(post, _) => Some(post),
            What::Unnamed(..) => None,
        }
    }
}

impl Row for SourceRow<'_> {
    const NAME: &'static str = "Source";
    const ABOUT: &'static str =
        "Somebody or a document that was heard in a region, or a planned post that was not.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text(
            "region",
            "official name where matched, else as given",
            |it| Some(it.region),
        )
        .always();
        to.text("code", "Kemendagri code where matched", |it| it.code);
        to.text(
            "sort",
            "`person`, `document`, `unnamed` (statements without a speaker), or `planned` (a post \
             that no statement can be tied to)",
            |it| {
                Some(match it.what {
                    What::Heard(speaker, ..) if speaker.is_person() => "person",
                    What::Heard(..) => "document",
                    What::Unnamed(..) => "unnamed",
                    What::NotHeard(..) => "planned",
                })
            },
        )
        .always();
        to.text("informant", "name of who spoke", |it| match it.what {
            What::Heard(speaker, ..) => speaker.informant(),
            _ => None,
        });
        to.words("role", "posts of who spoke, parted by `;`", |it| {
            match it.what {
                What::Heard(speaker, voice, _) if speaker.is_person() => joined(&voice.roles),
                What::NotHeard(post, _) => post.role.clone(),
                _ => None,
            }
        });
        to.words(
            "agency",
            "offices of who spoke, parted by `;`",
            |it| match it.what {
                What::Heard(speaker, voice, _) if speaker.is_person() => joined(&voice.agencies),
                What::NotHeard(post, _) => post.agency.clone(),
                _ => None,
            },
        );
        to.text("class", "class of the planned post", |it| {
            it.post()?.class.as_deref()
        });
        to.words("document", "the written source", |it| match it.what {
            What::Heard(speaker, ..) if !speaker.is_person() => speaker.shown(),
            _ => None,
        });
        to.words(
            "method",
            "how it was collected, parted by `;`",
            |it| match it.what {
                What::Heard(_, voice, _) => joined(&voice.methods),
                What::Unnamed(method, _) => method.map(ToOwned::to_owned),
                What::NotHeard(..) => None,
            },
        );
        to.text("date_first", "earliest date, as written", |it| {
            it.voice()?.dates.first().map(|it| &**it)
        });
        to.text("date_last", "latest date, as written", |it| {
            it.voice()?.dates.last().map(|it| &**it)
        });
        to.whole(
            "statements",
            "primary and supplementary, however many coders judged them; null of a planned post",
            |it| match it.what {
                What::Heard(_, voice, _) => Some(voice.statements),
                What::Unnamed(_, count) => Some(count),
                What::NotHeard(..) => None,
            },
        );
        to.whole("codings", "rows of these: one for each coder", |it| {
            Some(it.voice()?.codings)
        });
        to.whole("context", "rows that are listed and not counted", |it| {
            Some(it.voice()?.context)
        });
        to.whole("locators", "places in the source that are named", |it| {
            Some(it.voice()?.locators.len())
        });
        to.flag(
            "planned",
            "whether the study plans the post",
            |it| match it.what {
                What::Heard(speaker, ..) if !speaker.is_person() => None,
                What::Heard(_, _, post) => Some(post.is_some()),
                What::Unnamed(..) => None,
                What::NotHeard(..) => Some(true),
            },
        );
        to.flag(
            "heard",
            "whether somebody of the post speaks; null where statements without a speaker may be theirs",
            |it| match it.what {
                What::Heard(speaker, voice, _) if speaker.is_person() => Some(voice.statements > 0),
                What::Heard(..) | What::Unnamed(..) => None,
                What::NotHeard(_, is_tied) => is_tied.then_some(false),
            },
        );
    }
}

impl Row for RegionRow<'_> {
    const NAME: &'static str = "RegionHeard";
    const ABOUT: &'static str =
        "What was counted in one region, over all its waves and frameworks.";

    fn columns(to: &mut Columns<'_, Self>) {
        let count = |of: fn(&Heard) -> usize| move |it: &Self| it.heard.map_or(0, of);
        to.text(
            "region",
            "official name where matched, else as given",
            |it| Some(it.region),
        )
        .always();
        to.text("code", "Kemendagri code where matched", |it| it.code);
        to.count(
            "statements",
            "what sources said, primary and supplementary, however many coders judged it",
            count(|it| it.statements),
        );
        to.count(
            "codings",
            "rows of these: one for each coder",
            count(|it| it.codings),
        );
        to.count("informants", "people who said it", count(Heard::people));
        to.count(
            "documents",
            "written sources it stands in",
            count(Heard::documents),
        );
        to.count(
            "unnamed",
            "statements without a speaker",
            count(Heard::unnamed),
        );
        to.count(
            "context",
            "rows that are listed and not counted",
            count(|it| it.context),
        );
        to.count("planned", "planned posts", |it| it.plan.posts.len());
        to.whole(
            "heard",
            "planned posts that speak; null where statements without a speaker may be of any",
            |it| it.plan.heard(),
        );
    }
}
