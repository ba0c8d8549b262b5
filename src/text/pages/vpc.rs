//! Pages of the network.

pub(crate) const VPCS_ABOUT: &str =
    "A VPC is a network of your own in a Region. A cluster lives in the subnets of one.";
pub(crate) const VPC_COLUMNS: &[&str] = &["VPC ID", "Name", "IPv4 CIDR", "Default", "Subnets", ""];
pub(crate) const NO_VPCS: &str = "No VPCs in this Region.";
pub(crate) const YES: &str = "Yes";
pub(crate) const NO: &str = "No";
pub(crate) const DELETE: &str = "Delete";
pub(crate) const DELETE_WARNING: &str =
    "It is deleted at once, and only if nothing uses it any more.";
pub(crate) const DELETE_SUBNET_WARNING: &str = "It is deleted at once. A key store needs every subnet of its cluster: without one of them it fails to connect with SUBNET_NOT_FOUND.";
pub(crate) const CREATE_VPC_ABOUT: &str =
    "Its route table has no way to the internet, so its subnets are private.";
pub(crate) const NAME: &str = "Name";
pub(crate) const NAME_ABOUT: &str = "A tag with the key Name, for you.";
pub(crate) const CIDR: &str = "IPv4 CIDR";
pub(crate) const VPC_CIDR_HINT: &str = "From /16 (65,536 addresses) to /28 (16 addresses).";
pub(crate) const VPC_CIDR: &str = "10.0.0.0/16";

pub(crate) const SUBNETS_ABOUT: &str = "A subnet is a range of a VPC in one Availability Zone. A key store wants private ones in at least two: their route table leads to no internet gateway.";
pub(crate) const SUBNET_COLUMNS: &[&str] =
    &["Subnet", "Zone", "IPv4 CIDR", "Free", "Access", "VPC", ""];
pub(crate) const NO_SUBNETS: &str = "No subnets in this Region.";
pub(crate) const PUBLIC: &str = "Public";
pub(crate) const PRIVATE: &str = "Private";
pub(crate) const CREATE_SUBNET_ABOUT: &str =
    "Create one in each of two Availability Zones at least, before you create a cluster.";
pub(crate) const VPC: &str = "VPC";
pub(crate) const ZONE: &str = "Availability Zone";
pub(crate) const ZONE_HINT: &str = "CloudHSM is not offered in every Availability Zone.";
pub(crate) const NO_CLOUDHSM: &str = "no CloudHSM here";
pub(crate) const SUBNET_CIDR_HINT: &str =
    "A range inside the VPC that no other subnet overlaps, /16 to /28.";

pub(crate) const TABLES_ABOUT: &str = "A route table says where the traffic of its subnets goes. A subnet without a table of its own uses the main one of its VPC.";
pub(crate) const TABLE_COLUMNS: &[&str] = &["Route table ID", "Main", "Subnets", "VPC"];
pub(crate) const NO_TABLES: &str = "No route tables in this Region.";
pub(crate) const MAIN: &str = "Main";
pub(crate) const ROUTES: &str = "Routes";
pub(crate) const ROUTE_COLUMNS: &[&str] = &["Destination", "Target", ""];
pub(crate) const LOCAL: &str = "local";
pub(crate) const DELETE_ROUTE: &str = "Delete route";
pub(crate) const DELETE_ROUTE_WARNING: &str =
    "Without a route to an internet gateway the subnets of this table are private.";
pub(crate) const ADD_ROUTE: &str = "Add a route to an internet gateway";
pub(crate) const ADD_ROUTE_BUTTON: &str = "Add route";
pub(crate) const NO_GATEWAYS: &str = "No internet gateway is attached to this VPC, so its subnets stay private. The terminal can create one: aws ec2 create-internet-gateway.";
pub(crate) const DESTINATION: &str = "Destination";
pub(crate) const GATEWAY: &str = "Internet gateway";
pub(crate) const SUBNETS: &str = "Subnets";
pub(crate) const ASSOCIATED_COLUMNS: &[&str] = &["Subnet ID", "Name", "Association"];
pub(crate) const EXPLICIT: &str = "explicit";
pub(crate) const BY_MAIN: &str = "main table of the VPC";
pub(crate) const NO_ASSOCIATED: &str = "No subnet uses this table.";
pub(crate) const ASSOCIATE: &str = "Associate a subnet";
pub(crate) const SUBNET: &str = "Subnet";

pub(crate) const GROUPS_ABOUT: &str =
    "A security group lets traffic in and out of the network interfaces that carry it.";
pub(crate) const GROUP_COLUMNS: &[&str] = &[
    "Security group ID",
    "Name",
    "Description",
    "Inbound",
    "Outbound",
    "VPC",
];
pub(crate) const NO_GROUPS: &str = "No security groups in this Region.";
pub(crate) const GROUP_NAME: &str = "Security group name";
pub(crate) const DESCRIPTION: &str = "Description";
pub(crate) const FACTS: &str = "Details";
pub(crate) const USED_BY: &str = "Network interfaces";
pub(crate) const NOBODY: &str = "none";
pub(crate) const INBOUND: &str = "Inbound rules";
pub(crate) const OUTBOUND: &str = "Outbound rules";
pub(crate) const RULE_COLUMNS: &[&str] = &["Rule ID", "Protocol", "Ports", "Peer", ""];
pub(crate) const NO_RULES: &str = "No rules: nothing passes in this direction.";
pub(crate) const ALL: &str = "All";
pub(crate) const REMOVE_RULE: &str = "Delete rule";
pub(crate) const REMOVE_RULE_WARNING: &str = "Traffic that only this rule lets through stops. A key store needs TCP 2223–2225 from and to the security group of its cluster.";
pub(crate) const ADD_RULE: &str = "Add a rule";
pub(crate) const ADD_RULE_BUTTON: &str = "Add rule";
pub(crate) const DIRECTION: &str = "Direction";
pub(crate) const IN: &str = "Inbound";
pub(crate) const IN_ABOUT: &str = "From a source to the interfaces with this group.";
pub(crate) const OUT: &str = "Outbound";
pub(crate) const OUT_ABOUT: &str = "From these interfaces to a destination.";
pub(crate) const PROTOCOL: &str = "Protocol";
pub(crate) const PROTOCOLS: &[(&str, &str)] = &[
    ("tcp", "TCP"),
    ("udp", "UDP"),
    ("icmp", "ICMP"),
    ("-1", "All traffic"),
];
pub(crate) const PORTS: &str = "Port range";
pub(crate) const PORTS_HINT: &str = "One port, or two with a hyphen: 2223-2225.";
pub(crate) const HSM_PORTS: &str = "2223-2225";
pub(crate) const PEER: &str = "Source or destination";
pub(crate) const PEER_HINT: &str =
    "A security group (sg-…) of this VPC, or a range such as 10.0.0.0/16.";
pub(crate) const LACKS: &str = "This is the security group of a cluster, and it lacks a rule that a key store needs: TCP 2223–2225 from and to itself.";
pub(crate) const RESTORE: &str = "Restore the documented rules";

pub(crate) fn created(id: &str) -> String {
    format!("Created {id}")
}

pub(crate) fn deleted(id: &str) -> String {
    format!("Deleted {id}")
}

pub(crate) fn changed(id: &str) -> String {
    format!("Changed {id}")
}

pub(crate) fn free_range(range: &str) -> String {
    format!("The next free range of this VPC is {range}.")
}
