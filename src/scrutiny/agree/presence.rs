//! Whether coders who worked on the same interview saw an indicator in it at all.

use std::collections::{BTreeMap, BTreeSet};

use crate::assess::{Assessed, speaker_of};
use crate::framework::Framework;
use crate::statement::{PartyName, Speaker, Statements};
use crate::stats::agreement::{
    Levels, Metric, Ratings, Weights, gwet_ac, krippendorff_alpha, percent_agreement,
};
use crate::stats::{Grid, Undefined};

use super::sample;

/// Agreement on what was seen: a unit is one indicator in what one informant said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Presence {
    /// Units about which two coders or more were asked.
    pub units: usize,
    /// Seen by all of them.
    pub all: usize,
    /// Seen by some of them.
    pub some: usize,
    /// Seen by none.
    pub none: usize,
    /// Whether some coder saw only what was drawn for a blind sample, so that finding the indicator
    /// was no choice of theirs.
    pub drawn: bool,
    /// Share of pairs of coders that agree, 0 to 1.
    pub percent: Result<f64, Undefined>,
    /// Of two coders, one of whom saw it: how probably the other did (Dice 1945); over more coders
    /// Σ s(s − 1) / Σ s(m − 1), s of m saw it. Agreement on what is not there does not count.
    pub positive: Option<f64>,
    /// Krippendorff's alpha, nominal.
    pub alpha: Result<f64, Undefined>,
    /// Gwet's AC1.
    pub ac1: Result<f64, Undefined>,
}

/// What one coder did with one interview.
#[derive(Default)]
struct Reading {
    /// Leaves with a row that says something.
    seen: BTreeSet<usize>,
    /// Leaves with a row.
    asked: BTreeSet<usize>,
    /// Whether the coder was free to see every indicator, not only those of a blind sample.
    free: bool,
}

/// The agreement on presence in the assessments at the positions `shown`; `None` where no two coders
/// worked on one interview.
pub(super) fn presence(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    shown: &[usize],
) -> Option<Presence> {
    let leaves: Vec<usize> = framework.indicators().map(|(at, ..)| at).collect();
    let mut interviews: BTreeMap<(usize, Speaker), BTreeMap<PartyName, Reading>> = BTreeMap::new();
    for at in shown {
        for leaf in &leaves {
            for position in &assessed.assessments[*at].rows[*leaf] {
                let row = &statements.rows()[*position];
                let drawn = sample::is_drawn(row);
                if !drawn && !row.is_counted() {
                    continue;
                }
                let Some(coder) = row.named_coder() else {
                    continue;
                };
                let readings = interviews
                    .entry((*at, speaker_of(framework, *leaf, row)))
                    .or_default();
                let reading = readings.entry(coder.clone()).or_default();
                reading.asked.insert(*leaf);
                reading.free |= !drawn;
                // The quote of a blind sample was there before its coder.
                if !drawn || row.is_judged() {
                    reading.seen.insert(*leaf);
                }
            }
        }
    }
    let mut names = BTreeSet::new();
    for readings in interviews.values().filter(|it| it.len() > 1) {
        names.extend(readings.keys().cloned());
    }
    let mut rows: Vec<Vec<Option<f64>>> = Vec::new();
    for readings in interviews.values().filter(|it| it.len() > 1) {
        for leaf in &leaves {
            let of = |name: &PartyName| {
                let reading = readings.get(name)?;
                let asked = reading.free || reading.asked.contains(leaf);
                let seen = reading.seen.contains(leaf);
                asked.then_some(f64::from(u8::from(seen)))
            };
            let row: Vec<Option<f64>> = names.iter().map(of).collect();
            if row.iter().flatten().count() > 1 {
                rows.push(row);
            }
        }
    }
    let several = || interviews.values().filter(|it| it.len() > 1);
    let drawn = several().any(|it| it.values().any(|it| !it.free));
    (!rows.is_empty()).then(|| Presence {
        drawn,
        ..of_rows(&rows)
    })
}

fn of_rows(rows: &[Vec<Option<f64>>]) -> Presence {
    let (mut all, mut none) = (0, 0);
    let (mut pairs, mut seen) = (0.0, 0.0);
    for row in rows {
        let m: f64 = row.iter().flatten().map(|_| 1.0).sum();
        let s: f64 = row.iter().flatten().sum();
        all += usize::from(s > m - 0.5);
        none += usize::from(s < 0.5);
        pairs += s * (s - 1.0);
        seen += s * (m - 1.0);
    }
    let ratings = Grid::from_rows(rows).map(|grid| Ratings::new(&grid));
    let of = |coefficient: &dyn Fn(&Ratings) -> Result<f64, Undefined>| match &ratings {
        Ok(ratings) => coefficient(ratings),
        Err(_) => Err(Undefined::TooLarge),
    };
    let both = Levels::new(&[0.0, 1.0]);
    Presence {
        units: rows.len(),
        all,
        some: rows.len() - all - none,
        none,
        drawn: false,
        percent: of(&|it| percent_agreement(it).map(|it| it.value)),
        positive: (seen > 0.0).then(|| pairs / seen),
        alpha: of(&|it| krippendorff_alpha(it, Metric::Nominal).map(|it| it.value)),
        ac1: of(&|it| gwet_ac(it, both.as_ref(), Weights::Identity).map(|it| it.value)),
    }
}
