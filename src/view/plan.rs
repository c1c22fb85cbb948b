//! Planned posts against who was heard.

use crate::study::Post;
use crate::text::{Lang, label, list};

use super::heard::Heard;
use super::names::short_name;

/// The planned posts of a region against who was heard there.
pub(super) struct Plan<'a> {
    /// Each planned post with its number of counted statements.
    pub(super) posts: Vec<(&'a Post, usize)>,
    /// Whether a statement of the region can be tied to a post; where none names one it cannot, and
    /// nobody knows which of the planned were heard.
    pub(super) is_tied: bool,
    /// People who were heard.
    pub(super) people: usize,
    /// Statements without a speaker, which may be of any of them.
    pub(super) unnamed: usize,
}

impl<'a> Plan<'a> {
    /// The posts planned for a region.
    pub(super) fn of(posts: &'a [Post], region: &str, heard: Option<&Heard>) -> Self {
        let of_region = posts.iter().filter(|it| it.region == region);
        let count = |post: &Post| {
            let voices = heard.into_iter().flat_map(|it| it.of_post(post));
            voices.map(|(_, voice)| voice.statements).sum()
        };
        let posts: Vec<(&Post, usize)> = of_region.map(|it| (it, count(it))).collect();
        // A region of which no row speaks is simply not heard.
        let is_tied = heard.is_none_or(|it| it.statements == 0 || it.names_posts())
            || posts.iter().any(|(_, count)| *count > 0);
        Self {
            posts,
            is_tied,
            people: heard.map_or(0, Heard::people),
            unnamed: heard.map_or(0, Heard::unnamed),
        }
    }

    /// Whether a post without a statement was certainly not heard.
    pub(super) fn knows_silent(&self) -> bool {
        self.is_tied && self.unnamed == 0
    }

    /// Posts that speak in a statement; nothing where statements without a speaker may be of any.
    pub(super) fn heard(&self) -> Option<usize> {
        let count = self.posts.iter().filter(|(_, count)| *count > 0).count();
        (count > 0 || self.knows_silent()).then_some(count)
    }
}

/// What came of the planned posts: a sentence for each region, and one for all in which no statement
/// can be tied to a post.
pub(super) fn sentences<'a>(
    plans: impl Iterator<Item = (&'a str, &'a Plan<'a>)>,
    lang: Lang,
) -> Vec<String> {
    let (mut out, mut not_tied, mut planned_there) = (Vec::new(), Vec::new(), 0);
    for (region, plan) in plans.filter(|(_, plan)| !plan.posts.is_empty()) {
        let (planned, heard) = (plan.posts.len(), plan.heard().unwrap_or(0));
        let region = short_name(region);
        if !plan.is_tied {
            not_tied.push(region);
            planned_there += planned;
            continue;
        }
        let line = match heard == 0 && plan.people > 0 {
            true => label::plan_others(lang, region, planned, plan.people),
            false => label::plan_heard(lang, region, planned, heard),
        };
        out.push(match heard < planned && plan.unnamed > 0 {
            true => label::plan_unnamed(lang, line, plan.unnamed),
            false => line,
        });
    }
    if !not_tied.is_empty() {
        out.push(label::plan_not_tied(lang, list(not_tied), planned_there));
    }
    out
}
