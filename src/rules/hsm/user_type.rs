//! The user type given to a command is no word that it knows.

use super::asked::{Asked, after_question, refuses};
use crate::docs;
use crate::facts::HsmCommand;
use crate::model::UserKind;
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.user-type",
    raises: &[
        refuses("hsm:createUser", 20),
        refuses("hsm:changePswd", 20),
        refuses("hsm:deleteUser", 20),
    ],
    docs: &[docs::CMU_CREATE_USER, docs::HSM_USERS],
    origin: Origin::Observed,
    check: |facts| match Asked::of(facts)? {
        Some(asked) if !known(&asked) => broken([
            ("word", asked.word().into()),
            ("command", asked.command.word().into()),
        ]),
        _ => holds(),
    },
    fix: |facts| {
        let line = match facts.hsm_command().known() {
            Some(HsmCommand::CreateUser { name, .. }) => {
                vec![
                    format!("createUser CU {name} \"$PASSWORD\""),
                    "y".to_owned(),
                ]
            }
            _ => vec!["listUsers".to_owned()],
        };
        after_question(facts, line)
    },
    break_it: as_officer!["createUser XX kmsuser kmsPswd", "y"],
};

/// Nobody makes a precrypto officer: the HSM is born with one.
fn known(asked: &Asked) -> bool {
    let makes = matches!(asked.command, HsmCommand::CreateUser { .. });
    UserKind::parse(asked.word()).is_some_and(|kind| !makes || kind != UserKind::Preco)
}
