//! The header → where the content of a table stands: here the columns of ours, in `answers` those of which
//! the header says what is answered in them.

mod answers;

use std::collections::BTreeMap;

use crate::read::problems::Problems;
use crate::read::rows::Headed;
use crate::read::settings::Defaults;
use crate::statement::field::{FIELDS, Tier, kind_of_header, system_of_header, tier_of_header};
use crate::statement::profile::{Trait, is_personal};
use crate::statement::{CodeSystem, Field};
use crate::text::{Text, folded, shown};

use super::meaning::{Across, Headers, Meaning, is_header};
use super::names::{is_item_code, is_region_code, title};
use super::order;
use super::told;

/// Where the content of a table stands.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// The columns that the table has, and where, from left to right. Only what regions lie in may
    /// stand twice.
    pub(crate) columns: Vec<(Field, usize)>,
    /// The columns of answers of which the header says what they are about; empty where each row
    /// is one answer.
    pub(crate) answers: Vec<Across>,
    /// A further column that names the indicator.
    pub(crate) second_indicator: Option<usize>,
    /// The kind that the header of the regions names.
    pub(crate) kind: Option<&'static str>,
    /// Whose codes of regions the table holds.
    pub(crate) system: Option<CodeSystem>,
    /// Whether names of regions are told apart by what they lie in.
    pub(crate) is_below_regency: bool,
    /// Columns without a header.
    pub(crate) unnamed: Vec<usize>,
    /// Columns that nobody reads.
    pub(crate) unread: Vec<usize>,
    /// What rows that do not say so are taken to be.
    pub(crate) defaults: Defaults,
    /// The last row that answers anything, once the rows were looked at.
    pub(crate) last_answer: Option<usize>,
    /// Whether each row has a region of its own.
    pub(crate) rows_are_regions: bool,
}

impl Layout {
    /// Where a column stands.
    pub(crate) fn column(&self, wanted: Field) -> Option<usize> {
        let mut columns = self.columns.iter();
        let found = columns.find(|(column, _)| *column == wanted);
        found.map(|(_, index)| *index)
    }

    /// Whether the headers of the answers name the regions.
    pub(crate) fn names_regions(&self) -> bool {
        let first = self.answers.first();
        first.is_some_and(|it| it.of.region.is_some())
    }
}

/// Columns of which a table may have several that would do: the first by name is read and the others
/// are told. Of all others two are an error, since either could count.
const SOFT: [Field; 15] = [
    Field::Kind,
    Field::Informant,
    Field::Agency,
    Field::Role,
    Field::Method,
    Field::Finding,
    Field::Rationale,
    Field::Source,
    Field::Locator,
    Field::Item,
    Field::Status,
    Field::Owner,
    Field::Due,
    Field::Date,
    Field::Note,
];

/// The layout in the making.
struct Making<'h, 't> {
    headers: &'h Headers<'h>,
    table: &'t Headed<'t>,
    defaults: Defaults,
    meanings: Vec<Meaning<'h>>,
    columns: BTreeMap<Field, usize>,
    /// What the regions lie in besides their province.
    around: Vec<usize>,
    kind: Option<&'static str>,
    tier: Tier,
    unread: Vec<usize>,
    is_fine: bool,
}

