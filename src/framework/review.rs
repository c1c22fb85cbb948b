//! What whoever writes a framework wants to know beyond whether it holds together: texts whose two
//! languages differ in a number, indicators that cannot be answered from the file alone, names that rows
//! cannot use, and what is not said about where it comes from.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::problem::{Place, Problem};
use crate::text::{Lang, Sentence, list, say};

use super::kind::Kind;
use super::model::Framework;

/// Warnings about a `framework` that was loaded from the `text` of the file `name`: about the whole, then
/// about its indicators and names, then about its texts.
#[must_use]
pub fn review(text: &str, name: &str, framework: &Framework) -> Vec<Problem> {
    // Whoever has the framework has read the text before.
    let Ok(table) = DeTable::parse(text) else {
        return Vec::new();
    };
    let mut review = Review {
        text,
        name,
        problems: Vec::new(),
    };
    let table = table.get_ref();
    review.origin(table);
    let spans = spans(table);
    review.answerable(framework, &spans);
    review.names(framework, &spans);
    for value in table.values() {
        review.languages(value.get_ref());
    }
    review.problems
}

/// Where the ids of groups and indicators stand.
type Spans = BTreeMap<String, Range<usize>>;

fn spans(table: &DeTable<'_>) -> Spans {
    let lists = ["group", "indicator"]
        .into_iter()
        .filter_map(|key| table.get(key));
    let members = lists.filter_map(|it| it.get_ref().as_array()).flatten();
    let ids = members.filter_map(|it| it.get_ref().get("id"));
    let named = ids.filter_map(|id| Some((id.get_ref().as_str()?.to_owned(), id.span())));
    named.collect()
}

struct Review<'a> {
    text: &'a str,
    name: &'a str,
    problems: Vec<Problem>,
}

impl Review<'_> {
    fn tell(&mut self, span: Option<&Range<usize>>, sentence: Sentence, help: Option<Sentence>) {
        let mut problem = Problem::warning(sentence).maybe_help(help);
        if let Some(span) = span {
            problem = problem.at(Place::in_text(self.name, self.text, span.start, span.end));
        }
        self.problems.push(problem);
    }

    /// Whether the file says whose instrument it is and where it comes from.
    fn origin(&mut self, table: &DeTable<'_>) {
        let id = table.get("id").map(|it| it.span());
        if !table.contains_key("standing") {
            let help = Some(say::standing_unsaid_help());
            self.tell(id.as_ref(), say::standing_unsaid(), help);
        }
        let sources = table.get("sources").and_then(|it| it.get_ref().as_array());
        if sources.is_none_or(|it| it.is_empty()) {
            self.tell(id.as_ref(), say::sources_unsaid(), None);
        }
    }

    /// Whether every scored level of a framework that has level texts can be answered from it alone.
    fn answerable(&mut self, framework: &Framework, spans: &Spans) {
        let asked: Vec<_> = framework
            .indicators()
            .filter(|(.., it)| it.kind == Kind::Level && it.is_scored())
            .collect();
        if asked.iter().all(|(.., it)| it.level_text.is_empty()) {
            return;
        }
        for (_, node, indicator) in asked {
            if indicator.question.is_none() {
                let sentence = say::question_missing(node.id());
                self.tell(spans.get(node.id()), sentence, None);
            }
            if indicator.level_text.is_empty() {
                let sentence = say::level_text_missing(node.id());
                self.tell(spans.get(node.id()), sentence, None);
            }
        }
    }

    /// Aliases that are the title of another node: rows cannot use either.
    fn names(&mut self, framework: &Framework, spans: &Spans) {
        let nodes = framework.nodes().iter().skip(1);
        let titles: BTreeMap<String, &str> = nodes
            .clone()
            .flat_map(|node| node.title().both().map(|it| (it.to_lowercase(), node.id())))
            .collect();
        for node in nodes {
            for alias in node.aliases() {
                let other = titles.get(&alias.to_lowercase());
                if let Some(other) = other.filter(|it| **it != node.id()) {
                    let sentence = say::alias_is_title(alias, node.id(), other);
                    self.tell(spans.get(node.id()), sentence, None);
                }
            }
        }
    }

    /// Texts of which one language has a number that the other has not.
    fn languages(&mut self, value: &DeValue<'_>) {
        if let Some(members) = value.as_array() {
            members.iter().for_each(|it| self.languages(it.get_ref()));
        }
        let Some(table) = value.as_table() else {
            return;
        };
        let is_text = table.len() == 2 && table.contains_key("id") && table.contains_key("en");
        let texts = |key: &str| {
            let value = table.get(key)?;
            let members = match value.get_ref().as_array() {
                Some(members) => members.iter().collect(),
                None => vec![value],
            };
            let texts = members
                .into_iter()
                .map(|it| Some((it.get_ref().as_str()?, it.span())));
            texts.collect::<Option<Vec<_>>>()
        };
        match (texts("id"), texts("en")) {
            (Some(id), Some(en)) if is_text => {
                for ((id, _), (en, span)) in id.into_iter().zip(en) {
                    self.numbers((id, en), &span);
                }
            }
            _ => table.values().for_each(|it| self.languages(it.get_ref())),
        }
    }

    fn numbers(&mut self, (id, en): (&str, &str), span: &Range<usize>) {
        let (id, en) = (numbers(id, Lang::Id), numbers(en, Lang::En));
        let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
            list(one.difference(other).map(String::as_str))
        };
        let sentence = match (id.is_subset(&en), en.is_subset(&id)) {
            (true, true) => return,
            (true, false) => say::numbers_only_english(only(&en, &id)),
            (false, true) => say::numbers_only_indonesian(only(&id, &en)),
            (false, false) => say::numbers_differ(only(&id, &en), only(&en, &id)),
        };
        self.tell(Some(span), sentence, None);
    }
}

