//! The shape of statements: one for each row of a long table, and of a wide one for each answered
//! column of an indicator.

mod answered;
mod aside;
mod assembler;
mod blocks;
mod days;
mod foot;
mod interned;
mod key;
mod merged;
mod numbers;
mod recall;
mod rounds;
mod sieve;
mod sums;
mod totals;

use std::sync::Arc;

use crate::problem::{Checked, Problem};
use crate::statement::{Area, Field, PartyName, Setting, Source, Statement, Statements, Tally};
use crate::table::{Part, Row, Table, in_order};
use crate::text::{say, shown};

use super::header::{Headers, Layout};
use super::number::Numbers;
use super::problems::Problems;
use super::rows::{Headed, Seen};
use super::settings::{Decimal, ReadOptions};
use super::vote::Vote;
use super::wave;
use super::words::STAGE;
use assembler::{Assembler, Made};
use foot::Foot;

pub(crate) use aside::NOTE_STARTS;
pub(crate) use totals::{FILLERS, SHORT, STATISTICS, TOTAL_STARTS, TOTAL_WORDS, is_total};

/// From how many rows the decimal sign is guessed and the number of all rows estimated.
const SAMPLE: usize = 1_000;

/// The statements of a table as far as they can be read, of which `doubts` are known already. Errors of
/// single cells stand among the problems: what is wrong with the other cells can still be looked for.
///
/// # Errors
/// Every problem of a table without a usable header.
pub fn of(table: Table, doubts: Vec<Problem>, options: &ReadOptions) -> Checked<Statements> {
    let read = || {
        let mut problems = Problems::new(doubts);
        let found = statements(&table, options, &mut problems);
        (found, problems)
    };
    let (found, problems) = if table.is_large() {
        rayon::join(read, || table.sha256()).0
    } else {
        read()
    };
    let Some((layout, header, rows, tally)) = found else {
        return problems.fail();
    };
    let (name, sha256) = (table.name().to_owned(), table.sha256().to_owned());
    // Of two columns for what a region lies in the first is told.
    let columns = layout.columns.into_iter().rev().collect();
    let sheet = table.sheet_name().map(str::to_owned);
    let source = Source::new(name, sha256, Arc::new(table), columns);
    let source = source.under(header).of_sheet(sheet).counted(tally);
    Ok((Statements::of(source, rows), problems.all()))
}

/// The decimal sign that all numeric cells of a table agree on; none where they do not, or where nothing
/// decides it, which is told when the table is read.
pub(in crate::read) fn decimal_of(table: &Table, options: &ReadOptions) -> Option<Decimal> {
    let mut quiet = Problems::default();
    let headers = Headers::new(options);
    let shape = Shape::of(table, (&headers, options), &mut quiet)?;
    let mut vote = shape.vote();
    for part in shape.headed.parts() {
        shape.headed.each(part, &mut quiet, |row, _| {
            vote.row(row, &|row, at| shape.most(row, at));
        });
    }
    vote.settle(table, &mut quiet).decimal()
}

fn statements(
    table: &Table,
    options: &ReadOptions,
    problems: &mut Problems,
) -> Option<(Layout, Vec<String>, Vec<Statement>, Tally)> {
    let headers = Headers::new(options);
    let shape = Shape::of(table, (&headers, options), problems)?;
    let parts = shape.headed.parts();
    let sample = shape.sample(&parts);

    // A cell near the end can decide how the first one is read. The sample has most likely
    // decided rightly, so that all are read by it and heard at the same time.
    let numbers = options
        .decimal
        .map_or(sample.numbers, |it| Numbers::with(Some(it)));
    let mut body = shape.body(&parts, numbers, sample.rows);
    if options.decimal.is_none() {
        let settled = body.vote.settle(table, problems);
        if settled != numbers {
            body = shape.body(&parts, settled, sample.rows);
        }
    }
    if body.made.aside.has_header() {
        match blocks::find(&shape, problems) {
            Ok(blocks) if blocks.is_empty() => {}
            Ok(blocks) => body = shape.in_blocks(&blocks, numbers),
            Err(problem) => {
                problems.add(|| *problem);
                return None;
            }
        }
    }
    let is_sound = !body.problems.any_error() && !problems.any_error();
    problems.join(body.problems);
    let top = shape.headed.top;
    if body.seen.filled == 0 {
        problems.add(|| Problem::error(say::no_rows()).at(table.place(top)));
    }
    sums::settle(&shape, &mut body.made, problems);
    body.made.tell_unnamed(top, table, problems);
    body.made.aside.tell(table, problems);
    merged::tell(&shape, &body.made.rows, problems);
    if is_sound && body.seen.filled > 0 {
        // Without a framework nobody knows what would be an answer.
        if !options.indicators.is_empty() {
            answered::check(&shape, &body.made.rows, problems);
        }
        rounds::tell(&shape, &body.made.rows, problems);
        numbers::tell(&shape, &body.made.rows, problems);
        days::tell(&shape, &body.made.rows, problems);
        key::tell(&shape, &body.made.rows, problems);
    }
    let tally = body.made.aside.tally(body.seen.filled, body.seen.blank);
    Some((shape.layout, shape.headed.header, body.made.rows, tally))
}

