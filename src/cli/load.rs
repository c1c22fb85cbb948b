//! From arguments to scored data: study, framework, rows, assessment.

use std::sync::Arc;

use siap::assess::{self, Assessed};
use siap::compare::{Choice, KindChoice, WaveChoice};
use siap::framework::{self, Framework, Method, Target, library};
use siap::problem::{Place, Problem, suggest};
use siap::read::{self, Decimal, ReadOptions};
use siap::region::{Found, Kind, Register, Tier};
use siap::statement::{Basis, Statement, Statements};
use siap::study::{self, Study};
use siap::text::{Lang, list, say};
use siap::view::posts::Planned;
use siap::view::shown::Tags;

use super::args::{BasisChoice, Data, DecimalChoice, KindFilter, Selection};
use super::error::Refused;
use super::files;
use super::output::Context;
use super::project;

/// One framework with its rows and scores.
pub(super) struct Scored {
    pub(super) framework: Framework,
    pub(super) method: Method,
    pub(super) targets: Vec<Target>,
    pub(super) statements: Statements,
    pub(super) assessed: Assessed,
    /// Warnings of reading and of this framework's scoring.
    pub(super) warnings: Vec<Problem>,
    /// The frameworks of rows that none of the loaded frameworks scores, one entry for each row.
    pub(super) left_out: Vec<Arc<str>>,
}

/// All that the arguments name.
pub(super) struct Loaded {
    pub(super) context: Context,
    pub(super) title: Option<String>,
    pub(super) tags: Tags,
    pub(super) posts: Vec<Planned>,
    pub(super) scored: Vec<Scored>,
    /// How many of the warnings of each framework come from reading, the same for all.
    common: usize,
    /// Every file that was read.
    inputs: Vec<String>,
    /// Folder of the study and the patterns of its data.
    data: Option<(String, Vec<String>)>,
}

/// What was named on the command line, sorted out.
struct Inputs {
    study: Option<(String, Study)>,
    files: Vec<String>,
    warnings: Vec<Problem>,
    study_text: String,
}

