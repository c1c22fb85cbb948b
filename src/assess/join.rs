//! Resolves what rows name: the region, the node of the framework, the level.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::framework::{Framework, INDEX, Indicator, Kind};
use crate::problem::{Checked, Place, Problem, finish, suggest};
use crate::region::{self, Found, Register};
use crate::statement::{Answer, Column, Qualifier, Stage, Statement, Statements};
use crate::text::{Lang, Text, list, say};

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
    let mut units: BTreeMap<UnitKey, Vec<Entry>> = BTreeMap::new();
    for (at, row) in statements.rows().iter().enumerate() {
        let node = *nodes
            .entry(Arc::clone(&row.indicator))
            .or_insert_with(|| framework.find(&row.indicator));
        let Some(node) = node else {
            problems.push(unknown_indicator(framework, statements, row));
            continue;
        };
        let Some(region) = regions.resolve(statements, row, &mut problems) else {
            continue;
        };
        let said = match framework.nodes()[node].indicator() {
            Some(indicator) => leaf_says(framework, statements, row, indicator, &mut problems),
            None => number_of(row),
        };
        let key = (region, row.wave.clone(), row.stage);
        units.entry(key).or_default().push(Entry {
            row: at,
            node,
            said,
        });
    }
    problems.extend(regions.warning());
    problems.extend(duplicates(statements));
    problems.extend(outside_validity(framework, &units));
    let units = units
        .into_iter()
        .map(|((region, wave, stage), entries)| Unit {
            region,
            wave,
            stage,
            entries,
        })
        .collect();
    finish(Joined { units }, problems)
}

fn unknown_indicator(framework: &Framework, statements: &Statements, row: &Statement) -> Problem {
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
    let help = match suggest(&row.indicator, names) {
        Some(near) => say::did_you_mean(near),
        None => say::known_indicators(list(framework.indicators().map(|(_, node, _)| node.id()))),
    };
    Problem::error(say::unknown_indicator(&row.indicator, framework.id()))
        .at(statements.place(row, Column::Indicator))
        .help(help)
}

/// The measured or reported number of a row.
///
/// "About 70" counts as 70; "more than 3" is shown and never counted.
fn number_of(row: &Statement) -> Said {
    if matches!(row.qualifier, Some(Qualifier::MoreThan | Qualifier::LessThan)) {
        return Said::Nothing;
    }
    match (row.value, &row.answer) {
        (Some(value), _) => Said::Value(value),
        (None, Answer::Number(value)) => Said::Value(*value),
        (None, Answer::NotApplicable) => Said::NotApplicable,
        (None, _) => Said::Nothing,
    }
}

fn leaf_says(
    framework: &Framework,
    statements: &Statements,
    row: &Statement,
    indicator: &Indicator,
    problems: &mut Vec<Problem>,
) -> Said {
    let place = || statements.place(row, Column::Level);
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
            match &row.answer {
                Answer::Missing => Said::Nothing,
                Answer::NotApplicable => Said::NotApplicable,
                Answer::Number(level) if scale.contains(*level) => Said::Value(*level),
                Answer::Number(level) => {
                    let help = match scale.levels() {
                        [] => say::scale_runs(scale.min(), scale.max()),
                        levels => say::scale_has(list(levels.iter().map(|it| it.value))),
                    };
                    let sentence = say::level_outside_scale(level, scale.min(), scale.max());
                    problems.push(Problem::error(sentence).at(place()).help(help));
                    Said::Nothing
                }
                Answer::Label(word) => {
                    if let Some(value) = scale.value_of(word) {
                        return Said::Value(value);
                    }
                    match check_word(indicator.kind, word) {
                        Some(said) => said,
                        None => {
                            problems.push(unknown_label(scale, word, place()));
                            Said::Nothing
                        }
                    }
                }
            }
        }
    }
}

/// `0 Tidak ada, 2 Sebagian, 4 Lengkap`, in both languages.
fn level_names(scale: &crate::framework::Scale) -> Text {
    let [id, en] = [Lang::Id, Lang::En].map(|lang| {
        let names = scale.levels().iter().map(|it| format!("`{}`", it.label.get(lang)));
        list(names)
    });
    Text::new(id, en)
}

fn unknown_label(scale: &crate::framework::Scale, word: &str, place: Place) -> Problem {
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

/// What people write into check lists besides the labels of the scale.
fn check_word(kind: Kind, word: &str) -> Option<Said> {
    if kind != Kind::Check {
        return None;
    }
    match word.trim().to_lowercase().as_str() {
        "ada" | "ya" | "yes" | "sudah" | "present" => Some(Said::Value(1.0)),
        "sebagian" | "partly" | "partial" => Some(Said::Value(0.5)),
        "tidak" | "belum" | "tidak ada" | "belum ada" | "no" | "absent" => Some(Said::Value(0.0)),
        "belum diperiksa" | "tidak diketahui" | "not checked" | "unknown" => Some(Said::Nothing),
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
        self.unknown.dedup_by(|a, b| a.0 == b.0);
        let (_, _, place) = self.unknown.first()?;
        let place = place.clone();
        let names = list(self.unknown.iter().map(|(name, ..)| format!("`{name}`")));
        let mut problem =
            Problem::warning(say::unknown_regions(self.unknown.len(), names)).at(place);
        for (name, near, _) in &self.unknown {
            if !near.is_empty() {
                let near = list(near.iter().map(|it| format!("`{}`", it.both()[0])));
                problem = problem.help(say::region_near(name, near));
            }
        }
        Some(problem.help(say::region_kept_as_text()))
    }
}

/// The kind that a name states itself: `Kab. Penukal Abap` is no known region, but a kabupaten.
fn kind_of_prefix(name: &str) -> Option<region::Kind> {
    let first = name.split_whitespace().next()?;
    region::Kind::parse(first.trim_end_matches('.'))
}

/// Warns of rows that repeat an earlier row exactly.
fn duplicates(statements: &Statements) -> Vec<Problem> {
    let mut seen = HashSet::new();
    let mut problems = Vec::new();
    for row in statements.rows() {
        let number = |value: f64| value.to_bits();
        let answer = match &row.answer {
            Answer::Missing => (0, 0, None),
            Answer::NotApplicable => (1, 0, None),
            Answer::Number(value) => (2, number(*value), None),
            Answer::Label(word) => (3, 0, Some(word)),
        };
        let what = (&row.region, &row.kind, &row.indicator, answer);
        let who = (&row.informant, &row.role, &row.agencies, &row.coder);
        let when = (&row.wave, row.stage, row.direction, &row.class, &row.id);
        let evidence = row.evidence.as_deref().map(|it| {
            (
                (&it.quote, &it.finding, &it.source, &it.locator),
                (&it.item, &it.date, &it.note, &it.rationale),
            )
        });
        let value = row.value.map(number);
        if !seen.insert((what, who, when, evidence, value, row.usage)) {
            let problem = Problem::warning(say::duplicate_row(row.origin.row))
                .at(statements.place(row, Column::Region));
            problems.push(problem);
        }
    }
    problems
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
