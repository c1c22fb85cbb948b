//! `siap compare`: regions in one order, and all that weakens it.

use siap::compare;
use siap::view::{self, shown::Shown};

use super::args::{Compare, Format};
use super::output::{Context, remark};
use super::{chart, files, load};

pub(super) fn run(args: &Compare, context: Context) -> anyhow::Result<()> {
    let loaded = load::load(&args.data, context)?;
    args.output.suits(&loaded)?;
    load::tell_warnings(&loaded);
    let context = loaded.context;
    let lang = context.lang;
    let mut documents = Vec::new();
    let mut figures: Vec<(String, Vec<u8>)> = Vec::new();
    let mut machine: Option<String> = None;
    for it in &loaded.scored {
        let choice = load::choice(it, &loaded.tags, &args.selection)?;
        let comparison = compare::compare(
            &it.framework,
            &it.assessed,
            &it.method,
            &it.targets,
            &choice,
        );
        let shown = Shown {
            framework: &it.framework,
            method: &it.method,
            targets: &it.targets,
            statements: &it.statements,
            assessed: &it.assessed,
            comparison: &comparison,
            tags: &loaded.tags,
            title: loaded.title.as_deref(),
            lang,
        };
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
    let text = match machine {
        Some(text) => text,
        None => args.output.text(&documents),
    };
    // Figures and table together, so that none is written if another cannot be; then the screen.
    let mut files_to_write = figures;
    if let Some(name) = &args.output.output {
        files_to_write.push((name.clone(), text.clone().into_bytes()));
    }
    files::write_all(args.figures.as_deref(), &files_to_write)?;
    if args.output.output.is_none() {
        args.output.write(&text, context)?;
    }
    for (name, _) in &files_to_write {
        remark(&siap::text::label::written(lang, name.as_str()));
    }
    Ok(())
}
