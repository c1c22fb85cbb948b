//! What is said of headers: what was understood, what was not, and the line that would settle it.

use std::collections::{BTreeMap, BTreeSet};

use crate::problem::{Place, Problem};
use crate::read::number::{Shape, shape};
use crate::read::problems::Problems;
use crate::read::rows::Headed;
use crate::read::statements::is_total;
use crate::statement::Field;
use crate::statement::field::FIELDS;
use crate::statement::profile::{Trait, is_personal};
use crate::text::{Sentence, Text, folded, list, say, shown};

use super::meaning::{Headers, Meaning};
use super::names::{names_of, near, title};

/// What there is to say of a table whose columns are known as far as they can be.
pub(super) struct Told<'a> {
    pub(super) headers: &'a Headers<'a>,
    pub(super) table: &'a Headed<'a>,
    pub(super) columns: &'a BTreeMap<Field, usize>,
    pub(super) unread: &'a [usize],
    pub(super) is_wide: bool,
}

/// Headers that people give to what we call otherwise.
const LIKELY: [(&str, &str); 8] = [
    ("capaian", "value"),
    ("realisasi", "value"),
    ("hasil", "level"),
    ("indeks", "level"),
    ("kematangan", "level"),
    ("nama", "informant"),
    ("uraian", "finding"),
    ("deskripsi", "finding"),
];

/// Columns of numbers that answer nothing.
const COUNTERS: [&str; 22] = [
    "bulan",
    "month",
    "triwulan",
    "quarter",
    "semester",
    "index",
    "no",
    "nomor",
    "nourut",
    "nomorurut",
    "number",
    "nr",
    "objectid",
    "fid",
    "kodepos",
    "latitude",
    "longitude",
    "lat",
    "lon",
    "umur",
    "usia",
    "unnamed0",
];

