//! `siap agree` and `siap template` on studies.

use std::path::Path;

use serde_json::Value;

use crate::run::{folder, siap, siap_with};

const FRAMEWORK: &str = "smart-province-readiness";

fn json(words: &[&str], folder: &Path) -> Value {
    let all = [words, &["-f", FRAMEWORK, "--format", "json"]].concat();
    let done = siap_with(&all, "", folder);
    assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn agree(rows: &str) -> Value {
    let (_keep, path) = folder(&[("data.csv", rows)]);
    json(&["agree", "data.csv"], &path)
}

fn alpha(list: &Value, metric: &str) -> Option<f64> {
    let all = list.as_array().expect("a list");
    let is = |it: &&Value| it["name"] == "krippendorff_alpha" && it["metric"] == metric;
    all.iter().find(is).expect("alpha")["value"].as_f64()
}

/// Two indicators that everybody tells apart; within each, agreement no better than chance.
fn contrast() -> String {
    let mut out = String::from("region,indicator,level,informant,coder\n");
    let low = [(0, 1), (1, 0), (0, 0), (1, 1)];
    for (at, (ani, budi)) in low.into_iter().enumerate() {
        for (indicator, up) in [("ict-staff", 0), ("online-applications", 3)] {
            for (coder, level) in [("Ani", ani + up), ("Budi", budi + up)] {
                out.push_str(&format!("Kab. OKI,{indicator},{level},I{at},{coder}\n"));
            }
        }
    }
    out
}

#[test]
fn the_headline_is_within_indicators_and_the_pooled_figure_stands_beside() {
    let record = agree(&contrast());
    let pooled = alpha(&record["coefficients"], "interval").expect("a number");
    let within = alpha(&record["within_indicators"], "interval").expect("a number");
    assert!(pooled > 0.8, "{pooled}");
    // Each indicator: O = 2 · 2, E = 2 · 4 · 4 / 7; 1 − 8 / (64 / 7).
    assert!((within - 0.125).abs() < 1e-12, "{within}");
    assert_eq!(record["headline"]["basis"], "within_indicators");
    assert_eq!(record["headline"]["metric"], "ordinal");
    let ordinal = alpha(&record["within_indicators"], "ordinal");
    assert_eq!(record["headline"]["value"].as_f64(), ordinal);
    let one = &record["by_indicator"][0];
    assert_eq!(one["units"], 4);
    assert!(one["within_indicators"].is_null());
    assert_eq!(one["headline"]["basis"], "pooled");
    let groups = record["by_group"].as_array().expect("groups");
    assert_eq!(groups.len(), 2);
    assert_eq!(record["by_pair"][0]["coders"][0], "Ani");
    assert_eq!(record["by_pair"][0]["mean_difference"], 0.0);
    let chapter = record["chapter"].as_str().expect("a paragraph");
    assert!(chapter.contains("within each indicator") && chapter.contains("seed 1"));
}

#[test]
fn informants_are_never_pooled_as_coders() {
    let rows = "region,indicator,level,informant,coder\n\
        Kab. OKI,ict-staff,0,Camat,Ani\nKab. OKI,ict-staff,4,Warga,Budi\n\
        Kab. OKI,ict-support,1,Camat,Ani\nKab. OKI,ict-support,3,Warga,Budi\n";
    let record = agree(rows);
    assert_eq!(record["counts"]["units"], 4);
    assert_eq!(record["counts"]["pairable"], 0);
    let alpha = &record["coefficients"].as_array().expect("a list")[0];
    assert_eq!(alpha["reason"], "no_pairable_units");
    // One coder for two informants is one coder.
    let one = agree(&rows.replace("Budi", "Ani"));
    assert_eq!(one["coefficients"][0]["reason"], "one_rater");
    assert_eq!(one["counts"]["units"], 4);
}

#[test]
fn waves_stages_and_regions_are_units_of_their_own() {
    let rows = "region,indicator,level,wave,stage,coder\n\
        Kab. OKI,ict-staff,0,2023,self,Ani\nKab. OKI,ict-staff,0,2024,self,Budi\n\
        Kab. OKI,ict-staff,0,2023,final,Budi\nKab. Banyuasin,ict-staff,0,2023,self,Budi\n";
    assert_eq!(agree(rows)["counts"]["units"], 4);
}

#[test]
fn consensus_unnamed_and_repeated_rows_are_counted_and_left_out() {
    let rows = "region,indicator,level,informant,coder,use\n\
        Kab. OKI,ict-staff,2,I1,Ani,\nKab. OKI,ict-staff,3,I1,budi,\n\
        Kab. OKI,ict-staff,2,I1,Konsensus,\nKab. OKI,ict-staff,4,I1,,\n\
        Kab. OKI,ict-staff,1,I2,Ani,\nKab. OKI,ict-staff,1,I2,BUDI,\n\
        Kab. OKI,ict-staff,4,I3,Ani,\nKab. OKI,ict-staff,0,I3,Budi,tambahan\n";
    let record = agree(rows);
    let counts = &record["counts"];
    assert_eq!(counts["units"], 3);
    assert_eq!(counts["pairable"], 2);
    assert_eq!(counts["single"], 1, "supplementary rows give no level");
    assert_eq!(counts["consensus_rows"], 1);
    assert_eq!(counts["rows_without_coder"], 1);
    assert_eq!(counts["repeated"], 0);
    assert_eq!(record["left_out"], 1);
    assert_eq!(record["coders"].as_array().map(Vec::len), Some(2));
    let worst = record["disagreements"].as_array().expect("a list");
    assert_eq!(worst[0]["informant"], "I1");
    assert_eq!(worst[0]["values"].as_array().map(Vec::len), Some(2));
    assert_eq!(worst.len(), 1);
}

#[test]
fn a_statement_that_one_coder_judged_twice_has_the_mean_of_both() {
    let rows = "region,indicator,level,informant,id,coder\n\
        Kab. OKI,ict-staff,1,I2,E1,Ani\nKab. OKI,ict-staff,2,I2,E1,ANI\n\
        Kab. OKI,ict-staff,1,I2,E1,Budi\nKab. OKI,ict-staff,3,I2,E2,Ani\n\
        Kab. OKI,ict-staff,3,I2,E2,Budi\n";
    let record = agree(rows);
    assert_eq!(record["counts"]["repeated"], 1);
    let worst = &record["disagreements"][0];
    assert_eq!(worst["id"], "E1");
    assert_eq!(worst["values"][0], 1.5, "the mean of two levels");
    // A mean between two levels leaves undefined only what needs the declared scale.
    let is = |name: &str| {
        let all = record["coefficients"].as_array().expect("a list");
        let found = all.iter().find(|it| it["name"] == name);
        found.expect("a figure").clone()
    };
    assert_eq!(is("gwet_ac")["reason"], "outside_scale");
    assert!(is("fleiss_kappa")["value"].is_number());
}

/// Rows of one informant on one indicator: statement, level of AN, level of BD.
fn statements(given: &[(&str, u8, u8)]) -> String {
    let mut out = String::from("region,indicator,level,informant,id,coder\n");
    for (id, an, bd) in given {
        out.push_str(&format!("Kab. OKI,ict-staff,{an},Budi,{id},AN\n"));
        out.push_str(&format!("Kab. OKI,ict-staff,{bd},Budi,{id},BD\n"));
    }
    out
}

/// Averaged per cell the two coders would agree perfectly: 1.67 and 1.67.
#[test]
fn statements_are_units_and_never_averaged() {
    let rows = statements(&[("s1", 0, 4), ("s2", 4, 0), ("s3", 1, 1)]);
    let record = agree(&rows);
    // Values 0, 0, 1, 1, 4, 4: O = 64, E = 208 / 5; 1 − 64 / 41.6.
    let found = alpha(&record["coefficients"], "interval").expect("a number");
    assert!((found - (1.0 - 64.0 / 41.6)).abs() < 1e-12, "{found}");
    assert_eq!(record["unit"], "statement");
    assert_eq!(record["left_out"], 0);
    assert_eq!(record["counts"]["pairable"], 3);
    let share = record["coefficients"][0]["value"].as_f64();
    assert!((share.expect("a share") - 1.0 / 3.0).abs() < 1e-12);
    for figure in record["coefficients"].as_array().expect("a list") {
        assert_eq!(figure["units"], 3, "{figure}");
    }
    for (lang, wanted) in [
        ("en", "The unit is the statement"),
        ("id", "Unitnya pernyataan"),
    ] {
        let text = printed(&rows, &["--lang", lang]);
        assert!(text.contains(wanted), "{text}");
    }
    // The order of rows changes nothing.
    let mut lines: Vec<&str> = rows.lines().skip(1).collect();
    lines.reverse();
    let header = rows.lines().next().expect("a header");
    let other = agree(&format!("{header}\n{}\n", lines.join("\n")));
    assert_eq!(record["coefficients"], other["coefficients"]);
}

#[test]
fn two_dozen_statements_all_coded_differently_do_not_agree() {
    let ids: Vec<String> = (0..24).map(|it| format!("s{it}")).collect();
    let given: Vec<(&str, u8, u8)> = ids
        .iter()
        .enumerate()
        .map(|(at, id)| match at % 2 {
            0 => (&**id, 0, 4),
            _ => (&**id, 4, 0),
        })
        .collect();
    let record = agree(&statements(&given));
    assert_eq!(record["coefficients"][0]["value"], 0.0);
    let found = record["headline"]["value"].as_f64().expect("a number");
    assert!(found < -0.9, "{found}");
    assert_eq!(record["headline"]["units"], 24);
}

#[test]
fn without_ids_the_same_words_pair_and_the_rest_of_a_cell_only_where_nothing_is_left_open() {
    let rows = "region,indicator,level,informant,quote,coder\n\
        Kab. OKI,ict-staff,0,I1,Belum ada,A\nKab. OKI,ict-staff,4,I1,Sudah cukup,A\n\
        Kab. OKI,ict-staff,4,I1,Sudah cukup,B\nKab. OKI,ict-staff,1,I1,Belum ada,B\n\
        Kab. OKI,ict-support,2,I1,,A\nKab. OKI,ict-support,2,I1,,B\n\
        Kab. OKI,ict-staff,1,I2,,A\nKab. OKI,ict-staff,3,I2,,A\nKab. OKI,ict-staff,1,I2,,B\n\
        Kab. OKI,ict-staff,1,I3,,A\n";
    let record = agree(rows);
    assert_eq!(record["unit"], "mixed");
    assert_eq!(record["counts"]["pairable"], 3);
    // Three of I2, which nothing pairs, and the one of I3.
    assert_eq!(record["left_out"], 4);
    assert_eq!(record["counts"]["unclear"], 3);
    assert_eq!(record["disagreements"][0]["paired_by"], "statement");
    let text = printed(rows, &[]);
    assert!(
        text.contains("belongs to which of the other's: 3"),
        "{text}"
    );
    // Only statements; only cells.
    let [statements, cells] = [1..5, 5..7].map(|range| {
        let lines: Vec<&str> = rows.lines().collect();
        let some = lines[range].join("\n");
        agree(&format!("{}\n{some}\n", lines[0]))["unit"].clone()
    });
    assert_eq!((statements, cells), ("statement".into(), "cell".into()));
}

#[test]
fn an_indicator_that_does_not_vary_has_a_reason_and_the_rest_a_figure() {
    let rows = "region,indicator,level,informant,coder\n\
        Kab. OKI,ict-staff,2,I1,A\nKab. OKI,ict-staff,2,I1,B\n\
        Kab. OKI,ict-staff,2,I2,A\nKab. OKI,ict-staff,2,I2,B\n\
        Kab. OKI,ict-support,1,I1,A\nKab. OKI,ict-support,1,I1,B\n\
        Kab. OKI,ict-support,3,I2,A\nKab. OKI,ict-support,3,I2,B\n";
    let record = agree(rows);
    let by = record["by_indicator"].as_array().expect("a list");
    assert_eq!(by[0]["headline"]["reason"], "no_variation");
    assert_eq!(by[1]["headline"]["value"], 1.0);
    assert_eq!(record["headline"]["value"], 1.0);
}

#[test]
fn one_unit_for_each_indicator_falls_back_to_the_pooled_figure() {
    let rows = "region,indicator,level,coder\n\
        Kab. OKI,ict-staff,2,A\nKab. OKI,ict-staff,2,B\n\
        Kab. OKI,ict-support,0,A\nKab. OKI,ict-support,1,B\n";
    let record = agree(rows);
    assert_eq!(record["headline"]["basis"], "pooled");
    assert_eq!(record["within_indicators"][0]["reason"], "too_few_units");
}

#[test]
fn whole_regions_can_be_drawn() {
    let mut rows = contrast();
    for region in ["Kab. Banyuasin", "Kab. Muara Enim", "Kota Prabumulih"] {
        let more = contrast().replace("Kab. OKI", region);
        rows.extend(more.lines().skip(1).map(|it| format!("{it}\n")));
    }
    let (_keep, path) = folder(&[("data.csv", &rows)]);
    let record = json(&["agree", "data.csv", "--cluster", "region"], &path);
    assert_eq!(record["cluster"], "region");
    // All regions here are alike, so that nothing is learned from leaving one out.
    assert_eq!(
        record["headline"]["interval_reason"],
        "degenerate_resamples"
    );
    let one = json(
        &["agree", "data.csv", "--cluster", "region", "--kind", "kota"],
        &path,
    );
    assert_eq!(one["headline"]["interval_reason"], "too_few_clusters");
    // The number is of all regions: one of them cannot be shown alone.
    let refused = siap_with(&["agree", "data.csv", "--region", "OKI"], "", &path);
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("--region"), "{}", refused.stderr);
}

