//! Facts about a key store that does not exist yet: a form that is partly filled in. What is not filled in is a fact that was not given.

use serde_json::Value;

use super::{AccountFacts, ClusterFacts, Fact, Facts, StoreFacts, Subject};
use crate::model::{Account, Cluster, ConnectionState, KeyStore, Region, Secret};

/// The operation that the form will ask for.
const OPERATION: &str = "kms:CreateCustomKeyStore";

/// The fields of the form.
const FIELDS: &[&str] = &[
    "CustomKeyStoreName",
    "CloudHsmClusterId",
    "TrustAnchorCertificate",
    "KeyStorePassword",
];

/// A key store that does not exist yet, with what is known of it so far.
#[derive(Clone, Debug)]
pub struct StoreDraft<'a> {
    account: AccountFacts<'a>,
    password: Option<Secret>,
}

impl<'a> StoreDraft<'a> {
    /// The draft of a request of CreateCustomKeyStore, its secret apart.
    #[must_use]
    pub fn new(
        account: &'a Account,
        region: &'a str,
        input: &'a Value,
        password: Option<Secret>,
    ) -> Self {
        Self {
            account: AccountFacts::new(account, region, OPERATION, input, Subject::Request),
            password,
        }
    }

    /// The same without a key store: what can be done before there is one.
    #[must_use]
    pub fn without_store(&self) -> Self {
        Self {
            password: None,
            ..self.clone()
        }
    }
}

impl Facts for StoreDraft<'_> {
    fn operation(&self) -> &str {
        OPERATION
    }
    fn member(&self, name: &str) -> Fact<Value> {
        match self.account.member(name) {
            Fact::Absent if FIELDS.contains(&name) => Fact::NotGiven,
            fact => fact,
        }
    }
    fn account(&self) -> Fact<&Account> {
        self.account.account()
    }
    fn region(&self) -> Fact<&Region> {
        self.account.region()
    }
    fn region_name(&self) -> Fact<String> {
        self.account.region_name()
    }
    fn stores(&self) -> Fact<Vec<&KeyStore>> {
        self.account.stores()
    }
    fn clusters(&self) -> Fact<Vec<&Cluster>> {
        self.account.clusters()
    }
    fn cluster(&self) -> Fact<ClusterFacts> {
        match self.member("CloudHsmClusterId") {
            Fact::NotGiven => Fact::NotGiven,
            _ => self.account.cluster(),
        }
    }
    fn store(&self) -> Fact<StoreFacts> {
        let (Some(password), Some(cluster)) = (self.password.clone(), self.cluster().known())
        else {
            return Fact::NotGiven;
        };
        Fact::Known(StoreFacts {
            id: String::new(),
            name: String::new(),
            cluster_id: cluster.id,
            lineage: cluster.lineage,
            trust_anchor: String::new(),
            password,
            state: ConnectionState::Disconnected,
        })
    }
}