/// Reads and scores everything that `data` names.
///
/// # Errors
/// Every problem of the first step that fails.
pub(super) fn load(data: &Data, context: Context) -> Result<Loaded, Refused> {
    let register = Register::embedded();
    let mut inputs = inputs(data, register)?;
    let none = Study::default();
    let study = inputs.study.as_ref().map_or(&none, |(_, study)| study);
    let context = context.with_study(study.language);
    let frameworks = frameworks(data, &inputs)?;
    let mut common = std::mem::take(&mut inputs.warnings);
    let mut files_read = inputs.files.clone();
    for (_, more, file) in &frameworks {
        common.extend(more.iter().cloned());
        files_read.extend(file.clone());
    }
    let mut frameworks: Vec<Framework> = frameworks.into_iter().map(|(it, ..)| it).collect();
    let own = frameworks.len();
    let crosswalks = project::of_study(inputs.study.as_ref(), &mut files_read)?;
    let onto = match &data.onto {
        Some(name) => Some(onto(
            name,
            &inputs,
            &mut frameworks,
            &mut common,
            &mut files_read,
        )?),
        None => None,
    };
    let (statements, more) = rows(data, study, &inputs.files, &frameworks)?;
    common.extend(more);
    let study_file = inputs
        .study
        .as_ref()
        .map(|(folder, _)| files::below(folder, study::FILE));
    files_read.extend(study_file.clone());
    let of_study = frameworks_of_study(&inputs);
    let owners = owners(&statements, &frameworks, own);
    if let Some(warning) = rows_of_others(&of_study, &statements, &owners, &frameworks) {
        common.push(warning);
    }
    let left_out: Vec<Arc<str>> = statements
        .rows()
        .iter()
        .zip(&owners)
        .filter(|(_, owner)| owner.is_none())
        .filter_map(|(row, _)| row.framework.clone())
        .collect();
    let mut parts = statements.split(&owners, frameworks.len());
    if let Some(at) = onto {
        let task = project::Task {
            frameworks: &frameworks,
            onto: at,
            crosswalks: &crosswalks,
            study,
            native_only: data.basis == Some(BasisChoice::Native),
        };
        let (mine, more) = project::rows(&task, parts)?;
        common.extend(more);
        parts = vec![mine];
        frameworks = vec![frameworks.swap_remove(at)];
    }
    let several = frameworks.len() > 1;
    let mut parts: Vec<Option<Statements>> = parts.into_iter().map(Some).collect();
    let mut scored = Vec::new();
    for (at, framework) in frameworks.into_iter().enumerate() {
        let mine = parts[at].take().unwrap_or_default();
        if mine.rows().is_empty() && several {
            common.push(Problem::warning(say::framework_without_rows(
                framework.id(),
            )));
            continue;
        }
        scored.push((framework, mine));
    }
    if scored.iter().all(|(_, mine)| mine.rows().is_empty()) {
        let nothing = Problem::error(say::no_statements());
        return Err(Refused(std::iter::once(nothing).chain(common).collect()));
    }
    // Weights and targets of a study name nodes of its own frameworks.
    let overrides = match onto {
        Some(at) if at >= own => &study.overrides.general(),
        _ => &study.overrides,
    };
    let known: Vec<&Framework> = of_study.iter().collect();
    let mut done = Vec::new();
    for (framework, mine) in scored {
        let mut warnings = common.clone();
        let name = study_file.as_deref().unwrap_or_default();
        let ((method, targets), more) = overrides
            .apply(&framework, &known, &inputs.study_text, name)
            .map_err(Refused)?;
        warnings.extend(more);
        let (assessed, more) =
            assess::assess(&framework, &mine, register, &study.spellings, &method).map_err(
                |problems| Refused(problems.into_iter().chain(common.clone()).collect()),
            )?;
        warnings.extend(more);
        done.push(Scored {
            framework,
            method,
            targets,
            statements: mine,
            assessed,
            warnings,
            left_out: left_out.clone(),
        });
    }
    Ok(Loaded {
        context,
        title: study
            .title
            .as_ref()
            .map(|title| title.get(context.lang).to_owned()),
        tags: tags(study, register),
        posts: posts(study, register),
        scored: done,
        common: common.len(),
        inputs: files_read,
        data: inputs
            .study
            .as_ref()
            .map(|(folder, study)| (folder.clone(), study.data.clone())),
    })
}

/// The official name of a region that a study names; one that is not in the register as it stands.
fn official(study: &Study, register: &Register, name: &str) -> Arc<str> {
    let code = study.spellings.get(&name.to_lowercase());
    match code.and_then(|code| register.by_code(code)) {
        Some(region) => region.name().into(),
        None => match register.find(name, None) {
            Found::Region(region) => region.name().into(),
            _ => name.into(),
        },
    }
}

fn tags(study: &Study, register: &Register) -> Tags {
    let names = |regions: &Vec<String>| {
        let names = regions.iter().map(|it| official(study, register, it));
        names.collect()
    };
    study
        .tags
        .iter()
        .map(|(tag, regions)| (tag.clone(), names(regions)))
        .collect()
}

fn posts(study: &Study, register: &Register) -> Vec<Planned> {
    study
        .informants
        .iter()
        .map(|post| Planned {
            region: official(study, register, &post.region).to_string(),
            agency: post.agency.clone(),
            role: post.role.clone(),
        })
        .collect()
}

/// Every framework that the study names, whichever is asked for: rows, weights and targets may
/// belong to any of them. One that does not load is told of only when it is asked for.
fn frameworks_of_study(inputs: &Inputs) -> Vec<Framework> {
    let Some((folder, study)) = &inputs.study else {
        return Vec::new();
    };
    let names = study.frameworks.iter().map(|name| {
        if name.ends_with(".toml") {
            files::below(folder, name)
        } else {
            name.clone()
        }
    });
    names
        .filter_map(|name| framework_named(&name).ok())
        .map(|(framework, _)| framework)
        .collect()
}

