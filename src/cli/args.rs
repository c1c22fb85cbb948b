//! What several commands take: data, selection, output. The words of `--help` stand in
//! [`siap::text::help`].

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use siap::compare::KindChoice;
use siap::read::Decimal;
use siap::render::{RENDERERS, Renderer};
use siap::statement::Stage;
use siap::study::{Request, selection};

/// Which rows are read, and under which framework.
#[derive(Debug, Clone, Args)]
pub(crate) struct Data {
    #[arg(value_name = "STUDY|DATA")]
    pub(crate) inputs: Vec<String>,
    #[arg(short, long, value_name = "ID|FILE")]
    pub(crate) framework: Option<String>,
    #[arg(id = "as", long = "as", value_name = "ID|FILE")]
    pub(crate) onto: Option<String>,
    #[arg(long, value_name = "native|all", hide_possible_values = true)]
    pub(crate) basis: Option<BasisChoice>,
    #[arg(long, value_name = "comma|point", hide_possible_values = true)]
    pub(crate) decimal: Option<DecimalChoice>,
    #[arg(long, value_name = "HEADER=COLUMN", value_parser = column)]
    pub(crate) column: Vec<(String, String)>,
    #[arg(
        id = "codes",
        long = "missing",
        value_name = "CODE,…",
        value_delimiter = ',',
        allow_hyphen_values = true
    )]
    pub(crate) missing: Vec<String>,
    #[arg(long)]
    pub(crate) skip_bad_files: bool,
    /// Provinces whose regions should all have sent, where the study does not say who should.
    #[arg(skip)]
    pub(crate) expect: Vec<String>,
}

/// `HEADER=COLUMN`; the header itself may hold the sign.
fn column(text: &str) -> Result<(String, String), String> {
    match text.rsplit_once('=') {
        Some((header, name)) if !header.trim().is_empty() => {
            Ok((header.trim().to_owned(), name.trim().to_owned()))
        }
        _ => Err("HEADER=COLUMN".to_owned()),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum BasisChoice {
    Native,
    All,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DecimalChoice {
    #[value(alias = ",", alias = "koma")]
    Comma,
    #[value(alias = ".", alias = "titik")]
    Point,
}

impl DecimalChoice {
    /// The sign itself.
    pub(crate) fn sign(self) -> Decimal {
        match self {
            Self::Comma => Decimal::Comma,
            Self::Point => Decimal::Point,
        }
    }
}

impl Data {
    /// The same, where all regions of these provinces should have sent.
    pub(crate) fn expecting(&self, provinces: &[String]) -> Self {
        Self {
            expect: provinces.to_vec(),
            ..self.clone()
        }
    }

    /// What is asked of the library.
    pub(crate) fn request(&self) -> Request {
        Request {
            inputs: self.inputs.clone(),
            framework: self.framework.clone(),
            onto: self.onto.clone(),
            native_only: self.basis == Some(BasisChoice::Native),
            decimal: self.decimal.map(DecimalChoice::sign),
            columns: self.column.clone(),
            missing: self.missing.clone(),
            skip_bad_files: self.skip_bad_files,
            expect: self.expect.clone(),
            by: None,
            as_sent: false,
        }
    }
}

/// A plain table in place of a study, and how its columns and words are read.
#[derive(Debug, Args)]
pub(crate) struct Plain {
    #[arg(long, value_name = "FILE", conflicts_with_all = ["inputs", "framework", "as"])]
    pub(crate) matrix: Option<String>,
    #[arg(long, value_name = "WORD,…", value_delimiter = ',')]
    pub(crate) levels: Vec<String>,
    #[arg(
        id = "leave_column",
        long = "leave-out",
        value_name = "COLUMN,…",
        value_delimiter = ','
    )]
    pub(crate) leave_out: Vec<String>,
}

/// Which regions and waves are shown.
#[derive(Debug, Args)]
pub(crate) struct Selection {
    #[arg(long, value_name = "WAVE|latest")]
    pub(crate) wave: Option<String>,
    #[command(flatten)]
    pub(crate) regions: Regions,
}

/// Which regions are shown, and at which stage.
#[derive(Debug, Args)]
pub(crate) struct Regions {
    #[command(flatten)]
    pub(crate) places: Places,
    #[arg(
        long,
        value_name = "self|document|interview|visit|final",
        hide_possible_values = true
    )]
    pub(crate) stage: Option<StageFilter>,
}

