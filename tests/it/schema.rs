//! Every record fits the schema that `siap schema` prints of it.

use serde_json::Value;

use crate::run::siap;

/// What does not fit, as `place: why`; `root` holds the definitions that `schema` refers to. A
/// keyword that is not known here is told as well: nothing may pass because nobody looked.
fn misfits(value: &Value, schema: &Value, root: &Value, place: &str, out: &mut Vec<String>) {
    let Some(rules) = schema.as_object() else {
        return;
    };
    for (keyword, rule) in rules {
        match keyword.as_str() {
            "$ref" => {
                let pointer = rule.as_str().unwrap_or_default().trim_start_matches('#');
                match root.pointer(pointer) {
                    Some(target) => misfits(value, target, root, place, out),
                    None => out.push(format!("{place}: no {rule}")),
                }
            }
            "type" if !fits(value, rule) => out.push(format!("{place}: {value} is no {rule}")),
            "const" if value != rule => out.push(format!("{place}: {value} is not {rule}")),
            "enum" if !rule.as_array().is_some_and(|it| it.contains(value)) => {
                out.push(format!("{place}: {value} is none of {rule}"));
            }
            "minimum" if value.as_f64() < rule.as_f64() && value.is_number() => {
                out.push(format!("{place}: {value} is below {rule}"));
            }
            "required" => {
                let names = rule.as_array().into_iter().flatten();
                for name in names.filter_map(Value::as_str) {
                    if value.is_object() && value.get(name).is_none() {
                        out.push(format!("{place}: no {name}"));
                    }
                }
            }
            "properties" => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    let place = format!("{place}.{name}");
                    match (rule.get(name), rules.get("additionalProperties")) {
                        (Some(schema), _) => misfits(value, schema, root, &place, out),
                        (None, Some(_)) => {}
                        (None, None) => out.push(format!("{place} is not in the schema")),
                    }
                }
            }
            "additionalProperties" => {
                let known = rules.get("properties");
                for (name, value) in value.as_object().into_iter().flatten() {
                    if known.is_none_or(|it| it.get(name).is_none()) {
                        misfits(value, rule, root, &format!("{place}.{name}"), out);
                    }
                }
            }
            "items" => {
                for (at, value) in value.as_array().into_iter().flatten().enumerate() {
                    misfits(value, rule, root, &format!("{place}[{at}]"), out);
                }
            }
            "anyOf" | "oneOf" => {
                let fits = rule.as_array().into_iter().flatten().any(|schema| {
                    let mut found = Vec::new();
                    misfits(value, schema, root, place, &mut found);
                    found.is_empty()
                });
                if !fits {
                    out.push(format!("{place}: {value} fits none of {rule}"));
                }
            }
            "type" | "const" | "enum" | "minimum" | "$schema" | "$defs" | "title"
            | "description" | "x-csv" | "format" | "maxItems" | "minItems" | "maximum" => {}
            unknown => out.push(format!("{place}: keyword {unknown}")),
        }
    }
}

