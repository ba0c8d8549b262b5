//! CreateVpc, DeleteVpc, DescribeVpcs.

use serde_json::{Value, json};

use super::{DRY_RUN, default_vpc, filters, paging, tags};
use crate::api::shape::{BOOLEAN, Member, STRING, Shape, member, required};
use crate::api::{Action, Applied, Call, Operation, Pages, Service, page};
use crate::facts::AccountFacts;
use crate::model::{Account, Vpc};

const VPC: &[Member] = &[
    member("OwnerId", STRING),
    member("InstanceTenancy", STRING),
    member(
        "CidrBlockAssociationSet",
        Shape::list(&Shape::structure(&[
            member("AssociationId", STRING),
            member("CidrBlock", STRING),
            member(
                "CidrBlockState",
                Shape::structure(&[member("State", STRING)]),
            ),
        ])),
    ),
    member("IsDefault", BOOLEAN),
    member("Tags", tags::LIST),
    member("VpcId", STRING),
    member("State", STRING),
    member("CidrBlock", STRING),
    member("DhcpOptionsId", STRING),
];

/// CreateVpc.
pub(super) const CREATE: Operation = Operation {
    service: Service::Ec2,
    name: "CreateVpc",
    input: &[
        required("CidrBlock", STRING),
        member("TagSpecifications", tags::SPECIFICATIONS),
        DRY_RUN,
    ],
    output: &[member("Vpc", Shape::structure(VPC))],
    pages: None,
    action: Action::Write(create),
};

/// DeleteVpc.
pub(super) const DELETE: Operation = Operation {
    service: Service::Ec2,
    name: "DeleteVpc",
    input: &[required("VpcId", STRING), DRY_RUN],
    output: &[],
    pages: None,
    action: Action::Write(delete),
};

/// DescribeVpcs.
pub(super) const DESCRIBE: Operation = Operation {
    service: Service::Ec2,
    name: "DescribeVpcs",
    input: &[
        member("Filters", filters::FILTERS),
        member("VpcIds", Shape::list(&STRING)),
        paging::TOKEN,
        paging::LIMIT,
        DRY_RUN,
    ],
    output: &[
        member("Vpcs", Shape::list(&Shape::structure(VPC))),
        paging::TOKEN,
    ],
    pages: Some(PAGES),
    action: Action::Read(describe),
};

const PAGES: Pages = paging::of("Vpcs");

/// A VPC comes with its main route table, its network ACL and its default security group.
fn create(call: &mut Call<'_>) -> Applied {
    let cidr = call.needed("CidrBlock")?.to_owned();
    let vpc = Vpc {
        id: call.entropy.hex_id("vpc", "vpc"),
        cidr,
        is_default: false,
        tags: tags::of(call.input),
    };
    let entropy = call.entropy.clone();
    default_vpc::furnish(&mut call.here_mut()?.network, &entropy, "vpc", &vpc, None);
    let mut shown = show(call.account, &vpc);
    shown["State"] = "pending".into();
    call.here_mut()?.network.vpcs.insert(vpc.id.clone(), vpc);
    Ok(json!({ "Vpc": shown }))
}

fn delete(call: &mut Call<'_>) -> Applied {
    let id = call.needed("VpcId")?.to_owned();
    let network = &mut call.here_mut()?.network;
    network.vpcs.remove(&id);
    network.route_tables.retain(|_, table| table.vpc_id != id);
    network.acls.retain(|_, acl| acl.vpc_id != id);
    network
        .security_groups
        .retain(|_, group| group.vpc_id != id);
    Ok(json!({}))
}

fn describe(facts: &AccountFacts<'_>) -> Applied {
    let shown: Vec<Value> = facts
        .here()
        .into_iter()
        .flat_map(|region| region.network.vpcs.values())
        .filter(|vpc| filters::listed(facts.input(), "VpcIds", &vpc.id))
        .map(|vpc| show(facts.all(), vpc))
        .filter(|shown| filters::pass(facts, shown))
        .collect();
    Ok(page(&PAGES, facts, shown, json!({})))
}

fn show(account: &Account, vpc: &Vpc) -> Value {
    json!({
        "OwnerId": account.id,
        "InstanceTenancy": "default",
        "CidrBlockAssociationSet": [{
            "AssociationId": vpc.id.replacen("vpc-", "vpc-cidr-assoc-", 1),
            "CidrBlock": vpc.cidr,
            "CidrBlockState": { "State": "associated" },
        }],
        "IsDefault": vpc.is_default,
        "Tags": tags::show(&vpc.tags),
        "VpcId": vpc.id,
        "State": "available",
        "CidrBlock": vpc.cidr,
        "DhcpOptionsId": "default",
    })
}
