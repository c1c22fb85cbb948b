//! Spellings people use, and what must not be guessed from them.

use crate::region::{Found, Kind, Region, Register, Tier};

/// Instance, kind and Kemendagri code as printed in the SPBE reports of 2023 and 2024.
const SPELLINGS: &str = include_str!("../../../tests/reference/regions/spellings.csv");

fn register() -> &'static Register {
    Register::embedded()
}

/// What a text names, in short: a code, `16.02|16.03` if ambiguous, `? 16.02` if only near.
fn name_of(text: &str, kind: Option<Kind>) -> String {
    let list = |regions: Vec<&Region>, sep: &str| {
        let codes: Vec<&str> = regions
            .iter()
            .map(|one| one.code().unwrap_or("ID"))
            .collect();
        codes.join(sep)
    };
    match register().find(text, kind) {
        Found::Region(region) => region.code().unwrap_or("ID").to_owned(),
        Found::Ambiguous(regions) => list(regions, "|"),
        Found::Unknown { near } => format!("? {}", list(near, " ")).trim_end().to_owned(),
        Found::Outside => "outside".to_owned(),
    }
}

fn check(kind: Option<Kind>, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| name_of(text, kind) != *expected)
        .map(|(text, expected)| format!("{text:?}: {} instead of {expected}", name_of(text, kind)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_region_is_found_by_its_name_and_codes() {
    for region in register().regions() {
        let code = region.code().unwrap_or("ID");
        assert_eq!(name_of(region.name(), None), code);
        assert_eq!(
            name_of(&region.name().to_uppercase(), Some(region.kind())),
            code
        );
        assert_eq!(name_of(region.short_name(), Some(region.kind())), code);
        assert_eq!(name_of(&region.name().replace(' ', ""), None), code);
        if region.kind().tier() == Tier::KabKota {
            assert_eq!(name_of(code, None), code);
            let with_dot = format!("{code}.");
            assert_eq!(name_of(&with_dot, Some(region.kind())), code);
            if let Some(bps) = region.bps_code() {
                // As Kemendagri codes without their dot these digits may be another region's.
                let dotted = format!("{}.{}", &bps[..2], &bps[2..]);
                let other = register().by_code(&dotted);
                let mut wanted = vec![code];
                wanted.extend(other.and_then(Region::code).filter(|it| *it != code));
                wanted.sort_unstable();
                assert_eq!(name_of(bps, None), wanted.join("|"));
            }
            let province = register().province_of(region).expect("has a province");
            let with_province = format!("{}, {}", region.name(), province.name());
            assert_eq!(name_of(&with_province, None), code);
        }
    }
}

#[test]
fn every_spelling_of_the_spbe_reports_is_found() {
    let mut rows = csv::Reader::from_reader(SPELLINGS.as_bytes());
    let mut count = 0;
    for row in rows.records() {
        let row = row.expect("well-formed");
        let kind = Kind::parse(&row[1]);
        assert!(kind.is_some());
        assert_eq!(name_of(&row[0], None), row[2], "{}", &row[0]);
        assert_eq!(name_of(&row[0], kind), row[2], "{}", &row[0]);
        count += 1;
    }
    assert_eq!(count, 538);
}

#[test]
fn names_are_found_in_any_dress() {
    check(
        None,
        &[
            ("kab.oki", "16.02"),
            ("Pemkab OKI", "16.02"),
            ("Ogan Komering Ilir (OKI)", "16.02"),
            ("OGAN  KOMERING-ILIR", "16.02"),
            ("Kab. OKU Timur", "16.08"),
            ("OKU", "16.01"),
            ("OKUS", "16.09"),
            ("OKU Sel.", "16.09"),
            ("O.K.U. Tim", "16.08"),
            ("Pemerintah Daerah Kabupaten Muara Enim", "16.03"),
            ("Muara Enim Regency", "16.03"),
            ("Regency of Muara Enim", "16.03"),
            ("Kab/Kota Muara Enim", "16.03"),
            ("Múara Enim", "16.03"),
            ("Muara\u{a0}Enim\u{200b}", "16.03"),
            ("Ｍｕａｒａ Ｅｎｉｍ", "16.03"),
            ("Mu'ara Enim", "16.03"),
            ("Kota Bogor", "32.71"),
            ("Pemkot Bogor", "32.71"),
            ("Bogor City", "32.71"),
            ("Bogor Kota", "32.71"),
            ("Bogor (Kota)", "32.71"),
            ("Bogor, Kota", "32.71"),
            ("KotaBogor", "32.71"),
            ("Kabupaten Bogor", "32.01"),
            ("Kab Bogor", "32.01"),
            ("Bogor, Kab., Jawa Barat", "32.01"),
            ("Kab. Banjar Prov. Kalimantan Selatan", "63.03"),
            ("Banjar (Jawa Barat)", "32.79"),
            ("Jawa Barat - Kota Bandung", "32.73"),
            ("16.02 Ogan Komering Ilir", "16.02"),
            ("Gunung Kidul", "34.03"),
            ("Kulonprogo", "34.01"),
            ("Kota Solo", "33.72"),
            ("Kota Jogja", "34.71"),
            ("DI Jogjakarta", "34"),
            ("D.I.Y.", "34"),
            ("Daerah Istimewa Yogyakarta", "34"),
            ("Pemerintah Daerah Istimewa Yogyakarta", "34"),
            ("Provinsi Yogyakarta", "34"),
            ("DKI", "31"),
            ("Daerah Khusus Ibu Kota Jakarta", "31"),
            ("Kota Jakarta Selatan", "31.74"),
            ("South Jakarta", "31.74"),
            ("Central Jakarta Administrative City", "31.71"),
            ("Kep. Seribu", "31.01"),
            ("Kab. Kota Baru", "63.02"),
            ("Kota Mobagu", "71.74"),
            ("Kabupaten Kota Waringin Barat", "62.01"),
            ("Kodya P. Siantar", "12.72"),
            ("P. Sidimpuan", "12.77"),
            ("Padang Sidempuan", "12.77"),
            ("Bau-Bau", "74.72"),
            ("50 Kota", "13.07"),
            ("Limapuluh Koto", "13.07"),
            ("Pangkajene & Kepulauan", "73.10"),
            ("Kab. Toba Samosir", "12.12"),
            ("Siau Tagulandang Biaro Islands", "71.09"),
            ("Tj. Jabung Tim.", "15.07"),
            ("Tanjab Barat", "15.06"),
            ("Sei Penuh", "15.72"),
            ("B. Lampung", "18.71"),
            ("Sumsel", "16"),
            ("South Sumatra", "16"),
            ("South Sumatera Province", "16"),
            ("Sum-Bar", "13"),
            ("Kal. Teng.", "62"),
            ("Southeast Sulawesi", "74"),
            ("West Nusa Tenggara", "52"),
            ("Riau Islands", "21"),
            ("Kep. Babel", "19"),
            ("N.T.T.", "53"),
            ("Pemprov DKI Jakarta", "31"),
            ("Pemerintah Aceh", "11"),
            ("indonesia", "ID"),
            ("Nasional", "ID"),
            ("1. Kab. Lahat", "16.04"),
            ("17) Kota Prabumulih", "16.74"),
            ("15. Kab. Lahat", "16.04"),
            ("Diskominfo Kab. Lahat", "16.04"),
            ("Diskominfotik Kabupaten Lahat", "16.04"),
            ("Dinas Kominfo Kab. OKI", "16.02"),
            ("Disdukcapil Kota Bandung", "32.73"),
            ("Bappeda Provinsi Jambi", "15"),
            ("Pemkab Lahat", "16.04"),
            ("Pemerintah Kota Bandung", "32.73"),
            ("KAB LAHAT", "16.04"),
            ("Kabupaten Lahat, Sumatera Selatan", "16.04"),
            ("Kab. Merauke, Papua", "93.01"),
            ("Kab. Nabire, Prov. Papua", "94.01"),
            ("Kota Sorong, Papua Barat", "96.71"),
            ("Kab. Bulungan (Kalimantan Timur)", "65.01"),
            ("Kota Tarakan, Kalimantan Timur", "65.71"),
        ],
    );
}

#[test]
fn codes_are_taken_as_their_owner_writes_them() {
    check(
        None,
        &[
            ("11.01", "11.01"),
            // Simeulue at the statistics office, Aceh Selatan at the ministry.
            ("1101", "11.01|11.09"),
            ("1608", "16.08|16.09"),
            ("1672", "16.72|16.74"),
            ("1608 OKU Timur", "16.08"),
            ("1608 - OKU Selatan", "16.09"),
            ("16,02", "16.02"),
            ("1602", "16.02"),
            ("'1602", "16.02"),
            ("’16.02", "16.02"),
            ("1602.0", "16.02"),
            ("16", "16"),
            ("16.00", "16"),
            ("1600", "16"),
            ("94", "91|94"),
            ("11.1", "? 11.01 11.10"),
            ("16.0", "? 16"),
            ("16.99", "?"),
            // What the statistics office calls 9501 is not known here, nor what it calls 9301.
            ("9301", "93.01"),
            ("9501", "?"),
            ("9601", "?"),
            ("16.02.01", "? 16.02"),
            ("1602010", "? 16.02"),
            ("0", "?"),
            ("3.5", "?"),
            ("16.02 Muara Enim", "? 16.02 16.03"),
        ],
    );
    check(
        Some(Kind::Kota),
        &[("16.02", "? 16.02"), ("16.71", "16.71")],
    );
    assert_eq!(register().by_code("94").and_then(Region::code), Some("94"));
    assert_eq!(
        register().by_code("1101").and_then(Region::code),
        Some("11.09")
    );
    assert_eq!(register().by_code(""), None);
}

#[test]
fn nothing_is_guessed() {
    check(
        None,
        &[
            ("Bogor", "32.01|32.71"),
            ("Pemerintah Bogor", "32.01|32.71"),
            ("Kab./Kota Bogor", "32.01|32.71"),
            ("Bogor, Jawa Barat", "32.01|32.71"),
            ("Jambi", "15|15.71"),
            ("Jambi, Provinsi Jambi", "15|15.71"),
            ("Kota Jambi, Jambi", "15.71"),
            ("Gorontalo", "75|75.01|75.71"),
            ("Yogyakarta", "34|34.71"),
            ("Jogja", "34|34.71"),
            ("Banjar", "32.79|63.03"),
            ("Kab. Mura", "16.05|62.12"),
            ("Mura, Sumsel", "16.05"),
            ("Aceh Teng.", "11.02|11.04"),
            ("Kab. Muara Enum", "? 16.03"),
            ("Muara Enum, Sumatera Selatan", "? 16.03 16"),
            ("Kab. Bogro", "? 32.01"),
            ("Makasar", "? 73.71"),
            ("Kota Banyuwangi", "? 35.10"),
            ("Kota Baru", "? 63.02"),
            ("Pemkab Prabumulih", "? 16.74"),
            ("Kab. Bogor (Kota)", "? 32.01"),
            ("Muara Enim (OKI)", "? 16.03 16.02"),
            ("Muara Enim (2023)", "? 16.03"),
            ("Kota Bogor, Jawa Timur", "? 32.71 35"),
            ("Dinas Kominfo OKI", "? 16.02"),
            ("Diskominfo Lahat", "? 16.04"),
            // Their names of old mean another region now.
            ("Kab. Pontianak", "? 61.02 61.71"),
            ("Kabupaten Kepulauan Riau", "? 21.01 21"),
            ("Kabupaten Yapen Waropen", "? 91.05"),
            ("Irian Jaya", "? 91"),
            ("Kota Bogor, Papua", "? 32.71 91"),
            ("Kab. Merauke, Jawa Barat", "? 93.01 32"),
            // Places elsewhere are none of ours.
            ("Bangkok", "?"),
            ("Penang", "?"),
            ("Oslo", "?"),
            ("Papua New Guinea", "?"),
            ("Manila", "?"),
            ("Kuala Lumpur", "?"),
            ("Singapore", "?"),
            ("Timor Leste", "?"),
            ("Tokyo", "?"),
            ("Brunei", "?"),
            ("Kuching", "?"),
            ("Johor", "?"),
            ("Paris", "?"),
            ("Bandar Seri Begawan", "?"),
            ("Hanoi", "?"),
            ("Bali Beach", "? 51"),
            ("Atlantis", "?"),
            ("Kota", "?"),
            ("Kab.", "?"),
            ("", "?"),
        ],
    );
}

#[test]
fn the_kind_settles_but_never_overrules() {
    check(
        Some(Kind::Kota),
        &[
            ("Bogor", "32.71"),
            ("Jambi", "15.71"),
            ("Jogja", "34.71"),
            ("Kota Bogor", "32.71"),
            ("Kabupaten Bogor", "? 32.01"),
            ("Muara Enim", "? 16.03"),
            ("Kota Baru", "? 63.02"),
        ],
    );
    check(
        Some(Kind::Provinsi),
        &[
            ("Jambi", "15"),
            ("Yogyakarta", "34"),
            ("Kota Jambi", "? 15.71"),
        ],
    );
    check(
        Some(Kind::Kabupaten),
        &[
            ("Gorontalo", "75.01"),
            ("Kota Baru", "63.02"),
            ("Indonesia", "? ID"),
        ],
    );
}

#[test]
fn places_below_and_bodies_stay_outside() {
    for kind in [Kind::Kecamatan, Kind::Desa, Kind::Instansi] {
        check(
            Some(kind),
            &[
                ("Muara Enim", "outside"),
                ("16.03", "outside"),
                ("", "outside"),
            ],
        );
    }
    check(
        None,
        &[
            ("Kec. Muara Enim", "outside"),
            ("Desa Banyuwangi", "outside"),
            ("Desa", "?"),
        ],
    );
    check(Some(Kind::Kabupaten), &[("Kec. Muara Enim", "?")]);
}

#[test]
fn no_text_is_too_strange() {
    let long = "Kab. OKI, ".repeat(100_000);
    let texts = [
        "🏝️",
        "\0",
        "İ",
        "....",
        ",,,,",
        "((((",
        "1.",
        "１６.０２",
        &long,
        "teng p b teng p b teng p b sel",
    ];
    for text in texts {
        for kind in [None, Some(Kind::Kota), Some(Kind::Desa)] {
            assert!(
                !matches!(register().find(text, kind), Found::Region(_)),
                "{text:.20}"
            );
        }
        assert_eq!(Kind::parse(text), None);
        assert_eq!(register().by_code(text), None);
    }
}
