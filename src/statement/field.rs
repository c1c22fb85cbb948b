//! The columns of the input table and the headers they answer to, in English and Indonesian.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::CodeSystem;
use crate::text::folded;

/// A column of the long form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(
    missing_docs,
    reason = "the names are those of the columns, explained in the file format"
)]
pub enum Field {
    Region,
    Province,
    RegionCode,
    Kind,
    Indicator,
    Framework,
    Level,
    Value,
    Unit,
    Direction,
    Class,
    Wave,
    Stage,
    Informant,
    Role,
    Agency,
    Concerns,
    Coder,
    Method,
    Quote,
    Finding,
    Rationale,
    Source,
    Locator,
    Use,
    Basis,
    Id,
    Contradicts,
    Item,
    Status,
    Owner,
    Due,
    Consent,
    Weight,
    Confidence,
    Date,
    Note,
}

/// Every column with its headers: ours first, the Indonesian one second, then the others that mean
/// the same. [`Field::from_header`] understands more: `Nama …`, `Kode …` and a scale behind.
pub const FIELDS: &[(Field, &[&str])] = &[
    (
        Field::Region,
        &[
            "region",
            "wilayah",
            "daerah",
            "kabupaten_kota",
            "kota/kabupaten",
            "kab/kota",
            "kota/kab",
            "kabupaten_dan_kota",
            "kab_dan_kota",
            "provinsi/kabupaten/kota",
            "prov/kab/kota",
            "regency/city",
            "regency_municipality",
            "kabupaten",
            "kab",
            "regency",
            "kota",
            "city",
            "municipality",
            "pemda",
            "pemerintah_daerah",
            "pemkab",
            "pemkot",
            "pemkab/pemkot",
            "kecamatan",
            "kec",
            "subdistrict",
            "district",
            "desa",
            "kelurahan",
            "desa/kelurahan",
            "village",
        ],
    ),
    (
        Field::Province,
        &["province", "provinsi", "prov", "propinsi"],
    ),
    (
        Field::RegionCode,
        &[
            "region_code",
            "kode_wilayah",
            "kode_bps",
            "bps_kode",
            "kode_kemendagri",
            "kemendagri_kode",
            "bps_code",
            "kd_wilayah",
            "kode_kabkota",
        ],
    ),
    (
        Field::Kind,
        &["kind", "jenis", "jenis_wilayah", "tingkat_wilayah"],
    ),
    (
        Field::Indicator,
        &[
            "indicator",
            "indikator",
            "kode",
            "code",
            "subdimensi",
            "no_indikator",
            "nomor_indikator",
        ],
    ),
    (Field::Framework, &["framework", "kerangka", "instrumen"]),
    (
        Field::Level,
        &[
            "level",
            "skor",
            "score",
            "nilai",
            "tingkat",
            "tingkat_kematangan",
            "level_kematangan",
            "maturity_level",
        ],
    ),
    (Field::Value, &["value", "angka"]),
    (Field::Unit, &["unit", "satuan"]),
    (Field::Direction, &["direction", "arah", "faktor"]),
    (Field::Class, &["class", "kelas"]),
    (
        Field::Wave,
        &[
            "wave",
            "tahun",
            "periode",
            "year",
            "tahun_penilaian",
            "tahun_anggaran",
            "tahun_data",
            "ta",
            "period",
        ],
    ),
    (
        Field::Stage,
        &["stage", "tahap", "tahapan", "tahap_penilaian"],
    ),
    (
        Field::Informant,
        &[
            "informant",
            "informan",
            "respondent",
            "responden",
            "narasumber",
            "no_resp",
            "no_responden",
            "nomor_responden",
            "id_responden",
            "respondent_id",
        ],
    ),
    (Field::Role, &["role", "jabatan"]),
    (
        Field::Agency,
        &[
            "agency",
            "opd",
            "instansi",
            "perangkat_daerah",
            "unit_kerja",
            "unit_layanan",
            "unit_pelayanan",
            "skpd",
        ],
    ),
    (Field::Concerns, &["concerns", "tentang"]),
    (
        Field::Coder,
        &["coder", "pengode", "penilai", "koder", "rater"],
    ),
    (Field::Method, &["method", "metode", "source_type"]),
    (Field::Quote, &["quote", "kutipan"]),
    (
        Field::Finding,
        &["finding", "temuan", "hasil_temuan", "penjelasan"],
    ),
    (Field::Rationale, &["rationale", "alasan"]),
    (Field::Source, &["source", "sumber", "sumber_data"]),
    (
        Field::Locator,
        &["locator", "lokasi", "tautan", "link", "halaman"],
    ),
    (Field::Use, &["use", "pemakaian"]),
    (Field::Basis, &["basis", "dasar"]),
    (Field::Id, &["id"]),
    (Field::Contradicts, &["contradicts", "bertentangan"]),
    (
        Field::Item,
        &[
            "item",
            "butir",
            "butir_bukti",
            "butir_bukti_dukung",
            "kode_bukti",
            "kode_bukti_dukung",
            "bukti_dukung",
            "data_dukung",
        ],
    ),
    (
        Field::Status,
        &["status", "status_bukti", "status_bukti_dukung"],
    ),
    (
        Field::Owner,
        &[
            "owner",
            "penanggung_jawab",
            "pic",
            "opd_penanggung_jawab",
            "perangkat_daerah_penanggung_jawab",
        ],
    ),
    (
        Field::Due,
        &["due", "tenggat", "batas_waktu", "tenggat_waktu", "deadline"],
    ),
    (Field::Consent, &["consent", "izin_kutip"]),
    (Field::Weight, &["weight", "bobot"]),
    (Field::Confidence, &["confidence", "keyakinan"]),
    (
        Field::Date,
        &[
            "date",
            "tanggal",
            "timestamp",
            "cap_waktu",
            "stempel_waktu",
            "tanggal_wawancara",
            "tgl",
        ],
    ),
    (Field::Note, &["note", "catatan", "keterangan"]),
];

