//! Instruments as workbooks: within the limits of the format, and with the results of `siap score`.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use siap::assess::{self, Spellings};
use siap::framework::{Framework, Indicator, Method, WholeLevels, library};
use siap::read;
use siap::region::Register;
use siap::render::workbook::bytes;
use siap::statement::Stage;
use siap::study::read_options;
use siap::text::Lang;
use siap::text::form::{AnswerColumn, Asked, ItemColumn, OutsideColumn};
use siap::view::book::{Book, Content, Sheet, Worth};
use siap::view::form::{Entry, Filled, Wish, workbook};

use crate::run::{siap, siap_with};

fn instrument(id: &str) -> Framework {
    library::get(id).expect("is built in").0
}

/// SplitMix64, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((bits ^ (bits >> 31)) % sides as u64).unwrap_or(0)
    }
}

/// An answer as somebody would choose or type it.
fn answer(framework: &Framework, it: &Indicator, own: bool, dice: &mut Dice) -> Entry {
    let scale = &framework.scales()[it.scale];
    if !it.has_levels() {
        return Entry::Number(f64::from(u32::try_from(dice.roll(200)).unwrap_or(0)) / 2.0);
    }
    let steps = scale.levels().len().max(1);
    let step = dice.roll(steps);
    let value = scale.value_at(step);
    let may_lie_between = match framework.aggregation().whole_levels {
        WholeLevels::Everywhere => false,
        WholeLevels::SelfAssessed => !own,
        WholeLevels::No => it.kind.id() == "level",
    };
    let name = scale.label_of(value).map(|it| it.get(Lang::Id).to_owned());
    match (dice.roll(4), name) {
        (0, Some(name)) if it.kind.id() == "check" => Entry::Text(name),
        (0, Some(name)) => Entry::Text(format!("{value} - {name}")),
        (1, Some(name)) => Entry::Text(name),
        (2, _) if may_lie_between => {
            let share = f64::from(u32::try_from(dice.roll(97)).unwrap_or(0)) / 97.0;
            Entry::Number(scale.min() + share * (scale.max() - scale.min()))
        }
        _ => Entry::Number(value),
    }
}

/// A workbook filled at random, its share of answers about `per` of ten.
fn filled(framework: &Framework, seed: u64, per: usize) -> Wish {
    let mut dice = Dice(seed);
    let mut out = Filled::default();
    let page = &mut out.page;
    page.insert(Asked::Region, "Kabupaten Ogan Komering Ilir".to_owned());
    page.insert(Asked::Wave, "2024".to_owned());
    for (at, _, it) in framework.indicators() {
        let fed = it.lookup.is_some() && dice.roll(2) == 0;
        if let Some(lookup) = it.lookup.as_ref().filter(|_| fed) {
            let (low, high) = lookup.ends();
            let share = f64::from(u32::try_from(dice.roll(50)).unwrap_or(0)) / 50.0;
            let value = low + share * (high.unwrap_or(low + 4.0) - low);
            out.outside
                .insert((at, OutsideColumn::Value), Entry::Number(value));
        }
        for column in [AnswerColumn::Own, AnswerColumn::Final] {
            // Of a sum either itself is answered or its parts; what is not scored may hold down a band.
            let is_whole = !it.sum_of.is_empty() && dice.roll(3) > 0;
            if dice.roll(10) < per && !is_whole {
                let own = column == AnswerColumn::Own;
                let said = answer(framework, it, own, &mut dice);
                out.answers.insert((at, column), said);
            }
        }
        for item in 0..it.items.len() {
            let words = ["diterima", "diunggah", "belum ada"];
            if dice.roll(3) > 0 {
                let state = Entry::Text(words[dice.roll(3)].to_owned());
                out.items.insert((at, item, ItemColumn::State), state);
            }
        }
    }
    Wish {
        filled: out,
        ..Wish::default()
    }
}

fn sheet<'b>(book: &'b Book, name: &str) -> &'b Sheet {
    let mut sheets = book.sheets.iter();
    sheets.find(|it| &*it.name == name).expect("a sheet")
}

