//! Tables in blocks, and what stands above headers: read whole, or refused whole with the cell.
//!
//! The answers are made for the tests; the index of each region was reckoned by hand.

use serde_json::Value;

use crate::run::{folder, recorded, siap_with};

const INDICATORS: [&str; 9] = [
    "SDM pelaksana dan penerima manfaat",
    "Sumber daya anggaran",
    "Tata kelola dan tata pamong",
    "Infrastruktur fisik",
    "Infrastruktur digital atau TIK",
    "Infrastruktur sosial",
    "Kebijakan atau peraturan daerah",
    "Kelembagaan",
    "Tata laksana",
];
/// Levels with the index that they make.
const KLATEN: [u8; 9] = [3, 2, 1, 4, 0, 2, 3, 3, 1];
const CILACAP: [u8; 9] = [0, 1, 2, 3, 4, 3, 2, 1, 0];
const SURAKARTA: [u8; 9] = [4, 4, 3, 3, 4, 2, 4, 3, 4];
const OF_KLATEN: &str = "52.78";
const OF_CILACAP: &str = "44.44";
const OF_SURAKARTA: &str = "86.11";

fn joined(cells: &[u8]) -> String {
    let cells: Vec<String> = cells.iter().map(u8::to_string).collect();
    cells.join(";")
}

/// The rows of a long table under `Indikator;Skor`.
fn long(levels: &[u8]) -> String {
    let rows = INDICATORS.iter().zip(levels);
    rows.map(|(name, level)| format!("{name};{level}\n"))
        .collect()
}

/// A long table with its header, under some rows.
fn block(above: &str, levels: &[u8]) -> String {
    format!("{above}Indikator;Skor\n{}", long(levels))
}

/// The header of a wide table.
fn wide() -> String {
    format!("Kabupaten/Kota;{}\n", INDICATORS.join(";"))
}

/// A table with its regions across, without the part of its header before them.
fn across() -> String {
    let rows = (0..9).map(|at| {
        let name = INDICATORS[at];
        format!("{name};{};{};{}\n", KLATEN[at], CILACAP[at], SURAKARTA[at])
    });
    rows.collect()
}

const ACROSS: &str = "Kab. Klaten;Kab. Cilacap;Kota Surakarta";

fn score(text: &str) -> (Vec<String>, String) {
    let (record, told) = recorded("masterplan-readiness", &[("t.csv", text)]);
    let all = record["assessments"].as_array().expect("a list");
    let index = |it: &Value| {
        let text = |name: &str| it[name].as_str().unwrap_or("-").to_owned();
        let nodes = it["nodes"].as_array().expect("a list");
        let index = nodes.iter().find(|it| it["kind"] == "index");
        let score = index.expect("an index")["score"].as_f64().expect("a score");
        let (region, wave, stage) = (text("code"), text("wave"), text("stage"));
        format!("{region}/{wave}/{stage} {score:.2}")
    };
    let mut out: Vec<String> = all.iter().map(index).collect();
    out.sort();
    (out, told)
}

fn read(text: &str, wanted: &[String]) {
    assert_eq!(score(text).0, wanted, "{text}");
}

fn refused(text: &str, wanted: &str) {
    let (_keep, folder) = folder(&[("t.csv", text)]);
    let words = [
        "check",
        "t.csv",
        "-f",
        "masterplan-readiness",
        "--lang",
        "en",
    ];
    let done = siap_with(&words, "", &folder);
    assert_eq!(done.code, 1, "{text} is accepted: {}", done.stdout);
    assert!(done.stderr.contains(wanted), "{text}\n{}", done.stderr);
    let errors = done.stderr.matches("error:").count();
    assert_eq!(errors, 1, "{text}\n{}", done.stderr);
}

fn of(region: &str, wave: &str, stage: &str, index: &str) -> String {
    format!("{region}/{wave}/{stage} {index}")
}

