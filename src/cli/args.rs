//! What can be typed. The words of `--help` stand in [`siap::text::help`].

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use siap::compare::KindChoice;
use siap::read::Decimal;
use siap::render::{RENDERERS, Renderer};
use siap::scrutiny::agree::sample::Size;
use siap::statement::Stage;
use siap::study::{Request, selection};

use super::{robust, value};

#[derive(Debug, Parser)]
#[command(name = "siap", version)]
pub(crate) struct Cli {
    #[arg(long, value_name = "id|en", global = true, hide_possible_values = true)]
    pub(crate) lang: Option<Language>,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    Id,
    En,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Framework(Framework),
    Check(Check),
    Score(Table),
    Matrix(Table),
    Compare(Compare),
    Robust(Robust),
    Trend(Trend),
    Reliability(Reliability),
    Triangulate(Triangulate),
    Agree(Agree),
    Template(Template),
    Chart(Chart),
    Completions(Completions),
    Man(Man),
}

#[derive(Debug, Args)]
pub(crate) struct Framework {
    #[command(subcommand)]
    pub(crate) command: FrameworkCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum FrameworkCommand {
    List(FrameworkList),
    Show(FrameworkShow),
    Check(FrameworkCheck),
    New(FrameworkNew),
    Schema(FrameworkSchema),
}

#[derive(Debug, Args)]
pub(crate) struct FrameworkList {
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct FrameworkShow {
    #[arg(value_name = "FRAMEWORK")]
    pub(crate) name: String,
    #[arg(long, conflicts_with = "format")]
    pub(crate) toml: bool,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct FrameworkCheck {
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct FrameworkNew {
    #[arg(
        value_name = "ID",
        default_value = "my-framework",
        hide_default_value = true
    )]
    pub(crate) name: String,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct FrameworkSchema {
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
}

/// Which rows are read, and under which framework.
#[derive(Debug, Args)]
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
    /// What is asked of the library.
    pub(crate) fn request(&self) -> Request {
        Request {
            inputs: self.inputs.clone(),
            framework: self.framework.clone(),
            onto: self.onto.clone(),
            native_only: self.basis == Some(BasisChoice::Native),
            decimal: self.decimal.map(DecimalChoice::sign),
        }
    }
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
    #[arg(
        long,
        value_name = "self|document|interview|visit|final",
        hide_possible_values = true
    )]
    pub(crate) stage: Option<StageFilter>,
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
            wave: None,
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
            stage: self.stage.map(|stage| match stage {
                StageFilter::SelfAssessed => Stage::SelfAssessed,
                StageFilter::Document => Stage::Document,
                StageFilter::Interview => Stage::Interview,
                StageFilter::Visit => Stage::Visit,
                StageFilter::Final => Stage::Final,
            }),
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
    Final,
}

/// Where the output goes, and how it looks.
#[derive(Debug, Args)]
pub(crate) struct Output {
    #[arg(long, value_name = format_names(), value_parser = formats(), hide_possible_values = true)]
    pub(crate) format: Option<&'static Renderer>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Table,
    Csv,
    Json,
    Md,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) data: Data,
}

