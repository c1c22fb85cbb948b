//! The instruments that planners fill this year: published results, edges, and what is particular to
//! each.

use serde_json::Value;

use siap::stats::Stream;

use crate::run::{near, nodes, root, scored, siap_with};

/// The result of the index of the only assessment.
fn index(framework: &str, table: &str) -> Value {
    let scores = scored(framework, table);
    nodes(&scores["assessments"][0])["index"].clone()
}

fn shown(framework: &str, table: &str) -> String {
    let words = ["score", "-", "-f", framework, "--lang", "id"];
    siap_with(&words, table, root()).stdout
}

/// A table with every indicator of Pemdi at a level, of a stage.
fn pemdi(stage: &str, level: impl Fn(usize) -> String) -> String {
    let rows = (1..=20).map(|it| format!("11.04,i{it:02},2026,{stage},{}\n", level(it)));
    format!(
        "region,indicator,wave,stage,level\n{}",
        rows.collect::<String>()
    )
}

#[test]
fn aceh_tengah_reproduces_its_spbe_of_2025() {
    let table = "region,indicator,value\n11.04,kebijakan,2.30\n11.04,tata-kelola,1.70\n\
                 11.04,manajemen,1.00\n11.04,layanan,3.75\n";
    let found = index("spbe-2020", table);
    // 0.13 x 2.30 + 0.25 x 1.70 + 0.165 x 1.00 + 0.455 x 3.75; the report prints 2.59, Cukup.
    near(found["value"].as_f64().expect("a value"), 2.595_25, 1e-9);
    assert_eq!(found["band"], "cukup");
    // Rounded to two decimals it would be a Baik.
    assert!(shown("spbe-2020", table).contains("2,595"));
}

#[test]
fn kediri_reproduces_its_smart_city_evaluation_of_2022() {
    let rest = "Kota Kediri,baseline,3.60\nKota Kediri,output,3.21\nKota Kediri,outcome,3.23\n\
                Kota Kediri,quick-win,3.65\n";
    let published = format!("region,indicator,value\n{rest}Kota Kediri,impact,3.07\n");
    let found = index("smart-city-evaluation-2022", &published);
    near(found["value"].as_f64().expect("a value"), 3.315, 1e-9);
    // The six pillars make up Impact: their plain mean is 3.068, of which 3.07 was printed.
    let pillars = [
        "governance",
        "branding",
        "economy",
        "society",
        "living",
        "environment",
    ];
    let values = [2.75, 2.75, 3.5, 3.33, 3.33, 2.75];
    let pillars = pillars.iter().zip(values);
    let pillars = pillars.map(|(id, value)| format!("Kota Kediri,pillar-{id},{value}\n"));
    let table = format!(
        "region,indicator,value\n{rest}{}",
        pillars.collect::<String>()
    );
    let scores = scored("smart-city-evaluation-2022", &table);
    let found = nodes(&scores["assessments"][0]);
    near(
        found["impact"]["value"].as_f64().expect("a value"),
        18.41 / 6.0,
        1e-9,
    );
    let whole = 0.1 * 3.60 + 0.2 * 3.21 + 0.3 * 3.23 + 0.2 * (18.41 / 6.0) + 0.2 * 3.65;
    near(
        found["index"]["value"].as_f64().expect("a value"),
        whole,
        1e-9,
    );
}

/// Lower edges of the three results above the lowest, and the highest total.
const KAMI: [(&str, [u32; 3], u32); 6] = [
    ("indeks-kami-4-rendah", [175, 313, 536], 645),
    ("indeks-kami-4-tinggi", [273, 456, 584], 645),
    ("indeks-kami-4-strategis", [334, 536, 610], 645),
    ("indeks-kami-5-rendah", [248, 444, 761], 918),
    ("indeks-kami-5-tinggi", [388, 647, 829], 918),
    ("indeks-kami-5-strategis", [473, 761, 865], 918),
];

/// Five areas that reach their minimum.
const AREAS: &str = "11.04,area-governance,16\n11.04,area-risk,20\n11.04,area-framework,24\n\
                     11.04,area-assets,27\n11.04,area-technology,14\n";

