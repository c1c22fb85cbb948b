//! Sets of bands for means and attainment in questionnaires: named files that the user chooses.
//!
//! Tables in use contradict each other: 78 % is "cukup" in one and "baik" in the next. So none is a
//! default, and what is shown always names its set. A set gives its bands as printed, `from` and
//! `to` after rounding to `decimals`, without holes and overlaps; or only names classes of equal
//! width, which then follow from the scale, and a value that meets a limit belongs to the class
//! above it.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::problem::{Checked, Place, Problem, finish, sort_by_place};
use crate::stats::TOLERANCE;
use crate::text::{Sentence, Text, both_numbers, say, vocabulary};

use super::raw_text::RawText;
use super::strict;

vocabulary! {
    /// What is looked up in a set of bands.
    #[derive(Deserialize)]
    pub enum Measure {
        /// The mean on the scale of the item.
        Mean = "mean",
        /// TCR, 100 · mean / maximum.
        Tcr = "tcr",
        /// The place of the mean between the ends of the scale, 0 to 100.
        Range = "range",
    }
}

/// A checked set of bands.
///
/// **Invariant:** printed bands stand lowest first and join without holes and overlaps.
#[derive(Debug, Clone)]
pub struct BandSet {
    /// Name for programs.
    pub id: String,
    /// Name for people.
    pub title: Text,
    /// Where the bands come from.
    pub sources: Vec<Text>,
    /// What here is our own judgement.
    pub judgement: Vec<Text>,
    /// Whether the bands were checked against their source; else they are from memory.
    pub verified: bool,
    /// What is looked up.
    pub measure: Measure,
    bands: Bands,
}

#[derive(Debug, Clone)]
enum Bands {
    Printed {
        decimals: u8,
        /// Ends of the axis that the bands cover.
        ends: (f64, f64),
        bands: Vec<Band>,
    },
    Equal(Vec<Text>),
}

/// A band with its limits as printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Lower limit, included.
    pub from: f64,
    /// Upper limit; included unless another band starts there.
    pub to: f64,
    /// Name for people.
    pub label: Text,
}

impl BandSet {
    /// The bands on an axis with the given ends (the scale for a mean, 0 and 100 else), lowest
    /// first; `None` where the set is printed for another axis.
    #[must_use]
    pub fn bands(&self, ends: (f64, f64)) -> Option<Vec<Band>> {
        match &self.bands {
            Bands::Printed {
                ends: own, bands, ..
            } => {
                let same = (own.0 - ends.0).abs() < TOLERANCE && (own.1 - ends.1).abs() < TOLERANCE;
                same.then(|| bands.clone())
            }
            Bands::Equal(labels) => {
                #[expect(clippy::cast_precision_loss, reason = "a set has few classes")]
                let limit =
                    |at: usize| ends.0 + (ends.1 - ends.0) * at as f64 / labels.len() as f64;
                let band = |(at, label): (usize, &Text)| Band {
                    from: limit(at),
                    to: limit(at + 1),
                    label: label.clone(),
                };
                Some(labels.iter().enumerate().map(band).collect())
            }
        }
    }

    /// The name of the band of a value on an axis with the given ends, after the rounding that
    /// the set asks for; `None` outside the axis or where the set is printed for another one.
    #[must_use]
    pub fn label(&self, value: f64, ends: (f64, f64)) -> Option<Text> {
        let bands = self.bands(ends)?;
        if value < ends.0 - TOLERANCE || value > ends.1 + TOLERANCE {
            return None;
        }
        let value = match &self.bands {
            Bands::Printed { decimals, .. } => {
                let factor = 10_f64.powi(i32::from(*decimals));
                // 78.5 that floating point left a hair below the half is a half all the same.
                (value * factor + TOLERANCE).round() / factor
            }
            Bands::Equal(_) => value,
        };
        let inside = |band: &&Band| value >= band.from - TOLERANCE;
        bands.iter().rev().find(inside).map(|it| it.label.clone())
    }
}

