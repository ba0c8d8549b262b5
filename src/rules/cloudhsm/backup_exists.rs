//! There is no such backup in this account and Region, or no longer.

use super::NOT_FOUND;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.backup-exists",
    raises: &[
        exception("cloudhsmv2:CreateCluster", 70, NOT_FOUND),
        exception("cloudhsmv2:CopyBackupToRegion", 10, NOT_FOUND),
        exception("cloudhsmv2:DeleteBackup", 10, NOT_FOUND),
        exception("cloudhsmv2:RestoreBackup", 10, NOT_FOUND),
        exception("cloudhsmv2:ModifyBackupAttributes", 10, NOT_FOUND),
        exception("cloudhsmv2:TagResource", 11, NOT_FOUND),
        exception("cloudhsmv2:UntagResource", 11, NOT_FOUND),
        exception("cloudhsmv2:ListTags", 11, NOT_FOUND),
        exception("cloudhsmv2:PutResourcePolicy", 20, NOT_FOUND),
        exception("cloudhsmv2:GetResourcePolicy", 20, NOT_FOUND),
        exception("cloudhsmv2:DeleteResourcePolicy", 20, NOT_FOUND),
    ],
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
    let mut named = None;
    for member in ["SourceBackupId", "BackupId", "ResourceId", "ResourceArn"] {
        named = named.or(facts.text(member).given()?);
    }
    let Some(id) = named.filter(|name| name.contains("backup-")) else {
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
