//! What an event shows of a request and of its answer: no secrets, no data, and the names as events spell them.

use serde_json::{Map, Value};

use crate::api::shape::{Kind, Member, Shape};
use crate::api::validate::lower_camel;
use crate::api::{Operation, Service};
use crate::model::Timestamp;

/// What an event shows of a request.
pub(super) fn parameters(operation: &Operation, input: &Value) -> Value {
    if operation.name == "GenerateRandom" {
        return Value::Null;
    }
    let mut request = shown(operation.input, input);
    let Some(members) = request.as_object_mut() else {
        return Value::Null;
    };
    if operation.service == Service::Kms {
        for hidden in ["trustAnchorCertificate", "grantTokens"] {
            members.shift_remove(hidden);
        }
        if operation.name.ends_with("CustomKeyStore")
            && let Some(cluster) = members.shift_remove("cloudHsmClusterId")
        {
            members.insert("clusterId".to_owned(), cluster);
        }
        for (name, value) in defaults(operation.name) {
            members.entry(*name).or_insert_with(|| (*value).into());
        }
        if operation.name == "CreateKey" {
            members
                .entry("bypassPolicyLockoutSafetyCheck")
                .or_insert_with(|| false.into());
        }
    }
    if members.is_empty() {
        return Value::Null;
    }
    request
}

/// What events of AWS KMS show even where the request does not say it.
fn defaults(operation: &str) -> &'static [(&'static str, &'static str)] {
    match operation {
        "CreateKey" => &[
            ("keyUsage", "ENCRYPT_DECRYPT"),
            ("origin", "AWS_KMS"),
            ("keySpec", "SYMMETRIC_DEFAULT"),
            ("customerMasterKeySpec", "SYMMETRIC_DEFAULT"),
            ("description", ""),
        ],
        "Encrypt" | "Decrypt" => &[("encryptionAlgorithm", "SYMMETRIC_DEFAULT")],
        "ReEncrypt" => &[
            ("sourceEncryptionAlgorithm", "SYMMETRIC_DEFAULT"),
            ("destinationEncryptionAlgorithm", "SYMMETRIC_DEFAULT"),
        ],
        _ => &[],
    }
}

/// Members as events show them: their first letter small, moments as text, and nothing secret.
pub(super) fn shown(members: &[Member], value: &Value) -> Value {
    let Some(given) = value.as_object() else {
        return Value::Null;
    };
    let named = members.iter().filter_map(|member| {
        let value = given.get(member.name)?;
        let hidden = member.shape.sensitive || matches!(member.shape.kind, Kind::Blob);
        (!hidden).then(|| (lower_camel(member.name), shown_value(&member.shape, value)))
    });
    named.collect::<Map<_, _>>().into()
}

fn shown_value(shape: &Shape, value: &Value) -> Value {
    match (shape.kind, value) {
        (Kind::Structure(members), Value::Object(_)) => shown(members, value),
        (Kind::List(item), Value::Array(items)) => {
            let items = items.iter().map(|value| shown_value(item, value));
            items.collect::<Vec<_>>().into()
        }
        (Kind::Timestamp, value) => match value.as_f64() {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "a moment in milliseconds fits, and any other number is cut to the nearest that does"
            )]
            Some(seconds) => Timestamp((seconds * 1_000.0) as i64).spelled().into(),
            None => value.clone(),
        },
        (_, value) => value.clone(),
    }
}
