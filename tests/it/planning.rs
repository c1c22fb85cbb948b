//! `siap plan`: the cheapest way to a target, held against trying everything, and against `score`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use siap::advise::plan::{self, Cost, Costs, Plan, Verdict, Wish};
use siap::assess::{self, Assessed};
use siap::framework::{self, Framework, Method};
use siap::read::{self, Decimal, ReadOptions};
use siap::region::Register;
use siap::stats::Stream;

use crate::diagnostics::{snapshot, told};
use crate::run::{Done, folder, near, nodes, root, siap_with};

const SPBE: &str = "tests/reference/planning/spbe-2025.csv";
const RULES: [&str; 5] = ["arithmetic", "geometric", "harmonic", "median", "min"];

fn pick<'a>(stream: &mut Stream, words: &[&'a str]) -> &'a str {
    let at = stream.below(u32::try_from(words.len()).expect("few"));
    words[at as usize]
}

/// A tree of one or two levels of groups under random rules, weights and scales, and one row of answers.
fn drawn(stream: &mut Stream, rule: &str) -> (String, String) {
    let missing = pick(stream, &["rescale", "zero"]);
    let scale = pick(
        stream,
        &[
            "min = 0\nmax = 4\n",
            "min = 1\nmax = 5\n",
            "min = 1\nmax = 5\nbands = [1, 1.5, 2.5, 3.5, 4, 5]\n",
        ],
    );
    let floor = match scale.starts_with("min = 0") || stream.below(2) == 0 {
        true => "floor = 0.02\n",
        false if ["geometric", "harmonic"].contains(&rule) => "floor = 0.1\n",
        false => "",
    };
    // A zero child is an error under two rules, whichever group has them.
    let others: &[&str] = if floor.is_empty() {
        &["arithmetic", "median", "min"]
    } else {
        &RULES
    };
    let unit = pick(stream, &["percent", "native"]);
    let mut text = format!(
        "id = \"f\"\nversion = \"1\"\ntitle = \"F\"\n[scale]\n{scale}[aggregation]\ngroups = \"{rule}\"\n\
         missing = \"{missing}\"\nmin_coverage = 0\n{floor}[reporting]\nunit = \"{unit}\"\n"
    );
    let mut table = "region,indicator,level\n".to_owned();
    let groups = 1 + stream.below(4);
    let is_wide = groups == 1;
    let equal = stream.below(2) == 0;
    for group in 0..groups {
        let parent = match group {
            2.. if stream.below(2) == 0 => "parent = \"g0\"\n",
            _ => "",
        };
        let own = match stream.below(2) {
            0 => format!("groups = \"{}\"\n", pick(stream, others)),
            _ => String::new(),
        };
        let weight = if equal { 1 } else { 1 + stream.below(3) };
        let _ = writeln!(
            text,
            "[[group]]\nid = \"g{group}\"\ntitle = \"G{group}\"\nweight = {weight}\n{parent}{own}"
        );
        let leaves = if is_wide {
            4 + stream.below(2)
        } else {
            1 + stream.below(2)
        };
        for leaf in 0..leaves {
            let weight = if equal {
                "1"
            } else {
                pick(stream, &["1", "2", "3", "1.5", "0.4"])
            };
            let direction = pick(stream, &["higher", "higher", "higher", "lower"]);
            let id = format!("g{group}-{leaf}");
            let _ = writeln!(
                text,
                "[[indicator]]\nid = \"{id}\"\ntitle = \"{id}\"\ngroup = \"g{group}\"\nweight = {weight}\ndirection = \"{direction}\""
            );
            let low = f64::from(u8::from(!scale.starts_with("min = 0")));
            let level = low + f64::from(stream.below(4));
            let level = match stream.below(9) {
                0 if leaf > 0 => continue,
                1 if !scale.contains("bands") => level + 0.5,
                _ => level,
            };
            let _ = writeln!(table, "Kota Bogor,{id},{level}");
        }
    }
    (text, table)
}

fn scored(framework: &Framework, method: &Method, table: &str) -> Option<Assessed> {
    let options = ReadOptions {
        decimal: Some(Decimal::Point),
        ..ReadOptions::default()
    };
    let (statements, _) = read::read(table.as_bytes(), "d.csv", &options).expect("rows");
    let spellings = BTreeMap::new();
    let register = Register::embedded();
    let done = assess::assess(framework, &statements, register, &spellings, method);
    done.ok().map(|it| it.0)
}

/// Cost in thousandths, levels, indicators.
type Effort = (i64, usize, usize);

#[expect(clippy::cast_possible_truncation, reason = "small costs")]
fn thousandths(cost: Cost) -> i64 {
    (cost.number() * 1000.0).round() as i64
}

