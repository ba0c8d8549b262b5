//! The HSM's table of users is full.

use super::asked::{Asked, after_question, refuses};
use crate::docs;
use crate::rules::{Origin, Rule, broken, holds};

/// Users that an HSM holds (CloudHSM user guide, limits).
const MOST: usize = 1_024;

pub(super) const RULE: Rule = Rule {
    id: "hsm.users-full",
    raises: &[refuses("hsm:createUser", 60)],
    docs: &[docs::HSM_QUOTAS],
    origin: Origin::Documented,
    check: |facts| match Asked::of(facts)? {
        Some(asked) if asked.server.contents.users.len() >= MOST => broken([
            ("count", asked.server.contents.users.len().into()),
            ("place", asked.place().into()),
            ("most", MOST.into()),
        ]),
        _ => holds(),
    },
    fix: |facts| after_question(facts, ["deleteUser CU \"$USER\"".to_owned()]),
    // It takes 1,022 users to get there.
    break_it: "",
};