/// Loads a set of bands from the text of a TOML file called `name` in messages.
///
/// # Errors
/// Every problem of the file, each with line and column: unknown keys, holes, overlaps, bands that
/// do not cover the whole axis, a mean without its scale.
pub fn load(text: &str, name: &str) -> Checked<BandSet> {
    let raw = strict::parse::<RawBandSet>(text, name)?;
    let mut check = Check {
        text,
        name,
        problems: Vec::new(),
    };
    let bands = check.bands(&raw);
    sort_by_place(&mut check.problems);
    let set = BandSet {
        id: raw.id.into_inner(),
        title: raw.title.text(),
        sources: raw.sources.iter().map(RawText::text).collect(),
        judgement: raw.judgement.iter().map(RawText::text).collect(),
        verified: raw.verified,
        measure: raw.measure,
        bands,
    };
    finish(set, check.problems)
}

/// Set of bands.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawBandSet {
    /// Name for programs, shown with every label.
    #[schemars(with = "String")]
    id: Spanned<String>,
    /// What people call it.
    title: RawText,
    /// Where the bands come from, and how sure that is.
    #[serde(default)]
    sources: Vec<RawText>,
    /// What here is our own judgement.
    #[serde(default)]
    judgement: Vec<RawText>,
    /// Whether the bands were checked against their source.
    #[serde(default)]
    verified: bool,
    /// What is looked up.
    measure: Measure,
    /// Digits to which a value is rounded first (default 2).
    #[schemars(with = "Option<u8>", range(min = 0, max = 6))]
    decimals: Option<Spanned<u8>>,
    /// Ends of the scale that bands of a mean are printed for.
    scale: Option<[f64; 2]>,
    /// Bands as printed.
    #[serde(default)]
    band: Vec<RawPrinted>,
    /// Names of classes of equal width, lowest first.
    #[serde(default)]
    class: Vec<RawClass>,
}

/// A band as printed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawPrinted {
    /// Lower limit.
    #[schemars(with = "f64")]
    from: Spanned<f64>,
    /// Upper limit.
    #[schemars(with = "f64")]
    to: Spanned<f64>,
    /// What people call it.
    label: RawText,
}

/// A class of equal width.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawClass {
    /// What people call it.
    label: RawText,
}