#[test]
fn presence_asks_who_saw_an_indicator_at_all() {
    let rows = "region,indicator,level,informant,coder,finding\n\
        Kab. OKI,ict-staff,2,I1,A,x\nKab. OKI,ict-staff,2,I1,B,y\n\
        Kab. OKI,ict-support,,I1,A,ada\n\
        Kab. OKI,ict-support,1,I2,A,z\n";
    let record = agree(rows);
    let presence = &record["presence"];
    // Seven indicators in the one interview that both coders worked on.
    assert_eq!(presence["units"], 7);
    assert_eq!(presence["all"], 1);
    assert_eq!(presence["some"], 1);
    assert_eq!(presence["none"], 5);
    let near = |field: &str, wanted: f64| {
        let found = presence[field].as_f64().expect("a number");
        assert!((found - wanted).abs() < 1e-12, "{field}: {found}");
    };
    near("percent_agreement", 6.0 / 7.0);
    near("positive_agreement", 2.0 / 3.0);
    assert_eq!(presence["blind_sample"], false);
}

#[test]
fn directions_are_nominal() {
    let rows = "region,indicator,direction,informant,coder,id\n\
        Kab. OKI,TECH,pendukung,I1,A,1\nKab. OKI,TECH,pendukung,I1,B,1\n\
        Kab. OKI,TECH,penghambat,I2,A,2\nKab. OKI,TECH,pendukung,I2,B,2\n\
        Kab. OKI,TECH,penghambat,I2,B,2\n";
    let rows = rows.replace("TECH", "faktor-teknologi");
    let framework = "id = \"arah\"\nversion = \"1\"\ntitle = \"Arah\"\n\
        [[indicator]]\nid = \"faktor-teknologi\"\ntitle = \"Teknologi\"\nkind = \"direction\"\n\
        [[indicator]]\nid = \"luas\"\ntitle = \"Luas\"\nkind = \"number\"\nunit = \"km2\"\n";
    let numbers = "Kab. OKI,luas,,I1,A,3,10\nKab. OKI,luas,,I1,B,3,12\n";
    let with = rows.replace("id\n", "id,value\n");
    let mut lines: Vec<String> = with.lines().map(|it| format!("{it},")).collect();
    lines[0].pop();
    let both = format!("{}\n{numbers}", lines.join("\n"));
    let (_keep, path) = folder(&[("data.csv", &both), ("arah.toml", framework)]);
    let words = ["agree", "data.csv", "-f", "arah.toml", "--format", "json"];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert_eq!(record["family"], "numbers");
    let other = &record["other_families"][0];
    assert_eq!(other["family"], "directions");
    assert_eq!(other["headline"]["metric"], "nominal");
    // A coder with both directions for one statement stands apart from one with one of them.
    assert_eq!(other["coefficients"][0]["value"], 0.5);
    let alpha = &other["coefficients"].as_array().expect("a list");
    let ordinal = alpha.iter().find(|it| it["metric"] == "ordinal");
    assert_eq!(ordinal.expect("alpha")["reason"], "no_order");
}

