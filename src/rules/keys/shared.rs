//! What several rules of keys share: the operations that use a key, and fixes that send a request again.

use serde_json::Value;

use crate::facts::{Backing, Facts, KeyFacts, NotGiven};
use crate::model::{KeyState, Secret};
use crate::rules::{Check, Raise, broken, holds};
pub(super) use crate::rules::{both, in_each};

/// A raise in each operation that uses the material of a key.
pub(super) const fn in_every_use(order: u16, name: &'static str) -> [Raise; 5] {
    in_each(USES, order, name)
}

/// The operations that use the material of a key.
const USES: [&str; 5] = [
    "kms:Encrypt",
    "kms:Decrypt",
    "kms:ReEncrypt",
    "kms:GenerateDataKey",
    "kms:GenerateDataKeyWithoutPlaintext",
];

/// The operations of keys of another usage than symmetric encryption.
pub(super) const OTHER_USES: [&str; 7] = [
    "kms:Decapsulate",
    "kms:DeriveSharedSecret",
    "kms:Encapsulate",
    "kms:GenerateMac",
    "kms:Sign",
    "kms:Verify",
    "kms:VerifyMac",
];

/// The operations that tell an ARN which is none of a key apart from a key that does not exist (service model).
pub(super) const CHECK_ARNS: [&str; 29] = [
    "kms:CancelKeyDeletion",
    "kms:CreateGrant",
    "kms:DeleteImportedKeyMaterial",
    "kms:DescribeKey",
    "kms:DisableKey",
    "kms:DisableKeyRotation",
    "kms:EnableKey",
    "kms:EnableKeyRotation",
    "kms:GetKeyLastUsage",
    "kms:GetKeyPolicy",
    "kms:GetKeyRotationStatus",
    "kms:GetParametersForImport",
    "kms:GetPublicKey",
    "kms:ImportKeyMaterial",
    "kms:ListAliases",
    "kms:ListGrants",
    "kms:ListKeyPolicies",
    "kms:ListKeyRotations",
    "kms:ListResourceTags",
    "kms:PutKeyPolicy",
    "kms:ReplicateKey",
    "kms:RetireGrant",
    "kms:RevokeGrant",
    "kms:RotateKeyOnDemand",
    "kms:ScheduleKeyDeletion",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:UpdateKeyDescription",
    "kms:UpdatePrimaryRegion",
];

/// The key spec that a request asks for, by either of its names; `None` for the usual one.
pub(super) fn special_spec(facts: &dyn Facts) -> Result<Option<String>, NotGiven> {
    let spec = match facts.text("KeySpec").given()? {
        Some(spec) => Some(spec),
        None => facts.text("CustomerMasterKeySpec").given()?,
    };
    Ok(spec.filter(|spec| spec != SYMMETRIC))
}

/// The key spec of symmetric encryption keys.
pub(super) const SYMMETRIC: &str = "SYMMETRIC_DEFAULT";

/// Whether the request is a dry run that does not look at the ciphertext.
pub(super) fn ignores_ciphertext(facts: &dyn Facts) -> Result<bool, NotGiven> {
    let modifiers = facts.texts("DryRunModifiers").given()?.unwrap_or_default();
    Ok(facts.member("DryRun").given()? == Some(true.into())
        && modifiers.iter().any(|word| word == "IGNORE_CIPHERTEXT"))
}

/// The command that shows the keys there are.
pub(super) fn list_keys(_: &dyn Facts) -> Vec<String> {
    vec!["aws kms list-keys --query 'Keys[].KeyArn' --output text".to_owned()]
}

/// The id of the key that an alias of this Region names.
pub(super) fn key_of_alias(facts: &dyn Facts, alias: &str) -> Option<String> {
    let (key, _) = facts.region().known()?.keys.alias(alias)?;
    Some(key.id.clone())
}

/// Broken where the key is in that state.
pub(super) fn in_state(facts: &dyn Facts, wanted: KeyState) -> Check {
    match facts.key().given()? {
        Some(KeyFacts {
            key: Some(key),
            state: Some(state),
            ..
        }) if state == wanted => broken([("key", key.arn.into())]),
        _ => holds(),
    }
}

