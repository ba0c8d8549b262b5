//! kmsuser is locked on an HSM: too many logins failed.

use super::{fixes, tool};
use crate::docs;
use crate::facts::Facts;
use crate::model::{LOCKOUT, UserKind};
use crate::rules::{Check, Origin, Rule, broken, connection_error, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.kmsuser-locked",
    raises: &[connection_error(70, "USER_LOCKED_OUT")],
    docs: &[docs::FIX_PASSWORD, docs::FIX_CONNECTION, docs::CMU_LOGIN],
    origin: Origin::Documented,
    check,
    fix: set_new_password,
    break_it: failing![
        "/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
        "loginHSM CU kmsuser wrongPswd",
        "loginHSM CU kmsuser wrongPswd",
        "loginHSM CU kmsuser wrongPswd",
        "loginHSM CU kmsuser wrongPswd",
        "loginHSM CU kmsuser wrongPswd",
        "quit",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    let mut locked = Vec::new();
    for hsm in cluster.active_hsms() {
        let contents = hsm.contents.clone().given()?.unwrap_or_default();
        if contents
            .user(UserKind::Cu, "kmsuser")
            .is_some_and(crate::model::HsmUser::locked)
        {
            locked.push(format!("{} ({})", hsm.ip, hsm.zone));
        }
    }
    if locked.is_empty() {
        return holds();
    }
    broken([
        ("cluster", cluster.id.clone().into()),
        ("locked", locked.into()),
        ("limit", LOCKOUT.into()),
    ])
}

/// Gives kmsuser a new password as crypto officer, tells KMS, and connects.
pub(super) fn set_new_password(facts: &dyn Facts) -> Vec<String> {
    let Some(cluster) = facts.cluster().known() else {
        return Vec::new();
    };
    let mut repair = tool::as_officer(facts, &cluster, &fixes::set_password());
    if repair.is_empty() {
        return repair;
    }
    repair.extend(fixes::update_password(facts));
    fixes::reconnect(facts, repair)
}
