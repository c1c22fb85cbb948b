//! The commands that README files show, with what they print.

use crate::run::root;

#[test]
fn commands_in_readme_files_print_what_they_show() {
    trycmd::TestCases::new()
        .env("LC_ALL", "C")
        .env("LANG", "C")
        .env("COLUMNS", "100")
        .case("README.md")
        .case("examples/*/README.md");
}

#[test]
fn the_readme_names_the_command_that_ci_tests_with() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("the README");
    let ci = std::fs::read_to_string(root().join(".ci/run")).expect("the script");
    assert!(readme.contains("\ncargo test\n") && ci.contains("\ncargo test\n"));
    let main = "cargo run --release -- compare examples/sumsel-smart-province --figures figures";
    assert!(readme.contains(main));
}
