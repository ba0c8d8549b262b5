//! The signed certificate is not for this cluster's certificate request.

use super::INVALID;
use super::papers::signed;
use crate::docs;
use crate::facts::Facts;
use crate::pki;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.request-matches",
    raises: &[exception("cloudhsmv2:InitializeCluster", 120, INVALID)],
    docs: &[docs::SIGN_CSR, docs::INITIALIZE_CLUSTER],
    origin: Origin::Observed,
    check,
    fix: |facts| {
        facts
            .text("ClusterId")
            .known()
            .map(|id| {
                format!(
                    "aws cloudhsmv2 describe-clusters --filters clusterIds={id} --output text --query 'Clusters[].Certificates.ClusterCsr' > {id}_ClusterCsr.csr"
                )
            })
            .into_iter()
            .collect()
    },
    break_it: signed![
        "D=$(aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[].SubnetId' --output text) --query Cluster.ClusterId --output text)",
        "lab settle",
        "aws cloudhsmv2 create-hsm --cluster-id $D --availability-zone us-east-1a",
        "lab settle",
        "aws cloudhsmv2 initialize-cluster --cluster-id $D --signed-cert file://cluster.crt --trust-anchor file://customerCA.crt",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(signed), Some(cluster)) = (signed(facts)?, facts.cluster().given()?) else {
        return holds();
    };
    let request = cluster
        .csr
        .as_ref()
        .and_then(|csr| pki::read_request(csr).ok());
    match request {
        Some(request) if request.public_key_der != signed.public_key_der() => broken([
            ("cluster", cluster.id.into()),
            ("subject", signed.subject().into()),
            ("expected", request.subject.into()),
        ]),
        _ => holds(),
    }
}