/// The column of every header of ours, folded; looked up far too often for a search while the
/// delimiter is sought.
static BY_HEADER: LazyLock<BTreeMap<String, Field>> = LazyLock::new(|| {
    let named = FIELDS
        .iter()
        .flat_map(|(column, names)| names.iter().map(|it| (it, *column)));
    named.map(|(name, column)| (folded(name), column)).collect()
});

/// The columns whose header may have "nama" before it.
const NAMED: [Field; 6] = [
    Field::Region,
    Field::Province,
    Field::Indicator,
    Field::Informant,
    Field::Agency,
    Field::Coder,
];

/// How fine the regions under a header are, from the finest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Desa, kelurahan.
    Village,
    /// Kecamatan.
    District,
    /// Kabupaten and kota, and headers that name no tier.
    Regency,
    /// Provinsi.
    Province,
}

impl Field {
    /// Whether it says what a row is about: its region, its indicator.
    #[must_use]
    pub fn is_key(self) -> bool {
        matches!(
            self,
            Self::Region | Self::Province | Self::RegionCode | Self::Indicator
        )
    }

    /// The column that the number of a row stands in: the level, else the value.
    #[must_use]
    pub fn of_number(row: &super::Statement) -> Self {
        if row.answer.is_missing() && row.value.is_some() {
            Self::Value
        } else {
            Self::Level
        }
    }

    /// The column with this header, ignoring case, spaces, hyphens, slashes and underscores. The
    /// header of a name may begin with "nama", that of a code with "kode", and that of a number may
    /// end with its scale: `Skor (0-4)`.
    #[must_use]
    pub fn from_header(header: &str) -> Option<Self> {
        let key = folded(header);
        if let Some(column) = BY_HEADER.get(&key) {
            return Some(*column);
        }
        let bare = without_scale(header);
        if bare.len() < header.len() {
            let column = BY_HEADER.get(&folded(bare)).copied();
            return column.filter(|it| matches!(it, Self::Level | Self::Value));
        }
        // Open data say whose list a name or a code is from: `bps_nama_kabupaten_kota`.
        let key = ["bps", "kemendagri"]
            .iter()
            .find_map(|it| key.strip_prefix(it))
            .filter(|rest| rest.starts_with("nama") || rest.starts_with("kode"))
            .unwrap_or(&key);
        let rest_of = |start: &str| {
            let rest = key.strip_prefix(start)?;
            BY_HEADER.get(rest).copied()
        };
        let name = ["nama", "namaof", "nameof"]
            .iter()
            .find_map(|it| rest_of(it));
        if let Some(column) = name.filter(|it| NAMED.contains(it)) {
            return Some(column);
        }
        match ["kode", "kd", "idkode"].iter().find_map(|it| rest_of(it)) {
            Some(Self::Region | Self::Province) => Some(Self::RegionCode),
            Some(Self::Indicator) => Some(Self::Indicator),
            _ => None,
        }
    }

    /// Our own header of the column.
    #[must_use]
    pub fn header(self) -> &'static str {
        FIELDS
            .iter()
            .find(|(column, _)| *column == self)
            .map_or("", |(_, names)| names[0])
    }
}

