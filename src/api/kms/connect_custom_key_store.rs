//! ConnectCustomKeyStore: answers at once, and what comes of it shows through DescribeCustomKeyStores.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::shapes;
use crate::api::ec2::security_groups;
use crate::api::shape::required;
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::facts::network::next_address;
use crate::facts::{AccountFacts, Subject};
use crate::model::{
    ConnectionFailure, ConnectionState, Holder, HsmSession, HsmState, Interface, Job, UserKind,
};
use crate::rules::{self, Broken, Raised, Stop};
use crate::text::service as words;

/// ConnectCustomKeyStore.
pub const OPERATION: Operation = Operation {
    service: Service::Kms,
    name: "ConnectCustomKeyStore",
    input: &[required("CustomKeyStoreId", shapes::STORE_ID)],
    output: &[],
    pages: None,
    action: Action::WriteUnless(ALREADY, already, apply),
};

/// The part that runs when the attempt comes to its end; rules name it so.
pub const LATER: &str = "kms:ConnectCustomKeyStore/job";

/// Rules below this order are asked before a store that is connected already is left alone.
const ALREADY: u16 = 30;

fn already(facts: &AccountFacts<'_>) -> Option<Value> {
    let store = facts
        .here()?
        .key_stores
        .get(facts.given_text("CustomKeyStoreId")?)?;
    matches!(
        store.state,
        ConnectionState::Connected | ConnectionState::Connecting
    )
    .then(|| json!({}))
}

fn apply(call: &mut Call<'_>) -> Applied {
    let id = call.needed("CustomKeyStoreId")?.to_owned();
    let store = call.store_mut(&id)?;
    store.state = ConnectionState::Connecting;
    store.attempt += 1;
    let attempt = store.attempt;
    call.later(super::CONNECT, Job::StoreConnected { store: id, attempt });
    Ok(json!({}))
}

/// The attempt ends: the first broken rule decides, else KMS connects.
pub(in crate::api) fn finish(call: &mut Call<'_>, id: &str, attempt: u64) -> Result<(), Bug> {
    let Some(store) = call.here()?.key_stores.get(id) else {
        return Ok(());
    };
    if store.state != ConnectionState::Connecting || store.attempt != attempt {
        return Ok(());
    }
    let broken = {
        let facts = AccountFacts::new(
            call.account,
            call.region,
            LATER,
            &Value::Null,
            Subject::Store(id),
        );
        rules::first_broken(&facts, Stop::Never)
    };
    match broken {
        Some(broken) => fail(call, id, &broken),
        None => move_in(call, id),
    }
}

fn fail(call: &mut Call<'_>, id: &str, broken: &Broken) -> Result<(), Bug> {
    let Raised::ConnectionError(code) = broken.raised else {
        return Err(Bug(format!("{} is no connection error", broken.rule.id)));
    };
    if code == "INVALID_CREDENTIALS" {
        count_failed_login(call, id)?;
    }
    let failure = ConnectionFailure {
        code: code.to_owned(),
        rule: broken.rule.id.to_owned(),
        evidence: Value::Object(broken.evidence.clone()),
        at: call.now(),
    };
    let store = call.store_mut(id)?;
    store.state = ConnectionState::Failed;
    store.past_failures.push(failure.clone());
    store.failure = Some(failure);
    Ok(())
}

/// The failed login counts on every HSM whose kmsuser has another password.
fn count_failed_login(call: &mut Call<'_>, id: &str) -> Result<(), Bug> {
    let store = call.store_mut(id)?;
    let (cluster_id, password) = (store.cluster_id.clone(), store.password.clone());
    for hsm in &mut call.cluster_mut(&cluster_id)?.hsms {
        if let Some(user) = hsm.contents.user_mut(UserKind::Cu, "kmsuser")
            && (user.password != password || user.two_factor)
        {
            user.failures = user.failures.saturating_add(1);
        }
    }
    Ok(())
}

/// KMS connects: a security group and an interface per subnet of the cluster, a new kmsuser password on every HSM, and a login
/// that lasts until the store is disconnected.
fn move_in(call: &mut Call<'_>, id: &str) -> Result<(), Bug> {
    let cluster_id = call.store_mut(id)?.cluster_id.clone();
    let attempt = call.store_mut(id)?.attempt;
    let cluster = call.cluster_mut(&cluster_id)?;
    let (vpc, subnets, cluster_group) = (
        cluster.vpc_id.clone(),
        cluster.subnet_mapping.clone(),
        cluster.security_group.clone(),
    );
    let group = security_groups::create(
        call,
        &vpc,
        &format!("kms-{id}"),
        &words::store_group(&cluster_id),
        false,
    )?;
    let mut interfaces = Vec::new();
    for (zone, subnet) in &subnets {
        let eni = call
            .entropy
            .hex_id("eni", &format!("{id}/{attempt}/{zone}"));
        let network = &mut call.here_mut()?.network;
        let ip = next_address(network, subnet)
            .ok_or_else(|| Bug(format!("no free address in {subnet}")))?;
        network.interfaces.insert(
            eni.clone(),
            Interface {
                id: eni.clone(),
                subnet_id: subnet.clone(),
                ip,
                groups: cluster_group.iter().chain([&group]).cloned().collect(),
                description: words::store_interface(&cluster_id),
                requester_managed: true,
                secondary: Vec::new(),
                tags: BTreeMap::new(),
            },
        );
        interfaces.push(eni);
    }
    let password = call.entropy.password(&format!("{id}/{attempt}"));
    for hsm in &mut call.cluster_mut(&cluster_id)?.hsms {
        if hsm.state != HsmState::Active {
            continue;
        }
        if let Some(user) = hsm.contents.user_mut(UserKind::Cu, "kmsuser") {
            user.password = password.clone();
            user.failures = 0;
        }
        hsm.sessions.push(HsmSession {
            holder: Holder::Kms(id.to_owned()),
            kind: UserKind::Cu,
            user: "kmsuser".to_owned(),
        });
    }
    let store = call.store_mut(id)?;
    store.password = password;
    store.interfaces = interfaces;
    store.security_group = Some(group);
    store.state = ConnectionState::Connected;
    Ok(())
}
