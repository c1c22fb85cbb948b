//! What stands twice counts once, and two answers for one cell are never settled in silence.

use serde_json::Value;

use crate::run::{Done, folder, siap_with};

const TF: &str = "id = \"tf\"\nversion = \"1\"\ntitle = \"tf\"\n[[indicator]]\nid = \"a\"\ntitle = \"A\"\n\
                  [[indicator]]\nid = \"b\"\ntitle = \"B\"\n";

/// Runs a command on files, with `tf.toml` beside them.
fn run(words: &[&str], files: &[(&str, &str)]) -> Done {
    let files = [&[("tf.toml", TF)], files].concat();
    let (_keep, path) = folder(&files);
    siap_with(words, "", &path)
}

fn scores(words: &[&str], files: &[(&str, &str)]) -> (Value, String) {
    let words = [&["score", "--format", "json", "--lang", "en"], words].concat();
    let done = run(&words, files);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let json = serde_json::from_str(&done.stdout).expect("JSON");
    (json, done.stderr)
}

/// Score and statements of the index of the first assessment.
fn index(json: &Value) -> (Option<f64>, u64) {
    let node = &json["assessments"][0]["nodes"][0];
    (
        node["score"].as_f64(),
        node["statements"].as_u64().unwrap_or(99),
    )
}

fn told(stderr: &str, code: &str) -> usize {
    stderr.matches(code).count()
}

#[test]
fn a_copy_of_a_file_counts_once_and_is_told_once() {
    let long = "region,indicator,level\nKab. OKI,a,2\nKab. OKI,b,3\n";
    let wide = "region,a,b\nKab. OKI,2,3\nKab. OKU,1,1\n";
    let named = "region,indicator,level,informant\nKab. OKI,a,2,Ani\nKab. OKI,b,3,Budi\n";
    for table in [long, wide, named] {
        let (one, _) = scores(&["P.csv", "-f", "tf.toml"], &[("P.csv", table)]);
        let two = [("P.csv", table), ("P (1).csv", table)];
        let (both, stderr) = scores(&["P.csv", "P (1).csv", "-f", "tf.toml"], &two);
        assert_eq!(one["assessments"], both["assessments"]);
        assert_eq!(told(&stderr, "warning:"), 1, "{stderr}");
        assert!(
            stderr.contains("`P (1).csv` is a copy") && stderr.contains("`P.csv`"),
            "{stderr}"
        );
    }
    // Of a questionnaire as well, unless a file holds a single respondent: two may answer alike.
    let wide = "region,u1,u2,u3,u4,u5,u6,u7,u8,u9\nKab. OKI,1,1,1,1,1,1,1,1,1\n";
    let more = format!("{wide}Kab. OKI,4,4,4,4,4,4,4,4,4\n");
    for (table, wanted) in [(wide, 2), (more.as_str(), 2)] {
        let two = [("P.csv", table), ("Q.csv", table)];
        let (json, _) = scores(&["P.csv", "Q.csv", "-f", "skm"], &two);
        let informants = &json["assessments"][0]["nodes"][0]["informants"];
        assert_eq!(informants.as_u64(), Some(wanted));
    }
}

#[test]
fn lines_that_repeat_lines_of_another_file_are_one_warning() {
    let one = "region,indicator,level\nKab. OKI,a,2\nKab. OKI,b,3\nKab. OKU,a,1\n";
    let two = "region,indicator,level\nKab. OKI,a,2\nKab. OKI,b,3\nKab. OKU,b,1\n";
    let files = [("P.csv", one), ("Q.csv", two)];
    let (json, stderr) = scores(&["P.csv", "Q.csv", "-f", "tf.toml"], &files);
    assert_eq!(index(&json), (Some(62.5), 2));
    assert!(
        stderr.contains("2 lines of `Q.csv` repeat lines of `P.csv`"),
        "{stderr}"
    );
    assert!(stderr.contains("P.csv:2:1"), "{stderr}");
}

