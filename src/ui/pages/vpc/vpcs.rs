//! VPCs.

use serde_json::{Value, json};
use yew::prelude::*;

use super::{gateways, name, name_field, plain_name, tagged};
use crate::model::Sort;
use crate::text::pages::{frame, vpc as words};
use crate::ui::desk::{Success, use_desk};
use crate::ui::parts::{
    Control, DangerButton, DataTable, FieldSpec, Kind, OperationForm, Values, code, copy_id,
    link_button, page_head, panel, row,
};
use crate::ui::route::Page;

/// The list of VPCs.
#[component]
pub(in crate::ui::pages) fn Vpcs() -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    let mut vpcs: Vec<_> = region.network.vpcs.values().collect();
    // Those of the reader before the one that every account has.
    vpcs.order_by_key(|vpc| vpc.is_default);
    let rows = vpcs
        .into_iter()
        .map(|vpc| {
            let subnets = region.network.subnets.values();
            let count = subnets.filter(|subnet| subnet.vpc_id == vpc.id).count();
            let request = desk.request("ec2", "DeleteVpc", json!({ "VpcId": vpc.id }));
            row(
                format!("{} {} {}", vpc.id, vpc.cidr, plain_name(&vpc.tags)),
                vec![
                    copy_id(&vpc.id),
                    name(&vpc.tags),
                    code(&vpc.cidr),
                    html! { if vpc.is_default { { words::YES } } else { { words::NO } } },
                    html! { count },
                    html! {
                        <DangerButton key={vpc.id.clone()} label={words::DELETE} word={vpc.id.clone()} warning={words::DELETE_WARNING}
                            {request} success={Success::new(words::deleted(&vpc.id))} />
                    },
                ],
            )
        })
        .collect::<Vec<_>>();
    let create = link_button(
        Kind::Primary,
        frame::CREATE_VPC,
        None,
        &Page::CreateVpc.route(),
    );
    html! {
        <>
            { page_head(frame::VPCS, words::VPCS_ABOUT, create) }
            { panel(frame::VPCS, Html::default(), html! {
                <DataTable name={frame::VPCS} columns={words::VPC_COLUMNS.to_vec()} {rows} empty={html! { <p>{ words::NO_VPCS }</p> }} />
            }) }
            { gateways::view(&desk, region) }
        </>
    }
}

/// Creates a VPC.
#[component]
pub(in crate::ui::pages) fn CreateVpc() -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let fields = vec![
        name_field(),
        FieldSpec::new("CidrBlock", words::CIDR, Control::Text)
            .suggest(words::VPC_CIDR)
            .hint(words::VPC_CIDR_HINT),
    ];
    let request = Callback::from(move |values: Values| {
        desk.request("ec2", "CreateVpc", tagged(&values, "vpc"))
    });
    let success = Callback::from(|(_, answer): (Values, Value)| {
        let id = answer["Vpc"]["VpcId"].as_str().unwrap_or_default();
        Success::new(words::created(id)).go(Page::Subnets.route())
    });
    html! {
        <>
            { page_head(frame::CREATE_VPC, words::CREATE_VPC_ABOUT, Html::default()) }
            { panel(words::FACTS, Html::default(), html! {
                <OperationForm {fields} {request} {success} submit={frame::CREATE_VPC} cancel={Page::Vpcs.route()} />
            }) }
        </>
    }
}
