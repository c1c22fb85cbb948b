//! Who was heard, for people.

use crate::statement::identity::SpeakerSort;
use crate::statement::{Date, Speaker};
use crate::text::{Lang, label, list};
use crate::view::heard::{Heard, Voice};
use crate::view::plan::sentences;
use crate::view::report::Detail;
use crate::view::shown::short_name;
use crate::view::{Block, Cell, Column, Table, words};

use super::Sources;

/// In brief no table has more rows.
const MOST_ROWS: usize = 24;
/// In brief no more regions are listed.
const MOST_REGIONS: usize = 40;

/// What was counted in each region, and how many of the planned posts were heard.
pub(super) fn regions(of: &Sources<'_>, detail: Detail) -> Vec<Block> {
    let lang = of.lang;
    let with_plan = of.has_plan();
    let mut columns = vec![
        Column::text("region", of.region_heading()),
        Column::number("people", label::people(lang)),
        Column::number("documents", label::documents(lang)),
        Column::number("statements", label::statements(lang)),
        Column::number("unnamed", label::unnamed(lang)),
    ];
    if with_plan {
        columns.push(Column::number("planned", label::posts_planned(lang)));
        columns.push(Column::number("heard", label::posts_heard(lang)));
    }
    let rows = of.plans().into_iter().map(|(region, heard, plan)| {
        let count = |of: fn(&Heard) -> usize| Cell::count(heard.map_or(0, of));
        let mut row = vec![
            Cell::text(short_name(region)),
            count(Heard::people),
            count(Heard::documents),
            count(|it| it.statements),
            count(Heard::unnamed),
        ];
        if with_plan {
            row.push(Cell::count(plan.posts.len()));
            row.push(match (plan.posts.is_empty(), plan.heard()) {
                (true, _) => Cell::empty(),
                (false, Some(heard)) => Cell::count(heard),
                (false, None) => Cell::missing(label::not_tied(lang)),
            });
        }
        row
    });
    let mut rows: Vec<Vec<Cell>> = rows.collect();
    let more = match detail {
        Detail::Full => 0,
        Detail::Brief => rows.len().saturating_sub(MOST_REGIONS),
    };
    rows.truncate(rows.len() - more);
    let mut blocks = vec![Block::Table(Table { columns, rows })];
    if more > 0 {
        blocks.push(Block::Paragraph(label::inventory_more(lang, more)));
    }
    blocks
}

/// Planned posts against those that speak, in sentences: where no statement names a person, that none
/// can be tied to one.
pub(super) fn plan_lines(of: &Sources<'_>) -> Option<Block> {
    let plans = of.plans();
    let plans = plans.iter().map(|(region, _, plan)| (*region, plan));
    let lines = sentences(plans, of.lang);
    (!lines.is_empty()).then_some(Block::List(lines))
}

/// The people, each with post, office, method, dates and number of statements.
pub(super) fn people(of: &Sources<'_>, detail: Detail, blocks: &mut Vec<Block>) {
    let lang = of.lang;
    let mut rows = Vec::new();
    for (region, heard, plan) in of.plans() {
        let Some(heard) = heard else { continue };
        // The rows of a questionnaire are told in one line.
        let (mut respondents, mut answers) = (0_usize, 0_usize);
        for (speaker, voice) in voices(heard, SpeakerSort::Person) {
            if matches!(speaker, Speaker::Respondent(..)) {
                respondents += 1;
                answers += voice.statements;
                continue;
            }
            let name = speaker.informant().or(speaker.role()).unwrap_or_default();
            let roles = match speaker.informant() {
                Some(_) => list(&voice.roles),
                None => String::new(),
            };
            let class = plan.posts.iter().map(|(post, _)| *post);
            let class = class.filter(|post| heard.of_post(post).any(|it| it.0 == speaker));
            let class = class.filter_map(|post| post.class.as_deref()).next();
            rows.push(vec![
                Cell::text(short_name(region)),
                Cell::text(name),
                Cell::text(roles),
                Cell::text(list(&voice.agencies)),
                Cell::text(class.unwrap_or_default()),
                Cell::text(methods(voice, lang)),
                Cell::text(dates(voice)),
                Cell::count(voice.statements),
                context(voice),
            ]);
        }
        if respondents > 0 {
            let mut row = vec![
                Cell::text(short_name(region)),
                Cell::text(label::respondents_of_rows(lang, respondents)),
            ];
            row.extend((0..5).map(|_| Cell::empty()));
            row.extend([Cell::count(answers), Cell::empty()]);
            rows.push(row);
        }
    }
    let columns = vec![
        Column::text("region", of.region_heading()),
        Column::text("name", label::name_or_post(lang)),
        Column::text("role", label::post(lang)).optional(),
        Column::text("agency", label::agency(lang)),
        Column::text("class", label::class(lang)).optional(),
        Column::text("method", label::method(lang)).optional(),
        Column::text("dates", label::date(lang)).optional(),
        Column::number("statements", label::statements(lang)),
        Column::number("context", label::context_rows(lang)).optional(),
    ];
    section(label::people(lang), (columns, rows), (detail, lang), blocks);
}

