//! Markdown, ready to paste into a report.

use crate::view::report::Report;
use crate::view::{Block, Document, Table};

use super::{Failure, Page, Renderer, shown};

pub(super) const MARKDOWN: Renderer = Renderer {
    name: "md",
    endings: &["md", "markdown"],
    holds_several: true,
    has_detail: true,
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

fn table(table: &Table, document: &Document) -> String {
    let mut out = String::from("|");
    for column in &table.columns {
        out.push_str(&format!(" {} |", escaped(&column.label)));
    }
    out.push_str("\n|");
    for column in &table.columns {
        out.push_str(if column.numeric { " ---: |" } else { " --- |" });
    }
    out.push('\n');
    for row in &table.rows {
        out.push('|');
        for cell in row {
            let indent = "&emsp;".repeat(cell.indent);
            let text = escaped(&shown(&cell.content, document.lang));
            out.push_str(&format!(" {indent}{text} |"));
        }
        out.push('\n');
    }
    out
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
    fn signs_of_markdown_and_html_lose_their_power() {
        assert_eq!(
            escaped("a|b <script>\n*x*"),
            "a\\|b &lt;script&gt;<br>\\*x\\*"
        );
    }
}
