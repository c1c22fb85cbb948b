//! Reliability and description of questionnaires: respondents by items.
//!
//! [`Covariance`] is taken once, listwise or pairwise; alpha, omega and the item statistics come
//! from it. Reversed items must be turned before.

mod coefficient;
mod covariance;
mod critical;
mod cronbach;
mod description;
mod items;
mod omega;

pub use coefficient::Coefficient;
pub use covariance::Covariance;
pub use critical::critical_correlation;
pub use cronbach::{cronbach, cronbach_standardised, cronbach_varying, feldt_interval};
pub use description::{Description, Frequency, attained, attained_range, describe};
pub use items::{Item, item_totals};
pub use omega::{Omega, omega_total};

/// The coefficients that stand beside Cronbach's alpha, in the order of outputs. Alpha itself is no
/// line of this list: its interval, the statistics of items and the remarks all rest on it.
pub static COEFFICIENTS: &[&Coefficient] = &[&cronbach::STANDARDISED, &omega::OMEGA];

#[cfg(test)]
mod tests;
