//! The HSM has no such user to change or delete.

use super::asked::{Asked, after_question, refuses};
use crate::docs;
use crate::rules::{Origin, Rule, broken, holds};
use crate::text::found::hsm as words;

pub(super) const RULE: Rule = Rule {
    id: "hsm.user-unknown",
    raises: &[refuses("hsm:changePswd", 45), refuses("hsm:deleteUser", 45)],
    docs: &[docs::CMU_CHANGE_PASSWORD, docs::CMU_LIST_USERS],
    origin: Origin::Observed,
    check: |facts| match Asked::of(facts)? {
        Some(asked) if asked.server.user(&asked.command).is_none() => broken([
            ("word", asked.word().into()),
            ("name", asked.name().into()),
            ("place", asked.place().into()),
            ("users", listed(&asked).into()),
        ]),
        _ => holds(),
    },
    fix: |facts| after_question(facts, ["listUsers".to_owned()]),
    break_it: as_officer!["changePswd CU kmsuser kmsPswd", "y"],
};

/// The users there are, as a few words.
fn listed(asked: &Asked) -> Vec<String> {
    let mut users: Vec<String> = asked
        .server
        .contents
        .users
        .iter()
        .take(10)
        .map(|user| format!("`{}` ({})", user.name, user.kind.word()))
        .collect();
    if asked.server.contents.users.len() > users.len() {
        users.push(words::AND_MORE.to_owned());
    }
    users
}
