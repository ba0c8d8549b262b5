//! Key stores are looked up by id or by name, not by both.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "kms.both-filters",
    raises: &[exception(
        "kms:DescribeCustomKeyStores",
        10,
        "ValidationException",
    )],
    docs: &[docs::VIEW_STORE, docs::API_DESCRIBE_STORES],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "aws kms describe-custom-key-stores --custom-key-store-id cks-1234567890abcdef0 --custom-key-store-name Example",
};

fn check(facts: &dyn Facts) -> Check {
    let given = |member| Ok(facts.text(member).given()?.is_some());
    if given("CustomKeyStoreId")? && given("CustomKeyStoreName")? {
        broken([])
    } else {
        holds()
    }
}