impl Headers<'_> {
    /// The layout under a header, or nothing where the table cannot be read.
    pub(crate) fn layout(
        &self,
        table: &Headed<'_>,
        defaults: &Defaults,
        problems: &mut Problems,
    ) -> Option<Layout> {
        let mut making = Making {
            headers: self,
            table,
            defaults: defaults.clone(),
            meanings: (0..table.header.len())
                .map(|at| self.meaning_at(table, at, defaults))
                .collect(),
            columns: BTreeMap::new(),
            around: Vec::new(),
            kind: None,
            tier: Tier::Regency,
            unread: Vec::new(),
            is_fine: true,
        };
        making.settle_words();
        making.regions(problems);
        let second_indicator = making.indicator();
        making.others(problems);
        let mut answers = making.answers(problems);
        order::settle(self, table, &mut answers, problems);
        order::tell_questions(self, table, &answers, problems);
        making.finish(answers, second_indicator, problems)
    }

    /// What a header means; where two rows make it, the lower one alone may say it: a year under
    /// the title of a table about one indicator.
    fn meaning_at<'s>(&'s self, table: &Headed<'_>, at: usize, defaults: &Defaults) -> Meaning<'s> {
        let header = &table.header[at];
        let sub = table.sub.get(at).filter(|it| !it.is_empty());
        if let Some(sub) = sub.filter(|_| self.declared(header).is_none())
            && let Some(meaning) = self.of_two_rows(header, sub)
        {
            return meaning;
        }
        match (self.meaning(header), sub) {
            (Meaning::Unknown, Some(sub)) => match self.meaning(sub) {
                Meaning::Answers(it) if it.indicator.is_none() && defaults.indicator.is_none() => {
                    Meaning::Unknown
                }
                meaning => meaning,
            },
            (meaning, _) => meaning,
        }
    }
}