/// Warns of rows whose framework is neither scored nor one of the study's.
fn rows_of_others(
    of_study: &[Framework],
    statements: &Statements,
    owners: &[Option<usize>],
    frameworks: &[Framework],
) -> Option<Problem> {
    let declared = |name: &str| frameworks.iter().chain(of_study).any(|it| it.id() == name);
    let mut others: Vec<&str> = statements
        .rows()
        .iter()
        .zip(owners)
        .filter(|(_, owner)| owner.is_none())
        .filter_map(|(row, _)| row.framework.as_deref())
        .filter(|name| !declared(name))
        .collect();
    let count = others.len();
    others.sort_unstable();
    others.dedup();
    (count > 0).then(|| Problem::warning(say::rows_of_other_frameworks(count, list(others))))
}

/// The position of the framework under which all rows are to be shown; added if it is not there.
fn onto(
    name: &str,
    inputs: &Inputs,
    frameworks: &mut Vec<Framework>,
    warnings: &mut Vec<Problem>,
    files_read: &mut Vec<String>,
) -> Result<usize, Refused> {
    if let Some(at) = frameworks.iter().position(|it| it.id() == name) {
        return Ok(at);
    }
    let (framework, more, file) = asked_for(name, inputs)?;
    files_read.extend(file);
    if let Some(at) = frameworks.iter().position(|it| it.id() == framework.id()) {
        return Ok(at);
    }
    frameworks.push(framework);
    warnings.extend(more);
    Ok(frameworks.len() - 1)
}

/// For each row the position of its framework: the one it names, else the first of its `own` that
/// knows its indicator, else the first.
fn owners(statements: &Statements, frameworks: &[Framework], own: usize) -> Vec<Option<usize>> {
    let knows = |row: &Statement| {
        frameworks[..own]
            .iter()
            .position(|framework| framework.find(&row.indicator).is_some())
    };
    statements
        .rows()
        .iter()
        .map(|row| match &row.framework {
            Some(name) => frameworks.iter().position(|it| it.id() == &**name),
            None if own == 1 => Some(0),
            None => Some(knows(row).unwrap_or(0)),
        })
        .collect()
}

fn inputs(data: &Data, register: &Register) -> Result<Inputs, Refused> {
    let mut named = data.inputs.clone();
    if named.is_empty() && files::exists(study::FILE) {
        named.push(".".to_owned());
    }
    if named.is_empty() {
        let problem = Problem::error(say::nothing_to_read());
        return Err(Refused(vec![problem.help(say::nothing_to_read_help())]));
    }
    let mut out = Inputs {
        study: None,
        files: Vec::new(),
        warnings: Vec::new(),
        study_text: String::new(),
    };
    let mut extra = Vec::new();
    for name in named {
        let folder = match name.replace('\\', "/").rsplit_once('/') {
            _ if files::is_folder(&name) => Some(name.trim_end_matches(['/', '\\']).to_owned()),
            Some((folder, study::FILE)) => Some(folder.to_owned()),
            None if name == study::FILE => Some(".".to_owned()),
            _ => None,
        };
        let Some(folder) = folder else {
            // A shell that leaves patterns to the program (Windows) is served as well.
            extra.extend(files::matching(".", &name)?);
            continue;
        };
        let folder = if folder.is_empty() {
            "/".to_owned()
        } else {
            folder
        };
        let file = files::below(&folder, study::FILE);
        if !files::exists(&file) {
            let problem =
                Problem::error(say::folder_without_study()).at(Place::file(folder.as_str()));
            return Err(Refused(vec![
                problem.help(say::folder_without_study_help()),
            ]));
        }
        if let Some((first, _)) = &out.study {
            return Err(Refused::one(say::two_studies(first, &folder)));
        }
        let text = files::read_text(&file)?;
        let (study, warnings) = study::load(&text, &file, register).map_err(Refused)?;
        for pattern in &study.data {
            for name in files::matching(&folder, pattern)? {
                if !out.files.iter().any(|it| files::is_same_file(it, &name)) {
                    out.files.push(name);
                }
            }
        }
        out.warnings.extend(warnings);
        out.study_text = text;
        out.study = Some((folder, study));
    }
    for name in extra {
        // A file named twice, or named and found by the study, is one file.
        if !out
            .files
            .iter()
            .any(|it| *it == name || files::is_same_file(it, &name))
        {
            out.files.push(name);
        }
    }
    Ok(out)
}

