//! `siap diff`: what differs between two data, waves, stages or coders.

use std::collections::BTreeSet;

use clap::{Args, ValueEnum};
use siap::advise::diff::Axis;
use siap::compare::{Choice, WaveChoice};
use siap::problem::{Problem, suggest};
use siap::statement::{PartyName, Setting, Stage, Statement};
use siap::study::{self, Project, Scored, selection};
use siap::text::{Lang, Text, label, list, say};
use siap::view::diff::{Asked, DiffReport, Part, stage_name};

use super::args::{Data, Output, Places, StageFilter};
use super::context::Context;
use super::driver::{self, Reports};
use super::error::{self, Refused};
use super::files::Disk;
use super::load::{self, Loaded};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
    #[arg(long, value_name = "WAVE|A..B")]
    pub(crate) wave: Option<String>,
    #[arg(long, value_name = "STAGE|A..B")]
    pub(crate) stage: Option<String>,
    #[arg(long, value_name = "A..B")]
    pub(crate) coder: Option<String>,
    #[command(flatten)]
    pub(crate) places: Places,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// Two ends of a range.
type Ends = [String; 2];

/// What tells two sides of one project apart.
#[derive(Clone, Copy)]
enum By {
    Wave,
    Stage,
    Coder,
}

/// Two sides of one project.
struct Range {
    by: By,
    ends: Ends,
}

/// What is held against each other.
enum Wanted {
    /// Two data.
    Data,
    /// Two sides of one project.
    Range(Range),
    /// One project as it was sent, and corrected.
    Corrections,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    match args.wanted()? {
        Wanted::Data => args.of_data(context),
        Wanted::Corrections => args.of_corrections(context),
        Wanted::Range(wanted) => {
            let mut loaded = load::load(&args.data, context)?;
            loaded.warn_of_rows_left_out();
            let left_out = args.left_out(&wanted, &loaded);
            error::show(&left_out, loaded.lang());
            driver::loaded(&loaded, &args.output, None, |project, lang| {
                args.of_one(&wanted, project, lang)
            })
        }
    }
}

impl Arguments {
    /// What is held against each other; wrong usage where nothing tells sides apart, or more than one
    /// thing does.
    fn wanted(&self) -> Result<Wanted, Refused> {
        let options = [
            ("--wave", By::Wave, &self.wave),
            ("--stage", By::Stage, &self.stage),
            ("--coder", By::Coder, &self.coder),
        ];
        let mut ranges: Vec<(&str, Range)> = Vec::new();
        for (option, by, word) in options {
            let Some(word) = word else { continue };
            match word.split_once("..") {
                None if matches!(by, By::Coder) => return Err(range_wanted(word, option)),
                None => {}
                Some((a, b)) => {
                    let ends = [a, b].map(|it| it.trim().to_owned());
                    let [one, other] = [&*ends[0], &*ends[1]];
                    // `self` and `mandiri` are one stage.
                    let same = PartyName::from(one) == PartyName::from(other)
                        || matches!(by, By::Stage)
                            && stage(one).is_some_and(|it| stage(other) == Some(it));
                    if same || ends.iter().any(String::is_empty) {
                        return Err(range_wanted(word, option));
                    }
                    ranges.push((option, Range { by, ends }));
                }
            }
        }
        let data = self.data.inputs.len();
        if data > 2 {
            let problem = Problem::misuse(say::diff_too_many_data(data));
            return Err(Refused(vec![problem.help(say::diff_folder_help())]));
        }
        if let (2, Some((option, _))) = (data, ranges.first()) {
            let problem = Problem::misuse(say::diff_data_and_range(*option));
            let help = say::diff_data_and_range_help(*option);
            let problem = problem.help(help).help(say::diff_folder_help());
            return Err(Refused(vec![problem]));
        }
        if ranges.len() > 1 {
            let options = list(ranges.iter().map(|(option, _)| format!("`{option}`")));
            return Err(Refused::misuse(say::diff_two_ranges(options)));
        }
        match ranges.pop() {
            Some((_, range)) => Ok(Wanted::Range(range)),
            None if data == 2 => Ok(Wanted::Data),
            None if self.has_corrections()? => Ok(Wanted::Corrections),
            None => {
                let problem = Problem::misuse(say::diff_needs_sides());
                Err(Refused(vec![problem.help(say::diff_sides_help())]))
            }
        }
    }

