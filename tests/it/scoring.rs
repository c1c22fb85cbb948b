//! The method, rule by rule, on frameworks small enough to work out by hand.

use siap::assess::{NodeResult, Reason};
use siap::compare::{Comparison, KindChoice, Outside};
use siap::statement::Stage;
use siap::study::{self, Memory, Request, Selection, selection};

use crate::run::{folder, siap_with};

/// Two groups: `a` with leaves `a1` (weight 3) and `a2`, `b` with leaf `b1`; scale 0–4.
const SMALL: &str = r#"
id = "small"
version = "1"
title = "Small"

[[group]]
id = "a"
title = "A"

[[group]]
id = "b"
title = "B"

[[indicator]]
id = "a1"
group = "a"
title = "A1"
weight = 3

[[indicator]]
id = "a2"
group = "a"
title = "A2"
allow_na = true

[[indicator]]
id = "b1"
group = "b"
title = "B1"
"#;

/// A small study in memory, scored.
struct Scored(study::Scored);

impl Scored {
    /// Scores `rows` (a CSV table) under `framework`.
    fn of(framework: &str, rows: &str) -> Self {
        let files = Memory::of([("f.toml", framework), ("d.csv", rows)]);
        let request = Request {
            inputs: vec!["d.csv".to_owned()],
            framework: Some("f.toml".to_owned()),
            ..Request::default()
        };
        let project = study::load(&files, &request);
        let mut project = project.unwrap_or_else(|problems| panic!("{problems:?}"));
        Self(project.scored.remove(0))
    }

    fn node(&self, region: &str, id: &str) -> &NodeResult {
        let all = &self.0.assessed.assessments;
        let of = all.iter().find(|it| it.region.name.ends_with(region));
        let node = self.0.framework.find(id);
        &of.expect("a region").nodes[node.unwrap_or_else(|| panic!("no {id}"))]
    }

    /// A node of the only region.
    fn only(&self, id: &str) -> &NodeResult {
        assert_eq!(self.0.assessed.assessments.len(), 1);
        self.node("", id)
    }

    fn field(&self, id: &str, field: &str) -> Option<f64> {
        let node = self.only(id);
        match field {
            "score" => node.score,
            "score_low" => node.score_low,
            "score_high" => node.score_high,
            "value" => node.value,
            "coverage" => node.coverage,
            "sd" => node.sd,
            _ => panic!("no field {field}"),
        }
    }

    fn number(&self, id: &str, field: &str, wanted: f64) {
        let found = self.field(id, field);
        assert!(
            found.is_some_and(|it| (it - wanted).abs() < 1e-9),
            "{id} {field}: {found:?} is not {wanted}"
        );
    }

    fn null(&self, id: &str, field: &str) {
        assert_eq!(self.field(id, field), None, "{id} {field}");
    }

    fn reason(&self, id: &str) -> &str {
        self.only(id).reason.map_or("", Reason::id)
    }

    fn band(&self, region: &str, id: &str) -> &str {
        let band = self.node(region, id).band().expect("a band");
        &self.0.framework.bands()[band].id
    }

    fn compare(&self, selection: &Selection) -> Comparison {
        let choice = selection::choice(&self.0, selection, &Memory::default());
        self.0.compare(&choice.expect("what is in the data"))
    }

    /// Names of the ranked regions.
    fn ranked(&self, comparison: &Comparison) -> Vec<&str> {
        let ranking = comparison.ranking.iter();
        ranking
            .map(|it| &*self.0.assessed.assessments[it.assessment].region.name)
            .collect()
    }
}

fn with(extra: &str) -> String {
    format!("{SMALL}\n{extra}\n")
}

const FULL: &str = "region,indicator,level\nOKI,a1,4\nOKI,a2,0\nOKI,b1,2\n";

#[test]
fn weights_count_among_siblings_and_groups_alike() {
    let scored = Scored::of(SMALL, FULL);
    scored.number("a", "score", 75.0);
    scored.number("b", "score", 50.0);
    scored.number("index", "score", 62.5);
    scored.number("index", "value", 2.5);
    scored.number("index", "coverage", 1.0);
}

