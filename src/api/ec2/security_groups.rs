//! CreateSecurityGroup, DeleteSecurityGroup, DescribeSecurityGroups, and making groups for the services that bring their own.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::security_group_rules::{PERMISSION, permissions};
use super::{DRY_RUN, filters, paging, tags};
use crate::api::shape::{BOOLEAN, Member, STRING, Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Pages, Service, page};
use crate::facts::AccountFacts;
use crate::model::{Account, Peer, PortRule, Protocol, SecurityGroup};

const GROUP: &[Member] = &[
    member("GroupId", STRING),
    member("IpPermissionsEgress", Shape::list(&PERMISSION)),
    member("Tags", tags::LIST),
    member("VpcId", STRING),
    member("OwnerId", STRING),
    member("GroupName", STRING),
    member("Description", STRING),
    member("IpPermissions", Shape::list(&PERMISSION)),
];

/// CreateSecurityGroup.
pub(super) const CREATE: Operation = Operation {
    service: Service::Ec2,
    name: "CreateSecurityGroup",
    input: &[
        required("Description", STRING),
        required("GroupName", STRING),
        member("VpcId", STRING),
        member("TagSpecifications", tags::SPECIFICATIONS),
        DRY_RUN,
    ],
    output: &[member("GroupId", STRING), member("Tags", tags::LIST)],
    pages: None,
    action: Action::Write(create_group),
};

/// DeleteSecurityGroup.
pub(super) const DELETE: Operation = Operation {
    service: Service::Ec2,
    name: "DeleteSecurityGroup",
    input: &[required("GroupId", STRING), DRY_RUN],
    output: &[member("Return", BOOLEAN), member("GroupId", STRING)],
    pages: None,
    action: Action::Write(delete),
};

/// DescribeSecurityGroups.
pub(super) const DESCRIBE: Operation = Operation {
    service: Service::Ec2,
    name: "DescribeSecurityGroups",
    input: &[
        member("GroupIds", Shape::list(&STRING)),
        member("GroupNames", Shape::list(&STRING)),
        paging::TOKEN,
        paging::LIMIT,
        DRY_RUN,
        member("Filters", filters::FILTERS),
    ],
    output: &[
        member("SecurityGroups", Shape::list(&Shape::structure(GROUP))),
        paging::TOKEN,
    ],
    pages: Some(PAGES),
    action: Action::Read(describe),
};

const PAGES: Pages = paging::of("SecurityGroups");

fn create_group(call: &mut Call<'_>) -> Applied {
    let vpc = match call.text("VpcId") {
        Some(vpc) => vpc.to_owned(),
        None => call
            .here()?
            .network
            .vpcs
            .values()
            .find(|vpc| vpc.is_default)
            .map(|vpc| vpc.id.clone())
            .ok_or_else(|| Bug("no default VPC".into()))?,
    };
    let (name, description) = (
        call.needed("GroupName")?.to_owned(),
        call.needed("Description")?.to_owned(),
    );
    let id = create(call, &vpc, &name, &description, true)?;
    let tags = tags::of(call.input);
    let shown = tags::show(&tags);
    if let Some(group) = call.here_mut()?.network.security_groups.get_mut(&id) {
        group.tags = tags;
    }
    Ok(json!({ "GroupId": id, "Tags": shown }))
}

/// Makes a group; `open_egress` gives it the outbound rule that EC2 gives to groups that people make. Answers its id.
///
/// # Errors
/// [`Bug`] when there is no such Region.
pub fn create(
    call: &mut Call<'_>,
    vpc_id: &str,
    name: &str,
    description: &str,
    open_egress: bool,
) -> Result<String, Bug> {
    let id = call.entropy.hex_id("sg", &format!("{vpc_id}/{name}"));
    let egress = open_egress.then(|| PortRule {
        id: call.entropy.hex_id("sgr", &format!("{id}/egress")),
        protocol: Protocol::All,
        from_port: 0,
        to_port: u16::MAX,
        peer: Peer::Range("0.0.0.0/0".to_owned()),
    });
    call.here_mut()?.network.security_groups.insert(
        id.clone(),
        SecurityGroup {
            id: id.clone(),
            name: name.to_owned(),
            description: description.to_owned(),
            vpc_id: vpc_id.to_owned(),
            ingress: Vec::new(),
            egress: egress.into_iter().collect(),
            tags: BTreeMap::new(),
        },
    );
    Ok(id)
}

fn delete(call: &mut Call<'_>) -> Applied {
    let id = call.needed("GroupId")?.to_owned();
    call.here_mut()?.network.security_groups.remove(&id);
    Ok(json!({ "Return": true, "GroupId": id }))
}

fn describe(facts: &AccountFacts<'_>) -> Applied {
    let shown: Vec<Value> = facts
        .here()
        .into_iter()
        .flat_map(|region| region.network.security_groups.values())
        .filter(|group| filters::listed(facts.input(), "GroupIds", &group.id))
        // Names are those of the default VPC.
        .filter(|group| {
            filters::listed(facts.input(), "GroupNames", &group.name)
                && (facts.input()["GroupNames"].is_null() || is_of_default_vpc(facts, group))
        })
        .map(|group| show(facts.all(), group))
        .filter(|shown| filters::pass(facts, shown))
        .collect();
    Ok(page(&PAGES, facts, shown, json!({})))
}

fn is_of_default_vpc(facts: &AccountFacts<'_>, group: &SecurityGroup) -> bool {
    let region = facts.here();
    let vpc = region.and_then(|region| region.network.vpcs.get(&group.vpc_id));
    vpc.is_some_and(|vpc| vpc.is_default)
}

fn show(account: &Account, group: &SecurityGroup) -> Value {
    json!({
        "GroupId": group.id,
        "IpPermissionsEgress": permissions(&account.id, &group.egress),
        "Tags": tags::show(&group.tags),
        "VpcId": group.vpc_id,
        "OwnerId": account.id,
        "GroupName": group.name,
        "Description": group.description,
        "IpPermissions": permissions(&account.id, &group.ingress),
    })
}