#[test]
fn labels_between_repeated_headers_are_of_the_rows_below() {
    let klaten = || of("33.10", "-", "-", OF_KLATEN);
    let cilacap = || of("33.01", "-", "-", OF_CILACAP);
    for label in [
        "Wilayah: Kab. Cilacap",
        "Kabupaten;Cilacap",
        "Wilayah;: Kab. Cilacap",
    ] {
        let text =
            block("Wilayah: Kab. Klaten\n", &KLATEN) + &block(&format!("\n{label}\n"), &CILACAP);
        read(&text, &[cilacap(), klaten()]);
    }
    // What stands above the first header and is said again changes nothing.
    let text = block("REKAP\nWilayah: Kab. Klaten\n", &KLATEN)
        + "Jumlah;19\n"
        + &block("REKAP\nWilayah: Kab. Cilacap\n", &CILACAP);
    read(&text, &[cilacap(), klaten()]);
    // A label holds until the next of its kind.
    let text = block(
        "Tahun: 2025\nProvinsi: Jawa Tengah\nKabupaten: Klaten\n",
        &KLATEN,
    ) + &block("Kabupaten: Cilacap\n", &CILACAP);
    let of_year = [
        of("33.01", "2025", "-", OF_CILACAP),
        of("33.10", "2025", "-", OF_KLATEN),
    ];
    read(&text, &of_year);
    let rounds = |first: &str, second: &str| {
        let header = wide();
        let rows = [joined(&KLATEN), joined(&CILACAP)];
        format!(
            "{first}\n{header}Kab. Klaten;{}\n\n{second}\n{header}Kab. Klaten;{}\n",
            rows[0], rows[1]
        )
    };
    read(
        &rounds("Tahun;2023", "Tahun;2024"),
        &[
            of("33.10", "2023", "-", OF_KLATEN),
            of("33.10", "2024", "-", OF_CILACAP),
        ],
    );
    read(
        &rounds("Tahap;Mandiri", "Tahap;Evaluator"),
        &[
            of("33.10", "-", "final", OF_CILACAP),
            of("33.10", "-", "self", OF_KLATEN),
        ],
    );
}

#[test]
fn a_header_repeated_for_print_is_no_block() {
    let header = wide();
    for between in [
        "",
        "\n\n",
        "REKAP 2025;\n",
        "Sumber: Bappeda\n",
        "Kab. Cilacap;;;;;;;;;\n",
    ] {
        let text = format!(
            "REKAP 2025;\n{header}Kab. Klaten;{}\n{between}{header}Kota Surakarta;{}\n",
            joined(&KLATEN),
            joined(&SURAKARTA)
        );
        let wanted = [
            of("33.10", "-", "-", OF_KLATEN),
            of("33.72", "-", "-", OF_SURAKARTA),
        ];
        read(&text, &wanted);
    }
    // Headings of the instrument are no titles of tables.
    let text = format!(
        "Wilayah: Kab. Klaten\nNo;Indikator;Skor\n1;{};3\n2;{};2\n3;{};1\nA;Infrastruktur;\nNo;Indikator;Skor\n\
         4;{};4\n5;{};0\n6;{};2\n;Suprastruktur;\nNo;Indikator;Skor\n7;{};3\n8;{};3\n9;{};1\n",
        INDICATORS[0],
        INDICATORS[1],
        INDICATORS[2],
        INDICATORS[3],
        INDICATORS[4],
        INDICATORS[5],
        INDICATORS[6],
        INDICATORS[7],
        INDICATORS[8],
    );
    let (found, _) = score(&text);
    assert_eq!(found, [of("33.10", "-", "-", OF_KLATEN)], "{text}");
}

