//! Reruns of a ranking under other choices.

use crate::text::{Lang, Word};

labels! {
    robust_verdict_heading { en: "Would other choices have changed the order?", id: "Apakah pilihan lain akan mengubah urutan?" }
    robust_heading { en: "Ranks under other choices", id: "Peringkat di bawah pilihan lain" }
    robust_choices_heading { en: "Which choice moves the ranks", id: "Pilihan mana yang menggeser peringkat" }
    robust_influence_heading { en: "What each indicator does to the order", id: "Pengaruh tiap indikator terhadap urutan" }
    robust_readings_heading { en: "The order under other readings of the same data", id: "Urutan menurut pembacaan lain atas data yang sama" }
    robust_median { en: "Median rank", id: "Peringkat tengah" }
    robust_range { en: "Simulation range", id: "Rentang simulasi" }
    robust_first { en: "First", id: "Pertama" }
    robust_above_next { en: "Above the next", id: "Di atas yang berikutnya" }
    robust_tier { en: "Tier", id: "Lapis" }
    robust_choice { en: "Choice", id: "Pilihan" }
    robust_alone { en: "By itself", id: "Sendiri" }
    robust_total { en: "With others", id: "Bersama yang lain" }
    robust_correlation { en: "Correlation with the total", id: "Korelasi dengan skor total" }
    robust_shift { en: "Mean shift without it", id: "Geser rata-rata tanpanya" }
    robust_moved { en: "Regions that move", id: "Wilayah yang bergeser" }
    robust_reading { en: "Reading", id: "Pembacaan" }
    robust_mean_shift { en: "Mean rank shift", id: "Geser peringkat rata-rata" }
    robust_best { en: "First place", id: "Tempat pertama" }
    robust_range_key { en: "Simulation range: from the 5% to the 95% quantile of the rank over the runs. It says what these choices leave open and is no confidence interval. Ties share the best rank, so that shares of a place may sum to more than 100%.", id: "Rentang simulasi: dari kuantil 5% sampai 95% peringkat pada seluruh ulangan. Rentang ini menunjukkan apa yang dibiarkan terbuka oleh pilihan-pilihan tersebut, bukan selang kepercayaan. Skor yang sama berbagi peringkat terbaik, sehingga jumlah persentase suatu tempat dapat melebihi 100%." }
    robust_tier_key { en: "Tier: between regions of one tier some order holds in less than 95% of the runs.", id: "Lapis: di antara wilayah selapis ada urutan yang bertahan pada kurang dari 95% ulangan." }
    robust_influence_key { en: "Weight: share of the total. Mean shift: by how many ranks regions move on average when the indicator is left out.", id: "Bobot: bagian dari skor total. Geser rata-rata: berapa peringkat wilayah bergeser secara rata-rata bila indikator itu ditinggalkan." }
    robust_one_region { en: "Only one region can be ranked: there is no order that other choices could change. `--kind`, `--wave` and `--stage` choose who is ranked.", id: "Hanya satu wilayah yang dapat diperingkat: tidak ada urutan yang dapat diubah oleh pilihan lain. `--kind`, `--wave`, dan `--stage` menentukan siapa yang diperingkat." }
    robust_profile { en: "This framework is a profile without a total: there is no order that other choices could change. `siap compare` shows the regions side by side.", id: "Kerangka ini berupa profil tanpa skor total: tidak ada urutan yang dapat diubah oleh pilihan lain. `siap compare` menampilkan wilayah berdampingan." }
    robust_nothing_moves { en: "None of the varied choices moves a single rank.", id: "Tidak satu pun pilihan yang divariasikan menggeser peringkat." }
    robust_varied_in_vain { en: "Varied: nothing that gave a result beside what is in use.", id: "Divariasikan: tidak ada yang membuahkan hasil selain yang sedang dipakai." }
    robust_untested { en: "not tested", id: "tidak teruji" }
    robust_median_note { en: "Means treat levels as equally spaced numbers; the median asks only for their order.", id: "Rata-rata memperlakukan level sebagai angka berjarak sama; median hanya memerlukan urutannya." }
    robust_direction_note { en: "Means treat levels as equally spaced numbers; directions ask neither for distances nor for the order of levels.", id: "Rata-rata memperlakukan level sebagai angka berjarak sama; arah tidak memerlukan jarak maupun urutan level." }
    robust_nothing_varied { en: "Nothing was varied: every run repeats the assessment.", id: "Tidak ada yang divariasikan: setiap ulangan mengulang penilaian." }
    robust_none_done { en: "No run has a result, so that nothing is known of the ranks.", id: "Tidak ada ulangan yang membuahkan hasil, sehingga tidak ada yang diketahui tentang peringkat." }
    robust_never { en: "Never varied here: which indicators and scales the framework has, what was asked of whom, and which sources were read.", id: "Tidak pernah divariasikan di sini: indikator dan skala yang dimiliki kerangka, apa yang ditanyakan kepada siapa, dan sumber yang dibaca." }
    robust_borrowed_note { en: "A cell with one informant says nothing of its own spread: it borrows that of the others, and the result depends on whether they are alike.", id: "Sel dengan satu informan tidak menunjukkan sebarannya sendiri: sebaran itu dipinjam dari sel lain, dan hasilnya bergantung pada kemiripan keduanya." }
    robust_levels_note { en: "That levels are off with this probability is an assumption; two coders would measure it.", id: "Bahwa level meleset dengan peluang itu adalah andaian; dua pengode akan mengukurnya." }
    robust_order_note { en: "Means treat levels as equally spaced numbers; the median asks only for their order, directions not even for that.", id: "Rata-rata memperlakukan level sebagai angka berjarak sama; median hanya memerlukan urutannya, arah bahkan tidak." }
}

