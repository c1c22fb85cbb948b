//! Strict TOML: every unknown key, wrong type and missing key of a file, each with its place.
//!
//! `serde` stops at the first mistake. A file that does not load is therefore walked once more
//! against the JSON Schema of the very types it should load into, and every difference is told.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use crate::problem::{Place, Problem, sort_by_place, suggest};
use crate::text::{Sentence, Text, either, label, list, say};

use super::toml_help;

/// Loads `text` as a `T`.
///
/// # Errors
/// Every mistake found: bad TOML, unknown or missing keys, wrong types, unknown words.
pub fn parse<T: DeserializeOwned + JsonSchema>(text: &str, name: &str) -> Result<T, Vec<Problem>> {
    let error = match toml::from_str::<T>(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let (table, syntax) = DeTable::parse_recoverable(text);
    let mut walk = Walk {
        text,
        name,
        schema: schemars::schema_for!(T).to_value(),
        key: String::new(),
        in_list: false,
        problems: Vec::new(),
    };
    let schema = walk.schema.clone();
    let lists = walk.lists(&schema);
    let lists: Vec<&str> = lists.iter().map(String::as_str).collect();
    let mut told = BTreeSet::new();
    for mistake in &syntax {
        let span = mistake.span().unwrap_or(0..0);
        let (line, number) = line_at(text, span.start);
        // What follows from a first mistake of a line is no other mistake.
        if told.insert(number) {
            let problem = toml_help::broken(text, number, line, mistake.message(), &lists);
            // What stands twice only because its section does has been told with the section.
            if problem.code != "toml_duplicate" || walk.problems.is_empty() {
                walk.tell(&span, problem);
            }
        }
    }
    if walk.problems.is_empty() {
        walk.table(table.get_ref(), &table.span(), &schema);
    }
    if walk.problems.is_empty() {
        let span = error.span().unwrap_or(0..0);
        walk.tell(&span, Problem::error(say::toml_value(error.message())));
    }
    sort_by_place(&mut walk.problems);
    Err(walk.problems)
}

type Span = std::ops::Range<usize>;

struct Walk<'a> {
    text: &'a str,
    name: &'a str,
    schema: Value,
    /// The key whose value is looked at.
    key: String,
    /// Whether what is looked at is one of a list.
    in_list: bool,
    problems: Vec<Problem>,
}

/// The line in which a byte stands, and its number from 0.
fn line_at(text: &str, at: usize) -> (&str, usize) {
    let before = text.get(..at).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |it| it + 1);
    let rest = &text[start..];
    let line = rest.split('\n').next().unwrap_or_default();
    (line, before.matches('\n').count())
}

