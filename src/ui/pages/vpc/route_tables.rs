//! Route tables.

use serde_json::json;
use yew::prelude::*;

use super::name;
use crate::facts::network;
use crate::model::{self, Region, RouteTarget, Subnet};
use crate::text::pages::{frame, vpc as words};
use crate::ui::desk::{Desk, Success, use_desk};
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{
    Control, DangerButton, DataTable, FieldSpec, OperationForm, Values, code, copy_id, facts, link,
    page_head, panel, row,
};
use crate::ui::route::Page;

/// The list of route tables.
#[component]
pub(in crate::ui::pages) fn RouteTables() -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    let rows = region
        .network
        .route_tables
        .values()
        .map(|table| {
            row(
                format!("{} {}", table.id, table.vpc_id),
                vec![
                    link(&Page::RouteTable.of(&table.id), &table.id),
                    html! { if table.main { { words::YES } } else { { words::NO } } },
                    html! { subnets(region, table).count() },
                    copy_id(&table.vpc_id),
                ],
            )
        })
        .collect::<Vec<_>>();
    html! {
        <>
            { page_head(frame::ROUTE_TABLES, words::TABLES_ABOUT, Html::default()) }
            { panel(frame::ROUTE_TABLES, Html::default(), html! {
                <DataTable name={frame::ROUTE_TABLES} columns={words::TABLE_COLUMNS.to_vec()} {rows}
                    empty={html! { <p>{ words::NO_TABLES }</p> }} />
            }) }
        </>
    }
}

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
    html! {
        <>
            { page_head(&table.id, "", Html::default()) }
            { panel(words::FACTS, Html::default(), facts(vec![
                (frame::ROUTE_TABLE, copy_id(&table.id)),
                (words::VPC, copy_id(&table.vpc_id)),
                (words::MAIN, html! { if table.main { { words::YES } } else { { words::NO } } }),
            ])) }
            { panel(words::ROUTES, Html::default(), routes(&desk, table)) }
            { panel(words::ADD_ROUTE, Html::default(), add_route(&desk, region, table)) }
            { panel(words::SUBNETS, Html::default(), associated(region, table)) }
            { panel(words::ASSOCIATE, Html::default(), associate(&desk, region, table)) }
        </>
    }
}

/// The subnets whose traffic goes by a table.
fn subnets<'a>(
    region: &'a Region,
    table: &'a model::RouteTable,
) -> impl Iterator<Item = &'a Subnet> {
    region.network.subnets.values().filter(|subnet| {
        network::effective_route_table(&region.network, &subnet.id)
            .is_some_and(|own| own.id == table.id)
    })
}

fn routes(desk: &Desk, table: &model::RouteTable) -> Html {
    let rows = table
        .routes
        .iter()
        .map(|route| {
            let (target, action) = match &route.target {
                RouteTarget::Local => (html! { words::LOCAL }, Html::default()),
                RouteTarget::InternetGateway(id) => {
                    let request = desk.request(
                        "ec2",
                        "DeleteRoute",
                        json!({ "RouteTableId": table.id, "DestinationCidrBlock": route.destination }),
                    );
                    let button = html! {
                        <DangerButton key={route.destination.clone()} label={words::DELETE_ROUTE} word={route.destination.clone()}
                            warning={words::DELETE_ROUTE_WARNING} {request} success={Success::new(words::changed(&table.id))} />
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
    if gateways.is_empty() {
        return html! { <p>{ words::NO_GATEWAYS }</p> };
    }
    let fields = vec![
        FieldSpec::new("DestinationCidrBlock", words::DESTINATION, Control::Text),
        FieldSpec::new("GatewayId", words::GATEWAY, Control::Select(gateways)),
    ];
    let values = Values::from([("DestinationCidrBlock", "0.0.0.0/0".to_owned())]);
    form(
        desk,
        table,
        fields,
        values,
        "CreateRoute",
        words::ADD_ROUTE_BUTTON,
    )
}

fn associated(region: &Region, table: &model::RouteTable) -> Html {
    let rows = subnets(region, table)
        .map(|subnet| {
            let explicit = table
                .associations
                .iter()
                .any(|association| association.subnet_id == subnet.id);
            let how = if explicit {
                words::EXPLICIT
            } else {
                words::BY_MAIN
            };
            row(
                subnet.id.clone(),
                vec![copy_id(&subnet.id), name(&subnet.tags), html! { how }],
            )
        })
        .collect::<Vec<_>>();
    html! {
        <DataTable name={words::SUBNETS} columns={words::ASSOCIATED_COLUMNS.to_vec()} {rows}
            empty={html! { <p>{ words::NO_ASSOCIATED }</p> }} />
    }
}

fn associate(desk: &Desk, region: &Region, table: &model::RouteTable) -> Html {
    let others = region
        .network
        .subnets
        .values()
        .filter(|subnet| subnet.vpc_id == table.vpc_id)
        .map(|subnet| {
            (
                subnet.id.clone(),
                format!("{} – {}, {}", subnet.zone, subnet.id, subnet.cidr),
            )
        })
        .collect();
    let fields = vec![FieldSpec::new(
        "SubnetId",
        words::SUBNET,
        Control::Select(others),
    )];
    form(
        desk,
        table,
        fields,
        Values::new(),
        "AssociateRouteTable",
        words::ASSOCIATE,
    )
}

/// A form whose fields are members of a call about the table.
fn form(
    desk: &Desk,
    table: &model::RouteTable,
    fields: Vec<FieldSpec>,
    values: Values,
    operation: &'static str,
    submit: &'static str,
) -> Html {
    let request = {
        let (desk, id) = (desk.clone(), table.id.clone());
        Callback::from(move |values: Values| {
            let mut input = json!({ "RouteTableId": id });
            for (name, value) in values {
                input[name] = value.into();
            }
            desk.request("ec2", operation, input)
        })
    };
    let success = {
        let id = table.id.clone();
        Callback::from(move |_| Success::new(words::changed(&id)))
    };
    html! {
        <OperationForm {fields} {values} {request} {success} {submit} cancel={Page::RouteTables.route()} />
    }
}
