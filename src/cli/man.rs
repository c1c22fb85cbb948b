//! `siap man`: pages for `man`.

use clap::Args;
use siap::problem::{Problem, suggest};
use siap::text::say;

use super::context::Context;
use super::error::Refused;
use super::files;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Option<String>,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let command = (context.definition)(context.lang);
    let page = match &args.command {
        None => command,
        Some(name) => match command.find_subcommand(name) {
            Some(sub) => sub.clone().name(format!("siap-{name}")),
            None => {
                let names: Vec<&str> = command.get_subcommands().map(|it| it.get_name()).collect();
                let near = suggest(name, names.iter().copied());
                let problem = Problem::misuse(say::unknown_command(name));
                return Err(Refused(vec![problem.maybe_help(near.map(say::did_you_mean))]).into());
            }
        },
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page).render(&mut text)?;
    Ok(files::print(&text)?)
}
