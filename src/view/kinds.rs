//! What is shown of things that are listed, counted or left open and never scored: inventories,
//! supporting and inhibiting forces, quantities in the words of their source.

use std::collections::{BTreeMap, BTreeSet};

use crate::assess::Assessment;
use crate::framework::{Answers, Framework};
use crate::statement::{Direction, PartyName, Qualifier, Statement};
use crate::study::Scored;
use crate::text::{Lang, label, list, short_number};

use super::report::Detail;
use super::shown::short_name;
use super::{Block, Cell, Column, Content, Table, Tone, words};

/// In brief no more quantities of a region are listed.
const MOST_QUANTITIES: usize = 8;
/// In brief no more things of an inventory are listed.
const MOST_THINGS: usize = 24;

/// Forces by class and quantities of one region.
pub(super) fn of_region(
    scored: &Scored,
    assessment: &Assessment,
    (lang, detail): (Lang, Detail),
    blocks: &mut Vec<Block>,
) {
    forces(scored, assessment, lang, blocks);
    quantities(scored, assessment, (lang, detail), blocks);
}

/// What a table lists: all of it, or in brief the first ones; how many are left out.
fn listed(detail: Detail, rows: &mut Vec<Vec<Cell>>, most: usize) -> usize {
    let more = match detail {
        Detail::Full => 0,
        Detail::Brief => rows.len().saturating_sub(most),
    };
    rows.truncate(rows.len() - more);
    more
}

/// Positions of the indicators about forces, and of those that list things.
fn counted(framework: &Framework) -> [BTreeSet<usize>; 2] {
    let mut out = [BTreeSet::new(), BTreeSet::new()];
    for (at, _, indicator) in framework.indicators() {
        match indicator.kind.answers() {
            Answers::Directions => out[0].insert(at),
            Answers::Things => out[1].insert(at),
            Answers::Levels(_) | Answers::Numbers => continue,
        };
    }
    out
}

/// Supporting and inhibiting statements × classes, with what they say.
fn forces(scored: &Scored, assessment: &Assessment, lang: Lang, blocks: &mut Vec<Block>) {
    let Scored {
        framework,
        statements,
        ..
    } = scored;
    let [about_forces, _] = counted(framework);
    let rows: Vec<&Statement> = about_forces
        .iter()
        .flat_map(|at| &assessment.rows[*at])
        .map(|at| &statements.rows()[*at])
        .filter(|row| row.is_counted() && row.direction.is_some())
        .collect();
    if rows.is_empty() {
        return;
    }
    let classes: BTreeSet<Option<&str>> = rows.iter().map(|row| row.class.as_deref()).collect();
    let mut columns = vec![Column::text("direction", "")];
    columns.extend(classes.iter().map(|class| {
        let name = class.unwrap_or(label::without_class(lang));
        Column::text(name, name)
    }));
    let directions = [
        (Direction::Supporting, label::supporting(lang)),
        (Direction::Inhibiting, label::inhibiting(lang)),
        (Direction::Neutral, label::neutral(lang)),
    ];
    let table_rows = directions
        .iter()
        .filter(|(wanted, _)| rows.iter().any(|row| row.direction == Some(*wanted)))
        .map(|(wanted, name)| {
            let mut row = vec![Cell::text(*name).tone(Tone::Strong)];
            row.extend(classes.iter().map(|class| {
                let said: Vec<String> = rows
                    .iter()
                    .filter(|row| row.direction == Some(*wanted) && row.class.as_deref() == *class)
                    .map(|row| format!("- {}", words::said(lang, row)))
                    .collect();
                let count = Content::Count(said.len());
                if said.is_empty() {
                    count.into()
                } else {
                    Cell::joined([count, Content::Text(said.join("\n"))], "\n")
                }
            }));
            row
        })
        .collect();
    blocks.push(Block::heading(words::heading_of(
        lang,
        framework,
        label::forces_heading(lang),
        words::heading(lang, assessment),
    )));
    blocks.push(Block::Table(Table {
        columns,
        rows: table_rows,
    }));
}

/// A quantity in the words of its source: `sekitar 70,24`, `sebagian besar`.
fn quantity(row: &Statement, lang: Lang) -> Option<Cell> {
    let number = row.value.map(|value| Cell::short(value, 6));
    let word = match &row.qualifier {
        Some(Qualifier::Words(words)) => return Some(Cell::text(&**words)),
        Some(Qualifier::About) => label::about(lang),
        Some(Qualifier::MoreThan) => label::more_than(lang),
        Some(Qualifier::LessThan) => label::less_than(lang),
        None => return number,
    };
    let word = Content::Text(word.to_owned());
    number.map(|number| Cell::joined([word, number.content], " "))
}

/// As [`quantity`], with its unit: `sekitar 70,24 %`.
pub(super) fn quantity_text(row: &Statement, lang: Lang) -> Option<String> {
    let number = row.value.map(|value| short_number(value, 6, lang));
    let word = match &row.qualifier {
        Some(Qualifier::Words(words)) => return Some(words.to_string()),
        Some(Qualifier::About) => label::about(lang),
        Some(Qualifier::MoreThan) => label::more_than(lang),
        Some(Qualifier::LessThan) => label::less_than(lang),
        None => "",
    };
    let unit = row.unit.as_deref().unwrap_or_default();
    let text = format!("{word} {} {unit}", number?);
    Some(text.trim().to_owned())
}

