//! A matrix of respondents by items: what forms and statistics programs export. No framework, no
//! region. Columns of a form that cannot be items (time, name, sex, age) are recognised and said.

use std::collections::BTreeSet;

use crate::problem::{Checked, Problem, suggest};
use crate::table::Table;
use crate::text::{folded, list, say, shown};

use super::number::{Numbers, Shape, shape};
use super::ordered::Ordered;
use super::plain::{Column, Held, Plain, is_note, is_numbering, is_total};
use super::problems::Problems;
use super::settings::{Decimal, ReadOptions};

/// What is known about a matrix before it is read.
#[derive(Debug, Clone, Default)]
pub struct ResponseOptions {
    /// The declared decimal sign; without it the cells decide.
    pub decimal: Option<Decimal>,
    /// Ends of the scale on which every answer stands, if it is known.
    pub scale: Option<(f64, f64)>,
    /// The words of the scale, lowest first; none where they are not declared.
    pub levels: Vec<String>,
    /// Columns that are no items but split the respondents.
    pub attributes: Vec<String>,
    /// Columns that are neither.
    pub leave_out: Vec<String>,
    /// Columns that are items whatever they are called.
    pub items: Vec<String>,
}

/// Answers as they were read.
#[derive(Debug, Clone, PartialEq)]
pub struct Responses {
    /// Headers of the items, from left to right.
    pub items: Vec<String>,
    /// One row for each respondent.
    pub rows: Vec<ResponseRow>,
    /// Ends of the scale: declared, or of the words that answers are.
    pub scale: Option<(f64, f64)>,
    /// Hexadecimal SHA-256 of the bytes as read.
    pub sha256: String,
}

/// The answers of one respondent.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseRow {
    /// Name of the respondent; may be empty.
    pub name: String,
    /// What splits the respondents, one for each column named for that.
    pub attributes: Vec<Option<String>>,
    /// One answer for each item; none where the cell is empty or says that there is none.
    pub answers: Vec<Option<f64>>,
}

/// Reads a matrix from delimited text. Answers are numbers, or words of a scale: then 1 is the lowest,
/// or the low end of the declared scale.
///
/// # Errors
/// Every problem of the input with its place: no item, headers that are empty or stand twice,
/// rows of another length, words, answers outside the scale, an unknown column. Columns that are left
/// out are a warning, and so is a scale that was recognised from its words.
pub fn read(bytes: &[u8], name: &str, options: &ResponseOptions) -> Checked<Responses> {
    let (table, doubts) = super::table(bytes, name, &ReadOptions::default())?;
    let mut problems = Problems::new(doubts);
    match responses(&table, options, &mut problems) {
        Some(found) => problems.finish(found),
        None => problems.fail(),
    }
}

/// What the columns are.
struct Columns {
    respondent: Option<usize>,
    items: Vec<(usize, String)>,
    attributes: Vec<usize>,
    words: Option<Ordered>,
}

fn responses(
    table: &Table,
    options: &ResponseOptions,
    problems: &mut Problems,
) -> Option<Responses> {
    let plain = Plain::of(table, problems)?;
    let columns = columns(&plain, options, problems)?;
    let scale = match (&columns.words, options.scale) {
        #[expect(clippy::cast_precision_loss, reason = "a scale has few words")]
        (Some(words), None) => Some((1.0, words.names.len() as f64)),
        (_, scale) => scale,
    };
    let items = columns.items.iter().map(|(at, _)| *at).collect();
    let reading = Reading {
        table,
        numbers: plain.headed.numbers(options.decimal, items, problems),
        declared: options.decimal.is_some(),
        scale,
        words: columns.words,
    };
    let mut rows = Vec::new();
    let mut names = BTreeSet::new();
    for row in &plain.rows {
        let name = columns.respondent.map_or("", |at| row[at].text.as_str());
        if !name.is_empty() && !names.insert(name.to_owned()) {
            let at = columns.respondent.unwrap_or(0);
            let sentence = say::responses_respondent_twice(shown(name));
            problems.add(|| Problem::warning(sentence).at(table.place(row[at].at)));
        }
        let attribute = |at: &usize| (!row[*at].is_empty()).then(|| row[*at].text.clone());
        let answers = columns.items.iter();
        let answers = answers.map(|(at, item)| reading.answer(&row[*at], item, problems));
        rows.push(ResponseRow {
            name: name.to_owned(),
            answers: answers.collect(),
            attributes: columns.attributes.iter().map(attribute).collect(),
        });
    }
    Some(Responses {
        items: columns.items.into_iter().map(|(_, item)| item).collect(),
        rows,
        scale,
        sha256: table.sha256().to_owned(),
    })
}