impl Walk<'_> {
    fn tell(&mut self, span: &Span, problem: Problem) {
        let place = Place::in_text(self.name, self.text, span.start, span.end);
        self.problems.push(problem.at(place));
    }

    fn resolved(&self, schema: &Value) -> Value {
        let target = schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|path| self.schema.pointer(path.trim_start_matches('#')));
        target.unwrap_or(schema).clone()
    }

    /// The keys at any depth whose values are lists of tables.
    fn lists(&self, schema: &Value) -> Vec<String> {
        let mut out = Vec::new();
        let objects = schema.get("$defs").and_then(Value::as_object);
        let all = std::iter::once(schema).chain(objects.into_iter().flat_map(Map::values));
        for (name, schema) in all
            .filter_map(|it| it.get("properties")?.as_object())
            .flatten()
        {
            let items = schema.get("items").map(|it| self.resolved(it));
            if allows(schema, "array") && items.is_some_and(|it| allows(&it, "object")) {
                out.push(name.clone());
            }
        }
        out
    }

    /// What would mend a value of another type than wanted.
    fn mend(&self, value: &DeValue, span: &Span, schema: &Value) -> Option<Sentence> {
        let key = self.key.as_str();
        let written = self.text.get(span.clone()).unwrap_or_default();
        let is_short = !written.contains('\n') && written.chars().count() <= 60;
        match value {
            DeValue::Table(table) if allows(schema, "array") => {
                let items = schema.get("items").map(|it| self.resolved(it));
                let in_languages = table
                    .keys()
                    .all(|it| ["id", "en"].contains(&&**it.get_ref()));
                if !table.is_empty() && in_languages {
                    Some(say::toml_languages_inside(key))
                } else if items.is_some_and(|it| allows(&it, "object")) {
                    Some(say::toml_tables(key))
                } else {
                    None
                }
            }
            _ if allows(schema, "array") && is_short => {
                Some(say::toml_line(format!("{key} = [{written}]")))
            }
            DeValue::String(word) if allows(schema, "number") || allows(schema, "integer") => {
                let number = toml_help::as_number(word)?;
                Some(say::toml_line(format!("{key} = {number}")))
            }
            DeValue::String(word) if allows(schema, "boolean") => {
                let word = match word.to_lowercase().as_str() {
                    "true" | "ya" | "yes" => "true",
                    "false" | "tidak" | "no" => "false",
                    _ => return None,
                };
                Some(say::toml_line(format!("{key} = {word}")))
            }
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_)
                if allows(schema, "string") && is_short =>
            {
                Some(say::toml_line(format!("{key} = \"{written}\"")))
            }
            _ => None,
        }
    }

    fn value(&mut self, value: &DeValue, span: &Span, schema: &Value) {
        let schema = self.resolved(schema);
        if let Some(words) = words(&schema) {
            let found = value.as_str().unwrap_or(value.type_str());
            if !words.iter().any(|word| word == found) {
                let near = suggest(found, words.iter().map(String::as_str));
                let problem = Problem::error(say::unknown_word(found, list(&words)))
                    .maybe_help(near.map(say::did_you_mean));
                self.tell(span, problem);
            }
            return;
        }
        if let Some(ways) = ways(&schema) {
            self.any_of(value, span, ways);
            return;
        }
        match value {
            DeValue::Table(table) if allows(&schema, "object") => self.table(table, span, &schema),
            DeValue::Array(array) if allows(&schema, "array") => {
                if let Some(items) = schema.get("items") {
                    let before = std::mem::replace(&mut self.in_list, true);
                    for item in array.iter() {
                        self.value(item.get_ref(), &item.span(), items);
                    }
                    self.in_list = before;
                }
            }
            _ if type_words(value).iter().any(|word| allows(&schema, word)) => {}
            _ => {
                let help = self.mend(value, span, &schema).or_else(|| {
                    let line = example(&self.key, &schema)?;
                    (!self.in_list).then(|| say::wrong_type_help(line))
                });
                self.tell_type(span, &wanted(&schema), help);
            }
        }
    }

    fn tell_type(&mut self, span: &Span, wanted: &Text, help: Option<Sentence>) {
        let sentence = match self.in_list {
            true => say::wrong_type_in_list(&self.key, wanted),
            false => say::wrong_type(&self.key, wanted),
        };
        self.tell(span, Problem::error(sentence).maybe_help(help));
    }

    /// Takes the first alternative that fits; else the problems of the one of the same shape.
    fn any_of(&mut self, value: &DeValue, span: &Span, ways: &[Value]) {
        let before = self.problems.len();
        let mut closest: Option<Vec<Problem>> = None;
        for way in ways {
            self.value(value, span, way);
            let told = self.problems.split_off(before);
            if told.is_empty() {
                return;
            }
            let way = self.resolved(way);
            if type_words(value).iter().any(|word| allows(&way, word)) || closest.is_none() {
                closest = Some(told);
            }
        }
        let ways: Vec<Value> = ways.iter().map(|it| self.resolved(it)).collect();
        let is_simple = !matches!(value, DeValue::Table(_) | DeValue::Array(_));
        let is_free = |it: &Value| {
            let fits = type_words(value).iter().any(|word| allows(it, word));
            fits && words(it).is_none()
        };
        let wanted: Vec<Text> = ways
            .iter()
            .map(choice)
            .filter(|it| !it.is_empty())
            .collect();
        if is_simple && wanted.len() > 1 && !ways.iter().any(is_free) {
            let [id, en] = [0, 1].map(|lang| either(wanted.iter().map(|it| it.both()[lang])));
            let wanted = Text::new(id.both()[0], en.both()[1]);
            self.tell_type(span, &wanted, None);
            return;
        }
        self.problems.extend(closest.unwrap_or_default());
    }

    fn table(&mut self, table: &DeTable, span: &Span, schema: &Value) {
        let none = Map::new();
        let known = schema
            .get("properties")
            .and_then(Value::as_object)
            .unwrap_or(&none);
        let others = schema.get("additionalProperties");
        for (key, value) in table {
            let word: &str = key.get_ref();
            match (known.get(word), others) {
                (Some(schema), _) => {
                    word.clone_into(&mut self.key);
                    self.in_list = false;
                    self.value(value.get_ref(), &value.span(), schema);
                }
                (None, Some(schema)) if schema.is_object() => {
                    word.clone_into(&mut self.key);
                    self.in_list = false;
                    self.value(value.get_ref(), &value.span(), schema);
                }
                _ => {
                    let near = suggest(word, known.keys().map(String::as_str));
                    let help = match near {
                        Some(near) => say::did_you_mean(near),
                        None => say::known_keys(list(known.keys())),
                    };
                    let problem = Problem::error(say::unknown_key(word)).help(help);
                    self.tell(&key.span(), problem);
                }
            }
        }
        let required = schema.get("required").and_then(Value::as_array);
        for key in required.into_iter().flatten().filter_map(Value::as_str) {
            if !table.keys().any(|found| found.get_ref() == key) {
                let line = known.get(key).map(|it| self.resolved(it));
                let line = line.and_then(|it| example(key, &it));
                let problem = Problem::error(say::missing_key(key));
                self.tell(span, problem.maybe_help(line.map(say::missing_key_help)));
            }
        }
    }
}

