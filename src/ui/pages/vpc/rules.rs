//! The rules of a security group as the services take them.

use serde_json::{Value, json};

use crate::model::{Direction, Peer, PortRule, Protocol};

/// The operation that adds rules.
pub(super) fn authorize(direction: Direction) -> &'static str {
    match direction {
        Direction::Ingress => "AuthorizeSecurityGroupIngress",
        Direction::Egress => "AuthorizeSecurityGroupEgress",
    }
}

/// The operation that removes them.
pub(super) fn revoke(direction: Direction) -> &'static str {
    match direction {
        Direction::Ingress => "RevokeSecurityGroupIngress",
        Direction::Egress => "RevokeSecurityGroupEgress",
    }
}

/// The request that adds or removes a permission of a group.
pub(super) fn request(group: &str, permission: Value) -> Value {
    json!({ "GroupId": group, "IpPermissions": [permission] })
}

/// A permission as it was filled in: a protocol, ports such as `2223-2225`, and a group or a range. What cannot be read goes to the
/// service as it is, which refuses it. No ports are all of them.
pub(super) fn permission(protocol: &str, ports: &str, peer: &str) -> Value {
    let mut permission = json!({ "IpProtocol": protocol });
    if let Some((from, to)) = range(ports) {
        permission["FromPort"] = from;
        permission["ToPort"] = to;
    } else if matches!(protocol, "tcp" | "udp") {
        permission["FromPort"] = 0.into();
        permission["ToPort"] = u16::MAX.into();
    }
    if peer.starts_with("sg-") {
        permission["UserIdGroupPairs"] = json!([{ "GroupId": peer }]);
    } else if peer.contains(':') {
        permission["Ipv6Ranges"] = json!([{ "CidrIpv6": peer }]);
    } else {
        permission["IpRanges"] = json!([{ "CidrIp": peer }]);
    }
    permission
}

/// Ports as they were filled in: the lowest and the highest; nothing where none were.
pub(super) fn range(ports: &str) -> Option<(Value, Value)> {
    let (from, to) = ports.split_once(['-', '–']).unwrap_or((ports, ports));
    (!ports.is_empty()).then(|| (number(from), number(to)))
}

/// A number as it was filled in; what is none goes to the service as it is.
pub(super) fn number(text: &str) -> Value {
    let text = text.trim();
    text.parse::<i64>()
        .map_or_else(|_| text.into(), Value::from)
}

/// The permission that a rule is.
pub(super) fn permission_of(rule: &PortRule) -> Value {
    permission(rule.protocol.word(), &ports(rule), peer(rule))
}

/// The ports of a rule; nothing where it has none.
pub(super) fn ports(rule: &PortRule) -> String {
    match rule.protocol {
        Protocol::All => String::new(),
        _ if rule.from_port == rule.to_port => rule.from_port.to_string(),
        _ => format!("{}-{}", rule.from_port, rule.to_port),
    }
}

/// The other side of a rule.
pub(super) fn peer(rule: &PortRule) -> &str {
    match &rule.peer {
        Peer::Group(id) => id,
        Peer::Range(range) => range,
    }
}
