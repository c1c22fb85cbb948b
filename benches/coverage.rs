//! How often the intervals of `siap agree` hold the true value: the tables of section 12 of
//! `docs/methods.md`. `cargo run --release --example coverage [data sets] [resamples]`.
//!
//! A data set is drawn from a population of units whose true coefficient is known from a very large
//! sample of it. An interval of 95 % should hold that value in 95 % of the data sets. Sets without
//! variation, or without an interval, are counted apart and never as held.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program of its own, with arguments, whose tables are its result"
)]

use rayon::prelude::*;
use siap::stats::agreement::{
    COEFFICIENTS, Coefficient, Levels, Metric, Ratings, Run, Strata, Variant, Weights,
    within_alpha, within_interval,
};
use siap::stats::{Grid, Interval, IntervalMethod, Resampling, Stream};

/// The interval methods that draw units again, or leave one out.
const METHODS: [IntervalMethod; 3] = [
    IntervalMethod::Percentile,
    IntervalMethod::Bca,
    IntervalMethod::JackknifeT,
];

/// Units of the sample that stands for a population.
const POPULATION: usize = 400_000;

/// What units are like and how coders err.
#[derive(Clone, Copy)]
struct Model {
    name: &'static str,
    /// Shares of the five levels, or of the categories, in the population.
    shares: [f64; 5],
    /// Standard deviation of a coder's error, that of units being 1.
    error: f64,
    /// The share of values that a coder picks at random, as often as they occur.
    slips: f64,
    /// Whether values are categories without order.
    nominal: bool,
}

const EVEN: [f64; 5] = [0.2; 5];
const SKEWED: [f64; 5] = [0.6, 0.2, 0.1, 0.05, 0.05];

const fn levels(name: &'static str, shares: [f64; 5], error: f64, slips: f64) -> Model {
    Model {
        name,
        shares,
        error,
        slips,
        nominal: false,
    }
}

const fn categories(name: &'static str, shares: [f64; 5], slips: f64) -> Model {
    Model {
        name,
        shares,
        error: 0.0,
        slips,
        nominal: true,
    }
}

const MODELS: [Model; 9] = [
    levels("levels", EVEN, 0.9, 0.0),
    levels("levels", EVEN, 0.55, 0.0),
    levels("levels", EVEN, 0.25, 0.0),
    levels("levels, slips", EVEN, 0.15, 0.14),
    levels("levels, one frequent", SKEWED, 0.55, 0.0),
    levels("levels, one frequent, slips", SKEWED, 0.15, 0.14),
    categories("categories", [0.25, 0.25, 0.25, 0.25, 0.0], 0.3),
    categories("categories", [0.25, 0.25, 0.25, 0.25, 0.0], 0.12),
    categories(
        "categories, one frequent",
        [0.85, 0.15, 0.0, 0.0, 0.0],
        0.12,
    ),
];

/// A normal number (Box and Muller 1958).
fn normal(stream: &mut Stream) -> f64 {
    let radius = (-2.0 * (1.0 - stream.unit()).ln()).sqrt();
    radius * (2.0 * std::f64::consts::PI * stream.unit()).cos()
}

impl Model {
    fn category(&self, mut at: f64) -> f64 {
        let mut category = 0.0;
        for share in self.shares {
            if at < share {
                return category;
            }
            at -= share;
            category += 1.0;
        }
        category - 1.0
    }

    /// A value of each coder for a unit whose truth is moved by `shift` deviations, as seen by each
    /// coder by those in `sides` more.
    fn unit(&self, stream: &mut Stream, sides: &[f64], shift: f64) -> Vec<Option<f64>> {
        let truth = match self.nominal {
            true => self.category(stream.unit()),
            false => normal(stream) + shift,
        };
        let whole = (1.0 + self.error * self.error).sqrt();
        let coder = |side: &f64| {
            let slips = stream.unit() < self.slips;
            let other = self.category(stream.unit());
            Some(match (slips, self.nominal) {
                (true, _) => other,
                (false, true) => truth,
                (false, false) => {
                    let seen = (truth + side + self.error * normal(stream)) / whole;
                    // Levels end where the shares of a normal population do.
                    self.category(normal_below(seen))
                }
            })
        };
        sides.iter().map(coder).collect()
    }

