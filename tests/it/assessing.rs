//! The guided self-assessment, driven line by line without a terminal.

use siap::framework::{Framework, library};
use siap::guide::{Earlier, Guide, Reply, State, Step, Task};
use siap::render::terminal;
use siap::study::{Memory, Request, load};
use siap::text::Lang;
use siap::view::guided;
use unicode_width::UnicodeWidthStr as _;

use crate::diagnostics::{snapshot, told};
use crate::run::{folder, near, root, siap_with};

fn task(framework: Framework, lang: Lang) -> Task {
    Task {
        framework,
        region: "Kab. OKI".to_owned(),
        wave: Some("2026".to_owned()),
        lang,
        file: "isi.csv".to_owned(),
    }
}

fn built_in(id: &str) -> Framework {
    library::get(id).expect("built in").0
}

/// The frameworks whose rows are respondents.
const QUESTIONNAIRES: [&str; 2] = ["public-relations-roles", "skm"];

fn begin(id: &str, file: Option<&[u8]>) -> Guide {
    Guide::new(task(built_in(id), Lang::Id), file).expect("a self-assessment")
}

/// Everything that is on the screen now is at most 80 columns wide.
fn fits(guide: &Guide, lang: Lang) {
    let question = guided::question(guide, lang);
    let text = terminal::render(&question, 80, false);
    for line in text.lines() {
        // A long word stays whole.
        let is_one_word = !line.trim_start_matches(['-', ' ']).contains(' ');
        assert!(line.width() <= 80 || is_one_word, "{line}");
    }
    let prompt = guided::prompt(guide, lang);
    assert!(prompt.width() <= 76, "{prompt}");
}

/// What answers the question with the worst or the best there is.
fn end_of(guide: &Guide, best: bool) -> String {
    let framework = guide.framework();
    let node = guide.node().expect("a question");
    let indicator = framework.nodes()[node].indicator().expect("an indicator");
    let scale = &framework.scales()[indicator.scale];
    if indicator.has_levels() {
        let value = if best { scale.max() } else { scale.min() };
        return match scale.label_of(value) {
            Some(label) if best => label.get(Lang::Id).to_owned(),
            _ => value.to_string().replace('.', ","),
        };
    }
    match siap::framework::Kind::Direction == indicator.kind {
        true if best => "pendukung".to_owned(),
        true => "-".to_owned(),
        false if best => "3,996".replace(',', "").to_owned(),
        false => "1".to_owned(),
    }
}

/// Answers every question, evidence and notes included; every screen on the way fits.
fn through(guide: &mut Guide, lang: Lang, answer: &dyn Fn(&Guide) -> String) {
    let mut turns = 0;
    while guide.node().is_some() {
        turns += 1;
        assert!(turns < 5000, "it does not end");
        fits(guide, lang);
        let line = match guide.step() {
            Step::Answer => answer(guide),
            Step::Items => "1".to_owned(),
            Step::Note => "=catatan, \"uji\"; baris".to_owned(),
        };
        let reply = guide.reply(&line);
        let id = guide.framework().id();
        assert!(
            matches!(
                reply,
                Reply::Saved(_) | Reply::Noted | Reply::Skipped | Reply::Kept
            ),
            "{id} {line}: {reply:?}"
        );
    }
}

/// The file as `siap score` takes it, without any error; its index.
fn index_of(guide: &Guide) -> Option<f64> {
    let files = Memory::of([("isi.csv", guide.bytes())]);
    let request = Request {
        inputs: vec!["isi.csv".to_owned()],
        framework: Some(guide.framework().id().to_owned()),
        ..Request::default()
    };
    let project = load(&files, &request).unwrap_or_else(|problems| {
        let text = String::from_utf8(guide.bytes()).expect("UTF-8");
        let told: Vec<_> = problems.iter().map(|it| it.message.both()[1]).collect();
        panic!("{}: {told:?}\n{text}", guide.framework().id())
    });
    let scored = &project.scored[0];
    assert_eq!(scored.assessed.assessments.len(), 1);
    let mine = guide.scored().expect("scored");
    let [mine, theirs] = [&mine, scored].map(|it| it.assessed.assessments[0].nodes[0].clone());
    assert_eq!(mine, theirs, "{}", guide.framework().id());
    mine.score
}

