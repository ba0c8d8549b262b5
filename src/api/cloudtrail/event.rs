//! The form of an event (KMS developer guide, logging-using-cloudtrail, as of 2022; the events of other services by analogy).

use serde_json::{Map, Value, json};

use super::note::backing_key;
use crate::api::shape::{Kind, Member, Shape};
use crate::api::validate::lower_camel;
use crate::api::{self, Operation, Service, sts};
use crate::facts::Recorded;
use crate::model::{Account, KeyDeletion, Timestamp, USER};
use crate::sim::Entropy;

/// Where all calls come from: an address that is set aside for documentation.
const ADDRESS: &str = "192.0.2.0";
/// With what they are made.
const AGENT: &str = "keystore-playground";
/// What stands in their place where nobody called.
const INTERNAL: &str = "AWS Internal";

/// Operations with an entry that change nothing all the same (KMS developer guide).
const READ_ONLY: &[&str] = &[
    "Decrypt",
    "DeriveSharedSecret",
    "Encrypt",
    "GenerateDataKey",
    "GenerateDataKeyPair",
    "GenerateDataKeyPairWithoutPlaintext",
    "GenerateDataKeyWithoutPlaintext",
    "GenerateMac",
    "GenerateRandom",
    "ReEncrypt",
    "Sign",
    "Verify",
    "VerifyMac",
];

/// The services as events name them.
const SOURCES: &[(Service, &str)] = &[
    (Service::Kms, "kms.amazonaws.com"),
    (Service::CloudHsm, "cloudhsm.amazonaws.com"),
    (Service::Ec2, "ec2.amazonaws.com"),
    (Service::Sts, "sts.amazonaws.com"),
    (Service::CloudTrail, "cloudtrail.amazonaws.com"),
];

/// The resource types of what requests and answers name; those of AWS CloudHSM are a guess.
const TYPES: &[(&str, &str)] = &[
    ("VpcId", "AWS::EC2::VPC"),
    ("SubnetId", "AWS::EC2::Subnet"),
    ("GroupId", "AWS::EC2::SecurityGroup"),
    ("RouteTableId", "AWS::EC2::RouteTable"),
    ("InternetGatewayId", "AWS::EC2::InternetGateway"),
    ("ClusterId", "AWS::CloudHSM::Cluster"),
    ("HsmId", "AWS::CloudHSM::Hsm"),
    ("BackupId", "AWS::CloudHSM::Backup"),
];

/// Something that has an event.
#[derive(Clone, Copy, Debug)]
pub enum Happening<'a> {
    /// A call.
    Call {
        /// It.
        call: Recorded<'a>,
        /// Seed of its ids.
        seed: u64,
    },
    /// The end of a key's waiting period, for which nobody calls.
    Deletion {
        /// It.
        deletion: &'a KeyDeletion,
        /// Region.
        region: &'a str,
        /// Seed of its id.
        seed: u64,
    },
}

