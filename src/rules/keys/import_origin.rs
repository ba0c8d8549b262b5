//! Key material is imported into keys of the origin EXTERNAL only.

use super::shared::in_each;
use crate::docs;
use crate::facts::{Facts, KeyFacts};
use crate::rules::{Check, Origin, Rule, broken, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "keys.import-origin",
    raises: &in_each(
        [
            "kms:DeleteImportedKeyMaterial",
            "kms:GetParametersForImport",
            "kms:ImportKeyMaterial",
        ],
        30,
        "UnsupportedOperationException",
    ),
    docs: &[docs::IMPORT_MATERIAL, docs::KEY_STATES],
    origin: Origin::Observed,
    check,
    fix: no_command,
    break_it: "\
lab scenario store-with-key
K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)
aws kms get-parameters-for-import --key-id $K --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_2048",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()? {
        Some(KeyFacts { key: Some(key), .. }) => {
            broken([("origin", key.origin().into()), ("key", key.arn.into())])
        }
        _ => holds(),
    }
}