#[test]
fn missing_data_rescale_weights_and_open_the_range() {
    let scored = Scored::of(
        SMALL,
        "region,indicator,level\nOKI,a1,4\nOKI,a2,\nOKI,b1,2\n",
    );
    scored.number("a", "score", 100.0);
    scored.number("a", "coverage", 0.75);
    scored.number("a", "score_low", 75.0);
    scored.number("a", "score_high", 100.0);
    scored.number("index", "score", 75.0);
    scored.number("index", "coverage", 0.875);
    scored.number("index", "score_low", 62.5);
    assert_eq!(scored.reason("a2"), "no-statement");
}

#[test]
fn too_little_coverage_gives_no_score_and_never_zero() {
    let scored = Scored::of(SMALL, "region,indicator,level\nOKI,a2,4\n");
    scored.null("a", "score");
    assert_eq!(scored.reason("a"), "low-coverage");
    scored.number("a", "coverage", 0.25);
    scored.null("index", "score");
    // a2 has a weight of 1 in 4 below a, which is half of the index: with all else missing 12.5.
    scored.number("index", "score_low", 12.5);
    scored.number("index", "score_high", 100.0);
    assert_eq!(scored.reason("b"), "no-data");
    assert_eq!(scored.reason("b1"), "no-statement");
}

#[test]
fn missing_may_count_as_zero_where_the_framework_says_so() {
    let scored = Scored::of(
        &with("[aggregation]\nmissing = \"zero\""),
        "region,indicator,level\nOKI,a1,4\nOKI,b1,2\n",
    );
    scored.number("a", "score", 75.0);
    scored.number("a", "coverage", 0.75);
    // Not below its own low bound: missing is at the bottom already.
    scored.number("a", "score_low", 75.0);
}

#[test]
fn not_applicable_leaves_the_denominator_and_yields_to_a_level() {
    let rows = "region,indicator,level,informant\nOKI,a1,4,x\nOKI,a2,N/A,x\nOKI,b1,2,x\n";
    let scored = Scored::of(SMALL, rows);
    scored.number("a", "score", 100.0);
    scored.number("a", "coverage", 1.0);
    scored.number("a", "score_low", 100.0);
    assert_eq!(scored.reason("a2"), "not-applicable");
    let scored = Scored::of(SMALL, &format!("{rows}OKI,a2,0,y\n"));
    scored.number("a", "score", 75.0);
}

#[test]
fn informants_are_averaged_after_their_coders() {
    // One informant coded twice by p (0 and 4) and once by q (2); another coded once (4).
    let rows = "region,indicator,level,informant,coder\n\
                OKI,b1,0,x,p\nOKI,b1,4,x,p\nOKI,b1,2,x,q\nOKI,b1,4,y,p\n";
    let scored = Scored::of(SMALL, rows);
    scored.number("b1", "value", 3.0);
    scored.number("b1", "sd", 2.0_f64.sqrt());
    assert_eq!(scored.only("b1").informants, 2);
    assert_eq!(scored.only("b1").statements, 4);
    // What coders agreed on wins over what each of them said.
    let scored = Scored::of(SMALL, &format!("{rows}OKI,b1,1,x,consensus\n"));
    scored.number("b1", "value", 2.5);
    assert_eq!(scored.only("b1").statements, 2);
    assert_eq!(scored.only("b1").codings, 5);
}

#[test]
fn a_statement_is_counted_once_however_many_coders_judged_it() {
    // FAULTS C1: one informant said one thing.
    let rows = "region,indicator,level,direction,informant,coder,id\n\
                OKI,b1,1,inhibiting,P,AN,s1\nOKI,b1,3,inhibiting,P,BD,s1\n";
    for (rows, codings, value) in [
        (rows.to_owned(), 2, 2.0),
        (
            format!("{rows}OKI,b1,3,inhibiting,P,consensus,s1\n"),
            3,
            3.0,
        ),
        // The same without ids: each coder has one row on the informant.
        (rows.replace(",s1", ","), 2, 2.0),
    ] {
        let scored = Scored::of(SMALL, &rows);
        for id in ["b1", "b", "index"] {
            let node = scored.only(id);
            assert_eq!((node.statements, node.codings), (1, codings), "{id}");
            assert_eq!((node.supporting, node.inhibiting), (0, 1), "{id}");
            assert_eq!((node.informants, node.unnamed), (1, 0), "{id}");
        }
        scored.number("b1", "value", value);
        assert!(scored.0.assessed.conflicts.is_empty(), "{rows}");
    }
}

