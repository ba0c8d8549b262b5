//! A version 3 trust anchor says that it is a certificate authority, once, and may sign certificates.

use super::INVALID;
use super::papers::anchor;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.anchor-is-authority",
    raises: &[exception("cloudhsmv2:InitializeCluster", 80, INVALID)],
    docs: &[docs::INITIALIZE_CLUSTER],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(anchor) = anchor(facts)? else {
        return holds();
    };
    let found = if anchor.has_duplicate_extension() {
        "an extension occurs twice"
    } else if anchor.version() == 3 && anchor.basic_constraints_ca().is_none() {
        "the Basic Constraints extension is missing"
    } else if anchor.basic_constraints_ca() == Some(false) {
        "Basic Constraints say CA:FALSE"
    } else if anchor.may_sign_certificates() == Some(false) {
        "Key Usage does not include certificate signing"
    } else {
        return holds();
    };
    broken([
        ("subject", anchor.subject().into()),
        ("found", found.into()),
    ])
}
