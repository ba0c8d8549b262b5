//! Short help texts: what there is, and where the whole text is.

use serde_json::{Map, Value, json};

use super::flags::{Purpose, flags};
use super::json::pretty;
use super::names::kebab;
use super::wait;
use crate::api::shape::{Kind, Member, Shape};
use crate::api::{self, Operation, Service};
use crate::docs::cli_reference;
use crate::shell::program::Ran;

/// What `aws --version` prints.
pub(super) const VERSION: &str = "aws-cli/2.38.5 (Keystore Playground, simulated)\n";

/// `aws help`
pub(super) fn services() -> String {
    let mut text = String::from("Services of this playground:\n\n");
    for service in [
        Service::Kms,
        Service::CloudHsm,
        Service::Ec2,
        Service::Sts,
        Service::CloudTrail,
    ] {
        text.push_str(&format!("  aws {} help\n", service.word()));
    }
    text.push_str(&format!("\nThe whole AWS CLI: {}\n", cli_reference("")));
    text
}

/// `aws SERVICE help`
pub(super) fn operations(service: Service) -> String {
    let mut names: Vec<String> = api::operations()
        .filter(|operation| operation.service == service)
        .map(|operation| kebab(operation.name))
        .collect();
    if !wait::names(service).is_empty() {
        names.push("wait".to_owned());
    }
    names.sort();
    let mut text = listed(service.word(), &names);
    text.push_str(&format!(
        "\naws {} COMMAND help lists the options of one.\n",
        service.word()
    ));
    text
}

/// `aws ec2 wait help`
pub(super) fn waiters(names: &[String]) -> String {
    listed("ec2 wait", names)
}

fn listed(command: &str, names: &[String]) -> String {
    let mut text = format!("Commands of aws {command} in this playground:\n\n");
    for name in names {
        text.push_str(&format!("  {name}\n"));
    }
    text
}

/// `aws SERVICE COMMAND help`
pub(super) fn flags_text(operation: &Operation) -> String {
    let name = kebab(operation.name);
    let mut text = format!("aws {} {name}\n\n", operation.service.word());
    for flag in flags(operation) {
        if flag.purpose == Purpose::No {
            continue;
        }
        let (kind, needed) = match flag.member {
            Some(member) => (kind(&member.shape), member.required),
            None => ("text", false),
        };
        let needed = if needed { ", required" } else { "" };
        text.push_str(&format!("  {} ({kind}{needed})\n", flag.name));
    }
    let page = format!("{}/{name}.html", operation.service.word());
    text.push_str(&format!(
        "\nThe whole description: {}\n",
        cli_reference(&page)
    ));
    text
}

fn kind(shape: &Shape) -> &'static str {
    match shape.kind {
        Kind::String => "text",
        Kind::Blob => "base64 text or fileb://",
        Kind::Integer => "number",
        Kind::Boolean => "switch, or --no-…",
        Kind::Timestamp => "moment",
        Kind::List(item) => match item.kind {
            Kind::Structure(_) | Kind::Map(_) => "structures: Member=value,Member=value …",
            _ => "words",
        },
        Kind::Map(_) => "map: name=value,name=value",
        Kind::Structure(_) => "structure: Member=value,Member=value",
    }
}

/// `--generate-cli-skeleton`: an empty request.
pub(super) fn skeleton(operation: &Operation) -> String {
    pretty(&empty(operation.input)) + "\n"
}

fn empty(members: &[Member]) -> Value {
    let members: Map<String, Value> = members
        .iter()
        .map(|member| (member.name.to_owned(), blank(&member.shape)))
        .collect();
    Value::Object(members)
}

fn blank(shape: &Shape) -> Value {
    match shape.kind {
        Kind::String if !shape.words.is_empty() => shape.words[0].into(),
        Kind::String | Kind::Blob => "".into(),
        Kind::Integer => 0.into(),
        Kind::Boolean => true.into(),
        Kind::Timestamp => "1970-01-01T00:00:00".into(),
        Kind::List(item) => json!([blank(item)]),
        Kind::Map(item) => json!({ "KeyName": blank(item) }),
        Kind::Structure(members) => empty(members),
    }
}

/// `aws configure`: nothing needs to be configured.
pub(super) fn configure(words: &[String], region: &str) -> Ran {
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["get", "region"] => Ran::printed(format!("{region}\n")),
        _ => Ran::printed(format!(
            "Nothing to configure: the credentials are simulated and the Region of this terminal is {region}. `lab region NAME` moves it, `--region NAME` sends one command elsewhere.\n"
        )),
    }
}
