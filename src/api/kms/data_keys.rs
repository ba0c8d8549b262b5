//! GenerateDataKey, GenerateDataKeyWithoutPlaintext and GenerateRandom.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::encrypt::seal;
use super::key_view::{self, CONTEXT, GRANT_TOKENS, KEY_ID};
use crate::api::shape::{BLOB, BOOLEAN, INTEGER, Member, STRING, Shape, member, required};
use crate::api::{Action, Applied, Call, Operation, Service};

const INPUT: &[Member] = &[
    required("KeyId", KEY_ID),
    member("EncryptionContext", CONTEXT),
    member("NumberOfBytes", INTEGER.within(1, 1_024)),
    member("KeySpec", Shape::words(&["AES_256", "AES_128"])),
    member("GrantTokens", GRANT_TOKENS),
    member("DryRun", BOOLEAN),
];

/// GenerateDataKey.
pub(super) const WITH_PLAINTEXT: Operation = Operation {
    service: Service::Kms,
    name: "GenerateDataKey",
    input: INPUT,
    output: &[
        member("CiphertextBlob", BLOB),
        member("Plaintext", BLOB),
        member("KeyId", STRING),
    ],
    pages: None,
    action: Action::Write(|call| data_key(call, "kms:GenerateDataKey", true)),
};

/// GenerateDataKeyWithoutPlaintext.
pub(super) const WITHOUT_PLAINTEXT: Operation = Operation {
    service: Service::Kms,
    name: "GenerateDataKeyWithoutPlaintext",
    input: INPUT,
    output: &[member("CiphertextBlob", BLOB), member("KeyId", STRING)],
    pages: None,
    action: Action::Write(|call| data_key(call, "kms:GenerateDataKeyWithoutPlaintext", false)),
};

/// GenerateRandom.
pub(super) const RANDOM: Operation = Operation {
    service: Service::Kms,
    name: "GenerateRandom",
    input: &[
        member("NumberOfBytes", INTEGER.within(1, 1_024)),
        member("CustomKeyStoreId", STRING.within(1, 64)),
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
