//! Items and constructs as rows for programs: apart in JSON, in one table in CSV.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::scrutiny::questionnaire::{
    Against, Analysis, Construct, Criterion, ItemResult, Question, Questionnaire, ScaleResult,
};
use crate::stats::Undefined;
use crate::stats::reliability::{COEFFICIENTS, Item};
use crate::view::dataset::{Columns, Dataset, Row};

use super::{ReliabilityReport, band_of};

/// More different answers than this are measurements: their counts make no columns.
const MOST_LEVELS: usize = 30;

/// Some respondents with their results.
#[derive(Clone, Copy)]
pub(super) struct Among<'a> {
    report: &'a ReliabilityReport<'a>,
    pub(super) analysis: &'a Analysis,
    /// What the respondents are split by.
    pub(super) by: Option<&'a str>,
    /// What these have in common.
    pub(super) value: Option<&'a str>,
}

/// An item among some respondents.
pub(super) struct ItemRow<'a> {
    of: Among<'a>,
    at: usize,
}

/// A construct among some respondents.
pub(super) struct ScaleRow<'a> {
    of: Among<'a>,
    at: usize,
}

/// One row of the CSV.
pub(super) enum ResultRow<'a> {
    Item(ItemRow<'a>),
    Scale(ScaleRow<'a>),
}

/// All items and constructs, of all respondents and then of each part.
pub(super) fn dataset<'a>(report: &'a ReliabilityReport) -> Dataset<'a> {
    let mut rows = Vec::new();
    for among in std::iter::once(Among::whole(report)).chain(Among::parts(report)) {
        rows.extend(among.items().into_iter().map(ResultRow::Item));
        rows.extend(among.scales().into_iter().map(ResultRow::Scale));
    }
    Dataset::with("results", rows, |to| {
        for (at, set) in report.bands.iter().enumerate() {
            to.words(
                format!("band_{}", set.id),
                "category of the item in the set of bands of this id",
                move |it| it.item()?.band(at),
            );
        }
        let levels = report.whole.levels();
        let few = levels.len() <= MOST_LEVELS;
        for level in levels.into_iter().filter(|_| few) {
            to.whole(
                format!("f_{level}"),
                "how often this answer was given; empty where the item has no such answer",
                move |it| it.item()?.count_of(level),
            );
        }
    })
}

impl<'a> Among<'a> {
    /// All respondents.
    pub(super) fn whole(report: &'a ReliabilityReport) -> Self {
        Self {
            report,
            analysis: &report.whole,
            by: None,
            value: None,
        }
    }

    /// The parts that the respondents are split in.
    pub(super) fn parts(report: &'a ReliabilityReport) -> impl Iterator<Item = Self> {
        report.splits.iter().flat_map(move |split| {
            split.parts.iter().map(move |part| Self {
                report,
                analysis: &part.analysis,
                by: Some(split.by.id()),
                value: part.value.as_deref(),
            })
        })
    }

    pub(super) fn items(self) -> Vec<ItemRow<'a>> {
        let all = 0..self.analysis.items.len();
        all.map(|at| ItemRow { of: self, at }).collect()
    }

    pub(super) fn scales(self) -> Vec<ScaleRow<'a>> {
        let all = 0..self.analysis.scales.len();
        all.map(|at| ScaleRow { of: self, at }).collect()
    }

    fn questionnaire(&self) -> &'a Questionnaire {
        &self.report.questionnaire
    }
}

