//! `siap plan`: the way to a target, held against `score`, and what is said of it.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use crate::diagnostics::{snapshot, told};
use crate::run::{Done, folder, near, nodes, root, siap_with};

const SPBE: &str = "tests/reference/planning/spbe-2025.csv";
fn run(words: &str) -> Done {
    siap_with(&words.split_whitespace().collect::<Vec<_>>(), "", root())
}

fn record(done: &Done) -> Value {
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn steps(record: &Value) -> &Vec<Value> {
    record["steps"].as_array().expect("steps")
}

fn spbe(more: &str) -> Value {
    record(&run(&format!(
        "plan {SPBE} -f spbe-2020 --region Ogan-Ilir --format json {more}"
    )))
}

#[test]
fn spbe_takes_fifteen_raises_or_fourteen() {
    for (most, raises) in [(1, 15), (2, 14), (3, 14), (4, 14)] {
        let found = spbe(&format!("--target 3.00 --cost levels --max-step {most}"));
        assert_eq!(steps(&found).len(), raises, "--max-step {most}");
        near(found["start"].as_f64().expect("a start"), 2.595, 1e-9);
        assert_eq!(found["reached"], true);
        let after = found["score_after"].as_f64().expect("a value");
        assert!(after >= 3.0 - 1e-9, "{after}");
        let gains: f64 = steps(&found)
            .iter()
            .filter_map(|it| it["gain"].as_f64())
            .sum();
        near(2.595 + gains, after, 1e-9);
        let cheaper = &found["cheaper"];
        let all = f64::from(u32::try_from(raises).expect("few"));
        near(cheaper["cost"].as_f64().expect("a cost"), all - 1.0, 1e-9);
        assert!(cheaper["value"].as_f64().expect("a value") < 3.0 - 1e-9);
        for step in steps(&found) {
            let left = step["if_failed"].as_f64().expect("what is left");
            assert!(
                left < 3.0 - 1e-9 || after - left < 1e-9 || left < after,
                "{step}"
            );
        }
    }
}

#[test]
fn a_schedule_goes_over_the_waves_to_come() {
    let found = spbe("--target 3 --cost levels --max-step 1 --until 2027");
    let waves: Vec<&str> = steps(&found)
        .iter()
        .filter_map(|it| it["wave"].as_str())
        .collect();
    let first = waves.iter().filter(|it| **it == "2026").count();
    assert_eq!((first, waves.len()), (8, 15));
    assert!(waves.is_sorted());
}

#[test]
fn a_level_may_be_fixed_by_its_name() {
    let by_number = spbe("--target 3 --cost levels --fix i12=3");
    let by_name = spbe("--target 3 --cost levels --fix i12=Terdefinisi");
    assert_eq!(by_number["steps"], by_name["steps"]);
}

/// 3 of 0–4 is 75 of 100.
#[test]
fn a_level_taken_for_a_target_is_asked_about() {
    let words = "plan examples/sumsel-smart-province --region Banyuasin --lang en --target";
    let shown = |target: &str| crate::run::siap(&format!("{words} {target}")).stdout;
    assert!(shown("3").contains("Is level 3 meant? That is a target of 75."));
    assert!(!shown("50").contains("meant?"));
}

#[test]
fn what_is_fixed_comes_to_just_that_level() {
    let free = spbe("--target 3 --cost levels");
    let found = spbe("--target 3 --cost levels --fix i12=3 --fix i01=3");
    let of = |id: &str| {
        steps(&found)
            .iter()
            .filter(|it| it["indicator"] == id)
            .count()
    };
    // 1 → 3 is two raises, and 3 stays 3.
    assert_eq!((of("i12"), of("i01")), (2, 0));
    assert!(found["cost"].as_f64() >= free["cost"].as_f64());
    for step in steps(&found) {
        let instead = step["instead"].as_array().expect("a list");
        assert!(
            !instead.iter().any(|it| it == "i01" || it == "i12"),
            "{step}"
        );
    }
}

/// Invented: six pillars of four indicators, levels 0 to 4, all of the same weight.
fn six_pillars(levels: &[usize]) -> (String, String) {
    let mut framework =
        "id = \"enam-pilar\"\nversion = \"1\"\ntitle = \"Enam pilar (rekaan)\"\n".to_owned();
    let (mut header, mut row) = ("wilayah".to_owned(), "Kota Padang".to_owned());
    for pillar in 0..6 {
        let _ = writeln!(
            framework,
            "[[group]]\nid = \"p{pillar}\"\ntitle = \"P{pillar}\""
        );
    }
    for (at, level) in levels.iter().enumerate() {
        let (pillar, id) = (at / 4, format!("p{}-{}", at / 4, at % 4));
        let _ = writeln!(
            framework,
            "[[indicator]]\nid = \"{id}\"\ntitle = \"{id}\"\ngroup = \"p{pillar}\""
        );
        let _ = write!(header, ",{id}");
        let _ = write!(row, ",{level}");
    }
    (framework, format!("{header}\n{row}\n"))
}

#[test]
fn six_pillars_reach_their_target_and_not_with_one_level_less() {
    let levels: Vec<usize> = (0..24)
        .map(|at| 3 - at % 3 % 2 + usize::from(at % 6 == 5))
        .collect();
    assert_eq!(levels.iter().sum::<usize>(), 68);
    let index = |levels: &[usize]| {
        let (framework, table) = six_pillars(levels);
        let (_keep, path) = folder(&[("f.toml", &framework), ("d.csv", &table)]);
        let line = "score d.csv -f f.toml --format json";
        let found = record(&at(&path, line));
        nodes(&found["assessments"][0])["index"]["score"]
            .as_f64()
            .expect("a score")
    };
    near(index(&levels), 100.0 * 68.0 / 96.0, 1e-9);
    let (framework, table) = six_pillars(&levels);
    let (_keep, path) = folder(&[("f.toml", &framework), ("d.csv", &table)]);
    let line = "plan d.csv -f f.toml --region Padang --target 92,3 --format json";
    let found = record(&at(&path, line));
    assert_eq!(steps(&found).len(), 21);
    let mut raised = levels.clone();
    let place = |step: &Value| {
        let id = step["indicator"].as_str().expect("an id");
        let (pillar, number) = id[1..].split_once('-').expect("two numbers");
        pillar.parse::<usize>().expect("one") * 4 + number.parse::<usize>().expect("one")
    };
    for step in steps(&found) {
        raised[place(step)] += 1;
    }
    let reached = index(&raised);
    assert!(reached >= 92.3, "{reached}");
    near(
        reached,
        found["score_after"].as_f64().expect("a value"),
        1e-9,
    );
    for at in (0..24).filter(|at| raised[*at] > levels[*at]) {
        let mut less = raised.clone();
        less[at] -= 1;
        assert!(index(&less) < 92.3);
    }
}

fn at(path: &Path, line: &str) -> Done {
    siap_with(&line.split_whitespace().collect::<Vec<_>>(), "", path)
}

#[test]
fn a_region_without_levels_has_a_gap_and_no_plan() {
    let line = "plan examples/padang/self-assessment --region Padang --target 92,3";
    let found = record(&run(&format!("{line} --format json")));
    near(found["gap"].as_f64().expect("a gap"), 22.06, 1e-9);
    assert_eq!(found["verdict"], "no-levels");
    assert_eq!(found["reached"], false);
    assert!(steps(&found).is_empty());
    let told = run(&format!("{line} --lang id")).stdout;
    assert!(
        told.contains("Tanpa rencana") && told.contains("22,06"),
        "{told}"
    );
}

#[test]
fn what_is_reached_or_out_of_reach_is_said() {
    let found = spbe("--target 2.5 --cost levels");
    assert_eq!(
        (&found["verdict"], &found["reached"]),
        (&"already-reached".into(), &true.into())
    );
    assert!(steps(&found).is_empty());
    let found = spbe("--target 4.5 --cost levels --max-step 1");
    assert_eq!(
        (&found["verdict"], &found["reached"]),
        (&"out-of-reach".into(), &false.into())
    );
    near(found["best"].as_f64().expect("a best"), 3.595, 1e-9);
    near(found["score_after"].as_f64().expect("a value"), 3.595, 1e-9);
    let band = spbe("--target predikat:baik --cost levels");
    assert_eq!(band["band"], "baik");
    near(band["target"].as_f64().expect("a target"), 2.6, 1e-9);
}

/// Missing items are the cost; what is unmeasured or measured by others stands apart.
#[test]
fn items_cost_and_others_stand_apart() {
    let framework = "id = \"f\"\nversion = \"1\"\ntitle = \"F\"\n[aggregation]\nmin_coverage = 0\n\
        [[indicator]]\nid = \"a\"\ntitle = \"A\"\n\
        [[indicator.item]]\ncode = \"A.1\"\nlevel = 3\ntext = \"satu\"\n\
        [[indicator.item]]\ncode = \"A.2\"\nlevel = 3\ntext = \"dua\"\n\
        [[indicator.item]]\ncode = \"A.3\"\nlevel = 3\ntext = \"tiga\"\n\
        [[indicator]]\nid = \"b\"\ntitle = \"B\"\n\
        [[indicator]]\nid = \"c\"\ntitle = \"C\"\nexternal = true\nfed_by = \"BPS\"\n\
        [[indicator]]\nid = \"d\"\ntitle = \"D\"\n";
    let rows = "wilayah,tahun,indikator,level,butir,status,penanggung jawab,tenggat\n\
        OKI,2024,a,2,,,,\nOKI,2024,b,2,,,,\nOKI,2024,c,1,,,,\n\
        OKI,2024,a,,A.1,diterima,,\nOKI,2024,a,,A.2,belum,Bappeda,2025-03-01\n\
        OKI,2024,a,,A.3,diterima,Dinas Kominfo,2025-02-01\n";
    let (_keep, path) = folder(&[("f.toml", framework), ("d.csv", rows)]);
    let plan = |more: &str| {
        let line = format!("plan d.csv -f f.toml --region OKI --format json {more}");
        record(&at(&path, &line))
    };
    // 5 of 12 levels; one more level makes 50.
    let found = plan("--target 50");
    let step = &steps(&found)[0];
    assert_eq!(steps(&found).len(), 1);
    assert_eq!(step["indicator"], "a");
    assert_eq!(step["items"], serde_json::json!(["A.2"]));
    assert_eq!(
        (&step["owner"], &step["due"]),
        (&"Bappeda".into(), &"2025-03-01".into())
    );
    assert_eq!(step["instead"], serde_json::json!(["b"]));
    assert_eq!(found["unmeasured"][0]["indicator"], "d");
    near(
        found["unmeasured"][0]["could_add"]
            .as_f64()
            .expect("a gain"),
        900.0 / 16.0 - 500.0 / 12.0,
        1e-9,
    );
    assert_eq!(found["external"][0]["fed_by"], "BPS");
    near(
        found["external"][0]["could_add"].as_f64().expect("a gain"),
        100.0 / 12.0,
        1e-9,
    );
    // Nothing else can be raised beyond a and b.
    let all = plan("--target 100");
    assert_eq!(all["verdict"], "out-of-reach");
    near(all["best"].as_f64().expect("a best"), 75.0, 1e-9);
}

/// The plan runs on what is computed, and says by how much that differs.
#[test]
fn an_official_number_stands_beside_the_plan() {
    let mut rows = std::fs::read_to_string(root().join(SPBE)).expect("the table");
    rows.push_str("Kabupaten Ogan Ilir,2025,final,index,2.70\n");
    let (_keep, path) = folder(&[("d.csv", &rows)]);
    let line = "plan d.csv -f spbe-2020 --region Ogan-Ilir --target 3 --cost levels --max-step 1";
    let found = record(&at(&path, &format!("{line} --format json")));
    assert_eq!(steps(&found).len(), 15);
    near(found["start"].as_f64().expect("a start"), 2.595, 1e-9);
    near(found["published"].as_f64().expect("a number"), 2.7, 1e-9);
    near(
        found["published_more"].as_f64().expect("a difference"),
        0.105,
        1e-9,
    );
    let told = at(&path, &format!("{line} --lang id")).stdout;
    assert!(told.contains("2,70") && told.contains("2,595"), "{told}");
}

/// A minimum that the plan leaves missed is named beside the answer.
#[test]
fn a_missed_minimum_is_named() {
    let framework = "id = \"f\"\nversion = \"1\"\ntitle = \"F\"\n\
        [[band]]\nid = \"low\"\nfrom = 0\nlabel = \"Rendah\"\n[[band]]\nid = \"high\"\nfrom = 50\nlabel = \"Tinggi\"\n\
        [[minimum]]\nnode = \"b\"\nvalue = 2\nband = \"low\"\n\
        [[indicator]]\nid = \"a\"\ntitle = \"A\"\n[[indicator]]\nid = \"b\"\ntitle = \"B\"\n";
    let rows = "region,indicator,level\nOKI,a,2\nOKI,b,1\n";
    let (_keep, path) = folder(&[("f.toml", framework), ("d.csv", rows)]);
    let line = "plan d.csv -f f.toml --region OKI --target band:high";
    let found = record(&at(&path, &format!("{line} --format json")));
    assert_eq!(steps(&found)[0]["indicator"], "a");
    let missed = serde_json::json!([{ "node": "b", "value": 2.0, "found": 1.0 }]);
    assert_eq!(found["minimums"], missed);
    let told = at(&path, line).stdout;
    assert!(told.contains("`B` has 1 of the 2"), "{told}");
}

#[test]
fn mistakes() {
    let spbe = ["plan", SPBE, "-f", "spbe-2020", "--region", "Ogan Ilir"];
    let with = |more: &[&'static str]| [&spbe[..], more].concat();
    let costs = |file| with(&["--target", "3", "--cost", file]);
    let lines: &[(&str, u8, Vec<&str>)] = &[
        (
            "no_region",
            2,
            vec!["plan", SPBE, "-f", "spbe-2020", "--target", "3"],
        ),
        (
            "unknown_region",
            1,
            vec![
                "plan",
                SPBE,
                "-f",
                "spbe-2020",
                "--region",
                "Ogan Ilr",
                "--target",
                "3",
            ],
        ),
        ("no_target", 2, spbe.to_vec()),
        ("target_word", 2, with(&["--target", "baik"])),
        ("target_off_scale", 1, with(&["--target", "92.3"])),
        ("unknown_band", 1, with(&["--target", "predikat:bagus"])),
        (
            "max_step_zero",
            2,
            with(&["--target", "3", "--max-step", "0"]),
        ),
        (
            "unknown_node",
            1,
            with(&["--target", "3", "--node", "domain-9"]),
        ),
        ("fix_word", 2, with(&["--target", "3", "--fix", "i12"])),
        (
            "fix_no_level",
            1,
            with(&["--target", "3", "--fix", "i12=banyak"]),
        ),
        ("fix_unknown", 1, with(&["--target", "3", "--fix", "i99=3"])),
        ("fix_too_low", 1, with(&["--target", "3", "--fix", "i07=2"])),
        ("until_past", 1, with(&["--target", "3", "--until", "2024"])),
        (
            "until_word",
            1,
            with(&["--target", "3", "--until", "nanti"]),
        ),
        ("cost_no_file", 1, costs("tests/errors/planning/nope.csv")),
        (
            "cost_columns",
            1,
            costs("tests/errors/planning/columns.csv"),
        ),
        (
            "cost_mistakes",
            1,
            costs("tests/errors/planning/mistakes.csv"),
        ),
        ("cost_words", 1, costs("tests/errors/planning/words.csv")),
        (
            "relative",
            1,
            vec![
                "plan",
                "tests/errors/planning/relative-data.csv",
                "-f",
                "tests/errors/planning/relative.toml",
                "--region",
                "OKI",
                "--target",
                "80",
            ],
        ),
    ];
    for (name, code, words) in lines {
        let text = told(words, root());
        assert!(
            text.starts_with(&format!("exit status {code}\n")),
            "{name}:\n{text}"
        );
        snapshot("planning", name, &text);
    }
}
