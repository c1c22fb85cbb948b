//! What `siap check` says: one line for each file, what was counted, who has not sent, and every problem.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::newer;
use crate::framework::Framework;
use crate::problem::{Place, Problem};
use crate::study::{Checkup, FileLine, Project};
use crate::text::{Lang, Wording, label, list};

use super::dataset::{Columns, Dataset, Row, Rows, in_csv};
use super::envelope::{Body, Envelope};
use super::inputs::{InputRecord, inputs_of_all};
use super::report::{Detail, Record, Report};
use super::shown::official_status;
use super::{Block, Cell, Column, Document, Table, corrections, posts, words};

/// What came of looking at all data.
pub struct CheckReport<'a> {
    /// What was found.
    pub checkup: &'a Checkup,
    /// Every problem, whether the data can be scored or not.
    pub problems: &'a [Problem],
    /// Language of texts.
    pub lang: Lang,
}

impl CheckReport<'_> {
    fn project(&self) -> Option<&Project> {
        self.checkup.result.as_ref().ok()
    }

    fn frameworks(&self) -> impl Iterator<Item = &Framework> {
        let scored = self.project().into_iter().flat_map(|it| &it.scored);
        scored.map(|it| &it.framework)
    }

    /// What the frameworks call who is assessed, for sentences.
    fn wording(&self) -> Wording {
        words::wording_of(self.lang, self.frameworks())
    }

    /// The newest wave in which at least half of the regions that name one have sent, as a ranking is of
    /// one wave; a file of last year is no answer of this year.
    fn wave(&self) -> Option<&str> {
        let lines = || self.checkup.lines.iter();
        let regions = |keeps: &dyn Fn(&FileLine) -> bool| {
            let of = lines().filter(|it| keeps(it)).flat_map(|it| &it.regions);
            of.collect::<BTreeSet<_>>().len()
        };
        let all = regions(&|it| !it.waves.is_empty());
        let waves: BTreeSet<&str> = lines().flat_map(|it| &it.waves).map(|it| &**it).collect();
        let many = |wave: &&str| 2 * regions(&|it| it.waves.contains(*wave)) >= all;
        let mut waves = waves.into_iter().filter(many);
        let first = waves.next();
        waves.fold(first, |one, other| match newer(one, Some(other)) {
            Ordering::Less => Some(other),
            _ => one,
        })
    }

    /// Who was expected and has sent nothing for the wave, each with the newest wave that it sent for.
    fn missing(&self) -> Vec<(&str, Option<&str>)> {
        let wave = self.wave();
        let expected = self.checkup.expected.iter().flatten().map(|it| &**it);
        let lines_of = |name: &str| {
            let lines = self.checkup.lines.iter();
            let name = name.to_owned();
            lines.filter(move |it| it.regions.contains(&name))
        };
        let counts =
            |it: &FileLine| it.waves.is_empty() || wave.is_none_or(|at| it.waves.contains(at));
        expected
            .filter(|name| !lines_of(name).any(counts))
            .map(|name| {
                let waves = lines_of(name).flat_map(|it| &it.waves).map(|it| &**it);
                (name, waves.max_by(|a, b| newer(Some(a), Some(b))))
            })
            .collect()
    }

    fn not_sent(&self) -> Vec<&str> {
        self.missing().into_iter().map(|(name, _)| name).collect()
    }

    /// Files of regions that nobody expected, each with its regions.
    fn not_expected(&self) -> Vec<String> {
        let Some(expected) = &self.checkup.expected else {
            return Vec::new();
        };
        let is_known = |name: &String| expected.iter().any(|it| **it == **name);
        let others = |line: &FileLine| {
            let names: Vec<&str> = line
                .regions
                .iter()
                .filter(|it| !is_known(it))
                .map(|it| &**it)
                .collect();
            (!names.is_empty()).then(|| format!("{} ({})", list(names), line.path))
        };
        self.checkup.lines.iter().filter_map(others).collect()
    }

    fn files(&self) -> Table {
        let lang = self.lang;
        let lines = &self.checkup.lines;
        let has_waves = lines.iter().any(|it| !it.waves.is_empty());
        let mut columns = vec![
            Column::text("file", label::file(lang)),
            Column::text("region", words::region_heading_of(lang, self.frameworks())),
        ];
        if has_waves {
            columns.push(Column::text("wave", words::capital(label::wave(lang))));
        }
        columns.extend([
            Column::number("filled", label::filled_of_asked(lang)),
            Column::number("errors", label::errors(lang)),
            Column::number("warnings", label::warnings(lang)),
        ]);
        let rows = lines.iter().map(|line| {
            let mut row = vec![
                Cell::text(match &*line.sheets {
                    [] | [_] => line.path.clone(),
                    several => format!("{} ({})", line.path, list(several)),
                }),
                match line.regions.len() {
                    0 if line.errors == 0 => Cell::missing(label::passed_over(lang)),
                    0 => Cell::missing(label::not_readable(lang)),
                    1 => Cell::text(list(&line.regions)),
                    many => Cell::text(label::many_regions(&self.wording(), many)),
                },
            ];
            if has_waves {
                row.push(match line.waves.len() {
                    0 => Cell::empty(),
                    1..=3 => Cell::text(list(&line.waves)),
                    many => Cell::text(label::many_waves(lang, many)),
                });
            }
            row.extend([
                match line.asked {
                    0 => Cell::empty(),
                    asked => Cell::text(label::share_filled(lang, line.filled, asked)),
                },
                Cell::count(line.errors),
                Cell::count(line.warnings),
            ]);
            row
        });
        Table {
            rows: rows.collect(),
            columns,
        }
    }

    fn all_problems(&self) -> Table {
        let lang = self.lang;
        let rows = self.problems.iter().map(|it| {
            let help: Vec<&str> = it.help.iter().map(|it| it.get(lang)).collect();
            vec![
                Cell::text(match it.is_error() {
                    true => label::error_word(lang),
                    false => label::warning_word(lang),
                }),
                it.place
                    .as_ref()
                    .map_or_else(Cell::empty, |it| Cell::text(it.short())),
                Cell::text(it.message.get(lang)),
                Cell::text(help.join("; ")),
            ]
        });
        Table {
            rows: rows.collect(),
            columns: vec![
                Column::text("severity", label::severity(lang)),
                Column::text("place", label::problem_place(lang)),
                Column::text("message", label::problem(lang)),
                Column::text("help", words::capital(label::help_word(lang))),
            ],
        }
    }

    /// What can be said of the whole.
    fn lines(&self) -> Vec<String> {
        let lang = self.lang;
        let mut lines = Vec::new();
        for it in self.project().iter().flat_map(|it| &it.scored) {
            let all = &it.assessed.assessments;
            let regions: BTreeSet<_> = all.iter().map(|it| &it.region).collect();
            let waves: BTreeSet<_> = all.iter().filter_map(|it| it.wave.as_deref()).collect();
            let rows = it.statements.rows().len();
            let called = words::wording(lang, &it.framework);
            let line = label::data_fine(&called, rows, regions.len(), waves.len());
            let counts = posts::counts(it, lang);
            let mut parts = vec![format!("{}: {line}", it.framework.id()), counts];
            parts.extend(official_status(&it.framework, lang).map(ToOwned::to_owned));
            lines.push(parts.join(" · "));
        }
        if let Some(expected) = &self.checkup.expected {
            let missing = self.missing();
            lines.push(match missing.len() {
                0 => label::all_sent(&self.wording(), expected.len()),
                count => {
                    let named = missing.iter().map(|(name, older)| match older {
                        Some(wave) => label::sent_for_another_wave(lang, *name, *wave),
                        None => (*name).to_owned(),
                    });
                    label::not_sent_of(lang, count, expected.len(), list(named))
                }
            });
            let others = self.not_expected();
            if !others.is_empty() {
                lines.push(label::not_expected(lang, others.join("; ")));
            }
        }
        lines
    }

    fn file_rows(&self) -> Vec<FileRow<'_>> {
        let lines = self.checkup.lines.iter();
        lines.map(|it| FileRow { line: it }).collect()
    }
}

