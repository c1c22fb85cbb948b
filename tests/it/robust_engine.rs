//! The reruns of `robust` give what scoring anew gives, on frameworks and data drawn at random.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use siap::assess::{self, Assessed};
use siap::framework::{self, Framework, GroupRule, Method, MissingPolicy};
use siap::read::{self, Decimal, ReadOptions};
use siap::region::Register;
use siap::scrutiny::robust::{Rerun, Treatment};
use siap::statement::Statements;
use siap::stats::Stream;

fn pick<'a>(stream: &mut Stream, words: &[&'a str]) -> &'a str {
    let at = stream.below(u32::try_from(words.len()).expect("few"));
    words[at as usize]
}

fn chance(stream: &mut Stream, share: f64) -> bool {
    stream.unit() < share
}

const RULES: [&str; 5] = ["arithmetic", "geometric", "harmonic", "median", "min"];

/// A tree of two levels of groups with indicators of every kind.
fn framework_text(stream: &mut Stream) -> String {
    let missing = pick(stream, &["rescale", "zero"]);
    let coverage = pick(stream, &["0", "0.5", "0.7"]);
    let floor = pick(stream, &["", "floor = 0.01"]);
    let informants = pick(stream, &["mean", "median", "mode", "min", "max"]);
    // Results are told on one scale only where there is one.
    let is_native = chance(stream, 0.3);
    let unit = if is_native { "native" } else { "percent" };
    let mut text = format!(
        "id = \"f\"\nversion = \"1\"\ntitle = \"F\"\n[aggregation]\nmissing = \"{missing}\"\nmin_coverage = {coverage}\n\
         rank_coverage = 0\ninformants = \"{informants}\"\n{floor}\n[reporting]\nunit = \"{unit}\"\n\
         [scales.steps]\n[[scales.steps.level]]\nvalue = 1\nlabel = \"Satu\"\n[[scales.steps.level]]\nvalue = 2\nlabel = \"Dua\"\n\
         [[scales.steps.level]]\nvalue = 5\nlabel = \"Lima\"\n"
    );
    for group in 0..4 {
        let parent = match group {
            2 | 3 if chance(stream, 0.5) => "parent = \"g0\"\n",
            _ => "",
        };
        let rule = match stream.below(6) {
            0 => format!("groups = \"{}\"\n", pick(stream, &RULES)),
            1 if group > 1 => "groups = \"none\"\n".to_owned(),
            _ => String::new(),
        };
        let weight = stream.below(4) + u32::from(group < 2);
        writeln!(
            text,
            "[[group]]\nid = \"g{group}\"\ntitle = \"G{group}\"\nweight = {weight}\n{parent}{rule}"
        )
        .expect("room");
        for leaf in 0..=stream.below(4) + 1 {
            let kind = match stream.below(8) {
                _ if is_native => "",
                0 => "kind = \"number\"\nunit = \"u\"\nnormalise = \"min-max\"",
                1 => "kind = \"number\"\nunit = \"u\"\nnormalise = \"rank\"",
                2 => "kind = \"number\"\nunit = \"u\"\ngoalposts = [0, 3]",
                3 => "kind = \"ladder\"\nscale = \"steps\"",
                4 => "kind = \"check\"",
                5 => "kind = \"number\"\nunit = \"u\"\nnormalise = \"z-score\"",
                _ => "",
            };
            let direction = pick(
                stream,
                &["higher", "higher", "higher", "lower", "descriptive"],
            );
            let weight = stream.below(4) + u32::from(leaf == 0);
            writeln!(
                text,
                "[[indicator]]\nid = \"g{group}-{leaf}\"\ntitle = \"g{group}-{leaf}\"\ngroup = \"g{group}\"\nweight = {weight}\n\
                 direction = \"{direction}\"\nallow_na = true\n{kind}"
            )
            .expect("room");
        }
    }
    text
}

/// Rows of seven regions: one to three informants, things missing, not applicable or reported.
fn rows(stream: &mut Stream, framework: &Framework) -> String {
    let mut text = String::from("region,indicator,level,value,informant,weight,coder\n");
    let cities = [
        "Bogor",
        "Bandung",
        "Medan",
        "Padang",
        "Palembang",
        "Jambi",
        "Bengkulu",
    ];
    for region in cities {
        for node in &framework.nodes()[1..] {
            let id = node.id();
            let Some(indicator) = node.indicator() else {
                if chance(stream, 0.15) {
                    let reported = 1.0 + 2.0 * stream.unit();
                    writeln!(text, "Kota {region},{id},,{reported:.3},,,").expect("room");
                }
                continue;
            };
            match stream.below(10) {
                0 => continue,
                1 => {
                    writeln!(text, "Kota {region},{id},N/A,,,,").expect("room");
                    continue;
                }
                _ => {}
            }
            for informant in 0..=stream.below(3) {
                let value = match indicator.has_levels() {
                    true => {
                        let scale = &framework.scales()[indicator.scale];
                        let steps = match scale.levels().len() {
                            0 => 5,
                            levels => levels,
                        };
                        let step = stream.below(u32::try_from(steps).expect("few")) as usize;
                        scale.value_at(step)
                    }
                    false => f64::from(stream.below(7)),
                };
                let weight = 1 + stream.below(3);
                let columns = match indicator.has_levels() {
                    true => format!("{value},"),
                    false => format!(",{value}"),
                };
                let coder = pick(stream, &["p", "q"]);
                writeln!(
                    text,
                    "Kota {region},{id},{columns},i{informant},{weight},{coder}"
                )
                .expect("room");
            }
        }
    }
    text
}

