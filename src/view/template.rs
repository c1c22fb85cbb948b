//! Tables to be filled in: an empty form, or a sample for a second coder.

use crate::assess::Assessment;
use crate::framework::{Framework, Indicator, Node, Scale};
use crate::scrutiny::agree::sample::{Drawn, MARK, Sample};
use crate::statement::{Basis, Evidence, PartyName, Stage, Statement};
use crate::study::Scored;
use crate::text::Lang;

use super::dataset::{Columns, Dataset, Row};
use super::shown::{notice_line, official_status_line};
use super::words;

/// Columns that are to be filled in.
fn blank<R>(to: &mut Columns<'_, R>, columns: &[&'static str]) {
    for column in columns {
        to.text(*column, "to be filled in", |_| None);
    }
}

/// The columns in which the indicators `nodes` are answered, their headers in a language; `unit` gives the
/// unit of measurement of a row's indicator.
fn answers<'c, R>(
    to: &mut Columns<'c, R>,
    framework: &Framework,
    nodes: &[usize],
    (lang, unit): (Lang, impl for<'r> Fn(&'r R) -> Option<&'r str> + 'c),
) {
    let any = |is: fn(&Indicator) -> bool| {
        let nodes = nodes.iter().map(|it| &framework.nodes()[*it]);
        nodes.filter_map(Node::indicator).any(is)
    };
    blank(to, &["level"]);
    if any(|it| it.kind.is_measured() || it.lookup.is_some()) {
        blank(to, &[header(lang, "value")]);
        let about = "in which the number is measured";
        to.text(header(lang, "unit"), about, unit);
    }
    if any(|it| it.kind.is_counted()) {
        blank(to, &[header(lang, "direction")]);
    }
}

/// The unit of measurement of a leaf: its own, or that of another body's index from which its level
/// follows.
fn unit(node: &Node) -> Option<&str> {
    let indicator = node.indicator()?;
    let of_lookup = indicator.lookup.as_ref().map(|it| &it.unit);
    Some(indicator.unit.as_ref().or(of_lookup)?.both()[0])
}

/// An indicator to be filled in.
struct FormRow<'a>(&'a Node);

impl Row for FormRow<'_> {
    const NAME: &'static str = "Form";
    const ABOUT: &'static str = "An indicator to be filled in.";

    fn columns(_: &mut Columns<'_, Self>) {
        // All stand in `form`: which there are depends on the framework, their names on the language.
    }
}

/// Headers of a form in Indonesian; readers know both.
const INDONESIAN: [(&str, &str); 22] = [
    ("region", "wilayah"),
    ("kind", "jenis"),
    ("framework", "kerangka"),
    ("basis", "dasar"),
    ("consent", "izin_kutip"),
    ("note", "catatan"),
    ("wave", "periode"),
    ("stage", "tahap"),
    ("indicator", "indikator"),
    ("_title", "_judul"),
    ("value", "angka"),
    ("unit", "satuan"),
    ("direction", "arah"),
    ("informant", "informan"),
    ("role", "jabatan"),
    ("agency", "opd"),
    ("concerns", "tentang"),
    ("coder", "pengode"),
    ("quote", "kutipan"),
    ("source", "sumber"),
    ("locator", "lokasi"),
    ("_rubric", "_arti_level"),
];

/// What a column is headed with in a language; readers know both.
pub(super) fn header(lang: Lang, name: &'static str) -> &'static str {
    let known = INDONESIAN.iter().find(|(english, _)| *english == name);
    match (lang, known) {
        (Lang::Id, Some((_, indonesian))) => indonesian,
        _ => name,
    }
}

/// What people are told beside a table that is to be filled in: whose instrument it is, and what must
/// be known before using it. It is no part of the table, which is read again.
#[must_use]
pub fn remarks(framework: &Framework, lang: Lang) -> Vec<String> {
    let status = official_status_line(framework, lang);
    status
        .into_iter()
        .chain(notice_line(framework, lang))
        .collect()
}

/// A form with a row for each indicator: where its answer goes, and beside it, in columns that readers
/// leave out, what is asked.
#[must_use]
pub fn form(framework: &Framework, lang: Lang) -> Dataset<'_> {
    let nodes: Vec<usize> = framework.indicators().map(|(at, ..)| at).collect();
    let rows = nodes.iter().map(|it| FormRow(&framework.nodes()[*it]));
    // Where levels are bands of values an assessor's numbers stand beside those of the region.
    let of_region = framework.scales().iter().any(Scale::has_bands);
    Dataset::with("form", rows.collect(), |to| {
        let named = |name| header(lang, name);
        blank(to, &["region", "wave"].map(named));
        if of_region {
            let own = match lang {
                Lang::Id => "mandiri",
                Lang::En => Stage::SelfAssessed.id(),
            };
            to.text(named("stage"), "of the answer", move |_| Some(own));
        }
        to.text(named("indicator"), "its id", |it| Some(it.0.id()));
        to.text(named("_title"), "its title", move |it: &FormRow<'_>| {
            Some(it.0.title().get(lang))
        });
        answers(to, framework, &nodes, (lang, |it: &FormRow<'_>| unit(it.0)));
        blank(
            to,
            &["informant", "role", "agency", "concerns", "coder"].map(named),
        );
        blank(to, &["quote", "source", "locator"].map(named));
        let meaning = "what is asked and what each level means";
        to.words(named("_rubric"), meaning, move |it: &FormRow<'_>| {
            rubric(framework, it.0, lang)
        });
    })
}

/// A row of a sample.
struct BlindRow<'a> {
    assessment: &'a Assessment,
    node: &'a Node,
    row: &'a Statement,
}

