//! The HSM has that user already.

use super::asked::{Asked, refuses};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.user-exists",
    raises: &[refuses("hsm:createUser", 50)],
    docs: &[docs::CMU_CREATE_USER, docs::USERS_IN_SYNC],
    origin: Origin::Observed,
    check: |facts| {
        let Some(asked) = Asked::of(facts)? else {
            return holds();
        };
        match asked.server.user(&asked.command) {
            Some(user) => broken([
                ("name", user.name.clone().into()),
                ("kind", user.kind.word().into()),
                ("place", asked.place().into()),
            ]),
            None => holds(),
        }
    },
    fix: |facts: &dyn Facts| {
        let Some(command) = facts.hsm_command().known() else {
            return Vec::new();
        };
        let (word, name) = command.user();
        // The servers that lack the user get it first: those that have it are passed over.
        vec![
            "I".to_owned(),
            format!("changePswd {word} {name} \"$PASSWORD\""),
            "y".to_owned(),
        ]
    },
    break_it: as_officer![
        "createUser CU kmsuser kmsPswd",
        "y",
        "createUser CU KMSUser kmsPswd",
        "y",
    ],
};
