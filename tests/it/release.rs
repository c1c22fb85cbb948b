//! What is put beside the program for people to download.

use std::collections::BTreeSet;

use siap::framework::library;

use crate::run::root;

fn text(name: &str) -> String {
    let path = root().join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The lines `"framework|name.xlsx"` of the script that packs.
fn workbooks(script: &str) -> Vec<(&str, &str)> {
    let lines = script.lines().map(str::trim);
    let inner = lines.filter_map(|it| it.strip_prefix('"')?.strip_suffix('"'));
    inner.filter_map(|it| it.split_once('|')).collect()
}

#[test]
fn every_empty_workbook_of_a_release_is_of_a_built_in_framework() {
    let script = text(".github/archive");
    let workbooks = workbooks(&script);
    let known: BTreeSet<&str> = library::ids().collect();
    for (framework, name) in &workbooks {
        assert!(known.contains(framework), "{framework}");
        assert!(name.ends_with(".xlsx"), "{name}");
    }
    let named: Vec<&str> = workbooks.iter().map(|it| it.0).collect();
    for wanted in ["pemdi-2026", "spbe-2020", "skm", "smart-city-pillars"] {
        assert!(named.contains(&wanted), "{wanted}");
    }
}

#[test]
fn what_a_release_packs_is_there() {
    let script = text(".github/archive");
    let copied = script.lines().filter_map(|it| it.strip_prefix("cp "));
    let words = copied.flat_map(str::split_whitespace);
    let names: Vec<&str> = words.filter(|it| !it.starts_with(['"', '-'])).collect();
    assert!(names.len() > 4, "{names:?}");
    for name in names {
        let there = root().join(name.trim_end_matches("/."));
        assert!(there.exists(), "{name}");
    }
}

#[test]
fn the_release_workflow_tests_builds_and_packs_for_every_system() {
    let workflow = text(".github/workflows/release.yml");
    assert!(!workflow.contains('\t'), "YAML takes no tab for a blank");
    for target in [
        "x86_64-unknown-linux-musl",
        "x86_64-pc-windows-msvc",
        "aarch64-apple-darwin",
        "x86_64-apple-darwin",
    ] {
        assert!(workflow.contains(target), "{target}");
    }
    for step in [
        "cargo test --locked",
        "cargo build --release --locked",
        ".github/archive",
    ] {
        assert!(workflow.contains(step), "{step}");
    }
}
