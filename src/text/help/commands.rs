//! What each command is for.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    (
        &["siap"],
        "",
        "Score smart-city readiness from coded interviews and self-assessments, and compare Indonesian regions.\n\nFilled files or a folder need no command: `siap FILE` answers and writes the results beside it",
        "Menilai kesiapan smart city dari wawancara terkode dan penilaian mandiri, lalu membandingkan wilayah Indonesia.\n\nBerkas isian atau folder tidak memerlukan perintah: `siap BERKAS` menjawab dan menulis hasilnya di sampingnya",
    ),
    (
        &["framework"],
        "",
        "The library of frameworks: list, show, check, start a new one",
        "Pustaka kerangka: daftar, tampilkan, periksa, buat baru",
    ),
    (
        &["framework list"],
        "",
        "List the built-in frameworks and the crosswalks between them",
        "Daftar kerangka bawaan dan padanan di antaranya",
    ),
    (
        &["framework show"],
        "",
        "Show one framework or crosswalk in full: tree, weights, levels, sources",
        "Tampilkan satu kerangka atau padanan selengkapnya: pohon, bobot, level, sumber",
    ),
    (
        &["framework check"],
        "",
        "Check framework and crosswalk files; tell every problem with line and column",
        "Periksa berkas kerangka dan padanan; sebutkan setiap masalah beserta baris dan kolomnya",
    ),
    (
        &["framework new"],
        "",
        "Print a framework file to start from",
        "Cetak berkas kerangka sebagai titik awal",
    ),
    (
        &["check"],
        "",
        "Check the data only; tell every problem with its place",
        "Periksa data saja; sebutkan setiap masalah beserta tempatnya",
    ),
    (
        &["convert"],
        "",
        "Any data as one long CSV, each answer with file, sheet and cell; tell per sheet what was taken, what was left out and why",
        "Data apa pun menjadi satu CSV panjang, tiap jawaban dengan berkas, lembar, dan selnya; sebutkan per lembar yang diambil, yang dilewati, dan sebabnya",
    ),
    (
        &["score"],
        "",
        "Score every region and wave: the tree with its scores",
        "Nilai setiap wilayah dan periode: pohon beserta skornya",
    ),
    (
        &["matrix"],
        "",
        "Show level, counts and finding for each region and indicator",
        "Tampilkan level, jumlah, dan temuan tiap wilayah dan indikator",
    ),
    (
        &["sources"],
        "",
        "Show who was heard: people, documents, statements without a speaker; planned against heard",
        "Tampilkan siapa yang didengar: orang, dokumen, pernyataan tanpa narasumber; rencana dan kenyataan",
    ),
    (
        &["compare"],
        "",
        "Compare regions: ranking, gaps, shared weak spots, conflicts",
        "Bandingkan wilayah: peringkat, selisih, kelemahan bersama, pertentangan",
    ),
    (
        &["explain"],
        "",
        "Explain one number of one region: arithmetic, statements, what one level more would do; against another region, wave or stage",
        "Jelaskan satu angka dari satu wilayah: hitungannya, pernyataannya, pengaruh naik satu tingkat; dibandingkan dengan wilayah, periode, atau tahap lain",
    ),
    (
        &["learn"],
        "",
        "Show weaknesses in common, and for each weak indicator the regions nearest that are strong in it, with their evidence",
        "Tampilkan kelemahan bersama, dan untuk setiap indikator lemah wilayah terdekat yang unggul beserta buktinya",
    ),
    (
        &["robust"],
        "",
        "Rerun the ranking under other defensible choices: how far ranks move, and what moves them",
        "Ulangi pemeringkatan dengan pilihan lain yang sama layaknya: seberapa jauh peringkat bergeser, dan apa penyebabnya",
    ),
    (
        &["trend"],
        "",
        "Follow regions from wave to wave: change, rank change, who rose, who fell",
        "Ikuti wilayah dari periode ke periode: perubahan, perubahan peringkat, yang naik, yang turun",
    ),
    (
        &["diff"],
        "",
        "What differs between two data, waves, stages or coders: statements, levels, scores, ranks",
        "Apa yang berbeda antara dua data, periode, tahap, atau pengode: pernyataan, level, skor, peringkat",
    ),
    (
        &["reliability"],
        "",
        "Describe questionnaire answers: frequencies, means, validity and reliability of the items",
        "Olah jawaban kuesioner: frekuensi, rata-rata, validitas dan reliabilitas butir",
    ),
    (
        &["triangulate"],
        "",
        "Hold sources, methods and times against each other: who agrees, contradicts, stands alone",
        "Bandingkan sumber, teknik, dan waktu: siapa sejalan, bertentangan, atau sendirian",
    ),
    (
        &["agree"],
        "",
        "Agreement between coders: would another coder have said the same?",
        "Kesepakatan antarpengode: apakah pengode lain akan memberi nilai yang sama?",
    ),
    (
        &["assess"],
        "",
        "Answer a framework question by question on the terminal, and go on later where you stopped",
        "Isi kerangka pertanyaan demi pertanyaan di terminal, dan lanjutkan nanti dari tempat berhenti",
    ),
    (
        &["template"],
        "",
        "A form to fill in, as CSV or as a workbook for Excel, or a sample without levels for a second coder",
        "Formulir untuk diisi, sebagai CSV atau buku kerja Excel, atau sampel tanpa level untuk pengode kedua",
    ),
    (
        &["chart"],
        "",
        "Draw one figure as SVG or PNG",
        "Gambar satu bagan sebagai SVG atau PNG",
    ),
    (
        &["schema"],
        "",
        "Print the JSON Schema of framework and study files, or of a command's JSON; alone: list them",
        "Cetak JSON Schema berkas kerangka dan studi, atau JSON suatu perintah; tanpa nama: daftarnya",
    ),
    (
        &["completions"],
        "",
        "Print the completion script of a shell",
        "Cetak skrip pelengkapan untuk shell",
    ),
    (&["man"], "", "Print a manual page", "Cetak halaman manual"),
    (
        &["plan"],
        "",
        "The fewest or cheapest raises that reach a target, proved",
        "Kenaikan paling sedikit atau paling murah untuk mencapai target, terbukti",
    ),
];
