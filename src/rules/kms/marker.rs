//! A marker must be one that the service gave out.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::sim::offset;

pub(super) const RULE: Rule = Rule {
    id: "kms.marker",
    raises: &[
        exception("kms:DescribeCustomKeyStores", 30, "InvalidMarkerException"),
        exception("kms:ListKeys", 30, "InvalidMarkerException"),
    ],
    docs: &[docs::API_DESCRIBE_STORES, docs::API_LIST_KEYS],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "aws kms describe-custom-key-stores --no-paginate --marker foreign",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.text("Marker").given()? {
        Some(marker) if offset(&marker).is_none() => broken([("marker", marker.into())]),
        _ => holds(),
    }
}