impl<'a> Happening<'a> {
    /// When.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        match self {
            Self::Call { call, .. } => call.at,
            Self::Deletion { deletion, .. } => deletion.at,
        }
    }

    /// Region.
    #[must_use]
    pub fn region(&self) -> &'a str {
        match self {
            Self::Call { call, .. } => call.region,
            Self::Deletion { region, .. } => region,
        }
    }

    /// Name of the event.
    #[must_use]
    pub fn name(&self) -> &'a str {
        match self {
            Self::Call { call, .. } => call.operation,
            Self::Deletion { .. } => "DeleteKey",
        }
    }

    /// The service that reports it.
    #[must_use]
    pub fn source(&self) -> &'static str {
        match self {
            Self::Call { call, .. } => SOURCES
                .iter()
                .find(|(service, _)| service.word() == call.service)
                .map_or("", |(_, source)| source),
            Self::Deletion { .. } => "kms.amazonaws.com",
        }
    }

    /// Who did it; empty where nobody did.
    #[must_use]
    pub fn user(&self) -> &'static str {
        match self {
            Self::Call { .. } => USER,
            Self::Deletion { .. } => "",
        }
    }

    /// The access key with which it was signed; empty where nobody did it.
    #[must_use]
    pub fn access_key(&self) -> &'static str {
        match self {
            Self::Call { .. } => sts::ACCESS_KEY,
            Self::Deletion { .. } => "",
        }
    }

    /// Whether it changed nothing, accepted or not.
    #[must_use]
    pub fn read_only(&self) -> bool {
        match self {
            Self::Call { call, .. } => READ_ONLY.contains(&call.operation),
            Self::Deletion { .. } => false,
        }
    }

    /// Error code; empty where it was accepted.
    #[must_use]
    pub fn code(&self) -> &'a str {
        match self {
            Self::Call { call, .. } => call.code,
            Self::Deletion { .. } => "",
        }
    }

    /// Id of the event.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::Call { call, seed } => log_id(*seed, call.entry, "event"),
            Self::Deletion { deletion, seed, .. } => log_id(*seed, 0, &deletion.key),
        }
    }

    /// What it was about: type and name.
    #[must_use]
    pub fn resources(&self) -> Vec<(&'static str, String)> {
        let key = |arn: &str| vec![("AWS::KMS::Key", arn.to_owned())];
        let call = match self {
            Self::Call { call, .. } => call,
            Self::Deletion { deletion, .. } => return key(&deletion.key),
        };
        if let Some(trail) = call.trail.filter(|trail| !trail.key.is_empty()) {
            return key(&trail.key);
        }
        let mut named = Vec::new();
        let answers = call.trail.and_then(|trail| trail.response.as_object());
        let inner = answers
            .into_iter()
            .flat_map(|members| members.values())
            .filter(|value| value.is_object());
        for object in answers
            .into_iter()
            .chain(inner.filter_map(Value::as_object))
            .chain(call.input.as_object())
        {
            for (member, kind) in TYPES {
                if let Some(id) = object.get(*member).and_then(Value::as_str)
                    && !named.iter().any(|(_, known)| known == id)
                {
                    named.push((*kind, id.to_owned()));
                }
            }
        }
        named
    }

    /// What the request names first that has an id; empty where it names nothing.
    #[must_use]
    pub fn about(&self) -> &'a str {
        let input = match self {
            Self::Call { call, .. } => call.input.as_object(),
            Self::Deletion { .. } => None,
        };
        let named = input.into_iter().flatten();
        let first = named
            .filter(|(name, _)| name.ends_with("Id"))
            .find_map(|(_, value)| value.as_str());
        first.unwrap_or_default()
    }

    /// The event as LookupEvents answers it.
    #[must_use]
    pub fn listed(&self, account: &Account) -> Value {
        let mut listed = Map::new();
        let mut put = |name: &str, value: Value| listed.insert(name.to_owned(), value);
        put("EventId", self.id().into());
        put("EventName", self.name().into());
        put("ReadOnly", self.read_only().to_string().into());
        if !self.access_key().is_empty() {
            put("AccessKeyId", self.access_key().into());
        }
        put("EventTime", self.at().epoch_number());
        put("EventSource", self.source().into());
        if !self.user().is_empty() {
            put("Username", self.user().into());
        }
        let resources = self.resources().into_iter();
        let named = |(kind, name)| json!({ "ResourceType": kind, "ResourceName": name });
        put("Resources", resources.map(named).collect::<Vec<_>>().into());
        put("CloudTrailEvent", self.json(account).to_string().into());
        listed.into()
    }

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
                    put("errorCode", call.code.into());
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

/// An id of the entry after so many others.
#[must_use]
pub fn log_id(seed: u64, entry: usize, purpose: &str) -> String {
    Entropy::new(seed, entry as u64).uuid(&format!("log/{purpose}"))
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

/// What an event shows of a request.
fn parameters(operation: &Operation, input: &Value) -> Value {
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
        _ => &[],
    }
}

/// Members as events show them: their first letter small, moments as text, and nothing secret.
fn shown(members: &[Member], value: &Value) -> Value {
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

fn whole_seconds(at: Timestamp) -> String {
    Timestamp(at.seconds() * crate::model::SECOND).iso()
}
