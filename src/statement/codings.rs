//! Which rows judge one statement, however many coders judged it.

use std::collections::{BTreeMap, HashMap};

use super::{Direction, PartyName, Speaker, Statement};

/// The statement that each of `rows` is a coding of, as the position of its first row. The rows
/// speak of one indicator of one region, each with its speaker.
///
/// Rows are codings of one statement when they share an id (of one coder only with one speaker); when different coders found the same
/// words (quote or finding) with one speaker or in one document; and, where nothing tells
/// statements apart, when several coders have exactly one row each for one speaker, or have agreed
/// on what that speaker says as a whole.
///
/// ```
/// use siap::statement::{Answer, Origin, Setting, Speaker, Statement, codings};
/// let row = |coder: &str| {
///     let mut setting = Setting::new("OKI".into());
///     setting.informant = Some("Budi".into());
///     setting.coder = Some(coder.into());
///     let origin = Origin { source: 0, row: 2, cell: None };
///     Statement::new(origin, "t1".into(), Answer::Number(3.0), setting.into())
/// };
/// let rows = [row("AN"), row("BD"), row("consensus")];
/// let spoken: Vec<_> = rows.iter().map(|row| (row, Speaker::of(row))).collect();
/// assert_eq!(codings::statements(&spoken), [0, 0, 0]);
/// ```
#[must_use]
pub fn statements<S: Clone + Eq + std::hash::Hash>(rows: &[(&Statement, S)]) -> Vec<usize> {
    let mut joined = Joined::new(rows.len());
    let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, (row, speaker)) in rows.iter().enumerate() {
        let Some(id) = row.id.as_deref() else {
            continue;
        };
        let known = by_id.entry(id).or_default();
        for other in known.iter() {
            let (theirs, who) = &rows[*other];
            // Files that each number their rows from 1 share ids by chance: of one coder, what two people
            // say is two statements.
            if theirs.coder != row.coder || who == speaker {
                joined.join(*other, at);
            }
        }
        known.push(at);
    }
    let coder = |at: usize| rows[at].0.coder.as_ref();
    let is_one_coders = (1..rows.len()).all(|at| coder(at) == coder(0));
    if !is_one_coders {
        join_by_words(rows, &mut joined);
        join_by_cell(rows, &mut joined);
    }
    (0..rows.len()).map(|at| joined.first(at)).collect()
}

/// Words by which a row is one statement with another row of another coder: who says the same, or what
/// stands in the same words in one document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wording<'a> {
    /// Whether the words are those of a quote; else of a finding.
    quote: bool,
    by: Whose<'a>,
    words: &'a str,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Whose<'a> {
    Speaker(Speaker),
    Document(&'a PartyName),
}

/// The wordings of a row: its quote before its finding, its speaker before its document.
#[must_use]
pub fn wordings(row: &Statement) -> Vec<Wording<'_>> {
    let Some(evidence) = row.evidence.as_deref() else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for (quote, words) in [(true, &evidence.quote), (false, &evidence.finding)] {
        let Some(words) = words.as_deref() else {
            continue;
        };
        let speaker = Whose::Speaker(Speaker::of(row));
        let document = evidence.source.as_ref().map(Whose::Document);
        for by in std::iter::once(speaker).chain(document) {
            out.push(Wording { quote, by, words });
        }
    }
    out
}

/// Joins what different coders found in the same words.
fn join_by_words<S>(rows: &[(&Statement, S)], joined: &mut Joined) {
    let mut found: BTreeMap<Wording<'_>, Vec<usize>> = BTreeMap::new();
    for (at, (row, _)) in rows.iter().enumerate() {
        for words in wordings(row) {
            let alike = found.entry(words).or_default();
            // Who gives one passage two rows means two statements; another coder numbers anew.
            for other in alike.iter().filter(|it| rows[**it].0.coder != row.coder) {
                joined.join(*other, at);
            }
            alike.push(at);
        }
    }
}

