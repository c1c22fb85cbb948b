//! Cells and the rows in them for programs: one list of columns for CSV and JSON.

use crate::assess::{Assessment, NodeResult, Reason, level_of};
use crate::framework::Node;
use crate::statement::{Answer, Basis, Direction, Evidence, Qualifier, Stage, Statement};
use crate::study::Scored;
use crate::view::dataset::{Columns, Row, Rows};
use crate::view::words;

/// One indicator of one region; a group or the index where rows speak of it.
#[derive(Clone, Copy)]
pub(in crate::view) struct CellRow<'a> {
    pub(in crate::view) scored: &'a Scored,
    pub(in crate::view) assessment: &'a Assessment,
    pub(in crate::view) at: usize,
}

impl<'a> CellRow<'a> {
    pub(in crate::view) fn node(&self) -> &'a Node {
        &self.scored.framework.nodes()[self.at]
    }

    pub(in crate::view) fn result(&self) -> &'a NodeResult {
        &self.assessment.nodes[self.at]
    }

    /// The rows that speak of it, of every use, in the order of the input.
    pub(in crate::view) fn said(&self) -> Vec<SaidRow<'a>> {
        let rows = self.assessment.rows[self.at].iter();
        let rows = rows.map(|at| &self.scored.statements.rows()[*at]);
        let rows = rows.filter(|row| !row.is_blank());
        rows.map(|row| SaidRow { cell: *self, row }).collect()
    }
}

/// One row that speaks of a cell.
#[derive(Clone, Copy)]
pub(in crate::view) struct SaidRow<'a> {
    pub(in crate::view) cell: CellRow<'a>,
    pub(in crate::view) row: &'a Statement,
}

impl<'a> SaidRow<'a> {
    pub(in crate::view) fn evidence(&self) -> Option<&'a Evidence> {
        self.row.evidence.as_deref()
    }

    /// The level, or the number where the indicator is one, that the row gives.
    pub(in crate::view) fn level(&self) -> Option<f64> {
        level_of(&self.cell.scored.framework, self.cell.at, self.row)
    }

    /// The quote, unless it may not leave the team.
    pub(in crate::view) fn quote(&self) -> Option<&'a str> {
        let evidence = self.evidence()?;
        let quote = evidence.quote.as_deref()?;
        (evidence.consent != Some(false)).then_some(quote)
    }
}

/// A line of a table: a cell with one of its rows; a cell of which no row speaks stands alone.
pub(super) struct Line<'a> {
    cell: CellRow<'a>,
    said: Option<SaidRow<'a>>,
}

/// The lines of some cells.
pub(super) fn lines(cells: Vec<CellRow<'_>>) -> Vec<Line<'_>> {
    let mut out = Vec::new();
    for cell in cells {
        let said = cell.said();
        if said.is_empty() {
            out.push(Line { cell, said: None });
        }
        let said = said.into_iter().map(Some);
        out.extend(said.map(|said| Line { cell, said }));
    }
    out
}

/// What has a cell.
trait HasCell {
    fn cell(&self) -> CellRow<'_>;
}

/// What may have a row of a cell.
trait MaySay {
    fn said(&self) -> Option<SaidRow<'_>>;
}

impl HasCell for CellRow<'_> {
    fn cell(&self) -> CellRow<'_> {
        *self
    }
}

impl MaySay for SaidRow<'_> {
    fn said(&self) -> Option<SaidRow<'_>> {
        Some(*self)
    }
}

impl HasCell for Line<'_> {
    fn cell(&self) -> CellRow<'_> {
        self.cell
    }
}

impl MaySay for Line<'_> {
    fn said(&self) -> Option<SaidRow<'_>> {
        self.said
    }
}

/// What is known of a cell as a whole.
fn of_cell<R: HasCell>(to: &mut Columns<'_, R>) {
    to.text(
        "region",
        "official name where matched, else as given",
        |it| Some(&it.cell().assessment.region.name),
    )
    .always();
    to.text("code", "Kemendagri code where matched", |it| {
        it.cell().assessment.region.code.as_deref()
    });
    to.text("wave", "round of assessment where rows name one", |it| {
        it.cell().assessment.wave.as_deref()
    });
    to.text("stage", "stage of verification where rows name one", |it| {
        it.cell().assessment.stage.map(Stage::id)
    });
    to.text(
        "indicator",
        "id of the indicator, or of the group or `index` that rows speak of",
        |it| Some(it.cell().node().id()),
    )
    .always();
    to.text("node", "`index`, `group` or `indicator`", |it| {
        Some(words::node_kind(it.cell().node()))
    })
    .always();
    to.number("value", "on its scale; of a number the number", |it| {
        it.cell().result().value
    });
    to.number("score", "0–100; null: see `reason`", |it| {
        it.cell().result().score
    });
    to.text("band", "id of the band that comes out here", |it| {
        let cell = it.cell();
        Some(&cell.scored.framework.bands()[cell.result().band()?].id)
    });
    to.flag(
        "cross",
        "whether a value was coded under this framework by others than its source",
        |it| Some(it.cell().result().cross),
    )
    .always();
    to.count(
        "statements",
        "what sources said, primary and supplementary",
        |it| it.cell().result().statements,
    );
    to.count("codings", "rows of these: one for each coder", |it| {
        it.cell().result().codings
    });
    to.count("informants", "people who said it", |it| {
        it.cell().result().informants
    });
    to.count("documents", "written sources it stands in", |it| {
        it.cell().result().documents
    });
    to.count("unnamed", "statements without a speaker", |it| {
        it.cell().result().unnamed
    });
    to.count("supporting", "statements in favour", |it| {
        it.cell().result().supporting
    });
    to.count("inhibiting", "statements against", |it| {
        it.cell().result().inhibiting
    });
    to.count("neutral", "statements that are neither", |it| {
        it.cell().result().neutral
    });
    to.text("reason", "why there is no score", |it| {
        it.cell().result().reason.map(Reason::id)
    });
}

