//! Codes of evidence items, however a person or a spreadsheet writes them.

use crate::framework::Item;

/// Position of the item with a code. A spreadsheet takes `01.2` for a number and gives it back as `1.2`
/// or `1,2`: where one item alone is the same number, it is that. Under its indicator an item needs no
/// more than the end of its code: `L1.1` of `I1.L1.1`.
#[must_use]
pub fn find(items: &[Item], code: &str) -> Option<usize> {
    let code = code.trim();
    find_whole(items, code).or_else(|| match as_number(code) {
        Some(number) => {
            let end = |it: &Item| Code::of(&it.code).number_at_end();
            let is_same = |it: &Item| end(it).is_some_and(|it| it.total_cmp(&number).is_eq());
            code.contains(['.', ',']).then(|| only(items, is_same))?
        }
        None => {
            let wanted = Code::of(code);
            only(items, |it| Code::of(&it.code).ends_with(&wanted))
        }
    })
}

/// Position of the item whose whole code this is.
pub(super) fn find_whole(items: &[Item], code: &str) -> Option<usize> {
    let code = code.trim();
    let exact = items
        .iter()
        .position(|it| it.code.eq_ignore_ascii_case(code));
    exact.or_else(|| match as_number(code) {
        Some(number) => only(items, |it| {
            as_number(&it.code).is_some_and(|it| it.total_cmp(&number).is_eq())
        }),
        None => {
            let wanted = Code::of(code);
            only(items, |it| Code::of(&it.code) == wanted)
        }
    })
}

/// Position of the only item that fits.
fn only(items: &[Item], fits: impl Fn(&Item) -> bool) -> Option<usize> {
    let mut all = items.iter().enumerate().filter(|(_, it)| fits(it));
    match (all.next(), all.next()) {
        (Some((only, _)), None) => Some(only),
        _ => None,
    }
}

/// A code in its parts, each all letters in lower case or all digits without zeros in front: `I01.L1.1`
/// is `I1.L1.1`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Code(Vec<String>);

impl Code {
    pub(super) fn of(text: &str) -> Self {
        let mut parts: Vec<String> = Vec::new();
        let mut before: Option<char> = None;
        for letter in text.chars().flat_map(char::to_lowercase) {
            if letter.is_alphanumeric() {
                let goes_on =
                    before.is_some_and(|it| it.is_ascii_digit() == letter.is_ascii_digit());
                match parts.last_mut().filter(|_| goes_on) {
                    // The last of several zeros stays.
                    Some(part) if part == "0" => letter.to_string().clone_into(part),
                    Some(part) => part.push(letter),
                    None => parts.push(letter.to_string()),
                }
            }
            before = letter.is_alphanumeric().then_some(letter);
        }
        Self(parts)
    }

    /// Whether another code is the end of this one, and more than its last number.
    fn ends_with(&self, end: &Self) -> bool {
        end.0.len() > 1 && self.0.ends_with(&end.0)
    }

    /// Whether two codes differ in their last part alone.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        let both = self.0.split_last().zip(other.0.split_last());
        both.is_some_and(|((_, one), (_, other))| one.len() > 1 && one == other)
    }

    /// The last two parts as a spreadsheet has them, where they are numbers.
    fn number_at_end(&self) -> Option<f64> {
        let [.., before, last] = &*self.0 else {
            return None;
        };
        as_number(&format!("{before}.{last}"))
    }
}

/// A code that a spreadsheet takes for a number.
fn as_number(code: &str) -> Option<f64> {
    let is_plain = code
        .bytes()
        .all(|it| it.is_ascii_digit() || matches!(it, b'.' | b','));
    is_plain
        .then(|| code.replace(',', ".").parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    fn items(codes: &[&str]) -> Vec<Item> {
        let item = |code: &&str| Item {
            code: (*code).to_owned(),
            level: 1.0,
            text: Text::same("t"),
        };
        codes.iter().map(item).collect()
    }

    #[test]
    fn a_code_that_came_back_as_a_number_is_found_where_one_alone_fits() {
        let of = |codes: &[&str], code: &str| find(&items(codes), code);
        let codes = ["01.1", "01.2", "01.10"];
        assert_eq!(of(&codes, "01.2"), Some(1));
        assert_eq!(of(&codes, "1.2"), Some(1));
        assert_eq!(of(&codes, "1,2"), Some(1));
        // 01.1 and 01.10 are one number.
        assert_eq!(of(&codes, "1.1"), None);
        assert_eq!(of(&codes, "01.10"), Some(2));
        assert_eq!(of(&["IK-01.2", "IK-01.3"], "1.2"), Some(0));
        assert_eq!(of(&["1", "2"], "2.0"), Some(1));
    }

    #[test]
    fn the_end_of_a_code_is_enough_where_one_alone_has_it() {
        let codes = ["I1.L1.1", "I1.L1.2", "I1.L2.1", "I1.L2.10"];
        let of = |code: &str| find(&items(&codes), code);
        for code in ["I01.L1.2", "i1 l1 2", "L1.2", "1.2", "1,2", "I1-L1-2"] {
            assert_eq!(of(code), Some(1), "{code}");
        }
        // A spreadsheet makes one number of 2.1 and 2.10.
        assert_eq!(of("2.1"), None);
        assert_eq!(of("L2.1"), Some(2));
        assert_eq!(of("L2.10"), Some(3));
        for code in ["1", "2", "I2.L1.2", "L3.1", "x"] {
            assert_eq!(of(code), None, "{code}");
        }
        assert_eq!(find_whole(&items(&codes), "L1.2"), None);
    }
}