impl Report for CheckReport<'_> {
    fn name(&self) -> &str {
        "check"
    }

    fn document(&self, detail: Detail) -> Document {
        let lang = self.lang;
        let errors = self.problems.iter().filter(|it| it.is_error()).count();
        let mut blocks = vec![Block::Table(self.files())];
        blocks.extend(self.lines().into_iter().map(Block::Paragraph));
        if let Some(project) = self.project().filter(|it| !it.about.posts.is_empty()) {
            let posts = posts::document(project, lang);
            blocks.push(Block::heading(posts.title));
            blocks.push(Block::Paragraph(posts.subtitle));
            blocks.extend(posts.blocks);
        }
        for scored in self.project().iter().flat_map(|it| &it.scored) {
            corrections::section(scored, None, (lang, detail), &mut blocks);
        }
        // Brief, they stand on the screen beside it.
        if detail.is_full() && !self.problems.is_empty() {
            blocks.push(Block::heading(label::problems_heading(lang).to_owned()));
            blocks.push(Block::Table(self.all_problems()));
        }
        Document {
            lang,
            title: label::check_title(lang).to_owned(),
            subtitle: label::check_line(
                lang,
                self.checkup.lines.len(),
                errors,
                self.problems.len() - errors,
            ),
            blocks,
        }
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![Dataset::new("files", self.file_rows())]
    }

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        let scored = self.project().into_iter().flat_map(|it| &it.scored);
        inputs_of_all(scored.map(|it| &it.statements))
    }

    fn record(&self) -> Record<'_> {
        let lang = self.lang;
        let body = CheckRecord {
            files: Rows(self.file_rows()),
            problems: self
                .problems
                .iter()
                .map(|it| ProblemRecord {
                    severity: if it.is_error() { "error" } else { "warning" },
                    code: it.code,
                    message: it.message.get(lang).to_owned(),
                    place: it.place.as_ref().map(Place::short),
                    help: it.help.iter().map(|it| it.get(lang).to_owned()).collect(),
                })
                .collect(),
            expected: self.checkup.expected.as_ref().map(Vec::len),
            not_sent: self.not_sent(),
        };
        let scored = self.project().into_iter().flat_map(|it| &it.scored);
        Box::new(scored.fold(Envelope::new(body), Envelope::corrected))
    }
}

