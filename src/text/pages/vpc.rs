//! Pages of the network.

pub(crate) const VPCS_ABOUT: &str =
    "A VPC is your own network in a Region. A cluster uses subnets of one VPC.";
pub(crate) const VPC_COLUMNS: &[&str] = &["VPC ID", "Name", "IPv4 CIDR", "Default", "Subnets", ""];
pub(crate) const NO_VPCS: &str = "No VPCs in this Region.";
pub(crate) const YES: &str = "Yes";
pub(crate) const NO: &str = "No";
pub(crate) const DELETE: &str = "Delete";
pub(crate) const DELETE_WARNING: &str = "It is deleted immediately, but only if nothing uses it.";
pub(crate) const DELETE_SUBNET_WARNING: &str = "The subnet is deleted immediately. A key store needs every subnet of its cluster. Without it, connecting fails with SUBNET_NOT_FOUND.";
pub(crate) const CREATE_VPC_ABOUT: &str =
    "A new VPC has no route to the internet, so its subnets are private.";
pub(crate) const NAME: &str = "Name";
pub(crate) const NAME_ABOUT: &str = "A tag with the key Name.";
pub(crate) const CIDR: &str = "IPv4 CIDR";
pub(crate) const VPC_CIDR_HINT: &str = "From /16 (65,536 addresses) to /28 (16 addresses).";
pub(crate) const VPC_CIDR: &str = "10.0.0.0/16";

pub(crate) const SUBNETS_ABOUT: &str = "A subnet is an address range of a VPC in one Availability Zone. A key store needs private subnets in at least two Availability Zones. Private means: no route to an internet gateway.";
pub(crate) const SUBNET_COLUMNS: &[&str] = &[
    "Subnet",
    "IPv4 CIDR",
    "Zone",
    "Access",
    "Free IPs",
    "VPC",
    "",
];
pub(crate) const NETWORK: &str = "A private network for the cluster";
pub(crate) const NETWORK_ABOUT: &str = "Your account has only the default VPC, and its subnets are public. A key store needs private subnets in at least two Availability Zones.";
pub(crate) const MAKE_NETWORK: &str = "Create VPC and private subnets";
pub(crate) const NETWORK_MADE: &str =
    "Created a VPC with private subnets in two Availability Zones";
pub(crate) const NO_SUBNETS: &str = "No subnets in this Region.";
pub(crate) const PUBLIC: &str = "Public";
pub(crate) const PRIVATE: &str = "Private";
pub(crate) const PRIVATE_WHY: &str = "No route to the internet";
pub(crate) const CREATE_SUBNET_ABOUT: &str =
    "Before you create a cluster, create subnets in at least two Availability Zones.";
pub(crate) const VPC: &str = "VPC";
pub(crate) const VPC_IS_PUBLIC: &str = "The subnets of this VPC are public, because its main route table has a route to an internet gateway. Create another VPC for the cluster.";
pub(crate) const ZONE: &str = "Availability Zone";
pub(crate) const NO_CLOUDHSM: &str = "no CloudHSM here";
pub(crate) const SUBNET_CIDR_HINT: &str =
    "A CIDR block inside the VPC, from /16 to /28. It can't overlap with other subnets.";

pub(crate) const TABLES_ABOUT: &str = "A route table controls where the traffic of its subnets goes. A subnet without its own route table uses the main route table of its VPC.";
pub(crate) const TABLE_COLUMNS: &[&str] = &["Route table ID", "Name", "Main", "Subnets", "VPC"];
pub(crate) const NO_TABLES: &str = "No route tables in this Region.";
pub(crate) const MAIN: &str = "Main";
pub(crate) const ROUTES: &str = "Routes";
pub(crate) const ROUTE_COLUMNS: &[&str] = &["Destination", "Target", ""];
pub(crate) const LOCAL: &str = "local";
pub(crate) const DELETE_ROUTE: &str = "Delete route";
pub(crate) const DELETE_ROUTE_WARNING: &str =
    "Without a route to an internet gateway, the subnets of this route table are private.";
