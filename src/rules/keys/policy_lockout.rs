//! A key policy must leave somebody of the account able to change it.

use serde_json::Value;

use super::shared::{in_each, policy_again};
use crate::docs;
use crate::facts::Facts;
use crate::model::Account;
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.policy-lockout",
    raises: &in_each(
        ["kms:CreateKey", "kms:PutKeyPolicy"],
        31,
        "MalformedPolicyDocumentException",
    ),
    docs: &[docs::DEFAULT_KEY_POLICY, docs::API_CREATE_KEY],
    origin: Origin::Observed,
    check,
    fix: policy_again,
    break_it: "\
aws kms create-key --policy '{\"Version\":\"2012-10-17\",\"Statement\":[]}'",
};

fn check(facts: &dyn Facts) -> Check {
    if facts.member("BypassPolicyLockoutSafetyCheck").given()? == Some(true.into()) {
        return holds();
    }
    let (Some(policy), Some(account)) = (facts.text("Policy").given()?, facts.account().given()?)
    else {
        return holds();
    };
    let Ok(policy) = serde_json::from_str::<Value>(&policy) else {
        return holds();
    };
    if one_or_more(&policy["Statement"]).any(|statement| keeps(statement, account)) {
        holds()
    } else {
        broken([("account", account.id.clone().into())])
    }
}

/// Whether a statement lets the caller, or the account as a whole, put a new policy. Conditions are not looked at.
fn keeps(statement: &Value, account: &Account) -> bool {
    let root = format!("arn:aws:iam::{}:root", account.id);
    let caller = account.user_arn();
    let principal = &statement["Principal"];
    let named = if principal.is_object() {
        &principal["AWS"]
    } else {
        principal
    };
    statement["Effect"] == "Allow"
        && one_or_more(named)
            .filter_map(Value::as_str)
            .any(|who| who == "*" || who == account.id || who == root || who == caller)
        && one_or_more(&statement["Action"])
            .filter_map(Value::as_str)
            .any(|action| covers(action, "kms:PutKeyPolicy"))
}

/// Whether an action with or without `*` at its end covers an action. Actions are not case-sensitive.
fn covers(pattern: &str, action: &str) -> bool {
    let (pattern, action) = (pattern.to_ascii_lowercase(), action.to_ascii_lowercase());
    match pattern.strip_suffix('*') {
        Some(beginning) => action.starts_with(beginning),
        None => pattern == action,
    }
}

/// The items of a list, or the value itself where it stands alone.
fn one_or_more(value: &Value) -> impl Iterator<Item = &Value> {
    match value {
        Value::Array(items) => items.as_slice(),
        other => std::slice::from_ref(other),
    }
    .iter()
}
