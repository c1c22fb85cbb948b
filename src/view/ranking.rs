//! The comparison of regions as people read it: shared weak spots first, then the order, then all
//! that weakens it.

use crate::assess::{Assessed, ConflictKind};
use crate::compare::{Comparison, Outside, WEAK_BELOW, Why};
use crate::framework::{Framework, Method, Target};
use crate::statement::{Direction, Stage, Statements};
use crate::text::{Lang, label, list, number, percent};

use super::{Block, Cell, Column, Document, Table, Tone, record, words};

/// With more groups than this, the ranking shows the total alone.
const MOST_GROUPS: usize = 6;
/// With more regions than this, columns carry numbers and a key below gives the names.
const MOST_REGION_COLUMNS: usize = 6;
/// With more regions than this, the matrix is left to the figure and to files.
const MOST_NUMBERED_COLUMNS: usize = 24;
/// How many doubtful pairs are named one by one.
const MOST_DOUBTS: usize = 8;

/// What a comparison is shown with.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// The choices behind the scores.
    pub method: &'a Method,
    /// Targets of framework and study.
    pub targets: &'a [Target],
    /// The rows.
    pub statements: &'a Statements,
    /// The scores.
    pub assessed: &'a Assessed,
    /// The order.
    pub comparison: &'a Comparison,
    /// Name of the study.
    pub title: Option<&'a str>,
    /// Language of the reader.
    pub lang: Lang,
}

/// The whole comparison.
#[must_use]
pub fn document(shown: &Shown) -> Document {
    let lang = shown.lang;
    let mut blocks = Vec::new();
    shared_weaknesses(shown, &mut blocks);
    ranking(shown, &mut blocks);
    firmness(shown, &mut blocks);
    levels(shown, &mut blocks);
    profiles(shown, &mut blocks);
    targets(shown, &mut blocks);
    conflicts(shown, &mut blocks);
    outside(shown, &mut blocks);
    remarks(shown.framework, shown.method, lang, &mut blocks);
    let title = shown.framework.title().get(lang);
    Document {
        lang,
        title: label::comparison_title(lang, shown.title.unwrap_or(title)),
        subtitle: subtitle(shown),
        blocks,
    }
}

/// `framework … · wave 2019 · final · 4 regions`.
#[must_use]
pub fn subtitle(shown: &Shown) -> String {
    let lang = shown.lang;
    let framework = shown.framework;
    let mut parts = vec![label::framework_line(
        lang,
        framework.id(),
        framework.version(),
    )];
    if let Some(wave) = &shown.comparison.wave {
        parts.push(label::wave_line(lang, &**wave));
    }
    match shown.comparison.stage {
        Some(Stage::SelfAssessed) => parts.push(label::unverified(lang).to_owned()),
        Some(stage) => parts.push(words::stage(lang, stage).to_owned()),
        None => {}
    }
    parts.push(label::regions_line(lang, shown.comparison.shown.len()));
    let rows: usize = shown
        .comparison
        .shown
        .iter()
        .map(|at| shown.assessed.assessments[*at].nodes[0].statements)
        .sum();
    parts.push(label::statements_line(lang, rows));
    parts.join(" · ")
}

fn shared_weaknesses(shown: &Shown, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    let weak = &shown.comparison.weak_everywhere;
    if weak.is_empty() {
        return;
    }
    let decimals = shown.method.reporting.decimals;
    blocks.push(Block::Heading(format!(
        "{} ({})",
        label::shared_weak_heading(lang),
        label::weak_line(lang, WEAK_BELOW)
    )));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("indicator", label::weak_point(lang)),
            Column::text("group", label::group(lang)).optional(),
            Column::number("mean", label::mean(lang)),
            Column::number("highest", label::highest(lang)).optional(),
            Column::number("regions", label::regions(lang)),
        ],
        rows: weak
            .iter()
            .map(|it| {
                let parent = shown.framework.nodes()[it.node].parent().unwrap_or(0);
                let node = &shown.framework.nodes()[it.node];
                let (tone, group) = match node.indicator() {
                    Some(_) => (Tone::Plain, words::title(lang, shown.framework, parent)),
                    None => (Tone::Strong, ""),
                };
                vec![
                    Cell::text(node.title().get(lang)).tone(tone),
                    Cell::text(group),
                    Cell::number(it.mean, decimals),
                    Cell::number(it.highest, decimals),
                    Cell::count(it.regions),
                ]
            })
            .collect(),
    }));
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

