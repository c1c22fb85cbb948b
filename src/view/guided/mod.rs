//! The screens of a guided self-assessment: what opens it, what is said after an answer, help, and
//! what closes it. The questions stand in `question`.

mod question;

use crate::assess::{NodeResult, Reason};
use crate::framework::Framework;
use crate::guide::{Guide, Reply, Step};
use crate::problem::Problem;
use crate::study::Scored;
use crate::text::{Lang, capital, label, list, number, percent, shell_word};

use super::shown::{notice_line, official_status_line, open_range};
use super::{Block, Document, words};

pub use question::{prompt, question};

fn document(lang: Lang, blocks: Vec<Block>) -> Document {
    Document {
        lang,
        title: String::new(),
        subtitle: String::new(),
        blocks,
    }
}

/// What stands above the first question: whose answers under which instrument, how it goes, and how
/// far it has come; `has_data` where earlier data were named.
#[must_use]
pub fn opening(guide: &Guide, has_data: bool, lang: Lang) -> Document {
    let framework = guide.framework();
    let status = official_status_line(framework, lang).into_iter();
    let status: Vec<String> = status.chain(words::validity(framework, lang)).collect();
    let status = Some(status.join(" ")).filter(|it| !it.is_empty());
    let mut blocks: Vec<Block> = status
        .into_iter()
        .chain(notice_line(framework, lang))
        .map(Block::Paragraph)
        .collect();
    let mut lines = vec![label::guide_how(lang).to_owned()];
    match guide.earlier() {
        Some(it) => {
            let stage = it.stage.map(|it| words::stage(lang, it).to_owned());
            let place: Vec<String> = it.wave.clone().into_iter().chain(stage).collect();
            lines.push(label::guide_earlier(lang, place.join(" · ")));
        }
        None if has_data => lines.push(label::guide_no_earlier(lang, guide.region())),
        None => {}
    }
    if guide.wave().is_none() {
        lines.push(label::guide_without_wave(lang).to_owned());
    }
    let progress = guide.progress();
    if progress.answered + progress.skipped > 0 {
        let next = guide.node().map(|it| framework.nodes()[it].id());
        lines.push(match next {
            Some(next) => label::guide_resumed(lang, progress.answered, progress.all, next),
            None => label::guide_resumed_done(lang, progress.answered, progress.all),
        });
        if progress.skipped > 0 {
            lines.push(label::guide_skipped_so_far(lang, progress.skipped));
        }
    }
    blocks.push(Block::List(lines));
    // Items and a note stand under the question that they belong to, which was asked before.
    if guide.step() != Step::Answer {
        blocks.extend(question::reminder(guide, lang));
    }
    let about = label::framework_line(lang, framework.id(), framework.version());
    let whose = words::place(guide.region(), guide.wave());
    Document {
        lang,
        title: label::guide_title(lang, whose),
        subtitle: format!("{about} · {}", framework.title().get(lang)),
        blocks,
    }
}

/// What is said after a typed line.
#[must_use]
pub fn after(guide: &Guide, reply: &Reply, lang: Lang) -> Document {
    let told = |problem: &Problem| {
        let help = problem.help.first();
        let all = std::iter::once(&problem.message).chain(help);
        let all: Vec<&str> = all.map(|it| it.get(lang)).collect();
        all.join("; ")
    };
    let mut blocks = Vec::new();
    match reply {
        Reply::Saved(doubts) => {
            let doubts = doubts.iter();
            blocks.extend(doubts.map(|it| Block::Paragraph(label::guide_doubt(lang, told(it)))));
            let line = label::guide_saved(lang, progress_line(guide, lang));
            blocks.push(Block::Paragraph(line));
        }
        Reply::Skipped => {
            let line = label::guide_left_open(lang, progress_line(guide, lang));
            blocks.push(Block::Paragraph(line));
        }
        Reply::Noted => blocks.push(Block::Paragraph(label::guide_noted(lang).to_owned())),
        Reply::Kept => blocks.push(Block::Paragraph(label::guide_kept(lang).to_owned())),
        Reply::Refused(problems) => {
            let first = problems.first().map(told).unwrap_or_default();
            blocks.push(Block::Paragraph(label::guide_not_taken(lang, first)));
        }
        Reply::Help => {
            blocks.push(Block::heading(label::guide_help_heading(lang)));
            blocks.push(Block::List(help(guide, lang)));
        }
        Reply::Moved | Reply::Quit => {}
    }
    document(lang, blocks)
}