    /// Whether the one study that is named has corrections.
    fn has_corrections(&self) -> Result<bool, Refused> {
        let request = self.data.request();
        match study::open(&Disk, &request) {
            Ok(opened) => Ok(opened.has_corrections()),
            Err(problems) if problems.iter().all(|it| it.is_misuse) => Ok(false),
            Err(problems) => Err(Refused(problems)),
        }
    }

    /// One study as it was sent, and with its corrections.
    fn of_corrections(&self, context: Context) -> anyhow::Result<()> {
        let after = load::load(&self.data, context)?;
        let before = load::load_as_sent(&self.data, context).map_err(|Refused(mut problems)| {
            problems.push(Problem::error(say::corrections_not_scored_as_sent()));
            Refused(problems)
        })?;
        let lang = after.lang();
        let names = [
            label::corrections_before(lang),
            label::corrections_after(lang),
        ];
        let called = (["sent", "corrected"], names);
        let axis = Some(Axis::Corrections);
        self.of_two([&before, &after], called, axis, &after.warnings())
    }

    /// Two data, each read and scored by itself.
    fn of_data(&self, context: Context) -> anyhow::Result<()> {
        let load = |at: usize, context: Context| {
            let data = Data {
                inputs: vec![self.data.inputs[at].clone()],
                ..self.data.clone()
            };
            load::load(&data, context)
        };
        let a = load(0, context)?;
        let b = load(1, a.context)?;
        let warnings = [a.warnings(), b.warnings()].concat();
        let names = [0, 1].map(|at| self.data.inputs[at].as_str());
        self.of_two([&a, &b], (names, names), None, &warnings)
    }

    /// Two projects against each other, framework by framework. `names` are what the sides are called by
    /// programs and by people.
    fn of_two(
        &self,
        loaded: [&Loaded; 2],
        (ids, names): ([&str; 2], [&str; 2]),
        axis: Option<Axis>,
        warnings: &[Problem],
    ) -> anyhow::Result<()> {
        let [a, b] = loaded;
        self.output.suits(a)?;
        self.output.suits(b)?;
        let lang = a.lang();
        error::show(warnings, lang);
        let ids = ids.map(str::to_owned);
        let of = names.map(str::to_owned);
        let mut reports: Reports = Vec::new();
        for (first, second) in same_frameworks([a, b], [&of[0], &of[1]])? {
            let asked = [
                (Part::Whole(first), self.selection(None, None, first)?),
                (Part::Whole(second), self.selection(None, None, second)?),
            ];
            let mut sides = self.sides(asked, [&ids[0], &ids[1]])?;
            for (side, name) in sides.iter_mut().zip(&of) {
                side.name.clone_from(name);
            }
            let report = DiffReport::new(vec![first, second], sides, axis, lang);
            reports.push(driver::report(report));
        }
        self.output.deliver(&reports, None, a.context)
    }

