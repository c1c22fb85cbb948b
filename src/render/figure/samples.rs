//! Charts for the tests: the regions of South Sumatra with made-up scores.

use crate::text::{Lang, number};
use crate::view::chart::{
    Body, Chart, DotRow, Dots, HeatCell, HeatColumn, HeatRow, Heatmap, LineKey, LinePoint,
    LineRole, LineSeries, LineTone, Lines, Missing, Radar, ReferenceLine, Series,
};

const REGIONS: [&str; 17] = [
    "Kabupaten Ogan Komering Ulu",
    "Kabupaten Ogan Komering Ilir",
    "Kabupaten Muara Enim",
    "Kabupaten Lahat",
    "Kabupaten Musi Rawas",
    "Kabupaten Musi Banyuasin",
    "Kabupaten Banyuasin",
    "Kabupaten Ogan Komering Ulu Selatan",
    "Kabupaten Ogan Komering Ulu Timur",
    "Kabupaten Ogan Ilir",
    "Kabupaten Empat Lawang",
    "Kabupaten Penukal Abab Lematang Ilir",
    "Kabupaten Musi Rawas Utara",
    "Kota Palembang",
    "Kota Prabumulih",
    "Kota Pagar Alam",
    "Kota Lubuk Linggau",
];

const INDICATORS: [&str; 7] = [
    "Infrastruktur jaringan TIK",
    "Integrasi data",
    "Ketersediaan SDM pengelola TIK",
    "Pelatihan aparatur",
    "Dukungan terhadap pengembangan TIK",
    "Regulasi",
    "Anggaran",
];

/// A chart around a body.
pub(crate) fn chart(body: Body) -> Chart {
    Chart {
        id: "figure".to_owned(),
        title: "Kesiapan smart province kabupaten dan kota di Provinsi Sumatera Selatan menurut wawancara".to_owned(),
        subtitle: "Kerangka smart-province-readiness 1 · 2019".to_owned(),
        notes: vec!["Sumber: wawancara lapangan. ".repeat(12), "Nilai mandiri.".to_owned()],
        lang: Lang::Id,
        body,
    }
}

fn score(row: usize, column: usize) -> f64 {
    ((row * 37 + column * 61 + row * column * 13) % 101) as f64
}

/// A radar with scores, and where asked for some missing.
pub(crate) fn radar(spokes: usize, series: usize, holes: bool) -> Chart {
    chart(Body::Radar(Radar {
        spokes: (0..spokes)
            .map(|spoke| INDICATORS[spoke % 7].to_owned())
            .collect(),
        min: 0.0,
        max: 100.0,
        series: (0..series)
            .map(|row| Series {
                label: REGIONS[(row + 7) % 17].to_owned(),
                values: (0..spokes)
                    .map(|column| (!holes || (row + column) % 5 != 0).then(|| score(row, column)))
                    .collect(),
            })
            .collect(),
    }))
}

/// A ranking with one unranked region, and target lines.
pub(crate) fn dots(rows: usize, lines: &[f64]) -> Chart {
    let mut all: Vec<DotRow> = (0..rows)
        .map(|row| {
            let value = 100.0 - 97.0 * row as f64 / rows as f64;
            DotRow {
                label: format!("{}  {}", row + 1, REGIONS[row % 17]),
                value: Some(value),
                value_label: number(value, 2, Lang::Id),
                range: (row % 2 == 0).then_some((value - 6.0, (value + 9.0).min(100.0))),
                ranked: true,
                after_gap: false,
            }
        })
        .collect();
    all.push(DotRow {
        label: "Kabupaten Penukal Abab Lematang Ilir".to_owned(),
        value: None,
        value_label: "tidak cukup data: cakupan 43%".to_owned(),
        range: Some((10.0, 90.0)),
        ranked: false,
        after_gap: false,
    });
    chart(Body::Dots(Dots {
        axis: "Indeks kesiapan (0–100)".to_owned(),
        min: 0.0,
        max: 100.0,
        rows: all,
        lines: lines
            .iter()
            .enumerate()
            .map(|(index, value)| ReferenceLine {
                label: format!("target {value}"),
                value: *value,
                role: if index % 2 == 0 {
                    LineRole::Target
                } else {
                    LineRole::Median
                },
            })
            .collect(),
    }))
}