/// The texts of a row with their columns.
fn row(sheet: &Sheet, at: u32) -> BTreeMap<String, u16> {
    let cells = sheet.cells.range((at, 0)..(at + 1, 0));
    cells
        .filter_map(|((_, column), cell)| match &cell.content {
            Content::Text(text) => Some((text.clone(), *column)),
            _ => None,
        })
        .collect()
}

/// What the sheet shows above the column of a step: index, band, completeness.
fn shown(book: &Book, column: &str) -> [Option<Worth>; 3] {
    let results = book.worked_out();
    let answers = sheet(book, "Penilaian");
    let place = row(answers, 4)[column];
    [1, 2, 3].map(|line| results.get(&answers.seat((line, place))).cloned())
}

/// The numbers of a step as `siap score` has them: index, band, coverage.
type Scored = BTreeMap<Option<Stage>, (Option<f64>, Option<String>, f64)>;

fn scored(framework: &Framework, bytes: &[u8]) -> Scored {
    let (statements, _) =
        read::read(bytes, "isian.xlsx", &read_options(framework)).expect("can be read");
    let register = Register::embedded();
    let method = Method::of(framework);
    let (assessed, _) = assess::assess(
        framework,
        &statements,
        register,
        &Spellings::default(),
        &method,
    )
    .expect("can be scored");
    let of = |it: &siap::assess::Assessment| {
        let index = &it.nodes[0];
        let told = index.told;
        let band = index.grade.map(|it| {
            let label = framework.bands()[it.band].label.get(Lang::Id);
            // What else leaves a band open is tested elsewhere.
            let is_open = !framework.minimums().is_empty() && !it.is_firm();
            format!("{label}{}", if is_open { " (sementara)" } else { "" })
        });
        (it.stage, (told, band, index.coverage.unwrap_or(0.0)))
    };
    assessed.assessments.iter().map(of).collect()
}

#[test]
fn what_the_workbook_reckons_is_what_siap_scores_to_the_last_digit() {
    let mut compared = 0;
    // Sums and minimums are reckoned as well.
    let mut of_sums = 0;
    for id in library::ids() {
        let framework = instrument(id);
        for seed in 0..4 {
            let wish = filled(
                &framework,
                seed,
                [3, 6, 8, 10][usize::try_from(seed % 4).unwrap_or(0)],
            );
            if wish.filled.answers.is_empty() {
                continue;
            }
            let book = workbook(&framework, &wish, Lang::Id);
            if !book.sheets.iter().any(|it| &*it.name == "_hitung") {
                continue;
            }
            let scores = scored(&framework, &bytes(&book).expect("a workbook"));
            for (stage, column) in [
                (Stage::SelfAssessed, "Nilai mandiri"),
                (Stage::Final, "Nilai akhir"),
            ] {
                let Some((told, band, coverage)) = scores.get(&Some(stage)) else {
                    continue;
                };
                let [index, category, completeness] = shown(&book, column);
                let case = format!("{id}, seed {seed}, {column}");
                match (told, index) {
                    (Some(told), Some(Worth::Number(index))) => {
                        assert_eq!(told.to_bits(), index.to_bits(), "{case}: {told} {index}");
                        compared += 1;
                        of_sums += usize::from(!framework.minimums().is_empty());
                    }
                    (None, Some(Worth::Text(_))) => {}
                    (told, index) => panic!("{case}: {told:?} beside {index:?}"),
                }
                let category = match category {
                    Some(Worth::Text(text)) => {
                        let text = match framework.minimums().is_empty() {
                            true => text.trim_end_matches(" (sementara)"),
                            false => &text,
                        };
                        Some(text.to_owned()).filter(|it| !it.is_empty())
                    }
                    _ => None,
                };
                assert_eq!(*band, category, "{case}");
                let Some(Worth::Number(completeness)) = completeness else {
                    panic!("{case}: no completeness");
                };
                assert_eq!(completeness.to_bits(), coverage.to_bits(), "{case}");
            }
        }
    }
    assert!(compared > 80 && of_sums > 20, "{compared}, {of_sums}");
}

