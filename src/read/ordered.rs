//! Words that have an order: the answers of a rating scale, as a table holds them.
//!
//! The order is declared (lowest first), or that of one of the scales in common use, where the words
//! of a table leave only one of them.

use crate::text::folded;

/// A scale of words, lowest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ordered {
    /// The name of each level, as it is shown.
    pub names: Vec<String>,
    /// The folded spellings of each level.
    spellings: Vec<Vec<String>>,
}

impl Ordered {
    /// A declared scale; nothing where there are fewer than two levels, or one of them stands twice.
    #[must_use]
    pub fn declared(names: &[String]) -> Option<Self> {
        let names: Vec<String> = names.iter().map(|it| it.trim().to_owned()).collect();
        let keys: Vec<String> = names.iter().map(|it| key(it)).collect();
        let is_sound = |(at, it): (usize, &String)| !it.is_empty() && !keys[..at].contains(it);
        let sound = keys.iter().enumerate().all(is_sound);
        (sound && keys.len() > 1).then(|| Self {
            spellings: keys.into_iter().map(|it| vec![it]).collect(),
            names,
        })
    }

    /// The position of a word, lowest level 0.
    #[must_use]
    pub fn position(&self, word: &str) -> Option<usize> {
        let word = key(word);
        self.spellings.iter().position(|it| it.contains(&word))
    }

    /// The scale in common use that all of some words are of: the shortest that has them all, where
    /// words of both of its halves are met, and in a longer scale with a middle also that. Nothing
    /// where a level is met under two names that need not be one (`N` and `KS`).
    #[must_use]
    pub fn in_use<'a>(words: impl Iterator<Item = &'a str> + Clone) -> Option<Self> {
        let fitting = SCALES.iter().filter_map(|it| Self::met(it, words.clone()));
        fitting.min_by_key(|it| it.names.len())
    }

    /// One of the scales, if all words are of it and tell it.
    fn met<'a>(levels: &[&[&str]], words: impl Iterator<Item = &'a str> + Clone) -> Option<Self> {
        let spellings = levels.iter().map(|it| it.iter().map(|word| key(word)));
        let mut scale = Self {
            names: levels.iter().map(|it| it[0].to_owned()).collect(),
            spellings: spellings.map(Iterator::collect).collect(),
        };
        let mut met: Vec<Option<&str>> = vec![None; levels.len()];
        for word in words {
            let at = scale.position(word)?;
            match met[at] {
                Some(other) if initials(other) != initials(word) => return None,
                Some(_) => {}
                None => met[at] = Some(word),
            }
        }
        let many = levels.len();
        let any = |from: usize, to: usize| met[from..to].iter().any(Option::is_some);
        let told = match many {
            3 => met.iter().flatten().count() > 1,
            _ => {
                // An odd scale of which nobody gave the middle may be the even one.
                let middle = many.is_multiple_of(2) || met[many / 2].is_some();
                middle && any(0, many / 2) && any(many.div_ceil(2), many)
            }
        };
        for (name, met) in scale.names.iter_mut().zip(&met) {
            if let Some(met) = met {
                *name = (*met).to_owned();
            }
        }
        told.then_some(scale)
    }

    /// Whether any of the scales in common use knows a word.
    #[must_use]
    pub fn knows(word: &str) -> bool {
        let word = key(word);
        let mut levels = SCALES.iter().flat_map(|it| it.iter());
        levels.any(|it| it.iter().any(|name| key(name) == word))
    }
}

/// A word without case and separators; `(STS)` behind the words it stands for is dropped.
fn key(word: &str) -> String {
    let bare = match word.rsplit_once('(') {
        Some((before, _)) if word.trim_end().ends_with(')') && !before.trim().is_empty() => before,
        _ => word,
    };
    folded(bare)
}

/// What a word is shortened to: `tidak setuju` to `ts`; an abbreviation stays.
fn initials(word: &str) -> String {
    let bare = word.rsplit_once('(').map_or(word, |it| it.0);
    let bare = if bare.trim().is_empty() { word } else { bare };
    let parts = bare.split(|it: char| !it.is_alphanumeric());
    let parts: Vec<&str> = parts.filter(|it| !it.is_empty()).collect();
    match parts.as_slice() {
        [one] if one.chars().count() <= 3 => one.to_lowercase(),
        parts => {
            let first = parts.iter().filter_map(|it| it.chars().next());
            first.flat_map(char::to_lowercase).collect()
        }
    }
}

