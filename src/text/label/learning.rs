//! Who can learn from whom.

use crate::text::{Lang, Word};

labels! {
    learn_shared { en: "Weaknesses in common", id: "Kelemahan bersama" }
    learn_none_shared { en: "No indicator is below the middle of its scale in two ranked regions or more.", id: "Tidak ada indikator yang di bawah tengah skalanya pada dua wilayah atau lebih yang diperingkat." }
    learn_weak_in { en: "Weak in", id: "Lemah di" }
    learn_gain { en: "A joint programme adds", id: "Program bersama menambah" }
    learn_shared_key { en: "Weak: below the middle of the scale. A joint programme adds: what one level more in each of these adds to their totals on average.", id: "Lemah: di bawah tengah skala. Program bersama menambah: rata-rata tambahan pada nilai keseluruhan bila masing-masing naik satu tingkat." }
    learn_pairs { en: "Who can learn from whom", id: "Belajar dari siapa" }
    learn_weak { en: "Weak in this indicator", id: "Lemah pada indikator" }
    learn_from { en: "Learn from", id: "Belajar dari" }
    learn_theirs { en: "There", id: "Di sana" }
    learn_evidence { en: "What their level rests on", id: "Dasar tingkatnya" }
    learn_no_pairs { en: "No weak indicator has a ranked region that stands a level above with a statement that can be read.", id: "Tidak ada indikator lemah yang mempunyai wilayah setingkat lebih tinggi dengan pernyataan yang dapat dibaca." }
    learn_key { en: "The nearest come first: those whose other indicators are most alike, then those of the same province. Each stands a level or more above, at the middle of the scale or higher. Only ranked regions take part.", id: "Yang terdekat lebih dulu: yang indikator lainnya paling mirip, lalu yang seprovinsi. Masing-masing satu tingkat atau lebih di atas, dan setidaknya di tengah skala. Hanya yang diperingkat yang ikut." }
    learn_too_few { en: "Fewer than two regions are ranked: nobody to learn from.", id: "Kurang dari dua wilayah yang diperingkat: tidak ada tempat belajar." }
    learn_no_levels { en: "Only totals or groups are reported here: without levels of indicators nobody can say who is strong in what.", id: "Di sini hanya ada angka keseluruhan atau kelompok: tanpa tingkat setiap indikator tidak dapat dikatakan siapa unggul di mana." }
}

phrases! {
    learn_title(study) {
        en: "Learning from each other: {study}",
        id: "Saling belajar: {study}"
    }
    learn_more(count) {
        en: "… and {count} more: --full.",
        id: "… dan {count} lagi: --full."
    }
    learn_alone(names) {
        en: "Nobody here stands above with evidence: {names}.",
        id: "Belum ada yang lebih tinggi dengan bukti: {names}."
    }
}
