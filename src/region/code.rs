//! Region codes in a text: Kemendagri's with a dot, BPS' without.
//!
//! The two systems share digits and mean different regions by them. A spreadsheet also loses the dot:
//! four digits alone are read both ways, and where the two ways lead to two regions, both are given.
//! A digit lost in a spreadsheet (`11.1` for `11.10`) is put back where only one code can be meant.

use crate::region::Region;
use crate::region::register::{Match, Register};

/// The groups of digits of a text that is a code and nothing else.
pub(crate) fn groups(text: &str) -> Option<Vec<&str>> {
    // A spreadsheet keeps digits as text behind an apostrophe, which some programs export.
    let text = text.trim().trim_start_matches(['\'', '’', '‘', '`']);
    let text = text.trim().trim_end_matches('.');
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let groups: Vec<&str> = text.split(['.', ',']).collect();
    groups.iter().all(|group| digits(group)).then_some(groups)
}

/// Whether a province is one of those founded in 2022.
fn is_new(province: &Region) -> bool {
    matches!(province.code(), Some("93" | "94" | "95" | "96"))
}

/// What four digits without a dot mean: a code of BPS, and of Kemendagri with its dot lost.
#[must_use]
pub fn undotted<'a>(register: &'a Register, text: &str) -> Option<[Option<&'a Region>; 2]> {
    let groups = groups(text)?;
    let ([four] | [four, "0"]) = groups[..] else {
        return None;
    };
    if four.len() != 4 || four.ends_with("00") {
        return None;
    }
    let (province, number) = four.split_at(2);
    let dotted = format!("{province}.{number}");
    let mut regions = register.regions();
    let bps = regions.find(|it| it.bps_code() == Some(four));
    let mut regions = register.regions();
    let kemendagri = regions.find(|it| it.code() == Some(&dotted));
    Some([bps, kemendagri])
}

/// The regions that a code may mean which lost a zero: `33.1` is 33.01 or 33.10, in this order. Nothing of any
/// other text, and of one that no region fits.
#[must_use]
pub fn cut<'a>(register: &'a Register, text: &str) -> Option<Vec<&'a Region>> {
    let groups = groups(text)?;
    let [two, digit] = groups[..] else {
        return None;
    };
    if two.len() != 2 || digit.len() != 1 || digit == "0" {
        return None;
    }
    let codes = [format!("{two}.0{digit}"), format!("{two}.{digit}0")];
    let of = |code: &String| register.regions().find(|it| it.code() == Some(&**code));
    let found: Vec<&Region> = codes.iter().filter_map(of).collect();
    (!found.is_empty()).then_some(found)
}

/// The regions with the code written as these groups of digits.
pub(crate) fn read(register: &Register, groups: &[&str]) -> Match {
    let kemendagri = |code: &str| register.places(|region| region.code() == Some(code));
    let bps = |code: &str| register.places(|region| region.bps_code() == Some(code));
    match *groups {
        [two] if two.len() == 2 => Match::hits(register.places(|region: &Region| {
            region.code() == Some(two) || region.bps_code() == Some(two)
        })),
        [four] | [four, "0"] if four.len() == 4 => {
            let (province, number) = four.split_at(2);
            if number == "00" {
                return Match::hits(bps(province));
            }
            let mut hits = bps(four);
            // In the provinces founded in 2022 the codes of BPS are not known: there a code that only
            // Kemendagri seems to have may be another region's.
            let unknown = bps(province).iter().any(|at| {
                let region = register.at(*at);
                region.is_some_and(|it| it.code() != Some(province) && is_new(it))
            });
            if !(hits.is_empty() && unknown) {
                hits.extend(kemendagri(&format!("{province}.{number}")));
            }
            Match::hits(hits)
        }
        [long] if matches!(long.len(), 5..=10) => {
            let (province, number) = long[..4].split_at(2);
            let mut near = bps(&long[..4]);
            near.extend(kemendagri(&format!("{province}.{number}")));
            Match::near(near)
        }
        [two, "00"] if two.len() == 2 => Match::hits(kemendagri(two)),
        [two, number] if two.len() == 2 && number.len() == 2 => {
            Match::hits(kemendagri(&format!("{two}.{number}")))
        }
        [two, digit] if two.len() == 2 && digit.len() == 1 => {
            let mut near = kemendagri(&format!("{two}.0{digit}"));
            near.extend(kemendagri(&format!("{two}.{digit}0")));
            if digit == "0" {
                near.extend(kemendagri(two));
            }
            Match::near(near)
        }
        [two, number, _, ..] if two.len() == 2 && number.len() == 2 => {
            Match::near(kemendagri(&format!("{two}.{number}")))
        }
        _ => Match::default(),
    }
}
