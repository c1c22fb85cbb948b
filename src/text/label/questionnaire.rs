//! Questionnaires: frequencies, items, validity and reliability.

use crate::text::{Lang, Word};

labels! {
    rel_who_heading { en: "Who answered", id: "Siapa yang menjawab" }
    rel_frequency_heading { en: "Frequencies", id: "Distribusi frekuensi" }
    rel_items_heading { en: "Items", id: "Deskripsi butir" }
    rel_scales_heading { en: "Reliability", id: "Reliabilitas" }
    rel_bands_heading { en: "Categories used", id: "Kategori yang dipakai" }
    rel_scale { en: "Construct", id: "Konstruk" }
    rel_all_items { en: "All items together", id: "Semua butir bersama" }
    rel_item { en: "Item", id: "Butir" }
    rel_count { en: "f", id: "f" }
    rel_percent { en: "%", id: "%" }
    rel_cumulative { en: "cumulative %", id: "% kumulatif" }
    rel_n { en: "n", id: "n" }
    rel_sum { en: "Total", id: "Jumlah" }
    rel_sd { en: "SD", id: "Simpangan baku" }
    rel_median { en: "Median", id: "Median" }
    rel_tcr { en: "TCR (%)", id: "TCR (%)" }
    rel_of_range { en: "Of range (%)", id: "Dari rentang (%)" }
    rel_item_count { en: "Items", id: "Butir" }
    rel_respondents { en: "Respondents", id: "Responden" }
    rel_alpha { en: "Alpha", id: "Alpha" }
    rel_interval { en: "95% interval", id: "Interval 95%" }
    rel_with_total { en: "r item–total", id: "r butir–total" }
    rel_with_others { en: "r corrected", id: "r terkoreksi" }
    rel_alpha_without { en: "Alpha if deleted", id: "Alpha bila dihapus" }
    rel_against_criterion { en: "Against r table", id: "Terhadap r tabel" }
    rel_both_above { en: "both above", id: "keduanya di atas" }
    rel_only_with_itself { en: "above only by counting itself", id: "di atas hanya karena butir itu sendiri ikut dihitung" }
    rel_below { en: "below", id: "tidak di atas" }
    rel_no_value { en: "not given", id: "tidak disebut" }
    rel_no_scale { en: "scale unknown", id: "skala tidak diketahui" }
    rel_below_zero { en: "scale below 0", id: "skala di bawah 0" }
    rel_no_answers { en: "no answers", id: "tanpa jawaban" }
    rel_one_answer { en: "one answer", id: "satu jawaban" }
    rel_incomplete { en: "answers missing", id: "jawaban tidak lengkap" }
    rel_outside_bands { en: "other scale", id: "skala lain" }
    rel_sampling_unstated { en: "How the respondents were chosen is not stated (--sampling), so the result cannot be generalised: it holds for these respondents only.", id: "Cara memilih responden tidak disebutkan (--sampling), sehingga hasil ini tidak dapat digeneralisasi: hanya berlaku bagi responden ini." }
    rel_sampling_convenience { en: "Convenience sample: the result cannot be generalised beyond these respondents.", id: "Sampel kemudahan (convenience/accidental): hasil ini tidak dapat digeneralisasi ke luar responden ini." }
    rel_sampling_purposive { en: "Purposive sample: the result cannot be generalised beyond these respondents.", id: "Sampel purposif (purposive): hasil ini tidak dapat digeneralisasi ke luar responden ini." }
    rel_sampling_random { en: "Stated as a random sample: the result may be generalised to the population drawn from, as far as those drawn did answer.", id: "Dinyatakan sebagai sampel acak: hasil dapat digeneralisasi ke populasi asalnya, sejauh yang terpilih memang menjawab." }
    rel_sampling_census { en: "Stated as a census: the result describes the whole population, nothing is inferred.", id: "Dinyatakan sebagai sensus: hasil menggambarkan seluruh populasi, tanpa inferensi." }
    rel_pooled_help { en: "--by splits what is taken together.", id: "--by memisahkan yang digabung." }
    rel_frequency_key { en: "Percentages of the answers given, each rounded by itself, so that as printed they may not add to 100; JSON has them unrounded. Answers nobody gave stand with 0.", id: "Persentase dari jawaban yang diberikan, masing-masing dibulatkan sehingga yang tercetak mungkin tidak berjumlah 100; JSON memuat yang tidak dibulatkan. Jawaban yang tidak dipilih siapa pun ditulis 0." }
    rel_sd_key { en: "SD: standard deviation with n − 1.", id: "Simpangan baku dengan n − 1." }
    rel_method { en: "Method", id: "Metode" }
    rel_no_scale_line { en: "The scale is not known, so there is neither TCR nor a category: give its ends with --scale.", id: "Skala tidak diketahui sehingga TCR dan kategori tidak ada: sebutkan ujungnya dengan --scale." }
    rel_items_key { en: "SD: standard deviation with n − 1. TCR (respondents' level of attainment): 100 · mean / maximum. Of range: 100 (mean − minimum) / (maximum − minimum).", id: "Simpangan baku dengan n − 1. TCR (tingkat capaian responden): 100 · rata-rata / maksimum. Dari rentang: 100 (rata-rata − minimum) / (maksimum − minimum)." }
    rel_tcr_above_zero { en: "TCR is never 0 on a scale that starts above 0, so the lowest categories of its tables are partly out of reach.", id: "TCR tidak pernah 0 pada skala yang mulai di atas 0, sehingga kategori terendah tabelnya sebagian tidak mungkin tercapai." }
    rel_no_bands { en: "No categories are given: tables in use contradict each other, so choose one with --bands.", id: "Kategori tidak diberikan: tabel yang beredar saling bertentangan, jadi pilih salah satu dengan --bands." }
    rel_alpha_key { en: "Conventions, not verdicts: theses ask for an alpha above 0.60 (attributed to Ghozali) or 0.70. Alpha is not compared with r table, which is no criterion of reliability. It belongs to one construct: all items together have one only where they measure one thing.", id: "Patokan yang lazim, bukan keputusan: skripsi mensyaratkan alpha di atas 0,60 (dinisbahkan kepada Ghozali) atau 0,70. Alpha tidak dibandingkan dengan r tabel karena itu bukan kriteria reliabilitas. Alpha dihitung per konstruk; untuk semua butir bersama hanya bermakna bila semuanya mengukur satu hal." }
    rel_interval_key { en: "Interval: Feldt (1965), from complete answers.", id: "Interval: Feldt (1965), dari jawaban lengkap." }
    rel_omega_key { en: "Omega: McDonald's omega total, one factor by minimum residuals on correlations; other estimators give other figures.", id: "Omega: omega total McDonald, satu faktor dengan minimum residual atas korelasi; penduga lain memberi angka lain." }
    rel_verified { en: "checked against the source named", id: "sudah diperiksa pada sumber yang disebut" }
    rel_from_memory { en: "from memory, not verified", id: "dari ingatan, belum diperiksa" }
    rel_mixed_scales { en: "The items stand on different scales: raw alpha weighs those with more spread more; standardised alpha does not.", id: "Butir memakai skala yang berbeda: alpha biasa memberi bobot lebih pada butir yang lebih menyebar; alpha terstandar tidak." }
    rel_negative_alpha { en: "An alpha below 0: items run against each other. Is one of them worded the other way round and not reversed?", id: "Alpha di bawah 0: butir saling berlawanan. Adakah butir bernada terbalik yang belum dibalik?" }
    rel_measure_mean { en: "of the mean", id: "untuk rata-rata" }
    rel_measure_tcr { en: "of TCR", id: "untuk TCR" }
    rel_measure_range { en: "of the percentage of the range", id: "untuk persen dari rentang" }
}

