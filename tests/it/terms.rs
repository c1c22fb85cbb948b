//! An instrument's own words: whoever fills in an SPBE evaluation reads no word in it that its ministry
//! does not use.

use crate::run::{root, siap, siap_with};

const OF_SPBE: &[&str] = &["kategori", "level", "wilayah", "keseluruhan"];
const OF_PEMDI: &[&str] = OF_SPBE;
/// A survey of satisfaction has no word of its own for regions.
const OF_SKM: &[&str] = &["kategori", "level", "keseluruhan"];

/// What is left of a line without what it names as typed, which is the same in every instrument.
fn prose(line: &str) -> String {
    let outside = line.split('`').step_by(2);
    outside.collect::<Vec<_>>().join(" ").to_lowercase()
}

fn assert_without(command: &str, text: &str, forbidden: &[&str]) {
    for line in text.lines() {
        for word in forbidden {
            let has = prose(line).contains(word);
            assert!(!has, "`siap {command}` says {word}: {line}");
        }
    }
}

#[test]
fn commands_speak_in_the_words_of_the_instrument() {
    let table: &[(&str, &str, &[&str])] = &[
        ("score", "examples/spbe-sumsel", OF_SPBE),
        ("compare", "examples/spbe-sumsel", OF_SPBE),
        ("matrix", "examples/spbe-sumsel", OF_SPBE),
        ("trend", "examples/spbe-sumsel", OF_SPBE),
        ("robust --runs 50", "examples/spbe-sumsel", OF_SPBE),
        ("triangulate", "examples/spbe-sumsel", OF_SPBE),
        (
            "plan --region Ogan-Ilir --target 3",
            "tests/reference/planning/spbe-2025.csv -f spbe-2020",
            OF_SPBE,
        ),
        ("check", "examples/spbe-sumsel", OF_SPBE),
        ("sources", "examples/spbe-sumsel", OF_SPBE),
        ("agree", "examples/spbe-sumsel", OF_SPBE),
        ("diff --wave 2023..2024", "examples/spbe-sumsel", OF_SPBE),
        (
            "diff --stage self..final",
            "examples/spbe-denpasar",
            OF_SPBE,
        ),
        ("score", "examples/spbe-denpasar", OF_SPBE),
        ("compare", "examples/spbe-denpasar", OF_SPBE),
        ("matrix", "examples/spbe-denpasar", OF_SPBE),
        ("trend", "examples/spbe-denpasar", OF_SPBE),
        ("robust --runs 50", "examples/spbe-denpasar", OF_SPBE),
        ("triangulate", "examples/spbe-denpasar", OF_SPBE),
        (
            "score",
            "examples/pemdi-aceh-tengah -f pemdi-2026",
            OF_PEMDI,
        ),
        (
            "compare",
            "examples/pemdi-aceh-tengah -f pemdi-2026",
            OF_PEMDI,
        ),
        (
            "matrix",
            "examples/pemdi-aceh-tengah -f pemdi-2026",
            OF_PEMDI,
        ),
        (
            "triangulate",
            "examples/pemdi-aceh-tengah -f pemdi-2026",
            OF_PEMDI,
        ),
        ("check", "examples/pemdi-aceh-tengah", OF_PEMDI),
        ("sources", "examples/pemdi-aceh-tengah", OF_PEMDI),
        ("agree", "examples/pemdi-aceh-tengah", OF_PEMDI),
        ("score", "tests/survey", OF_SKM),
        ("compare", "tests/survey", OF_SKM),
        ("matrix", "tests/survey", OF_SKM),
        ("triangulate", "tests/survey", OF_SKM),
        ("check", "tests/survey", OF_SKM),
        ("framework show spbe-2020", "", OF_SPBE),
        ("framework show pemdi-2026", "", OF_PEMDI),
        ("framework show skm", "", OF_SKM),
    ];
    for (command, data, forbidden) in table {
        for full in ["", " --full"] {
            // In full coefficients have their own name for all that there is, and a framework its texts.
            let is_brief = *command == "agree" || command.starts_with("framework");
            let full = if is_brief { "" } else { full };
            let line = format!("{command} {data} --lang id{full}");
            let done = siap(&line);
            assert_eq!(done.code, 0, "{line}: {}", done.stderr);
            assert_without(&line, &done.stdout, forbidden);
        }
    }
}

