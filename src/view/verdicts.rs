//! What the authors of the sources conclude, beside what comes out here.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::Assessment;
use crate::study::Scored;
use crate::text::{Lang, label};

use super::report::Detail;
use super::shown::short_name;
use super::{Block, Cell, Column, Table, words};

/// A table of the authors' own verdicts on groups and the whole, each beside the band that comes out
/// here; nothing where no source gives one.
pub(super) fn section<'a>(
    scored: &Scored,
    assessments: impl Iterator<Item = &'a Assessment>,
    (lang, detail): (Lang, Detail),
    blocks: &mut Vec<Block>,
) {
    let Scored {
        framework,
        statements,
        ..
    } = scored;
    let (mut rows, mut more) = (Vec::new(), 0_usize);
    let mut regions: BTreeSet<&str> = BTreeSet::new();
    for it in assessments {
        regions.insert(&it.region.name);
        for verdict in it.verdicts(framework, statements) {
            let result = &it.nodes[verdict.node];
            let title = match verdict.node {
                0 => words::whole(lang, framework),
                node => words::title(lang, framework, node),
            };
            let band = words::band(lang, scored, verdict.node, result);
            let said = result.band().and_then(|at| verdict.says(framework, at));
            // In brief only what judges.
            if !verdict.judges(framework) && !detail.is_full() {
                more += 1;
                continue;
            }
            let place = match detail {
                Detail::Full => Cell::text(statements.whereabouts(verdict.row)),
                Detail::Brief => Cell::empty(),
            };
            let text = match said {
                Some(false) => label::verdict_differs(lang, verdict.text),
                Some(true) | None => verdict.text.to_owned(),
            };
            rows.push(vec![
                Cell::text(short_name(&it.region.name)),
                Cell::text(title),
                Cell::text(text),
                band.map_or_else(Cell::empty, Cell::text),
                place,
            ]);
        }
    }
    if rows.is_empty() {
        if more > 0 {
            blocks.push(Block::Paragraph(label::verdicts_more(
                &words::wording(lang, framework),
                more,
            )));
        }
        return;
    }
    blocks.push(Block::heading(label::verdicts_heading(lang)));
    let table = Table {
        columns: vec![
            Column::text("region", words::region_heading(lang, framework)),
            Column::text("node", label::weak_point(lang)),
            Column::text("verdict", label::verdict(lang)),
            Column::text("band", label::our_band(&words::wording(lang, framework))),
            Column::text("place", label::place(lang)).optional(),
        ],
        rows,
    };
    blocks.push(Block::Table(table.without(|id, cell| {
        *cell == Cell::empty() || id == "region" && regions.len() == 1
    })));
    if more > 0 {
        blocks.push(Block::Paragraph(label::verdicts_more(
            &words::wording(lang, framework),
            more,
        )));
    }
}

/// A judgement in words that a source itself gives.
#[derive(Serialize, JsonSchema)]
pub(super) struct VerdictRecord<'a> {
    region: &'a str,
    wave: Option<&'a str>,
    /// Id of the group, or `index`.
    node: &'a str,
    /// In the words of the row.
    text: &'a str,
    /// Where the source is named.
    source: Option<&'a str>,
    /// Where in the source.
    locator: Option<&'a str>,
    /// File and row.
    place: String,
    /// Whether the words say what the band that comes out here says; null where that cannot be told.
    says_band: Option<bool>,
}

/// The verdicts on some assessments.
pub(super) fn records<'a>(
    scored: &'a Scored,
    assessments: impl Iterator<Item = &'a Assessment>,
) -> Vec<VerdictRecord<'a>> {
    let Scored {
        framework,
        statements,
        ..
    } = scored;
    let mut out = Vec::new();
    for it in assessments {
        for verdict in it.verdicts(framework, statements) {
            let evidence = verdict.row.evidence.as_deref();
            let band = it.nodes[verdict.node].band();
            out.push(VerdictRecord {
                region: &it.region.name,
                wave: it.wave.as_deref(),
                node: framework.nodes()[verdict.node].id(),
                text: verdict.text,
                source: evidence.and_then(|it| it.source.as_deref()),
                locator: evidence.and_then(|it| it.locator.as_deref()),
                place: statements.whereabouts(verdict.row),
                says_band: band.and_then(|at| verdict.says(framework, at)),
            });
        }
    }
    out
}
