//! Rounds of assessment as people write them: a year, or a name.

use crate::problem::Problem;
use crate::statement::answer::is_missing;
use crate::statement::{Date, Precision};
use crate::text::{folded, say, shown};

/// Words before the year of a round.
const YEAR_WORDS: [&str; 9] = [
    "ta",
    "tahun",
    "year",
    "tahunanggaran",
    "tahunpenilaian",
    "thn",
    "th",
    "fy",
    "periode",
];

/// Words for no round at all, besides those of every column.
const NONE: [&str; 4] = ["nan", "none", "null", "n/a"];

/// The round that a cell says: `TA 2024` and `2024.0` are 2024, and a name is itself; none where the
/// cell says nothing.
///
/// # Errors
/// A day or a spreadsheet's number of one, with its year; a number that is no year.
pub(crate) fn of(text: &str) -> Result<Option<String>, Option<String>> {
    if is_missing(text) || NONE.iter().any(|it| it.eq_ignore_ascii_case(text)) {
        return Ok(None);
    }
    let plain = plain(text);
    let text = plain.as_str();
    if text.is_empty() || ["#n/a", "?", "n.a.", "#value!"].contains(&&*text.to_lowercase()) {
        return Ok(None);
    }
    let digits = text.bytes().rposition(|it| !it.is_ascii_digit());
    let (before, behind) = text.split_at(digits.map_or(0, |it| it + 1));
    if is_year(behind) && YEAR_WORDS.contains(&&*folded(before)) {
        return Ok(Some(behind.to_owned()));
    }
    if text.bytes().all(|it| it.is_ascii_digit()) {
        return match text.len() {
            0..=3 => Ok(Some(text.to_owned())),
            4 if is_year(text) => Ok(Some(text.to_owned())),
            5 => Err(year_of_serial(text)),
            _ => Err(None),
        };
    }
    if let Some((whole, fraction)) = text.split_once(['.', ','])
        && let [true, true] = [whole, fraction].map(is_digits)
    {
        return match (is_year(whole), whole, fraction) {
            (true, ..) if fraction.bytes().all(|it| it == b'0') => Ok(Some(whole.to_owned())),
            (_, "1" | "2", year) if year.len() == 3 => Err(Some(format!("{whole}{year}"))),
            _ if whole.len() == 2 && fraction.len() == 3 => {
                Err(year_of_serial(&format!("{whole}{fraction}")))
            }
            _ if whole.len() == 5 => Err(year_of_serial(whole)),
            _ if is_year(whole) || whole.len() > 4 => Err(None),
            _ => Ok(Some(text.to_owned())),
        };
    }
    // `1/15/2026` is as much a day as `15/1/2026`.
    let is_day = match Date::parse(text) {
        Ok(date) => date.precision() == Precision::Day,
        Err(fault) => fault != crate::statement::NoDate::Form,
    };
    // A time may stand behind the day.
    let first = text.split([' ', 'T']).next().unwrap_or_default();
    let is_moment = first.len() < text.len()
        && Date::parse(first).is_ok_and(|it| it.precision() == Precision::Day);
    if is_day || is_moment || has_parts_of_a_day(text) {
        let parts = text.split(|it: char| !it.is_ascii_digit());
        let mut years = parts.filter(|it| is_year(it));
        let short = text.rsplit(['-', '/', '.', ' ']).next();
        let short = short.filter(|it| it.len() == 2 && is_digits(it));
        let year = years.next().map(str::to_owned);
        return Err(year.or_else(|| short.map(|it| format!("20{it}"))));
    }
    Ok(Some(text.to_owned()))
}

/// A text without what programs and people put round a year: an apostrophe, brackets, the star of a
/// note; with plain digits for wide ones.
fn plain(text: &str) -> String {
    let text = text.trim_start_matches('\'').trim_end_matches('*').trim();
    let inner = text.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let wide = |letter: char| match letter {
        '０'..='９' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        letter => letter,
    };
    inner.unwrap_or(text).chars().map(wide).collect()
}

