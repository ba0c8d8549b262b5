//! Links: an account that is opened elsewhere is the same to the byte, and what is no link is refused as what it is.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use keystore_playground::command::{Command, LONGEST_LINK};
use keystore_playground::playground::{
    Entry, Options, Pace, Playground, SHARE_ADDRESS, Unopened, shared_summary,
};

fn typed(options: Options, lines: &[&str]) -> Playground {
    let mut playground = Playground::new(options);
    type_in(&mut playground, lines);
    playground
}

fn type_in(playground: &mut Playground, lines: &[&str]) {
    let mut shell = playground.shell();
    for line in lines {
        let reply = shell.run(playground, line);
        assert_eq!(reply.exit_code, 0, "{line}: {}", reply.stderr);
    }
}

/// A rehearsal from the network to an encrypted text, with mistakes, faults, files and another caller.
const REHEARSAL: &[&str] = &[
    "lab scenario ready-cluster",
    "C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)",
    "openssl genrsa -out own.key 2048",
    "openssl req -new -x509 -key own.key -subj /CN=own -days 30 -out own.crt",
    "aws kms create-custom-key-store --custom-key-store-name Example --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://own.crt || true",
    "aws kms create-custom-key-store --custom-key-store-name Example --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt",
    "S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)",
    "aws kms connect-custom-key-store --custom-key-store-id $S",
    "lab settle",
    "K=$(aws kms create-key --query KeyMetadata.KeyId --output text)",
    "aws kms encrypt --key-id $K --plaintext aGVsbG8= --query CiphertextBlob --output text > sealed",
    "aws kms decrypt --ciphertext-blob $(cat sealed)",
    "lab deny kms:CreateKey; aws kms create-key || true",
    "lab advance 3d; lab account 444455556666; aws kms create-key",
    "lab undo; lab undo",
];

#[test]
fn a_shared_account_is_the_same_to_the_byte() {
    let options = Options {
        pace: Pace::Running,
        seed: 7,
        ..Options::default()
    };
    let mut playground = typed(options, &["aws kms create-key"]);
    // A scenario begins earlier than the reader has come.
    playground.tick(86_400_000).unwrap();
    type_in(&mut playground, REHEARSAL);
    playground.tick(12_345).unwrap();
    let link = playground.share().unwrap();
    assert!(link.starts_with(SHARE_ADDRESS) && link.len() < LONGEST_LINK / 2);
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    assert!(link[SHARE_ADDRESS.len()..].chars().all(plain), "{link}");
    let here = playground;
    // What was undone stays behind.
    assert_eq!(here.undone(), 2);
    let there = Playground::from_share(&format!("https://example.org/playground/{link}")).unwrap();
    assert_eq!(there.undone(), 0);
    assert_eq!(there.account(), here.account());
    // So did what the scenario replaced; what follows has the ids of its place.
    let [first, rest @ ..] = here.log() else {
        panic!("no log");
    };
    let commands = |log: &[Entry]| -> Vec<_> {
        let entries = log.iter();
        let entries = entries.map(|entry| (entry.at, entry.command.clone(), entry.outcome.clone()));
        entries.collect()
    };
    assert!(matches!(first.command, Command::Aws { .. }));
    assert_eq!(commands(there.log()), commands(rest));
    assert_eq!(there.options().earlier, 1);
    let events = "aws cloudtrail lookup-events --query Events[].EventId";
    let seen = |playground: &Playground| {
        let mut playground = Playground::import(&playground.export()).unwrap();
        let mut shell = playground.shell();
        shell.run(&mut playground, events).stdout
    };
    assert!(seen(&here).len() > 100);
    assert_eq!(seen(&there), seen(&here));
    assert_eq!(there.now(), here.now());
    assert!(there.last_refusal().is_none());
    assert_eq!(there.share().unwrap(), link);
    let summary = shared_summary(&link).unwrap();
    assert_eq!((summary.commands, summary.now), (rest.len(), here.now()));
}

#[test]
fn no_secret_is_in_a_link() {
    let playground = typed(
        Options::default(),
        &[
            "lab scenario ready-cluster",
            "C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)",
            "aws kms create-custom-key-store --custom-key-store-name Example --cloud-hsm-cluster-id $C --key-store-password hunter2hunter --trust-anchor-certificate file://customerCA.crt || true",
        ],
    );
    let there = Playground::from_share(&playground.share().unwrap()).unwrap();
    assert!(!there.export().contains("hunter2hunter"));
}

#[test]
fn what_was_damaged_on_its_way_is_known() {
    let playground = typed(
        Options::default(),
        &["aws kms create-key", "lab advance 1h"],
    );
    let link = playground.share().unwrap();
    let code = &link[SHARE_ADDRESS.len()..];
    for end in 0..code.len() {
        assert_eq!(
            Playground::from_share(&code[..end]).err(),
            Some(Unopened::Cut),
            "{end}"
        );
    }
    for (at, letter) in code.char_indices().skip(2) {
        let other = if letter == 'A' { 'B' } else { 'A' };
        let changed = format!("{}{other}{}", &code[..at], &code[at + 1..]);
        // The last character holds bits that count for nothing.
        if at + 1 < code.len() {
            assert_eq!(
                Playground::from_share(&changed).err(),
                Some(Unopened::Cut),
                "{at}"
            );
        }
    }
    for other in ["", "#/share/", "nonsense", "é", "AAAA AAAA", "%41"] {
        assert_eq!(
            Playground::from_share(other).err(),
            Some(Unopened::Cut),
            "{other}"
        );
    }
    let mut bytes = URL_SAFE_NO_PAD.decode(code).unwrap();
    bytes[0] = 9;
    assert_eq!(
        Playground::from_share(&URL_SAFE_NO_PAD.encode(bytes)).err(),
        Some(Unopened::Newer(9))
    );
}
