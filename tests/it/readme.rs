//! The pages that people read: the commands they show print what stands there, and their links
//! lead somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::run::root;

#[test]
fn commands_in_pages_print_what_they_show() {
    trycmd::TestCases::new()
        .env("LC_ALL", "C")
        .env("LANG", "C")
        .env("COLUMNS", "100")
        .case("README.md")
        .case("docs/*.md")
        .case("examples/*/README.md");
}

#[test]
fn the_readme_names_the_command_that_ci_tests_with() {
    let readme = text(&root().join("README.md"));
    let ci = text(&root().join(".ci/run"));
    assert!(readme.contains("\ncargo test\n") && ci.contains("\ncargo test\n"));
    let main = "cargo run --release -- compare examples/sumsel-smart-province --figures figures";
    assert!(readme.contains(main));
}

/// What grows beyond this belongs to a page in `docs/`.
#[test]
fn the_readme_stays_short() {
    let bytes = text(&root().join("README.md")).len();
    assert!(bytes < 15_000, "{bytes} bytes");
}

#[test]
fn links_lead_to_files_and_headings_that_exist() {
    let mut anchors = BTreeMap::new();
    let mut dead = Vec::new();
    let mut found = 0;
    for page in pages() {
        for link in links(&text(&page)) {
            if link.contains("://") {
                continue;
            }
            found += 1;
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = if path.is_empty() {
                page.clone()
            } else {
                page.with_file_name(path)
            };
            let there = if anchor.is_empty() {
                target.exists()
            } else {
                target.is_file()
                    && anchors
                        .entry(target.clone())
                        .or_insert_with(|| headings(&text(&target)))
                        .contains(anchor)
            };
            if !there {
                dead.push(format!("{}: {link}", page.display()));
            }
        }
    }
    assert!(dead.is_empty(), "{dead:#?}");
    assert!(found > 50, "only {found} links were found");
}

/// A page that nothing leads to is read by nobody.
#[test]
fn the_readme_leads_to_every_page() {
    let readme = root().join("README.md");
    let named: BTreeSet<PathBuf> = links(&text(&readme))
        .into_iter()
        .map(|link| readme.with_file_name(link.split('#').next().unwrap_or_default()))
        .collect();
    let missing: Vec<PathBuf> = pages()
        .into_iter()
        .filter(|page| page.starts_with(root().join("docs")) && !named.contains(page))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The README, the pages in `docs/` and those of the examples.
fn pages() -> Vec<PathBuf> {
    let mut pages = vec![root().join("README.md")];
    for pattern in ["docs/*.md", "examples/*/README.md"] {
        let pattern = root().join(pattern);
        let found = glob::glob(pattern.to_str().expect("a path in UTF-8")).expect("a pattern");
        pages.extend(found.map(|page| page.expect("a page")));
    }
    pages
}

/// The lines outside fenced blocks: what a block shows is no link and no heading.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut fenced = false;
    text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    })
}

/// Where the links and pictures of a page point to: `[text](here)`.
fn links(text: &str) -> Vec<String> {
    prose(text)
        .flat_map(|line| line.split("](").skip(1))
        .filter_map(|rest| rest.split_once(')'))
        .map(|(link, _)| link.to_owned())
        .collect()
}

/// The anchors of a page's headings, as GitHub makes them: small letters, hyphens for spaces, no
/// other punctuation.
fn headings(text: &str) -> BTreeSet<String> {
    prose(text)
        .filter(|line| line.starts_with('#'))
        .map(|line| line.trim_start_matches('#').trim().to_lowercase())
        .map(|title| title.replace(' ', "-"))
        .map(|title| {
            title
                .chars()
                .filter(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
                .collect()
        })
        .collect()
}
