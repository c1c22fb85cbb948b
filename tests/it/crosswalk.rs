//! Crosswalks, rows carried over by them, and what a ranking says of such rows.

use serde_json::Value;
use siap::assess::project::{Projection, Side, project};
use siap::framework::{self, Crosswalk, Framework, Method, Relation, crosswalk, library};
use siap::problem::Problem;
use siap::read::{self, ReadOptions};
use siap::statement::{Answer, Basis, Statement};
use siap::study::{Memory, Request, Scored, load};
use siap::text::Lang;

use crate::run::{folder, root, siap, siap_with};

/// Levels 0–4, a count, and two indicators of which the other framework makes one.
const SOURCE: &str = r#"
id = "source"
version = "1"
title = "Source"
[scale]
min = 0
max = 4
[scales.bad]
min = 0
max = 10
[[group]]
id = "g"
title = "G"
[[indicator]]
id = "a"
group = "g"
title = "A"
[[indicator]]
id = "b"
group = "g"
title = "B"
[[indicator]]
id = "c"
group = "g"
title = "C"
[[indicator]]
id = "worse"
group = "g"
title = "Worse"
scale = "bad"
direction = "lower"
[[indicator]]
id = "things"
group = "g"
title = "Things"
kind = "inventory"
[[indicator]]
id = "alone"
group = "g"
title = "Alone"
"#;

/// Levels 1–5 in two groups.
const TARGET: &str = r#"
id = "target"
version = "1"
title = "Target"
[scale]
min = 1
max = 5
[[group]]
id = "h"
title = "H"
[[group]]
id = "k"
title = "K"
[[indicator]]
id = "x"
group = "h"
title = "X"
[[indicator]]
id = "y"
group = "h"
title = "Y"
[[indicator]]
id = "z"
group = "k"
title = "Z"
"#;

const JOINED: &str = r#"
from = "source"
to = "target"
judgement = ["all of it"]
[[map]]
from = "a"
to = "x"
relation = "equal"
[[map]]
from = "b"
to = "y"
relation = "part"
[[map]]
from = "b"
to = "z"
relation = "part"
[[map]]
from = "c"
to = "k"
relation = "equal"
[[map]]
from = "c"
to = "z"
relation = "part"
[[map]]
from = "worse"
to = "y"
relation = "equal"
[[map]]
from = "things"
to = "x"
relation = "equal"
[[map]]
from = "alone"
relation = "none"
"#;

fn framework_of(text: &str) -> Framework {
    framework::load(text, "f.toml").expect("a framework").0
}

fn crosswalk_of(text: &str) -> Crosswalk {
    let find = |name: &str| match name {
        "source" => Ok(framework_of(SOURCE)),
        "target" => Ok(framework_of(TARGET)),
        other => panic!("{other}"),
    };
    crosswalk::load(text, "c.toml", &find)
        .expect("a crosswalk")
        .0
}

/// The rows of a table, carried from one framework to the other.
fn carried(from: &str, to: &str, table: &str) -> (Projection, Vec<Problem>) {
    let (from, to) = (framework_of(from), framework_of(to));
    let options = ReadOptions::default();
    let (statements, _) = read::read(table.as_bytes(), "t.csv", &options).expect("a table");
    let methods = [Method::of(&from), Method::of(&to)];
    project(
        Side {
            framework: &from,
            method: &methods[0],
        },
        Side {
            framework: &to,
            method: &methods[1],
        },
        &crosswalk_of(JOINED),
        &statements,
    )
    .expect("no errors")
}

fn level(row: &Statement) -> Option<f64> {
    match row.answer {
        Answer::Number(level) => Some(level),
        _ => row.value,
    }
}

/// `indicator use level` of every row.
fn told(projection: &Projection) -> Vec<String> {
    let line = |row: &Statement| {
        let level = level(row).map_or_else(|| "-".to_owned(), |it| it.to_string());
        format!("{} {} {level}", row.indicator, row.usage.id())
    };
    projection.rows.iter().map(line).collect()
}

