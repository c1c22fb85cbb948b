//! Cell text → fields of a statement, one row at a time.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::problem::Problem;
use crate::read::amount::{Amount, Open, is_vague};
use crate::read::codes::Codes;
use crate::read::header::{Layout, title};
use crate::read::number::{Fault, Numbers, is_broken, whole};
use crate::read::problems::Problems;
use crate::read::settings::{Decimal, ReadOptions};
use crate::read::statements::interned::{Interned, Names, Parties};
use crate::read::statements::recall::{Known, Settings};
use crate::read::words::{BASIS, CONSENT, DIRECTION, STAGE, STATUS, USE};
use crate::statement::answer::{is_blank, is_missing, is_not_applicable};
use crate::statement::{
    Answer, Date, Evidence, Field, Name, NoDate, Origin, Qualifier, Setting, Statement,
};
use crate::table::{At, Cell, Kind, Row, Table};
use crate::text::{list, say, shown, trim};

/// Makes statements of rows.
pub(crate) struct Assembler<'a> {
    layout: &'a Layout,
    numbers: Numbers,
    codes: Codes,
    table: &'a Table,
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
    pub(crate) fn tell_unnamed(&self, top: At, table: &Table, problems: &mut Problems) {
        if let Some(first) = self.unnamed.first() {
            let numbers = list(self.unnamed.iter().map(|index| index + 1));
            let problem = Problem::warning(say::unnamed_columns(numbers));
            problems.add(|| problem.at(table.place(top.cell(*first))));
        }
    }
}

