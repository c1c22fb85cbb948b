//! Cell text → fields of a statement, one row at a time; the same for every input format.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::problem::Problem;
use crate::read::header::Layout;
use crate::read::interned::{Interned, Names, Parties};
use crate::read::number::{Amount, Codes, Fault, Numbers, Open, is_broken, is_vague, whole};
use crate::read::settings::{Known, Settings};
use crate::read::words::{
    BASIS, CONSENT, DIRECTION, STAGE, STATUS, USE, is_blank, is_missing, is_not_applicable,
};
use crate::read::{At, Decimal, Places, Problems, ReadOptions, shown, title, trim};
use crate::statement::{
    Answer, Column, Date, Evidence, Name, NoDate, Origin, Qualifier, Setting, Statement,
};
use crate::text::{list, say};

/// Makes statements of rows.
pub(crate) struct Assembler<'a> {
    layout: &'a Layout,
    numbers: Numbers,
    codes: Codes,
    places: Places<'a>,
    texts: Interned,
    parties: Parties,
    names: Names,
    /// Stands for an indicator until its cell is met.
    blank: Name,
    settings: Settings,
    /// Where the indicator and the level of a long table stand.
    indicator: Option<usize>,
    level: Option<usize>,
    made: Made,
}

/// What rows gave.
#[derive(Default)]
pub(crate) struct Made {
    pub(crate) rows: Vec<Statement>,
    /// Columns without a header that hold something.
    pub(crate) unnamed: BTreeSet<usize>,
}

impl Made {
    /// Mentions the columns without a header, under the header at `top`.
    pub(crate) fn tell_unnamed(&self, top: At, places: Places<'_>, problems: &mut Problems) {
        if let Some(first) = self.unnamed.first() {
            let at = At {
                cell: Some(*first),
                ..top
            };
            let numbers = list(self.unnamed.iter().map(|index| index + 1));
            problems.add(|| Problem::warning(say::unnamed_columns(numbers)).at(places(at)));
        }
    }
}

impl<'a> Assembler<'a> {
    pub(crate) fn new(
        layout: &'a Layout,
        numbers: Numbers,
        options: &ReadOptions,
        places: Places<'a>,
    ) -> Self {
        let of = |wanted| {
            let mut columns = layout.columns.iter();
            let found = columns.find(|(column, _)| *column == wanted);
            found.map(|(_, index)| *index)
        };
        Self {
            layout,
            numbers,
            codes: Codes::new(&options.missing),
            places,
            texts: Interned::default(),
            parties: Parties::default(),
            names: Names::default(),
            blank: Name::from(""),
            settings: Settings::of(layout),
            indicator: of(Column::Indicator),
            level: of(Column::Level),
            made: Made::default(),
        }
    }

