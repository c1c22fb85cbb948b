//! Workbooks → XLSX bytes: the looks of cells, the spelling of formulas, print and protection.
//!
//! The same workbook always gives the same bytes, on every system: the date of creation is fixed.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DocProperties,
    ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, IgnoreError,
    ProtectionOptions, Table as XlsxTable, TableColumn, TableStyle, Url, Workbook, Worksheet,
    XlsxError,
};

use crate::text::{Lang, label};
use crate::view::book::{
    Area, Book, Cell, Choice, Content, Format as Shown, Look, Mark, Results, Rule, Seat, Sheet,
    Table, Worth,
};

use super::{Failure, clean};

mod packed;
mod spelled;

use packed::same_on_every_system;
use spelled::{range, spelled, spelled_in_rule};

/// A workbook as the bytes of an `.xlsx` file.
///
/// # Errors
/// A workbook that breaks a limit of the format, such as a name of a sheet that is used twice.
pub fn bytes(book: &Book) -> Result<Vec<u8>, Failure> {
    let results = book.worked_out();
    let mut out = Workbook::new();
    out.set_properties(&properties(book)?);
    let mut looks = Looks::default();
    let first = book.sheets.iter().position(|it| !it.hidden);
    for (at, sheet) in book.sheets.iter().enumerate() {
        let page = out.add_worksheet();
        write(page, sheet, book.lang, &results, &mut looks)?;
        if Some(at) == first {
            page.set_active(true);
        }
    }
    Ok(same_on_every_system(out.save_to_buffer()?))
}

fn properties(book: &Book) -> Result<DocProperties, XlsxError> {
    // A fixed day: the same workbook is the same file, whenever it is written.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let program = format!("siap {}", env!("CARGO_PKG_VERSION"));
    Ok(DocProperties::new()
        .set_title(clean(&book.title))
        .set_author(program)
        .set_creation_datetime(&day))
}

fn write(
    page: &mut Worksheet,
    sheet: &Sheet,
    lang: Lang,
    results: &Results,
    looks: &mut Looks,
) -> Result<(), XlsxError> {
    page.set_name(&*sheet.name)?;
    page.set_hidden(sheet.hidden);
    // A formula that comes to an empty text shows nothing, not the 0 that is stored without this.
    page.set_formula_result_default("");
    printed(page, sheet)?;
    columns(page, sheet)?;
    heights(page, sheet)?;
    for (at, cell) in &sheet.cells {
        let format = looks.of(cell, sheet.protected);
        put(page, sheet, (*at, cell), format, results)?;
    }
    if let Some(table) = &sheet.table {
        add_table(page, sheet, table, looks)?;
    }
    for choice in &sheet.choices {
        let rule = validation(choice, lang)?;
        let Area { from, to, .. } = choice.area;
        page.add_data_validation(from.0, from.1, to.0, to.1, &rule)?;
    }
    for rule in &sheet.rules {
        mark(page, rule)?;
    }
    if sheet.protected {
        page.protect_with_options(&open_to_work());
    }
    Ok(())
}

/// Paper, head rows on each page, what stays in sight.
fn printed(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    page.set_paper_size(A4);
    if sheet.landscape {
        page.set_landscape();
    }
    /// So many letters beside each other can still be read on paper.
    const LETTERS: f64 = 300.0;
    let wide: f64 = sheet.columns.iter().map(|it| it.letters).sum();
    let pages = (1..50u16).find(|it| f64::from(*it) * LETTERS >= wide);
    // As wide as the paper, as long as it needs.
    page.set_print_fit_to_pages(pages.unwrap_or(50), 0);
    page.set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3);
    page.set_footer("&L&9&F · &A&R&9&P / &N");
    let (rows, columns) = sheet.frozen;
    if rows > 0 || columns > 0 {
        page.set_freeze_panes(rows, columns)?;
    }
    if rows > 0 {
        page.set_repeat_rows(rows - 1, rows - 1)?;
    }
    Ok(())
}

