use super::*;
use crate::framework::{self, Framework, GroupRule, MissingPolicy, Precedence};

/// Two groups of one weight each: `a` with the leaves `a1` (weight 1) and `a2` (weight 3), `b` with
/// `b1` alone.
fn framework() -> Framework {
    let mut text = String::from("id = \"f\"\nversion = \"1\"\ntitle = \"F\"\n");
    for group in ["a", "b"] {
        text += &format!("[[group]]\nid = \"{group}\"\ntitle = \"{group}\"\n");
    }
    for (id, weight) in [("a1", 1), ("a2", 3), ("b1", 1)] {
        let group = &id[..1];
        text += &format!(
            "[[indicator]]\nid = \"{id}\"\ntitle = \"{id}\"\ngroup = \"{group}\"\nweight = {weight}\n"
        );
    }
    framework::load(&text, "f.toml").expect("a framework").0
}

fn choices(groups: GroupRule) -> Choices {
    Choices {
        groups,
        missing: Treatment::Policy(MissingPolicy::Rescale),
        min_coverage: 0.5,
        floor: 0.0,
        reported: Precedence::Computed,
    }
}

/// A sheet of one place for each of these rows: what comes in at `a1`, `a2` and `b1`.
fn sheet(framework: &Framework, tree: &Tree, rows: &[[LeafScore; 3]]) -> Sheet {
    let weights: Vec<f64> = framework
        .nodes()
        .iter()
        .map(framework::Node::weight)
        .collect();
    let mut sheet = Sheet::new(tree, rows.len(), &weights, true);
    for (at, id) in ["a1", "a2", "b1"].into_iter().enumerate() {
        let leaf = framework.find(id).expect("a leaf");
        sheet.set_leaf(leaf, (0.0, false), rows.iter().map(|row| row[at]));
    }
    sheet
}

fn is_near(found: Option<f64>, wanted: f64) -> bool {
    found.is_some_and(|it| (it - wanted).abs() < 1e-12)
}

use LeafScore::{Missing, Outside, Unit};

#[test]
fn rules_agree_with_hand_calculation() {
    let framework = framework();
    let tree = Tree::of(&framework, |_| true);
    let group = framework.find("a").expect("a group");
    // Whole columns and columns with holes go different ways: the third place makes a hole.
    for rows in [
        &[
            [Unit(0.25), Unit(0.5), Unit(0.5)],
            [Unit(1.0), Unit(0.5), Unit(0.5)],
        ][..],
        &[
            [Unit(0.25), Unit(0.5), Unit(0.5)],
            [Unit(1.0), Unit(0.5), Unit(0.5)],
            [Missing, Unit(0.5), Outside],
        ],
    ] {
        for (rule, wanted) in [
            (GroupRule::Arithmetic, [0.4375, 0.625]),
            // 0.25^¼ · 0.5^¾ = 2^−1.25 and 0.5^¾.
            (
                GroupRule::Geometric,
                [2_f64.powf(-1.25), 0.5_f64.powf(0.75)],
            ),
            // 4 / (1/0.25 + 3/0.5) and 4 / (1 + 3/0.5).
            (GroupRule::Harmonic, [0.4, 4.0 / 7.0]),
            (GroupRule::Median, [0.5, 0.5]),
            (GroupRule::Min, [0.25, 0.5]),
        ] {
            let mut sheet = sheet(&framework, &tree, rows);
            assert!(tree.score(choices(rule), &mut sheet).is_ok());
            for (place, wanted) in wanted.into_iter().enumerate() {
                let found = sheet.score(group, place);
                assert!(
                    is_near(found, wanted),
                    "{rule:?}: {found:?} is not {wanted}"
                );
                assert_eq!(sheet.bounds(group, place), found.zip(found));
            }
        }
    }
}

