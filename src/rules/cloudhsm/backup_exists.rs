//! There is no such backup in this account and Region.

use super::NOT_FOUND;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.backup-exists",
    raises: &[exception("cloudhsmv2:CreateCluster", 70, NOT_FOUND)],
    docs: &[docs::BACKUPS, docs::API_DESCRIBE_BACKUPS],
    origin: Origin::Ours,
    check,
    fix: |_| {
        vec![
            "aws cloudhsmv2 describe-backups --query 'Backups[].[BackupId,ClusterId,BackupState]' --output text"
                .to_owned(),
        ]
    },
    break_it: "\
lab scenario network
A=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[0].SubnetId' --output text)
aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $A --source-backup-id backup-abcdefgh234",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(id) = facts.text("SourceBackupId").given()? else {
        return holds();
    };
    if facts.backup().given()?.is_some() {
        return holds();
    }
    broken([
        ("backup", id.into()),
        ("region", facts.region_name().given()?.into()),
    ])
}
