//! One question of a guided self-assessment.

use crate::assess::NodeResult;
use crate::framework::{Framework, Indicator, Scale};
use crate::guide::{Earlier, Guide, Step};
use crate::stats::TOLERANCE;
use crate::text::{Lang, label, short_number, shortened};
use crate::view::library::framework::shares;
use crate::view::library::parts::level_name;
use crate::view::{Block, Cell, Column, Document, Table, words};

use super::document;

/// A longer note of an earlier wave is cut.
const LONGEST_NOTE: usize = 400;

/// What is asked now, with all that is needed to answer it.
#[must_use]
pub fn question(guide: &Guide, lang: Lang) -> Document {
    let Some(node) = guide.node() else {
        let line = label::guide_end(lang).to_owned();
        return document(lang, vec![Block::Paragraph(line)]);
    };
    let Some(indicator) = guide.framework().nodes()[node].indicator() else {
        return document(lang, Vec::new());
    };
    let asked = Asked {
        guide,
        node,
        indicator,
        lang,
    };
    match guide.step() {
        Step::Answer => asked.first(),
        Step::Items => asked.items(),
        Step::Note => asked.note(),
    }
}

/// The question that an answer was given to, for who goes on with what belongs to it.
pub(super) fn reminder(guide: &Guide, lang: Lang) -> Vec<Block> {
    let asked = guide.node().and_then(|node| {
        let indicator = guide.framework().nodes()[node].indicator()?;
        Some(Asked {
            guide,
            node,
            indicator,
            lang,
        })
    });
    let lines = asked.map(|it| (it.title(), it.now()));
    lines
        .into_iter()
        .flat_map(|(title, now)| {
            let lines = std::iter::once(title).chain(now);
            lines.map(Block::Paragraph).collect::<Vec<_>>()
        })
        .collect()
}

/// What stands before the place where the answer is typed.
#[must_use]
pub fn prompt(guide: &Guide, lang: Lang) -> String {
    let framework = guide.framework();
    let indicator = guide
        .node()
        .and_then(|it| framework.nodes()[it].indicator());
    let Some((node, indicator)) = guide.node().zip(indicator) else {
        return label::guide_end_prompt(lang).to_owned();
    };
    match guide.step() {
        Step::Answer => answers(framework, indicator, lang),
        Step::Items => label::guide_item_numbers(lang).to_owned(),
        Step::Note => match guide.said(node).note {
            Some(_) => label::guide_note_prompt_kept(lang),
            None => label::guide_note_prompt(lang),
        }
        .to_owned(),
    }
}

/// Which answers an indicator takes: `Tingkat kematangan (1–5)`.
fn answers(framework: &Framework, indicator: &Indicator, lang: Lang) -> String {
    if !indicator.has_levels() {
        if indicator.kind.is_measured() {
            let unit = indicator.unit.as_ref();
            return unit.map_or_else(
                || label::guide_number(lang).to_owned(),
                |it| label::guide_number_of(lang, it),
            );
        }
        return match indicator.kind.lists_things() {
            true => label::guide_count(lang),
            false => label::guide_direction(lang),
        }
        .to_owned();
    }
    let scale = &framework.scales()[indicator.scale];
    if let Some(names) = names_alone(indicator, scale, lang) {
        return format!("{} ({names})", label::guide_present(lang));
    }
    format!(
        "{} ({})",
        words::level_heading(lang, framework),
        values(scale, lang)
    )
}

/// `ada, sebagian, tidak`, where values go by their names and these are short.
fn names_alone(indicator: &Indicator, scale: &Scale, lang: Lang) -> Option<String> {
    const LONGEST: usize = 40;
    if indicator.kind.says_level() || !indicator.level_text.is_empty() {
        return None;
    }
    let names = scale.levels().iter().rev().map(|it| it.label.get(lang));
    let names: Vec<&str> = names.collect();
    let names = names.join(", ");
    (!names.is_empty() && names.chars().count() <= LONGEST).then_some(names)
}

/// `1–5`, or each where they are no whole numbers in a row.
fn values(scale: &Scale, lang: Lang) -> String {
    let told = |value: f64| words::level(lang, value);
    let named: Vec<f64> = scale.levels().iter().map(|it| it.value).collect();
    let in_a_row = named
        .windows(2)
        .all(|it| (it[1] - it[0] - 1.0).abs() <= TOLERANCE);
    if in_a_row {
        return format!("{}–{}", told(scale.min()), told(scale.max()));
    }
    let all: Vec<String> = named.into_iter().map(told).collect();
    // A decimal comma needs another sign between two numbers.
    all.join(if all.iter().any(|it| it.contains(',')) {
        "; "
    } else {
        ", "
    })
}

