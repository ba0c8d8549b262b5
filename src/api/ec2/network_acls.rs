//! Network ACLs: the one that every VPC has, others, their entries, and the subnets that they guard.

use serde_json::{Value, json};

use super::{DRY_RUN, filters, paging, tags};
use crate::api::shape::{BOOLEAN, INTEGER, Member, STRING, Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Pages, Service, page};
use crate::facts::AccountFacts;
use crate::facts::network::{acl_association, acl_associations};
use crate::facts::way::LAST;
use crate::model::{AclEntry, Association, Direction, Network, NetworkAcl, Protocol};

const PORTS: Shape = Shape::structure(&[member("From", INTEGER), member("To", INTEGER)]);

const ACL: &[Member] = &[
    member(
        "Associations",
        Shape::list(&Shape::structure(&[
            member("NetworkAclAssociationId", STRING),
            member("NetworkAclId", STRING),
            member("SubnetId", STRING),
        ])),
    ),
    member(
        "Entries",
        Shape::list(&Shape::structure(&[
            member("CidrBlock", STRING),
            member("Egress", BOOLEAN),
            member("PortRange", PORTS),
            member("Protocol", STRING),
            member("RuleAction", STRING),
            member("RuleNumber", INTEGER),
        ])),
    ),
    member("IsDefault", BOOLEAN),
    member("NetworkAclId", STRING),
    member("Tags", tags::LIST),
    member("VpcId", STRING),
    member("OwnerId", STRING),
];

const ENTRY: &[Member] = &[
    DRY_RUN,
    required("NetworkAclId", STRING),
    required("RuleNumber", INTEGER),
    required("Protocol", STRING),
    required("RuleAction", Shape::words(&["allow", "deny"])),
    required("Egress", BOOLEAN),
    member("CidrBlock", STRING),
    member("PortRange", PORTS),
];

/// CreateNetworkAcl: lets nothing through until it has entries.
pub(super) const CREATE: Operation = Operation::unpaged(
    Service::Ec2,
    "CreateNetworkAcl",
    &[
        member("TagSpecifications", tags::SPECIFICATIONS),
        DRY_RUN,
        required("VpcId", STRING),
    ],
    &[member("NetworkAcl", Shape::structure(ACL))],
    Action::Write(create),
);

/// DeleteNetworkAcl.
pub(super) const DELETE: Operation = Operation::unpaged(
    Service::Ec2,
    "DeleteNetworkAcl",
    &[DRY_RUN, required("NetworkAclId", STRING)],
    &[],
    Action::Write(|call| {
        let id = call.needed("NetworkAclId")?.to_owned();
        call.here_mut()?.network.acls.remove(&id);
        Ok(json!({}))
    }),
);

/// ReplaceNetworkAclAssociation: gives the subnet of an association to another network ACL.
pub(super) const REPLACE_ASSOCIATION: Operation = Operation::unpaged(
    Service::Ec2,
    "ReplaceNetworkAclAssociation",
    &[
        DRY_RUN,
        required("AssociationId", STRING),
        required("NetworkAclId", STRING),
    ],
    &[member("NewAssociationId", STRING)],
    Action::Write(replace_association),
);

/// CreateNetworkAclEntry.
pub(super) const CREATE_ENTRY: Operation = Operation::unpaged(
    Service::Ec2,
    "CreateNetworkAclEntry",
    ENTRY,
    &[],
    Action::Write(put),
);

/// ReplaceNetworkAclEntry.
pub(super) const REPLACE_ENTRY: Operation = Operation::unpaged(
    Service::Ec2,
    "ReplaceNetworkAclEntry",
    ENTRY,
    &[],
    Action::Write(put),
);

/// DeleteNetworkAclEntry.
pub(super) const DELETE_ENTRY: Operation = Operation::unpaged(
    Service::Ec2,
    "DeleteNetworkAclEntry",
    &[
        DRY_RUN,
        required("NetworkAclId", STRING),
        required("RuleNumber", INTEGER),
        required("Egress", BOOLEAN),
    ],
    &[],
    Action::Write(|call| {
        let (number, direction) = named(call.input);
        acl_mut(call)?.remove(number, direction);
        Ok(json!({}))
    }),
);

/// DescribeNetworkAcls.
pub(super) const DESCRIBE: Operation = Operation {
    service: Service::Ec2,
    name: "DescribeNetworkAcls",
    input: &[
        paging::TOKEN,
        paging::LIMIT,
        DRY_RUN,
        member("NetworkAclIds", Shape::list(&STRING)),
        member("Filters", filters::FILTERS),
    ],
    output: &[
        member("NetworkAcls", Shape::list(&Shape::structure(ACL))),
        paging::TOKEN,
    ],
    pages: Some(PAGES),
    action: Action::Read(describe),
};

const PAGES: Pages = paging::of("NetworkAcls");

