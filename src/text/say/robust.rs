//! Reruns under other choices, and values of options that are numbers.

use crate::text::{Sentence, Word};

sentences! {
    whole_number_wanted(word, option, low, high) {
        en: "`{word}` is not possible for `{option}`: use a whole number from {low} to {high}",
        id: "`{word}` tidak dapat dipakai untuk `{option}`: pakai bilangan bulat dari {low} sampai {high}"
    }
    seed_wanted(word) {
        en: "`{word}` is not possible for `--seed`: use a whole number from 0 on",
        id: "`{word}` tidak dapat dipakai untuk `--seed`: pakai bilangan bulat mulai dari 0"
    }
    weights_wanted(word) {
        en: "`{word}` is not possible for `--weights`: use a percentage from 0 to 100 such as `25%`, `dirichlet` or `none`",
        id: "`{word}` tidak dapat dipakai untuk `--weights`: pakai persentase dari 0 sampai 100 seperti `25%`, `dirichlet`, atau `none`"
    }
    level_error_wanted(word) {
        en: "`{word}` is not possible for `--level-error`: use a probability from 0.001 to 1 such as `0.1` or `10%`, or `none`",
        id: "`{word}` tidak dapat dipakai untuk `--level-error`: pakai peluang dari 0.001 sampai 1 seperti `0.1` atau `10%`, atau `none`"
    }
    top_beyond_field(top, regions) {
        en: "`--top {top}` is more than the {regions} regions that are ranked: at most `--top {regions}`",
        id: "`--top {top}` melebihi {regions} wilayah yang diperingkat: paling banyak `--top {regions}`"
    }
    too_many_runs(runs, regions, most) {
        en: "{runs} runs of {regions} regions do not fit into memory: use at most `--runs {most}`",
        id: "{runs} perhitungan ulang atas {regions} wilayah tidak muat dalam memori: pakai paling banyak `--runs {most}`"
    }
}
