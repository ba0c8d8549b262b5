//! The cluster is configured with subnets of fewer than two Availability Zones. Its subnets cannot be changed.

use super::cluster_active;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

const CODE: &str = "CloudHsmClusterInvalidConfigurationException";

pub(super) const RULE: Rule = Rule {
    id: "kms.two-zones",
    raises: &[
        exception("kms:CreateCustomKeyStore", 100, CODE),
        exception("kms:ConnectCustomKeyStore", 50, CODE),
        exception("kms:UpdateCustomKeyStore", 70, CODE),
    ],
    docs: &[docs::PREREQUISITES, docs::CLUSTER_FROM_BACKUP],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = cluster_active::named(facts)? else {
        return holds();
    };
    let zones: Vec<String> = cluster
        .subnets
        .given()?
        .unwrap_or_default()
        .into_iter()
        .map(|subnet| subnet.zone)
        .collect();
    if zones.len() >= 2 {
        return holds();
    }
    broken([("cluster", cluster.id.into()), ("zones", zones.into())])
}
