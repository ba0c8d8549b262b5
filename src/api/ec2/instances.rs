//! The client host as an EC2 instance: DescribeInstances and ModifyInstanceAttribute (its security groups).

use serde_json::{Value, json};

use super::interfaces;
use crate::api::shape::{STRING, Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::facts::AccountFacts;
use crate::model::Region;

/// DescribeInstances.
pub(super) const DESCRIBE: Operation = Operation {
    service: Service::Ec2,
    name: "DescribeInstances",
    input: &[member("InstanceIds", Shape::list(&STRING))],
    output: &[member(
        "Reservations",
        Shape::list(&Shape::structure(&[member(
            "Instances",
            Shape::list(&Shape::structure(&[
                member("InstanceId", STRING),
                member("PrivateIpAddress", STRING),
                member("State", Shape::structure(&[member("Name", STRING)])),
                member("SubnetId", STRING),
                member("VpcId", STRING),
                member("SecurityGroups", interfaces::GROUPS),
            ])),
        )])),
    )],
    pages: None,
    action: Action::Read(describe),
};

/// ModifyInstanceAttribute.
pub(super) const MODIFY: Operation = Operation {
    service: Service::Ec2,
    name: "ModifyInstanceAttribute",
    input: &[
        required("InstanceId", STRING),
        member("Groups", Shape::list(&STRING)),
    ],
    output: &[],
    pages: None,
    action: Action::Write(modify),
};

fn describe(facts: &AccountFacts<'_>) -> Applied {
    let instances: Vec<Value> = facts.here().map(show).into_iter().collect();
    Ok(json!({ "Reservations": [{ "Instances": instances }] }))
}

fn show(region: &Region) -> Value {
    let interface = region
        .client
        .interface
        .as_ref()
        .and_then(|id| region.network.interfaces.get(id));
    let mut shown = json!({
        "InstanceId": region.client.instance_id,
        "State": { "Name": "running" },
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
    let groups: Vec<String> = call.input["Groups"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|id| id.as_str().map(str::to_owned))
        .collect();
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
