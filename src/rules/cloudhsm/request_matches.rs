//! The signed certificate is not for this cluster's certificate request.

use super::INVALID;
use super::papers::{anchor, signed};
use crate::docs;
use crate::facts::Facts;
use crate::pki;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::cloudhsm as words;

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
    let Some(request) = request.filter(|request| request.public_key_der != signed.public_key_der())
    else {
        return holds();
    };
    let twice = anchor(facts)?.is_some_and(|anchor| anchor.der() == signed.der());
    let found = if twice {
        words::ANCHOR_TWICE.to_owned()
    } else {
        words::other_request(&signed.subject(), &cluster.id, &request.subject)
    };
    broken([("cluster", cluster.id.into()), ("found", found.into())])
}
