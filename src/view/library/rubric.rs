//! What a framework asks of its indicators: question, levels, evidence, what other bodies measure, advice.

use crate::framework::{Addressee, Framework, Indicator, Item, Lookup, Recommend};
use crate::stats::TOLERANCE;
use crate::text::{Lang, label, list_apart, short_number};
use crate::view::{Block, words};

use super::parts::{level_name, level_names};

/// What is asked of the indicators among `shown`, one list for each.
pub(super) fn all(framework: &Framework, shown: &[usize], lang: Lang, blocks: &mut Vec<Block>) {
    let indicators = framework.indicators();
    for (_, node, indicator) in indicators.filter(|(at, ..)| shown.contains(at)) {
        let asked = Asked {
            framework,
            indicator,
            lang,
        };
        let mut lines: Vec<String> = asked.question().into_iter().collect();
        let levels = asked.levels();
        lines.extend(levels.into_iter().flat_map(|level| {
            let items = level.items.into_iter().map(|it| asked.item(it));
            level.text.into_iter().chain(items)
        }));
        lines.extend(asked.rest());
        if !lines.is_empty() {
            let heading = format!("{} ({})", node.title().get(lang), node.id());
            blocks.push(Block::heading(heading));
            blocks.push(Block::List(lines));
        }
    }
}

/// What is asked of one indicator, as whoever fills it in reads it: the question, each level with what
/// proves it, then the rest.
pub(super) fn one(
    framework: &Framework,
    indicator: &Indicator,
    lang: Lang,
    blocks: &mut Vec<Block>,
) {
    let asked = Asked {
        framework,
        indicator,
        lang,
    };
    blocks.extend(asked.question().map(Block::Paragraph));
    let heading = words::level_heading(lang, framework);
    let levels = asked.levels();
    let scale = &framework.scales()[indicator.scale];
    if levels.is_empty() && indicator.has_levels() && !scale.levels().is_empty() {
        blocks.push(Block::heading(heading.to_owned()));
        blocks.push(level_names(scale, lang));
    } else if levels.iter().all(|it| it.items.is_empty()) {
        let texts: Vec<String> = levels.into_iter().filter_map(|it| it.text).collect();
        if !texts.is_empty() {
            blocks.push(Block::heading(heading.to_owned()));
            blocks.push(Block::List(texts));
        }
    } else {
        for level in levels {
            let name = level.text.unwrap_or_else(|| level.name.clone());
            blocks.push(Block::heading(name));
            let items = level.items.iter().map(|it| asked.item(it));
            blocks.push(Block::List(items.collect()));
        }
    }
    let rest = asked.rest();
    if !rest.is_empty() {
        blocks.push(Block::heading(label::further(lang)));
        blocks.push(Block::List(rest));
    }
}

/// A level of an indicator.
struct AskedLevel<'a> {
    /// `3`.
    name: String,
    /// `3 Berkembang (2,5–3,5): …`; none where the framework has no text for it.
    text: Option<String>,
    /// The evidence items that it needs.
    items: Vec<&'a Item>,
}

#[derive(Clone, Copy)]
struct Asked<'a> {
    framework: &'a Framework,
    indicator: &'a Indicator,
    lang: Lang,
}

impl<'a> Asked<'a> {
    fn question(self) -> Option<String> {
        let question = self.indicator.question.as_ref()?.get(self.lang);
        Some(format!("{}: {question}", label::question(self.lang)))
    }

