//! Workbooks for people: a first sheet that says what this is and answers in words, then a sheet for
//! each table.
//!
//! What stands beside a table stays on the first sheet, under the heading of both, so that a sheet has
//! its title, its table and nothing else. `chapters` takes documents apart, `grid` makes columns
//! of cells, `names` gives sheets and tables names that spreadsheet programs take.

mod chapters;
mod grid;
mod names;
mod summary;

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::text::form::Kind;
use crate::text::{Lang, label};
use crate::view::Document;
use crate::view::book::{Book, Cell, Look, Seat, Sheet, Table};
use crate::view::envelope::VERSION;
use crate::view::report::{Detail, Report};

use chapters::{Chapter, Part};
use grid::Grid;
use names::Names;
use summary::Written;

use super::{Failure, Page, Renderer, clean, workbook};

pub(super) const XLSX: Renderer = Renderer {
    name: "xlsx",
    endings: &["xlsx"],
    holds_several: true,
    has_detail: false,
    is_binary: true,
    render: reports,
};

fn reports(reports: &[&dyn Report], _: Page) -> Result<Vec<u8>, Failure> {
    workbook::bytes(&book(reports))
}

/// One workbook of all reports; the sheets of several are numbered by report.
fn book(reports: &[&dyn Report]) -> Book {
    let documents = reports.iter().map(|it| it.document(Detail::Full));
    let documents: Vec<Document> = documents.collect();
    let mut sheets = vec![Sheet::mark([
        ("kind", Kind::Result.id()),
        ("siap", VERSION),
    ])];
    let mut names = Names::default();
    for (at, (report, document)) in reports.iter().zip(&documents).enumerate() {
        names.number((reports.len() > 1).then_some(at + 1));
        add(*report, document, &mut names, &mut sheets);
    }
    let first = documents.first();
    Book {
        lang: first.map_or(Lang::En, |it| it.lang),
        title: first.map(|it| it.title.clone()).unwrap_or_default(),
        sheets,
    }
}

/// A table of a document with the name of its sheet.
struct Placed<'d> {
    name: Rc<str>,
    /// Name of the table.
    table: String,
    title: String,
    part: &'d Part<'d>,
    /// Position of its section.
    chapter: usize,
}

fn add(report: &dyn Report, document: &Document, names: &mut Names, sheets: &mut Vec<Sheet>) {
    let lang = document.lang;
    let home: Rc<str> = names.sheet(label::result_summary(lang)).into();
    let chapters = chapters::of(document);
    let mut placed: Vec<Vec<Placed<'_>>> = Vec::new();
    for (at, chapter) in chapters.iter().enumerate() {
        let parts = chapter.parts.iter().map(|part| {
            let title = title_of(chapter, document);
            let name = names.sheet(title);
            Placed {
                table: names.table(&name),
                name: name.into(),
                title: title.to_owned(),
                part,
                chapter: at,
            }
        });
        placed.push(parts.collect());
    }
    let written: Vec<Vec<Written<'_>>> = placed
        .iter()
        .map(|parts| parts.iter().map(Placed::written).collect())
        .collect();
    let inputs = report.inputs();
    let page = summary::Page {
        document,
        chapters: &chapters,
        tables: &written,
        inputs: &inputs,
    };
    let front = page.sheet(&home);
    let mut anchors = front.anchors;
    for it in placed.iter().flatten() {
        let ids = it.part.anchors();
        let ids = ids.map(|(id, (row, column))| (id.to_owned(), it.seat((row + 2, column))));
        anchors.extend(ids);
    }
    sheets.push(front.sheet);
    sheets.extend(placed.iter().flatten().map(|it| {
        let note = front.notes.get(it.chapter).cloned().flatten();
        it.sheet(&anchors, note, lang)
    }));
}

/// What a table is called: by its section, else by what the document begins with.
fn title_of<'d>(chapter: &Chapter<'d>, document: &'d Document) -> &'d str {
    let whole = document.title.split(':').next();
    chapter.title.or(whole).unwrap_or_default()
}

impl Placed<'_> {
    fn written(&self) -> Written<'_> {
        Written {
            seat: self.seat((0, 0)),
            title: &self.title,
            rows: self.part.rows.len(),
        }
    }

    fn seat(&self, at: (u32, u16)) -> Seat {
        Seat {
            sheet: Rc::clone(&self.name),
            at,
        }
    }

    /// The sheet: its title, the header, the rows.
    fn sheet(&self, anchors: &BTreeMap<String, Seat>, note: Option<Seat>, lang: Lang) -> Sheet {
        /// From so many letters beside each other on, paper lies across.
        const WIDE: f64 = 95.0;
        /// What stays in sight on the left is no wider than this.
        const IN_SIGHT: f64 = 45.0;
        let grid = Grid::new(self.part, anchors, lang);
        let mut sheet = Sheet::new(&self.name);
        let title = clean(&self.title);
        let title = match note {
            Some(seat) => {
                let title = format!("{title} [{}]", label::result_noted(lang));
                Cell::from(title).leading_to(seat)
            }
            None => Cell::from(title.into_owned()),
        };
        sheet.put((0, 0), title.look(Look::Title));
        let rows = u32::try_from(self.part.rows.len()).unwrap_or(u32::MAX);
        let columns = u16::try_from(grid.columns.len()).unwrap_or(u16::MAX);
        let letters = |it: &[grid::Column]| it.iter().map(|it| it.width.letters).sum::<f64>();
        let kept = (1..=grid.keys).rev();
        let kept = kept
            .map(usize::from)
            .find(|it| letters(&grid.columns[..*it]) <= IN_SIGHT);
        sheet.landscape = letters(&grid.columns) > WIDE;
        sheet.frozen = (2, kept.and_then(|it| u16::try_from(it).ok()).unwrap_or(0));
        sheet.table = Some(Table {
            name: self.table.clone(),
            from: (1, 0),
            // A table has a row, also where there is nothing to put in.
            to: (1 + rows.max(1), columns.saturating_sub(1)),
            filter_only: false,
        });
        for (column, it) in (0u16..).zip(grid.columns) {
            sheet.columns.push(it.width);
            sheet.put((1, column), Cell::from(it.label).look(Look::Header));
            for (row, cell) in (2u32..).zip(it.cells) {
                sheet.put((row, column), cell);
            }
        }
        sheet
    }
}
