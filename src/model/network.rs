//! The part of EC2 that a cluster needs: VPCs, subnets, routes, security groups and network interfaces.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Table;

/// Everything of EC2 in one Region, by id.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Network {
    /// VPCs.
    pub vpcs: Table<String, Vpc>,
    /// Subnets.
    pub subnets: Table<String, Subnet>,
    /// Route tables.
    pub route_tables: Table<String, RouteTable>,
    /// Internet gateways.
    pub internet_gateways: Table<String, InternetGateway>,
    /// Security groups.
    pub security_groups: Table<String, SecurityGroup>,
    /// Network ACLs.
    pub acls: Table<String, NetworkAcl>,
    /// Network interfaces.
    pub interfaces: Table<String, Interface>,
}

/// A virtual private cloud.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Vpc {
    /// `vpc-…`
    pub id: String,
    /// IPv4 range in CIDR notation.
    pub cidr: String,
    /// Whether it is the Region's default VPC.
    pub is_default: bool,
    /// Tags by key.
    pub tags: BTreeMap<String, String>,
}

/// A subnet: one range of addresses in one Availability Zone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Subnet {
    /// `subnet-…`
    pub id: String,
    /// The VPC it belongs to.
    pub vpc_id: String,
    /// IPv4 range in CIDR notation.
    pub cidr: String,
    /// Availability Zone name, such as `us-east-1a`.
    pub zone: String,
    /// Whether it is the default subnet of its zone.
    pub default_for_zone: bool,
    /// Tags by key.
    pub tags: BTreeMap<String, String>,
}

/// A route table with its associations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RouteTable {
    /// `rtb-…`
    pub id: String,
    /// The VPC it belongs to.
    pub vpc_id: String,
    /// Whether it is the VPC's main table, which every subnet without an association of its own uses.
    pub main: bool,
    /// Routes in the order in which they were added; the first is the local one.
    pub routes: Vec<Route>,
    /// Explicit subnet associations.
    pub associations: Vec<Association>,
    /// Tags by key.
    pub tags: BTreeMap<String, String>,
}

/// The explicit association of a subnet with a route table or a network ACL.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Association {
    /// `rtbassoc-…` or `aclassoc-…`
    pub id: String,
    /// The subnet.
    pub subnet_id: String,
}

/// One route of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Route {
    /// Destination range in CIDR notation.
    pub destination: String,
    /// Where the traffic goes.
    pub target: RouteTarget,
}

/// The target of a route.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RouteTarget {
    /// Inside the VPC.
    Local,
    /// An internet gateway, by id. A subnet with such a route is public.
    InternetGateway(String),
    /// A network interface, by id. Nothing here forwards traffic, so such a route loses it.
    Interface(String),
}

/// An internet gateway.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InternetGateway {
    /// `igw-…`
    pub id: String,
    /// The VPC it is attached to.
    pub vpc_id: Option<String>,
    /// Tags by key.
    pub tags: BTreeMap<String, String>,
}

/// A security group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SecurityGroup {
    /// `sg-…`
    pub id: String,
    /// Group name, unique in its VPC.
    pub name: String,
    /// Description.
    pub description: String,
    /// The VPC it belongs to.
    pub vpc_id: String,
    /// Inbound rules.
    pub ingress: Vec<PortRule>,
    /// Outbound rules.
    pub egress: Vec<PortRule>,
    /// Tags by key.
    pub tags: BTreeMap<String, String>,
}

impl SecurityGroup {
    /// The rules of one direction.
    #[must_use]
    pub fn rules(&self, direction: Direction) -> &[PortRule] {
        match direction {
            Direction::Ingress => &self.ingress,
            Direction::Egress => &self.egress,
        }
    }

    /// Whether one direction lets TCP 2223 to 2225 through with the group itself as the peer: what a key store needs. A wider rule
    /// is enough too.
    #[must_use]
    pub fn admits_itself(&self, direction: Direction) -> bool {
        let itself = |peer: &Peer| matches!(peer, Peer::Group(id) if *id == self.id);
        self.rules(direction)
            .iter()
            .any(|rule| rule.covers_tcp(2223, 2225) && itself(&rule.peer))
    }
}

/// Inbound or outbound, seen from the interface that carries the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Inbound.
    Ingress,
    /// Outbound.
    Egress,
}

/// One rule of a security group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PortRule {
    /// `sgr-…`
    pub id: String,
    /// Protocol.
    pub protocol: Protocol,
    /// Lowest port, inclusive; 0 where the protocol has no ports.
    pub from_port: u16,
    /// Highest port, inclusive.
    pub to_port: u16,
    /// Source of an inbound rule, destination of an outbound one.
    pub peer: Peer,
}

