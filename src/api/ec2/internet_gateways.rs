//! Internet gateways.

use serde_json::{Value, json};

use super::{DRY_RUN, filters, paging, tags};
use crate::api::shape::{Member, STRING, Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Pages, Service, page};
use crate::facts::AccountFacts;
use crate::model::InternetGateway;

const GATEWAY: &[Member] = &[
    member(
        "Attachments",
        Shape::list(&Shape::structure(&[
            member("State", STRING),
            member("VpcId", STRING),
        ])),
    ),
    member("InternetGatewayId", STRING),
    member("OwnerId", STRING),
    member("Tags", tags::LIST),
];

const PAIR: &[Member] = &[
    DRY_RUN,
    required("InternetGatewayId", STRING),
    required("VpcId", STRING),
];

/// CreateInternetGateway.
pub(super) const CREATE: Operation = Operation {
    service: Service::Ec2,
    name: "CreateInternetGateway",
    input: &[member("TagSpecifications", tags::SPECIFICATIONS), DRY_RUN],
    output: &[member("InternetGateway", Shape::structure(GATEWAY))],
    pages: None,
    action: Action::Write(create),
};

/// AttachInternetGateway.
pub(super) const ATTACH: Operation = Operation {
    service: Service::Ec2,
    name: "AttachInternetGateway",
    input: PAIR,
    output: &[],
    pages: None,
    action: Action::Write(|call| {
        let vpc = call.needed("VpcId")?.to_owned();
        set_vpc(call, Some(vpc))
    }),
};

/// DetachInternetGateway.
pub(super) const DETACH: Operation = Operation {
    service: Service::Ec2,
    name: "DetachInternetGateway",
    input: PAIR,
    output: &[],
    pages: None,
    action: Action::Write(|call| set_vpc(call, None)),
};

/// DeleteInternetGateway.
pub(super) const DELETE: Operation = Operation {
    service: Service::Ec2,
    name: "DeleteInternetGateway",
    input: &[DRY_RUN, required("InternetGatewayId", STRING)],
    output: &[],
    pages: None,
    action: Action::Write(|call| {
        let id = call.needed("InternetGatewayId")?.to_owned();
        call.here_mut()?.network.internet_gateways.remove(&id);
        Ok(json!({}))
    }),
};

/// DescribeInternetGateways.
pub(super) const DESCRIBE: Operation = Operation {
    service: Service::Ec2,
    name: "DescribeInternetGateways",
    input: &[
        paging::TOKEN,
        paging::LIMIT,
        DRY_RUN,
        member("InternetGatewayIds", Shape::list(&STRING)),
        member("Filters", filters::FILTERS),
    ],
    output: &[
        member("InternetGateways", Shape::list(&Shape::structure(GATEWAY))),
        paging::TOKEN,
    ],
    pages: Some(PAGES),
    action: Action::Read(describe),
};

const PAGES: Pages = paging::of("InternetGateways");

fn create(call: &mut Call<'_>) -> Applied {
    let gateway = InternetGateway {
        id: call.entropy.hex_id("igw", "gateway"),
        vpc_id: None,
        tags: tags::of(call.input),
    };
    let answer = json!({ "InternetGateway": show(&call.account.id, &gateway) });
    call.here_mut()?
        .network
        .internet_gateways
        .insert(gateway.id.clone(), gateway);
    Ok(answer)
}

fn set_vpc(call: &mut Call<'_>, vpc: Option<String>) -> Applied {
    let id = call.needed("InternetGatewayId")?.to_owned();
    let gateway = call
        .here_mut()?
        .network
        .internet_gateways
        .get_mut(&id)
        .ok_or_else(|| Bug(format!("no gateway {id}")))?;
    gateway.vpc_id = vpc;
    Ok(json!({}))
}

fn describe(facts: &AccountFacts<'_>) -> Applied {
    let shown: Vec<Value> = facts
        .here()
        .into_iter()
        .flat_map(|region| region.network.internet_gateways.values())
        .filter(|gateway| filters::listed(facts.input(), "InternetGatewayIds", &gateway.id))
        .map(|gateway| show(&facts.all().id, gateway))
        .filter(|shown| filters::pass(facts, shown))
        .collect();
    Ok(page(&PAGES, facts, shown, json!({})))
}

fn show(account: &str, gateway: &InternetGateway) -> Value {
    let attachments: Vec<Value> = gateway
        .vpc_id
        .iter()
        .map(|vpc| json!({ "State": "available", "VpcId": vpc }))
        .collect();
    json!({
        "Attachments": attachments,
        "InternetGatewayId": gateway.id,
        "OwnerId": account,
        "Tags": tags::show(&gateway.tags),
    })
}
