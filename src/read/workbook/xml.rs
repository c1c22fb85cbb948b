//! A part of a workbook as a stream of tags and texts, of any prefix, never deeper than it should be.

use std::borrow::Cow;
use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use crate::problem::Problem;
use crate::text::{say, shown};

use super::archive::{Archive, Counted, Meter, refused};

/// How deep tags may stand in each other.
const MOST_DEPTH: usize = 256;

/// A tag or a text. Empty tags start and end.
pub(super) enum Node<'x> {
    Start(Tag<'x>),
    /// The local name of what ends.
    End(Cow<'x, str>),
    Text(Cow<'x, str>),
    /// The part is at its end.
    Over,
}

/// A tag with its attributes.
pub(super) struct Tag<'x>(BytesStart<'x>);

impl Tag<'_> {
    /// Its name without the prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute by its local name.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes();
        let all = all.with_checks(false).flatten();
        let mut mine = all.filter(|it| it.key.local_name().into_inner() == name);
        let found = mine.next()?;
        let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0);
        Some(value.ok()?.into_owned())
    }

    /// Whether an attribute says yes.
    pub(super) fn is_on(&self, name: &str) -> bool {
        self.get(name).is_some_and(|it| it == "1" || it == "true")
    }

    /// An attribute that is a count.
    pub(super) fn count(&self, name: &str) -> Option<u64> {
        self.get(name)?.trim().parse().ok()
    }
}

/// A part that is read.
pub(super) struct Xml<'a, 'b> {
    reader: Reader<BufReader<Counted<'a, 'b>>>,
    room: Vec<u8>,
    depth: usize,
    meter: Meter,
    file: &'b str,
    part: String,
}

impl<'b> Archive<'b> {
    /// A part as XML; nothing where it is not there.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Xml<'_, 'b>>, Vec<Problem>> {
        let file = self.file;
        let Some(part) = self.bytes_of(name)? else {
            return Ok(None);
        };
        let mut reader = Reader::from_reader(part.bytes);
        reader.config_mut().expand_empty_elements = true;
        Ok(Some(Xml {
            reader,
            room: Vec::new(),
            depth: 0,
            meter: part.meter,
            file,
            part: part.name,
        }))
    }
}

impl Xml<'_, '_> {
    /// What comes next.
    pub(super) fn next(&mut self) -> Result<Node<'_>, Vec<Problem>> {
        self.room.clear();
        self.meter.mark();
        let broken = |meter: &Meter, file: &str, part: &str| match meter.is_full() {
            true => too_large(file),
            false => refused(file, say::workbook_part_broken(shown(part))),
        };
        let event = self.reader.read_event_into(&mut self.room);
        Ok(match event {
            Ok(Event::Start(tag)) => {
                self.depth += 1;
                if self.depth > MOST_DEPTH {
                    return Err(broken(&self.meter, self.file, &self.part));
                }
                Node::Start(Tag(tag))
            }
            Ok(Event::End(tag)) => {
                self.depth = self.depth.saturating_sub(1);
                Node::End(Cow::Owned(tag.local_name().into_inner().to_owned()))
            }
            Ok(Event::Text(text)) => Node::Text(text.xml10_content()),
            Ok(Event::CData(text)) => Node::Text(text.xml10_content()),
            Ok(Event::GeneralRef(name)) => {
                let letter = name.resolve_char_ref().ok().flatten();
                let word = name.xml10_content();
                match (letter, resolve_predefined_entity(&word)) {
                    (Some(letter), _) => Node::Text(Cow::Owned(letter.to_string())),
                    (None, Some(text)) => Node::Text(Cow::Borrowed(text)),
                    (None, None) => return Err(broken(&self.meter, self.file, &self.part)),
                }
            }
            Ok(Event::Eof) if self.depth == 0 => Node::Over,
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => Node::Text(Cow::Borrowed("")),
            // A document type can hold entities that grow without end; a part that ends within a tag
            // was cut off.
            Ok(Event::DocType(_) | Event::Eof | Event::Empty(_)) | Err(_) => {
                return Err(broken(&self.meter, self.file, &self.part));
            }
        })
    }

    /// Goes on to where the tag that was started last ends.
    pub(super) fn skip(&mut self) -> Result<(), Vec<Problem>> {
        let depth = self.depth;
        while self.depth >= depth {
            if let Node::Over = self.next()? {
                break;
            }
        }
        Ok(())
    }
}

/// That a workbook holds more than is read.
pub(crate) fn too_large(file: &str) -> Vec<Problem> {
    let mut out = refused(file, say::workbook_too_large());
    out[0] = out[0].clone().help(say::workbook_too_large_help());
    out
}
