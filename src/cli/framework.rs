//! `siap framework`: the library of frameworks.

use clap::{Args, Subcommand};
use siap::assess::node_called;
use siap::framework::{self, Crosswalk, crosswalk, library};
use siap::problem::Problem;
use siap::study::{self, Files as _};
use siap::text::{Lang, label, say};
use siap::view;
use siap::view::report::Report;

use super::args::Output;
use super::context::Context;
use super::error::{self, Refused};
use super::files::Disk;
use super::output::{ending_must_be, write};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: FrameworkCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum FrameworkCommand {
    List(FrameworkList),
    Show(FrameworkShow),
    Check(FrameworkCheck),
    New(FrameworkNew),
}

#[derive(Debug, Args)]
pub(crate) struct FrameworkList {
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct FrameworkShow {
    #[arg(value_name = "FRAMEWORK")]
    pub(crate) name: String,
    #[arg(value_name = "INDICATOR", conflicts_with = "toml")]
    pub(crate) indicator: Option<String>,
    #[arg(long, conflicts_with = "format")]
    pub(crate) toml: bool,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct FrameworkCheck {
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct FrameworkNew {
    #[arg(
        value_name = "ID",
        default_value = "my-framework",
        hide_default_value = true
    )]
    pub(crate) name: String,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    match &args.command {
        FrameworkCommand::List(it) => list(it, context),
        FrameworkCommand::Show(it) => show(it, context),
        FrameworkCommand::Check(it) => check(it, context),
        FrameworkCommand::New(it) => new(it, context),
    }
}

fn list(args: &FrameworkList, context: Context) -> anyhow::Result<()> {
    args.output.ending_is_kept()?;
    let mut library = view::library::Library {
        frameworks: Vec::new(),
        crosswalks: Vec::new(),
        lang: context.lang,
    };
    for id in library::ids() {
        let (framework, _) = library::get(id).map_err(Refused)?;
        library.frameworks.push(framework);
    }
    for id in library::crosswalk_ids() {
        let (crosswalk, _) = library::crosswalk(id).map_err(Refused)?;
        library.crosswalks.push(crosswalk);
    }
    args.output.deliver(&[Box::new(library)], None, context)
}

fn show(args: &FrameworkShow, context: Context) -> anyhow::Result<()> {
    if args.toml {
        ending_must_be(args.output.output.as_deref(), "toml", &["toml"])?;
        if args.output.full {
            let problem = Problem::misuse(say::full_without_effect("toml"));
            return Err(Refused(vec![problem.help(say::leave_out_full())]).into());
        }
        let known = library::text(&args.name).or_else(|| library::crosswalk_text(&args.name));
        let text = match known {
            Some(text) => text.to_owned(),
            None if args.name.ends_with(".toml") => {
                study::text(&Disk, &args.name).map_err(Refused)?
            }
            None => {
                study::framework(&Disk, &args.name).map_err(Refused)?;
                String::new()
            }
        };
        return args.output.write(&text, context);
    }
    args.output.ending_is_kept()?;
    let lang = context.lang;
    let report: Box<dyn Report> = match shown_crosswalk(&args.name)? {
        Some(crosswalk) => {
            if let Some(indicator) = &args.indicator {
                let sentence = say::unknown_indicator(indicator, &args.name);
                return Err(Refused::one(sentence).into());
            }
            Box::new(view::library::OneCrosswalk { crosswalk, lang })
        }
        None => {
            let (framework, warnings) = study::framework(&Disk, &args.name).map_err(Refused)?;
            error::show(&warnings, lang);
            let part = match &args.indicator {
                Some(name) => Some(node_called(&framework, name).map_err(Refused::from)?),
                None => None,
            };
            Box::new(view::library::OneFramework {
                framework,
                part,
                lang,
            })
        }
    };
    args.output.deliver(&[report], None, context)
}

/// The crosswalk called `name`, or in the file `name`, if it is one.
fn shown_crosswalk(name: &str) -> Result<Option<Crosswalk>, Refused> {
    if library::text(name).is_some() {
        return Ok(None);
    }
    if library::crosswalk_text(name).is_some() {
        return Ok(Some(library::crosswalk(name).map_err(Refused)?.0));
    }
    if !name.ends_with(".toml") {
        return Ok(None);
    }
    let text = study::text(&Disk, name)?;
    if !crosswalk::is_crosswalk(&text) {
        return Ok(None);
    }
    Ok(Some(study::crosswalk(&Disk, &text, name)?.0))
}

fn check(args: &FrameworkCheck, context: Context) -> anyhow::Result<()> {
    let mut problems = Vec::new();
    let mut fine = Vec::new();
    for name in &args.files {
        let known = library::text(name).or_else(|| library::crosswalk_text(name));
        let text = match known {
            Some(text) => text.to_owned(),
            None => match study::text(&Disk, name) {
                Ok(text) => text,
                Err(more) => {
                    problems.extend(more);
                    continue;
                }
            },
        };
        if crosswalk::is_crosswalk(&text) {
            match study::crosswalk(&Disk, &text, name) {
                Ok((crosswalk, warnings)) => {
                    let [from, to] = crosswalk.ends();
                    let count = crosswalk.maps().len();
                    let line = label::crosswalk_fine(context.lang, name, from, to, count);
                    fine.push(line);
                    problems.extend(warnings);
                }
                Err(more) => problems.extend(more),
            }
            continue;
        }
        match framework::load(&text, name) {
            Ok((framework, warnings)) => {
                let count = framework.indicators().count();
                let mut warnings = warnings;
                warnings.extend(framework::review(&text, name, &framework));
                fine.push(match warnings.len() {
                    0 => label::framework_fine(context.lang, name, count),
                    many => label::framework_warned(context.lang, name, count, many),
                });
                problems.extend(warnings);
            }
            Err(more) => problems.extend(more),
        }
    }
    for line in fine {
        write(None, format!("{line}\n"), context)?;
    }
    if problems.iter().any(Problem::is_error) {
        return Err(Refused(problems).into());
    }
    error::show(&problems, context.lang);
    Ok(())
}

fn new(args: &FrameworkNew, context: Context) -> anyhow::Result<()> {
    if framework::bad_id(&args.name).is_some() {
        return Err(Refused::misuse(say::bad_id_asked(&args.name)).into());
    }
    ending_must_be(args.output.as_deref(), "toml", &["toml"])?;
    let start = match context.lang {
        Lang::Id => include_str!("framework-new.id.toml"),
        Lang::En => include_str!("framework-new.en.toml"),
    };
    let text = start.replacen("my-framework", &args.name, 1);
    let name = args.output.as_deref().unwrap_or("-");
    if let Err(problems) = framework::load(&text, name) {
        return Err(Refused(problems).into());
    }
    if let Some(name) = args.output.as_deref()
        && Disk.exists(name)
    {
        return Err(Refused::one(say::already_there(name)).into());
    }
    write(args.output.as_deref(), &text, context)
}
