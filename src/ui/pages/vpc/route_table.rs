//! A route table: where it leads, and for whom.

use serde_json::json;
use yew::prelude::*;

use super::route_tables::subnets;
use super::{Ask, name};
use crate::model::{self, Region, RouteTarget, Sort};
use crate::text::pages::{cloudhsm, frame, vpc as words};
use crate::ui::desk::{Desk, Success, use_desk};
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{
    Control, DangerButton, DataTable, FieldSpec, Kind, Mood, code, copy_id, facts, link, mark,
    page_head, panel, row,
};
use crate::ui::route::Page;

/// A route table with its routes and subnets.
#[component]
pub(in crate::ui::pages) fn RouteTable(props: &OfResource) -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some((region, table)) = session
        .region()
        .and_then(|region| Some((region, region.network.route_tables.get(&*props.id)?)))
    else {
        return gone(&props.id, Page::RouteTables);
    };
    let request = desk.request(
        "ec2",
        "DeleteRouteTable",
        json!({ "RouteTableId": table.id }),
    );
    let delete = html! {
        <DangerButton label={words::DELETE} reason={table.main.then_some(words::MAIN_STAYS)} word={table.id.clone()}
            warning={words::DELETE_WARNING} {request}
            success={Success::new(words::deleted(&table.id)).go(Page::RouteTables.route())} />
    };
    let public = table
        .routes
        .iter()
        .any(|route| matches!(route.target, RouteTarget::InternetGateway(_)));
    let access = if public {
        mark(Mood::Warning, words::PUBLIC)
    } else {
        mark(Mood::Good, words::PRIVATE)
    };
    html! {
        <>
            { page_head(&table.id, "", delete) }
            { panel(words::FACTS, Html::default(), facts(vec![
                (frame::ROUTE_TABLE, copy_id(&table.id)),
                (words::NAME, name(&table.tags)),
                (words::VPC, copy_id(&table.vpc_id)),
                (words::MAIN, html! { if table.main { { words::YES } } else { { words::NO } } }),
                (words::ACCESS, access),
            ])) }
            { panel(words::ROUTES, add_route(&desk, region, table), routes(&desk, table)) }
            { panel(words::SUBNETS, associate(&desk, region, table), associated(&desk, region, table)) }
        </>
    }
}

fn routes(desk: &Desk, table: &model::RouteTable) -> Html {
    let rows = table
        .routes
        .iter()
        .map(|route| {
            let (target, action) = match &route.target {
                RouteTarget::Local => (html! { words::LOCAL }, Html::default()),
                RouteTarget::InternetGateway(id) | RouteTarget::Interface(id) => {
                    let request = desk.request(
                        "ec2",
                        "DeleteRoute",
                        json!({ "RouteTableId": table.id, "DestinationCidrBlock": route.destination }),
                    );
                    let button = html! {
                        <DangerButton key={route.destination.clone()} label={words::DELETE_ROUTE} word={route.destination.clone()}
                            light=true warning={words::DELETE_ROUTE_WARNING} {request}
                            success={Success::new(words::changed(&table.id))} />
                    };
                    (copy_id(id), button)
                }
            };
            row(
                route.destination.clone(),
                vec![code(&route.destination), target, action],
            )
        })
        .collect::<Vec<_>>();
    html! {
        <DataTable name={words::ROUTES} columns={words::ROUTE_COLUMNS.to_vec()} {rows} empty={html! {}} />
    }
}

fn add_route(desk: &Desk, region: &Region, table: &model::RouteTable) -> Html {
    let gateways: Vec<(String, String)> = region
        .network
        .internet_gateways
        .values()
        .filter(|gateway| gateway.vpc_id.as_ref() == Some(&table.vpc_id))
        .map(|gateway| (gateway.id.clone(), gateway.id.clone()))
        .collect();
    let only = gateways.first().map(|(id, _)| id.clone());
    let target = FieldSpec::new("GatewayId", words::GATEWAY, Control::Select(gateways));
    let target = match only {
        Some(only) => target.suggest(only),
        None => target
            .about(link(&Page::Vpcs.route(), words::GATEWAYS))
            .hint(words::NO_GATEWAYS),
    };
    let changed = words::changed(&table.id);
    Ask {
        kind: Kind::Normal,
        label: words::ADD_ROUTE,
        operation: "CreateRoute",
        resource: "",
        known: vec![("RouteTableId", table.id.clone())],
        fields: vec![
            FieldSpec::new("DestinationCidrBlock", words::DESTINATION, Control::Text)
                .suggest(words::EVERYWHERE)
                .hint(words::DESTINATION_HINT),
            target,
        ],
    }
    .button(desk, move |_| Success::new(changed.clone()))
}

fn associated(desk: &Desk, region: &Region, table: &model::RouteTable) -> Html {
    let mut all: Vec<_> = subnets(region, table).collect();
    all.order_by_key(|subnet| &subnet.zone);
    let rows = all
        .into_iter()
        .map(|subnet| {
            let explicit = table
                .associations
                .iter()
                .find(|association| association.subnet_id == subnet.id);
            let disassociate = explicit.map(|association| {
                let request = desk.request(
                    "ec2",
                    "DisassociateRouteTable",
                    json!({ "AssociationId": association.id }),
                );
                html! {
                    <DangerButton key={association.id.clone()} label={words::DISASSOCIATE} word={subnet.id.clone()} light=true
                        warning={words::DISASSOCIATE_WARNING} {request} success={Success::new(words::changed(&table.id))} />
                }
            });
            let how = match explicit {
                Some(_) => words::EXPLICIT,
                None => words::BY_MAIN,
            };
            row(
                subnet.id.clone(),
                vec![
                    copy_id(&subnet.id),
                    name(&subnet.tags),
                    code(&subnet.zone),
                    html! { how },
                    disassociate.unwrap_or_default(),
                ],
            )
        })
        .collect::<Vec<_>>();
    html! {
        <DataTable name={words::SUBNETS} columns={words::ASSOCIATED_COLUMNS.to_vec()} {rows}
            empty={html! { <p>{ words::NO_ASSOCIATED }</p> }} />
    }
}

fn associate(desk: &Desk, region: &Region, table: &model::RouteTable) -> Html {
    let network = &region.network;
    let of_vpc = network
        .subnets
        .values()
        .filter(|subnet| subnet.vpc_id == table.vpc_id)
        .map(|subnet| {
            let name = subnet.tags.get("Name").map(String::as_str);
            let public = crate::facts::network::is_public(network, &subnet.id);
            let label = cloudhsm::subnet(&subnet.id, name, &subnet.zone, &subnet.cidr, public);
            (subnet.id.clone(), label)
        })
        .collect();
    let changed = words::changed(&table.id);
    Ask {
        kind: Kind::Normal,
        label: words::ASSOCIATE,
        operation: "AssociateRouteTable",
        resource: "",
        known: vec![("RouteTableId", table.id.clone())],
        fields: vec![FieldSpec::new(
            "SubnetId",
            words::SUBNET,
            Control::Select(of_vpc),
        )],
    }
    .button(desk, move |_| Success::new(changed.clone()))
}
