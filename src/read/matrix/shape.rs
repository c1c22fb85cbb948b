//! Which of several layouts a plain table of codings has: read from its names and numbers, and asked
//! where two of them fit.

use crate::problem::Problem;
use crate::read::ordered::Ordered;
use crate::read::plain::{Plain, is_total};
use crate::read::problems::Problems;
use crate::text::{folded, say};

use super::model::{MatrixOptions, Shape};
use super::names::{count_of, is_coder, is_unit, is_value, names_coders};

/// The columns of counts of a table of units by categories, whether or not a column of units stands
/// before them, and what their rows add up to.
pub(super) fn counted(plain: &Plain<'_>, columns: &[usize]) -> Option<Vec<usize>> {
    let of_row = |row: &Vec<_>| -> Option<usize> {
        let cells = columns.iter().map(|at| {
            let cell: &crate::read::plain::Held = &row[*at];
            match cell.text.as_str() {
                "" | "-" => Some(0),
                text => count_of(text),
            }
        });
        cells.sum()
    };
    plain.rows.iter().map(of_row).collect()
}

/// Whether headers are categories rather than people.
fn are_categories(plain: &Plain<'_>, columns: &[usize]) -> bool {
    let names: Vec<&str> = columns.iter().map(|at| plain.name(*at)).collect();
    let starts = |name: &&str| {
        let key = folded(name);
        ["kategori", "category", "kat", "level", "skor", "kelas"]
            .iter()
            .any(|it| {
                key.strip_prefix(it)
                    .is_some_and(|rest| rest.len() < 3 && !rest.is_empty())
            })
    };
    let yes_no = |name: &&str| ["ya", "tidak", "yes", "no"].contains(&folded(name).as_str());
    names.iter().all(|it| it.parse::<f64>().is_ok())
        || names.iter().all(starts)
        || names.iter().all(yes_no)
        || names.iter().all(|it| Ordered::knows(it))
}

/// The columns that may hold codings or counts: those with a name that sums up nothing.
fn named_columns(plain: &Plain<'_>) -> Vec<usize> {
    let header = plain.header().iter().enumerate();
    let kept = header.filter(|(at, it)| *at == 0 || !it.is_empty() && !is_total(&folded(it)));
    kept.map(|(at, _)| at).collect()
}

/// Whether the names of rows and columns are the same, and the cells counts.
pub(super) fn is_square(plain: &Plain<'_>, columns: &[usize]) -> bool {
    let [unit, rest @ ..] = columns else {
        return false;
    };
    let mut across: Vec<String> = rest.iter().map(|at| folded(plain.name(*at))).collect();
    let rows = plain
        .rows
        .iter()
        .filter(|row| !is_total(&folded(&row[*unit].text)));
    let mut down: Vec<String> = rows.map(|row| folded(&row[*unit].text)).collect();
    across.sort();
    down.sort();
    let body = |row: &Vec<crate::read::plain::Held>| {
        rest.iter()
            .all(|at| row[*at].text.is_empty() || count_of(&row[*at].text).is_some())
    };
    across.len() > 1
        && across == down
        && across.iter().all(|it| !it.is_empty())
        && plain.rows.iter().all(body)
}

