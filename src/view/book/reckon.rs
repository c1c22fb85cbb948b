//! Formulas → what they come to, as spreadsheet programs reckon them.

use std::collections::BTreeMap;

use super::formula::{Area, Formula, Function, Operator, Seat};
use super::{At, Book, Content, Sheet};

/// What a formula or a cell comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Worth {
    /// Nothing: an empty cell. As a number it is 0, as a text it is empty.
    Empty,
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// Nothing can be reckoned of it.
    Wrong,
}

/// What the formulas of a workbook come to.
pub type Results = BTreeMap<Seat, Worth>;

impl Book {
    /// What every formula comes to. One that needs its own result is [`Worth::Wrong`].
    #[must_use]
    pub fn worked_out(&self) -> Results {
        let sheets = self.sheets.iter().map(|it| (&*it.name, it)).collect();
        let mut work = Work {
            sheets,
            done: BTreeMap::new(),
        };
        for sheet in &self.sheets {
            for (at, cell) in &sheet.cells {
                if matches!(cell.content, Content::Formula(..)) {
                    work.cell(&sheet.seat(*at));
                }
            }
        }
        work.done
    }
}

struct Work<'b> {
    sheets: BTreeMap<&'b str, &'b Sheet>,
    done: Results,
}

impl Work<'_> {
    fn cell(&mut self, seat: &Seat) -> Worth {
        if let Some(known) = self.done.get(seat) {
            return known.clone();
        }
        let sheet = self.sheets.get(&*seat.sheet);
        let Some(cell) = sheet.and_then(|it| it.cells.get(&seat.at)) else {
            return Worth::Empty;
        };
        match &cell.content {
            Content::Empty => Worth::Empty,
            Content::Text(text) => Worth::Text(text.clone()),
            Content::Number(number, _) => Worth::Number(*number),
            Content::Formula(formula, _) => {
                let formula = std::rc::Rc::clone(formula);
                // Whoever comes by again while it is being reckoned asks for its own result.
                self.done.insert(seat.clone(), Worth::Wrong);
                let worth = match self.of(&formula) {
                    // A cell that only names an empty one shows 0.
                    Worth::Empty => Worth::Number(0.0),
                    worth => worth,
                };
                self.done.insert(seat.clone(), worth.clone());
                worth
            }
        }
    }

    fn of(&mut self, formula: &Formula) -> Worth {
        match formula {
            Formula::Number(number) => Worth::Number(*number),
            Formula::Text(text) => Worth::Text(text.clone()),
            Formula::Cell(seat) => self.cell(seat),
            Formula::Of(operator, parts) => {
                let [one, other] = [self.of(&parts[0]), self.of(&parts[1])];
                combined(*operator, &one, &other)
            }
            Formula::Call(function, arguments) => self.call(*function, arguments),
            Formula::Find { key, among, beside } => {
                let key = self.of(key);
                let found = rows(among).find(|row| {
                    let seat = seat_in(among, *row);
                    is_same(&self.cell(&seat), &key)
                });
                match found {
                    Some(row) => {
                        let row = row - among.from.0 + beside.from.0;
                        self.cell(&seat_in(beside, row))
                    }
                    None => Worth::Text(String::new()),
                }
            }
        }
    }

    fn call(&mut self, function: Function, arguments: &[Formula]) -> Worth {
        let mut at = arguments.iter();
        let mut next = || at.next();
        match function {
            Function::If => {
                let condition = next().map(|it| self.of(it));
                let (then, otherwise) = (next(), next());
                match condition.as_ref().and_then(flag) {
                    Some(true) => then.map_or(Worth::Wrong, |it| self.of(it)),
                    Some(false) => otherwise.map_or(Worth::Wrong, |it| self.of(it)),
                    None => Worth::Wrong,
                }
            }
            Function::IfError => {
                let value = next().map_or(Worth::Wrong, |it| self.of(it));
                match (value, next()) {
                    (Worth::Wrong, Some(otherwise)) => self.of(otherwise),
                    (value, _) => value,
                }
            }
            Function::And | Function::Or => {
                let mut found = Vec::new();
                for it in arguments {
                    match flag(&self.of(it)) {
                        Some(it) => found.push(it),
                        None => return Worth::Wrong,
                    }
                }
                Worth::Flag(match function {
                    Function::And => found.iter().all(|it| *it),
                    _ => found.iter().any(|it| *it),
                })
            }
            Function::IsNumber => {
                let worth = next().map(|it| self.of(it));
                Worth::Flag(matches!(worth, Some(Worth::Number(_))))
            }
            Function::Trim => match next().map(|it| text(&self.of(it))) {
                Some(Some(text)) => {
                    let words: Vec<&str> = text.split(' ').filter(|it| !it.is_empty()).collect();
                    Worth::Text(words.join(" "))
                }
                _ => Worth::Wrong,
            },
            Function::Min | Function::Max => {
                let all: Vec<f64> = arguments
                    .iter()
                    .filter_map(|it| number(&self.of(it)))
                    .collect();
                let best = match function {
                    Function::Min => all.into_iter().reduce(f64::min),
                    _ => all.into_iter().reduce(f64::max),
                };
                Worth::Number(best.unwrap_or(0.0))
            }
            Function::Ln => match next().and_then(|it| number(&self.of(it))) {
                Some(it) if it > 0.0 => Worth::Number(it.ln()),
                _ => Worth::Wrong,
            },
            Function::Exp => match next().and_then(|it| number(&self.of(it))) {
                Some(it) => Worth::Number(it.exp()),
                None => Worth::Wrong,
            },
        }
    }
}

