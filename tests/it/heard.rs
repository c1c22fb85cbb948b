//! Who said what: the matrix of findings, the table of who was heard, and the words for what is missing.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::run::{Done, folder, siap, siap_with};

const FRAMEWORK: &str = "id = \"f\"\nversion = \"1\"\ntitle = \"F\"\n\
    [scale]\nmin = 0\nmax = 4\n\
    [[band]]\nid = \"low\"\nfrom = 0\nlabel.id = \"belum siap\"\nlabel.en = \"not ready\"\n\
    [[band]]\nid = \"high\"\nfrom = 50\nlabel.id = \"siap\"\nlabel.en = \"ready\"\n\
    [[indicator]]\nid = \"net\"\ntitle = \"Network\"\n\
    question.id = \"Berapa?\"\nquestion.en = \"How many?\"\n\
    [[indicator]]\nid = \"law\"\ntitle = \"Law\"\nkind = \"check\"\nallow_na = true\n\
    [[indicator]]\nid = \"men\"\ntitle = \"Staff\"\n";

fn run_with(study: &str, rows: &str, words: &[&str]) -> Done {
    let files = [
        ("f.toml", FRAMEWORK),
        ("d.csv", rows),
        ("study.toml", study),
    ];
    let (_keep, path) = folder(&files);
    siap_with(&[&words[..1], &["."], &words[1..]].concat(), "", &path)
}

fn run(rows: &str, words: &[&str]) -> Done {
    let study = "title = \"S\"\nframework = \"f.toml\"\ndata = [\"d.csv\"]\n";
    run_with(study, rows, words)
}

