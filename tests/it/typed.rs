//! What people type for indicators, items, indexes and frameworks is read where it can mean one thing.

use crate::run::{folder, nodes, scored, siap, siap_with};

#[test]
fn indicators_and_items_are_read_by_their_number() {
    let ids = scored(
        "pemdi-2026",
        "region,wave,indicator,level,item,status\n34.04,2026,i01,2,,\n34.04,2026,i02,3,,\n34.04,2026,i20,4,,\n\
         34.04,2026,i01,,I1.L1.1,accepted\n34.04,2026,i01,,I1.L2.1,submitted\n",
    );
    let numbers = scored(
        "Pemdi-2026",
        "region,wave,indicator,level,item,status\n34.04,2026,I1,2,,\n34.04,2026,02,3,,\n34.04,2026,20,4,,\n\
         34.04,2026,1,,L1.1,accepted\n34.04,2026,I01,,I01.L2.1,submitted\n",
    );
    assert_eq!(ids["assessments"], numbers["assessments"]);
    let states = |of: &serde_json::Value| {
        let items = of["evidence"][0]["items"].as_array().expect("items");
        let state = |it: &serde_json::Value| (it["item"].clone(), it["status"].clone());
        items.iter().map(state).collect::<Vec<_>>()
    };
    assert_eq!(states(&ids), states(&numbers));
    let wide = scored(
        "pemdi-2026",
        "region,wave,I1,I02. Layanan,indikator 20\n34.04,2026,2,3,4\n",
    );
    let told = |of: &serde_json::Value| {
        let all = nodes(&of["assessments"][0]);
        ["i01", "i02", "i20"].map(|it| all[it]["value"].clone())
    };
    assert_eq!(told(&wide), told(&ids));
}

#[test]
fn an_indicator_is_shown_by_its_number_its_item_and_in_a_framework_with_capitals() {
    let wanted = siap("framework show pemdi-2026 i01");
    assert_eq!(wanted.code, 0);
    for name in ["I1", "1", "01", "Indikator 1", "I1.L2.2", "I01.L2.2"] {
        let words = ["framework", "show", "PEMDI-2026", name];
        let (_keep, path) = folder(&[]);
        let shown = siap_with(&words, "", &path);
        assert_eq!(shown.stdout, wanted.stdout, "{name}: {}", shown.stderr);
    }
}

#[test]
fn a_published_index_goes_by_the_name_that_is_printed_for_it() {
    for name in ["index", "Indeks Pemdi", "Pemdi index", "INDEKS  PEMDI"] {
        let table = format!("region,wave,indicator,value\n34.04,2026,{name},2.21\n");
        let (_keep, path) = folder(&[("d.csv", &table)]);
        let shown = siap_with(&["score", "d.csv", "-f", "pemdi-2026"], "", &path);
        assert!(shown.stdout.contains("2.21"), "{name}: {}", shown.stderr);
        // Indexes of others had no part in it.
        assert!(!shown.stdout.contains("not issued"), "{}", shown.stdout);
    }
    // Brackets and an abbreviation belong to the name.
    let ips = scored(
        "epss",
        "region,wave,indicator,value\n34.04,2026,Statistics development index (IPS),2.97\n",
    );
    assert_eq!(nodes(&ips["assessments"][0])["index"]["told"], 2.97);
}

#[test]
fn that_an_index_was_not_issued_may_stand_for_its_level_or_its_value() {
    let rows = [
        "i05,,,",
        "i05,not issued,,",
        "i05,,not issued,SDI",
        "i05,,Belum Dirilis,SDI",
    ];
    let results = rows.map(|row| {
        let table = format!(
            "region,wave,indicator,level,value,unit\n34.04,2026,i01,2,,\n34.04,2026,{row}\n"
        );
        let of = scored("pemdi-2026", &table);
        let node = nodes(&of["assessments"][0])["i05"].clone();
        (node["reason"].clone(), node["score"].clone())
    });
    assert_eq!(results[0].0, "not-issued");
    assert!(results.iter().all(|it| *it == results[0]), "{results:?}");
}

#[test]
fn levels_with_roman_names_are_read_behind_a_word_and_with_a_plus() {
    let of = scored(
        "indeks-kami-5-tinggi",
        "region,indicator,level\n34.04,total,500\n34.04,maturity-risk,Level III\n34.04,maturity-framework,2+\n34.04,maturity-assets,Level IV+\n",
    );
    let all = nodes(&of["assessments"][0]);
    for (id, value) in [
        ("maturity-risk", 3.0),
        ("maturity-framework", 2.5),
        ("maturity-assets", 4.5),
    ] {
        assert_eq!(all[id]["value"], value, "{id}");
    }
}

#[test]
fn states_stand_together_and_dates_alike_in_the_tables_of_evidence() {
    let table = "wilayah,indikator,butir,status,tenggat\n\
        Kab. Sleman,i01,I1.L1.1,diunggah,1 September 2026\n\
        Kab. Sleman,i01,I1.L2.1,disusun,01/08/2026\n\
        Kab. Sleman,i01,I1.L3.1,revisi,Agustus 2026\n";
    let (_keep, path) = folder(&[("d.csv", table)]);
    let words = ["--lang", "id", "score", "d.csv", "-f", "pemdi-2026"];
    let shown = siap_with(&words, "", &path).stdout;
    let heads = [
        "Diterima", "Diunggah", "Disusun", "Revisi", "Belum", "Tingkat",
    ];
    let line = shown
        .lines()
        .find(|it| it.contains("Diunggah"))
        .expect("a header");
    let places = heads.map(|it| line.find(it).unwrap_or_else(|| panic!("{it}: {line}")));
    assert!(places.is_sorted(), "{line}");
    for date in ["2026-09-01", "2026-08-01", "2026-08\n"] {
        assert!(shown.contains(date), "{date}:\n{shown}");
    }
}

#[test]
fn numbers_with_decimal_commas_are_parted_by_semicolons() {
    let shown = siap("--lang id framework show pemdi-2026 i05").stdout;
    assert!(shown.contains("0 → 1; 12,5 → 1,5; 37,5 → 2,5"), "{shown}");
}
