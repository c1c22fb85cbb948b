//! `siap matrix`: level, counts and finding for each region and indicator.

use siap::view::matrix::Matrix;

pub(super) use super::args::Shown as Arguments;
use super::context::Context;
use super::driver;
use super::load;

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    driver::each(&args.data, &args.output, None, context, |scored, lang| {
        let shown = load::selected(scored, &args.selection)?;
        Ok(Box::new(Matrix {
            scored,
            shown,
            lang,
        }))
    })
}
