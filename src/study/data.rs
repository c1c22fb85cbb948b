//! The files of data of a request → statements file by file, and what each of them holds.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::assess;
use crate::framework::{Framework, Kind};
use crate::problem::{Place, Problem, suggest};
use crate::read::form::Form;
use crate::read::{self, Defaults, Known, ReadOptions, Swap};
use crate::region::{self, Found, Register};
use crate::statement::field::FIELDS;
use crate::statement::{Setting, Statements, is_nobody};
use crate::text::{folded, list, say};

use super::files::below;
use super::open::Opened;

/// A file of data as it was read.
#[derive(Debug, Clone)]
pub(super) struct DataFile {
    /// The name the user gave.
    pub(super) name: String,
    /// Its rows, as far as they can be read.
    pub(super) statements: Option<Statements>,
    /// What is wrong or doubtful with it.
    pub(super) problems: Vec<Problem>,
    /// What it says of itself, where it is a workbook made by siap.
    pub(super) form: Option<Form>,
}

/// What a file of data holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLine {
    /// The file as the user named it.
    pub name: String,
    /// Path, relative to the study.
    pub path: String,
    /// The sheets of a workbook that were read, in their order; none of a text.
    pub sheets: Vec<String>,
    /// Regions, by their official name where matched.
    pub regions: BTreeSet<String>,
    /// Waves.
    pub waves: BTreeSet<String>,
    /// How many scored indicators have an answer, summed over regions, waves and stages.
    pub filled: usize,
    /// How many scored indicators there are, summed likewise.
    pub asked: usize,
    /// How many of its problems are errors.
    pub errors: usize,
    /// How many are warnings.
    pub warnings: usize,
}

/// That a workbook was made for another instrument than those it is read under, or another version of it:
/// codes may be the same and mean something else.
fn of_other(form: &Form, frameworks: &[Framework], name: &str) -> Option<Problem> {
    let own = frameworks.iter().find(|it| it.id() == form.framework);
    let problem = match own {
        None if frameworks.is_empty() => return None,
        None => {
            let ids = list(frameworks.iter().map(Framework::id));
            let problem = Problem::error(say::form_of_other_framework(&*form.framework, ids));
            problem.help(say::form_of_other_framework_help(&*form.framework))
        }
        Some(it) if it.version() != form.version => {
            Problem::warning(say::form_of_other_version(&*form.version, it.version()))
        }
        Some(_) => return None,
    };
    Some(problem.at(Place::file(name)))
}

/// Whether a file could not be read for it holds what this program has written.
fn is_result(problems: &[Problem]) -> bool {
    problems.iter().any(|it| it.code == "workbook_is_result")
}