#[test]
fn an_equal_level_keeps_its_place_between_lowest_and_highest() {
    let (done, warnings) = carried(
        SOURCE,
        TARGET,
        "region,indicator,level,id\nP,a,0,one\nP,a,3,two\nP,a,4,three\n",
    );
    assert_eq!(told(&done), ["x primary 1", "x primary 4", "x primary 5"]);
    assert_eq!(
        (done.equal, done.part, done.left, done.rescaled),
        (3, 0, 0, 3)
    );
    let codes: Vec<&str> = warnings.iter().map(|it| it.code).collect();
    assert_eq!(codes, ["projected", "projected_rescaled"]);
    assert_eq!(
        warnings[0].message.both()[1],
        "projected onto `target` from `source`: 3 row(s) carried over as equal, 0 as part \
         (without level), 0 left out; results mix native and cross-coded evidence and are no \
         findings of the sources"
    );
    assert!(warnings[0].help[0].both()[1].contains("all of it"));
}

#[test]
fn a_scale_that_counts_downwards_is_turned_round() {
    let table = "region,indicator,level\nP,worse,0\nP,worse,2.5\n";
    let (done, _) = carried(SOURCE, TARGET, table);
    assert_eq!(told(&done), ["y primary 5", "y primary 4"]);
}

#[test]
fn a_part_stays_as_evidence_without_level_in_every_place_it_touches() {
    let table = "region,indicator,level,use,finding,direction,id\n\
                 P,b,3,primary,found,supporting,E1\nP,b,,context,told,,E2\n";
    let (done, warnings) = carried(SOURCE, TARGET, table);
    assert_eq!(
        told(&done),
        [
            "y supplementary -",
            "z supplementary -",
            "y context -",
            "z context -"
        ]
    );
    assert_eq!(
        (done.equal, done.part, done.left, done.rescaled),
        (0, 2, 0, 0)
    );
    assert_eq!(warnings.len(), 1);
    for row in &done.rows[..2] {
        assert_eq!(row.basis, Basis::Cross);
        assert_eq!(row.id.as_deref(), Some("E1"));
        assert_eq!(row.words(), Some("found"));
        assert_eq!(row.origin().row, 2);
        assert_eq!(row.framework.as_deref(), Some("target"));
        assert_eq!(row.coded_as.as_deref(), Some("source/b"));
    }
}

#[test]
fn what_has_no_place_is_left_out_and_counted() {
    let table = "region,indicator,level,id,contradicts\n\
                 P,alone,3,E1,\nP,g,50,E2,\nP,a,1,E3,E1\nP,a,2,E4,elsewhere\n";
    let (done, _) = carried(SOURCE, TARGET, table);
    assert_eq!(told(&done), ["x primary 2", "x primary 3"]);
    assert_eq!((done.equal, done.part, done.left), (2, 0, 2));
    // Whom a row contradicts is forgotten with the row left out, and only then.
    assert!(done.rows[0].contradicts.is_empty());
    assert_eq!(done.rows[1].contradicts.len(), 1);
}

#[test]
fn a_level_equal_to_a_group_becomes_a_number_reported_for_it_once() {
    let (done, _) = carried(SOURCE, TARGET, "region,indicator,level\nP,c,3\n");
    // 3 of 0–4 is 75 of 0–100; the part inside the group would count the row twice.
    assert_eq!(told(&done), ["k primary 75"]);
    assert!(done.rows[0].answer.is_missing());
}

#[test]
fn a_count_never_becomes_a_level() {
    let (done, _) = carried(SOURCE, TARGET, "region,indicator,level\nP,things,3\n");
    assert_eq!(told(&done), ["x supplementary -"]);
    assert_eq!((done.equal, done.part), (0, 1));
}

#[test]
fn a_form_not_filled_in_stays_one_and_a_part_without_words_still_counts() {
    let (done, _) = carried(
        SOURCE,
        TARGET,
        "region,indicator,level\nP,a,\nP,b,\nP,b,2\n",
    );
    assert_eq!(
        told(&done),
        ["x primary -", "y supplementary -", "z supplementary -"]
    );
    assert_eq!((done.equal, done.part, done.left), (1, 1, 1));
    let counted: Vec<bool> = done.rows.iter().map(Statement::is_counted).collect();
    assert_eq!(counted, [false, true, true]);
}

#[test]
fn a_crosswalk_works_backwards() {
    let table = "region,indicator,level\nP,x,4\nP,y,5\nP,z,2\nP,k,75\n";
    let (done, warnings) = carried(TARGET, SOURCE, table);
    assert_eq!(
        told(&done),
        [
            "a primary 3",
            // An inventory takes no level.
            "things supplementary -",
            "b supplementary -",
            "worse primary 0",
            "b supplementary -",
            "c supplementary -",
            "c primary 3",
        ]
    );
    assert_eq!((done.equal, done.part, done.left), (3, 1, 0));
    assert!(
        warnings[0].message.both()[1].starts_with("projected onto `source` from `target`: 3 row")
    );
}