fn help(guide: &Guide, lang: Lang) -> Vec<String> {
    let framework = guide.framework();
    let asked = guide
        .node()
        .and_then(|it| framework.nodes()[it].indicator());
    let mut lines = Vec::new();
    if let Some(indicator) = asked {
        lines.push(
            match (indicator.has_levels(), indicator.kind.is_counted()) {
                (true, _) => label::guide_help_level(lang),
                (false, true) if !indicator.kind.lists_things() => {
                    label::guide_help_direction(lang)
                }
                (false, _) => label::guide_help_number(lang),
            }
            .to_owned(),
        );
        let index = indicator.lookup.as_ref();
        lines.extend(index.map(|it| label::guide_help_index(lang, &it.unit)));
    }
    if framework.indicators().any(|(.., it)| !it.items.is_empty()) {
        lines.push(label::guide_help_items(lang).to_owned());
    }
    lines.push(label::guide_help_note(lang).to_owned());
    lines.push(label::guide_help_back(lang).to_owned());
    lines.push(label::guide_help_skip(lang).to_owned());
    if framework.indicators().any(|(.., it)| it.allow_na) {
        lines.push(label::guide_help_na(lang).to_owned());
    }
    let last = framework.indicators().last();
    lines.extend(last.map(|(_, node, _)| label::guide_help_to_code(lang, node.id())));
    lines.push(label::guide_help_quit(lang).to_owned());
    lines
}

/// `Indeks SPBE sementara 2,10 (kemungkinan 1,30–4,80) · terisi 13 dari 47 (28%)`.
fn progress_line(guide: &Guide, lang: Lang) -> String {
    let progress = guide.progress();
    #[expect(clippy::cast_precision_loss, reason = "few indicators")]
    let share = progress.answered as f64 / progress.all as f64;
    let share = percent(share, 0, lang);
    let filled = label::guide_filled(lang, progress.answered, progress.all, share);
    match index_line(guide, lang) {
        Some(index) => format!("{index} · {filled}"),
        None => capital(&filled),
    }
}

/// What the answers so far come to; nothing where the framework has no total.
fn index_line(guide: &Guide, lang: Lang) -> Option<String> {
    let framework = guide.framework();
    let whole = words::whole(lang, framework);
    if !framework.indicators().any(|(.., it)| it.is_scored()) {
        return None;
    }
    let scored = match guide.scored() {
        Ok(scored) => scored,
        Err(problems) => {
            let why = problems.iter().find(|it| it.is_error())?.message.get(lang);
            return Some(label::guide_index_failed(lang, whole, why));
        }
    };
    let result = &scored.assessed.assessments.first()?.nodes[0];
    let range = open_range(result).map(|(low, high)| range(&scored, (low, high), lang));
    let Some(told) = result.told else {
        if matches!(result.reason, Some(Reason::Profile | Reason::NotScored)) {
            return None;
        }
        let why = words::reason(&words::wording(lang, framework), result.reason);
        let why: Vec<String> = std::iter::once(why).chain(range).collect();
        return Some(label::guide_index_none(lang, whole, why.join("; ")));
    };
    let told = with_more(&scored, result, told, range, lang);
    Some(match guide.open().is_empty() {
        true => label::guide_index_final(lang, whole, told),
        false => label::guide_index_running(lang, whole, told),
    })
}

fn range(scored: &Scored, ends: (f64, f64), lang: Lang) -> String {
    let Scored {
        framework, method, ..
    } = scored;
    let told = |score| {
        let told = method.as_people_read(framework, 0, score);
        number(told, method.reporting.decimals, lang)
    };
    label::guide_between(lang, told(ends.0), told(ends.1))
}

