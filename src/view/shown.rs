//! What a comparison is shown with, and what is said beside every result.

use crate::assess::{Assessed, Assessment, NodeResult};
use crate::compare::{Comparison, Outside, Unranked, cautions};
use crate::framework::{Framework, Method, Standing};
use crate::statement::{Stage, Statements};
use crate::study::Scored;
use crate::text::{Lang, Sentence, Wording, label, list, percent};

use super::report::Detail;
use super::{Block, corrections, words};

pub use super::names::short_name;

/// What a comparison is shown with.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// Framework, method, rows and scores.
    pub scored: &'a Scored,
    /// The order.
    pub comparison: &'a Comparison,
    /// Language of the reader.
    pub lang: Lang,
}

impl<'a> Shown<'a> {
    /// The framework.
    #[must_use]
    pub fn framework(&self) -> &'a Framework {
        &self.scored.framework
    }

    /// The choices behind the scores.
    #[must_use]
    pub fn method(&self) -> &'a Method {
        &self.scored.method
    }

    /// The rows.
    #[must_use]
    pub fn statements(&self) -> &'a Statements {
        &self.scored.statements
    }

    /// The scores.
    #[must_use]
    pub fn assessed(&self) -> &'a Assessed {
        &self.scored.assessed
    }

    /// What the framework calls things, for sentences.
    pub(super) fn wording(&self) -> Wording {
        words::wording(self.lang, self.framework())
    }

    /// Why a region has no rank.
    pub(super) fn why_outside(&self, it: &Unranked) -> String {
        let lang = self.lang;
        match &it.why {
            Outside::OtherKind(kind) => label::outside_kind(lang, words::kind(lang, *kind)),
            Outside::OtherWave => label::outside_wave(lang).to_owned(),
            Outside::OtherStage => label::outside_stage(lang).to_owned(),
            Outside::NoScore(reason) => words::reason(&self.wording(), *reason),
            Outside::LowCoverage(_) => label::outside_coverage(
                lang,
                percent(self.method().aggregation.rank_coverage, 0, lang),
            ),
            Outside::Unconfirmed(node, value) => {
                let title = match node {
                    0 => words::whole(lang, self.framework()),
                    _ => words::title(lang, self.framework(), *node),
                };
                let (lowest, _) = self.framework().ends(*node, self.method().reporting);
                label::outside_unconfirmed(lang, title, *value, lowest)
            }
        }
    }

    /// The assessment at a position.
    #[must_use]
    pub fn assessment(&self, at: usize) -> &'a Assessment {
        &self.scored.assessed.assessments[at]
    }

    /// Name of the study, else of the framework.
    #[must_use]
    pub fn title(&self) -> &'a str {
        self.scored.title(self.lang)
    }

    /// Whether levels that regions gave themselves count as the upper edge of a band of values.
    pub(super) fn has_claims(&self) -> bool {
        let mut shown = self.comparison.shown.iter();
        shown.any(|at| {
            self.assessment(*at)
                .nodes
                .iter()
                .any(|it| it.level.is_some())
        })
    }

    /// The nodes below the index that tables show.
    pub(super) fn rows(&self) -> Vec<usize> {
        let shown = self.comparison.shown.iter();
        let mine: Vec<&Assessment> = shown.map(|at| self.assessment(*at)).collect();
        rows_of(self.framework(), &mine)
    }

    /// Those of the rows below which no other is shown.
    pub(super) fn tips(&self) -> Vec<usize> {
        let rows = self.rows();
        let nodes = self.framework().nodes();
        let is_last = |at: &usize| !nodes[*at].children().iter().any(|it| rows.contains(it));
        rows.iter().copied().filter(is_last).collect()
    }
}

/// The nodes below the index that tables show: all, but nothing below a group that stands by its
/// reported number wherever it is known.
pub(super) fn rows_of(framework: &Framework, assessments: &[&Assessment]) -> Vec<usize> {
    let nodes = framework.nodes();
    let closed: Vec<bool> = (0..nodes.len())
        .map(|at| {
            assessments.iter().any(|it| it.nodes[at].reported)
                && assessments
                    .iter()
                    .all(|it| it.is_silent_below(framework, at))
        })
        .collect();
    let mut hidden = vec![false; nodes.len()];
    (1..nodes.len())
        .filter(|at| {
            let parent = nodes[*at].parent().unwrap_or(0);
            hidden[*at] = hidden[parent] || closed[parent];
            !hidden[*at]
        })
        .collect()
}

/// What weakens the order besides the scores, in words.
pub(super) fn caution_words(shown: &Shown) -> Vec<Sentence> {
    let Scored {
        framework,
        statements,
        assessed,
        ..
    } = shown.scored;
    cautions(framework, statements, assessed, shown.comparison)
        .iter()
        .map(|it| words::caution(shown.scored, it))
        .collect()
}

