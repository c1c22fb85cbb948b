//! Published figures of agreement and reliability; `tests/reference/agreement/SOURCE.md` says whose.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use siap::stats::agreement::{
    Base, COEFFICIENTS, Coefficient, Metric, Outcome, Raters, Ratings, Run, Variant, Weights,
    fleiss_levels, gwet_ac, krippendorff_interval,
};
use siap::stats::reliability::{
    self, Covariance, attained, cronbach, cronbach_standardised, describe, feldt_interval,
    item_totals, omega_total,
};
use siap::stats::{Grid, Interval, IntervalMethod, Missing, Resampling, Undefined};

const EXACT: f64 = 1e-9;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reference/agreement")
}

struct Data {
    columns: Vec<String>,
    grid: Grid,
}

/// Columns of a file; `only` names them, parted by spaces, or is empty for all. Words become
/// numbers in the order of the alphabet.
fn data(name: &str, only: &str) -> Data {
    let path = folder().join("data").join(name);
    let mut reader = csv::Reader::from_path(path).expect("a file of data");
    let header = reader.headers().expect("a header").clone();
    let columns: Vec<usize> = (1..header.len())
        .filter(|at| only.is_empty() || only.split(' ').any(|it| it == &header[*at]))
        .collect();
    let cells: Vec<String> = reader
        .records()
        .map(|record| record.expect("a row"))
        .flat_map(|record| columns.iter().map(move |at| record[*at].to_owned()))
        .collect();
    let words: BTreeSet<&str> = cells
        .iter()
        .map(String::as_str)
        .filter(|it| it.parse::<f64>().is_err())
        .collect();
    let number = |cell: &String| match cell.parse() {
        Ok(number) => Some(number),
        Err(_) if cell.is_empty() => None,
        Err(_) => {
            let at = words.iter().position(|it| it == cell)?;
            Some(f64::from(u32::try_from(at).expect("few words")))
        }
    };
    let cells = cells.iter().map(number).collect();
    Data {
        grid: Grid::new(columns.len(), cells).expect("finite numbers"),
        columns: columns.iter().map(|at| header[*at].to_owned()).collect(),
    }
}

fn ratings(name: &str) -> Ratings {
    Ratings::new(&data(name, "").grid)
}

fn covariance(name: &str, only: &str) -> Covariance {
    Covariance::new(&data(name, only).grid, Missing::Listwise).expect("enough answers")
}

/// The weights or distances that a row of the table names.
fn variant(of: &Coefficient, options: &str) -> Variant {
    let wanted = match options {
        "" | "none" | "identity" => of.variants()[0].code(),
        other => Some(other),
    };
    let mut variants = of.variants().into_iter();
    let found = variants.find(|it| it.code() == wanted);
    found.unwrap_or_else(|| panic!("{} with {options}", of.name))
}

fn coefficient(name: &str) -> Option<&'static Coefficient> {
    COEFFICIENTS.iter().copied().find(|it| it.name == name)
}

fn compute(ratings: &Ratings, name: &str) -> Outcome {
    let of = coefficient(name).expect("a coefficient");
    let variant = of.variants()[0];
    of.compute(ratings, None, variant).expect("defined")
}

/// What the library gives for a row of the table: `stat` is a coefficient of agreement by its name,
/// or with `_se` behind it its standard error, or a figure of its own.
fn found(data: &Data, stat: &str, options: &str) -> Result<f64, Undefined> {
    let ratings = Ratings::new(&data.grid);
    if let Some(of) = coefficient(stat) {
        let found = of.compute(&ratings, None, variant(of, options));
        return found.map(|it| it.value);
    }
    if let Some(of) = stat.strip_suffix("_se").and_then(coefficient) {
        let found = of.compute(&ratings, None, variant(of, options))?;
        return found.se.ok_or(Undefined::TooFewUnits);
    }
    match stat {
        "fleiss_level" => {
            let level: f64 = options.parse().expect("a level");
            let levels = fleiss_levels(&ratings)?;
            let of_level = levels.iter().find(|it| (it.level - level).abs() < EXACT);
            of_level.expect("a level in use").value
        }
        "chance_of_gwet_ac" => {
            assert_eq!(options, "quadratic");
            gwet_ac(&ratings, None, Weights::Quadratic).map(|it| it.chance)
        }
        // The index of the rule is the weighted sum of what the elements attain.
        "attained" => {
            let elements = data.grid.columns();
            let weight = match options {
                "1/9" => 1.0 / 9.0,
                weight => weight.parse().expect("a weight"),
            };
            let of = |at| attained(describe(&data.grid, at).mean?, 4.0);
            let sum: Option<f64> = (0..elements).map(of).sum();
            Ok(weight * sum.expect("answers to every element"))
        }
        _ => of_items(data, stat, options),
    }
}

