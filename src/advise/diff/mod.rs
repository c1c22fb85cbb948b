//! What differs between two sides: two data, or two waves, stages or coders of one.
//!
//! Owns which row of one side is which row of the other ([`StatementChange`]), the cells on which the
//! sides differ ([`CellChange`]), and what that did to scores ([`ScoreChange`]) and ranks
//! ([`RankChange`]). Every number is one that `assess` or `compare` gives of a side.

mod numbers;
mod pairing;
mod said;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::{Assessed, Assessment, Reason};
use crate::compare::{Choice, Places};
use crate::framework::{Framework, Method, Target};
use crate::statement::{Field, PartyName, Stage, Statement, Statements};
use crate::stats::TOLERANCE;
use crate::text::vocabulary;

use pairing::Row;
use said::Coding;

pub use said::{Content, why};

/// One of the two sides.
#[derive(Debug, Clone)]
pub struct Side<'a> {
    /// The framework, the same on both sides.
    pub framework: &'a Framework,
    /// The choices behind the scores.
    pub method: &'a Method,
    /// Targets, which a comparison asks for.
    pub targets: &'a [Target],
    /// The rows.
    pub statements: &'a Statements,
    /// The scores.
    pub assessed: &'a Assessed,
    /// Positions of the assessments that belong to the side.
    pub members: Vec<usize>,
    /// How its regions are ranked.
    pub choice: Choice,
}

/// What tells the sides apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Two data; each may be of one wave or stage of its own, which is then no difference.
    Data {
        /// Whether the waves of the two differ as a whole.
        waves: bool,
        /// Whether the stages of the two differ as a whole.
        stages: bool,
    },
    /// Two waves.
    Wave,
    /// Two stages.
    Stage,
    /// Two coders.
    Coder,
    /// The data as they were sent, and with the corrections of the study.
    Corrections,
}

impl Axis {
    /// The axis between two data: where each has one wave, or stage, and they are not the same, that is
    /// what the data are told apart by.
    #[must_use]
    pub fn of_data(a: &Side, b: &Side) -> Self {
        let apart = |of: &dyn Fn(&Assessment) -> Option<String>| {
            let [one, other] = [a, b].map(|side| {
                let members = side.members.iter();
                let all = members.map(|at| of(&side.assessed.assessments[*at]));
                all.collect::<BTreeSet<_>>()
            });
            one.len() == 1 && other.len() == 1 && one != other
        };
        Self::Data {
            waves: apart(&|it| it.wave.as_deref().map(str::to_owned)),
            stages: apart(&|it| it.stage.map(|it| it.id().to_owned())),
        }
    }

    /// Whether waves are held against each other whatever they are called.
    #[must_use]
    pub fn drops_wave(&self) -> bool {
        matches!(self, Self::Wave | Self::Data { waves: true, .. })
    }

    /// Whether stages are held against each other whatever they are called.
    #[must_use]
    pub fn drops_stage(&self) -> bool {
        matches!(self, Self::Stage | Self::Data { stages: true, .. })
    }
}

/// What is held against each other: a region, and its wave and stage where both sides have the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unit {
    /// Name of the region.
    pub region: Arc<str>,
    /// The wave, where the sides are not told apart by it.
    pub wave: Option<Arc<str>>,
    /// The stage, where the sides are not told apart by it.
    pub stage: Option<Stage>,
}

vocabulary! {
    /// How a statement differs.
    pub enum Change {
        /// Only the second side has it.
        Added = "added",
        /// Only the first side has it.
        Removed = "removed",
        /// Both have it, and say different things.
        Changed = "changed",
    }
}

/// A statement that differs.
#[derive(Debug, Clone)]
pub struct StatementChange {
    /// How.
    pub change: Change,
    /// Position of its region among [`Diff::units`].
    pub unit: usize,
    /// Position of its indicator, group or the index; that of the second side where it was moved.
    pub node: usize,
    /// Position of its row on the first side.
    pub a: Option<usize>,
    /// Position of its row on the second side.
    pub b: Option<usize>,
    /// What differs; of a statement of one side all that it says.
    pub fields: Vec<FieldChange>,
}

/// A field that differs.
#[derive(Debug, Clone)]
pub struct FieldChange {
    /// Which.
    pub field: Field,
    /// What the first side says.
    pub a: Option<Content>,
    /// What the second side says.
    pub b: Option<Content>,
}

