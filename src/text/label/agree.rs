//! Agreement between coders.

use crate::text::{Lang, Word, Wording};

// Headings and columns.
labels! {
    agree_main_heading { en: "How far coders agree", id: "Sejauh mana pengode sepakat" }
    agree_all_heading { en: "All coefficients", id: "Semua koefisien" }
    agree_indicator_heading { en: "By indicator", id: "Menurut indikator" }
    agree_group_heading { en: "By group", id: "Menurut kelompok" }
    agree_pair_heading { en: "By pair of coders", id: "Menurut pasangan pengode" }
    agree_presence_heading { en: "Did coders see it at all?", id: "Apakah pengode melihatnya?" }
    agree_apart_heading { en: "Where coders differ most", id: "Perbedaan terbesar antarpengode" }
    agree_counts_heading { en: "What was counted", id: "Yang dihitung" }
    agree_chapter_heading { en: "For the method chapter", id: "Untuk bab metode" }
    agree_missing_heading { en: "Not computable yet", id: "Belum dapat dihitung" }
    agree_next_heading { en: "How to get a second coder", id: "Cara mendapatkan pengode kedua" }
    agree_coefficient { en: "Coefficient", id: "Koefisien" }
    agree_metric { en: "Distances", id: "Jarak" }
    agree_chance { en: "Chance", id: "Peluang" }
    agree_se { en: "SE", id: "SE" }
    agree_interval { en: "95% interval", id: "Interval 95%" }
    agree_units { en: "Units", id: "Unit" }
    agree_coders { en: "Coders", id: "Pengode" }
    agree_same { en: "Same", id: "Sama" }
    agree_alpha { en: "Alpha", id: "Alpha" }
    agree_remark { en: "Remark", id: "Keterangan" }
    agree_pair { en: "Pair", id: "Pasangan" }
    agree_difference { en: "Mean difference", id: "Selisih rata-rata" }
    agree_informant { en: "Informant", id: "Informan" }
    agree_given { en: "Given", id: "Diberikan" }
    agree_unit { en: "Unit", id: "Unit" }
    agree_said { en: "What was said", id: "Yang dikatakan" }
    agree_kappa { en: "Kappa", id: "Kappa" }
    agree_within { en: "within indicators", id: "di dalam indikator" }
    agree_pooled { en: "pooled", id: "gabungan" }
    agree_to { en: " to ", id: " s.d. " }
    agree_both_directions { en: "both", id: "keduanya" }
}

// Metrics and kinds of values.
labels! {
    positive_agreement { en: "Positive agreement", id: "Kesepakatan positif" }
    metric_unweighted { en: "unweighted", id: "tanpa bobot" }
    metric_linear { en: "linear", id: "linear" }
    metric_quadratic { en: "quadratic", id: "kuadratik" }
    metric_nominal { en: "nominal", id: "nominal" }
    metric_ordinal { en: "ordinal", id: "ordinal" }
    metric_interval { en: "interval", id: "interval" }
    metric_ratio { en: "ratio", id: "rasio" }
    values_levels { en: "levels", id: "level" }
    values_numbers { en: "numbers", id: "angka" }
    values_directions { en: "directions", id: "arah" }
    values_words { en: "categories", id: "kategori" }
}

// Why a coefficient has no value.
labels! {
    why_one_rater { en: "fewer than two coders", id: "kurang dari dua pengode" }
    why_not_two_raters { en: "only for two coders", id: "hanya untuk dua pengode" }
    why_no_pairable_units { en: "no unit that coders share", id: "tidak ada unit bersama" }
    why_too_few_units { en: "too few units", id: "unit terlalu sedikit" }
    why_too_few_regions { en: "too few regions", id: "wilayah terlalu sedikit" }
    why_no_variation { en: "all values are equal", id: "semua nilai sama" }
    why_no_unit_variation { en: "the means of the units are equal", id: "rata-rata semua unit sama" }
    why_negative_variance { en: "its formula divides by 0 or less", id: "rumusnya membagi dengan 0 atau kurang" }
    why_too_many_levels { en: "too many different values for categories", id: "nilai terlalu beragam untuk kategori" }
    why_outside_scale { en: "a mean lies between two levels", id: "ada rata-rata di antara dua level" }
    why_negative_for_ratio { en: "needs values of 0 or more", id: "memerlukan nilai 0 atau lebih" }
    why_no_order { en: "needs an order", id: "memerlukan urutan" }
    why_mixed_scales { en: "indicators have different scales", id: "skala indikator berbeda-beda" }
    why_mixed_units { en: "indicators have different units", id: "satuan indikator berbeda-beda" }
    why_raters_unknown { en: "who gave what is not known", id: "tidak diketahui siapa memberi apa" }
    why_degenerate { en: "the data vary too little", id: "variasi data terlalu kecil" }
    why_undefined { en: "undefined", id: "tak terdefinisi" }
}

