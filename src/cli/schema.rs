//! `siap schema`: what a file may say, and what a record holds.

use clap::Args;
use siap::problem::{Problem, suggest};
use siap::text::{list, say};
use siap::view::schema::SHAPES;
use siap::{framework, render, study};

use super::context::Context;
use super::error::Refused;
use super::output::{ending_must_be, write};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "NAME", num_args = 0..)]
    name: Vec<String>,
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
}

/// A name with what makes its schema.
type Named = (&'static str, fn() -> serde_json::Value);

/// The files that people write, then the records of commands.
fn all() -> Vec<Named> {
    let files: [Named; 2] = [("framework", framework::schema), ("study", study::schema)];
    let records = SHAPES.iter().map(|it| (it.name, it.schema));
    files.into_iter().chain(records).collect()
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let all = all();
    let output = args.output.as_deref();
    if args.name.is_empty() {
        ending_must_be(output, "txt", &["txt"])?;
        let names: String = all.iter().map(|(name, _)| format!("{name}\n")).collect();
        return write(output, &names, context);
    }
    ending_must_be(output, "json", &["json"])?;
    let wanted = args.name.join(" ");
    let Some((_, schema)) = all.iter().find(|(name, _)| *name == wanted) else {
        let names = || all.iter().map(|(name, _)| *name);
        let help = match suggest(&wanted, names()) {
            Some(near) => say::did_you_mean(near),
            None => say::schemas_known(list(names())),
        };
        return Err(Refused(vec![
            Problem::misuse(say::unknown_schema(&wanted)).help(help),
        ])
        .into());
    };
    write(output, &render::json::render(&schema())?, context)
}
