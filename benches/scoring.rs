//! Scoring 514 regions by 47 indicators.

mod survey;

use divan::Bencher;
use siap::assess::{Spellings, assess};
use siap::framework::{Method, library};
use siap::read::{ReadOptions, read};
use siap::region::Register;

fn main() {
    divan::main();
}

/// Statements in memory to scores, one informant for each region.
#[divan::bench]
fn regions_514_indicators_47(bencher: Bencher<'_, '_>) {
    let (framework, _) = library::get(survey::FRAMEWORK).expect("is built in");
    let table = survey::table(1).into_bytes();
    let (statements, _) = read(table, "survey.csv", &ReadOptions::default()).expect("is a table");
    let method = Method::of(&framework);
    let register = Register::embedded();
    let spellings = Spellings::new();
    bencher.bench(|| assess(&framework, &statements, register, &spellings, &method));
}