impl<'a> ItemRow<'a> {
    fn question(&self) -> &'a Question {
        &self.of.questionnaire().items[self.at]
    }

    fn result(&self) -> &'a ItemResult {
        &self.of.analysis.items[self.at]
    }

    /// The narrowest construct it belongs to.
    fn narrowest(&self) -> ScaleRow<'a> {
        ScaleRow {
            of: self.of,
            at: self.of.questionnaire().construct_of(self.at),
        }
    }

    /// The item against the total of that construct.
    fn against(&self) -> Option<&'a Item> {
        let scale = self.narrowest();
        let mut items = scale.construct().items.iter();
        let position = items.position(|it| *it == self.at)?;
        scale.result().items.get(position)
    }

    /// Why there is no figure of it against the total: `own`, else what keeps the construct from
    /// having any.
    fn reason(&self, own: impl Fn(&Item) -> Option<Undefined>) -> Option<&'static str> {
        let why = match self.against() {
            None => self.narrowest().result().alpha.err(),
            Some(it) => own(it),
        };
        why.map(Undefined::code)
    }

    /// Its category in the set of bands at a position.
    fn band(&self, set: usize) -> Option<String> {
        let report = self.of.report;
        let label = band_of(&report.bands[set], self.question(), self.result())?;
        Some(label.get(report.lang).to_owned())
    }

    fn bands(&self) -> BTreeMap<&'a str, Option<String>> {
        let sets = self.of.report.bands.iter().enumerate();
        sets.map(|(at, set)| (set.id.as_str(), self.band(at)))
            .collect()
    }

    fn count_of(&self, level: f64) -> Option<usize> {
        let mut all = self.result().frequencies.iter();
        Some(all.find(|it| (it.value - level).abs() < 1e-9)?.count)
    }

    fn frequencies(&self) -> Vec<FrequencyRecord> {
        let all = self.result().frequencies.iter();
        all.map(|it| FrequencyRecord {
            level: it.value,
            count: it.count,
            percent: it.percent,
            cumulative: it.cumulative,
        })
        .collect()
    }
}

impl<'a> ScaleRow<'a> {
    fn construct(&self) -> &'a Construct {
        &self.of.questionnaire().constructs[self.at]
    }

    fn result(&self) -> &'a ScaleResult {
        &self.of.analysis.scales[self.at]
    }

    fn ids(&self, items: &[usize]) -> Vec<&'a str> {
        let all = &self.of.questionnaire().items;
        items.iter().map(|at| all[*at].id.as_str()).collect()
    }

    /// Why there is no alpha, else why the last of the others without a value has none.
    fn reason(&self) -> Option<&'static str> {
        let result = self.result();
        let mut others = result.others.iter().rev().filter_map(|it| it.err());
        let why = result.alpha.err().or_else(|| others.next());
        why.map(Undefined::code)
    }
}

/// How often one answer was given.
#[derive(Serialize, JsonSchema)]
struct FrequencyRecord {
    /// The answer.
    level: f64,
    /// How often it was given.
    count: usize,
    /// 0–100, of the answers to the item.
    percent: f64,
    /// 0–100, with all answers below.
    cumulative: f64,
}

/// What correlations of items with their total are compared with: r of the table.
#[derive(Serialize, JsonSchema)]
pub(super) struct CriterionRecord {
    /// The correlation that chance exceeds with this probability.
    value: f64,
    /// Behind the correlation.
    respondents: usize,
    /// Degrees of freedom: respondents − 2.
    df: usize,
    /// 0–1.
    probability: f64,
    /// On how many sides chance may exceed it.
    tails: u8,
}

pub(super) fn criterion(it: Criterion) -> CriterionRecord {
    CriterionRecord {
        value: it.value,
        respondents: it.respondents,
        df: it.respondents.saturating_sub(2),
        probability: 0.05,
        tails: 2,
    }
}

/// A row that is of an item or of a construct, so that the columns of both kinds are listed once.
trait Either {
    fn item(&self) -> Option<&ItemRow<'_>> {
        None
    }

    fn scale(&self) -> Option<&ScaleRow<'_>> {
        None
    }
}

impl Either for ItemRow<'_> {
    fn item(&self) -> Option<&ItemRow<'_>> {
        Some(self)
    }
}

impl Either for ScaleRow<'_> {
    fn scale(&self) -> Option<&ScaleRow<'_>> {
        Some(self)
    }
}

