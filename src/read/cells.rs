//! Cell text → fields of a statement, one row at a time; the same for every input format.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use crate::problem::Problem;
use crate::read::header::Layout;
use crate::read::number::{Amount, Codes, Fault, Numbers, Open, is_broken, is_vague};
use crate::read::words::{
    BASIS, CONSENT, DIRECTION, STAGE, STATUS, USE, is_blank, is_missing, is_not_applicable,
};
use crate::read::{Decimal, Places, Problems, ReadOptions, shown, title, trim};
use crate::statement::{Answer, Column, Evidence, Origin, Qualifier, Statement};
use crate::text::{list, say};

/// Makes statements of rows.
pub(crate) struct Assembler<'a> {
    layout: &'a Layout,
    numbers: Numbers,
    codes: Codes,
    places: Places<'a>,
    words: Interned,
    /// Stands for a region or indicator until its cell is met.
    blank: Arc<str>,
    unnamed: BTreeSet<usize>,
    rows: Vec<Statement>,
}

/// Text that repeats from row to row is kept once.
#[derive(Default)]
struct Interned(HashSet<Arc<str>>);

impl Interned {
    fn get(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = Arc::from(text);
        self.0.insert(Arc::clone(&new));
        new
    }
}

impl<'a> Assembler<'a> {
    pub(crate) fn new(
        layout: &'a Layout,
        numbers: Numbers,
        options: &ReadOptions,
        places: Places<'a>,
    ) -> Self {
        Self {
            layout,
            numbers,
            codes: Codes::new(&options.missing),
            places,
            words: Interned::default(),
            blank: Arc::from(""),
            unnamed: BTreeSet::new(),
            rows: Vec::new(),
        }
    }

    /// Makes room for about so many further rows; a table of millions is not moved about then.
    pub(crate) fn expect(&mut self, rows: usize) {
        let statements = rows.saturating_mul(self.layout.indicators.len().max(1));
        // An estimate may be far off, so that too little memory for it means nothing.
        let _ = self.rows.try_reserve(statements);
    }

