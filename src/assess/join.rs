//! Resolves what rows name: the region, the node of the framework, the level.

use std::collections::{BTreeMap, HashMap, HashSet, hash_map};
use std::sync::Arc;

use crate::framework::{Framework, INDEX, Indicator, Kind, Scale};
use crate::problem::{Checked, Place, Problem, finish, suggest};
use crate::region::{self, Found, Register};
use crate::statement::{Answer, Column, Qualifier, Stage, Statement, Statements};
use crate::stats::TOLERANCE;
use crate::text::{Lang, Sentence, Text, folded, list, say};

use super::evidence::{self, ItemRows};
use super::{RegionRef, Spellings};

/// What a row says of a leaf or a group, resolved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Said {
    /// Nothing that gives a value.
    Nothing,
    /// Does not apply.
    NotApplicable,
    /// A value on the scale of the indicator, or a number.
    Value(f64),
}

/// One row where it belongs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// Position in the statements.
    pub(super) row: usize,
    /// Position in the nodes.
    pub(super) node: usize,
    /// What it says.
    pub(super) said: Said,
}

/// All rows of one region, wave and stage.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) region: RegionRef,
    pub(super) wave: Option<Arc<str>>,
    pub(super) stage: Option<Stage>,
    pub(super) entries: Vec<Entry>,
}

/// Rows sorted into units.
#[derive(Debug)]
pub(super) struct Joined {
    pub(super) units: Vec<Unit>,
    /// Rows that name an evidence item.
    pub(super) items: ItemRows,
}

type UnitKey = (RegionRef, Option<Arc<str>>, Option<Stage>);

pub(super) fn join(
    framework: &Framework,
    statements: &Statements,
    register: &Register,
    spellings: &Spellings,
) -> Checked<Joined> {
    let mut problems = Vec::new();
    let mut regions = Regions {
        register,
        spellings,
        known: HashMap::new(),
        unknown: Vec::new(),
    };
    let mut nodes: HashMap<Arc<str>, Option<usize>> = HashMap::new();
    let mut unknown: HashMap<Arc<str>, Sentence> = HashMap::new();
    let mut units: BTreeMap<UnitKey, Vec<Entry>> = BTreeMap::new();
    let mut items = ItemRows::new();
    let mut of_line: ((usize, usize), Vec<usize>) = ((usize::MAX, 0), Vec::new());
    let mut doubled: HashSet<usize> = HashSet::new();
    for (at, row) in statements.rows().iter().enumerate() {
        let node = *nodes
            .entry(Arc::clone(&row.indicator))
            .or_insert_with(|| framework.find(&row.indicator));
        let Some(node) = node else {
            if problems.len() < MOST_PROBLEMS {
                let known = unknown.len();
                let help = match unknown.entry(Arc::clone(&row.indicator)) {
                    hash_map::Entry::Occupied(it) => Some(it.into_mut().clone()),
                    hash_map::Entry::Vacant(it) if known < MOST_NAMES => {
                        Some(it.insert(near_indicator(framework, &row.indicator)).clone())
                    }
                    hash_map::Entry::Vacant(_) => None,
                };
                let sentence = say::unknown_indicator(&row.indicator, framework.id());
                let place = statements.place(row, Column::Indicator);
                problems.push(Problem::error(sentence).at(place).maybe_help(help));
            }
            continue;
        };
        let Some(region) = regions.resolve(statements, row, &mut problems) else {
            continue;
        };
        let said = match framework.nodes()[node].indicator() {
            Some(indicator) => leaf_says(framework, statements, row, indicator, &mut problems),
            None => group_says(statements, row, &mut problems),
        };
        // The columns of a wide table give one row each, one after the other.
        let line = (row.origin.source, row.origin.row);
        if of_line.0 != line {
            of_line = (line, Vec::new());
        }
        if row.origin.cell.is_some() {
            if of_line.1.contains(&node) && doubled.insert(node) {
                let sentence = say::two_columns_of_node(&row.indicator);
                let place = statements.place(row, Column::Indicator);
                problems.push(Problem::error(sentence).at(place));
            }
            of_line.1.push(node);
        }
        let entry = Entry {
            row: at,
            node,
            said,
        };
        let indicator = framework.nodes()[node].indicator();
        evidence::check(statements, row, indicator, &mut problems);
        let of_item = evidence::is_of_item(row, indicator);
        if of_item {
            let key = (region.clone(), row.wave.clone());
            items.entry(key).or_default().push(entry);
        }
        if !(of_item && evidence::says_nothing_else(row)) {
            let key = (region, row.wave.clone(), row.stage);
            units.entry(key).or_default().push(entry);
        }
    }
    // A region of which only evidence items are known is assessed as well, without a level yet.
    for (region, wave) in items.keys() {
        let known = |(one, other, _): &UnitKey| one == region && other == wave;
        if !units.keys().any(known) {
            units.insert((region.clone(), wave.clone(), None), Vec::new());
        }
    }
    problems.extend(regions.warning());
    problems.extend(duplicates(statements));
    problems.extend(strange_words(framework, statements, &nodes));
    problems.extend(outside_validity(framework, &units));
    problems.extend(waves_alike(&units));
    let units = units
        .into_iter()
        .map(|((region, wave, stage), entries)| Unit {
            region,
            wave,
            stage,
            entries,
        })
        .collect();
    finish(Joined { units, items }, problems)
}

