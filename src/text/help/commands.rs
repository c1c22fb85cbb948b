//! What each command is for.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    (
        &["siap"],
        "",
        "Score smart-city readiness from coded interviews and self-assessments, and compare Indonesian regions",
        "Menilai kesiapan smart city dari wawancara terkode dan penilaian mandiri, lalu membandingkan wilayah Indonesia",
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
        "Print a table to fill in: an empty form, or a sample without levels for a second coder",
        "Cetak tabel untuk diisi: formulir kosong, atau sampel tanpa level untuk pengode kedua",
    ),
    (
        &["split"],
        "",
        "Split a filled workbook into one for each office that it names, with a reminder to paste for each",
        "Pecah buku kerja isian menjadi satu berkas untuk tiap perangkat daerah, beserta pesan pengingat siap tempel",
    ),
    (
        &["merge"],
        "",
        "Put the workbooks of offices back into a new whole one, each cell with where it came from",
        "Gabungkan kembali buku kerja perangkat daerah menjadi satu, tiap sel dengan asalnya",
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
