//! Sorts rows: to which region, wave and stage they belong, and to which node of the framework.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, hash_map};
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::framework::Framework;
use crate::problem::Problem;
use crate::region::Register;
use crate::statement::{Field, Name, PartyName, Setting, Stage, Statement, Statements};
use crate::text::{Sentence, say};

use super::items::{self, ItemRows};
use super::regions::{MOST_NAMES, RegionRef, Regions, Spellings};
use super::twice::{self, Copied};
use super::unit::{Entry, Unit};
use super::unknown::near_indicator;
use super::warnings::{
    MOST_PROBLEMS, outside_validity, parts_of_hundred, strange_words, waves_alike,
};
use super::written;

/// Rows sorted into units.
#[derive(Debug)]
pub(super) struct Joined {
    /// Sorted by region, wave and stage.
    pub(super) units: Vec<Unit>,
    /// Rows that name an evidence item.
    pub(super) items: ItemRows,
    /// Rows (positions) that belong to no unit, which is not always a mistake.
    pub(super) elsewhere: Vec<usize>,
    /// Names that rows have given themselves.
    pub(super) ids: HashSet<Arc<str>>,
    /// Inputs whose rows all stand in another one: they count once.
    pub(super) copies: Vec<Copied>,
    /// What is wrong with single rows (positions), in their order.
    pub(super) of_rows: Vec<(usize, Problem)>,
    /// What is wrong or doubtful with names of regions, collected.
    pub(super) of_regions: Vec<Problem>,
    /// Further warnings.
    pub(super) of_words: Vec<Problem>,
}

type UnitKey = (RegionRef, Option<Arc<str>>, Option<Stage>);

/// Sorts the rows.
pub(super) fn join(
    framework: &Framework,
    statements: &Statements,
    register: &Register,
    spellings: &Spellings,
) -> Joined {
    let mut nodes = Nodes::of(framework);
    let mut units = Units::new(Regions::new(register, spellings));
    let mut items = ItemRows::new();
    let mut elsewhere = Vec::new();
    let mut unknown: HashMap<Name, Sentence> = HashMap::new();
    let mut of_rows: Vec<(usize, Problem)> = Vec::new();
    let mut strange: Vec<(usize, usize)> = Vec::new();
    let mut words: HashSet<(usize, Option<&str>, Option<&str>)> = HashSet::new();
    let mut problems = Vec::new();
    let mut line = Line::default();
    let mut doubled: HashSet<usize> = HashSet::new();
    let copies = twice::copies(statements);
    let copied: HashSet<usize> = copies.iter().map(|it| it.source).collect();
    for (at, row) in statements.rows().iter().enumerate() {
        if !copied.is_empty() && copied.contains(&row.origin().source) {
            continue;
        }
        let Some(node) = nodes.get(&row.indicator) else {
            elsewhere.push(at);
            if of_rows.len() < MOST_PROBLEMS {
                let known = unknown.len();
                let help = match unknown.entry(row.indicator.clone()) {
                    hash_map::Entry::Occupied(it) => Some(it.into_mut().clone()),
                    hash_map::Entry::Vacant(it) if known < MOST_NAMES => {
                        Some(it.insert(near_indicator(framework, &row.indicator)).clone())
                    }
                    hash_map::Entry::Vacant(_) => None,
                };
                let sentence = say::unknown_indicator(&row.indicator, framework.id());
                let place = statements.place(row, Field::Indicator);
                let problem = Problem::error(sentence).at(place).maybe_help(help);
                of_rows.push((at, problem));
            }
            continue;
        };
        let found = units.find(statements, row, &mut problems);
        if found.has_words && words.insert((node, row.class.as_deref(), row.unit.as_deref())) {
            strange.push((at, node));
        }
        let Some(unit) = found.unit else {
            elsewhere.push(at);
            of_rows.extend(problems.drain(..).map(|it| (at, it)));
            continue;
        };
        if line.has(row, (node, unit)) && doubled.insert(node) {
            let sentence = say::two_columns_of_node(&row.indicator);
            let place = statements.place(row, Field::Indicator);
            of_rows.push((at, Problem::error(sentence).at(place)));
        }
        let entry = Entry::new(at, node);
        if found.has_evidence {
            let indicator = framework.nodes()[node].indicator();
            items::check((framework, node), statements, row, &mut problems);
            of_rows.extend(problems.drain(..).map(|it| (at, it)));
            if items::is_of_item(row, indicator) {
                let (region, wave, _) = units.key(unit);
                let key = (region.clone(), wave.clone());
                items.entry(key).or_default().push(entry);
                if items::says_nothing_else(row) {
                    elsewhere.push(at);
                    continue;
                }
            }
        }
        units.add(unit, entry);
    }
    let Units {
        regions,
        units,
        ids,
        ..
    } = units;
    let units = sorted(units, &items);
    let mut of_words = strange_words(framework, statements, &strange);
    of_words.extend(written::tell(framework, statements, &units));
    of_words.extend(parts_of_hundred(framework, statements, &units));
    of_words.extend(outside_validity(framework, &units));
    of_words.extend(waves_alike(&units));
    Joined {
        units,
        items,
        elsewhere,
        ids,
        copies,
        of_rows,
        of_regions: regions.problems(),
        of_words,
    }
}

