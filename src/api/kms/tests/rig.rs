//! An account with a connected key store over a cluster with two active HSMs, put together by hand.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use crate::api::{self, AwsError, Call, Surroundings};
use crate::model::{
    Account, Certificates, Cluster, ClusterState, ConnectionState, DAY, Hsm, HsmContents, HsmState,
    KeyStore, Peer, PortRule, Protocol, Region, Secret, SecurityGroup,
};
use crate::playground::{Options, Playground};
use crate::sim::{self, Entropy, Memo};

pub(super) const REGION: &str = "us-east-1";
pub(super) const STORE: &str = "cks-1234567890abcdef0";
pub(super) const CLUSTER: &str = "cluster-aaaaaaaaaaa";
pub(super) const GROUP: &str = "sg-cluster";

/// An account and the operations on it.
pub(super) struct Rig {
    pub(super) account: Account,
    memo: Memo,
}

impl Rig {
    pub(super) fn new() -> Self {
        let mut account = Playground::new(Options::default()).account().clone();
        let now = account.now;
        let region = account.regions.get_mut(REGION).unwrap();
        region
            .network
            .security_groups
            .insert(GROUP.to_owned(), group());
        region
            .clusters
            .insert(CLUSTER.to_owned(), cluster(CLUSTER, now));
        region.key_stores.insert(
            STORE.to_owned(),
            KeyStore {
                id: STORE.to_owned(),
                name: "ExampleKeyStore".to_owned(),
                cluster_id: CLUSTER.to_owned(),
                lineage: "lineage".to_owned(),
                trust_anchor: String::new(),
                password: sim::seal(0, b"kmsPswd"),
                state: ConnectionState::Connected,
                failure: None,
                past_failures: Vec::new(),
                created: now,
                attempt: 1,
                interfaces: Vec::new(),
                security_group: None,
            },
        );
        Self {
            account,
            memo: Memo::default(),
        }
    }

    pub(super) fn region(&mut self) -> &mut Region {
        self.account.regions.get_mut(REGION).unwrap()
    }

    pub(super) fn cluster(&mut self) -> &mut Cluster {
        self.region().clusters.get_mut(CLUSTER).unwrap()
    }

    pub(super) fn store(&mut self) -> &mut KeyStore {
        self.region().key_stores.get_mut(STORE).unwrap()
    }

    /// Takes the store to another cluster, as UpdateCustomKeyStore does.
    pub(super) fn move_store(&mut self, id: &str, contents: &HsmContents) {
        let mut other = cluster(id, self.account.now);
        for hsm in &mut other.hsms {
            hsm.contents = contents.clone();
        }
        self.region().clusters.insert(id.to_owned(), other);
        self.store().cluster_id = id.to_owned();
    }

    /// Calls an operation of KMS as the facade does.
    pub(super) fn call(&mut self, name: &str, input: Value) -> Result<Value, Box<AwsError>> {
        self.call_in(REGION, name, input)
    }

    pub(super) fn call_in(
        &mut self,
        region: &str,
        name: &str,
        mut input: Value,
    ) -> Result<Value, Box<AwsError>> {
        let operation = api::operation("kms", name).unwrap();
        if !operation.writes() {
            return api::view(operation, &self.account, region, &input, None)
                .map_err(|error| Box::new(error.refusal().unwrap()));
        }
        let mut vault = HashMap::new();
        api::seal(operation.input, &mut input, &mut |clear| {
            let secret = sim::seal(0, clear);
            vault.insert(secret.mac.clone(), clear.to_vec());
            secret
        });
        let entropy = Entropy::new(0, self.account.number + 1);
        let before = self.account.clone();
        let answer = api::invoke(
            operation,
            &mut Call {
                account: &mut self.account,
                region,
                input: &input,
                entropy,
                memo: &mut self.memo,
                seed: 0,
                clear: &|secret: &Secret| vault.get(&secret.mac).cloned(),
            },
        )
        .map_err(|error| Box::new(error.refusal().unwrap()));
        match &answer {
            Ok(_) => self.account.number += 1,
            Err(error) => {
                assert_eq!(before, self.account, "a refused call changed the account");
                explained(error);
            }
        }
        answer
    }

    /// The exception, message and rule of a call that is refused.
    pub(super) fn refusal(&mut self, name: &str, input: Value) -> (String, String, String) {
        let error = *self.call(name, input).unwrap_err();
        (error.code, error.message, error.explanation.rule_id)
    }

    /// The rule that refuses a call.
    pub(super) fn rule(&mut self, name: &str, input: Value) -> String {
        self.refusal(name, input).2
    }

    /// A key in the key store: its ARN.
    pub(super) fn store_key(&mut self) -> String {
        self.create(json!({ "Origin": "AWS_CLOUDHSM", "CustomKeyStoreId": STORE }))
    }

    /// A key in KMS itself: its ARN.
    pub(super) fn ordinary_key(&mut self) -> String {
        self.create(json!({}))
    }

    fn create(&mut self, input: Value) -> String {
        let made = self.call("CreateKey", input).unwrap();
        made["KeyMetadata"]["Arn"].as_str().unwrap().to_owned()
    }

