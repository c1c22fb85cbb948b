//! `siap split`: one workbook into those of its offices, with a message for each.

use std::path::Path;

use clap::Args;
use siap::framework::Framework;
use siap::parts::{Gathered, Wanted, gathered, split};
use siap::problem::{Place, Problem};
use siap::read::form::Form;
use siap::read::{self, ReadOptions};
use siap::render;
use siap::study::{self, Files as _, below};
use siap::table::Table;
use siap::text::{label, say};
use siap::view::form;

use super::context::Context;
use super::error::{self, Refused};
use super::files::{self, Disk};
use super::output::remark;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[arg(value_name = "FILE")]
    pub(crate) file: String,
    #[arg(short, long, value_name = "ID|FILE")]
    pub(crate) framework: Option<String>,
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: Option<String>,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let (whole, framework, mut warnings) = whole(&args.file, args.framework.as_deref())?;
    let split = split(&whole, &framework).map_err(Refused)?;
    warnings.extend(split.warnings.iter().cloned());
    let folder = args.output.clone();
    let folder = folder.unwrap_or_else(|| beside(&args.file, &whole));
    let mut files = Vec::new();
    for piece in &split.pieces {
        let book = form::workbook(&framework, &piece.wish, whole.lang);
        let bytes = render::workbook::bytes(&book)?;
        files.push((below(&folder, &piece.file), bytes));
    }
    let name = format!("{}.txt", label::reminders_file(whole.lang));
    files.push((below(&folder, &name), split.messages(&whole).into_bytes()));
    are_new(files.iter().map(|it| it.0.as_str()))?;
    error::show(&warnings, context.lang);
    files::write_all(Some(&folder), &files)?;
    for (piece, (file, _)) in split.pieces.iter().zip(&files) {
        remark(&label::part_line(
            context.lang,
            &*piece.office,
            piece.answers.0,
            piece.items.0,
            piece.answers.1 + piece.items.1,
            file,
        ));
    }
    if let Some((messages, _)) = files.last() {
        remark(&label::written(context.lang, messages.as_str()));
    }
    Ok(())
}

/// The folder beside a workbook in which its parts come to stand.
fn beside(file: &str, whole: &Gathered) -> String {
    let path = Path::new(file);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{stem}-{}", label::folder_of_parts(whole.lang));
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => below(&folder.to_string_lossy(), &name),
        _ => name,
    }
}

/// Refuses names of files that are there already: somebody may have filled them in.
pub(super) fn are_new<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), Refused> {
    let there = names.filter(|it| Disk.exists(it));
    let problems: Vec<Problem> = there
        .map(|it| Problem::error(say::already_there(it)).help(say::choose_another_name()))
        .collect();
    match problems.is_empty() {
        true => Ok(()),
        false => Err(Refused(problems)),
    }
}

/// The tables of a workbook, with what is to be said of them.
pub(super) fn tables(name: &str) -> Result<(Vec<Table>, Vec<Problem>), Refused> {
    let bytes = Disk.read(name)?;
    let (tables, mut doubts) = read::tables(bytes, name, &ReadOptions::default())?;
    // What was folded away by siap is no news to whoever fills it in.
    doubts.retain(|it| it.code != "hidden_columns_read");
    Ok((tables, doubts))
}

/// A whole workbook with its framework and what is to be said of it.
pub(super) fn whole(
    name: &str,
    framework: Option<&str>,
) -> Result<(Gathered, Framework, Vec<Problem>), Refused> {
    let (tables, mut warnings) = tables(name)?;
    let Some(form) = Form::of(&tables) else {
        let problem = Problem::error(say::no_form()).at(Place::file(name));
        return Err(Refused(vec![problem.help(say::no_form_help())]));
    };
    let wanted = framework.unwrap_or(&form.framework);
    let (framework, more) = study::framework(&Disk, wanted)?;
    warnings.extend(more);
    let (whole, more) = gathered(&tables, &framework, Wanted::Whole)?;
    warnings.extend(more);
    Ok((whole, framework, warnings))
}
