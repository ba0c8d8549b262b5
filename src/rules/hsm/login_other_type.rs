//! There is a user of that name, of another type.

use super::asked::{Asked, refuses};
use super::login_type::{named, right_type};
use crate::docs;
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.login-other-type",
    raises: &[refuses("hsm:loginHSM", 30)],
    docs: &[docs::CMU_LOGIN, docs::HSM_USERS],
    origin: Origin::Observed,
    check: |facts| {
        let Some(asked) = Asked::of(facts)? else {
            return holds();
        };
        match named(&asked) {
            Some(user) if asked.server.user(&asked.command).is_none() => broken([
                ("name", user.name.clone().into()),
                ("word", asked.word().into()),
                ("kind", user.kind.word().into()),
                ("place", asked.place().into()),
            ]),
            _ => holds(),
        }
    },
    fix: right_type,
    break_it: "\
lab scenario initialized
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM CU admin password",
};
