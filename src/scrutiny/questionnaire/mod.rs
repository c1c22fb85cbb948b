//! Questionnaires: who answered which item how, what the answers say, and whether the items of a
//! construct go together.
//!
//! A [`Questionnaire`] is respondents by items, made of statements ([`Questionnaire::of_study`]) or
//! of a plain matrix ([`Questionnaire::of_matrix`]). Items where low answers are the good ones are
//! turned round (min + max − answer) before anything else. [`analyse`] describes every item by all
//! its answers, and every construct by the answers that the policy for missing ones lets in.

mod analysis;
mod respondents;

pub use analysis::{
    Against, Analysis, Criterion, ItemResult, Opposed, Part, ScaleResult, analyse, analyse_parts,
    analyse_whole,
};
pub use respondents::{ATTRIBUTES, NoQuestionnaire, attribute};

use crate::text::Text;

/// Id of the scale that holds all items.
pub const WHOLE: &str = "index";

/// One item.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Name for programs.
    pub id: String,
    /// Name for people.
    pub title: Text,
    /// Ends of its scale, where they are known.
    pub ends: Option<(f64, f64)>,
    /// The answers that can be given, lowest first, with their names; none where the scale is not
    /// known or continuous.
    pub levels: Vec<(f64, Option<Text>)>,
    /// Whether answers were turned round.
    pub reversed: bool,
}

/// Items that are to measure one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Construct {
    /// Name for programs; [`WHOLE`] for all items together.
    pub id: String,
    /// Name for people.
    pub title: Text,
    /// Positions of its items, ascending.
    pub items: Vec<usize>,
}

/// Who answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Respondent {
    /// What splits the respondents, one for each way in which they are split.
    pub attributes: Vec<Option<String>>,
    /// One answer for each item, turned round where the item is.
    pub answers: Vec<Option<f64>>,
}

/// How respondents were told apart, with how many of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ToldApart {
    /// By their name.
    pub named: usize,
    /// By post and offices.
    pub posts: usize,
    /// By nothing but their row of a wide table or matrix.
    pub rows: usize,
    /// Answers that a coder set, not the respondent.
    pub coded: usize,
    /// Regions that are taken together.
    pub regions: usize,
    /// Waves.
    pub waves: usize,
    /// Stages.
    pub stages: usize,
}

/// Respondents by items.
///
/// **Invariant:** every respondent has one answer slot for each item, and at least one answer;
/// constructs name items that exist.
#[derive(Debug, Clone, PartialEq)]
pub struct Questionnaire {
    /// The items.
    pub items: Vec<Question>,
    /// The constructs, outer before inner; the whole is the first.
    pub constructs: Vec<Construct>,
    /// Who answered.
    pub respondents: Vec<Respondent>,
    /// How they were told apart.
    pub told_apart: ToldApart,
}

impl Questionnaire {
    /// A questionnaire of plain answers; those to reversed items are turned round here. Rows
    /// without any answer are left out. Constructs follow the whole.
    #[must_use]
    pub fn of_matrix(
        items: Vec<Question>,
        constructs: Vec<Construct>,
        rows: Vec<Respondent>,
    ) -> Self {
        let respondents: Vec<Respondent> = rows
            .into_iter()
            .filter(|row| row.answers.iter().any(Option::is_some))
            .map(|row| Respondent {
                answers: items
                    .iter()
                    .zip(row.answers)
                    .map(|(item, answer)| answer.map(|it| item.turned(it)))
                    .collect(),
                ..row
            })
            .collect();
        Self {
            told_apart: ToldApart {
                rows: respondents.len(),
                ..ToldApart::default()
            },
            constructs: std::iter::once(whole(items.len()))
                .chain(constructs)
                .collect(),
            items,
            respondents,
        }
    }

    /// Turns the answers to some items round (positions): an item that was turned already is as it
    /// was given again. Items without known ends stay as they are.
    pub fn turn(&mut self, items: &[usize]) {
        for at in items {
            let question = &mut self.items[*at];
            let Some((min, max)) = question.ends else {
                continue;
            };
            question.reversed = !question.reversed;
            for respondent in &mut self.respondents {
                let answer = &mut respondent.answers[*at];
                *answer = answer.map(|it| min + max - it);
            }
        }
    }

    /// How many respondents answered every item.
    #[must_use]
    pub fn complete(&self) -> usize {
        let is_complete = |it: &&Respondent| it.answers.iter().all(Option::is_some);
        self.respondents.iter().filter(is_complete).count()
    }

    /// The narrowest construct that an item belongs to.
    #[must_use]
    pub fn construct_of(&self, item: usize) -> usize {
        let narrow = self
            .constructs
            .iter()
            .enumerate()
            .filter(|(_, it)| it.items.contains(&item) && it.items.len() > 1)
            .min_by_key(|(at, it)| (it.items.len(), std::cmp::Reverse(*at)));
        narrow.map_or(0, |(at, _)| at)
    }

    /// What splits the respondents: each value with the positions of its respondents, in the order
    /// of the alphabet; those without a value last. `way` is the position among the ways in which they
    /// are split.
    #[must_use]
    pub fn parts(&self, way: usize) -> Vec<(Option<&str>, Vec<usize>)> {
        let value = |at: &usize| self.respondents[*at].attributes.get(way)?.as_deref();
        let mut all: Vec<usize> = (0..self.respondents.len()).collect();
        all.sort_by_key(|at| (value(at).is_none(), value(at), *at));
        all.chunk_by(|a, b| value(a) == value(b))
            .map(|part| (value(&part[0]), part.to_vec()))
            .collect()
    }
}

impl Question {
    /// An answer on the direction that all items share.
    fn turned(&self, answer: f64) -> f64 {
        match self.ends {
            Some((min, max)) if self.reversed => min + max - answer,
            _ => answer,
        }
    }
}

fn whole(items: usize) -> Construct {
    Construct {
        id: WHOLE.to_owned(),
        title: Text::default(),
        items: (0..items).collect(),
    }
}

/// The whole answers of a scale from `min` to `max`, if it has few enough to be a set of answers.
#[must_use]
pub fn whole_levels(min: f64, max: f64) -> Vec<f64> {
    const MOST: f64 = 20.0;
    let whole = |it: f64| (it - it.round()).abs() < f64::EPSILON;
    if !whole(min) || !whole(max) || max - min > MOST {
        return Vec::new();
    }
    let mut out = vec![min];
    while let Some(last) = out.last().filter(|last| **last < max - 0.5) {
        out.push(last + 1.0);
    }
    out
}
