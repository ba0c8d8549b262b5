//! Route tables: what makes a subnet public or private.

use serde_json::{Value, json};

use super::{DRY_RUN, filters, paging, tags};
use crate::api::shape::{BOOLEAN, Member, STRING, Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Pages, Service, page};
use crate::facts::AccountFacts;
use crate::model::{Association, Network, Route, RouteTable, RouteTarget};

const TABLE: &[Member] = &[
    member(
        "Associations",
        Shape::list(&Shape::structure(&[
            member("Main", BOOLEAN),
            member("RouteTableAssociationId", STRING),
            member("RouteTableId", STRING),
            member("SubnetId", STRING),
            member(
                "AssociationState",
                Shape::structure(&[member("State", STRING)]),
            ),
        ])),
    ),
    member("RouteTableId", STRING),
    member(
        "Routes",
        Shape::list(&Shape::structure(&[
            member("DestinationCidrBlock", STRING),
            member("GatewayId", STRING),
            member("NetworkInterfaceId", STRING),
            member("Origin", STRING),
            member("State", STRING),
        ])),
    ),
    member("Tags", tags::LIST),
    member("VpcId", STRING),
    member("OwnerId", STRING),
];

/// CreateRouteTable.
pub(super) const CREATE: Operation = Operation {
    service: Service::Ec2,
    name: "CreateRouteTable",
    input: &[
        member("TagSpecifications", tags::SPECIFICATIONS),
        DRY_RUN,
        required("VpcId", STRING),
    ],
    output: &[member("RouteTable", Shape::structure(TABLE))],
    pages: None,
    action: Action::Write(create),
};

/// AssociateRouteTable.
pub(super) const ASSOCIATE: Operation = Operation {
    service: Service::Ec2,
    name: "AssociateRouteTable",
    input: &[
        DRY_RUN,
        member("SubnetId", STRING),
        required("RouteTableId", STRING),
    ],
    output: &[
        member("AssociationId", STRING),
        member(
            "AssociationState",
            Shape::structure(&[member("State", STRING)]),
        ),
    ],
    pages: None,
    action: Action::Write(associate),
};

/// DisassociateRouteTable.
pub(super) const DISASSOCIATE: Operation = Operation {
    service: Service::Ec2,
    name: "DisassociateRouteTable",
    input: &[DRY_RUN, required("AssociationId", STRING)],
    output: &[],
    pages: None,
    action: Action::Write(disassociate),
};

/// DeleteRouteTable.
pub(super) const DELETE: Operation = Operation {
    service: Service::Ec2,
    name: "DeleteRouteTable",
    input: &[DRY_RUN, required("RouteTableId", STRING)],
    output: &[],
    pages: None,
    action: Action::Write(|call| {
        let id = call.needed("RouteTableId")?.to_owned();
        call.here_mut()?.network.route_tables.remove(&id);
        Ok(json!({}))
    }),
};

/// CreateRoute.
pub(super) const CREATE_ROUTE: Operation = Operation {
    service: Service::Ec2,
    name: "CreateRoute",
    input: &[
        DRY_RUN,
        required("RouteTableId", STRING),
        member("DestinationCidrBlock", STRING),
        member("GatewayId", STRING),
        member("NetworkInterfaceId", STRING),
    ],
    output: &[member("Return", BOOLEAN)],
    pages: None,
    action: Action::Write(create_route),
};

/// DeleteRoute.
pub(super) const DELETE_ROUTE: Operation = Operation {
    service: Service::Ec2,
    name: "DeleteRoute",
    input: &[
        DRY_RUN,
        required("RouteTableId", STRING),
        member("DestinationCidrBlock", STRING),
    ],
    output: &[],
    pages: None,
    action: Action::Write(delete_route),
};

/// DescribeRouteTables.
pub(super) const DESCRIBE: Operation = Operation {
    service: Service::Ec2,
    name: "DescribeRouteTables",
    input: &[
        paging::TOKEN,
        paging::LIMIT,
        DRY_RUN,
        member("RouteTableIds", Shape::list(&STRING)),
        member("Filters", filters::FILTERS),
    ],
    output: &[
        member("RouteTables", Shape::list(&Shape::structure(TABLE))),
        paging::TOKEN,
    ],
    pages: Some(PAGES),
    action: Action::Read(describe),
};

const PAGES: Pages = paging::of("RouteTables");

