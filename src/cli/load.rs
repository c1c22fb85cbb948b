//! From arguments to scored data: study, framework, rows, assessment.

use std::sync::Arc;

use siap::assess::{self, Assessed, Spellings};
use siap::compare::{Choice, KindChoice, WaveChoice};
use siap::framework::{self, Framework, Method, Target, library};
use siap::problem::{Place, Problem, suggest};
use siap::read::{self, Decimal, ReadOptions};
use siap::region::{Found, Register};
use siap::statement::{Basis, Statement, Statements};
use siap::study::{self, Study};
use siap::text::{Lang, list, say};

use super::args::{BasisChoice, Data, DecimalChoice, KindFilter, Selection};
use super::error::Refused;
use super::files;
use super::output::Context;

/// One framework with its rows and scores.
pub(super) struct Scored {
    pub(super) framework: Framework,
    pub(super) method: Method,
    pub(super) targets: Vec<Target>,
    pub(super) statements: Statements,
    pub(super) assessed: Assessed,
    /// Warnings of this framework's scoring, after those of reading.
    pub(super) warnings: Vec<Problem>,
    /// The frameworks of rows that none of the loaded frameworks scores, one entry for each row.
    pub(super) left_out: Vec<Arc<str>>,
}

/// All that the arguments name.
pub(super) struct Loaded {
    pub(super) context: Context,
    pub(super) title: Option<String>,
    pub(super) scored: Vec<Scored>,
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
    let mut warnings = std::mem::take(&mut inputs.warnings);
    for (_, more) in &frameworks {
        warnings.extend(more.iter().cloned());
    }
    let frameworks: Vec<Framework> = frameworks.into_iter().map(|(it, _)| it).collect();
    let (statements, more) = rows(data, study, &inputs.files, &frameworks)?;
    warnings.extend(more);
    let declared: Vec<&str> = match (&data.framework, study.frameworks.len()) {
        (Some(_), 2..) => study.frameworks.iter().map(String::as_str).collect(),
        _ => frameworks.iter().map(Framework::id).collect(),
    };
    let mut scored = Vec::new();
    let owned = owners(&statements, &frameworks);
    for (at, framework) in frameworks.iter().enumerate() {
        let mut mine = statements.clone();
        let mut of_others: Vec<Arc<str>> = Vec::new();
        let mut left_out: Vec<Arc<str>> = Vec::new();
        let mut index = 0;
        mine = mine.filtered(|row| {
            let owner = owned[index];
            index += 1;
            if let (None, Some(other)) = (owner, &row.framework) {
                left_out.push(Arc::clone(other));
                if !declared.contains(&&**other) {
                    of_others.push(Arc::clone(other));
                }
            }
            owner == Some(at)
        });
        let mut warnings = warnings.clone();
        if !of_others.is_empty() {
            let count = of_others.len();
            of_others.sort();
            of_others.dedup();
            let sentence = say::rows_of_other_frameworks(count, list(of_others));
            warnings.push(Problem::warning(sentence));
        }
        if mine.rows().is_empty() {
            return Err(Refused(
                std::iter::once(Problem::error(say::no_statements()))
                    .chain(warnings)
                    .collect(),
            ));
        }
        let name = inputs.study.as_ref().map_or(String::new(), |(folder, _)| {
            files::below(folder, study::FILE)
        });
        let ((method, targets), more) = study
            .overrides
            .apply(framework, &inputs.study_text, &name)
            .map_err(Refused)?;
        warnings.extend(more);
        let spellings: &Spellings = &study.spellings;
        let (assessed, more) = assess::assess(framework, &mine, register, spellings, &method)
            .map_err(|problems| {
                Refused(
                    problems
                        .into_iter()
                        .chain(warnings.iter().cloned())
                        .collect(),
                )
            })?;
        warnings.extend(more);
        scored.push(Scored {
            framework: framework.clone(),
            method,
            targets,
            statements: mine,
            assessed,
            warnings,
            left_out,
        });
    }
    let title = study
        .title
        .as_ref()
        .map(|title| title.get(context.lang).to_owned());
    Ok(Loaded {
        context,
        title,
        scored,
    })
}