// Why a coefficient has no value.
labels! {
    rel_too_few_units { en: "too few respondents", id: "responden terlalu sedikit" }
    rel_too_few_items { en: "too few items", id: "butir terlalu sedikit" }
    rel_no_variation { en: "no variation", id: "tidak bervariasi" }
    rel_negative_variance { en: "contradictory covariances", id: "kovarians saling bertentangan" }
    rel_heywood { en: "Heywood case: no one-factor solution", id: "kasus Heywood: tanpa solusi satu faktor" }
    rel_not_converged { en: "no convergence", id: "tidak konvergen" }
    rel_undefined { en: "undefined", id: "tidak terdefinisi" }
}

phrases! {
    rel_opposed(item, r, id) {
        en: "`{item}` runs against the other items (corrected item–total correlation {r}): if it is worded the other way round, turn it with `--reverse {id}`.",
        id: "`{item}` berlawanan dengan butir lain (korelasi butir–total terkoreksi {r}): bila bernada terbalik, balikkan dengan `--reverse {id}`."
    }
    rel_opposed_study(item, r, id) {
        en: "`{item}` runs against the other items (corrected item–total correlation {r}): if it is worded the other way round, its indicator `{id}` needs `direction = \"lower\"` in the framework (of a plain table: `--reverse {id}`).",
        id: "`{item}` berlawanan dengan butir lain (korelasi butir–total terkoreksi {r}): bila bernada terbalik, indikatornya `{id}` memerlukan `direction = \"lower\"` dalam kerangka (untuk tabel biasa: `--reverse {id}`)."
    }
    rel_opposed_reversed(item, r) {
        en: "`{item}` was turned round and runs against the other items (corrected item–total correlation {r}): is it turned by mistake?",
        id: "`{item}` sudah dibalik dan berlawanan dengan butir lain (korelasi butir–total terkoreksi {r}): apakah keliru dibalik?"
    }
    rel_tcr_starts(min, max, start) {
        en: "TCR is never 0 on a scale that starts above 0: on {min}–{max} it starts at {start}, so the lowest categories of its tables are partly out of reach.",
        id: "TCR tidak pernah 0 pada skala yang mulai di atas 0: pada {min}–{max} mulai dari {start}, sehingga kategori terendah tabelnya sebagian tidak mungkin tercapai."
    }
    rel_title(framework) {
        en: "Questionnaire: {framework}",
        id: "Kuesioner: {framework}"
    }
    rel_subtitle(respondents, items, missing) {
        en: "respondents: {respondents} · items: {items} · missing answers: {missing}",
        id: "responden: {respondents} · butir: {items} · jawaban kosong: {missing}"
    }
    rel_told_named(count) {
        en: "By name: {count}.",
        id: "Menurut nama: {count}."
    }
    rel_told_posts(count) {
        en: "By post and agency, since they are not named: {count}.",
        id: "Menurut jabatan dan OPD karena tidak bernama: {count}."
    }
    rel_told_rows(count) {
        en: "One respondent for each row of the table: {count}.",
        id: "Satu responden untuk setiap baris tabel: {count}."
    }
    rel_coded(count) {
        en: "Answers set by a coder and not by the respondent: {count}. What follows is then also about how coders judge; agreement between coders is another question.",
        id: "Jawaban yang ditetapkan pengode, bukan responden: {count}. Hasil berikut ikut mencerminkan cara pengode menilai; kesepakatan antarpengode persoalan lain."
    }
    rel_pooled(regions, waves, stages) {
        en: "Taken together: regions {regions}, waves {waves}, stages {stages}.",
        id: "Digabung: wilayah {regions}, periode {waves}, tahap {stages}."
    }
    rel_listwise(complete, answered) {
        en: "Reliability listwise: only respondents who answered all items of a construct count; of all items together: {complete} of {answered}. Frequencies, means and medians use every answer.",
        id: "Reliabilitas secara listwise: hanya responden yang menjawab semua butir konstruk; untuk semua butir bersama: {complete} dari {answered}. Frekuensi, rata-rata, dan median memakai setiap jawaban."
    }
    rel_pairwise(complete, answered) {
        en: "Reliability pairwise: each pair of items uses whoever answered both; complete answers to all items: {complete} of {answered}. Intervals need complete answers; the r table takes the pair answered by fewest.",
        id: "Reliabilitas secara pairwise: setiap pasang butir memakai siapa pun yang menjawab keduanya; jawaban lengkap atas semua butir: {complete} dari {answered}. Interval memerlukan jawaban lengkap; r tabel memakai pasangan butir yang paling sedikit dijawab."
    }
    rel_reversed_line(items) {
        en: "Reversed before everything shown here (minimum + maximum − answer): {items}.",
        id: "Dibalik sebelum semua yang ditampilkan di sini (minimum + maksimum − jawaban): {items}."
    }
    rel_reversed_mark(title) {
        en: "{title} (reversed)",
        id: "{title} (dibalik)"
    }
    rel_levels_line(levels) {
        en: "Answers: {levels}.",
        id: "Jawaban: {levels}."
    }
    rel_validity_heading(scale) {
        en: "Validity of the items: {scale}",
        id: "Validitas butir: {scale}"
    }
    rel_criterion_line(value, freedom) {
        en: "r table {value}: computed, t / √(df + t²), df = n − 2 = {freedom}, two-tailed 5%. r item–total counts the item in its own total, so that even k unrelated items reach about 1/√k; r corrected leaves it out.",
        id: "r tabel {value}: dihitung, t / √(df + t²), df = n − 2 = {freedom}, dua arah 5%. r butir–total ikut menghitung butir itu sendiri, sehingga k butir yang tidak berhubungan pun mencapai sekitar 1/√k; r terkoreksi tidak mengikutkannya."
    }
    rel_criterion_again(value, freedom) {
        en: "r table {value} (df = {freedom}).",
        id: "r tabel {value} (df = {freedom})."
    }
    rel_constant_line(items, alpha) {
        en: "Everybody answered alike: {items}. Such an item counts in alpha; without it alpha is {alpha} (as some programs print it). Standardised alpha and omega need items that vary.",
        id: "Semua menjawab sama: {items}. Butir seperti itu ikut dalam alpha; tanpa butir itu alpha {alpha} (demikian sebagian program mencetaknya). Alpha terstandar dan omega memerlukan butir yang bervariasi."
    }
    rel_constant_only(items) {
        en: "Everybody answered alike: {items}.",
        id: "Semua menjawab sama: {items}."
    }
    rel_split_heading(attribute) {
        en: "Split by {attribute}",
        id: "Menurut {attribute}"
    }
    rel_band_line(id, measure, title, standing) {
        en: "{id} ({measure}): {title}; {standing}.",
        id: "{id} ({measure}): {title}; {standing}."
    }
    rel_band_limits(limits) {
        en: "Limits: {limits}.",
        id: "Batas: {limits}."
    }
    rel_band_source(sources) {
        en: "Source: {sources}.",
        id: "Sumber: {sources}."
    }
    rel_band_judgement(what) {
        en: "Our own judgement: {what}.",
        id: "Pertimbangan penyusun: {what}."
    }
    rel_band_heading(id) {
        en: "Category ({id})",
        id: "Kategori ({id})"
    }
}
