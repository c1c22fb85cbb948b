//! Levels as people write them: `3 - Berjalan`, `Level 2`, `3 (revisi)`.

use std::collections::{BTreeSet, HashMap};

use crate::framework::{Answers, Framework, Indicator, Scale};
use crate::problem::Problem;
use crate::statement::{Answer, Field, Statements};
use crate::stats::TOLERANCE;
use crate::text::{Sentence, list, say, shortened, shown, trim};

use super::unit::Unit;

/// What a text that is no label of a scale says on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Written {
    /// A level, and nothing else or its own label.
    Level(f64),
    /// A level, with words behind that are not its label.
    Noted(f64),
    /// One level by its number and another by its label.
    TwoLevels(f64, f64),
    /// Several levels, or a limit: `3 atau 4`, `≥3`.
    Open,
    /// A number in words.
    InWords(usize),
    /// None of these.
    Unknown,
}

/// Words before a level: `Level 2`, `Skor: 3`.
const BEFORE: [&str; 9] = [
    "level",
    "lvl",
    "lv",
    "skor",
    "score",
    "nilai",
    "tingkat",
    "kematangan",
    "value",
];

/// Words behind a number that make it one end of something, or one of several.
const JOINTS: [&str; 16] = [
    "dari", "of", "sampai", "s.d.", "s.d", "s/d", "sd", "hingga", "to", "atau", "or", "ke", "dan",
    "and", "menuju", "lebih",
];

/// Words before a number that leave it open.
const LIMITS: [&str; 14] = [
    "lebih dari",
    "kurang dari",
    "minimal",
    "maksimal",
    "sekitar",
    "hampir",
    "antara",
    "di atas",
    "di bawah",
    "more than",
    "less than",
    "at least",
    "at most",
    "about",
];

/// Numbers in words, from nothing up.
const NUMBERS: [&[&str]; 11] = [
    &["nol", "zero", "kosong"],
    &["satu", "one"],
    &["dua", "two"],
    &["tiga", "three"],
    &["empat", "four"],
    &["lima", "five"],
    &["enam", "six"],
    &["tujuh", "seven"],
    &["delapan", "eight"],
    &["sembilan", "nine"],
    &["sepuluh", "ten"],
];

/// What a text says that is not itself a label of the scale.
pub(super) fn written(scale: &Scale, indicator: &Indicator, text: &str) -> Written {
    let lower = trim(text).to_lowercase();
    let is_limit = lower.starts_with(['≥', '≤', '>', '<', '~', '±', '≈'])
        || LIMITS.iter().any(|it| lower.starts_with(it));
    if is_limit && lower.contains(|it: char| it.is_ascii_digit()) {
        return Written::Open;
    }
    let bare = without_words(&lower);
    if let Some(number) = NUMBERS.iter().position(|words| words.contains(&bare)) {
        return Written::InWords(number);
    }
    let Some((level, rest)) = number_in_front(bare) else {
        // `Level III` is `Tingkat III`.
        let label = (bare.len() < lower.len()).then(|| named(scale, indicator, bare));
        return match label.flatten() {
            Some(level) => Written::Level(level),
            None => label_with_number(scale, indicator, &lower),
        };
    };
    let rest = trim(rest);
    if rest.is_empty() {
        return Written::Level(level);
    }
    // `2+` where levels are called `II` and `II+`.
    if rest == "+" {
        return above(scale, level).map_or(Written::Open, Written::Level);
    }
    let behind = rest.trim_start_matches(|it: char| {
        it.is_whitespace()
            || matches!(
                it,
                '.' | ':' | ')' | '(' | '[' | '-' | '–' | '—' | '=' | ';' | ','
            )
    });
    let label = behind.trim_end_matches([')', ']', '.', ' ']);
    if label.is_empty() {
        return Written::Level(level);
    }
    if behind.starts_with(|it: char| it.is_ascii_digit() || !it.is_alphabetic()) {
        return Written::Open;
    }
    let first = behind.split_whitespace().next().unwrap_or_default();
    let label_of = [label, behind, without_words(label)]
        .iter()
        .find_map(|it| named(scale, indicator, it));
    match label_of {
        Some(other) if (other - level).abs() <= TOLERANCE => Written::Level(level),
        Some(other) => Written::TwoLevels(level, other),
        None if JOINTS.contains(&first) => Written::Open,
        // `3a` is no more a level than `3rd`.
        None if !rest.starts_with(|it: char| it.is_alphanumeric()) || bare.contains(' ') => {
            Written::Noted(level)
        }
        None => Written::Unknown,
    }
}