/// Broken if the cluster of the key is in the given state; `cluster` is its id then.
pub(super) fn backed_by(facts: &dyn Facts, cluster: fn(Backing) -> Option<String>) -> Check {
    let Some(KeyFacts {
        key: Some(key),
        backing: Some(backing),
        ..
    }) = facts.key().given()?
    else {
        return holds();
    };
    match cluster(backing) {
        Some(cluster) => broken([("key", key.arn.into()), ("cluster", cluster.into())]),
        None => holds(),
    }
}

/// The members of requests about keys.
const MEMBERS: &[&str] = &[
    "AliasName",
    "TargetKeyId",
    "KeyId",
    "PolicyName",
    "CiphertextBlob",
    "SourceKeyId",
    "SourceEncryptionContext",
    "SourceEncryptionAlgorithm",
    "DestinationKeyId",
    "DestinationEncryptionContext",
    "DestinationEncryptionAlgorithm",
    "Plaintext",
    "EncryptionContext",
    "EncryptionAlgorithm",
    "Origin",
    "CustomKeyStoreId",
    "XksKeyId",
    "KeySpec",
    "CustomerMasterKeySpec",
    "KeyUsage",
    "NumberOfBytes",
    "PendingWindowInDays",
    "MultiRegion",
    "Description",
    "Policy",
    "BypassPolicyLockoutSafetyCheck",
    "Tags",
    "TagKeys",
    "GrantTokens",
    "DryRun",
    "DryRunModifiers",
    "Limit",
    "Marker",
];

/// The request as a command line once more, with some members set to other words and some left away. Secrets become holes.
pub(super) fn again(facts: &dyn Facts, set: &[(&str, &str)], leave: &[&str]) -> Vec<String> {
    let operation = facts.operation().trim_start_matches("kms:");
    let mut line = format!("aws kms {}", hyphenated(operation));
    for member in MEMBERS.iter().filter(|member| !leave.contains(member)) {
        let flag = hyphenated(member);
        let replaced = set.iter().find(|(name, _)| name == member);
        line.push_str(&match (replaced, facts.member(member).known()) {
            (Some((_, words)), _) => format!(" --{flag} {words}"),
            (None, None) => continue,
            (None, Some(value)) if Secret::from_value(&value).is_some() => {
                format!(
                    " --{flag} \"${}\"",
                    flag.replace('-', "_").to_ascii_uppercase()
                )
            }
            (None, Some(Value::Bool(true))) => format!(" --{flag}"),
            (None, Some(Value::Bool(false))) => format!(" --no-{flag}"),
            (None, Some(Value::String(text))) => format!(" --{flag} {}", quoted(&text)),
            (None, Some(value)) => format!(" --{flag} {}", quoted(&value.to_string())),
        });
    }
    vec![line]
}

/// The request once more with another policy: for a new key the default one, which needs no word.
pub(super) fn policy_again(facts: &dyn Facts) -> Vec<String> {
    match facts.operation() {
        "kms:CreateKey" => again(facts, &[], &["Policy"]),
        _ => again(facts, &[("Policy", "\"$POLICY\"")], &[]),
    }
}

/// The commands that give a cluster without an active HSM one.
pub(super) fn add_hsm(facts: &dyn Facts, cluster: &str) -> Vec<String> {
    let zone = facts
        .region()
        .known()
        .and_then(|region| region.clusters.get(cluster)?.subnet_mapping.keys().next());
    zone.map_or_else(Vec::new, |zone| {
        vec![
            format!("aws cloudhsmv2 create-hsm --cluster-id {cluster} --availability-zone {zone}"),
            "lab settle".to_owned(),
        ]
    })
}

/// The tag keys that the request gives, in its order.
pub(super) fn tag_keys(facts: &dyn Facts) -> Result<Vec<String>, NotGiven> {
    let tags = match facts.member("Tags").given()? {
        Some(tags) => Some(tags),
        None => facts.member("TagKeys").given()?,
    };
    let tags = tags.as_ref().and_then(Value::as_array);
    Ok(tags
        .into_iter()
        .flatten()
        .filter_map(|tag| Some(tag.as_str().or(tag["TagKey"].as_str())?.to_owned()))
        .collect())
}

/// The command line's form of a name: `KeyId` is `key-id`.
fn hyphenated(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.push(letter.to_ascii_lowercase());
    }
    text
}

/// A text as one word of a shell.
fn quoted(text: &str) -> String {
    let plain = !text.is_empty()
        && text
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "-_./:=+@,".contains(letter));
    if plain {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}