#[test]
fn every_built_in_framework_can_be_answered_from_end_to_end() {
    for id in library::ids() {
        if QUESTIONNAIRES.contains(&id) {
            let refused = Guide::new(task(built_in(id), Lang::Id), None);
            assert_eq!(refused.expect_err(id)[0].code, "guide_questionnaire");
            continue;
        }
        for (best, lang) in [(false, Lang::Id), (true, Lang::En)] {
            let mut guide = Guide::new(task(built_in(id), lang), None).expect(id);
            through(&mut guide, lang, &|it| end_of(it, best));
            let progress = guide.progress();
            assert_eq!(progress.answered, progress.all, "{id}");
            index_of(&guide);
            // Gone on from, the file is what it was.
            let bytes = guide.bytes();
            let again = Guide::new(task(built_in(id), lang), Some(&bytes));
            let again = again.unwrap_or_else(|it| panic!("{id}: {it:?}"));
            assert_eq!(again.node(), None, "{id}");
            let [one, other] =
                [bytes, again.bytes()].map(|it| String::from_utf8(it).expect("UTF-8"));
            assert_eq!(one, other, "{id}");
        }
    }
}

#[test]
fn what_is_skipped_comes_again_at_the_end_and_what_cannot_apply_is_taken_where_it_may() {
    for id in library::ids().filter(|it| !QUESTIONNAIRES.contains(it)) {
        let mut guide = begin(id, None);
        let all = guide.progress().all;
        for turn in 0..all {
            assert_eq!(guide.number(), turn + 1, "{id}");
            assert!(matches!(guide.reply("lewati"), Reply::Skipped), "{id}");
        }
        assert!(guide.is_again());
        assert_eq!(guide.number(), 1);
        // A file of nothing but skipped questions is gone on from, too.
        let bytes = guide.bytes();
        let mut guide = begin(id, Some(&bytes));
        assert_eq!((guide.progress().skipped, guide.number()), (all, 1), "{id}");
        while let Some(node) = guide.node() {
            let indicator = guide.framework().nodes()[node].indicator();
            let may = indicator.expect("an indicator").allow_na;
            match guide.reply("tb") {
                Reply::Saved(_) if may => assert!(matches!(guide.reply(""), Reply::Noted)),
                Reply::Refused(_) if !may => {
                    assert!(matches!(guide.reply("l"), Reply::Kept), "{id}");
                }
                other => panic!("{id}: {other:?}"),
            }
        }
        if guide.progress().answered > 0 {
            index_of(&guide);
        }
    }
}

pub(crate) const SMALL: &str = include_str!("../reference/assessing/framework.toml");

fn small() -> Framework {
    siap::framework::load(SMALL, "framework.toml")
        .expect("a framework")
        .0
}

/// What is typed in one go through the small framework, in order.
pub(crate) const LINES: [&str; 14] = [
    "2",
    "1 2",
    "SK Bupati 12/2025; berlaku",
    "ada",
    "",
    "pendukung",
    "didukung DPRD",
    "Terpadu",
    "1",
    "Aplikasi SuperApp",
    "70,25",
    "",
    "12",
    "",
];

pub(crate) fn begun(file: Option<&[u8]>) -> Guide {
    Guide::new(task(small(), Lang::Id), file).expect("begun")
}

#[test]
fn whoever_stops_anywhere_goes_on_there_and_the_file_ends_up_the_same() {
    let mut whole = begun(None);
    for line in LINES {
        let reply = whole.reply(line);
        assert!(reply.changes(), "{line}: {reply:?}");
    }
    assert_eq!(whole.node(), None);
    let wanted = String::from_utf8(whole.bytes()).expect("UTF-8");
    for stop in 1..LINES.len() {
        let mut guide = begun(None);
        for line in &LINES[..stop] {
            guide.reply(line);
        }
        let mut guide = begun(Some(&guide.bytes()));
        for line in &LINES[stop..] {
            let reply = guide.reply(line);
            assert!(reply.changes(), "{stop} {line}: {reply:?}");
        }
        assert_eq!(
            String::from_utf8(guide.bytes()).expect("UTF-8"),
            wanted,
            "{stop}"
        );
    }
}

