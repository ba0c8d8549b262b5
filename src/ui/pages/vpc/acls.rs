//! The list of network ACLs.

use yew::prelude::*;

use super::own_first;
use crate::facts::network::acl_associations;
use crate::model::{NetworkAcl, Region, Subnet};
use crate::text::pages::{frame, vpc as words};
use crate::ui::desk::use_desk;
use crate::ui::parts::{DataTable, copy_id, linked_id, page_head, panel, row};
use crate::ui::route::Page;

/// The list of network ACLs.
#[component]
pub(in crate::ui::pages) fn Acls() -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    let mut acls: Vec<_> = region.network.acls.values().collect();
    own_first(region, &mut acls, |acl| &acl.vpc_id);
    let rows = acls
        .into_iter()
        .map(|acl| {
            row(
                format!("{} {}", acl.id, acl.vpc_id),
                vec![
                    linked_id(&Page::Acl.of(&acl.id), &acl.id),
                    html! { acl.entries.len() },
                    html! { subnets(region, acl).count() },
                    copy_id(&acl.vpc_id),
                ],
            )
        })
        .collect::<Vec<_>>();
    html! {
        <>
            { page_head(frame::ACLS, words::ACLS_ABOUT, Html::default()) }
            { panel(frame::ACLS, Html::default(), html! {
                <DataTable name={frame::ACLS} columns={words::ACL_COLUMNS.to_vec()} {rows} empty={html! { <p>{ words::NO_VPCS }</p> }} />
            }) }
        </>
    }
}

/// The subnets that a network ACL guards.
pub(super) fn subnets<'a>(
    region: &'a Region,
    acl: &'a NetworkAcl,
) -> impl Iterator<Item = &'a Subnet> {
    let associations = acl_associations(&region.network, acl);
    associations.filter_map(|association| region.network.subnets.get(&association.subnet_id))
}
