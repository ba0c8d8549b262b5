//! The simulated account as plain data. Nothing here can fail, draw entropy or read a clock: `api`, `hsm` and `sim` are the only
//! layers that change it, and `facts` is how rules look at it.

mod account;
mod client;
mod cluster;
mod hsm;
pub mod json;
mod keys;
mod network;
mod queue;
mod region;
mod region_keys;
mod roles;
mod secret;
mod sort;
mod table;
mod time;
mod trail;

pub use account::{Account, Injected, Meter, Quota, Quotas, USER};
pub use client::{ClientHost, ToolLogin, ToolServer, ToolSession};
pub use cluster::{
    Backup, BackupState, Certificates, Cluster, ClusterState, CopySource, Hsm, HsmState,
    RETENTION_DAYS, Rollback,
};
pub use hsm::{Holder, HsmContents, HsmKey, HsmSession, HsmUser, LOCKOUT, UserKind};
pub use keys::{Alias, ConnectionFailure, ConnectionState, Key, KeyMaterial, KeyState, KeyStore};
pub use network::{
    AclEntry, Association, Direction, Interface, InternetGateway, Network, NetworkAcl, Peer,
    PortRule, Protocol, Route, RouteTable, RouteTarget, SecurityGroup, Subnet, Vpc, same_rule,
};
pub use queue::{Job, Queue, Scheduled};
pub use region::{REGIONS, Region, Zone};
pub use region_keys::Keys;
pub use roles::{LinkedService, Role, Roles};
pub use secret::{SECRET_MEMBER, Secret};
pub use sort::{Sort, map_of, set_of};
pub use table::{Table, TableKey};
pub use time::{DAY, HOUR, MINUTE, SECOND, Timestamp};
pub use trail::{KeyDeletion, MaterialDeletion, Trail};
