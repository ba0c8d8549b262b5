//! Subnets.

use serde_json::{Value, json};
use yew::prelude::*;

use super::{VPC, name_field, own_vpc, plain_name, tagged, vpc_field};
use crate::facts::network;
use crate::model::{Network, Region, Route, RouteTarget, Sort};
use crate::text::pages::{frame, vpc as words};
use crate::ui::desk::{Desk, Success, use_desk};
use crate::ui::pages::road::after_network;
use crate::ui::parts::{
    CommandLine, Control, DangerButton, DataTable, FieldSpec, Kind, Mood, OperationForm, Values,
    button, code, copy_id, link, link_button, linked_id, mark, page_head, panel, row,
};
use crate::ui::route::Page;

/// The list of subnets.
#[component]
pub(in crate::ui::pages) fn Subnets() -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    let network = &region.network;
    let mut subnets: Vec<_> = network.subnets.values().collect();
    // Those of the reader before those that every account has.
    subnets.order_by_key(|subnet| {
        (
            subnet.default_for_zone,
            subnet.vpc_id.clone(),
            subnet.zone.clone(),
        )
    });
    let rows = subnets
        .into_iter()
        .map(|subnet| {
            let request = desk.request("ec2", "DeleteSubnet", json!({ "SubnetId": subnet.id }));
            row(
                format!("{} {} {} {} {}", subnet.id, plain_name(&subnet.tags), subnet.zone, subnet.cidr, subnet.vpc_id),
                vec![
                    html! { <>{ copy_id(&subnet.id) }<div class="note">{ plain_name(&subnet.tags) }</div></> },
                    code(&subnet.cidr),
                    code(&subnet.zone),
                    access(network, &subnet.id),
                    html! { network::free_addresses(network, &subnet.id) },
                    copy_id(&subnet.vpc_id),
                    html! {
                        <DangerButton key={subnet.id.clone()} label={words::DELETE} word={subnet.id.clone()}
                            warning={words::DELETE_SUBNET_WARNING} {request} success={Success::new(words::deleted(&subnet.id))} />
                    },
                ],
            )
        })
        .collect::<Vec<_>>();
    let create = link_button(
        Kind::Primary,
        frame::CREATE_SUBNET,
        None,
        &Page::CreateSubnet.route(),
    );
    html! {
        <>
            { page_head(frame::SUBNETS, words::SUBNETS_ABOUT, create) }
            { after_network(&desk, region) }
            if own_vpc(region).is_none() { { private_network(&desk, region) } }
            { panel(frame::SUBNETS, Html::default(), html! {
                <DataTable name={frame::SUBNETS} columns={words::SUBNET_COLUMNS.to_vec()} {rows}
                    empty={html! { <p>{ words::NO_SUBNETS }</p> }} />
            }) }
        </>
    }
}

/// Makes a VPC with a private subnet in each of two Availability Zones at once.
fn private_network(desk: &Desk, region: &Region) -> Html {
    let mut lines = vec![format!(
        "VPC=$(aws ec2 create-vpc --cidr-block {} --query Vpc.VpcId --output text)",
        words::VPC_CIDR
    )];
    let zones = region.zones.iter().filter(|zone| zone.cloudhsm).take(2);
    lines.extend(zones.zip(1..).map(|(zone, number)| {
        format!(
            "aws ec2 create-subnet --vpc-id $VPC --availability-zone {} --cidr-block 10.0.{number}.0/24",
            zone.name
        )
    }));
    let line = lines.join("\n");
    let make = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.script(words::NETWORK_MADE, lines.clone()))
    };
    panel(
        words::NETWORK,
        button(Kind::Primary, words::MAKE_NETWORK, None, make),
        html! { <><p>{ words::NETWORK_ABOUT }</p><CommandLine {line} folded=true /></> },
    )
}

