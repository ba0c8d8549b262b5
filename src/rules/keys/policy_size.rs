//! A key policy has at most 32 KB.

use super::shared::{in_each, policy_again};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, holds};

/// Bytes of the longest key policy (KMS developer guide, resource-limits).
const MOST: usize = 32_768;

pub(super) const RULE: Rule = Rule {
    id: "keys.policy-size",
    raises: &in_each(
        ["kms:CreateKey", "kms:PutKeyPolicy"],
        29,
        "LimitExceededException",
    ),
    docs: &[docs::KMS_QUOTAS],
    origin: Origin::Documented,
    check,
    fix: policy_again,
    break_it: "\
L=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
L=$L$L$L$L$L$L$L$L
L=$L$L$L$L$L$L$L$L
L=$L$L$L$L$L$L$L$L$L
aws kms create-key --policy $L",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.text("Policy").given()? {
        Some(policy) if policy.len() > MOST => {
            broken([("bytes", policy.len().into()), ("most", MOST.into())])
        }
        _ => holds(),
    }
}