    fn ratings(&self, stream: &mut Stream, units: usize, coders: usize) -> Ratings {
        let cells = (0..units)
            .flat_map(|_| self.unit(stream, &vec![0.0; coders], 0.0))
            .collect();
        Ratings::new(&Grid::new(coders, cells).expect("finite numbers"))
    }
}

/// Φ, by Abramowitz and Stegun (1964), 26.2.17: to 7.5e-8, enough to cut levels.
fn normal_below(z: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.231_641_9 * z.abs());
    let sum = [
        1.330_274_429,
        -1.821_255_978,
        1.781_477_937,
        -0.356_563_782,
        0.319_381_530,
    ]
    .into_iter()
    .fold(0.0, |sum, it| (sum + it) * t);
    let tail = sum * (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    if z < 0.0 { tail } else { 1.0 - tail }
}

/// How often an interval held the truth.
#[derive(Clone, Copy, Default)]
struct Tally {
    sets: f64,
    held: f64,
    without: f64,
}

impl Tally {
    fn of(truth: f64, interval: Option<Interval>) -> Self {
        let held = interval.is_some_and(|it| it.low <= truth && truth <= it.high);
        Self {
            sets: 1.0,
            held: f64::from(u8::from(held)),
            without: f64::from(u8::from(interval.is_none())),
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            sets: self.sets + other.sets,
            held: self.held + other.held,
            without: self.without + other.without,
        }
    }

    /// The share of sets with an interval in which it held; the share without one, where that is
    /// worth a word.
    fn shown(self) -> String {
        let with = self.sets - self.without;
        if with < self.sets / 2.0 {
            return "–".to_owned();
        }
        let share = format!("{:.2}", self.held / with);
        let share = share.strip_prefix('0').unwrap_or(&share).to_owned();
        match self.without / self.sets {
            none if none < 0.005 => share,
            none => format!("{share} ({:.0} %)", 100.0 * none),
        }
    }
}

fn named(name: &str) -> &'static Coefficient {
    let mut all = COEFFICIENTS.iter().copied();
    all.find(|it| it.name == name).expect("a coefficient")
}

fn alpha_interval(ratings: &Ratings, metric: Metric, plan: &Resampling) -> Option<Interval> {
    match named("krippendorff_alpha").run {
        Run::Distances { intervals, .. } => intervals(ratings, &[metric], plan).pop()?.ok(),
        _ => None,
    }
}

/// Sums what each data set gives, over all of them.
fn over<const N: usize>(sets: u64, of: impl Fn(u64) -> [Tally; N] + Sync) -> [Tally; N] {
    let add =
        |one: [Tally; N], other: [Tally; N]| std::array::from_fn(|at| one[at].plus(other[at]));
    (0..sets)
        .into_par_iter()
        .map(&of)
        .reduce(|| [Tally::default(); N], add)
}

/// A row of cells, one for each number of units, with the shares of each method in a cell.
fn row<const N: usize>(head: &str, cells: &[[Tally; N]]) {
    let cell = |of: &[Tally; N]| of.map(Tally::shown).join(" · ");
    let cells: Vec<String> = cells.iter().map(cell).collect();
    println!("| {head} | {} |", cells.join(" | "));
}

fn header(first: &str, units: &[usize]) {
    let units: Vec<String> = units.iter().map(ToString::to_string).collect();
    println!("\n| {first} | {} |", units.join(" | "));
    let columns = first.split('|').count() + units.len();
    println!("{}|", "|---".repeat(columns));
}

fn plan(method: IntervalMethod, replicates: u32, seed: u64) -> Resampling<'static> {
    Resampling {
        method,
        replicates,
        seed,
        ..Resampling::default()
    }
}