/// A text without words such as `level` in front.
fn without_words(text: &str) -> &str {
    let mut text = text;
    while let Some(rest) = BEFORE.iter().find_map(|it| text.strip_prefix(it)) {
        let bare = rest.trim_start_matches([' ', ':', '.', '=', '-', '_', '\u{a0}']);
        let is_apart = bare.len() < rest.len() || bare.starts_with(|it: char| it.is_ascii_digit());
        if !is_apart || bare.is_empty() {
            break;
        }
        text = bare;
    }
    text
}

/// The number at the front of a text, with what stands behind it.
fn number_in_front(text: &str) -> Option<(f64, &str)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    // Levels have few digits; `2024 belum ada` names a year.
    if !(1..=2).contains(&whole) {
        return None;
    }
    let rest = &text[whole..];
    let fraction = rest.strip_prefix([',', '.']).map_or(0, digits);
    let end = match fraction {
        1 | 2 => whole + 1 + fraction,
        _ => whole,
    };
    let number = text[..end].replace(',', ".").parse().ok()?;
    Some((number, &text[end..]))
}

/// `Berjalan (3)`: a label with its number behind.
fn label_with_number(scale: &Scale, indicator: &Indicator, text: &str) -> Written {
    let inner = text.strip_suffix([')', ']']);
    let Some((before, number)) = inner.and_then(|it| it.rsplit_once(['(', '['])) else {
        return Written::Unknown;
    };
    let number = number_in_front(without_words(trim(number)));
    let level = number.filter(|(_, rest)| rest.is_empty()).map(|it| it.0);
    match (level, named(scale, indicator, trim(before))) {
        (Some(level), Some(label)) if (level - label).abs() <= TOLERANCE => Written::Level(level),
        (Some(level), Some(label)) => Written::TwoLevels(level, label),
        _ => Written::Unknown,
    }
}

/// The level that is called as another one with a plus behind.
fn above(scale: &Scale, level: f64) -> Option<f64> {
    let plus = format!("{}+", scale.label_of(level)?.both()[0]).to_lowercase();
    let mut levels = scale.levels().iter();
    let found = levels.find(|it| it.label.both()[0].to_lowercase() == plus);
    found.map(|it| it.value)
}

/// The level that has this label, or this text in the rubric of the indicator.
fn named(scale: &Scale, indicator: &Indicator, label: &str) -> Option<f64> {
    let label = trim(label);
    let of_rubric = || {
        let is_it = |text: &crate::text::Text| {
            let both = text.both();
            both.iter()
                .any(|it| trim(it).trim_end_matches('.').to_lowercase() == label)
        };
        let at = indicator.level_text.iter().position(is_it)?;
        Some(scale.value_at(at))
    };
    scale.value_of(label).or_else(of_rubric)
}

/// What is wrong with a text that gives no level.
pub(super) fn problem(found: Written, text: &str) -> Option<[Sentence; 2]> {
    Some(match found {
        Written::TwoLevels(level, label) => [
            say::level_and_label_differ(text, level, label),
            say::level_and_label_differ_help(),
        ],
        Written::Open => [say::no_single_level(text), say::level_alone()],
        Written::InWords(number) => [say::level_in_words(text), say::level_as_number(number)],
        Written::Level(_) | Written::Noted(_) | Written::Unknown => return None,
    })
}

