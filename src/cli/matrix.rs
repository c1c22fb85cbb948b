//! `siap matrix`: level, counts and finding for each region and indicator.

use siap::view::matrix::Matrix;

pub(super) use super::args::Shown as Arguments;
use super::context::Context;
use super::driver;
use super::load;

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    driver::run(&args.data, &args.output, None, context, |project, lang| {
        let reports = project.scored.iter().map(|scored| {
            let shown = load::selected(scored, &args.selection)?;
            Ok(driver::report(Matrix {
                scored,
                shown,
                lang,
            }))
        });
        reports.collect()
    })
}
