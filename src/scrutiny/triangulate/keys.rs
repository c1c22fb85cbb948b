//! What a voice is known by, and when two are certainly not the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::statement::Statement;
use crate::text::folded;

use super::By;

/// What a voice is known by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Who speaks.
    Source(Source),
    /// How it was collected: one of `interview`, `fgd`, `document`, `observation`, `survey`, else
    /// as written.
    Method(Option<String>),
    /// When: a wave, else a date.
    Time(Option<String>),
}

/// Who speaks: a name; else post and offices; else the document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Source {
    /// Name.
    pub informant: Option<Arc<str>>,
    /// Post; empty where the name is known.
    pub role: Option<Arc<str>>,
    /// Offices, sorted; empty where the name is known.
    pub agencies: Vec<Arc<str>>,
    /// The documents behind the rows: what the source is known by only where nothing above is.
    pub documents: BTreeSet<String>,
}

impl Source {
    /// The source of a row.
    #[must_use]
    pub fn of(row: &Statement) -> Self {
        if row.informant.is_some() {
            return Self {
                informant: row.informant.clone(),
                ..Self::default()
            };
        }
        let mut agencies = row.agencies.clone();
        agencies.sort();
        let mut source = Self {
            role: row.role.clone(),
            agencies,
            ..Self::default()
        };
        if !source.is_person() {
            source.documents.extend(document(row));
        }
        source
    }

    /// Whether a person or an office is known, not only a document.
    #[must_use]
    pub fn is_person(&self) -> bool {
        self.informant.is_some() || self.role.is_some() || !self.agencies.is_empty()
    }

    /// Whether two sources are certainly not one: other names; other posts; no office in common;
    /// or, where a person is not known, no document in common.
    #[must_use]
    pub fn differs(&self, other: &Self) -> bool {
        let words = |one: &Option<Arc<str>>, other: &Option<Arc<str>>| match (one, other) {
            (Some(one), Some(other)) => Some(folded(one) != folded(other)),
            _ => None,
        };
        if let Some(differ) = words(&self.informant, &other.informant) {
            return differ;
        }
        if words(&self.role, &other.role) == Some(true) {
            return true;
        }
        let offices = |it: &Self| -> BTreeSet<String> {
            it.agencies.iter().map(|name| folded(name)).collect()
        };
        if apart(&offices(self), &offices(other)) {
            return true;
        }
        !(self.is_person() && other.is_person()) && apart(&self.documents, &other.documents)
    }
}

/// Whether both hold something, and nothing in common.
fn apart(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    !one.is_empty() && !other.is_empty() && one.is_disjoint(other)
}

fn document(row: &Statement) -> Option<String> {
    row.evidence.as_ref()?.source.clone()
}

impl Key {
    pub(super) fn of(row: &Statement, by: By, several_waves: bool) -> Self {
        match by {
            By::Source => Self::Source(Source::of(row)),
            By::Method => Self::Method(row.method.as_deref().map(method_id)),
            By::Time if several_waves => Self::Time(row.wave.as_deref().map(str::to_owned)),
            By::Time => {
                let date = row.evidence.as_ref().and_then(|it| it.date.clone());
                Self::Time(date)
            }
        }
    }

    /// The same key with the documents behind all its rows.
    pub(super) fn with_documents<'a>(self, rows: impl Iterator<Item = &'a Statement>) -> Self {
        match self {
            Self::Source(mut source) => {
                source.documents.extend(rows.filter_map(document));
                Self::Source(source)
            }
            other => other,
        }
    }

    /// Whether it says who, how or when.
    #[must_use]
    pub fn is_named(&self) -> bool {
        match self {
            Self::Source(source) => source.is_person() || !source.documents.is_empty(),
            Self::Method(name) | Self::Time(name) => name.is_some(),
        }
    }

    /// Whether two keys certainly mean two.
    #[must_use]
    pub fn differs(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Source(one), Self::Source(other)) => one.differs(other),
            (Self::Method(Some(one)), Self::Method(Some(other)))
            | (Self::Time(Some(one)), Self::Time(Some(other))) => one != other,
            _ => false,
        }
    }
}

