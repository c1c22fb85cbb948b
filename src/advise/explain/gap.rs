//! What makes the difference between two assessments: contributions that sum to the gap.
//!
//! Where every group below is an arithmetic mean and both sides have the same indicators, the part of an
//! indicator is its weight on the way up times the difference of its scores. Elsewhere it is its Owen value
//! (Owen 1977, "Values of games with a priori unions"; Shapley 1953 along the tree): the mean, over all
//! orders in which the members of a group could change sides while groups stay together, of what its change
//! adds. Missing is a state like any other, and coverage asks for nothing.

use crate::assess::{Assessed, Given, Mixture};
use crate::framework::{Framework, GroupRule, Method};
use crate::stats::Stream;

/// How the gap was split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// Weight times difference.
    Additive,
    /// Owen values.
    Shapley,
    /// Owen values over so many random orders of a group with many members.
    Sampled(usize),
}

/// The gap of two assessments at a node, in points of its score (0–100).
#[derive(Debug, Clone)]
pub struct Gap {
    /// The score of the first side less that of the second.
    pub gap: f64,
    /// How it was split.
    pub split: Split,
    /// Each node that makes a difference as a whole (position) with its part, in tree order.
    pub parts: Vec<(usize, f64)>,
    /// What published numbers add to what is computed.
    pub published: f64,
}

/// More members of a group than this that differ are taken in random orders.
const MOST: usize = 12;

/// So many orders of a group.
const ORDERS: usize = 2000;

/// The gap at `node` between the assessments at two positions; `None` where a side has no data.
#[must_use]
pub fn gap(
    framework: &Framework,
    method: &Method,
    assessed: &Assessed,
    sides: [usize; 2],
    node: usize,
    seed: u64,
) -> Option<Gap> {
    let given = sides.map(|at| assessed.anatomy(framework, method, at));
    let mixture = Mixture::of(assessed, framework, method, sides);
    let has_data = |side: usize| {
        let result = &assessed.assessments[sides[side]].nodes[node];
        result.score.is_some() || result.coverage.is_some_and(|it| it > 0.0)
    };
    if !has_data(0) || !has_data(1) {
        return None;
    }
    let nodes = framework.nodes().len();
    let whole = mixture.units(node, &[vec![true; nodes], vec![false; nodes]]);
    let computed = 100.0 * (whole[0] - whole[1]);
    let shown = |side: usize| assessed.assessments[sides[side]].nodes[node].score;
    let gap = match (shown(0), shown(1)) {
        (Some(mine), Some(theirs)) => mine - theirs,
        _ => computed,
    };
    let splitting = Splitting {
        framework,
        mixture: &mixture,
        root: node,
        seed,
    };
    let (split, mut parts) = match mixture.is_tip[node] {
        true => (Split::Additive, vec![(node, computed)]),
        false => match additive(framework, method, &mixture, (&given, node)) {
            Some(parts) => (Split::Additive, parts),
            None => splitting.owen(),
        },
    };
    parts.retain(|(_, part)| part.abs() > 0.0);
    parts.sort_by_key(|(at, _)| *at);
    Some(Gap {
        gap,
        split,
        parts,
        published: gap - computed,
    })
}

/// The parts where only arithmetic means lie between, and both sides have the same below.
fn additive(
    framework: &Framework,
    method: &Method,
    mixture: &Mixture<'_>,
    (given, root): (&[Vec<Given>; 2], usize),
) -> Option<Vec<(usize, f64)>> {
    let nodes = framework.nodes();
    let mut share = vec![0.0; nodes.len()];
    share[root] = 1.0;
    let mut parts = Vec::new();
    for at in root..nodes.len() {
        if share[at] <= 0.0 {
            continue;
        }
        if mixture.is_tip[at] {
            if mixture.differs[at] {
                let [mine, theirs] = [0, 1].map(|side| given[side][at].unit);
                parts.push((at, 100.0 * share[at] * (mine? - theirs?)));
            }
            continue;
        }
        let children = nodes[at].children();
        let counts = |side: usize, it: &usize| given[side][*it].counts;
        if children.iter().any(|it| counts(0, it) != counts(1, it)) {
            return None;
        }
        let counted = || children.iter().filter(|it| counts(0, it));
        if given[0][at].rule != Some(GroupRule::Arithmetic) && counted().count() > 0 {
            return None;
        }
        let total: f64 = counted().map(|it| method.weights[*it]).sum();
        for child in counted().filter(|_| total > 0.0) {
            share[*child] = share[at] * method.weights[*child] / total;
        }
    }
    Some(parts)
}

/// One splitting of a gap by Owen values.
struct Splitting<'a, 'm> {
    framework: &'a Framework,
    mixture: &'a Mixture<'m>,
    root: usize,
    seed: u64,
}

/// Which tips are of the first side, and how much a setting of them weighs.
type Setting = (f64, Vec<bool>);

impl Splitting<'_, '_> {
    fn owen(&self) -> (Split, Vec<(usize, f64)>) {
        let start = vec![(1.0, vec![false; self.framework.nodes().len()])];
        let mut parts = Vec::new();
        let mut split = Split::Shapley;
        self.of_group(self.root, &start, &mut parts, &mut split);
        (split, parts)
    }

