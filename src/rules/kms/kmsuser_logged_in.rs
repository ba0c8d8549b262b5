//! Somebody is logged in as kmsuser.

use super::fixes;
use crate::docs;
use crate::facts::Facts;
use crate::model::Holder;
use crate::rules::{Check, Origin, Rule, Verdict, broken, connection_error, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.kmsuser-logged-in",
    raises: &[connection_error(80, "USER_LOGGED_IN")],
    docs: &[docs::FIX_CONNECTION, docs::LOGIN_AS_KMSUSER],
    origin: Origin::Documented,
    check,
    // Only who is logged in can log out again.
    fix: |facts| match check(facts) {
        Ok(Verdict::Holds) => fixes::reconnect(facts, Vec::new()),
        _ => Vec::new(),
    },
    break_it: failing![
        "second /opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
        "second loginHSM CU kmsuser kmsPswd",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    let own = facts
        .store()
        .given()?
        .map(|store| Holder::Kms(store.id))
        .unwrap_or(Holder::Tool(0));
    let mut on = Vec::new();
    for hsm in cluster.active_hsms() {
        let sessions = hsm.sessions.clone().given()?.unwrap_or_default();
        if sessions
            .iter()
            .any(|session| session.user.eq_ignore_ascii_case("kmsuser") && session.holder != own)
        {
            on.push(format!("{} ({})", hsm.ip, hsm.zone));
        }
    }
    if on.is_empty() {
        return holds();
    }
    broken([("cluster", cluster.id.clone().into()), ("on", on.into())])
}