/// The numbers of a text as it writes them in its language (`1.233` and `12,5` in Indonesian), each with
/// a decimal point and without zeros at its end. What is part of a word, such as `i03`, is no number.
fn numbers(text: &str, lang: Lang) -> BTreeSet<String> {
    let (point, group) = match lang {
        Lang::Id => (',', '.'),
        Lang::En => ('.', ','),
    };
    let is_part = |it: char| it.is_ascii_digit() || it == '.' || it == ',';
    let mut out = BTreeSet::new();
    let mut before = ' ';
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if !first.is_ascii_digit() {
            (before, rest) = (first, &rest[first.len_utf8()..]);
            continue;
        }
        let end = rest.find(|it| !is_part(it)).unwrap_or(rest.len());
        let (token, behind) = rest.split_at(end);
        if !before.is_alphabetic() {
            out.insert(canonical(token.trim_end_matches(['.', ',']), point, group));
        }
        (before, rest) = ('0', behind);
    }
    out
}

fn canonical(token: &str, point: char, group: char) -> String {
    let (whole, part) = match token.rsplit_once(point) {
        Some((whole, part)) => (whole, Some(part)),
        None => (token, None),
    };
    let mut groups = whole.split(group).skip(1).peekable();
    let is_grouped = groups.peek().is_some() && groups.all(|it| it.len() == 3);
    match (is_grouped, part) {
        (true, Some(part)) => trimmed(&format!("{}.{part}", whole.replace(group, ""))),
        (true, None) => whole.replace(group, ""),
        // Versions and codes keep their points in every language: `5.0`, `1.2`.
        (false, _) => trimmed(&token.replace(',', ".")),
    }
}

/// Without zeros at the end of a decimal fraction.
fn trimmed(number: &str) -> String {
    match number.contains('.') {
        true => number
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned(),
        false => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_the_way_of_their_language() {
        let of = |text: &str, lang| {
            numbers(text, lang)
                .into_iter()
                .collect::<Vec<_>>()
                .join(" ")
        };
        for (id, en) in [
            ("1.233 dari 1.234", "1,233 of 1,234"),
            ("12,5 sampai 37,50", "12.5 to 37.5"),
            ("Indeks KAMI 5.0, i03", "Indeks KAMI 5.0, i07"),
            ("PermenPANRB 59/2020.", "PermenPANRB 59/2020"),
            ("nilai 10–15; 3,31.", "score 10-15, 3.31"),
            ("1.000,50", "1,000.5"),
        ] {
            assert_eq!(of(id, Lang::Id), of(en, Lang::En), "{id}");
        }
        assert_eq!(of("1.233 dan 12,50", Lang::Id), "12.5 1233");
        assert_ne!(of("90 persen", Lang::Id), of("95 percent", Lang::En));
    }
}
