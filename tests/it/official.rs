//! The official instruments against what ministries published: worked examples of a regulation,
//! printed indices of a thousand instances, results of single regions.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::run::{folder, root, siap, siap_with};

fn json(line: &str) -> Value {
    let done = siap(line);
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

/// Scores a table of its own.
fn scored(framework: &str, table: &str) -> Value {
    let done = siap_with(
        &[
            "score",
            "-",
            "-f",
            framework,
            "--format",
            "json",
            "--decimal",
            "point",
        ],
        table,
        root(),
    );
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn nodes(assessment: &Value) -> BTreeMap<&str, &Value> {
    let list = assessment["nodes"].as_array().expect("nodes");
    list.iter()
        .map(|it| (it["id"].as_str().expect("an id"), it))
        .collect()
}

fn told(assessment: &Value, id: &str) -> f64 {
    nodes(assessment)[id]["told"].as_f64().expect("a value")
}

fn near(found: f64, wanted: f64, within: f64) {
    assert!(
        (found - wanted).abs() <= within,
        "{found} is not {wanted} ± {within}"
    );
}

fn at_stage<'a>(scores: &'a Value, wave: &str, stage: &str) -> &'a Value {
    let all = scores["assessments"].as_array().expect("assessments");
    all.iter()
        .find(|it| it["wave"] == wave && it["stage"] == stage)
        .unwrap_or_else(|| panic!("nothing for {wave} {stage}"))
}

#[test]
fn worked_examples_of_the_regulation() {
    // PermenPANRB 59/2020, tables 10 to 12.
    let aspect = scored(
        "spbe-2020",
        "region,indicator,level\n16.03,i11,3\n16.03,i12,4\n16.03,i13,3\n16.03,i14,2\n",
    );
    near(told(&aspect["assessments"][0], "aspek-2"), 3.0, 1e-9);
    let domain = scored(
        "spbe-2020",
        "region,indicator,value\n16.03,aspek-2,3\n16.03,aspek-3,4\n16.03,aspek-4,3\n",
    );
    near(told(&domain["assessments"][0], "tata-kelola"), 3.4, 1e-9);
    let index = scored(
        "spbe-2020",
        "region,kebijakan,tata-kelola,manajemen,layanan\n16.03,3.70,3.40,3.00,3.20\n",
    );
    near(told(&index["assessments"][0], "index"), 3.282, 1e-9);
}

#[test]
fn the_regulation_has_its_weights_levels_and_years() {
    let record = json("framework show spbe-2020 --format json");
    let list = record["nodes"].as_array().expect("nodes");
    let table = std::fs::read_to_string(root().join("tests/reference/spbe/weights.csv"));
    let table = table.expect("the weights");
    let mut checked = 0;
    for line in table.lines().skip(1) {
        let (number, share) = line.split_once(',').expect("two fields");
        let id = format!("i{number:0>2}");
        let found = list.iter().find(|it| it["id"] == id.as_str());
        let found = found.unwrap_or_else(|| panic!("no {id}"))["share"].as_f64();
        near(
            100.0 * found.expect("a share"),
            share.parse().expect("a number"),
            1e-9,
        );
        checked += 1;
    }
    assert_eq!(checked, 47);
    for (lang, levels) in [
        (
            "id",
            [
                "Rintisan",
                "Terpadu dan Terukur",
                "Informasi",
                "Kolaborasi",
                "Berlaku: 2021–2025; digantikan pemdi-2026",
            ],
        ),
        (
            "en",
            [
                "Optimised",
                "Interaction",
                "Transaction",
                "Excellent",
                "In force: 2021–2025; replaced by pemdi-2026",
            ],
        ),
    ] {
        let shown = siap(&format!("framework show spbe-2020 --lang {lang}")).stdout;
        for word in levels {
            assert!(shown.contains(word), "{lang}: {word}");
        }
    }
    let late = siap_with(
        &["check", "-", "-f", "spbe-2020"],
        "region,indicator,wave,level\n16.03,i01,2026,3\n",
        root(),
    );
    assert!(late.stderr.contains("pemdi-2026"), "{}", late.stderr);
}

/// A row of the published table: year, code or name, index, predicate.
struct Published {
    year: String,
    name: String,
    code: String,
    index: f64,
    predicate: String,
}

