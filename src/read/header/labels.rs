//! Labelled cells above a header (`Wilayah: Kab. OKI`): which there are, and what they say together.
//!
//! The rules are those of columns: of several regions the finest is the region, an office is one where
//! nothing else is, and two that say different things of the same are an error.

use crate::problem::Problem;
use crate::read::problems::Problems;
use crate::read::rows::Headed;
use crate::read::settings::{Defaults, Label, Placed, Said};
use crate::read::wave;
use crate::read::words::STAGE;
use crate::statement::field::{Tier, kind_of_header, tier_of_header};
use crate::statement::{Area, Field};
use crate::table::Table;
use crate::text::{folded, list, say, shown, trim};

use super::behind::year_behind;
use super::meaning::{Headers, Meaning};
use super::names::title;
use super::told;

impl Label {
    /// Whether it speaks of the region.
    pub(crate) fn is_of_region(&self) -> bool {
        matches!(self.field, Field::Region | Field::Province)
    }

    /// How fine the region is that it names.
    pub(crate) fn tier(&self) -> Tier {
        match self.field {
            Field::Province => Tier::Province,
            _ => tier_of_header(&self.name),
        }
    }

    /// Whether a form was left as it was printed: dots, lines, or nothing behind the label.
    pub(crate) fn is_unfilled(&self) -> bool {
        const KINDS: [&str; 6] = [
            "kab",
            "kabupaten",
            "kota",
            "kabkota",
            "kabupatenkota",
            "provinsi",
        ];
        let text = folded(&self.text);
        match self.field {
            _ if text.is_empty() => true,
            Field::Wave => text == "20",
            Field::Region | Field::Province | Field::Agency => KINDS.contains(&&*text),
            _ => false,
        }
    }
}

