//! Plans: what to raise to reach a target.

use crate::text::{Lang, Word, Wording};

labels! {
    plan_steps_heading { en: "Steps", id: "Langkah" }
    plan_step { en: "#", id: "#" }
    plan_from { en: "From", id: "Dari" }
    plan_to { en: "To", id: "Ke" }
    plan_gain { en: "Adds", id: "Menambah" }
    plan_running { en: "Then", id: "Menjadi" }
    plan_cost { en: "Cost", id: "Biaya" }
    plan_lacking { en: "Still missing", id: "Masih kurang" }
    plan_owner { en: "Owner", id: "Penanggung jawab" }
    plan_due { en: "Due", id: "Tenggat" }
    plan_failed { en: "If it fails", id: "Bila gagal" }
    plan_instead { en: "Or instead", id: "Atau sebagai gantinya" }
    plan_waves_heading { en: "Over the waves", id: "Per periode" }
    plan_count { en: "Raises", id: "Kenaikan" }
    plan_wave { en: "Wave", id: "Periode" }
    plan_unmeasured_heading { en: "Not raised: nothing is known of them", id: "Tidak dinaikkan: belum ada datanya" }
    plan_external_heading { en: "Not raised: measured by others", id: "Tidak dinaikkan: diukur pihak lain" }
    plan_could_add_top { en: "At the top it would add", id: "Bila di puncak skala menambah" }
    plan_measured_by { en: "Measured by", id: "Diukur oleh" }
    plan_order_line {
        en: "In this order what adds most for its cost comes first. \"If it fails\": what the whole plan reaches when this raise does not come about.",
        id: "Urutannya: yang paling menambah untuk biayanya didahulukan. \"Bila gagal\": capaian seluruh rencana bila kenaikan ini tidak terjadi."
    }
    plan_in_one { en: "in one indicator", id: "pada satu indikator" }
    plan_equals { en: "Equal choices", id: "Pilihan setara" }
}

phrases! {
    plan_fewest(cost, value) {
        en: "Fewest raises, proved: with fewer than {cost} the best is {value}.",
        id: "Paling sedikit kenaikan, terbukti: dengan kurang dari {cost} kenaikan, yang terbaik {value}."
    }
    plan_cheapest(cost, cheaper, value) {
        en: "Cheapest, proved: the cost is {cost}; for less the best is {value}, at {cheaper}.",
        id: "Paling murah, terbukti: biayanya {cost}; dengan biaya kurang dari itu yang terbaik {value}, yaitu pada {cheaper}."
    }
    plan_out_of_reach(node, target, best) {
        en: "Out of reach: raised as far as allowed, {node} comes to {best}; the target is {target}.",
        id: "Tidak terjangkau: bila dinaikkan sejauh diizinkan, {node} menjadi {best}; targetnya {target}."
    }
    plan_title(region) {
        en: "Plan: {region}",
        id: "Rencana: {region}"
    }
    plan_in_several(indicators) {
        en: "in {indicators} indicators",
        id: "pada {indicators} indikator"
    }
    plan_more(count) {
        en: "{count} more",
        id: "{count} lagi"
    }
    plan_common(names) {
        en: "In place of any one of these raises could stand: {names}.",
        id: "Kenaikan mana pun di atas dapat diganti dengan: {names}."
    }
    plan_more_steps(count) {
        en: "{count} more steps with --full.",
        id: "{count} langkah lagi dengan --full."
    }
    plan_aim(node, target) {
        en: "{node} to {target}",
        id: "{node} menjadi {target}"
    }
    plan_already(node, start, target) {
        en: "Nothing to do: {node} is at {start}, and the target is {target}.",
        id: "Tidak ada yang perlu dinaikkan: {node} sudah {start}, targetnya {target}."
    }
    plan_provisional(node, low, high) {
        en: "Not certain: by what is unknown, or given as a whole level of the region's own, {node} then lies between {low} and {high}.",
        id: "Belum pasti: karena ada yang belum diketahui, atau nilai mandiri yang diisi bulat, {node} kala itu berada di antara {low} dan {high}."
    }
    plan_official(published, computed, difference) {
        en: "Published is {published}. The plan runs on what is computed from the answers, {computed}: a difference of {difference}.",
        id: "Angka yang diterbitkan {published}. Rencana ini memakai hasil hitungan dari jawaban, {computed}: selisih {difference}."
    }
    plan_without_levels(names) {
        en: "Not raised, since they have no levels: {names}.",
        id: "Tidak dinaikkan karena tidak bertingkat: {names}."
    }
    plan_unpriced(names) {
        en: "Not raised further, since the table has no cost for the next step: {names}.",
        id: "Tidak dinaikkan lebih jauh karena tabel tidak memuat biaya langkah berikutnya: {names}."
    }
    plan_no_score(node) {
        en: "{node} has no score to start from: too little of it is measured.",
        id: "{node} belum memiliki skor sebagai titik awal: yang terukur terlalu sedikit."
    }
}

worded! {
    plan_answer_one[level](node, start, after, target) {
        en: "1 raise by one {level} brings {node} from {start} to {after}; the target is {target}.",
        id: "1 kenaikan satu {level} membawa {node} dari {start} ke {after}; targetnya {target}."
    }
    plan_answer[level](raises, indicators, node, start, after, target) {
        en: "{raises} raises by one {level} each, {indicators}, bring {node} from {start} to {after}; the target is {target}.",
        id: "{raises} kenaikan satu {level}, {indicators}, membawa {node} dari {start} ke {after}; targetnya {target}."
    }
    plan_cost_items[evidence_items, level](cost) {
        en: "Cost: {cost}, counted in {evidence_items} still missing; a {level} that names none counts as 1.",
        id: "Biaya: {cost}, dihitung dari {evidence_items} yang masih kurang; {level} tanpa rincian dihitung 1."
    }
    plan_best_by[level](raises, indicators) {
        en: "Raises by one {level} for that best: {raises}, {indicators}. They are listed below.",
        id: "Capaian terbaik itu memerlukan {raises} kenaikan satu {level}, {indicators}; daftarnya di bawah."
    }
    plan_level_meant[level](wanted, score) {
        en: "The target counts on 0–100. Is {level} {wanted} meant? That is a target of {score}.",
        id: "Target dihitung pada 0–100. Maksudnya {level} {wanted}? Itu sama dengan target {score}."
    }
    plan_no_levels[level](node, start, target, gap) {
        en: "No plan: there is no {level} below {node} that could be raised. It is at {start}; to the target {target} the gap is {gap}.",
        id: "Tanpa rencana: tidak ada {level} di bawah {node} yang dapat dinaikkan. Nilainya {start}; ke target {target} kurang {gap}."
    }
    plan_instead_key[level]() {
        en: "Equal choices: other indicators in which one {level} more, in place of this raise, costs the same and reaches the target as well; --full names them.",
        id: "Pilihan setara: indikator lain yang bila naik satu {level} sebagai ganti kenaikan ini, biayanya sama dan target tetap tercapai; --full menyebut namanya."
    }
    plan_could_add[level]() {
        en: "One {level} more would add",
        id: "Naik satu {level} menambah"
    }
    plan_minimum[band]() {
        en: "The number alone does not give the {band}:",
        id: "Angka saja belum memberi {band}:"
    }
}