/// A header without the scale behind it: `Skor (0-4)` is `Skor`.
#[must_use]
pub fn without_scale(header: &str) -> &str {
    let header = header.trim();
    let scale = |open: char, close: char| {
        let rest = header.strip_suffix(close)?;
        let (before, scale) = rest.rsplit_once(open)?;
        let mut words = scale.split(|it: char| !it.is_alphanumeric());
        let is_word = |it: &str| {
            let is_joint = ["", "s", "d", "sd", "to", "sampai", "skala", "scale"].contains(&it);
            is_joint || it.bytes().all(|it| it.is_ascii_digit())
        };
        let has_digit = scale.bytes().any(|it| it.is_ascii_digit());
        let is_year = scale.len() == 4 && scale.bytes().all(|it| it.is_ascii_digit());
        (has_digit && !is_year && words.all(|it| is_word(&it.to_lowercase())))
            .then_some(before.trim_end())
    };
    scale('(', ')')
        .or_else(|| scale('[', ']'))
        .unwrap_or(header)
}

/// The kind of the regions under a header that names one (`Provinsi`, `Nama Kecamatan`), in the words
/// of the column `kind`.
#[must_use]
pub fn kind_of_header(header: &str) -> Option<&'static str> {
    let key = folded(header);
    let own = ["bps", "kemendagri"]
        .iter()
        .find_map(|it| key.strip_prefix(it));
    let key = own.unwrap_or(&key);
    let bare = key.strip_prefix("nama").unwrap_or(key);
    Some(match bare {
        "provinsi" | "prov" | "propinsi" | "province" => "provinsi",
        "kabupaten" | "kab" | "regency" => "kabupaten",
        "kota" | "city" | "municipality" => "kota",
        "kecamatan" | "kec" | "subdistrict" | "district" => "kecamatan",
        "desa" | "kelurahan" | "desakelurahan" | "village" => "desa",
        "kabupatenkota"
        | "kotakabupaten"
        | "kabkota"
        | "kotakab"
        | "kabupatendankota"
        | "kabdankota"
        | "regencycity"
        | "regencymunicipality"
        | "pemkabpemkot" => REGENCIES,
        _ => return None,
    })
}

/// The kind that a header names which leaves open whether kabupaten or kota.
pub const REGENCIES: &str = "kabupaten/kota";

/// Whose codes of regions stand under a header, where it says so.
#[must_use]
pub fn system_of_header(header: &str) -> Option<CodeSystem> {
    let key = folded(header);
    match (key.contains("bps"), key.contains("mendagri")) {
        (true, false) => Some(CodeSystem::Bps),
        (false, true) => Some(CodeSystem::Kemendagri),
        _ => None,
    }
}

/// How fine the regions under a header are.
#[must_use]
pub fn tier_of_header(header: &str) -> Tier {
    match kind_of_header(header) {
        Some("provinsi") => Tier::Province,
        Some("kecamatan") => Tier::District,
        Some("desa") => Tier::Village,
        _ => Tier::Regency,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_found_in_both_languages_and_any_spelling() {
        assert_eq!(Field::from_header(" Kabupaten/Kota "), Some(Field::Region));
        assert_eq!(Field::from_header("PENANGGUNG JAWAB"), Some(Field::Owner));
        assert_eq!(Field::from_header("skor"), Some(Field::Level));
        assert_eq!(Field::from_header("luas"), None);
        for (header, expected) in [
            ("Nama Kabupaten/Kota", Field::Region),
            ("nama_wilayah", Field::Region),
            ("Kode Kabupaten Kota", Field::RegionCode),
            ("bps_kode_kabupaten_kota", Field::RegionCode),
            ("bps_nama_kabupaten_kota", Field::Region),
            ("kemendagri_nama_kecamatan", Field::Region),
            ("kode_provinsi", Field::RegionCode),
            ("Nama Provinsi", Field::Province),
            ("Kode Indikator", Field::Indicator),
            ("Nama Indikator", Field::Indicator),
            ("Skor (0-4)", Field::Level),
            ("Nilai [1 s.d. 5]", Field::Level),
            ("Tingkat Kematangan (skala 1–5)", Field::Level),
            ("Batas Waktu", Field::Due),
            ("PIC", Field::Owner),
            ("Perangkat Daerah", Field::Agency),
            ("Year", Field::Wave),
        ] {
            assert_eq!(Field::from_header(header), Some(expected), "{header}");
        }
        for header in [
            "Nama Nilai",
            "Kode Pos",
            "Skor (lama)",
            "Wilayah (0-4)",
            "nama",
        ] {
            assert_eq!(Field::from_header(header), None, "{header}");
        }
    }

    #[test]
    fn no_header_means_two_columns() {
        let mut seen = std::collections::BTreeMap::new();
        for (column, names) in FIELDS {
            for name in *names {
                assert_eq!(
                    seen.insert(folded(name), column),
                    None,
                    "{name} stands twice"
                );
            }
        }
    }
}
