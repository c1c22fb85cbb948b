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
mod tests;