fn of_items(data: &Data, stat: &str, options: &str) -> Result<f64, Undefined> {
    let missing = match options {
        "pairwise" => Missing::Pairwise,
        _ => Missing::Listwise,
    };
    let items = Covariance::new(&data.grid, missing)?;
    let item = || {
        let at = data.columns.iter().position(|it| it == options);
        item_totals(&items)[at.expect("an item")]
    };
    match stat {
        "cronbach" => cronbach(&items),
        "cronbach_std" => cronbach_standardised(&items),
        "citc" => item().with_others,
        "alpha_drop" => item().alpha_without,
        other => panic!("no function for {other}"),
    }
}

#[test]
fn every_published_figure_is_met() {
    let mut reader = csv::Reader::from_path(folder().join("expected.csv")).expect("the table");
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|it| it == name).expect("a column");
    let [id, file, cols] = ["id", "file", "cols"].map(at);
    let [stat, options, published, exact] = ["stat", "options", "published", "exact"].map(at);
    let mut wrong = Vec::new();
    let mut rows = 0;
    let mut published_of = BTreeSet::new();
    for record in reader.records() {
        let record = record.expect("a row");
        rows += 1;
        published_of.insert(record[stat].to_owned());
        let data = data(&record[file], &record[cols]);
        let value = found(&data, &record[stat], &record[options]);
        let wanted: f64 = record[exact].parse().expect("a number");
        if !value.is_ok_and(|it| (it - wanted).abs() < EXACT) {
            wrong.push(format!("{}: {value:?} is not {wanted}", &record[id]));
        }
        // The table itself: its exact value is the printed one, up to the digits printed.
        let digits = record[published].split_once('.').expect("decimals").1.len();
        let last = 0.1_f64.powi(i32::try_from(digits).expect("few digits"));
        let printed: f64 = record[published].parse().expect("a number");
        if (wanted - printed).abs() > 0.51 * last {
            wrong.push(format!("{}: {wanted} is not {printed}", &record[id]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(rows, 87);
    for of in COEFFICIENTS {
        assert!(
            published_of.contains(of.name),
            "no published figure of {}",
            of.name
        );
    }
}

/// The table of the documentation is the list of coefficients, line for line.
#[test]
fn the_documented_coefficients_are_those_of_the_list() {
    let mut table = String::from(
        "| name | coders | formula | units | levels of the scale | interval | source |\n\
         |---|---|---|---|---|---|---|\n",
    );
    for of in COEFFICIENTS {
        let coders = match of.raters {
            Raters::Two => "2",
            Raters::Several => "2 +",
        };
        let units = match of.base {
            Base::Complete => "complete",
            // `agree` hands over the units that two or more coded, and no others.
            Base::Pairable | Base::Valued => "pairable",
        };
        let levels = if of.counts_levels { "counted" } else { "–" };
        let interval = match of.run {
            Run::Distances { .. } => "resampled",
            _ => of.interval.unwrap_or("–"),
        };
        let (name, formula, source) = (of.name, of.formula, of.source);
        writeln!(
            table,
            "| `{name}` | {coders} | {formula} | {units} | {levels} | {interval} | {source} |"
        )
        .expect("text takes text");
    }
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/methods.md");
    let methods = fs::read_to_string(path).expect("the documentation");
    for of in reliability::COEFFICIENTS {
        let row = format!("\n| {} | {} | {} |\n", of.title, of.formula, of.source);
        assert!(methods.contains(&row), "docs/methods.md wants{row}");
    }
    assert!(
        methods.contains(&table),
        "docs/methods.md, section 12, wants\n{table}"
    );
}

#[test]
fn every_file_of_data_is_used() {
    let table = fs::read_to_string(folder().join("expected.csv")).expect("the table");
    for entry in fs::read_dir(folder().join("data")).expect("the data") {
        let name = entry.expect("an entry").file_name();
        let name = name.to_string_lossy();
        assert!(table.contains(&*name), "{name}");
    }
}

fn near(value: f64, wanted: f64, within: f64) {
    assert!((value - wanted).abs() < within, "{value} is not {wanted}");
}

fn ends(found: Option<Interval>, low: f64, high: f64, within: f64) {
    let found = found.expect("an interval");
    near(found.low, low, within);
    near(found.high, high, within);
}

/// The README of the R package irrCAC on two raters and 100 units. Its functions for a table of two
/// raters divide by n where those for raw ratings, as ours, divide by n − 1 (Gwet 2014, ch. 5).
#[test]
fn errors_for_two_raters_are_the_published_ones() {
    let two = ratings("gwet_cont3x3abstractors.csv");
    let kappa = compute(&two, "cohen_kappa");
    near(kappa.se.expect("an error"), 0.058_910_72, 5e-9);
    ends(kappa.interval, 0.680, 0.913, 2e-3);
    let without = (99.0_f64 / 100.0).sqrt();
    for (name, wanted) in [
        ("scott_pi", 0.059_054_73),
        ("gwet_ac", 0.043_217_47),
        ("brennan_prediger", 0.046_933_46),
    ] {
        let error = compute(&two, name).se.expect("an error");
        near(error * without, wanted, 5e-9);
    }
}

/// The same README on four raters: AC1 between .461 and 1.
#[test]
fn the_interval_of_ac1_ends_at_one() {
    let four = ratings("gwet_cac_raw4raters.csv");
    ends(compute(&four, "gwet_ac").interval, 0.461, 1.0, 5e-4);
}

/// Hayes and Krippendorff (2007), ordinal: jackknife error .0540; 95 % of resamples of units
/// between about .626 and .843, corrected .644 and .852 (Python `krippendorff` within SciPy's
/// `bootstrap`, 20,000 resamples of another generator).
#[test]
fn intervals_of_alpha_agree_with_another_computation() {
    let ratings = ratings("hayes_krippendorff2007.csv");
    let find = |method| {
        let plan = Resampling {
            method,
            replicates: 20_000,
            ..Resampling::default()
        };
        krippendorff_interval(&ratings, Metric::Ordinal, &plan).expect("an interval")
    };
    let jackknife = find(IntervalMethod::JackknifeT);
    near(jackknife.se.expect("an error"), 0.0540, 5e-5);
    let percentile = find(IntervalMethod::Percentile);
    ends(Some(percentile), 0.626, 0.843, 0.01);
    assert_eq!((percentile.replicates, percentile.degenerate), (20_000, 0));
    ends(Some(find(IntervalMethod::Bca)), 0.644, 0.852, 0.01);
}

/// psych::alpha(attitude): .84 (.74, .92) by Feldt; pingouin's test on the data of
/// real-statistics.com: (.195, .840).
#[test]
fn intervals_of_cronbachs_alpha_are_the_published_ones() {
    for (file, low, high, within) in [
        ("r_attitude.csv", 0.74, 0.92, 5e-3),
        ("realstatistics_cronbach.csv", 0.195, 0.840, 5e-4),
    ] {
        let items = covariance(file, "");
        let alpha = cronbach(&items).expect("defined");
        let found = feldt_interval(alpha, items.respondents(), items.items(), 0.95);
        ends(found, low, high, within);
    }
}

/// The least sum of squared residual correlations found by SciPy 1.17 (BFGS, 21 starts).
#[test]
fn omega_rests_on_the_best_single_factor() {
    for (file, only, wanted) in [
        ("r_attitude.csv", "", 0.850_682_357),
        ("realstatistics_cronbach.csv", "", 0.690_076_325),
        ("sas_fish1.csv", "", 0.985_233_702),
        ("holzinger_swineford1939.csv", "x1 x2 x3", 0.635_071_828),
        ("holzinger_swineford1939.csv", "", 0.764_358_171),
    ] {
        let found = omega_total(&covariance(file, only)).expect("a factor");
        near(found.value, wanted, 1e-6);
    }
}

/// Cronbach's alpha is the consistency of the mean of items (Shrout and Fleiss 1979).
#[test]
fn cronbachs_alpha_is_the_third_correlation_of_means() {
    for file in ["shrout_fleiss1979.csv", "r_attitude.csv", "sas_fish1.csv"] {
        let alpha = cronbach(&covariance(file, "")).expect("defined");
        near(alpha, compute(&ratings(file), "icc3k").value, EXACT);
    }
}