    /// Adds the statements of a row that is not blank: one, or in a wide table one per indicator.
    pub(crate) fn row<'c>(
        &mut self,
        at: At,
        cell: impl Fn(usize) -> &'c str,
        problems: &mut Problems,
    ) {
        for index in &self.layout.unnamed {
            if !trim(cell(*index)).is_empty() {
                self.made.unnamed.insert(*index);
            }
        }
        // An empty indicator cell is told among the other problems of its row.
        let name = self.indicator.map(|index| trim(cell(index)));
        let known = match name {
            Some(name) if is_blank(name) => None,
            _ => self.settings.recall(&cell),
        };
        let (setting, said) = match known {
            Some(known) => {
                let said = name.map(|name| {
                    let indicator = self.names.get(name);
                    let answer = match self.level.map(|index| (index, trim(cell(index)))) {
                        Some((index, text)) if !is_blank(text) => {
                            let cell = Some(index);
                            self.answer(text, At { cell, ..at }, problems)
                        }
                        _ => Answer::Missing,
                    };
                    (indicator, answer)
                });
                (known, said)
            }
            None => {
                let before = problems.count();
                let row = self.afresh(at, &cell, problems);
                let setting = Known {
                    setting: Arc::new(row.setting),
                    not_applicable: row.value_not_applicable,
                };
                // What has a problem is told again for every row.
                if problems.count() == before {
                    self.settings.keep(&setting);
                }
                (setting, name.map(|_| (row.indicator, row.answer)))
            }
        };
        match said {
            Some((indicator, answer)) => {
                let answer = match answer {
                    Answer::Missing if setting.not_applicable => Answer::NotApplicable,
                    answer => answer,
                };
                let row = Statement::new(origin(at), indicator, answer, setting.setting);
                self.made.rows.push(row);
            }
            None => self.wide(at, &setting.setting, cell, problems),
        }
    }

    /// Adds a statement for each answered indicator of a row of a wide table.
    fn wide<'c>(
        &mut self,
        at: At,
        setting: &Arc<Setting>,
        cell: impl Fn(usize) -> &'c str,
        problems: &mut Problems,
    ) {
        for (index, indicator) in &self.layout.indicators {
            // A cell that was left empty was not answered: there is no statement.
            let text = trim(cell(*index));
            if text.is_empty() {
                continue;
            }
            let at = At {
                cell: Some(*index),
                ..at
            };
            let answer = self.answer(text, at, problems);
            let setting = Arc::clone(setting);
            let row = Statement::new(origin(at), indicator.clone(), answer, setting);
            self.made.rows.push(row);
        }
    }

    /// Reads every cell of a row, whose setting was not met before.
    fn afresh<'c>(
        &mut self,
        at: At,
        cell: impl Fn(usize) -> &'c str,
        problems: &mut Problems,
    ) -> Row {
        let mut row = Row {
            indicator: self.blank.clone(),
            answer: Answer::Missing,
            setting: Setting::new(self.texts.get("")),
            amount_unit: None,
            value_not_applicable: false,
        };
        for &(column, index) in &self.layout.columns {
            let at = At {
                cell: Some(index),
                ..at
            };
            let text = trim(cell(index));
            if is_blank(text) {
                if matches!(column, Column::Region | Column::Indicator) {
                    problems.add(|| {
                        Problem::error(say::empty_cell(title(column)))
                            .at((self.places)(at))
                            .help(say::fill_every_row())
                    });
                }
                continue;
            }
            self.fill(&mut row, column, text, at, problems);
        }
        if row.setting.unit.is_none() {
            row.setting.unit = row.amount_unit.map(|unit| self.texts.get(unit));
        }
        row
    }

    /// Hands over what the rows since the last time gave.
    pub(crate) fn take(&mut self) -> Made {
        // The next rows are about as many.
        let next = Made {
            rows: Vec::with_capacity(self.made.rows.len()),
            ..Made::default()
        };
        std::mem::replace(&mut self.made, next)
    }

    fn fill(&mut self, row: &mut Row, column: Column, text: &str, at: At, problems: &mut Problems) {
        let places = self.places;
        let setting = &mut row.setting;
        match column {
            Column::Region => setting.region = self.texts.get(text),
            Column::Indicator => row.indicator = self.names.get(text),
            Column::Kind => setting.kind = Some(self.texts.get(text)),
            Column::Framework => setting.framework = Some(self.texts.get(text)),
            Column::Unit => setting.unit = Some(self.texts.get(text)),
            Column::Class => setting.class = Some(self.texts.get(text)),
            Column::Wave => setting.wave = Some(self.texts.get(text)),
            Column::Informant => setting.informant = Some(self.parties.get(text)),
            Column::Role => setting.role = Some(self.parties.get(text)),
            Column::Coder => setting.coder = Some(self.parties.get(text)),
            Column::Method => setting.method = Some(self.texts.get(text)),
            Column::Agency => {
                setting.agencies = parts(text, &[';'])
                    .map(|part| self.parties.get(part))
                    .collect();
            }
            // Names of rows hardly repeat: nothing is won by keeping them in the set.
            Column::Id => setting.id = Some(Arc::from(text)),
            Column::Contradicts => {
                setting.contradicts = parts(text, &[';', ',']).map(Arc::from).collect();
            }
            Column::Level => row.answer = self.answer(text, at, problems),
            Column::Value => self.value(row, text, at, problems),
            Column::Weight => {
                if let Some(weight) = self.weight(text, at, problems) {
                    setting.weight = weight;
                }
            }
            Column::Direction => {
                setting.direction = DIRECTION.find(text, at, places, problems);
            }
            Column::Stage => setting.stage = STAGE.find(text, at, places, problems),
            Column::Use => {
                setting.usage = USE.find(text, at, places, problems).unwrap_or_default();
            }
            Column::Basis => {
                setting.basis = BASIS.find(text, at, places, problems).unwrap_or_default();
            }
            Column::Status => {
                if let Some(status) = STATUS.find(text, at, places, problems) {
                    row.evidence().status = Some(status);
                }
            }
            Column::Consent => {
                if let Some(consent) = CONSENT.find(text, at, places, problems) {
                    row.evidence().consent = Some(consent);
                }
            }
            Column::Quote => row.evidence().quote = Some(text.to_owned()),
            Column::Finding => row.evidence().finding = Some(text.to_owned()),
            Column::Rationale => row.evidence().rationale = Some(text.to_owned()),
            Column::Source => row.evidence().source = Some(self.parties.get(text)),
            Column::Locator => row.evidence().locator = Some(text.to_owned()),
            Column::Confidence => row.evidence().confidence = Some(text.to_owned()),
            Column::Date => {
                if let Some(date) = date(text, at, places, problems) {
                    row.evidence().date = Some(date);
                }
            }
            Column::Note => row.evidence().note = Some(text.to_owned()),
            Column::Item => row.evidence().item = Some(text.to_owned()),
            Column::Owner => row.evidence().owner = Some(text.to_owned()),
            Column::Due => {
                if let Some(date) = date(text, at, places, problems) {
                    row.evidence().due = Some(date);
                }
            }
        }
    }

    /// What a level cell, or an indicator cell of a wide table, says.
    fn answer(&mut self, text: &str, at: At, problems: &mut Problems) -> Answer {
        if let Some(number) = whole(text) {
            let is_code = self.codes.has_text(text) || self.codes.has_number(number);
            return if is_code {
                Answer::Missing
            } else {
                Answer::Number(number)
            };
        }
        if is_missing(text) || self.codes.has_text(text) {
            return Answer::Missing;
        }
        if is_not_applicable(text) {
            return Answer::NotApplicable;
        }
        match self.numbers.plain(text) {
            Ok(number) if self.codes.has_number(number) => Answer::Missing,
            Ok(number) => Answer::Number(number),
            Err(Fault::NoNumber) if !is_broken(text) => Answer::Label(self.names.get(text)),
            Err(fault) => {
                self.refuse(fault, text, at, problems, |problem| problem);
                Answer::Missing
            }
        }
    }

    fn value(&mut self, row: &mut Row, text: &str, at: At, problems: &mut Problems) {
        if is_missing(text) || self.codes.has_text(text) {
            return;
        }
        if is_not_applicable(text) {
            row.value_not_applicable = true;
            return;
        }
        if is_vague(text) {
            row.setting.qualifier = Some(Qualifier::Words(self.texts.get(text)));
            return;
        }
        let amount = Amount::of(text);
        match self.numbers.amount(amount) {
            Ok(number) if self.codes.has_number(number) => {}
            Ok(number) => {
                row.setting.value = Some(number);
                row.setting.qualifier = amount.open.map(|open| match open {
                    Open::About => Qualifier::About,
                    Open::MoreThan => Qualifier::MoreThan,
                    Open::LessThan => Qualifier::LessThan,
                });
                row.amount_unit = amount.unit;
            }
            Err(fault) => self.refuse(fault, text, at, problems, |problem| {
                problem.help(say::number_alone())
            }),
        }
    }

    /// The weight in a cell. Declared codes do not apply: a weight of 99 is a weight.
    fn weight(&self, text: &str, at: At, problems: &mut Problems) -> Option<f64> {
        if is_missing(text) {
            return None;
        }
        match self.numbers.plain(text) {
            Ok(weight) if (1e-9..=1e9).contains(&weight) => Some(weight),
            Ok(weight) if weight > 0.0 => {
                self.refuse(Fault::TooLarge, text, at, problems, |problem| problem);
                None
            }
            Ok(_) => {
                problems.add(|| {
                    Problem::error(say::weight_not_positive(shown(text)))
                        .at((self.places)(at))
                        .help(say::leave_weight_empty())
                });
                None
            }
            Err(fault) => {
                self.refuse(fault, text, at, problems, |problem| problem);
                None
            }
        }
    }

    fn refuse(
        &self,
        fault: Fault,
        text: &str,
        at: At,
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
        problems.add(|| help(Problem::error(sentence(shown(text))).at((self.places)(at))));
    }
}

