//! The list of security groups, and creating one.

use serde_json::Value;
use yew::prelude::*;

use super::{own_first, tagged, vpc_field};
use crate::text::pages::{frame, vpc as words};
use crate::ui::desk::{Success, use_desk};
use crate::ui::parts::{
    Control, DataTable, FieldSpec, Kind, OperationForm, Values, copy_id, link_button, linked_id,
    page_head, panel, row,
};
use crate::ui::route::Page;

/// The list of security groups.
#[component]
pub(in crate::ui::pages) fn Groups() -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    let mut groups: Vec<_> = region.network.security_groups.values().collect();
    own_first(region, &mut groups, |group| &group.vpc_id);
    let rows = groups
        .into_iter()
        .map(|group| {
            row(
                format!(
                    "{} {} {} {}",
                    group.id, group.name, group.description, group.vpc_id
                ),
                vec![
                    linked_id(&Page::Group.of(&group.id), &group.id),
                    html! { &group.name },
                    html! { &group.description },
                    html! { group.ingress.len() },
                    html! { group.egress.len() },
                    copy_id(&group.vpc_id),
                ],
            )
        })
        .collect::<Vec<_>>();
    let create = link_button(
        Kind::Primary,
        frame::CREATE_GROUP,
        None,
        &Page::CreateGroup.route(),
    );
    html! {
        <>
            { page_head(frame::GROUPS, words::GROUPS_ABOUT, create) }
            { panel(frame::GROUPS, Html::default(), html! {
                <DataTable name={frame::GROUPS} columns={words::GROUP_COLUMNS.to_vec()} {rows}
                    empty={html! { <p>{ words::NO_GROUPS }</p> }} />
            }) }
        </>
    }
}

/// Creates a security group.
#[component]
pub(in crate::ui::pages) fn CreateGroup() -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    let fields = vec![
        FieldSpec::new("GroupName", words::GROUP_NAME, Control::Text).hint(words::GROUP_NAME_HINT),
        FieldSpec::new("Description", words::DESCRIPTION, Control::Text),
        vpc_field(region),
    ];
    let request = {
        let desk = desk.clone();
        Callback::from(move |values: Values| {
            desk.request(
                "ec2",
                "CreateSecurityGroup",
                tagged(&values, "security-group"),
            )
        })
    };
    let success = Callback::from(|(_, answer): (Values, Value)| {
        let id = answer["GroupId"].as_str().unwrap_or_default();
        Success::new(words::created(id)).go(Page::Group.of(id))
    });
    html! {
        <>
            { page_head(frame::CREATE_GROUP, words::CREATE_GROUP_ABOUT, Html::default()) }
            { panel(words::FACTS, Html::default(), html! {
                <OperationForm {fields} {request} {success} submit={frame::CREATE_GROUP} cancel={Page::Groups.route()} />
            }) }
        </>
    }
}
