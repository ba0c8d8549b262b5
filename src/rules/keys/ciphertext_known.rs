//! The blob is no ciphertext of this service, or one of another account or Region.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::keys as words;

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
        None => words::NO_CIPHERTEXT.to_owned(),
        Some(arn) if !ciphertext.here && !key_named => words::other_key(&arn),
        Some(_) => return holds(),
    };
    broken([("found", found.into())])
}