#[test]
fn files_that_disagree_and_name_nobody_are_an_error_whatever_the_rule() {
    let cases = [
        ("a", "2", "3", ""),
        ("index", "50", "75", ""),
        ("a", "2", "3", "median"),
        ("a", "2", "3", "max"),
        ("a", "2", "3", "single"),
    ];
    for (node, one, two, rule) in cases {
        let column = if node == "index" { "value" } else { "level" };
        let table = |it: &str| format!("region,indicator,{column}\nKab. OKI,{node},{it}\n");
        let (one, two) = (table(one), table(two));
        let rule = match rule {
            "" => String::new(),
            rule => format!("[aggregation]\ninformants = \"{rule}\"\n"),
        };
        let study = format!("framework = \"tf.toml\"\ndata = [\"*.csv\"]\n{rule}");
        let files = [
            ("study.toml", study.as_str()),
            ("OKI.csv", &one),
            ("OKI revisi.csv", &two),
        ];
        let done = run(&["check", ".", "--lang", "en"], &files);
        assert_eq!(done.code, 1, "{}", done.stdout);
        let said = &done.stderr;
        assert!(said.contains("no row says who gave which"), "{said}");
        assert!(
            said.contains("OKI.csv:2:") && said.contains("OKI revisi.csv:2:"),
            "{said}"
        );
        // The same under a crosswalk's eye: nothing is carried before it is settled.
        let done = run(&["score", ".", "--as", "tf.toml", "--lang", "en"], &files);
        assert_eq!(done.code, 1, "{}", done.stdout);
    }
    for table in [
        "region,indicator,level,informant\nKab. OKI,a,3,Budi\n",
        "region,indicator,level,stage\nKab. OKI,a,3,final\n",
    ] {
        let plain = "region,indicator,level\nKab. OKI,a,2\n";
        scores(
            &["1.csv", "2.csv", "-f", "tf.toml"],
            &[("1.csv", plain), ("2.csv", table)],
        );
    }
}

#[test]
fn unnamed_rows_of_one_file_that_disagree_are_told_and_both_count() {
    let rows = "region,indicator,level\nKab. OKI,a,2\nKab. OKI,a,3\nKab. OKI,b,3\n";
    let (json, stderr) = scores(&["d.csv", "-f", "tf.toml"], &[("d.csv", rows)]);
    assert_eq!(index(&json).0, Some(68.75));
    assert_eq!(
        told(&stderr, "two answers for `a`, 3 here and 2 at d.csv:2:12"),
        1,
        "{stderr}"
    );
    // Those who are named differ as people do.
    let rows = "region,indicator,level,informant\nKab. OKI,a,2,Ani\nKab. OKI,a,3,Budi\n";
    let (_, stderr) = scores(&["d.csv", "-f", "tf.toml"], &[("d.csv", rows)]);
    assert_eq!(told(&stderr, "two answers"), 0, "{stderr}");
}

#[test]
fn one_agreed_answer_is_one_and_stages_are_apart() {
    let run = |rows: &str| {
        let table = format!("region,indicator,level,informant,coder,stage,use\n{rows}");
        let files = [("d.csv", table.as_str())];
        run(
            &[
                "score",
                "d.csv",
                "-f",
                "spbe-2020",
                "--format",
                "json",
                "--lang",
                "en",
            ],
            &files,
        )
    };
    for (rows, code, said) in [
        (
            "Kab. OKI,i01,2,Ani,,,\nKab. OKI,i01,3,Budi,,,\n",
            1,
            "one agreed answer",
        ),
        ("Kab. OKI,i01,2,Ani,,,\nKab. OKI,i01,2,Budi,,,\n", 0, ""),
        ("Kab. OKI,i01,2,,,self,\nKab. OKI,i01,3,,,final,\n", 0, ""),
        (
            "Kab. OKI,i01,2,Ani,,,\nKab. OKI,i01,3,Budi,,,context\n",
            0,
            "",
        ),
        (
            "Kab. OKI,i01,2,,A,,\nKab. OKI,i01,3,,B,,\n",
            0,
            "coders differ",
        ),
        (
            "Kab. OKI,i01,2,,A,,\nKab. OKI,i01,3,,B,,\nKab. OKI,i01,3,,consensus,,\n",
            0,
            "",
        ),
    ] {
        let done = run(rows);
        assert_eq!(done.code, code, "{rows}{}", done.stderr);
        assert!(done.stderr.contains(said), "{rows}{}", done.stderr);
        let wanted = usize::from(!said.is_empty());
        let told = told(&done.stderr, "error:") + told(&done.stderr, "warning:");
        assert_eq!(told, wanted, "{rows}{}", done.stderr);
    }
}

