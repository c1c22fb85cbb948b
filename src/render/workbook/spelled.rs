//! Formulas as spreadsheet files spell them: English names, commas, a decimal point.

use crate::text::column_name;
use crate::view::book::{Area, Formula, Function, Operator, Seat};

/// A formula of a cell of the sheet `home`, with `=` before it.
pub(super) fn spelled(formula: &Formula, home: &str) -> String {
    let mut out = "=".to_owned();
    let spelling = Spelling { home, moves: false };
    spelling.add(&mut out, formula);
    out
}

/// The same for a rule, whose cells of its own sheet move with the row that is looked at.
pub(super) fn spelled_in_rule(formula: &Formula, home: &str) -> String {
    let mut out = "=".to_owned();
    let spelling = Spelling { home, moves: true };
    spelling.add(&mut out, formula);
    out
}

/// An area with its sheet: `'Bukti dukung'!$A$2:$A$9`.
pub(super) fn range(area: &Area) -> String {
    area_in(area, "")
}

/// An area as formulas of the sheet `home` name it.
fn area_in(area: &Area, home: &str) -> String {
    let from = place(area.from, false);
    let to = place(area.to, false);
    format!("{}{from}:{to}", sheet(&area.sheet, home))
}

struct Spelling<'h> {
    home: &'h str,
    moves: bool,
}

impl Spelling<'_> {
    fn add(&self, out: &mut String, formula: &Formula) {
        match formula {
            Formula::Number(number) if *number < 0.0 => {
                out.push('(');
                out.push_str(&number.to_string());
                out.push(')');
            }
            Formula::Number(number) => out.push_str(&number.to_string()),
            Formula::Text(text) => quote(out, text),
            Formula::Cell(seat) => out.push_str(&self.seat(seat)),
            Formula::Of(operator, parts) => self.operator(out, *operator, parts),
            Formula::Call(function, arguments) => {
                out.push_str(name(*function));
                self.list(out, arguments);
            }
            Formula::Find { key, among, beside } => {
                out.push_str("IFERROR(INDEX(");
                out.push_str(&area_in(beside, self.home));
                out.push_str(",MATCH(");
                self.add(out, key);
                out.push(',');
                out.push_str(&area_in(among, self.home));
                out.push_str(",0)),\"\")");
            }
        }
    }

    /// Chains of one operator need no brackets, which programs bound in depth.
    fn operator(&self, out: &mut String, operator: Operator, parts: &[Formula; 2]) {
        let [one, other] = parts;
        self.operand(out, one, operator == Operator::Plus && is_plus(one));
        out.push_str(sign(operator));
        self.operand(out, other, false);
    }

    fn operand(&self, out: &mut String, formula: &Formula, bare: bool) {
        let needs = matches!(formula, Formula::Of(..)) && !bare;
        if needs {
            out.push('(');
        }
        self.add(out, formula);
        if needs {
            out.push(')');
        }
    }

    fn list(&self, out: &mut String, arguments: &[Formula]) {
        out.push('(');
        for (at, it) in arguments.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            self.add(out, it);
        }
        out.push(')');
    }

    fn seat(&self, seat: &Seat) -> String {
        let moves = self.moves && *seat.sheet == *self.home;
        format!("{}{}", sheet(&seat.sheet, self.home), place(seat.at, moves))
    }
}

fn is_plus(formula: &Formula) -> bool {
    matches!(formula, Formula::Of(Operator::Plus, _))
}

fn name(function: Function) -> &'static str {
    match function {
        Function::If => "IF",
        Function::And => "AND",
        Function::Or => "OR",
        Function::IsNumber => "ISNUMBER",
        Function::Min => "MIN",
        Function::Max => "MAX",
        Function::Ln => "LN",
        Function::Exp => "EXP",
        Function::Trim => "TRIM",
        Function::IfError => "IFERROR",
    }
}

fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Plus => "+",
        Operator::Minus => "-",
        Operator::Times => "*",
        Operator::Over => "/",
        Operator::Then => "&",
        Operator::Same => "=",
        Operator::Differs => "<>",
        Operator::Above => ">",
        Operator::AtLeast => ">=",
    }
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

fn sheet(name: &str, home: &str) -> String {
    match name == home {
        true => String::new(),
        false => format!("'{}'!", name.replace('\'', "''")),
    }
}

/// `$B$7`; of a row that moves `$B7`.
fn place((row, column): (u32, u16), moves: bool) -> String {
    let fixed = if moves { "" } else { "$" };
    format!("${}{fixed}{}", column_name(usize::from(column)), row + 1)
}
