//! What `--help` says about each command and option, in Indonesian and English.

mod advice;
mod commands;
mod options;

use super::Text;

/// Commands (none: every command), argument, English, Indonesian.
type Entry = (
    &'static [&'static str],
    &'static str,
    &'static str,
    &'static str,
);

/// Help of a command or option. `path` is the command (`compare`, `framework show`); `argument` is
/// empty for the command itself.
#[must_use]
pub fn help(path: &str, argument: &str) -> Option<Text> {
    let options = advice::ENTRIES.iter().chain(options::ENTRIES);
    let mut all = commands::ENTRIES.iter().chain(options);
    all.find(|(commands, name, ..)| {
        *name == argument && (commands.is_empty() || commands.contains(&path))
    })
    .map(|(_, _, en, id)| Text::new(*id, *en))
}
