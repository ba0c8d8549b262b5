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
    break_it: failing![
        "C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)",
        "H=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].HsmId' --output text)",
        "I=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[1].HsmId' --output text)",
        "aws cloudhsmv2 delete-hsm --cluster-id $C --hsm-id $H",
        "aws cloudhsmv2 delete-hsm --cluster-id $C --hsm-id $I",
        "lab settle",
        "aws cloudhsmv2 delete-cluster --cluster-id $C",
        "lab settle",
    ],
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
