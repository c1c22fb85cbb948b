//! What the program knows of where it runs: arguments, environment, terminal.
#![expect(
    clippy::disallowed_methods,
    reason = "the one place that reads arguments and environment"
)]

use std::ffi::OsString;

use siap::text::Lang;

pub(super) fn arguments() -> Vec<OsString> {
    std::env::args_os().collect()
}

/// The language of `SIAP_LANG`, if it names one of ours.
fn own_language() -> Option<Lang> {
    std::env::var("SIAP_LANG")
        .ok()
        .and_then(|tag| Lang::from_tag(&tag))
}

/// The value of `SIAP_LANG`, if there is one that names no language of ours.
pub(super) fn unknown_language() -> Option<String> {
    let tag = std::env::var_os("SIAP_LANG")?;
    let tag = tag.to_string_lossy().into_owned();
    (!tag.is_empty() && Lang::from_tag(&tag).is_none()).then_some(tag)
}

/// Whether the user chose a language for this program, so that a study does not change it.
pub(super) fn language_is_set() -> bool {
    own_language().is_some()
}

/// `SIAP_LANG`, else the locale.
pub(super) fn language() -> Option<Lang> {
    own_language().or_else(|| Lang::from_tag(&locale()?))
}

/// The locale of the environment, else that of the system.
fn locale() -> Option<String> {
    let of_environment = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|tag| !tag.is_empty()));
    of_environment.or_else(locale_of_system)
}

/// Windows keeps its language outside the environment.
#[cfg(windows)]
fn locale_of_system() -> Option<String> {
    sys_locale::get_locale()
}

#[cfg(not(windows))]
fn locale_of_system() -> Option<String> {
    None
}

/// Columns of the terminal behind standard output, else of `COLUMNS`.
pub(super) fn width() -> Option<usize> {
    if let Some((width, _)) = terminal_size::terminal_size_of(std::io::stdout()) {
        return Some(usize::from(width.0));
    }
    std::env::var("COLUMNS").ok()?.trim().parse().ok()
}

/// Whether somebody reads and types on a terminal.
pub(super) fn is_terminal() -> bool {
    use std::io::IsTerminal as _;
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Whether standard error is seen by somebody while it is written.
pub(super) fn errors_are_on_terminal() -> bool {
    use std::io::IsTerminal as _;
    std::io::stderr().is_terminal()
}

/// Whether the window closes with the program: on Windows it does where neither a command window nor a script
/// has started the program. The command window tells its children how its prompt looks.
pub(super) fn window_closes() -> bool {
    cfg!(windows) && is_terminal() && std::env::var_os("PROMPT").is_none()
}

/// The folder in which the program lies.
pub(super) fn folder_of_program() -> Option<std::path::PathBuf> {
    let program = std::env::current_exe().ok()?;
    program.parent().map(std::path::Path::to_path_buf)
}

/// Whether what is printed is read on a terminal.
pub(super) fn is_shown() -> bool {
    use std::io::IsTerminal as _;
    std::io::stdout().is_terminal()
}

/// Whether standard output shows colours.
pub(super) fn colours() -> bool {
    let choice = anstream::AutoStream::choice(&std::io::stdout());
    choice != anstream::ColorChoice::Never
}
