//! Where the region of a row lies: its name, the code beside it, what it is part of.

use crate::read::header::Layout;
use crate::read::statements::interned::{Areas, Interned};
use crate::statement::answer::is_blank;
use crate::statement::{Area, CodeSystem, Field, Setting};
use crate::table::Row;
use crate::text::list;

/// The columns that say more of a region than its name.
pub(super) struct Whereabouts {
    /// What the region lies in, from left to right.
    within: Vec<usize>,
    code: Option<usize>,
    kind: Option<&'static str>,
    system: Option<CodeSystem>,
    /// Whether names are told apart by what they lie in.
    is_below_regency: bool,
    areas: Areas,
}

impl Whereabouts {
    pub(super) fn of(layout: &Layout) -> Self {
        let columns = layout.columns.iter();
        let within = columns.filter(|(column, _)| *column == Field::Province);
        Self {
            within: within.map(|(_, index)| *index).collect(),
            code: layout.column(Field::RegionCode),
            kind: layout.kind,
            system: layout.system,
            is_below_regency: layout.is_below_regency,
            areas: Areas::default(),
        }
    }

    /// Whether a row without the name of its region says it nevertheless.
    pub(super) fn names_one(&self, row: &Row<'_>) -> bool {
        let mut columns = self.within.iter().chain(&self.code);
        columns.any(|index| !is_blank(row.text(*index)))
    }

    /// Adds what a row says of its region besides the name; where there is none, the code or what it
    /// would lie in is the region.
    pub(super) fn fill(&mut self, setting: &mut Setting, row: &Row<'_>, texts: &mut Interned) {
        let text = |index: &usize| Some(row.text(*index)).filter(|it| !is_blank(it));
        let within: Vec<&str> = self.within.iter().filter_map(text).collect();
        let code = self.code.as_ref().and_then(text);
        let area = match (setting.region.is_empty(), code, within.last()) {
            (true, Some(code), _) => {
                setting.region = texts.get(code);
                Area {
                    system: self.system,
                    ..Area::default()
                }
            }
            (true, None, Some(coarser)) => {
                setting.region = texts.get(coarser);
                Area {
                    kind: Some("provinsi"),
                    ..Area::default()
                }
            }
            _ => Area {
                kind: self.kind,
                within: within.last().map(|it| texts.get(it)),
                code: code.map(|it| texts.get(it)),
                system: self.system,
            },
        };
        if area.within.is_some() && self.is_below_regency {
            let name = std::iter::once(&*setting.region);
            let name = list(name.chain(within.iter().rev().copied()));
            setting.region = texts.get(&name);
        }
        if area != Area::default() {
            setting.area = Some(self.areas.get(area));
        }
    }
}