impl Told<'_> {
    fn header(&self, at: usize) -> String {
        shown(&self.table.header[at])
    }

    /// No column of regions: what would make one, or say the region of the whole file.
    pub(super) fn missing_region(&self) -> Problem {
        let problem = self.missing(Field::Region);
        let near = self.near(names_of(Field::Region));
        // A column that holds regions is theirs, whatever it is called; else the first one of names may be.
        let regions = self.unread.iter().copied().take(COMPARED);
        let mut regions = regions.filter(|at| self.holds_regions(*at));
        let near = regions.next().or(near);
        let is_of_respondent = |at: usize| {
            let header = &self.table.header[at];
            is_personal(header) || self.asks_respondents() && Trait::of_header(header).is_some()
        };
        let words = self
            .unread
            .iter()
            .copied()
            .find(|at| !is_of_respondent(*at) && self.holds_names(*at));
        if self.has_no_header() {
            return problem.at(line_of(self.table)).help(say::no_header_row());
        }
        // Units that were served are parts of a region, and each may be taken for one.
        let unit = self.unit().filter(|_| near.is_none());
        let problem = match (unit, near.or(words)) {
            (Some(at), _) => {
                let header = whole_line(&self.table.header[at]);
                let help = say::unit_without_region(header, self.file());
                return problem
                    .at(cell_of(self.table, at))
                    .help(help)
                    .help(self.understood())
                    .help(say::region_above(self.file()));
            }
            (None, Some(at)) => problem.at(cell_of(self.table, at)).help(say::map_column(
                whole_line(&self.table.header[at]),
                "region",
            )),
            (None, None) => problem.at(line_of(self.table)),
        };
        // A workbook may have a sheet for each region: its name says nothing of the others.
        problem
            .help(self.understood())
            .help(match self.table.table.sheet_name() {
                Some(_) => say::sheet_says_region(),
                None => say::file_says_region(self.file()),
            })
    }

    /// Whether most of the first cells of a column are regions.
    fn holds_regions(&self, at: usize) -> bool {
        let cells = self.table.first_cells(at);
        let Some(is_region) = self.headers.is_region else {
            return false;
        };
        2 * cells.iter().filter(|it| is_region(it)).count() > cells.len()
    }

    /// Whether the first cells of a column may be names: no numbers, days, addresses or marks of devices.
    fn holds_names(&self, at: usize) -> bool {
        let is_name = |it: &String| {
            let starts = it.chars().next().is_some_and(char::is_alphabetic);
            starts && !it.contains([':', '@', '_', '/'])
        };
        self.holds(at, false) && self.table.first_cells(at).iter().all(is_name)
    }

    /// Whether the first row looks like one of the rows: a region, or nothing but numbers and a name.
    pub(super) fn has_no_header(&self) -> bool {
        let header = &self.table.header;
        let is_number = |it: &&String| !matches!(shape(it), Shape::Broken);
        let is_year =
            |it: &&String| it.len() == 4 && (it.starts_with("19") || it.starts_with("20"));
        let names_region = |it: &String| self.headers.is_region.is_some_and(|is| is(it));
        let first = header
            .iter()
            .find(|it| shape(it) == Shape::Broken && !it.is_empty());
        first.is_some_and(names_region) && header.iter().filter(is_number).any(|it| !is_year(&it))
    }

    fn asks_respondents(&self) -> bool {
        self.headers.known.iter().any(|it| it.is_questionnaire)
    }

    /// The column of the units that were served, where respondents are asked.
    fn unit(&self) -> Option<usize> {
        const UNITS: [&str; 7] = [
            "unit",
            "opd",
            "instansi",
            "perangkatdaerah",
            "dinas",
            "skpd",
            "upt",
        ];
        let agency = self.columns.get(&Field::Agency).copied();
        let named = || {
            let is_unit = |at: &usize| {
                let key = folded(&self.table.header[*at]);
                let key = key.strip_prefix("nama").unwrap_or(&key);
                UNITS.iter().any(|it| key.starts_with(it))
            };
            self.unread.iter().copied().find(is_unit)
        };
        agency.or_else(named).filter(|_| self.asks_respondents())
    }

    /// No column of indicators: the headers that would be some, or the one of the whole file.
    pub(super) fn missing_indicator(&self) -> Problem {
        let problem = self.missing(Field::Indicator);
        if let Some(at) = self.near(names_of(Field::Indicator)) {
            return problem.at(cell_of(self.table, at)).help(say::map_column(
                whole_line(&self.table.header[at]),
                "indicator",
            ));
        }
        // A column whose cells are indicators is one, whatever it is called.
        let names = |at: &usize| {
            let cells = self.table.first_cells(*at);
            let is_known = |it: &String| self.headers.indicator(it).is_some();
            !cells.is_empty() && cells.iter().all(is_known)
        };
        if let Some(at) = self.unread.iter().copied().take(COMPARED).find(names) {
            return problem
                .at(cell_of(self.table, at))
                .help(say::map_column(self.header(at), "indicator"));
        }
        let problem = problem.at(line_of(self.table)).help(self.understood());
        let mut numbers: Vec<usize> = self.numbers().collect();
        if numbers.is_empty() {
            let answers = [Field::Level, Field::Value];
            numbers.extend(answers.iter().filter_map(|it| self.columns.get(it)));
        }
        let problem = match &*numbers {
            [] => problem.help(say::indicator_headers()),
            some => {
                let headers = list(
                    some.iter()
                        .take(6)
                        .map(|at| format!("`{}`", self.header(*at))),
                );
                problem.help(say::indicator_columns(
                    headers,
                    whole_line(&self.table.header[some[0]]),
                ))
            }
        };
        problem.help(say::file_says_indicator(self.file()))
    }

    fn missing(&self, column: Field) -> Problem {
        let wanted = title(column);
        let [id, en] = wanted.both();
        let names = names_of(column);
        let others = |own| list(names.iter().take(6).filter(|name| **name != own));
        Problem::error(say::missing_column(
            &wanted,
            Text::new(others(id), others(en)),
        ))
    }

    /// What the table was understood to have, and what it has besides.
    fn understood(&self) -> Sentence {
        let mut known: Vec<(usize, Option<Field>)> = self
            .columns
            .iter()
            .map(|(field, at)| (*at, Some(*field)))
            .collect();
        let answers = self.table.header.iter().enumerate();
        known.extend(
            answers.filter_map(|(at, header)| match self.headers.meaning(header) {
                Meaning::Answers(_) if !self.unread.contains(&at) => Some((at, None)),
                _ => None,
            }),
        );
        known.sort_unstable();
        let [id, en] = [0, 1].map(|lang| {
            let known = known.iter().take(12);
            list(known.map(|(at, field)| match field {
                Some(field) => format!("`{}` = {}", self.header(*at), title(*field).both()[lang]),
                None => format!("`{}`", self.header(*at)),
            }))
        });
        let is_none = known.is_empty();
        let known = Text::new(id, en);
        let unknown = self.named(self.unread);
        match (is_none, unknown.is_empty()) {
            (true, _) => say::headers_not_understood(unknown),
            (_, true) => say::headers_understood(known),
            _ => say::headers_partly_understood(known, unknown),
        }
    }

    /// The column that most likely has one of these names.
    fn near(&self, names: &[&str]) -> Option<usize> {
        let unread = self.unread.iter().copied();
        unread
            .take(COMPARED)
            .find(|at| near(&self.table.header[*at], names.iter().copied()).is_some())
    }

    /// Unread columns whose first cells are numbers.
    fn numbers(&self) -> impl Iterator<Item = usize> {
        let unread = self.unread.iter().copied();
        unread.take(COMPARED).filter(|at| self.holds(*at, true))
    }

    fn holds(&self, at: usize, numbers: bool) -> bool {
        let cells = self.table.first_cells(at);
        let is_number = |it: &String| {
            let digits = it.trim_end_matches(['%', ' ', '*']);
            !matches!(shape(digits), Shape::Broken)
        };
        !cells.is_empty() && cells.iter().all(|it| is_number(it) == numbers)
    }

    /// Whether the first cells of a column are words that stand again and again.
    fn holds_groups(&self, at: usize) -> bool {
        let cells = self.table.first_cells(at);
        let distinct: BTreeSet<&String> = cells.iter().collect();
        self.holds(at, false) && distinct.len() * 2 <= cells.len()
    }

    fn named(&self, columns: &[usize]) -> String {
        // Long enough for any questionnaire; a broken file may have a million.
        const NAMED: usize = 40;
        let shown = columns.iter().take(NAMED);
        let mut named = list(shown.map(|at| format!("`{}`", self.header(*at))));
        if columns.len() > NAMED {
            named.push_str(&format!(", … (+{})", columns.len() - NAMED));
        }
        named
    }

    /// The file as the study names it.
    fn file(&self) -> String {
        let name = self.table.table.name();
        let folder = self.headers.folder.unwrap_or_default();
        let inside = name.strip_prefix(folder).unwrap_or(name);
        shown(inside.trim_start_matches(['/', '\\']))
    }

    /// The columns that nobody reads: those that may well be meant for us with the line that would
    /// use them.
    pub(super) fn left_out(&self) -> Problem {
        let present: BTreeSet<String> = self.table.header.iter().map(|it| folded(it)).collect();
        let named = self.headers.named(self.table.header.iter());
        let is_absent = |field: &Field| {
            let is_there = self.columns.contains_key(field);
            let holds_answers = matches!(field, Field::Indicator | Field::Level | Field::Value);
            let is_taken = is_there || self.is_wide && holds_answers;
            !is_taken
        };
        let absent: Vec<&str> = FIELDS
            .iter()
            .filter(|(field, _)| is_absent(field))
            .flat_map(|(_, names)| names.iter().copied())
            .collect();
        let known = self.headers.known.iter();
        let words: Vec<&str> = known
            .filter(|it| self.is_wide && !named.contains(&*it.id))
            .filter(|it| !present.contains(&folded(&it.word)))
            .map(|it| it.word.as_str())
            .collect();
        let first = self.unread[0];
        let mut problem = Problem::warning(say::unused_columns(self.named(self.unread)))
            .at(cell_of(self.table, first));
        for at in self.unread.iter().copied().take(COMPARED) {
            let header = &self.table.header[at];
            // Who somebody is belongs to no result.
            if is_personal(header) {
                continue;
            }
            if let Some(help) = self.line_for(at, header, &absent, &words, &is_absent) {
                problem = problem.help(help);
            }
        }
        for at in self.unread.iter().copied().take(COMPARED) {
            let header = &self.table.header[at];
            if self.asks_respondents() && !is_personal(header) && self.holds_groups(at) {
                problem = problem.help(say::by_groups(whole_line(header)));
            }
        }
        if self.asks_respondents() && self.unread.len() <= COMPARED {
            let headers = self
                .unread
                .iter()
                .map(|at| whole_line(&self.table.header[*at]));
            let options: Vec<String> = headers.map(|it| format!("--column \"{it}=\"")).collect();
            problem = problem.help(say::leave_all_out(options.join(" ")));
        }
        problem
    }

    fn line_for(
        &self,
        at: usize,
        header: &str,
        absent: &[&str],
        words: &[&str],
        is_absent: &dyn Fn(&Field) -> bool,
    ) -> Option<Sentence> {
        let key = folded(header);
        let target = |name: &str| {
            let field = Field::from_header(name);
            field.map_or_else(|| name.to_owned(), |it| it.header().to_owned())
        };
        // A column that says a thing again which another one says already is no slip.
        if Field::from_header(header).is_some() && !self.is_wide {
            return None;
        }
        let likely = LIKELY.iter().find(|(word, _)| key.starts_with(word));
        if let Some((_, ours)) = likely {
            let field = Field::from_header(ours);
            if field.is_some_and(|it| is_absent(&it))
                && self.holds(at, *ours != "informant" && *ours != "finding")
            {
                return Some(say::map_column(whole_line(header), *ours));
            }
        }
        if let Some(name) = near(header, words.iter().copied()) {
            return Some(say::map_column(whole_line(header), name));
        }
        // A name that is near by its letters and holds the other sort of thing is not meant.
        let numbers = self.holds(at, true);
        let fits = |name: &&str| match Field::from_header(name) {
            // An empty column may hold anything.
            Some(Field::Level | Field::Value | Field::Weight) => !self.holds(at, false),
            Some(Field::Wave | Field::Id | Field::RegionCode | Field::Indicator) => true,
            _ => !numbers,
        };
        if let Some(name) = near(header, absent.iter().copied()).filter(fits) {
            return Some(say::map_column(whole_line(header), target(name)));
        }
        let is_counter = COUNTERS.contains(&&*key) || is_total(header);
        (!is_counter && numbers).then(|| match self.is_wide {
            true => say::number_column_of_wide(whole_line(header)),
            false => say::number_column_unread(whole_line(header)),
        })
    }
}