/// The layout of a table: as asked, else the one that fits, else nothing, and a question.
pub(super) fn shape(
    plain: &Plain<'_>,
    options: &MatrixOptions,
    problems: &mut Problems,
) -> Option<Shape> {
    if options.shape.is_some() {
        return options.shape;
    }
    let columns = named_columns(plain);
    let first = folded(plain.name(0));
    let keys: Vec<String> = plain.header().iter().map(|it| folded(it)).collect();
    if let Some(at) = keys.iter().position(|it| names_coders(it)) {
        let column = plain.column(at);
        // One row for each coder, or one for each coding.
        let repeats = !column.is_unique() && column.is_words() | keys.iter().any(|it| is_value(it));
        if repeats && keys.iter().any(|it| is_value(it)) {
            return Some(Shape::Long);
        }
        if at == 0 && column.is_unique() && keys.len() > 1 {
            return Some(Shape::CodersInRows);
        }
    }
    // Coders named by the user settle what the columns are.
    if !options.coders.is_empty() {
        let among = |name: &String| keys.contains(&folded(name));
        let rows: Vec<String> = plain.rows.iter().map(|it| folded(&it[0].text)).collect();
        let down = options.coders.iter().all(|it| rows.contains(&folded(it)));
        return Some(match down && !options.coders.iter().all(among) {
            true => Shape::CodersInRows,
            false => Shape::Units,
        });
    }
    if options.unit.is_some() {
        return Some(Shape::Units);
    }
    let body = &columns[1.min(columns.len())..];
    let any_coder = body.iter().any(|at| is_coder(&keys[*at]));
    let rows_are_coders =
        plain.rows.len() > 1 && plain.rows.iter().all(|it| is_coder(&folded(&it[0].text)));
    if rows_are_coders && !any_coder {
        return Some(Shape::CodersInRows);
    }
    let says_unit = is_unit(&first);
    if !any_coder && is_square(plain, &columns) {
        let names: Vec<&str> = body.iter().map(|at| plain.name(*at)).collect();
        let cells = plain
            .rows
            .iter()
            .flat_map(|row| body.iter().map(|at| row[*at].text.as_str()));
        let within = cells.clone().all(|it| it.is_empty() || names.contains(&it));
        if says_unit && within {
            let help = [
                (Shape::Square, names.len(), 2),
                (Shape::Units, plain.rows.len(), names.len()),
            ];
            return ask(plain, &help, problems);
        }
        return Some(Shape::Square);
    }
    if !any_coder && let Some(found) = by_counts(plain, &columns, problems) {
        return found;
    }
    // Far more coders than units are rather coders in rows.
    let wide = body.len() > plain.rows.len() && body.len() > 3 && plain.rows.len() > 1;
    // An empty corner, or `nama`, says nothing of what stands below it.
    let says_unit = says_unit && !["", "nama", "name"].contains(&first.as_str());
    if wide && !any_coder && !says_unit {
        let (units, coders) = (plain.rows.len(), body.len());
        let help = [
            (Shape::Units, units, coders),
            (Shape::CodersInRows, coders, units),
        ];
        return ask(plain, &help, problems);
    }
    Some(Shape::Units)
}

/// Whether the cells count coders: the shape, `None` within where that has to be asked, and nothing
/// where they do not.
fn by_counts(
    plain: &Plain<'_>,
    columns: &[usize],
    problems: &mut Problems,
) -> Option<Option<Shape>> {
    let body = &columns[1.min(columns.len())..];
    let all = are_categories(plain, columns);
    let wanted = if all { columns } else { body };
    if wanted.len() < 2 || plain.rows.is_empty() {
        return None;
    }
    let name = wanted[0].saturating_sub(1);
    let rows = plain
        .rows
        .iter()
        .filter(|row| !is_total(&folded(&row[name].text)));
    let rows: Vec<_> = rows.cloned().collect();
    let inner = Plain {
        rows,
        headed: plain.headed.clone(),
        table: plain.table,
    };
    let sums = counted(&inner, wanted)?;
    let categories = are_categories(plain, wanted);
    let first = *sums.first()?;
    let same = sums.iter().all(|it| *it == first) && first > 1;
    let texts = |row: &Vec<crate::read::plain::Held>| -> Vec<String> {
        wanted.iter().map(|at| row[*at].text.clone()).collect()
    };
    let alike = inner
        .rows
        .iter()
        .all(|row| texts(row) == texts(&inner.rows[0]));
    let numbers = wanted
        .iter()
        .all(|at| plain.name(*at).parse::<f64>().is_ok());
    let (units, many) = (inner.rows.len(), wanted.len());
    let open = [(Shape::Counts, units, first), (Shape::Units, units, many)];
    if same && !alike && (categories && units > 1 || units > 4 && many > 2) {
        return Some(Some(Shape::Counts));
    }
    if categories && !numbers {
        return Some(Some(Shape::Counts));
    }
    let zero = inner.rows.iter().flat_map(&texts).any(|it| it == "0");
    let doubtful = same && !alike && (units > 3 || units > 2 && many > 2 && zero);
    if doubtful {
        return Some(ask(plain, &open, problems));
    }
    None
}

/// Asks which of several layouts is meant; each with its numbers of units and coders.
fn ask(plain: &Plain<'_>, of: &[(Shape, usize, usize)], problems: &mut Problems) -> Option<Shape> {
    problems.add(|| {
        let mut problem = Problem::error(say::matrix_shape_open()).at(plain.place_of_header(None));
        for (shape, units, coders) in of {
            problem = problem.help(say::matrix_shape_choice(shape.id(), *units, *coders));
        }
        problem
    });
    None
}
