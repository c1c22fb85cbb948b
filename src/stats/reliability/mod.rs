//! Reliability and description of questionnaires: respondents by items.
//!
//! [`Covariance`] is taken once, listwise or pairwise; alpha, omega and the item statistics come
//! from it. Reversed items must be turned before.

mod covariance;
mod critical;
mod cronbach;
mod description;
mod items;
mod omega;

pub use covariance::Covariance;
pub use critical::critical_correlation;
pub use cronbach::{cronbach, cronbach_standardised, cronbach_varying, feldt_interval};
pub use description::{Description, Frequency, attained, attained_range, describe};
pub use items::{Item, item_totals};
pub use omega::{Omega, omega_total};

#[cfg(test)]
mod tests;
