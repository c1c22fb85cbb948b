//! Triangulation as people read it: voices and verdicts, offices, what each interview adds.

mod record;
mod rows;

use crate::scrutiny::triangulate::coverage::Coverage;
use crate::scrutiny::triangulate::saturation::{Interview, Run, Saturation};
use crate::scrutiny::triangulate::{By, Key, Meeting, Place, Verdict, Voice};
use crate::study::Scored;
use crate::text::{Lang, Wording, label, list, percent};

use super::dataset::Dataset;
use super::envelope::Envelope;
use super::inputs::{InputRecord, inputs_of};
use super::report::{Detail, Record, Report};
use super::shown::{remarks, short_name};
use super::{Block, Cell, Column, Document, Heading, Table, Tone, words};

pub use record::TriangulationRecord;

/// Sources, methods and times against each other.
#[derive(Debug)]
pub struct Triangulation<'a> {
    /// The framework with its rows and scores.
    pub scored: &'a Scored,
    /// Places with their voices, for each view that was asked for.
    pub views: Vec<(By, Vec<Place>)>,
    /// Governments by offices, where that was asked for.
    pub coverage: Option<Coverage>,
    /// Whether the study plans posts.
    pub planned: bool,
    /// What each interview adds, where that was asked for.
    pub saturation: Option<Saturation>,
    /// Language of the reader.
    pub lang: Lang,
}

impl Triangulation<'_> {
    /// What the framework calls things, for sentences.
    fn wording(&self) -> Wording {
        words::wording(self.lang, &self.scored.framework)
    }
}

impl Report for Triangulation<'_> {
    fn name(&self) -> &str {
        self.scored.framework.id()
    }

    fn document(&self, detail: Detail) -> Document {
        document(self, detail)
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![Dataset::new("voices", rows::voices(self))]
    }

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        inputs_of(&self.scored.statements)
    }

    fn record(&self) -> Record<'_> {
        let body = record::body(self);
        Box::new(Envelope::of_scored(body, self.scored, self.lang))
    }
}

/// In brief where voices meet; in full every voice, and what is listed for context.
fn document(report: &Triangulation, detail: Detail) -> Document {
    let lang = report.lang;
    let mut blocks = Vec::new();
    for (by, places) in &report.views {
        view(report, *by, places, detail, &mut blocks);
    }
    if report.views.iter().any(|(_, places)| !places.is_empty()) {
        blocks.push(Block::Paragraph(label::tri_key(&report.wording())));
    }
    if let Some((_, places)) = report.views.first().filter(|_| detail.is_full()) {
        context(report, places, &mut blocks);
    }
    if let Some(it) = &report.coverage {
        coverage(report, it, &mut blocks);
    }
    if let Some(it) = &report.saturation {
        saturation(report, it, &mut blocks);
    }
    remarks(report.scored, None, (lang, detail), &mut blocks);
    let framework = &report.scored.framework;
    Document {
        lang,
        title: label::tri_title(lang, framework.title()),
        subtitle: label::framework_line(lang, framework.id(), framework.version()),
        blocks,
    }
}

/// Heading of a place: `Kabupaten Banyuasin · 2019`.
fn heading(lang: Lang, place: &Place) -> String {
    let mut out = words::place(&place.region.name, place.wave.as_deref());
    if let Some(stage) = place.stage {
        out.push_str(" · ");
        out.push_str(words::stage(lang, stage));
    }
    out
}

fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Contradict => label::tri_contradict(lang),
        Verdict::Agree => label::tri_agree(lang),
        Verdict::Unclear => label::tri_unclear(lang),
        Verdict::Single => label::tri_single(lang),
        Verdict::Unnamed => label::tri_unnamed(lang),
        Verdict::Silent => label::tri_silent(lang),
    }
}

