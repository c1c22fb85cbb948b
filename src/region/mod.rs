//! The register of Indonesian regions: names, codes, aliases, and finding a region in a text.
//!
//! Owns the 514 kabupaten and kota, the 38 provinces and Indonesia, embedded in the program, and
//! the rules by which a text such as `Kab. OKI`, `16.02` or `Bogor Regency` names one of them.
//! Nothing is guessed: what could be two regions is [`Found::Ambiguous`], what is none is
//! [`Found::Unknown`], with the nearest names to offer.
//!
//! Names and Kemendagri codes: Kepmendagri 300.2.2-2138/2025 as amended by 300.2.2-2430/2025, via
//! cahyadsn/wilayah (MIT). BPS codes: BPS bridging table, 2020 semester 2. `data/README.md` has the
//! details. A blank code is one we do not know, never one that does not exist.

mod code;
mod find;
mod name;
mod register;
#[cfg(test)]
mod tests;

pub use crate::region::code::{cut, undotted};
pub use crate::region::find::Found;
pub use crate::region::register::Register;

use crate::text::Text;

/// What sort of region, or body, a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Indonesia as a whole.
    Nasional,
    /// A province.
    Provinsi,
    /// A regency.
    Kabupaten,
    /// A city, also an administrative one.
    Kota,
    /// A district below kabupaten and kota; not in the register.
    Kecamatan,
    /// A village or kelurahan; not in the register.
    Desa,
    /// A government body; not in the register.
    Instansi,
}

/// Which regions are ranked against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// Indonesia.
    Nasional,
    /// Provinces.
    Provinsi,
    /// Kabupaten and kota together.
    KabKota,
    /// Everything else.
    Other,
}

impl Kind {
    /// Every kind, widest first.
    pub const ALL: [Self; 7] = [
        Self::Nasional,
        Self::Provinsi,
        Self::Kabupaten,
        Self::Kota,
        Self::Kecamatan,
        Self::Desa,
        Self::Instansi,
    ];

    /// The kind named by a word in Indonesian or English, in any case (`Kab.`, `regency`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        name::kind(&name::words(text))
    }

    /// The stable name, an Indonesian word in lower case.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Nasional => "nasional",
            Self::Provinsi => "provinsi",
            Self::Kabupaten => "kabupaten",
            Self::Kota => "kota",
            Self::Kecamatan => "kecamatan",
            Self::Desa => "desa",
            Self::Instansi => "instansi",
        }
    }

    /// The name for people.
    #[must_use]
    pub fn label(self) -> Text {
        match self {
            Self::Nasional => Text::new("Nasional", "National"),
            Self::Provinsi => Text::new("Provinsi", "Province"),
            Self::Kabupaten => Text::new("Kabupaten", "Regency"),
            Self::Kota => Text::new("Kota", "City"),
            Self::Kecamatan => Text::new("Kecamatan", "District"),
            Self::Desa => Text::new("Desa/kelurahan", "Village"),
            Self::Instansi => Text::new("Instansi", "Agency"),
        }
    }

    /// With which others a region of this kind is ranked.
    #[must_use]
    pub fn tier(self) -> Tier {
        match self {
            Self::Nasional => Tier::Nasional,
            Self::Provinsi => Tier::Provinsi,
            Self::Kabupaten | Self::Kota => Tier::KabKota,
            Self::Kecamatan | Self::Desa | Self::Instansi => Tier::Other,
        }
    }

    /// Whether the register has regions of this kind.
    #[must_use]
    pub fn is_registered(self) -> bool {
        self.tier() != Tier::Other
    }
}

impl Tier {
    /// The stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Nasional => "nasional",
            Self::Provinsi => "provinsi",
            Self::KabKota => "kabupaten-kota",
            Self::Other => "lain",
        }
    }

    /// The name for people.
    #[must_use]
    pub fn label(self) -> Text {
        match self {
            Self::Nasional => Text::new("Nasional", "National"),
            Self::Provinsi => Text::new("Provinsi", "Provinces"),
            Self::KabKota => Text::new("Kabupaten dan kota", "Regencies and cities"),
            Self::Other => Text::new("Lainnya", "Other"),
        }
    }
}

/// One region of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    code: Option<&'static str>,
    bps_code: Option<&'static str>,
    name: &'static str,
    short_name: &'static str,
    kind: Kind,
    province_code: Option<&'static str>,
}

impl Region {
    /// The Kemendagri code: `16` of a province, `16.02` of a kabupaten or kota, none of Indonesia.
    #[must_use]
    pub fn code(&self) -> Option<&'static str> {
        self.code
    }

    /// The BPS code, without a dot (`1602`), if known. It may belong to another region as a
    /// Kemendagri code: BPS 1101 is Simeulue, Kemendagri 11.01 Aceh Selatan.
    #[must_use]
    pub fn bps_code(&self) -> Option<&'static str> {
        self.bps_code
    }

    /// The official name with its kind (`Kabupaten Ogan Komering Ilir`).
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The name without its kind (`Ogan Komering Ilir`); several regions may share it.
    #[must_use]
    pub fn short_name(&self) -> &'static str {
        self.short_name
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The Kemendagri code of its province, of a province its own, none of Indonesia.
    #[must_use]
    pub fn province_code(&self) -> Option<&'static str> {
        self.province_code
    }

    /// Reads one line of `data/regions.csv`.
    fn from_line(line: &'static str) -> Option<Self> {
        let mut fields = line.split(',');
        let mut field = || fields.next();
        let (code, bps_code, name) = (field()?, field()?, field()?);
        let (short_name, kind, province_code) = (field()?, field()?, field()?);
        let known = |text: &'static str| (!text.is_empty()).then_some(text);
        Some(Self {
            code: known(code),
            bps_code: known(bps_code),
            name,
            short_name: known(short_name).unwrap_or_else(|| name::without_kind(name)),
            kind: Kind::ALL.into_iter().find(|one| one.id() == kind)?,
            province_code: known(province_code),
        })
    }
}
