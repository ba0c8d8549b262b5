//! A dry run that would have succeeded says so by an error.

use super::shared::{again, in_every_use};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.dry-run",
    // After everything else: whatever is wrong comes first.
    raises: &in_every_use(1_000, "DryRunOperationException"),
    docs: &[docs::API_ENCRYPT],
    origin: Origin::Observed,
    check,
    fix: |facts| again(facts, &[], &["DryRun"]),
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms encrypt --key-id $K --plaintext aGVsbG8= --dry-run",
};

fn check(facts: &dyn Facts) -> Check {
    if facts.member("DryRun").given()? == Some(true.into()) {
        broken([])
    } else {
        holds()
    }
}