// Names of choices.
labels! {
    choice_weights { en: "weights", id: "bobot" }
    choice_rules { en: "rule of groups", id: "aturan kelompok" }
    choice_normalisation { en: "normalisation of numbers", id: "normalisasi angka" }
    choice_missing { en: "missing data", id: "data yang belum ada" }
    choice_informants { en: "informants", id: "informan" }
    choice_levels { en: "levels", id: "level" }
    choice_indicators { en: "indicator left out", id: "indikator ditinggalkan" }
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
    why_nothing_to_weigh { en: "no weights below the total", id: "tidak ada bobot di bawah skor total" }
    why_nothing_missing { en: "nothing is missing", id: "tidak ada yang kosong" }
    why_no_numbers { en: "no number is scored", id: "tidak ada angka yang dinilai" }
    why_one_informant { en: "no cell has two informants", id: "tidak ada sel dengan dua informan" }
    why_no_levels { en: "no score comes from a level", id: "tidak ada skor yang berasal dari level" }
    why_own_rules { en: "no other rule applies", id: "tidak ada aturan lain yang berlaku" }
    why_no_shared_cells { en: "no cell was coded by two coders", id: "tidak ada sel yang dikode dua pengode" }
    why_only_in_use { en: "only what is in use already was named", id: "yang disebut hanya yang sudah dipakai" }
    why_no_width { en: "±0% changes nothing", id: "±0% tidak mengubah apa pun" }
    why_one_indicator { en: "there is one indicator only", id: "hanya ada satu indikator" }
    failure_zero { en: "a geometric or harmonic mean met a score that is not above zero; a floor in the framework would allow it", id: "rata-rata geometrik atau harmonik bertemu skor yang tidak di atas nol; floor dalam kerangka akan memungkinkannya" }
    failure_missing { en: "data are missing where the framework does not allow it", id: "ada data kosong yang tidak diizinkan kerangka" }
    failure_no_score { en: "a region had no score", id: "ada wilayah tanpa skor" }
}

