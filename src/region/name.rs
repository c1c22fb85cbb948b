//! From a text to the ways in which it can be read as the name of a region.
//!
//! Pure text work: folding case, accents and punctuation; taking off `Pemerintah`, `Kab.`,
//! `Regency` and the like; writing out abbreviated words. Which reading names a region is decided
//! in `register`.

use crate::region::Kind;
use crate::text::is_invisible;

/// The longest text, in characters, that is looked at; the longest real name has about 90.
pub(crate) const LONGEST: usize = 160;

/// The most spellings tried of one reading.
const MOST_KEYS: usize = 64;

/// Abbreviated and variant words, each with everything it may stand for.
const WRITTEN_OUT: &[(&str, &[&str])] = &[
    ("b", &["banda", "bandar"]),
    ("bar", &["barat"]),
    ("bd", &["bandar"]),
    ("bdr", &["bandar"]),
    ("bolmong", &["bolaangmongondow"]),
    ("brt", &["barat"]),
    ("gn", &["gunung"]),
    ("java", &["jawa"]),
    ("jogja", &["yogyakarta"]),
    ("jogjakarta", &["yogyakarta"]),
    ("kal", &["kalimantan"]),
    ("kep", &["kepulauan"]),
    ("kepul", &["kepulauan"]),
    ("kom", &["komering"]),
    ("lb", &["lubuk"]),
    ("oku", &["ogankomeringulu"]),
    ("p", &["padang", "pematang", "pulau"]),
    ("pd", &["padang"]),
    ("peg", &["pegunungan"]),
    ("pem", &["pematang"]),
    ("s", &["sungai"]),
    ("sei", &["sungai"]),
    ("sel", &["selatan"]),
    ("slt", &["selatan"]),
    ("sul", &["sulawesi"]),
    ("sum", &["sumatera"]),
    ("sumatra", &["sumatera"]),
    ("tanj", &["tanjung"]),
    ("tanjab", &["tanjungjabung"]),
    ("tb", &["tebing"]),
    ("teng", &["tengah", "tenggara"]),
    ("tengg", &["tenggara"]),
    ("tgh", &["tengah"]),
    ("tim", &["timur"]),
    ("tj", &["tanjung"]),
    ("tjg", &["tanjung"]),
    ("tmr", &["timur"]),
    ("ut", &["utara"]),
    ("utr", &["utara"]),
    ("yogya", &["yogyakarta"]),
];

/// English directions, which stand before the name, and the Indonesian ones, which follow it.
const DIRECTIONS: &[(&[&str], &[&str])] = &[
    (&["south", "east"], &["tenggara"]),
    (&["south", "west"], &["baratdaya"]),
    (&["southeast"], &["tenggara"]),
    (&["southwest"], &["baratdaya"]),
    (&["north"], &["utara"]),
    (&["south"], &["selatan"]),
    (&["east"], &["timur"]),
    (&["west"], &["barat"]),
    (&["central"], &["tengah", "pusat"]),
];

/// A set of kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kinds(u8);

impl Kinds {
    pub(crate) const ANY: Self = Self(u8::MAX);

    pub(crate) fn one(kind: Kind) -> Self {
        Self(1 << kind as u8)
    }

    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn has(self, kind: Kind) -> bool {
        !self.and(Self::one(kind)).is_empty()
    }
}

/// One way to read a text: the words of the name, and the kinds that the other words allow.
#[derive(Debug, Clone)]
pub(crate) struct Reading<'a> {
    pub(crate) kinds: Kinds,
    /// Whether a leading `Kota` or the like was left in the name (`Kota Mobagu`).
    pub(crate) keeps_prefix: bool,
    pub(crate) words: Vec<&'a str>,
}

/// The words of a text, in lower case, without accents, apostrophes and punctuation.
///
/// Initials are put together: `D.I. Yogyakarta` has the words `di` and `yogyakarta`.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match unwide(letter) {
            '\'' | '`' | '´' | '‘' | '’' | 'ʻ' | 'ʼ' => {}
            letter if is_silent(letter) => {}
            '&' => plain.push_str(" dan "),
            letter if letter.is_alphanumeric() => {
                let lower = letter.to_lowercase().filter(|&one| !is_silent(one));
                plain.extend(lower.map(unaccented));
            }
            _ => plain.push(' '),
        }
    }
    let mut words: Vec<String> = Vec::new();
    let mut in_initials = false;
    for word in plain.split_whitespace() {
        let initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        match words.last_mut() {
            Some(last) if initial && in_initials => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
        in_initials = initial;
    }
    words
}

fn unwide(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}

/// Whether a character, or an accent that stands on its own, makes no other name.
fn is_silent(letter: char) -> bool {
    is_invisible(letter) || matches!(letter, '\u{300}'..='\u{36f}')
}

fn unaccented(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'ı' => 'i',
        'ñ' | 'ń' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' => 'o',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' => 'u',
        'ý' | 'ÿ' => 'y',
        _ => letter,
    }
}

