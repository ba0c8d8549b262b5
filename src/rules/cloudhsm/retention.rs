//! Backups are kept for 7 to 379 days.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.retention",
    raises: &[
        exception("cloudhsmv2:CreateCluster", 30, INVALID),
        exception("cloudhsmv2:ModifyCluster", 40, INVALID),
    ],
    docs: &[docs::BACKUP_RETENTION],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids subnet-0123456789abcdef0 --backup-retention-policy Type=DAYS,Value=6",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(policy) = facts.member("BackupRetentionPolicy").given()? else {
        return holds();
    };
    let days = policy["Value"].as_str().unwrap_or_default();
    match days.parse::<u16>() {
        Ok(7..=379) => holds(),
        _ => broken([("days", days.into())]),
    }
}