#[test]
fn rows_that_are_wrong_under_their_own_framework_are_refused() {
    let (from, to) = (framework_of(SOURCE), framework_of(TARGET));
    let table = "region,indicator,level\nP,a,9\nP,aa,1\n";
    let (statements, _) =
        read::read(table.as_bytes(), "t.csv", &ReadOptions::default()).expect("a table");
    let methods = [Method::of(&from), Method::of(&to)];
    let [from, to] = [(&from, &methods[0]), (&to, &methods[1])]
        .map(|(framework, method)| Side { framework, method });
    let problems = project(from, to, &crosswalk_of(JOINED), &statements).expect_err("errors");
    let codes: Vec<&str> = problems
        .iter()
        .filter(|it| it.is_error())
        .map(|it| it.code)
        .collect();
    assert_eq!(codes, ["level_outside_scale", "unknown_indicator"]);
}

#[test]
fn every_built_in_crosswalk_is_checked_and_speaks_both_languages() {
    let mut count = 0;
    for id in library::crosswalk_ids() {
        let (crosswalk, warnings) =
            library::crosswalk(id).unwrap_or_else(|it| panic!("{id}: {it:?}"));
        assert!(warnings.is_empty(), "{id}: {warnings:?}");
        assert_eq!(crosswalk.id(), Some(id), "the file is named after the id");
        assert!(library::text(id).is_none(), "{id} is a framework as well");
        assert!(!crosswalk.sources().is_empty(), "{id} names no source");
        assert!(!crosswalk.judgement().is_empty(), "{id} names no judgement");
        let title = crosswalk.title().expect("a title").both();
        assert!(title[0] != title[1], "{id}: {title:?}");
        every_line_says_why(id, &crosswalk);
        for other in library::crosswalk_ids().filter(|it| *it < id) {
            let (other, _) = library::crosswalk(other).expect("checked before");
            let [one, two] = crosswalk.ends();
            assert!(!other.joins(one, two), "{id} and {:?}", other.id());
        }
        count += 1;
    }
    assert_eq!(count, files_in("frameworks/crosswalks"));
    assert!(count >= 9);
}

fn files_in(folder: &str) -> usize {
    let entries = std::fs::read_dir(root().join(folder)).expect("a folder");
    entries.count()
}

fn every_line_says_why(id: &str, crosswalk: &Crosswalk) {
    for map in crosswalk.maps() {
        let note = map.note.as_ref().map(siap::text::Text::both);
        let note = note.unwrap_or_else(|| panic!("{id}: {map:?} has no note"));
        assert!(
            note[0] != note[1] && !note[0].is_empty(),
            "{id}: {map:?} is in one language"
        );
    }
}

#[test]
fn crosswalks_say_something_of_every_node_of_both_sides() {
    let mut all: Vec<Crosswalk> = library::crosswalk_ids()
        .map(|id| library::crosswalk(id).expect("checked").0)
        .collect();
    let path = root().join("examples/kutai-kartanegara");
    let own = std::fs::read_to_string(path.join("framework.toml")).expect("a file");
    let text = std::fs::read_to_string(path.join("crosswalk.toml")).expect("a file");
    let find = |name: &str| match name {
        "framework.toml" => Ok(framework_of(&own)),
        id => library::get(id).map(|it| it.0),
    };
    let (example, warnings) = crosswalk::load(&text, "crosswalk.toml", &find).expect("fine");
    assert!(warnings.is_empty());
    every_line_says_why("example", &example);
    all.push(example);
    for crosswalk in &all {
        for (side, id) in crosswalk.ends().into_iter().enumerate() {
            let framework = match library::get(id) {
                Ok((framework, _)) => framework,
                Err(_) => framework_of(&own),
            };
            for node in framework.nodes() {
                let told = crosswalk.maps().iter().any(|map| {
                    let ids = [map.from.as_deref(), map.to.as_deref()];
                    ids[side] == Some(node.id())
                });
                assert!(told, "{:?} is silent on {id}/{}", crosswalk.id(), node.id());
            }
        }
    }
}