fn ranking(shown: &Shown, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    blocks.push(Block::Heading(label::ranking_heading(lang).to_owned()));
    if shown.comparison.ranking.is_empty() {
        blocks.push(Block::Paragraph(label::ranked_nothing(lang)));
        return;
    }
    blocks.push(Block::Table(ranking_table(shown)));
}

fn ranking_table(shown: &Shown) -> Table {
    let lang = shown.lang;
    let framework = shown.framework;
    let decimals = shown.method.reporting.decimals;
    let groups = groups(framework);
    let kinds: std::collections::BTreeSet<_> = shown
        .comparison
        .ranking
        .iter()
        .map(|it| shown.assessed.assessments[it.assessment].region.kind)
        .collect();
    let native = framework.shared_scale(0).is_some();
    let mut columns = vec![
        Column::number("rank", label::rank(lang)),
        Column::text("region", label::region(lang)),
        Column::number("score", label::score(lang)),
    ];
    if native {
        columns.push(Column::number("value", label::level(lang)).optional());
    }
    if !framework.bands().is_empty() {
        columns.push(Column::text("band", label::band(lang)).optional());
    }
    for group in &groups {
        let node = &framework.nodes()[*group];
        columns.push(Column::number(node.id(), node.title().get(lang)).optional());
    }
    columns.push(Column::number("coverage", label::coverage(lang)).optional());
    columns.push(Column::number("gap_to_best", label::to_best(lang)).optional());
    if kinds.len() > 1 {
        columns.push(Column::text("rank_in_kind", label::rank_in_kind(lang)).optional());
    }
    let rows = shown
        .comparison
        .ranking
        .iter()
        .map(|ranked| {
            let assessment = &shown.assessed.assessments[ranked.assessment];
            let index = &assessment.nodes[0];
            let mut row = vec![
                Cell::count(ranked.rank),
                Cell::text(short_name(&assessment.region.name)).tone(Tone::Strong),
                Cell::number(ranked.score, decimals).tone(Tone::Strong),
            ];
            if native {
                row.push(Cell::maybe(index.value, 2, ""));
            }
            if !framework.bands().is_empty() {
                row.push(match index.band {
                    Some(band) => Cell::text(framework.bands()[band].label.get(lang)),
                    None => Cell::empty(),
                });
            }
            for group in &groups {
                let result = &assessment.nodes[*group];
                let why = words::reason(lang, result.reason);
                row.push(Cell::maybe(result.score, decimals, why));
            }
            row.push(index.coverage.map_or_else(Cell::empty, Cell::share));
            row.push(Cell::number(ranked.gap_to_best, decimals));
            if kinds.len() > 1 {
                let kind = words::kind(lang, assessment.region.kind).to_lowercase();
                row.push(Cell::text(format!("{}\u{a0}{kind}", ranked.rank_in_kind)));
            }
            row
        })
        .collect();
    Table { columns, rows }
}

fn firmness(shown: &Shown, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    let comparison = shown.comparison;
    if comparison.ranking.len() < 2 {
        return;
    }
    let name = |at: usize| &*shown.assessed.assessments[at].region.name;
    let mut lines = Vec::new();
    let last = comparison.ranking.last().map_or(0, |it| it.tier);
    for tier in 1..=last {
        let mut names: Vec<&str> = comparison
            .ranking
            .iter()
            .filter(|it| it.tier == tier)
            .map(|it| name(it.assessment))
            .collect();
        if names.len() > 1 {
            names.sort_unstable();
            lines.push(label::tier_line(lang, list(names)));
        }
    }
    for doubt in comparison.doubts.iter().take(MOST_DOUBTS) {
        let (above, below) = (name(doubt.above), name(doubt.below));
        lines.push(match doubt.why {
            Why::CommonIndicators => label::doubt_common(lang, above, below),
            Why::MissingData => label::doubt_missing(lang, above, below),
        });
    }
    if comparison.doubts.len() > MOST_DOUBTS {
        let more = comparison.doubts.len() - MOST_DOUBTS;
        lines.push(label::doubts_more(lang, more));
    }
    if comparison.doubts.is_empty() {
        lines.push(label::order_holds(lang, comparison.common.len()));
    }
    if !comparison.no_variation.is_empty() {
        let names = comparison
            .no_variation
            .iter()
            .map(|at| words::title(lang, shown.framework, *at));
        lines.push(label::no_variation_line(lang, list(names)));
    }
    if comparison.waves_mixed {
        lines.push(label::waves_mixed_line(lang));
    }
    if coders(shown) < 2 {
        lines.push(label::one_coder(lang));
    }
    blocks.push(Block::Heading(label::doubts_heading(lang).to_owned()));
    blocks.push(Block::List(lines));
}

