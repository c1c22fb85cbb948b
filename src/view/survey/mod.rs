//! Surveys of satisfaction as regulations have them reported: elements, what is lowest, who answered,
//! and the results of groups of respondents.

mod by;
mod record;

use crate::assess::{Assessment, NodeResult};
use crate::scrutiny::survey::{self, Profile};
use crate::statement::profile::Trait;
use crate::study::Scored;
use crate::text::{Lang, label, list, rounded, short_number};

use super::{Block, Cell, Column, Heading, Table, Tone, words};

pub use by::{Grouped, GroupedRecord};
pub(super) use record::{SurveyRecord, records};

/// In brief no more groups of a trait are told one by one.
const MOST_GROUPS: usize = 8;

/// What is said before all else where elements are without an answer.
pub(super) fn incomplete(scored: &Scored, assessment: &Assessment, lang: Lang) -> Option<String> {
    let framework = &scored.framework;
    let open = survey::unanswered(framework, assessment);
    let all = survey::items(framework).len();
    (!open.is_empty()).then(|| {
        let names = open.iter().map(|at| named(scored, *at, lang));
        label::survey_incomplete(lang, all - open.len(), all, list(names))
    })
}

/// `u4 Biaya/tarif`.
fn named(scored: &Scored, at: usize, lang: Lang) -> String {
    let node = &scored.framework.nodes()[at];
    format!("{} {}", node.id(), node.title().get(lang))
}

/// `u4 Biaya/tarif (58,33)`.
fn with_result(scored: &Scored, assessment: &Assessment, at: usize, lang: Lang) -> String {
    let name = named(scored, at, lang);
    match assessment.nodes[at].told {
        Some(told) => format!("{name} ({})", words::told_text(lang, scored, told)),
        None => name,
    }
}

/// The lowest elements in one line, of many that tie the first.
fn lowest(scored: &Scored, assessment: &Assessment, lang: Lang) -> String {
    const NAMED: usize = 3;
    let low = survey::lowest(&scored.framework, assessment);
    let named = low.iter().take(NAMED);
    let line = list(named.map(|at| with_result(scored, assessment, *at, lang)));
    match low.len().saturating_sub(NAMED) {
        0 => line,
        more => format!("{line}, … (+{more})"),
    }
}

/// The letter of the whole, or of an element by itself: regulations give both.
fn letter(scored: &Scored, at: usize, result: &NodeResult, lang: Lang) -> Option<String> {
    match at {
        0 => words::band(lang, scored, 0, result),
        _ => Some(
            scored
                .framework
                .band(result.told?)?
                .label
                .get(lang)
                .to_owned(),
        ),
    }
}

/// The elements with their results, the lowest, and who answered.
pub(super) fn section(
    scored: &Scored,
    assessment: &Assessment,
    (lang, is_full): (Lang, bool),
    blocks: &mut Vec<Block>,
) {
    let things = words::region_heading(lang, &scored.framework);
    let of_place = |about: &str| {
        let place = (things, words::heading(lang, assessment));
        Block::heading(Heading::from(about).of(about, place))
    };
    blocks.extend(incomplete(scored, assessment, lang).map(Block::Paragraph));
    let whole = &assessment.nodes[0];
    if let (Some(told), Some(band)) = (whole.told, letter(scored, 0, whole, lang)) {
        let index = words::whole(lang, &scored.framework);
        let told = words::told_text(lang, scored, told);
        let line = label::survey_line(lang, index, told, band, whole.informants);
        blocks.push(Block::Paragraph(line));
    }
    blocks.push(Block::Table(elements(scored, assessment, lang)));
    blocks.push(Block::Paragraph(label::survey_key(lang).to_owned()));
    if assessment.nodes[0].told.is_some() {
        let low = survey::lowest(&scored.framework, assessment);
        if low.is_empty() {
            blocks.push(Block::Paragraph(label::survey_all_alike(lang).to_owned()));
        } else {
            blocks.push(of_place(label::survey_lowest_heading(lang)));
            let line = |at: &usize| {
                let result = &assessment.nodes[*at];
                let band = letter(scored, *at, result, lang);
                let name = with_result(scored, assessment, *at, lang);
                list(std::iter::once(name).chain(band))
            };
            blocks.push(Block::List(low.iter().map(line).collect()));
        }
    }
    let profile = survey::profile(&scored.framework, &scored.statements, assessment);
    if !profile.is_empty() {
        blocks.push(of_place(label::survey_profile_heading(lang)));
        blocks.push(Block::Table(of_respondents(&profile, (lang, is_full))));
    }
}