#[test]
fn levels_between_two_are_refused_where_the_instrument_has_whole_ones() {
    let run = |framework: &str, stage: &str, level: &str| {
        let table = format!("region,indicator,level,stage\nKab. OKI,i01,{level},{stage}\n");
        run(&["check", "d.csv", "-f", framework], &[("d.csv", &table)]).code
    };
    assert_eq!(run("spbe-2020", "", "3.5"), 1);
    assert_eq!(run("spbe-2020", "final", "3.5"), 1);
    assert_eq!(run("spbe-2018", "self", "2.5"), 1);
    assert_eq!(run("spbe-2020", "final", "3"), 0);
    assert_eq!(run("pemdi-2026", "self", "2.5"), 1);
    assert_eq!(run("pemdi-2026", "", "2.5"), 1);
    assert_eq!(run("pemdi-2026", "document", "1.26"), 0);
}

#[test]
fn rows_pasted_from_another_region_are_named() {
    let oku = "region,indicator,level\nKab. OKU,a,2\nKab. OKU,b,2\nKab. OKI,b,1\n";
    let oki = "region,indicator,level,informant\nKab. OKI,a,2,Ani\n";
    let files = [("oku.csv", oku), ("oki.csv", oki)];
    let (_, stderr) = scores(&["oku.csv", "oki.csv", "-f", "tf.toml"], &files);
    let wanted = "`oku.csv` holds 2 line(s) of Kabupaten Ogan Komering Ulu and 1 of \
                  Kabupaten Ogan Komering Ilir (line 4)";
    assert!(stderr.contains(wanted), "{stderr}");
    // One file with two regions is a table of regions.
    let (_, stderr) = scores(&["oku.csv", "-f", "tf.toml"], &files[..1]);
    assert_eq!(told(&stderr, "line(s) of"), 0, "{stderr}");
    // Of tables of several regions, as of two coders, none is that of one region.
    let rows = |names: &[&str]| -> String {
        let row = |name: &&str| format!("Kab. {name},a,2\nKab. {name},b,2\n");
        let rows: String = names.iter().map(row).collect();
        format!("region,indicator,level\n{rows}")
    };
    let (first, second) = (rows(&["OKU", "OKI", "Lahat"]), rows(&["OKI", "Lahat"]));
    let files = [("first.csv", &*first), ("second.csv", &*second)];
    let (_, stderr) = scores(&["first.csv", "second.csv", "-f", "tf.toml"], &files);
    assert_eq!(told(&stderr, "line(s) of"), 0, "{stderr}");
}

