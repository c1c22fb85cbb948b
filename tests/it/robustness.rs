//! Defects that once were, kept from coming back.

use std::fmt::Write as _;

use serde_json::Value;

use crate::run::{Done, folder, siap_with};

const TWO: &str = "id = \"f\"\nversion = \"1\"\ntitle = \"F\"\n\
    [[indicator]]\nid = \"a\"\ntitle = \"A\"\n[[indicator]]\nid = \"b\"\ntitle = \"B\"\n";

fn run(framework: &str, rows: &str, words: &[&str]) -> Done {
    let (_keep, path) = folder(&[("f.toml", framework), ("d.csv", rows)]);
    let all = [&words[..1], &["d.csv", "-f", "f.toml"], &words[1..]].concat();
    siap_with(&all, "", &path)
}

fn json(framework: &str, rows: &str, words: &[&str]) -> Value {
    let all = [words, &["--format", "json"]].concat();
    let done = run(framework, rows, &all);
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn node<'a>(record: &'a Value, at: usize, id: &str) -> &'a Value {
    let nodes = record["assessments"][at]["nodes"]
        .as_array()
        .expect("nodes");
    nodes.iter().find(|it| it["id"] == id).expect("the node")
}

#[test]
fn waves_of_years_and_texts_have_one_order() {
    let mut rows = String::from("region,indicator,level,wave\n");
    for (at, wave) in [
        "2", "10", "1a", "2023", "3/2023", "nan", "1e2", "Q1", "11", "x",
    ]
    .iter()
    .cycle()
    .take(150)
    .enumerate()
    {
        writeln!(rows, "R{},a,3,{wave}", at % 17).expect("room");
    }
    let record = json(TWO, &rows, &["compare"]);
    assert_eq!(record["wave"], "x", "texts stand behind years, by letters");
}

#[test]
fn groups_may_not_be_nested_without_end() {
    let mut text = TWO.to_owned();
    for at in 0..20_000 {
        let parent = match at {
            0 => String::new(),
            _ => format!("parent = \"g{}\"\n", at - 1),
        };
        write!(text, "[[group]]\nid = \"g{at}\"\ntitle = \"G\"\n{parent}").expect("room");
    }
    let done = run(&text, "region,indicator,level\nOKI,a,1\n", &["score"]);
    assert_eq!(done.code, 1);
    assert!(
        done.stderr.contains("nested more than 64"),
        "{}",
        done.stderr
    );
}

#[test]
fn a_name_of_two_nodes_names_neither() {
    let framework = "id = \"f\"\nversion = \"1\"\ntitle = \"Kesiapan\"\n\
        [[indicator]]\nid = \"a\"\ntitle = \"Lainnya\"\n\
        [[indicator]]\nid = \"b\"\ntitle = \"Lainnya\"\n\
        [[indicator]]\nid = \"c\"\ntitle = \"Other\"\naliases = [\"Jaringan\"]\n\
        [[indicator]]\nid = \"d\"\ntitle = \"Jaringan\"\n\
        [[indicator]]\nid = \"e\"\ntitle = \"Kesiapan\"\n";
    for name in ["Lainnya", "Jaringan"] {
        let done = run(
            framework,
            &format!("region,indicator,level\nOKI,{name},1\n"),
            &["score"],
        );
        assert_eq!(done.code, 1, "{name}: {}", done.stdout);
    }
    // The title of the whole is not the name of the index.
    let record = json(
        framework,
        "region,indicator,level\nOKI,Kesiapan,4\n",
        &["score"],
    );
    assert_eq!(node(&record, 0, "e")["value"], 4.0);
    // Separators do not matter, in long tables as in wide ones.
    let framework = TWO.replace("title = \"A\"", "title = \"Jaringan (internet)\"");
    for rows in [
        "region,Jaringan Internet\nOKI,3\n",
        "region,indicator,level\nOKI,jaringan_internet,3\n",
    ] {
        assert_eq!(
            node(&json(&framework, rows, &["score"]), 0, "a")["value"],
            3.0
        );
    }
}

