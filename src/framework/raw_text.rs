//! Texts and waves as they are written in TOML: in one language or both, as text or as a year.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::text::Text;

/// A wave, written as text or as a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawWave(pub String);

impl<'de> Deserialize<'de> for RawWave {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct WaveVisitor;
        impl Visitor<'_> for WaveVisitor {
            type Value = RawWave;
            fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
                to.write_str("a text or a year")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<RawWave, E> {
                Ok(RawWave(text.to_owned()))
            }
            fn visit_i64<E: de::Error>(self, year: i64) -> Result<RawWave, E> {
                Ok(RawWave(year.to_string()))
            }
        }
        from.deserialize_any(WaveVisitor)
    }
}

impl JsonSchema for RawWave {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Wave".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "integer"], "description": "A wave, as text or as a year" })
    }
}

/// A text in one or both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RawText {
    pub(super) id: Option<String>,
    pub(super) en: Option<String>,
}

impl RawText {
    /// The text; a language that is not written takes the other's words.
    #[must_use]
    pub fn text(&self) -> Text {
        let id = self.id.clone().or_else(|| self.en.clone());
        let en = self.en.clone().or_else(|| self.id.clone());
        Text::new(id.unwrap_or_default(), en.unwrap_or_default())
    }
}

impl<'de> Deserialize<'de> for RawText {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = RawText;
            fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
                to.write_str("a text, or a table with `id` and `en`")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<RawText, E> {
                Ok(RawText {
                    id: Some(text.to_owned()),
                    en: Some(text.to_owned()),
                })
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawText, A::Error> {
                let mut out = RawText::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "id" => out.id = Some(map.next_value()?),
                        "en" => out.en = Some(map.next_value()?),
                        _ => return Err(de::Error::unknown_field(&key, &["id", "en"])),
                    }
                }
                if out == RawText::default() {
                    return Err(de::Error::missing_field("id"));
                }
                Ok(out)
            }
        }
        from.deserialize_any(TextVisitor)
    }
}

impl JsonSchema for RawText {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [
            { "type": "string" },
            { "type": "object", "additionalProperties": false, "minProperties": 1,
              "properties": { "id": { "type": "string" }, "en": { "type": "string" } } }
        ] })
    }
}

/// A list of texts: `["…"]`, or `id = ["…"]` and `en = ["…"]` of equal length.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct RawTexts {
    /// Indonesian, where written.
    pub(super) id: Option<Vec<String>>,
    /// English, where written.
    pub(super) en: Option<Vec<String>>,
}

impl RawTexts {
    /// The texts, or the two lengths that do not agree.
    pub(super) fn texts(&self) -> Result<Vec<Text>, (usize, usize)> {
        match (&self.id, &self.en) {
            (Some(id), Some(en)) if id.len() != en.len() => Err((id.len(), en.len())),
            (Some(id), Some(en)) => Ok(id.iter().zip(en).map(|(i, e)| Text::new(i, e)).collect()),
            (Some(one), None) | (None, Some(one)) => Ok(one.iter().map(Text::same).collect()),
            (None, None) => Ok(Vec::new()),
        }
    }
}

impl<'de> Deserialize<'de> for RawTexts {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct TextsVisitor;
        impl<'de> Visitor<'de> for TextsVisitor {
            type Value = RawTexts;
            fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
                to.write_str("a list of texts, or a table with lists `id` and `en`")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawTexts, A::Error> {
                let (mut id, mut en) = (Vec::new(), Vec::new());
                while let Some(text) = seq.next_element::<RawText>()? {
                    let [one, other] = text.text().both().map(str::to_owned);
                    id.push(one);
                    en.push(other);
                }
                Ok(RawTexts {
                    id: Some(id),
                    en: Some(en),
                })
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawTexts, A::Error> {
                let mut out = RawTexts::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "id" => out.id = Some(map.next_value()?),
                        "en" => out.en = Some(map.next_value()?),
                        _ => return Err(de::Error::unknown_field(&key, &["id", "en"])),
                    }
                }
                Ok(out)
            }
        }
        from.deserialize_any(TextsVisitor)
    }
}

impl JsonSchema for RawTexts {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Texts".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = generator.subschema_for::<RawText>();
        json_schema!({ "anyOf": [
            { "type": "array", "items": text },
            { "type": "object", "additionalProperties": false,
              "properties": {
                "id": { "type": "array", "items": { "type": "string" } },
                "en": { "type": "array", "items": { "type": "string" } } } }
        ] })
    }
}
