//! The options of the commands that advise: explain, plan, diff.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    (
        &["explain"],
        "region",
        "The region that is explained: of its newest wave the most verified stage, unless others are asked for",
        "Wilayah yang dijelaskan: tahap paling terverifikasi dari periode terbaru, kecuali diminta yang lain",
    ),
    (
        &["explain"],
        "node",
        "Only this group or indicator and what stands below it",
        "Hanya kelompok atau indikator ini beserta bagian di bawahnya",
    ),
    (
        &["explain"],
        "against",
        "The other side: what makes the difference from it",
        "Sisi lain: apa yang membuat selisih dengannya",
    ),
    (
        &["explain"],
        "seed",
        "Seed of the random orders for groups with many members [default: 1]",
        "Benih urutan acak untuk kelompok yang banyak anggotanya [bawaan: 1]",
    ),
    (
        &["diff"],
        "inputs",
        "Two data (each a study folder, a folder or a file), or one and two of its waves, stages or coders",
        "Dua data (masing-masing folder studi, folder, atau berkas), atau satu beserta dua periode, tahap, atau pengodenya",
    ),
    (
        &["diff"],
        "wave",
        "Two waves, as 2023..2024; one alone: only this wave of both sides",
        "Dua periode, misalnya 2023..2024; satu saja: hanya periode ini dari kedua sisi",
    ),
    (
        &["diff"],
        "stage",
        "Two stages of verification, as self..final; one alone: only this stage of both sides",
        "Dua tahap penilaian, misalnya mandiri..final; satu saja: hanya tahap ini dari kedua sisi",
    ),
    (
        &["diff"],
        "coder",
        "Two coders, as AN..BD, or a coder and the consensus: what each judged, scored by itself",
        "Dua pengode, misalnya AN..BD, atau seorang pengode dan konsensus: penilaian masing-masing dihitung tersendiri",
    ),
    (
        &["plan"],
        "region",
        "Whose plan it is, by name or code",
        "Wilayah yang direncanakan, dengan nama atau kode",
    ),
    (
        &["plan"],
        "target",
        "What should be reached: a number as results are told, or a band: predikat:baik",
        "Yang harus dicapai: angka dalam satuan hasil, atau predikat: predikat:baik",
    ),
    (
        &["plan"],
        "node",
        "The group that should reach it [default: the index]",
        "Kelompok yang harus mencapainya [bawaan: indeks]",
    ),
    (
        &["plan"],
        "until",
        "Spread the steps over the years after the region's wave, up to this one",
        "Sebarkan langkahnya pada tahun-tahun sesudah periode wilayah itu, sampai tahun ini",
    ),
    (
        &["plan"],
        "max_step",
        "Raise each indicator by at most K levels",
        "Naikkan tiap indikator paling banyak K level",
    ),
    (
        &["plan"],
        "cost",
        "levels: each level counts 1; FILE: a table indicator,level,cost [default: evidence items still missing]",
        "levels: tiap level dihitung 1; BERKAS: tabel indikator,level,biaya [bawaan: butir bukti yang masih kurang]",
    ),
    (
        &["plan"],
        "fix",
        "This indicator comes to just this level; may be given several times",
        "Indikator ini menjadi level ini, tidak lebih; boleh diulang",
    ),
    (
        &["plan"],
        "wave",
        "From this round of assessment on [default: the region's newest]",
        "Mulai dari periode penilaian ini [bawaan: yang terbaru dari wilayah itu]",
    ),
    (
        &["plan"],
        "stage",
        "From this stage of verification on [default: the most verified]",
        "Mulai dari tahap penilaian ini [bawaan: yang paling terverifikasi]",
    ),
];
