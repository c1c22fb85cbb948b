//! A published composite indicator, figure by figure: `tests/reference/asem/SOURCE.md`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use siap::assess::{self, Assessed};
use siap::compare;
use siap::framework::{self, Framework, GroupRule, Method, Normalise};
use siap::read::{self, Decimal, ReadOptions};
use siap::region::Register;
use siap::scrutiny::robust::{self, Plan, Rerun};
use siap::stats;

use crate::run::root;

type Row = BTreeMap<String, String>;

fn table(name: &str) -> Vec<Row> {
    let path = root().join("tests/reference/asem").join(name);
    let bytes = std::fs::read(path).expect("the reference");
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

fn number(row: &Row, column: &str) -> Option<f64> {
    let text = row.get(column).filter(|it| !it.is_empty() && *it != "NA")?;
    Some(text.parse().expect("a number"))
}

/// Names that no region bears.
fn region(code: &str) -> String {
    format!("Negara {code}")
}

/// How the numbers become unit scores.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// Min–max, or the z-score 50 + 10 z, by `normalise`.
    Written(&'static str),
    /// The z-score of mean 60 and deviation 10, thousandths instead of hundredths so that nothing is
    /// clipped: goalposts at the right places are a z-score.
    Z60,
    /// 0–100 as they stand.
    Plain,
}

/// One study of the case.
struct Case {
    framework: Framework,
    assessed: Assessed,
    /// Country codes in the order of the assessments.
    codes: Vec<String>,
}

impl Case {
    fn new(data: &str, way: Way, aggregation: &str) -> Self {
        let meta = table("meta.csv");
        let rows = table(data);
        let mut text = format!(
            "id = \"asem\"\nversion = \"1\"\ntitle = \"ASEM\"\n[aggregation]\nmin_coverage = 0\nrank_coverage = 0\n{aggregation}\n"
        );
        let mut statements = String::from("region,indicator,value\n");
        let parent = |row: &Row| match row["Parent"].as_str() {
            "Index" => None,
            parent => Some(parent.to_lowercase()),
        };
        for row in meta.iter().filter(|it| it["Type"] == "Aggregate") {
            if row["iCode"] == "Index" {
                continue;
            }
            let id = row["iCode"].to_lowercase();
            let above = parent(row).map_or_else(String::new, |it| format!("parent = \"{it}\"\n"));
            writeln!(
                text,
                "[[group]]\nid = \"{id}\"\ntitle = \"{id}\"\nweight = {}\n{above}",
                row["Weight"]
            )
            .expect("room");
        }
        for row in meta.iter().filter(|it| it["Type"] == "Indicator") {
            let code = &row["iCode"];
            let values: Vec<f64> = rows.iter().filter_map(|it| number(it, code)).collect();
            let is_lower = row["Direction"] == "-1" && way != Way::Plain;
            let rule = match way {
                Way::Written(rule) => format!("normalise = \"{rule}\""),
                Way::Plain => "goalposts = [0, 100]".to_owned(),
                Way::Z60 => {
                    let mean = stats::mean(&values).expect("values");
                    let spread = stats::deviation(&values).expect("values");
                    let (low, high) = match is_lower {
                        true => (mean - 94.0 * spread, mean + 6.0 * spread),
                        false => (mean - 6.0 * spread, mean + 94.0 * spread),
                    };
                    format!("goalposts = [{low:?}, {high:?}]")
                }
            };
            let direction = if is_lower { "lower" } else { "higher" };
            writeln!(
                text,
                "[[indicator]]\nid = \"{}\"\ntitle = \"{code}\"\ngroup = \"{}\"\nkind = \"number\"\nunit = \"u\"\n\
                 weight = {}\ndirection = \"{direction}\"\n{rule}",
                code.to_lowercase(),
                parent(row).expect("a pillar"),
                row["Weight"]
            )
            .expect("room");
            for it in &rows {
                if let Some(value) = number(it, code) {
                    let name = region(&it["uCode"]);
                    writeln!(statements, "{name},{},{value:?}", code.to_lowercase()).expect("room");
                }
            }
        }
        let (framework, _) = framework::load(&text, "asem.toml").expect("a framework");
        let options = ReadOptions {
            decimal: Some(Decimal::Point),
            ..ReadOptions::default()
        };
        let (statements, _) =
            read::read(statements.as_bytes(), "asem.csv", &options).expect("statements");
        let method = Method::of(&framework);
        let (assessed, _) = assess::assess(
            &framework,
            &statements,
            Register::embedded(),
            &BTreeMap::new(),
            &method,
        )
        .expect("scores");
        let mut codes: Vec<String> = rows.iter().map(|it| it["uCode"].clone()).collect();
        codes.sort();
        let names: Vec<String> = codes.iter().map(|it| region(it)).collect();
        let found: Vec<&str> = assessed
            .assessments
            .iter()
            .map(|it| &*it.region.name)
            .collect();
        assert_eq!(found, names);
        Self {
            framework,
            assessed,
            codes,
        }
    }

    fn node(&self, code: &str) -> usize {
        self.framework.find(&code.to_lowercase()).expect("a node")
    }

    /// The scores of a node, by country code.
    fn scores(&self, code: &str) -> Vec<Option<f64>> {
        let node = self.node(code);
        let all = self.assessed.assessments.iter();
        all.map(|it| it.nodes[node].score).collect()
    }

    fn rerun(&self) -> Rerun {
        let among: Vec<usize> = (0..self.codes.len()).collect();
        let method = Method::of(&self.framework);
        Rerun::new(&self.framework, &self.assessed, &method, &among)
    }
}

/// Whether every score of `name` is reached, after `told` turned ours into the package's unit.
fn agree(case: &Case, name: &str, told: impl Fn(f64) -> f64) {
    let rows = table(name);
    assert_eq!(rows.len(), 51);
    let columns: Vec<String> = rows[0]
        .keys()
        .filter(|it| *it != "uCode")
        .cloned()
        .collect();
    assert!(columns.len() >= 9);
    for column in &columns {
        for ((row, code), found) in rows.iter().zip(&case.codes).zip(case.scores(column)) {
            assert_eq!(&row["uCode"], code);
            let wanted = number(row, column);
            match (found.map(&told), wanted) {
                (Some(found), Some(wanted)) => assert!(
                    (found - wanted).abs() < 1e-9,
                    "{name}, {column} of {code}: {found} is not {wanted}"
                ),
                (found, wanted) => assert_eq!(found.is_some(), wanted.is_some(), "{column} {code}"),
            }
        }
    }
}

const ARITHMETIC: &str = "groups = \"arithmetic\"";
/// Min–max from 1 to 100 is min–max with a floor of 0.01.
const FLOOR: &str = "groups = \"arithmetic\"\nfloor = 0.01";

#[test]
fn normalised_values_and_arithmetic_scores_agree() {
    let case = Case::new("raw.csv", Way::Written("min-max"), ARITHMETIC);
    agree(&case, "a1_norm_minmax_0_100.csv", |it| it);
    agree(&case, "a1_arith_mm0_scores.csv", |it| it);
    let case = Case::new("raw.csv", Way::Written("min-max"), FLOOR);
    agree(&case, "a1_norm_minmax_1_100.csv", |it| it);
    agree(&case, "a1_arith_mm1_scores.csv", |it| it);
    let case = Case::new("raw.csv", Way::Written("z-score"), ARITHMETIC);
    agree(&case, "a1_norm_zscore.csv", |it| (it - 50.0) / 10.0);
    agree(&case, "a1_arith_z_scores.csv", |it| (it - 50.0) / 10.0);
    let case = Case::new("a2_normalised.csv", Way::Plain, ARITHMETIC);
    agree(&case, "a2_arith_scores.csv", |it| it);
}

#[test]
fn geometric_and_harmonic_scores_agree() {
    for (rule, name) in [("geometric", "a1_geom_mm1"), ("harmonic", "a1_harm_mm1")] {
        let aggregation = format!("groups = \"{rule}\"\nfloor = 0.01");
        let case = Case::new("raw.csv", Way::Written("min-max"), &aggregation);
        agree(&case, &format!("{name}_scores.csv"), |it| it);
    }
}

/// No two of these scores lie within 1e-9, so ranks with a tolerance are those of raw doubles.
#[test]
fn ranks_agree_where_nothing_is_tied() {
    let cases = [
        (
            "a1_arith_mm0",
            Way::Written("min-max"),
            ARITHMETIC.to_owned(),
        ),
        ("a1_arith_mm1", Way::Written("min-max"), FLOOR.to_owned()),
        ("a1_arith_z", Way::Written("z-score"), ARITHMETIC.to_owned()),
        (
            "a1_geom_mm1",
            Way::Written("min-max"),
            FLOOR.replace("arithmetic", "geometric"),
        ),
        (
            "a1_harm_mm1",
            Way::Written("min-max"),
            FLOOR.replace("arithmetic", "harmonic"),
        ),
    ];
    for (name, way, aggregation) in cases {
        let case = Case::new("raw.csv", way, &aggregation);
        let rows = table(&format!("{name}_ranks.csv"));
        let scores: Vec<f64> = case.scores("index").into_iter().flatten().collect();
        for ((row, code), found) in rows.iter().zip(&case.codes).zip(stats::ranks(&scores)) {
            assert_eq!(
                (&row["uCode"], row["Index"].parse()),
                (code, Ok(found)),
                "{name}"
            );
        }
    }
}

/// The published reruns, each by the engine of `robust` and by scoring anew: index and rank of every
/// country, in the order of `choices`.
fn replay(choices: &[Row]) -> Vec<(Vec<f64>, Vec<u32>)> {
    let minmax = Case::new("raw.csv", Way::Written("min-max"), FLOOR);
    let z = Case::new("raw.csv", Way::Z60, ARITHMETIC);
    let (rerun_minmax, rerun_z) = (minmax.rerun(), z.rerun());
    let mut sets: BTreeMap<String, Vec<(String, f64)>> = BTreeMap::new();
    for row in table("ua_weight_sets.csv") {
        let weight = number(&row, "Weight").expect("a weight");
        let set = sets.entry(row["set"].clone()).or_default();
        set.push((row["iCode"].clone(), weight));
    }
    let all: Vec<usize> = (0..51).collect();
    let one = |choice: &Row| {
        let (case, rerun, unit) = match choice["norm"].as_str() {
            "n_minmax" => (&minmax, &rerun_minmax, 1.0),
            _ => (&z, &rerun_z, 10.0),
        };
        let mut method = Method::of(&case.framework);
        method.aggregation.groups = match choice["agg"].as_str() {
            "a_gmean" => GroupRule::Geometric,
            _ => GroupRule::Arithmetic,
        };
        for (code, weight) in &sets[&choice["weight_set"]] {
            if code != "Index" {
                method.weights[case.node(code)] = *weight;
            }
        }
        let found = rerun.scores(&method).expect("scores");
        let mut rescorer = case.assessed.rescorer(&case.framework, &method, &all);
        let (leaf, ..) = case.framework.indicators().next().expect("an indicator");
        let anew = rescorer.index_with(leaf, &vec![None; all.len()]);
        for (found, anew) in found.iter().zip(&anew) {
            let (found, anew) = (found.expect("a score"), anew.expect("a score"));
            assert!((found - anew).abs() < 1e-12, "{found} is not {anew}");
        }
        let scores: Vec<f64> = found.into_iter().flatten().map(|it| it * unit).collect();
        let ranks = stats::ranks(&scores);
        let small = |rank: usize| u32::try_from(rank).expect("small");
        (scores, ranks.into_iter().map(small).collect())
    };
    choices.iter().map(one).collect()
}

/// Whether the ranks of each country have the published quantiles.
fn stats_agree(name: &str, reruns: &[(Vec<f64>, Vec<u32>)]) {
    for (country, row) in table(name).iter().enumerate() {
        let ranks: Vec<u32> = reruns.iter().map(|(_, ranks)| ranks[country]).collect();
        let found = robust::quantiles(&ranks, 51, [0.5, 0.05, 0.95]);
        let [median, low, high] = found.expect("ranks");
        let numbers: Vec<f64> = ranks.iter().map(|it| f64::from(*it)).collect();
        let mean = stats::mean(&numbers).expect("ranks");
        for (column, found) in [
            ("Mean", mean),
            ("Median", median),
            ("Q5", low),
            ("Q95", high),
        ] {
            let wanted = number(row, column).expect("a number");
            assert!(
                (found - wanted).abs() < 1e-9,
                "{column}: {found} is not {wanted}"
            );
        }
    }
}

#[test]
fn the_published_reruns_are_replayed() {
    let choices = table("ua_choices.csv");
    assert_eq!(choices.len(), 60);
    let reruns = replay(&choices);
    let (scores, ranks) = (table("ua_scores.csv"), table("ua_ranks.csv"));
    for (choice, (found, found_ranks)) in choices.iter().zip(&reruns) {
        let column = format!("r_{}", choice["rep"]);
        for (country, row) in scores.iter().enumerate() {
            let wanted = number(row, &column).expect("a score");
            assert!(
                (found[country] - wanted).abs() < 1e-9,
                "{column}: {}",
                found[country]
            );
            assert_eq!(
                ranks[country][&column].parse(),
                Ok(found_ranks[country]),
                "{column}"
            );
        }
    }
    stats_agree("ua_rankstats.csv", &reruns);
}

/// The 320 reruns behind the published indices, their mean shifts of ranks, and the indices.
#[test]
fn the_published_sensitivity_is_replayed() {
    let runs = table("sa_runs.csv");
    let reruns = replay(&runs);
    let nominal: Vec<f64> = table("sa_rankstats.csv")
        .iter()
        .filter_map(|it| number(it, "Nominal"))
        .collect();
    let mut found = Vec::new();
    for (run, (_, ranks)) in runs.iter().zip(&reruns) {
        let shifts: Vec<f64> = ranks
            .iter()
            .zip(&nominal)
            .map(|(rank, nominal)| (f64::from(*rank) - nominal).abs())
            .collect();
        let shift = stats::mean(&shifts).expect("shifts");
        let wanted = number(run, "y_mean_abs_rank_shift").expect("a shift");
        assert!((shift - wanted).abs() < 1e-9, "{shift} is not {wanted}");
        found.push(shift);
    }
    // Quantiles are over the independent samples A and B alone.
    stats_agree("sa_rankstats.csv", &reruns[..128]);
    indices_agree(&found, 64, &table("sa_sobol_indices.csv"));
}

#[test]
fn sobol_indices_agree() {
    let design = table("sobol_ishigami_design.csv");
    let y: Vec<f64> = design.iter().filter_map(|it| number(it, "y")).collect();
    indices_agree(&y, 512, &table("sobol_ishigami_indices.csv"));
    let blocks: Vec<String> = table("sa_runs.csv")
        .into_iter()
        .map(|mut it| it.remove("block").expect("a block"))
        .collect();
    assert!(blocks[..64].iter().all(|it| it == "A") && blocks[64..128].iter().all(|it| it == "B"));
}

fn indices_agree(y: &[f64], n: usize, wanted: &[Row]) {
    let blocks: Vec<&[f64]> = y.chunks(n).collect();
    assert_eq!(blocks.len(), wanted.len() + 2);
    let mixed: Vec<Vec<f64>> = blocks[2..].iter().map(|it| it.to_vec()).collect();
    let found = stats::sobol(blocks[0], blocks[1], &mixed).expect("indices");
    for (found, row) in found.iter().zip(wanted) {
        for (column, found) in [("Si", found.first_order), ("STi", found.total)] {
            let wanted = number(row, column).expect("an index");
            assert!(
                (found - wanted).abs() < 1e-9,
                "{column}: {found} is not {wanted}"
            );
        }
    }
}

#[test]
fn leaving_out_a_pillar_and_effective_weights_agree() {
    let case = Case::new("a2_normalised.csv", Way::Plain, ARITHMETIC);
    let rerun = case.rerun();
    let base: Vec<f64> = rerun
        .scores(&Method::of(&case.framework))
        .expect("scores")
        .into_iter()
        .flatten()
        .collect();
    let nominal = stats::ranks(&base);
    let scores = table("an_leave_one_pillar_out_scores.csv");
    for row in table("an_leave_one_pillar_out_mean_abs_rank_change.csv") {
        let mut method = Method::of(&case.framework);
        if row["removed"] != "Nominal" {
            method.weights[case.node(&row["removed"])] = 0.0;
        }
        let found: Vec<f64> = rerun
            .scores(&method)
            .expect("scores")
            .into_iter()
            .flatten()
            .collect();
        for (found, wanted) in found.iter().zip(&scores) {
            let wanted = number(wanted, &row["removed"]).expect("a score");
            assert!((found - wanted).abs() < 1e-9, "{found} is not {wanted}");
        }
        let shifts: Vec<f64> = stats::ranks(&found)
            .iter()
            .zip(&nominal)
            .map(|(rank, nominal)| {
                f64::from(u32::try_from(rank.abs_diff(*nominal)).expect("small"))
            })
            .collect();
        let shift = stats::mean(&shifts).expect("shifts");
        let wanted = number(&row, "mean_abs_rank_change").expect("a number");
        assert!((shift - wanted).abs() < 1e-9, "{shift} is not {wanted}");
    }
    let robust = robust_of(&case, &Plan::still(1));
    let weights = table("an_effective_weights.csv");
    for it in &robust.influence {
        let id = case.framework.nodes()[it.node].id();
        let row = weights
            .iter()
            .find(|row| row["iCode"].to_lowercase() == id)
            .expect("a weight");
        let wanted = number(row, "EffWeight").expect("a weight");
        assert!((it.weight - wanted).abs() < 1e-9, "{id}: {}", it.weight);
    }
    assert_eq!(robust.influence.len(), 49);
}

fn robust_of(case: &Case, plan: &Plan) -> robust::Robust {
    let method = Method::of(&case.framework);
    let choice = compare::Choice {
        kind: compare::KindChoice::All,
        ..compare::Choice::default()
    };
    let none = siap::statement::Statements::default();
    let (framework, assessed) = (&case.framework, &case.assessed);
    let comparison = compare::compare(framework, &none, assessed, &method, &[], &choice);
    assert_eq!(comparison.ranking.len(), 51);
    robust::robust(
        &case.framework,
        &none,
        &case.assessed,
        &method,
        &comparison,
        plan,
    )
}

/// Without a floor min–max and rank give the last country 0, of which no geometric mean can be taken:
/// such runs fail, and are counted.
#[test]
fn runs_that_cannot_be_followed_are_counted() {
    let case = Case::new("raw.csv", Way::Written("min-max"), FLOOR);
    let plan = Plan {
        rules: vec![GroupRule::Geometric],
        ways: vec![Normalise::Rank, Normalise::ZScore],
        ..Plan::still(400)
    };
    let found = robust_of(&case, &plan);
    assert!(
        found.failed.is_empty(),
        "with a floor all is above zero: {:?}",
        found.failed
    );
    let case = Case::new("raw.csv", Way::Written("min-max"), ARITHMETIC);
    let found = robust_of(&case, &plan);
    let failed: u32 = found.failed.iter().map(|(_, count)| count).sum();
    // Geometric is drawn in half of the runs, and meets a zero under two of three normalisations.
    assert!((100..170).contains(&failed), "{failed}");
    assert_eq!(found.done() + failed, 400);
}
