//! The embedded font: what a text measures, where its lines break, and the shapes of its letters.
//!
//! DejaVu Sans, regular and bold, cut down to Latin, common punctuation and signs (`fonts/`, with its licence). Layout
//! and the PNG use the same measures; the SVG names the font and metric-compatible replacements.

use ttf_parser::{Face, GlyphId};

use crate::render::figure::FigureError;
use crate::render::figure::style::{Type, Weight};
use crate::text::is_invisible;

static REGULAR: &[u8] = include_bytes!("fonts/DejaVuSans-subset.ttf");
static BOLD: &[u8] = include_bytes!("fonts/DejaVuSans-Bold-subset.ttf");

/// Font families of the SVG: ours, then fonts of nearly the same widths.
pub(crate) const FAMILY: &str = "DejaVu Sans, Verdana, Geneva, sans-serif";

/// Height of a text above its baseline, in ems: capitals, with a little air.
pub(crate) const ASCENT: f64 = 0.76;
/// Depth of a text below its baseline, in ems.
pub(crate) const DESCENT: f64 = 0.24;

/// Longest text considered; far more than any figure can show, it keeps hostile input cheap.
const LONGEST: usize = 4000;

/// The two faces.
pub(crate) struct Fonts {
    regular: Face<'static>,
    bold: Face<'static>,
}

/// A letter of a run: its shape and where it starts, in ems.
pub(crate) struct Placed {
    /// Shape; glyph 0 is the box for letters the font lacks.
    pub(crate) glyph: GlyphId,
    /// Start, in ems from the start of the run.
    pub(crate) x: f64,
}

/// A text broken into lines.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Wrapped {
    /// Lines from top to bottom, at least one unless the text is empty.
    pub(crate) lines: Vec<String>,
    /// Whether no word was split and nothing left out.
    pub(crate) whole: bool,
}

impl Fonts {
    /// Reads the embedded fonts.
    pub(crate) fn load() -> Result<Self, FigureError> {
        let face = |bytes| {
            Face::parse(bytes, 0)
                .map_err(|error| FigureError::new(format!("the embedded font is damaged: {error}")))
        };
        Ok(Self {
            regular: face(REGULAR)?,
            bold: face(BOLD)?,
        })
    }

    /// The face of a weight.
    pub(crate) fn face(&self, weight: Weight) -> &Face<'static> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// The letters of `text` in their places, and the width of the whole, in ems.
    pub(crate) fn run(&self, text: &str, weight: Weight) -> (Vec<Placed>, f64) {
        let face = self.face(weight);
        let units = f64::from(face.units_per_em()).max(1.0);
        let mut letters = Vec::new();
        let mut before: Option<GlyphId> = None;
        let mut x = 0.0;
        for character in text.chars() {
            let found = face.glyph_index(character);
            if let (Some(left), Some(right)) = (before, found) {
                x += f64::from(kerning(face, left, right)) / units;
            }
            letters.push(Placed {
                glyph: found.unwrap_or_default(),
                x,
            });
            x += match found {
                Some(glyph) => f64::from(face.glyph_hor_advance(glyph).unwrap_or(0)) / units,
                None => foreign_advance(character),
            };
            before = found;
        }
        (letters, x)
    }

    /// Width of `text` in pixels.
    pub(crate) fn width(&self, text: &str, style: Type) -> f64 {
        self.run(text, style.weight).1 * style.size
    }