/// A framework with its warnings and the file it was read from, if it was.
type Read = (Framework, Vec<Problem>, Option<String>);

/// The framework called `name` by the user: one of the study by its id, a built-in one, or a file.
fn asked_for(name: &str, inputs: &Inputs) -> Result<Read, Refused> {
    // A study may carry the framework that is asked for by its id.
    if !name.ends_with(".toml")
        && library::text(name).is_none()
        && let Some((folder, study)) = &inputs.study
    {
        for file in study.frameworks.iter().filter(|it| it.ends_with(".toml")) {
            let file = files::below(folder, file);
            let (framework, warnings) = framework_file(&file)?;
            if framework.id() == name {
                return Ok((framework, warnings, Some(file)));
            }
        }
    }
    let (framework, warnings) = framework_named(name)?;
    let file = name.ends_with(".toml").then(|| name.to_owned());
    Ok((framework, warnings, file))
}

/// The frameworks to score under: the one asked for, else those of the study.
fn frameworks(data: &Data, inputs: &Inputs) -> Result<Vec<Read>, Refused> {
    if let Some(name) = &data.framework {
        return Ok(vec![asked_for(name, inputs)?]);
    }
    let Some((folder, study)) = &inputs.study else {
        return Err(Refused::one(say::no_framework_named()));
    };
    if study.frameworks.is_empty() {
        return Err(Refused::one(say::no_framework_named()));
    }
    let mut all: Vec<Read> = Vec::new();
    for name in &study.frameworks {
        let (file, (framework, warnings)) = if name.ends_with(".toml") {
            let file = files::below(folder, name);
            (Some(file.clone()), framework_file(&file)?)
        } else {
            (None, library::get(name).map_err(Refused)?)
        };
        let twice =
            |it: &Read| it.0.id() == framework.id() && it.0.version() == framework.version();
        if all.iter().any(twice) {
            return Err(Refused::one(say::same_framework_twice(framework.id())));
        }
        all.push((framework, warnings, file));
    }
    Ok(all)
}

/// A built-in framework, or one from a file where the name ends in `.toml`.
pub(super) fn framework_named(name: &str) -> Result<(Framework, Vec<Problem>), Refused> {
    if name.ends_with(".toml") {
        return framework_file(name);
    }
    let file = format!("{name}.toml");
    match library::get(name) {
        Err(problems) if files::exists(&file) => Err(Refused(
            problems
                .into_iter()
                .map(|it| {
                    Problem {
                        help: Vec::new(),
                        ..it
                    }
                    .help(say::did_you_mean(&file))
                })
                .collect(),
        )),
        other => other.map_err(Refused),
    }
}

fn framework_file(name: &str) -> Result<(Framework, Vec<Problem>), Refused> {
    let text = files::read_text(name)?;
    framework::load(&text, name).map_err(Refused)
}

fn rows(
    data: &Data,
    study: &Study,
    names: &[String],
    frameworks: &[Framework],
) -> Result<(Statements, Vec<Problem>), Refused> {
    let options = ReadOptions {
        decimal: match data.decimal {
            Some(DecimalChoice::Comma) => Some(Decimal::Comma),
            Some(DecimalChoice::Point) => Some(Decimal::Point),
            None => study.decimal,
        },
        missing: study.missing.clone(),
        columns: study.columns.clone(),
        indicators: frameworks
            .iter()
            .flat_map(Framework::indicator_names)
            .collect(),
    };
    let mut all = Statements::default();
    let mut warnings = Vec::new();
    let mut errors = Vec::new();
    for name in names {
        let bytes = match files::read(name) {
            Ok(bytes) => bytes,
            Err(Refused(problems)) => {
                errors.extend(problems);
                continue;
            }
        };
        match read::read(&bytes, name, &options) {
            Ok((statements, more)) => {
                all.append(statements);
                warnings.extend(more);
            }
            Err(problems) => errors.extend(problems),
        }
    }
    if !errors.is_empty() {
        errors.extend(warnings);
        return Err(Refused(errors));
    }
    if let Some(wave) = &study.wave {
        all.default_wave(wave);
    }
    // Rows that are to be carried to another framework are sorted out afterwards.
    if data.basis == Some(BasisChoice::Native) && data.onto.is_none() {
        all = all.filtered(|row| row.basis == Basis::Native);
    }
    Ok((all, warnings))
}

