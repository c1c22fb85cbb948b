//! In every example, under every framework it names: what is explained sums to what was scored, of every
//! assessment, and what makes a difference sums to it, for every pair.

use std::path::Path;

use siap::advise::explain::{explain, gap};
use siap::framework::GroupRule;
use siap::study::{self, Memory, Request, Scored};

use crate::run::{near, root};

/// More assessments than this are not all paired: each stands against the first and against the next.
const MOST: usize = 40;

/// Every text below a folder, by its path from the root.
fn texts(folder: &Path, into: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            texts(&path, into);
        } else {
            let name = path.strip_prefix(root()).expect("is inside");
            let bytes = std::fs::read(&path).expect("is read");
            into.push((name.to_string_lossy().replace('\\', "/"), bytes));
        }
    }
}

fn studies() -> Vec<(String, Vec<Scored>)> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(root().join("examples")).expect("a folder") {
        let folder = entry.expect("an entry").path();
        if !folder.join("study.toml").exists() {
            continue;
        }
        let mut files = Vec::new();
        texts(&folder, &mut files);
        let name = folder.strip_prefix(root()).expect("is inside");
        let request = Request {
            inputs: vec![name.to_string_lossy().replace('\\', "/")],
            ..Request::default()
        };
        let project = study::load(&Memory::of(files), &request).expect("is scored");
        out.push((request.inputs[0].clone(), project.scored));
    }
    assert!(out.len() > 8);
    out
}

/// The pairs that are looked at.
fn pairs(count: usize) -> Vec<[usize; 2]> {
    let all = || (0..count).flat_map(|one| (0..count).map(move |other| [one, other]));
    let apart = |it: &[usize; 2]| it[0] != it[1];
    match count <= MOST {
        true => all().filter(apart).collect(),
        false => (1..count).flat_map(|at| [[at, 0], [at, at - 1]]).collect(),
    }
}

#[test]
fn the_parts_of_every_gap_sum_to_it() {
    let mut looked_at = 0;
    for (name, scored) in studies() {
        for it in &scored {
            let all = &it.assessed.assessments;
            for sides in pairs(all.len()) {
                let Some(found) = gap(&it.framework, &it.method, &it.assessed, sides, 0, 1) else {
                    continue;
                };
                let sum: f64 = found.parts.iter().map(|(_, part)| part).sum();
                let told = format!("{name} {} {sides:?}", it.framework.id());
                let total = sum + found.published;
                assert!(
                    (total - found.gap).abs() <= 1e-9,
                    "{told}: {total} {found:?}"
                );
                let [one, other] = sides.map(|at| all[at].nodes[0].score);
                if let (Some(one), Some(other)) = (one, other) {
                    near(found.gap, one - other, 1e-9);
                }
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 3_000, "{looked_at}");
}

#[test]
fn the_children_of_every_mean_sum_to_it() {
    let mut looked_at = 0;
    for (name, scored) in studies() {
        for it in &scored {
            for (at, assessment) in it.assessed.assessments.iter().enumerate() {
                let parts = explain(&it.framework, &it.method, &it.assessed, at, 0);
                let nodes = it.framework.nodes();
                for part in parts
                    .iter()
                    .filter(|it| it.rule == Some(GroupRule::Arithmetic))
                {
                    let result = &assessment.nodes[part.node];
                    let children = nodes[part.node].children();
                    let given = children
                        .iter()
                        .filter_map(|child| parts[*child].contribution);
                    let given: Vec<f64> = given.collect();
                    let sum: f64 = given.iter().sum();
                    let read = it.method.as_people_read(&it.framework, part.node, sum);
                    // Where a number is published, what it differs from is what they sum to.
                    let (sum, whole) = match (result.computed, result.score) {
                        (Some(computed), _) => (read, computed),
                        (None, Some(score)) if !result.reported => (sum, score),
                        _ => continue,
                    };
                    let told = format!("{name} {} {at} {}", it.framework.id(), part.node);
                    assert!((sum - whole).abs() <= 1e-9, "{told}: {sum} {whole}");
                    looked_at += 1;
                }
            }
        }
    }
    assert!(looked_at > 1_000, "{looked_at}");
}
