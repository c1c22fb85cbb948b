//! `docs/systems.md`: every row of the papers' inventory has an answer, and each command it names
//! runs.

use crate::run::{root, siap_with};

/// How many rows each paper has in the inventory.
const PAPERS: [(&str, usize); 6] = [
    ("A1", 29),
    ("A2", 6),
    ("B0", 16),
    ("C0", 27),
    ("D0", 18),
    ("E0", 22),
];

/// Words of a command as a shell splits them at spaces and double quotes.
fn words(line: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => out.push(String::new()),
            _ => out.last_mut().expect("one word").push(letter),
        }
    }
    out.retain(|word| !word.is_empty());
    out
}

#[test]
fn every_system_has_a_line_and_every_command_runs() {
    let text = std::fs::read_to_string(root().join("docs/systems.md")).expect("the page");
    let mut ids = Vec::new();
    let mut ran = std::collections::BTreeSet::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [id, what, command] = cells.as_slice() else {
            continue;
        };
        let known = PAPERS
            .iter()
            .any(|(paper, _)| id.starts_with(&format!("{paper}-")));
        if !known {
            continue;
        }
        ids.push((*id).to_owned());
        assert!(!what.is_empty(), "{id} says nothing");
        match command.trim_matches('`').strip_prefix("siap ") {
            Some(command) if ran.insert(command.to_owned()) => {
                let words = words(command);
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                let done = siap_with(&words, "", root());
                assert_eq!(done.code, 0, "{id}: siap {command}\n{}", done.stderr);
                assert!(
                    !done.stdout.is_empty(),
                    "{id}: siap {command} prints nothing"
                );
            }
            Some(_) => {}
            None => assert!(command.starts_with("text only: "), "{id}: {command}"),
        }
    }
    let wanted: Vec<String> = PAPERS
        .iter()
        .flat_map(|(paper, count)| (1..=*count).map(move |at| format!("{paper}-{at:02}")))
        .collect();
    assert_eq!(ids, wanted);
}