/// Which regions are shown.
#[derive(Debug, Args)]
pub(crate) struct Places {
    #[arg(long, value_name = "REGION", num_args = 1..)]
    pub(crate) region: Vec<String>,
    #[arg(long, value_name = "TAG")]
    pub(crate) tag: Vec<String>,
    #[arg(long, value_name = "PROVINCE")]
    pub(crate) province: Vec<String>,
    #[arg(
        long,
        value_name = "kabkota|kabupaten|kota|provinsi|instansi|all",
        hide_possible_values = true
    )]
    pub(crate) kind: Option<KindFilter>,
}

/// One region: of its newest wave the most verified stage, unless others are asked for.
#[derive(Debug, Args)]
pub(crate) struct OneRegion {
    #[arg(long, value_name = "REGION", required = true)]
    pub(crate) region: String,
    #[arg(long, value_name = "WAVE|latest")]
    pub(crate) wave: Option<String>,
    #[arg(
        long,
        value_name = "self|document|interview|visit|final",
        hide_possible_values = true
    )]
    pub(crate) stage: Option<StageFilter>,
}

impl OneRegion {
    /// What is asked of the library.
    pub(crate) fn asked(&self) -> selection::Selection {
        selection::Selection {
            wave: self.wave.clone(),
            regions: vec![self.region.clone()],
            stage: self.stage.map(StageFilter::stage),
            ..selection::Selection::default()
        }
    }
}

impl Selection {
    /// What is asked of the library.
    pub(crate) fn asked(&self) -> selection::Selection {
        selection::Selection {
            wave: self.wave.clone(),
            ..self.regions.asked()
        }
    }
}

impl Regions {
    /// What is asked of the library, of no wave in particular.
    pub(crate) fn asked(&self) -> selection::Selection {
        selection::Selection {
            stage: self.stage.map(StageFilter::stage),
            ..self.places.asked()
        }
    }
}

impl Places {
    /// Whether some regions are asked for.
    pub(crate) fn is_given(&self) -> bool {
        !(self.region.is_empty() && self.tag.is_empty() && self.province.is_empty())
            || self.kind.is_some()
    }

    /// What is asked of the library, of no wave or stage in particular.
    pub(crate) fn asked(&self) -> selection::Selection {
        selection::Selection {
            regions: self.region.clone(),
            tags: self.tag.clone(),
            provinces: self.province.clone(),
            kind: self.kind.map(|kind| match kind {
                KindFilter::Kabkota => KindChoice::KabKota,
                KindFilter::Kabupaten => KindChoice::Kabupaten,
                KindFilter::Kota => KindChoice::Kota,
                KindFilter::Provinsi => KindChoice::Provinsi,
                KindFilter::Instansi => KindChoice::Instansi,
                KindFilter::All => KindChoice::All,
            }),
            ..selection::Selection::default()
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum KindFilter {
    Kabkota,
    Kabupaten,
    Kota,
    Provinsi,
    Instansi,
    All,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StageFilter {
    #[value(name = "self", alias = "mandiri")]
    SelfAssessed,
    #[value(alias = "dokumen")]
    Document,
    #[value(alias = "interviu")]
    Interview,
    #[value(alias = "visitasi")]
    Visit,
    #[value(alias = "akhir")]
    Final,
}

impl StageFilter {
    /// The stage that is meant.
    pub(crate) fn stage(self) -> Stage {
        match self {
            Self::SelfAssessed => Stage::SelfAssessed,
            Self::Document => Stage::Document,
            Self::Interview => Stage::Interview,
            Self::Visit => Stage::Visit,
            Self::Final => Stage::Final,
        }
    }
}

/// Where the output goes, and how it looks.
#[derive(Debug, Args)]
pub(crate) struct Output {
    #[arg(long, value_name = format_names(), value_parser = formats(), hide_possible_values = true)]
    pub(crate) format: Option<&'static Renderer>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
    #[arg(long)]
    pub(crate) full: bool,
}

/// `table|csv|…`: what `--format` takes.
fn format_names() -> String {
    let names: Vec<&str> = RENDERERS.iter().map(|it| it.name).collect();
    names.join("|")
}

fn formats() -> impl TypedValueParser<Value = &'static Renderer> {
    let names = PossibleValuesParser::new(RENDERERS.iter().map(|it| it.name));
    names.try_map(|name| Renderer::named(&name).ok_or("no such format"))
}

/// What a command takes that shows what was scored, and nothing else.
#[derive(Debug, Args)]
pub(crate) struct Shown {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) output: Output,
}