/// The best plan of all there are: its effort and what it reaches; `None` where none reaches the target.
fn by_trying(
    framework: &Framework,
    method: &Method,
    assessed: &Assessed,
    wish: &Wish,
) -> Option<(Effort, f64)> {
    let mut rescorer = assessed.rescorer(framework, method, &[0]);
    let mut options: Vec<(usize, Vec<(f64, i64)>)> = Vec::new();
    for (node, _, indicator) in framework.indicators() {
        let result = &assessed.assessments[0].nodes[node];
        let Some(answer) = result.answer().filter(|_| result.score.is_some()) else {
            continue;
        };
        let scale = &framework.scales()[indicator.scale];
        let mut levels = vec![(answer, 0)];
        while levels.len() <= wish.most.unwrap_or(9) {
            let (from, before) = levels[levels.len() - 1];
            let Some(to) = scale.whole_level_beyond(from, indicator.is_better_higher()) else {
                break;
            };
            let cost = match &wish.costs {
                Costs::Listed(all) => {
                    let found = all
                        .iter()
                        .find(|it| it.0 == node && (it.1 - to).abs() < 1e-9);
                    match found {
                        Some(it) => thousandths(it.2),
                        None => break,
                    }
                }
                _ => 1000,
            };
            levels.push((to, before + cost));
        }
        options.push((node, levels));
    }
    let mut best: Option<(Effort, f64)> = None;
    let mut at = vec![0; options.len()];
    loop {
        let answers: Vec<(usize, f64)> = options
            .iter()
            .zip(&at)
            .filter(|(_, raised)| **raised > 0)
            .map(|((node, levels), raised)| (*node, levels[*raised].0))
            .collect();
        let effort = (
            options
                .iter()
                .zip(&at)
                .map(|(it, raised)| it.1[*raised].1)
                .sum(),
            at.iter().sum(),
            answers.len(),
        );
        let score = rescorer.node_with(wish.node, &answers);
        let value = score.map(|it| method.as_people_read(framework, wish.node, it));
        if let Some(value) = value.filter(|it| *it >= wish.target - 1e-9) {
            let is_better =
                best.is_none_or(|(least, most)| effort < least || effort == least && value > most);
            if is_better {
                best = Some((effort, value));
            }
        }
        let Some(next) = (0..at.len()).find(|it| at[*it] + 1 < options[*it].1.len()) else {
            return best;
        };
        at[next] += 1;
        at[..next].fill(0);
    }
}

fn effort(plan: &Plan) -> Effort {
    (thousandths(plan.cost), plan.steps.len(), plan.indicators())
}

#[test]
fn plans_are_the_best_of_all_there_are() {
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for number in 0..600 {
        let mut stream = Stream::new(13, 0, number);
        let rule = RULES[usize::try_from(number % 5).expect("small")];
        let (text, table) = drawn(&mut stream, rule);
        let (framework, _) = framework::load(&text, "f.toml").expect("a framework");
        let method = Method::of(&framework);
        let Some(assessed) = scored(&framework, &method, &table) else {
            continue;
        };
        let costs = match stream.below(3) {
            0 => Costs::Levels,
            rough => {
                let mut all = Vec::new();
                for (node, ..) in framework.indicators() {
                    for level in 0..6 {
                        let cost = match rough {
                            1 => f64::from(stream.below(4)),
                            _ => f64::from(stream.below(5000)) / 8.0,
                        };
                        // Now and then there is no price.
                        if stream.below(15) > 0 {
                            let cost = Cost::new(cost).expect("a cost");
                            all.push((node, f64::from(level), cost));
                        }
                    }
                }
                Costs::Listed(all)
            }
        };
        let (low, high) = plan::ends(&framework, &method, 0);
        let wish = Wish {
            node: 0,
            target: low + (high - low) * (0.4 + 0.6 * stream.unit()),
            most: Some(1 + stream.below(3) as usize).filter(|it| *it < 3),
            costs,
            fixes: Vec::new(),
            waves: 0,
        };
        let wanted = by_trying(&framework, &method, &assessed, &wish);
        let found = plan::plan(&framework, &method, &assessed, 0, wish.clone());
        let found = found.unwrap_or_else(|faults| panic!("{number}: {faults:?}\n{text}{table}"));
        match wanted {
            Some((least, most)) => {
                assert!(found.is_reached(), "{number}: {found:?}\n{text}{table}");
                assert_eq!(effort(&found), least, "{number}\n{text}{table}{wish:?}");
                near(found.after.expect("a value"), most, 1e-9);
            }
            None => assert!(!found.is_reached(), "{number}: {found:?}\n{text}{table}"),
        }
        *seen.entry((rule, found.verdict.id())).or_default() += 1;
    }
    for rule in RULES {
        let reached = seen.get(&(rule, Verdict::Reached.id())).copied();
        assert!(reached.unwrap_or_default() >= 25, "{seen:?}");
    }
}

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