fn scored(framework: &Framework, statements: &Statements, method: &Method) -> Option<Assessed> {
    let spellings = BTreeMap::new();
    let done = assess::assess(
        framework,
        statements,
        Register::embedded(),
        &spellings,
        method,
    );
    done.ok().map(|(assessed, _)| assessed)
}

fn near(found: Option<f64>, wanted: Option<f64>) -> bool {
    match (found, wanted) {
        (Some(found), Some(wanted)) => (found - wanted).abs() < 1e-12 * wanted.abs().max(1.0),
        (None, None) => true,
        _ => false,
    }
}

#[test]
fn reruns_equal_scoring_anew() {
    let (mut compared, mut refused, mut bounds) = (0, 0, 0);
    for number in 0..120 {
        let mut stream = Stream::new(11, 0, number);
        let text = framework_text(&mut stream);
        // Some draws are no framework (siblings that all weigh nothing): the next one may be.
        let Ok((framework, _)) = framework::load(&text, "f.toml") else {
            continue;
        };
        let options = ReadOptions {
            decimal: Some(Decimal::Point),
            ..ReadOptions::default()
        };
        let table = rows(&mut stream, &framework);
        let (statements, _) = read::read(table.as_bytes(), "d.csv", &options).expect("rows");
        let base = Method::of(&framework);
        let Some(assessed) = scored(&framework, &statements, &base) else {
            continue;
        };
        let among: Vec<usize> = (0..assessed.assessments.len()).collect();
        let rerun = Rerun::new(&framework, &assessed, &base, &among);
        for _ in 0..12 {
            let mut method = base.clone();
            method.aggregation.groups = match stream.below(5) {
                0 => GroupRule::Geometric,
                1 => GroupRule::Harmonic,
                2 => GroupRule::Median,
                3 => GroupRule::Min,
                _ => GroupRule::Arithmetic,
            };
            method.aggregation.missing = match stream.below(4) {
                0 => MissingPolicy::Zero,
                1 => MissingPolicy::Fail,
                _ => MissingPolicy::Rescale,
            };
            method.aggregation.min_coverage = 0.9 * stream.unit();
            for weight in &mut method.weights {
                *weight *= 2.0 * stream.unit();
                if chance(&mut stream, 0.1) {
                    *weight = 0.0;
                }
            }
            let anew = scored(&framework, &statements, &method);
            match (rerun.scores(&method), anew) {
                (Ok(found), Some(anew)) => {
                    compared += 1;
                    for (found, anew) in found.iter().zip(&anew.assessments) {
                        let wanted = anew.nodes[0].score;
                        assert!(
                            near(*found, wanted),
                            "{number}: {found:?} {wanted:?}\n{text}\n{table}"
                        );
                    }
                    bounds += ends_hold(&rerun, &method, &anew);
                }
                (Err(_), None) => refused += 1,
                (found, anew) => panic!(
                    "{number}: {found:?}, anew {}\n{text}\n{table}",
                    anew.is_some()
                ),
            }
        }
    }
    assert!(
        compared > 300 && refused > 100 && bounds > 300,
        "{compared} {refused} {bounds}"
    );
}

/// Everything missing at the bottom and at the top lies inside the possible range, which may be
/// wider: it reaches to the score where too little data left the score and not the bounds.
fn ends_hold(rerun: &Rerun, method: &Method, anew: &Assessed) -> usize {
    let mut held = 0;
    for (treatment, is_top) in [(Treatment::Bottom, false), (Treatment::Top, true)] {
        let Ok(found) = rerun.scores_with(method, treatment) else {
            continue;
        };
        for (found, anew) in found.iter().zip(&anew.assessments) {
            let index = &anew.nodes[0];
            let (Some(found), Some(low), Some(high)) = (found, index.score_low, index.score_high)
            else {
                continue;
            };
            held += 1;
            if is_top {
                assert!(*found <= high + 1e-9, "{found} above {high}");
            } else {
                assert!(*found >= low - 1e-9, "{found} below {low}");
            }
        }
    }
    held
}
