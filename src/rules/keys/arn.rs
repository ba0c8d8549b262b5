//! A text that begins like an ARN must be the ARN of a key or an alias of AWS KMS.

use super::shared::{CHECK_ARNS, in_each, list_keys};
use crate::docs;
use crate::facts::{Facts, KeyReference};
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.arn",
    raises: &in_each(CHECK_ARNS, 17, "InvalidArnException"),
    docs: &[docs::FIND_KEY_ID],
    origin: Origin::ServiceModel,
    check,
    fix: list_keys,
    break_it: "\
aws kms describe-key --key-id arn:aws-cn:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()?.map(|found| found.reference) {
        Some(KeyReference::InvalidArn(text)) => broken([("arn", text.into())]),
        _ => holds(),
    }
}
