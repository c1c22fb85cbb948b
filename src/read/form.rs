//! What a workbook made by `siap` says of itself: its mark, and the cells of its first page.
//!
//! The mark stands on a hidden sheet, `_siap`, as names with values beside them. It says which
//! instrument the workbook is of, whatever its file and its sheets are called by now. What people
//! type on the first page (whose it is, which year, which sending) is found by the words beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::problem::{Place, Problem};
use crate::statement::{Field, Stage, Statement, Statements, nobody};
use crate::table::Table;
use crate::text::form::{AnswerColumn, HANDED_WAVE, ItemColumn, OutsideColumn};
use crate::text::{Lang, folded, label, list, say, shown};

use super::settings::ReadOptions;
use super::wave;

pub use crate::text::form::{Asked, Kind, MARK};

/// What a workbook made by `siap` says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What it is.
    pub kind: Kind,
    /// Id of the framework it was made for.
    pub framework: String,
    /// Version of that framework.
    pub version: String,
    /// The language of its texts, where it says.
    pub lang: Option<Lang>,
    /// Of a result what stood in it when it was written, see [`super::fingerprint`].
    pub written: Option<String>,
    /// Of a part the year that its first page named when it was handed out, where its mark says so.
    pub handed_wave: Option<String>,
    /// What was typed on its first page, each with its place; no empty cells.
    pub answers: BTreeMap<Asked, (String, Place)>,
    /// Where on its first page each answer belongs.
    places: BTreeMap<Asked, Place>,
    /// Where another sheet that looks like a first page says something else.
    rival: Option<(Place, Place)>,
}

impl Form {
    /// What the tables of a workbook say of it; `None` where none of them has the mark.
    #[must_use]
    pub fn of(tables: &[Table]) -> Option<Self> {
        let pairs = pairs_of(tables.iter().find(|it| is_mark(it))?);
        let value = |name: &str| {
            let found = pairs.iter().find(|it| it.0 == name);
            found.map(|it| it.1.clone()).unwrap_or_default()
        };
        let kind = value("kind");
        let (page, rival) = first_page(tables);
        let places = page.iter().map(|(asked, it)| (*asked, it.1.clone()));
        Some(Self {
            places: places.collect(),
            rival,
            kind: Kind::ALL.into_iter().find(|it| it.id() == kind)?,
            framework: value("framework"),
            version: value("version"),
            lang: Lang::from_tag(&value("lang")),
            written: Some(value("written")).filter(|it| !it.is_empty()),
            handed_wave: Some(value(HANDED_WAVE)).filter(|it| !it.is_empty()),
            answers: page.into_iter().filter(|it| !it.1.0.is_empty()).collect(),
        })
    }

    /// How its sheets are read, and what its first page lacks: what that says holds for all rows, and its
    /// headers mean what they were made for.
    pub(super) fn options(&self, options: &ReadOptions, file: &str) -> (ReadOptions, Vec<Problem>) {
        let mut options = options.clone();
        let said = |asked| self.answer(asked).map(str::to_owned);
        let defaults = &mut options.defaults;
        defaults.region = said(Asked::Region).or(defaults.region.take());
        let wave = said(Asked::Wave).filter(|it| wave::of(it).is_ok());
        defaults.wave = wave.or(defaults.wave.take());
        for lang in [Lang::Id, Lang::En] {
            let answers = AnswerColumn::ALL.map(|it| (it.label(lang), it.field()));
            let items = ItemColumn::ALL.map(|it| (it.label(lang), it.field()));
            let outside = OutsideColumn::ALL.map(|it| (it.label(lang), it.field()));
            let respondents = [
                (label::form_respondent(lang), "informant"),
                (label::form_unit_of_service(lang), "agency"),
            ];
            // A header that two sheets have means what it says where it is read at all.
            let all = items.into_iter().chain(outside).chain(answers);
            for (header, field) in all.chain(respondents) {
                let given = options.columns.entry(header.to_lowercase());
                given.or_insert_with(|| field.to_owned());
            }
        }
        let lacks = self.lacks(file, &options);
        // What else is wrong with the answers is told at once.
        let region = &mut options.defaults.region;
        region.get_or_insert_with(|| nobody(file));
        (options, lacks)
    }

