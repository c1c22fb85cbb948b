//! Where results go: standard output or a file, in the format that was asked for.

use std::io::Write as _;

use serde::Serialize;
use siap::problem::Problem;
use siap::render::{self, Page, Renderer};
use siap::study::below;
use siap::text::{label, list, say};
use siap::view::report::Report;
use siap::view::{Document, Table};

use super::args::{Format, Output};
use super::context::Context;
use super::error::Refused;
use super::load::Loaded;
use super::{files, paint, world};

impl Output {
    /// The format asked for, else that of the file's ending, else the one for a screen.
    fn renderer(&self) -> &'static Renderer {
        self.format
            .or_else(|| Renderer::of_ending(&self.ending()?))
            .unwrap_or(&render::RENDERERS[0])
    }

    /// The format as commands that are not yet reports tell them apart.
    pub(super) fn chosen(&self) -> Format {
        match self.renderer().name {
            "csv" => Format::Csv,
            "json" => Format::Json,
            "md" => Format::Md,
            _ => Format::Table,
        }
    }

    /// Writes reports in the format asked for, and their figures to the folder `figures`: all files
    /// or none.
    pub(super) fn deliver(
        &self,
        reports: &[Box<dyn Report + '_>],
        figures: Option<&str>,
        context: Context,
    ) -> anyhow::Result<()> {
        let renderer = self.renderer();
        let page = Page {
            width: world::width().unwrap_or(render::terminal::DEFAULT_WIDTH),
            colour: self.output.is_none(),
        };
        let mut files = Vec::new();
        if let Some(folder) = figures {
            for report in reports {
                for figure in report.charts() {
                    let name = match reports.len() {
                        1 => figure.id.clone(),
                        _ => format!("{}-{}", report.name(), figure.id),
                    };
                    files.extend(paint::files_of(&below(folder, &name), &figure)?);
                }
            }
        }
        let all: Vec<&dyn Report> = reports.iter().map(|it| &**it).collect();
        let bytes = (renderer.render)(&all, page)?;
        if let Some(name) = &self.output {
            files.push((name.clone(), bytes));
            files::write_all(figures, &files)?;
        } else {
            files::write_all(figures, &files)?;
            print(&bytes)?;
        }
        for (name, _) in &files {
            remark(&label::written(context.lang, name.as_str()));
        }
        Ok(())
    }

    /// What stands behind the last dot of the file's name.
    fn ending(&self) -> Option<String> {
        let name = std::path::Path::new(self.output.as_deref()?);
        let ending = name.extension()?.to_string_lossy();
        Some(ending.to_ascii_lowercase())
    }

    /// Refuses a file whose ending promises a format that would not be in it.
    pub(super) fn ending_is_kept(&self) -> Result<(), Refused> {
        match (self.format, self.ending(), &self.output) {
            (None, Some(ending), Some(name)) if Renderer::of_ending(&ending).is_none() => {
                let endings = render::RENDERERS.iter().flat_map(|it| it.endings);
                let endings = list(endings.map(|it| format!(".{it}")));
                Err(Refused::one(say::unknown_ending(name, endings)))
            }
            _ => Ok(()),
        }
    }

    /// Writes text to the file asked for, else to standard output.
    pub(super) fn write(&self, text: &str, context: Context) -> anyhow::Result<()> {
        write(self.output.as_deref(), text, context)
    }

    /// Documents in the format of people.
    pub(super) fn text(&self, documents: &[Document]) -> String {
        let parts: Vec<String> = match self.chosen() {
            Format::Md => documents.iter().map(render::markdown::render).collect(),
            _ => {
                let width = world::width().unwrap_or(render::terminal::DEFAULT_WIDTH);
                let colour = self.output.is_none();
                documents
                    .iter()
                    .map(|it| render::terminal::render(it, width, colour))
                    .collect()
            }
        };
        parts.join("\n")
    }

    /// Writes documents in the format of people.
    pub(super) fn documents(&self, documents: &[Document], context: Context) -> anyhow::Result<()> {
        self.write(&self.text(documents), context)
    }

    /// Writes figures and result together, so that none is written if another cannot be.
    pub(super) fn finish(&self, gathered: Gathered, context: Context) -> anyhow::Result<()> {
        let text = match gathered.machine {
            Some(text) => text,
            None => self.text(&gathered.documents),
        };
        let mut all = gathered.figures;
        if let Some(name) = &self.output {
            all.push((name.clone(), text.clone().into_bytes()));
        }
        files::write_all(gathered.folder.as_deref(), &all)?;
        if self.output.is_none() {
            self.write(&text, context)?;
        }
        for (name, _) in &all {
            remark(&label::written(context.lang, name.as_str()));
        }
        Ok(())
    }

    /// Writes a table for programs.
    pub(super) fn table(&self, table: &Table, context: Context) -> anyhow::Result<()> {
        self.write(&render::csv::render(table)?, context)
    }

    /// Writes a record for programs.
    pub(super) fn record<T: Serialize>(&self, record: &T, context: Context) -> anyhow::Result<()> {
        self.write(&render::json::render(record)?, context)
    }

    /// Refuses formats that hold one framework where a study has several, unknown endings, and
    /// outputs that would replace what is read.
    pub(super) fn suits(&self, loaded: &Loaded) -> Result<(), Refused> {
        self.ending_is_kept()?;
        if let Some(name) = &self.output {
            loaded.keeps_inputs(name)?;
        }
        let frameworks = loaded.frameworks();
        if frameworks.len() > 1 && matches!(self.chosen(), Format::Csv | Format::Json) {
            let ids = list(frameworks.iter().map(|it| it.id()));
            let problem = Problem::error(say::several_frameworks(ids));
            return Err(Refused(vec![problem.help(say::several_frameworks_help())]));
        }
        Ok(())
    }
}

