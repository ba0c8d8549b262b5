//! A grant token belongs to a grant, and there are none here.

use super::shared::{again, both, in_each, in_every_use};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, holds};

const CODE: &str = "InvalidGrantTokenException";

pub(super) const RULE: Rule = Rule {
    id: "keys.grant-token",
    raises: &both::<5, 2, 7>(
        in_every_use(38, CODE),
        in_each(["kms:CreateGrant", "kms:DescribeKey"], 38, CODE),
    ),
    docs: &[docs::GRANTS],
    origin: Origin::Ours,
    check,
    fix: |facts| again(facts, &[], &["GrantTokens"]),
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms encrypt --key-id $K --plaintext aGVsbG8= --grant-tokens nonsense",
};

fn check(facts: &dyn Facts) -> Check {
    let tokens = facts.texts("GrantTokens").given()?.unwrap_or_default();
    if tokens.is_empty() {
        holds()
    } else {
        broken([])
    }
}