#[test]
fn a_form_in_english_says_what_the_same_says_in_indonesian() {
    let mut compared = 0;
    for id in library::ids() {
        let framework = instrument(id);
        let wish = filled(&framework, 5, 8);
        let book = workbook(&framework, &wish, Lang::Id);
        let of_answers = |it: &Sheet| &*it.name == "Penilaian";
        if wish.filled.answers.is_empty() || !book.sheets.iter().any(of_answers) {
            continue;
        }
        let [one, other] = [Lang::Id, Lang::En].map(|lang| {
            let book = workbook(&framework, &wish, lang);
            scored(&framework, &bytes(&book).expect("a workbook"))
        });
        assert_eq!(one, other, "{id}");
        compared += 1;
    }
    assert!(compared > 20, "{compared}");
}

/// Instruments that nobody has built in: what they choose is reckoned in the workbook as in `siap`.
const OWN: [&str; 4] = [
    "[aggregation]\nmissing = \"zero\"\nmin_coverage = 0\n",
    "[aggregation]\nmissing = \"zero\"\nfloor = 0.01\ngroups = \"geometric\"\n",
    "[aggregation]\ngroups = \"harmonic\"\nfloor = 0.05\n",
    "[aggregation]\ngroups = \"min\"\nmin_coverage = 0.3\n",
];

#[test]
fn what_own_instruments_choose_is_reckoned_as_well() {
    for (at, choices) in OWN.iter().enumerate() {
        let text = format!(
            "id = \"own\"\nversion = \"1\"\ntitle.id = \"Coba\"\ntitle.en = \"Trial\"\nstanding = \"own\"\n\
             sources = [\"made for tests\"]\n[scale]\nmin = 0\nmax = 4\n{choices}\
             [[group]]\nid = \"p\"\ntitle.id = \"P\"\nweight = 2\n[[group]]\nid = \"q\"\ntitle.id = \"Q\"\n\
             [[indicator]]\nid = \"a\"\ngroup = \"p\"\ntitle.id = \"A\"\n\
             [[indicator]]\nid = \"b\"\ngroup = \"p\"\ntitle.id = \"B\"\nweight = 3\n\
             [[indicator]]\nid = \"c\"\ngroup = \"q\"\ntitle.id = \"C\"\ndirection = \"lower\"\n\
             [[indicator]]\nid = \"d\"\ngroup = \"q\"\ntitle.id = \"D\"\n"
        );
        let framework = siap::framework::load(&text, "own.toml")
            .expect("a framework")
            .0;
        for seed in 0..12 {
            let wish = filled(&framework, seed, 6);
            if wish.filled.answers.is_empty() {
                continue;
            }
            let book = workbook(&framework, &wish, Lang::Id);
            let scores = scored(&framework, &bytes(&book).expect("a workbook"));
            let Some((told, ..)) = scores.get(&Some(Stage::SelfAssessed)) else {
                continue;
            };
            let [index, ..] = shown(&book, "Nilai mandiri");
            let case = format!("{at}, seed {seed}");
            match (told, index) {
                (Some(told), Some(Worth::Number(index))) => {
                    assert!((told - index).abs() < 1e-12, "{case}: {told} {index}");
                }
                (None, Some(Worth::Text(_))) => {}
                (told, index) => panic!("{case}: {told:?} beside {index:?}"),
            }
        }
    }
}

/// Functions of Excel 2010 that formulas may use.
const KNOWN: [&str; 12] = [
    "AND", "EXP", "IF", "IFERROR", "INDEX", "ISNUMBER", "LN", "MATCH", "MAX", "MIN", "OR", "TRIM",
];

/// Every XML part of a workbook.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    (0..zip.len())
        .map(|at| {
            let mut part = zip.by_index(at).expect("a part");
            let name = part.name().expect("a name").to_string();
            let mut text = String::new();
            part.read_to_string(&mut text).expect("text");
            (name, text)
        })
        .collect()
}