impl Headers<'_> {
    /// What the cells of a row above the header say of the whole table: `Wilayah: Kab. OKI` in one cell,
    /// or a label with its value in the next.
    pub(crate) fn labelled(&self, cells: &[String]) -> Vec<Label> {
        let mut out = Vec::new();
        let cells_of = || cells.iter().map(|it| trim(it)).enumerate();
        let mut filled = cells_of().filter(|it| !it.1.is_empty()).peekable();
        let (mut pairs, mut first) = (true, true);
        while let Some((at, cell)) = filled.next() {
            let label = |field, name: &str, text: &str| Label {
                field,
                name: trim(name).to_owned(),
                text: trim(text.trim_start_matches(':')).to_owned(),
                cell: at,
            };
            if let Some((name, text)) = cell.split_once(':') {
                let Some(field) = label_of(name) else {
                    pairs = false;
                    first = false;
                    continue;
                };
                let text = match (trim(text), filled.peek()) {
                    ("", Some((_, next))) if is_label(next) => "",
                    ("", Some((_, next))) if self.is_heading(field, next) => return Vec::new(),
                    ("", _) => filled.next().map_or("", |it| it.1),
                    (text, _) => text,
                };
                out.push(label(field, name, text));
            } else if let (Some(field), true) = (label_of(cell), pairs) {
                let sign = filled.next_if(|it| it.1 == ":");
                match (filled.next(), sign) {
                    // A row of labels is a header.
                    (Some((_, text)), _) if !self.is_heading(field, text) => {
                        out.push(label(field, cell, text));
                    }
                    (None, Some(_)) => out.push(label(field, cell, "")),
                    _ => return Vec::new(),
                }
            } else if first {
                return Vec::new();
            } else {
                // A header has other names beside those of ours.
                return match out.is_empty() || cells.iter().any(|it| is_label(it)) {
                    true => out,
                    false => Vec::new(),
                };
            }
            first = false;
        }
        out
    }

    /// Whether what stands behind a label is the next header and nothing that is said.
    fn is_heading(&self, label: Field, text: &str) -> bool {
        if Field::from_header(text).is_some() {
            return true;
        }
        let is_region = || self.names_region(text);
        let is_year = matches!(year_behind(text), Some(("", _)));
        match label {
            // What a framework does not know is no indicator that a table is about.
            Field::Indicator => !self.known.is_empty() && self.indicator(text).is_none(),
            Field::Region | Field::Province if is_year => true,
            _ if !text.contains(char::is_alphabetic) => false,
            _ if STAGE.get(&text.to_lowercase()).is_some() || is_region() => false,
            _ => {
                matches!(self.meaning(text), Meaning::Answers(it) if it.indicator.is_some())
            }
        }
    }

    /// Takes what labels above a header say for its table, and tells of it and of the titles.
    pub(crate) fn say_above(
        &self,
        labels: &[Placed],
        titles: &[usize],
        headed: &mut Headed<'_>,
        defaults: &mut Defaults,
        problems: &mut Problems,
    ) {
        let under = (headed.table, &*headed.header);
        let (mut said, counts) = self.settle(labels, under, defaults, problems);
        let is_whose = |it: &&Placed| it.1.is_of_region() || it.1.field == Field::Agency;
        said.whose = labels.iter().filter(is_whose).cloned().collect();
        headed.said = said;
        told::above(headed, &counts, titles, problems);
    }

    /// What labels say together of a table under such a header; gives what of it counts.
    fn settle(
        &self,
        labels: &[Placed],
        (table, header): (&Table, &[String]),
        defaults: &mut Defaults,
        problems: &mut Problems,
    ) -> (Said, Vec<(Field, String)>) {
        let (open, filled): (Vec<&Placed>, Vec<&Placed>) =
            labels.iter().partition(|it| it.1.is_unfilled());
        for (at, label) in open {
            problems.add(|| {
                let problem = Problem::warning(say::label_not_filled(shown(&label.name)));
                problem
                    .at(table.place(*at))
                    .help(say::label_fill(shown(&label.name)))
            });
        }
        let mut said = Vec::new();
        let mut settled = Said::default();
        let fields = [
            Field::Kind,
            Field::Wave,
            Field::Stage,
            Field::Framework,
            Field::Indicator,
            Field::Coder,
        ];
        let of = |field: Field| filled.iter().copied().filter(move |it| it.1.field == field);
        let offices: Vec<&Placed> = of(Field::Agency).collect();
        let region = self.region_of(&filled, table, problems);
        if let Some(it) = &region {
            defaults.region = Some(it.name.clone());
            settled.area = it.area.clone();
            said.extend(it.said.iter().cloned());
        }
        if let Some(office) = self.only(&offices, table, problems) {
            let text = &office.1.text;
            let is_region = self.names_region(text);
            let no_other = region.is_none() && !self.has_regions(header);
            if no_other && (defaults.region.is_none() || is_region) {
                defaults.region = Some(text.clone());
                said.push((Field::Region, text.clone()));
            } else {
                let other = region.as_ref().map(|it| it.placed);
                if let Some(first) = other.filter(|it| self.differ_as_regions(&it.1.text, text)) {
                    tell_differ(first, office, table, problems);
                }
                settled.agency = Some(text.clone());
                said.push((Field::Agency, text.clone()));
            }
        }
        for field in fields {
            let all: Vec<&Placed> = of(field).collect();
            let Some((_, label)) = self.only(&all, table, problems) else {
                continue;
            };
            let place = match field {
                Field::Kind => &mut defaults.kind,
                Field::Wave => &mut defaults.wave,
                Field::Stage => &mut defaults.stage,
                Field::Framework => &mut defaults.framework,
                Field::Indicator => &mut defaults.indicator,
                _ => &mut defaults.coder,
            };
            *place = Some(label.text.clone());
            said.push((field, label.text.clone()));
        }
        (settled, said)
    }

    /// The region that labels name: the finest; coarser ones say what it lies in.
    fn region_of<'l>(
        &self,
        filled: &[&'l Placed],
        table: &Table,
        problems: &mut Problems,
    ) -> Option<LabelledRegion<'l>> {
        let mut all: Vec<&Placed> = filled.to_vec();
        all.retain(|it| it.1.is_of_region());
        // Beside its province alone a government is the region.
        let coarse = all
            .first()
            .filter(|_| all.iter().all(|it| it.1.tier() == Tier::Province));
        if let Some(province) = coarse.copied() {
            let government = filled.iter().find(|it| {
                it.1.field == Field::Agency
                    && self.names_region(&it.1.text)
                    && self.differ_as_regions(&province.1.text, &it.1.text)
            });
            all.extend(government.copied());
        }
        all.sort_by_key(|it| it.1.tier());
        let mut tiers: Vec<&Placed> = Vec::new();
        for of_tier in all.chunk_by(|one, other| one.1.tier() == other.1.tier()) {
            tiers.extend(self.only(of_tier, table, problems));
        }
        let (finest, coarser) = tiers.split_first()?;
        let label = &finest.1;
        let mut said = vec![(Field::Region, label.text.clone())];
        said.extend(coarser.iter().map(|it| (it.1.field, it.1.text.clone())));
        let name = match label.tier() < Tier::Regency {
            true => list(tiers.iter().map(|it| &*it.1.text)),
            false => label.text.clone(),
        };
        let area = Area {
            kind: kind_of_header(&label.name),
            within: coarser.last().map(|it| (&*it.1.text).into()),
            ..Area::default()
        };
        Some(LabelledRegion {
            placed: finest,
            name,
            area,
            said,
        })
    }

    /// The one that labels of one sort agree on: the first; what another says otherwise is told.
    fn only<'l>(
        &self,
        labels: &[&'l Placed],
        table: &Table,
        problems: &mut Problems,
    ) -> Option<&'l Placed> {
        let (first, others) = labels.split_first()?;
        for other in others {
            if !self.say_the_same(&first.1, &other.1) {
                tell_differ(first, other, table, problems);
            }
        }
        Some(first)
    }

    fn say_the_same(&self, one: &Label, other: &Label) -> bool {
        if folded(&one.text) == folded(&other.text) {
            return true;
        }
        match one.field {
            Field::Region | Field::Province => self
                .same_region
                .is_some_and(|same| same(&one.text, &other.text) == Some(true)),
            Field::Wave => {
                let waves = [one, other].map(|it| wave::of(&it.text).ok().flatten());
                waves[0].is_some() && waves[0] == waves[1]
            }
            Field::Stage => {
                let stages = [one, other].map(|it| STAGE.get(&it.text.to_lowercase()));
                stages[0].is_some() && stages[0] == stages[1]
            }
            _ => false,
        }
    }

    fn differ_as_regions(&self, one: &str, other: &str) -> bool {
        self.same_region
            .is_some_and(|same| same(one, other) == Some(false))
    }

    /// Whether the rows under a header say their regions themselves.
    fn has_regions(&self, header: &[String]) -> bool {
        let is_column = |it: &String| {
            matches!(
                self.meaning(it),
                Meaning::Field(Field::Region | Field::Province | Field::RegionCode)
            )
        };
        header.iter().any(is_column) || self.regions_in(header) > 1
    }
}

