//! Triangulation: voices, verdicts, offices, saturation.

use crate::text::{Lang, Word, Wording};

labels! {
    tri_by_source { en: "Sources", id: "Triangulasi sumber" }
    tri_by_method { en: "Methods", id: "Triangulasi teknik" }
    tri_by_time { en: "Times", id: "Triangulasi waktu" }
    tri_contradict { en: "contradict", id: "bertentangan" }
    tri_agree { en: "agree", id: "sejalan" }
    tri_unclear { en: "side by side", id: "berdampingan" }
    tri_single { en: "stands alone", id: "satu suara" }
    tri_perhaps_one { en: "perhaps one voice", id: "mungkin satu suara" }
    tri_unnamed { en: "not said", id: "tidak disebut" }
    tri_silent { en: "silent", id: "tidak ada" }
    tri_verdict { en: "Verdict", id: "Hasil" }
    tri_voices_source { en: "Who speaks", id: "Siapa yang berbicara" }
    tri_voices_method { en: "How it was collected", id: "Cara pengumpulan" }
    tri_voices_time { en: "When", id: "Kapan" }
    tri_nobody { en: "source not named", id: "sumber tidak disebut" }
    tri_no_method { en: "method not named", id: "teknik tidak disebut" }
    tri_no_time { en: "no date", id: "tanpa tanggal" }
    tri_method_interview { en: "interview", id: "wawancara" }
    tri_method_fgd { en: "group discussion", id: "diskusi kelompok (FGD)" }
    tri_method_document { en: "document", id: "dokumen" }
    tri_method_observation { en: "observation", id: "observasi" }
    tri_method_survey { en: "survey", id: "survei" }
    tri_context_heading { en: "Context: listed, not counted", id: "Konteks: didaftar, tidak dihitung" }
    tri_coverage_heading { en: "Governments and their agencies", id: "Pemerintah daerah dan OPD" }
    tri_no_agency { en: "no agency named", id: "tanpa OPD" }
    tri_gap { en: "0 (planned)", id: "0 (direncanakan)" }
    tri_coverage_key { en: "Counted statements whose informant is said to belong to the agency; one of several agencies counts for each. An agency that is only spoken about is none of them. 0 (planned): a planned post from whose agency no statement is said to come. Empty: neither planned nor named.", id: "Pernyataan yang dihitung dan informannya disebut berasal dari OPD itu; yang menyebut beberapa OPD dihitung di masing-masing. OPD yang hanya dibicarakan tidak termasuk. 0 (direncanakan): ada jabatan yang direncanakan, tetapi tidak ada pernyataan yang disebut berasal dari OPD-nya. Kosong: tidak direncanakan dan tidak disebut." }
    tri_no_gaps { en: "From every planned agency some statement is said to come.", id: "Dari setiap OPD yang direncanakan ada pernyataan." }
    tri_nothing_planned { en: "The study plans no posts ([[informant]] in study.toml), so gaps cannot be told.", id: "Studi tidak merencanakan jabatan ([[informant]] dalam study.toml), sehingga celahnya tidak diketahui." }
    tri_saturation_heading { en: "What each interview adds", id: "Tambahan dari tiap wawancara" }
    tri_interview { en: "Interview", id: "Wawancara" }
    tri_date { en: "Date", id: "Tanggal" }
    tri_indicators { en: "Indicators", id: "Indikator" }
    tri_first { en: "First evidence", id: "Bukti pertama" }
    tri_so_far { en: "So far", id: "Sejauh ini" }
    tri_no_interviews { en: "No counted statement comes from an interview or group discussion.", id: "Tidak ada pernyataan yang dihitung berasal dari wawancara atau diskusi kelompok." }
    tri_by_date { en: "In order of date.", id: "Menurut tanggal." }
    tri_by_row { en: "In order of the rows, since not every interview has a date.", id: "Menurut urutan baris karena tidak semua wawancara bertanggal." }
    tri_unnamed_interview { en: "not named (may be several)", id: "tidak disebut (mungkin beberapa)" }
    tri_unnamed_line { en: "Informants that are not named stand together as one: how many interviews that was cannot be told, so no saturation is computed.", id: "Informan yang tidak disebut digabung menjadi satu: berapa wawancara sebenarnya tidak diketahui, sehingga kejenuhan tidak dihitung." }
    tri_closed_line { en: "Counted are indicators of this framework: what it has no indicator for cannot appear as new.", id: "Yang dihitung ialah indikator kerangka ini: hal yang tidak punya indikator tidak dapat muncul sebagai temuan baru." }
    tri_no_runs { en: "Fewer interviews than a base of 4 and a run of 2: saturation after Guest, Namey and Chen (2020; base and run from memory, not verified) is not computed.", id: "Wawancara kurang dari dasar 4 dan rangkaian 2: kejenuhan menurut Guest, Namey, dan Chen (2020; ukuran dasar dan rangkaian dari ingatan, belum diperiksa) tidak dihitung." }
    tri_time_none { en: "Rows name neither dates nor different waves: times cannot be compared.", id: "Baris tidak menyebut tanggal maupun periode yang berbeda: waktu tidak dapat dibandingkan." }
    tri_method_none { en: "Rows name no method: methods cannot be compared.", id: "Baris tidak menyebut teknik: teknik tidak dapat dibandingkan." }
    tri_source_none { en: "Rows name neither informants nor agencies nor documents: sources cannot be compared.", id: "Baris tidak menyebut informan, OPD, atau dokumen: sumber tidak dapat dibandingkan." }
    tri_time_note { en: "A difference between times may be a change and no contradiction. Dates are compared as far as the vaguest says: 2019 may be any day of 2019.", id: "Perbedaan antarwaktu dapat berarti perubahan, bukan pertentangan. Tanggal dibandingkan sejauh yang paling kasar: 2019 dapat berarti hari apa pun dalam 2019." }
    tri_source_note { en: "Two sources count as two only where they certainly are: other names, other posts, no agency in common, or other documents. An agency alone is no source. Who is not named may be any of the others, unless post or agency says otherwise.", id: "Dua sumber dihitung dua hanya bila pasti berbeda: nama lain, jabatan lain, tidak ada OPD yang sama, atau dokumen lain. OPD saja bukan sumber. Yang tidak disebut dapat saja salah satu dari yang lain, kecuali jabatan atau OPD menunjukkan sebaliknya." }
    tri_method_note { en: "A document here is what the column `method` calls so; a paper that tells of interviews is not a second method.", id: "Dokumen di sini ialah yang disebut demikian oleh kolom `metode`; tulisan yang menceritakan wawancara bukan teknik kedua." }
}

