//! The way from the client host to the server that it asks for.

use crate::docs::{self, Doc};
use crate::facts::network::{PathFacts, path};
use crate::facts::way::End;
use crate::facts::{Facts, NotGiven, ServerFacts};
use crate::model::{Cluster, Hsm, Interface, Region};
use crate::rules::{Raise, Raised, openings};

/// Raised while the tool connects to a server.
pub(super) const fn at_start(order: u16) -> Raise {
    Raise {
        on: "hsm:start",
        order,
        error: Raised::Hsm,
    }
}

/// Documentation of everything that stands between client host and HSM.
pub(super) const DOCS: &[Doc] = &[docs::LOST_CONNECTION, docs::CLIENT_SG, docs::CONFIGURE_SG];

/// The HSM that the tool asks for, and what lies between.
pub(super) struct Way<'a> {
    pub region: &'a Region,
    pub address: String,
    pub port: u16,
    pub cluster: &'a Cluster,
    pub hsm: &'a Hsm,
    pub client: &'a Interface,
    pub server: &'a Interface,
}

impl<'a> Way<'a> {
    /// The way of the request; nothing when the client host or the HSM is missing, which other rules are about.
    pub(super) fn of(facts: &'a dyn Facts) -> Result<Option<Self>, NotGiven> {
        let (Some(region), Some(address)) =
            (facts.region().given()?, facts.text("Server").given()?)
        else {
            return Ok(None);
        };
        let port = port(facts)?;
        let Some((cluster, hsm)) = ServerFacts::behind(region, &address) else {
            return Ok(None);
        };
        let interfaces = &region.network.interfaces;
        let client = region
            .client
            .interface
            .as_ref()
            .and_then(|id| interfaces.get(id));
        let (Some(client), Some(server)) = (client, interfaces.get(&hsm.eni_id)) else {
            return Ok(None);
        };
        Ok(Some(Self {
            region,
            address,
            port,
            cluster,
            hsm,
            client,
            server,
        }))
    }

    /// The two ends of the way.
    pub(super) fn ends(&self) -> (End, End) {
        let end = |interface: &Interface| End {
            subnet: interface.subnet_id.clone(),
            ip: interface.ip.clone(),
        };
        (end(self.client), end(self.server))
    }

    /// Opens the way through routes and network ACLs, and starts the tool.
    pub(super) fn open(&self) -> Vec<String> {
        let ports = (self.port, self.port);
        let mut lines = openings(&self.region.network, &[self.ends()], ports);
        lines.push(START.to_owned());
        lines
    }

    /// Whether the security groups let traffic through, there and back.
    pub(super) fn both_ways(&self) -> [PathFacts; 2] {
        let network = &self.region.network;
        [
            path(network, self.client, self.server, self.port),
            path(network, self.server, self.client, self.port),
        ]
    }

    /// The cluster's security group.
    pub(super) fn group(&self) -> &'a str {
        self.cluster.security_group.as_deref().unwrap_or_default()
    }
}

/// The port that the tool asks for.
pub(super) fn port(facts: &dyn Facts) -> Result<u16, NotGiven> {
    Ok(facts
        .member("Port")
        .given()?
        .and_then(|port| u16::try_from(port.as_u64()?).ok())
        .unwrap_or_default())
}

/// The first ACTIVE HSM of the Region that has been initialized, as the address to configure.
pub(super) fn some_address(facts: &dyn Facts) -> String {
    facts
        .region()
        .known()
        .and_then(|region| {
            region
                .clusters
                .values()
                .filter(|cluster| ServerFacts::initialised(cluster.state))
                .find_map(|cluster| cluster.active_hsms().next())
        })
        .map_or_else(|| "\"$HSM_IP\"".to_owned(), |hsm| hsm.ip.clone())
}

/// Starts the tool.
pub(super) const START: &str =
    "/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg";

/// Configures the tool for all members of a cluster and starts it.
pub(super) fn configure(facts: &dyn Facts) -> Vec<String> {
    vec![
        format!(
            "sudo /opt/cloudhsm/bin/configure --cmu {}",
            some_address(facts)
        ),
        START.to_owned(),
    ]
}
