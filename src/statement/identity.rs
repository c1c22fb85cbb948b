//! Who spoke, who coded, and which rows judge one statement: asked here by the whole program.

use crate::text::list;

use super::party::PartyName;
use super::{Setting, Statement, method};

/// Who spoke in a row: the source that its answer is an answer of.
///
/// Two rows have one speaker where these are equal. In order: people, nobody, posts, documents,
/// rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Speaker {
    /// Somebody named.
    Person(PartyName),
    /// A row that names neither person nor post and is no document: all such rows are one source.
    Unnamed,
    /// Somebody known by post alone, with the offices (sorted). An office alone is no speaker.
    Post(PartyName, Vec<PartyName>),
    /// A written source; one that is not named is one of them all.
    Document(Option<PartyName>),
    /// A respondent who is known by nothing but the row of the input: (input, row).
    Respondent(usize, usize),
}

impl Speaker {
    /// The speaker of a row: the informant; else the post with its offices; else the document, where
    /// the method is that of documents, or where a source and no method is named; else nobody in
    /// particular.
    #[must_use]
    pub fn of(row: &Setting) -> Self {
        if let Some(informant) = &row.informant {
            return Self::Person(informant.clone());
        }
        if let Some(role) = &row.role {
            let mut agencies = row.agencies.clone();
            agencies.sort();
            agencies.dedup();
            return Self::Post(role.clone(), agencies);
        }
        let source = row.evidence.as_deref().and_then(|it| it.source.clone());
        match row.method.as_deref() {
            Some(method) if method::is_document(method) => Self::Document(source),
            None if source.is_some() => Self::Document(source),
            _ => Self::Unnamed,
        }
    }

    /// The speaker of a row that answers an item of a questionnaire: in a wide table each row is a
    /// respondent, named or not; else as [`Self::of`].
    #[must_use]
    pub fn of_answer(row: &Statement) -> Self {
        let origin = row.origin();
        match origin.cell {
            Some(_) => Self::Respondent(origin.source, origin.row),
            None => Self::of(row),
        }
    }

    /// The name, the post with its offices, the document, or the row of a respondent; nothing where
    /// nobody is named.
    #[must_use]
    pub fn shown(&self) -> Option<String> {
        match self {
            Self::Person(name) | Self::Document(Some(name)) => Some(name.to_string()),
            Self::Post(role, agencies) => Some(list(std::iter::once(role).chain(agencies))),
            Self::Respondent(_, row) => Some(row.to_string()),
            Self::Unnamed | Self::Document(None) => None,
        }
    }

    /// The name of a person.
    #[must_use]
    pub fn informant(&self) -> Option<&str> {
        match self {
            Self::Person(name) => Some(name),
            _ => None,
        }
    }

    /// The post of somebody who is known by that alone.
    #[must_use]
    pub fn role(&self) -> Option<&str> {
        match self {
            Self::Post(role, _) => Some(role),
            _ => None,
        }
    }

    /// The offices of somebody who is known by post alone.
    #[must_use]
    pub fn agencies(&self) -> &[PartyName] {
        match self {
            Self::Post(_, agencies) => agencies,
            _ => &[],
        }
    }

    /// What it is counted as.
    #[must_use]
    pub fn sort(&self) -> SpeakerSort {
        match self {
            Self::Person(_) | Self::Post(..) | Self::Respondent(..) => SpeakerSort::Person,
            Self::Document(_) => SpeakerSort::Document,
            Self::Unnamed => SpeakerSort::Nobody,
        }
    }

    /// Whether it is a person: named, or told apart by post or row. Documents and what nobody is
    /// named for are not.
    #[must_use]
    pub fn is_person(&self) -> bool {
        self.sort() == SpeakerSort::Person
    }
}

/// What a speaker is counted as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeakerSort {
    /// Somebody named or told apart by post or row.
    Person,
    /// A written source.
    Document,
    /// A statement of which nothing says who made it.
    Nobody,
}

/// The words for a coder who stands for the agreed result of several.
const CONSENSUS: [&str; 3] = ["consensus", "konsensus", "kesepakatan"];

