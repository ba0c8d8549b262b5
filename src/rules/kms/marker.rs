//! A marker must be one that the service gave out.

use crate::docs;
use crate::facts::{Facts, foreign_token};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

const CODE: &str = "InvalidMarkerException";

pub(super) const RULE: Rule = Rule {
    id: "kms.marker",
    raises: &[
        exception("kms:DescribeCustomKeyStores", 35, CODE),
        exception("kms:ListAliases", 35, CODE),
        exception("kms:ListKeyPolicies", 35, CODE),
        exception("kms:ListKeyRotations", 35, CODE),
        exception("kms:ListKeys", 35, CODE),
        exception("kms:ListResourceTags", 35, CODE),
    ],
    docs: &[docs::API_DESCRIBE_STORES, docs::API_LIST_KEYS],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "aws kms describe-custom-key-stores --no-paginate --marker foreign",
};

fn check(facts: &dyn Facts) -> Check {
    match foreign_token(facts, "Marker")? {
        Some(marker) => broken([("marker", marker.into())]),
        None => holds(),
    }
}
