//! What holds for every figure: nothing overlaps or is cut, nothing is unescaped, nothing panics, bytes repeat.

use crate::text::Lang;
use crate::view::chart::{
    Body, Chart, DotRow, Dots, HeatCell, HeatColumn, HeatRow, Heatmap, LinePoint, LineRole,
    LineSeries, LineTone, Lines, Missing, Radar, ReferenceLine, Series,
};

use crate::render::figure::font::Fonts;
use crate::render::figure::samples::{chart, dots, heatmap, lines, radar, usual};
use crate::render::figure::scene::{self, Scene};
use crate::render::figure::style::{self, Rgb};
use crate::render::figure::{FigureError, frame, raster, vector};

fn svg(chart: &Chart) -> Result<String, FigureError> {
    let bytes = vector::SVG.paint(chart)?;
    Ok(String::from_utf8(bytes).expect("SVG is UTF-8"))
}

fn png(chart: &Chart) -> Result<Vec<u8>, FigureError> {
    raster::PNG.paint(chart)
}

fn laid_out(chart: &Chart, fonts: &Fonts) -> Scene {
    frame::layout(chart, fonts)
}

#[test]
fn texts_neither_overlap_nor_leave_the_figure() {
    let fonts = Fonts::load().expect("embedded fonts");
    for (number, chart) in usual().iter().enumerate() {
        let scene = laid_out(chart, &fonts);
        let areas: Vec<_> = scene
            .texts()
            .map(|text| (&text.text, scene::area(text, &fonts)))
            .collect();
        assert!(areas.len() > 5);
        for (index, (text, area)) in areas.iter().enumerate() {
            let inside = area.left >= 0.0
                && area.top >= 0.0
                && area.right <= scene.width
                && area.bottom <= scene.height;
            assert!(
                inside,
                "figure {number}: `{text}` leaves {} × {}: {area:?}",
                scene.width, scene.height
            );
            for (other, there) in &areas[index + 1..] {
                // Lines of one text may touch by a hair: descenders and capitals of the next line.
                let mut below = *there;
                below.top += 0.6;
                below.bottom -= 0.6;
                assert!(
                    !area.overlaps(&below),
                    "figure {number}: `{text}` {area:?} and `{other}` {there:?}"
                );
            }
        }
    }
}

#[test]
fn names_of_the_usual_figures_are_not_cut() {
    let fonts = Fonts::load().expect("embedded fonts");
    for chart in usual() {
        assert!(
            laid_out(&chart, &fonts)
                .texts()
                .all(|text| !text.text.contains('…')),
            "{:?}",
            chart.body
        );
    }
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    for chart in [
        radar(6, 4, true),
        dots(5, &[60.0]),
        heatmap(5, 7),
        lines(3, 6, true),
    ] {
        assert_eq!(svg(&chart), svg(&chart));
    }
    let chart = heatmap(2, 4);
    assert_eq!(png(&chart), png(&chart));
}

#[test]
fn the_image_is_twice_the_size_of_the_figure() {
    let fonts = Fonts::load().expect("embedded fonts");
    for chart in [radar(3, 5, false), dots(4, &[60.0])] {
        let scene = laid_out(&chart, &fonts);
        let (width, height) = decoded(&png(&chart).expect("a small figure"));
        assert_eq!(width, (scene.width * 2.0) as u32);
        assert_eq!(height, (scene.height * 2.0) as u32);
        let header = format!("width=\"{}\" height=\"{}\"", scene.width, scene.height);
        assert!(svg(&chart).expect("a small figure").contains(&header));
    }
}

fn decoded(bytes: &[u8]) -> (u32, u32) {
    let decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    let mut reader = decoder.read_info().expect("a PNG header");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size that fits")];
    let info = reader.next_frame(&mut pixels).expect("image data");
    assert!(
        pixels.iter().any(|channel| *channel < 60),
        "something is drawn"
    );
    (info.width, info.height)
}

#[test]
fn a_figure_too_tall_for_an_image_is_still_drawn_as_svg() {
    let endless = dots(3000, &[60.0]);
    let error = png(&endless).expect_err("3000 regions do not fit");
    assert!(error.to_string().contains("too large"), "{error}");
    assert!(svg(&endless).is_ok());
}