    /// Two sides of one project, for each of its frameworks that has both.
    fn of_one<'p>(
        &self,
        wanted: &Range,
        project: &'p Project,
        lang: Lang,
    ) -> Result<Reports<'p>, Refused> {
        let has_both: Vec<&Scored> = project
            .scored
            .iter()
            .filter(|it| wanted.has(it) == [true, true])
            .collect();
        if has_both.is_empty() {
            return Err(self.missing(wanted, project));
        }
        let mut reports: Reports = Vec::new();
        for scored in has_both {
            let report = self.between(wanted, scored, lang)?;
            reports.push(driver::report(report));
        }
        Ok(reports)
    }

    /// The two sides of one framework.
    fn between<'p>(
        &self,
        wanted: &Range,
        scored: &'p Scored,
        lang: Lang,
    ) -> Result<DiffReport<'p>, Refused> {
        let ends = &wanted.ends;
        let (sides, axis, names) = match wanted.by {
            By::Wave => {
                let ends = [&ends[0], &ends[1]]
                    .map(|it| selection::wave_as_written(scored, it).to_string());
                let of = |end: &String| self.selection(Some(end), None, scored);
                let sides = [of(&ends[0])?, of(&ends[1])?];
                let sides = sides.map(|it| (Part::Whole(scored), it));
                (sides, Axis::Wave, [ends.clone(), ends])
            }
            By::Stage => {
                let stages = [
                    stage_named(scored, &ends[0])?,
                    stage_named(scored, &ends[1])?,
                ];
                let of = |stage: Stage| self.selection(None, Some(stage), scored);
                let sides = [of(stages[0])?, of(stages[1])?];
                let sides = sides.map(|it| (Part::Whole(scored), it));
                let names = stages.map(|it| stage_name(lang, it).to_owned());
                let ids = stages.map(|it| it.id().to_owned());
                (sides, Axis::Stage, [ids, names])
            }
            By::Coder => {
                let of = |coder: &String| -> Result<_, Refused> {
                    let rows = scored.of_rows(coded_by(coder))?;
                    let selection = self.selection(None, None, &rows)?;
                    Ok((Part::Some(Box::new(rows)), selection))
                };
                let sides = [of(&ends[0])?, of(&ends[1])?];
                let written = |at: usize| {
                    let rows = sides[at].0.statements.rows();
                    let coder = rows.first().and_then(|row| row.coder.as_deref());
                    coder.unwrap_or(&ends[at]).to_owned()
                };
                let names = [written(0), written(1)];
                (sides, Axis::Coder, [names.clone(), names])
            }
        };
        let [ids, names] = &names;
        let mut sides = self.sides(sides, [&ids[0], &ids[1]])?;
        for (side, name) in sides.iter_mut().zip(names) {
            side.name.clone_from(name);
        }
        Ok(DiffReport::new(vec![scored], sides, Some(axis), lang))
    }

    /// What is asked of a side. A wave or stage of its own comes before the one given for both.
    fn selection(
        &self,
        wave: Option<&String>,
        stage: Option<Stage>,
        scored: &Scored,
    ) -> Result<selection::Selection, Refused> {
        let one = |word: &Option<String>| word.clone().filter(|it| !it.contains(".."));
        let stage = match (stage, one(&self.stage)) {
            (Some(stage), _) => Some(stage),
            (None, Some(word)) => Some(stage_named(scored, &word)?),
            (None, None) => None,
        };
        Ok(selection::Selection {
            wave: wave.cloned().or(one(&self.wave)),
            stage,
            ..self.places.asked()
        })
    }

    /// Both sides; one of them may lack the regions that are asked for, not both.
    fn sides<'p>(
        &self,
        asked: [(Part<'p>, selection::Selection); 2],
        ids: [&String; 2],
    ) -> Result<[Asked<'p>; 2], Refused> {
        let found = [0, 1].map(|at| {
            let (part, selection) = &asked[at];
            let choice = selection::choice(part, selection, &Disk);
            choice.and_then(|it| Ok((it, selection::selected(part, selection, &Disk)?)))
        });
        let filters = self.places.is_given();
        let [a, b] = match found {
            [Ok(a), Ok(b)] => [a, b],
            [Ok(a), Err(_)] if filters => {
                let b = nobody(&a.0, &asked[1].1);
                [a, b]
            }
            [Err(_), Ok(b)] if filters => [nobody(&b.0, &asked[0].1), b],
            [Err(problems), Err(_)] if filters => return Err(Refused(problems)),
            [a, b] => {
                let all = [a.err(), b.err()].into_iter().zip(ids);
                let problems = all.filter_map(|(problems, id)| {
                    let problems = problems?;
                    let is_empty = problems.iter().all(|it| it.code == "nothing_selected");
                    Some(match is_empty {
                        true => vec![Problem::error(say::diff_side_without_data(id))],
                        false => problems,
                    })
                });
                return Err(Refused(problems.flatten().collect()));
            }
        };
        let [(one, _), (other, _)] = asked;
        let side = |id: &String, scored, (choice, members)| Asked {
            id: id.clone(),
            name: id.clone(),
            scored,
            members,
            choice,
        };
        Ok([side(ids[0], one, a), side(ids[1], other, b)])
    }

    /// Frameworks that have one of the sides only, where others have both.
    fn left_out(&self, wanted: &Range, project: &Project) -> Vec<Problem> {
        let has = |it: &Scored| wanted.has(it);
        if !project.scored.iter().any(|it| has(it) == [true, true]) {
            return Vec::new();
        }
        let ends = &wanted.ends;
        let one = project.scored.iter().filter_map(|it| match has(it) {
            [true, false] => Some((it, &ends[0])),
            [false, true] => Some((it, &ends[1])),
            _ => None,
        });
        one.map(|(it, end)| Problem::warning(say::diff_framework_left_out(it.framework.id(), end)))
            .collect()
    }

    /// Why no framework has both sides: a name that the data do not have, or another instrument.
    fn missing(&self, wanted: &Range, project: &Project) -> Refused {
        let ends = &wanted.ends;
        let has = |at: usize| project.scored.iter().any(|it| wanted.has(it)[at]);
        let mut problems = Vec::new();
        for at in [0, 1] {
            if !has(at) {
                problems.push(wanted.unknown(&ends[at], project));
            }
        }
        if problems.is_empty() {
            let of = |at: usize| {
                let those = project.scored.iter().filter(|it| wanted.has(it)[at]);
                (ends[at].clone(), those.collect::<Vec<_>>())
            };
            problems.push(other_frameworks([of(0), of(1)]));
        }
        Refused(problems)
    }
}

