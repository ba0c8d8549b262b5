//! The AWS JSON protocol through the public door: what a client sends, and what it gets back to the letter.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod answers;
mod anything;
mod requests;
mod secrets;

use keystore_playground::api::wire::{Request, Response};
use keystore_playground::playground::{Options, Pace, Playground};
use serde_json::Value;

const REGION: &str = "us-east-1";

fn playground() -> Playground {
    Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    })
}

/// An account in which terminal lines have run.
fn after(lines: &[&str]) -> Playground {
    let mut playground = playground();
    let mut shell = playground.shell();
    for line in lines {
        let reply = shell.run(&mut playground, line);
        assert_eq!(reply.exit_code, 0, "{line}: {}", reply.stderr);
    }
    playground
}

/// A signed request of a service, as every client sends it.
fn signed(region: &str, service: &str, target: &str, body: &[u8]) -> Request {
    let fields = [
        ("Content-Type", "application/x-amz-json-1.1".to_owned()),
        ("X-Amz-Target", target.to_owned()),
        (
            "Authorization",
            format!(
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=00"
            ),
        ),
    ];
    Request {
        method: "POST".to_owned(),
        url: format!("https://{service}.{region}.amazonaws.com/"),
        headers: fields
            .into_iter()
            .map(|(name, text)| (name.to_owned(), text))
            .collect(),
        body: body.to_vec(),
    }
}

fn kms(playground: &mut Playground, operation: &str, body: &str) -> (u16, Value) {
    let target = format!("TrentService.{operation}");
    let request = signed(REGION, "kms", &target, body.as_bytes());
    let response = playground.handle(&request).unwrap();
    (response.status, parsed(&response))
}

fn cloudhsm(playground: &mut Playground, operation: &str, body: &str) -> (u16, Value) {
    let target = format!("BaldrApiService.{operation}");
    let request = signed(REGION, "cloudhsm", &target, body.as_bytes());
    let response = playground.handle(&request).unwrap();
    (response.status, parsed(&response))
}

fn parsed(response: &Response) -> Value {
    if response.body.is_empty() {
        return Value::Null;
    }
    serde_json::from_slice(&response.body).unwrap()
}

fn field<'a>(response: &'a Response, name: &str) -> &'a str {
    let found = response.headers.iter().find(|(known, _)| known == name);
    &found.unwrap_or_else(|| panic!("no {name}")).1
}
