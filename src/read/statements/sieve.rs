//! Which rows of a table are none of its rows: its header again, totals, notes at the foot, the start
//! of another table.

use crate::problem::Problem;
use crate::read::header::{Headers, Layout, labelled, numbers_column};
use crate::read::problems::Problems;
use crate::read::rows::Headed;
use crate::read::statements::aside::{Aside, is_footnote, is_note_label};
use crate::read::statements::foot::Foot;
use crate::read::statements::totals::{is_statistic, is_total};
use crate::statement::Field;
use crate::statement::profile::{Trait, is_personal};
use crate::table::{Row, Table};
use crate::text::{folded, say, shown};

/// Holds back the rows that are none of the table.
pub(super) struct Sieve<'a> {
    headers: &'a Headers<'a>,
    /// The texts of the header, which a table in blocks repeats.
    header: &'a [String],
    table: &'a Table,
    region: Option<usize>,
    indicator: Option<usize>,
    framework: Option<usize>,
    /// Columns that name who spoke or coded.
    named: Vec<usize>,
    /// Whether the headers of answers name the indicators.
    is_wide: bool,
    /// Where the label of a row of statistics may stand.
    labels: Labels,
    foot: Foot<'a>,
    aside: Aside,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(
        layout: &'a Layout,
        headers: &'a Headers<'a>,
        headed: &'a Headed<'a>,
    ) -> Self {
        let people = [Field::Informant, Field::Role, Field::Agency, Field::Coder];
        Self {
            headers,
            header: &headed.header,
            table: headed.table,
            region: layout.column(Field::Region),
            indicator: layout.column(Field::Indicator),
            framework: layout.column(Field::Framework),
            named: people
                .into_iter()
                .filter_map(|it| layout.column(it))
                .collect(),
            is_wide: layout.answers.iter().any(|it| it.of.indicator.is_some()),
            labels: Labels::of(layout, headed),
            foot: Foot::of(layout, headers, headed),
            aside: Aside::default(),
        }
    }

    /// Whether a row is none of the table: its header again, a total, a note at its foot, or the
    /// start of another table.
    pub(super) fn holds_back(&mut self, row: &Row<'_>, problems: &mut Problems) -> bool {
        let first = row.text(0);
        if !first.is_empty() && self.header.first().is_some_and(|it| it == first) {
            let same = self.header.iter().enumerate();
            if same.clone().all(|(at, it)| row.text(at) == it) {
                self.aside.header(row.at);
                return true;
            }
        }
        if first.starts_with(['(', '[']) && is_numbering(row) {
            self.aside.header(row.at);
            return true;
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
            // What an instrument calls `total` is an indicator of it.
            let is_indicator =
                |it: &str| indicator == Some(it) && self.headers.indicator(it).is_some();
            let first = Some(first).filter(|_| !self.labels.traits.contains(&0));
            named
                .chain(first)
                .find(|it| is_total(it) && !is_indicator(it))
        });
        let total = total.or_else(|| self.statistic(row));
        if let Some(total) = total {
            self.aside.total(row.at, total);
        }
        if total.is_some() || self.is_foot(row) {
            return true;
        }
        self.look_at_name(row);
        false
    }

    /// Whether a row stands below the table or explains its levels, and is none of its rows.
    pub(super) fn is_foot(&mut self, row: &Row<'_>) -> bool {
        if !self.foot.is_legend(row) && !self.foot.holds(row) {
            return false;
        }
        let first = (0..row.len()).find(|at| !row.text(*at).is_empty());
        let first = first.unwrap_or_default();
        self.aside.foot(row.at.cell(first), row.text(first));
        true
    }

    /// Remembers a row of a wide table that has words where the first one has its number: it may be
    /// none of the respondents.
    fn look_at_name(&mut self, row: &Row<'_>) {
        if !self.is_wide {
            return;
        }
        let mut named = self.named.iter().chain(&self.labels.of_people);
        let is_named = |it: &&usize| {
            let text = row.text(**it);
            self.labels.numbered.contains(it)
                && text.chars().any(char::is_alphabetic)
                && !text.bytes().any(|it| it.is_ascii_digit())
        };
        if let Some(at) = named.find(is_named) {
            self.aside.doubtful(row.at.cell(*at), row.text(*at));
        }
    }

    /// What a row calls itself that is made of words of statistics alone, in place of what a row is about.
    fn statistic<'r>(&self, row: &Row<'r>) -> Option<&'r str> {
        let is = |at: usize| {
            let text = row.text(at);
            let with_short = self.indicator == Some(at) || self.labels.short.contains(&at);
            is_statistic(text, with_short) && !self.headers.names_region(text)
        };
        let region = self.region.filter(|at| is(*at));
        if let Some(at) = region {
            return Some(row.text(at));
        }
        // Words of statistics may stand beside an indicator in any column, and be the title of one.
        let indicator = self.indicator.filter(|at| !row.text(*at).is_empty());
        if let Some(at) = indicator {
            // What the framework that a row names calls its indicators need not be known here.
            let is_ours = self.framework.is_none_or(|it| row.text(it).is_empty());
            let is_none = is_ours
                && self.headers.knows_indicators()
                && self.headers.indicator(row.text(at)).is_none();
            return Some(row.text(at)).filter(|_| is_none && is(at));
        }
        let is_nameless = self.region.is_none_or(|it| row.text(it).is_empty());
        let label = (0..row.len()).find(|at| !row.text(*at).is_empty());
        let label = label.filter(|at| is_nameless && *at < self.labels.answers);
        let of_people = self.named.iter().chain(&self.labels.of_people).copied();
        let mut all = of_people.chain(label);
        all.find(|at| is(*at)).map(|at| row.text(at))
    }

    /// Whether a row, which need not have all cells, is a note at the foot or the start of another table.
    pub(super) fn is_note(&mut self, row: &Row<'_>, problems: &mut Problems) -> bool {
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
        if second.is_none() && is_footnote(first) || is_labelled {
            self.aside.foot(row.at, second.unwrap_or(first));
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
                self.aside.faulty(row.at);
                return true;
            }
        }
        false
    }

    /// What became of the rows so far.
    pub(super) fn aside(&mut self) -> &mut Aside {
        &mut self.aside
    }

    /// Hands over what was held back since the last time.
    pub(super) fn take(&mut self) -> Aside {
        std::mem::take(&mut self.aside)
    }
}

