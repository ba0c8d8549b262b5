//! The password is wrong; the HSM counts it.

use super::asked::{Asked, refuses};
use super::login_type::right_type;
use crate::docs;
use crate::model::LOCKOUT;
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.wrong-password",
    raises: &[refuses("hsm:loginHSM", 50)],
    docs: &[docs::CMU_LOGIN],
    origin: Origin::Documented,
    check: |facts| {
        let Some(asked) = Asked::of(facts)? else {
            return holds();
        };
        match asked.server.user(&asked.command) {
            Some(user) if asked.command.password() != Some(&user.password) => broken([
                ("name", user.name.clone().into()),
                ("kind", user.kind.word().into()),
                ("place", asked.place().into()),
                ("failures", (user.failures + 1).into()),
                ("limit", LOCKOUT.into()),
            ]),
            _ => holds(),
        }
    },
    fix: right_type,
    break_it: "\
lab scenario initialized
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM PRECO admin Password",
};