/// What a column is called that names the respondent.
fn names_respondent(key: &str) -> bool {
    const NAMES: &[&str] = &[
        "",
        "responden",
        "respondent",
        "resp",
        "id",
        "idresponden",
        "nama",
        "name",
        "unit",
        "subject",
        "subjek",
        "kode",
        "koderesponden",
        "nomorresponden",
        "noresponden",
        "peserta",
        "participant",
        "namaresponden",
        "namalengkap",
        "siswa",
        "mahasiswa",
        "x",
    ];
    NAMES.contains(&key)
}

/// What a column of a form is called that is no item.
fn is_of_form(key: &str) -> bool {
    const FORM: &[&str] = &[
        "timestamp",
        "capwaktu",
        "stempelwaktu",
        "waktu",
        "tanggal",
        "date",
        "time",
        "jam",
        "email",
        "alamatemail",
        "emailaddress",
        "surel",
        "jeniskelamin",
        "jk",
        "gender",
        "sex",
        "kelamin",
        "umur",
        "usia",
        "age",
        "umurtahun",
        "usiatahun",
        "pendidikan",
        "pendidikanterakhir",
        "education",
        "pekerjaan",
        "occupation",
        "jabatan",
        "instansi",
        "opd",
        "perangkatdaerah",
        "alamat",
        "address",
        "nohp",
        "nomorhp",
        "notelp",
        "telepon",
        "phone",
        "nowa",
        "nomorwa",
        "kecamatan",
        "kelurahan",
        "desa",
        "kabupaten",
        "kota",
        "kabupatenkota",
        "provinsi",
        "wilayah",
        "region",
        "unitkerja",
        "lamabekerja",
        "masakerja",
        "lamakerja",
        "golongan",
        "agama",
        "nik",
        "nip",
        "kelas",
        "semester",
        "jurusan",
        "tahun",
        "year",
        "saran",
        "kritik",
        "saranmasukan",
        "masukan",
        "starttime",
        "completiontime",
        "start",
        "end",
        "submissiontime",
    ];
    FORM.contains(&key) || names_respondent(key) && !key.is_empty() || is_note(key)
}

/// A name without the number behind it.
fn stem(name: &str) -> String {
    let key = folded(name);
    key.trim_end_matches(|it: char| it.is_ascii_digit())
        .to_owned()
}

