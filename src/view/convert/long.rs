//! The rows of the long table: what each column of ours holds, so that the table stands alone.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::region::{self, Found, Register};
use crate::statement::respondent::is_numbered;
use crate::statement::{
    Answer, Area, Basis, CodeSystem, Evidence, Field, ItemStatus, PartyName, Qualifier, Source,
    Stage, Statement, Usage,
};
use crate::study::{Conversion, Fate};
use crate::text::cell_name;

use crate::view::dataset::{Columns, Dataset, Row};

/// The columns in their order.
const ORDER: [Field; 37] = [
    Field::Region,
    Field::Province,
    Field::RegionCode,
    Field::Kind,
    Field::Indicator,
    Field::Framework,
    Field::Level,
    Field::Value,
    Field::Unit,
    Field::Direction,
    Field::Class,
    Field::Wave,
    Field::Stage,
    Field::Informant,
    Field::Role,
    Field::Agency,
    Field::Coder,
    Field::Concerns,
    Field::Method,
    Field::Quote,
    Field::Finding,
    Field::Rationale,
    Field::Source,
    Field::Locator,
    Field::Use,
    Field::Basis,
    Field::Id,
    Field::Contradicts,
    Field::Item,
    Field::Status,
    Field::Owner,
    Field::Due,
    Field::Consent,
    Field::Weight,
    Field::Confidence,
    Field::Date,
    Field::Note,
];

/// Where a row came from: behind all others, under headers that readers leave out.
const TRAIL: [&str; 3] = ["_file", "_sheet", "_cell"];

/// A row of the long table.
#[derive(Clone, Copy)]
pub(super) struct LongRow<'a> {
    row: &'a Statement,
    /// Position among the rows.
    at: usize,
    /// Position of what is written of its region.
    region: usize,
}

impl Row for LongRow<'_> {
    const NAME: &'static str = "Statement";
    const ABOUT: &'static str = "A statement.";

    fn columns(_: &mut Columns<'_, Self>) {
        // All stand in `dataset`: which there are depends on what the rows fill.
    }
}

/// What is written of a region.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Region<'a> {
    text: &'a str,
    /// The kind that its header settled.
    kind: Option<&'static str>,
    code: Option<&'a str>,
    /// Whether the text is not the one of the input.
    is_settled: bool,
}

/// What must be known of all rows to write one of them.
pub(super) struct Long<'a> {
    of: &'a Conversion,
    regions: Vec<Region<'a>>,
    /// Whose codes the column of codes holds.
    system: Option<CodeSystem>,
    /// Names of respondents whom nothing else tells apart, by input and line.
    respondents: HashMap<(usize, usize), String>,
    /// Where the rows of each input came from that is such a table itself, by line.
    trails: Vec<Option<[BTreeMap<usize, String>; 3]>>,
    /// Whether the rows belong to several frameworks.
    several: bool,
}

impl<'a> Long<'a> {
    /// The table of a conversion, with its rows.
    pub(super) fn of(of: &'a Conversion) -> (Self, Vec<LongRow<'a>>) {
        let system = system(of);
        let frameworks = of.project.as_ref().map_or(0, |it| it.scored.len());
        let mut long = Self {
            of,
            regions: Vec::new(),
            system: system.unwrap_or_default(),
            respondents: respondents(of),
            trails: of.statements.sources().iter().map(trail).collect(),
            several: frameworks > 1,
        };
        let mut known: HashMap<_, usize> = HashMap::new();
        let mut rows = Vec::new();
        for (at, row) in of.statements.rows().iter().enumerate() {
            if !matches!(of.fates.get(at), Some(Fate::Written(_))) {
                continue;
            }
            let official = of.regions.get(&std::ptr::from_ref(&**row.setting()));
            let key = (
                &*row.region,
                row.kind.as_deref(),
                row.area.as_deref(),
                official.map(|it| &*it.name),
            );
            let region = *known.entry(key).or_insert_with(|| {
                let region = settled(row, official, system.is_some());
                long.regions.push(region);
                long.regions.len() - 1
            });
            rows.push(LongRow { row, at, region });
        }
        (long, rows)
    }

    /// How many respondents are called by their row.
    pub(super) fn numbered(&self) -> usize {
        self.respondents.len()
    }

