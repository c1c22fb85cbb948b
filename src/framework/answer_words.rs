//! Answers in words: which level of a scale they name.

use crate::stats::TOLERANCE;
use crate::text::folded;

/// The value whose label, in either language, or alias is `word`: case and then every sign but
/// letters and digits is ignored, and so is the number or letter of a choice before it
/// (`b. Kurang sesuai`, `4 - Sangat sesuai`). A number that names another level than the words behind it
/// means none.
///
/// `levels` are the values of a scale, each with everything that answers may call it.
pub(super) fn value_of(levels: &[(f64, Vec<&str>)], word: &str) -> Option<f64> {
    let named = |is: &dyn Fn(&str) -> bool| {
        let found = levels
            .iter()
            .find(|(_, names)| names.iter().any(|it| is(it)));
        found.map(|(value, _)| *value)
    };
    let whole = |word: &str| {
        let lower = word.trim().to_lowercase();
        let key = folded(word);
        named(&|it| it.trim().to_lowercase() == lower)
            .or_else(|| named(&|it| !key.is_empty() && folded(it) == key))
    };
    whole(word).or_else(|| {
        let (choice, rest) = choice_before(word)?;
        let number = choice.parse::<f64>().ok();
        match (whole(rest), number) {
            (Some(value), Some(number)) => ((number - value).abs() < TOLERANCE).then_some(value),
            (Some(value), None) => Some(value),
            // A number before words that name no level is read elsewhere, and told.
            (None, _) => None,
        }
    })
}

/// The number or letter of a choice and what stands behind it.
fn choice_before(word: &str) -> Option<(&str, &str)> {
    let word = word.trim().trim_start_matches('(');
    let end = word.find(|it: char| !it.is_alphanumeric())?;
    let (choice, rest) = word.split_at(end);
    let is_choice = choice.chars().count() == 1 || choice.bytes().all(|it| it.is_ascii_digit());
    let signs = ['.', ')', '-', '–', '—', ':', ';', '='];
    let has_sign = rest.trim_start().starts_with(signs);
    (is_choice && has_sign && !choice.is_empty()).then_some((choice, rest))
}

#[cfg(test)]
mod tests {
    use crate::framework::library;

    #[test]
    fn words_numbers_and_letters_name_a_level() {
        let (skm, _) = library::get("skm").expect("built in");
        let of = |id: &str, word: &str| {
            let at = skm.find(id).expect("an element");
            let indicator = skm.nodes()[at].indicator().expect("an element");
            skm.scales()[indicator.scale].value_of(word)
        };
        for (id, word, expected) in [
            ("u1", "SANGAT  SESUAI.", Some(4.0)),
            ("u1", "b. Kurang sesuai", Some(2.0)),
            ("u1", "4 - Sangat sesuai", Some(4.0)),
            ("u1", "4 - Kurang sesuai", None),
            ("u1", "3 - Sebagian besar cocok", None),
            ("u1", "7 - Sebagian besar cocok", None),
            ("u1", "2-3", None),
            ("u4", "Gratis", Some(4.0)),
            ("u4", "Cukup mahal", Some(2.0)),
            ("u8", "Tidak ada", Some(1.0)),
            ("u8", "Ada, tetapi tidak berfungsi", Some(2.0)),
            ("u9", "Cukup", Some(2.0)),
            ("u9", "Dikelola dengan baik", None),
            ("u1", "Baik", Some(3.0)),
            ("u1", "Lumayan", None),
        ] {
            assert_eq!(of(id, word), expected, "{id} {word}");
        }
    }
}
