//! A backup is copied to another Region, in which CloudHSM is offered.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.copy-region",
    raises: &[exception("cloudhsmv2:CopyBackupToRegion", 30, INVALID)],
    docs: &[docs::COPY_BACKUP],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
B=$(aws cloudhsmv2 describe-backups --query 'Backups[0].BackupId' --output text)
aws cloudhsmv2 copy-backup-to-region --backup-id $B --destination-region us-east-1",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(to), Some(here), Some(account)) = (
        facts.text("DestinationRegion").given()?,
        facts.region_name().given()?,
        facts.account().given()?,
    ) else {
        return holds();
    };
    if to != here && account.regions.contains_key(&to) {
        return holds();
    }
    let others = account.regions.keys().filter(|name| **name != here);
    broken([
        ("to", to.into()),
        ("here", here.clone().into()),
        ("others", others.cloned().collect::<Vec<_>>().into()),
    ])
}
