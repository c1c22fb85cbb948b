//! What is read is never written over, and all outputs of a run are written or none.

use std::fs;
use std::path::Path;

use crate::run::{Done, folder, names, siap_with};

const ROWS: &str = "region,indicator,level\nKab. OKI,ict-staff,1\nKota Prabumulih,ict-staff,2\n";

fn run(line: &str, path: &Path) -> Done {
    let mut words: Vec<&str> = vec!["--lang", "en"];
    words.extend(line.split_whitespace());
    siap_with(&words, "", path)
}

/// A study whose tables lie in folders below it.
fn nested(pattern: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let study = format!("framework = \"smart-province-readiness\"\ndata = [\"{pattern}\"]\n");
    let (keep, path) = folder(&[("study.toml", &study)]);
    fs::create_dir_all(path.join("oki")).expect("a folder");
    fs::write(path.join("oki/a.csv"), ROWS).expect("a file");
    (keep, path)
}

#[test]
fn everything_that_is_read_is_kept() {
    let (_keep, path) = folder(&[("data.csv", ROWS)]);
    let skm = run("framework show skm --toml", &path).stdout;
    let bands =
        "id = \"own\"\ntitle = \"x\"\nmeasure = \"mean\"\n[[band]]\nfrom = 1\nlabel = \"a\"\n";
    fs::write(path.join("skm.toml"), &skm).expect("a file");
    fs::write(path.join("own.toml"), bands).expect("a file");
    fs::write(
        path.join("study.toml"),
        "framework = \"skm.toml\"\ndata = [\"data.csv\"]\n",
    )
    .expect("a file");
    let before: Vec<Vec<u8>> = names(&path)
        .iter()
        .map(|it| fs::read(path.join(it)).expect("it"))
        .collect();
    for line in [
        "framework show skm.toml --toml -o skm.toml",
        "framework show skm.toml --toml -o ./skm.toml",
        "score data.csv -f smart-province-readiness -o data.csv",
        "score . -f smart-province-readiness --format csv -o data.csv",
    ] {
        let done = run(line, &path);
        assert_eq!(done.code, 1, "{line}: {}", done.stderr);
        assert!(
            done.stderr.contains("is read by this command"),
            "{line}: {}",
            done.stderr
        );
    }
    let after: Vec<Vec<u8>> = names(&path)
        .iter()
        .map(|it| fs::read(path.join(it)).expect("it"))
        .collect();
    assert_eq!(before, after);
}

#[test]
fn bands_are_kept_though_they_have_no_ending_of_a_report() {
    let (_keep, path) = folder(&[("m.csv", "r,q1,q2,q3\n1,1,2,3\n2,2,3,4\n3,4,4,4\n4,1,1,2\n")]);
    // The bands are read under a name with another ending, through a link.
    let bands = include_str!("../../frameworks/bands/sudjana.toml");
    fs::write(path.join("own.toml"), bands).expect("a file");
    let line = "reliability --matrix m.csv --bands own.toml -o own.toml --format md";
    let done = run(line, &path);
    assert_ne!(done.code, 0, "{}", done.stdout);
    assert_eq!(
        fs::read_to_string(path.join("own.toml")).expect("it"),
        bands
    );
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("own.toml", path.join("out.md")).expect("a link");
        let done = run(
            "reliability --matrix m.csv --bands own.toml -o out.md",
            &path,
        );
        assert_eq!(done.code, 1, "{}", done.stdout);
        assert_eq!(
            fs::read_to_string(path.join("own.toml")).expect("it"),
            bands
        );
    }
}

#[cfg(unix)]
#[test]
fn links_of_both_kinds_mean_the_file_they_lead_to() {
    let (_keep, path) = folder(&[("data.csv", ROWS)]);
    fs::hard_link(path.join("data.csv"), path.join("hard.csv")).expect("a link");
    std::os::unix::fs::symlink("data.csv", path.join("soft.csv")).expect("a link");
    for output in ["hard.csv", "soft.csv"] {
        let line = format!("score data.csv -f smart-province-readiness -o {output}");
        assert_eq!(run(&line, &path).code, 1, "{output}");
        assert_eq!(fs::read_to_string(path.join("data.csv")).expect("it"), ROWS);
    }
}

