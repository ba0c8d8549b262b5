//! What holds of an account at every moment.

use keystore_playground::api::{CallError, operation};
use keystore_playground::model::{
    Account, ClusterState, ConnectionState, Direction, Holder, HsmState, Peer, Region,
};
use keystore_playground::playground::Playground;
use serde_json::{Value, json};

/// The account without what refused requests and reads count.
pub fn unmetered(account: &Account) -> Account {
    Account {
        meter: keystore_playground::model::Meter::default(),
        ..account.clone()
    }
}

/// No id dangles and the indexes agree. What may name something that is gone, because the services keep it so: a backup its cluster and
/// its source, a key store its cluster, a restored cluster its backup, a cluster its subnets without
/// HSMs and, when it has none, its security group, a deleted one all of its network, and a route its target.
pub fn everything(account: &Account) -> Result<(), String> {
    account.regions.values().try_for_each(|region| {
        network(region)?;
        clusters(region)?;
        keys(region)?;
        region.client.interface.iter().try_for_each(|id| {
            there(
                region.network.interfaces.contains_key(id),
                "the client host",
                id,
            )
        })
    })
}

fn there(is_there: bool, who: &str, what: &str) -> Result<(), String> {
    is_there
        .then_some(())
        .ok_or_else(|| format!("{who} names {what}, which is not there"))
}

fn network(region: &Region) -> Result<(), String> {
    let network = &region.network;
    let vpc = |who: &String, id: &String| there(network.vpcs.contains_key(id), who, id);
    let subnet = |who: &String, id: &String| there(network.subnets.contains_key(id), who, id);
    let group =
        |who: &String, id: &String| there(network.security_groups.contains_key(id), who, id);
    for (id, part) in &network.subnets {
        vpc(id, &part.vpc_id)?;
    }
    for (id, table) in &network.route_tables {
        vpc(id, &table.vpc_id)?;
        for association in &table.associations {
            subnet(id, &association.subnet_id)?;
        }
    }
    for (id, gateway) in &network.internet_gateways {
        gateway.vpc_id.iter().try_for_each(|other| vpc(id, other))?;
    }
    for (id, own) in &network.security_groups {
        vpc(id, &own.vpc_id)?;
        for rule in [Direction::Ingress, Direction::Egress]
            .map(|way| own.rules(way))
            .concat()
        {
            if let Peer::Group(other) = &rule.peer {
                group(id, other)?;
            }
        }
    }
    for (id, acl) in &network.acls {
        vpc(id, &acl.vpc_id)?;
    }
    let mut addresses = Vec::new();
    for (id, interface) in &network.interfaces {
        subnet(id, &interface.subnet_id)?;
        interface
            .groups
            .iter()
            .try_for_each(|other| group(id, other))?;
        addresses.extend(
            interface
                .addresses()
                .map(|address| (&interface.subnet_id, address)),
        );
    }
    let all = addresses.len();
    addresses.sort();
    addresses.dedup();
    if addresses.len() != all {
        return Err("two interfaces have the same address".to_owned());
    }
    Ok(())
}

fn clusters(region: &Region) -> Result<(), String> {
    let network = &region.network;
    for (id, cluster) in &region.clusters {
        if cluster.state == ClusterState::Deleted {
            continue;
        }
        there(
            network.vpcs.contains_key(&cluster.vpc_id),
            id,
            &cluster.vpc_id,
        )?;
        let gone = [HsmState::DeleteInProgress, HsmState::Deleted];
        let has_hsms = cluster.hsms.iter().any(|hsm| !gone.contains(&hsm.state));
        if let Some(group) = cluster.security_group.as_ref().filter(|_| has_hsms) {
            there(network.security_groups.contains_key(group), id, group)?;
        }
        for hsm in &cluster.hsms {
            if !matches!(hsm.state, HsmState::DeleteInProgress | HsmState::Deleted) {
                there(
                    network.interfaces.contains_key(&hsm.eni_id),
                    &hsm.id,
                    &hsm.eni_id,
                )?;
            }
            for session in &hsm.sessions {
                let (known, holder) = match &session.holder {
                    Holder::Kms(store) => (region.key_stores.contains_key(store), store.clone()),
                    Holder::Tool(tool) => {
                        (region.client.sessions.contains_key(tool), tool.to_string())
                    }
                };
                there(known, &format!("a session of {}", hsm.id), &holder)?;
            }
        }
    }
    for store in region.key_stores.values() {
        for interface in &store.interfaces {
            there(
                network.interfaces.contains_key(interface),
                &store.id,
                interface,
            )?;
        }
        if store.failure.is_some() != (store.state == ConnectionState::Failed) {
            return Err(format!(
                "{} is {}, {:?}",
                store.id,
                store.state.word(),
                store.failure
            ));
        }
    }
    Ok(())
}

fn keys(region: &Region) -> Result<(), String> {
    for (id, key) in region.keys.iter() {
        if let Some(store) = key.store_id() {
            there(region.key_stores.contains_key(store), id, store)?;
        }
    }
    let stored: usize = region
        .key_stores
        .keys()
        .map(|store| region.keys.in_store(store).count())
        .sum();
    let wanted = region
        .keys
        .values()
        .filter(|key| key.store_id().is_some())
        .count();
    let aliases: usize = region.keys.values().map(|key| key.aliases.len()).sum();
    if stored != wanted || aliases != region.keys.aliases().len() {
        return Err("the keys and what is found by them do not agree".to_owned());
    }
    Ok(())
}

/// The lists of the services, read page by page, hold as much as there is.
pub fn lists(playground: &mut Playground) -> Result<(), String> {
    let region = playground.account().region("us-east-1").unwrap().clone();
    for (service, name, wanted) in [
        ("kms", "ListKeys", region.keys.len()),
        ("kms", "DescribeCustomKeyStores", region.key_stores.len()),
        ("cloudhsmv2", "DescribeClusters", region.clusters.len()),
        ("cloudhsmv2", "DescribeBackups", region.backups.len()),
    ] {
        let Some(found) = listed(playground, service, name)? else {
            continue;
        };
        if found != wanted {
            return Err(format!("{name} lists {found} of {wanted}"));
        }
    }
    Ok(())
}

/// How many a list holds; nothing where the reader may not see it.
fn listed(playground: &mut Playground, service: &str, name: &str) -> Result<Option<usize>, String> {
    let pages = operation(service, name).and_then(|operation| operation.pages.as_ref());
    let Some(pages) = pages else {
        return Err(format!("{name} has no pages"));
    };
    let (mut found, mut input) = (0, json!({}));
    loop {
        let answer = match playground.call(service, name, "us-east-1", input) {
            Ok(answer) => answer,
            Err(CallError::Refused(_)) => return Ok(None),
            Err(CallError::Bug(bug)) => return Err(bug.0),
        };
        found += answer[pages.items].as_array().map_or(0, Vec::len);
        match answer.get(pages.token_out).and_then(Value::as_str) {
            Some(token) => input = json!({ pages.token_in: token }),
            None => return Ok(Some(found)),
        }
    }
}