/// The kind that `words` name, if they name one and nothing else.
pub(crate) fn kind(words: &[String]) -> Option<Kind> {
    Some(match words.concat().as_str() {
        "nasional" | "national" | "nation" | "negara" | "country" | "indonesia" => Kind::Nasional,
        "provinsi" | "prov" | "propinsi" | "prop" | "province" | "provincial" | "pemprov"
        | "pemerintahprovinsi" => Kind::Provinsi,
        "kabupaten"
        | "kab"
        | "regency"
        | "pemkab"
        | "pemerintahkabupaten"
        | "kabupatenadministrasi" => Kind::Kabupaten,
        "kota" | "city" | "kotamadya" | "kodya" | "municipality" | "pemkot" | "pemko"
        | "pemerintahkota" | "kotaadministrasi" => Kind::Kota,
        "kecamatan" | "kec" | "distrik" | "district" | "subdistrict" => Kind::Kecamatan,
        "desa" | "kelurahan" | "kel" | "desakelurahan" | "nagari" | "gampong" | "village" => {
            Kind::Desa
        }
        "instansi" | "instansipusat" | "agency" | "institution" | "kementerian" | "ministry"
        | "lembaga" | "kementerianlembaga" | "badan" | "dinas" | "opd" | "skpd" => Kind::Instansi,
        _ => return None,
    })
}

/// Whether the first of several words says that a place below kabupaten and kota follows.
pub(crate) fn is_below(words: &[String]) -> bool {
    matches!(
        words,
        [first, _, ..] if matches!(
            first.as_str(),
            "kecamatan" | "kec" | "distrik" | "desa" | "kelurahan" | "kel" | "nagari" | "gampong"
        )
    )
}

/// Whether a word says the kind of the region whose name follows.
pub(crate) fn is_kind_word(word: &str) -> bool {
    prefix_kinds(word).is_some()
}

/// Whether a word begins the name of an office (`Diskominfo`, `Badan`): what governs the region named
/// behind it.
pub(crate) fn is_office_word(word: &str) -> bool {
    const WORDS: [&str; 17] = [
        "dinas",
        "badan",
        "kantor",
        "sekretariat",
        "inspektorat",
        "bagian",
        "setda",
        "sekda",
        "setwan",
        "bappeda",
        "baperida",
        "bapperida",
        "bapenda",
        "bpkad",
        "bkpsdm",
        "dprd",
        "kominfo",
    ];
    let goes_on = |rest: &str| OFFICES.iter().any(|it| rest.starts_with(it));
    let short = ["dis", "din"].iter().filter_map(|it| word.strip_prefix(it));
    WORDS.contains(&word) || short.into_iter().any(goes_on)
}

/// How abbreviated names of offices go on after `Dis` or `Din`.
const OFFICES: &[&str] = &[
    "kom", "duk", "hub", "dik", "kes", "sos", "naker", "par", "dag", "perin", "perkim", "tan",
];

/// A text without the number of a list in front of it (`1. Kab. Lahat`, `2) Kota Prabumulih`).
pub(crate) fn without_number(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit());
    let digits = text.len() - rest.len();
    let name = rest.strip_prefix(['.', ')'])?.trim_start();
    let begins = name.chars().next().is_some_and(char::is_alphabetic);
    ((1..=3).contains(&digits) && begins).then_some(name)
}

/// Whether a word begins the name of a province inside a longer text.
pub(crate) fn is_province_word(word: &str) -> bool {
    matches!(word, "provinsi" | "prov" | "propinsi" | "prop")
}

/// An official name without its kind.
pub(crate) fn without_kind(name: &'static str) -> &'static str {
    ["Kabupaten ", "Kota ", "Provinsi "]
        .into_iter()
        .find_map(|prefix| name.strip_prefix(prefix))
        .map_or(name, |rest| {
            rest.strip_prefix("Administrasi ").unwrap_or(rest)
        })
}

/// Every way to read `words`: as they stand, and without what says government or kind.
pub(crate) fn readings(words: &[String]) -> Vec<Reading<'_>> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut readings = Vec::new();
    for body in without_government(&words) {
        for front in without_prefix(body) {
            for back in without_suffix(&front.words) {
                let kinds = front.kinds.and(back.kinds);
                if !kinds.is_empty() {
                    let keeps_prefix = front.keeps_prefix;
                    readings.push(Reading {
                        kinds,
                        keeps_prefix,
                        ..back
                    });
                }
            }
        }
    }
    readings
}

fn without_government<'s, 'a>(words: &'s [&'a str]) -> Vec<&'s [&'a str]> {
    let mut bodies = vec![words];
    let starts: &[&[&str]] = &[
        &["pemerintah"],
        &["pemerintahan"],
        &["pemda"],
        &["pemerintah", "daerah"],
        &["government", "of"],
    ];
    bodies.extend(starts.iter().filter_map(|start| words.strip_prefix(*start)));
    bodies.retain(|body| !body.is_empty());
    bodies
}

