//! What people read of an explanation.

use crate::advise::explain::{Part, Split};
use crate::assess::NodeResult;
use crate::framework::{GroupRule, ReportingUnit};
use crate::statement::Usage;
use crate::stats::TOLERANCE;
use crate::text::{label, list, number, percent};
use crate::view::matrix::rows::SaidRow;
use crate::view::report::Detail;
use crate::view::shown::rows_of;
use crate::view::{Block, Cell, Column, Table, Tone, corrections, words};

use super::record::PartRow;
use super::{Against, AsSent, Explanation, MOST_STATEMENTS, heading};

/// The number and its band.
pub(super) fn answer(it: &Explanation<'_>, blocks: &mut Vec<Block>) {
    let lang = it.lang;
    let result = &it.assessment().nodes[it.node];
    let title = it.title_of(it.node);
    let line = match result.told {
        Some(_) => {
            let told = told(it, it.node, result);
            match words::band(lang, it.scored, it.node, result) {
                Some(band) => format!("{title}: {told} ({band})."),
                None => format!("{title}: {told}."),
            }
        }
        None => format!(
            "{title}: {}.",
            words::reason(&words::wording(lang, &it.scored.framework), result.reason)
        ),
    };
    blocks.push(Block::Paragraph(line));
}

/// How the number comes about, and what is published in its place.
pub(super) fn sums(it: &Explanation<'_>, blocks: &mut Vec<Block>) {
    let lang = it.lang;
    let result = &it.assessment().nodes[it.node];
    let sums: Vec<String> = it.parts.iter().filter_map(|part| sum(it, part)).collect();
    if !sums.is_empty() {
        heading(blocks, label::explain_sums(lang));
        blocks.push(Block::List(sums));
    }
    if let Some(more) = result.published_more() {
        let computed = result.computed.unwrap_or_default();
        let decimals = it.scored.method.reporting.decimals.max(2);
        blocks.push(Block::Paragraph(label::explain_published(
            lang,
            number(result.told.unwrap_or_default(), decimals, lang),
            number(computed, decimals, lang),
            words::change(lang, more, decimals, false),
        )));
    }
}

/// What was corrected since it was sent, and what that did to the number.
pub(super) fn corrected(it: &Explanation<'_>, detail: Detail, blocks: &mut Vec<Block>) {
    let lang = it.lang;
    let all = it.corrected();
    corrections::table(&all, (lang, detail), blocks);
    if matches!(it.sent, Some(AsSent::NotScored)) && !all.is_empty() {
        blocks.push(Block::Paragraph(label::corrections_not_before(lang)));
    }
    if let Some(AsSent::Scored(sent, _)) = &it.sent {
        let of = |result: &NodeResult| match result.told {
            Some(_) => told(it, it.node, result),
            None => words::reason(&words::wording(lang, &it.scored.framework), result.reason),
        };
        let (title, before) = (it.title_of(it.node), of(sent));
        let after = of(&it.assessment().nodes[it.node]);
        // Under `normalise` a correction of one region can move another.
        match before == after {
            true if all.is_empty() => {}
            true => blocks.push(Block::Paragraph(label::corrections_no_effect(
                lang, title, after,
            ))),
            false => {
                let line = label::corrections_effect(lang, title, before, after);
                blocks.push(Block::Paragraph(line));
            }
        }
    }
}

/// A result as people are told it.
fn told(it: &Explanation<'_>, node: usize, result: &NodeResult) -> String {
    let decimals = it.scored.method.reporting.decimals;
    let told = result.told.unwrap_or_default();
    let decimals = match node {
        0 => words::told_decimals(&it.scored.framework, told, decimals),
        _ => decimals,
    };
    number(told, decimals, it.lang)
}