impl Range {
    /// Whether a framework has rows of either side.
    fn has(&self, scored: &Scored) -> [bool; 2] {
        let names = self.names(std::slice::from_ref(scored));
        [0, 1].map(|at| {
            let end = self.ends[at].as_str();
            match self.by {
                By::Coder => scored.statements.rows().iter().any(coded_by(end)),
                By::Stage => stage(end).is_some_and(|it| names.contains(&it.id().into())),
                By::Wave => names.contains(&PartyName::from(end)),
            }
        })
    }

    /// What the sides could be.
    fn names(&self, scored: &[Scored]) -> BTreeSet<PartyName> {
        let assessments = scored.iter().flat_map(|it| &it.assessed.assessments);
        match self.by {
            By::Wave => {
                let waves = assessments.filter_map(|it| it.wave.as_deref());
                waves.map(PartyName::from).collect()
            }
            By::Stage => assessments
                .filter_map(|it| Some(it.stage?.id().into()))
                .collect(),
            By::Coder => {
                let rows = scored.iter().flat_map(|it| it.statements.rows());
                rows.filter_map(|row| row.coder.clone()).collect()
            }
        }
    }

    /// That the data have nothing of this name, and what they have.
    fn unknown(&self, end: &str, project: &Project) -> Problem {
        let names = self.names(&project.scored);
        let all = list(&names);
        let sentence = match (self.by, names.is_empty()) {
            (By::Wave, true) => say::no_waves_in_data(end),
            (By::Wave, false) => say::no_such_wave(end, all),
            (By::Stage, true) => say::no_stages_in_data(end),
            (By::Stage, false) => say::no_such_stage(end, all),
            (By::Coder, true) => say::diff_no_coders(end),
            (By::Coder, false) => say::diff_unknown_coder(end, all),
        };
        let near = suggest(end, names.iter().map(|it| &**it));
        Problem::error(sentence).maybe_help(near.map(say::did_you_mean))
    }
}

