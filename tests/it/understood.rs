//! The part of `docs/formats.md` about headers, words and shapes is what the reader understands.

use std::fmt::Write as _;

use siap::read::understood;
use siap::statement::field::FIELDS;

use crate::formats::{Part, bring_up_to_date};
use crate::run::{folder, siap_with};

const PART: Part = Part {
    begin: "<!-- made from the reader: begin -->\n",
    end: "<!-- made from the reader: end -->\n",
};

/// An instrument for the examples.
const FRAMEWORK: &str = "id = \"tf\"\nversion = \"1\"\ntitle = \"TF\"\n\
[[indicator]]\nid = \"t1\"\ntitle.id = \"Aplikasi\"\ntitle.en = \"Applications\"\n\
[[indicator]]\nid = \"t2\"\ntitle.id = \"Jaringan\"\ntitle.en = \"Networks\"\n\
[[indicator]]\nid = \"ipm\"\ntitle = \"IPM\"\nkind = \"number\"\n";

/// Every shape, how it is recognised, a table (`⏎` is a line break) and the statements that it gives.
const SHAPES: &[(&str, &str, &str, usize)] = &[
    (
        "long",
        "a column of the indicator",
        "wilayah;indikator;skor⏎Kab. OKI;t1;3",
        1,
    ),
    (
        "wide",
        "headers are indicators, none is `indicator`",
        "wilayah;t1;Jaringan⏎Kab. OKI;3;1",
        2,
    ),
    (
        "words beside the answers of a wide table",
        "`_kutipan` and the like behind an indicator",
        "wilayah;t1;t1_kutipan⏎Kab. OKI;3;sudah jalan",
        1,
    ),
    (
        "years in headers",
        "a year behind an indicator",
        "wilayah;ipm_2022;IPM 2023⏎Kab. OKI;70,1;71,2",
        2,
    ),
    (
        "years of one column",
        "headers are years, or `Nilai 2022`",
        "wilayah;indikator;2022;2023⏎Kab. OKI;ipm;70,1;71,2",
        2,
    ),
    (
        "two rows of headers",
        "the second holds years or stages and leaves the columns of regions and indicators empty; an empty cell of the first takes what stands to its left",
        "wilayah;IPM;⏎;2022;2023⏎Kab. OKI;70,1;71,2",
        2,
    ),
    (
        "a level and words in two rows",
        "the second holds `skor` or the like under each indicator, and what is said of it; other columns there are not read",
        "wilayah;t1;;t2;⏎;Skor;Keterangan;Skor;Keterangan⏎Kab. OKI;3;sudah jalan;1;belum",
        2,
    ),
    (
        "stages side by side",
        "`Nilai`, `Skor` and the like with a stage, or a stage behind an indicator; `Nilai Akhir` beside a `Skor` without a stage is an error: it may be the level times its weight",
        "wilayah;indikator;Nilai Mandiri;Nilai Evaluator⏎Kab. OKI;t1;3;2",
        2,
    ),
    (
        "indicators down, regions across",
        "a column of the indicator, and two or more headers that are regions",
        "indikator;Kab. OKI;Kab. OKU⏎t1;3;2",
        2,
    ),
    (
        "regions across in the second row",
        "the second holds the regions, whatever stands above them",
        "indikator;Kabupaten/Kota;⏎;Kab. OKI;Kab. OKU⏎t1;3;2",
        2,
    ),
    (
        "one indicator",
        "`Indikator: …` above the header, or `indicator` under `[[data]]` in study.toml",
        "Indikator: ipm⏎wilayah;tahun;nilai⏎Kab. OKI;2022;70,1",
        1,
    ),
    (
        "one region, round or stage",
        "`Wilayah: …`, `Tahun: …`, `Tahap: …` above the header, in one cell or two; of several regions the finest, as of columns; two that differ are an error",
        "Wilayah: Kab. OKI⏎Tahun;2024⏎indikator;skor⏎t1;3",
        1,
    ),
    (
        "blocks one below another",
        "the same header again; labels right above it hold until the next of their kind, any other title there is an error, and so is another header",
        "Wilayah: Kab. OKI⏎indikator;skor⏎t1;3⏎Wilayah: Kab. OKU⏎indikator;skor⏎t1;2",
        2,
    ),
    (
        "titles",
        "rows above the header; they are told, not read",
        "Rekapitulasi 2024⏎wilayah;t1;t2⏎Kab. OKI;3;1",
        2,
    ),
    (
        "codes beside names",
        "the code says which region or indicator is meant; where code and name differ it is an error",
        "kode_wilayah;nama_wilayah;kode_indikator;nama_indikator;nilai⏎16.02;Ogan Komering Ilir;t1;Aplikasi;3",
        1,
    ),
    (
        "regions of several tiers",
        "the finest column is the region, the others say where it lies",
        "Provinsi;Kabupaten;Kecamatan;t1⏎Sumatera Selatan;Ogan Komering Ilir;Lempuing;3",
        1,
    ),
    (
        "region in the first row alone",
        "all other cells of that column are empty",
        "wilayah;indikator;skor⏎Kab. OKI;t1;3⏎;t2;1",
        2,
    ),
    (
        "totals, notes, repeated headers",
        "left out with a warning",
        "wilayah;t1⏎Kab. OKI;3⏎Rata-rata;3⏎Sumber: Bappeda",
        1,
    ),
];

