//! The log: the account is a pure function of it, undo inverts, saves hold no secret, and the same seed gives the same bytes.

use keystore_playground::playground::{Options, Pace, Playground, Unopened};
use keystore_playground::shell::Shell;

/// A road with successes, refusals, tools, files, keys and time.
const LINES: &str = include_str!("golden/road.txt");
/// SHA-256 of the save after that road under seed 0: the same on every platform. Changes when the simulation's bytes change, which a
/// new version may do on purpose; `tests/browser.rs` checks the same in a browser.
const SAVE: &str = include_str!("golden/road.sha256");

fn played() -> (Playground, Shell) {
    let mut playground = Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    });
    let mut shell = playground.shell();
    for line in LINES.lines() {
        shell.run(&mut playground, line);
    }
    (playground, shell)
}

#[test]
fn replaying_the_log_gives_the_account() {
    let (playground, _) = played();
    let again =
        Playground::import(&playground.export()).unwrap_or_else(|problem| panic!("{problem:?}"));
    assert_eq!(again.account(), playground.account());
    assert_eq!(again.log(), playground.log());
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let (playground, _) = played();
    let digest = sha256(playground.export().as_bytes());
    assert_eq!(
        digest,
        SAVE.trim(),
        "the bytes of the simulation have changed"
    );
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    keystore_playground::sim::hex(&sha2::Sha256::digest(bytes))
}

#[test]
fn a_save_holds_no_secret() {
    let (playground, _) = played();
    let save = playground.export();
    for secret in [
        "SecretPswd1",
        "SecretPswd2",
        "adminPswd",
        "TopSecretPlaintext",
        "VG9wU2VjcmV0UGxhaW50ZXh0",
    ] {
        assert!(!save.contains(secret), "{secret} is in the save");
    }
}

#[test]
fn undo_inverts_and_redo_brings_back() {
    let (mut playground, _) = played();
    let mut seen = vec![playground.account().clone()];
    while playground.undo().unwrap() {
        seen.push(playground.account().clone());
    }
    assert!(playground.log().is_empty());
    let fresh = Playground::new(playground.options().clone());
    assert_eq!(playground.account(), fresh.account());
    for wanted in seen.iter().rev().skip(1) {
        assert!(playground.redo().unwrap());
        // Time that passed after a command is no part of it; what the command did is.
        assert_eq!(wanted.number, playground.account().number);
        assert_eq!(
            wanted.regions["us-east-1"].keys,
            playground.account().regions["us-east-1"].keys
        );
    }
    assert_eq!(&seen[0], playground.account());
}

/// A wait asks forty times, a quarter of a minute apart, while the cluster is being made.
#[test]
fn a_wait_is_one_entry_and_as_time_skipped_at_once() {
    let play = |line: &str| {
        let mut playground = Playground::new(Options {
            pace: Pace::Manual,
            ..Options::default()
        });
        let mut shell = playground.shell();
        for line in [
            "lab scenario network",
            "S=$(aws ec2 describe-subnets --filters Name=default-for-az,Values=false --query 'Subnets[].SubnetId' --output text)",
            "aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $S",
            line,
        ] {
            shell.run(&mut playground, line);
        }
        playground
    };
    let skipped = play("lab advance 585s");
    let mut waited = play("aws ec2 wait subnet-available --subnet-ids subnet-0123456789abcdef0");
    assert_eq!(waited.account().regions["us-east-1"].clusters.len(), 1);
    assert_eq!(waited.account(), skipped.account());
    assert_eq!(waited.log(), skipped.log());
    let again =
        Playground::import(&waited.export()).unwrap_or_else(|problem| panic!("{problem:?}"));
    assert_eq!(again.account(), waited.account());
    waited.undo().unwrap();
    assert_eq!(waited.account(), play("lab now").account());
    let done = play("aws ec2 wait vpc-exists");
    assert_eq!(done.log().len(), waited.log().len(), "no time passed");
}

#[test]
fn a_new_command_forgets_what_was_undone() {
    let (mut playground, mut shell) = played();
    playground.undo().unwrap();
    assert_eq!(playground.undone(), 1);
    shell.run(&mut playground, "aws kms create-key");
    assert_eq!(playground.undone(), 0);
}

#[test]
fn a_refused_call_shifts_nothing_after_it() {
    let key = |refused: bool| {
        let mut playground = Playground::new(Options::default());
        let mut shell = playground.shell();
        if refused {
            shell.run(&mut playground, "aws kms create-key --policy nonsense");
        }
        shell
            .run(
                &mut playground,
                "aws kms create-key --query KeyMetadata.KeyId --output text",
            )
            .stdout
    };
    assert_eq!(key(false), key(true));
}

#[test]
fn reads_leave_no_entry() {
    let mut playground = Playground::new(Options::default());
    let mut shell = playground.shell();
    for line in [
        "aws kms list-keys",
        "aws cloudhsmv2 describe-clusters",
        "aws ec2 describe-subnets",
        "ls",
        "lab jobs",
    ] {
        assert_eq!(shell.run(&mut playground, line).exit_code, 0, "{line}");
    }
    assert!(playground.log().is_empty());
    shell.run(
        &mut playground,
        "aws kms connect-custom-key-store --custom-key-store-id none",
    );
    assert_eq!(playground.log().len(), 1, "a refused call is an entry");
}

#[test]
fn at_the_pace_of_tests_transitions_end_and_waiting_periods_do_not() {
    let mut playground = Playground::new(Options::default());
    let mut shell = playground.shell();
    for line in [
        "lab scenario store-with-key",
        "K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)",
        "S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)",
        "aws kms schedule-key-deletion --key-id $K",
        "aws kms disconnect-custom-key-store --custom-key-store-id $S",
    ] {
        assert_eq!(shell.run(&mut playground, line).exit_code, 0, "{line}");
    }
    let state = shell.run(&mut playground, "aws kms describe-custom-key-stores --query 'CustomKeyStores[0].ConnectionState' --output text");
    assert_eq!(state.stdout, "DISCONNECTED\n");
    let key = shell.run(
        &mut playground,
        "aws kms describe-key --key-id $K --query KeyMetadata.KeyState --output text",
    );
    assert_eq!(key.stdout, "PendingDeletion\n");
}

#[test]
fn what_is_no_save_is_named() {
    let (playground, _) = played();
    let problem = |text: &str| Playground::import(text).err().unwrap();
    assert!(matches!(problem("nonsense"), Unopened::NotASave(_)));
    assert!(matches!(problem("{}"), Unopened::NotASave(_)));
    let newer = playground
        .export()
        .replacen("\"format\":2", "\"format\":9", 1);
    assert_eq!(problem(&newer), Unopened::Newer(9));
    let mut save: serde_json::Value = serde_json::from_str(&playground.export()).unwrap();
    save["log"].as_array_mut().unwrap().remove(3);
    assert!(matches!(problem(&save.to_string()), Unopened::Broken(_)));
}
