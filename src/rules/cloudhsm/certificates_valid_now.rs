//! Both certificates are within their validity.

use super::INVALID;
use super::papers::{MEMBERS, paper};
use crate::docs;
use crate::facts::Facts;
use crate::model::{SECOND, Timestamp};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.certificates-valid-now",
    raises: &[exception("cloudhsmv2:InitializeCluster", 100, INVALID)],
    docs: &[docs::INITIALIZE_CLUSTER],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(account) = facts.account().given()? else {
        return holds();
    };
    let now = account.now.seconds();
    let show = |seconds: i64| Timestamp(seconds.saturating_mul(SECOND)).iso();
    for member in MEMBERS {
        let Some(Ok(certificate)) = paper(facts, member)? else {
            continue;
        };
        let found = if now < certificate.not_before() {
            format!("begins to be valid at {}", show(certificate.not_before()))
        } else if now > certificate.not_after() {
            format!("ended being valid at {}", show(certificate.not_after()))
        } else {
            continue;
        };
        return broken([
            ("member", member.into()),
            ("found", found.into()),
            ("now", account.now.iso().into()),
        ]);
    }
    holds()
}
