//! The associated cluster does not exist any more.

use super::fixes;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, connection_error, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.cluster-gone",
    raises: &[connection_error(10, "CLUSTER_NOT_FOUND")],
    docs: &[docs::FIX_CONNECTION, docs::CLUSTER_FROM_BACKUP],
    origin: Origin::Documented,
    check,
    fix: |facts| fixes::reconnect(facts, fixes::restore_cluster(facts)),
    break_it: "",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(store) = facts.store().given()? else {
        return holds();
    };
    if facts.cluster().given()?.is_some() {
        return holds();
    }
    broken([
        ("store", store.id.into()),
        ("cluster", store.cluster_id.into()),
    ])
}