fn columns(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    for (at, width) in (0u16..).zip(&sheet.columns) {
        page.set_column_width(at, width.letters)?;
    }
    let folded: Vec<u16> = (0u16..)
        .zip(&sheet.columns)
        .filter(|(_, it)| it.folded)
        .map(|it| it.0)
        .collect();
    for run in folded.chunk_by(|one, next| *next == one + 1) {
        if let (Some(first), Some(last)) = (run.first(), run.last()) {
            page.group_columns_collapsed(*first, *last)?;
        }
    }
    Ok(())
}

/// Rows high enough for the texts that are wrapped in them: programs leave them as high as one line.
fn heights(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    const LINE: f64 = 15.0;
    const MOST: f64 = 400.0;
    /// How much larger than other letters those of a heading are.
    const HEADLINE: f64 = 1.5;
    let tall = sheet.tall.iter();
    let mut lines: BTreeMap<u32, f64> = tall.map(|(row, it)| (*row, f64::from(*it))).collect();
    for ((row, column), cell) in &sheet.cells {
        let (Content::Text(text), true) = (&cell.content, cell.look.is_wrapped()) else {
            continue;
        };
        let width = sheet.columns.get(usize::from(*column));
        let width = width.map_or(8.0, |it| it.letters).max(4.0);
        let needed = match cell.look {
            Look::Headline => HEADLINE * lines_of(text, width / HEADLINE),
            _ => lines_of(text, width - 2.0 * f64::from(cell.indent)),
        };
        let known = lines.entry(*row).or_default();
        *known = known.max(needed);
    }
    const TITLE: f64 = 24.0;
    let titles = sheet.cells.iter().filter(|it| it.1.look == Look::Title);
    for ((row, _), _) in titles {
        page.set_row_height(*row, TITLE)?;
    }
    for (row, lines) in lines {
        if lines > 1.0 {
            page.set_row_height(row, (lines * LINE + 1.0).min(MOST))?;
        }
    }
    Ok(())
}

/// How many lines a text fills in a column so many letters wide.
fn lines_of(text: &str, width: f64) -> f64 {
    let mut lines = 0.0;
    for line in text.lines() {
        // Words are not cut, which costs about a tenth of the width.
        let letters = u32::try_from(line.chars().count()).unwrap_or(u32::MAX);
        lines += (f64::from(letters) / (width * 0.92)).ceil().max(1.0);
    }
    lines
}

/// How the number in a cell is shown.
fn shown(cell: &Cell) -> Shown {
    match cell.content {
        Content::Number(_, format) | Content::Formula(_, format) => format,
        Content::Empty | Content::Text(_) => Shown::Plain,
    }
}

fn put(
    page: &mut Worksheet,
    sheet: &Sheet,
    ((row, column), cell): ((u32, u16), &Cell),
    format: &Format,
    results: &Results,
) -> Result<(), XlsxError> {
    match &cell.content {
        Content::Empty => page.write_blank(row, column, format)?,
        Content::Text(text) => {
            let text = cut(&clean(text));
            match cell.link.as_deref().filter(|_| !text.is_empty()) {
                Some(seat) => {
                    let link = Url::new(format!("internal:{}", place_of(seat)));
                    page.write_url_with_options(row, column, link, text, "", Some(format))?
                }
                None => page.write_string_with_format(row, column, text, format)?,
            }
        }
        Content::Number(number, _) => {
            page.write_number_with_format(row, column, *number, format)?
        }
        Content::Formula(formula, _) => {
            let seat = sheet.seat((row, column));
            let result = match results.get(&seat) {
                Some(Worth::Number(number)) => number.to_string(),
                Some(Worth::Text(text)) => text.clone(),
                Some(Worth::Flag(flag)) => if *flag { "TRUE" } else { "FALSE" }.to_owned(),
                Some(Worth::Empty) | None => String::new(),
                Some(Worth::Wrong) => "#N/A".to_owned(),
            };
            let spelled = rust_xlsxwriter::Formula::new(spelled(formula, &sheet.name));
            page.write_formula_with_format(row, column, spelled.set_result(result), format)?
        }
    };
    Ok(())
}

