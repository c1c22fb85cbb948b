//! Region names as written → regions of the register.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::problem::{Place, Problem};
use crate::region::{self, Found, Region, Register};
use crate::statement::{Area, Field, PartyName, Setting, Statement, Statements, is_nobody};
use crate::text::{Sentence, either, list, say};

use super::located::{self, Coded};

/// What a name of a region turned out to mean.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionRef {
    /// Official name where matched, else the text as given.
    pub name: Arc<str>,
    /// Kemendagri code where matched.
    pub code: Option<Arc<str>>,
    /// Kind where known.
    pub kind: Option<region::Kind>,
}

impl RegionRef {
    /// The code of the province that a kabupaten or kota lies in.
    #[must_use]
    pub fn province(&self) -> Option<&str> {
        let (province, _) = self.code.as_deref()?.split_once('.')?;
        Some(province)
    }
}

/// Spellings that a study maps to codes of the register, in lower case.
pub type Spellings = BTreeMap<String, String>;

/// The region of the first row of every setting: what scoring makes of names, for what needs no scores.
/// Settings are told apart by where they are kept.
#[must_use]
pub fn regions_of(
    statements: &Statements,
    register: &Register,
    spellings: &Spellings,
) -> HashMap<*const Setting, RegionRef, RandomState> {
    let mut regions = Regions::new(register, spellings);
    let mut out = HashMap::default();
    let mut told = Vec::new();
    for row in statements.rows() {
        let key = Arc::as_ptr(row.setting());
        if !out.contains_key(&key)
            && let Some(region) = regions.resolve(statements, row, &mut told)
        {
            out.insert(key, region);
        }
    }
    out
}

/// A region as written: name, kind, and what else its table says of it.
type Written = (Arc<str>, Option<Arc<str>>, Option<Arc<Area>>);

/// What is known of a region as written.
enum Known {
    /// What it means wherever it stands; `None` where a problem was told.
    Anywhere(Option<RegionRef>),
    /// What it means in each input (position): other names or codes there decide.
    InFile(Vec<(usize, Option<RegionRef>)>),
}

/// Region names met so far and what they mean.
pub(super) struct Regions<'a> {
    register: &'a Register,
    spellings: &'a Spellings,
    known: HashMap<Written, Known>,
    /// Names outside the register: case, spaces and dots make no new one.
    outside: HashMap<(PartyName, Option<region::Kind>), RegionRef>,
    unknown: Vec<Unknown>,
    /// Codes that mean two regions, with the one of the statistics office first.
    codes: Vec<(Arc<str>, [String; 2], Place)>,
    /// Names that the rest of their file has settled.
    settled: Vec<(Arc<str>, Arc<str>, Place)>,
    /// Codes that lost a zero, with the only region that they can mean.
    cut: Vec<(Arc<str>, Arc<str>, Place)>,
    /// Names that the code beside them has settled.
    by_code: Vec<(Arc<str>, Arc<str>, Place)>,
    /// What the texts of an input say, where that was asked.
    files: HashMap<usize, File>,
}

/// A name that is not in the register, or names several regions of it.
struct Unknown {
    name: Arc<str>,
    help: Option<Sentence>,
    place: Place,
}

/// What the region column of one input holds.
#[derive(Default)]
struct File {
    /// Codes of the regions that it names without doubt.
    named: HashSet<&'static str>,
    /// How many of its codes without a dot only the statistics office has, and only the ministry.
    of_bps: usize,
    of_ministry: usize,
}

impl<'a> Regions<'a> {
    pub(super) fn new(register: &'a Register, spellings: &'a Spellings) -> Self {
        Self {
            register,
            spellings,
            known: HashMap::new(),
            outside: HashMap::new(),
            unknown: Vec::new(),
            codes: Vec::new(),
            settled: Vec::new(),
            cut: Vec::new(),
            by_code: Vec::new(),
            files: HashMap::new(),
        }
    }

