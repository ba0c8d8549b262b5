//! An account that is kept busy: the operations that are measured, each as often as somebody asks for it.

use keystore_playground::api::CallError;
use keystore_playground::command::{Command, LabCommand};
use keystore_playground::facts::{AccountFacts, Subject, list};
use keystore_playground::model::Quota;
use keystore_playground::playground::{Options, Playground};
use keystore_playground::sim::{Memo, token};
use serde_json::{Value, json};

const REGION: &str = "us-east-1";

/// What is measured. What leaves the account as large as it was comes first. Of a list ten items are asked for, so that accounts of any
/// size show as many; what is refused is refused by a late rule, after the others have looked at everything.
pub const OPERATIONS: &[&str] = &[
    "DescribeKey",
    "ListKeys",
    "ListKeys, a late page",
    "ListAliases",
    "ListAliases, a late page",
    "DescribeCustomKeyStores",
    "DescribeClusters",
    "DescribeBackups",
    "LookupEvents",
    "Encrypt",
    "Decrypt",
    "EnableKey",
    "CreateAlias and DeleteAlias",
    "ScheduleKeyDeletion and CancelKeyDeletion",
    "CreateCustomKeyStore, refused",
    "DeleteCustomKeyStore, refused",
    "DisconnectCustomKeyStore and ConnectCustomKeyStore",
    "CreateCluster, refused",
    "CreateHsm, refused",
    "advancing by a second",
    "CreateKey",
    "CreateKey in a store",
];

/// What leads to an entry of the log and asks for no other, for a log of any length.
const WORK: &[&str] = &[
    "CreateKey",
    "CreateKey in a store",
    "Encrypt",
    "CreateCustomKeyStore, refused",
    "EnableKey",
    "CreateSecurityGroup",
];

/// An account with a connected key store.
pub struct Busy {
    /// The account.
    pub playground: Playground,
    store: String,
    cluster: String,
    anchor: String,
    zone: String,
    subnet: String,
    /// A key in the store, and one in KMS itself.
    keys: [String; 2],
    /// What the key in the store has encrypted.
    ciphertext: Value,
}

impl Busy {
    /// Makes an account with one key store and so many keys in one Region, every other one in the store. Each has an alias, and all but
    /// the two that are used wait for their deletion, at the same moment.
    ///
    /// # Errors
    /// What was refused.
    pub fn small(keys: u32, memo: Memo) -> Result<Self, String> {
        let mut playground = Playground::new(Options::default());
        playground.remember(memo);
        let reply = playground
            .shell()
            .run(&mut playground, "lab scenario store-connected");
        if reply.exit_code != 0 {
            return Err(reply.stderr);
        }
        let mut busy = Self::of(playground)?;
        for number in 0..keys.saturating_sub(2) {
            let key = busy.create(number % 2 == 0)?;
            let name = format!("alias/key-{number}");
            busy.answered(
                "kms",
                "CreateAlias",
                json!({ "AliasName": name, "TargetKeyId": key }),
            )?;
            busy.answered("kms", "ScheduleKeyDeletion", json!({ "KeyId": key }))?;
        }
        busy.with_keys()
    }

    /// Makes an account with so many key stores in each of four Regions, and so many keys in each; one more key is in KMS itself.
    ///
    /// # Errors
    /// What was refused.
    pub fn large(stores: usize, keys: usize, memo: Memo) -> Result<Self, String> {
        Self::of(super::large::account(stores, keys, memo)?)?.with_keys()
    }

    fn of(playground: Playground) -> Result<Self, String> {
        let region = playground.account().region(REGION);
        let store = region.and_then(|region| region.key_stores.values().next());
        let cluster = store.and_then(|store| region?.clusters.get(&store.cluster_id));
        let place = cluster.and_then(|cluster| cluster.subnet_mapping.iter().next());
        let (Some(store), Some((zone, subnet))) = (store, place) else {
            return Err("the account has no key store".to_owned());
        };
        let mut busy = Self {
            store: store.id.clone(),
            cluster: store.cluster_id.clone(),
            anchor: store.trust_anchor.clone(),
            zone: zone.clone(),
            subnet: subnet.clone(),
            keys: [const { String::new() }; 2],
            ciphertext: Value::Null,
            playground,
        };
        // What refuses CreateCluster and CreateHsm.
        for name in [Quota::Clusters, Quota::Hsms] {
            let command = LabCommand::Quota { name, count: 1 };
            let run = busy.playground.run(Command::Lab { command });
            run.map_err(|bug| bug.0)?;
        }
        Ok(busy)
    }

    /// Makes the two keys that are used.
    fn with_keys(mut self) -> Result<Self, String> {
        self.keys = [self.create(true)?, self.create(false)?];
        let mut answer = self.encrypt()?;
        self.ciphertext = answer["CiphertextBlob"].take();
        Ok(self)
    }

    /// Fills the log up to so many commands of all kinds.
    ///
    /// # Errors
    /// What was refused.
    pub fn fill(&mut self, commands: usize) -> Result<(), String> {
        let mut work = WORK.iter().cycle();
        while self.playground.log().len() < commands {
            work.next()
                .map_or(Ok(()), |operation| self.once(operation))?;
        }
        Ok(())
    }