impl Opened<'_> {
    /// Reads every file of data as far as that goes: a later step may find more in the rest, and
    /// people want to hear all at once.
    pub(super) fn read_data(&self, frameworks: &[Framework]) -> Vec<DataFile> {
        let general = self.options(frameworks);
        let paths = self.paths_of_data();
        let corrections = self.corrections.as_ref().map(|it| it.shared(&paths).0);
        let all = self.data.len();
        let read = |(at, (name, part)): (usize, &(String, Option<usize>))| {
            self.files.progress(at + 1, all, name);
            let mut options = general.clone();
            if let Some(part) = part.and_then(|at| self.study.data.get(at)) {
                options.decimal = self.request.decimal.or(part.decimal).or(options.decimal);
                options.defaults = joined(&part.defaults, &options.defaults);
            }
            let owner = self.owners.get(name.as_str()).cloned();
            options.defaults.framework = options.defaults.framework.or(owner);
            let mine = corrections.as_ref().and_then(|it| it.get(name.as_str()));
            options.corrections = mine.cloned().unwrap_or_default();
            let mut form = None;
            let found = self.files.read(name);
            let found = found.and_then(|bytes| read::tables(bytes, name, &options));
            let read = found.and_then(|(tables, doubts)| {
                form = Form::of(&tables);
                read::of_tables(tables, doubts, &options)
            });
            let (statements, problems) = match read {
                Ok((statements, mut problems)) => {
                    problems.extend(form.as_ref().and_then(|it| of_other(it, frameworks, name)));
                    (Some(statements), problems)
                }
                // Whoever keeps results beside their data does not name them as data.
                Err(problems) if is_result(&problems) && !self.is_named(name, *part) => {
                    let warning = Problem::warning(say::result_passed_over());
                    let warning = warning.at(Place::file(&**name));
                    (Some(Statements::default()), vec![warning])
                }
                Err(problems) => (None, problems),
            };
            DataFile {
                name: name.clone(),
                statements,
                problems,
                form,
            }
        };
        let mut files: Vec<DataFile> = self.data.iter().enumerate().map(read).collect();
        self.files.progress(all + 1, all, "");
        self.settle_sendings(&mut files);
        files
    }

    /// Whether a file of data was named, and not found by a pattern.
    fn is_named(&self, name: &str, part: Option<usize>) -> bool {
        let folder = self.folder.as_deref().unwrap_or(".");
        let part = part.and_then(|at| self.study.data.get(at));
        let of_study = part.iter().flat_map(|it| &it.files);
        let mut of_study = of_study.map(|it| below(folder, it));
        let mut of_request = self.request.inputs.iter();
        of_request.any(|it| it == name) || of_study.any(|it| it == name)
    }

    /// What is known of every file of data before it is read.
    pub(super) fn options(&self, frameworks: &[Framework]) -> ReadOptions {
        let study = &self.study;
        let mut columns: BTreeMap<String, String> = study
            .columns
            .iter()
            .map(|(theirs, (ours, _))| (theirs.clone(), ours.clone()))
            .collect();
        columns.extend(self.request.columns.iter().cloned());
        let mut missing = study.missing.clone();
        missing.extend(self.request.missing.iter().cloned());
        ReadOptions {
            decimal: self.request.decimal.or(study.decimal),
            missing,
            columns,
            indicators: frameworks.iter().flat_map(known_words).collect(),
            defaults: study.defaults.clone(),
            folder: self.folder.clone(),
            kept: self.request.by.iter().cloned().collect(),
            corrections: Vec::new(),
            is_region: Some(is_region),
            same_region: Some(same_region),
            labels: frameworks.iter().flat_map(labels).collect(),
            spelled: study.spellings.keys().cloned().collect(),
        }
    }

    /// What headers are sent to, by the study or the request, and nothing is called.
    pub(super) fn check_columns(&self, frameworks: &[Framework]) -> Vec<Problem> {
        let options = self.options(frameworks);
        let of_study = self.study.columns.iter();
        let of_study = of_study.map(|(theirs, (ours, at))| (theirs, ours, Some(at)));
        let of_request = self.request.columns.iter();
        let all = of_study.chain(of_request.map(|(theirs, ours)| (theirs, ours, None)));
        let mut problems = Vec::new();
        for (theirs, ours, place) in all {
            if ours.is_empty() || read::is_column(ours, &options) {
                continue;
            }
            let fields = FIELDS.iter().map(|(_, names)| names[0]);
            let ids = options.indicators.iter().map(|it| it.word.as_str());
            let near = suggest(ours, fields.chain(ids)).map(say::did_you_mean);
            let problem = Problem::error(say::unknown_column_target(theirs, ours));
            let problem = match place {
                Some(place) => problem.at(Place::clone(place)),
                None => problem,
            };
            problems.push(problem.maybe_help(near));
        }
        problems
    }

    /// The files of data, each with its path.
    pub(super) fn paths_of_data(&self) -> Vec<(&str, String)> {
        let names = self.data.iter().map(|(name, _)| name.as_str());
        names.map(|it| (it, self.path(it))).collect()
    }

    /// The path of a file relative to the study.
    pub(super) fn path(&self, name: &str) -> String {
        let folder = self.folder.as_deref().unwrap_or(".");
        let inside = name.strip_prefix(&below(folder, ""));
        inside.unwrap_or(name).to_owned()
    }

    /// What a file holds, under the frameworks of the request.
    pub(super) fn line(&self, file: &DataFile, frameworks: &[Framework]) -> FileLine {
        let mut line = FileLine {
            name: file.name.clone(),
            path: self.path(&file.name),
            sheets: Vec::new(),
            regions: BTreeSet::new(),
            waves: BTreeSet::new(),
            filled: 0,
            asked: 0,
            errors: file.problems.iter().filter(|it| it.is_error()).count(),
            warnings: file.problems.iter().filter(|it| !it.is_error()).count(),
        };
        let Some(statements) = &file.statements else {
            return line;
        };
        let sheets = statements.sources().iter().filter_map(|it| it.sheet());
        line.sheets = sheets.map(str::to_owned).collect();
        let (register, spellings) = (Register::embedded(), &self.study.spellings);
        let regions = assess::regions_of(statements, register, spellings);
        let mut units: BTreeMap<(usize, usize), HashSet<usize, RandomState>> = BTreeMap::new();
        let mut keys: HashMap<_, usize> = HashMap::new();
        // Rows share their settings, and few names stand in many rows.
        let mut settings: HashMap<*const Setting, usize, RandomState> = HashMap::default();
        let mut nodes: HashMap<_, Option<(usize, usize)>, RandomState> = HashMap::default();
        for row in statements.rows() {
            let unit = *settings
                .entry(Arc::as_ptr(row.setting()))
                .or_insert_with(|| {
                    let region = regions.get(&Arc::as_ptr(row.setting()));
                    let region = region.map_or(&row.region, |it| &it.name).to_string();
                    if !is_nobody(&region) {
                        line.regions.insert(region.clone());
                    }
                    // What was refused as a round is none.
                    let wave = row.wave.as_deref().filter(|it| read::is_wave(it));
                    line.waves.extend(wave.map(str::to_owned));
                    let next = keys.len();
                    let key = (region, row.wave.clone(), row.stage);
                    *keys.entry(key).or_insert(next)
                });
            let name = (row.framework.as_deref(), &*row.indicator);
            let owner = *nodes.entry(name).or_insert_with(|| {
                frameworks.iter().enumerate().find_map(|(at, framework)| {
                    let named = row.framework.as_deref();
                    let is_named = named.is_none_or(|it| it.eq_ignore_ascii_case(framework.id()));
                    let node = framework.find(&row.indicator).filter(|_| is_named)?;
                    Some((at, node))
                })
            });
            let Some((at, node)) = owner else { continue };
            let unit = units.entry((unit, at)).or_default();
            let indicator = frameworks[at].nodes()[node].indicator();
            if row.is_judged() && indicator.is_some_and(|it| it.is_scored()) {
                unit.insert(node);
            }
        }
        for ((_, at), filled) in units {
            line.filled += filled.len();
            line.asked += frameworks[at]
                .indicators()
                .filter(|(.., it)| it.is_scored())
                .count();
        }
        line
    }
}

