//! What one header means: a column of ours, answers about an indicator, nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::read::settings::{Known, ReadOptions};
use crate::read::words::STAGE;
use crate::statement::field::without_scale;
use crate::statement::{Field, Name, Stage};
use crate::text::{code_at_front, folded, trim};

use super::behind::{
    NUMBER_WORDS, YEAR_WORDS, stage_behind, stage_of, without_year_word, year_behind,
};
use super::question::Questions;

/// What one header means.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Meaning<'a> {
    Unnamed,
    Field(Field),
    /// Answers, of which the header says what a row elsewhere says in a cell.
    Answers(Answers),
    /// Words about the answers to an indicator, whose id this is: `u1_kutipan`.
    Beside(Field, &'a str),
    /// Sent to a column that does not exist.
    Nowhere(&'a str),
    LeftOut,
    Unknown,
}

/// What the header of a column of answers says of each of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Answers {
    /// The indicator, by a word that its framework knows.
    pub(crate) indicator: Option<Name>,
    pub(crate) wave: Option<Arc<str>>,
    pub(crate) stage: Option<Stage>,
    /// The region, where the columns are regions.
    pub(crate) region: Option<Arc<str>>,
}

/// A column of answers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Across {
    pub(crate) index: usize,
    /// What its header says of them.
    pub(crate) of: Answers,
    /// Columns with words about them.
    pub(crate) beside: Vec<(Field, usize)>,
}

/// What may stand behind the name of an indicator in the header of a column beside its answers.
pub(crate) const BESIDE: [(&str, Field); 8] = [
    ("_kutipan", Field::Quote),
    ("_quote", Field::Quote),
    ("_sumber", Field::Source),
    ("_source", Field::Source),
    ("_bobot", Field::Weight),
    ("_weight", Field::Weight),
    ("_alasan", Field::Rationale),
    ("_catatan", Field::Note),
];

/// Whether a column may stand under the name of an indicator in a header of two rows: its level, and what
/// is said of it.
pub(super) fn is_part(column: Field) -> bool {
    matches!(
        column,
        Field::Level
            | Field::Value
            | Field::Unit
            | Field::Quote
            | Field::Finding
            | Field::Rationale
            | Field::Source
            | Field::Locator
            | Field::Item
            | Field::Status
            | Field::Weight
            | Field::Note
    )
}

/// What headers can mean in an input.
pub(crate) struct Headers<'a> {
    exact: BTreeMap<&'a str, &'a str>,
    mapped: BTreeMap<String, &'a str>,
    /// Every word for an indicator, lower case.
    words: BTreeMap<String, &'a Known>,
    /// The same, folded.
    folded: BTreeMap<String, &'a Known>,
    /// What words questions ask with.
    questions: Questions<'a>,
    pub(in crate::read) known: &'a [Known],
    pub(in crate::read) labels: &'a [String],
    pub(super) kept: &'a [String],
    pub(super) is_region: Option<fn(&str) -> bool>,
    pub(super) same_region: Option<fn(&str, &str) -> Option<bool>>,
    spelled: &'a [String],
    pub(super) folder: Option<&'a str>,
}

impl<'a> Headers<'a> {
    pub(crate) fn new(options: &'a ReadOptions) -> Self {
        let mapped = || options.columns.iter();
        let (mut words, mut by_folded) = (BTreeMap::new(), BTreeMap::new());
        for known in &options.indicators {
            words
                .entry(trim(&known.word).to_lowercase())
                .or_insert(known);
            let key = folded(&known.word);
            if !key.is_empty() {
                by_folded.entry(key).or_insert(known);
            }
        }
        Self {
            exact: mapped()
                .map(|(theirs, ours)| (trim(theirs), trim(ours)))
                .collect(),
            mapped: mapped()
                .map(|(theirs, ours)| (folded(theirs), trim(ours)))
                .filter(|(theirs, _)| !theirs.is_empty())
                .collect(),
            words,
            folded: by_folded,
            questions: Questions::of(&options.indicators),
            known: &options.indicators,
            labels: &options.labels,
            kept: &options.kept,
            is_region: options.is_region,
            same_region: options.same_region,
            spelled: &options.spelled,
            folder: options.folder.as_deref(),
        }
    }

