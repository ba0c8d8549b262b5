//! The caller lacks a permission that the request needs (`lab deny`).

use crate::docs;
use crate::facts::{CREATE_ROLE, Facts, KeyReference, NotGiven};
use crate::model::{Account, LinkedService};
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::request as words;

pub(super) const RULE: Rule = Rule {
    id: "request.denied",
    raises: &[
        exception("kms:*", 5, "AccessDeniedException"),
        exception("cloudhsmv2:*", 5, "CloudHsmAccessDeniedException"),
        exception("cloudtrail:*", 5, "AccessDeniedException"),
        exception("iam:*", 5, "AccessDenied"),
    ],
    docs: &[docs::AUTHORIZE_STORE, docs::CLOUDHSM_PERMISSIONS],
    origin: Origin::Documented,
    check,
    fix: super::allow,
    break_it: "lab deny kms:DescribeCustomKeyStores\naws kms describe-custom-key-stores",
};

fn check(facts: &dyn Facts) -> Check {
    let denied = facts.denied().given()?.unwrap_or_default();
    // What the first cluster of an account needs is refused in words of its own.
    let cluster = facts.operation() == "cloudhsmv2:CreateCluster";
    let Some(action) = denied
        .iter()
        .find(|action| !cluster || *action != CREATE_ROLE)
    else {
        return holds();
    };
    broken([
        ("action", action.clone().into()),
        ("user", super::user(facts)?.into()),
        ("resource", resource(facts, action)?.into()),
    ])
}

/// The ARN of what the action is about; a star where it is about nothing that exists already.
fn resource(facts: &dyn Facts, action: &str) -> Result<String, NotGiven> {
    let (Some(Account { id, .. }), Some(region)) =
        (facts.account().given()?, facts.region_name().given()?)
    else {
        return Ok("*".to_owned());
    };
    if action == CREATE_ROLE {
        let named = facts.text("AWSServiceName").given()?;
        let service = named.map_or(Some(LinkedService::KeyStores), |name| {
            LinkedService::of(&name)
        });
        return Ok(service.map_or_else(|| "*".to_owned(), |service| service.arn(id)));
    }
    if action.starts_with("iam:") {
        let name = facts.text("RoleName").given()?;
        return Ok(name.map_or_else(|| "*".to_owned(), |name| words::iam_role(&name)));
    }
    if action.starts_with("kms:") {
        return Ok(key(facts, action)?.unwrap_or_else(|| "*".to_owned()));
    }
    let cluster = facts.text("ClusterId").given()?;
    Ok(cluster.map_or_else(
        || "*".to_owned(),
        |cluster| format!("arn:aws:cloudhsm:{region}:{id}:cluster/{cluster}"),
    ))
}

/// The ARN of the key that an action of AWS KMS is about, or of the alias.
fn key(facts: &dyn Facts, action: &str) -> Result<Option<String>, NotGiven> {
    if let (Some(alias), Some(account), Some(region)) = (
        facts.text("AliasName").given()?,
        facts.account().given()?,
        facts.region_name().given()?,
    ) {
        return Ok(Some(format!("arn:aws:kms:{region}:{}:{alias}", account.id)));
    }
    let found = match action {
        "kms:ReEncryptTo" => facts.named_key("DestinationKeyId").given()?,
        "kms:ReEncryptFrom" => match facts.named_key("SourceKeyId").given()? {
            None => {
                let ciphertext = facts.ciphertext().given()?;
                return Ok(ciphertext.and_then(|ciphertext| ciphertext.key_arn));
            }
            named => named,
        },
        _ => facts.key().given()?,
    };
    Ok(found.and_then(|found| match found.reference {
        KeyReference::Found => found.key.map(|key| key.arn),
        KeyReference::Unknown(arn) | KeyReference::UnknownAlias(arn) => Some(arn),
        _ => None,
    }))
}