/// One view: how often each verdict, then every indicator of which rows speak.
fn view(report: &Triangulation, by: By, places: &[Place], detail: Detail, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let (title, nothing, note) = match by {
        By::Source => (
            label::tri_by_source(lang),
            label::tri_source_none(lang),
            label::tri_source_note(lang),
        ),
        By::Method => (
            label::tri_by_method(lang),
            label::tri_method_none(lang),
            label::tri_method_note(lang),
        ),
        By::Time => (
            label::tri_by_time(lang),
            label::tri_time_none(lang),
            label::tri_time_note(lang),
        ),
    };
    blocks.push(Block::heading(title.to_owned()));
    let mut meetings = places.iter().flat_map(|it| &it.meetings);
    if !meetings.any(|it| it.voices.iter().any(|it| it.key.is_named())) {
        blocks.push(Block::Paragraph(nothing.to_owned()));
        return;
    }
    blocks.push(Block::Table(summary(report, places)));
    let spoken = count(places, |it| it != Verdict::Silent);
    let agree = count(places, |it| it == Verdict::Agree);
    let mut lines = vec![label::tri_confirmed_line(&report.wording(), agree, spoken)];
    let all = places.iter().flat_map(|it| &it.meetings);
    let majority = all.filter(|it| it.indicator && it.has_majority()).count();
    if majority > 0 {
        lines.push(label::tri_majority_line(lang, majority));
    }
    lines.push(note.to_owned());
    blocks.push(Block::Paragraph(lines.join(" ")));
    let mut left = 0;
    for place in places {
        let (table, more) = voices(report, by, place, detail);
        left += more;
        if !table.rows.is_empty() {
            let place = heading(lang, place);
            let things = words::region_heading(lang, &report.scored.framework);
            let section = Heading::from(format!("{title}: {place}"));
            let about = format!("{title}: {}", label::indicator(lang));
            blocks.push(Block::heading(section.of(about, (things, place))));
            blocks.push(Block::Table(table));
        }
    }
    if left > 0 {
        blocks.push(Block::Paragraph(label::tri_left_out(lang, left)));
    }
    if !detail.is_full() {
        return;
    }
    let silent: Vec<String> = places
        .iter()
        .filter_map(|it| silent_line(report, it))
        .collect();
    if !silent.is_empty() {
        blocks.push(Block::List(silent));
    }
}

fn count(places: &[Place], wanted: impl Fn(Verdict) -> bool) -> usize {
    places.iter().map(|it| it.count(&wanted)).sum()
}

fn summary(report: &Triangulation, places: &[Place]) -> Table {
    let lang = report.lang;
    let region = words::region_heading(lang, &report.scored.framework);
    let mut columns = vec![Column::text("region", region)];
    for it in Verdict::ALL {
        columns.push(Column::number(it.id(), words::capital(verdict(lang, it))));
    }
    let rows = places
        .iter()
        .map(|place| {
            let mut row = vec![Cell::text(short_name(&heading(lang, place)))];
            for wanted in Verdict::ALL {
                row.push(Cell::count(place.count(|it| it == wanted)));
            }
            row
        })
        .collect();
    Table { columns, rows }
}

/// Who says what, and how many indicators are left out in brief: those where nothing meets.
fn voices(report: &Triangulation, by: By, place: &Place, detail: Detail) -> (Table, usize) {
    let lang = report.lang;
    let who = match by {
        By::Source => label::tri_voices_source(lang),
        By::Method => label::tri_voices_method(lang),
        By::Time => label::tri_voices_time(lang),
    };
    let meets = |it: &Meeting| match it.verdict {
        Verdict::Contradict | Verdict::Agree | Verdict::Unclear => true,
        Verdict::Single | Verdict::Unnamed | Verdict::Silent => false,
    };
    let spoken = || place.meetings.iter().filter(|it| !it.voices.is_empty());
    let told = |it: &&Meeting| detail.is_full() || meets(it);
    let rows: Vec<Vec<Cell>> = spoken()
        .filter(told)
        .map(|it| {
            let voices = it.voices.iter().map(|voice| {
                let words = voice_words(report, it.node, voice);
                format!("{}: {words}", name(lang, &voice.key))
            });
            let tone = match it.verdict {
                Verdict::Contradict => Tone::Strong,
                Verdict::Unnamed => Tone::Muted,
                _ => Tone::Plain,
            };
            vec![
                Cell::text(node_title(report, it.node)),
                Cell::text(match it.verdict {
                    Verdict::Single if it.voices.len() > 1 => {
                        label::tri_perhaps_one(lang).to_owned()
                    }
                    other if it.has_majority() => {
                        let sides = match it.deviating {
                            1 => label::tri_majority_one(lang, it.agreeing),
                            more => label::tri_majority(lang, it.agreeing, more),
                        };
                        format!("{}\n{sides}", verdict(lang, other))
                    }
                    other => verdict(lang, other).to_owned(),
                })
                .tone(tone),
                Cell::text(voices.collect::<Vec<_>>().join("\n")),
            ]
        })
        .collect();
    let left = spoken().count() - rows.len();
    let table = Table {
        columns: vec![
            Column::text("indicator", label::indicator(lang)),
            Column::text("verdict", label::tri_verdict(lang)),
            Column::text("voices", who),
        ],
        rows,
    };
    (table, left)
}