    /// Width of the widest of the texts.
    pub(crate) fn widest<'a>(&self, texts: impl IntoIterator<Item = &'a str>, style: Type) -> f64 {
        texts
            .into_iter()
            .map(|text| self.width(text, style))
            .fold(0.0, f64::max)
    }

    /// Whether the embedded font has every letter of `text`.
    pub(crate) fn covers(&self, text: &str, weight: Weight) -> bool {
        let face = self.face(weight);
        text.chars()
            .all(|letter| face.glyph_index(letter).is_some())
    }

    /// Breaks `text` into at most `most` lines of `width` pixels; what does not fit ends in `…`.
    pub(crate) fn wrap(&self, text: &str, style: Type, width: f64, most: usize) -> Wrapped {
        let text = clean(text);
        let mut whole = true;
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for piece in pieces(&text) {
            let longer = format!("{line}{piece}");
            if self.width(longer.trim_end(), style) <= width {
                line = longer;
                continue;
            }
            if !line.trim_end().is_empty() {
                lines.push(line.trim_end().to_owned());
                line.clear();
            }
            if lines.len() >= most {
                line = piece.to_owned();
                break;
            }
            line = piece.to_owned();
            while self.width(line.trim_end(), style) > width && line.chars().count() > 1 {
                whole = false;
                let head = self.head(&line, style, width);
                let tail = line.split_off(head);
                lines.push(std::mem::replace(&mut line, tail));
                if lines.len() >= most {
                    break;
                }
            }
        }
        if !line.trim_end().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        if lines.len() > most {
            whole = false;
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = self.shorten(last, style, width);
            }
        }
        Wrapped { lines, whole }
    }

    /// As [`Self::wrap`], with lines of similar length instead of full first lines: better for centred headings.
    pub(crate) fn balanced(&self, text: &str, style: Type, width: f64, most: usize) -> Vec<String> {
        let widest = self.wrap(text, style, width, most);
        let mut best = widest.lines.clone();
        let mut narrower = width - 8.0;
        while widest.whole && widest.lines.len() > 1 && narrower > width * 0.4 {
            let tried = self.wrap(text, style, narrower, most);
            if !tried.whole || tried.lines.len() > best.len() {
                break;
            }
            best = tried.lines;
            narrower -= 8.0;
        }
        best
    }

    /// `text` on one line of `width` pixels, its end replaced by `…` where it does not fit.
    pub(crate) fn fit(&self, text: &str, style: Type, width: f64) -> String {
        self.wrap(text, style, width, 1)
            .lines
            .into_iter()
            .next()
            .unwrap_or_default()
    }

    /// `text` with `…` at its end, cut so that both fit.
    fn shorten(&self, text: &str, style: Type, width: f64) -> String {
        let room = width - self.width("…", style);
        let mut end = self.head(text, style, room);
        loop {
            let kept = text[..end].trim_end_matches([' ', ',', '(', '·', '–', '-']);
            let short = format!("{kept}…");
            if kept.is_empty() || self.width(&short, style) <= width {
                return short;
            }
            end = kept
                .char_indices()
                .next_back()
                .map_or(0, |(start, _)| start);
        }
    }

    /// How many bytes of `text` fit into `width`: whole letters, at least one.
    fn head(&self, text: &str, style: Type, width: f64) -> usize {
        // Where a letter starts is where those before it end: measured once, not once for each length.
        let (letters, all) = self.run(text, style.weight);
        if all * style.size <= width {
            return text.len();
        }
        let mut end = text.chars().next().map_or(0, char::len_utf8);
        for ((start, _), letter) in text.char_indices().zip(&letters).skip(1) {
            if letter.x * style.size > width {
                break;
            }
            end = start;
        }
        end
    }
}

/// `text` as it may be shown: no control, direction or joining characters, spaces collapsed, not endless.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars().take(LONGEST) {
        if character.is_whitespace() {
            if !out.ends_with(' ') && !out.is_empty() {
                out.push(' ');
            }
        } else if !character.is_control() && !is_invisible(character) {
            out.push(character);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The pieces between which a line may break; each keeps the space, hyphen or slash at its end.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '-', '/', '–', '—'])
}

fn kerning(face: &Face<'_>, left: GlyphId, right: GlyphId) -> i16 {
    let Some(table) = face.tables().kern else {
        return 0;
    };
    table
        .subtables
        .into_iter()
        .filter(|part| part.horizontal && !part.variable && !part.has_state_machine)
        .find_map(|part| part.glyphs_kerning(left, right))
        .unwrap_or(0)
}

/// Width of a letter the font lacks: nothing for combining marks, else wide enough for what a browser may show.
fn foreign_advance(character: char) -> f64 {
    match u32::from(character) {
        0x0300..=0x036F | 0x1AB0..=0x1AFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F => 0.0,
        0..=0x10FF => 0.75,
        _ => 1.25,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::figure::style::{LABEL, TITLE};

    #[test]
    fn lines_stay_within_the_width() {
        let fonts = Fonts::load().expect("embedded fonts");
        let text = "Kabupaten Penukal Abab Lematang Ilir dan Pertanggungjawabannyayangtidakberspasisamasekali";
        for width in [20.0, 60.0, 120.0, 400.0] {
            for most in 1..5 {
                let wrapped = fonts.wrap(text, LABEL, width, most);
                assert!(wrapped.lines.len() <= most);
                for line in &wrapped.lines {
                    assert!(fonts.width(line, LABEL) <= width, "{line} at {width}");
                }
            }
        }
    }

    #[test]
    fn nothing_is_lost_where_there_is_room() {
        let fonts = Fonts::load().expect("embedded fonts");
        let wrapped = fonts.wrap("Ketersediaan SDM pengelola TIK", LABEL, 110.0, 9);
        assert!(wrapped.whole);
        assert_eq!(wrapped.lines.join(" "), "Ketersediaan SDM pengelola TIK");
    }

    #[test]
    fn a_cut_text_says_so() {
        let fonts = Fonts::load().expect("embedded fonts");
        let wrapped = fonts.wrap("satu dua tiga empat lima enam", LABEL, 70.0, 2);
        assert!(!wrapped.whole);
        assert!(wrapped.lines[1].ends_with('…'), "{:?}", wrapped.lines);
    }

    #[test]
    fn kerning_is_applied_and_bold_is_wider() {
        let fonts = Fonts::load().expect("embedded fonts");
        assert!(fonts.width("AV", LABEL) < fonts.width("A", LABEL) + fonts.width("V", LABEL));
        let bold = Type {
            size: LABEL.size,
            ..TITLE
        };
        assert!(fonts.width("Teknologi", bold) > fonts.width("Teknologi", LABEL));
    }

    #[test]
    fn unseen_characters_are_removed() {
        assert_eq!(
            clean(" a\u{0}\u{1b}[31m\tb\u{202e}\r\n c\u{fffe} "),
            "a[31m b c"
        );
        assert_eq!(clean("\u{7}"), "");
    }
}
