//! Published figures of agreement and reliability; `tests/reference/agreement/SOURCE.md` says whose.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use siap::stats::agreement::{
    Icc, Levels, Metric, Ratings, Weights, brennan_prediger, cohen_custom, cohen_kappa,
    conger_kappa, fleiss_chance_error, fleiss_kappa, fleiss_levels, gwet_ac, icc, kendall_w,
    krippendorff_alpha, krippendorff_interval, percent_agreement, scott_pi,
};
use siap::stats::reliability::{
    Covariance, cronbach, cronbach_error, cronbach_standardised, equal_weights, feldt_interval,
    item_totals, omega_total, satisfaction,
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

fn metric(options: &str) -> Metric {
    match options {
        "nominal" => Metric::Nominal,
        "ordinal" => Metric::Ordinal,
        "interval" => Metric::Interval,
        "ratio" => Metric::Ratio,
        other => panic!("the metric {other}"),
    }
}

fn weights(options: &str) -> Weights {
    match options {
        "" | "none" | "identity" => Weights::Identity,
        "linear" => Weights::Linear,
        "quadratic" => Weights::Quadratic,
        other => panic!("the weights {other}"),
    }
}

/// What the library gives for a row of the table.
fn found(data: &Data, stat: &str, options: &str) -> Result<f64, Undefined> {
    let ratings = Ratings::new(&data.grid);
    let se = |it: Option<f64>| it.ok_or(Undefined::TooFewUnits);
    match stat {
        "kalpha" => krippendorff_alpha(&ratings, metric(options)).map(|it| it.value),
        "pa" => percent_agreement(&ratings).map(|it| it.value),
        "fleiss" | "fleiss_gwet" => {
            fleiss_kappa(&ratings, None, weights(options)).map(|it| it.value)
        }
        "fleiss_gwet_se" => se(fleiss_kappa(&ratings, None, weights(options))?.se),
        "fleiss_cat" => {
            let level: f64 = options.parse().expect("a level");
            let levels = fleiss_levels(&ratings)?;
            let of_level = levels.iter().find(|it| (it.level - level).abs() < EXACT);
            of_level.expect("a level in use").value
        }
        "ac" => gwet_ac(&ratings, None, weights(options)).map(|it| it.value),
        "ac_se" => se(gwet_ac(&ratings, None, weights(options))?.se),
        "pe_ac" => gwet_ac(&ratings, None, weights(options)).map(|it| it.chance),
        "conger" => conger_kappa(&ratings, None, weights(options)).map(|it| it.value),
        "bp" => brennan_prediger(&ratings, None, weights(options)).map(|it| it.value),
        "bp_se" => se(brennan_prediger(&ratings, None, weights(options))?.se),
        "cohen" => cohen_kappa(&ratings, None, weights(options)).map(|it| it.value),
        "cohen_custom" => {
            let row = |row: &str| row.split(' ').map(|it| it.parse().expect("one")).collect();
            let table: Vec<Vec<f64>> = options.split(';').map(row).collect();
            let levels = Levels::new(ratings.levels()).expect("a scale");
            cohen_custom(&ratings, &levels, &table).map(|it| it.value)
        }
        "scott" => scott_pi(&ratings, None, weights(options)).map(|it| it.value),
        "icc1" => icc(&ratings, Icc::One),
        "icc2" => icc(&ratings, Icc::Two),
        "icc3" => icc(&ratings, Icc::Three),
        "icc1k" => icc(&ratings, Icc::OneMean),
        "icc2k" => icc(&ratings, Icc::TwoMean),
        "icc3k" => icc(&ratings, Icc::ThreeMean),
        "kendallw" => kendall_w(&ratings).map(|it| match options {
            "ties" => it.value,
            "noties" => it.without_ties,
            other => panic!("W with {other}"),
        }),
        "skm" => {
            let elements = data.grid.columns();
            let weights = match options {
                "1/9" => equal_weights(elements),
                weight => vec![weight.parse().expect("a weight"); elements],
            };
            satisfaction(&data.grid, &weights, 4.0).map(|it| it.index)
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
    for record in reader.records() {
        let record = record.expect("a row");
        rows += 1;
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
    assert_eq!(rows, 89);
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

/// Fleiss, Nee and Landis (1979) on the data of Fleiss (1971): κ = .430, error .0244, z = 17.65.
#[test]
fn the_error_of_fleiss_kappa_under_chance_is_the_published_one() {
    let ratings = ratings("fleiss1971_diagnoses.csv");
    let error = fleiss_chance_error(&ratings).expect("complete");
    let kappa = fleiss_kappa(&ratings, None, Weights::Identity).expect("defined");
    near(error, 0.0244, 5e-5);
    near(kappa.value / error, 17.65, 5e-3);
    let holes = self::ratings("gwet_cac_raw4raters.csv");
    let found = fleiss_chance_error(&holes);
    assert_eq!(found, Err(Undefined::UnequalRatings));
}

/// The README of the R package irrCAC on two raters and 100 units. Its functions for a table of two
/// raters divide by n where those for raw ratings, as ours, divide by n − 1 (Gwet 2014, ch. 5).
#[test]
fn errors_for_two_raters_are_the_published_ones() {
    let two = ratings("gwet_cont3x3abstractors.csv");
    let kappa = cohen_kappa(&two, None, Weights::Identity).expect("defined");
    near(kappa.se.expect("an error"), 0.058_910_72, 5e-9);
    ends(kappa.interval(0.95), 0.680, 0.913, 2e-3);
    let without = (99.0_f64 / 100.0).sqrt();
    for (found, wanted) in [
        (scott_pi(&two, None, Weights::Identity), 0.059_054_73),
        (gwet_ac(&two, None, Weights::Identity), 0.043_217_47),
        (
            brennan_prediger(&two, None, Weights::Identity),
            0.046_933_46,
        ),
    ] {
        let error = found.expect("defined").se.expect("an error");
        near(error * without, wanted, 5e-9);
    }
}

/// The same README on four raters: AC1 between .461 and 1.
#[test]
fn the_interval_of_ac1_ends_at_one() {
    let four = ratings("gwet_cac_raw4raters.csv");
    let ac1 = gwet_ac(&four, None, Weights::Identity).expect("defined");
    ends(ac1.interval(0.95), 0.461, 1.0, 5e-4);
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

/// psych::alpha(attitude): .84 (.74, .92) by Feldt, error .0424; pingouin's test on the data of
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
    let error = cronbach_error(&covariance("r_attitude.csv", "")).expect("defined");
    near(error, 0.0424, 5e-5);
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
        let third = icc(&ratings(file), Icc::ThreeMean).expect("defined");
        near(alpha, third, EXACT);
    }
}

/// Friedman's test as χ² of W, SciPy 1.17 `friedmanchisquare` on the same rankings.
#[test]
fn the_test_of_concordance_is_friedmans() {
    let found = kendall_w(&ratings("irr_anxiety.csv")).expect("defined");
    near(found.chi_squared, 30.760_441_929_399, EXACT);
    near(found.p.expect("a probability"), 0.042_883_473_127, EXACT);
}