    /// What its first page lacks: whose answers these are is an error where nobody else says it, which
    /// round a warning.
    fn lacks(&self, file: &str, options: &ReadOptions) -> Vec<Problem> {
        let place = |asked| {
            let place = self.places.get(&asked).cloned();
            place.unwrap_or_else(|| Place::file(file))
        };
        let mut out = Vec::new();
        if let Some((one, other)) = &self.rival {
            let problem = Problem::error(say::form_two_first_pages(one.short()));
            let problem = problem.at(other.clone());
            out.push(problem.help(say::form_two_first_pages_help()));
        }
        if options.defaults.region.is_none() {
            let problem = Problem::error(say::form_without_region()).at(place(Asked::Region));
            out.push(problem.help(say::form_without_region_help()));
        }
        let wave = self.answer(Asked::Wave);
        match wave.map(|it| (it, wave::of(it))) {
            Some((text, Err(_))) => {
                let problem = Problem::error(say::form_wave_no_year(shown(text)));
                let problem = problem.at(place(Asked::Wave));
                out.push(problem.help(say::form_wave_no_year_help()));
            }
            Some((text, Ok(Some(name)))) if name.parse::<u16>().is_err() => {
                let problem = Problem::warning(say::form_wave_is_name(shown(text)));
                let problem = problem.at(place(Asked::Wave));
                out.push(problem.help(say::form_wave_no_year_help()));
            }
            _ if options.defaults.wave.is_none() => {
                let problem = Problem::warning(say::form_without_wave()).at(place(Asked::Wave));
                out.push(problem.help(say::form_without_wave_help()));
            }
            _ => {}
        }
        out
    }

    /// The statements of its sheets as they were meant: an index of another body counts in every step that
    /// has answers and none for its indicator, and an item of which nothing is said is no statement.
    #[must_use]
    pub(super) fn settled(&self, all: Statements, doubts: &mut Vec<Problem>) -> Statements {
        // What was folded away and headed by siap is no news to whoever fills it in.
        doubts.retain(|it| !["hidden_columns_read", "titles_above_header"].contains(&it.code));
        // A form has no rows to add and no codes to declare.
        for it in doubts.iter_mut().filter(|it| it.code == "number_expected") {
            it.help = vec![say::form_one_number().text];
        }
        let is_unanswered = |it: &Problem| it.code == "nothing_answered";
        // One sheet may wait while another is filled.
        let says = all
            .rows()
            .iter()
            .any(|it| !says_nothing(it) && !it.is_blank());
        let kept = doubts.iter().position(is_unanswered).filter(|_| !says);
        let mut at = 0..;
        doubts.retain(|it| at.next() == kept || !is_unanswered(it));
        for it in doubts.iter_mut().filter(|it| is_unanswered(it)) {
            let place = it.place.clone();
            *it = Problem::error(say::nothing_answered()).help(say::form_unanswered_help());
            it.place = place;
        }
        let all = owned(all);
        let stages: BTreeSet<Stage> = all.rows().iter().filter_map(|it| it.stage).collect();
        let answered: BTreeSet<(&str, Option<Stage>)> = all
            .rows()
            .iter()
            .filter(|it| !it.answer.is_missing())
            .map(|it| (&*it.indicator, it.stage))
            .collect();
        let answered = &answered;
        doubts.extend(not_counted(&all, &stages, answered));
        // The year of the first page is that of every answer, whatever a column of one's own is about.
        let page = self.answer(Asked::Wave).and_then(|it| wave::of(it).ok()?);
        let page: Option<Arc<str>> = page.map(Arc::from);
        let is_other = |row: &&Statement| page.is_some() && row.wave != page;
        if let Some(first) = all.rows().iter().find(is_other) {
            let year = page.as_deref().unwrap_or_default();
            let problem = Problem::warning(say::form_year_of_page(year));
            doubts.push(problem.at(all.place(first, Field::Wave)));
        }
        let page = &page;
        let rows = all.rows().iter().filter(|it| !says_nothing(it));
        let of_steps = rows.flat_map(|row| {
            let is_outside = row.unit.is_some() && row.stage.is_none();
            let steps: Vec<Option<Stage>> = match is_outside && !stages.is_empty() {
                true => stages.iter().copied().map(Some).collect(),
                false => vec![row.stage],
            };
            let is_open = move |stage: &Option<Stage>| {
                !is_outside || !answered.contains(&(&*row.indicator, *stage))
            };
            steps.into_iter().filter(is_open).map(|stage| {
                let mut row = row.clone();
                if row.stage != stage {
                    row.stage = stage;
                }
                if page.is_some() && row.wave != *page {
                    row.wave.clone_from(page);
                }
                row
            })
        });
        let rows = of_steps.collect();
        let mut all = all.replaced(rows);
        for (asked, column) in [(Asked::Region, Field::Region), (Asked::Wave, Field::Wave)] {
            if let Some((_, place)) = self.answers.get(&asked) {
                all.said_at(column, place);
            }
        }
        all
    }