/// A result with its range and its band, as far as there are any.
fn with_more(
    scored: &Scored,
    result: &NodeResult,
    told: f64,
    range: Option<String>,
    lang: Lang,
) -> String {
    let told = words::told_text(lang, scored, told);
    let band = words::band(lang, scored, 0, result);
    let more: Vec<String> = range.into_iter().chain(band).collect();
    match more.is_empty() {
        true => told,
        false => format!("{told} ({})", more.join("; ")),
    }
}

/// How the commands that come next name what they are about.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// Study and data with earlier answers.
    pub inputs: &'a [String],
    /// The framework as it was asked for.
    pub framework: &'a str,
    /// The file of the answers.
    pub file: &'a str,
}

/// What ends the dialogue: the result, what is open, and which commands come next.
#[must_use]
pub fn closing(guide: &Guide, names: Names<'_>, lang: Lang) -> Document {
    let progress = guide.progress();
    if progress.answered + progress.skipped == 0 {
        let line = label::guide_nothing_written(lang).to_owned();
        return document(lang, vec![Block::Paragraph(line)]);
    }
    let framework = guide.framework();
    let mut blocks = vec![Block::heading(label::guide_summary(lang))];
    let mut lines = vec![
        capital(&progress_line(guide, lang)) + ".",
        label::guide_written(lang, names.file),
    ];
    let open = guide.open();
    lines.push(match open.is_empty() {
        true => label::guide_all_done(lang).to_owned(),
        false => still_open(framework, &open, lang),
    });
    let scored = guide.scored().ok();
    let result = scored.as_ref();
    if let Some(result) = result.and_then(|it| it.assessed.assessments.first()) {
        lines.extend(words::minimums(lang, framework, result));
    }
    blocks.push(Block::List(lines));
    let target = scored.and_then(|it| next_band(&it));
    let commands = next_commands(guide, names, (!open.is_empty(), target), lang);
    blocks.push(Block::Commands(commands));
    document(lang, blocks)
}

/// The commands that come next, each with what it does; the first where something is open, the last where
/// there is a better band.
fn next_commands(
    guide: &Guide,
    names: Names<'_>,
    (is_open, target): (bool, Option<String>),
    lang: Lang,
) -> Vec<(String, String)> {
    let [file, framework, region] = [names.file, names.framework, guide.region()].map(shell_word);
    let mut out = Vec::new();
    if is_open {
        let mut words = vec!["siap assess".to_owned()];
        words.extend(names.inputs.iter().map(|it| shell_word(it)));
        words.push(format!("-f {framework} --region {region}"));
        words.extend(guide.wave().map(|it| format!("--wave {}", shell_word(it))));
        words.push(format!("-o {file}"));
        out.push((words.join(" "), label::guide_next_again(lang)));
    }
    out.push((
        format!("siap score {file} -f {framework}"),
        label::guide_next_score(lang),
    ));
    if let Some(target) = target {
        let line =
            format!("siap plan {file} -f {framework} --region {region} --target predikat:{target}");
        out.push((line, label::guide_next_plan(lang)));
    }
    let out = out.into_iter();
    out.map(|(line, what)| (line, what.to_owned())).collect()
}

/// `Masih terbuka (3): i04, i09, i40.`
fn still_open(framework: &Framework, open: &[usize], lang: Lang) -> String {
    const NAMED: usize = 12;
    let names = list(
        open.iter()
            .take(NAMED)
            .map(|it| framework.nodes()[*it].id()),
    );
    match open.len().saturating_sub(NAMED) {
        0 => label::guide_still_open(lang, open.len(), names),
        more => label::guide_still_open_more(lang, open.len(), names, more),
    }
}

/// The band above the one that was reached.
fn next_band(scored: &Scored) -> Option<String> {
    let result = &scored.assessed.assessments.first()?.nodes[0];
    let band = scored.framework.bands().get(result.band()? + 1)?;
    Some(band.id.clone())
}