/// A heatmap with cells of every kind.
pub(crate) fn heatmap(rows: usize, columns: usize) -> Chart {
    let cell = |row: usize, column: usize| match (row * 7 + column * 3) % 11 {
        0 => HeatCell::Missing(Missing::NoStatement),
        1 => HeatCell::NotApplicable,
        level => HeatCell::Level {
            label: number(level as f64 / 2.0, 1, Lang::Id),
            shade: Some(level as f64 / 10.0),
        },
    };
    chart(Body::Heatmap(Heatmap {
        columns: (0..columns)
            .map(|column| HeatColumn {
                label: INDICATORS[column % 7].to_owned(),
                group: [
                    "Teknologi",
                    "Sumber daya manusia",
                    "Tata kelola",
                    "Perencanaan strategis",
                ][column * 4 / columns]
                    .to_owned(),
            })
            .collect(),
        rows: (0..rows)
            .map(|row| HeatRow {
                label: REGIONS[row % 17].to_owned(),
                cells: (0..columns).map(|column| cell(row, column)).collect(),
            })
            .collect(),
        legend: (0..5)
            .map(|level| (format!("{level} level"), f64::from(level) / 4.0))
            .collect(),
        missing: vec![(Missing::NoStatement, "tidak ada data".to_owned())],
        not_applicable_label: "tidak berlaku".to_owned(),
    }))
}

/// Lines through waves, where asked for with missing points, uncertain changes and unranked points.
pub(crate) fn lines(waves: usize, series: usize, holes: bool) -> Chart {
    let tone = |row: usize| match (series > 10, row % 4) {
        (true, _) if row > 5 => LineTone::Background,
        (_, 0) => LineTone::Fell,
        (_, 3) => LineTone::Same,
        _ => LineTone::Rose,
    };
    let point = |row: usize, wave: usize| {
        let value = score(row, wave + 1);
        (!holes || !(row + wave).is_multiple_of(4)).then(|| LinePoint {
            value,
            label: number(value, 2, Lang::Id),
            ranked: row % 5 != 1,
            certain: !(row + wave).is_multiple_of(3),
        })
    };
    chart(Body::Lines(Lines {
        axis: "Skor (0–100)".to_owned(),
        min: 0.0,
        max: 100.0,
        waves: (0..waves).map(|wave| (2018 + wave).to_string()).collect(),
        places: Vec::new(),
        series: (0..series)
            .map(|row| LineSeries {
                label: REGIONS[row % 17].to_owned(),
                points: (0..waves).map(|wave| point(row, wave)).collect(),
                change_label: "+1,66".to_owned(),
                tone: tone(row),
            })
            .collect(),
        keys: vec![
            (LineKey::Tone(LineTone::Rose), "naik".to_owned()),
            (LineKey::Tone(LineTone::Fell), "turun".to_owned()),
            (LineKey::Tone(LineTone::Same), "tetap".to_owned()),
            (LineKey::Uncertain, "tidak pasti".to_owned()),
            (LineKey::Unranked, "data terlalu sedikit".to_owned()),
        ],
    }))
}

/// The figures of an ordinary study.
pub(crate) fn usual() -> Vec<Chart> {
    vec![
        radar(3, 5, false),
        radar(3, 6, true),
        radar(6, 4, false),
        radar(7, 6, true),
        radar(20, 3, false),
        radar(2, 5, true),
        radar(3, 17, true),
        radar(6, 9, false),
        radar(7, 17, true),
        dots(17, &[60.0, 45.8]),
        dots(17, &[60.0, 59.2]),
        dots(40, &[97.0, 99.0, 98.0]),
        heatmap(5, 7),
        heatmap(17, 7),
        heatmap(17, 47),
        lines(2, 4, false),
        lines(2, 17, false),
        lines(3, 6, true),
        lines(8, 9, true),
        lines(12, 38, true),
        lines(2, 60, false),
    ]
}
