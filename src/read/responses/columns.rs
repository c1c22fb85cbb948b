//! Which columns of a table of answers are items, which names the respondent, and which are neither.

use std::collections::BTreeSet;

use crate::problem::{Problem, suggest};
use crate::read::ordered::Ordered;
use crate::read::plain::{Column, Plain, is_note, is_numbering, is_total};
use crate::read::problems::Problems;
use crate::read::settings::Decimal;
use crate::text::{folded, list, say, shell_word, shown};

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

/// What the columns are.
pub(super) struct Columns {
    pub(super) respondent: Option<usize>,
    pub(super) items: Vec<(usize, String)>,
    pub(super) attributes: Vec<usize>,
    pub(super) words: Option<Ordered>,
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

/// Sorts the columns, as asked or as they look; nothing, and a problem, where they cannot be sorted.
pub(super) fn columns(
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
    let told: (fn(String) -> _, _) = (say::responses_left_out, say::responses_left_out_help());
    plain.tell_left_out(&others, told, problems);
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
            problem.help(say::responses_first_is_item_help(&name, shell_word(&name)))
        });
        return Some(None);
    }
    if inside {
        let name = shown(name);
        problems.add(|| {
            let problem = Problem::error(say::responses_first_open(&name)).at(place);
            problem.help(say::responses_first_open_help(shell_word(&name)))
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
            let kinds = list(kinds);
            let problem = Problem::error(say::responses_levels_open(&kinds)).at(place);
            problem.help(say::levels_help(kinds))
        });
        return None;
    };
    let typed = say::levels_other(scale.names.join(","));
    let names = list(
        scale
            .names
            .iter()
            .enumerate()
            .map(|(at, it)| format!("{} {it}", at + 1)),
    );
    problems.add(|| {
        let problem = Problem::warning(say::levels_assumed(names)).at(place);
        problem.help(typed)
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
