//! What the rows of one region, wave and stage say: its cells, its conflicts, and what is wrong.

use std::collections::HashMap;
use std::sync::Arc;

use crate::framework::{Framework, InformantRule};
use crate::statement::{Answer, Name, Setting, Statement, Statements};

use super::cell::{self, Cell, InformantKey, Tally};
use super::conflict::{self, Conflict, Unnamed};
use super::doubts;
use super::join::{Entry, Unit};
use super::said::{Misfit, Said, says};

/// Rows (positions in the statements) by node.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// Where the rows of each node start, and at last where those of the last one end.
    starts: Vec<usize>,
    rows: Vec<usize>,
}

impl Rows {
    /// Sorted by node; those of one node stay in their order.
    fn of(entries: &[Entry], nodes: usize) -> Self {
        let mut starts = vec![0; nodes + 1];
        for entry in entries {
            starts[entry.node() + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut rows = vec![0; entries.len()];
        for entry in entries {
            let seat = &mut next[entry.node()];
            rows[*seat] = entry.row();
            *seat += 1;
        }
        Self { starts, rows }
    }

    /// The rows of each node in turn.
    pub fn iter(&self) -> impl Iterator<Item = &[usize]> {
        let ends = self.starts.windows(2);
        ends.map(|ends| &self.rows[ends[0]..ends[1]])
    }
}

impl std::ops::Index<usize> for Rows {
    type Output = [usize];

    fn index(&self, node: usize) -> &[usize] {
        &self.rows[self.starts[node]..self.starts[node + 1]]
    }
}

/// A row of a cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spoken<'a> {
    /// Position in the statements.
    pub(super) at: usize,
    pub(super) row: &'a Statement,
    pub(super) said: Said,
    /// Number of the informant within the unit.
    pub(super) informant: u32,
}

/// What a unit came to.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub(super) rows: Rows,
    pub(super) cells: Vec<Cell>,
    pub(super) conflicts: Vec<Conflict>,
    /// Rows that say something wrong: position, node, what.
    pub(super) misfits: Vec<(usize, usize, Misfit)>,
    /// Rows (positions) that repeat an earlier one.
    pub(super) repeated: Vec<usize>,
    /// Names of rows that no row of this unit carries.
    pub(super) unnamed: Vec<Unnamed>,
}

/// Judges one unit.
pub(super) fn judge(
    framework: &Framework,
    statements: &Statements,
    unit: &Unit,
    rule: InformantRule,
) -> Judged {
    let nodes = framework.nodes();
    let mut out = Judged {
        rows: Rows::of(&unit.entries, nodes.len()),
        cells: Vec::with_capacity(nodes.len()),
        ..Judged::default()
    };
    let mut links = conflict::Links::of(statements, unit);
    let mut informants = Informants::default();
    let mut heard = Vec::with_capacity(nodes.len());
    let mut spoken: Vec<Spoken<'_>> = Vec::new();
    for (node, rows) in out.rows.iter().enumerate() {
        let mut labels = Labels::default();
        spoken.clear();
        for at in rows {
            let row = &statements.rows()[*at];
            let said = labels.says(framework, node, row).unwrap_or_else(|misfit| {
                out.misfits.push((*at, node, misfit));
                Said::Nothing
            });
            spoken.push(Spoken {
                at: *at,
                row,
                said,
                informant: informants.number(row),
            });
        }
        // Where every row has an informant of its own, no two rows are alike.
        if has_twice(&spoken) {
            let rows = spoken.iter().map(|it| (it.at, it.row));
            out.repeated.extend(doubts::repeated(rows));
        }
        // Reported numbers of groups are averaged whatever the rule for informants.
        let rule = match nodes[node].indicator() {
            Some(_) => rule,
            None => InformantRule::Mean,
        };
        out.cells.push(cell::cell(&spoken, rule));
        heard.push(counted_informants(&spoken));
        links.conflicts(framework, unit, node, &spoken, &mut out.conflicts);
    }
    out.unnamed = links.unnamed;
    count_upwards(framework, heard, informants.len(), &mut out.cells);
    out
}