impl Either for ResultRow<'_> {
    fn item(&self) -> Option<&ItemRow<'_>> {
        match self {
            Self::Item(it) => Some(it),
            Self::Scale(_) => None,
        }
    }

    fn scale(&self) -> Option<&ScaleRow<'_>> {
        match self {
            Self::Item(_) => None,
            Self::Scale(it) => Some(it),
        }
    }
}

/// How an item was answered, and how it goes with the others of its construct.
fn item_columns<R: Either>(to: &mut Columns<'_, R>) {
    to.number("mean", "of the answers; null without answers", |it| {
        it.item()?.result().mean
    });
    to.number("sd", "n − 1 deviation; null below two answers", |it| {
        it.item()?.result().deviation
    });
    to.number("median", "of the answers; null without answers", |it| {
        it.item()?.result().median
    });
    to.number(
        "tcr",
        "100 · mean / maximum; null where the scale is not known or goes below 0",
        |it| it.item()?.result().attained,
    );
    to.number(
        "attained_range",
        "place of the mean between the ends of the scale, 0–100; null where that is not known",
        |it| it.item()?.result().attained_range,
    );
    to.number(
        "item_total",
        "correlation with the total of the construct, −1 to 1",
        |it| it.item()?.against()?.with_total.ok(),
    );
    to.number(
        "corrected_item_total",
        "correlation with the total without the item, −1 to 1",
        |it| it.item()?.against()?.with_others.ok(),
    );
    to.number(
        "r_criterion",
        "the correlation that chance exceeds in 5 of 100 samples (r of the table)",
        |it| {
            let criterion = match it.item() {
                Some(item) => item.narrowest().result().criterion,
                None => it.scale()?.result().criterion,
            };
            Some(criterion?.value)
        },
    );
    to.number(
        "alpha_if_deleted",
        "Cronbach's alpha of the construct without the item, at most 1",
        |it| it.item()?.against()?.alpha_without.ok(),
    );
}

/// Whether the items of a construct go together.
fn scale_columns<R: Either>(to: &mut Columns<'_, R>) {
    to.number("alpha", "Cronbach's alpha, at most 1", |it| {
        it.scale()?.result().alpha.ok()
    });
    to.number(
        "alpha_low",
        "lower end of Feldt's 95% interval; null where answers are missing",
        |it| Some(it.scale()?.result().interval?.0),
    );
    to.number(
        "alpha_high",
        "upper end of Feldt's 95% interval; null where answers are missing",
        |it| Some(it.scale()?.result().interval?.1),
    );
    for (at, of) in COEFFICIENTS.iter().enumerate() {
        to.number(of.name, of.title, move |it| {
            it.scale()?.result().others[at].ok()
        });
        to.text(
            format!("{}_reason", of.name),
            "why this coefficient has no value",
            move |it| it.scale()?.result().others[at].err().map(Undefined::code),
        )
        .only_json();
    }
}

impl Row for ResultRow<'_> {
    const NAME: &'static str = "Result";
    const ABOUT: &'static str = "An item or a construct among some respondents.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text(
            "by",
            "what respondents are split by; empty of all respondents",
            |it| it.among().by,
        );
        to.text(
            "part",
            "what these respondents have in common; empty of all, or where nothing is said",
            |it| it.among().value,
        );
        to.text("kind", "`item` or `scale`", |it| {
            Some(match it {
                Self::Item(_) => "item",
                Self::Scale(_) => "scale",
            })
        });
        to.text("id", "of the item or construct", |it| {
            Some(match it {
                Self::Item(it) => &it.question().id,
                Self::Scale(it) => &it.construct().id,
            })
        });
        to.text("scale", "id of the narrowest construct of the item", |it| {
            Some(&it.item()?.narrowest().construct().id)
        });
        to.count(
            "n",
            "answers to the item; respondents that entered the construct",
            |it| match it {
                Self::Item(it) => it.result().answers,
                Self::Scale(it) => it.result().respondents,
            },
        );
        item_columns(to);
        to.whole("items", "items of the construct", |it| {
            Some(it.scale()?.construct().items.len())
        });
        scale_columns(to);
        to.text("reason", "why a coefficient has no value", |it| match it {
            Self::Item(it) => it.reason(|it| it.with_others.err()),
            Self::Scale(it) => it.reason(),
        });
    }
}

