//! Headers → columns: long and wide tables, what is missing, doubled or left out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::problem::{Place, Problem, suggest};
use crate::read::problems::Problems;
use crate::read::rows::Headed;
use crate::read::settings::{Met, ReadOptions};
use crate::statement::field::FIELDS;
use crate::statement::{Field, Name};
use crate::text::{Text, folded, list, say, shown, trim};

/// Where the content of a table stands.
#[derive(Debug)]
pub(crate) struct Layout {
    /// The columns that the table has, and where, from left to right.
    pub(crate) columns: Vec<(Field, usize)>,
    /// In a wide table, the columns that are an indicator each, with their header as written.
    pub(crate) indicators: Vec<(usize, Name)>,
    /// Columns without a header.
    pub(crate) unnamed: Vec<usize>,
}

/// The column of every header of ours, folded; looked up far too often for
/// [`Field::from_header`] while the delimiter is sought.
static OURS: LazyLock<BTreeMap<String, Field>> = LazyLock::new(|| {
    let named = FIELDS
        .iter()
        .flat_map(|(column, names)| names.iter().map(|it| (it, *column)));
    named.map(|(name, column)| (folded(name), column)).collect()
});

/// What headers can mean in this input.
pub(crate) struct Headers<'a> {
    exact: BTreeMap<&'a str, &'a str>,
    folded: BTreeMap<String, &'a str>,
    indicators: BTreeSet<String>,
    titles: &'a [String],
    /// Where headers are noted, if anybody wants to know them.
    met: Option<&'a Met>,
}

/// What one header means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning<'a> {
    Unnamed,
    Field(Field),
    /// Sent to a column that does not exist.
    Nowhere(&'a str),
    Indicator,
    LeftOut,
    Unknown,
}

impl<'a> Headers<'a> {
    pub(crate) fn new(options: &'a ReadOptions) -> Self {
        let mapped = || options.columns.iter();
        Self {
            exact: mapped()
                .map(|(theirs, ours)| (trim(theirs), trim(ours)))
                .collect(),
            folded: mapped()
                .map(|(theirs, ours)| (folded(theirs), trim(ours)))
                .filter(|(theirs, _)| !theirs.is_empty())
                .collect(),
            indicators: options
                .indicators
                .iter()
                .map(|title| folded(title))
                .filter(|title| !title.is_empty())
                .collect(),
            titles: &options.indicators,
            met: (!options.columns.is_empty()).then_some(&options.met),
        }
    }

    /// Whether a header means anything to us.
    pub(crate) fn knows(&self, header: &str) -> bool {
        !matches!(self.meaning(header), Meaning::Unnamed | Meaning::Unknown)
    }

