//! What rows have in common: region, round, informant, coder, and what else was said.

use std::sync::Arc;

use super::{Basis, Date, Direction, ItemStatus, PartyName, Qualifier, Stage, Usage};

/// Stands before the name of a file in place of its region; no cell of a workbook can hold it.
const NOBODY: char = '\u{1a}';

/// In place of a region that a file should say and does not, so that what else is wrong with its rows can be
/// told: nobody is scored for it.
#[must_use]
pub fn nobody(file: &str) -> String {
    format!("{NOBODY}{file}")
}

/// Whether a region only stands for one that is not said, see [`nobody`].
#[must_use]
pub fn is_nobody(region: &str) -> bool {
    region.starts_with(NOBODY)
}

/// The evidence behind a statement and the evidence item it may speak of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Evidence {
    /// Words of the informant.
    pub quote: Option<String>,
    /// What the coder found, in the coder's words.
    pub finding: Option<String>,
    /// Why this level.
    pub rationale: Option<String>,
    /// Document, file or paper.
    pub source: Option<PartyName>,
    /// Where in the source.
    pub locator: Option<String>,
    /// Offices that are spoken about, whoever speaks.
    pub concerns: Vec<PartyName>,
    /// How sure the coder was.
    pub confidence: Option<String>,
    /// When it happened or was published.
    pub date: Option<Date>,
    /// Remark.
    pub note: Option<String>,
    /// Code of an evidence item.
    pub item: Option<String>,
    /// State of that item.
    pub status: Option<ItemStatus>,
    /// Whose task it is.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Date>,
    /// Whether the quote may leave the team; `None` is not said.
    pub consent: Option<bool>,
}

/// Whose codes of regions a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CodeSystem {
    /// Badan Pusat Statistik.
    Bps,
    /// Kementerian Dalam Negeri.
    Kemendagri,
}

/// What a table says of a region besides its name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Area {
    /// The kind that the header of its column names, for names that do not say it themselves.
    pub kind: Option<&'static str>,
    /// What it lies in, as written: the province, of a village the kecamatan.
    pub within: Option<Arc<str>>,
    /// The code in a column of its own.
    pub code: Option<Arc<str>>,
    /// Whose codes the column of codes holds, where its header says so.
    pub system: Option<CodeSystem>,
}

/// Everything about a statement but its place, its indicator and its answer.
///
/// Rows that agree in all of it share one: the answers of an informant to a questionnaire, the
/// cells of a row in a wide table. A row with an id or a quote has one of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// Region as written.
    pub region: Arc<str>,
    /// Kind of region as written.
    pub kind: Option<Arc<str>>,
    /// What else the table says of the region.
    pub area: Option<Arc<Area>>,
    /// Framework the row belongs to, where it says so.
    pub framework: Option<Arc<str>>,
    /// Content of the value column.
    pub value: Option<f64>,
    /// What the source leaves open about the value.
    pub qualifier: Option<Qualifier>,
    /// Unit of the value.
    pub unit: Option<Arc<str>>,
    /// For or against readiness.
    pub direction: Option<Direction>,
    /// Class such as `internal`.
    pub class: Option<Arc<str>>,
    /// Round of assessment.
    pub wave: Option<Arc<str>>,
    /// Stage of verification.
    pub stage: Option<Stage>,
    /// Who spoke.
    pub informant: Option<PartyName>,
    /// Post of the informant.
    pub role: Option<PartyName>,
    /// Offices of the informant.
    pub agencies: Vec<PartyName>,
    /// Who coded.
    pub coder: Option<PartyName>,
    /// How it was collected.
    pub method: Option<Arc<str>>,
    /// What the row may be used for.
    pub usage: Usage,
    /// Whether the source itself used the framework.
    pub basis: Basis,
    /// Weight of the row, above 0.
    pub weight: f64,
    /// The row's own name.
    pub id: Option<Arc<str>>,
    /// Names of the rows it contradicts.
    pub contradicts: Vec<Arc<str>>,
    /// Evidence, where there is any.
    pub evidence: Option<Box<Evidence>>,
    /// `framework/node` under which the row was coded, where a crosswalk carried it here; such a
    /// row said something there, even if no answer of it is left.
    pub coded_as: Option<Arc<str>>,
}

impl Setting {
    /// A setting in `region` with everything else empty.
    #[must_use]
    pub fn new(region: Arc<str>) -> Self {
        Self {
            region,
            kind: None,
            area: None,
            framework: None,
            value: None,
            qualifier: None,
            unit: None,
            direction: None,
            class: None,
            wave: None,
            stage: None,
            informant: None,
            role: None,
            agencies: Vec::new(),
            coder: None,
            method: None,
            usage: Usage::Primary,
            basis: Basis::Native,
            weight: 1.0,
            id: None,
            contradicts: Vec::new(),
            evidence: None,
            coded_as: None,
        }
    }

    /// Whether nothing is said besides the answer.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.value.is_none()
            && self.qualifier.is_none()
            && self.direction.is_none()
            && self.evidence.is_none()
            && self.coded_as.is_none()
    }

    /// The finding, or the quote where no finding was written.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        let evidence = self.evidence.as_deref()?;
        evidence.finding.as_deref().or(evidence.quote.as_deref())
    }
}
