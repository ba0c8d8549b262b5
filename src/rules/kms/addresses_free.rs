//! A subnet of the cluster's configuration has no free address for KMS's interface.

use super::fixes;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, connection_error, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.addresses-free",
    raises: &[connection_error(40, "INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET")],
    docs: &[docs::FIX_CONNECTION],
    origin: Origin::Documented,
    check,
    fix: |facts| fixes::reconnect(facts, Vec::new()),
    break_it: "",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    let full: Vec<String> = cluster
        .subnets
        .given()?
        .unwrap_or_default()
        .into_iter()
        .filter(|subnet| subnet.exists && subnet.free == 0)
        .map(|subnet| subnet.id)
        .collect();
    if full.is_empty() {
        return holds();
    }
    broken([("cluster", cluster.id.into()), ("full", full.into())])
}
