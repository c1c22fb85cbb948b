//! The order of regions: places, what they hang on, what the authors say.

use crate::text::{Lang, Word, Wording};

labels! {
    answer_heading { en: "In short", id: "Singkatnya" }
    pivots_heading { en: "Cells on which the order hangs", id: "Sel penentu urutan" }
    neighbours { en: "Neighbours", id: "Bertetangga" }
    pivot_turn { en: "turn it", id: "membalik" }
    pivot_tie { en: "tie it", id: "menyamakan" }
    least_sure { en: "Least sure of these", id: "Yang keyakinannya paling rendah" }
    verdicts_heading { en: "What the authors themselves conclude", id: "Kesimpulan penulis sumber sendiri" }
    verdict { en: "Authors", id: "Penulis" }
    places_heading { en: "Possible places", id: "Kemungkinan peringkat" }
    confidence_low { en: "low", id: "rendah" }
    confidence_medium { en: "medium", id: "sedang" }
    confidence_high { en: "high", id: "tinggi" }
    confidence_unsaid { en: "not said", id: "tidak disebut" }
    bounds { en: "Could be", id: "Kemungkinan nilai" }
    computed { en: "Computed", id: "Hasil hitung" }
    published_less_computed { en: "Published − computed", id: "Terbitan − hitungan" }
    target_open { en: "not certain: what is unknown could make it otherwise", id: "belum pasti: data yang belum pasti dapat mengubahnya" }
    place { en: "Row", id: "Baris" }
    provisional { en: "provisional", id: "sementara" }
}

phrases! {
    self_assessed_title(title) {
        en: "{title} (self-assessed, not yet verified)",
        id: "{title} (nilai mandiri, belum diverifikasi)"
    }
    first_of(region, score, next, other) {
        en: "First: {region} ({score}), before {next} ({other}).",
        id: "Pertama: {region} ({score}), di depan {next} ({other})."
    }
    first_alone(region, score, count) {
        en: "First of {count}: {region} ({score}).",
        id: "Pertama dari {count}: {region} ({score})."
    }
    first_together(regions, score) {
        en: "First together ({score}): {regions}.",
        id: "Pertama bersama ({score}): {regions}."
    }
    pivot_cell(region, indicator, from, to) {
        en: "{region}, {indicator} {from} → {to}",
        id: "{region}, {indicator} {from} → {to}"
    }
    pivot_sure(cell, confidence, place) {
        en: "{cell} (confidence {confidence}; {place})",
        id: "{cell} (keyakinan {confidence}; {place})"
    }
    pivots_more(count) {
        en: "… and {count} more pairs; --full has all.",
        id: "… dan {count} pasangan lain; --full memuat semuanya."
    }
    band_between(low, high) {
        en: "provisional, between {low} and {high}",
        id: "sementara, antara {low} dan {high}"
    }
    shown_of(shown, among) {
        en: "shown: {shown} of {among} ranked",
        id: "ditampilkan: {shown} dari {among} yang diperingkat"
    }
    doubt_equal_common(above, below) {
        en: "{above} stands above, but not on what both have: {below}.",
        id: "{above} berada di atas, tetapi tidak pada data yang dimiliki keduanya: {below}."
    }
    doubt_could_tie(above, below) {
        en: "{above} stands above, but with what is unknown these could draw level: {below}.",
        id: "{above} berada di atas, tetapi dengan data yang belum pasti dapat disamai oleh: {below}."
    }
    doubt_nothing_common(above, below) {
        en: "{above} stands above, but has no data in common with: {below}.",
        id: "{above} berada di atas, tetapi tidak punya data yang sama dengan: {below}."
    }
    order_surely_holds() {
        en: "What is unknown could not reverse any pair, and each stands in the same order on what both have. Whether other coders would keep it tells `siap agree`, other weights and rules `siap robust`.",
        id: "Data yang belum pasti tidak dapat membalik satu pasangan pun, dan setiap pasangan tetap berurutan sama pada data yang dimiliki keduanya. Apakah pengode lain mempertahankannya ditunjukkan `siap agree`, bobot dan aturan lain `siap robust`."
    }
    gaps_unrounded(region, gap) {
        en: "Gaps are worked out before rounding, so that the rounded scores may not give them: {region}, {gap}.",
        id: "Selisih dihitung sebelum pembulatan sehingga skor yang dibulatkan bisa tidak menghasilkannya: {region}, {gap}."
    }
    could_be_place(place, among) {
        en: "{place} of {among}",
        id: "{place} dari {among}"
    }
    verdict_differs(verdict) {
        en: "{verdict} (reads otherwise)",
        id: "{verdict} (tidak sejalan)"
    }
    coders_agree(coders, units, differing) {
        en: "{coders} coders judged {units} twice and differ in {differing} of the pairs.",
        id: "{coders} pengode menilai {units} dua kali dan berbeda pada {differing} pasangannya."
    }
    unit_statements(count) {
        en: "statements ({count})",
        id: "pernyataan ({count})"
    }
    unit_cells(count) {
        en: "cells ({count})",
        id: "sel ({count})"
    }
    unit_both(count) {
        en: "statements and cells ({count})",
        id: "pernyataan dan sel ({count})"
    }
    alpha_between(alpha, low, high) {
        en: "Alpha {alpha}, from {low} to {high}.",
        id: "Alpha {alpha}, dari {low} sampai {high}."
    }
    alpha_alone(alpha) {
        en: "Alpha {alpha}.",
        id: "Alpha {alpha}."
    }
    conflicts_told_elsewhere(count) {
        en: "Conflicting statements: {count}; --full lists them, `siap matrix` has their words.",
        id: "Pernyataan yang bertentangan: {count}; --full mendaftarnya, `siap matrix` memuat isinya."
    }
    raise_more(count) {
        en: "… and {count} more that could be raised; --full has more of them.",
        id: "… dan {count} lagi yang dapat dinaikkan; --full memuat lebih banyak."
    }
    weak_rest(count) {
        en: "… and {count} more; --full has all.",
        id: "… dan {count} lagi; --full memuat semuanya."
    }
    more_in_full(what) {
        en: "With --full also: {what}.",
        id: "Dengan --full juga: {what}."
    }
    published_beside(count, all, most, place) {
        en: "Published numbers count here. Those that differ from what their parts come to: {count} of {all}, by at most {most} ({place}).",
        id: "Yang dipakai di sini angka terbitan. Yang berbeda dari hitungan komponennya: {count} dari {all}, paling besar {most} ({place})."
    }
    sources_line(statements, people, documents, unnamed) {
        en: "statements: {statements} (people {people}, documents {documents}, without a speaker {unnamed})",
        id: "pernyataan: {statements} (orang {people}, dokumen {documents}, tanpa narasumber {unnamed})"
    }
    among_senders(sent, expected) {
        en: "among {sent} of {expected} that have sent data",
        id: "di antara {sent} dari {expected} yang mengirim"
    }
    skipped_line(files) {
        en: "Files left out for their errors: {files}.",
        id: "Berkas yang tidak dipakai karena galat: {files}."
    }
    not_sent_line(regions) {
        en: "Has not sent data: {regions}.",
        id: "Belum mengirim: {regions}."
    }
    codings_line(count) {
        en: "codings: {count}",
        id: "pengodean: {count}"
    }
    context_line(count) {
        en: "context rows: {count}",
        id: "baris konteks: {count}"
    }
}

