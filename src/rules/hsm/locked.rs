//! Too many logins of the user failed: the HSM refuses the right password too.

use super::asked::{Asked, LOGIN_OFFICER, refuses};
use crate::docs;
use crate::facts::Facts;
use crate::model::{HsmUser, LOCKOUT, UserKind};
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.locked",
    raises: &[refuses("hsm:loginHSM", 40)],
    docs: &[docs::CMU_LOGIN, docs::CMU_CHANGE_PASSWORD],
    origin: Origin::Documented,
    check: |facts| {
        let Some(asked) = Asked::of(facts)? else {
            return holds();
        };
        match asked.server.user(&asked.command) {
            Some(user) if user.locked() => broken([
                ("name", user.name.clone().into()),
                ("kind", user.kind.word().into()),
                ("place", asked.place().into()),
                ("limit", LOCKOUT.into()),
            ]),
            _ => holds(),
        }
    },
    fix: unlock,
    break_it: as_officer![
        "createUser CU kmsuser kmsPswd",
        "y",
        "logoutHSM",
        "loginHSM CU kmsuser wrong01",
        "loginHSM CU kmsuser wrong02",
        "loginHSM CU kmsuser wrong03",
        "loginHSM CU kmsuser wrong04",
        "loginHSM CU kmsuser wrong05",
        "loginHSM CU kmsuser kmsPswd",
    ],
};

/// A crypto officer who is not locked sets a new password.
fn unlock(facts: &dyn Facts) -> Vec<String> {
    let Ok(Some(asked)) = Asked::of(facts) else {
        return Vec::new();
    };
    let Some(user) = asked.server.user(&asked.command) else {
        return Vec::new();
    };
    let officer =
        |other: &&HsmUser| other.kind == UserKind::Co && !other.locked() && other.name != user.name;
    let Some(officer) = asked.server.contents.users.iter().find(officer) else {
        return Vec::new();
    };
    vec![
        LOGIN_OFFICER.replace("admin", &officer.name),
        format!(
            "changePswd {} {} \"${}_PASSWORD\"",
            user.kind.word(),
            user.name,
            user.name.to_ascii_uppercase()
        ),
        "y".to_owned(),
    ]
}