// How an interval was made.
labels! {
    interval_analytic { en: "standard error", id: "galat baku" }
    interval_percentile { en: "percentile bootstrap", id: "bootstrap persentil" }
    interval_bca { en: "BCa bootstrap", id: "bootstrap BCa" }
    interval_jackknife { en: "jackknife", id: "jackknife" }
    drawn_units { en: "units", id: "unit" }
    chapter_both { en: "both", id: "keduanya" }
    chapter_two_or_more { en: "two or more of them", id: "dua orang atau lebih" }
    agree_narrow_explained { en: "Narrow (< n): with fewer units than n such intervals hold the true value less often than they claim.", id: "Sempit (< n): dengan unit kurang dari n, interval seperti ini memuat nilai sebenarnya lebih jarang daripada yang dinyatakan." }
    agree_interval_key { en: "Intervals other than those of alpha come from standard errors for independent units.", id: "Interval selain alpha berasal dari galat baku untuk unit yang saling bebas." }
    agree_narrow_normal { en: "assumes normal values", id: "mengandaikan nilai normal" }
    drawn_regions { en: "regions", id: "wilayah" }
}

// Why this coefficient.
labels! {
    agree_why_nominal { en: "Alpha takes any number of coders and units that not all of them coded. Nominal, because these values only agree or differ.", id: "Alpha dapat dipakai untuk berapa pun pengode dan unit yang tidak dikode semuanya. Nominal, karena nilai ini hanya sama atau berbeda." }
    agree_why_ordinal { en: "Alpha takes any number of coders and units that not all of them coded. Ordinal, because levels have an order, but nobody knows how far apart they are.", id: "Alpha dapat dipakai untuk berapa pun pengode dan unit yang tidak dikode semuanya. Ordinal, karena level berurutan tetapi jarak antarlevel tidak diketahui." }
    agree_why_interval { en: "Alpha takes any number of coders and units that not all of them coded. Interval, because these values are numbers.", id: "Alpha dapat dipakai untuk berapa pun pengode dan unit yang tidak dikode semuanya. Interval, karena nilai ini berupa angka." }
    agree_why_asked { en: "Alpha takes any number of coders and units that not all of them coded. The distances are those asked for with --metric.", id: "Alpha dapat dipakai untuk berapa pun pengode dan unit yang tidak dikode semuanya. Jaraknya sesuai permintaan --metric." }
    agree_why_within { en: "Chance agreement is taken within each indicator.", id: "Kesepakatan kebetulan dihitung di dalam tiap indikator." }
    agree_why_pooled_higher { en: "Pooled over indicators it looks better without better coding: indicators that are weak or strong everywhere count as agreement there.", id: "Bila digabung, angkanya tampak lebih baik tanpa pengodean yang lebih baik: indikator yang di mana-mana lemah atau kuat ikut terhitung sebagai kesepakatan." }
    agree_why_pooled { en: "No indicator has two units coded twice, so chance cannot be taken within indicators.", id: "Tidak ada indikator dengan dua unit yang dikode ganda, sehingga kesepakatan kebetulan tidak dapat dihitung di dalam indikator." }
    agree_why_too_high { en: "The pooled figure counts the differences between indicators as agreement: take it as too high.", id: "Angka gabungan menghitung perbedaan antarindikator sebagai kesepakatan: anggaplah terlalu tinggi." }
    agree_unit_statement { en: "The unit is the statement: what coders made of one and the same statement.", id: "Unitnya pernyataan: penilaian para pengode atas pernyataan yang sama." }
    agree_unit_mixed { en: "Units are mixed: statements where an id or the same text tells what coders judged, else cells (what one informant said of one indicator) in which each coder has one coding.", id: "Unitnya campuran: pernyataan bila id atau teks yang sama menunjukkan apa yang dinilai, selebihnya sel (ucapan satu informan tentang satu indikator) yang dikode tiap pengode satu kali." }
    agree_few { en: "Fewer than 10 units were coded twice: this says little about how reliable the coding is.", id: "Unit yang dikode ganda kurang dari 10: angka ini belum banyak berarti bagi keandalan pengodean." }
    agree_no_variation { en: "Coders gave one value everywhere. Nothing shows that they would tell values apart, so chance-corrected agreement is undefined, neither 0 nor 1.", id: "Semua pengode memberi satu nilai yang sama. Belum terlihat apakah mereka dapat membedakan nilai, sehingga kesepakatan terkoreksi peluang tak terdefinisi, bukan 0 dan bukan 1." }
    agree_no_variation_within { en: "Within each indicator coders gave one value everywhere. Nothing shows that they would tell values apart there, so agreement corrected for chance within indicators is undefined, neither 0 nor 1.", id: "Di dalam tiap indikator semua pengode memberi satu nilai yang sama. Belum terlihat apakah mereka dapat membedakan nilai di sana, sehingga kesepakatan terkoreksi peluang di dalam indikator tak terdefinisi, bukan 0 dan bukan 1." }
    agree_good { en: "The whole interval reaches 0.800, the least that Krippendorff (2004, p. 241) asks of reliable data.", id: "Seluruh interval mencapai 0,800, batas data andal menurut Krippendorff (2004, hlm. 241)." }
    agree_tentative { en: "The whole interval reaches 0.667, the least for tentative conclusions, but not wholly 0.800, the least for reliable data (Krippendorff 2004, p. 241).", id: "Seluruh interval mencapai 0,667, batas kesimpulan sementara, tetapi tidak seluruhnya mencapai 0,800, batas data andal (Krippendorff 2004, hlm. 241)." }
    agree_open { en: "The interval includes 0.667, the least for tentative conclusions (Krippendorff 2004, p. 241): these data do not decide whether the coding reaches it.", id: "Interval mencakup 0,667, batas kesimpulan sementara (Krippendorff 2004, hlm. 241): data ini belum menentukan apakah pengodean mencapainya." }
    agree_no_bound { en: "Krippendorff (2004, p. 241) asks for 0.800, and for 0.667 at least where conclusions are tentative; without an interval nothing says how firmly either is reached.", id: "Krippendorff (2004, hlm. 241) mensyaratkan 0,800, atau sekurangnya 0,667 untuk kesimpulan sementara; tanpa interval tidak diketahui seberapa pasti batas itu tercapai." }
    agree_difference_key { en: "Mean difference: the first coder's value minus the second's. Same: share of units given the same value.", id: "Selisih rata-rata: nilai pengode pertama dikurangi nilai pengode kedua. Sama: bagian unit yang diberi nilai sama." }
    agree_alpha_key { en: "Same: share of pairs of coders that gave the same value. With few units alpha of one indicator is a hint, no more.", id: "Sama: bagian pasangan pengode yang memberi nilai sama. Dengan unit sedikit, alpha satu indikator hanyalah petunjuk." }
    agree_group_key { en: "Alpha of a group is within its indicators, where two of its units share one.", id: "Alpha kelompok dihitung di dalam indikatornya, bila ada dua unit pada satu indikator." }
    agree_presence_key { en: "A unit here is one indicator in what one informant said: did the coder find anything on it? Positive agreement leaves out what nobody saw: if one coder saw it, how probably did the other?", id: "Unit di sini ialah satu indikator dalam ucapan satu informan: adakah yang ditemukan pengode tentangnya? Kesepakatan positif tidak menghitung yang tidak dilihat siapa pun: bila satu pengode melihatnya, seberapa mungkin yang lain juga?" }
    agree_fill { en: "the second coder fills in `level` and `coder`, without looking at the first file; then both are read together", id: "pengode kedua mengisi `level` dan `coder` tanpa melihat berkas pertama; lalu keduanya dibaca bersama" }
    agree_plain_one { en: "A second column of levels is needed: one column for each coder, one row for each unit.", id: "Diperlukan kolom level kedua: satu kolom untuk tiap pengode, satu baris untuk tiap unit." }
    agree_plain_apart { en: "No unit has a value of two coders.", id: "Tidak ada unit yang diberi nilai oleh dua pengode." }
    agree_plain_title { en: "Agreement between coders", id: "Kesepakatan antarpengode" }
}

