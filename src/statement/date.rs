//! Dates, as sure as their source gives them: a day, a month or a year.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use jiff::civil;

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The year.
    Year,
    /// Year and month.
    Month,
    /// The day.
    Day,
}

/// A date. It shows as it was written and compares by what it means: `27 Mei 2019` is `2019-05-27`,
/// and 2019 comes before every month and day of 2019.
#[derive(Debug, Clone)]
pub struct Date {
    /// The day, or the first one of the month or year.
    first: civil::Date,
    precision: Precision,
    written: Box<str>,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDate {
    /// It has none of the forms of a date.
    Form,
    /// It has the form of a date, but there is no such day.
    NoSuchDay,
    /// It has the form of a day, but with the month before the day.
    MonthFirst,
}

/// The months in Indonesian and English, in the order of the year: each name in full, then its
/// short forms.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "feb", "peb"],
    &["maret", "march", "mar"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["agustus", "august", "agu", "agt", "ags", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nopember", "nov", "nop"],
    &["desember", "december", "des", "dec"],
];

impl Date {
    /// The date that a text says: `2019-05-27`, `27/05/2019`, `27-5-2019`, `27 Mei 2019`,
    /// `Mei 2019`, `2019-05` or `2019`. Of two numbers before a year the first is always the day.
    ///
    /// # Errors
    /// Any other text, and a day that the calendar does not have.
    pub fn parse(text: &str) -> Result<Self, NoDate> {
        let day = without_time(text.trim());
        let day_of_stamp = day.len() < text.trim().len();
        let parts = |sign| day.split(sign).collect::<Vec<&str>>();
        let (mut words, mut strokes, mut hyphens) = (parts(' '), parts('/'), parts('-'));
        words.retain(|word| !word.is_empty());
        for at in [&mut strokes, &mut hyphens] {
            at.iter_mut().for_each(|part| *part = part.trim());
        }
        let (year, month, day) = match (&*words, &*strokes, &*hyphens) {
            ([day, month, year], ..) if month_named(month).is_some() => {
                (year_of(year), month_named(month), Some(number(day)))
            }
            ([month, year], ..) if month_named(month).is_some() => {
                (year_of(year), month_named(month), None)
            }
            // Only the stamps of forms begin with the year here.
            (_, [year, month, day], _) if day_of_stamp && year_of(year).is_some() => {
                (year_of(year), number(month), Some(number(day)))
            }
            (_, [day, month, year], _) => (year_of(year), number(month), Some(number(day))),
            (.., [year, month, day]) if year_of(year).is_some() => {
                (year_of(year), number(month), Some(number(day)))
            }
            (.., [day, month, year]) => (year_of(year), number(month), Some(number(day))),
            (.., [year, month]) => (year_of(year), number(month), None),
            ([year], ..) => {
                let year = year_of(year).ok_or(NoDate::Form)?;
                return Self::new(text, (year, 1, 1), Precision::Year);
            }
            _ => return Err(NoDate::Form),
        };
        let (Some(year), Some(month)) = (year, month) else {
            return Err(NoDate::Form);
        };
        match day {
            None => Self::new(text, (year, month, 1), Precision::Month),
            Some(None) => Err(NoDate::Form),
            Some(Some(day)) => Self::new(text, (year, month, day), Precision::Day),
        }
    }

    fn new(
        text: &str,
        (year, month, day): (i16, i8, i8),
        precision: Precision,
    ) -> Result<Self, NoDate> {
        match civil::Date::new(year, month, day) {
            Ok(first) => Ok(Self {
                first,
                precision,
                written: text.into(),
            }),
            Err(_) if precision == Precision::Day && civil::Date::new(year, day, month).is_ok() => {
                Err(NoDate::MonthFirst)
            }
            Err(_) => Err(NoDate::NoSuchDay),
        }
    }

    /// How much of it is known.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Of a day written as two numbers before a year whether they show which one is the day: `Some(true)` for
    /// 27/05/2019, `Some(false)` for 12/03/2019, which may be 12 March or 3 December; nothing of any other
    /// form, of a stamp with its time, and where both are the same.
    #[must_use]
    pub fn has_day_first(&self) -> Option<bool> {
        let parts: Vec<&str> = self.written.split(['/', '-']).map(str::trim).collect();
        let [day, month, year] = parts[..] else {
            return None;
        };
        let (day, month) = (number(day)?, number(month)?);
        (year_of(year).is_some() && day != month).then_some(day > 12)
    }

    /// The date in one form whatever it was written in, as far as it is known: `2019-05-27`, `2019-05`.
    #[must_use]
    pub fn plain(&self) -> String {
        let (year, month, day) = (self.first.year(), self.first.month(), self.first.day());
        match self.precision {
            Precision::Year => format!("{year:04}"),
            Precision::Month => format!("{year:04}-{month:02}"),
            Precision::Day => format!("{year:04}-{month:02}-{day:02}"),
        }
    }

    /// The date with no more known than `precision`: 2019 of 27 May 2019.
    #[must_use]
    pub fn cut(self, precision: Precision) -> Self {
        if self.precision <= precision {
            return self;
        }
        let (year, month) = (self.first.year(), self.first.month());
        let (month, written) = match precision {
            Precision::Year => (1, format!("{year:04}")),
            _ => (month, format!("{year:04}-{month:02}")),
        };
        Self {
            first: civil::date(year, month, 1),
            precision,
            written: written.into(),
        }
    }

    fn meaning(&self) -> (civil::Date, Precision) {
        (self.first, self.precision)
    }
}

/// The day of a stamp that forms write: `2026/03/12 9:05:11 AM GMT+7`, `2026-03-12T09:05:11+07:00`. What
/// has no time behind its day stays whole.
fn without_time(text: &str) -> &str {
    let is_time = |it: &str| {
        let (hour, rest) = it.split_at(it.find([':', '.']).unwrap_or(0));
        let has_hour = (1..=2).contains(&hour.len()) && hour.bytes().all(|it| it.is_ascii_digit());
        has_hour && rest[1..].starts_with(|it: char| it.is_ascii_digit())
    };
    let is_zone = |it: &str| {
        let it = it.to_uppercase();
        let known = ["AM", "PM", "A.M.", "P.M.", "WIB", "WITA", "WIT", "Z"];
        known.contains(&&*it) || it.starts_with("GMT") || it.starts_with("UTC")
    };
    if let Some((day, time)) = text.split_once('T')
        && is_time(time)
    {
        return day;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let Some(at) = words.iter().skip(1).position(|it| is_time(it)) else {
        return text;
    };
    let (time, behind) = (words[at + 1], &words[at + 2..]);
    match text.rfind(time) {
        Some(end) if behind.iter().all(|it| is_zone(it)) => {
            text[..end].trim_end_matches([' ', ',', '\t'])
        }
        _ => text,
    }
}

/// A year of four digits.
fn year_of(text: &str) -> Option<i16> {
    (text.len() == 4 && !text.starts_with('0'))
        .then(|| digits(text))
        .flatten()
}

/// A day or the number of a month.
fn number(text: &str) -> Option<i8> {
    (text.len() <= 2).then(|| digits(text)).flatten()
}

/// `str::parse` takes signs, which no part of a date has.
fn digits<T: std::str::FromStr>(text: &str) -> Option<T> {
    let all = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    all.then(|| text.parse().ok()).flatten()
}

fn month_named(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    let named = MONTHS.iter().zip(1..);
    let mut named = named.filter(|(names, _)| names.contains(&&*word));
    named.next().map(|(_, month)| month)
}

impl std::ops::Deref for Date {
    type Target = str;

    fn deref(&self) -> &str {
        &self.written
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.written)
    }
}

impl PartialEq for Date {
    fn eq(&self, other: &Self) -> bool {
        self.meaning() == other.meaning()
    }
}

impl Eq for Date {}

impl Hash for Date {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.meaning().hash(state);
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        self.meaning().cmp(&other.meaning())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_says_the_same_day() {
        let day = Date::parse("2019-05-27").expect("a date");
        assert_eq!(day.precision(), Precision::Day);
        for text in [
            "27/05/2019",
            "27/5/2019",
            "27-5-2019",
            "27 Mei 2019",
            "27 MAY 2019",
            "27  mei  2019",
            "2019/05/27 9:05:11 AM GMT+7",
            "27/05/2019 09:05:11",
            "27/05/2019 9.05",
            "2019-05-27T09:05:11.000+07:00",
            "27 Mei 2019 09:05 WIB",
        ] {
            let date = Date::parse(text).expect(text);
            assert_eq!((&date, &*date), (&day, text));
            assert_eq!(date.plain(), "2019-05-27");
        }
        for text in ["Mei 2019", "May 2019", "2019-05"] {
            let date = Date::parse(text).expect(text);
            assert_eq!(date, day.clone().cut(Precision::Month), "{text}");
        }
        assert_eq!(Date::parse("2019"), Ok(day.clone().cut(Precision::Year)));
        assert_eq!(&*day.clone().cut(Precision::Month), "2019-05");
        assert_eq!(&*day.cut(Precision::Year), "2019");
        assert_eq!(
            Date::parse("5/6/2019"),
            Date::parse("5 Juni 2019"),
            "the day stands first"
        );
    }

    #[test]
    fn every_month_has_its_names() {
        for (names, month) in MONTHS.iter().zip(1..) {
            for name in *names {
                let date = Date::parse(&format!("1 {name} 2020"));
                assert_eq!(date, Date::parse(&format!("2020-{month:02}-01")), "{name}");
            }
        }
    }

    #[test]
    fn what_no_calendar_has_is_no_date() {
        for (text, fault) in [
            ("31/02/2019", NoDate::NoSuchDay),
            ("2019-02-29", NoDate::NoSuchDay),
            ("30 Februari 2020", NoDate::NoSuchDay),
            ("2019-13", NoDate::NoSuchDay),
            ("0/5/2019", NoDate::NoSuchDay),
            ("05/27/2019", NoDate::MonthFirst),
            ("2019-27-05", NoDate::MonthFirst),
            ("", NoDate::Form),
            ("-", NoDate::Form),
            ("27/05/19", NoDate::Form),
            ("27.05.2019", NoDate::Form),
            ("2019/05/27", NoDate::Form),
            ("27 Smarch 2019", NoDate::Form),
            ("Mei", NoDate::Form),
            ("43612", NoDate::Form),
            ("+019", NoDate::Form),
            ("2019-05-27 pagi", NoDate::Form),
            ("27/05-2019", NoDate::Form),
            ("akhir tahun", NoDate::Form),
            ("é/é/é", NoDate::Form),
        ] {
            assert_eq!(Date::parse(text).err(), Some(fault), "{text}");
        }
        assert!(Date::parse("2020-02-29").is_ok());
    }

    #[test]
    fn earlier_stands_before_later_and_vague_before_sure() {
        let sorted = [
            "2018",
            "2019",
            "Mei 2019",
            "1/5/2019",
            "2019-05-27",
            "2 Juni 2019",
        ];
        let mut dates: Vec<Date> = sorted
            .iter()
            .rev()
            .map(|it| Date::parse(it).expect(it))
            .collect();
        dates.sort();
        assert_eq!(dates.iter().map(|it| &**it).collect::<Vec<_>>(), sorted);
    }
}
