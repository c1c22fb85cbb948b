//! Reads inputs and writes outputs: whole or not at all.
#![expect(clippy::disallowed_methods, reason = "the one place that opens files")]

use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use siap::problem::{Place, Problem};
use siap::text::say;

use super::error::Refused;

/// The bytes of a file, or of standard input for `-`.
pub(super) fn read(name: &str) -> Result<Vec<u8>, Refused> {
    if name == "-" {
        let mut bytes = Vec::new();
        return match std::io::stdin().lock().read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(error) => Err(refused("-", say::cannot_read(error.to_string()))),
        };
    }
    let path = Path::new(name);
    if path.is_dir() {
        return Err(refused(name, say::folder_not_file()));
    }
    std::fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => missing(name),
        ErrorKind::PermissionDenied => {
            let problem = Problem::error(say::may_not_read()).at(Place::file(name));
            Refused(vec![problem.help(say::close_in_excel())])
        }
        _ => refused(name, say::cannot_read(error.to_string())),
    })
}

/// The text of a UTF-8 file, without a byte order mark.
pub(super) fn read_text(name: &str) -> Result<String, Refused> {
    let bytes = read(name)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.trim_start_matches('\u{feff}').to_owned()),
        Err(_) => Err(refused(name, say::not_utf8())),
    }
}

fn refused(name: &str, sentence: siap::text::Sentence) -> Refused {
    Refused(vec![Problem::error(sentence).at(Place::file(name))])
}

/// A file that is not there, with the nearest name of its folder.
fn missing(name: &str) -> Refused {
    let path = Path::new(name);
    let problem = Problem::error(say::no_such_file()).at(Place::file(name));
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let names: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    let wanted = path.file_name().unwrap_or_default().to_string_lossy();
    let near = siap::problem::suggest(&wanted, names.iter().map(String::as_str));
    Refused(vec![problem.maybe_help(near.map(say::did_you_mean))])
}

/// Whether the path is a folder.
pub(super) fn is_folder(name: &str) -> bool {
    Path::new(name).is_dir()
}

/// Whether anything stands at the path.
pub(super) fn exists(name: &str) -> bool {
    Path::new(name).exists()
}

/// A path below a folder, written with `/` on every system.
pub(super) fn below(folder: &str, name: &str) -> String {
    if folder == "." || Path::new(name).is_absolute() {
        return name.to_owned();
    }
    let folder = folder.replace('\\', "/");
    format!("{}/{name}", folder.trim_end_matches('/'))
}

/// Files of `folder` that fit `pattern`, sorted; a plain name stands for itself.
pub(super) fn matching(folder: &str, pattern: &str) -> Result<Vec<String>, Refused> {
    let plain = below(folder, pattern);
    if !pattern.contains(['*', '?', '[']) || exists(&plain) {
        return Ok(vec![plain]);
    }
    let base = glob::Pattern::escape(&folder.replace('\\', "/"));
    let full = if folder == "." {
        pattern.to_owned()
    } else {
        format!("{}/{pattern}", base.trim_end_matches('/'))
    };
    let paths = match glob::glob(&full) {
        Ok(paths) => paths,
        Err(error) => return Err(refused(&plain, say::bad_pattern(error.to_string()))),
    };
    let mut names: Vec<String> = paths
        .filter_map(Result::ok)
        .filter(|path| path.is_file())
        .map(|path| path.to_string_lossy().replace('\\', "/"))
        .collect();
    names.sort();
    if names.is_empty() {
        return Err(refused(&plain, say::pattern_without_files()));
    }
    Ok(names)
}

/// Writes all files or none: each is first written beside its place and then moved there.
///
/// `folder`, where given, is made if it does not exist.
pub(super) fn write_all(folder: Option<&str>, files: &[(String, Vec<u8>)]) -> Result<(), Refused> {
    if let Some(folder) = folder
        && let Err(error) = std::fs::create_dir_all(folder)
    {
        return Err(unwritable(folder, &error));
    }
    let mut staged: Vec<(PathBuf, PathBuf, &str)> = Vec::new();
    let mut direct: Vec<(PathBuf, &str, &Vec<u8>)> = Vec::new();
    let clear = |staged: &[(PathBuf, PathBuf, &str)]| {
        for (path, ..) in staged {
            // What is left over is a hidden file beside the output; the failure itself is told.
            let _ = std::fs::remove_file(path);
        }
    };
    for (name, bytes) in files {
        let path = Path::new(name);
        if path.is_dir() {
            clear(&staged);
            return Err(refused(name, say::folder_not_file()));
        }
        // A link keeps pointing at its file; a device such as /dev/stdout is written to directly.
        let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        match std::fs::metadata(path) {
            Ok(there) if !there.is_file() => {
                direct.push((path.clone(), name, bytes));
                continue;
            }
            Ok(there) if there.permissions().readonly() => {
                clear(&staged);
                let denied = ErrorKind::PermissionDenied.into();
                return Err(unwritable(name, &denied));
            }
            _ => {}
        }
        let temporary = beside(path);
        let written = std::fs::File::create(&temporary)
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
        staged.push((temporary, path.clone(), name));
        if let Err(error) = written {
            clear(&staged);
            return Err(unwritable(name, &error));
        }
    }
    for (at, (temporary, path, name)) in staged.iter().enumerate() {
        if let Err(error) = std::fs::rename(temporary, path) {
            clear(&staged[at..]);
            return Err(unwritable(name, &error));
        }
    }
    for (path, name, bytes) in direct {
        if let Err(error) = std::fs::write(path, bytes) {
            return Err(unwritable(name, &error));
        }
    }
    Ok(())
}

/// A hidden name beside `path`, on the same disk, so that moving it is one step.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.tmp", std::process::id()))
}

fn unwritable(name: &str, error: &std::io::Error) -> Refused {
    let of = |sentence| Problem::error(sentence).at(Place::file(name));
    Refused(vec![match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ResourceBusy => {
            of(say::may_not_write()).help(say::close_in_excel())
        }
        ErrorKind::NotFound => of(say::no_such_folder()).help(say::make_folder()),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => of(say::file_in_the_way()),
        ErrorKind::StorageFull => of(say::disk_full()),
        _ => of(say::cannot_write(error.to_string())),
    }])
}

/// Writes bytes to standard output.
pub(super) fn print(bytes: &[u8]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}
