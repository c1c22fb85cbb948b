//! Trends between waves.

use crate::text::{Lang, Word, Wording};

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
    trend_rose { en: "rose", id: "naik" }
    trend_fell { en: "fell", id: "turun" }
    trend_rose_most { en: "rose most", id: "naik terbanyak" }
    trend_fell_most { en: "fell most", id: "turun terbanyak" }
    trend_same { en: "unchanged", id: "tetap" }
    trend_common { en: "On common", id: "Pada yang sama" }
    trend_nothing_common { en: "nothing in common", id: "tidak ada yang sama" }
    trend_target_yes { en: "reached", id: "tercapai" }
    trend_target_no { en: "not yet", id: "belum" }
    trend_score_change { en: "Change of score", id: "Perubahan skor" }
    trend_before { en: "Before", id: "Sebelum" }
    trend_after { en: "After", id: "Sesudah" }
    trend_fell_most_heading { en: "Fell most", id: "Turun terbesar" }
    trend_rose_most_heading { en: "Rose most", id: "Naik terbesar" }
    trend_moves_heading { en: "Indicators that moved most", id: "Indikator yang paling berubah" }
    trend_all_moves_heading { en: "Indicators that rose or fell", id: "Indikator yang naik atau turun" }
    trend_targets_heading { en: "Targets before and after", id: "Target sebelum dan sesudah" }
    trend_none_moved { en: "none", id: "tidak ada" }
    trend_open { en: "may have risen or fallen (?)", id: "dapat naik atau turun (?)" }
    trend_most_measured { en: "rose most, by what is measured", id: "naik terbanyak menurut yang terukur" }
    trend_least_measured { en: "fell most, by what is measured", id: "turun terbanyak menurut yang terukur" }
    trend_unsure_missing { en: "what is unknown could undo or reverse the change", id: "data yang belum pasti dapat meniadakan atau membalik perubahannya" }
    trend_unsure_common { en: "what both waves have does not move that way", id: "yang ada pada kedua periode tidak bergerak ke arah itu" }
    trend_unsure_confirm { en: "rests on a reported number below its scale", id: "bertumpu pada angka laporan di bawah skalanya" }
    trend_common_line {
        en: "On common: the change where both waves are worked out on the indicators, or published numbers, that both have.",
        id: "Pada yang sama: perubahan bila kedua periode dihitung pada indikator, atau angka terbitan, yang ada pada keduanya."
    }
    trend_range_line {
        en: "A range of places: what is unknown leaves the place open.",
        id: "Rentang peringkat: data yang belum pasti membuat peringkatnya terbuka."
    }
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
    trend_rose_count(count, total) {
        en: "Rose for certain: {count} of {total}",
        id: "Pasti naik: {count} dari {total}"
    }
    trend_fell_count(count, total) {
        en: "Fell for certain: {count} of {total}",
        id: "Pasti turun: {count} dari {total}"
    }
    trend_named(line, regions) {
        en: "{line}: {regions}.",
        id: "{line}: {regions}."
    }
    trend_greatest(line, regions) {
        en: "{line}. Most: {regions}.",
        id: "{line}. Terbesar: {regions}."
    }
    trend_greatest_measured(line, regions) {
        en: "{line}. Most by what is measured, though what is unknown could change that order: {regions}.",
        id: "{line}. Terbesar menurut yang terukur, walau data yang belum pasti dapat mengubah urutannya: {regions}."
    }
    trend_greatest_alike(line, count, change) {
        en: "{line}. {count} of them alike: {change}.",
        id: "{line}. {count} di antaranya sama besar: {change}."
    }
    trend_same_line(count, total, regions) {
        en: "Unchanged: {count} of {total}: {regions}.",
        id: "Tetap: {count} dari {total}: {regions}."
    }
    trend_open_line(count, total, regions) {
        en: "Not certain (?): {count} of {total}: {regions}.",
        id: "Tidak pasti (?): {count} dari {total}: {regions}."
    }
    trend_reached_line(target, first, before, last, after, total) {
        en: "Target {target}: reached by {before} of {total} in {first}, by {after} in {last}.",
        id: "Target {target}: tercapai oleh {before} dari {total} pada {first}, {after} pada {last}."
    }
    trend_median_line(count, median) {
        en: "Median of the {count} changes that are certain: {median}.",
        id: "Median dari {count} perubahan yang pasti: {median}."
    }
    trend_and_more(count) {
        en: "+{count} more",
        id: "+{count} lagi"
    }
    trend_and_alike(count) {
        en: "+{count} alike",
        id: "+{count} setara"
    }
    trend_uncertain(reasons) {
        en: "not certain (?): {reasons}",
        id: "tidak pasti (?): {reasons}"
    }
    trend_why_uncertain(reason, regions) {
        en: "? not certain, {reason}: {regions}.",
        id: "? tidak pasti, {reason}: {regions}."
    }
    trend_rounded_line(region, before, after, change) {
        en: "Changes are worked out before rounding, so that the rounded ends may not give them: {region}, {before} → {after} and {change}.",
        id: "Perubahan dihitung sebelum pembulatan, sehingga tidak selalu sama dengan selisih angka bulatnya: {region}, {before} → {after} dan {change}."
    }
    trend_in_one_line(region, before, after) {
        en: "In one wave only, {region}: before {before}; after {after}.",
        id: "Hanya pada satu periode, {region}: sebelum {before}; sesudah {after}."
    }
    trend_shorter_line(regions) {
        en: "Not counted above, because the first or the last wave has no score: {regions}.",
        id: "Tidak dihitung di atas karena periode pertama atau terakhir tanpa skor: {regions}."
    }
    trend_unranked_line(share) {
        en: "* below {share} coverage: not ranked in that wave.",
        id: "* cakupan di bawah {share}: tidak diperingkat pada periode itu."
    }
    trend_steps_line() {
        en: "In parentheses: the wave compared with, where the one before has no score. Nothing is filled in between.",
        id: "Dalam kurung: periode pembanding, bila periode sebelumnya tanpa skor. Tidak ada nilai yang diisikan di antaranya."
    }
    trend_stage_line(stage, others) {
        en: "All waves are compared at one stage: {stage}. Left out: {others}.",
        id: "Semua periode dibandingkan pada satu tahap: {stage}. Tidak dipakai: {others}."
    }
    trend_without_wave_line(count) {
        en: "Scores whose rows name no wave are left out: {count}.",
        id: "Skor yang barisnya tidak menyebut periode tidak dipakai: {count}."
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

// What an instrument may have its own word for.
worded! {
    trend_background[region]() {
        en: "all others",
        id: "{region} lainnya"
    }
    trend_unsure_relative[region]() {
        en: "scores hang on what other regions have",
        id: "skornya bergantung pada {region} lain"
    }
    trend_shown_line[region](shown, all) {
        en: "Shown: {shown} of the {all} regions that are followed; ranks and counts are those of all {all}.",
        id: "Ditampilkan: {shown} dari {all} {region} yang diikuti; peringkat dan jumlah tetap menurut ke-{all} {region}."
    }
    trend_moves_in_full[region](count) {
        en: "Which indicators moved in these {count} regions: --full, or --region for some of them.",
        id: "Indikator yang berubah pada {count} {region} ini: --full, atau --region untuk sebagian."
    }
    trend_nobody[region](first, last) {
        en: "No region has a score both in {first} and in {last}.",
        id: "Tidak ada {region} yang berskor pada {first} dan juga pada {last}."
    }
    trend_rank_line[region]() {
        en: "Rank: before and after, among the regions ranked in both waves compared; + is places climbed.",
        id: "Peringkat: sebelum dan sesudah, di antara {region} yang diperingkat pada kedua periode yang dibandingkan; + berarti naik peringkat."
    }
    trend_steps_rank_line[region]() {
        en: "# places climbed (+) or lost (−), among the regions ranked in both waves.",
        id: "# peringkat yang naik (+) atau turun (−), di antara {region} yang diperingkat pada kedua periode."
    }
    trend_left_out_line[region](waves) {
        en: "Left out, because fewer than two regions have a score there: {waves}. Ask for them with --wave.",
        id: "Tidak dipakai karena kurang dari dua {region} yang berskor: {waves}. Minta dengan --wave."
    }
    trend_coders_line[levels]() {
        en: "Not the same coders set the {levels} in every wave: part of a change may be theirs.",
        id: "Pengode tidak sama di setiap periode: sebagian perubahan mungkin berasal dari pengodenya."
    }
}
