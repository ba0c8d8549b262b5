//! A password of an HSM user has 7 to 32 characters.

use super::asked::{Asked, after_question, again, refuses};
use crate::docs;
use crate::rules::{Origin, Rule, broken, holds};

/// Shortest password that the HSM takes from `cloudhsm_mgmt_util`, in characters.
const SHORTEST: usize = 7;
/// Longest password, in characters.
const LONGEST: usize = 32;

pub(super) const RULE: Rule = Rule {
    id: "hsm.password-length",
    raises: &[refuses("hsm:createUser", 40), refuses("hsm:changePswd", 40)],
    docs: &[docs::CMU_CREATE_USER, docs::CMU_CHANGE_PASSWORD],
    origin: Origin::Observed,
    check: |facts| {
        let Some(asked) = Asked::of(facts)? else {
            return holds();
        };
        match asked.command.password() {
            Some(password) if !(SHORTEST..=LONGEST).contains(&password.length) => broken([
                ("length", password.length.into()),
                ("shortest", SHORTEST.into()),
                ("longest", LONGEST.into()),
            ]),
            _ => holds(),
        }
    },
    fix: |facts| {
        let line = again(facts, " \"$PASSWORD\"").into_iter();
        after_question(facts, line.chain(["y".to_owned()]))
    },
    break_it: as_officer!["createUser CU kmsuser kmsPwd", "y"],
};