impl<'a> BlindRow<'a> {
    fn evidence(&self) -> Option<&'a Evidence> {
        self.row.evidence.as_deref()
    }

    fn quote(&self) -> Option<&'a str> {
        self.evidence()?.quote.as_deref()
    }

    fn agencies(&self) -> Option<String> {
        joined(&self.row.agencies)
    }

    fn concerns(&self) -> Option<String> {
        joined(&self.evidence()?.concerns)
    }
}

/// Names as one cell holds them.
fn joined(names: &[PartyName]) -> Option<String> {
    let all: Vec<&str> = names.iter().map(|it| &**it).collect();
    Some(all.join("; ")).filter(|it| !it.is_empty())
}

impl Row for BlindRow<'_> {
    const NAME: &'static str = "Blind";
    const ABOUT: &'static str = "A row of a sample for a second coder.";

    fn columns(_: &mut Columns<'_, Self>) {
        // All stand in `blind`: which there are depends on the rows, their names on the language.
    }
}

/// What is asked, and what each level of an indicator means, lowest first: `0 None: no staff | 1 Some: …`;
/// of a number the question alone.
fn rubric(framework: &Framework, node: &Node, lang: Lang) -> Option<String> {
    let indicator = node.indicator()?;
    let question = indicator
        .question
        .as_ref()
        .map(|it| it.get(lang).to_owned());
    if indicator.kind.is_measured() || indicator.kind.is_counted() {
        return question;
    }
    let scale = &framework.scales()[indicator.scale];
    let steps = indicator.level_text.len().max(scale.levels().len());
    let level = |step: usize| {
        let value = scale.value_at(step);
        let label = scale.label_of(value).map(|it| it.get(lang));
        let text = indicator.level_text.get(step).map(|it| it.get(lang));
        let words: Vec<&str> = label.into_iter().chain(text).collect();
        format!("{} {}", words::level(lang, value), words.join(": "))
    };
    let levels = (0..steps).map(level);
    let all: Vec<String> = question.into_iter().chain(levels).collect();
    (!all.is_empty()).then(|| all.join(" | "))
}

/// The rows of a sample without what the first coder made of them, under one of `several`
/// frameworks of the same rows: no level, no finding, no rationale. What each level means stands
/// beside, in the language of the reader.
///
/// Quotes that may not leave the team are there, and `consent` says so.
#[must_use]
pub fn blind<'a>(
    scored: &'a Scored,
    sample: &Sample,
    seed: u64,
    several: bool,
    lang: Lang,
) -> Dataset<'a> {
    let framework = &scored.framework;
    let nodes: Vec<usize> = sample.drawn.iter().map(|it| it.node).collect();
    let of_unit = |drawn: &Drawn| {
        let (assessment, node) = (drawn.assessment, drawn.node);
        let row = move |at: &usize| BlindRow {
            assessment: &scored.assessed.assessments[assessment],
            node: &framework.nodes()[node],
            row: &scored.statements.rows()[*at],
        };
        drawn.rows.iter().map(row).collect::<Vec<_>>()
    };
    let rows: Vec<BlindRow> = sample.drawn.iter().flat_map(of_unit).collect();
    let note = format!(
        "{MARK} seed={seed} units={}/{}",
        sample.drawn.len(),
        sample.of
    );
    // Columns that matter only where some row fills them.
    let has_kind = rows.iter().any(|it| it.row.kind.is_some());
    let has_concerns = rows.iter().any(|it| it.concerns().is_some());
    let has_basis = rows.iter().any(|it| it.row.basis != Basis::Native);
    Dataset::with("sample", rows, |to| {
        let named = |name| header(lang, name);
        to.text(named("region"), "its name", |it| {
            Some(&*it.assessment.region.name)
        });
        if has_kind {
            to.text(named("kind"), "of the region", |it| it.row.kind.as_deref());
        }
        to.text(named("indicator"), "its id", |it| Some(it.node.id()));
        to.text(named("wave"), "of the row", |it| {
            it.assessment.wave.as_deref()
        });
        to.text(named("stage"), "of the row", |it| {
            it.assessment.stage.map(Stage::id)
        });
        to.text(named("informant"), "who spoke", |it| {
            it.row.informant.as_deref()
        });
        to.text(named("role"), "of the informant", |it| {
            it.row.role.as_deref()
        });
        to.words(named("agency"), "of the informant", BlindRow::agencies);
        if has_concerns {
            to.words(
                named("concerns"),
                "the offices spoken about",
                BlindRow::concerns,
            );
        }
        to.text("id", "of the row", |it| it.row.id.as_deref());
        to.text(named("quote"), "what was said", |it| it.quote());
        to.text(named("source"), "of the row", |it| {
            it.evidence()?.source.as_deref()
        });
        to.text(named("locator"), "place in the source", |it| {
            it.evidence()?.locator.as_deref()
        });
        if several {
            to.text(named("framework"), "its id", |_| Some(framework.id()));
        }
        if has_basis {
            to.text(named("basis"), "of the row", |it| Some(it.row.basis.id()));
        }
        to.text(
            named("consent"),
            "whether the quote may leave the team",
            |it| {
                Some(match it.evidence()?.consent? {
                    true => "yes",
                    false => "no",
                })
            },
        );
        // Readers leave out what begins with `_`.
        to.words(
            named("_rubric"),
            "what each level means",
            move |it: &BlindRow| rubric(framework, it.node, lang),
        );
        answers(
            to,
            framework,
            &nodes,
            (lang, |it: &BlindRow<'_>| unit(it.node)),
        );
        blank(to, &[named("coder")]);
        to.words(named("note"), "marks the sample", move |_| {
            Some(note.clone())
        });
    })
}