impl Setting {
    /// Whether the row is what several coders agreed on.
    #[must_use]
    pub fn is_consensus(&self) -> bool {
        let coder = self.coder.as_ref();
        coder.is_some_and(|it| CONSENSUS.contains(&it.folded()))
    }

    /// The person who coded: a consensus is nobody's.
    #[must_use]
    pub fn named_coder(&self) -> Option<&PartyName> {
        self.coder.as_ref().filter(|_| !self.is_consensus())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::statement::{Answer, Evidence, Origin};

    #[test]
    fn case_spaces_and_dots_make_no_new_name() {
        let same = |one: &str, other: &str| PartyName::from(one) == PartyName::from(other);
        assert!(same("Drs. H. Budi  Santoso", "drs h budi santoso"));
        assert!(same("Inf. 1", "INF 1."));
        assert!(!same("I-1-1", "I-11"));
        assert!(!same("Informan 1.1", "Informan 11"));
        assert!(!same("Budi", "Siti"));
        assert!(!same(".", "-"));
        assert_eq!(&*PartyName::from("Drs. Budi"), "Drs. Budi");
        assert_eq!(&*PartyName::from("budi"), "budi");
    }

    fn evidence(setting: &mut Setting) -> &mut Evidence {
        setting.evidence.get_or_insert_default()
    }

    #[test]
    fn whoever_is_named_first_speaks() {
        let row = &mut Setting::new("OKI".into());
        assert_eq!(Speaker::of(row), Speaker::Unnamed);
        row.agencies = vec!["Dukcapil".into(), "Bappeda".into(), "BAPPEDA".into()];
        assert_eq!(Speaker::of(row), Speaker::Unnamed, "an office is nobody");
        evidence(row).source = Some("Skripsi".into());
        let document = Speaker::Document(Some("skripsi".into()));
        assert_eq!(Speaker::of(row), document);
        row.method = Some("wawancara".into());
        assert_eq!(
            Speaker::of(row),
            Speaker::Unnamed,
            "of an interview the paper tells"
        );
        row.method = Some("Studi dokumen".into());
        assert_eq!(Speaker::of(row), document);
        row.role = Some("Kepala Dinas".into());
        let offices = vec!["bappeda".into(), "dukcapil".into()];
        assert_eq!(
            Speaker::of(row),
            Speaker::Post("kepala dinas".into(), offices)
        );
        let shown = Speaker::of(row).shown();
        assert_eq!(shown.as_deref(), Some("Kepala Dinas, Bappeda, Dukcapil"));
        row.informant = Some("Budi S.".into());
        assert_eq!(Speaker::of(row), Speaker::Person("budi s".into()));
        row.informant = None;
        row.role = None;
        row.evidence = None;
        assert_eq!(Speaker::of(row), Speaker::Document(None));
        assert!(!Speaker::of(row).is_person());
    }

    fn row(cell: Option<usize>, setting: &Setting) -> Statement {
        let origin = Origin {
            source: 0,
            row: 7,
            cell,
        };
        let setting = Arc::new(setting.clone());
        Statement::new(origin, "t1".into(), Answer::Missing, setting)
    }

    #[test]
    fn a_row_of_a_wide_questionnaire_is_a_respondent() {
        let mut setting = Setting::new("OKI".into());
        setting.informant = Some("Budi".into());
        let respondent = Speaker::of_answer(&row(Some(3), &setting));
        assert_eq!(respondent, Speaker::Respondent(0, 7));
        assert!(respondent.is_person());
        let long = Speaker::of_answer(&row(None, &setting));
        assert_eq!(long, Speaker::Person("Budi".into()));
    }

    #[test]
    fn the_agreed_result_is_nobodys() {
        let mut setting = Setting::new("OKI".into());
        assert!(!setting.is_consensus());
        for (coder, agreed) in [("Konsensus", true), ("kesepakatan.", true), ("Ani", false)] {
            setting.coder = Some(coder.into());
            assert_eq!(setting.is_consensus(), agreed, "{coder}");
            assert_eq!(setting.named_coder().is_none(), agreed, "{coder}");
        }
    }
}
