//! A made-up survey: every kabupaten and kota of the register, 47 indicators of SPBE, and as many
//! informants as the wanted number of rows takes. The same on every machine.
#![allow(dead_code, reason = "no benchmark needs all of it")]

use siap::framework::library;
use siap::region::{Kind, Register};

/// The framework the survey answers: 47 indicators on a scale of 1 to 5.
pub(crate) const FRAMEWORK: &str = "spbe-2020";

/// Kabupaten and kota.
const REGIONS: usize = 514;
/// Indicators of the framework.
const INDICATORS: usize = 47;

/// A long table with at least `rows` rows; whole informants, so a few more.
///
/// One informant of one region answers everything before the next one does, as survey programs
/// export it.
#[must_use]
pub(crate) fn table(rows: usize) -> String {
    let register = Register::embedded();
    let regions: Vec<&str> = register
        .regions()
        .filter(|region| matches!(region.kind(), Kind::Kabupaten | Kind::Kota))
        .filter_map(|region| region.code())
        .collect();
    let (framework, _) = library::get(FRAMEWORK).expect("is built in");
    let indicators: Vec<&str> = framework
        .indicators()
        .map(|(_, node, _)| node.id())
        .collect();
    assert_eq!((regions.len(), indicators.len()), (REGIONS, INDICATORS));
    let informants = rows.div_ceil(REGIONS * INDICATORS);
    let mut out = String::with_capacity(informants * REGIONS * INDICATORS * 27);
    out.push_str("region,indicator,level,informant,wave\n");
    for (place, region) in regions.iter().enumerate() {
        for informant in 0..informants {
            for (question, indicator) in indicators.iter().enumerate() {
                let level = level(place, question, informant);
                out.push_str(&format!(
                    "{region},{indicator},{level},inf-{informant:03},2024\n"
                ));
            }
        }
    }
    out
}

/// The table in a file of a temporary folder, which is removed when it is dropped.
#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark is a program of its own"
)]
pub(crate) fn file(rows: usize) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("survey.csv");
    std::fs::write(&path, table(rows)).expect("room for the table");
    (folder, path)
}

/// A level of 1 to 5: regions and questions differ, informants by one level at most.
fn level(place: usize, question: usize, informant: usize) -> u64 {
    // SplitMix64's mixing of one number.
    let mixed = |number: usize| {
        let mut bits = (number as u64).wrapping_add(0x9E37_79B9_7F4A_7C15);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    };
    let cell = place * INDICATORS + question;
    1 + mixed(cell) % 4 + mixed(cell * 1_000_003 + informant) % 2
}
