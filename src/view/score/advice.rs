//! What a region would raise first: where one level more adds most, with the framework's advice, what is
//! advised whatever the level, and what is not filled yet.

use std::cmp::Ordering;

use crate::advise::raise::{Step, Steps, Way, can_rise, shares_of_index};
use crate::assess::{Assessment, Reason};
use crate::framework::{Addressee, Framework, Orientation, Recommend};
use crate::region::Kind;
use crate::stats::TOLERANCE;
use crate::study::Scored;
use crate::text::{Lang, label, list};

use crate::view::report::Detail;
use crate::view::shown::rows_of;
use crate::view::{Block, Cell, Column, Table, words};

/// So many indicators are named in brief, and in full.
const NAMED: [usize; 2] = [5, 15];

/// What one level more in one indicator adds to the index of some assessments.
pub(super) struct Gains {
    /// For each indicator its position and what it adds in each of the assessments, in the reporting
    /// unit; `None` where there is no level to raise.
    by_leaf: Vec<(usize, Vec<Option<f64>>)>,
    /// Positions of the assessments.
    shown: Vec<usize>,
}

impl Gains {
    /// Of the assessments `shown` (positions). Reported numbers stand aside: a plan works on what is
    /// computed.
    pub(super) fn of(scored: &Scored, shown: &[usize]) -> Self {
        let Scored {
            framework,
            assessed,
            ..
        } = scored;
        let method = scored.method.computed();
        let mut steps = Steps::new(framework, &method, assessed, shown);
        let told = |score: f64| method.as_people_read(framework, 0, score);
        let gain = |it: Option<Step>| {
            let step = it?;
            Some(told(step.after?) - told(step.before?))
        };
        let raisable = framework.indicators();
        let raisable = raisable.filter(|(.., it)| can_rise(framework, it));
        let by_leaf = raisable.map(|(leaf, _, indicator)| {
            let steps = steps.of(leaf, indicator, Way::Better);
            (leaf, steps.into_iter().map(gain).collect())
        });
        Self {
            by_leaf: by_leaf.collect(),
            shown: shown.to_vec(),
        }
    }

    /// The indicators that can be raised in the assessment in one place, each with its gain: the
    /// greatest first, of equals the weakest.
    fn sorted(&self, place: usize, assessment: &Assessment) -> Vec<(usize, f64)> {
        let gains = self.by_leaf.iter();
        let mut out: Vec<(usize, f64)> = gains
            .filter_map(|(leaf, gains)| Some((*leaf, gains[place]?)))
            .collect();
        let score = |at: usize| assessment.nodes[at].score.unwrap_or_default();
        out.sort_by(|(a, mine), (b, theirs)| {
            let is_same = (mine - theirs).abs() <= TOLERANCE;
            let by_gain = if is_same {
                Ordering::Equal
            } else {
                theirs.total_cmp(mine)
            };
            by_gain
                .then_with(|| score(*a).total_cmp(&score(*b)))
                .then_with(|| a.cmp(b))
        });
        out
    }
}

