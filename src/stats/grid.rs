//! A rectangle of numbers with holes: units by raters, or respondents by items.

/// Why numbers do not make a [`Grid`]. Rows and columns count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unsound {
    /// A row has more or fewer cells than the first.
    Ragged {
        /// The row.
        row: usize,
    },
    /// A cell holds NaN or an infinity.
    NotFinite {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
}

/// Rows of cells that are finite or missing.
///
/// **Invariant:** every row has the same number of cells and no cell holds NaN or an infinity.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    columns: usize,
    cells: Vec<Option<f64>>,
}

impl Grid {
    /// A grid of rows.
    ///
    /// # Errors
    ///
    /// A row of another length than the first, or a cell that is not finite.
    pub fn from_rows(rows: &[Vec<Option<f64>>]) -> Result<Self, Unsound> {
        let columns = rows.first().map_or(0, Vec::len);
        if let Some(row) = rows.iter().position(|row| row.len() != columns) {
            return Err(Unsound::Ragged { row });
        }
        Self::new(columns, rows.iter().flatten().copied().collect())
    }

    /// A grid of cells that stand row by row.
    ///
    /// # Errors
    ///
    /// A last row that is not full, or a cell that is not finite.
    pub fn new(columns: usize, mut cells: Vec<Option<f64>>) -> Result<Self, Unsound> {
        if columns == 0 {
            cells.clear();
        } else if !cells.len().is_multiple_of(columns) {
            let row = cells.len() / columns;
            return Err(Unsound::Ragged { row });
        }
        let wrong = |cell: &Option<f64>| cell.is_some_and(|value| !value.is_finite());
        if let Some(at) = cells.iter().position(wrong) {
            let (row, column) = (at / columns, at % columns);
            return Err(Unsound::NotFinite { row, column });
        }
        Ok(Self { columns, cells })
    }

    /// Number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.cells.len().checked_div(self.columns).unwrap_or(0)
    }

    /// Number of columns.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// All cells, row by row.
    #[must_use]
    pub fn cells(&self) -> &[Option<f64>] {
        &self.cells
    }

    /// One row; empty beyond the last.
    #[must_use]
    pub fn row(&self, row: usize) -> &[Option<f64>] {
        let start = row * self.columns;
        self.cells
            .get(start..start + self.columns)
            .unwrap_or_default()
    }

    /// The values of one column, without its holes; empty beyond the last.
    #[must_use]
    pub fn column(&self, column: usize) -> Vec<f64> {
        (0..self.rows())
            .filter_map(|row| *self.row(row).get(column)?)
            .collect()
    }

    /// The grid of some columns, in the order asked for; numbers beyond the last are left out.
    #[must_use]
    pub fn select(&self, columns: &[usize]) -> Self {
        let known: Vec<usize> = columns
            .iter()
            .copied()
            .filter(|column| *column < self.columns)
            .collect();
        let cells = (0..self.rows())
            .flat_map(|row| known.iter().map(move |column| (row, *column)))
            .map(|(row, column)| self.row(row)[column])
            .collect();
        let columns = known.len();
        Self { columns, cells }
    }

    /// The rows without holes.
    #[must_use]
    pub fn complete(&self) -> Vec<Vec<f64>> {
        (0..self.rows())
            .filter_map(|row| self.row(row).iter().copied().collect())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_are_not_finite_are_refused_with_their_place() {
        let rows = vec![vec![Some(1.0), None], vec![Some(2.0), Some(f64::NAN)]];
        let wrong = Unsound::NotFinite { row: 1, column: 1 };
        assert_eq!(Grid::from_rows(&rows), Err(wrong));
        let rows = vec![vec![Some(f64::INFINITY)]];
        let wrong = Unsound::NotFinite { row: 0, column: 0 };
        assert_eq!(Grid::from_rows(&rows), Err(wrong));
    }

    #[test]
    fn ragged_rows_are_refused() {
        let rows = vec![vec![Some(1.0), None], vec![Some(2.0)]];
        assert_eq!(Grid::from_rows(&rows), Err(Unsound::Ragged { row: 1 }));
        assert_eq!(
            Grid::new(2, vec![None, None, None]),
            Err(Unsound::Ragged { row: 1 })
        );
    }

    #[test]
    fn columns_can_be_chosen_and_holes_left_out() {
        let rows = vec![vec![Some(1.0), None], vec![Some(2.0), Some(3.0)]];
        let grid = Grid::from_rows(&rows).expect("sound");
        assert_eq!(grid.column(1), vec![3.0]);
        assert_eq!(grid.complete(), vec![vec![2.0, 3.0]]);
        assert_eq!(grid.select(&[1, 7]).cells(), &[None, Some(3.0)]);
        assert_eq!(Grid::from_rows(&[]).expect("empty").rows(), 0);
    }
}
