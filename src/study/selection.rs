//! Which of the scored regions and waves are shown.

use std::sync::Arc;

use crate::compare::{Choice, Ends, KindChoice, WaveChoice, newer, newest_of_each};
use crate::problem::{Problem, suggest};
use crate::region::{Found, Kind, Register, Tier};
use crate::statement::{PartyName, Stage};
use crate::text::{Sentence, list, say};

use super::files::Files;
use super::scored::Scored;

/// Which regions and waves are asked for; the default asks for nothing in particular.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// A wave, or `latest` (`terbaru`) for the newest of each region.
    pub wave: Option<String>,
    /// Names of regions.
    pub regions: Vec<String>,
    /// Programmes, of which a region must belong to all.
    pub tags: Vec<String>,
    /// Names or codes of provinces, whose regions are meant with them.
    pub provinces: Vec<String>,
    /// Kind of region.
    pub kind: Option<KindChoice>,
    /// Stage of the assessment.
    pub stage: Option<Stage>,
}

/// What `selection` asks of a comparison.
///
/// # Errors
/// A wave, region, programme, province, kind or stage that the data do not have. Help looks in
/// `files` for a study that was taken for a region.
pub fn choice(
    scored: &Scored,
    selection: &Selection,
    files: &dyn Files,
) -> Result<Choice, Vec<Problem>> {
    let wave = match selection.wave.as_deref() {
        None => WaveChoice::Newest,
        Some(LATEST | LATEST_ID) => WaveChoice::LatestOfEach,
        Some(wave) => {
            wave_must_exist(scored, wave)?;
            WaveChoice::Named(wave_as_written(scored, wave).to_string())
        }
    };
    if let Some(wanted) = selection.kind {
        kind_must_exist(scored, wanted)?;
    }
    Ok(Choice {
        wave,
        kind: selection.kind.unwrap_or_default(),
        stage: stage_asked(scored, selection)?,
        regions: members_asked(scored, selection)?,
        shown: named(scored, selection, files)?,
        ends: Ends::default(),
    })
}

/// Positions of the assessments that `selection` asks for, in ascending order; at least one.
///
/// # Errors
/// As [`choice`], and where nothing fits.
pub fn selected(
    scored: &Scored,
    selection: &Selection,
    files: &dyn Files,
) -> Result<Vec<usize>, Vec<Problem>> {
    let (members, named) = (
        members_asked(scored, selection)?,
        named(scored, selection, files)?,
    );
    let stage = stage_asked(scored, selection)?;
    let all = &scored.assessed.assessments;
    let mut out: Vec<usize> = (0..all.len())
        .filter(|at| {
            let name = &all[*at].region.name;
            let has =
                |asked: &Option<Vec<Arc<str>>>| asked.as_ref().is_none_or(|it| it.contains(name));
            has(&members) && has(&named)
        })
        .filter(|at| stage.is_none() || all[*at].stage == stage)
        .collect();
    if let Some(wanted) = selection.kind {
        kind_must_exist(scored, wanted)?;
        out.retain(|at| is_wanted(wanted, all[*at].region.kind));
    }
    match selection.wave.as_deref() {
        None => {}
        Some(LATEST | LATEST_ID) => out = newest_of_each(&scored.assessed, &out),
        Some(wave) => {
            wave_must_exist(scored, wave)?;
            let wave = wave_as_written(scored, wave);
            out.retain(|at| all[*at].wave.as_deref() == Some(&*wave));
        }
    }
    if out.is_empty() {
        return Err(one(say::nothing_selected()));
    }
    Ok(out)
}

/// The assessment that is meant where one region is: of those that `selection` asks for the newest wave,
/// and of that the most verified stage with data on indicators, else the most verified one.
///
/// # Errors
/// As [`selected`], and where several regions fit.
pub fn one_of(
    scored: &Scored,
    selection: &Selection,
    files: &dyn Files,
) -> Result<usize, Vec<Problem>> {
    let all = &scored.assessed.assessments;
    let found = selected(scored, selection, files)?;
    let mut names: Vec<&str> = found.iter().map(|it| &*all[*it].region.name).collect();
    names.dedup();
    if names.len() > 1 {
        return Err(one(say::one_region_only(list(names))));
    }
    let newest = found
        .iter()
        .map(|it| all[*it].wave.as_deref())
        .max_by(|a, b| newer(*a, *b))
        .flatten();
    let of_wave: Vec<usize> = found
        .iter()
        .copied()
        .filter(|it| all[*it].wave.as_deref() == newest)
        .collect();
    let has_data = |at: &&usize| {
        let mut leaves = scored.framework.indicators();
        leaves.any(|(leaf, ..)| all[**at].nodes[leaf].statements > 0)
    };
    let with_data = of_wave.iter().rev().find(has_data);
    match with_data.or(of_wave.last()) {
        Some(at) => Ok(*at),
        None => Err(one(say::nothing_selected())),
    }
}

/// Words for the newest wave of each region, in English and Indonesian.
const LATEST: &str = "latest";
const LATEST_ID: &str = "terbaru";

