//! The whole of an event (KMS developer guide, logging-using-cloudtrail, as of 2022; the events of other services by analogy).

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::event::{Happening, log_id};
use super::note::backing_key;
use super::shown::{parameters, shown};
use crate::api::{self, Service, sts};
use crate::model::{Account, KeyDeletion, SECOND, Timestamp, USER};

/// Where all calls come from: an address that is set aside for documentation.
const ADDRESS: &str = "192.0.2.0";
/// With what they are made.
const AGENT: &str = "keystore-playground";
/// What stands in their place where nobody called.
const INTERNAL: &str = "AWS Internal";

impl Happening<'_> {
    /// The whole event.
    #[must_use]
    pub fn json(&self, account: &Account) -> Value {
        let mut event = Map::new();
        let mut put = |name: &str, value: Value| event.insert(name.to_owned(), value);
        put("eventVersion", "1.08".into());
        let (internal, trail) = match self {
            Self::Call { call, .. } => (false, call.trail),
            Self::Deletion { .. } => (true, None),
        };
        put("userIdentity", identity(account, internal));
        put("eventTime", whole_seconds(self.at()).into());
        put("eventSource", self.source().into());
        put("eventName", self.name().into());
        put("awsRegion", self.region().into());
        let from = if internal { INTERNAL } else { ADDRESS };
        put("sourceIPAddress", from.into());
        let agent = if internal { INTERNAL } else { AGENT };
        put("userAgent", agent.into());
        let (mut request, mut response, mut additional) = (Value::Null, Value::Null, Value::Null);
        match self {
            Self::Call { call, .. } => {
                if !call.code.is_empty() {
                    put("errorCode", recorded_code(call.service, call.code).into());
                    if !call.message.is_empty() {
                        put("errorMessage", call.message.into());
                    }
                }
                if let Some(operation) = api::operation(call.service, call.operation) {
                    request = parameters(operation, call.input);
                    let answer = trail.map(|trail| &trail.response);
                    response = answer.map_or(Value::Null, |answer| shown(operation.output, answer));
                }
                if let Some(trail) = trail {
                    additional.clone_from(&trail.additional);
                }
            }
            Self::Deletion { deletion, .. } => additional = deleted(deletion),
        }
        put("requestParameters", request);
        put("responseElements", response);
        if !additional.is_null() {
            put("additionalEventData", additional);
        }
        if let Self::Call { call, seed } = self {
            put("requestID", log_id(*seed, call.entry, "request").into());
        }
        put("eventID", self.id().into());
        put("readOnly", self.read_only().into());
        let keys = self.resources().into_iter();
        let keys: Vec<Value> = keys
            .filter(|(kind, _)| *kind == "AWS::KMS::Key")
            .map(|(kind, arn)| json!({ "accountId": account.id, "type": kind, "ARN": arn }))
            .collect();
        if !keys.is_empty() {
            put("resources", keys.into());
        }
        let kind = if internal {
            "AwsServiceEvent"
        } else {
            "AwsApiCall"
        };
        put("eventType", kind.into());
        put("managementEvent", true.into());
        put("recipientAccountId", account.id.as_str().into());
        put("eventCategory", "Management".into());
        event.into()
    }
}

/// An error as events name it: some services have a form of their own there.
fn recorded_code<'a>(service: &str, code: &'a str) -> Cow<'a, str> {
    match code {
        "AccessDeniedException" => "AccessDenied".into(),
        // Whose fault it was goes before it; here it is always the caller's.
        _ if service == Service::Ec2.word() => format!("Client.{code}").into(),
        _ => code.into(),
    }
}

fn identity(account: &Account, internal: bool) -> Value {
    if internal {
        return json!({ "accountId": account.id, "invokedBy": INTERNAL });
    }
    json!({
        "type": "IAMUser",
        "principalId": sts::USER_ID,
        "arn": account.user_arn(),
        "accountId": account.id,
        "accessKeyId": sts::ACCESS_KEY,
        "userName": USER,
    })
}

/// `additionalEventData` of a deletion.
fn deleted(deletion: &KeyDeletion) -> Value {
    let Some(material) = &deletion.material else {
        return Value::Null;
    };
    let key = backing_key(&deletion.key, material.handle);
    let mut status = key.clone();
    status["deletionStatus"] = if material.deleted {
        "SUCCESS"
    } else {
        "FAILURE"
    }
    .into();
    json!({
        "customKeyStoreId": material.store,
        "clusterId": material.cluster,
        "backingKeys": Value::from(vec![key]).to_string(),
        "backingKeysDeletionStatus": Value::from(vec![status]).to_string(),
    })
}

fn whole_seconds(at: Timestamp) -> String {
    Timestamp(at.seconds() * SECOND).iso()
}
