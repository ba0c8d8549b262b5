//! The rules of security groups: authorizing and revoking them, in either direction, and listing them.

use serde_json::{Value, json};

use super::{DRY_RUN, filters, paging};
use crate::api::shape::{BOOLEAN, INTEGER, Member, STRING, Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Pages, Service, page};
use crate::facts::AccountFacts;
use crate::facts::network::is_ipv6;
use crate::model::{Direction, Peer, PortRule, Protocol, same_rule};

/// A permission: protocol, ports and peers.
pub(super) const PERMISSION: Shape = Shape::structure(&[
    member("IpProtocol", STRING),
    member("FromPort", INTEGER),
    member("ToPort", INTEGER),
    member(
        "UserIdGroupPairs",
        Shape::list(&Shape::structure(&[
            member("Description", STRING),
            member("UserId", STRING),
            member("GroupId", STRING),
        ])),
    ),
    member(
        "IpRanges",
        Shape::list(&Shape::structure(&[
            member("Description", STRING),
            member("CidrIp", STRING),
        ])),
    ),
    member(
        "Ipv6Ranges",
        Shape::list(&Shape::structure(&[
            member("Description", STRING),
            member("CidrIpv6", STRING),
        ])),
    ),
]);

const INPUT: &[Member] = &[
    required("GroupId", STRING),
    member("IpPermissions", Shape::list(&PERMISSION)),
    DRY_RUN,
];
/// A rule is revoked by what it says or by its id.
const INPUT_REVOKE: &[Member] = &[
    required("GroupId", STRING),
    member("IpPermissions", Shape::list(&PERMISSION)),
    member("SecurityGroupRuleIds", Shape::list(&STRING)),
    DRY_RUN,
];

const RULES: Shape = Shape::list(&Shape::structure(&[
    member("SecurityGroupRuleId", STRING),
    member("GroupId", STRING),
    member("GroupOwnerId", STRING),
    member("IsEgress", BOOLEAN),
    member("IpProtocol", STRING),
    member("FromPort", INTEGER),
    member("ToPort", INTEGER),
    member("CidrIpv4", STRING),
    member("CidrIpv6", STRING),
    member(
        "ReferencedGroupInfo",
        Shape::structure(&[member("GroupId", STRING), member("UserId", STRING)]),
    ),
]));

const AUTHORIZED: &[Member] = &[
    member("Return", BOOLEAN),
    member("SecurityGroupRules", RULES),
];
const REVOKED: &[Member] = &[
    member("Return", BOOLEAN),
    member("RevokedSecurityGroupRules", RULES),
];

/// DescribeSecurityGroupRules.
pub(super) const DESCRIBE: Operation = Operation {
    service: Service::Ec2,
    name: "DescribeSecurityGroupRules",
    input: &[
        member("Filters", filters::FILTERS),
        member("SecurityGroupRuleIds", Shape::list(&STRING)),
        DRY_RUN,
        paging::TOKEN,
        paging::LIMIT,
    ],
    output: &[member("SecurityGroupRules", RULES), paging::TOKEN],
    pages: Some(PAGES),
    action: Action::Read(describe),
};

const PAGES: Pages = paging::of("SecurityGroupRules");

/// AuthorizeSecurityGroupIngress.
pub(super) const AUTHORIZE_INGRESS: Operation = Operation::unpaged(
    Service::Ec2,
    "AuthorizeSecurityGroupIngress",
    INPUT,
    AUTHORIZED,
    Action::Write(|call| authorize(call, Direction::Ingress)),
);
/// AuthorizeSecurityGroupEgress.
pub(super) const AUTHORIZE_EGRESS: Operation = Operation::unpaged(
    Service::Ec2,
    "AuthorizeSecurityGroupEgress",
    INPUT,
    AUTHORIZED,
    Action::Write(|call| authorize(call, Direction::Egress)),
);
/// RevokeSecurityGroupIngress.
pub(super) const REVOKE_INGRESS: Operation = Operation::unpaged(
    Service::Ec2,
    "RevokeSecurityGroupIngress",
    INPUT_REVOKE,
    REVOKED,
    Action::Write(|call| revoke(call, Direction::Ingress)),
);
/// RevokeSecurityGroupEgress.
pub(super) const REVOKE_EGRESS: Operation = Operation::unpaged(
    Service::Ec2,
    "RevokeSecurityGroupEgress",
    INPUT_REVOKE,
    REVOKED,
    Action::Write(|call| revoke(call, Direction::Egress)),
);