/// The written sources, each with statements and named places.
pub(super) fn documents(of: &Sources<'_>, detail: Detail, blocks: &mut Vec<Block>) {
    let lang = of.lang;
    let mut rows = Vec::new();
    for (region, heard, _) in of.plans() {
        let Some(heard) = heard else { continue };
        for (speaker, voice) in voices(heard, SpeakerSort::Document) {
            let name = speaker.shown();
            rows.push(vec![
                Cell::text(short_name(region)),
                Cell::text(name.unwrap_or_else(|| label::speaker_unnamed(lang).to_owned())),
                Cell::text(dates(voice)),
                Cell::count(voice.statements),
                Cell::count(voice.locators.len()),
                context(voice),
            ]);
        }
    }
    let columns = vec![
        Column::text("region", of.region_heading()),
        Column::text("document", words::capital(label::document(lang))),
        Column::text("dates", label::date(lang)).optional(),
        Column::number("statements", label::statements(lang)),
        Column::number("locators", label::named_places(lang)),
        Column::number("context", label::context_rows(lang)).optional(),
    ];
    section(
        label::documents(lang),
        (columns, rows),
        (detail, lang),
        blocks,
    );
}

/// Planned posts that no statement can be tied to.
pub(super) fn not_heard(of: &Sources<'_>, detail: Detail, blocks: &mut Vec<Block>) {
    let lang = of.lang;
    let mut rows = Vec::new();
    for (region, _, plan) in of.plans() {
        for (post, count) in &plan.posts {
            // Where no statement names a person, nobody knows which of them spoke.
            if *count > 0 || !plan.is_tied && detail == Detail::Brief {
                continue;
            }
            let text = |it: &Option<String>| Cell::text(it.clone().unwrap_or_default());
            rows.push(vec![
                Cell::text(short_name(region)),
                text(&post.role),
                text(&post.agency),
                text(&post.class),
                match plan.knows_silent() {
                    true => Cell::text(label::no_statement(lang)),
                    false => Cell::missing(label::not_tied(lang)),
                },
            ]);
        }
    }
    let columns = vec![
        Column::text("region", of.region_heading()),
        Column::text("role", label::post(lang)),
        Column::text("agency", label::agency(lang)),
        Column::text("class", label::class(lang)),
        Column::text("state", label::item_status(lang)),
    ];
    let heading = label::posts_not_heard(lang);
    section(heading, (columns, rows), (detail, lang), blocks);
}

/// A table under a heading, in brief cut to what fits, without columns that say nothing.
fn section(
    heading: &str,
    (columns, mut rows): (Vec<Column>, Vec<Vec<Cell>>),
    (detail, lang): (Detail, Lang),
    blocks: &mut Vec<Block>,
) {
    if rows.is_empty() {
        return;
    }
    let count = rows.len();
    blocks.push(Block::heading(format!("{heading} ({count})")));
    if detail == Detail::Brief {
        rows.truncate(MOST_ROWS);
    }
    let more = count - rows.len();
    let table = Table { columns, rows };
    let says_nothing = |_: &str, cell: &Cell| *cell == Cell::empty() || *cell == Cell::text("");
    blocks.push(Block::Table(table.without(says_nothing)));
    if more > 0 {
        blocks.push(Block::Paragraph(label::inventory_more(lang, more)));
    }
}

/// Those of a sort, who says most first.
fn voices(heard: &Heard, sort: SpeakerSort) -> Vec<(&Speaker, &Voice)> {
    let of_sort = heard.voices.iter().filter(|(it, _)| it.sort() == sort);
    let mut out: Vec<_> = of_sort.collect();
    out.sort_by_key(|(_, voice)| std::cmp::Reverse(voice.statements));
    out
}

fn context(voice: &Voice) -> Cell {
    match voice.context {
        0 => Cell::empty(),
        count => Cell::count(count),
    }
}

fn methods(voice: &Voice, lang: Lang) -> String {
    list(voice.methods.iter().map(|it| words::method(lang, it)))
}

/// First and last date: `2019-05-27 – 2019-07-17`.
fn dates(voice: &Voice) -> String {
    let (first, last) = (voice.dates.first(), voice.dates.last());
    match (first, last) {
        (Some(first), Some(last)) if first != last => format!("{} – {}", text(first), text(last)),
        (Some(only), _) => text(only).to_owned(),
        (None, _) => String::new(),
    }
}

fn text(date: &Date) -> &str {
    date
}
