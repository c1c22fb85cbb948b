//! What differs between two sides.

use crate::text::{Lang, Word, Wording};

labels! {
    diff_summary_heading { en: "What differs", id: "Yang berbeda" }
    diff_cells_heading { en: "Cells that differ", id: "Sel yang berbeda" }
    diff_why_line { en: "Why: the rationale, or where there is none the note, of the later side.", id: "Alasan: kolom alasan, bila kosong kolom catatan, pada sisi yang kemudian." }
    diff_statements_heading { en: "Statements that differ", id: "Pernyataan yang berbeda" }
    diff_scores_heading { en: "Results and ranks", id: "Hasil dan peringkat" }
    diff_groups_heading { en: "Results by group", id: "Hasil menurut kelompok" }
    diff_added { en: "added", id: "ditambah" }
    diff_removed { en: "removed", id: "dihapus" }
    diff_changed { en: "changed", id: "berubah" }
    diff_why { en: "Why", id: "Alasan" }
    diff_how { en: "How", id: "Perbedaan" }
    diff_speaker { en: "Source", id: "Sumber" }
    diff_coder { en: "Coder", id: "Pengode" }
    diff_what { en: "What differs", id: "Yang berbeda" }
    diff_place { en: "Place", id: "Tempat" }
    diff_rank { en: "Rank", id: "Peringkat" }
    diff_change { en: "Change", id: "Perubahan" }
    diff_unranked { en: "not ranked", id: "tidak diperingkat" }
    diff_cross { en: "coded by others than the source", id: "dikode pihak lain" }
    diff_yes { en: "yes", id: "ya" }
    diff_no { en: "no", id: "tidak" }
    diff_none { en: "–", id: "–" }
    diff_method_line {
        en: "The two sides are not worked out by the same choices (weights, rules, missing data): a result may differ where no statement does.",
        id: "Kedua sisi tidak dihitung dengan pilihan yang sama (bobot, aturan, data kosong): hasil dapat berbeda walau pernyataannya sama."
    }
    diff_coders_line {
        en: "Of two coders only what they judge is held against each other, not their notes; what one of them did not judge stands on one side only.",
        id: "Dari dua pengode hanya penilaiannya yang dibandingkan, bukan catatannya; yang tidak dinilai salah satunya hanya ada pada satu sisi."
    }
    diff_range_line {
        en: "A range of places: what is missing leaves the place open.",
        id: "Rentang peringkat: data yang belum ada membuat peringkatnya terbuka."
    }
}

phrases! {
    diff_title(title) {
        en: "Differences: {title}",
        id: "Perbedaan: {title}"
    }
    diff_sides(a, b) {
        en: "{a} → {b}",
        id: "{a} → {b}"
    }
    diff_nothing(a, b, statements, cells) {
        en: "Nothing differs between {a} and {b}: {statements} statements, {cells} values of indicators, and every result and rank are the same.",
        id: "Tidak ada yang berbeda antara {a} dan {b}: {statements} pernyataan, {cells} nilai indikator, serta semua hasil dan peringkat sama."
    }
    diff_waves_apart(a, of_a, b, of_b) {
        en: "Most of it stands on one side only: {a} is of {of_a}, {b} of {of_b}, and each wave is held against the same wave alone. Two data of one wave each are held against each other whatever it is called: look for a file of another wave.",
        id: "Sebagian besar hanya ada pada satu sisi: {a} berisi periode {of_a}, {b} periode {of_b}, dan setiap periode hanya dibandingkan dengan periode yang sama. Dua data yang masing-masing hanya satu periode dibandingkan apa pun periodenya: periksa apakah ada berkas periode lain."
    }
    diff_all_changed(count, all) {
        en: "{count} of {all} statements changed.",
        id: "{count} dari {all} pernyataan berubah."
    }
    diff_statements_line(count, all, parts) {
        en: "{count} of {all} statements differ: {parts}.",
        id: "{count} dari {all} pernyataan berbeda: {parts}."
    }
    diff_no_statement(all) {
        en: "None of the {all} statements differs.",
        id: "Tidak satu pun dari {all} pernyataan berbeda."
    }
    diff_count(count, how) {
        en: "{count} {how}",
        id: "{count} {how}"
    }
    diff_only(side) {
        en: "only in {side}",
        id: "hanya pada {side}"
    }
    diff_region_line(region, a, b, change, rank) {
        en: "{region}: {a} → {b} ({change}){rank}.",
        id: "{region}: {a} → {b} ({change}){rank}."
    }
    diff_region_one_sided(region, a, b, rank) {
        en: "{region}: {a} → {b}{rank}.",
        id: "{region}: {a} → {b}{rank}."
    }
    diff_rank_same(rank) {
        en: ", rank {rank} as before",
        id: ", peringkat {rank} tetap"
    }
    diff_rank_moved(a, b) {
        en: ", rank {a} → {b}",
        id: ", peringkat {a} → {b}"
    }
    diff_more(count) {
        en: "+{count} more: `--full`.",
        id: "+{count} lagi: `--full`."
    }
    diff_ranks_line(count, among) {
        en: "Ranks that differ: {count} of {among}.",
        id: "Peringkat yang berbeda: {count} dari {among}."
    }
}

// What an instrument may have its own word for.
worded! {
    diff_judged[level](count) {
        en: "{count} of them in {level}, value or direction",
        id: "{count} di antaranya pada {level}, nilai, atau arahnya"
    }
    diff_judged_none[level]() {
        en: "none of them in {level}, value or direction",
        id: "tidak satu pun pada {level}, nilai, atau arahnya"
    }
    diff_cells_line[region](count, all) {
        en: "{count} of {all} cells ({region} × indicator) differ.",
        id: "{count} dari {all} sel ({region} × indikator) berbeda."
    }
    diff_counted_otherwise[level, total](count) {
        en: "{count} cells have the same {level} on both sides and count otherwise: a whole {level} that a region gives itself counts as the upper edge of its range, one of an assessor as it stands. Part of the change in the {total} comes from that.",
        id: "{count} sel ber{level} sama di kedua sisi tetapi dihitung lain: {level} bulat dari nilai mandiri dihitung sebagai batas atas rentangnya, dari asesor sebagaimana adanya. Sebagian perubahan {total} berasal dari sini."
    }
    diff_total_same[total]() {
        en: "the {total} is the same everywhere.",
        id: "{total} sama di mana pun."
    }
    diff_among_line[region](before, a, after, b) {
        en: "Ranks are those of `siap compare` on each side: among {before} {region}s in {a}, {after} in {b}.",
        id: "Peringkat adalah menurut `siap compare` pada tiap sisi: di antara {before} {region} pada {a}, {after} pada {b}."
    }
    diff_total_none[total]() {
        en: "the {total} has no score on either side.",
        id: "{total} tidak berskor pada kedua sisi."
    }
    diff_total_line[total, region](count, all, named) {
        en: "the {total} differs in {count} of {all} {region}s, among them: {named}.",
        id: "{total} berbeda pada {count} dari {all} {region}, antara lain: {named}."
    }
}
