//! Which row of one side is which row of the other.
//!
//! First what is the same in every word, wherever it stands. Then an id in one cell; then the same
//! words of one speaker or in one document, as `agree` pairs codings; then an evidence item, of which each
//! side has one row in the cell; then what is left of a cell where each side has exactly one row of one
//! speaker there; between two data at last an id that stands once on
//! each side of a region, whose row was moved to another indicator.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use crate::statement::codings::{self, wordings};
use crate::statement::{Field, PartyName, Speaker};

use super::Axis;
use super::said::{Coding, Content};

/// A row with all that it says.
pub(super) struct Row<'a> {
    pub(super) coding: Coding<'a>,
    pub(super) said: Vec<(Field, Content)>,
    /// Path of its file, and its sheet.
    pub(super) file: (&'a str, Option<&'a str>),
}

impl Row<'_> {
    /// File, sheet, row and cell: the same on two sides that were read from the same files, whichever of these
    /// were left out.
    fn place(&self) -> ((&str, Option<&str>), usize, Option<usize>) {
        let origin = self.coding.row.origin();
        (self.file, origin.row, origin.cell)
    }

    fn id(&self) -> Option<&str> {
        self.coding.row.id.as_deref()
    }

    /// Who coded it; nobody where the two sides are told apart by that.
    fn coder(&self, axis: &Axis) -> Option<&PartyName> {
        let coder = self.coding.row.coder.as_ref();
        coder.filter(|_| !matches!(axis, Axis::Coder))
    }

    fn cell(&self) -> (usize, usize) {
        (self.coding.pair, self.coding.node)
    }

    fn speaker(&self) -> Speaker {
        Speaker::of(self.coding.row)
    }
}

/// Pairs of positions, and at last what is left of either side.
pub(super) fn pairs(a: &[Row], b: &[Row], axis: &Axis) -> Vec<[Option<usize>; 2]> {
    let mut open = Open {
        a,
        b,
        of_a: vec![None; a.len()],
        of_b: vec![None; b.len()],
    };
    // One row of one file, whatever was corrected of it.
    if matches!(axis, Axis::Corrections) {
        open.join(false, |row| Some((row.place(), row.cell())));
        open.join(false, |row| Some(row.place()));
    }
    open.join(false, |row| {
        Some((row.cell(), row.id(), format!("{:?}", row.said)))
    });
    open.join(false, |row| Some((row.cell(), row.id()?, row.coder(axis))));
    open.join(false, |row| Some((row.cell(), row.id()?)));
    // A quote before a finding, a speaker before a document.
    let most = |rows: &[Row]| rows.iter().map(|it| wordings(it.coding.row).len()).max();
    let most = most(a).max(most(b)).unwrap_or(0);
    for by_coder in [true, false] {
        for at in 0..most {
            open.join(false, |row| {
                let wording = wordings(row.coding.row).into_iter().nth(at)?;
                let coder = row.coder(axis).filter(|_| by_coder);
                Some((row.cell(), format!("{wording:?}"), coder))
            });
        }
    }
    open.join(true, |row| {
        let item = row.coding.row.evidence.as_deref()?.item.as_deref()?;
        Some((row.cell(), item))
    });
    for by_coder in [true, false] {
        open.join(true, |row| {
            let coder = row.coder(axis).filter(|_| by_coder);
            Some((row.cell(), row.speaker(), coder))
        });
    }
    if matches!(axis, Axis::Data { .. }) {
        open.join(true, |row| Some((row.coding.pair, row.id()?)));
    }
    let left = |at: usize| [None, Some(at)];
    let of_a = open.of_a.iter().enumerate();
    let mut out: Vec<[Option<usize>; 2]> = of_a.map(|(at, other)| [Some(at), *other]).collect();
    let of_b = open.of_b.iter().enumerate();
    out.extend(of_b.filter(|(_, it)| it.is_none()).map(|(at, _)| left(at)));
    out
}

/// The rows of both sides, and who is paired with whom.
struct Open<'r, 'a> {
    a: &'r [Row<'a>],
    b: &'r [Row<'a>],
    of_a: Vec<Option<usize>>,
    of_b: Vec<Option<usize>>,
}

impl<'r, 'a> Open<'r, 'a> {
    /// Pairs what is left and has the same key, in the order of the rows; `alone`: only where each side
    /// has one.
    fn join<K: Hash + Eq>(&mut self, alone: bool, key: impl Fn(&'r Row<'a>) -> Option<K>) {
        let mut met: HashMap<K, [Vec<usize>; 2]> = HashMap::new();
        let sides = [(self.a, &self.of_a), (self.b, &self.of_b)];
        for (side, (rows, done)) in sides.into_iter().enumerate() {
            for (at, row) in rows
                .iter()
                .enumerate()
                .filter(|(at, _)| done[*at].is_none())
            {
                if let Some(key) = key(row) {
                    met.entry(key).or_default()[side].push(at);
                }
            }
        }
        for [of_a, of_b] in met.into_values() {
            if alone && (of_a.len() != 1 || of_b.len() != 1) {
                continue;
            }
            for (one, other) in of_a.into_iter().zip(of_b) {
                self.of_a[one] = Some(other);
                self.of_b[other] = Some(one);
            }
        }
    }
}

/// The statement of both sides that each pair is about, as the position of its first pair, however many
/// coders judged it.
pub(super) fn statements(pairs: &[[Option<usize>; 2]], sides: [&[Row]; 2]) -> Vec<usize> {
    let of_sides = sides.map(of_one_side);
    let mut first: Vec<usize> = (0..pairs.len()).collect();
    fn root(first: &[usize], mut at: usize) -> usize {
        while first[at] != at {
            at = first[at];
        }
        at
    }
    for (side, of) in of_sides.iter().enumerate() {
        let mut met: HashMap<usize, usize> = HashMap::new();
        for (at, pair) in pairs.iter().enumerate() {
            let Some(row) = pair[side] else { continue };
            let known = *met.entry(of[row]).or_insert(at);
            let (one, other) = (root(&first, known), root(&first, at));
            first[one.max(other)] = one.min(other);
        }
    }
    (0..pairs.len()).map(|at| root(&first, at)).collect()
}

/// The statement that each row of a side is a coding of, as the position of its first row.
fn of_one_side(rows: &[Row]) -> Vec<usize> {
    let mut cells: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        cells.entry(row.cell()).or_default().push(at);
    }
    let mut out: Vec<usize> = (0..rows.len()).collect();
    for cell in cells.into_values() {
        let spoken: Vec<_> = cell
            .iter()
            .map(|at| (rows[*at].coding.row, rows[*at].speaker()))
            .collect();
        for (at, of) in cell.iter().zip(codings::statements(&spoken)) {
            out[*at] = cell[of];
        }
    }
    out
}
