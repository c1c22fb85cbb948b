//! The rows of one region in one wave and stage, and where each of them belongs.

use std::ops::{Index, Range};
use std::sync::Arc;

use crate::statement::Stage;

use super::regions::RegionRef;

/// One row where it belongs, in little room: there may be millions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    row: u32,
    node: u32,
}

impl Entry {
    pub(super) fn new(row: usize, node: usize) -> Self {
        let small = |at| u32::try_from(at).expect("fewer rows fit into memory");
        Self {
            row: small(row),
            node: small(node),
        }
    }

    /// Position in the statements.
    pub(super) fn row(self) -> usize {
        self.row as usize
    }

    /// Position in the nodes.
    pub(super) fn node(self) -> usize {
        self.node as usize
    }
}

/// All rows of one region, wave and stage, in their order.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) region: RegionRef,
    pub(super) wave: Option<Arc<str>>,
    pub(super) stage: Option<Stage>,
    pub(super) entries: Vec<Entry>,
}

/// Rows (positions in the statements) by node.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// Where the rows of each node start, and at last where those of the last one end.
    starts: Vec<usize>,
    rows: Vec<usize>,
}

impl Rows {
    /// Sorted by node; those of one node stay in their order. Beside it the positions among the
    /// entries in the same order.
    pub(super) fn of(entries: &[Entry], nodes: usize) -> (Self, Vec<u32>) {
        let mut starts = vec![0; nodes + 1];
        for entry in entries {
            starts[entry.node() + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut order = vec![0; entries.len()];
        for (at, entry) in (0..).zip(entries) {
            let seat = &mut next[entry.node()];
            order[*seat] = at;
            *seat += 1;
        }
        let row = |at: &u32| entries[*at as usize].row();
        let rows = order.iter().map(row).collect();
        (Self { starts, rows }, order)
    }

    /// Where the rows of a node stand in the order of nodes.
    pub(super) fn range(&self, node: usize) -> Range<usize> {
        self.starts[node]..self.starts[node + 1]
    }

    /// The rows of each node in turn.
    pub fn iter(&self) -> impl Iterator<Item = &[usize]> {
        let ends = self.starts.windows(2);
        ends.map(|ends| &self.rows[ends[0]..ends[1]])
    }
}

impl Index<usize> for Rows {
    type Output = [usize];

    fn index(&self, node: usize) -> &[usize] {
        &self.rows[self.range(node)]
    }
}