/// Whether a row is one of this coder, or of the consensus by whatever name.
fn coded_by(coder: &str) -> impl Fn(&Statement) -> bool {
    let mut asked = Setting::new("".into());
    asked.coder = Some(coder.into());
    move |row| {
        let is_same = row.coder == asked.coder;
        is_same || row.is_consensus() && asked.is_consensus()
    }
}

fn range_wanted(word: &str, option: &str) -> Refused {
    Refused::misuse(say::diff_range_wanted(word, option))
}

/// A side that has none of the regions asked for, beside one that has.
fn nobody(other: &Choice, selection: &selection::Selection) -> (Choice, Vec<usize>) {
    let wave = match &selection.wave {
        Some(wave) => WaveChoice::Named(wave.clone()),
        None => WaveChoice::Newest,
    };
    let choice = Choice {
        wave,
        stage: selection.stage,
        ..other.clone()
    };
    (choice, Vec::new())
}

/// A stage as it is typed.
fn stage(word: &str) -> Option<Stage> {
    let stage = StageFilter::from_str(word, true).ok()?;
    Some(stage.stage())
}

/// A stage that the data have.
fn stage_named(scored: &Scored, word: &str) -> Result<Stage, Refused> {
    let met = scored.assessed.assessments.iter();
    let met: BTreeSet<Stage> = met.filter_map(|it| it.stage).collect();
    if let Some(stage) = stage(word).filter(|it| met.contains(it)) {
        return Ok(stage);
    }
    let ids: Vec<&str> = met.iter().map(|it| it.id()).collect();
    let sentence = match ids.is_empty() {
        true => say::no_stages_in_data(word),
        false => say::no_such_stage(word, list(&ids)),
    };
    let near = suggest(word, ids.iter().copied());
    let problem = Problem::error(sentence).maybe_help(near.map(say::did_you_mean));
    Err(Refused(vec![problem]))
}

/// The frameworks of two data in pairs; both must have the same.
fn same_frameworks<'p>(
    [a, b]: [&'p Project; 2],
    names: [&String; 2],
) -> Result<Vec<(&'p Scored, &'p Scored)>, Refused> {
    let mut pairs = Vec::new();
    for first in &a.scored {
        let of = &first.framework;
        let same =
            |it: &&Scored| (it.framework.id(), it.framework.version()) == (of.id(), of.version());
        let Some(second) = b.scored.iter().find(same) else {
            continue;
        };
        if of.sha256() != second.framework.sha256() {
            return Err(Refused::one(say::diff_framework_changed(of.id())));
        }
        pairs.push((first, second));
    }
    if pairs.len() == a.scored.len() && pairs.len() == b.scored.len() {
        return Ok(pairs);
    }
    let of = |at: usize, project: &'p Project| {
        let all: Vec<&Scored> = project.scored.iter().collect();
        (names[at].clone(), all)
    };
    Err(Refused(vec![other_frameworks([of(0, a), of(1, b)])]))
}

/// That the sides stand under different frameworks, and which.
fn other_frameworks(sides: [(String, Vec<&Scored>); 2]) -> Problem {
    let mut problem = Problem::error(say::diff_other_frameworks());
    for (name, scored) in sides {
        let all: Vec<Text> = scored
            .iter()
            .map(|it| {
                let (id, version) = (it.framework.id(), it.framework.version());
                say::diff_framework_named(id, version).text
            })
            .collect();
        let [id, en] = [0, 1].map(|lang| list(all.iter().map(|it| it.both()[lang])));
        problem = problem.help(say::diff_side_frameworks(name, Text::new(id, en)));
    }
    problem.help(say::diff_as_help())
}
