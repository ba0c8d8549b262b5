//! PutResourcePolicy, GetResourcePolicy and DeleteResourcePolicy: a policy shares a backup with other accounts.

use serde_json::{Value, json};

use super::{backup, shapes};
use crate::api::shape::{Member, member};
use crate::api::{Action, Applied, Operation, Service};
use crate::facts::{AccountFacts, Facts};

const ARN: Member = member("ResourceArn", shapes::ARN);
const POLICY: Member = member("Policy", shapes::POLICY);

/// PutResourcePolicy.
pub(super) const PUT: Operation = Operation::unpaged(
    Service::CloudHsm,
    "PutResourcePolicy",
    &[ARN, POLICY],
    &[ARN, POLICY],
    Action::Write(|call| {
        let policy = call.needed("Policy")?.to_owned();
        backup::named_mut(call)?.policy = Some(policy);
        Ok(call.input.clone())
    }),
);

/// GetResourcePolicy.
pub(super) const GET: Operation = Operation::unpaged(
    Service::CloudHsm,
    "GetResourcePolicy",
    &[ARN],
    &[POLICY],
    Action::Read(get),
);

/// DeleteResourcePolicy.
pub(super) const DELETE: Operation = Operation::unpaged(
    Service::CloudHsm,
    "DeleteResourcePolicy",
    &[ARN],
    &[ARN, POLICY],
    Action::Write(|call| {
        let gone = backup::named_mut(call)?.policy.take();
        let mut answer = call.input.clone();
        set(&mut answer, gone);
        Ok(answer)
    }),
);

fn get(facts: &AccountFacts<'_>) -> Applied {
    let mut answer = json!({});
    let named = facts.backup().known();
    set(&mut answer, named.and_then(|found| found.backup.policy));
    Ok(answer)
}

fn set(answer: &mut Value, policy: Option<String>) {
    if let Some(policy) = policy {
        answer["Policy"] = policy.into();
    }
}
