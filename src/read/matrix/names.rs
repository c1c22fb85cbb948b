//! What columns and rows of a table of codings are called, without case and separators.

/// What a header or row is called that names coders, without case and separators.
const CODERS: &[&str] = &[
    "coder",
    "pengode",
    "koder",
    "penilai",
    "rater",
    "annotator",
    "anotator",
    "judge",
    "juri",
    "reviewer",
    "observer",
    "pengamat",
    "asesor",
    "assessor",
    "evaluator",
    "pakar",
    "enumerator",
    "namapengode",
    "namapenilai",
    "namacoder",
];

/// Whether a name is that of coders in general, as the header of a column of their names.
pub(super) fn names_coders(key: &str) -> bool {
    let one = key.strip_suffix('s').unwrap_or(key);
    CODERS.contains(&key) || CODERS.contains(&one)
}

/// Whether a name is one coder's: `Pengode 1`, `rater_b`.
pub(super) fn is_coder(key: &str) -> bool {
    let of = |word: &&str| {
        key.strip_prefix(*word)
            .is_some_and(|rest| rest.chars().count() < 4)
    };
    CODERS.iter().any(of) && !names_coders(key)
}

/// Whether a header is that of a column of values in a table of one coding for each row.
pub(super) fn is_value(key: &str) -> bool {
    const VALUES: &[&str] = &[
        "value",
        "nilai",
        "level",
        "skor",
        "score",
        "rating",
        "kode",
        "code",
        "kategori",
        "category",
        "label",
        "tingkat",
        "jawaban",
        "penilaian",
    ];
    VALUES.contains(&key)
}

/// A whole number of 0 or more.
pub(super) fn count_of(text: &str) -> Option<usize> {
    const MOST: usize = 100_000;
    text.parse().ok().filter(|it| *it <= MOST)
}

/// Whether a header, without case and separators, says that its column names units.
pub(super) fn is_unit(key: &str) -> bool {
    const UNITS: &[&str] = &[
        "",
        "unit",
        "units",
        "u",
        "satuan",
        "subject",
        "subjek",
        "subjects",
        "kasus",
        "case",
        "item",
        "butir",
        "kalimat",
        "pernyataan",
        "statement",
        "dokumen",
        "document",
        "teks",
        "text",
        "segmen",
        "segment",
        "objek",
        "object",
        "id",
        "artikel",
        "article",
        "wilayah",
        "region",
        "indikator",
        "indicator",
        "informan",
        "informant",
        "responden",
        "respondent",
        "nama",
        "name",
        "video",
        "gambar",
        "image",
        "berita",
        "no",
        "nomor",
        "unitid",
        "idunit",
        "kodeunit",
        "pasien",
        "patient",
        "kabupatenkota",
        "kabupaten",
        "provinsi",
        "sampel",
        "sample",
        "judul",
        "desa",
        "kecamatan",
        "opd",
        "siswa",
        "peserta",
        "pertanyaan",
        "kutipanid",
        "idkutipan",
    ];
    UNITS.contains(&key)
}
