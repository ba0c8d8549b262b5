//! CreateKey, and what is seen of keys.

use serde_json::{Value, json};

use super::rig::{CLUSTER, REGION, Rig, STORE};
use crate::model::{ClusterState, ConnectionState, HsmState};

fn in_store() -> Value {
    json!({ "Origin": "AWS_CLOUDHSM", "CustomKeyStoreId": STORE })
}

/// The request for a key in the store, with another member.
fn with(name: &str, value: Value) -> Value {
    let mut input = in_store();
    input[name] = value;
    input
}

#[test]
fn a_key_in_a_store_shows_the_members_of_the_service_model() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let shown = rig.describe(&key);
    let names: Vec<&String> = shown.as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        [
            "AWSAccountId",
            "KeyId",
            "Arn",
            "CreationDate",
            "Enabled",
            "Description",
            "KeyUsage",
            "KeyState",
            "Origin",
            "CustomKeyStoreId",
            "CloudHsmClusterId",
            "KeyManager",
            "CustomerMasterKeySpec",
            "KeySpec",
            "EncryptionAlgorithms",
            "MultiRegion",
        ]
    );
    assert_eq!(shown["Origin"], "AWS_CLOUDHSM");
    assert_eq!(shown["CustomKeyStoreId"], STORE);
    assert_eq!(shown["CloudHsmClusterId"], CLUSTER);
    assert_eq!(shown["KeyState"], "Enabled");
    assert_eq!(shown["Enabled"], true);
    assert_eq!(
        shown["Arn"],
        format!(
            "arn:aws:kms:us-east-1:111122223333:key/{}",
            shown["KeyId"].as_str().unwrap()
        )
    );
}

#[test]
fn the_material_is_in_every_active_hsm_under_one_handle() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let held: Vec<_> = rig
        .cluster()
        .hsms
        .iter()
        .map(|hsm| hsm.contents.keys.clone())
        .collect();
    assert_eq!(held[0], held[1]);
    let material = held[0].values().next().unwrap();
    assert_eq!(
        (&material.label, material.owner.as_str()),
        (&key, "kmsuser")
    );
    assert_eq!(material.material.len(), 64);
    assert!(
        !serde_json::to_string(&rig.region().keys)
            .unwrap()
            .contains(&material.material),
        "AWS KMS holds the material of a store key itself"
    );
}

#[test]
fn a_key_is_made_in_a_connected_store_with_two_zones_only() {
    let mut rig = Rig::new();
    for state in [
        ConnectionState::Disconnected,
        ConnectionState::Connecting,
        ConnectionState::Failed,
        ConnectionState::Disconnecting,
    ] {
        rig.store().state = state;
        assert_eq!(
            rig.refusal("CreateKey", in_store()).0,
            "CustomKeyStoreInvalidStateException"
        );
    }
    rig.store().state = ConnectionState::Connected;
    assert_eq!(
        rig.refusal(
            "CreateKey",
            with("CustomKeyStoreId", json!("ExampleKeyStore"))
        )
        .0,
        "CustomKeyStoreNotFoundException"
    );
    let code = "CloudHsmClusterInvalidConfigurationException";
    rig.cluster().hsms[1].state = HsmState::Deleted;
    assert_eq!(rig.refusal("CreateKey", in_store()).0, code);
    rig.cluster().hsms[1].state = HsmState::Active;
    rig.cluster().hsms[1].zone = "us-east-1a".to_owned();
    assert_eq!(rig.refusal("CreateKey", in_store()).0, code);
    rig.cluster().state = ClusterState::Deleted;
    assert_eq!(rig.refusal("CreateKey", in_store()).0, code);
}

#[test]
fn store_and_origin_belong_together() {
    let mut rig = Rig::new();
    for input in [
        json!({ "Origin": "AWS_CLOUDHSM" }),
        json!({ "CustomKeyStoreId": STORE }),
        with("Origin", json!("AWS_KMS")),
        with("Origin", json!("EXTERNAL")),
        with("XksKeyId", json!("key-1")),
    ] {
        assert_eq!(rig.rule("CreateKey", input), "keys.origin-and-store");
    }
    assert_eq!(
        rig.rule("CreateKey", with("Origin", json!("CLOUDHSM"))),
        "request.constraints"
    );
}

