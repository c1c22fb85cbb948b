//! No file of the program imports, over others or at once, a file that imports it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::architecture::{code, files};

/// A path of names such as `crate::view::score`.
type Names = Vec<String>;

/// One source file: what it hands on under which name, and what it uses.
#[derive(Default)]
struct File {
    handed_on: BTreeMap<String, Names>,
    used: Vec<Names>,
}

fn names(text: &str) -> Names {
    text.split("::").map(|it| it.trim().to_owned()).collect()
}

/// The paths of one `use`, braces taken apart: `a::{b, c::{self, d}}` is `a::b`, `a::c`, `a::c::d`.
fn leaves(tree: &str, before: &Names, out: &mut Vec<Names>) {
    let Some((head, rest)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default().trim();
        let path = path.trim_end_matches("::");
        if !path.is_empty() {
            out.push(before.iter().cloned().chain(names(path)).collect());
        }
        return;
    };
    let head = head.trim().trim_end_matches("::");
    let mut inside = before.clone();
    if !head.is_empty() {
        inside.extend(names(head));
    }
    let inner = rest.rsplit_once('}').map_or(rest, |(it, _)| it);
    let (mut depth, mut from) = (0, 0);
    for (at, letter) in inner.char_indices().chain([(inner.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                match inner[from..at].trim() {
                    "self" => out.push(inside.clone()),
                    part => leaves(part, &inside, out),
                }
                from = at + 1;
            }
            _ => {}
        }
    }
}

/// Reads the uses of a file, and the paths that stand in its code.
fn read(text: &str, children: &BTreeSet<String>) -> File {
    let mut file = File::default();
    let lines: Vec<String> = code(text).into_iter().map(|(_, line)| line).collect();
    let text = lines.join("\n");
    let mut rest = String::new();
    let mut left = text.as_str();
    // A `use` begins a line and ends at the next semicolon.
    while let Some(at) = left.find("use ") {
        let line = left[..at].rfind('\n').map_or(0, |it| it + 1);
        let before = left[line..at].trim();
        let end = left[at..].find(';').map_or(left.len(), |it| at + it);
        if !(before.is_empty() || before.starts_with("pub")) {
            rest.push_str(&left[..at + 4]);
            left = &left[at + 4..];
            continue;
        }
        rest.push_str(&left[..line]);
        let mut paths = Vec::new();
        leaves(&left[at + 4..end], &Vec::new(), &mut paths);
        if before.is_empty() {
            file.used.extend(paths);
        } else {
            let named = paths
                .into_iter()
                .filter_map(|it| Some((it.last()?.clone(), it)));
            file.handed_on.extend(named);
        }
        left = &left[end..];
    }
    rest.push_str(left);
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    for word in rest.split(|letter| !is_name(letter)) {
        let path = names(word.trim_end_matches(':'));
        let first = path[0].as_str();
        if path.len() > 1
            && (["crate", "super", "self"].contains(&first) || children.contains(first))
        {
            file.used.push(path);
        }
    }
    file
}

/// The file that a path used in the module `from` leads to, through whatever hands its name on.
fn target(all: &BTreeMap<Names, File>, from: &Names, path: &Names, steps: usize) -> Option<Names> {
    let mut here = from.clone();
    let mut path = path.as_slice();
    match path.first()?.as_str() {
        "crate" => {
            here = vec!["crate".to_owned()];
            path = &path[1..];
        }
        "self" => path = &path[1..],
        _ => {}
    }
    while path.first().is_some_and(|it| it == "super") {
        here.pop();
        path = &path[1..];
    }
    for name in path {
        let below: Names = here.iter().cloned().chain([name.clone()]).collect();
        if all.contains_key(&below) {
            here = below;
            continue;
        }
        if let Some(other) = all.get(&here)?.handed_on.get(name)
            && steps > 0
        {
            return target(all, &here, other, steps - 1);
        }
        // The first name of a path without `crate` may be another crate.
        return (here != *from || path[0] != *name).then_some(here);
    }
    Some(here)
}

