//! Finding the region that a text names.

use crate::region::name::{self, Kinds};
use crate::region::register::{Match, Places, Register};
use crate::region::{Kind, Region, code};
use crate::text::folded;

/// The most names offered for a text that names no region.
const MOST_NEAR: usize = 3;

/// The most parts (`Kota Bogor, Jawa Barat`) and words that a text may have to be looked at.
const MOST_PARTS: usize = 6;
const MOST_WORDS: usize = 16;

/// The most spellings of a text that are compared with every known name.
const MOST_SPELLINGS: usize = 24;

/// Shorter names are not offered: three letters are near to too many others.
const SHORTEST_NEAR: usize = 4;

/// In shorter names the first letter must be right.
const SHORT: usize = 8;

/// What a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<'a> {
    /// This region.
    Region(&'a Region),
    /// One of several regions (at least two); nothing in the text or the kind settles which.
    Ambiguous(Vec<&'a Region>),
    /// No region, or parts that contradict each other: `near` then holds what each alone would be.
    Unknown {
        /// Up to three regions that may be meant, nearest first.
        near: Vec<&'a Region>,
    },
    /// A kecamatan, desa or instansi: outside the register, the text stays as it is.
    Outside,
}

/// Whether similar names are looked for where a text names no region.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Near {
    Sought,
    Ignored,
}

