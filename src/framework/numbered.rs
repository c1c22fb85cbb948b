//! Nodes by their number: where an id is `i01`, people write `I1`, `1` and `01` as well.

use std::collections::BTreeMap;

/// A node with the words that rows may name it by.
pub(super) struct Called<'a> {
    pub(super) words: Vec<&'a str>,
    pub(super) is_indicator: bool,
}

/// What a number alone, or one without its zeros, may mean; one of two nodes means none of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbered {
    /// By ids and aliases that hold a number, without the zeros in front of it.
    short: BTreeMap<String, Option<usize>>,
    /// By the number alone.
    bare: BTreeMap<u32, Option<usize>>,
    /// The nodes with the lowest and the highest number, where numbers reach over most indicators.
    ends: Option<(usize, usize)>,
}

impl Numbered {
    /// Of the nodes in their order, the index first.
    pub(super) fn of(nodes: &[Called<'_>]) -> Self {
        let mut out = Self::default();
        let mut series: BTreeMap<String, BTreeMap<u32, Option<usize>>> = BTreeMap::new();
        for (at, node) in nodes.iter().enumerate().skip(1) {
            for word in node.words.iter().copied() {
                if word.bytes().any(|it| it.is_ascii_digit()) {
                    add(&mut out.short, without_zeros(word), at);
                }
                if let Some((before, number)) = parted(word).filter(|_| node.is_indicator) {
                    add(series.entry(before).or_default(), number, at);
                }
            }
        }
        // A number alone is one only where they all are numbered so: an indicator `web2` is no second one.
        let indicators = nodes.iter().filter(|it| it.is_indicator).count();
        for numbers in series.into_values() {
            let held = numbers.values().flatten().count();
            if held < 3 || held * 2 <= indicators {
                continue;
            }
            let mut nodes = numbers.values().flatten().copied();
            if let (None, Some(first)) = (out.ends, nodes.next()) {
                out.ends = Some((first, nodes.next_back().unwrap_or(first)));
            }
            for (number, at) in numbers {
                match at {
                    Some(at) => add(&mut out.bare, number, at),
                    None => {
                        out.bare.insert(number, None);
                    }
                }
            }
        }
        out
    }

    /// The node that a text means by its number.
    pub(super) fn find(&self, text: &str) -> Option<usize> {
        let is_number = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
        if is_number {
            return text.parse().ok().and_then(|it| *self.bare.get(&it)?);
        }
        let has_number = text.bytes().any(|it| it.is_ascii_digit());
        let found = has_number.then(|| self.short.get(&without_zeros(text)));
        found.flatten().copied().flatten()
    }

    /// The words without zeros, each with its node.
    pub(super) fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        let words = self.short.iter();
        words.filter_map(|(word, at)| Some(((*at)?, word.as_str())))
    }

    /// The nodes with the lowest and the highest number.
    pub(super) fn ends(&self) -> Option<(usize, usize)> {
        self.ends
    }
}

fn add<K: Ord>(names: &mut BTreeMap<K, Option<usize>>, word: K, at: usize) {
    let known = names.entry(word).or_insert(Some(at));
    if *known != Some(at) {
        *known = None;
    }
}

/// A text in lower case without separators and without zeros in front of its numbers: `I-01` is `i1`.
/// What parts two numbers stays: `1.1` is not `11`.
fn without_zeros(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.trim().chars().peekable();
    let mut is_number = false;
    while let Some(letter) = letters.next() {
        let next_is_digit = letters.peek().is_some_and(char::is_ascii_digit);
        match letter {
            '0' if !is_number && next_is_digit => {}
            it if it.is_alphanumeric() => out.extend(it.to_lowercase()),
            _ if is_number && next_is_digit => out.push('.'),
            _ => {}
        }
        is_number = letter.is_ascii_digit() && (is_number || letter != '0' || !next_is_digit);
    }
    out
}

/// `i01` and `indikator 1` as the word before and the number; nothing where more numbers stand there.
fn parted(word: &str) -> Option<(String, u32)> {
    let word = word.trim();
    let bare = word.trim_end_matches(|it: char| it.is_ascii_digit());
    let number = word[bare.len()..].parse().ok()?;
    let before = bare.trim_end_matches([' ', '-', '_', '.']).to_lowercase();
    let is_word = !before.is_empty() && before.chars().all(char::is_alphabetic);
    is_word.then_some((before, number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::load;

    fn framework(indicators: &[(&str, &str)]) -> crate::framework::Framework {
        let leaf = |(id, alias): &(&str, &str)| {
            format!("[[indicator]]\nid = \"{id}\"\ntitle = \"t {id}\"\naliases = [\"{alias}\"]\n")
        };
        let leaves: String = indicators.iter().map(leaf).collect();
        let head = "id = \"t\"\nversion = \"1\"\ntitle = \"t\"\n";
        load(&format!("{head}{leaves}"), "t.toml")
            .expect("a framework")
            .0
    }

    #[test]
    fn zeros_and_prefixes_may_be_left_out() {
        let framework = framework(&[("i01", "a"), ("i02", "b"), ("i10", "c")]);
        for word in ["I1", "i1", "1", "01", "I-1", "i 01", "1 "] {
            assert_eq!(framework.find(word), Some(1), "{word}");
        }
        assert_eq!(framework.find("10"), Some(3));
        for word in ["3", "i3", "0", "1.0", "100", "x1"] {
            assert_eq!(framework.find(word), None, "{word}");
        }
    }

    #[test]
    fn a_number_of_two_indicators_or_of_one_odd_name_means_none() {
        let odd = framework(&[("web2", "x"), ("people", "y"), ("budget", "z")]);
        assert_eq!(odd.find("2"), None);
        let crossed = framework(&[("i01", "butir 3"), ("i02", "butir 2"), ("i03", "butir 1")]);
        assert_eq!(crossed.find("1"), None);
        assert_eq!(crossed.find("2"), Some(2));
        assert_eq!(crossed.find("I1"), Some(1));
    }

    #[test]
    fn parted_numbers_stay_apart() {
        assert_eq!(without_zeros("I01.02"), "i1.2");
        assert_eq!(without_zeros("Indikator 010"), "indikator10");
        assert_eq!(without_zeros("i00"), "i0");
        assert_eq!(without_zeros("1.1"), "1.1");
    }
}
