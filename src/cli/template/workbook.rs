//! Forms as workbooks: one, or one for each region of a province.

use siap::assess::Assessment;
use siap::compare::newer;
use siap::framework::Framework;
use siap::problem::{Problem, suggest};
use siap::region::{Found, Kind, Region, Register};
use siap::render::workbook::bytes;
use siap::study::{Files as _, Scored};
use siap::text::form::Asked;
use siap::text::{label, say};
use siap::view::form::{self, Wish};

use super::Arguments;
use crate::cli::args::Data;
use crate::cli::context::Context;
use crate::cli::error::Refused;
use crate::cli::files::{self, Disk};
use crate::cli::load;
use crate::cli::output::remark;

/// Writes the form of a framework: to the file that is named, or one for each region of a province to
/// the folder.
pub(super) fn write(
    args: &Arguments,
    framework: &Framework,
    context: Context,
) -> anyhow::Result<()> {
    let before = before(args, framework, context)?;
    let places = &args.selection.regions.places;
    let output = args.output.as_deref().unwrap_or_default();
    let made: Vec<(String, Wish)> = match places.province.first() {
        Some(province) => {
            let regions = of_province(province)?;
            let named = regions.into_iter().map(|region| {
                let code = region.code().unwrap_or_default();
                let name = format!("{code} {}.xlsx", region.name());
                let wish = wish(args, Some(region.name()), before.as_ref());
                (siap::study::below(output, name.trim()), wish)
            });
            named.collect()
        }
        None => {
            let region = match places.region.first() {
                Some(name) => Some(region_called(name)?.name()),
                None => None,
            };
            let wish = wish(args, region, before.as_ref());
            vec![(output.to_owned(), wish)]
        }
    };
    let lacking = made.iter().filter(|it| it.1.before.is_empty()).count();
    if let Some(from) = args.from.as_deref().filter(|_| lacking > 0) {
        if lacking == made.len() {
            let problem = Problem::error(say::no_earlier_values(from));
            return Err(Refused(vec![problem.help(say::no_earlier_values_help())]).into());
        }
        remark(&label::forms_without_before(context.lang, lacking));
    }
    let there = made.iter().find(|(name, _)| Disk.exists(name));
    if let Some((name, _)) = there {
        return Err(Refused::one(say::already_there(name)).into());
    }
    let written = made.iter().map(|(name, wish)| {
        let book = form::workbook(framework, wish, context.lang);
        Ok((name.clone(), bytes(&book)?))
    });
    let written: Vec<(String, Vec<u8>)> = written.collect::<anyhow::Result<_>>()?;
    let (folder, names): (Option<&str>, Vec<&str>) = match places.province.is_empty() {
        true => (None, written.iter().map(|it| it.0.as_str()).collect()),
        false => (Some(output), Vec::new()),
    };
    files::write_all(folder, &written)?;
    match folder {
        Some(folder) => remark(&label::forms_written(context.lang, written.len(), folder)),
        None => names
            .iter()
            .for_each(|it| remark(&label::written(context.lang, it))),
    }
    Ok(())
}

/// What the last wave was, as data that are named.
fn before(
    args: &Arguments,
    framework: &Framework,
    context: Context,
) -> Result<Option<Scored>, Refused> {
    let Some(from) = &args.from else {
        return Ok(None);
    };
    let data = Data {
        inputs: vec![from.clone()],
        framework: Some(
            args.data
                .framework
                .clone()
                .unwrap_or_else(|| framework.id().to_owned()),
        ),
        ..args.data.clone()
    };
    let mut loaded = load::load(&data, context)?;
    let found = loaded.scored.drain(..).next();
    Ok(found)
}

/// What stands in the form of a region from the start.
fn wish(args: &Arguments, region: Option<&str>, before: Option<&Scored>) -> Wish {
    let mut out = Wish::default();
    let all = before.map_or(&[][..], |it| &it.assessed.assessments);
    // Data of one region alone say whose form it is.
    let only = || {
        let first = all.first()?;
        let is_first = |it: &Assessment| it.region.name == first.region.name;
        all.iter()
            .all(is_first)
            .then(|| first.region.name.to_string())
    };
    let region = region.map(str::to_owned).or_else(only);
    if let Some(region) = &region {
        let last = last(all, region, args.selection.wave.as_deref());
        if let Some(last) = last {
            out.before_wave = last.wave.as_deref().map(str::to_owned);
            let values = last.nodes.iter().enumerate();
            let values = values.filter_map(|(at, it)| Some((at, it.value?)));
            out.before = values.collect();
        }
        out.filled.page.insert(Asked::Region, region.clone());
    }
    if let Some(wave) = &args.selection.wave {
        out.filled.page.insert(Asked::Wave, wave.clone());
    }
    out
}

/// The last assessment of a region before a wave, of its stages the most verified.
fn last<'a>(all: &'a [Assessment], region: &str, wave: Option<&str>) -> Option<&'a Assessment> {
    let of_region = all.iter().filter(|it| &*it.region.name == region);
    let is_before = |it: &&Assessment| {
        let own = it.wave.as_deref();
        wave.is_none() || own.is_none() || newer(own, wave).is_lt()
    };
    of_region.filter(is_before).max_by(|a, b| {
        let by_wave = newer(a.wave.as_deref(), b.wave.as_deref());
        by_wave.then(a.stage.cmp(&b.stage))
    })
}

/// The kabupaten and kota of a province.
fn of_province(name: &str) -> Result<Vec<&'static Region>, Refused> {
    let register = Register::embedded();
    let by_name = || match register.find(name, Some(Kind::Provinsi)) {
        Found::Region(region) => Some(region),
        _ => None,
    };
    let province = register.by_code(name.trim()).or_else(by_name);
    let Some(code) = province
        .filter(|it| it.kind() == Kind::Provinsi)
        .and_then(Region::code)
    else {
        let provinces = register.regions().filter(|it| it.kind() == Kind::Provinsi);
        let near = suggest(name, provinces.map(Region::name));
        let problem = Problem::error(say::unknown_province(name));
        let problem = problem.maybe_help(near.map(say::did_you_mean));
        return Err(Refused(vec![problem]));
    };
    Ok(register.within(code).collect())
}

/// The region that a name or code means.
fn region_called(name: &str) -> Result<&'static Region, Refused> {
    let register = Register::embedded();
    if let Some(region) = register.by_code(name.trim()) {
        return Ok(region);
    }
    match register.find(name, None) {
        Found::Region(region) => Ok(region),
        _ => {
            let problem = Problem::error(say::guide_unknown_region(name));
            Err(Refused(vec![problem.help(say::guide_region_help())]))
        }
    }
}