#[test]
fn people_documents_and_unnamed_sources_are_counted_apart() {
    let rows = "region,indicator,level,informant,role,agency,method,source\n\
                OKI,b1,4,Budi,,,interview,\nOKI,b1,4,budi,,,interview,\nOKI,a1,4,,Kepala,Bappeda,interview,\n\
                OKI,b1,3,,,,document,Perbup 1\nOKI,a1,3,,,,document,perbup 1\nOKI,a1,2,,,,,Skripsi\n\
                OKI,b1,1,,,Bappeda,interview,\nOKI,a2,1,,,,,\n";
    let scored = Scored::of(SMALL, rows);
    let index = scored.only("index");
    // Budi says one thing twice in the same words: it counts once.
    assert_eq!((index.statements, index.informants), (7, 2));
    assert_eq!((index.documents, index.unnamed), (2, 2));
}

#[test]
fn a_ladder_reaches_a_stage_and_never_the_middle_of_two() {
    // FAULTS B5.
    let framework = "id = \"l\"\nversion = \"1\"\ntitle = \"L\"\n[reporting]\nunit = \"native\"\n\
         [scale]\nmin = 0\nmax = 4\nlevel = [{value = 0, label = \"a\"}, {value = 1, label = \"b\"}, {value = 2, label = \"c\"}, \
         {value = 3, label = \"d\"}, {value = 4, label = \"e\"}]\n\
         [[indicator]]\nid = \"b1\"\ntitle = \"B\"\nkind = \"ladder\"\n";
    let rows = "region,indicator,level,informant\nOKI,b1,4,p\nOKI,b1,1,q\n";
    let scored = Scored::of(framework, rows);
    scored.number("b1", "value", 1.0);
    scored.number("b1", "score", 25.0);
    let three = Scored::of(framework, &format!("{rows}OKI,b1,3,r\n"));
    three.number("b1", "value", 3.0);
}

#[test]
fn informants_combine_by_the_rule_of_the_framework() {
    let rows = "region,indicator,level,informant,weight\n\
                OKI,b1,1,p,1\nOKI,b1,1,q,1\nOKI,b1,3,r,1\nOKI,b1,4,s,5\n";
    let wanted = [
        ("mean", 25.0 / 8.0),
        ("median", 4.0),
        ("mode", 1.0),
        ("min", 1.0),
        ("max", 4.0),
    ];
    for (rule, value) in wanted {
        let framework = with(&format!("[aggregation]\ninformants = \"{rule}\""));
        Scored::of(&framework, rows).number("b1", "value", value);
    }
}

#[test]
fn without_names_role_and_agencies_tell_informants_apart() {
    let rows = "region,indicator,level,role,agency\n\
                OKI,b1,0,Kepala,Kominfo; BPS\nOKI,b1,2,Kepala,BPS;Kominfo\nOKI,b1,4,,\n";
    let scored = Scored::of(SMALL, rows);
    assert_eq!(scored.only("b1").informants, 1);
    assert_eq!(scored.only("b1").unnamed, 1);
    scored.number("b1", "value", 2.5);
}

#[test]
fn supplementary_rows_are_counted_and_context_rows_are_not() {
    let rows = "region,indicator,level,use,direction\n\
                OKI,b1,4,primary,supporting\nOKI,b1,0,supplementary,inhibiting\n\
                OKI,b1,0,context,inhibiting\n";
    let scored = Scored::of(SMALL, rows);
    scored.number("b1", "value", 4.0);
    assert_eq!(scored.only("b1").statements, 2);
    assert_eq!(scored.only("b1").inhibiting, 1);
    let conflicts = scored.0.assessed.conflicts.iter();
    let kinds: Vec<&str> = conflicts.map(|it| it.kind.id()).collect();
    assert_eq!(kinds, ["direction", "level"]);
}