/// What stands between `<tag>` and its end, again and again.
fn between<'t>(text: &'t str, tag: &str) -> Vec<&'t str> {
    let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
    let pieces = text.split(&*open).skip(1);
    pieces.filter_map(|it| it.split(&*close).next()).collect()
}

#[test]
fn every_instrument_has_a_workbook_within_what_excel_2010_takes() {
    for id in library::ids() {
        let framework = instrument(id);
        for lang in [Lang::Id, Lang::En] {
            let book = workbook(&framework, &Wish::default(), lang);
            let once = bytes(&book).expect("a workbook");
            if id == "pemdi-2026" {
                let again = workbook(&framework, &Wish::default(), lang);
                let again = bytes(&again).expect("a workbook");
                assert!(once == again, "not the same bytes twice");
            }
            for sheet in &book.sheets {
                assert!(sheet.name.chars().count() <= 31, "{id}: {}", sheet.name);
            }
            for (name, text) in parts(&once) {
                for formula in between(&text, "f") {
                    assert!(formula.len() < 8_000, "{id}: {name}: {}", formula.len());
                    let bare = without_texts(formula);
                    for (at, _) in bare.match_indices('(') {
                        let head = &bare[..at];
                        let begins = head.rfind(|it: char| !it.is_ascii_alphanumeric());
                        let word = &head[begins.map_or(0, |it| it + 1)..];
                        assert!(word.is_empty() || KNOWN.contains(&word), "{id}: {word}");
                    }
                }
                assert!(!text.contains("_xlfn"), "{id}: {name}");
                for list in between(&text, "formula1") {
                    // A list that is written out may hold 255 signs and no comma in a word.
                    assert!(list.contains('!') || list.contains('$'), "{id}: {list}");
                }
            }
        }
    }
}

/// A formula without what stands in quotation marks.
fn without_texts(formula: &str) -> String {
    let plain = formula.replace("&quot;", "\"");
    plain.split('"').step_by(2).collect::<Vec<_>>().join("\"\"")
}

#[test]
fn an_empty_workbook_is_read_as_one_that_answers_nothing() {
    for id in ["pemdi-2026", "spbe-2020", "smart-city-pillars"] {
        let framework = instrument(id);
        let mut wish = Wish::default();
        let page = &mut wish.filled.page;
        page.insert(Asked::Region, "Kota Palembang".to_owned());
        page.insert(Asked::Wave, "2024".to_owned());
        let bytes = bytes(&workbook(&framework, &wish, Lang::Id)).expect("a workbook");
        let found = read::read(&bytes, "kosong.xlsx", &read_options(&framework));
        let problems = found.expect_err("nothing is answered");
        let codes: Vec<&str> = problems.iter().map(|it| it.code).collect();
        assert_eq!(codes, ["nothing_answered"], "{id}");
    }
}

