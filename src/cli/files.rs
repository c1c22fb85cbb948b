//! Reads inputs and writes outputs: whole or not at all.
#![expect(clippy::disallowed_methods, reason = "the one place that opens files")]

use std::io::{ErrorKind, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use siap::problem::{Place, Problem};
use siap::study::{Files, Pattern, below};
use siap::text::{label, say};

use super::error::Refused;
use super::interrupt::{self, temporary_name};
use super::kept;
use super::progress;
use super::walk::{Wanted, rooted, walk};

/// The files of this machine; `-` is standard input.
pub(super) struct Disk;

impl Files for Disk {
    fn read(&self, name: &str) -> Result<Vec<u8>, Vec<Problem>> {
        if name == "-" {
            let mut bytes = Vec::new();
            return match std::io::stdin().lock().read_to_end(&mut bytes) {
                Ok(_) => Ok(bytes),
                Err(error) => Err(refused("-", say::cannot_read(label::system(&error)))),
            };
        }
        let path = Path::new(name);
        if path.is_dir() {
            return Err(refused(name, say::folder_not_file()));
        }
        kept::has_read(name);
        let length = std::fs::metadata(path).map_or(0, |it| it.len());
        if let Some(problems) = siap::read::oversized(name, length) {
            return Err(problems);
        }
        bytes_of(path).map_err(|error| unreadable(name, &error))
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
        // The question mark with which a whole path of Windows may begin stands for no letter.
        let letters = pattern.strip_prefix(r"\\?\").unwrap_or(pattern);
        if !letters.contains(['*', '?', '[']) || self.exists(&plain) {
            return Ok(vec![plain]);
        }
        let (root, rest) = rooted(folder, pattern);
        let parts = match Pattern::new(&rest) {
            Ok(parts) => parts,
            Err(why) => return Err(refused(&plain, say::bad_pattern(why))),
        };
        let mut names = Vec::new();
        walk(&root, parts.parts(), Wanted::Files, &mut names)?;
        kept::has_looked_for(root.clone(), parts);
        names.sort();
        names.dedup();
        if names.is_empty() {
            let problem = Problem::error(say::pattern_without_files()).at(Place::file(&*plain));
            return Err(vec![problem.maybe_help(instead(below_root(&root)))]);
        }
        Ok(names)
    }

    fn progress(&self, at: usize, all: usize, name: &str) {
        progress::tell(at, all, name);
    }
}

/// What a folder is called, also where it is only named as the one we stand in.
pub(super) fn name_of_folder(folder: &str) -> Option<String> {
    let whole = std::fs::canonicalize(folder).ok()?;
    Some(whole.file_name()?.to_string_lossy().into_owned())
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

/// The bytes of a file that is gone on from and written again, where there is one.
pub(super) fn read_to_go_on(name: &str) -> Result<Option<Vec<u8>>, Refused> {
    let path = Path::new(name);
    if name.is_empty() {
        return Err(Refused::misuse(say::empty_name()));
    }
    let there = match std::fs::metadata(path) {
        Ok(there) => there,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(refused(name, say::cannot_read(label::system(&error))).into()),
    };
    if there.is_dir() {
        return Err(refused(name, say::folder_not_file()).into());
    }
    if !there.is_file() {
        return Err(refused(name, say::guide_no_plain_file()).into());
    }
    let bytes = bytes_of(path);
    let bytes = bytes.map_err(|error| refused(name, say::cannot_read(label::system(&error))))?;
    Ok(Some(bytes))
}

/// Refuses a place where [`write_all`] would fail, before anybody has typed what should go there.
pub(super) fn can_be_written(name: &str) -> Result<(), Refused> {
    kept::may_be_written(std::iter::once(name))?;
    interrupt::watch();
    let done = stage_all(&[(name.to_owned(), Vec::new())]).map(|_| ());
    interrupt::unfinished().clear();
    done
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
    let names = names_in(folder);
    let wanted = path.file_name().unwrap_or_default().to_string_lossy();
    let near = siap::problem::suggest(&wanted, names.iter().map(String::as_str));
    let help = match near {
        Some(near) => Some(say::did_you_mean(near)),
        None => name.ends_with(".toml").then(say::built_in_has_no_ending),
    };
    vec![problem.maybe_help(help)]
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    names.sort();
    names
}

/// The folder of a pattern that names none: the one we stand in.
fn below_root(root: &str) -> &Path {
    Path::new(if root.is_empty() { "." } else { root })
}

/// What a folder holds in which nothing fits a pattern.
fn instead(folder: &Path) -> Option<siap::text::Sentence> {
    const NAMED: usize = 6;
    let mut names = names_in(folder);
    names.retain(|it| !it.starts_with('.'));
    let is_excel = |it: &&String| [".xls", ".xlsb"].iter().any(|end| it.ends_with(end));
    if let Some(name) = names.iter().find(is_excel) {
        return Some(say::folder_of_excel(name));
    }
    let mut shown = siap::text::list(names.iter().take(NAMED).map(|it| format!("`{it}`")));
    if names.len() > NAMED {
        shown.push_str(", …");
    }
    (!names.is_empty()).then(|| say::folder_has(shown))
}

/// Refuses names of files that are there already: somebody may have filled them in.
pub(super) fn are_new<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), Refused> {
    let there = names.filter(|it| Disk.exists(it));
    let problems: Vec<Problem> = there
        .map(|it| Problem::error(say::already_there(it)).help(say::choose_another_name()))
        .collect();
    match problems.is_empty() {
        true => Ok(()),
        false => Err(Refused(problems)),
    }
}

/// Writes all files or none: each is first written beside its place, and all are moved there only
/// when every one of them can be.
///
/// `folder`, where given, is made if it does not exist, and taken back if writing fails.
pub(super) fn write_all(folder: Option<&str>, files: &[(String, Vec<u8>)]) -> Result<(), Refused> {
    write_all_with(folder, files, || Ok(()))
}

/// As [`write_all`]; when all files stand ready and before any is moved, `print` writes what goes
/// elsewhere: if that fails, no file has changed.
pub(super) fn write_all_with<E: From<Refused>>(
    folder: Option<&str>,
    files: &[(String, Vec<u8>)],
    print: impl FnOnce() -> Result<(), E>,
) -> Result<(), E> {
    kept::may_be_written(files.iter().map(|(name, _)| name.as_str()))?;
    if folder.is_some() || !files.is_empty() {
        interrupt::watch();
    }
    let done = written(folder, files, print);
    // Of what was moved nothing is left to take away; backups and what failed are.
    let mut unfinished = interrupt::unfinished();
    if done.is_ok() {
        unfinished.folders.clear();
    }
    unfinished.clear();
    done
}

fn written<E: From<Refused>>(
    folder: Option<&str>,
    files: &[(String, Vec<u8>)],
    print: impl FnOnce() -> Result<(), E>,
) -> Result<(), E> {
    if let Some(folder) = folder {
        make_folder(folder)?;
    }
    let (staged, devices) = stage_all(files)?;
    print()?;
    for (name, bytes) in devices {
        // A device such as /dev/stdout is written to directly, and before anything is moved.
        std::fs::write(name, bytes).map_err(|error| unwritable(name, &error))?;
    }
    Ok(move_all(&staged)?)
}

/// Makes a folder with those above it; those that were not there are unfinished until all is done.
fn make_folder(name: &str) -> Result<(), Refused> {
    if name.is_empty() {
        return Err(Refused::misuse(say::empty_name()));
    }
    let mut made: Vec<PathBuf> = Path::new(name)
        .ancestors()
        .take_while(|it| !it.as_os_str().is_empty() && !it.exists())
        .map(Path::to_path_buf)
        .collect();
    made.reverse();
    interrupt::unfinished().folders.extend(made);
    std::fs::create_dir_all(name).map_err(|error| unwritable(name, &error))
}

/// A file written beside the place where it belongs.
struct Staged<'a> {
    temporary: PathBuf,
    place: PathBuf,
    name: &'a str,
    /// Whether another file stands in the place.
    replaces: bool,
}

/// A device, and what is written to it.
type Device<'a> = (&'a str, &'a [u8]);

fn stage_all(files: &[(String, Vec<u8>)]) -> Result<(Vec<Staged<'_>>, Vec<Device<'_>>), Refused> {
    let mut staged: Vec<Staged> = Vec::new();
    let mut devices = Vec::new();
    let mut cleared: Vec<PathBuf> = Vec::new();
    for (name, bytes) in files {
        if name.is_empty() {
            return Err(Refused::misuse(say::empty_name()));
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
            devices.push((name.as_str(), bytes.as_slice()));
            continue;
        }
        if there.is_some() {
            // A program that keeps the file locked (Excel on Windows) shows here, before any move.
            std::fs::OpenOptions::new()
                .append(true)
                .open(&place)
                .map_err(refuse)?;
        }
        let folder = match place.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
            _ => PathBuf::from("."),
        };
        if !cleared.contains(&folder) {
            interrupt::clear_leftovers(&folder);
            cleared.push(folder);
        }
        let temporary = place.with_file_name(temporary_name(staged.len(), ""));
        interrupt::unfinished().files.push(temporary.clone());
        staged.push(Staged {
            temporary: temporary.clone(),
            place,
            name,
            replaces: there.is_some(),
        });
        std::fs::File::create(&temporary)
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
            .map_err(refuse)?;
        if let Some(there) = there {
            // Who may read the old file may read the new one, and nobody else.
            std::fs::set_permissions(&temporary, there.permissions()).map_err(refuse)?;
        }
    }
    Ok((staged, devices))
}

