//! Nothing that was typed vanishes, and nothing that was written is replaced, without a word.

use serde_json::Value;

use crate::run::{Done, folder, siap_with};

const TF: &str = "id = \"tf\"\nversion = \"1\"\ntitle = \"tf\"\n[[indicator]]\nid = \"a\"\ntitle = \"A\"\n\
                  [[indicator]]\nid = \"b\"\ntitle = \"B\"\n";

fn run(words: &[&str], files: &[(&str, &str)]) -> Done {
    let files = [&[("tf.toml", TF)], files].concat();
    let (_keep, path) = folder(&files);
    siap_with(words, "", &path)
}

/// The record of `siap score` on one table, and what was told.
fn scored(table: &str) -> (Value, String) {
    let words = [
        "score", "t.csv", "-f", "tf.toml", "--format", "json", "--lang", "en",
    ];
    let done = run(&words, &[("t.csv", table)]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let json = serde_json::from_str(&done.stdout).expect("JSON");
    (json, done.stderr)
}

fn node<'j>(json: &'j Value, id: &str) -> &'j Value {
    let nodes = json["assessments"][0]["nodes"].as_array().expect("nodes");
    nodes.iter().find(|it| it["id"] == id).expect("a node")
}

#[test]
fn the_dash_of_a_word_processor_is_a_direction() {
    let (json, _) = scored(
        "region;indicator;level;direction;informant\nKab. Banyuasin;a;1;—;P\nKab. Banyuasin;a;3;+;Q\n\
         Kab. Banyuasin;b;1;—;P\n",
    );
    let index = node(&json, "index");
    assert_eq!(
        (&index["supporting"], &index["inhibiting"]),
        (&1.into(), &2.into())
    );
}

#[test]
fn a_mean_among_people_is_nobody() {
    for table in [
        "region;indicator;level;informant\nOKI;a;1;Ani\nOKI;a;3;Budi\nOKI;a;4;Total\nOKI;b;2;Ani\n",
        "region;informant;agency;a;b\nOKI;Ani;X;1;2\nOKI;Budi;Y;3;\nOKI;;Rata-rata;4;4\n",
        "region;indicator;level;coder\nOKI;a;2;Ani\nOKI;a;4;Rata-rata\nOKI;b;2;Ani\n",
        "no;region;a;b\n1;Kab. OKI;2;2\nRata-rata;Provinsi Sumsel;2,67;3,33\n",
    ] {
        let (json, told) = scored(table);
        assert_eq!(node(&json, "a")["value"], 2.0, "{table}");
        assert_eq!(
            json["assessments"].as_array().map(Vec::len),
            Some(1),
            "{table}"
        );
        assert!(
            told.contains("rows of totals or means left out: 1"),
            "{told}"
        );
    }
}

#[test]
fn lines_that_differ_in_an_unread_column_all_count_and_the_column_is_named() {
    let (json, told) = scored("region;bulan;a;b\nOKI;Jan;1;1\nOKI;Feb;1;1\nOKI;Mar;4;4\n");
    assert_eq!(node(&json, "a")["value"], 2.0, "{told}");
    for table in [
        "wilayah;bulan;opd;a;b\nOKI;Jan;BPS;0;0\nOKI;Feb;BPS;4;4\n",
        "wilayah;bulan;sumber;a;b\nOKI;Jan;BPS;0;0\nOKI;Feb;BPS;4;4\n",
        "wilayah;bulan;jalur;a\nOKI;Jan;x;0\nOKI;Jan;y;1\nOKI;Feb;x;2\nOKI;Feb;y;4\n",
    ] {
        let (_, told) = scored(table);
        assert!(told.contains("rows differ in `bulan`"), "{table}: {told}");
    }
}

#[test]
fn two_numbers_in_one_row_are_an_error() {
    let words = ["check", "t.csv", "-f", "tf.toml", "--lang", "en"];
    let done = run(
        &words,
        &[(
            "t.csv",
            "region;indicator;level;value\nOKI;a;3;1\nOKI;b;;2\n",
        )],
    );
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("t.csv:2"), "{}", done.stderr);
    // A quantity with its unit is no second level.
    let text = "region;indicator;level;value;unit\nOKI;a;3;7;orang\nOKI;b;2;;\n";
    assert_eq!(run(&words, &[("t.csv", text)]).code, 0);
}