/// The region that labels name.
struct LabelledRegion<'l> {
    /// Its label.
    placed: &'l Placed,
    name: String,
    area: Area,
    said: Vec<(Field, String)>,
}

/// Tells two labels that say different things of the same.
fn tell_differ(first: &Placed, other: &Placed, table: &Table, problems: &mut Problems) {
    problems.add(|| {
        let [(at, one), (_, two)] = [other, first];
        let written = |it: &Label| shown(&format!("{}: {}", it.name, it.text));
        let place = table.place(first.0).short();
        let problem = Problem::error(say::labels_differ(
            title(two.field),
            written(one),
            written(two),
            place,
        ));
        let problem = problem.at(table.place(*at)).help(say::labels_differ_help());
        let is_year = |it: &Label| {
            wave::of(&it.text).is_ok_and(|it| it.is_some_and(|it| it.parse::<u16>().is_ok()))
        };
        match one.field {
            // Two years are two rounds.
            Field::Wave if !(is_year(one) && is_year(two)) => {
                let both = format!("{} {}", two.text, one.text);
                problem.help(say::labels_of_one_round(shown(&one.name), shown(&both)))
            }
            _ => problem,
        }
    });
}

/// Whether a cell is a label with something behind its colon.
fn is_label(cell: &str) -> bool {
    let parts = cell.split_once(':');
    parts.is_some_and(|(name, text)| !trim(text).is_empty() && label_of(name).is_some())
}

