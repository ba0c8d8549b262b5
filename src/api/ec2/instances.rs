//! The client host as an EC2 instance: DescribeInstances and ModifyInstanceAttribute (its security groups).

use serde_json::{Value, json};

use super::{DRY_RUN, filters, interfaces, paging, tags};
use crate::api::shape::{INTEGER, STRING, Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Pages, Service, page};
use crate::facts::AccountFacts;
use crate::model::Region;

/// DescribeInstances.
pub(super) const DESCRIBE: Operation = Operation {
    service: Service::Ec2,
    name: "DescribeInstances",
    input: &[
        member("InstanceIds", Shape::list(&STRING)),
        DRY_RUN,
        member("Filters", filters::FILTERS),
        paging::TOKEN,
        paging::FREE_LIMIT,
    ],
    output: &[
        member(
            "Reservations",
            Shape::list(&Shape::structure(&[
                member("ReservationId", STRING),
                member("OwnerId", STRING),
                member(
                    "Instances",
                    Shape::list(&Shape::structure(&[
                        member("SecurityGroups", interfaces::GROUPS),
                        member("Tags", tags::LIST),
                        member("InstanceId", STRING),
                        member(
                            "State",
                            Shape::structure(&[member("Code", INTEGER), member("Name", STRING)]),
                        ),
                        member("SubnetId", STRING),
                        member("VpcId", STRING),
                        member("PrivateIpAddress", STRING),
                    ])),
                ),
            ])),
        ),
        paging::TOKEN,
    ],
    pages: Some(PAGES),
    action: Action::Read(describe),
};

const PAGES: Pages = paging::of("Reservations");

/// ModifyInstanceAttribute.
pub(super) const MODIFY: Operation = Operation {
    service: Service::Ec2,
    name: "ModifyInstanceAttribute",
    input: &[
        DRY_RUN,
        required("InstanceId", STRING),
        member("Groups", Shape::list(&STRING)),
    ],
    output: &[],
    pages: None,
    action: Action::Write(modify),
};

fn describe(facts: &AccountFacts<'_>) -> Applied {
    let reservations: Vec<Value> = facts
        .here()
        .filter(|region| filters::listed(facts.input(), "InstanceIds", &region.client.instance_id))
        .map(|region| {
            json!({
                "ReservationId": region.client.instance_id.replacen("i-", "r-", 1),
                "OwnerId": facts.all().id,
                "Instances": [show(region)],
            })
        })
        .filter(|reservation| filters::pass(facts, reservation))
        .into_iter()
        .collect();
    Ok(page(&PAGES, facts, reservations, json!({})))
}

fn show(region: &Region) -> Value {
    let interface = region
        .client
        .interface
        .as_ref()
        .and_then(|id| region.network.interfaces.get(id));
    let mut shown = json!({
        "InstanceId": region.client.instance_id,
        "State": { "Code": 16, "Name": "running" },
        "Tags": tags::show(&region.client.tags),
    });
    if let Some(interface) = interface {
        shown["PrivateIpAddress"] = interface.ip.clone().into();
        shown["SubnetId"] = interface.subnet_id.clone().into();
        shown["VpcId"] = region
            .network
            .subnets
            .get(&interface.subnet_id)
            .map(|subnet| subnet.vpc_id.clone())
            .into();
        shown["SecurityGroups"] = interfaces::groups(&region.network, interface);
    }
    shown
}

fn modify(call: &mut Call<'_>) -> Applied {
    let groups = interfaces::wanted_groups(call.input);
    let region = call.here_mut()?;
    let interface = region
        .client
        .interface
        .as_ref()
        .and_then(|id| region.network.interfaces.get_mut(id))
        .ok_or_else(|| Bug("the client host is not attached".into()))?;
    interface.groups = groups;
    Ok(json!({}))
}
