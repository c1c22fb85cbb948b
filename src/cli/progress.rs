//! How far long work is: one line on standard error that is written over, only where a terminal shows it.

use std::io::Write as _;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use siap::render::clean_text;
use siap::text::{Lang, label};

use super::world;

/// From so many files on the work is long from the beginning.
const MANY: usize = 8;
/// Work that takes longer is long whatever it is.
const LONG: Duration = Duration::from_secs(1);
/// Where the terminal does not tell how wide it is.
const WIDTH: usize = 80;

static LANG: OnceLock<Lang> = OnceLock::new();
static LINE: Mutex<Line> = Mutex::new(Line {
    since: None,
    stands: false,
});

/// The line that is written over.
struct Line {
    /// When the work began.
    since: Option<Instant>,
    /// Whether it stands on the screen.
    stands: bool,
}

/// The language of the line.
pub(super) fn in_language(lang: Lang) {
    LANG.get_or_init(|| lang);
}

/// Shows that of `all` files the one called `name` is read next, the `at`-th; beyond the last one the line is
/// taken away.
pub(super) fn tell(at: usize, all: usize, name: &str) {
    if !world::errors_are_on_terminal() {
        return;
    }
    let mut line = LINE.lock().unwrap_or_else(PoisonError::into_inner);
    let since = *line.since.get_or_insert_with(Instant::now);
    if at > all {
        line.since = None;
        if std::mem::take(&mut line.stands) {
            write("\r\u{1b}[K");
        }
        return;
    }
    if all >= MANY || since.elapsed() >= LONG {
        let lang = LANG.get().copied().unwrap_or(Lang::En);
        let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let text = label::reading(lang, at, all, clean_text(file, false));
        let width = world::width().unwrap_or(WIDTH).saturating_sub(1);
        let text: String = text.chars().take(width).collect();
        write(&format!("\r{text}\u{1b}[K"));
        line.stands = true;
    }
}

fn write(text: &str) {
    let mut err = std::io::stderr().lock();
    // Nobody watches a closed standard error.
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}
