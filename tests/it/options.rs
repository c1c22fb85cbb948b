//! Every option of every command has an effect, or is refused with a sentence.
//!
//! The options are those that `--help` lists, which is made from the definition of the command line: a
//! new one without a line in [`TRIALS`] fails here.

use std::path::Path;

use crate::run::{Done, folder, siap_with};

/// A command, what is typed without any option, and the same for options of a name: an option has an
/// effect where what is said or written differs.
const BASES: &[(&str, &str)] = &[
    ("framework list", "framework list"),
    ("framework show", "framework show skm"),
    ("framework check", "framework check skm"),
    ("framework new", "framework new"),
    ("check", "check ."),
    ("convert", "convert ."),
    ("score", "score ."),
    ("matrix", "matrix ."),
    ("sources", "sources ."),
    ("compare", "compare ."),
    ("explain", "explain . --region OKI"),
    ("learn", "learn ."),
    ("robust", "robust . --runs 50"),
    ("plan", "plan . --region OKI --target 80"),
    ("trend", "trend ."),
    ("diff", "diff . --wave 2023..2024"),
    ("triangulate", "triangulate ."),
    ("agree", "agree . --resamples 50"),
    ("chart", "chart ranking . -o ranking.svg"),
    ("schema", "schema score"),
    ("completions", "completions bash"),
    ("man", "man"),
];

/// Commands whose options are tried where their tables are (`agree_study`, `questionnaire`), and the one
/// that needs a terminal (`assessing`, `terminal`).
const ELSEWHERE: &[&str] = &[
    "assess",
    "framework",
    "reliability",
    "template",
    "split",
    "merge",
];

/// Option, value, and the one command for which it is, if it is not for all; the first that fits counts.
const TRIALS: &[(&str, &str, &str)] = &[
    ("--framework", "smart-city-pillars", ""),
    ("--as", "smart-city-pillars", ""),
    ("--basis", "native", ""),
    ("--decimal", "comma", ""),
    ("--column", "informant=note", "sources"),
    ("--column", "level=note", ""),
    ("--missing", "0", ""),
    ("--by", "agency", "score"),
    ("--region", "Muara Enim", "explain"),
    ("--node", "technology", "explain"),
    ("--against", "Muara Enim", "explain"),
    ("--seed", "3", "explain"),
    ("--region", "OKU", "plan"),
    ("--target", "70", "plan"),
    ("--node", "technology", "plan"),
    ("--until", "2026", "plan"),
    ("--max-step", "1", "plan"),
    ("--cost", "costs.txt", "plan"),
    ("--fix", "internet-network=4", "plan"),
    ("--wave", "2022..2023", "trend"),
    ("--wave", "2022..2023", "diff"),
    ("--coder", "AN..BD", "diff"),
    ("--wave", "2022", ""),
    ("--region", "OKI", ""),
    ("--tag", "binaan", ""),
    ("--province", "Bali", ""),
    ("--kind", "kota", ""),
    ("--stage", "self", ""),
    ("--return", "back", "check"),
    ("--format", "json", ""),
    ("--output", "other.svg", "chart"),
    ("--output", "other.toml", "framework new"),
    ("--output", "other.json", ""),
    ("--full", "", ""),
    ("--figures", "figures", ""),
    ("--top", "1", ""),
    ("--bottom", "1", ""),
    ("--toml", "", "framework show"),
    ("--weights", "dirichlet", "robust"),
    ("--rules", "geometric", "robust"),
    ("--normalise", "rank", "robust"),
    ("--missing-as", "zero", "robust"),
    ("--informants", "none", "robust"),
    ("--level-error", "0.4", "robust"),
    ("--leave-out", "indicators", "robust"),
    ("--runs", "60", "robust"),
    ("--seed", "2", ""),
    ("--by", "method", "triangulate"),
    ("--matrix", "table.csv", "agree"),
    ("--scale", "0..4", "agree"),
    ("--all", "", "agree"),
    ("--levels", "STS,TS,N,S,SS", "agree"),
    ("--shape", "units", "agree"),
    ("--unit", "unit", "agree"),
    ("--coders", "AN,BD", "agree"),
    ("--leave-out", "no", "agree"),
    ("--metric", "nominal", "agree"),
    ("--resamples", "60", "agree"),
    ("--interval", "percentile", "agree"),
    ("--cluster", "region", "agree"),
];