#[test]
fn group_rules_agree_with_hand_calculation() {
    // Unit scores of a1, a2: 1 and 1/4, weights 3 and 1.
    let rows = "region,indicator,level\nOKI,a1,4\nOKI,a2,1\nOKI,b1,2\n";
    let wanted = [
        ("arithmetic", 81.25),
        ("geometric", 100.0 * 0.25_f64.powf(0.25)),
        ("harmonic", 100.0 * 4.0 / 7.0),
        ("median", 100.0),
        ("min", 25.0),
    ];
    for (rule, score) in wanted {
        let framework = with(&format!("[aggregation]\ngroups = \"{rule}\""));
        Scored::of(&framework, rows).number("a", "score", score);
    }
    let profile = Scored::of(&with("[aggregation]\ngroups = \"none\""), rows);
    profile.null("index", "score");
    assert_eq!(profile.reason("index"), "profile");
    profile.number("index", "coverage", 1.0);
}

#[test]
fn a_floor_lets_a_geometric_mean_meet_a_zero() {
    let framework = with("[aggregation]\ngroups = \"geometric\"\nfloor = 0.01");
    let scored = Scored::of(&framework, FULL);
    scored.number("a2", "score", 1.0);
    scored.number("a", "score", 100.0 * 0.01_f64.powf(0.25));
    // The native value looks through the floor: 0 stays 0, 4 stays 4.
    scored.number("a2", "value", 0.0);
    scored.number("b1", "score", 100.0 * (0.01 + 0.99 * 0.5));
}

const KINDS: &str = r#"
id = "kinds"
version = "1"
title = "Kinds"

[scales.stages]
min = 1
max = 9
[[scales.stages.level]]
value = 1
label = "Informasi"
[[scales.stages.level]]
value = 2
label = "Interaksi"
[[scales.stages.level]]
value = 9
label = "Transaksi"

[[indicator]]
id = "ladder"
title = "Ladder"
kind = "ladder"
scale = "stages"

[[indicator]]
id = "check"
title = "Check"
kind = "check"

[[indicator]]
id = "more"
title = "More"
kind = "number"
goalposts = [0, 50]

[[indicator]]
id = "less"
title = "Less"
kind = "number"
goalposts = [0, 50]
direction = "lower"

[[indicator]]
id = "reversed"
title = "Reversed"
direction = "lower"

[[indicator]]
id = "shown"
title = "Shown"
direction = "descriptive"

[[indicator]]
id = "listed"
title = "Listed"
kind = "inventory"

[[indicator]]
id = "seen"
title = "Seen"
kind = "direction"
"#;

#[test]
fn every_kind_has_its_own_way_to_a_score() {
    let rows = "region,indicator,level,value,direction,finding\n\
                OKI,ladder,Interaksi,,,\nOKI,check,sebagian,,,\nOKI,more,,60,,\nOKI,less,,10,,\n\
                OKI,reversed,1,,,\nOKI,shown,3,,,\nOKI,listed,,,,SIAK\nOKI,seen,,,pendukung,\n";
    let scored = Scored::of(KINDS, rows);
    scored.number("ladder", "score", 50.0);
    scored.number("check", "score", 50.0);
    scored.number("more", "score", 100.0);
    scored.number("more", "value", 60.0);
    scored.number("less", "score", 80.0);
    scored.number("reversed", "score", 75.0);
    scored.null("shown", "score");
    scored.number("shown", "value", 3.0);
    assert_eq!(scored.reason("listed"), "not-scored");
    assert_eq!(scored.only("listed").statements, 1);
    assert_eq!(scored.only("seen").supporting, 1);
    // Only the five scored leaves are in the denominator; scales differ, so there is no native value.
    scored.number("index", "coverage", 1.0);
    scored.number("index", "score", (50.0 + 50.0 + 100.0 + 80.0 + 75.0) / 5.0);
    scored.null("index", "value");
}

