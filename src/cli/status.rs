//! The exit status: 2 for wrong usage of the command line, 1 for all else that fails.

use siap::problem::Problem;

/// Codes of what can be seen from the command line alone, whatever the files hold.
const USAGE: &[&str] = &[
    "bad_id_asked",
    "empty_name",
    "ending_and_format",
    "ending_not_of_format",
    "full_without_effect",
    "no_framework_named",
    "nothing_to_read",
    "scale_of_matrix_only",
    "trend_needs_two_waves",
    "trend_waves_reversed",
    "unknown_command",
    "unknown_ending",
    "unknown_schema",
];

/// The exit status of a command that failed with `problems`.
pub(super) fn of(problems: &[Problem]) -> u8 {
    let mut errors = problems.iter().filter(|it| it.is_error()).peekable();
    if errors.peek().is_some() && errors.all(|it| USAGE.contains(&it.code)) {
        2
    } else {
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_wrong_usage_is_a_sentence() {
        let sentences = concat!(
            include_str!("../text/say/agree.rs"),
            include_str!("../text/say/comparison.rs"),
            include_str!("../text/say/program.rs"),
        );
        for code in USAGE {
            assert!(
                sentences.contains(&format!("    {code}(")),
                "no sentence is called {code}"
            );
        }
    }

    #[test]
    fn one_mistake_in_a_file_makes_it_more_than_wrong_usage() {
        let usage = Problem::error(siap::text::say::nothing_to_read());
        let file = Problem::error(siap::text::say::no_such_file());
        assert_eq!(of(std::slice::from_ref(&usage)), 2);
        assert_eq!(of(&[usage, file]), 1);
        assert_eq!(of(&[]), 1);
    }
}