    /// Whether cells look like the header of a table of ours.
    pub(crate) fn is_header<'c>(&self, cells: impl Iterator<Item = &'c str>) -> bool {
        let known: Vec<Meaning<'_>> = cells
            .map(|cell| self.meaning(cell))
            .filter(|meaning| !matches!(meaning, Meaning::Unnamed | Meaning::Unknown))
            .collect();
        known.len() > 1 && known.contains(&Meaning::Field(Field::Region))
    }

    /// A declared column comes before our own names, and our own names before indicators.
    fn meaning(&self, header: &str) -> Meaning<'a> {
        let header = trim(header);
        if header.is_empty() {
            return Meaning::Unnamed;
        }
        let key = folded(header);
        match self.exact.get(header).or_else(|| self.folded.get(&key)) {
            Some(&"") => return Meaning::LeftOut,
            Some(ours) => {
                return Field::from_header(ours).map_or(Meaning::Nowhere(ours), Meaning::Field);
            }
            None => {}
        }
        // What programs add for themselves (`_index`, `_rubric`) is not ours unless somebody says so.
        if header.starts_with('_') {
            return Meaning::LeftOut;
        }
        match OURS.get(&key) {
            Some(column) => Meaning::Field(*column),
            None if self.indicators.contains(&key) => Meaning::Indicator,
            None => Meaning::Unknown,
        }
    }

    /// The layout under a header, or nothing where the table cannot be read.
    ///
    pub(crate) fn layout(&self, table: &Headed<'_>, problems: &mut Problems) -> Option<Layout> {
        let header = &table.header;
        if let Some(met) = self.met {
            met.note(header.iter().map(String::as_str));
        }
        let meanings: Vec<Meaning<'_>> = header.iter().map(|cell| self.meaning(cell)).collect();
        let is_long = meanings.contains(&Meaning::Field(Field::Indicator));
        let is_wide = !is_long && meanings.contains(&Meaning::Indicator);

        let mut fine = true;
        let mut columns: BTreeMap<Field, usize> = BTreeMap::new();
        let mut indicators: Vec<(usize, Name)> = Vec::new();
        let mut unnamed = Vec::new();
        let mut unused = Vec::new();
        for (index, meaning) in meanings.into_iter().enumerate() {
            match meaning {
                // In a wide table the indicator columns hold the answers; a level beside them
                // would belong to none of them.
                Meaning::Field(Field::Level | Field::Value) if is_wide => unused.push(index),
                Meaning::Field(column) => match columns.get(&column) {
                    Some(first) => {
                        problems.add(|| doubled(table, index, *first, title(column)));
                        fine = false;
                    }
                    None => {
                        columns.insert(column, index);
                    }
                },
                Meaning::Nowhere(ours) => {
                    problems.add(|| sent_nowhere(table, index, ours));
                    fine = false;
                }
                Meaning::Indicator if is_wide => {
                    let name = header[index].as_str();
                    let same = |(_, other): &&(usize, Name)| other.eq_ignore_ascii_case(name);
                    if let Some((first, _)) = indicators.iter().find(same) {
                        problems.add(|| doubled(table, index, *first, Text::same(shown(name))));
                        fine = false;
                    }
                    indicators.push((index, Name::from(name)));
                }
                Meaning::Indicator | Meaning::Unknown => unused.push(index),
                Meaning::Unnamed => unnamed.push(index),
                Meaning::LeftOut => {}
            }
        }

        let needs = [(Field::Region, false), (Field::Indicator, is_wide)];
        for (column, is_given) in needs {
            if !is_given && !columns.contains_key(&column) {
                problems.add(|| self.missing(column, &unused, table));
                fine = false;
            }
        }
        if !fine {
            return None;
        }
        if !unused.is_empty() {
            problems.add(|| self.left_out(&unused, &columns, table));
        }
        let mut columns: Vec<(Field, usize)> = columns.into_iter().collect();
        columns.sort_by_key(|(_, index)| *index);
        Some(Layout {
            columns,
            indicators,
            unnamed,
        })
    }

    /// The line of a row under the first one that looks like the header: reports put a title on
    /// top.
    fn below(&self, table: &Headed<'_>) -> Option<usize> {
        let mut rows = table.table.rows();
        rows.next()?;
        for _ in 1..10 {
            let row = rows.next()?;
            if self.is_header(row.texts()) {
                return Some(row.at.row);
            }
        }
        None
    }

    fn missing(&self, column: Field, unused: &[usize], table: &Headed<'_>) -> Problem {
        let names = names_of(column);
        let wanted = title(column);
        let [id, en] = wanted.both();
        let others = |own| list(names.iter().filter(|name| **name != own));
        let also = Text::new(others(id), others(en));
        let problem = Problem::error(say::missing_column(&wanted, also));
        if let Some(line) = self.below(table) {
            return problem.at(line_of(table)).help(say::header_not_first(line));
        }
        let near = unused.iter().find_map(|index| {
            let name = near(&table.header[*index], names.iter().copied())?;
            Some((*index, name))
        });
        let problem = match near {
            Some((index, name)) => problem
                .at(cell_of(table, index))
                .help(say::rename_header(shown(&table.header[index]), name)),
            None => problem.at(line_of(table)),
        };
        if column == Field::Indicator && near.is_none() {
            problem.help(say::indicator_headers())
        } else {
            problem
        }
    }

    fn left_out(
        &self,
        unused: &[usize],
        columns: &BTreeMap<Field, usize>,
        table: &Headed<'_>,
    ) -> Problem {
        // Long enough for any questionnaire; a broken file may have a million.
        const NAMED: usize = 40;
        const COMPARED: usize = 40;
        let mut named = list(
            unused
                .iter()
                .take(NAMED)
                .map(|index| format!("`{}`", shown(&table.header[*index]))),
        );
        if unused.len() > NAMED {
            named.push_str(&format!(", … (+{})", unused.len() - NAMED));
        }
        let is_wide = !columns.contains_key(&Field::Indicator);
        let present: BTreeSet<String> = table.header.iter().map(|cell| folded(cell)).collect();
        let titles = self.titles.iter().map(String::as_str);
        let absent: Vec<&str> = FIELDS
            .iter()
            .filter(|(column, _)| !columns.contains_key(column))
            .filter(|(column, _)| !is_wide || *column != Field::Indicator)
            .flat_map(|(_, names)| names.iter().copied())
            .chain(titles.filter(|title| is_wide && !present.contains(&folded(title))))
            .collect();
        let mut problem =
            Problem::warning(say::unused_columns(named)).at(cell_of(table, unused[0]));
        for index in unused.iter().take(COMPARED) {
            let header = &table.header[*index];
            if let Some(name) = near(header, absent.iter().copied()) {
                problem = problem.help(say::rename_header(shown(header), shown(name)));
            }
        }
        problem
    }
}

fn line_of(table: &Headed<'_>) -> Place {
    table.table.place(table.top)
}