/// Options that change nothing that is written, and say so in their help, and the one that has nothing to
/// do where all files are good.
const SILENT: &[&str] = &["--threads", "--skip-bad-files"];

const STUDY: &str = "framework = \"smart-province-readiness\"\n[tags]\nbinaan = [\"Kab. OKI\"]\nlain = [\"Kab. Lahat\"]\n";

/// Four regions of two provinces, three waves, two stages, two coders, statements of both bases.
fn rows() -> String {
    let indicators = [
        "online-applications",
        "internet-network",
        "data-integration",
        "ict-staff",
        "staff-competence",
        "ict-support",
        "implementing-rules",
    ];
    let mut out =
        "id,region,wave,stage,indicator,level,informant,coder,basis,method,date,finding\n"
            .to_owned();
    let mut id = 0_usize;
    for (at, region) in ["Kab. OKI", "Kab. OKU", "Kota Prabumulih", "Kota Denpasar"]
        .iter()
        .enumerate()
    {
        for wave in [2022, 2023, 2024] {
            for stage in ["self", "final"] {
                for (number, indicator) in indicators.iter().enumerate() {
                    id += 1;
                    if at == 2 && number == 6 {
                        // What is missing can be treated in several ways.
                        continue;
                    }
                    let level = (at * 2 + number + wave + stage.len()) % 5;
                    let basis = if number == 0 { "cross" } else { "native" };
                    for (coder, level) in [("AN", level), ("BD", (level + id % 2).min(4))] {
                        let (person, month) = (id % 60, id % 9 + 1);
                        out.push_str(&format!(
                            "s{id},{region},{wave},{stage},{indicator},{level},P{person},{coder},\
                             {basis},interview,{wave}-0{month}-01,temuan {id}\n"
                        ));
                    }
                }
            }
        }
    }
    out.push_str(
        "s999,Kab. OKI,2024,final,internet-network,2.5,P9,AN,native,fgd,2024-02-01,separuh\n",
    );
    // With 0 for missing this person says nothing.
    out.push_str("s998,Kab. OKI,2024,final,ict-support,0,P99,AN,native,interview,,\n");
    out
}

fn run(line: &str, path: &Path) -> Done {
    siap_with(&line.split_whitespace().collect::<Vec<_>>(), "", path)
}

fn help(command: &str, path: &Path) -> Vec<String> {
    let page = run(&format!("{command} --help --lang en"), path).stdout;
    page.lines().map(str::to_owned).collect()
}

/// The long names of the options of a command.
fn options(command: &str, path: &Path) -> Vec<String> {
    let lines = help(command, path);
    let starts = lines
        .iter()
        .map(|it| it.trim_start())
        .filter(|it| it.starts_with('-'));
    let long = starts.filter_map(|it| it.split([' ', ',']).find(|word| word.starts_with("--")));
    long.map(str::to_owned).collect()
}

/// The commands below one, itself left out.
fn commands(above: &str, path: &Path) -> Vec<String> {
    let lines = help(above, path);
    let listed = lines.iter().skip_while(|it| *it != "Commands:").skip(1);
    let names = listed.take_while(|it| !it.is_empty()).filter_map(|it| {
        let name = it.strip_prefix("  ")?.split(' ').next()?;
        (!name.is_empty()).then(|| format!("{above} {name}").trim().to_owned())
    });
    names.collect()
}

