//! Encrypt and Decrypt.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::key_view;
use super::shapes::{
    CIPHERTEXT, CONTEXT, DRY_RUN, DRY_RUN_MODIFIERS, GRANT_TOKENS, KEY, KEY_ID, PLAINTEXT,
    RECIPIENT,
};
use crate::api::shape::{BLOB, STRING, Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::facts::{AccountFacts, Facts, Subject};
use crate::sim::cipher;

pub(super) const ALGORITHM: Shape = Shape::words(&[
    "SYMMETRIC_DEFAULT",
    "RSAES_OAEP_SHA_1",
    "RSAES_OAEP_SHA_256",
    "SM2PKE",
]);

/// The algorithm of symmetric keys.
pub(super) const ALGORITHM_NAME: &str = "SYMMETRIC_DEFAULT";

/// Encrypt.
pub(super) const ENCRYPT: Operation = Operation {
    service: Service::Kms,
    name: "Encrypt",
    input: &[
        KEY,
        required("Plaintext", PLAINTEXT),
        member("EncryptionContext", CONTEXT),
        GRANT_TOKENS,
        member("EncryptionAlgorithm", ALGORITHM),
        DRY_RUN,
    ],
    output: &[
        member("CiphertextBlob", BLOB),
        member("KeyId", STRING),
        member("EncryptionAlgorithm", STRING),
    ],
    pages: None,
    action: Action::Write(encrypt),
};

/// Decrypt.
pub(super) const DECRYPT: Operation = Operation {
    service: Service::Kms,
    name: "Decrypt",
    input: &[
        member("CiphertextBlob", CIPHERTEXT),
        member("EncryptionContext", CONTEXT),
        GRANT_TOKENS,
        member("KeyId", KEY_ID),
        member("EncryptionAlgorithm", ALGORITHM),
        RECIPIENT,
        DRY_RUN,
        DRY_RUN_MODIFIERS,
    ],
    output: &[
        member("KeyId", STRING),
        member("Plaintext", BLOB),
        member("EncryptionAlgorithm", STRING),
        member("KeyMaterialId", STRING),
    ],
    pages: None,
    action: Action::Write(decrypt),
};

/// On replay the plaintext is missing; then there is no ciphertext either, and the account is the same.
fn encrypt(call: &mut Call<'_>) -> Applied {
    let (key, material) = key_view::usable(call, "kms:Encrypt")?;
    let clear = call
        .secret("Plaintext")
        .and_then(|secret| (call.clear)(&secret));
    let context = call.input.get("EncryptionContext");
    let blob = clear.and_then(|clear| seal(call, &material, &key.arn, context, &clear));
    Ok(json!({
        "CiphertextBlob": blob,
        "KeyId": key.arn,
        "EncryptionAlgorithm": ALGORITHM_NAME,
    }))
}

/// A ciphertext under an encryption context, as base64.
pub(super) fn seal(
    call: &Call<'_>,
    material: &[u8],
    arn: &str,
    context: Option<&Value>,
    clear: &[u8],
) -> Option<String> {
    let nonce = call.entropy.bytes("nonce");
    let context = context.unwrap_or(&Value::Null);
    cipher::encrypt(material, &nonce, arn, context, clear).map(|blob| STANDARD.encode(blob))
}

fn decrypt(call: &mut Call<'_>) -> Applied {
    let facts = AccountFacts::new(
        call.account,
        call.region,
        "kms:Decrypt",
        call.input,
        Subject::Request,
    );
    let found = facts
        .ciphertext()
        .known()
        .and_then(|ciphertext| ciphertext.key_arn.zip(ciphertext.plaintext));
    let Some((arn, plaintext)) = found else {
        return Err(Bug("the ciphertext was not checked".into()));
    };
    let mut answer = json!({
        "KeyId": arn,
        "Plaintext": STANDARD.encode(plaintext),
        "EncryptionAlgorithm": ALGORITHM_NAME,
    });
    let material = key_view::material_id(&key_view::key(&facts)?);
    key_view::add(&mut answer, "KeyMaterialId", material);
    Ok(answer)
}