impl StatementChange {
    /// Whether what the statement is worth differs, and not only words around it.
    #[must_use]
    pub fn is_judged_otherwise(&self) -> bool {
        let counts = |it: &FieldChange| {
            matches!(
                it.field,
                Field::Level | Field::Value | Field::Direction | Field::Use | Field::Weight
            )
        };
        self.change == Change::Changed && self.fields.iter().any(counts)
    }
}

/// How many statements there are, however many coders judged them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// On either side.
    pub all: usize,
    /// Only on the second side.
    pub added: usize,
    /// Only on the first side.
    pub removed: usize,
    /// On both sides, and not the same.
    pub changed: usize,
    /// Of these, that are worth something else.
    pub judged: usize,
}

impl Counts {
    /// Statements that differ in any way.
    #[must_use]
    pub fn differing(self) -> usize {
        self.added + self.removed + self.changed
    }
}

/// A number of one side, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The number.
    pub number: Option<f64>,
    /// The same as people read it, in the reporting unit.
    pub told: Option<f64>,
    /// Why there is none.
    pub reason: Option<Reason>,
}

/// An indicator of a region on which the sides differ.
#[derive(Debug, Clone)]
pub struct CellChange {
    /// Position of the region among [`Diff::units`].
    pub unit: usize,
    /// Position of the indicator.
    pub node: usize,
    /// Value on the first side.
    pub a: Figure,
    /// Value on the second side.
    pub b: Figure,
    /// Positions of its statements among [`Diff::statements`].
    pub statements: Vec<usize>,
}

/// The cells of both sides.
#[derive(Debug, Clone, Default)]
pub struct Cells {
    /// Those that differ.
    pub changes: Vec<CellChange>,
    /// How many have a value on either side.
    pub of: usize,
    /// Those with the same answer that score otherwise: a level that a region gave itself may count as the
    /// upper edge of its band, where that of an assessor counts as it stands.
    pub counted_otherwise: usize,
}

/// A group or the index of a region whose score differs.
#[derive(Debug, Clone)]
pub struct ScoreChange {
    /// Position of the region among [`Diff::units`].
    pub unit: usize,
    /// Position of the group or the index.
    pub node: usize,
    /// Score on the first side, 0–100.
    pub a: Figure,
    /// Score on the second side, 0–100.
    pub b: Figure,
}

impl ScoreChange {
    /// The second minus the first score.
    #[must_use]
    pub fn change(&self) -> Option<f64> {
        Some(self.b.number? - self.a.number?)
    }

    /// The same of what people read.
    #[must_use]
    pub fn told(&self) -> Option<f64> {
        Some(self.b.told? - self.a.told?)
    }
}

/// The place of a region on both sides.
#[derive(Debug, Clone)]
pub struct RankChange {
    /// Its name.
    pub region: Arc<str>,
    /// Rank and possible places on the first side; `None`: not ranked.
    pub a: Option<(usize, Places)>,
    /// Rank and possible places on the second side.
    pub b: Option<(usize, Places)>,
}

impl RankChange {
    /// Whether the rank differs.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.a.map(|it| it.0) != self.b.map(|it| it.0)
    }
}

/// The rankings of both sides, of one tier of government.
#[derive(Debug, Clone, Default)]
pub struct Ranks {
    /// The wave of the rankings, where it is the same.
    pub wave: Option<Arc<str>>,
    /// The stage of the rankings, where it is the same.
    pub stage: Option<Stage>,
    /// How many regions stand in each ranking.
    pub among: [usize; 2],
    /// Every region shown that stands in one of them, by its place on the second side.
    pub regions: Vec<RankChange>,
}

/// What differs between two sides.
#[derive(Debug, Clone)]
pub struct Diff {
    /// What is held against each other, by region, wave and stage.
    pub units: Vec<Unit>,
    /// Position of the assessment of each unit on either side.
    pub assessments: Vec<[Option<usize>; 2]>,
    /// By unit, in the order of the tree, then of the rows.
    pub statements: Vec<StatementChange>,
    /// How many statements differ, and of how many.
    pub counts: Counts,
    /// By unit, in the order of the tree.
    pub cells: Cells,
    /// By unit, in the order of the tree.
    pub scores: Vec<ScoreChange>,
    /// The rankings.
    pub ranks: Ranks,
}