#[derive(Clone, Copy)]
struct Asked<'a> {
    guide: &'a Guide,
    node: usize,
    indicator: &'a Indicator,
    lang: Lang,
}

impl Asked<'_> {
    fn framework(&self) -> &Framework {
        self.guide.framework()
    }

    /// `12 dari 47 · Judul (i12)`.
    fn title(&self) -> String {
        let node = &self.framework().nodes()[self.node];
        let all = self.guide.progress().all;
        let position = label::guide_position(self.lang, self.guide.number(), all);
        let title = words::leaf_title(self.lang, node);
        let mut out = format!("{position} · {title} ({})", node.id());
        if self.guide.is_again() {
            out.push_str(&format!(" · {}", label::guide_again(self.lang)));
        }
        out
    }

    /// `Domain › Aspek · 1,3% dari Indeks SPBE`.
    fn path(&self) -> String {
        let (framework, lang) = (self.framework(), self.lang);
        let nodes = framework.nodes();
        let mut groups = Vec::new();
        let mut above = nodes[self.node].parent();
        while let Some(at) = above.filter(|it| *it > 0) {
            groups.push(nodes[at].title().get(lang));
            above = nodes[at].parent();
        }
        groups.reverse();
        let path = groups.join(" › ");
        let share = shares(framework)[self.node].map(|share| {
            let share = format!("{}%", short_number(100.0 * share, 2, lang));
            label::share_of_whole(&words::wording(lang, framework), share)
        });
        let parts = Some(path).filter(|it| !it.is_empty()).into_iter();
        parts.chain(share).collect::<Vec<_>>().join(" · ")
    }

    fn first(&self) -> Document {
        let lang = self.lang;
        let mut blocks = Vec::new();
        let question = self.indicator.question.as_ref().map(|it| it.get(lang));
        blocks.extend(question.map(|it| Block::Paragraph(it.to_owned())));
        let levels = self.levels();
        if !levels.is_empty() {
            blocks.push(Block::heading(words::level_heading(lang, self.framework())));
            blocks.push(Block::List(levels));
        }
        let about = self.about();
        if !about.is_empty() {
            blocks.push(Block::List(about));
        }
        let commands = match self.indicator.allow_na {
            true => label::guide_commands_na(lang),
            false => label::guide_commands(lang),
        };
        blocks.push(Block::Paragraph(commands.to_owned()));
        Document {
            lang,
            title: self.title(),
            subtitle: self.path(),
            blocks,
        }
    }

    /// The answer that stands in the file.
    fn now(&self) -> Option<String> {
        let said = self.guide.said(self.node);
        let (text, unit) = said.answer?;
        let answer = match (said.level, unit) {
            (Some(level), None) => self.named(level),
            (_, unit) => {
                let number = text.parse().ok();
                let text =
                    number.map_or_else(|| text.to_owned(), |it| short_number(it, 6, self.lang));
                let parts = [Some(text.as_str()), unit].into_iter().flatten();
                parts.collect::<Vec<_>>().join(" ")
            }
        };
        Some(label::guide_now_line(self.lang, answer))
    }

    /// What each level means, lowest first.
    fn levels(&self) -> Vec<String> {
        let scale = &self.framework().scales()[self.indicator.scale];
        let is_needed =
            self.indicator.has_levels() && names_alone(self.indicator, scale, self.lang).is_none();
        if !is_needed {
            return Vec::new();
        }
        let texts = &self.indicator.level_text;
        let steps = texts.len().max(scale.levels().len());
        let line = |step: usize| {
            let name = level_name(scale, scale.value_at(step), self.lang);
            match texts.get(step).map(|it| it.get(self.lang)) {
                Some(text) => format!("{name}: {text}"),
                None => name,
            }
        };
        (0..steps).map(line).collect()
    }

    /// Who measures it, what was answered before, what stands now.
    fn about(&self) -> Vec<String> {
        let (indicator, lang) = (self.indicator, self.lang);
        let mut lines = Vec::new();
        lines.extend(
            indicator
                .fed_by
                .iter()
                .map(|it| label::fed_by_line(lang, it)),
        );
        if indicator.external {
            lines.push(label::guide_external(lang).to_owned());
        }
        if indicator.kind.lists_things() {
            lines.push(label::guide_count_about(lang).to_owned());
        }
        let index = indicator.lookup.as_ref();
        lines.extend(index.map(|it| label::guide_help_index(lang, &it.unit)));
        if let Some(value) = indicator.until_issued {
            let value = words::level(lang, value);
            lines.push(label::guide_until_issued(lang, value));
        }
        if let Some(earlier) = self.guide.earlier() {
            let result = &earlier.assessment.nodes[self.node];
            let answer = self.answered(result);
            lines.push(label::guide_before_line(
                lang,
                before(earlier, lang),
                answer,
            ));
            let note = earlier
                .note(self.node)
                .map(|it| shortened(it, LONGEST_NOTE));
            lines.extend(note.map(|it| label::guide_note_line(lang, it)));
        }
        let said = self.guide.said(self.node);
        if let Some(answer) = self.now() {
            lines.push(answer);
            lines.extend(said.note.map(|it| label::guide_note_line(lang, it)));
        }
        lines
    }

    /// A value on the scale with its name.
    fn named(&self, value: f64) -> String {
        let scale = &self.framework().scales()[self.indicator.scale];
        let name = scale.label_of(value).map(|it| it.get(self.lang));
        let value = words::level(self.lang, value);
        match name {
            Some(name) if self.indicator.kind.is_told_by_name() => name.to_owned(),
            Some(name) => format!("{value} {name}"),
            None => value,
        }
    }

    /// An earlier result as it was answered.
    fn answered(&self, result: &NodeResult) -> String {
        let (indicator, lang) = (self.indicator, self.lang);
        match result.answer() {
            Some(value) if indicator.has_levels() => self.named(value),
            Some(value) => {
                let number = short_number(value, 4, lang);
                let unit = indicator.unit.as_ref().map(|it| it.get(lang));
                [Some(&*number), unit]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" ")
            }
            None if result.supporting + result.inhibiting + result.neutral > 0 => {
                let counted = [
                    (result.supporting, label::supporting(lang)),
                    (result.inhibiting, label::inhibiting(lang)),
                    (result.neutral, label::neutral(lang)),
                ];
                let counted = counted.iter().filter(|it| it.0 > 0);
                let told = counted.map(|(count, word)| format!("{count} {word}"));
                told.collect::<Vec<_>>().join(", ")
            }
            None if result.statements == 0 => label::guide_not_answered(lang).to_owned(),
            None => words::reason(&words::wording(lang, self.framework()), result.reason),
        }
    }

    fn items(&self) -> Document {
        let (framework, lang) = (self.framework(), self.lang);
        let earlier = self.guide.earlier();
        let asked = self.guide.items();
        let rows = asked.iter().enumerate().map(|(at, (position, item))| {
            let status = |it| Cell::text(words::item_status(lang, it));
            let before = earlier.and_then(|it| it.status(self.node, *position));
            let now = self.guide.status(*position);
            vec![
                Cell::count(at + 1),
                Cell::text(item.code.as_str()),
                Cell::level(item.level),
                Cell::text(item.text.get(lang)),
                before.map_or_else(Cell::empty, |it| status(Some(it))),
                now.map_or_else(Cell::empty, |it| status(Some(it))),
            ]
        });
        let table = Table {
            columns: vec![
                Column::number("number", label::guide_item_number(lang)),
                Column::text("code", label::id(lang)),
                Column::number("level", label::level(lang)),
                Column::text("text", words::item_heading(lang, framework)),
                Column::text(
                    "before",
                    earlier.map_or_else(String::new, |it| before(it, lang)),
                ),
                Column::text("now", label::guide_item_now(lang)),
            ],
            rows: rows.collect(),
        };
        let is_empty =
            |id: &str, cell: &Cell| ["before", "now"].contains(&id) && *cell == Cell::empty();
        let table = table.without(is_empty);
        let known = asked.iter().any(|it| self.guide.status(it.0).is_some());
        let how = match known {
            true => label::guide_items_prompt_kept(lang),
            false => label::guide_items_prompt(lang),
        };
        document(
            lang,
            vec![Block::Table(table), Block::Paragraph(how.to_owned())],
        )
    }

    fn note(&self) -> Document {
        let note = self.guide.said(self.node).note;
        let lines = note.map(|it| Block::Paragraph(label::guide_note_line(self.lang, it)));
        document(self.lang, lines.into_iter().collect())
    }
}

/// `2025`, or that it was before.
fn before(earlier: &Earlier, lang: Lang) -> String {
    let wave = earlier.wave.clone();
    wave.unwrap_or_else(|| label::guide_before(lang).to_owned())
}
