//! Figures as files.

use siap::render::figure::{PAINTERS, Painter};
use siap::text::say;
use siap::view::chart::Chart;

use super::error::Refused;

/// The figure in one format.
pub(super) fn painted(chart: &Chart, painter: &Painter) -> Result<Vec<u8>, Refused> {
    let bytes = painter.paint(chart);
    bytes.map_err(|error| Refused::one(say::figure_failed(&chart.id, error.to_string())))
}

/// The figure in every format, with the names of the files.
pub(super) fn files_of(name: &str, chart: &Chart) -> Result<Vec<(String, Vec<u8>)>, Refused> {
    let files = PAINTERS.iter().map(|painter| {
        let name = format!("{name}.{}", painter.ending);
        Ok((name, painted(chart, painter)?))
    });
    files.collect()
}