#[test]
fn our_reading_is_never_called_equal() {
    let relation = |id: &str, from: &str, to: &str| -> Option<Relation> {
        let (crosswalk, _) = library::crosswalk(id).expect("built in");
        let maps = crosswalk.maps().to_vec();
        maps.into_iter()
            .find(|it| it.from.as_deref() == Some(from) && it.to.as_deref() == Some(to))
            .map(|it| it.relation)
    };
    for (id, from, to) in [
        ("pillars-caragliu-lombardi", "smart-society", "smart-people"),
        ("pillars-ibm", "smart-society", "people"),
        ("caragliu-lombardi-ibm", "smart-people", "people"),
        ("pillars-caragliu-2009", "smart-society", "human-resources"),
    ] {
        assert_eq!(relation(id, from, to), Some(Relation::Part), "{id}");
    }
    for id in [
        "pillars-caragliu-2009",
        "readiness-edward-iii",
        "readiness-e-readiness",
    ] {
        let (crosswalk, _) = library::crosswalk(id).expect("built in");
        assert_eq!(crosswalk.count(Relation::Equal), 0, "{id}");
    }
}

// The program.

const STUDY: &str = "framework = [\"source.toml\", \"target.toml\"]\n\
                     crosswalk = \"joined.toml\"\ndata = [\"data.csv\"]\n";
const DATA: &str = "region,framework,indicator,level,basis,source,use\n\
                    Kab. OKI,source,a,3,native,One,\n\
                    Kab. OKI,source,b,1,native,One,\n\
                    Kab. OKI,source,alone,1,native,One,\n\
                    Kab. OKI,target,y,2,cross,One,\n\
                    Kab. OKI,target,z,2,native,One,\n\
                    Kota Prabumulih,target,x,3,native,Two,\n\
                    Kota Prabumulih,target,y,3,native,Two,\n\
                    Kota Prabumulih,target,z,3,native,Two,\n";