/// The stream of one data set.
fn stream(purpose: u64, units: usize, coders: usize, set: u64) -> Stream {
    Stream::new(purpose, 2 + units as u64 + coders as u64 * 1000, set)
}

/// Alpha pooled over units.
fn of_alpha(sets: u64, replicates: u32) {
    const UNITS: [usize; 5] = [5, 10, 20, 40, 80];
    header("data | metric | coders | true α", &UNITS);
    for (number, model) in (0..).zip(MODELS) {
        let metrics: &[Metric] = if model.nominal {
            &[Metric::Nominal]
        } else {
            &[Metric::Ordinal, Metric::Interval]
        };
        for (coders, metric) in [2, 3]
            .into_iter()
            .flat_map(|it| metrics.iter().map(move |of| (it, of)))
        {
            let mut population = Stream::new(number, 1, coders as u64);
            let whole = model.ratings(&mut population, POPULATION, coders);
            let truth =
                named("krippendorff_alpha").compute(&whole, None, Variant::Distance(*metric));
            let truth = truth.expect("defined").value;
            let cells = UNITS.map(|units| {
                over(sets, |set| {
                    let ratings =
                        model.ratings(&mut stream(number, units, coders, set), units, coders);
                    METHODS.map(|method| {
                        let plan = plan(method, replicates, set);
                        Tally::of(truth, alpha_interval(&ratings, *metric, &plan))
                    })
                })
            });
            let head = format!("{} | {} | {coders} | {truth:.2}", model.name, metric.code());
            row(&head, &cells);
        }
    }
}

/// Alpha within seven indicators whose means lie apart.
fn of_within(sets: u64, replicates: u32) {
    const INDICATORS: usize = 7;
    const UNITS: [usize; 5] = [2, 4, 8, 15, 30];
    fn of(of_unit: &[usize]) -> Strata<'_> {
        Strata {
            of_unit,
            scale: &[0; INDICATORS],
            span: &[4.0],
        }
    }
    let draw = |model: Model, stream: &mut Stream, units: usize, coders: usize| {
        let mut cells = Vec::new();
        let mut strata = Vec::new();
        for stratum in 0..INDICATORS {
            let shift = f64::from(u8::try_from(stratum).unwrap_or(0)) / 3.0 - 1.0;
            for _ in 0..units {
                cells.extend(model.unit(stream, &vec![0.0; coders], shift));
                strata.push(stratum);
            }
        }
        let grid = Grid::new(coders, cells).expect("finite numbers");
        (Ratings::new(&grid), strata)
    };
    header("data | coders | true α", &UNITS);
    for (number, coders) in [1, 3, 5].into_iter().flat_map(|it| [(it, 2), (it, 3)]) {
        let model = MODELS[number];
        let purpose = 100 + number as u64;
        let mut population = Stream::new(purpose, 1, coders as u64);
        let (whole, strata) = draw(model, &mut population, POPULATION / INDICATORS, coders);
        let truth = within_alpha(&whole, of(&strata), Metric::Ordinal).expect("defined");
        let cells = UNITS.map(|units| {
            over(sets, |set| {
                let mut stream = stream(purpose, units, coders, set);
                let (ratings, strata) = draw(model, &mut stream, units, coders);
                METHODS.map(|method| {
                    let plan = plan(method, replicates, set);
                    let found = within_interval(&ratings, of(&strata), Metric::Ordinal, &plan);
                    Tally::of(truth.value, found.ok())
                })
            })
        });
        row(
            &format!("{} | {coders} | {:.2}", model.name, truth.value),
            &cells,
        );
    }
}

