//! What the export of a form says of its respondents: what makes up their profile, and what is
//! personal and stays where it is.

use crate::text::folded;

/// What respondents are told apart by in the profile of a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trait {
    /// Jenis kelamin.
    Sex,
    /// Pendidikan.
    Education,
    /// Pekerjaan.
    Occupation,
    /// Usia.
    Age,
}

impl Trait {
    /// All of them, in the order in which a profile gives them.
    pub const ALL: [Self; 4] = [Self::Sex, Self::Age, Self::Education, Self::Occupation];

    /// The trait that a column with this header holds.
    #[must_use]
    pub fn of_header(header: &str) -> Option<Self> {
        let key = folded(header);
        let begins = |words: &[&str]| words.iter().any(|it| key.starts_with(it));
        let is = |words: &[&str]| words.contains(&&*key);
        let bare = key.trim_start_matches(|it: char| it.is_ascii_digit());
        if bare.len() < key.len() {
            return Self::of_header(bare);
        }
        if begins(&["jeniskelamin", "kelamin", "gender"]) || is(&["sex", "jk", "lp"]) {
            Some(Self::Sex)
        } else if begins(&["pendidikan", "tingkatpendidikan", "education"]) {
            Some(Self::Education)
        } else if begins(&["pekerjaan", "profesi", "jenispekerjaan", "occupation"]) {
            Some(Self::Occupation)
        } else if begins(&["kelompokusia", "kelompokumur", "rentangusia", "rentangumur"])
            || begins(&["usia", "umur"])
            || is(&["age", "agegroup"])
        {
            Some(Self::Age)
        } else {
            None
        }
    }
}

/// Whether a header names what tells who a person is: a name, an address, a number of theirs.
#[must_use]
pub fn is_personal(header: &str) -> bool {
    let key = folded(header);
    let key = key.trim_start_matches(|it: char| it.is_ascii_digit());
    let names = [
        "nama",
        "name",
        "namalengkap",
        "fullname",
        "namaanda",
        "namapengisi",
        "username",
    ];
    let within = [
        "namaresponden",
        "namapengguna",
        "namapemohon",
        "namapengunjung",
        "email",
        "surel",
        "nohp",
        "nomorhp",
        "nowa",
        "nomorwa",
        "whatsapp",
        "telepon",
        "telp",
        "handphone",
        "ponsel",
        "phone",
        "nomorktp",
        "noktp",
        "alamatrumah",
        "alamatlengkap",
    ];
    names.contains(&key)
        || ["nik", "hp", "wa", "alamat", "address"].contains(&key)
        || within.iter().any(|it| key.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_forms_say_what_they_hold() {
        for (header, expected) in [
            ("Jenis Kelamin", Some(Trait::Sex)),
            ("2. Jenis kelamin", Some(Trait::Sex)),
            ("Pendidikan Terakhir", Some(Trait::Education)),
            ("Pekerjaan Utama", Some(Trait::Occupation)),
            ("Usia (tahun)", Some(Trait::Age)),
            ("Jenis Layanan", None),
            ("Unit Layanan", None),
        ] {
            assert_eq!(Trait::of_header(header), expected, "{header}");
        }
        for header in [
            "Nama",
            "Nama Lengkap",
            "Alamat Email",
            "No. HP",
            "NIK",
            "Nomor WhatsApp aktif",
        ] {
            assert!(is_personal(header), "{header}");
        }
        for header in [
            "Nama Layanan",
            "Nama OPD",
            "Usia",
            "Unit",
            "Alamat kantor layanan",
        ] {
            assert!(!is_personal(header), "{header}");
        }
    }
}