#[test]
fn hostile_input_is_drawn_escaped_or_refused_but_never_panics() {
    let nasty = format!(
        "<script>alert('x')</script> & \"q\" ]]> 😀\u{0}\u{1b}[31m\u{7}\u{202e}{}",
        "x".repeat(300)
    );
    let values = [
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::MAX,
        f64::MIN,
        -0.0,
        1e-320,
        50.0,
    ];
    let mut charts = vec![
        radar(0, 0, false),
        radar(0, 4, false),
        radar(3, 0, false),
        radar(1, 8, true),
        radar(70, 2, true),
        radar(61, 8, true),
        dots(1, &values),
        heatmap(0, 7),
        heatmap(3, 1),
        heatmap(500, 7),
        lines(0, 3, false),
        lines(1, 3, false),
        lines(3, 0, true),
        lines(90, 400, true),
        chart(Body::Heatmap(Heatmap {
            columns: Vec::new(),
            rows: Vec::new(),
            legend: Vec::new(),
            missing: Vec::new(),
            not_applicable_label: String::new(),
        })),
        chart(Body::Dots(Dots {
            axis: String::new(),
            min: 0.0,
            max: 0.0,
            rows: Vec::new(),
            lines: Vec::new(),
        })),
    ];
    for low in values {
        for high in [f64::NAN, f64::MAX, 50.0] {
            let series = |count: usize| {
                let series = Series {
                    label: nasty.clone(),
                    values: vec![Some(low), Some(high), None, Some(1.0)],
                };
                vec![series; count]
            };
            for (spokes, count) in [(2, 2), (3, 2), (4, 8)] {
                let spokes = vec![nasty.clone(); spokes];
                charts.push(chart(Body::Radar(Radar {
                    spokes,
                    min: low,
                    max: high,
                    series: series(count),
                })));
            }
            let row = DotRow {
                label: nasty.clone(),
                value: Some(low),
                value_label: nasty.clone(),
                range: Some((low, high)),
                ranked: low.is_nan(),
                after_gap: false,
            };
            let line = ReferenceLine {
                label: nasty.clone(),
                value: high,
                role: LineRole::Median,
            };
            charts.push(chart(Body::Dots(Dots {
                axis: nasty.clone(),
                min: low,
                max: high,
                rows: vec![row; 3],
                lines: vec![line; 7],
            })));
        }
        for (count, places) in [(1, 0), (12, 3), (50, 2)] {
            let point = |value: f64| LinePoint {
                value,
                label: nasty.clone(),
                ranked: low.is_nan(),
                certain: false,
            };
            let series = LineSeries {
                label: nasty.clone(),
                points: vec![Some(point(low)), None, Some(point(3.0)), Some(point(low))],
                change_label: nasty.clone(),
                tone: LineTone::Rose,
            };
            charts.push(chart(Body::Lines(Lines {
                axis: nasty.clone(),
                min: low,
                max: 3.0,
                waves: vec![nasty.clone(); 3],
                places: vec![low; places],
                series: vec![series; count],
                keys: Vec::new(),
            })));
        }
        let cell = HeatCell::Level {
            label: nasty.clone(),
            shade: Some(low),
        };
        charts.push(chart(Body::Heatmap(Heatmap {
            columns: vec![
                HeatColumn {
                    label: nasty.clone(),
                    group: nasty.clone()
                };
                3
            ],
            rows: vec![
                HeatRow {
                    label: nasty.clone(),
                    cells: vec![cell.clone(); 9],
                },
                HeatRow {
                    label: nasty.clone(),
                    cells: Vec::new(),
                },
            ],
            legend: vec![(nasty.clone(), low)],
            missing: vec![(Missing::NoStatement, nasty.clone())],
            not_applicable_label: nasty.clone(),
        })));
    }
    for (index, chart) in charts.iter_mut().enumerate() {
        chart.title.clone_from(&nasty);
        chart.notes = vec![nasty.clone(), String::new()];
        let text = svg(chart).expect("small enough");
        assert_well_formed(&text);
        // Images are slow to encode; the drawing code is the same.
        if index % 37 == 4 {
            assert!(png(chart).is_ok());
        }
    }
}

/// Only our elements, each `&` an entity, no character that XML forbids.
fn assert_well_formed(text: &str) {
    const KNOWN: [&str; 18] = [
        "svg", "/svg", "title", "/title", "desc", "/desc", "rect", "line", "polyline", "polygon",
        "circle", "text", "/text", "g", "/g", "path", "defs", "/defs",
    ];
    for part in text.split('<').skip(1) {
        let name = part
            .split([' ', '>', '/'])
            .find(|name| !name.is_empty())
            .unwrap_or_default();
        let name = if part.starts_with('/') {
            format!("/{name}")
        } else {
            name.to_owned()
        };
        assert!(KNOWN.contains(&name.as_str()), "<{part}");
        assert!(part.contains('>'), "<{part}");
    }
    for part in text.split('&').skip(1) {
        let entity = ["lt;", "gt;", "amp;", "quot;", "apos;"]
            .iter()
            .any(|entity| part.starts_with(entity));
        assert!(entity, "&{}", part.chars().take(10).collect::<String>());
    }
    assert!(
        text.chars()
            .all(|letter| letter == '\n' || !letter.is_control())
    );
    assert!(!text.contains("NaN") && !text.contains("inf"));
}