#[test]
fn a_store_takes_symmetric_keys_only() {
    let mut rig = Rig::new();
    for (name, value) in [
        ("KeySpec", json!("RSA_2048")),
        ("KeySpec", json!("HMAC_256")),
        ("CustomerMasterKeySpec", json!("ECC_NIST_P256")),
        ("KeyUsage", json!("SIGN_VERIFY")),
        ("MultiRegion", json!(true)),
    ] {
        assert_eq!(
            rig.refusal("CreateKey", with(name, value)).0,
            "UnsupportedOperationException"
        );
    }
    assert_eq!(
        rig.refusal("CreateKey", json!({ "KeySpec": "HMAC_256" })),
        (
            "ValidationException".into(),
            "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys."
                .into(),
            "keys.usage-given".into()
        )
    );
}

#[test]
fn a_policy_is_json_and_leaves_the_account_in_charge() {
    let mut rig = Rig::new();
    let policy = |principal: &str, action: &str| {
        json!({ "Statement": {
            "Effect": "Allow",
            "Principal": { "AWS": [principal] },
            "Action": action,
            "Resource": "*",
        }})
        .to_string()
    };
    let root = "arn:aws:iam::111122223333:root";
    assert_eq!(
        rig.rule("CreateKey", json!({ "Policy": "nonsense" })),
        "keys.policy"
    );
    for refused in [
        "{}".to_owned(),
        "[]".to_owned(),
        policy("arn:aws:iam::444455556666:root", "kms:*"),
        policy(root, "kms:Encrypt"),
    ] {
        let input = json!({ "Policy": refused });
        assert_eq!(
            rig.refusal("CreateKey", input),
            (
                "MalformedPolicyDocumentException".into(),
                "The new key policy will not allow you to update the key policy in the future."
                    .into(),
                "keys.policy-lockout".into()
            )
        );
    }
    for accepted in [policy(root, "kms:Put*"), policy("111122223333", "KMS:*")] {
        let made = rig
            .call("CreateKey", json!({ "Policy": accepted }))
            .unwrap();
        let id = made["KeyMetadata"]["KeyId"].as_str().unwrap().to_owned();
        assert_eq!(rig.region().keys[&id].policy, accepted);
    }
    rig.call(
        "CreateKey",
        json!({ "Policy": "{}", "BypassPolicyLockoutSafetyCheck": true }),
    )
    .unwrap();
}

#[test]
fn tags_are_few_distinct_and_not_those_of_aws() {
    let mut rig = Rig::new();
    let tag = |key: &str| json!({ "TagKey": key, "TagValue": "v" });
    let many: Vec<Value> = (0..51).map(|number| tag(&number.to_string())).collect();
    for (tags, message) in [
        (json!([tag("Team"), tag("Team")]), "Duplicate tag keys"),
        (
            json!([tag("aws:x")]),
            "Tags beginning with aws: are reserved",
        ),
        (json!(many), "Too many tags"),
    ] {
        let (code, text, _) = rig.refusal("CreateKey", json!({ "Tags": tags }));
        assert_eq!((code.as_str(), text.as_str()), ("TagException", message));
    }
    let made = rig
        .call("CreateKey", json!({ "Tags": [tag("Team")] }))
        .unwrap();
    let id = made["KeyMetadata"]["KeyId"].as_str().unwrap().to_owned();
    assert_eq!(rig.region().keys[&id].tags["Team"], "v");
}

#[test]
fn quotas_full_hsms_and_closed_paths_stop_a_new_key() {
    let mut rig = Rig::new();
    rig.account.injected.hsm_full = true;
    assert_eq!(
        rig.refusal("CreateKey", in_store()).0,
        "KMSInternalException"
    );
    rig.ordinary_key();
    rig.account.injected.hsm_full = false;
    rig.account.injected.pkcs11_full = true;
    assert_eq!(rig.rule("CreateKey", in_store()), "keys.hsms-reachable");
    rig.account.injected.pkcs11_full = false;
    rig.account.quotas.keys = 1;
    assert_eq!(
        rig.refusal("CreateKey", json!({})).0,
        "LimitExceededException"
    );
}