#[test]
fn figures_speak_in_the_words_of_the_instrument() {
    let folder = tempfile::tempdir().expect("a folder");
    for (figure, data, forbidden) in [
        ("ranking", "examples/spbe-sumsel", OF_SPBE),
        ("trend", "examples/spbe-sumsel", OF_SPBE),
        ("heatmap", "examples/spbe-denpasar", OF_SPBE),
        ("heatmap", "tests/survey", OF_SKM),
    ] {
        let file = folder.path().join(format!("{figure}.svg"));
        let name = file.to_str().expect("a name");
        let words = ["chart", figure, data, "--lang", "id", "-o", name];
        let done = siap_with(&words, "", root());
        assert_eq!(done.code, 0, "{}", done.stderr);
        let drawn = std::fs::read_to_string(&file).expect("a figure");
        let texts = drawn.split('>').filter_map(|it| it.split('<').next());
        assert_without(figure, &texts.collect::<Vec<_>>().join("\n"), forbidden);
        assert!(
            drawn.contains("nstrumen resmi"),
            "{figure} does not say whose instrument it is"
        );
        std::fs::remove_file(&file).expect("it was there");
    }
}

#[test]
fn every_document_says_whose_instrument_it_is() {
    let copy = "belum dicocokkan dengan naskahnya";
    for (data, wanted) in [
        ("examples/spbe-sumsel", "instrumen resmi"),
        ("examples/pemdi-aceh-tengah -f pemdi-2026", copy),
        ("tests/survey", "instrumen resmi"),
    ] {
        for command in [
            "score",
            "compare",
            "matrix",
            "triangulate",
            "check",
            "sources",
            "agree",
        ] {
            let done = siap(&format!("{command} {data} --lang id"));
            let words: Vec<&str> = done.stdout.split_whitespace().collect();
            let said = words.join(" ").to_lowercase().contains(wanted);
            assert!(said, "{command} {data}: {}", done.stdout);
        }
    }
}

#[test]
fn a_notice_stands_with_results_and_beside_a_form() {
    let wanted = "bukan bunyi PermenPANRB 8/2026";
    let said = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ").contains(wanted)
    };
    for command in ["score", "compare"] {
        let done = siap(&format!(
            "{command} examples/pemdi-aceh-tengah -f pemdi-2026 --lang id"
        ));
        assert!(said(&done.stdout), "{command}: {}", done.stdout);
    }
    let done = siap("template -f pemdi-2026 --lang id");
    assert!(said(&done.stderr), "{}", done.stderr);
    assert!(!said(&done.stdout), "{}", done.stdout);
}

#[test]
fn names_keep_their_capital_inside_a_sentence() {
    for (lang, wanted) in [
        ("id", "Nilai kelompok dan Indeks Pemdi: 1–5."),
        ("en", "Value of a group or the Pemdi index: 1–5."),
    ] {
        let line = format!("score examples/pemdi-aceh-tengah -f pemdi-2026 --lang {lang}");
        let done = siap(&line);
        assert!(done.stdout.contains(wanted), "{}", done.stdout);
    }
}

#[test]
fn what_is_shown_by_evidence_is_told_as_it_is_computed() {
    let line = "score examples/pemdi-aceh-tengah -f pemdi-2026 --lang en";
    let words = |line: &str| {
        let text = siap(line).stdout;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let shares = "grows with the share of its items of supporting evidence that is accepted";
    assert!(words(line).contains(shares));
}

#[test]
fn levels_of_indicators_and_predicates_of_the_index_share_a_heading() {
    let table = "region,indicator,level\nKab. Banyuasin,s1,3\n";
    let own = "id = \"own\"\nversion = \"1\"\ntitle = \"x\"\nstanding = \"regulation\"\n\
        [terms]\nband = { id = \"Predikat\", en = \"Predicate\" }\n\
        level = { id = \"Tingkat\", en = \"Stage\" }\n\
        [scale]\nmin = 0\nmax = 4\n[[scale.level]]\nvalue = 3\nlabel = \"Terkelola\"\n\
        [[band]]\nid = \"low\"\nfrom = 0\nlabel = \"Cukup\"\n\
        [[indicator]]\nid = \"s1\"\ntitle = \"Satu\"\n";
    let (_keep, path) = crate::run::folder(&[("own.toml", own), ("t.csv", table)]);
    let words = ["score", "t.csv", "-f", "own.toml", "--lang", "id"];
    let done = siap_with(&words, "", &path);
    assert!(
        done.stdout.contains("Predikat / tingkat"),
        "{}",
        done.stdout
    );
    assert!(done.stdout.contains("Terkelola"), "{}", done.stdout);
}
