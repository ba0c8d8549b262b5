//! Internet gateways: what makes the subnets of a VPC public, once a route leads there.

use serde_json::{Value, json};
use yew::prelude::*;

use super::{Ask, name_field, vpc_field};
use crate::model::{InternetGateway, Region};
use crate::text::pages::vpc as words;
use crate::ui::desk::{Desk, Success};
use crate::ui::parts::{DangerButton, DataTable, Kind, copy_id, panel, row};

/// The internet gateways of the Region, and what can be done with them.
pub(super) fn view(desk: &Desk, region: &Region) -> Html {
    let rows = region
        .network
        .internet_gateways
        .values()
        .map(|gateway| {
            let vpc = gateway.vpc_id.as_deref();
            row(
                format!("{} {}", gateway.id, vpc.unwrap_or_default()),
                vec![
                    copy_id(&gateway.id),
                    vpc.map_or_else(|| html! { words::DETACHED }, copy_id),
                    actions(desk, region, gateway),
                ],
            )
        })
        .collect::<Vec<_>>();
    let create = Ask {
        kind: Kind::Normal,
        label: words::CREATE_GATEWAY,
        operation: "CreateInternetGateway",
        resource: "internet-gateway",
        known: Vec::new(),
        fields: vec![name_field()],
    }
    .button(desk, |answer: &Value| {
        let id = &answer["InternetGateway"]["InternetGatewayId"];
        Success::new(words::created(id.as_str().unwrap_or_default()))
    });
    panel(
        words::GATEWAYS,
        create,
        html! {
            <>
                <p>{ words::GATEWAYS_ABOUT }</p>
                <DataTable name={words::GATEWAYS} columns={words::GATEWAY_COLUMNS.to_vec()} {rows}
                    empty={html! { <p>{ words::NO_GATEWAY }</p> }} />
            </>
        },
    )
}

fn actions(desk: &Desk, region: &Region, gateway: &InternetGateway) -> Html {
    let id = &gateway.id;
    let Some(vpc) = &gateway.vpc_id else {
        let attached = words::changed(id);
        let attach = Ask {
            kind: Kind::Normal,
            label: words::ATTACH,
            operation: "AttachInternetGateway",
            resource: "",
            known: vec![("InternetGatewayId", id.clone())],
            fields: vec![vpc_field(region)],
        }
        .button(desk, move |_| Success::new(attached.clone()));
        let request = desk.request(
            "ec2",
            "DeleteInternetGateway",
            json!({ "InternetGatewayId": id }),
        );
        return html! {
            <div class="buttons">
                { attach }
                <DangerButton label={words::DELETE} word={id.clone()} warning={words::DELETE_WARNING} {request}
                    success={Success::new(words::deleted(id))} />
            </div>
        };
    };
    let request = desk.request(
        "ec2",
        "DetachInternetGateway",
        json!({ "InternetGatewayId": id, "VpcId": vpc }),
    );
    html! {
        <DangerButton label={words::DETACH} word={id.clone()} light=true warning={words::DETACH_WARNING} {request}
            success={Success::new(words::changed(id))} />
    }
}