/// `Teknologi 58,33 = 33,3% × Aplikasi 75,00 + …`: a group with what its children give it.
fn sum(it: &Explanation<'_>, part: &Part) -> Option<String> {
    let lang = it.lang;
    let rule = part.rule?;
    let nodes = it.scored.framework.nodes();
    let children = nodes[part.node].children();
    let among = it.parts.iter().filter(|it| children.contains(&it.node));
    let counted: Vec<&Part> = among
        .filter(|it| it.share > 0.0 && it.gives.is_some())
        .collect();
    if counted.is_empty() || rule == GroupRule::None {
        return None;
    }
    let decimals = it.scored.method.reporting.decimals.max(2);
    // In the unit of the group, so that the line adds up.
    let as_read = |gives: f64| {
        let read = it
            .scored
            .method
            .as_people_read(&it.scored.framework, part.node, gives);
        number(read, decimals, lang)
    };
    let parts = counted.iter().map(|child| {
        let gives = as_read(child.gives.unwrap_or_default());
        let share = percent(child.share, 1, lang);
        format!("{share} × {} {gives}", it.title_of(child.node))
    });
    let parts: Vec<String> = parts.collect();
    let result = &it.assessment().nodes[part.node];
    let whole = match (result.computed.or(result.told), part.gives) {
        (Some(told), _) => number(told, decimals, lang),
        (None, Some(gives)) => as_read(gives),
        (None, None) => return None,
    };
    let title = it.title_of(part.node);
    Some(match rule {
        GroupRule::Arithmetic => format!("{title} {whole} = {}", parts.join(" + ")),
        other => label::explain_other_rule(lang, title, whole, other.id(), parts.join("; ")),
    })
}

/// The tree: what each node gives, and what one level would do.
pub(super) fn parts(it: &Explanation<'_>, blocks: &mut Vec<Block>) {
    let lang = it.lang;
    let framework = &it.scored.framework;
    let decimals = it.scored.method.reporting.decimals.max(2);
    let index = words::whole(lang, framework);
    let root_depth = framework.nodes()[it.node].depth();
    let told_index = |score: f64| it.scored.method.as_people_read(framework, 0, score);
    // Steps are worked out on what is computed.
    let result = &it.assessment().nodes[0];
    let now = result.computed.or(result.told);
    let change = |step: Option<(f64, f64)>| match step.zip(now) {
        Some(((_, index), now)) => Cell::change_of(told_index(index) - now, decimals, false),
        None => Cell::empty(),
    };
    let columns = vec![
        Column::text("indicator", label::indicator(lang)),
        Column::number("level", words::level_heading(lang, framework)).optional(),
        Column::number("score", words::told_heading(lang, &it.scored.method)),
        Column::number("share", label::explain_share(lang)),
        Column::number("contribution", label::explain_gives(lang)),
        Column::number("to_index", label::explain_to_index(lang, index)).optional(),
        Column::number("up", label::explain_up(lang)),
        Column::number("down", label::explain_down(lang)),
    ];
    // Shares sum to one: what each adds, in the unit that people read, sums to the whole.
    let adds = |share: Option<f64>, part: &Part, to: usize| match share.zip(part.gives) {
        Some((share, gives)) => {
            let read = it.scored.method.as_people_read(framework, to, gives);
            Cell::number(share * read, decimals)
        }
        None => Cell::empty(),
    };
    let shown = shown_parts(it);
    let rows = shown.into_iter().map(|part| {
        let node = &framework.nodes()[part.node];
        let result = &it.assessment().nodes[part.node];
        let is_leaf = node.indicator().is_some();
        let tone = if is_leaf { Tone::Plain } else { Tone::Strong };
        let parent = node.parent().unwrap_or(0);
        let share = part.contribution.map(|_| part.share);
        vec![
            Cell::text(it.title_of(part.node))
                .tone(tone)
                .indent(node.depth() - root_depth),
            match is_leaf && result.value.is_some() {
                true => words::leaf_cell(lang, framework, it.assessment(), part.node),
                false => Cell::empty(),
            },
            words::told_cell(lang, it.scored, result).tone(tone),
            match part.node == it.node {
                true => Cell::empty(),
                false => Cell::percent(part.share, 1),
            },
            adds(share.filter(|_| part.node != it.node), part, parent),
            adds(part.index_share, part, 0),
            change(part.up),
            change(part.down),
        ]
    });
    heading(blocks, label::explain_tree(lang));
    blocks.push(Block::Table(Table {
        columns,
        rows: rows.collect(),
    }));
    let native = it.scored.method.reporting.unit == ReportingUnit::Native;
    blocks.push(Block::Paragraph(match native {
        true => label::explain_key_native(lang),
        false => label::explain_key(lang),
    }));
}

