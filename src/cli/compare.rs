//! `siap compare`: regions in one order, and all that weakens it.

use siap::view;

use super::args::{Compare, Format};
use super::output::Context;
use super::{chart, files, load, selection};

pub(super) fn run(args: &Compare, context: Context) -> anyhow::Result<()> {
    let loaded = load::load(&args.data, context)?;
    args.output.suits(&loaded)?;
    load::tell_warnings(&loaded);
    let context = loaded.context;
    let mut documents = Vec::new();
    let mut figures: Vec<(String, Vec<u8>)> = Vec::new();
    let mut machine: Option<String> = None;
    for it in &loaded.scored {
        let choice = selection::choice(it, &loaded.tags, &args.selection)?;
        let comparison = it.compare(&choice);
        let shown = loaded.shown(it, &comparison);
        if let Some(folder) = &args.figures {
            let prefix = match loaded.scored.len() {
                1 => String::new(),
                _ => format!("{}-", it.framework.id()),
            };
            for figure in view::figures::all(&shown) {
                let name = files::below(folder, &format!("{prefix}{}", figure.id));
                figures.extend(chart::both(&name, &figure)?);
            }
        }
        match args.output.chosen() {
            Format::Json => {
                let record = view::record::compare(&shown, &it.warnings);
                machine = Some(siap::render::json::render(&record)?);
            }
            Format::Csv => {
                let table = view::ranking::rows(&shown);
                machine = Some(siap::render::csv::render(&table)?);
            }
            Format::Table | Format::Md => documents.push(view::ranking::document(&shown)),
        }
    }
    args.output.finish(
        args.figures.as_deref(),
        figures,
        machine,
        &documents,
        context,
    )
}
