//! Read-only views of the account.

use yew::prelude::*;

use super::parts::{code, lines, section, status, table};
use crate::command::Command;
use crate::facts::network::{free_addresses, is_public};
use crate::model::{Account, Peer, PortRule, Protocol, Region};
use crate::playground::Entry;
use crate::text::{lab, page as words};

/// Entries of the log that are shown.
const MOST_EVENTS: usize = 50;

/// What is due next.
pub(super) fn due(account: &Account) -> Html {
    let rows = account
        .jobs
        .jobs()
        .iter()
        .filter(|scheduled| scheduled.job.is_transition())
        .map(|scheduled| {
            vec![
                html! { scheduled.due.iso() },
                html! { lab::job(&scheduled.job) },
                code(scheduled.job.subject()),
                html! { &scheduled.region },
            ]
        })
        .collect();
    section(
        "Due next",
        table(
            "Due next",
            &["When", "What", "Resource", "Region"],
            rows,
            words::NO_JOBS,
        ),
    )
}

/// Clusters with their HSMs.
pub(super) fn clusters(region: &Region) -> Html {
    let rows = region
        .clusters
        .values()
        .map(|cluster| {
            let kept = &cluster.certificates;
            let certificates: Vec<Html> = [
                ("Certificate request", kept.csr.is_some()),
                ("Cluster certificate", kept.cluster.is_some()),
            ]
            .into_iter()
            .filter(|(_, there)| *there)
            .map(|(name, _)| html! { name })
            .collect();
            vec![
                code(&cluster.id),
                status(cluster.state.word()),
                lines(cluster.hsms.iter().map(|hsm| {
                    html! { <>{ code(&hsm.ip) }{ " " }{ &hsm.zone }{ " " }{ status(hsm.state.word()) }</> }
                })),
                lines(certificates),
            ]
        })
        .collect();
    section(
        "CloudHSM clusters",
        table(
            "Clusters",
            &["Cluster", "State", "HSMs", "Certificates"],
            rows,
            words::NO_CLUSTERS,
        ),
    )
}

/// Custom key stores.
pub(super) fn stores(region: &Region, on_line: &Callback<String>) -> Html {
    let rows = region
        .key_stores
        .values()
        .map(|store| {
            let why = store.failure.as_ref().map(|failure| {
                let (on_line, line) = (on_line.clone(), format!("lab why {}", store.id));
                html! {
                    <>
                        <code>{ &failure.code }</code>{ " " }
                        <button type="button" onclick={move |_| on_line.emit(line.clone())}>{ "Why?" }</button>
                    </>
                }
            });
            vec![
                lines([html! { &store.name }, code(&store.id)]),
                lines([status(store.state.word()), html! { { for why } }]),
                code(&store.cluster_id),
            ]
        })
        .collect();
    section(
        "Custom key stores",
        table(
            "Custom key stores",
            &["Key store", "Connection", "Cluster"],
            rows,
            words::NO_STORES,
        ),
    )
}

/// KMS keys.
pub(super) fn keys(account: &Account, region: &Region) -> Html {
    let rows = region
        .keys
        .values()
        .map(|key| {
            vec![
                code(&key.id),
                status(account.key_state(region, key).word()),
                key.store_id().map_or_else(|| html! { "AWS KMS" }, code),
                html! { &key.description },
            ]
        })
        .collect();
    section(
        "KMS keys",
        table(
            "KMS keys",
            &["Key", "State", "Material in", "Description"],
            rows,
            words::NO_KEYS,
        ),
    )
}

