//! CreateKey: a symmetric key in KMS itself, or in the HSMs of a custom key store.

use serde_json::json;

use super::key_view::{self, METADATA};
use super::shapes::{BYPASS, DESCRIPTION, POLICY, STORE_ID, TAGS};
use crate::api::shape::{BOOLEAN, STRING, Shape, member};
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::model::{HsmKey, HsmState, Key, KeyMaterial, map_of};
use crate::sim::hex;

/// CreateKey.
pub(super) const OPERATION: Operation = Operation {
    service: Service::Kms,
    name: "CreateKey",
    input: &[
        member("Policy", POLICY),
        member("Description", DESCRIPTION),
        member(
            "KeyUsage",
            Shape::words(&[
                "SIGN_VERIFY",
                "ENCRYPT_DECRYPT",
                "GENERATE_VERIFY_MAC",
                "KEY_AGREEMENT",
                "ENCAPSULATE_DECAPSULATE",
            ]),
        ),
        member(
            "CustomerMasterKeySpec",
            Shape::words(KEY_SPECS.split_at(MASTER_KEY_SPECS).0),
        ),
        member("KeySpec", Shape::words(KEY_SPECS)),
        member(
            "Origin",
            Shape::words(&["AWS_KMS", "EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"]),
        ),
        member("CustomKeyStoreId", STORE_ID),
        BYPASS,
        member("Tags", TAGS),
        member("MultiRegion", BOOLEAN),
        member(
            "XksKeyId",
            STRING.within(1, 128).matching("^[a-zA-Z0-9-_.]+$"),
        ),
    ],
    output: &[member("KeyMetadata", Shape::structure(METADATA))],
    pages: None,
    action: Action::Write(apply),
};

/// The words of KeySpec. Its deprecated predecessor CustomerMasterKeySpec knows the first of them.
const KEY_SPECS: &[&str] = &[
    "RSA_2048",
    "RSA_3072",
    "RSA_4096",
    "ECC_NIST_P256",
    "ECC_NIST_P384",
    "ECC_NIST_P521",
    "ECC_SECG_P256K1",
    "SYMMETRIC_DEFAULT",
    "HMAC_224",
    "HMAC_256",
    "HMAC_384",
    "HMAC_512",
    "SM2",
    "ML_DSA_44",
    "ML_DSA_65",
    "ML_DSA_87",
    "ECC_NIST_EDWARDS25519",
    "ML_KEM_512",
    "ML_KEM_768",
    "ML_KEM_1024",
];

/// How many of them.
const MASTER_KEY_SPECS: usize = 13;

fn apply(call: &mut Call<'_>) -> Applied {
    let id = call.entropy.uuid("key");
    let arn = format!("arn:aws:kms:{}:{}:key/{id}", call.region, call.account.id);
    let material = hex(&call.entropy.bytes("key material"));
    let material = match call.text("CustomKeyStoreId").map(str::to_owned) {
        Some(store_id) => KeyMaterial::Hsm {
            handle: into_hsms(call, &store_id, &arn, &material)?,
            store_id,
        },
        None => KeyMaterial::Kms { material },
    };
    let key = Key {
        id: id.clone(),
        arn,
        created: call.now(),
        description: call.text("Description").unwrap_or_default().to_owned(),
        enabled: true,
        deletion: None,
        material,
        policy: call.text("Policy").unwrap_or_default().to_owned(),
        tags: map_of(key_view::tags(call.input)),
        aliases: Vec::new(),
    };
    call.here_mut()?.keys.insert(id, key.clone());
    let shown = key_view::metadata(call.account, call.here()?, &key);
    Ok(json!({ "KeyMetadata": shown }))
}

/// Makes the material in every active HSM of the store's cluster, owned by kmsuser and labeled with the key's ARN; returns its handle,
/// which is the same everywhere.
fn into_hsms(call: &mut Call<'_>, store_id: &str, arn: &str, material: &str) -> Result<u32, Bug> {
    let cluster_id = call.store_mut(store_id)?.cluster_id.clone();
    let cluster = call.cluster_mut(&cluster_id)?;
    let handle = cluster
        .active_hsms()
        .map(|hsm| hsm.contents.next_handle())
        .max()
        .ok_or_else(|| Bug("no active HSM".into()))?;
    for hsm in &mut cluster.hsms {
        if hsm.state == HsmState::Active {
            hsm.contents.keys.insert(
                handle,
                HsmKey {
                    label: arn.to_owned(),
                    owner: "kmsuser".to_owned(),
                    material: material.to_owned(),
                },
            );
        }
    }
    Ok(handle)
}
