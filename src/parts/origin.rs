//! Where the cells of a workbook that was put together came from, as a sheet of it.

use crate::table::Table;
use crate::text::{Lang, folded, label};
use crate::view::book::{Cell, Look, Sheet, Table as Range, Width};

/// Where a cell came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Sheet, code of the row, heading of the column.
    pub cell: [String; 3],
    /// What stands in it.
    pub content: String,
    /// The file, the sheet in it, the cell there.
    pub from: [String; 3],
    /// Which sending it was, where that was said.
    pub sending: String,
    /// What stood there before.
    pub replaced: String,
}

/// The headings of the sheet that says where cells came from.
fn headings(lang: Lang) -> [&'static str; 9] {
    [
        label::origin_sheet(lang),
        label::origin_row(lang),
        label::origin_column(lang),
        label::origin_content(lang),
        label::origin_file(lang),
        label::origin_from_sheet(lang),
        label::origin_cell(lang),
        label::origin_sending(lang),
        label::origin_replaced(lang),
    ]
}

impl Origin {
    fn texts(&self) -> [&str; 9] {
        let [sheet, row, column] = self.cell.each_ref().map(String::as_str);
        let [file, from, cell] = self.from.each_ref().map(String::as_str);
        [
            sheet,
            row,
            column,
            &self.content,
            file,
            from,
            cell,
            &self.sending,
            &self.replaced,
        ]
    }

    /// The columns of a sheet that says where cells came from, where a row is its heading.
    pub(super) fn columns(texts: &[&str]) -> Option<[usize; 9]> {
        let of = |lang: Lang| {
            let mut out = [0; 9];
            for (to, wanted) in out.iter_mut().zip(headings(lang)) {
                let wanted = folded(wanted);
                *to = texts.iter().position(|it| folded(it) == wanted)?;
            }
            Some(out)
        };
        of(Lang::Id).or_else(|| of(Lang::En))
    }

    /// The rows below that heading.
    pub(super) fn read(table: &Table, columns: &[usize; 9], behind: usize) -> Vec<Self> {
        let mut out = Vec::new();
        let mut rows = table.rows();
        while let Some(row) = rows.next() {
            if row.at.row <= behind || row.is_blank() {
                continue;
            }
            let [a, b, c, content, d, e, f, sending, replaced] =
                columns.map(|it| row.text(it).to_owned());
            out.push(Self {
                cell: [a, b, c],
                content,
                from: [d, e, f],
                sending,
                replaced,
            });
        }
        out
    }

    /// The sheet that says where cells came from.
    #[must_use]
    pub fn sheet(all: &[Self], lang: Lang) -> Sheet {
        let mut sheet = Sheet::new(label::sheet_origins(lang));
        sheet.landscape = true;
        sheet.frozen = (1, 0);
        sheet.columns = [18.0, 12.0, 24.0, 40.0, 40.0, 18.0, 9.0, 9.0, 30.0]
            .map(Width::of)
            .to_vec();
        for (column, name) in (0u16..).zip(headings(lang)) {
            sheet.put((0, column), Cell::from(name).look(Look::Header));
        }
        let mut last = 0;
        for (line, it) in (1u32..).zip(all) {
            for (column, text) in (0u16..).zip(it.texts()) {
                sheet.put((line, column), Cell::from(text).look(Look::Wrapped));
            }
            last = line;
        }
        if last > 0 {
            sheet.table = Some(Range {
                name: "asal".to_owned(),
                from: (0, 0),
                to: (last, 8),
                filter_only: true,
            });
        }
        sheet
    }
}
