//! A security group with its rule editor.

use serde_json::json;
use yew::prelude::*;

use super::rule_form::AddRule;
use super::{needed, rules};
use crate::model::{Direction, Peer, PortRule, Region, SecurityGroup};
use crate::text::pages::{frame, vpc as words};
use crate::ui::desk::{Desk, Success, use_desk};
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{
    DangerButton, DataTable, code, copy_id, facts, lines, link, page_head, panel, row,
};
use crate::ui::route::Page;

/// A security group.
#[component]
pub(in crate::ui::pages) fn Group(props: &OfResource) -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some((region, group)) = session
        .region()
        .and_then(|region| Some((region, region.network.security_groups.get(&*props.id)?)))
    else {
        return gone(&props.id, Page::Groups);
    };
    let request = desk.request("ec2", "DeleteSecurityGroup", json!({ "GroupId": group.id }));
    let success = Success::new(words::deleted(&group.id)).go(Page::Groups.route());
    let delete = html! {
        <DangerButton label={words::DELETE} reason={(group.name == "default").then_some(words::DEFAULT_STAYS)} word={group.id.clone()} warning={words::DELETE_WARNING} {request} {success} />
    };
    html! {
        <>
            { page_head(&group.name, &group.description, delete) }
            { panel(words::FACTS, Html::default(), details(region, group)) }
            { needed::view(&desk, region, group) }
            { editor(&desk, region, group, Direction::Ingress) }
            { editor(&desk, region, group, Direction::Egress) }
        </>
    }
}

fn details(region: &Region, group: &SecurityGroup) -> Html {
    let mut used = region
        .network
        .interfaces
        .values()
        .filter(|interface| interface.groups.contains(&group.id))
        .map(|interface| {
            html! { <>{ code(&interface.id) }<div class="note">{ &interface.description }</div></> }
        })
        .peekable();
    let used = if used.peek().is_none() {
        html! { words::NOBODY }
    } else {
        lines(used)
    };
    facts(vec![
        (frame::GROUP, copy_id(&group.id)),
        (words::VPC, copy_id(&group.vpc_id)),
        (words::USED_BY, used),
    ])
}

/// The rules of one direction, with adding and removing.
fn editor(desk: &Desk, region: &Region, group: &SecurityGroup, direction: Direction) -> Html {
    let (name, columns) = match direction {
        Direction::Ingress => (words::INBOUND, words::INBOUND_COLUMNS),
        Direction::Egress => (words::OUTBOUND, words::OUTBOUND_COLUMNS),
    };
    let rows = group
        .rules(direction)
        .iter()
        .map(|rule| {
            let input = rules::request(&group.id, rules::permission_of(rule));
            let request = desk.request("ec2", rules::revoke(direction), input);
            let ports = match rules::ports(rule) {
                ports if ports.is_empty() => words::ALL.to_owned(),
                ports => ports,
            };
            row(
                format!("{} {ports} {}", rule.id, rules::peer(rule)),
                vec![
                    html! { words::protocol(rule.protocol.word()) },
                    html! { ports },
                    peer(region, group, rule),
                    copy_id(&rule.id),
                    html! {
                        <DangerButton key={rule.id.clone()} label={words::REMOVE_RULE} word={rule.id.clone()} light=true
                            warning={words::REMOVE_RULE_WARNING} {request} success={Success::new(words::changed(&group.id))} />
                    },
                ],
            )
        })
        .collect::<Vec<_>>();
    let add = html! { <AddRule group={group.id.clone()} {direction} /> };
    panel(
        name,
        add,
        html! {
            <DataTable {name} columns={columns.to_vec()} {rows} empty={html! { <p>{ words::NO_RULES }</p> }} />
        },
    )
}

/// The other side of a rule, with the name of a group.
fn peer(region: &Region, own: &SecurityGroup, rule: &PortRule) -> Html {
    match &rule.peer {
        Peer::Range(range) => code(range),
        Peer::Group(id) if *id == own.id => {
            html! { <>{ code(id) }<div class="note">{ words::THIS_GROUP }</div></> }
        }
        Peer::Group(id) => {
            let name = region
                .network
                .security_groups
                .get(id)
                .map(|group| &group.name);
            html! {
                <>{ link(&Page::Group.of(id), id) }<div class="note">{ for name }</div></>
            }
        }
    }
}
