//! What `siap check` says besides problems: what was counted, and planned posts against those that speak.

use std::collections::BTreeMap;

use crate::statement::PartyName;
use crate::study::{Project, Scored};
use crate::text::{Lang, label};

use super::heard::{Heard, heard};
use super::plan::{Plan, sentences};
use super::{Block, Cell, Column, Document, Table, words};

/// What was counted under one framework, as every other command counts it.
#[must_use]
pub fn counts(scored: &Scored, lang: Lang) -> String {
    let all = scored.assessed.assessments.iter();
    words::counts(lang, scored, all).join(" · ")
}

/// For each planned post how many counted statements it gave, and how many come from its office; where no
/// statement of a region names a person, that none can be tied to a post.
#[must_use]
pub fn document(project: &Project, lang: Lang) -> Document {
    let planned = &project.about.posts;
    let all = project.scored.iter().flat_map(|scored| {
        let all = scored.assessed.assessments.iter();
        all.map(move |it| (scored, it))
    });
    let heard: BTreeMap<_, Heard> = heard(all);
    let mut regions: Vec<&str> = Vec::new();
    for post in planned {
        if !regions.contains(&post.region.as_str()) {
            regions.push(&post.region);
        }
    }
    let plans: Vec<(&str, Plan<'_>)> = regions
        .into_iter()
        .map(|region| {
            let known = heard.iter().find(|(it, _)| *it.name == *region);
            (region, Plan::of(planned, region, known.map(|(_, it)| it)))
        })
        .collect();
    let rows = plans.iter().flat_map(|(region, plan)| {
        plan.posts.iter().map(|(post, by_post)| {
            vec![
                Cell::text(*region),
                Cell::text(post.agency.clone().unwrap_or_default()),
                Cell::text(post.role.clone().unwrap_or_default()),
                match plan.is_tied {
                    true => Cell::count(*by_post),
                    false => Cell::missing(label::not_tied(lang)),
                },
                Cell::count(from_office(project, region, post.agency.as_deref())),
            ]
        })
    });
    let frameworks = project.scored.iter().map(|it| &it.framework);
    let table = Table {
        columns: vec![
            Column::text("region", words::region_heading_of(lang, frameworks)),
            Column::text("agency", label::agency(lang)),
            Column::text("role", label::post(lang)),
            Column::number("statements", label::statements_of_post(lang)),
            Column::number("agency_statements", label::statements_of_agency(lang)),
        ],
        rows: rows.collect(),
    };
    let told = plans.iter().map(|(region, plan)| (*region, plan));
    Document {
        lang,
        title: label::posts_heading(lang).to_owned(),
        subtitle: label::posts_line(lang, planned.len()),
        blocks: vec![Block::List(sentences(told, lang)), Block::Table(table)],
    }
}

/// The counted rows of a region in which somebody of an office speaks.
fn from_office(project: &Project, region: &str, agency: Option<&str>) -> usize {
    let Some(agency) = agency.map(PartyName::from) else {
        return 0;
    };
    let mut count = 0;
    for scored in &project.scored {
        let all = scored.assessed.assessments.iter();
        let of_region = all.filter(|it| *it.region.name == *region);
        let rows = of_region.flat_map(|it| it.rows.iter().flatten());
        let rows = rows.map(|at| &scored.statements.rows()[*at]);
        let from_it = rows.filter(|row| row.is_counted() && row.agencies.contains(&agency));
        count += from_it.count();
    }
    count
}
