//! What a request needs of its caller.

use super::AccountFacts;

/// The IAM actions that the request needs and the caller was denied.
pub(super) fn denied(facts: &AccountFacts<'_>) -> Vec<String> {
    let Some((service, name)) = facts.operation.split_once(':') else {
        return Vec::new();
    };
    // IAM calls the service by its old name.
    let prefix = match service {
        "cloudhsmv2" => "cloudhsm",
        other => other,
    };
    let mut actions = vec![format!("{prefix}:{name}")];
    if facts.operation == "kms:CreateCustomKeyStore" {
        actions.push("cloudhsm:DescribeClusters".to_owned());
        if !facts.account.roles.custom_key_stores {
            actions.push("iam:CreateServiceLinkedRole".to_owned());
        }
    }
    actions.retain(|action| facts.account.injected.denied.contains(action));
    actions
}