fn cell_of(table: &Headed<'_>, index: usize) -> Place {
    table.table.place(table.top.cell(index))
}

fn doubled(table: &Headed<'_>, index: usize, first: usize, name: Text) -> Problem {
    let [again, first] = [index, first].map(|index| shown(&table.header[index]));
    Problem::error(say::duplicate_column(name, again, first))
        .at(cell_of(table, index))
        .help(say::keep_one_column())
}

fn sent_nowhere(table: &Headed<'_>, index: usize, ours: &str) -> Problem {
    let names = FIELDS.iter().flat_map(|(_, names)| names.iter().copied());
    let header = shown(&table.header[index]);
    Problem::error(say::unknown_column_target(header, shown(ours)))
        .at(cell_of(table, index))
        .maybe_help(near(ours, names).map(say::did_you_mean))
}

/// The header of a column as each language has it.
pub(crate) fn title(column: Field) -> Text {
    let [english, indonesian] = match names_of(column) {
        [english, indonesian, ..] => [*english, *indonesian],
        _ => [column.header(); 2],
    };
    Text::new(indonesian, english)
}

fn names_of(column: Field) -> &'static [&'static str] {
    FIELDS
        .iter()
        .find(|(known, _)| *known == column)
        .map_or(&[""], |(_, names)| names)
}