    /// Carries an operation out.
    ///
    /// # Errors
    /// What was refused, or that there is no such operation.
    pub fn once(&mut self, operation: &str) -> Result<(), String> {
        let [in_store, in_kms] = self.keys.clone();
        let store = json!({ "CustomKeyStoreId": self.store });
        let (name, variant) = operation.split_once(", ").unwrap_or((operation, ""));
        match name {
            "DescribeKey" => self.answered("kms", name, json!({ "KeyId": in_store })),
            "ListKeys" | "ListAliases" => {
                let mut input = json!({ "Limit": 10 });
                if !variant.is_empty() {
                    // In the large account each key has an alias.
                    let region = self.playground.account().region(REGION);
                    let all = region.map_or(0, |region| region.keys.len());
                    input["Marker"] = marker(&self.playground, name, all.saturating_sub(20));
                }
                self.answered("kms", name, input)
            }
            "DescribeCustomKeyStores" => self.answered("kms", name, json!({ "Limit": 1 })),
            "DescribeClusters" | "DescribeBackups" => {
                self.answered("cloudhsmv2", name, json!({ "MaxResults": 1 }))
            }
            "LookupEvents" => self.answered("cloudtrail", name, json!({ "MaxResults": 10 })),
            "Encrypt" => self.encrypt(),
            "Decrypt" => {
                let input = json!({ "CiphertextBlob": self.ciphertext });
                self.answered("kms", name, input)
            }
            "EnableKey" => self.answered("kms", name, json!({ "KeyId": in_kms })),
            "CreateAlias and DeleteAlias" => {
                let name = "alias/m";
                let input = json!({ "AliasName": name, "TargetKeyId": in_kms });
                self.answered("kms", "CreateAlias", input)?;
                self.answered("kms", "DeleteAlias", json!({ "AliasName": name }))
            }
            "ScheduleKeyDeletion and CancelKeyDeletion" => {
                let key = json!({ "KeyId": in_kms });
                self.answered("kms", "ScheduleKeyDeletion", key.clone())?;
                self.answered("kms", "CancelKeyDeletion", key.clone())?;
                self.answered("kms", "EnableKey", key)
            }
            "CreateCustomKeyStore" => {
                let input = json!({
                    "CustomKeyStoreName": "another",
                    "CloudHsmClusterId": self.cluster,
                    "TrustAnchorCertificate": self.anchor,
                    "KeyStorePassword": "kmsPswd",
                });
                return self.refused("kms", name, input, "CloudHsmClusterInUseException");
            }
            "DeleteCustomKeyStore" => {
                return self.refused("kms", name, store, "CustomKeyStoreInvalidStateException");
            }
            "DisconnectCustomKeyStore and ConnectCustomKeyStore" => {
                self.answered("kms", "DisconnectCustomKeyStore", store.clone())?;
                self.answered("kms", "ConnectCustomKeyStore", store)
            }
            "CreateCluster" => {
                let input = json!({ "HsmType": "hsm1.medium", "SubnetIds": [self.subnet] });
                let code = "CloudHsmInvalidRequestException";
                return self.refused("cloudhsmv2", name, input, code);
            }
            "CreateHsm" => {
                let input = json!({ "ClusterId": self.cluster, "AvailabilityZone": self.zone });
                let code = "CloudHsmInvalidRequestException";
                return self.refused("cloudhsmv2", name, input, code);
            }
            "CreateSecurityGroup" => {
                let name = format!("group {}", self.playground.log().len());
                let input = json!({ "GroupName": name, "Description": "one of many" });
                self.answered("ec2", "CreateSecurityGroup", input)
            }
            "advancing by a second" => {
                return self.playground.advance(1).map_err(|bug| bug.0);
            }
            "CreateKey" => return self.create(false).map(|_| ()),
            "CreateKey in a store" => return self.create(true).map(|_| ()),
            _ => Err(format!("no operation {operation}")),
        }
        .map(|_| ())
    }

    /// Creates a key; answers its id.
    fn create(&mut self, in_store: bool) -> Result<String, String> {
        let input = if in_store {
            json!({ "Origin": "AWS_CLOUDHSM", "CustomKeyStoreId": self.store })
        } else {
            json!({})
        };
        let answer = self.answered("kms", "CreateKey", input)?;
        let id = answer["KeyMetadata"]["KeyId"].as_str();
        Ok(id.unwrap_or_default().to_owned())
    }

    fn encrypt(&mut self) -> Result<Value, String> {
        let input = json!({ "KeyId": self.keys[0], "Plaintext": "aGVsbG8=" });
        self.answered("kms", "Encrypt", input)
    }

    fn answered(&mut self, service: &str, name: &str, input: Value) -> Result<Value, String> {
        self.playground
            .call(service, name, REGION, input)
            .map_err(|error| format!("{name}: {error}"))
    }

    fn refused(
        &mut self,
        service: &str,
        name: &str,
        input: Value,
        wanted: &str,
    ) -> Result<(), String> {
        match self.playground.call(service, name, REGION, input) {
            Err(CallError::Refused(error)) if error.code == wanted => Ok(()),
            other => Err(format!("{name} was not refused with {wanted}: {other:?}")),
        }
    }
}

/// The marker with which a list of AWS KMS goes on at an offset.
fn marker(playground: &Playground, name: &str, offset: usize) -> Value {
    let operation = format!("kms:{name}");
    let facts = AccountFacts::new(
        playground.account(),
        REGION,
        &operation,
        &Value::Null,
        Subject::Request,
    );
    token(offset, &list(&facts)).into()
}