/// More problems than this help nobody, and a table of millions may have millions.
const MOST_PROBLEMS: usize = 10_000;

/// What an unknown indicator may have meant.
pub(super) fn near_indicator(framework: &Framework, indicator: &str) -> Sentence {
    let names: Vec<&str> = framework
        .nodes()
        .iter()
        .flat_map(|node| {
            let titles = node.title().both();
            std::iter::once(node.id())
                .chain(node.aliases().iter().map(String::as_str))
                .chain(titles)
        })
        .filter(|name| *name != INDEX)
        .collect();
    match suggest(indicator, names) {
        Some(near) => say::did_you_mean(near),
        None => say::known_indicators(list(framework.indicators().map(|(_, node, _)| node.id()))),
    }
}

/// Whether the source gives only a limit.
fn is_open(row: &Statement) -> bool {
    matches!(
        row.qualifier,
        Some(Qualifier::MoreThan | Qualifier::LessThan)
    )
}

/// The measured or reported number of a row.
///
/// "About 70" counts as 70; "more than 3" is shown and never counted.
pub(super) fn number_of(row: &Statement) -> Said {
    if is_open(row) {
        return Said::Nothing;
    }
    match (row.value, &row.answer) {
        (Some(value), _) => Said::Value(value),
        (None, Answer::Number(value)) => Said::Value(*value),
        (None, Answer::NotApplicable) => Said::NotApplicable,
        (None, _) => Said::Nothing,
    }
}

/// The number reported for a group or the index.
fn group_says(statements: &Statements, row: &Statement, problems: &mut Vec<Problem>) -> Said {
    let mut refuse = |sentence| {
        let place = statements.place(row, Column::Level);
        problems.push(Problem::error(sentence).at(place));
        Said::Nothing
    };
    match (row.value, &row.answer) {
        (None, Answer::Label(word)) => refuse(say::number_wanted(word, &row.indicator)),
        (None, Answer::NotApplicable) => refuse(say::not_applicable_refused(&row.indicator)),
        (Some(value), Answer::Number(level)) if (value - level).abs() > TOLERANCE => {
            refuse(say::two_numbers(*level, value, &row.indicator))
        }
        _ => number_of(row),
    }
}

