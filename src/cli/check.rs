//! `siap check`: the data only, with every problem in its place.

use std::collections::BTreeSet;

use clap::Args;
use siap::render::terminal;
use siap::text::label;
use siap::view;

use super::args::Data;
use super::context::Context;
use super::load;
use super::output::write;
use super::world;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let loaded = load::load(&args.data, context)?;
    load::tell_warnings(&loaded);
    for it in &loaded.scored {
        let all = &it.assessed.assessments;
        let regions: BTreeSet<_> = all.iter().map(|it| &it.region).collect();
        let waves: BTreeSet<_> = all.iter().filter_map(|it| it.wave.as_deref()).collect();
        let rows = it.statements.rows().len();
        let line = label::data_fine(loaded.lang(), rows, regions.len(), waves.len());
        let counts = view::posts::counts(it, loaded.lang());
        let line = format!("{}: {line} · {counts}\n", it.framework.id());
        write(None, &line, loaded.context)?;
    }
    if !loaded.about.posts.is_empty() {
        let document = view::posts::document(&loaded, loaded.lang());
        let width = world::width().unwrap_or(terminal::DEFAULT_WIDTH);
        let text = terminal::render(&document, width, true);
        write(None, format!("\n{text}"), loaded.context)?;
    }
    Ok(())
}
