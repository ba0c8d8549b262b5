//! Failures in accounts that are changed by hand, because the road there is long or belongs to other tools.

use serde_json::Value;

use super::builder::{Rehearsal, assert_explained};
use crate::api::Call;
use crate::facts::HsmCommand;
use crate::hsm::{self, ToolAction, ToolReply};
use crate::model::{Account, HsmKey, Region};
use crate::sim::{Entropy, Memo};

const REGION: &str = "us-east-1";

/// Changes a copy of the account and acts on it; returns what the tool was told, and the account afterwards.
fn act(
    rehearsal: &Rehearsal,
    change: impl FnOnce(&mut Region),
    action: &ToolAction,
) -> (ToolReply, Account) {
    let mut account = rehearsal.playground.account().clone();
    change(account.regions.get_mut(REGION).unwrap());
    let entropy = Entropy::new(0, account.number + 1);
    let mut memo = Memo::default();
    let reply = hsm::act(
        &mut Call {
            account: &mut account,
            region: REGION,
            input: &Value::Null,
            entropy,
            memo: &mut memo,
            seed: 0,
            clear: &|_| None,
        },
        action,
    )
    .unwrap();
    (reply, account)
}

fn rule(reply: &ToolReply) -> &str {
    let refusal = reply.refusal().unwrap();
    assert_explained(refusal);
    &refusal.rule_id
}

#[test]
fn the_group_of_the_cluster_must_let_traffic_out_and_in() {
    let rehearsal = Rehearsal::active(1);
    let group = rehearsal.group();
    let (reply, _) = act(
        &rehearsal,
        |region| {
            let group = region.network.security_groups.get_mut(&group).unwrap();
            group.egress.clear();
        },
        &ToolAction::Open,
    );
    assert_eq!(rule(&reply), "hsm.path-out");
    let (reply, account) = act(
        &rehearsal,
        |region| {
            let group = region.network.security_groups.get_mut(&group).unwrap();
            group.ingress.clear();
        },
        &ToolAction::Open,
    );
    assert_eq!(rule(&reply), "hsm.path-in");
    assert!(!reply.accepted());
    assert!(account.regions[REGION].client.sessions.is_empty());
}

#[test]
fn ports_up_to_2224_let_the_daemon_through_but_not_the_tool() {
    let rehearsal = Rehearsal::active(1);
    let (group, ip) = (rehearsal.group(), rehearsal.ip(0));
    let narrow = |region: &mut Region| {
        let group = region.network.security_groups.get_mut(&group).unwrap();
        for rule in group.ingress.iter_mut().chain(&mut group.egress) {
            rule.to_port = 2224;
        }
    };
    let (reply, account) = act(&rehearsal, narrow, &ToolAction::Open);
    assert_eq!(rule(&reply), "hsm.path-out");
    let found = hsm::members(&account, REGION, &ip, 2223).unwrap();
    assert_eq!(found, std::slice::from_ref(&ip));
    assert!(hsm::members(&account, REGION, &ip, 2225).is_err());
}

#[test]
fn the_client_must_be_in_the_network_of_the_cluster() {
    let rehearsal = Rehearsal::active(1);
    let (reply, _) = act(
        &rehearsal,
        |region| region.client.interface = None,
        &ToolAction::Open,
    );
    assert_eq!(rule(&reply), "hsm.client-not-attached");
    let (reply, _) = act(
        &rehearsal,
        |region| {
            let client = region.client.interface.clone().unwrap();
            let interface = region.network.interfaces.get_mut(&client).unwrap();
            interface.subnet_id = "subnet-0123456789abcdef0".to_owned();
        },
        &ToolAction::Open,
    );
    assert_eq!(rule(&reply), "hsm.other-vpc");
}

#[test]
fn a_full_table_takes_no_further_user() {
    let mut rehearsal = Rehearsal::officer(1);
    let command = HsmCommand::CreateUser {
        kind: "CU".to_owned(),
        name: "kmsuser".to_owned(),
        password: rehearsal.playground.seal(b"kmsPswd"),
        two_factor: false,
    };
    let (reply, _) = act(
        &rehearsal,
        |region| fill(region, 1_024),
        &run(command.clone()),
    );
    assert_eq!(rule(&reply), "hsm.users-full");
    let (reply, _) = act(&rehearsal, |region| fill(region, 1_023), &run(command));
    assert_eq!(reply.done, [0]);
}

/// Adds users until the HSM has as many.
fn fill(region: &mut Region, count: u32) {
    let cluster = region.clusters.values_mut().next().unwrap();
    let users = &mut cluster.hsms[0].contents.users;
    let model = users[0].clone();
    while users.len() < count as usize {
        let id = u32::try_from(users.len()).unwrap() + 1;
        let mut user = model.clone();
        user.id = id;
        user.name = format!("user{id}");
        users.push(user);
    }
}

fn run(command: HsmCommand) -> ToolAction {
    ToolAction::Run {
        session: 1,
        command,
        servers: vec![0],
    }
}

#[test]
fn a_user_that_owns_keys_stays() {
    let mut rehearsal = Rehearsal::officer(1);
    rehearsal.lines(&["createUser CU kmsuser kmsPswd", "y"]);
    let delete = run(HsmCommand::DeleteUser {
        kind: "CU".to_owned(),
        name: "kmsuser".to_owned(),
    });
    let own = |region: &mut Region| {
        let cluster = region.clusters.values_mut().next().unwrap();
        cluster.hsms[0].contents.keys.insert(
            6,
            HsmKey {
                label: "key".to_owned(),
                owner: "kmsuser".to_owned(),
                material: "00".repeat(32),
            },
        );
    };
    let (reply, account) = act(&rehearsal, own, &delete);
    assert_eq!(rule(&reply), "hsm.owns-keys");
    let cluster = account.regions[REGION].clusters.values().next().unwrap();
    assert_eq!(cluster.hsms[0].contents.users.len(), 3);
    let (reply, account) = act(&rehearsal, |_| {}, &delete);
    assert_eq!(reply.done, [0]);
    let cluster = account.regions[REGION].clusters.values().next().unwrap();
    assert_eq!(cluster.hsms[0].contents.users.len(), 2);
}

#[test]
fn every_rule_has_words() {
    for rule in crate::rules::HSM {
        let words = crate::text::words(rule.id);
        assert_eq!(words.rule, rule.id);
        let texts = [words.message, words.what, words.why, words.todo];
        assert!(texts.iter().all(|text| !text.is_empty()), "{}", rule.id);
        assert!(!rule.docs.is_empty(), "{}", rule.id);
    }
}