impl<'a> Assembler<'a> {
    pub(crate) fn new(
        layout: &'a Layout,
        numbers: Numbers,
        options: &ReadOptions,
        table: &'a Table,
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
            table,
            texts: Interned::default(),
            parties: Parties::default(),
            names: Names::default(),
            blank: Name::from(""),
            settings: Settings::of(layout),
            indicator: of(Field::Indicator),
            level: of(Field::Level),
            made: Made::default(),
        }
    }

    /// Adds the statements of a row that is not blank: one, or in a wide table one per indicator.
    pub(crate) fn row(&mut self, row: &Row<'_>, problems: &mut Problems) {
        let at = row.at;
        for index in &self.layout.unnamed {
            if !row.text(*index).is_empty() {
                self.made.unnamed.insert(*index);
            }
        }
        // An empty indicator cell is told among the other problems of its row.
        let name = self.indicator.map(|index| row.text(index));
        let known = match name {
            Some(name) if is_blank(name) => None,
            _ => self.settings.recall(row),
        };
        let (setting, said) = match known {
            Some(known) => {
                let said = name.map(|name| {
                    let indicator = self.names.get(name);
                    let answer = match self.level.map(|index| (index, row.cell(index))) {
                        Some((index, cell)) if !is_blank(cell.text()) => {
                            self.answer(cell, at.cell(index), problems)
                        }
                        _ => Answer::Missing,
                    };
                    (indicator, answer)
                });
                (known, said)
            }
            None => {
                let before = problems.count();
                let made = self.afresh(row, problems);
                // That was told; a row that is about nothing is no statement.
                if made.setting.region.is_empty() || name.is_some_and(is_blank) {
                    return;
                }
                let setting = Known {
                    setting: Arc::new(made.setting),
                    not_applicable: made.value_not_applicable,
                };
                // What has a problem is told again for every row.
                if problems.count() == before {
                    self.settings.keep(&setting);
                }
                (setting, name.map(|_| (made.indicator, made.answer)))
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
            None => self.wide(row, &setting.setting, problems),
        }
    }

    /// Adds a statement for each answered indicator of a row of a wide table.
    fn wide(&mut self, row: &Row<'_>, setting: &Arc<Setting>, problems: &mut Problems) {
        for (index, indicator) in &self.layout.indicators {
            // A cell that was left empty was not answered: there is no statement.
            let cell = row.cell(*index);
            if cell.text().is_empty() {
                continue;
            }
            let at = row.at.cell(*index);
            let answer = self.answer(cell, at, problems);
            let setting = Arc::clone(setting);
            let row = Statement::new(origin(at), indicator.clone(), answer, setting);
            self.made.rows.push(row);
        }
    }

    /// Reads every cell of a row, whose setting was not met before.
    fn afresh(&mut self, row: &Row<'_>, problems: &mut Problems) -> Making {
        let mut making = Making {
            indicator: self.blank.clone(),
            answer: Answer::Missing,
            setting: Setting::new(self.texts.get("")),
            amount_unit: None,
            value_not_applicable: false,
        };
        for &(column, index) in &self.layout.columns {
            let at = row.at.cell(index);
            let cell = row.cell(index);
            // A dash is an answer where a direction is asked for.
            let is_sign = column == Field::Direction && !cell.text().trim().is_empty();
            if is_blank(cell.text()) && !is_sign {
                if matches!(column, Field::Region | Field::Indicator) {
                    problems.add(|| {
                        Problem::error(say::empty_cell(title(column)))
                            .at(self.table.place(at))
                            .help(say::fill_every_row())
                    });
                }
                continue;
            }
            self.fill(&mut making, column, cell, at, problems);
        }
        if making.setting.unit.is_none() {
            making.setting.unit = making.amount_unit.map(|unit| self.texts.get(unit));
        }
        making
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

    fn fill(
        &mut self,
        row: &mut Making,
        column: Field,
        cell: Cell<'_>,
        at: At,
        problems: &mut Problems,
    ) {
        let text = cell.text();
        let table = self.table;
        let setting = &mut row.setting;
        match column {
            Field::Region => setting.region = self.texts.get(text),
            Field::Indicator => row.indicator = self.names.get(text),
            Field::Kind => setting.kind = Some(self.texts.get(text)),
            Field::Framework => setting.framework = Some(self.texts.get(text)),
            Field::Unit => setting.unit = Some(self.texts.get(text)),
            Field::Class => setting.class = Some(self.texts.get(text)),
            Field::Wave => setting.wave = Some(self.texts.get(text)),
            Field::Informant => setting.informant = Some(self.parties.get(text)),
            Field::Role => setting.role = Some(self.parties.get(text)),
            Field::Coder => setting.coder = Some(self.parties.get(text)),
            Field::Method => setting.method = Some(self.texts.get(text)),
            Field::Agency => {
                setting.agencies = parts(text, &[';'])
                    .map(|part| self.parties.get(part))
                    .collect();
            }
            Field::Concerns => {
                row.evidence().concerns = parts(text, &[';'])
                    .map(|part| self.parties.get(part))
                    .collect();
            }
            // Names of rows hardly repeat: nothing is won by keeping them in the set.
            Field::Id => setting.id = Some(Arc::from(text)),
            Field::Contradicts => {
                setting.contradicts = parts(text, &[';', ',']).map(Arc::from).collect();
            }
            Field::Level => row.answer = self.answer(cell, at, problems),
            Field::Value => self.value(row, cell, at, problems),
            Field::Weight => {
                if let Some(weight) = self.weight(cell, at, problems) {
                    setting.weight = weight;
                }
            }
            Field::Direction => {
                setting.direction = DIRECTION.find(text, at, table, problems);
            }
            Field::Stage => setting.stage = STAGE.find(text, at, table, problems),
            Field::Use => {
                setting.usage = USE.find(text, at, table, problems).unwrap_or_default();
            }
            Field::Basis => {
                setting.basis = BASIS.find(text, at, table, problems).unwrap_or_default();
            }
            Field::Status => {
                if let Some(status) = STATUS.find(text, at, table, problems) {
                    row.evidence().status = Some(status);
                }
            }
            Field::Consent => {
                if let Some(consent) = CONSENT.find(text, at, table, problems) {
                    row.evidence().consent = Some(consent);
                }
            }
            Field::Quote => row.evidence().quote = Some(text.to_owned()),
            Field::Finding => row.evidence().finding = Some(text.to_owned()),
            Field::Rationale => row.evidence().rationale = Some(text.to_owned()),
            Field::Source => row.evidence().source = Some(self.parties.get(text)),
            Field::Locator => row.evidence().locator = Some(text.to_owned()),
            Field::Confidence => row.evidence().confidence = Some(text.to_owned()),
            Field::Date => {
                if let Some(date) = date(text, at, table, problems) {
                    row.evidence().date = Some(date);
                }
            }
            Field::Note => row.evidence().note = Some(text.to_owned()),
            Field::Item => row.evidence().item = Some(text.to_owned()),
            Field::Owner => row.evidence().owner = Some(text.to_owned()),
            Field::Due => {
                if let Some(date) = date(text, at, table, problems) {
                    row.evidence().due = Some(date);
                }
            }
        }
    }

    /// What a level cell, or an indicator cell of a wide table, says.
    fn answer(&mut self, cell: Cell<'_>, at: At, problems: &mut Problems) -> Answer {
        let text = cell.text();
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
        match self.numbers.cell(cell) {
            Ok(number) if self.codes.has_number(number) => Answer::Missing,
            Ok(number) => Answer::Number(number),
            Err(Fault::NoNumber) if !is_broken(text) => Answer::Label(self.names.get(text)),
            Err(fault) => {
                self.refuse(fault, text, at, problems, |problem| problem);
                Answer::Missing
            }
        }
    }

    fn value(&mut self, row: &mut Making, cell: Cell<'_>, at: At, problems: &mut Problems) {
        let text = cell.text();
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
        let number = match cell.kind {
            Kind::Number(_) => self.numbers.cell(cell),
            _ => amount.number(self.numbers),
        };
        match number {
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
    fn weight(&self, cell: Cell<'_>, at: At, problems: &mut Problems) -> Option<f64> {
        let text = cell.text();
        if is_missing(text) {
            return None;
        }
        match self.numbers.cell(cell) {
            Ok(weight) if (1e-9..=1e9).contains(&weight) => Some(weight),
            Ok(weight) if weight > 0.0 => {
                self.refuse(Fault::TooLarge, text, at, problems, |problem| problem);
                None
            }
            Ok(_) => {
                problems.add(|| {
                    Problem::error(say::weight_not_positive(shown(text)))
                        .at(self.table.place(at))
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
        problems.add(|| help(Problem::error(sentence(shown(text))).at(self.table.place(at))));
    }
}

/// A row in the making.
struct Making {
    indicator: Name,
    answer: Answer,
    setting: Setting,
    /// Unit that the value cell names; the unit column comes before it.
    amount_unit: Option<&'static str>,
    value_not_applicable: bool,
}

impl Making {
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
fn date(text: &str, at: At, table: &Table, problems: &mut Problems) -> Option<Date> {
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
                Problem::error(sentence).at(table.place(at)).help(help)
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
