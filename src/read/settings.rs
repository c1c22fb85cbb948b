//! Settings met so far: rows alike in all but indicator and level share one.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::read::header::Layout;
use crate::read::trim;
use crate::read::words::is_blank;
use crate::statement::{Column, Setting};

/// A setting, and whether its value cell says "does not apply".
#[derive(Clone)]
pub(crate) struct Known {
    pub(crate) setting: Arc<Setting>,
    pub(crate) not_applicable: bool,
}

/// Settings met so far, by the text of their cells.
pub(crate) struct Settings {
    /// Columns of which rows have the same again and again.
    shared: Vec<usize>,
    /// Columns of which hardly two rows have the same.
    own: Vec<usize>,
    known: HashMap<Vec<u8>, Known, RandomState>,
    /// The cells of the row looked for last, each after its length; empty for one not to be kept.
    key: Vec<u8>,
    /// What `key` leads to.
    last: Option<Known>,
}

impl Settings {
    pub(crate) fn of(layout: &Layout) -> Self {
        let (mut shared, mut own) = (Vec::new(), Vec::new());
        for (column, index) in &layout.columns {
            match column {
                Column::Indicator | Column::Level => {}
                Column::Id
                | Column::Contradicts
                | Column::Value
                | Column::Quote
                | Column::Finding
                | Column::Rationale
                | Column::Locator
                | Column::Note => own.push(*index),
                _ => shared.push(*index),
            }
        }
        Self {
            shared,
            own,
            known: HashMap::default(),
            key: Vec::new(),
            last: None,
        }
    }

    /// The setting of a row whose cells were met before.
    pub(crate) fn recall<'c>(&mut self, cell: &impl Fn(usize) -> &'c str) -> Option<Known> {
        if self.own.iter().any(|index| !is_blank(trim(cell(*index)))) {
            self.key.clear();
            self.last = None;
            return None;
        }
        if self.last.is_none() || !self.is_last(cell) {
            self.key.clear();
            for index in &self.shared {
                let text = cell(*index).as_bytes();
                self.key.extend(text.len().to_le_bytes());
                self.key.extend(text);
            }
            self.last = self.known.get(&self.key).cloned();
        }
        self.last.clone()
    }

    fn is_last<'c>(&self, cell: &impl Fn(usize) -> &'c str) -> bool {
        let mut left = &self.key[..];
        for index in &self.shared {
            let text = cell(*index).as_bytes();
            let Some((length, rest)) = left.split_first_chunk() else {
                return false;
            };
            if usize::from_le_bytes(*length) != text.len() || !rest.starts_with(text) {
                return false;
            }
            left = &rest[text.len()..];
        }
        true
    }

    /// Keeps the setting of the row that was not recalled.
    pub(crate) fn keep(&mut self, setting: &Known) {
        if !self.key.is_empty() {
            self.known.insert(self.key.clone(), setting.clone());
            self.last = Some(setting.clone());
        }
    }
}
