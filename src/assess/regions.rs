//! Region names as written → regions of the register.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::problem::{Place, Problem};
use crate::region::{self, Found, Register};
use crate::statement::{Field, Statement, Statements};
use crate::text::{Text, list, say};

/// What a name of a region turned out to mean.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionRef {
    /// Official name where matched, else the text as given.
    pub name: Arc<str>,
    /// Kemendagri code where matched.
    pub code: Option<Arc<str>>,
    /// Kind where known.
    pub kind: Option<region::Kind>,
}

impl RegionRef {
    /// The code of the province that a kabupaten or kota lies in.
    #[must_use]
    pub fn province(&self) -> Option<&str> {
        let (province, _) = self.code.as_deref()?.split_once('.')?;
        Some(province)
    }
}

/// Spellings that a study maps to codes of the register, in lower case.
pub type Spellings = BTreeMap<String, String>;

/// A region as written: name and kind.
type Written = (Arc<str>, Option<Arc<str>>);

/// Region names met so far and what they mean.
pub(super) struct Regions<'a> {
    register: &'a Register,
    spellings: &'a Spellings,
    /// By name and kind as written; `None` where a problem was told.
    known: HashMap<Written, Option<RegionRef>>,
    unknown: Vec<(Arc<str>, Vec<Text>, Place)>,
}

impl<'a> Regions<'a> {
    pub(super) fn new(register: &'a Register, spellings: &'a Spellings) -> Self {
        Self {
            register,
            spellings,
            known: HashMap::new(),
            unknown: Vec::new(),
        }
    }

    /// The region of a row; nothing where a problem was told.
    pub(super) fn resolve(
        &mut self,
        statements: &Statements,
        row: &Statement,
        problems: &mut Vec<Problem>,
    ) -> Option<RegionRef> {
        let key = (Arc::clone(&row.region), row.kind.clone());
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let resolved = self.look_up(statements, row, problems);
        self.known.insert(key, resolved.clone());
        resolved
    }

    fn look_up(
        &mut self,
        statements: &Statements,
        row: &Statement,
        problems: &mut Vec<Problem>,
    ) -> Option<RegionRef> {
        let kind = match row
            .kind
            .as_deref()
            .map(|word| (word, region::Kind::parse(word)))
        {
            None => None,
            Some((_, Some(kind))) => Some(kind),
            Some((word, None)) => {
                let problem =
                    Problem::error(say::unknown_kind(word)).at(statements.place(row, Field::Kind));
                problems.push(problem);
                return None;
            }
        };
        let spelled = self
            .spellings
            .get(&row.region.to_lowercase())
            .and_then(|code| self.register.by_code(code));
        let found = match spelled {
            Some(region) => Found::Region(region),
            // Similar names are told of the first ones only, and take long to find.
            None if self.unknown.len() >= MOST_NAMES => {
                self.register.find_quickly(&row.region, kind)
            }
            None => self.register.find(&row.region, kind),
        };
        let help = match found {
            Found::Region(region) => {
                return Some(RegionRef {
                    name: region.name().into(),
                    code: region.code().map(Into::into),
                    kind: Some(region.kind()),
                });
            }
            Found::Outside => None,
            Found::Ambiguous(of) => Some(of),
            Found::Unknown { near } => Some(near),
        };
        if let Some(near) = help {
            let near = near.iter().map(|it| Text::same(it.name())).collect();
            let place = statements.place(row, Field::Region);
            self.unknown.push((Arc::clone(&row.region), near, place));
        }
        Some(RegionRef {
            name: Arc::clone(&row.region),
            code: None,
            kind: kind.or_else(|| kind_of_prefix(&row.region)),
        })
    }

    /// One warning for all names that are not in the register.
    pub(super) fn warning(mut self) -> Option<Problem> {
        let mut seen = HashSet::new();
        self.unknown
            .retain(|(name, ..)| seen.insert(Arc::clone(name)));
        let (_, _, place) = self.unknown.first()?;
        let place = place.clone();
        let count = self.unknown.len();
        let shown = self.unknown.iter().take(MOST_NAMES);
        let mut names = list(shown.clone().map(|(name, ..)| format!("`{name}`")));
        if count > MOST_NAMES {
            names.push_str(", …");
        }
        let mut problem = Problem::warning(say::unknown_regions(count, names)).at(place);
        for (name, near, _) in shown {
            if !near.is_empty() {
                let near = list(near.iter().map(|it| format!("`{}`", it.both()[0])));
                problem = problem.help(say::region_near(name, near));
            }
        }
        Some(problem.help(say::region_kept_as_text()))
    }
}

/// How many unknown regions, and unknown indicators, are told with what they may mean.
pub(super) const MOST_NAMES: usize = 20;

/// The kind that a name states itself: `Kab. Penukal Abap` is no known region, but a kabupaten.
fn kind_of_prefix(name: &str) -> Option<region::Kind> {
    let first = name.split_whitespace().next()?;
    region::Kind::parse(first.trim_end_matches('.'))
}