pub(crate) const ADD_ROUTE: &str = "Add route";
pub(crate) const NO_GATEWAYS: &str = "No internet gateway is attached to this VPC, so its subnets are private. This is right for a cluster.";
pub(crate) const DESTINATION: &str = "Destination";
pub(crate) const DESTINATION_HINT: &str =
    "0.0.0.0/0 means every address without a more specific route.";
pub(crate) const EVERYWHERE: &str = "0.0.0.0/0";
pub(crate) const GATEWAY: &str = "Internet gateway";
pub(crate) const SUBNETS: &str = "Subnets";
pub(crate) const ASSOCIATED_COLUMNS: &[&str] = &["Subnet ID", "Name", "Zone", "Association", ""];
pub(crate) const EXPLICIT: &str = "explicit";
pub(crate) const BY_MAIN: &str = "main route table of the VPC";
pub(crate) const NO_ASSOCIATED: &str = "No subnet uses this route table.";
pub(crate) const ASSOCIATE: &str = "Associate a subnet";
pub(crate) const SUBNET: &str = "Subnet";
pub(crate) const CREATE_TABLE: &str = "Create route table";
pub(crate) const MAIN_STAYS: &str = "You can delete the main route table only with its VPC.";
pub(crate) const ACCESS: &str = "Subnets are";
pub(crate) const DISASSOCIATE: &str = "Disassociate";
pub(crate) const DISASSOCIATE_WARNING: &str = "The subnet will use the main route table of its VPC. If that has a route to an internet gateway, the subnet becomes public.";

pub(crate) const GATEWAYS: &str = "Internet gateways";
pub(crate) const GATEWAYS_ABOUT: &str = "A subnet is public if its route table has a route to an internet gateway. A cluster needs no internet gateway. NAT gateways are not simulated.";
pub(crate) const GATEWAY_COLUMNS: &[&str] = &["Internet gateway ID", "Attached to VPC", ""];
pub(crate) const NO_GATEWAY: &str = "No internet gateways in this Region.";
pub(crate) const DETACHED: &str = "detached";
pub(crate) const CREATE_GATEWAY: &str = "Create internet gateway";
pub(crate) const ATTACH: &str = "Attach to VPC";
pub(crate) const DETACH: &str = "Detach";
pub(crate) const DETACH_WARNING: &str =
    "No traffic can pass through this internet gateway any more.";

pub(crate) const GROUPS_ABOUT: &str =
    "A security group controls the traffic to and from its network interfaces.";
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
pub(crate) const GROUP_NAME_HINT: &str = "The name must be unique in the VPC.";
pub(crate) const CREATE_GROUP_ABOUT: &str = "A new security group allows no inbound traffic. AWS CloudHSM creates one for each cluster. Create your own for other hosts, such as clients.";
pub(crate) const DEFAULT_STAYS: &str =
    "You can delete the default security group only with its VPC.";
pub(crate) const DESCRIPTION: &str = "Description";
pub(crate) const FACTS: &str = "Details";
pub(crate) const USED_BY: &str = "Network interfaces";
pub(crate) const NOBODY: &str = "none";
pub(crate) const INBOUND: &str = "Inbound rules";
pub(crate) const OUTBOUND: &str = "Outbound rules";
pub(crate) const INBOUND_COLUMNS: &[&str] = &["Protocol", "Port range", "Source", "Rule ID", ""];
pub(crate) const OUTBOUND_COLUMNS: &[&str] =
    &["Protocol", "Port range", "Destination", "Rule ID", ""];
pub(crate) const NO_RULES: &str = "No rules. No traffic is allowed in this direction.";
pub(crate) const ALL: &str = "All";
pub(crate) const REMOVE_RULE: &str = "Delete rule";
pub(crate) const REMOVE_RULE_WARNING: &str = "Traffic that only this rule allows will stop. A key store needs TCP 2223–2225 from and to the security group of its cluster.";
pub(crate) const ADD_INBOUND: &str = "Add inbound rule";
pub(crate) const ADD_OUTBOUND: &str = "Add outbound rule";
pub(crate) const PROTOCOL: &str = "Protocol";
pub(crate) const PROTOCOLS: &[(&str, &str)] = &[
    ("tcp", "TCP"),
    ("udp", "UDP"),
    ("icmp", "ICMP"),
    ("-1", "All traffic"),
];
pub(crate) const PORTS: &str = "Port range";
pub(crate) const PORTS_HINT: &str = "One port, or a range such as 2223-2225.";
pub(crate) const HSM_PORTS: &str = "2223-2225";
pub(crate) const SOURCE: &str = "Source";
pub(crate) const SOURCE_HINT: &str =
    "Who can connect to the network interfaces of this group: a security group or a CIDR block.";
