//! The caller lacks a permission that the request needs (`lab deny`).

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "request.denied",
    raises: &[
        exception("kms:*", 5, "AccessDeniedException"),
        exception("cloudhsmv2:*", 5, "CloudHsmAccessDeniedException"),
        exception("ec2:*", 5, "UnauthorizedOperation"),
    ],
    docs: &[docs::AUTHORIZE_STORE],
    origin: Origin::Documented,
    check,
    fix: |facts| {
        facts
            .denied()
            .known()
            .unwrap_or_default()
            .iter()
            .map(|action| format!("lab allow {action}"))
            .collect()
    },
    break_it: "lab deny kms:DescribeCustomKeyStores\naws kms describe-custom-key-stores",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.denied().given()?.unwrap_or_default().first() {
        Some(action) => broken([
            ("action", action.clone().into()),
            (
                "account",
                facts
                    .account()
                    .given()?
                    .map_or_else(String::new, |account| account.id.clone())
                    .into(),
            ),
        ]),
        None => holds(),
    }
}
