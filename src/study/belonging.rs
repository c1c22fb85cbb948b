//! Which framework files of data belong to, where nobody says: the mark of a workbook made by `siap`, what
//! rows name, else the built-in frameworks that know what the rows are about and hold for their waves.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::framework::{Framework, Standing, library};
use crate::problem::{Checked, Problem};
use crate::read::{self, ReadOptions, form::Form};
use crate::statement::Statements;

use super::open::Opened;

/// Of larger texts only the beginning is looked at: so many bytes.
const MOST: usize = 1 << 20;

/// A framework that a file may belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its id.
    pub id: String,
    /// How many of its indicators (and groups) the file speaks of.
    pub known: usize,
    /// How many indicators it has.
    pub of: usize,
    /// Whether the file speaks of all of them.
    pub is_whole: bool,
    /// Whether all that the file speaks of is known to it, and read without error.
    pub is_clean: bool,
    /// Whether it is an official instrument.
    pub is_official: bool,
}

/// What a file of data says of the framework it belongs to.
#[derive(Debug)]
pub struct Belonging {
    /// The file.
    pub file: String,
    /// What it says of itself, where it was made by `siap`.
    pub form: Option<Form>,
    /// The frameworks that it may belong to, the likeliest first.
    pub candidates: Vec<Candidate>,
    /// The built-in frameworks that its rows name: it belongs to all of them.
    pub named: Vec<String>,
    /// Why the file is no table at all.
    pub problems: Vec<Problem>,
}

impl Opened<'_> {
    /// The files of data.
    pub fn files_of_data(&self) -> impl Iterator<Item = &str> {
        self.data.iter().map(|it| it.0.as_str())
    }

    /// Folder of the study, or of the tables that were named by their folder.
    #[must_use]
    pub fn folder(&self) -> Option<&str> {
        self.folder.as_deref()
    }

    /// Whether request or study say under which frameworks the data are scored.
    #[must_use]
    pub fn names_frameworks(&self) -> bool {
        self.request.framework.is_some() || !self.own.is_empty()
    }

    /// What the files that were made by `siap` say of themselves.
    #[must_use]
    pub fn forms(&self) -> Vec<(String, Form)> {
        let form = |name: &str| Some((name.to_owned(), self.form(name)?));
        self.files_of_data().filter_map(form).collect()
    }

    fn form(&self, name: &str) -> Option<Form> {
        let is_text = [".csv", ".tsv", ".txt"]
            .iter()
            .any(|it| name.to_lowercase().ends_with(it));
        if is_text || name == "-" {
            return None;
        }
        read::form(&self.files.read(name).ok()?, name)
    }

    /// Scores each file under the framework that `owners` give it (file → id of a built-in framework), and
    /// the rows that name one of `named` under that.
    pub fn belong(&mut self, owners: BTreeMap<String, String>, named: &BTreeSet<String>) {
        let ids: BTreeSet<&String> = owners.values().chain(named).collect();
        self.own = ids
            .into_iter()
            .map(|id| (id.clone(), library::get(id)))
            .collect();
        // One framework needs no telling apart, and a file of data may name it by an older name.
        self.owners = match self.own.len() {
            0 | 1 => BTreeMap::new(),
            _ => owners,
        };
    }

    /// Reads another file in place of some, under the framework of the first of them.
    pub fn read_instead(&mut self, of: &[String], file: &str) {
        self.data.retain(|it| !of.contains(&it.0));
        self.data.push((file.to_owned(), None));
        if let Some(owner) = of.first().and_then(|it| self.owners.remove(it)) {
            self.owners.insert(file.to_owned(), owner);
        }
    }

    /// What each file of data says of the framework it belongs to.
    #[must_use]
    pub fn belonging(&self) -> Vec<Belonging> {
        let mut built_in: Option<Vec<(Framework, ReadOptions)>> = None;
        let all = self.data.len();
        let mut common: Vec<String> = Vec::new();
        let of = |(at, name): (usize, &str)| {
            self.files.progress(at + 1, all, name);
            let mut out = Belonging {
                file: name.to_owned(),
                form: None,
                candidates: Vec::new(),
                named: Vec::new(),
                problems: Vec::new(),
            };
            let bytes = match self.files.read(name) {
                Ok(bytes) => bytes,
                Err(problems) => {
                    out.problems = problems;
                    return out;
                }
            };
            out.form = read::form(&bytes, name);
            if let Some(form) = &out.form
                && let Ok((framework, _)) = library::get(&form.framework)
            {
                out.candidates = vec![Candidate {
                    id: framework.id().to_owned(),
                    known: framework.indicators().count(),
                    of: framework.indicators().count(),
                    is_whole: true,
                    is_clean: true,
                    is_official: framework.standing() != Standing::Own,
                }];
                return out;
            }
            let built_in = built_in.get_or_insert_with(|| self.built_in());
            let (bytes, is_cut) = beginning(bytes);
            let mut failed = Vec::new();
            // What the files before may all belong to is looked at first: mostly the next one does as well.
            let (first, rest): (Vec<_>, Vec<_>) = built_in
                .iter()
                .partition(|(it, _)| common.iter().any(|id| id == it.id()));
            for (at, (framework, options)) in first.iter().chain(&rest).enumerate() {
                // A table that answers another one wholly must not be taken for a part of the first.
                let is_it = |it: &Candidate| it.is_clean && it.is_whole;
                let is_found = at == first.len() && out.candidates.iter().any(is_it);
                if is_found {
                    break;
                }
                match read::read_what_can_be(Cow::Borrowed(&*bytes), name, options) {
                    Err(problems) => failed = problems,
                    Ok((statements, problems)) => {
                        let clean = is_cut || !problems.iter().any(Problem::is_error);
                        out.candidates
                            .extend(candidate(framework, &statements, clean));
                        if out.named.is_empty() {
                            out.named = named(&statements);
                        }
                    }
                }
            }
            out.candidates = likely(std::mem::take(&mut out.candidates));
            common = match out.candidates.is_empty() {
                true => std::mem::take(&mut common),
                false => out.candidates.iter().map(|it| it.id.clone()).collect(),
            };
            if out.candidates.is_empty() {
                out.problems = failed;
            }
            out
        };
        let found = self.files_of_data().enumerate().map(of).collect();
        self.files.progress(all + 1, all, "");
        found
    }

    /// Every built-in framework that can be used, and how tables are read under it.
    fn built_in(&self) -> Vec<(Framework, ReadOptions)> {
        let all = library::ids().map(library::get);
        let all = all.filter_map(Checked::ok).map(|(framework, _)| {
            let options = self.options(std::slice::from_ref(&framework));
            (framework, options)
        });
        all.collect()
    }
}