phrases! {
    tri_left_out(count) {
        en: "Left out here, where nothing meets: {count}; --full has them.",
        id: "Tidak ditampilkan karena tidak ada yang dipertemukan: {count}; --full memuatnya."
    }
    tri_title(framework) {
        en: "Triangulation: {framework}",
        id: "Triangulasi: {framework}"
    }
    tri_majority_one(agreeing) {
        en: "{agreeing} agree, 1 deviates",
        id: "{agreeing} sejalan, 1 menyimpang"
    }
    tri_majority(agreeing, deviating) {
        en: "{agreeing} agree, {deviating} deviate",
        id: "{agreeing} sejalan, {deviating} menyimpang"
    }
    tri_majority_line(count) {
        en: "Contradicted, though most voices agree: {count}.",
        id: "Bertentangan, tetapi sebagian besar suara sejalan: {count}."
    }
    tri_silent_line(region, count, indicators) {
        en: "Silent in {region} ({count}): {indicators}.",
        id: "Tidak ada pernyataan di {region} ({count}): {indicators}."
    }
    tri_gap_line(region, agencies) {
        en: "Planned, but no statement is said to come from it, in {region}: {agencies}.",
        id: "Direncanakan, tetapi tidak ada pernyataan yang disebut berasal darinya, di {region}: {agencies}."
    }
    tri_neutral(count) {
        en: "neutral: {count}",
        id: "netral: {count}"
    }
    tri_value(value) {
        en: "value {value}",
        id: "nilai {value}"
    }
    tri_run_reached(length, last, new, share) {
        en: "Base 4, run {length}: new information falls to {share} ({new} new) by interview {last}, at or below 5%.",
        id: "Dasar 4, rangkaian {length}: informasi baru turun ke {share} ({new} baru) pada wawancara ke-{last}, paling banyak 5%."
    }
    tri_run_not(length, last, new, share) {
        en: "Base 4, run {length}: still {share} new information ({new} new) by interview {last}, above 5%.",
        id: "Dasar 4, rangkaian {length}: masih {share} informasi baru ({new} baru) pada wawancara ke-{last}, di atas 5%."
    }
}

labels! {
    tri_run_source { en: "After Guest, Namey and Chen (2020); base, run length and threshold from memory, not verified.", id: "Menurut Guest, Namey, dan Chen (2020); ukuran dasar, rangkaian, dan ambang dari ingatan, belum diperiksa." }
}

// What an instrument may have its own word for.
worded! {
    tri_key[level, levels]() {
        en: "contradict: {levels} 2 or more apart, both directions, or a statement that names another it contradicts, between two of them. agree: two can be compared and none contradicts. side by side: two speak, but of nothing that can be compared. stands alone: one voice; perhaps one voice: several that may be the same (counted as standing alone). not said: rows that do not say who, how or when. silent: no counted row. + / −: supporting and inhibiting statements.",
        id: "bertentangan: {level} berselisih 2 atau lebih, dua arah, atau pernyataan yang menyebut pernyataan lain yang ditentangnya, di antara dua suara. sejalan: dua suara dapat dibandingkan dan tidak ada yang bertentangan. berdampingan: dua suara, tetapi tidak ada yang dapat dibandingkan. satu suara: hanya satu; mungkin satu suara: beberapa yang mungkin sama (dihitung sebagai satu suara). tidak disebut: baris tanpa keterangan siapa, bagaimana, atau kapan. tidak ada: tidak ada baris yang dihitung. + / −: pernyataan pendukung dan penghambat."
    }
    tri_level[level](values) {
        en: "{level} {values}",
        id: "{level} {values}"
    }
    tri_confirmed_line[region](agree, spoken) {
        en: "Confirmed by two or more: {agree} of {spoken} that rows speak of, each indicator counted once in each region.",
        id: "Dikuatkan oleh dua atau lebih: {agree} dari {spoken} yang dibicarakan, tiap indikator dihitung sekali di tiap {region}."
    }
}
