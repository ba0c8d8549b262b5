//! What stands between a key and its use: its state, the key store, and everything behind the key store.

use serde_json::json;

use super::rig::{CLUSTER, GROUP, Rig};
use crate::model::{ClusterState, ConnectionState, HsmContents, HsmState};

#[test]
fn a_store_that_is_not_connected_makes_its_keys_unavailable() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let blob = rig.encrypt(&key);
    for state in [
        ConnectionState::Disconnected,
        ConnectionState::Connecting,
        ConnectionState::Failed,
        ConnectionState::Disconnecting,
    ] {
        rig.store().state = state;
        rig.refused(&key, &blob, "KMSInvalidStateException", "keys.unavailable");
    }
    assert_eq!(
        rig.refusal("Decrypt", json!({ "CiphertextBlob": blob })).1,
        format!("{key} is unavailable.")
    );
    rig.store().state = ConnectionState::Connected;
    assert_eq!(rig.decrypt(&blob), "aGVsbG8=");
}

#[test]
fn disabled_and_pending_keys_are_not_used() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let blob = rig.encrypt(&key);
    rig.call("DisableKey", json!({ "KeyId": key })).unwrap();
    rig.refused(&key, &blob, "DisabledException", "keys.disabled");
    rig.call("ScheduleKeyDeletion", json!({ "KeyId": key }))
        .unwrap();
    rig.refused(
        &key,
        &blob,
        "KMSInvalidStateException",
        "keys.pending-deletion",
    );
    rig.call("CancelKeyDeletion", json!({ "KeyId": key }))
        .unwrap();
    rig.call("EnableKey", json!({ "KeyId": key })).unwrap();
    assert_eq!(rig.decrypt(&blob), "aGVsbG8=");
}

#[test]
fn one_hsm_is_enough_and_none_is_not() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let blob = rig.encrypt(&key);
    rig.cluster().hsms[0].state = HsmState::Deleted;
    assert_eq!(rig.decrypt(&blob), "aGVsbG8=");
    rig.cluster().hsms[1].state = HsmState::Degraded;
    rig.refused(
        &key,
        &blob,
        "KMSInvalidStateException",
        "keys.no-active-hsm",
    );
    rig.cluster().state = ClusterState::Deleted;
    rig.refused(&key, &blob, "KMSInvalidStateException", "keys.cluster-gone");
    // The states do not follow the cluster.
    assert_eq!(rig.describe(&key)["KeyState"], "Enabled");
}

#[test]
fn the_material_is_looked_up_in_the_hsms_by_its_label() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let blob = rig.encrypt(&key);
    // One HSM still holds it.
    rig.cluster().hsms[0].contents.keys.clear();
    assert_eq!(rig.decrypt(&blob), "aGVsbG8=");
    for held in rig.cluster().hsms[1].contents.keys.values_mut() {
        held.label = "renamed".to_owned();
    }
    rig.refused(
        &key,
        &blob,
        "KMSInvalidStateException",
        "keys.material-lost",
    );
}

#[test]
fn a_cluster_from_a_backup_holds_the_keys_of_that_backup() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let blob = rig.encrypt(&key);
    let backup = rig.cluster().hsms[0].contents.clone();
    let later = rig.store_key();
    rig.move_store("cluster-bbbbbbbbbbb", &backup);
    assert_eq!(rig.decrypt(&blob), "aGVsbG8=");
    assert_eq!(
        rig.describe(&key)["CloudHsmClusterId"],
        "cluster-bbbbbbbbbbb"
    );
    assert_eq!(
        rig.rule(
            "Encrypt",
            json!({ "KeyId": later, "Plaintext": "aGVsbG8=" })
        ),
        "keys.material-lost"
    );
    rig.move_store("cluster-ccccccccccc", &HsmContents::default());
    rig.refused(
        &key,
        &blob,
        "KMSInvalidStateException",
        "keys.material-lost",
    );
    rig.store().cluster_id = CLUSTER.to_owned();
    assert_eq!(rig.decrypt(&blob), "aGVsbG8=");
}

#[test]
fn a_closed_security_group_keeps_kms_out() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let blob = rig.encrypt(&key);
    let group = rig.region().network.security_groups[GROUP].clone();
    for direction in ["ingress", "egress"] {
        let mut closed = group.clone();
        match direction {
            "ingress" => closed.ingress[0].to_port = 2224,
            _ => closed.egress.clear(),
        }
        rig.region()
            .network
            .security_groups
            .insert(GROUP.to_owned(), closed);
        rig.refused(&key, &blob, "KMSInvalidStateException", "keys.unreachable");
        let error = rig
            .call("Decrypt", json!({ "CiphertextBlob": blob }))
            .unwrap_err();
        assert_eq!(
            error.message,
            "KMS cannot communicate with your CloudHSM cluster"
        );
        assert_eq!(
            error.explanation.fix,
            [format!(
                "aws ec2 authorize-security-group-{direction} --group-id {GROUP} --ip-permissions 'IpProtocol=tcp,FromPort=2223,ToPort=2225,UserIdGroupPairs=[{{GroupId={GROUP}}}]'"
            )]
        );
    }
    let ordinary = rig.ordinary_key();
    rig.encrypt(&ordinary);
}

#[test]
fn no_free_session_is_a_fault_of_the_service() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let ordinary = rig.ordinary_key();
    let blob = rig.encrypt(&key);
    rig.account.injected.pkcs11_full = true;
    rig.refused(&key, &blob, "KMSInternalException", "keys.sessions-free");
    let error = rig
        .call("Decrypt", json!({ "CiphertextBlob": blob }))
        .unwrap_err();
    assert_eq!(error.status, 500);
    rig.encrypt(&ordinary);
}