/// Writes text to a file or to standard output, where colours stay only on a terminal.
pub(super) fn write(file: Option<&str>, text: &str, context: Context) -> anyhow::Result<()> {
    match file {
        Some(name) => {
            files::write_all(None, &[(name.to_owned(), text.as_bytes().to_vec())])?;
            remark(&label::written(context.lang, name));
        }
        None => print(text.as_bytes())?,
    }
    Ok(())
}

/// Writes to standard output, where colours stay only on a terminal.
fn print(bytes: &[u8]) -> std::io::Result<()> {
    // Where there is no colour none need be looked for, sign by sign in a record of megabytes.
    if bytes.contains(&0x1b) {
        let mut out = anstream::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    } else {
        files::print(bytes)
    }
}

/// Says something that is not data.
pub(super) fn remark(line: &str) {
    // Nobody listens to a closed standard error.
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}

/// What a command has to write: for each framework a document or, of one only, a text for
/// programs; and its figures.
pub(super) struct Gathered {
    folder: Option<String>,
    figures: Vec<(String, Vec<u8>)>,
    documents: Vec<Document>,
    machine: Option<String>,
}

impl Gathered {
    /// Nothing yet; figures go to `folder`, if there is one.
    pub(super) fn new(folder: Option<&str>, _: &Loaded) -> Self {
        Self {
            folder: folder.map(str::to_owned),
            figures: Vec::new(),
            documents: Vec::new(),
            machine: None,
        }
    }

    /// Nothing yet, of an input without frameworks.
    pub(super) fn plain() -> Self {
        Self {
            folder: None,
            figures: Vec::new(),
            documents: Vec::new(),
            machine: None,
        }
    }

    /// A record for programs.
    pub(super) fn record<T: Serialize>(&mut self, record: &T) -> anyhow::Result<()> {
        self.machine = Some(render::json::render(record)?);
        Ok(())
    }

    /// A table for programs.
    pub(super) fn table(&mut self, table: &Table) -> anyhow::Result<()> {
        self.machine = Some(render::csv::render(table)?);
        Ok(())
    }

    /// A document for people.
    pub(super) fn document(&mut self, document: Document) {
        self.documents.push(document);
    }
}