/// Where one level more adds most, with advice, and the empty indicators.
pub(super) fn section(
    scored: &Scored,
    (gains, place): (&Gains, usize),
    assessment: &Assessment,
    (lang, detail): (Lang, Detail),
    blocks: &mut Vec<Block>,
) {
    let Scored {
        framework, method, ..
    } = scored;
    let sorted = gains.sorted(place, assessment);
    // Where nothing can be raised nobody asks for shares.
    let shares = match sorted.is_empty() {
        true => Vec::new(),
        false => {
            let (computed, at) = (method.computed(), gains.shown[place]);
            shares_of_index(framework, &computed, &scored.assessed, at)
        }
    };
    let most = NAMED[usize::from(detail.is_full())];
    let more = sorted.len().saturating_sub(most);
    let rows: Vec<Vec<Cell>> = sorted
        .iter()
        .take(most)
        .map(|(at, gain)| {
            vec![
                Cell::text(words::title(lang, framework, *at)),
                words::leaf_cell(lang, framework, assessment, *at),
                Cell::percent(shares[*at], 1),
                Cell::change_of(*gain, method.reporting.decimals, false),
                Cell::text(advice(framework, assessment, *at, (lang, detail))),
            ]
        })
        .collect();
    if !rows.is_empty() {
        blocks.push(Block::heading(words::heading_of(
            lang,
            framework,
            &label::raise_first_heading(&words::wording(lang, framework)),
            words::heading(lang, assessment),
        )));
        let table = Table {
            columns: vec![
                Column::text("indicator", label::indicator(lang)),
                Column::number("level", words::level_heading(lang, framework)),
                Column::number(
                    "weight",
                    label::weight_share(&words::wording(lang, framework)),
                ),
                Column::number(
                    "gain",
                    label::one_level_adds(&words::wording(lang, framework)),
                ),
                Column::text("advice", label::advice(lang)),
            ],
            rows,
        };
        let table = table.without(|id, cell| id == "advice" && *cell == Cell::text(""));
        blocks.push(Block::Table(table));
        if more > 0 {
            blocks.push(Block::Paragraph(label::raise_more(lang, more)));
        }
    }
    let elsewhere: Vec<&str> = framework
        .indicators()
        .filter(|(at, _, it)| it.external && assessment.nodes[*at].score.is_some())
        .map(|(at, ..)| words::title(lang, framework, at))
        .collect();
    if !elsewhere.is_empty() {
        let line = format!("{}: {}.", list(elsewhere), label::external(lang));
        blocks.push(Block::Paragraph(line));
    }
    blocks.extend(not_issued(framework, assessment, lang).map(Block::Paragraph));
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
        blocks.push(Block::heading(words::heading_of(
            lang,
            framework,
            &label::advised_anyway_heading(&words::wording(lang, framework)),
            words::heading(lang, assessment),
        )));
        blocks.push(Block::Table(Table {
            columns: vec![
                Column::text("indicator", label::indicator(lang)),
                Column::number("level", words::level_heading(lang, framework)),
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

/// What another body measures and has not issued yet, with who that is and what stands for it.
fn not_issued(framework: &Framework, assessment: &Assessment, lang: Lang) -> Option<String> {
    // A reported index stands on whatever its source says, and a group likewise.
    let stands_reported = |at: usize| {
        let mut above = framework.nodes()[at].parent();
        std::iter::from_fn(|| {
            let node = above?;
            above = framework.nodes()[node].parent();
            Some(node)
        })
        .any(|it| assessment.nodes[it].reported && assessment.is_silent_below(framework, it))
    };
    let waits =
        |at: usize| assessment.nodes[at].reason == Some(Reason::NotIssued) && !stands_reported(at);
    let named = framework.indicators().filter(|(at, ..)| waits(*at));
    let named = named.map(|(at, _, indicator)| {
        let title = words::title(lang, framework, at);
        let value = words::level(lang, indicator.until_issued.unwrap_or_default());
        match &indicator.fed_by {
            Some(by) => format!("{title} ({}: {value})", by.get(lang)),
            None => format!("{title} ({value})"),
        }
    });
    let named: Vec<String> = named.collect();
    (!named.is_empty()).then(|| label::not_issued_line(lang, named.join("; ")))
}

/// The advice that holds below the value, with who gives it; without any, what the next level asks
/// for. Nobody can be advised to raise what another body measures.
fn advice(
    framework: &Framework,
    assessment: &Assessment,
    at: usize,
    (lang, detail): (Lang, Detail),
) -> String {
    let result = &assessment.nodes[at];
    let both = result.value.zip(result.answer());
    let (Some(indicator), Some((value, answer))) = (framework.nodes()[at].indicator(), both) else {
        return String::new();
    };
    let scale = &framework.scales()[indicator.scale];
    // Advice goes by how good an answer is: where less is better, from the other end of the scale.
    let worth = match indicator.is_better_higher() {
        true => value,
        false => scale.min() + scale.max() - value,
    };
    if indicator.external {
        return label::external(lang).to_owned();
    }
    let holds = |it: &&Recommend| it.below.is_some_and(|below| worth < below - TOLERANCE);
    let given = indicator.recommend.iter().filter(holds);
    // What lifts to the next level comes first; the rest is for later.
    let nearest = given.clone().filter_map(|it| it.below).reduce(f64::min);
    let is_wanted = |it: &&Recommend| detail.is_full() || it.below == nearest;
    let lines = lines(given.filter(is_wanted), assessment, lang);
    if lines.is_empty() {
        let next = (0..indicator.level_text.len())
            .map(|step| scale.value_at(step))
            .position(|level| level > answer + TOLERANCE)
            .filter(|_| indicator.direction == Orientation::Higher);
        return next.map_or_else(String::new, |step| {
            let level = words::level(lang, scale.value_at(step));
            label::next_level_asks(
                &words::wording(lang, framework),
                level,
                &indicator.level_text[step],
            )
        });
    }
    lines
}

/// The advice among `given` that is meant for the region, one line each; whoever gives it stands behind the
/// last of their lines.
fn lines<'a>(
    given: impl Iterator<Item = &'a Recommend>,
    assessment: &Assessment,
    lang: Lang,
) -> String {
    let kind = assessment.region.kind;
    let given = given.filter(|it| match it.to {
        None => true,
        Some(Addressee::Province) => kind == Some(Kind::Provinsi),
        Some(Addressee::Local) => matches!(kind, Some(Kind::Kabupaten | Kind::Kota)),
    });
    let given: Vec<&Recommend> = given.collect();
    let lines = given.iter().enumerate().map(|(at, it)| {
        let text = it.text.get(lang);
        let goes_on = given
            .get(at + 1)
            .is_some_and(|next| next.source == it.source);
        match it.source.as_ref().filter(|_| !goes_on) {
            Some(source) => format!("{text} ({})", source.get(lang)),
            None => text.to_owned(),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}
