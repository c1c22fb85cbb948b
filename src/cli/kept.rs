//! What a run has read, and what it must therefore not write.
//!
//! Everything that is read goes through [`super::files::Disk`], which notes it here; everything that is
//! written is held against that one list, once, before the first byte.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use siap::problem::Problem;
use siap::read::corrections::NAMES;
use siap::study::{Part, Pattern, slashes};
use siap::text::say;

use super::error::Refused;
use super::walk::{Wanted, walk};

/// What a run has read.
struct Inputs {
    files: BTreeSet<String>,
    /// Folders, and the patterns by which data were looked for in them.
    patterns: Vec<(String, Pattern)>,
}

static INPUTS: Mutex<Inputs> = Mutex::new(Inputs {
    files: BTreeSet::new(),
    patterns: Vec::new(),
});

fn inputs() -> MutexGuard<'static, Inputs> {
    INPUTS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Notes that a file is read.
pub(super) fn has_read(name: &str) {
    inputs().files.insert(name.to_owned());
}

/// Notes that data are looked for in a folder.
pub(super) fn has_looked_for(folder: String, pattern: Pattern) {
    inputs().patterns.push((folder, pattern));
}

/// What makes two names one file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Identity {
    /// Number of the file on its disk: the same for every link, and for names that differ in case where
    /// the disk takes them for one.
    #[cfg(unix)]
    Number(u64, u64),
    /// The path without links.
    #[cfg(not(unix))]
    Path(PathBuf),
}

/// Which file a name means, if there is one.
#[cfg(unix)]
pub(super) fn identity(name: &str) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    let it = std::fs::metadata(name).ok()?;
    Some(Identity::Number(it.dev(), it.ino()))
}

/// Which file a name means, if there is one.
#[cfg(not(unix))]
pub(super) fn identity(name: &str) -> Option<Identity> {
    std::fs::canonicalize(name).ok().map(Identity::Path)
}

/// Refuses outputs that would replace what this run has read, that would be read as data the next
/// time, or of which two are one file.
pub(super) fn may_be_written<'a>(outputs: impl Iterator<Item = &'a str>) -> Result<(), Refused> {
    let inputs = inputs();
    let read: BTreeSet<Identity> = inputs.files.iter().filter_map(|it| identity(it)).collect();
    let mut places: BTreeSet<String> = BTreeSet::new();
    for name in outputs {
        let refuse = |sentence| {
            let problem = Problem::error(sentence).help(say::choose_another_name());
            Err(Refused(vec![problem]))
        };
        let there = std::fs::metadata(name);
        if there.as_ref().is_ok_and(|it| !it.is_file()) {
            // A device keeps nothing.
            continue;
        }
        let last = name
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or(name)
            .to_lowercase();
        if NAMES.contains(&last.as_str()) {
            return refuse(say::output_is_corrections(name));
        }
        if identity(name).is_some_and(|it| read.contains(&it)) {
            return refuse(say::output_is_input(name));
        }
        if inputs
            .patterns
            .iter()
            .any(|(folder, it)| would_find(folder, it, name))
        {
            return refuse(say::output_becomes_input(name));
        }
        // Without regard to case: where the disk has none, two such names are one file.
        let place = resolved(Path::new(name)).to_string_lossy().to_lowercase();
        if !places.insert(place) {
            return refuse(say::output_twice(name));
        }
    }
    Ok(())
}

/// The path without links, also of what is not there yet.
fn resolved(path: &Path) -> PathBuf {
    if let Ok(path) = std::fs::canonicalize(path) {
        return path;
    }
    let above = match path.parent() {
        Some(above) if !above.as_os_str().is_empty() => above,
        _ => Path::new("."),
    };
    match path.file_name() {
        Some(name) if above != path => resolved(above).join(name),
        _ => path.to_path_buf(),
    }
}

/// Whether a file of this name would be among those that the pattern finds in the folder.
fn would_find(folder: &str, pattern: &Pattern, name: &str) -> bool {
    let path = Path::new(name);
    let (Some(file), above) = (path.file_name(), path.parent()) else {
        return false;
    };
    let above = match above {
        Some(above) if !above.as_os_str().is_empty() => above,
        _ => Path::new("."),
    };
    let Some((last, folders)) = pattern.parts().split_last() else {
        return false;
    };
    let is_any = matches!(last, Part::Folders);
    let file_name = file.to_string_lossy();
    if !is_any && !last.fits(&file_name) {
        return false;
    }
    let above = resolved(above);
    // The folders of the pattern that are there, through links as well.
    let mut there = Vec::new();
    let walked = walk(folder, folders, Wanted::Folders, &mut there);
    if walked.is_ok() && !is_any && there.iter().any(|it| resolved(Path::new(it)) == above) {
        return true;
    }
    // Those that would only be made now, and whatever lies below `**`.
    let fixed = folders.iter().take_while(|it| matches!(it, Part::Name(_)));
    let mut root = PathBuf::from(folder);
    let mut skipped = 0;
    for part in fixed {
        if let Part::Name(name) = part {
            root.push(name);
            skipped += 1;
        }
    }
    let whole = above.join(file);
    let Ok(relative) = whole.strip_prefix(resolved(&root)) else {
        return false;
    };
    pattern
        .from(skipped)
        .matches(&slashes(&relative.to_string_lossy()))
}