fn json(rows: &str, words: &[&str]) -> Value {
    let done = run(rows, &[words, &["--format", "json"]].concat());
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn text(rows: &str, words: &[&str]) -> String {
    let done = run(rows, words);
    assert_eq!(done.code, 0, "{}", done.stderr);
    done.stdout
}

const ROWS: &str = "concerns,region,indicator,level,direction,informant,role,agency,date,finding,quote,consent,rationale,confidence,source,locator,note,coder,use,basis,id\n\
    Dukcapil;BKD,OKI,net,3,supporting,Budi,Kepala Dinas,Diskominfo;Bappeda,27/05/2019,Jaringan ada,Sudah ada,ya,karena jalan,tinggi,Skripsi,hlm. 7,cek lagi,AN,primary,cross,E1\n\
    ,OKI,net,,inhibiting,Siti,Camat,,2019,Sering putus,rahasia besar,tidak,,rendah,Skripsi,hlm. 9,,AN,supplementary,,E2\n\
    ,OKI,net,,,,,,,Cerita lama,,,,,Koran,kol. 2,,AN,context,,E3\n\
    ,OKI,index,,,,,,,Penulis menilai daerah ini siap.,,,,,Skripsi,hlm. 99,,AN,context,,E4\n\
    ,OKI,men,1,,,,,,,,,,,,,,AN,primary,,E5\n";

#[test]
fn rows_of_every_use_stand_beside_a_primary_one_with_who_says_them() {
    let shown = text(ROWS, &["matrix", "--lang", "id"]);
    for words in [
        "Jaringan ada — Budi (Kepala Dinas, Diskominfo,",
        "27/05/2019 [E1]",
        "(pelengkap) Sering putus — Siti",
        "(konteks) Cerita lama",
        "Network\u{a0}×",
        "×: ada nilai",
    ] {
        assert!(shown.contains(words), "{words}:\n{shown}");
    }
    for hidden in ["karena jalan", "hlm. 7", "cek lagi"] {
        assert!(!shown.contains(hidden), "{hidden}: only in full\n{shown}");
    }
    assert!(shown.contains("Tidak ada pernyataan (1): Law."), "{shown}");
    let full = text(
        ROWS,
        &["matrix", "--full", "--lang", "id", "--format", "md"],
    );
    for words in [
        "“Sudah ada”",
        "karena jalan",
        "tinggi",
        "hlm. 7",
        "cek lagi",
        "Pengode: AN",
        "d.csv:2",
        "dikodekan silang",
        "tentang: Dukcapil, BKD",
        "pelengkap",
        "konteks",
        "Cerita lama",
    ] {
        assert!(full.contains(words), "{words}:\n{full}");
    }
    for format in ["table", "md", "csv", "json"] {
        // What is for programs always has everything, and refuses `--full`.
        let words: &[&str] = match format {
            "csv" | "json" => &["matrix", "--format", format],
            _ => &["matrix", "--full", "--format", format],
        };
        let all = text(ROWS, words);
        assert!(!all.contains("rahasia"), "{format}:\n{all}");
    }
}

#[test]
fn a_cell_with_many_findings_says_how_many_are_left_out() {
    let mut rows = String::from("region,indicator,level,finding,id\n");
    for at in 0..9 {
        rows.push_str(&format!("OKI,net,2,temuan {at},E{at}\n"));
    }
    let shown = text(&rows, &["matrix"]);
    assert!(
        shown.contains("temuan 2") && !shown.contains("temuan 3"),
        "{shown}"
    );
    assert!(shown.contains("… and 6 more"), "{shown}");
    let full = text(&rows, &["matrix", "--full"]);
    assert!(full.contains("temuan 8"), "{full}");
}

#[test]
fn the_matrix_of_a_paper_fits_two_screens() {
    for (region, most) in [
        ("kutai-kartanegara", 140),
        ("sumsel-smart-province --region Banyuasin", 100),
    ] {
        let shown = siap(&format!("matrix examples/{region}")).stdout;
        assert!(
            shown.lines().count() <= most,
            "{region}: {}",
            shown.lines().count()
        );
    }
}

/// The names of the fields of an object, those that hold lists left out.
fn fields(of: &Value) -> BTreeSet<String> {
    let all = of.as_object().expect("an object");
    let all = all.iter().filter(|(_, value)| !value.is_array());
    all.map(|(name, _)| name.clone()).collect()
}

fn header(csv: &str) -> Vec<String> {
    let first = csv.lines().next().expect("a header");
    first.split(',').map(ToOwned::to_owned).collect()
}

#[test]
fn csv_and_json_of_the_matrix_call_the_same_things_by_the_same_names() {
    let record = json(ROWS, &["matrix"]);
    let cells = record["cells"].as_array().expect("cells");
    let net = cells
        .iter()
        .find(|it| it["indicator"] == "net")
        .expect("a cell");
    let rows = net["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), 3);
    let csv = text(ROWS, &["matrix", "--format", "csv"]);
    let names = header(&csv);
    let in_json: BTreeSet<String> = fields(net).union(&fields(&rows[0])).cloned().collect();
    assert_eq!(names.iter().cloned().collect::<BTreeSet<_>>(), in_json);
    assert_eq!(names.len(), in_json.len(), "no name stands for two things");
    for name in [
        "value",
        "level",
        "confidence",
        "rationale",
        "locator",
        "source",
        "note",
        "use",
        "basis",
        "informant",
        "role",
        "agency",
        "date",
        "quote",
        "coder",
        "concerns",
        "finding",
    ] {
        assert!(in_json.contains(name), "{name}");
    }
    // The same row in both, cell by cell.
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let lines: Vec<csv::StringRecord> = reader.records().map(|it| it.expect("a line")).collect();
    let line = lines
        .iter()
        .find(|it| it.iter().any(|cell| cell == "E1"))
        .expect("E1");
    for (name, cell) in names.iter().zip(line) {
        let value = net
            .get(name)
            .or_else(|| rows[0].get(name))
            .expect("a field");
        let written = match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            Value::Number(it) => it.as_f64().expect("a number").to_string(),
            other => other.to_string(),
        };
        assert_eq!(cell, written, "{name}");
    }
    // A cell of which no row speaks has a line as well.
    assert!(
        lines
            .iter()
            .any(|it| it.iter().any(|cell| cell == "no-statement")),
        "{csv}"
    );
}

#[test]
fn the_authors_verdict_stands_beside_the_band_that_comes_out_here() {
    for command in ["matrix", "score"] {
        let shown = text(ROWS, &[command, "--full", "--lang", "id"]);
        assert!(
            shown.contains("Kesimpulan penulis sumber sendiri"),
            "{command}:\n{shown}"
        );
        let record = json(ROWS, &[command]);
        assert_eq!(record["verdicts"][0]["node"], "index", "{command}");
        assert_eq!(record["verdicts"][0]["locator"], "hlm. 99", "{command}");
    }
}

const STATES: &str = "region,indicator,level,finding\n\
    OKI,net,2,x\nOKI,law,belum diperiksa,x\nOKI,men,,disebut saja\n\
    PALI,net,2,x\nPALI,law,tidak berlaku,x\n\
    Lahat,net,2,x\nLahat,law,tidak diketahui,\nLahat,men,,\n";

#[test]
fn no_statement_no_level_not_checked_and_not_applicable_have_one_name_each() {
    let record = json(STATES, &["score"]);
    let reason = |region: usize, node: &str| {
        let nodes = record["assessments"][region]["nodes"]
            .as_array()
            .expect("nodes");
        let node = nodes.iter().find(|it| it["id"] == node).expect("a node");
        node["reason"].as_str().unwrap_or_default().to_owned()
    };
    // By name: Lahat, Ogan Komering Ilir, Penukal Abab Lematang Ilir.
    assert_eq!(reason(0, "law"), "not-checked");
    assert_eq!(
        reason(0, "men"),
        "no-statement",
        "a blank row is no statement"
    );
    assert_eq!(reason(1, "law"), "not-checked");
    assert_eq!(reason(1, "men"), "no-level");
    assert_eq!(reason(2, "law"), "not-applicable");
    assert_eq!(reason(2, "men"), "no-statement");
    let names = [
        (
            "id",
            [
                "belum diperiksa",
                "tidak ada pernyataan",
                "tanpa level",
                "tidak berlaku",
            ],
        ),
        (
            "en",
            [
                "not checked",
                "no statement",
                "no level given",
                "not applicable",
            ],
        ),
    ];
    for (lang, words) in names {
        for command in [
            &["score"][..],
            &["compare", "--full"],
            &["matrix", "--full"],
        ] {
            let shown = text(
                STATES,
                &[command, &["--lang", lang, "--format", "md"]].concat(),
            );
            for word in words {
                assert!(shown.contains(word), "{command:?}: {word}\n{shown}");
            }
            for never in ["tidak ditanyakan", "not asked"] {
                assert!(!shown.contains(never), "{command:?}: {never}\n{shown}");
            }
        }
        let (_keep, path) = folder(&[("f.toml", FRAMEWORK), ("d.csv", STATES)]);
        let line = format!("chart heatmap d.csv -f f.toml -o h.svg --lang {lang}");
        let done = siap_with(&line.split(' ').collect::<Vec<_>>(), "", &path);
        assert_eq!(done.code, 0, "{}", done.stderr);
        let drawn = std::fs::read_to_string(path.join("h.svg")).expect("a figure");
        for word in words {
            assert!(drawn.contains(word), "heatmap: {word}");
        }
    }
}

const HEARD: &str = "region,indicator,level,informant,role,agency,method,source,locator,coder,id,wave,use,date\n\
    OKI,net,2,,Kepala Dinas,Diskominfo,wawancara,,,AN,s1,2023,,27/05/2019\n\
    OKI,net,1,,Kepala Dinas,Diskominfo,wawancara,,,BD,s1,2023,,\n\
    OKI,men,2,,Kepala Dinas,Diskominfo,wawancara,,,AN,s2,2024,,2019-07-01\n\
    OKI,men,3,Budi,,,wawancara,,,AN,s3,2024,,\n\
    OKI,men,3,,,,dokumen,Perbup 1,hlm. 1,AN,s4,2024,,\n\
    OKI,men,3,,,,dokumen,Perbup 1,hlm. 2,AN,s5,2024,,\n\
    OKI,men,,,,,dokumen,Perbup 1,hlm. 3,AN,s6,2024,context,\n\
    PALI,net,3,,,Bappeda,wawancara,,,AN,s7,2024,,\n";

const PLANNED: &str = "title = \"S\"\nframework = \"f.toml\"\ndata = [\"d.csv\"]\n\
    [[informant]]\nregion = \"OKI\"\nrole = \"Kepala Dinas\"\nagency = \"Diskominfo\"\nclass = \"utama\"\n\
    [[informant]]\nregion = \"OKI\"\nrole = \"Camat\"\n\
    [[informant]]\nregion = \"PALI\"\nrole = \"Kepala Bappeda\"\n\
    [[informant]]\nregion = \"PALI\"\nrole = \"Sekda\"\n";

#[test]
fn sources_tell_who_was_heard_and_who_was_planned() {
    let done = run_with(PLANNED, HEARD, &["sources", "--format", "json"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let oki = &record["regions"][0];
    // Two codings of one statement are one; who speaks in two waves is one.
    assert_eq!(oki["statements"], 5, "{oki}");
    assert_eq!(
        (&oki["codings"], &oki["informants"]),
        (&6.into(), &2.into())
    );
    assert_eq!((&oki["documents"], &oki["unnamed"]), (&1.into(), &0.into()));
    assert_eq!(
        (&oki["context"], &oki["planned"], &oki["heard"]),
        (&1.into(), &2.into(), &1.into())
    );
    let pali = &record["regions"][1];
    assert_eq!((&pali["unnamed"], &pali["planned"]), (&1.into(), &2.into()));
    assert!(pali["heard"].is_null(), "nobody knows: {pali}");
    let sources = record["sources"].as_array().expect("sources");
    let head = sources
        .iter()
        .find(|it| it["role"] == "Kepala Dinas")
        .expect("the head");
    assert_eq!(
        (&head["sort"], &head["class"]),
        (&"person".into(), &"utama".into())
    );
    assert_eq!(
        (&head["date_first"], &head["date_last"]),
        (&"27/05/2019".into(), &"2019-07-01".into())
    );
    let perbup = sources
        .iter()
        .find(|it| it["document"] == "Perbup 1")
        .expect("the rule");
    assert_eq!(
        (&perbup["statements"], &perbup["locators"]),
        (&2.into(), &3.into())
    );
    let planned: Vec<&Value> = sources
        .iter()
        .filter(|it| it["sort"] == "planned")
        .collect();
    assert_eq!(planned.len(), 3);
    assert_eq!(planned[0]["heard"], false, "the Camat");
    assert!(
        planned[1]["heard"].is_null(),
        "may be among those without a name"
    );
    let csv = run_with(PLANNED, HEARD, &["sources", "--format", "csv"]).stdout;
    assert_eq!(
        header(&csv).into_iter().collect::<BTreeSet<_>>(),
        fields(head)
    );
}

#[test]
fn where_no_statement_names_a_person_planned_posts_are_not_called_silent() {
    let tied = "statements cannot be tied to an informant";
    for command in ["sources", "check"] {
        let shown = run_with(PLANNED, HEARD, &[command]).stdout;
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            shown.contains("2 posts planned, no statement tied to one of them"),
            "{command}: {shown}"
        );
        assert!(shown.contains(tied), "{command}: {shown}");
        assert!(
            shown.contains("2 posts planned, 1 of them speak"),
            "{command}: {shown}"
        );
        assert!(!shown.contains("0 of them"), "{command}: {shown}");
    }
    let shown = run_with(PLANNED, HEARD, &["sources"]).stdout;
    assert!(
        shown.contains("Camat") && !shown.contains("Sekda"),
        "{shown}"
    );
}

#[test]
fn every_command_counts_the_same_statements_people_and_documents() {
    let line = "statements: 93 (people 1, documents 5, without a speaker 40)";
    for command in ["matrix", "score", "compare --kind all", "sources", "check"] {
        let shown = siap(&format!("{command} examples/sumsel-smart-province")).stdout;
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        let counts = shown.contains(line);
        // A comparison leaves out what it does not rank.
        assert!(
            counts || command.starts_with("compare"),
            "{command}: {shown}"
        );
    }
    let record = |command: &str| -> Value {
        let line = format!("{command} examples/sumsel-smart-province --region OKI --format json");
        serde_json::from_str(&siap(&line).stdout).expect("JSON")
    };
    let (score, sources) = (record("score"), record("sources"));
    let (index, region) = (&score["assessments"][0]["nodes"][0], &sources["regions"][0]);
    for name in [
        "statements",
        "codings",
        "informants",
        "documents",
        "unnamed",
    ] {
        assert_eq!(index[name], region[name], "{name}");
    }
}

#[test]
fn blank_cells_are_no_context() {
    let rows = "region,indicator,level,use\nOKI,net,2,\nOKI,men,,\nOKI,law,,context\n";
    for command in ["matrix", "score", "compare", "check", "sources"] {
        let shown = text(rows, &[command]);
        assert!(!shown.contains("context rows"), "{command}:\n{shown}");
    }
}

#[test]
fn the_list_of_frameworks_is_brief_and_begins_with_official_ones() {
    let shown = siap("framework list").stdout;
    assert!(shown.lines().count() <= 66, "{}", shown.lines().count());
    let place = |word: &str| {
        shown
            .find(word)
            .unwrap_or_else(|| panic!("{word}:\n{shown}"))
    };
    assert!(place("spbe-2020") < place("application-inventory"));
    assert!(place("official ") < place("  copy  "));
    let full = siap("framework list --full --format md").stdout;
    assert!(full.contains("Population registration") && !shown.contains("Population registration"));
}

#[test]
fn a_framework_is_shown_in_brief_in_full_and_indicator_by_indicator() {
    let (_keep, path) = folder(&[("f.toml", FRAMEWORK)]);
    let show = |words: &str| {
        let line = format!("framework show f.toml {words}");
        siap_with(&line.split_whitespace().collect::<Vec<_>>(), "", &path)
    };
    assert!(!show("").stdout.contains("How many?"));
    assert!(show("").stdout.contains("INDICATOR"));
    assert!(show("--full").stdout.contains("How many?"));
    let one = show("net").stdout;
    assert!(one.contains("How many?") && !one.contains("Staff"), "{one}");
    let record: Value = serde_json::from_str(&show("net --format json").stdout).expect("JSON");
    assert_eq!(record["nodes"].as_array().map(Vec::len), Some(1));
    let wrong = show("nett");
    assert_eq!(wrong.code, 1);
    assert!(
        wrong.stderr.contains("did you mean `net`"),
        "{}",
        wrong.stderr
    );
    assert_eq!(show("net --toml").code, 2);
    let group = siap("framework show smart-province-readiness hr").stdout;
    assert!(
        group.contains("ICT staff") && !group.contains("Online applications"),
        "{group}"
    );
}
