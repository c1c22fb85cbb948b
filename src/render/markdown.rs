//! Markdown, ready to paste into a report.

use crate::view::report::Report;
use crate::view::{Block, Document, Table};

use super::{Failure, Page, Renderer, shown};

pub(super) const MARKDOWN: Renderer = Renderer {
    name: "md",
    endings: &["md", "markdown"],
    holds_several: true,
    has_detail: true,
    is_binary: false,
    render: reports,
};

fn reports(reports: &[&dyn Report], page: Page) -> Result<Vec<u8>, Failure> {
    let parts: Vec<String> = reports
        .iter()
        .map(|it| render(&it.document(page.detail)))
        .collect();
    Ok(parts.join("\n").into_bytes())
}

/// The document as Markdown.
#[must_use]
pub fn render(document: &Document) -> String {
    let mut out = format!("# {}\n", escaped(&document.title));
    if !document.subtitle.is_empty() {
        out.push_str(&format!("\n{}\n", escaped(&document.subtitle)));
    }
    for block in &document.blocks {
        out.push('\n');
        match block {
            Block::Heading(heading) => out.push_str(&format!("## {}\n", escaped(&heading.text))),
            Block::Paragraph(text) => out.push_str(&format!("{}\n", escaped(text))),
            Block::List(lines) => {
                for line in lines {
                    out.push_str(&format!("- {}\n", escaped(line)));
                }
            }
            Block::Commands(pairs) => {
                for (command, what) in pairs {
                    out.push_str(&format!("- {}: {}\n", escaped(command), escaped(what)));
                }
            }
            Block::Table(it) => out.push_str(&table(it, document)),
        }
    }
    out
}

/// Widest and narrowest column: programs that set pages take the dashes below a heading for its width.
const WIDTHS: std::ops::RangeInclusive<usize> = 3..=60;

fn table(table: &Table, document: &Document) -> String {
    let labels = table.columns.iter().map(|it| cell(&it.label, 0));
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter();
        cells
            .map(|it| cell(&shown(&it.content, document.lang), it.indent))
            .collect()
    });
    let rows: Vec<Vec<String>> = std::iter::once(labels.collect()).chain(rows).collect();
    let mut out = String::new();
    for (at, row) in rows.iter().enumerate() {
        out.push('|');
        for text in row {
            out.push_str(&format!(" {text} |"));
        }
        out.push('\n');
        if at == 0 {
            out.push('|');
            for (at, column) in table.columns.iter().enumerate() {
                let texts = rows.iter().filter_map(|row| row.get(at));
                let widest = texts.map(|it| it.chars().count()).max().unwrap_or(0);
                let width = widest.clamp(*WIDTHS.start(), *WIDTHS.end());
                let end = if column.numeric { ":" } else { "" };
                out.push_str(&format!(" {}{end} |", "-".repeat(width - end.len())));
            }
            out.push('\n');
        }
    }
    out
}

/// The text of a cell. Lines of their own get a bullet each, for no table in Markdown can break a line
/// in a way that every program keeps.
fn cell(text: &str, indent: usize) -> String {
    let lines: Vec<String> = text
        .lines()
        .filter(|it| !it.trim().is_empty())
        .map(escaped)
        .collect();
    let text = match lines.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        several => format!("• {}", several.join(" • ")),
    };
    format!("{}{text}", "&emsp;".repeat(indent))
}

/// Takes the power from signs that Markdown or HTML would act on.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in super::clean_text(text, true).chars() {
        match letter {
            '\n' => out.push_str("<br>"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' | '#' => {
                out.push('\\');
                out.push(letter);
            }
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_cell_stay_apart_without_html_and_long_columns_are_wide() {
        use crate::text::Lang;
        use crate::view::{Cell, Column};
        let of = Table {
            columns: vec![Column::text("a", "A"), Column::number("b", "B")],
            rows: vec![vec![Cell::text("satu\ndua"), Cell::number(1.5, 1)]],
        };
        let document = Document {
            lang: Lang::Id,
            title: String::new(),
            subtitle: String::new(),
            blocks: Vec::new(),
        };
        assert_eq!(
            table(&of, &document),
            "| A | B |\n| -------------- | --: |\n| • satu • dua | 1,5 |\n"
                .replace("--------------", "------------")
        );
    }

    #[test]
    fn signs_of_markdown_and_html_lose_their_power() {
        assert_eq!(
            escaped("a|b <script>\n*x*"),
            "a\\|b &lt;script&gt;<br>\\*x\\*"
        );
    }
}