    /// How many regions are written otherwise than they stand in the input.
    pub(super) fn settled(&self) -> usize {
        let settled = self.regions.iter().filter(|it| it.is_settled);
        settled.map(|it| it.text).collect::<BTreeSet<_>>().len()
    }

    /// The rows with the columns that some of them fill.
    pub(super) fn dataset<'s>(&'s self, rows: Vec<LongRow<'s>>) -> Dataset<'s> {
        let filled: Vec<Field> = ORDER
            .into_iter()
            .filter(|field| {
                let is_key = matches!(field, Field::Region | Field::Indicator);
                is_key || rows.iter().any(|it| self.text(*field, it).is_some())
            })
            .collect();
        let has_sheets = rows.iter().any(|it| self.place(1, it).is_some());
        Dataset::with("statements", rows, |to| {
            for field in filled {
                let header = match (field, self.system) {
                    (Field::RegionCode, Some(CodeSystem::Bps)) => "kode_bps",
                    (Field::RegionCode, Some(CodeSystem::Kemendagri)) => "kode_kemendagri",
                    _ => field.header(),
                };
                to.texts(header, "as in the input", move |it| self.text(field, it));
            }
            for (at, header) in TRAIL.into_iter().enumerate() {
                if at != 1 || has_sheets {
                    to.texts(header, "where it came from", move |it| self.place(at, it));
                }
            }
        })
    }

    /// What a row holds in a column of ours.
    fn text<'r>(&'r self, field: Field, it: &LongRow<'r>) -> Option<Cow<'r, str>> {
        let row = it.row;
        let region = &self.regions[it.region];
        let evidence = row.evidence.as_deref();
        let of_evidence = |get: fn(&Evidence) -> Option<&str>| evidence.and_then(get);
        let text = match field {
            Field::Region => Some(region.text),
            Field::Kind => row.kind.as_deref().or(region.kind),
            Field::RegionCode => region.code,
            Field::Province => row.area.as_deref().and_then(province),
            Field::Indicator => Some(&*row.indicator),
            Field::Framework => {
                let own = row.framework.as_deref();
                let scored = || self.of.framework(it.at).filter(|_| self.several);
                own.or_else(|| scored().map(crate::framework::Framework::id))
            }
            Field::Level => return level(&row.answer),
            Field::Value => return value(row),
            Field::Unit => row.unit.as_deref(),
            Field::Direction => row.direction.map(crate::statement::Direction::id),
            Field::Class => row.class.as_deref(),
            Field::Wave => row.wave.as_deref(),
            Field::Stage => row.stage.map(Stage::id),
            Field::Informant => {
                let origin = row.origin();
                let own = row.informant.as_deref();
                let is_numbered = !self.respondents.is_empty() && self.of.is_item(it.at);
                let told = is_numbered.then(|| self.respondents.get(&(origin.source, origin.row)));
                told.flatten().map(String::as_str).or(own)
            }
            Field::Role => row.role.as_deref(),
            Field::Agency => return names(&row.agencies),
            Field::Coder => row.coder.as_deref(),
            Field::Concerns => return names(&evidence?.concerns),
            Field::Method => row.method.as_deref(),
            Field::Quote => of_evidence(|it| it.quote.as_deref()),
            Field::Finding => of_evidence(|it| it.finding.as_deref()),
            Field::Rationale => of_evidence(|it| it.rationale.as_deref()),
            Field::Source => of_evidence(|it| it.source.as_deref()),
            Field::Locator => of_evidence(|it| it.locator.as_deref()),
            Field::Use => Some(row.usage)
                .filter(|it| *it != Usage::Primary)
                .map(Usage::id),
            Field::Basis => Some(row.basis)
                .filter(|it| *it != Basis::Native)
                .map(Basis::id),
            Field::Id => row.id.as_deref(),
            Field::Contradicts => return joined(row.contradicts.iter().map(|it| &**it)),
            Field::Item => of_evidence(|it| it.item.as_deref()),
            Field::Status => evidence?.status.map(ItemStatus::id),
            Field::Owner => of_evidence(|it| it.owner.as_deref()),
            Field::Due => of_evidence(|it| it.due.as_deref()),
            Field::Consent => evidence?.consent.map(|it| if it { "yes" } else { "no" }),
            Field::Weight => {
                let is_one = (row.weight - 1.0).abs() < f64::EPSILON;
                return (!is_one).then(|| number(row.weight).into());
            }
            Field::Confidence => of_evidence(|it| it.confidence.as_deref()),
            Field::Date => of_evidence(|it| it.date.as_deref()),
            Field::Note => of_evidence(|it| it.note.as_deref()),
        };
        text.map(Cow::Borrowed)
    }

