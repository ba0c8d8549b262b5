//! The password that KMS has is not kmsuser's, on at least one HSM.

use super::kmsuser_locked::set_new_password;
use crate::docs;
use crate::facts::Facts;
use crate::model::UserKind;
use crate::rules::{Check, Origin, Rule, broken, connection_error, holds};
use crate::text::found::kms as words;

pub(super) const RULE: Rule = Rule {
    id: "kms.kmsuser-password",
    raises: &[connection_error(90, "INVALID_CREDENTIALS")],
    docs: &[docs::FIX_PASSWORD, docs::FIX_CONNECTION],
    origin: Origin::Documented,
    check,
    fix: set_new_password,
    break_it: failing![
        "/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
        "loginHSM CO admin adminPswd",
        "changePswd CU kmsuser otherPswd",
        "y",
        "logoutHSM",
        "quit",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(cluster), Some(store)) = (facts.cluster().given()?, facts.store().given()?) else {
        return holds();
    };
    let (mut wrong, mut right, mut failures) = (Vec::new(), 0_usize, 0);
    for hsm in cluster.active_hsms() {
        let contents = hsm.contents.clone().given()?.unwrap_or_default();
        let Some(user) = contents.user(UserKind::Cu, "kmsuser") else {
            continue;
        };
        if user.password == store.password {
            right += 1;
        } else {
            wrong.push(format!("{} ({})", hsm.ip, hsm.zone));
            failures = failures.max(user.failures + 1);
        }
    }
    // KMS types a password of letters and digits only.
    if wrong.is_empty() && store.password.alphanumeric {
        return holds();
    }
    let reason = if wrong.is_empty() {
        words::NOT_ALPHANUMERIC
    } else if right > 0 {
        words::DIFFERENT_PASSWORDS
    } else {
        words::OTHER_PASSWORD
    };
    broken([
        ("cluster", cluster.id.clone().into()),
        ("wrong", wrong.into()),
        ("reason", reason.into()),
        ("failures", failures.into()),
    ])
}
