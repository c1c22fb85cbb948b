//! Words for choices, for what they vary over, and for why they do not.

use crate::framework::{GroupRule, MissingPolicy, Normalise};
use crate::scrutiny::agree::TOO_FEW_UNITS;
use crate::scrutiny::robust::{
    Choice, Differences, Failure, Grounds, LevelError, ReadingKind, Treatment, Varied, WeightNoise,
    WhyNot,
};
use crate::text::{Lang, Wording, label, list, percent, short_number};

pub(super) fn choice(words: &Wording, choice: Choice) -> String {
    let lang = words.lang;
    let word = match choice {
        Choice::Weights => label::choice_weights(lang),
        Choice::Rules => label::choice_rules(lang),
        Choice::Normalisation => label::choice_normalisation(lang),
        Choice::Missing => label::choice_missing(lang),
        Choice::Informants => label::choice_informants(lang),
        Choice::Levels => return label::choice_levels(words),
        Choice::Indicators => label::choice_indicators(lang),
        Choice::Coders => label::choice_coders(lang),
        Choice::Rounding => label::choice_rounding(lang),
    };
    word.to_owned()
}

fn rule(lang: Lang, rule: GroupRule) -> &'static str {
    match rule {
        GroupRule::Arithmetic => label::rule_arithmetic(lang),
        GroupRule::Geometric => label::rule_geometric(lang),
        GroupRule::Harmonic => label::rule_harmonic(lang),
        GroupRule::Median => label::rule_median(lang),
        GroupRule::Min => label::rule_min(lang),
        GroupRule::None => label::rule_none(lang),
    }
}

fn way(lang: Lang, way: Option<Normalise>) -> &'static str {
    match way {
        None => label::way_written(lang),
        Some(Normalise::MinMax) => label::way_min_max(lang),
        Some(Normalise::ZScore) => label::way_z_score(lang),
        Some(Normalise::Rank) => label::way_rank(lang),
    }
}

fn treatment(lang: Lang, treatment: Treatment) -> &'static str {
    match treatment {
        Treatment::Policy(MissingPolicy::Rescale) => label::treatment_rescale(lang),
        Treatment::Policy(MissingPolicy::Zero) => label::treatment_zero(lang),
        Treatment::Policy(MissingPolicy::Fail) => label::treatment_fail(lang),
        Treatment::Bottom => label::treatment_bottom(lang),
        Treatment::Top => label::treatment_top(lang),
    }
}

/// The names of the options of a choice that lists them; none of the others.
pub(super) fn options(lang: Lang, varied: &Varied) -> Vec<&'static str> {
    match varied {
        Varied::Rules(rules) => rules.iter().map(|it| rule(lang, *it)).collect(),
        Varied::Normalisation(ways) => ways.iter().map(|it| way(lang, *it)).collect(),
        Varied::Missing(of) => of.iter().map(|it| treatment(lang, *it)).collect(),
        _ => Vec::new(),
    }
}

/// A choice that varies, and over what: of listed options those that `counts` lets in. `None` where
/// it lets in fewer than two, so that nothing is left to choose.
pub(super) fn varied(
    words: &Wording,
    varied: &Varied,
    counts: impl Fn(usize) -> bool,
) -> Option<String> {
    let lang = words.lang;
    Some(match varied {
        Varied::Rules(_) | Varied::Normalisation(_) | Varied::Missing(_) => {
            let options = options(lang, varied).into_iter().enumerate();
            let names: Vec<_> = options
                .filter(|(at, _)| counts(*at))
                .map(|(_, name)| name)
                .collect();
            if names.len() < 2 {
                return None;
            }
            label::robust_one_of(lang, choice(words, varied.choice()), list(names))
        }
        Varied::Weights(WeightNoise::Uniform(share)) => {
            label::robust_uniform(lang, share_in_short(lang, *share))
        }
        Varied::Weights(WeightNoise::Dirichlet) => label::robust_dirichlet(lang),
        Varied::Informants {
            resampled,
            borrowed,
            spread,
        } => label::robust_informants(lang, *resampled, *borrowed, percent(*spread, 0, lang)),
        Varied::Levels { error, cells } => levels(words, error, *cells),
        Varied::Indicators(count) => label::robust_indicators(lang, *count),
        Varied::Coders { coders, cells } => label::robust_coders(lang, *coders, *cells),
        Varied::Rounding { numbers, halves } => {
            let (finest, coarsest) = halves;
            let half = match coarsest > finest {
                true => format!("{}–{}", small(lang, *finest), small(lang, *coarsest)),
                false => small(lang, *finest),
            };
            label::robust_rounding(lang, *numbers, half)
        }
    })
}

