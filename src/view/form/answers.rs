//! A row for each indicator: what is asked, what each level means, what the region and its evaluators
//! say; above it what that comes to.

use std::rc::Rc;

use crate::framework::{Framework, Indicator, Node};
use crate::text::form::{AnswerColumn, Asked};
use crate::text::{Lang, label};
use crate::view::book::{
    Cell, Choice, Content, Format, Formula, Look, Mark, Operator, Rule, Seat, Sheet, Table, Width,
};
use crate::view::library::framework::shares;
use crate::view::{terms, words};

use super::items::Items;
use super::lists::Lists;
use super::live::{Answered, Live};
use super::outside::Outside;
use super::{Entry, Wish, headed, header, input, page, reference, row};

/// Row of the header; the results stand above it.
const HEADER: u32 = 4;

/// What the sheet refers to.
pub(super) struct Beside<'a> {
    pub(super) lists: &'a Lists,
    pub(super) offices: &'a Sheet,
    pub(super) items: Option<&'a Items>,
    pub(super) outside: Option<&'a Outside>,
}

/// The columns of an instrument, from left to right.
fn columns(framework: &Framework, wish: &Wish, has_items: bool) -> Vec<AnswerColumn> {
    let mut indicators = framework.indicators();
    let has_texts = indicators.any(|(.., it)| !it.level_text.is_empty());
    let is_there = |it: &AnswerColumn| match it {
        AnswerColumn::Before => !wish.before.is_empty(),
        AnswerColumn::Criteria => has_texts,
        AnswerColumn::Shown => has_items,
        _ => true,
    };
    AnswerColumn::ALL.into_iter().filter(is_there).collect()
}

fn width(column: AnswerColumn) -> Width {
    match column {
        AnswerColumn::Code => Width::of(7.0),
        AnswerColumn::Indicator => Width::of(34.0),
        AnswerColumn::Group => Width::folded(20.0),
        AnswerColumn::Weight | AnswerColumn::Before => Width::of(8.0),
        AnswerColumn::Own => Width::of(18.0),
        AnswerColumn::Explanation => Width::of(30.0),
        AnswerColumn::Criteria => Width::of(60.0),
        AnswerColumn::Shown | AnswerColumn::Target => Width::of(9.0),
        AnswerColumn::Office => Width::of(20.0),
        AnswerColumn::Document | AnswerColumn::Interview | AnswerColumn::Visit => {
            Width::folded(12.0)
        }
        AnswerColumn::Final => Width::of(14.0),
        AnswerColumn::Note => Width::of(24.0),
    }
}

pub(super) fn sheet(
    framework: &Framework,
    wish: &Wish,
    beside: &Beside<'_>,
    live: Option<&mut Live<'_>>,
    lang: Lang,
) -> Sheet {
    // Of the items of one office alone nothing follows for an indicator.
    let has_items = beside.items.is_some() && wish.part.is_none();
    let columns = columns(framework, wish, has_items);
    let mut made = Answers {
        framework,
        wish,
        beside,
        lang,
        columns,
        shares: shares(framework),
        sheet: Sheet::new(label::sheet_answers(lang)),
    };
    made.head();
    made.rows();
    if let Some(live) = live {
        made.results(live);
    }
    made.sheet
}

struct Answers<'a> {
    framework: &'a Framework,
    wish: &'a Wish,
    beside: &'a Beside<'a>,
    lang: Lang,
    columns: Vec<AnswerColumn>,
    /// What each node counts for in the whole.
    shares: Vec<Option<f64>>,
    sheet: Sheet,
}