#[test]
fn indicators_on_different_scales_are_not_pooled() {
    let framework = "id = \"dua\"\nversion = \"1\"\ntitle = \"Dua\"\n\
        [scales.yesno]\nmin = 0\nmax = 1\n\
        [[indicator]]\nid = \"a\"\ntitle = \"A\"\n\
        [[indicator]]\nid = \"b\"\ntitle = \"B\"\nscale = \"yesno\"\n";
    let mut rows = String::from("region,indicator,level,informant,coder\n");
    let given = [
        ("a", 4, 4),
        ("a", 1, 2),
        ("a", 3, 3),
        ("b", 1, 1),
        ("b", 0, 1),
        ("b", 0, 0),
    ];
    for (at, (indicator, ani, budi)) in given.into_iter().enumerate() {
        for (coder, level) in [("Ani", ani), ("Budi", budi)] {
            rows.push_str(&format!("Kab. OKI,{indicator},{level},I{at},{coder}\n"));
        }
    }
    let (_keep, path) = folder(&[("data.csv", &rows), ("dua.toml", framework)]);
    let words = ["agree", "data.csv", "-f", "dua.toml", "--format", "json"];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert!(record["scale"].is_null());
    for figure in record["coefficients"].as_array().expect("a list") {
        let nominal = figure["metric"] == "nominal" || figure["metric"] == "unweighted";
        let counts = figure["name"] == "gwet_ac" || figure["name"] == "brennan_prediger";
        let told = figure["name"] == "percent_agreement" || nominal && !counts;
        assert_eq!(figure["value"].is_number(), told, "{figure}");
        if !told {
            assert_eq!(figure["reason"], "mixed_scales");
        }
    }
    assert!(alpha(&record["within_indicators"], "ordinal").is_some());
    assert_eq!(record["by_indicator"][0]["headline"]["metric"], "ordinal");
    assert_eq!(record["by_indicator"][1]["headline"]["metric"], "nominal");
    let scale = record["by_indicator"][1]["coefficients"].as_array();
    let ac = scale
        .expect("a list")
        .iter()
        .find(|it| it["name"] == "gwet_ac");
    assert!(ac.expect("AC1")["value"].is_number());
}