/// Moves every file to its place. If one cannot be moved, those before it get back what stood in
/// their places, and where even that fails they are named.
fn move_all(staged: &[Staged]) -> Result<(), Refused> {
    // Held to the end: a program that is stopped here is stopped when all is moved.
    let mut unfinished = interrupt::unfinished();
    let several = staged.len() > 1;
    let mut moved: Vec<(&Staged, Option<PathBuf>)> = Vec::new();
    for (at, file) in staged.iter().enumerate() {
        let done = old_kept(file, at, several).and_then(|old| {
            unfinished.files.extend(old.clone());
            std::fs::rename(&file.temporary, &file.place).map(|()| old)
        });
        match done {
            Ok(old) => moved.push((file, old)),
            Err(error) => {
                let Refused(mut problems) = unwritable(file.name, &error);
                problems.extend(undo(&moved));
                return Err(Refused(problems));
            }
        }
    }
    Ok(())
}

/// A second name for what stands in the place of a file, where more than one file is moved: a single
/// move is done or not done.
fn old_kept(file: &Staged, at: usize, several: bool) -> std::io::Result<Option<PathBuf>> {
    if !(several && file.replaces) {
        return Ok(None);
    }
    let old = file.place.with_file_name(temporary_name(at, "-old"));
    // Not every disk has links: there a copy does.
    if std::fs::hard_link(&file.place, &old).is_err() {
        std::fs::copy(&file.place, &old)?;
    }
    Ok(Some(old))
}