/// The units with rows in their order, and those of which only evidence items are known.
fn sorted(units: Vec<(UnitKey, Vec<Entry>)>, items: &ItemRows) -> Vec<Unit> {
    let mut all: BTreeMap<UnitKey, Vec<Entry>> = units
        .into_iter()
        .filter(|(_, entries)| !entries.is_empty())
        .collect();
    let known: BTreeSet<(RegionRef, Option<Arc<str>>)> = all
        .keys()
        .map(|(region, wave, _)| (region.clone(), wave.clone()))
        .collect();
    // A region of which only evidence items are known is assessed as well, without a level yet.
    for key in items.keys().filter(|key| !known.contains(*key)) {
        let (region, wave) = key.clone();
        all.insert((region, wave, None), Vec::new());
    }
    all.into_iter()
        .map(|((region, wave, stage), entries)| Unit {
            region,
            wave,
            stage,
            entries,
        })
        .collect()
}

/// The nodes of a row of a wide table, whose columns give one statement each, one after the other.
#[derive(Default)]
struct Line {
    source: usize,
    row: usize,
    nodes: Vec<(usize, usize)>,
}

impl Line {
    /// Whether another column of the same line has spoken of the node in the unit.
    fn has(&mut self, row: &Statement, node: (usize, usize)) -> bool {
        let origin = row.origin();
        if origin.cell.is_none() {
            return false;
        }
        if (self.source, self.row) != (origin.source, origin.row) {
            (self.source, self.row) = (origin.source, origin.row);
            self.nodes.clear();
        }
        let has = self.nodes.contains(&node);
        self.nodes.push(node);
        has
    }
}

/// Names of indicators met so far and their nodes.
struct Nodes<'a> {
    framework: &'a Framework,
    known: HashMap<Name, Option<usize>>,
    /// The one met last of those whose address ends alike: most rows need no more.
    recent: Vec<Option<(Name, Option<usize>)>>,
}

impl<'a> Nodes<'a> {
    const SEATS: usize = 1 << 10;

    fn of(framework: &'a Framework) -> Self {
        Self {
            framework,
            known: HashMap::new(),
            recent: vec![None; Self::SEATS],
        }
    }

    fn get(&mut self, name: &Name) -> Option<usize> {
        // Addresses are multiples of at least eight.
        let seat = &mut self.recent[name.address() / 8 % Self::SEATS];
        if let Some((known, node)) = seat
            && known.is(name)
        {
            return *node;
        }
        let node = *self
            .known
            .entry(name.clone())
            .or_insert_with(|| self.framework.find(name));
        *seat = Some((name.clone(), node));
        node
    }
}

