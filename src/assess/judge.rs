//! What the rows of one region, wave and stage say: its nodes, its conflicts, and what is wrong.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::framework::{Framework, InformantRule, Method};
use crate::statement::identity::SpeakerSort;
use crate::statement::{
    Answer, Name, Origin, PartyName, Qualifier, Setting, Speaker, Stage, Statement, Statements,
    Usage,
};

use crate::statement::respondent::answering;

use super::conflict::{self, Conflict, Special, Unnamed};
use super::pooled::{self, GivenAs, Pooled, Pooling, Tally};
use super::row_value::{Misfit, RowValue, claims, names_index, row_value};
use super::speaker::is_item;
use super::spoken::{Spoken, Voice, join_codings, position};
use super::twice::{self, Clash, Repeat};
use super::unit::{Entry, Rows, Unit};

/// What a unit came to.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub(super) rows: Rows,
    pub(super) pooled: Vec<Pooled>,
    pub(super) conflicts: Vec<Conflict>,
    /// Rows that say something wrong: position, node, what.
    pub(super) misfits: Vec<(usize, usize, Misfit)>,
    /// Rows that repeat an earlier one; they count once.
    pub(super) repeated: Vec<Repeat>,
    /// Rows of respondents who answer as an earlier one of the same name does; they count.
    pub(super) echoes: Vec<Repeat>,
    /// Two different answers for one cell.
    pub(super) clashes: Vec<Clash>,
    /// Whether weights of rows weigh one source against another somewhere.
    pub(super) weighs: bool,
    /// Names of rows that no row of this unit carries.
    pub(super) unnamed: Vec<Unnamed>,
}

