//! What makes a request: its credential, its target, its body.

use keystore_playground::api::wire::Request;
use serde_json::json;

use super::{REGION, after, parsed, playground, signed};

#[test]
fn the_credential_scope_says_the_region_and_has_to_fit_the_service() {
    let mut playground = playground();
    let made = playground
        .handle(&signed("eu-west-1", "kms", "TrentService.CreateKey", b"{}"))
        .unwrap();
    let arn = parsed(&made)["KeyMetadata"]["Arn"].to_string();
    assert!(arn.contains(":eu-west-1:"), "{arn}");

    for (region, service, text) in [
        (
            REGION,
            "cloudhsm",
            "Credential should be scoped to correct service: 'kms'.",
        ),
        (
            "mars-north-1",
            "kms",
            "Credential should be scoped to a valid region.",
        ),
    ] {
        let request = signed(region, service, "TrentService.ListKeys", b"{}");
        let response = playground.handle(&request).unwrap();
        assert_eq!(response.status, 400);
        assert_eq!(
            parsed(&response),
            json!({ "__type": "InvalidSignatureException", "message": text })
        );
    }

    // A signature without such a scope: the host says it, else the account does.
    for (url, region) in [
        ("https://kms.us-west-2.amazonaws.com/", "us-west-2"),
        ("http://127.0.0.1:4566/", REGION),
    ] {
        let mut request = signed(REGION, "kms", "TrentService.CreateKey", b"{}");
        request.url = url.to_owned();
        request.headers[2].1 =
            "AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20260101/kms/aws4_request, Signature=00"
                .to_owned();
        let arn = parsed(&playground.handle(&request).unwrap())["KeyMetadata"]["Arn"].to_string();
        assert!(arn.contains(&format!(":{region}:")), "{arn}");
    }
}

#[test]
fn what_is_no_call_of_an_operation_leaves_no_entry() {
    let mut playground = playground();
    let target = "TrentService.CreateKey";
    let good = || signed(REGION, "kms", target, b"{}");
    let mut unsigned = good();
    unsigned.headers.remove(2);
    let mut got = good();
    got.method = "GET".to_owned();
    let mut untargeted = good();
    untargeted.headers.remove(1);
    let otherwise = |text: &str| {
        let mut request = good();
        text.clone_into(&mut request.headers[2].1);
        request
    };
    let mut elsewhere = good();
    elsewhere.url.push_str("keys");
    let cases: Vec<(Request, &str)> = vec![
        (unsigned, "MissingAuthenticationTokenException"),
        (got, "UnknownOperationException"),
        (untargeted, "UnknownOperationException"),
        (elsewhere, "UnknownOperationException"),
        (otherwise(""), "MissingAuthenticationTokenException"),
        (otherwise("Bearer 0"), "MissingAuthenticationTokenException"),
        (
            signed(REGION, "kms", "TrentService.MakeKey", b"{}"),
            "UnknownOperationException",
        ),
        (
            signed(REGION, "kms", "BaldrApiService.CreateKey", b"{}"),
            "UnknownOperationException",
        ),
        (
            signed(REGION, "kms", "TrentService.", b"{}"),
            "UnknownOperationException",
        ),
        (
            signed(REGION, "kms", ".CreateKey", b"{}"),
            "UnknownOperationException",
        ),
        (
            signed(REGION, "kms", target, b"{"),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, b"[]"),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, b"null"),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, b"\xff\xfe"),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, br#"{"Description": 1e999}"#),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, br#"{"Description": 5}"#),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, br#"{"Tags": {}}"#),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, br#"{"Tags": [7]}"#),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, br#"{"MultiRegion": "true"}"#),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, "[".repeat(100_000).as_bytes()),
            "SerializationException",
        ),
        (
            signed(
                REGION,
                "kms",
                target,
                format!("{{\"Description\":\"{}\"}}", "x".repeat(2 << 20)).as_bytes(),
            ),
            "SerializationException",
        ),
        (
            signed(
                REGION,
                "kms",
                "TrentService.ListKeys",
                br#"{"Limit": 99999999999999999999}"#,
            ),
            "SerializationException",
        ),
        (
            signed(
                REGION,
                "kms",
                "TrentService.Decrypt",
                br#"{"CiphertextBlob": "not base64!"}"#,
            ),
            "SerializationException",
        ),
    ];
    for (request, code) in cases {
        let shown = format!(
            "{:?}",
            String::from_utf8_lossy(&request.body[..request.body.len().min(60)])
        );
        let response = playground.handle(&request).unwrap();
        assert_eq!(response.status, 400, "{shown}");
        assert_eq!(parsed(&response)["__type"], code, "{shown}");
    }
    assert!(playground.log().is_empty());
    assert_eq!(*playground.account(), *after(&[]).account());
    // The account still works.
    assert_eq!(playground.handle(&good()).unwrap().status, 200);
}

