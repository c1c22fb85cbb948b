//! One long table of any input.

use crate::text::{Sentence, Word};

sentences! {
    convert_needs_framework() {
        en: "where the headers name indicators, `-f` must say of which framework: `siap framework list` shows them",
        id: "bila tajuk menyebut indikator, `-f` harus menyebut kerangkanya: `siap framework list` menampilkannya"
    }
    option_of_score(option) {
        en: "`{option}` changes scores and no rows: with `siap convert` it has no effect",
        id: "`{option}` mengubah skor, bukan baris: pada `siap convert` tidak berpengaruh"
    }
}