// How a plain table was read.
labels! {
    read_as_no_unit { en: "No column names the units.", id: "Tidak ada kolom nama unit." }
}

phrases! {
    read_as_units(units, coders, names) {
        en: "Read as: {units} units in rows, {coders} coders in columns ({names}).",
        id: "Dibaca sebagai: {units} unit pada baris, {coders} pengode pada kolom ({names})."
    }
    read_as_rows(units, coders, names) {
        en: "Read as: {coders} coders in rows ({names}), {units} units in columns.",
        id: "Dibaca sebagai: {coders} pengode pada baris ({names}), {units} unit pada kolom."
    }
    read_as_long(units, coders, names) {
        en: "Read as: one coding in each row, {units} units, {coders} coders ({names}).",
        id: "Dibaca sebagai: satu pengodean per baris, {units} unit, {coders} pengode ({names})."
    }
    read_as_counts(units, coders) {
        en: "Read as: counts of {units} units by categories, {coders} coders for each unit; who gave what is not known.",
        id: "Dibaca sebagai: banyaknya pengode per kategori untuk {units} unit, {coders} pengode tiap unit; siapa memberi apa tidak diketahui."
    }
    read_as_square(units, names) {
        en: "Read as: two coders against each other on {units} units, the first in rows, the second in columns ({names}).",
        id: "Dibaca sebagai: dua pengode disandingkan pada {units} unit, yang pertama pada baris, yang kedua pada kolom ({names})."
    }
    read_as_unit(column) {
        en: "Units are named by `{column}`.",
        id: "Nama unit dari kolom `{column}`."
    }
    read_as_left_out(columns) {
        en: "Left out: {columns}.",
        id: "Tidak dipakai: {columns}."
    }
}