impl<'h> Making<'h, '_> {
    fn all(&self, wanted: Field) -> Vec<usize> {
        let meanings = self.meanings.iter().enumerate();
        meanings
            .filter(|(_, meaning)| **meaning == Meaning::Field(wanted))
            .map(|(at, _)| at)
            .collect()
    }

    fn header(&self, at: usize) -> &str {
        &self.table.header[at]
    }

    fn is_declared(&self, at: usize) -> bool {
        self.headers.declared(self.header(at)).is_some()
    }

    /// Settles headers that mean one thing in one table and another in the next.
    fn settle_words(&mut self) {
        let is_wide = self.is_wide();
        let asks_respondents = self.headers.known.iter().any(|it| it.is_questionnaire);
        for at in 0..self.meanings.len() {
            if self.is_declared(at) {
                continue;
            }
            let key = folded(self.header(at));
            let meaning = match (&self.meanings[at], &*key) {
                (Meaning::Field(Field::Item), "butir")
                    if !is_wide && self.all(Field::Indicator).is_empty() =>
                {
                    Meaning::Field(Field::Indicator)
                }
                (Meaning::Field(Field::Item), "buktidukung" | "datadukung")
                    if !self.holds(at, is_item_code) =>
                {
                    Meaning::Field(Field::Source)
                }
                (Meaning::Field(Field::Indicator), "kode" | "code") if is_wide => {
                    match self.holds(at, is_region_code) {
                        true => Meaning::Field(Field::RegionCode),
                        false => Meaning::Unknown,
                    }
                }
                (Meaning::Beside(Field::Item, id), _) if !self.holds(at, is_item_code) => {
                    Meaning::Beside(Field::Source, id)
                }
                // Each row of a survey is a respondent by itself: who that is goes into no result.
                (Meaning::Field(Field::Informant), _)
                    if is_wide && asks_respondents && is_personal(self.header(at)) =>
                {
                    Meaning::Unknown
                }
                // An office of its own is a region where nothing else is.
                (Meaning::Field(Field::Agency), "instansi" | "namainstansi")
                    if self.has_no_region() =>
                {
                    Meaning::Field(Field::Region)
                }
                _ => continue,
            };
            self.meanings[at] = meaning;
        }
    }

    fn has_no_region(&self) -> bool {
        let columns = [Field::Region, Field::Province, Field::RegionCode];
        self.defaults.region.is_none() && columns.iter().all(|it| self.all(*it).is_empty())
    }

    /// Whether every header of an answer names its indicator, and no column does.
    fn is_wide(&self) -> bool {
        let names_one =
            |it: &Meaning<'_>| matches!(it, Meaning::Answers(it) if it.indicator.is_some());
        let is_column = |at: &usize| !matches!(&*folded(self.header(*at)), "kode" | "code");
        self.meanings.iter().any(names_one)
            && !self
                .all(Field::Indicator)
                .iter()
                .any(|at| is_column(at) || self.is_declared(*at))
    }

    /// Whether the first cells of a column, where they hold anything, all are something.
    fn holds(&self, at: usize, is: fn(&str) -> bool) -> bool {
        let cells = self.table.first_cells(at);
        !cells.is_empty() && cells.iter().all(|it| is(it))
    }

    /// The regions: the finest tier; coarser columns say what it lies in.
    fn regions(&mut self, problems: &mut Problems) {
        let mut all = self.all(Field::Region);
        if all.iter().any(|at| self.is_declared(*at)) {
            let (declared, others): (Vec<_>, Vec<_>) =
                all.into_iter().partition(|at| self.is_declared(*at));
            all = declared;
            self.unread.extend(others);
        }
        all.sort_by_key(|at| (tier_of_header(self.header(*at)), *at));
        let provinces = self.all(Field::Province);
        let codes = self.all(Field::RegionCode);
        let (region, rest) = match (&*all, &*provinces, &*codes) {
            ([first, rest @ ..], ..) => (*first, rest.to_vec()),
            ([], [first, ..], _) => (*first, Vec::new()),
            ([], [], [first, ..]) => (*first, Vec::new()),
            _ => return,
        };
        let is_region = !all.is_empty();
        self.tier = match is_region {
            true => tier_of_header(self.header(region)),
            false if !provinces.is_empty() => Tier::Province,
            false => Tier::Regency,
        };
        if !self.is_declared(region) {
            self.kind = kind_of_header(self.header(region));
        }
        self.columns.insert(Field::Region, region);
        for at in rest {
            if tier_of_header(self.header(at)) == self.tier {
                self.doubled(at, region, title(Field::Region), problems);
            } else {
                self.around.push(at);
            }
        }
        let mut others = provinces.into_iter().filter(|at| *at != region);
        if let Some(province) = others.next() {
            self.columns.insert(Field::Province, province);
        }
        self.unread.extend(others);
        // The code of the regions; codes of another tier say what their names say already.
        let of_tier = |at: &&usize| {
            let key = folded(self.header(**at));
            let is_province = key.ends_with("provinsi") || key.ends_with("prov");
            is_province == (self.tier == Tier::Province)
        };
        let code = codes.iter().filter(|at| **at != region).find(of_tier);
        if let Some(code) = code.filter(|_| self.tier >= Tier::Regency) {
            self.columns.insert(Field::RegionCode, *code);
        }
    }

    /// The column of the indicator, and a further one that names it as well.
    fn indicator(&mut self) -> Option<usize> {
        if self.is_wide() {
            self.unread.extend(self.all(Field::Indicator));
            return None;
        }
        let rank = |at: &usize| {
            let key = folded(self.header(*at));
            let order = [
                "kodeindikator",
                "indicator",
                "indikator",
                "noindikator",
                "nomorindikator",
                "namaindikator",
                "kode",
                "code",
            ];
            let declared = !self.is_declared(*at);
            let named = order.iter().position(|it| *it == key);
            (declared, named.unwrap_or(order.len()), *at)
        };
        let mut all = self.all(Field::Indicator);
        all.sort_by_key(rank);
        let mut all = all.into_iter();
        if let Some(first) = all.next() {
            self.columns.insert(Field::Indicator, first);
        }
        let second = all.next();
        self.unread.extend(all);
        second
    }

    /// Every other column of ours.
    fn others(&mut self, problems: &mut Problems) {
        let placed = [
            Field::Region,
            Field::Province,
            Field::RegionCode,
            Field::Indicator,
        ];
        let is_wide = self.is_wide();
        for (column, names) in FIELDS {
            if placed.contains(column) {
                continue;
            }
            let mut all = self.all(*column);
            // In a wide table the columns of the indicators hold the answers; a level beside them
            // would belong to none of them.
            if is_wide && matches!(column, Field::Level | Field::Value) {
                self.unread.extend(all);
                continue;
            }
            if SOFT.contains(column) {
                let rank = |at: &usize| {
                    let key = folded(self.header(*at));
                    let named = names.iter().position(|it| folded(it) == key);
                    (!self.is_declared(*at), named.unwrap_or(names.len()), *at)
                };
                all.sort_by_key(rank);
            }
            let mut all = all.into_iter();
            let Some(first) = all.next() else { continue };
            self.columns.insert(*column, first);
            for again in all {
                if SOFT.contains(column) {
                    self.unread.push(again);
                } else {
                    self.doubled(again, first, title(*column), problems);
                }
            }
        }
    }

    fn doubled(&mut self, again: usize, first: usize, name: Text, problems: &mut Problems) {
        let has_unit = !self.all(Field::Unit).is_empty() && self.all(Field::Value).is_empty();
        let is_level = self.meanings[again] == Meaning::Field(Field::Level);
        let headers = [again, first].map(|at| shown(self.header(at)));
        let value = told::value_among(&headers).filter(|_| has_unit && is_level);
        let is_region = self.columns.get(&Field::Region) == Some(&first);
        let problem = told::doubled(self.table, [again, first], name, is_region);
        problems.add(|| problem.maybe_help(value));
        self.is_fine = false;
    }

    fn finish(
        mut self,
        answers: Vec<Across>,
        second_indicator: Option<usize>,
        problems: &mut Problems,
    ) -> Option<Layout> {
        let is_across = |at: usize| answers.iter().any(|it| it.index == at);
        let mut unnamed = Vec::new();
        for (at, meaning) in self.meanings.iter().enumerate() {
            match meaning {
                Meaning::Unknown if !is_across(at) => self.unread.push(at),
                Meaning::Unnamed => unnamed.push(at),
                _ => {}
            }
        }
        self.unread.sort_unstable();
        self.unread.dedup();
        let asks_respondents = self.headers.known.iter().any(|it| it.is_questionnaire);
        let is_looked_up = |at: &usize| {
            let header = &self.table.header[*at];
            let is_kept = self.headers.kept.iter().any(|it| is_header(it, header));
            is_kept || asks_respondents && Trait::of_header(header).is_some()
        };
        self.unread.retain(|at| !is_looked_up(at));
        let told = told::Told {
            headers: self.headers,
            table: self.table,
            columns: &self.columns,
            unread: &self.unread,
            is_wide: self.is_wide(),
        };
        let has_regions = self.columns.contains_key(&Field::Region)
            || self.defaults.region.is_some()
            || answers.iter().any(|it| it.of.region.is_some());
        if !has_regions {
            problems.add(|| told.missing_region());
            self.is_fine = false;
        }
        let has_indicator = self.columns.contains_key(&Field::Indicator)
            || self.defaults.indicator.is_some()
            || answers.iter().any(|it| it.of.indicator.is_some());
        if !has_indicator {
            if has_regions || !told.has_no_header() {
                problems.add(|| told.missing_indicator());
            }
            self.is_fine = false;
        }
        if !self.is_fine {
            return None;
        }
        if !self.unread.is_empty() {
            problems.add(|| told.left_out());
        }
        let codes = [Field::RegionCode, Field::Region];
        let system = codes.iter().find_map(|it| {
            let at = self.columns.get(it)?;
            system_of_header(self.header(*at))
        });
        let around = self.around.iter().map(|at| (Field::Province, *at));
        let mut columns: Vec<(Field, usize)> = self.columns.into_iter().chain(around).collect();
        columns.sort_by_key(|(_, index)| *index);
        Some(Layout {
            columns,
            answers,
            second_indicator,
            kind: self.kind,
            system,
            is_below_regency: self.tier < Tier::Regency,
            unnamed,
            unread: self.unread,
            defaults: self.defaults,
            last_answer: None,
            rows_are_regions: false,
        })
    }
}
