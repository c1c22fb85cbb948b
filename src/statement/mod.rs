//! Statements: who said what about which indicator of which region, and where that stands.
//!
//! A statement carries codes as text. Which region a name means, whether an indicator exists and
//! what a level is worth is decided later, in [`crate::assess`]; so one reader serves every
//! framework. Each statement knows its [`Origin`], and its [`Source`] turns that into a
//! [`Place`] for a diagnostic.

pub mod column;
pub mod source;

pub use column::Column;
pub use source::{Origin, Source};

use std::sync::Arc;

use crate::problem::Place;

/// What a level or score cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Empty, `-`, `NA` or a declared code: not known, never zero.
    Missing,
    /// `N/A`, `TB`, `tidak berlaku`: the question does not apply here.
    NotApplicable,
    /// A number, on the scale of the indicator.
    Number(f64),
    /// A word, to be matched with the labels of the scale.
    Label(Arc<str>),
}

impl Answer {
    /// Whether nothing was answered.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }
}

/// What a source leaves open about a quantity.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// "Sekitar", "kurang lebih": the number is near.
    About,
    /// "Lebih dari": the number is a lower limit.
    MoreThan,
    /// "Kurang dari": the number is an upper limit.
    LessThan,
    /// "Sebagian besar", "tidak disebut": words, and no number at all.
    Words(Arc<str>),
}

/// Whether a statement speaks for or against readiness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Pendukung.
    Supporting,
    /// Penghambat.
    Inhibiting,
    /// Netral.
    Neutral,
}

impl Direction {
    /// The stable name used in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Supporting => "supporting",
            Self::Inhibiting => "inhibiting",
            Self::Neutral => "neutral",
        }
    }
}

/// How far an answer has been verified; later variants are verified more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Penilaian mandiri.
    SelfAssessed,
    /// Penilaian dokumen.
    Document,
    /// Interviu.
    Interview,
    /// Visitasi.
    Visit,
    /// Final.
    Final,
}

impl Stage {
    /// The stable name used in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::SelfAssessed => "self",
            Self::Document => "document",
            Self::Interview => "interview",
            Self::Visit => "visit",
            Self::Final => "final",
        }
    }
}

/// What a statement may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Usage {
    /// Gives a level, is counted, can conflict.
    #[default]
    Primary,
    /// Is counted and can conflict; gives no level.
    Supplementary,
    /// Is listed only.
    Context,
}

impl Usage {
    /// The stable name used in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Supplementary => "supplementary",
            Self::Context => "context",
        }
    }
}

/// Whether the source itself used the framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Basis {
    /// Used by the source itself.
    #[default]
    Native,
    /// Applied to the source by the coder.
    Cross,
}

impl Basis {
    /// The stable name used in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Cross => "cross",
        }
    }
}

/// State of an evidence item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemStatus {
    /// Diterima.
    Accepted,
    /// Revisi.
    Revise,
    /// Ditolak.
    Rejected,
    /// Belum ada.
    Missing,
}

impl ItemStatus {
    /// The stable name used in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Revise => "revise",
            Self::Rejected => "rejected",
            Self::Missing => "missing",
        }
    }
}

/// The evidence behind a statement and the evidence item it may speak of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evidence {
    /// Words of the informant.
    pub quote: Option<String>,
    /// What the coder found, in the coder's words.
    pub finding: Option<String>,
    /// Why this level.
    pub rationale: Option<String>,
    /// Document, file or paper.
    pub source: Option<String>,
    /// Where in the source.
    pub locator: Option<String>,
    /// How sure the coder was.
    pub confidence: Option<String>,
    /// When it happened or was published.
    pub date: Option<String>,
    /// Remark.
    pub note: Option<String>,
    /// Code of an evidence item.
    pub item: Option<String>,
    /// State of that item.
    pub status: Option<ItemStatus>,
    /// Whose task it is.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<String>,
    /// Whether the quote may leave the team; `None` is not said.
    pub consent: Option<bool>,
}

