//! The list of route tables.

use serde_json::Value;
use yew::prelude::*;

use super::{Ask, name, name_field, own_first, plain_name, vpc_field};
use crate::facts::network;
use crate::model::{self, Region, Subnet};
use crate::text::pages::{frame, vpc as words};
use crate::ui::desk::{Success, use_desk};
use crate::ui::parts::{DataTable, Kind, copy_id, linked_id, page_head, panel, row};
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
    let mut tables: Vec<_> = region.network.route_tables.values().collect();
    own_first(region, &mut tables, |table| &table.vpc_id);
    let rows = tables
        .into_iter()
        .map(|table| {
            row(
                format!("{} {} {}", table.id, table.vpc_id, plain_name(&table.tags)),
                vec![
                    linked_id(&Page::RouteTable.of(&table.id), &table.id),
                    name(&table.tags),
                    html! { if table.main { { words::YES } } else { { words::NO } } },
                    html! { subnets(region, table).count() },
                    copy_id(&table.vpc_id),
                ],
            )
        })
        .collect::<Vec<_>>();
    let create = Ask {
        kind: Kind::Primary,
        label: words::CREATE_TABLE,
        operation: "CreateRouteTable",
        resource: "route-table",
        known: Vec::new(),
        fields: vec![name_field(), vpc_field(region)],
    }
    .button(&desk, |answer: &Value| {
        let id = answer["RouteTable"]["RouteTableId"]
            .as_str()
            .unwrap_or_default();
        Success::new(words::created(id)).go(Page::RouteTable.of(id))
    });
    html! {
        <>
            { page_head(frame::ROUTE_TABLES, words::TABLES_ABOUT, create) }
            { panel(frame::ROUTE_TABLES, Html::default(), html! {
                <DataTable name={frame::ROUTE_TABLES} columns={words::TABLE_COLUMNS.to_vec()} {rows}
                    empty={html! { <p>{ words::NO_TABLES }</p> }} />
            }) }
        </>
    }
}

/// The subnets whose traffic goes by a table.
pub(super) fn subnets<'a>(
    region: &'a Region,
    table: &'a model::RouteTable,
) -> impl Iterator<Item = &'a Subnet> {
    region.network.subnets.values().filter(|subnet| {
        network::effective_route_table(&region.network, &subnet.id)
            .is_some_and(|own| own.id == table.id)
    })
}