    /// Whether sheets in use have swapped the numbers of any items.
    pub(crate) fn any_swap(&self) -> bool {
        self.known.iter().any(|it| it.swap.is_some())
    }

    /// Whether any indicator is known.
    pub(crate) fn knows_indicators(&self) -> bool {
        !self.known.is_empty()
    }

    /// Whether a text is the name or the code of a region.
    pub(crate) fn names_region(&self, text: &str) -> bool {
        let text = trim(text);
        let is_spelled = || self.spelled.contains(&text.to_lowercase());
        // Longer texts are questions and sentences.
        text.len() <= 80 && (self.is_region.is_some_and(|is| is(text)) || is_spelled())
    }

    /// Whether a header means anything to us.
    pub(crate) fn knows(&self, header: &str) -> bool {
        !matches!(self.meaning(header), Meaning::Unnamed | Meaning::Unknown)
    }

    /// Whether a header names indicators, in a column of them or by itself, and whether answers stand
    /// under it.
    pub(crate) fn gives(&self, header: &str) -> (bool, bool) {
        let answers = [
            Field::Level,
            Field::Value,
            Field::Direction,
            Field::Item,
            Field::Status,
        ];
        match self.meaning(header) {
            Meaning::Answers(it) => (it.indicator.is_some(), true),
            Meaning::Field(it) => (it == Field::Indicator, answers.contains(&it)),
            Meaning::Nowhere(_) => (true, true),
            _ => (false, false),
        }
    }

    /// Whether regions stand under a header, or it is one.
    pub(crate) fn is_of_region(&self, header: &str) -> bool {
        match self.meaning(header) {
            Meaning::Answers(it) => it.region.is_some(),
            Meaning::Field(it) => {
                matches!(it, Field::Region | Field::Province | Field::RegionCode)
                    || it == Field::Agency && folded(header).ends_with("instansi")
            }
            _ => false,
        }
    }

