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

/// Words that compare with others.
const MOST: &[&str] = &["most", "paling"];

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
        // Who is the most ready of some need not be ready.
        let compares = text.iter().any(|it| MOST.contains(&it.as_str()));
        let has = |word: &String| text.contains(word);
        if labels.iter().filter_map(|label| label.last()).any(has) {
            return Some(false).filter(|_| !compares);
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

impl Verdict<'_> {
    /// Whether the words judge at all.
    #[must_use]
    pub fn judges(&self, framework: &Framework) -> bool {
        let text = plain(self.text);
        let labels = framework
            .bands()
            .iter()
            .flat_map(|it| it.label.both().map(plain));
        let mut heads = labels.filter_map(|label| label.last().cloned());
        let is_judgement = |it: &String| GOOD.contains(&it.as_str()) || BAD.contains(&it.as_str());
        text.iter().any(is_judgement) || heads.any(|head| text.contains(&head))
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
