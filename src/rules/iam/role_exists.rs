//! A role must be there to be looked at.

use crate::docs;
use crate::facts::Facts;
use crate::model::LinkedService;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "iam.role-exists",
    raises: &[exception("iam:GetRole", 10, "NoSuchEntity")],
    docs: &[docs::API_GET_ROLE, docs::CREATE_CLUSTER_DENIED],
    origin: Origin::Documented,
    check,
    fix: create,
    break_it: "aws iam get-role --role-name AWSServiceRoleForCloudHSM",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(name), Some(account)) = (facts.text("RoleName").given()?, facts.account().given()?)
    else {
        return holds();
    };
    let role = LinkedService::of_role(&name).and_then(|service| account.roles.of(service));
    match role {
        Some(_) => holds(),
        None => broken([("role", name.into())]),
    }
}

fn create(facts: &dyn Facts) -> Vec<String> {
    let name = facts.text("RoleName").known();
    name.and_then(|name| LinkedService::of_role(&name))
        .map(|service| {
            let principal = service.principal();
            format!("aws iam create-service-linked-role --aws-service-name {principal}")
        })
        .into_iter()
        .collect()
}
