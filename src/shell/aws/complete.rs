//! Completion of `aws` commands: from the shapes of the operations, and from what the account holds.

use super::flags::{Flag, flags};
use super::names::kebab;
use super::wait;
use crate::api::shape::{Kind, Shape};
use crate::api::{self, Operation, Service};
use crate::model::{Account, Region};
use crate::text::command_line::OPTIONS;

/// What may follow the words of an `aws` command, behind `partial`.
pub(in crate::shell) fn completions(
    account: &Account,
    region: &str,
    words: &[&str],
    partial: &str,
) -> Vec<String> {
    let last = words.last().copied().unwrap_or_default();
    let named = positional(words);
    if last == "--region" {
        return account.regions.keys().cloned().collect();
    }
    if let Some((_, value, _)) = OPTIONS.iter().find(|(name, ..)| *name == last)
        && !value.is_empty()
    {
        let choices = value.split('|').filter(|_| value.contains('|'));
        return choices.map(str::to_owned).collect();
    }
    let Some(service) = named.first() else {
        return Service::ALL
            .map(|service| service.word().to_owned())
            .to_vec();
    };
    let of_service: Vec<&'static Operation> = api::operations()
        .filter(|operation| operation.service.word() == *service)
        .collect();
    let waiters = of_service
        .first()
        .map_or_else(Vec::new, |operation| wait::names(operation.service));
    let operation = match named[1..] {
        ["wait", ref rest @ ..] if !waiters.is_empty() => {
            match rest.first().and_then(|name| wait::operation(name)) {
                Some(operation) => Some(operation),
                None => return waiters,
            }
        }
        [name, ..] => of_service
            .iter()
            .copied()
            .find(|operation| kebab(operation.name) == name),
        [] => None,
    };
    let Some(operation) = operation else {
        let names = of_service.iter().map(|operation| kebab(operation.name));
        let wait = (!waiters.is_empty()).then(|| "wait".to_owned());
        return names.chain(wait).chain(["help".to_owned()]).collect();
    };
    let flags = flags(operation);
    // A list goes on until the next flag.
    let open = words.iter().rev().find(|word| word.starts_with("--"));
    let open = open.and_then(|name| flags.iter().find(|flag| flag.name == **name));
    if let Some(flag) = open
        && flag.takes_words()
        && !partial.starts_with('-')
        && (last == flag.name || is_list(flag))
    {
        let values = values(account.region(region), flag);
        if !values.is_empty() || last == flag.name {
            return values;
        }
    }
    let globals = OPTIONS.iter().map(|(name, ..)| (*name).to_owned());
    flags
        .iter()
        .map(|flag| flag.name.clone())
        .chain(globals)
        .filter(|name| !words.contains(&name.as_str()))
        .collect()
}

/// The words that are no flags, nor values of the flags of every command: service and operation.
fn positional<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let mut named = Vec::new();
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        if let Some((_, value, _)) = OPTIONS.iter().find(|(name, ..)| name == word) {
            if !value.is_empty() {
                rest.next();
            }
        } else if !word.starts_with('-') {
            named.push(*word);
        } else if named.len() >= 2 {
            break;
        }
    }
    named
}

fn is_list(flag: &Flag) -> bool {
    flag.member
        .is_some_and(|member| matches!(member.shape.kind, Kind::List(_)))
}

/// The values that a flag may have: words of its shape, or what the account holds of its kind.
fn values(region: Option<&Region>, flag: &Flag) -> Vec<String> {
    let Some(member) = flag.member else {
        return Vec::new();
    };
    let words = words(&member.shape);
    if !words.is_empty() {
        return words.iter().map(|word| (*word).to_owned()).collect();
    }
    let held = region.map(|region| held(region, flag.name.trim_start_matches('-')));
    match held {
        Some(held) if !held.is_empty() => held,
        _ if member.shape.certificate => vec!["file://".to_owned()],
        _ if matches!(member.shape.kind, Kind::Blob) => vec!["fileb://".to_owned()],
        _ => Vec::new(),
    }
}

fn words(shape: &Shape) -> &'static [&'static str] {
    match shape.kind {
        Kind::List(item) => item.words,
        _ => shape.words,
    }
}

/// What a Region holds of the kind that a flag names.
fn held(region: &Region, name: &str) -> Vec<String> {
    let network = &region.network;
    let hsms = || region.clusters.values().flat_map(|cluster| &cluster.hsms);
    match name {
        "custom-key-store-id" => region.key_stores.keys().cloned().collect(),
        "custom-key-store-name" => {
            let stores = region.key_stores.values();
            stores.map(|store| store.name.clone()).collect()
        }
        "cluster-id" | "cloud-hsm-cluster-id" => region.clusters.keys().cloned().collect(),
        "hsm-id" => hsms().map(|hsm| hsm.id.clone()).collect(),
        "eni-ip" => hsms().map(|hsm| hsm.ip.clone()).collect(),
        "backup-id" | "source-backup-id" => region.backups.keys().cloned().collect(),
        "key-id" | "target-key-id" | "source-key-id" | "destination-key-id" => {
            region.keys.keys().cloned().collect()
        }
        "availability-zone" => region.zones.iter().map(|zone| zone.name.clone()).collect(),
        "vpc-id" | "vpc-ids" => network.vpcs.keys().cloned().collect(),
        "subnet-id" | "subnet-ids" => network.subnets.keys().cloned().collect(),
        "group-id" | "group-ids" | "security-group-ids" | "source-group" => {
            network.security_groups.keys().cloned().collect()
        }
        "route-table-id" | "route-table-ids" => network.route_tables.keys().cloned().collect(),
        "internet-gateway-id" | "internet-gateway-ids" => {
            network.internet_gateways.keys().cloned().collect()
        }
        "network-interface-id" | "network-interface-ids" => {
            network.interfaces.keys().cloned().collect()
        }
        _ => Vec::new(),
    }
}
