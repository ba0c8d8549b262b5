//! `configure`: tells the tools which servers there are.

use serde_json::{Value, json};

use crate::command::{Command, HostAction};
use crate::facts::ToolFacts;
use crate::hsm;
use crate::shell::program::{Context, Ran};
use crate::text::hsm_tools as words;

const USAGE: &str = "\
Usage: configure -a <ENI IP address>
       configure -m
       configure --cmu <ENI IP address>
";

/// `configure -a <ip>`, `configure -m`, `configure --cmu <ip>`.
pub(super) fn run(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["-a", address] => match address_problem(address) {
            Some(problem) => problem,
            None => {
                let address = [(*address).to_owned()];
                write(
                    context,
                    &[
                        (ToolFacts::CLIENT_CONFIG, client_config(&address[0])),
                        (ToolFacts::CONFIG, servers_config(&address)),
                    ],
                )
            }
        },
        ["-m"] => from_daemon(context),
        ["--cmu", address] => match address_problem(address) {
            Some(problem) => problem,
            None => from_cluster(context, address),
        },
        _ => Ran::failed(1, USAGE),
    }
}

fn address_problem(address: &str) -> Option<Ran> {
    address
        .parse::<std::net::Ipv4Addr>()
        .is_err()
        .then(|| Ran::failed(1, words::no_address(address) + USAGE))
}

/// Takes over the members that the client daemon learned of when it was last started.
fn from_daemon(context: &mut Context<'_>) -> Ran {
    let members = context
        .door
        .account()
        .region(context.region)
        .map(|region| region.client.daemon_members.clone())
        .unwrap_or_default();
    if members.is_empty() {
        return Ran::failed(1, words::NO_MEMBERS);
    }
    write(context, &[(ToolFacts::CONFIG, servers_config(&members))])
}

/// Asks the cluster itself for its members.
fn from_cluster(context: &mut Context<'_>, address: &str) -> Ran {
    let account = context.door.account();
    match hsm::members(account, context.region, address, ToolFacts::PORT) {
        Ok(members) => write(context, &[(ToolFacts::CONFIG, servers_config(&members))]),
        Err(refused) => Ran::failed(1, words::no_connection(address, &refused.explanation.what)),
    }
}

fn write(context: &mut Context<'_>, files: &[(&str, Value)]) -> Ran {
    let mut printed = String::new();
    for (path, content) in files {
        let text = serde_json::to_string_pretty(content).unwrap_or_default() + "\n";
        let written = context.door.run(Command::Host {
            region: context.region.to_owned(),
            action: HostAction::WriteFile {
                path: (*path).to_owned(),
                text,
            },
        });
        if let Err(bug) = written {
            return Ran::failed(1, format!("{}\n", bug.0));
        }
        printed.push_str(&format!("Updating server config in {path}\n"));
    }
    Ran::printed(printed)
}

fn client_config(address: &str) -> Value {
    json!({
        "client": {
            "create_object_minimum_nodes": 1,
            "e2e_owner_crt_path": ToolFacts::ANCHOR,
        },
        "server": {
            "hostname": address,
            "port": ToolFacts::CLIENT_PORT,
        },
    })
}

fn servers_config(addresses: &[String]) -> Value {
    let servers: Vec<Value> = addresses
        .iter()
        .map(|address| {
            json!({
                "e2e_encryption": {
                    "enable": "yes",
                    "owner_cert_path": ToolFacts::ANCHOR,
                },
                "enable": "yes",
                "hostname": address,
                "name": address,
                "port": ToolFacts::PORT,
            })
        })
        .collect();
    json!({ "servers": servers })
}
