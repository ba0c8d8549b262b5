//! A fault inside AWS CloudHSM (`lab inject internal-error cloudhsmv2`).

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.internal-failure",
    raises: &[exception(
        "cloudhsmv2:*",
        7,
        "CloudHsmInternalFailureException",
    )],
    docs: &[docs::API_CREATE_HSM, docs::API_DESCRIBE_CLUSTERS],
    origin: Origin::ServiceModel,
    check,
    fix: |_| vec!["lab inject internal-error cloudhsmv2 --off".to_owned()],
    break_it: "lab inject internal-error cloudhsmv2\naws cloudhsmv2 describe-clusters",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.account().given()? {
        Some(account) if account.injected.cloudhsm_failure => broken([]),
        _ => holds(),
    }
}
