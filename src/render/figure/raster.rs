//! PNG: a plotters backend over tiny-skia, with letters drawn from the outlines of the embedded font.
//!
//! plotters' own bitmap backend needs system fonts or leaves lines ragged; this one draws every shape with
//! anti-aliasing at sub-pixel places. Owns the choice of the image size.

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontStyle,
    FontTransform,
};
use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform,
};
use ttf_parser::OutlineBuilder;

use crate::render::figure::FigureError;
use crate::render::figure::canvas::{self, PLOTTERS_ASCENT, PLOTTERS_EM, UNITS};
use crate::render::figure::describe::Description;
use crate::render::figure::font::Fonts;
use crate::render::figure::scene::Scene;
use crate::render::figure::style::Weight;

use super::Painter;

pub(super) const PNG: Painter = Painter {
    ending: "png",
    encode,
};

/// Image pixels per figure pixel.
const SCALE: f64 = 2.0;
/// Largest side of an image; common viewers and word processors fail beyond it.
const LARGEST_SIDE: f64 = 16_384.0;
/// Most pixels of an image: 256 MB while drawing.
const MOST_PIXELS: f64 = 64e6;
/// Below this scale letters cannot be read.
const LEAST_SCALE: f64 = 0.5;

/// The scene as PNG bytes, at twice the pixel size of the SVG; less where the image would become too large, and an
/// error where it would be unreadable at the largest size an image may have.
fn encode(scene: &Scene, description: &Description, fonts: &Fonts) -> Result<Vec<u8>, FigureError> {
    let scale = scale(scene)?;
    let side = |pixels: f64| ((pixels * scale).floor().min(LARGEST_SIDE) as u32).max(1);
    let (width, height) = (side(scene.width), side(scene.height));
    let mut pixmap = Pixmap::new(width, height)
        .ok_or_else(|| FigureError::new("the image does not fit into memory"))?;
    pixmap.fill(Color::WHITE);
    let mut raster = Raster {
        pixmap,
        fonts,
        scale: (scale / UNITS) as f32,
    };
    canvas::paint(scene, &mut raster).map_err(FigureError::new)?;
    write(&raster.pixmap, scale, description)
        .map_err(|error| FigureError::new(format!("the image cannot be encoded: {error}")))
}

/// Image pixels per figure pixel: [`SCALE`], or what keeps the image within its limits.
fn scale(scene: &Scene) -> Result<f64, FigureError> {
    let (width, height) = (scene.width.max(1.0), scene.height.max(1.0));
    let scale = SCALE
        .min(LARGEST_SIDE / width)
        .min(LARGEST_SIDE / height)
        .min((MOST_PIXELS / (width * height)).sqrt());
    if scale >= LEAST_SCALE {
        Ok(scale)
    } else {
        Err(FigureError::new(format!(
            "a figure of {width:.0} × {height:.0} pixels is too large for a readable PNG image"
        )))
    }
}

fn write(
    pixmap: &Pixmap,
    scale: f64,
    description: &Description,
) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    // A CSS pixel is 1/96 inch: word processors then place the image at the size of the SVG.
    let per_metre = (scale * 96.0 / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    if !description.title.is_empty() {
        encoder.add_itxt_chunk("Title".to_owned(), description.title.clone())?;
    }
    let mut writer = encoder.write_header()?;
    // The background is opaque, so premultiplied colours are the colours.
    let pixels: Vec<u8> = pixmap
        .pixels()
        .iter()
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}

/// The backend: an image and how many of its pixels one backend unit is.
struct Raster<'fonts> {
    pixmap: Pixmap,
    fonts: &'fonts Fonts,
    scale: f32,
}

type Drawn = Result<(), DrawingErrorKind<FigureError>>;

impl Raster<'_> {
    fn place(&self, at: BackendCoord) -> (f32, f32) {
        (at.0 as f32 * self.scale, at.1 as f32 * self.scale)
    }

    fn outline(&self, points: impl IntoIterator<Item = BackendCoord>, close: bool) -> Option<Path> {
        let mut builder = PathBuilder::new();
        for (index, point) in points.into_iter().enumerate() {
            let (x, y) = self.place(point);
            if index == 0 {
                builder.move_to(x, y);
            } else {
                builder.line_to(x, y);
            }
        }
        if close {
            builder.close();
        }
        builder.finish()
    }

    fn fill(&mut self, path: Option<Path>, color: BackendColor) {
        if let Some(path) = path {
            self.pixmap.fill_path(
                &path,
                &paint(color),
                FillRule::Winding,
                Transform::identity(),
                None,
            );
        }
    }

    fn stroke(&mut self, path: Option<Path>, style: &impl BackendStyle) {
        let stroke = Stroke {
            width: style.stroke_width() as f32 * self.scale,
            line_join: LineJoin::Round,
            line_cap: LineCap::Butt,
            ..Stroke::default()
        };
        if let Some(path) = path {
            self.pixmap.stroke_path(
                &path,
                &paint(style.color()),
                &stroke,
                Transform::identity(),
                None,
            );
        }
    }
}

