//! Cell text → fields of a statement, one row at a time.

mod cells;
mod whereabouts;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::problem::Problem;
use crate::read::header::{Headers, Layout};
use crate::read::number::Numbers;
use crate::read::problems::Problems;
use crate::read::rows::Headed;
use crate::read::rows::uncalculated;
use crate::read::settings::ReadOptions;
use crate::read::statements::aside::Aside;
use crate::read::statements::interned::{Interned, Names, Parties};
use crate::read::statements::recall::{Known, Settings};
use crate::read::statements::sieve::Sieve;
use crate::read::wave;
use crate::read::words::{BASIS, CONSENT, DIRECTION, STAGE, STATUS, USE};
use crate::statement::answer::is_blank;
use crate::statement::{Answer, Evidence, Field, Name, Origin, Qualifier, Setting, Statement};
use crate::table::{At, Cell, Kind, Row, Table};
use crate::text::{list, say, shown, trim};

use cells::{Cells, Quantity};
use whereabouts::Whereabouts;

/// Makes statements of rows.
pub(crate) struct Assembler<'a> {
    layout: &'a Layout,
    headers: &'a Headers<'a>,
    /// The texts of the header, which a table in blocks repeats.
    header: &'a [String],
    cells: Cells<'a>,
    sieve: Sieve<'a>,
    whereabouts: Whereabouts,
    table: &'a Table,
    texts: Interned,
    parties: Parties,
    names: Names,
    /// Stands for the indicator where the headers of the answers name it.
    blank: Name,
    settings: Settings,
    /// What a row says that says nothing itself.
    base: Setting,
    /// The indicator of a table that is about one.
    about: Option<Name>,
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
    /// What was left aside.
    pub(crate) aside: Aside,
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
        headers: &'a Headers<'a>,
        numbers: Numbers,
        (options, base): (&ReadOptions, &Setting),
        headed: &'a Headed<'a>,
    ) -> Self {
        let about = layout.defaults.indicator.as_deref();
        let about = about.filter(|_| layout.column(Field::Indicator).is_none());
        Self {
            layout,
            headers,
            header: &headed.header,
            cells: Cells::new(numbers, &options.missing, headed),
            sieve: Sieve::new(layout, headers, headed),
            whereabouts: Whereabouts::of(layout),
            table: headed.table,
            texts: Interned::default(),
            parties: Parties::default(),
            names: Names::default(),
            blank: Name::from(""),
            settings: Settings::of(layout),
            base: base.clone(),
            about: about.map(Name::from),
            indicator: layout.column(Field::Indicator),
            level: layout.column(Field::Level),
            made: Made::default(),
        }
    }

    /// Adds the statements of a row that is not blank: one, or in a wide table one per indicator.
    pub(crate) fn row(&mut self, row: &Row<'_>, problems: &mut Problems) {
        if self.sieve.holds_back(row, problems) {
            return;
        }
        let before = self.made.rows.len();
        let is_read = self.read(row, problems);
        match self.made.rows.len() > before {
            true => self.sieve.aside().take(),
            false if is_read => self.sieve.aside().silent(row.at),
            false => self.faulty(row.at),
        }
    }

    /// Counts a row that an error keeps back.
    pub(crate) fn faulty(&mut self, at: At) {
        self.sieve.aside().faulty(at);
    }

    /// Reads a row of the table; says whether no error keeps it back.
    fn read(&mut self, row: &Row<'_>, problems: &mut Problems) -> bool {
        for index in &self.layout.unnamed {
            if row.text(*index).is_empty() {
                continue;
            }
            self.made.unnamed.insert(*index);
            self.tell_ticked(row, *index, problems);
        }
        if self.tell_uncalculated(row, problems) {
            return false;
        }
        // All that is wrong with a row is told, before a row that is about nothing is left.
        let indicator = self.indicator_of(row, problems);
        let known = self.setting_of(row, problems);
        if !self.layout.answers.is_empty() {
            let (Some(indicator), Some(known)) = (indicator, known) else {
                return false;
            };
            self.across(row, &indicator, &known.setting, problems);
            return true;
        }
        let answer = match self.leveled(row, problems) {
            Answer::Missing if known.as_ref().is_some_and(|it| it.not_applicable) => {
                Answer::NotApplicable
            }
            answer => answer,
        };
        let (Some(indicator), Some(known)) = (indicator, known) else {
            return false;
        };
        let row = Statement::new(origin(row.at), indicator, answer, known.setting);
        self.made.rows.push(row);
        true
    }

    /// Tells of a mark beside an empty level, in one of the columns that a merged header leaves without a name:
    /// whoever ticks a level says it by the column.
    fn tell_ticked(&self, row: &Row<'_>, index: usize, problems: &mut Problems) {
        let is_mark = row.text(index).chars().count() <= 2;
        let Some(level) = self.level.filter(|it| *it < index && is_mark) else {
            return;
        };
        let is_beside = (level + 1..index).all(|it| self.layout.unnamed.contains(&it));
        if is_beside && row.text(level).is_empty() {
            let problem = Problem::error(say::level_ticked(shown(&self.header[level])));
            let place = self.table.place(row.at.cell(index));
            problems.add(|| problem.at(place).help(say::level_ticked_help()));
        }
    }

    /// Tells of formulas that nobody has calculated, in columns that are read; says whether there are any.
    fn tell_uncalculated(&self, row: &Row<'_>, problems: &mut Problems) -> bool {
        if self.table.sheet_name().is_none() {
            return false;
        }
        let columns = self.layout.columns.iter().map(|(_, index)| *index);
        let answers = self.layout.answers.iter().flat_map(|it| {
            let beside = it.beside.iter().map(|(_, index)| *index);
            std::iter::once(it.index).chain(beside)
        });
        let all = columns.chain(answers).chain(self.layout.second_indicator);
        let open = all.filter(|index| row.cell(*index).kind == Kind::Uncalculated);
        let open: BTreeSet<usize> = open.collect();
        for index in &open {
            problems.add(|| uncalculated(self.table, row.at.cell(*index)));
        }
        !open.is_empty()
    }

    /// What the row says besides indicator and answer: as a row before it that said the same, else from
    /// its cells; nothing where the region is missing.
    fn setting_of(&mut self, row: &Row<'_>, problems: &mut Problems) -> Option<Known> {
        if let Some(known) = self.settings.recall(row) {
            return Some(known);
        }
        let before = problems.count();
        let made = self.afresh(row, problems);
        if made.setting.region.is_empty() && !self.layout.names_regions() {
            return None;
        }
        let known = Known {
            setting: Arc::new(made.setting),
            not_applicable: made.value_not_applicable,
        };
        // What has a problem is told again for every row.
        if problems.count() == before {
            self.settings.keep(&known);
        }
        Some(known)
    }

    /// The indicator that the row names, or that all rows are about; blank where the headers of the
    /// answers name it, nothing where its cell is empty.
    fn indicator_of(&mut self, row: &Row<'_>, problems: &mut Problems) -> Option<Name> {
        let Some(index) = self.indicator else {
            let about = self.about.as_ref();
            return Some(about.unwrap_or(&self.blank).clone());
        };
        let text = row.text(self.naming(row, index, problems));
        if is_blank(text) {
            self.tell_empty(Field::Indicator, row.at.cell(index), problems);
            return None;
        }
        Some(self.names.get(text))
    }

    /// Tells an empty cell under the header as it is written there.
    fn tell_empty(&self, column: Field, at: At, problems: &mut Problems) {
        problems.add(|| {
            let header = at.cell.and_then(|it| self.header.get(it));
            let header = header.map(|it| shown(it)).unwrap_or_default();
            let problem = Problem::error(say::empty_cell(header)).at(self.table.place(at));
            problem.help(match column {
                Field::Region if self.layout.rows_are_regions => say::fill_region_of_row(),
                Field::Region => say::fill_region(),
                _ => say::fill_every_row(),
            })
        });
    }

    /// The answer in the column of levels.
    fn leveled(&mut self, row: &Row<'_>, problems: &mut Problems) -> Answer {
        let Some(index) = self.level else {
            return Answer::Missing;
        };
        let cell = row.cell(index);
        match is_blank(cell.text()) {
            true => Answer::Missing,
            false => self.answer(cell, row.at.cell(index), problems),
        }
    }

    fn answer(&mut self, cell: Cell<'_>, at: At, problems: &mut Problems) -> Answer {
        self.cells.answer(cell, at, &mut self.names, problems)
    }

    /// The column that names the indicator of a row: the first one, unless only the second is
    /// known. Two that name different indicators are an error.
    fn naming(&self, row: &Row<'_>, first: usize, problems: &mut Problems) -> usize {
        let Some(second) = self.layout.second_indicator else {
            return first;
        };
        let names = [first, second].map(|it| row.text(it));
        match names.map(|it| self.headers.indicator(it)) {
            [Some((_, one)), Some((_, other))] if one.is_indicator && other.is_indicator => {
                if one.id != other.id {
                    let place = self.table.place(row.at.cell(second));
                    problems.add(|| {
                        let [one, other] = names.map(shown);
                        let header = shown(&self.header[second]);
                        Problem::error(say::indicators_differ(one, other))
                            .at(place)
                            .help(say::indicators_differ_help(header))
                    });
                }
                first
            }
            [None, Some(_)] => second,
            _ => first,
        }
    }

    /// Adds a statement for each answered column of a row with several.
    fn across(
        &mut self,
        row: &Row<'_>,
        named: &Name,
        setting: &Arc<Setting>,
        problems: &mut Problems,
    ) {
        for across in &self.layout.answers {
            // A cell that was left empty was not answered: there is no statement.
            let cell = row.cell(across.index);
            let is_silent = across.beside.iter().all(|(_, at)| row.text(*at).is_empty());
            if cell.text().is_empty() && is_silent {
                continue;
            }
            let at = row.at.cell(across.index);
            let of = &across.of;
            let answer = match self.reported(of.indicator.as_ref(), cell, at, problems) {
                Some(number) => Answer::Number(number),
                None => self.answer(cell, at, problems),
            };
            let mut setting = Arc::clone(setting);
            let says_more = of.wave.is_some() || of.stage.is_some() || of.region.is_some();
            if says_more || !is_silent {
                let own = Arc::make_mut(&mut setting);
                own.wave = of.wave.clone().or(own.wave.take());
                own.stage = of.stage.or(own.stage);
                if let Some(region) = &of.region {
                    own.region = Arc::clone(region);
                    own.area = None;
                }
                self.beside(own, &across.beside, row, problems);
            }
            let indicator = of.indicator.as_ref().unwrap_or(named).clone();
            let row = Statement::new(origin(at), indicator, answer, setting);
            self.made.rows.push(row);
        }
    }

    /// The percentage in a column of a group or of the whole: no level, but what was reckoned elsewhere.
    fn reported(
        &self,
        indicator: Option<&Name>,
        cell: Cell<'_>,
        at: At,
        problems: &mut Problems,
    ) -> Option<f64> {
        let name = indicator.filter(|_| cell.text().ends_with('%'))?;
        let (_, known) = self.headers.indicator(name)?;
        match known.is_indicator {
            true => None,
            false => match self.cells.value(cell, at, problems) {
                Quantity::Number { number, .. } => Some(number),
                _ => None,
            },
        }
    }

    /// Adds what stands in columns of their own about one answer.
    fn beside(
        &mut self,
        setting: &mut Setting,
        columns: &[(Field, usize)],
        row: &Row<'_>,
        problems: &mut Problems,
    ) {
        for (column, index) in columns {
            let cell = row.cell(*index);
            if is_blank(cell.text()) {
                continue;
            }
            let mut making = Making {
                setting: setting.clone(),
                amount_unit: None,
                value_not_applicable: false,
            };
            self.fill(&mut making, *column, cell, row.at.cell(*index), problems);
            *setting = making.setting;
        }
    }

    /// Reads every cell of a row, whose setting was not met before.
    fn afresh(&mut self, row: &Row<'_>, problems: &mut Problems) -> Making {
        let mut making = Making {
            setting: self.base.clone(),
            amount_unit: None,
            value_not_applicable: false,
        };
        for &(column, index) in &self.layout.columns {
            let at = row.at.cell(index);
            let cell = row.cell(index);
            // A dash is an answer where a direction is asked for.
            let is_sign = column == Field::Direction && !cell.text().trim().is_empty();
            if is_blank(cell.text()) && !is_sign {
                let is_wanted = column == Field::Region
                    && self.base.region.is_empty()
                    && !self.whereabouts.names_one(row);
                if is_wanted {
                    self.tell_empty(column, at, problems);
                }
                continue;
            }
            self.fill(&mut making, column, cell, at, problems);
        }
        self.whereabouts
            .fill(&mut making.setting, row, &mut self.texts);
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
        let mut made = std::mem::replace(&mut self.made, next);
        made.aside = self.sieve.take();
        made
    }

    /// Whether a row, which need not have all cells, is a note at the foot or the start of another table.
    pub(crate) fn is_note(&mut self, row: &Row<'_>, problems: &mut Problems) -> bool {
        self.sieve.is_note(row, problems) || self.sieve.is_foot(row)
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
        let headed = (table, self.header);
        let setting = &mut row.setting;
        match column {
            Field::Region => {
                setting.region = self.texts.get(text);
                setting.area = None;
            }
            Field::Kind => setting.kind = Some(self.texts.get(text)),
            Field::Framework => setting.framework = Some(self.texts.get(text)),
            Field::Unit => setting.unit = Some(self.texts.get(text)),
            Field::Class => setting.class = Some(self.texts.get(text)),
            Field::Wave => match wave::of(text) {
                Ok(wave) => {
                    if let Some(wave) = wave {
                        setting.wave = Some(self.texts.get(&wave));
                    }
                }
                Err(year) => {
                    problems.add(|| wave::refused(text, year).at(table.place(at)));
                    // Rows of different rounds must not look like repetitions.
                    setting.wave = Some(self.texts.get(text));
                }
            },
            // These are read by themselves.
            Field::Indicator | Field::Level | Field::Province | Field::RegionCode => {}
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
            Field::Value => match self.cells.value(cell, at, problems) {
                Quantity::None => {}
                Quantity::NotApplicable => row.value_not_applicable = true,
                Quantity::Words => {
                    setting.qualifier = Some(Qualifier::Words(self.texts.get(text)));
                }
                Quantity::Number {
                    number,
                    qualifier,
                    unit,
                } => {
                    setting.value = Some(number);
                    setting.qualifier = qualifier;
                    row.amount_unit = unit;
                }
            },
            Field::Weight => {
                if let Some(weight) = self.cells.weight(cell, at, problems) {
                    setting.weight = weight;
                }
            }
            Field::Direction => {
                setting.direction = DIRECTION.find(text, at, headed, problems);
            }
            Field::Stage => {
                setting.stage = STAGE.find(text, at, headed, problems).or(setting.stage);
            }
            Field::Use => {
                setting.usage = USE.find(text, at, headed, problems).unwrap_or_default();
            }
            Field::Basis => {
                setting.basis = BASIS.find(text, at, headed, problems).unwrap_or_default();
            }
            Field::Status => {
                if let Some(status) = STATUS.find(text, at, headed, problems) {
                    row.evidence().status = Some(status);
                }
            }
            Field::Consent => {
                if let Some(consent) = CONSENT.find(text, at, headed, problems) {
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
                if let Some(date) = self.cells.date(text, at, problems) {
                    row.evidence().date = Some(date);
                }
            }
            Field::Note => row.evidence().note = Some(text.to_owned()),
            Field::Item => row.evidence().item = Some(text.to_owned()),
            Field::Owner => row.evidence().owner = Some(text.to_owned()),
            Field::Due => {
                if let Some(date) = self.cells.date(text, at, problems) {
                    row.evidence().due = Some(date);
                }
            }
        }
    }
}

/// A row in the making.
struct Making {
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

/// The parts of a list in a cell.
fn parts<'t>(text: &'t str, signs: &'t [char]) -> impl Iterator<Item = &'t str> {
    text.split(signs).map(trim).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests;
