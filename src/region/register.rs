//! The register itself: loading it, its regions by code, by kind and by the spelling of a name.

use std::sync::{LazyLock, OnceLock};

use crate::region::name::{self, Kinds};
use crate::region::{Kind, Region};

const REGIONS: &str = include_str!("data/regions.csv");
const ALIASES: &str = include_str!("data/aliases.csv");

/// Former names that name another region today, or nothing: never taken for it, only offered.
const FORMER: &[(&str, Kind, &str)] = &[
    // Kabupaten Mempawah since 2014.
    ("pontianak", Kind::Kabupaten, "61.02"),
    // Kabupaten Bintan since 2006.
    ("kepulauanriau", Kind::Kabupaten, "21.01"),
    // Kabupaten Kepulauan Yapen since 2008.
    ("yapenwaropen", Kind::Kabupaten, "91.05"),
    // Kabupaten Kutai Kartanegara since 2002.
    ("kutai", Kind::Kabupaten, "64.02"),
    // Kabupaten Kepulauan Sangihe since the division of 2002.
    ("sangihetalaud", Kind::Kabupaten, "71.03"),
    ("kepulauansangihetalaud", Kind::Kabupaten, "71.03"),
    // Kabupaten Polewali Mandar since 2006, after the division of 2002.
    ("polewalimamasa", Kind::Kabupaten, "76.04"),
    ("polmas", Kind::Kabupaten, "76.04"),
    // Provinsi Papua until 2002, then divided.
    ("irianjaya", Kind::Provinsi, "91"),
    // Provinsi Papua Barat since 2007.
    ("irianjayabarat", Kind::Provinsi, "92"),
];

/// All regions: Indonesia, the provinces, then kabupaten and kota by code.
#[derive(Debug)]
pub struct Register {
    regions: Vec<Region>,
    keys: OnceLock<Vec<(String, usize)>>,
}

/// Positions in the register.
pub(crate) type Places = Vec<usize>;

/// What a piece of text names: regions, or else those that may be meant, nearest first.
#[derive(Debug, Default)]
pub(crate) struct Match {
    pub(crate) hits: Places,
    pub(crate) near: Places,
}

impl Match {
    pub(crate) fn hits(hits: Places) -> Self {
        Self {
            hits,
            near: Vec::new(),
        }
    }

    pub(crate) fn near(near: Places) -> Self {
        Self {
            hits: Vec::new(),
            near,
        }
    }
}

impl Register {
    /// The register built into the program.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static REGISTER: LazyLock<Register> = LazyLock::new(|| Register {
            regions: REGIONS
                .lines()
                .skip(1)
                .filter_map(Region::from_line)
                .collect(),
            keys: OnceLock::new(),
        });
        &REGISTER
    }

    /// Every region: Indonesia, the provinces, then kabupaten and kota by code.
    pub fn regions(&self) -> impl Iterator<Item = &Region> {
        self.regions.iter()
    }

    /// Every region of one kind, by code.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Region> {
        self.regions
            .iter()
            .filter(move |region| region.kind() == kind)
    }

    /// The kabupaten and kota of the province with this Kemendagri code.
    pub fn within<'a>(&'a self, province_code: &'a str) -> impl Iterator<Item = &'a Region> {
        self.regions.iter().filter(move |region| {
            region.province_code() == Some(province_code) && region.kind() != Kind::Provinsi
        })
    }

    /// The province a region lies in, of a province itself, none of Indonesia.
    #[must_use]
    pub fn province_of(&self, region: &Region) -> Option<&Region> {
        let code = region.province_code()?;
        self.of_kind(Kind::Provinsi)
            .find(|province| province.code() == Some(code))
    }

    /// The region with exactly this Kemendagri code (`16`, `16.02`), else with this BPS code of four
    /// digits (`1602`).
    #[must_use]
    pub fn by_code(&self, code: &str) -> Option<&Region> {
        let kemendagri = self
            .regions
            .iter()
            .find(|region| region.code() == Some(code));
        kemendagri.or_else(|| {
            let bps = |region: &&Region| code.len() == 4 && region.bps_code() == Some(code);
            self.regions.iter().find(bps)
        })
    }

    /// The regions that had a name (without spaces, in lower case) and a kind of `kinds` which now mean
    /// another region, or none.
    pub(crate) fn formerly(&self, name: &str, kinds: Kinds) -> impl Iterator<Item = usize> {
        FORMER
            .iter()
            .filter(move |(old, kind, _)| *old == name && kinds.has(*kind))
            .filter_map(|(.., code)| self.regions.iter().position(|it| it.code() == Some(*code)))
    }

    /// The region at a position.
    pub(crate) fn at(&self, place: usize) -> Option<&Region> {
        self.regions.get(place)
    }

    /// The positions of the regions that `fits` accepts.
    pub(crate) fn places(&self, fits: impl Fn(&Region) -> bool) -> Places {
        let regions = self.regions.iter().enumerate();
        regions
            .filter(|(_, region)| fits(region))
            .map(|(place, _)| place)
            .collect()
    }

    /// Every spelling known for names and aliases, without kind and spaces, sorted, with the region
    /// it names. Made when the first name is looked up.
    pub(crate) fn keys(&self) -> &[(String, usize)] {
        self.keys.get_or_init(|| {
            let names = self.regions.iter().enumerate().flat_map(|(place, region)| {
                [region.short_name(), name::without_kind(region.name())].map(|name| (name, place))
            });
            let aliases = ALIASES.lines().skip(1).filter_map(|line| {
                let (code, alias) = line.split_once(',')?;
                let of = |region: &Region| region.code().unwrap_or_default() == code;
                Some((alias, self.regions.iter().position(of)?))
            });
            let mut keys: Vec<(String, usize)> = names
                .chain(aliases)
                .map(|(name, place)| (name::words(name).concat(), place))
                .collect();
            keys.sort();
            keys.dedup();
            keys
        })
    }

    /// The regions with a name or alias of this spelling.
    pub(crate) fn named(&self, key: &str) -> impl Iterator<Item = usize> {
        let keys = self.keys();
        let start = keys.partition_point(|(known, _)| known.as_str() < key);
        keys[start..]
            .iter()
            .take_while(move |(known, _)| known == key)
            .map(|&(_, place)| place)
    }
}
