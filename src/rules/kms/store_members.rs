//! A key store backed by CloudHSM needs its cluster, the trust anchor and the password, although the service model calls them optional.

use serde_json::Value;

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "kms.store-members",
    raises: &[exception(
        "kms:CreateCustomKeyStore",
        12,
        "ValidationException",
    )],
    docs: &[docs::CREATE_STORE_API, docs::API_CREATE_STORE],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "aws kms create-custom-key-store --custom-key-store-name ExampleKeyStore",
};

fn check(facts: &dyn Facts) -> Check {
    let mut missing: Vec<Value> = Vec::new();
    for member in [
        "CloudHsmClusterId",
        "TrustAnchorCertificate",
        "KeyStorePassword",
    ] {
        if facts.member(member).given()?.is_none() {
            missing.push(member.into());
        }
    }
    if missing.is_empty() {
        holds()
    } else {
        broken([("missing", missing.into())])
    }
}