#[test]
fn what_would_be_data_the_next_time_is_refused_in_folders_too() {
    for (pattern, outputs) in [
        (
            "*/*.csv",
            &["oki/out.csv", "new/out.csv", "oki/OUT.CSV"][..],
        ),
        ("**/*.csv", &["out.csv", "oki/out.csv", "oki/deep/out.csv"]),
        ("oki/*", &["oki/out.json", "oki/out.csv"]),
    ] {
        let (_keep, path) = nested(pattern);
        for output in outputs {
            let done = run(&format!("score . -o {output}"), &path);
            assert_eq!(done.code, 1, "{pattern} {output}: {}", done.stdout);
            assert!(done.stderr.contains("next time"), "{}", done.stderr);
        }
        let done = run("score . -o out.json", &path);
        assert_eq!(done.code, 0, "{pattern}: {}", done.stderr);
    }
    let (_keep, path) = nested("oki/*");
    let done = run("compare . --figures oki", &path);
    assert_eq!(done.code, 1, "{}", done.stdout);
    assert_eq!(names(&path.join("oki")), ["a.csv"]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("oki", path.join("link")).expect("a link");
        assert_eq!(run("score . -o link/out.json", &path).code, 1);
    }
}

#[test]
fn an_ending_in_capitals_counts_and_hidden_files_and_locks_do_not() {
    let (_keep, path) = folder(&[
        ("study.toml", "framework = \"smart-province-readiness\"\n"),
        ("a.csv", ROWS),
        (
            "B.CSV",
            "region,indicator,level\nKab. Banyuasin,ict-staff,3\n",
        ),
        (".c.csv", "region,indicator,level\nKab. Lahat,ict-staff,3\n"),
        ("~$a.csv", "lock"),
        (".~lock.a.csv", "lock"),
        (".siap-1-0.tmp", "left over"),
    ]);
    let done = run("score . --format csv", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stdout.contains("Banyuasin"), "{}", done.stdout);
    assert!(!done.stdout.contains("Lahat"), "{}", done.stdout);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_told() {
    use std::os::unix::ffi::OsStrExt as _;
    let (_keep, path) = folder(&[
        ("study.toml", "framework = \"smart-province-readiness\"\n"),
        ("a.csv", ROWS),
    ]);
    let name = std::ffi::OsStr::from_bytes(b"OK\xff.csv");
    fs::write(path.join(name), ROWS).expect("a file");
    let done = run("score .", &path);
    assert_eq!(done.code, 1, "{}", done.stdout);
    assert!(done.stderr.contains("not UTF-8"), "{}", done.stderr);
}

#[test]
fn no_output_changes_where_one_of_several_cannot_be_written() {
    let (_keep, path) = folder(&[("data.csv", ROWS), ("out.json", "before")]);
    let common = "compare data.csv -f smart-province-readiness";
    let done = run(&format!("{common} --figures figures -o out.json"), &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(names(&path), ["data.csv", "figures", "out.json"]);
    fs::write(path.join("out.json"), "before").expect("a file");
    fs::write(path.join("figures/ranking.svg"), "before").expect("a file");
    // A folder stands where a figure should.
    fs::remove_file(path.join("figures/radar.png")).expect("a figure");
    fs::create_dir(path.join("figures/radar.png")).expect("a folder");
    let done = run(&format!("{common} --figures figures -o out.json"), &path);
    assert_eq!(done.code, 1, "{}", done.stdout);
    for name in ["out.json", "figures/ranking.svg"] {
        assert_eq!(
            fs::read_to_string(path.join(name)).expect("it"),
            "before",
            "{name}"
        );
    }
    assert!(
        names(&path.join("figures"))
            .iter()
            .all(|it| !it.starts_with('.'))
    );
}

#[test]
fn two_outputs_are_two_files() {
    let (_keep, path) = folder(&[("data.csv", ROWS)]);
    let common = "compare data.csv -f smart-province-readiness --format json";
    let done = run(&format!("{common} --figures f -o f/ranking.svg"), &path);
    assert_eq!(done.code, 2, "{}", done.stderr);
    assert_eq!(names(&path), ["data.csv"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_nothing_and_what_was_left_over_is_taken_away() {
    let (_keep, path) = folder(&[
        ("data.csv", ROWS),
        // No process has this number.
        (".siap-4194999-0.tmp", "left over"),
    ]);
    let common = "compare data.csv -f smart-province-readiness";
    let done = run(
        &format!("{common} --figures f --format json -o /dev/full"),
        &path,
    );
    assert_eq!(done.code, 1, "{}", done.stderr);
    assert!(done.stderr.contains("disk is full"), "{}", done.stderr);
    assert_eq!(names(&path), [".siap-4194999-0.tmp", "data.csv"]);
    assert_eq!(run(&format!("{common} -o out.json"), &path).code, 0);
    assert_eq!(names(&path), ["data.csv", "out.json"]);
}

#[test]
fn a_value_within_a_tolerance_of_an_end_is_that_end_and_beyond_it_is_an_error() {
    for (level, code) in [("4.0000000001", 0), ("4.00000001", 1)] {
        let rows = format!("region,indicator,level\nKab. OKI,ict-staff,{level}\n");
        let (_keep, path) = folder(&[("data.csv", &rows)]);
        let done = run(
            "score data.csv -f smart-province-readiness --format csv",
            &path,
        );
        assert_eq!(done.code, code, "{level}: {}", done.stderr);
        if code == 0 {
            assert!(
                done.stdout.contains(",ict-staff,indicator,hr,100,"),
                "{}",
                done.stdout
            );
        }
    }
}

#[test]
fn one_problem_in_many_places_is_told_once_with_its_first_places() {
    let mut rows = "region,indicator,level,direction\n".to_owned();
    for _ in 0..50 {
        rows.push_str("Kab. OKI,ict-staff,1,baik\n");
    }
    let (_keep, path) = folder(&[("data.csv", &rows)]);
    let done = run("score data.csv -f smart-province-readiness", &path);
    assert_eq!(done.code, 1);
    assert_eq!(done.stderr.matches("error:").count(), 1, "{}", done.stderr);
    let wanted = "the same at data.csv:3:22, data.csv:4:22 and in 47 more place(s)";
    assert!(done.stderr.contains(wanted), "{}", done.stderr);
    let all = run("score data.csv -f smart-province-readiness --full", &path);
    assert!(all.stderr.contains("data.csv:51:22"), "{}", all.stderr);
}

#[test]
fn a_share_outside_its_range_is_told_at_its_place_also_under_another_framework() {
    let study = "framework = \"smart-province-readiness\"\n[aggregation]\nmin_coverage = 1.5\n";
    let (_keep, path) = folder(&[("study.toml", study), ("data.csv", ROWS)]);
    for line in ["score .", "score . --as smart-city-pillars"] {
        let done = run(line, &path);
        assert_eq!(done.code, 1, "{line}");
        assert!(
            done.stderr.contains("study.toml:3:16"),
            "{line}: {}",
            done.stderr
        );
    }
}

#[test]
fn what_a_study_declares_in_vain_is_told_at_its_place() {
    let study = "framework = \"smart-province-readiness\"\n[columns]\n\"Skr\" = \"level\"\n\
                 [regions]\n\"OKY\" = \"16.02\"\n[tags]\nbinaan = [\"Kab. OKU\", \"Kab. Ogn\"]\n";
    let rows = "wilayah;indikator;skor\nKab. OKI;ict-staff;1\n";
    let (_keep, path) = folder(&[("study.toml", study), ("data.csv", rows)]);
    let done = run("score .", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    for wanted in [
        "no file has the column `Skr`",
        "study.toml:3:1",
        "did you mean `skor`?",
        "no row names the region `oky`",
        "study.toml:5:1",
        "`Kab. Ogn` under the tag `binaan`",
        "no region of the tag `binaan` is in the data",
        "study.toml:7:1",
    ] {
        assert!(done.stderr.contains(wanted), "{wanted}: {}", done.stderr);
    }
}

#[test]
fn a_study_with_only_totals_has_no_empty_figures_and_a_long_ranking_is_cut() {
    let totals = "region,indicator,value\nKab. OKI,index,50\nKab. OKU,index,60\n";
    let mut many = "region,indicator,level\n".to_owned();
    for number in 0..300 {
        many.push_str(&format!("Desa {number},ict-staff,{}\n", number % 5));
        many.push_str(&format!("Desa {number},ict-support,1\n"));
    }
    let (_keep, path) = folder(&[("totals.csv", totals), ("many.csv", &many)]);
    let common = "-f smart-province-readiness --figures figures";
    assert_eq!(run(&format!("compare totals.csv {common}"), &path).code, 0);
    assert_eq!(names(&path.join("figures")), ["ranking.png", "ranking.svg"]);
    let refused = run(
        "chart radar totals.csv -f smart-province-readiness -o r.svg",
        &path,
    );
    assert_eq!(refused.code, 1);
    assert!(
        refused.stderr.contains("nothing to draw"),
        "{}",
        refused.stderr
    );
    let done = run(&format!("compare many.csv {common}"), &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let drawn = fs::read_to_string(path.join("figures/heatmap.svg")).expect("a figure");
    assert!(drawn.contains("of 300 regions"), "{}", &drawn[..900]);
}
