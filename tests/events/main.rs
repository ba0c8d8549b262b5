//! The event history: every recorded call as AWS CloudTrail shows it.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod calls;
mod history;

use keystore_playground::playground::{Options, Pace, Playground};
use keystore_playground::shell::{Reply, Shell};
use serde_json::{Value, json};

const REGION: &str = "us-east-1";

struct Rehearsal {
    playground: Playground,
    shell: Shell,
}

impl Rehearsal {
    fn new(lines: &[&str]) -> Self {
        let playground = Playground::new(Options {
            pace: Pace::Manual,
            ..Options::default()
        });
        let shell = playground.shell();
        let mut rehearsal = Self { playground, shell };
        for line in lines {
            rehearsal.out(line);
        }
        rehearsal
    }

    fn run(&mut self, line: &str) -> Reply {
        self.shell.run(&mut self.playground, line)
    }

    fn out(&mut self, line: &str) -> String {
        let reply = self.run(line);
        assert_eq!(reply.exit_code, 0, "{line}: {}", reply.stderr);
        reply.stdout.trim_end().to_owned()
    }

    fn lookup(&mut self, input: Value) -> Value {
        self.playground
            .call("cloudtrail", "LookupEvents", REGION, input)
            .unwrap()
    }

    /// The newest event of that name.
    fn event(&mut self, name: &str) -> Value {
        let found = self.lookup(json!({
            "LookupAttributes": [{ "AttributeKey": "EventName", "AttributeValue": name }],
        }));
        let text = found["Events"][0]["CloudTrailEvent"].as_str();
        serde_json::from_str(text.unwrap_or_else(|| panic!("no {name}"))).unwrap()
    }

    fn names(&mut self) -> Vec<String> {
        let found = self.lookup(json!({}));
        let events = found["Events"].as_array().unwrap();
        let name = |event: &Value| event["EventName"].as_str().unwrap().to_owned();
        events.iter().map(name).collect()
    }
}

/// The parts of an event that say what happened.
fn said(event: &Value) -> Value {
    let mut said = json!({});
    for part in [
        "errorCode",
        "errorMessage",
        "requestParameters",
        "responseElements",
        "additionalEventData",
        "readOnly",
    ] {
        if let Some(value) = event.get(part) {
            said[part] = value.clone();
        }
    }
    said
}

const CREATE: &str = "aws kms create-custom-key-store --custom-key-store-name Example --cloud-hsm-cluster-id $C --key-store-password";