#[test]
fn the_running_index_is_that_of_siap_score() {
    let mut guide = begun(None);
    for line in LINES {
        guide.reply(line);
        let (_keep, path) = folder(&[("f.toml", SMALL)]);
        std::fs::write(path.join("isi.csv"), guide.bytes()).expect("a file");
        let words = ["score", "isi.csv", "-f", "f.toml", "--format", "json"];
        let done = siap_with(&words, "", &path);
        assert_eq!(done.code, 0, "{}", done.stderr);
        let json: serde_json::Value = serde_json::from_str(&done.stdout).expect("JSON");
        let node = &json["assessments"][0]["nodes"][0];
        let mine = guide.scored().expect("scored");
        let mine = &mine.assessed.assessments[0].nodes[0];
        assert_eq!(node["score"].as_f64(), mine.score);
        let low = node["score_low"].as_f64().expect("a bound");
        near(low, mine.score_low.expect("a bound"), 0.0);
    }
}

#[test]
fn back_changes_an_earlier_answer_and_keeps_what_belongs_to_it() {
    let mut guide = begun(None);
    for line in ["2", "1 2", "alasan pertama", "tidak"] {
        guide.reply(line);
    }
    // From the note of the second one: its answer, then the first one.
    for _ in 0..2 {
        assert!(matches!(guide.reply("k"), Reply::Moved));
    }
    assert_eq!((guide.number(), guide.step()), (1, Step::Answer));
    assert!(matches!(guide.reply("3"), Reply::Saved(_)));
    assert!(matches!(guide.reply("1-2 3"), Reply::Noted));
    assert!(matches!(guide.reply(""), Reply::Noted));
    let node = guide.framework().find("aturan").expect("an indicator");
    let said = guide.said(node);
    assert_eq!((said.level, said.note), (Some(3.0), Some("alasan pertama")));
    // The second one has its answer: the third comes next, and Enter has kept nothing there.
    assert_eq!(guide.number(), 3);
    assert!(matches!(guide.reply(""), Reply::Refused(_)));
    assert!(matches!(guide.reply("ke aturan"), Reply::Moved));
    assert!(matches!(guide.reply(""), Reply::Kept));
    assert_eq!(guide.step(), Step::Items);
}

#[test]
fn what_is_no_answer_changes_nothing() {
    let mut guide = begun(None);
    let before = guide.bytes();
    for line in [
        "",
        "9",
        "-1",
        "tinggi sekali",
        "2 3",
        "1,5",
        "-",
        "NA",
        "tb",
        "n/a",
        "\u{1b}[A",
        "k",
        "ke mana",
        "4,",
    ] {
        let reply = guide.reply(line);
        assert!(matches!(reply, Reply::Refused(_)), "{line}: {reply:?}");
    }
    assert!(matches!(guide.reply("?"), Reply::Help));
    assert_eq!(guide.bytes(), before);
    assert_eq!(guide.number(), 1);
    for line in ["1", ""] {
        guide.reply(line);
    }
    for line in ["ke angka", "banyak", "1,234", "5 sampai 7", ">70", "2..5"] {
        let reply = guide.reply(line);
        let is_move = line == "ke angka";
        assert_eq!(matches!(reply, Reply::Moved), is_move, "{line}: {reply:?}");
        assert_eq!(matches!(reply, Reply::Refused(_)), !is_move, "{line}");
    }
    for (line, cell) in [
        ("1,2340", "1.234"),
        ("Rp 2,5 juta", "2500000"),
        ("70.25", "70.25"),
    ] {
        guide.reply("ke angka");
        let reply = guide.reply(line);
        assert!(matches!(reply, Reply::Saved(_)), "{line}: {reply:?}");
        let node = guide.framework().find("angka").expect("an indicator");
        let said = guide.said(node).answer.expect("an answer").0.to_owned();
        assert_eq!(
            said.trim_end_matches('0'),
            cell.trim_end_matches('0'),
            "{line}"
        );
        index_of_small(&guide);
    }
}