#[test]
fn indeks_kami_has_its_edges_in_three_categories() {
    let bands = [
        "tidak-layak",
        "pemenuhan-kerangka-kerja-dasar",
        "cukup-baik",
        "baik",
    ];
    for (framework, edges, most) in KAMI {
        let band = |total: u32| {
            let table = format!("region,indicator,value\n11.04,total,{total}\n{AREAS}");
            index(framework, &table)["band"].clone()
        };
        for (at, edge) in edges.into_iter().enumerate() {
            assert_eq!(band(edge - 1), bands[at], "{framework} {}", edge - 1);
            assert_eq!(band(edge), bands[at + 1], "{framework} {edge}");
        }
        assert_eq!(band(most), "baik", "{framework} {most}");
        let table = format!("region,indicator,value\n11.04,total,{}\n", most + 1);
        let words = ["score", "-", "-f", framework];
        let done = siap_with(&words, &table, root());
        assert_eq!(done.code, 1, "{framework} {}: {}", most + 1, done.stdout);
    }
}

#[test]
fn an_area_below_its_minimum_holds_the_result_down() {
    let of = |areas: &str| format!("region,indicator,value\n11.04,total,880\n{areas}");
    // 880 points with no risk management at all.
    let missed = of("11.04,area-risk,0\n");
    assert_eq!(
        index("indeks-kami-5-rendah", &missed)["band"],
        "tidak-layak"
    );
    let told = shown("indeks-kami-5-rendah", &missed);
    assert!(told.contains("Tidak Layak"), "{told}");
    assert!(told.contains("kurang dari batas minimal 20"), "{told}");
    assert!(!told.contains("dan Baik"), "{told}");
    // One point short, and reached.
    let short = of(&AREAS.replace("area-risk,20", "area-risk,19"));
    assert_eq!(index("indeks-kami-5-rendah", &short)["band"], "tidak-layak");
    let reached = of(AREAS);
    let told = shown("indeks-kami-5-rendah", &reached);
    assert_eq!(index("indeks-kami-5-rendah", &reached)["band"], "baik");
    assert!(!told.contains("sementara, antara"), "{told}");
    // Where nothing says, the result is not firm, and the missing areas are named.
    let told = shown("indeks-kami-5-rendah", &of(""));
    assert!(told.contains("sementara, antara"), "{told}");
    assert!(
        told.contains("Belum diketahui apakah batas minimal terpenuhi"),
        "{told}"
    );
    // A total that is too low anyway asks for no area.
    let low = "region,indicator,value\n11.04,total,100\n";
    let told = shown("indeks-kami-5-rendah", low);
    assert!(!told.contains("batas minimal terpenuhi"), "{told}");
    assert!(!told.contains("sementara, antara"), "{told}");
}

#[test]
fn a_level_that_a_region_gives_itself_counts_as_the_upper_end_of_its_band() {
    // Bands of the draft that Minahasa Selatan copied: 1-1.5, 1.5-2.5, 2.5-3.5, 3.5-4, 4-5.
    for (level, low, high) in [
        ("1", 1.0, 1.5),
        ("2", 1.5, 2.5),
        ("3", 2.5, 3.5),
        ("Melembaga", 3.5, 4.0),
        ("5 - Unggul", 4.0, 5.0),
    ] {
        let scores = scored("pemdi-2026", &pemdi("self", |_| level.to_owned()));
        let found = nodes(&scores["assessments"][0]);
        let score = |value: f64| 25.0 * (value - 1.0);
        for id in ["i01", "index"] {
            let of = |key: &str| found[id][key].as_f64().expect("a number");
            near(of("value"), high, 1e-9);
            near(of("score"), score(high), 1e-9);
            near(of("score_low"), score(low), 1e-9);
            near(of("score_high"), score(high), 1e-9);
        }
        let wanted = [1.5, 2.5, 3.5, 4.0, 5.0]
            .iter()
            .position(|it| (it - high).abs() < 1e-9);
        let wanted = wanted.expect("an upper end") + 1;
        assert_eq!(found["i01"]["level"], wanted as f64);
        assert!(found["index"]["level"].is_null());
    }
    // The assessor gives values: the same number is one.
    let found = index("pemdi-2026", &pemdi("final", |_| "3".to_owned()));
    near(found["value"].as_f64().expect("a value"), 3.0, 1e-9);
    near(found["score_low"].as_f64().expect("a bound"), 50.0, 1e-9);
    // A decimal is no answer of a self-assessment.
    let words = ["check", "-", "-f", "pemdi-2026"];
    let done = siap_with(&words, &pemdi("self", |_| "2.5".to_owned()), root());
    assert_eq!(done.code, 1, "{}", done.stdout);
}

