//! The key belongs to another account, whose key policies let nobody else in (`lab account`).

use crate::docs;
use crate::facts::{Facts, KeyReference, actions_of};
use crate::rules::request::user;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.other-account",
    raises: &[exception("kms:*", 7, "AccessDeniedException")],
    docs: &[docs::OTHER_ACCOUNTS],
    origin: Origin::Observed,
    check,
    fix,
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.Arn --output text)
lab account 444455556666
aws kms describe-key --key-id $K",
};

/// Goes to the account that owns the key, where that is one of the reader's.
fn fix(facts: &dyn Facts) -> Vec<String> {
    let key = facts.key().known().map(|key| key.reference);
    let (Some(KeyReference::OtherAccount(arn)), Some(account)) = (key, facts.account().known())
    else {
        return Vec::new();
    };
    let owner = arn.split(':').nth(4).unwrap_or_default();
    let known = account.others.iter().any(|other| other.id == owner);
    known
        .then(|| format!("lab account {owner}"))
        .into_iter()
        .collect()
}

/// The members that name a key. One that a ciphertext names is judged with the ciphertext.
const MEMBERS: &[&str] = &["KeyId", "SourceKeyId", "DestinationKeyId", "TargetKeyId"];

fn check(facts: &dyn Facts) -> Check {
    let Some(KeyReference::OtherAccount(arn)) = facts.key().given()?.map(|key| key.reference)
    else {
        return holds();
    };
    if !MEMBERS
        .iter()
        .any(|member| facts.text(member).known().as_ref() == Some(&arn))
    {
        return holds();
    }
    let action = actions_of(facts.operation()).into_iter().next();
    broken([
        ("key", arn.into()),
        ("action", action.unwrap_or_default().into()),
        ("user", user(facts)?.into()),
    ])
}