// What an instrument may have its own word for.
worded! {
    our_band[upper_band]() {
        en: "{upper_band} here",
        id: "{upper_band} di sini"
    }
    weight_share[total]() {
        en: "Weight in the {total}",
        id: "Bobot dalam {total}"
    }
    one_level_adds[level]() {
        en: "One {level} adds",
        id: "Satu {level} menambah"
    }
    no_order_relative[region]() {
        en: "Scores here hang on what the other regions have, so that every place is open.",
        id: "Skor di sini bergantung pada {region} lain, sehingga semua peringkat terbuka."
    }
    figure_cut[region](drawn, all) {
        en: "Drawn: {drawn} of {all} regions, the first and the last; the table has all",
        id: "Digambar: {drawn} dari {all} {region}, yang teratas dan terbawah; tabel memuat semuanya"
    }
    first_open[region](regions) {
        en: "No region is first for certain; the data leave it open between {regions}.",
        id: "Tidak ada {region} yang pasti pertama; menurut data yang ada masih terbuka bagi {regions}."
    }
    first_open_among[region](count) {
        en: "No region is first for certain; the data leave it open between {count} of them.",
        id: "Tidak ada {region} yang pasti pertama; menurut data yang ada masih terbuka bagi {count} {region}."
    }
    one_region[region](name, score) {
        en: "{name}: {score}. One region has no place.",
        id: "{name}: {score}. Satu {region} saja tidak mempunyai peringkat."
    }
    order_hangs[levels](count, cell) {
        en: "This order hangs on single {levels}: one step in any of {count} cells turns it, least sure of them {cell}.",
        id: "Urutan ini bergantung pada beberapa sel saja: satu tingkat pada salah satu dari {count} sel membaliknya; yang keyakinannya paling rendah {cell}."
    }
    pivots_key[level](count) {
        en: "Of each pair of neighbours: how many cells of the two turn their order, or tie it, when they move by one {level}. Cells in all: {count}.",
        id: "Untuk tiap pasangan bertetangga: berapa sel milik keduanya yang membalik atau menyamakan urutan bila bergeser satu {level}. Jumlah sel: {count}."
    }
    shown_of_ranked[region](shown, among) {
        en: "Shown: {shown} of {among} ranked regions; places and gaps are those among all {among}.",
        id: "Ditampilkan: {shown} dari {among} {region} yang diperingkat; peringkat dan selisih tetap terhadap ke-{among} {region}."
    }
    ranked_not_shown[region](among) {
        en: "None of the {among} ranked regions is shown.",
        id: "Tidak satu pun dari {among} {region} yang diperingkat ditampilkan."
    }
    coders_apart[levels, upper_level](coders) {
        en: "Several coders set these {levels} ({coders}), and no two of them judged the same: how far they agree is unknown.",
        id: "{upper_level} ini ditetapkan beberapa pengode ({coders}) dan tidak ada dua yang menilai hal yang sama: sejauh mana mereka sepakat belum diketahui."
    }
    verdicts_more[whole](count) {
        en: "… and {count} more remarks of the authors on groups or the {whole}; --full has all.",
        id: "… dan {count} catatan penulis lain tentang kelompok atau {whole}; --full memuat semuanya."
    }
    other_band_computed[band](regions) {
        en: "The computed number lies in another {band}: {regions}.",
        id: "Hasil hitungnya masuk {band} lain: {regions}."
    }
}
