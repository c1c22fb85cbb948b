//! A second scorer, written from the method as it is told in `docs/methods.md` and not from the code,
//! against the library on random frameworks and data.
//!
//! It knows which rows are codings of one statement because it made them, walks the tree by recursion, and
//! finds bounds by scoring again with everything missing at the bottom and at the top.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use siap::assess::{Assessment, NodeResult};
use siap::compare::Choice;
use siap::read::Decimal;
use siap::stats::Stream;
use siap::study::{self, Memory, Request};

/// So many random studies are scored.
const CASES: u64 = 300;
const EPS: f64 = 1e-9;

#[derive(Clone, Copy, PartialEq, Debug)]
enum Rule {
    Arithmetic,
    Geometric,
    Harmonic,
    Median,
    Min,
    None,
}

impl Rule {
    fn id(self) -> &'static str {
        match self {
            Self::Arithmetic => "arithmetic",
            Self::Geometric => "geometric",
            Self::Harmonic => "harmonic",
            Self::Median => "median",
            Self::Min => "min",
            Self::None => "none",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Leaf {
    Level,
    Ladder,
    Goalposts(f64, f64),
    MinMax,
    ZScore,
    Rank,
}

#[derive(Debug)]
struct Node {
    id: String,
    weight: f64,
    rule: Option<Rule>,
    children: Vec<usize>,
    /// What it is and whether less is better.
    leaf: Option<(Leaf, bool)>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Missing {
    Rescale,
    Zero,
}

/// A framework: node 0 is the index.
#[derive(Debug)]
struct Framework {
    nodes: Vec<Node>,
    rule: Rule,
    informants: &'static str,
    missing: Missing,
    min_coverage: f64,
    floor: f64,
    official: bool,
}

/// What one source says of one indicator: each statement with what each coder made of it.
#[derive(Debug)]
struct Source {
    speaker: Speaker,
    weight: f64,
    statements: Vec<Said>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Speaker {
    Person(usize),
    Document(usize),
    Nobody,
}

#[derive(Debug)]
struct Said {
    codings: Vec<f64>,
    agreed: Option<f64>,
    direction: Option<bool>,
    supplementary: bool,
}

#[derive(Debug)]
struct Region {
    /// For each node what its sources say.
    cells: Vec<Vec<Source>>,
    /// Whether an indicator does not apply.
    na: Vec<bool>,
    /// A reported number (0–100) of a group or the index.
    reported: Vec<Option<f64>>,
}

struct Case {
    framework: Framework,
    regions: Vec<Region>,
    toml: String,
    csv: String,
}

struct Dice(Stream);

impl Dice {
    fn chance(&mut self, share: f64) -> bool {
        self.0.unit() < share
    }

    fn below(&mut self, below: usize) -> usize {
        self.0.below(u32::try_from(below).expect("few")) as usize
    }

    fn pick<T: Copy>(&mut self, among: &[T]) -> T {
        among[self.below(among.len())]
    }
}

fn framework(dice: &mut Dice) -> Framework {
    let calm = [Rule::Arithmetic, Rule::Median, Rule::Min];
    let relative = dice.chance(0.25);
    let all = [
        Rule::Arithmetic,
        Rule::Arithmetic,
        Rule::Geometric,
        Rule::Harmonic,
        Rule::Median,
        Rule::Min,
    ];
    // Geometric and harmonic means meet no zero, nor the negative scores of a z-score.
    let rules: &[Rule] = if relative { &calm } else { &all };
    let rule = dice.pick(rules);
    let mut out = Framework {
        nodes: vec![Node {
            id: "index".into(),
            weight: 1.0,
            rule: None,
            children: Vec::new(),
            leaf: None,
        }],
        rule,
        informants: dice.pick(&["mean", "mean", "median", "mode", "min", "max"]),
        missing: dice.pick(&[Missing::Rescale, Missing::Rescale, Missing::Zero]),
        min_coverage: dice.pick(&[0.5, 0.5, 0.25, 0.75, 0.0]),
        floor: dice.pick(&[0.05, 0.2]),
        official: dice.chance(0.5),
    };
    grow(&mut out, dice, 0, 1, (rules, relative));
    let unlike = |it: &Node| it.rule == Some(Rule::Geometric) || it.rule == Some(Rule::Harmonic);
    let takes_logs = [Rule::Geometric, Rule::Harmonic].contains(&rule);
    if !takes_logs && !out.nodes.iter().any(unlike) && dice.chance(0.8) {
        out.floor = 0.0;
    }
    out
}

fn grow(out: &mut Framework, dice: &mut Dice, parent: usize, depth: usize, how: (&[Rule], bool)) {
    let (rules, relative) = how;
    // A framework is flat, or everything stands in groups.
    let flat = depth == 1 && dice.chance(0.2);
    for _ in 0..=1 + dice.below(3) {
        let at = out.nodes.len();
        let is_leaf = flat || depth == 3 || depth == 2 && dice.chance(0.7);
        let leaf = is_leaf.then(|| {
            let kinds = if relative {
                &[
                    Leaf::Level,
                    Leaf::MinMax,
                    Leaf::ZScore,
                    Leaf::Rank,
                    Leaf::Goalposts(10.0, 30.0),
                ][..]
            } else {
                &[
                    Leaf::Level,
                    Leaf::Level,
                    Leaf::Ladder,
                    Leaf::Goalposts(10.0, 30.0),
                ][..]
            };
            (dice.pick(kinds), dice.chance(0.2))
        });
        let own = match dice.below(10) {
            0 => Some(Rule::None),
            1 | 2 => Some(dice.pick(rules)),
            _ => None,
        };
        out.nodes.push(Node {
            id: format!("n{at}"),
            weight: dice.pick(&[1.0, 1.0, 2.0, 0.5, 3.0]),
            rule: if is_leaf { None } else { own },
            children: Vec::new(),
            leaf,
        });
        out.nodes[parent].children.push(at);
        if !is_leaf {
            grow(out, dice, at, depth + 1, how);
        }
    }
}

fn toml_of(it: &Framework) -> String {
    let mut out = format!(
        "id = \"random\"\nversion = \"1\"\ntitle = \"Random\"\n[aggregation]\ninformants = \"{}\"\ngroups = \"{}\"\n\
         missing = \"{}\"\nmin_coverage = {}\nfloor = {}\nreported = \"{}\"\n",
        it.informants,
        it.rule.id(),
        if it.missing == Missing::Zero {
            "zero"
        } else {
            "rescale"
        },
        it.min_coverage,
        it.floor,
        if it.official { "official" } else { "computed" },
    );
    out += "[scales.stages]\nmin = 0\nmax = 4\n";
    for level in 0..5 {
        writeln!(
            out,
            "[[scales.stages.level]]\nvalue = {level}\nlabel = \"s{level}\""
        )
        .expect("room");
    }
    let mut body = |parent: usize, at: usize| {
        let node = &it.nodes[at];
        let own = format!(
            "id = \"{0}\"\ntitle = \"{0}\"\nweight = {1}\n",
            node.id, node.weight
        );
        let above = &it.nodes[parent].id;
        let kind = if node.leaf.is_some() {
            "indicator"
        } else {
            "group"
        };
        writeln!(out, "[[{kind}]]\n{own}").expect("room");
        if parent > 0 {
            let key = if node.leaf.is_some() {
                "group"
            } else {
                "parent"
            };
            writeln!(out, "{key} = \"{above}\"").expect("room");
        }
        if let Some(rule) = node.rule {
            writeln!(out, "groups = \"{}\"", rule.id()).expect("room");
        }
        if let Some((leaf, lower)) = node.leaf {
            out += "allow_na = true\n";
            if lower {
                out += "direction = \"lower\"\n";
            }
            out += &match leaf {
                Leaf::Level => String::new(),
                Leaf::Ladder => "kind = \"ladder\"\nscale = \"stages\"\n".into(),
                Leaf::Goalposts(low, high) => {
                    format!("kind = \"number\"\nunit = \"x\"\ngoalposts = [{low}, {high}]\n")
                }
                Leaf::MinMax => "kind = \"number\"\nunit = \"x\"\nnormalise = \"min-max\"\n".into(),
                Leaf::ZScore => "kind = \"number\"\nunit = \"x\"\nnormalise = \"z-score\"\n".into(),
                Leaf::Rank => "kind = \"number\"\nunit = \"x\"\nnormalise = \"rank\"\n".into(),
            };
        }
    };
    for (parent, node) in it.nodes.iter().enumerate() {
        for child in &node.children {
            body(parent, *child);
        }
    }
    out
}

const NAMES: [&str; 5] = ["16.01", "16.02", "16.03", "16.04", "16.05"];

fn case(seed: u64) -> Case {
    let mut dice = Dice(Stream::new(20_261_127, 1, seed));
    let framework = framework(&mut dice);
    let mut csv = String::from(
        "region,indicator,level,value,informant,role,source,method,coder,id,quote,weight,use,direction\n",
    );
    let mut number = 0;
    let complete = dice.chance(0.3);
    let mut regions = Vec::new();
    for name in &NAMES[..2 + dice.below(4)] {
        let mut region = Region {
            cells: framework.nodes.iter().map(|_| Vec::new()).collect(),
            na: vec![false; framework.nodes.len()],
            reported: vec![None; framework.nodes.len()],
        };
        for (at, node) in framework.nodes.iter().enumerate() {
            match node.leaf {
                None if dice.chance(0.12) => {
                    let value = 20.0 + 5.0 * dice.0.unit() * 12.0;
                    region.reported[at] = Some(value);
                    writeln!(csv, "{name},{},,{value},,,,,,,,,,", node.id).expect("room");
                }
                None => {}
                Some(_) if !complete && dice.chance(0.05) => {
                    region.na[at] = true;
                    writeln!(csv, "{name},{},N/A,,Orang 1,,,,,,,,,", node.id).expect("room");
                }
                Some(_) if !complete && dice.chance(0.25) => {}
                Some((leaf, _)) => {
                    let sources = sources(&mut dice, leaf);
                    for it in &sources {
                        write_rows(&mut csv, (name, &node.id), leaf, it, &mut number, &mut dice);
                    }
                    region.cells[at] = sources;
                }
            }
        }
        regions.push(region);
    }
    Case {
        toml: toml_of(&framework),
        framework,
        regions,
        csv,
    }
}

fn sources(dice: &mut Dice, leaf: Leaf) -> Vec<Source> {
    let mut speakers: BTreeSet<Speaker> = BTreeSet::new();
    for _ in 0..=dice.below(3) {
        speakers.insert(match dice.below(6) {
            0 => Speaker::Nobody,
            1 => Speaker::Document(dice.below(2)),
            _ => Speaker::Person(dice.below(4)),
        });
    }
    let answer = |dice: &mut Dice| match leaf {
        #[expect(clippy::cast_precision_loss, reason = "0 to 4")]
        Leaf::Level | Leaf::Ladder => dice.below(5) as f64,
        // On a grid of eighths, also beyond the goalposts.
        #[expect(clippy::cast_precision_loss, reason = "small")]
        _ => 5.0 + dice.below(240) as f64 / 8.0,
    };
    let mut out: Vec<Source> = Vec::new();
    for speaker in speakers {
        let statements = (0..=dice.below(2)).map(|_| {
            let codings = (0..=dice.below(2))
                .map(|_| answer(dice))
                .collect::<Vec<_>>();
            let agreed = (codings.len() > 1 && dice.chance(0.3)).then(|| answer(dice));
            Said {
                codings,
                agreed,
                direction: dice.pick(&[None, Some(true), Some(false)]),
                supplementary: dice.chance(0.1),
            }
        });
        let statements = statements.collect();
        out.push(Source {
            speaker,
            weight: dice.pick(&[1.0, 1.0, 2.0]),
            statements,
        });
    }
    out
}

fn write_rows(
    csv: &mut String,
    (region, indicator): (&str, &str),
    leaf: Leaf,
    source: &Source,
    number: &mut usize,
    dice: &mut Dice,
) {
    let who = match source.speaker {
        Speaker::Person(0) => ",Kepala,,interview".to_owned(),
        Speaker::Person(at) => format!("Orang {at},,,interview"),
        Speaker::Document(at) => format!(",,Perbup {at},document"),
        Speaker::Nobody => ",,,interview".to_owned(),
    };
    // One way of telling statements apart for each source; a single statement needs none.
    let bare = source.statements.len() == 1 && dice.chance(0.4);
    let by_id = dice.chance(0.5);
    for it in &source.statements {
        *number += 1;
        let mark = match (bare, by_id) {
            (true, _) => ",".to_owned(),
            (false, true) => format!("s{number},"),
            (false, false) => format!(",kata {number}"),
        };
        let codings = it.codings.iter().zip(["AN", "BD"]);
        let agreed = it.agreed.iter().zip(["consensus"]);
        for (value, coder) in codings.chain(agreed) {
            let cells = match leaf {
                Leaf::Level | Leaf::Ladder => format!("{value},"),
                _ => format!(",{value}"),
            };
            let direction = match it.direction {
                None => "",
                Some(true) => "supporting",
                Some(false) => "inhibiting",
            };
            let usage = if it.supplementary {
                "supplementary"
            } else {
                "primary"
            };
            writeln!(
                csv,
                "{region},{indicator},{cells},{who},{coder},{mark},{},{usage},{direction}",
                source.weight
            )
            .expect("room");
        }
    }
}

// The second scorer.

fn mean(values: &[f64]) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "few")]
    let count = values.len() as f64;
    values.iter().sum::<f64>() / count
}

/// Middle of pairs of value and weight: where exactly half of the weight lies below, the mean of both
/// neighbours, or the lower one.
fn weighted_median(mut pairs: Vec<(f64, f64)>, lower: bool) -> f64 {
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = pairs.iter().map(|it| it.1).sum::<f64>() / 2.0;
    let mut reached = 0.0;
    for at in 0..pairs.len() {
        reached += pairs[at].1;
        if reached > half + EPS {
            return pairs[at].0;
        }
        if reached > half - EPS {
            return match lower {
                true => pairs[at].0,
                false => f64::midpoint(pairs[at].0, pairs[(at + 1).min(pairs.len() - 1)].0),
            };
        }
    }
    pairs[pairs.len() - 1].0
}

/// Value of a cell and the deviation between its sources.
fn pooled(framework: &Framework, leaf: Leaf, sources: &[Source]) -> Option<(f64, Option<f64>)> {
    let staged = leaf == Leaf::Ladder;
    let middle = |values: Vec<f64>| match staged {
        true => weighted_median(values.into_iter().map(|it| (it, 1.0)).collect(), true),
        false => mean(&values),
    };
    let mut pairs: Vec<(f64, f64)> = Vec::new();
    for source in sources {
        let counted = source.statements.iter().filter(|it| !it.supplementary);
        let values: Vec<f64> = counted
            .map(|it| it.agreed.unwrap_or_else(|| middle(it.codings.clone())))
            .collect();
        if !values.is_empty() {
            pairs.push((middle(values), source.weight));
        }
    }
    if pairs.is_empty() {
        return None;
    }
    let values: Vec<f64> = pairs.iter().map(|it| it.0).collect();
    let m = mean(&values);
    let squares: f64 = values.iter().map(|it| (it - m).powi(2)).sum();
    #[expect(clippy::cast_precision_loss, reason = "few")]
    let sd = (values.len() > 1).then(|| (squares / (values.len() - 1) as f64).sqrt());
    let sum = |pairs: &[(f64, f64)]| pairs.iter().map(|it| it.1).sum::<f64>();
    let value = match framework.informants {
        "mean" | "median" if staged => weighted_median(pairs, true),
        "mean" => pairs.iter().map(|it| it.0 * it.1).sum::<f64>() / sum(&pairs),
        "median" => weighted_median(pairs, false),
        "min" => values.iter().copied().fold(f64::INFINITY, f64::min),
        "max" => values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        _ => {
            let count = |it: f64| {
                values
                    .iter()
                    .filter(|other| (**other - it).abs() < EPS)
                    .count()
            };
            let most = values.iter().map(|it| count(*it)).max().unwrap_or(0);
            let best = values.iter().copied().filter(|it| count(*it) == most);
            best.fold(f64::INFINITY, f64::min)
        }
    };
    Some((value, sd))
}

/// What comes in at a leaf.
#[derive(Clone, Copy, PartialEq, Debug)]
enum In {
    Out,
    Missing,
    Unit(f64),
}

/// What a node comes to: its number for the parent, coverage, and whether it is shown.
#[derive(Clone, Copy, Debug)]
struct Worth {
    unit: Option<f64>,
    cover: Option<f64>,
    profile: bool,
    reported: bool,
    shown: bool,
}

struct Scorer<'a> {
    case: &'a Case,
    /// Leaf by leaf what comes in, region by region.
    ins: Vec<Vec<In>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Mode {
    AsIs,
    Bottom,
    Top,
}

impl<'a> Scorer<'a> {
    fn new(case: &'a Case) -> Self {
        let framework = &case.framework;
        let value = |region: &Region, at: usize, leaf| {
            pooled(framework, leaf, &region.cells[at]).map(|it| it.0)
        };
        let ins = case
            .regions
            .iter()
            .map(|region| {
                let node = |(at, node): (usize, &Node)| {
                    let Some((leaf, lower)) = node.leaf else {
                        return In::Out;
                    };
                    let column: Vec<f64> = case
                        .regions
                        .iter()
                        .filter_map(|it| value(it, at, leaf))
                        .map(|it| if lower { -it } else { it })
                        .collect();
                    let low = column.iter().copied().fold(f64::INFINITY, f64::min);
                    let high = column.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                    let relative = matches!(leaf, Leaf::MinMax | Leaf::ZScore | Leaf::Rank);
                    if relative && !column.is_empty() && high - low < EPS || region.na[at] {
                        return In::Out;
                    }
                    let Some(value) = value(region, at, leaf) else {
                        return In::Missing;
                    };
                    let turned = if lower { -value } else { value };
                    let ordinal = |unit: f64| if lower { 1.0 - unit } else { unit };
                    #[expect(clippy::cast_precision_loss, reason = "few")]
                    let unit = match leaf {
                        Leaf::Level => ordinal(value / 4.0),
                        Leaf::Ladder => ordinal(value.floor() / 4.0),
                        Leaf::Goalposts(lo, hi) if lower => {
                            ((hi - value) / (hi - lo)).clamp(0.0, 1.0)
                        }
                        Leaf::Goalposts(lo, hi) => ((value - lo) / (hi - lo)).clamp(0.0, 1.0),
                        Leaf::MinMax => (turned - low) / (high - low),
                        Leaf::ZScore => {
                            let m = mean(&column);
                            let squares: f64 = column.iter().map(|it| (it - m).powi(2)).sum();
                            let sd = (squares / (column.len() - 1) as f64).sqrt();
                            (50.0 + 10.0 * (turned - m) / sd) / 100.0
                        }
                        Leaf::Rank => {
                            let below = column.iter().filter(|it| **it < turned - EPS).count();
                            below as f64 / (column.len() - 1) as f64
                        }
                    };
                    In::Unit(framework.floor + (1.0 - framework.floor) * unit)
                };
                framework.nodes.iter().enumerate().map(node).collect()
            })
            .collect();
        Self { case, ins }
    }

