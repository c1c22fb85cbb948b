//! What may be chosen in the cells of a form, on a sheet that is kept out of sight: the words for the
//! values of each scale with what they mean, states of evidence items, names of regions.

use crate::framework::{Framework, Indicator, Kind, Mark};
use crate::region::{Kind as RegionKind, Register};
use crate::statement::ItemStatus;
use crate::text::{Lang, label};
use crate::view::book::{Area, Cell, Sheet};
use crate::view::words;

/// Name of the sheet.
const NAME: &str = "_daftar";

/// What stands beside a word that says an indicator does not apply.
pub(super) const NOT_APPLICABLE: &str = "n/a";

/// What stands beside a word that says nobody knows.
const UNKNOWN: &str = "-";

/// The words of a scale as answers to a kind of indicator, all areas of one height.
pub(super) struct ScaleList {
    of: (usize, Kind, bool),
    /// What is offered: the first of the words.
    pub(super) offered: Area,
    /// Every word that is understood.
    pub(super) words: Area,
    /// The value that each means.
    pub(super) values: Area,
    /// What it is worth where a region claims it: where levels are bands of values the upper edge.
    pub(super) claimed: Area,
    /// Of stages their place among all, 0–1.
    pub(super) stages: Area,
}

/// The lists of a form.
pub(super) struct Lists {
    sheet: Sheet,
    scales: Vec<ScaleList>,
    /// States of an evidence item, and beside each whether it is accepted.
    pub(super) states: (Area, Area),
    pub(super) regions: Area,
    pub(super) audiences: Area,
}

/// A word with what it means.
struct Entry {
    word: Cell,
    value: Cell,
    claimed: Cell,
    stage: Cell,
}

impl Lists {
    pub(super) fn new(framework: &Framework, lang: Lang) -> Self {
        let mut sheet = Sheet::new(NAME);
        sheet.hidden = true;
        let mut next = 0;
        let mut scales: Vec<ScaleList> = Vec::new();
        for (_, _, it) in framework.indicators() {
            let of = key(it);
            if it.has_levels() && !scales.iter().any(|known| known.of == of) {
                scales.push(scale_list(&mut sheet, &mut next, (framework, it), lang));
            }
        }
        let states = states(&mut sheet, &mut next, lang);
        let register = Register::embedded();
        let is_government = |kind| {
            matches!(
                kind,
                RegionKind::Kabupaten | RegionKind::Kota | RegionKind::Provinsi
            )
        };
        let names = register.regions().filter(|it| is_government(it.kind()));
        let regions = column(&mut sheet, &mut next, names.map(|it| it.name().into()));
        let audiences = [
            label::form_audience_team(lang),
            label::form_audience_outside(lang),
        ];
        let audiences = column(&mut sheet, &mut next, audiences.map(Cell::from).into_iter());
        Self {
            sheet,
            scales,
            states,
            regions,
            audiences,
        }
    }

    pub(super) fn sheet(&self) -> Sheet {
        self.sheet.clone()
    }

    /// The words for the answers to an indicator whose answers are levels.
    ///
    /// # Panics
    /// For an indicator of another framework.
    pub(super) fn scale(&self, indicator: &Indicator) -> &ScaleList {
        let of = key(indicator);
        let found = self.scales.iter().find(|it| it.of == of);
        found.expect("every scale in use has its list")
    }
}

fn key(it: &Indicator) -> (usize, Kind, bool) {
    (it.scale, it.kind, it.allow_na)
}

/// Writes cells below each other into the next free column.
fn column(sheet: &mut Sheet, next: &mut u16, cells: impl Iterator<Item = Cell>) -> Area {
    let at = *next;
    *next += 1;
    let mut last = 0;
    for (row, cell) in (0u32..).zip(cells) {
        sheet.put((row, at), cell);
        last = row;
    }
    sheet.down(at, (0, last))
}

fn scale_list(
    sheet: &mut Sheet,
    next: &mut u16,
    (framework, it): (&Framework, &Indicator),
    lang: Lang,
) -> ScaleList {
    let (entries, offered) = entries(framework, it, lang);
    let first = *next;
    let mut areas = [
        entries.iter().map(|it| it.word.clone()).collect::<Vec<_>>(),
        entries.iter().map(|it| it.value.clone()).collect(),
        entries.iter().map(|it| it.claimed.clone()).collect(),
        entries.iter().map(|it| it.stage.clone()).collect(),
    ]
    .into_iter()
    .map(|cells| column(sheet, next, cells.into_iter()));
    let mut area = || areas.next().unwrap_or_else(|| sheet_area(first));
    let (words, values, claimed, stages) = (area(), area(), area(), area());
    let last = u32::try_from(offered.max(1) - 1).unwrap_or(u32::MAX);
    ScaleList {
        of: key(it),
        offered: Area {
            to: (last, words.to.1),
            ..words.clone()
        },
        words,
        values,
        claimed,
        stages,
    }
}

