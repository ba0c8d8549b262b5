//! The precrypto officer of a cluster that was never activated may change its own password, and nothing else.

use super::asked::{Asked, after_question, refuses};
use super::not_officer::is_own;
use crate::docs;
use crate::model::UserKind;
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.preco",
    raises: &[
        refuses("hsm:createUser", 12),
        refuses("hsm:changePswd", 12),
        refuses("hsm:deleteUser", 12),
        refuses("hsm:syncUser", 12),
    ],
    docs: &[docs::ACTIVATE_CLUSTER, docs::HSM_USERS],
    origin: Origin::Documented,
    check: |facts| {
        let Some(asked) = Asked::of(facts)? else {
            return holds();
        };
        match &asked.server.login {
            Some((UserKind::Preco, name)) if !is_own(&asked, UserKind::Preco, name) => broken([
                ("name", name.clone().into()),
                ("place", asked.place().into()),
                ("command", asked.command.word().into()),
            ]),
            _ => holds(),
        }
    },
    fix: |facts| {
        after_question(
            facts,
            ["changePswd PRECO admin \"$ADMIN_PASSWORD\"", "y"].map(str::to_owned),
        )
    },
    break_it: "\
lab scenario initialized
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM PRECO admin password
createUser CU kmsuser kmsPswd
y",
};
