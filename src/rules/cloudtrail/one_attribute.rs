//! Events are looked up by one attribute at a time.

use serde_json::Value;

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudtrail.one-attribute",
    raises: &[exception(
        "cloudtrail:LookupEvents",
        10,
        "InvalidLookupAttributesException",
    )],
    docs: &[docs::API_LOOKUP_EVENTS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=CreateKey AttributeKey=ReadOnly,AttributeValue=false",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.member("LookupAttributes").given()? {
        Some(Value::Array(attributes)) if attributes.len() > 1 => {
            broken([("count", attributes.len().into())])
        }
        _ => holds(),
    }
}