#[test]
fn what_is_missing_is_left_out_counted_or_refused() {
    let framework = framework();
    let tree = Tree::of(&framework, |_| true);
    let group = framework.find("a").expect("a group");
    let rows = [
        [Missing, Unit(0.5), Unit(1.0)],
        [Unit(0.5), Missing, Unit(1.0)],
    ];
    let scored = |missing, min_coverage| {
        let mut sheet = sheet(&framework, &tree, &rows);
        let choices = Choices {
            missing,
            min_coverage,
            ..choices(GroupRule::Arithmetic)
        };
        tree.score(choices, &mut sheet).map(|()| sheet)
    };
    let rescaled = scored(Treatment::Policy(MissingPolicy::Rescale), 0.5).expect("scores");
    assert!(is_near(rescaled.score(group, 0), 0.5));
    assert_eq!(rescaled.coverage(group, 0), Some(0.75));
    assert_eq!(rescaled.bounds(group, 0), Some((0.375, 0.625)));
    // A quarter of the weight is too little: no score, but bounds, and what is there counts above.
    assert_eq!(rescaled.score(group, 1), None);
    assert_eq!(rescaled.state(group, 1), State::LowCoverage);
    assert_eq!(rescaled.bounds(group, 1), Some((0.125, 0.875)));
    assert!(is_near(rescaled.score(0, 1), 0.75));
    assert_eq!(rescaled.bounds(0, 1), Some((0.5625, 0.9375)));
    let zero = scored(Treatment::Policy(MissingPolicy::Zero), 0.5).expect("scores");
    assert!(is_near(zero.score(group, 0), 0.375));
    assert!(is_near(zero.score(0, 1), 0.5625), "what is there counts");
    for (end, wanted) in [(Treatment::Bottom, 0.125), (Treatment::Top, 0.875)] {
        let ends = scored(end, 0.5).expect("scores");
        assert!(is_near(ends.score(group, 1), wanted), "{end:?}");
    }
    let refused = scored(Treatment::Policy(MissingPolicy::Fail), 0.5).expect_err("is missing");
    assert_eq!(
        (refused.group, refused.place, refused.why),
        (group, 0, Refusal::Missing)
    );
}

#[test]
fn a_zero_is_named_under_a_geometric_rule() {
    let framework = framework();
    let tree = Tree::of(&framework, |_| true);
    let rows = [
        [Unit(0.5), Unit(0.0), Unit(1.0)],
        [Unit(0.0), Unit(0.0), Unit(1.0)],
    ];
    let mut sheet = sheet(&framework, &tree, &rows);
    let found = tree.score_through(choices(GroupRule::Geometric), &mut sheet);
    let id = |at: usize| framework.nodes()[at].id();
    let found: Vec<_> = found
        .iter()
        .map(|it| (it.place, id(it.group), id(it.child)))
        .collect();
    assert_eq!(found, [(0, "a", "a2"), (1, "a", "a1"), (1, "a", "a2")]);
}

#[test]
fn a_changed_leaf_is_scored_again_from_there_upwards() {
    let framework = framework();
    let tree = Tree::of(&framework, |_| true);
    let leaf = framework.find("a1").expect("a leaf");
    let rows = [
        [Missing, Unit(0.5), Unit(1.0)],
        [Unit(0.5), Unit(0.25), Unit(0.75)],
    ];
    for rule in [GroupRule::Arithmetic, GroupRule::Harmonic, GroupRule::Min] {
        let mut again = sheet(&framework, &tree, &rows);
        assert!(tree.score(choices(rule), &mut again).is_ok());
        let before = again.index().to_vec();
        again.set_leaf(leaf, (0.0, false), [Unit(0.75), Unit(0.125)]);
        assert!(tree.score_above(leaf, choices(rule), &mut again).is_ok());
        let changed = [
            [Unit(0.75), rows[0][1], rows[0][2]],
            [Unit(0.125), rows[1][1], rows[1][2]],
        ];
        let mut anew = sheet(&framework, &tree, &changed);
        assert!(tree.score(choices(rule), &mut anew).is_ok());
        assert_eq!(again.index(), anew.index(), "{rule:?}");
        assert_ne!(again.index(), before, "{rule:?}");
    }
}

#[test]
fn a_profile_has_neither_score_nor_bounds() {
    let framework = framework();
    let tree = Tree::of(&framework, |_| true);
    let mut sheet = sheet(&framework, &tree, &[[Missing, Unit(0.5), Unit(1.0)]]);
    assert!(tree.score(choices(GroupRule::None), &mut sheet).is_ok());
    assert_eq!(sheet.state(0, 0), State::Profile);
    assert_eq!((sheet.score(0, 0), sheet.bounds(0, 0)), (None, None));
    assert_eq!(sheet.coverage(0, 0), Some(0.875));
}