#[test]
fn a_title_between_repeated_headers_is_refused_with_its_cell() {
    for title in [
        "Kab. Cilacap",
        "KABUPATEN CILACAP",
        "Tabel 2. Kabupaten Cilacap",
        "Wilayah Kab. Cilacap",
        "Tahun 2024",
        "Wilayah: ......",
        ";Kab. Cilacap",
    ] {
        let text =
            block("Wilayah: Kab. Klaten\n", &KLATEN) + &block(&format!("{title}\n"), &CILACAP);
        let told = format!(
            "between two headers stands `{}`",
            title.trim_start_matches(';')
        );
        refused(&text, &told);
    }
    // Without the header again the rows below it are no less of another region or year.
    for title in [
        "Kab. Cilacap",
        "Tahun 2024",
        "Tahun;2024",
        "Wilayah: Kab. Cilacap",
    ] {
        let text = block("Wilayah: Kab. Klaten\n", &KLATEN) + title + "\n" + &long(&CILACAP);
        refused(&text, "another table begins here");
    }
}

#[test]
fn another_header_below_is_refused_as_another_table() {
    let mut turned = INDICATORS;
    turned.reverse();
    let [first, last] = [&INDICATORS[..4], &INDICATORS[4..]].map(|it| it.join(";"));
    let klaten = |levels: &[u8]| format!("Kab. Klaten;{}\n", joined(levels));
    let [head, tail] = KLATEN.split_at(4).into();
    for (text, wanted) in [
        (
            wide()
                + &klaten(&KLATEN)
                + "Kabupaten/Kota;"
                + &turned.join(";")
                + "\n"
                + &klaten(&KLATEN),
            "`Kabupaten/Kota`",
        ),
        (
            format!(
                "Kabupaten/Kota;{first};\n{}Wilayah;{last}\n{}",
                klaten(head),
                klaten(tail)
            ),
            "`Wilayah`",
        ),
        (
            format!(
                "No;Kab/Kota;{first}\n1;{}Kabupaten/Kota;{last}\n{}",
                klaten(head),
                klaten(tail)
            ),
            "`Kabupaten/Kota`",
        ),
        (
            format!(
                "Indikator;{ACROSS}\n{}Indikator;Kab. Semarang;Kota Semarang;\n{}",
                across(),
                across()
            ),
            "`Indikator`",
        ),
        (
            wide()
                + &klaten(&KLATEN)
                + "Wilayah: Kab. Cilacap;\nIndikator;Skor\n"
                + &long(&CILACAP),
            "`Wilayah: Kab. Cilacap`",
        ),
    ] {
        refused(&text, &format!("another table begins here: {wanted}"));
    }
}

#[test]
fn what_stands_above_regions_across_hides_nothing() {
    let wanted = |wave: &str| {
        [
            of("33.01", wave, "-", OF_CILACAP),
            of("33.10", wave, "-", OF_KLATEN),
            of("33.72", wave, "-", OF_SURAKARTA),
        ]
    };
    let below = across();
    for above in [
        "",
        "PENILAIAN KESIAPAN\n",
        "PENILAIAN;\nTahun 2025\n",
        "Wilayah: Kab. Klaten\n",
    ] {
        read(&format!("{above}Indikator;{ACROSS}\n{below}"), &wanted("-"));
    }
    for above in ["Tahun;2025\n", "Tahun: 2025\n", "REKAP\nTahun;2025\n"] {
        read(
            &format!("{above}Indikator;{ACROSS}\n{below}"),
            &wanted("2025"),
        );
    }
    for above in [
        "Indikator;Kabupaten/Kota;;",
        "Indikator;Nilai per daerah;;",
        "Indikator;Skor;;",
    ] {
        read(&format!("{above}\n;{ACROSS}\n{below}"), &wanted("-"));
        read(
            &format!("REKAP\n{above}\nIndikator;{ACROSS}\n{below}"),
            &wanted("-"),
        );
    }
}

#[test]
fn a_level_and_words_stand_under_each_indicator() {
    let top: Vec<String> = INDICATORS.iter().map(|it| format!("{it};;")).collect();
    let top = top.join(";");
    let wanted = [of("33.10", "-", "-", OF_KLATEN)];
    for (level, words) in [
        ("Skor", "Keterangan"),
        ("Level", "Catatan"),
        ("Nilai", "Bukti Dukung"),
    ] {
        let lower = [format!("{level};{words};Lainnya").as_str(); 9].join(";");
        let row: Vec<String> = KLATEN.iter().map(|it| format!("{it};SK itu;x")).collect();
        let row = row.join(";");
        for [upper, under] in [
            ["No;Kab/Kota", ";"],
            ["No;Kab/Kota", "No;Kab/Kota"],
            [";", "No;Kab/Kota"],
        ] {
            read(
                &format!("{upper};{top}\n{under};{lower}\n1;Kab. Klaten;{row}\n"),
                &wanted,
            );
        }
    }
}

