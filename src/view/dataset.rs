//! Datasets: rows with one list of typed columns, from which come the CSV, the rows in JSON, their
//! schema and their documentation.
//!
//! A kind of row says once what its columns are ([`Row::columns`]). What is added there appears in
//! every format; what is forgotten there appears in none.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::ser::{Serialize, SerializeMap as _, SerializeSeq as _, Serializer};

/// A kind of row: one region of a ranking, one node of an assessment.
pub trait Row: Sized {
    /// Name of the rows in schemas, such as `Node`.
    const NAME: &'static str;
    /// What one row is, in a sentence.
    const ABOUT: &'static str;

    /// Adds the columns from left to right.
    fn columns(to: &mut Columns<'_, Self>);
}

/// The columns of a kind of row, from left to right.
pub struct Columns<'c, R>(Vec<Column<'c, R>>);

/// One column: its name, what it holds, in which formats it stands, and how a row gives it.
pub struct Column<'c, R> {
    id: Cow<'c, str>,
    about: &'static str,
    holds: Holds,
    always: bool,
    place: Place,
    get: Getter<'c, R>,
}

type Getter<'c, R> = Box<dyn for<'r> Fn(&'r R) -> Value<'r> + 'c>;

/// What the cells of a column hold.
#[derive(Clone, Copy)]
pub enum Holds {
    /// A text: a name, an id, a word of a fixed list.
    Text,
    /// A number at full precision.
    Number,
    /// A whole number.
    Whole,
    /// Yes or no.
    Flag,
    /// Something with parts of its own, only in JSON.
    Record(fn(&mut SchemaGenerator) -> Schema),
}

/// In which of the formats for programs a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Both,
    Csv,
    Json,
}

/// A value of a column in one row.
pub enum Value<'r> {
    /// None.
    Missing,
    /// A text.
    Text(Cow<'r, str>),
    /// A number at full precision.
    Number(f64),
    /// A whole number.
    Whole(i64),
    /// Yes or no.
    Flag(bool),
    /// Something with parts of its own.
    Record(Box<dyn erased_serde::Serialize + 'r>),
}

impl<'c, R> Columns<'c, R> {
    fn add(
        &mut self,
        id: impl Into<Cow<'c, str>>,
        about: &'static str,
        holds: Holds,
        get: impl for<'r> Fn(&'r R) -> Value<'r> + 'c,
    ) -> &mut Column<'c, R> {
        let at = self.0.len();
        self.0.push(Column {
            id: id.into(),
            about,
            holds,
            always: false,
            place: Place::Both,
            get: Box::new(get),
        });
        &mut self.0[at]
    }

    /// Texts that the row owns or borrows.
    pub fn text(
        &mut self,
        id: impl Into<Cow<'c, str>>,
        about: &'static str,
        get: impl for<'r> Fn(&'r R) -> Option<&'r str> + 'c,
    ) -> &mut Column<'c, R> {
        self.add(id, about, Holds::Text, move |row| match get(row) {
            Some(text) => Value::Text(Cow::Borrowed(text)),
            None => Value::Missing,
        })
    }

    /// Texts of which some are made for the purpose.
    pub fn texts(
        &mut self,
        id: impl Into<Cow<'c, str>>,
        about: &'static str,
        get: impl for<'r> Fn(&'r R) -> Option<Cow<'r, str>> + 'c,
    ) -> &mut Column<'c, R> {
        self.add(id, about, Holds::Text, move |row| {
            get(row).map_or(Value::Missing, Value::Text)
        })
    }

    /// Texts that are made for the purpose.
    pub fn words(
        &mut self,
        id: impl Into<Cow<'c, str>>,
        about: &'static str,
        get: impl Fn(&R) -> Option<String> + 'c,
    ) -> &mut Column<'c, R> {
        self.add(id, about, Holds::Text, move |row| match get(row) {
            Some(text) => Value::Text(Cow::Owned(text)),
            None => Value::Missing,
        })
    }

    /// Numbers at full precision.
    pub fn number(
        &mut self,
        id: impl Into<Cow<'c, str>>,
        about: &'static str,
        get: impl Fn(&R) -> Option<f64> + 'c,
    ) -> &mut Column<'c, R> {
        self.add(id, about, Holds::Number, move |row| {
            get(row).map_or(Value::Missing, Value::Number)
        })
    }

    /// Counts: whole numbers of which there always is one.
    pub fn count(
        &mut self,
        id: impl Into<Cow<'c, str>>,
        about: &'static str,
        get: impl Fn(&R) -> usize + 'c,
    ) -> &mut Column<'c, R> {
        self.add(id, about, Holds::Whole, move |row| whole(get(row)))
            .always()
    }

    /// Whole numbers that may be missing, such as a rank.
    pub fn whole(
        &mut self,
        id: impl Into<Cow<'c, str>>,
        about: &'static str,
        get: impl Fn(&R) -> Option<usize> + 'c,
    ) -> &mut Column<'c, R> {
        self.add(id, about, Holds::Whole, move |row| {
            get(row).map_or(Value::Missing, whole)
        })
    }

    /// Yes or no; nothing where that makes no sense.
    pub fn flag(
        &mut self,
        id: impl Into<Cow<'c, str>>,
        about: &'static str,
        get: impl Fn(&R) -> Option<bool> + 'c,
    ) -> &mut Column<'c, R> {
        self.add(id, about, Holds::Flag, move |row| {
            get(row).map_or(Value::Missing, Value::Flag)
        })
    }

    /// Something with parts of its own (a list, a map), which only JSON can hold. `T` is what it
    /// looks like there.
    pub fn record<T: JsonSchema>(
        &mut self,
        id: impl Into<Cow<'c, str>>,
        about: &'static str,
        get: impl for<'r> Fn(&'r R) -> Box<dyn erased_serde::Serialize + 'r> + 'c,
    ) -> &mut Column<'c, R> {
        let holds = Holds::Record(|generator| generator.subschema_for::<T>());
        self.add(id, about, holds, move |row| Value::Record(get(row)))
            .only_json()
    }
}

