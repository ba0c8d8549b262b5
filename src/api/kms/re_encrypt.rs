//! ReEncrypt: from one key or encryption context to another, without the plaintext ever leaving the service.

use serde_json::json;

use super::encrypt::{ALGORITHM, ALGORITHM_NAME, seal};
use super::key_view;
use super::shapes::{CIPHERTEXT, CONTEXT, DRY_RUN, DRY_RUN_MODIFIERS, GRANT_TOKENS, KEY_ID};
use crate::api::shape::{BLOB, STRING, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::facts::{AccountFacts, Backing, Facts, Subject};

/// ReEncrypt.
pub(super) const OPERATION: Operation = Operation {
    service: Service::Kms,
    name: "ReEncrypt",
    input: &[
        member("CiphertextBlob", CIPHERTEXT),
        member("SourceEncryptionContext", CONTEXT),
        member("SourceKeyId", KEY_ID),
        required("DestinationKeyId", KEY_ID),
        member("DestinationEncryptionContext", CONTEXT),
        member("SourceEncryptionAlgorithm", ALGORITHM),
        member("DestinationEncryptionAlgorithm", ALGORITHM),
        GRANT_TOKENS,
        DRY_RUN,
        DRY_RUN_MODIFIERS,
    ],
    output: &[
        member("CiphertextBlob", BLOB),
        member("SourceKeyId", STRING),
        member("KeyId", STRING),
        member("SourceEncryptionAlgorithm", STRING),
        member("DestinationEncryptionAlgorithm", STRING),
        member("SourceKeyMaterialId", STRING),
        member("DestinationKeyMaterialId", STRING),
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
    let maker = source.rsplit('/').next().unwrap_or_default();
    let of_source = call.here()?.keys.get(maker).map(key_view::material_id);
    let context = call.input.get("DestinationEncryptionContext");
    let mut answer = json!({
        "CiphertextBlob": seal(call, &material, &key.arn, context, &plaintext),
        "SourceKeyId": source,
        "KeyId": key.arn,
        "SourceEncryptionAlgorithm": ALGORITHM_NAME,
        "DestinationEncryptionAlgorithm": ALGORITHM_NAME,
    });
    let of_destination = key_view::material_id(&key);
    key_view::add(&mut answer, "SourceKeyMaterialId", of_source.into());
    key_view::add(&mut answer, "DestinationKeyMaterialId", of_destination);
    Ok(answer)
}
