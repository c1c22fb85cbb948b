//! The part of `docs/formats.md` about JSON and CSV is what the schemas say.

use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use crate::run::{root, siap};

pub(crate) const PAGE: &str = "docs/formats.md";

/// A part of the page that is made.
pub(crate) struct Part {
    pub(crate) begin: &'static str,
    pub(crate) end: &'static str,
}

const PART: Part = Part {
    begin: "<!-- made from `siap schema`: begin -->\n",
    end: "<!-- made from `siap schema`: end -->\n",
};

/// Holds a part of the page against what it must be; with `SIAP_WRITE_DOCS` writes it, after a look at
/// what changed.
pub(crate) fn bring_up_to_date(part: &Part, made: &str) {
    // Two parts of one page are never written at once.
    static WRITING: Mutex<()> = Mutex::new(());
    let _lock = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let page = std::fs::read_to_string(root().join(PAGE)).expect("the page");
    let (head, rest) = page.split_once(part.begin).expect("where it begins");
    let (found, tail) = rest.split_once(part.end).expect("where it ends");
    if found == made {
        return;
    }
    if std::env::var_os("SIAP_WRITE_DOCS").is_some() {
        let text = format!("{head}{}{made}{}{tail}", part.begin, part.end);
        std::fs::write(root().join(PAGE), text).expect("the page written");
        return;
    }
    let differs = found.lines().zip(made.lines()).find(|(a, b)| a != b);
    panic!(
        "{PAGE} is behind the code: {differs:?}; `SIAP_WRITE_DOCS=1 cargo test --test it` writes it"
    );
}

/// The fields of the envelope, which every record has.
const ENVELOPE: [&str; 7] = [
    "siap",
    "command",
    "framework",
    "method",
    "inputs",
    "corrections",
    "warnings",
];

/// What fields of these names hold wherever they stand and say nothing else of themselves.
const COMMON: &[(&str, &str)] = &[
    ("*", "One value under each name."),
    ("region", "Official name where matched, else as given."),
    ("code", "Kemendagri code where matched."),
    ("kind", "Kind of region where known."),
    ("wave", "Round of assessment where rows name one."),
    ("stage", "Stage of verification where rows name one."),
    ("indicator", "Id of the indicator."),
    ("node", "Id of the node."),
    ("file", "As it was named."),
    ("row", "Line of a text file where the row starts."),
    ("id", "Its id."),
    ("agency", "Name of the office."),
    ("agencies", "Names of the offices."),
    ("role", "Post of who spoke."),
    ("choice", "Stable name of the choice."),
    ("rank", "Its rank, 1 the best."),
    ("coder", "Who coded."),
    ("informant", "Who spoke."),
    ("statements", "The statements behind it."),
    (
        "value",
        "On the scale of the node; of groups in the reporting unit.",
    ),
];

/// What `$ref` leads to; a description beside it counts before that of its target.
fn resolved<'a>(schema: &'a Value, root: &'a Value) -> &'a Value {
    let target = schema["$ref"].as_str().unwrap_or_default();
    match root.pointer(target.trim_start_matches('#')) {
        Some(found) if !target.is_empty() => resolved(found, root),
        _ => schema,
    }
}

/// The one kind of value that stands beside null, and whether null is possible.
fn beside_null<'a>(schema: &'a Value, root: &'a Value) -> (&'a Value, bool) {
    let schema = resolved(schema, root);
    let Some(options) = schema["anyOf"].as_array() else {
        return (schema, false);
    };
    let rest = options.iter().find(|it| it["type"] != "null");
    let nullable = options.iter().any(|it| it["type"] == "null");
    (rest.map_or(schema, |it| resolved(it, root)), nullable)
}

fn kind(schema: &Value, nullable: bool) -> String {
    let words: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ if schema["enum"].is_array() || schema["oneOf"].is_array() => vec!["string"],
        _ => vec!["value"],
    };
    let mut words: Vec<String> = words.iter().map(|it| (*it).to_owned()).collect();
    if nullable {
        words.push("null".to_owned());
    }
    words.join(" or ")
}

fn one_line(schema: &Value) -> String {
    let text = schema["description"].as_str().unwrap_or_default();
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('|', "\\|")
}

/// The lines about the fields of one record.
struct Fields<'a> {
    root: &'a Value,
    lines: String,
    /// Objects whose fields have their lines, each with its path.
    told: Vec<(&'a Value, String)>,
}

impl<'a> Fields<'a> {
    fn of(root: &'a Value, skip: &[&str]) -> String {
        let mut out = Self {
            root,
            lines: String::new(),
            told: Vec::new(),
        };
        out.object(root, "", skip);
        out.lines
    }

