//! Reruns of a ranking under other choices.

use crate::text::{Lang, Word, Wording};

labels! {
    robust_verdict_heading { en: "Would other choices have changed the order?", id: "Apakah pilihan lain akan mengubah urutan?" }
    robust_heading { en: "Ranks under other choices", id: "Peringkat di bawah pilihan lain" }
    robust_choices_heading { en: "Which choice moves the ranks", id: "Pilihan mana yang menggeser peringkat" }
    robust_influence_heading { en: "What each indicator does to the order", id: "Pengaruh tiap indikator terhadap urutan" }
    robust_readings_heading { en: "The order under other readings of the same data", id: "Urutan menurut pembacaan lain atas data yang sama" }
    robust_median { en: "Median rank", id: "Peringkat tengah" }
    robust_range { en: "Ranks 5–95%", id: "Peringkat 5–95%" }
    robust_first { en: "First", id: "Pertama" }
    robust_above_next { en: "Above the next", id: "Di atas yang berikutnya" }
    robust_choice { en: "Choice", id: "Pilihan" }
    robust_alone { en: "By itself", id: "Sendiri" }
    robust_total { en: "With others", id: "Bersama yang lain" }
    robust_shift { en: "Mean shift without it", id: "Geser rata-rata tanpanya" }
    robust_reading { en: "Reading", id: "Pembacaan" }
    robust_mean_shift { en: "Mean rank shift", id: "Geser peringkat rata-rata" }
    robust_best { en: "First place", id: "Tempat pertama" }
    robust_nothing_moves { en: "None of the varied choices moves a single rank.", id: "Tidak satu pun pilihan yang divariasikan menggeser peringkat." }
    robust_varied_in_vain { en: "Varied: nothing that gave a result beside what is in use.", id: "Divariasikan: tidak ada yang membuahkan hasil selain yang sedang dipakai." }
    robust_untested { en: "not tested", id: "tidak teruji" }
    robust_never { en: "Never varied here: which indicators and scales the framework has, what was asked of whom, and which sources were read.", id: "Tidak pernah divariasikan di sini: indikator dan skala yang dimiliki kerangka, apa yang ditanyakan kepada siapa, dan sumber yang dibaca." }
    robust_borrowed_note { en: "A cell with one informant says nothing of its own spread: it borrows that of the others, and the result depends on whether they are alike.", id: "Sel dengan satu informan tidak menunjukkan sebarannya sendiri: sebaran itu dipinjam dari sel lain, dan hasilnya bergantung pada kemiripan keduanya." }
    robust_nothing_varied { en: "Nothing could be varied, so nothing was tested and no ranks are given.", id: "Tidak ada yang dapat divariasikan, sehingga tidak ada yang diuji dan tidak ada peringkat yang disajikan." }
    robust_only_rounding { en: "Only the rounding of published numbers was tested. Whether other choices would have changed the order is not known, so no shares and no ranges of ranks are given.", id: "Yang diuji hanya pembulatan angka yang dipublikasikan. Apakah pilihan lain akan mengubah urutan tidak diketahui, sehingga tidak ada persentase dan rentang peringkat yang disajikan." }
    robust_all_kept { en: "Every pair of neighbours keeps its order in at least 95% of the runs.", id: "Setiap pasangan bertetangga mempertahankan urutannya pada sedikitnya 95% perhitungan ulang." }
    robust_open_key { en: "The share is that of the runs in which the first named stands above the other.", id: "Persentase: bagian perhitungan ulang ketika yang disebut lebih dulu berada di atas yang lain." }
    robust_what_heading { en: "What was tested", id: "Apa yang diuji" }
    robust_last_column { en: "Last", id: "Terakhir" }
    robust_weights_hint { en: "What other weights would do shows `--weights 25%`.", id: "Pengaruh bobot lain dapat dilihat dengan `--weights 25%`." }
}

// Names of choices.
labels! {
    choice_weights { en: "weights", id: "bobot" }
    choice_rules { en: "rule of groups", id: "aturan kelompok" }
    choice_normalisation { en: "normalisation of numbers", id: "normalisasi angka" }
    choice_missing { en: "missing data", id: "data yang belum ada" }
    choice_informants { en: "informants", id: "informan" }
    choice_indicators { en: "indicator left out", id: "indikator ditinggalkan" }
    choice_rounding { en: "rounding of published numbers", id: "pembulatan angka yang dipublikasikan" }
    choice_coders { en: "coder left out", id: "pengode ditinggalkan" }
}

