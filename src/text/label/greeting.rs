//! The greeting and the list of what is built in.

use crate::text::Lang;

labels! {
    library_title { en: "Built-in frameworks", id: "Kerangka bawaan" }
    welcome_intro {
        en: "Scores readiness from coded statements, compares regions, and keeps the way back from every number to its sentence.",
        id: "Menilai kesiapan dari pernyataan terkode, membandingkan wilayah, dan menjaga jejak dari setiap angka ke kalimatnya."
    }
    welcome_researcher { en: "Researcher with coded interviews", id: "Peneliti dengan wawancara terkode" }
    welcome_researcher_first {
        en: "siap framework list    which frameworks there are; siap framework new starts your own",
        id: "siap framework list    kerangka yang tersedia; siap framework new memulai kerangka sendiri"
    }
    welcome_researcher_second {
        en: "siap check codes.csv -f edward-iii    is the table in order?",
        id: "siap check kode.csv -f edward-iii    sudah benarkah tabelnya?"
    }
    welcome_researcher_third {
        en: "siap matrix codes.csv -f edward-iii --format md    the table of findings, ready to paste",
        id: "siap matrix kode.csv -f edward-iii --format md    tabel temuan, siap ditempel"
    }
    welcome_planner { en: "Planner with one region", id: "Perencana dengan satu wilayah" }
    welcome_planner_first {
        en: "siap assess -f smart-city-pillars --region OKI -o answers.csv    answers, question by question",
        id: "siap assess -f smart-city-pillars --region OKI -o jawaban.csv    jawaban, pertanyaan demi pertanyaan"
    }
    welcome_planner_second {
        en: "siap score answers.csv -f smart-city-pillars    score and category of every part",
        id: "siap score jawaban.csv -f smart-city-pillars    skor dan kategori setiap bagian"
    }
    welcome_planner_third {
        en: "siap chart heatmap answers.csv -f smart-city-pillars -o weak.png    where it is weak",
        id: "siap chart heatmap jawaban.csv -f smart-city-pillars -o lemah.png    letak kelemahannya"
    }
    welcome_province { en: "Province with many regions", id: "Provinsi dengan banyak wilayah" }
    welcome_province_first {
        en: "siap compare region-*.csv -f smart-city-pillars    ranking, gaps, shared weak spots",
        id: "siap compare wilayah-*.csv -f smart-city-pillars    peringkat, selisih, kelemahan bersama"
    }
    welcome_province_second {
        en: "siap compare STUDY --figures figures    the same from a study folder, with figures",
        id: "siap compare STUDI --figures gambar    hal yang sama dari folder studi, beserta bagan"
    }
    welcome_province_third {
        en: "siap compare STUDY --format csv -o ranking.csv    for a spreadsheet",
        id: "siap compare STUDI --format csv -o peringkat.csv    untuk lembar kerja"
    }
    welcome_help {
        en: "siap --help lists all commands; siap COMMAND --help explains one; --lang id switches the language.",
        id: "siap --help menampilkan semua perintah; siap PERINTAH --help menjelaskan satu; --lang en mengganti bahasa."
    }
    usage_heading { en: "Usage", id: "Pemakaian" }
    commands_heading { en: "Commands", id: "Perintah" }
    options_heading { en: "Options", id: "Opsi" }
    arguments_heading { en: "Arguments", id: "Argumen" }
    command_word { en: "COMMAND", id: "PERINTAH" }
}