/// Whether an informant speaks more than once.
fn has_twice(spoken: &[Spoken<'_>]) -> bool {
    if spoken.is_sorted_by(|one, other| one.informant < other.informant) {
        return false;
    }
    let mut informants: Vec<u32> = spoken.iter().map(|it| it.informant).collect();
    informants.sort_unstable();
    informants.windows(2).any(|pair| pair[0] == pair[1])
}

fn counted_informants(spoken: &[Spoken<'_>]) -> Vec<u32> {
    let counted = spoken.iter().filter(|it| it.row.is_counted());
    counted.map(|it| it.informant).collect()
}

/// Fills in how many statements and informants stand at and below each node.
fn count_upwards(
    framework: &Framework,
    heard: Vec<Vec<u32>>,
    informants: usize,
    cells: &mut [Cell],
) {
    // One bit for each informant.
    let words = informants.div_ceil(64);
    let mut marks = vec![0_u64; words * cells.len()];
    for (node, informants) in heard.into_iter().enumerate() {
        for informant in informants {
            let bit = informant as usize;
            marks[node * words + bit / 64] |= 1 << (bit % 64);
        }
    }
    // Children stand behind their parents: from the back, every child is done before its parent.
    for (node, it) in framework.nodes().iter().enumerate().rev() {
        let (above, mine) = marks.split_at_mut(node * words);
        let mine = &mine[..words];
        let ones = mine.iter().map(|word| word.count_ones() as usize);
        cells[node].tally.informants = ones.sum();
        if let Some(parent) = it.parent() {
            let tally = cells[node].tally;
            cells[parent].tally.add(tally);
            let above = &mut above[parent * words..(parent + 1) * words];
            above.iter_mut().zip(mine).for_each(|(up, word)| *up |= word);
        }
    }
}

/// Numbers the informants of a unit in the order in which they are met.
#[derive(Default)]
struct Informants<'a> {
    by_setting: HashMap<*const Setting, u32>,
    by_key: HashMap<InformantKey, u32>,
    /// The setting looked for last and its number.
    last: Option<(&'a Arc<Setting>, u32)>,
}

impl<'a> Informants<'a> {
    fn number(&mut self, row: &'a Statement) -> u32 {
        let setting = row.setting();
        if let Some((last, number)) = self.last
            && Arc::ptr_eq(last, setting)
        {
            return number;
        }
        let key = Arc::as_ptr(setting);
        let number = match self.by_setting.get(&key) {
            Some(number) => *number,
            None => {
                let next = u32::try_from(self.by_key.len()).unwrap_or(u32::MAX);
                let number = *self.by_key.entry(InformantKey::of(row)).or_insert(next);
                self.by_setting.insert(key, number);
                number
            }
        };
        self.last = Some((setting, number));
        number
    }

    fn len(&self) -> usize {
        self.by_key.len()
    }
}

/// What labels say of one node: looked up once for all rows that share the label.
#[derive(Default)]
struct Labels(Vec<(Name, Result<Said, Misfit>)>);

impl Labels {
    fn says(
        &mut self,
        framework: &Framework,
        node: usize,
        row: &Statement,
    ) -> Result<Said, Misfit> {
        const MOST: usize = 16;
        let said = || says(framework, node, row);
        // A value or a unit beside the label may say otherwise.
        let Answer::Label(label) = &row.answer else {
            return said();
        };
        if row.value.is_some() || row.unit.is_some() || row.qualifier.is_some() {
            return said();
        }
        if let Some((_, known)) = self.0.iter().find(|(known, _)| known.is(label)) {
            return *known;
        }
        let said = said();
        if self.0.len() < MOST {
            self.0.push((label.clone(), said));
        }
        said
    }
}

impl Tally {
    fn add(&mut self, below: Self) {
        self.statements += below.statements;
        self.supporting += below.supporting;
        self.inhibiting += below.inhibiting;
        self.neutral += below.neutral;
    }
}
