//! What all regions are weak in, and the order.

use crate::compare::WEAK_BELOW;
use crate::framework::{Framework, ReportingUnit};
use crate::text::{label, list};

use crate::view::report::Detail;
use crate::view::shown::{Shown, short_name};
use crate::view::{Block, Cell, Column, Table, Tone, words};

use super::sections;

/// With more groups than this, the ranking shows the total alone.
const MOST_GROUPS: usize = 6;

/// From so many ranked regions on, each has a rank within its province.
const LARGE: usize = 30;

/// In brief so many weak points are named.
const MOST_WEAK: usize = 5;

/// Groups and indicators that are weak in every region.
pub(super) fn shared_weaknesses(shown: &Shown, detail: Detail, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    let weak = &shown.comparison.weak_everywhere;
    if weak.is_empty() {
        return;
    }
    let decimals = shown.method().reporting.decimals;
    let (framework, method) = (shown.framework(), shown.method());
    let told = |node, score| method.as_people_read(framework, node, score);
    blocks.push(Block::heading(format!(
        "{} ({})",
        label::shared_weak_heading(&shown.wording()),
        label::weak_line(&shown.wording(), told(0, WEAK_BELOW))
    )));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("indicator", label::weak_point(lang)),
            Column::text("group", label::group(lang)).optional(),
            Column::number("mean", label::mean(lang)),
            Column::number("highest", label::highest(lang)).optional(),
            Column::number("regions", words::regions_heading(lang, framework)),
        ],
        rows: weak
            .iter()
            .take(if detail.is_full() {
                weak.len()
            } else {
                MOST_WEAK
            })
            .map(|it| {
                let parent = shown.framework().nodes()[it.node].parent().unwrap_or(0);
                let node = &shown.framework().nodes()[it.node];
                let (tone, group) = match node.indicator() {
                    Some(_) => (Tone::Plain, words::title(lang, shown.framework(), parent)),
                    None => (Tone::Strong, ""),
                };
                vec![
                    Cell::text(node.title().get(lang)).tone(tone),
                    Cell::text(group),
                    Cell::number(told(it.node, it.mean), decimals),
                    Cell::number(told(it.node, it.highest), decimals),
                    Cell::text(label::so_many_of(lang, it.regions, it.compared)),
                ]
            })
            .collect(),
    }));
    let more = weak.len().saturating_sub(MOST_WEAK);
    if more > 0 && !detail.is_full() {
        blocks.push(Block::Paragraph(label::weak_rest(lang, more)));
    }
}

/// Top-level groups, if there are few enough to stand beside the total.
fn groups(framework: &Framework) -> Vec<usize> {
    let top: Vec<usize> = framework.nodes()[0]
        .children()
        .iter()
        .copied()
        .filter(|at| framework.nodes()[*at].indicator().is_none())
        .collect();
    if top.len() > MOST_GROUPS {
        Vec::new()
    } else {
        top
    }
}

/// The order; with `profiled`, each region leads to its strong and weak points.
pub(super) fn section(shown: &Shown, profiled: bool, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    blocks.push(Block::heading(label::ranking_heading(lang).to_owned()));
    if shown.comparison.ranking.is_empty() {
        blocks.push(Block::Paragraph(match shown.comparison.among {
            0 => label::ranked_nothing(&shown.wording()),
            among => label::ranked_not_shown(&shown.wording(), among),
        }));
        return;
    }
    blocks.push(Block::Table(table(shown, profiled)));
}

