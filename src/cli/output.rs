//! Where results go: standard output or a file, in the format that was asked for.

use std::io::{ErrorKind, Write as _};

use siap::problem::Problem;
use siap::render::figure::Painter;
use siap::render::{self, Page, Renderer};
use siap::study::below;
use siap::text::{either, label, list, say};
use siap::view::report::{Detail, Report};

use super::args::Output;
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
            // A file is the same whatever the terminal from which it was asked for.
            width: match &self.output {
                Some(_) => render::terminal::DEFAULT_WIDTH,
                None => world::width().unwrap_or(render::terminal::DEFAULT_WIDTH),
            },
            colour: self.output.is_none() && world::colours(),
            // Brief only for who looks at it now: never by what the terminal is.
            detail: match self.full || self.output.is_some() {
                true => Detail::Full,
                false => Detail::Brief,
            },
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
            files::write_all_with(figures, &files, || -> anyhow::Result<()> {
                match printed(&bytes, renderer) {
                    // A reader such as `head` that closed early does not keep the figures back.
                    Err(error) if error.kind() == ErrorKind::BrokenPipe && !files.is_empty() => {
                        Ok(())
                    }
                    done => Ok(done?),
                }
            })?;
        }
        for (name, _) in &files {
            remark(&label::written(context.lang, name.as_str()));
        }
        Ok(())
    }

    /// Whether the format holds rows and nothing beside them.
    pub(super) fn is_rows_only(&self) -> bool {
        self.renderer().name == "csv"
    }

    /// What stands behind the last dot of the file's name.
    fn ending(&self) -> Option<String> {
        let name = std::path::Path::new(self.output.as_deref()?);
        let ending = name.extension()?.to_string_lossy();
        Some(ending.to_ascii_lowercase())
    }

    /// Refuses what can be seen of the options alone: a file whose ending promises a format that would
    /// not be in it, and `--full` where the format has everything anyway.
    pub(super) fn ending_is_kept(&self) -> Result<(), Refused> {
        if let Some((ending, name)) = self.ending().zip(self.output.as_deref()) {
            let promised = Renderer::of_ending(&ending);
            match (self.format, promised) {
                (None, None) => {
                    let endings = render::RENDERERS.iter().flat_map(|it| it.endings);
                    let endings = either(endings.map(|it| format!(".{it}")));
                    let problem = Problem::misuse(say::unknown_ending(name, endings));
                    let of_excel = ending.starts_with("xls").then(|| {
                        let stem = name.rsplit_once('.').map_or(name, |it| it.0);
                        say::excel_opens(format!("{stem}.xlsx"))
                    });
                    return Err(Refused(vec![problem.maybe_help(of_excel)]));
                }
                (Some(format), Some(promised)) if promised.name != format.name => {
                    return Err(disagreeing(name, promised.name, format.name));
                }
                (Some(format), None) if is_of_another_kind(&ending) => {
                    return Err(disagreeing(name, &ending, format.name));
                }
                _ => {}
            }
        }
        let renderer = self.renderer();
        if renderer.is_binary && self.output.is_none() && world::is_shown() {
            let problem = Problem::misuse(say::binary_on_terminal(renderer.name));
            let name = format!("siap.{}", renderer.endings[0]);
            return Err(Refused(vec![
                problem.help(say::binary_on_terminal_help(name)),
            ]));
        }
        if self.full && !renderer.has_detail {
            let problem = Problem::misuse(say::full_without_effect(renderer.name));
            return Err(Refused(vec![problem.help(say::leave_out_full())]));
        }
        Ok(())
    }

    /// As [`Output::suits`], of a plain table that is read from the file `input`.
    pub(super) fn suits_table(&self, input: &str) -> Result<(), Refused> {
        self.ending_is_kept()?;
        match &self.output {
            Some(output) if files::is_same_file(input, output) => {
                let problem = Problem::error(say::output_is_input(output));
                Err(Refused(vec![problem.help(say::choose_another_name())]))
            }
            _ => Ok(()),
        }
    }

    /// Writes text to the file asked for, else to standard output.
    pub(super) fn write(&self, text: &str, context: Context) -> anyhow::Result<()> {
        write(self.output.as_deref(), text, context)
    }

    /// Refuses formats that hold one framework where a study has several, unknown endings, and
    /// outputs that would replace what is read.
    pub(super) fn suits(&self, loaded: &Loaded) -> Result<(), Refused> {
        self.ending_is_kept()?;
        if let Some(name) = &self.output {
            loaded.keeps_inputs(name)?;
        }
        let frameworks = loaded.frameworks();
        if frameworks.len() > 1 && !self.renderer().holds_several {
            let ids = list(frameworks.iter().map(|it| it.id()));
            let problem = Problem::error(say::several_frameworks(ids));
            return Err(Refused(vec![problem.help(say::several_frameworks_help())]));
        }
        Ok(())
    }
}

fn disagreeing(name: &str, promised: &str, format: &str) -> Refused {
    let problem = Problem::misuse(say::ending_and_format(name, promised, format));
    Refused(vec![problem.help(say::ending_and_format_help())])
}

/// Whether an ending is that of a kind of file which no report is written as.
fn is_of_another_kind(ending: &str) -> bool {
    const OTHERS: &[&str] = &[
        "docx", "gif", "htm", "html", "jpeg", "jpg", "ods", "pdf", "sqlite", "tex", "toml", "tsv",
        "xls", "xml", "yaml", "yml", "zip",
    ];
    Painter::of_ending(ending).is_some() || OTHERS.contains(&ending)
}

/// Refuses a file in which something else would stand than its ending promises; without an ending
/// nothing is promised.
pub(super) fn ending_must_be(
    output: Option<&str>,
    format: &str,
    endings: &[&str],
) -> Result<(), Refused> {
    let Some(name) = output else {
        return Ok(());
    };
    let ending = std::path::Path::new(name).extension();
    let ending = ending.map(|it| it.to_string_lossy().to_ascii_lowercase());
    match ending {
        Some(ending) if !endings.contains(&&*ending) => {
            let problem = Problem::misuse(say::ending_not_of_format(name, format));
            let help = say::choose_ending(format!(".{}", endings[0]));
            Err(Refused(vec![problem.help(help)]))
        }
        _ => Ok(()),
    }
}

/// Writes text to a file or to standard output, where colours stay only on a terminal.
pub(super) fn write(
    file: Option<&str>,
    text: impl AsRef<[u8]>,
    context: Context,
) -> anyhow::Result<()> {
    let text = text.as_ref();
    match file {
        Some(name) => {
            files::write_all(None, &[(name.to_owned(), text.to_vec())])?;
            remark(&label::written(context.lang, name));
        }
        None => print(text)?,
    }
    Ok(())
}

/// Writes what a renderer made to standard output.
fn printed(bytes: &[u8], renderer: &Renderer) -> std::io::Result<()> {
    match renderer.is_binary {
        true => files::print(bytes),
        false => print(bytes),
    }
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
