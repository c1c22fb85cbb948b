//! Finds the files and folders that a pattern means.
#![expect(clippy::disallowed_methods, reason = "looks into folders")]

use std::path::{Component, Path, PathBuf};

use siap::problem::{Place, Problem};
use siap::study::{Part, below, slashes};
use siap::text::{label, say};

/// Folder and pattern, where the pattern may begin at the root of the disk, of another disk (`D:\…`), of
/// a server (`\\server\share\…`), or where another disk stands (`D:…`).
pub(super) fn rooted(folder: &str, pattern: &str) -> (String, String) {
    let mut root = PathBuf::new();
    let mut rest = Vec::new();
    let mut is_at_root = false;
    for part in Path::new(pattern).components() {
        match part {
            Component::Prefix(_) => root.push(part),
            Component::RootDir => {
                is_at_root = true;
                root.push(part);
            }
            _ => rest.push(part.as_os_str().to_string_lossy()),
        }
    }
    if root.as_os_str().is_empty() {
        return (folder.to_owned(), slashes(pattern));
    }
    let root = slashes(&root.to_string_lossy());
    // `D:` with a slash behind it would be the root of the disk.
    let root = if is_at_root { root } else { format!("{root}.") };
    (root, rest.join("/"))
}

/// What a walk looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Files,
    Folders,
}

/// Adds the names below `folder` that fit, as the user would write them.
pub(super) fn walk(
    folder: &str,
    parts: &[Part],
    wanted: Wanted,
    out: &mut Vec<String>,
) -> Result<(), Vec<Problem>> {
    let Some((part, rest)) = parts.split_first() else {
        if wanted == Wanted::Folders {
            out.push(folder.to_owned());
        }
        return Ok(());
    };
    let mut take = |name: &str| -> Result<(), Vec<Problem>> {
        let path = below(folder, name);
        let there = Path::new(&path);
        if rest.is_empty() && wanted == Wanted::Files {
            if there.is_file() {
                out.push(path);
            }
            Ok(())
        } else if there.is_dir() {
            walk(&path, rest, wanted, out)
        } else {
            Ok(())
        }
    };
    match part {
        Part::Name(name) => take(name),
        Part::Wild(_) => names_in(folder, part)?.iter().try_for_each(|it| take(it)),
        Part::Folders => {
            let all = [Part::Wild(glob::Pattern::new("*").unwrap_or_default())];
            let rest = if rest.is_empty() && wanted == Wanted::Files {
                &all
            } else {
                rest
            };
            walk(folder, rest, wanted, out)?;
            for name in names_in(folder, part)? {
                let path = below(folder, &name);
                // A link to a folder could lead in a circle.
                let kind = std::fs::symlink_metadata(&path);
                if kind.is_ok_and(|it| it.is_dir()) {
                    walk(&path, parts, wanted, out)?;
                }
            }
            Ok(())
        }
    }
}

/// Whether a file is only there while another program has a workbook open.
fn is_lock(name: &str) -> bool {
    name.starts_with("~$") || name.starts_with(".~lock.")
}

/// The names in a folder that fit one part of a pattern, sorted.
///
/// # Errors
/// The folder cannot be read, or a name that fits is no text: it could be neither shown nor left out
/// without a word.
fn names_in(folder: &str, part: &Part) -> Result<Vec<String>, Vec<Problem>> {
    let failed = |error: std::io::Error| {
        let sentence = say::cannot_read(label::system(&error));
        vec![Problem::error(sentence).at(Place::file(folder))]
    };
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        match entry.map_err(failed)?.file_name().into_string() {
            Ok(name) if part.fits(&name) && !is_lock(&name) => names.push(name),
            Ok(_) => {}
            Err(name) => {
                let name = name.to_string_lossy();
                if part.fits(&name) {
                    let place = Place::file(below(folder, &name));
                    let problem = Problem::error(say::name_not_utf8()).at(place);
                    return Err(vec![problem.help(say::rename_file())]);
                }
            }
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(pattern: &str) -> (String, String) {
        rooted("studi", pattern)
    }

    fn of(root: &str, rest: &str) -> (String, String) {
        (root.to_owned(), rest.to_owned())
    }

    #[test]
    fn a_pattern_begins_in_the_folder_or_at_the_root_of_the_disk() {
        assert_eq!(parts("masuk/*.csv"), of("studi", "masuk/*.csv"));
        assert_eq!(parts("/data/*.csv"), of("/", "data/*.csv"));
    }

    #[cfg(windows)]
    #[test]
    fn a_pattern_of_windows_begins_where_its_drive_or_server_says() {
        assert_eq!(parts(r"masuk\*.csv"), of("studi", "masuk/*.csv"));
        assert_eq!(parts(r"D:\masuk\*.csv"), of("D:/", "masuk/*.csv"));
        assert_eq!(parts(r"\masuk\*.csv"), of("/", "masuk/*.csv"));
        assert_eq!(parts(r"D:masuk\*.csv"), of("D:.", "masuk/*.csv"));
        assert_eq!(parts(r"\\srv\bagi\*.csv"), of("//srv/bagi/", "*.csv"));
    }

    #[cfg(not(windows))]
    #[test]
    fn elsewhere_a_backslash_is_part_of_a_name() {
        assert_eq!(parts(r"D:\masuk\*.csv"), of("studi", r"D:\masuk\*.csv"));
    }
}
