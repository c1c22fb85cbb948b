//! What `siap plan --help` says.

const PLAN: &[&str] = &["plan"];

type Entry = (
    &'static [&'static str],
    &'static str,
    &'static str,
    &'static str,
);

/// As in the list of all commands.
pub(super) const ENTRIES: &[Entry] = &[
    (
        PLAN,
        "",
        "The fewest or cheapest raises that reach a target, proved",
        "Kenaikan paling sedikit atau paling murah untuk mencapai target, terbukti",
    ),
    (
        PLAN,
        "region",
        "Whose plan it is, by name or code",
        "Wilayah yang direncanakan, dengan nama atau kode",
    ),
    (
        PLAN,
        "target",
        "What should be reached: a number as results are told, or a band: predikat:baik",
        "Yang harus dicapai: angka dalam satuan hasil, atau predikat: predikat:baik",
    ),
    (
        PLAN,
        "node",
        "The group that should reach it [default: the index]",
        "Kelompok yang harus mencapainya [bawaan: indeks]",
    ),
    (
        PLAN,
        "until",
        "Spread the steps over the years after the region's wave, up to this one",
        "Sebarkan langkahnya pada tahun-tahun sesudah periode wilayah itu, sampai tahun ini",
    ),
    (
        PLAN,
        "max_step",
        "Raise each indicator by at most K levels",
        "Naikkan tiap indikator paling banyak K level",
    ),
    (
        PLAN,
        "cost",
        "levels: each level counts 1; FILE: a table indicator,level,cost [default: evidence items still missing]",
        "levels: tiap level dihitung 1; BERKAS: tabel indikator,level,biaya [bawaan: butir bukti yang masih kurang]",
    ),
    (
        PLAN,
        "fix",
        "This indicator comes to just this level; may be given several times",
        "Indikator ini menjadi level ini, tidak lebih; boleh diulang",
    ),
    (
        PLAN,
        "wave",
        "From this round of assessment on [default: the region's newest]",
        "Mulai dari periode penilaian ini [bawaan: yang terbaru dari wilayah itu]",
    ),
    (
        PLAN,
        "stage",
        "From this stage of verification on [default: the most verified]",
        "Mulai dari tahap penilaian ini [bawaan: yang paling terverifikasi]",
    ),
];