/// How many coders set the levels that are shown.
fn coders(shown: &Shown) -> usize {
    let names: std::collections::BTreeSet<&str> = shown
        .comparison
        .shown
        .iter()
        .flat_map(|at| shown.assessed.assessments[*at].rows.iter().flatten())
        .map(|row| &shown.statements.rows()[*row])
        .filter(|row| !row.answer.is_missing())
        .filter_map(|row| row.coder.as_deref())
        .collect();
    names.len()
}

fn levels(shown: &Shown, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    let framework = shown.framework;
    if shown.comparison.shown.is_empty() {
        return;
    }
    blocks.push(Block::Heading(label::matrix_heading(lang).to_owned()));
    if shown.comparison.shown.len() > MOST_NUMBERED_COLUMNS {
        let count = shown.comparison.shown.len();
        blocks.push(Block::Paragraph(label::matrix_too_wide(lang, count)));
        return;
    }
    let numbered = shown.comparison.shown.len() > MOST_REGION_COLUMNS;
    let cell = |at: usize, node: usize| {
        let result = &shown.assessed.assessments[at].nodes[node];
        match result.value {
            Some(value) => Cell::text(words::level(lang, value)),
            None if numbered => Cell::missing("·"),
            None => Cell::missing(words::reason(lang, result.reason)),
        }
    };
    let assessments = &shown.comparison.shown;
    let mut columns = vec![Column::text("indicator", label::indicator(lang))];
    columns.extend(assessments.iter().enumerate().map(|(place, at)| {
        let name = if numbered {
            (place + 1).to_string()
        } else {
            short_name(&shown.assessed.assessments[*at].region.name)
        };
        Column::number(format!("r{place}"), name)
    }));
    let rows = framework
        .nodes()
        .iter()
        .enumerate()
        .skip(1)
        .map(|(at, node)| {
            let mut row = vec![Cell::text(node.title().get(lang)).indent(node.depth() - 1)];
            if node.indicator().is_some() {
                row.extend(assessments.iter().map(|it| cell(*it, at)));
            } else {
                row[0].tone = Tone::Strong;
                row.extend(assessments.iter().map(|_| Cell::empty()));
            }
            row
        })
        .collect();
    blocks.push(Block::Table(Table { columns, rows }));
    if numbered {
        let key = assessments.iter().enumerate().map(|(place, at)| {
            let name = short_name(&shown.assessed.assessments[*at].region.name);
            format!("{} {name}", place + 1)
        });
        blocks.push(Block::Paragraph(list(key)));
    }
}

/// `Kab. Banyuasin`, for narrow columns.
#[must_use]
pub fn short_name(name: &str) -> String {
    match (
        name.strip_prefix("Kabupaten "),
        name.strip_prefix("Provinsi "),
    ) {
        (Some(rest), _) => format!("Kab. {rest}"),
        (_, Some(rest)) => format!("Prov. {rest}"),
        _ => name.to_owned(),
    }
}

fn profiles(shown: &Shown, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    let with_level = |assessment: usize, nodes: &[usize]| {
        list(nodes.iter().map(|node| {
            let title = words::title(lang, shown.framework, *node);
            let result = &shown.assessed.assessments[assessment].nodes[*node];
            match result.value {
                Some(value) => format!("{title} ({})", words::level(lang, value)),
                None => title.to_owned(),
            }
        }))
    };
    let rows: Vec<Vec<Cell>> = shown
        .comparison
        .ranking
        .iter()
        .map(|ranked| {
            let at = ranked.assessment;
            vec![
                Cell::text(short_name(&shown.assessed.assessments[at].region.name)),
                Cell::text(with_level(at, &ranked.strengths)),
                Cell::text(with_level(at, &ranked.weaknesses)),
            ]
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    blocks.push(Block::Heading(label::profile_heading(lang).to_owned()));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("region", label::region(lang)),
            Column::text("strengths", label::strongest(lang)),
            Column::text("weaknesses", label::weakest(lang)),
        ],
        rows,
    }));
}