fn sheet_area(column: u16) -> Area {
    Sheet::new(NAME).down(column, (0, 0))
}

/// The words of a scale, those that are offered first; how many these are.
fn entries(framework: &Framework, it: &Indicator, lang: Lang) -> (Vec<Entry>, usize) {
    let scale = &framework.scales()[it.scale];
    let steps = step_count(framework, it);
    let entry = |word: Cell, value: f64, step: Option<usize>| {
        let edge = scale.band_of_level(value).map_or(value, |(_, upper)| upper);
        #[expect(clippy::cast_precision_loss, reason = "a scale has few levels")]
        let stage = step.map(|it| it as f64 / steps.max(2).saturating_sub(1) as f64);
        Entry {
            word,
            value: Cell::number(value, None),
            claimed: Cell::number(edge, None),
            stage: stage.map_or(Cell::from(UNKNOWN), |it| Cell::number(it, None)),
        }
    };
    let mut out = Vec::new();
    for step in 0..steps {
        let value = scale.value_at(step);
        let word = match scale.label_of(value) {
            Some(name) if !it.kind.says_level() => name.get(lang).into(),
            Some(name) => format!("{} - {}", words::level(lang, value), name.get(lang)).into(),
            None => Cell::number(value, None),
        };
        out.push(entry(word, value, Some(step)));
    }
    let aside = |word: &str, means: &str| Entry {
        word: word.into(),
        value: means.into(),
        claimed: means.into(),
        stage: means.into(),
    };
    if it.allow_na {
        out.push(aside(label::not_applicable(lang), NOT_APPLICABLE));
    }
    let offered = out.len();
    let mut known: Vec<String> = Vec::new();
    let mut more = |out: &mut Vec<Entry>, word: &str, made: Entry| {
        let folded = word.to_lowercase();
        if !known.contains(&folded) {
            known.push(folded);
            out.push(made);
        }
    };
    for step in 0..steps {
        let value = scale.value_at(step);
        let number = value.to_string();
        more(
            &mut out,
            &number,
            entry(number.as_str().into(), value, Some(step)),
        );
        let level = scale
            .levels()
            .iter()
            .find(|it| it.value.total_cmp(&value).is_eq());
        let names = level.into_iter().flat_map(|it| {
            let aliases = it.aliases.iter().map(String::as_str);
            it.label.both().into_iter().chain(aliases)
        });
        for name in names {
            more(&mut out, name, entry(name.into(), value, Some(step)));
        }
    }
    let of_kind = it.kind.rubric().map_or(&[][..], |it| it.words);
    for (mark, all) in of_kind {
        let value = match mark {
            Mark::Bottom => Some(scale.min()),
            Mark::Middle => Some(f64::midpoint(scale.min(), scale.max())),
            Mark::Top => Some(scale.max()),
            Mark::Unknown => None,
        };
        for word in *all {
            let made = match value {
                Some(value) => entry((*word).into(), value, None),
                None => aside(word, UNKNOWN),
            };
            more(&mut out, word, made);
        }
    }
    (out, offered)
}

/// How many levels an indicator has.
pub(super) fn step_count(framework: &Framework, it: &Indicator) -> usize {
    let scale = &framework.scales()[it.scale];
    let named = scale.levels().len().max(it.level_text.len());
    if named > 0 {
        return named;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "bounded, and not negative"
    )]
    let whole = (scale.max() - scale.min()).clamp(0.0, 100.0) as usize;
    whole + 1
}

/// The states of an evidence item, each with whether it is accepted (1) or not (0).
fn states(sheet: &mut Sheet, next: &mut u16, lang: Lang) -> (Area, Area) {
    let all = [
        ItemStatus::Missing,
        ItemStatus::Drafting,
        ItemStatus::Submitted,
        ItemStatus::Accepted,
        ItemStatus::Revise,
        ItemStatus::Rejected,
    ];
    let words = all.map(|it| Cell::from(words::item_status(lang, Some(it))));
    let accepted = all.map(|it| {
        let is_accepted = it == ItemStatus::Accepted;
        Cell::number(f64::from(u8::from(is_accepted)), None)
    });
    let words = column(sheet, next, words.into_iter());
    let accepted = column(sheet, next, accepted.into_iter());
    (words, accepted)
}