fn index_of_small(guide: &Guide) {
    let scored = guide.scored().expect("scored");
    assert_eq!(scored.assessed.assessments.len(), 1);
}

#[test]
fn a_file_that_a_person_has_added_to_keeps_every_cell() {
    let file = "wilayah;periode;tahap;indikator;level;opd;catatan;penanggung jawab rapat\r\n\
                Kab. OKI;2026;mandiri;aturan;2;Bappeda;a, b;Ibu Sri\r\n";
    let mut guide = begun(Some(file.as_bytes()));
    assert_eq!(guide.progress().answered, 1);
    guide.reply("ada");
    guide.reply("");
    let text = String::from_utf8(guide.bytes()).expect("UTF-8");
    for kept in [
        "Bappeda",
        "\"a, b\"",
        "Ibu Sri",
        "penanggung jawab rapat",
        "Kab. OKI",
    ] {
        assert!(text.contains(kept), "{kept}:\n{text}");
    }
    assert!(text.contains("_lanjut"), "{text}");
    index_of_small(&guide);
    // Numbers go on as the file writes them.
    let file = "wilayah,periode,tahap,indikator,angka\nKab. OKI,2026,mandiri,angka,\"70,5\"\n";
    let mut guide = begun(Some(file.as_bytes()));
    guide.reply("ke angka");
    assert!(matches!(guide.reply("71.25"), Reply::Saved(_)));
    let text = String::from_utf8(guide.bytes()).expect("UTF-8");
    assert!(text.contains("\"71,25\""), "{text}");
    index_of_small(&guide);
}

#[test]
fn a_file_that_could_not_be_written_again_without_loss_is_refused() {
    let head = "wilayah,periode,tahap,indikator,level,catatan\n";
    let row = "Kab. OKI,2026,mandiri,aturan,2,\n";
    for (file, code) in [
        (String::new(), "empty_file"),
        (head.to_owned(), "no_rows"),
        (
            format!("{head}{row}Kab. OKU,2026,mandiri,cek,1,\n"),
            "guide_other_region",
        ),
        (
            format!("{head}{row}Kab. OKI,2025,mandiri,cek,1,\n"),
            "guide_other_wave",
        ),
        (
            format!("{head}{row}Kab. OKI,2026,final,cek,1,\n"),
            "guide_other_stage",
        ),
        (
            format!("{head}{row}Kab. OKI,2026,mandiri,index,50,\n"),
            "guide_no_indicator",
        ),
        (
            format!("{head}{row}Kab. OKI,2026,mandiri,entah,1,\n"),
            "guide_no_indicator",
        ),
        (format!("{head}{row}{row}"), "guide_answer_twice"),
        (
            format!("{head}{row}Kab. OKI,2026,mandiri,cek,7,\n"),
            "level_outside_scale",
        ),
        (format!("{head}{row}Jumlah,,,,2,\n"), "guide_row_aside"),
        (format!("Judul\n\n{head}{row}"), "guide_not_long"),
        (
            "wilayah,aturan,cek\nKab. OKI,2,1\n".to_owned(),
            "guide_not_long",
        ),
        (format!("{head}{row}\"Kab. OKI,2026\n"), "unclosed_quote"),
        (
            format!("{head}{row}")
                .replace("catatan", "framework")
                .replace("2,\n", "2,skm\n"),
            "guide_other_framework",
        ),
        (
            "wilayah,periode,indikator,nilai mandiri,nilai evaluator\nKab. OKI,2026,aturan,2,1\n"
                .to_owned(),
            "guide_several_in_line",
        ),
    ] {
        let refused = Guide::new(task(small(), Lang::Id), Some(file.as_bytes()));
        let problems = refused.expect_err(&file);
        assert!(
            problems.iter().any(|it| it.code == code),
            "{code}: {problems:?}\n{file}"
        );
    }
}

