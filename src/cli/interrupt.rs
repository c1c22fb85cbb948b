//! What is taken away when the user stops the program while it writes.
#![expect(
    clippy::disallowed_methods,
    reason = "takes away what `files` has made"
)]

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

/// Exit status of a program stopped by Ctrl-C.
const STOPPED: i32 = 130;

/// Files and folders that are there only until all outputs stand in their places.
#[derive(Debug, Default)]
pub(super) struct Unfinished {
    pub(super) files: Vec<PathBuf>,
    /// Top down.
    pub(super) folders: Vec<PathBuf>,
}

impl Unfinished {
    /// Takes everything away. What is no longer there needs no taking away, and of a folder only an
    /// empty one is ours to take.
    pub(super) fn clear(&mut self) {
        for file in self.files.drain(..) {
            let _ = std::fs::remove_file(file);
        }
        for folder in self.folders.drain(..).rev() {
            let _ = std::fs::remove_dir(folder);
        }
    }
}

static UNFINISHED: Mutex<Unfinished> = Mutex::new(Unfinished {
    files: Vec::new(),
    folders: Vec::new(),
});
static WATCH: Once = Once::new();

/// What is unfinished; while it is held, the program is not stopped.
pub(super) fn unfinished() -> MutexGuard<'static, Unfinished> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From here on a stopped program leaves nothing unfinished behind.
#[expect(clippy::exit, reason = "nothing is left to return to from a signal")]
pub(super) fn watch() {
    WATCH.call_once(|| {
        // Where the system allows no handler, the next run takes away what is left over.
        let _ = ctrlc::set_handler(|| {
            unfinished().clear();
            std::process::exit(STOPPED);
        });
    });
}

/// Takes away what runs that were killed have left over in a folder.
pub(super) fn clear_leftovers(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        if name.to_str().and_then(process_of).is_some_and(is_over) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// The name of the file beside its place that a process writes as the `at`-th.
pub(super) fn temporary_name(at: usize, what: &str) -> String {
    format!(".siap-{}-{at}{what}.tmp", std::process::id())
}

/// The process that wrote a file of this name, if it is one of ours.
fn process_of(name: &str) -> Option<u32> {
    let inner = name.strip_prefix(".siap-")?.strip_suffix(".tmp")?;
    inner.split('-').next()?.parse().ok()
}

/// Whether a process is no more; only Linux tells that without unsafe code, elsewhere none is
/// taken to be over, for it may be writing now.
fn is_over(process: u32) -> bool {
    let all = Path::new("/proc");
    process != std::process::id()
        && all.join("self").exists()
        && !all.join(process.to_string()).exists()
}