    fn rule(&self, at: usize) -> Rule {
        self.case.framework.nodes[at]
            .rule
            .unwrap_or(self.case.framework.rule)
    }

    /// The reported number of a node as a unit score.
    fn told(&self, region: usize, at: usize) -> Option<f64> {
        self.case.regions[region].reported[at].map(|it| it / 100.0)
    }

    /// What a node comes to without its own reported number.
    fn computed(
        &self,
        region: usize,
        at: usize,
        mode: Mode,
        keep: &dyn Fn(usize) -> bool,
    ) -> Worth {
        let framework = &self.case.framework;
        let node = &framework.nodes[at];
        let none = Worth {
            unit: None,
            cover: None,
            profile: false,
            reported: false,
            shown: false,
        };
        if node.leaf.is_some() {
            let it = if keep(at) {
                self.ins[region][at]
            } else {
                In::Out
            };
            return match (it, mode) {
                (In::Out, _) => none,
                (In::Unit(unit), _) => Worth {
                    unit: Some(unit),
                    cover: Some(1.0),
                    shown: true,
                    ..none
                },
                (In::Missing, Mode::Bottom) => Worth {
                    unit: Some(framework.floor),
                    cover: Some(0.0),
                    ..none
                },
                (In::Missing, Mode::Top) => Worth {
                    unit: Some(1.0),
                    cover: Some(0.0),
                    ..none
                },
                (In::Missing, Mode::AsIs) => Worth {
                    unit: (framework.missing == Missing::Zero).then_some(framework.floor),
                    cover: Some(0.0),
                    ..none
                },
            };
        }
        let children = node.children.iter().copied();
        let parts: Vec<(f64, Worth)> = children
            .map(|child| {
                (
                    framework.nodes[child].weight,
                    self.worth(region, child, mode, keep),
                )
            })
            .filter(|(_, it)| it.cover.is_some())
            .collect();
        let (profiles, counted): (Vec<_>, Vec<_>) = parts.iter().partition(|(_, it)| it.profile);
        let cover = |parts: &[(f64, Worth)]| {
            let total: f64 = parts.iter().map(|it| it.0).sum();
            let covered: f64 = parts
                .iter()
                .map(|(weight, it)| weight * it.cover.unwrap_or(0.0))
                .sum();
            (!parts.is_empty()).then(|| covered / total)
        };
        if counted.is_empty() {
            return Worth {
                cover: cover(&profiles),
                profile: !profiles.is_empty(),
                ..none
            };
        }
        let cover = cover(&counted);
        if self.rule(at) == Rule::None {
            return Worth {
                cover,
                profile: true,
                ..none
            };
        }
        let share = cover.unwrap_or(0.0);
        if mode == Mode::AsIs && share <= 0.0 {
            let zero = framework.missing == Missing::Zero && at > 0;
            return Worth {
                unit: zero.then_some(framework.floor),
                cover,
                ..none
            };
        }
        let pairs: Vec<(f64, f64)> = counted
            .iter()
            .filter_map(|(weight, it)| Some((it.unit?, *weight)))
            .collect();
        let total: f64 = pairs.iter().map(|it| it.1).sum();
        let sum = |of: &dyn Fn(f64) -> f64| pairs.iter().map(|it| it.1 * of(it.0)).sum::<f64>();
        let unit = match self.rule(at) {
            Rule::Arithmetic => sum(&|it| it) / total,
            Rule::Geometric => (sum(&f64::ln) / total).exp(),
            Rule::Harmonic => total / sum(&|it| 1.0 / it),
            Rule::Median => weighted_median(pairs.clone(), false),
            Rule::Min => pairs.iter().map(|it| it.0).fold(f64::INFINITY, f64::min),
            Rule::None => unreachable!(),
        };
        Worth {
            unit: (!pairs.is_empty()).then_some(unit),
            cover,
            shown: mode != Mode::AsIs || share + EPS >= framework.min_coverage,
            ..none
        }
    }