    /// Adds the statements of a row that is not blank: one, or in a wide table one per indicator.
    pub(crate) fn row<'c>(
        &mut self,
        origin: Origin,
        cell: impl Fn(usize) -> &'c str,
        problems: &mut Problems,
    ) {
        let layout = self.layout;
        let mut row = Row {
            statement: Statement::new(origin, Arc::clone(&self.blank), Arc::clone(&self.blank)),
            amount_unit: None,
            value_not_applicable: false,
        };
        for &(column, index) in &layout.columns {
            let origin = Origin {
                cell: Some(index),
                ..origin
            };
            let text = trim(cell(index));
            if is_blank(text) {
                if matches!(column, Column::Region | Column::Indicator) {
                    problems.add(|| {
                        Problem::error(say::empty_cell(title(column)))
                            .at((self.places)(origin))
                            .help(say::fill_every_row())
                    });
                }
                continue;
            }
            self.fill(&mut row, column, text, origin, problems);
        }
        for index in &layout.unnamed {
            if !trim(cell(*index)).is_empty() {
                self.unnamed.insert(*index);
            }
        }
        let Row {
            mut statement,
            amount_unit,
            value_not_applicable,
        } = row;
        if statement.unit.is_none() {
            statement.unit = amount_unit.map(|unit| self.words.get(unit));
        }
        if value_not_applicable && statement.answer.is_missing() {
            statement.answer = Answer::NotApplicable;
        }
        if layout.indicators.is_empty() {
            self.rows.push(statement);
            return;
        }
        for (index, indicator) in &layout.indicators {
            let origin = Origin {
                cell: Some(*index),
                ..origin
            };
            // A cell that was left empty was not answered: there is no statement.
            let text = trim(cell(*index));
            if text.is_empty() {
                continue;
            }
            let mut statement = statement.clone();
            statement.origin = origin;
            statement.indicator = Arc::clone(indicator);
            statement.answer = self.answer(text, origin, problems);
            self.rows.push(statement);
        }
    }

    /// Ends the table, whose header starts at `top`.
    pub(crate) fn finish(self, top: Origin, problems: &mut Problems) -> Vec<Statement> {
        if let Some(first) = self.unnamed.first() {
            let origin = Origin {
                cell: Some(*first),
                ..top
            };
            let numbers = list(self.unnamed.iter().map(|index| index + 1));
            problems
                .add(|| Problem::warning(say::unnamed_columns(numbers)).at((self.places)(origin)));
        }
        self.rows
    }

    fn fill(
        &mut self,
        row: &mut Row,
        column: Column,
        text: &str,
        origin: Origin,
        problems: &mut Problems,
    ) {
        let places = self.places;
        let statement = &mut row.statement;
        match column {
            Column::Region => statement.region = self.words.get(text),
            Column::Indicator => statement.indicator = self.words.get(text),
            Column::Kind => statement.kind = Some(self.words.get(text)),
            Column::Framework => statement.framework = Some(self.words.get(text)),
            Column::Unit => statement.unit = Some(self.words.get(text)),
            Column::Class => statement.class = Some(self.words.get(text)),
            Column::Wave => statement.wave = Some(self.words.get(text)),
            Column::Informant => statement.informant = Some(self.words.get(text)),
            Column::Role => statement.role = Some(self.words.get(text)),
            Column::Coder => statement.coder = Some(self.words.get(text)),
            Column::Method => statement.method = Some(self.words.get(text)),
            Column::Agency => {
                statement.agencies = parts(text, &[';'])
                    .map(|part| self.words.get(part))
                    .collect();
            }
            // Names of rows hardly repeat: nothing is won by keeping them in the set.
            Column::Id => statement.id = Some(Arc::from(text)),
            Column::Contradicts => {
                statement.contradicts = parts(text, &[';', ',']).map(Arc::from).collect();
            }
            Column::Level => statement.answer = self.answer(text, origin, problems),
            Column::Value => self.value(row, text, origin, problems),
            Column::Weight => {
                if let Some(weight) = self.weight(text, origin, problems) {
                    statement.weight = weight;
                }
            }
            Column::Direction => {
                statement.direction = DIRECTION.find(text, origin, places, problems);
            }
            Column::Stage => statement.stage = STAGE.find(text, origin, places, problems),
            Column::Use => {
                statement.usage = USE.find(text, origin, places, problems).unwrap_or_default();
            }
            Column::Basis => {
                statement.basis = BASIS
                    .find(text, origin, places, problems)
                    .unwrap_or_default();
            }
            Column::Status => {
                if let Some(status) = STATUS.find(text, origin, places, problems) {
                    row.evidence().status = Some(status);
                }
            }
            Column::Consent => {
                if let Some(consent) = CONSENT.find(text, origin, places, problems) {
                    row.evidence().consent = Some(consent);
                }
            }
            Column::Quote => row.evidence().quote = Some(text.to_owned()),
            Column::Finding => row.evidence().finding = Some(text.to_owned()),
            Column::Rationale => row.evidence().rationale = Some(text.to_owned()),
            Column::Source => row.evidence().source = Some(text.to_owned()),
            Column::Locator => row.evidence().locator = Some(text.to_owned()),
            Column::Confidence => row.evidence().confidence = Some(text.to_owned()),
            Column::Date => row.evidence().date = Some(text.to_owned()),
            Column::Note => row.evidence().note = Some(text.to_owned()),
            Column::Item => row.evidence().item = Some(text.to_owned()),
            Column::Owner => row.evidence().owner = Some(text.to_owned()),
            Column::Due => row.evidence().due = Some(text.to_owned()),
        }
    }

    /// What a level cell, or an indicator cell of a wide table, says.
    fn answer(&mut self, text: &str, origin: Origin, problems: &mut Problems) -> Answer {
        if is_missing(text) || self.codes.has_text(text) {
            return Answer::Missing;
        }
        if is_not_applicable(text) {
            return Answer::NotApplicable;
        }
        match self.numbers.plain(text) {
            Ok(number) if self.codes.has_number(number) => Answer::Missing,
            Ok(number) => Answer::Number(number),
            Err(Fault::NoNumber) if !is_broken(text) => Answer::Label(self.words.get(text)),
            Err(fault) => {
                self.refuse(fault, text, origin, problems, |problem| problem);
                Answer::Missing
            }
        }
    }

    fn value(&mut self, row: &mut Row, text: &str, origin: Origin, problems: &mut Problems) {
        if is_missing(text) || self.codes.has_text(text) {
            return;
        }
        if is_not_applicable(text) {
            row.value_not_applicable = true;
            return;
        }
        if is_vague(text) {
            row.statement.qualifier = Some(Qualifier::Words(self.words.get(text)));
            return;
        }
        let amount = Amount::of(text);
        match self.numbers.amount(amount) {
            Ok(number) if self.codes.has_number(number) => {}
            Ok(number) => {
                row.statement.value = Some(number);
                row.statement.qualifier = amount.open.map(|open| match open {
                    Open::About => Qualifier::About,
                    Open::MoreThan => Qualifier::MoreThan,
                    Open::LessThan => Qualifier::LessThan,
                });
                row.amount_unit = amount.unit;
            }
            Err(fault) => self.refuse(fault, text, origin, problems, |problem| {
                problem.help(say::number_alone())
            }),
        }
    }

    /// The weight in a cell. Declared codes do not apply: a weight of 99 is a weight.
    fn weight(&self, text: &str, origin: Origin, problems: &mut Problems) -> Option<f64> {
        if is_missing(text) {
            return None;
        }
        match self.numbers.plain(text) {
            Ok(weight) if (1e-9..=1e9).contains(&weight) => Some(weight),
            Ok(weight) if weight > 0.0 => {
                self.refuse(Fault::TooLarge, text, origin, problems, |problem| problem);
                None
            }
            Ok(_) => {
                problems.add(|| {
                    Problem::error(say::weight_not_positive(shown(text)))
                        .at((self.places)(origin))
                        .help(say::leave_weight_empty())
                });
                None
            }
            Err(fault) => {
                self.refuse(fault, text, origin, problems, |problem| problem);
                None
            }
        }
    }

    fn refuse(
        &self,
        fault: Fault,
        text: &str,
        origin: Origin,
        problems: &mut Problems,
        help: fn(Problem) -> Problem,
    ) {
        let sentence = match fault {
            Fault::NoNumber => say::number_expected,
            Fault::TooLarge => say::number_too_large,
            Fault::OtherSign(Decimal::Comma) => say::no_decimal_comma,
            Fault::OtherSign(Decimal::Point) => say::no_decimal_point,
            // The vote has said so, once for the whole input.
            Fault::Undecided => return,
        };
        problems.add(|| help(Problem::error(sentence(shown(text))).at((self.places)(origin))));
    }
}

