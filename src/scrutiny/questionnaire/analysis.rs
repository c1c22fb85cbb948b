//! What the answers say: every item by itself, and the items of a construct together.

use crate::stats::reliability::{
    COEFFICIENTS, Covariance, Frequency, Item, attained, attained_range, critical_correlation,
    cronbach, cronbach_varying, describe, feldt_interval, item_totals,
};
use crate::stats::{Grid, Missing, TOLERANCE, Undefined};
use crate::text::vocabulary;

use super::Questionnaire;

/// Confidence of the interval for alpha.
const CONFIDENCE: f64 = 0.95;
/// Two-tailed probability of the criterion for correlations.
const PROBABILITY: f64 = 0.05;

/// Everything that is computed of some respondents.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// How many respondents.
    pub respondents: usize,
    /// One result for each item.
    pub items: Vec<ItemResult>,
    /// One result for each construct.
    pub scales: Vec<ScaleResult>,
}

/// The answers to one item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemResult {
    /// Answers given.
    pub answers: usize,
    /// Respondents without an answer.
    pub missing: usize,
    /// Arithmetic mean; `None` without answers.
    pub mean: Option<f64>,
    /// Standard deviation with n − 1; `None` below two answers.
    pub deviation: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// TCR, 100 · mean / maximum; `None` where the scale is not known or goes below 0.
    pub attained: Option<f64>,
    /// 100 (mean − minimum) / (maximum − minimum); `None` where the scale is not known.
    pub attained_range: Option<f64>,
    /// Each answer that can be given or was given, ascending, those that nobody gave with 0.
    pub frequencies: Vec<Frequency>,
}

/// What an item–total correlation is compared with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Criterion {
    /// Respondents behind the correlation; pairwise the fewest behind any of the covariances.
    pub respondents: usize,
    /// The correlation that chance exceeds in 5 of 100 samples, either way (r tabel, df = n − 2).
    pub value: f64,
}

/// The items of one construct together.
#[derive(Debug, Clone, PartialEq)]
pub struct ScaleResult {
    /// Respondents that entered: complete ones, or pairwise those with any answer.
    pub respondents: usize,
    /// Respondents with any answer to an item of the construct.
    pub answered: usize,
    /// Cronbach's alpha.
    pub alpha: Result<f64, Undefined>,
    /// Feldt's interval (95 %); only from complete answers.
    pub interval: Option<(f64, f64)>,
    /// The other coefficients, in the order of [`COEFFICIENTS`].
    pub others: Vec<Result<f64, Undefined>>,
    /// Positions of items without any variation.
    pub constant: Vec<usize>,
    /// Alpha without them, where there are any.
    pub alpha_varying: Option<f64>,
    /// What item–total correlations are compared with.
    pub criterion: Option<Criterion>,
    /// Each item against the total, in the order of the construct's items; empty where alpha has
    /// no covariances to come from.
    pub items: Vec<Item>,
}

vocabulary! {
    /// How the two correlations of an item stand to the criterion.
    pub enum Against {
        /// Both are above it.
        Both = "both-above",
        /// The one with the total is above it, the corrected one is not.
        OnlyWithItself = "only-with-itself",
        /// The corrected one is not above it, nor the other.
        Below = "below",
    }
}

impl ScaleResult {
    /// Where the correlations of one of its items stand; `None` without a correlation or criterion.
    #[must_use]
    pub fn against_criterion(&self, item: &Item) -> Option<Against> {
        let limit = self.criterion?.value;
        let [with_all, with_others] = [item.with_total.ok()?, item.with_others.ok()?];
        Some(match (with_all > limit, with_others > limit) {
            (_, true) => Against::Both,
            (true, false) => Against::OnlyWithItself,
            (false, false) => Against::Below,
        })
    }
}

impl Analysis {
    /// The different answers that were given or can be given to any item, ascending.
    #[must_use]
    pub fn levels(&self) -> Vec<f64> {
        let all = self.items.iter().flat_map(|it| &it.frequencies);
        let mut levels: Vec<f64> = all.map(|it| it.value).collect();
        levels.sort_by(f64::total_cmp);
        levels.dedup_by(|a, b| (*a - *b).abs() < TOLERANCE);
        levels
    }
}

/// An item that pulls against the others of its construct.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Opposed {
    /// Position of the item.
    pub item: usize,
    /// Its correlation with the total of the others, below 0 by more than the criterion.
    pub with_others: f64,
}

impl Analysis {
    /// The items whose correlation with the total of the others of their narrowest construct is
    /// below 0 by more than chance would make it: they may be worded the other way round and not
    /// turned. Alpha may look sound all the same, as one of many items moves it little.
    #[must_use]
    pub fn opposed(&self, of: &Questionnaire) -> Vec<Opposed> {
        let mut out = Vec::new();
        for (at, (construct, result)) in of.constructs.iter().zip(&self.scales).enumerate() {
            let Some(criterion) = result.criterion else {
                continue;
            };
            for (item, found) in construct.items.iter().zip(&result.items) {
                let Ok(with_others) = found.with_others else {
                    continue;
                };
                if of.construct_of(*item) == at && with_others < -criterion.value {
                    let item = *item;
                    out.push(Opposed { item, with_others });
                }
            }
        }
        out.sort_by_key(|it| it.item);
        out
    }
}