impl Diff {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.statements.is_empty()
            && self.cells.changes.is_empty()
            && self.scores.is_empty()
            && !self.ranks.regions.iter().any(RankChange::differs)
    }
}

/// What differs between `a` and `b`, which stand under one framework.
#[must_use]
pub fn diff<'a>(a: &Side<'a>, b: &Side<'a>, axis: &Axis) -> Diff {
    let (units, assessments) = units([a, b], axis);
    let rows = |at: usize, side: &Side<'a>| -> Vec<Row<'a>> {
        let pairs = assessments.iter().enumerate();
        let mine = pairs.filter_map(|(pair, both)| Some((pair, both[at]?)));
        let mut out: Vec<Row<'a>> = mine
            .flat_map(|(pair, assessment)| rows(side, pair, assessment, axis))
            .collect();
        out.extend(item_rows(side, &units, &assessments, at, axis));
        out
    };
    let (of_a, of_b) = (rows(0, a), rows(1, b));
    let pairs = pairing::pairs(&of_a, &of_b, axis);
    let (statements, counts) = changes(&pairs, [&of_a, &of_b]);
    let cells = numbers::cells([a, b], &assessments, &statements);
    let scores = numbers::scores([a, b], &assessments);
    let ranks = numbers::ranks([a, b], axis);
    Diff {
        units,
        assessments,
        statements,
        counts,
        cells,
        scores,
        ranks,
    }
}

/// What is held against each other, and the assessment of each on either side.
fn units(sides: [&Side; 2], axis: &Axis) -> (Vec<Unit>, Vec<[Option<usize>; 2]>) {
    type Key = (PartyName, Option<PartyName>, Option<Stage>);
    let mut met: BTreeMap<Key, (Unit, [Option<usize>; 2])> = BTreeMap::new();
    for (at, side) in sides.into_iter().enumerate() {
        for member in &side.members {
            let it = &side.assessed.assessments[*member];
            let unit = Unit {
                region: Arc::clone(&it.region.name),
                wave: it.wave.clone().filter(|_| !axis.drops_wave()),
                stage: it.stage.filter(|_| !axis.drops_stage()),
            };
            let name = |it: &Arc<str>| PartyName::from(&**it);
            let key = (name(&unit.region), unit.wave.as_ref().map(name), unit.stage);
            met.entry(key).or_insert((unit, [None, None])).1[at] = Some(*member);
        }
    }
    let mut all: Vec<_> = met.into_values().collect();
    all.sort();
    all.into_iter().unzip()
}

/// Path and sheet of a row.
fn file_of<'a>(side: &Side<'a>, row: &Statement) -> (&'a str, Option<&'a str>) {
    (side.statements.file(row), side.statements.sheet(row))
}

/// The rows of an assessment that say anything.
fn rows<'a>(side: &Side<'a>, pair: usize, assessment: usize, axis: &Axis) -> Vec<Row<'a>> {
    let of_nodes = side.assessed.assessments[assessment]
        .rows
        .iter()
        .enumerate();
    let rows = of_nodes.flat_map(|(node, rows)| rows.iter().map(move |at| (node, *at)));
    let rows = rows.map(|(node, position)| Coding {
        row: &side.statements.rows()[position],
        position,
        assessment,
        node,
        pair,
    });
    rows.filter(|it| !it.row.is_blank())
        .map(|coding| Row {
            said: said::said(side, &coding, axis),
            file: file_of(side, coding.row),
            coding,
        })
        .collect()
}

/// The rows that decide the states of evidence items and give nothing that could be scored: they stand
/// beside the assessments of all stages of a region and wave, and here with the first of these.
fn item_rows<'a>(
    side: &Side<'a>,
    units: &[Unit],
    assessments: &[[Option<usize>; 2]],
    at: usize,
    axis: &Axis,
) -> Vec<Row<'a>> {
    let mut out = Vec::new();
    // Of two stages of one region the items are the same.
    if *axis == Axis::Stage {
        return out;
    }
    let place = |unit: usize| (&units[unit].region, &units[unit].wave);
    let mut first = 0;
    let mut done = None;
    for (unit, both) in assessments.iter().enumerate() {
        if place(unit) != place(first) {
            first = unit;
        }
        let Some(assessment) = both[at].filter(|_| done != Some(first)) else {
            continue;
        };
        done = Some(first);
        let mine = &side.assessed.assessments[assessment];
        let proofs = side.assessed.evidence_of(mine);
        for proof in proofs.iter().flat_map(|it| &it.proofs) {
            for position in proof.items.iter().filter_map(|it| it.row) {
                let row = &side.statements.rows()[position];
                let is_scored =
                    !row.answer.is_missing() || row.value.is_some() || row.direction.is_some();
                if is_scored {
                    continue;
                }
                let coding = Coding {
                    row,
                    position,
                    assessment,
                    node: proof.node,
                    pair: first,
                };
                let said = said::said(side, &coding, axis);
                let file = file_of(side, row);
                out.push(Row { coding, said, file });
            }
        }
    }
    out
}