fn targets(shown: &Shown, blocks: &mut Vec<Block>) {
    if shown.targets.is_empty() {
        return;
    }
    let lang = shown.lang;
    let decimals = shown.method.reporting.decimals;
    let mut rows = Vec::new();
    for ranked in &shown.comparison.ranking {
        let region = &shown.assessed.assessments[ranked.assessment].region.name;
        for target in &ranked.targets {
            let sign = record::op_sign(target.op);
            rows.push(vec![
                Cell::text(&**region),
                Cell::text(words::title(lang, shown.framework, target.node)),
                Cell::text(format!(
                    "{sign}\u{a0}{}",
                    number(target.value, decimals, lang)
                )),
                Cell::maybe(target.gap, decimals, label::no_data(lang)),
                match target.reached {
                    Some(true) => Cell::text(label::yes(lang)),
                    Some(false) => Cell::text(label::not_yet(lang)),
                    None => Cell::missing(label::no_data(lang)),
                },
            ]);
        }
    }
    blocks.push(Block::Heading(label::targets_heading(lang).to_owned()));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("region", label::region(lang)),
            Column::text("node", label::indicator(lang)),
            Column::number("target", label::target(lang)),
            Column::number("gap", label::gap(lang)),
            Column::text("reached", label::reached(lang)),
        ],
        rows,
    }));
}

fn conflicts(shown: &Shown, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    if shown.comparison.conflicts.is_empty() {
        return;
    }
    // One row for each region and indicator, however many ways the statements conflict.
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    let mut kinds: Vec<ConflictKind> = Vec::new();
    let mut told: Vec<usize> = Vec::new();
    let mut close = |open: Option<(&str, usize)>, kinds: &[ConflictKind], told: &[usize]| {
        if let Some((region, node)) = open {
            rows.push(vec![
                Cell::text(short_name(region)),
                Cell::text(words::title(lang, shown.framework, node)),
                Cell::text(list(kinds.iter().map(|kind| words::conflict(lang, *kind)))),
                Cell::text(
                    told.iter()
                        .map(|at| mark(shown, node, *at))
                        .collect::<Vec<_>>()
                        .join(", "),
                ),
            ]);
        }
    };
    for at in &shown.comparison.conflicts {
        let conflict = &shown.assessed.conflicts[*at];
        let key = Some((&*conflict.region.name, conflict.node));
        if key != open {
            close(open, &kinds, &told);
            open = key;
            kinds.clear();
            told.clear();
        }
        kinds.push(conflict.kind);
        told.extend(&conflict.rows);
        told.sort_unstable();
        told.dedup();
    }
    close(open, &kinds, &told);
    blocks.push(Block::Heading(label::conflicts_heading(lang).to_owned()));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("region", label::region(lang)),
            Column::text("indicator", label::indicator(lang)),
            Column::text("conflict", label::conflict(lang)),
            Column::text("statements", label::statements(lang)),
        ],
        rows,
    }));
    blocks.push(Block::Paragraph(label::conflicts_key(lang)));
}

/// A statement in short: its id or line, then direction and level: `E001-002 (+ 3)`.
fn mark(shown: &Shown, node: usize, at: usize) -> String {
    let row = &shown.statements.rows()[at];
    let name = match &row.id {
        Some(id) => id.to_string(),
        None => format!("{}:{}", shown.statements.file(row), row.origin.row),
    };
    let sign = match row.direction {
        Some(Direction::Supporting) => "+",
        Some(Direction::Inhibiting) => "−",
        Some(Direction::Neutral) | None => "",
    };
    let level = crate::assess::level_of(shown.framework, node, row)
        .map(|level| words::level(shown.lang, level))
        .unwrap_or_default();
    let remark = format!("{sign}\u{a0}{level}");
    match remark.trim() {
        "" => name,
        remark => format!("{name} ({remark})"),
    }
}

fn outside(shown: &Shown, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    if shown.comparison.unranked.is_empty() {
        return;
    }
    let decimals = shown.method.reporting.decimals;
    let rows = shown
        .comparison
        .unranked
        .iter()
        .map(|it| {
            let score = it
                .assessment
                .and_then(|at| shown.assessed.assessments[at].nodes[0].score);
            let why = match &it.why {
                Outside::OtherKind(kind) => label::outside_kind(lang, words::kind(lang, *kind)),
                Outside::OtherWave => label::outside_wave(lang).to_owned(),
                Outside::OtherStage => label::outside_stage(lang).to_owned(),
                Outside::NoScore(reason) => words::reason(lang, *reason).to_owned(),
                Outside::LowCoverage(coverage) => {
                    label::outside_coverage(lang, percent(*coverage, 0, lang))
                }
            };
            vec![
                Cell::text(&*it.region),
                Cell::maybe(score, decimals, label::no_data(lang)),
                Cell::text(why),
            ]
        })
        .collect();
    blocks.push(Block::Heading(label::outside_heading(lang).to_owned()));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("region", label::region(lang)),
            Column::number("score", label::score(lang)),
            Column::text("reason", label::reason(lang)),
        ],
        rows,
    }));
}

