//! The ciphertext was made by another key than the one that the request names.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.right-key",
    raises: &[
        exception("kms:Decrypt", 35, "IncorrectKeyException"),
        exception("kms:ReEncrypt", 35, "IncorrectKeyException"),
    ],
    docs: &[docs::API_DECRYPT],
    origin: Origin::Observed,
    check,
    fix: |facts| match facts.operation() {
        "kms:ReEncrypt" => again(facts, &[], &["SourceKeyId"]),
        _ => again(facts, &[], &["KeyId"]),
    },
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
B=$(aws kms encrypt --key-id $K --plaintext aGVsbG8= --query CiphertextBlob --output text)
K2=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms decrypt --ciphertext-blob $B --key-id $K2",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(ciphertext) = facts.ciphertext().given()? else {
        return holds();
    };
    match (ciphertext.key_arn, ciphertext.expected) {
        (Some(made_by), Some(named)) if made_by != named => {
            broken([("named", named.into()), ("made_by", made_by.into())])
        }
        _ => holds(),
    }
}
