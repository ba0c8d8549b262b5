//! Without the encrypted session the tool runs in limited mode: nothing that carries a password gets through.

use super::anchor_missing;
use super::asked::{Asked, refuses};
use crate::docs;
use crate::facts::{Facts, ToolFacts};
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.unencrypted",
    raises: &[
        refuses("hsm:loginHSM", 8),
        refuses("hsm:createUser", 8),
        refuses("hsm:changePswd", 8),
        refuses("hsm:deleteUser", 8),
        refuses("hsm:syncUser", 8),
    ],
    docs: &[docs::CLIENT_ENCRYPTION, docs::ACTIVATE_CLUSTER],
    origin: Origin::Ours,
    check: |facts| match Asked::of(facts)? {
        Some(asked) if !asked.server.encrypted => broken([
            ("place", asked.place().into()),
            ("anchor", ToolFacts::ANCHOR.into()),
        ]),
        _ => holds(),
    },
    fix: |facts: &dyn Facts| super::asked::after_question(facts, anchor_missing::install(facts)),
    break_it: "\
lab scenario initialized
rm /opt/cloudhsm/etc/customerCA.crt
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM PRECO admin password",
};