phrases! {
    robust_title(framework) {
        en: "Robustness: {framework}",
        id: "Ketahanan peringkat: {framework}"
    }
    robust_runs_line(runs, seed) {
        en: "runs: {runs} · seed {seed}",
        id: "ulangan: {runs} · benih {seed}"
    }
    robust_first_sure(region, share) {
        en: "{region} is first in {share} of the runs.",
        id: "{region} berada di tempat pertama pada {share} ulangan."
    }
    robust_first_open(region, share, others) {
        en: "{region} is first as assessed, but in {share} of the runs only; also first: {others}.",
        id: "{region} pertama menurut penilaian, tetapi hanya pada {share} ulangan; yang juga pernah pertama: {others}."
    }
    robust_first_others(region, share) {
        en: "{region} ({share})",
        id: "{region} ({share})"
    }
    robust_pairs_line(held, all) {
        en: "Of {all} neighbouring pairs, {held} keep their order in at least 95% of the runs.",
        id: "Dari {all} pasangan bertetangga, {held} mempertahankan urutannya pada setidaknya 95% ulangan."
    }
    robust_tier_line(regions) {
        en: "Cannot be told apart under these choices: {regions}.",
        id: "Tidak dapat dibedakan di bawah pilihan-pilihan ini: {regions}."
    }
    robust_tiers_line(tiers, regions, largest) {
        en: "Under these choices {regions} regions form {tiers} tiers that can be told apart; the largest holds {largest}.",
        id: "Di bawah pilihan-pilihan ini {regions} wilayah membentuk {tiers} lapis yang dapat dibedakan; yang terbesar berisi {largest}."
    }
    robust_most_line(choice, total) {
        en: "Ranks are moved most by: {choice} (share of the movement, with what it does together with others: {total}).",
        id: "Peringkat paling banyak digeser oleh: {choice} (bagian dari pergeseran, termasuk bersama pilihan lain: {total})."
    }
    robust_failed_line(failed, runs, reasons) {
        en: "{failed} of {runs} runs have no result and count nowhere below: {reasons}.",
        id: "{failed} dari {runs} ulangan tidak membuahkan hasil dan tidak dihitung di bawah: {reasons}."
    }
    robust_varied_line(choices) {
        en: "Varied: {choices}.",
        id: "Divariasikan: {choices}."
    }
    robust_not_varied_line(choices) {
        en: "Not varied: {choices}.",
        id: "Tidak divariasikan: {choices}."
    }
    robust_top(top) {
        en: "Top {top}",
        id: "{top} teratas"
    }
    robust_uniform(share) {
        en: "weights ±{share}",
        id: "bobot ±{share}"
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
        en: "informants: drawn again in {resampled} cells, spread of {spread} of the scale borrowed by {borrowed} cells with one informant",
        id: "informan: ditarik ulang pada {resampled} sel, sebaran {spread} dari skala dipinjam oleh {borrowed} sel dengan satu informan"
    }
    robust_levels(probability, cells) {
        en: "levels: each of {cells} one step off with probability {probability}, up or down alike, within the scale",
        id: "level: masing-masing dari {cells} meleset satu langkah dengan peluang {probability}, naik atau turun sama mungkinnya, di dalam skala"
    }
    robust_indicators(count) {
        en: "indicators: one of {count} left out, or none",
        id: "indikator: satu dari {count} ditinggalkan, atau tidak sama sekali"
    }
    robust_coders(count, cells) {
        en: "coders: one of {count} left out, or none, in the {cells} cells that several coded",
        id: "pengode: satu dari {count} ditinggalkan, atau tidak sama sekali, pada {cells} sel yang dikode beberapa orang"
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
        id: "Pilihan mana yang paling banyak menggeser peringkat tidak dapat dikatakan: sampelnya terlalu kecil (N = {samples}, perlu {fewest}; N ialah separuh --runs, kurang bila ada ulangan yang gagal)."
    }
    robust_seldom_moved(moved, done) {
        en: "Ranks moved in {moved} of {done} runs: too seldom to say which choice moved them.",
        id: "Peringkat bergeser pada {moved} dari {done} ulangan: terlalu jarang untuk mengatakan pilihan mana yang menggesernya."
    }
    robust_nothing_moved(done, runs) {
        en: "No rank moved in the {done} of {runs} runs that have a result; what the failed ones would have moved is not known.",
        id: "Tidak ada peringkat yang bergeser pada {done} dari {runs} ulangan yang membuahkan hasil; apa yang akan digeser ulangan yang gagal tidak diketahui."
    }
    robust_rests_on(share) {
        en: "This verdict and all shares rest on {share} of the runs only: the others have no result.",
        id: "Simpulan ini dan semua persentasenya hanya bersandar pada {share} ulangan: yang lain tidak membuahkan hasil."
    }
    robust_untested_line(choice, option, runs) {
        en: "Not tested: {choice}: {option}. Each of the {runs} runs with it failed, so that nothing is known of it.",
        id: "Tidak teruji: {choice}: {option}. Semua {runs} ulangan dengannya gagal, sehingga tidak ada yang diketahui tentangnya."
    }
    robust_hardly_tested_line(choice, option, failed, runs) {
        en: "Hardly tested: {choice}: {option}. {failed} of the {runs} runs with it failed.",
        id: "Hampir tidak teruji: {choice}: {option}. {failed} dari {runs} ulangan dengannya gagal."
    }
    robust_first_tied(regions) {
        en: "Tied for first as assessed, with the share of runs in which each is first: {regions}.",
        id: "Sama-sama pertama menurut penilaian, dengan persentase ulangan yang menempatkannya pertama: {regions}."
    }
    robust_first_tied_open(regions, others) {
        en: "Tied for first as assessed, with the share of runs in which each is first: {regions}; also first: {others}.",
        id: "Sama-sama pertama menurut penilaian, dengan persentase ulangan yang menempatkannya pertama: {regions}; yang juga pernah pertama: {others}."
    }
    robust_more_indicators(count) {
        en: "… and {count} more that do less; --format json has all.",
        id: "… dan {count} lainnya yang pengaruhnya lebih kecil; --format json memuat semuanya."
    }
    robust_failure(reason, count) {
        en: "{reason} ({count})",
        id: "{reason} ({count})"
    }
    robust_with_reason(choices, reason) {
        en: "{choices} ({reason})",
        id: "{choices} ({reason})"
    }
    robust_first_shared(regions, share) {
        en: "Tied for the first place in at least {share} of the runs: {regions}.",
        id: "Berbagi tempat pertama pada setidaknya {share} ulangan: {regions}."
    }
}
