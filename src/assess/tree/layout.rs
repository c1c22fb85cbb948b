//! The nodes of a framework laid out flat.

use std::ops::Range;

use crate::framework::{Framework, GroupRule};

#[derive(Debug)]
struct Node {
    /// Position in [`Framework::nodes`].
    at: usize,
    parent: usize,
    is_leaf: bool,
    /// The group's own rule.
    rule: Option<GroupRule>,
    /// Where its children stand in [`Tree::children`].
    children: Range<usize>,
}

/// The nodes of a framework that take part, laid out flat.
///
/// **Invariant:** node 0 is the index; parents stand before their children.
#[derive(Debug)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    children: Vec<usize>,
}

impl Tree {
    /// The nodes that take part (positions in the framework, parents of any such node included), in
    /// their order.
    pub(crate) fn of(framework: &Framework, takes_part: impl Fn(usize) -> bool) -> Self {
        let all = framework.nodes();
        let live: Vec<usize> = (0..all.len()).filter(|at| takes_part(*at)).collect();
        let place = |at: &usize| live.binary_search(at).ok();
        let mut children = Vec::with_capacity(live.len());
        let nodes = live
            .iter()
            .map(|at| {
                let from = children.len();
                children.extend(all[*at].children().iter().filter_map(place));
                Node {
                    at: *at,
                    parent: all[*at].parent().as_ref().and_then(place).unwrap_or(0),
                    is_leaf: all[*at].indicator().is_some(),
                    rule: all[*at].rule(),
                    children: from..children.len(),
                }
            })
            .collect();
        Self { nodes, children }
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Position of a node in the framework.
    pub(crate) fn at(&self, node: usize) -> usize {
        self.nodes[node].at
    }

    pub(crate) fn is_leaf(&self, node: usize) -> bool {
        self.nodes[node].is_leaf
    }

    /// The index is its own parent.
    pub(crate) fn parent(&self, node: usize) -> usize {
        self.nodes[node].parent
    }

    pub(crate) fn children(&self, node: usize) -> &[usize] {
        &self.children[self.nodes[node].children.clone()]
    }

    /// The rule of a group's own.
    pub(crate) fn own_rule(&self, node: usize) -> Option<GroupRule> {
        self.nodes[node].rule
    }
}