/// Whether the filled cells of a row number the columns in brackets, as below a header that is repeated.
fn is_numbering(row: &Row<'_>) -> bool {
    let filled = || row.texts().filter(|it| !it.is_empty());
    filled().count() > 2
        && filled()
            .zip(1..)
            .all(|(it, number)| numbers_column(it, number))
}

/// Where the label of a row of statistics may stand besides the columns of regions and indicators.
struct Labels {
    /// Columns of answers end what stands in front.
    answers: usize,
    /// Columns of what respondents are, whose words may be those of statistics: `SD` is a school.
    traits: Vec<usize>,
    /// Columns that are not read and name a person or count the rows.
    of_people: Vec<usize>,
    /// Columns that hold numbers where a name could stand.
    numbered: Vec<usize>,
    /// Those, and the column of regions: a letter there is no name, unless the first row has one too.
    short: Vec<usize>,
}

impl Labels {
    fn of(layout: &Layout, headed: &Headed<'_>) -> Self {
        let header = |at: &usize| headed.header.get(*at).map_or("", |it| it);
        let is_trait = |at: &usize| Trait::of_header(header(at)).is_some();
        let counts = |at: &usize| COUNTERS.contains(&&*folded(header(at)));
        let answers = layout.answers.iter().map(|it| it.index).min();
        let answers = answers.unwrap_or(headed.header.len());
        let before = || 0..answers.min(headed.header.len());
        let is_number = |it: &String| it.bytes().all(|it| it.is_ascii_digit());
        let numbered = before()
            .filter(|at| !is_trait(at) && headed.first_cells(*at).first().is_some_and(is_number));
        let numbered: Vec<usize> = numbered.collect();
        let region = layout.column(Field::Region).filter(|at| {
            let first = headed.first_cells(*at).into_iter().next();
            first.is_some_and(|it| it.chars().count() > SHORT)
        });
        let of_people = layout.unread.iter().copied();
        let of_people = of_people
            .filter(|at| *at < answers && (is_personal(header(at)) || counts(at)) && !is_trait(at));
        Self {
            answers,
            traits: before().filter(is_trait).collect(),
            short: numbered.iter().copied().chain(region).collect(),
            numbered,
            of_people: of_people.collect(),
        }
    }
}

/// How many letters initials have at most.
const SHORT: usize = 3;

/// Headers of columns that count the rows, folded.
const COUNTERS: [&str; 6] = ["no", "nomor", "nourut", "nomorurut", "number", "nr"];