fn rows(area: &Area) -> impl Iterator<Item = u32> + use<> {
    area.from.0..=area.to.0
}

fn seat_in(area: &Area, row: u32) -> Seat {
    let at: At = (row, area.from.1);
    Seat {
        sheet: std::rc::Rc::clone(&area.sheet),
        at,
    }
}

fn combined(operator: Operator, one: &Worth, other: &Worth) -> Worth {
    if matches!(one, Worth::Wrong) || matches!(other, Worth::Wrong) {
        return Worth::Wrong;
    }
    let reckoned = |with: fn(f64, f64) -> f64| match (number(one), number(other)) {
        (Some(one), Some(other)) => {
            let value = with(one, other);
            match value.is_finite() {
                true => Worth::Number(value),
                false => Worth::Wrong,
            }
        }
        _ => Worth::Wrong,
    };
    let held = |with: fn(f64, f64) -> bool| match (one, other) {
        // A text stands above every number.
        (Worth::Text(_), Worth::Number(_)) => Worth::Flag(true),
        (Worth::Number(_), Worth::Text(_)) => Worth::Flag(false),
        _ => match (number(one), number(other)) {
            (Some(one), Some(other)) => Worth::Flag(with(one, other)),
            _ => Worth::Wrong,
        },
    };
    match operator {
        Operator::Plus => reckoned(|one, other| one + other),
        Operator::Minus => reckoned(|one, other| one - other),
        Operator::Times => reckoned(|one, other| one * other),
        Operator::Over => reckoned(|one, other| one / other),
        Operator::Then => match (text(one), text(other)) {
            (Some(one), Some(other)) => Worth::Text(one + &other),
            _ => Worth::Wrong,
        },
        Operator::Same => Worth::Flag(is_same(one, other)),
        Operator::Differs => Worth::Flag(!is_same(one, other)),
        Operator::Above => held(|one, other| one > other),
        Operator::AtLeast => held(|one, other| one >= other),
    }
}

fn is_same(one: &Worth, other: &Worth) -> bool {
    match (one, other) {
        (Worth::Number(one), Worth::Number(other)) => one.total_cmp(other).is_eq(),
        (Worth::Text(one), Worth::Text(other)) => one.to_lowercase() == other.to_lowercase(),
        (Worth::Flag(one), Worth::Flag(other)) => one == other,
        (Worth::Empty, Worth::Text(it)) | (Worth::Text(it), Worth::Empty) => it.is_empty(),
        (Worth::Empty, Worth::Number(it)) | (Worth::Number(it), Worth::Empty) => {
            it.total_cmp(&0.0).is_eq()
        }
        (Worth::Empty, Worth::Empty) => true,
        _ => false,
    }
}

fn number(worth: &Worth) -> Option<f64> {
    match worth {
        Worth::Number(number) => Some(*number),
        Worth::Empty => Some(0.0),
        Worth::Flag(flag) => Some(f64::from(u8::from(*flag))),
        Worth::Text(_) | Worth::Wrong => None,
    }
}

fn flag(worth: &Worth) -> Option<bool> {
    match worth {
        Worth::Flag(flag) => Some(*flag),
        Worth::Number(number) => Some(*number != 0.0),
        Worth::Empty => Some(false),
        Worth::Text(_) | Worth::Wrong => None,
    }
}

fn text(worth: &Worth) -> Option<String> {
    match worth {
        Worth::Text(text) => Some(text.clone()),
        Worth::Number(number) => Some(number.to_string()),
        Worth::Empty => Some(String::new()),
        Worth::Flag(_) | Worth::Wrong => None,
    }
}