/// A header as it may be copied into a command: whole, in one line.
fn whole_line(header: &str) -> String {
    let words: Vec<&str> = header.split_whitespace().collect();
    let text = words.join(" ");
    text.chars().filter(|it| !it.is_control()).collect()
}

/// How many headers are compared with names; a broken file may have a million.
const COMPARED: usize = 40;

pub(super) fn line_of(table: &Headed<'_>) -> Place {
    table.table.place(table.top)
}

pub(super) fn cell_of(table: &Headed<'_>, index: usize) -> Place {
    table.table.place(table.top.cell(index))
}

/// That two columns have one meaning, and how one of them may be left out: by its name where no other column
/// has it. A second column of regions of the same name begins another table.
pub(super) fn doubled(
    table: &Headed<'_>,
    [again, first]: [usize; 2],
    name: Text,
    is_region: bool,
) -> Problem {
    let header = |at: usize| shown(&table.header[at]);
    let is_alone = |at: &usize| {
        let key = folded(&table.header[*at]);
        let same = table.header.iter().filter(|it| folded(it) == key);
        same.count() < 2
    };
    let problem = Problem::error(say::duplicate_column(name, header(again), header(first)));
    let help = match [again, first].into_iter().find(is_alone) {
        Some(at) => say::keep_one_column(header(at)),
        None if is_region => say::tables_side_by_side_help(),
        None => say::keep_one_of_same(header(again)),
    };
    problem.at(cell_of(table, again)).help(help)
}