/// Judges one unit.
pub(super) fn judge(
    framework: &Framework,
    statements: &Statements,
    unit: &mut Unit,
    method: &Method,
) -> Judged {
    // Given back as soon as they are judged.
    let mut entries = std::mem::take(&mut unit.entries);
    let nodes = framework.nodes();
    let rule = method.aggregation.informants;
    let mut out = Judged {
        pooled: Vec::with_capacity(nodes.len()),
        ..Judged::default()
    };
    // Rows of one setting stand together in the table: what depends on it is found out in the order
    // of the rows, before they are looked at node by node.
    let mut voices = Voices::default();
    let items: Vec<bool> = (0..nodes.len()).map(|at| is_item(framework, at)).collect();
    let mut labels = vec![Labels::default(); nodes.len()];
    let mut all = Vec::with_capacity(entries.len());
    // Of items whoever answers is a respondent, and in a long table several may be called the same.
    let mut answering = if items.contains(&true) {
        let of_items = entries.iter().filter(|it| items[it.node()]);
        let of_items = of_items.map(|it| (&statements.rows()[it.row()], it.node()));
        answering(of_items, nodes.len()).into_iter()
    } else {
        Vec::new().into_iter()
    };
    let mut apart = vec![false; entries.len()];
    for (place, entry) in entries.iter().enumerate() {
        let (at, node) = (entry.row(), entry.node());
        let row = &statements.rows()[at];
        let said = labels[node].row_value(framework, method, node, row);
        let said = said.unwrap_or_else(|misfit| {
            out.misfits.push((at, node, misfit));
            RowValue::Nothing
        });
        let voice = voices.of(row);
        let respondent = items[node].then(|| answering.next()).flatten();
        let (speaker, sort) = match respondent {
            Some(it) => {
                apart[place] = it.is_apart;
                (voices.respondent(it.speaker), it.sort)
            }
            None => (voice.speaker, voice.sort),
        };
        let is_blank = voice.silent && row.answer.is_missing();
        all.push(Spoken {
            at,
            row,
            said,
            counts: voice.usage != Usage::Context && !is_blank,
            speaker,
            sort,
            statement: 0,
            voice,
        });
    }
    out.repeated = repeats(statements, &entries, &all, (&items, &apart));
    if items.contains(&true) {
        let of_items = all.iter().zip(&entries);
        let of_items = of_items.filter(|(_, entry)| items[entry.node()]);
        let of_items: Vec<Spoken<'_>> = of_items.map(|(it, _)| *it).collect();
        out.echoes = twice::repeated_lines(&of_items);
    }
    if !out.repeated.is_empty() {
        let repeated: HashSet<usize> = out.repeated.iter().map(|(at, _)| *at).collect();
        entries.retain(|entry| !repeated.contains(&entry.row()));
        all.retain(|it| !repeated.contains(&it.at));
    }
    let (rows, order) = Rows::of(&entries, nodes.len());
    out.rows = rows;
    let carried = voices.special.carried;
    let mut told = vec![Told::new(); if carried { nodes.len() } else { 0 }];
    let several = voices.special.ids || voices.special.coders;
    let mut links = conflict::Links::of(&all, voices.special);
    let mut people = Marks::new(nodes.len(), voices.by_speaker.len());
    let mut documents = people.clone();
    let mut scratch = pooled::Scratch::default();
    let mut spoken: Vec<Spoken<'_>> = Vec::new();
    for node in 0..nodes.len() {
        spoken.clear();
        spoken.extend(
            order[out.rows.range(node)]
                .iter()
                .map(|at| all[*at as usize]),
        );
        for (at, it) in spoken.iter_mut().enumerate() {
            it.statement = position(at);
        }
        if several && spoken.len() > 1 {
            join_codings(&mut spoken);
        }
        if spoken.len() > 1 {
            // Respondents differ: that is what a questionnaire asks for.
            if !items[node] {
                let found = twice::clash(framework, statements, &unit.region, node, &spoken, rule);
                out.clashes.extend(found);
            }
            out.weighs |= weighs(&spoken, rule);
        }
        // Reported numbers of groups are averaged whatever the rule for informants.
        let pooling = match nodes[node].indicator() {
            Some(indicator) => Pooling {
                rule,
                staged: indicator.kind.has_stages(),
            },
            None => Pooling {
                rule: InformantRule::Mean,
                staged: false,
            },
        };
        let mut pooled = pooled::pool(&spoken, pooling, &mut scratch);
        pooled.given_as = given_as(framework, unit, node, &spoken);
        if carried {
            for codings in pooled::statements_of(&spoken) {
                let tally = pooled::tally_of(&codings);
                told[node].insert(codings[0].row.origin(), tally);
            }
        }
        for it in spoken.iter().filter(|it| it.counts) {
            match it.sort {
                SpeakerSort::Person => people.set(node, it.speaker),
                SpeakerSort::Document => documents.set(node, it.speaker),
                SpeakerSort::Nobody => {}
            }
        }
        links.conflicts(framework, unit, node, &spoken, &pooled, &mut out.conflicts);
        out.pooled.push(pooled);
    }
    out.unnamed = links.unnamed;
    count_upwards(framework, people, documents, &mut out.pooled);
    if carried {
        count_once(framework, told, &mut out.pooled);
    }
    out
}