/// A statement in the making.
struct Row {
    statement: Statement,
    /// Unit that the value cell names; the unit column comes before it.
    amount_unit: Option<&'static str>,
    value_not_applicable: bool,
}

impl Row {
    fn evidence(&mut self) -> &mut Evidence {
        self.statement.evidence.get_or_insert_default()
    }
}

/// The parts of a list in a cell.
fn parts<'t>(text: &'t str, signs: &'t [char]) -> impl Iterator<Item = &'t str> {
    text.split(signs).map(trim).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Checked;
    use crate::read::read;
    use crate::statement::{Basis, Direction, ItemStatus, Stage, Statements, Usage};

    fn options() -> ReadOptions {
        ReadOptions {
            missing: vec!["99".to_owned(), "tidak tahu".to_owned()],
            indicators: vec!["t1".to_owned(), "Jaringan internet".to_owned()],
            ..ReadOptions::default()
        }
    }

    fn table(text: &str) -> Checked<Statements> {
        read(text.as_bytes(), "a.csv", &options())
    }

    /// The only row of a table with one further column.
    fn one(header: &str, cell: &str) -> Result<Statement, Vec<&'static str>> {
        match table(&format!("region|kode|{header}\nOKI|t1|{cell}\nOKU|t1|\n")) {
            Ok((statements, warnings)) => {
                assert!(warnings.is_empty(), "{warnings:?}");
                Ok(statements.rows()[0].clone())
            }
            Err(problems) => Err(problems.iter().map(|problem| problem.code).collect()),
        }
    }

    #[test]
    fn a_level_cell_is_a_number_a_label_missing_or_not_applicable() {
        for (cell, expected) in [
            ("3", Ok(Answer::Number(3.0))),
            (" 2,5 ", Ok(Answer::Number(2.5))),
            ("-1", Ok(Answer::Number(-1.0))),
            ("", Ok(Answer::Missing)),
            ("-", Ok(Answer::Missing)),
            ("–", Ok(Answer::Missing)),
            ("NA", Ok(Answer::Missing)),
            ("99", Ok(Answer::Missing)),
            ("99,0", Ok(Answer::Missing)),
            ("Tidak tahu", Ok(Answer::Missing)),
            ("N/A", Ok(Answer::NotApplicable)),
            ("n/a", Ok(Answer::NotApplicable)),
            ("TB", Ok(Answer::NotApplicable)),
            ("tidak berlaku", Ok(Answer::NotApplicable)),
            ("Not applicable", Ok(Answer::NotApplicable)),
            ("Baik", Ok(Answer::Label("Baik".into()))),
            (
                "4 - SOP ditetapkan",
                Ok(Answer::Label("4 - SOP ditetapkan".into())),
            ),
            ("3a", Err(vec!["number_expected"])),
            ("2..5", Err(vec!["number_expected"])),
            ("3,5,1", Err(vec!["number_expected"])),
            ("70%", Err(vec!["number_expected"])),
            ("NaN", Err(vec!["number_expected"])),
            ("-inf", Err(vec!["number_expected"])),
            ("1e999", Err(vec!["number_expected"])),
            ("#DIV/0!", Err(vec!["number_expected"])),
            ("3.996", Err(vec!["decimal_undecidable"])),
        ] {
            assert_eq!(one("skor", cell).map(|row| row.answer), expected, "{cell}");
        }
    }

    #[test]
    fn a_value_cell_is_an_amount_with_its_unit() {
        for (cell, value, unit) in [
            ("12", Some(12.0), None),
            ("70,24%", Some(70.24), Some("percent")),
            ("Rp 2,5 miliar", Some(2.5e9), Some("IDR")),
            ("Rp. 5.4 milyar", Some(5.4e9), Some("IDR")),
            ("1,2 juta", Some(1.2e6), None),
            ("", None, None),
            ("-", None, None),
            ("NA", None, None),
            ("99", None, None),
        ] {
            let row = one("angka", cell).expect(cell);
            assert_eq!((row.value, row.unit.as_deref()), (value, unit), "{cell}");
            assert_eq!(row.answer, Answer::Missing, "{cell}");
        }
        assert_eq!(
            one("angka", "N/A").map(|row| row.answer),
            Ok(Answer::NotApplicable)
        );
        for cell in ["entah", "12 orang", "3a", "NaN", "inf"] {
            assert_eq!(one("angka", cell), Err(vec!["number_expected"]), "{cell}");
        }
    }

    #[test]
    fn a_unit_column_comes_before_the_unit_in_the_cell() {
        let (statements, _) =
            table("region|kode|angka|satuan\nA|t1|70,24%|poin\nB|t1|70,24%|\nC|t1|3|orang\n")
                .expect("fits");
        let units: Vec<Option<&str>> = statements
            .rows()
            .iter()
            .map(|row| row.unit.as_deref())
            .collect();
        assert_eq!(units, [Some("poin"), Some("percent"), Some("orang")]);
    }

    #[test]
    fn a_weight_is_above_zero() {
        for (cell, weight) in [
            ("0,5", 0.5),
            ("2", 2.0),
            ("", 1.0),
            ("-", 1.0),
            ("99", 99.0),
        ] {
            let row = one("bobot", cell).expect(cell);
            assert!(row.weight.total_cmp(&weight).is_eq(), "{cell}");
        }
        for cell in ["0", "-1", "0,0"] {
            assert_eq!(
                one("bobot", cell),
                Err(vec!["weight_not_positive"]),
                "{cell}"
            );
        }
        for cell in ["berat", "NaN", "1e999"] {
            assert_eq!(one("bobot", cell), Err(vec!["number_expected"]), "{cell}");
        }
    }

    #[test]
    fn words_are_matched_and_others_refused_in_every_closed_column() {
        let row = |header, cell| one(header, cell).expect(cell);
        assert_eq!(
            row("arah", "Menghambat").direction,
            Some(Direction::Inhibiting)
        );
        assert_eq!(row("arah", "-").direction, None);
        assert_eq!(row("tahap", "interviu").stage, Some(Stage::Interview));
        assert_eq!(row("pemakaian", "konteks").usage, Usage::Context);
        assert_eq!(row("pemakaian", "").usage, Usage::Primary);
        assert_eq!(row("dasar", "silang").basis, Basis::Cross);
        let status = row("status", "revisi")
            .evidence
            .and_then(|evidence| evidence.status);
        assert_eq!(status, Some(ItemStatus::Revise));
        let consent = row("izin kutip", "ya")
            .evidence
            .and_then(|evidence| evidence.consent);
        assert_eq!(consent, Some(true));
        for header in [
            "arah",
            "tahap",
            "pemakaian",
            "dasar",
            "status",
            "izin_kutip",
        ] {
            assert_eq!(one(header, "entah"), Err(vec!["word_expected"]), "{header}");
        }
    }

    #[test]
    fn lists_in_a_cell_are_split() {
        let row = one("opd", "Diskominfo; Bappeda ;; Dinas A, B").expect("fits");
        let agencies: Vec<&str> = row.agencies.iter().map(AsRef::as_ref).collect();
        assert_eq!(agencies, ["Diskominfo", "Bappeda", "Dinas A, B"]);
        let row = one("bertentangan", "a1; a2,a3").expect("fits");
        let ids: Vec<&str> = row.contradicts.iter().map(AsRef::as_ref).collect();
        assert_eq!(ids, ["a1", "a2", "a3"]);
    }

    #[test]
    fn text_is_trimmed_and_a_dash_is_nothing() {
        let text = "region,indicator,informan,temuan,catatan,kelas,tahun,sumber,lokasi\n\
            \u{a0}Kab. OKI ,t1,  Budi ,\" satu\ndua \",-,internal,2019,Perbup 5,hlm. 3\n\
            OKU,t1,-,,–,,,,\n";
        let (statements, warnings) = table(text).expect("fits");
        assert_eq!(warnings, []);
        let [first, second] = statements.rows() else {
            panic!("two rows")
        };
        assert_eq!(&*first.region, "Kab. OKI");
        assert_eq!(first.informant.as_deref(), Some("Budi"));
        assert_eq!(first.class.as_deref(), Some("internal"));
        assert_eq!(first.wave.as_deref(), Some("2019"));
        let evidence = first.evidence.as_deref().expect("has some");
        assert_eq!(evidence.finding.as_deref(), Some("satu\ndua"));
        assert_eq!(evidence.source.as_deref(), Some("Perbup 5"));
        assert_eq!(evidence.locator.as_deref(), Some("hlm. 3"));
        assert_eq!(evidence.note, None);
        assert_eq!((&second.informant, &second.evidence), (&None, &None));
    }

    #[test]
    fn every_column_reaches_its_field() {
        let mut header = Vec::new();
        let mut cells = Vec::new();
        for (column, names) in crate::statement::column::COLUMNS {
            header.push(names[0]);
            cells.push(match column {
                Column::Level | Column::Value | Column::Weight => "2",
                Column::Direction => "netral",
                Column::Stage => "final",
                Column::Use => "utama",
                Column::Basis => "asli",
                Column::Status => "belum",
                Column::Consent => "tidak",
                _ => names[0],
            });
        }
        let (statements, _) =
            table(&format!("{}\n{}\n", header.join(","), cells.join(","))).expect("fits");
        let row = &statements.rows()[0];
        let shown = format!("{row:?}");
        assert!(
            shown.matches("None").count() == 3,
            "only wide cell, qualifier and origin of a projection: {shown}"
        );
        for name in [
            "kind",
            "framework",
            "unit",
            "class",
            "wave",
            "informant",
            "role",
            "agency",
            "coder",
            "method",
        ] {
            assert!(shown.contains(&format!("\"{name}\"")), "{name}");
        }
    }

    #[test]
    fn an_empty_region_or_indicator_is_an_error() {
        let problems =
            table("region,indicator,skor\n,t1,3\nOKI, ,3\n-,t1,3\n").expect_err("lacks cells");
        let places: Vec<String> = problems
            .iter()
            .map(|problem| {
                assert_eq!(problem.code, "empty_cell");
                problem
                    .place
                    .as_ref()
                    .map(|place| place.short())
                    .unwrap_or_default()
            })
            .collect();
        assert_eq!(places, ["a.csv:2:1", "a.csv:3:5", "a.csv:4:1"]);
    }

    #[test]
    fn a_wide_row_gives_a_statement_per_indicator() {
        let text = "wilayah;T1;opd; Jaringan Internet ;warna;catatan;skor\n\
            OKI;3;Diskominfo;2,5;biru;c;9\nOKU;N/A;-;Baik;;;\n";
        let (statements, warnings) = table(text).expect("fits");
        assert_eq!(warnings.len(), 1);
        assert!(warnings[0].message.both()[1].ends_with("`warna`, `skor`"));
        let found: Vec<(&str, &str, &Answer, usize)> = statements
            .rows()
            .iter()
            .map(|row| {
                (
                    &*row.region,
                    &*row.indicator,
                    &row.answer,
                    row.origin.cell.unwrap_or_default(),
                )
            })
            .collect();
        assert_eq!(
            found,
            [
                ("OKI", "T1", &Answer::Number(3.0), 1),
                ("OKI", "Jaringan Internet", &Answer::Number(2.5), 3),
                ("OKU", "T1", &Answer::NotApplicable, 1),
                ("OKU", "Jaringan Internet", &Answer::Label("Baik".into()), 3),
            ]
        );
        let second = &statements.rows()[1];
        assert_eq!(second.agencies.len(), 1);
        assert_eq!(
            second
                .evidence
                .as_ref()
                .and_then(|evidence| evidence.note.as_deref()),
            Some("c")
        );
        assert_eq!(
            statements.place(second, Column::Level).short(),
            "a.csv:2:18"
        );
    }

    #[test]
    fn a_wide_cell_is_refused_at_its_place() {
        let problems =
            table("wilayah;T1;Jaringan internet\nOKI;3;3a\nOKU;2..5;\n").expect_err("is wrong");
        let places: Vec<String> = problems
            .iter()
            .filter_map(|problem| Some(problem.place.as_ref()?.short()))
            .collect();
        assert_eq!(places, ["a.csv:2:7", "a.csv:3:5"]);
    }

    #[test]
    fn text_that_repeats_is_kept_once() {
        let (statements, _) = table("region,kode\nOKI,t1\nOKI,t1\n").expect("fits");
        let [first, second] = statements.rows() else {
            panic!("two rows")
        };
        assert!(Arc::ptr_eq(&first.region, &second.region));
        assert!(Arc::ptr_eq(&first.indicator, &second.indicator));
    }
}