/// Alpha of eight units in each region, regions drawn whole: units of one region are alike, and a
/// coder errs to one side in it.
fn of_regions(sets: u64, replicates: u32) {
    const UNITS: usize = 8;
    const REGIONS: [usize; 5] = [4, 8, 16, 32, 64];
    let draw = |model: Model, stream: &mut Stream, regions: usize, coders: usize| {
        let mut cells = Vec::new();
        let mut clusters = Vec::new();
        for region in 0..regions {
            let alike = 0.5 * normal(stream);
            let sides: Vec<f64> = (0..coders).map(|_| 0.4 * normal(stream)).collect();
            for _ in 0..UNITS {
                cells.extend(model.unit(stream, &sides, alike));
                clusters.push(region);
            }
        }
        let grid = Grid::new(coders, cells).expect("finite numbers");
        (Ratings::new(&grid), clusters)
    };
    header("data | coders | true α", &REGIONS);
    for (number, coders) in [1, 3, 5].into_iter().flat_map(|it| [(it, 2), (it, 3)]) {
        let model = MODELS[number];
        let purpose = 200 + number as u64;
        let mut population = Stream::new(purpose, 1, coders as u64);
        let (whole, _) = draw(model, &mut population, POPULATION / UNITS, coders);
        let truth =
            named("krippendorff_alpha").compute(&whole, None, Variant::Distance(Metric::Ordinal));
        let truth = truth.expect("defined").value;
        let cells = REGIONS.map(|regions| {
            over(sets, |set| {
                let mut stream = stream(purpose, regions, coders, set);
                let (ratings, clusters) = draw(model, &mut stream, regions, coders);
                METHODS.map(|method| {
                    let plan = Resampling {
                        clusters: Some(&clusters),
                        ..plan(method, replicates, set)
                    };
                    Tally::of(truth, alpha_interval(&ratings, Metric::Ordinal, &plan))
                })
            })
        });
        row(&format!("{} | {coders} | {truth:.2}", model.name), &cells);
    }
}

/// Intervals that come from standard errors, of two coders.
fn of_errors(sets: u64) {
    const UNITS: [usize; 5] = [10, 20, 40, 80, 160];
    let weighted = ["cohen_kappa", "fleiss_kappa", "brennan_prediger", "gwet_ac"];
    header("data | ICC 2 | weights", &UNITS);
    let scale = Levels::new(&[0.0, 1.0, 2.0, 3.0, 4.0]);
    for (number, model) in (0..).zip(MODELS).take(6) {
        let whole = model.ratings(&mut Stream::new(number, 1, 2), POPULATION, 2);
        let value = |name: &str, variant| {
            let found = named(name).compute(&whole, scale.as_ref(), variant);
            found.expect("defined").value
        };
        let tally = |ratings: &Ratings, name: &str, variant, truth| {
            let found = named(name).compute(ratings, scale.as_ref(), variant);
            Tally::of(truth, found.ok().and_then(|it| it.interval))
        };
        let icc = value("icc2", Variant::Only);
        let head = |weights: &str| format!("{} | {icc:.2} | {weights}", model.name);
        for weights in Weights::ALL {
            let variant = Variant::Weights(weights);
            let truths = weighted.map(|name| value(name, variant));
            let cells = UNITS.map(|units| {
                over(sets, |set| {
                    let ratings = model.ratings(&mut stream(number, units, 2, set), units, 2);
                    std::array::from_fn::<_, 4, _>(|at| {
                        tally(&ratings, weighted[at], variant, truths[at])
                    })
                })
            });
            row(&head(weights.code()), &cells);
        }
        let cells = UNITS.map(|units| {
            over(sets, |set| {
                let ratings = model.ratings(&mut stream(number, units, 2, set), units, 2);
                [tally(&ratings, "icc2", Variant::Only, icc)]
            })
        });
        row(&head("ICC 2"), &cells);
    }
}

fn main() {
    let mut given = std::env::args().skip(1);
    let mut number = |default: u32| {
        let given = given.next().and_then(|it| it.parse().ok());
        given.unwrap_or(default)
    };
    let (sets, replicates) = (number(1000), number(1000));
    println!("{sets} data sets of each kind, {replicates} resamples of each.");
    of_alpha(sets.into(), replicates);
    of_within(sets.into(), replicates);
    of_regions(sets.into(), replicates);
    of_errors(sets.into());
}
