//! The cluster has no HSM.

use super::fixes;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, connection_error, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.hsm-listed",
    raises: &[connection_error(20, "INSUFFICIENT_CLOUDHSM_HSMS")],
    docs: &[docs::FIX_CONNECTION, docs::ADD_REMOVE_HSM],
    origin: Origin::Documented,
    check,
    fix: |facts| {
        let repair = facts
            .cluster()
            .known()
            .map(|cluster| fixes::add_hsms(&cluster, 2))
            .unwrap_or_default();
        fixes::reconnect(facts, repair)
    },
    break_it: failing![
        "C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)",
        "H=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].HsmId' --output text)",
        "I=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[1].HsmId' --output text)",
        "aws cloudhsmv2 delete-hsm --cluster-id $C --hsm-id $H",
        "aws cloudhsmv2 delete-hsm --cluster-id $C --hsm-id $I",
        "lab settle",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    match facts.cluster().given()? {
        Some(cluster) if cluster.hsms.is_empty() => broken([("cluster", cluster.id.into())]),
        _ => holds(),
    }
}