/// Warns of levels with words behind them that are not their label.
pub(super) fn tell(
    framework: &Framework,
    statements: &Statements,
    units: &[Unit],
) -> Option<Problem> {
    const NAMED: usize = 5;
    const LETTERS: usize = 40;
    let mut known: HashMap<(usize, &str), bool> = HashMap::new();
    let mut found: Vec<usize> = Vec::new();
    for entry in units.iter().flat_map(|it| &it.entries) {
        let row = &statements.rows()[entry.row()];
        let Answer::Label(word) = &row.answer else {
            continue;
        };
        let node = entry.node();
        let is_noted = *known.entry((node, word)).or_insert_with(|| {
            let indicator = framework.nodes()[node].indicator();
            let indicator = indicator.filter(|it| matches!(it.kind.answers(), Answers::Levels(_)));
            indicator.is_some_and(|it| {
                let scale = &framework.scales()[it.scale];
                scale.value_of(word).is_none()
                    && it.kind.mark(word).is_none()
                    && matches!(written(scale, it, word), Written::Noted(_))
            })
        });
        if is_noted {
            found.push(entry.row());
        }
    }
    found.sort_unstable();
    let first = &statements.rows()[*found.first()?];
    let text = |at: &usize| match &statements.rows()[*at].answer {
        Answer::Label(word) => format!("`{}`", shown(&shortened(word, LETTERS))),
        _ => String::new(),
    };
    let texts: BTreeSet<String> = found.iter().map(text).collect();
    let texts = list(texts.into_iter().take(NAMED));
    let place = statements.place(first, Field::Level);
    let problem = Problem::warning(say::levels_with_words(found.len(), texts)).at(place);
    Some(problem.help(say::levels_with_words_help()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::load;

    #[test]
    fn a_number_with_its_label_is_a_level_and_a_range_is_none() {
        let labels = ["Belum ada", "Dirintis", "Berjalan", "Terpadu"];
        let levels = labels.iter().enumerate().map(|(at, label)| {
            format!("[[scale.level]]\nvalue = {}\nlabel = \"{label}\"\n", at + 1)
        });
        let levels: String = levels.collect();
        let text = format!(
            "id = \"t\"\nversion = \"1\"\ntitle = \"t\"\n[scale]\nmin = 1\nmax = 4\n{levels}\
             [[indicator]]\nid = \"a\"\ntitle = \"a\"\n\
             level_text = [\"Nihil.\", \"Ada draf\", \"Ada aturan\", \"Dipakai\"]\n"
        );
        let framework = load(&text, "t.toml").expect("a framework").0;
        let indicator = framework.nodes().iter().find_map(|it| it.indicator());
        let indicator = indicator.expect("an indicator");
        let of = |text: &str| written(&framework.scales()[0], indicator, text);
        for text in [
            "3 - Berjalan",
            "3. berjalan",
            "Level 3",
            "skor: 3",
            "3 = Berjalan",
            "3 (Berjalan)",
            "Tingkat 3 – Berjalan.",
            "Berjalan (3)",
            "level-3",
            "3 - Ada aturan",
            "Level 3: Level 3",
            "Tingkat Kematangan 3",
        ] {
            let is_three = matches!(of(text), Written::Level(3.0))
                || text == "Level 3: Level 3" && of(text) == Written::Noted(3.0);
            assert!(is_three, "{text}: {:?}", of(text));
        }
        assert_eq!(of("1: nihil"), Written::Level(1.0));
        for text in [
            "3 (revisi)",
            "3 - cukup baik",
            "3, lihat catatan",
            "Level 3 menurut Bappeda",
        ] {
            assert_eq!(of(text), Written::Noted(3.0), "{text}");
        }
        for text in [
            "3/4",
            "3 - 4",
            "3–4",
            "≥3",
            "> 3",
            "3 atau 4",
            "3 dari 5",
            "minimal 3",
            "3 s.d. 4",
            "level 3-4",
        ] {
            assert_eq!(of(text), Written::Open, "{text}");
        }
        assert_eq!(of("tiga"), Written::InWords(3));
        assert_eq!(of("Level dua"), Written::InWords(2));
        assert_eq!(of("3 - Terpadu"), Written::TwoLevels(3.0, 4.0));
        for text in ["cukup", "2024 belum ada", "kabid 3", "3a"] {
            assert_eq!(of(text), Written::Unknown, "{text}");
        }
    }
}