/// That one column of levels names a stage and another none, so that nobody can tell which of them counts.
/// Where the stage `is_settled`, the other one is too much.
pub(super) fn stage_beside_none(
    table: &Headed<'_>,
    staged: usize,
    level: usize,
    is_settled: bool,
) -> Problem {
    let [staged_header, plain] = [staged, level].map(|it| shown(&table.header[it]));
    let problem = Problem::error(say::stage_beside_none(&staged_header, &plain));
    if is_settled {
        let problem = problem.at(cell_of(table, level));
        return problem.help(say::leave_column_out(whole_line(&table.header[level])));
    }
    let problem = problem.at(cell_of(table, staged));
    problem
        .help(say::stage_beside_none_drop(whole_line(
            &table.header[staged],
        )))
        .help(say::stage_beside_none_name(staged_header, plain))
}

/// Of two columns of levels beside a unit the one that most likely holds the number with that unit:
/// `Nilai` is a level here and the value of an index elsewhere.
pub(super) fn value_among(headers: &[String; 2]) -> Option<Sentence> {
    let is_value = |it: &&String| folded(it).starts_with("nilai");
    headers.iter().find(is_value).map(say::value_beside_unit)
}

/// Which columns are read as which items because of the words of their questions.
pub(super) fn read_by_words(read: String, header: &str, id: &str) -> Problem {
    Problem::warning(say::questions_by_words(read)).help(say::map_column(whole_line(header), id))
}

