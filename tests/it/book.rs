//! Writes small workbooks, part by part: what a spreadsheet program writes, and what none would.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of named parts.
pub(crate) fn packed<N: AsRef<str>, C: AsRef<[u8]>>(parts: &[(N, C)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let how = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(name.as_ref(), how).expect("a part");
        zip.write_all(content.as_ref()).expect("is written");
    }
    zip.finish().expect("is whole").into_inner()
}

/// A sheet of an `.xlsx`.
#[derive(Clone, Default)]
pub(crate) struct Page {
    name: String,
    state: &'static str,
    rows: String,
    number: usize,
    /// What stands before and behind the rows.
    before: String,
    behind: String,
}

/// What a cell holds.
#[derive(Clone, Copy)]
pub(crate) enum Is<'t> {
    Nothing,
    Text(&'t str),
    Number(&'t str),
    /// A number in the format of this style: 1 date, 2 percent, 3 two decimals.
    Styled(&'t str, u8),
    /// A formula with the result that is stored, if one is.
    Formula(Option<&'t str>),
}

impl Page {
    pub(crate) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    pub(crate) fn called(mut self, name: &str) -> Self {
        self.name = name.to_owned();
        self
    }

    pub(crate) fn hidden(mut self) -> Self {
        self.state = " state=\"hidden\"";
        self
    }

    /// Hides columns, from the first to the last, both from 1.
    pub(crate) fn hidden_columns(mut self, first: usize, last: usize) -> Self {
        self.before = format!("<cols><col min=\"{first}\" max=\"{last}\" hidden=\"1\"/></cols>");
        self
    }

    pub(crate) fn merged(mut self, cells: &str) -> Self {
        let _ = write!(
            self.behind,
            "<mergeCells><mergeCell ref=\"{cells}\"/></mergeCells>"
        );
        self
    }

    /// The next row, with attributes of its tag.
    pub(crate) fn row_with(mut self, attributes: &str, cells: &[Is<'_>]) -> Self {
        self.number += 1;
        let number = self.number;
        let _ = write!(self.rows, "<row r=\"{number}\"{attributes}>");
        for (at, cell) in cells.iter().enumerate() {
            let name = format!("{}{number}", letter(at));
            let _ = match cell {
                Is::Nothing => write!(self.rows, "<c r=\"{name}\"/>"),
                Is::Text(text) => write!(
                    self.rows,
                    "<c r=\"{name}\" t=\"inlineStr\"><is><t>{}</t></is></c>",
                    escaped(text)
                ),
                Is::Number(text) => write!(self.rows, "<c r=\"{name}\"><v>{text}</v></c>"),
                Is::Styled(text, style) => {
                    write!(self.rows, "<c r=\"{name}\" s=\"{style}\"><v>{text}</v></c>")
                }
                Is::Formula(None) => write!(self.rows, "<c r=\"{name}\"><f>1+1</f></c>"),
                Is::Formula(Some(text)) => {
                    write!(self.rows, "<c r=\"{name}\"><f>1+1</f><v>{text}</v></c>")
                }
            };
        }
        self.rows.push_str("</row>");
        self
    }

    pub(crate) fn row(self, cells: &[Is<'_>]) -> Self {
        self.row_with("", cells)
    }

    /// The next rows: what looks like a number is one.
    pub(crate) fn rows(self, rows: &[&[&str]]) -> Self {
        rows.iter().fold(self, |page, row| {
            let cells: Vec<Is<'_>> = row.iter().map(|it| typed(it)).collect();
            page.row(&cells)
        })
    }

    pub(crate) fn xml(&self) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{}<sheetData>{}</sheetData>{}</worksheet>",
            self.before, self.rows, self.behind
        )
    }
}

/// A cell as a person types it into a spreadsheet.
pub(crate) fn typed(text: &str) -> Is<'_> {
    let is_number = text.parse::<f64>().is_ok_and(f64::is_finite);
    match text {
        "" => Is::Nothing,
        text if is_number && !text.starts_with(['+', '0']) || text == "0" => Is::Number(text),
        text => Is::Text(text),
    }
}

fn letter(at: usize) -> String {
    let last = char::from(b'A' + u8::try_from(at % 26).expect("a letter"));
    match at / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// An `.xlsx` of such sheets.
pub(crate) fn xlsx(pages: &[Page]) -> Vec<u8> {
    let parts: Vec<(String, String)> = pages.iter().map(|it| (String::new(), it.xml())).collect();
    let mut all = frame(pages, "");
    for (at, (_, xml)) in parts.into_iter().enumerate() {
        all.push((format!("xl/worksheets/sheet{}.xml", at + 1), xml));
    }
    packed(&all)
}

/// All parts of an `.xlsx` but the sheets; `more` stands in the workbook behind them.
pub(crate) fn frame(pages: &[Page], more: &str) -> Vec<(String, String)> {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (mut sheets, mut relations) = (String::new(), String::new());
    for (at, page) in pages.iter().enumerate() {
        let number = at + 1;
        let _ = write!(
            sheets,
            "<sheet name=\"{}\" sheetId=\"{number}\"{} r:id=\"rId{number}\"/>",
            escaped(&page.name),
            page.state
        );
        let _ = write!(
            relations,
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
    }
    let part = |name: &str, xml: String| (name.to_owned(), xml);
    vec![
        part("[Content_Types].xml", "<Types/>".to_owned()),
        part(
            "_rels/.rels",
            format!("<Relationships><Relationship Id=\"a\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ),
        part(
            "xl/workbook.xml",
            format!("<workbook xmlns:r=\"{OFFICE}\"><sheets>{sheets}</sheets>{more}</workbook>"),
        ),
        part(
            "xl/_rels/workbook.xml.rels",
            format!("<Relationships>{relations}<Relationship Id=\"s\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/><Relationship Id=\"t\" Type=\"{OFFICE}/sharedStrings\" Target=\"SharedStrings.xml\"/></Relationships>"),
        ),
        part(
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"10\"/><xf numFmtId=\"2\"/></cellXfs></styleSheet>".to_owned(),
        ),
    ]
}

/// An `.ods` with this inside of its only table.
pub(crate) fn ods(name: &str, rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"{name}\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest/>"),
        ("content.xml", &content),
    ])
}

/// A row of an `.ods`.
pub(crate) fn ods_row(cells: &[&str]) -> String {
    let cell = |text: &&str| match typed(text) {
        Is::Number(text) => format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{text}\"><text:p>{text}</text:p></table:table-cell>"
        ),
        _ => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
            escaped(text)
        ),
    };
    let cells: String = cells.iter().map(cell).collect();
    format!("<table:table-row>{cells}</table:table-row>")
}
