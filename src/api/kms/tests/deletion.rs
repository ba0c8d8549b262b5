//! Key states, and the end of a key.

use serde_json::json;

use super::rig::{CLUSTER, Rig, STORE};
use crate::model::{ConnectionState, HsmContents, KeyState};

#[test]
fn a_disabled_key_comes_back_when_it_is_enabled() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let blob = rig.encrypt(&key);
    rig.call("DisableKey", json!({ "KeyId": key })).unwrap();
    assert_eq!(
        rig.refusal("Decrypt", json!({ "CiphertextBlob": blob })),
        (
            "DisabledException".into(),
            format!("{key} is disabled."),
            "keys.disabled".into()
        )
    );
    rig.call("EnableKey", json!({ "KeyId": key })).unwrap();
    rig.call("Decrypt", json!({ "CiphertextBlob": blob }))
        .unwrap();
}

#[test]
fn disabling_an_unavailable_key_takes_effect_with_the_connection() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    rig.store().state = ConnectionState::Disconnected;
    rig.call("DisableKey", json!({ "KeyId": key })).unwrap();
    assert_eq!(rig.describe(&key)["KeyState"], "Unavailable");
    rig.store().state = ConnectionState::Connected;
    assert_eq!(rig.describe(&key)["KeyState"], "Disabled");
}

#[test]
fn a_scheduled_deletion_stops_every_use_and_can_be_cancelled() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let named = json!({ "KeyId": key });
    assert_eq!(
        rig.refusal("CancelKeyDeletion", named.clone()).2,
        "keys.not-pending"
    );
    let scheduled = rig
        .call(
            "ScheduleKeyDeletion",
            json!({ "KeyId": key, "PendingWindowInDays": 7 }),
        )
        .unwrap();
    assert_eq!(scheduled["KeyState"], "PendingDeletion");
    assert_eq!(
        scheduled["DeletionDate"],
        rig.account.now.plus(7 * crate::model::DAY).epoch_number()
    );
    for name in ["EnableKey", "DisableKey", "ScheduleKeyDeletion"] {
        assert_eq!(
            rig.refusal(name, named.clone()),
            (
                "KMSInvalidStateException".into(),
                format!("{key} is pending deletion."),
                "keys.pending-deletion".into()
            )
        );
    }
    rig.store().state = ConnectionState::Disconnected;
    rig.call("CancelKeyDeletion", named).unwrap();
    assert_eq!(rig.describe(&key)["KeyState"], "Unavailable");
    rig.store().state = ConnectionState::Connected;
    let shown = rig.describe(&key);
    assert_eq!(
        (&shown["KeyState"], shown.get("DeletionDate")),
        (&json!("Disabled"), None)
    );
    rig.advance(40);
    assert_eq!(rig.describe(&key)["KeyState"], "Disabled");
}

#[test]
fn a_waiting_period_is_seven_to_thirty_days() {
    let mut rig = Rig::new();
    let key = rig.ordinary_key();
    for days in [6, 31] {
        assert_eq!(
            rig.refusal(
                "ScheduleKeyDeletion",
                json!({ "KeyId": key, "PendingWindowInDays": days })
            ),
            (
                "ValidationException".into(),
                "PendingWindowInDays must be between 7 and 30".into(),
                "keys.deletion-window".into()
            )
        );
    }
    for days in [0, 366] {
        assert_eq!(
            rig.rule(
                "ScheduleKeyDeletion",
                json!({ "KeyId": key, "PendingWindowInDays": days })
            ),
            "request.constraints"
        );
    }
    assert_eq!(
        rig.call("ScheduleKeyDeletion", json!({ "KeyId": key }))
            .unwrap()["PendingWindowInDays"],
        30
    );
}

#[test]
fn the_end_of_the_waiting_period_takes_the_material_along() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let other = rig.store_key();
    assert_eq!(rig.holders(CLUSTER, &key), 2);
    rig.call(
        "ScheduleKeyDeletion",
        json!({ "KeyId": key, "PendingWindowInDays": 7 }),
    )
    .unwrap();
    rig.advance(6);
    assert_eq!(
        rig.describe(&key)["KeyState"],
        KeyState::PendingDeletion.word()
    );
    rig.advance(2);
    assert_eq!(
        rig.refusal("DescribeKey", json!({ "KeyId": key })),
        (
            "NotFoundException".into(),
            format!("Key '{key}' does not exist"),
            "keys.exists".into()
        )
    );
    assert_eq!(rig.holders(CLUSTER, &key), 0);
    assert_eq!(rig.holders(CLUSTER, &other), 2);
}

#[test]
fn a_store_that_is_not_connected_leaves_an_orphan() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    rig.call("ScheduleKeyDeletion", json!({ "KeyId": key }))
        .unwrap();
    rig.store().state = ConnectionState::Disconnected;
    rig.advance(31);
    assert_eq!(
        rig.rule("DescribeKey", json!({ "KeyId": key })),
        "keys.exists"
    );
    assert_eq!(rig.holders(CLUSTER, &key), 2);
    // The store holds no key any more.
    rig.call("DeleteCustomKeyStore", json!({ "CustomKeyStoreId": STORE }))
        .unwrap();
}

/// A cluster from an older backup gives out the handles that were given out after that backup once more.
#[test]
fn the_end_of_a_key_spares_another_key_with_its_handle() {
    let mut rig = Rig::new();
    let lost = rig.store_key();
    rig.move_store("cluster-bbbbbbbbbbb", &HsmContents::default());
    let kept = rig.store_key();
    let blob = rig.encrypt(&kept);
    rig.call("ScheduleKeyDeletion", json!({ "KeyId": lost }))
        .unwrap();
    rig.advance(31);
    assert_eq!(rig.holders("cluster-bbbbbbbbbbb", &kept), 2);
    rig.call("Decrypt", json!({ "CiphertextBlob": blob }))
        .unwrap();
}

/// What AWS KMS cannot reach, it cannot delete.
#[test]
fn only_active_hsms_lose_the_material() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    rig.cluster().hsms[1].state = crate::model::HsmState::Degraded;
    rig.call("ScheduleKeyDeletion", json!({ "KeyId": key }))
        .unwrap();
    rig.advance(31);
    assert_eq!(rig.holders(CLUSTER, &key), 1);
}