    /// File, sheet or cell that a row came from in the first place.
    fn place<'r>(&'r self, part: usize, it: &LongRow<'r>) -> Option<Cow<'r, str>> {
        let origin = it.row.origin();
        if let Some(trail) = self.trails.get(origin.source)?
            && trail[0].get(&origin.row).is_some_and(|it| !it.is_empty())
        {
            let text = trail[part].get(&origin.row)?;
            return (!text.is_empty()).then_some(Cow::Borrowed(text));
        }
        let source = &self.of.statements.sources()[origin.source];
        match part {
            0 => Some(source.path().into()),
            1 => source.sheet().map(Cow::Borrowed),
            _ => Some(cell_name(origin.row, column(source, it.row)).into()),
        }
    }
}

/// The column of the cell in which a row says what it says, from 0.
fn column(source: &Source, row: &Statement) -> usize {
    let origin = row.origin();
    let evidence = row.evidence.as_deref();
    let says = [
        (Field::Level, !row.answer.is_missing()),
        (Field::Value, row.value.is_some() || row.qualifier.is_some()),
        (Field::Direction, row.direction.is_some()),
        (
            Field::Finding,
            evidence.is_some_and(|it| it.finding.is_some()),
        ),
        (Field::Quote, evidence.is_some_and(|it| it.quote.is_some())),
        (Field::Item, evidence.is_some_and(|it| it.item.is_some())),
        (Field::Level, true),
        (Field::Indicator, true),
        (Field::Region, true),
    ];
    let mut fields = says.into_iter().filter(|it| it.1).map(|it| it.0);
    let found = fields.find_map(|it| source.position(origin, it));
    origin.cell.or(found).unwrap_or(0)
}

/// What is written of the region of a row: the text of the input, or, where something beside it settled
/// what that means, the official name. Codes of several systems cannot stand in one column; then they
/// are those of the register.
fn settled<'a>(
    row: &'a Statement,
    official: Option<&'a crate::assess::RegionRef>,
    is_one_system: bool,
) -> Region<'a> {
    let area = row.area.as_deref();
    let code = area.and_then(|it| it.code.as_deref());
    let code = match is_one_system {
        true => code,
        false => code.and(official).and_then(|it| it.code.as_deref()),
    };
    let kind = row.kind.as_deref().and_then(region::Kind::parse);
    let alone = Register::embedded().find_quickly(&row.region, kind);
    let is_matched = official.is_some_and(|it| it.code.is_some());
    let (text, kind) = match (official, alone) {
        (Some(it), Found::Region(alone)) if alone.name() == &*it.name => (&*row.region, None),
        (Some(it), _) if is_matched => (&*it.name, None),
        // A kecamatan may be called as a kabupaten is: the header knew.
        (_, Found::Region(_)) => (&*row.region, area.and_then(|it| it.kind)),
        _ => (&*row.region, None),
    };
    Region {
        text,
        kind: kind.filter(|it| region::Kind::parse(it).is_some()),
        code,
        is_settled: text != &*row.region,
    }
}

/// The province that a region lies in; of a village the name holds what it lies in already.
fn province(area: &Area) -> Option<&str> {
    let within = area.within.as_deref()?;
    let found = Register::embedded().find_quickly(within, Some(region::Kind::Provinsi));
    matches!(found, Found::Region(_)).then_some(within)
}

/// Whose codes all rows with a code have; nothing where that is not one.
fn system(of: &Conversion) -> Option<Option<CodeSystem>> {
    let mut systems: BTreeSet<Option<CodeSystem>> = BTreeSet::new();
    let mut last = None;
    for row in of.statements.rows() {
        let Some(area) = &row.area else { continue };
        if area.code.is_some() && last != Some(area) {
            systems.insert(area.system);
            last = Some(area);
        }
    }
    match systems.len() {
        0 | 1 => Some(systems.into_iter().next().flatten()),
        _ => None,
    }
}

