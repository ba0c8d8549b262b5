//! Symmetric keys have one algorithm.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

const CODE: &str = "InvalidKeyUsageException";
const MEMBERS: &[&str] = &[
    "EncryptionAlgorithm",
    "SourceEncryptionAlgorithm",
    "DestinationEncryptionAlgorithm",
];

pub(super) const RULE: Rule = Rule {
    id: "keys.algorithm",
    raises: &[
        exception("kms:Encrypt", 45, CODE),
        exception("kms:Decrypt", 45, CODE),
        exception("kms:ReEncrypt", 45, CODE),
    ],
    docs: &[docs::API_ENCRYPT, docs::API_DECRYPT],
    origin: Origin::ServiceModel,
    check,
    fix: |facts| again(facts, &[], MEMBERS),
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms encrypt --key-id $K --plaintext aGVsbG8= --encryption-algorithm RSAES_OAEP_SHA_256",
};

fn check(facts: &dyn Facts) -> Check {
    for member in MEMBERS {
        if let Some(algorithm) = facts.text(member).given()?
            && algorithm != "SYMMETRIC_DEFAULT"
        {
            return broken([("algorithm", algorithm.into())]);
        }
    }
    holds()
}