#[test]
fn numbers_on_axes_follow_the_language() {
    let mut chart = dots(3, &[]);
    if let Body::Dots(dots) = &mut chart.body {
        dots.max = 1.0;
        dots.rows.clear();
        dots.rows.push(DotRow {
            label: "Kota Palembang".to_owned(),
            value: Some(0.5),
            value_label: String::new(),
            range: None,
            ranked: true,
            after_gap: false,
        });
    }
    assert!(svg(&chart).expect("a small figure").contains(">0,4<"));
    chart.lang = Lang::En;
    assert!(svg(&chart).expect("a small figure").contains(">0.4<"));
}

#[test]
fn a_missing_value_is_named_and_not_drawn_as_zero() {
    let chart = radar(3, 2, true);
    let text = svg(&chart).expect("a small figure");
    assert!(text.contains("tanpa skor: "), "{text}");
    let mut full = radar(3, 2, false);
    if let Body::Radar(radar) = &mut full.body {
        radar.series[0].values[0] = Some(0.0);
    }
    assert!(!svg(&full).expect("a small figure").contains("tanpa skor"));
}

#[test]
fn legends_show_only_what_occurs() {
    let mut chart = heatmap(5, 7);
    assert!(
        svg(&chart)
            .expect("a small figure")
            .contains("tidak berlaku")
    );
    if let Body::Heatmap(heatmap) = &mut chart.body {
        for cell in heatmap.rows.iter_mut().flat_map(|row| &mut row.cells) {
            *cell = HeatCell::Level {
                label: "1".to_owned(),
                shade: Some(0.5),
            };
        }
    }
    let text = svg(&chart).expect("a small figure");
    assert!(!text.contains("tidak berlaku") && !text.contains("tanpa skor"));
}

#[test]
fn shades_darken_steadily_and_texts_on_them_stand_out() {
    let mut before = 1.1;
    for step in 0..=100 {
        let ground = style::shade(f64::from(step) / 100.0);
        let light = style::luminance(ground);
        assert!(light < before, "shade {step}");
        before = light;
        let text = style::luminance(style::text_on(ground));
        let contrast = (light.max(text) + 0.05) / (light.min(text) + 0.05);
        assert!(contrast >= 4.0, "shade {step}: {contrast}");
    }
    assert_eq!(style::shade(f64::NAN), style::shade(0.0));
    assert_eq!(style::text_on(Rgb(255, 255, 255)), style::INK);
}

#[test]
fn a_missing_wave_breaks_the_line() {
    let paths = |chart: &Chart| {
        let fonts = Fonts::load().expect("embedded fonts");
        let marks = laid_out(chart, &fonts).marks;
        let slanted = |mark: &&scene::Mark| {
            matches!(mark, scene::Mark::Path { points, width, .. }
                if *width > 2.0 && points.len() == 2 && (points[0].0 - points[1].0).abs() > 40.0)
        };
        marks.iter().filter(slanted).count()
    };
    let mut full = lines(3, 1, false);
    if let Body::Lines(lines) = &mut full.body {
        lines.keys.clear();
        for point in lines.series[0].points.iter_mut().flatten() {
            point.certain = true;
        }
    }
    assert_eq!(paths(&full), 2);
    if let Body::Lines(lines) = &mut full.body {
        lines.series[0].points[1] = None;
    }
    assert_eq!(paths(&full), 0);
    let text = svg(&full).expect("a small figure");
    assert!(text.contains("2019 tanpa skor"), "{text}");
}

#[test]
fn regions_left_out_between_two_rows_leave_a_gap() {
    let with_gap = |after_gap: bool| {
        let mut chart = dots(4, &[]);
        if let Body::Dots(dots) = &mut chart.body {
            dots.rows[0].after_gap = true;
            dots.rows[2].after_gap = after_gap;
        }
        svg(&chart).expect("a small figure")
    };
    let (plain, gap) = (with_gap(false), with_gap(true));
    let height = |svg: &str| {
        let (_, rest) = svg.split_once(" height=\"").expect("a height");
        let (height, _) = rest.split_once('"').expect("its end");
        height.parse::<f64>().expect("a number")
    };
    assert!(
        height(&gap) > height(&plain),
        "nothing stands above the first row"
    );
    assert!(gap.len() > plain.len());
}