fn code(text: &str) -> String {
    format!("`{}`", text.replace('|', "\\|"))
}

fn codes<'a>(all: impl IntoIterator<Item = &'a &'a str>) -> String {
    let all: Vec<String> = all.into_iter().map(|it| code(it)).collect();
    all.join(", ")
}

/// The part of the page.
fn made() -> String {
    let mut out = String::new();
    out.push_str("\n| column | headers |\n| --- | --- |\n");
    for (column, names) in FIELDS {
        let _ = writeln!(out, "| `{}` | {} |", column.header(), codes(*names));
    }
    out.push_str(
        "\nHeaders of regions, provinces, indicators, informants, offices and coders may have `nama` before them, those of regions, provinces and \
         indicators `kode`; those of `level` and `value` a scale behind: `Skor (0-4)`. `instansi` is the region where no other column is. A header that \
         names a kind (`Provinsi`, `Kabupaten`, `Kota`, `Kecamatan`) settles it for regions whose name leaves it open.\n",
    );
    let all = understood();
    out.push_str("\n| column | means | words |\n| --- | --- | --- |\n");
    for (column, meanings) in &all.words {
        for words in meanings {
            let (first, others) = words.split_first().expect("a word");
            let _ = writeln!(
                out,
                "| `{}` | {first} | {} |",
                column.header(),
                codes(others)
            );
        }
    }
    let _ = writeln!(
        out,
        "\nNo answer: {} and an empty cell, besides what `missing` declares. Does not apply: {}.\n",
        codes(&all.missing),
        codes(&all.not_applicable),
    );
    let _ = writeln!(
        out,
        "In headers of answers, before a year or a stage: {}; before a year also {}. Behind an indicator: {}.\n",
        codes(&all.before_stage),
        codes(&all.before_year),
        codes(all.beside.iter().map(|(word, _)| word)),
    );
    let _ = writeln!(
        out,
        "Rows whose region or indicator begins with or is one of these are totals (spaces and hyphens do not matter): {}. So are rows whose region, \
         person, number or first cell is no region of the register and is made of nothing but words of statistics ({}; in place of a region or a number \
         also {}), with or without numbers and {} beside them. Rows with nothing but a cell \
         that begins with one of these are notes: {}. Notes are also, below the last row that answers anything, rows that say neither whom nor what they are \
         about, and a number or letter with words alone beside it where other rows name regions (`4;Terlembaga`). The row under the header that numbers the \
         columns, plain or in brackets, is left out; plain numbers are a row where the next one goes on counting. Of a column or row under a word for a \
         total that is also the name of an indicator with levels, what is the sum of the others, or answers that indicator again, is left out.\n",
        codes(&all.totals),
        codes(&all.statistics),
        codes(&all.short),
        codes(&all.fillers),
        codes(&all.notes),
    );
    out.push_str("| shape | recognised by | example (`⏎` ends a line) |\n| --- | --- | --- |\n");
    for (shape, by, example, _) in SHAPES {
        let _ = writeln!(out, "| {shape} | {by} | {} |", code(example));
    }
    out.push('\n');
    out
}

#[test]
fn the_page_says_what_the_reader_understands() {
    bring_up_to_date(&PART, &made());
}

#[test]
fn every_shape_on_the_page_is_read_as_it_says() {
    for (shape, _, example, statements) in SHAPES {
        let text = example.replace('⏎', "\n");
        let (_keep, folder) = folder(&[("tf.toml", FRAMEWORK), ("t.csv", &text)]);
        let words = ["check", "t.csv", "-f", "tf.toml", "--lang", "en"];
        let done = siap_with(&words, "", &folder);
        let wanted = format!("statements: {statements} ");
        assert_eq!(done.code, 0, "{shape}: {}", done.stderr);
        assert!(done.stdout.contains(&wanted), "{shape}: {}", done.stdout);
    }
}
