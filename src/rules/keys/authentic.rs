//! The ciphertext does not decrypt: it is damaged, or the encryption context is another one.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.authentic",
    raises: &[
        exception("kms:Decrypt", 60, "InvalidCiphertextException"),
        exception("kms:ReEncrypt", 60, "InvalidCiphertextException"),
    ],
    docs: &[docs::ENCRYPTION_CONTEXT, docs::API_DECRYPT],
    origin: Origin::ServiceModel,
    check,
    fix: |facts| {
        let member = match facts.operation() {
            "kms:ReEncrypt" => "SourceEncryptionContext",
            _ => "EncryptionContext",
        };
        again(facts, &[(member, "\"$ENCRYPTION_CONTEXT\"")], &[])
    },
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
B=$(aws kms encrypt --key-id $K --plaintext aGVsbG8= --encryption-context Purpose=Test --query CiphertextBlob --output text)
aws kms decrypt --ciphertext-blob $B",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.ciphertext().given()? {
        Some(ciphertext) if ciphertext.plaintext.is_none() => broken([]),
        _ => holds(),
    }
}
