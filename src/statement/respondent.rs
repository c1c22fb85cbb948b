//! Who answered the items of a questionnaire: whom rows of a long table belong to.

use std::collections::HashMap;

use super::identity::{Speaker, SpeakerSort};
use super::{PartyName, Setting, Statement};

/// Whoever answered in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answering {
    /// What tells the respondent from all others.
    pub speaker: Speaker,
    /// What that is counted as.
    pub sort: SpeakerSort,
    /// Whether another respondent is called the same: their rows repeat nothing.
    pub is_apart: bool,
}

/// Those who are called the same in a long table.
#[derive(PartialEq, Eq, Hash)]
struct Namesakes {
    speaker: Speaker,
    agencies: Vec<PartyName>,
    /// Sheets number their respondents each from 1.
    source: Option<usize>,
}

impl Namesakes {
    fn of(row: &Statement) -> Self {
        let mut agencies = row.agencies.clone();
        agencies.sort();
        Self {
            speaker: Speaker::of(row),
            agencies,
            source: is_numbered(row).then(|| row.origin().source),
        }
    }
}

/// Whether a respondent is called by a number alone, which means nothing outside the sheet.
pub(crate) fn is_numbered(row: &Setting) -> bool {
    let name = row.informant.as_deref();
    name.is_some_and(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()))
}

/// Whoever answers in each of `rows`, each with the number of its item (below `items`), in the order
/// of the table.
///
/// Each row of a wide table is a respondent. In a long table a respondent is an informant of one
/// office, by a bare number of one sheet. Where the same post answers an item again, it is another
/// respondent, and so it is where somebody of the same name answers all items again; one item
/// answered twice by a name stays one respondent's. Rows that name nobody are answers of one nobody
/// each, and codings of an answer are never told apart here.
pub fn answering<'a>(
    rows: impl Iterator<Item = (&'a Statement, usize)> + Clone,
    items: usize,
) -> Vec<Answering> {
    let mut numbers: HashMap<Namesakes, usize> = HashMap::new();
    let mut by_setting: HashMap<*const Setting, usize> = HashMap::new();
    let mut sorts: Vec<Speaker> = Vec::new();
    let mut counts: Vec<usize> = Vec::new();
    let mut lane = |row: &Statement, sorts: &mut Vec<Speaker>, counts: &mut Vec<usize>| {
        let address = std::sync::Arc::as_ptr(row.setting());
        // A bare number means another respondent in each source, and a setting is of one source.
        *by_setting.entry(address).or_insert_with(|| {
            let next = numbers.len();
            let namesakes = Namesakes::of(row);
            let speaker = namesakes.speaker.clone();
            let at = *numbers.entry(namesakes).or_insert(next);
            if at == sorts.len() {
                sorts.push(speaker);
                counts.resize(counts.len() + items, 0);
            }
            at
        })
    };
    let is_long = |row: &Statement| row.origin().cell.is_none();
    let is_coded = |row: &Statement| row.coder.is_some() || row.id.is_some();
    let mut lanes: Vec<Option<usize>> = Vec::new();
    for (row, item) in rows.clone() {
        let at = is_long(row).then(|| lane(row, &mut sorts, &mut counts));
        if let Some(at) = at.filter(|_| !is_coded(row)) {
            counts[at * items + item] += 1;
        }
        lanes.push(at);
    }
    let is_split: Vec<bool> = sorts
        .iter()
        .enumerate()
        .map(|(at, speaker)| {
            let answered = counts[at * items..(at + 1) * items]
                .iter()
                .filter(|it| **it > 0);
            let (most, least) = (answered.clone().max(), answered.clone().min());
            match speaker {
                Speaker::Person(_) => most == least && most > Some(&1) && answered.count() > 1,
                Speaker::Post(..) => most > Some(&1),
                Speaker::Unnamed => true,
                Speaker::Document(_) | Speaker::Respondent(..) => false,
            }
        })
        .collect();
    let mut offices: HashMap<&Speaker, usize> = HashMap::new();
    for speaker in &sorts {
        *offices.entry(speaker).or_default() += 1;
    }
    let mut met = vec![0; counts.len()];
    let mut respondents: Vec<Vec<(usize, usize)>> = vec![Vec::new(); sorts.len()];
    let mut out = Vec::with_capacity(lanes.len());
    for ((row, item), lane) in rows.zip(lanes) {
        let origin = row.origin();
        let Some(lane) = lane else {
            let speaker = Speaker::Respondent(origin.source, origin.row);
            out.push(Answering {
                speaker,
                sort: SpeakerSort::Person,
                is_apart: false,
            });
            continue;
        };
        let speaker = &sorts[lane];
        let sort = speaker.sort();
        if !is_split[lane] || is_coded(row) {
            // An office apart makes another person of the same name.
            let first = respondents[lane].first().copied();
            let first = first.unwrap_or((origin.source, origin.row));
            if respondents[lane].is_empty() {
                respondents[lane].push(first);
            }
            let speaker = match speaker {
                Speaker::Person(_) if offices[speaker] > 1 => Speaker::Respondent(first.0, first.1),
                other => other.clone(),
            };
            out.push(Answering {
                speaker,
                sort,
                is_apart: false,
            });
            continue;
        }
        let count = &mut met[lane * items + item];
        let of_lane = &mut respondents[lane];
        if *count == of_lane.len() {
            of_lane.push((origin.source, origin.row));
        }
        let (source, first) = of_lane[*count];
        *count += 1;
        out.push(Answering {
            speaker: Speaker::Respondent(source, first),
            sort,
            is_apart: true,
        });
    }
    out
}