// Names of rules, ways and treatments.
labels! {
    rule_arithmetic { en: "arithmetic mean", id: "rata-rata aritmetik" }
    rule_geometric { en: "geometric mean", id: "rata-rata geometrik" }
    rule_harmonic { en: "harmonic mean", id: "rata-rata harmonik" }
    rule_median { en: "median", id: "median" }
    rule_min { en: "weakest child", id: "bagian terlemah" }
    rule_none { en: "profile", id: "profil" }
    way_written { en: "as written", id: "sebagaimana tertulis" }
    way_min_max { en: "min–max", id: "min–maks" }
    way_z_score { en: "z-score", id: "skor z" }
    way_rank { en: "rank", id: "peringkat" }
    treatment_rescale { en: "weight shared among the rest", id: "bobotnya dibagi ke yang lain" }
    treatment_zero { en: "as zero", id: "sebagai nol" }
    treatment_fail { en: "not allowed", id: "tidak diizinkan" }
    treatment_bottom { en: "at the bottom of each scale", id: "di dasar tiap skala" }
    treatment_top { en: "at the top", id: "di puncak" }
    reading_equal { en: "equal weights", id: "bobot sama" }
    reading_inverse { en: "weights inverse to variance", id: "bobot berbanding terbalik dengan ragam" }
    reading_median { en: "medians instead of means", id: "median sebagai ganti rata-rata" }
    reading_direction { en: "directions alone", id: "arah saja" }
}

// Why a choice does not vary, and why a run has no result.
labels! {
    why_not_asked { en: "not asked for", id: "tidak diminta" }
    why_set_by_regulation { en: "the regulation sets them", id: "ditetapkan peraturan" }
    why_official_instrument { en: "the official instrument sets them", id: "ditetapkan instrumen resmi" }
    why_coders_agree { en: "this study's own coders never differ", id: "para pengode studi ini tidak pernah berbeda" }
    why_nothing_published { en: "the ranking uses no published number", id: "pemeringkatan tidak memakai angka yang dipublikasikan" }
    why_nothing_missing { en: "nothing is left out of what counts", id: "tidak ada yang dikeluarkan dari hitungan" }
    why_no_numbers { en: "no measured number counts", id: "tidak ada angka terukur yang dihitung" }
    why_one_informant { en: "no cell has two informants", id: "tidak ada sel dengan dua informan" }
    why_own_rules { en: "no other rule applies", id: "tidak ada aturan lain yang berlaku" }
    why_no_shared_cells { en: "no cell was coded by two coders", id: "tidak ada sel yang dikode dua pengode" }
    why_only_in_use { en: "only what is in use already was named", id: "yang disebut hanya yang sudah dipakai" }
    why_no_width { en: "±0% changes nothing", id: "±0% tidak mengubah apa pun" }
    why_one_indicator { en: "there is one indicator only", id: "hanya ada satu indikator" }
    failure_zero { en: "a geometric or harmonic mean met a score that is not above zero; a floor in the framework would allow it", id: "rata-rata geometrik atau harmonik bertemu skor yang tidak di atas nol; floor dalam kerangka akan memungkinkannya" }
    failure_missing { en: "data are missing where the framework does not allow it", id: "ada data kosong yang tidak diizinkan kerangka" }
}

