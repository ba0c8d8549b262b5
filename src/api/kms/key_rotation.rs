//! GetKeyRotationStatus, EnableKeyRotation and DisableKeyRotation: keys in a key store have no automatic rotation, and that of ordinary
//! keys is not simulated, so it is never on.

use serde_json::json;

use super::key_view::{self, KEY_ID};
use crate::api::shape::{BOOLEAN, INTEGER, STRING, member, required};
use crate::api::{Action, Applied, Bug, Operation, Service};
use crate::facts::AccountFacts;

/// GetKeyRotationStatus.
pub(super) const STATUS: Operation = Operation {
    service: Service::Kms,
    name: "GetKeyRotationStatus",
    input: &[required("KeyId", KEY_ID)],
    output: &[
        member("KeyRotationEnabled", BOOLEAN),
        member("KeyId", STRING),
    ],
    pages: None,
    action: Action::Read(read),
};

/// EnableKeyRotation. Its rules refuse every key.
pub(super) const ENABLE: Operation = Operation {
    service: Service::Kms,
    name: "EnableKeyRotation",
    input: &[
        required("KeyId", KEY_ID),
        member("RotationPeriodInDays", INTEGER.within(90, 2_560)),
    ],
    output: &[],
    pages: None,
    action: Action::Write(|_| Err(Bug("rotation was not refused".into()))),
};

/// DisableKeyRotation. There is nothing to change: rotation is off.
pub(super) const DISABLE: Operation = Operation {
    service: Service::Kms,
    name: "DisableKeyRotation",
    input: &[required("KeyId", KEY_ID)],
    output: &[],
    pages: None,
    action: Action::Write(|_| Ok(json!({}))),
};

fn read(facts: &AccountFacts<'_>) -> Applied {
    let key = key_view::found(facts)?
        .key
        .ok_or_else(|| Bug("the key was not checked".into()))?;
    Ok(json!({ "KeyRotationEnabled": false, "KeyId": key.arn }))
}
