//! Planned posts against those that speak in a statement.

use crate::assess::Assessed;
use crate::statement::{PartyName, Statements};
use crate::study::Post;
use crate::text::{Lang, label};

use super::{Block, Cell, Column, Document, Table};

/// For each planned post how many counted statements it gave, and how many name its office.
#[must_use]
pub fn document(
    planned: &[Post],
    statements: &Statements,
    assessed: &Assessed,
    lang: Lang,
) -> Document {
    let mut heard = 0;
    let rows = planned
        .iter()
        .map(|post| {
            let (mut by_post, mut by_agency) = (0, 0);
            let name = |of: &Option<String>| of.as_deref().map(PartyName::from);
            let (role, agency) = (name(&post.role), name(&post.agency));
            let of_region = assessed
                .assessments
                .iter()
                .filter(|it| *it.region.name == *post.region);
            for row in of_region.flat_map(|it| it.rows.iter().flatten()) {
                let row = &statements.rows()[*row];
                if !row.is_counted() {
                    continue;
                }
                by_post += usize::from(role.is_some() && row.role == role);
                let names_it = agency.as_ref().is_some_and(|it| row.agencies.contains(it));
                by_agency += usize::from(names_it);
            }
            heard += usize::from(by_post > 0);
            vec![
                Cell::text(post.region.as_str()),
                Cell::text(post.agency.clone().unwrap_or_default()),
                Cell::text(post.role.clone().unwrap_or_default()),
                Cell::count(by_post),
                Cell::count(by_agency),
            ]
        })
        .collect();
    Document {
        lang,
        title: label::posts_heading(lang).to_owned(),
        subtitle: label::posts_line(lang, planned.len(), heard),
        blocks: vec![Block::Table(Table {
            columns: vec![
                Column::text("region", label::region(lang)),
                Column::text("agency", label::agency(lang)),
                Column::text("role", label::post(lang)),
                Column::number("statements", label::statements_of_post(lang)),
                Column::number("agency_statements", label::statements_of_agency(lang)),
            ],
            rows,
        })],
    }
}