phrases! {
    agree_title(name) {
        en: "Agreement between coders: {name}",
        id: "Kesepakatan antarpengode: {name}"
    }
    agree_subtitle(coders, pairable, units) {
        en: "coders: {coders} · units coded twice or more: {pairable} of {units}",
        id: "pengode: {coders} · unit yang dikode dua kali atau lebih: {pairable} dari {units}"
    }
    agree_seed(seed) {
        en: "seed {seed}",
        id: "benih acak {seed}"
    }
    agree_headline(name, metric, value) {
        en: "{name} ({metric}): {value}.",
        id: "{name} ({metric}): {value}."
    }
    agree_headline_interval(name, metric, value, interval, method, drawn) {
        en: "{name} ({metric}): {value}, 95% interval {interval} ({method} over {drawn}).",
        id: "{name} ({metric}): {value}, interval 95% {interval} ({method} atas {drawn})."
    }
    agree_headline_none(name, metric, why) {
        en: "{name} ({metric}) is undefined: {why}.",
        id: "{name} ({metric}) tak terdefinisi: {why}."
    }
    agree_paradox(share, alpha, prevailing) {
        en: "Coders gave the same value in {share} of cases and yet alpha is {alpha}: one value makes up {prevailing} of all, so that agreement on it is expected by chance, and alpha rests on the few units with other values (Feinstein and Cicchetti 1990). It neither proves bad coding nor shows that coders would tell rare values apart: add units on which they could differ.",
        id: "Pengode memberi nilai yang sama pada {share} kasus, namun alpha {alpha}: satu nilai mencakup {prevailing} dari semuanya, sehingga kesepakatan atasnya wajar terjadi secara kebetulan, dan alpha bertumpu pada sedikit unit dengan nilai lain (Feinstein dan Cicchetti 1990). Ini bukan bukti pengodean buruk, tetapi juga tidak menunjukkan bahwa pengode dapat membedakan nilai yang jarang: tambahkan unit yang mungkin dinilai berbeda."
    }
    agree_paradox_within(share, alpha, prevailing) {
        en: "Coders gave the same value in {share} of cases and yet alpha is {alpha}: the most frequent value of each indicator makes up {prevailing} of all, so that agreement on it is expected by chance, and alpha rests on the few units with other values (Feinstein and Cicchetti 1990). It neither proves bad coding nor shows that coders would tell rare values apart: add units on which they could differ.",
        id: "Pengode memberi nilai yang sama pada {share} kasus, namun alpha {alpha}: nilai tersering tiap indikator mencakup {prevailing} dari semuanya, sehingga kesepakatan atasnya wajar terjadi secara kebetulan, dan alpha bertumpu pada sedikit unit dengan nilai lain (Feinstein dan Cicchetti 1990). Ini bukan bukti pengodean buruk, tetapi juga tidak menunjukkan bahwa pengode dapat membedakan nilai yang jarang: tambahkan unit yang mungkin dinilai berbeda."
    }
    agree_narrow(units) {
        en: "narrow (<\u{a0}{units})",
        id: "sempit (<\u{a0}{units})"
    }
    agree_prevails(share) {
        en: "one value prevails ({share})",
        id: "satu nilai mendominasi ({share})"
    }
    agree_no_interval(why) {
        en: "No interval: {why}.",
        id: "Tanpa interval: {why}."
    }
    agree_difference_line(one, other, difference) {
        en: "Mean difference, {one} minus {other}: {difference}.",
        id: "Selisih rata-rata, {one} dikurangi {other}: {difference}."
    }
    agree_degenerate(count, drawn) {
        en: "Resamples without variation, left out of the interval: {count} of {drawn}.",
        id: "Sampel ulang tanpa variasi, tidak dipakai untuk interval: {count} dari {drawn}."
    }
    agree_family(values) {
        en: "Indicators with {values}",
        id: "Indikator berisi {values}"
    }
    agree_lonely(count) {
        en: "Indicators with one unit coded twice, which say nothing about chance and are left out within indicators: {count}.",
        id: "Indikator dengan satu unit yang dikode ganda, yang tidak menunjukkan peluang dan tidak dihitung di dalam indikator: {count}."
    }
    agree_count_units(units, pairable, single) {
        en: "Units with a value: {units}; coded twice or more: {pairable}; by one coder only, left out: {single}.",
        id: "Unit yang bernilai: {units}; dikode dua kali atau lebih: {pairable}; oleh satu pengode saja, tidak dipakai: {single}."
    }
    agree_count_all_pairable(units) {
        en: "Units with a value: {units}, all coded twice or more.",
        id: "Unit yang bernilai: {units}, semuanya dikode dua kali atau lebih."
    }
    agree_count_categories(words) {
        en: "Categories in use: {words}.",
        id: "Kategori yang terpakai: {words}."
    }
    agree_count_consensus(count) {
        en: "Rows of the consensus, left out: {count}.",
        id: "Baris kesepakatan (konsensus), tidak dipakai: {count}."
    }
    agree_count_unnamed(count) {
        en: "Rows that name no coder, left out: {count}.",
        id: "Baris yang tidak menyebut pengode, tidak dipakai: {count}."
    }
    agree_count_repeated(count) {
        en: "Times a coder judged one statement more than once, of which the mean counts: {count}.",
        id: "Pengode menilai satu pernyataan lebih dari sekali, dan rata-ratanya yang dihitung: {count} kali."
    }
    agree_count_unclear(count) {
        en: "Codings left out because a coder has several in one cell and no id or quote tells which of them belongs to which of the other's: {count}. Give statements an `id` that all coders keep.",
        id: "Pengodean yang tidak dipakai karena seorang pengode memiliki beberapa dalam satu sel dan tidak ada id atau kutipan yang menunjukkan pasangannya: {count}. Beri pernyataan `id` yang dipakai semua pengode."
    }
    agree_count_used(levels) {
        en: "No scale is declared; values in use: {levels}. AC and Brennan–Prediger depend on it: `--scale` declares it.",
        id: "Skala tidak dinyatakan; nilai yang terpakai: {levels}. AC dan Brennan–Prediger bergantung padanya: `--scale` menyatakannya."
    }
    agree_many_values(count) {
        en: "{count} different values, taken as numbers.",
        id: "{count} nilai yang berbeda, dibaca sebagai angka."
    }
    agree_more_apart(count) {
        en: "… and {count} more units on which coders differ; --format json has all.",
        id: "… dan {count} unit lain yang dinilai berbeda; --format json memuat semuanya."
    }
    agree_all_same(count) {
        en: "Coders gave the same value on all {count} units.",
        id: "Pengode memberi nilai yang sama pada semua {count} unit."
    }
    agree_presence_line(units, all, some, none) {
        en: "Units: {units}. Seen by all coders asked: {all}; by some only: {some}; by none: {none}.",
        id: "Unit: {units}. Dilihat semua pengode yang ditanya: {all}; hanya oleh sebagian: {some}; tidak oleh siapa pun: {none}."
    }
    agree_hint_all() {
        en: "`--all` shows every coefficient, `--format json` all of them for each indicator, group and pair.",
        id: "`--all` menampilkan setiap koefisien, `--format json` memuat semuanya untuk tiap indikator, kelompok, dan pasangan."
    }
}