    /// What the user says that a header means.
    pub(crate) fn declared(&self, header: &str) -> Option<&'a str> {
        let header = trim(header);
        let found = self.exact.get(header);
        found.or_else(|| self.mapped.get(&folded(header))).copied()
    }

    /// A declared column comes before our own names, and our own names before indicators.
    pub(crate) fn meaning(&self, header: &str) -> Meaning<'a> {
        let header = trim(header);
        if header.is_empty() {
            return Meaning::Unnamed;
        }
        match self.declared(header) {
            Some("") => return Meaning::LeftOut,
            Some(ours) => return self.sent_to(ours, year_behind(header).map(|(_, year)| year)),
            None => {}
        }
        // What is said of the header of several years holds for each of them.
        if let Some((before, year)) = year_behind(header)
            && let Some(ours) = self.declared(before).filter(|it| !it.is_empty())
        {
            return self.sent_to(ours, Some(year));
        }
        // What programs add for themselves (`_index`, `_rubric`) is not ours unless somebody says so.
        if header.starts_with('_') {
            return Meaning::LeftOut;
        }
        self.of_word(header)
    }

    /// What a header means that the user sends to a word of ours; its year stays the round of its answers.
    fn sent_to(&self, ours: &'a str, year: Option<&str>) -> Meaning<'a> {
        match self.of_word(ours) {
            Meaning::Unknown => Meaning::Nowhere(ours),
            Meaning::Answers(it) if it.wave.is_none() => Meaning::Answers(Answers {
                wave: year.map(Arc::from),
                ..it
            }),
            meaning => meaning,
        }
    }

    /// The indicator whose whole name a text is, besides a scale behind it and a word such as `Skor` in front.
    fn name_in(&self, text: &str) -> Option<Name> {
        let text = trim(text);
        if self.whole(text).is_some() {
            return Some(Name::from(text));
        }
        let bare = without_scale(text);
        let (first, rest) = bare.split_once([' ', '_', ':']).unwrap_or(("", bare));
        let is_number = !first.is_empty() && NUMBER_WORDS.contains(&&*folded(first));
        let candidates = [Some(bare), is_number.then_some(trim(rest))];
        let mut found = candidates.into_iter().flatten();
        let name = found.find(|it| self.whole(it).is_some_and(|it| it.is_indicator))?;
        Some(Name::from(name))
    }

    /// What a header of two rows means, of which the lower one names a stage, or is the level of the
    /// indicator above it or what is said of that.
    pub(super) fn of_two_rows(&self, header: &str, sub: &str) -> Option<Meaning<'a>> {
        let above = header.strip_suffix(sub)?;
        if let Some(stage) = STAGE.get(&sub.to_lowercase()) {
            let (name, _) = self.indicator(above)?;
            return Some(Meaning::Answers(Answers {
                indicator: Some(name),
                stage: Some(stage),
                ..Answers::default()
            }));
        }
        let Meaning::Answers(of) = self.meaning(above) else {
            return None;
        };
        let (_, known) = self.indicator(of.indicator.as_deref()?)?;
        match Field::from_header(sub).filter(|it| is_part(*it)) {
            Some(Field::Level | Field::Value) => Some(Meaning::Answers(of)),
            Some(beside) => Some(Meaning::Beside(beside, &known.id)),
            // What else stands beside its level is not an answer to it.
            None => year_behind(sub).is_none().then_some(Meaning::Unknown),
        }
    }

    /// Whether a header may be declared to be this.
    pub(crate) fn is_word(&self, word: &str) -> bool {
        self.of_word(trim(word)) != Meaning::Unknown
    }

    fn of_word(&self, header: &str) -> Meaning<'a> {
        if let Some(column) = Field::from_header(header) {
            return Meaning::Field(column);
        }
        let answers = |indicator| {
            Meaning::Answers(Answers {
                indicator: Some(indicator),
                ..Answers::default()
            })
        };
        // A whole name may end with a year or the word of a stage; behind a code they are what they say.
        if let Some(name) = self.name_in(header) {
            return answers(name);
        }
        if let Some((before, stage)) = stage_behind(header)
            && let Some(name) = self.name_in(before)
        {
            return Meaning::Answers(Answers {
                indicator: Some(name),
                stage: Some(stage),
                ..Answers::default()
            });
        }
        if let Some((before, year)) = year_behind(header) {
            let wave = Some(Arc::from(year));
            let key = folded(without_scale(before));
            if NUMBER_WORDS.contains(&&*key) || YEAR_WORDS.contains(&&*key) {
                return Meaning::Answers(Answers {
                    wave,
                    ..Answers::default()
                });
            }
            let before = without_year_word(before);
            let name = self.name_in(before);
            let name = name.or_else(|| Some(self.indicator(before)?.0));
            if let Some(name) = name {
                return Meaning::Answers(Answers {
                    indicator: Some(name),
                    wave,
                    ..Answers::default()
                });
            }
        }
        if let Some((name, _)) = self.indicator(header) {
            return answers(name);
        }
        if let Some(stage) = stage_of(header) {
            return Meaning::Answers(Answers {
                stage: Some(stage),
                ..Answers::default()
            });
        }
        let lower = header.to_lowercase();
        for (behind, column) in BESIDE {
            if let Some(before) = lower.strip_suffix(behind)
                && let Some((_, known)) = self.indicator(before)
            {
                return Meaning::Beside(column, &known.id);
            }
        }
        Meaning::Unknown
    }

    /// The indicator, group or index that a text calls by a name ([`Self::named_in`]), or the item
    /// that the words of its question ask about.
    pub(crate) fn indicator(&self, text: &str) -> Option<(Name, &'a Known)> {
        self.named_in(text).or_else(|| self.asked(text))
    }

    /// The indicator, group or index that a text calls by a whole name, by a code at its front
    /// (`U1. Persyaratan`), by its row in a grid (`Pertanyaan [U1]`) or behind the groups of a form
    /// (`teknologi/t1`): the word that its framework knows, and what it is.
    fn named_in(&self, text: &str) -> Option<(Name, &'a Known)> {
        let text = trim(text);
        if let Some(known) = self.whole(text) {
            return Some((Name::from(text), known));
        }
        for part in parts(text) {
            if let Some(known) = self.whole(part) {
                return Some((Name::from(part), known));
            }
            if let Some(found) = self.at_front(part) {
                return Some(found);
            }
        }
        self.at_front(text)
    }

    /// The item that the words of a question ask about, where none of its names stands there.
    pub(super) fn asked(&self, text: &str) -> Option<(Name, &'a Known)> {
        let known = self.questions.asked(text)?;
        Some((Name::from(&*known.id), known))
    }

    /// The item of a header that is known by the words of its question alone.
    pub(super) fn by_words(&self, text: &str) -> Option<(Name, &'a Known)> {
        match self.named_in(text) {
            Some(_) => None,
            None => self.asked(text),
        }
    }

    /// Whether a header names an indicator by its number alone, as `U8`, `8` and `Penilaian [8]` do.
    pub(crate) fn is_number_alone(&self, text: &str) -> bool {
        let has_digit = |it: &str| it.bytes().any(|it| it.is_ascii_digit());
        let is_number = |text: &str| match self.whole(text) {
            Some(known) => has_digit(&known.word),
            None => self.at_front(text).is_some() && self.words_behind(text).is_none(),
        };
        let text = trim(text);
        match self.whole(text) {
            Some(_) => is_number(text),
            None => match parts(text).find(|it| self.named_in(it).is_some()) {
                Some(part) => is_number(part),
                None => is_number(text),
            },
        }
    }

    /// The item that the words behind a code name: sheets number by an order of their own.
    fn words_behind(&self, text: &str) -> Option<&'a Known> {
        let behind = trim(trim(text).split_once(char::is_whitespace)?.1);
        self.whole(behind).filter(|it| it.is_questionnaire)
    }

    /// What a text is the whole name of.
    pub(crate) fn whole(&self, text: &str) -> Option<&'a Known> {
        let found = self.words.get(&text.to_lowercase());
        found.or_else(|| self.folded.get(&folded(text))).copied()
    }

    /// The indicator whose code stands at the front.
    fn at_front(&self, text: &str) -> Option<(Name, &'a Known)> {
        let code = code_at_front(text)?;
        let known = self.words.get(&code.to_lowercase()).copied()?;
        if known.is_questionnaire {
            if let Some(named) = self.words_behind(text) {
                return Some((Name::from(&*named.id), named));
            }
            // The questions about who answers are numbered as well (`1. Jenis kelamin`), and a question
            // in other words says more than its number.
            if code.bytes().all(|it| it.is_ascii_digit()) || self.asked(text).is_some() {
                return None;
            }
        }
        known.is_indicator.then(|| (Name::from(code), known))
    }

    /// The ids that headers name.
    pub(super) fn named<'h>(&self, header: impl Iterator<Item = &'h String>) -> BTreeSet<&'a str> {
        header
            .filter_map(|it| Some(&*self.indicator(it)?.1.id))
            .collect()
    }
}