/// One coded row.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Where it stands in the input.
    pub origin: Origin,
    /// Region as written.
    pub region: Arc<str>,
    /// Kind of region as written.
    pub kind: Option<Arc<str>>,
    /// Indicator, group or `index` as written.
    pub indicator: Arc<str>,
    /// Framework the row belongs to, where it says so.
    pub framework: Option<Arc<str>>,
    /// Content of the level column.
    pub answer: Answer,
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
    pub informant: Option<Arc<str>>,
    /// Post of the informant.
    pub role: Option<Arc<str>>,
    /// Offices of the informant.
    pub agencies: Vec<Arc<str>>,
    /// Who coded.
    pub coder: Option<Arc<str>>,
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

/// The words for a coder who stands for the agreed result of several.
const CONSENSUS: [&str; 3] = ["consensus", "konsensus", "kesepakatan"];

impl Statement {
    /// Whether the row is what several coders agreed on.
    #[must_use]
    pub fn is_consensus(&self) -> bool {
        self.coder.as_deref().is_some_and(|coder| {
            CONSENSUS
                .iter()
                .any(|word| coder.eq_ignore_ascii_case(word))
        })
    }

    /// A statement about `indicator` of `region` with everything else empty.
    #[must_use]
    pub fn new(origin: Origin, region: Arc<str>, indicator: Arc<str>) -> Self {
        Self {
            origin,
            region,
            kind: None,
            indicator,
            framework: None,
            answer: Answer::Missing,
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

    /// Whether the row counts as evidence: primary or supplementary, and not left blank.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.usage != Usage::Context && !self.is_blank()
    }

    /// Whether the row names region and indicator and then says nothing, as a form not filled.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.answer.is_missing()
            && self.value.is_none()
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

/// Statements with the inputs they came from.
#[derive(Debug, Clone, Default)]
pub struct Statements {
    sources: Vec<Source>,
    rows: Vec<Statement>,
}

impl Statements {
    /// Statements of one source; every [`Origin::source`] must be 0.
    #[must_use]
    pub fn of(source: Source, rows: Vec<Statement>) -> Self {
        Self {
            sources: vec![source],
            rows,
        }
    }

    /// Adds the statements of another input behind these.
    pub fn append(&mut self, other: Self) {
        let shift = self.sources.len();
        self.sources.extend(other.sources);
        self.rows.extend(other.rows.into_iter().map(|mut row| {
            row.origin.source += shift;
            row
        }));
    }

    /// The inputs, in the order in which they were given.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The statements, in the order of the inputs.
    #[must_use]
    pub fn rows(&self) -> &[Statement] {
        &self.rows
    }

    /// The same inputs with only the statements that `keep` accepts.
    #[must_use]
    pub fn filtered(mut self, keep: impl FnMut(&Statement) -> bool) -> Self {
        self.rows.retain(keep);
        self
    }

    /// Shares the statements out: row `n` goes to part `owners[n]`, or nowhere. Every part keeps
    /// all inputs, so that places stay right.
    #[must_use]
    pub fn split(self, owners: &[Option<usize>], parts: usize) -> Vec<Self> {
        let mut rows: Vec<Vec<Statement>> = (0..parts).map(|_| Vec::new()).collect();
        for (row, owner) in self.rows.into_iter().zip(owners) {
            if let Some(part) = owner.and_then(|it| rows.get_mut(it)) {
                part.push(row);
            }
        }
        let mut sources = Some(self.sources);
        let last = rows.len().saturating_sub(1);
        rows.into_iter()
            .enumerate()
            .map(|(at, rows)| Self {
                sources: if at == last {
                    sources.take().unwrap_or_default()
                } else {
                    sources.clone().unwrap_or_default()
                },
                rows,
            })
            .collect()
    }

    /// The same inputs with these statements, each of which comes from one of them, in the order
    /// of their origins.
    #[must_use]
    pub fn replaced(mut self, mut rows: Vec<Statement>) -> Self {
        rows.sort_by_key(|row| row.origin);
        self.rows = rows;
        self
    }

    /// Gives `wave` to every statement without one.
    pub fn default_wave(&mut self, wave: &str) {
        let wave: Arc<str> = wave.into();
        for row in &mut self.rows {
            row.wave.get_or_insert_with(|| Arc::clone(&wave));
        }
    }

    /// The place of a cell of a statement.
    #[must_use]
    pub fn place(&self, row: &Statement, column: Column) -> Place {
        self.sources[row.origin.source].place(&row.origin, column)
    }

    /// Name of the input a statement came from.
    #[must_use]
    pub fn file(&self, row: &Statement) -> &str {
        self.sources[row.origin.source].name()
    }
}