/// Names for respondents to a questionnaire whom a long table would take for one another: in a wide table
/// each row is one whatever it is called, and sheets number theirs each from 1.
fn respondents(of: &Conversion) -> HashMap<(usize, usize), String> {
    let mut all: BTreeMap<(usize, usize), &Statement> = BTreeMap::new();
    let scored = of.project.iter().flat_map(|it| &it.scored);
    let mut kinds = scored.flat_map(|it| it.framework.indicators());
    if !kinds.any(|(.., it)| it.kind == crate::framework::Kind::Likert) {
        return HashMap::new();
    }
    for (at, row) in of.statements.rows().iter().enumerate() {
        if of.is_item(at) {
            let origin = row.origin();
            all.entry((origin.source, origin.row)).or_insert(row);
        }
    }
    let sources: BTreeSet<usize> = all.keys().map(|it| it.0).collect();
    let is_wide = |it: &Statement| it.origin().cell.is_some();
    let mut named: HashMap<&PartyName, usize> = HashMap::new();
    let mut of_long: BTreeSet<(usize, &PartyName)> = BTreeSet::new();
    for ((source, _), row) in &all {
        let Some(name) = &row.informant else { continue };
        if is_wide(row) || of_long.insert((*source, name)) {
            *named.entry(name).or_default() += 1;
        }
    }
    let called = |(source, line): (usize, usize)| match sources.len() {
        1 => format!("R{line}"),
        _ => format!("R{line} {}", of.statements.sources()[source].shown()),
    };
    let mut out = HashMap::new();
    for (key, row) in &all {
        let name = match &row.informant {
            None if is_wide(row) => called(*key),
            Some(name) if named[name] > 1 && is_wide(row) => format!("{name} ({})", called(*key)),
            Some(name) if named[name] > 1 && is_numbered(row) => {
                format!("{name} {}", of.statements.sources()[key.0].shown())
            }
            _ => continue,
        };
        out.insert(*key, name);
    }
    out
}

/// Where the rows of an input came from that was written by a conversion itself.
fn trail(source: &Source) -> Option<[BTreeMap<usize, String>; 3]> {
    let has = |name: &str| source.headers().iter().any(|it| it == name);
    (has(TRAIL[0]) && has(TRAIL[2])).then(|| {
        let texts = |name: &str| source.texts_under(|it| it == name).unwrap_or_default();
        TRAIL.map(texts)
    })
}

fn level(answer: &Answer) -> Option<Cow<'_, str>> {
    match answer {
        Answer::Missing => None,
        Answer::NotApplicable => Some("N/A".into()),
        Answer::Number(level) => Some(number(*level).into()),
        Answer::Label(label) => Some(Cow::Borrowed(label)),
    }
}

fn value(row: &Statement) -> Option<Cow<'_, str>> {
    let sign = match &row.qualifier {
        Some(Qualifier::Words(words)) => return Some(Cow::Borrowed(words)),
        Some(Qualifier::About) => "≈ ",
        Some(Qualifier::MoreThan) => "> ",
        Some(Qualifier::LessThan) => "< ",
        None => "",
    };
    Some(format!("{sign}{}", number(row.value?)).into())
}

/// A number as every reader of ours understands it: three digits behind the point could be thousands, so
/// that a zero stands behind them.
fn number(number: f64) -> String {
    let mut text = number.to_string();
    if text
        .split_once('.')
        .is_some_and(|(_, behind)| behind.len() == 3)
    {
        text.push('0');
    }
    text
}

fn names(names: &[PartyName]) -> Option<Cow<'_, str>> {
    joined(names.iter().map(|it| &**it))
}

/// Texts as one cell holds them.
fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> Option<Cow<'t, str>> {
    let all: Vec<&str> = texts.collect();
    match *all {
        [] => None,
        [only] => Some(Cow::Borrowed(only)),
        _ => Some(Cow::Owned(all.join("; "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::field::FIELDS;

    #[test]
    fn every_column_of_ours_is_written() {
        for (field, _) in FIELDS {
            assert!(ORDER.contains(field), "{field:?}");
        }
    }

    #[test]
    fn no_number_can_be_read_as_thousands() {
        for (value, text) in [
            (3.0, "3"),
            (3.996, "3.9960"),
            (0.125, "0.1250"),
            (2.5, "2.5"),
        ] {
            assert_eq!(number(value), text);
        }
    }
}