pub(crate) const TO: &str = "Destination";
pub(crate) const TO_HINT: &str =
    "What the network interfaces of this group can connect to: a security group or a CIDR block.";
pub(crate) const RANGE: &str = "CIDR block";
pub(crate) const RANGE_HINT: &str = "For example 10.0.0.0/16, or 10.0.1.5/32 for one address.";
pub(crate) const THIS_GROUP: &str = "this group";
pub(crate) const NEEDED: &str = "Rules that a cluster needs";
pub(crate) const NEEDS_IN: &str = "Inbound TCP 2223–2225 from this security group itself";
pub(crate) const NEEDS_OUT: &str = "Outbound TCP 2223–2225 to this security group itself";
pub(crate) const NEEDS_CLIENT: &str = "AWS KMS and every client in this security group reach the HSMs through these rules. A client in another security group needs an inbound rule for TCP 2223–2225 from its group.";
pub(crate) const RESTORE: &str = "Restore the documented rules";

pub(crate) fn created(id: &str) -> String {
    format!("Created {id}")
}

pub(crate) fn deleted(id: &str) -> String {
    format!("Deleted {id}")
}

pub(crate) const ACLS_ABOUT: &str = "A network ACL filters the traffic in and out of its subnets. The default one allows all traffic.";
pub(crate) const ACL_COLUMNS: &[&str] = &["Network ACL ID", "Rules", "Subnets", "VPC"];
pub(crate) const ACL_ABOUT: &str = "The first matching rule decides. A network ACL does not track connections, unlike a security group. Responses go to ports 32768 and above and need their own rule. Traffic inside a subnet is not filtered.";
pub(crate) const ENTRY_COLUMNS: &[&str] =
    &["Number", "Action", "Protocol", "Port range", "Range", ""];
pub(crate) const LAST_ENTRY: &str = "everything else";
pub(crate) const ALLOW: &str = "Allow";
pub(crate) const DENY: &str = "Deny";
pub(crate) const ACTIONS: &[(&str, &str)] = &[("allow", ALLOW), ("deny", DENY)];
pub(crate) const NUMBER: &str = "Number";
pub(crate) const NUMBER_HINT: &str = "1 to 32766. Lower numbers are checked first.";
pub(crate) const ACTION: &str = "Action";
pub(crate) const REMOVE_ENTRY_WARNING: &str =
    "The next matching rule decides instead. Without one, the traffic is denied.";

/// The name of a protocol by its word.
pub(crate) fn protocol(word: &'static str) -> &'static str {
    PROTOCOLS
        .iter()
        .find(|(value, _)| *value == word)
        .map_or(word, |(_, name)| name)
}

pub(crate) fn changed(id: &str) -> String {
    format!("Changed {id}")
}

/// Where CloudHSM has no capacity: those Availability Zones of the Region.
pub(crate) fn without_cloudhsm(zones: &[&str]) -> String {
    match zones {
        [] => "CloudHSM is available in every Availability Zone of this Region.".to_owned(),
        zones => format!("CloudHSM is not available in {}.", zones.join(" and ")),
    }
}

pub(crate) fn free_range(range: &str) -> String {
    format!("The next free CIDR block of this VPC is {range}.")
}

pub(crate) fn public(destination: &str, gateway: &str) -> String {
    format!("{destination} → {gateway}")
}

pub(crate) fn needed_by(cluster: &str) -> String {
    format!("This is the security group of {cluster}. AWS CloudHSM created it with these rules.")
}

pub(crate) fn group(id: &str, name: &str) -> String {
    format!("{id} ({name})")
}

pub(crate) fn this_group(id: &str, name: &str) -> String {
    format!("{id} ({name}, {THIS_GROUP})")
}
