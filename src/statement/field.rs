//! The columns of the input table and the headers they answer to, in English and Indonesian.

use crate::text::folded;

/// A column of the long form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(
    missing_docs,
    reason = "the names are those of the columns, explained in the file format"
)]
pub enum Field {
    Region,
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

/// Every column with its headers: ours first, then the others that mean the same.
pub const FIELDS: &[(Field, &[&str])] = &[
    (
        Field::Region,
        &["region", "wilayah", "daerah", "kabupaten_kota"],
    ),
    (Field::Kind, &["kind", "jenis"]),
    (Field::Indicator, &["indicator", "indikator", "kode"]),
    (Field::Framework, &["framework", "kerangka"]),
    (Field::Level, &["level", "skor", "score", "nilai"]),
    (Field::Value, &["value", "angka"]),
    (Field::Unit, &["unit", "satuan"]),
    (Field::Direction, &["direction", "arah", "faktor"]),
    (Field::Class, &["class", "kelas"]),
    (Field::Wave, &["wave", "tahun", "periode"]),
    (Field::Stage, &["stage", "tahap"]),
    (
        Field::Informant,
        &["informant", "informan", "respondent", "responden"],
    ),
    (Field::Role, &["role", "jabatan"]),
    (Field::Agency, &["agency", "opd", "instansi"]),
    (Field::Concerns, &["concerns", "tentang"]),
    (Field::Coder, &["coder", "pengode", "penilai"]),
    (Field::Method, &["method", "metode", "source_type"]),
    (Field::Quote, &["quote", "kutipan"]),
    (Field::Finding, &["finding", "temuan"]),
    (Field::Rationale, &["rationale", "alasan"]),
    (Field::Source, &["source", "sumber"]),
    (Field::Locator, &["locator", "lokasi"]),
    (Field::Use, &["use", "pemakaian"]),
    (Field::Basis, &["basis", "dasar"]),
    (Field::Id, &["id"]),
    (Field::Contradicts, &["contradicts", "bertentangan"]),
    (Field::Item, &["item", "butir"]),
    (Field::Status, &["status"]),
    (Field::Owner, &["owner", "penanggung_jawab"]),
    (Field::Due, &["due", "tenggat"]),
    (Field::Consent, &["consent", "izin_kutip"]),
    (Field::Weight, &["weight", "bobot"]),
    (Field::Confidence, &["confidence", "keyakinan"]),
    (Field::Date, &["date", "tanggal"]),
    (Field::Note, &["note", "catatan"]),
];

impl Field {
    /// The column that the number of a row stands in: the level, else the value.
    #[must_use]
    pub fn of_number(row: &super::Statement) -> Self {
        if row.answer.is_missing() && row.value.is_some() {
            Self::Value
        } else {
            Self::Level
        }
    }

    /// The column with this header, ignoring case, spaces, hyphens, slashes and underscores.
    #[must_use]
    pub fn from_header(header: &str) -> Option<Self> {
        let wanted = folded(header);
        FIELDS
            .iter()
            .find(|(_, names)| names.iter().any(|name| folded(name) == wanted))
            .map(|(column, _)| *column)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_found_in_both_languages_and_any_spelling() {
        assert_eq!(Field::from_header(" Kabupaten/Kota "), Some(Field::Region));
        assert_eq!(Field::from_header("PENANGGUNG JAWAB"), Some(Field::Owner));
        assert_eq!(Field::from_header("skor"), Some(Field::Level));
        assert_eq!(Field::from_header("luas"), None);
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
