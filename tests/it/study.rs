//! From a request to scores, on files in memory.

use std::cell::RefCell;

use siap::problem::Problem;
use siap::study::{self, Files, Memory, Request, Selection, selection};

/// A study of two regions under a framework of its own, with a crosswalk that names it too.
fn study() -> Memory {
    Memory::of([
        (
            "s/study.toml",
            "title = \"Two\"\nframework = \"f.toml\"\ncrosswalk = \"c.toml\"\n\
             [tags]\nfirst = [\"OKI\"]\n[weights]\na = 3\n",
        ),
        (
            "s/f.toml",
            "id = \"mine\"\nversion = \"1\"\ntitle = \"M\"\n\
             [[indicator]]\nid = \"a\"\ntitle = \"A\"\n[[indicator]]\nid = \"b\"\ntitle = \"B\"\n",
        ),
        (
            "s/c.toml",
            "id = \"c\"\nversion = \"1\"\ntitle = \"C\"\nfrom = \"f.toml\"\nto = \"ibm-six\"\n\
             judgement = [\"ours\"]\n[[map]]\nfrom = \"a\"\nto = \"economy\"\nrelation = \"equal\"\n",
        ),
        ("s/one.csv", "region,indicator,level\nOKI,a,4\nOKI,b,0\n"),
        ("s/two.csv", "region,indicator,level\nBanyuasin,a,2\n"),
        ("s/deep/three.csv", "region,indicator,level\nBogor,a,2\n"),
    ])
}

fn request(inputs: &[&str]) -> Request {
    Request {
        inputs: inputs.iter().map(|it| (*it).to_owned()).collect(),
        ..Request::default()
    }
}

/// Counts what is read.
struct Counting(Memory, RefCell<Vec<String>>);

impl Files for Counting {
    fn read(&self, name: &str) -> Result<Vec<u8>, Vec<Problem>> {
        self.1.borrow_mut().push(name.to_owned());
        self.0.read(name)
    }
    fn exists(&self, name: &str) -> bool {
        self.0.exists(name)
    }
    fn is_folder(&self, name: &str) -> bool {
        self.0.is_folder(name)
    }
    fn is_same(&self, one: &str, other: &str) -> bool {
        self.0.is_same(one, other)
    }
    fn matching(&self, folder: &str, pattern: &str) -> Result<Vec<String>, Vec<Problem>> {
        self.0.matching(folder, pattern)
    }
}

#[test]
fn a_study_in_memory_is_scored_with_its_own_framework_weights_and_tags() {
    let files = study();
    let project = study::load(&files, &request(&["s"])).expect("a study");
    let [scored] = &*project.scored else {
        panic!("one framework");
    };
    let scores: Vec<(&str, Option<f64>)> = scored
        .assessed
        .assessments
        .iter()
        .map(|it| (&*it.region.name, it.nodes[0].score))
        .collect();
    let wanted = [
        ("Kabupaten Banyuasin", Some(50.0)),
        ("Kabupaten Ogan Komering Ilir", Some(75.0)),
    ];
    assert_eq!(scores, wanted, "the pattern stays in its folder");
    let tagged = Selection {
        tags: vec!["first".to_owned()],
        ..Selection::default()
    };
    let shown = selection::selected(scored, &tagged, &files);
    assert_eq!(shown, Ok(vec![1]));
    let mut read = project.files.clone();
    read.sort();
    let names = [
        "s/c.toml",
        "s/f.toml",
        "s/one.csv",
        "s/study.toml",
        "s/two.csv",
    ];
    assert_eq!(read, names);
}

#[test]
fn each_file_is_read_once_whoever_asks_for_it() {
    for (framework, onto) in [
        (None, None),
        (Some("mine"), None),
        (Some("s/f.toml"), None),
        (None, Some("mine")),
    ] {
        let files = Counting(study(), RefCell::default());
        let request = Request {
            framework: framework.map(str::to_owned),
            onto: onto.map(str::to_owned),
            ..request(&["s/study.toml", "s/one.csv"])
        };
        study::load(&files, &request).expect("a study");
        let mut read = files.1.into_inner();
        read.sort();
        let names = [
            "s/c.toml",
            "s/f.toml",
            "s/one.csv",
            "s/study.toml",
            "s/two.csv",
        ];
        assert_eq!(read, names, "{framework:?} {onto:?}");
    }
}

#[test]
fn what_cannot_be_found_is_refused() {
    let refused = |inputs: &[&str]| {
        let problems = study::load(&study(), &request(inputs)).expect_err("nothing there");
        problems.first().map(|it| it.code)
    };
    assert_eq!(refused(&[]), Some("nothing_to_read"));
    // A folder of tables is read; what it lacks is a framework.
    assert_eq!(refused(&["s/deep"]), Some("no_framework_named"));
    assert_eq!(refused(&["s/z*.csv"]), Some("pattern_without_files"));
    assert_eq!(refused(&["s/one.csv"]), Some("no_framework_named"));
    assert_eq!(refused(&["s", "s/none.csv"]), Some("no_such_file"));
}

/// SKM is told as 25 times its value (Permen PANRB 14/2017): elements keep their scale of 1 to 4.
#[test]
fn a_factor_is_for_the_index_and_not_for_its_elements() {
    let header = "region,u1,u2,u3,u4,u5,u6,u7,u8,u9\n";
    let files = Memory::of([(
        "skm.csv",
        format!("{header}OKI,3,3,3,3,3,3,3,3,3\nOKI,2,3,3,3,3,3,3,3,3\n"),
    )]);
    let request = Request {
        framework: Some("skm".to_owned()),
        ..request(&["skm.csv"])
    };
    let project = study::load(&files, &request).expect("scores");
    let scored = &project.scored[0];
    let nodes = &scored.assessed.assessments[0].nodes;
    let read = |at: usize| {
        let score = nodes[at].score.expect("a score");
        scored.method.as_people_read(&scored.framework, at, score)
    };
    let index = nodes[0].told.expect("an index");
    // Nine elements: eight of 3 and one of 2.5.
    assert!((index - 25.0 * 26.5 / 9.0).abs() < 1e-9, "{index}");
    assert!((read(0) - index).abs() < 1e-9);
    let first = scored.framework.find("u1").expect("the element");
    assert!((read(first) - 2.5).abs() < 1e-9, "{}", read(first));
}