    /// The region of a row; nothing where a problem was told.
    pub(super) fn resolve(
        &mut self,
        statements: &Statements,
        row: &Statement,
        problems: &mut Vec<Problem>,
    ) -> Option<RegionRef> {
        let key = (Arc::clone(&row.region), row.kind.clone(), row.area.clone());
        let source = row.origin().source;
        match self.known.get(&key) {
            Some(Known::Anywhere(known)) => return known.clone(),
            Some(Known::InFile(files)) => {
                if let Some((_, known)) = files.iter().find(|(it, _)| *it == source) {
                    return known.clone();
                }
            }
            None => {}
        }
        let (resolved, hangs_on_file) = self.look_up(statements, row, problems);
        if hangs_on_file {
            let files = self.known.entry(key);
            let files = files.or_insert_with(|| Known::InFile(Vec::new()));
            if let Known::InFile(files) = files {
                files.push((source, resolved.clone()));
            }
        } else {
            let known = Known::Anywhere(resolved.clone());
            self.known.insert(key, known);
        }
        resolved
    }

    /// The region of a row, and whether that hangs on what else stands in its file.
    fn look_up(
        &mut self,
        statements: &Statements,
        row: &Statement,
        problems: &mut Vec<Problem>,
    ) -> (Option<RegionRef>, bool) {
        let kind = match row
            .kind
            .as_deref()
            .map(|word| (word, region::Kind::parse(word)))
        {
            None => None,
            Some((_, Some(kind))) => Some(kind),
            Some((word, None)) => {
                let problem =
                    Problem::error(say::unknown_kind(word)).at(statements.place(row, Field::Kind));
                problems.push(problem);
                return (None, false);
            }
        };
        let spelled = self.spelled(&row.region);
        // Similar names are told of the first ones only, and take long to find.
        let quickly = self.unknown.len() >= MOST_NAMES;
        let found = match spelled {
            Some(region) => Found::Region(region),
            None => located::find(self.register, row, kind, quickly),
        };
        let found = match located::coded(self.register, row, found) {
            Coded::Agrees(found) => found,
            Coded::Settles(region) => {
                let told = (Arc::clone(&row.region), region.name().into(), {
                    statements.place(row, Field::RegionCode)
                });
                self.by_code.push(told);
                Found::Region(region)
            }
            Coded::Differs { name, code } => {
                let sentence = match code {
                    Some(code) => say::code_and_name_differ(&row.region, shown(name), shown(code)),
                    None => say::code_unknown_beside(&row.region, shown(name)),
                };
                let place = statements.place(row, Field::RegionCode);
                let source = &statements.sources()[row.origin().source];
                let help = source.header(Field::RegionCode);
                let help = help.map(say::code_and_name_differ_help);
                problems.push(Problem::error(sentence).at(place).maybe_help(help));
                return (None, false);
            }
        };
        let place = || statements.place(row, Field::Region);
        let name = &row.region;
        match found {
            Found::Region(region) => (Some(matched(region)), false),
            Found::Outside => (Some(self.kept(name, kind)), false),
            Found::Ambiguous(of) => match self.in_file(statements, row, &of) {
                Some(Settled::Name(region)) => {
                    let told = (Arc::clone(name), region.name().into(), place());
                    self.settled.push(told);
                    (Some(matched(region)), true)
                }
                Some(Settled::Code(region)) => (Some(matched(region)), true),
                None if region::undotted(self.register, name).is_some() => {
                    let two = [of[0], of[of.len() - 1]];
                    let two = if two[0].bps_code() == Some(digits(name)) {
                        two
                    } else {
                        [two[1], two[0]]
                    };
                    let two = two.map(shown);
                    self.codes.push((Arc::clone(name), two, place()));
                    (None, true)
                }
                None => {
                    let names = list(of.iter().map(|it| shown(it)));
                    let code = of[0].code().unwrap_or_default();
                    let help = say::region_of_two(name, names, code);
                    self.tell_unknown(name, Some(help), place());
                    (Some(self.kept(name, kind)), true)
                }
            },
            Found::Unknown { .. } if region::cut(self.register, name).is_some() => {
                (self.whole(statements, row, problems), true)
            }
            Found::Unknown { near } => {
                let help = (!near.is_empty()).then(|| {
                    let names = list(near.iter().map(|it| format!("`{}`", it.name())));
                    say::region_near(name, names)
                });
                self.tell_unknown(name, help, place());
                (Some(self.kept(name, kind)), false)
            }
        }
    }

