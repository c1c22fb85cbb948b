//! What is said to an answer that was refused: where the number or the word belongs instead.

use crate::framework::{Framework, Indicator, Kind, Level, Lookup, Standing, WholeLevels};
use crate::statement::answer::is_not_there;
use crate::statement::{Stage, Statement};
use crate::text::{Lang, Sentence, Text, list_apart, say, short_number};

/// What to do where "does not apply" is no answer. The instrument of a ministry is not ours to change.
pub(super) fn not_applicable(framework: &Framework) -> Vec<Sentence> {
    match framework.standing() {
        Standing::Own => vec![say::not_applicable_help(), say::not_applicable_study()],
        Standing::Copy | Standing::Regulation => {
            vec![say::not_applicable_official(framework.id())]
        }
    }
}

/// Where a number between two levels belongs, the likeliest first.
pub(super) fn between(
    framework: &Framework,
    indicator: Option<&Indicator>,
    row: &Statement,
    level: f64,
) -> Vec<Sentence> {
    let is_own = matches!(row.stage, None | Some(Stage::SelfAssessed));
    let only_own = framework.aggregation().whole_levels == WholeLevels::SelfAssessed;
    let mut help: Vec<Sentence> = indicator
        .and_then(|it| other_index(it, level))
        .into_iter()
        .collect();
    if indicator.is_some_and(|it| it.kind == Kind::Ladder) {
        help.push(say::level_between_help_stage());
        return help;
    }
    match (is_own, only_own) {
        (true, true) => help.push(say::level_of_assessor()),
        (true, false) => help.extend([say::level_between_help(), say::level_between_study()]),
        (false, _) => help.push(say::level_between_help_verified()),
    }
    help
}

/// The column for a number that the index of another body can have, where a level follows from it.
pub(super) fn other_index(indicator: &Indicator, value: f64) -> Option<Sentence> {
    let lookup = indicator.lookup.as_ref()?;
    lookup.level(value)?;
    Some(say::lookup_needs_unit(&lookup.unit))
}

/// From where to where an index of another body runs.
pub(super) fn range(lookup: &Lookup) -> Option<Sentence> {
    let (low, high) = lookup.ends();
    Some(match (low, high) {
        (low, Some(high)) => say::lookup_runs(&lookup.unit, low, high),
        (low, None) => say::lookup_runs_from(&lookup.unit, low),
    })
}

/// What to write instead of a word for "not there", where the answer comes from another body's index.
pub(super) fn not_there(indicator: &Indicator, word: &str) -> Option<Sentence> {
    let lookup = indicator.lookup.as_ref().filter(|_| is_not_there(word));
    match (indicator.until_issued, lookup) {
        (Some(_), _) if is_not_there(word) => Some(say::not_issued_word()),
        (None, Some(lookup)) if !indicator.external => Some(say::index_of_own(&lookup.unit)),
        _ => None,
    }
}

/// The values of levels as people write them.
pub(super) fn values(levels: &[Level]) -> Text {
    let [id, en] = [Lang::Id, Lang::En].map(|lang| {
        let values = levels.iter().map(|it| short_number(it.value, 6, lang));
        list_apart(values.map(|it| it.replace('−', "-")))
    });
    Text::new(id, en)
}
