//! The limits of each member of the requests of AWS KMS (kms.md sections 1 and 2 as the service model has them): a value just outside is
//! refused in the service's words.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::error::Error;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use keystore_playground::api::CallError;
use keystore_playground::playground::{Options, Playground, Unopened};
use serde_json::{Value, json};

/// Operation, member, a value just outside, and the rest of the sentence "Member must …" or "Member must have …".
const LIMITS: &str = r"
CreateCustomKeyStore CustomKeyStoreName letters:0 length greater than or equal to 1
CreateCustomKeyStore CustomKeyStoreName letters:257 length less than or equal to 256
CreateCustomKeyStore CloudHsmClusterId text:cluster-abcdefghij length greater than or equal to 19
CreateCustomKeyStore CloudHsmClusterId text:cluster-abcdefghijklmnopq length less than or equal to 24
CreateCustomKeyStore CloudHsmClusterId text:cluster-1a23b4cdefg satisfy regular expression pattern: cluster-[2-7a-zA-Z]{11,16}
CreateCustomKeyStore TrustAnchorCertificate letters:0 length greater than or equal to 1
CreateCustomKeyStore TrustAnchorCertificate letters:5001 length less than or equal to 5000
CreateCustomKeyStore KeyStorePassword letters:6 length greater than or equal to 7
CreateCustomKeyStore KeyStorePassword letters:33 length less than or equal to 32
CreateCustomKeyStore CustomKeyStoreType text:AWS_HSM satisfy enum value set: [AWS_CLOUDHSM, EXTERNAL_KEY_STORE]
UpdateCustomKeyStore CustomKeyStoreId letters:65 length less than or equal to 64
UpdateCustomKeyStore NewCustomKeyStoreName letters:257 length less than or equal to 256
UpdateCustomKeyStore KeyStorePassword letters:33 length less than or equal to 32
UpdateCustomKeyStore CloudHsmClusterId text:cluster-abcdefghij0 satisfy regular expression pattern: cluster-[2-7a-zA-Z]{11,16}
ConnectCustomKeyStore CustomKeyStoreId letters:0 length greater than or equal to 1
DisconnectCustomKeyStore CustomKeyStoreId letters:65 length less than or equal to 64
DeleteCustomKeyStore CustomKeyStoreId letters:65 length less than or equal to 64
DescribeCustomKeyStores CustomKeyStoreId letters:65 length less than or equal to 64
DescribeCustomKeyStores CustomKeyStoreName letters:257 length less than or equal to 256
DescribeCustomKeyStores Limit number:1001 value less than or equal to 1000
ListKeys Limit number:0 value greater than or equal to 1
ListKeys Marker letters:0 length greater than or equal to 1
ListKeys Marker letters:1025 length less than or equal to 1024
ListAliases Marker text:Ā satisfy regular expression pattern: [\u0020-\u00FF]*
ListResourceTags KeyId letters:2049 length less than or equal to 2048
DescribeKey KeyId letters:0 length greater than or equal to 1
CreateKey CustomKeyStoreId letters:65 length less than or equal to 64
CreateKey Description letters:8193 length less than or equal to 8192
CreateKey Policy letters:131073 length less than or equal to 131072
CreateKey Policy text:Ā satisfy regular expression pattern: [\u0009\u000A\u000D\u0020-\u00FF]+
CreateKey Origin text:CLOUDHSM satisfy enum value set: [AWS_KMS, EXTERNAL, AWS_CLOUDHSM, EXTERNAL_KEY_STORE]
UpdateKeyDescription Description letters:8193 length less than or equal to 8192
CreateAlias AliasName letters:257 length less than or equal to 256
UpdateAlias AliasName text:alias/a*b satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$
PutKeyPolicy PolicyName letters:129 length less than or equal to 128
GetKeyPolicy PolicyName text:a-b satisfy regular expression pattern: [\w]+
ScheduleKeyDeletion PendingWindowInDays number:0 value greater than or equal to 1
ScheduleKeyDeletion PendingWindowInDays number:366 value less than or equal to 365
Encrypt Plaintext bytes:0 length greater than or equal to 1
Encrypt Plaintext bytes:4097 length less than or equal to 4096
Encrypt EncryptionAlgorithm text:AES satisfy enum value set: [SYMMETRIC_DEFAULT, RSAES_OAEP_SHA_1, RSAES_OAEP_SHA_256, SM2PKE]
Decrypt CiphertextBlob bytes:0 length greater than or equal to 1
Decrypt CiphertextBlob bytes:6145 length less than or equal to 6144
ReEncrypt SourceKeyId letters:2049 length less than or equal to 2048
GenerateDataKey NumberOfBytes number:0 value greater than or equal to 1
GenerateDataKey NumberOfBytes number:1025 value less than or equal to 1024
GenerateDataKey KeySpec text:AES_512 satisfy enum value set: [AES_256, AES_128]
GenerateRandom NumberOfBytes number:1025 value less than or equal to 1024
";