impl<R> Column<'_, R> {
    /// Says that no row is without a value.
    pub fn always(&mut self) -> &mut Self {
        self.always = true;
        self
    }

    /// Leaves the column out of JSON.
    pub fn only_csv(&mut self) -> &mut Self {
        self.place = Place::Csv;
        self
    }

    /// Leaves the column out of CSV.
    pub fn only_json(&mut self) -> &mut Self {
        self.place = Place::Json;
        self
    }
}

/// The columns of a kind of row that do not stand only in the format `not`.
fn columns_of<'c, R: Row>(not: Place) -> Vec<Column<'c, R>> {
    let mut columns = Columns(Vec::new());
    R::columns(&mut columns);
    columns.0.retain(|it| it.place != not);
    columns.0
}

fn whole<'r>(count: usize) -> Value<'r> {
    // No count of rows, people or ranks comes near the end of the range.
    Value::Whole(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Rows of one kind as they stand in JSON: a list of objects.
pub struct Rows<R>(pub Vec<R>);

impl<R: Row> Serialize for Rows<R> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let columns = columns_of::<R>(Place::Csv);
        let mut list = to.serialize_seq(Some(self.0.len()))?;
        for row in &self.0 {
            list.serialize_element(&Object(row, &columns))?;
        }
        list.end()
    }
}

/// One row as an object.
struct Object<'a, R>(&'a R, &'a [Column<'a, R>]);

impl<R> Serialize for Object<'_, R> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.1.len()))?;
        for column in self.1 {
            map.serialize_entry(&column.id, &(column.get)(self.0))?;
        }
        map.end()
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Missing => to.serialize_none(),
            Self::Text(text) => to.serialize_str(text),
            Self::Number(number) => to.serialize_f64(*number),
            Self::Whole(number) => to.serialize_i64(*number),
            Self::Flag(flag) => to.serialize_bool(*flag),
            Self::Record(record) => erased_serde::serialize(&**record, to),
        }
    }
}

impl<R: Row> JsonSchema for Rows<R> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}Rows", R::NAME).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut properties = serde_json::Map::new();
        let mut required = Vec::new();
        for column in columns_of::<R>(Place::Csv) {
            let kind = match column.holds {
                Holds::Text => Ok("string"),
                Holds::Number => Ok("number"),
                Holds::Whole => Ok("integer"),
                Holds::Flag => Ok("boolean"),
                Holds::Record(of) => Err(of(generator)),
            };
            let mut schema = match kind {
                Ok(kind) if column.always => schemars::json_schema!({ "type": kind }),
                Ok(kind) => schemars::json_schema!({ "type": [kind, "null"] }),
                Err(schema) => schema,
            };
            schema.insert("description".to_owned(), column.about.into());
            required.push(serde_json::Value::from(column.id.as_ref()));
            properties.insert(column.id.into_owned(), schema.to_value());
        }
        schemars::json_schema!({
            "type": "array",
            // No rule for JSON: what a CSV of the same rows has, for the documentation.
            "x-csv": in_csv::<R>(),
            "items": {
                "type": "object",
                "description": R::ABOUT,
                "properties": properties,
                "required": required,
            }
        })
    }
}

