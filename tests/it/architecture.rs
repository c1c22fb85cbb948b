//! Keeps the one-way flow of `src/lib.rs` true.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with what it may import, low to high.
const ROOMS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("problem", &["text"]),
    ("stats", &[]),
    ("framework", &["text", "problem", "stats"]),
    ("region", &["text", "problem"]),
    ("statement", &["text", "problem"]),
    ("table", &["text", "problem"]),
    ("read", &["text", "problem", "statement", "table"]),
    (
        "assess",
        &[
            "text",
            "problem",
            "stats",
            "framework",
            "region",
            "statement",
        ],
    ),
    (
        "compare",
        &[
            "text",
            "problem",
            "stats",
            "framework",
            "region",
            "statement",
            "assess",
        ],
    ),
    (
        "scrutiny",
        &[
            "text",
            "problem",
            "stats",
            "framework",
            "region",
            "statement",
            "assess",
            "compare",
        ],
    ),
    (
        "advise",
        &[
            "text",
            "problem",
            "stats",
            "framework",
            "region",
            "statement",
            "assess",
            "compare",
            "scrutiny",
        ],
    ),
    (
        "study",
        &[
            "text",
            "problem",
            "stats",
            "framework",
            "region",
            "statement",
            "read",
            "assess",
            "compare",
            "scrutiny",
            "advise",
        ],
    ),
    (
        "guide",
        &[
            "text",
            "problem",
            "stats",
            "framework",
            "region",
            "statement",
            "table",
            "read",
            "assess",
            "compare",
            "scrutiny",
            "advise",
            "study",
        ],
    ),
    (
        "view",
        &[
            "text",
            "problem",
            "stats",
            "framework",
            "region",
            "statement",
            "assess",
            "compare",
            "scrutiny",
            "advise",
            "study",
            "guide",
        ],
    ),
    (
        "parts",
        &[
            "text",
            "problem",
            "framework",
            "region",
            "statement",
            "table",
            "read",
            "assess",
            "study",
            "view",
        ],
    ),
    ("render", &["text", "problem", "view"]),
];

/// What the library never does.
const FORBIDDEN: &[&str] = &[
    "clap::",
    "println!",
    "eprintln!",
    "print!(",
    "std::fs",
    "std::env",
    "std::process",
    "SystemTime",
    "Instant::now",
];

pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            out.extend(files(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            out.push(path);
        }
    }
    out.sort();
    out
}

/// The code of a file without comments and without the module of tests at its end. A test module
/// in a file of its own (`mod tests;`) leaves the rest to be looked at.
pub(crate) fn code(text: &str) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).copied().unwrap_or_default();
        if line.trim() == "#[cfg(test)]" && next.trim_end().ends_with('{') {
            break;
        }
        // `//` inside a text is no comment: an even number of quotes stands before a real one.
        let comment = line
            .match_indices("//")
            .find(|(place, _)| line[..*place].matches('"').count() % 2 == 0)
            .map_or(line.len(), |(place, _)| place);
        out.push((at + 1, line[..comment].to_owned()));
    }
    out
}

/// Rooms named behind `crate::`, also inside `use crate::{…}` over several lines.
fn imports(lines: &[(usize, String)]) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    let mut depth = 0;
    for (number, line) in lines {
        let mut rest = line.as_str();
        if depth > 0 {
            for word in top_words(rest, &mut depth) {
                out.push((*number, word));
            }
            continue;
        }
        while let Some(at) = rest.find("crate::") {
            rest = &rest[at + "crate::".len()..];
            if let Some(inner) = rest.strip_prefix('{') {
                depth = 1;
                for word in top_words(inner, &mut depth) {
                    out.push((*number, word));
                }
                break;
            }
            let word: String = rest
                .chars()
                .take_while(|it| it.is_alphanumeric() || *it == '_')
                .collect();
            out.push((*number, word));
        }
    }
    out
}

/// Words at the first level of an open `crate::{`, counting braces on.
fn top_words(text: &str, depth: &mut usize) -> Vec<String> {
    let mut out = Vec::new();
    let mut word = String::new();
    let mut fresh = true;
    for letter in text.chars() {
        match letter {
            '{' => *depth += 1,
            '}' => *depth = depth.saturating_sub(1),
            ',' if *depth == 1 => fresh = true,
            _ if letter.is_alphanumeric() || letter == '_' => {
                if *depth == 1 && fresh {
                    word.push(letter);
                }
                continue;
            }
            _ => {}
        }
        if !word.is_empty() {
            out.push(std::mem::take(&mut word));
            fresh = false;
        }
    }
    if !word.is_empty() {
        out.push(word);
    }
    out
}

fn trouble(name: &str, room: &str, text: &str) -> Vec<String> {
    let lines = code(text);
    let mut out = Vec::new();
    let Some((_, allowed)) = ROOMS.iter().find(|(it, _)| *it == room) else {
        return vec![format!("{name}:1: the room {room} has no row in the table")];
    };
    for (number, word) in imports(&lines) {
        let is_room = ROOMS.iter().any(|(it, _)| *it == word);
        if is_room && word != room && !allowed.contains(&word.as_str()) {
            out.push(format!("{name}:{number}: {room} may not import {word}"));
        }
    }
    for (number, line) in &lines {
        for word in FORBIDDEN {
            if line.contains(word) {
                out.push(format!("{name}:{number}: the library may not use {word}"));
            }
        }
    }
    out
}

#[test]
fn no_room_reaches_upwards_and_the_library_touches_nothing_outside() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut out = Vec::new();
    for path in files(&src) {
        let below = path.strip_prefix(&src).expect("below src");
        let mut parts = below.components();
        let room = parts.next().expect("a name").as_os_str().to_string_lossy();
        let inside_tests = below.components().any(|it| it.as_os_str() == "tests")
            || below.file_name().is_some_and(|it| it == "tests.rs");
        if inside_tests || ["main.rs", "lib.rs", "cli"].contains(&&*room) {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source file");
        let name = format!("src/{}", below.display());
        out.extend(trouble(&name, &room, &text));
    }
    assert!(out.is_empty(), "{}", out.join("\n"));
}

#[test]
fn the_check_sees_imports_in_every_form() {
    let text = "use crate::{\n    text::say,\n    compare::{self, x},\n};\nfn f() { crate::render::x(); println!(); }\n";
    assert_eq!(
        trouble("src/stats/mod.rs", "stats", text),
        [
            "src/stats/mod.rs:2: stats may not import text",
            "src/stats/mod.rs:3: stats may not import compare",
            "src/stats/mod.rs:5: stats may not import render",
            "src/stats/mod.rs:5: the library may not use println!",
        ]
    );
}
