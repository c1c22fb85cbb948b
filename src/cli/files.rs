//! Reads inputs and writes outputs: whole or not at all.
#![expect(clippy::disallowed_methods, reason = "the one place that opens files")]

use std::io::{ErrorKind, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use siap::problem::{Place, Problem};
use siap::study::{Files, below, slashes};
use siap::text::say;

use super::error::Refused;

/// The files of this machine; `-` is standard input.
pub(super) struct Disk;

impl Files for Disk {
    fn read(&self, name: &str) -> Result<Vec<u8>, Vec<Problem>> {
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
        bytes_of(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => missing(name),
            _ if is_locked(&error) => {
                let problem = Problem::error(say::may_not_read()).at(Place::file(name));
                vec![problem.help(say::close_in_excel())]
            }
            ErrorKind::PermissionDenied => {
                let problem = Problem::error(say::may_not_read()).at(Place::file(name));
                vec![problem.help(say::close_in_excel())]
            }
            _ => refused(name, say::cannot_read(error.to_string())),
        })
    }

    fn exists(&self, name: &str) -> bool {
        Path::new(name).exists()
    }

    fn is_folder(&self, name: &str) -> bool {
        Path::new(name).is_dir()
    }

    fn is_same(&self, one: &str, other: &str) -> bool {
        is_same_file(one, other)
    }

    fn matching(&self, folder: &str, pattern: &str) -> Result<Vec<String>, Vec<Problem>> {
        let plain = below(folder, pattern);
        if !pattern.contains(['*', '?', '[']) || self.exists(&plain) {
            return Ok(vec![plain]);
        }
        let full = if folder == "." || Path::new(pattern).is_absolute() {
            pattern.to_owned()
        } else {
            below(&glob::Pattern::escape(folder), pattern)
        };
        let paths = match glob::glob(&full) {
            Ok(paths) => paths,
            Err(error) => return Err(refused(&plain, say::bad_pattern(error.to_string()))),
        };
        let mut names = Vec::new();
        for path in paths {
            match path {
                Ok(path) if path.is_file() => names.push(slashes(&path.to_string_lossy())),
                Ok(_) => {}
                Err(error) => {
                    let place = error.path().to_string_lossy().into_owned();
                    return Err(refused(&place, say::cannot_read(error.error().to_string())));
                }
            }
        }
        names.sort();
        if names.is_empty() {
            return Err(refused(&plain, say::pattern_without_files()));
        }
        Ok(names)
    }
}

/// From how many bytes a file is read from both ends at once: to take memory into use costs more
/// than to copy, and a second processor halves it.
const LARGE: u64 = 16 << 20;

fn bytes_of(path: &Path) -> std::io::Result<Vec<u8>> {
    let length = std::fs::metadata(path)?.len();
    if length < LARGE {
        return std::fs::read(path);
    }
    let mut bytes = vec![0; usize::try_from(length).map_err(std::io::Error::other)?];
    let start = bytes.len() / 2;
    let (head, tail) = bytes.split_at_mut(start);
    let fill = |start: usize, part: &mut [u8]| {
        let mut file = std::fs::File::open(path)?;
        file.seek(SeekFrom::Start(start as u64))?;
        file.read_exact(part)
    };
    let (first, second) = std::thread::scope(|scope| {
        let first = scope.spawn(|| fill(0, head));
        let second = fill(start, tail);
        (first.join(), second)
    });
    match (first, second) {
        (Ok(Ok(())), Ok(())) => Ok(bytes),
        // It may have become shorter meanwhile, or be no ordinary file.
        _ => std::fs::read(path),
    }
}

fn refused(name: &str, sentence: siap::text::Sentence) -> Vec<Problem> {
    vec![Problem::error(sentence).at(Place::file(name))]
}

/// A file that is not there, with the nearest name of its folder.
fn missing(name: &str) -> Vec<Problem> {
    let path = Path::new(name);
    let problem = Problem::error(say::no_such_file()).at(Place::file(name));
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    names.sort();
    let wanted = path.file_name().unwrap_or_default().to_string_lossy();
    let near = siap::problem::suggest(&wanted, names.iter().map(String::as_str));
    vec![problem.maybe_help(near.map(say::did_you_mean))]
}

