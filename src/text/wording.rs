//! What things are called in a sentence about one instrument.

use super::{Lang, Text};

/// The words of an instrument as they stand inside a sentence of one language, `None` where it has no
/// word of its own.
///
/// A capital begins one only where it is a name or an abbreviation. English sentences keep `region`:
/// they need its plural, which no term gives.
#[derive(Debug, Clone)]
pub struct Wording {
    /// The language of the sentence.
    pub lang: Lang,
    /// The whole.
    pub index: Option<String>,
    /// A named interval of the score.
    pub band: Option<String>,
    /// An answer on a scale.
    pub level: Option<String>,
    /// An evidence item.
    pub item: Option<String>,
    /// Who is assessed.
    pub region: Option<String>,
}

impl Wording {
    /// The usual words.
    #[must_use]
    pub fn usual(lang: Lang) -> Self {
        Self {
            lang,
            index: None,
            band: None,
            level: None,
            item: None,
            region: None,
        }
    }

    fn usually<'a>(&self, own: Option<&'a String>, id: &'a str, en: &'a str) -> &'a str {
        match (own, self.lang) {
            (Some(own), _) => own,
            (None, Lang::Id) => id,
            (None, Lang::En) => en,
        }
    }

    pub(super) fn total(&self) -> &str {
        self.usually(self.index.as_ref(), "total", "total")
    }

    pub(super) fn total_score(&self) -> &str {
        self.usually(self.index.as_ref(), "skor total", "total")
    }

    pub(super) fn whole(&self) -> &str {
        self.usually(self.index.as_ref(), "keseluruhan", "whole")
    }

    pub(super) fn band(&self) -> &str {
        self.usually(self.band.as_ref(), "kategori", "category")
    }

    pub(super) fn upper_band(&self) -> String {
        capital(self.band())
    }

    /// An answer on a scale.
    #[must_use]
    pub fn level(&self) -> &str {
        self.usually(self.level.as_ref(), "level", "level")
    }

    pub(super) fn levels(&self) -> String {
        match self.lang {
            Lang::Id => self.level().to_owned(),
            Lang::En => format!("{}s", self.level()),
        }
    }

    pub(super) fn upper_level(&self) -> String {
        capital(self.level())
    }

    pub(super) fn upper_levels(&self) -> String {
        capital(&self.levels())
    }

    /// `berlevel`: a word of its own takes no prefix.
    pub(super) fn with_level(&self) -> String {
        match &self.level {
            Some(own) => format!("dengan {own}"),
            None => "berlevel".to_owned(),
        }
    }

    /// Who is assessed.
    #[must_use]
    pub fn region(&self) -> &str {
        match self.lang {
            Lang::Id => self.region.as_deref().unwrap_or("wilayah"),
            Lang::En => "region",
        }
    }

    pub(super) fn upper_region(&self) -> String {
        capital(self.region())
    }

    pub(super) fn item(&self) -> String {
        self.of_items("butir", "item")
    }

    pub(super) fn items(&self) -> String {
        self.of_items("butir", "items")
    }

    pub(super) fn evidence_item(&self) -> String {
        self.of_items("butir bukti", "evidence item")
    }

    pub(super) fn evidence_items(&self) -> String {
        self.of_items("butir bukti", "evidence items")
    }

    /// In English `supporting evidence` cannot be counted: `two items of supporting evidence`.
    fn of_items(&self, id: &str, en: &str) -> String {
        match (&self.item, self.lang) {
            (Some(own), Lang::Id) => own.clone(),
            (None, Lang::Id) => id.to_owned(),
            (Some(own), Lang::En) if en.ends_with('s') => format!("items of {own}"),
            (Some(own), Lang::En) => format!("item of {own}"),
            (None, Lang::En) => en.to_owned(),
        }
    }
}

/// A word as it stands at the head of a sentence or a column.
#[must_use]
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => format!("{}{}", first.to_uppercase(), letters.as_str()),
        None => String::new(),
    }
}

/// A term as it stands inside a sentence: `Tingkat kematangan` without its capital; `Indeks SPBE`, `IKM`
/// and `Pemdi index` as they are, since a name behind the first word makes the whole one a name, and
/// what is a name in the other language is one in this.
#[must_use]
pub fn inside_a_sentence(term: &Text, lang: Lang) -> String {
    let upper_behind = |it: &str| -> Vec<String> {
        let behind = it.split_whitespace().skip(1);
        let upper = behind.filter(|it| it.starts_with(char::is_uppercase));
        upper.map(ToOwned::to_owned).collect()
    };
    let here = term.get(lang);
    let first = here.split_whitespace().next().unwrap_or_default();
    let is_short_form = first.chars().skip(1).any(char::is_uppercase);
    let is_name = !upper_behind(here).is_empty();
    let mut both = term.both().into_iter().flat_map(upper_behind);
    let mut letters = here.chars();
    match letters.next() {
        Some(head) if !is_short_form && !is_name && !both.any(|it| it == first) => {
            format!("{}{}", head.to_lowercase(), letters.as_str())
        }
        _ => here.to_owned(),
    }
}