#[test]
fn a_group_of_profiles_is_a_profile_and_not_missing() {
    let framework = "id = \"f\"\nversion = \"1\"\ntitle = \"F\"\n[aggregation]\nmissing = \"zero\"\n\
        [[group]]\nid = \"g\"\ntitle = \"G\"\n[[group]]\nid = \"p\"\nparent = \"g\"\ntitle = \"P\"\ngroups = \"none\"\n\
        [[group]]\nid = \"h\"\ntitle = \"H\"\n\
        [[indicator]]\nid = \"a\"\ngroup = \"p\"\ntitle = \"A\"\n[[indicator]]\nid = \"b\"\ngroup = \"h\"\ntitle = \"B\"\n";
    let rows = "region,indicator,level\nOKI,a,4\nOKI,b,4\n";
    let record = json(framework, rows, &["score"]);
    assert_eq!(node(&record, 0, "g")["reason"], "profile");
    assert_eq!(node(&record, 0, "index")["score"], 100.0);
}

#[test]
fn words_of_check_lists_follow_their_scale() {
    let framework = TWO.replace(
        "title = \"A\"",
        "title = \"A\"\nkind = \"check\"\nscale = \"s\"",
    ) + "[scales.s]\nmin = 1\nmax = 5\n";
    for (word, score) in [("tidak", 0.0), ("sebagian", 50.0), ("ada", 100.0)] {
        let rows = format!("region,indicator,level\nOKI,a,{word}\n");
        assert_eq!(
            node(&json(&framework, &rows, &["score"]), 0, "a")["score"],
            score
        );
    }
}

#[test]
fn numbers_beyond_reckoning_are_refused_where_they_stand() {
    for framework in [
        TWO.replace("title = \"A\"", "title = \"A\"\nweight = 1e308"),
        format!("{TWO}[scale]\nmin = -1e308\nmax = 1e308\n"),
        format!("{TWO}[scale]\nmin = 0\nmax = 1e-300\n"),
        TWO.replace(
            "title = \"A\"",
            "title = \"A\"\nkind = \"number\"\ngoalposts = [-1e308, 1e308]",
        ),
    ] {
        let done = run(&framework, "region,indicator,level\nOKI,a,0\n", &["score"]);
        assert_eq!(done.code, 1, "{framework}\n{}", done.stdout);
    }
    let done = run(TWO, "region,indicator,value\nOKI,index,1e308\n", &["score"]);
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("d.csv:2:"), "{}", done.stderr);
}

#[test]
fn a_level_may_stand_in_the_value_column_and_is_checked_there() {
    let rows = "region,indicator,value\nOKI,a,3\n";
    assert_eq!(node(&json(TWO, rows, &["score"]), 0, "a")["value"], 3.0);
    assert_eq!(
        run(TWO, "region,indicator,value\nOKI,a,9\n", &["score"]).code,
        1
    );
    // Beside a level, or with a unit, it is a quantity.
    let rows = "region,indicator,level,value,unit\nOKI,a,1,7,orang\nOKI,b,,7,orang\n";
    let record = json(TWO, rows, &["score"]);
    assert_eq!(node(&record, 0, "a")["value"], 1.0);
    assert_eq!(node(&record, 0, "b")["reason"], "no-level");
}

#[test]
fn the_tier_is_chosen_before_the_wave_and_counts_regions() {
    let mut rows = String::from("region,indicator,level,wave,stage\n");
    for (region, wave) in [
        ("Sumatera Selatan", 2024),
        ("Lampung", 2024),
        ("OKI", 2025),
        ("Banyuasin", 2025),
        ("Muara Enim", 2025),
    ] {
        writeln!(rows, "{region},a,2,{wave},final\n{region},b,2,{wave},final").expect("room");
    }
    let record = json(TWO, &rows, &["compare", "--kind", "provinsi"]);
    assert_eq!(record["wave"], "2024");
    assert_eq!(record["ranking"].as_array().map(Vec::len), Some(2));
    let stages = "region,indicator,level,stage\nLampung,a,2,self\nLampung,a,2,document\nLampung,a,2,visit\n\
                  OKI,a,2,self\nOKI,b,2,self\nBanyuasin,a,2,self\nBanyuasin,b,2,self\n";
    let record = json(TWO, stages, &["compare"]);
    assert_eq!(
        record["ranking"].as_array().map(Vec::len),
        Some(2),
        "two kabupaten, one province"
    );
}

