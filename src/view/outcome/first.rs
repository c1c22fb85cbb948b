//! What first: the raises that reach the target of the first page, else the next category.

use crate::advise::plan::Verdict;
use crate::assess::Reason;
use crate::framework::Band;
use crate::problem::Problem;
use crate::scrutiny::survey;
use crate::stats::TOLERANCE;
use crate::study::Selection;
use crate::study::wish::{self, Planned, Target};
use crate::text::{folded, label, list, say, short_number};
use crate::view::planning::{PlanReport, way};
use crate::view::report::Detail;
use crate::view::shown::open_range;
use crate::view::{Block, Cell, Column, Table, comparison, words};

use super::cut::Extent;
use super::{Outcome, Regions};

/// So many steps stand on the screen.
const MOST: usize = 10;
/// Beyond so many regions nobody waits for the plan of each.
const MOST_REGIONS: usize = 40;

pub(super) fn section(it: &Outcome<'_>, extent: Extent) -> Vec<Block> {
    let mut found = Vec::new();
    all(it, extent, &mut found);
    let most = match &it.regions {
        Regions::One(_) => MOST,
        Regions::Several(_) => MOST_REGIONS,
    };
    extent.cut(found, (most, false), label::outcome_sheet_steps, it.lang)
}

fn all(it: &Outcome<'_>, extent: Extent, blocks: &mut Vec<Block>) {
    let (scored, lang) = (it.scored, it.lang);
    if survey::is_survey(&scored.framework, &scored.method) {
        blocks.push(Block::Paragraph(
            label::outcome_survey_first(lang).to_owned(),
        ));
        return;
    }
    match &it.regions {
        Regions::One(at) => one(it, *at, extent, blocks),
        Regions::Several(found) => {
            comparison::weaknesses(&it.shown(found), Detail::Full, blocks);
            several(it, blocks);
        }
    }
    if let Some(date) = &it.said.deadline {
        blocks.push(Block::Paragraph(label::outcome_deadline(
            lang,
            date.as_str(),
        )));
    }
}

/// What the first page says that cannot be followed.
pub(super) fn doubts(it: &Outcome<'_>) -> Vec<Problem> {
    let Some((text, place)) = &it.said.target else {
        return Vec::new();
    };
    if target(it).is_some() {
        return Vec::new();
    }
    let bands = it.scored.framework.bands().iter();
    let names = list(bands.map(|band| format!("`{}`", band.label.get(it.lang))));
    let problem = Problem::warning(say::target_of_form(text.as_str())).at(place.clone());
    vec![match names.is_empty() {
        true => problem,
        false => problem.help(say::target_of_form_help(names)),
    }]
}

/// The target of the first page: a number, or the name of a category.
fn target(it: &Outcome<'_>) -> Option<Target> {
    let (text, _) = it.said.target.as_ref()?;
    let text = text.trim();
    let number = text.replace(',', ".").parse().ok();
    if let Some(number) = number.filter(|it: &f64| it.is_finite()) {
        return Some(Target::Number(number));
    }
    let word = text.rsplit(':').next().unwrap_or(text);
    let is_it = |band: &&Band| {
        let names = band.label.both();
        folded(&band.id) == folded(word) || names.iter().any(|it| folded(it) == folded(word))
    };
    let band = it.scored.framework.bands().iter().find(is_it)?;
    Some(Target::Band(band.id.clone()))
}

/// The lowest category above a result.
fn next_band<'a>(it: &Outcome<'a>, told: f64) -> Option<&'a Band> {
    let bands = it.scored.framework.bands().iter();
    let above = bands.filter(|band| band.from > told + TOLERANCE);
    above.min_by(|a, b| a.from.total_cmp(&b.from))
}

fn planned(it: &Outcome<'_>, at: usize, target: Target) -> Result<Planned, Vec<Problem>> {
    let assessment = &it.scored.assessed.assessments[at];
    let asked = wish::Asked {
        selection: Selection {
            regions: vec![assessment.region.name.to_string()],
            wave: assessment.wave.as_deref().map(str::to_owned),
            stage: assessment.stage,
            ..Selection::default()
        },
        target,
        node: None,
        until: None,
        most: None,
        cost: None,
        fixes: Vec::new(),
    };
    wish::planned(it.scored, &asked, it.files)
}