#[test]
fn an_index_that_is_not_issued_yet_stands_at_one_for_the_time_being() {
    const FED: [usize; 4] = [5, 6, 7, 18];
    let table = |word: &'static str| {
        pemdi("final", move |it| match FED.contains(&it) {
            true => word.to_owned(),
            false => "3".to_owned(),
        })
    };
    // 14 of 100 at 1, the rest at 3; open from there to 5.
    let expected = 0.14 + 0.86 * 3.0;
    for word in ["", "N/A", "belum terbit"] {
        let scores = scored("pemdi-2026", &table(word));
        let found = nodes(&scores["assessments"][0]);
        let of = |id: &str, key: &str| found[id][key].as_f64().expect("a number");
        near(of("index", "value"), expected, 1e-9);
        near(of("index", "coverage"), 0.86, 1e-9);
        near(of("index", "score_low"), 25.0 * (expected - 1.0), 1e-9);
        near(
            of("index", "score_high"),
            25.0 * (0.14 * 5.0 + 0.86 * 3.0 - 1.0),
            1e-9,
        );
        assert_eq!(found["i05"]["reason"], "not-issued", "{word}");
        assert!(found["i05"]["score"].is_null(), "{word}");
        let told = shown("pemdi-2026", &table(word));
        assert!(told.contains("belum terbit, dihitung sementara"), "{told}");
        assert!(told.contains("Bappenas"), "{told}");
    }
    // What nobody else measures is missing, whatever stands beside it.
    let words = ["check", "-", "-f", "pemdi-2026"];
    let wrong = "region,indicator,level\n11.04,i01,belum terbit\n";
    assert_eq!(siap_with(&words, wrong, root()).code, 1);
}

#[test]
fn another_bodys_index_becomes_a_value_along_lines() {
    // The first two are the ministry's worked examples; the others lie on edges of its ranges or between
    // them: y0 + (x - x0) / (x1 - x0) * (y1 - y0).
    for (indicator, value, unit, expected) in [
        ("i05", "25", "SDI", 2.0),
        ("i05", "68.75", "SDI", 3.75),
        ("i05", "0", "SDI", 1.0),
        ("i05", "12.5", "SDI", 1.5),
        ("i05", "75", "SDI", 4.0),
        ("i05", "100", "SDI", 5.0),
        ("i05", "63", "SDI", 3.52),
        ("i06", "2.4", "SJIG", 2.4),
        ("i06", "4", "SJIG", 4.0),
        ("i07", "2.07", "IPS", 1.8375),
        ("i07", "4.2", "IPS", 4.0),
        ("i18", "50", "SDI", 3.0),
        ("i10", "3", "IKASANDI", 3.0),
    ] {
        let table = format!("region,indicator,value,unit\n11.04,{indicator},{value},{unit}\n");
        let scores = scored("pemdi-2026", &table);
        let found = nodes(&scores["assessments"][0]);
        let what = format!("{indicator} {value} {unit}");
        let leaf = found[indicator]["value"].as_f64();
        near(
            leaf.unwrap_or_else(|| panic!("{what}: no value")),
            expected,
            1e-9,
        );
        assert!(
            found[indicator]["level"].is_null(),
            "{what}: not a level given"
        );
    }
    let shown = siap_with(
        &["score", "-", "-f", "pemdi-2026", "--lang", "id"],
        "region,indicator,value,unit\n11.04,i06,2.4,SJIG\n",
        root(),
    );
    assert!(
        shown.stdout.contains("diukur instansi lain"),
        "{}",
        shown.stdout
    );
}