fn create(call: &mut Call<'_>) -> Applied {
    let acl = NetworkAcl {
        id: call.entropy.hex_id("acl", "acl"),
        vpc_id: call.needed("VpcId")?.to_owned(),
        custom: true,
        associations: Vec::new(),
        entries: Vec::new(),
        tags: tags::of(call.input),
    };
    let shown = show(&call.account.id, &call.here()?.network, &acl);
    let acls = &mut call.here_mut()?.network.acls;
    acls.insert(acl.id.clone(), acl);
    Ok(json!({ "NetworkAcl": shown }))
}

fn replace_association(call: &mut Call<'_>) -> Applied {
    let id = call.needed("AssociationId")?.to_owned();
    let subnet_id = acl_association(&call.here()?.network, &id)
        .ok_or_else(|| Bug(format!("no association {id}")))?
        .subnet_id;
    for acl in call.here_mut()?.network.acls.values_mut() {
        acl.associations
            .retain(|there| there.subnet_id != subnet_id);
    }
    let id = call.entropy.hex_id("aclassoc", "association");
    acl_mut(call)?.associations.push(Association {
        id: id.clone(),
        subnet_id,
    });
    Ok(json!({ "NewAssociationId": id }))
}

fn acl_mut<'a>(call: &'a mut Call<'_>) -> Result<&'a mut NetworkAcl, Bug> {
    let id = call.needed("NetworkAclId")?.to_owned();
    call.here_mut()?
        .network
        .acls
        .get_mut(&id)
        .ok_or_else(|| Bug(format!("no network ACL {id}")))
}

/// Number and direction of the entry that a request is about.
fn named(input: &Value) -> (u16, Direction) {
    let number = input["RuleNumber"].as_u64().unwrap_or_default();
    let direction = if input["Egress"] == true {
        Direction::Egress
    } else {
        Direction::Ingress
    };
    (u16::try_from(number).unwrap_or(LAST), direction)
}

fn put(call: &mut Call<'_>) -> Applied {
    let (number, direction) = named(call.input);
    let protocol = Protocol::parse(call.needed("Protocol")?)
        .ok_or_else(|| Bug("the protocol was not checked".into()))?;
    let port = |name: &str, otherwise: u16| {
        call.input["PortRange"][name]
            .as_u64()
            .and_then(|port| u16::try_from(port).ok())
            // Ports given with a protocol that has none say nothing.
            .filter(|_| matches!(protocol, Protocol::Tcp | Protocol::Udp))
            .unwrap_or(otherwise)
    };
    let entry = AclEntry {
        number,
        direction,
        allow: call.text("RuleAction") == Some("allow"),
        protocol,
        from_port: port("From", 0),
        to_port: port("To", u16::MAX),
        range: call.needed("CidrBlock")?.to_owned(),
    };
    acl_mut(call)?.put(entry);
    Ok(json!({}))
}

fn describe(facts: &AccountFacts<'_>) -> Applied {
    let mut shown: Vec<Value> = Vec::new();
    if let Some(region) = facts.here() {
        let network = &region.network;
        shown.extend(
            network
                .acls
                .values()
                .filter(|acl| filters::listed(facts.input(), "NetworkAclIds", &acl.id))
                .map(|acl| show(&facts.all().id, network, acl))
                .filter(|shown| filters::pass(facts, shown)),
        );
    }
    Ok(page(&PAGES, facts, shown, json!({})))
}

fn show(account: &str, network: &Network, acl: &NetworkAcl) -> Value {
    let associations: Vec<Value> = acl_associations(network, acl)
        .map(|association| {
            json!({
                "NetworkAclAssociationId": association.id,
                "NetworkAclId": acl.id,
                "SubnetId": association.subnet_id,
            })
        })
        .collect();
    let mut entries = Vec::new();
    for direction in [Direction::Egress, Direction::Ingress] {
        let own = acl.entries.iter().filter(|it| it.direction == direction);
        entries.extend(own.map(show_entry));
        entries.push(json!({
            "CidrBlock": "0.0.0.0/0",
            "Egress": direction == Direction::Egress,
            "Protocol": Protocol::All.number(),
            "RuleAction": "deny",
            "RuleNumber": LAST,
        }));
    }
    json!({
        "Associations": associations,
        "Entries": entries,
        "IsDefault": !acl.custom,
        "NetworkAclId": acl.id,
        "Tags": tags::show(&acl.tags),
        "VpcId": acl.vpc_id,
        "OwnerId": account,
    })
}

fn show_entry(entry: &AclEntry) -> Value {
    let mut shown = json!({
        "CidrBlock": entry.range,
        "Egress": entry.direction == Direction::Egress,
        "Protocol": entry.protocol.number(),
        "RuleAction": if entry.allow { "allow" } else { "deny" },
        "RuleNumber": entry.number,
    });
    if matches!(entry.protocol, Protocol::Tcp | Protocol::Udp) {
        shown["PortRange"] = json!({ "From": entry.from_port, "To": entry.to_port });
    }
    shown
}
