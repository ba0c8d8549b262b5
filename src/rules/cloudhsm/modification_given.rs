//! ModifyCluster is told what to modify.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.modification-given",
    raises: &[exception("cloudhsmv2:ModifyCluster", 30, INVALID)],
    docs: &[docs::BACKUP_RETENTION],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws cloudhsmv2 modify-cluster --cluster-id $C",
};

fn check(facts: &dyn Facts) -> Check {
    for member in ["HsmType", "BackupRetentionPolicy"] {
        if facts.member(member).given()?.is_some() {
            return holds();
        }
    }
    broken([])
}