/// `0.005`: with as many decimals as it has.
fn small(lang: Lang, number: f64) -> String {
    short_number(number, 10, lang)
}

fn levels(words: &Wording, error: &LevelError, cells: usize) -> String {
    let lang = words.lang;
    let of = match error {
        LevelError::Assumed(probability, _) => {
            return label::robust_levels(words, *probability, cells);
        }
        LevelError::Measured(of) => of,
    };
    let steps = of.apart().map(|it| match it.steps {
        1 => label::robust_step(lang, percent(it.share, 0, lang)),
        steps => label::robust_steps(lang, percent(it.share, 0, lang), steps),
    });
    label::robust_levels_measured(
        words,
        cells,
        percent(of.differing(), 0, lang),
        list(steps),
        of.units,
        of.coders,
    )
}

/// `25%`, `12,5%`.
fn share_in_short(lang: Lang, share: f64) -> String {
    format!("{}%", short_number(share * 100.0, 4, lang))
}

/// What should be known about how a choice varies.
pub(super) fn notes(words: &Wording, varied: &Varied) -> Vec<String> {
    let lang = words.lang;
    let rough = |of: &Differences| {
        (of.units < TOO_FEW_UNITS).then(|| label::robust_levels_rough(words, of.units))
    };
    let error = match varied {
        Varied::Informants { borrowed, .. } if *borrowed > 0 => {
            return vec![label::robust_borrowed_note(lang).to_owned()];
        }
        Varied::Levels { error, .. } => error,
        _ => return Vec::new(),
    };
    match error {
        LevelError::Measured(of) => {
            let note = label::robust_levels_measured_note(words);
            std::iter::once(note).chain(rough(of)).collect()
        }
        LevelError::Assumed(_, grounds) => vec![match grounds {
            Grounds::OneCoder => label::robust_levels_one_coder(words),
            Grounds::NothingShared => label::robust_levels_nothing_shared(words),
            Grounds::TooFewShared(1) => label::robust_levels_too_few_one(words),
            Grounds::TooFewShared(units) => label::robust_levels_too_few(words, *units),
            Grounds::Asked(None) => label::robust_levels_asked(words),
            Grounds::Asked(Some(of)) => {
                let differing = percent(of.differing(), 0, lang);
                label::robust_levels_asked_beside(words, differing, of.units)
            }
        }],
    }
}

pub(super) fn why_not(words: &Wording, why: WhyNot) -> String {
    let lang = words.lang;
    let word = match why {
        WhyNot::NotAsked => label::why_not_asked(lang),
        WhyNot::NothingToWeigh => return label::why_nothing_to_weigh(words),
        WhyNot::SetByRegulation => label::why_set_by_regulation(lang),
        WhyNot::OfficialInstrument => label::why_official_instrument(lang),
        WhyNot::CodersAgree => label::why_coders_agree(lang),
        WhyNot::NothingPublished => label::why_nothing_published(lang),
        WhyNot::NothingMissing => label::why_nothing_missing(lang),
        WhyNot::NoNumbers => label::why_no_numbers(lang),
        WhyNot::OneInformant => label::why_one_informant(lang),
        WhyNot::NoLevels => return label::why_no_levels(words),
        WhyNot::OwnRules => label::why_own_rules(lang),
        WhyNot::NoSharedCells => label::why_no_shared_cells(lang),
        WhyNot::OneIndicator => label::why_one_indicator(lang),
        WhyNot::OnlyInUse => label::why_only_in_use(lang),
        WhyNot::NoWidth => label::why_no_width(lang),
    };
    word.to_owned()
}

pub(super) fn failure(words: &Wording, failure: Failure) -> String {
    match failure {
        Failure::ZeroUnderRule => label::failure_zero(words.lang).to_owned(),
        Failure::MissingNotAllowed => label::failure_missing(words.lang).to_owned(),
        Failure::NoScore => label::failure_no_score(words),
    }
}

pub(super) fn reading(lang: Lang, reading: ReadingKind) -> &'static str {
    match reading {
        ReadingKind::EqualWeights => label::reading_equal(lang),
        ReadingKind::InverseVariance => label::reading_inverse(lang),
        ReadingKind::Median => label::reading_median(lang),
        ReadingKind::Direction => label::reading_direction(lang),
    }
}
