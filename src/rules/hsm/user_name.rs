//! A user name has 1 to 31 letters, digits and underscores.

use super::asked::{Asked, after_question, refuses};
use crate::docs;
use crate::rules::{Origin, Rule, broken, holds};
use crate::text::found::hsm as words;

/// Longest user name (CloudHSM user guide, createUser).
const LONGEST: usize = 31;

pub(super) const RULE: Rule = Rule {
    id: "hsm.user-name",
    raises: &[refuses("hsm:createUser", 30)],
    docs: &[docs::CMU_CREATE_USER],
    origin: Origin::Observed,
    check: |facts| {
        let Some(asked) = Asked::of(facts)? else {
            return holds();
        };
        let name = asked.name();
        let length = name.chars().count();
        let odd = name
            .chars()
            .find(|letter| !letter.is_ascii_alphanumeric() && *letter != '_');
        let found = match odd {
            Some(letter) => words::contains(letter),
            None if length > LONGEST => words::has_characters(length),
            None => return holds(),
        };
        broken([
            ("name", name.into()),
            ("found", found.into()),
            ("longest", LONGEST.into()),
        ])
    },
    fix: |facts| {
        after_question(
            facts,
            ["createUser CU kmsuser \"$KMSUSER_PASSWORD\"", "y"].map(str::to_owned),
        )
    },
    break_it: as_officer!["createUser CU kms-user kmsPswd", "y"],
};