#[test]
fn accepted_items_of_aceh_tengah_come_to_what_its_assessor_gave() {
    let words = ["score", "examples/pemdi-aceh-tengah", "-f", "pemdi-2026"];
    let words = words.into_iter().chain(["--format", "json"]);
    let done = siap_with(&words.collect::<Vec<_>>(), "", root());
    let scores: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let shown = scores["evidence"][0]["nodes"].as_array().expect("nodes");
    let of = |id: &str| {
        let node = shown.iter().find(|it| it["id"] == id);
        node.unwrap_or_else(|| panic!("no {id}"))["shown"]
            .as_f64()
            .expect("a number")
    };
    // Share of accepted items times the width of the band, as worked out by hand from the portal; the
    // assessor printed 1.3 for i04 and i20, 1.26 for i03.
    for (id, expected) in [
        ("i01", 2.0),
        ("i02", 1.5),
        ("i03", 1.2),
        ("i04", 1.0 + 0.5 * 2.0 / 3.0),
        ("i11", 1.5),
        ("i12", 1.25),
        ("i13", 1.0 + 0.5 / 3.0),
        ("i17", 2.5),
        ("i20", 1.25),
        ("i08", 1.0),
    ] {
        near(of(id), expected, 1e-9);
    }
    // Printed: 1.24.
    near(of("index"), 1.2325, 5e-3);
}

#[test]
fn predicates_stand_only_where_the_regulation_grades() {
    let table = "region,indicator,value\n11.04,kebijakan,2.30\n11.04,tata-kelola,1.70\n\
                 11.04,manajemen,1.00\n11.04,layanan,3.75\n";
    let scores = scored("spbe-2020", table);
    let found = nodes(&scores["assessments"][0]);
    assert_eq!(found["index"]["band"], "cukup");
    assert!(found["layanan"]["band"].is_null());
    assert_eq!(scores["method"]["graded"], "index");
    let level = "region,indicator,level\n11.04,i01,3\n11.04,i32,4\n";
    let told = shown("spbe-2020", level);
    for name in ["Terdefinisi", "Kolaborasi"] {
        assert!(told.contains(name), "{name}: {told}");
    }
}

#[test]
fn an_index_of_another_body_holds_for_every_stage_and_by_every_name() {
    let table = "region,indicator,wave,stage,level,value,unit\n\
                 11.04,i05,2026,self,,63,Indeks SDI\n\
                 11.04,i06,2026,self,3,3.2,SJIG (BIG)\n\
                 11.04,i01,2026,self,2,,\n\
                 11.04,i01,2026,document,1.75,,\n";
    let scores = scored("pemdi-2026", table);
    let all = scores["assessments"].as_array().expect("assessments");
    assert_eq!(all.len(), 2);
    for assessment in all {
        let found = nodes(assessment);
        let value = |id: &str| found[id]["value"].as_f64().expect("a value");
        near(value("i05"), 3.52, 1e-9);
        // The level 3 beside it says the same.
        near(value("i06"), 3.2, 1e-9);
        assert!(found["i06"]["level"].is_null());
    }
    // What the region does not know is not carried: the level of another stage is that stage's.
    let found = nodes(&all[1]);
    near(found["i01"]["value"].as_f64().expect("a value"), 1.75, 1e-9);
    assert!(found["i02"]["value"].is_null());
}

#[test]
fn a_published_index_keeps_its_predicate_beside_a_part_of_its_domains() {
    // Kendal 2.97, printed as Baik; one of five domains does not make it provisional, nor is what that
    // domain alone comes to held against it.
    let table = "region,indicator,value\nKab. Kendal,index,2.97\nKab. Kendal,sdi-principles,3\n";
    let told = shown("epss", table);
    assert!(
        told.contains("Baik") && !told.contains("sementara, antara"),
        "{told}"
    );
    let words = ["check", "-", "-f", "epss", "--lang", "en"];
    let done = siap_with(&words, table, root());
    assert!(!done.stderr.contains("but computed"), "{}", done.stderr);
    for (value, band) in [
        ("1.86", "cukup"),
        ("2.97", "baik"),
        ("1.92", "cukup"),
        ("2.07", "cukup"),
    ] {
        let table = format!("region,indicator,value\nKab. Kendal,index,{value}\n");
        assert_eq!(index("epss", &table)["band"], band, "{value}");
    }
}