// The paragraph for a method chapter.
phrases! {
    chapter_units(coders, pairable, who, units, values) {
        en: "Agreement between {coders} coders was computed on {pairable} units that {who} had coded, out of {units} units with {values}.",
        id: "Kesepakatan antara {coders} pengode dihitung pada {pairable} unit yang dikode {who}, dari {units} unit yang memiliki {values}."
    }
    chapter_units_plain(coders, pairable, who, units) {
        en: "Agreement between {coders} coders was computed on {pairable} units that {who} had coded, out of {units}.",
        id: "Kesepakatan antara {coders} pengode dihitung pada {pairable} unit yang dikode {who}, dari {units} unit."
    }
    chapter_used(count) {
        en: "The values in use number {count}; no scale was declared.",
        id: "Nilai yang terpakai ada {count}; skala tidak dinyatakan."
    }
    chapter_alpha(metric, value) {
        en: "Krippendorff's alpha with {metric} distances (Krippendorff 2004), which takes any number of coders and missing values, is {value}.",
        id: "Alpha Krippendorff dengan jarak {metric} (Krippendorff 2004), yang dapat dipakai untuk berapa pun pengode dan data yang tidak lengkap, adalah {value}."
    }
    chapter_alpha_interval(metric, value, interval, method, drawn) {
        en: "Krippendorff's alpha with {metric} distances (Krippendorff 2004), which takes any number of coders and missing values, is {value} (95% interval {interval}, {method} over {drawn}).",
        id: "Alpha Krippendorff dengan jarak {metric} (Krippendorff 2004), yang dapat dipakai untuk berapa pun pengode dan data yang tidak lengkap, adalah {value} (interval 95% {interval}, {method} atas {drawn})."
    }
    chapter_alpha_none(metric, why) {
        en: "Krippendorff's alpha with {metric} distances (Krippendorff 2004) is undefined ({why}).",
        id: "Alpha Krippendorff dengan jarak {metric} (Krippendorff 2004) tak terdefinisi ({why})."
    }
    chapter_within(pooled) {
        en: "Chance agreement was taken within each indicator; pooled over indicators, where differences between indicators count as agreement, alpha is {pooled}.",
        id: "Kesepakatan kebetulan dihitung di dalam tiap indikator; bila semua indikator digabung, sehingga perbedaan antarindikator ikut terhitung sebagai kesepakatan, alpha adalah {pooled}."
    }
    chapter_within_lower(pooled) {
        en: "Chance agreement was taken within each indicator; pooled over indicators alpha is {pooled}.",
        id: "Kesepakatan kebetulan dihitung di dalam tiap indikator; bila semua indikator digabung, alpha adalah {pooled}."
    }
    chapter_within_only() {
        en: "Chance agreement was taken within each indicator.",
        id: "Kesepakatan kebetulan dihitung di dalam tiap indikator."
    }
    chapter_pooled() {
        en: "Chance agreement was taken over all indicators together, because none has two units coded twice; differences between indicators count as agreement there, so the figure is too high.",
        id: "Kesepakatan kebetulan dihitung atas semua indikator bersama karena tidak ada indikator dengan dua unit yang dikode ganda; perbedaan antarindikator ikut terhitung sebagai kesepakatan, sehingga angka ini terlalu tinggi."
    }
    chapter_pooled_only() {
        en: "Chance agreement was taken over all indicators together, because none has two units coded twice.",
        id: "Kesepakatan kebetulan dihitung atas semua indikator bersama karena tidak ada indikator dengan dua unit yang dikode ganda."
    }
    chapter_percent(share, units) {
        en: "Pairs of coders gave the same value in {share} of cases (mean over the units coded twice or more: {units}).",
        id: "Pasangan pengode memberi nilai yang sama pada {share} kasus (rata-rata atas unit yang dikode dua kali atau lebih: {units})."
    }
    chapter_few() {
        en: "With fewer than 10 units coded twice this is a first impression, not evidence of reliable coding.",
        id: "Karena unit yang dikode ganda kurang dari 10, ini kesan awal, bukan bukti bahwa pengodean andal."
    }
    chapter_left_out(what) {
        en: "Left out: {what}.",
        id: "Tidak dipakai: {what}."
    }
    chapter_single(count) {
        en: "units coded by one coder only ({count})",
        id: "unit yang dikode satu orang saja ({count})"
    }
    chapter_unclear(count) {
        en: "codings of cells in which a coder has several and nothing tells which pairs with which ({count})",
        id: "pengodean pada sel yang dikode beberapa kali oleh seorang pengode tanpa petunjuk pasangannya ({count})"
    }
    chapter_consensus(count) {
        en: "rows of the agreed result ({count})",
        id: "baris hasil kesepakatan ({count})"
    }
    chapter_unnamed(count) {
        en: "rows that name no coder ({count})",
        id: "baris yang tidak menyebut pengode ({count})"
    }
    chapter_lonely(count) {
        en: "indicators with only one unit coded twice ({count})",
        id: "indikator yang hanya memiliki satu unit yang dikode ganda ({count})"
    }
    chapter_repeated(count) {
        en: "Where a coder judged one statement several times ({count}), the mean counts.",
        id: "Bila seorang pengode menilai satu pernyataan beberapa kali ({count}), rata-ratanya yang dihitung."
    }
    chapter_repeated_directions(count) {
        en: "Where a coder gave one statement several directions ({count} times), the one they share counts, else \"both\".",
        id: "Bila seorang pengode memberi beberapa arah untuk satu pernyataan ({count} kali), arah yang sama dihitung, atau \"keduanya\" bila berbeda."
    }
    chapter_drawn(version, seed, count) {
        en: "Computed with siap {version}, seed {seed}, {count} resamples.",
        id: "Dihitung dengan siap {version}, benih acak {seed}, {count} sampel ulang."
    }
    chapter_program(version, seed) {
        en: "Computed with siap {version}, seed {seed} (nothing was drawn).",
        id: "Dihitung dengan siap {version}, benih acak {seed} (tidak ada penarikan acak)."
    }
}