    fn worth(&self, region: usize, at: usize, mode: Mode, keep: &dyn Fn(usize) -> bool) -> Worth {
        let computed = self.computed(region, at, mode, keep);
        let told = self.told(region, at).filter(|_| keep(at));
        let official = self.case.framework.official;
        match told {
            Some(told) if computed.cover.is_none_or(|it| it <= 0.0) => Worth {
                unit: Some(told),
                cover: Some(1.0),
                profile: false,
                reported: true,
                shown: true,
            },
            Some(told) if official => {
                // At the ends the official number moves with what is computed.
                let unit = match (mode, computed.unit) {
                    (Mode::AsIs, _) | (_, None) => told,
                    (_, Some(end)) => {
                        let now = self.computed(region, at, Mode::AsIs, keep).unit;
                        let moved = now.map_or(told, |now| told + end - now);
                        match mode {
                            Mode::Top => moved.min(1.0).max(told),
                            _ => moved.max(0.0).min(told),
                        }
                    }
                };
                Worth {
                    unit: Some(unit),
                    profile: false,
                    reported: true,
                    shown: true,
                    ..computed
                }
            }
            _ => computed,
        }
    }

    fn is_relative(&self, region: usize, at: usize) -> bool {
        let node = &self.case.framework.nodes[at];
        match node.leaf {
            Some((leaf, _)) => {
                matches!(leaf, Leaf::MinMax | Leaf::ZScore | Leaf::Rank)
                    && self.ins[region][at] != In::Out
            }
            None => {
                let all = |_| true;
                let takes_part = |child: &usize| {
                    let it = self.worth(region, *child, Mode::AsIs, &all);
                    it.cover.is_some() && !it.profile
                };
                let it = self.worth(region, at, Mode::AsIs, &all);
                let below = self.computed(region, at, Mode::AsIs, &all);
                let has_data = below.cover.is_some_and(|it| it > 0.0) && below.unit.is_some();
                let closed = it.reported && !has_data;
                let mut children = node.children.iter();
                !closed && children.any(|it| takes_part(it) && self.is_relative(region, *it))
            }
        }
    }

