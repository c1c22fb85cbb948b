//! What the command line names: the study, the frameworks, the rows.

use siap::framework::{self, Framework, library};
use siap::problem::{Place, Problem};
use siap::read::{self, Decimal, ReadOptions};
use siap::region::Register;
use siap::statement::{Basis, Statements};
use siap::study::{self, Study};
use siap::text::say;

use super::args::{BasisChoice, Data, DecimalChoice};
use super::error::Refused;
use super::files;

/// What was named on the command line, sorted out.
pub(super) struct Inputs {
    pub(super) study: Option<(String, Study)>,
    pub(super) files: Vec<String>,
    pub(super) warnings: Vec<Problem>,
    pub(super) study_text: String,
}

pub(super) fn inputs(data: &Data, register: &Register) -> Result<Inputs, Refused> {
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
pub(super) type Read = (Framework, Vec<Problem>, Option<String>);

/// The framework called `name` by the user: one of the study by its id, a built-in one, or a file.
pub(super) fn asked_for(name: &str, inputs: &Inputs) -> Result<Read, Refused> {
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
pub(super) fn frameworks(data: &Data, inputs: &Inputs) -> Result<Vec<Read>, Refused> {
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

/// Every framework that the study names, whichever is asked for: rows, weights and targets may
/// belong to any of them. One that does not load is told of only when it is asked for.
pub(super) fn frameworks_of_study(inputs: &Inputs) -> Vec<Framework> {
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

/// The position of the framework under which all rows are to be shown; added if it is not there.
pub(super) fn onto(
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

pub(super) fn rows(
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
        indicators: frameworks.iter().flat_map(Framework::node_names).collect(),
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
        match read::read(bytes, name, &options) {
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