// Samples for a second coder.
phrases! {
    sample_drawn(units, of, rows, seed) {
        en: "drawn: {units} of {of} units ({rows} rows), seed {seed}",
        id: "ditarik: {units} dari {of} unit ({rows} baris), benih acak {seed}"
    }
    sample_few(units) {
        en: "with {units} units the interval will be wide; 30 or more are better",
        id: "dengan {units} unit intervalnya akan lebar; 30 atau lebih lebih baik"
    }
    sample_without(indicators, least) {
        en: "indicators without a unit in the sample: {indicators}; with {least} units or more each has one",
        id: "indikator tanpa unit dalam sampel: {indicators}; dengan {least} unit atau lebih setiap indikator mendapat satu"
    }
    sample_unnamed(count) {
        en: "{count} of the units drawn name no coder: fill in the first coder's name in the data before `siap agree`",
        id: "{count} dari unit yang ditarik tidak menyebut pengode: isi nama pengode pertama dalam data sebelum `siap agree`"
    }
    sample_private(count) {
        en: "{count} row(s) carry a quote that may not leave the team (consent = no)",
        id: "{count} baris memuat kutipan yang tidak boleh keluar dari tim (izin_kutip = tidak)"
    }
    sample_unquoted(count) {
        en: "{count} row(s) have no quote: findings are the first coder's words and stay out, so look into the source before you judge",
        id: "{count} baris tidak memuat kutipan: temuan adalah kata-kata pengode pertama dan tidak disertakan, jadi lihat sumbernya sebelum menilai"
    }
    sample_rubric(framework) {
        en: "what each level means stands in the column `_rubric`; more: siap framework show {framework}",
        id: "arti setiap level ada di kolom `_arti_level`; selengkapnya: siap framework show {framework}"
    }
}