/// Every circle as the files on it, each found once.
fn circles(all: &BTreeMap<Names, File>) -> Vec<Vec<String>> {
    let edges: BTreeMap<&Names, BTreeSet<Names>> = all
        .iter()
        .map(|(from, file)| {
            let to = file.used.iter().filter_map(|it| target(all, from, it, 8));
            // A `mod.rs` is the front of what stands behind it: the two are one place.
            let apart = |it: &Names| !it.starts_with(from) && !from.starts_with(it);
            (from, to.filter(apart).collect())
        })
        .collect();
    let reach = |from: &Names| {
        let mut seen: BTreeSet<&Names> = BTreeSet::new();
        let mut open: Vec<&Names> = edges[from].iter().collect();
        while let Some(next) = open.pop() {
            if edges.contains_key(next) && seen.insert(next) {
                open.extend(&edges[next]);
            }
        }
        seen
    };
    let reached: BTreeMap<&Names, BTreeSet<&Names>> =
        all.keys().map(|it| (it, reach(it))).collect();
    let mut out: Vec<Vec<String>> = Vec::new();
    for one in all.keys().filter(|it| reached[it].contains(it)) {
        let on_it = all
            .keys()
            .filter(|it| reached[one].contains(it) && reached[*it].contains(one));
        let on_it: Vec<String> = on_it.map(|it| it.join("::")).collect();
        if !out.contains(&on_it) {
            out.push(on_it);
        }
    }
    out
}

/// The modules below a folder that is the root of a crate.
fn modules(sources: &[(Names, String)]) -> BTreeMap<Names, File> {
    let all: BTreeSet<&Names> = sources.iter().map(|(name, _)| name).collect();
    let read = |(name, text): &(Names, String)| {
        let children = all
            .iter()
            .filter(|it| it.len() == name.len() + 1 && it.starts_with(name))
            .filter_map(|it| it.last().cloned())
            .collect();
        (name.clone(), read(text, &children))
    };
    sources.iter().map(read).collect()
}

#[test]
fn no_file_imports_its_importer() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut library, mut program) = (Vec::new(), Vec::new());
    for path in files(&src) {
        let below = path
            .strip_prefix(&src)
            .expect("below src")
            .with_extension("");
        let parts = below
            .components()
            .map(|it| it.as_os_str().to_string_lossy().into_owned());
        let mut name: Names = ["crate".to_owned()].into_iter().chain(parts).collect();
        if name.iter().any(|it| it == "tests") {
            continue;
        }
        let of_program = name[1] == "cli" || name[1] == "main";
        if ["mod", "lib", "main"].contains(&name[name.len() - 1].as_str()) {
            name.pop();
        }
        let text = std::fs::read_to_string(&path).expect("a source file");
        if of_program {
            &mut program
        } else {
            &mut library
        }
        .push((name, text));
    }
    assert!(
        library.len() > 200 && program.len() > 20,
        "files were found"
    );
    for sources in [&library, &program] {
        let found = circles(&modules(sources));
        assert!(found.is_empty(), "files that import each other: {found:#?}");
    }
}

#[test]
fn a_circle_is_seen_through_what_hands_a_name_on() {
    let module = |name: &str, text: &str| (names(name), text.to_owned());
    let sources = [
        module("crate", "mod a;"),
        module(
            "crate::a",
            "mod b;\nmod c;\npub use c::Thing;\nuse std::fmt;",
        ),
        module(
            "crate::a::b",
            "use super::{\n    Thing,\n};\npub(super) struct Part;",
        ),
        module(
            "crate::a::c",
            "fn f() { super::b::Part; }\npub struct Thing;",
        ),
    ];
    assert_eq!(
        circles(&modules(&sources)),
        [["crate::a::b", "crate::a::c"]]
    );
    assert!(circles(&modules(&sources[..3])).is_empty());
}