/// The nodes that the tree shows: what gives something, what somebody speaks of, and what is above them;
/// nothing below a group that stands by a reported number.
fn shown_parts<'a>(it: &'a Explanation<'_>) -> Vec<&'a Part> {
    let rows = rows_of(&it.scored.framework, &[it.assessment()]);
    let is_shown = |part: &&Part| {
        let speaks = it.assessment().nodes[part.node].statements > 0;
        let is_group = part.rule.is_some();
        part.node == it.node
            || rows.contains(&part.node) && (is_group || part.gives.is_some() || speaks)
    };
    it.parts.iter().filter(is_shown).collect()
}

/// What has no part in the number, and why.
pub(super) fn left_out(it: &Explanation<'_>, blocks: &mut Vec<Block>) {
    let lang = it.lang;
    let mut by_reason: Vec<(String, Vec<&str>)> = Vec::new();
    let rows = rows_of(&it.scored.framework, &[it.assessment()]);
    let leaves = it.parts.iter().filter(|it| it.rule.is_none());
    for part in leaves.filter(|part| rows.contains(&part.node)) {
        let result = &it.assessment().nodes[part.node];
        // What stands until another body has measured is counted.
        if result.score.is_some() || part.gives.is_some() {
            continue;
        }
        let why = words::reason(&words::wording(lang, &it.scored.framework), result.reason);
        let title = it.title_of(part.node);
        match by_reason.iter_mut().find(|(of, _)| *of == why) {
            Some((_, titles)) => titles.push(title),
            None => by_reason.push((why, vec![title])),
        }
    }
    let lines: Vec<String> = by_reason
        .into_iter()
        .map(|(why, titles)| format!("{}: {}", words::capital(&why), list(titles)))
        .collect();
    if !lines.is_empty() {
        heading(blocks, label::explain_left_out(lang));
        blocks.push(Block::List(lines));
    }
}

/// Who said it: the statements of the indicators, those that count first.
pub(super) fn statements(it: &Explanation<'_>, detail: Detail, blocks: &mut Vec<Block>) {
    let lang = it.lang;
    let framework = &it.scored.framework;
    let all: Vec<(usize, SaidRow<'_>)> = it
        .rows()
        .iter()
        .flat_map(|part: &PartRow<'_>| {
            let node = part.part.node;
            let mut said = part.said();
            // What gives the level comes first; conclusions on groups have a section of their own.
            said.sort_by_key(|it| match it.row.usage {
                Usage::Primary => 0,
                Usage::Supplementary => 1,
                Usage::Context => 2,
            });
            let indicator = framework.nodes()[node].indicator();
            // Respondents are counted, never listed.
            said.retain(|_| !indicator.is_some_and(|it| it.kind.asks_respondents()));
            let is_leaf = indicator.is_some();
            said.retain(|it| is_leaf || it.row.usage != Usage::Context);
            said.into_iter().map(move |said| (node, said))
        })
        .collect();
    if all.is_empty() {
        return;
    }
    let most = match detail {
        Detail::Full => all.len(),
        Detail::Brief => MOST_STATEMENTS,
    };
    let more = all.len().saturating_sub(most);
    let mut before = usize::MAX;
    let rows = all.into_iter().take(most).map(|(node, said)| {
        let title = match node == before {
            true => "",
            false => it.title_of(node),
        };
        before = node;
        let evidence = said.evidence();
        let mut whose: Vec<String> = words::speaker(lang, said.row).into_iter().collect();
        whose.extend(
            said.row
                .coder
                .as_deref()
                .map(|it| label::explain_coder(lang, it)),
        );
        let confidence = evidence.and_then(|it| it.confidence.as_deref());
        whose.extend(confidence.map(|it| label::explain_confidence(lang, it)));
        let statements = &it.scored.statements;
        let mut place = statements.whereabouts(said.row);
        let source = evidence.and_then(|it| it.locator.as_deref().or(it.source.as_deref()));
        if let Some(source) = source {
            place.push('\n');
            place.push_str(source);
        }
        let mut text = words::said(lang, said.row);
        if let Some(usage) = words::lesser_use(lang, said.row.usage) {
            text = format!("({usage}) {text}");
        }
        for correction in statements.corrections_of(said.row) {
            text.push('\n');
            text.push_str(&corrections::why(correction, said.row, lang));
        }
        if detail.is_full()
            && let Some(why) = evidence.and_then(|it| it.rationale.as_deref())
        {
            text.push('\n');
            text.push_str(why);
        }
        vec![
            Cell::text(title),
            said.level()
                .map_or_else(Cell::empty, |it| Cell::short(it, 2)),
            Cell::text(text),
            Cell::text(list(whose)),
            Cell::text(place),
        ]
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    heading(blocks, label::explain_statements(lang));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("indicator", label::indicator(lang)),
            Column::number("level", words::level_heading(lang, framework)).optional(),
            Column::text("said", label::finding(lang)),
            Column::text("who", label::explain_who(lang)).optional(),
            Column::text("place", label::explain_place(lang)),
        ],
        rows,
    }));
    if more > 0 {
        blocks.push(Block::Paragraph(label::explain_more(lang, more)));
    }
}

