//! Names of rows that sum up others: totals, means, the words of statistics.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use crate::text::folded;

/// How long the longest word is.
const LONGEST_WORD: usize = 16;

/// What names of rows of totals or means begin with, folded.
pub(crate) const TOTAL_STARTS: [&str; 11] = [
    "total",
    "jumlah",
    "ratarata",
    "rerata",
    "grandtotal",
    "average",
    "subtotal",
    "jmltotal",
    "nilairatarata",
    "skorratarata",
    "rataan",
];

/// Whole names of such rows.
pub(crate) const TOTAL_WORDS: [&str; 16] = [
    "mean",
    "sum",
    "jml",
    "rata2",
    "median",
    "ratarata2",
    "maksimum",
    "minimum",
    "maximum",
    "tertinggi",
    "terendah",
    "stdev",
    "standardeviasi",
    "simpanganbaku",
    "persentase",
    "nilaimaksimum",
];

/// Words of statistics, in order: a name made of nothing but these and [`FILLERS`] sums up rows.
pub(crate) const STATISTICS: [&str; 77] = [
    "average",
    "avg",
    "bobot",
    "capaian",
    "category",
    "deviasi",
    "deviation",
    "dev",
    "gap",
    "grade",
    "highest",
    "ikm",
    "indeks",
    "index",
    "interval",
    "jml",
    "jumlah",
    "kategori",
    "keseluruhan",
    "kinerja",
    "konversi",
    "lowest",
    "mak",
    "maks",
    "maksimal",
    "maksimum",
    "max",
    "maximum",
    "mean",
    "med",
    "median",
    "min",
    "minimal",
    "minimum",
    "modus",
    "mutu",
    "nilai",
    "nrr",
    "overall",
    "percent",
    "peringkat",
    "persen",
    "persentase",
    "predikat",
    "rank",
    "ranking",
    "rangking",
    "rata2",
    "rataan",
    "ratarata",
    "realisasi",
    "rerata",
    "score",
    "selisih",
    "simpangan",
    "simpanganbaku",
    "skor",
    "skm",
    "standardeviasi",
    "std",
    "stdev",
    "subtotal",
    "sum",
    "target",
    "terendah",
    "tertinggi",
    "total",
    "varians",
    "variance",
    "variansi",
    "varian",
    "weight",
    "x̄",
    "σ",
    "∑",
    "µ",
    "μ",
];

/// Words that are statistics only where a region or a number is expected: elsewhere they are initials
/// and posts.
pub(crate) const SHORT: [&str; 8] = [
    "ideal", "n", "propinsi", "province", "provinsi", "rt", "s", "sd",
];

/// What may stand beside words of statistics, as [`SHORT`] ones and numbers may.
pub(crate) const FILLERS: [&str; 55] = [
    "akhir",
    "all",
    "and",
    "baku",
    "berbobot",
    "dan",
    "dari",
    "daerah",
    "dibagi",
    "final",
    "gabungan",
    "grand",
    "indikator",
    "indicator",
    "item",
    "kab",
    "kabupaten",
    "kali",
    "kota",
    "kuesioner",
    "layanan",
    "masing",
    "of",
    "pelayanan",
    "per",
    "pertanyaan",
    "rata",
    "responden",
    "respondents",
    "respondent",
    "se",
    "seluruh",
    "semua",
    "setelah",
    "setiap",
    "standar",
    "standard",
    "tahun",
    "terisi",
    "tertbg",
    "tertimbang",
    "the",
    "tiap",
    "unit",
    "units",
    "unsur",
    "value",
    "values",
    "weighted",
    "wilayah",
    "x",
    "yang",
    "kumulatif",
    "nasional",
    "aspek",
];

/// Whether a name begins with a word for a total or a mean, or is one.
pub(crate) fn is_total(name: &str) -> bool {
    // Asked of every row: most names begin with none of these letters.
    const BEGINNINGS: [&[u8; 2]; 17] = [
        b"to", b"ju", b"ra", b"re", b"gr", b"av", b"su", b"jm", b"ni", b"sk", b"me", b"ma", b"mi",
        b"te", b"st", b"si", b"pe",
    ];
    let Some(first) = name.as_bytes().first_chunk::<2>() else {
        return false;
    };
    if !BEGINNINGS.contains(&&first.map(|it| it.to_ascii_lowercase())) {
        return false;
    }
    let key = folded(name);
    TOTAL_STARTS.iter().any(|it| key.starts_with(it)) || TOTAL_WORDS.contains(&&*key)
}

/// Whether a name is a word for a total and nothing else.
pub(crate) fn is_total_alone(name: &str) -> bool {
    let key = folded(name);
    TOTAL_STARTS.iter().chain(&TOTAL_WORDS).any(|it| *it == key)
}

