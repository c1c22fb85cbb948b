//! `siap check`: the data only, with every problem in its place.

use std::collections::BTreeSet;

use siap::text::label;

use super::args::Check;
use super::load;
use super::output::{Context, write};

pub(super) fn run(args: &Check, context: Context) -> anyhow::Result<()> {
    let loaded = load::load(&args.data, context)?;
    load::tell_warnings(&loaded);
    for it in &loaded.scored {
        let all = &it.assessed.assessments;
        let regions: BTreeSet<_> = all.iter().map(|it| &it.region).collect();
        let waves: BTreeSet<_> = all.iter().filter_map(|it| it.wave.as_deref()).collect();
        let rows = it.statements.rows().len();
        let line = label::data_fine(loaded.lang(), rows, regions.len(), waves.len());
        let line = format!("{}: {line}\n", it.framework.id());
        write(None, &line, loaded.context)?;
    }
    Ok(())
}
