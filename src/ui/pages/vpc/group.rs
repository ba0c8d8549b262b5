//! A security group with its rule editor.

use serde_json::json;
use yew::prelude::*;

use super::rules;
use crate::facts::GroupFacts;
use crate::model::{Direction, PortRule, Protocol, Region, SecurityGroup};
use crate::text::pages::{frame, vpc as words};
use crate::ui::desk::{Desk, Success, use_desk};
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{
    Control, DangerButton, DataTable, FieldSpec, Kind, Mood, OperationForm, Values, button, code,
    copy_id, facts, icon, page_head, panel, row,
};
use crate::ui::route::Page;
use crate::ui::session::Request;

const BOTH: [Direction; 2] = [Direction::Ingress, Direction::Egress];
const DIRECTION: &str = "Direction";
const PROTOCOL: &str = "IpProtocol";
const PORTS: &str = "Ports";
const PEER: &str = "Peer";
const OUT: &str = "out";

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
        <DangerButton label={words::DELETE} word={group.id.clone()} warning={words::DELETE_WARNING} {request} {success} />
    };
    html! {
        <>
            { page_head(&group.name, &group.description, delete) }
            { lacking(&desk, region, group) }
            { panel(words::FACTS, Html::default(), details(region, group)) }
            { panel(words::INBOUND, Html::default(), table(&desk, group, Direction::Ingress, words::INBOUND)) }
            { panel(words::OUTBOUND, Html::default(), table(&desk, group, Direction::Egress, words::OUTBOUND)) }
            { panel(words::ADD_RULE, Html::default(), add(&desk, group)) }
        </>
    }
}

fn details(region: &Region, group: &SecurityGroup) -> Html {
    let used: Vec<&str> = region
        .network
        .interfaces
        .values()
        .filter(|interface| interface.groups.contains(&group.id))
        .map(|interface| interface.id.as_str())
        .collect();
    facts(vec![
        (frame::GROUP, copy_id(&group.id)),
        (words::VPC, copy_id(&group.vpc_id)),
        (
            words::USED_BY,
            html! { if used.is_empty() { { words::NOBODY } } else { { used.join(", ") } } },
        ),
    ])
}

/// Says what the group of a cluster lacks, and brings it back.
fn lacking(desk: &Desk, region: &Region, group: &SecurityGroup) -> Html {
    let of_cluster = region
        .clusters
        .values()
        .any(|cluster| cluster.security_group.as_ref() == Some(&group.id));
    let facts = GroupFacts {
        group: group.clone(),
        used_by: Vec::new(),
    };
    let missing: Vec<Request> = BOTH
        .into_iter()
        .filter(|direction| !facts.admits_itself(*direction))
        .map(|direction| {
            let permission = rules::permission("tcp", words::HSM_PORTS, &group.id);
            let input = rules::request(&group.id, permission);
            desk.request("ec2", rules::authorize(direction), input)
        })
        .collect();
    if !of_cluster || missing.is_empty() {
        return Html::default();
    }
    let restore = {
        let (desk, id) = (desk.clone(), group.id.clone());
        Callback::from(move |_: MouseEvent| {
            for request in &missing {
                let id = id.clone();
                desk.order(request.clone(), move |_| Success::new(words::changed(&id)));
            }
        })
    };
    html! {
        <div class="alert warning">
            { icon(Mood::Warning) }
            <div class="said">
                <p>{ words::LACKS }</p>
                <div class="buttons">{ button(Kind::Normal, words::RESTORE, None, restore) }</div>
            </div>
        </div>
    }
}

fn table(desk: &Desk, group: &SecurityGroup, direction: Direction, name: &'static str) -> Html {
    let rows = group
        .rules(direction)
        .iter()
        .map(|rule| {
            let input = rules::request(&group.id, rules::permission_of(rule));
            let request = desk.request("ec2", rules::revoke(direction), input);
            row(
                format!("{} {} {}", rule.id, rules::ports(rule), rules::peer(rule)),
                vec![
                    copy_id(&rule.id),
                    html! { protocol(rule) },
                    html! { if rule.protocol == Protocol::All { { words::ALL } } else { { rules::ports(rule) } } },
                    code(rules::peer(rule)),
                    html! {
                        <DangerButton key={rule.id.clone()} label={words::REMOVE_RULE} word={rule.id.clone()}
                            warning={words::REMOVE_RULE_WARNING} {request} success={Success::new(words::changed(&group.id))} />
                    },
                ],
            )
        })
        .collect::<Vec<_>>();
    html! {
        <DataTable {name} columns={words::RULE_COLUMNS.to_vec()} {rows} empty={html! { <p>{ words::NO_RULES }</p> }} />
    }
}

fn protocol(rule: &PortRule) -> &'static str {
    let word = rule.protocol.word();
    words::PROTOCOLS
        .iter()
        .find(|(value, _)| *value == word)
        .map_or(word, |(_, name)| name)
}

fn add(desk: &Desk, group: &SecurityGroup) -> Html {
    let tile = |value: &str, name: &str, about: &str| {
        (value.to_owned(), name.to_owned(), about.to_owned())
    };
    let protocols = words::PROTOCOLS
        .iter()
        .map(|(value, name)| ((*value).to_owned(), (*name).to_owned()));
    let fields = vec![
        FieldSpec::new(
            DIRECTION,
            words::DIRECTION,
            Control::Tiles(vec![
                tile("in", words::IN, words::IN_ABOUT),
                tile(OUT, words::OUT, words::OUT_ABOUT),
            ]),
        ),
        FieldSpec::new(
            PROTOCOL,
            words::PROTOCOL,
            Control::Select(protocols.collect()),
        ),
        FieldSpec::new(PORTS, words::PORTS, Control::Text)
            .hint(words::PORTS_HINT)
            .optional(),
        FieldSpec::new(PEER, words::PEER, Control::Text).hint(words::PEER_HINT),
    ];
    let values = Values::from([
        (DIRECTION, "in".to_owned()),
        (PROTOCOL, "tcp".to_owned()),
        (PORTS, words::HSM_PORTS.to_owned()),
        (PEER, group.id.clone()),
    ]);
    let request = {
        let (desk, id) = (desk.clone(), group.id.clone());
        Callback::from(move |values: Values| {
            let value = |name: &str| values.get(name).map_or("", |value| value.trim());
            let direction = if value(DIRECTION) == OUT {
                Direction::Egress
            } else {
                Direction::Ingress
            };
            let permission = rules::permission(value(PROTOCOL), value(PORTS), value(PEER));
            desk.request(
                "ec2",
                rules::authorize(direction),
                rules::request(&id, permission),
            )
        })
    };
    let success = {
        let id = group.id.clone();
        Callback::from(move |_| Success::new(words::changed(&id)))
    };
    html! {
        <OperationForm {fields} {values} {request} {success} submit={words::ADD_RULE_BUTTON} cancel={Page::Groups.route()} />
    }
}
