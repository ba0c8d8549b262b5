//! The blob is no ciphertext of this service, or one of another account or Region.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.ciphertext-known",
    raises: &[
        exception("kms:Decrypt", 15, "InvalidCiphertextException"),
        exception("kms:ReEncrypt", 15, "InvalidCiphertextException"),
    ],
    docs: &[docs::API_DECRYPT],
    origin: Origin::ServiceModel,
    check,
    fix: |facts| again(facts, &[("CiphertextBlob", "\"$CIPHERTEXT\"")], &[]),
    break_it: "\
aws kms decrypt --ciphertext-blob aGVsbG8=",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(ciphertext) = facts.ciphertext().given()? else {
        return holds();
    };
    // Where the request names a key, that it is another one is the answer.
    let key_named =
        facts.text("KeyId").given()?.is_some() || facts.text("SourceKeyId").given()?.is_some();
    let found = match ciphertext.key_arn {
        None => "The blob is not a ciphertext of this simulated service".to_owned(),
        Some(arn) if !ciphertext.here && !key_named => {
            format!("{arn} made the ciphertext, which is a key of another account or Region")
        }
        Some(_) => return holds(),
    };
    broken([("found", found.into())])
}