impl DrawingBackend for Raster<'_> {
    type ErrorType = FigureError;

    fn get_size(&self) -> (u32, u32) {
        let units = |pixels: u32| (pixels as f32 / self.scale).round() as u32;
        (units(self.pixmap.width()), units(self.pixmap.height()))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(
            point,
            (point.0.saturating_add(1), point.1.saturating_add(1)),
            &color,
            true,
        )
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (left, top) = self.place(upper_left);
        let (right, bottom) = self.place(bottom_right);
        let path = Rect::from_ltrb(
            left.min(right),
            top.min(bottom),
            left.max(right),
            top.max(bottom),
        )
        .map(PathBuilder::from_rect);
        if fill {
            self.fill(path, style.color());
        } else {
            self.stroke(path, style);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let path = self.outline(path, false);
        self.stroke(path, style);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y) = self.place(center);
        let path = PathBuilder::from_circle(x, y, radius as f32 * self.scale);
        if fill {
            self.fill(path, style.color());
        } else {
            self.stroke(path, style);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        let path = self.outline(vert, true);
        self.fill(path, style.color());
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        pos: BackendCoord,
    ) -> Drawn {
        let weight = match style.style() {
            FontStyle::Bold => Weight::Bold,
            _ => Weight::Regular,
        };
        let em = (style.size() / PLOTTERS_EM) as f32 * self.scale;
        let (letters, width) = self.fonts.run(text, weight);
        let start = match style.anchor().h_pos {
            HPos::Left => 0.0,
            HPos::Center => -width / 2.0,
            HPos::Right => -width,
        };
        let (x, y) = self.place(pos);
        let face = self.fonts.face(weight);
        let mut pen = Pen {
            builder: PathBuilder::new(),
            origin: (x, y),
            offset: 0.0,
            drop: PLOTTERS_ASCENT as f32 * em,
            unit: em / f32::from(face.units_per_em().max(1)),
            turned: matches!(style.transform(), FontTransform::Rotate270),
        };
        for letter in letters {
            pen.offset = (start + letter.x) as f32 * em;
            face.outline_glyph(letter.glyph, &mut pen);
        }
        self.fill(pen.builder.finish(), style.color());
        Ok(())
    }
}

fn paint(color: BackendColor) -> Paint<'static> {
    let (red, green, blue) = color.rgb;
    let mut paint = Paint::default();
    paint.set_color_rgba8(
        red,
        green,
        blue,
        (color.alpha.clamp(0.0, 1.0) * 255.0).round() as u8,
    );
    paint.anti_alias = true;
    paint
}

/// Takes the outline of a letter to its place in the image.
struct Pen {
    builder: PathBuilder,
    /// Top of the text, in image pixels.
    origin: (f32, f32),
    /// Where the letter starts along the baseline.
    offset: f32,
    /// From the top of the text to its baseline.
    drop: f32,
    /// Image pixels per font unit.
    unit: f32,
    /// Whether the text runs upwards.
    turned: bool,
}

impl Pen {
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        let along = self.offset + x * self.unit;
        let across = self.drop - y * self.unit;
        if self.turned {
            (self.origin.0 + across, self.origin.1 - along)
        } else {
            (self.origin.0 + along, self.origin.1 + across)
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.builder.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.builder.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (x1, y1) = self.place(x1, y1);
        let (x, y) = self.place(x, y);
        self.builder.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (x1, y1) = self.place(x1, y1);
        let (x2, y2) = self.place(x2, y2);
        let (x, y) = self.place(x, y);
        self.builder.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.builder.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(width: f64, height: f64) -> Result<f64, FigureError> {
        scale(&Scene {
            width,
            height,
            ..Scene::default()
        })
    }

    #[test]
    fn the_scale_keeps_an_image_within_its_limits() {
        assert_eq!(of(820.0, 600.0), Ok(SCALE));
        for (width, height) in [(820.0, 12_000.0), (1700.0, 12_400.0), (7000.0, 7000.0)] {
            let scale = of(width, height).expect("it fits");
            assert!((LEAST_SCALE..SCALE).contains(&scale));
            assert!(height * scale <= LARGEST_SIDE + 1e-6 && width * scale <= LARGEST_SIDE + 1e-6);
            assert!(width * height * scale * scale <= MOST_PIXELS * 1.000_001);
        }
        assert!(of(820.0, 40_000.0).is_err());
        assert!(of(f64::MAX, f64::MAX).is_err());
    }
}
