//! `siap learn`: weaknesses in common, and who can learn from whom.

use siap::advise::learn::learn;
use siap::view::learn::LearnReport;

pub(super) use super::args::Shown as Arguments;
use super::context::Context;
use super::driver;
use super::load;

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    driver::each(&args.data, &args.output, None, context, |scored, lang| {
        let comparison = scored.compare(&load::choice(scored, &args.selection)?);
        let ranked: Vec<usize> = comparison.whole.iter().map(|it| it.assessment).collect();
        let lessons = learn(
            &scored.framework,
            &scored.method,
            &scored.statements,
            &scored.assessed,
            &ranked,
        );
        Ok(Box::new(LearnReport {
            scored,
            comparison,
            lessons,
            lang,
        }))
    })
}
