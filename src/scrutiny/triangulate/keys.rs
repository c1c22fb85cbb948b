//! What a voice is known by, and when two are certainly not the same.

use std::collections::BTreeSet;

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
    Wave(Option<PartyName>),
    /// When.
    Date(Option<Date>),
}

/// Who speaks, with what its rows say of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// Who speaks.
    pub speaker: Speaker,
    /// The posts that its rows name; of a document none.
    pub posts: BTreeSet<PartyName>,
    /// The offices to which its rows say that it belongs; of a document none. An office alone is
    /// no speaker: it only tells two speakers apart.
    pub offices: BTreeSet<PartyName>,
    /// The documents behind its rows.
    pub documents: BTreeSet<PartyName>,
}

impl Source {
    /// A source of which nothing more is known.
    #[must_use]
    pub fn new(speaker: Speaker) -> Self {
        Self {
            speaker,
            posts: BTreeSet::new(),
            offices: BTreeSet::new(),
            documents: BTreeSet::new(),
        }
    }

    /// Whether two sources are certainly not one, by the first step of name, post, office and
    /// document that tells them apart: other names; other posts; no office in common; or, where a
    /// person is not known, no document in common. What one of them does not say settles nothing.
    #[must_use]
    pub fn differs(&self, other: &Self) -> bool {
        match (&self.speaker, &other.speaker) {
            (Speaker::Person(one), Speaker::Person(other)) => one != other,
            // All rows that name nobody are one source.
            (Speaker::Unnamed, Speaker::Unnamed) => false,
            (one, two) => {
                apart(&self.posts, &other.posts)
                    || apart(&self.offices, &other.offices)
                    || !(one.is_person() && two.is_person())
                        && apart(&self.documents, &other.documents)
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
            // Respondents without a name stay one voice of their survey: as hundreds they would hide
            // everybody else.
            By::Source => Self::Source(Source::new(Speaker::of(row))),
            By::Method => Self::Method(row.method.as_deref().map(method_id)),
            By::Time if several_waves => Self::Wave(row.wave.as_deref().map(PartyName::from)),
            By::Time => {
                let date = row.evidence.as_ref().and_then(|it| it.date.clone());
                Self::Date(date)
            }
        }
    }

    /// The same key with what all its rows say of the source.
    pub(super) fn known_by<'a>(self, rows: impl Iterator<Item = &'a Statement>) -> Self {
        match self {
            Self::Source(mut source) => {
                let is_document = matches!(source.speaker, Speaker::Document(_));
                for row in rows {
                    source.documents.extend(document(row));
                    // Of a document they say whom it tells of.
                    if !is_document {
                        source.posts.extend(row.role.clone());
                        source.offices.extend(row.agencies.iter().cloned());
                    }
                }
                Self::Source(source)
            }
            other => other,
        }
    }

    /// Whether rows of a voice may be of several sources, so that they are compared one by one.
    pub(super) fn is_collective(&self) -> bool {
        matches!(self, Self::Source(source) if source.speaker == Speaker::Unnamed)
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
            posts: speaker.role().map(PartyName::from).into_iter().collect(),
            offices: speaker.agencies().iter().cloned().collect(),
            documents: documents.into_iter().collect(),
            speaker,
        }
    }

    fn at(mut of: Source, post: &str, office: &str) -> Source {
        let some = |it: &str| (!it.is_empty()).then(|| it.into());
        of.posts.extend(some(post));
        of.offices.extend(some(office));
        of
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
        // A named informant against somebody of another post or office.
        for (post, office, differs) in [
            ("Kepala Dinas", "", true),
            ("Kabid E-Gov", "", false),
            ("", "Dinas Kesehatan", true),
            ("", "Dinas Kominfo", false),
            ("Kabid E-Gov", "Dinas Kesehatan", true),
        ] {
            let budi = at(budi.clone(), post, office);
            assert_eq!(kominfo.differs(&budi), differs, "{post} {office}");
            assert_eq!(budi.differs(&kominfo), differs, "{post} {office}");
        }
        let [one, other] =
            ["Dinas Kominfo", "Dinas Kesehatan"].map(|it| at(source(Speaker::Unnamed, ""), "", it));
        assert!(!one.differs(&other), "an office alone is no speaker");
        assert!(at(budi.clone(), "", "Dinas Kominfo").differs(&other));
        assert!(!at(budi.clone(), "", "Dinas Kominfo").differs(&one));
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