// What an instrument may have its own word for.
worded! {
    agree_level_heading[level]() {
        en: "Agreement on each {level} (Fleiss' kappa of this {level} against all others)",
        id: "Kesepakatan tiap {level} (kappa Fleiss {level} ini terhadap semua yang lain)"
    }
    agree_unit_cell[region]() {
        en: "The unit is the cell: what one informant said of one indicator in one region, wave and stage, as no id and no quote tells which statements coders judged.",
        id: "Unitnya sel: ucapan satu informan tentang satu indikator di satu {region}, periode, dan tahap, karena tidak ada id atau kutipan yang menunjukkan pernyataan mana yang dinilai."
    }
    agree_poor[region]() {
        en: "The whole interval lies below 0.667, the least for tentative conclusions (Krippendorff 2004, p. 241): clear up the differences before regions are compared.",
        id: "Seluruh interval berada di bawah 0,667, batas kesimpulan sementara (Krippendorff 2004, hlm. 241): selesaikan perbedaan sebelum membandingkan {region}."
    }
    agree_presence_drawn[level]() {
        en: "A blind sample shows its coder where to look, so this tells whether a {level} could be given, not whether the indicator would have been found.",
        id: "Sampel buta menunjukkan kepada pengodenya di mana harus melihat, sehingga ini menunjukkan apakah {level} dapat diberikan, bukan apakah indikatornya akan ditemukan."
    }
    agree_template[level, levels]() {
        en: "draw a fifth of what has a {level}, spread over the indicators, without {levels}",
        id: "tarik seperlima dari yang memiliki {level}, tersebar pada indikator, tanpa {level}nya"
    }
    agree_code_first[level, levels]() {
        en: "Code what was said first, with {levels} and the name of the coder; `siap template --blind` can then draw a sample for a second coder.",
        id: "Kode dahulu apa yang dikatakan, beserta {level} dan nama pengodenya; setelah itu `siap template --blind` dapat menarik sampel untuk pengode kedua."
    }
    agree_nobody[level]() {
        en: "No row gives a {level} under a coder's name.",
        id: "Tidak ada baris yang memberi {level} atas nama seorang pengode."
    }
    agree_narrow_key[region](units) {
        en: "With fewer than {units} units or regions the interval tends to be too narrow.",
        id: "Dengan unit atau {region} kurang dari {units}, interval cenderung terlalu sempit."
    }
    agree_alone[level, levels](coder) {
        en: "One coder set all {levels} ({coder}): how far another would agree cannot be computed.",
        id: "Semua {level} ditetapkan satu pengode ({coder}): sejauh mana pengode lain sepakat tidak dapat dihitung."
    }
    agree_apart[region](coders) {
        en: "No unit was coded by two coders ({coders}). They have to code the same statement (by `id`, or by the same quote of the same informant) on the same indicator, in the same region, wave and stage.",
        id: "Tidak ada unit yang dikode dua pengode ({coders}). Keduanya harus mengode pernyataan yang sama (menurut `id`, atau kutipan yang sama dari informan yang sama) pada indikator yang sama, di {region}, periode, dan tahap yang sama."
    }
    agree_unnamed[level, with_level](count) {
        en: "Rows with a {level} that name no coder: {count}. Name the coder in the column `coder`, or, where each file is one coder's, write `coder = \"…\"` for it under `[[data]]` in study.toml.",
        id: "Baris {with_level} yang tidak menyebut pengode: {count}. Sebutkan pengodenya pada kolom `pengode`, atau, bila tiap berkas milik satu pengode, tulis `coder = \"…\"` untuknya di bawah `[[data]]` pada study.toml."
    }
    agree_count_levels[upper_level, upper_levels](values) {
        en: "{upper_levels} of the scale: {values}.",
        id: "{upper_level} pada skala: {values}."
    }
    chapter_scope[region](indicators, regions) {
        en: "Indicators coded twice: {indicators}; regions: {regions}.",
        id: "Indikator yang dikode ganda: {indicators}; {region}: {regions}."
    }
    chapter_scale[level, levels](low, high, count) {
        en: "The scale has {count} {levels} from {low} to {high}.",
        id: "Skala memiliki {count} {level}, dari {low} sampai {high}."
    }
}