    fn object(&mut self, of: &'a Value, path: &str, skip: &[&str]) {
        let names = of["required"].as_array().into_iter().flatten();
        let mut names: Vec<&str> = names.filter_map(Value::as_str).collect();
        let others = of["properties"].as_object().into_iter().flatten();
        for (name, _) in others {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        for name in names.into_iter().filter(|it| !skip.contains(it)) {
            self.field(&of["properties"][name], &format!("{path}{name}"));
        }
        // A map: what stands under any other name.
        if of["additionalProperties"].is_object() {
            self.field(&of["additionalProperties"], &format!("{path}*"));
        }
    }

    fn field(&mut self, schema: &'a Value, path: &str) {
        let (target, nullable) = beside_null(schema, self.root);
        let (object, inner) = if target["items"].is_object() {
            let (item, _) = beside_null(&target["items"], self.root);
            (item, format!("{path}[]"))
        } else {
            (target, path.to_owned())
        };
        let name = path.rsplit('.').next().unwrap_or(path);
        let common = COMMON.iter().find(|(known, _)| *known == name);
        let about = [schema, target, &target["items"]].map(one_line);
        let about = about.into_iter().find(|it| !it.is_empty());
        let mut about = about
            .or_else(|| common.map(|(_, about)| (*about).to_owned()))
            .unwrap_or_default();
        let has_fields = object["properties"].is_object();
        let known = self.told.iter().find(|(known, _)| *known == object);
        let known = known.filter(|_| has_fields).map(|(_, path)| path.clone());
        if let Some(known) = known.as_ref().filter(|_| !about.is_empty()) {
            about = format!("{}; fields as of `{known}`.", about.trim_end_matches('.'));
        }
        let kind = kind(target, nullable);
        let _ = writeln!(self.lines, "| `{path}` | {kind} | {about} |");
        if known.is_none() {
            self.told.push((object, inner.clone()));
            self.object(object, &format!("{inner}."), &[]);
        }
    }
}

/// Every list of columns in a schema, in CSV's order, each once; where the record names the columns
/// itself, because its rows stand together in one CSV, only those.
fn csv_columns(schema: &Value, root: &Value, out: &mut Vec<String>) {
    if let Some(columns) = schema["x-csv"].as_array() {
        let words = columns.iter().map(|it| {
            let name = it["name"].as_str().unwrap_or_default();
            format!("`{name}` ({})", one_line(it))
        });
        let words: Vec<String> = words.collect();
        let line = format!("\nColumns in CSV: {}.\n", words.join(", "));
        if !out.contains(&line) {
            out.push(line);
        }
        if schema["properties"].is_object() {
            return;
        }
    }
    let (rows, _) = beside_null(&schema["items"], root);
    for of in [schema, rows] {
        let properties = of["properties"].as_object().into_iter().flatten();
        for (_, property) in properties {
            csv_columns(beside_null(property, root).0, root, out);
        }
    }
}

/// The part of the page, from the schemas of the program.
fn made() -> String {
    const HEAD: &str = "\n| field | holds | what |\n| --- | --- | --- |\n";
    let schema = |name: &str| -> Value {
        let text = siap(&format!("schema {name}")).stdout;
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    let mut out = String::new();
    let score = schema("score");
    out.push_str("\nEvery record begins with the same fields:\n");
    out.push_str(HEAD);
    let others = score["properties"].as_object().into_iter().flatten();
    let others: Vec<&str> = others.map(|(name, _)| name.as_str()).collect();
    let body: Vec<&str> = others
        .into_iter()
        .filter(|it| !ENVELOPE.contains(it))
        .collect();
    out.push_str(&Fields::of(&score, &body));
    for name in siap("schema").stdout.lines() {
        if ["framework", "study"].contains(&name) {
            continue;
        }
        let schema = schema(name);
        let _ = write!(out, "\n### JSON of `{name}`\n{HEAD}");
        out.push_str(&Fields::of(&schema, &ENVELOPE));
        let mut columns = Vec::new();
        csv_columns(&schema, &schema, &mut columns);
        out.extend(columns);
    }
    out.push('\n');
    out
}

#[test]
fn the_page_says_what_the_schemas_say() {
    bring_up_to_date(&PART, &made());
}

#[test]
fn every_field_says_what_it_is() {
    let silent: Vec<String> = made()
        .lines()
        .filter(|line| line.starts_with("| `") && line.ends_with("|  |"))
        .map(str::to_owned)
        .collect();
    assert!(silent.is_empty(), "without a description: {silent:#?}");
}
