//! `siap assess`: a guided self-assessment on the terminal.

use std::io::{BufRead as _, Write as _};

use clap::Args;
use siap::framework::Framework;
use siap::guide::{Guide, Reply, Task};
use siap::problem::Problem;
use siap::render::terminal;
use siap::study::{self, Files as _, Scored};
use siap::text::{list, say};
use siap::view::{Document, guided};

use super::args::Data;
use super::context::Context;
use super::error::Refused;
use super::files::{self, Disk};
use super::load::{self, Loaded};
use super::misuse;
use super::output::ending_must_be;
use super::world;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    data: Data,
    #[arg(long, value_name = "REGION", required = true)]
    region: String,
    #[arg(long, value_name = "WAVE")]
    wave: Option<String>,
    #[arg(short, long, value_name = "FILE", required = true)]
    output: String,
}

/// Questions are read from top to bottom: wider lines would be harder to read, not easier.
const WIDEST: usize = 80;

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    usage(args)?;
    let begun = begun(args, context)?;
    let (framework, context) = (begun.framework().clone(), begun.context());
    let named = named(args, &framework);
    let task = Task {
        framework,
        region: args.region.clone(),
        wave: args.wave.clone(),
        lang: context.lang,
        file: args.output.clone(),
    };
    files::can_be_written(&args.output)?;
    let file = files::read_to_go_on(&args.output)?;
    let guide = Guide::new(task, file.as_deref()).map_err(Refused)?;
    let guide = match begun.scored() {
        Some(scored) => guide.beside(scored),
        None => guide,
    };
    if !world::is_terminal() {
        let problem = Problem::error(say::guide_no_terminal());
        let help = say::guide_no_terminal_help(&named);
        return Err(Refused(vec![problem.help(help)]).into());
    }
    let has_data = !args.data.inputs.is_empty();
    let mut talk = Talk {
        args,
        context,
        file,
    };
    talk.lead(guide, has_data, &named)
}

/// What the framework is called in the commands that come next: as it was named, else as the study has it.
fn named(args: &Arguments, framework: &Framework) -> String {
    let by_id = || framework.id().to_owned();
    match &args.data.framework {
        Some(name) => name.clone(),
        None => {
            let request = args.data.request();
            study::open(&Disk, &request).map_or_else(|_| by_id(), |it| it.name_of(framework))
        }
    }
}

/// Refuses what can be seen of the options alone.
fn usage(args: &Arguments) -> Result<(), Refused> {
    ending_must_be(Some(&args.output), "CSV", &["csv"])?;
    misuse::refuse(&[("--as", args.data.onto.is_some())], |_| {
        say::guide_option_as()
    })?;
    if args.data.inputs.iter().any(|it| it == "-") {
        return Err(Refused::misuse(say::guide_standard_input()));
    }
    if args.data.inputs.is_empty() {
        let data = &args.data;
        let options = [
            ("--basis", data.basis.is_some()),
            ("--decimal", data.decimal.is_some()),
            ("--column", !data.column.is_empty()),
            ("--missing", !data.missing.is_empty()),
            ("--skip-bad-files", data.skip_bad_files),
        ];
        misuse::refuse(&options, say::guide_option_without_data)?;
    }
    Ok(())
}

/// What is known before the first question.
enum Begun {
    /// A framework alone.
    Framework(Box<Framework>, Context),
    /// Data with earlier answers, scored under one framework.
    Data(Box<Loaded>),
}

impl Begun {
    fn framework(&self) -> &Framework {
        match self {
            Self::Framework(it, _) => it,
            Self::Data(it) => &it.scored[0].framework,
        }
    }

    fn context(&self) -> Context {
        match self {
            Self::Framework(_, it) => *it,
            Self::Data(it) => it.context,
        }
    }

    fn scored(&self) -> Option<&Scored> {
        match self {
            Self::Framework(..) => None,
            Self::Data(it) => it.scored.first(),
        }
    }
}