/// What one row says.
fn of_row<R: MaySay>(to: &mut Columns<'_, R>) {
    to.text("file", "file of the row", |it| {
        let said = it.said()?;
        Some(said.cell.scored.statements.file(said.row))
    });
    to.text("sheet", "sheet of a workbook", |it| {
        let said = it.said()?;
        said.cell.scored.statements.sheet(said.row)
    });
    to.whole("row", "line of a text file, row of a sheet", |it| {
        Some(it.said()?.row.origin().row)
    });
    to.text("id", "the row's own name", |it| {
        it.said()?.row.id.as_deref()
    });
    to.text("use", "`primary`, `supplementary` or `context`", |it| {
        Some(it.said()?.row.usage.id())
    });
    to.number(
        "level",
        "what the row gives: on the scale of the indicator; of a number the number",
        |it| it.said()?.level(),
    );
    to.text(
        "answer",
        "the word of the row where it answers in words",
        |it| match &it.said()?.row.answer {
            Answer::Label(word) => Some(word),
            Answer::NotApplicable => Some(Reason::NotApplicable.id()),
            Answer::Missing | Answer::Number(_) => None,
        },
    );
    to.number("quantity", "what stands in the value column", |it| {
        it.said()?.row.value
    });
    to.text(
        "qualifier",
        "`about`, `more-than`, `less-than`, or the words that stand for a number",
        |it| match it.said()?.row.qualifier.as_ref()? {
            Qualifier::About => Some("about"),
            Qualifier::MoreThan => Some("more-than"),
            Qualifier::LessThan => Some("less-than"),
            Qualifier::Words(words) => Some(words),
        },
    );
    to.text("unit", "unit of the quantity", |it| {
        it.said()?.row.unit.as_deref()
    });
    to.text(
        "direction",
        "`supporting`, `inhibiting` or `neutral`",
        |it| it.said()?.row.direction.map(Direction::id),
    );
    to.text("class", "class such as `internal`", |it| {
        it.said()?.row.class.as_deref()
    });
    to.text("informant", "who spoke", |it| {
        it.said()?.row.informant.as_deref()
    });
    to.text("role", "post of who spoke", |it| {
        it.said()?.row.role.as_deref()
    });
    to.words("agency", "offices of who spoke, parted by `;`", |it| {
        let agencies: Vec<&str> = it.said()?.row.agencies.iter().map(|it| &**it).collect();
        (!agencies.is_empty()).then(|| agencies.join("; "))
    });
    to.words(
        "concerns",
        "offices that the statement is about, parted by `;`",
        |it| {
            let said = it.said()?;
            let concerns = said.evidence()?.concerns.iter();
            let concerns: Vec<&str> = concerns.map(|it| &**it).collect();
            (!concerns.is_empty()).then(|| concerns.join("; "))
        },
    );
    to.text("method", "how it was collected", |it| {
        it.said()?.row.method.as_deref()
    });
    to.text(
        "date",
        "when it happened or was published, as written",
        |it| it.said()?.evidence()?.date.as_deref(),
    );
    to.text(
        "quote",
        "words of who spoke, unless they may not leave the team",
        |it| it.said()?.quote(),
    );
    to.text("finding", "what the coder found", |it| {
        it.said()?.evidence()?.finding.as_deref()
    });
    to.text("rationale", "why this level", |it| {
        it.said()?.evidence()?.rationale.as_deref()
    });
    to.text("confidence", "how sure the coder was", |it| {
        it.said()?.evidence()?.confidence.as_deref()
    });
    to.text("source", "document, file or paper", |it| {
        it.said()?.evidence()?.source.as_deref()
    });
    to.text("locator", "where in the source", |it| {
        it.said()?.evidence()?.locator.as_deref()
    });
    to.text("note", "remark", |it| {
        it.said()?.evidence()?.note.as_deref()
    });
    to.text("coder", "who coded", |it| it.said()?.row.coder.as_deref());
    to.text(
        "basis",
        "`native`: framework used by the source itself; `cross`: applied by the coder",
        |it| Some(Basis::id(it.said()?.row.basis)),
    );
    to.text(
        "coded_as",
        "`framework/node` it was coded under, where a crosswalk carried it here",
        |it| it.said()?.row.coded_as.as_deref(),
    );
}

impl Row for CellRow<'_> {
    const NAME: &'static str = "Cell";
    const ABOUT: &'static str = "One indicator of one region in one wave at one stage; a group or the index where rows \
                                 speak of it.";

    fn columns(to: &mut Columns<'_, Self>) {
        of_cell(to);
        to.record::<Rows<SaidRow<'_>>>(
            "rows",
            "the rows that speak of it, of every use; a CSV has a line for each",
            |it| Box::new(Rows(it.said())),
        );
    }
}

impl Row for SaidRow<'_> {
    const NAME: &'static str = "Said";
    const ABOUT: &'static str = "One row: what one source said, in the judgement of one coder.";

    fn columns(to: &mut Columns<'_, Self>) {
        of_row(to);
    }
}

impl Row for Line<'_> {
    const NAME: &'static str = "Line";
    const ABOUT: &'static str = "A row with its cell; a cell of which no row speaks stands alone.";

    fn columns(to: &mut Columns<'_, Self>) {
        of_cell(to);
        of_row(to);
    }
}
