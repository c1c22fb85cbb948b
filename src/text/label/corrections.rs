//! Corrections: what is read otherwise than it was sent.

use crate::text::{Lang, Word};

labels! {
    corrections_heading { en: "Corrections", id: "Koreksi" }
    correction_column { en: "Sent → read", id: "Kiriman → dibaca" }
    correction_ground { en: "Minutes; date; by", id: "Berita acara; tanggal; oleh" }
    correction_place { en: "Cell", id: "Sel" }
    correction_whole_row { en: "(the whole row)", id: "(seluruh baris)" }
    correction_withheld { en: "(withheld)", id: "(tidak ditampilkan)" }
    corrections_applied { en: "some cells are read otherwise than they were sent: `siap check` lists the corrections", id: "sebagian sel dibaca lain dari kiriman: `siap check` memuat koreksinya" }
    correction_empty { en: "(empty)", id: "(kosong)" }
    correction_no_minutes { en: "no minutes", id: "tanpa berita acara" }
    corrections_key {
        en: "The files stay as they were sent; the corrections stand in the list of the study and are applied while reading.",
        id: "Berkas kiriman tetap seperti semula; koreksi tertulis dalam daftar koreksi studi dan diterapkan saat dibaca."
    }
    corrections_before { en: "as sent", id: "sebelum koreksi" }
    corrections_after { en: "corrected", id: "sesudah koreksi" }
}

phrases! {
    corrections_not_before() {
        en: "As it was sent the study cannot be scored, so that nothing stands beside this number.",
        id: "Sebelum dikoreksi, studi ini tidak dapat dinilai, jadi tidak ada pembanding bagi angka ini."
    }
    corrections_title(title) {
        en: "Corrections, annex to the minutes: {title}",
        id: "Koreksi, lampiran berita acara: {title}"
    }
    corrections_line(count) {
        en: "Cells read otherwise than they were sent: {count} (see the list of corrections).",
        id: "Sel yang dibaca lain dari kiriman: {count} (lihat daftar koreksi)."
    }
    corrections_more(count) {
        en: "{count} more corrections with --full.",
        id: "{count} koreksi lagi dengan --full."
    }
    correction_change(from, to) {
        en: "{from} → {to}",
        id: "{from} → {to}"
    }
    correction_why(change, reason, ground) {
        en: "corrected {change}: {reason} ({ground})",
        id: "dikoreksi {change}: {reason} ({ground})"
    }
    corrections_effect(title, before, after) {
        en: "{title} as sent {before}, corrected {after}.",
        id: "{title} sebelum koreksi {before}, sesudah koreksi {after}."
    }
    corrections_no_effect(title, value) {
        en: "{title} is the same as sent and corrected: {value}.",
        id: "{title} sebelum dan sesudah koreksi sama: {value}."
    }
}