#[test]
fn keys_are_named_by_id_or_arn_of_this_account_and_region() {
    let mut rig = Rig::new();
    let arn = rig.store_key();
    let id = arn.rsplit('/').next().unwrap().to_owned();
    assert_eq!(rig.describe(&id)["Arn"], arn.as_str());
    let unknown = "12345678-1234-1234-1234-123456789012";
    let foreign = arn.replace("111122223333", "444455556666");
    for (name, message) in [
        (
            unknown.to_owned(),
            format!("Key 'arn:aws:kms:us-east-1:111122223333:key/{unknown}' does not exist"),
        ),
        (
            "fake-key-id".to_owned(),
            "Invalid keyId 'fake-key-id'".to_owned(),
        ),
        (
            arn.replace("us-east-1", "us-west-2"),
            "Invalid arn us-west-2".to_owned(),
        ),
        (
            "alias/mine".to_owned(),
            "Alias arn:aws:kms:us-east-1:111122223333:alias/mine is not found.".to_owned(),
        ),
        (STORE.to_owned(), format!("Invalid keyId '{STORE}'")),
    ] {
        assert_eq!(
            rig.refusal("DescribeKey", json!({ "KeyId": name })),
            ("NotFoundException".into(), message, "keys.exists".into())
        );
    }
    let (code, message, rule) = rig.refusal("DescribeKey", json!({ "KeyId": foreign }));
    assert_eq!(
        (code.as_str(), rule.as_str()),
        ("AccessDeniedException", "keys.other-account")
    );
    assert!(
        message.contains(&format!("kms:DescribeKey on resource: {foreign} because")),
        "{message}"
    );
    // Only uses of a key and DescribeKey take an alias.
    assert_eq!(
        rig.refusal("EnableKey", json!({ "KeyId": "alias/mine" })),
        (
            "InvalidArnException".into(),
            "Key Aliases are not supported for this operation.".into(),
            "keys.alias-not-taken".into()
        )
    );
    let half = arn.replace(":key/", ":");
    assert_eq!(
        rig.rule("DescribeKey", json!({ "KeyId": half })),
        "keys.arn"
    );
    assert_eq!(
        rig.call_in("eu-west-1", "ListKeys", json!({})).unwrap()["Keys"],
        json!([])
    );
}

#[test]
fn keys_are_listed_page_by_page() {
    let mut rig = Rig::new();
    for _ in 0..3 {
        rig.ordinary_key();
    }
    let first = rig.call("ListKeys", json!({ "Limit": 2 })).unwrap();
    assert_eq!(first["Keys"].as_array().unwrap().len(), 2);
    assert_eq!(first["Truncated"], true);
    let second = rig
        .call("ListKeys", json!({ "Marker": first["NextMarker"] }))
        .unwrap();
    assert_eq!(second["Keys"].as_array().unwrap().len(), 1);
    assert_eq!(second["Truncated"], false);
    assert!(second.get("NextMarker").is_none());
    assert_eq!(
        rig.refusal("ListKeys", json!({ "Marker": "foreign" })).0,
        "InvalidMarkerException"
    );
}

#[test]
fn keys_in_a_store_have_no_rotation_in_any_state() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let text = format!("{key} origin is AWS_CLOUDHSM which is not valid for this operation.");
    for state in [ConnectionState::Connected, ConnectionState::Disconnected] {
        rig.store().state = state;
        for name in [
            "GetKeyRotationStatus",
            "EnableKeyRotation",
            "DisableKeyRotation",
            "RotateKeyOnDemand",
            "ListKeyRotations",
        ] {
            assert_eq!(
                rig.refusal(name, json!({ "KeyId": key })),
                (
                    "UnsupportedOperationException".into(),
                    text.clone(),
                    "keys.rotation-in-store".into()
                )
            );
        }
    }
    rig.call("ScheduleKeyDeletion", json!({ "KeyId": key }))
        .unwrap();
    assert_eq!(
        rig.rule("EnableKeyRotation", json!({ "KeyId": key })),
        "keys.rotation-in-store"
    );
    let ordinary = rig.ordinary_key();
    let status = rig
        .call("GetKeyRotationStatus", json!({ "KeyId": ordinary }))
        .unwrap();
    assert_eq!(
        status,
        json!({ "KeyRotationEnabled": false, "KeyId": ordinary })
    );
    assert_eq!(
        rig.rule("EnableKeyRotation", json!({ "KeyId": ordinary })),
        "keys.not-simulated"
    );
    rig.call("DisableKeyRotation", json!({ "KeyId": ordinary }))
        .unwrap();
    assert!(rig.account.regions[REGION].keys.len() == 2);
}