fn published() -> Vec<Published> {
    let file = root().join("tests/reference/spbe/index_2023_2024_all_instances.csv");
    let mut reader = csv::Reader::from_path(file).expect("the published table");
    reader
        .records()
        .map(|row| {
            let row = row.expect("a row");
            Published {
                year: row[0].to_owned(),
                code: row[2].to_owned(),
                name: row[4].to_owned(),
                index: row[9].parse().expect("an index"),
                predicate: row[10].to_lowercase().replace(' ', "-"),
            }
        })
        .collect()
}

#[test]
fn a_thousand_published_indices_and_predicates() {
    let scores = json("score examples/spbe-national --format json");
    let all = scores["assessments"].as_array().expect("assessments");
    let mut by_name: BTreeMap<(String, String), &Value> = BTreeMap::new();
    for it in all {
        let wave = it["wave"].as_str().expect("a wave").to_owned();
        let key = it["code"].as_str().or(it["region"].as_str());
        by_name.insert((wave, key.expect("a name").to_owned()), it);
    }
    let rows = published();
    assert_eq!(rows.len(), 1234);
    let (mut near_enough, mut same_band, mut edges) = (0, 0, Vec::new());
    for row in &rows {
        let key = if row.code.is_empty() {
            &row.name
        } else {
            &row.code
        };
        let found = by_name.get(&(row.year.clone(), key.clone()));
        let found = nodes(found.unwrap_or_else(|| panic!("no {key} {}", row.year)));
        let index = found["index"];
        let value = index["told"].as_f64().expect("an index");
        near(value, row.index, 1e-9);
        let computed = index["computed"].as_f64().expect("a number");
        near_enough += usize::from((computed - row.index).abs() <= 0.0077 + 1e-9);
        if index["band"] == row.predicate.as_str() {
            same_band += 1;
        } else {
            edges.push((row.year.as_str(), row.name.as_str()));
            // Only rounding may part them: the published index rounds to the edge itself.
            let edge = [1.8, 2.6, 3.5, 4.2]
                .iter()
                .any(|edge| (value - edge).abs() < 0.0077);
            assert!(edge, "{} {}: {value}", row.year, row.name);
        }
        near(
            index["reported_value"].as_f64().expect("as reported"),
            row.index,
            1e-9,
        );
    }
    assert_eq!(near_enough, 1233, "all but the one without a first domain");
    assert_eq!(same_band, 1231, "{edges:?}");
    assert_eq!(edges.len(), 3);
}

#[test]
fn an_impossible_number_is_flagged_and_not_ranked() {
    let shown = siap("compare examples/spbe-sumsel --wave 2023 --lang id --format md");
    let line = shown
        .stdout
        .lines()
        .find(|it| it.contains("perlu konfirmasi"))
        .expect("a flag");
    assert!(line.contains("Banyuasin") && line.contains("0,3"), "{line}");
    let record = json("compare examples/spbe-sumsel --wave 2023 --format json");
    let unranked = record["unranked"].as_array().expect("a list");
    let banyuasin = unranked
        .iter()
        .find(|it| it["region"] == "Kabupaten Banyuasin")
        .expect("Banyuasin");
    assert_eq!(banyuasin["reason"], "needs-confirmation");
    let ranking = record["ranking"].as_array().expect("a ranking");
    assert_eq!(ranking.len(), 16);
    assert!(
        ranking
            .iter()
            .all(|it| it["region"] != "Kabupaten Banyuasin")
    );
    // The formula reproduces the printed 1.05 all the same.
    let scores = json("score examples/spbe-sumsel --wave 2023 --region 16.07 --format json");
    near(told(&scores["assessments"][0], "index"), 1.05, 0.005);
}

#[test]
fn instances_are_ranked_by_level_kind_and_province() {
    let all = json("compare examples/spbe-national --format json");
    assert_eq!(all["wave"], "2024");
    assert_eq!(all["ranking"].as_array().map(Vec::len), Some(485));
    let bodies = json("compare examples/spbe-national --kind instansi --format json");
    let kinds: Vec<&Value> = bodies["ranking"]
        .as_array()
        .expect("a ranking")
        .iter()
        .map(|it| &it["kind"])
        .collect();
    assert!(!kinds.is_empty() && kinds.iter().all(|it| **it == "instansi"));
    let province = json("compare examples/spbe-national --province 16 --format json");
    let ranking = province["ranking"].as_array().expect("a ranking");
    assert_eq!(ranking.len(), 17);
    for it in ranking {
        let code = it["code"].as_str().expect("a code");
        assert!(code.starts_with("16."), "{code}");
        assert_eq!(it["rank"], it["rank_in_province"]);
    }
}

