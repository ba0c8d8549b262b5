//! Facts from the simulated account, which knows everything.

use serde_json::Value;

use super::{
    BackupFacts, CiphertextFacts, ClusterFacts, Fact, Facts, GroupFacts, History, HsmCommand,
    HsmFacts, KeyFacts, RateFacts, ServerFacts, StoreFacts, SubnetFacts, ToolFacts,
};
use super::{cluster, hsm, key, network, request, store};
use crate::model::{
    Account, Cluster, Interface, InternetGateway, KeyStore, Region, RouteTable, Vpc,
};

/// The account as one request sees it.
#[derive(Clone, Copy, Debug)]
pub struct AccountFacts<'a> {
    pub(super) account: &'a Account,
    pub(super) region: &'a str,
    pub(super) operation: &'a str,
    pub(super) input: &'a Value,
    pub(super) subject: Subject<'a>,
    history: Option<&'a dyn History>,
}

/// What the facts are about beyond the members of the request.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// Nothing more.
    Request,
    /// The key store whose connection is being made.
    Store(&'a str),
    /// A command of an HSM tool: its session and the index of the server on which it runs.
    Tool {
        /// Session id.
        session: u64,
        /// Index in the tool's list of servers.
        server: usize,
        /// The command.
        command: &'a HsmCommand,
    },
}

impl<'a> AccountFacts<'a> {
    /// The facts of a request.
    #[must_use]
    pub fn new(
        account: &'a Account,
        region: &'a str,
        operation: &'a str,
        input: &'a Value,
        subject: Subject<'a>,
    ) -> Self {
        Self {
            account,
            region,
            operation,
            input,
            subject,
            history: None,
        }
    }

    /// The same facts with what was called so far.
    #[must_use]
    pub fn with(self, history: Option<&'a dyn History>) -> Self {
        Self { history, ..self }
    }

    /// What was called so far, where that is at hand.
    #[must_use]
    pub fn history(&self) -> Option<&'a dyn History> {
        self.history
    }

    /// Name of the Region of the request.
    #[must_use]
    pub fn region_of_call(&self) -> &'a str {
        self.region
    }

    /// The account itself.
    #[must_use]
    pub fn all(&self) -> &'a Account {
        self.account
    }

    /// The Region of the request.
    #[must_use]
    pub fn here(&self) -> Option<&'a Region> {
        self.account.region(self.region)
    }

    /// The request.
    #[must_use]
    pub fn input(&self) -> &'a Value {
        self.input
    }

    /// A text member of the request.
    #[must_use]
    pub fn given_text(&self, name: &str) -> Option<&'a str> {
        self.input.get(name)?.as_str()
    }
}

impl Facts for AccountFacts<'_> {
    fn operation(&self) -> &str {
        self.operation
    }
    fn member(&self, name: &str) -> Fact<Value> {
        self.input
            .get(name)
            .filter(|value| !value.is_null())
            .cloned()
            .into()
    }
    fn account(&self) -> Fact<&Account> {
        Fact::Known(self.account)
    }
    fn region(&self) -> Fact<&Region> {
        self.here().into()
    }
    fn region_name(&self) -> Fact<String> {
        Fact::Known(self.region.to_owned())
    }
    fn denied(&self) -> Fact<Vec<String>> {
        Fact::Known(request::denied(self))
    }
    fn rate(&self) -> Fact<RateFacts> {
        request::rate(self).into()
    }
    fn store(&self) -> Fact<StoreFacts> {
        store::named(self).into()
    }
    fn store_keys(&self) -> Fact<Vec<&String>> {
        store::keys(self).into()
    }
    fn stores(&self) -> Fact<Vec<&KeyStore>> {
        Fact::Known(store::all(self))
    }
    fn cluster(&self) -> Fact<ClusterFacts> {
        cluster::named(self).into()
    }
    fn clusters(&self) -> Fact<Vec<&Cluster>> {
        Fact::Known(cluster::all(self))
    }
    fn hsm(&self) -> Fact<HsmFacts> {
        cluster::hsm(self).into()
    }
    fn backup(&self) -> Fact<BackupFacts> {
        cluster::backup(self).into()
    }
    fn subnets(&self) -> Fact<Vec<(String, Option<SubnetFacts>)>> {
        Fact::Known(network::subnets(self))
    }
    fn vpc(&self) -> Fact<Vpc> {
        network::vpc(self).cloned().into()
    }
    fn group(&self) -> Fact<GroupFacts> {
        network::group(self).into()
    }
    fn route_table(&self) -> Fact<RouteTable> {
        network::route_table(self).cloned().into()
    }
    fn internet_gateway(&self) -> Fact<InternetGateway> {
        network::internet_gateway(self).cloned().into()
    }
    fn interface(&self) -> Fact<Interface> {
        network::interface(self).cloned().into()
    }
    fn key(&self) -> Fact<KeyFacts> {
        key::named(self).into()
    }
    fn named_key(&self, member: &str) -> Fact<KeyFacts> {
        self.key_in(member).into()
    }
    fn ciphertext(&self) -> Fact<CiphertextFacts> {
        key::ciphertext(self).into()
    }
    fn tool(&self) -> Fact<ToolFacts> {
        hsm::tool(self).into()
    }
    fn server(&self) -> Fact<ServerFacts> {
        hsm::server(self).into()
    }
    fn hsm_command(&self) -> Fact<HsmCommand> {
        hsm::command(self).into()
    }
}