#[test]
fn a_total_is_the_sum_of_its_areas() {
    let areas = "11.04,area-governance,100\n11.04,area-risk,60\n11.04,area-framework,150\n\
                 11.04,area-assets,200\n11.04,area-technology,150\n11.04,area-data-protection,80\n";
    let table = format!("region,indicator,value\n{areas}");
    let found = index("indeks-kami-5-tinggi", &table);
    near(found["value"].as_f64().expect("a value"), 740.0, 1e-9);
    assert_eq!(found["band"], "cukup-baik");
    let told = |more: &str| {
        let words = ["check", "-", "-f", "indeks-kami-5-tinggi", "--lang", "en"];
        siap_with(&words, &format!("{table}{more}"), root()).stderr
    };
    assert_eq!(told("11.04,total,740\n"), "");
    assert!(told("11.04,total,880\n").contains("its parts add up to 740"));
    // Without one area of 0–126 points the others still are what they are.
    let some = table.replace("11.04,area-data-protection,80\n", "");
    let found = index("indeks-kami-5-tinggi", &some);
    assert!(found["score"].is_null());
    for (end, points) in [("score_low", 660.0), ("score_high", 744.0)] {
        let score = found[end].as_f64().expect("an end");
        near(score, 100.0 * points / 918.0, 1e-9);
    }
}

/// What one cell of Pemdi says, worked out from the instrument and not from the program.
struct Cell {
    row: String,
    /// What it counts as; none where it is missing.
    value: Option<f64>,
    low: f64,
    high: f64,
    has_data: bool,
}

/// A random cell of a self-assessment of Pemdi.
fn random_cell(stream: &mut Stream, number: usize) -> Cell {
    const EDGES: [f64; 6] = [1.0, 1.5, 2.5, 3.5, 4.0, 5.0];
    const CUTS: [(usize, &str, [f64; 6]); 4] = [
        (5, "SDI", [0.0, 12.5, 37.5, 62.5, 75.0, 100.0]),
        (6, "SJIG", EDGES),
        (7, "IPS", [1.0, 1.8, 2.6, 3.5, 4.2, 5.0]),
        (18, "SDI", [0.0, 12.5, 37.5, 62.5, 75.0, 100.0]),
    ];
    let fed = CUTS.iter().find(|(of, ..)| *of == number);
    let mut below = |many: u32| stream.below(many) as usize;
    let row = |level: &str, value: &str, unit: &str| {
        format!("11.04,i{number:02},2026,self,{level},{value},{unit}\n")
    };
    match (below(10), fed) {
        (0..=3, Some((_, unit, cuts))) => {
            let step = below(5);
            let share = below(101) as f64 / 100.0;
            let index = cuts[step] + share * (cuts[step + 1] - cuts[step]);
            let value = EDGES[step] + share * (EDGES[step + 1] - EDGES[step]);
            Cell {
                row: row("", &index.to_string(), unit),
                value: Some(value),
                low: value,
                high: value,
                has_data: true,
            }
        }
        (0..=1, None) => Cell {
            row: row("", "", ""),
            value: None,
            low: 1.0,
            high: 5.0,
            has_data: false,
        },
        (4..=6, Some(_)) => Cell {
            row: row("belum terbit", "", ""),
            value: Some(1.0),
            low: 1.0,
            high: 5.0,
            has_data: false,
        },
        _ => {
            let level = below(5);
            Cell {
                row: row(&(level + 1).to_string(), "", ""),
                value: Some(EDGES[level + 1]),
                low: EDGES[level],
                high: EDGES[level + 1],
                has_data: true,
            }
        }
    }
}