fn node_title(report: &Triangulation, node: usize) -> String {
    if node == 0 {
        return words::whole(report.lang, &report.scored.framework).to_owned();
    }
    words::leaf_title(report.lang, &report.scored.framework.nodes()[node])
}

/// The name of a voice.
fn name(lang: Lang, key: &Key) -> String {
    match key {
        Key::Source(source) => source
            .speaker
            .shown()
            .unwrap_or_else(|| label::tri_nobody(lang).to_owned()),
        Key::Method(Some(method)) => match method.as_str() {
            "interview" => label::tri_method_interview(lang).to_owned(),
            "fgd" => label::tri_method_fgd(lang).to_owned(),
            "document" => label::tri_method_document(lang).to_owned(),
            "observation" => label::tri_method_observation(lang).to_owned(),
            "survey" => label::tri_method_survey(lang).to_owned(),
            other => other.to_owned(),
        },
        Key::Method(None) => label::tri_no_method(lang).to_owned(),
        Key::Wave(Some(wave)) => wave.to_string(),
        Key::Date(Some(date)) => date.to_string(),
        Key::Wave(None) | Key::Date(None) => label::tri_no_time(lang).to_owned(),
    }
}

/// What a voice says: `level 3, + 2 / − 1`.
fn voice_words(report: &Triangulation, node: usize, voice: &Voice) -> String {
    let lang = report.lang;
    let mut parts = Vec::new();
    let levels = voice.levels.iter().map(|it| words::level(lang, *it));
    let levels = levels.collect::<Vec<_>>().join(" · ");
    let is_level = report.scored.framework.nodes()[node]
        .indicator()
        .is_some_and(|it| it.kind.says_level());
    if !levels.is_empty() && is_level {
        parts.push(label::tri_level(&report.wording(), levels));
    } else if !levels.is_empty() {
        parts.push(label::tri_value(lang, levels));
    }
    if voice.supporting + voice.inhibiting > 0 {
        let [for_it, against] = [voice.supporting, voice.inhibiting];
        parts.push(format!("+\u{a0}{for_it}\u{a0}/\u{a0}−\u{a0}{against}"));
    } else if parts.is_empty() && voice.neutral > 0 {
        parts.push(label::tri_neutral(lang, voice.neutral));
    } else if parts.is_empty() {
        parts.push(label::statements_line(lang, voice.rows.len()));
    }
    parts.join(", ")
}

fn silent_line(report: &Triangulation, place: &Place) -> Option<String> {
    let silent: Vec<&Meeting> = place
        .meetings
        .iter()
        .filter(|it| it.verdict == Verdict::Silent && it.indicator)
        .collect();
    if silent.is_empty() {
        return None;
    }
    let titles = silent.iter().map(|it| node_title(report, it.node));
    Some(label::tri_silent_line(
        report.lang,
        heading(report.lang, place),
        silent.len(),
        list(titles),
    ))
}

/// Context rows with what they say.
fn context(report: &Triangulation, places: &[Place], blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let mut rows = Vec::new();
    for place in places {
        for it in &place.meetings {
            for row in &it.context {
                let row = &report.scored.statements.rows()[*row];
                let id = row.id.as_ref().map_or_else(
                    || report.scored.statements.whereabouts(row),
                    ToString::to_string,
                );
                rows.push(vec![
                    Cell::text(short_name(&heading(lang, place))),
                    Cell::text(node_title(report, it.node)),
                    Cell::text(format!("{} [{id}]", words::said(lang, row))),
                ]);
            }
        }
    }
    if rows.is_empty() {
        return;
    }
    blocks.push(Block::heading(label::tri_context_heading(lang)));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text(
                "region",
                words::region_heading(lang, &report.scored.framework),
            ),
            Column::text("indicator", label::indicator(lang)),
            Column::text("finding", label::finding(lang)),
        ],
        rows,
    }));
}