fn authorize(call: &mut Call<'_>, direction: Direction) -> Applied {
    let id = call.needed("GroupId")?.to_owned();
    let mut added = Vec::new();
    for (index, mut rule) in crate::facts::network::port_rules(call.input)
        .into_iter()
        .enumerate()
    {
        rule.id = call.entropy.hex_id("sgr", &format!("{id}/{index}"));
        added.push(rule);
    }
    rules_mut(call, &id, direction)?.extend(added.iter().cloned());
    let shown = show_all(&call.account.id, &id, direction, &added);
    Ok(json!({ "Return": true, "SecurityGroupRules": shown }))
}

fn revoke(call: &mut Call<'_>, direction: Direction) -> Applied {
    let id = call.needed("GroupId")?.to_owned();
    let wanted = crate::facts::network::port_rules(call.input);
    let ids = call.input["SecurityGroupRuleIds"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let rules = rules_mut(call, &id, direction)?;
    let (gone, kept): (Vec<PortRule>, Vec<PortRule>) =
        std::mem::take(rules).into_iter().partition(|rule| {
            ids.iter().any(|id| *id == rule.id) || wanted.iter().any(|other| same_rule(rule, other))
        });
    *rules = kept;
    let shown = show_all(&call.account.id, &id, direction, &gone);
    Ok(json!({ "Return": true, "RevokedSecurityGroupRules": shown }))
}

fn rules_mut<'a>(
    call: &'a mut Call<'_>,
    id: &str,
    direction: Direction,
) -> Result<&'a mut Vec<PortRule>, Bug> {
    let group = call
        .here_mut()?
        .network
        .security_groups
        .get_mut(id)
        .ok_or_else(|| Bug(format!("no group {id}")))?;
    Ok(match direction {
        Direction::Ingress => &mut group.ingress,
        Direction::Egress => &mut group.egress,
    })
}

/// Rules in the form of DescribeSecurityGroups.
pub(super) fn permissions(account: &str, rules: &[PortRule]) -> Value {
    rules
        .iter()
        .map(|rule| {
            let mut shown = json!({ "IpProtocol": rule.protocol.word() });
            if rule.protocol != Protocol::All {
                (shown["FromPort"], shown["ToPort"]) = ports(rule);
            }
            for list in ["UserIdGroupPairs", "IpRanges", "Ipv6Ranges"] {
                shown[list] = json!([]);
            }
            match &rule.peer {
                Peer::Group(id) => {
                    shown["UserIdGroupPairs"] = json!([{ "UserId": account, "GroupId": id }]);
                }
                Peer::Range(range) if is_ipv6(range) => {
                    shown["Ipv6Ranges"] = json!([{ "CidrIpv6": range }]);
                }
                Peer::Range(range) => shown["IpRanges"] = json!([{ "CidrIp": range }]),
            }
            shown
        })
        .collect()
}

/// The ports of a rule as EC2 shows them; protocols without ports have -1.
fn ports(rule: &PortRule) -> (Value, Value) {
    match rule.protocol {
        Protocol::Tcp | Protocol::Udp => (rule.from_port.into(), rule.to_port.into()),
        Protocol::All | Protocol::Icmp => (json!(-1), json!(-1)),
    }
}

fn describe(facts: &AccountFacts<'_>) -> Applied {
    let account = &facts.all().id;
    let shown: Vec<Value> = facts
        .here()
        .into_iter()
        .flat_map(|region| region.network.security_groups.values())
        .flat_map(|group| {
            [Direction::Ingress, Direction::Egress]
                .into_iter()
                .flat_map(|direction| {
                    show_all(account, &group.id, direction, group.rules(direction))
                })
        })
        .filter(|rule| {
            let id = rule["SecurityGroupRuleId"].as_str().unwrap_or_default();
            filters::listed(facts.input(), "SecurityGroupRuleIds", id) && filters::pass(facts, rule)
        })
        .collect();
    Ok(page(&PAGES, facts, shown, json!({})))
}

fn show_all(account: &str, group: &str, direction: Direction, rules: &[PortRule]) -> Vec<Value> {
    rules
        .iter()
        .map(|rule| {
            let mut shown = json!({
                "SecurityGroupRuleId": rule.id,
                "GroupId": group,
                "GroupOwnerId": account,
                "IsEgress": direction == Direction::Egress,
                "IpProtocol": rule.protocol.word(),
            });
            (shown["FromPort"], shown["ToPort"]) = ports(rule);
            match &rule.peer {
                Peer::Group(id) => {
                    shown["ReferencedGroupInfo"] = json!({ "GroupId": id, "UserId": account });
                }
                Peer::Range(range) if is_ipv6(range) => {
                    shown["CidrIpv6"] = range.clone().into();
                }
                Peer::Range(range) => shown["CidrIpv4"] = range.clone().into(),
            }
            shown
        })
        .collect()
}
