//! An id was copied from an example of the guides. Those ids break the service's own pattern, so the request is refused for its form;
//! this rule explains why.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, before_rules, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "request.sample-id",
    raises: &[
        before_rules("kms:*", "ValidationException"),
        before_rules("cloudhsmv2:*", "ValidationException"),
    ],
    docs: &[docs::API_DESCRIBE_CLUSTERS, docs::CREATE_STORE_API],
    origin: Origin::ServiceModel,
    check,
    fix: |_| {
        vec![
            "aws cloudhsmv2 describe-clusters --query 'Clusters[].[ClusterId,State]' --output text"
                .to_owned(),
        ]
    },
    break_it: "aws kms create-custom-key-store --custom-key-store-name Example --cloud-hsm-cluster-id cluster-1a23b4cdefg --key-store-password kmsPswd --trust-anchor-certificate x",
};

/// The ids that the guides use.
const SAMPLES: &[&str] = &[
    "cluster-1a23b4cdefg",
    "cluster-1234567",
    "backup-9g87f6edcba",
    "hsm-udw0tkfg1ab",
];

fn check(facts: &dyn Facts) -> Check {
    for member in [
        "CloudHsmClusterId",
        "ClusterId",
        "HsmId",
        "BackupId",
        "SourceBackupId",
    ] {
        if let Some(id) = facts.text(member).given()?
            && SAMPLES.contains(&id.as_str())
        {
            return broken([("id", id.into())]);
        }
    }
    holds()
}