/// Whether each row of a table has a region of its own: its columns are indicators that are no questions
/// to respondents, and nothing tells two rows of one region apart.
fn rows_are_regions(layout: &Layout, headers: &Headers<'_>) -> bool {
    use Field::{Kind, Note, Province, Region, RegionCode};
    let is_of_region = |it: &Field| matches!(it, Region | Kind | Note | Province | RegionCode);
    let mut names = layout.answers.iter().map(|it| it.of.indicator.as_deref());
    let is_asked = |name: &str| {
        let known = headers.indicator(name);
        known.is_some_and(|(_, it)| it.is_questionnaire)
    };
    !layout.answers.is_empty()
        && names.all(|it| it.is_some_and(|it| !is_asked(it)))
        && layout.columns.iter().all(|(it, _)| is_of_region(it))
}

/// What a row says that says nothing itself.
fn base(layout: &Layout, headed: &Headed<'_>, problems: &mut Problems) -> Setting {
    let given = &layout.defaults;
    let region = given.region.clone().or_else(|| {
        let at = layout.column(Field::Region)?;
        // Where a code or what it lies in stands beside it, a row without a name is about that.
        let mut coarser = [Field::Province, Field::RegionCode].into_iter();
        if coarser.any(|it| layout.column(it).is_some()) {
            return None;
        }
        // A second row would answer all of it again.
        if layout.rows_are_regions {
            return None;
        }
        let region = headed.first_alone(at)?;
        let place = headed.table.place(headed.top.cell(at));
        problems.add(|| Problem::warning(say::region_of_first_row(shown(&region))).at(place));
        Some(region)
    });
    let text = |it: &Option<String>| it.as_deref().map(Arc::from);
    let stage = given.stage.as_deref().and_then(|word| {
        let stage = STAGE.get(&word.to_lowercase());
        if stage.is_none() {
            let place = headed.table.place(headed.top);
            problems.add(|| {
                let problem = STAGE.unknown(word, None).at(place);
                problem.help(say::said_of_whole_table("stage"))
            });
        }
        stage
    });
    let wave = given.wave.as_deref().and_then(|text| match wave::of(text) {
        Ok(wave) => wave.map(|it| Arc::from(&*it)),
        Err(year) => {
            let place = headed.table.place(headed.top);
            problems.add(|| {
                let problem = wave::refused(text, year).at(place);
                problem.help(say::said_of_whole_table("wave"))
            });
            None
        }
    });
    let mut base = Setting::new(region.unwrap_or_default().into());
    let area = &headed.said.area;
    base.area = (*area != Area::default()).then(|| Arc::new(area.clone()));
    let office = headed.said.agency.as_deref();
    base.agencies = office.map(PartyName::from).into_iter().collect();
    base.kind = text(&given.kind);
    base.framework = text(&given.framework);
    base.coder = given.coder.as_deref().map(PartyName::from);
    base.wave = wave;
    base.stage = stage;
    base
}

/// A table whose columns are known.
struct Shape<'t> {
    headed: Headed<'t>,
    headers: &'t Headers<'t>,
    layout: Layout,
    options: &'t ReadOptions,
    /// What a row says that says nothing itself.
    base: Setting,
}

