//! A fault inside KMS (`lab inject internal-error`).

use super::fixes;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, connection_error, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.internal-error",
    raises: &[connection_error(100, "INTERNAL_ERROR")],
    docs: &[docs::FIX_CONNECTION],
    origin: Origin::Documented,
    check,
    fix: |facts| fixes::reconnect(facts, vec!["lab inject internal-error --off".to_owned()]),
    break_it: failing!["lab inject internal-error"],
};

fn check(facts: &dyn Facts) -> Check {
    if facts
        .account()
        .given()?
        .is_some_and(|account| account.injected.internal_error)
    {
        broken([])
    } else {
        holds()
    }
}