#[test]
fn a_stage_of_a_ladder_is_reached_or_not() {
    let ladder = "id = \"tf\"\nversion = \"1\"\ntitle = \"tf\"\n[[indicator]]\nid = \"a\"\ntitle = \"A\"\n\
                  kind = \"ladder\"\n[[scale.level]]\nvalue = 0\nlabel = \"nol\"\n[[scale.level]]\n\
                  value = 1\nlabel = \"satu\"\n[scale]\nmin = 0\nmax = 1\n";
    // The scale of one step: a half is no stage of it.
    let text = "region;indicator;level\nOKI;a;0.5\n";
    let (_keep, path) = folder(&[("l.toml", ladder), ("t.csv", text)]);
    let done = siap_with(
        &["check", "t.csv", "-f", "l.toml", "--lang", "en"],
        "",
        &path,
    );
    assert_eq!(done.code, 1, "{}{}", done.stdout, done.stderr);
    assert!(done.stderr.contains("0.5"), "{}", done.stderr);
}

#[test]
fn a_sheet_that_somebody_may_have_filled_is_left_as_it_is() {
    let filled = "region,indicator,level\nOKI,a,3\n";
    let (_keep, path) = folder(&[("tf.toml", TF), ("t.csv", filled)]);
    let line = ["template", "-f", "tf.toml", "-o", "t.csv", "--lang", "en"];
    let done = siap_with(&line, "", &path);
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("exists already"), "{}", done.stderr);
    assert_eq!(
        std::fs::read_to_string(path.join("t.csv")).expect("there"),
        filled
    );
}

#[test]
fn what_a_folder_holds_besides_tables_is_named() {
    let table = "region;a;b\nOKI;1;2\n";
    let words = ["check", ".", "-f", "tf.toml", "--lang", "en"];
    let files = [("x.csv", table), ("bukti.zip", "x"), ("lahat.pdf", "x")];
    let done = run(&words, &files);
    assert_eq!(done.code, 0, "{}", done.stderr);
    for name in ["bukti.zip", "lahat.pdf"] {
        assert!(done.stderr.contains(name), "{}", done.stderr);
    }
}

#[test]
fn a_code_that_lost_a_zero_is_the_one_that_the_file_does_not_name() {
    let table = "region;a;b\n33.1;1;2\n33.01;2;2\n";
    let (json, told) = scored(table);
    let names: Vec<&str> = json["assessments"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|it| it["region"].as_str())
        .collect();
    assert_eq!(names, ["Kabupaten Cilacap", "Kabupaten Klaten"], "{told}");
    assert!(
        told.contains("`33.1` is taken for Kabupaten Klaten (33.10)"),
        "{told}"
    );
    // A spreadsheet drops no 0 in the middle: beside 33.10 nobody can tell what 33.1 is.
    let files = [("t.csv", "region;a;b\n33.1;1;2\n33.10;2;2\n")];
    let done = run(&["score", "t.csv", "-f", "tf.toml", "--lang", "en"], &files);
    assert_eq!(done.code, 1, "{}", done.stderr);
    // 31.10 is no region, whatever else the file names.
    let (_, told) = scored("region;a;b\n31.01;1;2\n31.1;2;2\n");
    assert!(told.contains("`31.1` is taken for"), "{told}");
}

#[test]
fn which_number_of_a_date_is_the_day_is_said_where_none_shows_it() {
    let table = |second: &str| {
        format!("region;indicator;level;date\nOKI;a;1;12/03/2025\nOKI;b;2;{second}\n")
    };
    let (_, told) = scored(&table("2025-01-02"));
    assert!(
        told.contains("`12/03/2025` are read with the day first: 2025-03-12"),
        "{told}"
    );
    let (_, told) = scored(&table("27/03/2025"));
    assert!(!told.contains("day first"), "{told}");
}

#[test]
fn a_percentage_of_the_whole_is_what_was_reckoned_elsewhere() {
    for (percent, is_told) in [("50%", false), ("50,00%", false), ("61,5%", true)] {
        let (_, told) = scored(&format!("region;a;b;Indeks\nOKI;2;2;{percent}\n"));
        assert_eq!(told.contains("reported"), is_told, "{percent}: {told}");
    }
}

#[test]
fn what_excel_once_wrote_is_no_table_and_somebody_has_sent_it() {
    let table = "region;a;b\nOKI;1;2\n";
    let words = ["check", ".", "-f", "tf.toml", "--lang", "en"];
    let files = [("x.csv", table), ("oku.xls", "x")];
    let done = run(&words, &files);
    assert_eq!(done.code, 1, "{}", done.stderr);
    assert!(done.stderr.contains("--> oku.xls"), "{}", done.stderr);
    let done = run(&[&words[..], &["--skip-bad-files"]].concat(), &files);
    assert_eq!(done.code, 0, "{}", done.stderr);
}