pub(super) fn index_or_row_number(table: &Headed<'_>, at: usize) -> Problem {
    let header = shown(&table.header[at]);
    Problem::error(say::index_or_row_number(&header))
        .at(cell_of(table, at))
        .help(say::leave_column_out(&header))
        .help(say::map_column(header, "index"))
}

pub(super) fn sent_nowhere(
    headers: &Headers<'_>,
    table: &Headed<'_>,
    at: usize,
    ours: &str,
) -> Problem {
    let fields = FIELDS.iter().flat_map(|(_, names)| names.iter().copied());
    let words = headers.known.iter().map(|it| it.word.as_str());
    let header = shown(&table.header[at]);
    Problem::error(say::unknown_column_target(header, shown(ours)))
        .at(cell_of(table, at))
        .maybe_help(near(ours, fields.chain(words)).map(say::did_you_mean))
}

/// Tells what was read above the header.
pub(super) fn above(
    table: &Headed<'_>,
    said: &[(Field, String)],
    titles: &[usize],
    problems: &mut Problems,
) {
    if !said.is_empty() {
        let [id, en] =
            [0, 1].map(|lang| {
                list(said.iter().map(|(field, text)| {
                    format!("{} `{}`", title(*field).both()[lang], shown(text))
                }))
            });
        let said = Text::new(id, en);
        problems.add(|| Problem::warning(say::said_above_header(said)).at(line_of(table)));
    }
    if !titles.is_empty() {
        let lines = list(titles.iter());
        problems.add(|| Problem::warning(say::titles_above_header(lines)).at(line_of(table)));
    }
}