/// What is to be known of a setting while rows are sorted.
#[derive(Debug, Clone, Copy)]
struct Found {
    /// The unit of its rows; nothing where the region cannot be one, which was told.
    unit: Option<usize>,
    /// Whether it has a class or the unit of a number.
    has_words: bool,
    has_evidence: bool,
}

/// Units met so far.
struct Units<'a> {
    regions: Regions<'a>,
    units: Vec<(UnitKey, Vec<Entry>)>,
    by_key: HashMap<UnitKey, usize>,
    /// By the address of a setting that several rows share, which is not looked at again: in a
    /// table without any order, to look takes longer than all else.
    by_setting: HashMap<*const Setting, usize, RandomState>,
    /// What was found of these settings, in the order in which they were met.
    found: Vec<(*const Setting, Found)>,
    /// Position of the setting of the row before.
    last: usize,
    /// The setting met last for the first time.
    newest: Option<(Arc<Setting>, Found)>,
    ids: HashSet<Arc<str>>,
    /// Waves as first written: case, spaces and dots make no new one.
    waves: HashMap<PartyName, Arc<str>>,
}

impl<'a> Units<'a> {
    fn new(regions: Regions<'a>) -> Self {
        Self {
            regions,
            units: Vec::new(),
            by_key: HashMap::new(),
            by_setting: HashMap::default(),
            found: Vec::new(),
            last: 0,
            newest: None,
            ids: HashSet::new(),
            waves: HashMap::new(),
        }
    }

    /// What is to be known of the setting of a row.
    fn find(
        &mut self,
        statements: &Statements,
        row: &Statement,
        problems: &mut Vec<Problem>,
    ) -> Found {
        let setting = row.setting();
        let address = Arc::as_ptr(setting);
        // Tables go through the same settings again and again in one order.
        let is = |at: &usize| self.found.get(*at).is_some_and(|(it, _)| *it == address);
        let guessed = [self.last, self.last + 1].into_iter().find(is);
        if let Some(at) = guessed.or_else(|| self.by_setting.get(&address).copied()) {
            self.last = at;
            return self.found[at].1;
        }
        let found = Found {
            unit: self.look_up(statements, row, problems),
            has_words: row.class.is_some() || row.unit.is_some(),
            has_evidence: row.evidence.is_some(),
        };
        if Arc::strong_count(setting) > 1 {
            self.last = self.found.len();
            self.by_setting.insert(address, self.last);
            self.found.push((address, found));
        }
        self.newest = Some((Arc::clone(setting), found));
        found
    }

    fn look_up(
        &mut self,
        statements: &Statements,
        row: &Statement,
        problems: &mut Vec<Problem>,
    ) -> Option<usize> {
        self.ids.extend(row.id.clone());
        // Most settings differ from the one before in the informant alone.
        if let Some((last, found)) = &self.newest
            && Arc::ptr_eq(&last.region, &row.region)
            && (&last.kind, &last.wave, last.stage) == (&row.kind, &row.wave, row.stage)
        {
            return found.unit;
        }
        let region = self.regions.resolve(statements, row, problems)?;
        let wave = row.wave.as_ref().map(|wave| {
            let same = self.waves.entry(PartyName::from(&**wave));
            Arc::clone(same.or_insert_with(|| Arc::clone(wave)))
        });
        let key = (region, wave, row.stage);
        if let Some(unit) = self.by_key.get(&key) {
            return Some(*unit);
        }
        let unit = self.units.len();
        self.by_key.insert(key.clone(), unit);
        self.units.push((key, Vec::new()));
        Some(unit)
    }

    fn key(&self, unit: usize) -> &UnitKey {
        &self.units[unit].0
    }

    fn add(&mut self, unit: usize, entry: Entry) {
        self.units[unit].1.push(entry);
    }
}