fn table(shown: &Shown, profiled: bool) -> Table {
    let lang = shown.lang;
    let framework = shown.framework();
    let decimals = shown.method().reporting.decimals;
    let known = |at: &usize| {
        let ranked = shown.comparison.ranking.iter();
        let mut nodes = ranked.map(|it| &shown.assessment(it.assessment).nodes[*at]);
        nodes.any(|it| it.score.is_some() || it.statements > 0)
    };
    let groups: Vec<usize> = groups(framework).into_iter().filter(known).collect();
    let kinds: std::collections::BTreeSet<_> = shown
        .comparison
        .ranking
        .iter()
        .map(|it| shown.assessment(it.assessment).region.kind)
        .collect();
    let provinces: std::collections::BTreeSet<_> = shown
        .comparison
        .ranking
        .iter()
        .filter_map(|it| shown.assessment(it.assessment).region.province())
        .collect();
    // Ranks among two or three of a province say little in a small study.
    let by_province = provinces.len() > 1 && shown.comparison.ranking.len() > LARGE;
    let native = shown.method().reporting.unit == ReportingUnit::Native;
    // The other of score and value stands beside the one in which results are told.
    let with_value = native || framework.shared_scale(0).is_some();
    let tagged = !shown.scored.about.tags.is_empty();
    let mut columns = vec![
        Column::number("rank", label::rank(lang)),
        Column::text("region", words::region_heading(lang, framework)),
    ];
    let score = Column::number("score", label::score(lang));
    let value = Column::number("value", words::level_heading(lang, framework));
    match (native, with_value) {
        (true, _) => columns.push(Column::number("value", label::value(lang))),
        (false, true) => columns.extend([score, value.optional()]),
        (false, false) => columns.push(score),
    }
    if !framework.bands().is_empty() {
        columns.push(Column::text("band", words::band_heading(lang, framework)).optional());
    }
    columns.push(Column::number("coverage", label::coverage(lang)));
    columns.push(Column::number("gap_to_best", label::to_best(lang)));
    if kinds.len() > 1 {
        columns.push(Column::text("rank_in_kind", label::rank_in_kind(lang)).optional());
    }
    if by_province {
        columns.push(Column::text("rank_in_province", label::rank_in_province(lang)).optional());
    }
    for group in &groups {
        let node = &framework.nodes()[*group];
        columns.push(Column::number(node.id(), node.title().get(lang)).optional());
    }
    if tagged {
        columns.push(Column::text("tags", label::programmes(lang)).optional());
    }
    let rows = shown
        .comparison
        .ranking
        .iter()
        .map(|ranked| {
            let assessment = shown.assessment(ranked.assessment);
            let index = &assessment.nodes[0];
            let mut name = Cell::text(words::crossed(short_name(&assessment.region.name), index))
                .tone(Tone::Strong);
            if profiled {
                name = name.link(sections::profile_id(ranked.assessment));
            }
            // A region alone has no place.
            let place = match shown.comparison.among {
                1 => Cell::empty(),
                _ => words::place_cell(ranked.rank, ranked.places),
            };
            let mut row = vec![place, name];
            let score = words::told_cell(lang, shown.scored, index);
            let value = Cell::maybe(index.value, 2, "");
            let told = words::told_cell(lang, shown.scored, index);
            match (native, with_value) {
                (true, _) => row.push(told.tone(Tone::Strong)),
                (false, true) => row.extend([score.tone(Tone::Strong), value]),
                (false, false) => row.push(score.tone(Tone::Strong)),
            }
            if !framework.bands().is_empty() {
                let band = words::band(lang, shown.scored, 0, index);
                row.push(band.map_or_else(Cell::empty, Cell::text));
            }
            row.push(
                index
                    .coverage
                    .map_or_else(Cell::empty, |it| words::coverage_cell(shown.method(), it)),
            );
            row.push(Cell::number(ranked.gap_told, decimals));
            if kinds.len() > 1 {
                let kind = words::kind(lang, assessment.region.kind).to_lowercase();
                let place = words::place_text(ranked.rank_in_kind, ranked.places_in_kind);
                row.push(Cell::text(format!("{place}\u{a0}{kind}")));
            }
            if by_province {
                row.push(match ranked.rank_in_province {
                    Some((rank, among)) => Cell::text(label::of_province(lang, rank, among)),
                    None => Cell::empty(),
                });
            }
            for group in &groups {
                let result = &assessment.nodes[*group];
                row.push(words::told_cell(lang, shown.scored, result));
            }
            if tagged {
                row.push(Cell::text(list(
                    shown.scored.about.tags_of(&assessment.region.name),
                )));
            }
            row
        })
        .collect();
    Table { columns, rows }.without(|id, cell| id == "rank" && *cell == Cell::empty())
}
