//! Questions on the terminal that are answered with a number, and the window that stays open.

use std::io::{self, BufRead, Write};

use siap::text::{Lang, label};

/// Asks until a line is one of `1..=most`; `None` for an empty line and where the input ends. A line that is no
/// number is handed to `other`, which may take it.
pub(super) fn number<T>(
    (input, out): (&mut dyn BufRead, &mut dyn Write),
    prompt: &str,
    most: usize,
    chosen: impl Fn(usize) -> T,
    mut other: impl FnMut(&str, &mut dyn Write) -> io::Result<Option<T>>,
) -> io::Result<Option<T>> {
    loop {
        write!(out, "{prompt}")?;
        out.flush()?;
        let Some(line) = line(input)? else {
            writeln!(out)?;
            return Ok(None);
        };
        let line = line.trim();
        if line.is_empty() {
            return Ok(None);
        }
        match line.parse::<usize>() {
            Ok(at) if (1..=most).contains(&at) => return Ok(Some(chosen(at))),
            _ => {
                if let Some(taken) = other(line, out)? {
                    return Ok(Some(taken));
                }
            }
        }
    }
}

/// A typed line; nothing where the input ends.
fn line(input: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let count = input.read_until(b'\n', &mut bytes)?;
    Ok((count > 0).then(|| String::from_utf8_lossy(&bytes).into_owned()))
}

/// A path as a terminal puts it where a file is dropped on its window: in quotes, with blanks behind it, or
/// with a backslash before each sign that a shell would take for its own.
pub(super) fn path_typed(line: &str, is_windows: bool) -> String {
    let line = line.trim();
    // PowerShell puts the sign for "run this" before it.
    let line = line.strip_prefix("& ").unwrap_or(line).trim();
    for quote in ['"', '\''] {
        let inner = line
            .strip_prefix(quote)
            .and_then(|it| it.strip_suffix(quote));
        if let Some(inner) = inner {
            return inner.to_owned();
        }
    }
    if is_windows {
        return line.to_owned();
    }
    let mut out = String::new();
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => out.extend(letters.next()),
            _ => out.push(letter),
        }
    }
    out
}

/// Keeps the window open until Enter is pressed, where it would close with the program.
pub(crate) fn hold(
    closes: bool,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
    lang: Lang,
) -> io::Result<()> {
    if closes {
        write!(out, "\n{}", label::press_enter(lang))?;
        out.flush()?;
        line(input)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_that_would_close_waits_for_enter() {
        let (mut input, mut out) = (&b"\nrest"[..], Vec::new());
        hold(true, &mut input, &mut out, Lang::Id).expect("is written");
        assert_eq!(
            String::from_utf8_lossy(&out),
            "\nTekan Enter untuk menutup. "
        );
        assert_eq!(input, b"rest");
        let (mut input, mut out) = (&b"\n"[..], Vec::new());
        hold(false, &mut input, &mut out, Lang::Id).expect("is written");
        assert_eq!((out.len(), input.len()), (0, 1));
    }

    #[test]
    fn a_path_that_a_terminal_pastes_is_that_path() {
        assert_eq!(path_typed("'/a b/c.xlsx' \n", false), "/a b/c.xlsx");
        assert_eq!(path_typed("/a\\ b/c\\(1\\).xlsx", false), "/a b/c(1).xlsx");
        assert_eq!(path_typed("\"C:\\a b\\c.xlsx\"", true), "C:\\a b\\c.xlsx");
        assert_eq!(path_typed("& 'C:\\a b\\c.xlsx'", true), "C:\\a b\\c.xlsx");
        assert_eq!(path_typed("C:\\ab\\c.xlsx", true), "C:\\ab\\c.xlsx");
    }
}