/// Some of the respondents.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What they have in common; `None`: nothing is said.
    pub value: Option<String>,
    /// Their results.
    pub analysis: Analysis,
}

/// All respondents together; see [`analyse`].
#[must_use]
pub fn analyse_whole(of: &Questionnaire, missing: Missing) -> Analysis {
    let all: Vec<usize> = (0..of.respondents.len()).collect();
    analyse(of, &all, missing)
}

/// Each part of the respondents, in the order of [`Questionnaire::parts`]; see [`analyse`].
#[must_use]
pub fn analyse_parts(of: &Questionnaire, way: usize, missing: Missing) -> Vec<Part> {
    let part = |(value, rows): (Option<&str>, Vec<usize>)| Part {
        value: value.map(str::to_owned),
        analysis: analyse(of, &rows, missing),
    };
    of.parts(way).into_iter().map(part).collect()
}

/// Describes and tests the answers of the respondents at the positions `of`.
///
/// Items are described by all answers to them, whatever `missing` says; constructs by complete
/// answers to their items (listwise) or by all pairs (pairwise). Formulas and sources stand with the
/// functions of [`crate::stats::reliability`].
#[must_use]
pub fn analyse(of: &Questionnaire, respondents: &[usize], missing: Missing) -> Analysis {
    let cells: Vec<Option<f64>> = respondents
        .iter()
        .flat_map(|at| of.respondents[*at].answers.iter().copied())
        .collect();
    // By the invariant rows are full; what is not finite was refused where it was read.
    let Ok(grid) = Grid::new(of.items.len(), cells) else {
        return analyse(of, &[], missing);
    };
    Analysis {
        respondents: respondents.len(),
        items: (0..of.items.len()).map(|at| item(of, &grid, at)).collect(),
        scales: of
            .constructs
            .iter()
            .map(|it| scale(&grid.select(&it.items), &it.items, missing))
            .collect(),
    }
}

fn item(of: &Questionnaire, grid: &Grid, at: usize) -> ItemResult {
    let question = &of.items[at];
    let found = describe(grid, at);
    let mut frequencies = found.frequencies;
    for (level, _) in &question.levels {
        let same = |it: &Frequency| (it.value - level).abs() <= TOLERANCE;
        if !frequencies.iter().any(same) {
            frequencies.push(Frequency {
                value: *level,
                count: 0,
                percent: 0.0,
                cumulative: 0.0,
            });
        }
    }
    frequencies.sort_by(|a, b| a.value.total_cmp(&b.value));
    let mut reached = 0.0;
    for it in &mut frequencies {
        reached = if it.count > 0 { it.cumulative } else { reached };
        it.cumulative = reached;
    }
    ItemResult {
        answers: found.answers,
        missing: found.missing,
        mean: found.mean,
        deviation: found.deviation,
        median: found.median,
        // Below 0 a share of the maximum means nothing.
        attained: question
            .ends
            .filter(|(min, _)| *min >= 0.0)
            .zip(found.mean)
            .and_then(|((_, max), mean)| attained(mean, max)),
        attained_range: question
            .ends
            .zip(found.mean)
            .and_then(|((min, max), mean)| attained_range(mean, min, max)),
        frequencies,
    }
}

fn scale(grid: &Grid, items: &[usize], missing: Missing) -> ScaleResult {
    let answered = (0..grid.rows())
        .filter(|row| grid.row(*row).iter().any(Option::is_some))
        .count();
    let complete = grid.complete().len();
    let covariance = match Covariance::new(grid, missing) {
        Ok(covariance) => covariance,
        Err(why) => {
            return ScaleResult {
                respondents: match missing {
                    Missing::Listwise => complete,
                    Missing::Pairwise => answered,
                },
                answered,
                alpha: Err(why),
                interval: None,
                others: vec![Err(why); COEFFICIENTS.len()],
                constant: Vec::new(),
                alpha_varying: None,
                criterion: None,
                items: Vec::new(),
            };
        }
    };
    let respondents = covariance.respondents();
    let alpha = cronbach(&covariance);
    // Feldt's distribution holds for complete answers only.
    let whole = complete == respondents;
    let interval = alpha
        .ok()
        .filter(|_| whole)
        .and_then(|it| feldt_interval(it, respondents, items.len(), CONFIDENCE));
    let constant = covariance.constant();
    let behind = if whole {
        respondents
    } else {
        fewest_pairs(grid)
    };
    ScaleResult {
        respondents,
        answered,
        alpha,
        interval: interval.map(|it| (it.low, it.high)),
        others: COEFFICIENTS
            .iter()
            .map(|it| (it.run)(&covariance))
            .collect(),
        alpha_varying: (!constant.is_empty())
            .then(|| cronbach_varying(&covariance).ok())
            .flatten(),
        constant: constant.into_iter().map(|it| items[it]).collect(),
        criterion: critical_correlation(behind, PROBABILITY).map(|value| Criterion {
            respondents: behind,
            value,
        }),
        items: item_totals(&covariance),
    }
}

