//! The columns of the input table and the headers they answer to, in English and Indonesian.

use crate::text::folded;

/// A column of the long form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(
    missing_docs,
    reason = "the names are those of the columns, explained in the file format"
)]
pub enum Column {
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
pub const COLUMNS: &[(Column, &[&str])] = &[
    (
        Column::Region,
        &["region", "wilayah", "daerah", "kabupaten_kota"],
    ),
    (Column::Kind, &["kind", "jenis"]),
    (Column::Indicator, &["indicator", "indikator", "kode"]),
    (Column::Framework, &["framework", "kerangka"]),
    (Column::Level, &["level", "skor", "score", "nilai"]),
    (Column::Value, &["value", "angka"]),
    (Column::Unit, &["unit", "satuan"]),
    (Column::Direction, &["direction", "arah", "faktor"]),
    (Column::Class, &["class", "kelas"]),
    (Column::Wave, &["wave", "tahun", "periode"]),
    (Column::Stage, &["stage", "tahap"]),
    (
        Column::Informant,
        &["informant", "informan", "respondent", "responden"],
    ),
    (Column::Role, &["role", "jabatan"]),
    (Column::Agency, &["agency", "opd", "instansi"]),
    (Column::Coder, &["coder", "pengode", "penilai"]),
    (Column::Method, &["method", "metode", "source_type"]),
    (Column::Quote, &["quote", "kutipan"]),
    (Column::Finding, &["finding", "temuan"]),
    (Column::Rationale, &["rationale", "alasan"]),
    (Column::Source, &["source", "sumber"]),
    (Column::Locator, &["locator", "lokasi"]),
    (Column::Use, &["use", "pemakaian"]),
    (Column::Basis, &["basis", "dasar"]),
    (Column::Id, &["id"]),
    (Column::Contradicts, &["contradicts", "bertentangan"]),
    (Column::Item, &["item", "butir"]),
    (Column::Status, &["status"]),
    (Column::Owner, &["owner", "penanggung_jawab"]),
    (Column::Due, &["due", "tenggat"]),
    (Column::Consent, &["consent", "izin_kutip"]),
    (Column::Weight, &["weight", "bobot"]),
    (Column::Confidence, &["confidence", "keyakinan"]),
    (Column::Date, &["date", "tanggal"]),
    (Column::Note, &["note", "catatan"]),
];

impl Column {
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
        COLUMNS
            .iter()
            .find(|(_, names)| names.iter().any(|name| folded(name) == wanted))
            .map(|(column, _)| *column)
    }

    /// Our own header of the column.
    #[must_use]
    pub fn header(self) -> &'static str {
        COLUMNS
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
        assert_eq!(
            Column::from_header(" Kabupaten/Kota "),
            Some(Column::Region)
        );
        assert_eq!(Column::from_header("PENANGGUNG JAWAB"), Some(Column::Owner));
        assert_eq!(Column::from_header("skor"), Some(Column::Level));
        assert_eq!(Column::from_header("luas"), None);
    }

    #[test]
    fn no_header_means_two_columns() {
        let mut seen = std::collections::BTreeMap::new();
        for (column, names) in COLUMNS {
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