#[test]
fn every_option_has_an_effect_or_is_refused() {
    let rows = rows();
    let table = "unit,AN,BD\n1,1,1\n2,2,3\n3,4,4\n4,0,1\n";
    let costs = "indicator,level,cost\ninternet-network,3,2\ninternet-network,4,9\n";
    let (_keep, path) = folder(&[
        ("study.toml", STUDY),
        ("data.csv", &rows),
        ("table.txt", table),
        ("costs.txt", costs),
    ]);
    std::fs::create_dir(path.join("tables")).expect("a folder");
    let (_other, plain) = folder(&[("table.csv", table)]);
    let mut all = commands("", &path);
    all.extend(commands("framework", &path));
    let mut wrong = Vec::new();
    for command in all.iter().filter(|it| !ELSEWHERE.contains(&it.as_str())) {
        let Some((_, base)) = BASES.iter().find(|(name, _)| name == command) else {
            wrong.push(format!("{command}: no line in BASES"));
            continue;
        };
        let without = run(base, &path);
        assert_eq!(without.code, 0, "{base}: {}", without.stderr);
        for option in options(command, &path) {
            if ["--help", "--version", "--lang"].contains(&option.as_str())
                || SILENT.contains(&option.as_str())
            {
                continue;
            }
            let trial = TRIALS.iter().find(|(name, _, only)| {
                *name == option && (only.is_empty() || *only == command.as_str())
            });
            let Some((_, value, _)) = trial else {
                wrong.push(format!("{command} {option}: no line in TRIALS"));
                continue;
            };
            let base = match option.as_str() {
                // Given in the base: given again it is wrong usage, and no trial.
                "--runs" => base.replace(" --runs 50", ""),
                "--region" => base.replace(" --region OKI", ""),
                "--target" => base.replace(" --target 80", ""),
                "--resamples" => base.replace(" --resamples 50", ""),
                "--output" => base.replace(" -o ranking.svg", ""),
                "--wave" | "--coder" => base.replace(" --wave 2023..2024", ""),
                "--matrix" => "agree".to_owned(),
                _ => (*base).to_owned(),
            };
            let place = if option == "--matrix" { &plain } else { &path };
            let with = run(&format!("{base} {option} {value}"), place);
            let same = (&with.stdout, &with.stderr) == (&without.stdout, &without.stderr);
            let drawn = std::fs::read(path.join("ranking.svg")).unwrap_or_default();
            let redrawn = command == "chart" && option != "--output" && {
                let again = run(&base, &path);
                assert_eq!(again.code, 0, "{base}");
                std::fs::read(path.join("ranking.svg")).unwrap_or_default() != drawn
            };
            if with.code == 0 && same && !redrawn {
                wrong.push(format!("{command} {option} {value}: no effect and no word"));
            }
            if with.code != 0 && with.stderr.is_empty() {
                wrong.push(format!(
                    "{command} {option} {value}: refused without a word"
                ));
            }
            let _ = std::fs::remove_file(path.join("other.json"));
            let _ = std::fs::remove_dir_all(path.join("figures"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the command line alone shows to be wrong exits 2, whatever the files hold.
#[test]
fn wrong_usage_exits_2_and_writes_nothing() {
    let rows = rows();
    let (_keep, path) = folder(&[("study.toml", STUDY), ("data.csv", &rows)]);
    for (line, word) in [
        ("man nope", "nope"),
        ("schema nope", "nope"),
        ("framework new Id_Saya", "Id_Saya"),
        ("score data.csv", "--framework"),
        ("trend . --wave ..", "FIRST..LAST"),
        ("trend . --wave 2022", "FIRST..LAST"),
        ("trend . --wave 2024..2022", "2022..2024"),
        ("score . --format json -o m.csv", "--format"),
        ("score . --format csv -o m.svg", "--format"),
        ("score . --format json --full", "--full"),
        ("score . -o out/m.csv --full", "--full"),
        ("score . -o m.xls", "m.xlsx"),
        ("score . -o m.docx", ".xlsx"),
        ("score . -o", "--output"),
        ("framework show skm --toml -o skm.json", ".toml"),
        ("framework show skm --toml --full", "--full"),
        ("framework new -o mine.json", ".toml"),
        ("schema study -o study.toml", ".json"),
        ("chart ranking . -o ranking.gif", ".svg"),
        ("check . --figures x", "--figures"),
    ] {
        let done = run(&format!("--lang en {line}"), &path);
        assert_eq!(done.code, 2, "{line}: {}", done.stderr);
        assert!(done.stderr.contains(word), "{line}: {}", done.stderr);
        assert_eq!(done.stdout, "", "{line}");
    }
    let mut left: Vec<_> = std::fs::read_dir(&path)
        .expect("the folder")
        .map(|it| it.expect("an entry").file_name())
        .collect();
    left.sort();
    assert_eq!(left, ["data.csv", "study.toml"]);
}

#[test]
fn an_unknown_language_of_the_environment_is_told() {
    let run = |words: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_siap"))
            .args(words)
            .env("SIAP_LANG", "zz")
            .env("LC_ALL", "C")
            .output()
            .expect("it runs");
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    let told = run(&["schema"]);
    assert!(
        told.contains("`zz`") && told.contains("`id`") && told.contains("`en`"),
        "{told}"
    );
    assert_eq!(run(&["schema", "--lang", "id"]), "");
}
