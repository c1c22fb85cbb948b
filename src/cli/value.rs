//! Values of options that are numbers, with what is said in both languages where they are none.

use std::fmt;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use siap::scrutiny::robust::WeightNoise;
use siap::study::wish::Target;
use siap::text::{Lang, Sentence, say};

/// A value that an option cannot have, and why.
#[derive(Debug, Clone)]
pub(crate) struct BadValue(pub(super) Sentence);

impl fmt::Display for BadValue {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(self.0.text.get(Lang::En))
    }
}

impl std::error::Error for BadValue {}

/// One of the words that the library has a list of.
pub(crate) fn one_of<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    id: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let words = PossibleValuesParser::new(all.iter().map(|it| id(*it)));
    words.try_map(move |word| {
        let found = all.iter().find(|it| id(**it) == word);
        found.copied().ok_or(word)
    })
}

/// A whole number between two ends.
fn whole(word: &str, option: &str, low: u32, high: u32) -> Result<u32, BadValue> {
    let number = word.trim().parse().ok();
    number
        .filter(|it| (low..=high).contains(it))
        .ok_or_else(|| BadValue(say::whole_number_wanted(word, option, low, high)))
}

/// `--runs`.
pub(crate) fn runs(word: &str) -> Result<u32, BadValue> {
    whole(word, "--runs", 1, 1_000_000)
}

/// `--threads`.
pub(crate) fn threads(word: &str) -> Result<usize, BadValue> {
    whole(word, "--threads", 1, 256).map(|it| it as usize)
}

/// `--top`.
pub(crate) fn top(word: &str) -> Result<u32, BadValue> {
    whole(word, "--top", 1, 1_000_000)
}

/// `--max-step`.
pub(crate) fn max_step(word: &str) -> Result<usize, BadValue> {
    whole(word, "--max-step", 1, 1000).map(|it| it as usize)
}

/// `--target`: a number, or a band behind the word for it.
pub(crate) fn target(word: &str) -> Result<Target, BadValue> {
    let band = word.split_once(':').and_then(|(what, band)| {
        let what = what.trim().to_lowercase();
        let is_band = ["predikat", "band", "kategori", "category"].contains(&what.as_str());
        (is_band && !band.trim().is_empty()).then(|| Target::Band(band.trim().to_owned()))
    });
    band.or_else(|| number(word).map(Target::Number))
        .ok_or_else(|| BadValue(say::target_wanted(word)))
}

/// `--fix`: an indicator and its level.
pub(crate) fn fix(word: &str) -> Result<(String, String), BadValue> {
    let parts = word
        .rsplit_once('=')
        .map(|(name, level)| [name, level].map(str::trim));
    let parts = parts.filter(|it| it.iter().all(|it| !it.is_empty()));
    let parts = parts.map(|[name, level]| (name.to_owned(), level.to_owned()));
    parts.ok_or_else(|| BadValue(say::fix_wanted(word)))
}

/// `--seed`.
pub(crate) fn seed(word: &str) -> Result<u64, BadValue> {
    let number = word.trim().parse();
    number.map_err(|_| BadValue(say::seed_wanted(word)))
}

/// A number of which the decimal sign is a point or a comma.
fn number(word: &str) -> Option<f64> {
    let word = word.trim().replace(',', ".");
    word.parse().ok().filter(|it: &f64| it.is_finite())
}

/// `--weights`: a percentage, `dirichlet`, or `none`.
pub(crate) fn weights(word: &str) -> Result<Option<WeightNoise>, BadValue> {
    match word.trim() {
        "none" => Ok(None),
        "dirichlet" => Ok(Some(WeightNoise::Dirichlet)),
        word => {
            let percent = number(word.strip_suffix('%').unwrap_or(word));
            match percent.filter(|it| (0.0..=100.0).contains(it)) {
                Some(percent) => Ok(Some(WeightNoise::Uniform(percent / 100.0))),
                None => Err(BadValue(say::weights_wanted(word))),
            }
        }
    }
}

/// A level that is off more seldom than this is never off in most runs: nothing would be tested.
const LEAST_LEVEL_ERROR: f64 = 0.001;

/// `--level-error`: a probability, also as a percentage, or `none`.
pub(crate) fn level_error(word: &str) -> Result<f64, BadValue> {
    let found = match word.trim().strip_suffix('%') {
        Some(percent) => number(percent).map(|it| it / 100.0),
        None if word.trim() == "none" => Some(0.0),
        None => number(word),
    };
    found
        .filter(|it| *it <= 0.0 || *it >= LEAST_LEVEL_ERROR)
        .filter(|it| (0.0..=1.0).contains(it))
        .ok_or_else(|| BadValue(say::level_error_wanted(word)))
}