#[test]
fn the_newest_earlier_wave_stands_beside_the_question() {
    let rows = "region,wave,stage,indicator,level,item,status,note\n\
                OKI,2023,final,aturan,1,,,lama\n\
                OKI,2024,self,aturan,3,,,klaim\n\
                OKI,2024,final,aturan,2,,,kata asesor\n\
                OKI,2024,final,aturan,,A1,accepted,\n\
                OKI,2026,self,aturan,3,,,nanti\n\
                OKU,2025,final,aturan,3,,,lain\n";
    let files = Memory::of([("f.toml", SMALL.as_bytes()), ("d.csv", rows.as_bytes())]);
    let request = Request {
        inputs: vec!["d.csv".to_owned()],
        framework: Some("f.toml".to_owned()),
        ..Request::default()
    };
    let project = load(&files, &request).expect("read");
    let name = "Kabupaten Ogan Komering Ilir";
    let mut guide = begun(None).beside(&project.scored[0]);
    let shown = |it: &Guide| terminal::render(&guided::question(it, Lang::Id), 80, false);
    let text = shown(&guide);
    assert!(text.contains("2024: 2 Berjalan"), "{text}");
    assert!(
        text.contains("kata asesor") && !text.contains("klaim"),
        "{text}"
    );
    guide.reply("2");
    assert!(shown(&guide).contains("diterima"), "{}", shown(&guide));
    guide.reply("l");
    guide.reply("");
    assert!(
        shown(&guide).contains("2024: tidak dijawab"),
        "{}",
        shown(&guide)
    );
    assert!(Earlier::of(&project.scored[0], name, Some("2023")).is_none());
}

#[test]
fn nothing_typed_moves_the_cursor_of_who_reads_it_later() {
    let mut guide = begun(None);
    guide.reply("2");
    guide.reply("");
    assert!(matches!(guide.reply("a\u{1b}[31mb"), Reply::Refused(_)));
    assert!(matches!(guide.reply("a\u{202e}b"), Reply::Noted));
    guide.reply("ke aturan");
    let text = terminal::render(&guided::question(&guide, Lang::Id), 80, false);
    assert!(text.contains("ab") && !text.contains('\u{202e}'), "{text}");
}

#[test]
fn a_region_or_wave_that_is_none_is_told() {
    for (region, wave, code) in [
        ("Kab. OKX", "2026", "guide_unknown_region"),
        ("Bogor", "2026", "guide_which_region"),
        ("OKI", "2026-05-01", "guide_no_wave"),
    ] {
        let task = Task {
            region: region.to_owned(),
            wave: Some(wave.to_owned()),
            ..task(small(), Lang::Id)
        };
        let problems = Guide::new(task, None).expect_err(region);
        assert_eq!(problems[0].code, code);
    }
    let state = begun(None);
    assert_eq!(state.said(1).state, State::Open);
    assert!(root().exists());
}

#[test]
fn mistakes() {
    const FRAMEWORK: &str = "../../reference/assessing/framework.toml";
    let usual = ["--region", "Kab. OKI", "--wave", "2026", "-o", "isi.csv"];
    let with = |more: &[&'static str]| [&["assess", "-f", FRAMEWORK], &usual[..], more].concat();
    let onto = |file| {
        vec![
            "assess", "-f", FRAMEWORK, "--region", "OKI", "--wave", "2026", "-o", file,
        ]
    };
    for (name, code, words) in [
        ("no_terminal", 1, with(&[])),
        ("no_framework", 2, [&["assess"], &usual[..]].concat()),
        (
            "no_output",
            2,
            vec!["assess", "-f", FRAMEWORK, "--region", "OKI"],
        ),
        (
            "no_region",
            2,
            vec!["assess", "-f", FRAMEWORK, "-o", "isi.csv"],
        ),
        ("no_csv", 2, onto("isi.xlsx")),
        ("no_folder", 1, onto("tidak-ada/isi.csv")),
        (
            "standard_input",
            2,
            [&["assess", "-", "-f", FRAMEWORK], &usual[..]].concat(),
        ),
        ("onto", 2, with(&["--as", "skm"])),
        (
            "without_data",
            2,
            with(&["--decimal", "comma", "--missing", "9"]),
        ),
        (
            "data_is_output",
            1,
            [&["assess", "ours.csv"], &onto("ours.csv")[1..]].concat(),
        ),
        (
            "questionnaire",
            1,
            [&["assess", "-f", "skm"], &usual[..]].concat(),
        ),
        (
            "unknown_region",
            1,
            vec![
                "assess",
                "-f",
                FRAMEWORK,
                "--region",
                "Palembnag",
                "-o",
                "isi.csv",
            ],
        ),
        (
            "which_region",
            1,
            vec![
                "assess", "-f", FRAMEWORK, "--region", "Bogor", "-o", "isi.csv",
            ],
        ),
        (
            "no_wave",
            2,
            vec![
                "assess",
                "-f",
                FRAMEWORK,
                "--region",
                "OKI",
                "--wave",
                "2026-05-01",
                "-o",
                "isi.csv",
            ],
        ),
        ("not_ours", 1, onto("not-ours.csv")),
        ("wide", 1, onto("wide.csv")),
        ("other_wave", 1, onto("other-wave.csv")),
    ] {
        let place = root().join("tests/errors/assessing");
        let text = told(&words, &place);
        assert!(
            text.starts_with(&format!("exit status {code}\n")),
            "{name}:\n{text}"
        );
        snapshot("assessing", name, &text);
        assert!(!place.join("isi.csv").exists(), "{name}");
    }
}

/// The words of a line as a shell splits them at spaces and double quotes.
fn words_of(line: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut quoted = false;
    for letter in line.trim().chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => out.push(String::new()),
            _ => out.last_mut().expect("one word").push(letter),
        }
    }
    out
}