#[test]
fn random_self_assessments_of_pemdi_score_as_worked_out_by_hand() {
    // Weights of the indicators of the seven aspects; an aspect weighs what its indicators do together.
    const WEIGHTS: [&[f64]; 7] = [
        &[5.0, 5.0],
        &[5.0, 5.0],
        &[5.0, 3.0, 3.0, 4.0],
        &[4.0, 4.0, 3.0, 4.0],
        &[5.0, 5.0],
        &[4.0, 4.0, 4.0, 3.0],
        &[10.0, 15.0],
    ];
    let mut scored_ones = 0;
    for seed in 0..60 {
        let mut stream = Stream::new(20_261_127, 12, seed);
        let cells: Vec<Cell> = (1..=20).map(|it| random_cell(&mut stream, it)).collect();
        let rows: String = cells.iter().map(|it| it.row.as_str()).collect();
        let table = format!("region,indicator,wave,stage,level,value,unit\n{rows}");
        let (mut index, mut weight, mut covered) = (0.0, 0.0, 0.0);
        let (mut low, mut high) = (0.0, 0.0);
        let mut at = 0;
        for aspect in WEIGHTS {
            let (mut sum, mut of_known) = (0.0, 0.0);
            for it in aspect {
                let cell = &cells[at];
                at += 1;
                if let Some(value) = cell.value {
                    (sum, of_known) = (sum + it * value, of_known + it);
                }
                covered += if cell.has_data { it / 100.0 } else { 0.0 };
                (low, high) = (low + it * cell.low / 100.0, high + it * cell.high / 100.0);
            }
            if of_known > 0.0 {
                let whole: f64 = aspect.iter().sum();
                (index, weight) = (index + whole * sum / of_known, weight + whole);
            }
        }
        let found = self::index("pemdi-2026", &table);
        let of = |key: &str| found[key].as_f64();
        let near = |key: &str, wanted: f64| {
            let found = of(key).unwrap_or_else(|| panic!("{seed}: no {key}\n{table}"));
            assert!(
                (found - wanted).abs() < 1e-9,
                "{seed} {key}: {found}, {wanted}\n{table}"
            );
        };
        near("coverage", covered);
        near("score_low", 25.0 * (low - 1.0));
        near("score_high", 25.0 * (high - 1.0));
        if let Some(value) = of("value") {
            scored_ones += 1;
            assert!(
                (value - index / weight).abs() < 1e-9,
                "{seed}: {value}\n{table}"
            );
        }
    }
    assert!(scored_ones > 40, "{scored_ones}");
}

/// A JSON answer to a table on standard input.
fn asked(command: &str, framework: &str, table: &str, more: &[&str]) -> Value {
    let words = [
        &[command, "-", "-f", framework, "--format", "json"][..],
        more,
    ]
    .concat();
    let done = siap_with(&words, table, root());
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

#[test]
fn self_assessments_without_gaps_are_ranked_and_moved_for_certain() {
    let rows = |code: &str, wave: &str, level: u8| -> String {
        let row = |it: i32| format!("{code},i{it:02},{wave},self,{level}\n");
        (1..=20).map(row).collect()
    };
    let [sleman, kediri, before] = [
        ("34.04", "2026", 4),
        ("35.71", "2026", 2),
        ("35.71", "2025", 1),
    ]
    .map(|(code, wave, level)| rows(code, wave, level));
    let table = format!("region,indicator,wave,stage,level\n{sleman}{kediri}{before}");
    let compared = asked("compare", "pemdi-2026", &table, &["--wave", "2026"]);
    let ranking = compared["ranking"].as_array().expect("ranking");
    assert_eq!(ranking.len(), 2);
    for (row, place) in ranking.iter().zip([1, 2]) {
        assert_eq!(row["rank_low"], place);
        assert_eq!(row["rank_high"], place);
    }
    let trend = asked("trend", "pemdi-2026", &table, &[]).to_string();
    // From 1.5 to 2.5 on 1–5.
    assert!(trend.contains("\"change_on_common\":25.0"), "{trend}");
}

#[test]
fn an_index_without_a_stage_counts_in_every_stage() {
    let own = (1..=20).filter(|it| ![5, 10, 12].contains(it));
    let own: String = own
        .map(|it| format!("35.71,i{it:02},2026,self,3,,\n"))
        .collect();
    let table = format!(
        "region,indicator,wave,stage,level,value,unit\n{own}35.71,i05,2026,,,40,SDI\n\
         35.71,i10,2026,,,3.2,IKASANDI\n35.71,i12,2026,,,3.2,IKASANDI\n"
    );
    let scores = scored("pemdi-2026", &table);
    let all = scores["assessments"].as_array().expect("assessments");
    let own = all.iter().find(|it| it["stage"] == "self").expect("self");
    let index = &nodes(own)["index"];
    near(index["coverage"].as_f64().expect("coverage"), 1.0, 1e-12);
    // 87 % at 3.5, SDI 40 as 2.6 with 5 %, IKASANDI as it stands with 8 %.
    let expected = 0.87 * 3.5 + 0.05 * 2.6 + 0.08 * 3.2;
    near(index["value"].as_f64().expect("value"), expected, 1e-9);
}

#[test]
fn parts_of_a_sum_count_within_their_goalposts() {
    let table = "region,indicator,value\n35.71,area-governance,1260\n35.71,area-risk,60\n\
                 35.71,area-framework,150\n35.71,area-assets,200\n35.71,area-technology,120\n\
                 35.71,area-data-protection,70\n";
    let found = index("indeks-kami-5-rendah", table);
    // 126 at most for governance.
    near(found["told"].as_f64().expect("told"), 726.0, 1e-9);
    assert_eq!(found["band"], "cukup-baik");
}

#[test]
fn a_provisional_band_tells_programs_its_two_ends() {
    let found = index(
        "indeks-kami-5-rendah",
        "region,indicator,value\n35.71,total,700\n",
    );
    assert_eq!(found["band"], "cukup-baik");
    assert_eq!(found["band_low"], "tidak-layak");
    assert_eq!(found["band_high"], "cukup-baik");
}

#[test]
fn the_whole_is_shown_like_any_part() {
    for id in ["pemdi-2026", "skm", "indeks-kami-5-rendah"] {
        let done = siap_with(&["framework", "show", id, "index"], "", root());
        assert_eq!(done.code, 0, "{}", done.stderr);
        assert!(done.stdout.contains("(index)"), "{}", done.stdout);
    }
}

#[test]
fn the_first_by_points_is_named_with_its_verdict() {
    let rows = |code: &str, governance: u16, total: u16| {
        format!(
            "{code},total,{total}\n{code},area-governance,{governance}\n{code},area-risk,60\n\
             {code},area-framework,150\n{code},area-assets,200\n{code},area-technology,120\n"
        )
    };
    let table = format!(
        "region,indicator,value\n{}{}",
        rows("35.71", 10, 850),
        rows("35.79", 100, 800)
    );
    let words = ["compare", "-", "-f", "indeks-kami-5-rendah", "--lang", "id"];
    let told = siap_with(&words, &table, root()).stdout;
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("Pertama: Kota Kediri (850, Tidak Layak), di depan Kota Batu (800, "),
        "{told}"
    );
}

