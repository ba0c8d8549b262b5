//! A key store moves only to a cluster that shares a backup history with its own.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "kms.cluster-related",
    raises: &[exception(
        "kms:UpdateCustomKeyStore",
        60,
        "CloudHsmClusterNotRelatedException",
    )],
    docs: &[docs::UPDATE_STORE, docs::CLUSTER_FROM_BACKUP],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "",
};

fn check(facts: &dyn Facts) -> Check {
    if facts.text("CloudHsmClusterId").given()?.is_none() {
        return holds();
    }
    let (Some(store), Some(cluster)) = (facts.store().given()?, facts.cluster().given()?) else {
        return holds();
    };
    if store.lineage == cluster.lineage {
        return holds();
    }
    broken([
        ("cluster", cluster.id.into()),
        ("own", store.cluster_id.into()),
    ])
}