fn prefix_kinds(word: &str) -> Option<Kinds> {
    Some(Kinds::one(match word {
        "kab" | "kabupaten" | "pemkab" | "regency" => Kind::Kabupaten,
        "kota" | "kotamadya" | "kodya" | "pemkot" | "pemko" | "city" | "municipality" => Kind::Kota,
        "prov" | "provinsi" | "propinsi" | "prop" | "pemprov" | "province" => Kind::Provinsi,
        _ => return None,
    }))
}

/// The words as they stand, and without `Kab.`, `Kota Administrasi`, `Kab./Kota` before the name,
/// also where no space follows (`KotaBogor`).
fn without_prefix<'a>(words: &[&'a str]) -> Vec<Reading<'a>> {
    let Some((&first, rest)) = words.split_first() else {
        return Vec::new();
    };
    let said = prefix_kinds(first);
    let mut readings = vec![Reading {
        kinds: said.unwrap_or(Kinds::ANY),
        keeps_prefix: said.is_some(),
        words: words.to_vec(),
    }];
    let mut add = |kinds, words: Vec<&'a str>| {
        if !words.is_empty() {
            readings.push(Reading {
                kinds,
                keeps_prefix: false,
                words,
            });
        }
    };
    if let Some(kinds) = said {
        add(kinds, rest.to_vec());
        match rest.split_first() {
            Some((&("administrasi" | "administratif" | "adm" | "of"), rest)) => {
                add(kinds, rest.to_vec());
            }
            Some((&second, rest)) => {
                let both = Kinds::one(Kind::Kabupaten).or(Kinds::one(Kind::Kota));
                if prefix_kinds(second).is_some_and(|second| kinds.or(second) == both) {
                    add(both, rest.to_vec());
                }
            }
            None => {}
        }
    }
    let glued = [
        ("kabupatenadministrasi", Kind::Kabupaten),
        ("kabupaten", Kind::Kabupaten),
        ("kab", Kind::Kabupaten),
        ("pemkab", Kind::Kabupaten),
        ("kotaadministrasi", Kind::Kota),
        ("kota", Kind::Kota),
        ("pemkot", Kind::Kota),
        ("pemko", Kind::Kota),
        ("provinsi", Kind::Provinsi),
        ("prov", Kind::Provinsi),
        ("pemprov", Kind::Provinsi),
    ];
    for (prefix, kind) in glued {
        if let Some(head) = first.strip_prefix(prefix)
            && !head.is_empty()
        {
            add(Kinds::one(kind), [&[head], rest].concat());
        }
    }
    readings
}

/// The words as they stand, and without `Regency`, `City`, `Kab.` and the like after the name.
fn without_suffix<'a>(words: &[&'a str]) -> Vec<Reading<'a>> {
    let mut readings = vec![Reading {
        kinds: Kinds::ANY,
        keeps_prefix: false,
        words: words.to_vec(),
    }];
    if let Some((last, mut rest)) = words.split_last()
        && let Some(kinds) = prefix_kinds(last)
    {
        if let Some((&("administrative" | "administrasi"), before)) = rest.split_last() {
            rest = before;
        }
        if !rest.is_empty() {
            readings.push(Reading {
                kinds,
                keeps_prefix: false,
                words: rest.to_vec(),
            });
        }
    }
    readings
}

/// The spellings of a name, without spaces: as it stands, with abbreviated words written out in
/// every way, and with an English word order turned round.
pub(crate) fn keys(words: &[&str]) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for order in orders(words) {
        let mut spellings = vec![String::new()];
        for word in order {
            let full = WRITTEN_OUT.iter().find(|(short, _)| *short == word);
            let full = full.map_or(&[][..], |(_, full)| full);
            let room = (1 + full.len()) * spellings.len() <= MOST_KEYS;
            let more = if room { full } else { &[] };
            spellings = std::iter::once(&word)
                .chain(more)
                .flat_map(|form| spellings.iter().map(move |start| format!("{start}{form}")))
                .collect();
        }
        keys.extend(spellings);
    }
    keys
}

fn orders<'a>(words: &[&'a str]) -> Vec<Vec<&'a str>> {
    let mut orders = vec![words.to_vec()];
    for (english, indonesian) in DIRECTIONS {
        if let Some(rest) = words.strip_prefix(*english)
            && !rest.is_empty()
        {
            orders.extend(indonesian.iter().map(|last| [rest, &[*last]].concat()));
        }
    }
    if let Some((&("islands" | "island"), rest)) = words.split_last()
        && !rest.is_empty()
    {
        orders.extend(["kepulauan", "pulau"].map(|first| [&[first], rest].concat()));
        orders.push([rest, &["kepulauan"]].concat());
    }
    orders
}
