//! What the authors of a source conclude in words of a group or of the whole.

use crate::framework::Framework;
use crate::statement::{Statement, Statements, Usage};

use super::assessment::Assessment;

/// A judgement in words that a source itself gives.
#[derive(Debug, Clone, Copy)]
pub struct Verdict<'a> {
    /// Position of the group or index.
    pub node: usize,
    /// The words: the finding, else the quote.
    pub text: &'a str,
    /// The row.
    pub row: &'a Statement,
}

impl Assessment {
    /// The authors' own judgements: context rows on a group or the index that say something, in the order
    /// of the tree.
    pub fn verdicts<'a>(
        &'a self,
        framework: &'a Framework,
        statements: &'a Statements,
    ) -> impl Iterator<Item = Verdict<'a>> {
        let groups = framework.nodes().iter().enumerate();
        let groups = groups.filter(|(_, node)| node.indicator().is_none());
        let rows = groups.flat_map(|(node, _)| self.rows[node].iter().map(move |row| (node, *row)));
        rows.filter_map(|(node, row)| {
            let row = &statements.rows()[row];
            let text = row.words()?;
            (row.usage == Usage::Context).then_some(Verdict { node, text, row })
        })
    }
}

/// Words that make something else of the word behind them.
const TURNS: &[&str] = &[
    "agak", "almost", "belum", "cukup", "fairly", "kurang", "less", "not", "paling", "sangat",
    "tidak", "very",
];

/// Words of praise.
const GOOD: &[&str] = &[
    "baik", "good", "kuat", "memadai", "siap", "ready", "strong", "unggul",
];

/// Words of blame.
const BAD: &[&str] = &[
    "belum",
    "buruk",
    "kelemahan",
    "kurang",
    "lemah",
    "poor",
    "tidak",
    "weak",
    "weakness",
];

impl Verdict<'_> {
    /// Whether the words say what the band at the position `band` says; `None` where that cannot be
    /// told.
    ///
    /// They do where they name it as it is called. They do not where they give its last word another
    /// colour (`cukup optimal` is not `optimal`), or only praise what stands in the lower half of the
    /// bands, or only blame what stands in the upper one.
    #[must_use]
    pub fn says(&self, framework: &Framework, band: usize) -> Option<bool> {
        let text = plain(self.text);
        let bands = framework.bands();
        let labels = bands[band].label.both().map(plain);
        if labels.iter().any(|label| is_named(&text, label)) {
            return Some(true);
        }
        let has = |word: &String| text.contains(word);
        if labels.iter().filter_map(|label| label.last()).any(has) {
            return Some(false);
        }
        let any = |words: &[&str]| text.iter().any(|it| words.contains(&it.as_str()));
        let is_upper = 2 * band >= bands.len();
        match (any(GOOD), any(BAD)) {
            (true, false) => Some(is_upper).filter(|same| !same),
            (false, true) => Some(!is_upper).filter(|same| !same),
            _ => None,
        }
    }
}

/// The words of a text in lower case.
fn plain(text: &str) -> Vec<String> {
    let words = text.split(|it: char| !it.is_alphanumeric());
    let words = words.filter(|it| !it.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Whether a text names a band, and no word before it makes another of it.
fn is_named(text: &[String], label: &[String]) -> bool {
    let found = |at: usize| {
        text[at..].starts_with(label) && (at == 0 || !TURNS.contains(&text[at - 1].as_str()))
    };
    !label.is_empty() && (0..text.len()).any(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_is_named_as_it_is_called() {
        let text = plain("Disposisi dinilai cukup optimal");
        assert!(!is_named(&text, &plain("Optimal")));
        assert!(is_named(&text, &plain("cukup optimal")));
        assert!(is_named(&plain("Sudah optimal."), &plain("optimal")));
        assert!(!is_named(&text, &[]));
    }
}
