//! What the answer to a drop says of who owes what, of other stages and of other indicators; and how it lies
//! on the sheets of its workbook. All answers are made for tests.

use std::path::Path;

use siap::framework::{Framework, library};
use siap::render::workbook;
use siap::text::Lang;
use siap::text::form::{AnswerColumn, Asked, ItemColumn};
use siap::view::form::{Entry, Filled, Wish, workbook as form};

use crate::read_back::{Held, Page, pages};
use crate::run::{folder, siap_with};

fn spbe() -> Framework {
    library::get("spbe-2020").expect("built in").0
}

/// The indicators (positions) that ask for items.
fn asking(framework: &Framework) -> Vec<usize> {
    let all = framework.indicators();
    let asking = all.filter(|(.., it)| !it.items.is_empty());
    asking.map(|(at, ..)| at).collect()
}

/// Answers of Palembang in one round: the level of the indicator with each number, where it has one.
fn round(wave: &str, level: impl Fn(usize) -> Option<f64>) -> Filled {
    let mut filled = Filled::default();
    for (asked, text) in [(Asked::Region, "Kota Palembang"), (Asked::Wave, wave)] {
        filled.page.insert(asked, text.to_owned());
    }
    for (number, (at, ..)) in spbe().indicators().enumerate() {
        if let Some(level) = level(number) {
            let cell = (at, AnswerColumn::Own);
            filled.answers.insert(cell, Entry::Number(level));
        }
    }
    filled
}

fn item(filled: &mut Filled, (at, item): (usize, usize), office: &str, state: &str) {
    for (column, text) in [(ItemColumn::Office, office), (ItemColumn::State, state)] {
        if !text.is_empty() {
            let cell = (at, item, column);
            filled.items.insert(cell, Entry::Text(text.to_owned()));
        }
    }
}

fn bytes(filled: Filled, lang: Lang) -> Vec<u8> {
    let wish = Wish {
        filled,
        ..Wish::default()
    };
    workbook::bytes(&form(&spbe(), &wish, lang)).expect("a workbook")
}

/// What the screen says in one line, and the sheets of the result.
fn answered(files: &[(&str, Vec<u8>)], lang: Lang) -> (String, Vec<Page>) {
    let (_keep, path) = folder(&[]);
    let all = path.join("isian");
    std::fs::create_dir(&all).expect("a folder");
    for (name, bytes) in files {
        std::fs::write(all.join(name), bytes).expect("a file");
    }
    let words = ["isian", "-f", "spbe-2020", "--lang", lang.tag()];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let result = match lang {
        Lang::Id => "hasil/isian-hasil.xlsx",
        Lang::En => "results/isian-results.xlsx",
    };
    let result = std::fs::read(Path::new(&all).join(result)).expect("the result");
    let words: Vec<&str> = done.stdout.split_whitespace().collect();
    (words.join(" "), pages(&result))
}

fn sheet<'a>(pages: &'a [Page], name: &str) -> &'a Page {
    let names: Vec<&str> = pages.iter().map(|it| it.name.as_str()).collect();
    let found = pages.iter().find(|it| it.name == name);
    found.unwrap_or_else(|| panic!("no sheet {name} in {names:?}"))
}

