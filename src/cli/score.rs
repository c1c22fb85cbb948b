//! `siap score`: the tree with its scores, or of a survey the results of groups of respondents.

use clap::Args;
use siap::problem::{Problem, suggest};
use siap::scrutiny::survey;
use siap::statement::profile::is_personal;
use siap::text::{list, say};
use siap::view::score::Scores;
use siap::view::survey::Grouped;

use super::args::Shown;
use super::context::Context;
use super::driver;
use super::error::Refused;
use super::load::{self, Loaded};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    shown: Shown,
    #[arg(long, value_name = "HEADER")]
    by: Option<String>,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let Shown {
        data,
        selection,
        output,
    } = &args.shown;
    let Some(by) = &args.by else {
        return driver::each(data, output, None, context, |scored, lang| {
            let shown = load::selected(scored, selection)?;
            Ok(Box::new(Scores {
                scored,
                shown,
                lang,
            }))
        });
    };
    if by.trim().is_empty() {
        return Err(Refused::misuse(say::by_unknown_header(by.as_str())).into());
    }
    if is_personal(by) {
        return Err(Refused::misuse(say::by_is_personal(by.as_str())).into());
    }
    let loaded: Loaded = load::load_by(data, Some(by), context)?;
    let is_survey = |it: &&siap::study::Scored| !survey::items(&it.framework).is_empty();
    if !loaded.scored.iter().any(|it| is_survey(&it)) {
        let ids = list(loaded.scored.iter().map(|it| it.framework.id()));
        return Err(Refused::misuse(say::by_needs_survey(ids)).into());
    }
    driver::loaded(&loaded, output, None, |project, lang| {
        let mut reports: driver::Reports<'_> = Vec::new();
        for scored in project.scored.iter().filter(is_survey) {
            let shown = load::selected(scored, selection)?;
            let (framework, method) = (&scored.framework, &scored.method);
            let found = survey::groups(
                (framework, method),
                &scored.statements,
                (&scored.assessed, &shown),
                &scored.about.spellings,
                by,
            )?;
            let Some(groups) = found else {
                return Err(unknown_header(scored, by));
            };
            reports.push(driver::report(Grouped {
                scored,
                by: by.clone(),
                groups,
                lang,
            }));
        }
        Ok(reports)
    })
}

/// Says which headers there are in place of one that no file has.
fn unknown_header(scored: &siap::study::Scored, by: &str) -> Refused {
    let headers = survey::headers(&scored.statements);
    // Questions are no groups, and long.
    let is_short = |it: &&str| it.chars().count() <= 40;
    let told = headers
        .iter()
        .copied()
        .filter(|it| is_short(it) && !is_personal(it));
    let told: Vec<String> = told
        .map(|it| format!("`{}`", siap::text::shown(it)))
        .collect();
    let near = suggest(by, headers.iter().copied()).map(say::did_you_mean);
    let problem = Problem::error(say::by_unknown_header(by)).maybe_help(near);
    Refused(vec![problem.help(say::by_known_headers(list(told)))])
}