#[test]
fn a_missed_minimum_is_told_before_there_is_a_total() {
    let table = "region,indicator,value\n35.71,area-governance,10\n35.71,area-risk,60\n";
    let told = shown("indeks-kami-5-rendah", table);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("kurang dari batas minimal 16: hasilnya Tidak Layak"),
        "{told}"
    );
}

/// Twenty equal levels, by the region itself and by an assessor.
fn self_and_final() -> String {
    let row = |stage: &str, it: u8| format!("35.71,i{it:02},2026,{stage},3\n");
    let rows: String = ["self", "final"]
        .into_iter()
        .flat_map(|stage| (1..=20).map(move |it| row(stage, it)))
        .collect();
    format!("region,indicator,wave,stage,level\n{rows}")
}

#[test]
fn levels_alike_that_count_otherwise_are_told_between_stages() {
    let table = self_and_final();
    let found = asked("diff", "pemdi-2026", &table, &["--stage", "mandiri..akhir"]);
    assert_eq!(found["cells"].as_array().map(Vec::len), Some(0));
    assert_eq!(found["counts"]["counted_otherwise"], 20);
    let words = [
        "diff",
        "-",
        "-f",
        "pemdi-2026",
        "--stage",
        "self..final",
        "--lang",
        "id",
    ];
    let told = siap_with(&words, &table, root()).stdout;
    assert!(told.contains("20 sel bertingkat kematangan sama"), "{told}");
}

#[test]
fn a_plan_says_where_the_result_is_not_certain() {
    let table = pemdi("self", |_| "3".to_owned());
    let more = ["--region", "11.04", "--target", "3"];
    let found = asked("plan", "pemdi-2026", &table, &more);
    assert_eq!(found["verdict"], "already-reached");
    // Level 3 of twenty indicators: 2.5 to 3.5.
    near(found["score_after_low"].as_f64().expect("low"), 2.5, 1e-9);
    near(found["score_after_high"].as_f64().expect("high"), 3.5, 1e-9);
    let words = [
        &["plan", "-", "-f", "pemdi-2026", "--lang", "id"][..],
        &more,
    ]
    .concat();
    let told = siap_with(&words, &table, root()).stdout;
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("di antara 2,50 dan 3,50"), "{told}");
    // What an assessor says is certain.
    let table = pemdi("final", |_| "3".to_owned());
    let words = [
        &["plan", "-", "-f", "pemdi-2026", "--lang", "id"][..],
        &more,
    ]
    .concat();
    let told = siap_with(&words, &table, root()).stdout;
    assert!(!told.contains("Belum pasti"), "{told}");
}