fn fits(value: &Value, kinds: &Value) -> bool {
    let kinds = match kinds {
        Value::Array(kinds) => kinds.as_slice(),
        one => std::slice::from_ref(one),
    };
    kinds
        .iter()
        .filter_map(Value::as_str)
        .any(|kind| match kind {
            "null" => value.is_null(),
            "boolean" => value.is_boolean(),
            "string" => value.is_string(),
            "number" => value.is_number(),
            "integer" => value.is_i64() || value.is_u64(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            _ => false,
        })
}

fn json(line: &str) -> Value {
    let done = siap(line);
    assert_eq!(done.code, 0, "{line}: {}", done.stderr);
    serde_json::from_str(&done.stdout).unwrap_or_else(|error| panic!("{line}: {error}"))
}

/// A name that `siap schema` knows, with command lines whose JSON it describes.
const RECORDS: &[(&str, &[&str])] = &[
    ("framework list", &["framework list"]),
    ("framework show", &["framework show spbe-2020"]),
    (
        "framework show crosswalk",
        &["framework show readiness-edward-iii"],
    ),
    (
        "score",
        &[
            "score examples/sumsel-smart-province",
            "score examples/pemdi-aceh-tengah -f pemdi-2026",
            "score examples/spbe-denpasar",
        ],
    ),
    (
        "matrix",
        &[
            "matrix examples/bukittinggi -f supporting-inhibiting",
            "matrix examples/kutai-kartanegara",
        ],
    ),
    (
        "convert",
        &[
            "convert examples/sumsel-smart-province",
            "convert examples/padang",
        ],
    ),
    (
        "check",
        &[
            "check examples/sumsel-smart-province",
            "check examples/padang",
        ],
    ),
    (
        "sources",
        &[
            "sources examples/sumsel-smart-province",
            "sources examples/inventories",
        ],
    ),
    (
        "compare",
        &[
            "compare examples/sumsel-smart-province",
            "compare examples/nine-regions",
        ],
    ),
    (
        "trend",
        &[
            "trend examples/padang -f reported-figures",
            "trend examples/spbe-sumsel",
        ],
    ),
    (
        "diff",
        &[
            "diff examples/spbe-sumsel --wave 2023..2024",
            "diff examples/spbe-denpasar --stage self..final",
            "diff examples/pemdi-aceh-tengah -f pemdi-2026 --stage self..document",
            "diff tests/errors/difference/before.csv tests/errors/difference/after.csv -f smart-province-readiness",
        ],
    ),
    ("triangulate", &["triangulate examples/kutai-kartanegara"]),
    (
        "score-by",
        &["score tests/errors/survey/left_out.csv -f skm --by Layanan"],
    ),
    (
        "explain",
        &[
            "explain examples/sumsel-smart-province --region Banyuasin",
            "explain examples/sumsel-smart-province --region Banyuasin --against OKI",
        ],
    ),
    ("learn", &["learn examples/nine-regions"]),
    (
        "robust",
        &["robust examples/sumsel-smart-province --runs 200"],
    ),
    (
        "plan",
        &[
            "plan tests/reference/planning/spbe-2025.csv -f spbe-2020 --region Ogan-Ilir --target 3 --until 2027",
            "plan examples/padang/self-assessment --region Padang --target 92.3",
            "plan examples/pemdi-aceh-tengah -f pemdi-2026 --region 11.04 --target 3",
        ],
    ),
    (
        "agree",
        &[
            "agree examples/kutai-kartanegara",
            "agree --matrix tests/reference/agreement/data/irr_anxiety.csv --resamples 50",
        ],
    ),
    (
        "reliability",
        &[
            "reliability examples/nine-regions/edward-iii --by region --bands sudjana",
            "reliability --matrix tests/reference/agreement/data/irr_anxiety.csv",
        ],
    ),
];

#[test]
fn every_record_fits_its_schema() {
    for (name, lines) in RECORDS {
        let schema = json(&format!("schema {name}"));
        for line in *lines {
            let record = json(&format!("{line} --format json"));
            let mut found = Vec::new();
            misfits(&record, &schema, &schema, "", &mut found);
            found.truncate(10);
            assert!(found.is_empty(), "{line}: {found:#?}");
            let command = record["command"].as_str().expect("a command");
            assert!(name.starts_with(command), "{line} says it is {command}");
        }
    }
}

#[test]
fn every_schema_is_tried_on_a_record() {
    let listed = siap("schema").stdout;
    let files = ["framework", "study"];
    for name in listed.lines().filter(|it| !files.contains(it)) {
        let tried = RECORDS.iter().any(|(known, _)| *known == name);
        assert!(tried, "no record is held against the schema `{name}`");
    }
}

#[test]
fn a_misfit_is_seen() {
    let schema = json("schema score");
    let mut record = json("score examples/sumsel-smart-province --format json");
    record["assessments"][0]["nodes"][0]["score"] = "high".into();
    record["assessments"][0]["nodes"][1]["extra"] = 1.into();
    record["framework"] = Value::Null;
    let mut found = Vec::new();
    misfits(&record, &schema, &schema, "", &mut found);
    assert_eq!(found.len(), 2, "{found:#?}");
    let done = siap("schema scores");
    assert_eq!(done.code, 2);
    assert!(
        done.stderr.contains("did you mean `score`?"),
        "{}",
        done.stderr
    );
}