#[test]
fn codes_are_texts() {
    let scores = json("score examples/spbe-national --region 11.10 --format json");
    let all = scores["assessments"].as_array().expect("assessments");
    assert!(!all.is_empty() && all.iter().all(|it| it["code"] == "11.10"));
    let names: Vec<&str> = all.iter().filter_map(|it| it["region"].as_str()).collect();
    assert!(
        names.iter().all(|it| *it == "Kabupaten Aceh Singkil"),
        "{names:?}"
    );
}

#[test]
fn denpasar_self_and_evaluated() {
    let scores = json("score examples/spbe-denpasar --format json");
    near(
        told(at_stage(&scores, "2018", "final"), "index"),
        2.64,
        0.005,
    );
    near(
        told(at_stage(&scores, "2019", "final"), "index"),
        3.33,
        0.005,
    );
    let stages = scores["stages"].as_array().expect("stages");
    let first = stages.iter().find(|it| it["wave"] == "2018").expect("2018");
    assert_eq!(first["stages"], serde_json::json!(["self", "final"]));
    let list = first["nodes"].as_array().expect("nodes");
    let of = |id: &str| list.iter().find(|it| it["id"] == id).expect("a node");
    // The file prints 3 by the city itself and 1 by the evaluator.
    assert_eq!(of("i02")["values"], serde_json::json!([3.0, 1.0]));
    near(of("i02")["gap"].as_f64().expect("a gap"), -2.0, 1e-9);
    let shown = siap("score examples/spbe-denpasar --wave 2018 --lang id").stdout;
    assert!(
        shown.contains("Tahap demi tahap · Kota Denpasar · 2018"),
        "{shown}"
    );
    let own = json("score examples/spbe-denpasar --stage self --format json");
    let own = own["assessments"].as_array().expect("assessments");
    assert!(own.len() == 2 && own.iter().all(|it| it["stage"] == "self"));
}

#[test]
fn aceh_tengah_by_the_assessor() {
    let scores = json("score examples/pemdi-aceh-tengah -f pemdi-2026 --format json");
    let document = at_stage(&scores, "2026", "document");
    // The published number counts; the computed one stands beside it.
    near(told(document, "index"), 1.24, 1e-9);
    let computed = nodes(document)["index"]["computed"].as_f64();
    near(computed.expect("a number"), 1.2415, 1e-9);
    let aspects = [1.75, 1.28, 1.0, 1.17, 1.08, 1.4, 1.18];
    for (at, printed) in aspects.iter().enumerate() {
        near(
            told(document, &format!("aspek-{}", at + 1)),
            *printed,
            0.0051,
        );
    }
}

#[test]
fn two_instruments_make_no_trend() {
    let done = siap("trend examples/pemdi-aceh-tengah --lang id");
    assert_eq!(done.code, 1);
    assert!(
        done.stderr
            .contains("`pemdi-2026` menggantikan `spbe-2020`"),
        "{}",
        done.stderr
    );
}

#[test]
fn kediri_with_the_weights_of_its_year() {
    let scores = json("score examples/smart-city-evaluation --region 35.71 --format json");
    near(told(&scores["assessments"][0], "index"), 3.31, 1e-9);
    let computed = nodes(&scores["assessments"][0])["index"]["computed"].as_f64();
    near(computed.expect("a number"), 3.315, 1e-9);
    let other = "region,indicator,level\n35.71,baseline,3.6\n35.71,output,3.21\n35.71,outcome,3.23\n35.71,impact,3.07\n35.71,quick-win,3.65\n";
    let scores = scored("smart-city-evaluation-sleman", other);
    near(told(&scores["assessments"][0], "index"), 3.257, 1e-9);
}