#[test]
fn conflicts_stay_within_a_region_and_context_is_listed_only() {
    let rows = "region,indicator,level,id,contradicts,use\n\
                OKI,a,1,x,y,\nBanyuasin,a,1,y,,\nOKI,a,1,z,,context\nOKI,a,4,v,,context\n";
    let record = json(TWO, rows, &["score"]);
    assert_eq!(
        record["conflicts"].as_array().map(Vec::len),
        Some(0),
        "{}",
        record["conflicts"]
    );
}

#[test]
fn what_coders_agreed_on_is_no_conflict_with_what_each_of_them_said() {
    for word in ["consensus", "Konsensus", "kesepakatan"] {
        let rows = format!(
            "region,indicator,level,informant,coder\nOKI,a,4,x,p\nOKI,a,1,x,q\nOKI,a,2,x,{word}\n"
        );
        let record = json(TWO, &rows, &["score"]);
        assert_eq!(node(&record, 0, "a")["value"], 2.0, "{word}");
        assert_eq!(
            record["conflicts"].as_array().map(Vec::len),
            Some(0),
            "{word}"
        );
    }
}

#[test]
fn a_cell_left_empty_is_no_statement() {
    let record = json(TWO, "region,a,b\nOKI,3,\n", &["score"]);
    assert_eq!(node(&record, 0, "index")["statements"], 1);
    assert_eq!(node(&record, 0, "b")["reason"], "no-statement");
    let record = json(TWO, "region,indicator,level\nOKI,a,3\nOKI,b,\n", &["score"]);
    assert_eq!(node(&record, 0, "index")["statements"], 1);
    assert_eq!(node(&record, 0, "b")["reason"], "no-statement");
}

#[test]
fn the_order_of_rows_moves_no_digit() {
    let rows = |levels: [f64; 3]| {
        let mut text = String::from("region,indicator,level\n");
        for level in levels {
            writeln!(text, "OKI,a,{level}").expect("room");
        }
        text
    };
    let one = json(TWO, &rows([0.1, 0.2, 0.3]), &["score"]);
    let two = json(TWO, &rows([0.3, 0.2, 0.1]), &["score"]);
    assert_eq!(one["assessments"], two["assessments"]);
}

#[test]
fn a_score_lies_inside_its_possible_range() {
    let framework = "id = \"f\"\nversion = \"1\"\ntitle = \"F\"\n\
        [[group]]\nid = \"g\"\ntitle = \"G\"\n[[group]]\nid = \"h\"\ntitle = \"H\"\n\
        [[indicator]]\nid = \"g1\"\ngroup = \"g\"\ntitle = \"1\"\n\
        [[indicator]]\nid = \"g2\"\ngroup = \"g\"\ntitle = \"2\"\n\
        [[indicator]]\nid = \"g3\"\ngroup = \"g\"\ntitle = \"3\"\n\
        [[indicator]]\nid = \"h1\"\ngroup = \"h\"\ntitle = \"4\"\n";
    let record = json(
        framework,
        "region,indicator,level\nOKI,g1,0\nOKI,h1,4\n",
        &["score"],
    );
    let index = node(&record, 0, "index");
    let of = |field: &str| index[field].as_f64().expect("a number");
    assert!(
        of("score_low") <= of("score") && of("score") <= of("score_high"),
        "{index}"
    );
    // And the comparison says which group has too little data for a score of its own.
    let rows =
        "region,indicator,level\nOKI,g1,0\nOKI,g2,0\nOKI,h1,3\nBanyuasin,g1,0\nBanyuasin,h1,4\n";
    let framework = framework.replace(
        "[[group]]\nid = \"g\"",
        "[aggregation]\nrank_coverage = 0.6\n[[group]]\nid = \"g\"",
    );
    let shown = run(&framework, rows, &["compare"]).stdout;
    assert!(
        shown.contains("too little data for a score of its own: G (33%)"),
        "{shown}"
    );
}