#[test]
fn a_column_of_weights_that_weighs_nothing_is_told() {
    let run = |rows: &str| {
        let table = format!("region,indicator,weight,level,informant\n{rows}");
        scores(&["d.csv", "-f", "tf.toml"], &[("d.csv", &table)])
    };
    let (json, stderr) = run("Kab. OKI,a,90,4,\nKab. OKI,b,10,0,\n");
    assert_eq!(index(&json).0, Some(50.0));
    assert!(
        stderr.contains("[weights]") && stderr.contains("`a = 90`, `b = 10`"),
        "{stderr}"
    );
    // A constant weight per indicator weighs nobody, however many speak.
    let (_, stderr) = run("Kab. OKI,a,90,4,Ani\nKab. OKI,a,90,2,Budi\nKab. OKI,b,10,0,Ani\n");
    assert!(stderr.contains("`a = 90`"), "{stderr}");
    let (json, stderr) = run("Kab. OKI,a,3,4,Ani\nKab. OKI,a,1,0,Budi\nKab. OKI,b,1,3,Ani\n");
    assert_eq!(index(&json).0, Some(75.0));
    assert_eq!(told(&stderr, "[weights]"), 0, "{stderr}");
}

#[test]
fn income_is_scored_on_logarithms_as_in_the_human_development_index() {
    // UNDP, Human Development Report 2021/22, technical note 1: Bolivia has 8,111 dollars a head; the
    // income index is (ln 8,111 − ln 100) / (ln 75,000 − ln 100) = 0.6640.
    let income = "id = \"i\"\nversion = \"1\"\ntitle = \"i\"\n[[indicator]]\nid = \"income\"\ntitle = \"Income\"\n\
                  kind = \"number\"\nunit = \"USD\"\ngoalposts = [100, 75000]\ntransform = \"log\"\n";
    let lower = income.replace("transform", "direction = \"lower\"\ntransform");
    let spread = income.replace("goalposts = [100, 75000]", "normalise = \"min-max\"");
    let score = |framework: &str, rows: &str| {
        let table = format!("region,indicator,value\n{rows}");
        let files = [("i.toml", framework), ("d.csv", &table)];
        scores(&["d.csv", "-f", "i.toml"], &files).0
    };
    let close = |found: Option<f64>, wanted: f64| {
        assert!(
            (found.expect("a score") - wanted).abs() < 5e-3,
            "{found:?} {wanted}"
        );
    };
    let bolivia = "Kab. OKI,income,8111\n";
    close(index(&score(income, bolivia)).0, 66.40);
    close(index(&score(&lower, bolivia)).0, 33.60);
    let value = score(income, bolivia)["assessments"][0]["nodes"][1]["value"].as_f64();
    assert_eq!(value, Some(8111.0), "the number itself is shown");
    // 10, 100 and 1000 lie evenly apart.
    let rows = "Kab. OKI,income,10\nKab. Ogan Ilir,income,100\nKab. Lahat,income,1000\n";
    let json = score(&spread, rows);
    let mut found: Vec<f64> = json["assessments"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|it| it["nodes"][0]["score"].as_f64())
        .collect();
    found.sort_by(f64::total_cmp);
    for (found, wanted) in found.into_iter().zip([0.0, 50.0, 100.0]) {
        close(Some(found), wanted);
    }
}

#[test]
fn a_row_that_two_frameworks_know_names_one() {
    let study = "framework = [\"pemdi-2026\", \"spbe-2020\"]\ndata = [\"d.csv\"]\n";
    let check = |rows: &str| {
        let table = format!("region,framework,indicator,level\n{rows}");
        run(
            &["check", ".", "--lang", "en"],
            &[("study.toml", study), ("d.csv", &table)],
        )
    };
    let open = check("Kab. OKI,,i01,2\nKab. OKI,,i02,2\nKab. OKI,spbe-2020,i01,2\n");
    assert_eq!(open.code, 1);
    assert!(
        open.stderr.contains("rows of this kind: 2"),
        "{}",
        open.stderr
    );
    assert!(
        open.stderr.contains("framework = \"pemdi-2026\""),
        "{}",
        open.stderr
    );
    // What only one of them knows, or a row that names one, is clear.
    let clear = check("Kab. OKI,,i47,2\nKab. OKI,pemdi-2026,i01,2\n");
    assert_eq!(clear.code, 0, "{}", clear.stderr);
}