/// VPCs, subnets, security groups and the client host.
pub(super) fn network(region: &Region) -> Html {
    let network = &region.network;
    let mut subnets: Vec<_> = network.subnets.values().collect();
    subnets.sort_by_key(|subnet| (subnet.default_for_zone, &subnet.zone, &subnet.cidr));
    let subnets = subnets
        .into_iter()
        .map(|subnet| {
            let kind = if is_public(network, &subnet.id) {
                "public"
            } else {
                "private"
            };
            vec![
                lines([
                    code(&subnet.id),
                    html! { <>{ "in " }{ code(&subnet.vpc_id) }</> },
                ]),
                lines([html! { &subnet.zone }, html! { &subnet.cidr }]),
                lines([
                    html! { kind },
                    html! { format!("{} free", free_addresses(network, &subnet.id)) },
                ]),
            ]
        })
        .collect();
    let groups = network
        .security_groups
        .values()
        .map(|group| {
            vec![
                lines([html! { &group.name }, code(&group.id)]),
                lines(group.ingress.iter().map(|rule| rule_text(rule, &group.id))),
                lines(group.egress.iter().map(|rule| rule_text(rule, &group.id))),
            ]
        })
        .collect();
    let client = region
        .client
        .interface
        .as_ref()
        .and_then(|id| network.interfaces.get(id));
    let client = match client {
        Some(interface) => html! {
            <p>{ "Client host " }{ code(&region.client.instance_id) }{ " is in " }{ code(&interface.subnet_id) }
            { " with address " }{ code(&interface.ip) }{ "." }</p>
        },
        None => html! { <p>{ words::CLIENT_NOWHERE }</p> },
    };
    section(
        "Network",
        html! {
            <>
                { client }
                <h3>{ "Subnets" }</h3>
                { table("Subnets", &["Subnet", "Zone and range", "Addresses"], subnets, "") }
                <h3>{ "Security groups" }</h3>
                { table("Security groups", &["Group", "Inbound", "Outbound"], groups, "") }
            </>
        },
    )
}

fn rule_text(rule: &PortRule, own: &str) -> Html {
    let peer = match &rule.peer {
        Peer::Group(id) if id == own => "itself".to_owned(),
        Peer::Group(id) | Peer::Range(id) => id.clone(),
    };
    let what = match rule.protocol {
        Protocol::All => "all".to_owned(),
        protocol if rule.from_port == rule.to_port => {
            format!("{} {}", protocol.word(), rule.from_port)
        }
        protocol => format!("{} {}–{}", protocol.word(), rule.from_port, rule.to_port),
    };
    html! { format!("{what}, {peer}") }
}

/// Files of the client host.
pub(super) fn files(
    region: &Region,
    on_download: &Callback<String>,
    on_upload: Callback<Event>,
) -> Html {
    let rows = region
        .client
        .files
        .iter()
        .map(|(path, text)| {
            let (on_download, wanted) = (on_download.clone(), path.clone());
            vec![
                code(path),
                html! { format!("{} bytes", text.len()) },
                html! {
                    <button type="button" aria-label={format!("Download {path}")}
                        onclick={move |_| on_download.emit(wanted.clone())}>{ "Download" }</button>
                },
            ]
        })
        .collect();
    section(
        "Files of the client host",
        html! {
            <>
                { table("Files", &["File", "Size", ""], rows, words::NO_FILES) }
                <label class="button">{ "Upload files" }
                    <input class="file" type="file" multiple=true onchange={on_upload} />
                </label>
            </>
        },
    )
}

/// The log, newest first.
pub(super) fn events(log: &[Entry]) -> Html {
    let rows = log
        .iter()
        .rev()
        .take(MOST_EVENTS)
        .map(|entry| {
            vec![
                html! { entry.at.iso() },
                html! { event_name(&entry.command) },
                if entry.outcome.refused {
                    let code = if entry.outcome.code.is_empty() { &entry.outcome.rule } else { &entry.outcome.code };
                    html! { <span class="status bad"><span class="icon" aria-hidden="true">{ "✕" }</span>{ code }</span> }
                } else {
                    html! { <span class="status good"><span class="icon" aria-hidden="true">{ "✓" }</span>{ "done" }</span> }
                },
            ]
        })
        .collect();
    section(
        "Events",
        table(
            "Events",
            &["Time", "Event", "Result"],
            rows,
            words::NO_EVENTS,
        ),
    )
}

fn event_name(command: &Command) -> String {
    match command {
        Command::Aws {
            service, operation, ..
        } => format!("{service} {operation}"),
        other => serde_json::to_value(other)
            .ok()
            .map(|value| {
                let inner = value
                    .get("action")
                    .or_else(|| value.get("command"))
                    .and_then(|inner| inner.get("do"))
                    .and_then(|word| word.as_str())
                    .unwrap_or_default()
                    .to_owned();
                let kind = value["type"].as_str().unwrap_or_default();
                format!("{kind} {inner}")
            })
            .unwrap_or_default(),
    }
}