#[test]
fn a_study_with_one_coder_is_told_how_to_get_a_second() {
    for (lang, words) in [
        ("en", ["One coder set all levels (siap-1)", "siap template"]),
        ("id", ["satu pengode (siap-1)", "siap template"]),
    ] {
        let done = siap(&format!(
            "agree examples/sumsel-smart-province --lang {lang}"
        ));
        assert_eq!(done.code, 0);
        for word in words {
            assert!(done.stdout.contains(word), "{word}:\n{}", done.stdout);
        }
    }
}

/// Rows with everything that could give the first coder away.
const CODED: &str = "region,indicator,level,direction,informant,role,agency,coder,quote,finding,\
rationale,id,consent,confidence,note,contradicts,wave\n\
Kab. OKI,ict-staff,4,pendukung,I1,Kabid,Diskominfo; Bappeda,Ani,\"Kami punya, tentu, cukup orang\",TEMUAN,ALASAN,E1,no,TINGGI,CATATAN,E9,2024\n\
Kab. OKI,ict-staff,3,penghambat,I1,Kabid,Diskominfo; Bappeda,Ani,Sering kosong,TEMUAN,ALASAN,E2,yes,TINGGI,CATATAN,,2024\n\
Kab. OKI,ict-support,2,pendukung,I1,Kabid,Diskominfo,Ani,,Hanya temuan,ALASAN,E3,,TINGGI,CATATAN,,2024\n\
Kab. OKI,ict-support,1,,I2,Sekdis,Dinkes,Ani,Belum ada,TEMUAN,ALASAN,E4,,TINGGI,CATATAN,,2024\n\
Kab. OKI,implementing-rules,,,I2,Sekdis,Dinkes,Ani,Tidak jelas,TEMUAN,ALASAN,E5,,TINGGI,CATATAN,,2024\n";