fn columns(
    plain: &Plain<'_>,
    options: &ResponseOptions,
    problems: &mut Problems,
) -> Option<Columns> {
    let before = problems.count();
    let attributes = attributes(plain, options, problems);
    let left_out = plain.named(&options.leave_out, "--leave-out", problems);
    if problems.count() > before {
        return None;
    }
    let forced: Vec<String> = options.items.iter().map(|it| folded(it)).collect();
    let is_forced = |at: usize| forced.contains(&folded(plain.name(at)));
    let free = |at: &usize| !attributes.contains(at) && !left_out.contains(at);
    let all: Vec<usize> = (0..plain.header().len()).filter(free).collect();
    let of: Vec<(usize, Column)> = all.iter().map(|at| (*at, plain.column(*at))).collect();
    let is_form = |at: usize, column: &Column| {
        !is_forced(at)
            && (is_of_form(&column.key)
                || is_total(&column.key)
                || is_numbering(plain.name(at), &column.key) && at > 0)
    };
    let body: Vec<&(usize, Column)> = of
        .iter()
        .filter(|(at, column)| *at > 0 && !is_form(*at, column))
        .collect();
    let respondent = match of.first() {
        Some((0, column)) if !is_forced(0) => respondent(plain, column, &body, problems)?,
        _ => None,
    };
    let mut candidates = body;
    let first = of.first().filter(|it| it.0 == 0 && respondent.is_none());
    if let Some(first) = first.filter(|(at, column)| !is_form(*at, column)) {
        candidates.insert(0, first);
    }
    let words = scale_of_words(plain, options, &candidates, problems)?;
    let of_scale = |column: &Column| {
        let known = |it: &String| {
            words
                .as_ref()
                .is_some_and(|words| words.position(it).is_some())
        };
        match options.levels.is_empty() {
            true => column.values.iter().all(known),
            false => column.values.iter().any(known),
        }
    };
    let is_item = |at: usize, column: &Column| {
        is_forced(at) || column.numbers > 0 || column.words == 0 || of_scale(column)
    };
    let beyond = beyond(&candidates);
    let mut items: Vec<(usize, String)> = Vec::new();
    let mut others: Vec<usize> = Vec::new();
    for (at, column) in &of {
        if Some(*at) == respondent {
            continue;
        }
        let name = plain.name(*at);
        if !name.is_empty()
            && (is_form(*at, column)
                || !is_item(*at, column)
                || beyond.contains(at) && !is_forced(*at))
        {
            others.push(*at);
            continue;
        }
        let sentence = if name.is_empty() {
            say::responses_item_unnamed(at + 1)
        } else if items.iter().any(|(_, other)| other == name) {
            say::responses_item_twice(shown(name))
        } else {
            items.push((*at, name.to_owned()));
            continue;
        };
        let place = plain.place_of_header(Some(*at));
        problems.add(|| Problem::error(sentence).at(place));
    }
    if !others.is_empty() {
        let names = list(
            others
                .iter()
                .map(|at| format!("`{}`", shown(plain.name(*at)))),
        );
        let place = plain.place_of_header(Some(others[0]));
        problems.add(|| {
            let problem = Problem::warning(say::responses_left_out(names)).at(place);
            problem.help(say::responses_left_out_help())
        });
    }
    if items.is_empty() {
        let place = plain.place_of_header(None);
        problems.add(|| Problem::error(say::responses_without_items()).at(place));
        return None;
    }
    Some(Columns {
        respondent,
        items,
        attributes,
        words,
    })
}

/// The columns that split the respondents.
fn attributes(plain: &Plain<'_>, options: &ResponseOptions, problems: &mut Problems) -> Vec<usize> {
    let mut out = Vec::new();
    for name in &options.attributes {
        let mut header = plain.header().iter();
        if let Some(at) = header.position(|it| folded(it) == folded(name)) {
            out.push(at);
            continue;
        }
        let header = plain.header();
        let near = suggest(name, header.iter().map(String::as_str)).map(say::did_you_mean);
        let known = say::matrix_columns(list(header.iter().map(|it| shown(it))));
        let place = plain.place_of_header(None);
        problems.add(|| {
            Problem::error(say::responses_unknown_column(name))
                .at(place)
                .help(near.unwrap_or(known))
        });
    }
    out
}

/// The first column as the one that names the respondent. `None` within: it is none; nothing at all
/// where that has to be asked.
fn respondent(
    plain: &Plain<'_>,
    column: &Column,
    body: &[&(usize, Column)],
    problems: &mut Problems,
) -> Option<Option<usize>> {
    let name = plain.name(0);
    let is_known = names_respondent(&column.key) || is_numbering(name, &column.key);
    if is_known || is_of_form(&column.key) {
        // A time of entry is left out, and said; a name or number is what respondents are known by.
        return Some(is_known.then_some(0));
    }
    let values: BTreeSet<&String> = body.iter().flat_map(|it| &it.1.values).collect();
    let inside = !column.values.is_empty() && column.values.iter().all(|it| values.contains(it));
    let alike = !stem(name).is_empty()
        && body
            .iter()
            .filter(|it| stem(plain.name(it.0)) == stem(name))
            .count()
            > 0;
    let numbered = name.ends_with(|it: char| it.is_ascii_digit());
    let near = column.is_numeric()
        && !column.is_unique()
        && column.values.len() <= values.len() + 1
        && column
            .values
            .iter()
            .filter(|it| values.contains(it))
            .count()
            * 2
            > column.values.len();
    let place = plain.place_of_header(Some(0));
    if alike && numbered && (inside || near || column.is_numeric())
        || !column.is_unique() && (inside || near)
    {
        let name = shown(name);
        problems.add(|| {
            let problem = Problem::warning(say::responses_first_is_item(&name)).at(place);
            problem.help(say::responses_first_is_item_help(&name))
        });
        return Some(None);
    }
    if inside {
        let name = shown(name);
        problems.add(|| {
            let problem = Problem::error(say::responses_first_open(&name)).at(place);
            problem.help(say::responses_first_open_help(&name))
        });
        return None;
    }
    Some(Some(0))
}