/// The official names of the regions asked for by name and tag; `None`: all.
fn regions_asked(
    scored: &Scored,
    tags: &Tags,
    selection: &Selection,
) -> Result<Option<Vec<Arc<str>>>, Refused> {
    let named = regions_named(scored, &selection.region)?;
    let mut asked = (!selection.region.is_empty()).then_some(named);
    for tag in &selection.tag {
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
    let kind = match selection.kind {
        None => KindChoice::Largest,
        Some(KindFilter::Kabkota) => KindChoice::KabKota,
        Some(KindFilter::Kabupaten) => KindChoice::Kabupaten,
        Some(KindFilter::Kota) => KindChoice::Kota,
        Some(KindFilter::Provinsi) => KindChoice::Provinsi,
        Some(KindFilter::All) => KindChoice::All,
    };
    if let Some(wanted) = selection.kind {
        kind_must_exist(scored, wanted)?;
    }
    Ok(Choice {
        wave,
        kind,
        regions: regions_asked(scored, tags, selection)?,
    })
}

/// Whether a region of this kind is asked for by `wanted`.
fn is_wanted(wanted: KindFilter, kind: Option<Kind>) -> bool {
    match wanted {
        KindFilter::All => true,
        KindFilter::Kabkota => kind.is_some_and(|kind| kind.tier() == Tier::KabKota),
        KindFilter::Kabupaten => kind == Some(Kind::Kabupaten),
        KindFilter::Kota => kind == Some(Kind::Kota),
        KindFilter::Provinsi => kind == Some(Kind::Provinsi),
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
    let regions = regions_asked(scored, tags, selection)?;
    let all = &scored.assessed.assessments;
    let mut out: Vec<usize> = (0..all.len())
        .filter(|at| {
            let name = &all[*at].region.name;
            regions.as_ref().is_none_or(|it| it.contains(name))
        })
        .collect();
    if let Some(wanted) = selection.kind {
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

/// Tells the warnings of loading: those of reading once, then those of each framework.
pub(super) fn tell_warnings(loaded: &Loaded) {
    let mut told: Vec<Problem> = Vec::new();
    for (at, scored) in loaded.scored.iter().enumerate() {
        let known = if at == 0 { 0 } else { loaded.common };
        told.extend(scored.warnings[known..].iter().cloned());
    }
    super::error::show(&told, loaded.lang());
}

impl Loaded {
    /// Language of the output.
    pub(super) fn lang(&self) -> Lang {
        self.context.lang
    }

    /// Refuses an output that would replace something read, or be read as data the next time.
    pub(super) fn keeps_inputs(&self, output: &str) -> Result<(), Refused> {
        let refuse = |sentence| {
            let problem = Problem::error(sentence).help(say::choose_another_name());
            Err(Refused(vec![problem]))
        };
        if self.inputs.iter().any(|it| files::is_same_file(it, output)) {
            return refuse(say::output_is_input(output));
        }
        if let Some((folder, patterns)) = &self.data
            && patterns
                .iter()
                .any(|it| files::would_match(folder, it, output))
        {
            return refuse(say::output_becomes_input(output));
        }
        Ok(())
    }

    /// The frameworks in the order of the study.
    pub(super) fn frameworks(&self) -> Vec<&Framework> {
        self.scored.iter().map(|it| &it.framework).collect()
    }
}
