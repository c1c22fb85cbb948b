//! The ZIP archive that a workbook is: opened only after a look at its directory, and read through a
//! counter that errs at the limits, whatever sizes the archive declares.

use std::cell::Cell;
use std::io::{BufReader, Cursor, Error, Read};
use std::rc::Rc;

use zip::read::ZipFile;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use crate::problem::{Place, Problem};
use crate::text::{say, shown};

/// Bytes of an archive.
pub(crate) const MOST_PACKED: u64 = 200 << 20;
/// Bytes of one part, unpacked.
const MOST_OF_PART: u64 = 256 << 20;
/// Bytes of all parts that are read, unpacked.
const MOST_UNPACKED: u64 = 512 << 20;
/// How often larger than packed a part may be, where it has more than [`SMALL`] bytes.
const MOST_RATIO: u64 = 200;
const SMALL: u64 = 10 << 20;
/// Parts of an archive.
const MOST_PARTS: usize = 4_096;
/// Bytes of one tag or one stretch of text: what stands in memory at a time.
const MOST_OF_EVENT: u64 = 16 << 20;

/// A part that is read.
pub(in crate::read) struct Part<'a, 'b> {
    pub(in crate::read) bytes: BufReader<Counted<'a, 'b>>,
    pub(in crate::read) meter: Meter,
    pub(in crate::read) name: String,
}

/// An archive whose parts can be read.
pub(in crate::read) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// Names of the parts: lower case, with `/`, for not every writer keeps to the standard.
    names: Vec<String>,
    /// The file as the user named it.
    pub(in crate::read) file: &'b str,
    /// Bytes unpacked so far.
    unpacked: Rc<Cell<u64>>,
}

impl<'b> Archive<'b> {
    /// Opens the archive in `bytes`.
    pub(in crate::read) fn open(bytes: &'b [u8], file: &'b str) -> Result<Self, Vec<Problem>> {
        let zip = ZipArchive::new(Cursor::new(bytes));
        let mut zip = zip.map_err(|_| refused(file, say::workbook_cut_off()))?;
        if zip.has_duplicate_names() {
            return Err(refused(file, say::workbook_part_twice()));
        }
        if zip.len() > MOST_PARTS {
            return Err(refused(file, say::workbook_many_parts()));
        }
        let mut names = Vec::with_capacity(zip.len());
        for at in 0..zip.len() {
            let Ok(part) = zip.by_index_raw(at) else {
                return Err(refused(file, say::workbook_cut_off()));
            };
            let name = part.name().map(|it| normal(&it)).unwrap_or_default();
            if part.encrypted() {
                return Err(encrypted(file));
            }
            let is_leading_out = name.split('/').any(|it| it == "..");
            if is_leading_out || name.is_empty() || name.chars().any(char::is_control) {
                return Err(refused(file, say::workbook_part_name(shown(&name))));
            }
            names.push(name);
        }
        Ok(Self {
            zip,
            names,
            file,
            unpacked: Rc::default(),
        })
    }

    /// Whether it has a part, by a name in lower case.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|it| it == name)
    }

    /// Whether a part has such a piece in its name.
    pub(in crate::read) fn any(&self, fits: impl Fn(&str) -> bool) -> bool {
        self.names.iter().any(|it| fits(it))
    }

    /// Names of the parts, in the order in which they are packed.
    pub(in crate::read) fn names(&self) -> Vec<String> {
        self.names.clone()
    }

    /// A part, to be read; nothing where it is not there.
    pub(in crate::read) fn bytes_of(
        &mut self,
        name: &str,
    ) -> Result<Option<Part<'_, 'b>>, Vec<Problem>> {
        let file = self.file;
        let wanted = normal(name);
        let Some(at) = self.names.iter().position(|it| *it == wanted) else {
            return Ok(None);
        };
        let unpacked = Rc::clone(&self.unpacked);
        let part = self.zip.by_index(at).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => encrypted(file),
            ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => {
                refused(file, say::workbook_packing(shown(&wanted)))
            }
            _ => refused(file, say::workbook_part_broken(shown(&wanted))),
        })?;
        let is_known = matches!(
            part.compression(),
            CompressionMethod::Stored | CompressionMethod::Deflated
        );
        if !is_known {
            return Err(refused(file, say::workbook_packing(shown(&wanted))));
        }
        let meter = Meter::default();
        let counted = Counted {
            packed: part.compressed_size(),
            part,
            meter: meter.clone(),
            all: unpacked,
        };
        Ok(Some(Part {
            bytes: BufReader::with_capacity(64 << 10, counted),
            meter,
            name: wanted,
        }))
    }
}

/// The name of a part as it is looked up.
fn normal(name: &str) -> String {
    let name = name.replace('\\', "/").to_lowercase();
    name.trim_start_matches('/').to_owned()
}

pub(in crate::read) fn refused(file: &str, sentence: crate::text::Sentence) -> Vec<Problem> {
    vec![Problem::error(sentence).at(Place::file(file))]
}

pub(super) fn encrypted(file: &str) -> Vec<Problem> {
    let problem = Problem::error(say::workbook_encrypted()).at(Place::file(file));
    vec![problem.help(say::workbook_encrypted_help())]
}

/// How far a part is read; shared by who counts and who reads.
#[derive(Debug, Clone, Default)]
pub(in crate::read) struct Meter {
    /// Bytes read.
    bytes: Rc<Cell<u64>>,
    /// How many had been read when the last tag or text was complete.
    mark: Rc<Cell<u64>>,
    /// Whether a limit was met.
    is_full: Rc<Cell<bool>>,
}

impl Meter {
    /// Says that what was read so far is dealt with.
    pub(in crate::read) fn mark(&self) {
        self.mark.set(self.bytes.get());
    }

    /// Whether reading stopped at a limit.
    pub(in crate::read) fn is_full(&self) -> bool {
        self.is_full.get()
    }
}

/// A part that errs when it is larger than anyone needs.
pub(in crate::read) struct Counted<'a, 'b> {
    part: ZipFile<'a, Cursor<&'b [u8]>>,
    packed: u64,
    meter: Meter,
    all: Rc<Cell<u64>>,
}

impl Read for Counted<'_, '_> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        let count = self.part.read(room)?;
        let more = count as u64;
        let bytes = self.meter.bytes.get() + more;
        self.meter.bytes.set(bytes);
        self.all.set(self.all.get() + more);
        let is_bomb = bytes > SMALL && bytes / MOST_RATIO > self.packed;
        let is_long = bytes - self.meter.mark.get() > MOST_OF_EVENT;
        if bytes > MOST_OF_PART || self.all.get() > MOST_UNPACKED || is_bomb || is_long {
            self.meter.is_full.set(true);
            return Err(Error::other("limit"));
        }
        Ok(count)
    }
}
