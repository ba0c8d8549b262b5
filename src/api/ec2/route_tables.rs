//! Route tables: what makes a subnet public or private.

use serde_json::{Value, json};

use super::{filters, tags};
use crate::api::shape::{BOOLEAN, Member, STRING, Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::facts::AccountFacts;
use crate::model::{Association, Route, RouteTable, RouteTarget};

const TABLE: &[Member] = &[
    member(
        "Associations",
        Shape::list(&Shape::structure(&[
            member("Main", BOOLEAN),
            member("RouteTableAssociationId", STRING),
            member("RouteTableId", STRING),
            member("SubnetId", STRING),
        ])),
    ),
    member("RouteTableId", STRING),
    member(
        "Routes",
        Shape::list(&Shape::structure(&[
            member("DestinationCidrBlock", STRING),
            member("GatewayId", STRING),
            member("Origin", STRING),
            member("State", STRING),
        ])),
    ),
    member("Tags", tags::LIST),
    member("VpcId", STRING),
];

/// CreateRouteTable.
pub(super) const CREATE: Operation = Operation {
    service: Service::Ec2,
    name: "CreateRouteTable",
    input: &[
        member("TagSpecifications", tags::SPECIFICATIONS),
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
    input: &[member("SubnetId", STRING), required("RouteTableId", STRING)],
    output: &[member("AssociationId", STRING)],
    pages: None,
    action: Action::Write(associate),
};

/// DisassociateRouteTable.
pub(super) const DISASSOCIATE: Operation = Operation {
    service: Service::Ec2,
    name: "DisassociateRouteTable",
    input: &[required("AssociationId", STRING)],
    output: &[],
    pages: None,
    action: Action::Write(disassociate),
};

/// DeleteRouteTable.
pub(super) const DELETE: Operation = Operation {
    service: Service::Ec2,
    name: "DeleteRouteTable",
    input: &[required("RouteTableId", STRING)],
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
        member("DestinationCidrBlock", STRING),
        member("GatewayId", STRING),
        required("RouteTableId", STRING),
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
        member("DestinationCidrBlock", STRING),
        required("RouteTableId", STRING),
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
        member("Filters", filters::FILTERS),
        member("RouteTableIds", Shape::list(&STRING)),
    ],
    output: &[member("RouteTables", Shape::list(&Shape::structure(TABLE)))],
    pages: None,
    action: Action::Read(describe),
};

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
    let answer = json!({ "RouteTable": show(&table) });
    call.here_mut()?
        .network
        .route_tables
        .insert(table.id.clone(), table);
    Ok(answer)
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
    Ok(json!({ "AssociationId": id }))
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
        target: RouteTarget::InternetGateway(call.needed("GatewayId")?.to_owned()),
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
    let shown: Vec<Value> = facts
        .here()
        .into_iter()
        .flat_map(|region| region.network.route_tables.values())
        .filter(|table| {
            let mut attributes = vec![
                ("route-table-id", table.id.as_str()),
                ("vpc-id", table.vpc_id.as_str()),
                (
                    "association.main",
                    if table.main { "true" } else { "false" },
                ),
            ];
            attributes.extend(
                table
                    .associations
                    .iter()
                    .map(|association| ("association.subnet-id", association.subnet_id.as_str())),
            );
            filters::listed(facts.input(), "RouteTableIds", &table.id)
                && filters::pass(facts.input(), &attributes, &table.tags)
        })
        .map(show)
        .collect();
    Ok(json!({ "RouteTables": shown }))
}

fn show(table: &RouteTable) -> Value {
    let main = table.main.then(|| {
        json!({
            "Main": true,
            "RouteTableAssociationId": table.id.replacen("rtb-", "rtbassoc-", 1),
            "RouteTableId": table.id,
        })
    });
    let explicit = table.associations.iter().map(|association| {
        json!({
            "Main": false,
            "RouteTableAssociationId": association.id,
            "RouteTableId": table.id,
            "SubnetId": association.subnet_id,
        })
    });
    let routes: Vec<Value> = table
        .routes
        .iter()
        .map(|route| {
            let (gateway, origin) = match &route.target {
                RouteTarget::Local => ("local", "CreateRouteTable"),
                RouteTarget::InternetGateway(id) => (id.as_str(), "CreateRoute"),
            };
            json!({
                "DestinationCidrBlock": route.destination,
                "GatewayId": gateway,
                "Origin": origin,
                "State": "active",
            })
        })
        .collect();
    json!({
        "Associations": main.into_iter().chain(explicit).collect::<Vec<_>>(),
        "RouteTableId": table.id,
        "Routes": routes,
        "Tags": tags::show(&table.tags),
        "VpcId": table.vpc_id,
    })
}
