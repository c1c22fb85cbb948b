//! What a voice is known by, and when two are certainly not the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::statement::{Date, PartyName, Speaker, Statement, method_id};

use super::By;

/// What a voice is known by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Who speaks.
    Source(Source),
    /// How it was collected: one of `interview`, `fgd`, `document`, `observation`, `survey`, else
    /// as written.
    Method(Option<String>),
    /// In which wave.
    Wave(Option<Arc<str>>),
    /// When.
    Date(Option<Date>),
}

/// Who speaks, with the documents behind the rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// Who speaks.
    pub speaker: Speaker,
    /// The documents behind its rows.
    pub documents: BTreeSet<PartyName>,
}

impl Source {
    /// Whether two sources are certainly not one: other names; other posts; no office in common;
    /// or, where a person is not known, no document in common.
    #[must_use]
    pub fn differs(&self, other: &Self) -> bool {
        match (&self.speaker, &other.speaker) {
            (Speaker::Person(one), Speaker::Person(other)) => one != other,
            (Speaker::Post(one, offices), Speaker::Post(other, others)) => {
                let set = |of: &[PartyName]| of.iter().cloned().collect();
                one != other || apart(&set(offices), &set(others))
            }
            (one, two) => {
                !(one.is_person() && two.is_person()) && apart(&self.documents, &other.documents)
            }
        }
    }
}

/// Whether both hold something, and nothing in common.
fn apart(one: &BTreeSet<PartyName>, other: &BTreeSet<PartyName>) -> bool {
    !one.is_empty() && !other.is_empty() && one.is_disjoint(other)
}

fn document(row: &Statement) -> Option<PartyName> {
    row.evidence.as_ref()?.source.clone()
}

impl Key {
    pub(super) fn of(row: &Statement, by: By, several_waves: bool) -> Self {
        match by {
            By::Source => Self::Source(Source {
                // Respondents without a name stay one voice of their survey: as hundreds they would
                // hide everybody else.
                speaker: Speaker::of(row),
                documents: BTreeSet::new(),
            }),
            By::Method => Self::Method(row.method.as_deref().map(method_id)),
            By::Time if several_waves => Self::Wave(row.wave.clone()),
            By::Time => {
                let date = row.evidence.as_ref().and_then(|it| it.date.clone());
                Self::Date(date)
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
            Self::Source(source) => {
                !matches!(source.speaker, Speaker::Unnamed | Speaker::Document(None))
            }
            Self::Method(name) => name.is_some(),
            Self::Wave(name) => name.is_some(),
            Self::Date(date) => date.is_some(),
        }
    }

    /// Whether two keys certainly mean two.
    #[must_use]
    pub fn differs(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Source(one), Self::Source(other)) => one.differs(other),
            (Self::Method(Some(one)), Self::Method(Some(other))) => one != other,
            (Self::Wave(Some(one)), Self::Wave(Some(other))) => one != other,
            (Self::Date(Some(one)), Self::Date(Some(other))) => one != other,
            _ => false,
        }
    }
}

/// Cuts dates to what the vaguest of them says: 2019 may be any day of 2019.
pub(super) fn blur(keys: &mut [Key]) {
    let precisions = keys.iter().filter_map(|key| match key {
        Key::Date(Some(date)) => Some(date.precision()),
        _ => None,
    });
    let Some(vaguest) = precisions.min() else {
        return;
    };
    for key in keys {
        if let Key::Date(date) = key {
            *date = date.take().map(|date| date.cut(vaguest));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(speaker: Speaker, document: &str) -> Source {
        let documents = (!document.is_empty()).then(|| document.into());
        Source {
            speaker,
            documents: documents.into_iter().collect(),
        }
    }

    fn post(role: &str, agencies: &[&str]) -> Speaker {
        let agencies = agencies.iter().map(|it| (*it).into()).collect();
        Speaker::Post(role.into(), agencies)
    }

    #[test]
    fn two_sources_differ_only_where_they_certainly_do() {
        let kominfo = source(post("Kabid E-Gov", &["Dinas Kominfo"]), "skripsi");
        let budi = source(Speaker::Person("Budi".into()), "");
        for (other, differs) in [
            (source(post("Kepala Dinas", &["Dinas Kominfo"]), ""), true),
            (source(post("Kabid E-Gov", &["Dinas Kesehatan"]), ""), true),
            (source(post("kabid e-gov", &["DINAS KOMINFO"]), ""), false),
            (source(post("Kabid E-Gov", &[]), ""), false),
            (budi.clone(), false),
            (source(Speaker::Unnamed, "skripsi"), false),
            (source(Speaker::Unnamed, ""), false),
            (source(Speaker::Document(None), "Perbup 12/2020"), true),
        ] {
            assert_eq!(kominfo.differs(&other), differs, "{other:?}");
            assert_eq!(other.differs(&kominfo), differs, "{other:?}");
        }
        assert!(budi.differs(&source(Speaker::Person("Siti".into()), "")));
        assert!(!budi.differs(&source(Speaker::Person("BUDI".into()), "")));
    }

    #[test]
    fn dates_are_as_sure_as_the_vaguest() {
        let date = |it: &str| Key::Date(Date::parse(it).ok());
        let mut keys = [
            date("27 Mei 2019"),
            date("2019"),
            date("2021-01"),
            Key::Date(None),
        ];
        blur(&mut keys);
        assert_eq!(
            keys,
            [date("2019"), date("2019"), date("2021"), Key::Date(None)]
        );
    }
}
