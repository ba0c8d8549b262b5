//! What has an event, and what can be told of it without the whole of it.

use serde_json::{Map, Value, json};

use super::note::source_key;
use crate::api::{Service, sts};
use crate::facts::Recorded;
use crate::model::{Account, KeyDeletion, Timestamp, USER};
use crate::sim::Entropy;

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
    (Service::Iam, "iam.amazonaws.com"),
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
            // Of the two keys of a re-encryption the source comes first.
            let source = source_key(call.operation, call.input);
            let source = source.filter(|source| *source != trail.key);
            let mut keys = source.map_or_else(Vec::new, |source| key(&source));
            keys.extend(key(&trail.key));
            return keys;
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
}

/// An id of the entry after so many others.
#[must_use]
pub fn log_id(seed: u64, entry: usize, purpose: &str) -> String {
    Entropy::new(seed, entry as u64).uuid(&format!("log/{purpose}"))
}
