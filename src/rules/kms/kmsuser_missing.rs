//! A crypto user named kmsuser is missing on an active HSM. AWS KMS needs it on every one.

use super::{fixes, tool};
use crate::docs;
use crate::facts::Facts;
use crate::model::{Sort, UserKind};
use crate::rules::{Check, Origin, Rule, broken, connection_error, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.kmsuser-missing",
    raises: &[connection_error(60, "USER_NOT_FOUND")],
    docs: &[docs::FIX_CONNECTION, docs::KMSUSER, docs::USERS_IN_SYNC],
    origin: Origin::Observed,
    check,
    fix: |facts| {
        let Some(cluster) = facts.cluster().known() else {
            return Vec::new();
        };
        let mut repair = tool::as_officer(facts, &cluster, &fixes::make_kmsuser(&cluster));
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
        "logoutHSM",
        "quit",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    let (mut lacking, mut having, mut lookalikes) = (Vec::new(), Vec::new(), Vec::new());
    for hsm in cluster.active_hsms() {
        let contents = hsm.contents.clone().given()?.unwrap_or_default();
        let place = format!("{} ({})", hsm.ip, hsm.zone);
        if contents.user(UserKind::Cu, "kmsuser").is_some() {
            having.push(place);
            continue;
        }
        lacking.push(place);
        lookalikes.extend(
            contents
                .users
                .iter()
                .filter(|user| {
                    user.name
                        .to_ascii_lowercase()
                        .replace(['_', '-'], "")
                        .contains("kmsuser")
                })
                .map(|user| format!("{} {}", user.kind.word(), user.name)),
        );
    }
    if lacking.is_empty() {
        return holds();
    }
    lookalikes.order();
    lookalikes.dedup();
    broken([
        ("cluster", cluster.id.clone().into()),
        ("lacking", lacking.into()),
        ("having", having.into()),
        ("lookalikes", lookalikes.into()),
    ])
}