/// What makes the difference from the other side.
pub(super) fn gap(it: &Explanation<'_>, against: &Against, blocks: &mut Vec<Block>) {
    let lang = it.lang;
    let framework = &it.scored.framework;
    let (mine, theirs) = (it.assessment(), &it.scored.assessed.assessments[against.at]);
    let decimals = it.scored.method.reporting.decimals.max(2);
    let zero = it.scored.method.as_people_read(framework, it.node, 0.0);
    let read = |points: f64| it.scored.method.as_people_read(framework, it.node, points) - zero;
    let gap = &against.gap;
    heading(
        blocks,
        &label::explain_gap(
            lang,
            words::heading(lang, mine),
            words::heading(lang, theirs),
            words::change(lang, read(gap.gap), decimals, false),
        ),
    );
    if gap.gap.abs() <= TOLERANCE && gap.parts.is_empty() {
        blocks.push(Block::Paragraph(label::explain_no_gap(lang).to_owned()));
        return;
    }
    let mut sorted = gap.parts.clone();
    sorted.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
    let mut rows: Vec<Vec<Cell>> = sorted
        .iter()
        .map(|(at, part)| {
            let side = |assessment| match framework.nodes()[*at].indicator() {
                Some(_) => words::leaf_cell(lang, framework, assessment, *at),
                None => words::told_cell(lang, it.scored, &assessment.nodes[*at]),
            };
            vec![
                Cell::text(it.title_of(*at)),
                side(mine),
                side(theirs),
                Cell::change_of(read(*part), decimals, false),
            ]
        })
        .collect();
    if gap.published.abs() > TOLERANCE {
        rows.push(vec![
            Cell::text(label::published_less_computed(lang)),
            Cell::empty(),
            Cell::empty(),
            Cell::change_of(read(gap.published), decimals, false),
        ]);
    }
    rows.push(vec![
        Cell::text(label::explain_total(lang)).tone(Tone::Strong),
        words::told_cell(lang, it.scored, &mine.nodes[it.node]).tone(Tone::Strong),
        words::told_cell(lang, it.scored, &theirs.nodes[it.node]).tone(Tone::Strong),
        Cell::change_of(read(gap.gap), decimals, false).tone(Tone::Strong),
    ]);
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("indicator", label::indicator(lang)),
            Column::number("mine", words::heading(lang, mine)),
            Column::number("theirs", words::heading(lang, theirs)),
            Column::number("part", label::explain_part(lang)),
        ],
        rows,
    }));
    blocks.push(Block::Paragraph(match gap.split {
        Split::Additive => label::explain_additive(lang).to_owned(),
        Split::Shapley => label::explain_shapley(lang).to_owned(),
        Split::Sampled(orders) => label::explain_sampled(lang, orders),
    }));
}
