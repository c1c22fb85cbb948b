//! Whose answers they are: a region of the register, a round of assessment.

use crate::assess::RegionRef;
use crate::problem::{Problem, suggest};
use crate::read::{self, ReadOptions};
use crate::region::{Found, Register};
use crate::text::{list, say};

/// The region that a name means.
pub(super) fn region(name: &str) -> Result<RegionRef, Box<Problem>> {
    let register = Register::embedded();
    match register.find(name, None) {
        Found::Region(it) => Ok(RegionRef {
            name: it.name().into(),
            code: it.code().map(Into::into),
            kind: Some(it.kind()),
        }),
        Found::Ambiguous(of) => {
            let names = list(of.iter().map(|it| format!("`{}`", it.name())));
            let problem = Problem::error(say::guide_which_region(name));
            Err(problem.help(say::guide_one_of(names)).into())
        }
        Found::Unknown { near } => {
            let near = match near.first() {
                Some(near) => Some(near.name()),
                None => suggest(name, register.regions().map(|it| it.short_name())),
            };
            let problem = Problem::error(say::guide_unknown_region(name));
            Err(problem.maybe_help(near.map(say::did_you_mean)).into())
        }
        Found::Outside => Err(Problem::error(say::guide_unknown_region(name))
            .help(say::guide_region_help())
            .into()),
    }
}

/// The round that a text means, as readers take it.
pub(super) fn wave(text: Option<&str>) -> Result<Option<String>, Box<Problem>> {
    let Some(text) = text else { return Ok(None) };
    let wrong = || Box::new(Problem::misuse(say::guide_no_wave(text)));
    // What elsewhere means the newest of each region names none here.
    let names_none = ["latest", "terbaru"].contains(&text);
    if names_none || !read::is_wave(text) {
        return Err(wrong());
    }
    let text = text.replace('"', "\"\"");
    let bytes = format!("region,indicator,wave\nIndonesia,a,\"{text}\"\n").into_bytes();
    let read = read::read(bytes, "-", &ReadOptions::default());
    let (read, _) = read.map_err(|_| wrong())?;
    let wave = read.rows().first().and_then(|it| it.wave.as_deref());
    wave.map(|it| Some(it.to_owned())).ok_or_else(wrong)
}