impl PortRule {
    /// Whether the rule lets TCP through on every port from `from` to `to`.
    #[must_use]
    pub fn covers_tcp(&self, from: u16, to: u16) -> bool {
        match self.protocol {
            Protocol::All => true,
            Protocol::Tcp => self.from_port <= from && self.to_port >= to,
            Protocol::Udp | Protocol::Icmp => false,
        }
    }
}

/// Whether two rules are equal apart from their ids.
#[must_use]
pub fn same_rule(one: &PortRule, other: &PortRule) -> bool {
    one.protocol == other.protocol
        && one.peer == other.peer
        && (one.protocol == Protocol::All
            || (one.from_port, one.to_port) == (other.from_port, other.to_port))
}

/// The protocol of a security group rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Protocol {
    /// Every protocol and port (`-1`).
    All,
    /// TCP.
    Tcp,
    /// UDP.
    Udp,
    /// ICMP.
    Icmp,
}

impl Protocol {
    /// The word that EC2 uses for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "-1",
            Self::Tcp => "tcp",
            Self::Udp => "udp",
            Self::Icmp => "icmp",
        }
    }

    /// The number that network ACLs use for it.
    #[must_use]
    pub fn number(self) -> &'static str {
        match self {
            Self::All => "-1",
            Self::Tcp => "6",
            Self::Udp => "17",
            Self::Icmp => "1",
        }
    }

    /// Reads EC2's word (also `all` and the IANA numbers).
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "-1" | "all" => Some(Self::All),
            "tcp" | "6" => Some(Self::Tcp),
            "udp" | "17" => Some(Self::Udp),
            "icmp" | "1" => Some(Self::Icmp),
            _ => None,
        }
    }
}

/// The other side of a security group rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Peer {
    /// Interfaces that carry this security group, by id.
    Group(String),
    /// A range of IPv4 or IPv6 addresses in CIDR notation.
    Range(String),
}

/// An elastic network interface.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interface {
    /// `eni-…`
    pub id: String,
    /// The subnet whose address it uses.
    pub subnet_id: String,
    /// Private IPv4 address.
    pub ip: String,
    /// Security groups it carries.
    pub groups: Vec<String>,
    /// Further addresses of the same subnet.
    pub secondary: Vec<String>,
    /// What it is for, as EC2 shows it.
    pub description: String,
    /// Whether an AWS service created it, so the account cannot delete it.
    pub requester_managed: bool,
    /// Tags by key.
    pub tags: BTreeMap<String, String>,
}

impl Interface {
    /// All its addresses, the primary one first.
    pub fn addresses(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.ip).chain(&self.secondary)
    }
}

/// A network ACL of a VPC: what may enter and leave its subnets. Unlike a security group it does not track connections, so the answers
/// of a connection need entries of their own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkAcl {
    /// `acl-…`
    pub id: String,
    /// The VPC whose subnets it filters.
    pub vpc_id: String,
    /// Whether the account created it. The default one came with the VPC and filters every subnet without another network ACL.
    pub custom: bool,
    /// The subnets that are associated with it.
    pub associations: Vec<Association>,
    /// Entries of both directions in the order of their numbers; the first match decides, and traffic without a match is denied.
    pub entries: Vec<AclEntry>,
    /// Tags by key.
    pub tags: BTreeMap<String, String>,
}

impl NetworkAcl {
    /// Puts an entry where its number belongs, in the place of the one with the same number and direction.
    pub fn put(&mut self, entry: AclEntry) {
        self.remove(entry.number, entry.direction);
        let at = self
            .entries
            .partition_point(|other| other.number <= entry.number);
        self.entries.insert(at, entry);
    }

    /// Removes an entry.
    pub fn remove(&mut self, number: u16, direction: Direction) {
        self.entries
            .retain(|entry| (entry.number, entry.direction) != (number, direction));
    }
}

/// One entry of a network ACL.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AclEntry {
    /// Rule number, 1 to 32766.
    pub number: u16,
    /// Direction, seen from the subnet.
    pub direction: Direction,
    /// Whether it lets traffic through.
    pub allow: bool,
    /// Protocol.
    pub protocol: Protocol,
    /// Lowest port, inclusive; 0 where the protocol has no ports.
    pub from_port: u16,
    /// Highest port, inclusive.
    pub to_port: u16,
    /// Source of inbound traffic, destination of outbound traffic, in CIDR notation.
    pub range: String,
}