    /// The region of a code that lost a zero: the only one that has such a code, or that the file does not
    /// name elsewhere.
    fn whole(
        &mut self,
        statements: &Statements,
        row: &Statement,
        problems: &mut Vec<Problem>,
    ) -> Option<RegionRef> {
        let name = &row.region;
        let of = region::cut(self.register, name)?;
        let file = self.file_of(statements, row.origin().source);
        // A spreadsheet drops the last 0 alone: what it may have been is the other one only where somebody
        // has left out the first, and then the file need not name the first.
        let is_named = |it: &Region| it.code().is_some_and(|it| file.named.contains(it));
        let only = match of[..] {
            [only] => Some(only),
            [one, other] if is_named(one) && !is_named(other) => Some(other),
            _ => None,
        };
        let place = statements.place(row, Field::Region);
        match only {
            Some(only) => {
                self.cut.push((Arc::clone(name), shown(only).into(), place));
                Some(matched(only))
            }
            None => {
                let regions = either(of.iter().map(|it| shown(it)));
                let problem = Problem::error(say::code_cut_of_two(name, regions)).at(place);
                let problem = problem.help(say::code_cut_of_two_help());
                problems.push(problem.help(say::code_in_study(name)));
                None
            }
        }
    }

    /// What the texts of an input say.
    fn file_of(&mut self, statements: &Statements, source: usize) -> &File {
        if !self.files.contains_key(&source) {
            let file = self.file(statements, source);
            self.files.insert(source, file);
        }
        &self.files[&source]
    }

    /// The region that the study says a spelling is.
    fn spelled(&self, name: &str) -> Option<&'a Region> {
        let code = self.spellings.get(&name.to_lowercase())?;
        self.register.by_code_or_name(code)
    }

    /// A name outside the register, as it was first written.
    fn kept(&mut self, name: &Arc<str>, kind: Option<region::Kind>) -> RegionRef {
        let kind = kind.or_else(|| kind_of_prefix(name));
        let new = || RegionRef {
            name: Arc::clone(name),
            code: None,
            kind,
        };
        let key = (PartyName::from(&**name), kind);
        self.outside.entry(key).or_insert_with(new).clone()
    }

    fn tell_unknown(&mut self, name: &Arc<str>, help: Option<Sentence>, place: Place) {
        if is_nobody(name) {
            return;
        }
        let folded = PartyName::from(&**name);
        if !self
            .unknown
            .iter()
            .take(MOST_NAMES)
            .any(|it| PartyName::from(&*it.name) == folded)
        {
            self.unknown.push(Unknown {
                name: Arc::clone(name),
                help,
                place,
            });
        }
    }

    /// Which of the regions that a text may mean it does mean, as far as the rest of its file tells: codes
    /// are of one system, and beside Kota Bandung a plain Bandung is the kabupaten.
    fn in_file(
        &mut self,
        statements: &Statements,
        row: &Statement,
        of: &[&'a Region],
    ) -> Option<Settled<'a>> {
        let register = self.register;
        let file = self.file_of(statements, row.origin().source);
        if let Some([bps, ministry]) = region::undotted(register, &row.region) {
            return match (file.of_bps, file.of_ministry) {
                (1.., 0) => bps.map(Settled::Code),
                (0, 1..) => ministry.map(Settled::Code),
                _ => None,
            };
        }
        let is_local = |it: &&Region| it.kind().tier() == region::Tier::KabKota;
        if !of.iter().all(is_local) {
            return None;
        }
        let mut left = of.iter().filter(|it| {
            let code = it.code();
            code.is_none_or(|code| !file.named.contains(code))
        });
        match (left.next(), left.next()) {
            (Some(only), None) => Some(Settled::Name(only)),
            _ => None,
        }
    }

    /// What the region column of an input holds.
    fn file(&self, statements: &Statements, source: usize) -> File {
        let mut file = File::default();
        let mut seen: HashSet<(&str, Option<&str>)> = HashSet::new();
        let rows = statements.rows().iter();
        for row in rows.filter(|it| it.origin().source == source) {
            let (name, kind) = (&*row.region, row.kind.as_deref());
            if !seen.insert((name, kind)) {
                continue;
            }
            match region::undotted(self.register, name) {
                Some([Some(one), Some(other)]) if one == other => {}
                Some([Some(_), None]) => file.of_bps += 1,
                Some([None, Some(_)]) => file.of_ministry += 1,
                Some(_) => {}
                None => {
                    let kind = kind.and_then(region::Kind::parse);
                    let found = self.spelled(name).map(Found::Region);
                    let found =
                        found.unwrap_or_else(|| located::find(self.register, row, kind, true));
                    if let Found::Region(region) = found {
                        file.named.extend(region.code());
                    }
                }
            }
        }
        file
    }

    /// One warning for all names that are not in the register, one error for all codes that mean two
    /// regions, and a note of every name that the rest of its file has settled.
    pub(super) fn problems(self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut seen = HashSet::new();
        let mut codes = self.codes.iter();
        if let Some((code, [bps, ministry], place)) = codes.next() {
            let sentence = say::code_of_two(code, bps, ministry);
            let digits = digits(code);
            let dotted = format!("{}.{}", &digits[..2], &digits[2..]);
            let others = self.codes.iter().map(|(code, ..)| code);
            let others = others.filter(|it| *it != code && seen.insert(Arc::clone(it)));
            let others: Vec<String> = others.map(|it| format!("`{it}`")).collect();
            let problem = Problem::error(sentence)
                .at(place.clone())
                .help(say::code_of_two_help(dotted))
                .help(say::code_in_study(code));
            let more = (!others.is_empty()).then(|| say::code_of_two_more(list(others)));
            problems.push(problem.maybe_help(more));
        }
        let mut seen = HashSet::new();
        let mut by_code = HashSet::new();
        for (name, region, place) in self.by_code {
            if by_code.insert(Arc::clone(&name)) {
                let sentence = say::region_settled_by_code(&name, &region);
                problems.push(Problem::warning(sentence).at(place));
            }
        }
        for (name, region, place) in self.cut {
            if seen.insert((Arc::clone(&name), place.file.clone())) {
                problems.push(Problem::warning(say::code_cut(&name, &region)).at(place));
            }
        }
        for (name, region, place) in self.settled {
            if seen.insert((Arc::clone(&name), place.file.clone())) {
                let sentence = say::region_settled_by_file(&name, &region);
                problems.push(Problem::warning(sentence).at(place));
            }
        }
        problems.extend(unknown(&self.unknown));
        problems
    }
}