impl<'t> Shape<'t> {
    /// The columns of a table; nothing where it cannot be read.
    fn of(
        table: &'t Table,
        (headers, options): (&'t Headers<'t>, &'t ReadOptions),
        problems: &mut Problems,
    ) -> Option<Self> {
        let mut defaults = options.defaults.clone();
        let headed = headers.find(table, &mut defaults, problems)?;
        let mut layout = headers.layout(&headed, &defaults, problems)?;
        layout.rows_are_regions = rows_are_regions(&layout, headers);
        layout.last_answer = Foot::of(&layout, headers, &headed).last(&headed);
        let base = base(&layout, &headed, problems);
        Some(Self {
            headed,
            headers,
            layout,
            options,
            base,
        })
    }

    /// A vote of the level, value, weight and indicator columns.
    fn vote(&self) -> Vote {
        let of = |wanted: &[Field]| -> Vec<usize> {
            let columns = self.layout.columns.iter();
            columns
                .filter(|(column, _)| wanted.contains(column))
                .map(|(_, index)| *index)
                .collect()
        };
        let mut plain = of(&[Field::Level, Field::Weight]);
        let mut amounts = of(&[Field::Value]);
        for it in &self.layout.answers {
            // What was reckoned elsewhere for a group may be a percentage.
            let known = it.of.indicator.as_deref();
            let known = known.and_then(|it| self.headers.indicator(it));
            match known.is_none_or(|(_, known)| known.is_indicator) {
                true => plain.push(it.index),
                false => amounts.push(it.index),
            }
        }
        Vote::new(plain, amounts, &self.options.missing)
    }

    /// The highest level that a cell can hold, where it holds the level of an indicator with a scale.
    fn most(&self, row: &Row<'_>, at: usize) -> Option<f64> {
        let across = self.layout.answers.iter().find(|it| it.index == at);
        let is_level = |it: &(Field, usize)| *it == (Field::Level, at);
        if across.is_none() && !self.layout.columns.iter().any(is_level) {
            return None;
        }
        if let Some(name) = across.and_then(|it| it.of.indicator.as_deref()) {
            return self.headers.indicator(name)?.1.most;
        }
        let columns = self.layout.columns.iter();
        let named = columns
            .filter(|(column, _)| *column == Field::Indicator)
            .map(|(_, index)| *index)
            .chain(self.layout.second_indicator);
        let mut known = named.filter_map(|index| self.headers.indicator(row.text(index)));
        let about = self.layout.defaults.indicator.as_deref();
        let found = known.next();
        let found = found.or_else(|| self.headers.indicator(about?));
        found?.1.most
    }

    /// What the first rows say of the decimal sign and of the number of all rows.
    fn sample(&self, parts: &[Part]) -> Sample {
        let mut vote = self.vote();
        let table = self.headed.table;
        let mut heard = 0;
        let (mut behind, mut left) = (0, 0);
        if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
            let mut rows = table.rows_of(*first);
            while heard < SAMPLE
                && let Some(row) = rows.next()
            {
                heard += 1;
                behind = row.span.end - first.start;
                if row.is_whole(self.headed.extent) {
                    vote.row(&row, &|row, at| self.most(row, at));
                }
            }
            left = last.end - first.start;
        }
        // What is wrong with the sign is told when all cells are heard.
        let numbers = vote.settle(table, &mut Problems::default());
        Sample {
            numbers,
            rows: left / behind.div_ceil(heard.max(1)).max(1),
        }
    }

    /// The rows under the header, with numbers read as `numbers` says.
    fn body(&self, parts: &[Part], numbers: Numbers, expected: usize) -> Portion {
        let mut whole = self.portion();
        // Room for all of them at once: a table of millions is not moved about then. An estimate
        // may be far off, so that too little memory for it means nothing.
        if expected > SAMPLE {
            let each = self.layout.answers.len().max(1);
            let _ = whole.made.rows.try_reserve(expected.saturating_mul(each));
        }
        let most = |row: &Row<'_>, at: usize| self.most(row, at);
        in_order(
            parts,
            || {
                let settings = (self.options, &self.base);
                Assembler::new(&self.layout, self.headers, numbers, settings, &self.headed)
            },
            |assembler, part| {
                let Portion {
                    mut problems,
                    mut vote,
                    ..
                } = self.portion();
                let mut take = |row: &Row<'_>, is_whole: bool, problems: &mut Problems| {
                    if !is_whole {
                        let is_note = assembler.is_note(row, problems);
                        if !is_note {
                            assembler.faulty(row.at);
                        }
                        return is_note;
                    }
                    vote.row(row, &most);
                    assembler.row(row, problems);
                    true
                };
                let seen = self.headed.each_or(part, &mut problems, &mut take);
                Portion {
                    made: assembler.take(),
                    problems,
                    vote,
                    seen,
                }
            },
            |portion| whole.join(portion),
        );
        whole
    }

    /// The rows of all blocks of a table, read by numbers unless they decide otherwise.
    fn in_blocks(&self, blocks: &[blocks::Block<'_>], numbers: Numbers) -> Portion {
        let read = |numbers| {
            let mut whole = self.portion();
            for block in blocks {
                whole.join(block.shape.body(&block.parts, numbers, 0));
                block.count(&mut whole);
            }
            whole
        };
        let mut body = read(numbers);
        if self.options.decimal.is_some() {
            return body;
        }
        // What is wrong with the sign was told when all rows were read together.
        let vote = std::mem::replace(&mut body.vote, self.vote());
        let settled = vote.settle(self.headed.table, &mut Problems::default());
        if settled == numbers {
            body
        } else {
            read(settled)
        }
    }

    /// What no rows give.
    fn portion(&self) -> Portion {
        Portion {
            made: Made::default(),
            problems: Problems::default(),
            vote: self.vote(),
            seen: Seen::default(),
        }
    }
}

/// What the first rows say.
struct Sample {
    numbers: Numbers,
    /// About how many rows there are.
    rows: usize,
}

/// What some of the rows gave.
struct Portion {
    made: Made,
    problems: Problems,
    vote: Vote,
    /// Which rows there are.
    seen: Seen,
}

impl Portion {
    /// Adds what the rows further down gave.
    fn join(&mut self, below: Self) {
        let Made {
            mut rows,
            unnamed,
            aside,
        } = below.made;
        self.made.rows.append(&mut rows);
        self.made.unnamed.extend(unnamed);
        self.made.aside.join(aside);
        self.problems.join(below.problems);
        self.vote.join(below.vote);
        self.seen.filled += below.seen.filled;
        self.seen.blank.join(below.seen.blank);
    }
}

#[cfg(test)]
mod tests;
