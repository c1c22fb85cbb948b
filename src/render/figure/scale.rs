//! From a value to a place: the range of an axis and its round numbers.

use crate::text::{Lang, short_number};

/// Values beyond this are not drawn: no index reaches it, and sums of them stay finite.
const LARGEST: f64 = 1e12;

/// A value that can be drawn.
pub(crate) fn drawable(value: f64) -> Option<f64> {
    (value.is_finite() && value.abs() <= LARGEST).then_some(value)
}

/// An axis from `min` to `max`.
///
/// **Invariant:** both are finite and `min < max`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    /// Lower end.
    pub(crate) min: f64,
    /// Upper end.
    pub(crate) max: f64,
}

impl Scale {
    /// The axis asked for, widened where a value would fall off it.
    pub(crate) fn new(min: f64, max: f64, values: impl IntoIterator<Item = f64>) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in [min, max].into_iter().chain(values).filter_map(drawable) {
            low = low.min(value);
            high = high.max(value);
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        if high - low < 1e-9 * low.abs().max(high.abs()).max(1.0) {
            high = low + low.abs().max(1.0);
        }
        Self {
            min: low,
            max: high,
        }
    }

    /// Where `value` lies between the ends, 0 to 1.
    pub(crate) fn part(self, value: f64) -> f64 {
        ((value - self.min) / (self.max - self.min)).clamp(0.0, 1.0)
    }

    /// Round numbers on the axis, about `count` of them, and how they are written.
    pub(crate) fn ticks(self, count: usize, lang: Lang) -> Vec<(f64, String)> {
        let raw = (self.max - self.min) / count.max(1) as f64;
        let power = 10_f64.powf(raw.log10().floor());
        let step = [1.0, 2.0, 2.5, 5.0, 10.0]
            .into_iter()
            .map(|factor| factor * power)
            .find(|step| *step >= raw * 0.999)
            .unwrap_or(10.0 * power);
        let decimals = (1.0 - power.log10().round()).clamp(0.0, 9.0) as usize;
        let slack = step * 1e-6;
        let first = ((self.min - slack) / step).ceil();
        let last = ((self.max + slack) / step).floor();
        let steps = (last - first).clamp(0.0, 30.0) as usize;
        (0..=steps)
            .map(|index| (first + index as f64) * step)
            .filter(|value| *value >= self.min - slack && *value <= self.max + slack)
            .map(|value| (value, short_number(value, decimals, lang).replace('-', "−")))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(min: f64, max: f64, lang: Lang) -> Vec<String> {
        let scale = Scale::new(min, max, []);
        scale
            .ticks(5, lang)
            .into_iter()
            .map(|tick| tick.1)
            .collect()
    }

    #[test]
    fn ticks_are_round_numbers_in_the_language() {
        assert_eq!(
            labels(0.0, 100.0, Lang::En),
            ["0", "20", "40", "60", "80", "100"]
        );
        assert_eq!(labels(1.0, 5.0, Lang::En), ["1", "2", "3", "4", "5"]);
        assert_eq!(labels(0.0, 4.0, Lang::En), ["0", "1", "2", "3", "4"]);
        assert_eq!(
            labels(0.0, 1.0, Lang::Id),
            ["0", "0,2", "0,4", "0,6", "0,8", "1"]
        );
        assert_eq!(labels(-2.5, 2.5, Lang::En), ["−2", "−1", "0", "1", "2"]);
    }

    #[test]
    fn any_range_gives_an_axis() {
        for (min, max) in [
            (f64::NAN, f64::NAN),
            (0.0, 0.0),
            (5.0, 1.0),
            (f64::NEG_INFINITY, f64::INFINITY),
            (f64::MIN, f64::MAX),
            (1e12, 1e12),
            (0.0, 1e-300),
            (-1e12, 1e12),
        ] {
            let scale = Scale::new(min, max, [f64::NAN, f64::INFINITY]);
            assert!(
                scale.min < scale.max && scale.part(0.5).is_finite(),
                "{min} {max}"
            );
            assert!(scale.ticks(5, Lang::En).len() <= 31);
        }
    }
}
