//! Each key spec is made for some usages.

use super::shared::{SYMMETRIC, again, special_spec};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

/// Beginnings of key specs, each with the usages of such keys (KMS API reference, CreateKey); the first that fits counts.
const USAGES: &[(&str, &[&str])] = &[
    (SYMMETRIC, &["ENCRYPT_DECRYPT"]),
    ("RSA_", &["ENCRYPT_DECRYPT", "SIGN_VERIFY"]),
    ("ECC_NIST_P", &["SIGN_VERIFY", "KEY_AGREEMENT"]),
    ("ECC_", &["SIGN_VERIFY"]),
    ("ML_DSA_", &["SIGN_VERIFY"]),
    ("ML_KEM_", &["ENCAPSULATE_DECAPSULATE"]),
    ("HMAC_", &["GENERATE_VERIFY_MAC"]),
    ("SM2", &["ENCRYPT_DECRYPT", "SIGN_VERIFY", "KEY_AGREEMENT"]),
];

pub(super) const RULE: Rule = Rule {
    id: "keys.usage-fits",
    raises: &[exception("kms:CreateKey", 16, "ValidationException")],
    docs: &[docs::API_CREATE_KEY, docs::KEY_TYPES],
    origin: Origin::Observed,
    check,
    fix: |facts| {
        again(
            facts,
            &[],
            &["KeyUsage", "KeySpec", "CustomerMasterKeySpec"],
        )
    },
    break_it: "aws kms create-key --key-usage SIGN_VERIFY",
};

fn check(facts: &dyn Facts) -> Check {
    // A key store takes symmetric encryption keys only, and says so.
    if facts.text("CustomKeyStoreId").given()?.is_some() {
        return holds();
    }
    let spec = special_spec(facts)?.unwrap_or_else(|| SYMMETRIC.to_owned());
    let fitting = USAGES
        .iter()
        .find(|(beginning, _)| spec.starts_with(beginning));
    match (fitting, facts.text("KeyUsage").given()?) {
        (Some((_, usages)), Some(usage)) if !usages.contains(&usage.as_str()) => broken([
            ("usage", usage.into()),
            ("spec", spec.into()),
            ("usages", usages.to_vec().into()),
        ]),
        _ => holds(),
    }
}
