//! These services let nobody add to the name of their role.

use super::asked_for;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "iam.custom-suffix",
    raises: &[exception("iam:CreateServiceLinkedRole", 20, "InvalidInput")],
    docs: &[docs::API_CREATE_LINKED_ROLE],
    origin: Origin::Observed,
    check,
    fix: no_command,
    break_it: "aws iam create-service-linked-role --aws-service-name cloudhsm.amazonaws.com --custom-suffix Mine",
};

fn check(facts: &dyn Facts) -> Check {
    match (asked_for(facts)?, facts.text("CustomSuffix").given()?) {
        (Some(service), Some(suffix)) => broken([
            ("service", service.principal().into()),
            ("suffix", suffix.into()),
        ]),
        _ => holds(),
    }
}
