//! Names of regions with what their table says besides: the kind that a header names, the province
//! in a column beside, the code in another.

use crate::region::{self, Found, Kind, Region, Register, Tier};
use crate::statement::field::REGENCIES;
use crate::statement::{CodeSystem, Statement};

/// What the code beside a name does to what the name means.
pub(super) enum Coded<'a> {
    /// Nothing: there is none, or it says the same.
    Agrees(Found<'a>),
    /// It says what the name alone does not.
    Settles(&'a Region),
    /// It says another region, or none of the register.
    Differs {
        name: &'a Region,
        code: Option<&'a Region>,
    },
}

/// What the name of a row means. The kind in its row comes first, then the one that the header
/// names, unless the name speaks against that; the province settles what is left open.
pub(super) fn find<'a>(
    register: &'a Register,
    row: &Statement,
    kind: Option<Kind>,
    quickly: bool,
) -> Found<'a> {
    let look = |kind, quickly| match quickly {
        true => register.find_quickly(&row.region, kind),
        false => register.find(&row.region, kind),
    };
    let Some(area) = row.area.as_deref() else {
        return look(kind, quickly);
    };
    // The header says whose code it is.
    if let (Some(both), Some(system)) = (region::undotted(register, &row.region), area.system) {
        return match reading(both, system) {
            Some(region) => Found::Region(region),
            None => Found::Unknown { near: Vec::new() },
        };
    }
    let found = match (kind, area.kind.and_then(Kind::parse)) {
        (None, Some(of_header)) => match look(Some(of_header), true) {
            found @ (Found::Region(_) | Found::Outside) => found,
            _ => look(None, quickly),
        },
        _ => look(kind, quickly),
    };
    let found = match found {
        Found::Ambiguous(of) if area.kind == Some(REGENCIES) => {
            let is_inside = |it: &&Region| it.kind().tier() == Tier::KabKota;
            let left: Vec<&Region> = of.iter().copied().filter(is_inside).collect();
            match &*left {
                [only] => Found::Region(only),
                [] => Found::Ambiguous(of),
                _ => Found::Ambiguous(left),
            }
        }
        found => found,
    };
    let (Found::Ambiguous(of), Some(within)) = (&found, area.within.as_deref()) else {
        return found;
    };
    let Found::Region(province) = register.find_quickly(within, Some(Kind::Provinsi)) else {
        return found;
    };
    let inside = |it: &&&Region| {
        let codes = it.code().zip(province.code());
        codes.is_some_and(|(code, province)| code.starts_with(&format!("{province}.")))
    };
    let mut left = of.iter().filter(inside);
    match (left.next(), left.next()) {
        (Some(only), None) => Found::Region(only),
        _ => found,
    }
}

/// A code that a spreadsheet took for a number, with the zero that it lost: 16.1 is 16.10. Alone it would
/// be a guess, for people also write it for 16.01; beside a name it is none.
fn with_last_zero(code: &str) -> String {
    let code = code.trim().trim_start_matches('\'').replace(',', ".");
    match code.split_once('.') {
        Some((_, digit)) if digit.len() == 1 => format!("{code}0"),
        _ => code,
    }
}

/// What a code without a dot means in one system.
fn reading(both: [Option<&Region>; 2], system: CodeSystem) -> Option<&Region> {
    match system {
        CodeSystem::Bps => both[0],
        CodeSystem::Kemendagri => both[1],
    }
}

/// Holds the code beside a name against what the name means.
pub(super) fn coded<'a>(register: &'a Register, row: &Statement, found: Found<'a>) -> Coded<'a> {
    let area = row.area.as_deref();
    let Some(code) = area.and_then(|it| it.code.as_deref()) else {
        return Coded::Agrees(found);
    };
    let system = area.and_then(|it| it.system);
    let readings: Vec<&Region> = match region::undotted(register, code) {
        Some(both) => match system {
            Some(system) => reading(both, system).into_iter().collect(),
            None => both.into_iter().flatten().collect(),
        },
        None => match register.find_quickly(code, None) {
            Found::Region(region) => vec![region],
            Found::Ambiguous(of) => of,
            _ => Vec::new(),
        },
    };
    // Codes of the statistics office change with the provinces; the register holds those of today.
    if readings.is_empty() && system == Some(CodeSystem::Bps) {
        return Coded::Agrees(found);
    }
    let is_one_of = |region: &Region| {
        let has_code = |it: &&Region| it.code() == Some(&*with_last_zero(code));
        readings.iter().any(|it| it.code() == region.code()) || has_code(&region)
    };
    match found {
        Found::Region(region) if is_one_of(region) => Coded::Agrees(found),
        Found::Region(name) => Coded::Differs {
            name,
            code: readings.first().copied(),
        },
        Found::Ambiguous(ref of) => {
            let mut left = of.iter().copied().filter(|it| is_one_of(it));
            match (left.next(), left.next()) {
                (Some(only), None) => Coded::Agrees(Found::Region(only)),
                _ => Coded::Agrees(found),
            }
        }
        Found::Unknown { .. } => match &*readings {
            [only] => Coded::Settles(only),
            [one, other] if one.code() == other.code() => Coded::Settles(one),
            _ => Coded::Agrees(found),
        },
        Found::Outside => Coded::Agrees(found),
    }
}
