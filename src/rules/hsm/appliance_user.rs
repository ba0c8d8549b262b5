//! The appliance user belongs to the service: nobody deletes it.

use super::asked::{Asked, refuses};
use crate::docs;
use crate::model::UserKind;
use crate::rules::{Origin, Rule, broken, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "hsm.appliance-user",
    raises: &[refuses("hsm:deleteUser", 47)],
    docs: &[docs::HSM_USERS],
    origin: Origin::Documented,
    check: |facts| {
        let Some(asked) = Asked::of(facts)? else {
            return holds();
        };
        match asked.server.user(&asked.command) {
            Some(user) if user.kind == UserKind::Au => broken([("name", user.name.clone().into())]),
            _ => holds(),
        }
    },
    fix: no_command,
    break_it: as_officer!["deleteUser AU app_user"],
};