    fn bounds(&self, region: usize, at: usize) -> Option<(f64, f64)> {
        let all = |_| true;
        if self.is_relative(region, at) {
            return None;
        }
        let end = |mode| self.worth(region, at, mode, &all).unit;
        end(Mode::Bottom).zip(end(Mode::Top))
    }
}

fn near(found: Option<f64>, wanted: Option<f64>) -> bool {
    match (found, wanted) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-7,
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// What is counted at and below a node.
#[derive(Debug, Default, PartialEq, Eq)]
struct Counts {
    statements: usize,
    codings: usize,
    unnamed: usize,
    supporting: usize,
    inhibiting: usize,
    people: BTreeSet<Speaker>,
    documents: BTreeSet<Speaker>,
}

fn count(case: &Case, region: usize, at: usize, out: &mut Counts) {
    let region_of = &case.regions[region];
    let node = &case.framework.nodes[at];
    if region_of.reported[at].is_some() {
        out.statements += 1;
        out.codings += 1;
        out.unnamed += 1;
    }
    if region_of.na[at] {
        out.statements += 1;
        out.codings += 1;
        out.people.insert(Speaker::Person(1));
    }
    for source in &region_of.cells[at] {
        for it in &source.statements {
            out.statements += 1;
            out.codings += it.codings.len() + usize::from(it.agreed.is_some());
            out.supporting += usize::from(it.direction == Some(true));
            out.inhibiting += usize::from(it.direction == Some(false));
            out.unnamed += usize::from(source.speaker == Speaker::Nobody);
        }
        match &source.speaker {
            Speaker::Person(_) => out.people.insert(source.speaker.clone()),
            Speaker::Document(_) => out.documents.insert(source.speaker.clone()),
            Speaker::Nobody => false,
        };
    }
    for child in &node.children {
        count(case, region, *child, out);
    }
}

fn check(case: &Case, seed: u64) -> usize {
    let files = Memory::of([("f.toml", case.toml.as_str()), ("d.csv", case.csv.as_str())]);
    let request = Request {
        inputs: vec!["d.csv".to_owned()],
        framework: Some("f.toml".to_owned()),
        decimal: Some(Decimal::Point),
        ..Request::default()
    };
    let told = || format!("case {seed}\n{}\n{}", case.toml, case.csv);
    let project = study::load(&files, &request);
    let project = project.unwrap_or_else(|it| panic!("{it:?}\n{}", told()));
    let scored = &project.scored[0];
    let scorer = Scorer::new(case);
    let all = |_| true;
    let mut checked = 0;
    // Regions without a single row have no assessment.
    let of = |region: usize| -> Option<&Assessment> {
        let all = &scored.assessed.assessments;
        all.iter()
            .find(|it| it.region.code.as_deref() == Some(NAMES[region]))
    };
    for (region, name) in NAMES.iter().enumerate().take(case.regions.len()) {
        let Some(assessment) = of(region) else {
            continue;
        };
        for (at, node) in case.framework.nodes.iter().enumerate() {
            let place = scored.framework.find(&node.id).expect("a node");
            let found: &NodeResult = &assessment.nodes[place];
            let worth = scorer.worth(region, at, Mode::AsIs, &all);
            let score = worth
                .unit
                .filter(|_| worth.shown && !worth.profile)
                .map(|it| 100.0 * it);
            let here = || format!("{} of {}: {found:?}\n{worth:?}\n{}", node.id, name, told());
            assert!(near(found.score, score), "score {}", here());
            assert!(near(found.coverage, worth.cover), "coverage {}", here());
            assert_eq!(found.reported, worth.reported, "reported {}", here());
            let bounds = scorer
                .bounds(region, at)
                .filter(|_| (node.leaf.is_none() || score.is_some()) && (!worth.profile));
            assert!(
                near(found.score_low, bounds.map(|it| 100.0 * it.0)),
                "low {bounds:?} {}",
                here()
            );
            assert!(
                near(found.score_high, bounds.map(|it| 100.0 * it.1)),
                "high {bounds:?} {}",
                here()
            );
            if let (Some(low), Some(score), Some(high)) =
                (found.score_low, found.score, found.score_high)
            {
                assert!(low <= score && score <= high, "order {}", here());
            }
            if let Some((leaf, _)) = node.leaf {
                let sd = pooled(&case.framework, leaf, &case.regions[region].cells[at]);
                assert!(near(found.sd, sd.and_then(|it| it.1)), "sd {}", here());
            }
            let mut counts = Counts::default();
            count(case, region, at, &mut counts);
            let mine = (
                (found.statements, found.codings, found.unnamed),
                (found.supporting, found.inhibiting),
                (found.informants, found.documents),
            );
            let wanted = (
                (counts.statements, counts.codings, counts.unnamed),
                (counts.supporting, counts.inhibiting),
                (counts.people.len(), counts.documents.len()),
            );
            assert_eq!(mine, wanted, "counts {}", here());
            checked += 1;
        }
    }
    places(case, &scorer, scored, &told);
    checked
}

/// The tips that two regions share, as the method says.
fn shared(scorer: &Scorer, one: usize, other: usize, at: usize, out: &mut BTreeSet<usize>) -> bool {
    let both_told = scorer.told(one, at).is_some() && scorer.told(other, at).is_some();
    let node = &scorer.case.framework.nodes[at];
    if node.leaf.is_some() {
        let has = |region: usize| matches!(scorer.ins[region][at], In::Unit(_));
        let both = has(one) && has(other);
        if both {
            out.insert(at);
        }
        return both;
    }
    if scorer.case.framework.official && both_told {
        out.insert(at);
        return true;
    }
    let mut any = false;
    for child in &node.children {
        any |= shared(scorer, one, other, *child, out);
    }
    if !any && both_told {
        out.insert(at);
    }
    any || both_told
}

/// Where a region has no number for a reported tip of another, the leaves below take its place.
fn open(scorer: &Scorer, region: usize, at: usize, tips: &mut BTreeSet<usize>) {
    let node = &scorer.case.framework.nodes[at];
    if node.leaf.is_none() && tips.contains(&at) && scorer.told(region, at).is_none() {
        tips.remove(&at);
        tips.extend(&node.children);
    }
    for child in &node.children {
        open(scorer, region, *child, tips);
    }
}

fn places(case: &Case, scorer: &Scorer, scored: &study::Scored, told: &dyn Fn() -> String) {
    let comparison = scored.compare(&Choice::default());
    let position = |at: usize| {
        let code = scored.assessed.assessments[at].region.code.as_deref();
        NAMES
            .iter()
            .position(|it| Some(*it) == code)
            .expect("one of ours")
    };
    let ranked: Vec<usize> = comparison
        .ranking
        .iter()
        .map(|it| position(it.assessment))
        .collect();
    let all = |_| true;
    let index = |region: usize| {
        scorer
            .worth(region, 0, Mode::AsIs, &all)
            .unit
            .expect("a score")
    };
    let sure = |one: usize, other: usize| {
        let (Some((low, _)), Some((_, high))) = (scorer.bounds(one, 0), scorer.bounds(other, 0))
        else {
            return false;
        };
        if 100.0 * (low - high) <= EPS {
            return false;
        }
        // On what both have; where reported numbers take part on what the other has, with the holes of the
        // first at the bottom.
        let reported = |region: usize| case.regions[region].reported.iter().any(Option::is_some);
        let mut tips = BTreeSet::new();
        if !shared(scorer, one, other, 0, &mut tips) {
            return false;
        }
        if reported(one) || reported(other) {
            tips.clear();
            shared(scorer, other, other, 0, &mut tips);
        }
        let on = |region: usize| {
            let mut tips = tips.clone();
            if region != other {
                open(scorer, region, 0, &mut tips);
            }
            let keep = |at: usize| tips.contains(&at);
            let mut low = Scorer {
                case,
                ins: scorer.ins.clone(),
            };
            for (at, it) in low.ins[region].iter_mut().enumerate() {
                if keep(at) && *it == In::Missing {
                    *it = In::Unit(case.framework.floor);
                }
            }
            low.worth(region, 0, Mode::AsIs, &keep).unit
        };
        matches!((on(one), on(other)), (Some(a), Some(b)) if 100.0 * (a - b) > EPS)
    };
    let equal = |one: usize, other: usize| {
        let (Some(a), Some(b)) = (scorer.bounds(one, 0), scorer.bounds(other, 0)) else {
            return false;
        };
        let same = |x: f64, y: f64| 100.0 * (x - y).abs() <= EPS;
        same(a.0, a.1) && same(b.0, b.1) && same(a.0, b.0)
    };
    for (it, mine) in comparison.ranking.iter().zip(&ranked) {
        let others = || ranked.iter().filter(|other| *other != mine);
        let higher = others()
            .filter(|other| 100.0 * (index(**other) - index(*mine)) > EPS)
            .count();
        assert_eq!(it.rank, 1 + higher, "rank of {} {}", NAMES[*mine], told());
        let above = others().filter(|other| sure(**other, *mine)).count();
        let below = others().filter(|other| sure(*mine, **other)).count();
        let same = others().filter(|other| equal(*mine, **other)).count();
        let wanted = (1 + above, ranked.len() - below - same);
        assert_eq!(
            (it.places.best, it.places.worst),
            wanted,
            "places of {} {}",
            NAMES[*mine],
            told()
        );
    }
}

#[test]
fn random_studies_score_as_an_independent_scorer_says() {
    let checked: usize = (0..CASES).map(|seed| check(&case(seed), seed)).sum();
    assert!(checked > 5_000, "{checked} nodes");
}

#[test]
fn blanking_a_cell_never_improves_the_guaranteed_place() {
    let worst = |case: &Case, csv: &str, region: &str| -> Option<usize> {
        let files = Memory::of([("f.toml", case.toml.as_str()), ("d.csv", csv)]);
        let request = Request {
            inputs: vec!["d.csv".to_owned()],
            framework: Some("f.toml".to_owned()),
            decimal: Some(Decimal::Point),
            ..Request::default()
        };
        let project = study::load(&files, &request).ok()?;
        let scored = &project.scored[0];
        let comparison = scored.compare(&Choice::default());
        let is_it =
            |at: usize| scored.assessed.assessments[at].region.code.as_deref() == Some(region);
        let ranked = comparison.ranking.iter().find(|it| is_it(it.assessment));
        Some(ranked?.places.worst)
    };
    let mut tried = 0;
    for seed in 0..CASES / 3 {
        let case = case(seed);
        // What hangs on what others have changes with the column.
        let relative =
            |it: &Node| matches!(it.leaf, Some((Leaf::MinMax | Leaf::ZScore | Leaf::Rank, _)));
        if case.framework.nodes.iter().any(relative) {
            continue;
        }
        for region in &NAMES[..case.regions.len()] {
            let Some(before) = worst(&case, &case.csv, region) else {
                continue;
            };
            for node in case.framework.nodes.iter().filter(|it| it.leaf.is_some()) {
                let cell = format!("{region},{},", node.id);
                let rest: Vec<&str> = case
                    .csv
                    .lines()
                    .filter(|it| !it.starts_with(&cell))
                    .collect();
                if let Some(after) = worst(&case, &rest.join("\n"), region) {
                    assert!(
                        after >= before,
                        "case {seed}: without {} {region} is certain of {after}, not {before}\n{}\n{}",
                        node.id,
                        case.toml,
                        case.csv
                    );
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 500, "{tried} cells");
}
