//! trial
use keystore_playground::playground::{Options, Pace, Playground};
#[test]
fn trial() {
    let mut playground = Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    });
    let mut shell = playground.shell();
    for line in [
        "lab scenario store-with-key",
        "aws kms describe-custom-key-stores --query 'CustomKeyStores[].[CustomKeyStoreName,ConnectionState]' --output text",
        "K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)",
        "B=$(aws kms encrypt --key-id $K --plaintext aGVsbG8= --query CiphertextBlob --output text)",
        "aws kms decrypt --ciphertext-blob $B",
        "lab scenario store-failed",
        "S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)",
        "aws kms describe-custom-key-stores --query 'CustomKeyStores[].ConnectionErrorCode'",
        "lab why $S",
        "ADMIN_PASSWORD=adminPswd",
        "KMSUSER_PASSWORD=kmsPswd9",
        "lab fix $S",
        "aws kms describe-custom-key-stores --query 'CustomKeyStores[].ConnectionState'",
    ] {
        let reply = shell.run(&mut playground, line);
        println!(
            "$ {line}\n{}{}[{}]",
            reply.stdout, reply.stderr, reply.exit_code
        );
    }
}
