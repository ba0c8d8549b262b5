//! Facts about an HSM tool and the HSM on which one of its commands runs.

use serde::Serialize;
use serde_json::{Error, Value};

use super::{AccountFacts, Subject};
use crate::model::json::{Tagged, deserialize_by};
use crate::model::{
    Cluster, ClusterState, Holder, Hsm, HsmContents, HsmSession, HsmState, HsmUser, Region, Secret,
    ToolSession, UserKind,
};

/// A command of an HSM tool that acts on the HSMs, with its secrets sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum HsmCommand {
    /// `loginHSM`
    Login {
        /// User type word as typed.
        kind: String,
        /// User name.
        name: String,
        /// Password.
        password: Secret,
    },
    /// `createUser`
    CreateUser {
        /// User type word as typed.
        kind: String,
        /// User name.
        name: String,
        /// Password.
        password: Secret,
        /// Whether the `2FA` word was given.
        two_factor: bool,
    },
    /// `changePswd`
    ChangePassword {
        /// User type word as typed.
        kind: String,
        /// User name.
        name: String,
        /// New password.
        password: Secret,
    },
    /// `deleteUser`
    DeleteUser {
        /// User type word as typed.
        kind: String,
        /// User name.
        name: String,
    },
    /// `syncUser`: copies a user of this server to another one.
    SyncUser {
        /// Id of the user on this server.
        user: u32,
        /// Index of the other server.
        to: usize,
    },
}

deserialize_by!(HsmCommand, HsmCommand::read);

impl HsmCommand {
    fn read(value: Value) -> Result<Self, Error> {
        let mut from = Tagged::outside(value)?;
        Ok(match from.name.as_str() {
            "Login" => Self::Login {
                kind: from.take("kind")?,
                name: from.take("name")?,
                password: from.take("password")?,
            },
            "CreateUser" => Self::CreateUser {
                kind: from.take("kind")?,
                name: from.take("name")?,
                password: from.take("password")?,
                two_factor: from.take("two_factor")?,
            },
            "ChangePassword" => Self::ChangePassword {
                kind: from.take("kind")?,
                name: from.take("name")?,
                password: from.take("password")?,
            },
            "DeleteUser" => Self::DeleteUser {
                kind: from.take("kind")?,
                name: from.take("name")?,
            },
            "SyncUser" => Self::SyncUser {
                user: from.take("user")?,
                to: from.take("to")?,
            },
            _ => return Err(from.unknown()),
        })
    }

    /// The command word, as rules name it after `hsm:`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Login { .. } => "loginHSM",
            Self::CreateUser { .. } => "createUser",
            Self::ChangePassword { .. } => "changePswd",
            Self::DeleteUser { .. } => "deleteUser",
            Self::SyncUser { .. } => "syncUser",
        }
    }

    /// User type word and user name; empty where the command names its user by id.
    #[must_use]
    pub fn user(&self) -> (&str, &str) {
        match self {
            Self::Login { kind, name, .. }
            | Self::CreateUser { kind, name, .. }
            | Self::ChangePassword { kind, name, .. }
            | Self::DeleteUser { kind, name } => (kind, name),
            Self::SyncUser { .. } => ("", ""),
        }
    }

    /// The password, where there is one.
    #[must_use]
    pub fn password(&self) -> Option<&Secret> {
        match self {
            Self::Login { password, .. }
            | Self::CreateUser { password, .. }
            | Self::ChangePassword { password, .. } => Some(password),
            Self::DeleteUser { .. } | Self::SyncUser { .. } => None,
        }
    }
}

/// The tool that the command was typed into.
#[derive(Clone, Debug, PartialEq)]
pub struct ToolFacts {
    /// Its session id.
    pub id: u64,
    /// Its connections and login.
    pub session: ToolSession,
}

impl ToolFacts {
    /// Configuration file of `cloudhsm_mgmt_util`.
    pub const CONFIG: &'static str = "/opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg";
    /// Configuration file of the client daemon.
    pub const CLIENT_CONFIG: &'static str = "/opt/cloudhsm/etc/cloudhsm_client.cfg";
    /// The file in which the tools look for the cluster's trust anchor.
    pub const ANCHOR: &'static str = "/opt/cloudhsm/etc/customerCA.crt";
    /// Port on which `cloudhsm_mgmt_util` reaches an HSM.
    pub const PORT: u16 = 2225;
    /// Port on which the client daemon reaches an HSM.
    pub const CLIENT_PORT: u16 = 2223;

    /// The servers that `cloudhsm_mgmt_util` is configured for, in the order of the file; empty where there is no readable file.
    #[must_use]
    pub fn configured(region: &Region) -> Vec<String> {
        let Some(config) = config(region, Self::CONFIG) else {
            return Vec::new();
        };
        config
            .get("servers")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter(|server| server.get("enable").and_then(Value::as_str) != Some("no"))
            .filter_map(|server| server.get("hostname")?.as_str())
            .map(str::to_owned)
            .collect()
    }

