//! Output files are written whole or not at all.

use std::fs;

use crate::run::{folder, names, root, siap_with};

const GOOD: &str = "region,indicator,level\nKab. OKI,ict-staff,1\nKota Prabumulih,ict-staff,2\n";
const BAD: &str = "region,indicator,level\nKab. OKI,ict-staf,1\n";

#[test]
fn a_failing_command_leaves_existing_files_as_they_are() {
    let (_keep, path) = folder(&[
        ("bad.csv", BAD),
        ("out.json", "before"),
        ("out.png", "before"),
    ]);
    for words in [
        &["score", "bad.csv", "-o", "out.json"][..],
        &[
            "compare",
            "bad.csv",
            "-o",
            "out.json",
            "--figures",
            "figures",
        ],
        &["chart", "radar", "bad.csv", "-o", "out.png"],
    ] {
        let all = [words, &["-f", "smart-province-readiness"]].concat();
        assert_eq!(siap_with(&all, "", &path).code, 1, "{words:?}");
        assert_eq!(
            fs::read_to_string(path.join("out.json")).expect("it"),
            "before"
        );
        assert_eq!(
            fs::read_to_string(path.join("out.png")).expect("it"),
            "before"
        );
        assert_eq!(
            names(&path),
            ["bad.csv", "out.json", "out.png"],
            "{words:?}"
        );
    }
}

#[test]
fn no_mistake_of_any_kind_touches_an_existing_output() {
    let (_keep, path) = folder(&[("out.json", "before")]);
    let output = path.join("out.json");
    let output = output.to_str().expect("a path");
    for kind in ["read", "assess", "study"] {
        let errors = root().join("tests/errors").join(kind);
        for name in names(&errors).iter().filter(|it| !it.contains(".snap")) {
            let mut words = vec!["score", name, "-o", output];
            if kind != "study" {
                words.extend(["-f", "smart-province-readiness"]);
            }
            if siap_with(&words, "", &errors).code == 1 {
                let text = fs::read_to_string(output).expect("it");
                assert_eq!(text, "before", "{kind}/{name}");
            }
            fs::write(output, "before").expect("it");
        }
    }
}

#[test]
fn an_input_is_never_written_over() {
    let own = include_str!("../../frameworks/skm.toml");
    let (_keep, path) = folder(&[
        ("good.csv", GOOD),
        ("study.toml", "framework = \"smart-province-readiness\"\n"),
        ("own.toml", own),
    ]);
    for (words, file) in [
        (
            &[
                "score",
                "good.csv",
                "-f",
                "smart-province-readiness",
                "-o",
                "good.csv",
            ][..],
            "good.csv",
        ),
        (&["score", ".", "-o", "good.csv"], "good.csv"),
        (
            &["framework", "show", "own.toml", "--toml", "-o", "own.toml"],
            "own.toml",
        ),
        // The study reads every CSV of its folder: a result there would be data the next time.
        (&["score", ".", "-o", "result.csv"], "good.csv"),
    ] {
        let before = fs::read_to_string(path.join(file)).expect("it");
        let done = siap_with(words, "", &path);
        assert_eq!(done.code, 1, "{words:?}: {}", done.stdout);
        assert_eq!(
            fs::read_to_string(path.join(file)).expect("it"),
            before,
            "{words:?}"
        );
    }
    assert_eq!(names(&path), ["good.csv", "own.toml", "study.toml"]);
}

#[test]
fn figures_and_table_are_written_together_or_not_at_all() {
    let (_keep, path) = folder(&[("good.csv", GOOD)]);
    let common = ["compare", "good.csv", "-f", "smart-province-readiness"];
    for (more, code) in [
        (&["--figures", "a/b", "-o", "nowhere/x.md"][..], 1),
        (&["--figures", "", "-o", "x.md"], 2),
        (&["--figures", "a", "-o", ""], 2),
        (&["--figures", "good.csv", "-o", "x.md"], 1),
    ] {
        let words = [&common[..], more].concat();
        assert_eq!(siap_with(&words, "", &path).code, code, "{more:?}");
        assert_eq!(names(&path), ["good.csv"], "{more:?}");
    }
}