/// The scales in common use: for each level its spellings, the one that is shown first.
const SCALES: &[&[&[&str]]] = &[
    // Agreement, with a middle of any of its names.
    &[STRONGLY_NOT, NOT, MIDDLE, AGREE, STRONGLY],
    &[STRONGLY_NOT, NOT, AGREE, STRONGLY],
    // Quality.
    &[
        &[
            "sangat buruk",
            "sangat kurang",
            "sangat tidak baik",
            "very poor",
            "very bad",
        ],
        &[
            "buruk",
            "kurang",
            "tidak baik",
            "kurang baik",
            "poor",
            "bad",
        ],
        &["cukup", "sedang", "cukup baik", "fair", "average"],
        &["baik", "good"],
        &["sangat baik", "very good", "excellent"],
    ],
    &[
        &["tidak baik", "poor"],
        &["kurang baik", "fair"],
        &["baik", "good"],
        &["sangat baik", "very good", "excellent"],
    ],
    &[
        &["kurang", "buruk", "tidak baik", "poor"],
        &["cukup", "fair"],
        &["baik", "good"],
    ],
    // Height.
    &[
        &["sangat rendah", "very low"],
        &["rendah", "low"],
        &["sedang", "cukup", "medium", "moderate"],
        &["tinggi", "high"],
        &["sangat tinggi", "very high"],
    ],
    &[
        &["rendah", "low"],
        &["sedang", "medium", "moderate"],
        &["tinggi", "high"],
    ],
    // Frequency.
    &[
        &["tidak pernah", "TP", "never"],
        &["jarang", "JR", "rarely", "seldom"],
        &["kadang-kadang", "kadang", "KD", "KK", "sometimes"],
        &["sering", "SR", "often"],
        &["selalu", "SL", "always"],
    ],
    // Satisfaction.
    &[
        &["sangat tidak puas", "STP", "very dissatisfied"],
        &["tidak puas", "dissatisfied"],
        &["cukup puas", "kurang puas", "neutral", "netral"],
        &["puas", "satisfied"],
        &["sangat puas", "SP", "very satisfied"],
    ],
    &[
        &["tidak puas", "dissatisfied"],
        &["kurang puas"],
        &["puas", "satisfied"],
        &["sangat puas", "very satisfied"],
    ],
    // Importance.
    &[
        &["sangat tidak penting", "not important at all"],
        &["tidak penting", "unimportant"],
        &["cukup penting", "kurang penting", "netral", "neutral"],
        &["penting", "important"],
        &["sangat penting", "very important"],
    ],
    // What is there.
    &[
        &["tidak ada", "belum ada", "none"],
        &["sebagian", "partly", "partial"],
        &["ada", "lengkap", "complete"],
    ],
];

const STRONGLY_NOT: &[&str] = &[
    "STS",
    "sangat tidak setuju",
    "sangat tidak sesuai",
    "strongly disagree",
];
const NOT: &[&str] = &["TS", "tidak setuju", "tidak sesuai", "disagree"];
const MIDDLE: &[&str] = &[
    "N",
    "netral",
    "KS",
    "kurang setuju",
    "kurang sesuai",
    "RR",
    "ragu-ragu",
    "ragu",
    "CS",
    "cukup setuju",
    "cukup sesuai",
    "neutral",
    "undecided",
    "neither agree nor disagree",
];
const AGREE: &[&str] = &["S", "setuju", "sesuai", "agree"];
const STRONGLY: &[&str] = &["SS", "sangat setuju", "sangat sesuai", "strongly agree"];

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &str) -> Option<Vec<String>> {
        let words: Vec<&str> = words.split(';').collect();
        Ordered::in_use(words.into_iter()).map(|it| it.names)
    }

    #[test]
    fn the_scale_is_the_one_that_the_words_leave() {
        let five = names("SS;S;N;TS;STS").expect("five");
        assert_eq!(five, ["STS", "TS", "N", "S", "SS"]);
        assert_eq!(names("S;KS;TS").map(|it| it.len()), Some(5));
        assert_eq!(names("ss;TS;S").map(|it| it.len()), Some(4));
        assert_eq!(
            names("Sangat sesuai (SS);Tidak sesuai;Sesuai").map(|it| it.len()),
            Some(4)
        );
        // Of a scale that is seen from above only, its length is not known.
        assert_eq!(names("S;SS"), None);
        assert_eq!(names("S;SS;jalan"), None);
        assert_eq!(names("rendah;tinggi;sedang").map(|it| it.len()), Some(3));
    }

    #[test]
    fn two_names_of_the_middle_are_no_scale() {
        let words = ["N", "KS", "TS", "S"];
        assert_eq!(Ordered::in_use(words.into_iter()), None);
    }

    #[test]
    fn a_declared_scale_has_different_levels() {
        let of = |text: &str| {
            let words: Vec<String> = text.split(',').map(str::to_owned).collect();
            Ordered::declared(&words)
        };
        assert_eq!(of("TS,S").and_then(|it| it.position(" s ")), Some(1));
        assert!(of("S").is_none() && of("S,s").is_none() && of("S,").is_none());
    }
}
