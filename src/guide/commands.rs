//! What may be typed in place of an answer.

/// What is asked of the dialogue itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// One question back.
    Back,
    /// On, without an answer.
    Skip,
    /// The indicator does not apply here.
    NotApplicable,
    /// To an indicator by its name.
    To(String),
    /// The end, to be gone on from later.
    Quit,
    /// What may be typed.
    Help,
}

/// The words of each command, in Indonesian and English, long and short.
const WORDS: [(Command, &[&str]); 5] = [
    (Command::Back, &["kembali", "k", "back", "b"]),
    (Command::Skip, &["lewati", "l", "skip"]),
    (
        Command::NotApplicable,
        &["tidak berlaku", "tb", "n/a", "na", "not applicable"],
    ),
    (
        Command::Quit,
        &["simpan", "keluar", "q", "quit", "exit", "save"],
    ),
    (Command::Help, &["bantuan", "?", "help", "h"]),
];

impl Command {
    /// The command that a line is, if it is one.
    #[must_use]
    pub fn of(line: &str) -> Option<Self> {
        let line = line.trim().to_lowercase();
        let mut known = WORDS.iter();
        if let Some((command, _)) = known.find(|(_, words)| words.contains(&&*line)) {
            return Some(command.clone());
        }
        let name = ["ke ", "to ", "go "]
            .iter()
            .find_map(|it| line.strip_prefix(it))?
            .trim();
        // A sentence may begin so; a code has no second word.
        (!name.is_empty() && !name.contains(' ')).then(|| Self::To(name.to_owned()))
    }

    /// Every word that is taken for a command.
    pub fn words() -> impl Iterator<Item = &'static str> {
        WORDS.iter().flat_map(|(_, words)| words.iter().copied())
    }
}

/// Which of so many a line chooses by their numbers: `1 3`, `1-4`, `semua`, `0` for none.
pub(super) fn chosen(line: &str, count: usize) -> Option<Vec<bool>> {
    let line = line.trim().to_lowercase();
    match line.as_str() {
        "semua" | "all" => return Some(vec![true; count]),
        "0" | "tidak ada" | "none" => return Some(vec![false; count]),
        _ => {}
    }
    let mut out = vec![false; count];
    let parts = line.split([' ', ',', ';']).filter(|it| !it.is_empty());
    for part in parts {
        let (from, to) = part.split_once(['-', '–']).unwrap_or((part, part));
        let (from, to): (usize, usize) = (from.parse().ok()?, to.parse().ok()?);
        if from == 0 || from > to || to > count {
            return None;
        }
        out[from - 1..to].fill(true);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::library;

    #[test]
    fn numbers_and_ranges_choose() {
        let of = |line: &str| chosen(line, 4).map(|it| it.iter().filter(|it| **it).count());
        for (line, wanted) in [
            ("1 3", Some(2)),
            ("1,3;4", Some(3)),
            ("1-4", Some(4)),
            ("2–3", Some(2)),
            ("semua", Some(4)),
            ("ALL", Some(4)),
            ("0", Some(0)),
            ("5", None),
            ("3-1", None),
            ("0-2", None),
            ("ya", None),
            ("1-", None),
        ] {
            assert_eq!(of(line), wanted, "{line}");
        }
    }

    #[test]
    fn whole_lines_are_commands() {
        assert_eq!(Command::of(" K "), Some(Command::Back));
        assert_eq!(Command::of("Tidak Berlaku"), Some(Command::NotApplicable));
        assert_eq!(Command::of("ke i12"), Some(Command::To("i12".to_owned())));
        assert_eq!(Command::of("ke depan perlu SOP"), None);
        assert_eq!(Command::of("tidak"), None);
        assert_eq!(Command::of(""), None);
    }

    /// Where a level goes by such a word the word means the level, and the command has another one. Of what
    /// is built in only the choices of questionnaires do (`b`), which are not asked here.
    #[test]
    fn no_level_of_the_library_is_called_like_a_command() {
        for id in library::ids() {
            let (framework, _) = library::get(id).expect("built in");
            let asked = framework.indicators();
            for (_, node, indicator) in asked.filter(|(.., it)| !it.kind.asks_respondents()) {
                for word in Command::words() {
                    let scale = &framework.scales()[indicator.scale];
                    let is_label = indicator.has_levels()
                        && (scale.value_of(word).is_some() || indicator.kind.mark(word).is_some());
                    assert!(!is_label, "{id} {}: {word}", node.id());
                }
            }
        }
    }
}
