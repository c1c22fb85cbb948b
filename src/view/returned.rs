//! What goes back to whoever sent a file that cannot be used yet: a message to paste, and the rows of the
//! sheet that is added to a copy of a workbook.

use crate::problem::{Place, Problem, Spot};
use crate::text::{Lang, Text, label};

/// What is to be mended in a file.
#[derive(Debug, Clone)]
pub struct Returned {
    /// The file as the user named it.
    pub file: String,
    /// What is wrong, errors first.
    pub problems: Vec<Problem>,
}

/// A row of the list of what is to be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// Where, in short.
    pub place: String,
    /// Sheet and cell, where it is one of a workbook.
    pub cell: Option<[String; 2]>,
    /// Whether it has to be mended or only looked at.
    pub urgency: &'static str,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub how: String,
}

/// What goes back, by file in the order of `files`: those of which at least one problem is an error.
#[must_use]
pub fn returned<'a>(files: impl Iterator<Item = &'a str>, problems: &[Problem]) -> Vec<Returned> {
    let of = |file: &str| {
        let mine = problems.iter().filter(|it| it.is_in(file)).cloned();
        let (errors, doubts): (Vec<_>, Vec<_>) = mine.partition(Problem::is_error);
        (!errors.is_empty()).then(|| Returned {
            file: file.to_owned(),
            problems: [errors, doubts].concat(),
        })
    };
    files.filter_map(of).collect()
}

impl Returned {
    /// The name of the file without its folders.
    #[must_use]
    pub fn name(&self) -> &str {
        base(&self.file)
    }

    /// The rows of its list.
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<Mend> {
        self.problems.iter().map(|it| self.row(it, lang)).collect()
    }

    fn row(&self, problem: &Problem, lang: Lang) -> Mend {
        let help: Vec<&str> = problem.help.iter().map(|it| Text::get(it, lang)).collect();
        let place = problem.place.as_ref();
        let cell = place.filter(|it| it.file == self.file);
        let cell = cell.and_then(|it| match &it.spot {
            Spot::Cell { sheet, cell } => Some([sheet.clone(), cell.clone()]),
            Spot::Text { .. } | Spot::Whole => None,
        });
        let urgency = match problem.is_error() {
            true => label::mend_error(lang),
            false => label::mend_doubt(lang),
        };
        Mend {
            place: place.map(|it| self.place(it)).unwrap_or_default(),
            cell,
            urgency,
            what: problem.message.get(lang).to_owned(),
            how: help.join("; "),
        }
    }

    /// A place as the sender sees it: without the folders of whoever received the file.
    fn place(&self, place: &Place) -> String {
        let short = Place {
            file: base(&place.file).to_owned(),
            spot: place.spot.clone(),
        };
        let text = short.short();
        match place.file == self.file && place.spot != Spot::Whole {
            // Whose file it is stands above.
            true => text[short.file.len()..].trim_start_matches(':').to_owned(),
            false => text,
        }
    }

    /// The message to paste; `is_marked`: a marked copy goes with it.
    #[must_use]
    pub fn message(&self, lang: Lang, is_marked: bool) -> String {
        let mut lines = vec![label::mend_greeting(lang, self.name()), String::new()];
        let rows = self.rows(lang);
        let doubts = label::mend_doubt(lang);
        let mut number = 0;
        let mut is_doubt = false;
        for row in rows {
            if row.urgency == doubts && !is_doubt {
                is_doubt = true;
                lines.extend([String::new(), label::mend_doubts(lang).to_owned()]);
            }
            number += 1;
            let place = match row.place.is_empty() {
                true => String::new(),
                false => format!("{}: ", row.place),
            };
            lines.push(format!("{number}. {place}{}", row.what));
            if !row.how.is_empty() {
                lines.push(format!("   → {}", row.how));
            }
        }
        lines.push(String::new());
        if is_marked {
            lines.push(label::mend_marked_copy(lang).to_owned());
        }
        lines.push(label::mend_send_again(lang).to_owned());
        lines.push(String::new());
        lines.join("\n")
    }
}

fn base(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}