#[test]
fn a_constant_column_is_left_out_for_every_region_alike() {
    let framework = TWO.replace(
        "title = \"A\"",
        "title = \"A\"\nkind = \"number\"\nunit = \"%\"\nnormalise = \"min-max\"",
    );
    let rows = "region,indicator,level,value\nOKI,a,,5\nOKI,b,2,\nBanyuasin,a,,5\nBanyuasin,b,2,\nMuara Enim,b,2,\n";
    let record = json(&framework, rows, &["compare"]);
    assert_eq!(record["ranking"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_quote_without_consent_stays_in_the_team() {
    let rows = "region,indicator,level,quote,consent\nOKI,a,1,rahasia besar,tidak\nOKI,b,1,boleh dikutip,ya\n";
    for format in ["table", "md", "csv", "json"] {
        let shown = run(TWO, rows, &["matrix", "--format", format]).stdout;
        assert!(!shown.contains("rahasia"), "{format}: {shown}");
        assert!(shown.contains("boleh"), "{format}: {shown}");
    }
}

#[test]
fn quantities_that_a_source_leaves_open_stay_open() {
    let framework = TWO.replace(
        "title = \"A\"",
        "title = \"A\"\nkind = \"number\"\nunit = \"%\"",
    );
    let rows = "region;indicator;value;finding\nOKI;a;sekitar 70,24%;satu\nOKI;a;lebih dari 3;dua\nOKI;a;sebagian besar;tiga\nOKI;a;12;empat\n";
    let shown = run(&framework, rows, &["matrix", "--lang", "id"]).stdout;
    for words in ["sekitar 70,24", "lebih dari 3", "sebagian besar"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(!shown.contains("12%"), "{shown}");
}

#[test]
fn targets_have_share_pace_and_path() {
    // Padang: 70.24 % at the end of 2021 against 92.30 % in 2024.
    let study = "framework = \"smart-city-self-assessment\"\ndecimal = \",\"\n\
        [[target]]\nnode = \"index\"\nvalue = 92.30\nwave = 2024\n";
    let rows = "region;indicator;value;wave\nKota Padang;achievement;sekitar 70,24%;2021\n";
    let (_keep, path) = folder(&[("study.toml", study), ("d.csv", rows)]);
    let done = siap_with(&["score", ".", "--format", "json"], "", &path);
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let target = &record["assessments"][0]["targets"][0];
    let near = |value: &Value, wanted: f64| {
        let found = value.as_f64().expect("a number");
        assert!((found - wanted).abs() < 0.005, "{found} is not {wanted}");
    };
    near(&target["gap"], 22.06);
    near(&target["share"], 0.7610);
    near(&target["pace"], 7.35);
    near(&target["path"][0]["value"], 77.59);
    near(&target["path"][1]["value"], 84.95);
    assert_eq!(target["reached"], false);
    let shown = siap_with(&["score", ".", "--lang", "id"], "", &path).stdout;
    for words in [
        "22,06",
        "76,10%",
        "7,35",
        "77,59",
        "84,95",
        "belum tercapai",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
}

#[test]
fn tags_filter_and_label_and_never_score() {
    let record = |more: &[&str]| -> Value {
        let words = [
            &[
                "compare",
                "examples/sumsel-smart-province",
                "--format",
                "json",
            ],
            more,
        ]
        .concat();
        let done = siap_with(&words, "", crate::run::root());
        serde_json::from_str(&done.stdout).expect("JSON")
    };
    let (all, tagged) = (record(&[]), record(&["--tag", "Gerakan 100 Smart City"]));
    assert_eq!(tagged["ranking"].as_array().map(Vec::len), Some(2));
    assert_eq!(tagged["ranking"][0]["score"], all["ranking"][0]["score"]);
    assert_eq!(
        tagged["ranking"][0]["tags"],
        serde_json::json!(["Gerakan 100 Smart City"])
    );
}

#[test]
fn a_table_of_many_alike_rows_takes_no_quadratic_time() {
    // Not timed: at the old speed this test alone would take minutes.
    let mut rows = String::from("region,indicator,level\n");
    for _ in 0..30_000 {
        rows.push_str("OKI,a,1\n");
    }
    let done = run(TWO, &rows, &["check"]);
    assert_eq!(done.code, 0);
    let mut rows = String::from("region,indicator,level,informant\n");
    for at in 0..30_000 {
        writeln!(rows, "OKI,a,{},i{at}", at % 5).expect("room");
    }
    assert_eq!(run(TWO, &rows, &["score"]).code, 0);
}
