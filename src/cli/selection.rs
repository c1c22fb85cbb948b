//! Which of the scored regions and waves are shown.

use std::sync::Arc;

use siap::compare::{Choice, KindChoice, WaveChoice};
use siap::problem::{Problem, suggest};
use siap::region::{Found, Kind, Register, Tier};
use siap::statement::Stage;
use siap::text::{list, say};
use siap::view::shown::Tags;

use super::args::{KindFilter, Regions, Selection, StageFilter};
use super::error::Refused;
use super::files;
use super::load::Scored;

/// The official names of the regions asked for by name and tag; `None`: all.
fn regions_asked(
    scored: &Scored,
    tags: &Tags,
    regions: &Regions,
) -> Result<Option<Vec<Arc<str>>>, Refused> {
    let named = regions_named(scored, &regions.region)?;
    let mut asked = (!regions.region.is_empty()).then_some(named);
    if !regions.province.is_empty() {
        let members = provinces_named(scored, &regions.province)?;
        asked = Some(match asked {
            Some(before) => before
                .into_iter()
                .filter(|it| members.contains(it))
                .collect(),
            None => members,
        });
    }
    for tag in &regions.tag {
        let Some(members) = tags.get(tag) else {
            let near = suggest(tag, tags.keys().map(String::as_str));
            let problem = Problem::error(say::unknown_tag(tag, list(tags.keys())));
            return Err(Refused(vec![
                problem.maybe_help(near.map(say::did_you_mean)),
            ]));
        };
        asked = Some(match asked {
            Some(before) => before
                .into_iter()
                .filter(|it| members.contains(it))
                .collect(),
            None => members.iter().cloned().collect(),
        });
    }
    Ok(asked)
}

/// The official names of the assessed regions in the provinces `asked` for, the provinces included.
fn provinces_named(scored: &Scored, asked: &[String]) -> Result<Vec<Arc<str>>, Refused> {
    let register = Register::embedded();
    let mut codes = Vec::new();
    for name in asked {
        // A bare code of two digits may be a BPS code elsewhere; here it is the register's own.
        if let Some(region) = register.by_code(name.trim())
            && region.kind() == Kind::Provinsi
        {
            codes.extend(region.code());
            continue;
        }
        match register.find(name, Some(Kind::Provinsi)) {
            Found::Region(region) if region.kind() == Kind::Provinsi => {
                codes.extend(region.code());
            }
            _ => {
                let provinces = register.of_kind(Kind::Provinsi);
                let near = suggest(name, provinces.map(|it| it.short_name()));
                let problem = Problem::error(say::unknown_province(name));
                return Err(Refused(vec![
                    problem.maybe_help(near.map(say::did_you_mean)),
                ]));
            }
        }
    }
    let inside = |code: &str| {
        codes
            .iter()
            .any(|province| code == *province || code.starts_with(&format!("{province}.")))
    };
    let assessments = scored.assessed.assessments.iter();
    let mut out: Vec<Arc<str>> = assessments
        .filter(|it| it.region.code.as_deref().is_some_and(inside))
        .map(|it| Arc::clone(&it.region.name))
        .collect();
    out.dedup();
    if out.is_empty() {
        return Err(Refused::one(say::nothing_selected()));
    }
    Ok(out)
}

/// The official names of regions named one by one, each of which the data must have.
fn regions_named(scored: &Scored, asked: &[String]) -> Result<Vec<Arc<str>>, Refused> {
    let register = Register::embedded();
    let mut present: Vec<&Arc<str>> = scored
        .assessed
        .assessments
        .iter()
        .map(|it| &it.region.name)
        .collect();
    present.dedup();
    let mut out = Vec::new();
    let mut problems = Vec::new();
    for name in asked {
        let candidates: Vec<&str> = match register.find(name, None) {
            Found::Region(region) => vec![region.name()],
            Found::Ambiguous(regions) => regions.iter().map(|it| it.name()).collect(),
            Found::Unknown { .. } | Found::Outside => Vec::new(),
        };
        let fits: Vec<&&Arc<str>> = present
            .iter()
            .filter(|it| candidates.contains(&&****it) || it.eq_ignore_ascii_case(name))
            .collect();
        if fits.is_empty() {
            let near = suggest(name, present.iter().map(|it| &***it));
            let help = match near {
                _ if files::exists(name) => say::study_before_region(name),
                Some(near) => say::did_you_mean(near),
                None => say::regions_in_data(list(&present)),
            };
            problems.push(Problem::error(say::region_not_in_data(name)).help(help));
        }
        out.extend(fits.into_iter().map(|it| Arc::clone(it)));
    }
    if problems.is_empty() {
        Ok(out)
    } else {
        Err(Refused(problems))
    }
}

/// What `selection` asks of a comparison.
pub(super) fn choice(
    scored: &Scored,
    tags: &Tags,
    selection: &Selection,
) -> Result<Choice, Refused> {
    let wave = match selection.wave.as_deref() {
        None => WaveChoice::Newest,
        Some("latest" | "terbaru") => WaveChoice::LatestOfEach,
        Some(wave) => {
            wave_must_exist(scored, wave)?;
            WaveChoice::Named(wave.to_owned())
        }
    };
    let choice = choice_of(scored, tags, &selection.regions)?;
    Ok(Choice { wave, ..choice })
}

