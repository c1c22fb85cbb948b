//! A plain table of codings that belongs to no framework: units by coders, coders by units, one coding
//! in each row, counts of units by categories, or two coders' categories against each other.

mod columns;
mod layouts;
mod model;
mod names;
mod shape;
mod values;

use crate::problem::{Checked, Problem};
use crate::table::Table;
use crate::text::say;

use super::plain::Plain;
use super::problems::Problems;
use super::settings::ReadOptions;

pub use model::{Cells, Matrix, MatrixOptions, Shape};

use model::Sheet;

/// Reads a table of codings from delimited text.
///
/// Empty cells, `-`, `NA` and `N/A` are missing. Words are categories, or levels where their order is
/// declared or that of a scale in common use.
///
/// # Errors
/// No column of a coder, no row, words among numbers, a level outside the declared scale, two
/// coders of one name, a layout that two readings fit or that the table has not, and all that makes
/// delimited text unreadable. Units of one name are a warning, and so are columns that are left out.
pub fn read(bytes: &[u8], name: &str, options: &MatrixOptions) -> Checked<Matrix> {
    let (table, doubts) = super::table(bytes, name, &ReadOptions::default())?;
    let mut problems = Problems::new(doubts);
    match matrix(&table, options, &mut problems) {
        Some(matrix) => problems.finish(matrix),
        None => problems.fail(),
    }
}

fn matrix(table: &Table, options: &MatrixOptions, problems: &mut Problems) -> Option<Matrix> {
    let mut plain = Plain::of(table, problems)?;
    if plain.header().len() < 2 {
        let place = plain.place_of_header(None);
        let problem = Problem::error(say::matrix_one_column()).at(place);
        problems.add(|| problem.help(say::matrix_columns_help()));
        return None;
    }
    let shape = shape::shape(&plain, options, problems)?;
    let (sheet, cells) = match shape {
        Shape::Counts => layouts::counts(&mut plain, options, problems)?,
        Shape::Square => layouts::square(&mut plain, options, problems)?,
        Shape::Units | Shape::CodersInRows | Shape::Long => {
            let sheet = match shape {
                Shape::CodersInRows => layouts::coders_in_rows(&mut plain, options, problems)?,
                Shape::Long => layouts::long(&plain, options, problems)?,
                _ => layouts::units(&mut plain, options, problems)?,
            };
            let cells = values::cells(table, &sheet.cells, options, problems);
            (sheet, cells)
        }
    };
    let Sheet {
        units,
        coders,
        unit_column,
        left_out,
        ..
    } = sheet;
    Some(Matrix {
        name: table.name().to_owned(),
        sha256: table.sha256().to_owned(),
        shape,
        coders,
        units,
        cells,
        unit_column,
        left_out,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Matrix {
        read(text.as_bytes(), "a.csv", &MatrixOptions::default())
            .expect("a table")
            .0
    }

    fn codes(text: &str, options: &MatrixOptions) -> Vec<&'static str> {
        let problems = match read(text.as_bytes(), "a.csv", options) {
            Ok((_, warnings)) => warnings,
            Err(problems) => problems,
        };
        problems.iter().map(|it| it.code).collect()
    }

    #[test]
    fn units_coders_and_holes_are_read() {
        let found = table("unit;A;B\nu1;2,5;3\nu2;;NA\n;-;1\n");
        assert_eq!(found.coders, ["A", "B"]);
        assert_eq!(found.units, ["u1", "u2", "#4"]);
        let cells = vec![Some(2.5), Some(3.0), None, None, None, Some(1.0)];
        assert_eq!(found.cells, Cells::Numbers(cells));
    }

    #[test]
    fn words_alone_are_categories() {
        let found = table("unit,A,B\n1,x,Y\n2,y,\n");
        let names = vec!["x".to_owned(), "Y".to_owned()];
        let cells = vec![Some(0), Some(1), Some(1), None];
        assert_eq!(found.cells, Cells::Words(names, cells));
    }

    #[test]
    fn a_column_without_values_is_no_coder() {
        for text in ["unit,A,B,C\n1,2,,3\n2,1,NA,1\n", "unit,A,B,C\n1,x,,y\n"] {
            let found = table(text);
            assert_eq!(found.coders, ["A", "C"]);
            let told = codes(text, &MatrixOptions::default());
            assert_eq!(told, ["matrix_empty_column"]);
        }
        let cells = vec![Some(2.0), Some(3.0), Some(1.0), Some(1.0)];
        let found = table("unit,A,B,C\n1,2,,3\n2,1,NA,1\n");
        assert_eq!(found.cells, Cells::Numbers(cells));
    }

    #[test]
    fn what_is_wrong_is_told() {
        let none = &MatrixOptions::default();
        let scale = &MatrixOptions {
            scale: Some((0, 4)),
            ..MatrixOptions::default()
        };
        assert_eq!(codes("unit,A\n1,2\n2,baik\n", none), ["number_expected"]);
        assert_eq!(codes("unit\n1\n", none), ["matrix_one_column"]);
        assert_eq!(codes("unit,A\n1,2\n1,3\n", none), ["matrix_unit_twice"]);
        assert_eq!(codes("unit,A,A\n1,2,3\n", none), ["matrix_coder_twice"]);
        assert_eq!(
            codes("unit,A\n1,5\n2,2.5\n", scale),
            ["matrix_outside_scale", "matrix_outside_scale"]
        );
        assert_eq!(codes("unit,A\n1,x\n", scale), ["number_expected"]);
        assert_eq!(codes("unit,A\n", none), ["no_rows"]);
        assert_eq!(codes("unit,A\n1,2,3\n", none), ["ragged_row"]);
    }
}