pub(super) fn leaf_says(
    framework: &Framework,
    statements: &Statements,
    row: &Statement,
    indicator: &Indicator,
    problems: &mut Vec<Problem>,
) -> Said {
    let place = || statements.place(row, Column::of_number(row));
    if row.answer == Answer::NotApplicable && !indicator.allow_na {
        let problem = Problem::error(say::not_applicable_refused(&row.indicator))
            .at(place())
            .help(say::not_applicable_help());
        problems.push(problem);
        return Said::Nothing;
    }
    match indicator.kind {
        Kind::Inventory | Kind::Direction => Said::Nothing,
        Kind::Number => match (number_of(row), &row.answer) {
            (Said::Nothing, Answer::Label(word)) => {
                problems.push(Problem::error(say::number_wanted(word, &row.indicator)).at(place()));
                Said::Nothing
            }
            (said, _) => said,
        },
        Kind::Level | Kind::Likert | Kind::Ladder | Kind::Check => {
            let scale = &framework.scales()[indicator.scale];
            match level_says(scale, indicator, row) {
                Ok(said) => said,
                Err(Misfit::Beyond(value)) => {
                    let unit = row.unit.as_deref().unwrap_or_default();
                    let sentence = say::beyond_lookup(value, unit, &row.indicator);
                    problems.push(Problem::error(sentence).at(place()));
                    Said::Nothing
                }
                Err(Misfit::Outside(level)) => {
                    let help = match scale.levels() {
                        [] => say::scale_runs(scale.min(), scale.max()),
                        levels => say::scale_has(list(levels.iter().map(|it| it.value))),
                    };
                    let sentence = say::level_outside_scale(level, scale.min(), scale.max());
                    let unit = indicator.lookup.as_ref().map(|it| &it.unit);
                    let problem = Problem::error(sentence).at(place()).help(help);
                    problems.push(problem.maybe_help(unit.map(say::lookup_needs_unit)));
                    Said::Nothing
                }
                Err(Misfit::Word) => {
                    if let Answer::Label(word) = &row.answer {
                        problems.push(unknown_label(scale, word, place()));
                    }
                    Said::Nothing
                }
            }
        }
    }
}

/// Why an answer is no level.
pub(super) enum Misfit {
    /// A number that is not on the scale.
    Outside(f64),
    /// A value that the index of another body cannot have.
    Beyond(f64),
    /// A word that names no level.
    Word,
}

/// What a row says on a scale: its level, else its value (a table may call the level so).
pub(super) fn level_says(
    scale: &Scale,
    indicator: &Indicator,
    row: &Statement,
) -> Result<Said, Misfit> {
    let number = |level: f64| {
        if scale.contains(level) {
            Ok(Said::Value(level))
        } else {
            Err(Misfit::Outside(level))
        }
    };
    let lookup = indicator.lookup.as_ref().filter(|lookup| {
        let names = lookup.unit.both();
        let unit = row.unit.as_deref();
        unit.is_some_and(|unit| names.iter().any(|it| is_same_unit(it, unit)))
    });
    match &row.answer {
        Answer::Missing => match (row.value, lookup) {
            // "More than 63" names no level.
            (Some(_), Some(_)) if is_open(row) => Ok(Said::Nothing),
            (Some(value), Some(lookup)) => match lookup.level(value) {
                Some(level) => Ok(Said::Value(level)),
                None => Err(Misfit::Beyond(value)),
            },
            // A value with a unit is a quantity beside the level: `7 orang`.
            (Some(value), None) if row.unit.is_none() && row.qualifier.is_none() => number(value),
            _ => Ok(Said::Nothing),
        },
        Answer::NotApplicable => Ok(Said::NotApplicable),
        Answer::Number(level) => number(*level),
        Answer::Label(word) => match scale.value_of(word) {
            Some(value) => Ok(Said::Value(value)),
            None => check_word(scale, indicator.kind, word).ok_or(Misfit::Word),
        },
    }
}

/// `0 Tidak ada, 2 Sebagian, 4 Lengkap`, in both languages.
fn level_names(scale: &Scale) -> Text {
    let [id, en] = [Lang::Id, Lang::En].map(|lang| {
        let names = scale
            .levels()
            .iter()
            .map(|it| format!("`{}`", it.label.get(lang)));
        list(names)
    });
    Text::new(id, en)
}