#[test]
fn an_ending_that_cannot_be_kept_is_refused() {
    let (_keep, path) = folder(&[("good.csv", GOOD)]);
    let words = [
        "score",
        "good.csv",
        "-f",
        "smart-province-readiness",
        "-o",
        "x.xls",
    ];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 2);
    assert!(done.stderr.contains(".csv, .json"), "{}", done.stderr);
    assert_eq!(names(&path), ["good.csv"]);
}

#[cfg(unix)]
#[test]
fn who_may_read_the_old_file_may_read_the_new_one_and_nobody_else() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_keep, path) = folder(&[("good.csv", GOOD), ("out.json", "before")]);
    let private = fs::Permissions::from_mode(0o600);
    fs::set_permissions(path.join("out.json"), private).expect("rights");
    let words = [
        "score",
        "good.csv",
        "-f",
        "smart-province-readiness",
        "-o",
        "out.json",
    ];
    assert_eq!(siap_with(&words, "", &path).code, 0);
    let mode = fs::metadata(path.join("out.json"))
        .expect("it")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn an_unwritable_output_is_told_and_nothing_is_left_behind() {
    let (_keep, path) = folder(&[("good.csv", GOOD), ("locked.json", "before")]);
    let mut rights = fs::metadata(path.join("locked.json"))
        .expect("it")
        .permissions();
    rights.set_readonly(true);
    fs::set_permissions(path.join("locked.json"), rights).expect("a lock");
    fs::create_dir(path.join("folder")).expect("a folder");
    for output in ["locked.json", "folder", "nowhere/out.json"] {
        let words = [
            "score",
            "good.csv",
            "-f",
            "smart-province-readiness",
            "-o",
            output,
        ];
        let done = siap_with(&words, "", &path);
        assert_eq!((done.code, done.stdout.as_str()), (1, ""), "{output}");
        assert!(done.stderr.contains(output), "{}", done.stderr);
        assert_eq!(
            fs::read_to_string(path.join("locked.json")).expect("it"),
            "before"
        );
        assert_eq!(names(&path), ["folder", "good.csv", "locked.json"]);
    }
}

#[test]
fn the_ending_of_the_output_chooses_the_format() {
    let (_keep, path) = folder(&[("good.csv", GOOD)]);
    for (name, start) in [
        ("a.json", "{"),
        ("a.csv", "region,"),
        ("a.md", "# "),
        ("a.txt", "S"),
    ] {
        let words = [
            "score",
            "good.csv",
            "-f",
            "smart-province-readiness",
            "-o",
            name,
        ];
        assert_eq!(siap_with(&words, "", &path).code, 0);
        let text = fs::read_to_string(path.join(name)).expect("it is written");
        assert!(
            text.starts_with(start) && !text.contains('\u{1b}'),
            "{name}: {text}"
        );
    }
}

#[test]
fn compare_writes_each_figure_as_svg_and_png() {
    let keep = tempfile::tempdir().expect("a folder");
    let figures = keep.path().join("new/figures");
    let name = figures.to_str().expect("a path");
    let study = "examples/sumsel-smart-province";
    let done = siap_with(&["compare", study, "--figures", name], "", root());
    assert_eq!(done.code, 0, "{}", done.stderr);
    let wanted = [
        "heatmap.png",
        "heatmap.svg",
        "radar.png",
        "radar.svg",
        "ranking.png",
        "ranking.svg",
    ];
    assert_eq!(names(&figures), wanted);
    for name in wanted {
        let bytes = fs::read(figures.join(name)).expect("a figure");
        if name.ends_with("png") {
            assert!(bytes.starts_with(b"\x89PNG"), "{name}");
        } else {
            let text = String::from_utf8(bytes).expect("UTF-8");
            assert!(
                text.starts_with("<svg") && text.contains("Banyuasin"),
                "{name}"
            );
        }
    }
}

#[test]
fn figures_are_the_same_bytes_on_every_run() {
    let keep = tempfile::tempdir().expect("a folder");
    let study = "examples/sumsel-smart-province";
    let mut seen = Vec::new();
    for name in ["one.png", "two.png"] {
        let path = keep.path().join(name);
        let words = [
            "chart",
            "heatmap",
            study,
            "-o",
            path.to_str().expect("a path"),
        ];
        assert_eq!(siap_with(&words, "", root()).code, 0);
        seen.push(fs::read(path).expect("a figure"));
    }
    assert_eq!(seen[0], seen[1]);
}