impl ResultRow<'_> {
    fn among(&self) -> &Among<'_> {
        match self {
            Self::Item(it) => &it.of,
            Self::Scale(it) => &it.of,
        }
    }
}

impl Row for ItemRow<'_> {
    const NAME: &'static str = "Item";
    const ABOUT: &'static str = "An item among some respondents.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text("id", "of the item", |it| Some(&it.question().id))
            .always();
        to.flag("reversed", "whether answers were turned round", |it| {
            Some(it.question().reversed)
        })
        .always()
        .only_json();
        to.number(
            "min",
            "lower end of its scale; null where it is not known",
            |it| Some(it.question().ends?.0),
        )
        .only_json();
        to.number(
            "max",
            "upper end of its scale; null where it is not known",
            |it| Some(it.question().ends?.1),
        )
        .only_json();
        to.count("n", "answers", |it| it.result().answers);
        to.count("missing", "respondents without an answer", |it| {
            it.result().missing
        })
        .only_json();
        item_columns(to);
        to.record::<BTreeMap<String, Option<String>>>(
            "bands",
            "its category in each set of bands asked for; null where it has none there",
            |it| Box::new(it.bands()),
        );
        to.record::<Vec<FrequencyRecord>>(
            "frequencies",
            "each answer that can be given or was given, ascending",
            |it| Box::new(it.frequencies()),
        );
        to.text("scale", "id of its narrowest construct", |it| {
            Some(&it.narrowest().construct().id)
        })
        .always();
        to.text(
            "against_criterion",
            "whether its correlations are above `r_criterion`: `both-above`, `only-with-itself` \
             (the corrected one is not) or `below`; null without correlations",
            |it| {
                let scale = it.narrowest().result();
                scale.against_criterion(it.against()?).map(Against::id)
            },
        )
        .only_json();
        to.text("reason", "why it has no correlation", |it| {
            it.reason(|it| it.with_others.err().or(it.with_total.err()))
        })
        .only_json();
        to.text(
            "alpha_if_deleted_reason",
            "why there is no alpha without it",
            |it| it.reason(|it| it.alpha_without.err()),
        )
        .only_json();
    }
}

impl Row for ScaleRow<'_> {
    const NAME: &'static str = "Scale";
    const ABOUT: &'static str = "A construct among some respondents; `index` is all items.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text("id", "of the construct; `index` of all items", |it| {
            Some(&it.construct().id)
        })
        .always();
        to.record::<Vec<String>>("items", "ids of its items", |it| {
            Box::new(it.ids(&it.construct().items))
        });
        to.count(
            "respondents",
            "that entered: complete ones, or pairwise those with any answer",
            |it| it.result().respondents,
        )
        .only_json();
        to.count("answered", "respondents with any answer", |it| {
            it.result().answered
        })
        .only_json();
        scale_columns(to);
        to.text("alpha_reason", "why there is no alpha", |it| {
            it.result().alpha.err().map(Undefined::code)
        })
        .only_json();
        to.text(
            "interval_reason",
            "`incomplete_answers` where alpha has no interval for them",
            |it| {
                let result = it.result();
                let none = result.interval.is_none() && result.alpha.is_ok();
                none.then_some("incomplete_answers")
            },
        )
        .only_json();
        to.number(
            "alpha_varying",
            "alpha without the items of `constant`; null where there are none",
            |it| it.result().alpha_varying,
        )
        .only_json();
        to.record::<Vec<String>>("constant", "ids of items without any variation", |it| {
            Box::new(it.ids(&it.result().constant))
        });
        to.record::<Option<CriterionRecord>>(
            "r_criterion",
            "what correlations of its items with the total are compared with",
            |it| Box::new(it.result().criterion.map(criterion)),
        );
    }
}
