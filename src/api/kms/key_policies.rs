//! GetKeyPolicy, PutKeyPolicy and ListKeyPolicies. A key has one policy, and its name is `default`.

use serde_json::json;

use super::key_view;
use super::shapes::{BYPASS, KEY, LIMIT, MARKER, POLICY, listed, pages};
use crate::api::operation::Pages;
use crate::api::shape::{Member, STRING, member, required};
use crate::api::{Action, Applied, Call, Operation, Service, page};
use crate::facts::AccountFacts;
use crate::model::Key;
use crate::text::service::DEFAULT_STATEMENT;

const NAME: Member = member("PolicyName", STRING.within(1, 128).matching(r"[\w]+"));

/// The name of the one policy.
const DEFAULT: &str = "default";

/// GetKeyPolicy.
pub(super) const GET: Operation = Operation {
    service: Service::Kms,
    name: "GetKeyPolicy",
    input: &[KEY, NAME],
    output: &[member("Policy", STRING), member("PolicyName", STRING)],
    pages: None,
    action: Action::Read(|facts| {
        let key = key_view::key(facts)?;
        let policy = key_policy(&facts.all().id, &key);
        Ok(json!({ "Policy": policy, "PolicyName": DEFAULT }))
    }),
};

/// PutKeyPolicy.
pub(super) const PUT: Operation = Operation {
    service: Service::Kms,
    name: "PutKeyPolicy",
    input: &[KEY, NAME, required("Policy", POLICY), BYPASS],
    output: &[],
    pages: None,
    action: Action::Write(put),
};

/// ListKeyPolicies.
pub(super) const LIST: Operation = Operation {
    service: Service::Kms,
    name: "ListKeyPolicies",
    input: &[KEY, LIMIT, MARKER],
    output: &listed("PolicyNames", &STRING),
    pages: Some(PAGES),
    action: Action::Read(list),
};

const PAGES: Pages = pages("PolicyNames", 100);

fn put(call: &mut Call<'_>) -> Applied {
    let id = key_view::id(call)?;
    let policy = call.needed("Policy")?.to_owned();
    call.key_mut(&id)?.policy = policy;
    Ok(json!({}))
}

fn list(facts: &AccountFacts<'_>) -> Applied {
    let names = vec![DEFAULT.into()];
    Ok(page(&PAGES, facts, names, json!({})))
}

/// The policy of a key: the one it was given, else the default one, which leaves everything to the account's IAM policies (KMS developer
/// guide, key-policy-default).
#[must_use]
pub fn key_policy(account: &str, key: &Key) -> String {
    if !key.policy.is_empty() {
        return key.policy.clone();
    }
    format!(
        r#"{{
  "Version" : "2012-10-17",
  "Id" : "key-default-1",
  "Statement" : [ {{
    "Sid" : "{DEFAULT_STATEMENT}",
    "Effect" : "Allow",
    "Principal" : {{
      "AWS" : "arn:aws:iam::{account}:root"
    }},
    "Action" : "kms:*",
    "Resource" : "*"
  }} ]
}}"#
    )
}