    pub(super) fn describe(&mut self, key: &str) -> Value {
        self.call("DescribeKey", json!({ "KeyId": key })).unwrap()["KeyMetadata"].take()
    }

    pub(super) fn encrypt(&mut self, key: &str) -> Value {
        self.call("Encrypt", json!({ "KeyId": key, "Plaintext": "aGVsbG8=" }))
            .unwrap()["CiphertextBlob"]
            .take()
    }

    /// What a ciphertext decrypts to.
    pub(super) fn decrypt(&mut self, blob: &Value) -> Value {
        self.call("Decrypt", json!({ "CiphertextBlob": blob }))
            .unwrap()["Plaintext"]
            .take()
    }

    /// Asserts that every use of a key is refused alike.
    pub(super) fn refused(&mut self, key: &str, blob: &Value, code: &str, rule: &str) {
        for (name, input) in uses(key, blob) {
            let (found_code, _, found_rule) = self.refusal(name, input);
            assert_eq!(
                (found_code.as_str(), found_rule.as_str()),
                (code, rule),
                "{name}"
            );
        }
    }

    pub(super) fn advance(&mut self, days: i64) {
        let target = self.account.now.plus(days * DAY);
        let mut surroundings = Surroundings {
            seed: 0,
            memo: &mut self.memo,
            clear: &|_| None,
        };
        let mut budget = crate::sim::Budget::unlimited();
        api::advance_to(&mut self.account, &mut surroundings, target, &mut budget).unwrap();
    }

    /// How many HSMs of a cluster hold a key of that label.
    pub(super) fn holders(&mut self, cluster: &str, label: &str) -> usize {
        let hsms = &self.region().clusters[cluster].hsms;
        hsms.iter()
            .filter(|hsm| hsm.contents.keys.values().any(|key| key.label == label))
            .count()
    }
}

/// Every use of a key, with what the request needs beside it.
pub(super) fn uses(key: &str, blob: &Value) -> Vec<(&'static str, Value)> {
    vec![
        ("Encrypt", json!({ "KeyId": key, "Plaintext": "aGVsbG8=" })),
        ("Decrypt", json!({ "CiphertextBlob": blob })),
        (
            "ReEncrypt",
            json!({ "CiphertextBlob": blob, "DestinationKeyId": key }),
        ),
        (
            "GenerateDataKey",
            json!({ "KeyId": key, "KeySpec": "AES_256" }),
        ),
        (
            "GenerateDataKeyWithoutPlaintext",
            json!({ "KeyId": key, "NumberOfBytes": 64 }),
        ),
    ]
}

/// Words that lack evidence keep their braces, and every refusal names a paragraph.
fn explained(error: &AwsError) {
    let why = &error.explanation;
    for text in [&why.what, &why.why, &why.todo] {
        assert!(!text.is_empty() && !text.contains('{'), "{error:?}");
    }
    assert!(
        !why.docs.is_empty() && !error.message.contains('{'),
        "{error:?}"
    );
}

fn cluster(id: &str, now: crate::model::Timestamp) -> Cluster {
    let zones = ["us-east-1a", "us-east-1b"];
    Cluster {
        id: id.to_owned(),
        state: ClusterState::Active,
        state_message: None,
        created: now,
        hsm_type: "hsm1.medium".to_owned(),
        mode: "FIPS".to_owned(),
        vpc_id: "vpc-1".to_owned(),
        subnet_mapping: zones
            .iter()
            .map(|zone| ((*zone).to_owned(), format!("subnet-{zone}")))
            .collect(),
        security_group: Some(GROUP.to_owned()),
        source_backup: None,
        rollback: None,
        lineage: "lineage".to_owned(),
        retention_days: 90,
        certificates: Certificates::default(),
        trust_anchor: None,
        activated: true,
        mutual_tls: false,
        hsms: zones.iter().map(|zone| hsm(id, zone)).collect(),
        tags: BTreeMap::new(),
    }
}

fn hsm(cluster: &str, zone: &str) -> Hsm {
    Hsm {
        id: format!("hsm-{cluster}-{zone}"),
        zone: zone.to_owned(),
        subnet_id: format!("subnet-{zone}"),
        eni_id: format!("eni-{zone}"),
        ip: "10.0.1.4".to_owned(),
        state: HsmState::Active,
        contents: HsmContents::default(),
        join_snapshot: None,
        sessions: Vec::new(),
    }
}

fn group() -> SecurityGroup {
    let rule = PortRule {
        id: "sgr-1".to_owned(),
        protocol: Protocol::Tcp,
        from_port: 2223,
        to_port: 2225,
        peer: Peer::Group(GROUP.to_owned()),
    };
    SecurityGroup {
        id: GROUP.to_owned(),
        ingress: vec![rule.clone()],
        egress: vec![rule],
        name: "cloudhsm-cluster".to_owned(),
        description: String::new(),
        vpc_id: "vpc-1".to_owned(),
        tags: BTreeMap::new(),
    }
}
