//! Random sequences of terminal lines from a seed: nothing panics, no id dangles, key stores change state only as they may, a refused
//! call changes nothing, the log gives the account again, and undo takes back exactly the last command.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeMap;

use keystore_playground::model::{Account, ConnectionState};
use keystore_playground::playground::{Options, Pace, Playground};

/// Lines of a sequence; `{store}` and the like stand for something that there is, or was never.
const LINES: &[&str] = &[
    "aws kms create-custom-key-store --custom-key-store-name {name} --cloud-hsm-cluster-id {cluster} --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt",
    "aws kms connect-custom-key-store --custom-key-store-id {store}",
    "aws kms disconnect-custom-key-store --custom-key-store-id {store}",
    "aws kms update-custom-key-store --custom-key-store-id {store} --new-custom-key-store-name {name}",
    "aws kms update-custom-key-store --custom-key-store-id {store} --key-store-password wrongPswd",
    "aws kms update-custom-key-store --custom-key-store-id {store} --cloud-hsm-cluster-id {cluster}",
    "aws kms delete-custom-key-store --custom-key-store-id {store}",
    "aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id {store}",
    "aws kms create-key",
    "aws kms disable-key --key-id {key}",
    "aws kms enable-key --key-id {key}",
    "aws kms encrypt --key-id {key} --plaintext aGVsbG8=",
    "aws kms schedule-key-deletion --key-id {key} --pending-window-in-days 7",
    "aws kms cancel-key-deletion --key-id {key}",
    "aws cloudhsmv2 create-hsm --cluster-id {cluster} --availability-zone us-east-1a",
    "aws cloudhsmv2 create-hsm --cluster-id {cluster} --availability-zone us-east-1b",
    "aws cloudhsmv2 delete-hsm --cluster-id {cluster} --hsm-id {hsm}",
    "aws cloudhsmv2 delete-cluster --cluster-id {cluster}",
    "aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --source-backup-id {backup} --subnet-ids {subnet}",
    "aws cloudhsmv2 delete-backup --backup-id {backup}",
    "aws cloudhsmv2 restore-backup --backup-id {backup}",
    "aws ec2 delete-subnet --subnet-id {subnet}",
    "aws ec2 delete-security-group --group-id {group}",
    "aws ec2 revoke-security-group-ingress --group-id {group} --protocol tcp --port 2223-2225 --source-group {group}",
    "aws ec2 authorize-security-group-ingress --group-id {group} --protocol tcp --port 2223-2225 --source-group {group}",
    "lab inject internal-error",
    "lab advance 90s",
    "lab advance 8d",
    "lab settle",
    "lab settle",
];

struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap()
    }

    fn one_of(&mut self, ids: Vec<String>, never: &str) -> String {
        match self.below(10) {
            0 => never.to_owned(),
            _ if ids.is_empty() => never.to_owned(),
            _ => ids[self.below(ids.len())].clone(),
        }
    }

    fn line(&mut self, account: &Account) -> String {
        let region = &account.regions["us-east-1"];
        let mut line = LINES[self.below(LINES.len())].to_owned();
        let hsms = region.clusters.values().flat_map(|cluster| &cluster.hsms);
        for (hole, ids, never) in [
            (
                "{name}",
                vec!["A".to_owned(), "B".to_owned(), "C".to_owned()],
                "D",
            ),
            (
                "{store}",
                region.key_stores.keys().cloned().collect(),
                "cks-1234567890abcdef0",
            ),
            (
                "{cluster}",
                region.clusters.keys().cloned().collect(),
                "cluster-abcdefgh234",
            ),
            (
                "{hsm}",
                hsms.map(|hsm| hsm.id.clone()).collect(),
                "hsm-abcdefgh234",
            ),
            (
                "{key}",
                region.keys.keys().cloned().collect(),
                "1234abcd-12ab-34cd-56ef-1234567890ab",
            ),
            (
                "{backup}",
                region.backups.keys().cloned().collect(),
                "backup-abcdefgh234",
            ),
            (
                "{subnet}",
                region.network.subnets.keys().cloned().collect(),
                "subnet-0123456789abcdef0",
            ),
            (
                "{group}",
                region.network.security_groups.keys().cloned().collect(),
                "sg-0123456789abcdef0",
            ),
        ] {
            if line.contains(hole) {
                line = line.replace(hole, &self.one_of(ids, never));
            }
        }
        line
    }
}

fn states(account: &Account) -> BTreeMap<String, ConnectionState> {
    let stores = account.regions["us-east-1"].key_stores.values();
    stores
        .map(|store| (store.id.clone(), store.state))
        .collect()
}

/// Whether one line may bring a key store from one state to the other.
fn legal(from: ConnectionState, to: ConnectionState) -> bool {
    use ConnectionState::{Connected, Connecting, Disconnected, Disconnecting, Failed};
    from == to
        || matches!(
            (from, to),
            (Disconnected, Connecting)
                | (Connecting, Connected | Failed | Disconnecting)
                | (Connected | Failed, Disconnecting)
                | (Disconnecting, Disconnected)
        )
}

fn no_id_dangles(account: &Account, said: &str) {
    for region in account.regions.values() {
        for key in region.keys.values() {
            if let Some(store) = key.store_id() {
                assert!(region.key_stores.contains_key(store), "{} {said}", key.id);
            }
        }
        let mut names: Vec<&str> = region
            .key_stores
            .values()
            .map(|store| store.name.as_str())
            .collect();
        let stores = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), stores, "two key stores have one name {said}");
        for interface in region.network.interfaces.values() {
            assert!(
                region.network.subnets.contains_key(&interface.subnet_id),
                "{} {said}",
                interface.id
            );
            for group in &interface.groups {
                assert!(
                    region.network.security_groups.contains_key(group),
                    "{group} {said}"
                );
            }
        }
    }
}

#[test]
fn whatever_is_typed_the_account_stays_sound() {
    let mut refused = 0;
    let mut done = 0;
    for seed in 1..=12_u64 {
        let mut playground = Playground::new(Options {
            pace: Pace::Manual,
            ..Options::default()
        });
        let mut shell = playground.shell();
        shell.run(&mut playground, "lab scenario store-with-key");
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        for step in 0..60 {
            let before = playground.account().clone();
            let line = dice.line(&before);
            let said = format!("(seed {seed}, step {step}: {line})");
            let entries = playground.log().len();
            let reply = shell.run(&mut playground, &line);
            assert_ne!(reply.exit_code, 70, "{} {said}", reply.stderr);
            let after = playground.account().clone();
            if reply.exit_code == 254 {
                assert!(before == after, "a refused call changed the account {said}");
                refused += 1;
            } else {
                done += usize::from(reply.exit_code == 0);
            }
            no_id_dangles(&after, &said);
            let was = states(&before);
            for (id, to) in states(&after) {
                let from = was
                    .get(&id)
                    .copied()
                    .unwrap_or(ConnectionState::Disconnected);
                assert!(legal(from, to), "{id} went from {from:?} to {to:?} {said}");
            }
            if step % 6 == 0 && playground.log().len() > entries {
                assert!(playground.undo().unwrap(), "{said}");
                assert!(
                    *playground.account() == before,
                    "undo did not invert {said}"
                );
                assert!(playground.redo().unwrap(), "{said}");
                assert!(
                    *playground.account() == after,
                    "redo did not bring back {said}"
                );
            }
        }
        let again = Playground::import(&playground.export()).ok().unwrap();
        assert!(
            again.account() == playground.account(),
            "the log gives another account (seed {seed})"
        );
    }
    assert!(
        refused > 100 && done > 100,
        "{refused} refused, {done} done"
    );
}
