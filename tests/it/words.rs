//! What messages tell people to type works when it is typed.

use crate::run::{folder, siap_with};

fn told(words: &[&str], files: &[(&str, &str)]) -> (i32, String, String) {
    let (_keep, path) = folder(files);
    let done = siap_with(words, "", &path);
    (done.code, done.stdout, done.stderr)
}

#[test]
fn wrong_usage_names_the_page_of_the_command_that_was_typed() {
    for (words, wanted) in [
        (&["score", "--format", "xml"][..], "see `siap score --help`"),
        (&["framework", "sow"], "see `siap framework --help`"),
        (&["periksa"], "did you mean `check`?"),
        (
            &["agree", "x", "--matrix", "y"],
            "takes the place of a study",
        ),
        (
            &["agree", "--matrix", "y", "--matrix", "z"],
            "`--matrix` was given twice",
        ),
        (&["compare", "--top", "lima"], "as `--top 5`"),
        (&["score", "--column", "x"], "\"HEADER=column\""),
    ] {
        let (code, _, stderr) = told(words, &[]);
        assert_eq!(code, 2, "{stderr}");
        assert!(stderr.contains(wanted), "{words:?}: {stderr}");
    }
}

#[test]
fn help_is_a_word_as_well() {
    let (_, page, _) = told(&["score", "--help"], &[]);
    for words in [["help", "score"], ["bantuan", "score"]] {
        let (code, stdout, stderr) = told(&words, &[]);
        assert_eq!((code, stdout == page), (0, true), "{stderr}");
    }
}

#[test]
fn columns_with_blanks_are_quoted_as_a_shell_takes_them() {
    let table = "Nama Ani,Budi\n1,2\n2,2\n2,1\n1,1\n";
    let (_, _, stderr) = told(&["agree", "--matrix", "m.csv"], &[("m.csv", table)]);
    assert!(stderr.contains("`--unit \"Nama Ani\"`"), "{stderr}");
}

#[test]
fn a_second_section_is_told_with_the_line_of_the_first() {
    let study = "framework = \"smart-city-pillars\"\ndata = \"a.csv\"\n[aggregation]\n\
                 min_coverage = 0\n[aggregation]\nfloor = 0.01\n[[data]]\nfiles = [\"a.csv\"]\n";
    let files = [("study.toml", study), ("a.csv", "region,indicator,level\n")];
    let (_, _, stderr) = told(&["check", "."], &files);
    for wanted in [
        "`[aggregation]` is already in line 3",
        "`data` is already written in line 2",
        "`[[data]]` takes the place of the line `data = …`",
    ] {
        assert!(stderr.contains(wanted), "{wanted}: {stderr}");
    }
}

#[test]
fn a_folder_of_excel_says_how_to_save_its_table() {
    let files = [("nilai.xls", "x")];
    let (_, _, stderr) = told(&["score", ".", "-f", "spbe-2020"], &files);
    assert!(stderr.contains("the ending of a workbook"), "{stderr}");
    let (_, _, stderr) = told(&["check", "nope.csv"], &[]);
    assert!(stderr.contains("there is no such file"), "{stderr}");
}
