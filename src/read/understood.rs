//! Everything that headers and cells are understood by, in lists: for pages and help.

use crate::statement::Field;
use crate::statement::answer::{BLANK, MISSING, NOT_APPLICABLE};

use super::header::{BESIDE, NUMBER_WORDS, YEAR_WORDS};
use super::statements::{FILLERS, NOTE_STARTS, SHORT, STATISTICS, TOTAL_STARTS, TOTAL_WORDS};
use super::words::{BASIS, CONSENT, DIRECTION, STAGE, STATUS, USE, Words};

/// What headers and cells of a table of statements are understood by, besides the headers in
/// [`crate::statement::field::FIELDS`]. Case is ignored everywhere; in headers also spaces and signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The columns with a closed vocabulary: each meaning with its words, the English one first.
    pub words: Vec<(Field, Vec<Vec<&'static str>>)>,
    /// Cells that stand for no answer.
    pub missing: Vec<&'static str>,
    /// Cells that say that the question does not apply.
    pub not_applicable: Vec<&'static str>,
    /// Words before a year or a stage in the header of a column of answers; the empty one is left out.
    pub before_stage: Vec<&'static str>,
    /// Words before a year in such a header.
    pub before_year: Vec<&'static str>,
    /// What stands behind the name of an indicator in the header of a column beside its answers.
    pub beside: Vec<(&'static str, Field)>,
    /// What names of rows of totals and means begin with or are.
    pub totals: Vec<&'static str>,
    /// Words that the names of such rows may be made of alone.
    pub statistics: Vec<&'static str>,
    /// Words that are among those where a region or a number is expected.
    pub short: Vec<&'static str>,
    /// What may stand beside them.
    pub fillers: Vec<&'static str>,
    /// What notes at the foot of a table begin with.
    pub notes: Vec<&'static str>,
}

/// Everything that is understood.
#[must_use]
pub fn understood() -> Understood {
    let filled = |words: &[&'static str]| -> Vec<&'static str> {
        words.iter().copied().filter(|it| !it.is_empty()).collect()
    };
    Understood {
        words: vec![
            (Field::Direction, meanings(&DIRECTION)),
            (Field::Stage, meanings(&STAGE)),
            (Field::Use, meanings(&USE)),
            (Field::Basis, meanings(&BASIS)),
            (Field::Status, meanings(&STATUS)),
            (Field::Consent, meanings(&CONSENT)),
        ],
        missing: filled(&[&BLANK[..], &MISSING[..]].concat()),
        not_applicable: filled(&NOT_APPLICABLE),
        before_stage: filled(&NUMBER_WORDS),
        before_year: filled(&YEAR_WORDS),
        beside: BESIDE.to_vec(),
        totals: filled(&[&TOTAL_STARTS[..], &TOTAL_WORDS[..]].concat()),
        statistics: filled(&STATISTICS),
        short: filled(&SHORT),
        fillers: filled(&FILLERS),
        notes: filled(&NOTE_STARTS),
    }
}

/// The words of a column, those of one meaning together.
fn meanings<T: Copy + PartialEq>(words: &Words<T>) -> Vec<Vec<&'static str>> {
    let mut out: Vec<(T, Vec<&'static str>)> = Vec::new();
    for (word, meaning) in words.words() {
        match out.iter_mut().find(|(known, _)| known == meaning) {
            Some((_, words)) => words.push(word),
            None => out.push((*meaning, vec![word])),
        }
    }
    out.into_iter().map(|(_, words)| words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_meaning_stand_together() {
        let all = understood();
        let (_, directions) = &all.words[0];
        assert_eq!(directions.len(), 3);
        assert!(directions[1].contains(&"-") && directions[1][0] == "inhibiting");
        assert!(all.missing.contains(&"NA") && !all.missing.contains(&""));
    }
}
