//! Both certificates are within their validity.

use super::INVALID;
use super::papers::{MEMBERS, paper};
use crate::docs;
use crate::facts::Facts;
use crate::model::{SECOND, Timestamp};
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::cloudhsm as words;

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.certificates-valid-now",
    raises: &[exception("cloudhsmv2:InitializeCluster", 100, INVALID)],
    docs: &[docs::INITIALIZE_CLUSTER],
    origin: Origin::Ours,
    check,
    fix: wait_for_it,
    break_it: signed![
        "lab advance 3700d",
        "aws cloudhsmv2 initialize-cluster --cluster-id $C --signed-cert file://cluster.crt --trust-anchor file://customerCA.crt",
    ],
};

/// Longest wait that is offered, in seconds. A reader who signs on their own computer may find the simulated clock behind it.
const LONGEST_WAIT: i64 = 400 * 86_400;

/// Moves the clock to where a certificate begins to be valid.
fn wait_for_it(facts: &dyn Facts) -> Vec<String> {
    let Some(now) = facts.account().known().map(|account| account.now.seconds()) else {
        return Vec::new();
    };
    MEMBERS
        .iter()
        .filter_map(|member| paper(facts, member).ok()??.ok())
        .map(|certificate| certificate.not_before() - now)
        .max()
        .filter(|wait| (1..LONGEST_WAIT).contains(wait))
        .map(|wait| format!("lab advance {wait}s"))
        .into_iter()
        .collect()
}

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
            words::begins(&show(certificate.not_before()))
        } else if now > certificate.not_after() {
            words::ended(&show(certificate.not_after()))
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
