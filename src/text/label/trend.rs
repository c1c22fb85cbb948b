//! Trends between waves.

use crate::text::{Lang, Word};

labels! {
    trend_change { en: "Change", id: "Perubahan" }
    trend_rank { en: "Rank", id: "Peringkat" }
    trend_heading { en: "From the first to the last wave", id: "Dari periode pertama ke terakhir" }
    trend_steps_heading { en: "From wave to wave", id: "Dari periode ke periode" }
    trend_groups_heading { en: "Change by group", id: "Perubahan menurut kelompok" }
    trend_summary_heading { en: "What changed", id: "Yang berubah" }
    trend_apart_heading { en: "Not joined", id: "Tidak disambungkan" }
    trend_numbers_heading { en: "Numbers that are not scored", id: "Angka yang tidak dinilai" }
    trend_numbers { en: "Numbers (wave)", id: "Angka (periode)" }
    trend_share { en: "Change (%)", id: "Perubahan (%)" }
    trend_median { en: "Median change", id: "Median perubahan" }
    trend_rose { en: "rose", id: "naik" }
    trend_fell { en: "fell", id: "turun" }
    trend_rose_most { en: "rose most", id: "naik terbanyak" }
    trend_fell_most { en: "fell most", id: "turun terbanyak" }
    trend_same { en: "unchanged", id: "tetap" }
    trend_background { en: "all others", id: "wilayah lainnya" }
    trend_uncertain { en: "not certain (?), given what is missing", id: "tidak pasti (?), mengingat data yang belum ada" }
    trend_unranked { en: "not ranked in that wave", id: "tidak diperingkat pada periode itu" }
    trend_other_stage { en: "other stage", id: "tahap lain" }
    trend_no_stage { en: "no stage named", id: "tanpa tahap" }
    trend_apart_stage { en: "assessed only at stages that are not compared here", id: "hanya dinilai pada tahap yang tidak dibandingkan di sini" }
    trend_apart_waves { en: "no data in these waves", id: "tidak ada data pada periode-periode ini" }
    trend_unconfirmed_line { en: "† needs confirmation: rests on a reported number below its scale; not ranked, and neither a rise nor a fall.", id: "† perlu konfirmasi: bertumpu pada angka laporan di bawah skalanya; tidak diperingkat dan tidak dihitung naik atau turun." }
    trend_apart_no_wave { en: "its rows name no wave", id: "barisnya tidak menyebut periode" }
}

phrases! {
    trend_title(framework) {
        en: "Trend: {framework}",
        id: "Tren: {framework}"
    }
    trend_apart_one(wave) {
        en: "a score in one wave only ({wave})",
        id: "hanya berskor pada satu periode ({wave})"
    }
    trend_apart_none(reason) {
        en: "no score in any of these waves ({reason})",
        id: "tanpa skor pada semua periode ini ({reason})"
    }
    trend_rose_line(count, total, regions) {
        en: "Rose: {count} of {total}. Most: {regions}.",
        id: "Naik: {count} dari {total}. Terbesar: {regions}."
    }
    trend_fell_line(count, total, regions) {
        en: "Fell: {count} of {total}. Most: {regions}.",
        id: "Turun: {count} dari {total}. Terbesar: {regions}."
    }
    trend_same_line(count, total, regions) {
        en: "Unchanged: {count} of {total}: {regions}.",
        id: "Tetap: {count} dari {total}: {regions}."
    }
    trend_nobody(first, last) {
        en: "No region has a score both in {first} and in {last}.",
        id: "Tidak ada wilayah yang berskor pada {first} dan juga pada {last}."
    }
    trend_shorter_line(regions) {
        en: "Not counted above, because the first or the last wave has no score: {regions}.",
        id: "Tidak dihitung di atas karena periode pertama atau terakhir tanpa skor: {regions}."
    }
    trend_uncertain_line(regions) {
        en: "Not certain (?): what is missing could undo or reverse the change of {regions}.",
        id: "Tidak pasti (?): data yang belum ada dapat meniadakan atau membalik perubahan {regions}."
    }
    trend_uncertain_groups() {
        en: "? not certain: what is missing could undo or reverse the change.",
        id: "? tidak pasti: data yang belum ada dapat meniadakan atau membalik perubahannya."
    }
    trend_unranked_line(share) {
        en: "* below {share} coverage: not ranked in that wave.",
        id: "* cakupan di bawah {share}: tidak diperingkat pada periode itu."
    }
    trend_rank_line() {
        en: "Rank: before and after, among the regions ranked in both waves compared; + is places climbed.",
        id: "Peringkat: sebelum dan sesudah, di antara wilayah yang diperingkat pada kedua periode yang dibandingkan; + berarti naik peringkat."
    }
    trend_steps_line() {
        en: "In parentheses: the wave compared with, where the one before has no score. Nothing is filled in between.",
        id: "Dalam kurung: periode pembanding, bila periode sebelumnya tanpa skor. Tidak ada nilai yang diisikan di antaranya."
    }
    trend_steps_rank_line() {
        en: "# places climbed (+) or lost (−), among the regions ranked in both waves.",
        id: "# peringkat yang naik (+) atau turun (−), di antara wilayah yang diperingkat pada kedua periode."
    }
    trend_stage_line(stage, others) {
        en: "All waves are compared at one stage: {stage}. Left out: {others}.",
        id: "Semua periode dibandingkan pada satu tahap: {stage}. Tidak dipakai: {others}."
    }
    trend_left_out_line(waves) {
        en: "Left out, because fewer than two regions have a score there: {waves}. Ask for them with --wave.",
        id: "Tidak dipakai karena kurang dari dua wilayah yang berskor: {waves}. Minta dengan --wave."
    }
    trend_without_wave_line(count) {
        en: "Scores whose rows name no wave are left out: {count}.",
        id: "Skor yang barisnya tidak menyebut periode tidak dipakai: {count}."
    }
    trend_coders_line() {
        en: "Not the same coders set the levels in every wave: part of a change may be theirs.",
        id: "Pengode tidak sama di setiap periode: sebagian perubahan mungkin berasal dari pengodenya."
    }
    trend_conflicts_line(count) {
        en: "Conflicts between statements behind these scores: {count}; `siap compare --wave` lists those of one wave.",
        id: "Pertentangan antarpernyataan di balik skor ini: {count}; `siap compare --wave` menampilkan yang ada pada satu periode."
    }
    trend_axis_note(low, high, min, max) {
        en: "The vertical axis shows {low} to {high} of a scale from {min} to {max}.",
        id: "Sumbu tegak menampilkan {low} sampai {high} dari skala {min} sampai {max}."
    }
    trend_gap_note() {
        en: "A broken line: no score in that wave; nothing is filled in.",
        id: "Garis terputus: tanpa skor pada periode itu; tidak ada nilai yang diisikan."
    }
}
