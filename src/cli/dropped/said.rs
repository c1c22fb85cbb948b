//! What the first pages of the workbooks that were dropped say together.

use std::collections::BTreeSet;

use siap::compare::newer;
use siap::problem::{Place, Problem};
use siap::read;
use siap::read::form::{Asked, Form, Kind};
use siap::region::Register;
use siap::study::sendings::region_of;
use siap::text::{Lang, Text, folded, say};
use siap::view::outcome::{Said, Senders};

/// Whether one of the workbooks is for readers outside: then the answer is. Too little told can be told later.
pub(super) fn is_public(forms: &[(String, Form)]) -> bool {
    let mut audiences = forms.iter().filter_map(|it| it.1.answer(Asked::Audience));
    audiences.any(Said::means_public)
}

/// The newest round of the workbooks of one framework, what their pages aim at in it, and what is doubtful in
/// that.
pub(super) fn newest(
    forms: &[(String, Form)],
    framework: &str,
) -> (Option<String>, Said, Option<Problem>) {
    let mine = || of(forms, framework);
    let wave = mine()
        .map(Form::wave)
        .max_by(|a, b| newer(a.as_deref(), b.as_deref()));
    let wave = wave.flatten();
    let now = || mine().filter(|it| it.wave() == wave);
    let first = |asked| now().find_map(|it| it.answers.get(&asked));
    let target = first(Asked::Target).cloned();
    let mut targets = now().filter_map(|it| it.answers.get(&Asked::Target));
    let differs = target.as_ref().and_then(|(one, _)| {
        let (other, place) = targets.find(|it| folded(&it.0) != folded(one))?;
        let sentence = say::targets_differ(one.as_str(), other.as_str());
        Some(Problem::warning(sentence).at(place.clone()))
    });
    let said = Said {
        target: target.filter(|_| differs.is_none()),
        deadline: first(Asked::Deadline).map(|it| it.0.clone()),
        ..Said::default()
    };
    (wave, said, differs)
}

/// The regions whose workbook says another year than most: they are not compared with the others.
pub(super) fn of_other_rounds(forms: &[(String, Form)], framework: &str) -> Vec<Problem> {
    let pages = of(forms, framework).filter(|it| it.kind == Kind::Form);
    let pages = pages.filter_map(|it| {
        let place = &it.answers.get(&Asked::Wave)?.1;
        // What is no round is an error of its own.
        let wave = it.wave().filter(|it| read::is_wave(it))?;
        Some((region_of(it)?, wave, it.answer(Asked::Region)?, place))
    });
    let pages: Vec<(String, String, &str, &Place)> = pages.collect();
    let count = |wave: &str| pages.iter().filter(|it| it.1 == wave).count();
    let most = pages.iter().map(|it| &*it.1).max_by_key(|it| count(it));
    let Some(most) = most.filter(|it| 2 * count(it) > pages.len()) else {
        return Vec::new();
    };
    let is_compared = |region: &str| pages.iter().any(|it| it.0 == region && it.1 == most);
    let others = pages.iter().filter(|it| !is_compared(&it.0));
    let told = others.map(|(_, wave, region, place)| {
        let sentence = say::form_of_other_round(*region, &**wave, most);
        let problem = Problem::warning(sentence).at((*place).clone());
        problem.help(say::form_of_other_round_help())
    });
    told.collect()
}

/// As [`of_other_rounds`], of all frameworks of the workbooks.
pub(super) fn of_all_other_rounds(forms: &[(String, Form)]) -> Vec<Problem> {
    let frameworks: BTreeSet<&str> = forms.iter().map(|it| &*it.1.framework).collect();
    let told = frameworks
        .into_iter()
        .flat_map(|it| of_other_rounds(forms, it));
    told.collect()
}

/// Who sent each workbook: the region by its official name, else as it was typed; of a part its office.
pub(super) fn senders(forms: &[(String, Form)]) -> Senders {
    let official = |typed: &str| {
        let region = Register::embedded().by_code_or_name(typed);
        region.map_or(typed, |it| it.name()).to_owned()
    };
    let sender = |form: &Form| {
        let region = form.answer(Asked::Region).map(official);
        let office = form.answer(Asked::Office).map(str::to_owned);
        let office = office.filter(|_| form.kind == Kind::Part);
        let both: Vec<String> = region.into_iter().chain(office).collect();
        both.join(" · ")
    };
    let all = forms.iter().map(|it| (it.0.clone(), sender(&it.1)));
    all.filter(|it| !it.1.is_empty()).collect()
}

/// Tells those who dropped workbooks of siap with something else among them that it may be in the wrong place.
pub(super) fn told_of_strangers(
    mut problems: Vec<Problem>,
    forms: &[(String, Form)],
) -> Vec<Problem> {
    let is_stranger = |it: &&mut Problem| {
        let file = it.place.as_ref().map(|it| &it.file);
        it.is_error() && file.is_some_and(|file| forms.iter().all(|it| it.0 != *file))
    };
    if !forms.is_empty() {
        for it in problems.iter_mut().filter(is_stranger) {
            it.help.insert(0, say::dropped_not_a_form().text);
        }
    }
    problems
}

/// The problems without the helps that only a command or a study could follow, where they are of workbooks of
/// siap: those are mended in their cells.
pub(super) fn without_commands(
    mut problems: Vec<Problem>,
    forms: &[(String, Form)],
) -> Vec<Problem> {
    let is_of_form = |it: &&mut Problem| {
        let file = it.place.as_ref().map(|it| &it.file);
        file.is_some_and(|file| forms.iter().any(|it| it.0 == *file))
    };
    let needs_more = |it: &Text| {
        let text = it.get(Lang::En);
        text.contains("study.toml") || text.contains("`--")
    };
    for it in problems.iter_mut().filter(is_of_form) {
        it.help.retain(|it| !needs_more(it));
    }
    problems
}

fn of<'a>(forms: &'a [(String, Form)], framework: &'a str) -> impl Iterator<Item = &'a Form> {
    let forms = forms.iter().map(|it| &it.1);
    forms.filter(move |it| it.framework.eq_ignore_ascii_case(framework))
}
