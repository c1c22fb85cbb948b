//! What the operating system says, in both languages.

use std::io::ErrorKind;

use crate::text::{Lang, Text, Word};

labels! {
    pattern_two_stars { en: "`**` has to be a whole folder, as in `**/*.csv`", id: "`**` harus berdiri sebagai satu folder, seperti `**/*.csv`" }
    pattern_bracket { en: "a `[` is not closed", id: "ada `[` yang tidak ditutup" }
    system_interrupted { en: "it was interrupted", id: "terputus di tengah jalan" }
    system_timed_out { en: "it takes too long", id: "terlalu lama tidak ada jawaban" }
    system_not_found { en: "it is not there", id: "tidak ditemukan" }
    system_forbidden { en: "it is not allowed", id: "tidak diizinkan" }
    system_is_folder { en: "it is a folder", id: "itu folder" }
    system_no_folder { en: "part of the path is no folder", id: "ada bagian path yang bukan folder" }
    system_read_only { en: "the disk is read-only", id: "penyimpanan hanya dapat dibaca" }
    system_full { en: "the disk is full", id: "penyimpanan penuh" }
    system_quota { en: "the quota is used up", id: "kuota penyimpanan habis" }
    system_too_large { en: "the file is too large", id: "berkas terlalu besar" }
    system_bad_name { en: "the name is too long or has a sign that is not possible", id: "nama terlalu panjang atau memuat tanda yang tidak diperbolehkan" }
    system_loop { en: "links lead in a circle", id: "tautan berputar tanpa ujung" }
    system_busy { en: "another program uses it", id: "sedang dipakai program lain" }
    system_exists { en: "it exists already", id: "sudah ada" }
    system_no_memory { en: "there is not enough memory", id: "memori tidak cukup" }
    system_ended { en: "it ends too early", id: "berakhir terlalu cepat" }
    system_closed { en: "the reader has closed the connection", id: "pembaca menutup sambungan" }
    system_unsupported { en: "this is not possible here", id: "tidak dimungkinkan di sini" }
    system_bad_text { en: "it holds no text that can be read", id: "isinya bukan teks yang dapat dibaca" }
}

phrases! {
    system_other(code) {
        en: "the operating system reports error {code}",
        id: "sistem operasi melaporkan galat {code}"
    }
}

/// Numbers of errors for which the standard library has no kind that is stable: a circle of links on
/// Linux and macOS, and an error of the device.
const LOOPS: [i32; 2] = [40, 62];

/// Why a file could not be read or written, from the error of the system: the kinds that people meet
/// in words, all others by their number.
#[must_use]
pub fn system(error: &std::io::Error) -> Text {
    let known = match error.kind() {
        ErrorKind::Interrupted => system_interrupted,
        ErrorKind::TimedOut | ErrorKind::WouldBlock => system_timed_out,
        ErrorKind::NotFound => system_not_found,
        ErrorKind::PermissionDenied => system_forbidden,
        ErrorKind::IsADirectory => system_is_folder,
        ErrorKind::NotADirectory => system_no_folder,
        ErrorKind::ReadOnlyFilesystem => system_read_only,
        ErrorKind::StorageFull | ErrorKind::WriteZero => system_full,
        ErrorKind::QuotaExceeded => system_quota,
        ErrorKind::FileTooLarge => system_too_large,
        ErrorKind::InvalidFilename => system_bad_name,
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::Deadlock => {
            system_busy
        }
        ErrorKind::AlreadyExists => system_exists,
        ErrorKind::OutOfMemory => system_no_memory,
        ErrorKind::UnexpectedEof => system_ended,
        ErrorKind::BrokenPipe | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted => {
            system_closed
        }
        ErrorKind::Unsupported | ErrorKind::InvalidInput | ErrorKind::NotSeekable => {
            system_unsupported
        }
        ErrorKind::InvalidData => system_bad_text,
        _ => match error.raw_os_error() {
            Some(code) if LOOPS.contains(&code) && cfg!(unix) => system_loop,
            Some(code) => {
                let [id, en] = [Lang::Id, Lang::En].map(|lang| system_other(lang, i64::from(code)));
                return Text::new(id, en);
            }
            // Not of the system but of a library, whose words are all that is known.
            None => return Text::same(error.to_string()),
        },
    };
    super::both(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_the_system_are_said_in_both_languages() {
        let of = |kind: ErrorKind| system(&kind.into());
        assert_eq!(
            of(ErrorKind::StorageFull).get(Lang::Id),
            "penyimpanan penuh"
        );
        assert_eq!(of(ErrorKind::IsADirectory).get(Lang::En), "it is a folder");
        let odd = system(&std::io::Error::from_raw_os_error(9999));
        assert_eq!(odd.get(Lang::Id), "sistem operasi melaporkan galat 9999");
    }
}