/// What all that gives a node its value was given as.
fn given_as(framework: &Framework, unit: &Unit, node: usize, spoken: &[Spoken<'_>]) -> GivenAs {
    let Some(indicator) = framework.nodes()[node].indicator() else {
        return GivenAs::Value;
    };
    let scale = &framework.scales()[indicator.scale];
    if indicator.lookup.is_none() && !scale.has_bands() {
        return GivenAs::Value;
    }
    let gives = |it: &&Spoken<'_>| it.counts && it.voice.usage == Usage::Primary;
    let values = spoken.iter().filter(gives).filter_map(|it| match it.said {
        RowValue::Value(value) => Some((it.row, value)),
        _ => None,
    });
    let values: Vec<(&Statement, f64)> = values.collect();
    // An assessor gives values.
    let of_region = matches!(unit.stage, None | Some(Stage::SelfAssessed));
    if values.is_empty() {
        GivenAs::Value
    } else if values.iter().all(|(row, _)| names_index(indicator, row)) {
        GivenAs::OtherIndex
    } else if of_region
        && scale.has_bands()
        && values
            .iter()
            .all(|(row, value)| claims(scale, indicator, row, *value))
    {
        GivenAs::OwnLevel
    } else {
        GivenAs::Value
    }
}

/// The statements at and below a node by where their first coding stands in the input.
type Told = BTreeMap<Origin, Tally>;

/// Counts again what a crosswalk has carried to several nodes: above them it is one statement.
fn count_once(framework: &Framework, mut told: Vec<Told>, pooled: &mut [Pooled]) {
    for (node, it) in framework.nodes().iter().enumerate().rev() {
        let mine = std::mem::take(&mut told[node]);
        let mut sum = Tally::default();
        mine.values().for_each(|it| sum.add(*it));
        let tally = &mut pooled[node].tally;
        (sum.informants, sum.documents) = (tally.informants, tally.documents);
        sum.cross = tally.cross;
        *tally = sum;
        if let Some(parent) = it.parent() {
            for (origin, tally) in mine {
                told[parent].entry(origin).or_insert(tally);
            }
        }
    }
}

/// The rows that repeat an earlier one of their node.
fn repeats(
    statements: &Statements,
    entries: &[Entry],
    all: &[Spoken<'_>],
    (items, apart): (&[bool], &[bool]),
) -> Vec<Repeat> {
    let (rows, order) = Rows::of(entries, items.len());
    let mut out = Vec::new();
    let mut spoken: Vec<Spoken<'_>> = Vec::new();
    for node in 0..items.len() {
        spoken.clear();
        let mine = order[rows.range(node)].iter().map(|at| *at as usize);
        spoken.extend(mine.filter(|at| !apart[*at]).map(|at| all[at]));
        // Where every row has an informant of its own, no two rows are alike.
        if has_twice(&spoken) {
            let rows = spoken.iter().map(|it| (it.at, it.row));
            out.extend(twice::repeated(statements, rows, items[node]));
        }
    }
    out
}

/// Whether the weights of rows tell sources of a node apart.
fn weighs(spoken: &[Spoken<'_>], rule: InformantRule) -> bool {
    let counts = |it: &&Spoken<'_>| it.counts && matches!(it.said, RowValue::Value(_));
    match rule {
        InformantRule::Mean | InformantRule::Median => {}
        InformantRule::Mode | InformantRule::Min | InformantRule::Max | InformantRule::Single => {
            return false;
        }
    }
    let mut valued = spoken.iter().filter(counts);
    let Some(first) = valued.next() else {
        return false;
    };
    valued.any(|it| {
        it.speaker != first.speaker && it.voice.weight.to_bits() != first.voice.weight.to_bits()
    })
}

/// Whether anybody speaks more than once, rows of respondents with one name taken together.
fn has_twice(spoken: &[Spoken<'_>]) -> bool {
    if spoken.is_sorted_by(|one, other| one.voice.speaker < other.voice.speaker) {
        return false;
    }
    let mut speakers: Vec<u32> = spoken.iter().map(|it| it.voice.speaker).collect();
    speakers.sort_unstable();
    speakers.windows(2).any(|pair| pair[0] == pair[1])
}

/// Which speakers speak of which node: one bit for each.
#[derive(Clone)]
struct Marks {
    words: usize,
    bits: Vec<u64>,
}

impl Marks {
    fn new(nodes: usize, informants: usize) -> Self {
        let words = informants.div_ceil(64);
        Self {
            words,
            bits: vec![0; nodes * words],
        }
    }

    fn set(&mut self, node: usize, informant: u32) {
        let bit = informant as usize;
        self.bits[node * self.words + bit / 64] |= 1 << (bit % 64);
    }

    fn count(&self, node: usize) -> usize {
        let mine = &self.bits[node * self.words..(node + 1) * self.words];
        mine.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Sets at `above`, which stands further up, what is set at `node`.
    fn raise(&mut self, node: usize, above: usize) {
        let (head, tail) = self.bits.split_at_mut(node * self.words);
        let above = &mut head[above * self.words..][..self.words];
        for (up, word) in above.iter_mut().zip(tail) {
            *up |= *word;
        }
    }
}

/// Fills in how many statements, people and documents stand at and below each node.
fn count_upwards(
    framework: &Framework,
    mut people: Marks,
    mut documents: Marks,
    pooled: &mut [Pooled],
) {
    // Children stand behind their parents: from the back, every child is done before its parent.
    for (node, it) in framework.nodes().iter().enumerate().rev() {
        pooled[node].tally.informants = people.count(node);
        pooled[node].tally.documents = documents.count(node);
        if let Some(parent) = it.parent() {
            let tally = pooled[node].tally;
            pooled[parent].tally.add(tally);
            people.raise(node, parent);
            documents.raise(node, parent);
        }
    }
}

/// Voices met so far; those who speak in a unit are numbered in the order in which they are met.
#[derive(Default)]
struct Voices<'a> {
    by_setting: HashMap<*const Setting, Voice, RandomState>,
    by_speaker: HashMap<Speaker, u32, RandomState>,
    /// The setting looked for last and its voice.
    last: Option<(&'a Arc<Setting>, Voice)>,
    /// The respondent met last and its number: the answers of one stand together.
    respondent: Option<(Speaker, u32)>,
    special: Special,
    /// The coder met first.
    coder: Option<&'a Option<PartyName>>,
}

impl<'a> Voices<'a> {
    fn of(&mut self, row: &'a Statement) -> Voice {
        let setting = row.setting();
        if let Some((last, voice)) = self.last
            && Arc::ptr_eq(last, setting)
        {
            return voice;
        }
        let key = Arc::as_ptr(setting);
        let voice = match self.by_setting.get(&key) {
            Some(voice) => *voice,
            None => {
                let speaker = Speaker::of(row);
                self.special.ids |= row.id.is_some();
                self.special.links |= !row.contradicts.is_empty();
                self.special.carried |= row.coded_as.is_some();
                self.special.coders |= *self.coder.get_or_insert(&row.coder) != &row.coder;
                let voice = Voice {
                    sort: speaker.sort(),
                    speaker: self.number(speaker),
                    weight: row.weight,
                    usage: row.usage,
                    direction: row.direction,
                    about: row.qualifier == Some(Qualifier::About),
                    silent: row.is_silent(),
                };
                self.by_setting.insert(key, voice);
                voice
            }
        };
        self.last = Some((setting, voice));
        voice
    }

    fn number(&mut self, speaker: Speaker) -> u32 {
        let next = u32::try_from(self.by_speaker.len()).unwrap_or(u32::MAX);
        *self.by_speaker.entry(speaker).or_insert(next)
    }

    /// The number of a respondent.
    fn respondent(&mut self, speaker: Speaker) -> u32 {
        match &self.respondent {
            Some((last, number)) if *last == speaker => *number,
            _ => {
                let number = self.number(speaker.clone());
                self.respondent = Some((speaker, number));
                number
            }
        }
    }
}

/// What labels say of one node: looked up once for all rows that share the label.
#[derive(Clone, Default)]
struct Labels(Vec<(Name, Result<RowValue, Misfit>)>);

impl Labels {
    fn row_value(
        &mut self,
        framework: &Framework,
        method: &Method,
        node: usize,
        row: &Statement,
    ) -> Result<RowValue, Misfit> {
        const MOST: usize = 16;
        let said = || row_value(framework, method, node, row);
        // A value or a unit beside the label may say otherwise.
        let Answer::Label(label) = &row.answer else {
            return said();
        };
        if row.value.is_some() || row.unit.is_some() || row.qualifier.is_some() {
            return said();
        }
        if let Some((_, known)) = self.0.iter().find(|(known, _)| known.is(label)) {
            return *known;
        }
        let said = said();
        if self.0.len() < MOST {
            self.0.push((label.clone(), said));
        }
        said
    }
}
