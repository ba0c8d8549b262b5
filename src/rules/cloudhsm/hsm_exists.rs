//! The cluster has no such HSM, or the members name different ones.

use super::NOT_FOUND;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.hsm-exists",
    raises: &[exception("cloudhsmv2:DeleteHsm", 40, NOT_FOUND)],
    docs: &[docs::API_DELETE_HSM, docs::ADD_REMOVE_HSM],
    origin: Origin::Ours,
    check,
    fix: |facts| {
        facts
            .text("ClusterId")
            .known()
            .map(|id| {
                format!(
                    "aws cloudhsmv2 describe-clusters --filters clusterIds={id} --query 'Clusters[].Hsms[].[HsmId,EniIp,State]' --output text"
                )
            })
            .into_iter()
            .collect()
    },
    break_it: "\
lab scenario active
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws cloudhsmv2 delete-hsm --cluster-id $C --eni-ip 10.9.9.9",
};

fn check(facts: &dyn Facts) -> Check {
    if facts.hsm().given()?.is_some() {
        return holds();
    }
    let mut named = Vec::new();
    for member in ["HsmId", "EniId", "EniIp"] {
        named.extend(facts.text(member).given()?);
    }
    broken([
        ("cluster", facts.text("ClusterId").given()?.into()),
        ("named", named.into()),
    ])
}