fn create(call: &mut Call<'_>) -> Applied {
    let vpc_id = call.needed("VpcId")?.to_owned();
    let cidr = call
        .here()?
        .network
        .vpcs
        .get(&vpc_id)
        .map(|vpc| vpc.cidr.clone())
        .ok_or_else(|| Bug(format!("no VPC {vpc_id}")))?;
    let table = RouteTable {
        id: call.entropy.hex_id("rtb", "table"),
        vpc_id,
        main: false,
        routes: vec![Route {
            destination: cidr,
            target: RouteTarget::Local,
        }],
        associations: Vec::new(),
        tags: tags::of(call.input),
    };
    let shown = show(&call.account.id, &call.here()?.network, &table);
    call.here_mut()?
        .network
        .route_tables
        .insert(table.id.clone(), table);
    Ok(json!({ "RouteTable": shown }))
}

fn table_mut<'a>(call: &'a mut Call<'_>) -> Result<&'a mut RouteTable, Bug> {
    let id = call.needed("RouteTableId")?.to_owned();
    call.here_mut()?
        .network
        .route_tables
        .get_mut(&id)
        .ok_or_else(|| Bug(format!("no route table {id}")))
}

fn associate(call: &mut Call<'_>) -> Applied {
    let association = Association {
        id: call.entropy.hex_id("rtbassoc", "association"),
        subnet_id: call.needed("SubnetId")?.to_owned(),
    };
    let id = association.id.clone();
    table_mut(call)?.associations.push(association);
    Ok(json!({ "AssociationId": id, "AssociationState": { "State": "associated" } }))
}

fn disassociate(call: &mut Call<'_>) -> Applied {
    let id = call.needed("AssociationId")?.to_owned();
    for table in call.here_mut()?.network.route_tables.values_mut() {
        table
            .associations
            .retain(|association| association.id != id);
    }
    Ok(json!({}))
}

fn create_route(call: &mut Call<'_>) -> Applied {
    let route = Route {
        destination: call.needed("DestinationCidrBlock")?.to_owned(),
        target: match call.text("NetworkInterfaceId") {
            Some(id) => RouteTarget::Interface(id.to_owned()),
            None => RouteTarget::InternetGateway(call.needed("GatewayId")?.to_owned()),
        },
    };
    table_mut(call)?.routes.push(route);
    Ok(json!({ "Return": true }))
}

fn delete_route(call: &mut Call<'_>) -> Applied {
    let destination = call.needed("DestinationCidrBlock")?.to_owned();
    table_mut(call)?
        .routes
        .retain(|route| route.destination != destination);
    Ok(json!({}))
}

fn describe(facts: &AccountFacts<'_>) -> Applied {
    let mut shown: Vec<Value> = Vec::new();
    if let Some(region) = facts.here() {
        let network = &region.network;
        shown.extend(
            network
                .route_tables
                .values()
                .filter(|table| filters::listed(facts.input(), "RouteTableIds", &table.id))
                .map(|table| show(&facts.all().id, network, table))
                .filter(|shown| filters::pass(facts, shown)),
        );
    }
    Ok(page(&PAGES, facts, shown, json!({})))
}

fn show(account: &str, network: &Network, table: &RouteTable) -> Value {
    let main = table.main.then(|| {
        json!({
            "Main": true,
            "RouteTableAssociationId": table.id.replacen("rtb-", "rtbassoc-", 1),
            "RouteTableId": table.id,
            "AssociationState": { "State": "associated" },
        })
    });
    let explicit = table.associations.iter().map(|association| {
        json!({
            "Main": false,
            "RouteTableAssociationId": association.id,
            "RouteTableId": table.id,
            "SubnetId": association.subnet_id,
            "AssociationState": { "State": "associated" },
        })
    });
    let routes: Vec<Value> = table
        .routes
        .iter()
        .map(|route| {
            let (member, target, origin, active) = match &route.target {
                RouteTarget::Local => ("GatewayId", "local", "CreateRouteTable", true),
                RouteTarget::InternetGateway(id) => {
                    let gateway = network.internet_gateways.get(id);
                    let attached =
                        gateway.is_some_and(|it| it.vpc_id.as_ref() == Some(&table.vpc_id));
                    ("GatewayId", id.as_str(), "CreateRoute", attached)
                }
                // No interface here is one of an appliance that forwards.
                RouteTarget::Interface(id) => {
                    ("NetworkInterfaceId", id.as_str(), "CreateRoute", false)
                }
            };
            let state = if active { "active" } else { "blackhole" };
            let mut shown = json!({
                "DestinationCidrBlock": route.destination,
                "Origin": origin,
                "State": state,
            });
            shown[member] = target.into();
            shown
        })
        .collect();
    json!({
        "Associations": main.into_iter().chain(explicit).collect::<Vec<_>>(),
        "RouteTableId": table.id,
        "Routes": routes,
        "Tags": tags::show(&table.tags),
        "VpcId": table.vpc_id,
        "OwnerId": account,
    })
}
