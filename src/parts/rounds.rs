//! Which whole workbook each part belongs to, where several lie together.

use crate::problem::{Checked, Place, Problem, finish};
use crate::read::form::{Form, Kind};
use crate::study::sendings::{Sent, number_of, region_of, settled};
use crate::text::form::Asked;
use crate::text::{list, say, shown};

/// A whole workbook and what came back for it, as positions among the workbooks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// The whole workbook that counts.
    pub whole: usize,
    /// Copies of it, and earlier sendings.
    pub beside: Vec<usize>,
    /// The parts.
    pub parts: Vec<usize>,
}

/// The whole workbooks that something came back for, each with its parts; `same` says of two wholes whether
/// they say the same. Parts of an instrument of which no whole is there belong to none.
///
/// # Errors
/// A part of another region or year than every whole of its instrument, or of which nobody can tell to which
/// of several it belongs; two wholes of which nobody can tell which one counts.
pub fn rounds(
    forms: &[(String, Form)],
    same: impl Fn(usize, usize) -> bool,
) -> Checked<Vec<Round>> {
    let of_kind = |kind| (0..forms.len()).filter(move |at| forms[*at].1.kind == kind);
    let mut problems = Vec::new();
    // Wholes of one round; with it, its parts.
    let mut found: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    for at in of_kind(Kind::Form) {
        let is_it =
            |it: &&mut (Vec<usize>, Vec<usize>)| round(&forms[it.0[0]].1) == round(&forms[at].1);
        match found.iter_mut().find(is_it) {
            Some(known) => known.0.push(at),
            None => found.push((vec![at], Vec::new())),
        }
    }
    for at in of_kind(Kind::Part) {
        let (file, part) = &forms[at];
        let whole = |it: &(Vec<usize>, Vec<usize>)| &forms[it.0[0]];
        let of_instrument: Vec<usize> = (0..found.len())
            .filter(|it| is_of_instrument(part, &whole(&found[*it]).1))
            .collect();
        let mut fitting = of_instrument.clone();
        fitting.retain(|it| is_of_another(&whole(&found[*it]).1, part).is_empty());
        // Told against the whole of its region, if there is one: the year is the likelier mistake.
        let is_of_region = |it: &&usize| {
            let both = [&whole(&found[**it]).1, part].map(region_of);
            both[0] == both[1]
        };
        let nearest = of_instrument.iter().find(is_of_region);
        match (&*fitting, nearest.or(of_instrument.first())) {
            ([one], _) => {
                // Whoever types last year over this year's would change what is long settled.
                let now = part.wave();
                let was = part
                    .round_handed()
                    .filter(|it| now.as_ref().is_some_and(|now| now != it));
                let meant = was.and_then(|was| {
                    let is_it = |it: &&usize| {
                        let of = &whole(&found[**it]).1;
                        let is_it = of.wave().as_ref() == Some(&was);
                        **it != *one && is_it && region_of(of) == region_of(part)
                    };
                    of_instrument.iter().find(is_it)
                });
                match meant {
                    Some(_) => problems.extend(year_changed(part)),
                    None => found[*one].1.push(at),
                }
            }
            ([], None) => {}
            ([], Some(first)) => problems.extend(is_of_another(&whole(&found[*first]).1, part)),
            (several, _) => {
                let names = several
                    .iter()
                    .map(|it| format!("`{}`", shown(&whole(&found[*it]).0)));
                let problem = Problem::error(say::part_of_several(list(names)));
                let problem = problem.at(Place::file(&**file));
                problems.push(problem.help(say::part_of_several_help()));
            }
        }
    }
    found.retain(|it| !it.1.is_empty());
    let mut out = Vec::new();
    for (wholes, parts) in found {
        let sent = wholes.iter().map(|at| Sent {
            key: (),
            file: forms[*at].0.clone(),
            whose: forms[*at].1.answers.get(&Asked::Region).cloned(),
            number: number_of(&forms[*at].1).ok().flatten(),
        });
        let sent: Vec<Sent<()>> = sent.collect();
        let settled = settled(&sent, |one, other| same(wholes[one], wholes[other]));
        problems.extend(settled.problems);
        for (copy, first) in &settled.copies {
            let (copy, first) = (&*sent[*copy].file, &*sent[*first].file);
            let sentence = say::part_is_copy(shown(copy), shown(first));
            problems.push(Problem::warning(sentence).at(Place::file(copy)));
        }
        let is_beside =
            |at: &usize| settled.replaced.contains_key(at) || settled.copies.contains_key(at);
        let (beside, counts): (Vec<usize>, Vec<usize>) = (0..wholes.len()).partition(is_beside);
        out.extend(counts.first().map(|it| Round {
            whole: wholes[*it],
            beside: beside.iter().map(|it| wholes[*it]).collect(),
            parts,
        }));
    }
    finish(out, problems)
}

/// That a part was handed out for another year than its first page says by now.
fn year_changed(part: &Form) -> Option<Problem> {
    let (now, place) = part.answers.get(&Asked::Wave)?;
    let was = part.handed_wave.as_deref()?;
    let sentence = say::part_year_changed(shown(was), shown(now));
    let problem = Problem::error(sentence).at(place.clone());
    Some(problem.help(say::part_year_changed_help(shown(was))))
}

fn is_of_instrument(one: &Form, other: &Form) -> bool {
    one.framework.eq_ignore_ascii_case(&other.framework)
}

/// Instrument, region and year of a whole workbook.
fn round(form: &Form) -> (String, Option<String>, Option<String>) {
    (form.framework.to_lowercase(), region_of(form), form.wave())
}

/// That a part is of another region or year than the whole, as far as both say.
pub(super) fn is_of_another(whole: &Form, part: &Form) -> Vec<Problem> {
    let mut out = Vec::new();
    let both = [
        (Asked::Region, region_of(whole) == region_of(part)),
        (Asked::Wave, whole.wave() == part.wave()),
    ];
    for (what, is_same) in both {
        let (Some(mine), Some((theirs, place))) = (whole.answer(what), part.answers.get(&what))
        else {
            continue;
        };
        if !is_same {
            let sentence = say::part_of_another(shown(theirs), shown(mine));
            let problem = Problem::error(sentence).at(place.clone());
            out.push(problem.help(say::part_of_another_help()));
        }
    }
    out
}
