//! Options that cannot have an effect where they stand: wrong usage, which exits 2.

use siap::problem::Problem;
use siap::text::{Sentence, say};

use super::args::{Data, Places, Selection};
use super::error::Refused;

/// Refuses those of some options that are given, for one reason.
pub(super) fn refuse(
    options: &[(&'static str, bool)],
    why: impl Fn(&'static str) -> Sentence,
) -> Result<(), Refused> {
    let given = options.iter().filter(|it| it.1);
    let problems: Vec<Problem> = given.map(|it| Problem::misuse(why(it.0))).collect();
    match problems.is_empty() {
        true => Ok(()),
        false => Err(Refused(problems)),
    }
}

/// The options that say which rows of a study are taken.
pub(super) fn selecting(of: &Selection) -> Vec<(&'static str, bool)> {
    let Places {
        region,
        tag,
        province,
        kind,
    } = &of.regions.places;
    vec![
        ("--wave", of.wave.is_some()),
        ("--region", !region.is_empty()),
        ("--tag", !tag.is_empty()),
        ("--province", !province.is_empty()),
        ("--kind", kind.is_some()),
        ("--stage", of.regions.stage.is_some()),
    ]
}

/// Of those the ones that say nothing of a form, which is of one region and wave or of a province.
pub(super) fn not_of_form(of: &Selection) -> Vec<(&'static str, bool)> {
    let mut all = selecting(of);
    let places = &of.regions.places;
    let is_both = !places.region.is_empty() && !places.province.is_empty();
    for (name, given) in &mut all {
        *given = match *name {
            "--wave" => false,
            "--region" => places.region.len() > 1 || is_both,
            "--province" => places.province.len() > 1,
            _ => *given,
        };
    }
    all
}

/// Refuses what belongs to a study, of a plain table.
pub(super) fn of_table(data: &Data, selection: &Selection) -> Result<(), Refused> {
    let mut options = selecting(selection);
    options.extend([
        ("--basis", data.basis.is_some()),
        ("--column", !data.column.is_empty()),
        ("--missing", !data.missing.is_empty()),
        ("--skip-bad-files", data.skip_bad_files),
    ]);
    refuse(&options, say::option_of_study)
}
