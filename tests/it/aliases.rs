//! Words for levels: aliases of a framework are understood wherever a label is, and a sheet for a
//! second coder pairs again whatever its names begin with.

use serde_json::Value;

use crate::run::siap_with;

const FRAMEWORK: &str = r#"id = "sikap"
version = "1"
title = "Sikap"

[scale]
[[scale.level]]
value = 1
label = "Sangat tidak setuju"
aliases = ["STS"]
[[scale.level]]
value = 2
label = "Tidak setuju"
aliases = ["TS"]
[[scale.level]]
value = 3
label = "Setuju"
aliases = ["S"]
[[scale.level]]
value = 4
label = "Sangat setuju"
aliases = ["SS"]

[[indicator]]
id = "p1"
title = "Satu"
kind = "likert"

[[indicator]]
id = "p2"
title = "Dua"
kind = "likert"
"#;

struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("siap-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).expect("a file");
    }

    fn json(&self, words: &[&str]) -> Value {
        let all = [words, &["--format", "json"]].concat();
        let done = siap_with(&all, "", &self.0);
        assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
        serde_json::from_str(&done.stdout).expect("JSON")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn aliases_count_as_labels_in_long_and_wide_tables() {
    let folder = Folder::new("aliases");
    folder.write("sikap.toml", FRAMEWORK);
    folder.write("angka.csv", "wilayah;p1;p2\nKab. OKI;4;2\nKab. OKU;1;3\n");
    folder.write(
        "kata.csv",
        "wilayah;p1;p2\nKab. OKI;SS;ts\nKab. OKU;STS;Setuju\n",
    );
    folder.write(
        "panjang.csv",
        "wilayah;indikator;level\nKab. OKI;p1;ss\nKab. OKI;p2;TS\nKab. OKU;p1;sts\nKab. OKU;p2;S\n",
    );
    let score = |file: &str| {
        let record = folder.json(&["score", file, "-f", "sikap.toml"]);
        let all = record["assessments"].as_array().expect("a list").clone();
        let index = |it: &Value| it["nodes"][0]["score"].as_f64().expect("a score");
        all.iter().map(index).collect::<Vec<f64>>()
    };
    let wanted = score("angka.csv");
    assert_eq!(wanted.len(), 2);
    assert_eq!(score("kata.csv"), wanted);
    assert_eq!(score("panjang.csv"), wanted);
    let wrong = "wilayah;p1;p2\nKab. OKI;SSS;TS\n";
    folder.write("salah.csv", wrong);
    let words = ["score", "salah.csv", "-f", "sikap.toml", "--lang", "en"];
    let done = siap_with(&words, "", &folder.0);
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("did you mean"), "{}", done.stderr);
}

#[test]
fn a_blind_sheet_pairs_again_whatever_its_names_begin_with() {
    let folder = Folder::new("blind");
    let names = [
        "@Budi",
        "=Ani",
        "+62 Citra",
        "-Dedi",
        "\u{200b}Eko",
        "Fi\u{ad}tri",
        "＝Gita",
    ];
    let mut rows = String::from("region,indicator,level,informant,coder,quote\n");
    for (at, name) in names.iter().enumerate() {
        rows.push_str(&format!(
            "Kab. OKI,online-applications,{},{name},Ani,\"jaringan;=1+1;ok {at}\"\n",
            at % 5
        ));
    }
    folder.write("data.csv", &rows);
    let framework = "smart-province-readiness";
    let words = [
        "template",
        "data.csv",
        "-f",
        framework,
        "--blind",
        "--sample",
        "100%",
        "-o",
        "kedua.csv",
    ];
    let done = siap_with(&words, "", &folder.0);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let path = folder.0.join("kedua.csv");
    let sheet = std::fs::read_to_string(&path).expect("the sheet");
    assert!(!sheet.contains(";=1+1"), "{sheet}");
    let mut reader = csv::Reader::from_reader(sheet.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|it| it == name).expect(name);
    let (level, coder) = (at("level"), at("coder"));
    let records: Vec<csv::StringRecord> = reader.records().map(|it| it.expect("a row")).collect();
    assert_eq!(records.len(), names.len());
    let filled = |name: &str| {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&header).expect("memory");
        for record in &records {
            let cells = record.iter().enumerate().map(|(at, cell)| match at {
                it if it == level => "2",
                it if it == coder => name,
                _ => cell,
            });
            writer.write_record(cells).expect("memory");
        }
        String::from_utf8(writer.into_inner().expect("memory")).expect("UTF-8")
    };
    folder.write("kedua.csv", &filled("Citra"));
    let both = ["agree", "data.csv", "kedua.csv", "-f", framework];
    let record = folder.json(&both);
    assert_eq!(
        record["counts"]["pairable"],
        names.len(),
        "{}",
        record["counts"]
    );
    // Returned without a name: told before anything else, even where nobody is named.
    folder.write("kedua.csv", &filled(""));
    let alone = ["agree", "kedua.csv", "-f", framework, "--lang", "en"];
    for words in [&both[..], &alone[..]] {
        let done = siap_with(words, "", &folder.0);
        assert!(
            done.stderr.contains("came back without a name"),
            "{}",
            done.stderr
        );
    }
}