/// What of a header may name an indicator: its row in a grid, and what stands behind the groups of a
/// form.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let grid = text
        .strip_suffix(']')
        .and_then(|it| it.rsplit_once('['))
        .map(|(_, row)| trim(row));
    // Groups of a form are written like codes; `Tanggal/Waktu` is no group and no item of it.
    let is_group = |it: &str| !it.contains(|it: char| it.is_whitespace() || it.is_uppercase());
    let has_digit = |it: &str| it.bytes().any(|it| it.is_ascii_digit());
    let inner = text
        .rsplit_once('/')
        .filter(|(groups, last)| is_group(groups) || has_digit(last))
        .map(|(_, last)| trim(last));
    grid.into_iter().chain(inner)
}

/// Whether a header of an input is the one that a study declares, or one of its years.
pub fn is_header(declared: &str, header: &str) -> bool {
    let key = folded(declared);
    let is_it =
        |header: &str| trim(declared) == trim(header) || (!key.is_empty() && key == folded(header));
    is_it(header) || year_behind(trim(header)).is_some_and(|(before, _)| is_it(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(words: &[&str]) -> ReadOptions {
        ReadOptions {
            indicators: words.iter().map(|it| Known::from(*it)).collect(),
            ..ReadOptions::default()
        }
    }

    #[test]
    fn an_indicator_is_known_by_a_whole_name_or_a_code() {
        let options = options(&["U1", "Persyaratan", "1.1", "T1", "technology", "3"]);
        let headers = Headers::new(&options);
        for (text, expected) in [
            ("u1", Some("U1")),
            ("U1. Persyaratan pelayanan", Some("U1")),
            ("persyaratan", Some("Persyaratan")),
            ("1.1 Layanan publik", Some("1.1")),
            ("Bagaimana … [T1]", Some("T1")),
            ("Bagaimana … [T1 Aplikasi]", Some("T1")),
            ("sdm/t1", Some("T1")),
            ("3. Biaya", Some("3")),
            ("3 bulan terakhir", None),
            ("Technology readiness", None),
            ("T12 Lain", None),
        ] {
            let found = headers.indicator(text).map(|(_, known)| known.id.as_str());
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn years_and_stages_stand_in_headers() {
        let options = options(&["ipm"]);
        let headers = Headers::new(&options);
        let of = |header: &str| match headers.meaning(header) {
            Meaning::Answers(it) => Some((
                it.indicator.map(|it| it.to_string()),
                it.wave.map(|it| it.to_string()),
                it.stage,
            )),
            _ => None,
        };
        let year = |indicator: Option<&str>| {
            let indicator = indicator.map(str::to_owned);
            Some((indicator, Some("2022".to_owned()), None))
        };
        for header in [
            "ipm_2022",
            "IPM 2022",
            "ipm (2022)",
            "IPM-2022",
            "ipm2022",
            "IPM TA 2022",
            "IPM (Tahun 2022)",
        ] {
            assert_eq!(
                of(header).map(|it| it.1),
                Some(Some("2022".to_owned())),
                "{header}"
            );
        }
        for header in ["2022", "Tahun 2022", "TA 2022", "Nilai 2022", "Skor (2022)"] {
            assert_eq!(of(header), year(None), "{header}");
        }
        for (header, stage) in [
            ("Nilai Mandiri", Stage::SelfAssessed),
            ("Skor Evaluator (0-4)", Stage::Final),
            ("Tingkat Kematangan Asesor", Stage::Final),
            ("Penilaian Akhir", Stage::Final),
            ("nilai_interviu", Stage::Interview),
        ] {
            assert_eq!(of(header), Some((None, None, Some(stage))), "{header}");
        }
        for header in ["penduduk 2022", "12022", "Mandiri", "Nilai Rapor"] {
            assert_eq!(of(header), None, "{header}");
        }
    }

    #[test]
    fn a_stage_or_a_year_behind_an_indicator_is_no_part_of_its_name() {
        let options = options(&["t1", "Dokumen rencana", "U1"]);
        let headers = Headers::new(&options);
        let of = |header: &str| match headers.meaning(header) {
            Meaning::Answers(it) => {
                let name = it.indicator.map(|it| it.to_string());
                (name.unwrap_or_default(), it.wave.is_some(), it.stage)
            }
            other => panic!("{header}: {other:?}"),
        };
        let own = Some(Stage::SelfAssessed);
        for header in [
            "t1 Mandiri",
            "t1 (mandiri)",
            "t1_mandiri",
            "T1 - Penilaian Mandiri",
        ] {
            assert_eq!(of(header).2, own, "{header}");
        }
        assert_eq!(
            of("Dokumen rencana"),
            ("Dokumen rencana".to_owned(), false, None)
        );
        for header in ["t1 (0-4)", "Skor t1", "Nilai: T1", "level_t1 (1-5)"] {
            assert_eq!(of(header).0.to_lowercase(), "t1", "{header}");
        }
        assert!(of("U1. Persyaratan 2022").1 && of("Skor t1 2022").1);
        assert_eq!(
            of("U1. Persyaratan dokumen"),
            ("U1".to_owned(), false, None)
        );
    }

    #[test]
    fn words_beside_an_indicator_belong_to_it() {
        let options = options(&["u1"]);
        let headers = Headers::new(&options);
        assert_eq!(
            headers.meaning("U1_kutipan"),
            Meaning::Beside(Field::Quote, "u1")
        );
        assert_eq!(headers.meaning("u2_kutipan"), Meaning::Unknown);
    }
}