/// One file of data.
struct FileRow<'a> {
    line: &'a FileLine,
}

impl Row for FileRow<'_> {
    const NAME: &'static str = "CheckedFile";
    const ABOUT: &'static str = "What a file of data holds.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text("path", "path, relative to the study", |it| {
            Some(&*it.line.path)
        })
        .always();
        to.words(
            "sheets",
            "sheets of a workbook that were read, with `; ` between",
            |it| (!it.line.sheets.is_empty()).then(|| it.line.sheets.join("; ")),
        );
        to.words("regions", "regions, with `; ` between", |it| {
            (!it.line.regions.is_empty()).then(|| joined(&it.line.regions))
        });
        to.words("waves", "waves, with `; ` between", |it| {
            (!it.line.waves.is_empty()).then(|| joined(&it.line.waves))
        });
        to.count(
            "filled",
            "scored indicators with an answer, summed over regions, waves and stages",
            |it| it.line.filled,
        )
        .always();
        to.count(
            "asked",
            "scored indicators that there are, summed likewise",
            |it| it.line.asked,
        )
        .always();
        to.count("errors", "errors in the file", |it| it.line.errors)
            .always();
        to.count("warnings", "warnings of the file", |it| it.line.warnings)
            .always();
    }
}

fn joined(names: &std::collections::BTreeSet<String>) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.join("; ")
}

/// What was found in the data.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("x-csv" = in_csv::<FileRow>()))]
pub struct CheckRecord<'a> {
    /// In the order in which they were read.
    files: Rows<FileRow<'a>>,
    /// Errors and warnings, in the order in which they were found.
    problems: Vec<ProblemRecord>,
    /// How many regions should send data; null where the study does not say.
    expected: Option<usize>,
    /// Those of them that no file holds.
    not_sent: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct ProblemRecord {
    /// `error` or `warning`.
    severity: &'static str,
    /// Stable name of the kind of problem.
    code: &'static str,
    /// In the language of the run.
    message: String,
    /// `file:line:column`.
    place: Option<String>,
    /// What may be done about it.
    help: Vec<String>,
}

impl Body for CheckRecord<'_> {
    const COMMAND: &'static str = "check";
}
