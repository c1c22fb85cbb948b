//! Which rows of a table are none of its rows: its header again, totals, notes at the foot, the start
//! of another table.

use crate::problem::Problem;
use crate::read::header::{Headers, Layout, is_year_of_rows, numbers_column};
use crate::read::problems::Problems;
use crate::read::rows::Headed;
use crate::read::settings::Label;
use crate::read::statements::aside::{Aside, is_footnote, is_note_label};
use crate::read::statements::foot::Foot;
use crate::read::statements::totals::{is_statistic, is_total};
use crate::statement::Field;
use crate::statement::profile::{Trait, is_personal};
use crate::table::{Row, Table};
use crate::text::{folded, say, shown};

/// A row that is a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Again {
    /// That of the table, or the upper row of it.
    Upper,
    /// The lower row of it.
    Lower,
    /// That of another table.
    Other,
}

/// Holds back the rows that are none of the table.
pub(super) struct Sieve<'a> {
    headers: &'a Headers<'a>,
    /// The header, which a table in blocks repeats.
    headed: &'a Headed<'a>,
    /// Columns in which another table may have its own header.
    keys: Vec<usize>,
    /// The first columns of answers.
    answers: Vec<usize>,
    table: &'a Table,
    region: Option<usize>,
    indicator: Option<usize>,
    /// A second column of indicators.
    second: Option<usize>,
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
        let of = |it: Field| layout.column(it);
        let lead = headed.header.iter().position(|it| !it.is_empty());
        let lead = lead.filter(|at| {
            let is_read = !layout.unread.contains(at);
            is_read && of(Field::Kind) != Some(*at)
        });
        let mut answers: Vec<usize> = layout.answers.iter().take(2).map(|it| it.index).collect();
        if answers.is_empty() {
            answers.extend(of(Field::Level).or(of(Field::Value)));
        }
        let answer = answers.first().copied();
        let keys = [of(Field::Region), of(Field::Indicator), lead, answer];
        Self {
            headers,
            headed,
            keys: keys
                .into_iter()
                .chain([layout.second_indicator])
                .flatten()
                .collect(),
            answers,
            table: headed.table,
            region: layout.column(Field::Region),
            indicator: layout.column(Field::Indicator),
            second: layout.second_indicator,
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
        if self.is_header(row) {
            return true;
        }
        if first.starts_with(['(', '[']) && is_numbering(row) {
            self.aside.header(row.at);
            return true;
        }
        if self.is_below(row, problems) {
            return true;
        }
        let indicator = self.indicator.map(|it| row.text(it));
        // Where the cell of the region is empty, the word stands in front of it or was merged with it.
        let named = self.region.map(|it| match row.text(it) {
            "" => row.texts().find(|it| !it.is_empty()).unwrap_or_default(),
            text => text,
        });
        let total = named.filter(|it| is_total(it));
        // Whatever else a row says, one about an indicator of a region is no total.
        let is_region = self.region.is_none_or(|it| !row.text(it).is_empty());
        let names =
            |it: Option<usize>| it.is_some_and(|it| self.headers.indicator(row.text(it)).is_some());
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
            let is_label = || !(is_region && (names(self.indicator) || names(self.second)));
            let first = Some(first).filter(|it| is_total(it) && is_label());
            let first = first.filter(|_| !self.labels.traits.contains(&0));
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
            let is_none = is(at)
                && is_ours
                && self.headers.knows_indicators()
                && self.headers.indicator(row.text(at)).is_none();
            return Some(row.text(at)).filter(|_| is_none);
        }
        // Whoever has a region of the register is somebody.
        if self
            .region
            .is_some_and(|it| self.headers.names_region(row.text(it)))
        {
            return None;
        }
        let is_nameless = self.region.is_none_or(|it| row.text(it).is_empty());
        let label = (0..row.len()).find(|at| !row.text(*at).is_empty());
        let label = label.filter(|at| is_nameless && *at < self.labels.answers);
        let of_people = self.named.iter().chain(&self.labels.of_people).copied();
        let mut all = of_people.chain(label);
        all.find(|at| is(*at)).map(|at| row.text(at))
    }

    /// Whether a row is a header, of this table or of another one.
    fn is_header(&mut self, row: &Row<'_>) -> bool {
        match self.again(row) {
            Some(Again::Other) => self.aside.other(row.at),
            Some(_) => self.aside.header(row.at),
            None => return false,
        }
        true
    }

    /// Which header a row is, if it is one.
    pub(super) fn again(&self, row: &Row<'_>) -> Option<Again> {
        // Most rows have a number where a header has a word, and are not looked at further.
        let answer = self.answers.first().map_or("", |at| row.text(*at));
        let is_year = answer.len() == 4;
        let is_digit = |it: &str| it.starts_with(|it: char| it.is_ascii_digit());
        let of_header = self.answers.first().map(|at| &*self.headed.header[*at]);
        if is_digit(answer) && !is_year && !of_header.is_some_and(is_digit) {
            return None;
        }
        let is = |texts: &[String]| {
            let mut cells = texts.iter().enumerate();
            !texts.is_empty() && cells.all(|(at, it)| is_alike(it, row.text(at)))
        };
        let header = &self.headed.header;
        if is(&self.headed.upper) || self.headed.upper.is_empty() && is(header) {
            return Some(Again::Upper);
        }
        if is(&self.headed.sub) {
            return Some(Again::Lower);
        }
        self.is_of_another(row).then_some(Again::Other)
    }

    /// Whether a row is the header of another table: a column of ours is named where a region, an
    /// indicator or an answer should stand, another one beside it, and no number; or indicators are named
    /// where two answers should stand.
    fn is_of_another(&self, row: &Row<'_>) -> bool {
        let names_key = |text: &str| Field::from_header(text).is_some_and(Field::is_key);
        let is_short = |text: &str| (2..=60).contains(&text.len());
        let header = &self.headed.header;
        let is_key = |at: &usize| {
            let text = row.text(*at);
            let is_ours = || names_key(text) && self.headers.whole(text).is_none();
            is_short(text) && (is_alike(&header[*at], text) || is_ours())
        };
        let is_indicator = |at: &usize| {
            let known = self.headers.whole(row.text(*at));
            known.is_some_and(|it| it.is_indicator)
        };
        let names_indicators = self.answers.len() > 1 && self.answers.iter().all(is_indicator);
        let is_named = |at: usize| self.headers.names_region(row.text(at));
        let has_key = names_indicators || self.keys.iter().any(is_key);
        if !has_key || self.region.is_some_and(is_named) {
            return false;
        }
        let cells: Vec<String> = row.texts().map(str::to_owned).collect();
        let is_number = |it: &String| {
            let digits = it
                .bytes()
                .all(|it| it.is_ascii_digit() || b".,-%".contains(&it));
            !it.is_empty() && digits && !(it.len() == 4 && it.starts_with(['1', '2']))
        };
        if cells.iter().any(is_number) {
            return false;
        }
        let known = cells.iter().filter(|it| self.headers.knows(it)).count();
        known + self.headers.regions_in(&cells) > 1
    }

    /// Whether a row that holds no answers is left aside: a total, or a note.
    pub(super) fn is_aside(&mut self, row: &Row<'_>) -> bool {
        let mut problems = Problems::default();
        self.holds_back(row, &mut problems) && !problems.any_error()
    }

    /// Whether a row, which need not have all cells, is a header, a note at the foot or the start of another
    /// table.
    pub(super) fn is_note(&mut self, row: &Row<'_>, problems: &mut Problems) -> bool {
        self.is_header(row) || self.is_below(row, problems)
    }

    /// Whether a row is a note at the foot or the start of another table.
    fn is_below(&mut self, row: &Row<'_>, problems: &mut Problems) -> bool {
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
        let of_first = || Field::from_header(first);
        let says_when = third.is_none()
            && matches!(of_first(), Some(Field::Wave | Field::Stage))
            && self.headers.whole(first).is_none();
        let begins =
            if says_when || row.text(0).contains(':') || third.is_none() && first.contains(':') {
                let cells: Vec<String> = row.texts().map(str::to_owned).collect();
                let labels = self.headers.labelled(&cells);
                let of = |it: &Label| {
                    it.is_of_region() || matches!(it.field, Field::Wave | Field::Stage)
                };
                labels.iter().any(of)
            } else {
                second.is_none() && self.is_heading(first)
            };
        if begins {
            let place = self.table.place(row.at);
            problems.add(|| {
                let problem = Problem::error(say::another_table(shown(first)));
                problem.at(place).help(say::one_table_per_file())
            });
            self.aside.faulty(row.at);
        }
        begins
    }

    /// Whether the only cell of a row says that those below are of another region or year.
    fn is_heading(&self, text: &str) -> bool {
        if self.headers.whole(text).is_some() || !text.contains(char::is_alphabetic) {
            return false;
        }
        let names_region = || self.region.is_none() && self.headers.names_region(text);
        names_region() || is_year_of_rows(text)
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

/// Whether a cell repeats one of the header; case and signs do not matter.
fn is_alike(header: &str, cell: &str) -> bool {
    // Asked of every row: most begin with another letter.
    let [one, other] = [header, cell].map(|it| it.bytes().next().map(|it| it.to_ascii_lowercase()));
    one == other && (header == cell || folded(header) == folded(cell))
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