/// What a part of a study says, else what the study says.
fn joined(part: &Defaults, study: &Defaults) -> Defaults {
    let either = |one: &Option<String>, other: &Option<String>| one.clone().or(other.clone());
    Defaults {
        region: either(&part.region, &study.region),
        kind: either(&part.kind, &study.kind),
        wave: either(&part.wave, &study.wave),
        stage: either(&part.stage, &study.stage),
        framework: either(&part.framework, &study.framework),
        indicator: either(&part.indicator, &study.indicator),
        coder: either(&part.coder, &study.coder),
    }
}

/// How a table of answers under a framework is read without a study.
#[must_use]
pub fn read_options(framework: &Framework) -> ReadOptions {
    ReadOptions {
        indicators: known_words(framework),
        labels: labels(framework),
        is_region: Some(is_region),
        same_region: Some(same_region),
        ..ReadOptions::default()
    }
}

/// The names of the levels of a framework, lower case.
fn labels(framework: &Framework) -> Vec<String> {
    let levels = framework.scales().iter().flat_map(|it| it.levels());
    let names = levels.flat_map(|it| {
        let label = it.label.both().into_iter();
        label.chain(it.aliases.iter().map(|it| &**it))
    });
    let names: BTreeSet<String> = names.map(str::to_lowercase).collect();
    names.into_iter().filter(|it| !it.is_empty()).collect()
}

/// The words for the nodes of a framework.
fn known_words(framework: &Framework) -> Vec<Known> {
    let words = framework.node_words().into_iter();
    let swaps = swaps(framework);
    let known = |(at, word): (usize, &str)| {
        let node = &framework.nodes()[at];
        let indicator = node.indicator();
        let levels = indicator.filter(|it| it.has_levels());
        Known {
            word: word.to_owned(),
            id: node.id().to_owned(),
            is_indicator: indicator.is_some(),
            is_scored: indicator.is_none_or(|it| it.is_scored()),
            is_questionnaire: indicator.is_some_and(|it| it.kind == Kind::Likert),
            most: levels.map(|it| framework.scales()[it.scale].max()),
            swap: swaps.get(&at).cloned(),
        }
    };
    words.map(known).collect()
}

/// What tells indicators apart whose numbers sheets in use have swapped, by their positions.
fn swaps(framework: &Framework) -> BTreeMap<usize, Arc<Swap>> {
    let answers = |at: usize| -> BTreeSet<String> {
        let indicator = framework.nodes()[at].indicator();
        let scale = indicator.map(|it| &framework.scales()[it.scale]);
        let levels = scale.iter().flat_map(|it| it.levels());
        levels
            .flat_map(|it| {
                it.label
                    .both()
                    .into_iter()
                    .chain(it.aliases.iter().map(|it| &**it))
            })
            .map(folded)
            .collect()
    };
    let mut out = BTreeMap::new();
    for (one, _, indicator) in framework.indicators() {
        let other = indicator.swaps_with.as_deref();
        let Some(other) = other.and_then(|it| framework.find(it)) else {
            continue;
        };
        for (at, twin) in [(one, other), (other, one)] {
            let (own, others) = (answers(at), answers(twin));
            let swap = Swap {
                other: framework.nodes()[twin].id().to_owned(),
                titles: [at, twin].map(|it| framework.nodes()[it].title().clone()),
                own: own.difference(&others).cloned().collect(),
                others: others.difference(&own).cloned().collect(),
            };
            out.insert(at, Arc::new(swap));
        }
    }
    out
}

/// Whether a text is the name or the code of a region, or a code that lost a zero.
fn is_region(text: &str) -> bool {
    let register = Register::embedded();
    let found = register.find_quickly(text, None);
    let is_known = matches!(found, Found::Region(_) | Found::Ambiguous(_));
    is_known || region::cut(register, text).is_some()
}

/// Whether two texts may name the same region; nothing where one of them names none.
fn same_region(one: &str, other: &str) -> Option<bool> {
    let register = Register::embedded();
    let [one, other] = [one, other].map(|text| match register.find_quickly(text, None) {
        Found::Region(it) => vec![it],
        Found::Ambiguous(all) => all,
        _ => Vec::new(),
    });
    let is_known = !one.is_empty() && !other.is_empty();
    is_known.then(|| one.iter().any(|it| other.contains(it)))
}
