//! Profile by group: a shape for each region.

use crate::text::label;
use crate::view::chart::{Body, Chart, Radar, Series};
use crate::view::shown::Shown;
use crate::view::words;

use super::{Figure, Of, caption};

pub(super) const RADAR: Figure = Figure {
    name: "radar",
    of: Of::Comparison(draw),
};

/// Groups per region on spokes.
fn draw(shown: Shown) -> Chart {
    let lang = shown.lang;
    let framework = shown.framework();
    let top = framework.nodes()[0].children();
    let title = label::figure_radar(lang, caption::name(&shown));
    let (min, max) = words::axis(framework, shown.method());
    let body = Body::Radar(Radar {
        spokes: top
            .iter()
            .map(|at| words::title(lang, framework, *at).to_owned())
            .collect(),
        min,
        max,
        series: shown
            .comparison
            .shown
            .iter()
            .map(|at| {
                let assessment = shown.assessment(*at);
                Series {
                    label: assessment.region.name.to_string(),
                    values: top
                        .iter()
                        .map(|node| {
                            let score = assessment.nodes[*node].score?;
                            Some(shown.method().as_people_read(framework, *node, score))
                        })
                        .collect(),
                }
            })
            .collect(),
    });
    caption::chart(&shown, &RADAR, title, vec![caption::axis(&shown)], body)
}
