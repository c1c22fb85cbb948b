//! `siap score`: the tree with its scores.

use siap::view::score::Scores;

pub(super) use super::args::Shown as Arguments;
use super::context::Context;
use super::driver;
use super::load;

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    driver::each(&args.data, &args.output, None, context, |scored, lang| {
        let shown = load::selected(scored, &args.selection)?;
        Ok(Box::new(Scores {
            scored,
            shown,
            lang,
        }))
    })
}
