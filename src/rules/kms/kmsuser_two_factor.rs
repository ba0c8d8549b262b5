//! kmsuser was created with the 2FA word; KMS has no second factor.

use super::{fixes, tool};
use crate::docs;
use crate::facts::Facts;
use crate::model::UserKind;
use crate::rules::{Check, Origin, Rule, broken, connection_error, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.kmsuser-two-factor",
    raises: &[connection_error(85, "INVALID_CREDENTIALS")],
    docs: &[docs::KMSUSER, docs::PREREQUISITES, docs::CMU_DELETE_USER],
    origin: Origin::Documented,
    check,
    fix: |facts| {
        let Some(cluster) = facts.cluster().known() else {
            return Vec::new();
        };
        let lines = [
            "deleteUser CU kmsuser",
            "createUser CU kmsuser \"$KMSUSER_PASSWORD\"",
            "y",
        ]
        .map(str::to_owned);
        let mut repair = tool::as_officer(facts, &cluster, &lines);
        if repair.is_empty() {
            return repair;
        }
        repair.extend(fixes::update_password(facts));
        fixes::reconnect(facts, repair)
    },
    break_it: failing![
        "/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
        "loginHSM CO admin adminPswd",
        "deleteUser CU kmsuser",
        "createUser CU kmsuser kmsPswd 2FA",
        "y",
        "logoutHSM",
        "quit",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    for hsm in cluster.active_hsms() {
        let contents = hsm.contents.clone().given()?.unwrap_or_default();
        if contents
            .user(UserKind::Cu, "kmsuser")
            .is_some_and(|user| user.two_factor)
        {
            return broken([("cluster", cluster.id.clone().into())]);
        }
    }
    holds()
}