/// The files of a study with two frameworks and the crosswalk between them.
fn files(data: &str) -> [(&'static str, String); 5] {
    let joined = JOINED
        .replace("\"source\"", "\"source.toml\"")
        .replace("\"target\"", "\"target.toml\"");
    [
        ("study.toml", STUDY.to_owned()),
        ("data.csv", data.to_owned()),
        ("joined.toml", joined),
        ("source.toml", SOURCE.to_owned()),
        ("target.toml", TARGET.to_owned()),
    ]
}

/// The same with another text of one of the files.
fn with(name: &str, text: &str) -> Memory {
    Memory::of(files(DATA).map(|(it, old)| (it, if it == name { text.to_owned() } else { old })))
}

fn onto(name: &str) -> Request {
    Request {
        onto: Some(name.to_owned()),
        ..Request::default()
    }
}

fn scored(files: &Memory, request: &Request) -> Scored {
    let project = load(files, request).unwrap_or_else(|problems| panic!("{problems:?}"));
    project.scored.into_iter().next().expect("a framework")
}

fn value_of(scored: &Scored, region: &str, node: &str) -> Option<f64> {
    let all = &scored.assessed.assessments;
    let of = all.iter().find(|it| &*it.region.name == region);
    of.expect("the region").nodes[scored.framework.find(node).expect("the node")].value
}

fn warned(scored: &Scored) -> Vec<&str> {
    scored.warnings.iter().map(|it| it.code).collect()
}

fn codes(record: &Value) -> Vec<String> {
    let warnings = record["warnings"].as_array().expect("warnings");
    let code = |it: &Value| it["code"].as_str().expect("a code").to_owned();
    warnings.iter().map(code).collect()
}

fn value(record: &Value, region: &str, node: &str) -> Value {
    let assessments = record["assessments"].as_array().expect("assessments");
    let of = assessments
        .iter()
        .find(|it| it["region"] == region)
        .unwrap_or_else(|| panic!("no {region}"));
    let nodes = of["nodes"].as_array().expect("nodes");
    let node = nodes.iter().find(|it| it["id"] == node).expect("the node");
    node["value"].clone()
}

const OKI: &str = "Kabupaten Ogan Komering Ilir";

#[test]
fn own_rows_and_those_of_the_others_stand_under_one_framework() {
    let files = Memory::of(files(DATA));
    let shown = scored(&files, &onto("target"));
    assert_eq!(shown.framework.id(), "target");
    assert_eq!(value_of(&shown, OKI, "x"), Some(4.0));
    assert_eq!(value_of(&shown, OKI, "y"), Some(2.0));
    assert_eq!(value_of(&shown, "Kota Prabumulih", "x"), Some(3.0));
    assert_eq!(warned(&shown), ["projected", "projected_rescaled"]);
    let said = shown.warnings[0].message.get(Lang::En);
    assert!(
        said.contains("1 row(s) carried over as equal, 1 as part (without level), 1 left out"),
        "{said}"
    );
    // The other way round, through the same file.
    let back = scored(&files, &onto("source"));
    assert_eq!(back.framework.id(), "source");
    assert_eq!(value_of(&back, "Kota Prabumulih", "a"), Some(2.0));
    assert_eq!(value_of(&back, OKI, "a"), Some(3.0));
}

#[test]
fn native_after_the_projection_leaves_the_rows_of_the_framework_itself() {
    let request = Request {
        native_only: true,
        ..onto("target")
    };
    let shown = scored(&Memory::of(files(DATA)), &request);
    assert_eq!(value_of(&shown, OKI, "x"), None);
    assert_eq!(value_of(&shown, OKI, "y"), None);
    assert_eq!(value_of(&shown, OKI, "z"), Some(2.0));
    assert_eq!(warned(&shown), ["projected_not_native"]);
}

#[test]
fn every_command_takes_it_and_check_tells_it() {
    let files = files(DATA);
    let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
    let (_keep, path) = folder(&files);
    for words in [
        &["check", "--as", "target"][..],
        &["matrix", "--as", "target"],
        &["compare", "--as", "target.toml"],
        &["chart", "ranking", "--as", "target", "-o", "ranking.svg"],
    ] {
        let done = siap_with(words, "", &path);
        assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
        assert!(
            done.stderr
                .contains("projected onto `target` from `source`"),
            "{words:?}: {}",
            done.stderr
        );
    }
    let id = siap_with(&["check", "--as", "target", "--lang", "id"], "", &path);
    assert!(
        id.stderr
            .contains("diproyeksikan ke `target` dari `source`"),
        "{}",
        id.stderr
    );
}

#[test]
fn a_framework_without_a_crosswalk_is_named() {
    let study = "framework = [\"source.toml\", \"target.toml\"]\ndata = [\"data.csv\"]\n";
    let shown = scored(&with("study.toml", study), &onto("target"));
    assert_eq!(warned(&shown), ["no_crosswalk"]);
    assert_eq!(
        shown.warnings[0].message.get(Lang::En),
        "no crosswalk joins `target` with: source; 3 row(s) are left out"
    );
}

#[test]
fn a_file_under_a_built_in_framework_is_projected_by_a_built_in_crosswalk() {
    let files = Memory::of([(
        "data.csv",
        "region,indicator,level\nKab. OKI,people,3\nKab. OKI,custom,2\n",
    )]);
    let request = Request {
        inputs: vec!["data.csv".to_owned()],
        framework: Some("e-readiness-five".to_owned()),
        ..onto("masterplan-readiness")
    };
    let shown = scored(&files, &request);
    assert_eq!(value_of(&shown, OKI, "people"), Some(3.0));
    assert_eq!(warned(&shown), ["projected"]);
}

#[test]
fn the_example_is_shown_under_the_canonical_form() {
    let done = siap("score examples/kutai-kartanegara --as edward-iii --format json");
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let region = "Kabupaten Kutai Kartanegara";
    assert_eq!(value(&record, region, "fragmentation"), 1.0);
    assert_eq!(value(&record, region, "staff"), Value::Null);
    assert_eq!(value(&record, region, "index"), Value::Null);
}

/// Two regions natively rated by one study, and one that we rated from another.
const TRAP: &str = "region,indicator,level,basis,source\n\
    Kab. Banyuasin,online-applications,3,native,Damanik\n\
    Kab. Banyuasin,internet-network,3,native,Damanik\n\
    Kab. Banyuasin,data-integration,1,native,Damanik\n\
    Kab. Banyuasin,ict-staff,2,native,Damanik\n\
    Kab. Banyuasin,staff-competence,1,native,Damanik\n\
    Kab. Banyuasin,ict-support,3,native,Damanik\n\
    Kab. Banyuasin,implementing-rules,4,native,Damanik\n\
    Kota Bukittinggi,online-applications,3,cross,Other\n\
    Kota Bukittinggi,internet-network,2,cross,Other\n\
    Kota Bukittinggi,data-integration,2,cross,Other\n\
    Kota Bukittinggi,ict-staff,1,cross,Other\n\
    Kota Bukittinggi,staff-competence,2,cross,Other\n\
    Kota Bukittinggi,ict-support,3,cross,Other\n";

#[test]
fn a_ranking_of_native_and_cross_coded_regions_warns_three_times() {
    let compare = |lang: &str, format: &str| {
        let words = [
            "compare",
            "-",
            "-f",
            "smart-province-readiness",
            "--lang",
            lang,
            "--format",
            format,
        ];
        let done = siap_with(&words, TRAP, root());
        assert_eq!(done.code, 0, "{}", done.stderr);
        done.stdout
    };
    let record: Value = serde_json::from_str(&compare("en", "json")).expect("JSON");
    assert_eq!(
        codes(&record),
        ["cross_basis", "uneven_coverage", "different_sources"]
    );
    let said = |at: usize| {
        record["warnings"][at]["message"]
            .as_str()
            .unwrap_or_default()
    };
    assert!(
        said(0).ends_with("Kota Bukittinggi (wholly)"),
        "{}",
        said(0)
    );
    assert!(
        said(1).ends_with("from 83% to 100%; lowest: Kota Bukittinggi"),
        "{}",
        said(1)
    );
    let table = compare("en", "table");
    let (_, firm) = table.split_once("How firm the order is").expect("a part");
    assert!(firm.contains("- Levels rest on cross-coded evidence"));
    assert!(compare("id", "table").contains("(seluruhnya)"));
}

#[test]
fn regions_of_one_study_give_no_such_warning() {
    let done = siap("compare examples/sumsel-smart-province --format json");
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert!(codes(&record).is_empty(), "{:?}", codes(&record));
}

#[test]
fn a_region_with_some_cross_coded_levels_is_named_as_such() {
    let data = TRAP.replacen("1,native,Damanik", "1,cross,Damanik", 1);
    let words = [
        "compare",
        "-",
        "-f",
        "smart-province-readiness",
        "--format",
        "json",
    ];
    let done = siap_with(&words, &data, root());
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let said = record["warnings"][0]["message"]
        .as_str()
        .expect("a message");
    assert!(
        said.ends_with("Kota Bukittinggi (wholly), Kabupaten Banyuasin (partly)"),
        "{said}"
    );
}

#[test]
fn a_study_checks_the_crosswalks_it_names() {
    let broken = "from = \"source.toml\"\nto = \"target.toml\"\n[[map]]\nfrom = \"aa\"\nto = \"x\"\nrelation = \"equal\"\n";
    let refused = |files: &Memory| {
        let mut problems = load(files, &Request::default()).expect_err("a broken crosswalk");
        problems.remove(0)
    };
    let problem = refused(&with("joined.toml", broken));
    let said = problem.message.get(Lang::En);
    assert!(said.contains("`aa` is not in framework `source`"), "{said}");
    let without = files(DATA)
        .into_iter()
        .filter(|(it, _)| *it != "joined.toml");
    let problem = refused(&Memory::of(without));
    assert_eq!(
        problem.place.map(|it| it.file).as_deref(),
        Some("joined.toml")
    );
}

#[test]
fn show_prints_a_crosswalk_in_every_format() {
    let shown = siap("framework show pillars-ibm").stdout;
    for part in ["smart-society", "part", "Our own judgement", "Sources"] {
        assert!(shown.contains(part), "{part} is missing in:\n{shown}");
    }
    let record = siap("framework show pillars-ibm --format json").stdout;
    let record: Value = serde_json::from_str(&record).expect("JSON");
    assert_eq!(
        (&record["from"], &record["to"]),
        (&"smart-city-pillars".into(), &"ibm-six".into())
    );
    let rows = siap("framework show pillars-ibm --format csv").stdout;
    assert!(rows.starts_with("from,to,relation,note_id,note_en\n"));
    let text = siap("framework show pillars-ibm --toml").stdout;
    assert_eq!(Some(text.as_str()), library::crosswalk_text("pillars-ibm"));
}

#[test]
fn f1_nine_governments_out_of_five_papers_are_never_ranked_in_silence() {
    let done = siap("compare examples/nine-regions --kind all --format json");
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let codes = codes(&record);
    for code in ["cross_basis", "uneven_coverage", "different_sources"] {
        assert!(codes.iter().any(|it| it == code), "{code}: {codes:?}");
    }
    // Two thirds of the weight have data there: shown, not ranked.
    let outside = &record["unranked"][0];
    assert_eq!(outside["region"], "Kabupaten Sijunjung");
    assert_eq!(outside["reason"], "low-coverage");
    let native = "compare examples/nine-regions --kind all --basis native --format json";
    let record: Value = serde_json::from_str(&siap(native).stdout).expect("JSON");
    assert_eq!(record["ranking"].as_array().map(Vec::len), Some(5));
}
