//! The data as shipped, the words for kinds.

use crate::region::{Found, Kind, Region, Register};
use crate::text::Lang;

fn register() -> &'static Register {
    Register::embedded()
}

#[test]
fn the_register_is_complete() {
    let count = |kind| register().of_kind(kind).count();
    assert_eq!(register().regions().count(), 553);
    assert_eq!(count(Kind::Nasional), 1);
    assert_eq!(count(Kind::Provinsi), 38);
    assert_eq!(count(Kind::Kabupaten), 416);
    assert_eq!(count(Kind::Kota), 98);
    assert_eq!(register().within("16").count(), 17);
    let without_bps = register()
        .regions()
        .filter(|region| region.bps_code().is_none());
    assert_eq!(
        without_bps.count(),
        27,
        "26 in the new Papua provinces, and Indonesia"
    );
}

#[test]
fn the_data_files_are_plain_and_every_alias_is_used() {
    let files = [
        include_str!("../data/regions.csv"),
        include_str!("../data/aliases.csv"),
    ];
    for (file, columns) in files.into_iter().zip([6, 2]) {
        let mut rows = csv::ReaderBuilder::new().from_reader(file.as_bytes());
        for (row, line) in rows.records().zip(file.lines().skip(1)) {
            let row = row.expect("well-formed");
            assert_eq!(row.len(), columns);
            assert_eq!(row.iter().collect::<Vec<_>>().join(","), line);
        }
    }
    for line in files[1].lines().skip(1) {
        let (code, alias) = line.split_once(',').expect("two columns");
        let is_meant = |region: &Region| region.code().unwrap_or_default() == code;
        let found = match register().find(alias, None) {
            Found::Region(region) => is_meant(region),
            Found::Ambiguous(regions) => regions.into_iter().any(is_meant),
            Found::Unknown { .. } | Found::Outside => false,
        };
        assert!(found, "{alias}");
    }
}

#[test]
fn only_these_aliases_have_two_meanings() {
    let ambiguous: Vec<&str> = include_str!("../data/aliases.csv")
        .lines()
        .filter_map(|line| line.split_once(','))
        .map(|(_, alias)| alias)
        .filter(|alias| matches!(register().find(alias, None), Found::Ambiguous(_)))
        .collect();
    assert_eq!(ambiguous, ["Yogyakarta", "Mura", "Mura"]);
}

#[test]
fn a_region_has_its_names_and_codes() {
    let oki = register().by_code("16.02").expect("in the register");
    assert_eq!(oki.name(), "Kabupaten Ogan Komering Ilir");
    assert_eq!(oki.short_name(), "Ogan Komering Ilir");
    assert_eq!(
        (oki.bps_code(), oki.province_code()),
        (Some("1602"), Some("16"))
    );
    assert_eq!(oki.kind(), Kind::Kabupaten);
    let province = register().province_of(oki).expect("has a province");
    assert_eq!(province.name(), "Provinsi Sumatera Selatan");
    assert_eq!(register().province_of(province), Some(province));
    let names = |code| {
        register()
            .by_code(code)
            .map(|one| (one.name(), one.short_name()))
    };
    assert_eq!(
        names("31"),
        Some(("Daerah Khusus Ibukota Jakarta", "DKI Jakarta"))
    );
    assert_eq!(
        names("34"),
        Some(("Daerah Istimewa Yogyakarta", "DI Yogyakarta"))
    );
    assert_eq!(
        names("31.71"),
        Some(("Kota Administrasi Jakarta Pusat", "Jakarta Pusat"))
    );
    let indonesia = register().regions().next().expect("first");
    assert_eq!((indonesia.code(), indonesia.name()), (None, "Indonesia"));
    assert_eq!(register().province_of(indonesia), None);
}

#[test]
fn kinds_are_read_in_both_languages() {
    let cases = [
        ("Kab.", Kind::Kabupaten),
        ("regency", Kind::Kabupaten),
        ("KOTA", Kind::Kota),
        ("City", Kind::Kota),
        ("Prov", Kind::Provinsi),
        ("province", Kind::Provinsi),
        ("National", Kind::Nasional),
        ("district", Kind::Kecamatan),
        ("Kelurahan", Kind::Desa),
        ("village", Kind::Desa),
        ("agency", Kind::Instansi),
    ];
    for (text, kind) in cases {
        assert_eq!(Kind::parse(text), Some(kind), "{text}");
    }
    for kind in Kind::ALL {
        assert_eq!(Kind::parse(kind.id()), Some(kind));
        assert!(
            kind.label()
                .both()
                .iter()
                .all(|text| Kind::parse(text) == Some(kind)),
            "{kind:?}"
        );
        assert!(!kind.tier().label().get(Lang::En).is_empty());
    }
    assert_eq!(Kind::parse("kab/kota"), None);
    assert_eq!(Kind::parse(""), None);
    assert_eq!(Kind::Kabupaten.tier(), Kind::Kota.tier());
}