/// What is said under every table of results: whose judgement, whether official, what was replaced.
pub(super) fn remarks(framework: &Framework, method: &Method, lang: Lang, blocks: &mut Vec<Block>) {
    let lines = remark_lines(framework, method, lang);
    if !lines.is_empty() {
        blocks.push(Block::Heading(label::remarks_heading(lang).to_owned()));
        blocks.push(Block::List(lines));
    }
}

/// The remarks as lines, for tables and figures alike.
pub(super) fn remark_lines(framework: &Framework, method: &Method, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if !framework.official() {
        lines.push(label::not_official_line(lang));
    }
    if !framework.judgement().is_empty() {
        let what = list(framework.judgement().iter().map(|it| it.get(lang)));
        lines.push(label::judgement_line(lang, what));
    }
    let replaced: Vec<String> = framework
        .nodes()
        .iter()
        .zip(&method.weights)
        .filter(|(node, weight)| (node.weight() - **weight).abs() > f64::EPSILON)
        .map(|(node, weight)| format!("{} = {}", node.id(), words::level(lang, *weight)))
        .collect();
    if !replaced.is_empty() {
        lines.push(label::weights_replaced_line(lang, list(replaced)));
    }
    lines
}

/// The ranking as a plain table, for programs; regions outside it follow without a rank.
#[must_use]
pub fn rows(shown: &Shown) -> Table {
    let framework = shown.framework;
    let fixed = [
        "rank",
        "rank_in_kind",
        "tier",
        "region",
        "code",
        "kind",
        "wave",
        "score",
        "value",
        "band",
        "coverage",
        "gap_to_best",
        "gap_to_median",
        "reason",
    ];
    let mut columns: Vec<Column> = fixed.iter().map(|id| Column::text(*id, *id)).collect();
    for node in framework.nodes().iter().skip(1) {
        columns.push(Column::text(node.id(), node.id()));
    }
    let maybe = |value: Option<f64>| value.map_or_else(Cell::empty, |it| Cell::number(it, 0));
    let text = |text: Option<&str>| text.map_or_else(Cell::empty, Cell::text);
    let rest = |at: Option<usize>| {
        let nodes = at.map(|at| &shown.assessed.assessments[at].nodes);
        (1..framework.nodes().len()).map(move |node| maybe(nodes.and_then(|it| it[node].score)))
    };
    let middle = |at: Option<usize>| {
        let assessment = at.map(|at| &shown.assessed.assessments[at]);
        let index = assessment.map(|it| &it.nodes[0]);
        let band = index.and_then(|it| it.band);
        [
            text(assessment.and_then(|it| it.region.code.as_deref())),
            text(
                assessment
                    .and_then(|it| it.region.kind)
                    .map(crate::region::Kind::id),
            ),
            text(assessment.and_then(|it| it.wave.as_deref())),
            maybe(index.and_then(|it| it.score)),
            maybe(index.and_then(|it| it.value)),
            text(band.map(|band| framework.bands()[band].id.as_str())),
            maybe(index.and_then(|it| it.coverage)),
        ]
    };
    let mut rows = Vec::new();
    for ranked in &shown.comparison.ranking {
        let at = Some(ranked.assessment);
        let mut row = vec![
            Cell::count(ranked.rank),
            Cell::count(ranked.rank_in_kind),
            Cell::count(ranked.tier),
            Cell::text(&*shown.assessed.assessments[ranked.assessment].region.name),
        ];
        row.extend(middle(at));
        row.push(maybe(Some(ranked.gap_to_best)));
        row.push(maybe(Some(ranked.gap_to_median)));
        row.push(Cell::empty());
        row.extend(rest(at));
        rows.push(row);
    }
    for it in &shown.comparison.unranked {
        let mut row = vec![Cell::empty(), Cell::empty(), Cell::empty()];
        row.push(Cell::text(&*it.region));
        row.extend(middle(it.assessment));
        row.extend([Cell::empty(), Cell::empty()]);
        row.push(Cell::text(record::outside_id(&it.why)));
        row.extend(rest(it.assessment));
        rows.push(row);
    }
    Table { columns, rows }
}
