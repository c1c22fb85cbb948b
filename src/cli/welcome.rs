//! `siap` alone: whom it serves, and the command each would try first.

use siap::render::terminal;

use super::context::Context;
use super::output::write;
use super::world;

pub(super) fn run(context: Context) -> anyhow::Result<()> {
    let document = siap::view::welcome::document(context.lang);
    let width = world::width().unwrap_or(terminal::DEFAULT_WIDTH);
    write(None, terminal::render(&document, width, true), context)
}
