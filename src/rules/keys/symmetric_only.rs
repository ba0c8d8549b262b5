//! Only symmetric encryption keys of one Region are simulated, and only these can be in a key store.

use super::shared::{again, special_spec};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::keys as words;

pub(super) const RULE: Rule = Rule {
    id: "keys.symmetric-only",
    raises: &[exception(
        "kms:CreateKey",
        20,
        "UnsupportedOperationException",
    )],
    docs: &[docs::CREATE_KEY_IN_STORE],
    origin: Origin::Documented,
    check,
    fix: |facts| {
        let external = facts
            .text("Origin")
            .known()
            .is_some_and(|origin| origin.starts_with("EXTERNAL"));
        let leave = [
            "KeySpec",
            "CustomerMasterKeySpec",
            "KeyUsage",
            "MultiRegion",
            "Origin",
        ];
        again(facts, &[], if external { &leave } else { &leave[..4] })
    },
    break_it: "\
aws kms create-key --key-spec RSA_2048 --key-usage ENCRYPT_DECRYPT",
};

fn check(facts: &dyn Facts) -> Check {
    let usage = facts.text("KeyUsage").given()?;
    let origin = facts.text("Origin").given()?;
    let found = if let Some(spec) = special_spec(facts)? {
        words::spec(&spec)
    } else if let Some(usage) = usage.filter(|usage| usage != "ENCRYPT_DECRYPT") {
        words::usage(&usage)
    } else if facts.member("MultiRegion").given()? == Some(true.into()) {
        words::MULTI_REGION.to_owned()
    } else if let Some(origin) = origin.filter(|origin| origin.starts_with("EXTERNAL")) {
        words::origin(&origin)
    } else {
        return holds();
    };
    let place = if facts.text("CustomKeyStoreId").given()?.is_some() {
        words::IN_STORES
    } else {
        words::HERE
    };
    broken([("found", found.into()), ("place", place.into())])
}