/// Creates a subnet.
#[component]
pub(in crate::ui::pages) fn CreateSubnet() -> Html {
    let chosen = use_state(|| None::<String>);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    let own = own_vpc(region).unwrap_or_default();
    let vpc = (*chosen).clone().unwrap_or_else(|| own.to_owned());
    let request = {
        let desk = desk.clone();
        Callback::from(move |values: Values| {
            desk.request("ec2", "CreateSubnet", tagged(&values, "subnet"))
        })
    };
    let success = Callback::from(|(_, answer): (Values, Value)| {
        let id = answer["Subnet"]["SubnetId"].as_str().unwrap_or_default();
        Success::new(words::created(id)).go(Page::Subnets.route())
    });
    let on_change = {
        let chosen = chosen.setter();
        Callback::from(move |values: Values| chosen.set(values.get(VPC).cloned()))
    };
    html! {
        <>
            { page_head(frame::CREATE_SUBNET, words::CREATE_SUBNET_ABOUT, Html::default()) }
            { panel(words::FACTS, Html::default(), html! {
                <OperationForm fields={fields(region, &vpc)} {request} {success} {on_change}
                    submit={frame::CREATE_SUBNET} cancel={Page::Subnets.route()} />
            }) }
        </>
    }
}

/// Whether a subnet is public, as its route table says it.
fn access(network: &Network, subnet: &str) -> Html {
    let Some(table) = network::effective_route_table(network, subnet) else {
        return Html::default();
    };
    let gateway = table.routes.iter().find_map(|route| match &route.target {
        RouteTarget::InternetGateway(id) => Some((&route.destination, id)),
        RouteTarget::Local | RouteTarget::Interface(_) => None,
    });
    let (mark, why) = match gateway {
        Some((destination, id)) => (
            mark(Mood::Warning, words::PUBLIC),
            words::public(destination, id),
        ),
        None => (
            mark(Mood::Good, words::PRIVATE),
            words::PRIVATE_WHY.to_owned(),
        ),
    };
    html! {
        <>
            { mark }
            <div class="note">{ why }</div>
            <div class="note">{ linked_id(&Page::RouteTable.of(&table.id), &table.id) }</div>
        </>
    }
}

/// Whether the next subnet of a VPC is public: its main route table leads to an internet gateway.
fn is_public(network: &Network, vpc: &str) -> bool {
    let leads_out = |route: &Route| matches!(route.target, RouteTarget::InternetGateway(_));
    let mut tables = network.route_tables.values();
    tables
        .find(|table| table.main && table.vpc_id == vpc)
        .is_some_and(|table| table.routes.iter().any(leads_out))
}

fn fields(region: &Region, vpc: &str) -> Vec<FieldSpec> {
    let network = &region.network;
    let zones = region.zones.iter().map(|zone| {
        let label = if zone.cloudhsm {
            zone.name.clone()
        } else {
            format!("{} ({})", zone.name, words::NO_CLOUDHSM)
        };
        (zone.name.clone(), label)
    });
    let without: Vec<&str> = region
        .zones
        .iter()
        .filter(|zone| !zone.cloudhsm)
        .map(|zone| zone.name.as_str())
        .collect();
    // The next subnet of a cluster belongs into another zone.
    let zone = region
        .zones
        .iter()
        .filter(|zone| zone.cloudhsm)
        .min_by_key(|zone| {
            let subnets = network.subnets.values();
            subnets
                .filter(|subnet| subnet.vpc_id == vpc && subnet.zone == zone.name)
                .count()
        });
    let free = network::free_range(network, vpc);
    vec![
        vpc_field(region).about(html! {
            <>
                if is_public(network, vpc) { { words::VPC_IS_PUBLIC }{ " " } }
                { link(&Page::CreateVpc.route(), frame::CREATE_VPC) }
            </>
        }),
        name_field(),
        FieldSpec::new(
            "AvailabilityZone",
            words::ZONE,
            Control::Select(zones.collect()),
        )
        .suggest(zone.map(|zone| zone.name.clone()).unwrap_or_default())
        .about(html! { words::without_cloudhsm(&without) }),
        FieldSpec::new("CidrBlock", words::CIDR, Control::Text)
            .about(html! { { for free.iter().map(|range| words::free_range(range)) } })
            .suggest(free.clone().unwrap_or_default())
            .hint(words::SUBNET_CIDR_HINT),
    ]
}
