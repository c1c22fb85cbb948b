//! What can be typed. The words of `--help` stand in [`siap::text::help`].

use clap::{Args, Parser, Subcommand, ValueEnum};

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
    #[arg(long, value_name = "table|csv|json|md", hide_possible_values = true)]
    pub(crate) format: Option<Format>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
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