/// Leading columns of numbers that all lie beyond those of the columns behind them, as an age does.
fn beyond(candidates: &[&(usize, Column)]) -> Vec<usize> {
    /// Fewer numbers than this do not show where a column lies.
    const FEW: usize = 4;
    let ends = |column: &Column| -> Option<(f64, f64)> {
        let numbers = column
            .values
            .iter()
            .filter_map(|it| it.replace(',', ".").parse::<f64>().ok());
        let ends = numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |it, next| {
            (it.0.min(next), it.1.max(next))
        });
        (column.is_numeric() && ends.0.is_finite()).then_some(ends)
    };
    let mut out = Vec::new();
    for (at, (column, of)) in candidates.iter().enumerate() {
        let behind = candidates[at + 1..].iter().filter_map(|it| ends(&it.1));
        let most = behind.fold(f64::NEG_INFINITY, |it, next| it.max(next.1));
        match ends(of) {
            Some((low, _))
                if candidates.len() - at > 2
                    && of.numbers >= FEW
                    && most.is_finite()
                    && low > 2.0 * most =>
            {
                out.push(*column);
            }
            Some(_) => break,
            None => {}
        }
    }
    out
}

/// The scale of words on which answers stand: declared, or recognised; nothing where it has to be
/// asked.
fn scale_of_words(
    plain: &Plain<'_>,
    options: &ResponseOptions,
    candidates: &[&(usize, Column)],
    problems: &mut Problems,
) -> Option<Option<Ordered>> {
    if let Some(declared) = Ordered::declared(&options.levels) {
        return Some(fits(plain, options, declared, problems));
    }
    let known =
        |it: &&&(usize, Column)| it.1.is_words() && it.1.values.iter().all(|it| Ordered::knows(it));
    let columns: Vec<usize> = candidates.iter().filter(known).map(|it| it.0).collect();
    let cells = || {
        let rows = plain.rows.iter();
        rows.flat_map(|row| columns.iter().map(|at| &row[*at]))
            .filter(|it| !it.is_empty())
    };
    let Some(first) = cells().next() else {
        return Some(None);
    };
    let place = plain.table.place(first.at);
    let words: Vec<&str> = cells().map(|it| it.text.as_str()).collect();
    let Some(scale) = Ordered::in_use(words.iter().copied()) else {
        let kinds: BTreeSet<&str> = words.iter().copied().collect();
        problems.add(|| {
            let problem = Problem::error(say::responses_levels_open(list(kinds))).at(place);
            problem.help(say::levels_help())
        });
        return None;
    };
    let names = list(
        scale
            .names
            .iter()
            .enumerate()
            .map(|(at, it)| format!("{} {it}", at + 1)),
    );
    problems.add(|| {
        let problem = Problem::warning(say::levels_assumed(names)).at(place);
        problem.help(say::levels_help())
    });
    Some(fits(plain, options, scale, problems))
}

/// The scale, where it has as many levels as the declared ends leave room for.
fn fits(
    plain: &Plain<'_>,
    options: &ResponseOptions,
    words: Ordered,
    problems: &mut Problems,
) -> Option<Ordered> {
    if let Some((min, max)) = options.scale {
        #[expect(clippy::cast_precision_loss, reason = "a scale has few words")]
        let many = words.names.len() as f64;
        if (max - min + 1.0 - many).abs() > 1e-9 {
            let sentence = say::responses_words_and_scale(list(&words.names), min, max);
            let place = plain.place_of_header(None);
            problems.add(|| Problem::error(sentence).at(place));
        }
    }
    Some(words)
}

/// How cells are read.
struct Reading<'t> {
    table: &'t Table,
    numbers: Numbers,
    /// Whether the decimal sign is declared.
    declared: bool,
    scale: Option<(f64, f64)>,
    words: Option<Ordered>,
}

