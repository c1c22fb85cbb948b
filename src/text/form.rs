//! The words of workbooks that are made to be filled in: whoever writes one and whoever reads it back
//! take them from here.

use super::{Lang, folded, label, vocabulary};

/// Name of the hidden sheet on which a workbook says what it is.
pub const MARK: &str = "_siap";

/// Where the mark of a part keeps the year that its first page named when it was handed out.
pub const HANDED_WAVE: &str = "was-wave";

vocabulary! {
    /// What a workbook of `siap` is.
    pub enum Kind {
        /// An instrument to be filled in.
        Form = "form",
        /// The part of it that one office fills in.
        Part = "part",
        /// Results: no data.
        Result = "result",
    }
}

vocabulary! {
    /// What is asked on the first page.
    #[derive(PartialOrd, Ord)]
    pub enum Asked {
        /// Whose answers these are.
        Region = "region",
        /// The round of assessment.
        Wave = "wave",
        /// Which sending of the same workbook it is; the highest counts.
        Sending = "sending",
        /// The office that fills in a part.
        Office = "office",
        /// Who filled it in.
        FilledBy = "filled-by",
        /// What is to be reached.
        Target = "target",
        /// By when it has to be sent.
        Deadline = "deadline",
        /// Who reads the result.
        Audience = "audience",
    }
}

vocabulary! {
    /// The columns of the sheet of answers.
    #[derive(PartialOrd, Ord)]
    pub enum AnswerColumn {
        /// Id of the indicator.
        Code = "code",
        /// Its title, and what is asked.
        Indicator = "indicator",
        /// What it is part of.
        Group = "group",
        /// Its share of the whole.
        Weight = "weight",
        /// Its value a wave before.
        Before = "before",
        /// What the region says itself.
        Own = "own",
        /// Why.
        Explanation = "explanation",
        /// What each level asks for.
        Criteria = "criteria",
        /// The level that accepted evidence shows.
        Shown = "shown",
        /// What is to be reached.
        Target = "target",
        /// The office that answers.
        Office = "office",
        /// What the documents give.
        Document = "document",
        /// What the interview gives.
        Interview = "interview",
        /// What the visit gives.
        Visit = "visit",
        /// What counts in the end.
        Final = "final",
        /// What the evaluator says of it.
        Note = "note",
    }
}

vocabulary! {
    /// The columns of the sheet of evidence items.
    #[derive(PartialOrd, Ord)]
    pub enum ItemColumn {
        /// Code of the item.
        Code = "code",
        /// Id of its indicator.
        Indicator = "indicator",
        /// The level that needs it.
        Level = "level",
        /// What it is.
        Wanted = "wanted",
        /// Name of the document.
        Document = "document",
        /// Its number and date.
        Number = "number",
        /// Where it lies.
        Link = "link",
        /// Where in it.
        Page = "page",
        /// Whose task it is.
        Office = "office",
        /// Who sees to it there.
        Person = "person",
        /// By when.
        Due = "due",
        /// How far it is.
        State = "state",
        /// Anything else.
        Note = "note",
    }
}

vocabulary! {
    /// The columns of the sheet of indices that other bodies issue.
    #[derive(PartialOrd, Ord)]
    pub enum OutsideColumn {
        /// Id of the indicator that it feeds.
        Indicator = "indicator",
        /// Title of that indicator.
        Title = "title",
        /// What the index is called.
        Unit = "unit",
        /// Who issues it.
        Issuer = "issuer",
        /// Its value.
        Value = "value",
        /// The level that follows.
        Level = "level",
        /// Anything else.
        Note = "note",
    }
}

macro_rules! called {
    ($name:ident { $($variant:ident => $label:ident,)+ }) => {
        impl $name {
            /// What it is called in a workbook.
            #[must_use]
            pub fn label(self, lang: Lang) -> &'static str {
                match self {
                    $(Self::$variant => label::$label(lang),)+
                }
            }

            /// What a cell names, in either language; case, spaces and signs do not matter.
            #[must_use]
            pub fn of(cell: &str) -> Option<Self> {
                let cell = folded(cell);
                let is_it = |it: &Self| {
                    [Lang::Id, Lang::En].iter().any(|lang| folded(it.label(*lang)) == cell)
                };
                Self::ALL.into_iter().find(is_it)
            }
        }
    };
}

called! { Asked {
    Region => form_region,
    Wave => form_wave,
    Sending => form_sending,
    Office => form_office,
    FilledBy => form_filled_by,
    Target => form_target,
    Deadline => form_deadline,
    Audience => form_audience,
} }

called! { AnswerColumn {
    Code => form_code,
    Group => form_group,
    Indicator => form_indicator,
    Weight => form_weight,
    Before => form_before,
    Own => form_own,
    Explanation => form_explanation,
    Criteria => form_criteria,
    Shown => form_shown,
    Target => form_target_level,
    Document => form_document,
    Interview => form_interview,
    Visit => form_visit,
    Final => form_final,
    Note => form_note,
    Office => form_responsible,
} }

called! { ItemColumn {
    Code => form_item,
    Indicator => form_code,
    Level => form_item_level,
    Wanted => form_item_wanted,
    Document => form_item_document,
    Number => form_item_number,
    Link => form_item_link,
    Page => form_item_page,
    Office => form_responsible,
    Person => form_item_person,
    Due => form_item_due,
    State => form_item_state,
    Note => form_item_note,
} }

called! { OutsideColumn {
    Indicator => form_code,
    Title => form_indicator,
    Unit => form_outside_unit,
    Issuer => form_outside_issuer,
    Value => form_outside_value,
    Level => form_outside_level,
    Note => form_item_note,
} }

impl AnswerColumn {
    /// Those in which a step of verification gives its value, in their order.
    pub const STAGES: [Self; 5] = [
        Self::Own,
        Self::Document,
        Self::Interview,
        Self::Visit,
        Self::Final,
    ];

    /// Whether the whole workbook alone says what stands in it, and no office: who does what, what evaluators give.
    #[must_use]
    pub fn is_of_whole(self) -> bool {
        matches!(
            self,
            Self::Office
                | Self::Document
                | Self::Interview
                | Self::Visit
                | Self::Final
                | Self::Note
        )
    }

    /// The column of statements that it is, empty where it is none.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Code => "indicator",
            Self::Explanation => "finding",
            Self::Note => "note",
            // An instrument may have an indicator of that very name.
            Self::Own => "level: self",
            Self::Document => "level: document",
            Self::Interview => "level: interview",
            Self::Visit => "level: visit",
            Self::Final => "level: final",
            Self::Group
            | Self::Indicator
            | Self::Weight
            | Self::Before
            | Self::Criteria
            | Self::Shown
            | Self::Target
            | Self::Office => "",
        }
    }
}

impl ItemColumn {
    /// The column of statements that it is; empty where it is none.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Code => "item",
            Self::Indicator => "indicator",
            Self::Document => "source",
            Self::Link => "locator",
            Self::Office => "owner",
            Self::Due => "due",
            Self::State => "status",
            Self::Note => "note",
            Self::Level | Self::Wanted | Self::Number | Self::Page | Self::Person => "",
        }
    }
}

impl OutsideColumn {
    /// The column of statements that it is; empty where it is none.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Indicator => "indicator",
            Self::Unit => "unit",
            Self::Value => "value",
            Self::Note => "note",
            Self::Title | Self::Issuer | Self::Level => "",
        }
    }
}