#[test]
fn each_region_of_a_province_gets_its_own_and_none_is_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    let line = [
        "template",
        "-f",
        "pemdi-2026",
        "--province",
        "16",
        "--wave",
        "2026",
        "-o",
        "keluar",
    ];
    let done = siap_with(&line, "", path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let names: Vec<String> = std::fs::read_dir(path.join("keluar"))
        .expect("is there")
        .map(|it| {
            it.expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    assert_eq!(names.len(), 17);
    let one = "16.02 Kabupaten Ogan Komering Ilir.xlsx";
    assert!(names.iter().any(|it| it == one), "{names:?}");
    let bytes = std::fs::read(path.join("keluar").join(one)).expect("is there");
    let texts: String = parts(&bytes).into_iter().map(|it| it.1).collect();
    assert!(texts.contains("Kabupaten Ogan Komering Ilir"));
    // One of them is there already: nothing else is written either.
    for name in names.iter().filter(|it| *it != one) {
        std::fs::remove_file(path.join("keluar").join(name)).expect("is removed");
    }
    let again = siap_with(&line, "", path);
    assert_eq!(again.code, 1);
    assert!(again.stderr.contains(one), "{}", again.stderr);
    let left = std::fs::read_dir(path.join("keluar")).expect("is there");
    assert_eq!(left.count(), 1);
}

#[test]
fn the_last_wave_stands_beside_the_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    let data = "region,indicator,level,wave,stage\n\
                Kab. OKI,i01,2,2026,self\nKab. OKI,i01,1.3,2026,final\nKab. OKI,i02,3,2025,final\n";
    std::fs::write(path.join("lalu.csv"), data).expect("is written");
    let line = [
        "template",
        "-f",
        "pemdi-2026",
        "--from",
        "lalu.csv",
        "--wave",
        "2027",
        "-o",
        "isian.xlsx",
        "--lang",
        "id",
    ];
    let done = siap_with(&line, "", path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let bytes = std::fs::read(path.join("isian.xlsx")).expect("is there");
    let all = parts(&bytes);
    let has = |text: &str| all.iter().any(|it| it.1.contains(text));
    assert!(has("Nilai lalu") && has("<v>1.3</v>") && has("Kabupaten Ogan Komering Ilir"));
}

#[test]
fn what_makes_no_sense_of_a_workbook_is_refused() {
    let cases = [
        ("-f pemdi-2026 --from x.csv", "--from"),
        ("-f pemdi-2026 --region OKI OKU -o x.xlsx", "--region"),
        ("-f pemdi-2026 --stage final -o x.xlsx", "--stage"),
        ("-f pemdi-2026 --province Sumatra -o keluar", "`Sumatra`"),
        ("-f pemdi-2026 --region OKX -o x.xlsx", "OKX"),
        ("-f pemdi-2026 -o x.ods", ".xlsx"),
    ];
    for (line, told) in cases {
        let folder = tempfile::tempdir().expect("a folder");
        let words: Vec<&str> = std::iter::once("template").chain(line.split(' ')).collect();
        let done = siap_with(&words, "", folder.path());
        assert_ne!(done.code, 0, "{line}");
        assert!(done.stderr.contains(told), "{line}: {}", done.stderr);
        let left = std::fs::read_dir(folder.path()).expect("is there");
        assert_eq!(left.count(), 0, "{line}");
    }
}

/// What a sample says of a coder: where a workbook asks, and that the answers are theirs.
#[test]
fn a_blind_sample_asks_for_the_coder_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let name = folder.path().join("kedua.xlsx");
    let name = name.to_string_lossy();
    let line =
        format!("template examples/sumsel-smart-province --blind --sample 6 --lang id -o {name}");
    let done = siap(&line);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let bytes = std::fs::read(&*name).expect("is there");
    let all: String = parts(&bytes).into_iter().map(|it| it.1).collect();
    assert!(all.contains("Tulis nama Anda dulu"));
    assert!(
        !all.contains(">pengode<"),
        "who codes stands once, not in a column"
    );
}

/// What is said of a workbook whose answers are few, in both languages, next to where it is said.
fn told_of(wish: &Wish, framework: &str, line: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let bytes = bytes(&workbook(&instrument(framework), wish, Lang::Id)).expect("a workbook");
    std::fs::write(folder.path().join("isian.xlsx"), bytes).expect("is written");
    let words: Vec<&str> = line.split(' ').collect();
    ["en", "id"]
        .map(|lang| {
            let words = [&words[..], &["--lang", lang]].concat();
            let done = siap_with(&words, "", folder.path());
            format!("exit status {}\n{}", done.code, done.stderr)
        })
        .join("\n")
}

#[test]
fn what_a_form_lacks_is_told_where_it_belongs() {
    let framework = instrument("pemdi-2026");
    let (at, ..) = framework.indicators().next().expect("an indicator");
    let mut wish = Wish::default();
    let own = (at, AnswerColumn::Own);
    wish.filled.answers.insert(own, Entry::Number(2.0));
    let set = |folder: &str, cases: &[(&str, String)]| {
        insta::with_settings!({
            snapshot_path => format!("{}/tests/errors/{folder}", env!("CARGO_MANIFEST_DIR")),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            for (name, text) in cases {
                insta::assert_snapshot!(*name, text);
            }
        });
    };
    let score = "score isian.xlsx -f pemdi-2026";
    let nobody = told_of(&wish, "pemdi-2026", score);
    wish.filled
        .page
        .insert(Asked::Region, "Kota Palembang".to_owned());
    let no_year = told_of(&wish, "pemdi-2026", "check isian.xlsx -f pemdi-2026");
    let other = told_of(&wish, "pemdi-2026", "score isian.xlsx -f spbe-2020");
    wish.filled.answers.clear();
    wish.filled.page.insert(Asked::Wave, "2026".to_owned());
    let empty = told_of(&wish, "pemdi-2026", score);
    wish.filled
        .answers
        .insert((at, AnswerColumn::Own), Entry::Number(2.0));
    let check = "check isian.xlsx -f pemdi-2026";
    let [odd, name] = ["20255", "2025/2026"].map(|year| {
        wish.filled.page.insert(Asked::Wave, year.to_owned());
        told_of(&wish, "pemdi-2026", check)
    });
    wish.filled.page.insert(Asked::Wave, "2026".to_owned());
    let fed = framework.indicators().find(|(.., it)| it.lookup.is_some());
    let (at, ..) = fed.expect("an index of another body");
    let (own, index) = ((at, AnswerColumn::Own), (at, OutsideColumn::Value));
    wish.filled.answers.insert(own, Entry::Number(2.0));
    wish.filled.outside.insert(index, Entry::Number(3.0));
    let beside = told_of(&wish, "pemdi-2026", "check isian.xlsx -f pemdi-2026");
    set(
        "forms",
        &[
            ("without_region", nobody),
            ("without_year", no_year),
            ("of_another_framework", other),
            ("unanswered", empty),
            ("index_beside_a_value", beside),
            ("year_of_five_digits", odd),
            ("year_that_is_a_name", name),
        ],
    );
}

#[test]
fn a_second_first_page_never_counts_in_silence() {
    let framework = instrument("spbe-2020");
    let (at, ..) = framework.indicators().next().expect("an indicator");
    let mut wish = Wish::default();
    let own = (at, AnswerColumn::Own);
    wish.filled.answers.insert(own, Entry::Number(2.0));
    wish.filled
        .page
        .insert(Asked::Region, "Kota Palembang".to_owned());
    wish.filled.page.insert(Asked::Wave, "2024".to_owned());
    let mut book = workbook(&framework, &wish, Lang::Id);
    let mut copy = book.sheets[0].clone();
    copy.name = "Petunjuk (2)".into();
    copy.table = None;
    let options = read_options(&framework);
    let told = |book: &Book| {
        let bytes = bytes(book).expect("a workbook");
        read::read(&bytes, "isian.xlsx", &options)
    };
    // The same twice is no matter.
    book.sheets.push(copy.clone());
    let (statements, _) = told(&book).expect("can be read");
    assert!(
        statements
            .rows()
            .iter()
            .all(|it| &*it.region == "Kota Palembang")
    );
    copy.put((2, 1), "Kabupaten Lahat");
    book.sheets.pop();
    book.sheets.push(copy);
    let problems = told(&book).expect_err("two first pages");
    assert_eq!(problems[0].code, "form_two_first_pages");
    // The answers are looked at all the same.
    assert!(
        problems.iter().skip(1).all(|it| !it.is_error()),
        "{problems:?}"
    );
    let place = problems[0].place.as_ref().expect("a place").short();
    assert_eq!(place, "isian.xlsx:`Petunjuk (2)`!B3");
}

#[test]
fn only_what_names_the_team_is_for_the_team() {
    use siap::view::outcome::Said;
    for team in ["", " ", "tim", "Tim", "team"] {
        assert!(!Said::means_public(team), "{team}");
    }
    for outside in [
        "luar",
        "outside",
        "publik",
        "eksternal",
        "bukan tim",
        "#REF!",
    ] {
        assert!(Said::means_public(outside), "{outside}");
    }
}
