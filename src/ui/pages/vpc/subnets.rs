//! Subnets.

use serde_json::{Value, json};
use yew::prelude::*;

use super::{NAME, name, own_vpc, tagged, vpcs};
use crate::facts::network;
use crate::model::Region;
use crate::text::pages::{frame, vpc as words};
use crate::ui::desk::{Success, use_desk};
use crate::ui::parts::{
    Control, DangerButton, DataTable, FieldSpec, Kind, Mood, OperationForm, Values, code, copy_id,
    link, link_button, mark, page_head, panel, row,
};
use crate::ui::route::Page;

const VPC: &str = "VpcId";
const CIDR: &str = "CidrBlock";

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
    subnets.sort_by_key(|subnet| {
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
            let access = if network::is_public(network, &subnet.id) {
                mark(Mood::Warning, words::PUBLIC)
            } else {
                mark(Mood::Good, words::PRIVATE)
            };
            let table = network::effective_route_table(network, &subnet.id);
            row(
                format!("{} {} {} {}", subnet.id, subnet.zone, subnet.cidr, subnet.vpc_id),
                vec![
                    html! { <>{ copy_id(&subnet.id) }<div class="note">{ name(&subnet.tags) }</div></> },
                    html! { &subnet.zone },
                    code(&subnet.cidr),
                    html! { network::free_addresses(network, &subnet.id) },
                    html! {
                        <>
                            { access }
                            { for table.map(|table| html! { <div class="note">{ link(&Page::RouteTable.of(&table.id), frame::ROUTE_TABLE) }</div> }) }
                        </>
                    },
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
            { panel(frame::SUBNETS, Html::default(), html! {
                <DataTable name={frame::SUBNETS} columns={words::SUBNET_COLUMNS.to_vec()} {rows}
                    empty={html! { <p>{ words::NO_SUBNETS }</p> }} />
            }) }
        </>
    }
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
    let mut values = Values::from([(VPC, own.to_owned())]);
    if let Some(range) = network::free_range(&region.network, own) {
        values.insert(CIDR, range);
    }
    html! {
        <>
            { page_head(frame::CREATE_SUBNET, words::CREATE_SUBNET_ABOUT, Html::default()) }
            { panel(words::FACTS, Html::default(), html! {
                <OperationForm fields={fields(region, &vpc)} {values} {request} {success} {on_change}
                    submit={frame::CREATE_SUBNET} cancel={Page::Subnets.route()} />
            }) }
        </>
    }
}

fn fields(region: &Region, vpc: &str) -> Vec<FieldSpec> {
    let zones = region.zones.iter().map(|zone| {
        let label = if zone.cloudhsm {
            zone.name.clone()
        } else {
            format!("{} ({})", zone.name, words::NO_CLOUDHSM)
        };
        (zone.name.clone(), label)
    });
    let free = network::free_range(&region.network, vpc);
    vec![
        FieldSpec::new(VPC, words::VPC, Control::Select(vpcs(region)))
            .about(link(&Page::CreateVpc.route(), frame::CREATE_VPC)),
        FieldSpec::new(NAME, words::NAME, Control::Text)
            .about(html! { words::NAME_ABOUT })
            .optional(),
        FieldSpec::new(
            "AvailabilityZone",
            words::ZONE,
            Control::Select(zones.collect()),
        )
        .hint(words::ZONE_HINT),
        FieldSpec::new(CIDR, words::CIDR, Control::Text)
            .about(html! { { for free.map(|range| words::free_range(&range)) } })
            .hint(words::SUBNET_CIDR_HINT),
    ]
}
