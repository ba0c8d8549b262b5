//! One call from request to answer: shape, rules, then the operation. The same for every door.

use serde_json::{Map, Value};

use super::operation::{Action, Bug, Call, Operation};
use super::validate::{Malformed, validate};
use super::{AwsError, CallError, Explanation};
use crate::facts::{AccountFacts, Fact, Facts, History, Subject};
use crate::model::Account;
use crate::rules::{self, Broken, Raised, Stop, first_broken};

/// Runs a call that may change the account.
///
/// # Errors
/// The refusal, or a bug of ours.
pub fn invoke(operation: &'static Operation, call: &mut Call<'_>) -> Result<Value, CallError> {
    if let Some(refusal) = malformed(operation, call.account, call.region, call.input) {
        return Err(refusal.into());
    }
    let key = operation.key();
    meter(call, &key);
    let facts = AccountFacts::new(
        call.account,
        call.region,
        &key,
        call.input,
        Subject::Request,
    );
    let apply = match operation.action {
        Action::Read(_) => return look(operation, &facts),
        Action::Write(apply) => {
            if let Some(broken) = first_broken(&facts, Stop::Never) {
                return Err(AwsError::new(&broken, &facts).into());
            }
            apply
        }
        Action::WriteUnless(order, already, apply) => {
            if let Some(broken) = first_broken(&facts, Stop::Before(order)) {
                return Err(AwsError::new(&broken, &facts).into());
            }
            if let Some(answer) = already(&facts) {
                return Ok(answer);
            }
            if let Some(broken) = first_broken(&facts, Stop::From(order)) {
                return Err(AwsError::new(&broken, &facts).into());
            }
            apply
        }
    };
    Ok(apply(call)?)
}

/// Counts a request against its rate, where the rate is metered.
fn meter(call: &mut Call<'_>, key: &str) {
    if call.account.injected.throttled.is_empty() {
        return;
    }
    let facts = AccountFacts::new(call.account, call.region, key, call.input, Subject::Request);
    if let Fact::Known(rate) = facts.rate() {
        let now = call.now();
        call.account
            .meter
            .count(now, call.region, &rate.bucket, rate.cost);
    }
}

/// Runs a call that only looks; `history` is what was called so far.
///
/// # Errors
/// The refusal, or a bug of ours.
pub fn view(
    operation: &'static Operation,
    account: &Account,
    region: &str,
    input: &Value,
    history: Option<&dyn History>,
) -> Result<Value, CallError> {
    if let Some(refusal) = malformed(operation, account, region, input) {
        return Err(refusal.into());
    }
    let key = operation.key();
    look(
        operation,
        &AccountFacts::new(account, region, &key, input, Subject::Request).with(history),
    )
}

fn look(operation: &'static Operation, facts: &AccountFacts<'_>) -> Result<Value, CallError> {
    let Action::Read(read) = operation.action else {
        return Err(Bug(format!("{} is not a read", operation.name)).into());
    };
    if let Some(broken) = first_broken(facts, Stop::Never) {
        return Err(AwsError::new(&broken, facts).into());
    }
    Ok(read(facts)?)
}

/// The refusal of a request that violates its shapes.
fn malformed(
    operation: &'static Operation,
    account: &Account,
    region: &str,
    input: &Value,
) -> Option<AwsError> {
    let problem = validate(operation.input, input).err()?;
    let (id, code) = match problem {
        Malformed::Type(_) => ("request.type", "SerializationException"),
        Malformed::Constraints(_) => ("request.constraints", "ValidationException"),
    };
    let mut evidence = Map::new();
    evidence.insert("message".to_owned(), problem.to_string().into());
    let key = operation.key();
    let facts = AccountFacts::new(account, region, &key, input, Subject::Request);
    let broken = Broken {
        rule: rules::rule(id)?,
        raised: Raised::Exception(code),
        evidence,
    };
    let mut error = AwsError::new(&broken, &facts);
    let sample = rules::rule("request.sample-id").and_then(|rule| match (rule.check)(&facts) {
        Ok(crate::rules::Verdict::Broken(evidence)) => Some((rule, evidence)),
        _ => None,
    });
    if let Some((rule, evidence)) = sample {
        error.explanation = Explanation::from_evidence(rule, &evidence, (rule.fix)(&facts));
    }
    Some(error)
}