/// An operation of each service that speaks the protocol: the name that it is signed for, its target, and what it calls the message of an
/// error.
const SERVICES: &[(&str, &str, &str)] = &[
    ("kms", "TrentService.CreateKey", "message"),
    ("cloudhsm", "BaldrApiService.DescribeClusters", "Message"),
    (
        "cloudtrail",
        "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents",
        "message",
    ),
];

#[test]
fn a_body_of_another_type_is_no_call() {
    for (service, target, _) in SERVICES {
        let mut playground = playground();
        let typed = |kind: &str| {
            let mut request = signed(REGION, service, target, b"{}");
            kind.clone_into(&mut request.headers[0].1);
            request
        };
        let mut untyped = typed("");
        untyped.headers.remove(0);
        for request in [
            untyped,
            typed(""),
            typed("text/xml"),
            typed("application/json"),
            typed("application/x-amz-json-1.0"),
            typed("application/x-www-form-urlencoded"),
        ] {
            let response = playground.handle(&request).unwrap();
            assert_eq!(response.status, 400, "{target}");
            let error = parsed(&response);
            assert_eq!(error, json!({ "__type": "UnknownOperationException" }));
        }
        assert!(playground.log().is_empty());
        for kind in [
            "application/x-amz-json-1.1",
            "application/x-amz-json-1.1; charset=utf-8",
            "Application/X-Amz-Json-1.1",
        ] {
            let response = playground.handle(&typed(kind)).unwrap();
            assert_eq!(response.status, 200, "{target}: {kind}");
        }
    }
}

#[test]
fn services_of_another_protocol_are_no_call() {
    let mut playground = playground();
    for (service, host, action) in [
        ("ec2", "ec2.us-east-1.amazonaws.com", "DescribeVpcs"),
        ("sts", "sts.amazonaws.com", "GetCallerIdentity"),
        ("iam", "iam.amazonaws.com", "ListRoles"),
    ] {
        let body = format!("Action={action}");
        let mut request = signed(REGION, service, "", body.as_bytes());
        request.url = format!("https://{host}/");
        "application/x-www-form-urlencoded".clone_into(&mut request.headers[0].1);
        request.headers.remove(1);
        let response = playground.handle(&request).unwrap();
        assert_eq!(response.status, 400, "{service}");
        assert_eq!(
            parsed(&response),
            json!({ "__type": "UnknownOperationException" })
        );
    }
    assert!(playground.log().is_empty());
}

#[test]
fn a_credential_has_all_its_parts() {
    for (service, target, member) in SERVICES {
        let mut playground = playground();
        for (credential, code, message) in wrong_credentials(service) {
            let mut request = signed(REGION, service, target, b"{}");
            request.headers[2].1 =
                format!("AWS4-HMAC-SHA256 {credential}, SignedHeaders=host, Signature=00");
            let response = playground.handle(&request).unwrap();
            assert_eq!(response.status, 400, "{target}: {credential}");
            let error = parsed(&response);
            let expected = json!({ "__type": code, *member: message });
            assert_eq!(error, expected, "{target}: {credential}");
        }
        assert!(playground.log().is_empty());
    }
}

/// Credentials that a service refuses, with the code and the message.
fn wrong_credentials(service: &str) -> Vec<(String, &'static str, String)> {
    let parts = |got: &str| {
        let message = format!(
            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{got}'"
        );
        (
            format!("Credential={got}"),
            "IncompleteSignatureException",
            message,
        )
    };
    let wrong = |got: &str, code: &'static str, message: &str| {
        (format!("Credential={got}"), code, message.to_owned())
    };
    vec![
        (
            String::new(),
            "IncompleteSignatureException",
            "Authorization header requires 'Credential' parameter.".to_owned(),
        ),
        parts(""),
        parts("AKIDEXAMPLE"),
        parts(&format!("AKIDEXAMPLE/20260101/{service}/aws4_request")),
        wrong(
            &format!("/20260101/us-east-1/{service}/aws4_request"),
            "UnrecognizedClientException",
            "The security token included in the request is invalid.",
        ),
        wrong(
            "////",
            "UnrecognizedClientException",
            "The security token included in the request is invalid.",
        ),
        wrong(
            &format!("AKIDEXAMPLE/20260101/us-east-1/{service}/aws3_request"),
            "InvalidSignatureException",
            "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws3_request'.",
        ),
        wrong(
            "AKIDEXAMPLE/20260101/us-east-1/other/aws4_request",
            "InvalidSignatureException",
            &format!("Credential should be scoped to correct service: '{service}'."),
        ),
    ]
}