#[test]
fn satisfaction_with_ninths_and_with_what_rounding_would_do() {
    // 29 respondents of a published report: 91.48 with 1/9, 90.56 with 0.11. Rows are rebuilt from
    // the printed counts, which give the same means.
    let file = root().join("tests/reference/agreement/data/skm_permenpanrb14_29resp.csv");
    let mut reader = csv::Reader::from_path(file).expect("the survey");
    let mut table = String::from("region,informant,u1,u2,u3,u4,u5,u6,u7,u8,u9\n");
    for row in reader.records() {
        let row = row.expect("a row");
        let cells: Vec<&str> = row.iter().collect();
        table.push_str(&format!("Sulawesi Barat,{}\n", cells.join(",")));
    }
    let scores = scored("skm", &table);
    let assessment = &scores["assessments"][0];
    near(told(assessment, "index"), 91.475_095_785_440_6, 1e-9);
    assert_eq!(nodes(assessment)["index"]["band"], "a");
    // Which of the last two columns is which, their numbers do not say.
    assert_eq!(scores["warnings"].as_array().map(Vec::len), Some(1));
    assert_eq!(scores["warnings"][0]["code"], "number_in_doubt");
}

#[test]
fn a_letter_that_hangs_on_rounded_ninths_is_told() {
    // All elements 3.55 on the mean: 88.75 is an A with 1/9 and 87.86 a B with 0.11.
    let mut table = String::from("region,informant,u1,u2,u3,u4,u5,u6,u7,u8,u9\n");
    for at in 0..20 {
        let answer = if at < 11 { "4" } else { "3" };
        table.push_str(&format!(
            "Kota Palembang,r{at}{}\n",
            format!(",{answer}").repeat(9)
        ));
    }
    let words = ["score", "-", "-f", "skm", "--lang", "id"];
    let done = siap_with(&words, &table, root());
    let warning = "bobot 0,1111 dibulatkan menjadi 0,11, indeksnya menjadi 87,86, bukan 88,75, dan tidak lagi `A (sangat baik)`";
    assert!(done.stderr.contains(warning), "{}", done.stderr);
    assert!(done.stdout.contains("88,75"), "{}", done.stdout);
}

#[test]
fn letters_leave_no_hole() {
    // Between the printed ends 76.60 and 76.61, and 88.30 and 88.31: rounded to two digits first.
    for (index, letter) in [
        (64.99, "d"),
        (64.996, "c"),
        (76.604, "c"),
        (76.606, "b"),
        (88.304, "b"),
        (88.306, "a"),
    ] {
        let scores = scored("skm", &format!("region,index\nKota Palembang,{index}\n"));
        let index = nodes(&scores["assessments"][0])["index"]["band"].clone();
        assert_eq!(index, letter);
    }
}

#[test]
fn another_bodys_index_becomes_a_value_along_lines() {
    // The first two are the ministry's worked examples; the others lie on edges of its ranges or between
    // them: y0 + (x - x0) / (x1 - x0) * (y1 - y0).
    for (indicator, value, unit, expected) in [
        ("i05", "25", "SDI", 2.0),
        ("i05", "68.75", "SDI", 3.75),
        ("i05", "0", "SDI", 1.0),
        ("i05", "12.5", "SDI", 1.5),
        ("i05", "75", "SDI", 4.0),
        ("i05", "100", "SDI", 5.0),
        ("i05", "63", "SDI", 3.52),
        ("i06", "2.4", "SJIG", 2.4),
        ("i06", "4", "SJIG", 4.0),
        ("i07", "2.07", "IPS", 1.8375),
        ("i07", "4.2", "IPS", 4.0),
        ("i18", "50", "SDI", 3.0),
        ("i10", "3", "IKASANDI", 3.0),
    ] {
        let table = format!("region,indicator,value,unit\n11.04,{indicator},{value},{unit}\n");
        let scores = scored("pemdi-2026", &table);
        let found = nodes(&scores["assessments"][0]);
        let what = format!("{indicator} {value} {unit}");
        let leaf = found[indicator]["value"].as_f64();
        near(
            leaf.unwrap_or_else(|| panic!("{what}: no value")),
            expected,
            1e-9,
        );
        assert!(
            found[indicator]["level"].is_null(),
            "{what}: not a level given"
        );
    }
    let shown = siap_with(
        &["score", "-", "-f", "pemdi-2026", "--lang", "id"],
        "region,indicator,value,unit\n11.04,i06,2.4,SJIG\n",
        root(),
    );
    assert!(
        shown.stdout.contains("diukur instansi lain"),
        "{}",
        shown.stdout
    );
}