impl Reading<'_> {
    fn answer(&self, cell: &Held, item: &str, problems: &mut Problems) -> Option<f64> {
        let text = cell.text.as_str();
        if let Some(at) = self.words.as_ref().and_then(|it| it.position(text)) {
            #[expect(clippy::cast_precision_loss, reason = "a scale has few words")]
            return Some(self.scale.map_or(1.0, |it| it.0) + at as f64);
        }
        if cell.is_empty() {
            return None;
        }
        let place = || self.table.place(cell.at);
        let Ok(value) = self.numbers.cell(cell.cell()) else {
            // What only lacks a decimal sign has been told once.
            if shape(text) == Shape::Broken || self.declared {
                problems.add(|| {
                    Problem::error(say::responses_word(shown(text), item))
                        .at(place())
                        .help(say::responses_word_help())
                });
            }
            return None;
        };
        if let Some((min, max)) = self.scale
            && !(min..=max).contains(&value)
        {
            let sentence = say::responses_outside_scale(value, item, min, max);
            problems.add(|| Problem::error(sentence).at(place()));
            return None;
        }
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Place;

    fn read(text: &str, options: &ResponseOptions) -> Checked<Responses> {
        super::read(text.as_bytes(), "m.csv", options)
    }

    fn codes(text: &str, options: &ResponseOptions) -> Vec<String> {
        let found = match read(text, options) {
            Ok((_, warnings)) => warnings,
            Err(problems) => problems,
        };
        let told = |it: &Problem| {
            let place = it.place.as_ref().map(Place::short).unwrap_or_default();
            format!("{} {place}", it.code)
        };
        found.iter().map(told).collect()
    }

    #[test]
    fn delimiters_decimal_signs_and_holes_are_understood() {
        let wanted = vec![Some(4.0), None, Some(2.5)];
        for text in [
            "no,a,b,c\n1,4,,2.5\n",
            "no;a;b;c\n1;4;NA;2,5\n",
            "no\ta\tb\tc\n\n1\t4\t-\t2,5\n",
            "sep=|\nno|a|b|c\n1|4|-|2,5\n",
            "no;\"a\";b;c\n1;4;;2,5\n",
        ] {
            let (matrix, warnings) = read(text, &ResponseOptions::default()).expect("is a matrix");
            assert_eq!(matrix.rows[0].answers, wanted, "{text}");
            assert_eq!(matrix.items, ["a", "b", "c"]);
            assert_eq!(warnings.len(), 0);
        }
    }

    #[test]
    fn every_mistake_has_its_place() {
        let scale = ResponseOptions {
            scale: Some((1.0, 5.0)),
            ..ResponseOptions::default()
        };
        assert_eq!(
            codes("no,a,b\n1,baik,2\n2,3,9\n3,1\n", &scale),
            [
                "ragged_row m.csv:4:1",
                "responses_word m.csv:2:3",
                "responses_outside_scale m.csv:3:5"
            ]
        );
        let none = ResponseOptions::default();
        assert_eq!(
            codes("no\n1\n", &none),
            ["responses_without_items m.csv:1:1"]
        );
        assert_eq!(
            codes("no,a,,a\n1,1,1,1\n", &none),
            [
                "responses_item_unnamed m.csv:1:6",
                "responses_item_twice m.csv:1:7"
            ]
        );
        assert_eq!(
            codes("no,a\n1,2.5\n2,2,5\n", &none),
            ["ragged_row m.csv:3:1"]
        );
        assert_eq!(
            codes("no;a\n1;2.5\n2;2,5\n", &none),
            ["decimal_mixed m.csv:3:3"]
        );
        assert_eq!(codes("no,a\nx,1\nx,2\n", &none).len(), 1);
        for (text, place) in [("no,a\n1,\"2\n", "2:3"), ("no,\"a\n1,2\n", "1:4")] {
            assert_eq!(
                codes(text, &none),
                [format!("unclosed_quote m.csv:{place}")]
            );
        }
    }

    #[test]
    fn a_column_of_words_may_split_the_respondents() {
        let options = ResponseOptions {
            attributes: vec!["Jenis kelamin".to_owned()],
            ..ResponseOptions::default()
        };
        let text = "no,jenis_kelamin,a\n1,P,3\n2,,4\n";
        let (matrix, _) = read(text, &options).expect("is a matrix");
        assert_eq!(matrix.items, ["a"]);
        assert_eq!(matrix.rows[0].attributes[0].as_deref(), Some("P"));
        assert_eq!(matrix.rows[1].attributes[0], None);
        let wrong = codes("no,a,b\n1,2,3\n", &options);
        assert_eq!(wrong, ["responses_unknown_column m.csv:1:1"]);
    }
}