fn texts(page: &Page) -> String {
    let texts = page.cells.values().filter_map(|it| match it {
        Held::Text(text) => Some(text.as_str()),
        Held::Number(_) => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// Rows below the header.
fn rows(page: &Page) -> usize {
    page.cells.keys().map(|it| it.0).max().unwrap_or(0)
}

#[test]
fn who_has_said_nothing_of_an_item_owes_it_up_to_the_next_step() {
    let framework = spbe();
    let asking = asking(&framework);
    // At level 3 the items up to level 4 matter; nothing is asked for level 5 yet.
    let indicator = |at: usize| framework.nodes()[at].indicator().expect("an indicator");
    let wanted = |at: usize| {
        let items = &indicator(at).items;
        items.iter().filter(|it| it.level <= 4.0).count()
    };
    // One indicator has a state elsewhere, the other none at all.
    let (mixed, silent) = (asking[0], asking[1]);
    let mut filled = round("2025", |_| Some(3.0));
    item(&mut filled, (mixed, 0), "Dinas Satu", "diterima");
    for (at, from) in [(mixed, 1), (silent, 0)] {
        for of in from..indicator(at).items.len() {
            item(&mut filled, (at, of), "Dinas Dua", "");
        }
    }
    item(&mut filled, (asking[2], 0), "Dinas Tiga", "belum ada");
    let owed = wanted(mixed) - 1 + wanted(silent);
    assert!(owed > 4, "{owed}");
    let last = indicator(silent).items.last().expect("an item");
    assert!(last.level > 4.0, "{}", last.level);
    for (lang, line, name, none) in [
        (
            Lang::Id,
            format!("Dinas Dua {owed}, Dinas Tiga 1"),
            "Bukti dukung",
            "belum disebut",
        ),
        (
            Lang::En,
            format!("Dinas Dua {owed}, Dinas Tiga 1"),
            "Evidence",
            "not said",
        ),
    ] {
        let bytes = bytes(filled.clone(), lang);
        let (screen, pages) = answered(&[("isian.xlsx", bytes)], lang);
        assert!(screen.contains(&line), "{line}:\n{screen}");
        assert!(!screen.contains("Dinas Satu"), "{screen}");
        let page = sheet(&pages, name);
        let (owner, status) = (page.columns.len() - 2, page.columns.len() - 3);
        let silent: Vec<usize> = (1..=rows(page))
            .filter(|row| page.text((*row, owner)) == Some("Dinas Dua"))
            .filter(|row| page.text((*row, status)) == Some(none))
            .collect();
        assert!(silent.len() >= owed, "{silent:?}");
        let code = format!("{} ", last.code);
        assert!(!texts(page).contains(&code), "{code}");
        // What is only planned shows nothing that was accepted, and changes no score.
        let summary = texts(sheet(
            &pages,
            ["Ringkasan", "Summary"][usize::from(lang == Lang::En)],
        ));
        assert!(
            summary.contains("3,00") || summary.contains("3.00"),
            "{summary}"
        );
    }
}

#[test]
fn owners_alone_are_enough_to_say_who_owes() {
    let framework = spbe();
    let at = asking(&framework)[0];
    // Nothing is answered there: the lowest level counts, and the next asks for its items.
    let mut filled = round("2025", |number| (number > 0).then_some(3.0));
    let items = &framework.nodes()[at].indicator().expect("one").items;
    for of in 0..items.len() {
        item(&mut filled, (at, of), "Dinas Dua", "");
    }
    let owed = items.iter().filter(|it| it.level <= 2.0).count();
    let (screen, pages) = answered(&[("isian.xlsx", bytes(filled, Lang::Id))], Lang::Id);
    let wanted = format!("Belum diserahkan atau perlu diperbaiki: {owed} ");
    assert!(screen.contains(&wanted), "{wanted}:\n{screen}");
    assert_eq!(rows(sheet(&pages, "Bukti dukung")), owed);
    // No item was accepted, but none was looked at either: no level is shown by evidence.
    assert!(
        !screen.contains("bukti yang sudah diterima saja"),
        "{screen}"
    );
}

#[test]
fn what_waits_for_the_assessor_is_owed_by_nobody_and_stands_last() {
    let asking = asking(&spbe());
    let mut filled = round("2025", |_| Some(2.0));
    item(&mut filled, (asking[0], 0), "Dinas Awal", "diunggah");
    item(&mut filled, (asking[1], 0), "Dinas Awal", "diunggah");
    item(&mut filled, (asking[2], 0), "Dinas Zaman", "belum ada");
    for (lang, lines) in [
        (
            Lang::Id,
            [
                "Sudah diserahkan, menunggu asesor: 2 ",
                "Dinas Awal 0 (di luar itu 2 sudah diserahkan, menunggu asesor)",
            ],
        ),
        (
            Lang::En,
            [
                "Handed in, waiting for the assessor: 2 ",
                "Dinas Awal 0 (besides, 2 handed in, waiting for the assessor)",
            ],
        ),
    ] {
        let bytes = bytes(filled.clone(), lang);
        let (screen, _) = answered(&[("isian.xlsx", bytes)], lang);
        for line in lines {
            assert!(screen.contains(line), "{line}:\n{screen}");
        }
        let (owed, waiting) = (screen.rfind("Dinas Zaman"), screen.rfind("Dinas Awal"));
        assert!(owed < waiting, "{screen}");
    }
}

#[test]
fn the_first_sheet_is_short_and_whole_tables_stand_behind_it() {
    let asking = asking(&spbe());
    let earlier = round("2024", |number| Some(1.0 + (number % 2) as f64));
    let mut now = round("2025", |_| Some(2.0));
    for at in &asking {
        // One item a level from 2 on: the second is what the first step lacks.
        item(&mut now, (*at, 1), "Dinas Contoh", "belum ada");
    }
    now.page.insert(Asked::Target, "3,5".to_owned());
    for (lang, names, more) in [
        (
            Lang::Id,
            ["Ringkasan", "Perubahan", "Langkah"],
            ["Dan 16 lagi: lembar Perubahan.", " lagi: lembar Langkah."],
        ),
        (
            Lang::En,
            ["Summary", "Changes", "Steps"],
            ["And 16 more: sheet Changes.", " more: sheet Steps."],
        ),
    ] {
        for audience in ["", "luar"] {
            let mut now = now.clone();
            if !audience.is_empty() {
                now.page.insert(Asked::Audience, audience.to_owned());
            }
            let files = [
                ("2024.xlsx", bytes(earlier.clone(), lang)),
                ("2025.xlsx", bytes(now, lang)),
            ];
            let (screen, pages) = answered(&files, lang);
            let order: Vec<&str> = pages.iter().take(3).map(|it| it.name.as_str()).collect();
            assert_eq!(order, names);
            let [summary, changes, steps] = names.map(|it| sheet(&pages, it));
            assert!(rows(summary) < 90, "{}", rows(summary));
            let first = texts(summary);
            for line in more {
                assert!(first.contains(line), "{line}:\n{first}");
            }
            // 24 indicators moved, and the total stands below them.
            assert_eq!((rows(changes), changes.tables.len()), (25, 1));
            assert!(rows(steps) > 30, "{}", rows(steps));
            assert_eq!(steps.tables.len(), 1);
            for text in pages.iter().map(texts).chain([screen]) {
                assert!(!text.contains("--full"), "{text}");
                let has_name = text.contains("Dinas Contoh");
                assert!(audience.is_empty() || !has_name, "{text}");
            }
            assert_eq!(texts(steps).contains("Dinas Contoh"), audience.is_empty());
        }
    }
}

#[test]
fn stages_of_the_same_round_that_are_not_in_the_answer_are_named() {
    let table =
        "wilayah,tahun,indikator,skor\nKota Palembang,2025,i01,5\nKota Palembang,2025,i47,5\n";
    for (lang, lines) in [
        (
            Lang::Id,
            [
                "Jawaban ini memakai: nilai mandiri.",
                "baris tanpa tahap: ",
                "(2 dari 47 indikator)",
            ],
        ),
        (
            Lang::En,
            [
                "This answer is that of: self-assessed.",
                "rows without a stage: ",
                "(2 of 47 indicators)",
            ],
        ),
    ] {
        let form = bytes(round("2025", |_| Some(3.0)), lang);
        let both = [("isian.xlsx", form.clone()), ("lain.csv", table.into())];
        let (screen, pages) = answered(&both, lang);
        let summary = texts(&pages[0]);
        for line in lines {
            assert!(screen.contains(line), "{line}:\n{screen}");
            assert!(summary.contains(line), "{line}:\n{summary}");
        }
        let (screen, _) = answered(&[("isian.xlsx", form)], lang);
        assert!(!screen.contains(lines[0]), "{screen}");
    }
}

#[test]
fn a_change_over_other_indicators_says_so() {
    let files = |region: &str, lang: Lang| {
        let mut earlier = round("2024", |number| (number >= 3).then_some(2.0));
        let mut now = round("2025", |number| (number != 46).then_some(3.0));
        for it in [&mut earlier, &mut now] {
            it.page.insert(Asked::Region, region.to_owned());
        }
        [bytes(earlier, lang), bytes(now, lang)]
    };
    for (lang, one, several) in [
        (
            Lang::Id,
            "3 hanya terisi di periode ini, 1 hanya di periode sebelumnya",
            "Kabupaten Lahat (4)",
        ),
        (
            Lang::En,
            "3 have a value in this round alone, 1 in the earlier one alone",
            "Kabupaten Lahat (4)",
        ),
    ] {
        let [a, b] = files("Kota Palembang", lang);
        let (screen, _) = answered(&[("a.xlsx", a.clone()), ("b.xlsx", b.clone())], lang);
        assert!(screen.contains(one), "{one}:\n{screen}");
        let [c, d] = files("Kabupaten Lahat", lang);
        let all = [("a.xlsx", a), ("b.xlsx", b), ("c.xlsx", c), ("d.xlsx", d)];
        let (screen, pages) = answered(&all, lang);
        assert!(screen.contains(several), "{several}:\n{screen}");
        let name = ["Perubahan", "Changes"][usize::from(lang == Lang::En)];
        assert_eq!(rows(sheet(&pages, name)), 2);
        let even = round("2024", |_| Some(2.0));
        let now = round("2025", |_| Some(3.0));
        let even = [("a.xlsx", bytes(even, lang)), ("b.xlsx", bytes(now, lang))];
        assert!(!answered(&even, lang).0.contains(&one[2..]));
    }
}

#[test]
fn of_several_regions_what_all_are_weak_in_stands_whole_on_its_sheet() {
    for (lang, name, more) in [
        (Lang::Id, "Langkah", " lagi: lembar Langkah."),
        (Lang::En, "Steps", " more: sheet Steps."),
    ] {
        let files = ["Kota Palembang", "Kabupaten Lahat"].map(|region| {
            let mut weak = round("2025", |_| Some(1.0));
            weak.page.insert(Asked::Region, region.to_owned());
            (region, bytes(weak, lang))
        });
        let files = files.map(|(region, bytes)| (format!("{region}.xlsx"), bytes));
        let files = files.each_ref().map(|it| (it.0.as_str(), it.1.clone()));
        let (screen, pages) = answered(&files, lang);
        let summary = texts(&pages[0]);
        assert!(summary.contains(more), "{summary}");
        assert!(rows(sheet(&pages, name)) >= 47, "{name}");
        // The way of each region to its target is the second table.
        assert_eq!(rows(sheet(&pages, &format!("{name} 2"))), 2);
        for text in [screen, summary] {
            assert!(!text.contains("--full"), "{text}");
        }
    }
}

#[test]
fn a_target_that_is_reached_while_most_is_empty_is_not_safe() {
    use siap::text::form::{AnswerColumn, Asked};
    let of = |target: &str| {
        let keep = tempfile::tempdir().expect("a folder");
        let form = crate::parts::Filling::whole().said(Asked::Target, target);
        let ids: Vec<String> = (1..=34).map(|it| format!("i{it:02}")).collect();
        let answer = |it: crate::parts::Filling, id: &String| it.answer(id, AnswerColumn::Own, 4.0);
        let form = ids.iter().fold(form, answer);
        form.save(keep.path(), "isian.xlsx");
        let done = crate::run::siap_with(&["isian.xlsx", "--lang", "id"], "", keep.path());
        assert_eq!(done.code, 0, "{}", done.stderr);
        done.stdout
    };
    let told = of("3,5");
    assert!(
        told.contains("Belum aman: selama ada yang kosong"),
        "{told}"
    );
    assert!(!of("2").contains("Belum aman"));
}
