//! A network ACL with its entries.

use serde_json::json;
use yew::prelude::*;

use super::{acls, rules};
use crate::facts::way::LAST;
use crate::model::{AclEntry, Direction, NetworkAcl, Protocol, Region, Sort};
use crate::text::pages::{frame, vpc as words};
use crate::ui::desk::{Desk, Success, use_desk};
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{
    Control, DangerButton, DataTable, FieldSpec, FormButton, Mood, Values, code, copy_id, facts,
    lines, mark, page_head, panel, row,
};
use crate::ui::route::Page;

const NUMBER: &str = "RuleNumber";
const ACTION: &str = "RuleAction";
const PROTOCOL: &str = "Protocol";
const PORTS: &str = "Ports";
const RANGE: &str = "CidrBlock";

/// A network ACL.
#[component]
pub(in crate::ui::pages) fn Acl(props: &OfResource) -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some((region, acl)) = session
        .region()
        .and_then(|region| Some((region, region.network.acls.get(&*props.id)?)))
    else {
        return gone(&props.id, Page::Acls);
    };
    html! {
        <>
            { page_head(&acl.id, words::ACL_ABOUT, Html::default()) }
            { panel(words::FACTS, Html::default(), details(region, acl)) }
            { entries(&desk, acl, Direction::Ingress) }
            { entries(&desk, acl, Direction::Egress) }
        </>
    }
}

fn details(region: &Region, acl: &NetworkAcl) -> Html {
    let mut guarded: Vec<_> = acls::subnets(region, acl).collect();
    guarded.order_by_key(|subnet| &subnet.zone);
    let guarded = guarded
        .into_iter()
        .map(|subnet| html! { <>{ &subnet.zone }{ " " }<code>{ &subnet.id }</code></> });
    facts(vec![
        (frame::ACL, copy_id(&acl.id)),
        (words::VPC, copy_id(&acl.vpc_id)),
        (words::SUBNETS, lines(guarded)),
    ])
}

/// The entries of one direction in their order, with adding and removing.
fn entries(desk: &Desk, acl: &NetworkAcl, direction: Direction) -> Html {
    let egress = direction == Direction::Egress;
    let name = if egress {
        words::OUTBOUND
    } else {
        words::INBOUND
    };
    let mut rows: Vec<_> = acl
        .entries
        .iter()
        .filter(|entry| entry.direction == direction)
        .map(|entry| {
            let number = entry.number.to_string();
            let request = desk.request(
                "ec2",
                "DeleteNetworkAclEntry",
                json!({ "NetworkAclId": acl.id, NUMBER: entry.number, "Egress": egress }),
            );
            let remove = html! {
                <DangerButton key={number.clone()} label={words::REMOVE_RULE} word={number.clone()} light=true
                    warning={words::REMOVE_ENTRY_WARNING} {request} success={Success::new(words::changed(&acl.id))} />
            };
            let cells = vec![
                html! { &number },
                action(entry.allow),
                html! { words::protocol(entry.protocol.word()) },
                html! { ports(entry) },
                code(&entry.range),
                remove,
            ];
            row(format!("{number} {}", entry.range), cells)
        })
        .collect();
    rows.push(row(
        LAST.to_string(),
        vec![
            html! { words::LAST_ENTRY },
            action(false),
            html! { words::protocol(Protocol::All.word()) },
            html! { words::ALL },
            code(words::EVERYWHERE),
            Html::default(),
        ],
    ));
    panel(
        name,
        add(desk, acl, direction),
        html! {
            <DataTable {name} columns={words::ENTRY_COLUMNS.to_vec()} {rows} empty={html! {}} />
        },
    )
}

fn action(allow: bool) -> Html {
    if allow {
        mark(Mood::Good, words::ALLOW)
    } else {
        mark(Mood::Bad, words::DENY)
    }
}

fn ports(entry: &AclEntry) -> String {
    match entry.protocol {
        Protocol::All | Protocol::Icmp => words::ALL.to_owned(),
        _ => format!("{}-{}", entry.from_port, entry.to_port),
    }
}

/// A button with the form of a new entry behind it; at first one that stops the HSMs' ports.
fn add(desk: &Desk, acl: &NetworkAcl, direction: Direction) -> Html {
    let taken = |number: u16| {
        let mut own = acl.entries.iter();
        own.any(|entry| (entry.number, entry.direction) == (number, direction))
    };
    let free = (1..10).map(|step| step * 10).find(|number| !taken(*number));
    let (desk, id) = (desk.clone(), acl.id.clone());
    let changed = words::changed(&id);
    let request = Callback::from(move |values: Values| {
        let value = |name: &str| values.get(name).map_or("", |value| value.trim());
        let mut input = json!({
            "NetworkAclId": id,
            NUMBER: rules::number(value(NUMBER)),
            PROTOCOL: value(PROTOCOL),
            ACTION: value(ACTION),
            "Egress": direction == Direction::Egress,
            RANGE: value(RANGE),
        });
        if let Some((from, to)) = rules::range(value(PORTS)) {
            input["PortRange"] = json!({ "From": from, "To": to });
        }
        desk.request("ec2", "CreateNetworkAclEntry", input)
    });
    let success = Callback::from(move |_| Success::new(changed.clone()));
    let choices = |words: &[(&str, &str)]| {
        let own = words
            .iter()
            .map(|(value, name)| ((*value).to_owned(), (*name).to_owned()));
        Control::Select(own.collect())
    };
    let fields = vec![
        FieldSpec::new(NUMBER, words::NUMBER, Control::Text)
            .hint(words::NUMBER_HINT)
            .suggest(free.unwrap_or(10).to_string()),
        FieldSpec::new(ACTION, words::ACTION, choices(words::ACTIONS)).suggest("deny"),
        FieldSpec::new(PROTOCOL, words::PROTOCOL, choices(words::PROTOCOLS)).suggest("tcp"),
        FieldSpec::new(PORTS, words::PORTS, Control::Text)
            .suggest(words::HSM_PORTS)
            .hint(words::PORTS_HINT)
            .optional(),
        FieldSpec::new(RANGE, words::RANGE, Control::Text).suggest(words::EVERYWHERE),
    ];
    let label = match direction {
        Direction::Ingress => words::ADD_INBOUND,
        Direction::Egress => words::ADD_OUTBOUND,
    };
    html! { <FormButton {label} {fields} {request} {success} /> }
}