    /// Puts a node with all below it on the first side.
    fn put(&self, picks: &mut [bool], at: usize) {
        picks[at] = true;
        for child in self.framework.nodes()[at].children() {
            self.put(picks, *child);
        }
    }

    fn with(&self, picks: &[bool], members: &[usize], mask: usize) -> Vec<bool> {
        let mut out = picks.to_vec();
        for (place, at) in members.iter().enumerate() {
            if mask >> place & 1 == 1 {
                self.put(&mut out, *at);
            }
        }
        out
    }

    fn of_group(
        &self,
        group: usize,
        settings: &[Setting],
        parts: &mut Vec<(usize, f64)>,
        split: &mut Split,
    ) {
        let children = self.framework.nodes()[group].children().iter().copied();
        let members: Vec<usize> = children.filter(|it| self.mixture.differs[*it]).collect();
        if members.len() > MOST {
            *split = Split::Sampled(ORDERS);
            self.sampled(&members, settings, parts, split);
            return;
        }
        let count = members.len();
        let weights = weights(count);
        // What every coalition of the members comes to, in every setting.
        let tips: Vec<usize> = (0..count)
            .filter(|it| self.mixture.is_tip[members[*it]])
            .collect();
        if !tips.is_empty() {
            let mut values = vec![0.0; count];
            for (weight, picks) in settings {
                let coalitions: Vec<Vec<bool>> = (0..1 << count)
                    .map(|mask| self.with(picks, &members, mask))
                    .collect();
                let units = self.mixture.units(self.root, &coalitions);
                for tip in &tips {
                    for (mask, before) in units.iter().enumerate() {
                        if mask >> tip & 1 == 0 {
                            let size = mask.count_ones() as usize;
                            let adds = units[mask | 1 << tip] - before;
                            values[*tip] += weight * weights[size] * adds;
                        }
                    }
                }
            }
            parts.extend(tips.iter().map(|it| (members[*it], 100.0 * values[*it])));
        }
        for (place, member) in members.iter().enumerate() {
            if self.mixture.is_tip[*member] {
                continue;
            }
            let mut below: Vec<Setting> = Vec::new();
            for (weight, picks) in settings {
                for mask in (0..1_usize << count).filter(|it| it >> place & 1 == 0) {
                    let size = mask.count_ones() as usize;
                    let picks = self.with(picks, &members, mask);
                    below.push((weight * weights[size], picks));
                }
            }
            self.of_group(*member, &below, parts, split);
        }
    }

    /// As in [`Self::of_group`], over random orders: what each adds when it changes sides after those before
    /// it. The parts of any one order sum to the whole.
    fn sampled(
        &self,
        members: &[usize],
        settings: &[Setting],
        parts: &mut Vec<(usize, f64)>,
        split: &mut Split,
    ) {
        let mut stream = Stream::new(self.seed, 3, members[0] as u64);
        #[expect(clippy::cast_precision_loss, reason = "thousands of orders")]
        let each = 1.0 / ORDERS as f64;
        let mut values = vec![0.0; members.len()];
        let mut below: Vec<Vec<Setting>> = vec![Vec::new(); members.len()];
        for number in 0..ORDERS {
            // One setting for each order keeps their number where it is.
            let (weight, picks) = draw(settings, number);
            let mut order: Vec<usize> = (0..members.len()).collect();
            for last in (1..order.len()).rev() {
                let other = stream.below(u32::try_from(last + 1).unwrap_or(u32::MAX)) as usize;
                order.swap(last, other);
            }
            let mut now = picks.clone();
            let mut steps = vec![now.clone()];
            for place in &order {
                if !self.mixture.is_tip[members[*place]] {
                    below[*place].push((each * weight, now.clone()));
                }
                self.put(&mut now, members[*place]);
                steps.push(now.clone());
            }
            let units = self.mixture.units(self.root, &steps);
            for (place, pair) in order.iter().zip(units.windows(2)) {
                values[*place] += each * weight * (pair[1] - pair[0]);
            }
        }
        for (place, member) in members.iter().enumerate() {
            match self.mixture.is_tip[*member] {
                true => parts.push((*member, 100.0 * values[place])),
                false => self.of_group(*member, &below[place], parts, split),
            }
        }
    }
}

/// The setting of an order: all in turn, each with the weight that they have together.
fn draw(settings: &[Setting], number: usize) -> (f64, &Vec<bool>) {
    let total: f64 = settings.iter().map(|(weight, _)| weight).sum();
    (total, &settings[number % settings.len()].1)
}

/// s! (m − 1 − s)! / m! for each size s of a coalition among the other m − 1 members.
fn weights(members: usize) -> Vec<f64> {
    #[expect(clippy::cast_precision_loss, reason = "few members")]
    let of = |it: usize| it as f64;
    (0..members)
        .map(|size| {
            // 1 / (m · C(m − 1, s)).
            let choose = (0..size).fold(1.0, |it, k| it * of(members - 1 - k) / of(k + 1));
            1.0 / (of(members) * choose)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_of_coalitions_sum_to_one() {
        // Three members: alone 1/3, beside one of two others 1/6 each, last 1/3.
        assert_eq!(weights(3), [1.0 / 3.0, 1.0 / 6.0, 1.0 / 3.0]);
        assert_eq!(weights(1), [1.0]);
    }
}