phrases! {
    robust_title(framework) {
        en: "Robustness: {framework}",
        id: "Ketahanan peringkat: {framework}"
    }
    robust_runs_line(runs, seed) {
        en: "runs: {runs} · seed {seed}",
        id: "perhitungan ulang: {runs} · benih {seed}"
    }
    robust_first_sure(region, share) {
        en: "{region} is first in {share} of the runs.",
        id: "{region} berada di urutan pertama pada {share} perhitungan ulang."
    }
    robust_first_others(region, share) {
        en: "{region} ({share})",
        id: "{region} ({share})"
    }
    robust_most_line(choice) {
        en: "What moves the ranks most: {choice}.",
        id: "Yang paling banyak menggeser peringkat: {choice}."
    }
    robust_failed_line(failed, runs, reasons) {
        en: "Of {runs} runs, those without a result: {failed}; they count nowhere. Why: {reasons}.",
        id: "Dari {runs} perhitungan ulang, yang tidak membuahkan hasil: {failed}; semuanya tidak ikut dihitung. Sebabnya: {reasons}."
    }
    robust_varied_line(choices) {
        en: "Varied: {choices}.",
        id: "Divariasikan: {choices}."
    }
    robust_not_varied_line(choices) {
        en: "Not varied, and why: {choices}.",
        id: "Tidak divariasikan, beserta alasannya: {choices}."
    }
    robust_top(top) {
        en: "Top {top}",
        id: "{top} teratas"
    }
    robust_uniform(share) {
        en: "each weight by up to {share} of itself",
        id: "setiap bobot hingga {share} dari nilainya"
    }
    robust_dirichlet() {
        en: "weights: any, each set as likely as another",
        id: "bobot: apa pun, setiap susunan sama mungkinnya"
    }
    robust_one_of(choice, options) {
        en: "{choice}: {options}",
        id: "{choice}: {options}"
    }
    robust_informants(resampled, borrowed, spread) {
        en: "informants: drawn again where a cell has several (cells: {resampled}); where it has one, moved by the spread of the others, {spread} of the scale (cells: {borrowed})",
        id: "informan: ditarik ulang pada sel yang punya beberapa (sel: {resampled}); pada sel dengan satu informan digeser menurut sebaran yang lain, {spread} dari skala (sel: {borrowed})"
    }
    robust_indicators(count) {
        en: "indicators: one of {count} left out, or none",
        id: "indikator: satu dari {count} ditinggalkan, atau tidak sama sekali"
    }
    robust_coders(count, cells) {
        en: "coders: one of {count} left out, or none, where several coded a cell (cells: {cells})",
        id: "pengode: satu dari {count} ditinggalkan, atau tidak sama sekali, pada sel yang dikode beberapa orang (sel: {cells})"
    }
    robust_sobol_key(samples) {
        en: "Share of the variance of the mean rank shift that a choice accounts for (Sobol indices, N = {samples}); an estimate, off by a few hundredths. What does nothing has 0.",
        id: "Bagian ragam geser peringkat rata-rata yang berasal dari suatu pilihan (indeks Sobol, N = {samples}); taksiran, dapat meleset beberapa perseratus. Yang tidak berpengaruh bernilai 0."
    }
    robust_sobol_few_key(samples, fewest) {
        en: "Share of the variance of the mean rank shift that a choice accounts for (Sobol indices); N = {samples} is too small for them: below {fewest} they may be far off.",
        id: "Bagian ragam geser peringkat rata-rata yang berasal dari suatu pilihan (indeks Sobol); N = {samples} terlalu kecil untuk itu: di bawah {fewest} nilainya dapat jauh meleset."
    }
    robust_too_few_samples(samples, fewest) {
        en: "Which choice moves the ranks most cannot be said: the sample for it is too small (N = {samples}, {fewest} needed; N is half of --runs, less where runs fail).",
        id: "Pilihan mana yang paling banyak menggeser peringkat tidak dapat dikatakan: sampelnya terlalu kecil (N = {samples}, perlu {fewest}; N ialah separuh --runs, kurang bila ada perhitungan ulang yang gagal)."
    }
    robust_seldom_moved(moved, done) {
        en: "Ranks moved in {moved} of {done} runs: too seldom to say which choice moved them.",
        id: "Peringkat bergeser pada {moved} dari {done} perhitungan ulang: terlalu jarang untuk mengatakan pilihan mana yang menggesernya."
    }
    robust_nothing_moved(done, runs) {
        en: "No rank moved in the {done} of {runs} runs that have a result; what the failed ones would have moved is not known.",
        id: "Tidak ada peringkat yang bergeser pada {done} dari {runs} perhitungan ulang yang membuahkan hasil; apa yang akan digeser perhitungan ulang yang gagal tidak diketahui."
    }
    robust_untested_line(choice, option, runs) {
        en: "Not tested: {choice}: {option}. No run with it has a result (runs: {runs}), so that nothing is known of it.",
        id: "Tidak teruji: {choice}: {option}. Tidak ada perhitungan ulang dengannya yang membuahkan hasil (jumlah: {runs}), sehingga tidak ada yang diketahui tentangnya."
    }
    robust_hardly_tested_line(choice, option, failed, runs) {
        en: "Hardly tested: {choice}: {option}. Runs with it: {runs}, without a result: {failed}.",
        id: "Hampir tidak teruji: {choice}: {option}. Perhitungan ulang dengannya: {runs}, tanpa hasil: {failed}."
    }
    robust_failure(reason, count) {
        en: "{reason} ({count})",
        id: "{reason} ({count})"
    }
    robust_with_reason(choices, reason) {
        en: "{choices} ({reason})",
        id: "{choices} ({reason})"
    }
    robust_lead(runs) {
        en: "The ranking was computed anew {runs} times, each time with other choices that could as well have been made.",
        id: "Peringkat dihitung ulang {runs} kali, setiap kali dengan pilihan lain yang sama wajarnya."
    }
    robust_first_tied(regions) {
        en: "Together first in at least 95% of the runs: {regions}.",
        id: "Sama-sama di urutan pertama pada sedikitnya 95% perhitungan ulang: {regions}."
    }
    robust_in_top(top, regions) {
        en: "Among the top {top} in at least 95% of the runs: {regions}.",
        id: "Masuk {top} teratas pada sedikitnya 95% perhitungan ulang: {regions}."
    }
    robust_in_bottom(bottom, regions) {
        en: "Among the bottom {bottom} in at least 95% of the runs: {regions}.",
        id: "Masuk {bottom} terbawah pada sedikitnya 95% perhitungan ulang: {regions}."
    }
    robust_last(region, share) {
        en: "{region} is last in {share} of the runs.",
        id: "{region} berada di urutan terakhir pada {share} perhitungan ulang."
    }
    robust_one_kept(pair) {
        en: "The one pair of neighbours keeps its order in at least 95% of the runs: {pair}.",
        id: "Satu-satunya pasangan bertetangga mempertahankan urutannya pada sedikitnya 95% perhitungan ulang: {pair}."
    }
    robust_one_open(pair) {
        en: "The order of the one pair of neighbours does not hold in 95% of the runs: {pair}.",
        id: "Urutan satu-satunya pasangan bertetangga tidak bertahan pada 95% perhitungan ulang: {pair}."
    }
    robust_kept(held, all, pairs) {
        en: "Order kept in at least 95% of the runs by {held} of {all} pairs of neighbours: {pairs}.",
        id: "Urutan bertahan pada sedikitnya 95% perhitungan ulang untuk {held} dari {all} pasangan bertetangga: {pairs}."
    }
    robust_open(open, all, pairs) {
        en: "Order not kept in 95% of the runs by {open} of {all} pairs of neighbours: {pairs}.",
        id: "Urutan tidak bertahan pada 95% perhitungan ulang untuk {open} dari {all} pasangan bertetangga: {pairs}."
    }
    robust_above(above, below) {
        en: "{above} before {below}",
        id: "{above} di atas {below}"
    }
    robust_tied_pair(above, below) {
        en: "{above} and {below} tied",
        id: "{above} dan {below} seri"
    }
    robust_open_pair(above, below, share) {
        en: "{above} before {below} ({share})",
        id: "{above} di atas {below} ({share})"
    }
    robust_open_tie(above, below, share) {
        en: "{above} and {below}, tied as assessed ({share})",
        id: "{above} dan {below}, seri menurut penilaian ({share})"
    }
    robust_more_pairs(pairs, more) {
        en: "{pairs}; and {more} more (--full)",
        id: "{pairs}; dan {more} lagi (--full)"
    }
    robust_more_names(names, more) {
        en: "{names} and {more} more",
        id: "{names} dan {more} lagi"
    }
    robust_stays(region, rank) {
        en: "{region} keeps rank {rank} in at least nine runs of ten.",
        id: "{region} tetap di peringkat {rank} pada sedikitnya sembilan dari sepuluh perhitungan ulang."
    }
    robust_between(region, rank, low, high) {
        en: "{region} is ranked {rank}; in nine runs of ten its rank lies between {low} and {high}.",
        id: "{region} menempati peringkat {rank}; pada sembilan dari sepuluh perhitungan ulang peringkatnya antara {low} dan {high}."
    }
    robust_too_many_failed(share) {
        en: "No ranks are given: {share} of the runs have no result, and nobody knows what they would have shown.",
        id: "Peringkat tidak disajikan: {share} perhitungan ulang tidak membuahkan hasil, dan tidak diketahui apa yang akan ditunjukkannya."
    }
    robust_rounding_turns(count, all, pairs) {
        en: "Rounding could turn the order of {count} of {all} pairs of neighbours: {pairs}.",
        id: "Pembulatan dapat membalik urutan {count} dari {all} pasangan bertetangga: {pairs}."
    }
    robust_step(share) {
        en: "{share} by one step",
        id: "{share} satu langkah"
    }
    robust_steps(share, steps) {
        en: "{share} by {steps} steps",
        id: "{share} sejauh {steps} langkah"
    }
    robust_rounding(numbers, half) {
        en: "published numbers ({numbers}): each up to {half} higher or lower, which their rounding leaves open",
        id: "angka yang dipublikasikan ({numbers}): masing-masing hingga {half} lebih tinggi atau lebih rendah, sejauh pembulatannya"
    }
    robust_bottom(bottom) {
        en: "Bottom {bottom}",
        id: "{bottom} terbawah"
    }
}