const EVIDENCE: &str = "\
region,indicator,wave,stage,level,item,status,owner,due
16.03,i01,2024,self,4,,,,
16.03,i01,2024,,,01.2,diterima,,
16.03,i01,2024,,,01.3,accepted,,
16.03,i01,2024,,,01.4,revisi,Bagian Hukum,2025-03-31
16.03,i02,2024,self,3,,,,
16.03,i02,2024,,,02.3,diterima,,
16.03,i03,2024,self,2,,,,
";

#[test]
fn evidence_shows_the_highest_level_whose_items_are_all_accepted() {
    let scores = scored("spbe-2020", EVIDENCE);
    let evidence = &scores["evidence"][0];
    assert_eq!(evidence["claimed_stage"], "self");
    let list = evidence["nodes"].as_array().expect("nodes");
    let of = |id: &str| list.iter().find(|it| it["id"] == id);
    let i01 = of("i01").expect("i01");
    assert_eq!((&i01["claimed"], &i01["shown"]), (&4.0.into(), &3.0.into()));
    // Level 3 without level 2 shows nothing: the items are cumulative.
    assert_eq!(of("i02").expect("i02")["shown"], 1.0);
    assert!(of("i03").is_none(), "no row speaks of its items");
    let items = evidence["items"].as_array().expect("items");
    let open = items.iter().find(|it| it["item"] == "01.4").expect("01.4");
    assert_eq!(open["status"], "revise");
    assert_eq!(open["owner"], "Bagian Hukum");
    assert_eq!(open["due"], "2025-03-31");
    // Rows of items are no statements: the self-assessment alone is assessed.
    assert_eq!(scores["assessments"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_evidence_table_says_whose_task_is_next() {
    let words = [
        "score",
        "-",
        "-f",
        "spbe-2020",
        "--format",
        "md",
        "--lang",
        "id",
    ];
    let done = siap_with(&words, EVIDENCE, root());
    let line = done
        .stdout
        .lines()
        .find(|it| it.contains("01.4"))
        .expect("the open item");
    for word in ["| 4 |", "revisi", "Bagian Hukum", "2025-03-31"] {
        assert!(line.contains(word), "{line}");
    }
    assert!(done.stdout.contains("Nilai berbukti"), "{}", done.stdout);
}

#[test]
fn the_later_stage_of_a_review_decides_and_disagreement_is_told() {
    let table = "\
region,indicator,stage,item,status
16.03,i01,document,01.2,ditolak
16.03,i01,visit,01.2,diterima
16.03,i01,visit,01.3,diterima
16.03,i01,visit,01.3,revisi
";
    let scores = scored("spbe-2020", table);
    let shown = &scores["evidence"][0]["nodes"];
    let i01 = shown.as_array().expect("nodes").iter();
    let i01 = i01.clone().find(|it| it["id"] == "i01").expect("i01");
    assert_eq!(i01["shown"], 2.0);
    let warnings = scores["warnings"].as_array().expect("warnings");
    let told = |it: &&Value| it["code"] == "item_states_differ";
    assert_eq!(warnings.iter().filter(told).count(), 1);
}

#[test]
fn instruments_without_a_regulation_say_so_on_screens_and_figures() {
    let (_keep, path) = folder(&[("d.csv", "region,indicator,level\n35.71,baseline,3\n")]);
    let words = [
        "compare",
        "d.csv",
        "-f",
        "smart-city-evaluation-2022",
        "--lang",
        "id",
        "--figures",
        "f",
    ];
    let done = siap_with(&words, "", &path);
    assert!(
        done.stdout.contains("salinan instrumen resmi, belum"),
        "{}",
        done.stdout
    );
    let figure = std::fs::read_to_string(path.join("f/ranking.svg")).expect("a figure");
    assert!(figure.contains("salinan instrumen resmi"));
    let official = siap_with(
        &["compare", "-", "-f", "spbe-2020", "--lang", "id"],
        "region,index\n16.03,3.29\n16.07,2.71\n",
        root(),
    );
    assert!(!official.stdout.contains("instrumen resmi"));
}

#[test]
fn every_reported_number_is_checked_not_their_mean() {
    let run = |table: &str| siap_with(&["compare", "-", "-f", "spbe-2020"], table, root());
    let high = run("region,indicator,value\n16.01,index,5.9\n16.01,index,3\n16.02,index,4\n");
    assert_eq!(high.code, 1, "{}", high.stdout);
    let two = run("region,indicator,value\n16.01,index,2\n16.01,index,3\n16.02,index,4\n");
    assert_eq!(
        two.code, 1,
        "an official instrument has one: {}",
        two.stdout
    );
    // Where several numbers are averaged the lowest of them is looked at.
    let own = std::fs::read_to_string(root().join("frameworks/spbe-2020.toml")).expect("a file");
    let own = own.replace("informants = \"single\"", "informants = \"mean\"");
    let (_own, alone) = folder(&[("own.toml", &own)]);
    let low = siap_with(
        &["compare", "-", "-f", "own.toml"],
        "region,indicator,value\n16.01,index,0.5\n16.01,index,3\n16.02,index,4\n",
        &alone,
    );
    assert!(low.stdout.contains("needs confirmation"), "{}", low.stdout);
    assert!(
        low.stderr.contains("two numbers are reported"),
        "{}",
        low.stderr
    );
    // A number that is not used, since the indicators below it are known and the study wants the
    // computed one, keeps nobody out.
    let study =
        "framework = \"spbe-2020\"\ndata = [\"a.csv\"]\n[aggregation]\nreported = \"computed\"\n";
    let rows = "region,indicator,value\n16.01,kebijakan,0.5\n16.01,i01,3\n16.02,index,4\n";
    let (_keep, folder) = folder(&[("study.toml", study), ("a.csv", rows)]);
    let unused = siap_with(&["compare", "."], "", &folder);
    assert!(
        !unused.stdout.contains("needs confirmation"),
        "{}",
        unused.stdout
    );
    assert!(unused.stderr.contains("is not used"), "{}", unused.stderr);
}

#[test]
fn a_misprint_neither_rises_nor_falls() {
    let trend = json("trend examples/spbe-sumsel --format json");
    for list in ["rose", "fell", "unchanged"] {
        let names = trend[list].as_array().expect("names");
        assert!(!names.contains(&"Kabupaten Banyuasin".into()), "{list}");
    }
    let regions = trend["regions"].as_array().expect("regions");
    let it = regions
        .iter()
        .find(|it| it["region"] == "Kabupaten Banyuasin");
    let it = it.expect("Banyuasin");
    assert_eq!(it["points"][0]["reason"], "needs-confirmation");
    assert_eq!(
        it["change"]["certain"]
            .as_bool()
            .or(it["certain"].as_bool()),
        Some(false)
    );
}

#[test]
fn a_limit_of_another_index_is_no_level() {
    let table = "region;indicator;value;unit\n11.04;i05;kurang dari 63;SDI\n11.04;i06;3;\n";
    let scores = scored("pemdi-2026", table);
    let found = nodes(&scores["assessments"][0]);
    assert!(found["i05"]["value"].is_null(), "{}", found["i05"]);
}

#[test]
fn a_row_without_a_state_decides_nothing() {
    let table = "\
region,indicator,stage,item,status,owner,due
16.03,i01,document,01.2,accepted,,
16.03,i01,final,01.2,,Diskominfo,2025-01-31
";
    let scores = scored("spbe-2020", table);
    let item = &scores["evidence"][0]["items"][0];
    assert_eq!(
        (&item["status"], &item["owner"]),
        (&"accepted".into(), &"Diskominfo".into())
    );
    assert_eq!(scores["warnings"], serde_json::json!([]));
}

#[test]
fn other_weights_make_no_official_result() {
    let (_keep, path) = folder(&[
        (
            "study.toml",
            "title = \"X\"\nframework = \"spbe-2020\"\ndata = [\"d.csv\"]\n[weights]\nkebijakan = 50\n",
        ),
        (
            "d.csv",
            "region,kebijakan,tata-kelola,manajemen,layanan\n16.03,3,3,3,4\n",
        ),
    ]);
    let done = siap_with(&["score", ".", "--format", "json"], "", &path);
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert_eq!(record["framework"]["standing"], "own");
    let shown = siap_with(&["score", "."], "", &path);
    assert!(
        shown.stdout.contains("not an official instrument"),
        "{}",
        shown.stdout
    );
}

#[test]
fn other_stages_are_named_where_they_are_left_out() {
    let shown = siap("compare examples/spbe-denpasar --lang id").stdout;
    assert!(
        shown.contains("meskipun ada dalam data: tahap nilai mandiri"),
        "{shown}"
    );
}
