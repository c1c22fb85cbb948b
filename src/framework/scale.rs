//! Scales: from the worst to the best value, with named levels, and what lies between two of them.

use crate::stats::TOLERANCE;
use crate::text::Text;

use super::answer_words;

/// A scale from the worst (`min`) to the best (`max`) value.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    pub(super) name: Option<String>,
    pub(super) min: f64,
    pub(super) max: f64,
    /// Empty, or one edge more than levels, ascending from `min` to `max`.
    pub(super) bands: Vec<f64>,
    pub(super) levels: Vec<Level>,
}

impl Scale {
    /// Name of the scale; `None` for the framework's own.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Lowest value.
    #[must_use]
    pub fn min(&self) -> f64 {
        self.min
    }

    /// Highest value.
    #[must_use]
    pub fn max(&self) -> f64 {
        self.max
    }

    /// Named values, lowest first.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// How many levels there are: the named ones, else the whole numbers from end to end; `None` where
    /// that is no whole number.
    #[must_use]
    pub(super) fn steps(&self) -> Option<usize> {
        if !self.levels.is_empty() {
            return Some(self.levels.len());
        }
        let span = self.max - self.min;
        ((span - span.round()).abs() < TOLERANCE && span < 1000.0).then(|| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a whole number between 0 and 1000"
            )]
            let whole = span.round() as usize;
            whole + 1
        })
    }

    /// Where each level is a band of values: the lower and the upper edge of the band of a level. A mean
    /// between two levels has edges between theirs.
    #[must_use]
    pub fn band_of_level(&self, level: f64) -> Option<(f64, f64)> {
        let last = self.bands.len().checked_sub(2)?;
        let edge = |upper: usize| {
            let at = |step: usize| self.bands[step.min(last) + upper];
            let next = (0..=last).find(|step| self.value_at(*step) >= level - TOLERANCE);
            let next = next.unwrap_or(last);
            let above = self.value_at(next);
            if next == 0 || above - level <= TOLERANCE {
                return at(next);
            }
            let below = self.value_at(next - 1);
            let share = (level - below) / (above - below);
            at(next - 1) + share * (at(next) - at(next - 1))
        };
        Some((edge(0), edge(1)))
    }

    /// The level that a value belongs to where each is a band of values, as answers give it; else the
    /// value itself.
    #[must_use]
    pub fn level_of_value(&self, value: f64) -> f64 {
        let Some(last) = self.bands.len().checked_sub(2) else {
            return value;
        };
        let begins = |step: &usize| value >= self.bands[*step] - TOLERANCE;
        let step = (0..=last).rev().find(begins).unwrap_or(0);
        self.value_at(step)
    }

    /// Whether each level is a band of values.
    #[must_use]
    pub fn has_bands(&self) -> bool {
        !self.bands.is_empty()
    }

    /// The value of the level at position `step`, lowest first: a named one, else whole numbers from
    /// the lowest value.
    #[must_use]
    pub fn value_at(&self, step: usize) -> f64 {
        match self.levels.get(step) {
            Some(level) => level.value,
            #[expect(clippy::cast_precision_loss, reason = "a scale has few levels")]
            None => self.min + step as f64,
        }
    }

    /// The next whole level above a value, or below it: from 2.5 up it is 3. `None` at the end.
    #[must_use]
    pub fn whole_level_beyond(&self, value: f64, up: bool) -> Option<f64> {
        let named = self.levels.iter().map(|it| it.value);
        let levels: Vec<f64> = match self.levels.is_empty() {
            true => (0..)
                .map(|step| self.value_at(step))
                .take_while(|it| *it <= self.max + TOLERANCE)
                .collect(),
            false => named.collect(),
        };
        match up {
            true => levels.into_iter().find(|it| *it > value + TOLERANCE),
            false => levels.into_iter().rev().find(|it| *it < value - TOLERANCE),
        }
    }

    /// Whether `value` lies on the scale.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        value >= self.min - TOLERANCE && value <= self.max + TOLERANCE
    }

    /// The value that an answer in words names, by the labels and aliases of the levels.
    #[must_use]
    pub fn value_of(&self, word: &str) -> Option<f64> {
        let levels = self.levels.iter().map(|level| {
            let labels = level.label.both().into_iter();
            let aliases = level.aliases.iter().map(String::as_str);
            (level.value, labels.chain(aliases).collect())
        });
        let levels: Vec<(f64, Vec<&str>)> = levels.collect();
        answer_words::value_of(&levels, word)
    }

    /// The name of `value`, if it has one.
    #[must_use]
    pub fn label_of(&self, value: f64) -> Option<&Text> {
        self.levels
            .iter()
            .find(|level| (level.value - value).abs() < TOLERANCE)
            .map(|level| &level.label)
    }

    /// Whether a value is one of the levels, and not between two: one of the named levels, and where
    /// those do not reach from end to end also a whole step above the lowest.
    #[must_use]
    pub fn is_level(&self, value: f64) -> bool {
        let names = |one: f64| {
            let mut levels = self.levels().iter();
            levels.any(|it| (it.value - one).abs() <= TOLERANCE)
        };
        let steps = value - self.min();
        names(value)
            || !(names(self.min()) && names(self.max()))
                && (steps - steps.round()).abs() <= TOLERANCE
    }
}

/// A named value of a scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// The value.
    pub value: f64,
    /// Its name.
    pub label: Text,
    /// What answers may also call it.
    pub aliases: Vec<String>,
}

#[cfg(test)]
mod tests {
    use crate::framework::load;

    #[test]
    fn named_levels_are_all_there_are_where_they_reach_from_end_to_end() {
        let scale = |levels: &[f64]| {
            let named = levels
                .iter()
                .map(|it| format!("[[scale.level]]\nvalue = {it}\nlabel = \"l\"\n"));
            let named: String = named.collect();
            let text = format!(
                "id = \"t\"\nversion = \"1\"\ntitle = \"t\"\n[scale]\nmin = 0\nmax = 4\n{named}\
                 [[indicator]]\nid = \"a\"\ntitle = \"a\"\n"
            );
            load(&text, "t.toml").expect("a framework").0
        };
        for (levels, whole, between) in [
            (&[][..], &[0.0, 3.0, 4.0][..], &[0.5, 3.9][..]),
            (&[0.0, 2.0, 4.0], &[0.0, 2.0], &[1.0, 3.0, 2.5]),
            (&[0.0, 0.5], &[0.0, 0.5, 1.0], &[1.5]),
        ] {
            let framework = scale(levels);
            let scale = &framework.scales()[0];
            assert!(whole.iter().all(|it| scale.is_level(*it)), "{levels:?}");
            assert!(!between.iter().any(|it| scale.is_level(*it)), "{levels:?}");
        }
    }
}