/// The name that a word most likely means.
pub(crate) fn near<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    // The comparison takes the product of both lengths.
    let is_comparable = |word: &str| word.len() <= 80;
    if !is_comparable(word) {
        return None;
    }
    // Words of very different length are never near; asking takes time in a large framework.
    let length = word.chars().count();
    suggest(
        word,
        names.filter(|name| {
            let other = name.chars().count();
            is_comparable(name) && length.abs_diff(other) * 3 <= length.max(other)
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Checked, Spot};
    use crate::table::{Delimited, Table};

    fn options(columns: &[(&str, &str)], indicators: &[&str]) -> ReadOptions {
        ReadOptions {
            columns: columns
                .iter()
                .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
                .collect(),
            indicators: indicators.iter().map(|title| (*title).to_owned()).collect(),
            ..ReadOptions::default()
        }
    }

    fn layout(header: &str, options: &ReadOptions) -> Checked<Layout> {
        let mut problems = Problems::default();
        let text = Delimited::new(header.to_owned(), b'|', 0);
        let table = Table::delimited("a", text, None);
        let headed = Headed::of(&table, &mut problems).expect("has a header");
        match Headers::new(options).layout(&headed, &mut problems) {
            Some(layout) => problems.finish(layout),
            None => problems.fail(),
        }
    }

    /// The code of every problem, and the column where it stands.
    fn codes(result: Checked<Layout>) -> Vec<(&'static str, String)> {
        let problems = match result {
            Ok((_, warnings)) => warnings,
            Err(problems) => problems,
        };
        problems.iter().map(|it| (it.code, column(it))).collect()
    }

    /// The number of the column where a problem stands, from 0; `line` where it is all of the header.
    fn column(problem: &Problem) -> String {
        let place = problem.place.as_ref().expect("has a place");
        let Spot::Text {
            column,
            width,
            excerpt,
            ..
        } = &place.spot
        else {
            panic!("a place in text")
        };
        if *width == excerpt.chars().count() {
            return "line".to_owned();
        }
        let before = excerpt.chars().take(column - 1);
        before.filter(|it| *it == '|').count().to_string()
    }

    #[test]
    fn headers_of_both_languages_in_any_order_make_a_long_table() {
        let (layout, warnings) = layout(
            "SKOR| kabupaten/kota |Indikator|Penanggung Jawab",
            &options(&[], &[]),
        )
        .expect("fits");
        assert_eq!(
            layout.columns,
            [
                (Field::Level, 0),
                (Field::Region, 1),
                (Field::Indicator, 2),
                (Field::Owner, 3)
            ]
        );
        assert_eq!(warnings, []);
    }

    #[test]
    fn lokasi_is_no_source() {
        let (layout, _) = layout("region|kode|lokasi|sumber", &options(&[], &[])).expect("fits");
        assert!(layout.columns.contains(&(Field::Locator, 2)));
        assert!(layout.columns.contains(&(Field::Source, 3)));
    }

    #[test]
    fn declared_columns_come_first_and_may_be_left_out() {
        let declared = options(
            &[
                ("Nama Daerah", "region"),
                ("kode", "id"),
                ("rahasia", ""),
                ("x", "indikator"),
            ],
            &[],
        );
        let (found, warnings) = layout("nama  daerah|Kode|rahasia|X", &declared).expect("fits");
        assert_eq!(
            found.columns,
            [(Field::Region, 0), (Field::Id, 1), (Field::Indicator, 3)]
        );
        assert_eq!(warnings, []);
        let wrong = options(&[("a", "regoin")], &[]);
        assert_eq!(
            codes(layout("region|a|kode", &wrong)),
            [("unknown_column_target", "1".to_owned())]
        );
    }

    #[test]
    fn further_columns_are_named_once_with_the_header_they_may_mean() {
        let (_, warnings) =
            layout("region|indikator|skr|warna|kutipn", &options(&[], &[])).expect("fits");
        assert_eq!(warnings.len(), 1);
        assert_eq!(warnings[0].code, "unused_columns");
        assert!(warnings[0].message.both()[1].contains("`skr`, `warna`, `kutipn`"));
        let helps: Vec<&str> = warnings[0].help.iter().map(|help| help.both()[1]).collect();
        assert_eq!(helps.len(), 2, "{helps:?}");
        assert!(helps[0].contains("`skor`") && helps[1].contains("`kutipan`"));
    }

    #[test]
    fn a_column_of_the_table_is_not_suggested_again() {
        let (_, warnings) = layout("region|indikator|indikatr", &options(&[], &[])).expect("fits");
        assert_eq!(warnings[0].help, []);
    }

    #[test]
    fn a_doubled_column_is_an_error_at_the_second_header() {
        let result = layout("region|kode|skor|Wilayah|nilai", &options(&[], &[]));
        let expected = [
            ("duplicate_column", "3".to_owned()),
            ("duplicate_column", "4".to_owned()),
        ];
        assert_eq!(codes(result), expected);
    }

    #[test]
    fn a_missing_column_is_an_error_that_names_a_near_header() {
        let problems = layout("wilayh|indikatr|skor", &options(&[], &[])).expect_err("lacks both");
        assert_eq!(problems.len(), 2);
        assert!(problems[0].message.both()[1].contains("`region`"));
        assert!(problems[0].help[0].both()[1].contains("`wilayah`"));
        assert!(problems[1].help[0].both()[1].contains("`indikator`"));
        assert_eq!(column(&problems[1]), "1");
        let result = layout("daerah|skor", &options(&[], &["t1"]));
        assert_eq!(codes(result), [("missing_column", "line".to_owned())]);
    }

    #[test]
    fn a_header_further_down_is_pointed_out() {
        let result = layout("Laporan 2024\n\nregion|indikator", &options(&[], &[]));
        let problems = result.expect_err("is a title");
        assert!(
            problems
                .iter()
                .all(|problem| problem.help[0].both()[1].contains("line 3"))
        );
    }

    #[test]
    fn headers_that_are_indicators_make_a_wide_table() {
        let known = options(&[], &["data-integration", "Jaringan Internet", "status"]);
        let (layout, warnings) = layout(
            "Wilayah| Data Integration |opd|jaringan internet|status|skor|lain",
            &known,
        )
        .expect("fits");
        let indicators: Vec<(usize, &str)> = layout
            .indicators
            .iter()
            .map(|(index, title)| (*index, &**title))
            .collect();
        assert_eq!(
            indicators,
            [(1, "Data Integration"), (3, "jaringan internet")]
        );
        assert!(
            layout.columns.contains(&(Field::Status, 4)),
            "our column wins"
        );
        assert!(!layout.columns.contains(&(Field::Level, 5)));
        assert!(warnings[0].message.both()[1].contains("`skor`, `lain`"));
    }

    #[test]
    fn an_indicator_column_makes_the_table_long() {
        let known = options(&[], &["t1"]);
        let (layout, warnings) = layout("region|indikator|t1", &known).expect("fits");
        assert_eq!(layout.indicators, []);
        assert_eq!(warnings.len(), 1);
    }

    #[test]
    fn a_doubled_indicator_is_an_error() {
        let result = layout("region|T1|t1", &options(&[], &["t1"]));
        assert_eq!(codes(result), [("duplicate_column", "2".to_owned())]);
    }

    #[test]
    fn codes_that_differ_in_a_dot_are_two_indicators() {
        let (layout, _) = layout("region|1.1|11", &options(&[], &["1.1", "11"])).expect("fits");
        assert_eq!(layout.indicators.len(), 2);
    }

    #[test]
    fn empty_headers_are_remembered() {
        let (layout, _) = layout("region||kode| |", &options(&[], &["–"])).expect("fits");
        assert_eq!(layout.unnamed, [1, 3, 4]);
    }

    #[test]
    fn a_header_of_any_size_is_answered_in_reasonable_time() {
        let cells: Vec<String> = (0..20_000)
            .map(|index| format!("kolom lain {index}"))
            .collect();
        let header = format!("region|kode|{}|{}", cells.join("|"), "x".repeat(1 << 20));
        let (_, warnings) = layout(&header, &options(&[], &[])).expect("fits");
        assert!(warnings[0].message.both()[0].len() < 4_000);
    }
}