/// The fewest respondents who answered both of two items.
fn fewest_pairs(grid: &Grid) -> usize {
    let both = |one: usize, other: usize| {
        (0..grid.rows())
            .map(|row| grid.row(row))
            .filter(|row| row[one].is_some() && row[other].is_some())
            .count()
    };
    (0..grid.columns())
        .flat_map(|one| (0..one).map(move |other| (one, other)))
        .map(|(one, other)| both(one, other))
        .min()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scrutiny::questionnaire::{Question, Respondent, whole_levels};
    use crate::text::Text;

    fn questionnaire(rows: &[[Option<f64>; 3]], reversed: usize) -> Questionnaire {
        let items = (0..3).map(|at| Question {
            id: format!("q{at}"),
            title: Text::same(format!("Q{at}")),
            ends: Some((1.0, 5.0)),
            levels: whole_levels(1.0, 5.0)
                .into_iter()
                .map(|it| (it, None))
                .collect(),
            reversed: at == reversed,
        });
        let rows = rows.iter().map(|answers| Respondent {
            attributes: Vec::new(),
            answers: answers.to_vec(),
        });
        Questionnaire::of_matrix(items.collect(), Vec::new(), rows.collect())
    }

    const ANSWERS: [[Option<f64>; 3]; 4] = [
        [Some(1.0), Some(2.0), Some(5.0)],
        [Some(2.0), Some(2.0), Some(4.0)],
        [Some(4.0), Some(5.0), Some(2.0)],
        [Some(5.0), None, Some(1.0)],
    ];

    #[test]
    fn answers_nobody_gave_are_counted_with_zero() {
        let of = questionnaire(&ANSWERS, 9);
        let found = analyse(&of, &[0, 1, 2, 3], Missing::Listwise);
        let second = &found.items[1];
        let counts: Vec<usize> = second.frequencies.iter().map(|it| it.count).collect();
        assert_eq!(counts, [0, 2, 0, 0, 1]);
        let last = second.frequencies[4];
        assert!((last.cumulative - 100.0).abs() < 1e-9);
        assert!((second.frequencies[3].cumulative - 200.0 / 3.0).abs() < 1e-9);
        assert_eq!((second.answers, second.missing), (3, 1));
    }

    #[test]
    fn an_item_that_pulls_against_the_others_is_found_though_alpha_stands() {
        let rows: Vec<[Option<f64>; 3]> = (0..20)
            .map(|it| {
                let first = f64::from([1, 2, 3, 4, 5][it % 5]);
                [first, f64::from([2, 2, 3, 4, 4][it % 5]), 6.0 - first].map(Some)
            })
            .collect();
        let of = questionnaire(&rows, 9);
        let found = analyse_whole(&of, Missing::Listwise).opposed(&of);
        let items: Vec<usize> = found.iter().map(|it| it.item).collect();
        assert!(items.contains(&2), "{found:?}");
        let turned = questionnaire(&rows, 2);
        let found = analyse_whole(&turned, Missing::Listwise).opposed(&turned);
        assert_eq!(found, []);
    }

    #[test]
    fn a_reversed_item_pulls_with_the_others() {
        let against = analyse(&questionnaire(&ANSWERS, 9), &[0, 1, 2], Missing::Listwise);
        let along = analyse(&questionnaire(&ANSWERS, 2), &[0, 1, 2], Missing::Listwise);
        assert!(against.scales[0].alpha.expect("defined") < 0.0);
        assert!(along.scales[0].alpha.expect("defined") > 0.8);
        // The mean of 5, 4, 2 turned round on 1–5 is that of 1, 2, 4.
        assert!((along.items[2].mean.expect("a mean") - 7.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn the_policy_for_missing_answers_decides_who_enters() {
        let of = questionnaire(&ANSWERS, 2);
        let all = [0, 1, 2, 3];
        let listwise = &analyse(&of, &all, Missing::Listwise).scales[0];
        assert_eq!((listwise.respondents, listwise.answered), (3, 4));
        assert!(listwise.interval.is_some());
        let pairwise = &analyse(&of, &all, Missing::Pairwise).scales[0];
        assert_eq!(pairwise.respondents, 4);
        assert_eq!(pairwise.interval, None);
        assert_eq!(pairwise.criterion.expect("three pairs").respondents, 3);
    }

    #[test]
    fn nobody_and_one_respondent_give_reasons_and_no_numbers() {
        let of = questionnaire(&ANSWERS, 2);
        let nobody = analyse(&of, &[], Missing::Listwise);
        assert_eq!(nobody.items[0].mean, None);
        assert_eq!(nobody.scales[0].alpha, Err(Undefined::TooFewUnits));
        let one = analyse(&of, &[0], Missing::Pairwise);
        assert_eq!(one.scales[0].alpha, Err(Undefined::TooFewUnits));
        assert_eq!(one.items[0].deviation, None);
    }
}
