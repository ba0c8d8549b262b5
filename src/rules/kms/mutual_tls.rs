//! The cluster asks its clients for certificates of their own; KMS has none.

use super::cluster_active;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

const CODE: &str = "CloudHsmClusterInvalidConfigurationException";

pub(super) const RULE: Rule = Rule {
    id: "kms.mutual-tls",
    raises: &[
        exception("kms:CreateCustomKeyStore", 104, CODE),
        exception("kms:UpdateCustomKeyStore", 74, CODE),
    ],
    docs: &[docs::PREREQUISITES],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario ready-cluster
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
lab inject mtls $C
aws kms create-custom-key-store --custom-key-store-name ExampleKeyStore --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt",
};

fn check(facts: &dyn Facts) -> Check {
    match cluster_active::named(facts)? {
        Some(cluster) if cluster.mutual_tls => broken([("cluster", cluster.id.into())]),
        _ => holds(),
    }
}
