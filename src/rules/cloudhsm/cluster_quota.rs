//! An account has four clusters per Region, unless AWS raised the quota.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.cluster-quota",
    raises: &[exception("cloudhsmv2:CreateCluster", 90, INVALID)],
    docs: &[docs::HSM_QUOTAS],
    origin: Origin::Documented,
    check,
    fix: |_| vec!["lab quota clusters 8".to_owned()],
    break_it: "\
lab scenario network
A=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[0].SubnetId' --output text)
aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $A
aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $A
aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $A
aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $A
aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $A",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(account) = facts.account().given()? else {
        return holds();
    };
    let quota = account.quotas.clusters;
    let have = facts.clusters().given()?.unwrap_or_default().len();
    if have >= quota {
        broken([("have", have.into()), ("quota", quota.into())])
    } else {
        holds()
    }
}