/// Every row that states a quantity, context rows included.
fn quantities(
    scored: &Scored,
    assessment: &Assessment,
    (lang, detail): (Lang, Detail),
    blocks: &mut Vec<Block>,
) {
    let Scored {
        framework,
        statements,
        ..
    } = scored;
    let mut rows = Vec::new();
    for at in 0..framework.nodes().len() {
        for row in assessment.rows[at].iter().map(|it| &statements.rows()[*it]) {
            let Some(quantity) = quantity(row, lang) else {
                continue;
            };
            let evidence = row.evidence.as_deref();
            let date = evidence.and_then(|it| it.date.as_deref());
            rows.push(vec![
                Cell::text(words::title(lang, framework, at)),
                quantity,
                Cell::text(row.unit.as_deref().unwrap_or_default()),
                Cell::text(date.unwrap_or_default()),
                Cell::text(words::said(lang, row)),
            ]);
        }
    }
    if rows.is_empty() {
        return;
    }
    let more = listed(detail, &mut rows, MOST_QUANTITIES);
    blocks.push(Block::heading(words::heading_of(
        lang,
        framework,
        label::quantities_heading(lang),
        words::heading(lang, assessment),
    )));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("indicator", label::indicator(lang)),
            Column::number("quantity", label::quantity(lang)),
            Column::text("unit", label::unit(lang)),
            Column::text("date", label::date(lang)).optional(),
            Column::text("what", label::what(lang)),
        ],
        rows,
    }));
    if more > 0 {
        blocks.push(Block::Paragraph(label::quantities_more(lang, more)));
    }
}

/// What is listed, one row for each thing, with the regions that have it.
pub(super) fn inventory(
    scored: &Scored,
    shown: &[usize],
    (lang, detail): (Lang, Detail),
    blocks: &mut Vec<Block>,
) {
    /// A thing on the list: who keeps it, of which class, and in which assessments it stands.
    #[derive(Default)]
    struct Thing {
        agencies: BTreeSet<PartyName>,
        classes: BTreeSet<String>,
        places: BTreeSet<usize>,
    }
    let Scored {
        framework,
        statements,
        assessed,
        ..
    } = scored;
    let [_, nodes] = counted(framework);
    let mut things: BTreeMap<(usize, String), Thing> = BTreeMap::new();
    for at in shown {
        let assessment = &assessed.assessments[*at];
        for node in &nodes {
            for row in assessment.rows[*node]
                .iter()
                .map(|it| &statements.rows()[*it])
            {
                let item = row.evidence.as_deref().and_then(|it| it.item.clone());
                let name = item.unwrap_or_else(|| words::said(lang, row));
                let thing = things.entry((*node, name)).or_default();
                thing.places.insert(*at);
                // The office that has a thing is the one spoken about; elsewhere the one that speaks.
                let concerned = row.evidence.iter().flat_map(|it| &it.concerns);
                let offices = row.agencies.iter().chain(concerned);
                thing.agencies.extend(offices.cloned());
                thing
                    .classes
                    .extend(row.class.iter().map(ToString::to_string));
            }
        }
    }
    if things.is_empty() {
        return;
    }
    let mut columns = vec![
        Column::text("item", label::item(lang)),
        Column::text("indicator", label::group(lang)),
    ];
    let with_agency = things.values().any(|it| !it.agencies.is_empty());
    let with_class = things.values().any(|it| !it.classes.is_empty());
    if with_agency {
        columns.push(Column::text("agency", label::agency(lang)).optional());
    }
    if with_class {
        columns.push(Column::text("class", label::class(lang)).optional());
    }
    let several = shown.len() > 1;
    if several {
        columns.extend(shown.iter().map(|at| {
            let name = short_name(&assessed.assessments[*at].region.name);
            Column::text(format!("r{at}"), name)
        }));
    }
    let count = things.len();
    let mut rows: Vec<Vec<Cell>> = things
        .into_iter()
        .map(|((node, name), thing)| {
            let mut row = vec![
                Cell::text(name),
                Cell::text(words::title(lang, framework, node)),
            ];
            if with_agency {
                row.push(Cell::text(list(thing.agencies)));
            }
            if with_class {
                row.push(Cell::text(list(thing.classes)));
            }
            if several {
                row.extend(shown.iter().map(|at| {
                    if thing.places.contains(at) {
                        Cell::text(label::listed(lang))
                    } else {
                        Cell::empty()
                    }
                }));
            }
            row
        })
        .collect();
    let more = listed(detail, &mut rows, MOST_THINGS);
    blocks.push(Block::heading(format!(
        "{}: {count}",
        label::inventory_heading(lang)
    )));
    blocks.push(Block::Table(Table { columns, rows }));
    if more > 0 {
        blocks.push(Block::Paragraph(label::inventory_more(lang, more)));
    }
}
