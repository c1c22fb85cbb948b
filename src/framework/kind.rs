//! Kinds of indicators, and everything in which they differ.
//!
//! A kind is a variant and a record: [`Kind::answers`] does not build while one of its parts is
//! missing. Nobody else names a kind; others ask it. What is asked of the shape of the answers is a
//! match over [`Answers`] without a wildcard, so that a new shape stops the build wherever somebody
//! must think about it.

use serde::Deserialize;

use crate::text::vocabulary;

vocabulary! {
    /// What an indicator is made of.
    #[derive(PartialOrd, Ord, Deserialize)]
    pub enum Kind {
        /// Ordinal rubric.
        Level = "level",
        /// Ordinal rubric with item statistics.
        Likert = "likert",
        /// Named stages; the highest reached.
        Ladder = "ladder",
        /// Present, partly, absent, not checked.
        Check = "check",
        /// A measured number.
        Number = "number",
        /// Things listed and counted; never scored.
        Inventory = "inventory",
        /// Supporting and inhibiting statements; never scored.
        Direction = "direction",
    }
}

/// What rows say of an indicator, and with it how it is read, scored, compared and shown.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Answers {
    /// A level of its scale.
    Levels(&'static Rubric),
    /// A measured number, scored only where the framework says how.
    Numbers,
    /// Whether something speaks for or against readiness: counted, never scored.
    Directions,
    /// That a thing exists: listed and counted, never scored.
    Things,
}

/// In what kinds whose answers are levels differ.
#[derive(Debug)]
pub(crate) struct Rubric {
    /// What the levels are to each other.
    pub(crate) steps: Steps,
    /// Scale of indicators that choose none; `None`: the framework's own.
    pub(crate) own_scale: Option<OwnScale>,
    /// Words besides the labels of the scale, in lower case.
    pub(crate) words: &'static [(Mark, &'static [&'static str])],
    /// How people are told a value.
    pub(crate) wording: Wording,
    /// Whether levels far apart contradict each other. Respondents of a survey differ: their spread
    /// is the result.
    pub(crate) contradicts: bool,
    /// Whether statistics of questionnaires take it as an item.
    pub(crate) survey: SurveyItem,
}

/// What the levels of a kind are to each other.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Steps {
    /// Marks on a line: a value is worth its place between the ends, and means may be taken.
    Even,
    /// Stages with names of which only the order counts: a value is worth the place of the stage
    /// that it reached, and nothing lies between two.
    Stages,
}

/// How people are told a value.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Wording {
    /// `level 3`.
    Level,
    /// By the name of the level where it has one.
    Name,
    /// The same, and the value is not called a level: it says whether something is there.
    Presence,
}

/// What an indicator is to the statistics of a questionnaire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SurveyItem {
    /// An item, answered by respondents.
    Always,
    /// An item in a framework that has no others.
    IfNoOthers,
    /// No item.
    Never,
}

/// A scale that a kind brings along.
#[derive(Debug)]
pub(crate) struct OwnScale {
    /// Its name, which no framework may use.
    pub(crate) name: &'static str,
    /// Values with their Indonesian and English names, lowest first.
    pub(crate) levels: &'static [(f64, &'static str, &'static str)],
}

/// What a word says on any scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Its lowest value.
    Bottom,
    /// Half-way between its ends.
    Middle,
    /// Its highest value.
    Top,
    /// Nothing: nobody looked.
    Unknown,
}

static LEVEL: Rubric = Rubric {
    steps: Steps::Even,
    own_scale: None,
    words: &[],
    wording: Wording::Level,
    contradicts: true,
    survey: SurveyItem::IfNoOthers,
};

static LIKERT: Rubric = Rubric {
    steps: Steps::Even,
    own_scale: None,
    words: &[],
    wording: Wording::Level,
    contradicts: false,
    survey: SurveyItem::Always,
};

static LADDER: Rubric = Rubric {
    steps: Steps::Stages,
    own_scale: None,
    words: &[],
    wording: Wording::Name,
    contradicts: true,
    survey: SurveyItem::Never,
};