    /// The server that the client daemon is configured for.
    #[must_use]
    pub fn daemon_server(region: &Region) -> Option<String> {
        config(region, Self::CLIENT_CONFIG)?
            .get("server")?
            .get("hostname")?
            .as_str()
            .map(str::to_owned)
    }
}

fn config(region: &Region, path: &str) -> Option<Value> {
    serde_json::from_str(region.client.files.get(path)?).ok()
}

/// The HSM on which the command is being carried out.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerFacts {
    /// Number of the server in the tool's list.
    pub number: usize,
    /// Address.
    pub address: String,
    /// Users and keys.
    pub contents: HsmContents,
    /// Open logins.
    pub sessions: Vec<HsmSession>,
    /// Who the tool is logged in as on this server.
    pub login: Option<(UserKind, String)>,
    /// Whether the encrypted session stands.
    pub encrypted: bool,
    /// Whether the HSM is still there: a connection survives changes of the network, but not the deletion of its HSM.
    pub active: bool,
}

impl ServerFacts {
    /// The HSM with that address, and its cluster. Two networks may use one address: the client host's own comes first, and what is
    /// ACTIVE before what is not.
    #[must_use]
    pub fn behind<'a>(region: &'a Region, address: &str) -> Option<(&'a Cluster, &'a Hsm)> {
        let network = &region.network;
        let own = region
            .client
            .interface
            .as_ref()
            .and_then(|id| network.interfaces.get(id))
            .and_then(|interface| network.subnets.get(&interface.subnet_id))
            .map(|subnet| &subnet.vpc_id);
        region
            .clusters
            .values()
            .flat_map(|cluster| cluster.hsms.iter().map(move |hsm| (cluster, hsm)))
            .filter(|(_, hsm)| hsm.ip == address && hsm.state != HsmState::Deleted)
            .max_by_key(|(cluster, hsm)| {
                (Some(&cluster.vpc_id) == own, hsm.state == HsmState::Active)
            })
    }

    /// Whether the HSMs of a cluster in that state have been initialized, and so talk to the tools.
    #[must_use]
    pub fn initialised(state: ClusterState) -> bool {
        !matches!(
            state,
            ClusterState::CreateInProgress
                | ClusterState::Uninitialized
                | ClusterState::InitializeInProgress
                | ClusterState::DeleteInProgress
                | ClusterState::Deleted
        )
    }

    /// The user type that a word means on this HSM: PRECO also means the crypto officer that the precrypto officer became.
    #[must_use]
    pub fn kind(contents: &HsmContents, word: &str) -> Option<UserKind> {
        match UserKind::parse(word)? {
            UserKind::Preco
                if contents
                    .users
                    .iter()
                    .all(|user| user.kind != UserKind::Preco) =>
            {
                Some(UserKind::Co)
            }
            kind => Some(kind),
        }
    }

    /// The user that a command names, by type word and name.
    #[must_use]
    pub fn user(&self, command: &HsmCommand) -> Option<&HsmUser> {
        let (word, name) = command.user();
        self.contents.user(Self::kind(&self.contents, word)?, name)
    }
}

pub(super) fn tool(facts: &AccountFacts<'_>) -> Option<ToolFacts> {
    let Subject::Tool { session, .. } = facts.subject else {
        return None;
    };
    Some(ToolFacts {
        id: session,
        session: facts.here()?.client.sessions.get(&session)?.clone(),
    })
}

pub(super) fn server(facts: &AccountFacts<'_>) -> Option<ServerFacts> {
    let Subject::Tool {
        session: id,
        server: number,
        ..
    } = facts.subject
    else {
        return None;
    };
    let region = facts.here()?;
    let session = region.client.sessions.get(&id)?;
    let server = session.servers.get(number)?;
    let hsm = region
        .clusters
        .get(&server.cluster_id)
        .and_then(|cluster| cluster.hsm(&server.hsm_id))
        .filter(|hsm| hsm.state == HsmState::Active);
    Some(ServerFacts {
        number,
        address: server.address.clone(),
        contents: hsm.map(|hsm| hsm.contents.clone()).unwrap_or_default(),
        sessions: hsm.map(|hsm| hsm.sessions.clone()).unwrap_or_default(),
        login: hsm
            .and_then(|hsm| {
                hsm.sessions
                    .iter()
                    .find(|login| login.holder == Holder::Tool(id))
            })
            .map(|login| (login.kind, login.user.clone())),
        encrypted: server.encrypted,
        active: hsm.is_some(),
    })
}

pub(super) fn command(facts: &AccountFacts<'_>) -> Option<HsmCommand> {
    match facts.subject {
        Subject::Tool { command, .. } => Some(command.clone()),
        Subject::Request | Subject::Store(_) => None,
    }
}
