//! One identity in the whole program: case, dots and spaces make no new person, post, region or wave.

use serde_json::Value;

use crate::run::{Done, folder, siap_with};

const HEADER: &str = "region,indicator,level,wave,informant,role,agency,coder,quote,source\n";

/// Rows as one careful person writes them, and as several write them.
const ROWS: [(&str, &str); 10] = [
    (
        "Desa Suka Maju,u1,3,Tahap 1,Pak Budi,,Bappeda,Ani,ya,",
        "Desa Suka Maju,u1,3,Tahap 1,Pak Budi,,Bappeda,Ani,ya,",
    ),
    (
        "Desa Suka Maju,u1,2,Tahap 1,Pak Budi,,Bappeda,Cici,ya,",
        "desa suka maju,u1,2,tahap 1,Pak budi,,BAPPEDA,cici,ya,",
    ),
    (
        "Desa Suka Maju,u2,4,Tahap 1,Pak Budi,,Bappeda,Ani,a,",
        "DESA  SUKA MAJU,u2,4,TAHAP 1,PAK  BUDI,,bappeda,ani.,a,",
    ),
    (
        "Desa Suka Maju,u2,1,Tahap 1,Siti,,Bappeda,Cici,b,",
        "Desa Suka Maju,u2,1,Tahap 1,siti,,Bappeda,Cici,b,",
    ),
    (
        "Desa Suka Maju,u1,4,Tahap 1,,Kabid,Bappeda,Ani,c,",
        "desa suka maju,u1,4,Tahap  1,,kabid,Bappeda,ANI,c,",
    ),
    (
        "Desa Suka Maju,u1,1,Tahap 2,Pak Budi,,Bappeda,Ani,d,",
        "Desa suka maju,u1,1,Tahap 2,pak budi,,Bappeda,Ani,d,",
    ),
    (
        "Desa Suka Maju,u2,3,Tahap 2,Siti,,Bappeda,Ani,e,Perbup 1",
        "Desa Suka Maju,u2,3,tahap 2,Siti,,Bappeda,Ani,e,perbup 1",
    ),
    (
        "Kota Palembang,u1,2,Tahap 2,Pak Budi,,Bappeda,Ani,f,",
        "palembang,u1,2,tahap 2,Pak Budi,,Bappeda,ani,f,",
    ),
    (
        "Kota Palembang,u1,1,Tahap 1,Pak Budi,,Bappeda,Ani,g,",
        "PALEMBANG,u1,1,TAHAP 1,pak budi,,Bappeda,ani,g,",
    ),
    (
        "Kota Palembang,u2,1,Tahap 1,Siti,,Bappeda,Ani,h,",
        "Kota  Palembang,u2,1,tahap 1,SITI,,Bappeda,ani,h,",
    ),
];

fn framework() -> String {
    let indicator = |id: &str| format!("[[indicator]]\nid = \"{id}\"\ntitle = \"{id}\"\n");
    format!(
        "id = \"f\"\nversion = \"1\"\ntitle = \"f\"\n{}{}",
        indicator("u1"),
        indicator("u2")
    )
}

const STUDY: &str = "framework = \"f.toml\"\ndata = [\"d.csv\"]\n[tags]\npilot = [\"desa  suka maju\"]\n\
                     [[informant]]\nregion = \"DESA SUKA MAJU\"\nagency = \"bappeda\"\nrole = \"KABID\"\n";

fn run(words: &[&str], rows: impl Iterator<Item = &'static str>) -> Done {
    let lines: Vec<&str> = rows.collect();
    let data = format!("{HEADER}{}\n", lines.join("\n"));
    let framework = framework();
    let files = [
        ("study.toml", STUDY),
        ("f.toml", framework.as_str()),
        ("d.csv", &data),
    ];
    let (_keep, path) = folder(&files);
    siap_with(words, "", &path)
}

/// What a record says besides fingerprints and how the words are written.
fn plain(text: &str) -> Value {
    fn clean(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.remove("sha256");
                fields.remove("warnings");
                fields.values_mut().for_each(clean);
            }
            Value::Array(items) => items.iter_mut().for_each(clean),
            Value::String(text) => {
                *text = text
                    .to_lowercase()
                    .split(|it: char| it == '.' || it.is_whitespace())
                    .collect();
            }
            _ => {}
        }
    }
    let mut value: Value = serde_json::from_str(text).unwrap_or_else(|why| panic!("{why}: {text}"));
    clean(&mut value);
    value
}

#[test]
fn every_command_takes_two_spellings_for_one_name() {
    let commands: [&[&str]; 13] = [
        &["score", "."],
        &["matrix", "."],
        &["compare", "."],
        &["agree", "."],
        &["reliability", "."],
        &["triangulate", "."],
        &["triangulate", ".", "--by", "time"],
        &["sources", "."],
        &["trend", "."],
        &["diff", ".", "--wave", "TAHAP 1..tahap  2"],
        &["score", ".", "--tag", "pilot"],
        &["score", ".", "--wave", "tahap  1"],
        &["score", ".", "--region", "desa  suka MAJU"],
    ];
    for words in commands {
        let words = [words, &["--format", "json", "--lang", "en"]].concat();
        let one = run(&words, ROWS.iter().map(|(one, _)| *one));
        let other = run(&words, ROWS.iter().map(|(_, other)| *other));
        assert_eq!(
            (one.code, other.code),
            (0, 0),
            "{words:?}: {}{}",
            one.stderr,
            other.stderr
        );
        assert_eq!(plain(&one.stdout), plain(&other.stdout), "{words:?}");
    }
}

#[test]
fn respondents_of_one_name_are_lines_for_score_and_reliability_alike() {
    let table = "region,informant,u1\nR1,Ani,1\nR1,ani,1\nR1,Budi,4\nR2,Ani,2\n";
    let (_keep, path) = folder(&[("d.csv", table)]);
    let run = |command: &str| {
        let words = [command, "d.csv", "-f", "skm", "--format", "json"];
        let done = siap_with(&words, "", &path);
        assert_eq!(done.code, 0, "{}", done.stderr);
        plain(&done.stdout)
    };
    let score = run("score");
    let nodes = score["assessments"][0]["nodes"].as_array().expect("nodes");
    let u1 = nodes.iter().find(|it| it["id"] == "u1").expect("u1");
    assert_eq!(u1["value"].as_f64(), Some(2.0));
    let reliability = run("reliability");
    assert_eq!(
        reliability["items"][0]["mean"].as_f64(),
        Some(2.0),
        "{reliability}"
    );
}
