//! The read-only picture that rules look at. A fact is known, known to be absent, or was not given to us: a form that is half filled in
//! or a real account of which only some output was pasted. The simulated account gives every fact.

mod account;
mod cidr;
mod cluster;
mod draft;
pub mod filters;
mod history;
mod hsm;
mod key;
mod list;
pub mod network;
mod request;
mod store;
pub mod way;

use serde_json::Value;

pub use account::{AccountFacts, Subject};
pub use cluster::{BackupFacts, ClusterFacts, HsmFacts};
pub use draft::StoreDraft;
pub use history::{History, Recorded};
pub use hsm::{HsmCommand, ServerFacts, ToolFacts};
pub use key::{Backing, CiphertextFacts, KeyFacts, KeyReference};
pub use list::{foreign_token, list};
pub use network::{GroupFacts, PathFacts, SubnetFacts};
pub use request::{
    CREATE_ROLE, CRYPTOGRAPHIC, RateFacts, actions_of, covers, denies, further_actions, metered_as,
    metered_operations,
};
pub use store::StoreFacts;

use crate::model::{
    Account, Cluster, Interface, InternetGateway, KeyStore, Region, RouteTable, Vpc,
};

/// One thing that a rule may want to know.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact<T> {
    /// It is there, and this is it.
    Known(T),
    /// It is known not to be there.
    Absent,
    /// We were not told.
    NotGiven,
}

/// The answer to a question about something that we were not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotGiven;

impl<T> Fact<T> {
    /// The value, or that there is none; `?` on the result turns a fact that was not given into an unknown verdict.
    ///
    /// # Errors
    /// [`NotGiven`].
    pub fn given(self) -> Result<Option<T>, NotGiven> {
        match self {
            Self::Known(value) => Ok(Some(value)),
            Self::Absent => Ok(None),
            Self::NotGiven => Err(NotGiven),
        }
    }

    /// The value, if it is known.
    #[must_use]
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Absent | Self::NotGiven => None,
        }
    }
}

impl<T> From<Option<T>> for Fact<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Self::Known)
    }
}

/// What rules may ask. Every method returns [`Fact::NotGiven`] by default, so a source implements only what it knows.
pub trait Facts {
    /// `service:Operation` or `hsm:command` of the request.
    fn operation(&self) -> &str;
    /// A member of the request as it was given.
    fn member(&self, _name: &str) -> Fact<Value> {
        Fact::NotGiven
    }
    /// The texts of a list member of the request, or the one of a text member.
    fn texts(&self, name: &str) -> Fact<Vec<String>> {
        match self.member(name) {
            Fact::Known(Value::Array(items)) => Fact::Known(
                items
                    .iter()
                    .filter_map(|item| item.as_str().map(str::to_owned))
                    .collect(),
            ),
            Fact::Known(Value::String(text)) => Fact::Known(vec![text]),
            Fact::Known(_) | Fact::Absent => Fact::Absent,
            Fact::NotGiven => Fact::NotGiven,
        }
    }
    /// A text member of the request.
    fn text(&self, name: &str) -> Fact<String> {
        match self.member(name) {
            Fact::Known(Value::String(text)) => Fact::Known(text),
            Fact::Known(_) | Fact::Absent => Fact::Absent,
            Fact::NotGiven => Fact::NotGiven,
        }
    }
    /// The account, where all of it is at hand.
    fn account(&self) -> Fact<&Account> {
        Fact::NotGiven
    }
    /// The Region of the request, where all of it is at hand.
    fn region(&self) -> Fact<&Region> {
        Fact::NotGiven
    }
    /// Name of the Region.
    fn region_name(&self) -> Fact<String> {
        Fact::NotGiven
    }
    /// The IAM actions that the request needs and the caller was denied.
    fn denied(&self) -> Fact<Vec<String>> {
        Fact::NotGiven
    }
    /// How fast the request may be repeated, where that is metered.
    fn rate(&self) -> Fact<RateFacts> {
        Fact::NotGiven
    }
    /// The key store that the request names.
    fn store(&self) -> Fact<StoreFacts> {
        Fact::NotGiven
    }
    /// Ids of the keys in the key store that the request names, those pending deletion included.
    fn store_keys(&self) -> Fact<Vec<&String>> {
        Fact::NotGiven
    }
    /// All key stores of account and Region. They are borrowed, because there may be many.
    fn stores(&self) -> Fact<Vec<&KeyStore>> {
        Fact::NotGiven
    }
    /// The cluster that the request names, else the one of the key store that it names.
    fn cluster(&self) -> Fact<ClusterFacts> {
        Fact::NotGiven
    }
    /// All live clusters of account and Region, lent.
    fn clusters(&self) -> Fact<Vec<&Cluster>> {
        Fact::NotGiven
    }
    /// The HSM that the request names.
    fn hsm(&self) -> Fact<HsmFacts> {
        Fact::NotGiven
    }
    /// The backup that the request names.
    fn backup(&self) -> Fact<BackupFacts> {
        Fact::NotGiven
    }
    /// The subnets that the request names, each with what is there.
    fn subnets(&self) -> Fact<Vec<(String, Option<SubnetFacts>)>> {
        Fact::NotGiven
    }
    /// The VPC that the request names.
    fn vpc(&self) -> Fact<Vpc> {
        Fact::NotGiven
    }
    /// The security group that the request names.
    fn group(&self) -> Fact<GroupFacts> {
        Fact::NotGiven
    }
    /// The route table that the request names.
    fn route_table(&self) -> Fact<RouteTable> {
        Fact::NotGiven
    }
    /// The internet gateway that the request names.
    fn internet_gateway(&self) -> Fact<InternetGateway> {
        Fact::NotGiven
    }
    /// The network interface that the request names.
    fn interface(&self) -> Fact<Interface> {
        Fact::NotGiven
    }
    /// The KMS key that the request names.
    fn key(&self) -> Fact<KeyFacts> {
        Fact::NotGiven
    }
    /// The KMS key that a member of the request names, such as `DestinationKeyId`.
    fn named_key(&self, _member: &str) -> Fact<KeyFacts> {
        Fact::NotGiven
    }
    /// The ciphertext of the request, taken apart.
    fn ciphertext(&self) -> Fact<CiphertextFacts> {
        Fact::NotGiven
    }
    /// The HSM tool that the command is typed into.
    fn tool(&self) -> Fact<ToolFacts> {
        Fact::NotGiven
    }
    /// The HSM that the command is being carried out on.
    fn server(&self) -> Fact<ServerFacts> {
        Fact::NotGiven
    }
    /// The command typed into an HSM tool.
    fn hsm_command(&self) -> Fact<HsmCommand> {
        Fact::NotGiven
    }
}