/// Reads the framework and the data.
fn begun(args: &Arguments, context: Context) -> Result<Begun, Refused> {
    let request = args.data.request();
    if !request.inputs.is_empty() {
        let loaded = load::load(&args.data, context)?;
        if loaded.scored.len() > 1 {
            return Err(several(list(loaded.frameworks().iter().map(|it| it.id()))));
        }
        load::tell_warnings(&loaded);
        return Ok(Begun::Data(Box::new(loaded)));
    }
    if let Some(name) = &args.data.framework {
        let (framework, _) = study::framework(&Disk, name)?;
        return Ok(Begun::Framework(Box::new(framework), context));
    }
    if !Disk.exists(study::FILE) {
        return Err(Refused::misuse(say::no_framework_named()));
    }
    let opened = study::open(&Disk, &request)?;
    let context = context.with_study(opened.language());
    let mut all = opened.frameworks()?;
    match all.pop() {
        Some(framework) if all.is_empty() => Ok(Begun::Framework(Box::new(framework), context)),
        last => Err(several(list(all.iter().chain(&last).map(Framework::id)))),
    }
}

fn several(ids: String) -> Refused {
    let problem = Problem::error(say::several_frameworks(ids));
    Refused(vec![problem.help(say::several_frameworks_help())])
}

/// The two sides of the terminal.
struct Talk<'a> {
    args: &'a Arguments,
    context: Context,
    /// The file as it was read or written last.
    file: Option<Vec<u8>>,
}

impl Talk<'_> {
    /// Asks until nothing is left or the end is asked for. After every answer the file is written before
    /// anything is said: what is on the screen as saved is saved.
    fn lead(&mut self, mut guide: Guide, has_data: bool, named: &str) -> anyhow::Result<()> {
        let lang = self.context.lang;
        self.show(&guided::opening(&guide, has_data, lang))?;
        let mut asks = true;
        loop {
            if asks {
                self.show(&guided::question(&guide, lang))?;
            }
            self.write(&format!("{}: ", guided::prompt(&guide, lang)))?;
            let reply = match line()? {
                Some(line) => guide.reply(&line),
                None => {
                    self.write("\n")?;
                    Reply::Quit
                }
            };
            if reply.changes() {
                self.save(guide.bytes())?;
            }
            if matches!(reply, Reply::Quit) {
                break;
            }
            asks = !matches!(reply, Reply::Refused(_) | Reply::Help);
            self.show(&guided::after(&guide, &reply, lang))?;
        }
        let names = guided::Names {
            inputs: &self.args.data.inputs,
            framework: named,
            file: &self.args.output,
        };
        self.show(&guided::closing(&guide, names, lang))
    }

    /// Writes the file, unless somebody else has changed it meanwhile: that would be lost.
    fn save(&mut self, bytes: Vec<u8>) -> Result<(), Refused> {
        let name = &self.args.output;
        let there = files::read_to_go_on(name)?;
        // A file that was taken away is made again: all of it is known here.
        if there.is_some() && there != self.file {
            let problem = Problem::error(say::guide_changed_meanwhile(name));
            return Err(Refused(vec![problem.help(say::guide_begin_again())]));
        }
        files::write_all(None, &[(name.clone(), bytes.clone())])?;
        self.file = Some(bytes);
        Ok(())
    }

    fn show(&self, document: &Document) -> anyhow::Result<()> {
        let width = world::width().unwrap_or(WIDEST).min(WIDEST);
        let text = terminal::render(document, width, world::colours());
        if text.is_empty() {
            return Ok(());
        }
        self.write(&format!("\n{text}"))
    }

    fn write(&self, text: &str) -> anyhow::Result<()> {
        let mut out = anstream::stdout().lock();
        out.write_all(text.as_bytes())?;
        Ok(out.flush()?)
    }
}

/// A typed line; nothing where the input ends, also in the middle of one.
fn line() -> std::io::Result<Option<String>> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_until(b'\n', &mut bytes)?;
    let is_whole = bytes.pop() == Some(b'\n');
    Ok(is_whole.then(|| {
        let text = String::from_utf8_lossy(&bytes);
        text.trim_end_matches('\r').to_owned()
    }))
}
