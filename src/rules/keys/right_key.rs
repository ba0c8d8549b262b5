//! The ciphertext was made by another key than the one that the request names.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "keys.right-key",
    raises: &[
        exception("kms:Decrypt", 35, "IncorrectKeyException"),
    ],
    docs: &[docs::API_DECRYPT],
    origin: Origin::Observed,
    check,
    fix: no_command,
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
B=$(aws kms encrypt --key-id $K --plaintext aGVsbG8= --query CiphertextBlob --output text)
K2=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms decrypt --ciphertext-blob $B --key-id $K2",
};

fn check(facts: &dyn Facts) -> Check {
    if facts.text("KeyId").given()?.is_none() {
        return holds();
    }
    let (Some(ciphertext), Some(found)) = (facts.ciphertext().given()?, facts.key().given()?)
    else {
        return holds();
    };
    match (ciphertext.key_arn, found.key) {
        (Some(made_by), Some(key)) if made_by != key.arn => broken([
            ("named", key.arn.into()),
            ("made_by", made_by.into()),
        ]),
        _ => holds(),
    }
}