#[test]
fn a_check_that_nobody_made_is_missing_not_absent() {
    let rows = "region,indicator,level\nOKI,check,belum diperiksa\nOKI,ladder,Transaksi\n";
    let scored = Scored::of(KINDS, rows);
    assert_eq!(scored.reason("check"), "not-checked");
    scored.number("ladder", "score", 100.0);
}

#[test]
fn numbers_are_normalised_over_all_regions() {
    let framework = |way: &str, direction: &str| {
        format!(
            "id = \"n\"\nversion = \"1\"\ntitle = \"N\"\n[[indicator]]\nid = \"x\"\ntitle = \"X\"\n\
             kind = \"number\"\nnormalise = \"{way}\"\ndirection = \"{direction}\"\n"
        )
    };
    let rows =
        "region,indicator,value\nOKI,x,10\nKota Prabumulih,x,20\nMuara Enim,x,20\nBanyuasin,x,50\n";
    // mean 25, n − 1 deviation √(900/3) = 17.32…
    let z = |value: f64| 50.0 + 10.0 * (value - 25.0) / 300.0_f64.sqrt();
    let wanted: [(&str, &str, [f64; 3]); 4] = [
        ("min-max", "higher", [0.0, 25.0, 100.0]),
        ("min-max", "lower", [100.0, 75.0, 0.0]),
        ("z-score", "higher", [z(10.0), z(20.0), z(50.0)]),
        ("rank", "higher", [0.0, 100.0 / 3.0, 100.0]),
    ];
    for (way, direction, scores) in wanted {
        let scored = Scored::of(&framework(way, direction), rows);
        for (region, score) in ["Ogan Komering Ilir", "Muara Enim", "Banyuasin"]
            .iter()
            .zip(scores)
        {
            let found = scored.node(region, "x").score;
            assert!(
                found.is_some_and(|it| (it - score).abs() < 1e-9),
                "{way} {direction} {region}: {found:?} is not {score}"
            );
        }
    }
    let constant = "region,indicator,value\nOKI,x,10\nMuara Enim,x,10\n";
    let scored = Scored::of(&framework("min-max", "higher"), constant);
    let node = scored.node("Muara Enim", "x");
    assert_eq!((node.reason, node.score), (Some(Reason::Constant), None));
}

#[test]
fn evidence_items_may_stand_beside_numbers_normalised_over_all_regions() {
    let framework = "id = \"n\"\nversion = \"1\"\ntitle = \"N\"\n\
         [[indicator]]\nid = \"x\"\ntitle = \"X\"\nkind = \"number\"\nnormalise = \"min-max\"\n\
         [[indicator]]\nid = \"y\"\ntitle = \"Y\"\n\
         [[indicator.item]]\ncode = \"y.4\"\nlevel = 4\ntext = \"Y\"\n";
    let rows = "region,indicator,value,level,item,status\n\
         OKI,x,10,,,\nMuara Enim,x,20,,,\nOKI,y,,1,,\nOKI,y,,,y.4,diterima\n";
    let scored = Scored::of(framework, rows);
    let [evidence] = &*scored.0.assessed.evidence else {
        panic!("evidence of one region");
    };
    let of = |id: &str| &evidence.nodes[scored.0.framework.find(id).expect("a node")];
    assert_eq!(of("y").score, Some(100.0));
    assert_eq!(of("x").reason, Some(Reason::NoStatement));
    assert_eq!(
        (of("index").score, of("index").coverage),
        (Some(100.0), Some(0.5))
    );
}

#[test]
fn a_reported_number_stands_where_nothing_below_has_data() {
    let rows = "region,indicator,level,value\nOKI,a,,70.5\nOKI,a,,71.5\nOKI,b1,2,\n";
    let scored = Scored::of(SMALL, rows);
    scored.number("a", "score", 71.0);
    assert!(scored.only("a").reported);
    scored.number("a", "coverage", 1.0);
    scored.number("index", "score", 60.5);
    // Where both exist the computed one counts, and the difference is told.
    let scored = Scored::of(
        SMALL,
        "region,indicator,level,value\nOKI,b,,70\nOKI,b1,2,\nOKI,a1,2,\n",
    );
    scored.number("b", "score", 50.0);
    assert!(!scored.only("b").reported);
    assert_eq!(scored.0.warnings[0].code, "reported_differs");
}

