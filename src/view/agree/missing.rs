//! What is said where no agreement can be computed.

use crate::text::{label, list};
use crate::view::Block;

use super::AgreeReport;

/// Nothing can be computed: why, and how to go on.
pub(super) fn section(report: &AgreeReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let agreement = &report.agreement;
    let coders = &agreement.coders;
    blocks.push(Block::heading(
        label::agree_missing_heading(lang).to_owned(),
    ));
    let with_value = agreement.counts.units > 0;
    let is_study = report.scored().is_some();
    blocks.push(Block::Paragraph(match coders.len() {
        0 | 1 if !is_study => label::agree_plain_one(lang).to_owned(),
        _ if !is_study => label::agree_plain_apart(lang).to_owned(),
        0 => label::agree_nobody(&report.wording()),
        _ if !with_value => label::agree_nobody(&report.wording()),
        1 => label::agree_alone(&report.wording(), list(coders)),
        _ => label::agree_apart(&report.wording(), list(coders)),
    }));
    if !is_study {
        return;
    }
    if agreement.counts.unnamed_rows > 0 {
        let count = agreement.counts.unnamed_rows;
        blocks.push(Block::Paragraph(label::agree_unnamed(
            &report.wording(),
            count,
        )));
    }
    blocks.push(Block::heading(label::agree_next_heading(lang).to_owned()));
    // Nothing could be drawn.
    if !agreement.counts.any() {
        let text = label::agree_code_first(&report.wording());
        blocks.push(Block::Paragraph(text));
        return;
    }
    blocks.push(Block::Commands(vec![
        (
            format!(
                "siap template {} --blind --sample 20% -o second-coder.csv",
                report.typed
            ),
            label::agree_template(&report.wording()),
        ),
        (
            format!("siap agree {} second-coder.csv", report.typed),
            label::agree_fill(lang).to_owned(),
        ),
    ]));
}
