//! GenerateDataKey, GenerateDataKeyWithoutPlaintext and GenerateRandom.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::encrypt::seal;
use super::key_view;
use super::shapes::{self, DRY_RUN, GRANT_TOKENS, KEY, RECIPIENT};
use crate::api::shape::{BLOB, INTEGER, Member, STRING, Shape, member};
use crate::api::{Action, Applied, Call, Operation, Service};

const NUMBER: Member = member("NumberOfBytes", INTEGER.within(1, 1_024));
const SPEC: Member = member("KeySpec", Shape::words(&["AES_256", "AES_128"]));
const CONTEXT: Member = member("EncryptionContext", shapes::CONTEXT);

/// GenerateDataKey.
pub(super) const WITH_PLAINTEXT: Operation = Operation {
    service: Service::Kms,
    name: "GenerateDataKey",
    input: &[KEY, CONTEXT, NUMBER, SPEC, GRANT_TOKENS, RECIPIENT, DRY_RUN],
    output: &[
        member("CiphertextBlob", BLOB),
        member("Plaintext", BLOB),
        member("KeyId", STRING),
        member("KeyMaterialId", STRING),
    ],
    pages: None,
    action: Action::Write(|call| data_key(call, "kms:GenerateDataKey", true)),
};

/// GenerateDataKeyWithoutPlaintext.
pub(super) const WITHOUT_PLAINTEXT: Operation = Operation {
    service: Service::Kms,
    name: "GenerateDataKeyWithoutPlaintext",
    input: &[KEY, CONTEXT, SPEC, NUMBER, GRANT_TOKENS, DRY_RUN],
    output: &[
        member("CiphertextBlob", BLOB),
        member("KeyId", STRING),
        member("KeyMaterialId", STRING),
    ],
    pages: None,
    action: Action::Write(|call| data_key(call, "kms:GenerateDataKeyWithoutPlaintext", false)),
};

/// GenerateRandom.
pub(super) const RANDOM: Operation = Operation {
    service: Service::Kms,
    name: "GenerateRandom",
    input: &[
        NUMBER,
        member("CustomKeyStoreId", shapes::STORE_ID),
        RECIPIENT,
    ],
    output: &[member("Plaintext", BLOB)],
    pages: None,
    action: Action::Write(random),
};

fn data_key(call: &mut Call<'_>, operation: &str, with_plaintext: bool) -> Applied {
    let (key, material) = key_view::usable(call, operation)?;
    let count = match call.text("KeySpec") {
        Some("AES_128") => 16,
        Some(_) => 32,
        None => number_of_bytes(call),
    };
    let clear = call.entropy.many("data key", count);
    let context = call.input.get("EncryptionContext");
    let mut answer = json!({
        "CiphertextBlob": seal(call, &material, &key.arn, context, &clear),
        "KeyId": key.arn,
    });
    key_view::add(&mut answer, "KeyMaterialId", key_view::material_id(&key));
    if with_plaintext {
        answer["Plaintext"] = Value::String(STANDARD.encode(clear));
    }
    Ok(answer)
}

fn random(call: &mut Call<'_>) -> Applied {
    let clear = call.entropy.many("random", number_of_bytes(call));
    Ok(json!({ "Plaintext": STANDARD.encode(clear) }))
}

fn number_of_bytes(call: &Call<'_>) -> usize {
    call.input["NumberOfBytes"]
        .as_u64()
        .and_then(|count| usize::try_from(count).ok())
        .unwrap_or_default()
}
