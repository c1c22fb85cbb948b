//! What a coefficient of reliability says about itself.

use crate::stats::reliability::covariance::Covariance;
use crate::stats::{Undefined, Wording};

/// A coefficient of reliability beside Cronbach's alpha, with all that outputs and documentation ask
/// of it.
#[derive(Clone, Copy, Debug)]
pub struct Coefficient {
    /// Its name in JSON and CSV: `omega`.
    pub name: &'static str,
    /// Heading of its column.
    pub label: Wording,
    /// Its name in documentation.
    pub title: &'static str,
    /// Its formula, in Markdown.
    pub formula: &'static str,
    /// Author and year of the formula.
    pub source: &'static str,
    /// How it is computed.
    pub run: fn(&Covariance) -> Result<f64, Undefined>,
}