fn template(path: &Path, more: &[&str]) -> (String, String) {
    let words = ["template", "data.csv", "-f", FRAMEWORK, "--blind"];
    let done = siap_with(&[&words, more].concat(), "", path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    (done.stdout, done.stderr)
}

#[test]
fn a_blind_sample_shows_what_was_said_and_nothing_of_the_first_coder() {
    let (_keep, path) = folder(&[("data.csv", CODED)]);
    let (text, told) = template(&path, &["--sample", "100%"]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    for hidden in [
        "direction",
        "rationale",
        "confidence",
        "contradicts",
        "value",
    ] {
        assert!(header.iter().all(|it| it != hidden), "{hidden}");
    }
    for secret in [
        "Ani",
        "ALASAN",
        "TINGGI",
        "CATATAN",
        "pendukung",
        "TEMUAN",
        "E9",
    ] {
        assert!(!text.contains(secret), "{secret}:\n{text}");
    }
    let at = |name: &str| header.iter().position(|it| it == name).expect("a column");
    let rows: Vec<csv::StringRecord> = reader.records().map(|it| it.expect("a row")).collect();
    // Three units with a level: four rows, as one unit has two.
    assert_eq!(rows.len(), 4);
    assert!(told.contains("3 of 3 units (4 rows), seed 1"), "{told}");
    for row in &rows {
        assert!(row[at("level")].is_empty() && row[at("coder")].is_empty());
        assert_eq!(&row[at("region")], "Kabupaten Ogan Komering Ilir");
        assert_eq!(&row[at("wave")], "2024");
    }
    assert_eq!(&rows[0][at("quote")], "Kami punya, tentu, cukup orang");
    assert_eq!(&rows[0][at("consent")], "no");
    assert_eq!(&rows[0][at("agency")], "Diskominfo; Bappeda");
    // A finding is the first coder's, also where there is no quote.
    assert!(header.iter().all(|it| it != "finding") && !text.contains("Hanya temuan"));
    assert!(told.contains("1 row(s) have no quote"), "{told}");
    assert!(rows[2][at("quote")].is_empty());
    // What the levels mean is there.
    let rubric = &rows[0][at("_rubric")];
    assert!(
        rubric.contains("| 0 Not in place") && rubric.contains("| 4 Institu"),
        "{rubric}"
    );
    let (local, _) = template(&path, &["--lang", "id"]);
    assert!(local.contains("| 0 Belum terwujud"), "{local}");
}

#[test]
fn a_statement_coded_twice_under_different_ids_stands_once_in_a_blind_sample() {
    let rows = "region,indicator,level,informant,id,quote,finding,coder\n\
        Kab. OKI,ict-staff,1,I1,a1,Hanya dua orang,VERY LOW (level 1),A\n\
        Kab. OKI,ict-staff,2,I1,b1,Hanya dua orang,LOW,B\n\
        Kab. OKI,ict-support,1,I1,a2,,BAD,A\nKab. OKI,ict-support,1,I1,b2,,POOR,B\n";
    let (_keep, path) = folder(&[("data.csv", rows)]);
    let (text, told) = template(&path, &["--sample", "100%"]);
    assert_eq!(text.lines().count(), 3, "{text}");
    assert!(told.contains("2 of 2 units (2 rows)"), "{told}");
    for secret in ["level 1", "LOW", "BAD", "POOR"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}

#[test]
fn a_sheet_that_comes_back_without_a_coder_is_told_at_once() {
    let (_keep, path) = folder(&[("data.csv", CODED)]);
    let (text, _) = template(&path, &["--sample", "100%"]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let at = header
        .iter()
        .position(|it| it == "level")
        .expect("a column");
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).expect("a row");
    for row in reader.records() {
        let mut cells: Vec<String> = row.expect("a row").iter().map(str::to_owned).collect();
        cells[at] = "2".to_owned();
        writer.write_record(&cells).expect("a row");
    }
    std::fs::write(path.join("second.csv"), writer.into_inner().expect("bytes")).expect("a file");
    let words = ["agree", "data.csv", "second.csv", "-f", FRAMEWORK];
    for (lang, wanted) in [
        (
            "en",
            "warning: the sheet of a second coder came back without a name",
        ),
        ("id", "peringatan: lembar pengode kedua kembali tanpa nama"),
    ] {
        let done = siap_with(&[&words[..], &["--lang", lang]].concat(), "", &path);
        assert_eq!(done.code, 0, "{}", done.stderr);
        assert!(done.stderr.contains(wanted), "{}", done.stderr);
        assert!(done.stderr.contains("second.csv:2:"), "{}", done.stderr);
    }
    let record = json(&["agree", "data.csv", "second.csv"], &path);
    let codes = record["warnings"].as_array().expect("a list");
    assert!(
        codes.iter().any(|it| it["code"] == "sample_without_coder"),
        "{codes:?}"
    );
    // Where nobody names a coder, and where everybody does, there is nothing to tell apart.
    for rows in [
        contrast(),
        contrast().replace(",Ani", ",").replace(",Budi", ","),
    ] {
        let (_keep, path) = folder(&[("data.csv", &rows)]);
        let done = siap_with(&["agree", "data.csv", "-f", FRAMEWORK], "", &path);
        assert!(!done.stderr.contains("coder"), "{}", done.stderr);
    }
}

#[test]
fn the_same_seed_draws_the_same_sample() {
    let draw = |more: &str| {
        let line = format!("template examples/sumsel-smart-province --blind {more}");
        let done = siap(&line);
        assert_eq!(done.code, 0, "{}", done.stderr);
        done.stdout
    };
    let one = draw("--sample 12 --seed 5");
    assert_eq!(one, draw("--sample 12 --seed 5"));
    assert_ne!(one, draw("--sample 12 --seed 6"));
    assert_eq!(one.lines().count(), 13);
    // Every indicator gives a unit.
    let indicators: std::collections::BTreeSet<&str> = one
        .lines()
        .skip(1)
        .filter_map(|it| it.split(',').nth(1))
        .collect();
    assert_eq!(indicators.len(), 7);
    assert_eq!(draw("--sample 20%"), draw(""));
}

#[test]
fn a_sample_that_comes_back_is_compared_with_the_first_coder() {
    let (_keep, path) = folder(&[("data.csv", CODED)]);
    let (text, _) = template(&path, &["--sample", "100%"]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|it| it == name).expect("a column");
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).expect("a row");
    for (row, level) in reader.records().zip(["4", "3", "2", ""]) {
        let mut cells: Vec<String> = row.expect("a row").iter().map(str::to_owned).collect();
        cells[at("level")] = level.to_owned();
        cells[at("coder")] = "Budi".to_owned();
        writer.write_record(&cells).expect("a row");
    }
    std::fs::write(path.join("second.csv"), writer.into_inner().expect("bytes")).expect("a file");
    let record = json(&["agree", "data.csv", "second.csv"], &path);
    assert_eq!(record["counts"]["pairable"], 3);
    assert_eq!(record["counts"]["single"], 1);
    assert_eq!(record["counts"]["repeated"], 0);
    assert_eq!(record["unit"], "statement");
    assert_eq!(record["coefficients"][0]["value"], 1.0);
    // The sample asked about three units, and one was left without a level.
    let presence = &record["presence"];
    assert_eq!(presence["blind_sample"], true);
    assert_eq!(presence["units"], 3);
    assert_eq!(presence["some"], 1);
}

#[test]
fn quotes_without_consent_stay_inside() {
    let rows = "region,indicator,level,informant,coder,quote,consent\n\
        Kab. OKI,ict-staff,0,I1,A,RAHASIA,no\nKab. OKI,ict-staff,4,I1,B,TERBUKA,yes\n\
        Kab. OKI,ict-staff,1,I2,A,,\nKab. OKI,ict-staff,1,I2,B,,\n";
    let (_keep, path) = folder(&[("data.csv", rows)]);
    for format in ["table", "md", "csv", "json"] {
        let words = ["agree", "data.csv", "-f", FRAMEWORK, "--format", format];
        let done = siap_with(&words, "", &path);
        assert_eq!(done.code, 0, "{}", done.stderr);
        assert!(!done.stdout.contains("RAHASIA"), "{format}");
        assert_eq!(done.stdout.contains("TERBUKA"), format != "csv", "{format}");
    }
}

#[test]
fn an_empty_form_has_a_row_for_each_indicator() {
    let done = siap(&format!("template -f {FRAMEWORK}"));
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(done.stdout.lines().count(), 8);
    assert!(
        done.stdout
            .starts_with("region,wave,indicator,_title,level,")
    );
    let study = siap("template examples/sumsel-smart-province");
    assert_eq!(study.stdout, done.stdout);
}

#[test]
fn a_sample_never_lands_where_the_study_would_read_it() {
    let study = "framework = \"smart-province-readiness\"\n";
    let (_keep, path) = folder(&[("data.csv", CODED), ("study.toml", study)]);
    let done = siap_with(&["template", ".", "--blind", "-o", "second.csv"], "", &path);
    assert_eq!(done.code, 1);
    assert!(!path.join("second.csv").exists());
}

#[test]
fn every_format_of_agreement_is_there() {
    let (_keep, path) = folder(&[("data.csv", &contrast())]);
    for (format, start) in [
        ("table", "Agreement between coders"),
        ("csv", "family,scope,id,chance,name,"),
        ("json", "{"),
        ("md", "# "),
    ] {
        let words = ["agree", "data.csv", "-f", FRAMEWORK, "--format", format];
        let done = siap_with(&words, "", &path);
        assert_eq!(done.code, 0, "{format}: {}", done.stderr);
        assert!(done.stdout.starts_with(start), "{format}:\n{}", done.stdout);
    }
}

/// What `agree` prints about rows.
fn printed(rows: &str, more: &[&str]) -> String {
    let (_keep, path) = folder(&[("data.csv", rows)]);
    let words = [&["agree", "data.csv", "-f", FRAMEWORK], more].concat();
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    done.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Rows of two coders: indicator, informant and the level of each.
fn pairs(given: &[(&str, &str, u8, u8)]) -> String {
    let mut out = String::from("region,indicator,level,informant,coder\n");
    for (indicator, informant, ani, budi) in given {
        for (coder, level) in [("Ani", ani), ("Budi", budi)] {
            out.push_str(&format!(
                "Kab. OKI,{indicator},{level},{informant},{coder}\n"
            ));
        }
    }
    out
}

#[test]
fn pooled_looks_better_is_said_only_where_it_does() {
    assert!(printed(&contrast(), &[]).contains("Pooled over indicators it looks better"));
    // Both indicators differ alike, so that pooling gains nothing.
    let same = pairs(&[
        ("ict-staff", "I1", 0, 1),
        ("ict-staff", "I2", 1, 1),
        ("ict-staff", "I3", 4, 4),
        ("ict-support", "I1", 0, 1),
        ("ict-support", "I2", 1, 1),
        ("ict-support", "I3", 4, 4),
    ]);
    let text = printed(&same, &[]);
    assert!(text.contains("taken within each indicator"), "{text}");
    assert!(!text.contains("looks better"), "{text}");
    assert!(!text.contains("count as agreement"), "{text}");
    // One value everywhere, and one unit alone: nothing there is too high.
    let equal = pairs(&[("ict-staff", "I1", 2, 2), ("ict-support", "I1", 2, 2)]);
    let alone = pairs(&[("ict-staff", "I1", 2, 3)]) + "Kab. OKI,ict-support,1,I1,Ani\n";
    for rows in [equal, alone] {
        let text = printed(&rows, &[]);
        assert!(!text.contains("too high"), "{text}");
    }
    let differ = pairs(&[("ict-staff", "I1", 0, 0), ("ict-support", "I1", 3, 4)]);
    assert_eq!(printed(&differ, &[]).matches("too high").count(), 2);
}

#[test]
fn the_chapter_counts_what_its_figure_rests_on() {
    let mut given = vec![("ict-support", "I1", 1, 1)];
    for informant in ["I1", "I2", "I3", "I4", "I5", "I6"] {
        given.push(("ict-staff", informant, 2, u8::from(informant == "I3") + 2));
    }
    let rows = pairs(&given) + "Kab. OKI,ict-staff,2,I9,Ani\n";
    let record = agree(&rows);
    // One unit says nothing of how coders would agree: no 0.000 without a remark.
    let lonely = &record["by_indicator"][1];
    assert_eq!(lonely["id"], "ict-support");
    assert_eq!(lonely["headline"]["reason"], "no_variation");
    let apart = agree(&rows.replace("ict-support,1,I1,Budi", "ict-support,4,I1,Budi"));
    let lonely = &apart["by_indicator"][1]["headline"];
    assert_eq!(lonely["reason"], "too_few_units");
    assert!(lonely["value"].is_null());
    let chapter = record["chapter"].as_str().expect("a paragraph");
    assert!(chapter.contains("computed on 6 units"), "{chapter}");
    assert!(
        chapter.contains("with only one unit coded twice (1)"),
        "{chapter}"
    );
    assert!(chapter.contains("coded twice or more: 7)"), "{chapter}");
}

#[test]
fn kinds_of_values_are_counted_apart_in_the_chapter() {
    let framework = "id = \"dua\"\nversion = \"1\"\ntitle = \"Dua\"\n\
        [[indicator]]\nid = \"a\"\ntitle = \"A\"\n\
        [[indicator]]\nid = \"b\"\ntitle = \"B\"\nkind = \"direction\"\n";
    let rows = "region,indicator,level,direction,informant,coder,id\n\
        Kab. OKI,a,1,,I1,A,\nKab. OKI,a,1,,I1,B,\nKab. OKI,a,3,,I2,A,\nKab. OKI,a,2,,I2,B,\n\
        Kab. Banyuasin,b,,pendukung,I1,A,1\nKab. Banyuasin,b,,penghambat,I1,A,1\n\
        Kab. Banyuasin,b,,pendukung,I1,B,1\n";
    let (_keep, path) = folder(&[("data.csv", rows), ("dua.toml", framework)]);
    let words = ["agree", "data.csv", "-f", "dua.toml", "--format", "json"];
    let done = siap_with(&words, "", &path);
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert_eq!(record["counts"]["repeated"], 1);
    let chapter = record["chapter"].as_str().expect("a paragraph");
    assert!(
        chapter.contains("Indicators coded twice: 1; regions: 1."),
        "{chapter}"
    );
    assert!(!chapter.contains("several times"), "{chapter}");
}

#[test]
fn informants_are_told_apart_without_case_and_spaces() {
    let rows = "region,indicator,level,informant,role,coder\n\
        Kab. OKI,ict-staff,0,Ani Putri,,A\nKab. OKI,ict-staff,1,ani  putri,,B\n\
        Kab. OKI,ict-support,1,,Kabid  TIK,A\nKab. OKI,ict-support,3,,kabid tik,B\n\
        Kab. OKI,ict-staff,1,I-11,,A\nKab. OKI,ict-staff,1,I-1-1,,B\n";
    let record = agree(rows);
    assert_eq!(record["counts"]["pairable"], 2);
    assert_eq!(record["counts"]["units"], 4);
}

#[test]
fn one_region_is_too_few_regions() {
    let text = printed(&contrast(), &["--cluster", "region"]);
    assert!(text.contains("No interval: too few regions."), "{text}");
}

#[test]
fn nothing_is_drawn_from_a_study_without_levels() {
    let rows = "region,indicator,level,informant,coder,finding\n\
        Kab. OKI,ict-staff,,I1,A,x\n";
    let text = printed(rows, &[]);
    assert!(!text.contains("siap template data.csv"), "{text}");
    assert!(text.contains("Code what was said first"), "{text}");
}

#[test]
fn a_sample_smaller_than_the_indicators_says_how_many_have_none() {
    let line = "template examples/sumsel-smart-province --blind --sample";
    let told = siap(&format!("{line} 5")).stderr;
    assert!(
        told.contains("indicators without a unit in the sample: 2; with 7"),
        "{told}"
    );
    assert!(!siap(&format!("{line} 7")).stderr.contains("without a unit"));
}

#[test]
fn a_template_is_written_as_csv_or_as_a_workbook_only() {
    let (_keep, path) = folder(&[("data.csv", CODED)]);
    for name in ["second.ods", "second.json"] {
        for more in [&["data.csv", "--blind"][..], &[]] {
            let words = [&["template", "-f", FRAMEWORK, "-o", name], more].concat();
            assert_eq!(siap_with(&words, "", &path).code, 1, "{words:?}");
            assert!(!path.join(name).exists());
        }
    }
}

#[test]
fn a_unit_that_two_have_coded_stands_once_in_a_blind_sample() {
    let rows = pairs(&[("ict-staff", "I1", 0, 1), ("ict-support", "I2", 1, 1)]);
    let (_keep, path) = folder(&[("data.csv", &rows)]);
    let (text, told) = template(&path, &["--sample", "100%"]);
    assert_eq!(text.lines().count(), 3, "{text}");
    assert!(told.contains("2 of 2 units (2 rows)"), "{told}");
}
