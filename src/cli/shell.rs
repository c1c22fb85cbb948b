//! `siap completions` and `siap man`.

use siap::problem::{Problem, suggest};
use siap::text::say;

use super::args::{Completions, Man};
use super::error::Refused;
use super::output::Context;
use super::{files, usage};

pub(super) fn completions(args: &Completions, context: Context) -> anyhow::Result<()> {
    let mut command = usage::command(context.lang);
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "siap", &mut script);
    Ok(files::print(&script)?)
}

pub(super) fn man(args: &Man, context: Context) -> anyhow::Result<()> {
    let command = usage::command(context.lang);
    let page = match &args.command {
        None => command,
        Some(name) => match command.find_subcommand(name) {
            Some(sub) => sub.clone().name(format!("siap-{name}")),
            None => {
                let names: Vec<&str> = command.get_subcommands().map(|it| it.get_name()).collect();
                let near = suggest(name, names.iter().copied());
                let problem = Problem::error(say::unknown_command(name));
                return Err(Refused(vec![problem.maybe_help(near.map(say::did_you_mean))]).into());
            }
        },
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page).render(&mut text)?;
    Ok(files::print(&text)?)
}