/// The beginning of a large text, up to the end of a line; whether it was cut.
fn beginning(mut bytes: Vec<u8>) -> (Vec<u8>, bool) {
    if bytes.len() <= MOST || bytes.starts_with(b"PK") {
        return (bytes, false);
    }
    let end = bytes[..MOST].iter().rposition(|it| *it == b'\n');
    bytes.truncate(end.map_or(MOST, |it| it + 1));
    (bytes, true)
}

/// Whether rows can belong to a framework: it knows some of what they are about, and holds for every year
/// that they name.
fn candidate(framework: &Framework, statements: &Statements, clean: bool) -> Option<Candidate> {
    let mut known: BTreeSet<usize> = BTreeSet::new();
    let mut is_clean = clean;
    let mut seen: BTreeMap<&str, bool> = BTreeMap::new();
    for row in statements.rows() {
        let named = row.framework.as_deref();
        if named.is_some_and(|it| !it.eq_ignore_ascii_case(framework.id())) {
            is_clean = false;
            continue;
        }
        let year = row.wave.as_deref().and_then(|it| it.trim().parse().ok());
        let holds = framework.valid().zip(year);
        if holds.is_some_and(|(valid, year)| !valid.holds(year)) {
            return None;
        }
        let is_known = *seen.entry(&*row.indicator).or_insert_with(|| {
            let node = framework.find(&row.indicator);
            known.extend(node);
            node.is_some()
        });
        is_clean &= is_known;
    }
    (!known.is_empty()).then(|| Candidate {
        id: framework.id().to_owned(),
        known: known.len(),
        of: framework.indicators().count(),
        is_whole: framework.indicators().all(|(at, ..)| known.contains(&at)),
        is_clean,
        is_official: framework.standing() != Standing::Own,
    })
}

/// The built-in frameworks that rows name.
fn named(statements: &Statements) -> Vec<String> {
    let names = statements
        .rows()
        .iter()
        .filter_map(|it| it.framework.as_deref());
    let names: BTreeSet<String> = names.map(str::to_lowercase).collect();
    names
        .into_iter()
        .filter(|it| library::text(it).is_some())
        .collect()
}

/// Those to which something is most likely meant to belong: where some know all of it, these alone; of these
/// the ones that know most, since columns that a framework does not know are no mistake; and of these the ones
/// of which nothing is missing. First stand those of which least is missing.
fn likely(mut all: Vec<Candidate>) -> Vec<Candidate> {
    if all.iter().any(|it| it.is_clean) {
        all.retain(|it| it.is_clean);
    }
    let most = all.iter().map(|it| it.known).max().unwrap_or(0);
    all.retain(|it| it.known == most);
    if all.iter().any(|it| it.is_whole) {
        all.retain(|it| it.is_whole);
    }
    all.sort_by_key(|it| (it.of, Reverse(it.is_official), it.id.clone()));
    all
}
