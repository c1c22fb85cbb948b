//! Region codes in a text: Kemendagri's with a dot, BPS' without.
//!
//! The two systems share digits and mean different regions by them, so a code is taken only in the
//! form its owner writes it in. A digit lost in a spreadsheet (`11.1` for `11.10`) is not put back.

use crate::region::Region;
use crate::region::register::{Match, Register};

/// The groups of digits of a text that is a code and nothing else.
pub(crate) fn groups(text: &str) -> Option<Vec<&str>> {
    let text = text.trim().trim_end_matches('.');
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let groups: Vec<&str> = text.split(['.', ',']).collect();
    groups.iter().all(|group| digits(group)).then_some(groups)
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
            let hits = bps(if number == "00" { province } else { four });
            let near = kemendagri(&format!("{province}.{number}"));
            Match { hits, near }
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