fn unknown_label(scale: &Scale, word: &str, place: Place) -> Problem {
    let labels: Vec<&str> = scale
        .levels()
        .iter()
        .flat_map(|level| level.label.both())
        .collect();
    let help = match suggest(word, labels.iter().copied()) {
        Some(near) => say::did_you_mean(near),
        None if labels.is_empty() => say::scale_runs(scale.min(), scale.max()),
        None => say::scale_has_names(
            list(scale.levels().iter().map(|it| it.value)),
            level_names(scale),
        ),
    };
    Problem::error(say::unknown_level(word))
        .at(place)
        .help(help)
}

/// What people write into check lists besides the labels of the scale: its top, middle or bottom.
fn check_word(scale: &Scale, kind: Kind, word: &str) -> Option<Said> {
    if kind != Kind::Check {
        return None;
    }
    match word.trim().to_lowercase().as_str() {
        "ada" | "ya" | "yes" | "sudah" | "present" => Some(Said::Value(scale.max())),
        "sebagian" | "partly" | "partial" => {
            Some(Said::Value(f64::midpoint(scale.min(), scale.max())))
        }
        "tidak" | "belum" | "tidak ada" | "belum ada" | "no" | "absent" => {
            Some(Said::Value(scale.min()))
        }
        "belum diperiksa" | "tidak diperiksa" | "tidak diketahui" | "not checked" | "unknown" => {
            Some(Said::Nothing)
        }
        _ => None,
    }
}

/// A region as written: name and kind.
type Written = (Arc<str>, Option<Arc<str>>);

/// Region names met so far and what they mean.
struct Regions<'a> {
    register: &'a Register,
    spellings: &'a Spellings,
    /// By name and kind as written; `None` where a problem was told.
    known: HashMap<Written, Option<RegionRef>>,
    unknown: Vec<(Arc<str>, Vec<Text>, Place)>,
}

impl Regions<'_> {
    fn resolve(
        &mut self,
        statements: &Statements,
        row: &Statement,
        problems: &mut Vec<Problem>,
    ) -> Option<RegionRef> {
        let key = (Arc::clone(&row.region), row.kind.clone());
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let resolved = self.look_up(statements, row, problems);
        self.known.insert(key, resolved.clone());
        resolved
    }

    fn look_up(
        &mut self,
        statements: &Statements,
        row: &Statement,
        problems: &mut Vec<Problem>,
    ) -> Option<RegionRef> {
        let kind = match row
            .kind
            .as_deref()
            .map(|word| (word, region::Kind::parse(word)))
        {
            None => None,
            Some((_, Some(kind))) => Some(kind),
            Some((word, None)) => {
                let problem =
                    Problem::error(say::unknown_kind(word)).at(statements.place(row, Column::Kind));
                problems.push(problem);
                return None;
            }
        };
        let spelled = self
            .spellings
            .get(&row.region.to_lowercase())
            .and_then(|code| self.register.by_code(code));
        let found = match spelled {
            Some(region) => Found::Region(region),
            // Similar names are told of the first ones only, and take long to find.
            None if self.unknown.len() >= MOST_NAMES => {
                self.register.find_quickly(&row.region, kind)
            }
            None => self.register.find(&row.region, kind),
        };
        let help = match found {
            Found::Region(region) => {
                return Some(RegionRef {
                    name: region.name().into(),
                    code: region.code().map(Into::into),
                    kind: Some(region.kind()),
                });
            }
            Found::Outside => None,
            Found::Ambiguous(of) => Some(of),
            Found::Unknown { near } => Some(near),
        };
        if let Some(near) = help {
            let near = near.iter().map(|it| Text::same(it.name())).collect();
            let place = statements.place(row, Column::Region);
            self.unknown.push((Arc::clone(&row.region), near, place));
        }
        Some(RegionRef {
            name: Arc::clone(&row.region),
            code: None,
            kind: kind.or_else(|| kind_of_prefix(&row.region)),
        })
    }

    /// One warning for all names that are not in the register.
    fn warning(mut self) -> Option<Problem> {
        let mut seen = HashSet::new();
        self.unknown
            .retain(|(name, ..)| seen.insert(Arc::clone(name)));
        let (_, _, place) = self.unknown.first()?;
        let place = place.clone();
        let count = self.unknown.len();
        let shown = self.unknown.iter().take(MOST_NAMES);
        let mut names = list(shown.clone().map(|(name, ..)| format!("`{name}`")));
        if count > MOST_NAMES {
            names.push_str(", …");
        }
        let mut problem = Problem::warning(say::unknown_regions(count, names)).at(place);
        for (name, near, _) in shown {
            if !near.is_empty() {
                let near = list(near.iter().map(|it| format!("`{}`", it.both()[0])));
                problem = problem.help(say::region_near(name, near));
            }
        }
        Some(problem.help(say::region_kept_as_text()))
    }
}

