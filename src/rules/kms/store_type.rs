//! External key stores are outside the simulation.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::text::found::kms as words;

pub(super) const RULE: Rule = Rule {
    id: "kms.store-type",
    raises: &[
        exception("kms:CreateCustomKeyStore", 10, "ValidationException"),
        exception("kms:UpdateCustomKeyStore", 8, "ValidationException"),
    ],
    docs: &[docs::API_CREATE_STORE],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "aws kms create-custom-key-store --custom-key-store-name Example --custom-key-store-type EXTERNAL_KEY_STORE",
};

/// The members that only external key stores have.
const EXTERNAL: &[&str] = &[
    "XksProxyUriEndpoint",
    "XksProxyUriPath",
    "XksProxyVpcEndpointServiceName",
    "XksProxyVpcEndpointServiceOwner",
    "XksProxyAuthenticationCredential",
    "XksProxyConnectivity",
];

fn check(facts: &dyn Facts) -> Check {
    let kind = facts.text("CustomKeyStoreType").given()?;
    if let Some(kind) = kind.filter(|kind| kind == "EXTERNAL_KEY_STORE") {
        return broken([("found", words::store_type(&kind).into())]);
    }
    for member in EXTERNAL {
        if facts.member(member).given()?.is_some() {
            return broken([("found", (*member).into())]);
        }
    }
    holds()
}
