//! Cell text → fields of a statement, one row at a time.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::problem::Problem;
use crate::read::amount::{Amount, Open, is_vague};
use crate::read::codes::{Codes, mark_behind};
use crate::read::header::{Headers, Layout, labelled, title};
use crate::read::number::{Fault, Numbers, is_broken, whole};
use crate::read::problems::Problems;
use crate::read::rows::Headed;
use crate::read::settings::{Decimal, ReadOptions};
use crate::read::statements::aside::{Aside, is_footnote, is_note_label, is_total};
use crate::read::statements::interned::{Areas, Interned, Names, Parties};
use crate::read::statements::recall::{Known, Settings};
use crate::read::vote::other_sign;
use crate::read::wave;
use crate::read::words::{BASIS, CONSENT, DIRECTION, STAGE, STATUS, USE};
use crate::statement::answer::{is_blank, is_like_missing, is_missing, is_not_applicable};
use crate::statement::{
    Answer, Area, Date, Evidence, Field, Name, NoDate, Origin, Qualifier, Setting, Statement,
};
use crate::table::{At, Cell, Kind, Row, Table};
use crate::text::{folded, list, say, shown, trim};

/// Makes statements of rows.
pub(crate) struct Assembler<'a> {
    layout: &'a Layout,
    headers: &'a Headers<'a>,
    /// The texts of the header, which a table in blocks repeats.
    header: &'a [String],
    numbers: Numbers,
    codes: Codes,
    table: &'a Table,
    texts: Interned,
    parties: Parties,
    names: Names,
    /// Stands for an indicator until its cell is met.
    blank: Name,
    settings: Settings,
    areas: Areas,
    /// What a row says that says nothing itself.
    base: Setting,
    /// The indicator of a table that is about one.
    about: Option<Name>,
    /// Columns that name who spoke or coded.
    named: Vec<usize>,
    /// Where the region, the indicator and the level of a long table stand.
    region: Option<usize>,
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
        let of = |wanted| {
            let mut columns = layout.columns.iter();
            let found = columns.find(|(column, _)| *column == wanted);
            found.map(|(_, index)| *index)
        };
        let about = layout.defaults.indicator.as_deref();
        let about = about.filter(|_| of(Field::Indicator).is_none());
        Self {
            layout,
            headers,
            header: &headed.header,
            numbers,
            codes: Codes::new(&options.missing),
            table: headed.table,
            texts: Interned::default(),
            parties: Parties::default(),
            names: Names::default(),
            blank: Name::from(""),
            settings: Settings::of(layout),
            areas: Areas::default(),
            base: base.clone(),
            about: about.map(Name::from),
            named: [Field::Informant, Field::Role, Field::Agency, Field::Coder]
                .into_iter()
                .filter_map(of)
                .collect(),
            region: of(Field::Region),
            indicator: of(Field::Indicator),
            level: of(Field::Level),
            made: Made::default(),
        }
    }

    /// Adds the statements of a row that is not blank: one, or in a wide table one per indicator.
    pub(crate) fn row(&mut self, row: &Row<'_>, problems: &mut Problems) {
        let at = row.at;
        if self.is_aside(row, problems) {
            return;
        }
        for index in &self.layout.unnamed {
            if !row.text(*index).is_empty() {
                self.made.unnamed.insert(*index);
            }
        }
        // An empty indicator cell is told among the other problems of its row.
        let name = match (self.indicator, &self.about) {
            _ if !self.layout.answers.is_empty() => None,
            (Some(index), _) => Some(row.text(self.naming(row, index, problems))),
            (None, _) => None,
        };
        let is_named = self.indicator.is_some() && !self.layout.answers.is_empty();
        let known = match name {
            Some(name) if is_blank(name) => None,
            _ if is_named => None,
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
                let has_region = !made.setting.region.is_empty() || self.names_regions();
                if !has_region || name.is_some_and(is_blank) {
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
        if said.is_none() && self.layout.answers.is_empty() {
            // All rows are about one indicator.
            let indicator = self.about.clone().unwrap_or_else(|| self.blank.clone());
            let answer = match self.level.map(|index| (index, row.cell(index))) {
                Some((index, cell)) if !is_blank(cell.text()) => {
                    self.answer(cell, at.cell(index), problems)
                }
                _ => Answer::Missing,
            };
            self.push(at, indicator, answer, &setting);
            return;
        }
        match said {
            Some((indicator, answer)) => self.push(at, indicator, answer, &setting),
            None => self.across(row, &setting.setting, problems),
        }
    }

    fn push(&mut self, at: At, indicator: Name, answer: Answer, known: &Known) {
        let answer = match answer {
            Answer::Missing if known.not_applicable => Answer::NotApplicable,
            answer => answer,
        };
        let setting = Arc::clone(&known.setting);
        let row = Statement::new(origin(at), indicator, answer, setting);
        self.made.rows.push(row);
    }

    /// Whether a row is none of the table: its header again, a total, a note at its foot, or the
    /// start of another table.
    fn is_aside(&mut self, row: &Row<'_>, problems: &mut Problems) -> bool {
        let first = row.text(0);
        if !first.is_empty() && self.header.first().is_some_and(|it| it == first) {
            let same = self.header.iter().enumerate();
            if same.clone().all(|(at, it)| row.text(at) == it) {
                self.made.aside.header(row.at);
                return true;
            }
        }
        if self.is_note(row, problems) {
            return true;
        }
        let indicator = self.indicator.map(|it| row.text(it));
        // Where the cell of the region is empty, the word stands in front of it or was merged with it.
        let named = self.region.map(|it| match row.text(it) {
            "" => row.texts().find(|it| !it.is_empty()).unwrap_or_default(),
            text => text,
        });
        let total = named.filter(|it| is_total(it));
        let total = total.or_else(|| {
            indicator.filter(|it| is_total(it) && self.headers.indicator(it).is_none())
        });
        // Where somebody should be named, a mean is nobody; and the word may stand before the name of
        // what it is the mean of.
        let total = total.or_else(|| {
            let named = self.named.iter().map(|it| row.text(*it));
            named.chain([first]).find(|it| is_total(it))
        });
        if let Some(total) = total {
            self.made.aside.total(row.at, total);
        }
        total.is_some()
    }

    /// Whether a row, which need not have all cells, is a note at the foot or the start of another table.
    pub(crate) fn is_note(&mut self, row: &Row<'_>, problems: &mut Problems) -> bool {
        let mut filled = row.texts().filter(|it| !it.is_empty());
        let Some(first) = filled.next() else {
            return false;
        };
        if !row.is_quoted_well() {
            return false;
        }
        let (second, third) = (filled.next(), filled.next());
        let is_text = |it: &str| it.chars().any(char::is_alphabetic);
        // Most rows have more cells: they are not looked at further.
        let is_labelled = third.is_none() && second.is_some_and(is_text) && is_note_label(first);
        if is_footnote(first) && second.is_none() || is_labelled {
            self.made.aside.foot(row.at, second.unwrap_or(first));
            return true;
        }
        if row.text(0).contains(':') {
            let cells: Vec<String> = row.texts().map(str::to_owned).collect();
            let names =
                |it: &(Field, String)| matches!(it.0, Field::Region | Field::Wave | Field::Stage);
            if labelled(&cells).iter().any(names) {
                let place = self.table.place(row.at);
                problems.add(|| {
                    let problem = Problem::error(say::another_table(shown(first)));
                    problem.at(place).help(say::one_table_per_file())
                });
                return true;
            }
        }
        false
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
    fn across(&mut self, row: &Row<'_>, setting: &Arc<Setting>, problems: &mut Problems) {
        let named = match (self.indicator, self.about.clone()) {
            (Some(index), _) => {
                let text = row.text(self.naming(row, index, problems));
                if is_blank(text) {
                    return;
                }
                Some(self.names.get(text))
            }
            (None, about) => about,
        };
        for across in &self.layout.answers {
            // A cell that was left empty was not answered: there is no statement.
            let cell = row.cell(across.index);
            let is_silent = across.beside.iter().all(|(_, at)| row.text(*at).is_empty());
            if cell.text().is_empty() && is_silent {
                continue;
            }
            let at = row.at.cell(across.index);
            let answer = self.answer(cell, at, problems);
            let of = &across.of;
            let mut setting = Arc::clone(setting);
            let says_more = of.wave.is_some() || of.stage.is_some() || of.region.is_some();
            if says_more || !is_silent {
                let own = Arc::make_mut(&mut setting);
                own.wave = of.wave.clone().or(own.wave.take());
                own.stage = of.stage.or(own.stage);
                if let Some(region) = &of.region {
                    own.region = Arc::clone(region);
                }
                self.beside(own, &across.beside, row, problems);
            }
            let indicator = of.indicator.clone().or_else(|| named.clone());
            let indicator = indicator.unwrap_or_else(|| self.blank.clone());
            let row = Statement::new(origin(at), indicator, answer, setting);
            self.made.rows.push(row);
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
                indicator: self.blank.clone(),
                answer: Answer::Missing,
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
            indicator: self.blank.clone(),
            answer: Answer::Missing,
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
                let is_wanted = match column {
                    Field::Region => self.base.region.is_empty(),
                    Field::Indicator => true,
                    _ => false,
                };
                if is_wanted && !(column == Field::Region && self.has_coarser(row)) {
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
        self.area(&mut making.setting, row);
        if making.setting.unit.is_none() {
            making.setting.unit = making.amount_unit.map(|unit| self.texts.get(unit));
        }
        making
    }

    /// Whether the headers of the answers name the regions.
    fn names_regions(&self) -> bool {
        let answers = &self.layout.answers;
        answers.first().is_some_and(|it| it.of.region.is_some())
    }

    fn has_coarser(&self, row: &Row<'_>) -> bool {
        let coarser = |it: &&(Field, usize)| {
            matches!(it.0, Field::Province | Field::RegionCode) && !is_blank(row.text(it.1))
        };
        self.layout.columns.iter().any(|it| coarser(&it))
    }

    /// What the row says of its region besides the name; where there is none, the code or the
    /// coarser name is the region.
    fn area(&mut self, setting: &mut Setting, row: &Row<'_>) {
        let of = |wanted| {
            let columns = self.layout.columns.iter();
            columns
                .filter(move |(column, _)| *column == wanted)
                .map(|(_, index)| row.text(*index))
                .filter(|text| !is_blank(text))
        };
        let within: Vec<&str> = of(Field::Province).collect();
        let code = of(Field::RegionCode).next();
        let mut area = Area {
            kind: self.layout.kind,
            within: within.last().map(|it| self.texts.get(it)),
            code: code.map(|it| self.texts.get(it)),
            system: self.layout.system,
        };
        let is_named = !setting.region.is_empty();
        if !is_named {
            match (code, within.last()) {
                (Some(code), _) => {
                    setting.region = self.texts.get(code);
                    area = Area {
                        system: self.layout.system,
                        ..Area::default()
                    };
                }
                (None, Some(coarser)) => {
                    setting.region = self.texts.get(coarser);
                    area = Area {
                        kind: Some("provinsi"),
                        ..Area::default()
                    };
                }
                (None, None) => {}
            }
        } else if self.layout.is_below_regency && !within.is_empty() {
            let names = std::iter::once(&*setting.region).chain(within.iter().rev().copied());
            let name = list(names);
            setting.region = self.texts.get(&name);
        }
        let is_known = area != Area::default();
        setting.area = is_known.then(|| self.areas.get(area));
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
            Field::Province | Field::RegionCode => {}
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
            Field::Stage => {
                setting.stage = STAGE.find(text, at, table, problems).or(setting.stage);
            }
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
                if let Some(date) = date(text, at, (table, self.header), problems) {
                    row.evidence().date = Some(date);
                }
            }
            Field::Note => row.evidence().note = Some(text.to_owned()),
            Field::Item => row.evidence().item = Some(text.to_owned()),
            Field::Owner => row.evidence().owner = Some(text.to_owned()),
            Field::Due => {
                if let Some(date) = date(text, at, (table, self.header), problems) {
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
                self.refuse(fault, text, at, problems, |problem| {
                    problem.help(say::level_alone())
                });
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
        let other = matches!(fault, Fault::OtherSign(_))
            .then(|| say::other_decimal_sign(shown(&other_sign(text))));
        problems.add(|| {
            let problem = Problem::error(sentence(shown(text))).at(self.table.place(at));
            let problem = problem.maybe_help(other);
            match (fault, mark_behind(text)) {
                (Fault::NoNumber, Some((number, mark))) => {
                    problem.help(say::marked_number(shown(number), shown(mark)))
                }
                (Fault::NoNumber, None) if text.ends_with('%') => {
                    problem.help(say::percent_is_no_level())
                }
                (Fault::NoNumber, None) if text.starts_with('#') => {
                    problem.help(say::broken_formula())
                }
                (Fault::NoNumber, None) if is_like_missing(text) => {
                    problem.help(say::missing_code(shown(text)))
                }
                _ => help(problem),
            }
        });
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
fn date(
    text: &str,
    at: At,
    (table, header): (&Table, &[String]),
    problems: &mut Problems,
) -> Option<Date> {
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
                let header = at.cell.and_then(|it| header.get(it));
                // A stamp that a program wrote is no evidence: nothing is lost without it.
                let stamp = header.filter(|it| is_stamp(it));
                Problem::error(sentence)
                    .at(table.place(at))
                    .help(help)
                    .maybe_help(stamp.map(|it| say::leave_column_out(shown(it))))
            });
            None
        }
    }
}

/// Whether a column is filled by the program of a form: when somebody sent it.
fn is_stamp(header: &str) -> bool {
    let key = folded(header);
    ["timestamp", "capwaktu", "stempelwaktu"].contains(&&*key)
}

/// The parts of a list in a cell.
fn parts<'t>(text: &'t str, signs: &'t [char]) -> impl Iterator<Item = &'t str> {
    text.split(signs).map(trim).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests;