#[test]
fn a_native_unit_reports_on_its_own_scale() {
    let framework = with(
        "[scale]\nmin = 1\nmax = 5\n[reporting]\nunit = \"native\"\n\
         [[band]]\nid = \"low\"\nfrom = 1\nlabel = \"Low\"\n\
         [[band]]\nid = \"high\"\nfrom = 2.6\nlabel = \"High\"\n",
    );
    let scored = Scored::of(&framework, "region,indicator,level,value\nOKI,index,,2.6\n");
    scored.number("index", "value", 2.6);
    scored.number("index", "score", 40.0);
    assert_eq!(scored.band("", "index"), "high");
}

#[test]
fn floating_point_noise_neither_breaks_a_tie_nor_moves_a_band_edge() {
    // 0.1 + 0.2 ≠ 0.3: three thirds of a percent scale reach the band edge all the same.
    let framework = "id = \"t\"\nversion = \"1\"\ntitle = \"T\"\n[scale]\nmin = 0\nmax = 10\n\
        [[band]]\nid = \"low\"\nfrom = 0\nlabel = \"L\"\n[[band]]\nid = \"edge\"\nfrom = 30\nlabel = \"E\"\n\
        [[indicator]]\nid = \"x\"\ntitle = \"X\"\nweight = 0.1\n\
        [[indicator]]\nid = \"y\"\ntitle = \"Y\"\nweight = 0.7\n\
        [[indicator]]\nid = \"z\"\ntitle = \"Z\"\nweight = 0.2\n";
    let rows = "region,indicator,level\nOKI,x,3\nOKI,y,3\nOKI,z,3\nBanyuasin,x,3\nBanyuasin,y,3\nBanyuasin,z,3.0\n";
    let scored = Scored::of(framework, rows);
    assert_eq!(scored.band("Ilir", "index"), "edge");
    let comparison = scored.compare(&Selection::default());
    let ranks: Vec<usize> = comparison.ranking.iter().map(|it| it.rank).collect();
    assert_eq!(ranks, [1, 1]);
}

#[test]
fn the_newest_wave_with_two_scored_regions_is_compared() {
    let mut rows = String::from("region,indicator,level,wave\n");
    for (region, level, wave) in [
        ("OKI", 1, 2022),
        ("Banyuasin", 2, 2022),
        ("OKI", 3, 2023),
        ("Muara Enim", 2, 2021),
    ] {
        for indicator in ["a1", "a2", "b1"] {
            rows.push_str(&format!("{region},{indicator},{level},{wave}\n"));
        }
    }
    let scored = Scored::of(SMALL, &rows);
    let of_wave = |wave: Option<&str>| {
        scored.compare(&Selection {
            wave: wave.map(str::to_owned),
            ..Selection::default()
        })
    };
    let newest = of_wave(None);
    assert_eq!(newest.wave.as_deref(), Some("2022"));
    assert_eq!(
        scored.ranked(&newest),
        ["Kabupaten Banyuasin", "Kabupaten Ogan Komering Ilir"]
    );
    assert_eq!(newest.unranked[0].why, Outside::OtherWave);
    let latest = of_wave(Some("latest"));
    assert!(latest.waves_mixed);
    assert_eq!(scored.ranked(&latest)[0], "Kabupaten Ogan Komering Ilir");
    assert_eq!(latest.ranking.len(), 3);
    let named = of_wave(Some("2023"));
    assert_eq!(scored.ranked(&named), ["Kabupaten Ogan Komering Ilir"]);
}