/// The columns of which a labelled cell can speak for a whole table.
fn label_of(label: &str) -> Option<Field> {
    let label = trim(label);
    match Field::from_header(label)? {
        Field::Agency if !folded(label).ends_with("instansi") => None,
        field @ (Field::Region
        | Field::Province
        | Field::Agency
        | Field::Kind
        | Field::Wave
        | Field::Stage
        | Field::Framework
        | Field::Indicator
        | Field::Coder) => Some(field),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::settings::ReadOptions;

    #[test]
    fn labelled_cells_speak_for_the_table() {
        let options = ReadOptions::default();
        let headers = Headers::new(&options);
        let of = |cells: &[&str]| {
            let cells: Vec<String> = cells.iter().map(|it| (*it).to_owned()).collect();
            let labels = headers.labelled(&cells).into_iter();
            labels.map(|it| (it.field, it.text)).collect::<Vec<_>>()
        };
        let region = |text: &str| vec![(Field::Region, text.to_owned())];
        for cells in [
            &["Wilayah: Kab. OKI", "", ""][..],
            &["Wilayah", "Kab. OKI"],
            &["Wilayah", ":", "Kab. OKI"],
            &["Wilayah:", "Kab. OKI"],
            &["Wilayah", ": Kab. OKI"],
            &["Nama Daerah : Kab. OKI"],
        ] {
            assert_eq!(of(cells), region("Kab. OKI"), "{cells:?}");
        }
        let office = "Pemerintah Kabupaten OKI".to_owned();
        assert_eq!(
            of(&["Instansi: Pemerintah Kabupaten OKI", ""]),
            [(Field::Agency, office)]
        );
        let both = of(&["Wilayah", "Kab. OKI", "Tahun", "2025"]);
        assert_eq!(both.len(), 2);
        assert_eq!(of(&["Wilayah:", "Tahun: 2025"]).len(), 2);
        for header in [
            &["Wilayah", "IPM", "Tahun"][..],
            &["Code", "Indicator and question", "Group", "Level: self"],
            &["Laporan 2024"],
            &["Wilayah", "Indikator", "Skor"],
            &["Wilayah:", "Indikator:", "Skor:"],
            &["Wilayah", "2024"],
            &["Kab. OKI", "t1", "3"],
        ] {
            assert!(of(header).is_empty(), "{header:?}");
        }
    }

    #[test]
    fn what_was_printed_to_be_filled_in_says_nothing() {
        let is_unfilled = |field: Field, text: &str| {
            let label = Label {
                field,
                name: "Label".to_owned(),
                text: text.to_owned(),
                cell: 0,
            };
            label.is_unfilled()
        };
        for text in ["", ".....", "____", "-", "…", "Kab. …", "Kab./Kota ......"] {
            assert!(is_unfilled(Field::Region, text), "{text}");
        }
        assert!(is_unfilled(Field::Wave, "20.."));
        // What a region is, is said so.
        assert!(!is_unfilled(Field::Kind, "Kota"));
        for text in ["Kab. OKI", "2024", "16.02"] {
            assert!(!is_unfilled(Field::Region, text), "{text}");
        }
    }
}
