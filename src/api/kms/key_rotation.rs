//! The operations of rotation: keys in a key store have none, and that of ordinary keys is not simulated, so it is never on and no key has
//! had other material than it has.

use serde_json::{Value, json};

use super::key_view;
use super::shapes::{KEY, LIMIT, MARKER, listed, pages};
use crate::api::operation::Pages;
use crate::api::shape::{BOOLEAN, INTEGER, STRING, Shape, member};
use crate::api::{Action, Applied, Operation, Service, page};
use crate::facts::AccountFacts;

/// GetKeyRotationStatus.
pub(super) const STATUS: Operation = Operation {
    service: Service::Kms,
    name: "GetKeyRotationStatus",
    input: &[KEY],
    output: &[
        member("KeyRotationEnabled", BOOLEAN),
        member("KeyId", STRING),
    ],
    pages: None,
    action: Action::Read(|facts| {
        let key = key_view::key(facts)?;
        Ok(json!({ "KeyRotationEnabled": false, "KeyId": key.arn }))
    }),
};

/// EnableKeyRotation.
pub(super) const ENABLE: Operation = super::refused::write(
    "EnableKeyRotation",
    &[
        KEY,
        member("RotationPeriodInDays", INTEGER.within(90, 2_560)),
    ],
);

/// DisableKeyRotation. There is nothing to change: rotation is off.
pub(super) const DISABLE: Operation = Operation {
    service: Service::Kms,
    name: "DisableKeyRotation",
    input: &[KEY],
    output: &[],
    pages: None,
    action: Action::Write(|_| Ok(json!({}))),
};

/// RotateKeyOnDemand.
pub(super) const ON_DEMAND: Operation = super::refused::write("RotateKeyOnDemand", &[KEY]);

/// ListKeyRotations.
pub(super) const LIST: Operation = Operation {
    service: Service::Kms,
    name: "ListKeyRotations",
    input: &[
        KEY,
        member(
            "IncludeKeyMaterial",
            Shape::words(&["ALL_KEY_MATERIAL", "ROTATIONS_ONLY"]),
        ),
        LIMIT,
        MARKER,
    ],
    output: &listed(
        "Rotations",
        &Shape::structure(&[
            member("KeyId", STRING),
            member("KeyMaterialId", STRING),
            member("KeyMaterialState", STRING),
        ]),
    ),
    pages: Some(PAGES),
    action: Action::Read(list),
};

const PAGES: Pages = pages("Rotations", 100);

/// Without a rotation there is the first material, which is shown where it is asked for.
fn list(facts: &AccountFacts<'_>) -> Applied {
    let key = key_view::key(facts)?;
    let mut rotations: Vec<Value> = Vec::new();
    if facts.given_text("IncludeKeyMaterial") == Some("ALL_KEY_MATERIAL") {
        rotations.push(json!({
            "KeyId": key.arn,
            "KeyMaterialId": key_view::material_id(&key),
            "KeyMaterialState": "CURRENT",
        }));
    }
    Ok(page(&PAGES, facts, rotations, json!({})))
}