/// `framework … · wave 2019 · final · 4 regions`.
#[must_use]
pub fn subtitle(shown: &Shown) -> String {
    let lang = shown.lang;
    let framework = shown.framework();
    let mut parts = vec![label::framework_line(
        lang,
        framework.id(),
        framework.version(),
    )];
    if let Some(wave) = &shown.comparison.wave {
        parts.push(label::wave_line(lang, &**wave));
    }
    match shown.comparison.stage {
        Some(Stage::SelfAssessed) => parts.push(label::unverified(lang).to_owned()),
        Some(stage) => parts.push(words::stage(lang, stage).to_owned()),
        None => {}
    }
    parts.push(label::regions_line(&shown.wording(), compared(shown).len()));
    if let Some(expected) = &shown.scored.about.expected {
        let missing = not_sent(shown).len();
        if missing > 0 {
            let all = expected.len();
            parts.push(label::among_senders(lang, all - missing, all));
        }
    }
    let (few, among) = (shown.comparison.ranking.len(), shown.comparison.among);
    if few < among {
        parts.push(label::shown_of(lang, few, among));
    }
    let all = compared(shown);
    let all = all.iter().map(|at| shown.assessment(*at));
    parts.extend(words::counts(lang, shown.scored, all));
    parts.join(" · ")
}

/// More regions than this of another tier of government, or without data, are not listed one by one.
pub(super) const MOST_OTHERS: usize = 12;

/// The assessments that a comparison is of, shown or not: the ranked ones and those outside, as long as
/// those of another tier of government are few enough to be listed.
fn compared(shown: &Shown) -> Vec<usize> {
    let comparison = shown.comparison;
    let is_other = |it: &&Unranked| matches!(it.why, Outside::OtherKind(_));
    let many = comparison.unranked.iter().filter(is_other).count() > MOST_OTHERS;
    let outside = comparison
        .unranked
        .iter()
        .filter(|it| !(many && is_other(it)));
    let ranked = comparison.whole.iter().map(|it| it.assessment);
    ranked
        .chain(outside.filter_map(|it| it.assessment))
        .collect()
}

/// The expected regions that have sent nothing for the compared wave.
pub(super) fn not_sent<'a>(shown: &Shown<'a>) -> Vec<&'a str> {
    let comparison = shown.comparison;
    let all = &shown.scored.assessed.assessments;
    let sent = |it: &&Assessment| comparison.waves_mixed || it.wave == comparison.wave;
    let has_sent = |name: &str| all.iter().filter(sent).any(|it| &*it.region.name == name);
    shown.scored.about.not_sent(has_sent)
}

/// What is said under every table of results: what was corrected since it was sent, whose judgement,
/// whether official, what was replaced. Corrections are told of the assessments `shown` (positions), where
/// only some are.
pub(super) fn remarks(
    scored: &Scored,
    shown: Option<&[usize]>,
    (lang, detail): (Lang, Detail),
    blocks: &mut Vec<Block>,
) {
    corrections::section(scored, shown, (lang, detail), blocks);
    foot(scored, lang, blocks);
}

/// As [`remarks`], where corrections are told of elsewhere.
pub(super) fn foot(scored: &Scored, lang: Lang, blocks: &mut Vec<Block>) {
    let notice = notice_line(&scored.framework, lang);
    let lines: Vec<String> = notice
        .into_iter()
        .chain(remark_lines(scored, lang))
        .collect();
    if !lines.is_empty() {
        blocks.push(Block::heading(label::remarks_heading(lang).to_owned()));
        blocks.push(Block::List(lines));
    }
}

/// Whose results these are: a regulation's only where its framework is used as written.
pub(super) fn standing(framework: &Framework, method: &Method) -> Standing {
    match framework.standing() {
        Standing::Regulation if !method.replaced(framework).is_empty() => Standing::Own,
        written => written,
    }
}

/// What somebody must know before using the framework, and so before using its results.
pub(super) fn notice_line(framework: &Framework, lang: Lang) -> Option<String> {
    framework.notice().map(|it| it.get(lang).to_owned())
}

/// Whose instrument stands behind something that is no result, as data or codings; nothing for the
/// instruments of researchers, which nobody takes for official.
pub(super) fn official_status(framework: &Framework, lang: Lang) -> Option<&'static str> {
    match framework.standing() {
        Standing::Regulation => Some(label::official(lang)),
        Standing::Copy => Some(label::official_copy(lang)),
        Standing::Own => None,
    }
}

/// The same in a line of its own: `pemdi-2026: copy of an official instrument, …`.
pub fn official_status_line(framework: &Framework, lang: Lang) -> Option<String> {
    let status = official_status(framework, lang)?;
    Some(format!("{}: {status}.", framework.id()))
}

/// The remarks as lines, for tables and figures alike.
pub(super) fn remark_lines(scored: &Scored, lang: Lang) -> Vec<String> {
    let Scored {
        framework, method, ..
    } = scored;
    let mut lines = Vec::new();
    lines.push(match standing(framework, method) {
        Standing::Regulation => label::official_line(lang, framework.title()),
        Standing::Copy => label::official_copy_line(lang),
        Standing::Own => label::not_official_line(lang),
    });
    lines.extend(words::validity(framework, lang));
    if !framework.judgement().is_empty() {
        let what = list(framework.judgement().iter().map(|it| it.get(lang)));
        lines.push(label::judgement_line(lang, what));
    }
    let replaced: Vec<String> = method
        .replaced(framework)
        .into_iter()
        .map(|(key, value)| format!("{key} = {value}"))
        .collect();
    if !replaced.is_empty() {
        lines.push(label::method_line(lang, list(replaced)));
    }
    lines
}

/// The possible range of a score, where something is missing.
pub(super) fn open_range(node: &NodeResult) -> Option<(f64, f64)> {
    let (low, high) = (node.score_low?, node.score_high?);
    (high - low > crate::stats::TOLERANCE).then_some((low, high))
}