/// Offices by governments: the longer list runs down.
fn coverage(report: &Triangulation, of: &Coverage, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    blocks.push(Block::heading(label::tri_coverage_heading(lang)));
    let mut columns = vec![Column::text("agency", label::agency(lang))];
    for region in &of.regions {
        columns.push(Column::number(&*region.region, short_name(&region.region)));
    }
    let mut rows: Vec<Vec<Cell>> = of
        .agencies
        .iter()
        .enumerate()
        .map(|(at, agency)| {
            let mut row = vec![Cell::text(agency.as_str())];
            row.extend(of.regions.iter().map(|region| {
                let cell = region.cells[at];
                match (cell.is_gap(), cell.statements) {
                    (true, _) => Cell::text(label::tri_gap(lang)).tone(Tone::Strong),
                    (false, 0) => Cell::empty(),
                    (false, statements) => Cell::count(statements),
                }
            }));
            row
        })
        .collect();
    let mut last = vec![Cell::text(label::tri_no_agency(lang)).tone(Tone::Muted)];
    last.extend(of.regions.iter().map(|it| Cell::count(it.unnamed)));
    rows.push(last);
    let mut last = vec![Cell::text(label::statements(lang)).tone(Tone::Strong)];
    last.extend(of.regions.iter().map(|it| Cell::count(it.statements)));
    rows.push(last);
    blocks.push(Block::Table(Table { columns, rows }));
    let gaps: Vec<(&str, &str)> = of.gaps().collect();
    let lines: Vec<String> = gaps
        .chunk_by(|a, b| a.0 == b.0)
        .map(|part| {
            let names = list(part.iter().map(|(_, agency)| *agency));
            label::tri_gap_line(lang, part[0].0, names)
        })
        .collect();
    if !lines.is_empty() {
        blocks.push(Block::List(lines));
    } else if report.planned {
        blocks.push(Block::Paragraph(label::tri_no_gaps(lang).to_owned()));
    } else {
        blocks.push(Block::Paragraph(
            label::tri_nothing_planned(lang).to_owned(),
        ));
    }
    blocks.push(Block::Paragraph(label::tri_coverage_key(lang).to_owned()));
}

fn saturation(report: &Triangulation, of: &Saturation, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    blocks.push(Block::heading(label::tri_saturation_heading(lang)));
    if of.interviews.is_empty() {
        blocks.push(Block::Paragraph(label::tri_no_interviews(lang).to_owned()));
        return;
    }
    let mut columns = vec![
        Column::number("number", label::rank(lang)),
        Column::text(
            "region",
            words::region_heading(lang, &report.scored.framework),
        ),
        Column::text("interview", label::tri_interview(lang)),
    ];
    if of.by_date {
        columns.push(Column::text("date", label::tri_date(lang)));
    }
    columns.extend([
        Column::number("statements", label::statements(lang)),
        Column::number("indicators", label::tri_indicators(lang)),
        Column::number("first", label::tri_first(lang)),
        Column::number("cumulative", label::tri_so_far(lang)),
    ]);
    let rows = of
        .interviews
        .iter()
        .enumerate()
        .map(|(at, it)| {
            let mut row = vec![
                Cell::count(at + 1),
                Cell::text(short_name(&it.region.name)),
                Cell::text(interview_name(lang, it)),
            ];
            if of.by_date {
                row.push(Cell::text(it.date.as_deref().unwrap_or_default()));
            }
            row.extend([
                Cell::count(it.statements),
                Cell::count(it.indicators),
                Cell::count(it.first.len()),
                Cell::count(it.cumulative),
            ]);
            row
        })
        .collect();
    blocks.push(Block::Table(Table { columns, rows }));
    let mut lines = vec![
        if of.by_date {
            label::tri_by_date(lang)
        } else {
            label::tri_by_row(lang)
        }
        .to_owned(),
    ];
    lines.push(label::tri_closed_line(lang).to_owned());
    if of.interviews.iter().any(|it| !it.speaker.is_person()) {
        lines.push(label::tri_unnamed_line(lang).to_owned());
    } else if of.runs.is_empty() {
        lines.push(label::tri_no_runs(lang).to_owned());
    } else {
        lines.extend(of.runs.iter().map(|it| run_line(lang, it)));
        lines.push(label::tri_run_source(lang).to_owned());
    }
    blocks.push(Block::List(lines));
}

fn interview_name(lang: Lang, it: &Interview) -> String {
    let nobody = || label::tri_unnamed_interview(lang).to_owned();
    it.speaker.shown().unwrap_or_else(nobody)
}

fn run_line(lang: Lang, it: &Run) -> String {
    let share = percent(it.share, 1, lang);
    if it.reached {
        label::tri_run_reached(lang, it.length, it.last, it.new, share)
    } else {
        label::tri_run_not(lang, it.length, it.last, it.new, share)
    }
}