#[derive(Debug, Args)]
pub(crate) struct Table {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Compare {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) figures: Option<String>,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Robust {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[arg(long, value_name = "25%|dirichlet|none", value_parser = robust::weights)]
    pub(crate) weights: Option<robust::Weights>,
    #[arg(
        long,
        value_name = "arithmetic|geometric|harmonic|median|min,…",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    pub(crate) rules: Vec<RuleChoice>,
    #[arg(
        long,
        value_name = "min-max|z-score|rank,…",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    pub(crate) normalise: Vec<NormaliseChoice>,
    #[arg(
        long,
        value_name = "rescale|zero|bottom|top|none,…",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    pub(crate) missing: Vec<MissingChoice>,
    #[arg(long, value_name = "resample|none", hide_possible_values = true)]
    pub(crate) informants: Option<InformantsChoice>,
    #[arg(long, value_name = "PROBABILITY|none", value_parser = value::levels)]
    pub(crate) levels: Option<f64>,
    #[arg(
        long,
        value_name = "indicators|coders|none,…",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    pub(crate) leave_out: Vec<LeaveOutChoice>,
    #[arg(long, value_name = "N", value_parser = value::runs, default_value = "10000", hide_default_value = true)]
    pub(crate) runs: u32,
    #[arg(long, value_name = "N", value_parser = value::seed, default_value = "1", hide_default_value = true)]
    pub(crate) seed: u64,
    #[arg(long, value_name = "K", value_parser = value::top)]
    pub(crate) top: Option<u32>,
    #[arg(long, value_name = "N", value_parser = value::threads)]
    pub(crate) threads: Option<usize>,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RuleChoice {
    Arithmetic,
    Geometric,
    Harmonic,
    Median,
    Min,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum NormaliseChoice {
    MinMax,
    ZScore,
    Rank,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MissingChoice {
    Rescale,
    Zero,
    Bottom,
    Top,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum InformantsChoice {
    Resample,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LeaveOutChoice {
    Indicators,
    Coders,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FigureName {
    Ranking,
    Heatmap,
    Radar,
    Trend,
}

#[derive(Debug, Args)]
pub(crate) struct Chart {
    #[arg(
        value_name = "ranking|heatmap|radar|trend",
        hide_possible_values = true
    )]
    pub(crate) figure: FigureName,
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: String,
}

#[derive(Debug, Args)]
pub(crate) struct Trend {
    #[command(flatten)]
    pub(crate) data: Data,
    #[arg(long, value_name = "WAVE|A..B")]
    pub(crate) wave: Vec<String>,
    #[command(flatten)]
    pub(crate) regions: Regions,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) figures: Option<String>,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Reliability {
    #[command(flatten)]
    pub(crate) data: Data,
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["inputs", "framework", "as", "basis", "wave", "region", "tag", "province", "kind", "stage"]
    )]
    pub(crate) matrix: Option<String>,
    #[arg(
        long,
        value_name = "MIN..MAX",
        requires = "matrix",
        allow_hyphen_values = true
    )]
    pub(crate) scale: Option<String>,
    #[arg(
        long,
        value_name = "ITEM,…",
        value_delimiter = ',',
        requires = "matrix"
    )]
    pub(crate) reverse: Vec<String>,
    #[arg(long, value_name = "NAME=ITEM,…", requires = "matrix")]
    pub(crate) construct: Vec<String>,
    #[arg(long, value_name = "role|agency|region|…")]
    pub(crate) by: Option<String>,
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) bands: Vec<String>,
    #[arg(long, value_name = "listwise|pairwise", hide_possible_values = true)]
    pub(crate) missing: Option<MissingAnswers>,
    #[arg(
        long,
        value_name = "convenience|purposive|random|census",
        hide_possible_values = true
    )]
    pub(crate) sampling: Option<SamplingChoice>,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MissingAnswers {
    Listwise,
    Pairwise,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SamplingChoice {
    #[value(alias = "kemudahan", alias = "accidental")]
    Convenience,
    Purposive,
    #[value(alias = "acak")]
    Random,
    #[value(alias = "sensus")]
    Census,
}

#[derive(Debug, Args)]
pub(crate) struct Triangulate {
    #[command(flatten)]
    pub(crate) data: Data,
    #[arg(long, value_name = "source|method|time", hide_possible_values = true)]
    pub(crate) by: Option<ByChoice>,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ByChoice {
    #[value(alias = "sumber")]
    Source,
    #[value(alias = "teknik", alias = "metode")]
    Method,
    #[value(alias = "waktu")]
    Time,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    #[arg(
        value_name = "bash|elvish|fish|powershell|zsh",
        hide_possible_values = true
    )]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Man {
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Agree {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["inputs", "framework", "as"])]
    pub(crate) matrix: Option<String>,
    #[arg(long, value_name = "A..B", value_parser = scale, allow_hyphen_values = true)]
    pub(crate) scale: Option<(i64, i64)>,
    #[arg(long)]
    pub(crate) all: bool,
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true)]
    pub(crate) seed: u64,
    #[arg(long, value_name = "N", default_value_t = 1000, hide_default_value = true, value_parser = resamples)]
    pub(crate) resamples: u32,
    #[arg(
        long,
        value_name = "percentile|bca|jackknife",
        hide_possible_values = true
    )]
    pub(crate) interval: Option<IntervalChoice>,
    #[arg(long, value_name = "region", hide_possible_values = true)]
    pub(crate) cluster: Option<ClusterChoice>,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum IntervalChoice {
    #[value(alias = "persentil")]
    Percentile,
    Bca,
    Jackknife,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ClusterChoice {
    #[value(alias = "wilayah")]
    Region,
}

#[derive(Debug, Args)]
pub(crate) struct Template {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[arg(long)]
    pub(crate) blind: bool,
    #[arg(long, value_name = "20%|N", value_parser = sample)]
    pub(crate) sample: Option<Size>,
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
}

// What a parser below says is replaced by words in the reader's language (`usage`).

/// `0..4`: the lowest and the highest level.
fn scale(text: &str) -> Result<(i64, i64), String> {
    const MOST: i64 = 999;
    let parsed = text.split_once("..").and_then(|(low, high)| {
        let low: i64 = low.trim().parse().ok()?;
        let high: i64 = high.trim().parse().ok()?;
        let fits = low < high && low.abs() <= MOST && high.abs() <= MOST && high - low <= MOST;
        fits.then_some((low, high))
    });
    parsed.ok_or_else(|| "A..B".to_owned())
}

/// 0, or a number of resamples.
fn resamples(text: &str) -> Result<u32, String> {
    let parsed = text.parse().ok();
    let fits = |it: &u32| *it != 1 && *it <= 1_000_000;
    parsed.filter(fits).ok_or_else(|| "0, 2..".to_owned())
}

/// `20%` or a number of units.
fn sample(text: &str) -> Result<Size, String> {
    let size = match text.strip_suffix('%') {
        Some(share) => {
            let share: Option<f64> = share.trim().replace(',', ".").parse().ok();
            share
                .filter(|it| *it > 0.0 && *it <= 100.0)
                .map(|it| Size::Share(it / 100.0))
        }
        None => {
            let units: Option<usize> = text.trim().parse().ok();
            units.filter(|it| *it > 0).map(Size::Units)
        }
    };
    size.ok_or_else(|| "20%".to_owned())
}