#[test]
fn labels_follow_the_rules_of_columns() {
    let klaten = [of("33.10", "-", "-", OF_KLATEN)];
    for above in [
        "Kabupaten/Kota: Klaten\nProvinsi: Jawa Tengah\n",
        "Provinsi;Jawa Tengah\nKabupaten;Klaten\n",
        "Wilayah: Kab. Klaten\nInstansi: Dinas Komunikasi dan Informatika\n",
        "Instansi: Diskominfo Kab. Klaten\nWilayah: Kab. Klaten\n",
        "Wilayah: Kab. Klaten\nInstansi: Pemerintah Kabupaten Klaten\n",
        "Instansi: Pemerintah Kabupaten Klaten\n",
        "Nama Daerah : Kabupaten Klaten\n",
        "Wilayah: Kab. Klaten\nKabupaten: Klaten\n",
        "Wilayah: Kab. Klaten\nTahun: ........\n",
    ] {
        read(&block(above, &KLATEN), &klaten);
    }
    let kota = block("Kota: Semarang\n", &KLATEN);
    read(&kota, &[of("33.74", "-", "-", OF_KLATEN)]);
    for (above, wanted) in [
        (
            "Wilayah: Kab. Klaten\nInstansi: Pemerintah Kota Semarang\n",
            "its region and differ",
        ),
        (
            "Wilayah: Kab. Klaten\nWilayah: Kab. Cilacap\n",
            "its region and differ",
        ),
        (
            "Wilayah: Kab. Klaten\nTahun: 2023\nTahun: 2024\n",
            "its wave and differ",
        ),
        (
            "Wilayah: Kab. Klaten\nTahun: 2024\nPeriode: Semester I\n",
            "`Periode: 2024 Semester I`",
        ),
        (
            "Wilayah: Kab. Klaten\nTahap: mandiri\nTahap: evaluator\n",
            "its stage and differ",
        ),
        (
            "Wilayah: ........\n",
            "the label `Wilayah` is not filled in",
        ),
        ("Wilayah: Kab. …\n", "the label `Wilayah` is not filled in"),
        ("Wilayah:\n", "the label `Wilayah` is not filled in"),
    ] {
        refused(&block(above, &KLATEN), wanted);
    }
    // The remedy that is named is read.
    let both = block("Wilayah: Kab. Klaten\nPeriode: 2024 Semester I\n", &KLATEN);
    read(&both, &[of("33.10", "2024 Semester I", "-", OF_KLATEN)]);
}

#[test]
fn a_kind_in_a_label_is_that_of_its_own_region_alone() {
    let (found, told) = score(&block("Wilayah: Bandung\nJenis: Kota\n", &KLATEN));
    assert_eq!(found, [of("32.73", "-", "-", OF_KLATEN)], "{told}");
    let first = block("Wilayah: Semarang\nJenis: Kota\n", &KLATEN);
    let (found, told) = score(&(first + &block("Wilayah: Bandung\n", &CILACAP)));
    assert!(
        found.contains(&of("33.74", "-", "-", OF_KLATEN)),
        "{found:?}\n{told}"
    );
    assert!(
        !found.iter().any(|it| it.starts_with("32.73")),
        "{found:?}\n{told}"
    );
}

#[test]
fn beside_its_province_alone_a_government_is_the_region() {
    let labels = "Provinsi: Jawa Tengah\nInstansi: Pemerintah Kabupaten Klaten\n";
    let (found, told) = score(&block(labels, &KLATEN));
    assert_eq!(found, [of("33.10", "-", "-", OF_KLATEN)], "{told}");
}
