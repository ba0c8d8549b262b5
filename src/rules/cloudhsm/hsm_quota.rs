//! An account has six HSMs per Region, unless AWS raised the quota, and a cluster never more than 28.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::cloudhsm as words;

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.hsm-quota",
    raises: &[exception("cloudhsmv2:CreateHsm", 90, INVALID)],
    docs: &[docs::HSM_QUOTAS],
    origin: Origin::Documented,
    check,
    fix: |facts| match facts.cluster().known() {
        Some(cluster) if cluster.hsms.len() >= PER_CLUSTER => Vec::new(),
        _ => vec!["lab quota hsms 12".to_owned()],
    },
    break_it: "\
lab scenario ready-cluster
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1a
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1a
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1a
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1a
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1a",
};

/// HSMs per cluster; AWS does not raise it.
const PER_CLUSTER: usize = 28;

fn check(facts: &dyn Facts) -> Check {
    let (Some(account), Some(cluster)) = (facts.account().given()?, facts.cluster().given()?)
    else {
        return holds();
    };
    let in_region: usize = facts
        .clusters()
        .given()?
        .unwrap_or_default()
        .iter()
        .map(|cluster| cluster.live_hsms().count())
        .sum();
    if cluster.hsms.len() >= PER_CLUSTER {
        broken([
            ("have", cluster.hsms.len().into()),
            ("quota", PER_CLUSTER.into()),
            ("scope", words::the_cluster(&cluster.id).into()),
        ])
    } else if in_region >= account.quotas.hsms {
        broken([
            ("have", in_region.into()),
            ("quota", account.quotas.hsms.into()),
            ("scope", words::THIS_REGION.into()),
        ])
    } else {
        holds()
    }
}