/// How many unknown regions, and unknown indicators, are told with what they may mean.
const MOST_NAMES: usize = 20;

/// The kind that a name states itself: `Kab. Penukal Abap` is no known region, but a kabupaten.
fn kind_of_prefix(name: &str) -> Option<region::Kind> {
    let first = name.split_whitespace().next()?;
    region::Kind::parse(first.trim_end_matches('.'))
}

/// Warns of rows that repeat an earlier row exactly.
fn duplicates(statements: &Statements) -> Vec<Problem> {
    let mut seen: HashMap<_, Vec<&Statement>> = HashMap::new();
    let mut problems = Vec::new();
    for row in statements.rows() {
        // Respondents without a name may well answer alike.
        let is_wide = row.origin.cell.is_some();
        if is_wide && row.informant.is_none() && row.role.is_none() && row.id.is_none() {
            continue;
        }
        let evidence = row.evidence.as_deref();
        let words = evidence.map(|it| (&it.quote, &it.finding, &it.locator, &it.item));
        let number = match row.answer {
            Answer::Number(level) => Some(level.to_bits()),
            _ => None,
        };
        let numbers = (number, row.value.map(f64::to_bits));
        let who = (&row.informant, &row.coder, &row.id);
        let key = (&row.region, &row.indicator, who, numbers, words);
        let alike = seen.entry(key).or_default();
        let same = |other: &&Statement| {
            let mut other = (*other).clone();
            other.origin = row.origin;
            other == *row
        };
        if alike.iter().any(same) {
            if problems.len() < MOST_PROBLEMS {
                let problem = Problem::warning(say::duplicate_row(row.origin.row))
                    .at(statements.place(row, Column::Region));
                problems.push(problem);
            }
        } else {
            alike.push(row);
        }
    }
    problems
}

