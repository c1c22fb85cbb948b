//! `siap sources`: who was heard, planned against heard.

use siap::view::sources::Sources;

pub(super) use super::args::Shown as Arguments;
use super::context::Context;
use super::error::Refused;
use super::load;

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let loaded = load::load(&args.data, context)?;
    // One report of all frameworks, so that every format holds it.
    args.output.ending_is_kept()?;
    if let Some(name) = &args.output.output {
        loaded.keeps_inputs(name)?;
    }
    load::tell_warnings(&loaded);
    let shown = shown(args, &loaded)?;
    let report = Sources::new(&loaded, &shown, loaded.lang());
    args.output
        .deliver(&[Box::new(report)], None, loaded.context)
}

/// The assessments asked for, of each framework; one that has none of them has nobody to show.
fn shown(args: &Arguments, loaded: &load::Loaded) -> Result<Vec<Vec<usize>>, Refused> {
    let mut refused = None;
    let mut out = Vec::new();
    for scored in &loaded.scored {
        match load::selected(scored, &args.selection) {
            Ok(positions) => out.push(positions),
            Err(why) => {
                refused.get_or_insert(why);
                out.push(Vec::new());
            }
        }
    }
    match refused {
        Some(why) if out.iter().all(Vec::is_empty) => Err(why),
        _ => Ok(out),
    }
}