/// Whether a text is three parts of a day in any order and spelling (`15.01.2026`, `15-Jan-26`), or a day
/// with its name before it and a time behind.
fn has_parts_of_a_day(text: &str) -> bool {
    const MONTHS: [&str; 16] = [
        "jan", "feb", "peb", "mar", "apr", "mei", "may", "jun", "jul", "agu", "aug", "sep", "okt",
        "oct", "nov", "des",
    ];
    let parts: Vec<&str> = text
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .collect();
    let is_month = |it: &str| {
        let lower = it.to_lowercase();
        lower == "dec" || lower == "december" || MONTHS.iter().any(|month| lower.starts_with(month))
    };
    let numbers = parts.iter().filter(|it| is_digits(it)).count();
    let months = parts.iter().filter(|it| is_month(it)).count();
    let years = parts.iter().filter(|it| is_year(it)).count();
    let all_short = parts.iter().all(|it| it.len() <= 4);
    let is_numeric = numbers == parts.len();
    match parts.len() {
        // `15.01.2026`, `15/1/26`; a version such as `1.2.3` names no year.
        3 if is_numeric => years == 1 || parts.iter().all(|it| it.len() <= 2) && text.contains('/'),
        // `15-Jan-26`
        3 if months == 1 && numbers == 2 && all_short => true,
        // `Kamis, 15 Januari 2026`, `15 January 2026 08:00`
        4.. => months == 1 && years == 1 && numbers >= 2,
        _ => false,
    }
}

/// Tells a cell that is no round, with the year that may be meant.
pub(crate) fn refused(text: &str, year: Option<String>) -> Problem {
    let problem = Problem::error(say::no_wave(shown(text)));
    match year {
        Some(year) => problem.help(say::write_year(year)),
        None => problem.help(say::forms_of_waves()),
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && is_digits(text) && (text.starts_with("19") || text.starts_with("20"))
}

/// The year of a day as spreadsheets count them, from 30 December 1899.
fn year_of_serial(text: &str) -> Option<String> {
    let days: i64 = text.parse().ok()?;
    let start = jiff::civil::date(1899, 12, 30);
    let day = start.checked_add(jiff::Span::new().days(days)).ok()?;
    Some(day.year().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_a_year_however_it_is_written() {
        for (text, expected) in [
            ("2024", "2024"),
            ("TA 2024", "2024"),
            ("T.A. 2024", "2024"),
            ("Tahun 2024", "2024"),
            ("2024.0", "2024"),
            ("2024,00", "2024"),
            ("Semester 1 2024", "Semester 1 2024"),
            ("2023/2024", "2023/2024"),
            ("Mei 2024", "Mei 2024"),
            ("baseline", "baseline"),
            ("1", "1"),
            ("'2025", "2025"),
            ("2025*", "2025"),
            ("(2025)", "2025"),
            ("FY2025", "2025"),
            ("Th. 2025", "2025"),
            ("２０２５", "2025"),
            ("1.2", "1.2"),
            ("Tahap 1 2024", "Tahap 1 2024"),
        ] {
            let found = of(text);
            assert_eq!(found, Ok(Some(expected.to_owned())), "{text}");
        }
        for text in ["", "-", "NA", "nan", "NaN", "#N/A", "?"] {
            assert_eq!(of(text), Ok(None), "{text}");
        }
    }

    #[test]
    fn a_day_is_no_round_and_offers_its_year() {
        for (text, year) in [
            ("46023", Some("2026")),
            ("46023.5", Some("2026")),
            ("2026-01-15", Some("2026")),
            ("1/15/2026", Some("2026")),
            ("15/1/2026", Some("2026")),
            ("15 Januari 2026", Some("2026")),
            ("2026-01-15 08:30", Some("2026")),
            ("2.024", Some("2024")),
            ("2,024", Some("2024")),
            ("15.01.2026", Some("2026")),
            ("2026/01/15", Some("2026")),
            ("15-Jan-2026", Some("2026")),
            ("15-Jan-26", Some("2026")),
            ("15/1/26", Some("2026")),
            ("15 January 2026 08:00", Some("2026")),
            ("Kamis, 15 Januari 2026", Some("2026")),
            ("46.023", Some("2026")),
            ("20242025", None),
            ("3024", None),
            ("2024.5", None),
        ] {
            assert_eq!(of(text), Err(year.map(str::to_owned)), "{text}");
        }
    }
}
