//! Who spoke of a node in a row.

use crate::framework::Framework;
use crate::statement::{Speaker, Statement};

/// Whether a node is an item that respondents answer.
pub(super) fn is_item(framework: &Framework, node: usize) -> bool {
    let indicator = framework.nodes()[node].indicator();
    indicator.is_some_and(|it| it.kind.asks_respondents())
}

/// Who spoke of a node in a row.
#[must_use]
pub fn speaker_of(framework: &Framework, node: usize, row: &Statement) -> Speaker {
    if is_item(framework, node) {
        Speaker::of_answer(row)
    } else {
        Speaker::of(row)
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::{Assessed, Spellings, assess};
    use crate::framework::{Method, library};
    use crate::read::{ReadOptions, read};
    use crate::region::Register;

    fn assessed(framework: &str, table: &str) -> Assessed {
        let (framework, _) = library::get(framework).expect("built in");
        let options = ReadOptions {
            indicators: framework
                .indicators()
                .map(|(_, node, _)| node.id().into())
                .collect(),
            ..ReadOptions::default()
        };
        let (statements, _) = read(table.as_bytes(), "a.csv", &options).expect("a table");
        let (register, method) = (Register::embedded(), Method::of(&framework));
        let spellings = Spellings::new();
        let all = assess(&framework, &statements, register, &spellings, &method);
        all.expect("no errors").0
    }

    #[test]
    fn every_row_of_a_wide_questionnaire_is_a_source_of_its_own() {
        let found = assessed("skm", "region,u1,u2\nOKI,4,4\nOKI,2,\nOKI,4,\n");
        let pooled = &found.assessments[0].pooled;
        assert_eq!(pooled[0].tally.informants, 3, "one answered two items");
        assert_eq!(pooled.iter().map(|it| it.opinions).max(), Some(3));
    }

    #[test]
    fn documents_are_sources_and_an_office_alone_is_none() {
        let found = assessed(
            "smart-province-readiness",
            "region,indicator,level,agency,source,informant\n\
             OKI,ict-staff,4,,Perbup 1,\nOKI,ict-staff,4,,Perbup 1,\nOKI,ict-staff,1,,Skripsi,\n\
             OKI,ict-staff,1,Bappeda,,\nOKI,ict-staff,1,Dukcapil,,\n\
             OKI,ict-staff,1,,,Budi S.\nOKI,ict-staff,1,,,budi s\n",
        );
        let pooled = &found.assessments[0].pooled;
        let leaf = pooled.iter().max_by_key(|it| it.opinions).expect("a leaf");
        // Perbup, Skripsi, whoever is not named, and Budi.
        assert_eq!(leaf.opinions, 4);
        assert_eq!(leaf.outcome.value(), Some(1.75));
        let tally = leaf.tally;
        assert_eq!(
            (tally.informants, tally.documents, tally.unnamed),
            (1, 2, 2)
        );
        // What two rows say in the same words counts once.
        assert_eq!((tally.statements, tally.codings), (5, 5));
    }
}