#[test]
fn the_commands_that_come_next_run() {
    let mut guide = begun(None);
    for line in [
        "0", "", "tidak", "", "netral", "", "l", "20", "", "3", "", "l", "q",
    ] {
        guide.reply(line);
    }
    let names = guided::Names {
        inputs: &[],
        framework: "f.toml",
        file: "isian OKI.csv",
    };
    let closing = guided::closing(&guide, names, Lang::Id);
    let text = terminal::render(&closing, 80, false);
    let (_keep, path) = folder(&[("f.toml", SMALL)]);
    std::fs::write(path.join("isian OKI.csv"), guide.bytes()).expect("a file");
    let lines = text.lines().map(str::trim);
    let lines: Vec<&str> = lines.filter(|it| it.starts_with("siap ")).collect();
    assert_eq!(lines.len(), 3, "{text}");
    for line in lines {
        let words = words_of(line);
        let words: Vec<&str> = words[1..].iter().map(String::as_str).collect();
        let done = siap_with(&words, "", &path);
        match words[0] {
            // There is no terminal here; all before that is in order.
            "assess" => assert!(done.stderr.contains("siap template"), "{}", done.stderr),
            _ => assert_eq!(done.code, 0, "{line}: {}", done.stderr),
        }
    }
}

#[test]
fn another_bodys_index_is_an_answer_and_so_is_that_it_is_not_issued() {
    let mut guide = begin("pemdi-2026", None);
    let node = guide.framework().find("i05").expect("an indicator");
    for (line, cells) in [
        ("SDI 63,5", Some(("63.5", Some("SDI")))),
        ("Indeks SDI: 70", None),
        ("belum terbit", Some(("belum terbit", None))),
        ("3", Some(("3", None))),
    ] {
        guide.reply("ke i05");
        let reply = guide.reply(line);
        assert_eq!(
            matches!(reply, Reply::Saved(_)),
            cells.is_some(),
            "{line}: {reply:?}"
        );
        if let Some(cells) = cells {
            assert_eq!(guide.said(node).answer, Some(cells));
            index_of(&guide);
        }
    }
    // Levels of the region itself are whole, and its items are asked for.
    assert_eq!(guide.step(), Step::Items);
    guide.reply("ke i01");
    assert!(matches!(guide.reply("2,5"), Reply::Refused(_)));
}

#[test]
fn a_number_outside_its_goalposts_is_taken_with_a_word() {
    let mut guide = begun(None);
    guide.reply("ke angka");
    let Reply::Saved(doubts) = guide.reply("170") else {
        panic!("it is a number")
    };
    assert_eq!(doubts.len(), 1, "{doubts:?}");
    let after = guided::after(&guide, &Reply::Saved(doubts), Lang::Id);
    assert!(terminal::render(&after, 80, false).contains("Perhatikan: "));
}
