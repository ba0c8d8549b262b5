//! A resource policy is a JSON document.

use serde_json::Value;

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.policy-text",
    raises: &[exception("cloudhsmv2:PutResourcePolicy", 40, INVALID)],
    docs: &[docs::API_PUT_POLICY],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
A=$(aws cloudhsmv2 describe-backups --query 'Backups[0].BackupArn' --output text)
aws cloudhsmv2 put-resource-policy --resource-arn $A --policy everybody",
};

fn check(facts: &dyn Facts) -> Check {
    let text = facts.text("Policy").given()?.unwrap_or_default();
    match serde_json::from_str(&text) {
        Ok(Value::Object(_)) => holds(),
        _ => broken([]),
    }
}
