//! AWS STS: who is calling.

use serde_json::json;

use super::shape::{STRING, member};
use super::{Action, Applied, Operation, Service};
use crate::facts::AccountFacts;

/// Name of the user who calls.
pub const USER: &str = "reader";

/// The operations of the service.
pub const OPERATIONS: &[&Operation] = &[&GET_CALLER_IDENTITY];

const GET_CALLER_IDENTITY: Operation = Operation {
    service: Service::Sts,
    name: "GetCallerIdentity",
    input: &[],
    output: &[
        member("UserId", STRING),
        member("Account", STRING),
        member("Arn", STRING),
    ],
    pages: None,
    action: Action::Read(read),
};

fn read(facts: &AccountFacts<'_>) -> Applied {
    let account = &facts.all().id;
    Ok(json!({
        "UserId": "AIDAKEYSTOREPLAYGROUND",
        "Account": account,
        "Arn": format!("arn:aws:iam::{account}:user/{USER}"),
    }))
}