    /// The levels that have a text or an evidence item, lowest first.
    fn levels(self) -> Vec<AskedLevel<'a>> {
        let lang = self.lang;
        let scale = &self.framework.scales()[self.indicator.scale];
        let mut values: Vec<f64> = (0..self.indicator.level_text.len())
            .map(|step| scale.value_at(step))
            .collect();
        values.extend(self.indicator.items.iter().map(|it| it.level));
        values.sort_by(f64::total_cmp);
        values.dedup_by(|a, b| (*a - *b).abs() <= TOLERANCE);
        let texts = self.indicator.level_text.iter().enumerate();
        let texts: Vec<(f64, &str)> = texts
            .map(|(step, it)| (scale.value_at(step), it.get(lang)))
            .collect();
        let level = |value: f64| {
            let is_it = |other: f64| (other - value).abs() <= TOLERANCE;
            let name = level_name(scale, value, lang);
            let text = texts.iter().find(|(of, _)| is_it(*of));
            let items = self.indicator.items.iter();
            AskedLevel {
                text: text.map(|(_, text)| match name.contains(' ') {
                    true => format!("{name}: {text}"),
                    false => format!("{name}  {text}"),
                }),
                name,
                items: items.filter(|it| is_it(it.level)).collect(),
            }
        };
        values.into_iter().map(level).collect()
    }

    fn item(self, item: &Item) -> String {
        let name = words::item_heading(self.lang, self.framework);
        format!("{name} {}: {}", item.code, item.text.get(self.lang))
    }

    /// What else is said of it: who measures it, what is doubtful, what proves it, advice.
    fn rest(self) -> Vec<String> {
        let Self {
            indicator, lang, ..
        } = self;
        let mut lines = Vec::new();
        if let Some(by) = &indicator.fed_by {
            lines.push(label::fed_by_line(lang, by));
        }
        if indicator.external {
            lines.push(words::capital(label::external(lang)));
        }
        if let Some(lookup) = &indicator.lookup {
            lines.push(self.lookup(lookup));
        }
        if let Some(value) = indicator.until_issued {
            let value = words::level(lang, value);
            lines.push(label::until_issued_line(lang, value));
        }
        if !indicator.evidence.is_empty() {
            let evidence = indicator.evidence.iter().map(|it| it.get(lang));
            let evidence: Vec<&str> = evidence.collect();
            lines.push(format!(
                "{}: {}.",
                label::evidence(lang),
                evidence.join("; ")
            ));
        }
        // Where all advice is from one, that is said once.
        let mut sources = indicator.recommend.iter().map(|it| &it.source);
        let first = sources.next();
        let source = first.filter(|first| sources.all(|it| it == *first));
        let source = source.and_then(Option::as_ref);
        let advice = indicator.recommend.iter();
        lines.extend(advice.map(|it| self.advice(it, source.is_none())));
        lines.extend(source.map(|it| label::advice_from(lang, it)));
        if let Some(note) = &indicator.note {
            lines.push(format!("{}: {}", label::note(lang), note.get(lang)));
        }
        lines
    }

    fn lookup(self, lookup: &Lookup) -> String {
        let lang = self.lang;
        let number = |it: f64| short_number(it, 4, lang);
        let mut line = match &lookup.line {
            Some(points) => {
                let points = points.iter();
                let points =
                    points.map(|(of, value)| format!("{} → {}", number(*of), number(*value)));
                label::lookup_points(lang, &lookup.unit, list_apart(points))
            }
            None => {
                let steps = lookup.steps.iter();
                let steps = steps.map(|(from, level)| {
                    format!("{} ≥ {}", words::level(lang, *level), number(*from))
                });
                label::lookup_line(
                    &words::wording(lang, self.framework),
                    &lookup.unit,
                    list_apart(steps),
                )
            }
        };
        if let Some(note) = &lookup.note {
            line.push_str(&format!(" ({})", note.get(lang)));
        }
        line
    }

    fn advice(self, advice: &Recommend, names_source: bool) -> String {
        let lang = self.lang;
        let when = match advice.below {
            Some(below) => self.towards(below),
            None => format!(
                "{} {}",
                label::advice(lang),
                label::at_any_level(&words::wording(lang, self.framework))
            ),
        };
        let to = match advice.to {
            Some(Addressee::Province) => format!(", {}", label::to_provinces(lang)),
            Some(Addressee::Local) => format!(", {}", label::to_local(lang)),
            None => String::new(),
        };
        let source = match advice.source.as_ref().filter(|_| names_source) {
            Some(source) => format!(" ({})", source.get(lang)),
            None => String::new(),
        };
        let text = advice.text.get(lang);
        format!("{when}{to}: {text}{source}")
    }

    /// Advice that holds below a value leads to the level that begins, or where levels are bands of values
    /// ends, there.
    fn towards(self, below: f64) -> String {
        let lang = self.lang;
        let scale = &self.framework.scales()[self.indicator.scale];
        let ends_there = |level: f64| match scale.band_of_level(level) {
            Some((_, end)) => (end - below).abs() <= TOLERANCE,
            None => (level - below).abs() <= TOLERANCE,
        };
        let named = scale.levels().iter().map(|it| it.value);
        match named.into_iter().find(|it| ends_there(*it)) {
            Some(level) if self.indicator.is_better_higher() => {
                let mut name = words::level(lang, level);
                if let Some(label) = scale.label_of(level) {
                    name.push(' ');
                    name.push_str(label.get(lang));
                }
                label::advice_towards(lang, name)
            }
            _ => {
                let below = words::level(lang, below);
                format!("{} {} {below}", label::advice(lang), label::below(lang))
            }
        }
    }
}
