//! What a region would raise first: its weak indicators with the framework's advice, what is
//! advised whatever the level, and what is not filled yet.

use crate::assess::{Assessment, Reason};
use crate::compare::WEAK_BELOW;
use crate::framework::{Addressee, Framework, Orientation, Recommend};
use crate::region::Kind;
use crate::stats::TOLERANCE;
use crate::text::{Lang, label, list};

use crate::view::shown::rows_of;
use crate::view::{Block, Cell, Column, Table, words};

/// How many weak indicators are named.
const NAMED: usize = 10;

/// The weakest indicators with advice, and the empty ones.
pub(super) fn section(
    framework: &Framework,
    assessment: &Assessment,
    lang: Lang,
    blocks: &mut Vec<Block>,
) {
    let mut weak: Vec<(usize, f64)> = framework
        .indicators()
        .filter_map(|(at, ..)| Some((at, assessment.nodes[at].score?)))
        .filter(|(_, score)| *score < WEAK_BELOW - TOLERANCE)
        .collect();
    weak.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    let more = weak.len().saturating_sub(NAMED);
    let rows: Vec<Vec<Cell>> = weak
        .iter()
        .take(NAMED)
        .map(|(at, _)| {
            vec![
                Cell::text(words::title(lang, framework, *at)),
                words::leaf_cell(lang, framework, assessment, *at),
                Cell::text(advice(framework, assessment, *at, lang)),
            ]
        })
        .collect();
    if !rows.is_empty() {
        blocks.push(Block::heading(format!(
            "{} · {}",
            label::raise_first_heading(lang),
            words::heading(lang, assessment)
        )));
        let table = Table {
            columns: vec![
                Column::text("indicator", label::indicator(lang)),
                Column::number("level", label::level(lang)),
                Column::text("advice", label::advice(lang)),
            ],
            rows,
        };
        let table = table.without(|id, cell| id == "advice" && *cell == Cell::text(""));
        blocks.push(Block::Table(table));
        if more > 0 {
            blocks.push(Block::Paragraph(label::weak_more(lang, more)));
        }
    }
    let anyway: Vec<Vec<Cell>> = framework
        .indicators()
        .filter_map(|(at, _, indicator)| {
            let given = indicator.recommend.iter().filter(|it| it.below.is_none());
            let lines = lines(given, assessment, lang);
            (!lines.is_empty()).then(|| {
                vec![
                    Cell::text(words::title(lang, framework, at)),
                    words::leaf_cell(lang, framework, assessment, at),
                    Cell::text(lines),
                ]
            })
        })
        .collect();
    if !anyway.is_empty() {
        blocks.push(Block::heading(format!(
            "{} · {}",
            label::advised_anyway_heading(lang),
            words::heading(lang, assessment)
        )));
        blocks.push(Block::Table(Table {
            columns: vec![
                Column::text("indicator", label::indicator(lang)),
                Column::number("level", label::level(lang)),
                Column::text("advice", label::advice(lang)),
            ],
            rows: anyway,
        }));
    }
    // Below a group that stands by its reported number nobody is asked.
    let empty: Vec<&str> = rows_of(framework, &[assessment])
        .into_iter()
        .filter(|at| framework.nodes()[*at].indicator().is_some())
        .filter(|at| assessment.nodes[*at].reason == Some(Reason::NoStatement))
        .map(|at| words::title(lang, framework, at))
        .collect();
    if !empty.is_empty() {
        let line = label::not_filled(lang, empty.len(), list(&empty));
        blocks.push(Block::Paragraph(line));
    }
}

/// The advice that holds below the value, with who gives it; without any, what the next level asks
/// for. Nobody can be advised to raise what another body measures.
fn advice(framework: &Framework, assessment: &Assessment, at: usize, lang: Lang) -> String {
    let value = assessment.nodes[at].value;
    let (Some(indicator), Some(value)) = (framework.nodes()[at].indicator(), value) else {
        return String::new();
    };
    if indicator.external {
        return label::external(lang).to_owned();
    }
    let given = indicator.recommend.iter();
    let given = given.filter(|it| it.below.is_some_and(|below| value < below - TOLERANCE));
    let lines = lines(given, assessment, lang);
    if lines.is_empty() {
        let scale = &framework.scales()[indicator.scale];
        let next = (0..indicator.level_text.len())
            .map(|step| scale.value_at(step))
            .position(|level| level > value + TOLERANCE)
            .filter(|_| indicator.direction == Orientation::Higher);
        return next.map_or_else(String::new, |step| {
            let level = words::level(lang, scale.value_at(step));
            label::next_level_asks(lang, level, &indicator.level_text[step])
        });
    }
    lines
}

/// The advice among `given` that is meant for the region, one line each.
fn lines<'a>(
    given: impl Iterator<Item = &'a Recommend>,
    assessment: &Assessment,
    lang: Lang,
) -> String {
    let kind = assessment.region.kind;
    let lines: Vec<String> = given
        .filter(|it| match it.to {
            None => true,
            Some(Addressee::Province) => kind == Some(Kind::Provinsi),
            Some(Addressee::Local) => matches!(kind, Some(Kind::Kabupaten | Kind::Kota)),
        })
        .map(|it| match &it.source {
            Some(source) => format!("{} ({})", it.text.get(lang), source.get(lang)),
            None => it.text.get(lang).to_owned(),
        })
        .collect();
    lines.join("\n")
}