impl Answers<'_> {
    fn place(&self, column: AnswerColumn) -> Option<u16> {
        let at = self.columns.iter().position(|it| *it == column);
        u16::try_from(at?).ok()
    }

    fn head(&mut self) {
        let (framework, lang) = (self.framework, self.lang);
        let sheet = &mut self.sheet;
        sheet.protected = true;
        sheet.landscape = true;
        sheet.columns = self.columns.iter().copied().map(width).collect();
        sheet.frozen = (HEADER + 1, 2);
        // The name of a category may take several lines of a narrow column.
        sheet.tall.insert(2, 3);
        headed(sheet, framework, lang);
        for (at, what) in (1u32..).zip([Asked::Region, Asked::Wave]) {
            if let Some(said) = page::repeated(self.wish, lang, what) {
                sheet.put((at, 1), Cell::formula(said, None).look(Look::Note));
            }
        }
        for (at, column) in (0u16..).zip(&self.columns) {
            sheet.put((HEADER, at), header(column.label(lang)));
        }
    }

    /// The indicators that have a row, by their positions.
    fn indicators(&self) -> Vec<(usize, &Node, &Indicator)> {
        let part = self.wish.part.as_ref();
        let all = self.framework.indicators();
        all.filter(|(at, ..)| part.is_none_or(|it| it.answers.contains(at)))
            .collect()
    }

    fn rows(&mut self) {
        let rows: Vec<Vec<Cell>> = self
            .indicators()
            .into_iter()
            .map(|it| {
                let cells = self.columns.iter().map(|column| self.cell(it, *column));
                cells.collect()
            })
            .collect();
        let last = HEADER + row(rows.len());
        for (line, cells) in (HEADER + 1..).zip(rows) {
            for (at, cell) in (0u16..).zip(cells) {
                self.sheet.put((line, at), cell);
            }
        }
        self.choices();
        let width = u16::try_from(self.columns.len()).unwrap_or(u16::MAX);
        if last > HEADER {
            self.sheet.table = Some(Table {
                name: "penilaian".to_owned(),
                from: (HEADER, 0),
                to: (last, width.saturating_sub(1)),
                filter_only: true,
            });
        }
    }

    fn cell(&self, (at, node, it): (usize, &Node, &Indicator), column: AnswerColumn) -> Cell {
        let lang = self.lang;
        let filled = |column| self.wish.filled.answers.get(&(at, column));
        match column {
            AnswerColumn::Code => Cell::from(node.id()).look(Look::Wrapped),
            AnswerColumn::Indicator => {
                let question = it.question.as_ref().map(|it| it.get(lang));
                let lines = std::iter::once(node.title().get(lang)).chain(question);
                let text = lines.collect::<Vec<_>>().join("\n");
                Cell::from(text).look(Look::Wrapped)
            }
            AnswerColumn::Group => {
                let group = node.parent().map(|it| &self.framework.nodes()[it]);
                let name = group.filter(|it| it.parent().is_some());
                Cell::maybe(name.map(|it| it.title().get(lang))).look(Look::Muted)
            }
            AnswerColumn::Weight => match self.shares[at] {
                Some(share) => Cell::number(100.0 * share, Some(1)).look(Look::Muted),
                None => Cell::from(label::not_scored(lang)).look(Look::Muted),
            },
            AnswerColumn::Before => match self.wish.before.get(&at) {
                Some(value) => Cell::number(*value, None).look(Look::Muted),
                None => Cell::from("").look(Look::Muted),
            },
            AnswerColumn::Shown => {
                let shown = self.beside.items;
                let shown = shown.and_then(|items| items.shown(self.framework, (at, it)));
                match shown {
                    Some(formula) => Cell::formula(formula, Some(2)),
                    None => Cell::from("").look(Look::Muted),
                }
            }
            AnswerColumn::Criteria => Cell::maybe(self.criteria(it)).look(Look::Muted),
            // What evaluators give, and who does what, is said in the whole.
            _ if self.wish.part.is_some() && column.is_of_whole() => {
                input(filled(column)).look(Look::Muted)
            }
            _ => input(filled(column)),
        }
    }

    /// What each level asks for, a line for each.
    fn criteria(&self, it: &Indicator) -> Option<String> {
        let scale = &self.framework.scales()[it.scale];
        let lines = it.level_text.iter().enumerate().map(|(step, text)| {
            let value = words::level(self.lang, scale.value_at(step));
            format!("{value}: {}", text.get(self.lang))
        });
        let lines: Vec<String> = lines.collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    fn fed(&self, at: usize) -> Option<&Seat> {
        self.beside.outside.and_then(|it| it.values.get(&at))
    }

    /// What may be chosen, for each run of rows with the same list.
    fn choices(&mut self) {
        let rows: Vec<Option<crate::view::book::Area>> = self
            .indicators()
            .into_iter()
            .map(|(.., it)| {
                let has_list = it.has_levels();
                has_list.then(|| self.beside.lists.scale(it).offered.clone())
            })
            .collect();
        let places = AnswerColumn::STAGES.map(|it| self.place(it));
        let mut at = 0;
        while at < rows.len() {
            let mut end = at + 1;
            while end < rows.len() && rows[end] == rows[at] {
                end += 1;
            }
            let lines = (HEADER + 1 + row(at), HEADER + row(end));
            if let Some(from) = &rows[at] {
                for column in places.into_iter().flatten() {
                    self.sheet.choices.push(Choice {
                        area: self.sheet.down(column, lines),
                        from: from.clone(),
                        hint: None,
                        strict: false,
                    });
                }
            }
            at = end;
        }
        let whole = (HEADER + 1, HEADER + row(rows.len().max(1)));
        if let Some(column) = self.place(AnswerColumn::Office) {
            self.sheet.choices.push(Choice {
                area: self.sheet.down(column, whole),
                from: reference::names(self.beside.offices),
                hint: None,
                strict: false,
            });
        }
        if let Some(column) = self.place(AnswerColumn::Own) {
            let own = Formula::from(self.sheet.seat((HEADER + 1, column)));
            self.sheet.rules.push(Rule {
                area: self.sheet.down(column, whole),
                when: own.with(Operator::Differs, Formula::nothing()),
                mark: Mark::Good,
            });
        }
    }

    /// The index, its category and its completeness above the column of each step.
    fn results(&mut self, live: &mut Live<'_>) {
        let (framework, lang) = (self.framework, self.lang);
        let decimals = framework.reporting().decimals;
        let beside = self.place(AnswerColumn::Explanation).unwrap_or(0);
        let names = [
            terms::whole(lang, framework),
            terms::band_heading(lang, framework),
            label::form_completeness(lang),
        ];
        for (at, name) in (1u32..).zip(names) {
            self.sheet
                .put((at, beside), Cell::from(name).look(Look::Strong));
        }
        for column in AnswerColumn::STAGES {
            let Some(place) = self.place(column) else {
                continue;
            };
            let indicators = self.indicators();
            let seats: std::collections::BTreeMap<usize, Seat> = (HEADER + 1..)
                .zip(&indicators)
                .map(|(line, (at, ..))| (*at, self.sheet.seat((line, place))))
                .collect();
            let step = live.step(column == AnswerColumn::Own, |node| {
                Some(Answered {
                    answer: seats.get(&node)?,
                    outside: self.fed(node),
                    own: column == AnswerColumn::Own,
                })
            });
            let cells = [
                Cell::formula(step.index, Some(decimals)),
                Cell::formula(step.band, None),
                Cell {
                    content: Content::Formula(Rc::new(step.completeness), Format::Percent(0)),
                    ..Cell::from("").look(Look::Result)
                },
            ];
            for (at, cell) in (1u32..).zip(cells) {
                self.sheet.put((at, place), cell);
            }
        }
    }
}

/// What a cell holds, as the text that readers would see.
impl Entry {
    /// The text.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}