impl Register {
    /// The region that `text` names: a name in any usual spelling, an abbreviation, or a code.
    ///
    /// A dotted code is Kemendagri's, four digits without a dot are a BPS code. `kind` narrows the
    /// choice; where it contradicts the text the answer is `Unknown`, neither of them wins.
    #[must_use]
    pub fn find(&self, text: &str, kind: Option<Kind>) -> Found<'_> {
        self.look_up(text, kind, Near::Sought)
    }

    /// As [`Register::find`], without looking for similar names, which takes a thousand times as long.
    #[must_use]
    pub fn find_quickly(&self, text: &str, kind: Option<Kind>) -> Found<'_> {
        self.look_up(text, kind, Near::Ignored)
    }

    /// The region meant by a code or a name: what a study says in place of a code.
    #[must_use]
    pub fn by_code_or_name(&self, text: &str) -> Option<&Region> {
        let text = text.trim();
        self.by_code(text).or_else(|| match self.find(text, None) {
            Found::Region(region) => Some(region),
            Found::Ambiguous(_) | Found::Unknown { .. } | Found::Outside => None,
        })
    }

    /// What a region is called in the register, however it is written; what is not in it as it was written, case,
    /// spaces and signs aside.
    #[must_use]
    pub fn called(&self, text: &str) -> String {
        let known = self.by_code_or_name(text);
        known.map_or_else(|| folded(text), |it| it.name().to_owned())
    }

    fn look_up(&self, text: &str, kind: Option<Kind>, near: Near) -> Found<'_> {
        if kind.is_some_and(|kind| !kind.is_registered()) {
            return Found::Outside;
        }
        let text = text.trim();
        if text.chars().nth(name::LONGEST).is_some() {
            return Found::Unknown { near: Vec::new() };
        }
        let words = name::words(text);
        if words.len() > MOST_WORDS {
            return Found::Unknown { near: Vec::new() };
        }
        if name::is_below(&words) {
            return match kind {
                None => Found::Outside,
                Some(_) => Found::Unknown { near: Vec::new() },
            };
        }
        let wanted = kind.map_or(Kinds::ANY, Kinds::one);
        let mut found = self.settle(text, &words, wanted, near);
        if found.hits.is_empty()
            && let Some(name) = name::without_number(text)
        {
            let without = self.settle(name, &name::words(name), wanted, near);
            if !without.hits.is_empty() || found.near.is_empty() {
                found = without;
            }
        }
        let (mut fitting, others) = self.split(found.hits, |region| wanted.has(region.kind()));
        sort(&mut fitting);
        match fitting[..] {
            [] => {
                let mut near = if others.is_empty() {
                    found.near
                } else {
                    others
                };
                let mut seen = Vec::new();
                near.retain(|place| {
                    !seen.contains(place) && {
                        seen.push(*place);
                        true
                    }
                });
                near.truncate(MOST_NEAR);
                Found::Unknown {
                    near: self.all_at(&near),
                }
            }
            [place] => self.at(place).map_or(Found::Outside, Found::Region),
            _ => Found::Ambiguous(self.all_at(&fitting)),
        }
    }

    fn all_at(&self, places: &[usize]) -> Vec<&Region> {
        places.iter().filter_map(|&place| self.at(place)).collect()
    }

    fn split(&self, places: Places, fits: impl Fn(&Region) -> bool) -> (Places, Places) {
        places
            .into_iter()
            .partition(|&place| self.at(place).is_some_and(&fits))
    }

    /// What the whole text names, else what its parts agree on, else what may be meant.
    fn settle(&self, text: &str, words: &[String], wanted: Kinds, sought: Near) -> Match {
        let whole = self.read(text, words, wanted);
        if !whole.hits.is_empty() || !whole.near.is_empty() {
            return whole;
        }
        let parts = self.read_parts(text, wanted, sought);
        if !parts.hits.is_empty() {
            return parts;
        }
        let of_office = self.of_office(words);
        if !of_office.is_empty() {
            return Match::hits(of_office);
        }
        if name::kind(words).is_some() || sought == Near::Ignored {
            return Match::default();
        }
        let mut near = parts.near;
        if near.is_empty() {
            near = self.similar(words, wanted);
        }
        if near.is_empty() {
            near = self.mentioned(words);
        }
        Match::near(near)
    }

    /// A text that is one code or one name.
    fn read(&self, text: &str, words: &[String], wanted: Kinds) -> Match {
        match code::groups(text) {
            Some(groups) => code::read(self, &groups),
            None => self.read_name(words, wanted),
        }
    }

    /// A leading kind left in the name (`Kota Baru`) must be the kind of the region, unless `wanted`
    /// says another: Kotabaru is a kabupaten, and Batu, a letter away, is a kota.
    fn read_name(&self, words: &[String], wanted: Kinds) -> Match {
        let mut found = Match::default();
        for reading in name::readings(words) {
            let kinds = if reading.keeps_prefix && wanted != Kinds::ANY {
                wanted
            } else {
                reading.kinds
            };
            for key in name::keys(&reading.words) {
                let (fitting, others) = self.split(self.named(&key).collect(), |region| {
                    kinds.has(region.kind())
                });
                found.hits.extend(fitting);
                found.near.extend(others);
            }
        }
        sort(&mut found.hits);
        sort(&mut found.near);
        if found.hits.is_empty() {
            let former = name::readings(words).into_iter().flat_map(|reading| {
                let name = reading.words.concat();
                self.formerly(&name, reading.kinds).collect::<Places>()
            });
            found.near = former.chain(found.near).collect();
        }
        found
    }

    /// A text of several parts that must agree: `Kota Bogor, Jawa Barat`, `Ogan Ilir (OI)`,
    /// `Bogor (Kab.)`, `16.02 Ogan Komering Ilir`, `Kab. Banjar Prov. Kalimantan Selatan`.
    fn read_parts(&self, text: &str, wanted: Kinds, sought: Near) -> Match {
        let parts = parts(text);
        if !(2..=MOST_PARTS).contains(&parts.len()) {
            return Match::default();
        }
        let mut kinds: Option<Kinds> = None;
        let mut hits: Option<Places> = None;
        let mut agree = true;
        let mut near = Places::new();
        for part in parts {
            let words = name::words(&part);
            let found = self.read(&part, &words, wanted);
            if !found.hits.is_empty() {
                hits = Some(match hits {
                    None => found.hits,
                    Some(before) => self.agreeing(&before, &found.hits).unwrap_or_else(|| {
                        agree = false;
                        [before, found.hits].concat()
                    }),
                });
            } else if let Some(kind) = name::kind(&words) {
                let one = Kinds::one(kind);
                kinds = Some(kinds.map_or(one, |before| before.or(one)));
            } else {
                agree = false;
                near.extend(found.near);
                if sought == Near::Sought {
                    near.extend(self.similar(&words, wanted));
                }
            }
        }
        let hits = hits.unwrap_or_default();
        let kinds = kinds.unwrap_or(Kinds::ANY);
        let (fitting, others) = self.split(hits, |region| kinds.has(region.kind()));
        if agree && !fitting.is_empty() {
            return Match::hits(fitting);
        }
        near.extend(fitting);
        near.extend(others);
        Match::near(self.smallest_first(near))
    }

    /// Those of two readings that the other one confirms: the same region, or a region and the
    /// province it lies in.
    fn agreeing(&self, one: &[usize], other: &[usize]) -> Option<Places> {
        let now = self.agreeing_by(one, other, &|place, wide| self.lies_in(place, wide));
        now.or_else(|| self.agreeing_by(one, other, &|place, wide| self.lay_in(place, wide)))
    }

    fn agreeing_by(
        &self,
        one: &[usize],
        other: &[usize],
        lies: &dyn Fn(usize, usize) -> bool,
    ) -> Option<Places> {
        let within = |place: usize, wide: &[usize]| wide.iter().any(|&wide| lies(place, wide));
        let same = |&place: &usize| other.contains(&place) || within(place, other);
        let kept: Places = one.iter().copied().filter(same).collect();
        if !kept.is_empty() {
            return Some(kept);
        }
        let kept: Places = other
            .iter()
            .copied()
            .filter(|&place| within(place, one))
            .collect();
        (!kept.is_empty()).then_some(kept)
    }

    fn lies_in(&self, place: usize, wide: usize) -> bool {
        let (Some(region), Some(wide)) = (self.at(place), self.at(wide)) else {
            return false;
        };
        match wide.kind() {
            Kind::Nasional => region.kind() != Kind::Nasional,
            Kind::Provinsi => region != wide && region.province_code() == wide.code(),
            _ => false,
        }
    }

    /// Whether a region lay in a province before its own was founded (Merauke in Papua until 2022).
    fn lay_in(&self, place: usize, wide: usize) -> bool {
        let (Some(region), Some(wide)) = (self.at(place), self.at(wide)) else {
            return false;
        };
        if wide.kind() != Kind::Provinsi || region.kind() == Kind::Provinsi {
            return false;
        }
        let mut province = region.province_code();
        while let Some(code) = province {
            province = former_province(code);
            if province.is_some() && province == wide.code() {
                return true;
            }
        }
        false
    }

    /// Kabupaten and kota before the provinces and the country named beside them.
    fn smallest_first(&self, places: Places) -> Places {
        let (small, wide) = self.split(places, |region| {
            matches!(region.kind(), Kind::Kabupaten | Kind::Kota)
        });
        [small, wide].concat()
    }

    /// The regions whose name is nearest to a reading of `words`, with at most a quarter of the letters
    /// of the longer one different, and in a short one not the first: Oslo is no misspelt Solo. Regions of the kind that the text or `wanted` names come first.
    fn similar(&self, words: &[String], wanted: Kinds) -> Places {
        let readings = name::readings(words);
        let wanted = readings
            .iter()
            .map(|reading| reading.kinds.and(wanted))
            .find(|&kinds| kinds != wanted && !kinds.is_empty())
            .unwrap_or(wanted);
        let mut spellings: Vec<String> = readings
            .iter()
            .flat_map(|reading| name::keys(&reading.words))
            .take(MOST_SPELLINGS)
            .collect();
        spellings.sort();
        spellings.dedup();
        let lengths: Vec<usize> = spellings.iter().map(|key| key.chars().count()).collect();
        let mut near: Vec<(usize, usize)> = Vec::new();
        for (known, place) in self.keys() {
            if known.len() < SHORTEST_NEAR {
                continue;
            }
            for (spelling, &length) in spellings.iter().zip(&lengths) {
                let longest = length.max(known.len());
                if known.len().abs_diff(length) * 4 > longest {
                    continue;
                }
                if longest < SHORT && spelling.chars().next() != known.chars().next() {
                    continue;
                }
                let distance = strsim::osa_distance(spelling, known);
                if distance * 4 <= longest {
                    near.push((distance, *place));
                }
            }
        }
        near.sort_unstable();
        let fits = |place: usize| {
            self.at(place)
                .is_some_and(|region| wanted.has(region.kind()))
        };
        if near.iter().any(|&(_, place)| fits(place)) {
            near.retain(|&(_, place)| fits(place));
        }
        let best = near.first().map(|&(distance, _)| distance);
        near.retain(|&(distance, _)| Some(distance) == best);
        let mut places: Places = near.into_iter().map(|(_, place)| place).collect();
        sort(&mut places);
        places
    }

    /// The region that an office is of, where the text names its kind (`Diskominfo Kab. Lahat`).
    fn of_office(&self, words: &[String]) -> Places {
        let is_office = words.first().is_some_and(|it| name::is_office_word(it));
        if !is_office {
            return Places::new();
        }
        let kind = words.iter().position(|it| name::is_kind_word(it));
        kind.map_or_else(Places::new, |at| {
            self.read_name(&words[at..], Kinds::ANY).hits
        })
    }

    /// The region named by the most words at the end or the beginning of a longer text
    /// (`Dinas Kominfo OKI`), or by half of it (Papua New Guinea is not meant to be Papua); not Indonesia,
    /// which half of all government bodies have in theirs.
    fn mentioned(&self, words: &[String]) -> Places {
        let is_office = words.first().is_some_and(|it| name::is_office_word(it));
        let fewest = if is_office {
            1
        } else {
            words.len().div_ceil(2)
        };
        (fewest..words.len())
            .rev()
            .flat_map(|count| [&words[words.len() - count..], &words[..count]])
            .map(|some| self.read_name(some, Kinds::ANY).hits)
            .map(|hits| self.split(hits, |region| region.kind() != Kind::Nasional).0)
            .find(|hits| !hits.is_empty())
            .unwrap_or_default()
    }
}