fn one(sentence: Sentence) -> Vec<Problem> {
    vec![Problem::error(sentence)]
}

/// The official names of the regions asked for by name; `None`: all.
fn named(
    scored: &Scored,
    selection: &Selection,
    files: &dyn Files,
) -> Result<Option<Vec<Arc<str>>>, Vec<Problem>> {
    let named = regions_named(scored, &selection.regions, files)?;
    Ok((!selection.regions.is_empty()).then_some(named))
}

/// The official names of the regions asked for by province and tag; `None`: all.
fn members_asked(
    scored: &Scored,
    selection: &Selection,
) -> Result<Option<Vec<Arc<str>>>, Vec<Problem>> {
    let tags = &scored.about.tags;
    let mut asked: Option<Vec<Arc<str>>> = None;
    if !selection.provinces.is_empty() {
        asked = Some(provinces_named(scored, &selection.provinces)?);
    }
    for tag in &selection.tags {
        let Some(members) = tags.get(tag) else {
            let near = suggest(tag, tags.keys().map(String::as_str));
            let problem = Problem::error(say::unknown_tag(tag, list(tags.keys())));
            return Err(vec![problem.maybe_help(near.map(say::did_you_mean))]);
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
fn provinces_named(scored: &Scored, asked: &[String]) -> Result<Vec<Arc<str>>, Vec<Problem>> {
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
                return Err(vec![problem.maybe_help(near.map(say::did_you_mean))]);
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
        return Err(one(say::nothing_selected()));
    }
    Ok(out)
}

/// The official names of regions named one by one, each of which the data must have.
fn regions_named(
    scored: &Scored,
    asked: &[String],
    files: &dyn Files,
) -> Result<Vec<Arc<str>>, Vec<Problem>> {
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
            .filter(|it| {
                candidates.contains(&&****it)
                    || PartyName::from(&****it) == PartyName::from(name.as_str())
            })
            .collect();
        if fits.is_empty() {
            let near = suggest(name, present.iter().map(|it| &***it));
            let help = match near {
                _ if files.exists(name) => say::study_before_region(name),
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
        Err(problems)
    }
}

/// The stage asked for, which the data must have.
fn stage_asked(scored: &Scored, selection: &Selection) -> Result<Option<Stage>, Vec<Problem>> {
    let Some(wanted) = selection.stage else {
        return Ok(None);
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
    Err(one(if met.is_empty() {
        say::no_stages_in_data(wanted.id())
    } else {
        say::no_such_stage(wanted.id(), list(met.iter().map(|it| it.id())))
    }))
}

/// Whether a region of this kind is asked for by `wanted`.
fn is_wanted(wanted: KindChoice, kind: Option<Kind>) -> bool {
    match wanted {
        KindChoice::All | KindChoice::Largest => true,
        KindChoice::KabKota => kind.is_some_and(|kind| kind.tier() == Tier::KabKota),
        KindChoice::Kabupaten => kind == Some(Kind::Kabupaten),
        KindChoice::Kota => kind == Some(Kind::Kota),
        KindChoice::Provinsi => kind == Some(Kind::Provinsi),
        KindChoice::Instansi => kind == Some(Kind::Instansi),
    }
}

fn kind_must_exist(scored: &Scored, wanted: KindChoice) -> Result<(), Vec<Problem>> {
    let mut kinds = scored.assessed.assessments.iter().map(|it| it.region.kind);
    if kinds.any(|kind| is_wanted(wanted, kind)) {
        return Ok(());
    }
    let kinds = scored.assessed.assessments.iter();
    let kinds = kinds.filter_map(|it| Some(it.region.kind?.id()));
    let kinds: std::collections::BTreeSet<&str> = kinds.collect();
    Err(one(say::no_region_of_kind(wanted.id(), list(kinds))))
}

/// A wave as the rows write it: case, spaces and dots make no new one.
#[must_use]
pub fn wave_as_written(scored: &Scored, wave: &str) -> Arc<str> {
    let wanted = PartyName::from(wave);
    let waves = scored.assessed.assessments.iter();
    let mut waves = waves.filter_map(|it| it.wave.as_ref());
    let found = waves.find(|it| PartyName::from(&***it) == wanted);
    found.map_or_else(|| wave.into(), Arc::clone)
}

/// Refuses a wave that no row names.
///
/// # Errors
/// Which waves there are.
pub fn wave_must_exist(scored: &Scored, wave: &str) -> Result<(), Vec<Problem>> {
    let mut waves: Vec<&str> = scored
        .assessed
        .assessments
        .iter()
        .filter_map(|it| it.wave.as_deref())
        .collect();
    let wanted = PartyName::from(wave);
    if waves.iter().any(|it| PartyName::from(*it) == wanted) {
        return Ok(());
    }
    waves.sort_unstable();
    waves.dedup();
    Err(one(if waves.is_empty() {
        say::no_waves_in_data(wave)
    } else {
        say::no_such_wave(wave, list(waves))
    }))
}
