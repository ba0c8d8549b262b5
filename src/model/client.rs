//! The client host: the one machine per Region from which the reader reaches the HSMs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Table, UserKind};

/// The client host of a Region: its files, its place in the network and the HSM tools that run on it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClientHost {
    /// EC2 instance id.
    pub instance_id: String,
    /// Its network interface; `None` until it is put into a subnet.
    pub interface: Option<String>,
    /// Tags of the instance, by key.
    pub tags: BTreeMap<String, String>,
    /// Files by absolute path.
    pub files: Table<String, String>,
    /// The members that the client daemon learned of when it was last started, as addresses; empty while it is stopped.
    pub daemon_members: Vec<String>,
    /// Whether the client daemon runs.
    pub daemon_running: bool,
    /// Open sessions of the HSM tools, by session id.
    pub sessions: Table<u64, ToolSession>,
}

/// One running HSM tool (`cloudhsm_mgmt_util`) with its connections. It outlives changes of the network, as a real open connection
/// does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ToolSession {
    /// Configured servers in the order of the configuration file.
    pub servers: Vec<ToolServer>,
    /// Who is logged in, on which servers.
    pub login: Option<ToolLogin>,
}

/// One server of a tool session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ToolServer {
    /// Address as configured.
    pub address: String,
    /// The cluster of the HSM behind the address.
    pub cluster_id: String,
    /// The HSM behind the address.
    pub hsm_id: String,
    /// Whether the end-to-end encrypted session stands; without it only limited commands work.
    pub encrypted: bool,
}

/// The user that a tool session is logged in as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToolLogin {
    /// User type.
    pub kind: UserKind,
    /// User name.
    pub name: String,
    /// Indices of the servers on which the login succeeded.
    pub servers: Vec<usize>,
}
