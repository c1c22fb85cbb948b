//! Plans held against trying everything, on frameworks and data drawn at random.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use siap::advise::plan::{self, Cost, Costs, Plan, Verdict, Wish};
use siap::assess::{self, Assessed};
use siap::framework::{self, Framework, Method};
use siap::read::{self, Decimal, ReadOptions};
use siap::region::Register;
use siap::stats::Stream;

use crate::run::near;

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
