//! The HSM has no user of that name at all.

use super::asked::{Asked, refuses};
use super::login_type::named;
use crate::docs;
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.login-unknown",
    raises: &[refuses("hsm:loginHSM", 20)],
    docs: &[docs::CMU_LOGIN, docs::CMU_LIST_USERS],
    origin: Origin::Documented,
    check: |facts| match Asked::of(facts)? {
        Some(asked) if named(&asked).is_none() => broken([
            ("name", asked.name().into()),
            ("place", asked.place().into()),
        ]),
        _ => holds(),
    },
    fix: |_| vec!["listUsers".to_owned()],
    break_it: "\
lab scenario initialized
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM CO administrator password",
};
