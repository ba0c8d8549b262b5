//! ReEncrypt: from one key or encryption context to another, without the plaintext ever leaving the service.

use serde_json::json;

use super::encrypt::{ALGORITHM, ALGORITHM_NAME, seal};
use super::key_view::{CONTEXT, GRANT_TOKENS, KEY_ID};
use crate::api::shape::{BLOB, BOOLEAN, STRING, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::facts::{AccountFacts, Backing, Facts, Subject};

/// ReEncrypt.
pub(super) const OPERATION: Operation = Operation {
    service: Service::Kms,
    name: "ReEncrypt",
    input: &[
        required("CiphertextBlob", BLOB.within(1, 6_144)),
        member("SourceEncryptionContext", CONTEXT),
        member("SourceKeyId", KEY_ID),
        required("DestinationKeyId", KEY_ID),
        member("DestinationEncryptionContext", CONTEXT),
        member("SourceEncryptionAlgorithm", ALGORITHM),
        member("DestinationEncryptionAlgorithm", ALGORITHM),
        member("GrantTokens", GRANT_TOKENS),
        member("DryRun", BOOLEAN),
    ],
    output: &[
        member("CiphertextBlob", BLOB),
        member("SourceKeyId", STRING),
        member("KeyId", STRING),
        member("SourceEncryptionAlgorithm", STRING),
        member("DestinationEncryptionAlgorithm", STRING),
    ],
    pages: None,
    action: Action::Write(apply),
};

fn apply(call: &mut Call<'_>) -> Applied {
    let facts = AccountFacts::new(
        call.account,
        call.region,
        "kms:ReEncrypt",
        call.input,
        Subject::Request,
    );
    let source = facts
        .ciphertext()
        .known()
        .and_then(|ciphertext| ciphertext.key_arn.zip(ciphertext.plaintext));
    let Some((source, plaintext)) = source else {
        return Err(Bug("the ciphertext was not checked".into()));
    };
    let destination = facts
        .key_in("DestinationKeyId")
        .and_then(|found| match found.backing {
            Some(Backing::Material(material)) => found.key.zip(Some(material)),
            _ => None,
        });
    let Some((key, material)) = destination else {
        return Err(Bug("the destination key was not checked".into()));
    };
    let context = call.input.get("DestinationEncryptionContext");
    Ok(json!({
        "CiphertextBlob": seal(call, &material, &key.arn, context, &plaintext),
        "SourceKeyId": source,
        "KeyId": key.arn,
        "SourceEncryptionAlgorithm": ALGORITHM_NAME,
        "DestinationEncryptionAlgorithm": ALGORITHM_NAME,
    }))
}