fn elements(scored: &Scored, assessment: &Assessment, lang: Lang) -> Table {
    let (framework, method) = (&scored.framework, &scored.method);
    let items = survey::items(framework);
    let has_result = |at: &&usize| assessment.nodes[**at].told.is_some();
    let total: f64 = items
        .iter()
        .filter(has_result)
        .map(|at| method.weights[*at])
        .sum();
    let index = words::whole(lang, framework);
    let factor = short_number(method.reporting.factor, 2, lang);
    let columns = vec![
        Column::text("indicator", label::survey_item(lang)),
        Column::number("level", label::survey_mean(lang)),
        Column::number("weighted", label::survey_weighted(lang)).optional(),
        Column::number("told", label::survey_times(lang, index, factor)),
        Column::text("band", words::band_heading(lang, framework)),
        Column::number("answers", label::survey_answers(lang)).optional(),
    ];
    let row = |at: usize| {
        let (result, tone) = match at {
            0 => (&assessment.nodes[0], Tone::Strong),
            _ => (&assessment.nodes[at], Tone::Plain),
        };
        let why = words::reason(&words::wording(lang, framework), result.reason);
        let name = match at {
            0 => index.to_owned(),
            _ => named(scored, at, lang),
        };
        let value = result.value.filter(|_| result.told.is_some());
        let weighted = match at {
            0 => value,
            _ => value.map(|it| it * method.weights[at] / total),
        };
        vec![
            Cell::text(name).tone(tone).indent(usize::from(at > 0)),
            Cell::maybe(value, 3, why).tone(tone),
            weighted
                .map_or_else(Cell::empty, |it| Cell::number(it, 3))
                .tone(tone),
            match result.told {
                Some(_) => words::told_cell(lang, scored, result).tone(tone),
                None => Cell::empty(),
            },
            letter(scored, at, result, lang)
                .map_or_else(Cell::empty, Cell::text)
                .tone(tone),
            Cell::count(if at == 0 {
                result.informants
            } else {
                result.statements
            }),
        ]
    };
    Table {
        rows: std::iter::once(0)
            .chain(items.iter().copied())
            .map(row)
            .collect(),
        columns,
    }
}

/// The trait of a profile in words.
fn trait_name(lang: Lang, of: Trait) -> &'static str {
    match of {
        Trait::Sex => label::survey_sex(lang),
        Trait::Age => label::survey_age(lang),
        Trait::Education => label::survey_education(lang),
        Trait::Occupation => label::survey_occupation(lang),
    }
}

fn of_respondents(profile: &[Profile], (lang, is_full): (Lang, bool)) -> Table {
    let mut rows = Vec::new();
    for it in profile {
        let mut groups: Vec<(String, usize)> = it.groups.clone();
        if !is_full && groups.len() > MOST_GROUPS {
            let rest = groups.split_off(MOST_GROUPS - 1);
            let count = rest.iter().map(|it| it.1).sum();
            groups.push((format!("… (+{})", rest.len()), count));
        }
        if it.unsaid > 0 {
            groups.push((label::survey_unsaid(lang).to_owned(), it.unsaid));
        }
        let counts: Vec<usize> = groups.iter().map(|it| it.1).collect();
        let percents = percents(&counts);
        for (at, ((group, count), percent)) in groups.into_iter().zip(percents).enumerate() {
            rows.push(vec![
                match at {
                    0 => Cell::text(trait_name(lang, it.of)),
                    _ => Cell::empty(),
                },
                Cell::text(group),
                Cell::count(count),
                Cell::number(percent, 1),
            ]);
        }
    }
    Table {
        columns: vec![
            Column::text("trait", label::survey_trait(lang)),
            Column::text("group", label::survey_group(lang)),
            Column::number("count", label::survey_count(lang)),
            Column::number("percent", label::survey_percent(lang)),
        ],
        rows,
    }
}

/// Percentages with one decimal that sum to 100: what rounding down leaves goes to those that lost
/// most.
fn percents(counts: &[usize]) -> Vec<f64> {
    let total: usize = counts.iter().sum();
    if total == 0 {
        return vec![0.0; counts.len()];
    }
    let mut tenths: Vec<usize> = counts.iter().map(|it| it * 1000 / total).collect();
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(counts[*at] * 1000 % total), *at));
    let left = 1000 - tenths.iter().sum::<usize>();
    for at in order.into_iter().take(left) {
        tenths[at] += 1;
    }
    #[expect(clippy::cast_precision_loss, reason = "at most a thousand")]
    let percent = |it: usize| rounded(it as f64 / 10.0, 1);
    tenths.into_iter().map(percent).collect()
}

#[cfg(test)]
mod tests {
    use super::percents;

    #[test]
    fn percentages_sum_to_a_hundred() {
        assert_eq!(percents(&[1, 1, 1]), [33.4, 33.3, 33.3]);
        assert_eq!(percents(&[2, 1]), [66.7, 33.3]);
        assert_eq!(percents(&[0, 5]), [0.0, 100.0]);
        assert_eq!(percents(&[]), Vec::<f64>::new());
        for counts in [vec![7, 7, 7, 7, 7, 7], vec![1, 2, 3, 5, 8, 13, 21]] {
            let tenths: f64 = percents(&counts).iter().map(|it| (it * 10.0).round()).sum();
            assert!((tenths - 1000.0).abs() < 1e-9, "{counts:?}");
        }
    }
}