/// The words of an enumeration, if the schema is one.
fn words(schema: &Value) -> Option<Vec<String>> {
    let one = |value: &Value| value.as_str().map(str::to_owned);
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return words.iter().map(one).collect();
    }
    if let Some(word) = schema.get("const") {
        return Some(vec![one(word)?]);
    }
    let all: Option<Vec<_>> = ways(schema)?.iter().map(words).collect();
    Some(all?.concat())
}

fn ways(schema: &Value) -> Option<&[Value]> {
    let ways = schema.get("anyOf").or_else(|| schema.get("oneOf"))?;
    ways.as_array().map(Vec::as_slice)
}

fn allows(schema: &Value, wanted: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(word)) => word == wanted,
        Some(Value::Array(words)) => words.iter().any(|word| word == wanted),
        _ => false,
    }
}

/// The types that a schema allows, in words.
fn wanted(schema: &Value) -> Text {
    let names: Vec<&str> = match schema.get("type") {
        Some(Value::String(word)) => vec![word],
        Some(Value::Array(words)) => words.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let words = names
        .iter()
        .filter(|name| **name != "null")
        .map(|name| type_word(name));
    let both: Vec<[String; 2]> = words.map(|it| it.both().map(str::to_owned)).collect();
    Text::new(
        list(both.iter().map(|[id, _]| id)),
        list(both.iter().map(|[_, en]| en)),
    )
}

/// One of several alternatives in words: `true or false`, `"self"`.
fn choice(schema: &Value) -> Text {
    match words(schema) {
        Some(words) => either(words.iter().map(|it| format!("\"{it}\""))),
        None => wanted(schema),
    }
}

/// A line that sets `key` to something of the wanted type.
fn example(key: &str, schema: &Value) -> Option<String> {
    let value = match words(schema) {
        Some(words) => format!("\"{}\"", words.first()?),
        _ if allows(schema, "boolean") => "true".to_owned(),
        _ if allows(schema, "integer") || allows(schema, "number") => "2".to_owned(),
        _ if allows(schema, "string") => "\"…\"".to_owned(),
        _ => return None,
    };
    Some(format!("{key} = {value}"))
}

/// A type of JSON Schema in the words of people who write TOML.
fn type_word(name: &str) -> Text {
    match name {
        "string" => label::both(label::type_text),
        "integer" => label::both(label::type_integer),
        "number" => label::both(label::type_number),
        "boolean" => label::both(label::type_boolean),
        "array" => label::both(label::type_list),
        "object" => label::both(label::type_table),
        _ => label::both(label::type_date),
    }
}

fn type_words(value: &DeValue) -> &'static [&'static str] {
    match value {
        DeValue::String(_) => &["string"],
        DeValue::Integer(_) => &["integer", "number"],
        DeValue::Float(_) => &["number"],
        DeValue::Boolean(_) => &["boolean"],
        DeValue::Datetime(_) => &[],
        DeValue::Array(_) => &["array"],
        DeValue::Table(_) => &["object"],
    }
}
