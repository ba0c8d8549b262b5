//! There is no such cluster in this account and Region.

use super::NOT_FOUND;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.cluster-exists",
    raises: &[
        exception("cloudhsmv2:CreateHsm", 10, NOT_FOUND),
        exception("cloudhsmv2:DeleteHsm", 10, NOT_FOUND),
        exception("cloudhsmv2:InitializeCluster", 10, NOT_FOUND),
        exception("cloudhsmv2:DeleteCluster", 10, NOT_FOUND),
        exception("cloudhsmv2:ModifyCluster", 10, NOT_FOUND),
        exception("cloudhsmv2:TagResource", 10, NOT_FOUND),
        exception("cloudhsmv2:UntagResource", 10, NOT_FOUND),
        exception("cloudhsmv2:ListTags", 10, NOT_FOUND),
    ],
    docs: &[docs::API_DESCRIBE_CLUSTERS],
    origin: Origin::Ours,
    check,
    fix: |_| {
        vec![
            "aws cloudhsmv2 describe-clusters --query 'Clusters[].[ClusterId,State]' --output text"
                .to_owned(),
        ]
    },
    break_it: "aws cloudhsmv2 delete-cluster --cluster-id cluster-abcdefgh234",
};

fn check(facts: &dyn Facts) -> Check {
    let tagged = facts.text("ResourceId").given()?;
    let tagged = tagged.filter(|id| id.starts_with("cluster-"));
    let Some(id) = facts.text("ClusterId").given()?.or(tagged) else {
        return holds();
    };
    if facts.cluster().given()?.is_some() {
        return holds();
    }
    broken([
        ("cluster", id.into()),
        ("region", facts.region_name().given()?.into()),
    ])
}