/// A text as long as a cell can hold.
fn cut(text: &str) -> String {
    const MOST: usize = 32_767;
    match text.encode_utf16().count() > MOST {
        true => text.chars().take(MOST / 2 - 1).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

fn add_table(
    page: &mut Worksheet,
    sheet: &Sheet,
    table: &Table,
    looks: &mut Looks,
) -> Result<(), XlsxError> {
    let (from, to) = (table.from, table.to);
    if table.filter_only {
        page.autofilter(from.0, from.1, to.0, to.1)?;
        return Ok(());
    }
    let header = (from.1..=to.1).map(|column| {
        let cell = sheet.cells.get(&(from.0, column));
        let name = match cell.map(|it| &it.content) {
            Some(Content::Text(text)) => clean(text).into_owned(),
            _ => String::new(),
        };
        let column = TableColumn::new().set_header(name);
        match cell {
            Some(cell) => column.set_header_format(looks.of(cell, sheet.protected).clone()),
            None => column,
        }
    });
    let header: Vec<TableColumn> = header.collect();
    let made = XlsxTable::new()
        .set_name(&*table.name)
        .set_columns(&header)
        .set_style(TableStyle::Light1);
    page.add_table(from.0, from.1, to.0, to.1, &made)?;
    // A code such as 16.10 is a text, and no mistake.
    page.ignore_error_range(from.0, from.1, to.0, to.1, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn validation(choice: &Choice, lang: Lang) -> Result<DataValidation, XlsxError> {
    let list = rust_xlsxwriter::Formula::new(format!("={}", range(&choice.from)));
    let style = match choice.strict {
        true => DataValidationErrorStyle::Stop,
        false => DataValidationErrorStyle::Warning,
    };
    let mut out = DataValidation::new()
        .allow_list_formula(list)
        .set_error_style(style)
        .set_error_title(label::not_in_list(lang))?
        .set_error_message(label::not_in_list_help(lang))?;
    if let Some((title, text)) = &choice.hint {
        out = out.set_input_title(title)?.set_input_message(text)?;
    }
    Ok(out)
}

fn mark(page: &mut Worksheet, rule: &Rule) -> Result<(), XlsxError> {
    let (ground, ink) = match rule.mark {
        Mark::Good => (0xE2_F0_D9, 0x1E_5C_2E),
        Mark::Open => (0xFF_F2_CC, 0x6B_4E_00),
        Mark::Bad => (0xFB_E0_DD, 0x8A_1C_12),
    };
    let format = Format::new()
        .set_background_color(Color::RGB(ground))
        .set_font_color(Color::RGB(ink));
    let formula = rust_xlsxwriter::Formula::new(spelled_in_rule(&rule.when, &rule.area.sheet));
    let made = ConditionalFormatFormula::new()
        .set_rule(formula)
        .set_format(format);
    let Area { from, to, .. } = rule.area;
    page.add_conditional_format(from.0, from.1, to.0, to.1, &made)?;
    Ok(())
}

/// What may still be done on a sheet whose formulas are protected: everything a planner needs.
fn open_to_work() -> ProtectionOptions {
    ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        insert_columns: true,
        insert_links: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    }
}

/// The formats of looks, each made once.
#[derive(Default)]
struct Looks(BTreeMap<Style, Format>);

/// What a cell looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Style {
    look: Look,
    shown: Shown,
    indent: u8,
    leads: bool,
    protected: bool,
}

impl Looks {
    fn of(&mut self, cell: &Cell, protected: bool) -> &Format {
        let style = Style {
            look: cell.look,
            shown: shown(cell),
            indent: cell.indent,
            leads: cell.link.is_some(),
            protected,
        };
        self.0.entry(style).or_insert_with(|| format(style))
    }
}

fn format(style: Style) -> Format {
    const INK: u32 = 0x1F_29_33;
    let base = Format::new()
        .set_font_name("Calibri")
        .set_font_size(11)
        .set_font_color(Color::RGB(INK))
        .set_align(FormatAlign::Top);
    let lined = |it: Format| {
        it.set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0xC4_CB_D4))
    };
    let made = match style.look {
        Look::Plain => base,
        Look::Title => base.set_bold().set_font_size(16),
        Look::Headline => base.set_bold().set_font_size(16).set_text_wrap(),
        Look::Note => base.set_font_color(Color::RGB(0x4A_55_65)),
        Look::Header => lined(base)
            .set_bold()
            .set_text_wrap()
            .set_background_color(Color::RGB(0xDD_E7_F3)),
        Look::Input => {
            let open = lined(base)
                .set_text_wrap()
                .set_align(FormatAlign::Left)
                .set_background_color(Color::RGB(0xFF_FB_E6));
            match style.protected {
                true => open.set_unlocked(),
                false => open,
            }
        }
        Look::Wrapped => lined(base).set_text_wrap(),
        Look::Muted => lined(base)
            .set_text_wrap()
            .set_font_color(Color::RGB(0x5B_65_75)),
        Look::Result => lined(base)
            .set_text_wrap()
            .set_bold()
            .set_background_color(Color::RGB(0xEE_F1_F5)),
        Look::Strong => base.set_bold(),
        Look::Prose => base.set_text_wrap(),
        Look::Main => lined(base).set_bold().set_text_wrap(),
    };
    let made = match style.leads {
        true => made
            .set_font_color(Color::RGB(0x1B_4F_9C))
            .set_underline(FormatUnderline::Single),
        false => made,
    };
    let made = match style.indent {
        0 => made,
        steps => made.set_align(FormatAlign::Left).set_indent(steps),
    };
    match code(style.shown) {
        Some(code) => made.set_num_format(code),
        None => made,
    }
}

