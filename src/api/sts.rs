//! AWS STS: who is calling.

use serde_json::json;

use super::shape::{STRING, member};
use super::{Action, Applied, Operation, Service};
use crate::facts::AccountFacts;

/// Unique id of the user who calls.
pub const USER_ID: &str = "AIDAKEYSTOREPLAYGROUND";
/// Id of the access key with which the user signs; any signature counts as this user's.
pub const ACCESS_KEY: &str = "AKIAPLAYGROUNDREADER";

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
    let account = facts.all();
    Ok(json!({
        "UserId": USER_ID,
        "Account": account.id,
        "Arn": account.user_arn(),
    }))
}
