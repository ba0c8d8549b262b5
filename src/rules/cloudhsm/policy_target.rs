//! Resource policies belong to backups, which are named by their ARN.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::cloudhsm as words;

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.policy-target",
    raises: &[
        exception("cloudhsmv2:PutResourcePolicy", 10, INVALID),
        exception("cloudhsmv2:GetResourcePolicy", 10, INVALID),
        exception("cloudhsmv2:DeleteResourcePolicy", 10, INVALID),
    ],
    docs: &[docs::API_PUT_POLICY],
    origin: Origin::ServiceModel,
    check,
    fix: |_| {
        vec![
            "aws cloudhsmv2 describe-backups --query 'Backups[].[BackupArn,BackupState]' --output text"
                .to_owned(),
        ]
    },
    break_it: "aws cloudhsmv2 get-resource-policy --resource-arn arn:aws:cloudhsm:us-east-1:111122223333:cluster/cluster-abcdefgh234",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.text("ResourceArn").given()? {
        Some(arn) if arn.contains(":backup/") => holds(),
        Some(arn) => broken([("found", words::no_backup(&arn).into())]),
        None => broken([("found", words::NO_TARGET.into())]),
    }
}