struct Check<'a> {
    text: &'a str,
    name: &'a str,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn error(&mut self, span: &Range<usize>, sentence: Sentence, help: Option<Sentence>) {
        let place = Place::in_text(self.name, self.text, span.start, span.end);
        let problem = Problem::error(sentence).at(place).maybe_help(help);
        self.problems.push(problem);
    }

    fn bands(&mut self, raw: &RawBandSet) -> Bands {
        let top = raw.id.span();
        if raw.band.is_empty() == raw.class.is_empty() {
            self.error(&top, say::bands_or_classes(), None);
        }
        if raw.band.is_empty() {
            if let Some(decimals) = &raw.decimals {
                self.error(&decimals.span(), say::classes_need_no_decimals(), None);
            }
            return Bands::Equal(raw.class.iter().map(|it| it.label.text()).collect());
        }
        let decimals = raw.decimals.as_ref().map_or(2, |it| *it.get_ref());
        if let Some(written) = raw.decimals.as_ref().filter(|_| decimals > 6) {
            self.error(&written.span(), say::bands_decimals(), None);
        }
        let ends = match (raw.measure, raw.scale) {
            (Measure::Mean, Some([low, high])) if low < high => (low, high),
            (Measure::Mean, _) => {
                self.error(&top, say::bands_need_scale(), None);
                (f64::MIN, f64::MAX)
            }
            (Measure::Tcr | Measure::Range, _) => (0.0, 100.0),
        };
        let mut printed: Vec<&RawPrinted> = raw.band.iter().collect();
        printed.sort_by(|a, b| a.from.get_ref().total_cmp(b.from.get_ref()));
        if ends.0 > f64::MIN {
            self.joined(&printed, ends, decimals.min(6));
        }
        let band = |it: &&RawPrinted| Band {
            from: *it.from.get_ref(),
            to: *it.to.get_ref(),
            label: it.label.text(),
        };
        Bands::Printed {
            decimals: decimals.min(6),
            ends,
            bands: printed.iter().map(band).collect(),
        }
    }

    /// Tells of every hole and overlap: each band starts one unit of the last digit behind the one
    /// below it, the first at the lower end, and the last ends at the upper.
    fn joined(&mut self, printed: &[&RawPrinted], ends: (f64, f64), decimals: u8) {
        let step = 0.1_f64.powi(i32::from(decimals));
        let digits = usize::from(decimals);
        let shown = |value: f64| both_numbers(value, digits);
        let mut reached = ends.0 - step;
        for band in printed {
            let (from, to) = (*band.from.get_ref(), *band.to.get_ref());
            if to < from - TOLERANCE {
                let sentence = say::band_upside_down(shown(from), shown(to));
                self.error(&band.to.span(), sentence, None);
            }
            let wanted = reached + step;
            if from > wanted + TOLERANCE {
                let sentence = say::band_hole(shown(wanted), shown(from));
                let help = say::band_hole_help(decimals);
                self.error(&band.from.span(), sentence, Some(help));
            } else if from < wanted - TOLERANCE {
                let upper = reached.min(to);
                let sentence = if upper - from < TOLERANCE {
                    say::band_limit_shared(shown(from))
                } else {
                    say::band_overlap(shown(from), shown(upper))
                };
                self.error(&band.from.span(), sentence, Some(say::band_overlap_help()));
            }
            reached = reached.max(to);
        }
        if let Some(last) = printed.last()
            && (reached - ends.1).abs() > TOLERANCE
        {
            let sentence = say::band_end(shown(reached), shown(ends.1));
            self.error(&last.to.span(), sentence, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::library;
    use crate::text::Lang;

    fn label(set: &str, value: f64, ends: (f64, f64)) -> String {
        let (set, warnings) = library::band_set(set).expect("a sound set");
        assert!(warnings.is_empty());
        let label = set.label(value, ends).expect("inside");
        label.get(Lang::Id).to_owned()
    }

    /// The same mean of 3.9 out of 5 under three names.
    #[test]
    fn one_number_has_as_many_names_as_there_are_sets() {
        let all = (0.0, 100.0);
        assert_eq!(label("sudjana", 78.0, all), "cukup");
        assert_eq!(label("arikunto", 78.0, all), "tinggi");
        assert_eq!(label("sugiyono", 78.0, all), "baik");
    }

    #[test]
    fn a_limit_belongs_where_the_set_says() {
        assert_eq!(label("interval-0.80", 1.8, (1.0, 5.0)), "rendah");
        assert_eq!(label("interval-1.81", 1.8, (1.0, 5.0)), "sangat rendah");
        assert_eq!(label("interval-1.81", 1.805, (1.0, 5.0)), "rendah");
        assert_eq!(label("interval-0.80", 5.0, (1.0, 5.0)), "sangat tinggi");
        assert_eq!(label("interval-0.75", 1.75, (1.0, 4.0)), "rendah");
        assert_eq!(label("sudjana", 79.5, (0.0, 100.0)), "baik");
        assert_eq!(label("sudjana", 79.4, (0.0, 100.0)), "cukup");
    }

    #[test]
    fn a_set_printed_for_one_scale_says_nothing_of_another() {
        let (set, _) = library::band_set("interval-1.81").expect("a sound set");
        assert_eq!(set.label(2.0, (1.0, 4.0)), None);
        assert_eq!(set.label(7.0, (1.0, 5.0)), None);
    }

    #[test]
    fn every_built_in_set_is_sound_and_says_where_it_is_from() {
        for id in library::band_set_ids() {
            let (set, warnings) = library::band_set(id).expect("a sound set");
            assert_eq!((set.id.as_str(), warnings.len()), (id, 0));
            assert!(!set.sources.is_empty(), "{id}");
            if !set.verified {
                let memory = |it: &Text| it.get(Lang::En).contains("from memory");
                assert!(set.sources.iter().any(memory), "{id}");
            }
        }
    }
}