    /// Whether a sheet is one of those that it was made with and that hold no answers.
    pub(super) fn made(sheet: &str) -> bool {
        [Lang::Id, Lang::En].into_iter().any(|lang| {
            let own = [label::sheet_items(lang), label::sheet_outside(lang)];
            Self::is_aside(sheet) || own.contains(&sheet)
        })
    }

    /// Whether a sheet is one of those that stand beside the answers: instructions, lists, what is meant.
    pub(crate) fn is_aside(sheet: &str) -> bool {
        sheet.starts_with('_')
            || [Lang::Id, Lang::En].into_iter().any(|lang| {
                let own = [
                    label::sheet_guide(lang),
                    label::sheet_offices(lang),
                    label::sheet_reference(lang),
                    label::sheet_questions(lang),
                    label::sheet_mend(lang),
                ];
                own.contains(&sheet)
            })
    }

    /// What was typed for something that is asked.
    #[must_use]
    pub fn answer(&self, asked: Asked) -> Option<&str> {
        self.answers.get(&asked).map(|it| it.0.as_str())
    }

    /// Its round, as its answers get it: `TA 2024` is 2024. What is no round is as it was typed.
    #[must_use]
    pub fn wave(&self) -> Option<String> {
        self.answer(Asked::Wave).map(round_of)
    }

    /// The round for which it was handed out, likewise.
    #[must_use]
    pub fn round_handed(&self) -> Option<String> {
        self.handed_wave.as_deref().map(round_of)
    }
}

/// What a year typed on a first page is as a round.
fn round_of(text: &str) -> String {
    let wave = wave::of(text).unwrap_or(None);
    wave.unwrap_or_else(|| folded(text))
}

/// Whether a table is the sheet with the mark.
pub(super) fn is_mark(table: &Table) -> bool {
    table.sheet_name() == Some(MARK)
}

/// Whether a table lists what siap has to say of the others, whatever its sheet is called by now: where
/// cells came from, or what is to be mended.
pub(super) fn is_list(table: &Table) -> bool {
    let mut rows = table.rows();
    let Some(row) = rows.next() else {
        return false;
    };
    [Lang::Id, Lang::En].into_iter().any(|lang| {
        let lists = [
            [label::origin_from_sheet(lang), label::origin_replaced(lang)],
            [label::mend_urgency(lang), label::mend_how(lang)],
        ];
        let has = |wanted: &str| row.texts().any(|it| it == wanted);
        lists.iter().any(|it| it.iter().all(|it| has(it)))
    })
}