/// For each row the position of its framework: the one it names, else the first that knows its
/// indicator, else the first.
fn owners(statements: &Statements, frameworks: &[Framework]) -> Vec<Option<usize>> {
    let knows = |row: &Statement| {
        frameworks
            .iter()
            .position(|framework| framework.find(&row.indicator).is_some())
    };
    statements
        .rows()
        .iter()
        .map(|row| match &row.framework {
            Some(name) => frameworks.iter().position(|it| it.id() == &**name),
            None if frameworks.len() == 1 => Some(0),
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
            extra.push(name);
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
            out.files.extend(files::matching(&folder, pattern)?);
        }
        out.warnings.extend(warnings);
        out.study_text = text;
        out.study = Some((folder, study));
    }
    out.files.extend(extra);
    Ok(out)
}

/// The frameworks to score under: the one asked for, else those of the study.
fn frameworks(data: &Data, inputs: &Inputs) -> Result<Vec<(Framework, Vec<Problem>)>, Refused> {
    if let Some(name) = &data.framework {
        // A study may carry the framework that is asked for by its id.
        if !name.ends_with(".toml")
            && library::text(name).is_none()
            && let Some((folder, study)) = &inputs.study
        {
            for file in study.frameworks.iter().filter(|it| it.ends_with(".toml")) {
                let loaded = framework_file(&files::below(folder, file))?;
                if loaded.0.id() == name {
                    return Ok(vec![loaded]);
                }
            }
        }
        return Ok(vec![framework_named(name)?]);
    }
    let Some((folder, study)) = &inputs.study else {
        return Err(Refused::one(say::no_framework_named()));
    };
    if study.frameworks.is_empty() {
        return Err(Refused::one(say::no_framework_named()));
    }
    study
        .frameworks
        .iter()
        .map(|name| {
            if name.ends_with(".toml") {
                framework_file(&files::below(folder, name))
            } else {
                library::get(name).map_err(Refused)
            }
        })
        .collect()
}

/// A built-in framework, or one from a file where the name ends in `.toml`.
pub(super) fn framework_named(name: &str) -> Result<(Framework, Vec<Problem>), Refused> {
    if name.ends_with(".toml") {
        framework_file(name)
    } else {
        library::get(name).map_err(Refused)
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
    if data.basis == Some(BasisChoice::Native) {
        all = all.filtered(|row| row.basis == Basis::Native);
    }
    Ok((all, warnings))
}

/// The official names of the regions asked for, each of which the data must have.
fn regions_asked(scored: &Scored, asked: &[String]) -> Result<Vec<Arc<str>>, Refused> {
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
pub(super) fn choice(scored: &Scored, selection: &Selection) -> Result<Choice, Refused> {
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
    Ok(Choice {
        wave,
        kind,
        regions: regions_asked(scored, &selection.region)?,
    })
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
pub(super) fn selected(scored: &Scored, selection: &Selection) -> Result<Vec<usize>, Refused> {
    let regions = regions_asked(scored, &selection.region)?;
    let all = &scored.assessed.assessments;
    let mut out: Vec<usize> = (0..all.len())
        .filter(|at| regions.is_empty() || regions.contains(&all[*at].region.name))
        .collect();
    if let Some(wanted) = selection.kind {
        use siap::region::{Kind, Tier};
        out.retain(|at| {
            let kind = all[*at].region.kind;
            match wanted {
                KindFilter::All => true,
                KindFilter::Kabkota => kind.is_some_and(|kind| kind.tier() == Tier::KabKota),
                KindFilter::Kabupaten => kind == Some(Kind::Kabupaten),
                KindFilter::Kota => kind == Some(Kind::Kota),
                KindFilter::Provinsi => kind == Some(Kind::Provinsi),
            }
        });
        if out.is_empty() {
            let word = clap::ValueEnum::to_possible_value(&wanted);
            let word = word.as_ref().map_or("", |it| it.get_name());
            return Err(Refused::one(say::no_region_of_kind(word)));
        }
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
    Ok(out)
}

/// Tells the warnings of loading once for all frameworks.
pub(super) fn tell_warnings(loaded: &Loaded) {
    let mut told: Vec<Problem> = Vec::new();
    for scored in &loaded.scored {
        for warning in &scored.warnings {
            if !told.contains(warning) {
                told.push(warning.clone());
            }
        }
    }
    super::error::show(&told, loaded.lang());
}

impl Loaded {
    /// Language of the output.
    pub(super) fn lang(&self) -> Lang {
        self.context.lang
    }

    /// The frameworks in the order of the study.
    pub(super) fn frameworks(&self) -> Vec<&Framework> {
        self.scored.iter().map(|it| &it.framework).collect()
    }
}
