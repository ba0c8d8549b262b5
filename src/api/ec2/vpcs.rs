//! CreateVpc, DeleteVpc, DescribeVpcs.

use serde_json::{Value, json};

use super::{default_vpc, filters, tags};
use crate::api::shape::{BOOLEAN, Member, STRING, Shape, member, required};
use crate::api::{Action, Applied, Call, Operation, Service};
use crate::facts::AccountFacts;
use crate::model::{Account, Vpc};

const VPC: &[Member] = &[
    member("OwnerId", STRING),
    member("InstanceTenancy", STRING),
    member("IsDefault", BOOLEAN),
    member("Tags", tags::LIST),
    member("VpcId", STRING),
    member("State", STRING),
    member("CidrBlock", STRING),
];

/// CreateVpc.
pub(super) const CREATE: Operation = Operation {
    service: Service::Ec2,
    name: "CreateVpc",
    input: &[
        required("CidrBlock", STRING),
        member("TagSpecifications", tags::SPECIFICATIONS),
    ],
    output: &[member("Vpc", Shape::structure(VPC))],
    pages: None,
    action: Action::Write(create),
};

/// DeleteVpc.
pub(super) const DELETE: Operation = Operation {
    service: Service::Ec2,
    name: "DeleteVpc",
    input: &[required("VpcId", STRING)],
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
    ],
    output: &[member("Vpcs", Shape::list(&Shape::structure(VPC)))],
    pages: None,
    action: Action::Read(describe),
};

/// A VPC comes with its main route table and its default security group.
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
    let shown = show(call.account, &vpc);
    call.here_mut()?.network.vpcs.insert(vpc.id.clone(), vpc);
    Ok(json!({ "Vpc": shown }))
}

fn delete(call: &mut Call<'_>) -> Applied {
    let id = call.needed("VpcId")?.to_owned();
    let network = &mut call.here_mut()?.network;
    network.vpcs.remove(&id);
    network.route_tables.retain(|_, table| table.vpc_id != id);
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
        .filter(|vpc| {
            filters::listed(facts.input(), "VpcIds", &vpc.id)
                && filters::pass(
                    facts.input(),
                    &[
                        ("vpc-id", &vpc.id),
                        ("cidr", &vpc.cidr),
                        ("cidr-block", &vpc.cidr),
                        ("is-default", if vpc.is_default { "true" } else { "false" }),
                        ("isDefault", if vpc.is_default { "true" } else { "false" }),
                        ("state", "available"),
                    ],
                    &vpc.tags,
                )
        })
        .map(|vpc| show(facts.all(), vpc))
        .collect();
    Ok(json!({ "Vpcs": shown }))
}

fn show(account: &Account, vpc: &Vpc) -> Value {
    json!({
        "OwnerId": account.id,
        "InstanceTenancy": "default",
        "IsDefault": vpc.is_default,
        "Tags": tags::show(&vpc.tags),
        "VpcId": vpc.id,
        "State": "available",
        "CidrBlock": vpc.cidr,
    })
}