/// Writes all files or none: each is first written beside its place, and all are moved there only
/// when every one of them can be.
///
/// `folder`, where given, is made if it does not exist, and taken back if writing fails. What
/// remains: the moves themselves are one after the other, so that a machine that stops between two
/// of them leaves the first done.
pub(super) fn write_all(folder: Option<&str>, files: &[(String, Vec<u8>)]) -> Result<(), Refused> {
    let made = match folder {
        Some(folder) => make_folder(folder)?,
        None => Vec::new(),
    };
    let mut staged = Vec::new();
    let done = stage_all(files, &mut staged).and_then(|()| move_all(&staged));
    if done.is_err() {
        for file in &staged {
            // What is left over is a hidden file beside the output; the failure itself is told.
            let _ = std::fs::remove_file(&file.temporary);
        }
        for folder in made.iter().rev() {
            // Only folders made here, and only while they are empty.
            let _ = std::fs::remove_dir(folder);
        }
    }
    done
}

/// Makes a folder with those above it; gives the ones that were not there, top down.
fn make_folder(name: &str) -> Result<Vec<PathBuf>, Refused> {
    if name.is_empty() {
        return Err(Refused::one(say::empty_name()));
    }
    let mut made: Vec<PathBuf> = Path::new(name)
        .ancestors()
        .take_while(|it| !it.as_os_str().is_empty() && !it.exists())
        .map(Path::to_path_buf)
        .collect();
    made.reverse();
    match std::fs::create_dir_all(name) {
        Ok(()) => Ok(made),
        Err(error) => Err(unwritable(name, &error)),
    }
}

/// A file written beside the place where it belongs.
struct Staged<'a> {
    temporary: PathBuf,
    place: PathBuf,
    name: &'a str,
}

fn stage_all<'a>(
    files: &'a [(String, Vec<u8>)],
    staged: &mut Vec<Staged<'a>>,
) -> Result<(), Refused> {
    for (name, bytes) in files {
        if name.is_empty() {
            return Err(Refused::one(say::empty_name()));
        }
        // A link keeps pointing at its file.
        let place = std::fs::canonicalize(name).unwrap_or_else(|_| PathBuf::from(name));
        if place.is_dir() {
            return Err(refused(name, say::folder_not_file()).into());
        }
        let there = std::fs::metadata(&place).ok();
        if there.as_ref().is_some_and(|it| it.permissions().readonly()) {
            return Err(unwritable(name, &ErrorKind::PermissionDenied.into()));
        }
        let refuse = |error: std::io::Error| unwritable(name, &error);
        if there.as_ref().is_some_and(|it| !it.is_file()) {
            // A device such as /dev/stdout is written to directly.
            std::fs::write(&place, bytes).map_err(refuse)?;
            continue;
        }
        if there.is_some() {
            // A program that keeps the file locked (Excel on Windows) shows here, before any move.
            std::fs::OpenOptions::new()
                .append(true)
                .open(&place)
                .map_err(refuse)?;
        }
        let temporary =
            place.with_file_name(format!(".siap-{}-{}.tmp", std::process::id(), staged.len()));
        staged.push(Staged {
            temporary: temporary.clone(),
            place,
            name,
        });
        std::fs::File::create(&temporary)
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
            .map_err(refuse)?;
        if let Some(there) = there {
            // Who may read the old file may read the new one, and nobody else.
            std::fs::set_permissions(&temporary, there.permissions()).map_err(refuse)?;
        }
    }
    Ok(())
}

fn move_all(staged: &[Staged]) -> Result<(), Refused> {
    for file in staged {
        std::fs::rename(&file.temporary, &file.place)
            .map_err(|error| unwritable(file.name, &error))?;
    }
    Ok(())
}

/// Whether two names mean one existing file.
pub(super) fn is_same_file(one: &str, other: &str) -> bool {
    match (std::fs::canonicalize(one), std::fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Whether a file of this name would be among those that `pattern` finds in `folder`.
pub(super) fn would_match(folder: &str, pattern: &str, name: &str) -> bool {
    let parent = |path: &Path| match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    let pattern = PathBuf::from(below(folder, pattern));
    let name = Path::new(name);
    let same_folder = is_same_file(
        &parent(&pattern).to_string_lossy(),
        &parent(name).to_string_lossy(),
    );
    let file = |path: &Path| {
        path.file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    same_folder && glob::Pattern::new(&file(&pattern)).is_ok_and(|it| it.matches(&file(name)))
}

/// Whether another program keeps the file to itself, which Windows says in two codes of its own:
/// a sharing violation (32) and a lock violation (33).
fn is_locked(error: &std::io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

fn unwritable(name: &str, error: &std::io::Error) -> Refused {
    let of = |sentence| Problem::error(sentence).at(Place::file(name));
    Refused(vec![match error.kind() {
        _ if is_locked(error) => of(say::may_not_write()).help(say::close_in_excel()),
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
