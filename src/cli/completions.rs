//! `siap completions`: what a shell needs to complete words.

use clap::Args;

use super::context::Context;
use super::files;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[arg(
        value_name = "bash|elvish|fish|powershell|zsh",
        hide_possible_values = true
    )]
    pub(crate) shell: clap_complete::Shell,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let mut command = (context.definition)(context.lang);
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "siap", &mut script);
    Ok(files::print(&script)?)
}