fn one(it: &Outcome<'_>, at: usize, extent: Extent, blocks: &mut Vec<Block>) {
    let (scored, lang) = (it.scored, it.lang);
    let framework = &scored.framework;
    let called = words::wording(lang, framework);
    let say = |line: &str| Block::Paragraph(line.to_owned());
    let index = &scored.assessed.assessments[at].nodes[0];
    let Some(told) = index.told else {
        let has_total = framework.indicators().any(|(.., it)| it.is_scored())
            && index.reason != Some(Reason::Profile);
        blocks.push(say(match has_total {
            true => label::outcome_no_score(lang),
            false => label::outcome_no_total(lang),
        }));
        return;
    };
    let wanted = match (target(it), next_band(it, told)) {
        (Some(target), _) => {
            let text = it.said.target.as_ref().map_or("", |it| it.0.trim());
            blocks.push(Block::Paragraph(label::outcome_target_said(lang, text)));
            target
        }
        (None, Some(band)) => {
            let from = short_number(band.from, 4, lang);
            let line = label::outcome_target_next(&called, band.label.get(lang), from);
            blocks.push(Block::Paragraph(line));
            Target::Band(band.id.clone())
        }
        (None, None) => {
            blocks.push(Block::Paragraph(match framework.bands().is_empty() {
                true => label::outcome_no_target(&called),
                false => label::outcome_at_top(&called),
            }));
            return;
        }
    };
    blocks.extend(not_safe(it, at, &wanted).map(Block::Paragraph));
    match planned(it, at, wanted) {
        Ok(planned) => {
            let report = PlanReport {
                scored,
                planned,
                lang,
            };
            let mut found = Vec::new();
            let detail = match extent {
                Extent::Whole => Detail::Full,
                _ => Detail::Brief,
            };
            way(&report, detail, &mut found);
            if it.said.is_public {
                found = found.into_iter().map(without_people).collect();
            }
            if !extent.is_whole() {
                let kept = found.into_iter();
                found = kept.filter_map(|it| without_choices(it, extent)).collect();
            }
            blocks.extend(found);
        }
        Err(problems) => {
            blocks.push(say(label::outcome_no_plan(lang)));
            let told = problems
                .iter()
                .map(|it| words::capital(it.message.get(lang)));
            blocks.push(Block::List(told.collect()));
        }
    }
}

/// A table of steps without whose task they are.
fn without_people(block: Block) -> Block {
    match block {
        Block::Table(table) => Block::Table(table.without(|id, _| id == "owner" || id == "due")),
        other => other,
    }
}

/// That a target which is reached is not safe: with what is still empty, or with what the assessor finds, the
/// result may come out below it.
fn not_safe(it: &Outcome<'_>, at: usize, wanted: &Target) -> Option<String> {
    let framework = &it.scored.framework;
    let edge = match wanted {
        Target::Number(number) => *number,
        Target::Band(id) => framework.bands().iter().find(|it| it.id == *id)?.from,
    };
    let index = &it.scored.assessed.assessments[at].nodes[0];
    let low = it
        .scored
        .method
        .as_people_read(framework, 0, open_range(index)?.0);
    let is_reached = index.told? >= edge - TOLERANCE;
    let told = || words::told_text(it.lang, it.scored, low);
    (is_reached && low < edge - TOLERANCE).then(|| label::outcome_not_safe(it.lang, told()))
}

/// On the screen a table of steps without what could be done in their place, and without its key; on a page,
/// whose columns are those of other tables too, also without their numbers.
fn without_choices(block: Block, extent: Extent) -> Option<Block> {
    match block {
        Block::Table(table) => {
            let is_aside = |id: &str| {
                let is_number = matches!(extent, Extent::Page) && id == "step";
                is_number || ["instead", "if_failed"].contains(&id)
            };
            Some(Block::Table(table.without(|id, _| is_aside(id))))
        }
        Block::List(_) => None,
        other => Some(other),
    }
}

/// For each region the way to its next category, or to the target of the first page.
fn several(it: &Outcome<'_>, blocks: &mut Vec<Block>) {
    let (scored, lang) = (it.scored, it.lang);
    let framework = &scored.framework;
    let about = it.about();
    if about.len() > MOST_REGIONS {
        blocks.push(Block::Paragraph(label::outcome_too_many(lang, about.len())));
        return;
    }
    let row = |at: usize| {
        let assessment = &scored.assessed.assessments[at];
        let told = assessment.nodes[0].told?;
        let next = next_band(it, told);
        let wanted = target(it).or_else(|| Some(Target::Band(next?.id.clone())))?;
        let name = match &wanted {
            Target::Number(number) => short_number(*number, 4, lang),
            Target::Band(id) => {
                let mut bands = framework.bands().iter();
                bands.find(|it| it.id == *id)?.label.get(lang).to_owned()
            }
        };
        let plan = planned(it, at, wanted).ok()?.plan;
        if plan.verdict == Verdict::NoLevels {
            return None;
        }
        let first = plan.steps.first();
        Some(vec![
            Cell::text(&*assessment.region.name),
            words::told_cell(lang, scored, &assessment.nodes[0]),
            Cell::text(name),
            match plan.verdict {
                Verdict::Reached | Verdict::Already => Cell::count(plan.steps.len()),
                _ => Cell::missing("–"),
            },
            first.map_or_else(Cell::empty, |step| {
                let level = |it: f64| short_number(it, 2, lang);
                let title = words::title(lang, framework, step.node);
                let (from, to) = (level(step.from), level(step.to));
                Cell::text(label::outcome_step(lang, title, from, to))
            }),
        ])
    };
    let rows: Vec<Vec<Cell>> = about.into_iter().filter_map(row).collect();
    let called = words::wording(lang, framework);
    if rows.is_empty() {
        blocks.push(Block::Paragraph(match framework.bands().is_empty() {
            true => label::outcome_no_target(&called),
            false => label::outcome_no_levels(&called),
        }));
        return;
    }
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("region", words::region_heading(lang, framework)),
            Column::number("told", words::told_heading(lang, &scored.method)),
            Column::text("target", words::capital(&label::outcome_next(&called))),
            Column::number("raises", label::outcome_raises(lang)),
            Column::text("first", label::outcome_first_raise(lang)),
        ],
        rows,
    }));
}