/// How spreadsheet programs are told to show a number.
fn code(shown: Shown) -> Option<String> {
    let digits = |decimals: usize| match decimals {
        0 => "0".to_owned(),
        more => format!("0.{}", "0".repeat(more)),
    };
    Some(match shown {
        Shown::Plain => return None,
        Shown::Fixed(decimals) => digits(decimals),
        Shown::Percent(decimals) => format!("{}%", digits(decimals)),
        Shown::Signed(decimals) => {
            let it = digits(decimals);
            format!("+{it};\"−\"{it};{it}")
        }
        Shown::About(decimals) => format!("\"≈ \"{}", digits(decimals)),
    })
}

/// A cell as links name it: `'Bukti dukung'!$A$2`.
fn place_of(seat: &Seat) -> String {
    let mut name = spelled(&seat.clone().into(), "");
    name.remove(0);
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::book::{Formula, Operator};

    fn small() -> Book {
        let mut sheet = Sheet::new("Satu dua");
        sheet.put((0, 0), Cell::from("=1+1").look(Look::Title));
        sheet.put((1, 0), Cell::number(2.5, Some(2)));
        let twice = Formula::from(sheet.seat((1, 0))).with(Operator::Times, Formula::Number(2.0));
        sheet.put((1, 1), Cell::formula(twice, None));
        Book {
            lang: Lang::Id,
            title: "Coba".to_owned(),
            sheets: vec![sheet],
        }
    }

    #[test]
    fn the_same_book_is_the_same_bytes() {
        let book = small();
        let once = bytes(&book).expect("a workbook");
        assert_eq!(once, bytes(&book).expect("a workbook"));
        assert!(once.starts_with(b"PK"));
    }

    #[test]
    fn a_formula_has_its_result() {
        let book = small();
        let seat = book.sheets[0].seat((1, 1));
        assert_eq!(book.worked_out().get(&seat), Some(&Worth::Number(5.0)));
    }

    #[test]
    fn names_of_sheets_are_quoted_elsewhere_and_left_out_at_home() {
        let book = small();
        let seat = Formula::from(book.sheets[0].seat((1, 0)));
        assert_eq!(spelled(&seat, "Satu dua"), "=$A$2");
        assert_eq!(spelled(&seat, "Lain"), "='Satu dua'!$A$2");
    }
}