/// What the table calls a value: so many letters or bytes, a number, or the text itself.
fn value(called: &str) -> Value {
    let (kind, what) = called.split_once(':').unwrap();
    match kind {
        "letters" => json!("x".repeat(what.parse().unwrap())),
        "bytes" => json!(STANDARD.encode("x".repeat(what.parse().unwrap()))),
        "number" => json!(what.parse::<i64>().unwrap()),
        _ => json!(what),
    }
}

/// Code and message of the refusal of a request.
fn refusal(playground: &mut Playground, operation: &str, input: Value) -> (String, String) {
    let error = playground
        .call("kms", operation, "us-east-1", input)
        .unwrap_err()
        .refusal()
        .unwrap();
    (error.code, error.message)
}

#[test]
fn each_member_is_held_to_its_own_limits() {
    let mut playground = Playground::new(Options::default());
    for line in LIMITS.lines().filter(|line| !line.is_empty()) {
        let mut words = line.splitn(4, ' ');
        let [operation, member, called, rule] = std::array::from_fn(|_| words.next().unwrap());
        let mut input = json!({});
        input[member] = value(called);
        let (code, message) = refusal(&mut playground, operation, input);
        assert_eq!(code, "ValidationException", "{line}");
        let mut path = member.to_owned();
        path[..1].make_ascii_lowercase();
        let start = format!(" at '{path}' failed to satisfy constraint: Member must ");
        let (_, found) = message
            .split_once(&start)
            .unwrap_or_else(|| panic!("{line}: {message}"));
        let found = found.strip_prefix("have ").unwrap_or(found);
        assert!(found.starts_with(rule), "{line}: {message}");
        let secret = matches!(member, "KeyStorePassword" | "Plaintext");
        assert_eq!(
            message.contains(&format!("Value{start}")),
            secret,
            "{line}: {message}"
        );
    }
}

#[test]
fn what_stands_in_lists_is_held_to_limits_too_and_named_by_its_place() {
    let mut playground = Playground::new(Options::default());
    let made = playground
        .call("kms", "CreateKey", "us-east-1", json!({}))
        .unwrap();
    let key = &made["KeyMetadata"]["KeyId"];
    let tags = json!([
        { "TagKey": "x".repeat(128), "TagValue": "x".repeat(257) },
        { "TagKey": "" },
    ]);
    let input = json!({ "KeyId": key, "Tags": tags });
    let (_, message) = refusal(&mut playground, "TagResource", input);
    let long = "x".repeat(257);
    assert_eq!(
        message,
        format!(
            "3 validation errors detected: Value '{long}' at 'tags.1.member.tagValue' failed to satisfy constraint: Member must have length less than or equal to 256; Value '' at 'tags.2.member.tagKey' failed to satisfy constraint: Member must have length greater than or equal to 1; Value null at 'tags.2.member.tagValue' failed to satisfy constraint: Member must not be null"
        )
    );
    for (tokens, code) in [
        (json!(vec!["t"; 11]), "ValidationException"),
        (json!([""]), "ValidationException"),
        (json!(["x".repeat(8_193)]), "ValidationException"),
        (json!([7]), "SerializationException"),
        (json!(["x".repeat(8_192)]), "InvalidGrantTokenException"),
    ] {
        let input = json!({ "KeyId": key, "GrantTokens": tokens });
        let (found, message) = refusal(&mut playground, "DescribeKey", input);
        assert_eq!(found, code, "{message}");
    }
}

#[test]
fn a_refused_call_and_a_bug_are_errors_that_say_what_they_are() {
    fn told(operation: &str) -> Result<(), Box<dyn Error>> {
        let mut playground = Playground::new(Options::default());
        playground.call("kms", operation, "us-east-1", json!({ "KeyId": "x" }))?;
        Ok(())
    }
    let error = told("DescribeKey").unwrap_err();
    let Some(CallError::Refused(refused)) = error.downcast_ref() else {
        panic!("{error}");
    };
    assert_eq!(
        error.to_string(),
        format!("NotFoundException: {}", refused.explanation.what)
    );
    assert_eq!(
        told("MakeTea").unwrap_err().to_string(),
        "kms has no operation MakeTea here"
    );
}

#[test]
fn a_save_with_an_unknown_quota_is_refused() {
    let mut playground = Playground::new(Options::default());
    let mut shell = playground.shell();
    shell.run(&mut playground, "lab quota aliases 7");
    let saved = playground.export();
    let other = saved.replace("\"name\":\"aliases\"", "\"name\":\"chairs\"");
    assert_ne!(other, saved);
    assert!(Playground::import(&saved).is_ok());
    assert!(matches!(
        Playground::import(&other),
        Err(Unopened::Broken(0))
    ));
}
