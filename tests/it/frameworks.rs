//! The built-in library and the road to a framework of one's own.

use siap::framework::{self, library};
use siap::text::Text;

use crate::run::{folder, root, siap, siap_with};

#[test]
fn every_built_in_framework_is_checked_and_speaks_both_languages() {
    let mut count = 0;
    for id in library::ids() {
        let (framework, warnings) = library::get(id).unwrap_or_else(|it| panic!("{id}: {it:?}"));
        assert!(warnings.is_empty(), "{id}: {warnings:?}");
        assert_eq!(framework.id(), id, "the file is named after the id");
        assert!(!framework.sources().is_empty(), "{id} names no source");
        let raw: toml::Table = library::text(id).expect("text").parse().expect("TOML");
        no_text_in_one_language(id, &toml::Value::Table(raw));
        count += 1;
    }
    assert!(count >= 3);
}

/// A table with `id` and `en` is a text in both; one with only one of them is half a text.
fn no_text_in_one_language(path: &str, value: &toml::Value) {
    match value {
        toml::Value::Table(table) => {
            let lists = |key: &str| table.get(key).and_then(toml::Value::as_array).map(Vec::len);
            assert_eq!(lists("id"), lists("en"), "{path}");
            for key in ["title", "label", "text", "question"] {
                if let Some(text) = table.get(key) {
                    let both = text.get("id").is_some() && text.get("en").is_some();
                    assert!(both, "{path}.{key} is not in both languages: {text}");
                }
            }
            for (key, value) in table {
                no_text_in_one_language(&format!("{path}.{key}"), value);
            }
        }
        toml::Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                no_text_in_one_language(&format!("{path}[{at}]"), value);
            }
        }
        _ => {}
    }
}

#[test]
fn the_list_names_every_framework() {
    let done = siap("framework list");
    assert_eq!(done.code, 0);
    insta::assert_snapshot!("framework_list", done.stdout);
    let indonesian = siap("framework list --lang id");
    insta::assert_snapshot!("framework_list_id", indonesian.stdout);
}

#[test]
fn show_prints_tree_rubric_and_standing() {
    let shown = siap("framework show smart-city-pillars").stdout;
    for part in [
        "Smart Governance",
        "not an official instrument",
        "5.56%",
        "Sources",
    ] {
        assert!(shown.contains(part), "{part} is missing in:\n{shown}");
    }
    let copy = siap("framework show ikci --lang id").stdout;
    assert!(copy.contains("salinan instrumen resmi, belum dicocokkan dengan naskahnya"));
    let copied = siap("framework show edward-iii --toml").stdout;
    assert_eq!(Some(copied.as_str()), library::text("edward-iii"));
}

#[test]
fn aliases_of_the_pillars_find_them() {
    let (framework, _) = library::get("smart-city-pillars").expect("built in");
    let one = framework.find("smart government");
    assert!(one.is_some());
    assert_eq!(one, framework.find("Smart Governance"));
    assert_eq!(framework.indicators().count(), 18);
    let groups = framework.nodes()[0].children().len();
    assert_eq!(groups, 6);
}

#[test]
fn a_new_framework_is_ready_to_check_and_to_score() {
    for lang in ["en", "id"] {
        let (_keep, path) = folder(&[(
            "data.csv",
            "region,indicator,level,value\nKab. OKI,A1,3,\nKota Prabumulih,A1,1,\n",
        )]);
        let new = [
            "--lang",
            lang,
            "framework",
            "new",
            "my-own",
            "-o",
            "own.toml",
        ];
        assert_eq!(siap_with(&new, "", &path).code, 0);
        let check = siap_with(&["framework", "check", "own.toml"], "", &path);
        assert_eq!((check.code, check.stderr.as_str()), (0, ""));
        let scored = siap_with(&["score", "data.csv", "-f", "own.toml"], "", &path);
        assert_eq!(scored.code, 0, "{}", scored.stderr);
        // It is never written over.
        assert_eq!(siap_with(&new, "", &path).code, 1);
    }
}

#[test]
fn the_schema_knows_every_key_that_the_library_uses() {
    let schema = siap("schema framework").stdout;
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
    assert_eq!(schema["additionalProperties"], false);
    for id in library::ids() {
        let table: toml::Table = library::text(id).expect("text").parse().expect("TOML");
        for key in table.keys() {
            assert!(!schema["properties"][key].is_null(), "{id}: {key}");
        }
    }
}

#[test]
fn a_dropped_in_file_is_embedded_without_rust() {
    let files = std::fs::read_dir(root().join("frameworks")).expect("the folder");
    let mut names: Vec<String> = files
        .map(|it| {
            it.expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter_map(|it| it.strip_suffix(".toml").map(str::to_owned))
        .collect();
    names.sort();
    let built_in: Vec<&str> = library::ids().collect();
    assert_eq!(built_in, names);
}

#[test]
fn a_text_in_one_language_serves_both() {
    let text = "id = \"a\"\nversion = \"1\"\ntitle = \"Judul\"\n\
                [[indicator]]\nid = \"b\"\ntitle.id = \"Satu\"\n";
    let (framework, _) = framework::load(text, "a.toml").expect("fine");
    assert_eq!(framework.title(), &Text::same("Judul"));
    assert_eq!(framework.nodes()[1].title(), &Text::same("Satu"));
}

/// The kinds as the schema of framework files has them stand in the documentation in the same
/// words and order, none more and none fewer.
#[test]
fn the_table_of_kinds_is_that_of_the_program() {
    let schema = framework::schema();
    let kinds = schema.pointer("/$defs/Kind/oneOf").expect("kinds");
    let wanted: Vec<String> = kinds.as_array().expect("a list").iter().map(row).collect();
    let docs = std::fs::read_to_string(root().join("docs/frameworks.md")).expect("docs");
    let (_, table) = docs.split_once("### Kinds").expect("a table of kinds");
    let found: Vec<String> = table
        .lines()
        .skip_while(|it| !it.starts_with("|---"))
        .skip(1)
        .take_while(|it| it.starts_with('|'))
        .map(|it| it.split('|').take(3).collect::<Vec<_>>().join("|"))
        .collect();
    assert_eq!(found, wanted);

    fn row(kind: &serde_json::Value) -> String {
        let word = |key: &str| kind[key].as_str().expect("a word").to_owned();
        format!("| `{}` | {} ", word("const"), word("description"))
    }
}