#[test]
fn a_framework_is_named_in_any_case() {
    let (json, told) = scored("region;indicator;level;framework\nOKI;a;2;TF\nOKI;b;2;tf\n");
    assert_eq!(node(&json, "index")["coverage"], 1.0, "{told}");
}

#[test]
fn one_person_who_answers_otherwise_in_another_file_is_told() {
    for (header, who) in [
        ("penilai", "Ani"),
        ("jabatan", "Kabid"),
        ("opd", "Diskominfo"),
        ("informan", "Ani"),
    ] {
        let table = |level: u8| {
            format!(
                "wilayah;indikator;nilai;{header}\nKab. OKI;a;{level};{who}\nKab. OKI;b;2;{who}\n"
            )
        };
        let (first, again) = (table(2), table(3));
        let files = [("x.csv", first.as_str()), ("x revisi.csv", again.as_str())];
        let words = [
            "check",
            "x.csv",
            "x revisi.csv",
            "-f",
            "tf.toml",
            "--lang",
            "en",
        ];
        let done = run(&words, &files);
        assert_eq!(done.code, 0, "{}", done.stderr);
        for name in ["the same people", "x.csv", "x revisi.csv"] {
            assert!(done.stderr.contains(name), "{header}: {}", done.stderr);
        }
    }
}

#[test]
fn a_header_says_whose_codes_stand_below_it() {
    let names = |table: &str| {
        let (json, told) = scored(table);
        let all = json["assessments"].as_array().expect("assessments").iter();
        let names: Vec<String> = all
            .map(|it| it["region"].as_str().unwrap_or_default().to_owned())
            .collect();
        (names, told)
    };
    let (bps, _) = names("kode_bps;a;b\n1608;1;2\n1672;3;3\n");
    assert_eq!(
        bps,
        ["Kabupaten Ogan Komering Ulu Selatan", "Kota Prabumulih"]
    );
    let (ministry, _) = names("kode_kemendagri;a;b\n1608;1;2\n1672;3;3\n");
    assert_eq!(
        ministry,
        ["Kabupaten Ogan Komering Ulu Timur", "Kota Pagar Alam"]
    );
    // A code of before the new provinces stands beside the name.
    let (old, _) = names("kode_bps;wilayah;a;b\n9401;Merauke;1;1\n");
    assert_eq!(old, ["Kabupaten Merauke"]);
    let words = ["check", "t.csv", "-f", "tf.toml", "--lang", "en"];
    let done = run(
        &words,
        &[("t.csv", "kode_bps;wilayah;a;b\n1608;OKU Timur;1;1\n")],
    );
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("OKU Timur"), "{}", done.stderr);
}

#[test]
fn a_round_stands_in_the_headers_or_in_a_column() {
    for (table, header) in [
        ("region;tahun;a_2022;b_2022\nKab. OKI;2023;2;3\n", "tahun"),
        (
            "wilayah;indikator;nilai mandiri;nilai akhir;tahap\nKab. OKI;a;2;3;visitasi\n",
            "tahap",
        ),
    ] {
        let words = ["check", "t.csv", "-f", "tf.toml", "--lang", "en"];
        let done = run(&words, &[("t.csv", table)]);
        assert_eq!(done.code, 1, "{table}");
        let line = format!("--column \"{header}=\"");
        assert!(done.stderr.contains(&line), "{}", done.stderr);
    }
}

#[test]
fn one_statement_with_two_levels_and_no_coder_is_told() {
    let table = |level: u8| {
        format!(
            "wilayah;indikator;nilai;informan;kutipan\nKab. OKI;a;{level};Budi;sudah ada aplikasi\n"
        )
    };
    let (an, bd) = (table(4), table(3));
    let files = [("an.csv", an.as_str()), ("bd.csv", bd.as_str())];
    let words = ["check", "an.csv", "bd.csv", "-f", "tf.toml", "--lang", "en"];
    let told = run(&words, &files).stderr;
    assert!(
        told.contains("the same people") && told.contains("`coder`"),
        "{told}"
    );
    // Each file is one coder's: two codings of one statement, and nothing to tell.
    let study = "framework = \"tf.toml\"\n[[data]]\nfiles = \"an.csv\"\ncoder = \"AN\"\n[[data]]\n\
                 files = \"bd.csv\"\ncoder = \"BD\"\n";
    let files = [&files[..], &[("study.toml", study)]].concat();
    let done = run(&["agree", ".", "--format", "json", "--lang", "en"], &files);
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    let json: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert_eq!(json["unit"], "statement");
}