/// What differs between the rows of each pair, and how many statements that are.
fn changes(pairs: &[[Option<usize>; 2]], [a, b]: [&[Row]; 2]) -> (Vec<StatementChange>, Counts) {
    let of = pairing::statements(pairs, [a, b]);
    // Of each statement: whether either side has it, whether anything differs, and what it is worth.
    let mut met: BTreeMap<usize, ([bool; 2], bool, bool)> = BTreeMap::new();
    let mut out = Vec::new();
    for (pair, statement) in pairs.iter().zip(of) {
        let rows = [pair[0].map(|at| &a[at]), pair[1].map(|at| &b[at])];
        let (change, fields) = match rows {
            [Some(one), Some(other)] => (Change::Changed, differing(&one.said, &other.said)),
            [Some(one), None] => (Change::Removed, alone(differing(&one.said, &[]))),
            [None, Some(other)] => (Change::Added, alone(differing(&[], &other.said))),
            [None, None] => continue,
        };
        let (sides, differs, judged) = met.entry(statement).or_default();
        sides[0] |= rows[0].is_some();
        sides[1] |= rows[1].is_some();
        let Some(row) = rows[1].or(rows[0]) else {
            continue;
        };
        if change == Change::Changed && fields.is_empty() {
            continue;
        }
        let found = StatementChange {
            change,
            unit: row.coding.pair,
            node: row.coding.node,
            a: rows[0].map(|it| it.coding.position),
            b: rows[1].map(|it| it.coding.position),
            fields,
        };
        *differs = true;
        *judged |= found.is_judged_otherwise();
        out.push(found);
    }
    out.sort_by_key(|it| (it.unit, it.node, it.b.is_none(), it.b, it.a));
    let mut counts = Counts {
        all: met.len(),
        ..Counts::default()
    };
    for (sides, differs, judged) in met.into_values() {
        match sides {
            [false, true] => counts.added += 1,
            [true, false] => counts.removed += 1,
            _ if differs => {
                counts.changed += 1;
                counts.judged += usize::from(judged);
            }
            _ => {}
        }
    }
    (out, counts)
}

/// What a statement of one side says, without the cell that it stands in anyway.
fn alone(mut fields: Vec<FieldChange>) -> Vec<FieldChange> {
    let cell = [Field::Region, Field::Indicator, Field::Wave, Field::Stage];
    fields.retain(|it| !cell.contains(&it.field));
    fields
}

/// The fields that are not the same, in the order of the columns.
fn differing(a: &[(Field, Content)], b: &[(Field, Content)]) -> Vec<FieldChange> {
    let of = |all: &[(Field, Content)], field| {
        let mut all = all.iter().filter(|it| it.0 == field);
        all.next().map(|it| it.1.clone())
    };
    let fields: BTreeSet<Field> = a.iter().chain(b).map(|it| it.0).collect();
    // Words that may not leave the team on one side stay in on the other.
    let withheld = [a, b]
        .iter()
        .any(|side| side.iter().any(|it| matches!(it.1, Content::Withheld(_))));
    let content = |side, field| match of(side, field) {
        Some(Content::Text(words)) if withheld && field == Field::Quote => {
            Some(Content::Withheld(words))
        }
        found => found,
    };
    let changes = fields.into_iter().map(|field| FieldChange {
        field,
        a: content(a, field),
        b: content(b, field),
    });
    changes.filter(|it| !is_same(&it.a, &it.b)).collect()
}

/// Whether two contents are the same; of numbers what is only floating-point noise is no difference.
fn is_same(a: &Option<Content>, b: &Option<Content>) -> bool {
    match (a, b) {
        (Some(Content::Number(a)), Some(Content::Number(b))) => (a - b).abs() <= TOLERANCE,
        _ => a == b,
    }
}
