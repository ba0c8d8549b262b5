//! There is no such cluster in this account and Region.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::kms as words;

pub(super) const RULE: Rule = Rule {
    id: "kms.cluster-exists",
    raises: &[
        exception("kms:CreateCustomKeyStore", 60, "CloudHsmClusterNotFoundException"),
        exception("kms:UpdateCustomKeyStore", 40, "CloudHsmClusterNotFoundException"),
    ],
    docs: &[docs::PREREQUISITES, docs::API_CREATE_STORE],
    origin: Origin::ServiceModel,
    check,
    fix: |facts| match elsewhere(facts) {
        Some(region) => vec![format!(
            "aws cloudhsmv2 describe-clusters --region {region} --query 'Clusters[].[ClusterId,State]' --output text"
        )],
        None => vec![
            "aws cloudhsmv2 describe-clusters --query 'Clusters[].[ClusterId,State]' --output text"
                .to_owned(),
        ],
    },
    break_it: "\
lab scenario ready-cluster
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws kms create-custom-key-store --region eu-west-1 --custom-key-store-name ExampleKeyStore --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(id) = facts.text("CloudHsmClusterId").given()? else {
        return holds();
    };
    if facts.cluster().given()?.is_some() {
        return holds();
    }
    let region = facts.region_name().given()?;
    let found = elsewhere(facts).map_or_else(
        || words::NO_REGION.to_owned(),
        |region| words::region(&region),
    );
    broken([
        ("cluster", id.into()),
        ("region", region.into()),
        ("found", found.into()),
    ])
}

/// The Region in which the cluster is, where we can see it.
fn elsewhere(facts: &dyn Facts) -> Option<String> {
    let id = facts.text("CloudHsmClusterId").known()?;
    let account = facts.account().known()?;
    account
        .regions
        .values()
        .find(|region| region.clusters.contains_key(&id))
        .filter(|region| Some(&region.name) != facts.region_name().known().as_ref())
        .map(|region| region.name.clone())
}