/// What `regions` asks of a comparison.
pub(super) fn choice_of(
    scored: &Scored,
    tags: &Tags,
    regions: &Regions,
) -> Result<Choice, Refused> {
    let kind = match regions.kind {
        None => KindChoice::Largest,
        Some(KindFilter::Kabkota) => KindChoice::KabKota,
        Some(KindFilter::Kabupaten) => KindChoice::Kabupaten,
        Some(KindFilter::Kota) => KindChoice::Kota,
        Some(KindFilter::Provinsi) => KindChoice::Provinsi,
        Some(KindFilter::Instansi) => KindChoice::Instansi,
        Some(KindFilter::All) => KindChoice::All,
    };
    if let Some(wanted) = regions.kind {
        kind_must_exist(scored, wanted)?;
    }
    Ok(Choice {
        wave: WaveChoice::Newest,
        kind,
        stage: stage_asked(scored, regions)?,
        regions: regions_asked(scored, tags, regions)?,
    })
}

/// The stage asked for, which the data must have.
fn stage_asked(scored: &Scored, regions: &Regions) -> Result<Option<Stage>, Refused> {
    let Some(wanted) = regions.stage else {
        return Ok(None);
    };
    let wanted = match wanted {
        StageFilter::SelfAssessed => Stage::SelfAssessed,
        StageFilter::Document => Stage::Document,
        StageFilter::Interview => Stage::Interview,
        StageFilter::Visit => Stage::Visit,
        StageFilter::Final => Stage::Final,
    };
    let mut met: Vec<Stage> = scored
        .assessed
        .assessments
        .iter()
        .filter_map(|it| it.stage)
        .collect();
    met.sort_unstable();
    met.dedup();
    if met.contains(&wanted) {
        return Ok(Some(wanted));
    }
    Err(Refused::one(if met.is_empty() {
        say::no_stages_in_data(wanted.id())
    } else {
        say::no_such_stage(wanted.id(), list(met.iter().map(|it| it.id())))
    }))
}

/// Whether a region of this kind is asked for by `wanted`.
fn is_wanted(wanted: KindFilter, kind: Option<Kind>) -> bool {
    match wanted {
        KindFilter::All => true,
        KindFilter::Kabkota => kind.is_some_and(|kind| kind.tier() == Tier::KabKota),
        KindFilter::Kabupaten => kind == Some(Kind::Kabupaten),
        KindFilter::Kota => kind == Some(Kind::Kota),
        KindFilter::Provinsi => kind == Some(Kind::Provinsi),
        KindFilter::Instansi => kind == Some(Kind::Instansi),
    }
}

fn kind_must_exist(scored: &Scored, wanted: KindFilter) -> Result<(), Refused> {
    let mut kinds = scored.assessed.assessments.iter().map(|it| it.region.kind);
    if kinds.any(|kind| is_wanted(wanted, kind)) {
        return Ok(());
    }
    let word = clap::ValueEnum::to_possible_value(&wanted);
    let word = word.as_ref().map_or("", |it| it.get_name());
    Err(Refused::one(say::no_region_of_kind(word)))
}

pub(super) fn wave_must_exist(scored: &Scored, wave: &str) -> Result<(), Refused> {
    let mut waves: Vec<&str> = scored
        .assessed
        .assessments
        .iter()
        .filter_map(|it| it.wave.as_deref())
        .collect();
    if waves.contains(&wave) {
        return Ok(());
    }
    waves.sort_unstable();
    waves.dedup();
    Err(Refused::one(if waves.is_empty() {
        say::no_waves_in_data(wave)
    } else {
        say::no_such_wave(wave, list(waves))
    }))
}

/// Positions of the assessments that `selection` asks for.
pub(super) fn selected(
    scored: &Scored,
    tags: &Tags,
    selection: &Selection,
) -> Result<Vec<usize>, Refused> {
    let regions = regions_asked(scored, tags, &selection.regions)?;
    let stage = stage_asked(scored, &selection.regions)?;
    let all = &scored.assessed.assessments;
    let mut out: Vec<usize> = (0..all.len())
        .filter(|at| {
            let name = &all[*at].region.name;
            regions.as_ref().is_none_or(|it| it.contains(name))
        })
        .filter(|at| stage.is_none() || all[*at].stage == stage)
        .collect();
    if let Some(wanted) = selection.regions.kind {
        kind_must_exist(scored, wanted)?;
        out.retain(|at| is_wanted(wanted, all[*at].region.kind));
    }
    match selection.wave.as_deref() {
        None => {}
        Some("latest" | "terbaru") => {
            let newest = siap::compare::newest_of_each(&scored.assessed, &out);
            out = newest;
        }
        Some(wave) => {
            wave_must_exist(scored, wave)?;
            out.retain(|at| all[*at].wave.as_deref() == Some(wave));
        }
    }
    if out.is_empty() {
        return Err(Refused::one(say::nothing_selected()));
    }
    Ok(out)
}
