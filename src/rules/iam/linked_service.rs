//! Two services have a role of their own here.

use crate::docs;
use crate::facts::Facts;
use crate::model::LinkedService;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "iam.linked-service",
    raises: &[exception("iam:CreateServiceLinkedRole", 10, "InvalidInput")],
    docs: &[docs::API_CREATE_LINKED_ROLE],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "aws iam create-service-linked-role --aws-service-name kms.amazonaws.com",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.text("AWSServiceName").given()? {
        Some(name) if LinkedService::of(&name).is_none() => {
            let known = LinkedService::ALL.map(LinkedService::principal);
            broken([("service", name.into()), ("known", known.as_slice().into())])
        }
        _ => holds(),
    }
}
