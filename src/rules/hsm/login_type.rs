//! The user type given at login is no word that an HSM knows.

use super::asked::{Asked, refuses};
use crate::docs;
use crate::facts::Facts;
use crate::model::{HsmUser, UserKind};
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.login-type",
    raises: &[refuses("hsm:loginHSM", 10)],
    docs: &[docs::CMU_LOGIN, docs::HSM_USERS],
    origin: Origin::Documented,
    check: |facts| match Asked::of(facts)? {
        Some(asked) if asked.kind().is_none() => broken([("word", asked.word().into())]),
        _ => holds(),
    },
    fix: right_type,
    break_it: "\
lab scenario initialized
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM preco admin password",
};

/// Logs in as the user of that name, with the type that it has.
pub(super) fn right_type(facts: &dyn Facts) -> Vec<String> {
    let Ok(Some(asked)) = Asked::of(facts) else {
        return Vec::new();
    };
    asked
        .server
        .user(&asked.command)
        .or_else(|| named(&asked))
        .map(|user| {
            // Every HSM is born with this password.
            let password = if user.kind == UserKind::Preco {
                "password".to_owned()
            } else {
                format!("\"${}_PASSWORD\"", user.name.to_ascii_uppercase())
            };
            format!("loginHSM {} {} {password}", user.kind.word(), user.name)
        })
        .into_iter()
        .collect()
}

/// The user of the name that was typed, whatever its type.
pub(super) fn named(asked: &Asked) -> Option<&HsmUser> {
    let same = |user: &&HsmUser| user.name.eq_ignore_ascii_case(asked.name());
    asked.server.contents.users.iter().find(same)
}