#[test]
fn stages_are_never_averaged_and_the_most_verified_common_one_is_ranked() {
    let mut rows = String::from("region,indicator,level,stage\n");
    for (region, level, stage) in [
        ("OKI", 4, "mandiri"),
        ("OKI", 1, "interviu"),
        ("Banyuasin", 3, "mandiri"),
        ("Banyuasin", 2, "interviu"),
        ("Banyuasin", 1, "visitasi"),
    ] {
        for indicator in ["a1", "a2", "b1"] {
            rows.push_str(&format!("{region},{indicator},{level},{stage}\n"));
        }
    }
    let scored = Scored::of(SMALL, &rows);
    let comparison = scored.compare(&Selection::default());
    // One of two has been visited: that is half of them.
    assert_eq!(comparison.stage, Some(Stage::Visit));
    assert_eq!(scored.ranked(&comparison), ["Kabupaten Banyuasin"]);
    let interviewed = Selection {
        stage: Some(Stage::Interview),
        ..Selection::default()
    };
    let comparison = scored.compare(&interviewed);
    assert_eq!(
        scored.ranked(&comparison),
        ["Kabupaten Banyuasin", "Kabupaten Ogan Komering Ilir"]
    );
    let first = comparison.ranking[0].assessment;
    assert_eq!(
        scored.0.assessed.assessments[first].nodes[0].value,
        Some(2.0)
    );
    let only_self = "region,indicator,level,stage\nOKI,a1,4,self\nOKI,b1,4,self\nBanyuasin,a1,3,self\nBanyuasin,b1,3,self\n";
    let (_keep, path) = folder(&[("f.toml", SMALL), ("d.csv", only_self)]);
    let words = ["compare", "d.csv", "-f", "f.toml", "--lang", "id"];
    let shown = siap_with(&words, "", &path).stdout;
    assert!(
        shown.contains("nilai mandiri, belum diverifikasi"),
        "{shown}"
    );
}

#[test]
fn kabupaten_and_kota_stand_in_one_ranking_with_their_rank_among_their_kind() {
    let mut rows = String::from("region,indicator,level\n");
    for (region, level) in [
        ("OKI", 3),
        ("Kota Prabumulih", 2),
        ("Banyuasin", 1),
        ("Sumatera Selatan", 4),
    ] {
        for indicator in ["a1", "a2", "b1"] {
            rows.push_str(&format!("{region},{indicator},{level}\n"));
        }
    }
    let scored = Scored::of(SMALL, &rows);
    let comparison = scored.compare(&Selection::default());
    let kinds: Vec<usize> = comparison
        .ranking
        .iter()
        .map(|it| it.rank_in_kind)
        .collect();
    assert_eq!(kinds, [1, 1, 2]);
    let outside: Vec<&str> = comparison.unranked.iter().map(|it| &*it.region).collect();
    assert_eq!(outside, ["Provinsi Sumatera Selatan"]);
    let cities = scored.compare(&Selection {
        kind: Some(KindChoice::Kota),
        ..Selection::default()
    });
    assert_eq!(scored.ranked(&cities), ["Kota Prabumulih"]);
}

#[test]
fn names_and_codes_of_one_region_meet_and_namesakes_stay_apart() {
    let rows = "region,indicator,level\nKab. OKI,a1,4\nOKI,a2,0\nOgan Komering Ilir,b1,2\n\
                16.02,a1,4\nKota Bogor,a1,1\nKabupaten Bogor,a1,2\n11.01,a1,1\n11.09,a1,2\n";
    let scored = Scored::of(SMALL, rows);
    let all = &scored.0.assessed.assessments;
    let regions: Vec<&str> = all.iter().map(|it| &*it.region.name).collect();
    assert_eq!(
        regions,
        [
            "Kabupaten Aceh Selatan",
            "Kabupaten Bogor",
            "Kabupaten Ogan Komering Ilir",
            "Kabupaten Simeulue",
            "Kota Bogor",
        ]
    );
    assert_eq!(
        all[0].region.code.as_deref(),
        Some("11.01"),
        "codes stay text"
    );
}

#[test]
fn a_wide_table_and_a_long_one_give_the_same_scores() {
    let wide = "Wilayah;A1;A2;Informan;B1\nOKI;4;0;x;2\n";
    let long = "region,indicator,level,informant\nOKI,a1,4,x\nOKI,a2,0,x\nOKI,b1,2,x\n";
    let (one, two) = (Scored::of(SMALL, wide), Scored::of(SMALL, long));
    let nodes = |of: &Scored| of.0.assessed.assessments[0].nodes.clone();
    assert_eq!(nodes(&one), nodes(&two));
}
