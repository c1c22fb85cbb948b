//! Crosswalks between frameworks.

use crate::text::{Lang, Word};

labels! {
    crosswalks_heading { en: "Built-in crosswalks", id: "Padanan bawaan" }
    crosswalk_from { en: "One framework", id: "Kerangka pertama" }
    crosswalk_to { en: "The other", id: "Kerangka kedua" }
    relation { en: "Relation", id: "Relasi" }
    relation_equal { en: "equal", id: "setara" }
    relation_part { en: "part", id: "sebagian" }
    relation_none { en: "none", id: "tanpa padanan" }
    crosswalk_note { en: "Note", id: "Catatan" }
    crosswalks_note {
        en: "A crosswalk works in both directions: --as FRAMEWORK shows rows of the other one under it. A level is carried over only where two nodes are equal.",
        id: "Padanan berlaku dua arah: --as KERANGKA menampilkan baris kerangka lain di bawahnya. Level hanya dialihkan bila kedua simpul setara."
    }
}

phrases! {
    crosswalk_fine(file, from, to, count) {
        en: "{file}: no problems, {count} lines between {from} and {to}",
        id: "{file}: tanpa masalah, {count} baris antara {from} dan {to}"
    }
}
