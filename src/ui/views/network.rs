//! VPCs, subnets, security groups and the client host.

use yew::prelude::*;

use crate::facts::network::{free_addresses, is_public};
use crate::model::{Network, Peer, PortRule, Protocol, Region, SecurityGroup};
use crate::text::page as words;
use crate::ui::parts::{code, lines, lines_or, section, table};

/// The network of a Region, and where in it the client host is.
pub(super) fn view(region: &Region) -> Html {
    let network = &region.network;
    section(
        words::NETWORK,
        html! {
            <>
                <p>{ client_host(region) }</p>
                <h3>{ words::VPCS }</h3>
                { table(words::VPCS, words::VPC_COLUMNS, vpcs(network), words::NO_VPCS) }
                <h3>{ words::SUBNETS }</h3>
                { table(words::SUBNETS, words::SUBNET_COLUMNS, subnets(network), words::NO_SUBNETS) }
                <h3>{ words::GROUPS }</h3>
                { table(words::GROUPS, words::GROUP_COLUMNS, groups(network), words::NO_GROUPS) }
            </>
        },
    )
}

fn client_host(region: &Region) -> String {
    region
        .client
        .interface
        .as_ref()
        .and_then(|id| region.network.interfaces.get(id))
        .map_or_else(
            || words::CLIENT_NOWHERE.to_owned(),
            |interface| {
                words::client_host(
                    &region.client.instance_id,
                    &interface.subnet_id,
                    &interface.ip,
                )
            },
        )
}

/// The reader's own VPCs come before the default one.
fn vpcs(network: &Network) -> Vec<Vec<Html>> {
    let mut vpcs: Vec<_> = network.vpcs.values().collect();
    vpcs.sort_by_key(|vpc| vpc.is_default);
    vpcs.into_iter()
        .map(|vpc| {
            let subnets = network
                .subnets
                .values()
                .filter(|subnet| subnet.vpc_id == vpc.id)
                .count();
            vec![
                html! {
                    <>{ code(&vpc.id) }if vpc.is_default { { " " }<span class="tag">{ words::DEFAULT }</span> }</>
                },
                html! { &vpc.cidr },
                html! { subnets },
            ]
        })
        .collect()
}

fn subnets(network: &Network) -> Vec<Vec<Html>> {
    let mut subnets: Vec<_> = network.subnets.values().collect();
    subnets.sort_by_key(|subnet| (subnet.default_for_zone, &subnet.zone, &subnet.cidr));
    subnets
        .into_iter()
        .map(|subnet| {
            let kind = if is_public(network, &subnet.id) {
                words::PUBLIC
            } else {
                words::PRIVATE
            };
            vec![
                lines([
                    code(&subnet.id),
                    html! { <span class="note">{ code(&subnet.vpc_id) }</span> },
                ]),
                lines([html! { &subnet.zone }, html! { &subnet.cidr }]),
                lines([
                    html! { kind },
                    html! { words::free_addresses(free_addresses(network, &subnet.id)) },
                ]),
            ]
        })
        .collect()
}

fn groups(network: &Network) -> Vec<Vec<Html>> {
    // The groups that clusters make are those that matter here; the default ones come last.
    let mut groups: Vec<_> = network.security_groups.values().collect();
    groups.sort_by_key(|group| (group.name == "default", &group.name));
    groups
        .into_iter()
        .map(|group| {
            vec![
                lines([
                    html! { &group.name },
                    code(&group.id),
                    html! { <span class="note">{ code(&group.vpc_id) }</span> },
                ]),
                rules(group, &group.ingress),
                rules(group, &group.egress),
            ]
        })
        .collect()
}

fn rules(group: &SecurityGroup, rules: &[PortRule]) -> Html {
    lines_or(
        rules.iter().map(|rule| {
            html! { <>{ ports(rule) }{ ", " }{ peer(rule, &group.id) }</> }
        }),
        words::NO_RULES,
    )
}

fn ports(rule: &PortRule) -> String {
    match rule.protocol {
        Protocol::All => words::ALL_TRAFFIC.to_owned(),
        protocol if rule.from_port == rule.to_port => {
            format!("{} {}", protocol.word(), rule.from_port)
        }
        protocol => format!("{} {}–{}", protocol.word(), rule.from_port, rule.to_port),
    }
}

fn peer(rule: &PortRule, own: &str) -> Html {
    match &rule.peer {
        Peer::Group(id) if id == own => html! { words::THIS_GROUP },
        Peer::Group(id) | Peer::Range(id) => code(id),
    }
}
