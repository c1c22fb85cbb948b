//! Days as spreadsheets count them.

/// The day of a number in `2026-03-12`; nothing where it is none. Spreadsheets of 1900 count a day that
/// never was, 29 February 1900; those of 1904 begin later.
pub(super) fn day(serial: f64, is_1904: bool) -> Option<String> {
    const LAST: f64 = 2_958_465.0;
    if !(1.0..=LAST + 1.0).contains(&serial) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "within a few million")]
    let serial = serial.floor() as i64;
    let since_1899 = match (is_1904, serial < 60) {
        (true, _) => serial + 1_462,
        (false, true) => serial + 1,
        (false, false) => serial,
    };
    // 30 December 1899 in days before 1970.
    Some(civil(since_1899 - 25_569))
}

/// The time of day of a number: `08:30`.
pub(super) fn time(serial: f64) -> Option<String> {
    if !(0.0..1e6).contains(&serial) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "within a few million hours"
    )]
    let minutes = (serial * 1_440.0).round() as i64;
    Some(format!("{:02}:{:02}", minutes / 60, minutes % 60))
}

/// A day by its number from 1 January 1970 (Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms", `civil_from_days`).
fn civil(days: i64) -> String {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_spreadsheet() {
        for (serial, text) in [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (61.0, "1900-03-01"),
            (43_612.0, "2019-05-27"),
            (45_351.99, "2024-02-29"),
            (2_958_465.0, "9999-12-31"),
        ] {
            assert_eq!(day(serial, false).as_deref(), Some(text));
        }
        assert_eq!(day(43_612.0 - 1_462.0, true).as_deref(), Some("2019-05-27"));
        assert_eq!(day(0.5, false), None);
        assert_eq!(day(f64::NAN, false), None);
        assert_eq!(time(0.354_166_67).as_deref(), Some("08:30"));
    }
}
