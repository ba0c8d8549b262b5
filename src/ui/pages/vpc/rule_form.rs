//! Adding a rule to a security group.

use yew::prelude::*;

use super::rules;
use crate::model::{Direction, Region, SecurityGroup};
use crate::text::pages::vpc as words;
use crate::ui::desk::{Success, use_desk};
use crate::ui::parts::{Control, FieldSpec, FormButton, Values};

const PROTOCOL: &str = "IpProtocol";
const PORTS: &str = "Ports";
const PEER: &str = "Peer";
const RANGE: &str = "CidrIp";
/// Protocols of which ports are asked.
const WITH_PORTS: &[&str] = &["tcp", "udp"];

/// Properties of the button.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Id of the group.
    pub(super) group: AttrValue,
    pub(super) direction: Direction,
}

/// A button with the form of a new rule behind it.
#[component]
pub(super) fn AddRule(props: &Props) -> Html {
    let draft = use_state(Values::new);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some((region, group)) = session
        .region()
        .and_then(|region| Some((region, region.network.security_groups.get(&*props.group)?)))
    else {
        return Html::default();
    };
    let direction = props.direction;
    let request = {
        let (desk, id) = (desk.clone(), group.id.clone());
        Callback::from(move |values: Values| {
            let value = |name: &str| values.get(name).map_or("", |value| value.trim());
            let ports = if WITH_PORTS.contains(&value(PROTOCOL)) {
                value(PORTS)
            } else {
                ""
            };
            let peer = match value(PEER) {
                RANGE => value(RANGE),
                group => group,
            };
            let permission = rules::permission(value(PROTOCOL), ports, peer);
            desk.request(
                "ec2",
                rules::authorize(direction),
                rules::request(&id, permission),
            )
        })
    };
    let success = {
        let changed = words::changed(&group.id);
        Callback::from(move |_| Success::new(changed.clone()))
    };
    let on_change = {
        let draft = draft.setter();
        Callback::from(move |values: Values| draft.set(values))
    };
    let label = match direction {
        Direction::Ingress => words::ADD_INBOUND,
        Direction::Egress => words::ADD_OUTBOUND,
    };
    html! {
        <FormButton {label} fields={fields(region, group, direction, &draft)} {request} {success} {on_change} />
    }
}

/// The fields; some appear with what others hold.
fn fields(
    region: &Region,
    group: &SecurityGroup,
    direction: Direction,
    draft: &Values,
) -> Vec<FieldSpec> {
    let protocols = words::PROTOCOLS
        .iter()
        .map(|(value, name)| ((*value).to_owned(), (*name).to_owned()));
    let mut fields = vec![
        FieldSpec::new(
            PROTOCOL,
            words::PROTOCOL,
            Control::Select(protocols.collect()),
        )
        .suggest("tcp"),
    ];
    let protocol = draft.get(PROTOCOL).map_or("tcp", String::as_str);
    if WITH_PORTS.contains(&protocol) {
        fields.push(
            FieldSpec::new(PORTS, words::PORTS, Control::Text)
                .suggest(words::HSM_PORTS)
                .hint(words::PORTS_HINT),
        );
    }
    // The group itself first: that is what a cluster needs.
    let others = region
        .network
        .security_groups
        .values()
        .filter(|other| other.vpc_id == group.vpc_id && other.id != group.id);
    let mut peers = vec![(group.id.clone(), words::this_group(&group.id, &group.name))];
    peers.extend(others.map(|other| (other.id.clone(), words::group(&other.id, &other.name))));
    peers.push((RANGE.to_owned(), words::RANGE.to_owned()));
    let (label, hint) = match direction {
        Direction::Ingress => (words::SOURCE, words::SOURCE_HINT),
        Direction::Egress => (words::TO, words::TO_HINT),
    };
    fields.push(
        FieldSpec::new(PEER, label, Control::Select(peers))
            .suggest(group.id.clone())
            .hint(hint),
    );
    if draft.get(PEER).is_some_and(|peer| peer == RANGE) {
        fields.push(
            FieldSpec::new(RANGE, words::CIDR, Control::Text)
                .suggest(
                    region
                        .network
                        .vpcs
                        .get(&group.vpc_id)
                        .map(|vpc| vpc.cidr.clone())
                        .unwrap_or_default(),
                )
                .hint(words::RANGE_HINT),
        );
    }
    fields
}