/// Warns of classes and units other than those the indicators declare, each once.
fn strange_words(
    framework: &Framework,
    statements: &Statements,
    nodes: &HashMap<Arc<str>, Option<usize>>,
) -> Vec<Problem> {
    let mut told: HashSet<(usize, &str)> = HashSet::new();
    let lookups: Vec<&Text> = framework
        .indicators()
        .filter_map(|(_, _, it)| it.lookup.as_ref().map(|lookup| &lookup.unit))
        .collect();
    let mut problems = Vec::new();
    for row in statements.rows() {
        let node = nodes.get(&row.indicator).copied().flatten();
        let Some((node, indicator)) =
            node.and_then(|at| Some((at, framework.nodes()[at].indicator()?)))
        else {
            continue;
        };
        if let Some(class) = row.class.as_deref() {
            let known: Vec<&str> = indicator.classes.iter().flat_map(Text::both).collect();
            let same = |it: &&str| folded(it) == folded(class);
            if !known.is_empty() && !known.iter().any(same) && told.insert((node, class)) {
                let help = match suggest(class, known.iter().copied()) {
                    Some(near) => say::did_you_mean(near),
                    None => say::known_classes(Text::new(
                        list(indicator.classes.iter().map(|it| it.get(Lang::Id))),
                        list(indicator.classes.iter().map(|it| it.get(Lang::En))),
                    )),
                };
                let sentence = say::unknown_class(class, &row.indicator);
                let place = statements.place(row, Column::Class);
                problems.push(Problem::warning(sentence).at(place).help(help));
            }
        }
        let Some(unit) = row.unit.as_deref() else {
            continue;
        };
        let is = |wanted: &Text| wanted.both().iter().any(|it| is_same_unit(it, unit));
        let sentence = match (indicator.kind, &indicator.unit, &indicator.lookup) {
            (Kind::Number, Some(wanted), _) if !is(wanted) => {
                Some(say::other_unit(unit, &row.indicator, wanted))
            }
            (Kind::Number, ..) => None,
            // A quantity beside a level is welcome; an index that gives no level here is a slip.
            (_, _, Some(lookup)) if !is(&lookup.unit) => {
                Some(say::unit_of_other_index(unit, &row.indicator))
            }
            (_, _, None) if lookups.iter().any(|it| is(it)) => {
                Some(say::unit_of_other_index(unit, &row.indicator))
            }
            _ => None,
        };
        if let Some(sentence) = sentence
            && told.insert((node, unit))
        {
            let place = statements.place(row, Column::Unit);
            problems.push(Problem::warning(sentence).at(place));
        }
    }
    problems
}

/// Whether two words name one unit, as far as that is known without guessing.
fn is_same_unit(one: &str, other: &str) -> bool {
    const NAMES: [&[&str]; 2] = [&["%", "persen", "percent"], &["rp", "idr", "rupiah"]];
    let plain = |word: &str| word.trim().trim_end_matches('.').to_lowercase();
    let (one, other) = (plain(one), plain(other));
    let both = |names: &&[&str]| names.contains(&&*one) && names.contains(&&*other);
    one == other || NAMES.iter().any(both)
}

/// Warns of waves that are one year written in two ways (`2024` and `2024.0`).
fn waves_alike(units: &BTreeMap<UnitKey, Vec<Entry>>) -> Option<Problem> {
    let mut seen: Vec<(f64, &str)> = Vec::new();
    for (_, wave, _) in units.keys() {
        let Some(wave) = wave.as_deref() else {
            continue;
        };
        let year = wave.parse::<f64>().ok().filter(|it| it.is_finite());
        let Some(year) = year else {
            continue;
        };
        match seen
            .iter()
            .find(|(known, _)| (known - year).abs() < TOLERANCE)
        {
            Some((_, one)) if *one != wave => {
                return Some(Problem::warning(say::waves_alike(one, wave)));
            }
            Some(_) => {}
            None => seen.push((year, wave)),
        }
    }
    None
}

/// Warns of waves in which the framework does not hold.
fn outside_validity(
    framework: &Framework,
    units: &BTreeMap<UnitKey, Vec<Entry>>,
) -> Option<Problem> {
    let valid = framework.valid()?;
    let mut outside: Vec<&str> = units
        .keys()
        .filter_map(|(_, wave, _)| wave.as_deref())
        .filter(|wave| wave.parse().is_ok_and(|year| !valid.holds(year)))
        .collect();
    outside.sort_unstable();
    outside.dedup();
    if outside.is_empty() {
        return None;
    }
    let to = valid.to.map_or_else(|| "…".to_owned(), |to| to.to_string());
    let sentence = say::wave_outside_validity(list(outside), framework.id(), valid.from, to);
    let problem = Problem::warning(sentence);
    Some(match framework.repealed_by() {
        Some(next) => problem.help(say::repealed_by(next)),
        None => problem,
    })
}