/// What a CSV of rows of a kind has, for the documentation: name and description of each column.
pub(super) fn in_csv<R: Row>() -> Vec<serde_json::Value> {
    columns_of::<R>(Place::Json)
        .into_iter()
        .map(|it| serde_json::json!({ "name": it.id, "description": it.about }))
        .collect()
}

/// One row as it stands in JSON where there is no list of them.
pub struct OneRow<R>(pub R);

impl<R: Row> Serialize for OneRow<R> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Object(&self.0, &columns_of::<R>(Place::Csv)).serialize(to)
    }
}

impl<R: Row> JsonSchema for OneRow<R> {
    fn schema_name() -> Cow<'static, str> {
        R::NAME.into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let row = Rows::<R>::json_schema(generator).remove("items");
        row.and_then(|it| it.try_into().ok()).unwrap_or_default()
    }
}

/// Rows of one kind with their columns, of any kind of row: what the formats for programs and for
/// spreadsheets take.
pub struct Dataset<'a> {
    /// Name, such as `nodes`: of a sheet, of a file in an archive.
    pub id: &'static str,
    of: Box<dyn Grid + 'a>,
}

impl<'a> Dataset<'a> {
    /// The rows with the columns of their kind.
    #[must_use]
    pub fn new<R: Row + 'a>(id: &'static str, rows: Vec<R>) -> Self {
        Self::with(id, rows, |_| ())
    }

    /// The rows with the columns of their kind and those that `more` adds for these rows alone, such
    /// as one for each indicator.
    pub fn with<R: Row + 'a>(
        id: &'static str,
        rows: Vec<R>,
        more: impl FnOnce(&mut Columns<'a, R>),
    ) -> Self {
        let mut columns = Columns(columns_of::<R>(Place::Json));
        more(&mut columns);
        let columns = columns.0;
        Self {
            id,
            of: Box::new(Filled { rows, columns }),
        }
    }

    /// Names of the columns.
    pub fn header(&self) -> impl Iterator<Item = &str> {
        (0..self.of.width()).map(|at| self.of.name(at))
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.of.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The values of the row at a position below [`Dataset::len`].
    pub fn row(&self, row: usize) -> impl Iterator<Item = Value<'_>> {
        (0..self.of.width()).map(move |at| self.of.value(row, at))
    }
}

/// A dataset without the type of its rows.
trait Grid {
    fn width(&self) -> usize;
    fn name(&self, column: usize) -> &str;
    fn len(&self) -> usize;
    fn value(&self, row: usize, column: usize) -> Value<'_>;
}

struct Filled<'a, R> {
    rows: Vec<R>,
    columns: Vec<Column<'a, R>>,
}

impl<R> Grid for Filled<'_, R> {
    fn width(&self) -> usize {
        self.columns.len()
    }

    fn name(&self, column: usize) -> &str {
        &self.columns[column].id
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn value(&self, row: usize, column: usize) -> Value<'_> {
        (self.columns[column].get)(&self.rows[row])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Place {
        name: &'static str,
        score: Option<f64>,
        rows: usize,
    }

    impl Row for Place {
        const NAME: &'static str = "Place";
        const ABOUT: &'static str = "A place.";

        fn columns(to: &mut Columns<'_, Self>) {
            to.text("name", "its name", |it| Some(it.name));
            to.number("score", "0–100", |it| it.score);
            to.record::<Vec<usize>>("list", "its rows", |it| Box::new(vec![it.rows]));
            to.count("rows", "how many", |it| it.rows).only_csv();
        }
    }

    fn places() -> Vec<Place> {
        vec![
            Place {
                name: "OKI",
                score: Some(2.0 / 3.0),
                rows: 4,
            },
            Place {
                name: "PALI",
                score: None,
                rows: 0,
            },
        ]
    }

    #[test]
    fn one_list_of_columns_gives_json_csv_and_schema() {
        let json = serde_json::to_value(Rows(places())).expect("JSON");
        assert_eq!(
            json,
            serde_json::json!([
                { "name": "OKI", "score": 2.0 / 3.0, "list": [4] },
                { "name": "PALI", "score": null, "list": [0] },
            ])
        );
        let doubled = |to: &mut Columns<'_, Place>| {
            to.number("twice", "doubled", |it| Some(2.0 * it.score?));
        };
        let dataset = Dataset::with("places", places(), doubled);
        let header: Vec<&str> = dataset.header().collect();
        assert_eq!(header, ["name", "score", "rows", "twice"]);
        assert_eq!(dataset.row(1).count(), 4);
        let schema = schemars::schema_for!(Rows<Place>).to_value();
        let properties = &schema["items"]["properties"];
        assert_eq!(properties["score"]["description"], "0–100");
        assert_eq!(properties["list"]["type"], "array");
        assert!(properties["rows"].is_null() && properties["twice"].is_null());
    }
}