/// The first two cells of each row, with the place of the second.
/// That an index of another body stands beside a value of one's own: whoever gives both must hear which counts.
fn not_counted(
    all: &Statements,
    stages: &BTreeSet<Stage>,
    answered: &BTreeSet<(&str, Option<Stage>)>,
) -> Option<Problem> {
    let is_beside = |it: &&Statement| {
        let is_index = it.unit.is_some() && it.value.is_some() && it.stage.is_none();
        let mut own = stages.iter().map(|stage| (&*it.indicator, Some(*stage)));
        is_index && own.any(|it| answered.contains(&it))
    };
    let beside = || all.rows().iter().filter(is_beside);
    let names: BTreeSet<&str> = beside().map(|it| &*it.indicator).collect();
    let first = beside().next()?;
    let names = list(names.iter().map(|it| format!("`{it}`")));
    let problem = Problem::warning(say::form_index_not_counted(names));
    Some(problem.at(all.place(first, Field::Value)))
}

fn pairs_of(table: &Table) -> Vec<(String, String, Place)> {
    let mut out = Vec::new();
    let mut rows = table.rows();
    while let Some(row) = rows.next() {
        let mut texts = row.texts();
        let (Some(name), Some(value)) = (texts.next(), texts.next()) else {
            continue;
        };
        out.push((
            name.to_owned(),
            value.to_owned(),
            table.place(row.at.cell(1)),
        ));
    }
    out
}

/// What stands on a first page: each answer, empty or not, with its place.
type Page = BTreeMap<Asked, (String, Place)>;

/// The first page, the first sheet on which most of what is asked stands; and where another one that asks
/// the same says something else.
fn first_page(tables: &[Table]) -> (Page, Option<(Place, Place)>) {
    /// So many questions make a page.
    const PAGE: usize = 3;
    let asked = |table: &Table| {
        let pairs = pairs_of(table).into_iter();
        let known =
            pairs.filter_map(|(name, value, place)| Some((Asked::of(&name)?, (value, place))));
        known.collect::<Page>()
    };
    let pages: Vec<Page> = tables.iter().filter(|it| !is_mark(it)).map(asked).collect();
    let most = pages.iter().map(BTreeMap::len).max().unwrap_or(0);
    let Some(first) = pages.iter().find(|it| it.len() == most && most > 0) else {
        return (Page::new(), None);
    };
    let others = pages.iter().filter(|it| it.len() >= PAGE && *it != first);
    let mut differ = others.flat_map(|page| {
        page.iter().filter_map(|(asked, (value, place))| {
            let (own, at) = first.get(asked)?;
            let differs = !value.is_empty() && folded(value) != folded(own);
            differs.then(|| (at.clone(), place.clone()))
        })
    });
    let rival = differ.next();
    (first.clone(), rival)
}

/// The statements with an owner for each evidence item: an item that names none is that of its indicator's.
fn owned(all: Statements) -> Statements {
    let item = |it: &Statement| it.evidence.as_deref().is_some_and(|it| it.item.is_some());
    let owner = |it: &Statement| it.evidence.as_deref().and_then(|it| it.owner.clone());
    let of_indicator = all.rows().iter().filter(|it| !item(it));
    let owners: BTreeMap<String, String> = of_indicator
        .filter_map(|it| Some((it.indicator.to_string(), owner(it)?)))
        .collect();
    if owners.is_empty() {
        return all;
    }
    let rows = all.rows().iter().map(|row| {
        let mut row = row.clone();
        if item(&row)
            && owner(&row).is_none()
            && let Some(found) = owners.get(&*row.indicator)
            && let Some(evidence) = row.evidence.as_mut()
        {
            evidence.owner = Some(found.clone());
        }
        row
    });
    let rows = rows.collect();
    all.replaced(rows)
}

/// Whether a row names an evidence item or an index of another body, and says nothing of it.
fn says_nothing(row: &Statement) -> bool {
    let is_outside = row.unit.is_some() && row.value.is_none() && row.answer.is_missing();
    let Some(it) = row.evidence.as_deref() else {
        return is_outside;
    };
    let says = it.status.is_some()
        || it.owner.is_some()
        || it.due.is_some()
        || it.source.is_some()
        || it.locator.is_some()
        || it.note.is_some();
    let is_item = it.item.is_some() && row.answer.is_missing() && row.value.is_none();
    (is_outside || is_item) && !says
}
