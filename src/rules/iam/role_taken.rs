//! An account has one role of a service.

use super::asked_for;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "iam.role-taken",
    raises: &[exception("iam:CreateServiceLinkedRole", 30, "InvalidInput")],
    docs: &[docs::API_CREATE_LINKED_ROLE, docs::CREATE_CLUSTER_DENIED],
    origin: Origin::Observed,
    check,
    fix: no_command,
    break_it: "aws iam create-service-linked-role --aws-service-name cloudhsm.amazonaws.com\naws iam create-service-linked-role --aws-service-name cloudhsm.amazonaws.com",
};

fn check(facts: &dyn Facts) -> Check {
    match (asked_for(facts)?, facts.account().given()?) {
        (Some(service), Some(account)) if account.roles.of(service).is_some() => {
            broken([("role", service.role().into())])
        }
        _ => holds(),
    }
}