static CHECK: Rubric = Rubric {
    steps: Steps::Even,
    own_scale: Some(OwnScale {
        name: "check",
        levels: &[
            (0.0, "tidak", "absent"),
            (0.5, "sebagian", "partly"),
            (1.0, "ada", "present"),
        ],
    }),
    words: &[
        (Mark::Top, &["ada", "ya", "yes", "sudah", "present"]),
        (Mark::Middle, &["sebagian", "partly", "partial"]),
        (
            Mark::Bottom,
            &["tidak", "belum", "tidak ada", "belum ada", "no", "absent"],
        ),
        (
            Mark::Unknown,
            &[
                "belum diperiksa",
                "tidak diperiksa",
                "tidak diketahui",
                "not checked",
                "unknown",
            ],
        ),
    ],
    wording: Wording::Presence,
    contradicts: true,
    survey: SurveyItem::Never,
};

impl Kind {
    /// What rows say of an indicator of this kind.
    pub(crate) fn answers(self) -> Answers {
        match self {
            Self::Level => Answers::Levels(&LEVEL),
            Self::Likert => Answers::Levels(&LIKERT),
            Self::Ladder => Answers::Levels(&LADDER),
            Self::Check => Answers::Levels(&CHECK),
            Self::Number => Answers::Numbers,
            Self::Inventory => Answers::Things,
            Self::Direction => Answers::Directions,
        }
    }

    /// What is particular to its levels; `None` where answers are no levels.
    pub(crate) fn rubric(self) -> Option<&'static Rubric> {
        match self.answers() {
            Answers::Levels(rubric) => Some(rubric),
            Answers::Numbers | Answers::Directions | Answers::Things => None,
        }
    }

    /// Whether answers are numbers measured in a unit.
    pub(crate) fn is_measured(self) -> bool {
        match self.answers() {
            Answers::Numbers => true,
            Answers::Levels(_) | Answers::Directions | Answers::Things => false,
        }
    }

    /// Whether answers are counted and listed, never scored.
    pub(crate) fn is_counted(self) -> bool {
        match self.answers() {
            Answers::Directions | Answers::Things => true,
            Answers::Levels(_) | Answers::Numbers => false,
        }
    }

    /// Whether answers say that things exist, which are listed and counted.
    pub(crate) fn lists_things(self) -> bool {
        match self.answers() {
            Answers::Things => true,
            Answers::Levels(_) | Answers::Numbers | Answers::Directions => false,
        }
    }

    /// Whether only the order of its levels counts, so that they need names and allow no mean.
    pub(crate) fn has_stages(self) -> bool {
        match self.rubric().map(|it| it.steps) {
            Some(Steps::Stages) => true,
            Some(Steps::Even) | None => false,
        }
    }

    /// What it is to the statistics of a questionnaire.
    pub(crate) fn survey(self) -> SurveyItem {
        self.rubric().map_or(SurveyItem::Never, |it| it.survey)
    }

    /// Whether each row is the answer of a respondent.
    pub(crate) fn asks_respondents(self) -> bool {
        match self.survey() {
            SurveyItem::Always => true,
            SurveyItem::IfNoOthers | SurveyItem::Never => false,
        }
    }

    /// Whether levels far apart contradict each other.
    pub(crate) fn levels_contradict(self) -> bool {
        self.rubric().is_some_and(|it| it.contradicts)
    }

    /// Whether people are told a value by the name of its level, where it has one.
    pub(crate) fn is_told_by_name(self) -> bool {
        match self.rubric().map(|it| it.wording) {
            Some(Wording::Name | Wording::Presence) => true,
            Some(Wording::Level) | None => false,
        }
    }

    /// Whether a value is called a level.
    pub(crate) fn says_level(self) -> bool {
        match self.rubric().map(|it| it.wording) {
            Some(Wording::Level | Wording::Name) => true,
            Some(Wording::Presence) | None => false,
        }
    }

    /// What a word besides the labels of the scale says on it.
    pub(crate) fn mark(self, word: &str) -> Option<Mark> {
        let word = word.trim().to_lowercase();
        let known = self.rubric()?.words.iter();
        let mut found = known.filter(|(_, words)| words.contains(&&*word));
        found.next().map(|(mark, _)| *mark)
    }

    /// Whether a word may put an answer half-way between the ends of the scale, level or not.
    pub(crate) fn marks_middle(self) -> bool {
        let middle = |(mark, _): &(Mark, _)| *mark == Mark::Middle;
        self.rubric().is_some_and(|it| it.words.iter().any(middle))
    }
}
