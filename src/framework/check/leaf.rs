//! Indicators and the scales they are judged on.

use toml::Spanned;

use crate::framework::indicator::{Indicator, Item, Lookup, Normalisation, Recommend};
use crate::framework::kind::{Answers, Kind, OwnScale};
use crate::framework::raw::{RawIndicator, RawScale};
use crate::framework::scale::{Level, Scale};
use crate::framework::{Between, Orientation, RawText, Transform};
use crate::problem::{Problem, suggest};
use crate::stats::TOLERANCE;
use crate::text::{Sentence, Text, say};

use super::Checker;

impl Checker<'_> {
    pub(super) fn indicator(&mut self, raw: &RawIndicator, scales: &mut Vec<Scale>) -> Indicator {
        let kind = raw.kind.unwrap_or(Kind::Level);
        let scale = self.scale_of(raw, kind, scales);
        let the_scale = scales[scale].clone();
        let level_text = self.texts(raw.level_text.as_ref());
        if let Some(span) = raw.level_text.as_ref().map(Spanned::span) {
            let steps = the_scale.steps();
            if !level_text.is_empty() && steps != Some(level_text.len()) {
                let wanted = steps.map_or_else(|| "?".to_owned(), |steps| steps.to_string());
                self.error(&span, say::level_text_count(level_text.len(), wanted));
            }
        }
        if kind.has_stages() && the_scale.levels.len() < 2 {
            self.error(&raw.id.span(), say::ladder_without_stages(raw.id.get_ref()));
        }
        let normalise = self.normalisation(raw, kind);
        let transform = self.transform(raw, normalise);
        let has_levels = kind.rubric().is_some();
        let mut items = Vec::new();
        for item in &raw.item {
            self.on_scale(&item.level, &the_scale, has_levels);
            if items
                .iter()
                .any(|it: &Item| it.code == *item.code.get_ref())
            {
                let sentence = say::duplicate_item(item.code.get_ref(), raw.id.get_ref());
                self.error(&item.code.span(), sentence);
            }
            items.push(Item {
                code: item.code.get_ref().clone(),
                level: *item.level.get_ref(),
                text: item.text.text(),
            });
        }
        let mut recommend = Vec::new();
        for advice in &raw.recommend {
            if let Some(below) = &advice.below {
                self.on_scale(below, &the_scale, has_levels);
            }
            recommend.push(Recommend {
                below: advice.below.as_ref().map(|it| *it.get_ref()),
                to: advice.to,
                text: advice.text.text(),
                source: advice.source.as_ref().map(RawText::text),
            });
        }
        Indicator {
            kind,
            scale,
            direction: raw.direction.unwrap_or(Orientation::Higher),
            allow_na: raw.allow_na,
            external: raw.external,
            fed_by: self.fed_by(raw),
            until_issued: self.until_issued(raw, &the_scale, has_levels),
            note: raw.note.as_ref().map(RawText::text),
            sum_of: raw.sum_of.iter().map(|it| it.get_ref().clone()).collect(),
            swaps_with: raw.swaps_with.as_ref().map(|it| it.get_ref().clone()),
            question: raw.question.as_ref().map(RawText::text),
            level_text,
            evidence: self.texts(raw.evidence.as_ref()),
            unit: raw.unit.as_ref().map(RawText::text),
            normalise,
            transform,
            lookup: self.lookup(raw, &the_scale, has_levels),
            classes: raw.classes.iter().map(RawText::text).collect(),
            items,
            recommend,
        }
    }

    /// What an indicator may have swapped its number with is another indicator, and so is that of which it
    /// is the sum.
    pub(super) fn others_exist(&mut self, all: &[RawIndicator]) {
        for raw in all {
            let own = raw.id.get_ref();
            for (at, part) in raw.sum_of.iter().enumerate() {
                if raw.sum_of[..at]
                    .iter()
                    .any(|it| it.get_ref() == part.get_ref())
                {
                    self.error(&part.span(), say::part_twice(part.get_ref(), own));
                }
                let is_sum = |it: &&RawIndicator| {
                    it.id.get_ref() == part.get_ref() && it.id.get_ref() != own
                };
                if all
                    .iter()
                    .find(is_sum)
                    .is_some_and(|it| !it.sum_of.is_empty())
                {
                    self.error(&part.span(), say::sum_of_sums(part.get_ref(), own));
                }
                self.is_another(part, own, all, say::unknown_part(part.get_ref(), own));
            }
            if let Some(other) = &raw.swaps_with {
                self.is_another(other, own, all, say::unknown_swap(other.get_ref(), own));
            }
        }
    }

    /// Tells a name that is not that of another indicator than `own`.
    fn is_another(
        &mut self,
        name: &Spanned<String>,
        own: &str,
        all: &[RawIndicator],
        sentence: Sentence,
    ) {
        let ids = || {
            all.iter()
                .map(|it| it.id.get_ref().as_str())
                .filter(|it| *it != own)
        };
        let wanted = name.get_ref().as_str();
        if ids().any(|it| it == wanted) {
            return;
        }
        let near = suggest(wanted, ids());
        let problem = Problem::error(sentence)
            .at(self.place(&name.span()))
            .maybe_help(near.map(say::did_you_mean));
        self.problems.push(problem);
    }

    pub(super) fn default_scale(&mut self, raw: Option<&Spanned<RawScale>>) -> Scale {
        match raw {
            Some(raw) => self.scale(raw, None),
            None => Scale {
                name: None,
                min: 0.0,
                max: 4.0,
                bands: Vec::new(),
                levels: Vec::new(),
            },
        }
    }

    pub(super) fn scale(&mut self, raw: &Spanned<RawScale>, name: Option<String>) -> Scale {
        let scale = raw.get_ref();
        let values: Vec<f64> = scale.level.iter().map(|it| *it.value.get_ref()).collect();
        let lowest = values.iter().copied().reduce(f64::min).unwrap_or(0.0);
        let highest = values.iter().copied().reduce(f64::max).unwrap_or(4.0);
        let min = scale.min.unwrap_or(lowest);
        let max = scale.max.unwrap_or(highest);
        let too_large = self.too_large(&raw.span(), &[min, max]);
        // Narrower than this, levels would drown in the tolerance of ties.
        let too_narrow = max - min < 1e-6;
        if !too_large && (!min.is_finite() || !max.is_finite() || too_narrow) {
            self.error(&raw.span(), say::bad_scale(min, max));
        }
        let own = Kind::ALL
            .iter()
            .filter_map(|it| it.rubric()?.own_scale.as_ref());
        for taken in own.filter(|it| name.as_deref() == Some(it.name)) {
            self.error(&raw.span(), say::reserved_scale(taken.name));
        }
        let mut levels: Vec<Level> = Vec::new();
        for level in &scale.level {
            let value = *level.value.get_ref();
            if !(value >= min && value <= max) {
                self.error(
                    &level.value.span(),
                    say::level_outside_scale(value, min, max),
                );
            }
            if levels.iter().any(|it| (it.value - value).abs() < TOLERANCE) {
                self.error(&level.value.span(), say::duplicate_level(value));
            }
            levels.push(Level {
                value,
                label: level.label.text(),
                aliases: level
                    .aliases
                    .iter()
                    .map(|it| it.get_ref().clone())
                    .collect(),
            });
        }
        self.aliases_are_of_one_level(scale);
        levels.sort_by(|a, b| a.value.total_cmp(&b.value));
        let mut out = Scale {
            name,
            min,
            max,
            bands: Vec::new(),
            levels,
        };
        if let Some(bands) = &scale.bands {
            out.bands = self.bands_of(bands, &out);
        }
        out
    }

    /// The edges of levels that are bands of values.
    fn bands_of(&mut self, raw: &Spanned<Vec<f64>>, scale: &Scale) -> Vec<f64> {
        let edges = raw.get_ref();
        let wanted = scale.steps();
        if wanted.map(|it| it + 1) != Some(edges.len()) {
            let wanted = wanted.map_or_else(|| "?".to_owned(), |it| (it + 1).to_string());
            self.error(&raw.span(), say::bands_count(edges.len(), wanted));
            return Vec::new();
        }
        let ascend = edges.windows(2).all(|it| it[1] - it[0] > TOLERANCE);
        let reach =
            |edge: Option<&f64>, end: f64| edge.is_some_and(|edge| (edge - end).abs() <= TOLERANCE);
        if !(ascend && reach(edges.first(), scale.min) && reach(edges.last(), scale.max)) {
            self.error(&raw.span(), say::bands_edges(scale.min, scale.max));
            return Vec::new();
        }
        for (step, ends) in edges.windows(2).enumerate() {
            let level = scale.min + step as f64;
            if level < ends[0] - TOLERANCE || level > ends[1] + TOLERANCE {
                self.error(&raw.span(), say::bands_hold_levels(level, ends[0], ends[1]));
                return Vec::new();
            }
        }
        edges.clone()
    }

    /// An alias has words, and is the label or alias of no other level, or of its own twice.
    fn aliases_are_of_one_level(&mut self, scale: &RawScale) {
        let key = |it: &str| it.trim().to_lowercase();
        let mut taken: Vec<String> = Vec::new();
        for level in &scale.level {
            let text = level.label.text();
            let mut own: Vec<String> = text.both().iter().map(|it| key(it)).collect();
            own.dedup();
            taken.extend(own);
        }
        for alias in scale.level.iter().flat_map(|it| &it.aliases) {
            let word = key(alias.get_ref());
            let is_number = word.replace(',', ".").parse::<f64>().is_ok();
            if word.is_empty() || is_number || taken.contains(&word) {
                self.error(
                    &alias.span(),
                    say::level_alias_taken(alias.get_ref().as_str()),
                );
            } else {
                taken.push(word);
            }
        }
    }

    fn scale_of(&mut self, raw: &RawIndicator, kind: Kind, scales: &mut Vec<Scale>) -> usize {
        let Some(name) = &raw.scale else {
            let own = kind.rubric().and_then(|it| it.own_scale.as_ref());
            return own.map_or(0, |it| own_scale(it, scales));
        };
        let wanted = name.get_ref().as_str();
        if let Some(at) = scales.iter().position(|it| it.name() == Some(wanted)) {
            return at;
        }
        let place = self.place(&name.span());
        let near = suggest(wanted, scales.iter().filter_map(Scale::name));
        let problem = Problem::error(say::unknown_scale(wanted))
            .at(place)
            .maybe_help(near.map(say::did_you_mean));
        self.problems.push(problem);
        0
    }

    fn normalisation(&mut self, raw: &RawIndicator, kind: Kind) -> Option<Normalisation> {
        match kind.answers() {
            Answers::Numbers => {}
            Answers::Levels(_) | Answers::Directions | Answers::Things => {
                let posts = raw.goalposts.as_ref().map(Spanned::span);
                let way = raw.normalise.as_ref().map(Spanned::span);
                let log = raw.transform.as_ref().map(Spanned::span);
                if let Some(span) = posts.or(way).or(log) {
                    self.error(&span, say::only_for_numbers(raw.id.get_ref()));
                }
                return None;
            }
        }
        match (&raw.goalposts, &raw.normalise) {
            (Some(posts), other) => {
                let [low, high] = *posts.get_ref();
                let too_large = self.too_large(&posts.span(), &[low, high]);
                let apart = low.is_finite() && high.is_finite() && high - low > TOLERANCE;
                if !too_large && !apart {
                    self.error(&posts.span(), say::bad_goalposts(low, high));
                }
                if let Some(other) = other {
                    self.error(&other.span(), say::two_normalisations(raw.id.get_ref()));
                }
                Some(Normalisation::Goalposts { low, high })
            }
            (None, Some(way)) => Some(Normalisation::Relative(*way.get_ref())),
            (None, None) => {
                if raw.unit.is_none() {
                    self.warning(&raw.id.span(), say::number_without_unit(raw.id.get_ref()));
                }
                None
            }
        }
    }

    /// What a number becomes before it is held against anything.
    fn transform(
        &mut self,
        raw: &RawIndicator,
        normalise: Option<Normalisation>,
    ) -> Option<Transform> {
        let transform = raw.transform.as_ref()?;
        match normalise {
            // A number is only shown; of another kind it was told already.
            None if raw.kind == Some(Kind::Number) => {
                self.error(
                    &transform.span(),
                    say::transform_of_nothing(raw.id.get_ref()),
                );
                return None;
            }
            None => return None,
            Some(Normalisation::Goalposts { low, .. }) if low <= 0.0 => {
                let span = raw
                    .goalposts
                    .as_ref()
                    .map_or(transform.span(), Spanned::span);
                self.error(&span, say::goalposts_without_logarithm(low));
            }
            Some(Normalisation::Goalposts { .. } | Normalisation::Relative(_)) => {}
        }
        Some(*transform.get_ref())
    }

    fn lookup(&mut self, raw: &RawIndicator, scale: &Scale, has_levels: bool) -> Option<Lookup> {
        let span = raw.lookup.as_ref()?.span();
        let lookup = raw.lookup.as_ref()?.get_ref();
        let from = &lookup.from;
        let ends = lookup.to.as_slice();
        if self.too_large(&span, from) || self.too_large(&span, ends) {
            return None;
        }
        if lookup
            .unit
            .text()
            .both()
            .iter()
            .any(|it| it.trim().is_empty())
        {
            self.error(&span, say::lookup_without_unit());
            return None;
        }
        if !has_levels {
            self.error(&span, say::lookup_of_no_level());
            return None;
        }
        let wanted = scale.steps();
        if wanted != Some(from.len()) {
            let wanted = wanted.map_or_else(|| "?".to_owned(), |steps| steps.to_string());
            self.error(&span, say::lookup_count(from.len(), wanted));
            return None;
        }
        let all: Vec<f64> = from.iter().chain(ends).copied().collect();
        let ascend = |pair: &[f64]| pair[1] - pair[0] > TOLERANCE;
        if !all.iter().all(|it| it.is_finite()) || !all.windows(2).all(ascend) {
            self.error(&span, say::lookup_not_ascending());
            return None;
        }
        let levels = from.iter().enumerate();
        let levels = levels.map(|(step, from)| (*from, scale.value_at(step)));
        let line = match lookup.between {
            Between::Step => None,
            Between::Line => {
                let Some(to) = lookup.to else {
                    self.error(&span, say::lookup_line_without_end());
                    return None;
                };
                let ends = from.iter().copied().chain([to]);
                Some(match scale.has_bands() {
                    true => ends.zip(scale.bands.iter().copied()).collect(),
                    false => {
                        let level = |(step, it): (usize, f64)| (it, scale.value_at(step));
                        let mut points: Vec<(f64, f64)> = ends.enumerate().map(level).collect();
                        // The highest level goes on to the end.
                        if let [.., (_, top), (_, last)] = points.as_mut_slice() {
                            *last = *top;
                        }
                        points
                    }
                })
            }
        };
        Some(Lookup {
            unit: lookup.unit.text(),
            aliases: lookup.aliases.clone(),
            steps: levels.collect(),
            to: lookup.to,
            line,
            note: lookup.note.as_ref().map(RawText::text),
        })
    }

    /// Who feeds an indicator; only of one that is fed.
    fn fed_by(&mut self, raw: &RawIndicator) -> Option<Text> {
        let fed_by = raw.fed_by.as_ref()?.text();
        if !raw.external && raw.lookup.is_none() {
            let sentence = say::fed_by_nobody(raw.id.get_ref());
            self.error(&raw.id.span(), sentence);
        }
        Some(fed_by)
    }

    /// The value that stands until another body's index is issued.
    fn until_issued(&mut self, raw: &RawIndicator, scale: &Scale, has_levels: bool) -> Option<f64> {
        let value = raw.until_issued.as_ref()?;
        if !raw.external || !has_levels {
            self.error(&value.span(), say::until_issued_of_own(raw.id.get_ref()));
            return None;
        }
        self.on_scale(value, scale, has_levels);
        Some(*value.get_ref())
    }

    fn on_scale(&mut self, value: &Spanned<f64>, scale: &Scale, has_levels: bool) {
        let number = *value.get_ref();
        if !number.is_finite() {
            self.error(&value.span(), say::number_not_finite(number));
        } else if has_levels && !scale.contains(number) {
            let sentence = say::level_outside_scale(number, scale.min(), scale.max());
            let named = match scale.name() {
                Some(name) => say::scale_called(name),
                None => say::scale_of_framework(),
            };
            self.error_help(&value.span(), sentence, named);
        }
    }
}

/// Position of the scale that a kind brings along.
fn own_scale(own: &OwnScale, scales: &mut Vec<Scale>) -> usize {
    if let Some(at) = scales.iter().position(|it| it.name() == Some(own.name)) {
        return at;
    }
    let levels = own.levels.iter().map(|(value, id, en)| Level {
        aliases: Vec::new(),
        value: *value,
        label: Text::new(*id, *en),
    });
    let levels: Vec<Level> = levels.collect();
    scales.push(Scale {
        name: Some(own.name.to_owned()),
        min: levels.first().map_or(0.0, |it| it.value),
        max: levels.last().map_or(1.0, |it| it.value),
        bands: Vec::new(),
        levels,
    });
    scales.len() - 1
}