// What an instrument may have its own word for.
worded! {
    robust_correlation[total, total_score]() {
        en: "Correlation with the {total}",
        id: "Korelasi dengan {total_score}"
    }
    robust_moved[upper_region]() {
        en: "Regions that move",
        id: "{upper_region} yang bergeser"
    }
    robust_range_key[upper_region]() {
        en: "Ranks 5–95%: in nine runs of ten the rank lies between these two. That is what the varied choices leave open and no confidence interval. Regions that tie share a place: of two that are first together each counts half.",
        id: "Peringkat 5–95%: pada sembilan dari sepuluh perhitungan ulang, peringkatnya berada di antara kedua angka ini. Itulah yang dibiarkan terbuka oleh pilihan yang divariasikan, bukan selang kepercayaan. {upper_region} yang seri berbagi tempat: dari dua yang sama-sama pertama, masing-masing dihitung setengah."
    }
    robust_influence_key[total, total_score, region]() {
        en: "Weight: share of the {total}. Mean shift: by how many ranks regions move on average when the indicator is left out.",
        id: "Bobot: bagian dari {total_score}. Geser rata-rata: berapa peringkat {region} bergeser secara rata-rata bila indikator itu ditinggalkan."
    }
    robust_one_region[region]() {
        en: "Only one region can be ranked: there is no order that other choices could change. `--kind`, `--wave` and `--stage` choose who is ranked.",
        id: "Hanya satu {region} yang dapat diperingkat: tidak ada urutan yang dapat diubah oleh pilihan lain. `--kind`, `--wave`, dan `--stage` menentukan siapa yang diperingkat."
    }
    robust_profile[region]() {
        en: "This framework is a profile without a total: there is no order that other choices could change. `siap compare` shows the regions side by side.",
        id: "Kerangka ini berupa profil tanpa skor total: tidak ada urutan yang dapat diubah oleh pilihan lain. `siap compare` menampilkan {region} berdampingan."
    }
    robust_median_note[level, levels]() {
        en: "Means treat {levels} as equally spaced numbers; the median asks only for their order.",
        id: "Rata-rata memperlakukan {level} sebagai angka berjarak sama; median hanya memerlukan urutannya."
    }
    robust_direction_note[level, levels]() {
        en: "Means treat {levels} as equally spaced numbers; directions ask neither for distances nor for the order of {levels}.",
        id: "Rata-rata memperlakukan {level} sebagai angka berjarak sama; arah tidak memerlukan jarak maupun urutan {level}."
    }
    robust_order_note[level, levels]() {
        en: "Means treat {levels} as equally spaced numbers; the median asks only for their order, directions not even for that.",
        id: "Rata-rata memperlakukan {level} sebagai angka berjarak sama; median hanya memerlukan urutannya, arah bahkan tidak."
    }
    robust_levels_one_coder[level]() {
        en: "How often a {level} is off is an assumption here; a second coder would measure it.",
        id: "Seberapa sering {level} meleset di sini hanya andaian; pengode kedua akan mengukurnya."
    }
    robust_levels_nothing_shared[level]() {
        en: "How often a {level} is off is an assumption here: no two coders of this study gave a {level} to the same statement.",
        id: "Seberapa sering {level} meleset di sini hanya andaian: tidak ada dua pengode studi ini yang memberi {level} pada pernyataan yang sama."
    }
    robust_levels_asked[level]() {
        en: "How often a {level} is off was set by `--level-error`; this study has no measure of it.",
        id: "Seberapa sering {level} meleset ditetapkan dengan `--level-error`; studi ini tidak mengukurnya."
    }
    robust_levels_measured_note[level, upper_level]() {
        en: "A {level} moves as far as another coder of this study might have set it; that says nothing of how far it is from the truth.",
        id: "{upper_level} digeser sejauh pengode lain dari studi ini mungkin menetapkannya; itu tidak mengatakan seberapa jauh {level} dari keadaan sebenarnya."
    }
    robust_rounding_turns_none[region]() {
        en: "Rounding leaves the order of all neighbours as it is.",
        id: "Pembulatan tidak mengubah urutan {region} bertetangga mana pun."
    }
    robust_no_last[region]() {
        en: "No region is last in 95% of the runs.",
        id: "Tidak ada {region} yang berada di urutan terakhir pada 95% perhitungan ulang."
    }
    robust_shown_none[region]() {
        en: "None of the regions asked for is ranked.",
        id: "Tidak satu pun {region} yang diminta ikut diperingkat."
    }
    choice_levels[level, levels]() {
        en: "{levels}",
        id: "{level}"
    }
    why_nothing_to_weigh[total, total_score]() {
        en: "the {total} is not put together from weighted parts here",
        id: "{total_score} di sini tidak disusun dari bagian berbobot"
    }
    why_no_levels[level]() {
        en: "the ranking uses no {level}",
        id: "pemeringkatan tidak memakai {level}"
    }
    failure_no_score[region]() {
        en: "a region had no score",
        id: "ada {region} tanpa skor"
    }
    robust_first_open[region](regions) {
        en: "No region is first in 95% of the runs. Share of the runs in which each is: {regions}.",
        id: "Tidak ada {region} yang pertama pada 95% perhitungan ulang. Bagian perhitungan ulang yang menempatkannya pertama: {regions}."
    }
    robust_levels[level, levels](probability, cells) {
        en: "{levels} ({cells}): each one step off with a probability of {probability}, up or down alike, within the scale",
        id: "{level} ({cells}): masing-masing meleset satu langkah dengan peluang {probability}, naik atau turun sama mungkinnya, di dalam skala"
    }
    robust_shown[region](shown, among) {
        en: "Shown: {shown} of {among} ranked regions; all {among} were ranked anew in every run.",
        id: "Ditampilkan: {shown} dari {among} {region} yang diperingkat; ke-{among} {region} diperingkat kembali pada setiap perhitungan ulang."
    }
    robust_none_in_top[region](top) {
        en: "No region is among the top {top} in 95% of the runs.",
        id: "Tidak ada {region} yang masuk {top} teratas pada 95% perhitungan ulang."
    }
    robust_none_in_bottom[region](bottom) {
        en: "No region is among the bottom {bottom} in 95% of the runs.",
        id: "Tidak ada {region} yang masuk {bottom} terbawah pada 95% perhitungan ulang."
    }
    robust_levels_measured[level, levels](cells, differing, steps, units, coders) {
        en: "{levels} ({cells}): each as far off as this study's own coders differ: {differing} of their pairs lie apart ({steps}); coders: {coders}, judged by two or more of them: {units}",
        id: "{level} ({cells}): masing-masing meleset sejauh para pengode studi ini berbeda: {differing} dari pasangan mereka tidak sama ({steps}); pengode: {coders}, yang dinilai dua pengode atau lebih: {units}"
    }
    robust_levels_rough[level, levels](units) {
        en: "Only {units} judged by two coders: a rough measure of how far {levels} are off.",
        id: "Hanya {units} yang dinilai dua pengode: ukuran kasar tentang seberapa jauh {level} meleset."
    }
    robust_levels_too_few[level](units) {
        en: "How often a {level} is off is an assumption here: this study's coders never differ, but they judged the same thing only {units} times.",
        id: "Seberapa sering {level} meleset di sini hanya andaian: para pengode studi ini tidak pernah berbeda, tetapi hanya {units} kali menilai hal yang sama."
    }
    robust_levels_too_few_one[level]() {
        en: "How often a {level} is off is an assumption here: this study's coders never differ, but they judged the same thing only once.",
        id: "Seberapa sering {level} meleset di sini hanya andaian: para pengode studi ini tidak pernah berbeda, tetapi hanya sekali menilai hal yang sama."
    }
    robust_levels_asked_beside[level](differing, units) {
        en: "How often a {level} is off was set by `--level-error`; of the pairs of this study's own coders {differing} differ (judged by two or more: {units}).",
        id: "Seberapa sering {level} meleset ditetapkan dengan `--level-error`; dari pasangan pengode studi ini {differing} berbeda (yang dinilai dua pengode atau lebih: {units})."
    }
}