/// Words for a method, with the name used in files.
const METHODS: &[(&str, &[&str])] = &[
    (
        "interview",
        &[
            "interview",
            "wawancara",
            "interviu",
            "wawancara mendalam",
            "in-depth interview",
        ],
    ),
    (
        "fgd",
        &[
            "fgd",
            "focus group discussion",
            "diskusi kelompok terarah",
            "focus group",
        ],
    ),
    (
        "document",
        &[
            "document",
            "documents",
            "dokumen",
            "dokumentasi",
            "studi dokumen",
            "documentation",
        ],
    ),
    ("observation", &["observation", "observasi", "pengamatan"]),
    (
        "survey",
        &["survey", "survei", "kuesioner", "angket", "questionnaire"],
    ),
];

/// The name used in files for a method as written; a word that is not known stays.
#[must_use]
pub fn method_id(word: &str) -> String {
    let wanted = folded(word);
    let known = METHODS
        .iter()
        .find(|(_, words)| words.iter().any(|it| folded(it) == wanted));
    known.map_or_else(|| word.to_lowercase(), |(id, _)| (*id).to_owned())
}

/// Cuts dates to what the vaguest of them says: 2019 may be any day of 2019.
pub(super) fn blur(keys: &mut [Key]) {
    let dates = keys.iter().filter_map(|key| match key {
        Key::Time(Some(date)) => precision(date),
        _ => None,
    });
    let Some(coarsest) = dates.min() else {
        return;
    };
    for key in keys {
        if let Key::Time(Some(date)) = key
            && precision(date).is_some()
        {
            date.truncate(coarsest);
        }
    }
}

/// How many letters of an ISO date are there: 4 (year), 7 (month) or 10 (day).
fn precision(date: &str) -> Option<usize> {
    let fits = date.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    (fits && [4, 7, 10].contains(&date.len())).then_some(date.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(informant: &str, role: &str, agencies: &[&str], document: &str) -> Source {
        let word = |it: &str| (!it.is_empty()).then(|| Arc::from(it));
        Source {
            informant: word(informant),
            role: word(role),
            agencies: agencies.iter().map(|it| Arc::from(*it)).collect(),
            documents: (!document.is_empty())
                .then(|| document.to_owned())
                .into_iter()
                .collect(),
        }
    }

    #[test]
    fn two_sources_differ_only_where_they_certainly_do() {
        let kominfo = source("", "", &["Dinas Kominfo"], "skripsi");
        for (other, differs) in [
            (source("", "", &["Dinas Kesehatan"], "skripsi"), true),
            (
                source("", "Kabid E-Gov", &["DINAS KOMINFO"], "skripsi"),
                false,
            ),
            (source("", "", &["Dinas Kominfo", "Dukcapil"], ""), false),
            (source("Budi", "", &[], ""), false),
            (source("", "", &[], "skripsi"), false),
            (source("", "", &[], "Perbup 12/2020"), true),
            (source("", "", &[], ""), false),
        ] {
            assert_eq!(kominfo.differs(&other), differs, "{other:?}");
            assert_eq!(other.differs(&kominfo), differs, "{other:?}");
        }
        let budi = source("Budi", "", &[], "");
        assert!(budi.differs(&source("Siti", "", &[], "")));
        assert!(!budi.differs(&source("BUDI", "", &[], "")));
    }

    #[test]
    fn dates_are_as_sure_as_the_vaguest() {
        let time = |it: &str| Key::Time(Some(it.to_owned()));
        let mut keys = [
            time("2019-05-27"),
            time("2019"),
            time("2021-01"),
            Key::Time(None),
        ];
        blur(&mut keys);
        assert_eq!(
            keys,
            [time("2019"), time("2019"), time("2021"), Key::Time(None)]
        );
        let mut words = [time("Mei 2019"), time("2019-05-27")];
        blur(&mut words);
        assert_eq!(words, [time("Mei 2019"), time("2019-05-27")]);
    }

    #[test]
    fn methods_are_known_in_both_languages() {
        assert_eq!(method_id("Wawancara"), "interview");
        assert_eq!(method_id("studi dokumen"), "document");
        assert_eq!(method_id("Catatan Lapangan"), "catatan lapangan");
    }
}