/// Whether a name is made of nothing but words of statistics, at least one, and what may stand beside
/// them: `NRR per unsur`, `Skor Maksimal`, `Std. Deviasi`. [`SHORT`] ones count where they are said to.
pub(crate) fn is_statistic(name: &str, with_short: bool) -> bool {
    const LONGEST: usize = 60;
    if name.len() > LONGEST {
        return false;
    }
    let bare = without_brackets(name);
    let (mut is_long, mut is_short, mut has_number) = (false, false, false);
    for word in words(&bare) {
        match kind_of(word) {
            Some(Kind::Statistic) => is_long = true,
            Some(Kind::Short) => is_short = true,
            Some(Kind::Filler) => {}
            None if word.bytes().all(|it| it.is_ascii_digit()) => has_number = true,
            None => return false,
        }
    }
    // `RT 03` is a place and `N 1` a person, `n = 30` is neither.
    is_long || with_short && is_short && (!has_number || bare.contains('='))
}

/// A name without what stands in brackets, which explains it.
fn without_brackets(name: &str) -> Cow<'_, str> {
    let Some((before, rest)) = name.split_once('(').filter(|(it, _)| !it.trim().is_empty()) else {
        return Cow::Borrowed(name);
    };
    let behind = rest.split_once(')').map_or("", |it| it.1);
    Cow::Owned(format!("{before} {behind}"))
}

/// What a word is in the name of a row of statistics.
#[derive(Clone, Copy)]
enum Kind {
    Statistic,
    Short,
    Filler,
}

/// What a word is, in any case. Asked of every row, so that it is looked up and not searched for.
fn kind_of(word: &str) -> Option<Kind> {
    static KINDS: LazyLock<HashMap<&str, Kind, RandomState>> = LazyLock::new(|| {
        let of = |words: &'static [&'static str], kind| words.iter().map(move |it| (*it, kind));
        let all = of(&FILLERS, Kind::Filler).chain(of(&SHORT, Kind::Short));
        all.chain(of(&STATISTICS, Kind::Statistic)).collect()
    });
    let mut lower = [0; LONGEST_WORD];
    if let Some(lower) = lower.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        return KINDS.get(std::str::from_utf8(lower).ok()?).copied();
    }
    KINDS.get(&*word.to_lowercase()).copied()
}

/// The words of a name; the sign of a sum is one by itself.
fn words(name: &str) -> impl Iterator<Item = &str> {
    const SIGNS: [char; 2] = ['∑', 'Σ'];
    let is_between = |it: char| {
        it.is_whitespace() || it.is_ascii_punctuation() || matches!(it, '–' | '—' | '·' | '×' | '÷')
    };
    let parts = name.split(is_between).filter(|it| !it.is_empty());
    parts.flat_map(|part| {
        let bare = part.trim_start_matches(SIGNS);
        let sign = &part[..part.len() - bare.len()];
        let sign = (!sign.is_empty()).then_some("∑");
        sign.into_iter().chain((!bare.is_empty()).then_some(bare))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_for_a_total_is_one() {
        for word in TOTAL_STARTS.iter().chain(&TOTAL_WORDS) {
            assert!(is_total(word) && is_total(&word.to_uppercase()), "{word}");
        }
        for word in STATISTICS {
            assert!(is_statistic(word, false), "{word}");
            assert!(is_statistic(&word.to_uppercase(), false), "{word}");
        }
        for word in SHORT {
            assert!(is_statistic(word, true), "{word}");
        }
        for word in FILLERS.iter().chain(&["12", ""]) {
            assert!(!is_statistic(word, false), "{word}");
        }
    }

    #[test]
    fn names_of_statistics_alone_sum_up() {
        for name in [
            "NRR per unsur",
            "NRR / Unsur",
            "∑ Nilai/Unsur",
            "ΣNilai per unsur",
            "NRR tertimbang per unsur",
            "NRR tertbg/unsur",
            "IKM Unit Pelayanan",
            "Mutu Pelayanan",
            "Kinerja unit pelayanan",
            "Skor Maksimal",
            "Nilai Akhir",
            "Std. Deviasi",
            "Indeks 2024",
            "x̄",
            "N = 30",
            "Nilai IKM (x25)",
            "Mutu pelayanan (A/B/C/D)",
        ] {
            assert!(is_statistic(name, true), "{name}");
        }
        for name in [
            "Kab. Klaten",
            "Kota",
            "N1",
            "Target Kab. Klaten",
            "Desa Nilai Indah",
            "Kota Minas",
            "RT 03",
            "N 1",
            "(Kota) Klaten",
        ] {
            assert!(!is_statistic(name, true), "{name}");
        }
        assert!(!is_statistic("N", false) && !is_statistic("RT 3", false));
    }

    #[test]
    fn totals_are_no_regions() {
        for name in [
            "Total",
            "JUMLAH",
            "Rata-rata",
            "Rata - rata",
            "Rerata",
            "Jumlah/Total",
            "mean",
        ] {
            assert!(is_total(name), "{name}");
        }
        for name in [
            "Kab. Toraja",
            "Sumenep",
            "Tolitoli",
            "Sumba Timur",
            "Jember",
            "Meanwhile",
        ] {
            assert!(!is_total(name), "{name}");
        }
    }
}
