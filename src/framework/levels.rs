//! What lies on a scale: its levels, and what is between two of them.

use crate::stats::TOLERANCE;

use super::model::Scale;

impl Scale {
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