/// Joins the single row that each of several coders has for one speaker, where neither ids nor quotes
/// say that they mean different passages.
fn join_by_cell<S: Clone + Eq + std::hash::Hash>(rows: &[(&Statement, S)], joined: &mut Joined) {
    let mut cells: HashMap<S, Vec<usize>> = HashMap::new();
    for (at, (_, speaker)) in rows.iter().enumerate() {
        cells.entry(speaker.clone()).or_default().push(at);
    }
    for cell in cells.into_values() {
        let row = |at: &usize| rows[*at].0;
        let differ = |of: &dyn Fn(&usize) -> Option<String>| {
            let mut all: Vec<String> = cell.iter().filter_map(of).collect();
            all.sort_unstable();
            all.windows(2).any(|pair| pair[0] != pair[1])
        };
        let mut coders: Vec<_> = cell.iter().map(|at| row(at).coder.as_ref()).collect();
        coders.sort_unstable();
        let each_once = coders.windows(2).all(|pair| pair[0] != pair[1]);
        let id = |at: &usize| row(at).id.as_deref().map(ToOwned::to_owned);
        let quote = |at: &usize| row(at).evidence.as_deref()?.quote.clone();
        // What coders agreed on about a speaker, without saying of which passage, is about all.
        let settles =
            |at: &usize| row(at).is_consensus() && id(at).is_none() && quote(at).is_none();
        if each_once && !differ(&id) && !differ(&quote) || cell.iter().any(settles) {
            for at in &cell[1..] {
                joined.join(cell[0], *at);
            }
        }
    }
}

/// What a statement says for or against readiness: what its coders agreed on, else what most of them
/// say; where they are divided evenly, nothing.
#[must_use]
pub fn direction(codings: &[&Statement]) -> Option<Direction> {
    let agreed = codings.iter().filter(|row| row.is_consensus());
    if let Some(agreed) = agreed.filter_map(|row| row.direction).next() {
        return Some(agreed);
    }
    let votes = |direction| {
        let same = |row: &&&Statement| row.direction == Some(direction);
        codings.iter().filter(same).count()
    };
    let most = Direction::ALL.iter().map(|it| votes(*it)).max()?;
    let mut first = Direction::ALL.iter().filter(|it| votes(**it) == most);
    let winner = first.next()?;
    (most > 0 && first.next().is_none()).then_some(*winner)
}

/// Positions joined into sets, each known by its first.
struct Joined(Vec<usize>);

impl Joined {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn first(&self, mut at: usize) -> usize {
        while self.0[at] != at {
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first(one), self.first(other));
        self.0[one.max(other)] = one.min(other);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Answer, Evidence, Origin, Setting};
    use super::*;

    fn row(id: &str, who: &str, quote: &str, coder: &str) -> Statement {
        let word = |it: &str| (!it.is_empty()).then(|| it.to_owned());
        let mut setting = Setting::new("OKI".into());
        setting.id = word(id).map(Into::into);
        setting.informant = word(who).map(|it| PartyName::from(&*it));
        setting.coder = word(coder).map(|it| PartyName::from(&*it));
        let evidence = Evidence {
            quote: word(quote),
            ..Evidence::default()
        };
        setting.evidence = Some(Box::new(evidence));
        let origin = Origin {
            source: 0,
            row: 2,
            cell: None,
        };
        Statement::new(origin, "t1".into(), Answer::Missing, setting.into())
    }

    fn statements_of(rows: &[Statement]) -> Vec<usize> {
        let spoken: Vec<_> = rows.iter().map(|it| (it, Speaker::of(it))).collect();
        statements(&spoken)
    }

    #[test]
    fn codings_share_an_id_or_words_or_nothing_tells_them_apart() {
        for (one, other, same) in [
            (row("s1", "Budi", "", "A"), row("s1", "", "", "B"), true),
            (row("s1", "Budi", "", "A"), row("s1", "Budi", "", "A"), true),
            (
                row("s1", "Budi", "", "A"),
                row("s2", "Budi", "", "B"),
                false,
            ),
            (
                row("s1", "Budi", "ya", "A"),
                row("s2", "Budi", "ya", "B"),
                true,
            ),
            (row("", "Budi", "ya", "A"), row("", "BUDI", "ya", "B"), true),
            (
                row("", "Budi", "ya", "A"),
                row("", "Budi", "ya", "A"),
                false,
            ),
            (
                row("", "Budi", "ya", "A"),
                row("", "Siti", "ya", "B"),
                false,
            ),
            (
                row("", "Budi", "ya", "A"),
                row("", "Budi", "tidak", "B"),
                false,
            ),
            (row("", "Budi", "", "A"), row("", "Budi", "", "B"), true),
            (row("", "", "", "A"), row("", "", "", "B"), true),
            (row("", "Budi", "", ""), row("", "Budi", "", ""), false),
        ] {
            let found = statements_of(&[one.clone(), other.clone()]);
            assert_eq!(found[1] == 0, same, "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_coder_with_two_rows_on_one_speaker_leaves_open_which_the_other_judged() {
        let rows = [
            row("", "Budi", "", "A"),
            row("", "Budi", "", "A"),
            row("", "Budi", "", "B"),
        ];
        assert_eq!(statements_of(&rows), [0, 1, 2]);
        let agreed = [&rows[..], &[row("", "Budi", "", "consensus")]].concat();
        assert_eq!(statements_of(&agreed), [0, 0, 0, 0]);
    }
}