/// Puts back what stood in the places of files that were moved; tells of those where it fails.
fn undo(moved: &[(&Staged, Option<PathBuf>)]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (file, old) in moved.iter().rev() {
        let undone = match old {
            Some(old) => std::fs::rename(old, &file.place),
            None => std::fs::remove_file(&file.place),
        };
        if undone.is_err() {
            problems.push(Problem::error(say::already_written()).at(Place::file(file.name)));
        }
    }
    problems
}

/// Whether two names mean one existing file.
pub(super) fn is_same_file(one: &str, other: &str) -> bool {
    match (kept::identity(one), kept::identity(other)) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    }
}

/// Whether another program keeps the file to itself.
fn is_locked(error: &std::io::Error) -> bool {
    means_locked(cfg!(windows), error.raw_os_error())
}

/// Windows says that a file is open in another program in two codes of its own: a sharing violation
/// (32) and a lock violation (33). Elsewhere the same numbers mean something else.
fn means_locked(is_windows: bool, code: Option<i32>) -> bool {
    is_windows && matches!(code, Some(32 | 33))
}

fn open_elsewhere(name: &str) -> Problem {
    let problem = Problem::error(say::open_elsewhere()).at(Place::file(name));
    problem.help(say::close_it_there())
}

fn unreadable(name: &str, error: &std::io::Error) -> Vec<Problem> {
    match error.kind() {
        ErrorKind::NotFound => missing(name),
        _ if is_locked(error) => vec![open_elsewhere(name)],
        ErrorKind::PermissionDenied => {
            let problem = Problem::error(say::may_not_read()).at(Place::file(name));
            vec![problem.help(say::close_in_excel())]
        }
        _ => refused(name, say::cannot_read(label::system(error))),
    }
}

fn unwritable(name: &str, error: &std::io::Error) -> Refused {
    let of = |sentence| Problem::error(sentence).at(Place::file(name));
    Refused(vec![match error.kind() {
        _ if is_locked(error) => open_elsewhere(name),
        ErrorKind::PermissionDenied | ErrorKind::ResourceBusy => {
            of(say::may_not_write()).help(say::close_in_excel())
        }
        ErrorKind::NotFound => of(say::no_such_folder()).help(say::make_folder()),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => of(say::file_in_the_way()),
        ErrorKind::StorageFull => of(say::disk_full()),
        _ => of(say::cannot_write(label::system(error))),
    }])
}

/// Writes bytes to standard output.
pub(super) fn print(bytes: &[u8]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use siap::text::Lang;

    use super::*;

    #[test]
    fn a_file_open_in_another_program_is_told_by_the_codes_of_windows_alone() {
        for code in [32, 33] {
            assert!(means_locked(true, Some(code)) && !means_locked(false, Some(code)));
        }
        assert!(!means_locked(true, Some(5)) && !means_locked(true, None));
    }

    #[test]
    fn a_file_open_in_another_program_is_told_with_what_to_do() {
        let problem = open_elsewhere("isian 2026/isian.xlsx");
        assert_eq!(problem.code, "open_elsewhere");
        let [help] = &problem.help[..] else {
            panic!("{:?}", problem.help);
        };
        assert!(help.get(Lang::Id).contains("tutup") && help.get(Lang::En).contains("close"));
    }
}