/// A row in the making.
struct Row {
    indicator: Name,
    answer: Answer,
    setting: Setting,
    /// Unit that the value cell names; the unit column comes before it.
    amount_unit: Option<&'static str>,
    value_not_applicable: bool,
}

impl Row {
    fn evidence(&mut self) -> &mut Evidence {
        self.setting.evidence.get_or_insert_default()
    }
}

fn origin(at: At) -> Origin {
    Origin {
        source: 0,
        row: at.row,
        cell: at.cell,
    }
}

/// The date in a cell.
fn date(text: &str, at: At, places: Places<'_>, problems: &mut Problems) -> Option<Date> {
    if is_missing(text) {
        return None;
    }
    match Date::parse(text) {
        Ok(date) => Some(date),
        Err(fault) => {
            problems.add(|| {
                let (sentence, help) = match fault {
                    NoDate::Form => (say::date_expected(shown(text)), say::forms_of_dates()),
                    NoDate::NoSuchDay => (say::no_such_day(shown(text)), say::forms_of_dates()),
                    NoDate::MonthFirst => (say::no_such_day(shown(text)), say::day_first()),
                };
                Problem::error(sentence).at(places(at)).help(help)
            });
            None
        }
    }
}

/// The parts of a list in a cell.
fn parts<'t>(text: &'t str, signs: &'t [char]) -> impl Iterator<Item = &'t str> {
    text.split(signs).map(trim).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests;