/// How the rest of a file settles what a text means.
enum Settled<'a> {
    Name(&'a Region),
    Code(&'a Region),
}

/// One warning for all names that are not in the register.
fn unknown(all: &[Unknown]) -> Option<Problem> {
    let place = all.first()?.place.clone();
    let count = all.len();
    let shown = all.iter().take(MOST_NAMES);
    let mut names = list(shown.clone().map(|it| format!("`{}`", it.name)));
    if count > MOST_NAMES {
        names.push_str(", …");
    }
    let mut problem = Problem::warning(say::unknown_regions(count, names)).at(place);
    for it in shown {
        problem = problem.maybe_help(it.help.clone());
    }
    Some(problem.help(say::region_kept_as_text()))
}

fn matched(region: &Region) -> RegionRef {
    RegionRef {
        name: region.name().into(),
        code: region.code().map(Into::into),
        kind: Some(region.kind()),
    }
}

/// `Kabupaten Bogor (32.01)`.
fn shown(region: &Region) -> String {
    match region.code() {
        Some(code) => format!("{} ({code})", region.name()),
        None => region.name().to_owned(),
    }
}

/// The digits of a code that a spreadsheet may have put an apostrophe before, or `.0` behind.
fn digits(code: &str) -> &str {
    let start = code.find(|it: char| it.is_ascii_digit()).unwrap_or(0);
    code.get(start..start + 4).unwrap_or(code)
}

/// How many unknown regions, and unknown indicators, are told with what they may mean.
pub(super) const MOST_NAMES: usize = 20;

/// The kind that a name states itself: `Kab. Penukal Abap` is no known region, but a kabupaten.
fn kind_of_prefix(name: &str) -> Option<region::Kind> {
    let first = name.split_whitespace().next()?;
    region::Kind::parse(first.trim_end_matches('.'))
}