/// The province out of which one was founded since 1999: Kemendagri codes of both.
fn former_province(code: &str) -> Option<&'static str> {
    Some(match code {
        // 1999, 2000.
        "82" => "81",
        "36" => "32",
        "19" => "16",
        "75" => "71",
        // 2002 to 2004.
        "21" => "14",
        "92" => "91",
        "76" => "73",
        // 2012.
        "65" => "64",
        // 2022.
        "93" | "94" | "95" => "91",
        "96" => "92",
        _ => return None,
    })
}

fn sort(places: &mut Places) {
    places.sort_unstable();
    places.dedup();
}

/// The parts of a text: between brackets, commas, slashes and dashes, before `Provinsi`, and after
/// a code at the start.
fn parts(text: &str) -> Vec<String> {
    let marks = |letter: char| {
        matches!(
            letter,
            ',' | ';' | ':' | '/' | '|' | '(' | ')' | '[' | ']' | '–' | '—' | '\n' | '\r' | '\t'
        )
    };
    let mut parts = Vec::new();
    for piece in text.split(marks) {
        let words: Vec<&str> = piece.split_whitespace().collect();
        let mut part: Vec<&str> = Vec::new();
        for (at, &word) in words.iter().enumerate() {
            let is_last = at + 1 == words.len();
            let before_province = !is_last && name::is_province_word(&name::words(word).concat());
            let after_code = matches!(part[..], [only] if code::groups(only).is_some());
            if word == "-" || before_province || after_code {
                parts.push(part.join(" "));
                part.clear();
            }
            if word != "-" {
                part.push(word);
            }
        }
        parts.push(part.join(" "));
    }
    parts.retain(|part| !part.is_empty());
    parts
}
